/* Users and groups that an agent meets while it runs. See accounts.h. */
#include "accounts.h"

#include "accounts_file.h"

#include "../thread.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define RING          64u /* questions and answers under way; a power of two */
#define AGAIN_NS      UINT64_C(1000000000)
#define QUICK_TRIES   8 /* at a container without accounts, before it has to wait so long too */
#define SETTLE_MS     100
#define CLOSE_SECONDS 2  /* for a reader that hangs in a file system */
#define MACHINE       "" /* the container that is none */

struct question {
    char id[RT_CONTAINER_ID_SIZE];
    int64_t pid; /* of the container; the machine: not used */
};

struct answer {
    char id[RT_CONTAINER_ID_SIZE];
    struct rt_account_list list; /* empty: nothing could be read */
};

/* A container that was asked for. */
struct known {
    char id[RT_CONTAINER_ID_SIZE];
    uint64_t asked_ns;
    uint32_t tries;
    bool used;
    bool waits; /* an answer is under way */
    bool has;   /* accounts of it are in the state */
};

struct rt_accounts {
    char root[PATH_MAX];
    pthread_t thread;
    sem_t wake;
    atomic_bool closing;

    /* The engine writes at asked_in, the thread reads at asked_out; the other ring reversed. */
    struct question asked[RING];
    atomic_uint asked_in, asked_out;
    struct answer answers[RING];
    atomic_uint answers_in, answers_out;

    struct known machine;
    struct known containers[RT_ACCOUNTS_CONTAINERS]; /* the engine's own */
    uint32_t next;                                   /* the oldest of them, once all are used */
    uint32_t waiting;                                /* answers under way */
};

/* --- the thread's side --- */

/* The root directory of a process of a container; negative errno. While that is still the machine's
 * own, it is not what is looked for. */
static int open_root(const struct rt_accounts *accounts, const struct question *question)
{
    char path[PATH_MAX + 64];
    struct stat machine, own;
    int root;

    snprintf(path, sizeof path, "%s/", accounts->root);
    if (strcmp(question->id, MACHINE) != 0) {
        if (stat(path, &machine) != 0)
            return -errno;
        snprintf(path, sizeof path, "%s/proc/%lld/root/", accounts->root, (long long)question->pid);
        if (stat(path, &own) != 0)
            return -errno;
        if (own.st_dev == machine.st_dev && own.st_ino == machine.st_ino)
            return -EAGAIN;
    }
    root = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    return root < 0 ? -errno : root;
}

static void answer_one(struct rt_accounts *accounts, const struct question *question)
{
    const uint32_t in = atomic_load_explicit(&accounts->answers_in, memory_order_relaxed);
    struct answer *answer = &accounts->answers[in % RING];
    const int root = open_root(accounts, question);

    memcpy(answer->id, question->id, sizeof answer->id);
    answer->list = (struct rt_account_list){0};
    if (root >= 0) {
        rt_account_list_read(&answer->list, root);
        close(root);
    }
    atomic_store_explicit(&accounts->answers_in, in + 1, memory_order_release);
}

/* There are as many answers under way as questions were taken, so there is room for each. */
static void *answer_all(void *context)
{
    struct rt_accounts *accounts = context;

    while (sem_wait(&accounts->wake) == 0 || errno == EINTR) {
        uint32_t out = atomic_load_explicit(&accounts->asked_out, memory_order_relaxed);

        while (!atomic_load(&accounts->closing) &&
               out != atomic_load_explicit(&accounts->asked_in, memory_order_acquire)) {
            answer_one(accounts, &accounts->asked[out % RING]);
            atomic_store_explicit(&accounts->asked_out, ++out, memory_order_release);
        }
        if (atomic_load(&accounts->closing))
            break;
    }
    return NULL;
}

/* --- the engine's side --- */

int rt_accounts_open(struct rt_accounts **out, const char *root)
{
    struct rt_accounts *accounts = calloc(1, sizeof *accounts);
    int result;

    if (!accounts)
        return -ENOMEM;
    snprintf(accounts->root, sizeof accounts->root, "%s", root);
    sem_init(&accounts->wake, 0, 0);
    result = rt_thread_start(&accounts->thread, answer_all, accounts);
    if (result != 0) {
        sem_destroy(&accounts->wake);
        free(accounts);
        return result;
    }
    *out = accounts;
    return 0;
}

static struct known *find_container(struct rt_accounts *accounts, const char *id)
{
    for (uint32_t i = 0; i < RT_ACCOUNTS_CONTAINERS && accounts->containers[i].used; i++) {
        if (strcmp(accounts->containers[i].id, id) == 0)
            return &accounts->containers[i];
    }
    return NULL;
}

/* The place of a container; of a new one that of the oldest. */
static struct known *remember(struct rt_accounts *accounts, struct rt_state *state, const char *id)
{
    struct known *known;

    if (strcmp(id, MACHINE) == 0)
        return &accounts->machine;
    known = find_container(accounts, id);
    if (known)
        return known;
    known = &accounts->containers[accounts->next];
    accounts->next = (accounts->next + 1) % RT_ACCOUNTS_CONTAINERS;
    if (known->has)
        rt_state_forget_accounts(state, known->id);
    *known = (struct known){.used = true};
    memcpy(known->id, id, sizeof known->id);
    return known;
}

static void ask(struct rt_accounts *accounts, struct rt_state *state,
                const struct rt_thread *thread, uint64_t now_ns)
{
    const uint32_t in = atomic_load_explicit(&accounts->asked_in, memory_order_relaxed);
    struct known *known = remember(accounts, state, thread->container_id);

    if (known->waits ||
        ((known->has || known->tries >= QUICK_TRIES) && now_ns - known->asked_ns < AGAIN_NS))
        return;
    if (accounts->waiting == RING)
        return; /* the next program asks again */
    known->waits = true;
    known->asked_ns = now_ns;
    known->tries += known->tries < QUICK_TRIES;
    struct question *question = &accounts->asked[in % RING];
    memcpy(question->id, thread->container_id, sizeof question->id);
    question->pid = thread->pid > 0 ? thread->pid : thread->tid;
    accounts->waiting++;
    atomic_store_explicit(&accounts->asked_in, in + 1, memory_order_release);
    sem_post(&accounts->wake);
}

void rt_accounts_see(struct rt_accounts *accounts, struct rt_state *state,
                     const struct rt_thread *thread, uint64_t now_ns)
{
    if (!rt_state_user(state, thread, thread->uid) || !rt_state_group(state, thread, thread->gid))
        ask(accounts, state, thread, now_ns);
}

static struct rt_param text_param(struct rt_str text)
{
    return (struct rt_param){(const uint8_t *)text.data, text.len + 1};
}

static void record(struct rt_recording *recording, uint64_t time_ns, uint16_t type,
                   const struct rt_param *params, uint32_t nparams)
{
    struct rt_event event = {
        .time_ns = time_ns, .tid = -1, .type = type, .nparams = nparams, .info = &cat_events[type]};

    memcpy(event.params, params, nparams * sizeof *params);
    rt_recording_event(recording, &event);
}

static void record_list(const struct answer *answer, struct rt_recording *recording,
                        uint64_t time_ns)
{
    const struct rt_param id = {(const uint8_t *)answer->id, (uint32_t)strlen(answer->id) + 1};

    for (uint32_t i = 0; i < answer->list.nusers; i++) {
        const struct rt_user *user = &answer->list.users[i];
        const struct rt_param params[] = {
            {(const uint8_t *)&user->uid, 4}, {(const uint8_t *)&user->gid, 4},
            text_param(user->name),           text_param(user->home),
            text_param(user->shell),          id};
        record(recording, time_ns, EV_USER_ADDED_E, params, 6);
    }
    for (uint32_t i = 0; i < answer->list.ngroups; i++) {
        const struct rt_group *group = &answer->list.groups[i];
        const struct rt_param params[] = {
            {(const uint8_t *)&group->gid, 4}, text_param(group->name), id};
        record(recording, time_ns, EV_GROUP_ADDED_E, params, 3);
    }
}

static void take(struct rt_accounts *accounts, struct answer *answer, struct rt_state *state,
                 struct rt_recording *recording, uint64_t time_ns)
{
    const bool has = answer->list.nusers + answer->list.ngroups > 0;
    struct known *known = remember(accounts, state, answer->id);

    known->waits = false;
    known->has |= has;
    for (uint32_t i = 0; i < answer->list.nusers; i++)
        rt_state_add_user_of(state, answer->id, &answer->list.users[i]);
    for (uint32_t i = 0; i < answer->list.ngroups; i++)
        rt_state_add_group_of(state, answer->id, &answer->list.groups[i]);
    if (recording)
        record_list(answer, recording, time_ns);
    rt_account_list_free(&answer->list);
}

void rt_accounts_turn(struct rt_accounts *accounts, struct rt_state *state,
                      struct rt_recording *recording, uint64_t time_ns)
{
    uint32_t out = atomic_load_explicit(&accounts->answers_out, memory_order_relaxed);

    while (out != atomic_load_explicit(&accounts->answers_in, memory_order_acquire)) {
        take(accounts, &accounts->answers[out % RING], state, recording, time_ns);
        accounts->waiting--;
        atomic_store_explicit(&accounts->answers_out, ++out, memory_order_release);
    }
}

struct start {
    struct rt_accounts *accounts;
    struct rt_state *state;
};

static void ask_at_start(void *context, const struct rt_thread *thread)
{
    struct start *start = context;

    if (thread->container_id[0] && thread->tid == thread->pid)
        rt_accounts_see(start->accounts, start->state, thread, 0);
}

void rt_accounts_settle(struct rt_accounts *accounts, struct rt_state *state)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    struct start start = {accounts, state};

    rt_state_each_thread(state, ask_at_start, &start);
    for (int i = 0; i < SETTLE_MS; i++) {
        const uint32_t in = atomic_load_explicit(&accounts->answers_in, memory_order_acquire);

        if (in - atomic_load_explicit(&accounts->answers_out, memory_order_relaxed) ==
            accounts->waiting)
            break;
        nanosleep(&moment, NULL);
    }
}

void rt_accounts_close(struct rt_accounts *accounts)
{
    struct timespec until;

    if (!accounts)
        return;
    atomic_store(&accounts->closing, true);
    sem_post(&accounts->wake);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += CLOSE_SECONDS;
    if (pthread_timedjoin_np(accounts->thread, NULL, &until) != 0)
        return; /* it hangs in a container's file system, and needs what it has */
    for (uint32_t i = 0; i < RING; i++)
        rt_account_list_free(&accounts->answers[i].list);
    sem_destroy(&accounts->wake);
    free(accounts);
}
