/* The rule set: what the rule files say, after load order, append, override and exceptions are
 * settled.
 *
 * rc_ruleset_load reads the documents in the order given and leaves a rule set in which every item
 * is final; sema (sema.h) then parses and types conditions and outputs. Back ends read the finished
 * set: rules in load order, each with its resolved condition tree, its parsed output and the set of
 * event types on which it can fire.
 */
#ifndef RULEC_RULESET_H
#define RULEC_RULESET_H

#include "base/diag.h"
#include "check/event_set.h"
#include "syntax/ast.h"

enum rc_priority {
    RC_PRIORITY_EMERGENCY,
    RC_PRIORITY_ALERT,
    RC_PRIORITY_CRITICAL,
    RC_PRIORITY_ERROR,
    RC_PRIORITY_WARNING,
    RC_PRIORITY_NOTICE,
    RC_PRIORITY_INFORMATIONAL,
    RC_PRIORITY_DEBUG,
    RC_PRIORITY__COUNT
};

/* "Emergency" ... "Informational", "Debug": as alerts print it. */
const char *rc_priority_name(enum rc_priority priority);

struct rc_list {
    const char *name;
    struct rc_span span;   /* of the name in `- list: NAME` */
    struct rc_text *items; /* nitems; each with its place */
    uint32_t nitems;
    const struct rc_context *context;
    uint32_t order;      /* position among all items loaded, of the first definition */
    uint32_t visibility; /* position of the last definition or append: the lists among the items
                            are those whose order is below it */
    bool used;
    /* by sema, if the set is to be described: the items with the lists among them put in */
    const struct rc_text *compiled; /* ncompiled */
    uint32_t ncompiled;
    struct rc_list *next; /* in load order */
};

struct rc_macro {
    const char *name;
    struct rc_span span;
    struct rc_text condition;
    struct rc_expr *expr;                       /* parsed by sema; NULL: it does not parse */
    const struct rc_context *context;           /* of the macro */
    const struct rc_context *condition_context; /* of its condition */
    uint32_t order;      /* position among all items loaded, of the first definition */
    uint32_t visibility; /* position of the last definition or append: the macros that it may use
                            are those whose order is below it */
    bool broken; /* its definition has an error: the name exists, the condition is not to be read */
    bool used;
    struct rc_event_set events; /* by sema, if the set is to be described: on which it can hold */
    struct rc_macro *next;
};

/* An output: literal text and values in turn. */
struct rc_output_part {
    const char *text; /* literal bytes, len of them; NULL: a value */
    uint32_t len;
    struct rc_operand *value; /* NULL: literal */
    uint32_t width; /* `%10proc.name`: bytes that the value is cut or filled to; 0: as it is */
};

/* One more property of output_fields: text made of the parts from first on, or, raw, the value of
 * the one part there. */
struct rc_output_extra {
    const char *name;
    uint32_t first, nparts;
    bool raw;
};

struct rc_output {
    /* nparts: those of the message, then those of the extras, then what tells alerts apart. */
    struct rc_output_part *parts;
    uint32_t nparts, nmessage;
    struct rc_output_extra *extras; /* nextras, each name once */
    uint32_t nextras;
    uint32_t first_by, nby; /* values by which alerts are alike; nby 0: by their message */
};

/* How often a rule may alert. */
struct rc_rule_limits {
    uint32_t alerts, seconds; /* so many alerts in so many seconds, at most */
    uint32_t alike_seconds;   /* for so long alerts that are alike are held back */
    const char *const *by;    /* nby fields by which they are alike; NULL: not said */
    uint32_t nby;
    struct rc_span by_span;
};

#define RC_LIMIT_UNSET UINT32_MAX /* as for all rules */
#define RC_NO_LIMITS                                                                               \
    (struct rc_rule_limits)                                                                        \
    {                                                                                              \
        .alerts = RC_LIMIT_UNSET, .seconds = RC_LIMIT_UNSET, .alike_seconds = RC_LIMIT_UNSET       \
    }

/* What is added to the output of every rule of system calls, as Falco's append_output does. */
struct rc_append_field {
    const char *name;    /* the property; of a raw field the field itself */
    const char *format;  /* its text, "%user.name/%proc.name"; NULL: the field's own value */
    bool literal;        /* format is taken as it is */
    struct rc_span span; /* file 0: from the command line */
};

struct rc_append {
    const char *rule, *source; /* the rule that it is for; NULL: all */
    const char *const *tags;   /* ntags, all of which the rule must have */
    uint32_t ntags;
    bool suggested;      /* the fields that Falco suggests, too */
    struct rc_span span; /* of the output; file 0: from the command line */
    const char *output;  /* behind every output, with a space before it; NULL: nothing */
    const struct rc_append_field *fields; /* nfields; of two of one name the last counts */
    uint32_t nfields;
};

struct rc_rule {
    const char *name;
    struct rc_span span; /* of the name in `- rule: NAME` */
    struct rc_span condition_span;
    struct rc_span output_span;
    const char *desc;
    struct rc_text written;                /* the condition before exceptions are applied */
    struct rc_text condition;              /* exceptions applied, lists not yet expanded */
    const struct rc_exception *exceptions; /* load.h; NULL: none */
    struct rc_text output;
    enum rc_priority priority;
    const char **tags; /* ntags, sorted, each once */
    uint32_t ntags;
    const char *source; /* "syscall" */
    bool enabled;
    bool warn_evttypes;          /* default true */
    bool skip_if_unknown_filter; /* default false */
    bool capture;
    uint32_t capture_duration_ms;
    uint32_t order;                             /* load order */
    const struct rc_context *context;           /* of the rule */
    const struct rc_context *condition_context; /* of its condition */
    const struct rc_context *output_context;    /* of its output */

    /* by sema: */
    struct rc_text expanded;  /* the condition as parsed: lists in place */
    struct rc_expr *expr;     /* resolved; NULL: an error was reported, or the rule is skipped */
    struct rc_output *parsed; /* NULL likewise */
    struct rc_rule_limits *limits; /* of its own; NULL: none */
    struct rc_text output_text;    /* what was parsed, without the suggested fields */
    struct rc_event_set events;    /* event numbers on which it can fire */
    struct rc_rule *next;          /* in load order */
};

/* A plugin that a file requires, or one of those that do as well. */
struct rc_requirement {
    const char *name, *version;          /* as written */
    struct rc_requirement *alternatives; /* nalternatives */
    uint32_t nalternatives;
    struct rc_requirement *next; /* in load order */
};

/* The fields that Falco puts behind each output, as text. */
extern const char rc_suggested_output[];

struct rc_ruleset {
    struct rc_arena *arena;
    struct rc_sources *sources;
    struct rc_diags *diags;
    struct rc_rule *rules; /* in load order */
    struct rc_macro *macros;
    struct rc_list *lists;
    uint32_t nrules, nmacros, nlists;
    const char *required_engine_version; /* NULL: none was named */
    struct rc_requirement *requirements, *last_requirement;
    bool describe; /* sema fills what describe.h needs of macros and lists; to be set before
                      rc_ruleset_check */
    bool no_suggested_output; /* outputs are not extended by the fields that tell the container;
                                 to be set before rc_ruleset_check */
    const struct rc_append *appends; /* nappends, likewise to be set before; borrowed */
    uint32_t nappends;
    bool incomplete; /* a file could not be read: names may be missing for that reason alone, and
                        are not to be complained about */
    struct rc_loader *loader; /* private to the loading files */
};

/* Told of a rule file, or with an error of a path that leads to none. */
typedef void rc_rule_file_fn(void *context, const char *path, const char *error);

/* Calls visit for each rule file that the paths stand for, in order; of a directory for its *.yaml
 * and
 * *.yml in the order of their names. */
void rc_rule_files_each(struct rc_arena *arena, const char *const *paths, uint32_t npaths,
                        rc_rule_file_fn *visit, void *context);

/* Loads the files, in order, into a rule set: documents, items, append, override, exceptions. Files
 * and directories (their *.yaml and *.yml in name order) may be mixed. Everything wrong goes to
 * diags; the set is usable for the rest. */
void rc_ruleset_load(struct rc_ruleset *set, const char *const *paths, uint32_t npaths);

/* Loads one source that is in sources already; rc_ruleset_load does this for each file and then
 * calls rc_ruleset_settle. */
void rc_ruleset_load_source(struct rc_ruleset *set, uint32_t file);

/* After the last source: puts exceptions into the conditions and makes the list of rules. */
void rc_ruleset_settle(struct rc_ruleset *set);

/* Warns of macros and lists that nothing uses, as Falco does: not if there was an error. To be
 * called at the end of rc_ruleset_check. */
void rc_ruleset_warn_unused(struct rc_ruleset *set);

/* The item of that name, or NULL. */
struct rc_list *rc_ruleset_list(const struct rc_ruleset *set, const char *name);
struct rc_macro *rc_ruleset_macro(const struct rc_ruleset *set, const char *name);

/* Expands, parses, types: fills the members marked "by sema", and warns. Call once, after loading.
 */
void rc_ruleset_check(struct rc_ruleset *set);

#endif
