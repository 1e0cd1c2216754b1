/* bolt databases, read without trust: Podman's bolt_state.db and containerd's meta.db. Private to
 * container/.
 *
 * A bolt file is pages of equal size. Two meta pages take turns; the valid one of the higher
 * transaction names the page of the root bucket. A bucket is a tree: branch pages lead to leaf
 * pages, a leaf's elements are keys with values in the order of bytes, and a value may be another
 * bucket, in its parent's element if it is small. (Layout: go.etcd.io/bbolt, page.go, db.go.)
 *
 * The engine may write while this reads. Pages that a transaction leads to are not written again
 * before the one after the next: as long as no other transaction has come, what was read is whole.
 */
#ifndef RULEC_CONTAINER_BOLT_H
#define RULEC_CONTAINER_BOLT_H

#include "pages.h"

#include <stdbool.h>

struct rt_bolt {
    struct rt_pages *pages;
    uint32_t page_size;
    uint64_t root;        /* page of the root bucket */
    uint64_t transaction; /* that is read */
};

/* False: it is not there, or no bolt database; nothing is to be closed then. */
bool rt_bolt_open(struct rt_bolt *bolt, int root, const char *path);

/* The value behind a key, through nkeys - 1 buckets; nothing if it is not there or a bucket. */
struct rt_piece rt_bolt_value(struct rt_bolt *bolt, const char *const *keys, uint32_t nkeys);

/* Calls each with every key that has a value, in the bucket behind the keys, in their order, at
 * most 65536 of them. */
void rt_bolt_each(struct rt_bolt *bolt, const char *const *keys, uint32_t nkeys,
                  void (*each)(void *context, struct rt_piece key, struct rt_piece value),
                  void *context);

/* Frees what was read. False: somebody has written in the meantime, so that it may have been torn,
 * and is to be read once more. */
bool rt_bolt_close(struct rt_bolt *bolt);

#endif
