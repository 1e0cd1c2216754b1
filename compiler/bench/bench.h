/* `rulec bench`: what rules cost. Agents are built for the rules and run, and what they tell
 * becomes one report, a JSON object, of which the other formats are views.
 *
 *     measure.c   agents over a capture: processor time, event types, rules, tests, memory
 *     live.c      an agent in the running kernel: how long a detection takes
 *     spread.c    median, least and most; percentiles
 *     gate.c      a report beside an earlier one
 *     text.c, html.c, chart.c     the report for people
 *
 * The report:
 *   format     "rulec bench 1"
 *   rulec      version
 *   machine    processor, processors, kernel
 *   capture    file, events; without --live only: absent
 *   rounds     how many
 *   sets       one object for each rule set:
 *     rules            what was given, one string
 *     rules_hash       SHA-256 over the files
 *     nrules           enabled rules
 *     build_seconds, agent_bytes
 *     ns_per_event     processor time of one event: median, least, most, rounds
 *     memory_bytes     resident after the capture: median, least, most, rounds
 *     alerts           of one pass
 *     types            of events, most time first: name, events, ns, share of all time
 *     rules_cost       name, asked, held, ns (of each time asked), share
 *     tests            text, asked, evaluated, held, ns, share
 *     live             idle and load, each: detections, lost, microseconds (p50, p90, p99, p99_9,
 *                      max), histogram (up_to_us, n); first_detection_ms, resident_bytes, pss_bytes
 *   ratio      with two sets: ns_per_event of the second over the first: median, least, most,
 * rounds
 */
#ifndef RULEC_BENCH_H
#define RULEC_BENCH_H

#include "base/strbuf.h"
#include "emit/build.h"

#include <jansson.h>

#define RC_BENCH_FORMAT "rulec bench 1"

struct rc_bench_set {
    const char *const *rules; /* nrules files or directories */
    uint32_t nrules;
    const char *name; /* they, for people */
    /* Agents in the bench's directory: */
    const char *plain, *counted, *live; /* NULL: not built */
};

struct rc_bench {
    struct rc_arena *arena;
    const char *dir;               /* for agents and sources; there, and empty to begin with */
    const char *capture;           /* NULL: none */
    uint32_t rounds, live_seconds; /* 0 seconds: not live */
    struct rc_bench_set sets[2];
    uint32_t nsets;
    json_t *report;
};

/* Builds the agents, runs them, and leaves the report in bench->report, to be released with
 * json_decref. 0, or -1 with a message printed. */
int rc_bench_measure(struct rc_bench *bench);

/* Builds rule files into an agent at `output`. nrules, hash: of what was built; NULL: not wanted.
 * 0, or -1 with a message printed. */
int rc_bench_build(struct rc_bench *bench, const char *const *rules, uint32_t nrules,
                   enum rc_emit_purpose purpose, const char *output, uint32_t *nrules_built,
                   char hash[65]);

/* Lets the set's agent detect in the running kernel: the member `live` of its report. NULL with a
 * message printed if that is refused. */
json_t *rc_bench_live(struct rc_bench *bench, struct rc_bench_set *set);

/* {median, least, most, rounds} of n values. */
json_t *rc_bench_spread(const double *values, uint32_t n);

/* {p50, p90, p99, p99_9, max} of n sorted values, 0 for none; and how many are up to 1, 2, 5, 10,
 * ...
 */
json_t *rc_bench_percentiles(const double *sorted, uint32_t n);
json_t *rc_bench_histogram(const double *sorted, uint32_t n);

/* A string; bytes that are no UTF-8 become question marks. */
json_t *rc_bench_string(struct rc_arena *arena, const char *text);

/* Looks up "a.b.c" and gives the number there; 0 if there is none. */
double rc_bench_number(const json_t *report, const char *path);

/* Compares the first set with the first one of an earlier report: what it says goes to out. 0: all
 * within the limit, 1: something is above it by more than `percent`, -1: the two cannot be
 * compared, with a message printed. */
int rc_bench_gate(const json_t *report, const json_t *earlier, double percent,
                  struct rc_strbuf *out);

void rc_bench_text(const json_t *report, struct rc_strbuf *out);
void rc_bench_html(const json_t *report, struct rc_strbuf *out);

/* --- for the views --- */

/* "1,234,567" */
void rc_bench_count(struct rc_strbuf *out, double number);
/* Three digits that count: "61.2", "1.08", "418". */
void rc_bench_short(struct rc_strbuf *out, double number);

#endif
