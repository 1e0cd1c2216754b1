/* Facts about the event in hand that several fields need. */
#ifndef RULEC_FIELD_EVENT_FACTS_H
#define RULEC_FIELD_EVENT_FACTS_H

#include "../event.h"

/* Exits of system calls carry a result in their first parameter; generic ones do not. */
static inline bool rt_event_has_result(const struct rt_event *event)
{
    return event->info->source == CAT_SOURCE_SYSCALL && event->info->dir == CAT_DIR_EXIT &&
           event->type != EV_GENERIC_X && event->nparams > 0;
}

/* The result, 0 if it is neither 32 nor 64 bits wide. Only with rt_event_has_result. */
static inline int64_t rt_event_result(const struct rt_event *event)
{
    uint32_t len = event->params[0].len;

    return len == 4 || len == 8 ? rt_param_i64(event, 0) : 0;
}

/* Exits of the calls that open a file by name. */
static inline bool rt_event_is_open(uint16_t type)
{
    return type == EV_OPEN_X || type == EV_OPENAT_2_X || type == EV_OPENAT2_X ||
           type == EV_OPEN_BY_HANDLE_AT_X;
}

/* A number of exactly 32 bits, or 0: what flags and modes are. */
static inline uint32_t rt_event_flags(const struct rt_event *event, uint32_t index)
{
    if (index >= event->nparams || event->params[index].len != 4)
        return 0;
    return (uint32_t)rt_param_u64(event, index);
}

#endif
