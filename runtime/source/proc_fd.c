/* Open files of processes as /proc shows them. See live.h. */
#include "live.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define INFO_SIZE   1024
#define FOLDER_SIZE 4096

/* What the name of an anonymous inode says; the rest is unsupported. */
static enum rt_fd_type anonymous_type(const char *name)
{
    static const struct {
        const char *name;
        enum rt_fd_type type;
    } types[] = {
        {"[eventfd]", RT_FD_EVENTFD},
        {"[eventpoll]", RT_FD_EVENTPOLL},
        {"inotify", RT_FD_INOTIFY},
        {"[signalfd]", RT_FD_SIGNALFD},
        {"[timerfd]", RT_FD_TIMERFD},
        {"[io_uring]", RT_FD_IOURING},
        {"[userfaultfd]", RT_FD_USERFAULTFD},
        {"[pidfd]", RT_FD_PIDFD},
        {"bpf-map", RT_FD_BPF},
        {"bpf-prog", RT_FD_BPF},
        {"bpf-link", RT_FD_BPF},
        {"bpf_iter", RT_FD_BPF},
    };

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strcmp(name, types[i].name) == 0)
            return types[i].type;
    }
    return RT_FD_UNSUPPORTED;
}

/* Falco's file_flags of open(2)'s flags: as bpf/flags.h makes them. */
static uint32_t file_flags(uint32_t flags)
{
    static const struct {
        uint32_t kernel, falco;
    } pairs[] = {
        {0x40, 0x4},     {0x410000, 0x2000}, {0x400, 0x8},     {0x1000, 0x10},
        {0x80, 0x20},    {0x800, 0x40},      {0x101000, 0x80}, {0x200, 0x100},
        {0x4000, 0x200}, {0x10000, 0x400},   {0x8000, 0x800},  {0x80000, 0x1000},
    };
    uint32_t result = (flags & 3) == 3 ? 1 : (flags & 3) + 1;

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (flags & pairs[i].kernel)
            result |= pairs[i].falco;
    }
    return result;
}

/* "flags: 02100000" (octal), "mnt_id: 25", and of a pidfd "Pid: 17". */
static void read_info(int dir, const char *number, struct rt_fd *fd)
{
    char path[NAME_MAX + 16], info[INFO_SIZE];

    snprintf(path, sizeof path, "fdinfo/%s", number);
    rt_proc_read(dir, path, info, sizeof info);
    const char *flags = strstr(info, "flags:");
    if (flags)
        fd->open_flags = file_flags((uint32_t)strtoul(flags + 6, NULL, 8));
    const char *mount = strstr(info, "mnt_id:");
    if (mount)
        fd->mount_id = (uint32_t)strtoul(mount + 7, NULL, 10);
    const char *pid = strstr(info, "\nPid:");
    if (pid && fd->type == RT_FD_PIDFD)
        fd->pid = strtoll(pid + 5, NULL, 10);
}

static uint64_t inode_in(const char *link)
{
    const char *open = strchr(link, '[');

    return open ? strtoull(open + 1, NULL, 10) : 0;
}

/* The device number as the kernel side gives it. */
static uint32_t device(dev_t dev)
{
    const uint32_t low = minor(dev);

    return (low & 0xff) | major(dev) << 8 | (low & ~0xffu) << 12;
}

/* Whom the files of a process are for. */
struct taker {
    struct rt_state *state;
    struct rt_sockets *sockets;
    rt_take_fd_fn *take;
    pthread_mutex_t *lock; /* of these; NULL: there is no other thread */
};

static void lock(const struct taker *taker)
{
    if (taker->lock)
        pthread_mutex_lock(taker->lock);
}

static void unlock(const struct taker *taker)
{
    if (taker->lock)
        pthread_mutex_unlock(taker->lock);
}

static void give(const struct taker *taker, int64_t pid, const struct rt_fd *fd)
{
    lock(taker);
    taker->take(taker->state, pid, fd);
    unlock(taker);
}

static bool find_socket(const struct taker *taker, int dir, struct rt_fd *fd)
{
    lock(taker);
    const bool found = taker->sockets && rt_sockets_find(taker->sockets, dir, fd->ino, fd);
    unlock(taker);
    return found;
}

static void scan_fd(const struct taker *taker, int dir, int64_t pid, const char *number)
{
    char path[NAME_MAX + 16], link[PATH_MAX];
    struct rt_fd fd = {.number = strtoll(number, NULL, 10),
                       .flags = RT_FD_FROM_PROC,
                       .name_raw = {.data = ""}}; /* how it was opened, nobody saw */
    struct stat file;

    snprintf(path, sizeof path, "fd/%s", number);
    const uint32_t len = rt_proc_link(dir, path, link, sizeof link);
    if (len == 0 || fstatat(dir, path, &file, 0) != 0)
        return;
    fd.ino = file.st_ino;
    fd.name = (struct rt_str){.data = link, .len = len};
    switch (file.st_mode & S_IFMT) {
    case S_IFDIR:
        fd.type = RT_FD_DIRECTORY;
        break;
    case S_IFIFO:
        fd.type = RT_FD_FIFO;
        break;
    case S_IFSOCK:
        fd.name = (struct rt_str){.data = ""};
        fd.ino = inode_in(link);
        fd.type = RT_FD_UNSUPPORTED;
        if (find_socket(taker, dir, &fd))
            break;
        fd.type = RT_FD_UNINIT;
        if (taker->take == rt_state_correct_fd)
            give(taker, pid, &fd);
        return;
    case S_IFREG:
    case S_IFBLK:
    case S_IFCHR:
    case S_IFLNK:
        fd.type = strncmp(link, "/memfd:", 7) == 0 ? RT_FD_MEMFD : RT_FD_FILE_V2;
        if (fd.type == RT_FD_FILE_V2) /* captures have the device of no other kind */
            fd.dev = device(file.st_dev);
        break;
    default:
        fd.type = RT_FD_UNSUPPORTED;
        if (strncmp(link, "anon_inode:", 11) == 0)
            fd.type = anonymous_type(link + 11);
        fd.name = (struct rt_str){.data = ""};
    }
    /* A pidfd is a regular file of its own file system since 6.9. */
    if (strncmp(link, "pidfd:", 6) == 0 || strcmp(link, "anon_inode:[pidfd]") == 0) {
        fd.type = RT_FD_PIDFD;
        fd.dev = 0;
        fd.name = (struct rt_str){.data = ""};
    }
    read_info(dir, number, &fd);
    give(taker, pid, &fd);
}

void rt_proc_scan_fd(struct rt_state *state, int dir, int64_t pid, int64_t number,
                     struct rt_sockets *sockets, rt_take_fd_fn *take)
{
    const struct taker taker = {.state = state, .sockets = sockets, .take = take};
    char name[24];

    snprintf(name, sizeof name, "%lld", (long long)number);
    scan_fd(&taker, dir, pid, name);
}

bool rt_proc_is_socket(int dir, int64_t number)
{
    struct stat file;
    char path[32];

    snprintf(path, sizeof path, "fd/%lld", (long long)number);
    return fstatat(dir, path, &file, 0) == 0 && S_ISSOCK(file.st_mode);
}

/* The folder is read without a DIR, which would ask the kernel twice what it is. */
void rt_proc_scan_fds(struct rt_state *state, int dir, int64_t pid, struct rt_sockets *sockets,
                      pthread_mutex_t *lock)
{
    const struct taker taker = {state, sockets, rt_state_add_fd, lock};
    const int folder = openat(dir, "fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    _Alignas(struct dirent64) char entries[FOLDER_SIZE];
    ssize_t size;

    while (folder >= 0 && (size = getdents64(folder, entries, sizeof entries)) > 0) {
        for (ssize_t at = 0; at < size;) {
            const struct dirent64 *entry = (const void *)(entries + at);
            if (entry->d_name[0] != '.')
                scan_fd(&taker, dir, pid, entry->d_name);
            at += entry->d_reclen;
        }
    }
    if (folder >= 0)
        close(folder);
}
