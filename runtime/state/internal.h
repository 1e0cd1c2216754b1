/* What the files of the state share among themselves; nobody else includes this.
 *
 * The parts, from the bottom: pool, slab, map (memory); share (texts); tuple, path, container
 * (what things are called); fd, thread, group, user, interface (the tables); on_*.c (what each
 * event changes); state.c (life cycle, the way of an event). A handler gets a turn: the event with
 * the thread and the fd that it is about, which it may change.
 */
#ifndef RULEC_STATE_INTERNAL_H
#define RULEC_STATE_INTERNAL_H

#include "map.h"
#include "share.h"
#include "slab.h"
#include "state.h"

/* Falco's portable numbers (flags.tsv), as events carry them. */
enum {
    CL_CLONE_FILES = 1 << 0,
    CL_CLONE_NEWPID = 1 << 6,
    CL_CLONE_PARENT = 1 << 8,
    CL_CLONE_THREAD = 1 << 13,
    CL_CLONE_INVERTED = 1 << 16, /* set here: the child's event came before its parent's */
    CL_NAME_CHANGED = 1 << 17,   /* set here */
    CL_CLOSED = 1 << 18,         /* set here: the thread ended */
    CL_ACTIVE = 1 << 19,         /* set here: seen to do something */
    CL_CLONE_NEWUSER = 1 << 20,
    CL_PIPE_SRC = 1 << 21, /* set here: stdout was replaced, as in a shell's pipeline */
    CL_PIPE_DST = 1 << 22, /* set here: stdin was */
    CL_CLONE_VFORK = 1 << 27,
    CL_CHILD_IN_PIDNS = 1 << 29,
    CL_IS_MAIN_THREAD = 1 << 30
};

enum {
    O_PPM_DIRECTORY = 0x400,
    O_PPM_CLOEXEC = 0x1000,
    O_PPM_F_CREATED = 0x4000,
    O_PPM_UPPER_LAYER = 0x8000,
    O_PPM_LOWER_LAYER = 0x10000
};

enum { AT_PPM_FDCWD = -100 };
enum { PPM_INET = 2, PPM_INET6 = 10, PPM_UNIX = 1, PPM_NETLINK = 16 };

/* --- fds --- */

/* A socket's addresses lie as libsinsp keeps them: one stretch of bytes that IPv4 and IPv6, tuples
 * and servers read in different ways. A socket that changes its family takes what lies there, and
 * Falco's answers depend on it. The offsets are in tuple.c; rt_tuple_publish() brings what they say
 * into the public part. */
#define RT_SOCK_SIZE 40

struct fd {
    struct rt_fd f; /* first: a struct rt_fd * of a table is a struct fd * */
    uint8_t sock[RT_SOCK_SIZE];
    uint32_t before, after; /* in its table's order: index in the slab plus 1; 0: none */
    uint32_t place;         /* index in the slab */
};

/* The most buckets of which it is counted how many fds they have: one of the sizes of
 * next_buckets() in fd.c, and below 256, as no bucket has more fds than there are buckets. */
enum { RT_FD_COUNTED = 59 };

/* Number to fd: open addressing; small numbers, which most are, stand at home. */
struct rt_fd_table {
    uint32_t *slots; /* index in the slab plus 1; 0: empty */
    uint32_t size;   /* slots: a power of two, or 0 */
    uint32_t count;  /* fds */

    /* The order in which Falco lists the fds of a process, which outputs show: that of its hash
     * table, the newest before the others; it turns round when the table grows. */
    uint32_t first;                   /* index in the slab plus 1; 0: there is none */
    uint32_t buckets;                 /* of Falco's table, most fds that it takes before it grows */
    int64_t largest;                  /* no fd's number has ever been above it */
    uint8_t in_bucket[RT_FD_COUNTED]; /* how many fds, while there are no more buckets than that */
};

/* --- threads --- */

/* A thread group (a process). Its main thread stays, dead, until the last thread has ended. */
struct group {
    int64_t pid;
    uint64_t alive; /* threads that have not ended */
    struct thread *first, *last;
    bool reaper; /* takes in the orphans below it */
};

struct thread {
    struct rt_thread t;  /* first: a struct rt_thread * of the table is a struct thread * */
    struct group *group; /* NULL: an invalid thread */
    struct thread *group_next, *group_prev;
    struct thread *parent; /* that counts it as a child; NULL: none known */
    struct thread *children, *sibling_next, *sibling_prev;
    struct rt_fd_table own_fds;
    int64_t reaper_tid; /* who takes its children, as its end said; -1: not said */
    int64_t last_fd;    /* number that the event in hand is about; -1: none */
    uint8_t *enter;     /* parameters of the enter event that waits for its exit; NULL: none */
    uint32_t enter_len;
    uint16_t enter_type;
    uint16_t last_enter; /* type of the last enter event of the thread; UINT16_MAX: none */
    bool enter_valid;    /* the exit in hand belongs to it */
    bool leaves_fd;      /* the fd of an exit event is remembered for an exit that belongs to it */
    uint32_t place;      /* index in the slab */
};

/* --- users, interfaces --- */

struct user {
    struct rt_user u;
    char container_id[RT_CONTAINER_ID_SIZE];
    struct user *next; /* with the same hash */
};

struct group_name {
    struct rt_group g;
    char container_id[RT_CONTAINER_ID_SIZE];
    struct group_name *next;
};

struct interface {
    struct rt_interface i;
    struct interface *next; /* in the order that they came in */
};

enum { USER_BUCKETS = 256, RECENT_EXITS = 8192 };

/* A thread that ended a moment ago: its parent's clone may still be on the way. */
struct recent_exit {
    int64_t tid, ptid;
    uint64_t time_ns;
};

struct rt_state {
    struct rt_pool *pool;
    struct rt_slab threads, groups, fds;
    struct rt_map by_tid; /* struct thread */
    struct rt_map by_pid; /* struct group */
    int64_t last_tid;     /* of last_thread, whose event came last: the next is often its too */
    struct thread *last_thread;
    uint32_t evict_hand; /* where in the slab the search for what can go goes on */
    uint32_t sweep_hand; /* likewise for those whose end was lost */
    struct rt_state_limits limits;
    struct rt_state_stats stats;

    struct user *users[USER_BUCKETS];
    struct group_name *group_names[USER_BUCKETS];
    uint32_t user_count; /* users and groups */
    struct interface *interfaces;

    struct recent_exit *recent; /* ring of RECENT_EXITS */
    uint32_t recent_next;

    uint64_t changes; /* counts whatever changes; never goes back, not even for a new section */
    uint64_t epoch;   /* changes when something changed that other threads can see */

    uint64_t now_ns; /* time of the event in hand */
    bool started;    /* the start state is complete */
    bool begun;      /* an event has come that is more than a part of the start state */
    /* What rt_state_after has to do. */
    int64_t event_tid;           /* of the event in hand */
    int64_t close_tid, close_fd; /* close_tid -1: nothing to close */
    int64_t exit_tid;            /* -1: nobody ended */

    uint32_t starts;            /* start states that were complete */
    rt_fd_passed_fn *fd_passed; /* NULL: nobody wants to know */
    void *fd_passed_context;
    rt_container_seen_fn *container_seen; /* NULL: nobody wants to know */
    void *container_context;

    char hostname[256];
    uint32_t ncpus;
    uint64_t boot_time_ns;
    bool replay;            /* see rt_state_set_replay */
    char name_buffer[5000]; /* for names that are put together */
    char dir_buffer[1024];  /* for directories that paths are relative to */
};

/* --- what changed ---
 *
 * Whoever changes a fact of a thread or an fd says so here; answers that are kept (../kept.h) hang
 * on it. For facts of threads the helpers of thread.c do so, and linking and unlinking. */

/* A fact of the thread's own that no other thread's fields show: credentials, terminal, ... */
static inline void rt_thread_changed(struct rt_state *state, struct thread *thread)
{
    thread->t.changed = ++state->changes;
}

/* Something that fields of other threads show: who there is, whose child, in which session, under
 * what name; users and groups. */
static inline void rt_others_changed(struct rt_state *state)
{
    state->epoch = ++state->changes;
}

static inline void rt_fd_changed(struct rt_state *state, struct fd *fd)
{
    fd->f.changed = ++state->changes;
}

/* --- the way of an event --- */

struct turn {
    struct rt_state *state;
    const struct rt_event *event;
    struct thread *thread; /* NULL: unknown */
    struct fd *fd;         /* NULL: none */
};

typedef void on_event_fn(struct turn *turn);

on_event_fn rt_on_clone, rt_on_procexit;
on_event_fn rt_on_execve;
on_event_fn rt_on_enter, rt_on_open, rt_on_memfd, rt_on_pidfd_open, rt_on_pidfd_getfd;
on_event_fn rt_on_new_fd, rt_on_close, rt_on_close_range, rt_on_dup, rt_on_fcntl, rt_on_pipe;
on_event_fn rt_on_socket, rt_on_socketpair, rt_on_bind, rt_on_connect, rt_on_accept, rt_on_read,
    rt_on_write;
on_event_fn rt_on_chdir, rt_on_fchdir, rt_on_chroot, rt_on_setsid, rt_on_rlimit, rt_on_prlimit,
    rt_on_memory, rt_on_switch, rt_on_prctl, rt_on_capset, rt_on_namespace;
on_event_fn rt_on_setuid, rt_on_setresuid, rt_on_setgid, rt_on_setresgid, rt_on_user, rt_on_group;

/* fd.c. Tables belong to threads; fds lie in state->fds. What a failed call left under its negative
 * result, as Falco does, counts as open but is never found. */
static inline struct fd *rt_fd_at(const struct rt_state *state, uint32_t slot)
{
    return rt_slab_at(&state->fds, slot - 1);
}
/* Where the search for a number begins. Small numbers stand at home, so that the usual look-up
 * needs one comparison; large ones, which only a hostile event has, are folded in. */
static inline uint32_t rt_fd_home(const struct rt_fd_table *table, int64_t number)
{
    uint64_t n = (uint64_t)number;
    return (uint32_t)(n ^ (n >> 20) ^ (n >> 40)) & (table->size - 1);
}
static inline struct fd *rt_fds_find_any(const struct rt_state *state,
                                         const struct rt_fd_table *table, int64_t number)
{
    if (!table || table->size == 0)
        return NULL;
    for (uint32_t i = rt_fd_home(table, number); table->slots[i]; i = (i + 1) & (table->size - 1)) {
        struct fd *fd = rt_fd_at(state, table->slots[i]);
        if (fd->f.number == number)
            return fd;
    }
    return NULL;
}
static inline struct fd *rt_fds_find(const struct rt_state *state, const struct rt_fd_table *table,
                                     int64_t number)
{
    return number < 0 ? NULL : rt_fds_find_any(state, table, number);
}
/* An fd of that number, new (what had the number goes); all of it zero but the number, type UNINIT
 * and empty texts. NULL when fds or memory are used up, counted. */
struct fd *rt_fds_add(struct rt_state *state, struct rt_fd_table *table, int64_t number);
/* Visits all fds of the table in an order that, entered so into an empty one, lists them as they
 * are listed now, as far as no two share a bucket of Falco's. */
void rt_fds_each_to_enter(const struct rt_state *state, const struct rt_fd_table *table,
                          void (*fn)(void *context, const struct rt_fd *fd), void *context);
bool rt_fds_remove(struct rt_state *state, struct rt_fd_table *table, int64_t number);
void rt_fds_clear(struct rt_state *state, struct rt_fd_table *table);
/* Adds copies of all fds of from, marked as cloned. */
void rt_fds_copy(struct rt_state *state, struct rt_fd_table *table, const struct rt_fd_table *from);
/* Removes the fds for which go says so. */
void rt_fds_remove_if(struct rt_state *state, struct rt_fd_table *table,
                      bool (*go)(const struct fd *fd, const void *context), const void *context);
/* Fills an fd with another's facts, but for its number. */
void rt_fd_assign(struct rt_state *state, struct fd *fd, const struct fd *from);
/* Names an fd and marks whether this changes its name. */
void rt_fd_set_name(struct rt_state *state, struct fd *fd, const char *name, uint32_t len);
/* Makes the turn's fd a copy of from under that number (on_fd.c). */
void rt_fd_duplicate(struct turn *turn, const struct fd *from, int64_t number, bool close_on_exec);
bool rt_fd_close_on_exec(const struct fd *fd);
void rt_fd_clear_close_on_exec(struct fd *fd);

/* thread.c */
struct thread *rt_thread_find(const struct rt_state *state, int64_t tid);
/* As above; who is not known is entered as an invalid thread. NULL when threads are used up. */
struct thread *rt_thread_get(struct rt_state *state, int64_t tid);
/* A thread with the state's idea of unknown, not in the table yet; NULL when threads are used up,
 * counted. */
struct thread *rt_thread_new(struct rt_state *state, int64_t tid);
/* Enters a new thread; another of the same tid goes. */
void rt_thread_enter(struct rt_state *state, struct thread *thread);
/* Puts a thread into its group and below its parent, which is what makes it a valid one. */
void rt_thread_link(struct rt_state *state, struct thread *thread);
/* The thread ended, or is believed to have: its children find a new parent, and it goes, unless it
 * is a main thread with others alive. */
void rt_thread_remove(struct rt_state *state, int64_t tid);
void rt_thread_free(struct rt_state *state, struct thread *thread);
void rt_thread_mark_dead(struct thread *thread);
void rt_thread_resurrect(struct thread *thread);
void rt_thread_update_valid(struct thread *thread);
struct thread *rt_thread_main(const struct thread *thread); /* NULL: lost */
/* The table that a thread's fds are in; NULL: its main thread is lost. */
struct rt_fd_table *rt_thread_fds(const struct thread *thread);
/* The fd that is now open under that number; the event's last_fd becomes it. NULL: no room. */
struct fd *rt_thread_add_fd(struct rt_state *state, struct thread *thread, int64_t number);
static inline bool rt_thread_is_main(const struct thread *thread)
{
    return thread->t.tid == thread->t.pid || thread->t.clone_flags & CL_IS_MAIN_THREAD;
}
static inline bool rt_thread_is_invalid(const struct thread *thread)
{
    return thread->t.tid < 0 || thread->t.pid < 0 || thread->t.ptid < 0;
}
void rt_thread_set_args(struct rt_state *state, struct rt_str *list, const uint8_t *data,
                        uint32_t len);
/* The thread's control groups, and from them its container. like: a thread that is likely to have
 * the same, so that they are shared and known already; may be NULL. */
void rt_thread_set_cgroups(struct rt_state *state, struct thread *thread, const struct thread *like,
                           const uint8_t *data, uint32_t len);
void rt_thread_set_exepath(struct rt_state *state, struct thread *thread, const char *path,
                           uint32_t len);
void rt_thread_set_comm(struct rt_state *state, struct thread *thread, const char *comm,
                        uint32_t len);
void rt_thread_set_cwd(struct rt_state *state, struct thread *thread, const char *path,
                       uint32_t len);
/* The working directory of the thread's process. */
struct rt_str rt_thread_cwd(const struct thread *thread);

/* family.c also has: */
/* A thread that takes the place of another of the same tid takes over its children. */
void rt_thread_inherit_children(struct thread *thread, struct thread *from);
/* Puts it below another parent; 0: none. */
void rt_thread_set_parent(struct rt_state *state, struct thread *thread, int64_t ptid);
/* Takes a thread out of its group, from its parent and from its children. */
void rt_thread_unlink(struct rt_state *state, struct thread *thread);

/* life.c */
/* Roles of the sockets that were found open and have none. */
void rt_sockets_turn(struct rt_state *state);

/* container.c */
void rt_container_classify(struct rt_state *state, struct thread *thread);
/* The container that a cgroup path names, by whose way of naming; RT_ENGINE_NONE (0): none. */
enum rt_container_engine rt_container_match(const char *cgroup, uint32_t len,
                                            char id[RT_CONTAINER_ID_SIZE]);

/* user.c */
int rt_user_add(struct rt_state *state, const char *container_id, const struct rt_user *user);
int rt_group_add(struct rt_state *state, const char *container_id, const struct rt_group *group);
void rt_user_remove(struct rt_state *state, const char *container_id, uint32_t uid);
void rt_group_remove(struct rt_state *state, const char *container_id, uint32_t gid);
void rt_users_clear(struct rt_state *state);

/* interface.c */
void rt_interfaces_clear(struct rt_state *state);
/* Fills in the missing end of a socket's tuple by what the machine's interfaces suggest. False:
 * nothing was missing. */
bool rt_interface_patch(const struct rt_state *state, struct fd *fd);

/* on_clone.c: its caller's event may still come, and must not bring the thread back. */
void rt_clone_remember_exit(struct rt_state *state, int64_t tid, int64_t ptid);

/* Text of a parameter as Falco sees it: what is missing, empty or "(NULL)" is "<NA>". */
struct rt_str rt_text_of(const struct rt_param *param);
static inline struct rt_str rt_param_text(const struct rt_event *event, uint32_t index)
{
    static const struct rt_param missing;
    return rt_text_of(index < event->nparams ? &event->params[index] : &missing);
}
static inline bool rt_param_given(const struct rt_event *event, uint32_t index)
{
    return index < event->nparams && event->params[index].len > 0;
}

#endif
