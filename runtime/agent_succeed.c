/* An agent that waits for the one before it to end. See agent_succeed.h. */
#include "agent_succeed.h"

#include "handover.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define LOOK_MS       10   /* between looks whether the source is crowded */
#define EVENTS_A_LOOK 1024 /* that are taken then */

static bool is_crowded(const struct rt_source *source)
{
    return source->ops->is_crowded && source->ops->is_crowded(source);
}

/* One answer of the old agent, or a while without any. */
static int look(struct rt_engine *engine, struct rt_takeover *takeover, char *error, size_t size)
{
    int result = rt_takeover_wait(takeover, LOOK_MS);

    if (result == -EINTR)
        result = 0;
    if (result != 0) {
        snprintf(error, size, "the agent that is asked to stop does not: %s", strerror(-result));
        return result;
    }
    if (takeover->stopping)
        engine->overlap_ns = takeover->stop_boot_ns + rt_state_boot_time(engine->state);
    if (!is_crowded(engine->source))
        return 0;
    result = rt_engine_take(engine, EVENTS_A_LOOK);
    if (result != 0)
        snprintf(error, size, "%s", engine->error);
    return result;
}

int rt_agent_succeed(struct rt_engine *engine, const char *path, const volatile sig_atomic_t *stop,
                     char *error, size_t size)
{
    struct rt_takeover takeover;
    int result = rt_takeover_ask(&takeover, path, error, size);

    engine->overlap_ns = UINT64_MAX; /* the other one watches too */
    while (result == 0 && !takeover.ended && !*stop)
        result = look(engine, &takeover, error, size);
    if (result == 0 && !takeover.ended) {
        snprintf(error, size, "stopped before it has taken over");
        result = -EINTR;
    }
    rt_takeover_close(&takeover);
    return result;
}
