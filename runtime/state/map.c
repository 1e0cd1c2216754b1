#include "map.h"

#include "reserve.h"

#include <errno.h>

int rt_map_create(struct rt_map *map, uint32_t capacity)
{
    *map = (struct rt_map){.bits = 4};
    while (1ull << map->bits < (uint64_t)capacity * 2)
        map->bits++;
    map->slots = rt_reserve(sizeof(struct rt_map_slot) << map->bits);
    return map->slots ? 0 : -ENOMEM;
}

void rt_map_destroy(struct rt_map *map)
{
    rt_unreserve(map->slots, sizeof(struct rt_map_slot) << map->bits, 0);
    *map = (struct rt_map){0};
}

void rt_map_put(struct rt_map *map, int64_t key, void *value)
{
    uint32_t mask = (1u << map->bits) - 1;
    uint32_t i = rt_map_home(map, key);
    while (map->slots[i].value && map->slots[i].key != key)
        i = (i + 1) & mask;
    if (!map->slots[i].value)
        map->count++;
    map->slots[i] = (struct rt_map_slot){key, value};
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
