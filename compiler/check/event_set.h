/* A set of event numbers (catalog.h), as bits, and which system calls its generic events may be of.
 */
#ifndef RULEC_EVENT_SET_H
#define RULEC_EVENT_SET_H

#include "../runtime/catalog/catalog.h"

struct rc_event_set {
    uint64_t words[(EV__COUNT + 63) / 64];
    uint64_t calls[(CAT_MAX_SYSCALL_CODE + 64) / 64]; /* by Falco's code; of calls without events of
                                                         their own */
};

static inline void rc_event_set_add(struct rc_event_set *set, uint32_t event)
{
    set->words[event / 64] |= UINT64_C(1) << (event % 64);
}

static inline bool rc_event_set_has(const struct rc_event_set *set, uint32_t event)
{
    return set->words[event / 64] >> (event % 64) & 1;
}

static inline void rc_event_set_add_call(struct rc_event_set *set, uint32_t code)
{
    set->calls[code / 64] |= UINT64_C(1) << (code % 64);
}

static inline bool rc_event_set_has_call(const struct rc_event_set *set, uint32_t code)
{
    return set->calls[code / 64] >> (code % 64) & 1;
}

#endif
