#include "state/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void *value_of(int64_t key)
{
    return (void *)(uintptr_t)(key * 2 + 1);
}

static void is_empty_at_first(void **context)
{
    (void)context;
    struct rt_map map;
    assert_int_equal(rt_map_create(&map, 1), 0);
    assert_null(rt_map_find(&map, 0));
    rt_map_remove(&map, 0);
    assert_int_equal(map.count, 0);
    rt_map_destroy(&map);
    rt_map_destroy(&map);
}

static void grows_up_to_its_capacity(void **context)
{
    (void)context;
    static const uint32_t capacities[] = {1, 255, 256, 257, 1000, 4096, 100000};
    for (size_t c = 0; c < sizeof(capacities) / sizeof(capacities[0]); c++) {
        struct rt_map map;
        assert_int_equal(rt_map_create(&map, capacities[c]), 0);
        for (int64_t key = 0; key < capacities[c]; key++)
            rt_map_put(&map, key * 1000003 - 5, value_of(key));
        assert_int_equal(map.count, capacities[c]);
        for (int64_t key = 0; key < capacities[c]; key++)
            assert_ptr_equal(rt_map_find(&map, key * 1000003 - 5), value_of(key));
        assert_null(rt_map_find(&map, -4));
        rt_map_destroy(&map);
    }
}

/* Against a plain reference: keys that come, change and go in any order. */
static void holds_what_was_put_in(void **context)
{
    (void)context;
    enum { KEYS = 3000 };
    static void *there[KEYS];
    struct rt_map map;
    uint32_t seed = 7, count = 0;
    memset(there, 0, sizeof(there));
    assert_int_equal(rt_map_create(&map, KEYS), 0);
    for (int round = 0; round < 200000; round++) {
        seed = seed * 1664525 + 1013904223;
        int64_t key = (seed >> 8) % KEYS;
        if (seed >> 31) {
            count += !there[key];
            there[key] = value_of(round);
            rt_map_put(&map, key, there[key]);
        } else {
            count -= there[key] != NULL;
            there[key] = NULL;
            rt_map_remove(&map, key);
        }
    }
    assert_int_equal(map.count, count);
    for (int64_t key = 0; key < KEYS; key++)
        assert_ptr_equal(rt_map_find(&map, key), there[key]);
    rt_map_destroy(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_empty_at_first),
        cmocka_unit_test(grows_up_to_its_capacity),
        cmocka_unit_test(holds_what_was_put_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
