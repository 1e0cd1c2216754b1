/* From events to alerts. See engine.h. */
#include "engine.h"

#include "container/intake.h"
#include "kept.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* For values put together on one event; what is not needed is never touched. */
#define SCRATCH_SIZE (1u << 20)

#define BUSY_WAIT_MS  2    /* for an event, while alerts wait for containers */
#define WAIT_MS       100  /* for an event, before looking whether to stop */
#define EVENTS_A_LOOK 1024 /* between looks at the clock */

static uint64_t now_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static int fail(struct rt_engine *engine, int error, const char *what)
{
    snprintf(engine->error, sizeof engine->error, "%s", what);
    return error;
}

static int fail_source(struct rt_engine *engine, int error)
{
    const char *said = engine->source->error;

    return fail(engine, error, *said ? said : strerror(-error));
}

int rt_engine_open(struct rt_engine *engine, const struct rt_program *program,
                   const struct rt_options *options, struct rt_source *source,
                   struct rt_alert_queue *queue)
{
    const struct rt_state_limits limits = {.threads = options->limit_threads};
    int error;

    *engine = (struct rt_engine){
        .program = program, .options = *options, .source = source, .queue = queue};
    if (program->abi != RT_PROGRAM_ABI)
        return fail(engine, -EPROTO, "the program was made for another version of the runtime");
    engine->rule_matches = calloc(program->nrules + 1, sizeof *engine->rule_matches);
    engine->stats.rule_matches = engine->rule_matches;
    engine->text = (struct rt_line){.data = malloc(RT_ALERT_MAX), .size = RT_ALERT_MAX};
    if (!engine->rule_matches || !engine->text.data)
        return fail(engine, -ENOMEM, "no memory");
    error = rt_alert_layout_open(&engine->layout, program, &engine->options, engine->error,
                                 sizeof engine->error);
    if (error != 0)
        return error;
    error = rt_eval_open(&engine->eval, program, engine, SCRATCH_SIZE);
    if (error != 0)
        return fail(engine, error, "no memory for the values of events");
    error = rt_state_create(&engine->state, &limits);
    if (error != 0)
        return fail(engine, error, "no memory for what is known about processes");
    error = rt_kept_open(&engine->eval, engine->state);
    if (error != 0)
        return fail(engine, error, "no room for what is kept of processes");
    if (options->check_kept)
        rt_kept_check(&engine->eval);
    error = rt_containers_create(&engine->containers);
    if (error != 0)
        return fail(engine, error, "no memory for what is known about containers");
    if (engine->eval.containers || options->watch_containers)
        error = rt_watch_open(&engine->watch, engine);
    if (error != 0) {
        snprintf(engine->error, sizeof engine->error, "cannot look containers up below %s: %s",
                 options->container_root ? options->container_root : "/", strerror(-error));
        return error;
    }
    if (engine->watch && queue && options->container_wait_ms > 0)
        error = rt_hold_open(&engine->hold, engine, options->container_wait_ms);
    if (error != 0)
        return fail(engine, error, "no memory for alerts that wait");
    if (queue)
        error = rt_limits_open(&engine->limits, engine);
    if (error != 0)
        return fail(engine, error, "no memory for the limits of rules");
    error = source->ops->start(source, engine->state);
    if (error != 0)
        return fail_source(engine, error);
    if (!options->accounts_root)
        return 0;
    error = rt_accounts_open(&engine->accounts, options->accounts_root);
    if (error != 0)
        return fail(engine, error, "no thread that looks up users");
    rt_accounts_settle(engine->accounts, engine->state);
    return 0;
}

/* The time from a system call to the decision about it, by the clock that the kernel side has. */
static void note_latency(struct rt_engine *engine, const struct rt_event *event)
{
    const uint64_t now = now_ns(CLOCK_BOOTTIME) + rt_state_boot_time(engine->state);

    rt_histogram_add(&engine->latency, now > event->time_ns ? now - event->time_ns : 0);
}

/* The alert goes out, now or when its container is known. */
static void send(struct rt_engine *engine, struct rt_eval *eval, uint32_t rule)
{
    struct rt_line *line;

    if (engine->detailed && !(engine->hold && rt_hold_waits(engine->hold, eval, rule)))
        rt_alert_detail(eval, rule);
    if (engine->hold && rt_hold_keep(engine->hold, eval, rule))
        return;
    line = rt_alert_queue_begin(engine->queue);
    rt_alert_format(eval, &engine->options, rule, line);
    if (line->cut)
        engine->stats.alerts_cut++;
    rt_alert_queue_commit(engine->queue, eval->program->rules[rule].priority);
}

/* Rules of too low a priority are as if they were not loaded: they do not end the search either. */
void rt_fire(struct rt_eval *eval, uint32_t rule)
{
    struct rt_engine *engine = eval->engine;
    bool asked_pending; /* by conditions */

    if (eval->program->rules[rule].priority > engine->options.min_priority)
        return;
    eval->stop = !engine->options.match_all;
    if (eval->trial)
        return;
    engine->stats.matches++;
    engine->stats.matches_on_marked += eval->event->marked;
    engine->rule_matches[rule]++;
    if (engine->source->ops->is_live)
        note_latency(engine, eval->event);
    if (!engine->queue)
        return;
    asked_pending = eval->asked_pending;
    if (!engine->limits || !rt_limits_hold(engine->limits, eval, rule, &eval->held))
        send(engine, eval, rule);
    eval->asked_pending = asked_pending;
}

/* An event that brings a container is about it. What the engine itself found out and tells is in
 * the store already. */
static void take_container(struct rt_engine *engine, const struct rt_event *event)
{
    if (event->info->source != CAT_SOURCE_META || !rt_container_intake_wants(event) ||
        (engine->arrived && engine->arrived_number == event->number))
        return;
    engine->arrived = rt_container_intake(engine->containers, event);
    engine->arrived_number = event->number;
}

/* A program that starts may be of a user that nobody knows yet. */
static void meet_user(struct rt_engine *engine, const struct rt_event *event,
                      const struct rt_thread *thread)
{
    if (thread && (event->type == EV_EXECVE_19_X || event->type == EV_EXECVEAT_X))
        rt_accounts_see(engine->accounts, engine->state, thread, event->time_ns);
}

/* Asks the rules of the event. trial: only what they ask for. */
static void ask_rules(struct rt_engine *engine, const struct rt_event *event,
                      const struct rt_subject *subject, bool trial)
{
    struct rt_eval *eval = &engine->eval;

    rt_eval_reset(eval);
    eval->event = event;
    eval->thread = subject->thread;
    eval->fd = subject->fd;
    eval->fd_number = subject->fd_number;
    eval->trial = trial;
    rt_kept_begin(eval);
    engine->program->handlers[event->type](eval);
    eval->trial = false;
    eval->asked_pending |= eval->kept_thread->pending != 0;
}

void rt_engine_tell(struct rt_engine *engine, struct rt_event *event)
{
    struct rt_subject subject = {.fd_number = -1};

    event->number = ++engine->stats.events;
    if (engine->recording)
        rt_recording_event(engine->recording, event);
    rt_state_before(engine->state, event, &subject);
    if (subject.skip)
        return;
    engine->previous_event_ns = event->time_ns;
    if (!engine->program->handlers[event->type])
        return;
    engine->stats.evaluated++;
    ask_rules(engine, event, &subject, false);
}

/* What can still match of a process whose facts have changed goes to who filters its events. */
static void tell_classes(struct rt_engine *engine, struct rt_thread *thread)
{
    uint64_t classes;

    if (rt_kept_tell(&engine->eval, thread, &classes))
        engine->class_told(engine->class_context, thread, classes);
}

void rt_engine_event(struct rt_engine *engine, struct rt_event *event)
{
    struct rt_subject subject = {.fd_number = -1};
    bool decides, ends;

    engine->stats.events++;
    if (engine->watch && engine->source->ops->is_live)
        event->number = engine->stats.events; /* those that the engine tells count as well */
    if (engine->first_event_ns == 0 && event->info->source != CAT_SOURCE_META)
        engine->first_event_ns = event->time_ns;
    if (engine->limits)
        rt_limits_turn(engine->limits, event->time_ns);
    if (engine->recording)
        rt_recording_turn(engine->recording);
    if (engine->accounts)
        rt_accounts_turn(engine->accounts, engine->state, engine->recording, event->time_ns);
    if (engine->shadow)
        event->marked = rt_filter_drops(engine->program->filter, engine->shadow, event);
    engine->stats.marked += event->marked;
    rt_state_before(engine->state, event, &subject);
    subject.skip |= event->told;
    if (engine->accounts)
        meet_user(engine, event, subject.thread);
    take_container(engine, event);
    ends = engine->watch && event->type == EV_PROCEXIT_1_E;
    if (ends)
        rt_watch_before(engine->watch, event, subject.thread);
    decides = !subject.skip && engine->program->handlers[event->type];
    /* What rules ask about a container that is being looked up, is waited for. */
    if (decides && engine->watch && rt_watch_expects(engine->watch, subject.thread)) {
        ask_rules(engine, event, &subject, true);
        if (engine->eval.asked_pending)
            rt_watch_wait(engine->watch, subject.thread);
    }
    if (engine->recording)
        rt_recording_event(engine->recording, event);
    if (decides) {
        engine->stats.evaluated++;
        ask_rules(engine, event, &subject, false);
        if (engine->watch && engine->eval.asked_pending)
            rt_watch_note_undecided(engine->watch);
    }
    if (engine->class_told && subject.thread)
        tell_classes(engine, subject.thread);
    if (!subject.skip)
        engine->previous_event_ns = event->time_ns;
    rt_state_after(engine->state, event, &subject);
    if (ends)
        rt_watch_after(engine->watch);
}

/* A replay need not look into events that nothing reads, and need not ask about those that only the
 * state reads. Whoever writes them down, marks them or waits for what comes of them does. */
static void find_ways(struct rt_engine *engine)
{
    if (engine->source->ops->is_live || engine->recording || engine->shadow || engine->accounts ||
        engine->class_told)
        return;
    for (uint32_t type = 0; type < EV__COUNT; type++) {
        if (engine->program->handlers[type] || type == EV_PROCEXIT_1_E ||
            cat_events[type].source == CAT_SOURCE_META)
            continue;
        engine->for_state[type] = 1;
        engine->unread[type] = !rt_state_reads(type);
    }
    engine->source->unread = engine->unread;
}

static inline void note_time(struct rt_engine *engine, const struct rt_event *event, bool shown)
{
    engine->stats.events++;
    if (engine->first_event_ns == 0)
        engine->first_event_ns = event->time_ns;
    if (engine->limits)
        rt_limits_turn(engine->limits, event->time_ns);
    if (shown)
        engine->previous_event_ns = event->time_ns;
}

/* An event of a type that is not read. */
static inline void pass_event(struct rt_engine *engine, struct rt_event *event)
{
    const enum rt_pass pass = rt_state_pass(engine->state, event);

    if (pass != RT_PASS_NEEDED)
        note_time(engine, event, pass == RT_PASS_SHOWN);
    else if (rt_event_decode(event, event->undecoded, event->undecoded_len) == 0)
        rt_engine_event(engine, event); /* it has been found to be right */
}

/* An event the shortest way that will do. */
static inline void take_event(struct rt_engine *engine, struct rt_event *event)
{
    if (event->undecoded)
        pass_event(engine, event);
    else if (engine->for_state[event->type])
        note_time(engine, event, rt_state_apply(engine->state, event));
    else
        rt_engine_event(engine, event);
}

static void tick(struct rt_engine *engine, uint64_t *last_ns)
{
    const uint64_t now = now_ns(CLOCK_MONOTONIC_COARSE);

    if (now - *last_ns < 1000000000)
        return;
    *last_ns = now;
    if (engine->source->ops->alive)
        rt_state_sweep(engine->state, engine->source->ops->alive, engine->source);
    if (engine->limits && engine->source->ops->is_live)
        rt_limits_turn(engine->limits, now_ns(CLOCK_REALTIME));
    engine->tick(engine, engine->tick_context);
}

/* What is done between events; true: something waits, and is not to wait long. */
static bool turn(struct rt_engine *engine)
{
    if (engine->watch)
        rt_watch_turn(engine->watch);
    if (engine->hold)
        rt_hold_turn(engine->hold);
    return engine->held > 0;
}

/* Lets the alerts that wait go out, each when its time has come; nothing more comes in a replay. */
static void finish_holding(struct rt_engine *engine)
{
    const struct timespec moment = {.tv_nsec = 1000000};

    while (engine->source->ops->is_live && turn(engine))
        nanosleep(&moment, NULL);
    if (engine->hold)
        rt_hold_flush(engine->hold);
}

/* What a live source still holds or, if it cannot be stopped, what it holds of the time before now.
 */
static int drain(struct rt_engine *engine)
{
    const uint64_t now = now_ns(CLOCK_REALTIME);
    struct rt_event event;
    int result;

    if (engine->source->ops->stop)
        engine->source->ops->stop(engine->source);
    if (engine->stopped)
        engine->stopped(engine->stopped_context);
    do {
        turn(engine);
        result = engine->source->ops->next(engine->source, &event, WAIT_MS);
        if (result < 0)
            return fail_source(engine, result);
        if (result == 0)
            rt_engine_event(engine, &event);
    } while (result == 0 && (engine->source->ops->stop || event.time_ns < now));
    return 0;
}

/* Up to so many events, or until something else comes of asking for one, or *stop. */
static inline int take_events(struct rt_engine *engine, struct rt_event *event, uint32_t most,
                              const volatile sig_atomic_t *stop)
{
    struct rt_source *source = engine->source;
    int (*const next)(struct rt_source *, struct rt_event *, int) = source->ops->next;
    const bool live = source->ops->is_live;

    while (most-- > 0 && !*stop) {
        const bool busy = (live || engine->held > 0) && turn(engine);
        const int result = next(source, event, busy ? BUSY_WAIT_MS : WAIT_MS);

        if (result != 0)
            return result;
        take_event(engine, event);
    }
    return 0;
}

int rt_engine_take(struct rt_engine *engine, uint32_t most)
{
    const volatile sig_atomic_t never = 0;
    struct rt_event event;
    const int result = take_events(engine, &event, most, &never);

    return result < 0 ? fail_source(engine, result) : 0;
}

static int run(struct rt_engine *engine, const volatile sig_atomic_t *stop)
{
    struct rt_event event;
    uint64_t last_tick_ns = now_ns(CLOCK_MONOTONIC_COARSE);

    if (engine->watch)
        rt_watch_settle(engine->watch);
    find_ways(engine);
    while (!*stop) {
        const int result = take_events(engine, &event, EVENTS_A_LOOK, stop);

        if (result < 0)
            return fail_source(engine, result);
        if (result == RT_SOURCE_END)
            return 0;
        if (engine->tick)
            tick(engine, &last_tick_ns);
    }
    return engine->source->ops->is_live ? drain(engine) : 0;
}

int rt_engine_run(struct rt_engine *engine, const volatile sig_atomic_t *stop)
{
    const int result = run(engine, stop);

    finish_holding(engine);
    rt_limits_flush(engine->limits);
    return result;
}

void rt_engine_close(struct rt_engine *engine)
{
    if (engine->source)
        engine->source->ops->close(engine->source);
    rt_watch_close(engine->watch);
    rt_hold_close(engine->hold);
    rt_limits_close(engine->limits);
    rt_accounts_close(engine->accounts);
    rt_state_destroy(engine->state);
    rt_containers_destroy(engine->containers);
    rt_kept_close(&engine->eval);
    rt_eval_close(&engine->eval);
    rt_alert_layout_close(&engine->layout);
    free(engine->text.data);
    free(engine->rule_matches);
    *engine = (struct rt_engine){0};
}
