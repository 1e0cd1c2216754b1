/* The copy of all counts. See metrics.h. */
#include "metrics.h"

#include "../engine.h"
#include "../source/live.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>

#define X(id, name, prometheus, type, group, unit, help, value)                                    \
    static double read_##id(const struct rt_metrics *m, const struct rt_usage *u)                  \
    {                                                                                              \
        (void)m;                                                                                   \
        (void)u;                                                                                   \
        return value;                                                                              \
    }
#include "metrics.def"
#undef X

const struct rt_metric rt_metric_table[] = {
#define X(id, name, prometheus, type, group, unit, help, value)                                    \
    {(name), (prometheus), (type), RT_METRIC_##group, RT_METRIC_##unit, (help), read_##id},
#include "metrics.def"
#undef X
};
const uint32_t rt_metric_count = sizeof rt_metric_table / sizeof rt_metric_table[0];

int rt_metrics_open(struct rt_metrics *metrics, const struct rt_program *program,
                    const char *hostname, bool is_live)
{
    struct utsname name;

    *metrics = (struct rt_metrics){
        .program = program,
        .hostname = hostname,
        .engine = is_live ? "modern_ebpf" : "nodriver",
        .evt_source = "syscall",
        .start_ns = rt_now_ns(),
        .rule_matches = calloc(program->nrules + 1, sizeof *metrics->rule_matches),
        .rule_counts =
            program->counts ? calloc(program->nrules + 1, sizeof *metrics->rule_counts) : NULL,
    };
    if (!metrics->rule_matches || (program->counts && !metrics->rule_counts))
        return -ENOMEM;
    if (uname(&name) == 0)
        memcpy(metrics->kernel_release, name.release, sizeof metrics->kernel_release);
    metrics->kernel_release[sizeof metrics->kernel_release - 1] = '\0';
    return 0;
}

void rt_metrics_close(struct rt_metrics *metrics)
{
    free(metrics->rule_matches);
    free(metrics->rule_counts);
    *metrics = (struct rt_metrics){0};
}

void rt_metrics_gather(struct rt_metrics *metrics, struct rt_engine *engine,
                       const struct rt_loss *loss, const struct rt_sink_stats *sinks,
                       uint32_t nsinks)
{
    const struct rt_source_ops *ops = engine->source->ops;
    struct timespec spent;

    metrics->now_ns = rt_now_ns();
    metrics->boot_ns = rt_state_boot_time(engine->state);
    metrics->ncpus = rt_state_ncpus(engine->state);
    metrics->source = (struct rt_source_stats){0};
    ops->stats(engine->source, &metrics->source);
    if (ops->kernel_counts)
        ops->kernel_counts(engine->source, &metrics->kernel);
    rt_state_stats(engine->state, &metrics->state);
    metrics->loss = *loss;
    rt_containers_stats(engine->containers, &metrics->containers);
    if (engine->watch)
        rt_watch_stats(engine->watch, &metrics->watch);
    if (engine->hold)
        rt_hold_stats(engine->hold, &metrics->hold);
    metrics->evaluated = engine->stats.evaluated;
    metrics->matches = engine->stats.matches;
    metrics->alerts_cut = engine->stats.alerts_cut;
    metrics->marked = engine->stats.marked;
    metrics->matches_on_marked = engine->stats.matches_on_marked;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    metrics->deciding_ns = (uint64_t)spent.tv_sec * 1000000000 + (uint64_t)spent.tv_nsec;
    metrics->latency = engine->latency;
    memcpy(metrics->sinks, sinks, nsinks * sizeof *sinks);
    metrics->nsinks = nsinks;
    memcpy(metrics->rule_matches, engine->rule_matches,
           metrics->program->nrules * sizeof *metrics->rule_matches);
    if (metrics->rule_counts)
        memcpy(metrics->rule_counts, metrics->program->counts->rules,
               metrics->program->nrules * sizeof *metrics->rule_counts);
}

void rt_metrics_copy(struct rt_metrics *to, const struct rt_metrics *from)
{
    uint64_t *matches = to->rule_matches;
    struct rt_count *counts = to->rule_counts;

    memcpy(matches, from->rule_matches, from->program->nrules * sizeof *matches);
    if (counts)
        memcpy(counts, from->rule_counts, from->program->nrules * sizeof *counts);
    *to = *from;
    to->rule_matches = matches;
    to->rule_counts = counts;
}
