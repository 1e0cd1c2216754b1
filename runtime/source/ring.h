/* The reading end of a BPF ring buffer. The kernel appends records; this walks them where they lie,
 * without copying, and says how far it got. (libbpf's own reader hands records to a callback, which
 * does not fit a source that is asked for one event at a time.)
 *
 * Layout (Linux, kernel/bpf/ringbuf.c): a page with the reader's position, a page with the
 * writer's, then the data, mapped twice in a row so that a record never wraps. A record is a 32-bit
 * length, whose top bits say "being written" and "thrown away", 32 bits of the kernel's own, then
 * the bytes, padded to 8.
 */
#ifndef RULEC_RING_H
#define RULEC_RING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rt_ring {
    uint64_t *reader;       /* shared: bytes done */
    const uint64_t *writer; /* shared: bytes written */
    const uint8_t *data;    /* size bytes, twice */
    uint64_t size;          /* a power of two */
    uint64_t at;            /* bytes read; *reader follows */
    size_t page;            /* bytes */
};

/* Maps the ring buffer map of that fd and size (bytes). 0, or negative errno. */
int rt_ring_open(struct rt_ring *ring, int map_fd, uint64_t size);

/* The next record, len bytes, good until the following call. False: there is none yet. */
bool rt_ring_next(struct rt_ring *ring, const uint8_t **record, uint32_t *len);

/* Bytes that wait to be read. */
uint64_t rt_ring_waiting(const struct rt_ring *ring);

void rt_ring_close(struct rt_ring *ring); /* one of zeros is allowed */

#endif
