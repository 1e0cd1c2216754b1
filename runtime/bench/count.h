/* Counting what rules cost, in agents that `rulec bench` builds: how often each test and each rule
 * is asked, and what it takes.
 *
 * rulec emits counts beside the functions then, and a call of rt_count_begin and rt_count_end
 * around each of them. Ordinary agents have none of it: they do not even link this file. Those
 * whose site file asks for metrics.rules_evaluations_enabled count their rules, not the tests, by
 * rt_count_ask and rt_count_answer, and time one in RT_COUNT_ONE_IN askings of each rule.
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

/* What the generated program counts. An agent has rules only, and ns_a_tick. */
struct rt_counts {
    struct rt_count *tests; /* ntests */
    const char *const *texts;
    uint32_t ntests;
    struct rt_count *rules; /* program->nrules */
    double ns_a_tick;
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

/* So many ticks went by on what was timed, reading the clock included. Left out if it was
 * interrupted. */
void rt_count_took(struct rt_count *count, uint64_t ticks);

/* Before and after what is counted; `evaluated` is counted where a test is worked out. */
struct rt_count_mark rt_count_begin(struct rt_count *count);
void rt_count_end(struct rt_count *count, struct rt_count_mark mark, bool holds);

/* No power of two, since programs repeat themselves. The first one timed is not the first one
 * asked, which is slow. */
#define RT_COUNT_ONE_IN 61
#define RT_COUNT_TIMED  30

/* Before and after a rule of an agent. */
static inline struct rt_count_mark rt_count_ask(struct rt_count *count)
{
    if (count->asked++ % RT_COUNT_ONE_IN != RT_COUNT_TIMED)
        return (struct rt_count_mark){0};
    return (struct rt_count_mark){.ticks = rt_ticks(), .pairs = 1};
}

static inline void rt_count_answer(struct rt_count *count, struct rt_count_mark mark, bool holds)
{
    count->held += holds;
    if (mark.pairs > 0)
        rt_count_took(count, rt_ticks() - mark.ticks);
}

/* Calibrates, and sets counts->ns_a_tick. */
void rt_counts_open(struct rt_counts *counts);

/* Seconds that all askings of the rule took: those that were timed stand for the others. It never
 * sinks. */
static inline double rt_count_seconds(const struct rt_count *count, double ns_a_tick)
{
    return (double)count->ticks * RT_COUNT_ONE_IN * ns_a_tick / 1e9;
}

/* rt_among and rt_not_among, counted. */
bool rt_count_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test,
                    struct rt_count *count);
bool rt_count_not_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test,
                        struct rt_count *count);

/* Finds out what counting takes, and how fast the clock goes; takes a millisecond or two. */
void rt_count_calibrate(void);

#endif
