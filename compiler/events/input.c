#include "events/input.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define LONGEST (1u << 20) /* bytes of a line */

static int open_journal(struct rc_input *input)
{
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0)
        return -errno;
    input->child = fork();
    if (input->child < 0) {
        const int error = errno;
        close(ends[0]);
        close(ends[1]);
        input->child = 0;
        return -error;
    }
    if (input->child == 0) {
        const int nowhere = open("/dev/null", O_RDWR);

        dup2(nowhere, STDIN_FILENO);
        dup2(ends[1], STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execlp("journalctl", "journalctl", "-q", "--no-pager", "-o", "json", "--all",
               input->follow ? "--follow" : "--no-hostname", "-n", "all", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    input->fd = ends[0];
    return 0;
}

int rc_input_open(struct rc_input *input, const char *name, bool follow)
{
    struct stat of = {0};
    int error = 0;

    *input = (struct rc_input){.fd = -1, .follow = follow};
    if (strcmp(name, "journal") == 0)
        error = open_journal(input);
    else if (strcmp(name, "-") == 0)
        input->fd = dup(STDIN_FILENO);
    else
        input->fd = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (error == 0 && (input->fd < 0 || fstat(input->fd, &of) != 0))
        error = -errno;
    if (error == 0 && S_ISDIR(of.st_mode))
        error = -EISDIR;
    if (error == 0 && !(input->buffer = malloc(LONGEST)))
        error = -ENOMEM;
    if (error != 0) {
        rc_input_close(input);
        return error;
    }
    input->is_file = S_ISREG(of.st_mode);
    return 0;
}

/* The whole lines of the buffer; at_end: its last line has no newline. */
static void take_lines(struct rc_input *input, struct rc_store *store, bool at_end)
{
    size_t begin = 0;

    while (begin < input->used) {
        const char *line = input->buffer + begin;
        const char *end = memchr(line, '\n', input->used - begin);

        if (!end && !at_end)
            break;
        const size_t len = end ? (size_t)(end - line) : input->used - begin;
        if (!input->too_long)
            rc_store_line(store, line, len);
        input->too_long = false;
        begin += len + (end != NULL);
    }
    memmove(input->buffer, input->buffer + begin, input->used - begin);
    input->used -= begin;
    if (input->used == LONGEST) {
        if (!input->too_long)
            rc_store_too_long(store);
        input->too_long = true;
        input->used = 0;
    }
}

ssize_t rc_input_read(struct rc_input *input, struct rc_store *store)
{
    const ssize_t got = read(input->fd, input->buffer + input->used, LONGEST - input->used);

    if (got < 0)
        return errno == EINTR || errno == EAGAIN ? 0 : -errno;
    if (got == 0) {
        if (input->follow && input->is_file)
            return 0;
        take_lines(input, store, true);
        close(input->fd);
        input->fd = -1;
        return 0;
    }
    input->used += (size_t)got;
    take_lines(input, store, false);
    return got;
}

int rc_input_close(struct rc_input *input)
{
    const bool ended = input->fd < 0;
    int status = 0;

    if (input->fd >= 0)
        close(input->fd);
    input->fd = -1;
    free(input->buffer);
    input->buffer = NULL;
    if (input->child <= 0)
        return 0;
    if (!ended)
        kill(input->child, SIGTERM);
    while (waitpid(input->child, &status, 0) < 0 && errno == EINTR)
        ;
    input->child = 0;
    return ended && WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}
