/* Literal tables. See table.h. */
#include "table.h"

#include "hash.h"

static inline void note(struct rt_eval *eval, const struct rt_table *table, uint32_t first,
                        uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t test = table->lists[first + i];
        uint64_t *word = &eval->tests_true[test / 64];
        const uint64_t bit = UINT64_C(1) << (test % 64);

        if (*word & bit)
            continue;
        *word |= bit;
        eval->hits[eval->nhits++] = test;
    }
}

static void look_up_equal(struct rt_eval *eval, const struct rt_table *table, const char *text,
                          uint32_t len)
{
    const struct rt_table_place *place;
    uint64_t hash;

    if (!(table->lengths >> (len < 63 ? len : 63) & 1))
        return;
    hash = rt_hash(text, len, table->seed);
    place = &table->places[rt_hash_place(
        hash, table->displacements[hash & (table->ndisplacements - 1)], table->nplaces)];
    if (place->check == (uint32_t)(hash >> 32) && place->len == len &&
        (len == 0 || memcmp(table->bytes + place->text, text, len) == 0))
        note(eval, table, place->tests, place->ntests);
}

static inline uint8_t fold(uint8_t byte)
{
    return byte >= 'A' && byte <= 'Z' ? (uint8_t)(byte - 'A' + 'a') : byte;
}

static inline const struct rt_table_node *
find_child(const struct rt_table *table, const struct rt_table_node *node, uint8_t first)
{
    const struct rt_table_node *children = table->nodes + node->children;
    uint32_t low = 0, high = node->nchildren;

    while (low < high) {
        const uint32_t middle = (low + high) / 2;

        if (children[middle].first < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low < node->nchildren && children[low].first == first ? &children[low] : NULL;
}

/* Down the trie along len bytes from text on, step (1 or -1) from one to the next. What the root
 * asks for is not noted. */
static inline __attribute__((always_inline)) void walk(struct rt_eval *eval,
                                                       const struct rt_table *table,
                                                       const uint8_t *text, uint32_t len, int step,
                                                       bool folded)
{
    const struct rt_table_node *node = table->nodes;

    while (len > 0 && (node = find_child(table, node, folded ? fold(*text) : *text)) &&
           node->len <= len) {
        const uint8_t *edge = (const uint8_t *)table->bytes + node->text;

        for (uint32_t i = 0; i < node->len; i++, text += step) {
            if (edge[i] != (folded ? fold(*text) : *text))
                return;
        }
        len -= node->len;
        note(eval, table, node->tests, node->ntests);
    }
}

/* The beginning of a path as the table has it: components with a slash behind each. */
static uint32_t read_path(char *out, uint32_t longest, const char *text, uint32_t len)
{
    uint32_t used = 0;

    for (uint32_t i = 0; i < len && used < longest; i++) {
        if (text[i] != '/')
            out[used++] = text[i];
        else if (used > 0 && out[used - 1] != '/')
            out[used++] = '/';
    }
    if (used > 0 && used < longest && out[used - 1] != '/')
        out[used++] = '/';
    return used;
}

static void look_up_path(struct rt_eval *eval, const struct rt_table *table, const char *text,
                         uint32_t len)
{
    char path[RT_TABLE_LONGEST];

    walk(eval, table, (const uint8_t *)path, read_path(path, table->longest, text, len), 1, false);
}

static inline __attribute__((always_inline)) void look_inside(struct rt_eval *eval,
                                                              const struct rt_table *table,
                                                              const char *text, uint32_t len,
                                                              bool folded)
{
    const uint8_t *bytes = (const uint8_t *)text;

    for (uint32_t at = 0; at < len; at++) {
        const uint8_t first = folded ? fold(bytes[at]) : bytes[at];
        bool may = table->firsts[first / 64] >> (first % 64) & 1;

        if (!may && table->four_bits > 0 && len - at >= 4) {
            const uint32_t four = rt_hash_four(text + at, table->four_bits);

            may = table->fours[four / 64] >> (four % 64) & 1;
        }
        if (may)
            walk(eval, table, bytes + at, len - at, 1, folded);
    }
}

static void look_up_trie(struct rt_eval *eval, const struct rt_table *table,
                         const struct rt_value *value)
{
    const uint8_t *bytes = (const uint8_t *)value->str;

    note(eval, table, table->nodes->tests, table->nodes->ntests);
    switch (table->kind) {
    case RT_TABLE_EQUAL:
        break;
    case RT_TABLE_PREFIX:
        walk(eval, table, bytes, value->len, 1, false);
        break;
    case RT_TABLE_SUFFIX:
        if (value->len > 0)
            walk(eval, table, bytes + value->len - 1, value->len, -1, false);
        break;
    case RT_TABLE_PATH:
        look_up_path(eval, table, value->str, value->len);
        break;
    case RT_TABLE_CONTAINS:
        look_inside(eval, table, value->str, value->len, false);
        break;
    case RT_TABLE_ICONTAINS:
        look_inside(eval, table, value->str, value->len, true);
        break;
    }
}

static inline void look_up(struct rt_eval *eval, const struct rt_table *table,
                           const struct rt_value *value)
{
    if (table->kind != RT_TABLE_EQUAL)
        look_up_trie(eval, table, value);
    else if (table->numbers)
        look_up_equal(eval, table, (const char *)&value->u64, sizeof value->u64);
    else
        look_up_equal(eval, table, value->str, value->len);
}

void rt_table_look_up(struct rt_eval *eval, const struct rt_table *table)
{
    const struct rt_values *values = rt_value(eval, table->slot);
    struct rt_table_hits *hits = &eval->table_hits[table->number];

    rt_known_note(eval, table->known);
    hits->first = eval->nhits;
    if (values->n > 0) {
        eval->tests_true[table->given / 64] |= UINT64_C(1) << (table->given % 64);
        eval->hits[eval->nhits++] = table->given;
        hits->first = eval->nhits;
    }
    for (uint32_t i = 0; i < values->n; i++)
        look_up(eval, table, &values->v[i]);
    hits->n = eval->nhits - hits->first;
}

bool rt_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test)
{
    if (!(eval->tests_known[table->known / 64] >> (table->known % 64) & 1))
        rt_table_look_up(eval, table);
    return eval->tests_true[test / 64] >> (test % 64) & 1;
}

bool rt_not_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test)
{
    return !rt_among(eval, table, test) &&
           eval->tests_true[table->given / 64] >> (table->given % 64) & 1;
}
