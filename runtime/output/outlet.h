/* An outlet: one sink with its buffer, its spool and its thread. Private to the queue. */
#ifndef RULEC_OUTLET_H
#define RULEC_OUTLET_H

#include "output.h"
#include "spool.h"

#include <pthread.h>

/* Records: a struct rt_outlet_record and its line, aligned to 8, behind each other. */
struct rt_outlet_buffer {
    char *data;
    size_t len;     /* bytes filled */
    size_t done;    /* bytes that the sink has taken: the thread's */
    uint64_t lines; /* that were put in */
};

struct rt_outlet {
    struct rt_sink *sink;
    struct rt_spool *spool; /* the thread's; NULL: none */
    const struct rt_queue_options *options;
    pthread_t thread;
    bool running; /* thread is to be joined */
    pthread_mutex_t lock;
    pthread_cond_t filled;  /* there is something to write, or the end has come */
    pthread_cond_t emptied; /* there is room again */
    /* All below under the lock, but for the buffer in the hands of the thread. */
    struct rt_outlet_buffer buffers[2];
    struct rt_outlet_buffer *filling; /* the one that lines are appended to */
    struct rt_outlet_buffer *held;    /* the one that the thread writes */
    bool closing, reopening;
    bool idle;    /* the thread waits for alerts */
    bool waiting; /* the deciding thread waits for room */
    bool flushed;
    bool stalled;           /* the last offer came to nothing */
    uint64_t away_since_ms; /* the sink has failed since then; 0: it works */
    uint64_t retry_ms;      /* when it is tried again */
    uint32_t pause_ms;      /* before that */
    uint64_t deadline_ms;   /* of the end; 0: not yet */
    struct rt_sink_stats stats;
};

/* Makes the buffers; the sink is the outlet's from then on, in case of failure too. options is
 * borrowed. 0, or negative errno with a message in error. */
int rt_outlet_open(struct rt_outlet *outlet, struct rt_sink *sink,
                   const struct rt_queue_options *options, char *error, size_t size);

/* Opens the spool and starts the thread; lines may have been put before. 0, or negative errno with
 * a message in error. */
int rt_outlet_start(struct rt_outlet *outlet, char *error, size_t size);

/* Puts a line, or counts it as lost. */
void rt_outlet_put(struct rt_outlet *outlet, const char *line, uint32_t len, uint8_t priority);

void rt_outlet_reopen(struct rt_outlet *outlet);
void rt_outlet_stats(struct rt_outlet *outlet, struct rt_sink_stats *stats);

/* Tells the thread that nothing more comes; waits until it has ended; frees. */
void rt_outlet_finish(struct rt_outlet *outlet);
void rt_outlet_join(struct rt_outlet *outlet);
void rt_outlet_close(struct rt_outlet *outlet);

#endif
