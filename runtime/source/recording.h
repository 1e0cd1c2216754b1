/* What an engine sees, written down as a capture: the state as it stands at the start, then each
 * event; and if the source begins another start state, another section with that. A recording that
 * fails (a full disk, say) never stops detection: what follows is counted as lost.
 */
#ifndef RULEC_RUNTIME_RECORDING_H
#define RULEC_RUNTIME_RECORDING_H

#include "../event.h"

struct rt_state;
struct rt_recording;

/* Creates the capture at path (gzip if it ends in .gz); the state is borrowed. 0 and *out, or
 * negative errno. */
int rt_recording_open(struct rt_recording **out, const char *path, const struct rt_state *state);

/* To be called before an event changes the state: writes a start state that is new. */
void rt_recording_turn(struct rt_recording *recording);

/* Writes one event, in today's encoding whatever it was read from. */
void rt_recording_event(struct rt_recording *recording, const struct rt_event *event);

/* Events that did not get into the file. */
uint64_t rt_recording_lost(const struct rt_recording *recording);

/* Flushes and closes; the first error seen, or 0. NULL is allowed. */
int rt_recording_close(struct rt_recording *recording);

#endif
