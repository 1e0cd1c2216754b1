/* Threads: how they begin, change and end. */
#include "../support/state_events.h"

enum {
    CLONE_FILES = 1,
    CLONE_NEWPID = 1 << 6,
    CLONE_THREAD = 1 << 13,
    CLONE_INVERTED = 1 << 16,
    CLONE_VFORK = 1 << 27,
    CLONE_CHILD_IN_PIDNS = 1 << 29
};

static struct sender started(void)
{
    struct sender sender = open_sender(NULL);
    add_thread(&sender, 10, 10, 1, "shell"); /* before its parent: the order must not matter */
    add_thread(&sender, 11, 10, 1, "shell");
    add_thread(&sender, 1, 1, 0, "init");
    add_thread(&sender, 20, 20, 999, "orphan");
    struct rt_fd fd = {.number = 3, .type = RT_FD_FILE_V2, .name = {"/etc/hosts", 10}};
    fd.name_raw = (struct rt_str){"", 0};
    assert_int_equal(rt_state_add_fd(sender.state, 10, &fd), 0);
    rt_state_set_machine(sender.state, 4, 5000);
    rt_state_start_done(sender.state);
    return sender;
}

static void start_state_is_linked(void **context)
{
    (void)context;
    struct sender sender = started();
    struct rt_state *state = sender.state;
    struct rt_thread *shell = rt_state_thread(state, 10), *second = rt_state_thread(state, 11);
    assert_ptr_equal(rt_state_main_thread(state, second), shell);
    assert_ptr_equal(rt_state_parent(state, shell), rt_state_thread(state, 1));
    assert_null(rt_state_parent(state, rt_state_thread(state, 1)));
    assert_int_equal(rt_state_thread(state, 20)->ptid, 0); /* a parent that nobody knows */
    assert_int_equal(rt_state_group_size(state, shell), 2);
    assert_int_equal(rt_state_thread(state, 1)->nchildren, 2);
    assert_string_equal(shell->cwd.data, "/home/");
    /* Threads have their process' fds, directory and environment, and none of their own. */
    assert_non_null(rt_state_fd(state, second, 3));
    assert_int_equal(rt_state_fd_count(state, second), 1);
    assert_int_equal(second->cwd.len, 0);
    assert_null(rt_state_thread(state, 12345));
    assert_int_equal(rt_state_ncpus(state), 4);
    assert_int_equal(rt_state_boot_time(state), 5000);
    rt_state_destroy(state);
}

static void caller_enters_child(void **context)
{
    (void)context;
    struct sender sender = started();
    send_clone(&sender, 10, &(struct clone_facts){.result = 30, .pid = 10, .ptid = 1});
    assert_int_equal(sender.subject.thread->tid, 10);
    settle(&sender);

    struct rt_thread *child = rt_state_thread(sender.state, 30);
    assert_non_null(child);
    assert_int_equal(child->pid, 30);
    assert_int_equal(child->ptid, 10);
    assert_int_equal(child->vtid, 30);
    assert_string_equal(child->comm, "child");
    assert_string_equal(child->exe.data, "/bin/child");
    assert_int_equal(child->args.len, 6);
    assert_int_equal(child->uid, 1000);
    assert_int_equal(child->gid, 1001);
    assert_int_equal(child->pidns_start_ns, 5000);
    assert_int_equal(child->clone_time_ns, sender.time_ns - 1000);
    assert_string_equal(child->cwd.data, "/home/");
    struct rt_fd *fd = rt_state_fd(sender.state, child, 3);
    assert_non_null(fd);
    assert_string_equal(fd->name.data, "/etc/hosts");
    assert_true(fd->flags & RT_FD_IS_CLONED);

    /* The child's own event changes nothing then. */
    send_clone(&sender, 30,
               &(struct clone_facts){.result = 0, .pid = 30, .ptid = 10, .comm = "other"});
    assert_ptr_equal(sender.subject.thread, child);
    assert_string_equal(child->comm, "child");
    settle(&sender);

    /* Closing in the child leaves the parent's fd alone. */
    SEND(&sender, EV_CLOSE_X, 30, I64(0), I64(3));
    assert_null(rt_state_fd(sender.state, child, 3));
    assert_non_null(rt_state_fd(sender.state, rt_state_thread(sender.state, 10), 3));
    rt_state_destroy(sender.state);
}

static void child_enters_itself(void **context)
{
    (void)context;
    struct sender sender = started();
    send_clone(&sender, 30, &(struct clone_facts){.pid = 30, .ptid = 10, .vtid = 30, .vpid = 30});
    struct rt_thread *child = sender.subject.thread;
    assert_non_null(child);
    assert_true(child->clone_flags & CLONE_INVERTED);
    settle(&sender);
    send_clone(&sender, 10,
               &(struct clone_facts){.result = 30, .pid = 10, .ptid = 1, .comm = "late"});
    settle(&sender);
    assert_ptr_equal(rt_state_thread(sender.state, 30), child);
    assert_string_equal(child->comm, "child");
    rt_state_destroy(sender.state);
}

static void only_the_child_knows_its_tid_in_a_pid_namespace(void **context)
{
    (void)context;
    struct sender sender = started();
    send_clone(&sender, 10,
               &(struct clone_facts){.result = 2, .pid = 10, .ptid = 1, .flags = CLONE_NEWPID});
    settle(&sender);
    assert_null(rt_state_thread(sender.state, 2));
    send_clone(&sender, 30,
               &(struct clone_facts){
                   .pid = 30, .ptid = 10, .vtid = 2, .vpid = 2, .flags = CLONE_CHILD_IN_PIDNS});
    assert_int_equal(sender.subject.thread->vpid, 2);
    assert_int_equal(sender.subject.thread->pidns_start_ns, 5007);
    settle(&sender);
    rt_state_destroy(sender.state);
}

static void vforks_child_is_not_entered_by_its_caller(void **context)
{
    (void)context;
    struct sender sender = started();
    send_clone(&sender, 10,
               &(struct clone_facts){.result = 30, .pid = 10, .ptid = 1, .flags = CLONE_VFORK});
    settle(&sender);
    assert_null(rt_state_thread(sender.state, 30));
    rt_state_destroy(sender.state);
}

static void a_thread_that_ended_does_not_come_back(void **context)
{
    (void)context;
    struct sender sender = started();
    send_clone(&sender, 30, &(struct clone_facts){.pid = 30, .ptid = 10, .vtid = 30, .vpid = 30});
    settle(&sender);
    LOOK(&sender, EV_PROCEXIT_1_E, 30, I64(0), I64(0), U8(0), U8(0), I64(0));
    assert_non_null(sender.subject.thread); /* still there for the rules */
    settle(&sender);
    assert_null(rt_state_thread(sender.state, 30));
    send_clone(&sender, 10, &(struct clone_facts){.result = 30, .pid = 10, .ptid = 1});
    settle(&sender);
    assert_null(rt_state_thread(sender.state, 30));
    sender.time_ns += 3000000000; /* by then it is another one */
    send_clone(&sender, 10, &(struct clone_facts){.result = 30, .pid = 10, .ptid = 1});
    settle(&sender);
    assert_non_null(rt_state_thread(sender.state, 30));
    rt_state_destroy(sender.state);
}

static void main_thread_stays_while_others_live(void **context)
{
    (void)context;
    struct sender sender = started();
    SEND(&sender, EV_PROCEXIT_1_E, 10, I64(0), I64(0), U8(0), U8(0), I64(0));
    struct rt_thread *main = rt_state_thread(sender.state, 10);
    assert_non_null(main);
    assert_true(main->flags & RT_THREAD_DEAD);
    assert_int_equal(rt_state_group_size(sender.state, main), 1);
    assert_non_null(rt_state_fd(sender.state, rt_state_thread(sender.state, 11), 3));
    SEND(&sender, EV_PROCEXIT_1_E, 11, I64(0), I64(0), U8(0), U8(0), I64(0));
    assert_null(rt_state_thread(sender.state, 10));
    assert_null(rt_state_thread(sender.state, 11));
    assert_int_equal(rt_state_thread(sender.state, 1)->nchildren, 0);
    rt_state_destroy(sender.state);
}

static void children_find_a_new_parent(void **context)
{
    (void)context;
    struct sender sender = started();
    send_clone(&sender, 10, &(struct clone_facts){.result = 30, .pid = 10, .ptid = 1});
    settle(&sender);
    send_clone(&sender, 30, &(struct clone_facts){.result = 40, .pid = 30, .ptid = 10});
    settle(&sender);
    send_clone(&sender, 30, &(struct clone_facts){.result = 41, .pid = 30, .ptid = 10});
    settle(&sender);
    assert_int_equal(rt_state_thread(sender.state, 30)->nchildren, 2);

    /* By the kernel's word: the reaper is 20. */
    SEND(&sender, EV_PROCEXIT_1_E, 30, I64(0), I64(0), U8(0), U8(0), I64(20));
    assert_int_equal(rt_state_thread(sender.state, 40)->ptid, 20);
    assert_int_equal(rt_state_thread(sender.state, 20)->nchildren, 2);

    /* Without it: 20 took in orphans before but ends; its parent is unknown, so nobody does. */
    SEND(&sender, EV_PROCEXIT_1_E, 20, I64(0), I64(0), U8(0), U8(0), I64(-1));
    assert_int_equal(rt_state_thread(sender.state, 41)->ptid, 0);

    /* And below init, init. */
    send_clone(&sender, 10, &(struct clone_facts){.result = 50, .pid = 10, .ptid = 1});
    settle(&sender);
    send_clone(&sender, 50, &(struct clone_facts){.result = 51, .pid = 50, .ptid = 10});
    settle(&sender);
    SEND(&sender, EV_PROCEXIT_1_E, 50, I64(0), I64(0), U8(0), U8(0), I64(0));
    assert_int_equal(rt_state_thread(sender.state, 51)->ptid, 1);

    /* A subreaper comes before it. */
    SEND(&sender, EV_PRCTL_X, 10, I64(0), U32(36), TEXT("<NA>"), I64(1));
    send_clone(&sender, 10, &(struct clone_facts){.result = 60, .pid = 10, .ptid = 1});
    settle(&sender);
    send_clone(&sender, 60, &(struct clone_facts){.result = 61, .pid = 60, .ptid = 10});
    settle(&sender);
    SEND(&sender, EV_PROCEXIT_1_E, 60, I64(0), I64(0), U8(0), U8(0), I64(0));
    assert_int_equal(rt_state_thread(sender.state, 61)->ptid, 10);
    rt_state_destroy(sender.state);
}

static void send_execve(struct sender *sender, int64_t tid, int64_t result, const char *path)
{
    LOOK(sender, EV_EXECVE_19_X, tid, I64(result), TEXT("ls"), BYTES("-l\0/tmp\0", 8), I64(tid),
         I64(tid), I64(1), TEXT(""), I64(2048), I64(11), I64(12), U32(13), U32(14), U32(15),
         TEXT("ls"), BYTES("cpu=/\0", 6), BYTES("HOME=/root\0A=b\0", 15), U32(34816), I64(77),
         U32(1000), U32(1 | 4), I64(1), I64(2), I64(3), I64(4000), I64(9000), I64(6000), U32(0),
         TEXT(path), I64(76), U32(5));
}

static void execve_makes_another_program(void **context)
{
    (void)context;
    struct sender sender = started();
    struct rt_fd closes = {.number = 4, .type = RT_FD_FILE_V2, .open_flags = 0x1000};
    closes.name = closes.name_raw = (struct rt_str){"", 0};
    assert_int_equal(rt_state_add_fd(sender.state, 10, &closes), 0);

    send_execve(&sender, 10, -2, "/bin/nothing");
    assert_string_equal(sender.subject.thread->comm, "shell");
    settle(&sender);

    send_execve(&sender, 10, 0, "/usr/bin/ls (deleted)");
    struct rt_thread *t = sender.subject.thread;
    assert_string_equal(t->comm, "ls");
    assert_string_equal(t->exe.data, "ls");
    assert_string_equal(t->exepath.data, "/usr/bin/ls");
    assert_int_equal(t->args.len, 8);
    assert_string_equal(t->args.data + 3, "/tmp");
    assert_string_equal(t->env.data, "HOME=/root");
    assert_int_equal(t->tty, 34816);
    assert_int_equal(t->vpgid, 77);
    assert_int_equal(t->pgid, 76);
    assert_int_equal(t->uid, 0);
    assert_int_equal(t->gid, 5);
    assert_int_equal(t->loginuid, 1000);
    assert_int_equal(t->cap_effective, 3);
    assert_int_equal(t->exe_ino, 4000);
    assert_int_equal(t->vm_size_kb, 13);
    assert_int_equal(t->fd_limit, 2048);
    assert_int_equal(t->exec_time_ns, sender.time_ns - 1000);
    assert_true(t->flags & RT_THREAD_EXE_WRITABLE);
    assert_true(t->flags & RT_THREAD_EXE_FROM_MEMFD);
    assert_false(t->flags & RT_THREAD_EXE_UPPER_LAYER);
    settle(&sender);
    assert_non_null(rt_state_fd(sender.state, t, 3));
    assert_null(rt_state_fd(sender.state, t, 4));   /* O_CLOEXEC */
    assert_null(rt_state_thread(sender.state, 11)); /* the other threads are gone */
    assert_int_equal(rt_state_group_size(sender.state, t), 1);
    rt_state_destroy(sender.state);
}

static void who_is_unknown_is_entered_as_invalid(void **context)
{
    (void)context;
    struct sender sender = started();
    LOOK(&sender, EV_READ_X, 500, I64(0), NOTHING, I64(3), U32(10));
    struct rt_thread *t = sender.subject.thread;
    assert_non_null(t);
    assert_true(t->flags & RT_THREAD_INVALID);
    assert_string_equal(t->comm, "<NA>");
    assert_int_equal(t->pid, -1);
    assert_int_equal(t->uid, UINT32_MAX);
    settle(&sender);
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.lookups_failed, 1);

    /* Its execve tells who it is. */
    send_execve(&sender, 500, 0, "/bin/ls");
    assert_false(t->flags & RT_THREAD_INVALID);
    assert_int_equal(t->pid, 500);
    assert_int_equal(t->ptid, 1);
    settle(&sender);
    assert_int_equal(rt_state_parent(sender.state, t)->tid, 1);

    /* The scheduler and ends of threads enter nobody. */
    LOOK(&sender, EV_SCHEDSWITCH_6_E, 501, I64(1), I64(1), I64(1), U32(1), U32(1), U32(1));
    assert_null(sender.subject.thread);
    settle(&sender);
    LOOK(&sender, EV_PROCEXIT_1_E, 502, I64(0), I64(0), U8(0), U8(0), I64(0));
    assert_null(sender.subject.thread);
    settle(&sender);
    rt_state_destroy(sender.state);
}

static void credentials_and_limits_change(void **context)
{
    (void)context;
    struct sender sender = started();
    struct rt_thread *t = rt_state_thread(sender.state, 10);
    SEND(&sender, EV_SETUID_X, 10, I64(0), U32(33));
    assert_int_equal(t->uid, 33);
    SEND(&sender, EV_SETUID_X, 10, I64(-1), U32(0));
    assert_int_equal(t->uid, 33);
    SEND(&sender, EV_SETRESUID_X, 10, I64(0), U32(1), U32(2), U32(3));
    assert_int_equal(t->uid, 2);
    SEND(&sender, EV_SETGID_X, 10, I64(0), U32(44));
    assert_int_equal(t->gid, 44);
    SEND(&sender, EV_SETREGID_X, 10, I64(0), U32(5), U32(6));
    assert_int_equal(t->gid, 6);
    SEND(&sender, EV_CAPSET_X, 10, I64(0), I64(1), I64(2), I64(3));
    assert_int_equal(t->cap_permitted, 2);
    SEND(&sender, EV_UNSHARE_X, 10, I64(0), U32(1 << 20));
    assert_int_equal(t->cap_effective, (1ull << 41) - 1);
    SEND(&sender, EV_SETSID_X, 10, I64(10));
    assert_int_equal(t->sid, 10);
    SEND(&sender, EV_SETRLIMIT_X, 11, I64(0), I64(77), I64(78), U8(7)); /* by a thread of it */
    assert_int_equal(t->fd_limit, 77);
    SEND(&sender, EV_PRLIMIT_X, 1, I64(0), I64(99), I64(99), I64(1), I64(1), I64(10), U8(7));
    assert_int_equal(t->fd_limit, 99);
    SEND(&sender, EV_MMAP_X, 10, I64(0), U32(100), U32(200), U32(300));
    assert_int_equal(t->vm_rss_kb, 200);
    rt_state_destroy(sender.state);
}

static void directories_change(void **context)
{
    (void)context;
    struct sender sender = started();
    struct rt_thread *t = rt_state_thread(sender.state, 10);
    SEND(&sender, EV_CHDIR_X, 10, I64(0), TEXT("../tmp"));
    assert_string_equal(t->cwd.data, "/tmp/");
    SEND(&sender, EV_CHDIR_X, 10, I64(-2), TEXT("/nowhere"));
    assert_string_equal(t->cwd.data, "/tmp/");
    SEND(&sender, EV_CHDIR_X, 11, I64(0), TEXT("/var")); /* a thread moves its process */
    assert_string_equal(t->cwd.data, "/var/");
    SEND(&sender, EV_FCHDIR_X, 10, I64(0), I64(3));
    assert_string_equal(t->cwd.data, "/etc/hosts/");
    SEND(&sender, EV_CHROOT_X, 10, I64(0), TEXT("../jail"));
    assert_string_equal(t->root.data, "/etc/jail");
    rt_state_destroy(sender.state);
}

static void users_have_names_by_container(void **context)
{
    (void)context;
    struct sender sender = started();
    struct rt_user user = {
        .uid = 1000, .gid = 1000, .name = {"ann", 3}, .home = {"/home/ann", 9}, .shell = {"sh", 2}};
    struct rt_group group = {.gid = 7, .name = {"wheel", 5}};
    assert_int_equal(rt_state_add_user(sender.state, &user), 0);
    assert_int_equal(rt_state_add_group(sender.state, &group), 0);
    struct rt_thread *t = rt_state_thread(sender.state, 10);
    assert_string_equal(rt_state_user(sender.state, t, 1000)->name.data, "ann");
    assert_string_equal(rt_state_group(sender.state, t, 7)->name.data, "wheel");
    assert_null(rt_state_user(sender.state, t, 1001));

    struct rt_thread inside = *t;
    strcpy(inside.container_id, "0123456789ab");
    assert_null(rt_state_user(sender.state, &inside, 1000));
    SEND(&sender, EV_USER_ADDED_E, -1, U32(1000), U32(1), TEXT("bob"), TEXT("/"), TEXT("sh"),
         TEXT("0123456789ab"));
    SEND(&sender, EV_GROUP_ADDED_E, -1, U32(7), TEXT("crew"), TEXT("0123456789ab"));
    assert_string_equal(rt_state_user(sender.state, &inside, 1000)->name.data, "bob");
    assert_string_equal(rt_state_group(sender.state, &inside, 7)->name.data, "crew");
    assert_string_equal(rt_state_user(sender.state, t, 1000)->name.data, "ann");
    SEND(&sender, EV_USER_DELETED_E, -1, U32(1000), U32(1), TEXT("bob"), TEXT("/"), TEXT("sh"),
         TEXT("0123456789ab"));
    SEND(&sender, EV_GROUP_DELETED_E, -1, U32(7), TEXT("crew"), TEXT("0123456789ab"));
    assert_null(rt_state_user(sender.state, &inside, 1000));
    assert_null(rt_state_group(sender.state, &inside, 7));
    rt_state_destroy(sender.state);
}

static void procinfo_counts_from_the_next_event_on(void **context)
{
    (void)context;
    struct sender sender = started();
    LOOK(&sender, EV_PROCINFO_E, 10, I64(12), I64(13));
    assert_int_equal(sender.subject.thread->cpu_user, 0);
    settle(&sender);
    assert_int_equal(rt_state_thread(sender.state, 10)->cpu_user, 12);
    assert_int_equal(rt_state_thread(sender.state, 10)->cpu_system, 13);
    rt_state_destroy(sender.state);
}

static bool only_20(void *context, int64_t pid, int64_t tid)
{
    ++*(int *)context;
    assert_int_equal(pid, tid == 11 ? 10 : tid);
    return tid == 20;
}

/* Whose end was lost goes when it has been silent for half an hour; who is alive stays. */
static void who_has_gone_unseen_is_swept_out(void **context)
{
    (void)context;
    struct sender sender = started();
    int asked = 0;
    for (int64_t tid = 1; tid <= 20; tid++) {
        if (rt_state_thread(sender.state, tid))
            SEND(&sender, EV_CHDIR_X, tid, I64(0), TEXT("/"));
    }
    SEND(&sender, EV_CLOSE_X, 77, I64(0), I64(3)); /* known by its tid alone */
    assert_int_equal(rt_state_sweep(sender.state, only_20, &asked), 1);
    assert_int_equal(asked, 0);
    assert_null(rt_state_thread(sender.state, 77));

    sender.time_ns += UINT64_C(1801000000000);
    SEND(&sender, EV_CHDIR_X, 1, I64(0), TEXT("/"));
    assert_int_equal(rt_state_sweep(sender.state, only_20, &asked), 2);
    assert_int_equal(asked, 3);
    assert_non_null(rt_state_thread(sender.state, 1));
    assert_non_null(rt_state_thread(sender.state, 20));
    assert_null(rt_state_thread(sender.state, 10));
    assert_null(rt_state_thread(sender.state, 11));
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.threads_swept, 3);
    assert_int_equal(stats.threads, 2);
    rt_state_destroy(sender.state);
}

/* The kernel gives the leader's tid to the thread that calls execve; the others end, and the
 * leader, if it had ended before, lives again. */
static void a_secondary_thread_becomes_the_main_one(void **context)
{
    (void)context;
    struct sender sender = started();
    SEND(&sender, EV_PROCEXIT_1_E, 10, I64(0), I64(0), U8(0), U8(0), I64(0));
    struct rt_thread *t = rt_state_thread(sender.state, 10);
    assert_true(t->flags & RT_THREAD_DEAD);
    assert_int_equal(rt_state_group_size(sender.state, t), 1);
    SEND(&sender, EV_EXECVE_19_X, 10, I64(0), TEXT("/bin/new"), BYTES("-x", 3), I64(10), I64(10),
         I64(1), TEXT(""), I64(1024), I64(0), I64(0), U32(0), U32(0), U32(0), TEXT("new"));
    assert_ptr_equal(rt_state_thread(sender.state, 10), t);
    assert_false(t->flags & RT_THREAD_DEAD);
    assert_string_equal(t->comm, "new");
    assert_int_equal(rt_state_group_size(sender.state, t), 1);
    assert_null(rt_state_thread(sender.state, 11));
    assert_string_equal(rt_state_fd(sender.state, t, 3)->name.data, "/etc/hosts");
    SEND(&sender, EV_PROCEXIT_1_E, 10, I64(0), I64(0), U8(0), U8(0), I64(0));
    assert_null(rt_state_thread(sender.state, 10));
    rt_state_destroy(sender.state);
}

static void count_thread(void *context, const struct rt_thread *thread)
{
    (void)thread;
    ++*(int *)context;
}

static void clear_forgets(void **context)
{
    (void)context;
    struct sender sender = started();
    int threads = 0;
    rt_state_each_thread(sender.state, count_thread, &threads);
    assert_int_equal(threads, 4);
    rt_state_clear(sender.state);
    threads = 0;
    rt_state_each_thread(sender.state, count_thread, &threads);
    assert_int_equal(threads, 0);
    struct rt_state_stats stats;
    rt_state_stats(sender.state, &stats);
    assert_int_equal(stats.threads, 0);
    assert_int_equal(stats.fds, 0);
    assert_int_equal(stats.pool_used, 0);
    add_thread(&sender, 5, 5, 0, "again");
    rt_state_start_done(sender.state);
    assert_non_null(rt_state_thread(sender.state, 5));
    rt_state_destroy(sender.state);
    rt_state_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(start_state_is_linked),
        cmocka_unit_test(caller_enters_child),
        cmocka_unit_test(child_enters_itself),
        cmocka_unit_test(only_the_child_knows_its_tid_in_a_pid_namespace),
        cmocka_unit_test(vforks_child_is_not_entered_by_its_caller),
        cmocka_unit_test(a_thread_that_ended_does_not_come_back),
        cmocka_unit_test(main_thread_stays_while_others_live),
        cmocka_unit_test(children_find_a_new_parent),
        cmocka_unit_test(execve_makes_another_program),
        cmocka_unit_test(who_is_unknown_is_entered_as_invalid),
        cmocka_unit_test(credentials_and_limits_change),
        cmocka_unit_test(directories_change),
        cmocka_unit_test(users_have_names_by_container),
        cmocka_unit_test(procinfo_counts_from_the_next_event_on),
        cmocka_unit_test(who_has_gone_unseen_is_swept_out),
        cmocka_unit_test(a_secondary_thread_becomes_the_main_one),
        cmocka_unit_test(clear_forgets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
