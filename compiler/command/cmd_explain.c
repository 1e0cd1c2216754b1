/* rulec explain: what becomes of a rule. */
#include "command/command.h"
#include "emit/build.h"
#include "filter/filter.h"
#include "syntax/ast_print.h"

#include <stdio.h>
#include <string.h>

/* Events are named up to so many; most rules with more hold on nearly all. */
#define MOST_EVENTS 24

/* Where a test's answer comes from: from the bits that are kept with a process or an fd, or it is
 * worked out on the event. */
static const char *place(const struct rc_plan *plan, const struct rc_node *node)
{
    if (!plan->nodes[node->number].below_kept)
        return "event";
    return rc_life_of_test(node->test) == RC_LIFE_FD ? "fd bits" : "process bits";
}

static void explain_events(const struct rc_plan *plan, uint32_t rule, struct rc_strbuf *out)
{
    const char *last = "";
    uint32_t n = 0;

    rc_strbuf_adds(out, "events:");
    for (uint32_t event = 0; event < EV__COUNT && n <= MOST_EVENTS; event++) {
        const struct rc_plan_handler *handler =
            plan->handler[event] != 0 ? &plan->handlers[plan->handler[event] - 1] : NULL;
        bool has = false;

        for (uint32_t i = 0; handler && i < handler->nsteps; i++)
            has |= handler->steps[i].rule == rule;
        if (!has || strcmp(cat_events[event].name, last) == 0)
            continue;
        last = cat_events[event].name;
        rc_strbuf_printf(out, " %s", n++ < MOST_EVENTS ? last : "...");
    }
    rc_strbuf_adds(out, n > 0 ? "\n" : " none: the rule can never fire\n");
}

/* The tests below a node, each once: seen is by the node's number. */
static void explain_tests(const struct rc_plan *plan, const struct rc_node *node, bool *seen,
                          struct rc_strbuf *out)
{
    if (seen[node->number])
        return;
    seen[node->number] = true;
    if (node->kind == RC_NODE_TEST) {
        const struct rc_plan_test *test = rc_plan_test(plan, node);

        rc_strbuf_printf(out, "  %-12s %4u ns  ", place(plan, node), test->cost);
        rc_test_print(test->test, out);
        if (test->how == RC_PLAN_TABLE)
            rc_strbuf_printf(out, "  (look-up in %s)", plan->tables[test->table].name);
        rc_strbuf_addc(out, '\n');
    }
    for (uint32_t i = 0; i < node->nchildren; i++)
        explain_tests(plan, node->children[i], seen, out);
}

/* The conditions that are left of the rule on its events, and where each is asked. */
static void explain_plan(const struct rc_plan *plan, uint32_t rule, struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        const struct rc_plan_handler *handler = &plan->handlers[i];

        for (uint32_t k = 0; k < handler->nsteps; k++) {
            const struct rc_plan_step *step = &handler->steps[k];

            if (step->rule != rule)
                continue;
            rc_strbuf_printf(out, "plan: %s, step %u of %u%s: %s\n  ", handler->name, k + 1,
                             handler->nsteps, handler->ngroups > 0 ? ", behind gates" : "",
                             plan->bodies[step->body].name);
            rc_node_print(plan->bodies[step->body].node, out);
            rc_strbuf_addc(out, '\n');
        }
    }
}

static void explain(struct rc_build *build, uint32_t rule, bool kernel, struct rc_strbuf *out)
{
    const struct rc_plan *plan = &build->plan;
    const struct rc_rule *source = plan->rules[rule].rule;
    bool *seen = rc_arena_array(&build->arena, plan->nnodes + 1, sizeof *seen);
    const struct rc_source_file *file = rc_source(&build->sources, source->span.file);

    rc_strbuf_printf(out, "%s:%u: %s (%s)\n", file->name,
                     rc_source_place(file, source->span.off).line, source->name,
                     rc_priority_name(source->priority));
    if (kernel) {
        rc_filter_explain(plan, rule, &build->sources, out);
        return;
    }
    rc_strbuf_adds(out, "condition:\n  ");
    rc_expr_print(source->expr, true, out);
    rc_strbuf_addc(out, '\n');
    explain_events(plan, rule, out);
    rc_strbuf_adds(out, "tests, by what they ask, with a rough cost:\n");
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        for (uint32_t k = 0; k < plan->handlers[i].nsteps; k++) {
            const struct rc_plan_step *step = &plan->handlers[i].steps[k];

            if (step->rule == rule)
                explain_tests(plan, plan->bodies[step->body].node, seen, out);
        }
    }
    explain_plan(plan, rule, out);
}

int rc_cmd_explain(const struct rc_args *args)
{
    const struct rc_args_values *rules = &args->options[RC_OPT_RULES];
    struct rc_build build = {0};
    struct rc_strbuf out = {0};
    uint32_t nfound = 0;
    const bool kernel = rc_args_given(args, RC_OPT_KERNEL);
    const char *name = args->operands.n > 0 ? args->operands.items[0] : NULL;
    int status = RC_EXIT_RULES;

    if (!kernel && !name)
        return rc_usage_error(args->command, "which rule is to be explained?");
    if (rc_build_rules(&build, rules->items, rules->n)) {
        for (uint32_t i = 0; i < build.plan.nrules; i++) {
            if (name && strcmp(build.plan.rules[i].rule->name, name) != 0)
                continue;
            explain(&build, i, kernel, &out);
            nfound++;
        }
        if (nfound == 0 && name) {
            fprintf(stderr, "rulec explain: no rule that is enabled is called `%s`\n", name);
        } else {
            fwrite(out.data, 1, out.len, stdout);
            status = rc_finish_output("explain");
        }
    }
    rc_strbuf_free(&out);
    rc_build_free(&build);
    return status;
}
