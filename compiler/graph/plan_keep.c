/* Planning: which answers stay with the process, or the fd, that they are about. See life.h and
 * runtime/kept.h.
 *
 * Kept is every condition that hangs on one process or one fd and stands in one that does not: the
 * largest such ones, so that an event loads one bit where a rule asks ten things of the process. Of
 * what hangs on others' facts too, the parts that do not are kept as well: those outlive a change
 * elsewhere. With an fd nothing is kept that only the events ask for that make one.
 */
#include "graph/plan_parts.h"

#include "base/diag.h"

#include <stdlib.h>

/* A record of a thread, or of an fd, holds so many answers at most: 128 bytes for each kind. */
#define MOST_BITS     512
/* A handler with more steps has too many processes that can matter to it. */
#define MOST_POSSIBLE 256

/* An event that makes its fd finds nothing kept with it. */
static bool has_old_fd(uint32_t event)
{
    return cat_events[event].flags & CAT_EF_USES_FD &&
           !(cat_events[event].flags & CAT_EF_CREATES_FD);
}

void rc_plan_regroup(struct rc_planner *planner)
{
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        for (uint32_t i = 0; i < planner->nfound[event]; i++) {
            struct rc_plan_found *found = &planner->found[event][i];

            found->node =
                rc_life_regroup(&planner->lives, planner->graph, found->node, has_old_fd(event));
        }
    }
}

/* Any of the bounds of a handler's steps; NULL: one of them asks nothing of the process. */
static const struct rc_node *any_bound(struct rc_planner *planner,
                                       const struct rc_plan_handler *handler, bool own)
{
    const struct rc_plan *plan = planner->plan;
    const struct rc_node *bounds[MOST_POSSIBLE], *any;

    if (handler->nsteps > MOST_POSSIBLE)
        return NULL;
    for (uint32_t i = 0; i < handler->nsteps; i++) {
        const struct rc_node *body = plan->bodies[handler->steps[i].body].node;

        bounds[i] = rc_life_bound(&planner->lives, planner->graph, body, own);
        if (bounds[i]->kind == RC_NODE_TRUE)
            return NULL;
    }
    any = rc_graph_any(planner->graph, bounds, handler->nsteps);
    return any->kind == RC_NODE_TRUE ? NULL : any;
}

void rc_plan_possible(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;
    uint32_t nclasses = 0;

    for (uint32_t i = 0; i < plan->nhandlers && nclasses < RC_PLAN_MOST_CLASSES; i++) {
        struct rc_plan_handler *handler = &plan->handlers[i];
        const char *event = cat_events[handler->events[0]].name;

        handler->possible = any_bound(planner, handler, false);
        handler->possible_alone = any_bound(planner, handler, true);
        if (!handler->possible)
            continue;
        nclasses++;
        handler->possible_name =
            rc_plan_name(&planner->names, "", rc_arena_printf(plan->arena, "%s is possible", event),
                         RC_PLAN_LONGEST_NAME, false);
        if (handler->possible_alone == handler->possible)
            handler->possible_alone_name = handler->possible_name;
        else if (handler->possible_alone)
            handler->possible_alone_name = rc_plan_name(
                &planner->names, "", rc_arena_printf(plan->arena, "%s is possible alone", event),
                RC_PLAN_LONGEST_NAME, false);
    }
}

/* --- bits --- */

struct candidate {
    const struct rc_node *node;
    enum rc_life life;
    uint32_t uses;
};

struct candidates {
    struct candidate *list; /* n */
    uint32_t n;
    bool *is_one;  /* by node number */
    bool *old_fds; /* by node number: some event that does not make its fd asks for it */
};

static void propose(struct rc_planner *planner, struct candidates *candidates,
                    const struct rc_node *node, enum rc_life above)
{
    const struct rc_plan *plan = planner->plan;
    enum rc_life life;

    while (node->kind == RC_NODE_NOT)
        node = node->children[0];
    life = rc_life_of_node(&planner->lives, node);
    if (node->kind == RC_NODE_TRUE || node->kind == RC_NODE_FALSE || life == RC_LIFE_EVENT ||
        life == above || candidates->is_one[node->number])
        return;
    if (life == RC_LIFE_FD && !candidates->old_fds[node->number])
        return;
    candidates->is_one[node->number] = true;
    candidates->list[candidates->n++] =
        (struct candidate){node, life, plan->nodes[node->number].uses};
}

/* What many ask for first. */
static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;

    if (x->uses != y->uses)
        return x->uses < y->uses ? 1 : -1;
    return (x->node->number > y->node->number) - (x->node->number < y->node->number);
}

static struct rc_plan_kept *place_of(struct rc_plan *plan, const struct rc_node *node)
{
    if (node->kind == RC_NODE_TEST)
        return &plan->tests[plan->test_of[node->test->number] - 1].kept;
    return &plan->nodes[node->number].kept;
}

/* The answers on a thread's own facts come first, in words of their own. */
static void give_bits(struct rc_plan *plan, const struct candidates *candidates)
{
    uint32_t own = 0, others = 0, fds = 0;

    for (uint32_t i = 0; i < candidates->n; i++) {
        const struct candidate *candidate = &candidates->list[i];
        struct rc_plan_kept *kept = place_of(plan, candidate->node);
        uint32_t *count = candidate->life == RC_LIFE_OWN      ? &own
                          : candidate->life == RC_LIFE_OTHERS ? &others
                                                              : &fds;

        if (*count == MOST_BITS) {
            plan->nnot_kept++;
            continue;
        }
        *kept = (struct rc_plan_kept){candidate->life, (*count)++};
        plan->nkept++;
    }
    plan->own_words = (own + 63) / 64;
    plan->thread_words = plan->own_words + (others + 63) / 64;
    plan->fd_words = (fds + 63) / 64;
    for (uint32_t i = 0; i < candidates->n; i++) {
        struct rc_plan_kept *kept = place_of(plan, candidates->list[i].node);

        if (kept->with == RC_LIFE_OTHERS)
            kept->bit += 64 * plan->own_words;
    }
}

/* Marks what events with old fds ask for. */
static void find_old_fds(const struct rc_plan *plan, bool *old_fds)
{
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        const struct rc_plan_handler *handler = &plan->handlers[i];
        bool old = false;

        for (uint32_t k = 0; k < handler->nevents; k++)
            old |= has_old_fd(handler->events[k]);
        for (uint32_t k = 0; old && k < handler->nsteps; k++)
            old_fds[plan->bodies[handler->steps[k].body].node->number] = true;
    }
    for (uint32_t i = plan->nnodes; i-- > 0;) {
        const struct rc_node *node = plan->nodes[i].node;

        for (uint32_t k = 0; node && old_fds[i] && k < node->nchildren; k++)
            old_fds[node->children[k]->number] = true;
    }
}

/* Marks what is asked for on the way to what is kept. */
static void settle(struct rc_plan *plan)
{
    for (uint32_t i = plan->nnodes; i-- > 0;) {
        struct rc_plan_node *node = &plan->nodes[i];
        bool below;

        if (!node->node || node->node->kind == RC_NODE_TRUE || node->node->kind == RC_NODE_FALSE)
            continue;
        below = node->below_kept || rc_plan_kept(plan, node->node)->with != RC_LIFE_EVENT;
        node->below_kept = below;
        for (uint32_t k = 0; below && k < node->node->nchildren; k++)
            plan->nodes[node->node->children[k]->number].below_kept = true;
    }
}

void rc_plan_keep(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;
    struct candidates candidates = {
        .list = calloc(plan->nnodes + 1, sizeof *candidates.list),
        .is_one = calloc(plan->nnodes + 1, sizeof *candidates.is_one),
        .old_fds = calloc(plan->nnodes + 1, sizeof *candidates.old_fds),
    };

    if (!candidates.list || !candidates.is_one || !candidates.old_fds)
        RC_BUG("out of memory");
    find_old_fds(plan, candidates.old_fds);
    for (uint32_t i = 0; i < plan->nnodes; i++) {
        const struct rc_node *node = plan->nodes[i].node;
        enum rc_life life;

        if (!node || node->kind == RC_NODE_NOT)
            continue;
        life = rc_life_of_node(&planner->lives, node);
        if (planner->is_root[i])
            propose(planner, &candidates, node, RC_LIFE_EVENT);
        for (uint32_t k = 0; k < node->nchildren; k++)
            propose(planner, &candidates, node->children[k], life);
    }
    qsort(candidates.list, candidates.n, sizeof *candidates.list, compare_candidates);
    give_bits(plan, &candidates);
    settle(plan);
    free(candidates.list);
    free(candidates.is_one);
    free(candidates.old_fds);
}

const struct rc_plan_kept *rc_plan_kept(const struct rc_plan *plan, const struct rc_node *node)
{
    return place_of((struct rc_plan *)plan, node);
}
