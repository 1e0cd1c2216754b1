/* File descriptors: one table for each process, all fds in one slab. */
#include "internal.h"

#include <string.h>

enum { FIRST_SIZE = 8 };

/* Small numbers stand at home, so that the usual look-up needs one comparison; large ones, which
 * only a hostile event has, are folded in. */
static uint32_t home(const struct rt_fd_table *table, int64_t number)
{
    uint64_t n = (uint64_t)number;
    return (uint32_t)(n ^ (n >> 20) ^ (n >> 40)) & (table->size - 1);
}

static struct fd *fd_at(const struct rt_state *state, uint32_t slot)
{
    return rt_slab_at(&state->fds, slot - 1);
}

static struct fd *find(const struct rt_state *state, const struct rt_fd_table *table,
                       int64_t number)
{
    if (!table || table->size == 0)
        return NULL;
    for (uint32_t i = home(table, number); table->slots[i]; i = (i + 1) & (table->size - 1)) {
        struct fd *fd = fd_at(state, table->slots[i]);
        if (fd->f.number == number)
            return fd;
    }
    return NULL;
}

struct fd *rt_fds_find(const struct rt_state *state, const struct rt_fd_table *table,
                       int64_t number)
{
    return number < 0 ? NULL : find(state, table, number);
}

static void put(const struct rt_state *state, struct rt_fd_table *table, struct fd *fd)
{
    uint32_t i = home(table, fd->f.number);
    while (table->slots[i])
        i = (i + 1) & (table->size - 1);
    table->slots[i] = rt_slab_index(&state->fds, fd) + 1;
}

static bool resize(struct rt_state *state, struct rt_fd_table *table, uint32_t size)
{
    uint32_t *slots = rt_pool_alloc(state->pool, size * (uint32_t)sizeof(*slots));
    if (!slots)
        return false;
    memset(slots, 0, size * sizeof(*slots));
    struct rt_fd_table old = *table;
    table->slots = slots;
    table->size = size;
    for (uint32_t i = 0; i < old.size; i++) {
        if (old.slots[i])
            put(state, table, fd_at(state, old.slots[i]));
    }
    rt_pool_free(state->pool, old.slots, old.size * (uint32_t)sizeof(*slots));
    return true;
}

static void drop_facts(struct rt_state *state, struct fd *fd)
{
    rt_share_drop(state->pool, &fd->f.name);
    rt_share_drop(state->pool, &fd->f.name_raw);
}

static void make_blank(struct fd *fd, int64_t number)
{
    *fd = (struct fd){.f = {.number = number, .type = RT_FD_UNINIT}};
    fd->f.name = rt_share_empty();
    fd->f.name_raw = rt_share_empty();
}

struct fd *rt_fds_add(struct rt_state *state, struct rt_fd_table *table, int64_t number)
{
    struct fd *fd = find(state, table, number);
    if (fd) {
        drop_facts(state, fd);
        make_blank(fd, number);
        return fd;
    }

    /* One process must not eat up what all have; and at most three quarters of a table are used. */
    bool room = table->count < state->limits.fds / 4 + 1;
    if (room && table->count >= table->size / 4 * 3)
        room = resize(state, table, table->size ? table->size * 2 : FIRST_SIZE);
    fd = room ? rt_slab_take(&state->fds) : NULL;
    if (!fd) {
        state->stats.fds_refused++;
        return NULL;
    }
    make_blank(fd, number);
    put(state, table, fd);
    table->count++;
    state->stats.fds_added++;
    if (state->fds.live > state->stats.fds_peak)
        state->stats.fds_peak = state->fds.live;
    return fd;
}

bool rt_fds_remove(struct rt_state *state, struct rt_fd_table *table, int64_t number)
{
    if (!table || table->size == 0)
        return false;
    uint32_t mask = table->size - 1;
    uint32_t i = home(table, number);
    while (table->slots[i] && fd_at(state, table->slots[i])->f.number != number)
        i = (i + 1) & mask;
    if (!table->slots[i])
        return false;

    struct fd *fd = fd_at(state, table->slots[i]);
    drop_facts(state, fd);
    rt_slab_give(&state->fds, fd);
    table->count--;
    state->stats.fds_removed++;

    /* Close the gap, as in map.c. */
    uint32_t gap = i;
    for (;;) {
        i = (i + 1) & mask;
        if (!table->slots[i])
            break;
        uint32_t at_home = home(table, fd_at(state, table->slots[i])->f.number);
        if (((i - at_home) & mask) >= ((i - gap) & mask)) {
            table->slots[gap] = table->slots[i];
            gap = i;
        }
    }
    table->slots[gap] = 0;
    return true;
}

void rt_fds_clear(struct rt_state *state, struct rt_fd_table *table)
{
    for (uint32_t i = 0; i < table->size; i++) {
        if (table->slots[i]) {
            struct fd *fd = fd_at(state, table->slots[i]);
            drop_facts(state, fd);
            rt_slab_give(&state->fds, fd);
        }
    }
    state->stats.fds_removed += table->count;
    rt_pool_free(state->pool, table->slots, table->size * (uint32_t)sizeof(*table->slots));
    *table = (struct rt_fd_table){0};
}

void rt_fds_copy(struct rt_state *state, struct rt_fd_table *table, const struct rt_fd_table *from)
{
    if (!from || from->count == 0)
        return;
    if (table->size == 0)
        resize(state, table, from->size); /* else rt_fds_add will say that there is no room */
    for (uint32_t i = 0; i < from->size; i++) {
        if (!from->slots[i])
            continue;
        const struct fd *fd = fd_at(state, from->slots[i]);
        struct fd *copy = rt_fds_add(state, table, fd->f.number);
        if (!copy)
            continue;
        rt_fd_assign(state, copy, fd);
        copy->f.flags |= RT_FD_IS_CLONED;
    }
}

void rt_fds_remove_if(struct rt_state *state, struct rt_fd_table *table,
                      bool (*go)(const struct fd *fd, const void *context), const void *context)
{
    if (!table)
        return;
    uint32_t i = 0;
    while (i < table->size) {
        if (table->slots[i] && go(fd_at(state, table->slots[i]), context))
            /* What closes the gap may be one not looked at yet, so this slot again. */
            rt_fds_remove(state, table, fd_at(state, table->slots[i])->f.number);
        else
            i++;
    }
}

void rt_fd_assign(struct rt_state *state, struct fd *fd, const struct fd *from)
{
    struct rt_str name = fd->f.name, name_raw = fd->f.name_raw;
    int64_t number = fd->f.number;
    rt_share_copy(state->pool, &name, &from->f.name);
    rt_share_copy(state->pool, &name_raw, &from->f.name_raw);
    *fd = *from;
    fd->f.number = number;
    fd->f.name = name;
    fd->f.name_raw = name_raw;
}

void rt_fd_set_name(struct rt_state *state, struct fd *fd, const char *name, uint32_t len)
{
    if (len == fd->f.name.len && memcmp(fd->f.name.data, name, len) == 0)
        return;
    rt_share_set(state->pool, &fd->f.name, name, len);
    fd->f.flags |= RT_FD_NAME_CHANGED;
}

bool rt_fd_close_on_exec(const struct fd *fd)
{
    /* EPOLL_CLOEXEC and MFD_CLOEXEC are both 1 and mean it only for their own kind. */
    return fd->f.open_flags & O_PPM_CLOEXEC ||
           ((fd->f.type == RT_FD_EVENTPOLL || fd->f.type == RT_FD_MEMFD) && fd->f.open_flags & 1);
}

void rt_fd_clear_close_on_exec(struct fd *fd)
{
    fd->f.open_flags &= ~((uint32_t)O_PPM_CLOEXEC | 1u);
}
