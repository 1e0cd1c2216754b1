/* What the files of the predicate graph share among themselves; nobody else includes this. */
#ifndef RULEC_GRAPH_PARTS_H
#define RULEC_GRAPH_PARTS_H

#include "graph/graph.h"

/* --- tables by content: graph_index.c --- */

uint32_t rc_graph_hash_word(uint32_t hash, uint64_t word);
uint32_t rc_graph_hash_text(uint32_t hash, const char *text, size_t len);

/* The place of the thing that `equal` says is the same as key, or the free place for it. The hash
 * of an entry is asked for again when the table grows. */
struct rc_graph_lookup {
    const struct rc_graph *graph;
    const void *key;
    bool (*equal)(const struct rc_graph *graph, uint32_t number, const void *key);
    uint32_t (*rehash)(const struct rc_graph *graph, uint32_t number);
};

uint32_t *rc_graph_index_find(struct rc_arena *arena, struct rc_graph_index *index, uint32_t hash,
                              const struct rc_graph_lookup *lookup);

/* Room for one more pointer at the end of an array in the arena. */
void *rc_graph_grow(struct rc_arena *arena, void *array, uint32_t n, uint32_t *capacity);

/* --- values: graph_value.c --- */

bool rc_graph_same_literal(const struct rc_literal *a, const struct rc_literal *b);

/* Whether what the value says depends on when it was asked last: Falco keeps that with each test.
 * NULL: no. */
bool rc_graph_remembers(const struct rc_value *value);

/* --- tests: graph_test.c --- */

/* The node of a resolved test; false if it can never hold. */
const struct rc_node *rc_graph_test(struct rc_graph *graph, const struct rc_expr *expr);

/* --- nodes: graph.c --- */

/* The one node of that content. */
const struct rc_node *rc_graph_intern(struct rc_graph *graph, struct rc_node *node);

#endif
