#include "state/pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void gives_aligned_pieces_that_do_not_overlap(void **context)
{
    (void)context;
    struct rt_pool *pool;
    assert_int_equal(rt_pool_create(&pool, 1 << 20), 0);
    enum { N = 200 };
    uint8_t *pieces[N];
    for (uint32_t i = 0; i < N; i++) {
        pieces[i] = rt_pool_alloc(pool, i + 1);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % 16, 0);
        memset(pieces[i], (int)i, i + 1);
    }
    for (uint32_t i = 0; i < N; i++) {
        for (uint32_t k = 0; k <= i; k++)
            assert_int_equal(pieces[i][k], i);
    }
    for (uint32_t i = 0; i < N; i++)
        rt_pool_free(pool, pieces[i], i + 1);
    assert_int_equal(rt_pool_used(pool), 0);
    rt_pool_destroy(pool);
}

static void uses_pieces_again(void **context)
{
    (void)context;
    struct rt_pool *pool;
    assert_int_equal(rt_pool_create(&pool, 4096), 0);
    for (int i = 0; i < 100000; i++) {
        void *piece = rt_pool_alloc(pool, 1500); /* two fit */
        assert_non_null(piece);
        rt_pool_free(pool, piece, 1500);
    }
    assert_int_equal(rt_pool_refused(pool), 0);
    rt_pool_destroy(pool);
}

static void refuses_and_counts_when_full(void **context)
{
    (void)context;
    struct rt_pool *pool;
    assert_int_equal(rt_pool_create(&pool, 8192), 0);
    void *a = rt_pool_alloc(pool, 4096);
    assert_non_null(a);
    for (int i = 0; i < 16; i++)
        assert_non_null(rt_pool_alloc(pool, 256));
    assert_null(rt_pool_alloc(pool, 1));
    assert_null(rt_pool_alloc(pool, (1 << 20) + 1)); /* too large for any pool */
    assert_int_equal(rt_pool_refused(pool), 2);
    assert_int_equal(rt_pool_used(pool), 8192);
    rt_pool_free(pool, a, 4096);
    assert_ptr_equal(rt_pool_alloc(pool, 3000), a);
    rt_pool_free(pool, NULL, 5);
    rt_pool_destroy(pool);
    rt_pool_destroy(NULL);
}

static void knows_its_largest_piece(void **context)
{
    (void)context;
    struct rt_pool *pool;
    assert_int_equal(rt_pool_create(&pool, 4 << 20), 0);
    assert_non_null(rt_pool_alloc(pool, 1 << 20));
    assert_non_null(rt_pool_alloc(pool, 0));
    rt_pool_destroy(pool);
}

/* Long texts do not take the room of short ones. */
static void keeps_an_eighth_for_small_pieces(void **context)
{
    (void)context;
    struct rt_pool *pool;
    assert_int_equal(rt_pool_create(&pool, 64 << 10), 0);
    uint32_t large = 0, small = 0;
    while (rt_pool_alloc(pool, 1024))
        large++;
    while (rt_pool_alloc(pool, 256))
        small++;
    assert_int_equal(large, 56);
    assert_int_equal(small, 32);
    rt_pool_destroy(pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_aligned_pieces_that_do_not_overlap),
        cmocka_unit_test(uses_pieces_again),
        cmocka_unit_test(refuses_and_counts_when_full),
        cmocka_unit_test(keeps_an_eighth_for_small_pieces),
        cmocka_unit_test(knows_its_largest_piece),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
