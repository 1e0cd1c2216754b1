/* What the grammar (grammar.y) calls: one constructor per production, and the state of a parse. All
 * nodes live in the arena; their spans point through the text's map into the files. */
#ifndef RULEC_AST_BUILD_H
#define RULEC_AST_BUILD_H

#include "syntax/condition.h"
#include "syntax/lexer.h"

struct rc_parse {
    struct rc_arena *arena;
    const struct rc_text *text;
    uint32_t base; /* of the text that the lexer reads in it */
    struct rc_lexer lexer;
    int start;                  /* the token that chooses what is parsed; 0 once it is given */
    struct rc_expr *expr;       /* the result of a condition */
    struct rc_operand *operand; /* the result of an operand */
    struct rc_range range;      /* of that operand, or of what is wrong */
    const char *problem;        /* NULL: nothing is wrong */
};

/* Sequences under construction. */
struct rc_exprs {
    struct rc_expr **items;
    uint32_t n, capacity;
};

struct rc_operands {
    struct rc_operand **items;
    uint32_t n, capacity;
};

struct rc_literals {
    struct rc_literal *items;
    uint32_t n, capacity;
};

/* The token that chooses what is parsed, the first time; then 0. */
int rc_parse_start(struct rc_parse *parse);

/* Something is wrong at range; the first one counts. */
void rc_parse_report(struct rc_parse *parse, struct rc_range range, const char *message);

/* The token at range does not fit; names of the n kinds of tokens that would. */
void rc_parse_unexpected(struct rc_parse *parse, struct rc_range range, const char *const *names,
                         int n);

void rc_ast_finish(struct rc_parse *parse, struct rc_expr *expr);
void rc_ast_finish_operand(struct rc_parse *parse, struct rc_operand *operand);

/* Appends; a sequence of NULL is a new one. A NULL word makes an empty sequence. */
struct rc_exprs *rc_exprs_add(struct rc_parse *parse, struct rc_exprs *exprs, struct rc_expr *expr);
struct rc_operands *rc_operands_add(struct rc_parse *parse, struct rc_operands *operands,
                                    struct rc_operand *operand);
struct rc_literals *rc_literals_add(struct rc_parse *parse, struct rc_literals *literals,
                                    const struct rc_word *word, struct rc_range range);

/* `and`, `or`: a single one is itself. */
struct rc_expr *rc_ast_join(struct rc_parse *parse, enum rc_expr_kind kind,
                            const struct rc_exprs *exprs, struct rc_range range);
/* The negation, if negated. */
struct rc_expr *rc_ast_not(struct rc_parse *parse, bool negated, struct rc_expr *expr,
                           struct rc_range range);
struct rc_expr *rc_ast_macro(struct rc_parse *parse, const struct rc_word *name,
                             struct rc_range range);
struct rc_expr *rc_ast_exists(struct rc_parse *parse, struct rc_operand *left,
                              struct rc_range op_range, struct rc_range range);
struct rc_expr *rc_ast_value(struct rc_parse *parse, struct rc_operand *left,
                             const struct rc_word *op, struct rc_range op_range,
                             const struct rc_word *value, struct rc_range value_range,
                             struct rc_range range);
struct rc_expr *rc_ast_right(struct rc_parse *parse, struct rc_operand *left,
                             const struct rc_word *op, struct rc_range op_range,
                             struct rc_operand *right, struct rc_range range);
struct rc_expr *rc_ast_list(struct rc_parse *parse, struct rc_operand *left,
                            const struct rc_word *op, struct rc_range op_range,
                            const struct rc_word *modifier, const struct rc_literals *literals,
                            struct rc_range range);

const struct rc_word *rc_ast_key(struct rc_parse *parse, const struct rc_word *key);
struct rc_operand *rc_ast_field(struct rc_parse *parse, const struct rc_word *name,
                                const struct rc_word *key, struct rc_range range);
struct rc_operand *rc_ast_transform(struct rc_parse *parse, uint32_t transformer,
                                    const struct rc_operands *args, const struct rc_word *key,
                                    struct rc_range range);
struct rc_operand *rc_ast_operand_list(struct rc_parse *parse, const struct rc_operands *elements,
                                       struct rc_range range);
struct rc_operand *rc_ast_constant(struct rc_parse *parse, const struct rc_word *value,
                                   struct rc_range range);

#endif
