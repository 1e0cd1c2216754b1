/* Threads that begin (clone, clone3, fork, vfork) and end (procexit).
 *
 * A clone is told twice, by the caller (which gets the child's tid) and by the child (which gets
 * 0), in either order; whoever comes first enters the child. The caller knows more, for all that it
 * has is inherited; but the tid that a caller in a pid namespace gets means nothing outside of it,
 * so there only the child's own event counts, and likewise where the child may be gone before its
 * caller goes on (vfork).
 */
#include "internal.h"

#include <string.h>

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
    P_FLAGS = 15,
    P_UID = 16,
    P_GID = 17,
    P_VTID = 18,
    P_VPID = 19,
    P_PIDNS_START = 20
};

/* A child that is entered and older than this is another one, whose end was lost. */
#define STALE_NS 2000000000ull

static struct recent_exit *recent_place(struct rt_state *state, int64_t tid)
{
    return &state->recent[(uint64_t)tid % RECENT_EXITS];
}

void rt_clone_remember_exit(struct rt_state *state, int64_t tid, int64_t ptid)
{
    *recent_place(state, tid) = (struct recent_exit){tid, ptid, state->now_ns};
}

static bool ended_recently(struct rt_state *state, int64_t tid, int64_t ptid)
{
    const struct recent_exit *exit = recent_place(state, tid);
    return exit->tid == tid && exit->ptid == ptid && state->now_ns >= exit->time_ns &&
           state->now_ns - exit->time_ns < STALE_NS;
}

/* When the machine was booted, as far as rules may know. */
static uint64_t boot_time(const struct rt_state *state)
{
    return state->replay ? 0 : state->boot_time_ns;
}

static void set_name(const struct turn *turn, struct thread *thread)
{
    struct rt_state *state = turn->state;
    struct rt_str exe = rt_param_text(turn->event, P_EXE);
    struct rt_str comm =
        rt_param_given(turn->event, P_COMM) ? rt_param_text(turn->event, P_COMM) : exe;
    const struct rt_param *args = &turn->event->params[P_ARGS];
    rt_share_set(state->pool, &thread->t.exe, exe.data, exe.len);
    rt_thread_set_comm(state, thread, comm.data, comm.len);
    rt_thread_set_args(state, &thread->t.args, args->data, args->len);
}

/* What the event itself says of the child, by whomever it was sent. */
static void set_facts(const struct turn *turn, struct thread *child, const struct thread *from)
{
    struct rt_state *state = turn->state;
    const struct rt_event *event = turn->event;
    struct rt_thread *t = &child->t;
    t->fd_limit = rt_param_u64(event, P_FD_LIMIT);
    if (rt_param_given(event, P_VM_SWAP)) {
        t->pf_major = rt_param_u64(event, P_PF_MAJOR);
        t->pf_minor = rt_param_u64(event, P_PF_MINOR);
        t->vm_size_kb = (uint32_t)rt_param_u64(event, P_VM_SIZE);
        t->vm_rss_kb = (uint32_t)rt_param_u64(event, P_VM_RSS);
        t->vm_swap_kb = (uint32_t)rt_param_u64(event, P_VM_SWAP);
    }
    t->uid = (uint32_t)rt_param_u64(event, P_UID);
    t->gid = (uint32_t)rt_param_u64(event, P_GID);
    if (rt_param_given(event, P_CGROUPS)) {
        const struct rt_param *cgroups = &event->params[P_CGROUPS];
        rt_thread_set_cgroups(state, child, from, cgroups->data, cgroups->len);
    }
    t->clone_time_ns = event->time_ns;
}

/* What a child has from its parent, or a thread from its process. */
static void inherit(struct rt_state *state, struct thread *child, const struct thread *from)
{
    struct rt_thread *t = &child->t;
    const struct rt_thread *f = &from->t;
    const uint32_t exe_flags = RT_THREAD_EXE_WRITABLE | RT_THREAD_EXE_UPPER_LAYER |
                               RT_THREAD_EXE_LOWER_LAYER | RT_THREAD_EXE_FROM_MEMFD;
    rt_share_copy(state->pool, &t->exepath, &f->exepath);
    rt_share_copy(state->pool, &t->root, &f->root);
    t->flags = (t->flags & ~exe_flags) | (f->flags & exe_flags);
    t->sid = f->sid;
    t->vpgid = f->vpgid;
    t->pgid = f->pgid;
    t->tty = f->tty;
    t->loginuid = f->loginuid;
    t->cap_permitted = f->cap_permitted;
    t->cap_effective = f->cap_effective;
    t->cap_inheritable = f->cap_inheritable;
    t->exe_ino = f->exe_ino;
    t->exe_ctime_ns = f->exe_ctime_ns;
    t->exe_mtime_ns = f->exe_mtime_ns;
    t->exe_ctime_to_clone_ns = f->exe_ctime_to_clone_ns;
}

/* What only a process has, not each of its threads: open files, directory, environment. */
static void inherit_process(struct rt_state *state, struct thread *child, const struct thread *from)
{
    rt_fds_clear(state, &child->own_fds);
    rt_fds_copy(state, &child->own_fds, rt_thread_fds(from));
    const struct thread *main = rt_thread_main(from);
    if (main)
        rt_share_copy(state->pool, &child->t.cwd, &main->t.cwd);
    else
        rt_share_set(state->pool, &child->t.cwd, "./", 2);
    rt_share_copy(state->pool, &child->t.env, &from->t.env);
}

static void on_caller(struct turn *turn, int64_t child_tid)
{
    struct rt_state *state = turn->state;
    const struct rt_event *event = turn->event;
    struct thread *caller = rt_thread_get(state, event->tid);
    turn->thread = caller;
    if (!caller)
        return;
    bool known = !rt_thread_is_invalid(caller);
    if (!known) {
        caller->t.pid = rt_param_i64(event, P_PID);
        caller->t.ptid = rt_param_i64(event, P_PTID);
        bool given = rt_param_given(event, P_VPID);
        caller->t.vtid = given ? rt_param_i64(event, P_VTID) : event->tid;
        caller->t.vpid = given ? rt_param_i64(event, P_VPID) : -1;
        rt_thread_link(state, caller);
        rt_thread_changed(state, caller);
    }

    uint32_t flags = (uint32_t)rt_param_u64(event, P_FLAGS);
    if (flags & (CL_CHILD_IN_PIDNS | CL_CLONE_NEWPID | CL_CLONE_PARENT) ||
        event->tid != caller->t.vtid)
        return;
    if (flags & CL_CLONE_VFORK || event->type == EV_VFORK_20_X)
        return;
    if (ended_recently(state, child_tid, event->tid))
        return;
    struct thread *old = rt_thread_find(state, child_tid);
    if (old) {
        if (old->t.clone_flags & CL_CLONE_INVERTED || old == caller)
            return;
        rt_thread_remove(state, child_tid); /* its end was lost */
    }

    struct thread *child = rt_thread_new(state, child_tid);
    if (!child)
        return;
    child->t.clone_flags = flags;
    if (flags & CL_CLONE_THREAD) {
        child->t.pid = caller->t.pid;
        child->t.ptid = caller->t.ptid;
        /* Threads never have a table of their own here, whatever they were cloned with: the process
         * is what is asked for. */
        child->t.clone_flags |= CL_CLONE_FILES;
        child->t.exec_time_ns = caller->t.exec_time_ns;
    } else {
        child->t.pid = child_tid;
        child->t.ptid = caller->t.tid;
        if (known)
            inherit_process(state, child, caller);
    }
    child->t.vtid = child->t.tid;
    child->t.vpid = child->t.pid;
    set_name(turn, child);
    set_facts(turn, child, caller);
    child->t.pidns_start_ns = boot_time(state);
    if (known)
        inherit(state, child, caller);
    else
        set_name(turn, caller);
    rt_thread_link(state, child);
    rt_thread_enter(state, child);
}

static void on_child(struct turn *turn)
{
    struct rt_state *state = turn->state;
    const struct rt_event *event = turn->event;
    if (turn->thread && turn->thread->t.clone_time_ns != 0) {
        if (event->time_ns - turn->thread->t.clone_time_ns < STALE_NS)
            return; /* its caller came first */
        rt_thread_remove(state, event->tid);
    }
    turn->thread = NULL;

    struct thread *child = rt_thread_new(state, event->tid);
    if (!child)
        return;
    child->t.pid = rt_param_i64(event, P_PID);
    child->t.ptid = rt_param_i64(event, P_PTID);
    bool given = rt_param_given(event, P_VPID);
    child->t.vtid = given ? rt_param_i64(event, P_VTID) : event->tid;
    child->t.vpid = given ? rt_param_i64(event, P_VPID) : -1;
    child->t.clone_flags = (uint32_t)rt_param_u64(event, P_FLAGS) | CL_CLONE_INVERTED;
    bool leader = !(child->t.clone_flags & CL_CLONE_THREAD);
    if (!leader)
        child->t.clone_flags |= CL_CLONE_FILES;

    /* Whom it has its facts from: its process if it is a thread, else its parent. That may not be
     * who called clone, but it is who can be named. */
    int64_t from_tid = leader ? child->t.ptid : child->t.pid;
    struct thread *from = from_tid == event->tid ? NULL : rt_thread_get(state, from_tid);
    if (!from) {
        rt_thread_free(state, child);
        return;
    }
    bool known = !rt_thread_is_invalid(from);
    if (!known && !leader) {
        from->t.pid = child->t.pid;
        from->t.ptid = child->t.ptid;
        from->t.vpid = from->t.vtid = child->t.vpid;
        rt_thread_link(state, from);
        rt_thread_changed(state, from);
    }
    set_name(turn, child);
    if (known) {
        inherit(state, child, from);
        if (leader)
            inherit_process(state, child, from);
        else
            child->t.exec_time_ns = from->t.exec_time_ns;
    } else if (!leader) {
        set_name(turn, from);
    }
    set_facts(turn, child, from);
    if (child->t.clone_flags & (CL_CHILD_IN_PIDNS | CL_CLONE_NEWPID) ||
        child->t.tid != child->t.vtid) {
        if (rt_param_given(event, P_PIDNS_START))
            child->t.pidns_start_ns = rt_param_u64(event, P_PIDNS_START) + boot_time(state);
    } else {
        child->t.pidns_start_ns = boot_time(state);
    }
    rt_thread_link(state, child);
    rt_thread_enter(state, child);
    turn->thread = child;
}

void rt_on_clone(struct turn *turn)
{
    int64_t child_tid = rt_param_i64(turn->event, 0);
    if (child_tid == 0)
        on_child(turn);
    else if (child_tid > 0)
        on_caller(turn, child_tid);
}

void rt_on_procexit(struct turn *turn)
{
    enum { P_REAPER = 4 };
    struct thread *thread = turn->thread;
    if (!thread)
        return;
    rt_thread_mark_dead(thread);
    turn->state->exit_tid = thread->t.tid;
    if (!thread->children)
        return;
    if (turn->event->nparams <= P_REAPER)
        thread->reaper_tid = -1;
    else if (rt_param_given(turn->event, P_REAPER))
        thread->reaper_tid = rt_param_i64(turn->event, P_REAPER);
}
