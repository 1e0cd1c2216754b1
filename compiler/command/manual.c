/* rulec(1), from the table of commands. */
#include "base/strbuf.h"
#include "command/command.h"

#include <stdio.h>
#include <string.h>

/* When the words below were last changed by hand. */
#define DATE         "2026-11-25"
#define LONGEST_LINE 70

/* Text within a line. dashes: each - is one to be typed, not a hyphen. */
static void put_escaped(struct rc_strbuf *out, const char *text, bool dashes)
{
    for (; *text; text++) {
        if (*text == '\\')
            rc_strbuf_adds(out, "\\e");
        else if (*text == '|')
            rc_strbuf_adds(out, "|\\:"); /* a line may end here */
        else if (*text == '~')
            rc_strbuf_adds(out, "\\(ti");
        else if (*text == '`')
            rc_strbuf_adds(out, "\\(ga");
        else if (*text == '-' && (dashes || text[1] == '-' || (text[1] >= 'A' && text[1] <= 'z')))
            rc_strbuf_adds(out, "\\-");
        else
            rc_strbuf_addc(out, *text);
    }
}

/* A text, a sentence a line, no line longer than LONGEST_LINE: roff fills them. */
static void put_text(struct rc_strbuf *out, const char *text)
{
    size_t column = 0;

    while (*text) {
        char word[LONGEST_LINE];
        const size_t len = strcspn(text, " ");

        snprintf(word, sizeof word, "%.*s", (int)len, text);
        if (column > 0 && column + 1 + len > LONGEST_LINE) {
            rc_strbuf_addc(out, '\n');
            column = 0;
        }
        if (column > 0)
            rc_strbuf_addc(out, ' ');
        else if (*word == '.' || *word == '\'')
            rc_strbuf_adds(out, "\\&");
        put_escaped(out, word, false);
        column += 1 + len;
        if (len > 0 && text[len - 1] == '.')
            column = LONGEST_LINE;
        text += len + strspn(text + len, " ");
    }
    rc_strbuf_addc(out, '\n');
}

static void put_usage_piece(void *context, const char *text)
{
    rc_strbuf_adds(context, "\n.RI ");
    rc_strbuf_adds(context, "\"");
    put_escaped(context, text, true);
    rc_strbuf_adds(context, "\\&\""); /* no sentence ends here */
}

static void put_usage(struct rc_strbuf *out, const struct rc_command *command)
{
    rc_strbuf_printf(out, ".B rulec %s", command->name);
    rc_command_usage(command, put_usage_piece, out);
    rc_strbuf_addc(out, '\n');
}

static void put_option(struct rc_strbuf *out, const struct rc_option *option)
{
    char value[96];

    rc_option_value(option, false, value, sizeof value);
    rc_strbuf_adds(out, ".TP\n\\fB");
    if (option->brief)
        rc_strbuf_printf(out, "\\-%c\\fR, \\fB", option->brief);
    rc_strbuf_adds(out, "\\-\\-");
    put_escaped(out, option->name, true);
    rc_strbuf_adds(out, "\\fR");
    if (*value) {
        rc_strbuf_printf(out, "%c\\fI", *value);
        put_escaped(out, value + 1, true);
        rc_strbuf_adds(out, "\\fR");
    }
    rc_strbuf_addc(out, '\n');
    put_text(out, option->help);
}

static void put_command(struct rc_strbuf *out, const struct rc_command *command)
{
    rc_strbuf_printf(out, ".SS rulec %s\n", command->name);
    put_usage(out, command);
    for (const char *const *text = command->description; *text; text++) {
        rc_strbuf_adds(out, ".PP\n");
        put_text(out, *text);
    }
    for (uint32_t i = 0; i < command->noptions; i++)
        put_option(out, &command->options[i]);
    rc_strbuf_adds(out, ".PP\n");
    rc_strbuf_adds(out, "Exit status:\n");
    put_text(out, command->statuses);
}

static void put_examples(struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < rc_ncommands; i++) {
        for (uint32_t j = 0; j < rc_commands[i].nexamples; j++) {
            rc_strbuf_adds(out, ".TP\n.B ");
            put_escaped(out, rc_commands[i].examples[j].line, true);
            rc_strbuf_addc(out, '\n');
            put_text(out, rc_commands[i].examples[j].what);
        }
    }
}

void rc_manual(struct rc_strbuf *out)
{
    rc_strbuf_adds(out, ".\\\" Written by rulec help --man from its table of commands.\n"
                        ".TH RULEC 1 \"" DATE "\" \"rulec " RULEC_VERSION "\" \"User Commands\"\n"
                        ".SH NAME\n"
                        "rulec \\- compile Falco rules into an agent\n"
                        ".SH SYNOPSIS\n");
    for (uint32_t i = 0; i < rc_ncommands; i++) {
        if (i > 0)
            rc_strbuf_adds(out, ".br\n");
        put_usage(out, &rc_commands[i]);
    }
    rc_strbuf_adds(out, ".SH DESCRIPTION\n"
                        "Falco rules say which system calls are worth an alert.\n"
                        ".B rulec\n"
                        "checks rule files and compiles them into one program, the agent, that\n"
                        "watches a machine or reads a capture and prints the alerts.\n"
                        "Changing a rule means building again.\n"
                        ".PP\n"
                        "Every command takes \\fB\\-h\\fR and \\fB\\-\\-help\\fR.\n"
                        "The value of an option may be the next word, too, and an option that\n"
                        "takes several values ends at the next word that starts with \\-.\n"
                        "\\fBrulec \\-\\-version\\fR tells the version.\n"
                        ".SH COMMANDS\n");
    for (uint32_t i = 0; i < rc_ncommands; i++)
        put_command(out, &rc_commands[i]);
    rc_strbuf_adds(out, ".SH ENVIRONMENT\n");
    for (uint32_t i = 0; i < rc_nenvironment; i++) {
        rc_strbuf_printf(out, ".TP\n.B %s\n", rc_environment[i].name);
        put_text(out, rc_environment[i].help);
    }
    rc_strbuf_adds(out, ".SH EXAMPLES\n");
    put_examples(out);
    rc_strbuf_adds(out, ".SH SEE ALSO\n.BR falco (8)\n");
}
