/* Planning: bodies and handlers. See plan.h. */
#include "graph/plan_parts.h"

#include <string.h>

static void add_event(const uint32_t **events, uint32_t *nevents, uint32_t event)
{
    uint32_t *list = (uint32_t *)*events;

    list[(*nevents)++] = event;
}

void rc_plan_bodies(struct rc_planner *planner, uint32_t *body_of)
{
    struct rc_plan *plan = planner->plan;
    uint32_t *next;

    for (uint32_t event = 0; event < EV__COUNT; event++) {
        for (uint32_t i = 0; i < planner->nfound[event]; i++)
            plan->nbodies += body_of[planner->found[event][i].node->number]++ == 0;
    }
    plan->bodies = rc_plan_array(planner, plan->nbodies, sizeof *plan->bodies);
    memset(body_of, 0, planner->graph->nnodes * sizeof *body_of);
    plan->nbodies = 0;
    /* In the order of the rules, so that what belongs together stands together. What an event found
     * is in that order too: one step forward for each rule that is there. */
    next = rc_plan_array(planner, EV__COUNT, sizeof *next);
    for (uint32_t rule = 0; rule < plan->nrules; rule++) {
        for (uint32_t event = 0; event < EV__COUNT; event++) {
            const struct rc_plan_found *found;
            struct rc_plan_body *body;

            if (next[event] == planner->nfound[event] ||
                planner->found[event][next[event]].rule != rule)
                continue;
            found = &planner->found[event][next[event]++];
            if (body_of[found->node->number] == 0) {
                plan->bodies[plan->nbodies] = (struct rc_plan_body){
                    .node = found->node,
                    .name = rc_plan_name(&planner->names, "rule_", plan->rules[rule].rule->name,
                                         RC_PLAN_LONGEST_RULE, false),
                    .rule = rule,
                    .events = rc_plan_array(planner, EV__COUNT, sizeof(uint32_t)),
                };
                body_of[found->node->number] = ++plan->nbodies;
            }
            body = &plan->bodies[body_of[found->node->number] - 1];
            if (body->rule == rule)
                add_event(&body->events, &body->nevents, event);
        }
    }
}

static bool same_steps(const struct rc_plan_step *a, const struct rc_plan_found *found, uint32_t n,
                       const uint32_t *body_of)
{
    for (uint32_t i = 0; i < n; i++) {
        if (a[i].rule != found[i].rule || a[i].body != body_of[found[i].node->number] - 1)
            return false;
    }
    return true;
}

static uint32_t find_handler(struct rc_planner *planner, uint32_t event, const uint32_t *body_of)
{
    struct rc_plan *plan = planner->plan;
    const uint32_t n = planner->nfound[event];
    struct rc_plan_handler *handler;
    struct rc_plan_step *steps;

    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        if (plan->handlers[i].nsteps == n &&
            same_steps(plan->handlers[i].steps, planner->found[event], n, body_of))
            return i;
    }
    handler = &plan->handlers[plan->nhandlers];
    steps = rc_plan_array(planner, n, sizeof *steps);
    for (uint32_t i = 0; i < n; i++) {
        const struct rc_plan_found *found = &planner->found[event][i];

        steps[i] = (struct rc_plan_step){found->rule, body_of[found->node->number] - 1};
    }
    *handler = (struct rc_plan_handler){
        .name = rc_plan_name(&planner->names, "on_", cat_events[event].name, RC_PLAN_LONGEST_NAME,
                             false),
        .steps = steps,
        .nsteps = n,
        .events = rc_plan_array(planner, EV__COUNT, sizeof(uint32_t)),
    };
    return plan->nhandlers++;
}

void rc_plan_handlers(struct rc_planner *planner, const uint32_t *body_of)
{
    struct rc_plan *plan = planner->plan;

    plan->handlers = rc_plan_array(planner, EV__COUNT, sizeof *plan->handlers);
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        struct rc_plan_handler *handler;

        if (planner->nfound[event] == 0)
            continue;
        plan->handler[event] = find_handler(planner, event, body_of) + 1;
        handler = &plan->handlers[plan->handler[event] - 1];
        add_event(&handler->events, &handler->nevents, event);
    }
}
