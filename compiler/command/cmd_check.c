/* rulec check: are the rules sound? */
#include "command/command.h"
#include "command/report.h"
#include "rules/load_result.h"

#include <stdio.h>

#define MAX_ERRORS 20

/* In the order of the choices of --format. */
enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_SARIF, FORMAT_GITHUB, FORMAT_JUNIT };

static void add_summary(const struct rc_diags *diags, bool werror, struct rc_strbuf *out)
{
    if (diags->nerrors + diags->nwarnings == 0)
        return;
    rc_strbuf_printf(out, "%u error%s, %u warning%s%s\n", diags->nerrors,
                     diags->nerrors == 1 ? "" : "s", diags->nwarnings,
                     diags->nwarnings == 1 ? "" : "s",
                     werror && diags->nwarnings > 0 ? "; warnings fail (--werror)" : "");
}

static void report(const struct rc_args *args, const struct rc_ruleset *set, enum format format,
                   struct rc_strbuf *out)
{
    const struct rc_report form = {.set = set, .werror = rc_args_given(args, RC_OPT_WERROR)};

    switch (format) {
    case FORMAT_TEXT:
        rc_diags_print(set->diags, set->sources,
                       rc_args_number(args, RC_OPT_MAX_ERRORS, MAX_ERRORS), out);
        add_summary(set->diags, form.werror, out);
        break;
    case FORMAT_JSON:
        rc_load_result_json(set->diags, set->sources, out);
        break;
    case FORMAT_SARIF:
        rc_report_sarif(&form, out);
        break;
    case FORMAT_GITHUB:
        rc_report_github(&form, out);
        break;
    case FORMAT_JUNIT:
        rc_report_junit(&form, out);
        break;
    }
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
    const enum format format = rc_args_choice(args, RC_OPT_FORMAT);
    struct rc_arena arena = {0};
    struct rc_sources sources = {.arena = &arena};
    struct rc_diags diags = {.arena = &arena};
    struct rc_ruleset set = {.arena = &arena, .sources = &sources, .diags = &diags};
    bool failed;

    rc_ruleset_load(&set, args->operands.items, args->operands.n);
    rc_ruleset_check(&set);
    failed = diags.nerrors > 0 || (rc_args_given(args, RC_OPT_WERROR) && diags.nwarnings > 0);
    if (!rc_args_given(args, RC_OPT_QUIET)) {
        struct rc_strbuf out = {0};
        report(args, &set, format, &out);
        failed |= !write_out(format == FORMAT_TEXT ? stderr : stdout, &out);
        rc_strbuf_free(&out);
    }
    rc_arena_free(&arena);
    return failed ? RC_EXIT_RULES : RC_EXIT_OK;
}
