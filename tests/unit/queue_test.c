/* The queue of alerts: order, wholeness, and that every line is delivered or counted. */
#include "output/output.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* A sink that keeps what it gets. While the gate is shut, it hangs in write. */
struct memory_sink {
    struct rt_sink sink;
    char *data;
    size_t len, size;
    uint32_t flushes, closes;
    int error; /* what write returns, instead of keeping */
    bool shut, hanging;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool signals_blocked; /* in the thread that writes */
};

static void append(struct memory_sink *memory, const char *bytes, size_t len)
{
    if (memory->len + len > memory->size) {
        memory->size = 2 * (memory->len + len);
        memory->data = realloc(memory->data, memory->size);
    }
    memcpy(memory->data + memory->len, bytes, len);
    memory->len += len;
}

static int keep(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                struct rt_sink_result *result)
{
    struct memory_sink *memory = (struct memory_sink *)sink;
    sigset_t set;

    pthread_sigmask(SIG_SETMASK, NULL, &set);
    memory->signals_blocked = sigismember(&set, SIGINT) && sigismember(&set, SIGTERM);
    pthread_mutex_lock(&memory->lock);
    memory->hanging = true;
    pthread_cond_broadcast(&memory->changed);
    while (memory->shut)
        pthread_cond_wait(&memory->changed, &memory->lock);
    memory->hanging = false;
    pthread_mutex_unlock(&memory->lock);
    if (memory->error != 0)
        return memory->error;
    for (; result->taken < n; result->taken++)
        append(memory, items[result->taken].line, items[result->taken].len);
    return 0;
}

static int count_flush(struct rt_sink *sink)
{
    ((struct memory_sink *)sink)->flushes++;
    return 0;
}

static void count_close(struct rt_sink *sink)
{
    ((struct memory_sink *)sink)->closes++;
}

static void make_sink(struct memory_sink *memory)
{
    *memory = (struct memory_sink){
        .sink = {.name = "memory", .write = keep, .flush = count_flush, .close = count_close}};
    pthread_mutex_init(&memory->lock, NULL);
    pthread_cond_init(&memory->changed, NULL);
}

static void set_gate(struct memory_sink *memory, bool shut)
{
    pthread_mutex_lock(&memory->lock);
    memory->shut = shut;
    pthread_cond_broadcast(&memory->changed);
    pthread_mutex_unlock(&memory->lock);
}

static void wait_until_hanging(struct memory_sink *memory)
{
    pthread_mutex_lock(&memory->lock);
    while (!memory->hanging)
        pthread_cond_wait(&memory->changed, &memory->lock);
    pthread_mutex_unlock(&memory->lock);
}

static int open_queue(struct rt_alert_queue **out, size_t bytes, struct rt_sink **sinks, uint32_t n,
                      bool block)
{
    const struct rt_queue_options options = {.bytes = bytes, .block = block, .grace_ms = 2000};
    char error[256];

    return rt_alert_queue_open(out, &options, sinks, n, error, sizeof error);
}

/* Puts `line N` with padding; lines differ in length. */
static void put(struct rt_alert_queue *queue, uint32_t number)
{
    struct rt_line *line = rt_alert_queue_begin(queue);

    line->len =
        (uint32_t)snprintf(line->data, line->size, "line %u %.*s", number, (int)(number * 37 % 50),
                           "##################################################");
    rt_alert_queue_commit(queue, 4);
}

static void check_sum(const struct rt_alert_stats *stats)
{
    assert_int_equal(stats->queued, stats->delivered + stats->dropped + stats->failed);
}

/* That the text is the lines 0 to n-1 in order, whole. */
static void check_lines(const struct memory_sink *memory, uint32_t n)
{
    const char *at = memory->data, *end = memory->data + memory->len;

    for (uint32_t i = 0; i < n; i++) {
        char expected[100];
        const int len = snprintf(expected, sizeof expected, "line %u %.*s\n", i, (int)(i * 37 % 50),
                                 "##################################################");

        assert_true(end - at >= len);
        assert_memory_equal(at, expected, len);
        at += len;
    }
    assert_true(at == end);
}

static void every_sink_gets_every_line(void **state)
{
    enum { N = 100000 };
    struct memory_sink one, other;
    struct rt_sink *sinks[] = {&one.sink, &other.sink};
    struct rt_alert_queue *queue;
    struct rt_alert_stats stats;

    (void)state;
    make_sink(&one);
    make_sink(&other);
    /* Far less room than lines: the writer is waited for. */
    assert_int_equal(open_queue(&queue, RT_ALERT_MAX, sinks, 2, true), 0);
    for (uint32_t i = 0; i < N; i++)
        put(queue, i);
    rt_alert_queue_close(queue, &stats, NULL);
    check_lines(&one, N);
    check_lines(&other, N);
    assert_int_equal(stats.queued, 2 * N);
    assert_int_equal(stats.delivered, 2 * N);
    check_sum(&stats);
    assert_true(one.signals_blocked);
    assert_true(one.flushes > 0);
    assert_int_equal(one.closes, 1);
    assert_int_equal(other.closes, 1);
    free(one.data);
    free(other.data);
}

static void a_full_buffer_drops_and_counts(void **state)
{
    enum { N = 20000 };
    struct memory_sink slow, quick;
    struct rt_sink *sinks[] = {&slow.sink, &quick.sink};
    struct rt_alert_queue *queue;
    struct rt_alert_stats stats;
    uint32_t lines = 0;

    (void)state;
    make_sink(&slow);
    make_sink(&quick);
    slow.shut = true;
    assert_int_equal(open_queue(&queue, RT_ALERT_MAX, sinks, 2, false), 0);
    put(queue, 0);
    wait_until_hanging(&slow);
    for (uint32_t i = 1; i < N; i++) {
        put(queue, i);
        /* The slow one delivers nothing now: the quick one keeps up. */
        do
            rt_alert_queue_stats(queue, &stats, NULL);
        while (i % 1000 == 0 && stats.delivered < i);
    }
    rt_alert_queue_stats(queue, &stats, NULL);
    assert_true(stats.dropped > 0);
    set_gate(&slow, false);
    rt_alert_queue_close(queue, &stats, NULL);
    check_sum(&stats);
    assert_int_equal(stats.queued, 2 * N);
    for (size_t i = 0; i < slow.len; i++)
        lines += slow.data[i] == '\n';
    /* What the slow one lacks is what was dropped; the quick one lacks nothing. */
    assert_int_equal(lines + stats.dropped, N);
    check_lines(&quick, N);
    /* What it got before the buffer was full is there from the first line on. */
    assert_memory_equal(slow.data, "line 0 \n", 8);
    free(slow.data);
    free(quick.data);
}

static void a_dead_sink_is_counted(void **state)
{
    enum { N = 1000 };
    struct memory_sink dead, living;
    struct rt_sink *sinks[] = {&dead.sink, &living.sink};
    struct rt_alert_queue *queue;
    struct rt_alert_stats stats;

    (void)state;
    make_sink(&dead);
    make_sink(&living);
    dead.error = -ENOSPC;
    assert_int_equal(open_queue(&queue, RT_ALERT_MAX, sinks, 2, true), 0);
    for (uint32_t i = 0; i < N; i++)
        put(queue, i);
    rt_alert_queue_close(queue, &stats, NULL);
    check_sum(&stats);
    assert_int_equal(stats.failed, N);
    assert_int_equal(stats.delivered, N);
    assert_int_equal(stats.last_error, ENOSPC);
    check_lines(&living, N);
    free(living.data);
}

static void the_longest_line_fits(void **state)
{
    struct memory_sink memory;
    struct rt_sink *sink = &memory.sink;
    struct rt_alert_queue *queue;
    struct rt_alert_stats stats;

    (void)state;
    make_sink(&memory);
    assert_int_equal(open_queue(&queue, RT_ALERT_MAX, &sink, 1, true), 0);
    for (int i = 0; i < 3; i++) {
        struct rt_line *line = rt_alert_queue_begin(queue);

        memset(line->data, 'x', line->size);
        line->len = line->size;
        if (i == 1)
            continue; /* begun and not committed: forgotten */
        rt_alert_queue_commit(queue, 4);
    }
    rt_alert_queue_close(queue, &stats, NULL);
    check_sum(&stats);
    assert_int_equal(stats.queued, 2);
    assert_int_equal(stats.delivered, 2);
    assert_int_equal(memory.len, 2 * RT_ALERT_MAX);
    free(memory.data);
}

static void bad_sizes_are_refused(void **state)
{
    struct memory_sink memory;
    struct rt_sink *sink = &memory.sink;
    struct rt_alert_queue *queue;

    (void)state;
    make_sink(&memory);
    assert_int_equal(open_queue(&queue, RT_ALERT_MAX - 1, &sink, 1, false), -EINVAL);
    assert_int_equal(memory.closes, 1);
    rt_alert_queue_close(NULL, NULL, NULL);
}

/* --- the sink on a file descriptor --- */

struct reader {
    int fd;
    struct memory_sink memory;
};

static void *read_all(void *context)
{
    struct reader *reader = context;
    char bytes[512];
    ssize_t n;

    while ((n = read(reader->fd, bytes, sizeof bytes)) > 0)
        append(&reader->memory, bytes, (size_t)n);
    return NULL;
}

/* A pipe takes portions, and one that does not block refuses when it is full: all arrives. */
static void a_pipe_gets_everything(void **state)
{
    enum { N = 20000 };
    struct reader reader;
    struct rt_alert_queue *queue;
    struct rt_alert_stats stats;
    struct rt_sink *sink;
    pthread_t thread;
    int fds[2];

    (void)state;
    assert_int_equal(pipe(fds), 0);
    assert_int_equal(fcntl(fds[1], F_SETFL, O_NONBLOCK), 0);
    make_sink(&reader.memory);
    reader.fd = fds[0];
    assert_int_equal(pthread_create(&thread, NULL, read_all, &reader), 0);
    sink = rt_sink_fd(fds[1], "pipe");
    assert_non_null(sink);
    assert_int_equal(open_queue(&queue, RT_ALERT_MAX, &sink, 1, true), 0);
    for (uint32_t i = 0; i < N; i++)
        put(queue, i);
    rt_alert_queue_close(queue, &stats, NULL);
    close(fds[1]);
    pthread_join(thread, NULL);
    close(fds[0]);
    check_lines(&reader.memory, N);
    assert_int_equal(stats.delivered, N);
    free(reader.memory.data);
}

static void a_reader_that_left_is_an_error(void **state)
{
    struct rt_alert_queue *queue;
    struct rt_alert_stats stats;
    struct rt_sink *sink;
    int fds[2];

    (void)state;
    assert_int_equal(pipe(fds), 0);
    close(fds[0]);
    sink = rt_sink_fd(fds[1], "pipe");
    assert_non_null(sink);
    assert_int_equal(open_queue(&queue, RT_ALERT_MAX, &sink, 1, true), 0);
    put(queue, 0);
    rt_alert_queue_close(queue, &stats, NULL); /* and no SIGPIPE */
    close(fds[1]);
    assert_int_equal(stats.failed, 1);
    assert_int_equal(stats.last_error, EPIPE);
}

static void lines_wait_for_a_queue_that_starts_later(void **state)
{
    const struct rt_queue_options options = {
        .bytes = RT_ALERT_MAX, .grace_ms = 2000, .later = true};

    (void)state;
    for (int started = 0; started < 2; started++) {
        struct memory_sink memory;
        struct rt_sink *sink = &memory.sink;
        struct rt_alert_queue *queue;
        struct rt_alert_stats stats;
        char error[256];

        make_sink(&memory);
        assert_int_equal(rt_alert_queue_open(&queue, &options, &sink, 1, error, sizeof error), 0);
        for (uint32_t i = 0; i < 3; i++)
            put(queue, i);
        assert_int_equal(memory.len, 0);
        if (started)
            assert_int_equal(rt_alert_queue_start(queue, error, sizeof error), 0);
        rt_alert_queue_close(queue, &stats, NULL);
        assert_int_equal(stats.delivered, started ? 3 : 0);
        assert_int_equal(stats.failed, started ? 0 : 3);
        check_sum(&stats);
        check_lines(&memory, started ? 3 : 0);
        free(memory.data);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sink_gets_every_line),
        cmocka_unit_test(a_full_buffer_drops_and_counts),
        cmocka_unit_test(a_dead_sink_is_counted),
        cmocka_unit_test(the_longest_line_fits),
        cmocka_unit_test(bad_sizes_are_refused),
        cmocka_unit_test(a_pipe_gets_everything),
        cmocka_unit_test(a_reader_that_left_is_an_error),
        cmocka_unit_test(lines_wait_for_a_queue_that_starts_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
