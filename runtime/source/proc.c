/* A thread as /proc shows it. See live.h. */
#include "live.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NS_PER_SECOND UINT64_C(1000000000)
#define TEXT_SIZE     4096
#define CGROUPS_SIZE  8192
#define STATUS_SIZE   8192

/* Falco's clone_flags, of threads whose clone was not seen. */
#define CLONE_FILES    0x1
#define CLONE_THREAD   0x2000
#define CHILD_IN_PIDNS 0x20000000

#define KERNEL_THREAD 0x00200000 /* of the kernel's flags */

/* --- reading --- */

uint32_t rt_proc_link(int dir, const char *name, char *out, uint32_t size)
{
    const ssize_t len = readlinkat(dir, name, out, size - 1);

    out[len > 0 ? len : 0] = '\0';
    return len > 0 ? (uint32_t)len : 0;
}

uint32_t rt_proc_read(int dir, const char *name, char *out, uint32_t size)
{
    const int fd = openat(dir, name, O_RDONLY | O_CLOEXEC);
    uint32_t len = 0;

    while (fd >= 0 && len < size - 1) {
        const ssize_t part = read(fd, out + len, size - 1 - len);
        if (part < 0 && errno == EINTR)
            continue;
        if (part <= 0)
            break;
        /* These files are shorter than a page or read page by page: less than was asked for is the
         * end. */
        const bool end = (size_t)part < size - 1 - len;
        len += (uint32_t)part;
        if (end)
            break;
    }
    if (fd >= 0)
        close(fd);
    out[len] = '\0';
    return len;
}

/* The value of a line "Key:\tvalue" of status, or "". */
static const char *line_of(const char *status, const char *key)
{
    const size_t len = strlen(key);

    for (const char *line = status; line && *line; line = strchr(line, '\n')) {
        if (*line == '\n')
            line++;
        if (strncmp(line, key, len) == 0 && line[len] == ':')
            return line + len + 1 + strspn(line + len + 1, "\t ");
    }
    return "";
}

static uint64_t hex_of(const char *status, const char *key)
{
    return strtoull(line_of(status, key), NULL, 16);
}

static int64_t number_of(const char *status, const char *key)
{
    return strtoll(line_of(status, key), NULL, 10);
}

/* The word number `index` of a line of numbers; the last one if there are fewer. */
static int64_t nth_of(const char *status, const char *key, int index)
{
    char *at = (char *)line_of(status, key);
    int64_t value = strtoll(at, &at, 10);

    while (index-- > 0 && *at == '\t')
        value = strtoll(at, &at, 10);
    return value;
}

/* --- one thread --- */

static struct rt_str text(const char *data, uint32_t len)
{
    return (struct rt_str){.data = data, .len = len};
}

struct rt_proc_texts {
    char exepath[PATH_MAX], cwd[PATH_MAX + 1], root[PATH_MAX];
    char command_line[TEXT_SIZE + 1], env[TEXT_SIZE + 1], cgroups[CGROUPS_SIZE];
    char status[STATUS_SIZE], stat[STATUS_SIZE];
    bool is_kernel; /* the thread has neither program nor files */
};

static uint64_t time_ns(const struct timespec *time)
{
    return (uint64_t)time->tv_sec * NS_PER_SECOND + (uint64_t)time->tv_nsec;
}

/* The first argument and the others; a process may have wiped out the last NUL. */
static void read_command_line(int dir, struct rt_proc_texts *t, struct rt_thread *thread)
{
    uint32_t len = rt_proc_read(dir, "cmdline", t->command_line, sizeof t->command_line);

    if (len == TEXT_SIZE)
        t->command_line[TEXT_SIZE - 1] = '\0';
    else if (len > 0 && t->command_line[len - 1] != '\0')
        len++;
    const uint32_t exe = (uint32_t)strlen(t->command_line);
    thread->exe = text(t->command_line, exe);
    if (exe + 1 < len)
        thread->args = text(t->command_line + exe + 1, len - exe - 1);
}

static void read_env(int dir, struct rt_proc_texts *t, struct rt_thread *thread)
{
    uint32_t len = rt_proc_read(dir, "environ", t->env, sizeof t->env);

    if (len == TEXT_SIZE)
        t->env[TEXT_SIZE - 1] = '\0';
    thread->env = text(t->env, len);
}

static bool may_write(const struct stat *file, uint32_t uid, uint32_t gid, uint64_t capabilities)
{
    if (file->st_uid == uid || (capabilities & (1u << 1 | 1u << 3)))
        return true;
    return file->st_mode & (file->st_gid == gid ? S_IWGRP : S_IWOTH);
}

static void read_exe(int dir, struct rt_proc_texts *t, struct rt_thread *thread)
{
    static const char deleted[] = " (deleted)";
    uint32_t len = rt_proc_link(dir, "exe", t->exepath, sizeof t->exepath);
    struct stat file;

    if (strncmp(t->exepath, "/memfd:", 7) == 0)
        thread->flags |= RT_THREAD_EXE_FROM_MEMFD;
    if (len > sizeof deleted && strcmp(t->exepath + len - (sizeof deleted - 1), deleted) == 0)
        len -= sizeof deleted - 1;
    t->exepath[len] = '\0';
    thread->exepath = text(t->exepath, len);
    if (fstatat(dir, "exe", &file, 0) != 0)
        return;
    thread->exe_ino = file.st_ino;
    thread->exe_ctime_ns = time_ns(&file.st_ctim);
    thread->exe_mtime_ns = time_ns(&file.st_mtim);
    if (may_write(&file, thread->uid, thread->gid, thread->cap_effective))
        thread->flags |= RT_THREAD_EXE_WRITABLE;
}

/* "cpuset=/a", "memory=/b": the subsystems that the kernel side tells of, in its order. Where all
 * are in one hierarchy (cgroup v2), each has its path. */
static void read_cgroups(int dir, struct rt_proc_texts *t, struct rt_thread *thread)
{
    static const char *const names[] = {"cpuset", "cpu", "cpuacct", "io", "memory"};
    char file[CGROUPS_SIZE];
    uint32_t used = 0;

    rt_proc_read(dir, "cgroup", file, sizeof file);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *unified = NULL, *found = NULL;
        const char *v1_name = i == 3 ? "blkio" : names[i];

        for (const char *line = file; *line;) {
            const char *end = strchrnul(line, '\n');
            const char *list = memchr(line, ':', (size_t)(end - line));
            const char *path = list ? memchr(list + 1, ':', (size_t)(end - list - 1)) : NULL;
            if (path && path == list + 1)
                unified = path + 1;
            for (const char *word = list ? list + 1 : NULL; path && word < path;) {
                const size_t len = strcspn(word, ",:");
                if (len == strlen(v1_name) && memcmp(word, v1_name, len) == 0)
                    found = path + 1;
                word += len + 1;
            }
            line = *end ? end + 1 : end;
        }
        if (!found)
            found = i == 2 ? NULL : unified; /* there is no cpuacct in cgroup v2 */
        if (!found)
            continue;
        const int len = snprintf(t->cgroups + used, sizeof t->cgroups - used, "%s=%.*s", names[i],
                                 (int)strcspn(found, "\n"), found);
        if (len < 0 || used + (uint32_t)len + 1 > sizeof t->cgroups)
            break;
        used += (uint32_t)len + 1;
    }
    thread->cgroups = text(t->cgroups, used);
}

/* The name, which may hold anything, and the fields that follow its last ')'. */
static void read_stat(int dir, struct rt_proc_texts *t, struct rt_thread *thread)
{
    unsigned long long minor = 0, major = 0, start = 0;
    int tty = 0, sid = 0, pgid = 0;
    unsigned flags = 0;

    rt_proc_read(dir, "stat", t->stat, sizeof t->stat);
    t->is_kernel = false;
    const char *name = strchr(t->stat, '('), *after = strrchr(t->stat, ')');
    if (!name || !after || after < name)
        return;
    snprintf(thread->comm, sizeof thread->comm, "%.*s",
             (int)(after - name - 1 < RT_COMM_SIZE ? after - name - 1 : RT_COMM_SIZE - 1),
             name + 1);
    if (sscanf(after + 1,
               " %*c %*d %d %d %d %*d %u %llu %*u %llu %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu",
               &pgid, &sid, &tty, &flags, &minor, &major, &start) != 7)
        return;
    t->is_kernel = flags & KERNEL_THREAD;
    thread->pgid = pgid;
    thread->sid = sid;
    thread->tty = (uint32_t)tty;
    thread->pf_minor = minor;
    thread->pf_major = major;
    thread->clone_time_ns =
        rt_boot_time_ns() + start * (NS_PER_SECOND / (uint64_t)sysconf(_SC_CLK_TCK));
}

static void read_limits(int dir, struct rt_thread *thread)
{
    char limits[STATUS_SIZE];
    static const char key[] = "Max open files";

    rt_proc_read(dir, "limits", limits, sizeof limits);
    const char *line = strstr(limits, key);
    if (line)
        thread->fd_limit = strtoull(line + sizeof key - 1, NULL, 10);
}

static bool read_status(int dir, struct rt_proc_texts *t, struct rt_thread *thread)
{
    const char *s = t->status;

    if (rt_proc_read(dir, "status", t->status, sizeof t->status) == 0)
        return false;
    thread->pid = number_of(s, "Tgid");
    thread->ptid = number_of(s, "PPid");
    thread->vtid = nth_of(s, "NSpid", INT_MAX);
    thread->vpid = nth_of(s, "NStgid", INT_MAX);
    thread->vpgid = nth_of(s, "NSpgid", INT_MAX);
    thread->uid = (uint32_t)nth_of(s, "Uid", 1);
    thread->gid = (uint32_t)nth_of(s, "Gid", 1);
    thread->cap_inheritable = hex_of(s, "CapInh");
    thread->cap_permitted = hex_of(s, "CapPrm");
    thread->cap_effective = hex_of(s, "CapEff");
    thread->vm_size_kb = (uint32_t)number_of(s, "VmSize");
    thread->vm_rss_kb = (uint32_t)number_of(s, "VmRSS");
    thread->vm_swap_kb = (uint32_t)number_of(s, "VmSwap");
    if (thread->tid != thread->pid)
        thread->clone_flags |= CLONE_THREAD | CLONE_FILES;
    if (thread->vtid != thread->tid)
        thread->clone_flags |= CHILD_IN_PIDNS;
    return true;
}

struct rt_proc_texts *rt_proc_texts_create(void)
{
    return calloc(1, sizeof(struct rt_proc_texts));
}

/* What all threads of a process have in common; as `leader` has it, if that is not NULL. */
static void read_process(int dir, struct rt_proc_texts *t, struct rt_thread *thread,
                         const struct rt_thread *leader)
{
    struct stat init;

    if (!leader || thread->uid != leader->uid || thread->gid != leader->gid ||
        thread->cap_effective != leader->cap_effective) {
        thread->exe = thread->args = thread->env = thread->exepath = text("", 0);
        if (!t->is_kernel) {
            read_command_line(dir, t, thread);
            read_env(dir, t, thread);
            read_exe(dir, t, thread);
        }
        read_limits(dir, thread);
        if (fstatat(dir, "root/proc/1/cmdline", &init, 0) == 0)
            thread->pidns_start_ns = time_ns(&init.st_ctim);
        return;
    }
    thread->exe = leader->exe;
    thread->args = leader->args;
    thread->env = leader->env;
    thread->exepath = leader->exepath;
    thread->exe_ino = leader->exe_ino;
    thread->exe_ctime_ns = leader->exe_ctime_ns;
    thread->exe_mtime_ns = leader->exe_mtime_ns;
    thread->flags |= leader->flags & (RT_THREAD_EXE_FROM_MEMFD | RT_THREAD_EXE_WRITABLE);
    thread->fd_limit = leader->fd_limit;
    thread->pidns_start_ns = leader->pidns_start_ns;
}

bool rt_proc_read_thread(int dir, int64_t tid, const struct rt_thread *leader,
                         struct rt_proc_texts *t, struct rt_thread *thread)
{
    char number[32];

    *thread = (struct rt_thread){.tid = tid, .pgid = -1, .sid = -1};
    if (!read_status(dir, t, thread))
        return false;
    read_stat(dir, t, thread);
    read_process(dir, t, thread, leader && leader->pid == thread->pid ? leader : NULL);
    read_cgroups(dir, t, thread);
    uint32_t len = rt_proc_link(dir, "cwd", t->cwd, PATH_MAX);
    if (len > 0 && t->cwd[len - 1] != '/') {
        t->cwd[len++] = '/';
        t->cwd[len] = '\0';
    }
    thread->cwd = text(t->cwd, len);
    len = rt_proc_link(dir, "root", t->root, sizeof t->root);
    thread->root = len > 0 ? text(t->root, len) : text("/", 1);
    rt_proc_read(dir, "loginuid", number, sizeof number);
    thread->loginuid = *number ? (uint32_t)strtoul(number, NULL, 10) : UINT32_MAX;
    return true;
}

bool rt_proc_has_one_thread(const struct rt_proc_texts *texts)
{
    return number_of(texts->status, "Threads") == 1;
}

bool rt_proc_is_kernel(const struct rt_proc_texts *texts)
{
    return texts->is_kernel;
}
