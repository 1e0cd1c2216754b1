/* Limits: rules that alert too often. Both kinds are off unless a site asks for them.
 *
 *   throttle      a rule makes at most so many alerts in so many seconds
 *   deduplicate   after an alert those of the same rule that are alike, by their text or by chosen
 *                 fields, are held back for so many seconds
 *
 * Seconds are those of events, and a window begins with its first alert, so that a capture gives
 * the same alerts each time. Whatever is held back is counted, and told: by the first alert that
 * passes afterwards, which says how many were held before it (rulec.held), or, if none comes soon
 * after the end of the window, by an alert of its own with the rule's name and the source
 * "internal". At any time
 *
 *     held by throttle + held as alike = told of + in windows that are open
 *
 * All memory is taken at the start; an alert costs one look at its rule's window and one at eight
 * places of a table. When these are all in use, the oldest of them ends early.
 */
#ifndef RULEC_ALERT_LIMIT_H
#define RULEC_ALERT_LIMIT_H

#include "alert.h"

struct rt_limits;
struct rt_rule_limits;

struct rt_limits_stats {
    uint64_t throttled, alike; /* alerts held back */
    uint64_t told;             /* of these, told of by an alert */
    uint64_t summaries;        /* alerts of their own, that only tell of them */
    uint64_t crowded;          /* windows that ended early, for want of room */
};

/* 0 and *out, which is NULL where the engine's options limit no rule; or -ENOMEM. The engine has
 * its program, options and queue. */
int rt_limits_open(struct rt_limits **out, struct rt_engine *engine);
void rt_limits_close(struct rt_limits *limits); /* NULL is allowed */

/* An alert of that rule for the event under evaluation: true if it is held back. False: it goes
 * out, and *held alerts were held before it that nobody has told of. */
bool rt_limits_hold(struct rt_limits *limits, struct rt_eval *eval, uint32_t rule, uint64_t *held);

/* Tells of windows that have ended by then; cheap to call on each event. */
static inline void rt_limits_turn(struct rt_limits *limits, uint64_t now_ns);
/* Tells of all, at the end. */
void rt_limits_flush(struct rt_limits *limits);

void rt_limits_stats(const struct rt_limits *limits, struct rt_limits_stats *stats);
/* How many alerts of that rule were held back. */
uint64_t rt_limits_of_rule(const struct rt_limits *limits, uint32_t rule);

/* Private to the functions here. */
struct rt_limits_clock {
    uint64_t look_ns; /* when to look for ended windows again */
};

void rt_limits_look(struct rt_limits *limits, uint64_t now_ns);

static inline void rt_limits_turn(struct rt_limits *limits, uint64_t now_ns)
{
    if (now_ns >= ((const struct rt_limits_clock *)limits)->look_ns)
        rt_limits_look(limits, now_ns);
}

#endif
