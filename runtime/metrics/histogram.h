/* A histogram of durations, in buckets that do not change: what a Prometheus histogram is made of.
 */
#ifndef RULEC_HISTOGRAM_H
#define RULEC_HISTOGRAM_H

#include <stddef.h>
#include <stdint.h>

/* X(nanoseconds, seconds): upper ends of the buckets; above the last there is one more. */
#define RT_HISTOGRAM_BUCKETS(X)                                                                    \
    X(50000, "5e-05")                                                                              \
    X(100000, "0.0001")                                                                            \
    X(200000, "0.0002")                                                                            \
    X(500000, "0.0005")                                                                            \
    X(1000000, "0.001")                                                                            \
    X(2000000, "0.002")                                                                            \
    X(5000000, "0.005")                                                                            \
    X(10000000, "0.01")                                                                            \
    X(20000000, "0.02")                                                                            \
    X(50000000, "0.05")                                                                            \
    X(100000000, "0.1")                                                                            \
    X(500000000, "0.5")                                                                            \
    X(1000000000, "1")                                                                             \
    X(5000000000, "5")

enum {
#define X(ns, seconds) RT_HISTOGRAM_BELOW_##ns,
    RT_HISTOGRAM_BUCKETS(X)
#undef X
        RT_HISTOGRAM__COUNT
};

struct rt_histogram {
    uint64_t counts[RT_HISTOGRAM__COUNT + 1]; /* each duration is in one of them */
    uint64_t sum_ns;
};

static inline void rt_histogram_add(struct rt_histogram *histogram, uint64_t ns)
{
    static const uint64_t ends[] = {
#define X(end, seconds) end,
        RT_HISTOGRAM_BUCKETS(X)
#undef X
    };
    size_t i = 0;

    while (i < RT_HISTOGRAM__COUNT && ns > ends[i])
        i++;
    histogram->counts[i]++;
    histogram->sum_ns += ns;
}

#endif
