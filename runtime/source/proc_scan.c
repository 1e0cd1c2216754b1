/* All threads that /proc shows. See live.h.
 *
 * To read a process is a matter of system calls, a hundred or so, and of nothing else; where there
 * are several processors several threads share the processes out among them. What they find goes
 * into the state one at a time.
 */
#include "live.h"

#include "../thread.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_HELPERS   3
#define A_HELPER_READS 16 /* processes at least, or it is not worth it */

/* --- when what was read --- */

int rt_seen_note(struct rt_seen_list *seen, int64_t tid)
{
    if (seen->n == seen->room) {
        const uint32_t room = seen->room ? 2 * seen->room : 1024;
        struct rt_seen *items = realloc(seen->items, room * sizeof *items);
        if (!items)
            return -ENOMEM;
        seen->items = items;
        seen->room = room;
    }
    seen->items[seen->n++] = (struct rt_seen){.tid = tid, .time_ns = rt_now_ns()};
    return 0;
}

static int by_tid(const void *left, const void *right)
{
    const struct rt_seen *a = left, *b = right;

    if (a->tid != b->tid)
        return (a->tid > b->tid) - (a->tid < b->tid);
    return (a->time_ns > b->time_ns) - (a->time_ns < b->time_ns);
}

void rt_seen_sort(struct rt_seen_list *seen)
{
    uint32_t n = 0;

    if (seen->n > 0)
        qsort(seen->items, seen->n, sizeof *seen->items, by_tid);
    for (uint32_t i = 0; i < seen->n; i++) { /* of those that were read twice, the last time */
        if (i + 1 == seen->n || seen->items[i].tid != seen->items[i + 1].tid)
            seen->items[n++] = seen->items[i];
    }
    seen->n = n;
}

uint64_t rt_seen_time(const struct rt_seen_list *seen, int64_t tid)
{
    uint32_t low = 0, high = seen->n;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (seen->items[middle].tid < tid)
            low = middle + 1;
        else
            high = middle;
    }
    return low < seen->n && seen->items[low].tid == tid ? seen->items[low].time_ns : 0;
}

/* --- the scan --- */

/* What the threads share. */
struct scan {
    int proc;      /* /proc, open */
    int64_t *pids; /* n of them; owned */
    uint32_t n;
    pthread_mutex_t lock; /* of all that follows */
    struct rt_state *state;
    struct rt_seen_list *seen;
    struct rt_sockets *sockets;
    uint32_t next; /* the first that nobody has taken yet */
    int result;    /* negative errno: no memory */
};

/* What each has of its own. */
struct helper {
    struct scan *scan;
    struct rt_proc_texts *texts;
    struct rt_thread leader; /* of the process that is read; tid 0: none */
    pthread_t thread;
};

/* Reads a thread from its folder, and of a process' first one its files too. False: no memory. */
static bool scan_thread(struct helper *helper, int folder, const char *name)
{
    struct scan *scan = helper->scan;
    const int64_t tid = strtoll(name, NULL, 10);
    const int dir = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const struct rt_thread *leader = helper->leader.tid ? &helper->leader : NULL;
    struct rt_thread thread;

    if (dir < 0)
        return true;
    pthread_mutex_lock(&scan->lock);
    const bool noted = rt_seen_note(scan->seen, tid) == 0;
    pthread_mutex_unlock(&scan->lock);
    if (noted && rt_proc_read_thread(dir, tid, leader, helper->texts, &thread)) {
        pthread_mutex_lock(&scan->lock);
        rt_state_add_thread(scan->state, &thread);
        pthread_mutex_unlock(&scan->lock);
        if (thread.tid == thread.pid) {
            helper->leader = thread;
            if (!rt_proc_is_kernel(helper->texts))
                rt_proc_scan_fds(scan->state, dir, tid, scan->sockets, &scan->lock);
        }
    }
    close(dir);
    return noted;
}

/* All threads of a process but the first, by its number in `not_this`. */
static bool scan_tasks(struct helper *helper, int folder, const char *not_this)
{
    DIR *dir = fdopendir(folder);
    const struct dirent *entry;
    bool good = true;

    if (!dir) {
        close(folder);
        return true;
    }
    while (good && (entry = readdir(dir))) {
        if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9' &&
            strcmp(entry->d_name, not_this) != 0)
            good = scan_thread(helper, dirfd(dir), entry->d_name);
    }
    closedir(dir);
    return good;
}

/* A thread that is made from now on has an event of its own. */
static bool scan_process(struct helper *helper, int64_t pid)
{
    char name[24], path[40];

    helper->leader.tid = 0;
    snprintf(name, sizeof name, "%lld", (long long)pid);
    if (!scan_thread(helper, helper->scan->proc, name))
        return false;
    if (helper->leader.tid && rt_proc_has_one_thread(helper->texts))
        return true;
    snprintf(path, sizeof path, "%s/task", name);
    const int tasks = openat(helper->scan->proc, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return tasks < 0 || scan_tasks(helper, tasks, name);
}

/* The next process that nobody has taken; 0: there is none. */
static int64_t take_process(struct scan *scan)
{
    int64_t pid = 0;

    pthread_mutex_lock(&scan->lock);
    if (scan->result == 0 && scan->next < scan->n)
        pid = scan->pids[scan->next++];
    pthread_mutex_unlock(&scan->lock);
    return pid;
}

static void *help(void *context)
{
    struct helper *helper = context;
    struct scan *scan = helper->scan;

    for (int64_t pid; (pid = take_process(scan)) != 0;) {
        if (scan_process(helper, pid))
            continue;
        pthread_mutex_lock(&scan->lock);
        scan->result = -ENOMEM;
        pthread_mutex_unlock(&scan->lock);
    }
    return NULL;
}

/* As many as there are processors and processes for. */
static uint32_t open_helpers(struct scan *scan, struct helper *helpers)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    uint32_t n = 0;

    while (n < MOST_HELPERS && n + 1 < processors && (n + 1) * A_HELPER_READS < scan->n) {
        helpers[n] = (struct helper){.scan = scan, .texts = rt_proc_texts_create()};
        if (!helpers[n].texts || rt_thread_start(&helpers[n].thread, help, &helpers[n]) != 0) {
            free(helpers[n].texts);
            break;
        }
        n++;
    }
    return n;
}

/* Reads all processes, this one first: the helpers, which end without an event, are none of its
 * threads yet. */
static int scan_all(struct scan *scan)
{
    struct helper mine = {.scan = scan, .texts = rt_proc_texts_create()}, helpers[MOST_HELPERS];

    if (!mine.texts || !scan_process(&mine, getpid())) {
        free(mine.texts);
        return -ENOMEM;
    }
    const uint32_t n = open_helpers(scan, helpers);
    help(&mine);
    for (uint32_t i = 0; i < n; i++) {
        pthread_join(helpers[i].thread, NULL);
        free(helpers[i].texts);
    }
    free(mine.texts);
    return scan->result;
}

/* All numbers in /proc but that of this process. */
static int list_processes(struct scan *scan)
{
    DIR *dir = opendir("/proc");
    const struct dirent *entry;
    uint32_t room = 0;

    if (!dir)
        return -errno;
    while ((entry = readdir(dir))) {
        const int64_t pid = strtoll(entry->d_name, NULL, 10);
        if (pid <= 0 || pid == getpid())
            continue;
        if (scan->n == room) {
            room = room ? 2 * room : 256;
            int64_t *pids = realloc(scan->pids, room * sizeof *pids);
            if (!pids) {
                closedir(dir);
                return -ENOMEM;
            }
            scan->pids = pids;
        }
        scan->pids[scan->n++] = pid;
    }
    closedir(dir);
    return 0;
}

int rt_proc_scan(struct rt_state *state, struct rt_seen_list *seen)
{
    struct scan scan = {.proc = -1,
                        .state = state,
                        .seen = seen,
                        .lock = PTHREAD_MUTEX_INITIALIZER,
                        .sockets = rt_sockets_create()};
    int result = scan.sockets ? list_processes(&scan) : -ENOMEM;

    if (result == 0) {
        scan.proc = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        result = scan.proc < 0 ? -errno : scan_all(&scan);
    }
    if (result == 0)
        rt_seen_sort(seen);
    if (scan.proc >= 0)
        close(scan.proc);
    rt_sockets_destroy(scan.sockets);
    free(scan.pids);
    return result;
}
