/* Events that lie: the state neither breaks nor grows beyond its limits, whatever it is told. */
#include "../support/odd_events.h"
#include "../support/state_check.h"
#include "../support/state_events.h"

#include <stdio.h>

static void odd_event(struct sender *sender, uint32_t tids)
{
    static uint8_t data[CAT_MAX_PARAMS][8000];
    struct rt_param params[CAT_MAX_PARAMS];
    uint16_t type = odd_type();
    const struct cat_event *info = &cat_events[type];
    uint32_t n = dice(8) ? info->nparams : dice(info->nparams + 1);
    for (uint32_t i = 0; i < n; i++) {
        params[i].data = data[i];
        params[i].len = odd_param(info->params[i].type, data[i], sizeof(data[i]));
    }
    int64_t tid = dice(50) ? (int64_t)dice(tids) : odd_number();
    int len = rt_event_encode(sender->bytes, sizeof(sender->bytes), sender->time_ns, tid, type,
                              params, n);
    if (len < 0)
        return;
    assert_int_equal(rt_event_decode(&sender->event, sender->bytes, (size_t)len), 0);
    sender->time_ns += dice(1000) ? 1000 : 3000000000;
    rt_state_before(sender->state, &sender->event, &sender->subject);
}

static void check(struct rt_state *state)
{
    const char *wrong = state_check(state);
    if (wrong)
        fail_msg("not so: %s", wrong);
}

static void survive(const struct rt_state_limits *limits, uint32_t tids, int rounds)
{
    struct sender sender = open_sender(limits);
    rt_state_start_done(sender.state);
    for (int i = 0; i < rounds; i++) {
        odd_event(&sender, tids);
        if (sender.subject.thread) {
            struct rt_fd *fd = sender.subject.fd;
            assert_int_equal(sender.subject.thread->exe.data[sender.subject.thread->exe.len], 0);
            if (fd) {
                assert_int_equal(fd->name.data[fd->name.len], 0);
                assert_int_equal(fd->name_raw.data[fd->name_raw.len], 0);
            }
        }
        settle(&sender);
        if (i % 1000 == 0)
            check(sender.state);
    }
    check(sender.state);
    rt_state_clear(sender.state);
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.threads, 0);
    assert_int_equal(stats.fds, 0);
    assert_int_equal(stats.pool_used, 0); /* nothing leaked */
    rt_state_destroy(sender.state);
}

static void survives_lies(void **context)
{
    (void)context;
    survive(&(struct rt_state_limits){4096, 65536, 64 << 20}, 60, 150000);
}

static void survives_lies_with_little_room(void **context)
{
    (void)context;
    survive(&(struct rt_state_limits){20, 100, 16 << 10}, 60, 100000);
    survive(&(struct rt_state_limits){1, 1, 4096}, 5, 20000);
    survive(&(struct rt_state_limits){8, 4000, 1 << 20}, 1000, 50000);
}

static void millions_of_threads_stay_within_the_limit(void **context)
{
    (void)context;
    struct rt_state_limits limits = {1000, 5000, 8 << 20};
    struct sender sender = open_sender(&limits);
    add_thread(&sender, 1, 1, 0, "init");
    rt_state_start_done(sender.state);
    for (int64_t i = 0; i < 1000000; i++) {
        send_clone(&sender, 1, &(struct clone_facts){.result = 10 + i, .pid = 1, .ptid = 0});
        settle(&sender);
        SEND(&sender, EV_OPEN_X, 10 + i, I64(3), TEXT("/x"), U32(1), U32(0), U32(1), I64(2));
    }
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.threads, 1000);
    assert_true(stats.threads_evicted >= 999000);
    assert_int_equal(stats.threads_refused, 0);
    assert_non_null(rt_state_thread(sender.state, 1)); /* init and the newest are still there */
    assert_non_null(rt_state_thread(sender.state, 10 + 999999));
    check(sender.state);

    /* Unknown tids come and go likewise. */
    for (int64_t i = 0; i < 100000; i++)
        SEND(&sender, EV_CLOSE_X, 1000000 + i * 7, I64(0), I64(3));
    check(sender.state);
    rt_state_destroy(sender.state);
}

/* What the defaults promise: each a process with its own command line, environment and open files.
 */
static void a_hundred_thousand_processes_fit(void **context)
{
    (void)context;
    enum { PROCESSES = 100000, FDS = 8 };
    struct sender sender = open_sender(NULL);
    add_thread(&sender, 1, 1, 0, "init");
    rt_state_start_done(sender.state);
    char args[100], env[1000];
    memset(env, 'e', sizeof(env));
    for (int64_t i = 0; i < PROCESSES; i++) {
        int64_t tid = 10 + i;
        send_clone(&sender, 1, &(struct clone_facts){.result = tid, .pid = 1, .ptid = 0});
        settle(&sender);
        uint32_t len = (uint32_t)snprintf(args, sizeof(args), "--number=%d", (int)i) + 1;
        memcpy(env, &i, sizeof(i));
        env[sizeof(env) - 1] = 0;
        SEND(&sender, EV_EXECVE_19_X, tid, I64(0), TEXT("/bin/x"), BYTES(args, len), I64(tid),
             I64(tid), I64(1), TEXT(""), I64(1024), I64(0), I64(0), U32(0), U32(0), U32(0),
             TEXT("x"), NOTHING, BYTES(env, sizeof(env)));
        for (int64_t n = 0; n < FDS; n++)
            SEND(&sender, EV_OPEN_X, tid, I64(n), TEXT(args), U32(1), U32(0), U32(1), I64(2));
    }
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.threads, PROCESSES + 1);
    assert_int_equal(stats.fds, PROCESSES * FDS);
    assert_int_equal(stats.threads_evicted + stats.threads_refused, 0);
    assert_int_equal(stats.fds_refused + stats.pool_refused, 0);
    struct rt_thread *last = rt_state_thread(sender.state, 10 + PROCESSES - 1);
    assert_string_equal(last->args.data, "--number=99999");
    assert_string_equal(rt_state_fd(sender.state, last, 7)->name_raw.data, "--number=99999");
    rt_state_destroy(sender.state);
}

/* The kernel gives a tid to another as soon as it is free; the ends of some are lost. */
static void tids_are_used_again(void **context)
{
    (void)context;
    struct rt_state_limits limits = {200, 1000, 4 << 20};
    struct sender sender = open_sender(&limits);
    add_thread(&sender, 1, 1, 0, "init");
    rt_state_start_done(sender.state);
    for (int64_t i = 0; i < 200000; i++) {
        int64_t tid = 2 + i % 50;
        char name[16];
        snprintf(name, sizeof(name), "n%d", (int)i);
        sender.time_ns += 3000000000; /* long after the one before of the same tid */
        send_clone(&sender, 1,
                   &(struct clone_facts){.result = tid, .pid = 1, .ptid = 0, .comm = name});
        settle(&sender);
        const struct rt_thread *t = rt_state_thread(sender.state, tid);
        assert_string_equal(t->comm, name);
        assert_int_equal(rt_state_fd_count(sender.state, t), 0);
        SEND(&sender, EV_OPEN_X, tid, I64(3), TEXT("/x"), U32(1), U32(0), U32(1), I64(2));
        if (dice(3))
            SEND(&sender, EV_PROCEXIT_1_E, tid, I64(0), I64(0), U8(0), U8(0), I64(0));
    }
    check(sender.state);
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_true(stats.threads <= 51);
    assert_int_equal(stats.threads_evicted, 0);
    rt_state_destroy(sender.state);
}

/* One process with the longest of names everywhere does not take the names of others. */
static void long_names_leave_room_for_short_ones(void **context)
{
    (void)context;
    struct rt_state_limits limits = {100, 100000, 8 << 20};
    struct sender sender = open_sender(&limits);
    add_thread(&sender, 1, 1, 0, "hoarder");
    add_thread(&sender, 2, 2, 0, "modest");
    rt_state_start_done(sender.state);
    char path[1000];
    memset(path, 'p', sizeof(path));
    path[sizeof(path) - 1] = 0;
    for (int64_t i = 0; i < 20000; i++)
        SEND(&sender, EV_OPEN_X, 1, I64(i), TEXT(path), U32(1), U32(0), U32(1), I64(2));
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_true(stats.pool_refused > 0);
    LOOK(&sender, EV_OPEN_X, 2, I64(3), TEXT("/etc/shadow"), U32(1), U32(0), U32(1), I64(2));
    assert_string_equal(sender.subject.fd->name.data, "/etc/shadow");
    settle(&sender);
    rt_state_destroy(sender.state);
}

static void a_process_with_millions_of_fds_is_stopped(void **context)
{
    (void)context;
    struct rt_state_limits limits = {10, 10000, 8 << 20};
    struct sender sender = open_sender(&limits);
    add_thread(&sender, 1, 1, 0, "hoarder");
    add_thread(&sender, 2, 2, 0, "modest");
    rt_state_start_done(sender.state);
    for (int64_t i = 0; i < 200000; i++)
        SEND(&sender, EV_SOCKET_X, 1, I64(i), U32(2), U32(1), U32(0), U32(0));
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_true(stats.fds <= 10000);
    assert_true(stats.fds_refused > 0);
    LOOK(&sender, EV_SOCKET_X, 2, I64(3), U32(2), U32(1), U32(0), U32(0));
    assert_non_null(sender.subject.fd); /* there is room left for others */
    settle(&sender);
    rt_state_destroy(sender.state);
}

/* Parents that go round in circles, by the kernel's word or by execve's. */
static void circles_end(void **context)
{
    (void)context;
    struct rt_state_limits limits = {100, 100, 1 << 20};
    struct sender sender = open_sender(&limits);
    add_thread(&sender, 2, 2, 3, "a");
    add_thread(&sender, 3, 3, 4, "b");
    add_thread(&sender, 4, 4, 2, "c");
    add_thread(&sender, 5, 5, 5, "own parent");
    rt_state_start_done(sender.state);
    check(sender.state);
    SEND(&sender, EV_PROCEXIT_1_E, 3, I64(0), I64(0), U8(0), U8(0), I64(2));
    check(sender.state);
    SEND(&sender, EV_PROCEXIT_1_E, 4, I64(0), I64(0), U8(0), U8(0), I64(4));
    SEND(&sender, EV_PROCEXIT_1_E, 2, I64(0), I64(0), U8(0), U8(0), I64(0));
    SEND(&sender, EV_PROCEXIT_1_E, 5, I64(0), I64(0), U8(0), U8(0), I64(5));
    check(sender.state);
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.threads, 0);
    rt_state_destroy(sender.state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(survives_lies),
        cmocka_unit_test(survives_lies_with_little_room),
        cmocka_unit_test(millions_of_threads_stay_within_the_limit),
        cmocka_unit_test(a_hundred_thousand_processes_fit),
        cmocka_unit_test(tids_are_used_again),
        cmocka_unit_test(long_names_leave_room_for_short_ones),
        cmocka_unit_test(a_process_with_millions_of_fds_is_stopped),
        cmocka_unit_test(circles_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
