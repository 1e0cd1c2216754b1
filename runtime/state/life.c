/* The life of the state, and what it knows at the start. */
#include "internal.h"

#include "reserve.h"
#include "tuple.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int rt_state_create(struct rt_state **out, const struct rt_state_limits *limits)
{
    struct rt_state *state = calloc(1, sizeof(*state));
    if (!state)
        return -ENOMEM;
    state->limits = (struct rt_state_limits){131072, 1048576, 1ull << 30};
    if (limits && limits->threads > 0)
        state->limits.threads = limits->threads;
    if (limits && limits->fds > 0)
        state->limits.fds = limits->fds;
    if (limits && limits->pool_bytes > 0)
        state->limits.pool_bytes = limits->pool_bytes;
    state->last_tid = INT64_MIN;
    state->event_tid = INT64_MIN;
    state->close_tid = state->exit_tid = -1;
    uint32_t threads = state->limits.threads, fds = state->limits.fds;
    state->recent = rt_reserve(RECENT_EXITS * sizeof(*state->recent));
    if (!state->recent || threads == 0 || fds == 0 ||
        rt_pool_create(&state->pool, state->limits.pool_bytes) != 0 ||
        rt_slab_create(&state->threads, sizeof(struct thread), threads) != 0 ||
        rt_slab_create(&state->groups, sizeof(struct group), threads) != 0 ||
        rt_slab_create(&state->fds, sizeof(struct fd), fds) != 0 ||
        rt_map_create(&state->by_tid, threads) != 0 ||
        rt_map_create(&state->by_pid, threads) != 0) {
        rt_state_destroy(state);
        return -ENOMEM;
    }
    *out = state;
    return 0;
}

void rt_state_destroy(struct rt_state *state)
{
    if (!state)
        return;
    rt_map_destroy(&state->by_pid);
    rt_map_destroy(&state->by_tid);
    rt_slab_destroy(&state->fds);
    rt_slab_destroy(&state->groups);
    rt_slab_destroy(&state->threads);
    rt_pool_destroy(state->pool);
    rt_unreserve(state->recent, RECENT_EXITS * sizeof(*state->recent), 0);
    free(state);
}

void rt_state_clear(struct rt_state *state)
{
    uint32_t index = 0;
    struct thread *thread;
    while ((thread = rt_slab_walk(&state->threads, &index)))
        rt_thread_free(state, thread);
    rt_users_clear(state);
    rt_interfaces_clear(state);
    memset(state->recent, 0, RECENT_EXITS * sizeof(*state->recent));
    state->close_tid = state->exit_tid = -1;
    state->evict_hand = state->sweep_hand = 0;
    state->started = false;
    state->begun = false;
}

/* --- start state --- */

static bool copy_text(struct rt_state *state, struct rt_str *to, const struct rt_str *from)
{
    return from->len == 0 || rt_share_set(state->pool, to, from->data, from->len);
}

int rt_state_add_thread(struct rt_state *state, const struct rt_thread *from)
{
    struct thread *thread = rt_thread_new(state, from->tid);
    if (!thread)
        return -ENOSPC;
    struct rt_thread blank = thread->t;
    struct rt_thread *t = &thread->t;
    *t = *from;
    t->exe = blank.exe;
    t->exepath = t->args = t->env = t->cgroups = t->cwd = t->root = blank.exe;
    t->clone_flags |= CL_NAME_CHANGED | CL_ACTIVE;
    t->comm[RT_COMM_SIZE - 1] = 0;
    t->container_id[0] = 0;
    t->nchildren = 0;
    t->fds = NULL;
    t->last_access_ns = state->now_ns;
    t->changed = blank.changed;
    bool ok = copy_text(state, &t->exe, &from->exe) && copy_text(state, &t->root, &from->root);
    rt_thread_set_exepath(state, thread, from->exepath.data, from->exepath.len);
    rt_thread_set_args(state, &t->args, (const uint8_t *)from->args.data, from->args.len);
    rt_thread_set_cgroups(state, thread, NULL, (const uint8_t *)from->cgroups.data,
                          from->cgroups.len);
    if (rt_thread_is_main(thread)) { /* others show their process' */
        rt_thread_set_args(state, &t->env, (const uint8_t *)from->env.data, from->env.len);
        rt_thread_set_cwd(state, thread, from->cwd.data, from->cwd.len);
    }
    if (t->exe_ctime_ns != 0 && t->clone_time_ns != 0)
        t->exe_ctime_to_clone_ns = t->clone_time_ns - t->exe_ctime_ns;
    if (t->pidns_start_ns != 0 && t->exe_ctime_ns > t->pidns_start_ns)
        t->pidns_to_exe_ctime_ns = t->exe_ctime_ns - t->pidns_start_ns;
    rt_thread_enter(state, thread);
    if (state->started)
        rt_thread_link(state, thread);
    return ok ? 0 : -ENOSPC;
}

int rt_state_add_fd(struct rt_state *state, int64_t tid, const struct rt_fd *from)
{
    struct thread *thread = rt_thread_find(state, tid);
    if (!thread)
        return 0;
    struct fd *fd = rt_fds_add(state, &thread->own_fds, from->number);
    if (!fd)
        return -ENOSPC;
    struct rt_fd blank = fd->f;
    fd->f = *from;
    fd->f.name = blank.name;
    fd->f.name_raw = blank.name_raw;
    fd->f.changed = blank.changed;
    fd->f.flags |= RT_FD_FROM_PROC;

    if (from->type == RT_FD_IPV6_SOCK && rt_ip_mapped(from->local_ip) &&
        rt_ip_mapped(from->remote_ip)) {
        fd->f.type = RT_FD_IPV4_SOCK;
        memset(fd->f.local_ip, 0, sizeof(fd->f.local_ip));
        memset(fd->f.remote_ip, 0, sizeof(fd->f.remote_ip));
        memcpy(fd->f.local_ip, from->local_ip + 12, 4);
        memcpy(fd->f.remote_ip, from->remote_ip + 12, 4);
    }
    rt_sock_load(fd);
    rt_sock_publish(fd);
    bool inet = fd->f.type == RT_FD_IPV4_SOCK || fd->f.type == RT_FD_IPV6_SOCK;
    if (inet && from->l4 == RT_L4_TCP)
        fd->f.flags |= RT_FD_CONNECTED;
    if (fd->f.type == RT_FD_UNIX_SOCK)
        fd->f.flags |= from->name.len > 0 ? RT_FD_ROLE_SERVER : RT_FD_ROLE_CLIENT;

    bool ok;
    if (inet || fd->f.type == RT_FD_IPV4_SERVSOCK || fd->f.type == RT_FD_IPV6_SERVSOCK) {
        uint32_t len = rt_sock_address(fd, state->name_buffer, sizeof(state->name_buffer));
        ok = rt_share_set(state->pool, &fd->f.name, state->name_buffer, len);
    } else {
        ok = copy_text(state, &fd->f.name, &from->name);
    }
    ok = copy_text(state, &fd->f.name_raw, &from->name_raw) && ok;
    return ok ? 0 : -ENOSPC;
}

/* --- who is server: IPv4 sockets found open are turned by the ports that anybody listens on --- */

static void collect_server_ports(const struct rt_state *state, uint64_t ports[1024])
{
    uint32_t index = 0;
    const struct fd *fd;
    while ((fd = rt_slab_walk(&state->fds, &index))) {
        if (fd->f.type == RT_FD_IPV4_SERVSOCK || fd->f.type == RT_FD_IPV6_SERVSOCK)
            ports[fd->f.local_port / 64] |= 1ull << (fd->f.local_port % 64);
    }
}

void rt_sockets_turn(struct rt_state *state)
{
    const uint32_t roles = RT_FD_ROLE_SERVER | RT_FD_ROLE_CLIENT;
    uint64_t ports[1024] = {0};
    collect_server_ports(state, ports);
    uint32_t index = 0;
    struct fd *fd;
    while ((fd = rt_slab_walk(&state->fds, &index))) {
        if (fd->f.type != RT_FD_IPV4_SOCK || !(fd->f.flags & RT_FD_FROM_PROC) ||
            fd->f.flags & roles)
            continue;
        rt_fd_changed(state, fd);
        bool patched = rt_interface_patch(state, fd);
        uint16_t port = fd->f.local_port;
        bool server = ports[port / 64] >> (port % 64) & 1;
        fd->f.flags |= server ? RT_FD_ROLE_SERVER : RT_FD_ROLE_CLIENT;
        if (server)
            rt_sock_swap(fd);
        if (!server && !patched)
            continue;
        rt_sock_publish(fd);
        uint32_t len = rt_sock_address(fd, state->name_buffer, sizeof(state->name_buffer));
        rt_share_set(state->pool, &fd->f.name, state->name_buffer, len);
    }
}

void rt_state_start_done(struct rt_state *state)
{
    uint32_t index = 0;
    struct thread *thread;
    while ((thread = rt_slab_walk(&state->threads, &index)))
        rt_thread_link(state, thread);
    rt_sockets_turn(state);
    rt_others_changed(state);
    state->started = true;
    state->starts++;
}

uint32_t rt_state_starts(const struct rt_state *state)
{
    return state->starts;
}

void rt_state_set_replay(struct rt_state *state)
{
    state->replay = true;
}

bool rt_state_is_replay(const struct rt_state *state)
{
    return state->replay;
}

void rt_state_set_hostname(struct rt_state *state, const char *name)
{
    strncpy(state->hostname, name, sizeof(state->hostname) - 1);
    state->hostname[sizeof(state->hostname) - 1] = 0;
}

void rt_state_set_machine(struct rt_state *state, uint32_t ncpus, uint64_t boot_time_ns)
{
    state->ncpus = ncpus;
    state->boot_time_ns = boot_time_ns;
}
