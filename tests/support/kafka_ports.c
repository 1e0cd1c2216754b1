/* For librdkafka's mock brokers, which take any ports and keep messages in memory only. Preloaded,
 *
 *   KAFKA_PORTS   "P,Q,R": the first socket that is bound to any port gets P, and so on
 *   KAFKA_RECORD  a path: what comes in by connection N of process PID is in PATH.PID.N, there
 * before the broker itself has it, and so before it can be confirmed
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_FDS 1024

static int files[MOST_FDS]; /* by socket, where what it receives is kept; 0: not at all */

int bind(int fd, const struct sockaddr *address, socklen_t len)
{
    static const char *ports;
    int (*real)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "bind");
    struct sockaddr_in in;
    const int yes = 1;

    if (!ports)
        ports = getenv("KAFKA_PORTS");
    if (!ports || !*ports || address->sa_family != AF_INET || len < sizeof in)
        return real(fd, address, len);
    memcpy(&in, address, sizeof in);
    if (in.sin_port != 0)
        return real(fd, address, len);
    in.sin_port = htons((uint16_t)strtoul(ports, (char **)&ports, 10));
    if (*ports == ',')
        ports++;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    return real(fd, (const struct sockaddr *)&in, sizeof in);
}

/* The mock's connections are those that it accepts. */
int accept(int fd, struct sockaddr *restrict address, socklen_t *restrict len)
{
    static unsigned number;
    int (*real)(int, struct sockaddr *, socklen_t *) = dlsym(RTLD_NEXT, "accept");
    const char *record = getenv("KAFKA_RECORD");
    const int connection = real(fd, address, len);
    char path[4096];

    if (!record || connection < 0 || connection >= MOST_FDS)
        return connection;
    if (files[connection] > 0)
        close(files[connection]);
    snprintf(path, sizeof path, "%s.%d.%u", record, getpid(), number++);
    files[connection] = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    return connection;
}

static void keep(int fd, const char *data, ssize_t n)
{
    if (n > 0 && fd < MOST_FDS && files[fd] > 0 && write(files[fd], data, (size_t)n) != n)
        abort();
}

ssize_t recv(int fd, void *data, size_t size, int flags)
{
    ssize_t (*real)(int, void *, size_t, int) = dlsym(RTLD_NEXT, "recv");
    const ssize_t n = real(fd, data, size, flags);

    keep(fd, data, n);
    return n;
}

ssize_t recvmsg(int fd, struct msghdr *message, int flags)
{
    ssize_t (*real)(int, struct msghdr *, int) = dlsym(RTLD_NEXT, "recvmsg");
    ssize_t n = real(fd, message, flags), left = n;

    for (size_t i = 0; i < message->msg_iovlen && left > 0; i++) {
        const struct iovec *part = &message->msg_iov[i];
        const ssize_t len = left < (ssize_t)part->iov_len ? left : (ssize_t)part->iov_len;

        keep(fd, part->iov_base, len);
        left -= len;
    }
    return n;
}
