/* rulec check: are the rules sound? */
#include "command.h"
#include "load_result.h"
#include "ruleset.h"

#include <stdio.h>

/* In the order of the choices of --format. */
enum format { FORMAT_TEXT, FORMAT_JSON };

static void print_summary(const struct rc_diags *diags)
{
    if (diags->nerrors + diags->nwarnings == 0)
        return;
    fprintf(stderr, "%u error%s, %u warning%s\n", diags->nerrors, diags->nerrors == 1 ? "" : "s",
            diags->nwarnings, diags->nwarnings == 1 ? "" : "s");
}

/* A write that fails (a full disk, a closed pipe) must not look like clean rules. */
static bool write_out(FILE *stream, const struct rc_strbuf *text)
{
    if (text->len > 0)
        fwrite(text->data, 1, text->len, stream);
    if (fflush(stream) == 0 && !ferror(stream))
        return true;
    perror("rulec check: cannot write");
    return false;
}

int rc_cmd_check(const struct rc_args *args)
{
    const bool json = rc_args_choice(args, RC_OPT_FORMAT) == FORMAT_JSON;
    struct rc_arena arena = {0};
    struct rc_sources sources = {.arena = &arena};
    struct rc_diags diags = {.arena = &arena};
    struct rc_ruleset set = {.arena = &arena, .sources = &sources, .diags = &diags};
    int status;

    rc_ruleset_load(&set, args->operands.items, args->operands.n);
    rc_ruleset_check(&set);
    status = diags.nerrors > 0 || (rc_args_given(args, RC_OPT_WERROR) && diags.nwarnings > 0)
                 ? RC_EXIT_RULES
                 : RC_EXIT_OK;
    if (!rc_args_given(args, RC_OPT_QUIET)) {
        struct rc_strbuf out = {0};
        if (json)
            rc_load_result_json(&diags, &sources, &out);
        else
            rc_diags_print(&diags, &sources, rc_args_number(args, RC_OPT_MAX_ERRORS, 20), &out);
        if (!write_out(json ? stdout : stderr, &out))
            status = RC_EXIT_RULES;
        if (!json)
            print_summary(&diags);
        rc_strbuf_free(&out);
    }
    rc_arena_free(&arena);
    return status;
}
