/* Directories, limits, memory, namespaces, credentials, names of users. */
#include "internal.h"

#include "enter.h"
#include "path.h"

static bool succeeded(const struct turn *turn)
{
    return turn->thread && rt_param_i64(turn->event, 0) >= 0;
}

/* --- directories --- */

/* chdir, and getcwd, which tells the same. */
void rt_on_chdir(struct turn *turn)
{
    struct rt_str path = rt_param_text(turn->event, 1);
    if (succeeded(turn))
        rt_thread_set_cwd(turn->state, turn->thread, path.data, path.len);
}

void rt_on_fchdir(struct turn *turn)
{
    if (succeeded(turn) && turn->fd)
        rt_thread_set_cwd(turn->state, turn->thread, turn->fd->f.name.data, turn->fd->f.name.len);
}

void rt_on_chroot(struct turn *turn)
{
    if (!turn->thread || rt_param_i64(turn->event, 0) != 0)
        return;
    struct rt_state *state = turn->state;
    struct rt_str path = rt_param_text(turn->event, 1);
    if (path.len > 0 && path.data[0] != '/' && !rt_is_na(path)) {
        struct rt_str cwd = rt_thread_cwd(turn->thread);
        path.len =
            rt_path_join(state->name_buffer, RT_PATH_SIZE, cwd.data, cwd.len, path.data, path.len);
        path.data = state->name_buffer;
    }
    rt_share_set(state->pool, &turn->thread->t.root, path.data, path.len);
}

/* --- sessions, limits, memory --- */

void rt_on_setsid(struct turn *turn)
{
    if (!succeeded(turn))
        return;
    turn->thread->t.sid = rt_param_i64(turn->event, 0);
    rt_thread_changed(turn->state, turn->thread);
    rt_others_changed(turn->state);
}

enum { RLIMIT_NOFILE_RESOURCE = 7 };

static void set_fd_limit(struct thread *thread, int64_t limit)
{
    struct thread *main = limit == -1 ? NULL : rt_thread_main(thread);
    if (main)
        main->t.fd_limit = (uint64_t)limit;
}

void rt_on_rlimit(struct turn *turn)
{
    if (succeeded(turn) && rt_param_u64(turn->event, 3) == RLIMIT_NOFILE_RESOURCE)
        set_fd_limit(turn->thread, rt_param_i64(turn->event, 1));
}

void rt_on_prlimit(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    if (rt_param_i64(event, 0) != 0 || !rt_param_given(event, 5) || !rt_param_given(event, 6) ||
        rt_param_u64(event, 6) != RLIMIT_NOFILE_RESOURCE)
        return;
    int64_t tid = rt_param_i64(event, 5);
    struct thread *thread = tid == 0 ? turn->thread : rt_thread_find(turn->state, tid);
    if (thread && !rt_thread_is_invalid(thread))
        set_fd_limit(thread, rt_param_i64(event, 1));
}

/* brk, mmap, munmap */
void rt_on_memory(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    if (!turn->thread)
        return;
    if (rt_param_given(event, 1))
        turn->thread->t.vm_size_kb = (uint32_t)rt_param_u64(event, 1);
    if (rt_param_given(event, 3)) {
        turn->thread->t.vm_rss_kb = (uint32_t)rt_param_u64(event, 2);
        turn->thread->t.vm_swap_kb = (uint32_t)rt_param_u64(event, 3);
    }
}

void rt_on_switch(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    if (!turn->thread || !rt_param_given(event, 5))
        return;
    turn->thread->t.pf_major = rt_param_u64(event, 1);
    turn->thread->t.pf_minor = rt_param_u64(event, 2);
    struct thread *main = rt_thread_main(turn->thread);
    if (main) {
        main->t.vm_size_kb = (uint32_t)rt_param_u64(event, 3);
        main->t.vm_rss_kb = (uint32_t)rt_param_u64(event, 4);
        main->t.vm_swap_kb = (uint32_t)rt_param_u64(event, 5);
    }
}

void rt_on_prctl(struct turn *turn)
{
    enum { SET_CHILD_SUBREAPER = 36, GET_CHILD_SUBREAPER = 37 };
    if (!succeeded(turn) || !turn->thread->group)
        return;
    uint64_t option = rt_param_u64(turn->event, 1);
    if (option == SET_CHILD_SUBREAPER || option == GET_CHILD_SUBREAPER)
        turn->thread->group->reaper = rt_param_i64(turn->event, 3) != 0;
}

/* --- credentials --- */

void rt_on_capset(struct turn *turn)
{
    if (!succeeded(turn))
        return;
    turn->thread->t.cap_inheritable = rt_param_u64(turn->event, 1);
    turn->thread->t.cap_permitted = rt_param_u64(turn->event, 2);
    turn->thread->t.cap_effective = rt_param_u64(turn->event, 3);
    rt_thread_changed(turn->state, turn->thread);
}

/* unshare, setns: who enters a user namespace has every capability there. */
void rt_on_namespace(struct turn *turn)
{
    enum { CAPABILITIES = 41 };
    uint32_t param = turn->event->type == EV_SETNS_X ? 2 : 1;
    if (!succeeded(turn) || !(rt_param_u64(turn->event, param) & CL_CLONE_NEWUSER))
        return;
    uint64_t all = (1ull << CAPABILITIES) - 1;
    turn->thread->t.cap_inheritable = all;
    turn->thread->t.cap_permitted = all;
    turn->thread->t.cap_effective = all;
    rt_thread_changed(turn->state, turn->thread);
}

static void set_uid(struct turn *turn, uint32_t param)
{
    if (!turn->thread || rt_param_i64(turn->event, 0) != 0 || !rt_param_given(turn->event, param))
        return;
    turn->thread->t.uid = (uint32_t)rt_param_u64(turn->event, param);
    rt_thread_changed(turn->state, turn->thread);
}

static void set_gid(struct turn *turn, uint32_t param)
{
    if (!turn->thread || rt_param_i64(turn->event, 0) != 0 || !rt_param_given(turn->event, param))
        return;
    turn->thread->t.gid = (uint32_t)rt_param_u64(turn->event, param);
    rt_thread_changed(turn->state, turn->thread);
}

void rt_on_setuid(struct turn *turn)
{
    set_uid(turn, 1);
}

/* setresuid and setreuid: the effective one counts. */
void rt_on_setresuid(struct turn *turn)
{
    set_uid(turn, 2);
}

void rt_on_setgid(struct turn *turn)
{
    set_gid(turn, 1);
}

void rt_on_setresgid(struct turn *turn)
{
    set_gid(turn, 2);
}

/* --- names of users and groups --- */

void rt_on_user(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    uint32_t uid = (uint32_t)rt_param_u64(event, 0), len;
    const char *container_id = rt_param_str(event, 5, &len);
    if (event->type == EV_USER_DELETED_E) {
        rt_user_remove(turn->state, container_id, uid);
        return;
    }
    struct rt_user user = {.uid = uid,
                           .gid = (uint32_t)rt_param_u64(event, 1),
                           .name = rt_param_text(event, 2),
                           .home = rt_param_text(event, 3),
                           .shell = rt_param_text(event, 4)};
    rt_user_add(turn->state, container_id, &user);
}

void rt_on_group(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    uint32_t gid = (uint32_t)rt_param_u64(event, 0), len;
    const char *container_id = rt_param_str(event, 2, &len);
    if (event->type == EV_GROUP_DELETED_E) {
        rt_group_remove(turn->state, container_id, gid);
        return;
    }
    struct rt_group group = {.gid = gid, .name = rt_param_text(event, 1)};
    rt_group_add(turn->state, container_id, &group);
}
