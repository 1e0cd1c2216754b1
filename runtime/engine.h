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
#include "alert/hold.h"
#include "alert/layout.h"
#include "alert/limit.h"
#include "container/store.h"
#include "container/watch.h"
#include "metrics/histogram.h"
#include "output/output.h"
#include "program.h"
#include "resolve/hosts.h"
#include "source/accounts.h"
#include "source/recording.h"
#include "source/source.h"
#include "state/state.h"

#include <signal.h>

struct rt_options {
    bool match_all;       /* every rule that holds fires; else the first in load order only */
    uint8_t min_priority; /* rules of a number above it do not count; 7: all do */
    bool json, json_output, json_message, json_tags, json_output_fields; /* what alert JSON holds */
    bool time_iso8601;
    bool buffer_base64; /* byte buffers in outputs; else dots stand for what cannot be printed */
    /* The machine's root directory, "" for "/", when users and groups that nobody knows yet are to
     * be looked up: live. NULL: they come from the source alone. */
    const char *accounts_root;
    const char *hostname;         /* as alerts name it; never NULL */
    const struct rt_hosts *hosts; /* the program's, resolved; the caller's; NULL: none is known */
    const char *container_root; /* where the host's files are, for the metadata of containers; "" or
                                   NULL: at / */
    uint32_t container_wait_ms; /* how long alerts wait for such metadata, at most; 0: not at all */
    bool watch_containers;      /* metadata is wanted even if no rule asks for it */
    uint32_t limit_threads;     /* that the state keeps at most; 0: as many as it does by itself */
    /* How often rules may alert: alert/limit.h. Alerts 0 and seconds 0: as often as they like. */
    uint32_t throttle_alerts, throttle_seconds, alike_seconds;
    const struct rt_rule_limits *limits; /* nlimits, of single rules */
    uint32_t nlimits;
    bool check_kept; /* kept answers are compared with fresh ones on each event: kept.h */
    /* Names of nextra_fields fields that go into every alert's output_fields: fields that the
     * program reads, or those of the generic event class (evt.num, evt.source, ...). */
    const char *const *extra_fields;
    uint32_t nextra_fields;
};

struct rt_engine_stats {
    uint64_t events;    /* that came from the source */
    uint64_t evaluated; /* of these, asked of at least one rule */
    uint64_t matches;
    uint64_t alerts_cut;          /* too long, and shortened */
    uint64_t marked;              /* events that the filter in shadow would have dropped */
    uint64_t matches_on_marked;   /* must be 0 */
    const uint64_t *rule_matches; /* program->nrules */
};

struct rt_engine {
    const struct rt_program *program;
    struct rt_options options;
    struct rt_state *state;
    struct rt_source *source;
    const struct rt_filter_walk *shadow; /* the program's filter marks events here, not in the
                                            source; NULL: it does not; the caller's */
    struct rt_accounts *accounts;        /* NULL: none */
    struct rt_recording *recording;      /* NULL: none; the caller's, set after rt_engine_open */
    struct rt_alert_queue *queue;        /* NULL: matches are counted only */
    struct rt_alert_queue *detailed;     /* alerts once more, with all details; NULL: nobody wants
                                            them; the caller's, set after rt_engine_open */
    struct rt_containers *containers;
    struct rt_limits *limits;           /* NULL: every rule may alert as often as it likes */
    uint64_t overlap_ns;                /* alerts of earlier events are marked; 0: none is */
    struct rt_hold *hold;               /* alerts that wait for containers; NULL: none ever does */
    uint32_t held;                      /* so many wait; hold counts them */
    struct rt_watch *watch;             /* looks containers up; NULL: nobody does */
    const struct rt_container *arrived; /* what the event of arrived_number tells about a container;
                                           NULL: none has told anything yet */
    uint64_t arrived_number;
    struct rt_alert_layout layout;
    struct rt_line text; /* of the alert in the making, unescaped */
    struct rt_eval eval;
    struct rt_engine_stats stats;
    uint64_t *rule_matches;
    struct rt_histogram latency; /* live: from each event that a rule held on until then */
    /* By event number, 1: no rule looks at such events, nor anybody else but the state; and the
     * state reads none of their parameters either. */
    uint8_t for_state[EV__COUNT], unread[EV__COUNT];
    uint64_t first_event_ns;    /* time of the first event; 0: none yet */
    uint64_t previous_event_ns; /* of the last event before the one in hand that rules could see; 0:
                                   none */
    /* About once a second while rt_engine_run runs, on its thread; NULL: not wanted. */
    void (*tick)(struct rt_engine *engine, void *context);
    void *tick_context; /* the caller's */
    /* When rt_engine_run has stopped its source, which sees nothing any more; what waits there is
     * yet to come. NULL: nobody wants to know. */
    void (*stopped)(void *context);
    void *stopped_context; /* the caller's */
    /* After events by a thread whose own facts have changed: its classes (kept.h), one bit for each
     * of program->classes. Events of types whose bit is 0 may be left out for this thread until it
     * makes a system call that changes its facts. NULL: nobody wants to know; who does sets it
     * before rt_engine_run. */
    void (*class_told)(void *context, const struct rt_thread *thread, uint64_t classes);
    void *class_context; /* the caller's */
    char error[320];     /* what failed last, for people */
};

/* Reads the source's start state and makes everything ready. The source is taken over in any case
 * (rt_engine_close closes it, and must be called after a failure too); the queue stays the
 * caller's, and may be NULL. Program, hostname and extra fields are borrowed. 0, or negative errno
 * with a message in engine->error. */
int rt_engine_open(struct rt_engine *engine, const struct rt_program *program,
                   const struct rt_options *options, struct rt_source *source,
                   struct rt_alert_queue *queue);

/* One event through state and rules. */
void rt_engine_event(struct rt_engine *engine, struct rt_event *event);

/* An event about a container that the engine itself makes. It changes nothing of the state, so it
 * may come while another event is in hand, before that one's rules are asked; then it stands before
 * that one in a recording too. */
void rt_engine_tell(struct rt_engine *engine, struct rt_event *event);

/* Takes up to `most` events that wait in the source, before rt_engine_run; 0, or negative errno
 * with a message in engine->error. */
int rt_engine_take(struct rt_engine *engine, uint32_t most);

/* Until the source ends or *stop is set; of a live source, what happened before that still comes.
 * 0, or negative errno with a message in engine->error. */
int rt_engine_run(struct rt_engine *engine, const volatile sig_atomic_t *stop);

/* An engine of zeros is allowed. */
void rt_engine_close(struct rt_engine *engine);

#endif
