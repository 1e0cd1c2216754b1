/* What decoding events and keeping state cost, by themselves.
 *
 *     bench_state [--rounds N] CAPTURE
 *
 * Reads the capture once and keeps its events in memory, encoded as a source hands them over. Each
 * round then goes through all of them three times: reading every byte of the event's head and
 * lengths and no more (the floor), decoding them, and decoding them and applying each to a state
 * that was loaded anew with the capture's start state. Figures are CPU time of the process over the
 * number of events: median, least and most of the rounds. State alone is the difference within a
 * round. Then what the state takes in memory, by thread and by fd, when most fds are open.
 */
#include "source/source.h"
#include "source/writer.h"
#include "state/internal.h"

#include "bytes.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 7, MOST_ROUNDS = 1000, LARGEST_EVENT = 1 << 20 };

struct events {
    uint8_t *bytes; /* one after the other */
    size_t len, room;
    uint64_t n;
};

static void die(const char *what, const char *why)
{
    fprintf(stderr, "bench_state: %s: %s\n", what, why);
    exit(1);
}

static double cpu_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* A new state as the capture has it before its first event; the source goes on from there. */
static struct rt_state *load(const char *path, struct rt_source **source)
{
    struct rt_state *state;
    char error[256];

    if (rt_capture_open(source, path, error, sizeof error) != 0)
        die(path, error);
    if (rt_state_create(&state, NULL) != 0)
        die(path, "no memory");
    if ((*source)->ops->start(*source, state) != 0)
        die(path, (*source)->error);
    return state;
}

static void keep(struct events *events, const struct rt_event *event)
{
    if (events->room - events->len < LARGEST_EVENT) {
        events->room = events->room ? events->room * 2 : 64 << 20;
        events->bytes = realloc(events->bytes, events->room);
        if (!events->bytes)
            die("events", "no memory");
    }
    const int len = rt_event_encode(events->bytes + events->len, LARGEST_EVENT, event->time_ns,
                                    event->tid, event->type, event->params, event->nparams);
    if (len < 0)
        die("an event", "too large");
    events->len += (size_t)len;
    events->n++;
}

static void read_all(const char *path, struct events *events)
{
    struct rt_source *source;
    struct rt_state *state = load(path, &source);
    struct rt_event event;
    int result;

    while ((result = source->ops->next(source, &event, 0)) == 0)
        keep(events, &event);
    if (result != RT_SOURCE_END)
        die(path, source->error);
    source->ops->close(source);
    rt_state_destroy(state);
    if (events->n == 0)
        die(path, "no events");
}

/* --- the three ways through all events; nanoseconds of CPU an event --- */

static volatile uint64_t sink; /* of what was read, so that it is */

static uint32_t length_at(const uint8_t *at)
{
    return rt_load32(at + 16);
}

static double walk(const struct events *events)
{
    const double begin = cpu_ns();
    uint64_t sum = 0;

    for (size_t at = 0; at < events->len; at += length_at(events->bytes + at)) {
        const uint32_t nparams = rt_load32(events->bytes + at + 22);
        for (uint32_t i = 0; i < RT_EVENT_HEADER_SIZE + 2 * nparams; i += 8)
            sum += events->bytes[at + i];
    }
    sink += sum;
    return (cpu_ns() - begin) / (double)events->n;
}

static double decode(const struct events *events)
{
    const double begin = cpu_ns();
    struct rt_event event = {0};
    uint64_t sum = 0;

    for (size_t at = 0; at < events->len;) {
        const uint32_t len = length_at(events->bytes + at);
        if (rt_event_decode(&event, events->bytes + at, len) != 0)
            die("an event", "cannot be decoded");
        sum += event.nparams + event.params[0].len;
        at += len;
    }
    sink += sum;
    return (cpu_ns() - begin) / (double)events->n;
}

static double decode_and_apply(const struct events *events, struct rt_state *state)
{
    const double begin = cpu_ns();
    struct rt_event event = {0};

    for (size_t at = 0; at < events->len;) {
        const uint32_t len = length_at(events->bytes + at);
        struct rt_subject subject;
        if (rt_event_decode(&event, events->bytes + at, len) != 0)
            die("an event", "cannot be decoded");
        rt_state_before(state, &event, &subject);
        sink += (uint64_t)subject.fd_number;
        rt_state_after(state, &event, &subject);
        at += len;
    }
    return (cpu_ns() - begin) / (double)events->n;
}

static int by_value(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

static void print_row(const char *name, double *values, int rounds)
{
    qsort(values, (size_t)rounds, sizeof *values, by_value);
    const double median = (values[(rounds - 1) / 2] + values[rounds / 2]) / 2;
    printf("| %-28s | %11.1f | %6.1f .. %6.1f |\n", name, median, values[0], values[rounds - 1]);
}

/* --- memory --- */

struct texts {
    const char **at; /* of every text that is not empty */
    size_t n, room;
};

struct tally {
    const struct rt_state *state;
    struct texts of_threads, of_fds;
    uint64_t table_bytes; /* of the tables of fds */
};

static void note(struct texts *texts, const struct rt_str *text)
{
    if (text->len == 0)
        return;
    if (texts->n == texts->room) {
        texts->room = texts->room ? texts->room * 2 : 4096;
        texts->at = realloc(texts->at, texts->room * sizeof *texts->at);
        if (!texts->at)
            die("texts", "no memory");
    }
    texts->at[texts->n++] = text->data;
}

static void note_fd(void *context, const struct rt_fd *fd)
{
    struct tally *tally = context;

    note(&tally->of_fds, &fd->name);
    note(&tally->of_fds, &fd->name_raw);
}

static void note_thread(void *context, const struct rt_thread *t)
{
    struct tally *tally = context;
    const struct rt_str *texts[] = {&t->exe,     &t->exepath, &t->args, &t->env,
                                    &t->cgroups, &t->cwd,     &t->root};

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        note(&tally->of_threads, texts[i]);
    tally->table_bytes += ((const struct thread *)t)->own_fds.size * sizeof(uint32_t);
    rt_state_each_fd(tally->state, t, note_fd, tally);
}

static int by_address(const void *left, const void *right)
{
    const char *a = *(const char *const *)left, *b = *(const char *const *)right;

    return (a > b) - (a < b);
}

/* Bytes of the pool that hold the texts, each counted once however many show it. */
static uint64_t text_bytes(struct texts *texts)
{
    uint64_t sum = 0;

    qsort(texts->at, texts->n, sizeof *texts->at, by_address);
    for (size_t i = 0; i < texts->n; i++) {
        if (i > 0 && texts->at[i] == texts->at[i - 1])
            continue;
        const uint32_t size = rt_share_size(texts->at[i]);
        uint64_t piece = 16;
        while (piece < size)
            piece *= 2;
        sum += piece;
    }
    free(texts->at);
    return sum;
}

/* Applies the first n events; returns how many there were when most fds were open. */
static uint64_t apply_first(const struct events *events, struct rt_state *state, uint64_t n)
{
    struct rt_event event = {0};
    uint64_t most = 0, when = 0;
    size_t at = 0;

    for (uint64_t i = 0; i < n; i++) {
        const uint32_t len = length_at(events->bytes + at);
        struct rt_subject subject;
        if (rt_event_decode(&event, events->bytes + at, len) != 0)
            die("an event", "cannot be decoded");
        rt_state_before(state, &event, &subject);
        rt_state_after(state, &event, &subject);
        if (state->fds.live > most) {
            most = state->fds.live;
            when = i + 1;
        }
        at += len;
    }
    return when;
}

static void print_memory(struct rt_state *state)
{
    struct tally tally = {.state = state};
    struct rt_state_stats stats;

    rt_state_stats(state, &stats);
    rt_state_each_thread(state, note_thread, &tally);
    const double threads = (double)stats.threads, fds = (double)stats.fds;
    if (stats.threads == 0 || stats.fds == 0)
        die("memory", "no threads or no fds to tell it of");
    /* Maps are half full at most, so two slots each. */
    const double groups = (double)state->groups.live;
    const double group = groups * (sizeof(struct group) + 2 * sizeof(struct rt_map_slot)) / threads;
    const double thread = sizeof(struct thread) + 2 * sizeof(struct rt_map_slot);
    const double thread_texts = (double)text_bytes(&tally.of_threads) / threads;
    const double fd_texts = (double)text_bytes(&tally.of_fds) / fds;
    const double table = (double)tally.table_bytes / fds;

    printf("\nmemory when most fds are open, with %" PRIu64
           " threads of %.0f processes and %" PRIu64 " fds:\n",
           stats.threads, groups, stats.fds);
    printf(
        "  a thread: %.0f bytes (%.0f itself, %.0f for its share of the process, %.0f of text)\n",
        thread + group + thread_texts, thread, group, thread_texts);
    printf("  an fd:    %.0f bytes (%zu itself, %.0f in its table, %.0f of text)\n",
           (double)sizeof(struct fd) + table + fd_texts, sizeof(struct fd), table, fd_texts);
}

/* A state anew, without its source. */
static struct rt_state *reload(const char *path, struct rt_state *before)
{
    struct rt_source *source;

    rt_state_destroy(before);
    struct rt_state *state = load(path, &source);
    source->ops->close(source);
    return state;
}

int main(int argc, char **argv)
{
    static double values[4][MOST_ROUNDS];
    struct events events = {0};
    struct rt_state *state = NULL;
    int rounds = ROUNDS, at = 1;

    if (argc > 2 && strcmp(argv[1], "--rounds") == 0) {
        rounds = atoi(argv[2]);
        at = 3;
    }
    if (at != argc - 1 || rounds < 1 || rounds > MOST_ROUNDS) {
        fprintf(stderr, "usage: bench_state [--rounds N] CAPTURE\n");
        return 2;
    }
    read_all(argv[at], &events);
    for (int round = -1; round < rounds; round++) { /* once unmeasured */
        state = reload(argv[at], state);
        const int i = round < 0 ? 0 : round;
        values[0][i] = walk(&events);
        values[1][i] = decode(&events);
        values[2][i] = decode_and_apply(&events, state);
        values[3][i] = values[2][i] - values[1][i];
    }
    printf("%" PRIu64 " events of %.0f bytes on average, %d rounds\n\n", events.n,
           (double)events.len / (double)events.n, rounds);
    printf("| CPU time                     | ns an event | least .. most    |\n");
    printf("| ---------------------------- | ----------: | ---------------: |\n");
    print_row("floor: heads and lengths", values[0], rounds);
    print_row("decode", values[1], rounds);
    print_row("decode and state", values[2], rounds);
    print_row("state alone", values[3], rounds);
    state = reload(argv[at], state);
    const uint64_t when = apply_first(&events, state, events.n);
    state = reload(argv[at], state);
    apply_first(&events, state, when);
    print_memory(state);
    rt_state_destroy(state);
    free(events.bytes);
    return 0;
}
