/* Condition trees made by hand, as sema would leave them, and rule sets of them. Everything lives
 * in one arena per tree. */
#ifndef RULEC_TESTS_TREE_H
#define RULEC_TESTS_TREE_H

#include "base/diag.h"
#include "rules/ruleset.h"
#include "syntax/ast.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct rct_tree {
    struct rc_arena arena;
    struct rc_sources sources;
    struct rc_diags diags;
    struct rc_ruleset set;
    struct rc_rule **last_rule;
};

static inline void rct_tree_open(struct rct_tree *tree)
{
    *tree = (struct rct_tree){0};
    tree->sources.arena = &tree->arena;
    tree->diags.arena = &tree->arena;
    tree->set = (struct rc_ruleset){
        .arena = &tree->arena, .sources = &tree->sources, .diags = &tree->diags};
    tree->last_rule = &tree->set.rules;
}

static inline void rct_tree_close(struct rct_tree *tree)
{
    rc_arena_free(&tree->arena);
}

/* A field without or, after a '[', with an index or a key: "proc.name", "proc.aname[2]",
 * "evt.arg[res]". */
static inline struct rc_operand *rct_field(struct rct_tree *tree, const char *text)
{
    struct rc_operand *operand = rc_arena_alloc(&tree->arena, sizeof *operand);
    const size_t len = strcspn(text, "[");

    operand->kind = RC_OPERAND_FIELD;
    operand->field = cat_field_find(text, len);
    operand->name = rc_arena_strndup(&tree->arena, text, len);
    operand->type = cat_fields[operand->field].type;
    operand->is_list = cat_fields[operand->field].flags & CAT_FF_IS_LIST;
    if (text[len] == '[') {
        char *key = rc_arena_strndup(&tree->arena, text + len + 1, strlen(text + len + 1) - 1);

        operand->arg = operand->key = key;
        operand->arg_kind = RC_ARG_KEY;
        if (key[0] >= '0' && key[0] <= '9') {
            operand->arg_kind = RC_ARG_INDEX;
            operand->index = (uint32_t)atoi(key);
        }
    }
    return operand;
}

/* tolower(FIELD) and the like. */
static inline struct rc_operand *rct_transform(struct rct_tree *tree, enum cat_transformer how,
                                               struct rc_operand *arg)
{
    struct rc_operand *operand = rc_arena_alloc(&tree->arena, sizeof *operand);

    operand->kind = RC_OPERAND_TRANSFORM;
    operand->transformer = how;
    operand->args = rc_arena_array(&tree->arena, 1, sizeof(struct rc_operand *));
    operand->args[0] = arg;
    operand->nargs = 1;
    operand->type = how == CAT_TRANSFORM_LEN ? CAT_TYPE_UINT64 : arg->type;
    return operand;
}

static inline struct rc_expr *rct_expr(struct rct_tree *tree, enum rc_expr_kind kind)
{
    struct rc_expr *expr = rc_arena_alloc(&tree->arena, sizeof *expr);

    expr->kind = kind;
    return expr;
}

/* LEFT OPERATOR (literals): separated by '|' in one string; NULL: none. Numbers are read as
 * such. */
static inline struct rc_expr *rct_test_of(struct rct_tree *tree, struct rc_operand *left,
                                          enum cat_operator op, enum cat_modifier modifier,
                                          const char *literals)
{
    struct rc_expr *expr = rct_expr(tree, RC_EXPR_TEST);
    uint32_t n = 1;

    expr->left = left;
    expr->op = op;
    expr->modifier = modifier;
    if (op == CAT_OP_EXISTS || !literals)
        return expr;
    for (const char *c = literals; *c; c++)
        n += *c == '|';
    expr->literals = rc_arena_array(&tree->arena, n, sizeof *expr->literals);
    for (uint32_t i = 0; i < n; i++) {
        const size_t len = strcspn(literals, "|");
        struct rc_literal *literal = &expr->literals[i];

        literal->text = rc_arena_strndup(&tree->arena, literals, len);
        literal->len = (uint32_t)len;
        literal->type = left->type;
        literal->number = strcmp(literal->text, "true") == 0 ? 1 : strtoll(literal->text, NULL, 0);
        literal->real = strtod(literal->text, NULL);
        literals += len + (literals[len] == '|');
    }
    expr->nliterals = n;
    return expr;
}

static inline struct rc_expr *rct_test(struct rct_tree *tree, const char *field,
                                       enum cat_operator op, const char *literals)
{
    return rct_test_of(tree, rct_field(tree, field), op, CAT_MOD_NONE, literals);
}

/* and, or, not over the expressions that follow, up to a NULL. */
static inline struct rc_expr *rct_join(struct rct_tree *tree, enum rc_expr_kind kind, ...)
{
    struct rc_expr *expr = rct_expr(tree, kind), *child;
    va_list args;

    expr->children = rc_arena_array(&tree->arena, 16, sizeof(struct rc_expr *));
    va_start(args, kind);
    while ((child = va_arg(args, struct rc_expr *)))
        expr->children[expr->nchildren++] = child;
    va_end(args);
    return expr;
}

static inline struct rc_expr *rct_macro(struct rct_tree *tree, const char *name,
                                        struct rc_expr *child)
{
    struct rc_expr *expr = rct_join(tree, RC_EXPR_EXPANDED, child, NULL);

    expr->name = name;
    return expr;
}

/* A rule on every event, with `output` as literal text. */
static inline struct rc_rule *rct_rule(struct rct_tree *tree, const char *name,
                                       struct rc_expr *expr)
{
    struct rc_rule *rule = rc_arena_alloc(&tree->arena, sizeof *rule);

    rule->name = name;
    rule->source = "syscall";
    rule->enabled = true;
    rule->priority = RC_PRIORITY_NOTICE;
    rule->condition = (struct rc_text){.data = "(made by hand)", .len = 14};
    rule->expr = expr;
    rule->parsed = rc_arena_alloc(&tree->arena, sizeof *rule->parsed);
    rule->parsed->parts = rc_arena_array(&tree->arena, 2, sizeof *rule->parsed->parts);
    rule->parsed->parts[0] = (struct rc_output_part){.text = "fired by ", .len = 9};
    rule->parsed->parts[1] = (struct rc_output_part){.value = rct_field(tree, "proc.name")};
    rule->parsed->nparts = rule->parsed->nmessage = 2;
    rule->order = tree->set.nrules++;
    memset(&rule->events, 0xff, sizeof rule->events);
    *tree->last_rule = rule;
    tree->last_rule = &rule->next;
    return rule;
}

#endif
