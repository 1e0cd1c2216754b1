/* Conditions evaluated the plain way, node by node over the syntax tree: what generated code is
 * compared with. Written for clarity, literal by literal. */
#ifndef RULEC_TESTS_REFERENCE_H
#define RULEC_TESTS_REFERENCE_H

#include "ast.h"
#include "fake_values.h"
#include "match/dynamic.h"

struct rct_event {
    uint64_t number;
    uint16_t type;
};

static inline bool rct_compare(enum cat_type type, enum cat_operator op,
                               const struct rt_value *value, const struct rc_literal *literal)
{
    const struct rt_literal converted = {
        (uint64_t)literal->number, literal->real, {literal->text, literal->len}};

    return rt_compare(type, op, value, &converted);
}

static inline uint32_t rct_count(enum cat_type type, enum cat_operator op,
                                 const struct rt_value *value, const struct rc_expr *test)
{
    uint32_t holding = 0;

    for (uint32_t i = 0; i < test->nliterals; i++)
        holding += rct_compare(type, op, value, &test->literals[i]);
    return holding;
}

/* Candidates: Falco looks at them one at a time, without modifier, mostly at the first literal. */
static inline bool rct_candidates(const struct rc_expr *test, const struct rt_value *values,
                                  uint32_t n)
{
    const enum cat_field_id field = test->left->field;
    const enum cat_type type = test->left->type;
    const bool is_fd = cat_fields[field].cls == CAT_CLASS_FD;
    const bool in_set = test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS;
    const bool findable = type == CAT_TYPE_CHARBUF || type == CAT_TYPE_PORT;
    uint32_t holding = 0;

    for (uint32_t i = 0; i < n; i++) {
        if (in_set)
            holding += findable && rct_count(type, CAT_OP_EQ, &values[i], test) > 0;
        else if (test->op == CAT_OP_PMATCH)
            holding += rct_count(type, test->op, &values[i], test) > 0;
        else
            holding += rct_compare(type, test->op, &values[i], &test->literals[0]);
    }
    return is_fd && test->op == CAT_OP_NE ? n > 0 && holding == n : holding > 0;
}

static inline bool rct_test_holds(const struct rc_expr *test, const struct rct_event *event)
{
    const struct rc_operand *left = test->left;
    struct rt_value values[RCT_FAKE_MOST], right[RCT_FAKE_MOST];
    struct rt_field_ref ref;
    uint32_t n, holding;

    while (left->kind == RC_OPERAND_TRANSFORM)
        left = left->args[0];
    ref = (struct rt_field_ref){
        .field = left->field,
        .arg_kind = (enum rt_arg_kind)left->arg_kind,
        .index = left->arg_kind == RC_ARG_INDEX ? left->index : 0,
        .key = left->arg_kind == RC_ARG_KEY ? left->key : "",
        .candidates =
            left->arg_kind == RC_ARG_NONE && (cat_fields[left->field].flags & CAT_FF_CANDIDATES),
    };
    n = rct_fake_value(event->number, event->type, &ref, values);
    if (test->op == CAT_OP_EXISTS) {
        if (ref.candidates && cat_fields[ref.field].cls == CAT_CLASS_FD)
            return event->number % 2;
        return n > 0;
    }
    if (n == 0)
        return false;
    if (ref.candidates)
        return rct_candidates(test, values, n);
    if (left->is_list) {
        holding = 0;
        for (uint32_t i = 0; i < n; i++)
            holding += rct_count(left->type, CAT_OP_EQ, &values[i], test) > 0;
        return test->op == CAT_OP_IN ? holding == n : holding > 0;
    }
    if (test->right) {
        const struct rt_field_ref right_ref = {
            .field = test->right->field, .key = "", .candidates = false};
        const uint32_t nright = rct_fake_value(event->number, event->type, &right_ref, right);
        const struct rt_literal literal = {right[0].u64, 0, {right[0].str, right[0].len}};

        return nright > 0 && rt_compare(left->type, test->op, &values[0], &literal);
    }
    holding = rct_count(left->type, test->op, &values[0], test);
    if (test->modifier == CAT_MOD_ALLOF)
        return holding == test->nliterals;
    if (test->modifier == CAT_MOD_ONEOF)
        return holding == 1;
    return holding > 0;
}

static inline bool rct_reference(const struct rc_expr *expr, const struct rct_event *event)
{
    bool holds = expr->kind == RC_EXPR_AND;

    switch (expr->kind) {
    case RC_EXPR_TEST:
        return rct_test_holds(expr, event);
    case RC_EXPR_NOT:
        return !rct_reference(expr->children[0], event);
    case RC_EXPR_EXPANDED:
    case RC_EXPR_MACRO:
        return rct_reference(expr->children[0], event);
    case RC_EXPR_AND:
        for (uint32_t i = 0; i < expr->nchildren; i++)
            holds &= rct_reference(expr->children[i], event);
        return holds;
    case RC_EXPR_OR:
        for (uint32_t i = 0; i < expr->nchildren; i++)
            holds |= rct_reference(expr->children[i], event);
        return holds;
    }
    return false;
}

#endif
