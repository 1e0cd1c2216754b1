/* The alerts that were read: counted by rule, priority, process and container, and the newest of
 * them kept.
 *
 *     line -> rc_line_read -> filter -> counts (all that pass)
 *                                    -> ring of the newest, as JSON text, up to a number of bytes
 *
 * Memory is bounded: names beyond RC_STORE_NAMES of a kind count as "(others)", and where the ring
 * is full the oldest alert goes. What is asked about later (drilling down, drafting) is answered
 * from the ring.
 */
#ifndef RULEC_EVENTS_STORE_H
#define RULEC_EVENTS_STORE_H

#include "events/line.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RC_STORE_NAMES 20000u
#define RC_STORE_ANY   UINT32_MAX

enum rc_store_by { RC_BY_RULE, RC_BY_PRIORITY, RC_BY_PROCESS, RC_BY_CONTAINER, RC_BY__COUNT };

/* "rule", "priority", ... */
extern const char *const rc_store_by_names[RC_BY__COUNT];

/* What the command line lets through. Patterns are those of the shell; NULL: anything. */
struct rc_store_filter {
    const char *rule, *process, *container;
    int severity;              /* that or more urgent; -1: anything */
    const char *const *fields; /* nfields of NAME=PATTERN */
    uint32_t nfields;
    const char *search; /* somewhere in the line, in any case; NULL: anything */
};

struct rc_store_count {
    uint64_t n;
    int64_t first, last; /* ns since 1970; 0: unknown */
};

struct rc_store_names {
    char **texts; /* n of them; [0] is "(others)" */
    uint32_t n;
    uint32_t *slots; /* nslots of them, a power of two: a number, or 0 for free */
    uint32_t nslots;
    struct rc_store_count *counts; /* n of them */
};

struct rc_store_alert {
    uint32_t names[RC_BY__COUNT];
    int64_t time; /* ns since 1970; 0: unknown */
    char *line;   /* the alert's JSON, len bytes and a NUL */
    uint32_t len;
    bool outside; /* the filter holds it back: kept for comparison */
};

struct rc_store {
    struct rc_store_filter filter;
    bool keep_outside; /* keep what the filter holds back, marked */
    size_t most_bytes; /* of the ring */

    struct rc_store_names names[RC_BY__COUNT];
    struct rc_store_alert *ring; /* of ring_size, a power of two, or NULL */
    size_t ring_size, ring_first, ring_count;
    size_t bytes;          /* of the alerts in the ring */
    uint64_t first_number; /* of the oldest in the ring; alerts are numbered from 0 */

    uint64_t lines, alerts, malformed, other, filtered; /* alerts: those that passed */
    uint64_t kept;                                      /* of the alerts, still in the ring */
    int64_t first, last;                                /* the alerts' times */
};

/* filter: its texts are borrowed. */
void rc_store_open(struct rc_store *store, const struct rc_store_filter *filter, size_t most_bytes);
void rc_store_close(struct rc_store *store);

/* Takes a line, without its newline. */
void rc_store_line(struct rc_store *store, const char *line, size_t len);
/* Counts a line that was too long to be read. */
void rc_store_too_long(struct rc_store *store);

/* The i-th of ring_count alerts, from the oldest. */
const struct rc_store_alert *rc_store_at(const struct rc_store *store, size_t i);

/* The alert of that number, or NULL if it is not kept any more. */
const struct rc_store_alert *rc_store_numbered(const struct rc_store *store, uint64_t number);

/* A part of what is kept. */
struct rc_store_view {
    uint32_t names[RC_BY__COUNT]; /* RC_STORE_ANY: any */
    char search[128];             /* in any case; "": anything */
};

extern const struct rc_store_view rc_store_everything;

/* Whether an alert belongs to the view; those outside never do. */
bool rc_store_in_view(const struct rc_store_view *view, const struct rc_store_alert *alert);

/* Counts what a view has of each name, over the ring. counts: names[by].n of them. */
void rc_store_count_view(const struct rc_store *store, const struct rc_store_view *view,
                         enum rc_store_by by, struct rc_store_count *counts);

/* Numbers of names with a count: the most frequent first, priorities the most urgent first. Into
 * order, names[by].n entries; returns how many. */
uint32_t rc_store_order(const struct rc_store *store, enum rc_store_by by,
                        const struct rc_store_count *counts, uint32_t *order);

#endif
