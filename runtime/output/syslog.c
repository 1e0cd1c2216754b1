/* The sink to a syslog daemon. See sinks.h.
 *
 *     local       <12>Jul 31 13:53:31 rulec[77]: ALERT               what syslog(3) sends
 *     RFC 5424    <12>1 2026-07-31T13:53:31.123456Z HOST rulec 77 alert - ALERT
 *
 * The number in front is facility user times 8 plus the priority, whose numbers are syslog's.
 */
#include "sinks.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define FACILITY_USER 1
#define WAIT_MS       500 /* for a socket to take more, at a time */
#define CONNECT_MS    2000

enum transport { LOCAL, UNIX_5424, UDP, TCP };

struct sink_syslog {
    struct rt_sink sink;
    struct rt_syslog_options options;
    enum transport transport;
    union {
        struct sockaddr any;
        struct sockaddr_un path;
        struct sockaddr_in v4;
        struct sockaddr_in6 v6;
    } address;
    socklen_t address_len;
    int fd;      /* -1: not connected */
    size_t sent; /* bytes of the first item's message that are out already: TCP takes portions */
    char head[512];
    size_t head_len;
};

static void disconnect(struct sink_syslog *syslog)
{
    if (syslog->fd >= 0)
        close(syslog->fd);
    syslog->fd = -1;
    syslog->sent = 0; /* the next connection begins with a whole message */
}

static int fail(struct sink_syslog *syslog, int error, const char *what)
{
    snprintf(syslog->sink.error, sizeof syslog->sink.error, "%s%s%s: %s", what,
             *syslog->options.address ? " " : "", syslog->options.address, strerror(-error));
    disconnect(syslog);
    return error;
}

/* --- connecting --- */

/* Connects within a time; the socket does not block. 0 or negative errno. */
static int connect_in_time(int fd, const struct sockaddr *address, socklen_t len)
{
    struct pollfd ready = {.fd = fd, .events = POLLOUT};
    int error = 0;
    socklen_t error_len = sizeof error;

    if (connect(fd, address, len) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return -errno;
    if (poll(&ready, 1, CONNECT_MS) <= 0)
        return -ETIMEDOUT;
    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &error_len) != 0)
        return -errno;
    return -error;
}

static int connect_to(struct sink_syslog *syslog, int family, int type,
                      const struct sockaddr *address, socklen_t len)
{
    int error;

    syslog->fd = socket(family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (syslog->fd < 0)
        return -errno;
    error = connect_in_time(syslog->fd, address, len);
    if (error != 0)
        disconnect(syslog);
    return error;
}

static int connect_sink(struct sink_syslog *syslog)
{
    const int type = syslog->transport == TCP ? SOCK_STREAM : SOCK_DGRAM;

    return connect_to(syslog, syslog->address.any.sa_family, type, &syslog->address.any,
                      syslog->address_len);
}

/* --- messages --- */

static size_t format_local(struct sink_syslog *syslog, uint8_t priority, const struct tm *now,
                           char *out, size_t size)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    return (size_t)snprintf(out, size,
                            "<%d>%s %2d %02d:%02d:%02d %s[%d]: ", FACILITY_USER * 8 + priority,
                            months[now->tm_mon], now->tm_mday, now->tm_hour, now->tm_min,
                            now->tm_sec, syslog->options.app_name, (int)getpid());
}

static void format_head(struct sink_syslog *syslog, const struct rt_alert_item *item)
{
    char text[400];
    struct timespec now;
    struct tm parts;
    size_t len;

    clock_gettime(CLOCK_REALTIME, &now);
    if (syslog->transport == LOCAL) {
        localtime_r(&now.tv_sec, &parts);
        len = format_local(syslog, item->priority, &parts, text, sizeof text);
    } else {
        gmtime_r(&now.tv_sec, &parts);
        len = (size_t)snprintf(
            text, sizeof text,
            "<%d>1 %04d-%02d-%02dT%02d:%02d:%02d.%06ldZ %.200s %.48s %d alert - ",
            FACILITY_USER * 8 + item->priority, parts.tm_year + 1900, parts.tm_mon + 1,
            parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, now.tv_nsec / 1000,
            *syslog->options.hostname ? syslog->options.hostname : "-", syslog->options.app_name,
            (int)getpid());
    }
    syslog->head_len = 0;
    if (syslog->transport == TCP)
        syslog->head_len =
            (size_t)snprintf(syslog->head, sizeof syslog->head, "%zu ", len + item->len - 1);
    memcpy(syslog->head + syslog->head_len, text, len);
    syslog->head_len += len;
}

/* Sends what is left of one message, without the newline. 0: it is out; -EAGAIN: not wholly. */
static int send_rest(struct sink_syslog *syslog, const struct rt_alert_item *item)
{
    const size_t size = syslog->head_len + item->len - 1;

    while (syslog->sent < size) {
        const size_t of_head = syslog->sent < syslog->head_len ? syslog->sent : syslog->head_len;
        const size_t of_line = syslog->sent - of_head;
        struct iovec pieces[2] = {
            {.iov_base = syslog->head + of_head, .iov_len = syslog->head_len - of_head},
            {.iov_base = (char *)item->line + of_line, .iov_len = item->len - 1 - of_line},
        };
        const struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
        const ssize_t n = sendmsg(syslog->fd, &message, MSG_NOSIGNAL);

        if (n >= 0)
            syslog->sent += (size_t)n;
        else if (errno != EINTR)
            return errno == ENOBUFS ? -EAGAIN : -errno;
    }
    syslog->sent = 0;
    return 0;
}

/* A daemon that has closed the connection is not written to: what it would not read is not taken
 * for delivered. */
static bool hung_up(const struct sink_syslog *syslog)
{
    struct pollfd state = {.fd = syslog->fd, .events = POLLIN | POLLRDHUP};
    char byte;

    if (syslog->transport != TCP || poll(&state, 1, 0) <= 0)
        return false;
    return (state.revents & (POLLRDHUP | POLLHUP | POLLERR)) ||
           recv(syslog->fd, &byte, 1, MSG_DONTWAIT) == 0;
}

static int write_items(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                       struct rt_sink_result *result)
{
    struct sink_syslog *syslog = (struct sink_syslog *)sink;
    int error = 0;

    if (syslog->fd >= 0 && hung_up(syslog))
        disconnect(syslog);
    if (syslog->fd < 0)
        error = connect_sink(syslog);
    if (error != 0)
        return fail(syslog, error, "syslog: cannot connect");
    while (result->taken < n) {
        struct pollfd ready = {.fd = syslog->fd, .events = POLLOUT};

        if (syslog->sent == 0)
            format_head(syslog, &items[result->taken]);
        error = send_rest(syslog, &items[result->taken]);
        if (error == -EAGAIN) {
            poll(&ready, 1, WAIT_MS);
            return 0;
        }
        if (error == -EMSGSIZE) { /* no datagram can hold it, at any time */
            snprintf(sink->error, sizeof sink->error, "syslog: a message is too long");
            syslog->sent = 0;
            result->refused++;
        } else if (error != 0) {
            return fail(syslog, error, "syslog");
        }
        result->taken++;
    }
    return 0;
}

static void close_sink(struct rt_sink *sink)
{
    disconnect((struct sink_syslog *)sink);
    free(sink);
}

/* --- addresses --- */

static bool parse_path(struct sink_syslog *syslog, enum transport transport, const char *path)
{
    struct sockaddr_un *address = &syslog->address.path;

    syslog->transport = transport;
    syslog->address_len = sizeof *address;
    address->sun_family = AF_UNIX;
    if (*path == '\0' || strlen(path) >= sizeof address->sun_path)
        return false;
    strcpy(address->sun_path, path);
    return true;
}

static bool parse_number(const char *text, const char *port, struct sink_syslog *syslog)
{
    char *end;
    const unsigned long number = strtoul(port, &end, 10);

    if (number == 0 || number > 65535 || *port < '0' || *port > '9' || *end)
        return false;
    if (inet_pton(AF_INET, text, &syslog->address.v4.sin_addr) == 1) {
        syslog->address.v4.sin_family = AF_INET;
        syslog->address.v4.sin_port = htons((uint16_t)number);
        syslog->address_len = sizeof syslog->address.v4;
        return true;
    }
    if (inet_pton(AF_INET6, text, &syslog->address.v6.sin6_addr) != 1)
        return false;
    syslog->address.v6.sin6_family = AF_INET6;
    syslog->address.v6.sin6_port = htons((uint16_t)number);
    syslog->address_len = sizeof syslog->address.v6;
    return true;
}

/* V4, V4:PORT, [V6], [V6]:PORT, localhost, localhost:PORT. Other names would need a resolver, which
 * static programs do not have. */
static bool parse_host(struct sink_syslog *syslog, enum transport transport, const char *text,
                       const char *port)
{
    const bool bracket = *text == '[';
    const char *begin = text + bracket;
    const char *end = bracket ? strchr(begin, ']') : strrchr(begin, ':');
    const char *rest;
    char host[INET6_ADDRSTRLEN];

    syslog->transport = transport;
    if (!end && bracket)
        return false;
    if (!end)
        end = begin + strlen(begin);
    rest = end + bracket;
    if (*rest == ':')
        port = rest + 1;
    else if (*rest != '\0')
        return false;
    if ((size_t)(end - begin) >= sizeof host)
        return false;
    snprintf(host, sizeof host, "%.*s", (int)(end - begin), begin);
    return parse_number(strcmp(host, "localhost") == 0 ? "127.0.0.1" : host, port, syslog);
}

static bool parse_address(struct sink_syslog *syslog, const char *address)
{
    if (!*address)
        return parse_path(syslog, LOCAL, "/dev/log");
    if (strncmp(address, "unix:", 5) == 0)
        return parse_path(syslog, LOCAL, address + 5);
    if (strncmp(address, "unix+rfc5424:", 13) == 0)
        return parse_path(syslog, UNIX_5424, address + 13);
    if (strncmp(address, "udp://", 6) == 0)
        return parse_host(syslog, UDP, address + 6, "514");
    if (strncmp(address, "tcp://", 6) == 0)
        return parse_host(syslog, TCP, address + 6, "601");
    return false;
}

int rt_sink_syslog(struct rt_sink **out, const struct rt_syslog_options *options, char *error,
                   size_t size)
{
    struct sink_syslog *syslog = calloc(1, sizeof *syslog);

    if (!syslog) {
        snprintf(error, size, "no memory");
        return -ENOMEM;
    }
    syslog->sink = (struct rt_sink){
        .name = "syslog", .write = write_items, .close = close_sink, .retries = true};
    syslog->options = *options;
    syslog->fd = -1;
    if (!parse_address(syslog, options->address)) {
        snprintf(error, size,
                 "`%s` is no address of a syslog daemon: udp://IP:PORT, tcp://IP:PORT, unix:PATH, "
                 "unix+rfc5424:PATH",
                 options->address);
        close_sink(&syslog->sink);
        return -EINVAL;
    }
    *out = &syslog->sink;
    return 0;
}
