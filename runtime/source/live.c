/* The live kernel as a source of events.
 *
 * rt_live_open loads the capture programs (bpf/capture.bpf.c) with a table of the system calls that
 * are wanted: those of events that rules look at, and those that change what is known about
 * processes and files. start() first attaches them and then reads the start state from /proc, so
 * that nothing falls between the two; what happens meanwhile waits in the ring buffer. Most events
 * may be applied to a state that holds their effect already. Only a change of directory may not (a
 * relative one would count twice): one from before its thread was read is left out.
 *
 * Events come in the order in which the kernel put them into the one ring buffer, which is that of
 * cause and effect; their times can differ from it by less than the time an event takes to write.
 * The kernel side wakes this one when an event comes and all before were read, so that an alert
 * leaves at once on a machine where little happens, and nothing runs while nothing happens. Where
 * much happens, a switch between processes for each event would cost more than the event: after
 * WAKES_A_WINDOW times in a window it naps instead, NAP_NS at a time, which then is the most that
 * an alert is late.
 *
 * The agent's own events are not captured.
 */
#include "live.h"
#include "doubt.h"
#include "live_counts.h"
#include "live_guard.h"
#include "live_table.h"
#include "passed.h"
#include "programs.h"
#include "ring.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "../../bpf/recipe.h"
#include "../thread.h"
#include "capture.skel.h"

#define WAKES_A_WINDOW 10
#define WINDOW_NS      (10 * NS_PER_MS)
#define NAP_NS         500000
#define SETTLE_NS      (5 * NS_PER_MS)
/* For each CPU. Each page of the ring counts twice as memory of the agent, once it was touched; a
 * filter leaves little to wait there. */
#define RING_FILTERED  (1u << 20)
#define RING_WHOLE     (4u << 20)
#define RING_MAX       (128u << 20)
#define NS_PER_SECOND  UINT64_C(1000000000)
#define NS_PER_MS      UINT64_C(1000000)

struct live {
    struct rt_source source;
    struct rt_programs loaded;
    struct capture_bpf *programs; /* of these */
    struct rt_ring ring;
    int epoll;          /* on the ring buffer's fd; -1: none */
    uint64_t window_ns; /* begin of the present window of wakes */
    uint32_t wakes;     /* in it */
    struct rt_live_counts counts;
    uint8_t kinds[EV__COUNT]; /* enum loss, by event */
    bool stopped;             /* nothing is added to the ring any more */
    uint64_t empty_ns;        /* then: since when nothing could be read; 0: something was */
    struct rt_source_stats stats;
    struct rt_seen_list seen;
    struct rt_passed passed;
    struct rt_doubt doubt;
    struct rt_filter_walk walk; /* of the filter */
    enum rt_filtering filtering;
    uint64_t scanned_ns; /* end of the scan; older events may be in it */
};

/* --- loading --- */

static uint32_t ring_size(int ncpus, enum rt_filtering filtering)
{
    const uint32_t each = filtering == RT_FILTERING_ON ? RING_FILTERED : RING_WHOLE;
    uint32_t size = 2 * each;

    while (size < RING_MAX && size < each * (uint64_t)ncpus)
        size *= 2;
    return size;
}

static int fail(char *out, size_t size, int error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static int fail(char *out, size_t size, int error, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(out, size, format, args);
    va_end(args);
    return error;
}

/* The table of the filter's walk, which takes as long as to open the programs: both are done at a
 * time. */
struct walk_job {
    struct rt_filter_walk *walk;
    const struct rt_filter *filter; /* NULL: there is nothing to do */
    int result;
};

static void *make_walk(void *context)
{
    struct walk_job *job = context;

    job->result = rt_filter_walk_open(job->walk, job->filter);
    return NULL;
}

/* What went wrong is in *walk_result, or is the result. */
static int open_programs(struct live *live, const struct rt_filter *filter, int *walk_result)
{
    struct walk_job job = {.walk = &live->walk,
                           .filter = live->filtering == RT_FILTERING_OFF ? NULL : filter};
    pthread_t thread;
    const bool apart = job.filter && rt_thread_start(&thread, make_walk, &job) == 0;
    const int result = rt_programs_open(&live->loaded);
    if (apart)
        pthread_join(thread, NULL);
    else if (job.filter)
        make_walk(&job);
    *walk_result = job.result;
    return result;
}

static int load(struct live *live, const uint64_t *wanted, bool resolves,
                const struct rt_filter *filter, char *error, size_t error_size)
{
    const uint32_t size = ring_size(live->counts.ncpus, live->filtering);
    int walk_result, result = open_programs(live, filter, &walk_result);

    if (walk_result != 0)
        return fail(error, error_size, walk_result, "no memory");
    struct capture_bpf *programs = live->loaded.skeleton;
    live->programs = live->counts.programs = programs;

    if (result == 0) {
        rt_live_choose_calls(programs->rodata, wanted, filter);
        if (resolves)
            rt_live_resolve_opens(programs->rodata, wanted);
        if (live->filtering != RT_FILTERING_OFF) {
            rt_live_choose_filter(programs->rodata, filter, &live->walk, wanted);
            programs->rodata->filter_mode =
                live->filtering == RT_FILTERING_ON ? FILTER_ON : FILTER_SHADOW;
            rt_live_size_filter(programs, filter, &live->walk);
        }
        rt_live_choose_rings(programs, wanted);
        rt_live_guard_choose(programs->rodata);
        programs->rodata->tally_calls = true;
        programs->rodata->boot_time_ns = rt_boot_time_ns();
        programs->rodata->agent_tgid = (uint32_t)getpid();
        programs->rodata->common_bytes = size / 2;
        bpf_map__set_max_entries(programs->maps.ring, size);
        bpf_map__set_max_entries(programs->maps.scratches, (uint32_t)live->counts.ncpus);
        result = rt_programs_load(&live->loaded);
    }
    if (result == 0 && live->filtering != RT_FILTERING_OFF)
        result = rt_live_load_filter(programs, filter, &live->walk);
    if (result == 0)
        result = rt_live_guard_freeze(programs);
    if (result == 0)
        result = rt_programs_finish(&live->loaded);
    free(live->walk.rows); /* they are the kernel's now */
    live->walk.rows = NULL;
    if (result != 0)
        rt_programs_refused(&live->loaded, result, error, error_size);
    return result;
}

static int watch_ring(struct live *live)
{
    const int map = bpf_map__fd(live->programs->maps.ring);
    struct epoll_event interest = {.events = EPOLLIN};
    int result = rt_ring_open(&live->ring, map, bpf_map__max_entries(live->programs->maps.ring));

    if (result != 0)
        return result;
    live->epoll = epoll_create1(EPOLL_CLOEXEC);
    if (live->epoll < 0 || epoll_ctl(live->epoll, EPOLL_CTL_ADD, map, &interest) != 0)
        return -errno;
    return 0;
}

/* What the filter had no room for. */
static void note_limits(struct live *live, const struct rt_filter *filter)
{
    char *note = live->source.note;
    const size_t size = sizeof live->source.note;

    if (!filter || live->filtering == RT_FILTERING_OFF)
        return;
    if (live->walk.too_large)
        snprintf(
            note, size,
            "the rules name more paths than the %u states of the kernel's table hold: no event "
            "is dropped by its path",
            RT_FILTER_MAX_ROWS);
    else if (filter->full)
        snprintf(note, size,
                 "the rules need more steps than the kernel's filter has room for: events "
                 "that it cannot ask about are sent");
    else if (filter->nleft_out > 0)
        snprintf(note, size,
                 "the kernel's filter had no room for %" PRIu32
                 " tests of the rules: it drops less",
                 filter->nleft_out);
}

/* --- the source --- */

static int live_start(struct rt_source *source, struct rt_state *state)
{
    struct live *live = (struct live *)source;
    int result = rt_programs_attach(&live->loaded);

    if (result != 0)
        return fail(source->error, sizeof source->error, result,
                    "the kernel refused to attach the capture programs: %s", strerror(-result));
    rt_host_scan(state);
    result = rt_proc_scan(state, &live->seen);
    if (result != 0)
        return fail(source->error, sizeof source->error, result, "cannot read /proc: %s",
                    strerror(-result));
    live->scanned_ns = rt_now_ns();
    rt_state_start_done(state);
    rt_passed_open(&live->passed, state);
    result = rt_doubt_open(&live->doubt, live->programs, state, &live->seen);
    return result == 0 ? 0 : fail(source->error, sizeof source->error, result, "no memory");
}

/* True if the event's effect is in the start state and must not be applied once more. */
static bool is_known(struct live *live, const struct rt_event *event)
{
    if (event->time_ns >= live->scanned_ns) {
        free(live->seen.items);
        live->seen = (struct rt_seen_list){0};
        return false;
    }
    return (event->type == EV_CHDIR_X || event->type == EV_FCHDIR_X) &&
           event->time_ns < rt_seen_time(&live->seen, event->tid);
}

/* Reads again what was doubted, now that nothing waits. False: nothing was. */
static bool read_doubted(struct live *live)
{
    if (!rt_doubt_turn(&live->doubt))
        return false;
    rt_seen_sort(&live->seen);
    live->scanned_ns = rt_now_ns();
    return true;
}

static uint64_t monotonic_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * NS_PER_SECOND + (uint64_t)now.tv_nsec;
}

/* Whether the reader woke up so often of late that it naps now. */
static bool is_hectic(struct live *live, uint64_t now_ns)
{
    if (now_ns - live->window_ns >= WINDOW_NS) {
        live->window_ns = now_ns;
        live->wakes = 0;
    }
    return ++live->wakes > WAKES_A_WINDOW;
}

/* Waits until something may have come. False: timeout_ms have passed since begin_ns (0: not
 * known yet). */
static bool wait_for_more(struct live *live, int timeout_ms, uint64_t *begin_ns)
{
    const struct timespec nap = {.tv_nsec = NAP_NS};
    const uint64_t now = monotonic_ns();
    struct epoll_event ready;

    if (*begin_ns == 0)
        *begin_ns = now;
    const uint64_t passed_ms = (now - *begin_ns) / NS_PER_MS;
    if (passed_ms >= (uint64_t)timeout_ms)
        return false;
    if (is_hectic(live, now))
        nanosleep(&nap, NULL);
    else
        epoll_wait(live->epoll, &ready, 1, timeout_ms - (int)passed_ms);
    return true;
}

/* After the stop: whether nothing comes any more. A writer that was interrupted with its record
 * half done, on a busy machine, keeps those behind it waiting; it is given a second. */
static bool is_empty(struct live *live)
{
    const struct timespec moment = {.tv_nsec = NAP_NS};
    const uint64_t now = monotonic_ns();

    if (live->empty_ns == 0)
        live->empty_ns = now;
    if (rt_ring_waiting(&live->ring) == 0 ? now - live->empty_ns >= SETTLE_NS
                                          : now - live->empty_ns >= NS_PER_SECOND)
        return true;
    nanosleep(&moment, NULL);
    return false;
}

static int live_next(struct rt_source *source, struct rt_event *event, int timeout_ms)
{
    struct live *live = (struct live *)source;
    const uint8_t *record;
    uint64_t begin_ns = 0;
    uint32_t len;

    for (;;) {
        if (!rt_ring_next(&live->ring, &record, &len)) {
            if (live->stopped && is_empty(live))
                return RT_SOURCE_END;
            if (live->stopped)
                continue;
            if (read_doubted(live))
                continue;
            if (!wait_for_more(live, timeout_ms, &begin_ns))
                return RT_SOURCE_AGAIN;
            continue;
        }
        live->empty_ns = 0;
        const struct record_head *head = (const struct record_head *)record;
        struct rt_notice notice;
        if (rt_live_guard_read(record, len, &notice)) {
            if (source->notice)
                source->notice(source->notice_context, &notice);
            continue;
        }
        if (len < sizeof *head ||
            rt_event_decode(event, record + sizeof *head, len - sizeof *head) != 0) {
            live->stats.malformed++;
            continue;
        }
        live->stats.account.read[live->kinds[event->type]]++;
        if (live->seen.items && is_known(live, event))
            continue;
        event->number = ++live->stats.events;
        event->cpu = head->cpu;
        event->block_flags = 0;
        event->told = head->flags & RECORD_TOLD;
        event->by_ring = head->flags & RECORD_URING;
        event->marked = head->marked;
        live->stats.bytes += len;
        return 0;
    }
}

static bool live_alive(void *source, int64_t pid, int64_t tid)
{
    char path[64];

    (void)source;
    snprintf(path, sizeof path, "/proc/%lld/task/%lld", (long long)pid, (long long)tid);
    return access(path, F_OK) == 0;
}

static bool live_is_crowded(const struct rt_source *source)
{
    const struct rt_ring *ring = &((const struct live *)source)->ring;

    return rt_ring_waiting(ring) > ring->size / 2;
}

/* No program begins from now on; those that run are waited for by is_empty. */
static void live_stop(struct rt_source *source)
{
    struct live *live = (struct live *)source;

    capture_bpf__detach(live->programs);
    live->stopped = true;
}

static void live_stats(struct rt_source *source, struct rt_source_stats *stats)
{
    struct live *live = (struct live *)source;
    const struct rt_source_account *account = &stats->account;

    *stats = live->stats;
    rt_live_counts_add(&live->counts, &stats->account);
    stats->account.reread = live->doubt.reread;
    for (uint32_t kind = 0; kind < RT_LOST__COUNT; kind++) {
        stats->lost_of[kind] = account->missing[RT_CAUSE_BUFFER][kind];
        stats->lost_buffer += stats->lost_of[kind];
        stats->lost_scratch += account->missing[RT_CAUSE_SCRATCH][kind];
        stats->lost_fault += account->missing[RT_CAUSE_FAULT][kind];
    }
    stats->lost_passed = live->passed.skipped;
}

static void live_report(struct rt_source *source, FILE *out)
{
    struct live *live = (struct live *)source;
    struct rt_source_account account;

    if (live->walk.too_large)
        fprintf(out,
                "stats: nothing is dropped in the kernel by its path: the rules have too many\n");
    rt_live_counts_print(&live->counts, out);
    rt_source_account(source, &account);
    rt_live_account_print(&account, out);
}

static void live_kernel_counts(struct rt_source *source, struct rt_kernel_counts *counts)
{
    const struct live *live = (const struct live *)source;

    rt_live_counts_kernel(&live->counts, live->filtering == RT_FILTERING_ON, counts);
}

static void live_close(struct rt_source *source)
{
    struct live *live = (struct live *)source;

    if (!live)
        return;
    if (live->epoll >= 0)
        close(live->epoll);
    rt_ring_close(&live->ring);
    rt_doubt_close(&live->doubt);
    rt_programs_close(&live->loaded);
    rt_filter_walk_close(&live->walk);
    free(live->seen.items);
    rt_live_counts_close(&live->counts);
    free(live);
}

static int live_guard(struct rt_source *source)
{
    return rt_live_guard_open(((struct live *)source)->programs);
}

static bool live_is_intact(struct rt_source *source, char *what, size_t size)
{
    return rt_live_guard_intact(((struct live *)source)->programs, what, size);
}

static const struct rt_source_ops live_ops = {
    .name = "live",
    .is_live = true,
    .start = live_start,
    .next = live_next,
    .is_crowded = live_is_crowded,
    .alive = live_alive,
    .stop = live_stop,
    .stats = live_stats,
    .kernel_counts = live_kernel_counts,
    .report = live_report,
    .guard = live_guard,
    .is_intact = live_is_intact,
    .close = live_close,
};

int rt_live_open(struct rt_source **out, const uint64_t *wanted, bool resolves,
                 const struct rt_filter *filter, enum rt_filtering filtering, char *error,
                 size_t error_size)
{
    struct live *live = calloc(1, sizeof *live);

    if (!live)
        return fail(error, error_size, -ENOMEM, "no memory");
    live->source.ops = &live_ops;
    live->epoll = -1;
    libbpf_set_print(NULL); /* what went wrong is said once, in our words */
    live->filtering = filter ? filtering : RT_FILTERING_OFF;
    rt_live_fill_kinds(live->kinds);
    int result = rt_live_counts_open(&live->counts, libbpf_num_possible_cpus());
    if (result != 0)
        fail(error, error_size, result, "no memory");
    else
        result = load(live, wanted, resolves, filter, error, error_size);
    if (result == 0) {
        note_limits(live, filter);
        result = watch_ring(live);
        if (result != 0)
            fail(error, error_size, result, "cannot map the ring buffer: %s", strerror(-result));
    }
    if (result != 0) {
        live_close(&live->source);
        return result;
    }
    *out = &live->source;
    return 0;
}
