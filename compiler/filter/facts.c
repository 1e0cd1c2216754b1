/* From a test to a fact of the kernel's, or to what a fact makes possible. See filter.h. */
#include "filter/maker.h"

#include <string.h>

static const struct rc_low *constant(bool holds)
{
    return holds ? rc_low_true() : rc_low_false();
}

bool rc_filter_among(const struct rc_test *test, const char *text)
{
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (test->literals[i]->len == strlen(text) &&
            memcmp(test->literals[i]->text, text, test->literals[i]->len) == 0)
            return true;
    }
    return false;
}

static bool is_equality(const struct rc_test *test)
{
    return test->op == CAT_OP_EQ || test->op == CAT_OP_IN || test->op == CAT_OP_NE;
}

/* A test of a value that is `text`; NULL: not decided here. */
const struct rc_low *rc_filter_text_is(const struct rc_test *test, const char *text)
{
    if (!is_equality(test))
        return NULL;
    return constant(rc_filter_among(test, text) == (test->op != CAT_OP_NE));
}

const struct rc_low *rc_filter_number_atom(struct rc_filter_maker *m, struct rt_filter_atom atom)
{
    uint32_t i = 0;

    while (i < m->filter->natoms && memcmp(&m->filter->atoms[i], &atom, sizeof atom) != 0)
        i++;
    if (i == m->filter->natoms) {
        if (i == RC_FILTER_MAX_ATOMS) {
            m->crowded = true;
            return NULL;
        }
        m->filter->atoms[m->filter->natoms++] = atom;
    }
    return rc_low_atom(&m->space, RT_FILTER_PATH_ATOMS + 1 + i, 0, false);
}

static const struct rc_low *success(struct rc_filter_maker *m)
{
    return rc_filter_number_atom(m, (struct rt_filter_atom){.fact = RT_FACT_SUCCESS});
}

void rc_filter_first_atom(struct rc_filter_maker *m)
{
    success(m);
}

static const struct rc_low *compare_number(struct rc_filter_maker *m, const struct rc_test *test,
                                           enum rt_filter_fact fact, uint32_t param)
{
    static const enum rt_filter_compare compares[CAT_OP__COUNT] = {
        [CAT_OP_EQ] = RT_COMPARE_EQ, [CAT_OP_LT] = RT_COMPARE_LT, [CAT_OP_LE] = RT_COMPARE_LE,
        [CAT_OP_GT] = RT_COMPARE_GT, [CAT_OP_GE] = RT_COMPARE_GE,
    };
    const struct rc_low *low;

    if (test->op == CAT_OP_IN && test->nliterals <= 8) {
        low = rc_low_false();
        for (uint32_t k = 0; k < test->nliterals && low; k++) {
            const struct rc_low *one = rc_filter_number_atom(
                m, (struct rt_filter_atom){.fact = (uint8_t)fact,
                                           .param = (uint16_t)param,
                                           .compare = RT_COMPARE_EQ,
                                           .value = test->literals[k]->number});

            low = one ? rc_low_or(&m->space, low, one) : NULL;
        }
        return low;
    }
    if (test->nliterals != 1)
        return NULL;
    switch ((int)test->op) {
    case CAT_OP_NE:
    case CAT_OP_EQ:
    case CAT_OP_LT:
    case CAT_OP_LE:
    case CAT_OP_GT:
    case CAT_OP_GE:
        low = rc_filter_number_atom(
            m, (struct rt_filter_atom){
                   .fact = (uint8_t)fact,
                   .param = (uint16_t)param,
                   .compare = (uint8_t)(test->op == CAT_OP_NE ? RT_COMPARE_EQ : compares[test->op]),
                   .value = test->literals[0]->number});
        return low && test->op == CAT_OP_NE ? rc_low_not(&m->space, low) : low;
    default:
        return NULL;
    }
}

/* evt.is_open_read and its like: a boolean that is `low`. */
static const struct rc_low *compare_bool(struct rc_filter_maker *m, const struct rc_test *test,
                                         const struct rc_low *low)
{
    bool zero = false, one = false;

    if (!low || !is_equality(test))
        return NULL;
    for (uint32_t i = 0; i < test->nliterals; i++) {
        zero |= test->literals[i]->number == 0;
        one |= test->literals[i]->number == 1;
    }
    if (test->op == CAT_OP_NE) {
        const bool was = zero;

        zero = one;
        one = was;
    }
    if (zero == one)
        return zero ? NULL : rc_low_false();
    return one ? low : rc_low_not(&m->space, low);
}

static const struct rc_low *flag_atom(struct rc_filter_maker *m, uint32_t mask)
{
    return rc_filter_number_atom(m, (struct rt_filter_atom){.fact = RT_FACT_FLAGS, .mask = mask});
}

/* Index of the parameter that the value shows, or -1. */
static int param_of(uint32_t event, const struct rc_value *value)
{
    const struct cat_event *info = &cat_events[event];

    for (uint32_t i = 0; i < info->nparams; i++) {
        if (value->arg_kind == RC_ARG_INDEX
                ? i == value->index
                : value->arg_kind == RC_ARG_KEY && strcmp(info->params[i].name, value->key) == 0)
            return (int)i;
    }
    return -1;
}

/* evt.arg.flags contains "O_TRUNC": each flag whose name has the text in it shows it. The mask, or
 * 0: it cannot be said so. */
static uint32_t flags_with(const struct cat_flag_table *table, const struct rc_test *test)
{
    uint32_t mask = 0;

    if (test->op != CAT_OP_CONTAINS || test->nliterals != 1 || test->literals[0]->len < 3 ||
        memchr(test->literals[0]->text, '|', test->literals[0]->len))
        return 0;
    for (uint32_t i = 0; i < table->nflags; i++) {
        const struct cat_flag *flag = &table->flags[i];

        if (!strstr(flag->name, test->literals[0]->text))
            continue;
        if (flag->value == 0 || (flag->value & (flag->value - 1)) != 0)
            return 0;
        mask |= flag->value;
    }
    return mask;
}

static bool is_enum(enum cat_type type)
{
    return type == CAT_TYPE_ENUMFLAGS8 || type == CAT_TYPE_ENUMFLAGS16 ||
           type == CAT_TYPE_ENUMFLAGS32;
}

/* evt.arg.domain contains "AF_PACKET": the parameter is one of the values whose names have the text
 * in them. A value without a name is shown as a number, which has no capital letter. */
static const struct rc_low *named_value(struct rc_filter_maker *m, const struct rc_test *test,
                                        const struct cat_flag_table *table, uint32_t param)
{
    const struct rc_literal *literal = test->nliterals == 1 ? test->literals[0] : NULL;
    const struct rc_low *low = rc_low_false();

    if (test->op != CAT_OP_CONTAINS || !literal || literal->len < 3 || literal->text[0] < 'A' ||
        literal->text[0] > 'Z' || memchr(literal->text, '|', literal->len))
        return NULL;
    for (uint32_t i = 0; i < table->nflags && low; i++) {
        const struct rc_low *one;

        if (!strstr(table->flags[i].name, literal->text))
            continue;
        one = rc_filter_number_atom(m, (struct rt_filter_atom){.fact = RT_FACT_PARAM,
                                                               .param = (uint16_t)param,
                                                               .compare = RT_COMPARE_EQ,
                                                               .value = table->flags[i].value});
        low = one ? rc_low_or(&m->space, low, one) : NULL;
    }
    return low;
}

static bool is_flags(enum cat_type type)
{
    return type == CAT_TYPE_FLAGS8 || type == CAT_TYPE_FLAGS16 || type == CAT_TYPE_FLAGS32;
}

/* Numbers that compare in 64 bits as they do in their own; of wider ones, the sign is the rules'.
 */
static bool is_narrow(enum cat_type type)
{
    switch ((int)type) {
    case CAT_TYPE_INT8:
    case CAT_TYPE_INT16:
    case CAT_TYPE_INT32:
    case CAT_TYPE_UINT8:
    case CAT_TYPE_UINT16:
    case CAT_TYPE_UINT32:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
    case CAT_TYPE_MODE:
        return true;
    default:
        return false;
    }
}

static bool is_number(enum cat_type type)
{
    return is_narrow(type) || type == CAT_TYPE_INT64 || type == CAT_TYPE_UINT64 ||
           type == CAT_TYPE_FD || type == CAT_TYPE_PID;
}

static const struct rc_low *param_test(struct rc_filter_maker *m, const struct rc_test *test)
{
    const bool raw = test->left->field == FIELD_EVT_RAWARG;
    const int index = param_of(m->event, test->left);
    const struct cat_param *param;
    uint32_t mask;

    if (index < 0)
        return NULL;
    param = &cat_events[m->event].params[index];
    if (param->type == CAT_TYPE_CHARBUF ||
        (raw && (param->type == CAT_TYPE_FSPATH || param->type == CAT_TYPE_FSRELPATH))) {
        m->param = (uint32_t)index;
        return rc_filter_path(m, test, RC_PATH_WHOLE);
    }
    if (raw && index > 0 && is_number(param->type) && (is_narrow(param->type) || is_equality(test)))
        return compare_number(m, test, RT_FACT_PARAM, (uint32_t)index);
    if (!raw && is_enum(param->type) && param->flags)
        return named_value(m, test, param->flags, (uint32_t)index);
    if (raw || !is_flags(param->type) || !param->flags)
        return NULL;
    /* The low bits of an open's flags are an access mode, which is spelled as one; the text of
     * others that share bits with it is not worth the thought. */
    mask = flags_with(param->flags, test);
    if (m->view == RC_VIEW_OPEN)
        return mask == 0 || mask & 3 || strcmp(param->name, "flags") != 0 ? NULL
                                                                          : flag_atom(m, mask);
    return mask == 0 ? NULL
                     : rc_filter_number_atom(m, (struct rt_filter_atom){.fact = RT_FACT_PARAM_BITS,
                                                                        .param = (uint16_t)index,
                                                                        .mask = mask});
}

const struct rc_low *rc_filter_path(struct rc_filter_maker *m, const struct rc_test *test,
                                    enum rc_path_part part)
{
    struct rc_filter *filter = m->filter;
    /* What a program gave is all there, however it is meant. */
    const bool relative = m->relative && test->left->field != FIELD_FD_NAMERAW &&
                          cat_fields[test->left->field].cls != CAT_CLASS_EVENT;
    uint32_t *atom = relative ? &m->relative_atom[test->number] : &m->path_atom[test->number];
    const struct rc_low *low;

    if (*atom == 0) {
        struct rt_filter_pattern found[RC_PATH_MAX_PATTERNS];
        const int n = relative ? rc_path_relative_patterns(m->plan->arena, test, part, found)
                               : rc_path_patterns(m->plan->arena, test, part, found);
        if (n < 0)
            return NULL;
        if (m->npath_atoms == RT_FILTER_PATH_ATOMS ||
            filter->npatterns + (uint32_t)n > RC_FILTER_MAX_PATTERNS) {
            m->crowded = true;
            return NULL;
        }
        for (int i = 0; i < n; i++) {
            found[i].atom = (uint16_t)m->npath_atoms;
            filter->pattern_tests[filter->npatterns] = test;
            filter->patterns[filter->npatterns++] = found[i];
        }
        *atom = ++m->npath_atoms;
    }
    m->inexact |= relative;
    low = rc_low_atom(&m->space, *atom - 1, m->param, false);
    return test->op == CAT_OP_NE ? rc_low_not(&m->space, low) : low;
}

/* evt.res = EINPROGRESS: the result is one of the numbers. NULL: not all names are known here. */
static const struct rc_low *failure_atom(struct rc_filter_maker *m, const struct rc_test *test)
{
    static const struct {
        const char *name;
        int number;
    } failures[] = {{"EPERM", 1},      {"ENOENT", 2},       {"EINTR", 4},   {"EAGAIN", 11},
                    {"EACCES", 13},    {"EEXIST", 17},      {"EINVAL", 22}, {"ECONNREFUSED", 111},
                    {"EALREADY", 114}, {"EINPROGRESS", 115}};
    const struct rc_low *low = rc_low_false();

    for (uint32_t i = 0; i < test->nliterals; i++) {
        const struct rc_literal *literal = test->literals[i];
        const struct rc_low *one = NULL;

        for (size_t k = 0; k < sizeof failures / sizeof failures[0]; k++) {
            if (literal->len == strlen(failures[k].name) &&
                memcmp(literal->text, failures[k].name, literal->len) == 0)
                one =
                    rc_filter_number_atom(m, (struct rt_filter_atom){.fact = RT_FACT_RESULT,
                                                                     .compare = RT_COMPARE_EQ,
                                                                     .value = -failures[k].number});
        }
        if (!one)
            return NULL;
        low = rc_low_or(&m->space, low, one);
    }
    return low;
}

/* evt.res and its like; the text of most failures is not looked at: it is possible. */
static const struct rc_low *result_test(struct rc_filter_maker *m, const struct rc_test *test)
{
    const bool failed = test->op == CAT_OP_STARTSWITH && test->nliterals == 1 &&
                        test->literals[0]->len > 0 && test->literals[0]->text[0] == 'E';
    const struct rc_low *low;

    if (m->event == EV_SENDMMSG_X || m->event == EV_RECVMMSG_X ||
        cat_events[m->event].dir != CAT_DIR_EXIT)
        return NULL; /* their results are made of others */
    switch ((int)test->left->field) {
    case FIELD_EVT_RAWRES:
        return compare_number(m, test, RT_FACT_RESULT, 0);
    case FIELD_EVT_FAILED:
        return compare_bool(m, test, rc_low_not(&m->space, success(m)));
    default:
        break;
    }
    if (failed ||
        (is_equality(test) && test->op != CAT_OP_NE && !rc_filter_among(test, "SUCCESS"))) {
        m->inexact = true;
        low = failed ? NULL : failure_atom(m, test);
        return low ? low : rc_low_not(&m->space, success(m));
    }
    if (!is_equality(test) || !rc_filter_among(test, "SUCCESS") || test->nliterals != 1)
        return NULL;
    return test->op == CAT_OP_NE ? rc_low_not(&m->space, success(m)) : success(m);
}

/* One of two answers that are certain, by whether the call succeeded. */
static const struct rc_low *either(struct rc_filter_maker *m, const struct rc_low *succeeded,
                                   const struct rc_low *failed)
{
    if (!succeeded || !failed || rc_low_is_true(succeeded) == rc_low_is_true(failed))
        return failed ? succeeded : NULL;
    return rc_low_is_true(succeeded) ? success(m) : rc_low_not(&m->space, success(m));
}

static const struct rc_low *open_test(struct rc_filter_maker *m, const struct rc_test *test)
{
    const struct rc_low *low;

    switch ((int)test->left->field) {
    case FIELD_FD_NAMERAW: /* as it was given, and not as it is cleaned */
        m->param = m->event == EV_OPEN_X ? 1 : 2;
        return rc_filter_path(m, test, RC_PATH_WHOLE);
    case FIELD_FD_NAME:
        return rc_filter_path(m, test, RC_PATH_WHOLE);
    case FIELD_FD_DIRECTORY:
        return m->directory ? NULL : rc_filter_path(m, test, RC_PATH_DIRECTORY);
    case FIELD_FD_FILENAME:
        if (m->directory)
            return rc_low_false();
        /* An open that failed has none, and then every test on it is false. */
        low = rc_filter_path(m, test, RC_PATH_NAME);
        return low ? rc_low_and(&m->space, success(m), low) : NULL;
    case FIELD_FD_TYPECHAR:
        return either(m, rc_filter_text_is(test, m->directory ? "d" : "f"),
                      rc_filter_text_is(test, m->event == EV_OPEN_X ? "o" : "f"));
    case FIELD_FD_TYPE:
        low = rc_filter_text_is(test, m->directory ? "directory" : "file");
        return low && rc_low_is_true(low) ? success(m) : low;
    case FIELD_FD_NUM:
        return compare_number(m, test, RT_FACT_FD, 0);
    case FIELD_EVT_RAWRES:
    case FIELD_EVT_RES:
    case FIELD_EVT_FAILED:
        return result_test(m, test);
    case FIELD_EVT_IS_OPEN_READ:
        return compare_bool(m, test, flag_atom(m, 0x1));
    case FIELD_EVT_IS_OPEN_WRITE:
        return compare_bool(m, test, flag_atom(m, 0x2));
    /* O_DIRECTORY is one of the bits of O_TMPFILE, and seen as that. */
    case FIELD_EVT_IS_OPEN_CREATE:
        return compare_bool(m, test, m->directory ? success(m) : flag_atom(m, 0x4000));
    case FIELD_EVT_IS_OPEN_EXEC:
        low = rc_filter_number_atom(m, (struct rt_filter_atom){.fact = RT_FACT_MODE, .mask = 0111});
        if (low && !m->directory)
            low = rc_low_and(&m->space, flag_atom(m, 0x4), low);
        return low ? compare_bool(m, test, low) : NULL;
    case FIELD_EVT_ARG:
        return param_test(m, test);
    default:
        return NULL;
    }
}

static const struct rc_low *event_test(struct rc_filter_maker *m, const struct rc_test *test)
{
    if (cat_fields[test->left->field].cls == CAT_CLASS_FD)
        return rc_filter_descriptor_test(m, test);
    switch ((int)test->left->field) {
    case FIELD_EVT_RAWRES:
    case FIELD_EVT_RES:
    case FIELD_EVT_FAILED:
        return result_test(m, test);
    case FIELD_EVT_ARG:
    case FIELD_EVT_RAWARG:
        return param_test(m, test);
    default:
        return NULL;
    }
}

static const struct rc_low *view_test(struct rc_filter_maker *m, const struct rc_test *test)
{
    switch (m->view) {
    case RC_VIEW_OPEN:
        return open_test(m, test);
    case RC_VIEW_EVENT:
        return event_test(m, test);
    case RC_VIEW_KIND:
        return rc_filter_kind_test(m, test);
    case RC_VIEW_MISSING:
        return rc_filter_missing_test(m, test);
    case RC_VIEW_CALL:
        return test->left->field == FIELD_EVT_TYPE ? rc_filter_text_is(test, m->call) : NULL;
    }
    return NULL;
}

const struct rc_low *rc_filter_test(void *context, const struct rc_test *test, bool negated)
{
    struct rc_filter_maker *m = context;
    const struct rc_value *left = test->left;
    const struct rc_low *low;

    if (left->kind != RC_OPERAND_FIELD || test->right || test->modifier != CAT_MOD_NONE ||
        test->op == CAT_OP_EXISTS || left->candidates)
        return NULL;
    m->inexact = m->crowded = false;
    m->param = 0;
    low = left->field == FIELD_EVT_DIR ? rc_filter_text_is(test, "<") : view_test(m, test);
    if (m->crowded && !m->left_out[test->number]) {
        m->left_out[test->number] = true;
        m->filter->nleft_out++;
    }
    if (!low || !negated)
        return low && m->inexact && test->op == CAT_OP_NE ? NULL : low;
    return m->inexact ? NULL : rc_low_not(&m->space, low);
}
