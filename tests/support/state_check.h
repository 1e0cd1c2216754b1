/* Whether the state's tables hang together: everything that points to something points to something
 * that is there, and the counters say what is so.
 */
#ifndef RULEC_TESTS_STATE_CHECK_H
#define RULEC_TESTS_STATE_CHECK_H

#include "state/internal.h"

#include <string.h>

struct state_check {
    const struct rt_state *state;
    const char *wrong; /* the first thing that is; NULL: nothing */
};

#define CHECK_THAT(check, condition)                                                               \
    do {                                                                                           \
        if (!(condition) && !(check)->wrong)                                                       \
            (check)->wrong = #condition;                                                           \
    } while (0)

static inline void check_text(struct state_check *check, const struct rt_str *text)
{
    CHECK_THAT(check, text->data[text->len] == 0);
}

static inline void check_fd(void *context, const struct rt_fd *fd)
{
    check_text(context, &fd->name);
    check_text(context, &fd->name_raw);
}

static inline void check_thread(void *context, const struct rt_thread *t)
{
    struct state_check *check = context;
    const struct thread *thread = (const struct thread *)t;
    CHECK_THAT(check, rt_state_thread(check->state, t->tid) == t);
    uint64_t children = 0;
    for (const struct thread *c = thread->children; c; c = c->sibling_next) {
        CHECK_THAT(check, c->parent == thread);
        CHECK_THAT(check, c->t.ptid == t->tid);
        children++;
    }
    CHECK_THAT(check, children == t->nchildren);
    if (thread->group) {
        uint64_t alive = 0;
        bool found = false;
        for (const struct thread *m = thread->group->first; m; m = m->group_next) {
            alive += !(m->t.clone_flags & CL_CLOSED);
            found = found || m == thread;
            CHECK_THAT(check, m->group == thread->group);
        }
        CHECK_THAT(check, found);
        CHECK_THAT(check, alive == thread->group->alive);
    }
    CHECK_THAT(check, strnlen(t->comm, RT_COMM_SIZE) < RT_COMM_SIZE);
    CHECK_THAT(check, strnlen(t->container_id, RT_CONTAINER_ID_SIZE) < RT_CONTAINER_ID_SIZE);
    const struct rt_str *texts[] = {&t->exe,     &t->exepath, &t->args, &t->env,
                                    &t->cgroups, &t->cwd,     &t->root};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        check_text(check, texts[i]);
    rt_state_each_fd(check->state, t, check_fd, check);
    for (uint32_t n = 0; n < 100 && rt_state_ancestor(check->state, t, n); n++)
        ;
}

/* NULL, or what is wrong. */
static inline const char *state_check(struct rt_state *state)
{
    struct state_check check = {.state = state}, *c = &check;
    struct rt_state_stats stats;
    rt_state_stats(state, &stats);
    CHECK_THAT(c, stats.threads <= stats.limits.threads);
    CHECK_THAT(c, stats.fds <= stats.limits.fds);
    CHECK_THAT(c, stats.pool_used <= stats.limits.pool_bytes);
    CHECK_THAT(c, stats.threads_added - stats.threads_removed == stats.threads);
    CHECK_THAT(c, stats.fds_added - stats.fds_removed == stats.fds);
    rt_state_each_thread(state, check_thread, c);
    return check.wrong;
}

#endif
