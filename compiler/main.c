/* rulec: the command table. Each command is in its own file cmd_NAME.c. */
#include "commands.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *help;
    const char *summary;
} commands[] = {
    {"check", rc_cmd_check, rc_help_check, "check rule files"},
    {"build", rc_cmd_build, rc_help_build, "build an agent from rule files"},
    {"run", rc_cmd_run, rc_help_run, "build an agent and run it at once"},
};

#define NCOMMANDS (sizeof(commands) / sizeof(commands[0]))

static void print_help(FILE *stream)
{
    fputs("usage: rulec COMMAND [options] ...\n"
          "\n"
          "Compiles Falco rules into an agent of its own.\n"
          "\n",
          stream);
    for (size_t i = 0; i < NCOMMANDS; i++)
        fprintf(stream, "  %-8s %s\n", commands[i].name, commands[i].summary);
    fputs("\n"
          "  rulec help COMMAND   what a command does and its options\n"
          "  rulec --version      the version\n"
          "\n"
          "Exit status: 0 success, 1 the rules have errors, 2 wrong usage, 70 a bug in rulec.\n",
          stream);
}

static int help(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stdout);
        return RC_EXIT_OK;
    }
    for (size_t i = 0; i < NCOMMANDS; i++) {
        if (strcmp(argv[1], commands[i].name) == 0) {
            fputs(commands[i].help, stdout);
            return RC_EXIT_OK;
        }
    }
    fprintf(stderr, "rulec: there is no command `%s`\n", argv[1]);
    return RC_EXIT_USAGE;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return RC_EXIT_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0)
        return help(argc - 1, argv + 1);
    if (strcmp(name, "--version") == 0) {
        puts("rulec " RULEC_VERSION);
        return RC_EXIT_OK;
    }
    for (size_t i = 0; i < NCOMMANDS; i++) {
        if (strcmp(name, commands[i].name) != 0)
            continue;
        if (argc > 2 && strcmp(argv[2], "--help") == 0) {
            fputs(commands[i].help, stdout);
            return RC_EXIT_OK;
        }
        return commands[i].run(argc - 1, argv + 1);
    }
    fprintf(stderr, "rulec: there is no command `%s`\ntry: rulec --help\n", name);
    return RC_EXIT_USAGE;
}
