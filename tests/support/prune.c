/* Makes a capture small, and free of what is nobody's business: of the threads and events it keeps
 * those of one process, which is in the start state, and of its descendants.
 *
 * usage: prune IN.scap OUT.scap.gz PID
 */
#include "bytes.h"
#include "source/recording.h"
#include "source/source.h"
#include "state/state.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_TIDS 4096

struct prune {
    int64_t root;
    int64_t tids[MOST_TIDS]; /* ntids: of the process and its descendants, whenever they lived */
    uint32_t ntids;
    struct rt_state *full, *kept;
};

static bool has(const struct prune *prune, int64_t tid)
{
    for (uint32_t i = 0; i < prune->ntids; i++) {
        if (prune->tids[i] == tid)
            return true;
    }
    return false;
}

static void add(struct prune *prune, int64_t tid)
{
    if (!has(prune, tid) && prune->ntids < MOST_TIDS)
        prune->tids[prune->ntids++] = tid;
}

/* A thread belongs if it, its group, or an ancestor is the process or belongs already. */
static bool belongs(const struct prune *prune, const struct rt_thread *thread)
{
    for (uint32_t n = 0; thread && n < 64; n++) {
        if (thread->tid == prune->root || thread->pid == prune->root || has(prune, thread->tid))
            return true;
        thread = rt_state_ancestor(prune->full, thread, 1);
    }
    return false;
}

static struct rt_source *begin(struct prune *prune, const char *path)
{
    struct rt_source *source;
    char error[256];

    rt_state_destroy(prune->full);
    prune->full = NULL;
    if (rt_capture_open(&source, path, error, sizeof error) != 0) {
        fprintf(stderr, "prune: %s: %s\n", path, error);
        exit(1);
    }
    if (rt_state_create(&prune->full, NULL) != 0 || source->ops->start(source, prune->full) != 0) {
        fprintf(stderr, "prune: %s: %s\n", path, source->error);
        exit(1);
    }
    return source;
}

/* Who belongs to it, from the start to the end of the capture. */
static void gather(struct prune *prune, const char *path)
{
    struct rt_source *source = begin(prune, path);
    struct rt_subject subject;
    struct rt_event event;

    while (source->ops->next(source, &event, 0) == 0) {
        subject = (struct rt_subject){.fd_number = -1};
        rt_state_before(prune->full, &event, &subject);
        if (subject.thread && belongs(prune, subject.thread))
            add(prune, event.tid);
        rt_state_after(prune->full, &event, &subject);
    }
    source->ops->close(source);
}

static void keep_fd(void *context, const struct rt_fd *fd)
{
    struct prune *prune = context;

    rt_state_add_fd(prune->kept, prune->root, fd);
}

/* Of the users and groups, root. */
static void keep_user(void *context, const struct rt_user *user)
{
    if (user->uid == 0)
        rt_state_add_user(((struct prune *)context)->kept, user);
}

static void keep_group(void *context, const struct rt_group *group)
{
    if (group->gid == 0)
        rt_state_add_group(((struct prune *)context)->kept, group);
}

/* The start state: the process alone, as if the kernel had started it. */
static void keep_start(struct prune *prune)
{
    const struct rt_thread *thread = rt_state_thread(prune->full, prune->root);
    struct rt_thread first;

    if (!thread) {
        fprintf(stderr, "prune: process %" PRId64 " is not in the capture's start state\n",
                prune->root);
        exit(1);
    }
    first = *thread;
    first.ptid = 0;
    rt_state_set_machine(prune->kept, rt_state_ncpus(prune->full), rt_state_boot_time(prune->full));
    rt_state_set_hostname(prune->kept, "demo");
    rt_state_each_user(prune->full, keep_user, prune);
    rt_state_each_group(prune->full, keep_group, prune);
    rt_state_add_thread(prune->kept, &first);
    rt_state_each_fd(prune->full, thread, keep_fd, prune);
    rt_state_start_done(prune->kept);
}

int main(int argc, char **argv)
{
    static struct prune prune;
    struct rt_recording *recording;
    struct rt_source *source;
    struct rt_event event;
    uint64_t kept = 0;
    int error;

    if (argc != 4) {
        fputs("usage: prune IN.scap OUT.scap.gz PID\n", stderr);
        return 2;
    }
    prune.root = strtoll(argv[3], NULL, 10);
    add(&prune, prune.root);
    gather(&prune, argv[1]);
    source = begin(&prune, argv[1]);
    error = rt_state_create(&prune.kept, NULL);
    if (error == 0) {
        keep_start(&prune);
        error = rt_recording_open(&recording, argv[2], prune.kept);
    }
    if (error != 0) {
        fprintf(stderr, "prune: %s: %s\n", argv[2], strerror(-error));
        return 1;
    }
    while (source->ops->next(source, &event, 0) == 0) {
        if (!has(&prune, event.tid))
            continue;
        rt_recording_event(recording, &event);
        kept++;
    }
    error = rt_recording_close(recording);
    source->ops->close(source);
    rt_state_destroy(prune.full);
    rt_state_destroy(prune.kept);
    if (error != 0) {
        fprintf(stderr, "prune: %s: %s\n", argv[2], strerror(-error));
        return 1;
    }
    fprintf(stderr, "prune: %" PRIu64 " events of %u threads\n", kept, prune.ntids);
    return 0;
}
