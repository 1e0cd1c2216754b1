/* The thread that looks containers up. See resolver.h. */
#include "resolver.h"

#include "../harden/landlock.h"
#include "../thread.h"
#include "file.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ASKED_MAX    4096u /* a power of two, as the next */
#define RESOLVED_MAX 1024u
#define JOBS_MAX     4096u

#define TRIES         3 /* until "nothing so far" */
#define FIRST_STEP_MS 2 /* between tries, doubled each time */
#define STEP_MAX_MS   100
#define REFRESH_MS    1500 /* until a container without an address is looked at again */

static const uint32_t late_ms[] = {2000, 10000, 60000}; /* since it was asked for */

/* A look-up that is not done with. */
struct job {
    struct rt_lookup lookup;
    uint64_t begin_ms, next_ms;
    uint32_t step_ms;
    uint32_t misses;
    uint32_t late;       /* index into late_ms */
    bool given_up;       /* "nothing" has been answered */
    uint64_t found_hash; /* of the text of the record that was found; 0: none yet */
};

struct rt_resolver {
    int root;
    uint32_t wait_ms;
    pthread_t thread;
    sem_t wake; /* something was asked for, or the end has come */
    atomic_bool closing;

    /* The engine writes at asked_in, the thread reads at asked_out; the other ring reversed. */
    struct rt_lookup *asked;
    atomic_uint asked_in, asked_out;
    struct rt_resolved *resolved;
    atomic_uint resolved_in, resolved_out;

    struct job *jobs; /* njobs; the thread's own */
    uint32_t njobs;

    struct rt_resolver_stats stats; /* the engine's own */
};

static uint64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static uint64_t hash(struct rt_str text)
{
    uint64_t sum = UINT64_C(0xcbf29ce484222325);

    for (uint32_t i = 0; i < text.len; i++)
        sum = (sum ^ (uint8_t)text.data[i]) * UINT64_C(0x100000001b3);
    return sum | 1;
}

/* --- the thread's side --- */

/* Hands an answer over; waits for room, which the engine makes between its events. */
static void answer(struct rt_resolver *resolver, const struct rt_lookup *lookup,
                   struct rt_container *record, bool so_far)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    const uint32_t in = atomic_load_explicit(&resolver->resolved_in, memory_order_relaxed);

    while (in - atomic_load_explicit(&resolver->resolved_out, memory_order_acquire) ==
           RESOLVED_MAX) {
        if (atomic_load(&resolver->closing)) {
            rt_container_free(record);
            return;
        }
        nanosleep(&moment, NULL);
    }
    struct rt_resolved *slot = &resolver->resolved[in % RESOLVED_MAX];
    memcpy(slot->key, lookup->key, sizeof slot->key);
    slot->record = record;
    slot->so_far = so_far;
    atomic_store_explicit(&resolver->resolved_in, in + 1, memory_order_release);
}

/* Something was found: true if the job is done with. */
static bool found(struct rt_resolver *resolver, struct job *job, struct rt_container *record,
                  uint64_t now)
{
    const uint64_t sum = hash(record->json);
    const bool again = job->found_hash == 0 && record->ip.len == 0 && !record->host_network;

    if (job->found_hash == sum)
        rt_container_free(record); /* nothing new */
    else
        answer(resolver, &job->lookup, record, false);
    job->found_hash = sum;
    job->next_ms = now + REFRESH_MS;
    return !again;
}

/* Nothing was found: when to try again; true if never. */
static bool missed(struct rt_resolver *resolver, struct job *job, uint64_t now)
{
    if (job->found_hash != 0)
        return true; /* it has ended since */
    if (!job->given_up && now - job->begin_ms < resolver->wait_ms) {
        if (++job->misses == TRIES)
            answer(resolver, &job->lookup, NULL, true);
        const uint64_t left = resolver->wait_ms - (now - job->begin_ms);
        job->next_ms = now + (job->step_ms < left ? job->step_ms : left);
        job->step_ms = job->step_ms * 2 < STEP_MAX_MS ? job->step_ms * 2 : STEP_MAX_MS;
        return false;
    }
    if (!job->given_up)
        answer(resolver, &job->lookup, NULL, false);
    job->given_up = true;
    if (job->late == sizeof late_ms / sizeof late_ms[0])
        return true;
    job->next_ms = job->begin_ms + late_ms[job->late++];
    return false;
}

static bool try_job(struct rt_resolver *resolver, struct job *job)
{
    struct rt_container *record;
    const int error = rt_container_look_up(&record, resolver->root, &job->lookup);
    const uint64_t now = now_ms();

    return error == 0 ? found(resolver, job, record, now) : missed(resolver, job, now);
}

static void take_asked(struct rt_resolver *resolver)
{
    uint32_t out = atomic_load_explicit(&resolver->asked_out, memory_order_relaxed);

    while (resolver->njobs < JOBS_MAX &&
           out != atomic_load_explicit(&resolver->asked_in, memory_order_acquire)) {
        const uint64_t now = now_ms();
        resolver->jobs[resolver->njobs++] = (struct job){
            .lookup = resolver->asked[out % ASKED_MAX],
            .begin_ms = now,
            .next_ms = now,
            .step_ms = FIRST_STEP_MS,
        };
        atomic_store_explicit(&resolver->asked_out, ++out, memory_order_release);
    }
}

/* Tries what is due; returns when the next is, UINT64_MAX if nothing is left. */
static uint64_t try_due(struct rt_resolver *resolver)
{
    uint64_t next = UINT64_MAX;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < resolver->njobs; i++) {
        struct job *job = &resolver->jobs[i];
        if (!atomic_load(&resolver->closing) && job->next_ms <= now_ms() && try_job(resolver, job))
            continue;
        if (job->next_ms < next)
            next = job->next_ms;
        if (kept != i)
            resolver->jobs[kept] = *job;
        kept++;
    }
    resolver->njobs = kept;
    return next;
}

static void *resolve(void *context)
{
    struct rt_resolver *resolver = context;

    rt_landlock_enter(RT_THREAD_CONTAINERS);
    while (!atomic_load(&resolver->closing)) {
        take_asked(resolver);
        const uint64_t next = try_due(resolver);
        struct timespec until = {.tv_sec = (time_t)(next / 1000),
                                 .tv_nsec = (long)(next % 1000) * 1000000};
        if (next == UINT64_MAX)
            sem_wait(&resolver->wake);
        else
            sem_clockwait(&resolver->wake, CLOCK_MONOTONIC, &until);
    }
    return NULL;
}

/* --- the engine's side --- */

static int start(struct rt_resolver *resolver)
{
    return rt_thread_start(&resolver->thread, resolve, resolver);
}

static void release(struct rt_resolver *resolver)
{
    if (resolver->root >= 0)
        close(resolver->root);
    sem_destroy(&resolver->wake);
    free(resolver->asked);
    free(resolver->resolved);
    free(resolver->jobs);
    free(resolver);
}

int rt_resolver_open(struct rt_resolver **out, const char *root, uint32_t wait_ms)
{
    struct rt_resolver *resolver = calloc(1, sizeof *resolver);
    int error;

    if (!resolver)
        return -ENOMEM;
    resolver->wait_ms = wait_ms;
    sem_init(&resolver->wake, 0, 0);
    resolver->asked = calloc(ASKED_MAX, sizeof *resolver->asked);
    resolver->resolved = calloc(RESOLVED_MAX, sizeof *resolver->resolved);
    resolver->jobs = calloc(JOBS_MAX, sizeof *resolver->jobs);
    resolver->root = rt_file_root(root ? root : "");
    error = resolver->root < 0 ? resolver->root : 0;
    if (!resolver->asked || !resolver->resolved || !resolver->jobs)
        error = -ENOMEM;
    if (error == 0)
        error = start(resolver);
    if (error != 0) {
        release(resolver);
        return error;
    }
    *out = resolver;
    return 0;
}

bool rt_resolver_ask(struct rt_resolver *resolver, const struct rt_lookup *lookup)
{
    const uint32_t in = atomic_load_explicit(&resolver->asked_in, memory_order_relaxed);

    if (in - atomic_load_explicit(&resolver->asked_out, memory_order_acquire) == ASKED_MAX) {
        resolver->stats.refused++;
        return false;
    }
    resolver->asked[in % ASKED_MAX] = *lookup;
    atomic_store_explicit(&resolver->asked_in, in + 1, memory_order_release);
    sem_post(&resolver->wake);
    resolver->stats.asked++;
    return true;
}

bool rt_resolver_take(struct rt_resolver *resolver, struct rt_resolved *resolved)
{
    const uint32_t out = atomic_load_explicit(&resolver->resolved_out, memory_order_relaxed);

    if (out == atomic_load_explicit(&resolver->resolved_in, memory_order_acquire))
        return false;
    *resolved = resolver->resolved[out % RESOLVED_MAX];
    atomic_store_explicit(&resolver->resolved_out, out + 1, memory_order_release);
    return true;
}

void rt_resolver_stats(const struct rt_resolver *resolver, struct rt_resolver_stats *stats)
{
    *stats = resolver->stats;
}

void rt_resolver_close(struct rt_resolver *resolver)
{
    struct rt_resolved left;

    if (!resolver)
        return;
    atomic_store(&resolver->closing, true);
    sem_post(&resolver->wake);
    pthread_join(resolver->thread, NULL);
    while (rt_resolver_take(resolver, &left))
        rt_container_free(left.record);
    release(resolver);
}
