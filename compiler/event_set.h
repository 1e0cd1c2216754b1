/* A set of event numbers (catalog.h), as bits. */
#ifndef RULEC_EVENT_SET_H
#define RULEC_EVENT_SET_H

#include "../runtime/catalog/catalog.h"

struct rc_event_set {
    uint64_t words[(EV__COUNT + 63) / 64];
};

static inline void rc_event_set_add(struct rc_event_set *set, uint32_t event)
{
    set->words[event / 64] |= UINT64_C(1) << (event % 64);
}

static inline bool rc_event_set_has(const struct rc_event_set *set, uint32_t event)
{
    return set->words[event / 64] >> (event % 64) & 1;
}

#endif
