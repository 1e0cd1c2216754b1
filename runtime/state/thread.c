/* The table of threads: who is in it, and what a thread is made of. What binds threads to each
 * other is in family.c.
 */
#include "internal.h"

#include "path.h"

#include <string.h>

struct thread *rt_thread_find(const struct rt_state *state, int64_t tid)
{
    return rt_map_find(&state->by_tid, tid);
}

static void forget_last(struct rt_state *state)
{
    state->last_tid = INT64_MIN;
    state->last_thread = NULL;
}

/* How little a thread would be missed: the larger, the less. */
static uint32_t uselessness(const struct thread *thread)
{
    if (rt_thread_is_invalid(thread))
        return 2;
    return thread->t.clone_flags & CL_CLOSED ? 1 : 0;
}

/* Makes room: of the next few threads in the slab the invalid go first, then the dead, then who has
 * not been heard of for longest. A look at all would be fairer and cost a pass over the table for
 * each thread, when threads come fastest. */
static bool evict(struct rt_state *state)
{
    enum { LOOK_AT = 32 };
    struct thread *victim = NULL;
    for (uint32_t looked = 0, wrapped = 0; looked < LOOK_AT;) {
        struct thread *thread = rt_slab_walk(&state->threads, &state->evict_hand);
        if (!thread) {
            state->evict_hand = 0;
            if (wrapped++)
                break;
            continue;
        }
        looked++;
        /* The thread of the event in hand, whose address others hold, stays; so does init. */
        if (thread->t.tid == state->event_tid || thread->t.pid == 1)
            continue;
        if (!victim || uselessness(thread) > uselessness(victim) ||
            (uselessness(thread) == uselessness(victim) &&
             thread->t.last_access_ns < victim->t.last_access_ns))
            victim = thread;
    }
    if (!victim)
        return false;
    /* A main thread with others alive would only be marked as dead: it must really go. */
    int64_t tid = victim->t.tid;
    rt_thread_remove(state, tid);
    victim = rt_map_find(&state->by_tid, tid);
    if (victim)
        rt_thread_free(state, victim);
    state->stats.threads_evicted++;
    return true;
}

struct thread *rt_thread_new(struct rt_state *state, int64_t tid)
{
    struct thread *thread = rt_slab_take(&state->threads);
    if (!thread && evict(state))
        thread = rt_slab_take(&state->threads);
    if (!thread) {
        state->stats.threads_refused++;
        return NULL;
    }
    struct rt_thread *t = &thread->t;
    thread->place = rt_slab_index(&state->threads, thread);
    rt_thread_changed(state, thread);
    t->tid = tid;
    t->pid = t->ptid = t->vtid = t->vpid = t->sid = t->pgid = t->vpgid = -1;
    t->uid = t->gid = t->loginuid = UINT32_MAX;
    t->fd_limit = UINT64_MAX;
    t->clone_flags = CL_NAME_CHANGED;
    t->exe = t->exepath = t->args = t->env = rt_share_empty();
    t->cgroups = t->cwd = t->root = rt_share_empty();
    t->last_access_ns = state->now_ns;
    thread->reaper_tid = -1;
    thread->last_enter = UINT16_MAX;
    return thread;
}

void rt_thread_update_valid(struct thread *thread)
{
    if (rt_thread_is_invalid(thread))
        thread->t.flags |= RT_THREAD_INVALID;
    else
        thread->t.flags &= ~(uint32_t)RT_THREAD_INVALID;
}

void rt_thread_enter(struct rt_state *state, struct thread *thread)
{
    struct thread *old = rt_map_find(&state->by_tid, thread->t.tid);
    if (old && old != thread) {
        rt_thread_inherit_children(thread, old);
        rt_thread_free(state, old);
    }
    rt_map_put(&state->by_tid, thread->t.tid, thread);
    rt_others_changed(state);
    forget_last(state);
    rt_thread_update_valid(thread);
    thread->t.fds = rt_thread_fds(thread);
    state->stats.threads_added++;
    if (state->by_tid.count > state->stats.threads_peak)
        state->stats.threads_peak = state->by_tid.count;
}

struct thread *rt_thread_get(struct rt_state *state, int64_t tid)
{
    struct thread *thread = rt_thread_find(state, tid);
    if (thread)
        return thread;
    state->stats.lookups_failed++;
    thread = rt_thread_new(state, tid);
    if (!thread)
        return NULL;
    rt_thread_set_comm(state, thread, "<NA>", 4);
    rt_share_set(state->pool, &thread->t.exe, "<NA>", 4);
    rt_thread_enter(state, thread);
    return thread;
}

void rt_thread_free(struct rt_state *state, struct thread *thread)
{
    rt_thread_unlink(state, thread);
    rt_others_changed(state);
    if (rt_map_find(&state->by_tid, thread->t.tid) == thread) {
        rt_map_remove(&state->by_tid, thread->t.tid);
        state->stats.threads_removed++;
    }
    forget_last(state);
    rt_fds_clear(state, &thread->own_fds);
    struct rt_str *texts[] = {&thread->t.exe, &thread->t.exepath, &thread->t.args,
                              &thread->t.env, &thread->t.cgroups, &thread->t.cwd,
                              &thread->t.root};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        rt_share_drop(state->pool, texts[i]);
    rt_pool_free(state->pool, thread->enter, thread->enter_len);
    rt_slab_give(&state->threads, thread);
}

struct fd *rt_thread_add_fd(struct rt_state *state, struct thread *thread, int64_t number)
{
    struct rt_fd_table *table = rt_thread_fds(thread);
    if (!table)
        return NULL;
    thread->last_fd = number;
    return rt_fds_add(state, table, number);
}

/* --- what a thread is made of --- */

void rt_thread_set_args(struct rt_state *state, struct rt_str *list, const uint8_t *data,
                        uint32_t len)
{
    /* Each text ends in a NUL; the last one of an event may lack it. */
    if (len == 0 || data[len - 1] == 0) {
        rt_share_set(state->pool, list, (const char *)data, len);
        return;
    }
    char *copy = rt_pool_alloc(state->pool, len + 1);
    if (!copy) {
        rt_share_drop(state->pool, list);
        return;
    }
    memcpy(copy, data, len);
    copy[len] = 0;
    rt_share_set(state->pool, list, copy, len + 1);
    rt_pool_free(state->pool, copy, len + 1);
}

/* The names that Falco gives to some of the kernel's control group subsystems. */
static uint32_t write_subsystem(char *out, const char *name, uint32_t len)
{
    static const char suffix[] = "_cgroup";
    static const struct {
        const char *kernel, *falco;
    } names[] = {{"perf", "perf_event"}, {"mem", "memory"}, {"io", "blkio"}};

    memcpy(out, name, len);
    char *found = memmem(out, len, suffix, sizeof(suffix) - 1);
    if (found) {
        char *rest = found + sizeof(suffix) - 1;
        memmove(found, rest, (size_t)(out + len - rest));
        len -= sizeof(suffix) - 1;
    }
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (len == strlen(names[i].kernel) && memcmp(out, names[i].kernel, len) == 0) {
            len = (uint32_t)strlen(names[i].falco);
            memcpy(out, names[i].falco, len);
            break;
        }
    }
    return len;
}

void rt_thread_set_cgroups(struct rt_state *state, struct thread *thread, const struct thread *like,
                           const uint8_t *data, uint32_t len)
{
    char *out = state->name_buffer;
    uint32_t at = 0;
    while (len > 0) {
        const uint8_t *end = memchr(data, 0, len);
        uint32_t entry = end ? (uint32_t)(end - data) : len;
        const uint8_t *equals = memchr(data, '=', entry);
        if (!equals)
            return; /* then nothing of the list is believed */
        /* A name grows by at most 6 bytes ("perf"), and a NUL follows. */
        if (at + entry + 7 > sizeof(state->name_buffer))
            break;
        uint32_t name = (uint32_t)(equals - data);
        at += write_subsystem(out + at, (const char *)data, name);
        memcpy(out + at, equals, entry - name);
        at += entry - name;
        out[at++] = 0;
        if (!end)
            break;
        data += entry + 1;
        len -= entry + 1;
    }
    struct rt_str *cgroups = &thread->t.cgroups;
    rt_thread_changed(state, thread);
    rt_others_changed(state); /* a container's users and records are others */
    if (at == cgroups->len && memcmp(out, cgroups->data, at) == 0)
        return;
    if (like && at == like->t.cgroups.len && memcmp(out, like->t.cgroups.data, at) == 0) {
        rt_share_copy(state->pool, cgroups, &like->t.cgroups);
        memcpy(thread->t.container_id, like->t.container_id, RT_CONTAINER_ID_SIZE);
        return;
    }
    rt_share_set(state->pool, cgroups, out, at);
    rt_container_classify(state, thread);
}

void rt_thread_set_exepath(struct rt_state *state, struct thread *thread, const char *path,
                           uint32_t len)
{
    static const char deleted[] = " (deleted)";
    uint32_t tail = sizeof(deleted) - 1;
    if (len > tail && memcmp(path + len - tail, deleted, tail) == 0)
        len -= tail;
    rt_thread_changed(state, thread);
    rt_others_changed(state);
    rt_share_set(state->pool, &thread->t.exepath, path, len);
}

void rt_thread_set_comm(struct rt_state *state, struct thread *thread, const char *comm,
                        uint32_t len)
{
    rt_thread_changed(state, thread);
    rt_others_changed(state);
    if (len >= RT_COMM_SIZE)
        len = RT_COMM_SIZE - 1;
    memcpy(thread->t.comm, comm, len);
    memset(thread->t.comm + len, 0, RT_COMM_SIZE - len);
}

struct rt_str rt_thread_cwd(const struct thread *thread)
{
    const struct thread *main = rt_thread_main(thread);
    if (main)
        return main->t.cwd;
    return (struct rt_str){.data = "./", .len = 2};
}

void rt_thread_set_cwd(struct rt_state *state, struct thread *thread, const char *path,
                       uint32_t len)
{
    struct thread *main = rt_thread_main(thread);
    if (!main)
        return;
    char *out = state->name_buffer;
    uint32_t n = rt_path_join(out, RT_PATH_SIZE, thread->t.cwd.data, thread->t.cwd.len, path, len);
    if (n == 0 || out[n - 1] != '/')
        out[n++] = '/';
    rt_thread_changed(state, main);
    if (thread != main || (main->group && main->group->alive > 1))
        rt_others_changed(state);
    rt_share_set(state->pool, &main->t.cwd, out, n);
}
