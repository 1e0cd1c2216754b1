/* Sema, on the inside: what its files share. From outside it is rc_ruleset_check (ruleset.h).
 *
 *   sema.c         the pass: macros, then rules in load order
 *   expand.c       lists into the text of a condition
 *   macro.c        macros: parsed, looked up, put into trees
 *   field.c        names of fields and their arguments
 *   operand.c      types of fields and transformers
 *   literal.c      constants by the type of what they are compared with
 *   check_test.c   whether a test makes sense
 *   check_value.c  constants that look like a slip
 *   event_infer.c  the events on which a condition can hold
 *   output.c       outputs
 *
 * The order of checks is Falco's: its first error names the code of a file. A fault in a macro is
 * found once, when the first rule uses it; a rule with `skip-if-unknown-filter` turns an unknown
 * field into a warning and is left out. So faults are first gathered as values, per rule and per
 * macro, and then reported.
 */
#ifndef RULEC_SEMA_H
#define RULEC_SEMA_H

#include "base/name_table.h"
#include "rules/ruleset.h"
#include "syntax/condition.h"

/* No tree of a condition, macros put in, is deeper than that: what comes behind sema may recurse
 * over it. How large it is with its macros put in is no matter, as long as every macro is looked
 * through once. */
#define RC_EXPR_DEEPEST 2000

/* A fault in a condition, or something to warn of. */
struct rc_problem {
    enum rc_code code;
    struct rc_span span;
    const struct rc_origin *origin; /* how the text came there */
    const struct rc_origin *via;    /* the macros between the rule and it; NULL: none */
    const char *message;
    bool unknown; /* an unknown field or event type: skip-if-unknown-filter forgives it */
    bool early;   /* a warning that stands even if the condition has a fault */
    bool reported;
    uint32_t gathered; /* number of the findings that it was put into last */
};

struct rc_problems {
    struct rc_problem **items;
    uint32_t n, capacity;
};

/* Where the checks of a condition leave what they find. */
struct rc_findings {
    uint32_t number; /* from 1; each its own */
    struct rc_problems errors, warnings;
};

/* What sema knows of a macro. */
struct rc_macro_state {
    struct rc_macro *macro;
    enum { RC_MACRO_NEW, RC_MACRO_OPEN, RC_MACRO_DONE } lookup; /* of the macros that it uses */
    bool bad;       /* an error was reported: rules that use it are left out */
    bool checked;   /* findings are complete */
    uint32_t depth; /* of the tree, with those of the macros in it */
    struct rc_findings findings;
    struct rc_event_set events[2];      /* on which it can hold, and on which its negation can */
    const struct rc_expr *no_events[2]; /* the test that Falco could not search; NULL: none */
    bool inferred[2];
};

struct rc_sema {
    struct rc_ruleset *set;
    struct rc_arena *arena;
    struct rc_diags *diags;
    struct rc_list **lists;      /* nlists, each with its items resolved one level */
    struct rc_name_table macros; /* struct rc_macro_state */
    uint32_t nfindings;          /* numbered so far */
};

/* Gets the lists ready: items that name a list are replaced by its items. */
void rc_sema_lists(struct rc_sema *sema);

/* Puts the lists into the text, in the order of the lists. False: it grew too long, an error was
 * reported. */
bool rc_sema_expand(struct rc_sema *sema, const struct rc_text *text, struct rc_text *out);

/* Parses all macros and looks up the macros that they use. */
void rc_sema_macros(struct rc_sema *sema);

/* Puts macros into a rule's tree. False: an error was reported. */
bool rc_sema_resolve(struct rc_sema *sema, struct rc_expr *expr);

/* What sema knows of the macro of an RC_EXPR_EXPANDED. */
struct rc_macro_state *rc_sema_macro(struct rc_sema *sema, const struct rc_expr *expr);

/* Resolves all operands and literals of a tree, and of the macros in it that were found. */
void rc_sema_check(struct rc_sema *sema, struct rc_expr *expr, const struct rc_origin *via,
                   struct rc_findings *findings);

/* One test. */
void rc_check_test(struct rc_arena *arena, struct rc_expr *test, const struct rc_origin *via,
                   struct rc_findings *findings);

/* Warns of a constant that is likely to be meant as something else. */
void rc_check_value(struct rc_arena *arena, const struct rc_expr *test,
                    const struct rc_literal *literal, const struct rc_origin *via,
                    struct rc_findings *findings);

/* Adds a problem that exists. */
void rc_problems_push(struct rc_arena *arena, struct rc_problems *problems,
                      struct rc_problem *problem);

/* Adds a new problem; returns it. */
struct rc_problem *rc_problem_add(struct rc_arena *arena, struct rc_problems *problems,
                                  enum rc_code code, struct rc_span span,
                                  const struct rc_origin *origin, const struct rc_origin *via,
                                  const char *message);

/* Resolves an operand: fields, arguments, transformers, types. False with the operand that is wrong
 * in *at, and why. */
struct rc_operand_error {
    const struct rc_operand *at;
    const char *message;
    bool unknown;
};
bool rc_operand_resolve(struct rc_arena *arena, struct rc_operand *operand,
                        struct rc_operand_error *error);

/* The field that a chain of transformers of one argument works on; FIELD_NONE: none. */
enum cat_field_id rc_operand_field(const struct rc_operand *operand);

/* The events on which the condition can hold. NULL, or some test on evt.type that Falco could not
 * search event types for. */
const struct rc_expr *rc_sema_events(struct rc_sema *sema, const struct rc_expr *expr,
                                     struct rc_event_set *events);

/* Parses and resolves the output of a rule. False: an error was reported, or a warning that the
 * rule is left out. */
bool rc_sema_output(struct rc_sema *sema, struct rc_rule *rule);

#endif
