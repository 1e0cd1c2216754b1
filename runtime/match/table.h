/* All literals that any rule compares one field with, in one table: one look-up answers every test.
 *
 *     equal      - a perfect hash: =, !=, in; texts, numbers, addresses
 *     prefix     - a trie from the first byte on: startswith
 *     suffix     - a trie from the last byte on: endswith
 *     path       - a trie over components, each with a slash behind it: pmatch
 *     contains   - a trie entered at each byte whose next four may begin a literal: contains
 *     icontains  - the same without regard to case
 *
 * A test is a bit. What is found is noted as the bits of the tests that hold, and as a list of
 * their numbers, the hits of the table; the bits of all others stay 0. How many tests a table
 * answers does not matter to the look-up.
 *
 * Tables are made by rulec and constant; they hold offsets and no pointers but the few below.
 */
#ifndef RULEC_MATCH_TABLE_H
#define RULEC_MATCH_TABLE_H

#include "../program.h"
#include "table_parts.h"

struct rt_table {
    enum rt_table_kind kind;
    uint32_t number;       /* among the program's tables */
    uint32_t known, given; /* bits: it was looked up on this event; there was a value */
    uint32_t slot;         /* the value that is looked up */
    bool numbers;          /* equal: of eight bytes each */
    const char *bytes;     /* the literals' texts */
    const uint32_t *lists; /* numbers of tests */
    /* equal: */
    const struct rt_table_place *places;    /* nplaces */
    const uint32_t *displacements;          /* ndisplacements */
    uint32_t nplaces, ndisplacements, seed; /* both powers of two */
    uint64_t lengths;                       /* bit min(len, 63) for each literal */
    /* tries: */
    const struct rt_table_node *nodes; /* the first one is the root */
    uint32_t longest;                  /* path: bytes that a look-up can read */
    /* contains: */
    const uint64_t *fours; /* 2^four_bits bits: beginnings of literals, by rt_hash_four */
    uint32_t four_bits;    /* 0: none is that long */
    uint64_t firsts[4];    /* bit for the first byte of each that is shorter */
};

/* Looks the value up and notes what holds. To be called once an event. */
void rt_table_look_up(struct rt_eval *eval, const struct rt_table *table);

/* A test whose literals stand in a table. No inline functions: generated code calls them from
 * thousands of places, and what the C compiler would do with them is the time of a build. */
bool rt_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test);

/* The test !=: there is a value, and it is none of the literals. */
bool rt_not_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test);

#endif
