/* Metrics among the alerts and in a file, every so often: Falco's "Falco internal: metrics
 * snapshot" and its metrics.output_file, with Falco's names.
 *
 * The file has a queue and a thread of its own, like an output of alerts, so that a slow disk holds
 * up nothing.
 */
#ifndef RULEC_SNAPSHOT_H
#define RULEC_SNAPSHOT_H

#include "metrics.h"

struct rt_alert_queue;
struct rt_snapshot;

struct rt_snapshot_options {
    uint64_t interval_ms;
    bool alert;       /* among the alerts */
    const char *file; /* "": none; borrowed */
    bool rules, resources, state, kernel, megabytes, empty;
};

/* 0 and *out, or negative errno with a message in error. */
int rt_snapshot_open(struct rt_snapshot **out, const struct rt_snapshot_options *options,
                     const struct rt_program *program, char *error, size_t size);

/* Between two events, about once a second: tells the metrics if it is time. */
void rt_snapshot_look(struct rt_snapshot *snapshot, struct rt_engine *engine,
                      const struct rt_metrics *metrics);

/* The file may have been moved away. */
void rt_snapshot_reopen(struct rt_snapshot *snapshot);

/* Writes what waits. Returns how many lines of the file were lost. NULL is allowed. */
uint64_t rt_snapshot_close(struct rt_snapshot *snapshot);

#endif
