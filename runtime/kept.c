/* Kept answers. See kept.h. */
#include "kept.h"

#include "container/store.h"
#include "engine.h"
#include "state/reserve.h"
#include "state/state.h"

#include <errno.h>
#include <string.h>

static uint32_t record_bytes(uint32_t nwords)
{
    return (uint32_t)(sizeof(struct rt_kept) + 2 * sizeof(uint64_t) * nwords);
}

static struct rt_kept *record(uint8_t *records, uint32_t bytes, uint32_t place)
{
    return (struct rt_kept *)(void *)(records + (uint64_t)place * bytes);
}

int rt_kept_open(struct rt_eval *eval, const struct rt_state *state)
{
    const struct rt_program *program = eval->program;
    struct rt_kept_store *kept = &eval->kept;
    struct rt_state_stats stats;

    rt_state_stats(state, &stats);
    *kept = (struct rt_kept_store){.state = state,
                                   .nthreads = stats.limits.threads,
                                   .nfds = stats.limits.fds,
                                   .keeps_pending = !eval->engine->source->ops->is_live};
    if (program->thread_words > 0 || program->nclasses > 0) {
        kept->thread_bytes = record_bytes(program->thread_words);
        kept->threads = rt_reserve((uint64_t)kept->thread_bytes * kept->nthreads);
        if (!kept->threads)
            return -ENOMEM;
    }
    if (program->fd_words > 0) {
        kept->fd_bytes = record_bytes(program->fd_words);
        kept->fds = rt_reserve((uint64_t)kept->fd_bytes * kept->nfds);
        if (!kept->fds)
            return -ENOMEM;
    }
    return 0;
}

void rt_kept_close(struct rt_eval *eval)
{
    struct rt_kept_store *kept = &eval->kept;

    rt_unreserve(kept->threads, (uint64_t)kept->thread_bytes * kept->nthreads, 0);
    rt_unreserve(kept->fds, (uint64_t)kept->fd_bytes * kept->nfds, 0);
    *kept = (struct rt_kept_store){0};
}

void rt_kept_check(struct rt_eval *eval)
{
    eval->kept.check = true;
}

/* What is kept on the facts of others is of this. Containers are counted by themselves. */
static uint64_t epoch(const struct rt_eval *eval)
{
    const struct rt_engine *engine = eval->engine;

    return rt_state_epoch(eval->kept.state) +
           (engine->containers ? rt_containers_changes(engine->containers) : 0);
}

/* Answers of words from `first` on are void. */
static void forget(struct rt_kept *kept, uint32_t first, uint32_t nwords)
{
    for (uint32_t i = first; i < nwords; i++)
        kept->known_true[2 * i] = 0;
}

/* The thread's record, with what is true of it still. */
static struct rt_kept *thread_record(struct rt_eval *eval, const struct rt_thread *thread)
{
    const struct rt_program *program = eval->program;
    struct rt_kept *kept =
        record(eval->kept.threads, eval->kept.thread_bytes, rt_state_thread_place(thread));
    const uint64_t now = epoch(eval);

    if (kept->changed != thread->changed)
        forget(kept, 0, program->own_words);
    if (kept->changed != thread->changed || kept->epoch != now) {
        forget(kept, program->own_words, program->thread_words);
        kept->pending = 0;
    }
    kept->changed = thread->changed;
    kept->epoch = now;
    return kept;
}

static struct rt_kept *fd_record(struct rt_eval *eval, const struct rt_fd *fd)
{
    struct rt_kept *kept = record(eval->kept.fds, eval->kept.fd_bytes, rt_state_fd_place(fd));

    if (kept->changed != fd->changed)
        forget(kept, 0, eval->program->fd_words);
    kept->changed = fd->changed;
    return kept;
}

/* Fields of fds have a meaning on such events only. */
static bool concerns_fd(const struct rt_event *event)
{
    return event->info->flags & (CAT_EF_CREATES_FD | CAT_EF_USES_FD | CAT_EF_DESTROYS_FD);
}

void rt_kept_begin(struct rt_eval *eval)
{
    struct rt_kept_store *store = &eval->kept;
    struct rt_kept *thread = NULL, *fd = NULL;

    /* An event that tells of a container is about that one. */
    if (store->threads && eval->thread && eval->event->info->source != CAT_SOURCE_META)
        thread = thread_record(eval, eval->thread);
    if (store->fds && eval->fd && eval->thread && concerns_fd(eval->event))
        fd = fd_record(eval, eval->fd);
    store->checked_thread = thread;
    store->checked_fd = fd;
    if (store->check)
        return;
    if (thread)
        eval->kept_thread = thread;
    if (fd)
        eval->kept_fd = fd;
}

void rt_kept_stats(const struct rt_eval *eval, struct rt_kept_stats *stats)
{
    *stats = (struct rt_kept_stats){.thread_bytes = eval->kept.thread_bytes,
                                    .fd_bytes = eval->kept.fd_bytes,
                                    .stale = eval->kept.stale,
                                    .checked = eval->kept.ncompared};
}

/* --- classes --- */

/* Stands for the event where a thread is looked at between events. */
static const struct rt_event no_event = {.info = &cat_events[EV_GENERIC_X], .type = EV_GENERIC_X};

uint64_t rt_kept_classes(struct rt_eval *eval, struct rt_thread *thread)
{
    const struct rt_program *program = eval->program;
    uint64_t classes = 0;

    if (thread->flags & RT_THREAD_INVALID)
        return UINT64_MAX;
    rt_eval_reset(eval);
    eval->event = &no_event;
    eval->thread = thread;
    eval->fd = NULL;
    eval->fd_number = -1;
    rt_kept_begin(eval);
    for (uint32_t i = 0; i < program->nclasses; i++) {
        if (!program->classes[i].possible_alone || program->classes[i].possible_alone(eval))
            classes |= UINT64_C(1) << i;
    }
    return classes;
}

bool rt_kept_tell(struct rt_eval *eval, struct rt_thread *thread, uint64_t *classes)
{
    struct rt_kept *kept;

    if (!eval->kept.threads || thread->flags & (RT_THREAD_INVALID | RT_THREAD_DEAD))
        return false;
    kept = record(eval->kept.threads, eval->kept.thread_bytes, rt_state_thread_place(thread));
    if (kept->told == thread->changed)
        return false;
    kept->told = thread->changed;
    *classes = rt_kept_classes(eval, thread);
    return true;
}
