/* The hand-over of a running agent to its successor. See handover.h. */
#include "handover.h"

#include "harden/landlock.h"
#include "thread.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_S 2 /* for a word of who has connected */

static uint64_t boot_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_BOOTTIME, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

static int fail(char *out, size_t size, int error, const char *path, const char *what)
{
    snprintf(out, size, "%s: %s", path, what);
    return error;
}

static int make_address(struct sockaddr_un *address, const char *path)
{
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address->sun_path)
        return -ENAMETOOLONG;
    memcpy(address->sun_path, path, strlen(path));
    return 0;
}

/* Whether who is at the other end runs as this user, or as root. */
static bool is_friend(int fd)
{
    struct ucred peer;
    socklen_t len = sizeof peer;

    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &len) == 0 &&
           (peer.uid == geteuid() || peer.uid == 0);
}

static bool say(int fd, const char *text)
{
    return send(fd, text, strlen(text), MSG_NOSIGNAL) == (ssize_t)strlen(text);
}

/* Not forever. */
static void be_patient(int fd)
{
    const struct timeval patience = {.tv_sec = PATIENCE_S};

    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

/* One line of at most size - 1 bytes, without its end. */
static bool hear(int fd, char *line, size_t size)
{
    size_t len = 0;
    ssize_t n;

    while (len < size - 1 && (n = recv(fd, line + len, size - 1 - len, 0)) > 0) {
        char *end = memchr(line + len, '\n', (size_t)n);

        len += (size_t)n;
        if (end) {
            *end = '\0';
            return true;
        }
    }
    return false;
}

/* A connection; negative errno: none. */
static int reach(const char *path)
{
    struct sockaddr_un address;
    int fd, result = make_address(&address, path);

    if (result != 0)
        return result;
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -errno;
    if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0) {
        result = -errno;
        close(fd);
        return result;
    }
    be_patient(fd);
    return fd;
}

/* --- who can be replaced --- */

/* True: it is to be replaced by who is at the other end. */
static bool serve(struct rt_handover *handover, int fd)
{
    char word[32], answer[64];

    be_patient(fd);
    if (!is_friend(fd) || !hear(fd, word, sizeof word))
        return false;
    if (!atomic_load(&handover->watching)) {
        say(fd, "starting\n");
    } else if (strcmp(word, "status") == 0) {
        snprintf(answer, sizeof answer, "watching %ld\n", (long)getpid());
        say(fd, answer);
    } else if (strcmp(word, "stop") == 0) {
        return true;
    } else {
        say(fd, "unknown\n");
    }
    return false;
}

static void *answer_all(void *context)
{
    struct rt_handover *handover = context;
    int fd;

    rt_landlock_enter(RT_THREAD_OUTPUT);
    while ((fd = accept4(handover->listener, NULL, NULL, SOCK_CLOEXEC)) >= 0 || errno == EINTR ||
           errno == ECONNABORTED) {
        if (fd < 0)
            continue;
        if (serve(handover, fd)) {
            atomic_store(&handover->peer, fd);
            *handover->stop = 1;
            break; /* there is one successor */
        }
        close(fd);
    }
    return NULL;
}

/* The socket of an agent that has ended is replaced, that of a living one is not, nor is anything
 * else that is there. */
static int clear_path(const char *path, char *error, size_t size)
{
    struct stat info;
    int fd;

    if (lstat(path, &info) != 0)
        return errno == ENOENT ? 0 : fail(error, size, -errno, path, strerror(errno));
    if (!S_ISSOCK(info.st_mode))
        return fail(error, size, -EEXIST, path, "there is something that is no socket");
    fd = reach(path);
    if (fd >= 0) {
        close(fd);
        return fail(error, size, -EADDRINUSE, path, "another agent answers there");
    }
    if (fd != -ECONNREFUSED || unlink(path) != 0)
        return fail(error, size, -EADDRINUSE, path, strerror(fd != -ECONNREFUSED ? -fd : errno));
    return 0;
}

static int listen_at(struct rt_handover *handover, const char *path)
{
    struct sockaddr_un address;
    int fd, result = make_address(&address, path);

    if (result != 0)
        return result;
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -errno;
    handover->listener = fd;
    /* The mode of the file that bind makes is that of the socket. */
    if (fchmod(fd, 0600) != 0 || bind(fd, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(fd, 4) != 0)
        return -errno;
    return 0;
}

static int begin(struct rt_handover *handover)
{
    const int result = rt_thread_start(&handover->thread, answer_all, handover);

    handover->running = result == 0;
    return result;
}

int rt_handover_open(struct rt_handover *handover, const char *path, volatile sig_atomic_t *stop,
                     char *error, size_t size)
{
    int result;

    *handover = (struct rt_handover){.listener = -1, .peer = -1, .stop = stop};
    if (!*path)
        return 0;
    result = clear_path(path, error, size);
    if (result != 0)
        return result;
    result = listen_at(handover, path);
    if (result == 0)
        result = begin(handover);
    return result == 0 ? 0 : fail(error, size, result, path, strerror(-result));
}

void rt_handover_watching(struct rt_handover *handover)
{
    atomic_store(&handover->watching, true);
}

void rt_handover_stopped(struct rt_handover *handover)
{
    const int peer = atomic_load(&handover->peer);
    char answer[64];

    if (peer < 0)
        return;
    snprintf(answer, sizeof answer, "stopping %" PRIu64 "\n", boot_ns());
    say(peer, answer);
}

void rt_handover_close(struct rt_handover *handover)
{
    int peer;

    if (handover->listener < 0)
        return;
    shutdown(handover->listener, SHUT_RDWR); /* accept returns */
    if (handover->running)
        pthread_join(handover->thread, NULL);
    close(handover->listener);
    handover->listener = -1;
    peer = atomic_load(&handover->peer);
    if (peer >= 0) {
        say(peer, "ended\n");
        close(peer);
    }
}

/* --- the successor --- */

int rt_takeover_probe(const char *path, char *error, size_t size)
{
    const int fd = reach(path);
    char answer[64];
    int result = 0;

    if (fd < 0) {
        snprintf(error, size, "no agent answers at %s: %s", path, strerror(-fd));
        return fd;
    }
    if (!is_friend(fd))
        result = fail(error, size, -EPERM, path, "who answers there is another user");
    else if (!say(fd, "status\n") || !hear(fd, answer, sizeof answer))
        result = fail(error, size, -ETIMEDOUT, path, "who answers there says nothing");
    else if (strncmp(answer, "watching ", 9) != 0)
        result = fail(error, size, -EBUSY, path, "the agent there does not watch yet");
    close(fd);
    return result;
}

int rt_takeover_ask(struct rt_takeover *takeover, const char *path, char *error, size_t size)
{
    *takeover = (struct rt_takeover){.fd = reach(path)};
    if (takeover->fd < 0) {
        snprintf(error, size, "no agent answers at %s any more: %s", path, strerror(-takeover->fd));
        return takeover->fd;
    }
    if (!is_friend(takeover->fd) || !say(takeover->fd, "stop\n"))
        return fail(error, size, -EPERM, path, "the agent there cannot be asked");
    return 0;
}

/* Takes the first whole line of what it answered. */
static int take_line(struct rt_takeover *takeover, const char *end)
{
    const size_t len = (size_t)(end - takeover->text) + 1;
    char *rest;

    if (strncmp(takeover->text, "stopping ", 9) == 0) {
        takeover->stop_boot_ns = strtoull(takeover->text + 9, &rest, 10);
        takeover->stopping = rest == end;
        if (!takeover->stopping)
            return -EPROTO;
    } else if (strncmp(takeover->text, "ended\n", 6) == 0) {
        takeover->ended = true;
    } else {
        return -EPROTO;
    }
    takeover->len -= len;
    memmove(takeover->text, end + 1, takeover->len);
    return 0;
}

static void note_end(struct rt_takeover *takeover)
{
    if (!takeover->stopping)
        takeover->stop_boot_ns = boot_ns();
    takeover->stopping = takeover->ended = true;
}

int rt_takeover_wait(struct rt_takeover *takeover, int timeout_ms)
{
    struct pollfd ready = {.fd = takeover->fd, .events = POLLIN};
    const char *end;
    ssize_t n;
    int result = 0;

    n = poll(&ready, 1, timeout_ms);
    if (n <= 0)
        return n < 0 ? -errno : 0;
    n = recv(takeover->fd, takeover->text + takeover->len, sizeof takeover->text - takeover->len,
             0);
    if (n > 0)
        takeover->len += (size_t)n;
    while (result == 0 && (end = memchr(takeover->text, '\n', takeover->len)))
        result = take_line(takeover, end);
    if (result == 0 && takeover->len == sizeof takeover->text)
        result = -EPROTO;
    if (result == 0 && (n <= 0 || takeover->ended))
        note_end(takeover);
    return result;
}

void rt_takeover_close(struct rt_takeover *takeover)
{
    if (takeover->fd >= 0)
        close(takeover->fd);
    takeover->fd = -1;
}
