/* Usage, from /proc. See usage.h. */
#include "usage.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define TEXT_SIZE 16384

/* The beginning of a file, NUL-terminated; "" if it cannot be read. */
static void read_text(const char *path, char *out, size_t size)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t len = fd >= 0 ? read(fd, out, size - 1) : 0;

    out[len > 0 ? len : 0] = '\0';
    if (fd >= 0)
        close(fd);
}

/* The number behind a name at the beginning of a line; 0: it is not there. */
static uint64_t number_of(const char *text, const char *name)
{
    const size_t len = strlen(name);

    while (text && strncmp(text, name, len) != 0) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    return text ? strtoull(text + len, NULL, 10) : 0;
}

/* Field number `wanted` (from 3) of /proc/self/stat, behind the name, which may hold anything. */
static uint64_t stat_field(const char *text, int wanted)
{
    const char *at = strrchr(text, ')');

    for (int field = 3; at && field <= wanted; field++) {
        at = strchr(at, ' ');
        if (!at)
            break;
        at++;
        if (field == wanted)
            return strtoull(at, NULL, 10);
    }
    return 0;
}

static void read_agent(struct rt_usage *usage, char *text)
{
    const double ticks = (double)sysconf(_SC_CLK_TCK);
    struct timespec now;
    double age;

    read_text("/proc/self/stat", text, TEXT_SIZE);
    usage->cpu_seconds = (double)(stat_field(text, 14) + stat_field(text, 15)) / ticks;
    clock_gettime(CLOCK_BOOTTIME, &now);
    age = (double)now.tv_sec + (double)now.tv_nsec / 1e9 - (double)stat_field(text, 22) / ticks;
    usage->cpu_percent = age > 0 ? 100 * usage->cpu_seconds / age : 0;
    read_text("/proc/self/status", text, TEXT_SIZE);
    usage->rss_kb = number_of(text, "VmRSS:");
    usage->vsz_kb = number_of(text, "VmSize:");
    read_text("/proc/self/smaps_rollup", text, TEXT_SIZE);
    usage->pss_kb = number_of(text, "Pss:");
}

static void read_host(struct rt_usage *usage, char *text)
{
    uint64_t times[8] = {0}, all = 0;
    char *at;

    read_text("/proc/stat", text, TEXT_SIZE);
    at = text + strcspn(text, " ");
    for (int i = 0; i < 8; i++) {
        times[i] = strtoull(at, &at, 10);
        all += times[i];
    }
    usage->host_cpu_percent = all > 0 ? 100.0 - 100.0 * (double)times[3] / (double)all : 0;
    /* The line of interrupts may be longer than anything else here. */
    at = strstr(text, "\nprocs_running ");
    usage->host_running = at ? number_of(at + 1, "procs_running ") : 0;
    if (!at) {
        read_text("/proc/loadavg", text, TEXT_SIZE);
        for (int i = 0; i < 3; i++) {
            at = strchr(text, ' ');
            if (at)
                memmove(text, at + 1, strlen(at));
        }
        usage->host_running = strtoull(text, NULL, 10);
    }
    read_text("/proc/meminfo", text, TEXT_SIZE);
    usage->host_memory_kb = number_of(text, "MemTotal:") - number_of(text, "MemFree:") -
                            number_of(text, "Buffers:") - number_of(text, "Cached:");
    read_text("/proc/sys/fs/file-nr", text, TEXT_SIZE);
    usage->host_open_files = strtoull(text, NULL, 10);
}

/* As the agent sees its own group; at the root there is no such file. */
static void read_container(struct rt_usage *usage, char *text)
{
    static const char *const paths[] = {"/sys/fs/cgroup/memory.current",
                                        "/sys/fs/cgroup/memory/memory.usage_in_bytes"};

    for (size_t i = 0; i < sizeof paths / sizeof paths[0] && usage->container_bytes == 0; i++) {
        read_text(paths[i], text, TEXT_SIZE);
        usage->container_bytes = strtoull(text, NULL, 10);
    }
}

void rt_usage_read(struct rt_usage *usage)
{
    char text[TEXT_SIZE];

    *usage = (struct rt_usage){0};
    read_agent(usage, text);
    read_host(usage, text);
    read_container(usage, text);
}
