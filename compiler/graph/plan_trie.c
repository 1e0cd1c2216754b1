/* Tries over literals, one node where ways part or a literal ends. See runtime/match/table.h. */
#include "graph/plan_table.h"

#include "../runtime/match/hash.h"

#include <string.h>

struct trie {
    const struct rc_plan_key *keys;
    struct rt_table_node *nodes; /* nnodes */
    uint32_t nnodes;
};

/* How many bytes two keys begin with in common. */
static uint32_t in_common(const struct rc_plan_key *a, const struct rc_plan_key *b)
{
    uint32_t n = 0;

    while (n < a->len && n < b->len && a->text[n] == b->text[n])
        n++;
    return n;
}

/* The end of the keys from `begin` on that agree in the byte at depth. */
static uint32_t same_byte(const struct trie *trie, uint32_t begin, uint32_t end, uint32_t depth)
{
    uint32_t i = begin + 1;

    while (i < end && trie->keys[i].text[depth] == trie->keys[begin].text[depth])
        i++;
    return i;
}

/* The node for keys begin..end, which agree in their first depth bytes. */
static void build(struct trie *trie, uint32_t node, uint32_t begin, uint32_t end, uint32_t depth)
{
    struct rt_table_node *at = &trie->nodes[node];
    uint32_t child;

    if (begin < end && trie->keys[begin].len == depth) {
        at->tests = trie->keys[begin].tests;
        at->ntests = trie->keys[begin].ntests;
        begin++;
    }
    at->children = child = trie->nnodes;
    for (uint32_t i = begin; i < end; i = same_byte(trie, i, end, depth))
        at->nchildren++;
    trie->nnodes += at->nchildren;
    while (begin < end) {
        const uint32_t next = same_byte(trie, begin, end, depth);
        const uint32_t below = in_common(&trie->keys[begin], &trie->keys[next - 1]);

        trie->nodes[child].text = trie->keys[begin].at + depth;
        trie->nodes[child].len = (uint16_t)(below - depth);
        trie->nodes[child].first = (uint8_t)trie->keys[begin].text[depth];
        build(trie, child++, begin, next, below);
        begin = next;
    }
}

/* Which beginnings are worth a walk: the first four bytes, or of a shorter literal the first. */
static void make_filter(struct rc_arena *arena, struct rc_plan_table *table,
                        const struct rc_plan_key *keys, uint32_t nkeys)
{
    uint32_t nlong = 0;
    uint64_t *fours;

    for (uint32_t i = 0; i < nkeys; i++)
        nlong += keys[i].len >= 4;
    if (nlong > 0) {
        for (table->four_bits = 8; table->four_bits < 20 && 1u << table->four_bits < 16 * nlong;)
            table->four_bits++;
    }
    fours = rc_arena_array(arena, (1u << table->four_bits) / 64 + 1, sizeof *fours);
    for (uint32_t i = 0; i < nkeys; i++) {
        const uint8_t first = keys[i].len > 0 ? (uint8_t)keys[i].text[0] : 0;

        if (keys[i].len >= 4) {
            const uint32_t four = rt_hash_four(keys[i].text, table->four_bits);

            fours[four / 64] |= UINT64_C(1) << (four % 64);
        } else if (keys[i].len > 0) {
            table->firsts[first / 64] |= UINT64_C(1) << (first % 64);
        }
    }
    table->fours = fours;
}

void rc_plan_trie(struct rc_arena *arena, struct rc_plan_table *table,
                  const struct rc_plan_key *keys, uint32_t nkeys)
{
    struct trie trie = {
        .keys = keys,
        .nodes = rc_arena_array(arena, 2 * (size_t)nkeys + 2, sizeof *trie.nodes),
        .nnodes = 1,
    };

    build(&trie, 0, 0, nkeys, 0);
    table->nodes = trie.nodes;
    table->nnodes = trie.nnodes;
    for (uint32_t i = 0; i < nkeys; i++) {
        if (keys[i].len > table->longest)
            table->longest = keys[i].len;
    }
    if (table->kind == RT_TABLE_CONTAINS || table->kind == RT_TABLE_ICONTAINS)
        make_filter(arena, table, keys, nkeys);
}
