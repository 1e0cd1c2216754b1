/* The table of containers. See store.h. */
#include "store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 4096u
#define NONE    0u /* links are numbers of entries plus 1, so that a new store is all zeros */

struct entry {
    char key[RT_CONTAINER_ID_SIZE];
    enum rt_container_state state; /* STRANGE: the entry is free */
    bool doubted;                  /* see rt_containers_doubt */
    struct rt_container *record;   /* owned; NULL: none */
    uint64_t age;                  /* number of the change that it came with */
    uint32_t next;                 /* with the same hash, or free; NONE: the last */
};

struct rt_containers {
    struct entry entries[RT_CONTAINERS_MAX];
    uint32_t buckets[BUCKETS];
    uint32_t free; /* first of the entries that were given back */
    uint32_t used; /* entries ever used; those beyond were never touched */
    uint64_t changes;
    size_t bytes; /* of all records */
    struct rt_containers_stats stats;
};

int rt_containers_create(struct rt_containers **out)
{
    struct rt_containers *store = calloc(1, sizeof *store);

    if (!store)
        return -ENOMEM;
    *out = store;
    return 0;
}

void rt_containers_destroy(struct rt_containers *store)
{
    if (!store)
        return;
    for (uint32_t i = 0; i < store->used; i++)
        rt_container_free(store->entries[i].record);
    free(store);
}

static uint32_t bucket(const char *key)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (; *key; key++)
        hash = (hash ^ (uint8_t)*key) * UINT64_C(0x100000001b3);
    return (uint32_t)(hash >> 32) % BUCKETS;
}

static struct entry *find(const struct rt_containers *store, const char *key)
{
    uint32_t link = store->buckets[bucket(key)];

    while (link != NONE && strcmp(store->entries[link - 1].key, key) != 0)
        link = store->entries[link - 1].next;
    return link == NONE ? NULL : (struct entry *)&store->entries[link - 1];
}

static void set_record(struct rt_containers *store, struct entry *entry,
                       struct rt_container *record)
{
    if (entry->record)
        store->bytes -= entry->record->bytes;
    if (record)
        store->bytes += record->bytes;
    rt_container_free(entry->record);
    entry->record = record;
}

static void forget(struct rt_containers *store, struct entry *entry)
{
    const uint32_t link = (uint32_t)(entry - store->entries) + 1;
    uint32_t *at = &store->buckets[bucket(entry->key)];

    while (*at != link)
        at = &store->entries[*at - 1].next;
    *at = entry->next;
    store->changes++;
    set_record(store, entry, NULL);
    *entry = (struct entry){.next = store->free};
    store->free = link;
    store->stats.evicted++;
}

/* What can best be spared: what has ended, then what nothing is known about, then the oldest. */
static struct entry *least(struct rt_containers *store, const struct entry *but)
{
    static const uint8_t rank[] = {[RT_CONTAINER_ENDED] = 3,
                                   [RT_CONTAINER_ABSENT] = 2,
                                   [RT_CONTAINER_KNOWN] = 1,
                                   [RT_CONTAINER_PENDING] = 1};
    struct entry *found = NULL;

    for (uint32_t i = 0; i < store->used; i++) {
        struct entry *entry = &store->entries[i];
        if (entry->state == RT_CONTAINER_STRANGE || entry == but)
            continue;
        if (!found || rank[entry->state] > rank[found->state] ||
            (rank[entry->state] == rank[found->state] && entry->age < found->age))
            found = entry;
    }
    return found;
}

/* The entry of that key, new if need be. */
static struct entry *enter(struct rt_containers *store, const char *key)
{
    struct entry *entry = find(store, key);

    if (entry)
        return entry;
    if (store->free == NONE && store->used == RT_CONTAINERS_MAX)
        forget(store, least(store, NULL));
    const uint32_t link = store->free != NONE ? store->free : ++store->used;
    const uint32_t home = bucket(key);
    entry = &store->entries[link - 1];
    if (store->free != NONE)
        store->free = entry->next;
    *entry = (struct entry){.next = store->buckets[home]};
    store->buckets[home] = link;
    memcpy(entry->key, key, strnlen(key, RT_CONTAINER_ID_SIZE - 1));
    return entry;
}

static void change(struct rt_containers *store, struct entry *entry, enum rt_container_state state)
{
    entry->state = state;
    entry->doubted = false;
    entry->age = ++store->changes;
}

enum rt_container_state rt_containers_state(const struct rt_containers *store, const char *key)
{
    const struct entry *entry = find(store, key);

    return entry ? entry->state : RT_CONTAINER_STRANGE;
}

const struct rt_container *rt_containers_find(const struct rt_containers *store, const char *key)
{
    const struct entry *entry = find(store, key);

    return entry && entry->state == RT_CONTAINER_KNOWN ? entry->record : NULL;
}

const struct rt_container *rt_containers_find_past(const struct rt_containers *store,
                                                   const char *key)
{
    const struct entry *entry = find(store, key);

    return entry ? entry->record : NULL;
}

uint64_t rt_containers_changes(const struct rt_containers *store)
{
    return store->changes;
}

void rt_containers_await(struct rt_containers *store, const char *key)
{
    change(store, enter(store, key), RT_CONTAINER_PENDING);
}

void rt_containers_doubt(struct rt_containers *store, const char *key)
{
    struct entry *entry = find(store, key);

    if (entry)
        entry->doubted = true;
}

bool rt_containers_is_expected(const struct rt_containers *store, const char *key)
{
    const struct entry *entry = find(store, key);

    return entry && entry->state == RT_CONTAINER_PENDING && !entry->doubted;
}

void rt_containers_give_up(struct rt_containers *store, const char *key)
{
    struct entry *entry = find(store, key);

    if (!entry || entry->state != RT_CONTAINER_PENDING)
        return;
    change(store, entry, RT_CONTAINER_ABSENT);
    store->stats.absent++;
}

void rt_containers_put(struct rt_containers *store, struct rt_container *record)
{
    struct entry *entry = enter(store, record->key);

    set_record(store, entry, record);
    change(store, entry, RT_CONTAINER_KNOWN);
    store->stats.known++;
    while (store->bytes > RT_CONTAINERS_BYTES_MAX) {
        struct entry *other = least(store, entry);
        if (!other)
            break;
        forget(store, other);
    }
}

void rt_containers_end(struct rt_containers *store, const char *key)
{
    struct entry *entry = find(store, key);

    /* One that is looked up yet goes on: alerts wait for what comes. */
    if (!entry || entry->state == RT_CONTAINER_ENDED || entry->state == RT_CONTAINER_PENDING)
        return;
    change(store, entry, RT_CONTAINER_ENDED);
    store->stats.ended++;
}

void rt_containers_note_malformed(struct rt_containers *store)
{
    store->stats.malformed++;
}

void rt_containers_stats(const struct rt_containers *store, struct rt_containers_stats *stats)
{
    *stats = store->stats;
}
