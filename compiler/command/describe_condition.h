/* What a condition is made of: names, operators, fields, events, and its text as compiled. */
#ifndef RULEC_DESCRIBE_CONDITION_H
#define RULEC_DESCRIBE_CONDITION_H

#include "base/name_table.h"
#include "rules/ruleset.h"

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

/* Adds a name, which is borrowed, unless it is there. */
void rc_names_add(struct rc_arena *arena, struct rc_names *names, const char *name);

/* Adds the fields of an operand, with their arguments as they are written. */
void rc_names_add_fields(struct rc_arena *arena, const struct rc_operand *operand,
                         struct rc_names *fields);

/* What there is to say of a condition: written is its text, expr its tree after sema. */
void rc_describe_condition(const struct rc_ruleset *set, const struct rc_text *written,
                           const struct rc_expr *expr, const struct rc_event_set *events,
                           struct rc_condition_facts *facts);

#endif
