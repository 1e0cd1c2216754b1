/* What binds threads: groups (processes), parents and children, and who takes in the orphans.
 *
 * A thread is linked once something is known of it: into the group of its pid, and below its parent
 * if that is known too; else its ptid becomes 0. When a thread ends its children go to the thread
 * that the kernel named at its end, or else to the one that the kernel would have chosen: another
 * thread of the group, the nearest ancestor that takes in orphans, or nobody (ptid 0).
 */
#include "internal.h"

struct thread *rt_thread_main(const struct thread *thread)
{
    if (rt_thread_is_main(thread))
        return (struct thread *)(uintptr_t)thread;
    if (!thread->group)
        return NULL;
    struct thread *first = thread->group->first; /* a main thread always stands first */
    return first && rt_thread_is_main(first) ? first : NULL;
}

struct rt_fd_table *rt_thread_fds(const struct thread *thread)
{
    if (!(thread->t.clone_flags & CL_CLONE_FILES))
        return (struct rt_fd_table *)(uintptr_t)&thread->own_fds;
    struct thread *main = rt_thread_main(thread);
    return main ? &main->own_fds : NULL;
}

/* --- children --- */

static void leave_parent(struct thread *thread)
{
    struct thread *parent = thread->parent;
    if (!parent)
        return;
    if (thread->sibling_prev)
        thread->sibling_prev->sibling_next = thread->sibling_next;
    else
        parent->children = thread->sibling_next;
    if (thread->sibling_next)
        thread->sibling_next->sibling_prev = thread->sibling_prev;
    thread->parent = thread->sibling_next = thread->sibling_prev = NULL;
    parent->t.nchildren--;
}

static void join_parent(struct thread *parent, struct thread *child)
{
    leave_parent(child);
    child->parent = parent;
    child->sibling_next = parent->children;
    if (parent->children)
        parent->children->sibling_prev = child;
    parent->children = child;
    parent->t.nchildren++;
    child->t.ptid = parent->t.tid;
}

void rt_thread_inherit_children(struct thread *thread, struct thread *from)
{
    while (from->children)
        join_parent(thread, from->children);
}

/* --- groups --- */

static void leave_group(struct rt_state *state, struct thread *thread)
{
    struct group *group = thread->group;
    if (!group)
        return;
    if (thread->group_prev)
        thread->group_prev->group_next = thread->group_next;
    else
        group->first = thread->group_next;
    if (thread->group_next)
        thread->group_next->group_prev = thread->group_prev;
    else
        group->last = thread->group_prev;
    if (!(thread->t.clone_flags & CL_CLOSED))
        group->alive--;
    thread->group = NULL;
    thread->group_next = thread->group_prev = NULL;
    if (!group->first) {
        rt_map_remove(&state->by_pid, group->pid);
        rt_slab_give(&state->groups, group);
    }
}

static void join_group(struct rt_state *state, struct thread *thread)
{
    struct group *group = rt_map_find(&state->by_pid, thread->t.pid);
    if (!group) {
        group = rt_slab_take(&state->groups); /* as many as there are threads: never full */
        group->pid = thread->t.pid;
        group->reaper = thread->t.pid == 1 || thread->t.vpid == 1;
        rt_map_put(&state->by_pid, group->pid, group);
    }
    if (rt_thread_is_main(thread)) {
        thread->group_next = group->first;
        if (group->first)
            group->first->group_prev = thread;
        else
            group->last = thread;
        group->first = thread;
    } else {
        thread->group_prev = group->last;
        if (group->last)
            group->last->group_next = thread;
        else
            group->first = thread;
        group->last = thread;
    }
    thread->group = group;
    rt_others_changed(state);
    if (!(thread->t.clone_flags & CL_CLOSED))
        group->alive++;
}

void rt_thread_mark_dead(struct thread *thread)
{
    if (thread->group && !(thread->t.clone_flags & CL_CLOSED))
        thread->group->alive--;
    thread->t.clone_flags |= CL_CLOSED;
    thread->t.flags |= RT_THREAD_DEAD;
}

void rt_thread_resurrect(struct thread *thread)
{
    if (!(thread->t.clone_flags & CL_CLOSED))
        return;
    thread->t.clone_flags &= ~(uint32_t)CL_CLOSED;
    thread->t.flags &= ~(uint32_t)RT_THREAD_DEAD;
    if (thread->group)
        thread->group->alive++;
}

void rt_thread_link(struct rt_state *state, struct thread *thread)
{
    rt_thread_update_valid(thread);
    rt_thread_changed(state, thread);
    rt_others_changed(state);
    if (rt_thread_is_invalid(thread) || thread->group)
        return;
    join_group(state, thread);
    thread->t.fds = rt_thread_fds(thread);
    if (rt_thread_is_main(thread)) { /* the others have its fds from now on */
        for (struct thread *t = thread->group_next; t; t = t->group_next)
            t->t.fds = rt_thread_fds(t);
    }
    if (thread->t.pid != 1)
        rt_thread_set_parent(state, thread, thread->t.ptid);
}

void rt_thread_set_parent(struct rt_state *state, struct thread *thread, int64_t ptid)
{
    struct thread *parent = rt_thread_find(state, ptid);

    rt_others_changed(state);
    if (!parent || rt_thread_is_invalid(parent) || parent == thread) {
        leave_parent(thread);
        thread->t.ptid = 0;
    } else {
        join_parent(parent, thread);
    }
}

void rt_thread_unlink(struct rt_state *state, struct thread *thread)
{
    rt_others_changed(state);
    leave_parent(thread);
    while (thread->children) /* they keep their ptid, which leads nowhere now */
        leave_parent(thread->children);
    leave_group(state, thread);
}

/* --- reapers --- */

static bool in_pid_namespace(const struct thread *thread)
{
    return thread->t.clone_flags & CL_CHILD_IN_PIDNS ||
           (thread->t.tid != thread->t.vtid && thread->t.vtid >= 0);
}

static struct thread *first_alive(const struct group *group, const struct thread *but)
{
    if (!group || group->alive == 0)
        return NULL;
    for (struct thread *t = group->first; t; t = t->group_next) {
        if (t != but && !(t->t.clone_flags & CL_CLOSED))
            return t;
    }
    return NULL;
}

/* Whom the kernel would choose. */
static struct thread *find_reaper(struct rt_state *state, struct thread *thread)
{
    struct thread *found = first_alive(thread->group, thread);
    if (found)
        return found;

    struct thread *up = rt_thread_find(state, thread->t.ptid);
    struct thread *slow = up; /* walks at half the pace: if they meet, the parents go round */
    for (uint32_t step = 0; up; step++) {
        if (up == thread || in_pid_namespace(up) != in_pid_namespace(thread))
            return NULL;
        if (up->group && up->group->reaper) {
            found = first_alive(up->group, NULL);
            if (found)
                return found;
        }
        up = rt_thread_find(state, up->t.ptid);
        if (step % 2)
            slow = rt_thread_find(state, slow->t.ptid);
        if (up == slow)
            return NULL;
    }
    return NULL;
}

static void give_children_away(struct rt_state *state, struct thread *thread)
{
    struct thread *reaper = NULL;

    rt_others_changed(state);
    if (thread->reaper_tid > 0)
        reaper = rt_thread_find(state, thread->reaper_tid);
    if (!reaper || reaper == thread || rt_thread_is_invalid(reaper))
        reaper = find_reaper(state, thread);
    if (reaper && reaper->group && reaper->t.pid != thread->t.pid)
        reaper->group->reaper = true;
    while (thread->children) {
        struct thread *child = thread->children;
        if (reaper && child != reaper) {
            join_parent(reaper, child);
        } else {
            leave_parent(child);
            child->t.ptid = 0;
        }
    }
}

void rt_thread_remove(struct rt_state *state, int64_t tid)
{
    struct thread *thread = rt_map_find(&state->by_tid, tid);
    if (!thread)
        return;
    if (!thread->group || rt_thread_is_invalid(thread)) {
        rt_thread_free(state, thread);
        return;
    }
    rt_thread_mark_dead(thread);
    if (thread->children)
        give_children_away(state, thread);

    struct thread *main = rt_thread_main(thread);
    bool last = thread->group->alive == 0;
    if (thread != main)
        rt_thread_free(state, thread);
    if (last && main)
        rt_thread_free(state, main);
}
