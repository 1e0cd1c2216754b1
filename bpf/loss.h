/* What became of events: counted by cause and by what they were of; and which processes the agent
 * knows less of than it should, because an event that tells of them is lost. The agent reads these
 * again from /proc (runtime/source/doubt.c).
 */
#ifndef RULEC_BPF_LOSS_H
#define RULEC_BPF_LOSS_H

#include "kernel.h"
#include "recipe.h"

struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct loss_counts);
} losses SEC(".maps");

#define MAX_DOUBTS 4096

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, MAX_DOUBTS);
    __type(key, __u32);   /* number of the process */
    __type(value, __u32); /* DOUBT_ */
} doubts SEC(".maps");

/* How often there was something to doubt, and to what there was no room in the table: then
 * everything is. The agent sees them in its own memory. */
__u64 doubt_turns, doubt_overflows;

static __always_inline void count(enum cause cause, __u32 kind)
{
    __u32 key = 0, of = kind & (LOSS_KINDS - 1);
    struct loss_counts *counts = bpf_map_lookup_elem(&losses, &key);

    if (counts)
        counts->of[cause & (LOSS_CAUSES - 1)][of] += 1;
}

/* An event of that kind, about that process, is lost. */
__noinline int count_lost(__u32 process, __u32 cause, __u32 kind)
{
    count(cause, kind);
    if (!(kind & LOSS_OF_STATE))
        return 0;
    __u32 what = (kind & ~LOSS_OF_STATE) >= LOSS_PROCESS ? DOUBT_FDS | DOUBT_FACTS : DOUBT_FDS;
    __u32 *doubted = bpf_map_lookup_elem(&doubts, &process);

    if (doubted)
        __sync_fetch_and_or(doubted, what);
    else if (bpf_map_update_elem(&doubts, &process, &what, BPF_ANY) != 0)
        __sync_fetch_and_add(&doubt_overflows, 1);
    __sync_fetch_and_add(&doubt_turns, 1);
    return 0;
}

#endif
