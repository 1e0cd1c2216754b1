/* The sink on a file descriptor: a pipe, a terminal, a file, a socket. See output.h. */
#include "output.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_PIECES 256

struct sink_fd {
    struct rt_sink sink;
    int fd;
};

int rt_write_items(int fd, const struct rt_alert_item *items, uint32_t n, size_t *written)
{
    size_t off = 0; /* of the first item, what is out already */

    *written = 0;
    while (n > 0) {
        struct iovec pieces[MOST_PIECES];
        uint32_t npieces = 0;
        ssize_t out;

        for (; npieces < n && npieces < MOST_PIECES; npieces++)
            pieces[npieces] = (struct iovec){.iov_base = (char *)items[npieces].line,
                                             .iov_len = items[npieces].len};
        pieces[0].iov_base = (char *)pieces[0].iov_base + off;
        pieces[0].iov_len -= off;
        out = writev(fd, pieces, (int)npieces);
        if (out >= 0) {
            *written += (size_t)out;
            for (off += (size_t)out; n > 0 && off >= items->len; items++, n--)
                off -= items->len;
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

static int write_all(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                     struct rt_sink_result *result)
{
    size_t written;
    const int error = rt_write_items(((struct sink_fd *)sink)->fd, items, n, &written);

    for (uint32_t i = 0; i < n && written >= items[i].len; i++) {
        written -= items[i].len;
        result->taken++;
    }
    return error;
}

static void close_sink(struct rt_sink *sink)
{
    free(sink);
}

struct rt_sink *rt_sink_fd(int fd, const char *name)
{
    struct sink_fd *sink = calloc(1, sizeof *sink);

    if (!sink)
        return NULL;
    sink->fd = fd;
    sink->sink = (struct rt_sink){.name = name, .write = write_all, .close = close_sink};
    return &sink->sink;
}
