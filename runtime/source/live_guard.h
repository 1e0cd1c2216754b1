/* The live source keeps an eye on itself: what other processes do to the agent and to its maps and
 * links (bpf/guard.h), and whether these are still in place. Private to live*.c.
 */
#ifndef RULEC_LIVE_GUARD_H
#define RULEC_LIVE_GUARD_H

#include "source.h"

struct capture_bpf;
struct capture_bpf__rodata;

/* Has the kernel side look at the calls that can be aimed at the agent. After all other calls are
 * chosen. */
void rt_live_guard_choose(struct capture_bpf__rodata *table);

/* What is filled once is never changed again: the kernel refuses it from now on. 0 or negative
 * errno. */
int rt_live_guard_freeze(struct capture_bpf *programs);

/* Tells the kernel side what is the agent's own: threads, maps, links. After all threads have
 * begun. 0 or negative errno. */
int rt_live_guard_open(struct capture_bpf *programs);

/* Whether maps and links are in place; if not, *what names one. */
bool rt_live_guard_intact(struct capture_bpf *programs, char *what, size_t size);

/* A record of the kernel side, len bytes, as a notice. False: it is none. */
bool rt_live_guard_read(const uint8_t *record, uint32_t len, struct rt_notice *notice);

#endif
