/* Fuzzes the capture reader, the conversion of old events and the state: any bytes are read as a
 * capture, plain or gzip, and every event that comes out goes through the state, as in an agent.
 */
#include "look.h"
#include "source/source.h"
#include "state/state.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An event, its fd, and what is known of its thread. */
static uint64_t look(const struct rt_state *state, const struct rt_event *event,
                     const struct rt_subject *subject)
{
    uint64_t sum = look_at_event(event, subject);

    for (uint32_t n = 0; subject->thread && n < 8; n++) {
        const struct rt_thread *thread =
            n == 0 ? subject->thread : rt_state_ancestor(state, subject->thread, n);
        if (!thread)
            break;
        sum += (uint8_t)thread->args.data[thread->args.len] +
               (uint8_t)thread->cwd.data[thread->cwd.len] +
               (uint8_t)thread->exepath.data[thread->exepath.len] +
               rt_state_fd_count(state, thread) + rt_state_group_size(state, thread);
    }
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct rt_state *state; /* made once: reserving memory takes longer than an input */
    const struct rt_state_limits limits = {256, 2048, 16 << 20};
    struct rt_source *source;
    struct rt_event event;
    char error[256];

    if (!state && rt_state_create(&state, &limits) != 0)
        abort();
    rt_state_clear(state);
    if (rt_capture_open_memory(&source, data, size, error, sizeof(error)) != 0)
        return 0;
    int result = source->ops->start(source, state);
    while (result == 0 && (result = source->ops->next(source, &event, 0)) == 0) {
        struct rt_subject subject = {.fd_number = -1};
        rt_state_before(state, &event, &subject);
        __asm__ volatile("" : : "r"(look(state, &event, &subject))); /* so that the reads stay */
        rt_state_after(state, &event, &subject);
    }
    source->ops->close(source);
    return 0;
}
