/* The command line, read by the table of commands. See command.h. */
#include "base/diag.h"
#include "command/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct parse {
    struct rc_args *args;
    const struct rc_command *command;
    struct rc_arena *arena;
    int argc; /* the most values that one option can have */
    char **argv;
    int i; /* of the word that is read */
};

int rc_usage_error(const struct rc_command *command, const char *format, ...)
{
    va_list list;

    fprintf(stderr, "rulec %s: ", command->name);
    va_start(list, format);
    vfprintf(stderr, format, list);
    va_end(list);
    fprintf(stderr, "\ntry: rulec %s --help\n", command->name);
    return RC_EXIT_USAGE;
}

int rc_finish_output(const char *command)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return RC_EXIT_OK;
    fprintf(stderr, "rulec %s: cannot write to standard output: %s\n", command, strerror(errno));
    return RC_EXIT_RULES;
}

/* --- choices --- */

struct search {
    const char *word;
    uint32_t index, found; /* found: UINT32_MAX if it is none of them */
};

static void look_at(void *context, const char *name, size_t len)
{
    struct search *search = context;

    if (strlen(search->word) == len && memcmp(search->word, name, len) == 0)
        search->found = search->index;
    search->index++;
}

static uint32_t choice(const char *choices, const char *word)
{
    struct search search = {.word = word, .found = UINT32_MAX};

    rc_choices_each(choices, look_at, &search);
    return search.found;
}

/* Whether a value is of its kind; name: what it belongs to, for the message. */
static bool check_value(const struct rc_command *command, const char *name, enum rc_value_kind kind,
                        const char *choices, const char *value)
{
    char *end;

    switch (kind) {
    case RC_VALUE_CHOICE:
        if (choice(choices, value) != UINT32_MAX)
            return true;
        rc_usage_error(command, "%s is one of %s, not `%s`", name, choices, value);
        return false;
    case RC_VALUE_COMMAND:
        if (rc_command_find(value))
            return true;
        rc_usage_error(command, "there is no command `%s`", value);
        return false;
    case RC_VALUE_NUMBER:
        errno = 0;
        if (*value >= '0' && *value <= '9' && strtoul(value, &end, 10) <= UINT32_MAX && !*end &&
            errno == 0)
            return true;
        rc_usage_error(command, "%s is a number, not `%s`", name, value);
        return false;
    case RC_VALUE_NONE:
    case RC_VALUE_TEXT:
    case RC_VALUE_FILE:
    case RC_VALUE_DIR:
    case RC_VALUE_RULES:
        break;
    }
    return true;
}

/* --- words --- */

static void push(struct parse *parse, struct rc_args_values *values, const char *value)
{
    if (!values->items)
        values->items = rc_arena_array(parse->arena, (size_t)parse->argc + 1, sizeof(char *));
    values->items[values->n++] = value;
}

static bool push_value(struct parse *parse, const struct rc_option *option, const char *value)
{
    const char *name = rc_arena_printf(parse->arena, "--%s", option->name);

    if (!check_value(parse->command, name, option->kind, option->choices, value))
        return false;
    push(parse, &parse->args->options[option->id], value);
    return true;
}

/* Whether a word is a value and not an option: - is standard input. */
static bool is_value(const char *word)
{
    return word[0] != '-' || word[1] == '\0';
}

static const struct rc_option *find_option(const struct rc_command *command, const char *word)
{
    const size_t len = strcspn(word, "=");

    for (uint32_t i = 0; i <= command->noptions; i++) {
        const struct rc_option *option =
            i < command->noptions ? &command->options[i] : &rc_option_help;
        if (word[1] != '-') {
            if (option->brief && word[1] == option->brief)
                return option;
        } else if (strlen(option->name) == len - 2 &&
                   memcmp(word + 2, option->name, len - 2) == 0) {
            return option;
        }
    }
    return NULL;
}

static int unknown_option(const struct parse *parse, const char *word)
{
    const struct rc_command *command = parse->command;
    const size_t len = strcspn(word, "=");
    const char **names = rc_arena_array(parse->arena, command->noptions + 1, sizeof *names);
    const char *near = NULL;

    names[command->noptions] = rc_option_help.name;
    for (uint32_t i = 0; i < command->noptions; i++)
        names[i] = command->options[i].name;
    if (word[1] == '-')
        near = rc_suggest(word + 2, len - 2, names, command->noptions + 1);
    if (near)
        return rc_usage_error(command, "unknown option `%.*s`; did you mean `--%s`?", (int)len,
                              word, near);
    return rc_usage_error(command, "unknown option `%.*s`", (int)len, word);
}

/* The option in argv[i], and its values behind it. */
static int parse_option(struct parse *parse, const struct rc_option *option)
{
    const char *word = parse->argv[parse->i], *value = NULL;

    if (word[1] == '-' && word[strcspn(word, "=")] == '=')
        value = strchr(word, '=') + 1;
    else if (word[1] != '-' && word[2])
        value = word + 2;
    if (option->kind == RC_VALUE_NONE) {
        if (value)
            return rc_usage_error(parse->command, "`--%s` takes no value", option->name);
        push(parse, &parse->args->options[option->id], NULL);
        return RC_EXIT_OK;
    }
    if (!value && parse->i + 1 < parse->argc && is_value(parse->argv[parse->i + 1]))
        value = parse->argv[++parse->i];
    if (!value)
        return rc_usage_error(parse->command, "`%s` needs a value: %s", word,
                              option->value ? option->value : option->choices);
    if (!push_value(parse, option, value))
        return RC_EXIT_USAGE;
    while (option->many && parse->i + 1 < parse->argc && is_value(parse->argv[parse->i + 1])) {
        if (!push_value(parse, option, parse->argv[++parse->i]))
            return RC_EXIT_USAGE;
    }
    return RC_EXIT_OK;
}

static int parse_operand(struct parse *parse, const char *word)
{
    const struct rc_command *command = parse->command;

    if (parse->args->operands.n == command->max)
        return rc_usage_error(command, "unexpected argument `%s`", word);
    if (!check_value(command, "the argument", command->operand_kind, command->choices, word))
        return RC_EXIT_USAGE;
    push(parse, &parse->args->operands, word);
    return RC_EXIT_OK;
}

static int parse_word(struct parse *parse, bool options_ended)
{
    const char *word = parse->argv[parse->i];
    const struct rc_option *option = NULL;

    if (!options_ended && !is_value(word))
        option = find_option(parse->command, word);
    if (option)
        return parse_option(parse, option);
    if (parse->command->passes_rest &&
        (options_ended || !is_value(word) || parse->args->operands.n == parse->command->max)) {
        push(parse, &parse->args->rest, word);
        return RC_EXIT_OK;
    }
    if (!options_ended && !is_value(word))
        return unknown_option(parse, word);
    return parse_operand(parse, word);
}

int rc_args_parse(struct rc_args *args, const struct rc_command *command, struct rc_arena *arena,
                  int argc, char **argv)
{
    struct parse parse = {
        .args = args, .command = command, .arena = arena, .argc = argc, .argv = argv};
    bool options_ended = false;

    *args = (struct rc_args){.command = command};
    for (parse.i = 1; parse.i < argc; parse.i++) {
        if (!options_ended && strcmp(argv[parse.i], "--") == 0) {
            options_ended = true;
            continue;
        }
        const int status = parse_word(&parse, options_ended);
        if (status != RC_EXIT_OK)
            return status;
        if (rc_args_given(args, RC_OPT_HELP))
            return RC_EXIT_OK;
    }
    for (uint32_t i = 0; i < command->noptions; i++) {
        const struct rc_option *option = &command->options[i];
        if (option->required && !rc_args_given(args, option->id))
            return rc_usage_error(command, "`--%s %s%s` is needed", option->name, option->value,
                                  option->many ? "..." : "");
    }
    if (args->operands.n < command->min)
        return rc_usage_error(command, "%s", command->missing);
    return RC_EXIT_OK;
}

/* --- what was given --- */

bool rc_args_given(const struct rc_args *args, enum rc_option_id id)
{
    return args->options[id].n > 0;
}

const char *rc_args_value(const struct rc_args *args, enum rc_option_id id)
{
    const struct rc_args_values *values = &args->options[id];

    return values->n > 0 ? values->items[values->n - 1] : NULL;
}

uint32_t rc_args_choice(const struct rc_args *args, enum rc_option_id id)
{
    const char *value = rc_args_value(args, id);

    for (uint32_t i = 0; value && i < args->command->noptions; i++) {
        if (args->command->options[i].id == id)
            return choice(args->command->options[i].choices, value);
    }
    return 0;
}

uint32_t rc_args_operand_choice(const struct rc_args *args, uint32_t operand)
{
    return choice(args->command->choices, args->operands.items[operand]);
}

uint32_t rc_args_number(const struct rc_args *args, enum rc_option_id id, uint32_t otherwise)
{
    const char *value = rc_args_value(args, id);

    return value ? (uint32_t)strtoul(value, NULL, 10) : otherwise;
}
