/* Outputs: where alerts go.
 *
 *     deciding thread --begin, commit--> a buffer for each sink --> the sink's thread --> peer
 *                                                                        |   ^
 *                                                                        v   |
 *                                                                       spool (disk)
 *
 * Each sink has a bounded buffer and a thread of its own, so that a slow or dead sink holds up
 * neither detection nor another sink. When a buffer is full, the deciding thread drops the alert
 * for that sink and counts it; while a capture is replayed it waits instead, but for a dead sink
 * not forever.
 *
 * A sink whose peer is away (`retries`) is offered the same alerts again after pauses that grow.
 * If it has a spool, what waits goes to disk meanwhile, up to the spool's size, and survives the
 * agent's end; what a spool holds from an earlier run is delivered first.
 *
 * Nothing goes without being counted. For each sink, at any time:
 *
 *     produced + recovered = delivered + spooled + lost (by cause) + waiting
 *
 * and nothing waits any more after rt_alert_queue_close. An agent that dies in between may deliver
 * an alert of its spool a second time, but loses none of it.
 */
#ifndef RULEC_OUTPUT_H
#define RULEC_OUTPUT_H

#include "../alert/alert.h"

#include <stdio.h>

struct rt_alert_queue;
struct rt_spool;

/* One alert on its way: a line of len bytes, the last of which is '\n'. */
struct rt_alert_item {
    const char *line;
    uint32_t len;
    uint8_t priority; /* 0 emergency ... 7 debug */
};

/* What one offer of alerts came to. Those that are done with are always the first ones. */
struct rt_sink_result {
    uint32_t taken;   /* alerts that need not be offered again */
    uint32_t refused; /* of these, how many the peer does not want, whenever it is asked */
};

/* A sink. Its functions are called from the sink's own thread; close after that has ended. */
struct rt_sink {
    const char *name; /* as settings and counters call it: "stdout", "http" */
    /* Offers n alerts (at least one). 0: it goes well; what was not taken is offered again at once,
     * so a sink that has to wait does that itself, for a short time. Negative errno: the peer is
     * away or in trouble, and `error` may say more. Alerts that are offered again are the same, in
     * the same order. */
    int (*write)(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                 struct rt_sink_result *result);
    int (*flush)(struct rt_sink *sink); /* nothing more waits; NULL: not needed */
    /* What was offered and not taken is given up, and will not be offered again; NULL: that makes
     * no difference. */
    void (*forget)(struct rt_sink *sink);
    void (*reopen)(struct rt_sink *sink); /* the file may have been moved away; NULL: not needed */
    void (*close)(struct rt_sink *sink);
    bool retries;    /* after a failure the alerts are offered again; else they are lost */
    char error[200]; /* of the last failure, for people; "": errno says it all */
};

/* Why an alert did not arrive. X(ID, message) */
#define RT_SINK_LOSSES(X)                                                                          \
    X(QUEUE, "no room in the queue")                                                               \
    X(SPOOL, "no room in the spool")                                                               \
    X(REFUSED, "the peer refused them")                                                            \
    X(FAILED, "they could not be written")                                                         \
    X(END, "the peer did not take them before the end")

enum rt_sink_loss {
#define X(id, message) RT_SINK_LOSS_##id,
    RT_SINK_LOSSES(X)
#undef X
        RT_SINK_LOSS__COUNT
};

struct rt_sink_stats {
    const char *name;
    uint64_t produced;  /* handed to the queue for this sink */
    uint64_t recovered; /* found in the spool at the start */
    uint64_t delivered;
    uint64_t spooled; /* on disk now */
    uint64_t lost[RT_SINK_LOSS__COUNT];
    uint64_t errors;    /* failed writes and flushes */
    int last_error;     /* errno of the last of these; 0: none yet */
    char last_why[200]; /* in words; "": errno says it all */
};

/* The sum over all sinks. */
struct rt_alert_stats {
    uint64_t queued, delivered, spooled;
    uint64_t dropped; /* lost for want of room, in queue or spool */
    uint64_t failed;  /* lost in any other way */
    int last_error;   /* errno of the last failure; 0: none yet */
    char last_why[200];
};

struct rt_queue_options {
    size_t bytes;      /* of each of a sink's two buffers, at least RT_ALERT_MAX */
    uint64_t capacity; /* alerts that may wait for a sink, besides those in its spool; 0: as many
                          as there is room for */
    bool block;        /* wait for a sink instead of dropping */
    bool later;        /* alerts wait for rt_alert_queue_start, which the caller calls */
    uint32_t grace_ms; /* at the end, how long a sink may go on without taking anything */
    /* Where sinks that retry keep what waits; "" or NULL: in memory only. */
    const char *spool_dir;
    uint64_t spool_bytes; /* of each sink, at most */
};

/* Opens buffers, spools and a writing thread for each sink, at most RT_ALERT_MAX_SINKS; takes the
 * sinks over, in case of failure too. The threads take no signals. 0 and *out, or negative errno
 * with a message in error (size bytes). */
int rt_alert_queue_open(struct rt_alert_queue **out, const struct rt_queue_options *options,
                        struct rt_sink **sinks, uint32_t nsinks, char *error, size_t size);

/* Opens the spools and starts the threads of a queue that was opened to start later: whoever had
 * the same spools before has closed them. 0, or negative errno with a message in error; then no
 * alert is delivered any more. */
int rt_alert_queue_start(struct rt_alert_queue *queue, char *error, size_t size);

/* An empty line to write into, of at most RT_ALERT_MAX bytes with the newline that commit adds;
 * commit hands it over. A line that is not committed is forgotten at the next begin. */
struct rt_line *rt_alert_queue_begin(struct rt_alert_queue *queue);
void rt_alert_queue_commit(struct rt_alert_queue *queue, uint8_t priority);

/* Asks the sinks to open their files anew, each before it writes again. */
void rt_alert_queue_reopen(struct rt_alert_queue *queue);

/* The counts now. per_sink: space for RT_ALERT_MAX_SINKS, or NULL; returns how many sinks there
 * are. */
uint32_t rt_alert_queue_stats(struct rt_alert_queue *queue, struct rt_alert_stats *total,
                              struct rt_sink_stats *per_sink);
/* Delivers what waits, stops the threads, closes the sinks, and leaves the final counts in *total
 * and per_sink (NULL: not wanted). Returns the number of sinks. A NULL queue is allowed. */
uint32_t rt_alert_queue_close(struct rt_alert_queue *queue, struct rt_alert_stats *total,
                              struct rt_sink_stats *per_sink);

/* The account of a sink, a line or more. */
void rt_sink_stats_print(FILE *out, const struct rt_sink_stats *stats);

#define RT_ALERT_MAX_SINKS 16

/* The sink on a file descriptor, standard output say. The fd is not closed. NULL: no memory. A
 * reader that went away is a failed write (-EPIPE); the process must ignore SIGPIPE, or the thread
 * that calls write block it, as the queue's threads do. */
struct rt_sink *rt_sink_fd(int fd, const char *name);

/* All lines to fd, whatever it does in portions; a non-blocking one is waited for. *written: bytes
 * that went out. 0 or negative errno. */
int rt_write_items(int fd, const struct rt_alert_item *items, uint32_t n, size_t *written);

#endif
