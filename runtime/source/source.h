/* A source of events: a small struct of functions. The engine knows sources only through this; a
 * capture file, the live kernel, and later logs in JSON or a message bus each fill one.
 */
#ifndef RULEC_RUNTIME_SOURCE_H
#define RULEC_RUNTIME_SOURCE_H

#include "../event.h"
#include "../filter.h"

#include <stdio.h>

struct rt_state;

/* What lost events were of; those from RT_LOST_PROCESS on are of processes themselves. X(ID, name
 * as in Falco's alert about losses). */
#define RT_LOST(X)                                                                                 \
    X(OTHER, "other_interest_exit")                                                                \
    X(OPEN, "open_exit")                                                                           \
    X(CLOSE, "close_exit")                                                                         \
    X(DIR_FILE, "dir_file_exit")                                                                   \
    X(CONNECT, "connect_exit")                                                                     \
    X(PROCESS, "process_exit")                                                                     \
    X(EXECVE, "execve_exit")                                                                       \
    X(CLONE_FORK, "clone_fork_exit")                                                               \
    X(PROC_EXIT, "proc_exit")

enum rt_lost {
#define X(id, name) RT_LOST_##id,
    RT_LOST(X)
#undef X
        RT_LOST__COUNT
};

/* Why something of an event is missing. X(ID, the event is lost altogether, words). */
#define RT_CAUSES(X)                                                                               \
    X(BUFFER, true, "no room in the ring buffer")                                                  \
    X(SCRATCH, true, "larger than the kernel side can hold")                                       \
    X(CUT, false, "a text is cut")                                                                 \
    X(FAULT, false, "memory of the process could not be read")

enum rt_cause {
#define X(id, whole, words) RT_CAUSE_##id,
    RT_CAUSES(X)
#undef X
        RT_CAUSE__COUNT
};

/* The kernel side's account by what events are of. Once the source was stopped and has no more,
 * written is read and what is lost of it by causes that lose events altogether. rt_source_account
 * makes one at any time, on the thread that reads the source; who shows it elsewhere copies it. */
struct rt_source_account {
    uint64_t written[RT_LOST__COUNT]; /* by the kernel side, or lost */
    uint64_t read[RT_LOST__COUNT];    /* by this one */
    uint64_t missing[RT_CAUSE__COUNT][RT_LOST__COUNT];
    uint64_t reread; /* processes looked up again in /proc after a loss */
};

/* Counters of what was lost or refused; each only grows. */
struct rt_source_stats {
    struct rt_source_account account; /* live */
    uint64_t events;                  /* delivered by next() */
    uint64_t bytes;                   /* of event data */
    uint64_t lost_buffer;             /* live: no room in the ring buffer */
    uint64_t lost_of[RT_LOST__COUNT]; /* of these, by what they were of */
    uint64_t lost_scratch;            /* live: larger than the scratch space */
    uint64_t lost_fault;              /* live: user memory could not be read */
    uint64_t lost_passed;    /* live: descriptors received by processes, and not looked up */
    uint64_t malformed;      /* blocks or events that lie about themselves, skipped */
    uint64_t skipped_blocks; /* block types this reader does not know */
};

/* What the kernel side counts by system call and by processor; each only grows. */
#define RT_MOST_KERNEL_CALLS 512
#define RT_MOST_KERNEL_CPUS  512

struct rt_kernel_counts {
    struct rt_kernel_call {
        const char *name;       /* "openat"; of the catalogue */
        uint64_t seen, dropped; /* dropped: by the filter, or in shadow marked by it */
    } calls[RT_MOST_KERNEL_CALLS];
    uint32_t ncalls; /* that were seen at all */
    struct {
        uint64_t sent; /* events of calls, lost ones included */
        uint64_t lost;
    } cpus[RT_MOST_KERNEL_CPUS];
    uint32_t ncpus;
};

/* What next() returns besides 0 and negative errno. */
enum { RT_SOURCE_AGAIN = 1, RT_SOURCE_END = 2 };

/* What others do to the agent while it watches. */
enum rt_notice_what {
    RT_NOTICE_SIGNAL, /* detail: the signal */
    RT_NOTICE_TRACE,  /* detail: the request */
    RT_NOTICE_MEMORY,
    RT_NOTICE_DESCRIPTOR, /* detail: the descriptor that was taken */
    RT_NOTICE_MAP,        /* detail: the command of bpf, as in the next */
    RT_NOTICE_LINK,
    RT_NOTICE_BEAT, /* the agent has signalled itself with signal 0, and its programs saw it */
    RT_NOTICE__COUNT
};

struct rt_notice {
    enum rt_notice_what what;
    uint32_t detail;
    int64_t tid; /* who did it */
    uint64_t time_ns;
};

struct rt_source;

struct rt_source_ops {
    const char *name; /* "capture", "live" */
    /* Events happen whether they are asked for or not, and wait in the source until then: who stops
     * asks on until what happened before has come. */
    bool is_live;
    /* Loads the start state (threads, fds, users, interfaces, machine) into state. Called once,
     * before next(). 0 or negative errno with a message for people in rt_source.error. */
    int (*start)(struct rt_source *source, struct rt_state *state);
    /* The next event, good until the following call. 0: event is filled; RT_SOURCE_AGAIN: none came
     * within timeout_ms; RT_SOURCE_END: there is no more; negative errno with rt_source.error:
     * broken beyond this point. */
    int (*next)(struct rt_source *source, struct rt_event *event, int timeout_ms);
    /* Whether much of the room for events that wait is taken, so that nobody should stop asking for
     * them; NULL: never. */
    bool (*is_crowded)(const struct rt_source *source);
    /* Whether a thread still exists; NULL: nobody can say, as in a capture. */
    bool (*alive)(void *source, int64_t pid, int64_t tid);
    /* Nothing that happens from now on comes; what waits still does, and then RT_SOURCE_END. NULL:
     * it ends by itself. */
    void (*stop)(struct rt_source *source);
    /* Fills the counters as they stand now. */
    void (*stats)(struct rt_source *source, struct rt_source_stats *stats);
    /* Fills what the kernel side counts; a system call for each call that is known. NULL: there is
     * none. */
    void (*kernel_counts)(struct rt_source *source, struct rt_kernel_counts *counts);
    /* Prints what it counted, by kind of event, in lines that begin with "stats: "; NULL: there is
     * nothing to tell. */
    void (*report)(struct rt_source *source, FILE *out);
    /* From now on rt_source.notice is called, within next(), with what others do to the agent; all
     * its threads have begun. 0 or negative errno. NULL: nobody sees that. */
    int (*guard)(struct rt_source *source);
    /* Whether what the source has in the kernel is still in place; if not, *what names it. */
    bool (*is_intact)(struct rt_source *source, char *what, size_t size);
    /* Releases everything, the source itself too; NULL is allowed. */
    void (*close)(struct rt_source *source);
};

struct rt_source {
    const struct rt_source_ops *ops;
    /* By event number: 1 for events of which nobody will read a parameter, so that next() may leave
     * them undecoded (rt_event.undecoded). The engine's, or the source's, and then 0 for all. */
    const uint8_t *unread;
    void (*notice)(void *context, const struct rt_notice *notice); /* NULL: nobody asks */
    void *notice_context;                                          /* the caller's */
    char note[256];  /* what it does less well than it could, for people; "": nothing */
    char error[256]; /* the last failure, for people */
};

/* The account of a source. */
static inline void rt_source_account(struct rt_source *source, struct rt_source_account *account)
{
    struct rt_source_stats stats;

    source->ops->stats(source, &stats);
    *account = stats.account;
}

/* Opens a .scap file, plain or gzip, of any version since 2.0; enter/exit pairs of old captures are
 * joined into the exit events of today. "-" is standard input. Returns 0 and *out (to be closed
 * with ops->close), or negative errno with a message in error. */
int rt_capture_open(struct rt_source **out, const char *path, char *error, size_t error_size);

/* The same over bytes in memory (borrowed until close); for tests, benchmarks and fuzzers. */
int rt_capture_open_memory(struct rt_source **out, const uint8_t *data, size_t len, char *error,
                           size_t error_size);

/* Whether the kernel gives up events that no rule can hold on (filter.h). */
enum rt_filtering {
    RT_FILTERING_OFF,
    RT_FILTERING_ON,
    RT_FILTERING_SHADOW /* it marks them, and sends them all the same */
};

/* Loads the BPF programs and opens the ring buffers. `wanted` has one bit per event number: exits
 * that some rule needs; those that the state needs come too. resolves: with the paths of opened
 * files as the kernel resolved them (rt_event_resolved). filter: of the program, borrowed.
 * Returns 0 and *out, or negative errno with a message that says what the kernel refused. */
int rt_live_open(struct rt_source **out, const uint64_t *wanted, bool resolves,
                 const struct rt_filter *filter, enum rt_filtering filtering, char *error,
                 size_t error_size);

#endif
