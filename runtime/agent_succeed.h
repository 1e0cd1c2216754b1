/* An agent that waits for the one before it to end. Private to agent*.c. */
#ifndef RULEC_AGENT_SUCCEED_H
#define RULEC_AGENT_SUCCEED_H

#include "engine.h"

/* Asks the agent at the socket to stop, and waits until it has ended. The engine is open and its
 * queue starts later; it learns which of its alerts that agent may have told of (overlap_ns). 0, or
 * negative errno with a message in error; *stop ends the waiting too. */
int rt_agent_succeed(struct rt_engine *engine, const char *path, const volatile sig_atomic_t *stop,
                     char *error, size_t size);

#endif
