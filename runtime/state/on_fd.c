/* Descriptors that are made, doubled and closed. */
#include "internal.h"

void rt_fd_duplicate(struct turn *turn, const struct fd *from, int64_t number, bool close_on_exec)
{
    struct rt_state *state = turn->state;
    struct fd *fd = rt_fds_find(state, rt_thread_fds(turn->thread), number);
    if (fd == from) { /* onto itself: nothing new but the flag */
        turn->thread->last_fd = number;
    } else {
        fd = rt_thread_add_fd(state, turn->thread, number);
        if (fd)
            rt_fd_assign(state, fd, from);
    }
    turn->fd = fd;
    if (!fd)
        return;
    fd->f.flags &= ~(uint32_t)RT_FD_NAME_CHANGED;
    rt_fd_clear_close_on_exec(fd);
    if (close_on_exec)
        fd->f.open_flags |= O_PPM_CLOEXEC;
}

/* The kinds of descriptor that have no name, with where the event says how they were made. */
void rt_on_new_fd(struct turn *turn)
{
    enum { EPOLL_CLOEXEC_FLAG = 1 };
    const struct rt_event *event = turn->event;
    int64_t number = rt_param_i64(event, 0);
    if (!turn->thread || number < 0)
        return;
    struct fd *fd = rt_thread_add_fd(turn->state, turn->thread, number);
    turn->fd = fd;
    if (!fd)
        return;
    switch (event->type) {
    case EV_EVENTFD_X:
        fd->f.type = RT_FD_EVENTFD;
        break;
    case EV_EVENTFD2_X:
        fd->f.type = RT_FD_EVENTFD;
        fd->f.open_flags = (uint32_t)rt_param_u64(event, 1);
        break;
    case EV_SIGNALFD_X:
        fd->f.type = RT_FD_SIGNALFD;
        break;
    case EV_SIGNALFD4_X:
        fd->f.type = RT_FD_SIGNALFD;
        fd->f.open_flags = (uint32_t)rt_param_u64(event, 1);
        break;
    case EV_TIMERFD_CREATE_X:
        fd->f.type = RT_FD_TIMERFD;
        fd->f.open_flags = (uint32_t)rt_param_u64(event, 2);
        break;
    case EV_INOTIFY_INIT_X:
        fd->f.type = RT_FD_INOTIFY;
        break;
    case EV_INOTIFY_INIT1_X:
        fd->f.type = RT_FD_INOTIFY;
        fd->f.open_flags = (uint32_t)rt_param_u64(event, 1);
        break;
    case EV_BPF_2_X:
        fd->f.type = RT_FD_BPF;
        break;
    case EV_USERFAULTFD_X:
        fd->f.type = RT_FD_USERFAULTFD;
        break;
    case EV_IO_URING_SETUP_X:
        fd->f.type = RT_FD_IOURING;
        break;
    case EV_EPOLL_CREATE_X:
        fd->f.type = RT_FD_EVENTPOLL;
        break;
    case EV_EPOLL_CREATE1_X:
        fd->f.type = RT_FD_EVENTPOLL;
        if (rt_param_u64(event, 1) & EPOLL_CLOEXEC_FLAG)
            fd->f.open_flags = O_PPM_CLOEXEC;
        break;
    default:
        break;
    }
}

static struct fd *add_pipe_end(struct turn *turn, uint32_t param, uint64_t ino, uint32_t flags)
{
    struct fd *fd = rt_thread_add_fd(turn->state, turn->thread, rt_param_i64(turn->event, param));
    if (fd) {
        fd->f.type = RT_FD_FIFO;
        fd->f.ino = ino;
        fd->f.open_flags = flags;
    }
    return fd;
}

void rt_on_pipe(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    if (!turn->thread || rt_param_i64(event, 0) < 0)
        return;
    uint64_t ino = rt_param_u64(event, 3);
    uint32_t flags = event->type == EV_PIPE2_X ? (uint32_t)rt_param_u64(event, 4) : 0;
    add_pipe_end(turn, 1, ino, flags);
    turn->fd = add_pipe_end(turn, 2, ino, flags);
}

/* The fd stays until the event has been looked at; see rt_state_after. */
void rt_on_close(struct turn *turn)
{
    if (!turn->thread || !turn->fd || rt_param_i64(turn->event, 0) < 0)
        return;
    turn->state->close_tid = turn->thread->t.tid;
    turn->state->close_fd = turn->thread->last_fd;
}

struct range {
    uint32_t first, last;
};

static bool in_range(const struct fd *fd, const void *context)
{
    const struct range *range = context;
    return fd->f.number >= range->first && fd->f.number <= range->last;
}

static void set_close_on_exec(struct rt_state *state, struct rt_fd_table *table,
                              const struct range *range)
{
    for (uint32_t i = 0; table && i < table->size; i++) {
        if (!table->slots[i])
            continue;
        struct fd *fd = rt_slab_at(&state->fds, table->slots[i] - 1);
        if (in_range(fd, range))
            fd->f.open_flags |= O_PPM_CLOEXEC;
    }
}

void rt_on_close_range(struct turn *turn)
{
    enum { CLOEXEC_INSTEAD = 4 };
    const struct rt_event *event = turn->event;
    if (!turn->thread || rt_param_i64(event, 0) < 0)
        return;
    struct rt_fd_table *table = rt_thread_fds(turn->thread);
    struct range range = {(uint32_t)rt_param_u64(event, 1), (uint32_t)rt_param_u64(event, 2)};
    if (rt_param_u64(event, 3) & CLOEXEC_INSTEAD)
        set_close_on_exec(turn->state, table, &range);
    else
        rt_fds_remove_if(turn->state, table, in_range, &range);
}

/* A double of what was received over a socket and closed before it could be looked up. */
static void look_up(struct turn *turn, int64_t number)
{
    if (turn->state->fd_passed)
        turn->state->fd_passed(turn->state->fd_passed_context, &turn->thread->t, number);
}

void rt_on_dup(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    int64_t number = rt_param_i64(event, 0);
    if (!turn->thread || number < 0)
        return;
    if (!turn->fd) {
        /* Live, what is not known was kept away on purpose (filter.h), and takes the place of what
         * had the number. Falco leaves that, and so do captures. */
        struct rt_fd_table *table = rt_thread_fds(turn->thread);
        if (!rt_state_is_replay(turn->state) && table)
            rt_fds_remove(turn->state, table, number);
        look_up(turn, number);
        return;
    }
    /* A shell that puts a pipe in place of stdin or stdout. */
    if (number == 0)
        turn->thread->t.clone_flags |= CL_PIPE_DST;
    if (number == 1)
        turn->thread->t.clone_flags |= CL_PIPE_SRC;
    bool close_on_exec = event->type == EV_DUP3_X && rt_param_u64(event, 3) & O_PPM_CLOEXEC;
    rt_fd_duplicate(turn, turn->fd, number, close_on_exec);
}

void rt_on_fcntl(struct turn *turn)
{
    enum { DUPFD = 1, SETFD = 3, DUPFD_CLOEXEC = 26, FD_CLOEXEC_FLAG = 1 };
    const struct rt_event *event = turn->event;
    if (!turn->thread || rt_param_i64(event, 0) < 0)
        return;
    const uint64_t command = rt_param_u64(event, 2);
    if (!turn->fd) {
        if (command == DUPFD || command == DUPFD_CLOEXEC)
            look_up(turn, rt_param_i64(event, 0));
        return;
    }
    switch (command) {
    case SETFD:
        rt_fd_clear_close_on_exec(turn->fd);
        if (rt_param_u64(event, 3) & FD_CLOEXEC_FLAG)
            turn->fd->f.open_flags |= O_PPM_CLOEXEC;
        break;
    case DUPFD:
        rt_fd_duplicate(turn, turn->fd, rt_param_i64(event, 0), false);
        break;
    case DUPFD_CLOEXEC:
        rt_fd_duplicate(turn, turn->fd, rt_param_i64(event, 0), true);
        break;
    default:
        break;
    }
}
