/* Gates: which tests let a rule through where a handler has many of them. See
 * runtime/match/steps.h.
 *
 * A gate is a set of tests that tables answer of which one holds whenever the rule does: a test
 * that the rule asks for, or, of a disjunction that it asks for, a test out of each part. Of the
 * gates that a rule offers the one is taken that opens least often and needs the fewest look-ups
 * that the rules beside it do not need anyhow. */
#include "graph/plan.h"

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

/* Asking in turn is cheaper for fewer steps than that. */
#define FEWEST_STEPS   32
/* A guard must be asked for by so many steps of a handler, and cost no more than that. */
#define FEWEST_GUARDED 8
#define DEAREST_GUARD  10
/* What asking a rule costs that its gate lets through, in rough nanoseconds. */
#define BODY_COST      40
/* A gate that opens more often than for so many events of a thousand is none. */
#define WIDEST_GATE    600

#define NOTHING UINT64_MAX

struct gates {
    struct rc_plan *plan;
    struct rc_plan_watch *watches; /* nwatches */
    uint32_t nwatches, capacity;
    uint64_t *weights; /* by node: what the best gate below it costs; NOTHING: there is none */
    uint32_t *round;   /* by node: the round in which weights was worked out */
    uint32_t rounds;
    bool look_ups_count; /* else only how often a gate opens does */
    uint32_t *users;     /* by table: steps of the group that look it up */
    uint32_t *guarded;   /* by test: steps of the handler that it could guard */
};

/* --- the best gate below a node --- */

static uint64_t weigh(struct gates *gates, const struct rc_node *node);

/* The test to look up for a node: of a pattern the text that it must contain. */
static const struct rc_plan_test *gate_test(const struct gates *gates, const struct rc_node *node)
{
    const struct rc_node *factor = gates->plan->factors[node->test->number];

    return rc_plan_test(gates->plan, factor ? factor : node);
}

/* One thousandth of a nanosecond an event. */
static uint64_t weigh_test(const struct gates *gates, const struct rc_node *node)
{
    const struct rc_plan_test *test = gate_test(gates, node);
    const uint64_t likely = rc_plan_likelihood(test->test);
    uint32_t sharing, look_up;

    if (test->how != RC_PLAN_TABLE || test->test->op == CAT_OP_NE || likely > WIDEST_GATE)
        return NOTHING;
    if (!gates->look_ups_count)
        return likely * BODY_COST;
    sharing = gates->users[test->table] + 1;
    look_up = rc_plan_look_up_cost(test->test, gates->plan->tables[test->table].kind);
    return likely * BODY_COST + 1000ull * look_up / sharing;
}

static uint64_t weigh_anew(struct gates *gates, const struct rc_node *node)
{
    uint64_t least = NOTHING, sum = 0;

    if (node->remembers)
        return NOTHING; /* it wants to be asked */
    switch (node->kind) {
    case RC_NODE_TEST:
        return weigh_test(gates, node);
    case RC_NODE_AND:
        for (uint32_t i = 0; i < node->nchildren; i++) {
            const uint64_t weight = weigh(gates, node->children[i]);

            least = weight < least ? weight : least;
        }
        return least;
    case RC_NODE_OR:
        for (uint32_t i = 0; i < node->nchildren; i++) {
            const uint64_t weight = weigh(gates, node->children[i]);

            if (weight == NOTHING)
                return NOTHING;
            sum += weight;
        }
        return sum;
    case RC_NODE_NOT:
    case RC_NODE_TRUE:
    case RC_NODE_FALSE:
        break;
    }
    return NOTHING;
}

static uint64_t weigh(struct gates *gates, const struct rc_node *node)
{
    if (gates->round[node->number] != gates->rounds) {
        gates->weights[node->number] = weigh_anew(gates, node);
        gates->round[node->number] = gates->rounds;
    }
    return gates->weights[node->number];
}

/* Calls visit for each test of the best gate. */
static void each_test(struct gates *gates, const struct rc_node *node,
                      void (*visit)(struct gates *gates, const struct rc_plan_test *test,
                                    uint32_t group, uint32_t step),
                      uint32_t group, uint32_t step)
{
    const uint64_t weight = weigh(gates, node);

    if (node->kind == RC_NODE_TEST) {
        visit(gates, gate_test(gates, node), group, step);
        return;
    }
    for (uint32_t i = 0; i < node->nchildren; i++) {
        if (node->kind == RC_NODE_AND && weigh(gates, node->children[i]) != weight)
            continue;
        each_test(gates, node->children[i], visit, group, step);
        if (node->kind == RC_NODE_AND)
            return;
    }
}

static void count_user(struct gates *gates, const struct rc_plan_test *test, uint32_t group,
                       uint32_t step)
{
    (void)group;
    (void)step;
    gates->users[test->table]++;
}

static void add_watch(struct gates *gates, const struct rc_plan_test *test, uint32_t group,
                      uint32_t step)
{
    if (gates->nwatches == gates->capacity) {
        gates->capacity = gates->capacity > 0 ? 2 * gates->capacity : 1024;
        gates->watches = realloc(gates->watches, gates->capacity * sizeof *gates->watches);
        if (!gates->watches)
            RC_BUG("out of memory");
    }
    gates->watches[gates->nwatches++] = (struct rc_plan_watch){test->bit, group, step};
    gates->users[test->table]++;
}

/* --- guards --- */

static const struct rc_node *body_of(const struct gates *gates,
                                     const struct rc_plan_handler *handler, uint32_t step)
{
    return gates->plan->bodies[handler->steps[step].body].node;
}

static bool may_guard(const struct gates *gates, const struct rc_node *node)
{
    const struct rc_plan_test *test;

    if (node->kind != RC_NODE_TEST)
        return false;
    test = rc_plan_test(gates->plan, node);
    return test->how == RC_PLAN_HELPER && test->cost <= DEAREST_GUARD;
}

/* The guard of a step: of those that many ask for the one that the fewest do. NULL: none. */
static const struct rc_node *guard_of(const struct gates *gates, const struct rc_node *body)
{
    const struct rc_node *best = NULL;

    for (uint32_t i = 0; body->kind == RC_NODE_AND && i < body->nchildren; i++) {
        const struct rc_node *node = body->children[i];

        if (may_guard(gates, node) && gates->guarded[node->test->number] >= FEWEST_GUARDED &&
            (!best || gates->guarded[node->test->number] < gates->guarded[best->test->number]))
            best = node;
    }
    return best;
}

static void count_guards(struct gates *gates, const struct rc_plan_handler *handler)
{
    memset(gates->guarded, 0, gates->plan->graph->ntests * sizeof *gates->guarded);
    for (uint32_t i = 0; i < handler->nsteps; i++) {
        const struct rc_node *body = body_of(gates, handler, i);

        for (uint32_t k = 0; body->kind == RC_NODE_AND && k < body->nchildren; k++) {
            if (may_guard(gates, body->children[k]))
                gates->guarded[body->children[k]->test->number]++;
        }
    }
}

/* --- handlers --- */

/* The watches of the steps with that guard. First everybody chooses for himself; then, knowing what
 * the others look up anyhow, again. */
static void plan_group(struct gates *gates, const struct rc_plan_handler *handler,
                       const struct rc_node *const *guards, struct rc_plan_group *group)
{
    struct rc_plan *plan = gates->plan;
    uint32_t *tables = rc_arena_array(plan->arena, plan->ntables + 1, sizeof *tables);

    memset(gates->users, 0, plan->ntables * sizeof *gates->users);
    for (int pass = 0; pass < 2; pass++) {
        const bool last = pass == 1;

        gates->rounds++;
        gates->look_ups_count = last;
        if (last) {
            /* Weights are worked out with the users of the first pass. */
            for (uint32_t i = 0; i < handler->nsteps; i++)
                weigh(gates, body_of(gates, handler, i));
            memset(gates->users, 0, plan->ntables * sizeof *gates->users);
        }
        for (uint32_t i = 0; i < handler->nsteps; i++) {
            const struct rc_node *body = body_of(gates, handler, i);

            if (guards[i] == group->guard && weigh(gates, body) != NOTHING)
                each_test(gates, body, last ? add_watch : count_user, group->number, i);
        }
    }
    for (uint32_t i = 0; i < plan->ntables; i++) {
        if (gates->users[i] > 0)
            tables[group->ntables++] = i;
    }
    group->tables = tables;
}

static void plan_handler(struct gates *gates, struct rc_plan_handler *handler)
{
    struct rc_plan *plan = gates->plan;
    struct rc_plan_group *groups = rc_arena_array(plan->arena, handler->nsteps + 1, sizeof *groups);
    uint32_t *always = rc_arena_array(plan->arena, handler->nsteps + 1, sizeof *always);
    const struct rc_node **guards = calloc(handler->nsteps + 1, sizeof *guards);

    if (!guards)
        RC_BUG("out of memory");
    count_guards(gates, handler);
    memset(gates->users, 0, plan->ntables * sizeof *gates->users);
    gates->rounds++;
    for (uint32_t i = 0; i < handler->nsteps; i++) {
        const struct rc_node *body = body_of(gates, handler, i);
        uint32_t k = 0;

        if (weigh(gates, body) == NOTHING) {
            always[handler->nalways++] = i;
            continue;
        }
        guards[i] = guard_of(gates, body);
        while (k < handler->ngroups && groups[k].guard != guards[i])
            k++;
        if (k == handler->ngroups)
            groups[handler->ngroups++] =
                (struct rc_plan_group){.guard = guards[i], .number = plan->ngroups++};
    }
    for (uint32_t i = 0; i < handler->ngroups; i++)
        plan_group(gates, handler, guards, &groups[i]);
    handler->groups = groups;
    handler->always = always;
    free(guards);
}

static int compare_watches(const void *a, const void *b)
{
    const struct rc_plan_watch *x = a, *y = b;

    if (x->test != y->test)
        return x->test > y->test ? 1 : -1;
    if (x->group != y->group)
        return x->group > y->group ? 1 : -1;
    return (x->step > y->step) - (x->step < y->step);
}

void rc_plan_gates(struct rc_plan *plan)
{
    struct gates gates = {
        .plan = plan,
        .weights = calloc(plan->nnodes + 1, sizeof *gates.weights),
        .round = calloc(plan->nnodes + 1, sizeof *gates.round),
        .users = calloc(plan->ntables + 1, sizeof *gates.users),
        .guarded = calloc(plan->graph->ntests + 1, sizeof *gates.guarded),
    };
    struct rc_plan_watch *watches;

    if (!gates.weights || !gates.round || !gates.users || !gates.guarded)
        RC_BUG("out of memory");
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        if (plan->handlers[i].nsteps >= FEWEST_STEPS)
            plan_handler(&gates, &plan->handlers[i]);
    }
    watches = rc_arena_array(plan->arena, gates.nwatches + 1, sizeof *watches);
    if (gates.nwatches > 0)
        memcpy(watches, gates.watches, gates.nwatches * sizeof *watches);
    qsort(watches, gates.nwatches, sizeof *watches, compare_watches);
    plan->watches = watches;
    plan->nwatches = gates.nwatches;
    free(gates.watches);
    free(gates.weights);
    free(gates.round);
    free(gates.users);
    free(gates.guarded);
}
