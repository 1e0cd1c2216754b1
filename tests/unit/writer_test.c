#include "../support/capture_maker.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define TEXT(literal) ((struct rt_str){(literal), sizeof(literal) - 1})

static struct rt_state *new_state(void)
{
    struct rt_state *state;
    assert_int_equal(rt_state_create(&state, NULL), 0);
    return state;
}

static void add_threads(struct rt_state *state)
{
    struct rt_thread init = {
        .tid = 1,
        .pid = 1,
        .vtid = 1,
        .vpid = 1,
        .sid = 1,
        .pgid = 1,
        .vpgid = 1,
        .comm = "init",
        .exe = TEXT("/sbin/init"),
        .exepath = TEXT("/usr/lib/systemd/systemd"),
        .args = TEXT("splash\0--deserialize\0"),
        .env = TEXT("PATH=/bin\0HOME=/\0"),
        .cgroups = TEXT("cpu=/init.scope\0"),
        .cwd = TEXT("/"),
        .root = TEXT("/"),
        .loginuid = UINT32_MAX,
    };
    struct rt_thread shell = {
        .tid = 1234567,
        .pid = 1234567,
        .ptid = 1,
        .vtid = 7,
        .vpid = 7,
        .sid = 1234000,
        .pgid = 1234500,
        .vpgid = 6,
        .clone_flags = 0x400,
        .flags = RT_THREAD_EXE_WRITABLE | RT_THREAD_EXE_UPPER_LAYER | RT_THREAD_EXE_FROM_MEMFD,
        .comm = "fifteen-letters",
        .exe = TEXT("sh"),
        .exepath = TEXT("/bin/dash"),
        .args = TEXT("-c\0echo \"x\"\0\0"),
        .env = TEXT("A=1\0"),
        .cgroups = TEXT(""),
        .cwd = TEXT("/home/ann/"),
        .root = TEXT("/srv/jail"),
        .uid = 1000,
        .gid = 1001,
        .loginuid = 1002,
        .cap_permitted = 1,
        .cap_effective = 2,
        .cap_inheritable = UINT64_C(1) << 40,
        .pidns_start_ns = 1700000000000000001,
        .exe_ino = 99,
        .exe_ctime_ns = 1600000000000000000,
        .exe_mtime_ns = 1500000000000000000,
        .fd_limit = 1048576,
        .vm_size_kb = 2000,
        .vm_rss_kb = 1000,
        .vm_swap_kb = 10,
        .pf_major = 3,
        .pf_minor = 30000,
        .tty = 34816,
    };
    assert_int_equal(rt_state_add_thread(state, &init), 0);
    assert_int_equal(rt_state_add_thread(state, &shell), 0);
}

static void add_fds(struct rt_state *state)
{
    static const enum rt_fd_type named[] = {
        RT_FD_FILE,      RT_FD_DIRECTORY, RT_FD_FIFO,    RT_FD_EVENTFD,     RT_FD_UNSUPPORTED,
        RT_FD_SIGNALFD,  RT_FD_EVENTPOLL, RT_FD_INOTIFY, RT_FD_TIMERFD,     RT_FD_NETLINK,
        RT_FD_FILE_V2,   RT_FD_BPF,       RT_FD_IOURING, RT_FD_USERFAULTFD, RT_FD_MEMFD,
        RT_FD_UNIX_SOCK, RT_FD_PIDFD};
    const struct rt_fd sockets[] = {
        {.number = 100,
         .type = RT_FD_IPV4_SOCK,
         .local_ip = {10, 0, 0, 1},
         .remote_ip = {1, 2, 3, 4},
         .local_port = 40000,
         .remote_port = 443,
         .l4 = RT_L4_TCP},
        {.number = 101,
         .type = RT_FD_IPV6_SOCK,
         .local_ip = {0xfe, 0x80, [15] = 1},
         .remote_ip = {0x20, 1, [15] = 9},
         .local_port = 1,
         .remote_port = 65535,
         .l4 = RT_L4_UDP},
        {.number = 102,
         .type = RT_FD_IPV4_SERVSOCK,
         .local_ip = {127, 0, 0, 1},
         .local_port = 8080,
         .l4 = RT_L4_TCP},
        {.number = 103, .type = RT_FD_IPV6_SERVSOCK, .local_port = 22, .l4 = RT_L4_TCP}};

    for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
        struct rt_fd fd = {.number = (int64_t)i, .type = named[i], .ino = i * 1000};
        fd.name = TEXT("/some/name");
        fd.name_raw = TEXT("");
        if (named[i] == RT_FD_FILE_V2) {
            fd.open_flags = 0x801;
            fd.dev = 0xfe01;
        }
        if (named[i] == RT_FD_UNIX_SOCK) {
            fd.unix_source = 0xffff888000000001;
            fd.unix_dest = 0xffff888000000002;
        }
        assert_int_equal(rt_state_add_fd(state, 1234567, &fd), 0);
    }
    for (size_t i = 0; i < sizeof(sockets) / sizeof(sockets[0]); i++) {
        struct rt_fd fd = sockets[i];
        fd.name = fd.name_raw = TEXT("");
        assert_int_equal(rt_state_add_fd(state, 1, &fd), 0);
    }
}

static void fill(struct rt_state *state)
{
    const struct rt_user users[] = {
        {0, 0, TEXT("root"), TEXT("/root"), TEXT("/bin/bash")},
        {1000, 1001, TEXT("ann"), TEXT("/home/ann"), TEXT("")},
    };
    const struct rt_group groups[] = {{0, TEXT("root")}, {1001, TEXT("staff")}};
    const struct rt_interface interfaces[] = {
        {TEXT("lo"), 4, {127, 0, 0, 1}, {255, 0, 0, 0}, {0}},
        {TEXT("eth0"), 16, {0xfe, 0x80, [15] = 7}, {0xff, 0xff}, {0}},
    };
    for (int i = 0; i < 2; i++) {
        assert_int_equal(rt_state_add_interface(state, &interfaces[i]), 0);
        assert_int_equal(rt_state_add_user(state, &users[i]), 0);
        assert_int_equal(rt_state_add_group(state, &groups[i]), 0);
    }
    add_threads(state);
    add_fds(state);
    rt_state_set_machine(state, 16, 1700000000123456789);
    rt_state_set_hostname(state, "a-host");
    rt_state_start_done(state);
}

/* --- the state as text, to compare two of them --- */

struct text {
    char *data;
    size_t len, size;
    const struct rt_state *state;
};

static void say(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(struct text *text, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text->data + text->len, text->size - text->len, format, args);
    va_end(args);
    assert_in_range(n, 0, text->size - text->len - 1);
    text->len += (size_t)n;
}

static void say_bytes(struct text *text, const void *data, size_t len)
{
    for (size_t i = 0; i < len; i++)
        say(text, "%02x", ((const uint8_t *)data)[i]);
    say(text, " ");
}

static void say_str(struct text *text, struct rt_str str)
{
    say_bytes(text, str.data, str.len);
}

static void say_fd(void *context, const struct rt_fd *fd)
{
    struct text *text = context;
    say(text, "  fd %ld type %d flags %x open %x dev %x ino %lu l4 %d ports %u %u unix %lx %lx ",
        (long)fd->number, (int)fd->type, fd->flags, fd->open_flags, fd->dev, (unsigned long)fd->ino,
        (int)fd->l4, fd->local_port, fd->remote_port, (unsigned long)fd->unix_source,
        (unsigned long)fd->unix_dest);
    say_bytes(text, fd->local_ip, 16);
    say_bytes(text, fd->remote_ip, 16);
    say(text, "%s\n", fd->name.data);
}

static void say_thread(void *context, const struct rt_thread *t)
{
    struct text *text = context;
    say(text, "thread %ld %ld %ld %ld %ld %ld %ld %ld %s %x %x %u %u %u ", (long)t->tid,
        (long)t->pid, (long)t->ptid, (long)t->vtid, (long)t->vpid, (long)t->sid, (long)t->pgid,
        (long)t->vpgid, t->comm, t->clone_flags, t->flags, t->uid, t->gid, t->loginuid);
    say(text, "%lx %lx %lx %lu %lu %lu %lu %lu %u %u %u %lu %lu %u ",
        (unsigned long)t->cap_permitted, (unsigned long)t->cap_effective,
        (unsigned long)t->cap_inheritable, (unsigned long)t->pidns_start_ns,
        (unsigned long)t->exe_ino, (unsigned long)t->exe_ctime_ns, (unsigned long)t->exe_mtime_ns,
        (unsigned long)t->fd_limit, t->vm_size_kb, t->vm_rss_kb, t->vm_swap_kb,
        (unsigned long)t->pf_major, (unsigned long)t->pf_minor, t->tty);
    say_str(text, t->exe);
    say_str(text, t->exepath);
    say_str(text, t->args);
    say_str(text, t->env);
    say_str(text, t->cgroups);
    say_str(text, t->cwd);
    say_str(text, t->root);
    say(text, "%s\n", t->container_id);
    rt_state_each_fd(text->state, t, say_fd, text);
}

static void say_user(void *context, const struct rt_user *user)
{
    say(context, "user %u %u %s %s %s\n", user->uid, user->gid, user->name.data, user->home.data,
        user->shell.data);
}

static void say_group(void *context, const struct rt_group *group)
{
    say(context, "group %u %s\n", group->gid, group->name.data);
}

static void say_interface(void *context, const struct rt_interface *interface)
{
    say(context, "interface %s ", interface->name.data);
    say_bytes(context, interface->address, interface->address_len);
    say_bytes(context, interface->netmask, interface->address_len);
    say_bytes(context, interface->broadcast, interface->address_len);
    say(context, "\n");
}

/* To be freed by the caller. */
static char *state_text(const struct rt_state *state)
{
    struct text text = {.size = 1 << 20, .state = state};
    text.data = calloc(1, text.size);
    assert_non_null(text.data);
    say(&text, "host %s cpus %u boot %lu\n", rt_state_hostname(state), rt_state_ncpus(state),
        (unsigned long)rt_state_boot_time(state));
    rt_state_each_interface(state, say_interface, &text);
    rt_state_each_user(state, say_user, &text);
    rt_state_each_group(state, say_group, &text);
    rt_state_each_thread(state, say_thread, &text);
    return text.data;
}

/* --- events --- */

#define NEVENTS 5

/* Encodes the i-th event to out; returns its length. */
static uint32_t nth_event(int i, uint8_t *out, uint32_t size)
{
    static uint8_t payload[300000];
    int64_t result = i, fd = 3;
    uint32_t flags = 1, mode = 0644;
    const struct rt_param open[] = {PARAM_OF(fd), PARAM_TEXT("/etc/shadow"), PARAM_OF(flags),
                                    PARAM_OF(mode)};
    const struct rt_param write[] = {
        PARAM_OF(result), {payload, 60000}, PARAM_OF(fd), PARAM_OF(flags)};
    const struct rt_param huge[] = {{payload, 300000}};
    int len;

    memset(payload, 'x', sizeof(payload));
    uint64_t time_ns = 1700000001000000000 + (uint64_t)i;
    if (i % 3 == 0)
        len = rt_event_encode(out, size, time_ns, 1234567, EV_OPEN_X, open, 4);
    else if (i % 3 == 1)
        len = rt_event_encode(out, size, time_ns, 1, EV_WRITE_X, write, 4);
    else
        len = rt_event_encode(out, size, time_ns, 1, EV_CONTAINER_JSON_2_E, huge, 1);
    assert_true(len > 0);
    return (uint32_t)len;
}

static void write_all(const char *path, const struct rt_state *state)
{
    static uint8_t data[400000];
    struct rt_writer *writer;
    assert_int_equal(rt_writer_open(&writer, path, state), 0);
    for (int i = 0; i < NEVENTS; i++) {
        uint32_t len = nth_event(i, data, sizeof(data));
        assert_int_equal(
            rt_writer_event(writer, (uint16_t)i, i == 1 || i == 4 ? 0x80 : 0, data, len), 0);
    }
    assert_int_equal(rt_writer_event(writer, 0, 0, data, 10), -EINVAL);
    assert_int_equal(rt_writer_close(writer), 0);
}

static char folder[64];

static int make_folder(void **context)
{
    (void)context;
    strcpy(folder, "/tmp/writer_test.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **context)
{
    char command[128];
    (void)context;
    snprintf(command, sizeof(command), "rm -rf '%s'", folder);
    return system(command);
}

static const char *in_folder(const char *name)
{
    static char path[128];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    return path;
}

static void read_back(const char *path, const struct rt_state *expected)
{
    static uint8_t data[400000], again[400000];
    struct rt_source *source;
    struct rt_event event;
    char error[256] = "";
    struct rt_state *state = new_state();

    assert_int_equal(rt_capture_open(&source, path, error, sizeof(error)), 0);
    assert_int_equal(source->ops->start(source, state), 0);
    char *before = state_text(expected), *after = state_text(state);
    assert_string_equal(before, after);
    free(before);
    free(after);
    for (int i = 0; i < NEVENTS; i++) {
        assert_int_equal(source->ops->next(source, &event, 0), 0);
        assert_int_equal(event.number, i + 1);
        assert_int_equal(event.cpu, i);
        assert_int_equal(event.block_flags, i == 1 || i == 4 ? 0x80 : 0);
        uint32_t len = nth_event(i, data, sizeof(data));
        /* OPEN_X was written with four of its six parameters: the reader adds empty ones. */
        uint32_t n = event.type == EV_OPEN_X ? 4 : event.nparams;
        int again_len = rt_event_encode(again, sizeof(again), event.time_ns, event.tid, event.type,
                                        event.params, n);
        assert_int_equal(again_len, len);
        assert_memory_equal(again, data, len);
    }
    assert_int_equal(source->ops->next(source, &event, 0), RT_SOURCE_END);
    assert_int_equal(source->ops->next(source, &event, 0), RT_SOURCE_END);
    struct rt_source_stats stats;
    source->ops->stats(source, &stats);
    assert_int_equal(stats.events, NEVENTS);
    assert_int_equal(stats.malformed, 0);
    assert_int_equal(stats.skipped_blocks, 0);
    source->ops->close(source);
    rt_state_destroy(state);
}

static void what_is_written_reads_back(void **context)
{
    struct rt_state *state = new_state();
    struct stat plain, packed;
    (void)context;

    fill(state);
    write_all(in_folder("plain.scap"), state);
    assert_int_equal(stat(in_folder("plain.scap"), &plain), 0);
    assert_int_equal(plain.st_mode & 0777, 0600);
    read_back(in_folder("plain.scap"), state);
    write_all(in_folder("packed.scap.gz"), state);
    assert_int_equal(stat(in_folder("packed.scap.gz"), &packed), 0);
    assert_true(packed.st_size * 4 < plain.st_size);
    read_back(in_folder("packed.scap.gz"), state);
    rt_state_destroy(state);
}

static void long_texts_are_cut_to_what_readers_take(void **context)
{
    static char args[9000], path[5000];
    struct rt_state *state = new_state(), *again = new_state();
    struct rt_source *source;
    char error[256];
    (void)context;

    memset(args, 'a', sizeof(args) - 1);
    memset(path, 'p', sizeof(path) - 1);
    struct rt_thread thread = {.tid = 5,
                               .pid = 5,
                               .comm = "long",
                               .exe = TEXT("exe"),
                               .exepath = {path, sizeof(path) - 1},
                               .args = {args, sizeof(args)},
                               .env = TEXT(""),
                               .cgroups = TEXT(""),
                               .cwd = TEXT("/"),
                               .root = TEXT("/")};
    assert_int_equal(rt_state_add_thread(state, &thread), 0);
    rt_state_start_done(state);
    write_all(in_folder("long.scap"), state);
    assert_int_equal(rt_capture_open(&source, in_folder("long.scap"), error, sizeof(error)), 0);
    assert_int_equal(source->ops->start(source, again), 0);
    struct rt_source_stats stats;
    source->ops->stats(source, &stats);
    assert_int_equal(stats.malformed, 0);
    const struct rt_thread *read = rt_state_thread(again, 5);
    assert_non_null(read);
    assert_int_equal(read->exepath.len, 1024);
    assert_int_equal(read->args.len, 4097); /* 4096 letters and the NUL that ends the last one */
    source->ops->close(source);
    rt_state_destroy(state);
    rt_state_destroy(again);
}

static void failures_are_told(void **context)
{
    static uint8_t data[400000];
    struct rt_state *state = new_state();
    struct rt_writer *writer = NULL;
    (void)context;

    fill(state);
    assert_int_equal(rt_writer_open(&writer, in_folder("no/such/folder"), state), -ENOENT);
    assert_int_equal(rt_writer_close(NULL), 0);

    /* A full disk: found at the latest when the file is closed, and kept. */
    assert_int_equal(rt_writer_open(&writer, "/dev/full", state), 0);
    uint32_t len = nth_event(1, data, sizeof(data));
    int error = 0;
    for (int i = 0; i < 20; i++)
        error = rt_writer_event(writer, 0, 0, data, len);
    assert_int_equal(error, -ENOSPC);
    assert_int_equal(rt_writer_close(writer), -ENOSPC);
    assert_int_equal(rt_writer_open(&writer, "/dev/full", state), 0);
    assert_int_equal(rt_writer_close(writer), -ENOSPC);
    rt_state_destroy(state);
}

static void tshark_opens_it(void **context)
{
    struct rt_state *state = new_state();
    char command[512], line[128];
    (void)context;

    if (system("command -v tshark >/dev/null") != 0) {
        print_message("tshark is not installed\n");
        rt_state_destroy(state);
        skip();
    }
    fill(state);
    write_all(in_folder("tshark.scap"), state);
    snprintf(command, sizeof(command),
             "tshark -r %s -T fields -e frame.number -e sysdig.event_type 2>/dev/null",
             in_folder("tshark.scap"));
    FILE *output = popen(command, "r");
    assert_non_null(output);
    /* It shows the events in their order, but the one of Debian 12 passes over those with flags. */
    const int types[NEVENTS] = {EV_OPEN_X, EV_WRITE_X, EV_CONTAINER_JSON_2_E, EV_OPEN_X,
                                EV_WRITE_X};
    int shown = 0, number, type, at = 0;
    while (fgets(line, sizeof(line), output)) {
        assert_int_equal(sscanf(line, "%d %d", &number, &type), 2);
        assert_int_equal(number, ++shown);
        while (at < NEVENTS && types[at] != type)
            at++;
        assert_in_range(at++, 0, NEVENTS - 1);
    }
    assert_int_equal(pclose(output), 0);
    assert_true(shown >= 3);
    rt_state_destroy(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_reads_back),
        cmocka_unit_test(long_texts_are_cut_to_what_readers_take),
        cmocka_unit_test(failures_are_told),
        cmocka_unit_test(tshark_opens_it),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
