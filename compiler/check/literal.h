/* Constants on the right of an operator: from text to a value of the left side's type. */
#ifndef RULEC_LITERAL_H
#define RULEC_LITERAL_H

#include "syntax/ast.h"

/* Fills the resolved members of the literal. NULL, or a message in the arena if the text is no
 * value of that type. What is accepted is what Falco accepts: numbers are decimal and are cut to
 * the width of the type, a double is a whole number, a port may be a service's name. */
const char *rc_literal_resolve(struct rc_arena *arena, struct rc_literal *literal,
                               enum cat_type type, enum cat_operator op);

#endif
