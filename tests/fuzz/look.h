/* What rules could look at after an event, read to its last byte: bounds that are wrong show under
 * the sanitizers. */
#ifndef RULEC_TESTS_FUZZ_LOOK_H
#define RULEC_TESTS_FUZZ_LOOK_H

#include "event.h"
#include "state/state.h"

/* The parameters and the fd's name. The sum keeps the reads. */
static inline uint64_t look_at_event(const struct rt_event *event, const struct rt_subject *subject)
{
    uint64_t sum = 0;
    uint32_t len;

    for (uint32_t i = 0; i < event->info->nparams; i++) {
        const char *text = rt_param_str(event, i, &len);
        sum += (uint64_t)rt_param_i64(event, i) + rt_param_u64(event, i) + (uint8_t)text[len];
        for (uint32_t k = 0; k < event->params[i].len; k++)
            sum += event->params[i].data[k];
    }
    if (subject->fd)
        sum += (uint8_t)subject->fd->name.data[subject->fd->name.len];
    return sum;
}

#endif
