/* What an agent says of itself. See log.h. */
#include "log.h"

#include <stdarg.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define LONGEST  1024
#define FACILITY (3 << 3) /* daemon, as syslog counts */

static int reach_syslog(int fd)
{
    static const struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/dev/log"};

    return connect(fd, (const struct sockaddr *)&address, sizeof address);
}

void rt_log_open(struct rt_log *log, const char *self, bool to_stderr, bool to_syslog, int level)
{
    *log = (struct rt_log){.self = self, .out = to_stderr ? stderr : NULL, .syslog = -1};
    log->level = level;
    if (!to_syslog)
        return;
    log->syslog = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (log->syslog >= 0)
        (void)reach_syslog(log->syslog);
}

void rt_log_close(struct rt_log *log)
{
    if (log->syslog >= 0)
        close(log->syslog);
    log->syslog = -1;
}

static void put_syslog(const struct rt_log *log, enum rt_log_level level, const char *text)
{
    const char *slash = strrchr(log->self, '/');
    char line[LONGEST + 128];
    const int len =
        snprintf(line, sizeof line, "<%d>%.64s[%d]: %s", FACILITY | (int)level,
                 slash ? slash + 1 : log->self, (int)getpid(), text);
    const size_t n = len < (int)sizeof line ? (size_t)len : sizeof line - 1;

    /* A daemon that was started anew has another socket. */
    if (send(log->syslog, line, n, MSG_NOSIGNAL) < 0 && reach_syslog(log->syslog) == 0)
        (void)send(log->syslog, line, n, MSG_NOSIGNAL);
}

static void put(const struct rt_log *log, enum rt_log_level level, bool with_self, const char *text)
{
    if (log->out && with_self)
        fprintf(log->out, "%s: %s\n", log->self, text);
    else if (log->out)
        fprintf(log->out, "%s\n", text);
    if (log->syslog >= 0)
        put_syslog(log, level, text);
}

void rt_log_say(const struct rt_log *log, enum rt_log_level level, const char *format, ...)
{
    char text[LONGEST];
    va_list args;

    if ((int)level > log->level)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    put(log, level, true, text);
}

void rt_log_line(const struct rt_log *log, enum rt_log_level level, const char *format, ...)
{
    char text[LONGEST];
    va_list args;

    if ((int)level > log->level)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    put(log, level, false, text);
}
