/* The containers that an engine knows, by the id that threads carry.
 *
 * "Not known yet" is a state of its own: between the first thread of a container and the answer of
 * the look-up its metadata is pending, and alerts wait for it (alert/hold.h). Only the engine's own
 * thread uses a store; nothing of it is asked for but when a field of containers is.
 *
 *     (nothing) --thread seen--> PENDING --found--> KNOWN --init exits--> ENDED
 *                                         |                 ^                     |
 *                                         +--not found--> ABSENT --found late-----+-- seen again
 * --> PENDING
 *
 * In a replay there is no PENDING: the capture's own events bring what was known, and the machine
 * that replays is never asked.
 */
#ifndef RULEC_CONTAINER_STORE_H
#define RULEC_CONTAINER_STORE_H

#include "record.h"

#define RT_CONTAINERS_MAX       4096u       /* most containers kept */
#define RT_CONTAINERS_BYTES_MAX (64u << 20) /* most memory of their records */

enum rt_container_state {
    RT_CONTAINER_STRANGE, /* never heard of */
    RT_CONTAINER_PENDING, /* being looked up for the first time */
    RT_CONTAINER_KNOWN,
    RT_CONTAINER_ABSENT, /* looked up, and nothing found (so far) */
    RT_CONTAINER_ENDED   /* gone; its record serves what happened before */
};

struct rt_containers_stats {
    uint64_t known;     /* records taken in */
    uint64_t absent;    /* containers that nothing was found about in time */
    uint64_t ended;     /* told to be gone */
    uint64_t malformed; /* events whose JSON was no container */
    uint64_t evicted;   /* to make room */
};

struct rt_containers;

int rt_containers_create(struct rt_containers **out); /* 0 or -ENOMEM */
void rt_containers_destroy(struct rt_containers *store);

enum rt_container_state rt_containers_state(const struct rt_containers *store, const char *key);
/* The record of a container that is KNOWN; NULL else. Good until the next event. */
const struct rt_container *rt_containers_find(const struct rt_containers *store, const char *key);
/* The same, of one that has ENDED too: for what happened while it ran. */
const struct rt_container *rt_containers_find_past(const struct rt_containers *store,
                                                   const char *key);
/* Another value whenever some container's record or state has changed. */
uint64_t rt_containers_changes(const struct rt_containers *store);

/* A look-up begins: PENDING. */
void rt_containers_await(struct rt_containers *store, const char *key);
/* The look-up has found nothing so far: what is PENDING is not worth much waiting any more. */
void rt_containers_doubt(struct rt_containers *store, const char *key);
/* Whether the answer is to come, and nothing speaks against it. */
bool rt_containers_is_expected(const struct rt_containers *store, const char *key);
/* The look-up found nothing: ABSENT, unless something has come in the meantime. */
void rt_containers_give_up(struct rt_containers *store, const char *key);
/* Takes the record over: KNOWN. */
void rt_containers_put(struct rt_containers *store, struct rt_container *record);
void rt_containers_end(struct rt_containers *store, const char *key);
void rt_containers_note_malformed(struct rt_containers *store);
void rt_containers_stats(const struct rt_containers *store, struct rt_containers_stats *stats);

#endif
