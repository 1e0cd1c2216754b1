/* Captures made in memory, and what reading them comes to: for the tests of the reader. */
#ifndef RULEC_TESTS_CAPTURE_OUTCOME_H
#define RULEC_TESTS_CAPTURE_OUTCOME_H

#include "capture_maker.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/* What reading a capture to its end came to. */
struct outcome {
    int opened, started; /* 0 or negative errno */
    int ended;           /* RT_SOURCE_END or negative errno */
    uint64_t events;
    struct rt_source_stats stats;
    char error[256];
};

static inline void finish(struct outcome *outcome, struct rt_source *source, struct rt_state *state)
{
    struct rt_event event;

    outcome->started = outcome->ended = source->ops->start(source, state);
    if (outcome->started == 0) {
        while ((outcome->ended = source->ops->next(source, &event, 0)) == 0) {
            outcome->events++;
            assert_int_equal(event.number, outcome->events);
            assert_true(event.nparams <= event.info->nparams);
            uint64_t sum = 0; /* every byte may be read */
            for (uint32_t i = 0; i < event.nparams; i++) {
                for (uint32_t k = 0; k < event.params[i].len; k++)
                    sum += event.params[i].data[k];
            }
            assert_true(sum < UINT64_MAX);
        }
        assert_int_equal(source->ops->next(source, &event, 0), outcome->ended); /* stays so */
    }
    source->ops->stats(source, &outcome->stats);
    assert_int_equal(outcome->stats.events, outcome->events);
    if (outcome->ended < 0) {
        assert_true(strlen(source->error) > 10);
        memcpy(outcome->error, source->error, sizeof(outcome->error));
    }
    source->ops->close(source);
}

static inline struct outcome read_all(const uint8_t *data, size_t len, struct rt_state *state)
{
    struct outcome outcome = {0};
    struct rt_source *source;

    outcome.opened =
        rt_capture_open_memory(&source, data, len, outcome.error, sizeof(outcome.error));
    if (outcome.opened == 0)
        finish(&outcome, source, state);
    else
        assert_true(strlen(outcome.error) > 5);
    return outcome;
}

static inline struct rt_state *new_state(void)
{
    const struct rt_state_limits limits = {64, 256, 4 << 20};
    struct rt_state *state;
    assert_int_equal(rt_state_create(&state, &limits), 0);
    return state;
}

static inline void put_thread(struct capture_block *block, int version, int64_t tid, size_t tail)
{
    static const uint8_t more[200];
    size_t entry = version == 9 ? block_entry_begin(block) : 0;
    struct rt_str comm = {"comm", 4}, exe = {"exe", 3}, path = {"/bin/exe", 8}, args = {"a\0b", 3},
                  cwd = {"/tmp", 4}, env = {"E=1", 3}, cgroups = {"cpu=/x", 7}, root = {"/", 1};

    block_u64(block, (uint64_t)tid);
    block_u64(block, (uint64_t)tid);
    block_u64(block, 1);
    if (version >= 6)
        block_u64(block, 70);
    if (version >= 8)
        block_u64(block, 80);
    block_text(block, comm, 100);
    block_text(block, exe, 100);
    if (version >= 7)
        block_text(block, path, 100);
    block_text(block, args, 100);
    block_text(block, cwd, 100);
    block_u64(block, 1024);
    block_u32(block, 0);
    block_u32(block, 1000);
    block_u32(block, 1001);
    if (version >= 2) {
        for (int i = 0; i < 3; i++)
            block_u32(block, 10u + (uint32_t)i);
        block_u64(block, 20);
        block_u64(block, 21);
    }
    if (version >= 3)
        block_text(block, env, 100);
    if (version >= 4) {
        block_u64(block, 30);
        block_u64(block, 31);
        block_text(block, cgroups, 100);
    }
    if (version >= 5)
        block_text(block, root, 100);
    if (version == 9) {
        block_put(block, more, tail);
        block_entry_end(block, entry, true);
    }
}

/* Fd, user and interface lists without lengths of entries. */
static inline void put_old_lists(struct capture_bytes *bytes)
{
    struct capture_block block = {0};
    struct rt_str name = {"/dev/null", 9}, ann = {"ann", 3}, home = {"/home/ann", 9},
                  shell = {"/bin/sh", 7};
    const uint8_t ipv4[4] = {10, 1, 2, 3}, ipv6[16] = {0xfe, 0x80};

    block_begin(&block, CAPTURE_PROCLIST_V5);
    put_thread(&block, 5, 100, 0);
    make_block(bytes, &block);

    block_begin(&block, CAPTURE_FDLIST_V1);
    block_u64(&block, 100);
    block_u64(&block, 0);
    block_u64(&block, 6);
    block_u8(&block, RT_FD_FILE);
    block_text(&block, name, 100);
    block_u64(&block, 3);
    block_u64(&block, 7);
    block_u8(&block, RT_FD_IPV4_SERVSOCK);
    block_put(&block, ipv4, 4);
    block_u16(&block, 22);
    block_u8(&block, RT_L4_TCP);
    make_block(bytes, &block);

    block_begin(&block, CAPTURE_USERLIST_V1);
    block_u8(&block, CAPTURE_USER);
    block_u32(&block, 1000);
    block_u32(&block, 1001);
    block_text(&block, ann, 100);
    block_text(&block, home, 100);
    block_text(&block, shell, 100);
    block_u8(&block, CAPTURE_GROUP);
    block_u32(&block, 1001);
    block_text(&block, ann, 100);
    make_block(bytes, &block);

    block_begin(&block, CAPTURE_IFLIST_V1);
    block_u16(&block, CAPTURE_IF_IPV4_NO_SPEED);
    block_u16(&block, 3);
    for (int i = 0; i < 3; i++)
        block_put(&block, ipv4, 4);
    block_put(&block, "eth", 3);
    block_u16(&block, CAPTURE_IF_IPV6);
    block_u16(&block, 2);
    for (int i = 0; i < 3; i++)
        block_put(&block, ipv6, 16);
    block_u64(&block, 0);
    block_put(&block, "lo", 2);
    make_block(bytes, &block);
    block_free(&block);
}

/* A small capture with everything in it. */
static inline void make_small(struct capture_bytes *bytes)
{
    int64_t fd = 3, result = 0;
    const struct rt_param enter[] = {PARAM_OF(fd)}, exit[] = {PARAM_OF(result)};
    const struct rt_param params[] = {PARAM_OF(result), PARAM_TEXT("/etc/passwd")};
    const struct rt_param json[] = {PARAM_TEXT("{}")};
    struct capture_block block = {0};

    make_section(bytes);
    make_machine(bytes, "host");
    put_old_lists(bytes);
    block_begin(&block, CAPTURE_PROCLIST_V9);
    put_thread(&block, 9, 200, 90);
    make_block(bytes, &block);
    block_free(&block);
    for (uint64_t i = 0; i < 4; i++) {
        uint32_t type = i % 2 ? CAPTURE_EVENT_V1 : CAPTURE_EVENT_V2;
        make_event(bytes, type, i, 100, EV_CLOSE_E, enter, 1);
        make_event(bytes, type, i, 100, EV_CLOSE_X, exit, 1);
        make_event(bytes, CAPTURE_EVENT_FLAGS_V2, i, 200, EV_CHDIR_X, params, 2);
        make_event(bytes, CAPTURE_EVENT_LARGE, i, 1, EV_CONTAINER_JSON_2_E, json, 1);
    }
}

static inline uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

#endif
