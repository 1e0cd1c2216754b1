/* The reading end of a BPF ring buffer. See ring.h. */
#include "ring.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#define BEING_WRITTEN UINT32_C(0x80000000)
#define THROWN_AWAY   UINT32_C(0x40000000)
#define HEAD_SIZE     8

/* Space is given back in pieces of at least this size: the writers look at the position too, and
 * each change of it costs them. */
#define GIVE_BACK (64 * 1024)

int rt_ring_open(struct rt_ring *ring, int map_fd, uint64_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    void *reader = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_SHARED, map_fd, 0);

    if (reader == MAP_FAILED)
        return -errno;
    void *writer = mmap(NULL, page + 2 * size, PROT_READ, MAP_SHARED, map_fd, (off_t)page);
    if (writer == MAP_FAILED) {
        int error = -errno;
        munmap(reader, page);
        return error;
    }
    *ring = (struct rt_ring){.reader = reader,
                             .writer = writer,
                             .data = (const uint8_t *)writer + page,
                             .size = size,
                             .at = *(uint64_t *)reader,
                             .page = page};
    return 0;
}

static void give_back(struct rt_ring *ring)
{
    __atomic_store_n(ring->reader, ring->at, __ATOMIC_RELEASE);
}

bool rt_ring_next(struct rt_ring *ring, const uint8_t **record, uint32_t *len)
{
    for (;;) {
        if (ring->at - *ring->reader >= GIVE_BACK)
            give_back(ring);
        if (ring->at >= __atomic_load_n(ring->writer, __ATOMIC_ACQUIRE))
            break;
        const uint8_t *head = ring->data + (ring->at & (ring->size - 1));
        const uint32_t word = __atomic_load_n((const uint32_t *)head, __ATOMIC_ACQUIRE);
        if (word & BEING_WRITTEN)
            break;
        *len = word & ~THROWN_AWAY;
        *record = head + HEAD_SIZE;
        ring->at += (HEAD_SIZE + (uint64_t)*len + 7) & ~UINT64_C(7);
        if (!(word & THROWN_AWAY))
            return true;
    }
    give_back(ring);
    return false;
}

uint64_t rt_ring_waiting(const struct rt_ring *ring)
{
    return __atomic_load_n(ring->writer, __ATOMIC_ACQUIRE) - ring->at;
}

void rt_ring_close(struct rt_ring *ring)
{
    if (!ring->reader)
        return;
    munmap(ring->reader, ring->page);
    munmap((void *)ring->writer, ring->page + 2 * ring->size);
    *ring = (struct rt_ring){0};
}
