/* What an agent counts, as one copy that others may look at: the web server, the alert of metrics
 * and the file of metrics.
 *
 *     deciding thread --once a second: rt_metrics_gather--> struct rt_metrics --> who tells of it
 *
 * Nothing here costs anything on an event: the engine, the state, the source and the outputs count
 * for themselves, and the copy is made between two events. So there is what can be had that way:
 * matches of each rule, events on which rules were asked, processor time of the thread that
 * decides, the time from each event that a rule held on to that decision. How often a single rule
 * was asked and how long that took has a price on each event: only an agent that is built with
 * metrics.rules_evaluations_enabled knows it (bench/count.h).
 */
#ifndef RULEC_METRICS_H
#define RULEC_METRICS_H

#include "../alert/hold.h"
#include "../bench/count.h"
#include "../container/store.h"
#include "../container/watch.h"
#include "../loss.h"
#include "../output/output.h"
#include "../source/source.h"
#include "../state/state.h"
#include "histogram.h"
#include "usage.h"

struct rt_program;

struct rt_metrics {
    /* Settled when it is opened. */
    const struct rt_program *program;
    const char *hostname; /* borrowed */
    char kernel_release[65];
    const char *engine;     /* as Falco calls it: "modern_ebpf", or "nodriver" for a capture */
    const char *evt_source; /* "syscall" */
    uint64_t start_ns;      /* since 1970 */

    /* Gathered. */
    uint64_t now_ns; /* when, since 1970; 0: not yet */
    uint64_t boot_ns;
    uint32_t ncpus;
    struct rt_source_stats source;
    struct rt_kernel_counts kernel;
    struct rt_state_stats state;
    struct rt_loss loss;
    struct rt_containers_stats containers;
    struct rt_watch_stats watch;
    struct rt_hold_stats hold;
    uint64_t evaluated, matches, alerts_cut, marked, matches_on_marked;
    uint64_t deciding_ns; /* processor time of the deciding thread */
    struct rt_histogram latency;
    struct rt_sink_stats sinks[RT_ALERT_MAX_SINKS];
    uint32_t nsinks;
    uint64_t *rule_matches;       /* program->nrules; owned */
    struct rt_count *rule_counts; /* program->nrules; owned; NULL: they are not counted */
};

/* Everything at 0. 0 or -ENOMEM. */
int rt_metrics_open(struct rt_metrics *metrics, const struct rt_program *program,
                    const char *hostname, bool is_live);
void rt_metrics_close(struct rt_metrics *metrics);

/* The counts now; on the deciding thread. */
void rt_metrics_gather(struct rt_metrics *metrics, struct rt_engine *engine,
                       const struct rt_loss *loss, const struct rt_sink_stats *sinks,
                       uint32_t nsinks);

/* Copies all; *to is open and of the same program. */
void rt_metrics_copy(struct rt_metrics *to, const struct rt_metrics *from);

/* --- the table of those that Falco has too --- */

enum rt_metric_group { RT_METRIC_ALWAYS, RT_METRIC_RESOURCES, RT_METRIC_STATE, RT_METRIC_KERNEL };

enum rt_metric_unit {
    RT_METRIC_COUNT,
    RT_METRIC_PERCENT, /* for Prometheus a ratio */
    RT_METRIC_KB,      /* for Prometheus bytes */
    RT_METRIC_BYTES
};

struct rt_metric {
    const char *name;       /* in alerts: "falco.memory_rss_kb" */
    const char *prometheus; /* "falcosecurity_falco_memory_rss_bytes" */
    const char *type;       /* of Prometheus: "counter", "gauge", "untyped" */
    enum rt_metric_group group;
    enum rt_metric_unit unit;
    const char *help;
    double (*read)(const struct rt_metrics *metrics, const struct rt_usage *usage);
};

extern const struct rt_metric rt_metric_table[];
extern const uint32_t rt_metric_count;

#endif
