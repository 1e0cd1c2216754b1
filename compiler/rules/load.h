/* Loading, on the inside: what the load_*.c files share. From outside see ruleset.h.
 *
 *   load.c            sources and documents -> items, and which kind each is
 *   load_value.c      the value under a key, as text, truth, number, list
 *   load_version.c    required_engine_version, required_plugin_versions
 *   load_list.c       list and macro items
 *   load_rule.c       rule items: new ones, append, enabled
 *   load_override.c   what an `override` says, and rules that are changed by one
 *   load_exception.c  exceptions
 *   check_exception.c whether their fields and operators fit together
 *   apply_exception.c the conditions that they become
 *   ruleset.c         paths, lookup, the finished set
 *
 * Checks come in the order in which Falco makes them: its first error names the code of the file
 * (diag.h). After an error in an item the next item is read; the item itself is kept as far as it
 * goes, so that later items that refer to it are not blamed.
 */
#ifndef RULEC_LOAD_H
#define RULEC_LOAD_H

#include "base/name_table.h"
#include "rules/ruleset.h"
#include "syntax/document.h"

/* A value in an exception: fields, comps and values are a scalar or a list, lists may nest. */
struct rc_exception_entry {
    struct rc_span span;
    bool is_list;
    struct rc_text text;              /* a scalar */
    struct rc_exception_entry *items; /* nitems; a list */
    uint32_t nitems;
};

struct rc_exception {
    const char *name;
    struct rc_span span; /* of the name */
    const struct rc_context *context;
    struct rc_exception_entry fields, comps;
    struct rc_exception_entry *values; /* nvalues */
    uint32_t nvalues;
    bool broken; /* an error was reported; makes no condition */
    struct rc_exception *next;
};

struct rc_loaded_rule {
    struct rc_rule rule;
    struct rc_exception *exceptions; /* in order */
    bool unknown_source;
    bool broken; /* an error was reported in one of its items */
    struct rc_loaded_rule *next;
};

struct rc_loader {
    struct rc_ruleset *set;
    struct rc_arena *arena;
    struct rc_diags *diags;
    struct rc_name_table rules, macros, lists; /* struct rc_loaded_rule, rc_macro, rc_list */
    struct rc_loaded_rule *first_rule, *last_rule;
    struct rc_macro *last_macro;
    struct rc_list *last_list;
    uint32_t order;              /* of the next item */
    uint32_t engine_required[3]; /* the highest so far */
};

/* An item, a piece of one, or an error about it: where reading is. */
const struct rc_context *rc_load_within(struct rc_loader *loader, const struct rc_context *up,
                                        const char *type, const char *name, struct rc_span span);

/* The diagnostics, set to a context: rc_error(rc_load_at(loader, context), ...). */
struct rc_diags *rc_load_at(struct rc_loader *loader, const struct rc_context *context);

/* The value under a key. ABSENT: there is none, and none is needed; BAD: an error was reported. */
enum rc_load_result { RC_LOAD_ABSENT, RC_LOAD_FOUND, RC_LOAD_BAD };

enum rc_load_need {
    RC_LOAD_REQUIRED,
    RC_LOAD_OPTIONAL,
    RC_LOAD_OPTIONAL_EMPTY /* may also be there without a value */
};

enum rc_load_result rc_load_text(struct rc_loader *loader, const struct rc_yaml_node *item,
                                 const char *key, const struct rc_context *context,
                                 enum rc_load_need need, struct rc_text *out);
enum rc_load_result rc_load_bool(struct rc_loader *loader, const struct rc_yaml_node *item,
                                 const char *key, const struct rc_context *context,
                                 enum rc_load_need need, bool *out);
enum rc_load_result rc_load_u32(struct rc_loader *loader, const struct rc_yaml_node *item,
                                const char *key, const struct rc_context *context,
                                enum rc_load_need need, uint32_t *out);
enum rc_load_result rc_load_strings(struct rc_loader *loader, const struct rc_yaml_node *item,
                                    const char *key, const struct rc_context *context,
                                    enum rc_load_need need, struct rc_text **out, uint32_t *count);

/* The text as a C string in the arena. */
const char *rc_load_string(struct rc_loader *loader, const struct rc_text *text);

/* Where a text that was read from one scalar stands. */
struct rc_span rc_load_span(const struct rc_text *text);

/* Two texts with a space between them. */
struct rc_text rc_load_join(struct rc_loader *loader, const struct rc_text *a,
                            const struct rc_text *b);

/* Whether the text is a number as yaml-cpp reads one: decimal, 0x hexadecimal, 0 octal. */
bool rc_load_is_u32(const struct rc_text *text, uint32_t *out);

/* Warns of keys that are none of known; names nknown of them. */
void rc_load_warn_keys(struct rc_loader *loader, const struct rc_yaml_node *item,
                       const char *const *known, size_t nknown, const struct rc_context *context);

/* `append: true` of an item, with the warning that it is deprecated. */
enum rc_load_result rc_load_append(struct rc_loader *loader, const struct rc_yaml_node *item,
                                   const struct rc_context *context, bool *append);

/* What `override` asks for, a bit per key (see load_override.c for the numbers). */
enum rc_override_key {
    RC_KEY_CONDITION,
    RC_KEY_EXCEPTIONS,
    RC_KEY_OUTPUT,
    RC_KEY_DESC,
    RC_KEY_TAGS,
    RC_KEY_PRIORITY,
    RC_KEY_CAPTURE,
    RC_KEY_CAPTURE_DURATION,
    RC_KEY_ENABLED,
    RC_KEY_WARN_EVTTYPES,
    RC_KEY_SKIP_IF_UNKNOWN_FILTER,
    RC_KEY_ITEMS,
    RC_KEY__COUNT
};

struct rc_override {
    uint32_t append, replace; /* bits 1 << RC_KEY_ */
};

/* Reads the `override` of an item whose keys may be appended to or replaced as the masks say.
 * False: an error was reported. */
bool rc_load_override(struct rc_loader *loader, const struct rc_yaml_node *item,
                      uint32_t appendable, uint32_t replaceable, const struct rc_context *context,
                      struct rc_override *out);

/* A rule item with an `override`: changes the rule of that name. False: an error was reported. */
bool rc_load_overridden_rule(struct rc_loader *loader, const struct rc_yaml_node *item,
                             const char *name, const struct rc_text *source,
                             const struct rc_override *override, const struct rc_context *context);

void rc_load_list(struct rc_loader *loader, const struct rc_yaml_node *item,
                  const struct rc_context *file);
void rc_load_macro(struct rc_loader *loader, const struct rc_yaml_node *item,
                   const struct rc_context *file);
void rc_load_rule(struct rc_loader *loader, const struct rc_yaml_node *item,
                  const struct rc_context *file);
void rc_load_engine_version(struct rc_loader *loader, const struct rc_yaml_node *item,
                            const struct rc_context *file);
void rc_load_plugin_versions(struct rc_loader *loader, const struct rc_yaml_node *item,
                             const struct rc_context *file);

/* The rule of that name for an item that changes it; NULL with an error reported if there is none
 * or if the item names another source. */
struct rc_loaded_rule *rc_load_find_rule(struct rc_loader *loader, const char *name,
                                         const struct rc_text *source,
                                         const struct rc_context *context, const char *what);

/* Whether the two sources are both named and differ; then an error was reported. */
bool rc_load_source_differs(struct rc_loader *loader, const struct rc_loaded_rule *rule,
                            const struct rc_text *source, const struct rc_context *context);

bool rc_load_priority(struct rc_loader *loader, const struct rc_yaml_node *item,
                      const struct rc_context *context, enum rc_priority *out);

/* Adds tags to the rule's, sorted, each once. */
void rc_load_add_tags(struct rc_loader *loader, struct rc_rule *rule, const struct rc_text *tags,
                      uint32_t count);

/* Reads the `exceptions` of an item into a list (*out is NULL if it has none). append: they may
 * lack fields, and warn if they have no values. False: an error was reported. */
bool rc_load_exceptions(struct rc_loader *loader, const struct rc_yaml_node *item,
                        const struct rc_context *context, bool append, struct rc_exception **out);

/* Fields, comps and their operators fit together; fills comps that were left out. check_fields: the
 * source is known, so the fields must exist. False: an error was reported. */
bool rc_load_check_exception(struct rc_loader *loader, struct rc_exception *exception,
                             bool check_fields);

/* Adds exceptions, or values to those of the same name. False: an error was reported. */
bool rc_load_append_exceptions(struct rc_loader *loader, struct rc_loaded_rule *rule,
                               struct rc_exception *exceptions);

/* Whether an entry says anything. */
bool rc_load_is_given(const struct rc_exception_entry *entry);

/* Whether an operator, with its modifier, takes a list on the right. */
bool rc_load_takes_list(const struct rc_text *text);

/* Turns the rule's exceptions into condition text. False: an error was reported. */
bool rc_load_apply_exceptions(struct rc_loader *loader, struct rc_loaded_rule *rule);

#endif
