/* The events on which a condition can hold, read off its tests on evt.type (libsinsp,
 * filter/ppm_codes.cpp). Negation is pushed down to the tests; a test that says nothing about the
 * type of the event can hold on all, negated or not. Of evt.num it is known that it is 1 or more.
 *
 * What comes out can only be too large, except that Falco's answer is kept where it differs: a rule
 * is asked on the events in its set and on no others.
 */
#include "check/sema.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define WORDS (sizeof((struct rc_event_set *)0)->words / sizeof(uint64_t))
#define CALLS (sizeof((struct rc_event_set *)0)->calls / sizeof(uint64_t))

static void fill(struct rc_event_set *set)
{
    *set = (struct rc_event_set){0};
    for (uint32_t event = 0; event < EV__COUNT; event++)
        rc_event_set_add(set, event);
    memset(set->calls, 0xff, sizeof set->calls);
}

static void invert(struct rc_event_set *set)
{
    for (uint32_t event = 0; event < EV__COUNT; event++)
        set->words[event / 64] ^= UINT64_C(1) << (event % 64);
    for (uint32_t k = 0; k < CALLS; k++)
        set->calls[k] ^= UINT64_MAX;
}

/* The events of that name; for a system call without events of its own the generic ones. */
static void add_name(struct rc_event_set *set, const struct rc_literal *literal)
{
    const struct cat_syscall *call;
    bool found = false;

    for (uint32_t event = EV_GENERIC_X + 1; event < EV__COUNT; event++) {
        if (strlen(cat_events[event].name) == literal->len &&
            memcmp(cat_events[event].name, literal->text, literal->len) == 0) {
            rc_event_set_add(set, event);
            found = true;
        }
    }
    if (cat_async_name_exists(literal->text, literal->len)) {
        rc_event_set_add(set, EV_ASYNCEVENT_E);
        found = true;
    }
    if (found || !cat_syscall_name_exists(literal->text, literal->len))
        return;
    /* Also of a call whose events bear another name, like ugetrlimit: no event of it is found. */
    rc_event_set_add(set, EV_GENERIC_E);
    rc_event_set_add(set, EV_GENERIC_X);
    call = cat_syscall_by_name(literal->text, literal->len);
    if (call && call->enter == EV_GENERIC_E)
        rc_event_set_add_call(set, call->code);
}

/* A test on evt.num that cannot hold, or cannot fail. */
static bool is_decided(const struct rc_expr *test, bool *holds)
{
    uint64_t number = 0;
    bool all_zero = true;
    char behind;

    if (test->left->kind != RC_OPERAND_FIELD || test->left->field != FIELD_EVT_NUM ||
        test->left->arg || test->right || test->modifier != CAT_MOD_NONE)
        return false;
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (sscanf(test->literals[i].text, "%" SCNu64 "%c", &number, &behind) != 1)
            return false;
        all_zero = all_zero && number == 0;
    }
    *holds = test->op == CAT_OP_NE || test->op == CAT_OP_GT || test->op == CAT_OP_GE;
    switch ((int)test->op) {
    case CAT_OP_IN:
    case CAT_OP_EQ:
    case CAT_OP_NE:
    case CAT_OP_LE:
    case CAT_OP_GT:
        return all_zero;
    case CAT_OP_LT:
    case CAT_OP_GE:
        return number <= 1;
    default:
        return false;
    }
}

static bool is_type_field(const struct rc_operand *operand)
{
    return operand->kind == RC_OPERAND_FIELD && !operand->arg &&
           (operand->field == FIELD_EVT_TYPE || operand->field == FIELD_SYSCALL_TYPE);
}

/* A transformer over evt.type. */
static bool transforms_type(const struct rc_operand *operand)
{
    if (operand->kind != RC_OPERAND_TRANSFORM)
        return false;
    for (uint32_t i = 0; i < operand->nargs; i++) {
        const struct rc_operand *arg = operand->args[i];

        if (transforms_type(arg) || is_type_field(arg) ||
            (arg->kind == RC_OPERAND_LIST && arg->nargs > 0 &&
             is_type_field(arg->args[arg->nargs - 1])))
            return true;
    }
    return false;
}

/* A test and whether it is negated. */
static bool infer_test(const struct rc_expr *test, bool negated, struct rc_event_set *events)
{
    const bool searched =
        (test->op == CAT_OP_EQ || test->op == CAT_OP_NE || test->op == CAT_OP_IN) &&
        test->modifier == CAT_MOD_NONE;
    bool holds;

    fill(events);
    if (test->op == CAT_OP_EXISTS) {
        if (transforms_type(test->left))
            return false;
        if (negated && is_type_field(test->left))
            *events = (struct rc_event_set){0};
        return true;
    }
    if (is_decided(test, &holds)) {
        if (holds == negated)
            *events = (struct rc_event_set){0};
        return true;
    }
    if (!searched)
        return true;
    if (transforms_type(test->left))
        return false;
    if (!is_type_field(test->left))
        return true;
    if (test->right)
        return false;
    *events = (struct rc_event_set){0};
    for (uint32_t i = 0; i < test->nliterals; i++)
        add_name(events, &test->literals[i]);
    if ((test->op == CAT_OP_NE) != negated)
        invert(events);
    return true;
}

static const struct rc_expr *infer(struct rc_sema *sema, const struct rc_expr *expr, bool negated,
                                   struct rc_event_set *events);

/* A macro is looked through once for each of the two. */
static const struct rc_expr *infer_macro(struct rc_sema *sema, const struct rc_expr *expr,
                                         bool negated, struct rc_event_set *events)
{
    struct rc_macro_state *state = rc_sema_macro(sema, expr);

    if (!state->inferred[negated]) {
        state->no_events[negated] =
            infer(sema, expr->children[0], negated, &state->events[negated]);
        state->inferred[negated] = true;
    }
    *events = state->events[negated];
    return state->no_events[negated];
}

static const struct rc_expr *infer(struct rc_sema *sema, const struct rc_expr *expr, bool negated,
                                   struct rc_event_set *events)
{
    const bool all = (expr->kind == RC_EXPR_AND) != negated;
    const struct rc_expr *at = NULL;
    struct rc_event_set child;

    switch (expr->kind) {
    case RC_EXPR_TEST:
        return infer_test(expr, negated, events) ? NULL : expr;
    case RC_EXPR_NOT:
        return infer(sema, expr->children[0], !negated, events);
    case RC_EXPR_EXPANDED:
        return infer_macro(sema, expr, negated, events);
    case RC_EXPR_MACRO:
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        break;
    }
    *events = (struct rc_event_set){0};
    if (all)
        fill(events);
    for (uint32_t i = 0; i < expr->nchildren && !at; i++) {
        at = infer(sema, expr->children[i], negated, &child);
        for (uint32_t k = 0; k < WORDS; k++) {
            if (all)
                events->words[k] &= child.words[k];
            else
                events->words[k] |= child.words[k];
        }
        for (uint32_t k = 0; k < CALLS; k++) {
            if (all)
                events->calls[k] &= child.calls[k];
            else
                events->calls[k] |= child.calls[k];
        }
    }
    return at;
}

const struct rc_expr *rc_sema_events(struct rc_sema *sema, const struct rc_expr *expr,
                                     struct rc_event_set *events)
{
    return infer(sema, expr, false, events);
}
