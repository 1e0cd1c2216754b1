/* How long a detection takes in the running kernel. See bench.h.
 *
 * One more rule is built into the agent: a file that only we know is opened. We open it, again and
 * again, and read the agent's alerts from a pipe. An alert tells the event's time, which the kernel
 * took at the end of the system call; what has passed since when the alert can be read is the
 * latency. Nothing waits for the name of a container: we may be in one that no runtime here knows,
 * and then our first alert would be kept back for as long as that may take.
 */
#include "bench/bench.h"

#include "base/diag.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MARK      "rulec-bench-probe "
#define START_MS  30000 /* for the agent, to see the first event */
#define ANSWER_MS 1000  /* for an alert */
#define PAUSE_NS  1000000
#define A_SECOND  950 /* detections, with the pauses */

struct live {
    struct rc_bench *bench;
    const char *probe, *errors; /* the file that is opened; what the agent says */
    pid_t agent;                /* 0: none */
    int alerts;                 /* the pipe; -1: closed */
    char buffer[1u << 16];
    size_t len;
    double *latencies; /* microseconds, n of size */
    uint32_t n, size, lost;
};

static uint64_t now_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static void wait_ns(long ns)
{
    nanosleep(&(struct timespec){.tv_nsec = ns}, NULL);
}

/* Where the calling process is to run. */
static void stay_on(long processor)
{
    cpu_set_t set;

    CPU_ZERO(&set);
    CPU_SET((size_t)processor, &set);
    sched_setaffinity(0, sizeof set, &set);
}

/* --- the agent --- */

static bool write_probe_rule(struct live *live, const char *path)
{
    FILE *file = fopen(path, "we");

    if (!file)
        return false;
    fprintf(file,
            "- rule: rulec bench probe\n"
            "  desc: The file that rulec bench opens\n"
            "  condition: evt.type in (open, openat, openat2) and fd.name = \"%s\"\n"
            "  output: \"" MARK "%%evt.rawtime\"\n"
            "  priority: CRITICAL\n",
            live->probe);
    return fclose(file) == 0;
}

/* The agent for the set's rules and our own. */
static int build(struct live *live, struct rc_bench_set *set)
{
    struct rc_arena *arena = live->bench->arena;
    const char **rules = rc_arena_array(arena, set->nrules + 1, sizeof *rules);
    const char *probe_rule = rc_arena_printf(arena, "%s/probe.yaml", live->bench->dir);

    for (uint32_t i = 0; i < set->nrules; i++)
        rules[i] = set->rules[i];
    rules[set->nrules] = probe_rule;
    set->live =
        rc_arena_printf(arena, "%s/live%u", live->bench->dir, (unsigned)(set - live->bench->sets));
    if (!write_probe_rule(live, probe_rule)) {
        fprintf(stderr, "rulec bench: cannot write %s: %s\n", probe_rule, strerror(errno));
        return -1;
    }
    return rc_bench_build(live->bench, rules, set->nrules + 1, RC_EMIT_AGENT, set->live, NULL,
                          NULL);
}

static int start(struct live *live, const char *agent)
{
    const char *const argv[] = {agent, "--rule-matching", "all", "--container-wait", "0", NULL};
    posix_spawn_file_actions_t actions;
    int ends[2], error;

    if (pipe2(ends, O_CLOEXEC) != 0) {
        fprintf(stderr, "rulec bench: no pipe: %s\n", strerror(errno));
        return -1;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, live->errors,
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    error = posix_spawn(&live->agent, agent, &actions, NULL, (char *const *)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    live->alerts = ends[0];
    if (error == 0)
        return 0;
    live->agent = 0;
    fprintf(stderr, "rulec bench: cannot run %s: %s\n", agent, strerror(error));
    return -1;
}

static void stop(struct live *live)
{
    if (live->agent > 0) {
        kill(live->agent, SIGTERM);
        /* It delivers what waits before it ends: somebody must read that. */
        while (read(live->alerts, live->buffer, sizeof live->buffer) > 0)
            ;
        waitpid(live->agent, NULL, 0);
    }
    if (live->alerts >= 0)
        close(live->alerts);
    live->agent = 0;
    live->alerts = -1;
    unlink(live->probe);
}

/* The first line that the agent said, as the reason why there is nothing to measure. */
static void print_reason(const struct live *live)
{
    char line[512] = "it ended";
    FILE *file = fopen(live->errors, "re");

    if (file && fgets(line, sizeof line, file))
        line[strcspn(line, "\n")] = '\0';
    if (file)
        fclose(file);
    fprintf(stderr, "rulec bench: the agent cannot watch this kernel: %s\n", line);
}

/* --- a detection --- */

/* The time in the next line of the buffer that is ours; 0: none is whole yet. */
static uint64_t take_probe(struct live *live)
{
    for (;;) {
        char *end = memchr(live->buffer, '\n', live->len), *mark;
        uint64_t time = 0;
        size_t len;

        if (!end)
            break;
        *end = '\0';
        mark = strstr(live->buffer, MARK);
        if (mark)
            time = strtoull(mark + strlen(MARK), NULL, 10);
        len = (size_t)(end + 1 - live->buffer);
        live->len -= len;
        memmove(live->buffer, end + 1, live->len);
        if (time > 0)
            return time;
    }
    if (live->len == sizeof live->buffer)
        live->len = 0; /* a line of that length is not ours */
    return 0;
}

/* Waits for the alert on what was opened at `since` or later. The latency in microseconds; 0: none
 * came; -1: the agent is gone. */
static double await(struct live *live, uint64_t since, uint64_t most_ms)
{
    const uint64_t deadline = now_ns(CLOCK_MONOTONIC) + 1000000 * most_ms;

    for (;;) {
        const uint64_t time = take_probe(live);
        struct pollfd poll_alerts = {.fd = live->alerts, .events = POLLIN};
        const uint64_t now = now_ns(CLOCK_MONOTONIC);
        ssize_t n;

        if (time >= since)
            return (double)(now_ns(CLOCK_REALTIME) - time) / 1000;
        if (time > 0)
            continue; /* the alert on one that was given up */
        if (now >= deadline)
            return 0;
        if (poll(&poll_alerts, 1, (int)((deadline - now) / 1000000) + 1) <= 0)
            continue;
        n = read(live->alerts, live->buffer + live->len, sizeof live->buffer - live->len);
        if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
            return -1;
        live->len += n > 0 ? (size_t)n : 0;
    }
}

/* Opens the file; the time before. A little earlier, so that clocks need not agree to the last
 * microsecond. */
static uint64_t open_probe(const struct live *live)
{
    const uint64_t before = now_ns(CLOCK_REALTIME) - PAUSE_NS / 2;
    const int fd = open(live->probe, O_RDONLY | O_CLOEXEC);

    if (fd >= 0)
        close(fd);
    return before;
}

/* Until the first alert comes. Milliseconds since `begin`; -1: the agent is gone or says nothing.
 */
static double first_detection(struct live *live, uint64_t begin)
{
    double latency = 0;

    while (latency == 0 && now_ns(CLOCK_MONOTONIC) - begin < START_MS * UINT64_C(1000000))
        latency = await(live, open_probe(live), 2);
    return latency > 0 ? (double)(now_ns(CLOCK_MONOTONIC) - begin) / 1e6 : -1;
}

/* --- load --- */

/* Opens and closes files as fast as it can, on another processor than ours. */
static pid_t start_load(long processor)
{
    const pid_t parent = getpid(), pid = fork();

    if (pid != 0)
        return pid;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(0);
    stay_on(processor);
    for (;;) {
        const int fd = open("/etc/hostname", O_RDONLY | O_CLOEXEC);

        if (fd >= 0)
            close(fd);
    }
}

/* --- both phases --- */

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static json_t *phase(struct live *live, bool load)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    const pid_t loader = load ? start_load(processors - 1) : 0;
    cpu_set_t before;
    const uint64_t end = now_ns(CLOCK_MONOTONIC) + live->bench->live_seconds * UINT64_C(1000000000);
    double latency = 0;

    live->n = live->lost = 0;
    sched_getaffinity(0, sizeof before, &before);
    if (load)
        stay_on(0);
    while (latency >= 0 && live->n < live->size && now_ns(CLOCK_MONOTONIC) < end) {
        wait_ns(PAUSE_NS);
        latency = await(live, open_probe(live), ANSWER_MS);
        if (latency > 0)
            live->latencies[live->n++] = latency;
        else
            live->lost++;
    }
    sched_setaffinity(0, sizeof before, &before);
    if (loader > 0) {
        kill(loader, SIGKILL);
        waitpid(loader, NULL, 0);
    }
    if (latency < 0)
        return NULL;
    qsort(live->latencies, live->n, sizeof *live->latencies, ascending);
    return json_pack("{s:I, s:I, s:o, s:o}", "detections", (json_int_t)live->n, "lost",
                     (json_int_t)live->lost, "microseconds",
                     rc_bench_percentiles(live->latencies, live->n), "histogram",
                     rc_bench_histogram(live->latencies, live->n));
}

/* Bytes of the agent's memory by the name that smaps_rollup has for them. */
static double memory(const struct live *live, const char *name)
{
    char path[64], line[256];
    double kib = 0;
    FILE *file;

    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)live->agent);
    file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, name, strlen(name)) == 0)
            kib = strtod(line + strlen(name), NULL);
    }
    if (file)
        fclose(file);
    return 1024 * kib;
}

static json_t *measure(struct live *live, const char *agent)
{
    const uint64_t begin = now_ns(CLOCK_MONOTONIC);
    json_t *idle = NULL, *load = NULL;
    double first;

    if (start(live, agent) != 0)
        return NULL;
    first = first_detection(live, begin);
    if (first >= 0)
        idle = phase(live, false);
    const double resident = memory(live, "Rss:"), pss = memory(live, "Pss:");
    if (idle)
        load = phase(live, true);
    if (load)
        return json_pack("{s:o, s:o, s:f, s:f, s:f}", "idle", idle, "load", load,
                         "first_detection_ms", first, "resident_bytes", resident, "pss_bytes", pss);
    json_decref(idle);
    print_reason(live);
    return NULL;
}

json_t *rc_bench_live(struct rc_bench *bench, struct rc_bench_set *set)
{
    struct live *live = calloc(1, sizeof *live);
    json_t *result = NULL;
    char dir[PATH_MAX];

    /* The name that the kernel gives to the file. */
    if (!live || !realpath(bench->dir, dir))
        RC_BUG("no memory, or no directory");
    live->bench = bench;
    live->alerts = -1;
    live->probe = rc_arena_printf(bench->arena, "%s/probe", dir);
    live->errors = rc_arena_printf(bench->arena, "%s/errors", dir);
    live->size = bench->live_seconds * A_SECOND;
    live->latencies = rc_arena_array(bench->arena, live->size, sizeof *live->latencies);
    if (build(live, set) == 0) {
        const int probe = open(live->probe, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

        if (probe >= 0)
            close(probe);
        result = measure(live, set->live);
        stop(live);
    }
    free(live);
    return result;
}
