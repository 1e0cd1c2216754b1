/* The agent's alerts about itself. See guard.h. */
#include "guard.h"

#include "../source/live.h"

#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define CRITICAL      2  /* the number of the priority */
#define MOST_A_TURN   10 /* alerts; who floods gets a count */
#define MOST_SILENT   5  /* turns without a heart-beat */
#define NS_PER_SECOND UINT64_C(1000000000)

static const char rule_name[] = "Falco internal: agent tampering";

/* What goes into one alert. */
struct report {
    const char *what; /* a word for output_fields */
    char text[256];   /* a sentence without its end */
    int64_t tid;      /* who did it; 0: nobody knows */
    uint64_t time_ns;
};

static void put_text(struct rt_line *line, const char *name, struct rt_str text)
{
    rt_line_printf(line, ",\"%s\":\"", name);
    rt_line_json(line, text.data ? text.data : "", text.len);
    rt_line_printf(line, "\"");
}

static struct rt_str of(const char *text)
{
    return (struct rt_str){.data = text, .len = (uint32_t)strlen(text)};
}

static void put_fields(struct rt_line *line, const struct report *report,
                       const struct rt_thread *thread)
{
    rt_line_printf(line, ",\"output_fields\":{\"tamper.what\":\"%s\"", report->what);
    if (thread) {
        put_text(line, "container.id", of(*thread->container_id ? thread->container_id : "host"));
        put_text(line, "proc.exepath", thread->exepath);
        put_text(line, "proc.name", of(thread->comm));
        rt_line_printf(line, ",\"proc.pid\":%" PRId64 ",\"user.uid\":%" PRIu32, thread->pid,
                       thread->uid);
    } else if (report->tid > 0) {
        rt_line_printf(line, ",\"thread.tid\":%" PRId64, report->tid);
    }
    rt_line_printf(line, "}");
}

/* "Falco internal: agent tampering. Signal 15 to the agent, by bash (123, /usr/bin/bash)" */
static void put_message(struct rt_line *line, const struct report *report,
                        const struct rt_thread *thread)
{
    rt_line_printf(line, "%s. %s", rule_name, report->text);
    if (!thread)
        return;
    rt_line_printf(line, ", by ");
    rt_line_json(line, thread->comm, (uint32_t)strlen(thread->comm));
    rt_line_printf(line, " (%" PRId64 ", ", thread->pid);
    rt_line_json(line, thread->exepath.data ? thread->exepath.data : "", thread->exepath.len);
    rt_line_printf(line, ")");
}

static void put_output(struct rt_line *line, const struct report *report,
                       const struct rt_thread *thread)
{
    const time_t seconds = (time_t)(report->time_ns / NS_PER_SECOND);
    char clock[16] = "";
    struct tm tm;

    if (localtime_r(&seconds, &tm))
        strftime(clock, sizeof clock, "%H:%M:%S", &tm);
    rt_line_printf(line, "%s.%09" PRIu64 ": Critical ", clock, report->time_ns % NS_PER_SECOND);
    put_message(line, report, thread);
}

static void put_json(struct rt_line *line, const struct rt_options *options,
                     const struct report *report, const struct rt_thread *thread)
{
    rt_line_printf(line, "{\"hostname\":\"");
    rt_line_json(line, options->hostname, (uint32_t)strlen(options->hostname));
    rt_line_printf(line, "\"");
    if (options->json_message) {
        rt_line_printf(line, ",\"message\":\"");
        put_message(line, report, thread);
        rt_line_printf(line, "\"");
    }
    if (options->json_output) {
        rt_line_printf(line, ",\"output\":\"");
        put_output(line, report, thread);
        rt_line_printf(line, "\"");
    }
    if (options->json_output_fields)
        put_fields(line, report, thread);
    rt_line_printf(line, ",\"priority\":\"Critical\",\"rule\":\"%s\",\"source\":\"syscall\"",
                   rule_name);
    if (options->json_tags)
        rt_line_printf(line, ",\"tags\":[]");
    rt_line_printf(line, ",\"time\":\"");
    rt_line_time(line, report->time_ns);
    rt_line_printf(line, "\"}");
}

static void alert(struct rt_guard *guard, const struct report *report)
{
    struct rt_engine *engine = guard->engine;
    const struct rt_thread *thread =
        report->tid > 0 ? rt_state_thread(engine->state, report->tid) : NULL;
    struct rt_line *line;

    if (!engine->queue || engine->options.min_priority < CRITICAL)
        return;
    if (guard->told == MOST_A_TURN) {
        guard->untold++;
        return;
    }
    guard->told++;
    line = rt_alert_queue_begin(engine->queue);
    if (engine->options.json)
        put_json(line, &engine->options, report, thread);
    else
        put_output(line, report, thread);
    rt_alert_queue_commit(engine->queue, CRITICAL);
}

/* --- deeds --- */

static void on_notice(void *context, const struct rt_notice *notice)
{
    struct rt_guard *guard = context;
    struct report report = {.tid = notice->tid, .time_ns = notice->time_ns};

    switch (notice->what) {
    case RT_NOTICE_SIGNAL:
        report.what = "signal";
        snprintf(report.text, sizeof report.text, "Signal %u to the agent", notice->detail);
        break;
    case RT_NOTICE_TRACE:
        report.what = "trace";
        snprintf(report.text, sizeof report.text, "The agent is traced");
        break;
    case RT_NOTICE_MEMORY:
        report.what = "memory";
        snprintf(report.text, sizeof report.text, "The memory of the agent is written");
        break;
    case RT_NOTICE_DESCRIPTOR:
        report.what = "descriptor";
        snprintf(report.text, sizeof report.text, "Descriptor %u of the agent is taken",
                 notice->detail);
        break;
    case RT_NOTICE_MAP:
        report.what = "map";
        snprintf(report.text, sizeof report.text, "A map of the agent is changed (command %u)",
                 notice->detail);
        break;
    case RT_NOTICE_LINK:
        report.what = "link";
        snprintf(report.text, sizeof report.text, "A link of the agent is changed (command %u)",
                 notice->detail);
        break;
    case RT_NOTICE_BEAT:
        guard->silent = 0;
        guard->is_silent = false;
        return;
    case RT_NOTICE__COUNT:
        return;
    }
    alert(guard, &report);
}

int rt_guard_open(struct rt_guard *guard, struct rt_engine *engine)
{
    struct rt_source *source = engine->source;
    const int result = source->ops->guard ? source->ops->guard(source) : 0;

    *guard = (struct rt_guard){0};
    if (result != 0 || !source->ops->guard)
        return result;
    guard->engine = engine;
    source->notice = on_notice;
    source->notice_context = guard;
    return 0;
}

/* --- states --- */

static uint64_t count_lost(struct rt_engine *engine)
{
    struct rt_source_stats stats = {0};

    engine->source->ops->stats(engine->source, &stats);
    return stats.lost_buffer;
}

static void look_at_objects(struct rt_guard *guard)
{
    struct rt_source *source = guard->engine->source;
    struct report report = {.what = "removed", .time_ns = rt_now_ns()};
    char what[128];

    if (source->ops->is_intact(source, what, sizeof what)) {
        guard->is_broken = false;
        return;
    }
    snprintf(report.text, sizeof report.text, "Not in place any more: %s", what);
    if (!guard->is_broken)
        alert(guard, &report);
    guard->is_broken = true;
}

/* Signal 0 to itself does nothing, and is a system call. Where events are lost or wait, it may be
 * lost or wait as well. */
static void beat(struct rt_guard *guard)
{
    struct rt_source *source = guard->engine->source;
    const uint64_t lost = count_lost(guard->engine);
    struct report report = {.what = "silence", .time_ns = rt_now_ns()};

    if (lost != guard->lost_events || source->ops->is_crowded(source))
        guard->silent = 0;
    guard->lost_events = lost;
    snprintf(report.text, sizeof report.text,
             "The capture programs do not see the agent's heart-beat");
    if (guard->silent++ >= MOST_SILENT && !guard->is_silent) {
        guard->is_silent = true;
        alert(guard, &report);
    }
    kill(getpid(), 0);
}

void rt_guard_turn(struct rt_guard *guard)
{
    struct report report = {.what = "flood", .time_ns = rt_now_ns()};
    const uint64_t untold = guard->untold;

    if (!guard->engine)
        return;
    guard->told = 0;
    guard->untold = 0;
    snprintf(report.text, sizeof report.text, "%" PRIu64 " more times in the last second", untold);
    if (untold > 0)
        alert(guard, &report);
    look_at_objects(guard);
    beat(guard);
}
