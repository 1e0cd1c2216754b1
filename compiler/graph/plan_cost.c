/* What tests cost, so that cheap ones come first. Rough nanoseconds: what counts is their order. */
#include "graph/plan.h"

/* Getting the value: from a number in the event up to a command line put together. */
uint32_t rc_plan_value_cost(const struct rc_value *value)
{
    uint32_t cost = 5;

    if (value->kind != RC_OPERAND_FIELD) {
        for (uint32_t i = 0; i < value->nargs; i++)
            cost += 10 + rc_plan_value_cost(value->args[i]);
        return cost;
    }
    if (value->candidates)
        return 60;
    switch ((int)value->field) {
    case FIELD_EVT_ARG:
    case FIELD_EVT_ARGS:
    case FIELD_EVT_INFO:
    case FIELD_EVT_ABSPATH:
        return 50;
    case FIELD_PROC_ARGS:
    case FIELD_PROC_AARGS:
    case FIELD_PROC_CMDLINE:
    case FIELD_PROC_PCMDLINE:
    case FIELD_PROC_ACMDLINE:
    case FIELD_PROC_EXELINE:
    case FIELD_PROC_ENV:
    case FIELD_PROC_AENV:
        return 80;
    case FIELD_PROC_PNAME:
    case FIELD_PROC_PPID:
    case FIELD_PROC_PEXE:
    case FIELD_PROC_PEXEPATH:
        return 15;
    default:
        break;
    }
    switch (cat_fields[value->field].cls) {
    case CAT_CLASS_EVENT:
    case CAT_CLASS_GEN_EVENT:
    case CAT_CLASS_FD:
        return 5;
    case CAT_CLASS_THREAD:
    case CAT_CLASS_CONTAINER:
        return 8;
    case CAT_CLASS_USER:
    case CAT_CLASS_GROUP:
        return 20;
    case CAT_CLASS_FSPATH:
    case CAT_CLASS_FDLIST:
    case CAT_CLASS_UTILS:
    case CAT_CLASS__COUNT:
        break;
    }
    return 50;
}

static uint32_t operator_cost(const struct rc_test *test)
{
    const uint32_t n = test->nliterals > 0 ? test->nliterals : 1;

    switch (test->op) {
    case CAT_OP_EXISTS:
        return 0;
    case CAT_OP_EQ:
    case CAT_OP_NE:
    case CAT_OP_LT:
    case CAT_OP_LE:
    case CAT_OP_GT:
    case CAT_OP_GE:
        return test->left->type == CAT_TYPE_CHARBUF ? 4 : 1;
    case CAT_OP_IN:
    case CAT_OP_INTERSECTS:
        return 10;
    case CAT_OP_STARTSWITH:
    case CAT_OP_BSTARTSWITH:
    case CAT_OP_ENDSWITH:
        return 4 * n;
    case CAT_OP_CONTAINS:
    case CAT_OP_ICONTAINS:
    case CAT_OP_BCONTAINS:
        return 30 * n;
    case CAT_OP_PMATCH:
        return 20 * n;
    case CAT_OP_GLOB:
    case CAT_OP_IGLOB:
        return 60 * n;
    case CAT_OP_REGEX:
        return 100 * n;
    case CAT_OP__COUNT:
        break;
    }
    return 10;
}

uint32_t rc_plan_test_cost(const struct rc_test *test)
{
    const uint32_t right = test->right ? rc_plan_value_cost(test->right) : 0;

    return rc_plan_value_cost(test->left) + right + operator_cost(test);
}

uint32_t rc_plan_look_up_cost(const struct rc_test *test, enum rt_table_kind kind)
{
    static const uint32_t costs[RT_TABLE_KINDS] = {
        [RT_TABLE_EQUAL] = 6, [RT_TABLE_PREFIX] = 10,   [RT_TABLE_SUFFIX] = 10,
        [RT_TABLE_PATH] = 30, [RT_TABLE_CONTAINS] = 60, [RT_TABLE_ICONTAINS] = 90,
    };

    return rc_plan_value_cost(test->left) + costs[kind];
}

/* Of a thousand, how many a literal of that length catches. */
static uint32_t caught(enum cat_operator op, uint32_t len)
{
    switch ((int)op) {
    case CAT_OP_STARTSWITH:
    case CAT_OP_PMATCH:
        return len < 2 ? 1000 : len < 6 ? 200 : len < 10 ? 50 : 5;
    case CAT_OP_ENDSWITH:
        return len < 2 ? 500 : len < 4 ? 50 : 5;
    case CAT_OP_CONTAINS:
    case CAT_OP_ICONTAINS:
        return len < 2 ? 700 : len < 4 ? 150 : len < 6 ? 30 : 5;
    default:
        return 5;
    }
}

/* Fields with few values of which each is common. */
static bool has_few_values(const struct rc_value *value)
{
    if (value->kind != RC_OPERAND_FIELD)
        return false;
    switch ((int)value->field) {
    case FIELD_FD_TYPE:
    case FIELD_FD_TYPECHAR:
    case FIELD_FD_L4PROTO:
    case FIELD_CONTAINER_ID:
    case FIELD_PROC_TTY:
        return true;
    default:
        return cat_fields[value->field].cls == CAT_CLASS_EVENT ||
               cat_fields[value->field].cls == CAT_CLASS_USER ||
               cat_fields[value->field].cls == CAT_CLASS_GROUP ||
               cat_fields[value->field].type == CAT_TYPE_BOOL;
    }
}

uint32_t rc_plan_likelihood(const struct rc_test *test)
{
    uint32_t sum = 0;

    for (uint32_t i = 0; i < test->nliterals && sum < 1000; i++)
        sum += caught(test->op, test->literals[i]->len);
    if (has_few_values(test->left))
        sum *= 100;
    if (test->op == CAT_OP_NE || test->nliterals == 0)
        return 1000;
    return sum < 1000 ? sum : 1000;
}
