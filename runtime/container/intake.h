/* Events that bring what is known about a container, or its end. Falco's container plugin writes
 * them into a capture: "container" and "container_removed" among the asynchronous events, and
 * CONTAINER_JSON_2_E in older captures (older forms still are converted to it as they are read).
 */
#ifndef RULEC_CONTAINER_INTAKE_H
#define RULEC_CONTAINER_INTAKE_H

#include "../event.h"
#include "store.h"

#define RT_CONTAINER_EVENT         "container"
#define RT_CONTAINER_REMOVED_EVENT "container_removed"

/* Whether the event is one of these. */
bool rt_container_intake_wants(const struct rt_event *event);

/* Takes what the event tells into the store. Returns the record that the event is about, good until
 * the next event; NULL if the event tells nothing (counted as malformed). */
const struct rt_container *rt_container_intake(struct rt_containers *store,
                                               const struct rt_event *event);

#endif
