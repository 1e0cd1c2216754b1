/* The plan: what the agent does on each event, decided in full, before a line of C is written.
 *
 *   value slots - each value that a condition or an output reads
 *   tests       - each test that is left after specialisation, and how it is carried out
 *   tables      - all literals that a field is compared with, looked up at once
 *   functions   - each compound condition that is worth a function of its own
 *   bodies      - each specialised condition of a rule, once
 *   handlers    - each list of (rule, body) that some event numbers have, once
 *   kept        - which answers stay with the process or the fd, and as which bits: plan_keep.c
 *
 * Names, the order of evaluation, what is remembered for the event and in which bit: all is settled
 * here. Back ends only spell it out.
 */
#ifndef RULEC_PLAN_H
#define RULEC_PLAN_H

#include "../runtime/match/table_parts.h"
#include "graph/graph.h"
#include "graph/life.h"
#include "rules/ruleset.h"

#define RC_PLAN_NO_BIT  UINT32_MAX
#define RC_PLAN_NO_SLOT UINT32_MAX

/* Handlers that can be classes: as many as RT_MOST_CLASSES in runtime/program.h. */
#define RC_PLAN_MOST_CLASSES 64

struct rc_plan_value {
    const struct rc_value *value;
    const char *name;       /* "VALUE_PROC_NAME" */
    const uint32_t *inputs; /* ninputs slots of a transformer's arguments, lists flattened */
    uint32_t ninputs;
    const char *expression; /* name of the expression that the field's argument is; NULL: none */
};

/* Whether an answer is kept beyond the event. See life.h. */
struct rc_plan_kept {
    enum rc_life with; /* RC_LIFE_EVENT: it is not */
    uint32_t bit;
};

/* How a test is carried out. */
enum rc_plan_how {
    RC_PLAN_HELPER, /* one helper over value and literals */
    RC_PLAN_TABLE   /* a look-up of the value answers it, and all others of the table */
};

struct rc_plan_test {
    const struct rc_test *test;
    const char *name; /* "fd_name_startswith_etc" */
    enum rc_plan_how how;
    uint32_t slot;       /* of the left side */
    uint32_t right_slot; /* RC_PLAN_NO_SLOT: literals */
    uint32_t table;      /* TABLE */
    uint32_t bit;        /* where the outcome is remembered; RC_PLAN_NO_BIT: it is not */
    struct rc_plan_kept kept;
    uint32_t uses;
    uint32_t cost;
    const uint32_t *regexes; /* CAT_OP_REGEX: a number for each literal */
};

/* See runtime/match/table.h, which has the same members. */
struct rc_plan_table {
    enum rt_table_kind kind;
    uint32_t slot;
    const char *name;      /* "texts_of_proc_name" */
    uint32_t known, given; /* bits */
    bool numbers;
    const char *bytes; /* nbytes */
    uint32_t nbytes;
    const uint32_t *ends; /* of the nends texts that the bytes are */
    uint32_t nends;
    const uint32_t *lists; /* nlists */
    uint32_t nlists;
    const struct rt_table_place *places; /* nplaces */
    const uint32_t *displacements;       /* ndisplacements */
    uint32_t nplaces, ndisplacements, seed;
    uint64_t lengths;
    const struct rt_table_node *nodes; /* nnodes */
    uint32_t nnodes, longest;
    const uint64_t *fours; /* 2^four_bits bits */
    uint32_t four_bits;
    uint64_t firsts[4];
};

struct rc_plan_regex {
    const struct rc_literal *pattern;
    const char *name; /* "regex_1" */
    struct rc_span span;
};

/* A compound node, by its number: rc_plan.nodes[node->number]. */
struct rc_plan_node {
    const struct rc_node *node;      /* NULL: the node is in no condition */
    const struct rc_node **children; /* in the order of evaluation */
    const char *name;                /* of its function; NULL: it is spelled out in its parent */
    struct rc_plan_kept kept;
    bool below_kept; /* asked for to work out something that is kept */
    uint32_t uses;
    uint32_t bit;
    uint32_t cost;
};

struct rc_plan_body {
    const struct rc_node *node;
    const char *name; /* "rule_terminal_shell_in_container" */
    uint32_t rule;    /* the first one that has it */
    const uint32_t *events;
    uint32_t nevents; /* event numbers on which it is evaluated, for the reader */
};

struct rc_plan_rule {
    const struct rc_rule *rule;
    const char *name;            /* "RULE_TERMINAL_SHELL_IN_CONTAINER" */
    const uint32_t *output_slot; /* for each output part; RC_PLAN_NO_SLOT: literal text */
};

struct rc_plan_step {
    uint32_t rule, body;
};

/* Steps of a handler that ask for the same cheap test first. See runtime/match/steps.h. */
struct rc_plan_group {
    const struct rc_node *guard; /* a test; NULL: none */
    uint32_t number;             /* among all groups */
    const uint32_t *tables;      /* ntables that are looked up */
    uint32_t ntables;
};

/* A test opens the gate of a step. */
struct rc_plan_watch {
    uint32_t test; /* its bit */
    uint32_t group, step;
};

struct rc_plan_handler {
    const char *name; /* "on_execve" */
    const struct rc_plan_step *steps;
    uint32_t nsteps; /* in load order of the rules */
    /* What the steps ask of the process, and of the thread's own facts, any of them; NULL: nothing,
     * or too much to be worth it. */
    const struct rc_node *possible, *possible_alone;
    const char *possible_name, *possible_alone_name; /* "openat_is_possible" */
    const uint32_t *events;
    uint32_t nevents;
    /* Where there are many steps: */
    const struct rc_plan_group *groups; /* ngroups; 0: every step is asked in turn */
    uint32_t ngroups;
    const uint32_t *always; /* nalways steps that have no gate */
    uint32_t nalways;
};

/* How much is shared. The lower levels exist to be compared with the highest: all must give the
 * same alerts. */
enum rc_plan_level {
    RC_PLAN_PLAIN,  /* every rule by itself, as it is written; nothing is remembered, no tables */
    RC_PLAN_SHARED, /* each question once an event */
    RC_PLAN_KEPT    /* those about processes and fds once for each of them */
};

#define RC_PLAN_HIGHEST RC_PLAN_KEPT

struct rc_filter;

struct rc_manifest;
struct rc_site;

struct rc_plan {
    enum rc_plan_level level;
    struct rc_arena *arena;
    const struct rc_graph *graph;
    const struct rc_sources *sources;
    struct rc_plan_value *values;
    struct rc_plan_test *tests; /* in the order of their numbers in the graph; only live ones */
    struct rc_plan_table *tables;
    struct rc_plan_regex *regexes;
    struct rc_plan_node *nodes; /* by node number */
    const uint32_t *functions;  /* node numbers of those with a name, callees first */
    struct rc_plan_body *bodies;
    struct rc_plan_rule *rules;
    struct rc_plan_handler *handlers;
    uint32_t nvalues, ntests, ntables, nregexes, nnodes, nfunctions, nbodies, nrules, nhandlers;
    uint32_t nbits; /* of tests_known */
    /* Words of 64 kept answers: of threads, those of their own facts among them, and of fds; and
     * how many answers would have been kept if there were room. */
    uint32_t thread_words, own_words, fd_words, nkept, nnot_kept;
    const struct rc_plan_watch *watches; /* nwatches, in the order of test, group, step */
    uint32_t nwatches, ngroups;
    uint32_t handler[EV__COUNT]; /* index plus 1; 0: none */
    /* By test number in the graph: of a pattern a test for text that whatever matches contains;
     * NULL: none. Such a test may have no other use. */
    const struct rc_node **factors;
    const struct rc_filter *filter; /* filter.h */
    const uint32_t *test_of;        /* by test number in the graph: index into tests, plus 1 */
    const struct rc_site *site;     /* what the agent is to be set to; NULL: nothing. The caller's,
                                       after planning: no part of planning looks at it */
    const struct rc_manifest *manifest; /* what it is made from; NULL: untold. The same holds */
};

/* Makes the plan for the enabled rules of a checked rule set. The graph is made on the way. */
void rc_plan_make_at(struct rc_plan *plan, struct rc_graph *graph, const struct rc_ruleset *set,
                     enum rc_plan_level level);

/* The planned test behind a node of kind RC_NODE_TEST. */
const struct rc_plan_test *rc_plan_test(const struct rc_plan *plan, const struct rc_node *node);

/* The plan as text; and as a graph for dot: events, what is asked on them in order, and what that
 * asks. */
void rc_plan_print(const struct rc_plan *plan, struct rc_strbuf *out);
void rc_plan_print_dot(const struct rc_plan *plan, struct rc_strbuf *out);

/* --- the parts of planning, each in a file of its own --- */

/* Names that C takes, each once: plan_name.c. Made from prefix and text, cut to at most `longest`
 * bytes, numbered when taken. upper: in capitals. */
struct rc_plan_names {
    struct rc_arena *arena;
    const char **slots;
    uint32_t nslots, used;
};
const char *rc_plan_name(struct rc_plan_names *names, const char *prefix, const char *text,
                         uint32_t longest, bool upper);

/* Sorts literals of live tests into tables and gives out their bits: plan_table.c. */
void rc_plan_tables(struct rc_plan *plan, struct rc_plan_names *names);

/* The test for what the value contains if the pattern matches it; NULL: nothing that is long
 * enough, or the test is no pattern: plan_factor.c. */
const struct rc_node *rc_plan_factor(struct rc_graph *graph, const struct rc_test *test);

/* Finds the gates of handlers with many steps: plan_gate.c. */
void rc_plan_gates(struct rc_plan *plan);

/* The kept answer behind a node, be it a test or compound: plan_keep.c. */
const struct rc_plan_kept *rc_plan_kept(const struct rc_plan *plan, const struct rc_node *node);

/* What a test costs, in rough nanoseconds, asked by itself or answered by a table; and of what a
 * value costs alone: plan_cost.c. */
uint32_t rc_plan_test_cost(const struct rc_test *test);
uint32_t rc_plan_look_up_cost(const struct rc_test *test, enum rt_table_kind kind);
uint32_t rc_plan_value_cost(const struct rc_value *value);

/* How many of a thousand events the test is likely to hold on, by a rule of thumb: plan_cost.c. */
uint32_t rc_plan_likelihood(const struct rc_test *test);

#endif
