/* What many threads cost the state, and what it does when there is no room for more.
 *
 *     bench_threads [THREADS]
 *
 * Fills a state with threads (100,000 unless told), four to a process, each process with a command
 * line, an environment and a program of its own: memory by thread is what the process' resident set
 * grew by, time is CPU time of adding one and of looking one up at random, at each size. Then as
 * many again are added to a state that is full. Exit status 1: what did not fit was not counted, or
 * what was there is not there any more.
 */
#include "state/state.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define THREADS_A_PROCESS 4
#define LOOK_UPS          1000000

static double cpu_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static uint64_t resident_bytes(void)
{
    FILE *file = fopen("/proc/self/statm", "re");
    unsigned long pages = 0;

    if (!file || fscanf(file, "%*u %lu", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static struct rt_str text_of(const char *data, size_t len)
{
    return (struct rt_str){.data = data, .len = (uint32_t)len};
}

/* The i-th thread; 0, or what the state says. */
static int add(struct rt_state *state, uint32_t i)
{
    const int64_t tid = 10 + (int64_t)i, pid = 10 + (int64_t)(i - i % THREADS_A_PROCESS);
    char exe[64], args[128], env[512];
    struct rt_thread thread = {.tid = tid,
                               .pid = pid,
                               .ptid = 1,
                               .vtid = tid,
                               .vpid = pid,
                               .sid = pid,
                               .pgid = pid,
                               .vpgid = pid,
                               .comm = "worker"};
    const int exe_len = snprintf(exe, sizeof exe, "/usr/lib/service-%" PRId64 "/worker", pid);
    const int args_len = snprintf(
        args, sizeof args, "--listen=127.0.0.1:%u%c--name=service-%" PRId64, i % 60000, 0, pid);
    const int env_len = snprintf(
        env, sizeof env, "PATH=/usr/local/bin:/usr/bin:/bin%cHOME=/root%cSERVICE=service-%" PRId64,
        0, 0, pid);

    thread.exe = thread.exepath = text_of(exe, (size_t)exe_len);
    thread.args = text_of(args, (size_t)args_len + 1);
    thread.env = text_of(env, (size_t)env_len + 1);
    thread.cwd = thread.root = text_of("/", 1);
    return rt_state_add_thread(state, &thread);
}

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* CPU time of one look-up, of a thread that is there; *missing counts those that are not. */
static double look_up_ns(const struct rt_state *state, uint32_t n, uint64_t *missing)
{
    uint64_t seed = 88172645463325252;
    const double begin = cpu_ns();

    for (uint32_t i = 0; i < LOOK_UPS; i++)
        *missing += !rt_state_thread(state, 10 + (int64_t)(next_random(&seed) % n));
    return (cpu_ns() - begin) / LOOK_UPS;
}

/* A state of that many threads, all there is room for, and a row about it. */
static struct rt_state *fill(uint32_t n, uint64_t *missing)
{
    const struct rt_state_limits limits = {.threads = n};
    struct rt_state *state;
    uint64_t before;
    double begin, adding;

    if (rt_state_create(&state, &limits) != 0) {
        fprintf(stderr, "bench_threads: no memory\n");
        exit(1);
    }
    before = resident_bytes();
    begin = cpu_ns();
    for (uint32_t i = 0; i < n; i++) {
        if (add(state, i) != 0) {
            fprintf(stderr, "bench_threads: no room for thread %u of %u\n", i, n);
            exit(1);
        }
    }
    adding = (cpu_ns() - begin) / n;
    printf("| %9u | %14.0f | %10.0f | %12.1f |\n", n, (double)(resident_bytes() - before) / n,
           adding, look_up_ns(state, n, missing));
    return state;
}

/* As many again, each in the place of another. Returns whether all that went was counted. */
static bool overfill(struct rt_state *state, uint32_t n)
{
    const double begin = cpu_ns();
    struct rt_state_stats stats;
    uint64_t refused = 0;

    for (uint32_t i = 0; i < n; i++)
        refused += add(state, n + i) != 0;
    rt_state_stats(state, &stats);
    printf("\n%u more into a full state: %" PRIu64 " refused, %" PRIu64
           " forgotten for them, all counted; %.0f ns each; %" PRIu64 " are there\n",
           n, stats.threads_refused, stats.threads_evicted, (cpu_ns() - begin) / n, stats.threads);
    return stats.threads_refused == refused && refused + stats.threads_evicted == n &&
           stats.threads == n;
}

int main(int argc, char **argv)
{
    const long most = argc > 1 ? strtol(argv[1], NULL, 10) : 100000;
    struct rt_state *state = NULL;
    uint64_t missing = 0;
    bool good;

    if (argc > 2 || most < 1000 || most > 4000000) {
        fprintf(stderr, "usage: bench_threads [THREADS], 1000 to 4000000\n");
        return 2;
    }
    printf("|   threads | bytes a thread | ns to add  | ns to find   |\n");
    printf("| --------: | -------------: | ---------: | -----------: |\n");
    for (long n = most / 100; n <= most; n *= 10) {
        if (state)
            rt_state_destroy(state);
        state = fill((uint32_t)n, &missing);
    }
    good = overfill(state, (uint32_t)most);
    rt_state_destroy(state);
    if (missing > 0)
        printf("%" PRIu64 " threads were not found\n", missing);
    return good && missing == 0 ? 0 : 1;
}
