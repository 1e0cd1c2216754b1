/* Loss by cause. See loss.h. */
#include "loss.h"

#include "alert/alert.h"
#include "engine.h"
#include "source/live.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

static const char *const messages[RT_LOSS__COUNT] = {
#define X(id, message) [RT_LOSS_##id] = (message),
    RT_LOSSES(X)
#undef X
};

void rt_loss_gather(struct rt_loss *loss, struct rt_engine *engine,
                    const struct rt_alert_stats *alerts)
{
    struct rt_source_stats source = {0};
    struct rt_state_stats state = {0};
    uint64_t processes = 0;

    engine->source->ops->stats(engine->source, &source);
    rt_state_stats(engine->state, &state);
    for (uint32_t i = RT_LOST_PROCESS; i < RT_LOST__COUNT; i++)
        processes += source.lost_of[i];
    *loss = (struct rt_loss){
        .count =
            {
                [RT_LOSS_BUFFER] = source.lost_buffer - processes,
                [RT_LOSS_PROCESSES] = processes,
                [RT_LOSS_SCRATCH] = source.lost_scratch,
                [RT_LOSS_FAULT] = source.lost_fault,
                [RT_LOSS_MALFORMED] = source.malformed,
                [RT_LOSS_THREADS] = state.threads_refused,
                [RT_LOSS_EVICTED] = state.threads_evicted,
                [RT_LOSS_FDS] = state.fds_refused,
                [RT_LOSS_PASSED] = source.lost_passed,
                [RT_LOSS_POOL] = state.pool_refused,
                [RT_LOSS_VALUES] = engine->eval.scratch.overflows,
                [RT_LOSS_CUT] = engine->stats.alerts_cut,
                [RT_LOSS_UNRECORDED] = engine->recording ? rt_recording_lost(engine->recording) : 0,
                [RT_LOSS_DROPPED] = alerts->dropped,
                [RT_LOSS_FAILED] = alerts->failed,
            },
        .events = source.events,
        .output_error = alerts->last_error,
    };
    memcpy(loss->lost_of, source.lost_of, sizeof loss->lost_of);
    memcpy(loss->output_why, alerts->last_why, sizeof loss->output_why);
}

/* Causes that lose events of the kernel, or parts of them. */
static bool is_of_events(uint32_t cause)
{
    return cause == RT_LOSS_BUFFER || cause == RT_LOSS_PROCESSES || cause == RT_LOSS_SCRATCH ||
           cause == RT_LOSS_FAULT;
}

uint64_t rt_loss_events(const struct rt_loss *before, const struct rt_loss *now)
{
    uint64_t lost = 0;

    for (uint32_t i = 0; i < RT_LOSS__COUNT; i++)
        lost += is_of_events(i) ? now->count[i] - before->count[i] : 0;
    return lost;
}

static uint32_t report(FILE *out, const struct rt_loss *before, const struct rt_loss *now,
                       bool events, bool others)
{
    uint32_t grown = 0;

    for (uint32_t i = 0; i < RT_LOSS__COUNT; i++) {
        if (now->count[i] <= before->count[i] || !(is_of_events(i) ? events : others))
            continue;
        grown++;
        fprintf(out, "loss: %" PRIu64 " %s", now->count[i], messages[i]);
        if (i == RT_LOSS_FAILED && (now->output_error != 0 || now->output_why[0]))
            fprintf(out, ": %s",
                    now->output_why[0] ? now->output_why : strerror(now->output_error));
        fputc('\n', out);
    }
    return grown;
}

uint32_t rt_loss_report(FILE *out, const struct rt_loss *before, const struct rt_loss *now)
{
    return report(out, before, now, true, true);
}

uint32_t rt_loss_report_events(FILE *out, const struct rt_loss *before, const struct rt_loss *now)
{
    return report(out, before, now, true, false);
}

uint32_t rt_loss_report_others(FILE *out, const struct rt_loss *before, const struct rt_loss *now)
{
    return report(out, before, now, false, true);
}

/* --- the alert --- */

static const char rule_name[] = "Falco internal: syscall event drop";

static const char *const lost_names[RT_LOST__COUNT] = {
#define X(id, name) [RT_LOST_##id] = (name),
    RT_LOST(X)
#undef X
};

static void put_count(struct rt_line *line, const char *name, uint64_t count)
{
    rt_line_printf(line, "\"%s\":\"%" PRIu64 "\",", name, count);
}

static void put_fields(struct rt_line *line, const struct rt_loss *before,
                       const struct rt_loss *now, uint64_t all)
{
    const uint64_t scratch = now->count[RT_LOSS_SCRATCH] - before->count[RT_LOSS_SCRATCH];
    const uint64_t fault = now->count[RT_LOSS_FAULT] - before->count[RT_LOSS_FAULT];
    uint64_t buffer = 0;

    rt_line_printf(line, ",\"output_fields\":{\"ebpf_enabled\":\"1\",");
    put_count(line, "n_drops", all);
    for (uint32_t i = 0; i < RT_LOST__COUNT; i++) {
        char name[64];

        snprintf(name, sizeof name, "n_drops_buffer_%s", lost_names[i]);
        put_count(line, name, now->lost_of[i] - before->lost_of[i]);
        buffer += now->lost_of[i] - before->lost_of[i];
    }
    put_count(line, "n_drops_buffer_total", buffer);
    put_count(line, "n_drops_bug", 0);
    put_count(line, "n_drops_page_faults", fault);
    put_count(line, "n_drops_scratch_map", scratch);
    /* Those that were lost are among them, as in Falco; a fault does not lose the event. */
    rt_line_printf(line, "\"n_evts\":\"%" PRIu64 "\"}", now->events - before->events + all - fault);
}

/* "in last second", "in last 31 seconds" */
static void spell_duration(uint64_t ns, char *out, size_t size)
{
    const uint64_t seconds = (ns + 500000000) / 1000000000;

    if (seconds <= 1)
        snprintf(out, size, "second");
    else
        snprintf(out, size, "%" PRIu64 " seconds", seconds);
}

void rt_loss_alert(struct rt_engine *engine, const struct rt_loss *before,
                   const struct rt_loss *now, uint64_t more, uint64_t duration_ns)
{
    const struct rt_options *options = &engine->options;
    const uint64_t all = rt_loss_events(before, now) + more;
    const uint64_t time_ns = rt_now_ns();
    const time_t seconds = (time_t)(time_ns / 1000000000);
    char text[160], clock[16], duration[40];
    struct rt_line *line;
    struct tm tm;

    if (all == 0 || !engine->queue || options->min_priority < RT_PRIORITY__COUNT - 1 ||
        !localtime_r(&seconds, &tm) || strftime(clock, sizeof clock, "%H:%M:%S", &tm) == 0)
        return;
    spell_duration(duration_ns, duration, sizeof duration);
    snprintf(text, sizeof text,
             "%s.%09" PRIu64 ": Debug %s. %" PRIu64 " system calls dropped in last %s.", clock,
             time_ns % 1000000000, rule_name, all, duration);
    line = rt_alert_queue_begin(engine->queue);
    if (!options->json) {
        rt_line_printf(line, "%s", text);
        rt_alert_queue_commit(engine->queue, RT_PRIORITY__COUNT - 1);
        return;
    }
    rt_line_printf(line, "{\"hostname\":\"");
    rt_line_json(line, options->hostname, (uint32_t)strlen(options->hostname));
    rt_line_printf(line, "\"");
    if (options->json_message)
        rt_line_printf(line, ",\"message\":\"%s\"", strstr(text, rule_name));
    if (options->json_output)
        rt_line_printf(line, ",\"output\":\"%s\"", text);
    if (options->json_output_fields)
        put_fields(line, before, now, all);
    rt_line_printf(line,
                   ",\"priority\":\"Debug\",\"rule\":\"%s\",\"source\":\"internal\",\"time\":\"",
                   rule_name);
    rt_line_time(line, time_ns);
    rt_line_printf(line, "\"}");
    rt_alert_queue_commit(engine->queue, RT_PRIORITY__COUNT - 1);
}
