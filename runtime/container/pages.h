/* A file of pages, as databases are, read piece by piece: a look-up touches a few pages of a file
 * that may be large. Private to container/.
 *
 * The file is somebody else's and may be written to meanwhile. Each piece is a copy that does not
 * change any more; how pieces of different times are told is a matter of the format (bolt.h,
 * sqlite.h).
 */
#ifndef RULEC_CONTAINER_PAGES_H
#define RULEC_CONTAINER_PAGES_H

#include <stddef.h>
#include <stdint.h>

struct rt_pages;

/* Part of a file, or of a page; at NULL: nothing. */
struct rt_piece {
    const uint8_t *at;
    size_t len;
};

/* Opens a plain file below root (file.h); NULL: there is none, or no memory. max: bytes that all
 * pieces may have together. */
struct rt_pages *rt_pages_open(int root, const char *path, size_t max);

/* Bytes from that offset on, good until rt_pages_close; nothing if the file does not have them all,
 * or too much has been read. */
struct rt_piece rt_pages_read(struct rt_pages *pages, uint64_t offset, size_t len);

/* A copy of bytes of the caller's, good until rt_pages_close. */
struct rt_piece rt_pages_keep(struct rt_pages *pages, struct rt_piece bytes);

/* Of the file, when it was opened. */
uint64_t rt_pages_size(const struct rt_pages *pages);

void rt_pages_close(struct rt_pages *pages); /* NULL is allowed */

/* Part of a piece; nothing if it is not inside. */
static inline struct rt_piece rt_piece_part(struct rt_piece whole, size_t at, size_t len)
{
    if (!whole.at || at > whole.len || len > whole.len - at)
        return (struct rt_piece){0};
    return (struct rt_piece){whole.at + at, len};
}

#endif
