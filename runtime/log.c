/* What an agent says of itself. See log.h. */
#include "log.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define FACILITY (3 << 3) /* daemon, as syslog counts */
#define LONGEST  2048     /* bytes of a message to syslog */

static int reach_syslog(int fd)
{
    static const struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/dev/log"};

    return connect(fd, (const struct sockaddr *)&address, sizeof address);
}

/* One line, without its end; the daemon knows whose it is. */
static void put_syslog(const struct rt_log *log, int level, const char *text, size_t len)
{
    const char *slash = strrchr(log->self, '/');
    const size_t self = strlen(log->self);
    char line[LONGEST];
    int n;

    if (len > self + 2 && memcmp(text, log->self, self) == 0 && text[self] == ':') {
        text += self + 2;
        len -= self + 2;
    }
    n = snprintf(line, sizeof line, "<%d>%.64s[%d]: %.*s", FACILITY | level,
                 slash ? slash + 1 : log->self, (int)getpid(), (int)len, text);
    if (n >= LONGEST)
        n = LONGEST - 1;
    /* A daemon that was started anew has another socket. */
    if (n > 0 && send(log->syslog, line, (size_t)n, MSG_NOSIGNAL) < 0 && errno != EAGAIN &&
        reach_syslog(log->syslog) == 0)
        (void)send(log->syslog, line, (size_t)n, MSG_NOSIGNAL);
}

/* The stream's writer; lines may come several at a time. */
static ssize_t put(void *cookie, const char *text, size_t len)
{
    const struct rt_log_stream *stream = cookie;
    const struct rt_log *log = stream->log;
    size_t done = 0;

    if (log->to_stderr)
        fwrite(text, 1, len, stderr);
    while (log->syslog >= 0 && done < len) {
        const char *end = memchr(text + done, '\n', len - done);
        const size_t n = end ? (size_t)(end - text) - done : len - done;

        if (n > 0)
            put_syslog(log, stream->level, text + done, n);
        done += n + 1;
    }
    return (ssize_t)len;
}

static FILE *open_stream(struct rt_log *log, struct rt_log_stream *stream, int level, int most)
{
    const cookie_io_functions_t functions = {.write = level <= most ? put : NULL};
    FILE *file;

    stream->log = log;
    stream->level = level;
    file = fopencookie(stream, "w", functions);
    if (file)
        setvbuf(file, stream->buffer, _IOLBF, sizeof stream->buffer);
    return file;
}

int rt_log_open(struct rt_log *log, const char *self, bool to_stderr, bool to_syslog, int most)
{
    *log = (struct rt_log){.self = self, .to_stderr = to_stderr, .syslog = -1};
    if (to_syslog)
        log->syslog = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (log->syslog >= 0)
        (void)reach_syslog(log->syslog);
    log->error = open_stream(log, &log->streams[0], 3, most);
    log->warning = open_stream(log, &log->streams[1], 4, most);
    log->info = open_stream(log, &log->streams[2], 6, most);
    return log->error && log->warning && log->info ? 0 : -ENOMEM;
}

void rt_log_close(struct rt_log *log)
{
    FILE *const files[] = {log->error, log->warning, log->info};

    for (size_t i = 0; i < RT_LOG_LEVELS; i++) {
        if (files[i])
            fclose(files[i]);
    }
    if (log->syslog >= 0)
        close(log->syslog);
    log->syslog = -1;
}
