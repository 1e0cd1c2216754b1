/* What the runtime knows about the machine: threads, fds, users, groups, interfaces, containers.
 *
 * A source fills the start state; then rt_state_before(event) applies what an event changes and
 * finds the thread and fd that it is about, the rules are evaluated, and rt_state_after(event) does
 * what must wait until then (a closed fd goes, a thread that ended goes). All memory comes from one
 * pool that is reserved at the start and bounded; when it is full, the oldest dead or least useful
 * thing goes first and a counter tells.
 */
#ifndef RULEC_STATE_H
#define RULEC_STATE_H

#include "../event.h"
#include "pool.h"

#include <assert.h>

struct rt_str {
    const char *data; /* len bytes, then a NUL; never NULL: "" when empty */
    uint32_t len;
};

/* A command name has at most 15 bytes in the kernel, but /proc prints up to 63 for its workers, and
 * old captures carry the executable's name instead. */
#define RT_COMM_SIZE         64
#define RT_CONTAINER_ID_SIZE 64 /* 12 digits for most engines; LXC and others use names */

/* Whose way of naming control groups a container was recognised by. Docker's plain form may be
 * anybody's. */
enum rt_container_engine {
    RT_ENGINE_NONE,
    RT_ENGINE_PODMAN,
    RT_ENGINE_DOCKER,
    RT_ENGINE_CRI,
    RT_ENGINE_CONTAINERD,
    RT_ENGINE_LXC,
    RT_ENGINE_LIBVIRT,
    RT_ENGINE_BPM
};

/* Facts about a file descriptor. The type letters are those of fd.typechar, the numbers those of
 * the .scap format's fd lists. */
enum rt_fd_type {
    RT_FD_UNKNOWN,
    RT_FD_FILE,      /* 'f' */
    RT_FD_DIRECTORY, /* 'd' */
    RT_FD_IPV4_SOCK, /* '4' */
    RT_FD_IPV6_SOCK, /* '6' */
    RT_FD_IPV4_SERVSOCK,
    RT_FD_IPV6_SERVSOCK,
    RT_FD_FIFO,      /* 'p' */
    RT_FD_UNIX_SOCK, /* 'u' */
    RT_FD_EVENTFD,   /* 'e' */
    RT_FD_UNSUPPORTED,
    RT_FD_SIGNALFD,    /* 's' */
    RT_FD_EVENTPOLL,   /* 'l' */
    RT_FD_INOTIFY,     /* 'i' */
    RT_FD_TIMERFD,     /* 't' */
    RT_FD_NETLINK,     /* 'n' */
    RT_FD_FILE_V2,     /* 'f' */
    RT_FD_BPF,         /* 'b' */
    RT_FD_USERFAULTFD, /* 'u' */
    RT_FD_IOURING,     /* 'r' */
    RT_FD_MEMFD,       /* 'm' */
    RT_FD_PIDFD,       /* 'P' */
    RT_FD_UNINIT
};

static_assert(RT_FD_FILE_V2 == 16 && RT_FD_PIDFD == 21, "numbers of the .scap format");

enum rt_l4 { RT_L4_UNKNOWN, RT_L4_NA, RT_L4_TCP, RT_L4_UDP, RT_L4_ICMP, RT_L4_RAW };

enum rt_fd_flag {
    RT_FD_FROM_PROC = 1 << 0,
    RT_FD_ROLE_CLIENT = 1 << 1,
    RT_FD_ROLE_SERVER = 1 << 2,
    RT_FD_CLOSE_IN_PROGRESS = 1 << 3,
    RT_FD_CLOSE_CANCELED = 1 << 4,
    RT_FD_CONNECTED = 1 << 5,
    RT_FD_CONNECTION_PENDING = 1 << 6,
    RT_FD_CONNECTION_FAILED = 1 << 7,
    RT_FD_OVERLAY_UPPER = 1 << 8,
    RT_FD_OVERLAY_LOWER = 1 << 9,
    RT_FD_NAME_CHANGED = 1 << 10, /* by the event in hand */
    RT_FD_IS_CLONED = 1 << 11
};

struct rt_fd {
    int64_t number;
    enum rt_fd_type type;
    uint32_t flags;         /* RT_FD_ flags above */
    uint32_t open_flags;    /* Falco's PPM_O_ values: flags.tsv, file_flags */
    struct rt_str name;     /* absolute path, or "1.2.3.4:5->6.7.8.9:10", ... */
    struct rt_str name_raw; /* as the caller gave it */
    uint32_t dev, mount_id;
    uint64_t ino;
    enum rt_l4 l4; /* as the socket says; Falco shows it only of a socket with a role (or RAW) */
    uint8_t local_ip[16], remote_ip[16]; /* source and destination of the tuple; 4 or 16 bytes used
                                            by type; big endian. Server sockets: in local */
    uint16_t local_port,
        remote_port; /* host order. local is the tuple's source (client), remote its destination;
                        a listening socket's own address and port are in local */
    /* A SERVSOCK's bound address and port are the local ones. */
    uint64_t unix_source, unix_dest; /* unix sockets: kernel addresses */
    int64_t pid;                     /* of a pidfd: the process it stands for */
    uint64_t changed; /* another value whenever one of the facts above may have changed, but for
                         number, open_flags and RT_FD_NAME_CHANGED; no two fds ever share one */
};

struct rt_fd_table; /* number -> rt_fd; shared by the threads of a group */

enum rt_thread_flag {
    RT_THREAD_EXE_WRITABLE = 1 << 0,
    RT_THREAD_EXE_UPPER_LAYER = 1 << 1,
    RT_THREAD_EXE_LOWER_LAYER = 1 << 2,
    RT_THREAD_EXE_FROM_MEMFD = 1 << 3,
    RT_THREAD_DEAD = 1 << 4,       /* ended; kept while somebody refers to it */
    RT_THREAD_INVALID = 1 << 5,    /* seen only by its tid, nothing known */
    RT_THREAD_CLOSE_AFTER = 1 << 6 /* goes with rt_state_after */
};

/* A time that nobody told, of a process that a capture's list names. Falco has a value there,
 * memory that it never set; here it is as long as can be, so that no rule takes the executable for
 * a young one. */
#define RT_UNTOLD UINT64_MAX

struct rt_thread {
    /* ptid: tid of the parent, 0 unknown. An RT_THREAD_INVALID one has pid and ptid -1. */
    int64_t tid, pid, ptid;
    int64_t vtid, vpid;       /* in its own pid namespace; -1 unknown */
    int64_t sid, pgid, vpgid; /* -1 unknown */
    uint32_t clone_flags;     /* Falco's PPM_CL_ values: flags.tsv, clone_flags */
    uint32_t flags;           /* RT_THREAD_ */
    char comm[RT_COMM_SIZE];  /* NUL-terminated */
    struct rt_str exe;        /* argv[0] */
    struct rt_str exepath;    /* resolved path of the executable */
    struct rt_str args;       /* argv[1..], each NUL-terminated; len includes the NULs */
    struct rt_str env;        /* likewise */
    struct rt_str cgroups;    /* "subsystem=path", each NUL-terminated */
    struct rt_str cwd;        /* ends in '/' */
    struct rt_str root;       /* "/" unless chrooted */
    char container_id[RT_CONTAINER_ID_SIZE]; /* "": in none, for which "host" is printed */
    uint32_t uid, gid;                       /* UINT32_MAX: unknown */
    uint32_t loginuid;                       /* UINT32_MAX: none */
    uint64_t cap_permitted, cap_effective, cap_inheritable;
    uint64_t clone_time_ns;  /* start of the process, since 1970 */
    uint64_t exec_time_ns;   /* last execve; 0: none seen */
    uint64_t pidns_start_ns; /* start of init of its pid namespace */
    uint64_t exe_ino, exe_ctime_ns, exe_mtime_ns;
    /* As of the last execve: from the executable's ctime to the process' start, and from the start
     * of the pid namespace to the executable's ctime; 0 unknown. Wraps as Falco's do. A capture's
     * list of processes has no room for them: RT_UNTOLD. */
    uint64_t exe_ctime_to_clone_ns, pidns_to_exe_ctime_ns;
    uint64_t fd_limit;
    uint32_t vm_size_kb, vm_rss_kb, vm_swap_kb;
    uint64_t pf_major, pf_minor;
    uint32_t tty;
    uint64_t nchildren;            /* live child threads */
    uint64_t cpu_user, cpu_system; /* of the last procinfo event before the one in hand (so set by
                                      rt_state_after); 0: none yet */
    struct rt_fd_table *fds;       /* own (main thread) or the leader's, borrowed; NULL: none */
    uint64_t last_access_ns;       /* time of the last event */
    /* Another value whenever a fact above may have changed on which a field with the catalogue's
     * lifetime THREAD hangs; no two threads ever share one. */
    uint64_t changed;
};

struct rt_user {
    uint32_t uid, gid;
    struct rt_str name, home, shell;
};

struct rt_group {
    uint32_t gid;
    struct rt_str name;
};

/* An address of a network interface of the machine. */
struct rt_interface {
    struct rt_str name;
    uint8_t address_len; /* 4 or 16: bytes used of the three below, big endian */
    uint8_t address[16], netmask[16], broadcast[16];
};

struct rt_state_limits {
    uint32_t threads;    /* at most; default 131072 */
    uint32_t fds;        /* of all threads together; default 1048576 */
    uint64_t pool_bytes; /* for strings and tables; default 1 GiB of address space, touched only as
                            needed */
};

struct rt_state_stats {
    uint64_t threads, threads_peak, threads_added, threads_removed, threads_refused;
    uint64_t threads_evicted; /* of those removed: to make room for others */
    uint64_t threads_swept;   /* likewise: by rt_state_sweep */
    uint64_t fds, fds_peak, fds_added, fds_removed, fds_refused;
    uint64_t lookups_failed; /* events of threads never seen */
    uint64_t pool_used, pool_refused;
    struct rt_state_limits limits;
};

struct rt_state;

/* NULL limits, and each that is 0: the defaults. 0 and *out, or -ENOMEM. */
int rt_state_create(struct rt_state **out, const struct rt_state_limits *limits);
void rt_state_destroy(struct rt_state *state); /* NULL is allowed */

/* --- start state, called by sources. Strings are copied. 0, or -ENOSPC when full (counted). --- */
int rt_state_add_thread(struct rt_state *state, const struct rt_thread *thread);
/* fd is what /proc or a capture's fd list tells. Sources leave the name of IPv4 and IPv6 sockets
 * empty and set neither roles nor RT_FD_CONNECTED: the state makes these from the tuple, the same
 * way for every source (IPv4-mapped IPv6 becomes IPv4; TCP counts as connected; the end that the
 * machine's interfaces know as local decides roles; a unix socket with a name is a server). */
int rt_state_add_fd(struct rt_state *state, int64_t tid, const struct rt_fd *fd);
/* Called when a thread receives a descriptor over a unix socket: the number says nothing about what
 * it is, which the watcher may find out, and tell with rt_state_add_fd. NULL: nobody does. */
typedef void rt_fd_passed_fn(void *context, const struct rt_thread *thread, int64_t number);
void rt_state_watch_passed_fds(struct rt_state *state, rt_fd_passed_fn *passed, void *context);
int rt_state_add_user(struct rt_state *state, const struct rt_user *user);
int rt_state_add_group(struct rt_state *state, const struct rt_group *group);
/* Those of a container, as it tells them itself; and all of it that are known are forgotten. */
int rt_state_add_user_of(struct rt_state *state, const char *container_id,
                         const struct rt_user *user);
int rt_state_add_group_of(struct rt_state *state, const char *container_id,
                          const struct rt_group *group);
void rt_state_forget_accounts(struct rt_state *state, const char *container_id);
int rt_state_add_interface(struct rt_state *state, const struct rt_interface *interface);
/* Forgets all threads, fds, users, groups and interfaces: a capture that was appended to another
 * brings a start state of its own. */
void rt_state_clear(struct rt_state *state);
/* Call once when the start state is complete: links parents, groups and containers. */
void rt_state_start_done(struct rt_state *state);
/* How often that was. It grows when a capture begins another section. */
uint32_t rt_state_starts(const struct rt_state *state);
/* Events come from a capture. Falco knows neither the name nor the boot time of the machine that a
 * capture is from; so rules see none, though they are kept for who writes the state down. */
void rt_state_set_replay(struct rt_state *state);
bool rt_state_is_replay(const struct rt_state *state);
void rt_state_set_hostname(struct rt_state *state, const char *name);
void rt_state_set_machine(struct rt_state *state, uint32_t ncpus, uint64_t boot_time_ns);

/* --- after a loss: what is found to be so takes the place of what was believed ---
 *
 * found is as for rt_state_add_thread and rt_state_add_fd. A thread that is known keeps what nobody
 * can find out later (when it executed its program, its fds), unless it is another one that has the
 * number now; an fd keeps all of it, if it is still of the same file or socket. Type RT_FD_UNINIT:
 * a socket, nothing more is known. 0, or -ENOSPC. */
int rt_state_correct_thread(struct rt_state *state, const struct rt_thread *found);
int rt_state_correct_fd(struct rt_state *state, int64_t pid, const struct rt_fd *found);
/* The process has these threads (n, ascending) and no others; none: it ended. */
void rt_state_keep_threads(struct rt_state *state, int64_t pid, const int64_t *tids, uint32_t n);
/* Likewise its fds. */
void rt_state_keep_fds(struct rt_state *state, int64_t pid, const int64_t *numbers, uint32_t n);
/* All is corrected: sockets that were found get their roles. */
void rt_state_correct_done(struct rt_state *state);

/* Calls seen whenever a thread is found to be in a container by new control groups: at the start,
 * and when one is made or runs a program there. cgroup: the path that tells it. */
typedef void rt_container_seen_fn(void *context, const struct rt_thread *thread, const char *cgroup,
                                  uint32_t len, enum rt_container_engine engine);
void rt_state_watch_containers(struct rt_state *state, rt_container_seen_fn *seen, void *context);

/* What an event is about. */
struct rt_subject {
    struct rt_thread *thread; /* NULL: unknown and not to be had */
    struct rt_fd *fd;         /* NULL: none, or not known */
    int64_t fd_number;        /* -1: none */
    bool skip;                /* not to be shown to rules */
};

void rt_state_before(struct rt_state *state, const struct rt_event *event,
                     struct rt_subject *subject);
void rt_state_after(struct rt_state *state, const struct rt_event *event,
                    struct rt_subject *subject);

/* Before and after in one, for an event that no rule looks at. Whether rules might have seen it. */
bool rt_state_apply(struct rt_state *state, const struct rt_event *event);

/* Whether the state reads parameters of events of that number. */
bool rt_state_reads(uint32_t type);
/* Before and after in one, for an event that no rule looks at and whose parameters the state does
 * not read: RT_PASS_SHOWN or, if it is not to be shown to rules, RT_PASS_HIDDEN. RT_PASS_NEEDED:
 * nothing is done; here, for once, its fd matters to what follows, and it must go the usual way.
 */
enum rt_pass { RT_PASS_SHOWN, RT_PASS_HIDDEN, RT_PASS_NEEDED };
enum rt_pass rt_state_pass(struct rt_state *state, const struct rt_event *event);

/* Between two events: looks at a few threads, others each time, and takes out those whose end was
 * lost: who has not been heard of for half an hour and is not alive, and who is known by its tid
 * alone. Returns how many went. */
typedef bool rt_alive_fn(void *context, int64_t pid, int64_t tid);
uint32_t rt_state_sweep(struct rt_state *state, rt_alive_fn *alive, void *context);

/* --- look-ups; NULL if not there. Pointers are good until the next rt_state_before. --- */
struct rt_thread *rt_state_thread(const struct rt_state *state, int64_t tid);
struct rt_thread *rt_state_main_thread(const struct rt_state *state,
                                       const struct rt_thread *thread);
struct rt_thread *rt_state_parent(const struct rt_state *state, const struct rt_thread *thread);
/* n = 1 is the parent. Ends (NULL) at loops and unknown threads. */
struct rt_thread *rt_state_ancestor(const struct rt_state *state, const struct rt_thread *thread,
                                    uint32_t n);
struct rt_fd *rt_state_fd(const struct rt_state *state, const struct rt_thread *thread,
                          int64_t number);
/* For who keeps something for each thread or fd: its place among all that can be, below the limit.
 * It is somebody else's when the thread or fd has gone; `changed` tells them apart. */
uint32_t rt_state_thread_place(const struct rt_thread *thread);
uint32_t rt_state_fd_place(const struct rt_fd *fd);
/* Another value whenever a thread begins, ends, runs another program, changes its session, parents
 * or process, or a user or group becomes known or is forgotten: all that one thread's fields can
 * see of others. */
uint64_t rt_state_epoch(const struct rt_state *state);
/* Number of fds open / threads in the group of a thread. */
uint64_t rt_state_fd_count(const struct rt_state *state, const struct rt_thread *thread);
uint64_t rt_state_group_size(const struct rt_state *state, const struct rt_thread *thread);
const struct rt_user *rt_state_user(const struct rt_state *state, const struct rt_thread *thread,
                                    uint32_t uid);
const struct rt_group *rt_state_group(const struct rt_state *state, const struct rt_thread *thread,
                                      uint32_t gid);
const char *rt_state_hostname(const struct rt_state *state); /* "" if unknown */
uint64_t rt_state_boot_time(const struct rt_state *state);   /* ns since 1970; 0 unknown */
uint32_t rt_state_ncpus(const struct rt_state *state);       /* 0 unknown */

/* --- walks over everything, for who writes the state down; fn must not change it. The order is
 * the same for the same state. rt_state_each_fd visits the fds of the thread's own table, in
 * an order that gives the same list again when they are read back, and none for a thread that only
 * borrows its leader's. --- */
void rt_state_each_thread(const struct rt_state *state,
                          void (*fn)(void *context, const struct rt_thread *thread), void *context);
void rt_state_each_fd(const struct rt_state *state, const struct rt_thread *thread,
                      void (*fn)(void *context, const struct rt_fd *fd), void *context);
/* All fds that the thread can use, its process', in the order in which Falco lists them: mostly the
 * newest first. */
void rt_state_each_fd_listed(const struct rt_state *state, const struct rt_thread *thread,
                             void (*fn)(void *context, const struct rt_fd *fd), void *context);
void rt_state_each_user(const struct rt_state *state,
                        void (*fn)(void *context, const struct rt_user *user), void *context);
void rt_state_each_group(const struct rt_state *state,
                         void (*fn)(void *context, const struct rt_group *group), void *context);
void rt_state_each_interface(const struct rt_state *state,
                             void (*fn)(void *context, const struct rt_interface *interface),
                             void *context);
void rt_state_stats(const struct rt_state *state, struct rt_state_stats *stats);

/* Makes path absolute and clean ("." and ".." and "//" resolved) against the directory dir (which
 * ends in '/'). Writes at most size bytes with the NUL; returns the length, without it. */
uint32_t rt_path_join(char *out, uint32_t size, const char *dir, uint32_t dir_len, const char *path,
                      uint32_t path_len);

#endif
