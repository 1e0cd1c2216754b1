/* Tests: does the operator fit the left side, does the right side? */
#include "check/field.h"
#include "check/literal.h"
#include "check/regex.h"
#include "check/sema.h"

#include <string.h>

void rc_problems_push(struct rc_arena *arena, struct rc_problems *problems,
                      struct rc_problem *problem)
{
    if (problems->n == problems->capacity) {
        struct rc_problem **larger;

        problems->capacity = problems->capacity > 0 ? 2 * problems->capacity : 4;
        larger = rc_arena_array(arena, problems->capacity, sizeof(struct rc_problem *));
        if (problems->n > 0)
            memcpy(larger, problems->items, problems->n * sizeof(struct rc_problem *));
        problems->items = larger;
    }
    problems->items[problems->n++] = problem;
}

struct rc_problem *rc_problem_add(struct rc_arena *arena, struct rc_problems *problems,
                                  enum rc_code code, struct rc_span span,
                                  const struct rc_origin *origin, const struct rc_origin *via,
                                  const char *message)
{
    struct rc_problem *problem = rc_arena_alloc(arena, sizeof *problem);

    *problem = (struct rc_problem){
        .code = code, .span = span, .origin = origin, .via = via, .message = message};
    rc_problems_push(arena, problems, problem);
    return problem;
}

/* A check of one test under way. */
struct check {
    struct rc_arena *arena;
    struct rc_expr *test;
    const struct rc_origin *via;
    struct rc_findings *findings;
};

static struct rc_problem *fail(struct check *check, struct rc_span span,
                               const struct rc_origin *origin, const char *message)
{
    return rc_problem_add(check->arena, &check->findings->errors, RC_ERR_COMPILE_CONDITION, span,
                          origin, check->via, message);
}

static bool resolve(struct check *check, struct rc_operand *operand)
{
    struct rc_operand_error error;

    if (rc_operand_resolve(check->arena, operand, &error))
        return true;
    fail(check, error.at->span, error.at->origin, error.message)->unknown = error.unknown;
    return false;
}

/* What a type can be compared by. */
enum family { NUMBER, TRUTH, TEXT, BYTES, ADDRESS, NOTHING };

static enum family family_of(enum cat_type type)
{
    switch (type) {
    case CAT_TYPE_INT8:
    case CAT_TYPE_INT16:
    case CAT_TYPE_INT32:
    case CAT_TYPE_INT64:
    case CAT_TYPE_UINT8:
    case CAT_TYPE_UINT16:
    case CAT_TYPE_UINT32:
    case CAT_TYPE_UINT64:
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
    case CAT_TYPE_SYSCALLID:
    case CAT_TYPE_SIGTYPE:
    case CAT_TYPE_RELTIME:
    case CAT_TYPE_ABSTIME:
    case CAT_TYPE_PORT:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_DOUBLE:
    case CAT_TYPE_MODE:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_ENUMFLAGS32:
        return NUMBER;
    case CAT_TYPE_BOOL:
        return TRUTH;
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        return TEXT;
    case CAT_TYPE_BYTEBUF:
        return BYTES;
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_IPV4NET:
    case CAT_TYPE_IPV6ADDR:
    case CAT_TYPE_IPV6NET:
    case CAT_TYPE_IPADDR:
    case CAT_TYPE_IPNET:
        return ADDRESS;
    default:
        return NOTHING;
    }
}

#define BIT(op) (UINT32_C(1) << CAT_OP_##op)

static uint32_t operators_of(enum family family)
{
    const uint32_t equality = BIT(EQ) | BIT(NE) | BIT(IN) | BIT(INTERSECTS) | BIT(EXISTS);
    const uint32_t order = BIT(LT) | BIT(LE) | BIT(GT) | BIT(GE);

    switch (family) {
    case NUMBER:
        return equality | order;
    case TRUTH:
    case ADDRESS:
        return equality;
    case TEXT:
        return equality | order | BIT(CONTAINS) | BIT(ICONTAINS) | BIT(STARTSWITH) | BIT(ENDSWITH) |
               BIT(GLOB) | BIT(IGLOB) | BIT(REGEX) | BIT(PMATCH);
    case BYTES:
        return equality | BIT(CONTAINS) | BIT(STARTSWITH) | BIT(ENDSWITH) | BIT(BCONTAINS) |
               BIT(BSTARTSWITH);
    case NOTHING:
        break;
    }
    return BIT(EXISTS);
}

/* Types of which a field may hold several values. */
static bool is_list_type(enum cat_type type)
{
    return type == CAT_TYPE_CHARBUF || type == CAT_TYPE_UINT64 || type == CAT_TYPE_RELTIME ||
           type == CAT_TYPE_ABSTIME || type == CAT_TYPE_BOOL || type == CAT_TYPE_IPADDR ||
           type == CAT_TYPE_IPNET;
}

static const char *operator_name(int op)
{
    return op == CAT_OP_EQ ? "=" : cat_operator_names[op];
}

static const char *operators_text(struct rc_arena *arena, uint32_t operators)
{
    const char *text = "";

    for (int op = 0; op < CAT_OP__COUNT; op++) {
        if (operators >> op & 1)
            text = rc_arena_printf(arena, "%s%s%s", text, *text ? ", " : "", operator_name(op));
    }
    return text;
}

/* The operator fits the type of the left side. */
static bool check_operator(struct check *check)
{
    const struct rc_operand *left = check->test->left;
    const enum cat_operator op = check->test->op;
    uint32_t allowed = operators_of(family_of(left->type));
    const char *list = "";

    if (op == CAT_OP_EXISTS)
        return true;
    if (left->is_list) {
        list = "a list of ";
        allowed = is_list_type(left->type) ? BIT(EXISTS) | BIT(IN) | BIT(INTERSECTS) : BIT(EXISTS);
    }
    if (allowed >> op & 1)
        return true;
    fail(check, check->test->op_span, check->test->origin,
         rc_arena_printf(check->arena, "`%s` cannot compare %s%s; known for it: %s",
                         operator_name(op), list, cat_type_name(left->type),
                         operators_text(check->arena, allowed)));
    return false;
}

/* A value of the event on the right. */
static void check_right(struct check *check)
{
    struct rc_expr *test = check->test;
    const struct rc_operand *left = test->left, *right = test->right;
    const enum cat_field_id left_field = rc_operand_field(left);
    const char *message = NULL;

    if (!resolve(check, test->right))
        return;
    if (test->op == CAT_OP_PMATCH || test->op == CAT_OP_REGEX)
        message = rc_arena_printf(check->arena, "the right side of `%s` must be a constant",
                                  cat_operator_names[test->op]);
    else if (left->type == CAT_TYPE_IPNET || left->type == CAT_TYPE_IPV4NET ||
             left->type == CAT_TYPE_IPV6NET)
        message = "a network is compared with constants only";
    else if (left->kind != RC_OPERAND_CONSTANT && (cat_fields[left_field].flags & CAT_FF_NO_RHS))
        message = rc_arena_printf(check->arena, "`%s` is compared with constants only",
                                  cat_fields[left_field].name);
    else if (cat_fields[rc_operand_field(right)].flags & CAT_FF_NO_RHS)
        message = rc_arena_printf(check->arena, "`%s` cannot stand on the right",
                                  cat_fields[rc_operand_field(right)].name);
    else if (left->type != right->type || left->is_list != right->is_list)
        message = rc_arena_printf(check->arena, "%s%s is compared with %s%s",
                                  left->is_list ? "a list of " : "", cat_type_name(left->type),
                                  right->is_list ? "a list of " : "", cat_type_name(right->type));
    if (message)
        fail(check, right->span, right->origin, message);
}

static const char *suggest_event(struct rc_arena *arena, const struct rc_literal *literal)
{
    const size_t n = cat_syscall_count();
    const char **names = rc_arena_array(arena, n + EV__COUNT, sizeof(const char *));
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        names[count++] = cat_syscall_at(i)->name;
    for (uint32_t event = 0; event < EV__COUNT; event++) {
        if (!(cat_events[event].flags & CAT_EF_UNUSED))
            names[count++] = cat_events[event].name;
    }
    return rc_suggest(literal->text, literal->len, names, count);
}

/* What evt.type is compared with is an event. */
static bool check_event_name(struct check *check, const struct rc_literal *literal)
{
    const char *near;

    /* Behind a transformer too, whatever that gives: Falco looks at the field alone. To it, calls
     * without a name make the empty name known. */
    if (rc_operand_field(check->test->left) != FIELD_EVT_TYPE || literal->len == 0 ||
        cat_event_name_exists(literal->text, literal->len))
        return true;
    near = suggest_event(check->arena, literal);
    fail(check, literal->span, literal->origin,
         near ? rc_arena_printf(check->arena, "unknown event type `%s`; did you mean `%s`?",
                                literal->text, near)
              : rc_arena_printf(check->arena, "unknown event type `%s`", literal->text))
        ->unknown = true;
    return false;
}

static bool check_literal(struct check *check, struct rc_literal *literal)
{
    const struct rc_expr *test = check->test;
    const char *error;

    rc_check_value(check->arena, test, literal, check->via, check->findings);
    error = rc_literal_resolve(check->arena, literal, test->left->type, test->op);
    if (!error && test->op == CAT_OP_REGEX &&
        !rc_regex_parse(check->arena, literal->text, literal->len, &error))
        error = rc_arena_printf(check->arena, "invalid regular expression: %s", error);
    if (!error && rc_operand_field(test->left) == FIELD_EVT_AROUND && test->op != CAT_OP_EQ)
        error = "`evt.around` knows the operator = only";
    if (!error)
        return check_event_name(check, literal);
    fail(check, literal->span, literal->origin, error);
    return false;
}

/* Fields that Falco warns of by name, in the left side of a test; it does not look into lists. */
static void warn_fields(struct check *check, const struct rc_operand *operand)
{
    const struct rc_expr *test = check->test;
    const bool equality = test->op == CAT_OP_EQ || test->op == CAT_OP_NE || test->op == CAT_OP_IN ||
                          test->op == CAT_OP_INTERSECTS || test->op == CAT_OP_PMATCH;

    for (uint32_t i = 0; operand->kind == RC_OPERAND_TRANSFORM && i < operand->nargs; i++)
        warn_fields(check, operand->args[i]);
    if (operand->kind != RC_OPERAND_FIELD)
        return;
    if (rc_field_is_deprecated(operand->name))
        rc_problem_add(
            check->arena, &check->findings->warnings, RC_WARN_DEPRECATED_ITEM, operand->span,
            operand->origin, check->via,
            strcmp(operand->name, "evt.dir") == 0
                ? "`evt.dir` is deprecated: every event is an exit (`<`) now, so the test "
                  "can go"
                : rc_arena_printf(check->arena,
                                  "`%s` is deprecated: without enter events it has no "
                                  "value",
                                  operand->name))
            ->early = true;
    if (strncmp(operand->name, "ka.", 3) != 0 && strncmp(operand->name, "jevt.", 5) != 0)
        return;
    for (uint32_t i = 0; equality && i < test->nliterals; i++) {
        if (strcmp(test->literals[i].text, "<NA>") == 0)
            rc_problem_add(check->arena, &check->findings->warnings, RC_WARN_UNSAFE_NA_CHECK,
                           test->literals[i].span, test->literals[i].origin, check->via,
                           "comparing with <NA> is unsafe; ask `not ... exists` instead")
                ->early = true;
    }
}

void rc_check_test(struct rc_arena *arena, struct rc_expr *test, const struct rc_origin *via,
                   struct rc_findings *findings)
{
    struct check check = {.arena = arena, .test = test, .via = via, .findings = findings};

    warn_fields(&check, test->left);
    if (!resolve(&check, test->left) || !check_operator(&check))
        return;
    if (test->right) {
        check_right(&check);
        return;
    }
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (!check_literal(&check, &test->literals[i]))
            return;
    }
}
