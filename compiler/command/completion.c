/* Completion scripts for shells, from the table of commands. */
#include "base/strbuf.h"
#include "command/command.h"

#include <stdio.h>
#include <string.h>

static void put_choice(void *context, const char *name, size_t len)
{
    struct rc_strbuf *out = context;

    if (out->len > 0 && out->data[out->len - 1] != '\'' && out->data[out->len - 1] != '(')
        rc_strbuf_addc(out, ' ');
    rc_strbuf_add(out, name, len);
}

static void put_commands(struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < rc_ncommands; i++)
        put_choice(out, rc_commands[i].name, strlen(rc_commands[i].name));
}

/* Within single quotes, or within ["..."] of zsh: what would end them. The first sentence is
 * enough. */
static void put_help(struct rc_strbuf *out, const char *text, const char *escaped)
{
    const char *end = strstr(text, ". ");
    const size_t len = end ? (size_t)(end - text) : strlen(text) - 1;

    for (size_t i = 0; i < len; i++) {
        if (text[i] == '\'')
            rc_strbuf_adds(out, "'\\'");
        else if (strchr(escaped, text[i]))
            rc_strbuf_addc(out, '\\');
        rc_strbuf_addc(out, text[i]);
    }
}

/* --- bash --- */

static void put_bash_value(struct rc_strbuf *out, enum rc_value_kind kind, const char *choices)
{
    switch (kind) {
    case RC_VALUE_CHOICE:
        rc_strbuf_adds(out, "_rulec_words '");
        rc_choices_each(choices, put_choice, out);
        rc_strbuf_adds(out, "'");
        break;
    case RC_VALUE_COMMAND:
        rc_strbuf_adds(out, "_rulec_words '");
        put_commands(out);
        rc_strbuf_adds(out, "'");
        break;
    case RC_VALUE_FILE:
        rc_strbuf_adds(out, "_rulec_files -f");
        break;
    case RC_VALUE_DIR:
        rc_strbuf_adds(out, "_rulec_files -d");
        break;
    case RC_VALUE_RULES:
        rc_strbuf_adds(out, "_rulec_files -d; _rulec_files -f -X '!*.y?(a)ml'");
        break;
    case RC_VALUE_NONE:
    case RC_VALUE_TEXT:
    case RC_VALUE_NUMBER:
        rc_strbuf_adds(out, ":");
        break;
    }
}

static void put_bash_option_names(struct rc_strbuf *out, const struct rc_command *command)
{
    for (uint32_t i = 0; i <= command->noptions; i++) {
        const struct rc_option *option =
            i < command->noptions ? &command->options[i] : &rc_option_help;
        rc_strbuf_printf(out, "%s--%s", i > 0 ? " " : "", option->name);
    }
}

static void put_bash_command(struct rc_strbuf *out, const struct rc_command *command)
{
    for (uint32_t i = 0; i < command->noptions; i++) {
        const struct rc_option *option = &command->options[i];
        if (option->kind == RC_VALUE_NONE)
            continue;
        rc_strbuf_printf(out, "    '%s --%s'", command->name, option->name);
        if (option->brief)
            rc_strbuf_printf(out, " | '%s -%c'", command->name, option->brief);
        rc_strbuf_adds(out, ") ");
        put_bash_value(out, option->kind, option->choices);
        rc_strbuf_adds(out, " ;;\n");
    }
    rc_strbuf_printf(out, "    '%s '*)\n        case $current in\n        -*) _rulec_words '",
                     command->name);
    put_bash_option_names(out, command);
    rc_strbuf_adds(out, "' ;;\n        *) ");
    put_bash_value(out, command->passes_rest ? RC_VALUE_FILE : command->operand_kind,
                   command->choices);
    rc_strbuf_adds(out, " ;;\n        esac\n        ;;\n");
}

/* Options that take all words up to the next option go on being completed behind each word. */
static void put_bash_many(struct rc_strbuf *out)
{
    bool any = false;

    for (uint32_t i = 0; i < rc_ncommands; i++) {
        for (uint32_t j = 0; j < rc_commands[i].noptions; j++) {
            const struct rc_option *option = &rc_commands[i].options[j];
            if (!option->many)
                continue;
            rc_strbuf_printf(out, "%s'%s --%s'", any ? " | " : "", rc_commands[i].name,
                             option->name);
            if (option->brief)
                rc_strbuf_printf(out, " | '%s -%c'", rc_commands[i].name, option->brief);
            any = true;
        }
    }
    if (!any)
        rc_strbuf_adds(out, "''");
}

void rc_complete_bash(struct rc_strbuf *out)
{
    rc_strbuf_adds(
        out, "# bash completion for rulec; written by `rulec completion bash`\n"
             "_rulec_words() {\n"
             "    local word\n"
             "    while IFS= read -r word; do COMPREPLY+=(\"$word\"); done < <(compgen -W "
             "\"$1\" -- \"$current\")\n"
             "}\n"
             "_rulec_files() {\n"
             "    local word\n"
             "    compopt -o filenames 2>/dev/null\n"
             "    while IFS= read -r word; do COMPREPLY+=(\"$word\"); done < <(shopt -s "
             "extglob; compgen \"$@\" -- \"$current\")\n"
             "}\n"
             "_rulec() {\n"
             "    local current=${COMP_WORDS[COMP_CWORD]} last=$((COMP_CWORD - 1)) option= i\n"
             "    COMPREPLY=()\n"
             "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
             "        _rulec_words '");
    put_commands(out);
    rc_strbuf_adds(out, " --help --version'\n"
                        "        return\n"
                        "    fi\n"
                        "    # --option=value is three words here\n"
                        "    if [ \"$current\" = = ]; then\n"
                        "        current=\n"
                        "    elif [ \"${COMP_WORDS[last]}\" = = ]; then\n"
                        "        last=$((last - 1))\n"
                        "    fi\n"
                        "    option=${COMP_WORDS[last]}\n"
                        "    if [[ $option != -* ]]; then\n"
                        "        for ((i = last; i > 1; i--)); do\n"
                        "            [[ ${COMP_WORDS[i]} == -* ]] || continue\n"
                        "            case \"${COMP_WORDS[1]} ${COMP_WORDS[i]}\" in\n"
                        "            ");
    put_bash_many(out);
    rc_strbuf_adds(out, ") option=${COMP_WORDS[i]} ;;\n"
                        "            esac\n"
                        "            break\n"
                        "        done\n"
                        "    fi\n"
                        "    case $current in -*) option= ;; esac\n"
                        "    case \"${COMP_WORDS[1]} $option\" in\n");
    for (uint32_t i = 0; i < rc_ncommands; i++)
        put_bash_command(out, &rc_commands[i]);
    rc_strbuf_adds(out, "    esac\n"
                        "}\n"
                        "complete -F _rulec rulec\n");
}

/* --- zsh --- */

static void put_zsh_value(struct rc_strbuf *out, enum rc_value_kind kind, const char *choices)
{
    switch (kind) {
    case RC_VALUE_CHOICE:
        rc_strbuf_adds(out, "(");
        rc_choices_each(choices, put_choice, out);
        rc_strbuf_adds(out, ")");
        break;
    case RC_VALUE_COMMAND:
        rc_strbuf_adds(out, "(");
        put_commands(out);
        rc_strbuf_adds(out, ")");
        break;
    case RC_VALUE_FILE:
        rc_strbuf_adds(out, "_files");
        break;
    case RC_VALUE_DIR:
        rc_strbuf_adds(out, "_files -/");
        break;
    case RC_VALUE_RULES:
        rc_strbuf_adds(out, "_files -g \"*.(yaml|yml)\"");
        break;
    case RC_VALUE_NONE:
    case RC_VALUE_TEXT:
    case RC_VALUE_NUMBER:
        rc_strbuf_adds(out, " ");
        break;
    }
}

static void put_zsh_spec(struct rc_strbuf *out, const struct rc_option *option, bool brief)
{
    rc_strbuf_printf(out, " \\\n            '%s", option->many ? "*" : "");
    if (brief)
        rc_strbuf_printf(out, "-%c", option->brief);
    else
        rc_strbuf_printf(out, "--%s%s", option->name,
                         option->kind == RC_VALUE_NONE || option->many ? "" : "=");
    rc_strbuf_adds(out, "[");
    put_help(out, option->help, "[]:\\");
    rc_strbuf_adds(out, "]");
    if (option->kind != RC_VALUE_NONE) {
        rc_strbuf_printf(out, ":%s%s:", option->many ? "*-*:" : "", option->name);
        put_zsh_value(out, option->kind, option->choices);
    }
    rc_strbuf_addc(out, '\'');
}

static void put_zsh_command(struct rc_strbuf *out, const struct rc_command *command)
{
    rc_strbuf_printf(out, "    %s)\n        _arguments", command->name);
    for (uint32_t i = 0; i <= command->noptions; i++) {
        const struct rc_option *option =
            i < command->noptions ? &command->options[i] : &rc_option_help;
        if (option->brief)
            put_zsh_spec(out, option, true);
        put_zsh_spec(out, option, false);
    }
    if (command->operand_kind != RC_VALUE_NONE || command->passes_rest) {
        rc_strbuf_printf(out, " \\\n            '%s:%s:", command->max == 1 ? "1" : "*",
                         command->operand ? command->operand : "argument");
        put_zsh_value(out, command->passes_rest ? RC_VALUE_FILE : command->operand_kind,
                      command->choices);
        rc_strbuf_addc(out, '\'');
    }
    rc_strbuf_adds(out, "\n        ;;\n");
}

void rc_complete_zsh(struct rc_strbuf *out)
{
    rc_strbuf_adds(out, "#compdef rulec\n"
                        "# zsh completion for rulec; written by `rulec completion zsh`\n"
                        "_rulec() {\n"
                        "    local -a commands\n"
                        "    if (( CURRENT == 2 )); then\n"
                        "        commands=(\n");
    for (uint32_t i = 0; i < rc_ncommands; i++)
        rc_strbuf_printf(out, "            '%s:%s'\n", rc_commands[i].name, rc_commands[i].summary);
    rc_strbuf_adds(out, "        )\n"
                        "        _describe command commands -- '(--help --version)'\n"
                        "        return\n"
                        "    fi\n"
                        "    shift words\n"
                        "    (( CURRENT-- ))\n"
                        "    case $words[1] in\n");
    for (uint32_t i = 0; i < rc_ncommands; i++)
        put_zsh_command(out, &rc_commands[i]);
    rc_strbuf_adds(out, "    esac\n"
                        "}\n"
                        "if [ \"$funcstack[1]\" = _rulec ]; then\n"
                        "    _rulec \"$@\"\n"
                        "else\n"
                        "    compdef _rulec rulec\n"
                        "fi\n");
}

/* --- fish --- */

static void put_fish_value(struct rc_strbuf *out, enum rc_value_kind kind, const char *choices)
{
    switch (kind) {
    case RC_VALUE_CHOICE:
        rc_strbuf_adds(out, " -x -a '");
        rc_choices_each(choices, put_choice, out);
        rc_strbuf_addc(out, '\'');
        break;
    case RC_VALUE_COMMAND:
        rc_strbuf_adds(out, " -x -a '");
        put_commands(out);
        rc_strbuf_addc(out, '\'');
        break;
    case RC_VALUE_FILE:
        rc_strbuf_adds(out, " -r -F");
        break;
    case RC_VALUE_DIR:
        rc_strbuf_adds(out, " -x -a '(__fish_complete_directories)'");
        break;
    case RC_VALUE_RULES:
        rc_strbuf_adds(out, " -x -a '(__fish_complete_suffix .yaml)'");
        break;
    case RC_VALUE_TEXT:
    case RC_VALUE_NUMBER:
        rc_strbuf_adds(out, " -x");
        break;
    case RC_VALUE_NONE:
        break;
    }
}

static void put_fish_command(struct rc_strbuf *out, const struct rc_command *command)
{
    const char *name = command->name;

    rc_strbuf_printf(out, "complete -c rulec -n __fish_use_subcommand -f -a %s -d '%s'\n", name,
                     command->summary);
    for (uint32_t i = 0; i <= command->noptions; i++) {
        const struct rc_option *option =
            i < command->noptions ? &command->options[i] : &rc_option_help;
        rc_strbuf_printf(out, "complete -c rulec -n '__fish_seen_subcommand_from %s' -l %s", name,
                         option->name);
        if (option->brief)
            rc_strbuf_printf(out, " -s %c", option->brief);
        put_fish_value(out, option->kind, option->choices);
        rc_strbuf_adds(out, " -d '");
        put_help(out, option->help, "\\");
        rc_strbuf_adds(out, "'\n");
    }
    if (command->operand_kind == RC_VALUE_NONE)
        return;
    rc_strbuf_printf(out, "complete -c rulec -n '__fish_seen_subcommand_from %s'", name);
    put_fish_value(out, command->operand_kind, command->choices);
    rc_strbuf_addc(out, '\n');
}

void rc_complete_fish(struct rc_strbuf *out)
{
    rc_strbuf_adds(out,
                   "# fish completion for rulec; written by `rulec completion fish`\n"
                   "complete -c rulec -n __fish_use_subcommand -f -l help -s h -d 'Print help'\n"
                   "complete -c rulec -n __fish_use_subcommand -f -l version -d 'Print the "
                   "version'\n");
    for (uint32_t i = 0; i < rc_ncommands; i++)
        put_fish_command(out, &rc_commands[i]);
}
