/* Fuzzes the decoder and the state with streams of events, some of which lie.
 *
 * An input is a list of records. Each becomes one event as a source would hand it over:
 *
 *     u16 type   modulo the number of types
 *     u8  tid    0..191: the tid; from there on: an odd one, INT64_MIN, -1, ...
 *     u8  tweaks TWEAK_ below, and what cuts or lies by how much
 *     u8  n      parameters
 *     n times: u16 length, then so many bytes
 *
 * The mutator knows this form: it adds events whose parameters have the types of the event table
 * (tests/support/odd_events.h), takes out, doubles and swaps records, and leaves the rest to
 * libFuzzer. Each event's bytes lie in a piece of memory of just their length, so that the address
 * sanitizer sees who reads beyond; after the last one the tables must hang together.
 */
#include "../support/odd_events.h"
#include "../support/state_check.h"
#include "look.h"

#include "bytes.h"
#include "source/writer.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { RECORD_HEAD = 5, MOST_EVENTS = 4000, EVENT_ROOM = 70000, SNAP_LENGTH = 80 };

enum {
    TWEAK_SNAP = 1 << 0,       /* parameters are cut at the snap length */
    TWEAK_LENGTH = 1 << 1,     /* one parameter's length is another */
    TWEAK_CUT = 1 << 2,        /* the event ends early, and its header says so */
    TWEAK_SHORT = 1 << 3,      /* it ends early, and its header does not */
    TWEAK_LATER = 1 << 4,      /* three seconds have passed */
    TWEAK_EARLIER = 1 << 5,    /* its time lies before that of the one before */
    TWEAK_SURPLUS = 1 << 6,    /* more parameters than the table knows */
    TWEAK_STATE_ONLY = 1 << 7, /* marked by a recorder as not for rules */
};

struct record {
    uint16_t type;
    uint8_t tid, tweaks, nparams;
    const uint8_t *params; /* nparams lengths, each with its bytes */
    size_t size;           /* of the whole record */
};

/* The record at data; false: there is no whole one. */
static bool next_record(const uint8_t *data, size_t size, struct record *record)
{
    if (size < RECORD_HEAD)
        return false;
    *record = (struct record){
        .type = rt_load16(data) % EV__COUNT,
        .tid = data[2],
        .tweaks = data[3],
        .nparams = data[4] % (CAT_MAX_PARAMS + 1),
        .params = data + RECORD_HEAD,
    };
    size_t at = RECORD_HEAD;
    for (uint32_t i = 0; i < record->nparams; i++) {
        if (size - at < 2 || size - at - 2 < rt_load16(data + at))
            return false;
        at += 2 + rt_load16(data + at);
    }
    record->size = at;
    return true;
}

static volatile uint64_t sink; /* of what was looked at, so that it is looked at */

static int64_t tid_of(const struct record *record)
{
    static const int64_t odd[] = {-1, -2, INT64_MIN, INT64_MAX, UINT32_MAX, 1 << 22, 8192, 16384};
    return record->tid < 192 ? record->tid : odd[record->tid % (sizeof(odd) / sizeof(odd[0]))];
}

/* Writes the event; how many bytes there are, whatever they say. */
static size_t write_event(const struct record *record, uint64_t time_ns, uint8_t *out)
{
    struct rt_param params[CAT_MAX_PARAMS];
    const struct cat_event *info = &cat_events[record->type];
    const uint8_t *at = record->params;
    uint32_t n = record->nparams;
    for (uint32_t i = 0; i < n; i++) {
        params[i].len = rt_load16(at);
        params[i].data = at + 2;
        at += 2 + params[i].len;
        if (record->tweaks & TWEAK_SNAP && params[i].len > SNAP_LENGTH)
            params[i].len = SNAP_LENGTH;
    }
    if (!(record->tweaks & TWEAK_SURPLUS) && n > info->nparams)
        n = info->nparams;
    int written =
        rt_event_encode(out, EVENT_ROOM, time_ns, tid_of(record), record->type, params, n);
    if (written < 0)
        return 0;
    size_t len = (size_t)written;
    uint32_t by = record->tid + 1u; /* as good as any */
    if (record->tweaks & TWEAK_LENGTH && n > 0) {
        uint32_t width = info->flags & CAT_EF_LARGE_PAYLOAD ? 4 : 2;
        uint8_t *length = out + RT_EVENT_HEADER_SIZE + (size_t)(by % n) * width;
        length[by % width] ^= (uint8_t)by;
    }
    if (record->tweaks & (TWEAK_CUT | TWEAK_SHORT))
        len = by < len ? len - by : 0;
    if (record->tweaks & TWEAK_CUT && len >= RT_EVENT_HEADER_SIZE)
        rt_store32(out + 16, (uint32_t)len);
    return len;
}

/* An event, its fd, and what is known of its thread. */
static uint64_t look(const struct rt_state *state, const struct rt_event *event,
                     const struct rt_subject *subject)
{
    uint64_t sum = look_at_event(event, subject);

    if (subject->thread) {
        const struct rt_thread *t = subject->thread;
        sum += (uint64_t)(uintptr_t)rt_state_user(state, t, t->uid) +
               (uint64_t)(uintptr_t)rt_state_group(state, t, t->gid) + rt_state_fd_count(state, t) +
               rt_state_group_size(state, t);
    }
    return sum;
}

static void start(struct rt_state *state)
{
    static const struct rt_str none = {"", 0};
    for (int64_t tid = 1; tid <= 3; tid++) {
        struct rt_thread thread = {.tid = tid, .pid = tid, .ptid = tid - 1, .comm = "start"};
        thread.vtid = thread.vpid = tid;
        thread.exe = thread.exepath = thread.args = thread.env = thread.cgroups = none;
        thread.cwd = thread.root = (struct rt_str){"/", 1};
        rt_state_add_thread(state, &thread);
    }
    rt_state_start_done(state);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct rt_state *states[2]; /* made once: reserving memory takes longer than an input */
    static uint8_t bytes[EVENT_ROOM];
    static const struct rt_state_limits limits[2] = {{256, 4096, 16 << 20}, {7, 40, 32 << 10}};

    if (size == 0)
        return 0;
    struct rt_state **state = &states[data[0] & 1];
    if (!*state && rt_state_create(state, &limits[data[0] & 1]) != 0)
        abort();
    data++;
    size--;
    rt_state_clear(*state);
    start(*state);
    uint64_t time_ns = 1000000000000;
    struct record record;
    for (int n = 0; n < MOST_EVENTS && next_record(data, size, &record); n++) {
        data += record.size;
        size -= record.size;
        time_ns += record.tweaks & TWEAK_LATER ? 3000000000 : 1000;
        uint64_t now = record.tweaks & TWEAK_EARLIER ? time_ns - 5000000000 : time_ns;
        size_t len = write_event(&record, now, bytes);
        uint8_t *exact = malloc(len ? len : 1);
        if (!exact)
            abort();
        memcpy(exact, bytes, len);
        struct rt_event event = {.number = (uint64_t)n + 1};
        event.block_flags = record.tweaks & TWEAK_STATE_ONLY ? 1 : 0;
        if (rt_event_decode(&event, exact, len) == 0) {
            struct rt_subject subject = {.fd_number = -1};
            rt_state_before(*state, &event, &subject);
            sink += look(*state, &event, &subject);
            rt_state_after(*state, &event, &subject);
        }
        free(exact);
    }
    const char *wrong = state_check(*state);
    if (wrong) {
        fprintf(stderr, "not so: %s\n", wrong);
        abort();
    }
    rt_state_clear(*state);
    struct rt_state_stats stats;
    rt_state_stats(*state, &stats);
    if (stats.threads != 0 || stats.fds != 0 || stats.pool_used != 0) {
        fprintf(stderr, "something is left: %llu threads, %llu fds, %llu bytes\n",
                (unsigned long long)stats.threads, (unsigned long long)stats.fds,
                (unsigned long long)stats.pool_used);
        abort();
    }
    return 0;
}

#ifdef WITH_LIBFUZZER /* not where inputs are only replayed */

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);

/* A record of any type, its parameters of the types that the table tells. */
static size_t make_record(uint8_t *out)
{
    uint16_t type = odd_type();
    const struct cat_event *info = &cat_events[type];
    uint32_t n = dice(8) ? info->nparams : dice(CAT_MAX_PARAMS + 1);
    rt_store16(out, type);
    out[2] = (uint8_t)(dice(20) ? dice(12) : dice(256));
    out[3] = (uint8_t)(dice(6) ? 0 : 1u << dice(8));
    out[4] = (uint8_t)n;
    size_t at = RECORD_HEAD;
    for (uint32_t i = 0; i < n; i++) {
        enum cat_type kind = i < info->nparams ? info->params[i].type : CAT_TYPE_BYTEBUF;
        uint32_t len = odd_param(kind, out + at + 2, ODD_PARAM_ROOM);
        rt_store16(out + at, (uint16_t)len);
        at += 2 + len;
    }
    return at;
}

/* The records of data, which begin behind its first byte; how many, at most max. */
static uint32_t find_records(const uint8_t *data, size_t size, size_t *begins, uint32_t max)
{
    struct record record;
    size_t at = 1;
    uint32_t n = 0;
    begins[0] = at;
    while (n + 1 < max && at < size && next_record(data + at, size - at, &record)) {
        at += record.size;
        begins[++n] = at;
    }
    return n;
}

/* Puts len bytes in at a place, behind which the rest moves up. */
static size_t insert(uint8_t *data, size_t size, size_t max_size, size_t at, const uint8_t *what,
                     size_t len)
{
    if (len > max_size - size)
        return size;
    memmove(data + at + len, data + at, size - at);
    memcpy(data + at, what, len);
    return size + len;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
    enum { MOST = 1024, ROOM = RECORD_HEAD + CAT_MAX_PARAMS * (ODD_PARAM_ROOM + 2) };
    static uint8_t made[1 << 17];
    static size_t begins[MOST];
    static_assert(sizeof(made) > ROOM, "room for a record");

    dice_seed = seed;
    if (size == 0) {
        if (max_size == 0)
            return 0;
        data[size++] = (uint8_t)dice(2);
    }
    uint32_t n = find_records(data, size, begins, MOST);
    uint32_t which = n > 0 ? dice(n) : 0;
    switch (n > 0 ? dice(8) : 0) {
    case 0:
    case 1:
    case 2: { /* one more */
        size_t at = begins[n > 0 ? dice(n + 1) : 0];
        for (uint32_t more = 1 + (dice(4) ? 0 : dice(8)); more > 0; more--)
            size = insert(data, size, max_size, at, made, make_record(made));
        return size;
    }
    case 3: { /* one less */
        size_t begin = begins[which], end = begins[which + 1];
        memmove(data + begin, data + end, size - end);
        return size - (end - begin);
    }
    case 4: { /* one twice, the second by whom or how the dice say */
        size_t begin = begins[which], len = begins[which + 1] - begin;
        if (len > sizeof(made))
            return LLVMFuzzerMutate(data, size, max_size);
        memcpy(made, data + begin, len);
        if (dice(2))
            made[2] = (uint8_t)dice(12);
        if (dice(4) == 0)
            made[3] ^= (uint8_t)(1u << dice(8));
        return insert(data, size, max_size, begins[dice(n + 1)], made, len);
    }
    case 5: /* by another, or tweaked */
        data[begins[which] + 2 + dice(2)] = (uint8_t)(dice(4) ? dice(12) : dice(256));
        return size;
    case 6: { /* the bytes of one */
        size_t begin = begins[which], len = begins[which + 1] - begin;
        LLVMFuzzerMutate(data + begin, len, len);
        return size;
    }
    default:
        return LLVMFuzzerMutate(data, size, max_size);
    }
}

#endif
