/* A spool: alerts that wait on disk for a sink, first in, first out, in one file of bounded size.
 *
 * The file is a ring of records behind a head that tells where the first one is and how many there
 * are. A record is written before the head that counts it, so an end at any moment leaves a file
 * that can be read: at worst alerts that were delivered already are in it once more. Each record
 * carries a checksum; from one that does not hold, the rest is given up and counted.
 */
#ifndef RULEC_SPOOL_H
#define RULEC_SPOOL_H

#include "output.h"

struct rt_spool;

/* Opens dir/name.spool, which is made if it is not there, for at most `bytes` of records. A larger
 * or smaller file of an earlier run keeps its size until it is empty. Another process that has it
 * open is an error. 0 and *out, or negative errno with a message in error. */
int rt_spool_open(struct rt_spool **out, const char *dir, const char *name, uint64_t bytes,
                  char *error, size_t size);

/* How many alerts it holds. */
uint64_t rt_spool_count(const struct rt_spool *spool);

/* Puts the items behind the others, and onto the disk; returns how many of them, the first ones,
 * there was room for. *error: negative errno if the disk failed, else 0. */
uint32_t rt_spool_append(struct rt_spool *spool, const struct rt_alert_item *items, uint32_t n,
                         int *error);

/* The first alerts, at most `most`: they stay until they are dropped, and point into the spool's
 * own memory until the next call. *damaged: records that were given up because they cannot be
 * read. Returns how many there are in items. */
uint32_t rt_spool_first(struct rt_spool *spool, struct rt_alert_item *items, uint32_t most,
                        uint64_t *damaged);

/* Forgets the first n of what rt_spool_first gave last. */
void rt_spool_drop(struct rt_spool *spool, uint32_t n);

/* A file that is empty is removed. NULL is allowed. */
void rt_spool_close(struct rt_spool *spool);

#endif
