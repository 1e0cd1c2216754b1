/* Text of a condition tree, one way for every spelling: brackets around each `and` and `or`, macros
 * by name, lists in full. For people and for tests. */
#ifndef RULEC_AST_PRINT_H
#define RULEC_AST_PRINT_H

#include "base/strbuf.h"
#include "syntax/ast.h"

/* Appends the tree. expand: macros stand as what they are, behind their name; else as their name.
 */
void rc_expr_print(const struct rc_expr *expr, bool expand, struct rc_strbuf *out);

/* Appends nodes and edges of the tree for dot, macros with what they are. number: of the first
 * node, and then one beyond the last. The number of the tree's node. */
uint32_t rc_expr_print_dot(const struct rc_expr *expr, uint32_t *number, struct rc_strbuf *out);

/* Appends an operand: a field, or a transformer with its arguments. */
void rc_operand_print(const struct rc_operand *operand, struct rc_strbuf *out);

#endif
