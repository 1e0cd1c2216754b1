/* What a rule set is made of, item by item: the document that Falco prints with -L.
 *
 * For every rule, macro and list it holds what was written (info) and what became of it (details):
 * macros and lists that it names, operators and fields of its condition with all macros put in, the
 * events on which it can hold, the condition as compiled. Sets come in the order in which their
 * members are first met.
 */
#ifndef RULEC_DESCRIBE_H
#define RULEC_DESCRIBE_H

#include "command/describe_condition.h"
#include "rules/ruleset.h"

enum rc_describe_part {
    RC_DESCRIBE_RULES = 1 << 0,
    RC_DESCRIBE_MACROS = 1 << 1,
    RC_DESCRIBE_LISTS = 1 << 2
};

/* Appends the whole document, one line of JSON with the keys in the order of the alphabet. parts:
 * RC_DESCRIBE_ bits. The set is checked, with set->describe set, and has no errors. False: a
 * condition is too long, which a message to standard error names. */
bool rc_describe_json(const struct rc_ruleset *set, unsigned parts, struct rc_strbuf *out);

#endif
