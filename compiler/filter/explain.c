/* What the kernel decides of a rule: for people. See filter.h. */
#include "base/source.h"
#include "filter/maker.h"

#include <string.h>

/* Calls are named up to so many in a line. */
#define MOST_CALLS 24

/* Why the kernel does not decide a test. */
static const char *obstacle(const struct rc_test *test)
{
    const struct rc_value *left = test->left;

    if (left->kind != RC_OPERAND_FIELD)
        return "a value that is worked out from others";
    if (test->right)
        return "two fields are compared";
    switch (cat_fields[left->field].cls) {
    case CAT_CLASS_THREAD:
    case CAT_CLASS_USER:
    case CAT_CLASS_GROUP:
        return "of the process, which is known to the agent only";
    case CAT_CLASS_CONTAINER:
        return "of the container, which is known to the agent only";
    case CAT_CLASS_FD:
    case CAT_CLASS_FDLIST:
        return "of the descriptor, as the agent knows it";
    case CAT_CLASS_FSPATH:
        if (left->field == FIELD_FS_PATH_RESOLVED)
            return "the path of the file itself, which is read once the event is sent";
        return "a path that is put together from others";
    case CAT_CLASS_EVENT:
    case CAT_CLASS_GEN_EVENT:
    case CAT_CLASS_UTILS:
    case CAT_CLASS__COUNT:
        break;
    }
    if (test->modifier != CAT_MOD_NONE || test->op == CAT_OP_EXISTS)
        return "an operator that the kernel side does not have";
    return "a parameter or an operator that the kernel side does not look at";
}

static void set_view(struct rc_filter_maker *m, uint32_t event)
{
    m->view = event == EV_OPEN_X || event == EV_OPENAT_2_X ? RC_VIEW_OPEN : RC_VIEW_EVENT;
    m->event = event;
}

static bool is_of_call(uint32_t event)
{
    return event > EV_GENERIC_X && cat_events[event].dir == CAT_DIR_EXIT &&
           !(cat_events[event].flags & CAT_EF_OLD_VERSION);
}

/* What the rule's conditions leave of the event. */
static const struct rc_low *lowered(struct rc_filter_maker *m, uint32_t event, uint32_t rule)
{
    const struct rc_plan *plan = m->plan;
    const struct rc_plan_handler *handler =
        plan->handler[event] != 0 ? &plan->handlers[plan->handler[event] - 1] : NULL;
    const struct rc_low *any = NULL;

    set_view(m, event);
    for (uint32_t i = 0; handler && i < handler->nsteps; i++) {
        const struct rc_node *node = plan->bodies[handler->steps[i].body].node;

        if (handler->steps[i].rule != rule)
            continue;
        const struct rc_low *low = rc_filter_remembers(node)
                                       ? rc_low_true()
                                       : rc_low_node(&m->space, node, rc_filter_test, m);
        any = any ? rc_low_or(&m->space, any, low) : low;
    }
    return any;
}

/* The calls for which what is left is of that kind: never, always, or by facts. */
static void list_calls(struct rc_filter_maker *m, uint32_t rule, const char *title, int kind,
                       struct rc_strbuf *out)
{
    const char *last = "";
    uint32_t n = 0;

    for (uint32_t event = 0; event < EV__COUNT; event++) {
        const struct rc_low *low = is_of_call(event) ? lowered(m, event, rule) : NULL;

        if (!low || strcmp(cat_events[event].name, last) == 0 ||
            (rc_low_is_true(low)    ? 1
             : rc_low_is_false(low) ? -1
                                    : 0) != kind)
            continue;
        last = cat_events[event].name;
        if (n == 0)
            rc_strbuf_printf(out, "  %s:", title);
        if (n <= MOST_CALLS)
            rc_strbuf_printf(out, " %s", n < MOST_CALLS ? last : "...");
        n++;
    }
    if (n > 0)
        rc_strbuf_addc(out, '\n');
}

static void explain_test(struct rc_filter_maker *m, const struct rc_test *test,
                         const struct rc_sources *sources, struct rc_strbuf *out)
{
    const bool holds = rc_filter_test(m, test, false) != NULL;
    const bool fails = rc_filter_test(m, test, true) != NULL;
    const struct rc_source_file *file = rc_source(sources, test->span.file);

    rc_strbuf_printf(out, "  %s  ",
                     holds && fails   ? "kernel  "
                     : holds || fails ? "in part "
                                      : "agent   ");
    rc_test_print(test, out);
    rc_strbuf_printf(out, "  %s:%u", file->name, rc_source_place(file, test->span.off).line);
    if (!holds && !fails)
        rc_strbuf_printf(out, ": %s", obstacle(test));
    rc_strbuf_addc(out, '\n');
}

static void explain_node(struct rc_filter_maker *m, const struct rc_node *node, bool *seen,
                         const struct rc_sources *sources, struct rc_strbuf *out)
{
    if (node->kind == RC_NODE_TEST && !seen[node->test->number]) {
        seen[node->test->number] = true;
        explain_test(m, node->test, sources, out);
    }
    for (uint32_t i = 0; i < node->nchildren; i++)
        explain_node(m, node->children[i], seen, sources, out);
}

void rc_filter_explain(const struct rc_plan *plan, uint32_t rule, const struct rc_sources *sources,
                       struct rc_strbuf *out)
{
    struct rc_filter_maker m;
    bool *seen = rc_arena_array(plan->arena, plan->graph->ntests + 1, sizeof *seen);

    rc_filter_maker_open(&m, plan);
    rc_strbuf_adds(out, "in the kernel:\n");
    list_calls(&m, rule, "always sent", 1, out);
    list_calls(&m, rule, "sent if it can hold, by what the kernel decides", 0, out);
    list_calls(&m, rule, "never sent for it", -1, out);
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        const struct rc_plan_handler *handler =
            plan->handler[event] != 0 ? &plan->handlers[plan->handler[event] - 1] : NULL;

        set_view(&m, event);
        for (uint32_t i = 0; handler && is_of_call(event) && i < handler->nsteps; i++) {
            if (handler->steps[i].rule == rule)
                explain_node(&m, plan->bodies[handler->steps[i].body].node, seen, sources, out);
        }
    }
}
