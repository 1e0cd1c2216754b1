/* Trees from tokens. See ast_build.h. */
#include "syntax/ast_build.h"

#include <string.h>

int rc_parse_start(struct rc_parse *parse)
{
    const int start = parse->start;

    parse->start = 0;
    return start;
}

static struct rc_span place(const struct rc_parse *parse, struct rc_range range,
                            const struct rc_origin **origin)
{
    return rc_text_span(parse->text, parse->base + range.off, range.end - range.off, origin);
}

/* Room for one more at the end of a sequence. */
static void *grow(struct rc_parse *parse, void *items, uint32_t n, uint32_t *capacity, size_t size)
{
    void *larger;

    if (n < *capacity)
        return items;
    *capacity = *capacity > 0 ? *capacity * 2 : 4;
    larger = rc_arena_array(parse->arena, *capacity, size);
    if (n > 0)
        memcpy(larger, items, n * size);
    return larger;
}

struct rc_exprs *rc_exprs_add(struct rc_parse *parse, struct rc_exprs *exprs, struct rc_expr *expr)
{
    if (!exprs)
        exprs = rc_arena_alloc(parse->arena, sizeof *exprs);
    exprs->items = grow(parse, exprs->items, exprs->n, &exprs->capacity, sizeof *exprs->items);
    exprs->items[exprs->n++] = expr;
    return exprs;
}

struct rc_operands *rc_operands_add(struct rc_parse *parse, struct rc_operands *operands,
                                    struct rc_operand *operand)
{
    if (!operands)
        operands = rc_arena_alloc(parse->arena, sizeof *operands);
    operands->items =
        grow(parse, operands->items, operands->n, &operands->capacity, sizeof *operands->items);
    operands->items[operands->n++] = operand;
    return operands;
}

static void fill_literal(struct rc_parse *parse, struct rc_literal *literal,
                         const struct rc_word *word, struct rc_range range)
{
    literal->span = place(parse, range, &literal->origin);
    literal->text = word->text;
    literal->len = word->len;
    literal->quoted = word->quoted;
}

struct rc_literals *rc_literals_add(struct rc_parse *parse, struct rc_literals *literals,
                                    const struct rc_word *word, struct rc_range range)
{
    if (!literals)
        literals = rc_arena_alloc(parse->arena, sizeof *literals);
    if (!word)
        return literals;
    literals->items =
        grow(parse, literals->items, literals->n, &literals->capacity, sizeof *literals->items);
    fill_literal(parse, &literals->items[literals->n++], word, range);
    return literals;
}

static struct rc_expr *new_expr(struct rc_parse *parse, enum rc_expr_kind kind,
                                struct rc_range range)
{
    struct rc_expr *expr = rc_arena_alloc(parse->arena, sizeof *expr);

    expr->kind = kind;
    expr->span = place(parse, range, &expr->origin);
    return expr;
}

struct rc_expr *rc_ast_join(struct rc_parse *parse, enum rc_expr_kind kind,
                            const struct rc_exprs *exprs, struct rc_range range)
{
    struct rc_expr *expr;

    if (exprs->n == 1)
        return exprs->items[0];
    expr = new_expr(parse, kind, range);
    expr->children = exprs->items;
    expr->nchildren = exprs->n;
    return expr;
}

struct rc_expr *rc_ast_not(struct rc_parse *parse, bool negated, struct rc_expr *expr,
                           struct rc_range range)
{
    struct rc_expr *negation;

    if (!negated)
        return expr;
    negation = new_expr(parse, RC_EXPR_NOT, range);
    negation->children = rc_arena_array(parse->arena, 1, sizeof(struct rc_expr *));
    negation->children[0] = expr;
    negation->nchildren = 1;
    return negation;
}

struct rc_expr *rc_ast_macro(struct rc_parse *parse, const struct rc_word *name,
                             struct rc_range range)
{
    struct rc_expr *expr = new_expr(parse, RC_EXPR_MACRO, range);

    expr->name = rc_arena_strndup(parse->arena, name->text, name->len);
    return expr;
}

static struct rc_expr *new_test(struct rc_parse *parse, struct rc_operand *left, uint32_t op,
                                struct rc_range op_range, struct rc_range range)
{
    struct rc_expr *expr = new_expr(parse, RC_EXPR_TEST, range);

    expr->left = left;
    expr->op = (enum cat_operator)op;
    expr->op_span = place(parse, op_range, NULL);
    return expr;
}

struct rc_expr *rc_ast_exists(struct rc_parse *parse, struct rc_operand *left,
                              struct rc_range op_range, struct rc_range range)
{
    return new_test(parse, left, CAT_OP_EXISTS, op_range, range);
}

struct rc_expr *rc_ast_value(struct rc_parse *parse, struct rc_operand *left,
                             const struct rc_word *op, struct rc_range op_range,
                             const struct rc_word *value, struct rc_range value_range,
                             struct rc_range range)
{
    struct rc_expr *expr = new_test(parse, left, op->id, op_range, range);

    expr->literals = rc_arena_alloc(parse->arena, sizeof *expr->literals);
    expr->nliterals = 1;
    fill_literal(parse, expr->literals, value, value_range);
    return expr;
}

struct rc_expr *rc_ast_right(struct rc_parse *parse, struct rc_operand *left,
                             const struct rc_word *op, struct rc_range op_range,
                             struct rc_operand *right, struct rc_range range)
{
    struct rc_expr *expr = new_test(parse, left, op->id, op_range, range);

    expr->right = right;
    return expr;
}

struct rc_expr *rc_ast_list(struct rc_parse *parse, struct rc_operand *left,
                            const struct rc_word *op, struct rc_range op_range,
                            const struct rc_word *modifier, const struct rc_literals *literals,
                            struct rc_range range)
{
    struct rc_expr *expr = new_test(parse, left, op->id, op_range, range);

    if (modifier)
        expr->modifier = (enum cat_modifier)modifier->id;
    expr->literals = literals->items;
    expr->nliterals = literals->n;
    return expr;
}

const struct rc_word *rc_ast_key(struct rc_parse *parse, const struct rc_word *key)
{
    struct rc_word *copy = rc_arena_alloc(parse->arena, sizeof *copy);

    *copy = *key;
    return copy;
}

static struct rc_operand *new_operand(struct rc_parse *parse, enum rc_operand_kind kind,
                                      const struct rc_word *key, struct rc_range range)
{
    struct rc_operand *operand = rc_arena_alloc(parse->arena, sizeof *operand);

    operand->kind = kind;
    operand->span = place(parse, range, &operand->origin);
    if (key) {
        operand->arg = key->text;
        operand->arg_len = key->len;
    }
    return operand;
}

struct rc_operand *rc_ast_field(struct rc_parse *parse, const struct rc_word *name,
                                const struct rc_word *key, struct rc_range range)
{
    struct rc_operand *operand = new_operand(parse, RC_OPERAND_FIELD, key, range);

    operand->name = rc_arena_strndup(parse->arena, name->text, name->len);
    return operand;
}

struct rc_operand *rc_ast_transform(struct rc_parse *parse, uint32_t transformer,
                                    const struct rc_operands *args, const struct rc_word *key,
                                    struct rc_range range)
{
    struct rc_operand *operand = new_operand(parse, RC_OPERAND_TRANSFORM, key, range);

    operand->transformer = (enum cat_transformer)transformer;
    operand->args = args->items;
    operand->nargs = args->n;
    return operand;
}

struct rc_operand *rc_ast_operand_list(struct rc_parse *parse, const struct rc_operands *elements,
                                       struct rc_range range)
{
    struct rc_operand *operand = new_operand(parse, RC_OPERAND_LIST, NULL, range);

    if (elements) {
        operand->args = elements->items;
        operand->nargs = elements->n;
    }
    return operand;
}

struct rc_operand *rc_ast_constant(struct rc_parse *parse, const struct rc_word *value,
                                   struct rc_range range)
{
    struct rc_operand *operand = new_operand(parse, RC_OPERAND_CONSTANT, NULL, range);

    operand->constant = rc_arena_alloc(parse->arena, sizeof *operand->constant);
    fill_literal(parse, operand->constant, value, range);
    return operand;
}

void rc_ast_finish(struct rc_parse *parse, struct rc_expr *expr)
{
    parse->expr = expr;
}

void rc_ast_finish_operand(struct rc_parse *parse, struct rc_operand *operand)
{
    parse->operand = operand;
}
