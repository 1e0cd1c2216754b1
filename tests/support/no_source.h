/* A source of nothing: a replay, so that time is the events'. */
#ifndef RULEC_TESTS_NO_SOURCE_H
#define RULEC_TESTS_NO_SOURCE_H

#include "source/source.h"

static inline int no_source_start(struct rt_source *source, struct rt_state *state)
{
    (void)source;
    (void)state;
    return 0;
}

static inline void no_source_close(struct rt_source *source)
{
    (void)source;
}

static const struct rt_source_ops no_source_ops = {
    .name = "none", .start = no_source_start, .close = no_source_close};

#endif
