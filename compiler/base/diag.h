/* Diagnostics: what is wrong with the rules, as values.
 *
 * Passes never print and never stop at the first error: they add diagnostics to a sink and go on.
 * At the end the sink is sorted by place and printed. Every diagnostic carries the code that Falco
 * gives for the same fault (LOAD_ERR_YAML_VALIDATE, LOAD_UNUSED_LIST, ...), so that tools for Falco
 * can read it.
 *
 *   rules/shell.yaml:42:13-21: error: unknown field `proc.nmae`; did you mean `proc.name`?
 *      42 |         and proc.nmae in (shell_binaries)
 *         |             ^^^^^^^^^
 *   rules/shell.yaml:38:3: note: in rule `Terminal shell in container`
 */
#ifndef RULEC_DIAG_H
#define RULEC_DIAG_H

#include "base/source.h"
#include "base/strbuf.h"
#include "syntax/text.h"

#include <stdarg.h>

enum rc_severity { RC_NOTE, RC_WARNING, RC_ERROR };

/* Falco's codes. RC_CODES: identifier, name, what it stands for; errors come first. */
#define RC_CODES(X)                                                                                \
    X(ERR_FILE_READ, "LOAD_ERR_FILE_READ", "File cannot be read")                                  \
    X(ERR_YAML_PARSE, "LOAD_ERR_YAML_PARSE", "File is no valid YAML")                              \
    X(ERR_YAML_VALIDATE, "LOAD_ERR_YAML_VALIDATE", "YAML does not have the shape of rules")        \
    X(ERR_COMPILE_CONDITION, "LOAD_ERR_COMPILE_CONDITION", "Condition does not compile")           \
    X(ERR_COMPILE_OUTPUT, "LOAD_ERR_COMPILE_OUTPUT", "Output does not compile")                    \
    X(ERR_VALIDATE, "LOAD_ERR_VALIDATE", "Rule, macro, list or exception is not valid")            \
    X(ERR_EXTENSION, "LOAD_ERR_EXTENSION", "Extension item is not valid")                          \
    X(ERR_PLUGIN_REQUIREMENT, "PLUGIN_REQUIREMENT", "A plugin that is required is not there")      \
    X(WARN_UNKNOWN_SOURCE, "LOAD_UNKNOWN_SOURCE", "Unknown event source: the rule is left out")    \
    X(WARN_UNSAFE_NA_CHECK, "LOAD_UNSAFE_NA_CHECK",                                                \
      "Comparison with <NA>, which never holds as it looks")                                       \
    X(WARN_NO_EVTTYPE, "LOAD_NO_EVTTYPE", "Condition is asked on too many event types")            \
    X(WARN_UNKNOWN_FILTER, "LOAD_UNKNOWN_FILTER",                                                  \
      "Unknown field or event type: the rule is left out")                                         \
    X(WARN_UNUSED_MACRO, "LOAD_UNUSED_MACRO", "Macro is never used")                               \
    X(WARN_UNUSED_LIST, "LOAD_UNUSED_LIST", "List is never used")                                  \
    X(WARN_UNKNOWN_ITEM, "LOAD_UNKNOWN_ITEM", "Item is neither rule, macro nor list")              \
    X(WARN_DEPRECATED_ITEM, "LOAD_DEPRECATED_ITEM", "Something deprecated is used")                \
    X(WARN_EXTENSION, "LOAD_WARNING_EXTENSION", "Extension item is doubtful")                      \
    X(WARN_APPEND_NO_VALUES, "LOAD_APPEND_NO_VALUES",                                              \
      "Values of an exception are changed by none")                                                \
    X(WARN_EXCEPTION_NAME_NOT_UNIQUE, "LOAD_EXCEPTION_NAME_NOT_UNIQUE",                            \
      "Two exceptions of one name")                                                                \
    X(WARN_INVALID_MACRO_NAME, "LOAD_INVALID_MACRO_NAME",                                          \
      "Name of a macro cannot be used in conditions")                                              \
    X(WARN_INVALID_LIST_NAME, "LOAD_INVALID_LIST_NAME",                                            \
      "Name of a list cannot be used in conditions")                                               \
    X(WARN_COMPILE_CONDITION, "LOAD_COMPILE_CONDITION", "Condition may not mean what it says")     \
    X(WARN_UNKNOWN_KEY, "LOAD_UNKNOWN_KEY", "Key is not known and is ignored")

enum rc_code {
#define X(id, name, description) RC_##id,
    RC_CODES(X)
#undef X
        RC_CODE__COUNT
};

/* What is being read or checked when a fault is found, from the inside out: `rule condition` in
 * rule `X` in the rules content. The types are Falco's names for them. */
struct rc_context {
    const char *type;     /* "rule", "macro", "list", "exception", "rule condition", ... */
    const char *name;     /* "" if the thing has none */
    struct rc_span span;  /* where the thing starts, as Falco counts (JSON) */
    struct rc_span shown; /* its name, for the note `in rule ...`; file 0: not shown as a note */
    const struct rc_context *up; /* around it; NULL: the file */
};

struct rc_note {
    struct rc_span span; /* file 0: no place */
    const char *message;
    const struct rc_note *next; /* in printing order */
};

struct rc_diag {
    enum rc_severity severity; /* RC_ERROR or RC_WARNING */
    enum rc_code code;
    struct rc_span span;
    const char *message;              /* lower-case, no period; names in backquotes */
    const struct rc_context *context; /* NULL: none */
    struct rc_note *notes, *last;     /* NULL: none */
    struct rc_diag *next;             /* in the order of adding */
};

struct rc_diags {
    struct rc_arena *arena;
    struct rc_diag *first, *last;
    uint32_t nerrors, nwarnings;
    const struct rc_context *context; /* taken over by what is added; set by whoever goes through
                                         the items, and put back afterwards */
};

/* The name Falco gives the code. */
const char *rc_code_name(enum rc_code code);

/* What the code stands for: a few words, capitalised, without a period. */
const char *rc_code_description(enum rc_code code);

bool rc_code_is_error(enum rc_code code);

/* Adds an error or a warning; returns it so that notes can be added. Never NULL. */
struct rc_diag *rc_error(struct rc_diags *diags, enum rc_code code, struct rc_span span,
                         const char *format, ...) __attribute__((format(printf, 4, 5)));
struct rc_diag *rc_warning(struct rc_diags *diags, enum rc_code code, struct rc_span span,
                           const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds a note under a diagnostic. */
void rc_note(struct rc_diags *diags, struct rc_diag *diag, struct rc_span span, const char *format,
             ...) __attribute__((format(printf, 4, 5)));

/* Adds one note per expansion that the origin tells of, innermost first. NULL adds none. */
void rc_note_origin(struct rc_diags *diags, struct rc_diag *diag, const struct rc_origin *origin);

/* All diagnostics, sorted by place, *n of them, in the arena; a second one at the same span with
 * the same message is left out. */
const struct rc_diag **rc_diags_sorted(const struct rc_diags *diags, uint32_t *n);

/* Appends one as text: message, excerpt, notes. */
void rc_diag_print(const struct rc_diag *diag, const struct rc_sources *sources,
                   struct rc_strbuf *out);

/* Appends all diagnostics to out as text, sorted by place; a second one at the same span with the
 * same message is left out. At most max_errors errors are printed (0: all), then a line tells how
 * many more there are. */
void rc_diags_print(const struct rc_diags *diags, const struct rc_sources *sources,
                    uint32_t max_errors, struct rc_strbuf *out);

/* Appends the line in which span starts, with carets under the span. */
void rc_diag_excerpt(const struct rc_sources *sources, struct rc_span span, struct rc_strbuf *out);

/* The candidate nearest to word by edit distance, if near enough to be a likely slip; else NULL. */
const char *rc_suggest(const char *word, size_t len, const char *const *candidates, size_t count);

/* Reports an impossible state in rulec itself and ends it with status 70. */
_Noreturn void rc_bug(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#define RC_BUG(...) rc_bug(__FILE__, __LINE__, __VA_ARGS__)

#endif
