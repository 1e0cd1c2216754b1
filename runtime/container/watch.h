/* Containers as an engine meets them: between its state, its store and the resolver.
 *
 * When a thread is first seen in a container, the container is looked up (resolver.h) and is
 * pending until the answer comes. The answer goes into the store, and is told as an event of its
 * own, "container", which rules can match and a recording keeps, as Falco does; so is the end of a
 * container, "container_removed", when the first process of its pid namespace exits.
 *
 * An event may come before the answer. Its rules are then tried first, without anything coming of
 * it: if one of them asks for metadata, the engine stops and waits for the answer, while events
 * wait in the source, and decides with what is known then. So nothing has changed in the meantime,
 * and all facts are those of the event. The files of a container are written before its first
 * process starts: a wait mostly takes about a millisecond. It ends when three look-ups found
 * nothing, or the source fills up, or after options.container_wait_ms; and all waits together take
 * a tenth of the time at most, so that whoever makes up containers cannot stop the engine.
 * What is decided without an answer is counted. Alerts of which only the output needs metadata
 * are filled in when the answer comes: alert/hold.h.
 *
 * In a replay nothing is looked up, for the machine that replays has other containers; the answers
 * are in the capture, where they stand at the time that they came. So a container is pending there
 * too until its event, or until the longest wait has passed in the time of the capture; what is
 * asked before that is counted, and has no value.
 */
#ifndef RULEC_CONTAINER_WATCH_H
#define RULEC_CONTAINER_WATCH_H

#include "resolver.h"
#include "store.h"

struct rt_engine;
struct rt_event;
struct rt_watch;

struct rt_watch_stats {
    struct rt_resolver_stats lookups;
    uint64_t waited;    /* events whose rules asked about a container that was being looked up */
    uint64_t answered;  /* of these, decided with what was found */
    uint64_t undecided; /* events decided without it: not found, not in time, or in a replay */
    uint64_t waited_ns; /* in all */
};

/* Starts looking containers up for the engine, whose state, store and options are ready. 0 and
 * *out, or negative errno. */
int rt_watch_open(struct rt_watch **out, struct rt_engine *engine);

/* Takes in what has been found since; cheap if there is nothing. */
void rt_watch_turn(struct rt_watch *watch);

/* Whether the thread's container is being looked up, with prospects; quick if none is. Never in a
 * replay. */
bool rt_watch_expects(const struct rt_watch *watch, const struct rt_thread *thread);

/* Waits for the answer, within bounds; takes in and tells what has come in the meantime. May be
 * called between rt_state_before and rt_state_after. */
void rt_watch_wait(struct rt_watch *watch, const struct rt_thread *thread);

/* An event was decided while its container was being looked up, although a rule asked. */
void rt_watch_note_undecided(struct rt_watch *watch);

/* At the start: waits a moment for what was asked for so far, so that the first events find the
 * containers that are already there. */
void rt_watch_settle(struct rt_watch *watch);

/* Looks at an event before it is forgotten, and (live) tells of the end of a container after it. */
void rt_watch_before(struct rt_watch *watch, const struct rt_event *event,
                     const struct rt_thread *thread);
void rt_watch_after(struct rt_watch *watch);

void rt_watch_stats(const struct rt_watch *watch, struct rt_watch_stats *stats);
void rt_watch_close(struct rt_watch *watch); /* NULL is allowed */

#endif
