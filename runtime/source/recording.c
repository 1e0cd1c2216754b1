/* Recording an engine's events. See recording.h. */
#include "recording.h"

#include "../state/state.h"
#include "writer.h"

#include <errno.h>
#include <stdlib.h>

/* No event of a live source comes near; one of a capture that does not fit is counted. */
#define EVENT_BYTES (8u << 20)

struct rt_recording {
    struct rt_writer *writer;
    const struct rt_state *state;
    uint32_t starts; /* of the state, that are written */
    uint64_t lost;
    uint8_t bytes[EVENT_BYTES]; /* the event in hand, encoded; never touched beyond its length */
};

int rt_recording_open(struct rt_recording **out, const char *path, const struct rt_state *state)
{
    struct rt_recording *recording = malloc(sizeof *recording);
    int error;

    if (!recording)
        return -ENOMEM;
    recording->lost = 0;
    recording->state = state;
    recording->starts = rt_state_starts(state);
    error = rt_writer_open(&recording->writer, path, state);
    if (error != 0) {
        free(recording);
        return error;
    }
    *out = recording;
    return 0;
}

void rt_recording_turn(struct rt_recording *recording)
{
    const uint32_t starts = rt_state_starts(recording->state);

    if (starts == recording->starts)
        return;
    recording->starts = starts;
    rt_writer_section(recording->writer, recording->state); /* the writer keeps its error */
}

void rt_recording_event(struct rt_recording *recording, const struct rt_event *event)
{
    const int len =
        rt_event_encode(recording->bytes, EVENT_BYTES, event->time_ns, event->tid, event->type,
                        event->params, event->nparams + event->has_resolved);

    if (len < 0 || rt_writer_event(recording->writer, event->cpu, event->block_flags,
                                   recording->bytes, (uint32_t)len) != 0)
        recording->lost++;
}

uint64_t rt_recording_lost(const struct rt_recording *recording)
{
    return recording->lost;
}

int rt_recording_close(struct rt_recording *recording)
{
    int error;

    if (!recording)
        return 0;
    error = rt_writer_close(recording->writer);
    free(recording);
    return error;
}
