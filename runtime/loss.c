/* Loss by cause. See loss.h. */
#include "loss.h"

#include "engine.h"

#include <inttypes.h>
#include <string.h>

static const char *const messages[RT_LOSS__COUNT] = {
#define X(id, message) [RT_LOSS_##id] = (message),
    RT_LOSSES(X)
#undef X
};

void rt_loss_gather(struct rt_loss *loss, struct rt_engine *engine,
                    const struct rt_alert_stats *alerts)
{
    struct rt_source_stats source = {0};
    struct rt_state_stats state = {0};

    engine->source->ops->stats(engine->source, &source);
    rt_state_stats(engine->state, &state);
    *loss = (struct rt_loss){
        .count =
            {
                [RT_LOSS_BUFFER] = source.lost_buffer,
                [RT_LOSS_SCRATCH] = source.lost_scratch,
                [RT_LOSS_FAULT] = source.lost_fault,
                [RT_LOSS_MALFORMED] = source.malformed,
                [RT_LOSS_THREADS] = state.threads_refused,
                [RT_LOSS_EVICTED] = state.threads_evicted,
                [RT_LOSS_FDS] = state.fds_refused,
                [RT_LOSS_PASSED] = source.lost_passed,
                [RT_LOSS_POOL] = state.pool_refused,
                [RT_LOSS_VALUES] = engine->eval.scratch.overflows,
                [RT_LOSS_CUT] = engine->stats.alerts_cut,
                [RT_LOSS_UNRECORDED] = engine->recording ? rt_recording_lost(engine->recording) : 0,
                [RT_LOSS_DROPPED] = alerts->dropped,
                [RT_LOSS_FAILED] = alerts->failed,
            },
        .output_error = alerts->last_error,
    };
}

uint32_t rt_loss_report(FILE *out, const struct rt_loss *before, const struct rt_loss *now)
{
    uint32_t grown = 0;

    for (uint32_t i = 0; i < RT_LOSS__COUNT; i++) {
        if (now->count[i] <= before->count[i])
            continue;
        grown++;
        fprintf(out, "loss: %" PRIu64 " %s", now->count[i], messages[i]);
        if (i == RT_LOSS_FAILED && now->output_error != 0)
            fprintf(out, ": %s", strerror(now->output_error));
        fputc('\n', out);
    }
    return grown;
}
