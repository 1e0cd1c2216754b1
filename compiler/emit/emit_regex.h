/* Regular expressions as automata: each becomes a rule in re2c's language, and re2c a C function.
 *
 * The syntax is RE2's POSIX syntax and the whole text must match, over code points of UTF-8. What
 * re2c's automata cannot express (^ and $ inside an expression, word boundaries) is an error.
 */
#ifndef RULEC_EMIT_REGEX_H
#define RULEC_EMIT_REGEX_H

#include "base/diag.h"
#include "emit/emit.h"
#include "graph/plan.h"

/* Fills regexes.re and regexes.h; both stay empty if the plan has no expressions. */
void rc_emit_regexes(const struct rc_plan *plan, struct rc_diags *diags, struct rc_emit *source,
                     struct rc_emit *header);

#endif
