/* SQLite databases. See sqlite.h. */
#include "sqlite.h"

#include "file.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define READ_MAX  (64u << 20) /* bytes */
#define DEPTH_MAX 20u         /* pages from the root of a table to a row */
#define PAGES_MAX 65536u      /* of one table; a file that lies may go in circles */
#define ROW_MAX   (16u << 20) /* bytes of a row */

enum { HEADER = 100, INTERIOR_HEADER = 12, LEAF_HEADER = 8 };
enum { INTERIOR = 5, LEAF = 13 };
enum { UTF8 = 1 };
enum { SCHEMA_NAME = 1, SCHEMA_ROOT = 3 }; /* columns of sqlite_schema */

static uint32_t load(const uint8_t *at, uint32_t len) /* the first byte is the highest */
{
    uint32_t value = 0;

    for (uint32_t i = 0; i < len; i++)
        value = value << 8 | at[i];
    return value;
}

/* --- the file --- */

static bool has_journal(const struct rt_sqlite *sqlite)
{
    char path[PATH_MAX];

    if (snprintf(path, sizeof path, "%s-journal", sqlite->path) >= (int)sizeof path)
        return true;
    struct rt_pages *journal = rt_pages_open(sqlite->root, path, 0);
    const bool found = journal && rt_pages_size(journal) > 0;
    rt_pages_close(journal);
    return found;
}

bool rt_sqlite_open(struct rt_sqlite *sqlite, int root, const char *path)
{
    *sqlite = (struct rt_sqlite){
        .pages = rt_pages_open(root, path, READ_MAX), .root = root, .path = path};
    if (!sqlite->pages)
        return false;
    sqlite->torn = has_journal(sqlite);
    const struct rt_piece header = rt_pages_read(sqlite->pages, 0, HEADER);
    if (header.at && memcmp(header.at, "SQLite format 3", 16) == 0 &&
        load(header.at + 56, 4) == UTF8) {
        const uint32_t size = load(header.at + 16, 2);
        sqlite->page_size = size == 1 ? 65536 : size;
        sqlite->usable = sqlite->page_size - header.at[20];
        sqlite->changes = load(header.at + 24, 4);
        if (sqlite->page_size >= 512 && sqlite->usable >= 480)
            return true;
    }
    rt_pages_close(sqlite->pages);
    return false;
}

bool rt_sqlite_close(struct rt_sqlite *sqlite)
{
    const struct rt_piece header = rt_pages_read(sqlite->pages, 0, HEADER);
    const bool whole = header.at && load(header.at + 24, 4) == sqlite->changes && !sqlite->torn &&
                       !has_journal(sqlite);

    rt_pages_close(sqlite->pages);
    return whole;
}

/* Page number n; the first is 1. */
static struct rt_piece page(const struct rt_sqlite *sqlite, uint32_t n)
{
    if (n == 0)
        return (struct rt_piece){0};
    return rt_pages_read(sqlite->pages, (uint64_t)(n - 1) * sqlite->page_size, sqlite->page_size);
}

/* A number of one to nine bytes; its length, 0: it is not inside. */
static uint32_t read_number(struct rt_piece in, size_t at, uint64_t *out)
{
    uint64_t value = 0;

    for (uint32_t i = 0; i < 9; i++) {
        const struct rt_piece byte = rt_piece_part(in, at + i, 1);
        if (!byte.at)
            return 0;
        if (i == 8) {
            *out = value << 8 | *byte.at;
            return 9;
        }
        value = value << 7 | (*byte.at & 0x7f);
        if (!(*byte.at & 0x80)) {
            *out = value;
            return i + 1;
        }
    }
    return 0;
}

/* --- rows --- */

/* A row that is larger than its page, put together, to be freed; NULL: the chain is broken. */
static uint8_t *join(const struct rt_sqlite *sqlite, struct rt_piece here, uint32_t next,
                     size_t len)
{
    uint8_t *row = malloc(len);
    size_t done = here.len;

    if (!row)
        return NULL;
    memcpy(row, here.at, here.len);
    while (done < len) {
        const struct rt_piece more = page(sqlite, next);
        const size_t left = len - done, room = sqlite->usable - 4;
        if (!more.at) {
            free(row);
            return NULL;
        }
        memcpy(row + done, more.at + 4, left < room ? left : room);
        done += left < room ? left : room;
        next = load(more.at, 4);
    }
    return row;
}

/* Bytes of a column's value, by its type in the row's header. */
static uint64_t size_of(uint64_t type)
{
    static const uint8_t sizes[12] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};

    return type < 12 ? sizes[type] : (type - 12) / 2;
}

static bool is_text(uint64_t type)
{
    return type >= 13 && type % 2 == 1;
}

/* The value of a column, and its type; nothing if the row has none. */
static struct rt_piece column_of(struct rt_piece row, uint32_t column, uint64_t *type)
{
    uint64_t header;
    size_t at = read_number(row, 0, &header), body;

    if (at == 0 || header > row.len)
        return (struct rt_piece){0};
    body = (size_t)header;
    for (uint32_t i = 0; at < header; i++) {
        const uint32_t len = read_number(row, at, type);
        const uint64_t size = len ? size_of(*type) : 0;
        if (len == 0 || size > row.len - body)
            break;
        if (i == column)
            return rt_piece_part(row, body, (size_t)size);
        at += len;
        body += (size_t)size;
    }
    return (struct rt_piece){0};
}

static bool is_text_of(struct rt_piece row, uint32_t column, const char *wanted)
{
    uint64_t type = 0;
    const struct rt_piece value = column_of(row, column, &type);

    return value.at && is_text(type) && value.len == strlen(wanted) &&
           memcmp(value.at, wanted, value.len) == 0;
}

/* --- trees --- */

/* A search through all rows of a table. */
struct search {
    struct rt_sqlite *sqlite;
    uint32_t key_column, column; /* the one looked at, and the one wanted */
    const char *key;
    bool wants_text;       /* else a number */
    struct rt_piece found; /* text: a copy, in a piece of the file's own */
    uint32_t number;
    uint32_t pages_left;
};

/* A row of that text? Then its value is taken. */
static bool take_row(struct search *search, struct rt_piece row)
{
    uint64_t type = 0;
    const struct rt_piece value = column_of(row, search->column, &type);

    if (!is_text_of(row, search->key_column, search->key) || !value.at)
        return false;
    if (!search->wants_text) {
        search->number = type <= 4 ? load(value.at, (uint32_t)value.len) : 0;
        return true;
    }
    if (is_text(type))
        search->found = rt_pages_keep(search->sqlite->pages, value);
    return true;
}

/* Whether the beginning of a row shows already that it is not wanted. */
static bool is_other(const struct search *search, struct rt_piece begin)
{
    uint64_t type = 0;

    return column_of(begin, search->key_column, &type).at &&
           !is_text_of(begin, search->key_column, search->key);
}

/* A cell of a leaf page: length of the row, its number, and as much of it as the page has. */
static bool take_cell(struct search *search, struct rt_piece in, size_t at)
{
    const uint32_t usable = search->sqlite->usable, most = usable - 35;
    uint64_t len = 0, number;
    const uint32_t first = read_number(in, at, &len);
    const uint32_t second = first ? read_number(in, at + first, &number) : 0;
    uint32_t here;
    bool found;

    if (second == 0 || len > ROW_MAX)
        return false;
    at += first + second;
    if (len <= most)
        return take_row(search, rt_piece_part(in, at, (size_t)len));
    const uint32_t least = (usable - 12) * 32 / 255 - 23;
    here = least + (uint32_t)((len - least) % (usable - 4));
    if (here > most)
        here = least;
    const struct rt_piece begin = rt_piece_part(in, at, here),
                          next = rt_piece_part(in, at + here, 4);
    if (!begin.at || !next.at || is_other(search, begin))
        return false;
    uint8_t *row = join(search->sqlite, begin, load(next.at, 4), (size_t)len);
    found = row && take_row(search, (struct rt_piece){row, (size_t)len});
    free(row);
    return found;
}

static bool walk(struct search *search, uint32_t number, uint32_t depth)
{
    const struct rt_piece in = page(search->sqlite, number);
    const size_t begin = number == 1 ? HEADER : 0;

    if (!in.at || depth > DEPTH_MAX || search->pages_left == 0)
        return false;
    search->pages_left--;
    const uint8_t *header = in.at + begin;
    const bool leaf = header[0] == LEAF;
    if (!leaf && header[0] != INTERIOR)
        return false;
    const uint32_t count = load(header + 3, 2);
    for (uint32_t i = 0; i < count; i++) {
        const struct rt_piece pointer =
            rt_piece_part(in, begin + (leaf ? LEAF_HEADER : INTERIOR_HEADER) + 2 * (size_t)i, 2);
        if (!pointer.at)
            return false;
        const size_t at = load(pointer.at, 2);
        const struct rt_piece below = rt_piece_part(in, at, 4);
        if (leaf ? take_cell(search, in, at)
                 : below.at && walk(search, load(below.at, 4), depth + 1))
            return true;
    }
    return !leaf && walk(search, load(header + 8, 4), depth + 1);
}

struct rt_piece rt_sqlite_text(struct rt_sqlite *sqlite, const char *table, const char *key,
                               uint32_t column)
{
    struct search schema = {.sqlite = sqlite,
                            .key_column = SCHEMA_NAME,
                            .column = SCHEMA_ROOT,
                            .key = table,
                            .pages_left = PAGES_MAX};
    struct search rows = {.sqlite = sqlite,
                          .column = column,
                          .key = key,
                          .wants_text = true,
                          .pages_left = PAGES_MAX};

    if (!walk(&schema, 1, 0) || !walk(&rows, schema.number, 0))
        return (struct rt_piece){0};
    return rows.found;
}
