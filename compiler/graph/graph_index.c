/* Tables of what the graph is made of, by content. See graph_parts.h. */
#include "graph/graph_parts.h"

#include <string.h>

uint32_t rc_graph_hash_word(uint32_t hash, uint64_t word)
{
    const uint64_t mixed = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);

    return (uint32_t)(mixed >> 32);
}

uint32_t rc_graph_hash_text(uint32_t hash, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = rc_graph_hash_word(hash, (unsigned char)text[i]);
    return rc_graph_hash_word(hash, len);
}

static void index_grow(struct rc_arena *arena, struct rc_graph_index *index,
                       const struct rc_graph_lookup *lookup)
{
    const struct rc_graph_index old = *index;

    index->nslots = old.nslots > 0 ? old.nslots * 2 : 64;
    index->slots = rc_arena_array(arena, index->nslots, sizeof *index->slots);
    for (uint32_t i = 0; i < old.nslots; i++) {
        uint32_t slot;

        if (old.slots[i] == 0)
            continue;
        slot = lookup->rehash(lookup->graph, old.slots[i] - 1);
        while (index->slots[slot & (index->nslots - 1)] != 0)
            slot++;
        index->slots[slot & (index->nslots - 1)] = old.slots[i];
    }
}

uint32_t *rc_graph_index_find(struct rc_arena *arena, struct rc_graph_index *index, uint32_t hash,
                              const struct rc_graph_lookup *lookup)
{
    if (2 * (index->used + 1) > index->nslots)
        index_grow(arena, index, lookup);
    for (uint32_t slot = hash;; slot++) {
        uint32_t *place = &index->slots[slot & (index->nslots - 1)];

        if (*place == 0 || lookup->equal(lookup->graph, *place - 1, lookup->key))
            return place;
    }
}

void *rc_graph_grow(struct rc_arena *arena, void *array, uint32_t n, uint32_t *capacity)
{
    void **bigger;

    if (n < *capacity)
        return array;
    *capacity = *capacity > 0 ? 2 * *capacity : 64;
    bigger = rc_arena_array(arena, *capacity, sizeof *bigger);
    if (n > 0)
        memcpy(bigger, array, n * sizeof *bigger);
    return bigger;
}
