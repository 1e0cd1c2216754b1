/* What the literal tables are made of: rulec lays them out, the agent reads them. See table.h. */
#ifndef RULEC_MATCH_TABLE_PARTS_H
#define RULEC_MATCH_TABLE_PARTS_H

#include <stdint.h>

enum rt_table_kind {
    RT_TABLE_EQUAL,
    RT_TABLE_PREFIX,
    RT_TABLE_SUFFIX,
    RT_TABLE_PATH,
    RT_TABLE_CONTAINS,
    RT_TABLE_ICONTAINS
};

#define RT_TABLE_KINDS 6

/* Paths are read into a buffer on the stack; no literal of a table is longer. */
#define RT_TABLE_LONGEST 4096

/* A place of the perfect hash. */
struct rt_table_place {
    uint32_t check;         /* the upper half of the literal's hash */
    uint32_t text, len;     /* the literal: len of the table's bytes; of a free place UINT32_MAX */
    uint32_t tests, ntests; /* of the table's lists: the tests that name it */
};

/* A node of a trie: whoever comes here has read what its tests ask for. */
struct rt_table_node {
    uint32_t text;     /* len of the table's bytes: what is read on the way from the parent */
    uint32_t children; /* index of the first; they stand together, in the order of first bytes */
    uint32_t tests, ntests;
    uint16_t len, nchildren;
    uint8_t first; /* of text */
};

#endif
