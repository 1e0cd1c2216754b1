/* The C back end: one function a test. See emit_c.h. */
#include "emit/emit_c.h"

#include "base/diag.h"
#include "check/compare.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Literals up to this many bytes stand in the call; longer ones in a table before it. */
#define LONGEST_INLINE 24

/* A test with more uses is marked as one that is asked often. */
#define FEWEST_ASKED_OFTEN 64

/* Operators as helpers' names end; "" where an operator needs more than a name. */
static const char *operator_suffix(enum cat_operator op)
{
    switch (op) {
    case CAT_OP_EQ:
        return "eq";
    case CAT_OP_NE:
        return "ne";
    case CAT_OP_LT:
        return "lt";
    case CAT_OP_LE:
        return "le";
    case CAT_OP_GT:
        return "gt";
    case CAT_OP_GE:
        return "ge";
    case CAT_OP_CONTAINS:
    case CAT_OP_BCONTAINS:
        return "contains";
    case CAT_OP_ICONTAINS:
        return "icontains";
    case CAT_OP_STARTSWITH:
    case CAT_OP_BSTARTSWITH:
        return "startswith";
    case CAT_OP_ENDSWITH:
        return "endswith";
    case CAT_OP_GLOB:
        return "glob";
    case CAT_OP_IGLOB:
        return "iglob";
    case CAT_OP_EXISTS:
    case CAT_OP_REGEX:
    case CAT_OP_IN:
    case CAT_OP_INTERSECTS:
    case CAT_OP_PMATCH:
    case CAT_OP__COUNT:
        break;
    }
    return "";
}

static const char *operator_id(enum cat_operator op)
{
    static const char *const ids[CAT_OP__COUNT] = {
#define X(id, spelling) [CAT_OP_##id] = "CAT_OP_" #id,
        CAT_OPERATORS(X)
#undef X
    };

    return ids[op];
}

static const char *modifier_id(enum cat_modifier modifier)
{
    static const char *const ids[CAT_MOD__COUNT] = {
#define X(id, spelling) [CAT_MOD_##id] = "CAT_MOD_" #id,
        CAT_MODIFIERS(X)
#undef X
    };

    return ids[modifier];
}

/* A hexadecimal floating constant is exact; the two that C has no constant for are builtins. */
static const char *real(const struct rc_plan *plan, double value)
{
    if (isnan(value))
        return "__builtin_nan(\"\")";
    if (isinf(value))
        return value > 0 ? "__builtin_inf()" : "-__builtin_inf()";
    return rc_arena_printf(plan->arena, "%a", value);
}

/* A number cut to the width of the type it is compared with, as C. */
static const char *number(const struct rc_plan *plan, struct rc_compare type,
                          const struct rc_literal *literal)
{
    const uint64_t cut = rc_compare_number(type, literal);
    const int64_t wide = (int64_t)cut;

    if (type.kind == RC_COMPARE_REAL)
        return real(plan, literal->real);
    if (type.kind == RC_COMPARE_UNSIGNED)
        return rc_arena_printf(plan->arena, cut > INT32_MAX ? "UINT64_C(%" PRIu64 ")" : "%" PRIu64,
                               cut);
    if (wide == INT64_MIN)
        return "INT64_MIN";
    return rc_arena_printf(
        plan->arena, wide > INT32_MAX || wide < -INT32_MAX ? "INT64_C(%" PRId64 ")" : "%" PRId64,
        wide);
}

static const char *net(const struct rc_plan *plan, const struct rc_test *test,
                       const struct rc_literal *literal)
{
    const bool is_net = test->left->type == CAT_TYPE_IPNET ||
                        test->left->type == CAT_TYPE_IPV4NET ||
                        test->left->type == CAT_TYPE_IPV6NET;
    struct rc_strbuf text = {0};
    const char *result;

    rc_strbuf_adds(&text, "{{");
    for (uint32_t i = 0; i < literal->nbytes; i++)
        rc_strbuf_printf(&text, "%s%u", i > 0 ? ", " : "", literal->bytes[i]);
    rc_strbuf_printf(&text, "}, %u, %u}", literal->nbytes,
                     is_net ? literal->prefix_bits : 8u * literal->nbytes);
    result = rc_arena_strndup(plan->arena, text.data, text.len);
    rc_strbuf_free(&text);
    return result;
}

/* evt.rawarg.X has the type that the parameter has on the event, which may be another than that of
 * the first parameter of the name, by which its literals are read. */
static bool is_raw(const struct rc_test *test)
{
    const enum rc_compare_kind kind = rc_compare_of(test->left->type).kind;

    return test->left->kind == RC_OPERAND_FIELD && test->left->field == FIELD_EVT_RAWARG &&
           !test->right && test->op != CAT_OP_EXISTS && test->op != CAT_OP_REGEX &&
           kind != RC_COMPARE_NET;
}

/* The literals as a table before the test, if the call cannot name them itself. */
enum table { TABLE_NONE, TABLE_TEXTS, TABLE_NUMBERS, TABLE_NETS, TABLE_LITERALS, TABLE_REGEXES };

static enum table table_kind(const struct rc_test *test)
{
    const struct rc_compare type = rc_compare_of(test->left->type);
    const bool many = test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS ||
                      test->op == CAT_OP_PMATCH || test->modifier != CAT_MOD_NONE;

    if (test->op == CAT_OP_EXISTS || test->right)
        return TABLE_NONE;
    if (test->op == CAT_OP_REGEX)
        return test->modifier == CAT_MOD_NONE ? TABLE_NONE : TABLE_REGEXES;
    if (is_raw(test))
        return TABLE_LITERALS;
    switch (type.kind) {
    case RC_COMPARE_TEXT:
        return many || test->literals[0]->len > LONGEST_INLINE ? TABLE_TEXTS : TABLE_NONE;
    case RC_COMPARE_SIGNED:
    case RC_COMPARE_UNSIGNED:
    case RC_COMPARE_REAL:
        if (test->modifier != CAT_MOD_NONE)
            return TABLE_LITERALS;
        return many ? TABLE_NUMBERS : TABLE_NONE;
    case RC_COMPARE_NET:
        return TABLE_NETS;
    case RC_COMPARE_DYNAMIC:
        return TABLE_LITERALS;
    }
    return TABLE_NONE;
}

/* Falco reads a literal into a buffer and compares that, whatever is in it, as the type of the
 * event: a number of fewer bytes gets zeros behind it, a text counts by its first bytes. */
static void emit_raw_literal(const struct rc_plan *plan, const struct rc_test *test,
                             const struct rc_literal *literal, struct rc_emit *emit)
{
    const struct rc_compare type = rc_compare_of(test->left->type);
    const char *text = literal->text;
    uint32_t len = literal->len;
    uint64_t number = (uint64_t)literal->number;
    char bytes[8] = {0};

    if (type.kind == RC_COMPARE_TEXT) {
        number = 0;
        for (uint32_t i = 0; i < len && i < 8; i++)
            number |= (uint64_t)(uint8_t)text[i] << (8 * i);
    } else {
        if (type.kind != RC_COMPARE_REAL && type.bits < 64)
            number &= (UINT64_C(1) << type.bits) - 1;
        for (len = 0; len < 8 && (number >> (8 * len) & 0xff) != 0; len++)
            bytes[len] = (char)(number >> (8 * len));
        text = bytes;
    }
    rc_emit_line(emit, "{UINT64_C(%" PRIu64 "), %s, {%s, %u}},", number, real(plan, literal->real),
                 rc_emit_c_string(plan, text, len), len);
}

static void emit_literals(const struct rc_plan *plan, const struct rc_plan_test *planned,
                          struct rc_emit *emit)
{
    static const char *const types[] = {
        [TABLE_TEXTS] = "struct rt_text",       [TABLE_NUMBERS] = "",
        [TABLE_NETS] = "struct rt_net",         [TABLE_LITERALS] = "struct rt_literal",
        [TABLE_REGEXES] = "rt_regex_fn *const",
    };
    const struct rc_test *test = planned->test;
    const struct rc_compare type = rc_compare_of(test->left->type);
    const enum table table = table_kind(test);
    const char *element = types[table];

    if (table == TABLE_NONE)
        return;
    if (table == TABLE_NUMBERS)
        element = type.kind == RC_COMPARE_SIGNED     ? "int64_t"
                  : type.kind == RC_COMPARE_UNSIGNED ? "uint64_t"
                                                     : "double";
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static %s%s of_%s[] =", table == TABLE_REGEXES ? "" : "const ", element,
                 planned->name);
    for (uint32_t i = 0; i < test->nliterals; i++) {
        const struct rc_literal *literal = test->literals[i];
        const char *text = rc_emit_c_string(plan, literal->text, literal->len);

        switch (table) {
        case TABLE_NONE:
            break;
        case TABLE_TEXTS:
            rc_emit_line(emit, "{%s, %u},", text, literal->len);
            break;
        case TABLE_NUMBERS:
            rc_emit_line(emit, "%s,", number(plan, type, literal));
            break;
        case TABLE_NETS:
            rc_emit_line(emit, "%s,", net(plan, test, literal));
            break;
        case TABLE_LITERALS:
            if (is_raw(test)) {
                emit_raw_literal(plan, test, literal, emit);
                break;
            }
            rc_emit_line(emit, "{UINT64_C(%" PRIu64 "), %s, {%s, %u}},", (uint64_t)literal->number,
                         real(plan, literal->real), text, literal->len);
            break;
        case TABLE_REGEXES:
            rc_emit_line(emit, "%s,", plan->regexes[planned->regexes[i]].name);
            break;
        }
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

static const char *text_call(const struct rc_plan *plan, const struct rc_plan_test *planned)
{
    const struct rc_test *test = planned->test;
    const char *suffix = operator_suffix(test->op);
    const char *name = planned->name;
    const uint32_t n = test->nliterals;

    if (test->op == CAT_OP_PMATCH)
        return rc_arena_printf(plan->arena, "rt_str_pmatch(value, of_%s, %u)", name, n);
    if (test->op == CAT_OP_INTERSECTS)
        return rc_arena_printf(plan->arena, "rt_str_intersects(value, of_%s, %u)", name, n);
    if (test->op == CAT_OP_IN)
        return rc_arena_printf(plan->arena, "rt_str_%s(value, of_%s, %u)",
                               test->left->is_list ? "all_in" : "intersects", name, n);
    if (test->modifier != CAT_MOD_NONE)
        return rc_arena_printf(plan->arena, "rt_str_%s(value, rt_text_%s, of_%s, %u)",
                               cat_modifier_names[test->modifier], suffix, name, n);
    if (table_kind(test) == TABLE_TEXTS)
        return rc_arena_printf(plan->arena, "rt_str_anyof(value, rt_text_%s, of_%s, 1)", suffix,
                               name);
    return rc_arena_printf(plan->arena, "rt_str_%s(value, %s, %u)", suffix,
                           rc_emit_c_string(plan, test->literals[0]->text, test->literals[0]->len),
                           test->literals[0]->len);
}

static const char *number_call(const struct rc_plan *plan, const struct rc_plan_test *planned,
                               struct rc_compare type)
{
    const struct rc_test *test = planned->test;
    const char *prefix = type.kind == RC_COMPARE_SIGNED     ? "i64"
                         : type.kind == RC_COMPARE_UNSIGNED ? "u64"
                                                            : "f64";

    if (test->modifier != CAT_MOD_NONE)
        return rc_arena_printf(plan->arena, "rt_dynamic(value, %s, %s, of_%s, %u)",
                               operator_id(test->op), modifier_id(test->modifier), planned->name,
                               test->nliterals);
    if (test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS)
        return rc_arena_printf(plan->arena, "rt_%s_%s(value, of_%s, %u)", prefix,
                               test->left->is_list && test->op == CAT_OP_IN ? "all_in" : "in",
                               planned->name, test->nliterals);
    return rc_arena_printf(plan->arena, "rt_%s_%s%s(value, %s)", prefix, operator_suffix(test->op),
                           test->all ? "_all" : "", number(plan, type, test->literals[0]));
}

static const char *net_call(const struct rc_plan *plan, const struct rc_plan_test *planned)
{
    const struct rc_test *test = planned->test;
    const char *suffix = operator_suffix(test->op);

    if (test->op == CAT_OP_IN && test->left->is_list)
        return rc_arena_printf(plan->arena, "rt_net_all_in(value, of_%s, %u)", planned->name,
                               test->nliterals);
    if (test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS)
        return rc_arena_printf(plan->arena, "rt_net_in(value, of_%s, %u)", planned->name,
                               test->nliterals);
    if (test->modifier != CAT_MOD_NONE)
        return rc_arena_printf(plan->arena, "rt_net_%s_%s(value, of_%s, %u)", suffix,
                               cat_modifier_names[test->modifier], planned->name, test->nliterals);
    return rc_arena_printf(plan->arena, "rt_net_%s(value, of_%s)", suffix, planned->name);
}

/* The call that carries a test out, over `value` (and `right`). */
static const char *call(const struct rc_plan *plan, const struct rc_plan_test *planned)
{
    const struct rc_test *test = planned->test;
    const struct rc_compare type = rc_compare_of(test->left->type);

    if (test->op == CAT_OP_EXISTS)
        return "rt_exists(value)";
    if (test->right)
        return rc_arena_printf(plan->arena, "rt_right(value, %s, %s, %s, right)",
                               operator_id(test->op), modifier_id(test->modifier),
                               test->left->is_list ? "true" : "false");
    if (test->op == CAT_OP_REGEX && test->modifier == CAT_MOD_NONE)
        return rc_arena_printf(plan->arena, "rt_str_regex(eval, value, %s)",
                               plan->regexes[planned->regexes[0]].name);
    if (test->op == CAT_OP_REGEX)
        return rc_arena_printf(plan->arena, "rt_str_regex_%s(eval, value, of_%s, %u)",
                               cat_modifier_names[test->modifier], planned->name, test->nliterals);
    if (is_raw(test))
        return rc_arena_printf(plan->arena, "rt_dynamic(value, %s, %s, of_%s, %u)",
                               operator_id(test->op), modifier_id(test->modifier), planned->name,
                               test->nliterals);
    switch (type.kind) {
    case RC_COMPARE_TEXT:
        return text_call(plan, planned);
    case RC_COMPARE_SIGNED:
    case RC_COMPARE_UNSIGNED:
    case RC_COMPARE_REAL:
        return number_call(plan, planned, type);
    case RC_COMPARE_NET:
        return net_call(plan, planned);
    case RC_COMPARE_DYNAMIC:
        return rc_arena_printf(plan->arena, "rt_dynamic(value, %s, %s, of_%s, %u)",
                               operator_id(test->op), modifier_id(test->modifier), planned->name,
                               test->nliterals);
    }
    RC_BUG("a type without tests");
}

static void emit_values_of(const struct rc_plan *plan, const struct rc_plan_test *test,
                           struct rc_emit *emit)
{
    const uint32_t memory = test->test->memory;
    const char *left = plan->values[test->slot].name, *right;

    if (memory != 0)
        rc_emit_line(emit, "const struct rt_values *value = rt_value_since(eval, %s, %u);", left,
                     memory);
    else
        rc_emit_line(emit, "const struct rt_values *value = rt_value(eval, %s);", left);
    if (test->right_slot == RC_PLAN_NO_SLOT)
        return;
    right = plan->values[test->right_slot].name;
    if (memory != 0) {
        rc_emit_line(emit, "const struct rt_values *right =");
        rc_emit_line(emit, "    rt_exists(value) ? rt_value_since(eval, %s, %u) : value;", right,
                     memory + 1);
    } else {
        rc_emit_line(emit, "const struct rt_values *right = rt_value(eval, %s);", right);
    }
}

/* fd.ip exists asks for an fd, not for its addresses. */
static bool asks_for_fd(const struct rc_test *test)
{
    return test->op == CAT_OP_EXISTS && test->left->candidates &&
           cat_fields[test->left->field].cls == CAT_CLASS_FD;
}

static uint32_t number_of(const struct rc_plan *plan, const struct rc_plan_test *test)
{
    return (uint32_t)(test - plan->tests);
}

/* A test that a look-up answers is no function: there may be ten thousands of them. */
static void emit_look_up(const struct rc_plan *plan, const struct rc_plan_test *test,
                         struct rc_emit *emit)
{
    struct rc_strbuf text = {0};

    rc_test_print(test->test, &text);
    rc_emit_comment(emit, text.data);
    rc_strbuf_free(&text);
    if (emit->purpose == RC_EMIT_COUNTED)
        rc_emit_line(emit, "#define %s(eval) %s(eval, &%s, %s, &count_of_tests[%u])", test->name,
                     test->test->op == CAT_OP_NE ? "rt_count_not_among" : "rt_count_among",
                     plan->tables[test->table].name, rc_emit_c_bit(plan, test->name),
                     number_of(plan, test));
    else
        rc_emit_line(emit, "#define %s(eval) %s(eval, &%s, %s)", test->name,
                     test->test->op == CAT_OP_NE ? "rt_not_among" : "rt_among",
                     plan->tables[test->table].name, rc_emit_c_bit(plan, test->name));
}

/* What is kept, and what works it out: name_anew. */
void rc_emit_c_kept(const struct rc_plan *plan, const struct rc_plan_kept *kept, const char *name,
                    const char *as, struct rc_emit *emit)
{
    const char *ask = kept->with == RC_LIFE_FD ? "return rt_kept_fd(" : "return rt_kept_thread(";
    const char *bit = rc_emit_c_kept_bit(plan, name);

    rc_emit_function(emit, "%sbool %s(struct rt_eval *eval)",
                     as == name ? rc_emit_linkage(emit) : "static ", as);
    if (4 + strlen(ask) + strlen(bit) + strlen(name) + strlen("eval, , _anew);") <= RC_EMIT_WIDTH) {
        rc_emit_line(emit, "%seval, %s, %s_anew);", ask, bit, name);
    } else {
        rc_emit_line(emit, "%seval, %s,", ask, bit);
        rc_emit_line(emit, "%*s%s_anew);", (int)strlen(ask), "", name);
    }
    rc_emit_close(emit, "");
    rc_emit_gap(emit);
}

/* What asks the function of a test: it is kept, or counted, or both. */
static void emit_around_test(const struct rc_plan *plan, const struct rc_plan_test *test,
                             struct rc_emit *emit)
{
    if (test->kept.with != RC_LIFE_EVENT)
        rc_emit_c_kept(plan, &test->kept, test->name,
                       rc_emit_c_counted_name(plan, emit, test->name), emit);
    rc_emit_c_counted(test->name, "count_of_tests", number_of(plan, test), emit);
}

/* Of a test that is kept only the first asking is a look-up. */
static void emit_kept_look_up(const struct rc_plan *plan, const struct rc_plan_test *test,
                              struct rc_emit *emit)
{
    struct rc_strbuf text = {0};

    rc_test_print(test->test, &text);
    rc_emit_comment(emit, text.data);
    rc_strbuf_free(&text);
    rc_emit_function(emit, "static bool %s_anew(struct rt_eval *eval)", test->name);
    rc_emit_c_evaluated(number_of(plan, test), emit);
    rc_emit_line(emit, "return %s(eval, &%s, %s);",
                 test->test->op == CAT_OP_NE ? "rt_not_among" : "rt_among",
                 plan->tables[test->table].name, rc_emit_c_bit(plan, test->name));
    rc_emit_close(emit, "");
    rc_emit_gap(emit);
    emit_around_test(plan, test, emit);
}

static void emit_test(const struct rc_plan *plan, const struct rc_plan_test *test,
                      struct rc_emit *emit)
{
    const char *bit = rc_emit_c_bit(plan, test->name);
    const bool kept = test->kept.with != RC_LIFE_EVENT;
    const bool counted = emit->purpose == RC_EMIT_COUNTED;
    struct rc_strbuf text = {0};

    emit_literals(plan, test, emit);
    rc_test_print(test->test, &text);
    rc_emit_comment(emit, text.data);
    rc_strbuf_free(&text);
    rc_emit_function(emit, "%s%sbool %s%s(struct rt_eval *eval)",
                     kept || counted ? "static " : rc_emit_linkage(emit),
                     test->uses > FEWEST_ASKED_OFTEN ? "RT_ASKED_OFTEN " : "",
                     kept ? test->name : rc_emit_c_counted_name(plan, emit, test->name),
                     kept ? "_anew" : "");
    if (asks_for_fd(test->test)) {
        rc_emit_c_evaluated(number_of(plan, test), emit);
        rc_emit_line(emit, "return rt_fd_exists(eval);");
        rc_emit_close(emit, "");
        rc_emit_gap(emit);
        emit_around_test(plan, test, emit);
        return;
    }
    if (test->bit != RC_PLAN_NO_BIT)
        rc_emit_open(emit, "if (!rt_test_known(eval, %s))", bit);
    rc_emit_c_evaluated(number_of(plan, test), emit);
    emit_values_of(plan, test, emit);
    if (test->bit != RC_PLAN_NO_BIT) {
        rc_emit_assignment(emit, "const bool holds", call(plan, test));
        rc_emit_gap(emit);
        rc_emit_line(emit, "rt_test_note(eval, %s, holds);", bit);
    } else {
        rc_emit_gap(emit);
        rc_emit_line(emit, "return %s;", call(plan, test));
    }
    if (test->bit != RC_PLAN_NO_BIT) {
        rc_emit_close(emit, "");
        rc_emit_line(emit, "return rt_test_true(eval, %s);", bit);
    }
    rc_emit_close(emit, "");
    rc_emit_gap(emit);
    emit_around_test(plan, test, emit);
}

void rc_emit_c_look_ups(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->ntables == 0)
        return;
    rc_emit_table_begin(emit);
    for (uint32_t i = 0; i < plan->ntests; i++) {
        if (plan->tests[i].how == RC_PLAN_TABLE && !rc_emit_c_is_function(&plan->tests[i]))
            emit_look_up(plan, &plan->tests[i], emit);
    }
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

bool rc_emit_c_is_function(const struct rc_plan_test *test)
{
    return test->how == RC_PLAN_TABLE ? test->kept.with != RC_LIFE_EVENT : test->uses > 0;
}

void rc_emit_c_tests(const struct rc_plan *plan, uint32_t first, uint32_t end, struct rc_emit *emit)
{
    for (uint32_t i = first; i < end; i++) {
        if (!rc_emit_c_is_function(&plan->tests[i]))
            continue;
        if (plan->tests[i].how == RC_PLAN_TABLE)
            emit_kept_look_up(plan, &plan->tests[i], emit);
        else
            emit_test(plan, &plan->tests[i], emit);
    }
}

void rc_emit_c_test_prototypes(const struct rc_plan *plan, struct rc_emit *emit)
{
    for (uint32_t i = 0; i < plan->ntests; i++) {
        if (rc_emit_c_is_function(&plan->tests[i]))
            rc_emit_line(emit, "bool %s(struct rt_eval *eval);", plan->tests[i].name);
    }
}
