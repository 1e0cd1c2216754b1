/* Recipes: what an event's parameters are and where each comes from. Every event is written by the
 * same loop over its recipe, so adding a system call is a line in calls.h. The loader in the
 * runtime shares this header: it reads the recipes to tell which system calls are wanted.
 */
#ifndef RULEC_BPF_RECIPE_H
#define RULEC_BPF_RECIPE_H

#define CAPTURE_LICENSE "Dual MIT/GPL" /* of the programs, for the kernel */

#define MAX_CALLS       512 /* system call numbers */
#define CALL_SEND       510 /* calls that only 32-bit code has (multiplex.h): no numbers of any */
#define CALL_RECV       511
#define MAX_RECIPES     192
#define MAX_STEPS       32
#define MAX_EVENT_WORDS 8 /* of 64 bits: the set of wanted events */

/* What a step writes; a and b are numbers of arguments of the system call unless told otherwise. */
enum step_kind {
    STEP_EMPTY,
    /* numbers */
    STEP_RETURN,      /* the result, 64 bits */
    STEP_RETURN_32,   /* the result, 32 bits; 0 if the call failed */
    STEP_RETURN_INT,  /* the result as an int, 64 bits */
    STEP_INT,         /* argument a, an int, in 64 bits: fds and pids */
    STEP_U8,          /* argument a; 0 if mask is 1 */
    STEP_U16,         /* argument a */
    STEP_U32,         /* argument a and mask, if mask is not 0 */
    STEP_U64,         /* argument a; the low half of it if mask is 1 */
    STEP_CONST32,     /* mask itself, 32 bits */
    STEP_CALL_CODE,   /* Falco's code of the system call, 16 bits */
    STEP_CALL_NUMBER, /* its number, 16 bits */
    STEP_RING_PARAM,  /* 32 bits at offset b of the struct io_uring_params at argument a */
    /* text and bytes */
    STEP_TEXT,       /* user text at argument a */
    STEP_TEXT_IF_OK, /* likewise, if the call succeeded */
    STEP_BYTES,      /* user bytes at a, length b, at most mask */
    STEP_DATA_OUT,   /* the snap of what was sent: user bytes at a, size b */
    STEP_DATA_IN,    /* the snap of what was received: user bytes at a */
    STEP_IOV_OUT,    /* the same over an iovec at a of b entries */
    STEP_IOV_IN,
    STEP_IOV_SIZE,
    /* a message: of fd a, msghdr at b; with mask the first mmsghdr there */
    STEP_MSG_OUT,
    STEP_MSG_IN,
    STEP_MSG_SIZE,
    STEP_MSG_CONTROL,
    STEP_MSG_TUPLE_OUT,
    STEP_MSG_TUPLE_IN,
    STEP_MMSG_RESULT, /* bytes moved by the first message, 64 bits; or the error */
    STEP_MMSG_SIZE,   /* likewise, 32 bits; or 0 */
    /* flags in Falco's values */
    STEP_OPEN_FLAGS,    /* argument a, with what became of the file that was opened */
    STEP_OPEN_FLAGS_16, /* argument a and mask, 16 bits */
    STEP_OPEN_FLAGS_32, /* argument a and mask, 32 bits */
    STEP_OPEN_MODE,     /* mode argument b, if flags argument a create a file */
    STEP_CREAT_FLAGS,   /* layer of the created file, 16 bits */
    STEP_HOW_FLAGS,     /* openat2: struct open_how at argument a */
    STEP_HOW_MODE,
    STEP_HOW_RESOLVE,
    STEP_CLONE_FLAGS,
    STEP_LINK_FLAGS,
    STEP_MKNOD_MODE,
    STEP_MOUNT_FLAGS,
    STEP_FCNTL_COMMAND,
    STEP_PTRACE_REQUEST,
    STEP_FAMILY,         /* argument a, 32 bits */
    STEP_RING_FLAGS,     /* of the struct io_uring_params at argument a */
    STEP_PTRACE_ADDRESS, /* of request a: argument b */
    STEP_PTRACE_DATA,    /* of request a: argument b */
    STEP_PRCTL_TEXT,     /* of option a: argument b */
    STEP_PRCTL_NUMBER,
    /* the file that the call returned */
    STEP_FILE_DEV,
    STEP_FILE_INO,
    STEP_FILE_PATH,
    STEP_FILE_RESOLVED, /* its path once more, as a parameter of our own behind the event's: none if
                           the file has no place; see rt_event.resolved */
    /* two fds in user memory at argument a */
    STEP_PAIR_FIRST,
    STEP_PAIR_SECOND,
    STEP_PAIR_INO,
    STEP_PAIR_SOURCE,
    STEP_PAIR_PEER,
    /* sockets */
    STEP_ADDRESS,       /* struct sockaddr at a, length b */
    STEP_TUPLE_OUT,     /* of fd a, with the address at argument b where the socket has none */
    STEP_TUPLE_CONNECT, /* likewise, when the call succeeded or is in progress */
    STEP_TUPLE_IN,
    STEP_TUPLE_ACCEPTED, /* of the fd that was returned */
    STEP_QUEUE_PERCENT,  /* of the listening fd a */
    STEP_QUEUE_LENGTH,
    STEP_QUEUE_MAX,
    /* the subject: the task itself, or the child of a fork */
    STEP_TASK_EXE, /* empty if the call failed, as the next */
    STEP_TASK_ARGS,
    STEP_TASK_ENV,
    STEP_ARGV_EXE, /* of an exec that failed: argv at argument a */
    STEP_ARGV_ARGS,
    STEP_ARGV_ENV,
    STEP_TASK_TID,
    STEP_TASK_PID,
    STEP_TASK_PTID,
    STEP_TASK_FD_LIMIT,
    STEP_TASK_MAJOR_FAULTS,
    STEP_TASK_MINOR_FAULTS,
    STEP_TASK_VM_SIZE,
    STEP_TASK_VM_RSS,
    STEP_TASK_VM_SWAP,
    STEP_TASK_COMM,
    STEP_TASK_CGROUPS,
    STEP_TASK_CLONE_FLAGS, /* mask: FLAGS_ */
    STEP_TASK_UID,
    STEP_TASK_GID,
    STEP_TASK_VTID,
    STEP_TASK_VPID,
    STEP_TASK_PIDNS_START, /* of the child only */
    STEP_TASK_TTY,
    STEP_TASK_VPGID,
    STEP_TASK_PGID,
    STEP_TASK_LOGINUID,
    STEP_TASK_CAPS, /* a: 0 inheritable, 1 permitted, 2 effective */
    STEP_EXE_FLAGS,
    STEP_EXE_INO,
    STEP_EXE_CTIME,
    STEP_EXE_MTIME,
    STEP_EXE_PATH,
    STEP_EXEC_FILENAME, /* as the caller gave it, from the kernel's copy */
    /* the end of a process */
    STEP_EXIT_STATUS,
    STEP_EXIT_RESULT,
    STEP_EXIT_SIGNAL,
    STEP_EXIT_CORE,
    STEP_EXIT_REAPER,
    /* values of single calls (value.h) */
    STEP_WHENCE,     /* argument a, 8 bits */
    STEP_PROT,       /* argument a, 32 bits */
    STEP_MMAP_FLAGS, /* argument a, 32 bits */
    STEP_FUTEX,      /* operation argument a, 16 bits */
    STEP_SEMGET,     /* flags argument a, 32 bits */
    STEP_SEMCTL,     /* command argument a, 16 bits */
    STEP_SEMCTL_VALUE,
    STEP_SEMOP,       /* of sembuf number a, word b, 16 bits */
    STEP_SEMOP_FLAGS, /* of sembuf number a, 16 bits */
    STEP_RESOURCE,    /* argument a, 8 bits */
    STEP_LIMIT,       /* word b of the struct rlimit at argument a, or -1 if the call failed */
    STEP_LIMIT_64,    /* likewise where 32-bit code has 64-bit limits; mask: failed calls too */
    STEP_TIMESPEC,    /* nanoseconds of the struct timespec at argument a */
    STEP_INT_IN,      /* the int at argument a, 32 bits */
    STEP_POLLED,      /* the struct pollfd at argument a, b of them */
    STEP_SIGNALS,     /* the low half of the set of signals at argument a, 32 bits */
    STEP_OPTION_LEVEL,
    STEP_OPTION_NAME,
    STEP_OPTION_VALUE, /* b: its size is an argument; else argument 4 points to it; the next too */
    STEP_OPTION_SIZE,
    STEP_KEY, /* argument a of keyctl */
    STEP_MOUNT_BYTES,
    STEP_MOUNT_TEXT,
    /* quotactl */
    STEP_QUOTA_PATH,
    STEP_QUOTA_WORD, /* word a of struct if_dqblk, if valid bit mask is set */
    STEP_QUOTA_INFO, /* word a of struct if_dqinfo, likewise; 64 bits, the last one 8 */
    STEP_QUOTA_FORMAT_FOUND,
    STEP_QUOTA_COMMAND,
    STEP_QUOTA_TYPE,
    STEP_QUOTA_ID,
    STEP_QUOTA_FORMAT
};

/* STEP_TASK_CLONE_FLAGS: where the flags are. */
#define FLAGS_IN_ARGUMENT 0
#define FLAGS_IN_STRUCT   1
#define FLAGS_NONE        2 /* fork and vfork */

struct step {
    unsigned char kind; /* enum step_kind */
    unsigned char a, b;
    unsigned int mask;
};

struct recipe {
    unsigned short call;  /* number of the system call, or MAX_CALLS: of another observation */
    unsigned short event; /* EV_ */
    unsigned int count;   /* of steps */
    struct step steps[MAX_STEPS];
};

/* Recipes that are not of one system call stand at fixed places. */
enum {
    RECIPE_NONE, /* the call is not wanted */
    RECIPE_GENERIC,
    RECIPE_EXEC, /* an exec that succeeded */
    RECIPE_EXIT,
    RECIPE_TOLD, /* a directory's descriptor that was kept from the agent, and is needed now */
    RECIPE_HELD, /* an open that was held back, and is needed now: result, flags and mode as if in
                    arguments 2 and 3, the name in the kernel's memory */
    RECIPE_FIRST_CALL
};

/* No recipe: the call is not wanted but by the guard (guard.h). */
#define RECIPE_GUARDED 255

/* The filter (drop.h). In shadow nothing is given up, but what would be is marked. */
enum filter_mode { FILTER_OFF, FILTER_ON, FILTER_SHADOW };

/* What the agent must be told of a call that succeeded, whatever the rules say (known.h). */
enum call_state {
    STATE_ALWAYS,    /* it changes something */
    STATE_NONE,      /* nothing */
    STATE_OPEN,      /* the descriptor of a file */
    STATE_CLOSE,     /* the end of one that it may know */
    STATE_CLOSE_ALL, /* likewise of a range */
    STATE_DUP,       /* one that doubles such a one, or takes its place */
    STATE_FCNTL,
    STATE_TABLE,   /* everything: the table of descriptors may be another one now */
    STATE_MOVE,    /* everything, once what is held back is told: names mean something else now */
    STATE_CLONE,   /* the child, if its own event was lost */
    STATE_MESSAGE, /* whom a socket talks to, if that is not known already */
    STATE_TALK,    /* likewise, and nothing else */
    STATE_SOCKET,  /* a new socket of the family in argument 0 */
    STATE_ACCEPT,  /* one of the family of that in argument 0 */
    STATE_ADDRESS, /* an end of the socket in argument 0 */
    STATE_REAPER   /* who takes in orphans: by one option of prctl */
};

/* How a parameter of an event follows from an argument of the call: for the filter. */
enum param_kind { PARAM_NONE, PARAM_TEXT, PARAM_INT, PARAM_U8, PARAM_U16, PARAM_U32, PARAM_U64 };

struct param_source {
    unsigned char kind; /* enum param_kind */
    unsigned char argument;
    unsigned int mask; /* of the value, 0: all of it */
};

#define MAX_FILTER_PARAMS 8 /* of an event: the filter looks at no further ones */

/* Which descriptors the agent knows of by a call's event. */
enum makes_fd {
    MAKES_NONE,
    MAKES_RESULT,
    MAKES_DOUBLE,    /* the result, and it is known as argument 0 is */
    MAKES_FILE,      /* the result, a file or a directory */
    MAKES_FIRST,     /* the one in argument 0, if it did not know it before */
    MAKES_PAIR_AT_0, /* two at a pointer */
    MAKES_PAIR_AT_3
};

/* What stands before each event in the ring buffer. */
struct record_head {
    unsigned short cpu;
    unsigned short marked; /* the filter in shadow would have given it up */
    unsigned int flags;    /* RECORD_ */
};

/* The event tells what was kept from the agent when it happened: rules have nothing to do with it.
 */
#define RECORD_TOLD  1
#define RECORD_URING 2 /* done through a ring (uring.h) */

/* Operations of rings that become events: the kernel's numbers. X(ID, number, the system call that
 * does the same, and another that does). */
#define URING_OPERATIONS(X)                                                                        \
    X(READV, 1, 19, 295)                                                                           \
    X(WRITEV, 2, 20, 296)                                                                          \
    X(READ_FIXED, 4, 0, 17)                                                                        \
    X(WRITE_FIXED, 5, 1, 18)                                                                       \
    X(SENDMSG, 9, 46, 46)                                                                          \
    X(RECVMSG, 10, 47, 47)                                                                         \
    X(ACCEPT, 13, 288, 288)                                                                        \
    X(CONNECT, 16, 42, 42)                                                                         \
    X(OPENAT, 18, 257, 257)                                                                        \
    X(CLOSE, 19, 3, 3)                                                                             \
    X(READ, 22, 0, 17)                                                                             \
    X(WRITE, 23, 1, 18)                                                                            \
    X(SEND, 26, 44, 44)                                                                            \
    X(RECV, 27, 45, 45)                                                                            \
    X(OPENAT2, 28, 437, 437)                                                                       \
    X(SHUTDOWN, 34, 48, 48)                                                                        \
    X(RENAMEAT, 35, 316, 316)                                                                      \
    X(UNLINKAT, 36, 263, 263)                                                                      \
    X(MKDIRAT, 37, 258, 258)                                                                       \
    X(SYMLINKAT, 38, 266, 266)                                                                     \
    X(LINKAT, 39, 265, 265)                                                                        \
    X(SOCKET, 45, 41, 41)                                                                          \
    X(SEND_ZC, 47, 44, 44)                                                                         \
    X(SENDMSG_ZC, 48, 46, 46)                                                                      \
    X(BIND, 56, 49, 49)                                                                            \
    X(LISTEN, 57, 50, 50)

enum uring_operation {
#define X(id, number, call, other) URING_##id = (number),
    URING_OPERATIONS(X)
#undef X
        URING__COUNT
};

/* No event: a struct guard_notice. */
#define RECORD_GUARD 2

/* What is done to the agent, and by which calls; the numbers of calls are in runtime/source/
 * live_guard.c. */
enum guard {
    GUARD_NONE,
    GUARD_SIGNAL,        /* process, signal */
    GUARD_SIGNAL_THREAD, /* process, thread, signal; told as GUARD_SIGNAL */
    GUARD_SIGNAL_PIDFD,  /* pidfd, signal; likewise */
    GUARD_TRACE,         /* request, process */
    GUARD_MEMORY,        /* process: its memory is written */
    GUARD_DESCRIPTOR,    /* pidfd, descriptor that is taken */
    GUARD_MAP,           /* a map is changed */
    GUARD_LINK,          /* a link is taken off or changed: told only, the call is that of maps */
    GUARD_BEAT           /* the agent's own heart-beat: told only */
};

/* Kinds of what is the agent's own. */
enum own { OWN_THREAD, OWN_MAP, OWN_LINK };

struct guard_notice {
    struct record_head head;
    unsigned long long time_ns; /* since 1970 */
    unsigned int tid;           /* who does it */
    unsigned int what;          /* enum guard */
    unsigned int detail;        /* signal, request, descriptor, or command of bpf */
    unsigned int zero;
};

/* What an event is of. From LOSS_PROCESS on, without which the agent knows less and less, they may
 * fill the ring buffer; others only up to a part of it (scratch.h). */
enum loss {
    LOSS_OTHER,
    LOSS_OPEN,
    LOSS_CLOSE,
    LOSS_DIR_FILE, /* directories, names and modes of files */
    LOSS_CONNECT,
    LOSS_PROCESS, /* what a process changes of itself: users, directory, ... */
    LOSS_EXECVE,
    LOSS_CLONE_FORK,
    LOSS_PROC_EXIT,
    LOSS__COUNT
};

/* With it: the event changes what the agent knows of its process. */
#define LOSS_OF_STATE 0x80

/* What became of events. */
enum cause {
    CAUSE_NONE,    /* all events that came to be written, whatever became of them */
    CAUSE_RING,    /* lost: no room in the ring buffer */
    CAUSE_SCRATCH, /* lost: larger than the scratch space, or it was taken */
    CAUSE_CUT,     /* a text was longer than there is room for */
    CAUSE_FAULT,   /* user memory could not be read; the parameter is empty */
    CAUSE__COUNT
};

#define LOSS_KINDS  16 /* powers of two above the numbers */
#define LOSS_CAUSES 8

struct loss_counts {
    unsigned long long of[LOSS_CAUSES][LOSS_KINDS]; /* by enum cause, enum loss */
};

/* What the agent must look up again of a process, because an event was lost. */
#define DOUBT_FDS   1
#define DOUBT_FACTS 2 /* and its threads */

#endif
