#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGEST_FILE (256u << 20)

/* Line starts: one for each line, and one for the empty line behind a final newline. */
static void index_lines(struct rc_arena *arena, struct rc_source_file *file)
{
    uint32_t count = 1;
    for (uint32_t i = 0; i < file->len; i++)
        count += file->text[i] == '\n';
    uint32_t *lines = rc_arena_array(arena, count, sizeof(*lines));
    uint32_t n = 1;
    for (uint32_t i = 0; i < file->len; i++) {
        if (file->text[i] == '\n')
            lines[n++] = i + 1;
    }
    file->lines = lines;
    file->nlines = count;
}

/* Takes over text, which must be in the arena. */
static uint32_t add_file(struct rc_sources *sources, const char *name, const char *text,
                         uint32_t len)
{
    if (sources->nfiles == sources->capacity) {
        uint32_t capacity = sources->capacity ? sources->capacity * 2 : 8;
        struct rc_source_file *files = rc_arena_array(sources->arena, capacity, sizeof(*files));
        if (sources->nfiles > 0)
            memcpy(files, sources->files, sources->nfiles * sizeof(*files));
        sources->files = files;
        sources->capacity = capacity;
    }
    struct rc_source_file *file = &sources->files[sources->nfiles++];
    file->name = rc_arena_strdup(sources->arena, name);
    file->text = text;
    file->len = len;
    index_lines(sources->arena, file);
    return sources->nfiles;
}

uint32_t rc_sources_add(struct rc_sources *sources, const char *name, const char *text, size_t len)
{
    if (len > LARGEST_FILE)
        len = LARGEST_FILE;
    return add_file(sources, name, rc_arena_strndup(sources->arena, text, len), (uint32_t)len);
}

/* The rest of fd in a buffer of the caller's; 0 or a positive errno (EFBIG: too large). */
static int read_all(int fd, char **text, size_t *len)
{
    size_t capacity = 65536;
    char *buf = malloc(capacity);
    if (!buf)
        return ENOMEM;
    *len = 0;
    for (;;) {
        if (*len == capacity) {
            char *larger = realloc(buf, capacity * 2);
            if (!larger) {
                free(buf);
                return ENOMEM;
            }
            buf = larger;
            capacity *= 2;
        }
        ssize_t n = read(fd, buf + *len, capacity - *len);
        if (n < 0 && errno == EINTR)
            continue;
        int error = n < 0 ? errno : 0;
        if (n > 0)
            *len += (size_t)n;
        if (*len > LARGEST_FILE)
            error = EFBIG;
        if (error) {
            free(buf);
            return error;
        }
        if (n == 0) {
            *text = buf;
            return 0;
        }
    }
}

uint32_t rc_sources_read(struct rc_sources *sources, const char *path, const char **error)
{
    bool is_stdin = strcmp(path, "-") == 0;
    int fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        *error = rc_arena_printf(sources->arena, "cannot read the file: %s", strerror(errno));
        return 0;
    }
    char *buf = NULL;
    size_t len = 0;
    int failed = read_all(fd, &buf, &len);
    if (!is_stdin)
        close(fd);
    if (failed == EFBIG) {
        *error = "the file is larger than 256 MiB";
        return 0;
    }
    if (failed) {
        *error = rc_arena_printf(sources->arena, "cannot read the file: %s", strerror(failed));
        return 0;
    }
    uint32_t number = rc_sources_add(sources, is_stdin ? "<stdin>" : path, buf, len);
    free(buf);
    return number;
}

const struct rc_source_file *rc_source(const struct rc_sources *sources, uint32_t number)
{
    return &sources->files[number - 1];
}

struct rc_place rc_source_place(const struct rc_source_file *file, uint32_t off)
{
    if (off > file->len)
        off = file->len;
    /* The last line that starts at or before off. */
    uint32_t low = 0, high = file->nlines;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (file->lines[middle] <= off)
            low = middle;
        else
            high = middle;
    }
    return (struct rc_place){.line = low + 1, .column = off - file->lines[low] + 1};
}

struct rc_span rc_span_join(struct rc_span a, struct rc_span b)
{
    if (a.file == 0)
        return b;
    if (b.file != a.file)
        return a;
    uint32_t start = a.off < b.off ? a.off : b.off;
    uint32_t end_a = a.off + a.len, end_b = b.off + b.len;
    uint32_t end = end_a > end_b ? end_a : end_b;
    return (struct rc_span){.file = a.file, .off = start, .len = end - start};
}
