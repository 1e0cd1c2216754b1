/* Tests by type and operator at run time. See dynamic.h. */
#include "dynamic.h"

static bool order_holds(enum cat_operator op, int order)
{
    switch ((int)op) {
    case CAT_OP_EQ:
    case CAT_OP_IN:
    case CAT_OP_INTERSECTS:
        return order == 0;
    case CAT_OP_NE:
        return order != 0;
    case CAT_OP_LT:
        return order < 0;
    case CAT_OP_LE:
        return order <= 0;
    case CAT_OP_GT:
        return order > 0;
    case CAT_OP_GE:
        return order >= 0;
    default:
        return false;
    }
}

static bool compare_signed(enum cat_operator op, int64_t a, int64_t b)
{
    return order_holds(op, (a > b) - (a < b));
}

static bool compare_unsigned(enum cat_operator op, uint64_t a, uint64_t b)
{
    return order_holds(op, (a > b) - (a < b));
}

static bool compare_real(enum cat_operator op, double a, double b)
{
    /* With a NaN only != holds; no order says that. */
    if (a != a || b != b)
        return op == CAT_OP_NE;
    return order_holds(op, (a > b) - (a < b));
}

static bool compare_text(enum cat_operator op, const struct rt_value *value,
                         const struct rt_text *literal)
{
    rt_text_fn *test;

    switch ((int)op) {
    case CAT_OP_CONTAINS:
    case CAT_OP_BCONTAINS:
        test = rt_text_contains;
        break;
    case CAT_OP_ICONTAINS:
        test = rt_text_icontains;
        break;
    case CAT_OP_STARTSWITH:
    case CAT_OP_BSTARTSWITH:
        test = rt_text_startswith;
        break;
    case CAT_OP_ENDSWITH:
        test = rt_text_endswith;
        break;
    case CAT_OP_GLOB:
        test = rt_text_glob;
        break;
    case CAT_OP_IGLOB:
        test = rt_text_iglob;
        break;
    case CAT_OP_PMATCH: {
        const struct rt_values one = {value, 1, CAT_TYPE_CHARBUF, false};

        return rt_str_pmatch(&one, literal, 1);
    }
    default:
        return order_holds(op,
                           rt_text_compare(value->str, value->len, literal->data, literal->len));
    }
    return test(value->str, value->len, literal->data, literal->len);
}

bool rt_compare(enum cat_type type, enum cat_operator op, const struct rt_value *value,
                const struct rt_literal *literal)
{
    switch ((int)type) {
    case CAT_TYPE_INT8:
        return compare_signed(op, (int8_t)value->i64, (int8_t)literal->number);
    case CAT_TYPE_INT16:
        return compare_signed(op, (int16_t)value->i64, (int16_t)literal->number);
    case CAT_TYPE_INT32:
    case CAT_TYPE_FD32:
    case CAT_TYPE_PID32:
        return compare_signed(op, (int32_t)value->i64, (int32_t)literal->number);
    case CAT_TYPE_INT64:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
    case CAT_TYPE_ERRNO:
        return compare_signed(op, value->i64, (int64_t)literal->number);
    case CAT_TYPE_UINT8:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_SIGTYPE:
        return compare_unsigned(op, (uint8_t)value->u64, (uint8_t)literal->number);
    case CAT_TYPE_UINT16:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_PORT:
    case CAT_TYPE_SYSCALLID:
        return compare_unsigned(op, (uint16_t)value->u64, (uint16_t)literal->number);
    case CAT_TYPE_UINT32:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_MODE:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
    case CAT_TYPE_BOOL:
        return compare_unsigned(op, (uint32_t)value->u64, (uint32_t)literal->number);
    case CAT_TYPE_UINT64:
    case CAT_TYPE_RELTIME:
    case CAT_TYPE_ABSTIME:
        return compare_unsigned(op, value->u64, literal->number);
    case CAT_TYPE_DOUBLE:
        return compare_real(op, value->f64, literal->real);
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
    case CAT_TYPE_BYTEBUF:
    case CAT_TYPE_IPADDR:
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_IPV6ADDR:
        return compare_text(op, value, &literal->text);
    default:
        return false;
    }
}

static bool is_text(enum cat_type type)
{
    return type == CAT_TYPE_CHARBUF || type == CAT_TYPE_FSPATH || type == CAT_TYPE_FSRELPATH;
}

bool rt_dynamic(const struct rt_values *values, enum cat_operator op, enum cat_modifier modifier,
                const struct rt_literal *literals, uint32_t n)
{
    const bool in_set = op == CAT_OP_IN || op == CAT_OP_INTERSECTS;
    const bool each = modifier != CAT_MOD_NONE || in_set || op == CAT_OP_PMATCH;
    const uint32_t tried = each || n == 0 ? n : 1;

    if (in_set && !is_text(values->type))
        return false;
    for (uint32_t i = 0; i < values->n; i++) {
        struct rt_value value = values->v[i];
        uint32_t holding = 0;
        bool holds;

        if (values->type == CAT_TYPE_BYTEBUF)
            value.len = 0;
        for (uint32_t k = 0; k < tried; k++)
            holding += rt_compare(values->type, op, &value, &literals[k]);
        holds = holding > 0;
        if (modifier == CAT_MOD_ALLOF)
            holds = tried > 0 && holding == tried;
        if (modifier == CAT_MOD_ONEOF)
            holds = holding == 1;
        if (holds)
            return true;
    }
    return false;
}
