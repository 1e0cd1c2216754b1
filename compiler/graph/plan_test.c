/* Planning: the tests, and their regular expressions. See plan.h. */
#include "graph/plan_parts.h"

#include <string.h>

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

static const char *test_name(struct rc_planner *planner, const struct rc_test *test)
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
                        RC_PLAN_LONGEST_NAME, false);
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

static void add_regexes(struct rc_planner *planner, struct rc_plan_test *planned)
{
    const struct rc_test *test = planned->test;
    uint32_t *regexes = rc_plan_array(planner, test->nliterals, sizeof *regexes);

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
static const struct rc_literal *search_for(struct rc_planner *planner, const struct rc_value *value)
{
    struct rc_arena *arena = planner->plan->arena;
    struct rc_literal *literal = rc_plan_array(planner, 1, sizeof *literal);
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

void rc_plan_expressions(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;

    for (uint32_t i = 0; i < plan->nvalues; i++) {
        struct rc_plan_value *planned = &plan->values[i];
        if (is_expression(planned->value))
            planned->expression =
                plan->regexes[add_regex(plan, search_for(planner, planned->value))].name;
    }
}

void rc_plan_tests(struct rc_planner *planner)
{
    struct rc_plan *plan = planner->plan;
    uint32_t *test_of = rc_plan_array(planner, planner->graph->ntests, sizeof *test_of);
    uint32_t npatterns = 0;

    for (uint32_t i = 0; i < planner->graph->ntests; i++) {
        if (planner->graph->tests[i]->op == CAT_OP_REGEX)
            npatterns += planner->graph->tests[i]->nliterals;
    }
    plan->regexes =
        rc_plan_array(planner, npatterns + planner->graph->nvalues, sizeof *plan->regexes);
    plan->tests = rc_plan_array(planner, planner->graph->ntests, sizeof *plan->tests);
    for (uint32_t i = 0; i < plan->nnodes; i++) {
        const struct rc_node *node = plan->nodes[i].node;
        struct rc_plan_test *test = &plan->tests[plan->ntests];

        if (!node || node->kind != RC_NODE_TEST)
            continue;
        *test = (struct rc_plan_test){
            .test = node->test,
            .name = test_name(planner, node->test),
            .slot = rc_plan_slot_of(planner, node->test->left),
            .right_slot =
                node->test->right ? rc_plan_slot_of(planner, node->test->right) : RC_PLAN_NO_SLOT,
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
