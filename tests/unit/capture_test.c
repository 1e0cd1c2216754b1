#include "../support/capture_outcome.h"

/* --- lists of every version --- */

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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
