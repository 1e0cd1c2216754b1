/* What is found out after a loss, in the place of what was believed. See state.h. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* /proc counts starts in hundredths of a second, from a boot time that the clock may have moved. */
#define SAME_START_NS UINT64_C(1000000000)

/* Descriptors above are no process' own (files that are registered with a ring). */
#define MOST_FDS (INT64_C(1) << 30)

static bool differs(const struct rt_str *a, const struct rt_str *b)
{
    return a->len != b->len || memcmp(a->data, b->data, a->len) != 0;
}

static bool is_the_same(const struct rt_thread *known, const struct rt_thread *found)
{
    const uint64_t a = known->clone_time_ns, b = found->clone_time_ns;

    return known->pid == found->pid && (a > b ? a - b : b - a) <= SAME_START_NS;
}

static void correct_program(struct rt_state *state, struct thread *thread,
                            const struct rt_thread *found)
{
    struct rt_thread *t = &thread->t;

    rt_share_set(state->pool, &t->exe, found->exe.data, found->exe.len);
    rt_thread_set_args(state, &t->args, (const uint8_t *)found->args.data, found->args.len);
    if (rt_thread_is_main(thread))
        rt_thread_set_args(state, &t->env, (const uint8_t *)found->env.data, found->env.len);
    if (!differs(&t->exepath, &found->exepath) && t->exe_ino == found->exe_ino)
        return;
    rt_thread_set_exepath(state, thread, found->exepath.data, found->exepath.len);
    t->exe_ino = found->exe_ino;
    t->exe_ctime_ns = found->exe_ctime_ns;
    t->exe_mtime_ns = found->exe_mtime_ns;
    t->exec_time_ns = state->now_ns; /* nobody knows better: at the latest */
    const uint32_t of_exe = RT_THREAD_EXE_WRITABLE | RT_THREAD_EXE_UPPER_LAYER |
                            RT_THREAD_EXE_LOWER_LAYER | RT_THREAD_EXE_FROM_MEMFD;
    t->flags = (t->flags & ~of_exe) | (found->flags & of_exe);
    t->exe_ctime_to_clone_ns = t->clone_time_ns - t->exe_ctime_ns;
}

static void correct_numbers(struct rt_thread *t, const struct rt_thread *found)
{
    t->vtid = found->vtid;
    t->vpid = found->vpid;
    t->vpgid = found->vpgid;
    t->pgid = found->pgid;
    t->sid = found->sid;
    t->tty = found->tty;
    t->uid = found->uid;
    t->gid = found->gid;
    t->loginuid = found->loginuid;
    t->cap_permitted = found->cap_permitted;
    t->cap_effective = found->cap_effective;
    t->cap_inheritable = found->cap_inheritable;
    t->fd_limit = found->fd_limit;
}

int rt_state_correct_thread(struct rt_state *state, const struct rt_thread *found)
{
    struct thread *thread = rt_thread_find(state, found->tid);

    if (thread && !rt_thread_is_invalid(thread) && !is_the_same(&thread->t, found)) {
        rt_thread_remove(state, found->tid);
        thread = NULL;
    }
    if (!thread || rt_thread_is_invalid(thread))
        return rt_state_add_thread(state, found);
    rt_thread_resurrect(thread);
    rt_thread_set_comm(state, thread, found->comm, (uint32_t)strlen(found->comm));
    correct_program(state, thread, found);
    correct_numbers(&thread->t, found);
    rt_thread_set_cgroups(state, thread, NULL, (const uint8_t *)found->cgroups.data,
                          found->cgroups.len);
    if (differs(&thread->t.root, &found->root))
        rt_share_set(state->pool, &thread->t.root, found->root.data, found->root.len);
    if (rt_thread_is_main(thread))
        rt_thread_set_cwd(state, thread, found->cwd.data, found->cwd.len);
    if (thread->t.ptid != found->ptid && thread->t.pid != 1 && rt_thread_is_main(thread))
        rt_thread_set_parent(state, thread, found->ptid);
    rt_thread_changed(state, thread);
    rt_others_changed(state);
    return 0;
}

/* --- fds --- */

static bool is_file(enum rt_fd_type type)
{
    return type == RT_FD_FILE || type == RT_FD_FILE_V2 || type == RT_FD_DIRECTORY ||
           type == RT_FD_MEMFD;
}

static bool is_socket(enum rt_fd_type type)
{
    return type == RT_FD_IPV4_SOCK || type == RT_FD_IPV6_SOCK || type == RT_FD_IPV4_SERVSOCK ||
           type == RT_FD_IPV6_SERVSOCK || type == RT_FD_UNIX_SOCK || type == RT_FD_NETLINK;
}

/* A socket that its process has connected to nothing yet tells /proc less than its events told. */
static bool is_same_socket(const struct rt_fd *known, const struct rt_fd *found)
{
    if (known->type != found->type)
        return (known->type == RT_FD_IPV4_SOCK || known->type == RT_FD_IPV6_SOCK) &&
               found->type == RT_FD_IPV6_SOCK &&
               known->local_port + known->remote_port == found->local_port + found->remote_port;
    if (known->type == RT_FD_UNIX_SOCK || known->type == RT_FD_NETLINK || found->remote_port == 0)
        return true;
    return known->local_port + known->remote_port == found->local_port + found->remote_port;
}

static bool is_same_fd(const struct rt_fd *known, const struct rt_fd *found)
{
    if (is_socket(known->type) || is_socket(found->type))
        return is_socket(known->type) && is_socket(found->type) && is_same_socket(known, found);
    if (known->ino != 0 && found->ino != 0 && (is_file(known->type) || known->type == RT_FD_FIFO))
        return is_file(known->type) == is_file(found->type) && known->ino == found->ino &&
               (known->dev == 0 || found->dev == 0 || known->dev == found->dev ||
                !differs(&known->name, &found->name));
    if (is_file(known->type))
        return is_file(found->type) && !differs(&known->name, &found->name);
    return known->type == found->type || known->type == RT_FD_UNSUPPORTED;
}

int rt_state_correct_fd(struct rt_state *state, int64_t pid, const struct rt_fd *found)
{
    const struct thread *thread = rt_thread_find(state, pid);
    const struct fd *known =
        thread ? rt_fds_find(state, rt_thread_fds(thread), found->number) : NULL;

    if (found->type == RT_FD_UNINIT) {
        if (known && !is_socket(known->f.type))
            rt_fds_remove(state, rt_thread_fds(thread), found->number);
        return 0;
    }
    return known && is_same_fd(&known->f, found) ? 0 : rt_state_add_fd(state, pid, found);
}

struct numbers {
    const int64_t *items; /* n, ascending */
    uint32_t n;
};

static int by_number(const void *left, const void *right)
{
    const int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

    return (a > b) - (a < b);
}

static bool holds(const struct numbers *numbers, int64_t number)
{
    return numbers->n > 0 &&
           bsearch(&number, numbers->items, numbers->n, sizeof *numbers->items, by_number);
}

static bool is_gone(const struct fd *fd, const void *context)
{
    return fd->f.number >= 0 && fd->f.number < MOST_FDS && !holds(context, fd->f.number);
}

void rt_state_keep_fds(struct rt_state *state, int64_t pid, const int64_t *numbers, uint32_t n)
{
    const struct thread *thread = rt_thread_find(state, pid);
    const struct numbers kept = {numbers, n};

    if (thread)
        rt_fds_remove_if(state, rt_thread_fds(thread), is_gone, &kept);
}

void rt_state_keep_threads(struct rt_state *state, int64_t pid, const int64_t *tids, uint32_t n)
{
    const struct numbers kept = {tids, n};
    const struct group *group = rt_map_find(&state->by_pid, pid);
    struct thread *thread = group ? group->first : NULL;

    while (thread) { /* other threads before the main one, which waits for them */
        struct thread *next = thread->group_next;
        if (!rt_thread_is_main(thread) && !holds(&kept, thread->t.tid))
            rt_thread_remove(state, thread->t.tid);
        thread = next;
    }
    if (!holds(&kept, pid))
        rt_thread_remove(state, pid);
}

void rt_state_correct_done(struct rt_state *state)
{
    rt_sockets_turn(state);
}
