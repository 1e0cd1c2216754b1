/* What the files of planning share among themselves; nobody else includes this. */
#ifndef RULEC_PLAN_PARTS_H
#define RULEC_PLAN_PARTS_H

#include "graph/plan.h"

/* Names are cut so that the longest line of generated code fits: two of these beside each other. */
#define RC_PLAN_LONGEST_NAME 40
#define RC_PLAN_LONGEST_RULE 60

/* What loading an answer costs that is kept with a thread, in the nanoseconds of plan_cost.c. What
 * is kept with an fd is as often asked for the first time. */
#define RC_PLAN_KEPT_COST 2

struct rc_plan_found {
    uint32_t rule;
    const struct rc_node *node;
};

/* What planning needs on the way. */
struct rc_planner {
    struct rc_plan *plan;
    struct rc_graph *graph;
    struct rc_plan_names names;
    struct rc_plan_found *found[EV__COUNT]; /* what is left of the rules on each event, in load
                                               order */
    uint32_t nfound[EV__COUNT];
    const struct rc_node **factor_of; /* by number of a test's node, nfactored of them */
    uint32_t nfactored;
    struct rc_lives lives;
    uint32_t *slot_of; /* by value number: slot plus 1 */
    bool *is_root;     /* by node number */
};

static inline void *rc_plan_array(struct rc_planner *planner, size_t n, size_t size)
{
    return rc_arena_array(planner->plan->arena, n + 1, size);
}

/* The slot of a value, new if need be: plan.c. */
uint32_t rc_plan_slot_of(struct rc_planner *planner, const struct rc_value *value);

/* What the conditions of each rule are on its events, and what each event asks: plan_handler.c.
 * body_of: by node number, the body plus 1. */
void rc_plan_bodies(struct rc_planner *planner, uint32_t *body_of);
void rc_plan_handlers(struct rc_planner *planner, const uint32_t *body_of);

/* What is kept with processes and fds: plan_keep.c. Draws together what rules ask of the same
 * process or fd; then what handlers ask of the process at all; then gives out bits. */
void rc_plan_regroup(struct rc_planner *planner);
void rc_plan_possible(struct rc_planner *planner);
void rc_plan_keep(struct rc_planner *planner);

/* The tests of live nodes, and fields whose arguments are expressions: plan_test.c. */
void rc_plan_tests(struct rc_planner *planner);
void rc_plan_expressions(struct rc_planner *planner);

#endif
