/* Processes that the agent knows less of than it should, because events about them were lost: they
 * are read again in /proc.
 *
 * The kernel side keeps a list of them (bpf/loss.h). When nothing waits in the ring buffer they are
 * read, for about a millisecond at a time, so that no event waits long for it. Where the list was
 * too short, all processes are read. What happens meanwhile comes as events, and is applied to what
 * was read as at the start (live.c).
 */
#ifndef RULEC_DOUBT_H
#define RULEC_DOUBT_H

#include "live.h"

struct capture_bpf; /* the skeleton that bpftool writes */

struct rt_doubted {
    uint32_t pid, what; /* DOUBT_ */
};

struct rt_doubt {
    struct capture_bpf *programs; /* borrowed */
    struct rt_state *state;       /* likewise */
    struct rt_reader *reader;     /* owned */
    struct rt_doubted *items;     /* n of them, to be read from `at` on; owned */
    uint32_t n, at, room;
    uint64_t turns, overflows; /* of the kernel side, that are seen to */
    uint64_t reread;           /* processes so far */
};

/* 0 or -ENOMEM. The struct holds on to what it is given. */
int rt_doubt_open(struct rt_doubt *doubt, struct capture_bpf *programs, struct rt_state *state,
                  struct rt_seen_list *seen);

/* Reads some of what is in doubt. False: there was nothing. Costs a look at two numbers then. */
bool rt_doubt_turn(struct rt_doubt *doubt);

void rt_doubt_close(struct rt_doubt *doubt); /* one of zeros is allowed */

#endif
