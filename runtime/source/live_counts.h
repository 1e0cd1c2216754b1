/* What the kernel side counts: events by kind, by system call and by processor, and what became of
 * them. Private to live*.c.
 */
#ifndef RULEC_LIVE_COUNTS_H
#define RULEC_LIVE_COUNTS_H

#include "source.h"

struct capture_bpf;
struct loss_counts; /* of bpf/recipe.h */

struct rt_live_counts {
    struct capture_bpf *programs; /* loaded; borrowed */
    int ncpus;                    /* that the kernel may bring up */
    struct loss_counts *losses;   /* ncpus, room for reading the counters; owned */
};

/* 0 or -ENOMEM. The programs are to be set when they are loaded. */
int rt_live_counts_open(struct rt_live_counts *counts, int ncpus);
/* All zeros are allowed. */
void rt_live_counts_close(struct rt_live_counts *counts);

/* Adds what was written and what is missing. */
void rt_live_counts_add(const struct rt_live_counts *counts, struct rt_source_account *account);

/* Fills `by` anew. drops: what the filter gives up is not sent. */
void rt_live_counts_kernel(const struct rt_live_counts *counts, bool drops,
                           struct rt_kernel_counts *by);

/* Prints what was seen of each call and given up, in lines that begin with "stats: ". */
void rt_live_counts_print(const struct rt_live_counts *counts, FILE *out);

/* Likewise what was written and read of each kind of event, and what is missing, by cause. */
void rt_live_account_print(const struct rt_source_account *account, FILE *out);

#endif
