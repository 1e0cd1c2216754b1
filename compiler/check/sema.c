/* Sema: macros, then rules. See sema.h. */
#include "check/sema.h"

#include <string.h>

/* A rule that matches more kinds of events than that is slow, says Falco. */
#define MANY_EVENTS 100

static void add_notes(struct rc_sema *sema, struct rc_diag *diag, const struct rc_problem *problem)
{
    rc_note_origin(sema->diags, diag, problem->origin);
    rc_note_origin(sema->diags, diag, problem->via);
}

static void report_warnings(struct rc_sema *sema, const struct rc_problems *warnings, bool early)
{
    for (uint32_t i = 0; i < warnings->n; i++) {
        struct rc_problem *problem = warnings->items[i];

        if (problem->reported || problem->early != early)
            continue;
        problem->reported = true;
        add_notes(sema,
                  rc_warning(sema->diags, problem->code, problem->span, "%s", problem->message),
                  problem);
    }
}

/* True if the rule is sound. */
static bool report_errors(struct rc_sema *sema, const struct rc_rule *rule,
                          const struct rc_problems *errors)
{
    if (errors->n == 0)
        return true;
    if (rule->skip_if_unknown_filter && errors->items[0]->unknown) {
        add_notes(sema,
                  rc_warning(sema->diags, RC_WARN_UNKNOWN_FILTER, errors->items[0]->span,
                             "%s: the rule is left out", errors->items[0]->message),
                  errors->items[0]);
        return false;
    }
    for (uint32_t i = 0; i < errors->n; i++) {
        struct rc_problem *problem = errors->items[i];

        if (problem->reported)
            continue;
        problem->reported = true;
        add_notes(sema, rc_error(sema->diags, problem->code, problem->span, "%s", problem->message),
                  problem);
    }
    return false;
}

static uint32_t count_events(const struct rc_event_set *events)
{
    uint32_t count = 0;

    for (uint32_t event = 0; event < EV__COUNT; event++)
        count += rc_event_set_has(events, event);
    return count;
}

static bool check_condition(struct rc_sema *sema, struct rc_rule *rule)
{
    struct rc_findings findings = {.number = ++sema->nfindings};
    const struct rc_expr *at;
    struct rc_expr *expr;
    bool sound;

    sema->diags->context = rule->condition_context;
    if (!rc_sema_expand(sema, &rule->condition, &rule->expanded))
        return false;
    expr = rc_condition_parse(sema->arena, sema->diags, &rule->expanded);
    if (!expr)
        return false;
    /* Even if a macro is unknown the rest is looked at, for all errors to be told in one run. */
    sound = rc_sema_resolve(sema, expr);
    rc_sema_check(sema, expr, NULL, &findings);
    report_warnings(sema, &findings.warnings, true);
    if (!report_errors(sema, rule, &findings.errors) || !sound)
        return false;
    report_warnings(sema, &findings.warnings, false);
    at = rc_sema_events(sema, expr, &rule->events);
    if (at) {
        rc_note_origin(sema->diags,
                       rc_error(sema->diags, RC_ERR_COMPILE_CONDITION, at->span,
                                "an event type can be compared with constants only, and without "
                                "transformers"),
                       at->origin);
        return false;
    }
    if (rule->warn_evttypes && count_events(&rule->events) > MANY_EVENTS) {
        sema->diags->context = rule->context;
        rc_warning(sema->diags, RC_WARN_NO_EVTTYPE, rule->span,
                   "rule `%s` is asked on too many kinds of events, which is slow; narrow it with "
                   "`evt.type`",
                   rule->name);
    }
    rule->expr = expr;
    return true;
}

/* What describe.h tells of lists and macros. A macro that no rule uses has not been looked at yet:
 * what is wrong with it is nobody's fault. */
static void keep_for_description(struct rc_sema *sema)
{
    struct rc_ruleset *set = sema->set;
    uint32_t n = 0;

    for (struct rc_list *list = set->lists; list; list = list->next) {
        list->compiled = sema->lists[n]->items;
        list->ncompiled = sema->lists[n++]->nitems;
    }
    for (struct rc_macro *macro = set->macros; macro; macro = macro->next) {
        struct rc_findings ignored = {.number = ++sema->nfindings};
        if (!macro->expr)
            continue;
        rc_sema_check(sema, macro->expr, NULL, &ignored);
        rc_sema_events(sema, macro->expr, &macro->events);
    }
}

void rc_ruleset_check(struct rc_ruleset *set)
{
    struct rc_sema sema = {.set = set, .arena = set->arena, .diags = set->diags};

    rc_sema_lists(&sema);
    rc_sema_macros(&sema);
    for (struct rc_rule *rule = set->rules; rule; rule = rule->next) {
        const uint32_t errors = set->diags->nerrors;
        const bool output = rc_sema_output(&sema, rule);

        /* A rule that is left out for its output is not looked at any further; one with an error
         * there is, for the errors in its condition. */
        if (output || set->diags->nerrors > errors)
            check_condition(&sema, rule);
        if (!output || !rule->expr) {
            rule->expr = NULL;
            rule->parsed = NULL;
        }
    }
    set->diags->context = NULL;
    if (set->describe && set->diags->nerrors == 0)
        keep_for_description(&sema);
    rc_ruleset_warn_unused(set);
}
