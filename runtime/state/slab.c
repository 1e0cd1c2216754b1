#include "slab.h"

#include "reserve.h"

#include <errno.h>
#include <string.h>

static uint64_t taken_bytes(uint32_t capacity)
{
    return ((uint64_t)capacity + 63) / 64 * 8;
}

int rt_slab_create(struct rt_slab *slab, uint32_t item_size, uint32_t capacity)
{
    *slab = (struct rt_slab){.item_size = item_size, .capacity = capacity};
    slab->base = rt_reserve((uint64_t)item_size * capacity);
    slab->taken = rt_reserve(taken_bytes(capacity));
    if (slab->base && slab->taken)
        return 0;
    rt_slab_destroy(slab);
    return -ENOMEM;
}

void rt_slab_destroy(struct rt_slab *slab)
{
    rt_unreserve(slab->base, (uint64_t)slab->item_size * slab->capacity,
                 (uint64_t)slab->item_size * slab->touched);
    rt_unreserve(slab->taken, taken_bytes(slab->capacity), 0);
    *slab = (struct rt_slab){0};
}

void *rt_slab_take_as_is(struct rt_slab *slab, uint32_t *place)
{
    uint32_t index;
    uint8_t *thing;
    if (slab->next) {
        index = slab->next - 1;
        thing = rt_slab_at(slab, index);
        RT_UNPOISON(thing, slab->item_size);
        memcpy(&slab->next, thing, sizeof(slab->next));
    } else if (slab->touched < slab->capacity) {
        index = slab->touched++;
        thing = rt_slab_at(slab, index);
    } else {
        return NULL;
    }
    slab->taken[index / 64] |= 1ull << (index % 64);
    slab->live++;
    *place = index;
    return thing;
}

void *rt_slab_take(struct rt_slab *slab)
{
    uint32_t place;
    void *thing = rt_slab_take_as_is(slab, &place);
    if (thing)
        memset(thing, 0, slab->item_size);
    return thing;
}

void rt_slab_give(struct rt_slab *slab, void *thing)
{
    rt_slab_give_at(slab, thing, rt_slab_index(slab, thing));
}

void rt_slab_give_at(struct rt_slab *slab, void *thing, uint32_t index)
{
    memcpy(thing, &slab->next, sizeof(slab->next));
    slab->next = index + 1;
    slab->taken[index / 64] &= ~(1ull << (index % 64));
    slab->live--;
    RT_POISON(thing, slab->item_size);
}

void *rt_slab_walk(const struct rt_slab *slab, uint32_t *index)
{
    uint32_t i = *index;
    while (i < slab->touched) {
        uint64_t bits = slab->taken[i / 64] >> (i % 64);
        if (bits) {
            i += (uint32_t)__builtin_ctzll(bits);
            *index = i + 1;
            return rt_slab_at(slab, i);
        }
        i = (i / 64 + 1) * 64;
    }
    *index = i;
    return NULL;
}
