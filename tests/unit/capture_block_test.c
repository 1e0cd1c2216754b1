/* Blocks that are damaged. */
#include "../support/capture_outcome.h"

static void cut_at_every_byte(void **context)
{
    struct capture_bytes bytes = {0};
    (void)context;

    make_small(&bytes);
    struct rt_state *state = new_state();
    uint64_t all = read_all(bytes.data, bytes.len, state).events;
    rt_state_destroy(state);
    assert_int_equal(all, 12);
    uint32_t nblocks = 0; /* that are whole */
    uint64_t before = 0;
    for (size_t cut = 0; cut < bytes.len; cut++) {
        /* In memory of exactly that size, so that reading beyond it is found out. */
        uint8_t *copy = malloc(cut > 0 ? cut : 1);
        assert_non_null(copy);
        memcpy(copy, bytes.data, cut);
        state = new_state();
        struct outcome outcome = read_all(copy, cut, state);
        while (nblocks + 1 < bytes.nblocks && bytes.blocks[nblocks + 1] <= cut)
            nblocks++;
        bool boundary = bytes.blocks[nblocks] == cut || cut == 0;
        assert_true(outcome.events >= before);
        before = outcome.events;
        if (outcome.opened || outcome.started) {
            assert_int_equal(outcome.opened ? outcome.opened : outcome.started, -EBADMSG);
        } else if (boundary) {
            assert_true(outcome.ended == RT_SOURCE_END || outcome.ended == -ENODATA);
        } else {
            assert_int_equal(outcome.ended, -EBADMSG);
            assert_non_null(strstr(outcome.error, "in the middle of a block"));
        }
        rt_state_destroy(state);
        free(copy);
    }
    assert_true(before >= all - 1);
    capture_bytes_free(&bytes);
}

static void flipped_bytes(void **context)
{
    struct capture_bytes bytes = {0};
    uint32_t seed = 1;
    (void)context;

    make_small(&bytes);
    uint8_t *copy = malloc(bytes.len);
    assert_non_null(copy);
    for (int round = 0; round < 3000; round++) {
        memcpy(copy, bytes.data, bytes.len);
        for (uint32_t i = 1 + next_random(&seed) % 4; i > 0; i--)
            copy[next_random(&seed) % bytes.len] = (uint8_t)next_random(&seed);
        struct rt_state *state = new_state();
        struct outcome outcome = read_all(copy, bytes.len, state);
        assert_true(outcome.events <= 16);
        rt_state_destroy(state);
    }
    free(copy);
    capture_bytes_free(&bytes);
}

/* Reads the small capture with the 32 bits at that place changed. */
static struct outcome with_u32(const struct capture_bytes *bytes, size_t at, uint32_t value)
{
    uint8_t *copy = malloc(bytes->len);
    struct rt_state *state = new_state();
    assert_non_null(copy);
    memcpy(copy, bytes->data, bytes->len);
    rt_store32(copy + at, value);
    struct outcome outcome = read_all(copy, bytes->len, state);
    rt_state_destroy(state);
    free(copy);
    return outcome;
}

static void lengths_that_lie(void **context)
{
    struct capture_bytes bytes = {0};
    struct outcome outcome;
    (void)context;

    make_small(&bytes);
    size_t chdir_block = bytes.blocks[9]; /* the first EV_CHDIR_X; one close is before it */
    assert_int_equal(rt_load16(bytes.data + chdir_block + 8 + 6 + 20), EV_CHDIR_X);
    uint32_t len = rt_load32(bytes.data + chdir_block + 4);

    outcome = with_u32(&bytes, chdir_block + 4, 11);
    assert_int_equal(outcome.ended, -EBADMSG);
    assert_int_equal(outcome.events, 1);
    assert_non_null(strstr(outcome.error, "impossible"));
    outcome = with_u32(&bytes, chdir_block + 4, len + 4);
    assert_int_equal(outcome.ended, -EBADMSG);
    assert_non_null(strstr(outcome.error, "differ"));
    outcome = with_u32(&bytes, chdir_block + 4, 0xffffffff);
    assert_int_equal(outcome.ended, -EBADMSG);
    outcome = with_u32(&bytes, chdir_block + len - 4, len - 1);
    assert_int_equal(outcome.ended, -EBADMSG);
    assert_int_equal(outcome.events, 1);
    outcome = with_u32(&bytes, chdir_block, 0x777); /* skipped */
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 11);
    assert_int_equal(outcome.stats.skipped_blocks, 1);

    /* Within the event: the block's frame still holds, so the rest is read. */
    size_t event = chdir_block + 8 + 6;
    const uint32_t lies[][2] = {{16, 0},          {16, 25}, {16, 0x7fffffff},
                                {22, 0xffffffff}, {22, 9},  {26, 0xffff0008}};
    for (size_t i = 0; i < sizeof(lies) / sizeof(lies[0]); i++) {
        outcome = with_u32(&bytes, event + lies[i][0], lies[i][1]);
        assert_int_equal(outcome.ended, RT_SOURCE_END);
        assert_int_equal(outcome.events, 11);
        assert_int_equal(outcome.stats.malformed, 1);
    }

    /* Within the lists: what comes before the lie is taken, the next block is read again. */
    size_t proclist = bytes.blocks[6];
    assert_int_equal(rt_load32(bytes.data + proclist), CAPTURE_PROCLIST_V9);
    const uint32_t sizes[] = {0, 3, 4, 50, 0xffff, 0xffffffff};
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        outcome = with_u32(&bytes, proclist + 8, sizes[i]);
        assert_int_equal(outcome.ended, RT_SOURCE_END);
        assert_int_equal(outcome.events, 12);
        assert_int_equal(outcome.stats.malformed, 1);
    }
    capture_bytes_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cut_at_every_byte),
        cmocka_unit_test(flipped_bytes),
        cmocka_unit_test(lengths_that_lie),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
