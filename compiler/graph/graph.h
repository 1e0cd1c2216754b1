/* The predicate graph: the conditions of all rules as one graph in which everything exists once.
 *
 *   value  - what a field (with argument and transformers) gives on an event
 *   test   - a value, an operator, and literals or another value
 *   node   - true, false, a test, not, and, or
 *
 * Two rules that ask the same question share the node, however they spell it: nodes are made only
 * by the functions below, which look for an equal one first and simplify on the way (constants,
 * double negation, nested and duplicate operands, x and not x, absorption). So nodes are equal
 * exactly if their pointers are. Operands of and/or are kept in the order of their numbers; in
 * which order they are best evaluated is the plan's business.
 *
 * Everything lives in the compilation's arena and is never changed once made.
 */
#ifndef RULEC_GRAPH_H
#define RULEC_GRAPH_H

#include "base/strbuf.h"
#include "syntax/ast.h"

struct rc_value {
    uint32_t number; /* from 0, in the order of making */
    enum rc_operand_kind kind;
    /* RC_OPERAND_FIELD: */
    enum cat_field_id field;
    enum rc_arg_kind arg_kind;
    uint32_t index;  /* RC_ARG_INDEX */
    const char *key; /* RC_ARG_KEY; else "". Of a transformer: getopt(...)[key] */
    bool candidates; /* read by a condition: gives all candidates */
    uint32_t owner;  /* number plus 1 of the one rule whose condition reads it; 0: anybody's */
    /* RC_OPERAND_TRANSFORM, RC_OPERAND_LIST: */
    enum cat_transformer transformer;
    const struct rc_value **args; /* nargs */
    uint32_t nargs;
    /* RC_OPERAND_CONSTANT: */
    const struct rc_literal *constant;

    enum cat_type type;
    bool is_list;
    const char *name; /* "proc.aname[2]", "tolower(proc.name)" */
};

struct rc_test {
    uint32_t number;
    const struct rc_value *left;
    enum cat_operator op; /* spelled one way: `in` of one literal is `==` ... */
    enum cat_modifier modifier;
    bool all; /* over candidates: must hold for each (`!=` on both ends of a connection) */
    const struct rc_literal *
        *literals; /* nliterals, each once, sorted where the order is no matter */
    uint32_t nliterals;
    const struct rc_value *right; /* NULL: literals */
    uint32_t memory;  /* from 1, and the next for the right side, if it remembers when it was asked
                         last; 0: it does not */
    const char *list; /* name of the list that all literals came from; NULL: none */
    struct rc_span span; /* where it is written first */
};

enum rc_node_kind {
    RC_NODE_FALSE,
    RC_NODE_TRUE,
    RC_NODE_TEST,
    RC_NODE_NOT,
    RC_NODE_AND,
    RC_NODE_OR
};

struct rc_node {
    uint32_t number; /* 0 is false, 1 is true */
    enum rc_node_kind kind;
    const struct rc_test *test;      /* RC_NODE_TEST */
    const struct rc_node **children; /* AND, OR: two or more, by number; NOT: one */
    uint32_t nchildren;
    bool remembers;   /* a test in it does: it is asked as its rule is written */
    const char *name; /* of the macro that it is; NULL: none */
};

/* A table of things by content. */
struct rc_graph_index {
    uint32_t *slots; /* nslots (a power of two): number plus 1; 0 is free */
    uint32_t nslots, used;
};

/* The nodes of macros by their trees: a macro is looked through once, however often it is used. */
struct rc_graph_macros {
    const struct rc_expr **exprs; /* nslots (a power of two); NULL is free */
    const struct rc_node **nodes;
    uint32_t nslots, used;
};

struct rc_graph {
    struct rc_arena *arena;
    struct rc_value **values;
    struct rc_test **tests;
    struct rc_node **nodes;
    uint32_t nvalues, ntests, nnodes;
    uint32_t values_capacity, tests_capacity, nodes_capacity;
    struct rc_graph_index value_index, test_index, node_index;
    struct rc_graph_macros macros;
    /* While a rule is looked through whose tests remember: */
    struct rc_graph_macros own_macros; /* that hold such tests */
    uint32_t owner;                    /* number of the rule plus 1; 0: of no one rule */
    uint32_t nmemories;                /* given to tests */
    bool plain; /* set after init: and/or stay as they are written, but for constants */
};

/* An empty graph with the two constants. */
void rc_graph_init(struct rc_graph *graph, struct rc_arena *arena);

/* The value of a resolved operand. in_condition: candidates are wanted where the field has them. */
const struct rc_value *rc_graph_value(struct rc_graph *graph, const struct rc_operand *operand,
                                      bool in_condition);

/* The node of a resolved condition tree. */
const struct rc_node *rc_graph_expr(struct rc_graph *graph, const struct rc_expr *expr);

/* The same of a rule's condition, where Falco's memory of evt.deltatime counts: each test of that
 * field remembers for itself when it was asked last, and is asked just when Falco's walk from left
 * to right comes to it. So the node of such a condition is as it is written, and the rule's own. */
const struct rc_node *rc_graph_rule(struct rc_graph *graph, uint32_t rule,
                                    const struct rc_expr *expr);

/* Nodes from nodes. rc_graph_all({}) is true, rc_graph_any({}) is false. */
const struct rc_node *rc_graph_constant(struct rc_graph *graph, bool holds);
const struct rc_node *rc_graph_not(struct rc_graph *graph, const struct rc_node *node);
const struct rc_node *rc_graph_all(struct rc_graph *graph, const struct rc_node *const *nodes,
                                   uint32_t n);
const struct rc_node *rc_graph_any(struct rc_graph *graph, const struct rc_node *const *nodes,
                                   uint32_t n);

/* Both the same, of kind `and` or `or`, but operands that are of the kind themselves stay as they
 * are: for who has put them together. */
const struct rc_node *rc_graph_group(struct rc_graph *graph, enum rc_node_kind kind,
                                     const struct rc_node *const *nodes, uint32_t n);

/* The node that asks whether the value contains the text. */
const struct rc_node *rc_graph_contains(struct rc_graph *graph, const struct rc_value *value,
                                        const char *text, uint32_t len);

/* Gives the node a name if it has none; constants and plain tests take none. */
void rc_graph_name(struct rc_graph *graph, const struct rc_node *node, const char *name);

/* Text of a test and of a node, in the rule language. */
void rc_test_print(const struct rc_test *test, struct rc_strbuf *out);
void rc_node_print(const struct rc_node *node, struct rc_strbuf *out);

/* The whole graph: a line a value, test and node; or in the dot language. */
void rc_graph_print(const struct rc_graph *graph, struct rc_strbuf *out);
void rc_graph_print_dot(const struct rc_graph *graph, struct rc_strbuf *out);

#endif
