/* Looking at the state: the part of state.h that changes nothing. */
#include "internal.h"

#include <string.h>

static const struct thread *inside(const struct rt_thread *thread)
{
    return (const struct thread *)thread;
}

struct rt_thread *rt_state_thread(const struct rt_state *state, int64_t tid)
{
    struct thread *thread = rt_thread_find(state, tid);
    return thread ? &thread->t : NULL;
}

struct rt_thread *rt_state_main_thread(const struct rt_state *state, const struct rt_thread *thread)
{
    (void)state;
    struct thread *main = rt_thread_main(inside(thread));
    return main ? &main->t : NULL;
}

struct rt_thread *rt_state_ancestor(const struct rt_state *state, const struct rt_thread *thread,
                                    uint32_t n)
{
    const struct thread *main = rt_thread_main(inside(thread));
    for (uint32_t i = 0; i < n && main; i++) {
        const struct thread *parent = rt_thread_find(state, main->t.ptid);
        if (!parent)
            return NULL;
        const struct thread *next = rt_thread_main(parent);
        if (next == main) /* its own parent: there is nobody above */
            return NULL;
        main = next;
    }
    return main ? (struct rt_thread *)(uintptr_t)&main->t : NULL;
}

struct rt_thread *rt_state_parent(const struct rt_state *state, const struct rt_thread *thread)
{
    return rt_state_ancestor(state, thread, 1);
}

struct rt_fd *rt_state_fd(const struct rt_state *state, const struct rt_thread *thread,
                          int64_t number)
{
    struct fd *fd = rt_fds_find(state, rt_thread_fds(inside(thread)), number);
    return fd ? &fd->f : NULL;
}

uint32_t rt_state_thread_place(const struct rt_thread *thread)
{
    return inside(thread)->place;
}

uint32_t rt_state_fd_place(const struct rt_fd *fd)
{
    return ((const struct fd *)fd)->place;
}

uint64_t rt_state_epoch(const struct rt_state *state)
{
    return state->epoch;
}

uint64_t rt_state_fd_count(const struct rt_state *state, const struct rt_thread *thread)
{
    (void)state;
    const struct thread *main = rt_thread_main(inside(thread));
    return main ? main->own_fds.count : 0;
}

uint64_t rt_state_group_size(const struct rt_state *state, const struct rt_thread *thread)
{
    (void)state;
    const struct group *group = inside(thread)->group;
    return group ? group->alive : 0;
}

const char *rt_state_hostname(const struct rt_state *state)
{
    return state->hostname;
}

uint64_t rt_state_boot_time(const struct rt_state *state)
{
    return state->boot_time_ns;
}

uint32_t rt_state_ncpus(const struct rt_state *state)
{
    return state->ncpus;
}

void rt_state_each_thread(const struct rt_state *state,
                          void (*fn)(void *context, const struct rt_thread *thread), void *context)
{
    uint32_t index = 0;
    const struct thread *thread;
    while ((thread = rt_slab_walk(&state->threads, &index)))
        fn(context, &thread->t);
}

void rt_state_each_fd(const struct rt_state *state, const struct rt_thread *thread,
                      void (*fn)(void *context, const struct rt_fd *fd), void *context)
{
    rt_fds_each_to_enter(state, &inside(thread)->own_fds, fn, context);
}

void rt_state_each_fd_listed(const struct rt_state *state, const struct rt_thread *thread,
                             void (*fn)(void *context, const struct rt_fd *fd), void *context)
{
    const struct rt_fd_table *table = rt_thread_fds(inside(thread));
    for (uint32_t at = table ? table->first : 0; at;) {
        const struct fd *fd = rt_slab_at(&state->fds, at - 1);
        at = fd->after;
        fn(context, &fd->f);
    }
}

void rt_state_stats(const struct rt_state *state, struct rt_state_stats *stats)
{
    *stats = state->stats;
    stats->threads = state->threads.live;
    stats->fds = state->fds.live;
    stats->limits = state->limits;
    stats->pool_used = rt_pool_used(state->pool);
    stats->pool_refused = rt_pool_refused(state->pool);
}

struct rt_str rt_text_of(const struct rt_param *param)
{
    static const char null_text[] = "(NULL)";
    if (param->len > 0 &&
        (param->len != sizeof(null_text) || memcmp(param->data, null_text, param->len) != 0)) {
        const uint8_t *end = memchr(param->data, 0, param->len);
        if (end)
            return (struct rt_str){.data = (const char *)param->data,
                                   .len = (uint32_t)(end - param->data)};
    }
    return (struct rt_str){.data = "<NA>", .len = 4};
}
