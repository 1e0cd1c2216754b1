/* A map from 64-bit numbers to pointers: open addressing with linear probing, never more than half
 * full, so that a look-up touches one cache line most of the time.
 *
 * It begins small, so that what a usual machine has stays together in few pages, and doubles when
 * it is half full. All sizes that it may come to lie in one stretch of address space that is
 * reserved at the start, one behind the other: growing neither asks for memory nor can it fail.
 */
#ifndef RULEC_MAP_H
#define RULEC_MAP_H

#include <stdint.h>

struct rt_map_slot {
    int64_t key;
    void *value; /* NULL: the slot is empty */
};

struct rt_map {
    struct rt_map_slot *slots; /* 1 << bits of them */
    uint32_t bits;
    uint32_t count;
    struct rt_map_slot *base; /* of the smallest size's slots; the next size's follow them */
    uint64_t room;            /* bytes at base */
};

/* Room for `capacity` keys; who uses the map keeps to it. 0 or -ENOMEM. */
int rt_map_create(struct rt_map *map, uint32_t capacity);
void rt_map_destroy(struct rt_map *map); /* one of zeros is allowed */

static inline uint32_t rt_map_home(const struct rt_map *map, int64_t key)
{
    return (uint32_t)(((uint64_t)key * 0x9e3779b97f4a7c15ull) >> (64 - map->bits));
}

static inline void *rt_map_find(const struct rt_map *map, int64_t key)
{
    uint32_t mask = (1u << map->bits) - 1;
    for (uint32_t i = rt_map_home(map, key);; i = (i + 1) & mask) {
        const struct rt_map_slot *slot = &map->slots[i];
        if (!slot->value || slot->key == key)
            return slot->value;
    }
}

/* Adds the key or replaces its value. */
void rt_map_put(struct rt_map *map, int64_t key, void *value);

/* Nothing happens if the key is not there. */
void rt_map_remove(struct rt_map *map, int64_t key);

#endif
