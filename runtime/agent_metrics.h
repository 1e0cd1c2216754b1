/* What an agent tells of itself while it runs: by the web server, by alerts of metrics and by the
 * file of metrics; from its settings. Private to agent*.c. */
#ifndef RULEC_AGENT_METRICS_H
#define RULEC_AGENT_METRICS_H

#include "metrics/metrics.h"
#include "settings.h"

struct rt_agent_options;
struct rt_snapshot;
struct rt_web;

struct rt_agent_metrics {
    bool wanted; /* anybody looks */
    struct rt_metrics metrics;
    const struct rt_web_ops *web_ops;
    struct rt_web *web;            /* NULL: none */
    struct rt_alert_queue *alerts; /* of the server's page; NULL: none */
    struct rt_snapshot *snapshot;  /* NULL: none */
};

/* Opens what the settings enable; the web server answers from then on. Before other rights are
 * given up. 0, or negative errno with a message in error; rt_agent_metrics_close in any case. */
int rt_agent_metrics_open(struct rt_agent_metrics *metrics, const struct rt_agent_options *options,
                          const struct rt_program *program, char *error, size_t size);

/* The counts as they stand now to whoever looks; once a second, on the deciding thread. */
void rt_agent_metrics_look(struct rt_agent_metrics *metrics, struct rt_engine *engine,
                           const struct rt_loss *loss, const struct rt_sink_stats *sinks,
                           uint32_t nsinks);

/* Files may have been moved away. */
void rt_agent_metrics_reopen(struct rt_agent_metrics *metrics);

/* When the engine has said its last: the page takes what waits for it. Says on standard error what
 * became of its alerts, and what the file of metrics lost. */
void rt_agent_metrics_close(struct rt_agent_metrics *metrics, const char *self);

#endif
