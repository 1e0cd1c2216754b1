/* The C back end: handlers. See emit_c.h. */
#include "emit/emit_c.h"

#include <string.h>

/* Comments name so many events, then no more. */
#define MOST_EVENT_NAMES 24

/* Fewer rules find out themselves, as fast, that a process does not matter to them. */
#define FEWEST_WORTH_A_QUESTION 3

/* Whether an event of that name stands among the first n. */
static bool is_named(const uint32_t *events, uint32_t n, const char *name)
{
    for (uint32_t i = 0; i < n; i++) {
        if (strcmp(cat_events[events[i]].name, name) == 0)
            return true;
    }
    return false;
}

/* "open, openat, openat2": each name once, and of many the first ones. */
const char *rc_emit_c_event_names(const struct rc_plan *plan, const uint32_t *events, uint32_t n)
{
    struct rc_strbuf text = {0};
    const char *names;
    uint32_t nnames = 0;

    for (uint32_t i = 0; i < n; i++) {
        const char *name = cat_events[events[i]].name;

        if (is_named(events, i, name))
            continue;
        if (++nnames > MOST_EVENT_NAMES) {
            rc_strbuf_adds(&text, ", ...");
            break;
        }
        rc_strbuf_printf(&text, "%s%s", i > 0 ? ", " : "", name);
    }
    names = rc_arena_strndup(plan->arena, text.data ? text.data : "", text.len);
    rc_strbuf_free(&text);
    return names;
}

/* Each rule in turn, up to the one that ends the search. */
static void emit_steps(const struct rc_plan *plan, const struct rc_plan_handler *handler,
                       struct rc_emit *emit)
{
    for (uint32_t k = 0; k < handler->nsteps; k++) {
        const struct rc_plan_step *step = &handler->steps[k];
        const char *rule = plan->rules[step->rule].name;

        /* Nothing comes behind the last rule that it could stop. */
        if (k + 1 == handler->nsteps) {
            rc_emit_line(emit, "if (%s(eval))", plan->bodies[step->body].name);
            rc_emit_line(emit, "    rt_fire(eval, %s);", rule);
            continue;
        }
        rc_emit_open(emit, "if (%s(eval))", plan->bodies[step->body].name);
        rc_emit_line(emit, "rt_fire(eval, %s);", rule);
        rc_emit_line(emit, "if (eval->stop)");
        rc_emit_line(emit, "    return;");
        rc_emit_close(emit, "");
    }
}

static void emit_group(const struct rc_plan *plan, const struct rc_plan_group *group,
                       struct rc_emit *emit)
{
    rc_emit_open(emit, "static const struct rt_table *const tables_of_group_%u[] =", group->number);
    for (uint32_t i = 0; i < group->ntables; i++)
        rc_emit_line(emit, "&%s,", plan->tables[group->tables[i]].name);
    rc_emit_close(emit, ";");
}

/* The tables of a handler whose rules stand behind gates. */
static void emit_gates(const struct rc_plan *plan, const struct rc_plan_handler *handler,
                       struct rc_emit *emit)
{
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static bool (*const bodies_%s[])(struct rt_eval *eval) =", handler->name);
    for (uint32_t i = 0; i < handler->nsteps; i++)
        rc_emit_line(emit, "%s,", plan->bodies[handler->steps[i].body].name);
    rc_emit_close(emit, ";");
    rc_emit_open(emit, "static const uint32_t rules_%s[] =", handler->name);
    for (uint32_t i = 0; i < handler->nsteps; i++)
        rc_emit_line(emit, "%s,", plan->rules[handler->steps[i].rule].name);
    rc_emit_close(emit, ";");
    if (handler->nalways > 0)
        rc_emit_c_numbers(emit, "always", handler->name, handler->always, handler->nalways);
    for (uint32_t i = 0; i < handler->ngroups; i++)
        emit_group(plan, &handler->groups[i], emit);
    rc_emit_open(emit, "static const struct rt_group groups_%s[] =", handler->name);
    for (uint32_t i = 0; i < handler->ngroups; i++) {
        const struct rc_plan_group *group = &handler->groups[i];

        rc_emit_line(emit, "{%s, %u, %u, tables_of_group_%u},",
                     group->guard ? rc_plan_test(plan, group->guard)->name : "NULL", group->number,
                     group->ntables, group->number);
    }
    rc_emit_close(emit, ";");
    rc_emit_open(emit, "static const struct rt_steps steps_%s =", handler->name);
    rc_emit_line(emit, ".bodies = bodies_%s,", handler->name);
    rc_emit_line(emit, ".rules = rules_%s,", handler->name);
    rc_emit_line(emit, ".nsteps = %u,", handler->nsteps);
    if (handler->nalways > 0) {
        rc_emit_line(emit, ".always = always_%s,", handler->name);
        rc_emit_line(emit, ".nalways = %u,", handler->nalways);
    }
    rc_emit_line(emit, ".groups = groups_%s,", handler->name);
    rc_emit_line(emit, ".ngroups = %u,", handler->ngroups);
    rc_emit_line(emit, ".first_watch = first_watch_by_test,");
    rc_emit_line(emit, ".watches = watches,");
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

/* Which steps each test lets through. */
static void emit_watches(const struct rc_plan *plan, struct rc_emit *emit)
{
    uint32_t *first = rc_arena_array(plan->arena, plan->nbits + 2, sizeof *first);
    uint32_t at = 0;

    if (plan->nwatches == 0)
        return;
    for (uint32_t test = 0; test <= plan->nbits; test++) {
        while (at < plan->nwatches && plan->watches[at].test < test)
            at++;
        first[test] = at;
    }
    rc_emit_comment(emit, "Gates: the steps of groups that are asked when a test holds.");
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const struct rt_watch watches[] =");
    for (uint32_t i = 0; i < plan->nwatches; i++)
        rc_emit_line(emit, "{%u, %u},", plan->watches[i].group, plan->watches[i].step);
    rc_emit_close(emit, ";");
    rc_emit_c_numbers(emit, "first_watch", "by_test", first, plan->nbits + 1);
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

static void emit_question(const struct rc_plan *plan, const char *name, const struct rc_node *node,
                          struct rc_emit *emit)
{
    rc_emit_function(emit, "static bool %s(struct rt_eval *eval)", name);
    rc_emit_line(emit, "return %s;", rc_emit_c_expression(plan, node, false));
    rc_emit_close(emit, "");
    rc_emit_gap(emit);
}

/* Whether the process can matter to the handler at all. */
static void emit_possible(const struct rc_plan *plan, const struct rc_plan_handler *handler,
                          struct rc_emit *emit)
{
    if (!handler->possible_name)
        return;
    rc_emit_comment(emit, "Where this is false of a process, no rule below can hold.");
    emit_question(plan, handler->possible_name, handler->possible, emit);
    if (!handler->possible_alone_name || handler->possible_alone == handler->possible)
        return;
    rc_emit_comment(emit, "The same by the thread's own facts.");
    emit_question(plan, handler->possible_alone_name, handler->possible_alone, emit);
}

/* Which handlers have that question, and for which events. */
static void emit_classes(const struct rc_plan *plan, struct rc_emit *emit)
{
    bool any = false;

    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        const struct rc_plan_handler *handler = &plan->handlers[i];

        if (!handler->possible_name)
            continue;
        if (!any)
            rc_emit_table_begin(emit);
        any = true;
        rc_emit_open(emit, "static const uint16_t events_of_%s[] =", handler->name);
        for (uint32_t k = 0; k < handler->nevents; k++)
            rc_emit_line(emit, "EV_%s,", cat_events[handler->events[k]].id);
        rc_emit_close(emit, ";");
    }
    if (!any)
        return;
    rc_emit_open(emit, "static const struct rt_class classes[] =");
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        const struct rc_plan_handler *handler = &plan->handlers[i];

        if (handler->possible_name)
            rc_emit_line(emit, "{\"%s\", events_of_%s, %u, %s, %s},", handler->name, handler->name,
                         handler->nevents, handler->possible_name,
                         handler->possible_alone_name ? handler->possible_alone_name : "NULL");
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

void rc_emit_c_handlers(const struct rc_plan *plan, struct rc_emit *emit)
{
    emit_watches(plan, emit);
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        const struct rc_plan_handler *handler = &plan->handlers[i];

        if (handler->ngroups > 0)
            emit_gates(plan, handler, emit);
        emit_possible(plan, handler, emit);
        rc_emit_comment(
            emit, rc_arena_printf(plan->arena, "Events: %s.",
                                  rc_emit_c_event_names(plan, handler->events, handler->nevents)));
        rc_emit_function(emit, "static void %s(struct rt_eval *eval)", handler->name);
        if (handler->possible_name && handler->nsteps >= FEWEST_WORTH_A_QUESTION) {
            rc_emit_line(emit, "if (!%s(eval))", handler->possible_name);
            rc_emit_line(emit, "    return;");
        }
        if (handler->ngroups > 0)
            rc_emit_line(emit, "rt_steps_run(eval, &steps_%s);", handler->name);
        else
            emit_steps(plan, handler, emit);
        rc_emit_close(emit, "");
        rc_emit_gap(emit);
    }
    emit_classes(plan, emit);
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static void (*const handlers[EV__COUNT])(struct rt_eval *eval) =");
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        if (plan->handler[event] != 0)
            rc_emit_line(emit, "[EV_%s] = %s,", cat_events[event].id,
                         plan->handlers[plan->handler[event] - 1].name);
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}
