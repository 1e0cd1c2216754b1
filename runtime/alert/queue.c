/* The queue between the deciding thread and the sinks. See alert.h.
 *
 * Each sink has two buffers: lines are appended to one while its thread writes the other, and the
 * two change places when the thread comes back for more. So lines are always whole and in one
 * piece, many of them go out in one write when alerts come fast, and the lock is held for the copy
 * of a line or for changing places, never for a write.
 */
#include "alert.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
    char *data;
    size_t len;
    uint64_t lines;
};

/* One sink with its thread. */
struct outlet {
    struct rt_sink *sink;
    pthread_t thread;
    bool running; /* thread is to be joined */
    pthread_mutex_t lock;
    pthread_cond_t filled;  /* there is something to write, or the end has come */
    pthread_cond_t emptied; /* there is room again */
    /* All below under the lock, but for the buffer in the hands of the thread. */
    struct buffer buffers[2];
    struct buffer *filling; /* the one that lines are appended to */
    bool closing;
    bool idle;    /* the thread waits */
    bool waiting; /* the deciding thread waits */
    struct rt_alert_stats stats;
};

struct rt_alert_queue {
    size_t bytes; /* of each buffer */
    bool block;
    struct rt_line line; /* what begin gave out */
    struct outlet outlets[RT_ALERT_MAX_SINKS];
    uint32_t noutlets;
};

static void note_error(struct outlet *outlet, int error)
{
    if (error == 0)
        return;
    outlet->stats.write_errors++;
    outlet->stats.last_error = -error;
}

/* Takes the full buffer, leaves the empty one, and writes. Called and left with the lock held. */
static void write_filled(struct outlet *outlet)
{
    struct buffer *taken = outlet->filling;
    int error;

    outlet->filling = &outlet->buffers[taken == &outlet->buffers[0]];
    if (outlet->waiting)
        pthread_cond_signal(&outlet->emptied);
    pthread_mutex_unlock(&outlet->lock);
    error = outlet->sink->write(outlet->sink, taken->data, taken->len);
    pthread_mutex_lock(&outlet->lock);
    note_error(outlet, error);
    if (error == 0)
        outlet->stats.delivered += taken->lines;
    else
        outlet->stats.failed += taken->lines;
    taken->len = 0;
    taken->lines = 0;
}

static void flush(struct outlet *outlet)
{
    int error;

    if (!outlet->sink->flush)
        return;
    pthread_mutex_unlock(&outlet->lock);
    error = outlet->sink->flush(outlet->sink);
    pthread_mutex_lock(&outlet->lock);
    note_error(outlet, error);
}

static void *write_out(void *context)
{
    struct outlet *outlet = context;
    bool flushed = true;

    pthread_mutex_lock(&outlet->lock);
    for (;;) {
        if (outlet->filling->len > 0) {
            write_filled(outlet);
            flushed = false;
        } else if (!flushed) {
            flush(outlet);
            flushed = true;
        } else if (outlet->closing) {
            break;
        } else {
            outlet->idle = true;
            pthread_cond_wait(&outlet->filled, &outlet->lock);
            outlet->idle = false;
        }
    }
    pthread_mutex_unlock(&outlet->lock);
    return NULL;
}

static int start(struct outlet *outlet, struct rt_sink *sink, size_t bytes)
{
    sigset_t all, before;
    int error;

    outlet->sink = sink;
    outlet->filling = &outlet->buffers[0];
    pthread_mutex_init(&outlet->lock, NULL);
    pthread_cond_init(&outlet->filled, NULL);
    pthread_cond_init(&outlet->emptied, NULL);
    outlet->buffers[0].data = malloc(bytes);
    outlet->buffers[1].data = malloc(bytes);
    if (!outlet->buffers[0].data || !outlet->buffers[1].data)
        return -ENOMEM;

    /* Signals are the deciding thread's, which waits in system calls that they shall end. */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    error = pthread_create(&outlet->thread, NULL, write_out, outlet);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    outlet->running = error == 0;
    return -error;
}

int rt_alert_queue_open(struct rt_alert_queue **out, size_t bytes, struct rt_sink **sinks,
                        uint32_t nsinks, bool block)
{
    const bool fits = bytes >= RT_ALERT_MAX && nsinks <= RT_ALERT_MAX_SINKS;
    struct rt_alert_queue *queue = fits ? calloc(1, sizeof *queue) : NULL;
    int error = 0;

    if (!queue) {
        for (uint32_t i = 0; i < nsinks; i++)
            sinks[i]->close(sinks[i]);
        return fits ? -ENOMEM : -EINVAL;
    }
    queue->bytes = bytes;
    queue->block = block;
    queue->line.data = malloc(RT_ALERT_MAX);
    queue->line.size = RT_ALERT_MAX - 1;
    if (!queue->line.data)
        error = -ENOMEM;
    for (uint32_t i = 0; i < nsinks; i++) {
        /* After a failure the others still need an outlet, to be closed with it. */
        const int failed = start(&queue->outlets[i], sinks[i], error == 0 ? bytes : 0);

        if (error == 0)
            error = failed;
        queue->noutlets++;
    }
    if (error != 0) {
        rt_alert_queue_close(queue, NULL);
        return error;
    }
    *out = queue;
    return 0;
}

struct rt_line *rt_alert_queue_begin(struct rt_alert_queue *queue)
{
    queue->line.len = 0;
    queue->line.cut = false;
    return &queue->line;
}

static void append(struct outlet *outlet, const struct rt_alert_queue *queue)
{
    const struct rt_line *line = &queue->line;
    struct buffer *buffer;

    pthread_mutex_lock(&outlet->lock);
    outlet->stats.queued++;
    while (queue->block && outlet->filling->len + line->len > queue->bytes) {
        outlet->waiting = true;
        pthread_cond_wait(&outlet->emptied, &outlet->lock);
        outlet->waiting = false;
    }
    buffer = outlet->filling;
    if (buffer->len + line->len > queue->bytes) {
        outlet->stats.dropped++;
    } else {
        memcpy(buffer->data + buffer->len, line->data, line->len);
        buffer->len += line->len;
        buffer->lines++;
        if (outlet->idle)
            pthread_cond_signal(&outlet->filled);
    }
    pthread_mutex_unlock(&outlet->lock);
}

void rt_alert_queue_commit(struct rt_alert_queue *queue)
{
    queue->line.data[queue->line.len++] = '\n';
    for (uint32_t i = 0; i < queue->noutlets; i++)
        append(&queue->outlets[i], queue);
}

void rt_alert_queue_stats(struct rt_alert_queue *queue, struct rt_alert_stats *stats)
{
    *stats = (struct rt_alert_stats){0};
    for (uint32_t i = 0; i < queue->noutlets; i++) {
        struct outlet *outlet = &queue->outlets[i];

        pthread_mutex_lock(&outlet->lock);
        stats->queued += outlet->stats.queued;
        stats->delivered += outlet->stats.delivered;
        stats->dropped += outlet->stats.dropped;
        stats->failed += outlet->stats.failed;
        stats->write_errors += outlet->stats.write_errors;
        if (outlet->stats.last_error != 0)
            stats->last_error = outlet->stats.last_error;
        pthread_mutex_unlock(&outlet->lock);
    }
}

void rt_alert_queue_close(struct rt_alert_queue *queue, struct rt_alert_stats *stats)
{
    if (stats)
        *stats = (struct rt_alert_stats){0};
    if (!queue)
        return;
    for (uint32_t i = 0; i < queue->noutlets; i++) {
        struct outlet *outlet = &queue->outlets[i];

        pthread_mutex_lock(&outlet->lock);
        outlet->closing = true;
        pthread_cond_signal(&outlet->filled);
        pthread_mutex_unlock(&outlet->lock);
    }
    for (uint32_t i = 0; i < queue->noutlets; i++) {
        if (queue->outlets[i].running)
            pthread_join(queue->outlets[i].thread, NULL);
    }
    if (stats)
        rt_alert_queue_stats(queue, stats);
    for (uint32_t i = 0; i < queue->noutlets; i++) {
        struct outlet *outlet = &queue->outlets[i];

        outlet->sink->close(outlet->sink);
        free(outlet->buffers[0].data);
        free(outlet->buffers[1].data);
        pthread_mutex_destroy(&outlet->lock);
        pthread_cond_destroy(&outlet->filled);
        pthread_cond_destroy(&outlet->emptied);
    }
    free(queue->line.data);
    free(queue);
}
