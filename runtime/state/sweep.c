/* Threads whose end nobody told, because an event was lost: who has been silent for long and is not
 * there any more is taken for ended. And threads of which only the tid is known, which serve nobody
 * once their event is over.
 */
#include "internal.h"

/* A few at a time: asking about one may take a system call. With one call a second a table of the
 * default capacity is gone through in under nine minutes. */
enum { LOOK_AT = 256 };

#define SILENT_NS UINT64_C(1800000000000) /* half an hour, as in Falco */

static bool has_gone(const struct rt_state *state, const struct thread *thread, rt_alive_fn *alive,
                     void *context)
{
    if (rt_thread_is_invalid(thread))
        return true;
    if (thread->t.clone_flags & CL_CLOSED) /* a main thread that waits for its last other one */
        return false;
    return state->now_ns > thread->t.last_access_ns &&
           state->now_ns - thread->t.last_access_ns > SILENT_NS &&
           !alive(context, thread->t.pid, thread->t.tid);
}

uint32_t rt_state_sweep(struct rt_state *state, rt_alive_fn *alive, void *context)
{
    uint32_t gone = 0;

    for (uint32_t i = 0; i < LOOK_AT; i++) {
        const struct thread *thread = rt_slab_walk(&state->threads, &state->sweep_hand);
        if (!thread) { /* from the beginning, next time */
            state->sweep_hand = 0;
            break;
        }
        if (!has_gone(state, thread, alive, context))
            continue;
        rt_thread_remove(state, thread->t.tid);
        gone++;
    }
    state->stats.threads_swept += gone;
    return gone;
}
