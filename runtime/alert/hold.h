/* Alerts that wait for the metadata of their container, instead of going out without it.
 *
 * An alert is made when its event happens, of values that are gone with the event. If its container
 * is pending (container/store.h), its values are copied, but for those of containers; when the
 * metadata is there, or the longest wait is over, the alert is made of the copies and of what is
 * known of the container by then. Alerts keep their order: one that comes while another waits,
 * waits behind it. So no alert is later than the longest wait, and nothing is delayed but alerts.
 *
 * All memory is taken at the start. When it is full, the first in line goes out as it is.
 */
#ifndef RULEC_ALERT_HOLD_H
#define RULEC_ALERT_HOLD_H

#include "alert.h"

struct rt_hold;

struct rt_hold_stats {
    uint64_t waited;    /* alerts that waited for metadata */
    uint64_t timed_out; /* and of these went out without: none in time, or no room */
};

/* wait_ms: the longest wait. The engine has its program, options, layout, containers and queue,
 * and held at 0, which from now on is the number of alerts that wait. 0 and *out, or -ENOMEM. */
int rt_hold_open(struct rt_hold **out, struct rt_engine *engine, uint32_t wait_ms);

/* An alert of that rule for the event under evaluation: true if it was kept. False: nothing waits,
 * nor need this one: it is the caller's to send. */
bool rt_hold_keep(struct rt_hold *hold, struct rt_eval *eval, uint32_t rule);

/* Whether such an alert is kept because of its container; its details are sent with it then. */
bool rt_hold_waits(const struct rt_hold *hold, const struct rt_eval *eval, uint32_t rule);

/* Sends what need not wait any longer: of a replay, by the time of its events. */
void rt_hold_turn(struct rt_hold *hold);
/* Sends everything. */
void rt_hold_flush(struct rt_hold *hold);

void rt_hold_stats(const struct rt_hold *hold, struct rt_hold_stats *stats);
/* Frees it; what still waits is lost. NULL is allowed. */
void rt_hold_close(struct rt_hold *hold);

#endif
