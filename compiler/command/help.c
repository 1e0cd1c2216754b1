/* rulec --help and rulec COMMAND --help, from the table of commands. */
#include "base/strbuf.h"
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#define WIDTH  80
#define COLUMN 28 /* where the texts of options begin */

/* --- lines that are wrapped between words --- */

struct wrap {
    struct rc_strbuf *out;
    size_t column; /* of the next character */
    size_t indent; /* of the lines behind the first */
};

static void indent_to(struct wrap *wrap, size_t column)
{
    if (wrap->column > column) {
        rc_strbuf_addc(wrap->out, '\n');
        wrap->column = 0;
    }
    for (; wrap->column < column; wrap->column++)
        rc_strbuf_addc(wrap->out, ' ');
}

static void put(struct wrap *wrap, const char *text, size_t len)
{
    rc_strbuf_add(wrap->out, text, len);
    wrap->column += len;
}

/* One word, on this line if there is room; a line begins with one wherever it ends. */
static void put_word(struct wrap *wrap, const char *text, size_t len)
{
    if (wrap->column > wrap->indent && wrap->column + 1 + len > WIDTH) {
        rc_strbuf_addc(wrap->out, '\n');
        wrap->column = 0;
        indent_to(wrap, wrap->indent);
    } else if (wrap->column > wrap->indent) {
        put(wrap, " ", 1);
    }
    put(wrap, text, len);
}

static void put_text(struct wrap *wrap, const char *text)
{
    while (*text) {
        const size_t len = strcspn(text, " ");
        put_word(wrap, text, len);
        text += len + strspn(text + len, " ");
    }
}

static void end_line(struct wrap *wrap)
{
    rc_strbuf_addc(wrap->out, '\n');
    wrap->column = 0;
}

static void put_paragraph(struct rc_strbuf *out, size_t indent, const char *text)
{
    struct wrap wrap = {.out = out, .indent = indent};

    indent_to(&wrap, indent);
    put_text(&wrap, text);
    end_line(&wrap);
}

/* --- usage --- */

void rc_option_value(const struct rc_option *option, bool brief, char *out, size_t size)
{
    out[0] = '\0';
    if (option->kind != RC_VALUE_NONE)
        snprintf(out, size, "%c%s%s", brief || option->many ? ' ' : '=',
                 option->kind == RC_VALUE_CHOICE ? option->choices : option->value,
                 option->many ? "..." : "");
}

void rc_command_usage(const struct rc_command *command,
                      void (*piece)(void *context, const char *text), void *context)
{
    char text[128], value[96];

    for (uint32_t i = 0; i < command->noptions; i++) {
        const struct rc_option *option = &command->options[i];
        const char *open = option->required ? "" : "[", *close = option->required ? "" : "]";

        rc_option_value(option, option->brief, value, sizeof value);
        if (option->brief)
            snprintf(text, sizeof text, "%s-%c%s%s", open, option->brief, value, close);
        else
            snprintf(text, sizeof text, "%s--%s%s%s", open, option->name, value, close);
        piece(context, text);
    }
    if (command->operand_kind != RC_VALUE_NONE) {
        snprintf(text, sizeof text, "%s%s%s%s", command->min == 0 ? "[" : "",
                 command->operand ? command->operand : command->choices,
                 command->max > 1 ? "..." : "", command->min == 0 ? "]" : "");
        piece(context, text);
    }
    if (command->passes_rest) {
        snprintf(text, sizeof text, "[%s...]", command->rest);
        piece(context, text);
    }
}

static void put_usage_piece(void *context, const char *text)
{
    put_word(context, text, strlen(text));
}

static void put_usage(struct rc_strbuf *out, const struct rc_command *command)
{
    struct wrap wrap = {.out = out};

    put_text(&wrap, "usage: rulec");
    wrap.indent = strlen("usage: rulec ") + strlen(command->name) + 1;
    put(&wrap, " ", 1);
    put(&wrap, command->name, strlen(command->name));
    put(&wrap, " ", 1);
    rc_command_usage(command, put_usage_piece, &wrap);
    end_line(&wrap);
}

/* --- help --- */

static void put_option(struct rc_strbuf *out, const struct rc_option *option)
{
    struct wrap wrap = {.out = out, .indent = COLUMN};
    char text[160], value[96];

    rc_option_value(option, false, value, sizeof value);
    if (option->brief)
        snprintf(text, sizeof text, "  -%c, --%s%s", option->brief, option->name, value);
    else
        snprintf(text, sizeof text, "      --%s%s", option->name, value);
    put(&wrap, text, strlen(text));
    if (wrap.column + 2 > COLUMN)
        end_line(&wrap);
    indent_to(&wrap, COLUMN);
    put_text(&wrap, option->help);
    end_line(&wrap);
}

static void put_row(struct rc_strbuf *out, size_t column, const char *left, const char *right)
{
    struct wrap wrap = {.out = out, .indent = column};

    put(&wrap, "  ", 2);
    put(&wrap, left, strlen(left));
    if (wrap.column + 2 > column)
        end_line(&wrap);
    indent_to(&wrap, column);
    put_text(&wrap, right);
    end_line(&wrap);
}

static void put_statuses(struct rc_strbuf *out, const char *statuses)
{
    struct wrap wrap = {.out = out};

    put_text(&wrap, "Exit status:");
    put_text(&wrap, statuses);
    put(&wrap, ".", 1);
    end_line(&wrap);
}

void rc_help_command(const struct rc_command *command, struct rc_strbuf *out)
{
    put_usage(out, command);
    for (const char *const *text = command->description; *text; text++) {
        rc_strbuf_addc(out, '\n');
        put_paragraph(out, 0, *text);
    }
    rc_strbuf_adds(out, "\nOptions:\n");
    for (uint32_t i = 0; i < command->noptions; i++)
        put_option(out, &command->options[i]);
    put_option(out, &rc_option_help);
    if (command->nexamples > 0)
        rc_strbuf_adds(out, "\nExamples:\n");
    for (uint32_t i = 0; i < command->nexamples; i++) {
        put_paragraph(out, 2, command->examples[i].line);
        put_paragraph(out, 6, command->examples[i].what);
    }
    rc_strbuf_addc(out, '\n');
    put_statuses(out, command->statuses);
}

void rc_help_overview(struct rc_strbuf *out)
{
    rc_strbuf_adds(out, "usage: rulec COMMAND [OPTION]... [ARGUMENT]...\n"
                        "\n"
                        "Compiles Falco rules into an agent of its own.\n"
                        "\n"
                        "Commands:\n");
    for (uint32_t i = 0; i < rc_ncommands; i++)
        put_row(out, 16, rc_commands[i].name, rc_commands[i].summary);
    rc_strbuf_adds(out, "\n");
    put_row(out, 24, "rulec COMMAND --help", "what a command does and its options");
    put_row(out, 24, "rulec --version", "the version");
    rc_strbuf_adds(out, "\n");
    put_statuses(out, "0 success, 1 the rules have errors or the output could not be written, 2 "
                      "wrong usage, 70 a bug in rulec");
}
