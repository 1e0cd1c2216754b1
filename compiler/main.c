/* rulec: finds the command and reads its arguments; each command is in its own file cmd_NAME.c. */
#include "base/diag.h"
#include "base/strbuf.h"
#include "command/command.h"

#include <stdio.h>
#include <string.h>

static int print_overview(FILE *stream)
{
    struct rc_strbuf out = {0};

    rc_help_overview(&out);
    fwrite(out.data, 1, out.len, stream);
    rc_strbuf_free(&out);
    return stream == stdout ? rc_finish_output("help") : RC_EXIT_USAGE;
}

static int unknown_command(struct rc_arena *arena, const char *name)
{
    const char **names = rc_arena_array(arena, rc_ncommands, sizeof *names);
    const char *near;

    for (uint32_t i = 0; i < rc_ncommands; i++)
        names[i] = rc_commands[i].name;
    near = rc_suggest(name, strlen(name), names, rc_ncommands);
    fprintf(stderr, "rulec: there is no command `%s`", name);
    if (near)
        fprintf(stderr, "; did you mean `%s`?", near);
    fputs("\ntry: rulec --help\n", stderr);
    return RC_EXIT_USAGE;
}

static int run(struct rc_arena *arena, const struct rc_command *command, int argc, char **argv)
{
    struct rc_args args;
    const int status = rc_args_parse(&args, command, arena, argc, argv);

    if (status != RC_EXIT_OK)
        return status;
    if (rc_args_given(&args, RC_OPT_HELP)) {
        struct rc_strbuf out = {0};
        rc_help_command(command, &out);
        fwrite(out.data, 1, out.len, stdout);
        rc_strbuf_free(&out);
        return rc_finish_output(command->name);
    }
    return command->run(&args);
}

int main(int argc, char **argv)
{
    struct rc_arena arena = {0};
    const struct rc_command *command;
    int status;

    if (argc < 2)
        return print_overview(stderr);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return print_overview(stdout);
    if (strcmp(argv[1], "--version") == 0) {
        puts("rulec " RULEC_VERSION);
        return rc_finish_output("--version");
    }
    command = rc_command_find(argv[1]);
    status = command ? run(&arena, command, argc - 1, argv + 1) : unknown_command(&arena, argv[1]);
    rc_arena_free(&arena);
    return status;
}
