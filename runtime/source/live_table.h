/* The tables of the capture programs, inside the live source: see live.c. */
#ifndef RULEC_LIVE_TABLE_H
#define RULEC_LIVE_TABLE_H

#include "../filter.h"

#include <stdint.h>

struct capture_bpf; /* the skeleton that bpftool writes */
struct capture_bpf__rodata;

/* The calls of the events in the set `wanted` (a bit each), with the failed ones, and those that
 * change what is known about processes and files. filter: NULL, or says which calls without an
 * event of their own matter. */
void rt_live_choose_calls(struct capture_bpf__rodata *table, const uint64_t *wanted,
                          const struct rt_filter *filter);

/* Has those of the wanted events that open files tell the path of the file too: rt_event_resolved.
 */
void rt_live_resolve_opens(struct capture_bpf__rodata *table, const uint64_t *wanted);

/* The name of the call that the capture programs give that number; NULL: there is none. */
const char *rt_live_call_name(uint32_t call);

/* What each event is of, should it be lost: enum loss by event number, EV__COUNT of them. */
void rt_live_fill_kinds(uint8_t *kinds);

/* The operations of rings (io_uring) whose events are in the set, or matter to what is known; their
 * programs are loaded only if a rule can use one. After the calls are chosen. */
void rt_live_choose_rings(struct capture_bpf *programs, const uint64_t *wanted);

/* What is asked of each of these calls before it is sent. */
void rt_live_choose_filter(struct capture_bpf__rodata *table, const struct rt_filter *filter,
                           const struct rt_filter_walk *walk, const uint64_t *wanted);

/* The maps of the filter: their sizes, before the programs are loaded, and what is in them,
 * afterwards. 0 or negative errno. */
int rt_live_size_filter(struct capture_bpf *programs, const struct rt_filter *filter,
                        const struct rt_filter_walk *walk);
int rt_live_load_filter(struct capture_bpf *programs, const struct rt_filter *filter,
                        const struct rt_filter_walk *walk);

#endif
