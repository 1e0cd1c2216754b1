/* Descriptors received over unix sockets. See passed.h. */
#include "passed.h"

#include "live.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#define FILES_A_SECOND   2000u
#define SOCKETS_A_SECOND 20u /* each reads the tables of all sockets */

static bool has_time(struct rt_passed *passed)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    if ((uint64_t)now.tv_sec != passed->second) {
        passed->second = (uint64_t)now.tv_sec;
        passed->files = passed->sockets = 0;
    }
    return passed->files < FILES_A_SECOND;
}

static void on_passed(void *context, const struct rt_thread *thread, int64_t number)
{
    struct rt_passed *passed = context;
    char path[64];
    int dir;

    if (!has_time(passed)) {
        passed->skipped++;
        return;
    }
    passed->files++;
    snprintf(path, sizeof path, "/proc/%lld", (long long)thread->pid);
    dir = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (dir < 0)
        return;
    if (!rt_proc_is_socket(dir, number)) {
        rt_proc_scan_fd(passed->state, dir, thread->pid, number, NULL, rt_state_add_fd);
    } else if (passed->sockets < SOCKETS_A_SECOND) {
        struct rt_sockets *sockets = rt_sockets_create();
        passed->sockets++;
        if (sockets)
            rt_proc_scan_fd(passed->state, dir, thread->pid, number, sockets, rt_state_add_fd);
        rt_sockets_destroy(sockets);
    } else {
        passed->skipped++;
    }
    close(dir);
}

void rt_passed_open(struct rt_passed *passed, struct rt_state *state)
{
    *passed = (struct rt_passed){.state = state};
    rt_state_watch_passed_fds(state, on_passed, passed);
}
