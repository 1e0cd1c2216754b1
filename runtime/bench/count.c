/* Counting what rules cost. See count.h. */
#include "count.h"

#include "../match/match.h"

#include <time.h>

#define CALIBRATIONS 4096

/* No event takes so long by itself: the processor did something else meanwhile. */
#define LONGEST_NS 200000

struct rt_counting rt_counting;

uint64_t rt_ticks(void)
{
#if defined(__x86_64__)
    return __builtin_ia32_rdtsc();
#elif defined(__aarch64__)
    uint64_t ticks;

    __asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
    return ticks;
#else
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
#endif
}

struct rt_count_mark rt_count_begin(struct rt_count *count)
{
    count->asked++;
    if (!rt_counting.on)
        return (struct rt_count_mark){0};
    return (struct rt_count_mark){.pairs = rt_counting.pairs++, .ticks = rt_ticks()};
}

void rt_count_end(struct rt_count *count, struct rt_count_mark mark, bool holds)
{
    count->held += holds;
    if (!rt_counting.on)
        return;
    const uint64_t took = rt_ticks() - mark.ticks;
    const uint64_t inside = rt_counting.pairs - mark.pairs - 1;
    const uint64_t counting = (rt_counting.inner + inside * rt_counting.outer) / 256;

    if (took > rt_counting.longest)
        return;
    count->timed++;
    count->ticks += took > counting ? took - counting : 0;
}

void rt_count_took(struct rt_count *count, uint64_t ticks)
{
    const uint64_t reading = rt_counting.inner / 256;

    if (ticks > rt_counting.longest)
        return;
    count->timed++;
    count->ticks += ticks > reading ? ticks - reading : 0;
}

bool rt_count_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test,
                    struct rt_count *count)
{
    const bool known = rt_test_known(eval, table->known);
    const struct rt_count_mark mark = rt_count_begin(count);
    const bool holds = rt_among(eval, table, test);

    rt_count_end(count, mark, holds);
    count->evaluated += !known;
    return holds;
}

bool rt_count_not_among(struct rt_eval *eval, const struct rt_table *table, uint32_t test,
                        struct rt_count *count)
{
    const bool known = rt_test_known(eval, table->known);
    const struct rt_count_mark mark = rt_count_begin(count);
    const bool holds = rt_not_among(eval, table, test);

    rt_count_end(count, mark, holds);
    count->evaluated += !known;
    return holds;
}

static uint64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* How many ticks so many nanoseconds are. */
static uint64_t ticks_of(uint64_t ns)
{
    const uint64_t begin = now_ns(), begin_ticks = rt_ticks();

    while (now_ns() - begin < 1000000)
        ;
    return (rt_ticks() - begin_ticks) * ns / (now_ns() - begin);
}

/* The least of some runs, so that an interruption does not count. */
void rt_count_calibrate(void)
{
    uint64_t least_outer = UINT64_MAX, least_inner = UINT64_MAX;

    for (int run = 0; run < 16; run++) {
        struct rt_count count = {0};
        uint64_t begin;

        rt_counting = (struct rt_counting){.on = true, .longest = UINT64_MAX};
        begin = rt_ticks();
        for (int i = 0; i < CALIBRATIONS; i++)
            rt_count_end(&count, rt_count_begin(&count), false);
        begin = (rt_ticks() - begin) * 256 / CALIBRATIONS;
        if (begin < least_outer)
            least_outer = begin;
        if (count.ticks * 256 / CALIBRATIONS < least_inner)
            least_inner = count.ticks * 256 / CALIBRATIONS;
    }
    rt_counting = (struct rt_counting){
        .longest = ticks_of(LONGEST_NS), .inner = least_inner, .outer = least_outer};
}

void rt_counts_open(struct rt_counts *counts)
{
    rt_count_calibrate();
    counts->ns_a_tick = 1e9 / (double)ticks_of(1000000000);
}
