/* Joining and cleaning paths.
 *
 * This is text work: nobody asks the file system, so that a symbolic link stays what it is. The
 * directory is taken as clean; only the path is walked. ".." does not lead above the root, nor,
 * where there is no directory, above the path's own start ("a/../../b" is "b").
 */
#include "path.h"

#include "../bytes.h"

#include <string.h>

static const char too_long[] = "/DIR_TOO_LONG/FILENAME_TOO_LONG";

/* One step up: the last part of out[0..n) goes; a byte alone stays. */
static uint32_t parent(const char *out, uint32_t n)
{
    if (n <= 1)
        return n;
    n--;
    while (n >= 1 && out[n - 1] != '/')
        n--;
    return n;
}

enum { CHUNK = sizeof(uint64_t) };

/* The top bit of each byte of word that is zero, and no other. */
static uint64_t zero_bytes(uint64_t word)
{
    const uint64_t low = UINT64_C(0x7f7f7f7f7f7f7f7f);
    return ~(((word & low) + low) | word | low);
}

/* Whether nothing in a path needs thought: no part starts with '.' or is empty, but that it may
 * start with a slash or end in one. */
static bool is_plain(const char *path, uint32_t len)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint32_t at = 1;

    if (len < CHUNK + 1 || path[0] == '.')
        return false;
    /* Eight bytes at a time, with the byte before each; the last eight may have been looked at. */
    for (;;) {
        const uint64_t before = rt_load64(path + at - 1), bytes = rt_load64(path + at);
        if (zero_bytes(before ^ ones * '/') &
            (zero_bytes(bytes ^ ones * '/') | zero_bytes(bytes ^ ones * '.')))
            return false;
        if (at + CHUNK >= len)
            return true;
        at = at + 2 * CHUNK <= len ? at + CHUNK : len - CHUNK;
    }
}

uint32_t rt_path_join(char *out, uint32_t size, const char *dir, uint32_t dir_len, const char *path,
                      uint32_t path_len)
{
    if (size == 0)
        return 0;
    if ((uint64_t)dir_len + path_len + 1 > RT_PATH_SIZE) {
        uint32_t len = sizeof(too_long) - 1 < size ? sizeof(too_long) - 1 : size - 1;
        memcpy(out, too_long, len);
        out[len] = 0;
        return len;
    }

    uint32_t n = 0;
    if (path_len > 0 && path[0] != '/') {
        n = dir_len < size ? dir_len : size - 1;
        memcpy(out, dir, n);
    }
    bool no_dir = n == 0;
    uint32_t i = 0;
    if (is_plain(path, path_len) && (n == 0 || out[n - 1] == '/') && size - n > path_len) {
        memcpy(out + n, path, path_len);
        n += path_len;
        i = path_len;
    }
    while (i < path_len) {
        /* Most of a path is plain: only a '.' or a '/' where a part starts needs thought. */
        char last = n > 0 ? out[n - 1] : '/';
        while (i < path_len && n + 1 < size &&
               (last != '/' || (path[i] != '.' && path[i] != '/'))) {
            last = path[i++];
            out[n++] = last;
        }
        if (i >= path_len || n + 1 >= size)
            break;

        char next = i + 1 < path_len ? path[i + 1] : 0;
        char third = i + 2 < path_len ? path[i + 2] : 0;
        if (path[i] == '/') {
            if (n == 0 && no_dir)
                out[n++] = '/';
            i++;
        } else if (next == '.' && (third == '/' || i + 2 >= path_len)) {
            n = parent(out, n);
            i += third == '/' ? 3 : 2;
        } else if (next == '/' || i + 1 >= path_len) {
            i += next == '/' ? 2 : 1;
        } else {
            out[n++] = '.';
            i++;
        }
    }
    if (n > 1 && out[n - 1] == '/')
        n--;
    out[n] = 0;
    return n;
}
