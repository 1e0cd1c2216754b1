/* Diagnostics as text: sorted, with the line they speak of and carets under it. */
#include "base/diag.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* A line is shown whole up to this many columns, else a window around the caret. */
#define WIDEST_LINE 160
#define WINDOW      60
#define TAB         8

static void print_place(const struct rc_sources *sources, struct rc_span span,
                        struct rc_strbuf *out)
{
    if (span.file == 0)
        return;
    const struct rc_source_file *file = rc_source(sources, span.file);
    rc_strbuf_adds(out, file->name);
    if (file->len == 0) {
        rc_strbuf_adds(out, ": ");
        return;
    }
    struct rc_place from = rc_source_place(file, span.off);
    rc_strbuf_printf(out, ":%u:%u", from.line, from.column);
    if (span.len > 1) {
        struct rc_place to = rc_source_place(file, span.off + span.len - 1);
        if (to.line == from.line)
            rc_strbuf_printf(out, "-%u", to.column);
        else
            rc_strbuf_printf(out, "-%u:%u", to.line, to.column);
    }
    rc_strbuf_adds(out, ": ");
}

/* Walks a line by what is seen of it: one step is a character, the columns that it takes and where
 * it starts. */
struct walk {
    const char *text;
    uint32_t len;
    uint32_t off;    /* of the character */
    uint32_t size;   /* its bytes */
    uint32_t column; /* from 0 */
    uint32_t width;
    int32_t code; /* -1: no valid character */
};

static bool walk_step(struct walk *walk)
{
    walk->off += walk->size;
    walk->column += walk->width;
    if (walk->off >= walk->len)
        return false;
    walk->code = rc_utf8_decode(walk->text + walk->off, walk->len - walk->off, &walk->size);
    if (walk->code == '\t')
        walk->width = TAB - walk->column % TAB;
    else if (walk->code < 0x20 || walk->code == 0x7f)
        walk->width = 1;
    else
        walk->width = rc_utf8_width(walk->code);
    return true;
}

static void print_character(const struct walk *walk, struct rc_strbuf *out)
{
    if (walk->code == '\t') {
        for (uint32_t i = 0; i < walk->width; i++)
            rc_strbuf_addc(out, ' ');
    } else if (walk->code < 0x20 || (walk->code >= 0x7f && walk->code < 0xa0)) {
        rc_strbuf_addc(out, '?');
    } else {
        rc_strbuf_add(out, walk->text + walk->off, walk->size);
    }
}

void rc_diag_excerpt(const struct rc_sources *sources, struct rc_span span, struct rc_strbuf *out)
{
    if (span.file == 0)
        return;
    const struct rc_source_file *file = rc_source(sources, span.file);
    if (file->len == 0)
        return;
    struct rc_place place = rc_source_place(file, span.off);
    uint32_t start = file->lines[place.line - 1];
    uint32_t end = place.line < file->nlines ? file->lines[place.line] - 1 : file->len;
    if (end > start && file->text[end - 1] == '\r')
        end--;
    uint32_t first = place.column - 1, past = first + (span.len ? span.len : 1);

    /* Columns of the caret and of the end of the line. */
    struct walk walk = {.text = file->text + start, .len = end - start};
    uint32_t caret = 0, caret_end = 0, columns = 0;
    bool seen = false;
    while (walk_step(&walk)) {
        if (!seen && walk.off + walk.size > first) {
            caret = walk.column;
            seen = true;
        }
        if (walk.off < past)
            caret_end = walk.column + walk.width;
        columns = walk.column + walk.width;
    }
    if (!seen)
        caret = columns;
    if (caret_end <= caret)
        caret_end = caret + 1;

    uint32_t from = 0, to = columns;
    if (columns > WIDEST_LINE) {
        from = caret > WINDOW ? caret - WINDOW : 0;
        to = caret + WINDOW < columns ? caret + WINDOW : columns;
    }
    if (caret_end > to && to > caret)
        caret_end = to;

    rc_strbuf_printf(out, "%5u | %s", place.line, from > 0 ? "..." : "");
    walk = (struct walk){.text = file->text + start, .len = end - start};
    uint32_t shown_from = from;
    bool any = false;
    while (walk_step(&walk)) {
        if (walk.column < from || walk.column >= to)
            continue;
        if (!any) {
            shown_from = walk.column;
            any = true;
        }
        print_character(&walk, out);
    }
    rc_strbuf_printf(out, "%s\n", to < columns ? "..." : "");

    uint32_t digits = 5;
    for (uint32_t n = place.line / 100000; n > 0; n /= 10)
        digits++;
    uint32_t indent = caret - shown_from + (from > 0 ? 3 : 0);
    rc_strbuf_printf(out, "%*s | %*s", (int)digits, "", (int)indent, "");
    for (uint32_t i = caret; i < caret_end; i++)
        rc_strbuf_addc(out, '^');
    rc_strbuf_addc(out, '\n');
}

static void print_note(const struct rc_sources *sources, struct rc_span span, const char *message,
                       struct rc_strbuf *out)
{
    print_place(sources, span, out);
    rc_strbuf_printf(out, "note: %s\n", message);
}

static bool same_span(struct rc_span a, struct rc_span b)
{
    return a.file == b.file && a.off == b.off && a.len == b.len;
}

void rc_diag_print(const struct rc_diag *diag, const struct rc_sources *sources,
                   struct rc_strbuf *out)
{
    print_place(sources, diag->span, out);
    rc_strbuf_printf(out, "%s: %s\n", diag->severity == RC_ERROR ? "error" : "warning",
                     diag->message);
    rc_diag_excerpt(sources, diag->span, out);
    for (const struct rc_note *note = diag->notes; note; note = note->next)
        print_note(sources, note->span, note->message, out);
    for (const struct rc_context *context = diag->context; context; context = context->up) {
        if (context->shown.file == 0 || same_span(context->shown, diag->span))
            continue;
        print_place(sources, context->shown, out);
        rc_strbuf_printf(out, "note: in %s `%s`\n", context->type, context->name);
    }
}

struct sorted {
    const struct rc_diag *diag;
    uint32_t order;
};

static int compare(const void *left, const void *right)
{
    const struct sorted *a = left, *b = right;
    if (a->diag->span.file != b->diag->span.file)
        return a->diag->span.file < b->diag->span.file ? -1 : 1;
    if (a->diag->span.off != b->diag->span.off)
        return a->diag->span.off < b->diag->span.off ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* The same said before at the same place. */
static bool is_repeated(const struct sorted *list, uint32_t index)
{
    for (uint32_t i = index; i-- > 0;) {
        if (list[i].diag->span.file != list[index].diag->span.file ||
            list[i].diag->span.off != list[index].diag->span.off)
            return false;
        if (same_span(list[i].diag->span, list[index].diag->span) &&
            strcmp(list[i].diag->message, list[index].diag->message) == 0)
            return true;
    }
    return false;
}

const struct rc_diag **rc_diags_sorted(const struct rc_diags *diags, uint32_t *n)
{
    const uint32_t count = diags->nerrors + diags->nwarnings;
    struct sorted *list = rc_arena_array(diags->arena, count, sizeof(*list));
    const struct rc_diag **sorted = rc_arena_array(diags->arena, count, sizeof(*sorted));
    uint32_t all = 0;

    for (const struct rc_diag *diag = diags->first; diag; diag = diag->next) {
        list[all] = (struct sorted){.diag = diag, .order = all};
        all++;
    }
    if (all > 1)
        qsort(list, all, sizeof(*list), compare);
    *n = 0;
    for (uint32_t i = 0; i < all; i++) {
        if (!is_repeated(list, i))
            sorted[(*n)++] = list[i].diag;
    }
    return sorted;
}

void rc_diags_print(const struct rc_diags *diags, const struct rc_sources *sources,
                    uint32_t max_errors, struct rc_strbuf *out)
{
    uint32_t n, errors = 0, hidden = 0;
    const struct rc_diag **sorted = rc_diags_sorted(diags, &n);

    for (uint32_t i = 0; i < n; i++) {
        if (sorted[i]->severity == RC_ERROR) {
            if (max_errors > 0 && errors == max_errors) {
                hidden++;
                continue;
            }
            errors++;
        }
        rc_diag_print(sorted[i], sources, out);
    }
    if (hidden > 0)
        rc_strbuf_printf(out, "%u more error%s not shown (--max-errors=%u)\n", hidden,
                         hidden == 1 ? "" : "s", max_errors);
}
