/* A source that plays a script, for tests of the engine. */
#ifndef RULEC_TESTS_SCRIPT_SOURCE_H
#define RULEC_TESTS_SCRIPT_SOURCE_H

#include "source/source.h"

#include <errno.h>
#include <stdio.h>

struct script_step {
    int result;    /* of next(); 0: an event */
    uint16_t type; /* EV_ */
    uint64_t time_ns;
};

struct script_source {
    struct rt_source source;
    const struct script_step *steps; /* nsteps; then RT_SOURCE_END */
    uint32_t nsteps, step;
    uint64_t number;
    uint32_t starts, closes;
    int start_result;
    void (*on_next)(struct script_source *source); /* NULL: nothing happens */
};

static int script_start(struct rt_source *source, struct rt_state *state)
{
    struct script_source *script = (struct script_source *)source;

    (void)state;
    script->starts++;
    if (script->start_result != 0)
        snprintf(source->error, sizeof source->error, "no start state");
    return script->start_result;
}

static int script_next(struct rt_source *source, struct rt_event *event, int timeout_ms)
{
    struct script_source *script = (struct script_source *)source;
    const struct script_step *step;

    (void)timeout_ms;
    if (script->on_next)
        script->on_next(script);
    if (script->step == script->nsteps)
        return RT_SOURCE_END;
    step = &script->steps[script->step++];
    if (step->result < 0)
        snprintf(source->error, sizeof source->error, "broken at step %u", script->step);
    if (step->result != 0)
        return step->result;
    *event = (struct rt_event){.number = ++script->number,
                               .time_ns = step->time_ns,
                               .tid = 1,
                               .type = step->type,
                               .info = &cat_events[step->type]};
    return 0;
}

static void script_stats(struct rt_source *source, struct rt_source_stats *stats)
{
    *stats = (struct rt_source_stats){.events = ((struct script_source *)source)->number,
                                      .lost_buffer = 5};
}

static void script_close(struct rt_source *source)
{
    ((struct script_source *)source)->closes++;
}

static const struct rt_source_ops script_ops = {
    .name = "script",
    .start = script_start,
    .next = script_next,
    .stats = script_stats,
    .close = script_close,
};

static const struct rt_source_ops script_live_ops = {
    .name = "script",
    .is_live = true,
    .start = script_start,
    .next = script_next,
    .stats = script_stats,
    .close = script_close,
};

#endif
