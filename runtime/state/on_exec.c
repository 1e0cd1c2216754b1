/* Execution: what a thread becomes with a successful execve or execveat. */
#include "internal.h"

#include "enter.h"
#include "path.h"

enum {
    P_EXE = 1,
    P_ARGS = 2,
    P_PID = 4,
    P_PTID = 5,
    P_FD_LIMIT = 7,
    P_PF_MAJOR = 8,
    P_PF_MINOR = 9,
    P_VM_SIZE = 10,
    P_VM_RSS = 11,
    P_VM_SWAP = 12,
    P_COMM = 13,
    P_CGROUPS = 14,
    P_ENV = 15,
    P_TTY = 16,
    P_VPGID = 17,
    P_LOGINUID = 18,
    P_FLAGS = 19,
    P_CAP_INHERITABLE = 20,
    P_CAP_PERMITTED = 21,
    P_CAP_EFFECTIVE = 22,
    P_EXE_INO = 23,
    P_EXE_CTIME = 24,
    P_EXE_MTIME = 25,
    P_UID = 26,
    P_EXEPATH = 27,
    P_PGID = 28,
    P_GID = 29
};

enum { EXE_WRITABLE = 1, EXE_UPPER_LAYER = 2, EXE_FROM_MEMFD = 4, EXE_LOWER_LAYER = 8 };
enum { AT_EMPTY_PATH_FLAG = 1 };

static void set_process_facts(const struct turn *turn)
{
    const struct rt_event *event = turn->event;
    struct rt_thread *t = &turn->thread->t;
    t->fd_limit = rt_param_u64(event, P_FD_LIMIT);
    if (rt_param_given(event, P_VM_SWAP)) {
        t->pf_major = rt_param_u64(event, P_PF_MAJOR);
        t->pf_minor = rt_param_u64(event, P_PF_MINOR);
        t->vm_size_kb = (uint32_t)rt_param_u64(event, P_VM_SIZE);
        t->vm_rss_kb = (uint32_t)rt_param_u64(event, P_VM_RSS);
        t->vm_swap_kb = (uint32_t)rt_param_u64(event, P_VM_SWAP);
    }
    if (rt_param_given(event, P_ENV)) {
        const struct rt_param *env = &event->params[P_ENV];
        rt_thread_set_args(turn->state, &t->env, env->data, env->len);
    }
    if (rt_param_given(event, P_CGROUPS)) {
        const struct rt_param *cgroups = &event->params[P_CGROUPS];
        rt_thread_set_cgroups(turn->state, turn->thread, NULL, cgroups->data, cgroups->len);
    }
    if (rt_param_given(event, P_TTY))
        t->tty = (uint32_t)rt_param_u64(event, P_TTY);
    if (rt_param_given(event, P_VPGID))
        t->vpgid = rt_param_i64(event, P_VPGID);
    t->pgid = rt_param_given(event, P_PGID) ? rt_param_i64(event, P_PGID) : -1;
}

static void set_credentials(const struct rt_event *event, struct rt_thread *t)
{
    if (rt_param_given(event, P_LOGINUID))
        t->loginuid = (uint32_t)rt_param_u64(event, P_LOGINUID);
    if (rt_param_given(event, P_CAP_EFFECTIVE)) {
        t->cap_inheritable = rt_param_u64(event, P_CAP_INHERITABLE);
        t->cap_permitted = rt_param_u64(event, P_CAP_PERMITTED);
        t->cap_effective = rt_param_u64(event, P_CAP_EFFECTIVE);
    }
    if (rt_param_given(event, P_UID))
        t->uid = (uint32_t)rt_param_u64(event, P_UID);
    if (rt_param_given(event, P_GID))
        t->gid = (uint32_t)rt_param_u64(event, P_GID);
}

static void set_executable(const struct rt_event *event, struct rt_thread *t)
{
    if (rt_param_given(event, P_FLAGS)) {
        uint64_t flags = rt_param_u64(event, P_FLAGS);
        t->flags &= ~(uint32_t)(RT_THREAD_EXE_WRITABLE | RT_THREAD_EXE_UPPER_LAYER |
                                RT_THREAD_EXE_LOWER_LAYER | RT_THREAD_EXE_FROM_MEMFD);
        if (flags & EXE_WRITABLE)
            t->flags |= RT_THREAD_EXE_WRITABLE;
        if (flags & EXE_UPPER_LAYER)
            t->flags |= RT_THREAD_EXE_UPPER_LAYER;
        if (flags & EXE_FROM_MEMFD)
            t->flags |= RT_THREAD_EXE_FROM_MEMFD;
        if (flags & EXE_LOWER_LAYER)
            t->flags |= RT_THREAD_EXE_LOWER_LAYER;
    }
    if (rt_param_given(event, P_EXE_MTIME)) {
        t->exe_ino = rt_param_u64(event, P_EXE_INO);
        t->exe_ctime_ns = rt_param_u64(event, P_EXE_CTIME);
        t->exe_mtime_ns = rt_param_u64(event, P_EXE_MTIME);
        if (t->clone_time_ns != 0)
            t->exe_ctime_to_clone_ns = t->clone_time_ns - t->exe_ctime_ns;
        if (t->pidns_start_ns != 0 && t->exe_ctime_ns > t->pidns_start_ns)
            t->pidns_to_exe_ctime_ns = t->exe_ctime_ns - t->pidns_start_ns;
    }
}

/* Old captures do not say which file was executed, but what execve or execveat were called with. */
static void guess_exepath(struct turn *turn)
{
    struct rt_state *state = turn->state;
    struct thread *thread = turn->thread;
    char *out = state->name_buffer;
    uint32_t len;
    switch (rt_enter_type(turn)) {
    case EV_EXECVE_19_E: {
        struct rt_str name = rt_enter_text(turn, 0);
        struct rt_str cwd = rt_thread_cwd(thread);
        if (rt_is_na(name)) {
            rt_thread_set_exepath(state, thread, name.data, name.len);
            return;
        }
        len = rt_path_join(out, RT_PATH_SIZE, cwd.data, cwd.len, name.data, name.len);
        break;
    }
    case EV_EXECVEAT_E: {
        int64_t dirfd = rt_enter_i64(turn, 0);
        struct rt_str name = rt_enter_text(turn, 1);
        bool empty_path = (uint64_t)rt_enter_i64(turn, 2) & AT_EMPTY_PATH_FLAG;
        struct rt_dir dir = rt_dir_of(turn, name, dirfd);
        if (dir.fd) {
            turn->fd = dir.fd;
            turn->fd->f.flags &= ~(uint32_t)RT_FD_NAME_CHANGED;
        }
        if ((!empty_path && rt_is_na(name)) || dir.unknown) {
            rt_thread_set_exepath(state, thread, "<NA>", 4);
            return;
        }
        if (empty_path)
            len = rt_path_join(out, RT_PATH_SIZE, "", 0, dir.path.data, dir.path.len);
        else
            len = rt_path_join(out, RT_PATH_SIZE, dir.path.data, dir.path.len, name.data, name.len);
        break;
    }
    default:
        return; /* then it keeps what it had */
    }
    rt_thread_set_exepath(state, thread, out, len);
}

static bool closes(const struct fd *fd, const void *context)
{
    (void)context;
    return rt_fd_close_on_exec(fd);
}

/* The other threads of the process ended with the execve; their ends may never be told. */
static void end_other_threads(struct turn *turn)
{
    struct group *group = turn->thread->group;
    if (!group || group->alive <= 1)
        return;
    struct thread *other = group->first;
    while (other) {
        struct thread *next = other->group_next;
        if (other != turn->thread && !rt_thread_is_main(other))
            rt_thread_remove(turn->state, other->t.tid);
        other = next;
    }
}

void rt_on_execve(struct turn *turn)
{
    struct rt_state *state = turn->state;
    const struct rt_event *event = turn->event;
    struct thread *thread = turn->thread;
    if (!thread || rt_param_i64(event, 0) < 0)
        return;
    rt_thread_resurrect(thread); /* another thread of a dead main one may take its place */

    struct rt_thread *t = &thread->t;
    struct rt_str exe = rt_param_text(event, P_EXE);
    struct rt_str comm = rt_param_given(event, P_COMM) ? rt_param_text(event, P_COMM) : exe;
    rt_share_set(state->pool, &t->exe, exe.data, exe.len);
    rt_thread_set_comm(state, thread, comm.data, comm.len);
    rt_thread_set_args(state, &t->args, event->params[P_ARGS].data, event->params[P_ARGS].len);
    t->exec_time_ns = event->time_ns;

    if (rt_param_i64(event, P_PID) >= 0)
        t->pid = rt_param_i64(event, P_PID);
    if (rt_thread_is_invalid(thread)) { /* so far nothing was known of it */
        t->ptid = rt_param_i64(event, P_PTID);
        if (!(t->clone_flags & CL_CHILD_IN_PIDNS)) {
            t->vtid = t->tid;
            t->vpid = t->pid;
        }
        rt_thread_link(state, thread);
    }

    set_process_facts(turn);
    if (rt_param_given(event, P_EXEPATH)) {
        struct rt_str path = rt_param_text(event, P_EXEPATH);
        rt_thread_set_exepath(state, thread, path.data, path.len);
    } else {
        guess_exepath(turn);
    }
    set_executable(event, t);
    set_credentials(event, t);

    if (turn->fd && closes(turn->fd, NULL))
        turn->fd = NULL;
    rt_fds_remove_if(state, rt_thread_fds(thread), closes, NULL);
    t->clone_flags =
        (t->clone_flags & (CL_PIPE_SRC | CL_PIPE_DST | CL_IS_MAIN_THREAD | CL_CLONE_INVERTED)) |
        CL_ACTIVE | CL_NAME_CHANGED;
    t->fds = rt_thread_fds(thread);
    rt_thread_changed(state, thread);
    rt_others_changed(state);
    end_other_threads(turn);
}
