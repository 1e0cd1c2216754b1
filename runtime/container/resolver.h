/* The thread that looks containers up, so that the engine's thread never waits for a disk.
 *
 * The two talk through two rings without locks, one each way: look-ups asked for, and finished
 * records. A look-up that finds nothing is repeated, at first after milliseconds, until wait_ms
 * have passed; then "nothing" is the answer, so that nobody waits any longer. "Nothing so far" is
 * answered after three tries: engines write their files before a container's first process starts,
 * so that it mostly is no container after all. It is tried a few
 * more times later, and what it finds then still comes. A container that has no address yet is
 * looked at once more, too.
 */
#ifndef RULEC_CONTAINER_RESOLVER_H
#define RULEC_CONTAINER_RESOLVER_H

#include "lookup.h"

struct rt_resolver;

struct rt_resolved {
    char key[RT_CONTAINER_ID_SIZE];
    struct rt_container *record; /* the taker's; NULL: nothing was found in time, or ... */
    bool so_far;                 /* ... so far: there is another answer to come */
};

struct rt_resolver_stats {
    uint64_t asked;   /* look-ups taken on */
    uint64_t refused; /* and those for which there was no room */
};

/* Starts the thread. root: the host's root directory as this process sees it; "" or NULL is
 * "/". 0 and
 * *out, or negative errno. */
int rt_resolver_open(struct rt_resolver **out, const char *root, uint32_t wait_ms);

/* Asks for a container. Never blocks; false: there is no room. */
bool rt_resolver_ask(struct rt_resolver *resolver, const struct rt_lookup *lookup);

/* The next answer; false: there is none now. */
bool rt_resolver_take(struct rt_resolver *resolver, struct rt_resolved *resolved);

void rt_resolver_stats(const struct rt_resolver *resolver, struct rt_resolver_stats *stats);
/* Waits for the look-up in hand and ends the thread. NULL is allowed. */
void rt_resolver_close(struct rt_resolver *resolver);

#endif
