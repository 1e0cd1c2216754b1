/* The bytes of a capture: a file, standard input or memory, plain or gzip, as one window that
 * slides over the uncompressed bytes. Who reads asks for n bytes in one piece and gets a pointer to
 * them; that is a comparison and an addition unless the window has to move.
 *
 * Files are read() into a buffer rather than mapped: a file that somebody cuts short while it is
 * read then ends early instead of killing the reader with SIGBUS. Copying through a buffer that
 * fits the second-level cache costs little, because the bytes are walked from there.
 */
#ifndef RULEC_CAPTURE_INPUT_H
#define RULEC_CAPTURE_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct z_stream_s;

struct capture_input {
    const uint8_t *data;       /* the window: len bytes, of which those before pos are consumed */
    size_t pos, len;           /* bytes */
    uint64_t base;             /* place of the window's first byte among the uncompressed bytes */
    bool ended;                /* nothing comes after the window */
    int failure;               /* negative errno once reading or inflating failed; 0 */
    const char *failure_text;  /* what failed, for people */
    uint8_t *buffer;           /* owned; NULL: data is borrowed memory */
    size_t size;               /* of buffer */
    int fd;                    /* -1: memory */
    bool owns_fd;              /* to be closed */
    struct z_stream_s *gzip;   /* NULL: plain */
    bool member_open;          /* within a gzip member: an end here is a cut */
    bool garbage;              /* bytes behind the last gzip member that are no gzip; ignored */
    uint8_t *packed;           /* compressed bytes as read from fd, owned; NULL in memory */
    const uint8_t *packed_mem; /* compressed bytes in memory, borrowed */
    size_t packed_left;        /* of packed_mem */
};

/* Opens a file ("-": standard input). 0 or negative errno, then nothing is to be closed. */
int capture_input_open(struct capture_input *in, const char *path);

/* Borrows len bytes at data until close. 0 or negative errno. */
int capture_input_open_memory(struct capture_input *in, const uint8_t *data, size_t len);

void capture_input_close(struct capture_input *in);

/* Moves the window so that at least n bytes lie behind pos. 0: they do; -ENODATA: the input ends
 * before (what there is lies in the window); else the failure. */
int capture_input_fill(struct capture_input *in, size_t n);

/* The same, without a call where the bytes are there already. */
static inline int capture_input_need(struct capture_input *in, size_t n)
{
    return in->len - in->pos >= n ? 0 : capture_input_fill(in, n);
}

/* Passes over n bytes without keeping them. Returns as capture_input_fill. */
int capture_input_skip(struct capture_input *in, uint64_t n);

#endif
