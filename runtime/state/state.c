/* The way of an event through the state: whose it is, which fd it is about, what it changes. The
 * life of the state and its start are in life.c.
 */
#include "internal.h"

#include "enter.h"

/* How the thread of an event is found. */
enum look_up {
    ENTER_UNKNOWN, /* who is not known yet is entered */
    FIND_ONLY,     /* but not by what begins or ends a thread, or comes from the scheduler */
    META           /* nor by what is no thread's doing: it is about the machine */
};

/* Whether rules see the event. */
enum shown { ALWAYS, AFTER_START /* not where it only completes the start state */, NEVER };

struct action {
    on_event_fn *change; /* NULL: changes nothing */
    uint8_t look_up;
    uint8_t shown;
    int8_t fd; /* parameter that has the fd of an exit event that uses one, plus 1; 0: none */
};

/* clang-format off */
#define FD_AT(param) .fd = (param) + 1
#define CHANGES(function) .change = (function)

static const struct action actions[EV__COUNT] = {
    /* Threads */
    [EV_CLONE_20_X] = {CHANGES(rt_on_clone), FIND_ONLY},
    [EV_CLONE3_X] = {CHANGES(rt_on_clone), FIND_ONLY},
    [EV_FORK_20_X] = {CHANGES(rt_on_clone), FIND_ONLY},
    [EV_VFORK_20_X] = {CHANGES(rt_on_clone), FIND_ONLY},
    [EV_PROCEXIT_1_E] = {CHANGES(rt_on_procexit), FIND_ONLY},
    [EV_SCHEDSWITCH_6_E] = {CHANGES(rt_on_switch), FIND_ONLY},
    [EV_EXECVE_19_X] = {CHANGES(rt_on_execve)},
    [EV_EXECVEAT_X] = {CHANGES(rt_on_execve)},
    [EV_SETSID_X] = {CHANGES(rt_on_setsid)},
    [EV_GETRLIMIT_X] = {CHANGES(rt_on_rlimit)},
    [EV_SETRLIMIT_X] = {CHANGES(rt_on_rlimit)},
    [EV_PRLIMIT_X] = {CHANGES(rt_on_prlimit)},
    [EV_PRCTL_X] = {CHANGES(rt_on_prctl)},
    [EV_CAPSET_X] = {CHANGES(rt_on_capset)},
    [EV_UNSHARE_X] = {CHANGES(rt_on_namespace)},
    [EV_SETNS_X] = {CHANGES(rt_on_namespace), FD_AT(1)},
    [EV_SETUID_X] = {CHANGES(rt_on_setuid)},
    [EV_SETREUID_X] = {CHANGES(rt_on_setresuid)},
    [EV_SETRESUID_X] = {CHANGES(rt_on_setresuid)},
    [EV_SETGID_X] = {CHANGES(rt_on_setgid)},
    [EV_SETREGID_X] = {CHANGES(rt_on_setresgid)},
    [EV_SETRESGID_X] = {CHANGES(rt_on_setresgid)},
    [EV_BRK_4_X] = {CHANGES(rt_on_memory)},
    [EV_MMAP_X] = {CHANGES(rt_on_memory), FD_AT(8)},
    [EV_MMAP2_X] = {CHANGES(rt_on_memory), FD_AT(8)},
    [EV_MUNMAP_X] = {CHANGES(rt_on_memory)},

    /* Directories */
    [EV_CHDIR_X] = {CHANGES(rt_on_chdir)},
    [EV_GETCWD_X] = {CHANGES(rt_on_chdir)},
    [EV_FCHDIR_X] = {CHANGES(rt_on_fchdir), FD_AT(1)},
    [EV_CHROOT_X] = {CHANGES(rt_on_chroot)},

    /* Enter events that are kept for their exits */
    [EV_OPEN_E] = {CHANGES(rt_on_enter), .shown = NEVER},
    [EV_CREAT_E] = {CHANGES(rt_on_enter), .shown = NEVER},
    [EV_OPENAT_2_E] = {CHANGES(rt_on_enter), .shown = NEVER},
    [EV_OPENAT2_E] = {CHANGES(rt_on_enter), .shown = NEVER},
    [EV_EXECVE_19_E] = {CHANGES(rt_on_enter), .shown = NEVER},
    [EV_EXECVEAT_E] = {CHANGES(rt_on_enter), .shown = NEVER},
    [EV_CONNECT_E] = {CHANGES(rt_on_enter), FD_AT(0), .shown = NEVER},

    /* New descriptors */
    [EV_OPEN_X] = {CHANGES(rt_on_open)},
    [EV_CREAT_X] = {CHANGES(rt_on_open)},
    [EV_OPENAT_2_X] = {CHANGES(rt_on_open)},
    [EV_OPENAT2_X] = {CHANGES(rt_on_open)},
    [EV_OPEN_BY_HANDLE_AT_X] = {CHANGES(rt_on_open)},
    [EV_MEMFD_CREATE_X] = {CHANGES(rt_on_memfd)},
    [EV_PIDFD_OPEN_X] = {CHANGES(rt_on_pidfd_open)},
    [EV_PIDFD_GETFD_X] = {CHANGES(rt_on_pidfd_getfd)},
    [EV_PIPE_X] = {CHANGES(rt_on_pipe)},
    [EV_PIPE2_X] = {CHANGES(rt_on_pipe)},
    [EV_EVENTFD_X] = {CHANGES(rt_on_new_fd)},
    [EV_EVENTFD2_X] = {CHANGES(rt_on_new_fd)},
    [EV_SIGNALFD_X] = {CHANGES(rt_on_new_fd)},
    [EV_SIGNALFD4_X] = {CHANGES(rt_on_new_fd)},
    [EV_TIMERFD_CREATE_X] = {CHANGES(rt_on_new_fd)},
    [EV_INOTIFY_INIT_X] = {CHANGES(rt_on_new_fd)},
    [EV_INOTIFY_INIT1_X] = {CHANGES(rt_on_new_fd)},
    [EV_BPF_2_X] = {CHANGES(rt_on_new_fd)},
    [EV_USERFAULTFD_X] = {CHANGES(rt_on_new_fd)},
    [EV_IO_URING_SETUP_X] = {CHANGES(rt_on_new_fd)},
    [EV_EPOLL_CREATE_X] = {CHANGES(rt_on_new_fd)},
    [EV_EPOLL_CREATE1_X] = {CHANGES(rt_on_new_fd)},

    /* Descriptors that go or are doubled */
    [EV_CLOSE_X] = {CHANGES(rt_on_close), FD_AT(1)},
    [EV_CLOSE_RANGE_X] = {CHANGES(rt_on_close_range)},
    [EV_DUP_1_X] = {CHANGES(rt_on_dup), FD_AT(1)},
    [EV_DUP2_X] = {CHANGES(rt_on_dup), FD_AT(1)},
    [EV_DUP3_X] = {CHANGES(rt_on_dup), FD_AT(1)},
    [EV_FCNTL_X] = {CHANGES(rt_on_fcntl), FD_AT(1)},

    /* Sockets */
    [EV_SOCKET_X] = {CHANGES(rt_on_socket)},
    [EV_SOCKETPAIR_X] = {CHANGES(rt_on_socketpair)},
    [EV_BIND_X] = {CHANGES(rt_on_bind), FD_AT(2)},
    [EV_CONNECT_X] = {CHANGES(rt_on_connect), FD_AT(2)},
    [EV_ACCEPT_5_X] = {CHANGES(rt_on_accept)},
    [EV_ACCEPT4_6_X] = {CHANGES(rt_on_accept)},

    /* Data */
    [EV_READ_X] = {CHANGES(rt_on_read), FD_AT(2)},
    [EV_PREAD_X] = {CHANGES(rt_on_read), FD_AT(2)},
    [EV_READV_X] = {CHANGES(rt_on_read), FD_AT(3)},
    [EV_PREADV_X] = {CHANGES(rt_on_read), FD_AT(3)},
    [EV_RECV_X] = {CHANGES(rt_on_read), FD_AT(2)},
    [EV_RECVFROM_X] = {CHANGES(rt_on_read), FD_AT(3)},
    [EV_RECVMSG_X] = {CHANGES(rt_on_read), FD_AT(5)},
    [EV_RECVMMSG_X] = {CHANGES(rt_on_read), FD_AT(1)},
    [EV_WRITE_X] = {CHANGES(rt_on_write), FD_AT(2)},
    [EV_PWRITE_X] = {CHANGES(rt_on_write), FD_AT(2)},
    [EV_WRITEV_X] = {CHANGES(rt_on_write), FD_AT(2)},
    [EV_PWRITEV_X] = {CHANGES(rt_on_write), FD_AT(2)},
    [EV_SEND_X] = {CHANGES(rt_on_write), FD_AT(2)},
    [EV_SENDTO_X] = {CHANGES(rt_on_write), FD_AT(2)},
    [EV_SENDMSG_X] = {CHANGES(rt_on_write), FD_AT(2)},
    [EV_SENDMMSG_X] = {CHANGES(rt_on_write), FD_AT(1)},

    /* What only uses a descriptor */
    [EV_LISTEN_X] = {FD_AT(1)},
    [EV_SHUTDOWN_X] = {FD_AT(1)},
    [EV_LSEEK_X] = {FD_AT(1)},
    [EV_LLSEEK_X] = {FD_AT(1)},
    [EV_IOCTL_3_X] = {FD_AT(1)},
    [EV_FSTAT_X] = {FD_AT(1)},
    [EV_GETDENTS_X] = {FD_AT(1)},
    [EV_GETDENTS64_X] = {FD_AT(1)},
    [EV_FLOCK_X] = {FD_AT(1)},
    [EV_COPY_FILE_RANGE_X] = {FD_AT(1)},
    [EV_NEWFSTATAT_X] = {FD_AT(1)},
    [EV_FCHOWNAT_X] = {FD_AT(1)},
    [EV_FCHMODAT_X] = {FD_AT(1)},
    [EV_MKDIRAT_X] = {FD_AT(1)},
    [EV_UNLINKAT_2_X] = {FD_AT(1)},
    [EV_MKNODAT_X] = {FD_AT(1)},
    [EV_IO_URING_REGISTER_X] = {FD_AT(1)},
    [EV_IO_URING_ENTER_X] = {FD_AT(1)},
    [EV_SETSOCKOPT_X] = {FD_AT(1)},
    [EV_GETSOCKOPT_X] = {FD_AT(1)},
    [EV_FSCONFIG_X] = {FD_AT(1)},
    [EV_FINIT_MODULE_X] = {FD_AT(1)},
    [EV_FCHMOD_X] = {FD_AT(1)},
    [EV_FCHOWN_X] = {FD_AT(1)},
    [EV_SENDFILE_X] = {FD_AT(2)},
    [EV_SPLICE_X] = {FD_AT(2)},
    [EV_SYMLINKAT_X] = {FD_AT(2)},

    /* The machine */
    [EV_USER_ADDED_E] = {CHANGES(rt_on_user), META, AFTER_START},
    [EV_USER_DELETED_E] = {CHANGES(rt_on_user), META, AFTER_START},
    [EV_GROUP_ADDED_E] = {CHANGES(rt_on_group), META, AFTER_START},
    [EV_GROUP_DELETED_E] = {CHANGES(rt_on_group), META, AFTER_START},
    [EV_CONTAINER_JSON_2_E] = {.look_up = META, .shown = AFTER_START},
    [EV_PLUGINEVENT_E] = {.look_up = META},
    [EV_ASYNCEVENT_E] = {.look_up = META, .shown = AFTER_START},
};
/* clang-format on */

static struct thread *look_elsewhere(struct rt_state *state, const struct rt_event *event,
                                     enum look_up how)
{
    struct thread *thread =
        how == ENTER_UNKNOWN ? rt_thread_get(state, event->tid) : rt_thread_find(state, event->tid);
    if (thread) {
        state->last_tid = event->tid;
        state->last_thread = thread;
    } else if (how == FIND_ONLY) {
        state->stats.lookups_failed++;
    }
    return thread;
}

static inline struct thread *look_up(struct rt_state *state, const struct rt_event *event,
                                     enum look_up how)
{
    return event->tid == state->last_tid && state->last_thread ? state->last_thread
                                                               : look_elsewhere(state, event, how);
}

static inline void find_fd(struct turn *turn, const struct action *action)
{
    struct thread *thread = turn->thread;
    if (thread->last_fd == -1 && action->fd > 0 &&
        rt_param_given(turn->event, (uint32_t)action->fd - 1))
        thread->last_fd = rt_param_i64(turn->event, (uint32_t)action->fd - 1);
    turn->fd = rt_fds_find(turn->state, rt_thread_fds(thread), thread->last_fd);
    if (turn->fd && turn->fd->f.flags & RT_FD_NAME_CHANGED)
        turn->fd->f.flags &= ~(uint32_t)RT_FD_NAME_CHANGED;
}

static void set_last_enter(struct thread *thread, uint16_t type)
{
    const uint32_t exit = type + 1u;
    thread->last_enter = type;
    thread->leaves_fd = exit >= EV__COUNT || !(cat_events[exit].flags & CAT_EF_UNUSED);
}

/* The event becomes its thread's last one. */
static inline void begin(struct turn *turn, const struct action *action)
{
    struct thread *thread = turn->thread;
    const struct rt_event *event = turn->event;
    thread->t.last_access_ns = event->time_ns;
    if (event->type == EV_SCHEDSWITCH_6_E)
        return;
    if (action->look_up == ENTER_UNKNOWN)
        thread->t.clone_flags |= CL_ACTIVE;

    /* An exit that follows its enter event is about the fd that the enter event named. */
    if (event->info->dir == CAT_DIR_ENTER) {
        thread->last_fd = -1;
        set_last_enter(thread, event->type);
    } else {
        thread->enter_valid =
            event->type == thread->last_enter + 1 ||
            (event->type == EV_EXECVE_19_X && thread->last_enter == EV_EXECVEAT_E);
        if (!thread->enter_valid)
            thread->last_fd = -1;
    }
    if (event->info->flags & CAT_EF_USES_FD)
        find_fd(turn, action);
}

/* No rule sees, as in Falco: the enter events that are left, which serve the state alone; those
 * that a recorder marked so; and what belongs to the start state, at the beginning. */
static inline bool hidden(struct rt_state *state, const struct rt_event *event,
                          const struct action *action)
{
    enum { STATE_ONLY = 1 }; /* flag of a capture's event block */

    if (!state->begun) {
        if (action->shown == AFTER_START)
            return true;
        state->begun = true;
    }
    return action->shown == NEVER || event->block_flags & STATE_ONLY;
}

/* Everything until rules may look. Whether they may. */
static inline bool before(struct turn *turn, const struct action *action, enum look_up how)
{
    struct rt_state *state = turn->state;
    const struct rt_event *event = turn->event;
    state->now_ns = event->time_ns;
    state->event_tid = event->tid;
    turn->thread = look_up(state, event, how);
    if (turn->thread && how != META)
        begin(turn, action);
    if (action->change)
        action->change(turn);
    return !hidden(state, event, action);
}

static inline enum look_up how_of(const struct rt_event *event, const struct action *action)
{
    return event->info->flags & CAT_EF_SKIPPARSERESET ? META : action->look_up;
}

void rt_state_before(struct rt_state *state, const struct rt_event *event,
                     struct rt_subject *subject)
{
    const struct action *action = &actions[event->type];
    const enum look_up how = how_of(event, action);
    struct turn turn = {.state = state, .event = event};
    subject->skip = !before(&turn, action, how);
    subject->thread = turn.thread ? &turn.thread->t : NULL;
    subject->fd = turn.fd ? &turn.fd->f : NULL;
    subject->fd_number = turn.thread && how != META ? turn.thread->last_fd : -1;
}

bool rt_state_reads(uint32_t type)
{
    return actions[type].change || cat_events[type].source == CAT_SOURCE_META ||
           (cat_events[type].flags & CAT_EF_USES_FD && cat_events[type].dir == CAT_DIR_ENTER);
}

enum rt_pass rt_state_pass(struct rt_state *state, const struct rt_event *event)
{
    const struct action *action = &actions[event->type];
    state->now_ns = event->time_ns;
    state->event_tid = event->tid;
    if (!(event->info->flags & CAT_EF_SKIPPARSERESET)) {
        struct thread *thread = look_up(state, event, action->look_up);
        if (thread) {
            if (thread->enter || thread->leaves_fd)
                return RT_PASS_NEEDED;
            thread->t.last_access_ns = event->time_ns;
            thread->t.clone_flags |= CL_ACTIVE;
            thread->last_fd = -1;
            if (event->info->dir == CAT_DIR_ENTER)
                set_last_enter(thread, event->type);
            else
                thread->enter_valid = false;
        }
    }
    return hidden(state, event, action) ? RT_PASS_HIDDEN : RT_PASS_SHOWN;
}

/* What must wait until rules have looked: fds and threads that go. */
static void let_go(struct rt_state *state)
{
    if (state->close_tid >= 0) {
        const struct thread *thread = rt_thread_find(state, state->close_tid);
        if (thread)
            rt_fds_remove(state, rt_thread_fds(thread), state->close_fd);
        state->close_tid = -1;
    }
    if (state->exit_tid >= 0) {
        const struct thread *thread = rt_thread_find(state, state->exit_tid);
        rt_clone_remember_exit(state, state->exit_tid, thread ? thread->t.ptid : -1);
        rt_thread_remove(state, state->exit_tid);
        state->exit_tid = -1;
    }
}

static inline void after(struct rt_state *state, const struct rt_event *event,
                         struct thread *thread)
{
    if (thread && thread->enter && event->info->dir == CAT_DIR_EXIT) {
        rt_enter_forget(state, thread);
        thread->enter_valid = false;
    }
    if (event->type == EV_PROCINFO_E && thread) {
        thread->t.cpu_user = rt_param_u64(event, 0);
        thread->t.cpu_system = rt_param_u64(event, 1);
    }
    if ((state->close_tid & state->exit_tid) >= 0) /* one of them at least */
        let_go(state);
}

void rt_state_after(struct rt_state *state, const struct rt_event *event,
                    struct rt_subject *subject)
{
    after(state, event, (struct thread *)subject->thread);
    *subject = (struct rt_subject){.fd_number = -1};
}

bool rt_state_apply(struct rt_state *state, const struct rt_event *event)
{
    const struct action *action = &actions[event->type];
    struct turn turn = {.state = state, .event = event};
    const bool shown = before(&turn, action, how_of(event, action));
    after(state, event, turn.thread);
    return shown;
}
