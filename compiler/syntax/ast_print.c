/* Trees as text. See ast_print.h. */
#include "syntax/ast_print.h"

#include "base/dot.h"

#include <string.h>

/* A constant, in quotes if it was or if it has to be. */
static void print_literal(const struct rc_literal *literal, struct rc_strbuf *out)
{
    if (!literal->quoted) {
        rc_strbuf_add(out, literal->text, literal->len);
        return;
    }
    rc_strbuf_addc(out, '"');
    for (uint32_t i = 0; i < literal->len; i++) {
        const unsigned char c = (unsigned char)literal->text[i];

        if (c == '"' || c == '\\')
            rc_strbuf_printf(out, "\\%c", c);
        else if (c < ' ' || c == 0x7f)
            rc_strbuf_printf(out, "\\x%02x", c);
        else
            rc_strbuf_addc(out, (char)c);
    }
    rc_strbuf_addc(out, '"');
}

void rc_operand_print(const struct rc_operand *operand, struct rc_strbuf *out)
{
    switch (operand->kind) {
    case RC_OPERAND_FIELD:
        rc_strbuf_adds(out, operand->name);
        break;
    case RC_OPERAND_CONSTANT:
        print_literal(operand->constant, out);
        break;
    case RC_OPERAND_TRANSFORM:
        rc_strbuf_adds(out, cat_transformer_names[operand->transformer]);
        break;
    case RC_OPERAND_LIST:
        break;
    }
    if (operand->kind == RC_OPERAND_TRANSFORM || operand->kind == RC_OPERAND_LIST) {
        rc_strbuf_addc(out, '(');
        for (uint32_t i = 0; i < operand->nargs; i++) {
            rc_strbuf_adds(out, i > 0 ? ", " : "");
            rc_operand_print(operand->args[i], out);
        }
        rc_strbuf_addc(out, ')');
    }
    if (operand->arg) {
        rc_strbuf_addc(out, '[');
        rc_strbuf_add(out, operand->arg, operand->arg_len);
        rc_strbuf_addc(out, ']');
    }
}

static void print_test(const struct rc_expr *test, struct rc_strbuf *out)
{
    const bool is_list = test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS ||
                         test->op == CAT_OP_PMATCH || test->modifier != CAT_MOD_NONE;

    rc_operand_print(test->left, out);
    rc_strbuf_printf(out, " %s", test->op == CAT_OP_EQ ? "=" : cat_operator_names[test->op]);
    if (test->modifier != CAT_MOD_NONE)
        rc_strbuf_printf(out, " %s", cat_modifier_names[test->modifier]);
    if (test->op == CAT_OP_EXISTS)
        return;
    rc_strbuf_addc(out, ' ');
    if (test->right) {
        rc_operand_print(test->right, out);
        return;
    }
    rc_strbuf_adds(out, is_list ? "(" : "");
    for (uint32_t i = 0; i < test->nliterals; i++) {
        rc_strbuf_adds(out, i > 0 ? ", " : "");
        print_literal(&test->literals[i], out);
    }
    rc_strbuf_adds(out, is_list ? ")" : "");
}

void rc_expr_print(const struct rc_expr *expr, bool expand, struct rc_strbuf *out)
{
    switch (expr->kind) {
    case RC_EXPR_TEST:
        print_test(expr, out);
        return;
    case RC_EXPR_NOT:
        rc_strbuf_adds(out, "not ");
        rc_expr_print(expr->children[0], expand, out);
        return;
    case RC_EXPR_MACRO:
        rc_strbuf_adds(out, expr->name);
        return;
    case RC_EXPR_EXPANDED:
        rc_strbuf_adds(out, expr->name);
        if (expand) {
            rc_strbuf_addc(out, '{');
            rc_expr_print(expr->children[0], expand, out);
            rc_strbuf_addc(out, '}');
        }
        return;
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        break;
    }
    rc_strbuf_addc(out, '(');
    for (uint32_t i = 0; i < expr->nchildren; i++) {
        rc_strbuf_adds(out, i == 0 ? "" : expr->kind == RC_EXPR_AND ? " and " : " or ");
        rc_expr_print(expr->children[i], expand, out);
    }
    rc_strbuf_addc(out, ')');
}

uint32_t rc_expr_print_dot(const struct rc_expr *expr, uint32_t *number, struct rc_strbuf *out)
{
    static const char *const words[] = {
        [RC_EXPR_AND] = "and", [RC_EXPR_OR] = "or", [RC_EXPR_NOT] = "not"};
    const uint32_t own = (*number)++;
    struct rc_strbuf label = {0};

    if (expr->kind == RC_EXPR_TEST)
        rc_expr_print(expr, false, &label);
    else if (expr->kind == RC_EXPR_MACRO || expr->kind == RC_EXPR_EXPANDED)
        rc_strbuf_printf(&label, "macro %s", expr->name);
    else
        rc_strbuf_adds(&label, words[expr->kind]);
    rc_strbuf_printf(out, "    n%u [label=", own);
    rc_dot_text(out, label.data, label.len);
    rc_strbuf_adds(out, "];\n");
    rc_strbuf_free(&label);
    for (uint32_t i = 0; i < expr->nchildren; i++) {
        const uint32_t child = rc_expr_print_dot(expr->children[i], number, out);

        rc_strbuf_printf(out, "    n%u -> n%u;\n", own, child);
    }
    return own;
}
