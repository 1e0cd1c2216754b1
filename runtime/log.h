/* What an agent says of itself: that it watches, what it lost, what failed. Alerts go elsewhere
 * (output/output.h), and so does what is asked for on the command line.
 *
 * A stream for each level; what is written to it goes, line by line, to standard error and to the
 * local syslog, as log_stderr, log_syslog and log_level say. Neither holds up detection: what
 * syslog does not take at once, it does not get.
 */
#ifndef RULEC_LOG_H
#define RULEC_LOG_H

#include <stdbool.h>
#include <stdio.h>

#define RT_LOG_LEVELS 3

struct rt_log_stream {
    const struct rt_log *log;
    int level; /* as syslog and priorities count */
    char buffer[4096];
};

struct rt_log {
    FILE *error, *warning, *info;
    const char *self; /* what the agent was started as */
    bool to_stderr;
    int syslog; /* a socket; -1: none */
    struct rt_log_stream streams[RT_LOG_LEVELS];
};

/* Messages of a level above most are not told. Without a daemon behind /dev/log messages go there
 * when there is one. 0 or -ENOMEM; rt_log_close in any case. */
int rt_log_open(struct rt_log *log, const char *self, bool to_stderr, bool to_syslog, int most);
void rt_log_close(struct rt_log *log);

#endif
