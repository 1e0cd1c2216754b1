/* The commands of rulec and their options: one table, from which everything that knows them comes.
 *
 *   command_table.c  the table
 *   args.c           the command line read by it
 *   help.c           rulec --help, rulec COMMAND --help
 *   manual.c         rulec(1), which the build writes and installs
 *   completion.c     bash, zsh, fish
 *   cmd_*.c          what the commands do
 *
 * Texts in the table are plain sentences without line breaks; whoever prints them wraps them.
 */
#ifndef RULEC_COMMAND_H
#define RULEC_COMMAND_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum rc_exit { RC_EXIT_OK = 0, RC_EXIT_RULES = 1, RC_EXIT_USAGE = 2, RC_EXIT_BUG = 70 };

enum rc_option_id {
    RC_OPT_HELP, /* every command has it */
    RC_OPT_RULES,
    RC_OPT_SITE,
    RC_OPT_OUTPUT,
    RC_OPT_EMIT_DIR,
    RC_OPT_EMIT_ONLY,
    RC_OPT_SBOM,
    RC_OPT_PACKAGE,
    RC_OPT_NO_SUGGESTED_OUTPUT,
    RC_OPT_APPEND_OUTPUT,
    RC_OPT_APPEND_FIELD,
    RC_OPT_LEVEL,
    RC_OPT_DUMP,
    RC_OPT_FORMAT,
    RC_OPT_MAX_ERRORS,
    RC_OPT_WERROR,
    RC_OPT_QUIET,
    RC_OPT_SOURCE,
    RC_OPT_CHECK,
    RC_OPT_STDOUT,
    RC_OPT_MAN,
    RC_OPT_CAPTURE,
    RC_OPT_LIVE,
    RC_OPT_ROUNDS,
    RC_OPT_COMPARE,
    RC_OPT_BASELINE,
    RC_OPT_FAIL_OVER,
    RC_OPT_RULE,
    RC_OPT_PRIORITY,
    RC_OPT_PROCESS,
    RC_OPT_CONTAINER,
    RC_OPT_FIELD,
    RC_OPT_SEARCH,
    RC_OPT_ALERTS,
    RC_OPT_DRAFT,
    RC_OPT_BY,
    RC_OPT_TOP,
    RC_OPT_KEEP,
    RC_OPT_FOLLOW,
    RC_OPT_KERNEL,
    RC_OPT_CONTROL,
    RC_OPT__COUNT
};

/* What a value is, for checks and for shells that complete it. */
enum rc_value_kind {
    RC_VALUE_NONE, /* an option without a value; a command without operands */
    RC_VALUE_TEXT,
    RC_VALUE_CHOICE,  /* one of `choices` */
    RC_VALUE_COMMAND, /* the name of a command */
    RC_VALUE_NUMBER,  /* 0 to UINT32_MAX */
    RC_VALUE_FILE,
    RC_VALUE_DIR,
    RC_VALUE_RULES /* a rule file, a directory of them, or - */
};

struct rc_option {
    enum rc_option_id id;
    char brief;       /* `-r`; 0: there is none */
    const char *name; /* "rules" for `--rules` */
    enum rc_value_kind kind;
    const char *value;   /* what the value is called, "FILE|DIR"; NULL: no value, or a choice */
    const char *choices; /* RC_VALUE_CHOICE: "text|json" */
    bool many;           /* takes all words up to the next option, and may be given again */
    bool required;
    const char *help;
};

struct rc_example {
    const char *line; /* what to type */
    const char *what; /* what it does: half a sentence, lower-case, no period */
};

struct rc_args;

struct rc_command {
    const char *name;
    const char *summary;            /* half a sentence, lower-case, no period */
    const char *const *description; /* paragraphs, then NULL */
    enum rc_value_kind operand_kind;
    const char *operand; /* what an operand is called; NULL: none, or a choice */
    const char *choices; /* RC_VALUE_CHOICE: of the operand */
    uint32_t min, max;   /* how many operands; UINT32_MAX: any number */
    const char *missing; /* said when there are fewer than min */
    bool passes_rest;    /* what it does not know behind its operands, and all behind --, belongs to
                            another program */
    const char *rest;    /* what that is called, "AGENT OPTION"; NULL: passes_rest is false */
    const struct rc_option *options; /* noptions, besides --help */
    uint32_t noptions;
    const struct rc_example *examples; /* nexamples */
    uint32_t nexamples;
    const char *statuses; /* what the exit status means */
    int (*run)(const struct rc_args *args);
};

extern const struct rc_command rc_commands[];
extern const uint32_t rc_ncommands;

/* The option that every command has. */
extern const struct rc_option rc_option_help;

/* The environment that commands look at. */
struct rc_environment {
    const char *name, *help;
};
extern const struct rc_environment rc_environment[];
extern const uint32_t rc_nenvironment;

/* The command of that name, or NULL. */
const struct rc_command *rc_command_find(const char *name);

/* Calls visit with each name in "a|b|c"; len is the name's. */
void rc_choices_each(const char *choices,
                     void (*visit)(void *context, const char *name, size_t len), void *context);

/* --- the command line, read --- */

struct rc_args_values {
    const char **items; /* n; NULLs for an option without a value */
    uint32_t n;         /* how often it was given, or how many values */
};

struct rc_args {
    const struct rc_command *command;
    struct rc_args_values options[RC_OPT__COUNT];
    struct rc_args_values operands;
    struct rc_args_values rest; /* of a command that passes_rest */
};

/* Reads argv[1..argc) for a command. RC_EXIT_OK, or RC_EXIT_USAGE with a message printed to
 * standard error. --help ends the reading: it is all that is to be done then. The values point into
 * argv. */
int rc_args_parse(struct rc_args *args, const struct rc_command *command, struct rc_arena *arena,
                  int argc, char **argv);

bool rc_args_given(const struct rc_args *args, enum rc_option_id id);

/* The value given last, or NULL. */
const char *rc_args_value(const struct rc_args *args, enum rc_option_id id);

/* The position among its choices of the value given last; 0 if the option was not given. */
uint32_t rc_args_choice(const struct rc_args *args, enum rc_option_id id);

/* The position of an operand among the command's choices. */
uint32_t rc_args_operand_choice(const struct rc_args *args, uint32_t operand);

/* The number given last, or `otherwise`. */
uint32_t rc_args_number(const struct rc_args *args, enum rc_option_id id, uint32_t otherwise);

/* Says what is wrong with a command's arguments, and where help is. Returns RC_EXIT_USAGE. */
int rc_usage_error(const struct rc_command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Flushes standard output. RC_EXIT_OK, or RC_EXIT_RULES with a message: what cannot be written must
 * not look like success. */
int rc_finish_output(const char *command);

/* --- printers of the table --- */

struct rc_strbuf;

void rc_help_overview(struct rc_strbuf *out);
void rc_help_command(const struct rc_command *command, struct rc_strbuf *out);
/* rulec(1) in the man macros of roff. */
void rc_manual(struct rc_strbuf *out);
void rc_complete_bash(struct rc_strbuf *out);
void rc_complete_zsh(struct rc_strbuf *out);
void rc_complete_fish(struct rc_strbuf *out);

/* Calls piece with each part of a command's usage behind its name: "[--quiet]", "FILE|DIR...". */
void rc_command_usage(const struct rc_command *command,
                      void (*piece)(void *context, const char *text), void *context);

/* What is written behind an option for its value: "=N", "=text|json"; "" if it takes none. brief:
 * behind its short name, " N". Into out, of size bytes. */
void rc_option_value(const struct rc_option *option, bool brief, char *out, size_t size);

/* --- the commands --- */

int rc_cmd_check(const struct rc_args *args);
int rc_cmd_build(const struct rc_args *args);
int rc_cmd_run(const struct rc_args *args);
int rc_cmd_deploy(const struct rc_args *args);
int rc_cmd_bench(const struct rc_args *args);
int rc_cmd_explain(const struct rc_args *args);
int rc_cmd_lint(const struct rc_args *args);
int rc_cmd_list(const struct rc_args *args);
int rc_cmd_fmt(const struct rc_args *args);
int rc_cmd_events(const struct rc_args *args);
int rc_cmd_completion(const struct rc_args *args);
int rc_cmd_help(const struct rc_args *args);

#endif
