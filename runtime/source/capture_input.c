/* Files, pipes, memory and gzip as one sliding window. See capture_input.h. */
#include "capture_input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

/* Window of a file to begin with; it grows with blocks that are larger. Measured with
 * bench/replay: 256 KiB walks as fast as anything larger, because it stays in the cache. */
#define WINDOW_SIZE (256u << 10)
#define PACKED_SIZE (128u << 10)

/* No block that a person would call sane is larger; a length beyond is a lie. */
#define WINDOW_MAX ((size_t)1 << 30)

static int fail(struct capture_input *in, int error, const char *text)
{
    in->failure = error;
    in->failure_text = text;
    return error;
}

/* Up to size bytes from the file; 0 at its end. */
static ssize_t read_some(struct capture_input *in, uint8_t *to, size_t size)
{
    ssize_t n;
    do {
        n = read(in->fd, to, size);
    } while (n < 0 && errno == EINTR);
    return n;
}

/* Makes next_in point at compressed bytes. 1: there are some, 0: the end, negative errno. */
static int refill_packed(struct capture_input *in)
{
    z_stream *gzip = in->gzip;
    if (gzip->avail_in > 0)
        return 1;
    if (in->fd < 0) {
        uInt n = in->packed_left < PACKED_SIZE ? (uInt)in->packed_left : PACKED_SIZE;
        gzip->next_in = (Bytef *)(uintptr_t)in->packed_mem;
        gzip->avail_in = n;
        in->packed_mem += n;
        in->packed_left -= n;
        return n > 0;
    }
    ssize_t n = read_some(in, in->packed, PACKED_SIZE);
    if (n < 0)
        return -errno;
    gzip->next_in = in->packed;
    gzip->avail_in = (uInt)n;
    return n > 0;
}

/* Behind a gzip member: another member follows, or nothing that counts. */
static int next_member(struct capture_input *in)
{
    int more = refill_packed(in);
    if (more <= 0)
        return more;
    if (in->gzip->next_in[0] != 0x1f) {
        in->garbage = true;
        return 0;
    }
    if (inflateReset(in->gzip) != Z_OK)
        return -ENOMEM;
    in->member_open = true;
    return 1;
}

/* Uncompressed bytes from the gzip stream: how many, 0 at the end, negative errno (set). What came
 * before damage is handed out before the damage is reported. */
static ssize_t inflate_some(struct capture_input *in, uint8_t *to, size_t size)
{
    z_stream *gzip = in->gzip;
    uInt room = size < UINT32_MAX ? (uInt)size : UINT32_MAX;
    gzip->next_out = to;
    gzip->avail_out = room;
    while (gzip->avail_out == room) {
        if (!in->member_open) {
            int more = next_member(in);
            if (more < 0)
                return fail(in, more, strerror(-more));
            if (more == 0)
                return 0;
        }
        int more = refill_packed(in);
        if (more < 0)
            return fail(in, more, strerror(-more));
        if (more == 0)
            return fail(in, -EBADMSG, "the gzip data end too early");
        int result = inflate(gzip, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            in->member_open = false;
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            fail(in, result == Z_MEM_ERROR ? -ENOMEM : -EBADMSG,
                 result == Z_MEM_ERROR ? "out of memory" : "the gzip data are damaged");
            break;
        }
    }
    ssize_t got = (ssize_t)(room - gzip->avail_out);
    return got > 0 ? got : in->failure;
}

/* Room for n bytes behind pos: moves what is left to the front, grows the buffer. It grows only as
 * far as bytes arrive, so a block that lies about its length costs no memory. */
static int make_room(struct capture_input *in, size_t n)
{
    size_t left = in->len - in->pos;
    if (in->pos > 0) {
        memmove(in->buffer, in->buffer + in->pos, left);
        in->base += in->pos;
        in->pos = 0;
        in->len = left;
    }
    if (in->len < in->size)
        return 0;
    if (n > WINDOW_MAX)
        return fail(in, -EBADMSG, "a block is larger than 1 GiB");
    size_t size = in->size * 2;
    uint8_t *buffer = realloc(in->buffer, size);
    if (!buffer)
        return fail(in, -ENOMEM, "out of memory");
    in->buffer = buffer;
    in->data = buffer;
    in->size = size;
    return 0;
}

int capture_input_fill(struct capture_input *in, size_t n)
{
    while (in->len - in->pos < n) {
        if (in->failure)
            return in->failure;
        if (in->ended)
            return -ENODATA;
        int error = make_room(in, n);
        if (error)
            return error;
        uint8_t *to = in->buffer + in->len;
        size_t room = in->size - in->len;
        ssize_t got = in->gzip ? inflate_some(in, to, room) : read_some(in, to, room);
        if (got < 0 && !in->failure)
            fail(in, -errno, strerror(errno));
        if (got < 0)
            return in->failure;
        if (got == 0)
            in->ended = true;
        in->len += (size_t)got;
    }
    return 0;
}

int capture_input_skip(struct capture_input *in, uint64_t n)
{
    while (n > 0) {
        int error = capture_input_need(in, 1);
        if (error)
            return error;
        size_t here = in->len - in->pos;
        size_t step = n < here ? (size_t)n : here;
        in->pos += step;
        n -= step;
    }
    return 0;
}

static bool is_gzip(const uint8_t *data, size_t len)
{
    return len >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

static int start_gzip(struct capture_input *in)
{
    in->gzip = calloc(1, sizeof(*in->gzip));
    if (!in->gzip)
        return -ENOMEM;
    if (inflateInit2(in->gzip, 15 + 16) != Z_OK) { /* 16: a gzip header, nothing else */
        free(in->gzip);
        in->gzip = NULL;
        return -ENOMEM;
    }
    in->member_open = true;
    return 0;
}

/* The window's buffer; what was read to tell gzip from plain becomes the start of one or the other.
 */
static int start_file(struct capture_input *in)
{
    in->size = WINDOW_SIZE;
    in->buffer = malloc(in->size);
    if (!in->buffer)
        return -ENOMEM;
    in->data = in->buffer;
    in->pos = in->len = 0;
    int error = capture_input_fill(in, 2);
    if (error && error != -ENODATA)
        return error;
    if (!is_gzip(in->data, in->len))
        return 0;

    in->packed = malloc(in->len > PACKED_SIZE ? in->len : PACKED_SIZE);
    if (!in->packed)
        return -ENOMEM;
    error = start_gzip(in);
    if (error)
        return error;
    memcpy(in->packed, in->buffer, in->len);
    in->gzip->next_in = in->packed;
    in->gzip->avail_in = (uInt)in->len;
    in->len = 0;
    in->ended = false;
    return 0;
}

int capture_input_open(struct capture_input *in, const char *path)
{
    *in = (struct capture_input){.fd = STDIN_FILENO};
    if (strcmp(path, "-") != 0) {
        in->fd = open(path, O_RDONLY | O_CLOEXEC);
        if (in->fd < 0)
            return -errno;
        in->owns_fd = true;
        posix_fadvise(in->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    int error = start_file(in);
    if (error)
        capture_input_close(in);
    return error;
}

int capture_input_open_memory(struct capture_input *in, const uint8_t *data, size_t len)
{
    *in = (struct capture_input){.fd = -1};
    if (!is_gzip(data, len)) {
        in->data = data;
        in->len = len;
        in->ended = true;
        return 0;
    }
    in->size = WINDOW_SIZE;
    in->buffer = malloc(in->size);
    in->data = in->buffer;
    in->packed_mem = data;
    in->packed_left = len;
    int error = in->buffer ? start_gzip(in) : -ENOMEM;
    if (error)
        capture_input_close(in);
    return error;
}

void capture_input_close(struct capture_input *in)
{
    if (in->gzip)
        inflateEnd(in->gzip);
    free(in->gzip);
    free(in->packed);
    free(in->buffer);
    if (in->owns_fd)
        close(in->fd);
    *in = (struct capture_input){.fd = -1};
}
