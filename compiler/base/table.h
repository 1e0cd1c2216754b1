/* A table that is printed as text, JSON or markdown. */
#ifndef RULEC_TABLE_H
#define RULEC_TABLE_H

#include "base/arena.h"
#include "base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

struct rc_cell {
    enum { RC_CELL_TEXT, RC_CELL_BOOL, RC_CELL_NUMBER, RC_CELL_LIST } kind;
    const char *text;         /* TEXT */
    uint64_t number;          /* NUMBER, BOOL */
    const char *const *items; /* LIST: nitems */
    uint32_t nitems;
};

struct rc_table {
    struct rc_arena *arena;
    const char *name;           /* of the array in JSON: "fields" */
    const char *const *columns; /* ncolumns names: keys in JSON, headings elsewhere */
    uint32_t ncolumns;
    struct rc_cell *cells; /* ncells, row by row */
    uint32_t ncells, capacity;
};

enum rc_table_format { RC_TABLE_TEXT, RC_TABLE_JSON, RC_TABLE_MARKDOWN };

/* Add the next cell, from left to right; texts and items are borrowed. */
void rc_table_text(struct rc_table *table, const char *text);
void rc_table_bool(struct rc_table *table, bool value);
void rc_table_number(struct rc_table *table, uint64_t number);
void rc_table_list(struct rc_table *table, const char *const *items, uint32_t nitems);

void rc_table_print(const struct rc_table *table, enum rc_table_format format,
                    struct rc_strbuf *out);

#endif
