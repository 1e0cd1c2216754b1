/* The page for people, and the questions that it asks. See web.h. */
#include "server.h"

#include "../manifest.h"
#include "../program.h"
#include "../settings.h"
#include "page_files.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define WAIT_MS 20000 /* for an alert, at most */

/* --- files --- */

static const struct {
    const char *path, *type;
    const struct rt_page_file *file;
} files[] = {
    {"/", "text/html; charset=utf-8", &rt_page_index_html},
    {"/style.css", "text/css; charset=utf-8", &rt_page_style_css},
    {"/app.js", "text/javascript; charset=utf-8", &rt_page_app_js},
    {"/icon.svg", "image/svg+xml", &rt_page_icon_svg},
};

/* --- waiting --- */

/* Suspends the connection; false: too many wait already. */
static bool wait_for_alert(struct rt_web *web, struct MHD_Connection *connection, uint64_t after)
{
    bool waits = false;

    pthread_mutex_lock(&web->waiting);
    /* What has come meanwhile has woken nobody. */
    for (size_t i = 0;
         i < RT_WEB_WAITERS && !waits && !web->closing && rt_store_newest(web->store) <= after;
         i++) {
        if (web->waiters[i].connection)
            continue;
        MHD_suspend_connection(connection);
        web->waiters[i] = (struct rt_waiter){connection, rt_web_now_ms()};
        waits = true;
    }
    pthread_mutex_unlock(&web->waiting);
    return waits;
}

void rt_page_wake(struct rt_web *web, bool all)
{
    uint64_t now;

    if (all)
        pthread_mutex_lock(&web->waiting);
    else if (pthread_mutex_trylock(&web->waiting) != 0)
        return;
    now = rt_web_now_ms();
    for (size_t i = 0; i < RT_WEB_WAITERS; i++) {
        struct rt_waiter *waiter = &web->waiters[i];

        if (!waiter->connection || (!all && now - waiter->since_ms < WAIT_MS))
            continue;
        MHD_resume_connection(waiter->connection);
        waiter->connection = NULL;
    }
    pthread_mutex_unlock(&web->waiting);
}

/* --- the sink --- */

struct sink_page {
    struct rt_sink sink;
    struct rt_web *web;
};

static int write_alerts(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                        struct rt_sink_result *result)
{
    struct sink_page *page = (struct sink_page *)sink;
    const int error = rt_store_add(page->web->store, items, n, sink->error, sizeof sink->error);

    if (error != 0)
        return error;
    result->taken = n;
    rt_page_wake(page->web, true);
    return 0;
}

static void close_sink(struct rt_sink *sink)
{
    free(sink);
}

struct rt_sink *rt_page_sink(struct rt_web *web)
{
    struct sink_page *page = web->store ? calloc(1, sizeof *page) : NULL;

    if (!page)
        return NULL;
    page->web = web;
    page->sink = (struct rt_sink){
        .name = "page", .write = write_alerts, .close = close_sink, .retries = true};
    return &page->sink;
}

/* --- questions --- */

struct parameters {
    struct rt_query query;
    const char *why; /* NULL: all are right */
};

static enum MHD_Result take_parameter(void *context, enum MHD_ValueKind kind, const char *name,
                                      const char *value)
{
    struct parameters *parameters = context;
    const char *why;

    (void)kind;
    if (!rt_query_set(&parameters->query, name, value, &why)) {
        parameters->why = why;
        return MHD_NO;
    }
    return MHD_YES;
}

static void answer_rules(struct rt_web *web, struct rt_answer *answer)
{
    const struct rt_program *program = web->options.program;
    const struct rt_rule_note *notes = program->site ? program->site->notes : NULL;
    struct rt_text *out = &answer->body;

    rt_text_puts(out, "[");
    for (uint32_t i = 0; i < program->nrules; i++) {
        const struct rt_rule_def *rule = &program->rules[i];

        rt_text_puts(out, i > 0 ? ",\n{\"name\":" : "{\"name\":");
        rt_text_json(out, rule->name, strlen(rule->name));
        rt_text_printf(out, ",\"priority\":%u,\"position\":", rule->priority);
        rt_text_json(out, rule->position, strlen(rule->position));
        if (notes) {
            rt_text_puts(out, ",\"desc\":");
            rt_text_json(out, notes[i].desc, strlen(notes[i].desc));
            rt_text_puts(out, ",\"condition\":");
            rt_text_json(out, notes[i].condition, strlen(notes[i].condition));
        }
        rt_text_puts(out, "}");
    }
    rt_text_puts(out, "]\n");
}

static void answer_status(struct rt_web *web, struct rt_answer *answer)
{
    static const char *const causes[RT_LOSS__COUNT] = {
#define X(id, message) [RT_LOSS_##id] = (message),
        RT_LOSSES(X)
#undef X
    };
    struct rt_text *out = &answer->body;
    const struct rt_metrics *metrics = &web->metrics;
    bool first = true;

    rt_text_puts(out, "{\"hostname\":");
    rt_text_json(out, web->options.hostname, strlen(web->options.hostname));
    rt_text_printf(out, ",\"version\":\"" RULEC_VERSION "\",\"rules\":%u,\"rules_sha256\":\"%s\"",
                   web->options.program->nrules, web->options.program->rules_hash);
    pthread_mutex_lock(&web->lock);
    rt_text_printf(out,
                   ",\"live\":%s,\"start_s\":%" PRIu64 ",\"now_s\":%" PRIu64 ",\"events\":%" PRIu64
                   ",\"evaluated\":%" PRIu64 ",\"matches\":%" PRIu64 ",\"seen\":%s,\"losses\":[",
                   web->options.is_live ? "true" : "false", metrics->start_ns / 1000000000,
                   metrics->now_ns / 1000000000, metrics->source.events, metrics->evaluated,
                   metrics->matches, metrics->now_ns > 0 ? "true" : "false");
    for (uint32_t i = 0; i < RT_LOSS__COUNT; i++) {
        if (metrics->loss.count[i] == 0)
            continue;
        rt_text_printf(out, "%s[\"%s\",%" PRIu64 "]", first ? "" : ",", causes[i],
                       metrics->loss.count[i]);
        first = false;
    }
    pthread_mutex_unlock(&web->lock);
    rt_text_puts(out, "]}\n");
}

static void answer_alerts(struct rt_web *web, const struct rt_query *query, bool count,
                          struct rt_answer *answer)
{
    const bool good = count ? rt_store_count(web->store, query, &answer->body)
                            : rt_store_read(web->store, query, &answer->body);

    if (!good)
        rt_answer_error(answer, MHD_HTTP_SERVICE_UNAVAILABLE,
                        "the alerts cannot be read now: the question takes too long, or the "
                        "database is busy");
}

bool rt_page_answer(struct rt_web *web, struct MHD_Connection *connection, const char *path,
                    bool again, struct rt_answer *answer, bool *waits)
{
    const bool alerts = strcmp(path, "/api/alerts") == 0;
    struct parameters parameters = {.why = NULL};

    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (strcmp(path, files[i].path) != 0)
            continue;
        answer->type = files[i].type;
        answer->fixed = (const char *)files[i].file->data;
        answer->fixed_len = files[i].file->len;
        answer->cached = true;
        return true;
    }
    if (strcmp(path, "/api/rules") == 0) {
        answer_rules(web, answer);
        return true;
    }
    if (strcmp(path, "/api/status") == 0) {
        answer_status(web, answer);
        return true;
    }
    if (!alerts && strcmp(path, "/api/counts") != 0)
        return false;
    rt_query_init(&parameters.query);
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_parameter, &parameters);
    if (parameters.why) {
        rt_answer_error(answer, MHD_HTTP_BAD_REQUEST, parameters.why);
        return true;
    }
    *waits = alerts && !again && parameters.query.wait &&
             wait_for_alert(web, connection, parameters.query.after);
    if (!*waits)
        answer_alerts(web, &parameters.query, !alerts, answer);
    return true;
}
