/* The sink on a file, with rotation. See sinks.h. */
#include "sinks.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct sink_file {
    struct rt_sink sink;
    struct rt_file_options options;
    int fd; /* -1: it could not be opened */
    uint64_t bytes;
    time_t opened; /* monotonic seconds */
    dev_t dev;
    ino_t ino;
};

static time_t now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return now.tv_sec;
}

static int open_file(struct sink_file *file)
{
    struct stat info;

    if (file->fd >= 0)
        close(file->fd);
    file->fd = open(file->options.path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600);
    if (file->fd < 0 || fstat(file->fd, &info) != 0)
        return -errno;
    file->bytes = S_ISREG(info.st_mode) ? (uint64_t)info.st_size : 0;
    file->dev = info.st_dev;
    file->ino = info.st_ino;
    file->opened = now_s();
    return 0;
}

/* NAME.2 to NAME.3, NAME.1 to NAME.2, NAME to NAME.1; what is not there is left out. */
static int rotate(struct sink_file *file)
{
    char from[PATH_MAX + 16], to[PATH_MAX + 16];

    for (uint32_t i = file->options.keep; i > 0; i--) {
        snprintf(to, sizeof to, "%s.%u", file->options.path, i);
        if (i > 1)
            snprintf(from, sizeof from, "%s.%u", file->options.path, i - 1);
        else
            snprintf(from, sizeof from, "%s", file->options.path);
        if (rename(from, to) != 0 && errno != ENOENT)
            return -errno;
    }
    return open_file(file);
}

static bool is_full(const struct sink_file *file, uint32_t len)
{
    const struct rt_file_options *options = &file->options;

    if (file->bytes == 0)
        return false;
    return (options->most_bytes > 0 && file->bytes + len > options->most_bytes) ||
           (options->most_age_s > 0 && now_s() - file->opened >= (time_t)options->most_age_s);
}

static bool was_moved(const struct sink_file *file)
{
    struct stat info;

    return stat(file->options.path, &info) != 0 || info.st_dev != file->dev ||
           info.st_ino != file->ino;
}

/* How many of the items fit into the file as it is. */
static uint32_t fitting(const struct sink_file *file, const struct rt_alert_item *items, uint32_t n)
{
    uint64_t bytes = file->bytes;
    uint32_t fit = 0;

    if (file->options.most_bytes == 0)
        return n;
    while (fit < n && (bytes == 0 || bytes + items[fit].len <= file->options.most_bytes))
        bytes += items[fit++].len;
    return fit;
}

/* Writes; what is of half a line at the end is taken away again. */
static int append(struct sink_file *file, const struct rt_alert_item *items, uint32_t n,
                  struct rt_sink_result *result)
{
    size_t written, whole = 0;
    const int error = rt_write_items(file->fd, items, n, &written);

    for (uint32_t i = 0; i < n && whole + items[i].len <= written; i++) {
        whole += items[i].len;
        result->taken++;
    }
    if (whole < written && ftruncate(file->fd, (off_t)(file->bytes + whole)) != 0)
        whole = written; /* a pipe, say: it stays */
    file->bytes += whole;
    return error;
}

static int write_items(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                       struct rt_sink_result *result)
{
    struct sink_file *file = (struct sink_file *)sink;
    int error = 0;

    if (file->fd < 0 || (file->options.follow && was_moved(file)))
        error = open_file(file);
    while (error == 0 && result->taken < n) {
        const struct rt_alert_item *next = &items[result->taken];
        if (is_full(file, next->len))
            error = rotate(file);
        if (error == 0)
            error = append(file, next, fitting(file, next, n - result->taken), result);
    }
    if (error != 0)
        snprintf(sink->error, sizeof sink->error, "%s: %s", file->options.path, strerror(-error));
    return error;
}

static void reopen(struct rt_sink *sink)
{
    struct sink_file *file = (struct sink_file *)sink;

    /* A failure shows at the next write, which tries again. */
    if (open_file(file) != 0 && file->fd >= 0) {
        close(file->fd);
        file->fd = -1;
    }
}

static void close_sink(struct rt_sink *sink)
{
    struct sink_file *file = (struct sink_file *)sink;

    if (file->fd >= 0)
        close(file->fd);
    free(file);
}

int rt_sink_file(struct rt_sink **out, const struct rt_file_options *options, char *error,
                 size_t size)
{
    struct sink_file *file = calloc(1, sizeof *file);
    int result;

    if (!file) {
        snprintf(error, size, "no memory");
        return -ENOMEM;
    }
    file->sink = (struct rt_sink){
        .name = "file", .write = write_items, .reopen = reopen, .close = close_sink};
    file->options = *options;
    file->fd = -1;
    result = strlen(options->path) >= PATH_MAX ? -ENAMETOOLONG : open_file(file);
    if (result != 0) {
        snprintf(error, size, "cannot open %s: %s", options->path, strerror(-result));
        close_sink(&file->sink);
        return result;
    }
    *out = &file->sink;
    return 0;
}
