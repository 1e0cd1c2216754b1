/* What a rule set is made of, item by item: the document that Falco prints with -L.
 *
 * For every rule, macro and list it holds what was written (info) and what became of it (details):
 * macros and lists that it names, operators and fields of its condition with all macros put in, the
 * events on which it can hold, the condition as compiled. Sets come in the order in which their
 * members are first met.
 */
#ifndef RULEC_DESCRIBE_H
#define RULEC_DESCRIBE_H

#include "base/name_table.h"
#include "rules/ruleset.h"

enum rc_describe_part {
    RC_DESCRIBE_RULES = 1 << 0,
    RC_DESCRIBE_MACROS = 1 << 1,
    RC_DESCRIBE_LISTS = 1 << 2
};

/* Names in the order of adding, each once. */
struct rc_names {
    const char **items; /* n; borrowed or in the arena */
    uint32_t n, capacity;
    struct rc_name_table seen;
};

struct rc_condition_facts {
    struct rc_names macros, lists;     /* named in the condition as written */
    struct rc_names operators, fields; /* of the condition with its macros put in */
    struct rc_names event_names;       /* that evt.type is compared with */
    struct rc_names events;            /* on which it can hold */
    const char *compiled;              /* text; NULL: longer than RC_COMPILED_LONGEST */
};

/* A condition in which macros multiply can be longer than any memory. */
#define RC_COMPILED_LONGEST (16u << 20)

/* What there is to say of a condition: written is its text, expr its tree after sema. */
void rc_describe_condition(const struct rc_ruleset *set, const struct rc_text *written,
                           const struct rc_expr *expr, const struct rc_event_set *events,
                           struct rc_condition_facts *facts);

/* Appends the whole document, one line of JSON with the keys in the order of the alphabet. parts:
 * RC_DESCRIBE_ bits. The set is checked, with set->describe set, and has no errors. False: a
 * condition is too long, which a message to standard error names. */
bool rc_describe_json(const struct rc_ruleset *set, unsigned parts, struct rc_strbuf *out);

#endif
