/* A bounded pool: size classes of powers of two over one reserved stretch of address space. No
 * malloc after creation, no system call but the first touch of a page. Freed pieces go back to
 * their class. Not safe for several threads.
 */
#ifndef RULEC_POOL_H
#define RULEC_POOL_H

#include <stddef.h>
#include <stdint.h>

struct rt_pool;

/* Reserves bytes of address space (rounded up to pages). 0 and *out, or negative errno. */
int rt_pool_create(struct rt_pool **out, uint64_t bytes);
void rt_pool_destroy(struct rt_pool *pool); /* NULL is allowed */

/* At least size bytes, aligned to 16, not cleared; NULL when the pool is full (counted). size up to
 * 1 MiB. */
void *rt_pool_alloc(struct rt_pool *pool, uint32_t size);

/* Gives a piece back; size is the one it was asked with. NULL is allowed. */
void rt_pool_free(struct rt_pool *pool, void *piece, uint32_t size);

uint64_t rt_pool_used(const struct rt_pool *pool);    /* bytes in pieces handed out */
uint64_t rt_pool_refused(const struct rt_pool *pool); /* times NULL was returned */

#endif
