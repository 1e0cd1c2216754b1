/* What is done about lost events: the settings syscall_event_drops. Once a second it is looked at
 * how much of the kernel's events was lost. If that is more than the threshold says, it is told,
 * but not more often than the bucket of tokens allows: one fills again `rate` times a second, up to
 * `max_burst`. What is lost and not told is told with the next time, and at the end: the alerts of
 * a run that say anything say all that was lost.
 */
#ifndef RULEC_DROPS_H
#define RULEC_DROPS_H

#include "log.h"
#include "loss.h"
#include "settings.h"

struct rt_drops {
    bool logs, alerts, exits, simulates;
    double threshold, rate, max_burst;
    double tokens;
    uint64_t filled_ns;  /* of the monotonic clock: when tokens were counted last */
    uint64_t told_ns;    /* since 1970: end of what was told last */
    struct rt_loss told; /* likewise */
    struct rt_loss last; /* as of the last look */
    uint64_t simulated;  /* events so far, of those that were not lost */
    bool pending;        /* something above the threshold is not told yet */
};

void rt_drops_open(struct rt_drops *drops, const struct rt_settings *settings);

/* To be called once a second. False: the agent is to end. */
bool rt_drops_look(struct rt_drops *drops, struct rt_engine *engine, const struct rt_loss *now,
                   const struct rt_log *log);

/* The end: what was not told is. */
void rt_drops_finish(struct rt_drops *drops, struct rt_engine *engine, const struct rt_loss *now);

#endif
