/* rulec events: alerts, counted and browsed. */
#include "command/command.h"
#include "events/draft.h"
#include "events/input.h"
#include "events/report.h"
#include "events/screen.h"
#include "syntax/condition.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define KEEP_MIB 64
#define TOP      20

enum form { FORM_DEFAULT, FORM_TEXT, FORM_JSON, FORM_CSV };

static int severity_of(const struct rc_args *args)
{
    const char *priority = rc_args_value(args, RC_OPT_PRIORITY);

    return priority ? rc_line_severity(priority) : -1;
}

static int check_fields(const struct rc_args *args)
{
    const struct rc_args_values *by = &args->options[RC_OPT_BY];
    const struct rc_args_values *fields = &args->options[RC_OPT_FIELD];

    if (by->n > RC_DRAFT_FIELDS)
        return rc_usage_error(args->command, "`--by` takes at most %d fields", RC_DRAFT_FIELDS);
    for (uint32_t i = 0; i < by->n; i++) {
        if (!rc_condition_field_valid(by->items[i], (uint32_t)strlen(by->items[i])))
            return rc_usage_error(args->command, "there is no field `%s` in conditions",
                                  by->items[i]);
    }
    for (uint32_t i = 0; i < fields->n; i++) {
        if (!strchr(fields->items[i], '='))
            return rc_usage_error(args->command, "`--field` is NAME=PATTERN, not `%s`",
                                  fields->items[i]);
    }
    if (by->n > 0 && !rc_args_given(args, RC_OPT_DRAFT))
        return rc_usage_error(args->command, "`--by` is for `--draft`");
    if (rc_args_given(args, RC_OPT_DRAFT) &&
        (rc_args_given(args, RC_OPT_FORMAT) || rc_args_given(args, RC_OPT_ALERTS)))
        return rc_usage_error(args->command,
                              "`--draft` goes with neither `--format` nor `--alerts`");
    return RC_EXIT_OK;
}

static int draft(const struct rc_args *args, const struct rc_store *store, struct rc_strbuf *out)
{
    const struct rc_args_values *by = &args->options[RC_OPT_BY];
    struct rc_draft drafted;

    rc_draft(store, &rc_store_everything, by->items, by->n, out, &drafted);
    fprintf(
        stderr,
        "rulec events: %u exception%s, for %llu of %llu alerts; %llu that were not chosen would "
        "be silent too\n",
        drafted.rules, drafted.rules == 1 ? "" : "s", (unsigned long long)drafted.silenced,
        (unsigned long long)drafted.chosen, (unsigned long long)drafted.others);
    return drafted.rules > 0 && drafted.without == 0 ? RC_EXIT_OK : RC_EXIT_RULES;
}

static int print(const struct rc_args *args, const struct rc_store *store)
{
    const enum form form = (enum form)(
        rc_args_given(args, RC_OPT_FORMAT) ? rc_args_choice(args, RC_OPT_FORMAT) + 1 : FORM_TEXT);
    struct rc_strbuf out = {0}, gaps = {0};
    int status = RC_EXIT_OK, written;

    if (rc_args_given(args, RC_OPT_DRAFT))
        status = draft(args, store, &out);
    else if (rc_args_given(args, RC_OPT_ALERTS))
        rc_report_alerts(store, &rc_store_everything, (enum rc_report_form)(form - FORM_TEXT),
                         &out);
    else if (form == FORM_JSON)
        rc_report_json(store, &out);
    else if (form == FORM_CSV)
        rc_report_csv(store, &out);
    else
        rc_report_text(store, rc_args_number(args, RC_OPT_TOP, TOP), &out);
    rc_report_gaps(store, &gaps);
    if (gaps.data)
        fprintf(stderr, "rulec events: %s", gaps.data);
    if (out.data)
        fwrite(out.data, 1, out.len, stdout);
    rc_strbuf_free(&out);
    rc_strbuf_free(&gaps);
    written = rc_finish_output("events");
    return written == RC_EXIT_OK ? status : written;
}

static bool on_terminal(const struct rc_args *args)
{
    return isatty(STDOUT_FILENO) && !rc_args_given(args, RC_OPT_FORMAT) &&
           !rc_args_given(args, RC_OPT_DRAFT) && !rc_args_given(args, RC_OPT_ALERTS);
}

static int run(const struct rc_args *args, struct rc_store *store, struct rc_input *input,
               const char *name)
{
    const bool follow = rc_args_given(args, RC_OPT_FOLLOW);
    bool drawn = false;
    int error = 0, ended;

    if (on_terminal(args)) {
        error = rc_screen_run(store, input, strcmp(name, "-") == 0 ? "standard input" : name);
        drawn = error != -ENOTTY;
        if (!drawn) {
            fputs("rulec events: the terminal cannot be drawn on\n", stderr);
            error = 0;
        }
    }
    if (!drawn && follow) {
        rc_input_close(input);
        return rc_usage_error(args->command, "`--follow` needs a terminal, and no `--format`, "
                                             "`--draft` or `--alerts`");
    }
    while (!drawn && error == 0 && input->fd >= 0) {
        const ssize_t n = rc_input_read(input, store);
        if (n < 0)
            error = (int)n;
    }
    ended = rc_input_close(input);
    if (error != 0)
        fprintf(stderr, "rulec events: cannot read %s: %s\n", name, strerror(-error));
    else if (ended != 0)
        fprintf(stderr, "rulec events: journalctl %s\n",
                ended == 127 ? "cannot be started" : "could not read the journal");
    if (error != 0 || ended != 0)
        return RC_EXIT_RULES;
    return drawn ? RC_EXIT_OK : print(args, store);
}

int rc_cmd_events(const struct rc_args *args)
{
    const char *name = args->operands.items[0];
    const struct rc_store_filter filter = {
        .rule = rc_args_value(args, RC_OPT_RULE),
        .process = rc_args_value(args, RC_OPT_PROCESS),
        .container = rc_args_value(args, RC_OPT_CONTAINER),
        .severity = severity_of(args),
        .fields = args->options[RC_OPT_FIELD].items,
        .nfields = args->options[RC_OPT_FIELD].n,
        .search = rc_args_value(args, RC_OPT_SEARCH),
    };
    struct rc_store store;
    struct rc_input input;
    int status = check_fields(args), error;

    if (status != RC_EXIT_OK)
        return status;
    error = rc_input_open(&input, name, rc_args_given(args, RC_OPT_FOLLOW));
    if (error != 0) {
        fprintf(stderr, "rulec events: cannot read %s: %s\n", name, strerror(-error));
        return RC_EXIT_RULES;
    }
    rc_store_open(&store, &filter,
                  (size_t)rc_args_number(args, RC_OPT_KEEP, KEEP_MIB) * 1024 * 1024);
    store.keep_outside = rc_args_given(args, RC_OPT_DRAFT);
    status = run(args, &store, &input, name);
    rc_store_close(&store);
    return status;
}
