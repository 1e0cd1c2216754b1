/* Conditions evaluated the plain way, node by node over the syntax tree: what generated code is
 * compared with. Nothing is shared, remembered or reordered; written for clarity, literal by
 * literal. Where the values come from is the caller's business: out of thin air (emit_c_test), or
 * from the runtime's extractors on a capture (reference_agent). */
#ifndef RULEC_TESTS_REFERENCE_H
#define RULEC_TESTS_REFERENCE_H

#include "match/address.h"
#include "match/dynamic.h"
#include "match/right.h"
#include "reference_regex.h"
#include "syntax/ast.h"

#include <stdlib.h>

/* Where values come from. */
struct rct_world {
    /* Fills out; the values are good until the next call of forget. */
    void (*read)(void *context, const struct rc_operand *operand, struct rt_values *out);
    void (*forget)(void *context);
    bool (*has_fd)(void *context);
    void *context;
};

/* Read by a condition, and the field gives several candidates. */
static inline bool rct_gives_candidates(const struct rc_operand *operand)
{
    return operand->kind == RC_OPERAND_FIELD &&
           (operand->arg_kind == RC_ARG_NONE ||
            (operand->arg_kind == RC_ARG_INDEX && operand->field == FIELD_PROC_AENV)) &&
           (cat_fields[operand->field].flags & CAT_FF_CANDIDATES);
}

static inline bool rct_is_net(enum cat_type type)
{
    return type == CAT_TYPE_IPNET || type == CAT_TYPE_IPV4NET || type == CAT_TYPE_IPV6NET;
}

static inline bool rct_is_address(enum cat_type type)
{
    return rct_is_net(type) || type == CAT_TYPE_IPADDR || type == CAT_TYPE_IPV4ADDR ||
           type == CAT_TYPE_IPV6ADDR;
}

static inline bool rct_in_net(enum cat_type type, const struct rt_value *value,
                              const struct rc_literal *literal)
{
    const struct rt_values one = {value, 1, type, false};
    struct rt_net net = {.nbytes = literal->nbytes,
                         .prefix_bits = rct_is_net(type) ? literal->prefix_bits
                                                         : (uint8_t)(8 * literal->nbytes)};

    memcpy(net.bytes, literal->bytes, sizeof net.bytes);
    return rt_net_eq(&one, &net);
}

static inline bool rct_in_language(const struct rt_value *value, const struct rc_literal *literal)
{
    struct rc_arena arena = {0};
    const char *error;
    const struct rc_regex *regex = rc_regex_parse(&arena, literal->text, literal->len, &error);
    const bool holds = regex && rct_regex_matches(regex, value->str, value->len);

    rc_arena_free(&arena);
    return holds;
}

/* One value, one literal. */
static inline bool rct_compare(enum cat_type type, enum cat_operator op,
                               const struct rt_value *value, const struct rc_literal *literal)
{
    const struct rt_literal converted = {
        (uint64_t)literal->number, literal->real, {literal->text, literal->len}};

    if (op == CAT_OP_IN || op == CAT_OP_INTERSECTS)
        op = CAT_OP_EQ;
    if (rct_is_address(type))
        return rct_in_net(type, value, literal) == (op != CAT_OP_NE);
    if (op == CAT_OP_REGEX)
        return rct_in_language(value, literal);
    return rt_compare(type, op, value, &converted);
}

static inline uint32_t rct_count(const struct rc_expr *test, enum cat_type type,
                                 const struct rt_value *value, uint32_t nliterals)
{
    uint32_t holding = 0;

    for (uint32_t i = 0; i < nliterals; i++)
        holding += rct_compare(type, test->op, value, &test->literals[i]);
    return holding;
}

/* Candidates and evt.rawarg: Falco looks at the values one at a time, without the modifier, at the
 * first literal but for `in` and `pmatch`; `in` finds text and ports only, and fd.net knows the
 * first network only. */
static inline bool rct_one_by_one(const struct rc_expr *test, const struct rt_values *values)
{
    const enum cat_field_id field = test->left->field;
    const bool in_set = test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS;
    const bool first_only = field == FIELD_FD_NET || (!in_set && test->op != CAT_OP_PMATCH);
    const bool findable = values->type == CAT_TYPE_CHARBUF || values->type == CAT_TYPE_FSPATH ||
                          values->type == CAT_TYPE_FSRELPATH || values->type == CAT_TYPE_PORT ||
                          field == FIELD_FD_NET;
    uint32_t holding = 0;

    if (in_set && (!findable || (field == FIELD_EVT_RAWARG && values->type == CAT_TYPE_PORT)))
        return false;
    for (uint32_t i = 0; i < values->n; i++) {
        struct rt_value value = values->v[i];

        if (field == FIELD_EVT_RAWARG && values->type == CAT_TYPE_BYTEBUF)
            value.len = 0;
        holding += rct_count(test, values->type, &value, first_only ? 1 : test->nliterals) > 0;
    }
    if (test->op == CAT_OP_NE && cat_fields[field].cls == CAT_CLASS_FD)
        return values->n > 0 && holding == values->n;
    return holding > 0;
}

/* A list: `in` asks that every value is among the literals, everything else for one that fits. */
static inline bool rct_list_holds(const struct rc_expr *test, const struct rt_values *values)
{
    uint32_t holding = 0;

    for (uint32_t i = 0; i < values->n; i++)
        holding += rct_count(test, values->type, &values->v[i], test->nliterals) > 0;
    return test->op == CAT_OP_IN ? holding == values->n : holding > 0;
}

static inline bool rct_values_hold(const struct rc_expr *test, const struct rt_values *values,
                                   const struct rct_world *world)
{
    const struct rc_operand *left = test->left;
    struct rt_values right;
    uint32_t holding;

    if (test->op == CAT_OP_EXISTS)
        return rct_gives_candidates(left) && cat_fields[left->field].cls == CAT_CLASS_FD
                   ? world->has_fd(world->context)
                   : rt_values_exist(values);
    if (values->n == 0)
        return false;
    if (test->right) {
        world->read(world->context, test->right, &right);
        return rt_right(values, test->op, test->modifier, left->is_list, &right);
    }
    if (rct_gives_candidates(left) || left->field == FIELD_EVT_RAWARG)
        return rct_one_by_one(test, values);
    if (left->is_list && test->modifier == CAT_MOD_NONE)
        return rct_list_holds(test, values);
    /* Falco seeks networks by their bytes in the set that these two make, and no address is one. */
    if (rct_is_net(values->type) && ((test->op == CAT_OP_EQ && test->modifier == CAT_MOD_ANYOF) ||
                                     (test->op == CAT_OP_NE && test->modifier == CAT_MOD_ALLOF)))
        return test->op == CAT_OP_NE && test->nliterals > 0;
    for (uint32_t i = 0; i < values->n; i++) {
        holding = rct_count(test, values->type, &values->v[i], test->nliterals);
        if (test->modifier == CAT_MOD_ALLOF   ? holding == test->nliterals
            : test->modifier == CAT_MOD_ONEOF ? holding == 1
                                              : holding > 0)
            return true;
    }
    return false;
}

static inline bool rct_test_holds(const struct rc_expr *test, const struct rct_world *world)
{
    struct rt_values values;
    bool holds;

    world->read(world->context, test->left, &values);
    holds = rct_values_hold(test, &values, world);
    world->forget(world->context);
    return holds;
}

static inline bool rct_reference(const struct rc_expr *expr, const struct rct_world *world)
{
    switch (expr->kind) {
    case RC_EXPR_TEST:
        return rct_test_holds(expr, world);
    case RC_EXPR_NOT:
        return !rct_reference(expr->children[0], world);
    case RC_EXPR_EXPANDED:
    case RC_EXPR_MACRO:
        return rct_reference(expr->children[0], world);
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        for (uint32_t i = 0; i < expr->nchildren; i++) {
            if (rct_reference(expr->children[i], world) == (expr->kind == RC_EXPR_OR))
                return expr->kind == RC_EXPR_OR;
        }
        return expr->kind == RC_EXPR_AND;
    }
    return false;
}

#endif
