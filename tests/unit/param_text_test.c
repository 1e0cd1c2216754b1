/* Event parameters as text: one parameter of each type, as Falco shows it; and bytes that lie. */
#include "../support/stage.h"

static int open_stage(void **state)
{
    struct rct_stage *stage = rct_stage_open();
    const struct rt_user root = {
        .uid = 0, .name = {"root", 4}, .home = {"/root", 5}, .shell = {"/bin/sh", 7}};
    const struct rt_group wheel = {.gid = 10, .name = {"wheel", 5}};

    rt_state_add_user(stage->engine.state, &root);
    rt_state_add_group(stage->engine.state, &wheel);
    rct_stage_ready(stage);
    *state = stage;
    return 0;
}

static int close_stage(void **state)
{
    rct_stage_close(*state);
    return 0;
}

/* One event with the arguments of an openat. */
static void openat(struct rct_stage *stage, int64_t fd, int64_t dirfd, const char *name,
                   uint32_t flags)
{
    rct_begin(stage);
    rct_number(stage, (uint64_t)fd, 8);
    rct_number(stage, (uint64_t)dirfd, 8);
    rct_text(stage, name);
    rct_number(stage, flags, 4);
    rct_number(stage, 0644, 4);
    rct_number(stage, 0xfe00, 4);
    rct_number(stage, 12345, 8);
    rct_event(stage, EV_OPENAT_2_X, 100, fd);
}

static void arguments_of_a_call(void **state)
{
    struct rct_stage *stage = *state;

    rct_fd(stage, 3, RT_FD_FILE_V2, "/root/notes");
    rct_fd(stage, 5, RT_FD_DIRECTORY, "/srv");
    openat(stage, 3, -100, "notes", 0x1001);
    assert_string_equal(rct_ask(stage, "evt.args"),
                        "fd=3(<f>/root/notes) dirfd=-100(AT_FDCWD) name=notes(/root/notes) "
                        "flags=4097(O_RDONLY|O_CLOEXEC) mode=0644 dev=FE00 ino=12345");
    assert_string_equal(rct_ask_key(stage, "evt.arg", "flags"), "O_RDONLY|O_CLOEXEC");
    assert_string_equal(rct_ask_key(stage, "evt.arg", "name"), "/root/notes");
    assert_string_equal(rct_ask_key(stage, "evt.arg", "dev"), "FE00");
    assert_string_equal(rct_ask_index(stage, "evt.arg", 0), "<f>/root/notes");
    assert_string_equal(rct_ask_index(stage, "evt.arg", 1), "AT_FDCWD");
    assert_string_equal(rct_ask_index(stage, "evt.arg", 7), "<NA>");
    assert_string_equal(rct_ask_key(stage, "evt.arg", "nothing"), "<NA>");

    /* relative to a directory, with steps up; an absolute one needs no second text */
    openat(stage, 3, 5, "../etc//./passwd", 3);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "name"), "/etc/passwd");
    assert_string_equal(rct_ask_key(stage, "evt.arg", "flags"), "O_RDWR");
    openat(stage, 3, 99, "x", 3);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "name"), "x");
    openat(stage, -2, -100, "/etc/passwd", 0);
    assert_string_equal(rct_ask(stage, "evt.args"),
                        "fd=-2(ENOENT) dirfd=-100(AT_FDCWD) name=/etc/passwd flags=0(O_NONE) "
                        "mode=0644 dev=FE00 ino=12345");
    assert_string_equal(rct_ask(stage, "evt.res"), "ENOENT");
    assert_string_equal(rct_ask(stage, "evt.rawres"), "-2");
    assert_string_equal(rct_ask(stage, "evt.failed"), "true");
}

static void without_a_thread_fds_are_numbers(void **state)
{
    struct rct_stage *stage = *state;

    openat(stage, 3, -100, "notes", 1);
    rct_event(stage, EV_OPENAT_2_X, 4711, 3);
    assert_string_equal(rct_ask_index(stage, "evt.arg", 0), "3");
    assert_string_equal(rct_ask_index(stage, "evt.arg", 2), "notes");
}

static void sockets(void **state)
{
    struct rct_stage *stage = *state;
    const uint8_t inet[] = {2, 10, 0, 0, 1, 0x39, 0x05, 10, 0, 0, 2, 80, 0};
    uint8_t inet6[37] = {10}, mapped[37] = {10};
    const uint8_t path[] = "\1\1\0\0\0\0\0\0\0\xff\0\0\0\0\0\0\0/run/log";
    const uint8_t other[] = {16, 0};

    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_bytes(stage, inet, sizeof inet);
    rct_event(stage, EV_CONNECT_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "tuple"), "10.0.0.1:1337->10.0.0.2:80");

    inet6[16] = 1;  /* ::1 */
    inet6[17] = 53; /* its port */
    inet6[34] = 2;
    inet6[35] = 80;
    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_bytes(stage, inet6, sizeof inet6);
    rct_event(stage, EV_CONNECT_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "tuple"), "::1:53->::2:80");

    memcpy(mapped + 11, "\xff\xff\x7f\0\0\1\x35\0", 8);
    memcpy(mapped + 29, "\xff\xff\x0a\0\0\1\x50\0", 8);
    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_bytes(stage, mapped, sizeof mapped);
    rct_event(stage, EV_CONNECT_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "tuple"), "127.0.0.1:53->10.0.0.1:80");

    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_bytes(stage, path, sizeof path);
    rct_event(stage, EV_CONNECT_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "tuple"), "1->ff /run/log");

    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_bytes(stage, other, sizeof other);
    rct_event(stage, EV_CONNECT_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "tuple"), "family 16");

    /* cut short at every length: never read beyond, and said */
    for (uint32_t len = 1; len < sizeof inet; len++) {
        rct_begin(stage);
        rct_number(stage, 0, 8);
        rct_bytes(stage, inet, len);
        rct_event(stage, EV_CONNECT_X, 100, -1);
        assert_string_equal(rct_ask_key(stage, "evt.arg", "tuple"), "INVALID IPv4");
    }
    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_bytes(stage, "", 0);
    rct_event(stage, EV_CONNECT_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "tuple"), "NULL");
}

static void users_signals_and_processes(void **state)
{
    struct rct_stage *stage = *state;

    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_number(stage, 0, 4);
    rct_event(stage, EV_SETUID_X, 100, -1);
    assert_string_equal(rct_ask(stage, "evt.args"), "res=0 uid=0(root)");
    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_number(stage, 1234, 4);
    rct_event(stage, EV_SETUID_X, 100, -1);
    assert_string_equal(rct_ask(stage, "evt.args"), "res=0 uid=1234(<NA>)");
    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_number(stage, UINT32_MAX, 4);
    rct_event(stage, EV_SETGID_X, 100, -1);
    assert_string_equal(rct_ask(stage, "evt.args"), "res=0 gid=-1(<NONE>)");
    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_number(stage, 10, 4);
    rct_event(stage, EV_SETGID_X, 100, -1);
    assert_string_equal(rct_ask(stage, "evt.args"), "res=0 gid=10(wheel)");

    rct_begin(stage);
    rct_number(stage, (uint64_t)-1, 8);
    rct_number(stage, 100, 8);
    rct_number(stage, 9, 1);
    rct_event(stage, EV_KILL_X, 100, -1);
    assert_string_equal(rct_ask(stage, "evt.args"), "res=-1(EPERM) pid=100(bash) sig=9(SIGKILL)");
}

/* Several names for one number are all shown; flags in the table's order, each bit once. */
static void flags_and_enumerations(void **state)
{
    struct rct_stage *stage = *state;

    rct_begin(stage);
    rct_number(stage, 4, 8);
    rct_number(stage, 1, 4);
    rct_number(stage, 1, 4);
    rct_number(stage, 0, 4);
    rct_event(stage, EV_SOCKET_X, 100, 4);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "domain"), "AF_LOCAL|AF_UNIX");

    rct_begin(stage);
    rct_number(stage, 0, 8);
    rct_text(stage, "/bin/x");
    rct_number(stage, 0x800 | 0x100 | 0x40 | 0x1, 4);
    rct_event(stage, EV_CHMOD_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "mode"), "S_IXOTH|S_IXUSR|S_IRUSR|S_ISUID");
}

static void lists_of_poll(void **state)
{
    struct rct_stage *stage = *state;
    uint8_t list[2 + 20] = {2, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0, 4, 0};

    rct_fd(stage, 3, RT_FD_FIFO, "");
    rct_begin(stage);
    rct_number(stage, 1, 8);
    rct_bytes(stage, list, sizeof list);
    rct_number(stage, 100, 8);
    rct_event(stage, EV_POLL_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "fds"), "3:p1 9:?4");
    assert_string_equal(rct_ask(stage, "fdlist.nums"), "3,9");
    assert_string_equal(rct_ask(stage, "fdlist.names"), "<NA>,<NA>");

    /* more promised than there is */
    list[0] = 3;
    rct_begin(stage);
    rct_number(stage, 1, 8);
    rct_bytes(stage, list, sizeof list);
    rct_event(stage, EV_POLL_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "fds"), "<NA>");
    assert_string_equal(rct_ask(stage, "fdlist.nums"), "<NA>");
}

static void dynamic_parameters(void **state)
{
    struct rct_stage *stage = *state;

    for (int selector = 0; selector < 3; selector++) {
        static const char *const expected[] = {"A", "SIGTRAP", "INVALID DYNAMIC PARAMETER"};
        const uint8_t bytes[] = {(uint8_t)selector, selector ? 5 : 10, 0, 0, 0, 0, 0, 0, 0};

        rct_begin(stage);
        rct_number(stage, 0, 8);
        rct_bytes(stage, bytes, selector == 1 ? 2 : sizeof bytes);
        rct_event(stage, EV_PTRACE_X, 100, -1);
        assert_string_equal(rct_ask_key(stage, "evt.arg", "addr"), expected[selector]);
    }
}

static void data_is_shown_with_dots(void **state)
{
    struct rct_stage *stage = *state;

    rct_begin(stage);
    rct_number(stage, 4, 8);
    rct_bytes(stage, "a\n\0~", 4);
    rct_event(stage, EV_READ_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "data"), "a..~");
    assert_string_equal(rct_ask(stage, "evt.buffer"), "a..~");

    /* Outputs may show it in base64; what conditions compare stays. */
    stage->engine.options.buffer_base64 = true;
    assert_string_equal(rct_ask_key(stage, "evt.arg", "data"), "a..~");
    assert_non_null(strstr(rct_ask(stage, "evt.args"), "data=YQoAfg=="));
    stage->engine.eval.encode_buffers = true;
    assert_string_equal(rct_ask_key(stage, "evt.arg", "data"), "YQoAfg==");
    stage->engine.eval.encode_buffers = false;
    rct_begin(stage);
    rct_number(stage, 4, 8);
    rct_bytes(stage, "", 0);
    rct_event(stage, EV_READ_X, 100, -1);
    assert_string_equal(rct_ask_key(stage, "evt.arg", "data"), "NULL");
}

/* Numbers of a wrong width and texts without an end give no value. */
static void parameters_that_lie(void **state)
{
    struct rct_stage *stage = *state;

    rct_begin(stage);
    rct_bytes(stage, "\1\2\3", 3);
    rct_bytes(stage, "\1", 1);
    rct_bytes(stage, "abc", 3);
    rct_bytes(stage, "\1\2", 2);
    rct_event(stage, EV_OPENAT_2_X, 100, -1);
    for (uint32_t i = 0; i < 4; i++)
        assert_string_equal(rct_ask_index(stage, "evt.arg", i), "<NA>");
    assert_string_equal(rct_ask(stage, "evt.args"), "<NA>");
    rct_begin(stage);
    rct_number(stage, 3, 8);
    rct_number(stage, 3, 8);
    rct_bytes(stage, "a\0b", 4);
    rct_event(stage, EV_OPENAT_2_X, 100, -1);
    assert_string_equal(rct_ask_index(stage, "evt.arg", 2), "<NA>");
}

static void raw_parameters(void **state)
{
    struct rct_stage *stage = *state;

    openat(stage, -2, -100, "notes", 0x1001);
    assert_string_equal(rct_ask_key(stage, "evt.rawarg", "fd"), "-2");
    assert_string_equal(rct_ask_key(stage, "evt.rawarg", "name"), "notes");
    assert_string_equal(rct_ask_key(stage, "evt.rawarg", "flags"),
                        "1001"); /* as the table has it */
    assert_int_equal(rt_value(&stage->engine.eval, 0)->type, CAT_TYPE_FLAGS32);
    assert_int_equal(rt_value(&stage->engine.eval, 0)->v[0].u64, 0x1001);
    assert_string_equal(rct_ask_key(stage, "evt.type.is", "openat"), "<NA>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(arguments_of_a_call, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(without_a_thread_fds_are_numbers, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(sockets, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(users_signals_and_processes, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(flags_and_enumerations, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(lists_of_poll, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(dynamic_parameters, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(data_is_shown_with_dots, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(parameters_that_lie, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(raw_parameters, open_stage, close_stage),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
