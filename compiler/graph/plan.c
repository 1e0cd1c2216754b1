/* Planning: from a checked rule set to what the agent does. See plan.h. Bodies and handlers are
 * made in plan_handler.c, tests in plan_test.c. */
#include "graph/plan_parts.h"

#include "base/diag.h"
#include "filter/filter.h"
#include "graph/specialise.h"

#include <stdlib.h>
#include <string.h>

/* --- rules and events --- */

static bool is_wanted(const struct rc_rule *rule)
{
    return rule->enabled && rule->expr && rule->parsed && strcmp(rule->source, "syscall") == 0;
}

static void find_rules(struct rc_planner *planner, const struct rc_ruleset *set)
{
    struct rc_plan *plan = planner->plan;

    plan->rules = rc_plan_array(planner, set->nrules, sizeof *plan->rules);
    for (const struct rc_rule *rule = set->rules; rule; rule = rule->next) {
        if (is_wanted(rule)) {
            plan->rules[plan->nrules].rule = rule;
            plan->rules[plan->nrules++].name =
                rc_plan_name(&planner->names, "RULE_", rule->name, RC_PLAN_LONGEST_RULE, true);
        }
    }
}

static void specialise(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;
    struct rc_specialiser specialiser;
    const struct rc_node **roots = rc_plan_array(planner, plan->nrules, sizeof *roots);

    for (uint32_t i = 0; i < plan->nrules; i++)
        roots[i] = rc_graph_rule(planner->graph, i, plan->rules[i].rule->expr);
    rc_specialiser_open(&specialiser, planner->graph);
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        struct rc_plan_found *found = NULL;

        rc_specialiser_event(&specialiser, event);
        for (uint32_t i = 0; i < plan->nrules; i++) {
            const struct rc_node *left;

            if (!rc_event_set_has(&plan->rules[i].rule->events, event))
                continue;
            left = plan->level == RC_PLAN_PLAIN || roots[i]->remembers
                       ? roots[i]
                       : rc_specialise(&specialiser, roots[i]);
            if (left->kind == RC_NODE_FALSE)
                continue;
            if (!found)
                found = rc_plan_array(planner, plan->nrules, sizeof *found);
            found[planner->nfound[event]++] = (struct rc_plan_found){i, left};
        }
        planner->found[event] = found;
    }
}

/* --- what is alive --- */

/* Something that is asked for by itself; NULL is nothing. */
static void add_root(struct rc_planner *planner, const struct rc_node *node)
{
    if (!node)
        return;
    planner->plan->nodes[node->number].uses++;
    planner->is_root[node->number] = true;
}

/* A node comes after its children, so one walk from the last to the first sees every parent before
 * its children. A `not` is no code of its own: its uses are its child's. */
static void count_uses(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;

    plan->nnodes = planner->graph->nnodes;
    plan->nodes = rc_plan_array(planner, plan->nnodes, sizeof *plan->nodes);
    planner->is_root = rc_plan_array(planner, plan->nnodes, sizeof *planner->is_root);
    for (uint32_t i = 0; i < plan->nbodies; i++)
        add_root(planner, plan->bodies[i].node);
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        add_root(planner, plan->handlers[i].possible);
        if (plan->handlers[i].possible_alone != plan->handlers[i].possible)
            add_root(planner, plan->handlers[i].possible_alone);
    }
    for (uint32_t i = plan->nnodes; i-- > 0;) {
        const struct rc_node *node = planner->graph->nodes[i];
        const uint32_t uses = plan->nodes[i].uses;

        if (uses == 0)
            continue;
        plan->nodes[i].node = node;
        plan->nodes[i].bit = RC_PLAN_NO_BIT;
        for (uint32_t k = 0; k < node->nchildren; k++)
            plan->nodes[node->children[k]->number].uses += node->kind == RC_NODE_NOT ? uses : 1;
    }
}

/* The factors of live patterns are live too, though nobody asks for them by name. Nodes that this
 * makes are behind all others. */
static void make_factors(struct rc_planner *planner)
{
    struct rc_graph *graph = planner->graph;
    const uint32_t nnodes = graph->nnodes;

    planner->factor_of = rc_plan_array(planner, nnodes, sizeof(const struct rc_node *));
    if (planner->plan->level == RC_PLAN_PLAIN)
        return;
    for (uint32_t i = 0; i < nnodes; i++) {
        if (graph->nodes[i]->kind == RC_NODE_TEST)
            planner->factor_of[i] = rc_plan_factor(graph, graph->nodes[i]->test);
    }
    planner->nfactored = nnodes;
}

static void keep_factors(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;

    plan->factors = rc_plan_array(planner, planner->graph->ntests, sizeof(const struct rc_node *));
    for (uint32_t i = 0; i < planner->nfactored; i++) {
        const struct rc_node *factor = planner->factor_of[i];

        if (!plan->nodes[i].node || !factor)
            continue;
        plan->factors[planner->graph->nodes[i]->test->number] = factor;
        if (!plan->nodes[factor->number].node)
            plan->nodes[factor->number] =
                (struct rc_plan_node){.node = factor, .bit = RC_PLAN_NO_BIT};
    }
}

/* --- values --- */

static uint32_t add_inputs(struct rc_planner *planner, const struct rc_value *value,
                           uint32_t *inputs)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < value->nargs; i++) {
        if (value->args[i]->kind == RC_OPERAND_LIST) {
            n += add_inputs(planner, value->args[i], inputs ? inputs + n : NULL);
            continue;
        }
        if (inputs)
            inputs[n] = rc_plan_slot_of(planner, value->args[i]);
        n++;
    }
    return n;
}

uint32_t rc_plan_slot_of(struct rc_planner *planner, const struct rc_value *value)
{
    struct rc_plan *plan = planner->plan;
    struct rc_plan_value planned = {.value = value};
    uint32_t *inputs;

    if (planner->slot_of[value->number] != 0)
        return planner->slot_of[value->number] - 1;
    planned.ninputs = add_inputs(planner, value, NULL);
    inputs = rc_plan_array(planner, planned.ninputs, sizeof *inputs);
    add_inputs(planner, value, inputs);
    planned.inputs = inputs;
    planned.name = rc_plan_name(
        &planner->names, "VALUE_",
        value->candidates ? rc_arena_printf(plan->arena, "any %s", value->name) : value->name, 48,
        true);
    plan->values[plan->nvalues++] = planned;
    planner->slot_of[value->number] = plan->nvalues;
    return plan->nvalues - 1;
}

static void plan_outputs(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;

    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_output *output = plan->rules[i].rule->parsed;
        uint32_t *slots = rc_plan_array(planner, output->nparts, sizeof *slots);

        for (uint32_t k = 0; k < output->nparts; k++) {
            const struct rc_operand *operand = output->parts[k].value;

            slots[k] =
                operand ? rc_plan_slot_of(planner, rc_graph_value(planner->graph, operand, false))
                        : RC_PLAN_NO_SLOT;
        }
        plan->rules[i].output_slot = slots;
    }
}

/* Values of the graph are numbered as they are made, and outputs make some: those first. */
static void make_output_values(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;

    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_output *output = plan->rules[i].rule->parsed;

        for (uint32_t k = 0; k < output->nparts; k++) {
            if (output->parts[k].value)
                rc_graph_value(planner->graph, output->parts[k].value, false);
        }
    }
    plan->values = rc_plan_array(planner, planner->graph->nvalues, sizeof *plan->values);
    planner->slot_of = rc_plan_array(planner, planner->graph->nvalues, sizeof *planner->slot_of);
}

/* --- compound conditions --- */

static const struct rc_plan_node *planned(const struct rc_plan *plan, const struct rc_node *node)
{
    return &plan->nodes[node->number];
}

/* A call, or the negation of one. */
static bool is_call(const struct rc_plan *plan, const struct rc_node *node)
{
    if (node->kind == RC_NODE_NOT)
        node = node->children[0];
    return node->kind == RC_NODE_TEST || planned(plan, node)->name != NULL;
}

/* Short enough to be spelled out in its parent: two calls. */
static bool is_short(const struct rc_plan *plan, const struct rc_node *node)
{
    return node->nchildren == 2 && is_call(plan, node->children[0]) &&
           is_call(plan, node->children[1]);
}

/* Cheapest first; equal ones as they were made. A few hundred operands at most, but lists of
 * thousands of alternatives exist: insertion would not do. */
struct operand {
    const struct rc_node *node;
    uint32_t cost;
};

static int compare_operands(const void *a, const void *b)
{
    const struct operand *x = a, *y = b;

    if (x->cost != y->cost)
        return x->cost > y->cost ? 1 : -1;
    return (x->node->number > y->node->number) - (x->node->number < y->node->number);
}

static void order_children(struct rc_planner *planner, struct rc_plan_node *planned_node)
{
    const struct rc_node *node = planned_node->node;
    struct operand *operands = malloc((node->nchildren + 1) * sizeof *operands);
    uint64_t cost = 0;

    if (!operands)
        RC_BUG("out of memory");
    planned_node->children =
        rc_plan_array(planner, node->nchildren, sizeof(const struct rc_node *));
    for (uint32_t i = 0; i < node->nchildren; i++)
        operands[i] =
            (struct operand){node->children[i], planned(planner->plan, node->children[i])->cost};
    if (planner->plan->level != RC_PLAN_PLAIN && !node->remembers)
        qsort(operands, node->nchildren, sizeof *operands, compare_operands);
    for (uint32_t i = 0; i < node->nchildren; i++) {
        planned_node->children[i] = operands[i].node;
        /* Each further operand is asked for about half as often as the one before. */
        cost += operands[i].cost >> (i < 16 ? i : 16);
    }
    planned_node->cost = cost > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)cost;
    free(operands);
}

static const char *function_name(struct rc_planner *planner, const struct rc_plan_node *node)
{
    const struct rc_node *first = node->children[0];

    if (node->node->name)
        return rc_plan_name(&planner->names, "macro_", node->node->name, RC_PLAN_LONGEST_NAME,
                            false);
    while (first->kind != RC_NODE_TEST)
        first = first->children[0];
    return rc_plan_name(&planner->names, node->node->kind == RC_NODE_AND ? "all_" : "any_",
                        rc_plan_test(planner->plan, first)->name, RC_PLAN_LONGEST_NAME, false);
}

static void plan_nodes(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;
    uint32_t *functions = rc_plan_array(planner, plan->nnodes, sizeof *functions);

    for (uint32_t i = 0; i < plan->nnodes; i++) {
        struct rc_plan_node *node = &plan->nodes[i];
        bool alone, kept;

        if (!node->node)
            continue;
        if (node->node->kind == RC_NODE_TEST) {
            const struct rc_plan_test *test = rc_plan_test(plan, node->node);

            node->cost = rc_life_is_process(test->kept.with) ? RC_PLAN_KEPT_COST : test->cost;
        }
        if (node->node->nchildren == 0)
            continue;
        order_children(planner, node);
        if (node->node->kind == RC_NODE_NOT)
            continue;
        alone = planner->is_root[i] && node->uses == 1;
        kept = node->kept.with != RC_LIFE_EVENT;
        if (!kept && (alone || (node->uses == 1 && is_short(plan, node->node))))
            continue;
        node->name = function_name(planner, node);
        functions[plan->nfunctions++] = i;
        if (rc_life_is_process(node->kept.with))
            node->cost = RC_PLAN_KEPT_COST;
        if (kept)
            continue;
        if (node->uses > 1 && plan->level != RC_PLAN_PLAIN)
            node->bit = plan->nbits++;
    }
    plan->functions = functions;
}

void rc_plan_make_at(struct rc_plan *plan, struct rc_graph *graph, const struct rc_ruleset *set,
                     enum rc_plan_level level)
{
    struct rc_planner *planner = calloc(1, sizeof *planner);
    uint32_t *body_of;

    if (!planner)
        RC_BUG("out of memory");
    *plan = (struct rc_plan){
        .level = level, .arena = set->arena, .graph = graph, .sources = set->sources};
    *planner = (struct rc_planner){.plan = plan,
                                   .graph = graph,
                                   .names = {.arena = set->arena},
                                   .lives = {.arena = set->arena}};
    rc_graph_init(graph, set->arena);
    graph->plain = level == RC_PLAN_PLAIN;
    find_rules(planner, set);
    specialise(planner);
    if (level >= RC_PLAN_KEPT)
        rc_plan_regroup(planner);
    body_of = rc_plan_array(planner, graph->nnodes, sizeof *body_of);
    rc_plan_bodies(planner, body_of);
    rc_plan_handlers(planner, body_of);
    if (level >= RC_PLAN_KEPT)
        rc_plan_possible(planner);
    make_factors(planner);
    count_uses(planner);
    keep_factors(planner);
    make_output_values(planner);
    rc_plan_tests(planner);
    plan_outputs(planner);
    rc_plan_expressions(planner);
    if (level >= RC_PLAN_KEPT)
        rc_plan_keep(planner);
    if (level != RC_PLAN_PLAIN)
        rc_plan_tables(plan, &planner->names);
    plan_nodes(planner);
    if (level != RC_PLAN_PLAIN)
        rc_plan_gates(plan);
    plan->filter = rc_filter_make(plan);
    free(planner);
}
