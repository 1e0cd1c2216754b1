/* The sink to a program. See sinks.h.
 *
 * The program is started by a process of its own, split off while the agent still has the right to:
 *
 *     agent --socket: read end of a pipe--> launcher --fork--> sh -c COMMAND
 *           <--socket: how it ended--------
 *
 * The agent keeps the read end as well. So what the program has not read is known to the byte when
 * it ends, and is offered to the next one from the beginning of a line.
 */
#include "sinks.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define STALL_MS 50   /* waiting for the program to read, at a time */
#define LOOK_MS  2    /* the same when it has everything, and only its reading is waited for */
#define END_MS   2000 /* at the end, for the program to end too */

struct sink_program {
    struct rt_sink sink;
    bool keep_alive;
    pid_t launcher;
    int socket;
    int in, out; /* the pipe's ends; out -1: closed. in -1: no program runs */
    /* Bytes in the pipe since the beginning of the first alert that is not taken. */
    size_t pushed;
};

/* --- the launcher --- */

static int receive_fd(int socket)
{
    union {
        struct cmsghdr align;
        char space[CMSG_SPACE(sizeof(int))];
    } control;
    char byte;
    struct iovec piece = {.iov_base = &byte, .iov_len = 1};
    struct msghdr message = {.msg_iov = &piece,
                             .msg_iovlen = 1,
                             .msg_control = control.space,
                             .msg_controllen = sizeof control.space};
    const struct cmsghdr *found;
    int fd = -1;
    ssize_t n;

    do
        n = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (n < 0 && errno == EINTR);
    found = n == 1 ? CMSG_FIRSTHDR(&message) : NULL;
    if (found && found->cmsg_type == SCM_RIGHTS)
        memcpy(&fd, CMSG_DATA(found), sizeof fd);
    return fd;
}

static _Noreturn void become(const char *command, int in)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ, SIGUSR1};

    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
        signal(signals[i], SIG_DFL);
    if (dup2(in, STDIN_FILENO) >= 0)
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

/* One program after the other, until the agent is gone. */
static _Noreturn void launch(int socket, const char *command)
{
    static const int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGPIPE};
    int in;

    setpgid(0, 0); /* what a terminal sends to the agent does not end the program */
    for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++)
        signal(ignored[i], SIG_IGN);
    while ((in = receive_fd(socket)) >= 0) {
        int status = 127 << 8;
        const pid_t pid = fork();

        if (pid == 0)
            become(command, in);
        close(in);
        while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
            continue;
        if (send(socket, &status, sizeof status, MSG_NOSIGNAL) < 0)
            break;
    }
    _exit(0);
}

/* --- the agent's side --- */

static int send_fd(int socket, int fd)
{
    union {
        struct cmsghdr align;
        char space[CMSG_SPACE(sizeof(int))];
    } control = {0};
    struct iovec piece = {.iov_base = "s", .iov_len = 1};
    struct msghdr message = {.msg_iov = &piece,
                             .msg_iovlen = 1,
                             .msg_control = control.space,
                             .msg_controllen = sizeof control.space};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);

    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(header), &fd, sizeof fd);
    return sendmsg(socket, &message, MSG_NOSIGNAL) < 0 ? -errno : 0;
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static int start(struct sink_program *program)
{
    int fds[2], error;

    if (pipe2(fds, O_CLOEXEC) != 0)
        return -errno;
    error = fcntl(fds[1], F_SETFL, O_NONBLOCK) != 0 ? -errno : send_fd(program->socket, fds[0]);
    if (error != 0) {
        close(fds[0]);
        close(fds[1]);
        return error;
    }
    program->in = fds[0];
    program->out = fds[1];
    program->pushed = 0;
    return 0;
}

/* Bytes in the pipe that the program has not read. */
static size_t unread(const struct sink_program *program)
{
    int n = 0;

    return ioctl(program->in, FIONREAD, &n) == 0 && n > 0 ? (size_t)n : 0;
}

/* Writes as much of the items as the pipe takes. */
static void push(struct sink_program *program, const struct rt_alert_item *items, uint32_t n)
{
    size_t before = program->pushed; /* bytes of items that are in the pipe */

    for (uint32_t i = 0; i < n; i++) {
        while (before < items[i].len) {
            const ssize_t out = write(program->out, items[i].line + before, items[i].len - before);

            if (out < 0 && errno == EINTR)
                continue;
            if (out < 0)
                return;
            before += (size_t)out;
            program->pushed += (size_t)out;
        }
        before -= items[i].len;
    }
}

/* Takes the items that the program has read wholly. */
static void take_read(struct sink_program *program, const struct rt_alert_item *items, uint32_t n,
                      struct rt_sink_result *result)
{
    size_t read = program->pushed - unread(program);

    while (result->taken < n && read >= items[result->taken].len) {
        read -= items[result->taken].len;
        program->pushed -= items[result->taken].len;
        result->taken++;
    }
}

/* Whether the program has ended, and how; the launcher's end counts as one. */
static bool has_ended(const struct sink_program *program, int wait_ms, int *status)
{
    struct pollfd ready = {.fd = program->socket, .events = POLLIN};

    if (poll(&ready, 1, wait_ms) <= 0)
        return false;
    if (recv(program->socket, status, sizeof *status, MSG_DONTWAIT) != (ssize_t)sizeof *status)
        *status = SIGKILL;
    return true;
}

static int ended(struct sink_program *program, int status)
{
    close_fd(&program->in);
    close_fd(&program->out);
    program->pushed = 0;
    if (WIFSIGNALED(status))
        snprintf(program->sink.error, sizeof program->sink.error,
                 "the program was ended by signal %d", WTERMSIG(status));
    else
        snprintf(program->sink.error, sizeof program->sink.error,
                 "the program ended with status %d", WEXITSTATUS(status));
    return -ECHILD;
}

/* One process for one alert: it is delivered when that has ended well. */
static int write_one(struct sink_program *program, const struct rt_alert_item *item,
                     struct rt_sink_result *result)
{
    int status;

    if (program->out >= 0) {
        push(program, item, 1);
        if (program->pushed == item->len)
            close_fd(&program->out);
    }
    if (!has_ended(program, program->out >= 0 ? LOOK_MS : STALL_MS, &status))
        return 0;
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 126 || WEXITSTATUS(status) == 127)
        return ended(program, status);
    ended(program, status);
    result->taken = 1;
    return 0;
}

static int write_items(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                       struct rt_sink_result *result)
{
    struct sink_program *program = (struct sink_program *)sink;
    int status, error = 0;

    if (program->in < 0)
        error = start(program);
    if (error != 0) {
        snprintf(sink->error, sizeof sink->error, "the program cannot be started: %s",
                 strerror(-error));
        return error;
    }
    if (!program->keep_alive)
        return write_one(program, items, result);
    push(program, items, n);
    if (has_ended(program, 0, &status)) {
        take_read(program, items, n, result);
        return ended(program, status);
    }
    take_read(program, items, n, result);
    if (result->taken == 0) {
        struct pollfd ready[2] = {{.fd = program->socket, .events = POLLIN},
                                  {.fd = program->out, .events = POLLOUT}};
        size_t all = 0;

        for (uint32_t i = 0; i < n; i++)
            all += items[i].len;
        if (program->pushed < all)
            poll(ready, 2, STALL_MS);
        else
            poll(ready, 1, LOOK_MS);
    }
    return 0;
}

/* The program gets the end of its input, and a while to make something of it. */
static void close_sink(struct rt_sink *sink)
{
    struct sink_program *program = (struct sink_program *)sink;
    int status;

    close_fd(&program->out);
    if (program->in >= 0)
        has_ended(program, END_MS, &status);
    close_fd(&program->in);
    close_fd(&program->socket);
    waitpid(program->launcher, NULL, WNOHANG);
    free(program);
}

int rt_sink_program(struct rt_sink **out, const struct rt_program_options *options, char *error,
                    size_t size)
{
    struct sink_program *program = calloc(1, sizeof *program);
    int sockets[2], result = -ENOMEM;

    if (!program) {
        snprintf(error, size, "no memory");
        return result;
    }
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0) {
        result = -errno;
    } else {
        fflush(NULL);
        program->launcher = fork();
        if (program->launcher == 0) {
            close(sockets[0]);
            launch(sockets[1], options->command);
        }
        result = program->launcher < 0 ? -errno : 0;
        close(sockets[1]);
        if (result != 0)
            close(sockets[0]);
    }
    if (result != 0) {
        snprintf(error, size, "no process to start programs: %s", strerror(-result));
        free(program);
        return result;
    }
    program->sink = (struct rt_sink){
        .name = "program", .write = write_items, .close = close_sink, .retries = true};
    program->keep_alive = options->keep_alive;
    program->socket = sockets[0];
    program->in = program->out = -1;
    *out = &program->sink;
    return 0;
}
