/* An agent that is tampered with tells of it, by an alert of its own among the alerts ("Falco
 * internal: agent tampering", priority Critical, source syscall): when somebody signals or traces
 * it, writes into its memory, takes one of its descriptors, changes its maps or links; when one of
 * these is not in place any more; and when its own heart-beat does not come back through the
 * capture programs. The source sees the deeds; this decides what becomes of them.
 */
#ifndef RULEC_GUARD_H
#define RULEC_GUARD_H

#include "../engine.h"

struct rt_guard {
    struct rt_engine *engine;
    uint32_t told;        /* alerts since the last turn */
    uint64_t untold;      /* that were too many, since then */
    uint32_t silent;      /* turns since the last heart-beat came back */
    uint64_t lost_events; /* at the last turn */
    bool is_broken;       /* told: something is not in place */
    bool is_silent;       /* told: no heart-beat */
};

/* Begins to watch, when all threads have begun; the engine's source must be live. 0 or negative
 * errno. */
int rt_guard_open(struct rt_guard *guard, struct rt_engine *engine);

/* About once a second, on the engine's thread. Does nothing before rt_guard_open. */
void rt_guard_turn(struct rt_guard *guard);

#endif
