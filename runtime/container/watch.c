/* Containers as an engine meets them. See watch.h. */
#include "watch.h"

#include "../engine.h"
#include "intake.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SETTLE_MS 100
#define ANCESTORS 16     /* of a container's first thread that may be its monitor */
#define STEP_NS   100000 /* between looks for an answer */
#define SHARE     10     /* at most one part in so many of all time is spent on waiting */

struct rt_watch {
    struct rt_engine *engine;
    struct rt_resolver *resolver;    /* NULL: a replay */
    uint32_t pending;                /* answers that are still to come */
    uint64_t credit_ns, credited_ns; /* time that may be spent on waiting, as of when */
    struct rt_watch_stats stats;
    char ending[RT_CONTAINER_ID_SIZE]; /* container whose end the event in hand tells; "" none */
};

static uint64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* --- a container appears --- */

/* conmon, the monitor of Podman's and CRI-O's containers, is told the bundle with -b. The state
 * knows its command line even if the container is over when it is looked up. */
static void find_bundle(const struct rt_state *state, const struct rt_thread *thread,
                        struct rt_lookup *lookup)
{
    for (uint32_t i = 1; i <= ANCESTORS; i++) {
        const struct rt_thread *ancestor = rt_state_ancestor(state, thread, i);
        if (!ancestor)
            return;
        if (strcmp(ancestor->comm, "conmon") != 0)
            continue;
        const char *at = ancestor->args.data, *end = at + ancestor->args.len;
        while (at < end) {
            const bool is_bundle = strcmp(at, "-b") == 0 || strcmp(at, "--bundle") == 0;
            at += strlen(at) + 1;
            if (is_bundle && at < end && strlen(at) < sizeof lookup->bundle)
                memcpy(lookup->bundle, at, strlen(at) + 1);
        }
        return;
    }
}

static void on_seen(void *context, const struct rt_thread *thread, const char *cgroup, uint32_t len,
                    enum rt_container_engine engine)
{
    struct rt_watch *watch = context;
    struct rt_containers *store = watch->engine->containers;
    const enum rt_container_state state = rt_containers_state(store, thread->container_id);
    struct rt_lookup lookup = {.pid = thread->pid > 0 ? thread->pid : thread->tid,
                               .engine = engine};

    if (state != RT_CONTAINER_STRANGE && state != RT_CONTAINER_ENDED)
        return;
    if (!watch->resolver) {
        rt_containers_await(store, thread->container_id);
        return;
    }
    if (len >= sizeof lookup.cgroup) { /* the id is at the end */
        cgroup += len - (sizeof lookup.cgroup - 1);
        len = sizeof lookup.cgroup - 1;
    }
    memcpy(lookup.cgroup, cgroup, len);
    memcpy(lookup.key, thread->container_id, sizeof lookup.key);
    find_bundle(watch->engine->state, thread, &lookup);
    if (!rt_resolver_ask(watch->resolver, &lookup))
        return;
    rt_containers_await(store, lookup.key);
    watch->pending++;
}

int rt_watch_open(struct rt_watch **out, struct rt_engine *engine)
{
    struct rt_watch *watch = calloc(1, sizeof *watch);
    int error = 0;

    if (!watch)
        return -ENOMEM;
    watch->engine = engine;
    watch->credit_ns = engine->options.container_wait_ms * UINT64_C(1000000);
    watch->credited_ns = now_ns();
    if (engine->source->ops->is_live)
        error = rt_resolver_open(&watch->resolver, engine->options.container_root,
                                 engine->options.container_wait_ms);
    if (error != 0) {
        free(watch);
        return error;
    }
    rt_state_watch_containers(engine->state, on_seen, watch);
    *out = watch;
    return 0;
}

void rt_watch_close(struct rt_watch *watch)
{
    if (!watch)
        return;
    rt_state_watch_containers(watch->engine->state, NULL, NULL);
    rt_resolver_close(watch->resolver);
    free(watch);
}

/* --- what is known is told --- */

/* An event of no thread, at the time of the one before it, so that the order of times holds. */
static void tell(struct rt_engine *engine, const char *name, const struct rt_container *record)
{
    static const uint8_t plugin[4]; /* 0: of no source of its own */
    struct timespec now;
    struct rt_event event = {.time_ns = engine->previous_event_ns,
                             .type = EV_ASYNCEVENT_E,
                             .nparams = 3,
                             .info = &cat_events[EV_ASYNCEVENT_E]};

    if (event.time_ns == 0) {
        clock_gettime(CLOCK_REALTIME, &now);
        event.time_ns = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
    }
    event.params[0] = (struct rt_param){plugin, sizeof plugin};
    event.params[1] = (struct rt_param){(const uint8_t *)name, (uint32_t)strlen(name) + 1};
    event.params[2] = (struct rt_param){(const uint8_t *)record->json.data, record->json.len + 1};
    engine->arrived = record;
    engine->arrived_number = engine->stats.events + 1;
    rt_engine_tell(engine, &event);
}

void rt_watch_turn(struct rt_watch *watch)
{
    struct rt_engine *engine = watch->engine;
    struct rt_resolved resolved;

    while (watch->resolver && rt_resolver_take(watch->resolver, &resolved)) {
        if (resolved.so_far) {
            rt_containers_doubt(engine->containers, resolved.key);
            continue;
        }
        if (rt_containers_state(engine->containers, resolved.key) == RT_CONTAINER_PENDING &&
            watch->pending > 0)
            watch->pending--;
        if (!resolved.record) {
            rt_containers_give_up(engine->containers, resolved.key);
            continue;
        }
        rt_containers_put(engine->containers, resolved.record);
        tell(engine, RT_CONTAINER_EVENT, resolved.record);
    }
}

void rt_watch_settle(struct rt_watch *watch)
{
    const struct timespec moment = {.tv_nsec = 1000000};

    for (int i = 0; i < SETTLE_MS; i++) {
        rt_watch_turn(watch);
        if (watch->pending == 0)
            break;
        nanosleep(&moment, NULL);
    }
}

/* --- what is asked before it is known --- */

bool rt_watch_expects(const struct rt_watch *watch, const struct rt_thread *thread)
{
    return watch->pending > 0 && thread && thread->container_id[0] != '\0' &&
           rt_containers_is_expected(watch->engine->containers, thread->container_id);
}

/* A part of the time that has passed since the last look, up to the longest wait. */
static uint64_t credit(struct rt_watch *watch, uint64_t now)
{
    const uint64_t most = watch->engine->options.container_wait_ms * UINT64_C(1000000);

    watch->credit_ns += (now - watch->credited_ns) / SHARE;
    watch->credited_ns = now;
    if (watch->credit_ns > most)
        watch->credit_ns = most;
    return watch->credit_ns;
}

void rt_watch_wait(struct rt_watch *watch, const struct rt_thread *thread)
{
    const struct timespec moment = {.tv_nsec = STEP_NS};
    const struct rt_source *source = watch->engine->source;
    const uint64_t begin = now_ns(), most = credit(watch, begin);
    uint64_t spent = 0;

    rt_watch_turn(watch);
    while (rt_watch_expects(watch, thread) && spent < most &&
           !(source->ops->is_crowded && source->ops->is_crowded(source))) {
        nanosleep(&moment, NULL);
        rt_watch_turn(watch);
        spent = now_ns() - begin;
    }
    watch->credit_ns -= spent < watch->credit_ns ? spent : watch->credit_ns;
    watch->credited_ns = begin + spent;
    watch->stats.waited++;
    watch->stats.waited_ns += spent;
    if (rt_containers_find(watch->engine->containers, thread->container_id))
        watch->stats.answered++;
    else if (rt_containers_state(watch->engine->containers, thread->container_id) !=
             RT_CONTAINER_PENDING)
        watch->stats.undecided++; /* of what is pending yet, the engine notes it */
}

void rt_watch_note_undecided(struct rt_watch *watch)
{
    watch->stats.undecided++;
}

/* --- a container ends --- */

void rt_watch_before(struct rt_watch *watch, const struct rt_event *event,
                     const struct rt_thread *thread)
{
    const struct rt_thread *parent;

    if (event->type != EV_PROCEXIT_1_E || !watch->resolver || !thread || thread->vpid != 1 ||
        thread->vtid != 1 || thread->container_id[0] == '\0')
        return;
    /* A pid namespace within the container has a first process too, but a parent beside it. */
    parent = rt_state_parent(watch->engine->state, thread);
    if (!parent || strcmp(parent->container_id, thread->container_id) != 0)
        memcpy(watch->ending, thread->container_id, sizeof watch->ending);
}

void rt_watch_after(struct rt_watch *watch)
{
    char key[RT_CONTAINER_ID_SIZE];

    if (watch->ending[0] == '\0')
        return;
    memcpy(key, watch->ending, sizeof key);
    watch->ending[0] = '\0';
    const struct rt_container *record = rt_containers_find(watch->engine->containers, key);
    if (record)
        tell(watch->engine, RT_CONTAINER_REMOVED_EVENT, record);
    rt_containers_end(watch->engine->containers, key);
}

void rt_watch_stats(const struct rt_watch *watch, struct rt_watch_stats *stats)
{
    *stats = watch->stats;
    if (watch->resolver)
        rt_resolver_stats(watch->resolver, &stats->lookups);
}
