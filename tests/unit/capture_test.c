#include "../support/capture_maker.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

/* What reading a capture to its end came to. */
struct outcome {
    int opened, started; /* 0 or negative errno */
    int ended;           /* RT_SOURCE_END or negative errno */
    uint64_t events;
    struct rt_source_stats stats;
    char error[256];
};

static void finish(struct outcome *outcome, struct rt_source *source, struct rt_state *state)
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

static struct outcome read_all(const uint8_t *data, size_t len, struct rt_state *state)
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

static struct rt_state *new_state(void)
{
    const struct rt_state_limits limits = {64, 256, 4 << 20};
    struct rt_state *state;
    assert_int_equal(rt_state_create(&state, &limits), 0);
    return state;
}

/* --- lists of every version --- */

static void put_thread(struct capture_block *block, int version, int64_t tid, size_t tail)
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

static void process_lists_of_all_versions(void **context)
{
    static const uint32_t types[] = {CAPTURE_PROCLIST_V1, CAPTURE_PROCLIST_V2, CAPTURE_PROCLIST_V3,
                                     CAPTURE_PROCLIST_V4, CAPTURE_PROCLIST_V5, CAPTURE_PROCLIST_V6,
                                     CAPTURE_PROCLIST_V7, CAPTURE_PROCLIST_V8, CAPTURE_PROCLIST_V9};
    (void)context;

    for (int version = 1; version <= 9; version++) {
        struct capture_bytes bytes = {0};
        struct capture_block block = {0};
        struct rt_state *state = new_state();
        make_section(&bytes);
        block_begin(&block, types[version - 1]);
        put_thread(&block, version, 100, 0);
        put_thread(&block, version, 101, 200);
        make_block(&bytes, &block);
        make_event(&bytes, CAPTURE_EVENT_V2, 1, 100, EV_GENERIC_X, NULL, 0);

        struct outcome outcome = read_all(bytes.data, bytes.len, state);
        assert_int_equal(outcome.ended, RT_SOURCE_END);
        assert_int_equal(outcome.stats.malformed, 0);
        for (int64_t tid = 100; tid <= 101; tid++) {
            const struct rt_thread *t = rt_state_thread(state, tid);
            assert_non_null(t);
            assert_string_equal(t->comm, "comm");
            assert_string_equal(t->exe.data, "exe");
            assert_string_equal(t->exepath.data, version >= 7 ? "/bin/exe" : "");
            assert_int_equal(t->args.len, 4);
            assert_memory_equal(t->args.data, "a\0b", 4);
            assert_string_equal(t->cwd.data, "/tmp/");
            assert_int_equal(t->uid, 1000);
            assert_int_equal(t->gid, 1001);
            assert_int_equal(t->vm_swap_kb, version >= 2 ? 12 : 0);
            assert_int_equal(t->pf_minor, version >= 2 ? 21 : 0);
            assert_string_equal(t->env.data, version >= 3 ? "E=1" : "");
            assert_int_equal(t->vpid, version >= 4 ? 31 : -1);
            assert_string_equal(t->cgroups.data, version >= 4 ? "cpu=/x" : "");
            assert_int_equal(t->sid, version >= 6 ? 70 : -1);
            assert_int_equal(t->vpgid, version >= 8 ? 80 : -1);
            assert_int_equal(t->loginuid, version == 9 && tid == 101 ? 0 : UINT32_MAX);
        }
        block_free(&block);
        capture_bytes_free(&bytes);
        rt_state_destroy(state);
    }
}

/* Entries from before libs 0.10 lack two fields in the middle. */
static void the_tail_of_old_entries(void **context)
{
    struct capture_bytes bytes = {0};
    struct capture_block block = {0};
    struct rt_state *state = new_state();
    struct rt_str empty = {"", 0};
    (void)context;

    make_section(&bytes);
    block_begin(&block, CAPTURE_PROCLIST_V9);
    size_t entry = block_entry_begin(&block);
    for (int i = 0; i < 5; i++)
        block_u64(&block, 5);
    for (int i = 0; i < 5; i++)
        block_text(&block, empty, 0);
    block_u64(&block, 0);
    for (int i = 0; i < 6; i++)
        block_u32(&block, 0);
    block_u64(&block, 0);
    block_u64(&block, 0);
    block_text(&block, empty, 0);
    block_u64(&block, 5);
    block_u64(&block, 5);
    block_text(&block, empty, 0);
    block_text(&block, empty, 0);
    block_u32(&block, 1234); /* loginuid */
    block_u8(&block, 1);     /* exe_writable */
    block_u64(&block, 7);    /* inheritable, permitted, effective */
    block_u64(&block, 8);
    block_u64(&block, 9);
    block_entry_end(&block, entry, true);
    make_block(&bytes, &block);
    make_event(&bytes, CAPTURE_EVENT_V2, 1, 5, EV_GENERIC_X, NULL, 0);
    struct outcome outcome = read_all(bytes.data, bytes.len, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    const struct rt_thread *t = rt_state_thread(state, 5);
    assert_non_null(t);
    assert_int_equal(t->loginuid, 1234);
    assert_int_equal(t->flags & RT_THREAD_EXE_WRITABLE, RT_THREAD_EXE_WRITABLE);
    assert_int_equal(t->cap_inheritable, 7);
    assert_int_equal(t->cap_permitted, 8);
    assert_int_equal(t->cap_effective, 9);
    assert_int_equal(t->pidns_start_ns, 0);
    block_free(&block);
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

/* Fd, user and interface lists without lengths of entries. */
static void put_old_lists(struct capture_bytes *bytes)
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

static void count_interface(void *context, const struct rt_interface *interface)
{
    int *count = context;
    assert_int_equal(interface->address_len, *count == 0 ? 4 : 16);
    assert_string_equal(interface->name.data, *count == 0 ? "eth" : "lo");
    ++*count;
}

static void old_lists_without_lengths(void **context)
{
    struct capture_bytes bytes = {0};
    struct rt_state *state = new_state();
    int interfaces = 0;
    (void)context;

    make_section(&bytes);
    make_machine(&bytes, "old-host");
    put_old_lists(&bytes);
    make_event(&bytes, CAPTURE_EVENT_FLAGS_V1, 1, 100, EV_CLOSE_E, NULL, 0);
    make_event(&bytes, CAPTURE_UNOFFICIAL_EVENT, 1, 100, EV_GENERIC_X, NULL, 0);
    struct outcome outcome = read_all(bytes.data, bytes.len, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 1);
    assert_int_equal(outcome.stats.malformed, 1); /* a close without an fd */
    assert_string_equal(rt_state_hostname(state), "old-host");
    assert_int_equal(rt_state_ncpus(state), 4);
    const struct rt_thread *thread = rt_state_thread(state, 100);
    const struct rt_fd *fd = rt_state_fd(state, thread, 0);
    assert_non_null(fd);
    assert_string_equal(fd->name.data, "/dev/null");
    fd = rt_state_fd(state, thread, 3);
    assert_non_null(fd);
    assert_int_equal(fd->local_port, 22);
    assert_string_equal(rt_state_user(state, thread, 1000)->home.data, "/home/ann");
    assert_string_equal(rt_state_group(state, thread, 1001)->name.data, "ann");
    rt_state_each_interface(state, count_interface, &interfaces);
    assert_int_equal(interfaces, 2);
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

/* --- sections and what is not known --- */

static void a_second_section_starts_over(void **context)
{
    struct capture_bytes bytes = {0};
    struct rt_state *state = new_state();
    (void)context;

    make_section(&bytes);
    make_machine(&bytes, "first");
    put_old_lists(&bytes);
    make_event(&bytes, CAPTURE_EVENT_V2, 1, 100, EV_GENERIC_X, NULL, 0);
    make_section(&bytes); /* one without events */
    make_section(&bytes);
    make_machine(&bytes, "second");
    make_event(&bytes, CAPTURE_EVENT_V2, 2, 100, EV_GENERIC_X, NULL, 0);
    struct outcome outcome = read_all(bytes.data, bytes.len, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 2); /* numbered 1 and 2, see finish() */
    assert_string_equal(rt_state_hostname(state), "second");
    assert_null(rt_state_thread(state, 100));
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

static void unknown_blocks_and_events_are_passed_over(void **context)
{
    struct capture_bytes bytes = {0};
    struct capture_block block = {0};
    struct rt_state *state = new_state();
    (void)context;

    make_section(&bytes);
    block_begin(&block, 0x999);
    block_u64(&block, 1);
    make_block(&bytes, &block);
    make_event(&bytes, CAPTURE_EVENT_V2, 1, 1, EV_GENERIC_X, NULL, 0);
    block_begin(&block, 0x12345678);
    make_block(&bytes, &block);
    block_begin(&block, CAPTURE_EVENT_V2); /* of a type that comes later */
    block_u16(&block, 0);
    block_u64(&block, 1);
    block_u64(&block, 1);
    block_u32(&block, RT_EVENT_HEADER_SIZE);
    block_u16(&block, EV__COUNT);
    block_u32(&block, 0);
    make_block(&bytes, &block);
    make_event(&bytes, CAPTURE_EVENT_V2, 2, 1, EV_GENERIC_X, NULL, 0);
    struct outcome outcome = read_all(bytes.data, bytes.len, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 2);
    assert_int_equal(outcome.stats.skipped_blocks, 3);
    assert_int_equal(outcome.stats.malformed, 0);
    block_free(&block);
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

static void what_is_no_capture_is_refused(void **context)
{
    struct rt_source *source;
    struct capture_bytes bytes = {0};
    char error[256] = "";
    (void)context;

    assert_int_equal(rt_capture_open(&source, "/nonexistent/x", error, sizeof(error)), -ENOENT);
    assert_non_null(strstr(error, "No such file"));
    assert_int_equal(rt_capture_open(&source, "/tmp", error, sizeof(error)), -EISDIR);
    assert_int_equal(rt_capture_open(&source, "/dev/null", error, sizeof(error)), -EBADMSG);
    assert_non_null(strstr(error, "empty"));
    assert_int_equal(
        rt_capture_open_memory(&source, (const uint8_t *)"\177ELF....", 8, error, sizeof(error)),
        -EBADMSG);
    assert_non_null(strstr(error, "no .scap capture (it begins with 7f 45 4c 46)"));
    make_section(&bytes);
    bytes.data[12] = 2; /* the major version */
    assert_int_equal(rt_capture_open_memory(&source, bytes.data, bytes.len, error, sizeof(error)),
                     -EBADMSG);
    assert_non_null(strstr(error, "version 2.0"));
    memcpy(bytes.data + 8, "\x1a\x2b\x3c\x4d", 4);
    assert_int_equal(rt_capture_open_memory(&source, bytes.data, bytes.len, error, sizeof(error)),
                     -EBADMSG);
    assert_non_null(strstr(error, "big endian"));
    capture_bytes_free(&bytes);
}

static void a_capture_without_events_says_so(void **context)
{
    struct capture_bytes bytes = {0};
    struct rt_state *state = new_state();
    (void)context;

    make_section(&bytes);
    struct outcome outcome = read_all(bytes.data, bytes.len, state);
    assert_int_equal(outcome.started, 0);
    assert_int_equal(outcome.ended, -ENODATA);
    assert_non_null(strstr(outcome.error, "no events"));
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

/* --- damage --- */

/* A small capture with everything in it. */
static void make_small(struct capture_bytes *bytes)
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

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
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

/* --- gzip, files, standard input --- */

static size_t pack(const uint8_t *data, size_t len, uint8_t *out, size_t size)
{
    z_stream stream = {0};
    assert_int_equal(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    stream.next_in = (Bytef *)(uintptr_t)data;
    stream.avail_in = (uInt)len;
    stream.next_out = out;
    stream.avail_out = (uInt)size;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    size_t packed = size - stream.avail_out;
    deflateEnd(&stream);
    return packed;
}

static void gzip_whole_cut_and_damaged(void **context)
{
    struct capture_bytes bytes = {0};
    uint8_t packed[20000];
    struct rt_state *state = new_state();
    uint32_t seed = 7;
    (void)context;

    make_small(&bytes);
    size_t half = bytes.blocks[10];
    size_t len = pack(bytes.data, bytes.len, packed, sizeof(packed));
    struct outcome outcome = read_all(packed, len, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 12);

    /* Two members one behind the other, then bytes that are no gzip, as gzip itself takes them. */
    size_t first = pack(bytes.data, half, packed, sizeof(packed));
    size_t both =
        first + pack(bytes.data + half, bytes.len - half, packed + first, sizeof(packed) - first);
    memset(packed + both, 0, 100);
    outcome = read_all(packed, both + 100, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 12);

    len = pack(bytes.data, bytes.len, packed, sizeof(packed));
    packed[len - 6] ^= 1; /* the checksum: found after everything was read */
    outcome = read_all(packed, len, state);
    assert_int_equal(outcome.ended, -EBADMSG);
    assert_int_equal(outcome.events, 12);
    assert_non_null(strstr(outcome.error, "gzip data are damaged"));
    packed[len - 6] ^= 1;
    for (size_t cut = 2; cut < len; cut++) {
        rt_state_clear(state);
        outcome = read_all(packed, cut, state);
        assert_int_not_equal(outcome.ended, RT_SOURCE_END);
        if (outcome.ended < 0 && outcome.ended != -ENODATA)
            assert_non_null(strstr(outcome.error, "end too early"));
    }
    for (int round = 0; round < 500; round++) {
        size_t at = next_random(&seed) % len;
        packed[at] ^= 0x10;
        rt_state_clear(state);
        read_all(packed, len, state);
        packed[at] ^= 0x10;
    }
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

/* Feeds the bytes to standard input in pieces of that size, from another process. */
static struct outcome through_a_pipe(const uint8_t *data, size_t len, size_t piece)
{
    struct outcome outcome = {0};
    struct rt_source *source;
    struct rt_state *state = new_state();
    int ends[2], saved = dup(STDIN_FILENO);

    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        for (size_t at = 0; at < len; at += piece) {
            size_t n = len - at < piece ? len - at : piece;
            if (write(ends[1], data + at, n) != (ssize_t)n)
                _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    outcome.opened = rt_capture_open(&source, "-", outcome.error, sizeof(outcome.error));
    assert_int_equal(outcome.opened, 0);
    finish(&outcome, source, state);
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
    rt_state_destroy(state);
    return outcome;
}

static void standard_input_in_pieces(void **context)
{
    struct capture_bytes bytes = {0};
    uint8_t packed[20000];
    (void)context;

    make_small(&bytes);
    size_t len = pack(bytes.data, bytes.len, packed, sizeof(packed));
    const size_t pieces[] = {1, 7, 1000, 1 << 20};
    for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
        struct outcome plain = through_a_pipe(bytes.data, bytes.len, pieces[i]);
        assert_int_equal(plain.ended, RT_SOURCE_END);
        assert_int_equal(plain.events, 12);
        assert_int_equal(through_a_pipe(packed, len, pieces[i]).events, 12);
    }
    capture_bytes_free(&bytes);
}

/* Blocks larger than the window, and many of them: the window has to move and to grow. */
static void large_events_from_a_file(void **context)
{
    static uint8_t payload[900000];
    char path[] = "/tmp/capture_test.XXXXXX";
    struct capture_bytes bytes = {0};
    struct outcome outcome = {0};
    struct rt_source *source;
    struct rt_state *state = new_state();
    int fd = mkstemp(path);
    (void)context;

    assert_true(fd >= 0);
    make_section(&bytes);
    for (uint32_t i = 0; i < 100; i++) {
        const struct rt_param json[] = {{payload, i * 9000}};
        make_event(&bytes, CAPTURE_EVENT_LARGE, i, 1, EV_CONTAINER_JSON_2_E, json, 1);
    }
    assert_int_equal(write(fd, bytes.data, bytes.len), bytes.len);
    close(fd);
    assert_int_equal(rt_capture_open(&source, path, outcome.error, sizeof(outcome.error)), 0);
    finish(&outcome, source, state);
    assert_int_equal(outcome.ended, RT_SOURCE_END);
    assert_int_equal(outcome.events, 100);
    unlink(path);
    capture_bytes_free(&bytes);
    rt_state_destroy(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(process_lists_of_all_versions),
        cmocka_unit_test(the_tail_of_old_entries),
        cmocka_unit_test(old_lists_without_lengths),
        cmocka_unit_test(a_second_section_starts_over),
        cmocka_unit_test(unknown_blocks_and_events_are_passed_over),
        cmocka_unit_test(what_is_no_capture_is_refused),
        cmocka_unit_test(a_capture_without_events_says_so),
        cmocka_unit_test(cut_at_every_byte),
        cmocka_unit_test(flipped_bytes),
        cmocka_unit_test(lengths_that_lie),
        cmocka_unit_test(gzip_whole_cut_and_damaged),
        cmocka_unit_test(standard_input_in_pieces),
        cmocka_unit_test(large_events_from_a_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
