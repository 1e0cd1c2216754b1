/* From the text of a condition to its tree. Names are not looked up yet: see sema.h. */
#ifndef RULEC_CONDITION_H
#define RULEC_CONDITION_H

#include "base/diag.h"
#include "syntax/ast.h"
#include "syntax/lexer.h"

/* Parses a condition whose lists are in place. NULL: one error was added. */
struct rc_expr *rc_condition_parse(struct rc_arena *arena, struct rc_diags *diags,
                                   const struct rc_text *text);

/* No operand of an output is longer than that. */
#define RC_OPERAND_LONGEST 4096

/* Parses the field or transformer (with its arguments) at the beginning of text[off, off + len),
 * where len is at most RC_OPERAND_LONGEST; *range gets its place from off on. NULL if there is
 * none: *problem says why, and *range where. */
struct rc_operand *rc_operand_parse(struct rc_arena *arena, const struct rc_text *text,
                                    uint32_t off, uint32_t len, struct rc_range *range,
                                    const char **problem);

/* Whether text is the name of a field, with its argument if it has one: "proc.name", "evt.arg[0]".
 */
bool rc_condition_field_valid(const char *text, uint32_t len);

#endif
