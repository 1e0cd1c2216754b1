#include "base/name_table.h"

#include <string.h>

/* FNV-1a. */
static uint64_t hash(const char *name)
{
    uint64_t value = UINT64_C(0xcbf29ce484222325);
    for (; *name; name++)
        value = (value ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
    return value;
}

static struct rc_name_entry *find(const struct rc_name_table *table, const char *name)
{
    uint32_t mask = table->capacity - 1;
    for (uint32_t i = (uint32_t)hash(name) & mask;; i = (i + 1) & mask) {
        struct rc_name_entry *entry = &table->entries[i];
        if (!entry->name || strcmp(entry->name, name) == 0)
            return entry;
    }
}

void *rc_name_table_get(const struct rc_name_table *table, const char *name)
{
    return table->capacity ? find(table, name)->value : NULL;
}

void rc_name_table_set(struct rc_name_table *table, const char *name, void *value)
{
    if (table->count * 2 >= table->capacity) {
        struct rc_name_table larger = {.arena = table->arena};
        larger.capacity = table->capacity ? table->capacity * 2 : 64;
        larger.entries = rc_arena_array(table->arena, larger.capacity, sizeof(*larger.entries));
        for (uint32_t i = 0; i < table->capacity; i++) {
            if (table->entries[i].name)
                *find(&larger, table->entries[i].name) = table->entries[i];
        }
        larger.count = table->count;
        *table = larger;
    }
    struct rc_name_entry *entry = find(table, name);
    if (!entry->name)
        table->count++;
    *entry = (struct rc_name_entry){.name = name, .value = value};
}
