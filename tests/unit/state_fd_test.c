/* File descriptors: how they come, what they are called, how they go. */
#include "../support/state_events.h"

#include <stdio.h>

enum {
    O_RDWR_ = 3,
    O_CREAT_ = 4,
    O_DIRECTORY_ = 0x400,
    O_CLOEXEC_ = 0x1000,
    O_F_CREATED_ = 0x4000,
    UPPER_LAYER_ = 0x8000
};

enum { CWD = -100 };

static struct sender started(void)
{
    struct sender sender = open_sender(NULL);
    add_thread(&sender, 1, 1, 0, "init");
    add_thread(&sender, 10, 10, 1, "shell");
    rt_state_start_done(sender.state);
    return sender;
}

static struct rt_fd *fd_of(struct sender *sender, int64_t tid, int64_t number)
{
    return rt_state_fd(sender->state, rt_state_thread(sender->state, tid), number);
}

static void open_openat(struct sender *sender, int64_t number, int64_t dirfd, const char *path,
                        uint32_t flags)
{
    LOOK(sender, EV_OPENAT_2_X, 10, I64(number), I64(dirfd), TEXT(path), U32(flags), U32(0644),
         U32(0x801), I64(4711));
}

static void files_are_named_by_their_path(void **context)
{
    (void)context;
    struct sender sender = started();
    open_openat(&sender, 3, CWD, "a.txt", O_RDWR_ | UPPER_LAYER_);
    assert_int_equal(sender.subject.fd_number, 3);
    struct rt_fd *fd = sender.subject.fd;
    assert_non_null(fd);
    assert_string_equal(fd->name.data, "/home/a.txt");
    assert_string_equal(fd->name_raw.data, "a.txt");
    assert_int_equal(fd->type, RT_FD_FILE_V2);
    assert_int_equal(fd->dev, 0x801);
    assert_int_equal(fd->ino, 4711);
    assert_true(fd->flags & RT_FD_OVERLAY_UPPER);
    assert_true(fd->flags & RT_FD_NAME_CHANGED);
    settle(&sender);

    open_openat(&sender, 4, CWD, "/srv/./x/", O_DIRECTORY_);
    assert_int_equal(sender.subject.fd->type, RT_FD_DIRECTORY);
    assert_string_equal(sender.subject.fd->name.data, "/srv/x");
    settle(&sender);
    open_openat(&sender, 5, 4, "../y", 0);
    assert_string_equal(sender.subject.fd->name.data, "/srv/y");
    settle(&sender);
    open_openat(&sender, 6, 99, "z", 0);
    assert_string_equal(sender.subject.fd->name.data, "<UNKNOWN>z");
    settle(&sender);
    open_openat(&sender, -2, CWD, "/none", 0);
    assert_null(sender.subject.fd);
    settle(&sender);

    SEND(&sender, EV_OPEN_X, 10, I64(7), TEXT("b"), U32(1), U32(0), U32(1), I64(2));
    assert_string_equal(fd_of(&sender, 10, 7)->name.data, "/home/b");
    SEND(&sender, EV_CREAT_X, 10, I64(8), TEXT("c"), U32(0), U32(1), I64(2), U16(1));
    assert_string_equal(fd_of(&sender, 10, 8)->name.data, "/home/c");
    assert_true(fd_of(&sender, 10, 8)->flags & RT_FD_OVERLAY_UPPER);
    SEND(&sender, EV_OPENAT2_X, 10, I64(9), I64(CWD), TEXT("d"), U32(1), U32(0), U32(0), U32(7),
         I64(8));
    assert_string_equal(fd_of(&sender, 10, 9)->name.data, "/home/d");
    assert_int_equal(fd_of(&sender, 10, 9)->ino, 8);
    SEND(&sender, EV_OPEN_BY_HANDLE_AT_X, 10, I64(11), I64(4), U32(1), TEXT("/mnt/e"), U32(7),
         I64(8));
    assert_string_equal(fd_of(&sender, 10, 11)->name.data, "/mnt/e");
    SEND(&sender, EV_OPEN_X, 10, I64(12), NOTHING, U32(1), U32(0), U32(1), I64(2));
    assert_string_equal(fd_of(&sender, 10, 12)->name.data, "/home/<NA>");
    rt_state_destroy(sender.state);
}

/* What was read before the kernel looked counts, if it belongs to the exit. */
static void enter_events_are_believed(void **context)
{
    (void)context;
    struct sender sender = started();
    SEND(&sender, EV_OPENAT_2_E, 10, I64(CWD), TEXT("/etc/shadow"), U32(1), U32(0));
    open_openat(&sender, 3, CWD, "/tmp/harmless", O_RDWR_ | O_F_CREATED_);
    assert_string_equal(sender.subject.fd->name.data, "/etc/shadow");
    assert_int_equal(sender.subject.fd->open_flags, 1 | O_F_CREATED_);
    settle(&sender);
    open_openat(&sender, 3, CWD, "/tmp/harmless", O_RDWR_); /* used once */
    assert_string_equal(sender.subject.fd->name.data, "/tmp/harmless");
    settle(&sender);
    SEND(&sender, EV_OPENAT_2_E, 10, I64(CWD), TEXT("/etc/shadow"), U32(1), U32(0));
    SEND(&sender, EV_OPEN_X, 10, I64(7), TEXT("b"), U32(1), U32(0), U32(1), I64(2));
    assert_string_equal(fd_of(&sender, 10, 7)->name.data, "/home/b"); /* another call's */
    rt_state_destroy(sender.state);
}

static void a_closed_fd_stays_for_the_event(void **context)
{
    (void)context;
    struct sender sender = started();
    open_openat(&sender, 3, CWD, "a.txt", 0);
    settle(&sender);
    LOOK(&sender, EV_CLOSE_X, 10, I64(-5), I64(3)); /* a close that fails */
    assert_non_null(sender.subject.fd);
    settle(&sender);
    assert_non_null(fd_of(&sender, 10, 3));
    LOOK(&sender, EV_CLOSE_X, 10, I64(0), I64(3));
    assert_string_equal(sender.subject.fd->name.data, "/home/a.txt");
    assert_false(sender.subject.fd->flags & RT_FD_NAME_CHANGED);
    settle(&sender);
    assert_null(fd_of(&sender, 10, 3));
    LOOK(&sender, EV_CLOSE_X, 10, I64(-9), I64(3));
    assert_null(sender.subject.fd);
    assert_int_equal(sender.subject.fd_number, 3);
    settle(&sender);
    rt_state_destroy(sender.state);
}

static void ranges_close_or_are_marked(void **context)
{
    (void)context;
    struct sender sender = started();
    for (int64_t i = 3; i < 40; i++) {
        open_openat(&sender, i, CWD, "f", 0);
        settle(&sender);
    }
    SEND(&sender, EV_CLOSE_RANGE_X, 10, I64(0), U32(10), U32(19), U32(4));
    SEND(&sender, EV_CLOSE_RANGE_X, 10, I64(0), U32(20), U32(UINT32_MAX), U32(0));
    for (int64_t i = 3; i < 40; i++) {
        struct rt_fd *fd = fd_of(&sender, 10, i);
        assert_int_equal(fd != NULL, i < 20);
        if (fd)
            assert_int_equal(!!(fd->open_flags & O_CLOEXEC_), i >= 10);
    }
    assert_int_equal(rt_state_fd_count(sender.state, rt_state_thread(sender.state, 10)), 17);
    rt_state_destroy(sender.state);
}

static void doubles_are_equal_but_for_cloexec(void **context)
{
    (void)context;
    struct sender sender = started();
    open_openat(&sender, 3, CWD, "a", O_CREAT_ | O_CLOEXEC_);
    settle(&sender);
    LOOK(&sender, EV_DUP2_X, 10, I64(7), I64(3), I64(7));
    assert_int_equal(sender.subject.fd_number, 7);
    assert_string_equal(sender.subject.fd->name.data, "/home/a");
    assert_int_equal(sender.subject.fd->open_flags, O_CREAT_);
    assert_false(sender.subject.fd->flags & RT_FD_NAME_CHANGED);
    settle(&sender);
    SEND(&sender, EV_DUP3_X, 10, I64(8), I64(3), I64(8), U32(O_CLOEXEC_));
    assert_int_equal(fd_of(&sender, 10, 8)->open_flags, O_CREAT_ | O_CLOEXEC_);
    SEND(&sender, EV_DUP2_X, 10, I64(3), I64(3), I64(3)); /* onto itself */
    assert_string_equal(fd_of(&sender, 10, 3)->name.data, "/home/a");
    SEND(&sender, EV_FCNTL_X, 10, I64(9), I64(3), U8(26), I64(5));
    assert_true(fd_of(&sender, 10, 9)->open_flags & O_CLOEXEC_);
    SEND(&sender, EV_FCNTL_X, 10, I64(0), I64(9), U8(3), I64(0));
    assert_false(fd_of(&sender, 10, 9)->open_flags & O_CLOEXEC_);
    SEND(&sender, EV_FCNTL_X, 10, I64(0), I64(9), U8(3), I64(1));
    assert_true(fd_of(&sender, 10, 9)->open_flags & O_CLOEXEC_);

    /* Over another one, whose name goes. */
    open_openat(&sender, 20, CWD, "b", 0);
    settle(&sender);
    SEND(&sender, EV_DUP_1_X, 10, I64(20), I64(3));
    assert_string_equal(fd_of(&sender, 10, 20)->name.data, "/home/a");
    rt_state_destroy(sender.state);
}

static void other_kinds(void **context)
{
    (void)context;
    struct sender sender = started();
    SEND(&sender, EV_PIPE2_X, 10, I64(0), I64(3), I64(4), I64(77), U32(O_CLOEXEC_));
    assert_int_equal(fd_of(&sender, 10, 3)->type, RT_FD_FIFO);
    assert_int_equal(fd_of(&sender, 10, 4)->ino, 77);
    assert_int_equal(fd_of(&sender, 10, 4)->open_flags, O_CLOEXEC_);
    SEND(&sender, EV_EVENTFD2_X, 10, I64(5), U16(1), I64(0));
    assert_int_equal(fd_of(&sender, 10, 5)->type, RT_FD_EVENTFD);
    SEND(&sender, EV_TIMERFD_CREATE_X, 10, I64(6), U8(1), U8(2));
    assert_int_equal(fd_of(&sender, 10, 6)->type, RT_FD_TIMERFD);
    assert_int_equal(fd_of(&sender, 10, 6)->open_flags, 2);
    SEND(&sender, EV_EPOLL_CREATE1_X, 10, I64(7), U32(1));
    assert_int_equal(fd_of(&sender, 10, 7)->type, RT_FD_EVENTPOLL);
    assert_int_equal(fd_of(&sender, 10, 7)->open_flags, O_CLOEXEC_);
    SEND(&sender, EV_INOTIFY_INIT1_X, 10, I64(8), U16(0));
    assert_int_equal(fd_of(&sender, 10, 8)->type, RT_FD_INOTIFY);
    SEND(&sender, EV_SIGNALFD4_X, 10, I64(9), U16(0), I64(-1), U32(0));
    assert_int_equal(fd_of(&sender, 10, 9)->type, RT_FD_SIGNALFD);
    SEND(&sender, EV_BPF_2_X, 10, I64(11), U32(0));
    assert_int_equal(fd_of(&sender, 10, 11)->type, RT_FD_BPF);
    SEND(&sender, EV_USERFAULTFD_X, 10, I64(12), U32(0));
    assert_int_equal(fd_of(&sender, 10, 12)->type, RT_FD_USERFAULTFD);
    SEND(&sender, EV_IO_URING_SETUP_X, 10, I64(13), U32(1));
    assert_int_equal(fd_of(&sender, 10, 13)->type, RT_FD_IOURING);
    SEND(&sender, EV_MEMFD_CREATE_X, 10, I64(14), TEXT("code"), U32(1));
    assert_int_equal(fd_of(&sender, 10, 14)->type, RT_FD_MEMFD);
    assert_string_equal(fd_of(&sender, 10, 14)->name.data, "code");

    /* Another's fd through a pidfd. */
    SEND(&sender, EV_OPEN_X, 1, I64(30), TEXT("/secret"), U32(1), U32(0), U32(1), I64(2));
    SEND(&sender, EV_PIDFD_OPEN_X, 10, I64(15), I64(1), U32(0));
    assert_string_equal(fd_of(&sender, 10, 15)->name.data, "/proc/1");
    SEND(&sender, EV_PIDFD_GETFD_X, 10, I64(16), I64(15), I64(30), U32(0));
    assert_string_equal(fd_of(&sender, 10, 16)->name.data, "/secret");
    assert_true(fd_of(&sender, 10, 16)->open_flags & O_CLOEXEC_);
    rt_state_destroy(sender.state);
}

/* What was refused shows what it was about, but is no fd afterwards. */
static void failures_leave_no_fds_to_find(void **context)
{
    (void)context;
    struct sender sender = started();
    SEND(&sender, EV_OPEN_X, 1, I64(30), TEXT("/secret"), U32(1), U32(0), U32(1), I64(2));
    SEND(&sender, EV_PIDFD_OPEN_X, 10, I64(15), I64(1), U32(0));
    LOOK(&sender, EV_PIDFD_GETFD_X, 10, I64(-1), I64(15), I64(30), U32(0));
    assert_int_equal(sender.subject.fd_number, -1);
    assert_string_equal(sender.subject.fd->name.data, "/secret");
    settle(&sender);
    assert_null(fd_of(&sender, 10, -1));
    LOOK(&sender, EV_MEMFD_CREATE_X, 10, I64(-24), TEXT("code"), U32(1));
    assert_int_equal(sender.subject.fd->type, RT_FD_UNINIT);
    settle(&sender);
    assert_null(fd_of(&sender, 10, -24));
    /* A mapping of no file has the fd -1. */
    LOOK(&sender, EV_MMAP_X, 10, I64(0), U32(1), U32(2), U32(3), I64(0), I64(4096), U32(0), U32(0),
         I64(-1), I64(0));
    assert_null(sender.subject.fd);
    settle(&sender);
    rt_state_destroy(sender.state);
}

/* Against a plain reference: thousands of fds that come and go in any order. */
static void table_holds_what_was_put_in(void **context)
{
    (void)context;
    struct sender sender = started();
    enum { RANGE = 3000 };
    static bool open[RANGE];
    memset(open, 0, sizeof(open));
    uint64_t count = 0;
    uint32_t seed = 5;
    for (int round = 0; round < 60000; round++) {
        seed = seed * 1664525 + 1013904223;
        int64_t n = (seed >> 8) % RANGE;
        int64_t number = n < 2000 ? n : n * 1000003 - 1; /* large and odd ones too */
        if (seed >> 31) {
            open_openat(&sender, number, CWD, "f", 0);
            settle(&sender);
            count += !open[n];
            open[n] = true;
        } else {
            SEND(&sender, EV_CLOSE_X, 10, I64(0), I64(number));
            count -= open[n];
            open[n] = false;
        }
    }
    for (int64_t n = 0; n < RANGE; n++)
        assert_int_equal(fd_of(&sender, 10, n < 2000 ? n : n * 1000003 - 1) != NULL, open[n]);
    assert_int_equal(rt_state_fd_count(sender.state, rt_state_thread(sender.state, 10)), count);
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.fds, count);
    assert_int_equal(stats.fds_added - stats.fds_removed, count);
    rt_state_destroy(sender.state);
}

static void add_number(void *text, const struct rt_fd *fd)
{
    sprintf((char *)text + strlen(text), "%lld ", (long long)fd->number);
}

static const char *listed(struct sender *sender, int64_t tid)
{
    static char text[512];

    text[0] = '\0';
    rt_state_each_fd_listed(sender->state, rt_state_thread(sender->state, tid), add_number, text);
    return text;
}

static void open_range(struct sender *sender, int64_t first, int64_t last)
{
    for (int64_t number = first; number <= last; number++)
        open_openat(sender, number, CWD, "f", 0);
    settle(sender);
}

/* As a hash table of libstdc++ with the same history has them: the newest first, all the other way
 * round when the 14th comes, and numbers of one bucket (255 and 8 of 13, 40 and 11 of 29) side by
 * side. */
static void fds_are_listed_as_falco_has_them(void **context)
{
    (void)context;
    struct sender sender = started();
    open_range(&sender, 0, 12);
    assert_string_equal(listed(&sender, 10), "12 11 10 9 8 7 6 5 4 3 2 1 0 ");
    SEND(&sender, EV_CLOSE_X, 10, I64(0), I64(4));
    SEND(&sender, EV_CLOSE_X, 10, I64(0), I64(12));
    open_range(&sender, 4, 4);
    assert_string_equal(listed(&sender, 10), "4 11 10 9 8 7 6 5 3 2 1 0 ");
    open_range(&sender, 255, 255);
    open_range(&sender, 12, 12);
    assert_string_equal(listed(&sender, 10), "12 0 1 2 3 5 6 7 8 255 9 10 11 4 ");
    open_range(&sender, 40, 40);
    SEND(&sender, EV_CLOSE_X, 10, I64(0), I64(7));
    open_range(&sender, 36, 36);
    open_range(&sender, 7, 7);
    assert_string_equal(listed(&sender, 10), "7 36 12 0 1 2 3 5 6 8 255 9 10 40 11 4 ");
    open_range(&sender, 3, 3); /* what is there already keeps its place */
    assert_string_equal(listed(&sender, 10), "7 36 12 0 1 2 3 5 6 8 255 9 10 40 11 4 ");
    rt_state_destroy(sender.state);
}

struct numbers {
    int64_t of[100];
    uint32_t n;
};

static void keep_number(void *context, const struct rt_fd *fd)
{
    struct numbers *numbers = context;

    assert_true(numbers->n < 100);
    numbers->of[numbers->n++] = fd->number;
}

/* Written down and read back, fds are listed as before, however often the table grew. */
static void fds_are_listed_the_same_when_entered_anew(void **context)
{
    (void)context;
    for (int64_t n = 1; n <= 70; n++) {
        struct sender first = started(), second = started();
        struct numbers written = {.n = 0};
        char expected[512];

        open_range(&first, 0, n - 1);
        SEND(&first, EV_CLOSE_X, 10, I64(0), I64(n - 1)); /* the others have buckets of their own */
        settle(&first);
        rt_state_each_fd(first.state, rt_state_thread(first.state, 10), keep_number, &written);
        assert_int_equal(written.n, n - 1);
        for (uint32_t i = 0; i < written.n; i++)
            open_range(&second, written.of[i], written.of[i]);
        strcpy(expected, listed(&first, 10));
        assert_string_equal(listed(&second, 10), expected);
        rt_state_destroy(first.state);
        rt_state_destroy(second.state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_named_by_their_path),
        cmocka_unit_test(enter_events_are_believed),
        cmocka_unit_test(a_closed_fd_stays_for_the_event),
        cmocka_unit_test(ranges_close_or_are_marked),
        cmocka_unit_test(doubles_are_equal_but_for_cloexec),
        cmocka_unit_test(other_kinds),
        cmocka_unit_test(failures_leave_no_fds_to_find),
        cmocka_unit_test(table_holds_what_was_put_in),
        cmocka_unit_test(fds_are_listed_as_falco_has_them),
        cmocka_unit_test(fds_are_listed_the_same_when_entered_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
