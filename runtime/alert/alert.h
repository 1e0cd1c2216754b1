/* Alerts: a rule that fired, as one line of text or JSON, on its way to the sinks.
 *
 * The deciding thread formats the line (it needs the event, which is gone afterwards) and puts it
 * into a bounded buffer for each sink, whose own thread writes it out. So a slow or dead sink
 * touches no other. When a sink's buffer is full, the deciding thread waits for it when replaying a
 * capture, and drops the line for that sink and counts it when live.
 */
#ifndef RULEC_ALERT_H
#define RULEC_ALERT_H

#include "../program.h"

struct rt_engine;
struct rt_options;
struct rt_alert_queue;

/* Appends to a bounded line; what does not fit is cut and the line marked as cut (counted). */
struct rt_line {
    char *data;
    uint32_t len, size;
    bool cut;
    bool base64; /* byte buffers are written so; else with dots for what cannot be printed */
};

#define RT_PRIORITY__COUNT 8

/* "Emergency" ... "Informational", "Debug". */
extern const char *const rt_priority_names[RT_PRIORITY__COUNT];

/* Formats rule `rule` for the event under evaluation: text as Falco prints it, or one JSON object
 * (keys in alphabetical order), without the newline. A text that would be too long ends where it
 * has to; an object is made again with a shorter text and the time alone as a field, and if need be
 * without text and tags. The line is marked as cut then. */
void rt_alert_format(struct rt_eval *eval, const struct rt_options *options, uint32_t rule,
                     struct rt_line *line);

/* Text of one value, as in outputs: type and print format decide. Appends "<NA>" if there is none.
 */
void rt_value_print(const struct rt_value_def *def, const struct rt_values *values,
                    struct rt_line *line);

/* The same as a JSON value: number, bool, string, array or null. Times of the event are numbers of
 * nanoseconds, whatever their text. */
void rt_value_print_json(const struct rt_eval *eval, const struct rt_value_def *def,
                         const struct rt_values *values, struct rt_line *line);

/* Escapes len bytes as the inside of a JSON string; invalid UTF-8 becomes U+FFFD. */
void rt_line_json(struct rt_line *line, const char *text, uint32_t len);
/* How many of the len bytes can be written so into room bytes, without half a character or half an
 * escape at the end. */
uint32_t rt_line_json_fit(const char *text, uint32_t len, uint32_t room);
/* The same for names and values in output_fields, where Falco has another idea of invalid UTF-8: a
 * byte that begins a character takes as many with it as the character should have, and makes a
 * character of them, U+FFFD if there is none. */
void rt_line_json_field(struct rt_line *line, const char *text, uint32_t len);
void rt_line_add(struct rt_line *line, const char *text, uint32_t len);
/* "2026-07-31T13:53:31.726060287Z", of nanoseconds since 1970. */
void rt_line_time(struct rt_line *line, uint64_t time_ns);
void rt_line_printf(struct rt_line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A sink: where lines go. Its functions are called from the sink's own thread (close: after that
 * has ended). write gets whole lines, each ended by '\n', at most a buffer full; 0, or negative
 * errno if they were not all written. flush is called when nothing more waits; NULL: not needed. */
struct rt_sink {
    const char *name;
    int (*write)(struct rt_sink *sink, const char *lines, size_t len);
    int (*flush)(struct rt_sink *sink);
    void (*close)(struct rt_sink *sink);
};

/* Lines, counted once for each sink: queued = delivered + dropped + failed + still waiting. */
struct rt_alert_stats {
    uint64_t queued, delivered;
    uint64_t dropped;      /* no room in the sink's buffer */
    uint64_t failed;       /* the sink did not take them: those of writes that failed */
    uint64_t write_errors; /* failed writes and flushes */
    int last_error;        /* errno of the last of these; 0: none yet */
};

/* Opens buffers of `bytes` (at least RT_ALERT_MAX) and a writing thread for each sink, at most
 * RT_ALERT_MAX_SINKS; takes the sinks over, in case of failure too. block: wait for a sink instead
 * of dropping. The threads take no signals. 0 and *out, or negative errno. */
int rt_alert_queue_open(struct rt_alert_queue **out, size_t bytes, struct rt_sink **sinks,
                        uint32_t nsinks, bool block);
/* An empty line to write into, of at most RT_ALERT_MAX bytes with the newline that commit adds;
 * commit hands it over. A line that is not committed is forgotten at the next begin. */
struct rt_line *rt_alert_queue_begin(struct rt_alert_queue *queue);
void rt_alert_queue_commit(struct rt_alert_queue *queue);
void rt_alert_queue_stats(struct rt_alert_queue *queue, struct rt_alert_stats *stats);
/* Delivers what waits, stops the threads, closes the sinks, and leaves the final counts in *stats
 * (NULL: not wanted). A NULL queue is allowed. */
void rt_alert_queue_close(struct rt_alert_queue *queue, struct rt_alert_stats *stats);

#define RT_ALERT_MAX_SINKS 8
#define RT_ALERT_MAX       (256 * 1024)

/* The sink on a file descriptor, standard output say. The fd is not closed. NULL: no memory. A
 * reader that went away is a failed write (-EPIPE); the process must ignore SIGPIPE, or the thread
 * that calls write block it, as the queue's threads do. */
struct rt_sink *rt_sink_fd(int fd);

#endif
