/* The engine: one source, one state, one program, and the alerts that come of them. Everything it
 * knows hangs on struct rt_engine; there are no globals, so several engines can stand side by side.
 *
 *     source --next--> event --before--> state --handler--> rules --fire--> alert --queue--> sinks
 *
 * The thread that calls rt_engine_run reads, keeps state and decides; each sink writes on a thread
 * of its own.
 */
#ifndef RULEC_ENGINE_H
#define RULEC_ENGINE_H

#include "alert/alert.h"
#include "program.h"
#include "source/source.h"
#include "state/state.h"

#include <signal.h>

struct rt_options {
    bool match_all;       /* --rule-matching all */
    uint8_t min_priority; /* alerts of a number above it are not made; 7: all */
    bool json, json_output, json_message, json_tags, json_output_fields; /* what alert JSON holds */
    bool time_iso8601;
    const char *extra_output_field; /* NULL: none. A field's name, put into output_fields too (tests
                                       use evt.num) */
};

struct rt_engine_stats {
    uint64_t events, evaluated, matches;
    const uint64_t *rule_matches; /* program->nrules */
};

struct rt_engine {
    const struct rt_program *program;
    struct rt_options options;
    struct rt_state *state;
    struct rt_source *source;
    struct rt_alert_queue *queue;
    struct rt_eval eval;
    struct rt_engine_stats stats;
    uint64_t *rule_matches;
    uint64_t first_event_ns; /* time of the first event; 0: none yet */
    uint64_t previous_event_ns;
};

/* Takes the source over (closed by rt_engine_close). 0 or negative errno. */
int rt_engine_open(struct rt_engine *engine, const struct rt_program *program,
                   const struct rt_options *options, struct rt_source *source,
                   struct rt_alert_queue *queue);

/* One event through state and rules. */
void rt_engine_event(struct rt_engine *engine, struct rt_event *event);

/* Until the source ends or *stop is set; 0, or negative errno with source->error. */
int rt_engine_run(struct rt_engine *engine, const volatile sig_atomic_t *stop);

void rt_engine_close(struct rt_engine *engine);

#endif
