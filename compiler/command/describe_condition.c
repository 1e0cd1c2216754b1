#include "command/describe_condition.h"

#include "check/sema.h"
#include "syntax/condition.h"

#include <string.h>

void rc_names_add(struct rc_arena *arena, struct rc_names *names, const char *name)
{
    names->seen.arena = arena;
    if (rc_name_table_get(&names->seen, name))
        return;
    if (names->n == names->capacity) {
        const uint32_t capacity = names->capacity ? names->capacity * 2 : 16;
        const char **items = rc_arena_array(arena, capacity, sizeof *items);
        if (names->n > 0)
            memcpy(items, names->items, names->n * sizeof *items);
        names->items = items;
        names->capacity = capacity;
    }
    names->items[names->n++] = name;
    rc_name_table_set(&names->seen, name, names);
}

/* --- the condition as compiled --- */

/* A value, in quotes where a parser would need them. */
static void print_value(const char *text, uint32_t len, struct rc_strbuf *out)
{
    const size_t start = out->len;
    bool quote = false;

    for (uint32_t i = 0; i < len; i++) {
        static const char special[] = "\b\f\n\r\t \\\"", letters[] = "bfnrt \\\"";
        const char *found = text[i] ? strchr(special, text[i]) : NULL;

        quote = quote || found || text[i] == '=' || text[i] == '\'' || text[i] == '\0';
        if (found && *found != ' ')
            rc_strbuf_addc(out, '\\');
        rc_strbuf_addc(out, found ? letters[found - special] : text[i]);
    }
    if (quote) {
        rc_strbuf_adds(out, "\"\"");
        memmove(out->data + start + 1, out->data + start, out->len - start - 2);
        out->data[start] = '"';
    }
}

/* Sema has turned the hexadecimal digits of bcontains and bstartswith into bytes. */
static void print_bytes(const struct rc_ruleset *set, const struct rc_literal *literal,
                        struct rc_strbuf *out)
{
    const struct rc_span span = literal->span;

    if (span.file != 0 && span.len == 2 * literal->len) {
        rc_strbuf_add(out, rc_source(set->sources, span.file)->text + span.off, span.len);
        return;
    }
    for (uint32_t i = 0; i < literal->len; i++)
        rc_strbuf_printf(out, "%02x", (unsigned char)literal->text[i]);
}

static void print_operand(const struct rc_operand *operand, struct rc_strbuf *out)
{
    if (operand->kind == RC_OPERAND_CONSTANT) {
        print_value(operand->constant->text, operand->constant->len, out);
        return;
    }
    if (operand->kind == RC_OPERAND_FIELD)
        rc_strbuf_adds(out, operand->name);
    else if (operand->kind == RC_OPERAND_TRANSFORM)
        rc_strbuf_adds(out, cat_transformer_names[operand->transformer]);
    if (operand->kind != RC_OPERAND_FIELD) {
        rc_strbuf_addc(out, '(');
        for (uint32_t i = 0; i < operand->nargs; i++) {
            rc_strbuf_adds(out, i > 0 ? "," : "");
            print_operand(operand->args[i], out);
        }
        rc_strbuf_addc(out, ')');
    }
    if (operand->arg) {
        rc_strbuf_addc(out, '[');
        if (operand->arg_len == 0)
            rc_strbuf_adds(out, "\"\"");
        print_value(operand->arg, operand->arg_len, out);
        rc_strbuf_addc(out, ']');
    }
}

/* `=` and `==` are one operator; it is named as it was written, with its modifier. */
static const char *operator_name(const struct rc_ruleset *set, const struct rc_expr *test)
{
    const struct rc_span span = test->op_span;

    if (test->modifier != CAT_MOD_NONE)
        return rc_arena_printf(set->arena, "%s %s",
                               test->op == CAT_OP_EQ ? "=" : cat_operator_names[test->op],
                               cat_modifier_names[test->modifier]);
    if (test->op != CAT_OP_EQ)
        return cat_operator_names[test->op];
    if (span.file != 0 && span.len == 2 &&
        memcmp(rc_source(set->sources, span.file)->text + span.off, "==", 2) == 0)
        return "==";
    return "=";
}

static bool takes_list(const struct rc_expr *test)
{
    return test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS || test->op == CAT_OP_PMATCH ||
           test->modifier != CAT_MOD_NONE;
}

static void print_test(const struct rc_ruleset *set, const struct rc_expr *test,
                       struct rc_strbuf *out)
{
    print_operand(test->left, out);
    rc_strbuf_printf(out, " %s", operator_name(set, test));
    if (test->op == CAT_OP_EXISTS)
        return;
    rc_strbuf_addc(out, ' ');
    if (test->right) {
        print_operand(test->right, out);
        return;
    }
    rc_strbuf_adds(out, takes_list(test) ? "(" : "");
    for (uint32_t i = 0; i < test->nliterals; i++) {
        rc_strbuf_adds(out, i > 0 ? ", " : "");
        if (test->op == CAT_OP_BCONTAINS || test->op == CAT_OP_BSTARTSWITH)
            print_bytes(set, &test->literals[i], out);
        else
            print_value(test->literals[i].text, test->literals[i].len, out);
    }
    rc_strbuf_adds(out, takes_list(test) ? ")" : "");
}

/* False: it grew too long. */
static bool print_condition(const struct rc_ruleset *set, const struct rc_expr *expr,
                            struct rc_strbuf *out)
{
    switch (expr->kind) {
    case RC_EXPR_TEST:
        print_test(set, expr, out);
        return out->len <= RC_COMPILED_LONGEST;
    case RC_EXPR_NOT:
        rc_strbuf_adds(out, "not ");
        return print_condition(set, expr->children[0], out);
    case RC_EXPR_MACRO:
        rc_strbuf_adds(out, expr->name);
        return true;
    case RC_EXPR_EXPANDED:
        return print_condition(set, expr->children[0], out);
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        break;
    }
    rc_strbuf_addc(out, '(');
    for (uint32_t i = 0; i < expr->nchildren; i++) {
        rc_strbuf_adds(out, i == 0 ? "" : expr->kind == RC_EXPR_AND ? " and " : " or ");
        if (!print_condition(set, expr->children[i], out))
            return false;
    }
    rc_strbuf_addc(out, ')');
    return true;
}

/* --- what a condition is made of --- */

struct walk {
    const struct rc_ruleset *set;
    struct rc_condition_facts *facts;
    struct rc_names looked_through; /* macros */
};

/* A field with its argument, as it is written. */
static const char *field_name(struct rc_arena *arena, const struct rc_operand *field)
{
    if (!field->arg || field->arg_len == 0)
        return field->name;
    return rc_arena_printf(arena, "%s[%.*s]", field->name, (int)field->arg_len, field->arg);
}

void rc_names_add_fields(struct rc_arena *arena, const struct rc_operand *operand,
                         struct rc_names *fields)
{
    if (operand->kind == RC_OPERAND_FIELD)
        rc_names_add(arena, fields, field_name(arena, operand));
    for (uint32_t i = 0; i < operand->nargs; i++)
        rc_names_add_fields(arena, operand->args[i], fields);
}

static void look_at_test(struct walk *walk, const struct rc_expr *test)
{
    struct rc_arena *arena = walk->set->arena;
    const struct rc_operand *left = test->left;

    rc_names_add_fields(arena, left, &walk->facts->fields);
    if (test->right)
        rc_names_add_fields(arena, test->right, &walk->facts->fields);
    rc_names_add(arena, &walk->facts->operators, operator_name(walk->set, test));
    if (left->kind != RC_OPERAND_FIELD ||
        (strcmp(left->name, "evt.type") != 0 && strcmp(left->name, "evt.asynctype") != 0))
        return;
    for (uint32_t i = 0; i < test->nliterals; i++)
        rc_names_add(arena, &walk->facts->event_names, test->literals[i].text);
}

/* Of a tree after sema: its macros are looked through, each once. */
static void look_at(struct walk *walk, const struct rc_expr *expr)
{
    const uint32_t before = walk->looked_through.n;

    if (expr->kind == RC_EXPR_TEST) {
        look_at_test(walk, expr);
        return;
    }
    if (expr->kind == RC_EXPR_EXPANDED) {
        rc_names_add(walk->set->arena, &walk->looked_through, expr->name);
        if (walk->looked_through.n == before)
            return;
    }
    for (uint32_t i = 0; i < expr->nchildren; i++)
        look_at(walk, expr->children[i]);
}

/* Of a tree as it was written: names of macros, and of lists among constants. */
static void look_at_names(struct walk *walk, const struct rc_expr *expr)
{
    struct rc_arena *arena = walk->set->arena;

    if (expr->kind == RC_EXPR_MACRO && rc_ruleset_macro(walk->set, expr->name))
        rc_names_add(arena, &walk->facts->macros, expr->name);
    if (expr->kind == RC_EXPR_TEST && takes_list(expr)) {
        for (uint32_t i = 0; i < expr->nliterals; i++) {
            if (rc_ruleset_list(walk->set, expr->literals[i].text))
                rc_names_add(arena, &walk->facts->lists, expr->literals[i].text);
        }
    }
    for (uint32_t i = 0; i < expr->nchildren; i++)
        look_at_names(walk, expr->children[i]);
}

/* Names of events and of system calls without events of their own; asynchronous ones always come.
 */
static void add_events(const struct rc_ruleset *set, const struct rc_event_set *events,
                       struct rc_names *names)
{
    for (uint32_t event = EV_GENERIC_X + 1; event < EV__COUNT; event++) {
        if (rc_event_set_has(events, event) || event == EV_ASYNCEVENT_E)
            rc_names_add(set->arena, names, cat_events[event].name);
    }
    for (uint32_t code = 0; code <= CAT_MAX_SYSCALL_CODE; code++) {
        const struct cat_syscall *call =
            rc_event_set_has_call(events, code) ? cat_syscall_by_code(code) : NULL;
        if (call && call->enter == EV_GENERIC_E)
            rc_names_add(set->arena, names, call->name);
    }
}

void rc_describe_condition(const struct rc_ruleset *set, const struct rc_text *written,
                           const struct rc_expr *expr, const struct rc_event_set *events,
                           struct rc_condition_facts *facts)
{
    struct walk walk = {.set = set, .facts = facts};
    struct rc_diags ignored = {.arena = set->arena};
    struct rc_strbuf text = {0};
    const struct rc_expr *as_written = rc_condition_parse(set->arena, &ignored, written);

    *facts = (struct rc_condition_facts){0};
    if (as_written)
        look_at_names(&walk, as_written);
    look_at(&walk, expr);
    add_events(set, events, &facts->events);
    if (print_condition(set, expr, &text))
        facts->compiled = rc_arena_strndup(set->arena, text.data, text.len);
    rc_strbuf_free(&text);
}
