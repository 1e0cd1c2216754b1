/* What was lost, by cause: everything between a system call and an alert that did not go as it
 * should, in one list, so that none of it is lost silently.
 */
#ifndef RULEC_LOSS_H
#define RULEC_LOSS_H

#include "source/source.h"

#include <stdint.h>
#include <stdio.h>

struct rt_alert_stats;
struct rt_engine;

/* X(ID, message): what is counted, as it is reported. */
#define RT_LOSSES(X)                                                                               \
    X(BUFFER, "events lost: no room in the kernel's ring buffer")                                  \
    X(PROCESSES, "events of processes lost: no room in the kernel's ring buffer")                  \
    X(SCRATCH, "events lost: larger than the kernel side can hold")                                \
    X(FAULT, "events lost: the memory of the process could not be read")                           \
    X(MALFORMED, "events skipped: they contradict themselves")                                     \
    X(THREADS, "threads not kept: the table is full")                                              \
    X(EVICTED, "threads forgotten: the table is full")                                             \
    X(FDS, "file descriptors not kept: the table is full")                                         \
    X(PASSED, "received file descriptors not looked up: too many at once")                         \
    X(POOL, "times the memory for process state was full")                                         \
    X(VALUES, "field values given up: too much text on one event")                                 \
    X(CUT, "alerts shortened: too long")                                                           \
    X(UNRECORDED, "events not recorded: the file could not be written")                            \
    X(DROPPED, "alerts lost: the output is too slow, or away for too long")                        \
    X(FAILED, "alerts lost: the output failed")

enum rt_loss_cause {
#define X(id, message) RT_LOSS_##id,
    RT_LOSSES(X)
#undef X
        RT_LOSS__COUNT
};

struct rt_loss {
    uint64_t count[RT_LOSS__COUNT];
    uint64_t events;                  /* that came from the source */
    uint64_t lost_of[RT_LOST__COUNT]; /* see source.h */
    int output_error;                 /* errno behind RT_LOSS_FAILED; 0: none */
    char output_why[200];             /* the same in words; "": errno says it all */
};

/* The counts of an open engine and its queue as they stand now. */
void rt_loss_gather(struct rt_loss *loss, struct rt_engine *engine,
                    const struct rt_alert_stats *alerts);

/* How many of the kernel's events were lost between the two. */
uint64_t rt_loss_events(const struct rt_loss *before, const struct rt_loss *now);

/* A line to out for each count that grew since *before, with the total; returns how many. The
 * second one only for those that rt_loss_events counts, the third one for the others. */
uint32_t rt_loss_report(FILE *out, const struct rt_loss *before, const struct rt_loss *now);
uint32_t rt_loss_report_events(FILE *out, const struct rt_loss *before, const struct rt_loss *now);
uint32_t rt_loss_report_others(FILE *out, const struct rt_loss *before, const struct rt_loss *now);

/* An alert of its own among the alerts, as Falco has it ("Falco internal: syscall event drop", of
 * priority Debug), about the events that were lost between the two, and `more`, in that time. */
void rt_loss_alert(struct rt_engine *engine, const struct rt_loss *before,
                   const struct rt_loss *now, uint64_t more, uint64_t duration_ns);

#endif
