/* Which rules are noise: many alerts that say the same again and again.
 *
 * A kind of alert is a rule, a process and a container. A rule is noise if at least RC_NOISE_LEAST
 * of its alerts are there, they are one in twenty of all, and nine in ten of them are of at most
 * RC_NOISE_KINDS kinds: then one exception silences nearly all.
 */
#ifndef RULEC_EVENTS_NOISE_H
#define RULEC_EVENTS_NOISE_H

#include "events/store.h"

#define RC_NOISE_LEAST 10
#define RC_NOISE_KINDS 3

struct rc_noise_kind {
    uint32_t process, container; /* names */
    uint64_t n;
};

struct rc_noise {
    uint32_t rule; /* name */
    uint64_t n;    /* alerts of the rule that are kept */
    uint64_t of_kinds;
    struct rc_noise_kind kinds[RC_NOISE_KINDS]; /* the most frequent first */
    uint32_t nkinds;
};

/* The rules of a view that are noise, the loudest first: *out, the caller's, free. Returns how
 * many. */
uint32_t rc_noise_find(const struct rc_store *store, const struct rc_store_view *view,
                       struct rc_noise **out);

#endif
