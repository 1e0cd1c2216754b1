/* Containers as an engine meets them: between its state, its store and the resolver.
 *
 * When a thread is first seen in a container, the container is looked up (resolver.h) and is
 * pending until the answer comes. The answer goes into the store, and is told as an event of its
 * own, "container", which rules can match and a recording keeps, as Falco does; so is the end of a
 * container, "container_removed", when the first process of its pid namespace exits.
 *
 * A condition is decided when its event happens: an event that comes before the answer finds the
 * metadata absent. Holding events back would delay everything behind them; but look-ups begin when
 * the engine's first thread enters the control group, long before the container's own program runs,
 * so this is rare. Rules about a container as such
 * (`evt.type = container and container.privileged = true`) miss nothing. Alerts are filled in when
 * the answer comes: alert/hold.h.
 *
 * In a replay nothing is looked up, for the machine that replays has other containers; the answers
 * are in the capture, where they stand at the time that they came. So a container is pending there
 * too until its event, or until the longest wait has passed in the time of the capture.
 */
#ifndef RULEC_CONTAINER_WATCH_H
#define RULEC_CONTAINER_WATCH_H

#include "resolver.h"
#include "store.h"

struct rt_engine;
struct rt_event;
struct rt_watch;

/* Starts looking containers up for the engine, whose state, store and options are ready. 0 and
 * *out, or negative errno. */
int rt_watch_open(struct rt_watch **out, struct rt_engine *engine);

/* Takes in what has been found since; cheap if there is nothing. Between events only. */
void rt_watch_turn(struct rt_watch *watch);

/* At the start: waits a moment for what was asked for so far, so that the first events find the
 * containers that are already there. */
void rt_watch_settle(struct rt_watch *watch);

/* Looks at an event before it is forgotten, and (live) tells of the end of a container after it. */
void rt_watch_before(struct rt_watch *watch, const struct rt_event *event,
                     const struct rt_thread *thread);
void rt_watch_after(struct rt_watch *watch);

void rt_watch_stats(const struct rt_watch *watch, struct rt_resolver_stats *stats);
void rt_watch_close(struct rt_watch *watch); /* NULL is allowed */

#endif
