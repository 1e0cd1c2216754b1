/* Names and what they stand for: a hash table from text to a pointer, in an arena. The order of the
 * entries is nobody's business: whoever needs one keeps a list beside it. */
#ifndef RULEC_NAME_TABLE_H
#define RULEC_NAME_TABLE_H

#include "base/arena.h"

#include <stdint.h>

struct rc_name_entry {
    const char *name; /* NULL: free */
    void *value;
};

struct rc_name_table {
    struct rc_arena *arena;
    struct rc_name_entry *entries; /* capacity of them, a power of two */
    uint32_t count, capacity;
};

/* What the name stands for, or NULL. */
void *rc_name_table_get(const struct rc_name_table *table, const char *name);

/* Sets or replaces; value is not NULL, name is borrowed for the arena's life. */
void rc_name_table_set(struct rc_name_table *table, const char *name, void *value);

#endif
