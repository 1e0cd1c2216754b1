#include "map.h"

#include "reserve.h"

#include <errno.h>

enum { FIRST_BITS = 9 }; /* 8 KiB */

int rt_map_create(struct rt_map *map, uint32_t capacity)
{
    uint32_t bits = FIRST_BITS;
    while (1ull << bits < (uint64_t)capacity * 2)
        bits++;
    /* The sizes up to the largest come to less than twice the largest. */
    *map = (struct rt_map){.bits = FIRST_BITS, .room = sizeof(struct rt_map_slot) << (bits + 1)};
    map->base = map->slots = rt_reserve(map->room);
    return map->base ? 0 : -ENOMEM;
}

void rt_map_destroy(struct rt_map *map)
{
    rt_unreserve(map->base, map->room, 0);
    *map = (struct rt_map){0};
}

/* The slot that has the key or would take it. */
static struct rt_map_slot *slot_of(const struct rt_map *map, int64_t key)
{
    uint32_t mask = (1u << map->bits) - 1;
    uint32_t i = rt_map_home(map, key);
    while (map->slots[i].value && map->slots[i].key != key)
        i = (i + 1) & mask;
    return &map->slots[i];
}

/* Everything moves to the next size's slots, which nobody has written to yet. */
static void grow(struct rt_map *map)
{
    const struct rt_map_slot *old = map->slots;
    uint32_t old_size = 1u << map->bits;
    map->slots += old_size;
    map->bits++;
    for (uint32_t i = 0; i < old_size; i++) {
        if (old[i].value)
            *slot_of(map, old[i].key) = old[i];
    }
}

void rt_map_put(struct rt_map *map, int64_t key, void *value)
{
    struct rt_map_slot *slot = slot_of(map, key);
    if (!slot->value) {
        if (map->count >= 1u << (map->bits - 1)) {
            grow(map);
            slot = slot_of(map, key);
        }
        map->count++;
    }
    *slot = (struct rt_map_slot){key, value};
}

void rt_map_remove(struct rt_map *map, int64_t key)
{
    uint32_t mask = (1u << map->bits) - 1;
    uint32_t i = rt_map_home(map, key);
    while (map->slots[i].value && map->slots[i].key != key)
        i = (i + 1) & mask;
    if (!map->slots[i].value)
        return;
    map->count--;

    /* Close the gap: whatever follows without a gap and does not stand behind its home moves up. */
    uint32_t gap = i;
    for (;;) {
        i = (i + 1) & mask;
        if (!map->slots[i].value)
            break;
        uint32_t home = rt_map_home(map, map->slots[i].key);
        if (((i - home) & mask) >= ((i - gap) & mask)) {
            map->slots[gap] = map->slots[i];
            gap = i;
        }
    }
    map->slots[gap].value = NULL;
}
