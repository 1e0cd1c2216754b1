/* rulec bench: what rules cost. */
#include "bench/bench.h"
#include "command/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* In the order of the choices of --format. */
enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_HTML };

#define ROUNDS 5

/* The words behind each other, for people. */
static const char *joined(struct rc_arena *arena, const char *const *words, uint32_t n)
{
    const char *text = words[0];

    for (uint32_t i = 1; i < n; i++)
        text = rc_arena_printf(arena, "%s %s", text, words[i]);
    return text;
}

static void add_set(struct rc_bench *bench, const struct rc_args_values *rules)
{
    if (rules->n > 0)
        bench->sets[bench->nsets++] =
            (struct rc_bench_set){.rules = rules->items,
                                  .nrules = rules->n,
                                  .name = joined(bench->arena, rules->items, rules->n)};
}

/* "10%" or "10"; false: it is no such thing. */
static bool parse_percent(const char *text, double *percent)
{
    char *end;

    *percent = strtod(text, &end);
    return end != text && (*end == '\0' || strcmp(end, "%") == 0) && *percent >= 0 &&
           *percent < 1e6;
}

static int check_options(const struct rc_args *args, struct rc_bench *bench, double *percent)
{
    bench->capture = rc_args_value(args, RC_OPT_CAPTURE);
    bench->live_seconds = rc_args_number(args, RC_OPT_LIVE, 0);
    bench->rounds = rc_args_number(args, RC_OPT_ROUNDS, ROUNDS);
    if (!bench->capture && bench->live_seconds == 0)
        return rc_usage_error(args->command, "nothing is to be measured: --capture FILE or --live "
                                             "SECONDS");
    if (bench->rounds == 0 || bench->rounds > 1000)
        return rc_usage_error(args->command, "--rounds is 1 to 1000");
    if (bench->live_seconds > 3600)
        return rc_usage_error(args->command, "--live is 0 to 3600 seconds");
    if (rc_args_given(args, RC_OPT_FAIL_OVER) != rc_args_given(args, RC_OPT_BASELINE))
        return rc_usage_error(args->command, "--baseline and --fail-over go together");
    if (rc_args_given(args, RC_OPT_FAIL_OVER) &&
        !parse_percent(rc_args_value(args, RC_OPT_FAIL_OVER), percent))
        return rc_usage_error(args->command, "--fail-over is a percentage, 10%% say, not `%s`",
                              rc_args_value(args, RC_OPT_FAIL_OVER));
    return RC_EXIT_OK;
}

/* To --output, or standard output. */
static int write_report(const struct rc_args *args, const struct rc_strbuf *text)
{
    const char *path = rc_args_value(args, RC_OPT_OUTPUT);
    int error;

    if (!path) {
        fwrite(text->data, 1, text->len, stdout);
        return rc_finish_output("bench");
    }
    error = rc_write_if_changed(path, text->data, text->len);
    if (error != 0)
        fprintf(stderr, "rulec bench: cannot write %s: %s\n", path, strerror(-error));
    return error == 0 ? RC_EXIT_OK : RC_EXIT_RULES;
}

static int print_report(const struct rc_args *args, const json_t *report)
{
    struct rc_strbuf out = {0};
    char *dump;
    int status;

    switch ((enum format)rc_args_choice(args, RC_OPT_FORMAT)) {
    case FORMAT_TEXT:
        rc_bench_text(report, &out);
        break;
    case FORMAT_JSON:
        dump = json_dumps(report, JSON_INDENT(2) | JSON_REAL_PRECISION(9));
        rc_strbuf_printf(&out, "%s\n", dump ? dump : "");
        free(dump);
        break;
    case FORMAT_HTML:
        rc_bench_html(report, &out);
        break;
    }
    status = write_report(args, &out);
    rc_strbuf_free(&out);
    return status;
}

static int gate(const json_t *report, const json_t *earlier, double percent)
{
    struct rc_strbuf out = {0};
    const int result = rc_bench_gate(report, earlier, percent, &out);

    if (out.len > 0)
        fwrite(out.data, 1, out.len, stderr);
    rc_strbuf_free(&out);
    return result == 0 ? RC_EXIT_OK : RC_EXIT_RULES;
}

/* Agents are in there, no directories. */
static const char *make_dir(struct rc_arena *arena)
{
    const char *base = getenv("TMPDIR");
    char *dir = rc_arena_printf(arena, "%s/rulec-bench-XXXXXX", base && *base ? base : "/tmp");

    if (mkdtemp(dir))
        return dir;
    fprintf(stderr, "rulec bench: cannot make %s: %s\n", dir, strerror(errno));
    return NULL;
}

int rc_cmd_bench(const struct rc_args *args)
{
    struct rc_arena arena = {0};
    struct rc_bench bench = {.arena = &arena};
    json_t *earlier = NULL;
    json_error_t error;
    double percent = 0;
    int status = check_options(args, &bench, &percent);

    add_set(&bench, &args->options[RC_OPT_RULES]);
    add_set(&bench, &args->options[RC_OPT_COMPARE]);
    if (status == RC_EXIT_OK && rc_args_given(args, RC_OPT_BASELINE)) {
        earlier = json_load_file(rc_args_value(args, RC_OPT_BASELINE), 0, &error);
        if (!earlier) {
            fprintf(stderr, "rulec bench: cannot read %s: %s\n",
                    rc_args_value(args, RC_OPT_BASELINE), error.text);
            status = RC_EXIT_RULES;
        }
    }
    if (status == RC_EXIT_OK) {
        bench.dir = make_dir(&arena);
        status = bench.dir && rc_bench_measure(&bench) == 0 ? RC_EXIT_OK : RC_EXIT_RULES;
        if (bench.dir)
            rc_remove_dir(bench.dir);
    }
    if (status == RC_EXIT_OK)
        status = print_report(args, bench.report);
    if (status == RC_EXIT_OK && earlier)
        status = gate(bench.report, earlier, percent);
    json_decref(earlier);
    json_decref(bench.report);
    rc_arena_free(&arena);
    return status;
}
