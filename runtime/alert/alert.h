/* Alerts: a rule that fired, as one line of text or JSON, on its way to the sinks.
 *
 * The deciding thread formats the line into the queue's ring (bounded; formatting needs the event,
 * which is gone afterwards); each sink's thread takes lines out and writes them. When a sink is
 * slower than the alerts for so long that the ring is full, the deciding thread waits for it when
 * replaying a capture, and drops and counts when live.
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
};

/* Formats rule `rule` for the event under evaluation: text as Falco prints it, or one JSON object
 * (CONTRACTS: keys in alphabetical order), without the newline. */
void rt_alert_format(struct rt_eval *eval, const struct rt_options *options, uint32_t rule,
                     struct rt_line *line);

/* Text of one value, as in outputs: type and print format decide. Appends "<NA>" if there is none.
 */
void rt_value_print(const struct rt_value_def *def, const struct rt_values *values,
                    struct rt_line *line);

/* The same as a JSON value: number, bool, string, array or null. */
void rt_value_print_json(const struct rt_value_def *def, const struct rt_values *values,
                         struct rt_line *line);

/* Escapes len bytes as the inside of a JSON string; invalid UTF-8 becomes U+FFFD. */
void rt_line_json(struct rt_line *line, const char *text, uint32_t len);
void rt_line_add(struct rt_line *line, const char *text, uint32_t len);
void rt_line_printf(struct rt_line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A sink: where lines go. write gets whole lines, each ended by '\n'; 0 or negative errno. */
struct rt_sink {
    const char *name;
    int (*write)(struct rt_sink *sink, const char *lines, size_t len);
    int (*flush)(struct rt_sink *sink);
    void (*close)(struct rt_sink *sink);
};

struct rt_alert_stats {
    uint64_t queued, delivered, dropped; /* queued = delivered + dropped + still in the queue */
    uint64_t write_errors;
    int last_error; /* errno of the last failed write */
};

/* A queue of `bytes` with one writing thread per sink; takes the sinks over. block: wait instead of
 * dropping. */
int rt_alert_queue_open(struct rt_alert_queue **out, size_t bytes, struct rt_sink **sinks,
                        uint32_t nsinks, bool block);
/* A line to write into, of at most RT_ALERT_MAX bytes; commit hands it over, with a newline. */
struct rt_line *rt_alert_queue_begin(struct rt_alert_queue *queue);
void rt_alert_queue_commit(struct rt_alert_queue *queue);
void rt_alert_queue_stats(struct rt_alert_queue *queue, struct rt_alert_stats *stats);
/* Delivers what is queued, stops the threads, closes the sinks. */
void rt_alert_queue_close(struct rt_alert_queue *queue);

#define RT_ALERT_MAX (256 * 1024)

/* The sink on a file descriptor, standard output say. The fd is not closed. */
struct rt_sink *rt_sink_fd(int fd);

#endif
