/* The plan as text. See plan.h. */
#include "graph/plan.h"

static void print_events(const uint32_t *events, uint32_t n, struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < n; i++)
        rc_strbuf_printf(out, " %s", cat_events[events[i]].id);
    rc_strbuf_addc(out, '\n');
}

static void print_bit(uint32_t bit, struct rc_strbuf *out)
{
    if (bit != RC_PLAN_NO_BIT)
        rc_strbuf_printf(out, " bit %u", bit);
}

static void print_kept(const struct rc_plan_kept *kept, struct rc_strbuf *out)
{
    static const char *const with[] = {
        [RC_LIFE_FD] = "fd", [RC_LIFE_OTHERS] = "process", [RC_LIFE_OWN] = "thread"};

    if (kept->with != RC_LIFE_EVENT)
        rc_strbuf_printf(out, " kept with the %s %u", with[kept->with], kept->bit);
}

/* Operands in the order of evaluation: functions by name, the rest in brackets. */
static void print_node(const struct rc_plan *plan, const struct rc_node *node, bool spell_out,
                       struct rc_strbuf *out)
{
    const struct rc_plan_node *planned = &plan->nodes[node->number];
    const char *word = node->kind == RC_NODE_AND ? " and " : " or ";

    if (node->kind == RC_NODE_TRUE || node->kind == RC_NODE_FALSE) {
        rc_strbuf_adds(out, node->kind == RC_NODE_TRUE ? "true" : "false");
        return;
    }
    if (node->kind == RC_NODE_TEST) {
        rc_strbuf_adds(out, rc_plan_test(plan, node)->name);
        return;
    }
    if (node->kind == RC_NODE_NOT) {
        rc_strbuf_adds(out, "not ");
        print_node(plan, node->children[0], false, out);
        return;
    }
    if (planned->name && !spell_out) {
        rc_strbuf_adds(out, planned->name);
        return;
    }
    rc_strbuf_addc(out, '(');
    for (uint32_t i = 0; i < node->nchildren; i++) {
        if (i > 0)
            rc_strbuf_adds(out, word);
        print_node(plan, planned->children[i], false, out);
    }
    rc_strbuf_addc(out, ')');
}

static void print_tests(const struct rc_plan *plan, struct rc_strbuf *out)
{
    static const char *const hows[] = {"helper", "table"};

    for (uint32_t i = 0; i < plan->ntests; i++) {
        const struct rc_plan_test *test = &plan->tests[i];

        rc_strbuf_printf(out, "test %s %s uses %u cost %u", test->name, hows[test->how], test->uses,
                         test->cost);
        print_bit(test->bit, out);
        print_kept(&test->kept, out);
        rc_strbuf_adds(out, ": ");
        rc_test_print(test->test, out);
        rc_strbuf_addc(out, '\n');
    }
}

static void print_groups(const struct rc_plan *plan, const struct rc_plan_handler *handler,
                         struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < handler->ngroups; i++) {
        const struct rc_plan_group *group = &handler->groups[i];

        rc_strbuf_printf(out, "  group %u: if %s, look up", group->number,
                         group->guard ? rc_plan_test(plan, group->guard)->name : "anything");
        for (uint32_t k = 0; k < group->ntables; k++)
            rc_strbuf_printf(out, " %s", plan->tables[group->tables[k]].name);
        rc_strbuf_addc(out, '\n');
    }
    if (handler->nalways > 0) {
        rc_strbuf_adds(out, "  always:");
        for (uint32_t i = 0; i < handler->nalways; i++)
            rc_strbuf_printf(out, " %s",
                             plan->bodies[handler->steps[handler->always[i]].body].name);
        rc_strbuf_addc(out, '\n');
    }
}

void rc_plan_print(const struct rc_plan *plan, struct rc_strbuf *out)
{
    static const char *const kinds[RT_TABLE_KINDS] = {
        [RT_TABLE_EQUAL] = "equal",       [RT_TABLE_PREFIX] = "prefixes",
        [RT_TABLE_SUFFIX] = "suffixes",   [RT_TABLE_PATH] = "paths",
        [RT_TABLE_CONTAINS] = "contains", [RT_TABLE_ICONTAINS] = "icontains",
    };

    for (uint32_t i = 0; i < plan->nvalues; i++)
        rc_strbuf_printf(out, "slot %u %s %s\n", i, plan->values[i].name,
                         plan->values[i].value->name);
    for (uint32_t i = 0; i < plan->ntables; i++) {
        const struct rc_plan_table *table = &plan->tables[i];

        rc_strbuf_printf(out, "table %s %s of %s, %u bytes, %u %s, bits %u..\n", table->name,
                         kinds[table->kind], plan->values[table->slot].name, table->nbytes,
                         table->kind == RT_TABLE_EQUAL ? table->nplaces : table->nnodes,
                         table->kind == RT_TABLE_EQUAL ? "places" : "nodes", table->known);
    }
    for (uint32_t i = 0; i < plan->nregexes; i++)
        rc_strbuf_printf(out, "regex %s %s\n", plan->regexes[i].name,
                         plan->regexes[i].pattern->text);
    print_tests(plan, out);
    for (uint32_t i = 0; i < plan->nfunctions; i++) {
        const struct rc_plan_node *node = &plan->nodes[plan->functions[i]];

        rc_strbuf_printf(out, "function %s uses %u cost %u", node->name, node->uses, node->cost);
        print_bit(node->bit, out);
        print_kept(&node->kept, out);
        rc_strbuf_adds(out, ": ");
        print_node(plan, node->node, true, out);
        rc_strbuf_addc(out, '\n');
    }
    for (uint32_t i = 0; i < plan->nbodies; i++) {
        const struct rc_plan_body *body = &plan->bodies[i];

        rc_strbuf_printf(out, "body %s: ", body->name);
        print_node(plan, body->node, plan->nodes[body->node->number].uses == 1, out);
        rc_strbuf_adds(out, "\n  on");
        print_events(body->events, body->nevents, out);
    }
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        const struct rc_plan_handler *handler = &plan->handlers[i];

        rc_strbuf_printf(out, "handler %s on", handler->name);
        print_events(handler->events, handler->nevents, out);
        if (handler->possible) {
            rc_strbuf_adds(out, "  possible: ");
            print_node(plan, handler->possible, false, out);
            rc_strbuf_addc(out, '\n');
        }
        if (handler->possible_alone) {
            rc_strbuf_adds(out, "  by the thread alone: ");
            print_node(plan, handler->possible_alone, false, out);
            rc_strbuf_addc(out, '\n');
        }
        print_groups(plan, handler, out);
        for (uint32_t k = 0; k < handler->nsteps; k++)
            rc_strbuf_printf(out, "  %s: %s\n", plan->rules[handler->steps[k].rule].rule->name,
                             plan->bodies[handler->steps[k].body].name);
    }
}
