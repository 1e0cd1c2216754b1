/* Descriptors that processes receive over unix sockets, looked up in /proc when they come.
 *
 * An event tells their numbers only. The look-up is a few system calls, but such messages are rare;
 * so that nobody can keep the engine busy with them, so many in a second are looked up, and the
 * others counted. What is closed again by then, or is another file by then, cannot be told: the
 * next event that opens the same number corrects it.
 */
#ifndef RULEC_PASSED_H
#define RULEC_PASSED_H

#include "../state/state.h"

struct rt_passed {
    struct rt_state *state;  /* that is told */
    uint64_t second;         /* of the monotonic clock, in which ... */
    uint32_t files, sockets; /* ... so many were looked up */
    uint64_t skipped;        /* for want of time */
};

/* Watches the state from now on. The struct must stay where it is as long as the state. */
void rt_passed_open(struct rt_passed *passed, struct rt_state *state);

#endif
