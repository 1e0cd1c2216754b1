/* A slab: many things of one size over one reserved stretch of address space, at most `capacity` of
 * them. Taking and giving back cost a few instructions; a bit per thing tells which are taken, so
 * that all can be walked, in the same order for the same history.
 */
#ifndef RULEC_SLAB_H
#define RULEC_SLAB_H

#include <stdbool.h>
#include <stdint.h>

struct rt_slab {
    uint8_t *base;
    uint64_t *taken;    /* bit per thing */
    uint32_t item_size; /* bytes */
    uint32_t capacity;
    uint32_t touched; /* things ever taken: those beyond were never used */
    uint32_t live;    /* taken now */
    uint32_t next;    /* first of those given back, plus 1; 0: none */
};

/* 0 or -ENOMEM. */
int rt_slab_create(struct rt_slab *slab, uint32_t item_size, uint32_t capacity);
void rt_slab_destroy(struct rt_slab *slab); /* one of zeros is allowed */

/* A thing, zeroed; NULL if all are taken. */
void *rt_slab_take(struct rt_slab *slab);
void rt_slab_give(struct rt_slab *slab, void *thing);

/* For who fills all of a thing himself and keeps its place: it is not zeroed; *place is its index.
 */
void *rt_slab_take_as_is(struct rt_slab *slab, uint32_t *place);
void rt_slab_give_at(struct rt_slab *slab, void *thing, uint32_t place);

static inline void *rt_slab_at(const struct rt_slab *slab, uint32_t index)
{
    return slab->base + (uint64_t)index * slab->item_size;
}

static inline uint32_t rt_slab_index(const struct rt_slab *slab, const void *thing)
{
    return (uint32_t)((uint64_t)((const uint8_t *)thing - slab->base) / slab->item_size);
}

/* The first thing taken at or after *index, which becomes one more than its own; NULL at the end.
 */
void *rt_slab_walk(const struct rt_slab *slab, uint32_t *index);

#endif
