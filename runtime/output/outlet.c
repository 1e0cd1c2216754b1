/* One sink and its thread. See outlet.h and output.h.
 *
 * There are two buffers: alerts are appended to one while the thread offers the other to the sink,
 * and the two change places when the thread comes back for more. So many alerts go out in one write
 * when they come fast, and the lock is held for the copy of a line or for changing places, never
 * for a write.
 */
#include "outlet.h"

#include "../harden/landlock.h"
#include "../thread.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_OFFERED   256   /* alerts at once */
#define FIRST_PAUSE_MS 100   /* before a sink that failed is tried again */
#define PAUSE_MS       10000 /* the longest pause */
#define LAST_PAUSE_MS  200   /* the longest one at the end */
#define PATIENCE_MS    10000 /* a replay waits for a sink that is away, before it drops alerts */

struct record {
    uint32_t len;
    uint8_t priority;
    uint8_t zero[3];
};

static uint64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static size_t bytes_of(uint32_t len)
{
    return (sizeof(struct record) + len + 7) & ~(size_t)7;
}

/* The longest line fits into the smallest buffer. */
static size_t buffer_size(const struct rt_outlet *outlet)
{
    return outlet->options->bytes + sizeof(struct record) + 8;
}

static void wait_until(struct rt_outlet *outlet, pthread_cond_t *condition, uint64_t when_ms)
{
    const struct timespec when = {.tv_sec = (time_t)(when_ms / 1000),
                                  .tv_nsec = (long)(when_ms % 1000) * 1000000};

    pthread_cond_timedwait(condition, &outlet->lock, &when);
}

/* --- the deciding thread's side --- */

static bool has_room(const struct rt_outlet *outlet, uint32_t len)
{
    const struct rt_sink_stats *stats = &outlet->stats;
    uint64_t waiting = stats->produced + stats->recovered - stats->delivered - stats->spooled;

    for (uint32_t i = 0; i < RT_SINK_LOSS__COUNT; i++)
        waiting -= stats->lost[i];
    if (outlet->options->capacity > 0 && waiting > outlet->options->capacity)
        return false;
    return outlet->filling->len + bytes_of(len) <= buffer_size(outlet);
}

static bool is_worth_waiting(const struct rt_outlet *outlet)
{
    return outlet->options->block &&
           (outlet->away_since_ms == 0 || now_ms() < outlet->away_since_ms + PATIENCE_MS);
}

void rt_outlet_put(struct rt_outlet *outlet, const char *line, uint32_t len, uint8_t priority)
{
    const struct record record = {.len = len, .priority = priority};
    struct rt_outlet_buffer *buffer;

    pthread_mutex_lock(&outlet->lock);
    outlet->stats.produced++;
    while (!has_room(outlet, len) && is_worth_waiting(outlet)) {
        outlet->waiting = true;
        wait_until(outlet, &outlet->emptied, now_ms() + 100);
        outlet->waiting = false;
    }
    if (!has_room(outlet, len)) {
        outlet->stats.lost[RT_SINK_LOSS_QUEUE]++;
    } else {
        buffer = outlet->filling;
        memcpy(buffer->data + buffer->len, &record, sizeof record);
        memcpy(buffer->data + buffer->len + sizeof record, line, len);
        buffer->len += bytes_of(len);
        buffer->lines++;
        if (outlet->idle)
            pthread_cond_signal(&outlet->filled);
    }
    pthread_mutex_unlock(&outlet->lock);
}

/* --- the sink's thread: called and left with the lock held, which is given up for writing --- */

static void note_error(struct rt_outlet *outlet, int error)
{
    outlet->stats.errors++;
    outlet->stats.last_error = -error;
    memcpy(outlet->stats.last_why, outlet->sink->error, sizeof outlet->stats.last_why);
}

static void note_works(struct rt_outlet *outlet)
{
    outlet->away_since_ms = 0;
    outlet->pause_ms = 0;
}

static void note_away(struct rt_outlet *outlet)
{
    const uint64_t now = now_ms();
    const uint32_t longest = outlet->closing ? LAST_PAUSE_MS : PAUSE_MS;

    if (outlet->away_since_ms == 0)
        outlet->away_since_ms = now;
    outlet->pause_ms = outlet->pause_ms == 0 ? FIRST_PAUSE_MS : 2 * outlet->pause_ms;
    if (outlet->pause_ms > longest)
        outlet->pause_ms = longest;
    outlet->retry_ms = now + outlet->pause_ms;
}

/* The next alerts of the buffer that the thread holds. Returns how many. */
static uint32_t next_items(struct rt_outlet_buffer *held, struct rt_alert_item *items)
{
    size_t at = held->done;
    uint32_t n = 0;

    while (n < MOST_OFFERED && at < held->len) {
        const struct record *record = (const struct record *)(held->data + at);

        items[n++] = (struct rt_alert_item){.line = held->data + at + sizeof *record,
                                            .len = record->len,
                                            .priority = record->priority};
        at += bytes_of(record->len);
    }
    return n;
}

static void forget(struct rt_outlet_buffer *held, const struct rt_alert_item *items, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        held->done += bytes_of(items[i].len);
}

/* Offers to the sink and counts; *done: how many of the items are settled, delivered or lost. */
static void offer(struct rt_outlet *outlet, const struct rt_alert_item *items, uint32_t n,
                  uint32_t *done)
{
    struct rt_sink *sink = outlet->sink;
    struct rt_sink_result result = {0};
    int error;

    pthread_mutex_unlock(&outlet->lock);
    sink->error[0] = '\0';
    error = sink->write(sink, items, n, &result);
    pthread_mutex_lock(&outlet->lock);
    outlet->flushed = false;
    outlet->stalled = result.taken == 0;
    outlet->stats.delivered += result.taken - result.refused;
    outlet->stats.lost[RT_SINK_LOSS_REFUSED] += result.refused;
    *done = result.taken;
    if (error != 0 || (result.refused > 0 && sink->error[0]))
        note_error(outlet, error);
    if (error == 0 && result.taken > 0 && outlet->deadline_ms > 0 && !outlet->spool)
        outlet->deadline_ms = now_ms() + outlet->options->grace_ms;
    if (error == 0) {
        note_works(outlet);
    } else if (sink->retries) {
        note_away(outlet);
    } else {
        outlet->stats.lost[RT_SINK_LOSS_FAILED] += n - result.taken;
        *done = n;
    }
}

/* Puts the alerts of the held buffer onto the disk. */
static void spool_held(struct rt_outlet *outlet)
{
    struct rt_outlet_buffer *held = outlet->held;
    struct rt_alert_item items[MOST_OFFERED];
    uint32_t n;

    while ((n = next_items(held, items)) > 0) {
        uint32_t done;
        int error;

        pthread_mutex_unlock(&outlet->lock);
        done = rt_spool_append(outlet->spool, items, n, &error);
        if (done < n && outlet->sink->forget)
            outlet->sink->forget(outlet->sink);
        pthread_mutex_lock(&outlet->lock);
        if (error != 0) {
            outlet->stats.errors++;
            outlet->stats.last_error = -error;
            snprintf(outlet->stats.last_why, sizeof outlet->stats.last_why, "spool: %s",
                     strerror(-error));
        }
        outlet->stats.spooled += done;
        /* A smaller one behind it might still fit, and would be out of order. */
        outlet->stats.lost[RT_SINK_LOSS_SPOOL] += n - done;
        forget(held, items, n);
    }
}

static void offer_spooled(struct rt_outlet *outlet)
{
    struct rt_alert_item items[MOST_OFFERED];
    uint64_t damaged;
    uint32_t n, done = 0;

    pthread_mutex_unlock(&outlet->lock);
    n = rt_spool_first(outlet->spool, items, MOST_OFFERED, &damaged);
    pthread_mutex_lock(&outlet->lock);
    outlet->stats.spooled -= damaged;
    outlet->stats.lost[RT_SINK_LOSS_SPOOL] += damaged;
    if (n == 0)
        return;
    offer(outlet, items, n, &done);
    outlet->stats.spooled -= done;
    pthread_mutex_unlock(&outlet->lock);
    rt_spool_drop(outlet->spool, done);
    pthread_mutex_lock(&outlet->lock);
}

static void offer_held(struct rt_outlet *outlet)
{
    struct rt_alert_item items[MOST_OFFERED];
    const uint32_t n = next_items(outlet->held, items);
    uint32_t done = 0;

    offer(outlet, items, n, &done);
    forget(outlet->held, items, done);
    if (outlet->waiting)
        pthread_cond_signal(&outlet->emptied);
}

static bool holds_some(const struct rt_outlet *outlet)
{
    return outlet->held->done < outlet->held->len;
}

/* Takes the full buffer, if there is something in it, and leaves the empty one. */
static void take_filled(struct rt_outlet *outlet)
{
    struct rt_outlet_buffer *empty = outlet->held;

    if (holds_some(outlet) || outlet->filling->len == 0)
        return;
    empty->len = empty->done = 0;
    empty->lines = 0;
    outlet->held = outlet->filling;
    outlet->filling = empty;
    if (outlet->waiting)
        pthread_cond_signal(&outlet->emptied);
}

static void flush(struct rt_outlet *outlet)
{
    int error;

    outlet->flushed = true;
    if (!outlet->sink->flush)
        return;
    pthread_mutex_unlock(&outlet->lock);
    error = outlet->sink->flush(outlet->sink);
    pthread_mutex_lock(&outlet->lock);
    if (error != 0)
        note_error(outlet, error);
}

static void reopen(struct rt_outlet *outlet)
{
    outlet->reopening = false;
    if (!outlet->sink->reopen)
        return;
    pthread_mutex_unlock(&outlet->lock);
    outlet->sink->reopen(outlet->sink);
    pthread_mutex_lock(&outlet->lock);
}

/* What cannot be delivered any more goes to the spool, or is lost. */
static void give_up(struct rt_outlet *outlet)
{
    struct rt_alert_item items[MOST_OFFERED];
    uint32_t n;

    do {
        if (outlet->spool)
            spool_held(outlet);
        while ((n = next_items(outlet->held, items)) > 0) {
            outlet->stats.lost[RT_SINK_LOSS_END] += n;
            forget(outlet->held, items, n);
        }
        take_filled(outlet);
    } while (holds_some(outlet));
}

/* One turn of the thread; false: it is done. */
static bool turn(struct rt_outlet *outlet)
{
    const bool backlog = outlet->spool && rt_spool_count(outlet->spool) > 0;
    const uint64_t now = now_ms();

    if (outlet->reopening)
        reopen(outlet);
    if (outlet->closing && outlet->deadline_ms == 0) {
        outlet->deadline_ms = now + outlet->options->grace_ms;
        if (outlet->retry_ms > now + LAST_PAUSE_MS)
            outlet->retry_ms = now;
    }
    take_filled(outlet);
    if (!backlog && !holds_some(outlet)) {
        if (!outlet->flushed) {
            flush(outlet);
            return true;
        }
        if (outlet->closing)
            return false;
        outlet->idle = true;
        pthread_cond_wait(&outlet->filled, &outlet->lock);
        outlet->idle = false;
        return true;
    }
    if (outlet->closing && now >= outlet->deadline_ms &&
        (outlet->spool || outlet->stalled || outlet->away_since_ms > 0)) {
        give_up(outlet);
        return false;
    }
    /* Those on disk are older. */
    if (holds_some(outlet) && outlet->spool && (backlog || outlet->away_since_ms > 0)) {
        spool_held(outlet);
        return true;
    }
    if (outlet->away_since_ms > 0 && now < outlet->retry_ms) {
        outlet->idle = outlet->spool != NULL;
        wait_until(outlet, &outlet->filled, outlet->retry_ms);
        outlet->idle = false;
        return true;
    }
    if (backlog)
        offer_spooled(outlet);
    else
        offer_held(outlet);
    return true;
}

static void *write_out(void *context)
{
    struct rt_outlet *outlet = context;

    rt_landlock_enter(RT_THREAD_OUTPUT);
    pthread_mutex_lock(&outlet->lock);
    while (turn(outlet))
        continue;
    pthread_mutex_unlock(&outlet->lock);
    return NULL;
}

/* --- its life --- */

static int start(struct rt_outlet *outlet)
{
    const int result = rt_thread_start(&outlet->thread, write_out, outlet);

    outlet->running = result == 0;
    return result;
}

int rt_outlet_open(struct rt_outlet *outlet, struct rt_sink *sink,
                   const struct rt_queue_options *options, char *error, size_t size)
{
    pthread_condattr_t attributes;

    *outlet = (struct rt_outlet){.sink = sink, .options = options, .flushed = true};
    outlet->stats.name = sink->name;
    outlet->filling = &outlet->buffers[0];
    outlet->held = &outlet->buffers[1];
    pthread_mutex_init(&outlet->lock, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&outlet->filled, &attributes);
    pthread_cond_init(&outlet->emptied, &attributes);
    pthread_condattr_destroy(&attributes);
    outlet->buffers[0].data = malloc(buffer_size(outlet));
    outlet->buffers[1].data = malloc(buffer_size(outlet));
    if (!outlet->buffers[0].data || !outlet->buffers[1].data) {
        snprintf(error, size, "no memory");
        return -ENOMEM;
    }
    return 0;
}

int rt_outlet_start(struct rt_outlet *outlet, char *error, size_t size)
{
    const struct rt_queue_options *options = outlet->options;
    const struct rt_sink *sink = outlet->sink;
    int result = 0;

    if (sink->retries && options->spool_dir && *options->spool_dir) {
        result = rt_spool_open(&outlet->spool, options->spool_dir, sink->name, options->spool_bytes,
                               error, size);
        if (result != 0)
            return result;
        outlet->stats.recovered = outlet->stats.spooled = rt_spool_count(outlet->spool);
    }
    result = start(outlet);
    if (result != 0)
        snprintf(error, size, "no thread: %s", strerror(-result));
    return result;
}

void rt_outlet_reopen(struct rt_outlet *outlet)
{
    pthread_mutex_lock(&outlet->lock);
    outlet->reopening = true;
    pthread_cond_signal(&outlet->filled);
    pthread_mutex_unlock(&outlet->lock);
}

void rt_outlet_stats(struct rt_outlet *outlet, struct rt_sink_stats *stats)
{
    pthread_mutex_lock(&outlet->lock);
    *stats = outlet->stats;
    pthread_mutex_unlock(&outlet->lock);
}

void rt_outlet_finish(struct rt_outlet *outlet)
{
    pthread_mutex_lock(&outlet->lock);
    outlet->closing = true;
    pthread_cond_signal(&outlet->filled);
    pthread_mutex_unlock(&outlet->lock);
}

void rt_outlet_join(struct rt_outlet *outlet)
{
    if (outlet->running) {
        pthread_join(outlet->thread, NULL);
    } else {
        pthread_mutex_lock(&outlet->lock);
        take_filled(outlet);
        give_up(outlet);
        pthread_mutex_unlock(&outlet->lock);
    }
    outlet->running = false;
}

void rt_outlet_close(struct rt_outlet *outlet)
{
    outlet->sink->close(outlet->sink);
    rt_spool_close(outlet->spool);
    free(outlet->buffers[0].data);
    free(outlet->buffers[1].data);
    pthread_mutex_destroy(&outlet->lock);
    pthread_cond_destroy(&outlet->filled);
    pthread_cond_destroy(&outlet->emptied);
}
