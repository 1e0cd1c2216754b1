#include "base/table.h"

#include "base/diag.h"
#include "base/json.h"
#include "base/utf8.h"

#include <string.h>

static struct rc_cell *add(struct rc_table *table)
{
    if (table->ncells == table->capacity) {
        const uint32_t capacity = table->capacity ? table->capacity * 2 : 256;
        struct rc_cell *cells = rc_arena_array(table->arena, capacity, sizeof *cells);
        if (table->ncells > 0)
            memcpy(cells, table->cells, table->ncells * sizeof *cells);
        table->cells = cells;
        table->capacity = capacity;
    }
    return &table->cells[table->ncells++];
}

void rc_table_text(struct rc_table *table, const char *text)
{
    *add(table) = (struct rc_cell){.kind = RC_CELL_TEXT, .text = text};
}

void rc_table_bool(struct rc_table *table, bool value)
{
    *add(table) = (struct rc_cell){.kind = RC_CELL_BOOL, .number = value};
}

void rc_table_number(struct rc_table *table, uint64_t number)
{
    *add(table) = (struct rc_cell){.kind = RC_CELL_NUMBER, .number = number};
}

void rc_table_list(struct rc_table *table, const char *const *items, uint32_t nitems)
{
    *add(table) = (struct rc_cell){.kind = RC_CELL_LIST, .items = items, .nitems = nitems};
}

/* --- for people --- */

/* A cell as it is read: one line. */
static const char *cell_text(struct rc_arena *arena, const struct rc_cell *cell)
{
    struct rc_strbuf text = {0};
    char *line;

    switch (cell->kind) {
    case RC_CELL_TEXT:
        rc_strbuf_adds(&text, cell->text);
        break;
    case RC_CELL_BOOL:
        rc_strbuf_adds(&text, cell->number ? "yes" : "no");
        break;
    case RC_CELL_NUMBER:
        rc_strbuf_printf(&text, "%llu", (unsigned long long)cell->number);
        break;
    case RC_CELL_LIST:
        for (uint32_t i = 0; i < cell->nitems; i++)
            rc_strbuf_printf(&text, "%s%s", i > 0 ? ", " : "", cell->items[i]);
        break;
    }
    line = rc_arena_strndup(arena, text.len ? text.data : "", text.len);
    rc_strbuf_free(&text);
    for (char *at = line; *at; at++) {
        if ((unsigned char)*at < ' ' || *at == 0x7f)
            *at = ' ';
    }
    return line;
}

/* Columns on a terminal. */
static uint32_t width_of(const char *text)
{
    const uint32_t len = (uint32_t)strlen(text);
    uint32_t width = 0;

    for (uint32_t i = 0, size; i < len; i += size) {
        const int32_t code = rc_utf8_decode(text + i, len - i, &size);
        width += code < 0 ? 1 : rc_utf8_width(code);
    }
    return width;
}

static void print_row(const char *const *texts, const uint32_t *widths, uint32_t n,
                      struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < n; i++) {
        rc_strbuf_adds(out, texts[i]);
        for (uint32_t k = width_of(texts[i]); i + 1 < n && k < widths[i] + 2; k++)
            rc_strbuf_addc(out, ' ');
    }
    while (out->len > 0 && out->data[out->len - 1] == ' ')
        out->len--;
    rc_strbuf_addc(out, '\n');
}

static void print_text(const struct rc_table *table, const char *const *texts,
                       struct rc_strbuf *out)
{
    uint32_t *widths = rc_arena_array(table->arena, table->ncolumns, sizeof *widths);

    for (uint32_t i = 0; i < table->ncolumns; i++)
        widths[i] = width_of(table->columns[i]);
    for (uint32_t i = 0; i < table->ncells; i++) {
        const uint32_t width = width_of(texts[i]);
        if (width > widths[i % table->ncolumns])
            widths[i % table->ncolumns] = width;
    }
    print_row(table->columns, widths, table->ncolumns, out);
    for (uint32_t i = 0; i < table->ncells; i += table->ncolumns)
        print_row(texts + i, widths, table->ncolumns, out);
}

static void print_markdown_row(const char *const *texts, uint32_t n, struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < n; i++) {
        rc_strbuf_adds(out, "| ");
        for (const char *at = texts[i]; *at; at++) {
            if (strchr("|\\`*_<>[]#", *at))
                rc_strbuf_addc(out, '\\');
            rc_strbuf_addc(out, *at);
        }
        rc_strbuf_addc(out, ' ');
    }
    rc_strbuf_adds(out, "|\n");
}

static void print_markdown(const struct rc_table *table, const char *const *texts,
                           struct rc_strbuf *out)
{
    print_markdown_row(table->columns, table->ncolumns, out);
    for (uint32_t i = 0; i < table->ncolumns; i++)
        rc_strbuf_adds(out, "|---");
    rc_strbuf_adds(out, "|\n");
    for (uint32_t i = 0; i < table->ncells; i += table->ncolumns)
        print_markdown_row(texts + i, table->ncolumns, out);
}

/* --- for programs --- */

static void print_json_cell(const struct rc_cell *cell, struct rc_json *json)
{
    switch (cell->kind) {
    case RC_CELL_TEXT:
        rc_json_cstring(json, cell->text);
        break;
    case RC_CELL_BOOL:
        rc_json_bool(json, cell->number);
        break;
    case RC_CELL_NUMBER:
        rc_json_uint(json, cell->number);
        break;
    case RC_CELL_LIST:
        rc_json_begin(json, '[');
        for (uint32_t i = 0; i < cell->nitems; i++)
            rc_json_cstring(json, cell->items[i]);
        rc_json_end(json, ']');
        break;
    }
}

static void print_json(const struct rc_table *table, struct rc_strbuf *out)
{
    struct rc_json json = {.out = out};

    rc_json_begin(&json, '{');
    rc_json_key(&json, table->name);
    rc_json_begin(&json, '[');
    for (uint32_t i = 0; i < table->ncells; i++) {
        const uint32_t column = i % table->ncolumns;
        if (column == 0)
            rc_json_begin(&json, '{');
        rc_json_key(&json, table->columns[column]);
        print_json_cell(&table->cells[i], &json);
        if (column + 1 == table->ncolumns)
            rc_json_end(&json, '}');
    }
    rc_json_end(&json, ']');
    rc_json_end(&json, '}');
    rc_strbuf_addc(out, '\n');
}

void rc_table_print(const struct rc_table *table, enum rc_table_format format,
                    struct rc_strbuf *out)
{
    const char **texts;

    if (table->ncolumns == 0)
        RC_BUG("a table without columns");
    if (format == RC_TABLE_JSON) {
        print_json(table, out);
        return;
    }
    texts = rc_arena_array(table->arena, table->ncells, sizeof *texts);
    for (uint32_t i = 0; i < table->ncells; i++)
        texts[i] = cell_text(table->arena, &table->cells[i]);
    if (format == RC_TABLE_TEXT)
        print_text(table, texts, out);
    else
        print_markdown(table, texts, out);
}
