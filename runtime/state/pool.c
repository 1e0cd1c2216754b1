/* The bounded pool; see pool.h.
 *
 * Pieces come in classes of 16 bytes, 32, 64 ... 1 MiB. A piece is cut from the front of what was
 * never used, and goes into its class's list when it is given back; the list's link lies in the
 * piece itself. Nothing is ever split or joined: what the state keeps (command lines, paths, small
 * tables) comes in the same sizes again and again.
 */
#include "pool.h"

#include "reserve.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST_BITS = 4, LARGEST_BITS = 20, CLASSES = LARGEST_BITS - SMALLEST_BITS + 1 };

/* The last eighth of the pool is for small pieces: somebody who fills it with long texts leaves
 * room for the names and tables of all others. */
enum { SMALL_BYTES = 256, SMALL_SHARE = 8 };

struct rt_pool {
    uint8_t *base;
    uint64_t size;           /* bytes at base */
    uint64_t next;           /* bytes cut so far */
    uint64_t used;           /* bytes handed out, in whole pieces */
    uint64_t refused;        /* times there was no room */
    void *returned[CLASSES]; /* pieces given back, by class */
};

/* The class whose pieces hold size bytes; CLASSES if none does. */
static uint32_t class_of(uint32_t size)
{
    if (size <= 1u << SMALLEST_BITS)
        return 0;
    uint32_t bits = 32 - (uint32_t)__builtin_clz(size - 1);
    return bits > LARGEST_BITS ? CLASSES : bits - SMALLEST_BITS;
}

int rt_pool_create(struct rt_pool **out, uint64_t bytes)
{
    struct rt_pool *pool = calloc(1, sizeof(*pool));
    if (!pool)
        return -ENOMEM;
    pool->size = (bytes + 4095) & ~4095ull;
    pool->base = pool->size > 0 ? rt_reserve(pool->size) : NULL;
    if (!pool->base) {
        free(pool);
        return -ENOMEM;
    }
    *out = pool;
    return 0;
}

void rt_pool_destroy(struct rt_pool *pool)
{
    if (!pool)
        return;
    rt_unreserve(pool->base, pool->size, pool->next);
    free(pool);
}

void *rt_pool_alloc(struct rt_pool *pool, uint32_t size)
{
    uint32_t class = class_of(size);
    if (class == CLASSES) {
        pool->refused++;
        return NULL;
    }
    uint64_t bytes = 1ull << (class + SMALLEST_BITS);
    void *piece = pool->returned[class];
    if (piece) {
        RT_UNPOISON(piece, bytes);
        memcpy(&pool->returned[class], piece, sizeof(void *));
    } else {
        uint64_t kept = bytes > SMALL_BYTES ? pool->size / SMALL_SHARE : 0;
        if (bytes + kept > pool->size - pool->next) {
            pool->refused++;
            return NULL;
        }
        piece = pool->base + pool->next;
        pool->next += bytes;
    }
    pool->used += bytes;
    return piece;
}

void rt_pool_free(struct rt_pool *pool, void *piece, uint32_t size)
{
    if (!piece)
        return;
    uint32_t class = class_of(size);
    uint64_t bytes = 1ull << (class + SMALLEST_BITS);
    memcpy(piece, &pool->returned[class], sizeof(void *));
    pool->returned[class] = piece;
    pool->used -= bytes;
    RT_POISON(piece, bytes);
}

uint64_t rt_pool_used(const struct rt_pool *pool)
{
    return pool->used;
}

uint64_t rt_pool_refused(const struct rt_pool *pool)
{
    return pool->refused;
}
