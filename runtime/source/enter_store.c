/* Enter events by thread: an open-addressing table. See enter_store.h. */
#include "enter_store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MIN_SIZE  64u
#define MAX_SIZE  131072u /* slots; powers of two */
#define MAX_BYTES (256ull << 20)

int enter_store_open(struct enter_store *store)
{
    *store = (struct enter_store){.size = MIN_SIZE};
    store->slots = calloc(store->size, sizeof(*store->slots));
    return store->slots ? 0 : -ENOMEM;
}

void enter_store_clear(struct enter_store *store)
{
    for (uint32_t i = 0; i < store->size; i++)
        free(store->slots[i].data);
    memset(store->slots, 0, store->size * sizeof(*store->slots));
    store->used = 0;
    store->bytes = 0;
}

void enter_store_close(struct enter_store *store)
{
    if (store->slots)
        enter_store_clear(store);
    free(store->slots);
    *store = (struct enter_store){0};
}

/* The slot of tid: its own, or the free one where it belongs. */
static struct enter_event *slot_of(const struct enter_store *store, int64_t tid)
{
    uint32_t i = (uint32_t)((uint64_t)tid * 0x9e3779b97f4a7c15ull >> 32);
    for (;; i++) {
        struct enter_event *slot = &store->slots[i & (store->size - 1)];
        if (!slot->taken || slot->tid == tid)
            return slot;
    }
}

/* Twice as many slots. False without memory, then nothing changed. */
static bool grow(struct enter_store *store)
{
    struct enter_store larger = *store;
    larger.size *= 2;
    larger.slots = calloc(larger.size, sizeof(*larger.slots));
    if (!larger.slots)
        return false;
    for (uint32_t i = 0; i < store->size; i++) {
        if (store->slots[i].taken)
            *slot_of(&larger, store->slots[i].tid) = store->slots[i];
    }
    free(store->slots);
    *store = larger;
    return true;
}

/* A slot for tid to write to. */
static struct enter_event *claim(struct enter_store *store, int64_t tid)
{
    struct enter_event *slot = slot_of(store, tid);
    if (slot->taken)
        return slot;
    if (store->used >= store->size / 4 * 3) {
        if (store->size >= MAX_SIZE || !grow(store))
            enter_store_clear(store);
        slot = slot_of(store, tid);
    }
    slot->taken = true;
    slot->tid = tid;
    store->used++;
    return slot;
}

void enter_store_put(struct enter_store *store, const struct rt_event *event)
{
    if (event->nparams > ENTER_MAX_PARAMS)
        return;
    uint64_t total = 0;
    for (uint32_t i = 0; i < event->nparams; i++)
        total += event->params[i].len;
    if (total > UINT32_MAX / 2)
        return;
    if (store->bytes + total > MAX_BYTES)
        enter_store_clear(store);

    struct enter_event *slot = claim(store, event->tid);
    slot->live = false;
    if (total > slot->capacity) {
        uint32_t capacity = ((uint32_t)total + 63) & ~63u;
        uint8_t *data = realloc(slot->data, capacity);
        if (!data)
            return;
        store->bytes += capacity - slot->capacity;
        slot->data = data;
        slot->capacity = capacity;
    }
    slot->type = event->type;
    slot->nparams = (uint8_t)event->nparams;
    slot->live = true;
    uint8_t *next = slot->data;
    for (uint32_t i = 0; i < event->nparams; i++) {
        slot->lengths[i] = event->params[i].len;
        if (event->params[i].len > 0) {
            memcpy(next, event->params[i].data, event->params[i].len);
            next += event->params[i].len;
        }
    }
}

struct enter_event *enter_store_find(const struct enter_store *store, int64_t tid)
{
    struct enter_event *slot = slot_of(store, tid);
    return slot->taken && slot->live ? slot : NULL;
}
