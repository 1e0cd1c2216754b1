/* The queue between the deciding thread and the sinks. See output.h. */
#include "outlet.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct rt_alert_queue {
    struct rt_queue_options options;
    struct rt_line line; /* what begin gave out */
    struct rt_outlet outlets[RT_ALERT_MAX_SINKS];
    uint32_t noutlets;
};

static void close_sinks(struct rt_sink **sinks, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        sinks[i]->close(sinks[i]);
}

int rt_alert_queue_start(struct rt_alert_queue *queue, char *error, size_t size)
{
    char why[256];

    for (uint32_t i = 0; i < queue->noutlets; i++) {
        const int result = rt_outlet_start(&queue->outlets[i], why, sizeof why);

        if (result != 0) {
            snprintf(error, size, "%s: %s", queue->outlets[i].sink->name, why);
            return result;
        }
    }
    return 0;
}

int rt_alert_queue_open(struct rt_alert_queue **out, const struct rt_queue_options *options,
                        struct rt_sink **sinks, uint32_t nsinks, char *error, size_t size)
{
    const bool fits = options->bytes >= RT_ALERT_MAX && nsinks <= RT_ALERT_MAX_SINKS;
    struct rt_alert_queue *queue = fits ? calloc(1, sizeof *queue) : NULL;
    char why[256];
    int result = 0;

    snprintf(error, size, "%s", fits ? "no memory" : "too many sinks, or too small a buffer");
    if (!queue) {
        close_sinks(sinks, nsinks);
        return fits ? -ENOMEM : -EINVAL;
    }
    queue->options = *options;
    queue->line.data = malloc(RT_ALERT_MAX);
    queue->line.size = RT_ALERT_MAX - 1;
    if (!queue->line.data)
        result = -ENOMEM;
    while (result == 0 && queue->noutlets < nsinks) {
        struct rt_sink *sink = sinks[queue->noutlets];

        result = rt_outlet_open(&queue->outlets[queue->noutlets++], sink, &queue->options, why,
                                sizeof why);
        if (result != 0)
            snprintf(error, size, "%s: %s", sink->name, why);
    }
    if (result == 0 && !options->later)
        result = rt_alert_queue_start(queue, error, size);
    if (result == 0) {
        *out = queue;
        return 0;
    }
    close_sinks(sinks + queue->noutlets, nsinks - queue->noutlets);
    rt_alert_queue_close(queue, NULL, NULL);
    return result;
}

struct rt_line *rt_alert_queue_begin(struct rt_alert_queue *queue)
{
    queue->line.len = 0;
    queue->line.cut = false;
    return &queue->line;
}

void rt_alert_queue_commit(struct rt_alert_queue *queue, uint8_t priority)
{
    struct rt_line *line = &queue->line;

    line->data[line->len++] = '\n';
    for (uint32_t i = 0; i < queue->noutlets; i++)
        rt_outlet_put(&queue->outlets[i], line->data, line->len, priority);
}

void rt_alert_queue_reopen(struct rt_alert_queue *queue)
{
    for (uint32_t i = 0; i < queue->noutlets; i++)
        rt_outlet_reopen(&queue->outlets[i]);
}

uint32_t rt_alert_queue_stats(struct rt_alert_queue *queue, struct rt_alert_stats *total,
                              struct rt_sink_stats *per_sink)
{
    if (total)
        *total = (struct rt_alert_stats){0};
    for (uint32_t i = 0; i < queue->noutlets; i++) {
        struct rt_sink_stats stats;

        rt_outlet_stats(&queue->outlets[i], &stats);
        if (per_sink)
            per_sink[i] = stats;
        if (!total)
            continue;
        total->queued += stats.produced;
        total->delivered += stats.delivered;
        total->spooled += stats.spooled;
        total->dropped += stats.lost[RT_SINK_LOSS_QUEUE] + stats.lost[RT_SINK_LOSS_SPOOL];
        total->failed += stats.lost[RT_SINK_LOSS_REFUSED] + stats.lost[RT_SINK_LOSS_FAILED] +
                         stats.lost[RT_SINK_LOSS_END];
        if (stats.errors > 0) {
            total->last_error = stats.last_error;
            memcpy(total->last_why, stats.last_why, sizeof total->last_why);
        }
    }
    return queue->noutlets;
}

uint32_t rt_alert_queue_close(struct rt_alert_queue *queue, struct rt_alert_stats *total,
                              struct rt_sink_stats *per_sink)
{
    uint32_t n;

    if (total)
        *total = (struct rt_alert_stats){0};
    if (!queue)
        return 0;
    for (uint32_t i = 0; i < queue->noutlets; i++)
        rt_outlet_finish(&queue->outlets[i]);
    for (uint32_t i = 0; i < queue->noutlets; i++)
        rt_outlet_join(&queue->outlets[i]);
    n = rt_alert_queue_stats(queue, total, per_sink);
    for (uint32_t i = 0; i < queue->noutlets; i++)
        rt_outlet_close(&queue->outlets[i]);
    free(queue->line.data);
    free(queue);
    return n;
}

void rt_sink_stats_print(FILE *out, const struct rt_sink_stats *stats)
{
    static const char *const causes[RT_SINK_LOSS__COUNT] = {
#define X(id, message) [RT_SINK_LOSS_##id] = (message),
        RT_SINK_LOSSES(X)
#undef X
    };
    uint64_t lost = 0, waiting;

    for (uint32_t i = 0; i < RT_SINK_LOSS__COUNT; i++)
        lost += stats->lost[i];
    waiting = stats->produced + stats->recovered - stats->delivered - stats->spooled - lost;
    fprintf(out, "output %s: %" PRIu64 " produced, ", stats->name, stats->produced);
    if (stats->recovered > 0)
        fprintf(out, "%" PRIu64 " recovered, ", stats->recovered);
    fprintf(out,
            "%" PRIu64 " delivered, %" PRIu64 " spooled, %" PRIu64 " lost, %" PRIu64 " waiting",
            stats->delivered, stats->spooled, lost, waiting);
    for (uint32_t i = 0; i < RT_SINK_LOSS__COUNT; i++) {
        if (stats->lost[i] > 0)
            fprintf(out, "; %" PRIu64 " lost: %s", stats->lost[i], causes[i]);
    }
    if (stats->errors > 0)
        fprintf(out, "; %" PRIu64 " errors, the last one: %s", stats->errors,
                stats->last_why[0] ? stats->last_why : strerror(stats->last_error));
    fputc('\n', out);
}
