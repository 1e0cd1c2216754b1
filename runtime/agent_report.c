/* What an agent says of its counts. See agent_report.h. */
#include "agent_report.h"

#include "kept.h"

#include <inttypes.h>
#include <stdio.h>

void rt_agent_report_sinks(FILE *out, const struct rt_sink_stats *sinks, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        rt_sink_stats_print(out, &sinks[i]);
}

void rt_agent_report_limits(FILE *out, const struct rt_engine *engine)
{
    struct rt_limits_stats limits;
    uint64_t held;

    if (!engine->limits)
        return;
    rt_limits_stats(engine->limits, &limits);
    held = limits.throttled + limits.alike;
    fprintf(out,
            "limits: %" PRIu64 " alerts of rules, %" PRIu64 " sent, %" PRIu64 " held back (%" PRIu64
            " by throttle, %" PRIu64 " alike); %" PRIu64 " of these told of, %" PRIu64
            " summaries sent; %" PRIu64 " windows ended early\n",
            engine->stats.matches, engine->stats.matches - held, held, limits.throttled,
            limits.alike, limits.told, limits.summaries, limits.crowded);
}

/* What was known at the end, of how much there is room for, and how it came to be. */
static void print_state(const struct rt_state_stats *state)
{
    fprintf(stderr,
            "stats: %" PRIu64 " threads (most %" PRIu64 " of %u), %" PRIu64 " fds (most %" PRIu64
            " of %u), %" PRIu64 " bytes of text and tables (of %" PRIu64 ")\n",
            state->threads, state->threads_peak, state->limits.threads, state->fds, state->fds_peak,
            state->limits.fds, state->pool_used, state->limits.pool_bytes);
    fprintf(stderr,
            "stats: %" PRIu64 " threads added, %" PRIu64 " removed, of them %" PRIu64
            " to make room and %" PRIu64 " whose end was lost; %" PRIu64
            " times a thread was not known\n",
            state->threads_added, state->threads_removed, state->threads_evicted,
            state->threads_swept, state->lookups_failed);
    fprintf(stderr, "stats: %" PRIu64 " fds added, %" PRIu64 " removed\n", state->fds_added,
            state->fds_removed);
}

static void print_container_stats(struct rt_engine *engine)
{
    struct rt_containers_stats containers;
    struct rt_watch_stats watch = {0};
    struct rt_hold_stats hold = {0};

    rt_containers_stats(engine->containers, &containers);
    if (engine->watch)
        rt_watch_stats(engine->watch, &watch);
    if (engine->hold)
        rt_hold_stats(engine->hold, &hold);
    fprintf(stderr,
            "stats: %" PRIu64 " containers looked up (%" PRIu64 " refused), %" PRIu64
            " times known, %" PRIu64 " not found in time, %" PRIu64 " ended, %" PRIu64
            " malformed, %" PRIu64 " evicted\n",
            watch.lookups.asked, watch.lookups.refused, containers.known, containers.absent,
            containers.ended, containers.malformed, containers.evicted);
    fprintf(stderr,
            "stats: %" PRIu64 " events waited %.3f ms in all for what rules asked about a "
            "container, %" PRIu64 " then decided with it; %" PRIu64 " decided without it\n",
            watch.waited, (double)watch.waited_ns / 1e6, watch.answered, watch.undecided);
    fprintf(stderr, "stats: %" PRIu64 " alerts waited for a container, %" PRIu64 " in vain\n",
            hold.waited, hold.timed_out);
}

void rt_agent_report_stats(struct rt_engine *engine, const struct rt_alert_stats *alerts,
                           double seconds)
{
    const struct rt_program *program = engine->program;
    struct rt_source_stats source = {0};
    struct rt_state_stats state = {0};
    struct rt_kept_stats kept;

    engine->source->ops->stats(engine->source, &source);
    rt_state_stats(engine->state, &state);
    fprintf(stderr, "stats: %.3f seconds\n", seconds);
    fprintf(stderr, "stats: %" PRIu64 " events of %" PRIu64 " bytes, %" PRIu64 " blocks skipped\n",
            source.events, source.bytes, source.skipped_blocks);
    fprintf(stderr, "stats: %" PRIu64 " events evaluated, %" PRIu64 " matches\n",
            engine->stats.evaluated, engine->stats.matches);
    fprintf(stderr, "stats: %" PRIu64 " alerts queued, %" PRIu64 " delivered\n", alerts->queued,
            alerts->delivered);
    print_state(&state);
    rt_kept_stats(&engine->eval, &kept);
    if (kept.thread_bytes > 0)
        fprintf(stderr, "stats: answers kept in %u bytes a thread and %u bytes an fd\n",
                kept.thread_bytes, kept.fd_bytes);
    print_container_stats(engine);
    if (engine->source->ops->report)
        engine->source->ops->report(engine->source, stderr);
    for (uint32_t i = 0; i < program->nrules; i++) {
        if (engine->rule_matches[i] > 0)
            fprintf(stderr, "stats: %" PRIu64 " times %s (%s)\n", engine->rule_matches[i],
                    program->rules[i].name, program->rules[i].position);
    }
}
