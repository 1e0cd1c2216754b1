/* Counting what rules cost, in agents that `rulec bench` builds: how often each test and each rule
 * is asked, and what it takes.
 *
 * rulec emits counts beside the functions then, and a call of rt_count_begin and rt_count_end
 * around each of them. Ordinary agents have none of it: they do not even link this file.
 *
 * Only some events are timed. Reading the clock takes as long as a cheap test does, so what that
 * takes is found out at the start and subtracted, of the calls inside a function too.
 */
#ifndef RULEC_BENCH_COUNT_H
#define RULEC_BENCH_COUNT_H

#include "../match/table.h"

#include <stdbool.h>
#include <stdint.h>

struct rt_count {
    uint64_t asked;
    uint64_t evaluated; /* of these, not answered from memory */
    uint64_t held;      /* of those asked */
    uint64_t timed;     /* of those asked, on events that were timed */
    uint64_t ticks;     /* that those took */
};

/* What the generated program counts. */
struct rt_counts {
    struct rt_count *tests; /* ntests */
    const char *const *texts;
    uint32_t ntests;
    struct rt_count *rules; /* program->nrules */
};

/* The one clock of a counting agent: generated functions have no way to hand on another. */
struct rt_counting {
    bool on;          /* this event is timed */
    uint64_t longest; /* ticks: who takes longer was interrupted, and is not timed */
    uint64_t pairs;   /* of begin and end since the start */
    /* Ticks of such a pair, as it sees itself, and as others see it; times 256. */
    uint64_t inner, outer;
};
extern struct rt_counting rt_counting;

struct rt_count_mark {
    uint64_t ticks, pairs;
};

/* The processor's clock, in a unit of its own. */
uint64_t rt_ticks(void);

/* Before and after what is counted; `evaluated` is counted where a test is worked out. */
struct rt_count_mark rt_count_begin(struct rt_count *count);
void rt_count_end(struct rt_count *count, struct rt_count_mark mark, bool holds);

/* rt_among and rt_not_among, counted. */
bool rt_count_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test,
                    struct rt_count *count);
bool rt_count_not_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test,
                        struct rt_count *count);

/* Finds out what counting takes, and how fast the clock goes; takes a millisecond or two. */
void rt_count_calibrate(void);

#endif
