/* The laying out of literal tables: what the parts of it share. See plan.h. */
#ifndef RULEC_PLAN_TABLE_H
#define RULEC_PLAN_TABLE_H

#include "graph/plan.h"

/* A literal as the look-up reads it: reversed for endings, folded where case is no matter, a path's
 * components with a slash behind each, a number's eight bytes. */
struct rc_plan_key {
    const char *text; /* len bytes */
    uint32_t len;
    uint32_t at;            /* where it lies in the table's bytes */
    uint32_t tests, ntests; /* of the table's lists */
};

/* Lays out the perfect hash over keys that are each there once: plan_hash.c. */
void rc_plan_hash(struct rc_arena *arena, struct rc_plan_table *table,
                  const struct rc_plan_key *keys, uint32_t nkeys);

/* Lays out the trie over keys that are each there once, in the order of their bytes; for contains
 * tables the filter of beginnings too: plan_trie.c. */
void rc_plan_trie(struct rc_arena *arena, struct rc_plan_table *table,
                  const struct rc_plan_key *keys, uint32_t nkeys);

#endif
