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
 * The kernel side does not wake this one for each event but only when much is waiting; otherwise
 * it is looked after every WAKE_MS milliseconds. That is the delay of an alert on an idle machine,
 * and a burst costs no switches between processes.
 *
 * The agent's own events are not captured.
 */
#include "live.h"
#include "passed.h"
#include "ring.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include "../../bpf/calls.h"
#include "capture.skel.h"

#define WAKE_MS       10
/* For each CPU. Each page of the ring counts twice as memory of the agent, once it was touched; a
 * filter leaves little to wait there. */
#define RING_FILTERED (1u << 20)
#define RING_WHOLE    (4u << 20)
#define RING_MAX      (128u << 20)
#define VERIFIER_LOG  (256 * 1024)
#define NS_PER_SECOND UINT64_C(1000000000)

struct live {
    struct rt_source source;
    struct capture_bpf *programs;
    struct rt_ring ring;
    int epoll;        /* on the ring buffer's fd; -1: none */
    int ncpus;        /* that the kernel may bring up */
    uint64_t *counts; /* ncpus, room for reading a counter */
    struct rt_source_stats stats;
    struct rt_seen_list seen;
    struct rt_passed passed;
    struct rt_filter_walk walk; /* of the filter */
    enum rt_filtering filtering;
    uint64_t scanned_ns; /* end of the scan; older events may be in it */
};

/* --- which calls are wanted --- */

static bool has_bit(const uint64_t *set, uint32_t bit)
{
    return set[bit / 64] >> (bit % 64) & 1;
}

/* Whether the event changes what is known. Its failures then do not matter, but for a connection
 * that is being made. */
static bool changes_state(uint16_t event)
{
    return cat_events[event].flags &
           (CAT_EF_MODIFIES_STATE | CAT_EF_CREATES_FD | CAT_EF_DESTROYS_FD);
}

static_assert((int)LOSS_PROCESS == RT_LOST_PROCESS && (int)LOSS_PROC_EXIT + 1 == RT_LOST__COUNT,
              "both sides count alike");

/* What an event is of, should it be lost. */
static uint8_t kind_of(uint16_t event)
{
    const uint32_t flags = cat_events[event].flags;

    switch (event) {
    case EV_CLONE_20_X:
    case EV_CLONE3_X:
    case EV_FORK_20_X:
    case EV_VFORK_20_X:
        return LOSS_CLONE_FORK;
    case EV_EXECVE_19_X:
    case EV_EXECVEAT_X:
        return LOSS_EXECVE;
    case EV_OPEN_X:
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
    case EV_CREAT_X:
    case EV_OPEN_BY_HANDLE_AT_X:
        return LOSS_OPEN;
    case EV_CLOSE_X:
        return LOSS_CLOSE;
    case EV_CONNECT_X:
        return LOSS_CONNECT;
    default:
        break;
    }
    if (flags & CAT_EF_MODIFIES_STATE &&
        !(flags & (CAT_EF_USES_FD | CAT_EF_CREATES_FD | CAT_EF_DESTROYS_FD)))
        return LOSS_PROCESS;
    return cat_events[event].category == CAT_CATEGORY_FILE ? LOSS_DIR_FILE : LOSS_OTHER;
}

static void want(struct capture_bpf__rodata *table, uint32_t call, uint8_t recipe, bool failures)
{
    table->call_kinds[call] = kind_of(recipes[recipe].event);
    table->call_recipes[call] = recipe;
    table->call_failures[call] = failures;
}

/* Whether some rule may hold on the call's generic event. */
static bool wants_generic(const struct rt_filter *filter, uint32_t call)
{
    if (!filter)
        return true;
    for (uint32_t i = 0; i < filter->ngeneric_calls; i++) {
        if (filter->generic_calls[i] == call)
            return true;
    }
    return false;
}

static void fill_tables(struct capture_bpf__rodata *table, const uint64_t *wanted,
                        const struct rt_filter *filter)
{
    for (uint32_t i = RECIPE_FIRST_CALL; i < MAX_RECIPES; i++) {
        const struct recipe *recipe = &recipes[i];
        if (recipe->event == 0)
            continue;
        if (has_bit(wanted, recipe->event))
            want(table, recipe->call, (uint8_t)i, true);
        else if (changes_state(recipe->event))
            want(table, recipe->call, (uint8_t)i, false);
    }
    for (size_t i = 0; i < cat_syscall_count(); i++) {
        const struct cat_syscall *call = cat_syscall_at(i);
        table->call_codes[call->number] = call->code;
        if (call->exit <= EV_GENERIC_X && has_bit(wanted, EV_GENERIC_X) &&
            table->call_recipes[call->number] == RECIPE_NONE && wants_generic(filter, call->number))
            want(table, call->number, RECIPE_GENERIC, true);
    }

    /* 32-bit code has other numbers for the same calls. */
    static const struct {
        uint16_t number;
        const char *name;
    } compat[] = {
#define COMPAT(number_, name_) {number_, #name_},
#include "compat.def"
#undef COMPAT
    };
    for (size_t i = 0; i < sizeof compat / sizeof compat[0]; i++) {
        const struct cat_syscall *call =
            cat_syscall_by_name(compat[i].name, strlen(compat[i].name));
        if (call)
            table->compat_calls[compat[i].number] = (uint16_t)(call->number + 1);
    }
}

/* --- the filter --- */

static bool is_unobserved(const struct rt_filter *filter, uint16_t event)
{
    for (uint32_t i = 0; i < filter->nunobserved; i++) {
        if (filter->unobserved[i] == event)
            return true;
    }
    return false;
}

static uint8_t makes_fd(const struct recipe *recipe)
{
    const uint32_t flags = cat_events[recipe->event].flags;

    switch (recipe->event) {
    case EV_PIPE_X:
    case EV_PIPE2_X:
        return MAKES_PAIR_AT_0;
    case EV_SOCKETPAIR_X:
        return MAKES_PAIR_AT_3;
    case EV_FCNTL_X:
        return MAKES_NONE; /* see state_of: only some commands make one */
    case EV_DUP_1_X:
    case EV_DUP2_X:
    case EV_DUP3_X:
        return MAKES_DOUBLE;
    case EV_OPEN_X:
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
    case EV_CREAT_X:
        return MAKES_FILE;
    default:
        if (flags & CAT_EF_CREATES_FD)
            return MAKES_RESULT;
        /* Sockets that come to be known only now. */
        return (flags & (CAT_EF_USES_FD | CAT_EF_MODIFIES_STATE | CAT_EF_DESTROYS_FD)) ==
                       (CAT_EF_USES_FD | CAT_EF_MODIFIES_STATE)
                   ? MAKES_FIRST
                   : MAKES_NONE;
    }
}

/* What the agent must be told of a call that succeeded. */
static uint8_t state_of(const struct rt_filter *filter, uint16_t event)
{
    if (is_unobserved(filter, event) || !changes_state(event))
        return STATE_NONE;
    if (!filter->forgets_files)
        return STATE_ALWAYS;
    switch (event) {
    case EV_OPEN_X:
    case EV_OPENAT_2_X:
        return STATE_OPEN;
    case EV_CLOSE_X:
        return STATE_CLOSE;
    case EV_CLOSE_RANGE_X:
        return STATE_CLOSE_ALL;
    case EV_DUP_1_X:
    case EV_DUP2_X:
    case EV_DUP3_X:
        return STATE_DUP;
    case EV_FCNTL_X:
        return STATE_FCNTL;
    case EV_UNSHARE_X:
        return STATE_TABLE;
    case EV_CLONE_20_X:
    case EV_CLONE3_X:
    case EV_FORK_20_X:
    case EV_VFORK_20_X:
        return STATE_CLONE;
    case EV_RECVFROM_X:
    case EV_RECVMSG_X:
    case EV_SENDTO_X:
    case EV_SENDMSG_X:
        return STATE_MESSAGE;
    default:
        return STATE_ALWAYS;
    }
}

/* Where a parameter of the event comes from, as far as the filter can follow. */
static struct param_source source_of(const struct step *step)
{
    switch (step->kind) {
    case STEP_TEXT:
        return (struct param_source){PARAM_TEXT, step->a, 0};
    case STEP_INT:
        return (struct param_source){PARAM_INT, step->a, 0};
    case STEP_U8:
        return (struct param_source){step->mask ? PARAM_NONE : PARAM_U8, step->a, 0};
    case STEP_U16:
        return (struct param_source){PARAM_U16, step->a, 0};
    case STEP_U32:
        return (struct param_source){PARAM_U32, step->a, step->mask};
    case STEP_U64:
        return (struct param_source){step->mask ? PARAM_U32 : PARAM_U64, step->a, 0};
    default:
        return (struct param_source){PARAM_NONE, 0, 0};
    }
}

static void fill_params(struct capture_bpf__rodata *table, const struct recipe *recipe)
{
    const uint32_t first = recipe->call * MAX_FILTER_PARAMS;

    for (uint32_t i = 0; i < recipe->count && i < MAX_FILTER_PARAMS; i++) {
        const struct param_source source = source_of(&recipe->steps[i]);

        memcpy(&table->call_params[first + i], &source, sizeof source);
    }
    if (recipe->event == EV_OPEN_X || recipe->event == EV_OPENAT_2_X) {
        const struct param_source name =
            source_of(&recipe->steps[recipe->event == EV_OPEN_X ? 1 : 2]);

        memcpy(&table->call_params[first], &name, sizeof name);
    }
}

/* Which arguments are descriptors of directories that the event's names start from. */
static uint8_t directories_of(const struct recipe *recipe)
{
    const struct cat_event *event = &cat_events[recipe->event];
    uint8_t set = 0;

    for (uint32_t i = 0; i < recipe->count && i < event->nparams; i++) {
        if (recipe->steps[i].kind == STEP_INT &&
            (strstr(event->params[i].name, "dir") || recipe->event == EV_FCHDIR_X))
            set |= (uint8_t)(1u << recipe->steps[i].a);
    }
    return set;
}

/* Whether an answer to the question may depend on a text or, without the table of the walk, at all.
 */
static uint16_t start_of(const struct rt_filter *filter, const struct rt_filter_walk *walk,
                         uint16_t event, uint32_t variant)
{
    const uint16_t start = rt_filter_start(filter, event, (enum rt_filter_variant)variant);

    return walk->too_large && start < RT_FILTER_DROP ? RT_FILTER_KEEP : start;
}

/* Which calls are filtered and how; with a filter that keeps everything, none. */
static void fill_filter(struct capture_bpf__rodata *table, const struct rt_filter *filter,
                        const struct rt_filter_walk *walk, const uint64_t *wanted)
{
    for (uint32_t i = RECIPE_FIRST_CALL; i < MAX_RECIPES; i++) {
        const struct recipe *recipe = &recipes[i];
        const bool by_rule = has_bit(wanted, recipe->event);
        const uint32_t call = recipe->call;

        if (recipe->event == 0 || call >= MAX_CALLS)
            continue;
        table->call_makes_fd[call] = makes_fd(recipe);
        table->call_states[call] = state_of(filter, recipe->event);
        table->call_directories[call] = directories_of(recipe);
        fill_params(table, recipe);
        for (uint32_t variant = 0; variant < RT_FILTER_VARIANTS; variant++)
            table->call_starts[call * RT_FILTER_VARIANTS + variant] =
                by_rule || table->call_states[call] == STATE_OPEN
                    ? start_of(filter, walk, recipe->event, variant)
                    : RT_FILTER_DROP;
        if (filter->forgets_files && recipe->event == EV_UNSHARE_X &&
            table->call_recipes[call] == RECIPE_NONE)
            want(table, call, (uint8_t)i, false);
    }
    for (uint32_t call = 0; call < MAX_CALLS; call++) {
        if (table->call_recipes[call] == RECIPE_GENERIC) {
            table->call_states[call] = STATE_NONE;
            table->call_starts[call * RT_FILTER_VARIANTS] = RT_FILTER_KEEP;
        }
    }
    table->unseen_files = filter->unseen_files;
    table->unseen_directories = filter->unseen_directories;
}

static int size_filter(struct capture_bpf *programs, const struct rt_filter *filter,
                       const struct rt_filter_walk *walk)
{
    bpf_map__set_max_entries(programs->maps.filter_rows, walk->nrows > 0 ? walk->nrows : 1);
    bpf_map__set_max_entries(programs->maps.filter_nodes, filter->nnodes > 0 ? filter->nnodes : 1);
    return bpf_map__set_max_entries(programs->maps.filter_atoms,
                                    filter->natoms > 0 ? filter->natoms : 1);
}

static int put_all(struct bpf_map *map, const void *items, uint32_t n, size_t size)
{
    const int fd = bpf_map__fd(map);
    int result = 0;

    for (uint32_t i = 0; i < n && result == 0; i++)
        result = bpf_map_update_elem(fd, &i, (const char *)items + i * size, BPF_ANY);
    return result;
}

static int load_filter(struct capture_bpf *programs, const struct rt_filter *filter,
                       const struct rt_filter_walk *walk)
{
    int result = put_all(programs->maps.filter_rows, walk->rows, walk->nrows, sizeof *walk->rows);

    if (result == 0)
        result = put_all(programs->maps.filter_nodes, filter->nodes, filter->nnodes,
                         sizeof *filter->nodes);
    return result == 0 ? put_all(programs->maps.filter_atoms, filter->atoms, filter->natoms,
                                 sizeof *filter->atoms)
                       : result;
}

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

/* The verifier says what it did not like on the line before its summary. */
static const char *verdict(char *log)
{
    char *end = strstr(log, "\nprocessed ");

    if (end)
        *end = '\0';
    char *last = strrchr(log, '\n');
    return last ? last + 1 : log;
}

static int refused(char *out, size_t size, int error, char *log)
{
    if (*log)
        return fail(out, size, error, "the kernel refused the capture programs: %s (%s)",
                    verdict(log), strerror(-error));
    if (access("/sys/kernel/btf/vmlinux", R_OK) != 0)
        return fail(out, size, error,
                    "the kernel does not describe its types: /sys/kernel/btf/vmlinux is missing "
                    "(CONFIG_DEBUG_INFO_BTF)");
    if (error == -EPERM || error == -EACCES)
        return fail(out, size, error,
                    "the kernel refused to load BPF programs (%s): this needs root, or the "
                    "capabilities CAP_BPF and CAP_PERFMON",
                    strerror(-error));
    return fail(out, size, error, "the kernel refused the capture programs: %s", strerror(-error));
}

static int load(struct live *live, const uint64_t *wanted, const struct rt_filter *filter,
                char *error, size_t error_size)
{
    char *log = calloc(1, VERIFIER_LOG);
    if (!log) {
        fail(error, error_size, -ENOMEM, "no memory");
        return -ENOMEM;
    }
    LIBBPF_OPTS(bpf_object_open_opts, options, .kernel_log_buf = log,
                .kernel_log_size = VERIFIER_LOG);
    struct capture_bpf *programs = capture_bpf__open_opts(&options);
    int result = programs ? 0 : errno ? -errno : -ENOMEM;

    if (result == 0) {
        live->programs = programs;
        fill_tables(programs->rodata, wanted, filter);
        if (live->filtering != RT_FILTERING_OFF) {
            fill_filter(programs->rodata, filter, &live->walk, wanted);
            programs->rodata->filter_mode =
                live->filtering == RT_FILTERING_ON ? FILTER_ON : FILTER_SHADOW;
            size_filter(programs, filter, &live->walk);
        }
        programs->rodata->tally_calls = true;
        programs->rodata->boot_time_ns = rt_boot_time_ns();
        programs->rodata->agent_tgid = (uint32_t)getpid();
        const uint32_t size = ring_size(live->ncpus, live->filtering);
        programs->rodata->wake_up_bytes = size / 8;
        programs->rodata->common_bytes = size / 2;
        bpf_map__set_max_entries(programs->maps.ring, size);
        bpf_map__set_max_entries(programs->maps.scratches, (uint32_t)live->ncpus);
        result = capture_bpf__load(programs);
    }
    if (result == 0 && live->filtering != RT_FILTERING_OFF)
        result = load_filter(programs, filter, &live->walk);
    free(live->walk.rows); /* they are the kernel's now */
    live->walk.rows = NULL;
    if (result != 0)
        refused(error, error_size, result, log);
    free(log);
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

/* --- the source --- */

static int live_start(struct rt_source *source, struct rt_state *state)
{
    struct live *live = (struct live *)source;
    int result = capture_bpf__attach(live->programs);

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
    return 0;
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

static uint64_t monotonic_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* Waits until something may have come. False: timeout_ms have passed since begin_ms (0: not
 * known yet). */
static bool wait_for_more(struct live *live, int timeout_ms, uint64_t *begin_ms)
{
    struct epoll_event ready;
    const uint64_t now = monotonic_ms();

    if (*begin_ms == 0)
        *begin_ms = now;
    if (now - *begin_ms >= (uint64_t)timeout_ms)
        return false;
    const uint64_t left = (uint64_t)timeout_ms - (now - *begin_ms);
    epoll_wait(live->epoll, &ready, 1, left < WAKE_MS ? (int)left : WAKE_MS);
    return true;
}

static int live_next(struct rt_source *source, struct rt_event *event, int timeout_ms)
{
    struct live *live = (struct live *)source;
    const uint8_t *record;
    uint64_t begin_ms = 0;
    uint32_t len;

    for (;;) {
        if (!rt_ring_next(&live->ring, &record, &len)) {
            if (!wait_for_more(live, timeout_ms, &begin_ms))
                return RT_SOURCE_AGAIN;
            continue;
        }
        const struct record_head *head = (const struct record_head *)record;
        if (len < sizeof *head ||
            rt_event_decode(event, record + sizeof *head, len - sizeof *head) != 0) {
            live->stats.malformed++;
            continue;
        }
        if (live->seen.items && is_known(live, event))
            continue;
        event->number = ++live->stats.events;
        event->cpu = head->cpu;
        event->block_flags = 0;
        event->told = head->flags & RECORD_TOLD;
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

static uint64_t loss(struct live *live, uint32_t cause)
{
    const int map = bpf_map__fd(live->programs->maps.losses);
    uint64_t sum = 0;

    if (bpf_map_lookup_elem(map, &cause, live->counts) != 0)
        return 0;
    for (int i = 0; i < live->ncpus; i++)
        sum += live->counts[i];
    return sum;
}

static void live_stats(struct rt_source *source, struct rt_source_stats *stats)
{
    struct live *live = (struct live *)source;

    *stats = live->stats;
    for (uint32_t kind = LOSS_OTHER; kind <= LOSS_PROC_EXIT; kind++) {
        stats->lost_of[kind] = loss(live, kind);
        stats->lost_buffer += stats->lost_of[kind];
    }
    stats->lost_scratch = loss(live, LOSS_SCRATCH);
    stats->lost_fault = loss(live, LOSS_FAULT);
    stats->lost_passed = live->passed.skipped;
}

/* What the kernel side saw of each call, and gave up. */
static void live_report(struct rt_source *source, FILE *out)
{
    struct live *live = (struct live *)source;
    const int map = bpf_map__fd(live->programs->maps.tallies);
    struct tally {
        uint64_t seen, dropped;
    } *tallies = calloc((size_t)live->ncpus, sizeof *tallies), all = {0};

    if (live->walk.too_large)
        fprintf(out,
                "stats: nothing is dropped in the kernel by its path: the rules have too many\n");
    for (uint32_t call = 0; tallies && call < MAX_CALLS; call++) {
        const struct cat_syscall *known = cat_syscall_by_number(call);
        struct tally sum = {0};

        if (!known || bpf_map_lookup_elem(map, &call, tallies) != 0)
            continue;
        for (int i = 0; i < live->ncpus; i++) {
            sum.seen += tallies[i].seen;
            sum.dropped += tallies[i].dropped;
        }
        all.seen += sum.seen;
        all.dropped += sum.dropped;
        if (sum.seen > 0)
            fprintf(out, "stats: %" PRIu64 " of %" PRIu64 " events of %s dropped in the kernel\n",
                    sum.dropped, sum.seen, known->name);
    }
    fprintf(out, "stats: %" PRIu64 " of %" PRIu64 " events of calls dropped in the kernel\n",
            all.dropped, all.seen);
    free(tallies);
}

static void live_close(struct rt_source *source)
{
    struct live *live = (struct live *)source;

    if (!live)
        return;
    if (live->epoll >= 0)
        close(live->epoll);
    rt_ring_close(&live->ring);
    capture_bpf__destroy(live->programs);
    rt_filter_walk_close(&live->walk);
    free(live->seen.items);
    free(live->counts);
    free(live);
}

static const struct rt_source_ops live_ops = {
    .name = "live",
    .is_live = true,
    .start = live_start,
    .next = live_next,
    .is_crowded = live_is_crowded,
    .alive = live_alive,
    .stats = live_stats,
    .report = live_report,
    .close = live_close,
};

int rt_live_open(struct rt_source **out, const uint64_t *wanted, const struct rt_filter *filter,
                 enum rt_filtering filtering, char *error, size_t error_size)
{
    struct live *live = calloc(1, sizeof *live);

    if (!live)
        return fail(error, error_size, -ENOMEM, "no memory");
    live->source.ops = &live_ops;
    live->epoll = -1;
    live->ncpus = libbpf_num_possible_cpus();
    libbpf_set_print(NULL); /* what went wrong is said once, in our words */
    live->counts = live->ncpus > 0 ? calloc((size_t)live->ncpus, sizeof *live->counts) : NULL;
    live->filtering = filter ? filtering : RT_FILTERING_OFF;
    int result = live->counts ? 0 : -ENOMEM;
    if (result == 0 && live->filtering != RT_FILTERING_OFF)
        result = rt_filter_walk_open(&live->walk, filter);
    if (result != 0)
        fail(error, error_size, result, "no memory");
    else
        result = load(live, wanted, filter, error, error_size);
    if (result == 0) {
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
