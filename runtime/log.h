/* What an agent says of itself: that it watches, what it lost, what failed. Alerts go elsewhere
 * (output/output.h), and so does what is asked for on the command line.
 *
 * Messages go to standard error and to the local syslog, as log_stderr, log_syslog and log_level
 * say. Neither may hold up detection: what syslog does not take at once, it does not get.
 */
#ifndef RULEC_LOG_H
#define RULEC_LOG_H

#include <stdbool.h>
#include <stdio.h>

/* Numbers of syslog, and of priorities. */
enum rt_log_level { RT_LOG_ERROR = 3, RT_LOG_WARNING = 4, RT_LOG_NOTICE = 5, RT_LOG_INFO = 6 };

struct rt_log {
    const char *self; /* what the agent was started as */
    FILE *out;        /* standard error; NULL: not there */
    int syslog;       /* a socket; -1: none */
    int level;        /* messages of a number above it are not told */
};

/* Opens the socket of the local syslog, if that is wanted; without a daemon there, messages go to it
 * when there is one. */
void rt_log_open(struct rt_log *log, const char *self, bool to_stderr, bool to_syslog, int level);
void rt_log_close(struct rt_log *log);

/* "SELF: MESSAGE"; what is too long for a line is cut. */
void rt_log_say(const struct rt_log *log, enum rt_log_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The message alone. */
void rt_log_line(const struct rt_log *log, enum rt_log_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
