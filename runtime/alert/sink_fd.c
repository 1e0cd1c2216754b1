/* The sink on a file descriptor: a pipe, a terminal, a file, a socket. See alert.h. */
#include "alert.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

struct sink_fd {
    struct rt_sink sink;
    int fd;
};

/* Whatever the fd does in portions is made whole here; a non-blocking one is waited for. */
static int write_all(struct rt_sink *sink, const char *lines, size_t len)
{
    const int fd = ((struct sink_fd *)sink)->fd;

    while (len > 0) {
        const ssize_t n = write(fd, lines, len);

        if (n >= 0) {
            lines += n;
            len -= (size_t)n;
        } else if (errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLOUT};

            if (poll(&ready, 1, -1) < 0 && errno != EINTR)
                return -errno;
        } else if (errno != EINTR) {
            return -errno;
        }
    }
    return 0;
}

static void close_sink(struct rt_sink *sink)
{
    free(sink);
}

struct rt_sink *rt_sink_fd(int fd)
{
    struct sink_fd *sink = calloc(1, sizeof *sink);

    if (!sink)
        return NULL;
    sink->fd = fd;
    sink->sink.name = fd == STDOUT_FILENO ? "standard output" : "file descriptor";
    sink->sink.write = write_all;
    sink->sink.close = close_sink;
    return &sink->sink;
}
