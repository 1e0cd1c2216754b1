/* The plan as a graph for dot: handlers with their events, the bodies of rules that they ask in
 * turn, the functions and tests that those ask in turn. See plan.h. */
#include "base/dot.h"
#include "graph/plan.h"

static void print_label(const char *shape, const struct rc_strbuf *label, struct rc_strbuf *out)
{
    rc_strbuf_printf(out, " [shape=%s, label=", shape);
    rc_dot_text(out, label->data ? label->data : "", label->len);
    rc_strbuf_adds(out, "];\n");
}

/* Edges from `from` to what the node asks, in that order: functions and tests; conditions in
 * between have no name and are passed through. *number: of the next edge. */
static void print_edges(const struct rc_plan *plan, const char *from, uint32_t index,
                        const struct rc_node *node, bool spell_out, uint32_t *number,
                        struct rc_strbuf *out)
{
    const struct rc_plan_node *planned = &plan->nodes[node->number];

    if (node->kind == RC_NODE_TRUE || node->kind == RC_NODE_FALSE)
        return;
    if (node->kind == RC_NODE_TEST) {
        rc_strbuf_printf(out, "    %s%u -> test%u [label=%u];\n", from, index,
                         (unsigned)(rc_plan_test(plan, node) - plan->tests), ++*number);
    } else if (planned->name && !spell_out) {
        rc_strbuf_printf(out, "    %s%u -> function%u [label=%u];\n", from, index, node->number,
                         ++*number);
    } else {
        for (uint32_t i = 0; i < node->nchildren; i++)
            print_edges(plan, from, index,
                        planned->children ? planned->children[i] : node->children[i], false, number,
                        out);
    }
}

static void print_handler(const struct rc_plan *plan, uint32_t index, struct rc_strbuf *out)
{
    const struct rc_plan_handler *handler = &plan->handlers[index];
    struct rc_strbuf label = {0};

    rc_strbuf_printf(&label, "%s:", handler->name);
    for (uint32_t i = 0; i < handler->nevents; i++)
        rc_strbuf_printf(&label, " %s", cat_events[handler->events[i]].name);
    rc_strbuf_printf(out, "    handler%u", index);
    print_label("cds", &label, out);
    rc_strbuf_free(&label);
    for (uint32_t i = 0; i < handler->nsteps; i++)
        rc_strbuf_printf(out, "    handler%u -> body%u [label=%u];\n", index,
                         handler->steps[i].body, i + 1);
}

void rc_plan_print_dot(const struct rc_plan *plan, struct rc_strbuf *out)
{
    struct rc_strbuf label = {0};

    rc_strbuf_adds(out, "digraph plan {\n    rankdir=LR;\n");
    for (uint32_t i = 0; i < plan->nhandlers; i++)
        print_handler(plan, i, out);
    for (uint32_t i = 0; i < plan->nbodies; i++) {
        const struct rc_plan_body *body = &plan->bodies[i];
        uint32_t number = 0;

        label.len = 0;
        rc_strbuf_adds(&label, plan->rules[body->rule].rule->name);
        rc_strbuf_printf(out, "    body%u", i);
        print_label("box", &label, out);
        print_edges(plan, "body", i, body->node, plan->nodes[body->node->number].uses == 1, &number,
                    out);
    }
    for (uint32_t i = 0; i < plan->nfunctions; i++) {
        const struct rc_plan_node *node = &plan->nodes[plan->functions[i]];
        uint32_t number = 0;

        label.len = 0;
        rc_strbuf_printf(&label, "%s %s", node->node->kind == RC_NODE_AND ? "and" : "or",
                         node->name);
        rc_strbuf_printf(out, "    function%u", plan->functions[i]);
        print_label("ellipse", &label, out);
        print_edges(plan, "function", plan->functions[i], node->node, true, &number, out);
    }
    for (uint32_t i = 0; i < plan->ntests; i++) {
        label.len = 0;
        rc_test_print(plan->tests[i].test, &label);
        rc_strbuf_printf(out, "    test%u", i);
        print_label(plan->tests[i].how == RC_PLAN_TABLE ? "folder" : "plaintext", &label, out);
    }
    rc_strbuf_adds(out, "}\n");
    rc_strbuf_free(&label);
}
