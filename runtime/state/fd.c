/* File descriptors: one table for each process, all fds in one slab. */
#include "internal.h"

#include <string.h>

enum { FIRST_SIZE = 8 };

static void put(struct rt_fd_table *table, const struct fd *fd)
{
    uint32_t i = rt_fd_home(table, fd->f.number);
    while (table->slots[i])
        i = (i + 1) & (table->size - 1);
    table->slots[i] = fd->place + 1;
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
            put(table, rt_fd_at(state, old.slots[i]));
    }
    rt_pool_free(state->pool, old.slots, old.size * (uint32_t)sizeof(*slots));
    return true;
}

static void drop_facts(struct rt_state *state, struct fd *fd)
{
    rt_share_drop(state->pool, &fd->f.name);
    rt_share_drop(state->pool, &fd->f.name_raw);
}

static void make_blank(struct rt_state *state, struct fd *fd, int64_t number)
{
    *fd = (struct fd){.f = {.number = number, .type = RT_FD_UNINIT},
                      .before = fd->before,
                      .after = fd->after,
                      .place = fd->place};
    rt_fd_changed(state, fd);
    fd->f.name = rt_share_empty();
    fd->f.name_raw = rt_share_empty();
}

/* --- Falco's order --- */

/* Sizes of libstdc++'s hash tables as they grow. */
static uint32_t next_buckets(uint32_t buckets)
{
    static const uint32_t sizes[] = {13,    29,     59,     127,    257,    541,
                                     1109,  2357,   5087,   10273,  20753,  42043,
                                     85229, 172933, 351061, 712697, 1447153};

    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        if (sizes[i] > buckets)
            return sizes[i];
    }
    return UINT32_MAX;
}

/* The table grows, and all are entered anew, in the order they had. */
static void turn_round(const struct rt_state *state, struct rt_fd_table *table)
{
    uint32_t at = table->first, last = 0;
    while (at) {
        struct fd *fd = rt_fd_at(state, at);
        uint32_t after = fd->after;
        fd->after = fd->before;
        fd->before = after;
        last = at;
        at = after;
    }
    table->first = last;
}

/* The bucket of a number; those of failed calls are in none. */
static inline uint32_t bucket_of(const struct rt_fd_table *table, int64_t number)
{
    return number <= UINT32_MAX ? (uint32_t)number % table->buckets
                                : (uint32_t)((uint64_t)number % table->buckets);
}

static inline bool is_counted(const struct rt_fd_table *table)
{
    return table->buckets <= RT_FD_COUNTED;
}

static void count_anew(const struct rt_state *state, struct rt_fd_table *table)
{
    memset(table->in_bucket, 0, sizeof table->in_bucket);
    if (!is_counted(table))
        return;
    for (uint32_t at = table->first; at; at = rt_fd_at(state, at)->after) {
        const int64_t number = rt_fd_at(state, at)->f.number;
        if (number >= 0)
            table->in_bucket[bucket_of(table, number)]++;
    }
}

/* The first of those that share number's bucket, 0: it is alone there. */
static uint32_t bucket_mates(const struct rt_state *state, const struct rt_fd_table *table,
                             int64_t number)
{
    enum { MOST_LOOKS = 64 }; /* for numbers far apart, which only a hostile process has */
    const int64_t buckets = table->buckets;
    struct fd *mate = NULL;
    if (number < 0 || (number < buckets && table->largest < buckets))
        return 0;
    int64_t at = bucket_of(table, number);
    if (is_counted(table) && table->in_bucket[at] == 0)
        return 0;
    for (int looks = 0; !mate && at <= table->largest && looks < MOST_LOOKS; looks++) {
        if (at != number)
            mate = rt_fds_find_any(state, table, at);
        at += buckets;
    }
    if (!mate)
        return 0;
    while (mate->before && rt_fd_at(state, mate->before)->f.number % buckets == number % buckets)
        mate = rt_fd_at(state, mate->before);
    return mate->place + 1;
}

static void enter(const struct rt_state *state, struct rt_fd_table *table, struct fd *fd)
{
    const uint32_t self = fd->place + 1;
    if (table->count >= table->buckets) {
        if (table->buckets > 0)
            turn_round(state, table);
        table->buckets = next_buckets(table->buckets);
        count_anew(state, table);
    }
    const uint32_t mates = bucket_mates(state, table, fd->f.number);
    fd->after = mates ? mates : table->first;
    fd->before = mates ? rt_fd_at(state, mates)->before : 0;
    if (fd->after)
        rt_fd_at(state, fd->after)->before = self;
    if (fd->before)
        rt_fd_at(state, fd->before)->after = self;
    else
        table->first = self;
    if (fd->f.number > table->largest)
        table->largest = fd->f.number;
    if (fd->f.number >= 0 && is_counted(table))
        table->in_bucket[bucket_of(table, fd->f.number)]++;
}

static void leave(const struct rt_state *state, struct rt_fd_table *table, const struct fd *fd)
{
    if (fd->after)
        rt_fd_at(state, fd->after)->before = fd->before;
    if (fd->before)
        rt_fd_at(state, fd->before)->after = fd->after;
    else
        table->first = fd->after;
    if (fd->f.number >= 0 && is_counted(table))
        table->in_bucket[bucket_of(table, fd->f.number)]--;
}

/* The fd at that place of the list, counted from its first. */
static struct fd *listed_at(const struct rt_state *state, const struct rt_fd_table *table,
                            uint32_t place)
{
    struct fd *fd = rt_fd_at(state, table->first);
    while (place-- > 0)
        fd = rt_fd_at(state, fd->after);
    return fd;
}

/* Entering puts an fd in front, growing turns all round. So those that were entered last, since the
 * table last grew, lead the list; those before them close it; and so on inwards: with 40 fds, which
 * grow a table at 13 and 29, numbers 30 to 40 lead, 14 to 29 close, 1 to 13 are in between. */
void rt_fds_each_to_enter(const struct rt_state *state, const struct rt_fd_table *table,
                          void (*fn)(void *context, const struct rt_fd *fd), void *context)
{
    const uint32_t n = table->count;
    uint32_t grown = 0, leading = 0;

    for (uint32_t size = next_buckets(0); size < n; size = next_buckets(size))
        grown++;
    for (uint32_t i = 0, from = 0, to = next_buckets(0); i <= grown; i++) {
        if (i > 0 && (grown - i) % 2 == 0)
            leading += (to < n ? to : n) - from;
        from = to;
        to = next_buckets(to);
    }
    if (n == 0)
        return;
    const uint32_t inner = n < next_buckets(0) ? n : next_buckets(0);
    const struct fd *left = listed_at(state, table, leading + (grown % 2 == 0 ? inner - 1 : 0));
    const struct fd *right = left;
    if (grown % 2 == 0)
        right = left->after ? rt_fd_at(state, left->after) : NULL;
    else
        left = left->before ? rt_fd_at(state, left->before) : NULL;
    uint32_t limit = next_buckets(0);
    for (uint32_t i = 0; i < n; i++) {
        if (i == limit) {
            limit = next_buckets(limit);
            grown--;
        }
        const struct fd **side = grown % 2 == 0 ? &left : &right;
        const struct fd *fd = *side;
        const uint32_t next = grown % 2 == 0 ? fd->before : fd->after;
        *side = next ? rt_fd_at(state, next) : NULL;
        fn(context, &fd->f);
    }
}

/* --- adding, removing --- */

struct fd *rt_fds_add(struct rt_state *state, struct rt_fd_table *table, int64_t number)
{
    struct fd *fd = rt_fds_find_any(state, table, number);
    if (fd) {
        drop_facts(state, fd);
        make_blank(state, fd, number);
        return fd;
    }

    /* One process must not eat up what all have; and at most three quarters of a table are used. */
    bool room = table->count < state->limits.fds / 4 + 1;
    if (room && table->count >= table->size / 4 * 3)
        room = resize(state, table, table->size ? table->size * 2 : FIRST_SIZE);
    uint32_t place;
    fd = room ? rt_slab_take_as_is(&state->fds, &place) : NULL;
    if (!fd) {
        state->stats.fds_refused++;
        return NULL;
    }
    fd->place = place;
    make_blank(state, fd, number);
    enter(state, table, fd);
    put(table, fd);
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
    uint32_t i = rt_fd_home(table, number);
    while (table->slots[i] && rt_fd_at(state, table->slots[i])->f.number != number)
        i = (i + 1) & mask;
    if (!table->slots[i])
        return false;

    struct fd *fd = rt_fd_at(state, table->slots[i]);
    leave(state, table, fd);
    drop_facts(state, fd);
    rt_slab_give_at(&state->fds, fd, fd->place);
    table->count--;
    state->stats.fds_removed++;

    /* Close the gap, as in map.c. */
    uint32_t gap = i;
    for (;;) {
        i = (i + 1) & mask;
        if (!table->slots[i])
            break;
        uint32_t at_home = rt_fd_home(table, rt_fd_at(state, table->slots[i])->f.number);
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
            struct fd *fd = rt_fd_at(state, table->slots[i]);
            drop_facts(state, fd);
            rt_slab_give_at(&state->fds, fd, fd->place);
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
    for (uint32_t at = from->first; at;) {
        const struct fd *fd = rt_fd_at(state, at);
        at = fd->after;
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
        if (table->slots[i] && go(rt_fd_at(state, table->slots[i]), context))
            /* What closes the gap may be one not looked at yet, so this slot again. */
            rt_fds_remove(state, table, rt_fd_at(state, table->slots[i])->f.number);
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
    uint32_t before = fd->before, after = fd->after, place = fd->place;
    *fd = *from;
    fd->before = before;
    fd->after = after;
    fd->place = place;
    rt_fd_changed(state, fd);
    fd->f.number = number;
    fd->f.name = name;
    fd->f.name_raw = name_raw;
}

void rt_fd_set_name(struct rt_state *state, struct fd *fd, const char *name, uint32_t len)
{
    if (len == fd->f.name.len && memcmp(fd->f.name.data, name, len) == 0)
        return;
    rt_share_set(state->pool, &fd->f.name, name, len);
    rt_fd_changed(state, fd);
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
