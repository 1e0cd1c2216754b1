/* Planning: from a checked rule set to what the agent does. See plan.h. */
#include "graph/plan.h"

#include "filter/filter.h"
#include "graph/specialise.h"

#include <stdlib.h>
#include <string.h>

/* Names are cut so that the longest line of generated code fits: two of these beside each other. */
#define LONGEST_NAME 40
#define LONGEST_RULE 60

/* What planning needs on the way. */
struct planner {
    struct rc_plan *plan;
    struct rc_graph *graph;
    struct rc_plan_names names;
    struct found {
        uint32_t rule;
        const struct rc_node *node;
    } * found[EV__COUNT]; /* what is left of the rules on each event, in load order */
    uint32_t nfound[EV__COUNT];
    const struct rc_node **factor_of; /* by number of a test's node, nfactored of them */
    uint32_t nfactored;
    uint32_t *slot_of; /* by value number: slot plus 1 */
    bool *is_root;     /* by node number */
};

static void *array(struct planner *planner, size_t n, size_t size)
{
    return rc_arena_array(planner->plan->arena, n + 1, size);
}

/* --- rules and events --- */

static bool is_wanted(const struct rc_rule *rule)
{
    return rule->enabled && rule->expr && rule->parsed && strcmp(rule->source, "syscall") == 0;
}

static void find_rules(struct planner *planner, const struct rc_ruleset *set)
{
    struct rc_plan *plan = planner->plan;

    plan->rules = array(planner, set->nrules, sizeof *plan->rules);
    for (const struct rc_rule *rule = set->rules; rule; rule = rule->next) {
        if (is_wanted(rule)) {
            plan->rules[plan->nrules].rule = rule;
            plan->rules[plan->nrules++].name =
                rc_plan_name(&planner->names, "RULE_", rule->name, LONGEST_RULE, true);
        }
    }
}

static void specialise(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;
    struct rc_specialiser specialiser;
    const struct rc_node **roots = array(planner, plan->nrules, sizeof *roots);

    for (uint32_t i = 0; i < plan->nrules; i++)
        roots[i] = rc_graph_expr(planner->graph, plan->rules[i].rule->expr);
    rc_specialiser_open(&specialiser, planner->graph);
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        struct found *found = NULL;

        rc_specialiser_event(&specialiser, event);
        for (uint32_t i = 0; i < plan->nrules; i++) {
            const struct rc_node *left;

            if (!rc_event_set_has(&plan->rules[i].rule->events, event))
                continue;
            left = plan->level == RC_PLAN_PLAIN ? roots[i] : rc_specialise(&specialiser, roots[i]);
            if (left->kind == RC_NODE_FALSE)
                continue;
            if (!found)
                found = array(planner, plan->nrules, sizeof *found);
            found[planner->nfound[event]++] = (struct found){i, left};
        }
        planner->found[event] = found;
    }
}

/* --- bodies and handlers --- */

static void add_event(const uint32_t **events, uint32_t *nevents, uint32_t event)
{
    uint32_t *list = (uint32_t *)*events;

    list[(*nevents)++] = event;
}

static void make_bodies(struct planner *planner, uint32_t *body_of)
{
    struct rc_plan *plan = planner->plan;
    uint32_t *next;

    for (uint32_t event = 0; event < EV__COUNT; event++) {
        for (uint32_t i = 0; i < planner->nfound[event]; i++)
            plan->nbodies += body_of[planner->found[event][i].node->number]++ == 0;
    }
    plan->bodies = array(planner, plan->nbodies, sizeof *plan->bodies);
    memset(body_of, 0, planner->graph->nnodes * sizeof *body_of);
    plan->nbodies = 0;
    /* In the order of the rules, so that what belongs together stands together. What an event found
     * is in that order too: one step forward for each rule that is there. */
    next = array(planner, EV__COUNT, sizeof *next);
    for (uint32_t rule = 0; rule < plan->nrules; rule++) {
        for (uint32_t event = 0; event < EV__COUNT; event++) {
            const struct found *found;
            struct rc_plan_body *body;

            if (next[event] == planner->nfound[event] ||
                planner->found[event][next[event]].rule != rule)
                continue;
            found = &planner->found[event][next[event]++];
            if (body_of[found->node->number] == 0) {
                plan->bodies[plan->nbodies] = (struct rc_plan_body){
                    .node = found->node,
                    .name = rc_plan_name(&planner->names, "rule_", plan->rules[rule].rule->name,
                                         LONGEST_RULE, false),
                    .rule = rule,
                    .events = array(planner, EV__COUNT, sizeof(uint32_t)),
                };
                body_of[found->node->number] = ++plan->nbodies;
            }
            body = &plan->bodies[body_of[found->node->number] - 1];
            if (body->rule == rule)
                add_event(&body->events, &body->nevents, event);
        }
    }
}

static bool same_steps(const struct rc_plan_step *a, const struct found *found, uint32_t n,
                       const uint32_t *body_of)
{
    for (uint32_t i = 0; i < n; i++) {
        if (a[i].rule != found[i].rule || a[i].body != body_of[found[i].node->number] - 1)
            return false;
    }
    return true;
}

static uint32_t find_handler(struct planner *planner, uint32_t event, const uint32_t *body_of)
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
    steps = array(planner, n, sizeof *steps);
    for (uint32_t i = 0; i < n; i++) {
        const struct found *found = &planner->found[event][i];

        steps[i] = (struct rc_plan_step){found->rule, body_of[found->node->number] - 1};
    }
    *handler = (struct rc_plan_handler){
        .name = rc_plan_name(&planner->names, "on_", cat_events[event].name, LONGEST_NAME, false),
        .steps = steps,
        .nsteps = n,
        .events = array(planner, EV__COUNT, sizeof(uint32_t)),
    };
    return plan->nhandlers++;
}

static void make_handlers(struct planner *planner, const uint32_t *body_of)
{
    struct rc_plan *plan = planner->plan;

    plan->handlers = array(planner, EV__COUNT, sizeof *plan->handlers);
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        struct rc_plan_handler *handler;

        if (planner->nfound[event] == 0)
            continue;
        plan->handler[event] = find_handler(planner, event, body_of) + 1;
        handler = &plan->handlers[plan->handler[event] - 1];
        add_event(&handler->events, &handler->nevents, event);
    }
}

/* --- what is alive --- */

/* A node comes after its children, so one walk from the last to the first sees every parent before
 * its children. A `not` is no code of its own: its uses are its child's. */
static void count_uses(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;

    plan->nnodes = planner->graph->nnodes;
    plan->nodes = array(planner, plan->nnodes, sizeof *plan->nodes);
    planner->is_root = array(planner, plan->nnodes, sizeof *planner->is_root);
    for (uint32_t i = 0; i < plan->nbodies; i++) {
        plan->nodes[plan->bodies[i].node->number].uses++;
        planner->is_root[plan->bodies[i].node->number] = true;
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
static void make_factors(struct planner *planner)
{
    struct rc_graph *graph = planner->graph;
    const uint32_t nnodes = graph->nnodes;

    planner->factor_of = array(planner, nnodes, sizeof(const struct rc_node *));
    if (planner->plan->level == RC_PLAN_PLAIN)
        return;
    for (uint32_t i = 0; i < nnodes; i++) {
        if (graph->nodes[i]->kind == RC_NODE_TEST)
            planner->factor_of[i] = rc_plan_factor(graph, graph->nodes[i]->test);
    }
    planner->nfactored = nnodes;
}

static void keep_factors(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;

    plan->factors = array(planner, planner->graph->ntests, sizeof(const struct rc_node *));
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

static uint32_t slot_of(struct planner *planner, const struct rc_value *value);

static uint32_t add_inputs(struct planner *planner, const struct rc_value *value, uint32_t *inputs)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < value->nargs; i++) {
        if (value->args[i]->kind == RC_OPERAND_LIST) {
            n += add_inputs(planner, value->args[i], inputs ? inputs + n : NULL);
            continue;
        }
        if (inputs)
            inputs[n] = slot_of(planner, value->args[i]);
        n++;
    }
    return n;
}

static uint32_t slot_of(struct planner *planner, const struct rc_value *value)
{
    struct rc_plan *plan = planner->plan;
    struct rc_plan_value planned = {.value = value};
    uint32_t *inputs;

    if (planner->slot_of[value->number] != 0)
        return planner->slot_of[value->number] - 1;
    planned.ninputs = add_inputs(planner, value, NULL);
    inputs = array(planner, planned.ninputs, sizeof *inputs);
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

static void plan_outputs(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;

    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_output *output = plan->rules[i].rule->parsed;
        uint32_t *slots = array(planner, output->nparts, sizeof *slots);

        for (uint32_t k = 0; k < output->nparts; k++) {
            const struct rc_operand *operand = output->parts[k].value;

            slots[k] = operand ? slot_of(planner, rc_graph_value(planner->graph, operand, false))
                               : RC_PLAN_NO_SLOT;
        }
        plan->rules[i].output_slot = slots;
    }
}

/* Values of the graph are numbered as they are made, and outputs make some: those first. */
static void make_output_values(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;

    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_output *output = plan->rules[i].rule->parsed;

        for (uint32_t k = 0; k < output->nparts; k++) {
            if (output->parts[k].value)
                rc_graph_value(planner->graph, output->parts[k].value, false);
        }
    }
    plan->values = array(planner, planner->graph->nvalues, sizeof *plan->values);
    planner->slot_of = array(planner, planner->graph->nvalues, sizeof *planner->slot_of);
}

/* --- tests --- */

static const char *operator_word(const struct rc_test *test)
{
    switch ((int)test->op) {
    case CAT_OP_EQ:
        return "is";
    case CAT_OP_NE:
        return "is not";
    case CAT_OP_LT:
        return "below";
    case CAT_OP_LE:
        return "at most";
    case CAT_OP_GT:
        return "above";
    case CAT_OP_GE:
        return "at least";
    default:
        return cat_operator_names[test->op];
    }
}

static const char *test_name(struct planner *planner, const struct rc_test *test)
{
    const char *right = "";

    if (test->right)
        right = test->right->name;
    else if (test->list)
        right = test->list;
    else if (test->nliterals > 0)
        right = test->literals[0]->text;
    return rc_plan_name(&planner->names, "",
                        rc_arena_printf(planner->plan->arena, "%s %s %s", test->left->name,
                                        operator_word(test), right),
                        LONGEST_NAME, false);
}

/* The number of an expression, new if need be. */
static uint32_t add_regex(struct rc_plan *plan, const struct rc_literal *pattern)
{
    uint32_t k = 0;

    while (k < plan->nregexes &&
           (plan->regexes[k].pattern->len != pattern->len ||
            memcmp(plan->regexes[k].pattern->text, pattern->text, pattern->len) != 0))
        k++;
    if (k == plan->nregexes) {
        plan->regexes[plan->nregexes++] = (struct rc_plan_regex){
            .pattern = pattern,
            .name = rc_arena_printf(plan->arena, "regex_%u", k + 1),
            .span = pattern->span,
        };
    }
    return k;
}

static void add_regexes(struct planner *planner, struct rc_plan_test *planned)
{
    const struct rc_test *test = planned->test;
    uint32_t *regexes = array(planner, test->nliterals, sizeof *regexes);

    for (uint32_t i = 0; i < test->nliterals; i++)
        regexes[i] = add_regex(planner->plan, test->literals[i]);
    planned->regexes = regexes;
}

/* --- expressions as arguments --- */

/* container.mount.dest[/proc*]: Falco's container plugin takes the argument for an expression and
 * looks for it anywhere in the path. One without signs of its own is a plain text. */
static bool is_expression(const struct rc_value *value)
{
    return value->kind == RC_OPERAND_FIELD && value->arg_kind == RC_ARG_KEY &&
           value->field >= FIELD_CONTAINER_MOUNT &&
           value->field <= FIELD_CONTAINER_MOUNT_PROPAGATION &&
           strpbrk(value->key, "\\^$.|?*+()[]{}");
}

/* The expression of the whole path. An anchor takes the place of what may stand before or behind.
 */
static const struct rc_literal *search_for(struct planner *planner, const struct rc_value *value)
{
    struct rc_arena *arena = planner->plan->arena;
    struct rc_literal *literal = array(planner, 1, sizeof *literal);
    const bool single = !strchr(value->key, '|');
    size_t len = strlen(value->key);
    const bool begin = single && value->key[0] == '^';
    const bool end = single && len > 1 && value->key[len - 1] == '$' && value->key[len - 2] != '\\';

    len -= (size_t)begin + end;
    literal->text = rc_arena_printf(arena, "%s(%.*s)%s", begin ? "" : ".*", (int)len,
                                    value->key + begin, end ? "" : ".*");
    literal->len = (uint32_t)strlen(literal->text);
    for (uint32_t i = 0; i < planner->graph->ntests; i++) {
        const struct rc_test *test = planner->graph->tests[i];
        if (test->left == value && test->nliterals > 0)
            literal->span = test->literals[0]->span;
    }
    return literal;
}

static void plan_expressions(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;

    for (uint32_t i = 0; i < plan->nvalues; i++) {
        struct rc_plan_value *planned = &plan->values[i];
        if (is_expression(planned->value))
            planned->expression =
                plan->regexes[add_regex(plan, search_for(planner, planned->value))].name;
    }
}

static void plan_tests(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;
    uint32_t *test_of = array(planner, planner->graph->ntests, sizeof *test_of);
    uint32_t npatterns = 0;

    for (uint32_t i = 0; i < planner->graph->ntests; i++) {
        if (planner->graph->tests[i]->op == CAT_OP_REGEX)
            npatterns += planner->graph->tests[i]->nliterals;
    }
    plan->regexes = array(planner, npatterns + planner->graph->nvalues, sizeof *plan->regexes);
    plan->tests = array(planner, planner->graph->ntests, sizeof *plan->tests);
    for (uint32_t i = 0; i < plan->nnodes; i++) {
        const struct rc_node *node = plan->nodes[i].node;
        struct rc_plan_test *test = &plan->tests[plan->ntests];

        if (!node || node->kind != RC_NODE_TEST)
            continue;
        *test = (struct rc_plan_test){
            .test = node->test,
            .name = test_name(planner, node->test),
            .slot = slot_of(planner, node->test->left),
            .right_slot = node->test->right ? slot_of(planner, node->test->right) : RC_PLAN_NO_SLOT,
            .bit = RC_PLAN_NO_BIT,
            .uses = plan->nodes[i].uses,
            .cost = rc_plan_test_cost(node->test),
        };
        if (node->test->op == CAT_OP_REGEX)
            add_regexes(planner, test);
        test_of[node->test->number] = ++plan->ntests;
    }
    plan->test_of = test_of;
}

const struct rc_plan_test *rc_plan_test(const struct rc_plan *plan, const struct rc_node *node)
{
    return &plan->tests[plan->test_of[node->test->number] - 1];
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

static void order_children(struct planner *planner, struct rc_plan_node *planned_node)
{
    const struct rc_node *node = planned_node->node;
    struct operand *operands = malloc((node->nchildren + 1) * sizeof *operands);
    uint64_t cost = 0;

    if (!operands)
        RC_BUG("out of memory");
    planned_node->children = array(planner, node->nchildren, sizeof(const struct rc_node *));
    for (uint32_t i = 0; i < node->nchildren; i++)
        operands[i] =
            (struct operand){node->children[i], planned(planner->plan, node->children[i])->cost};
    if (planner->plan->level != RC_PLAN_PLAIN)
        qsort(operands, node->nchildren, sizeof *operands, compare_operands);
    for (uint32_t i = 0; i < node->nchildren; i++) {
        planned_node->children[i] = operands[i].node;
        /* Each further operand is asked for about half as often as the one before. */
        cost += operands[i].cost >> (i < 16 ? i : 16);
    }
    planned_node->cost = cost > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)cost;
    free(operands);
}

static const char *function_name(struct planner *planner, const struct rc_plan_node *node)
{
    const struct rc_node *first = node->children[0];

    if (node->node->name)
        return rc_plan_name(&planner->names, "macro_", node->node->name, LONGEST_NAME, false);
    while (first->kind != RC_NODE_TEST)
        first = first->children[0];
    return rc_plan_name(&planner->names, node->node->kind == RC_NODE_AND ? "all_" : "any_",
                        rc_plan_test(planner->plan, first)->name, LONGEST_NAME, false);
}

static void plan_nodes(struct planner *planner)
{
    struct rc_plan *plan = planner->plan;
    uint32_t *functions = array(planner, plan->nnodes, sizeof *functions);

    for (uint32_t i = 0; i < plan->nnodes; i++) {
        struct rc_plan_node *node = &plan->nodes[i];
        bool alone;

        if (node->node && node->node->kind == RC_NODE_TEST)
            node->cost = rc_plan_test(plan, node->node)->cost;
        if (!node->node || node->node->nchildren == 0)
            continue;
        order_children(planner, node);
        if (node->node->kind == RC_NODE_NOT)
            continue;
        alone = planner->is_root[i] && node->uses == 1;
        if (!alone && (node->uses > 1 || !is_short(plan, node->node))) {
            node->name = function_name(planner, node);
            functions[plan->nfunctions++] = i;
            if (node->uses > 1 && plan->level != RC_PLAN_PLAIN)
                node->bit = plan->nbits++;
        }
    }
    plan->functions = functions;
}

void rc_plan_make(struct rc_plan *plan, struct rc_graph *graph, const struct rc_ruleset *set)
{
    rc_plan_make_at(plan, graph, set, RC_PLAN_SHARED);
}

void rc_plan_make_at(struct rc_plan *plan, struct rc_graph *graph, const struct rc_ruleset *set,
                     enum rc_plan_level level)
{
    struct planner *planner = calloc(1, sizeof *planner);
    uint32_t *body_of;

    if (!planner)
        RC_BUG("out of memory");
    *plan = (struct rc_plan){
        .level = level, .arena = set->arena, .graph = graph, .sources = set->sources};
    *planner = (struct planner){.plan = plan, .graph = graph, .names = {.arena = set->arena}};
    rc_graph_init(graph, set->arena);
    graph->plain = level == RC_PLAN_PLAIN;
    find_rules(planner, set);
    specialise(planner);
    body_of = array(planner, graph->nnodes, sizeof *body_of);
    make_bodies(planner, body_of);
    make_handlers(planner, body_of);
    make_factors(planner);
    count_uses(planner);
    keep_factors(planner);
    make_output_values(planner);
    plan_tests(planner);
    plan_outputs(planner);
    plan_expressions(planner);
    if (level != RC_PLAN_PLAIN)
        rc_plan_tables(plan, &planner->names);
    plan_nodes(planner);
    if (level != RC_PLAN_PLAIN)
        rc_plan_gates(plan);
    plan->filter = rc_filter_make(plan);
    free(planner);
}
