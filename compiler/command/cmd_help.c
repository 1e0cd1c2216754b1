/* rulec help: texts about rulec itself; rulec completion: what a shell is to know of it. */
#include "base/strbuf.h"
#include "command/command.h"

#include <stdio.h>

static int print(const struct rc_args *args, struct rc_strbuf *text)
{
    fwrite(text->data, 1, text->len, stdout);
    rc_strbuf_free(text);
    return rc_finish_output(args->command->name);
}

int rc_cmd_help(const struct rc_args *args)
{
    struct rc_strbuf out = {0};

    if (rc_args_given(args, RC_OPT_MAN))
        rc_manual(&out);
    else if (args->operands.n > 0)
        rc_help_command(rc_command_find(args->operands.items[0]), &out);
    else
        rc_help_overview(&out);
    return print(args, &out);
}

int rc_cmd_completion(const struct rc_args *args)
{
    static void (*const printers[])(struct rc_strbuf * out) = {rc_complete_bash, rc_complete_zsh,
                                                               rc_complete_fish};
    struct rc_strbuf out = {0};

    printers[rc_args_operand_choice(args, 0)](&out);
    return print(args, &out);
}
