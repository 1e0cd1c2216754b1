/* Files of pages. See pages.h. */
#include "pages.h"

#include "file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A piece; its bytes follow. */
struct chunk {
    struct chunk *next;
    uint8_t bytes[];
};

struct rt_pages {
    int fd;
    uint64_t size;
    size_t left; /* bytes that may still be read */
    struct chunk *chunks;
};

struct rt_pages *rt_pages_open(int root, const char *path, size_t max)
{
    struct rt_pages *pages = calloc(1, sizeof *pages);
    struct stat file;

    if (!pages)
        return NULL;
    pages->left = max;
    pages->fd = rt_file_open(root, path);
    if (pages->fd < 0 || fstat(pages->fd, &file) != 0) {
        rt_pages_close(pages);
        return NULL;
    }
    pages->size = (uint64_t)file.st_size;
    return pages;
}

static struct chunk *make_chunk(const struct rt_pages *pages, size_t len)
{
    return len > pages->left ? NULL : malloc(sizeof(struct chunk) + len);
}

static struct rt_piece enter(struct rt_pages *pages, struct chunk *chunk, size_t len)
{
    chunk->next = pages->chunks;
    pages->chunks = chunk;
    pages->left -= len;
    return (struct rt_piece){chunk->bytes, len};
}

struct rt_piece rt_pages_read(struct rt_pages *pages, uint64_t offset, size_t len)
{
    struct chunk *chunk;
    size_t done = 0;

    if (offset > pages->size || len > pages->size - offset)
        return (struct rt_piece){0};
    chunk = make_chunk(pages, len);
    if (!chunk)
        return (struct rt_piece){0};
    while (done < len) {
        const ssize_t n = pread(pages->fd, chunk->bytes + done, len - done, (off_t)(offset + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) { /* it has become shorter */
            free(chunk);
            return (struct rt_piece){0};
        }
        done += (size_t)n;
    }
    return enter(pages, chunk, len);
}

struct rt_piece rt_pages_keep(struct rt_pages *pages, struct rt_piece bytes)
{
    struct chunk *chunk = make_chunk(pages, bytes.len);

    if (!chunk)
        return (struct rt_piece){0};
    memcpy(chunk->bytes, bytes.at, bytes.len);
    return enter(pages, chunk, bytes.len);
}

uint64_t rt_pages_size(const struct rt_pages *pages)
{
    return pages->size;
}

void rt_pages_close(struct rt_pages *pages)
{
    struct chunk *chunk, *next;

    if (!pages)
        return;
    for (chunk = pages->chunks; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    if (pages->fd >= 0)
        close(pages->fd);
    free(pages);
}
