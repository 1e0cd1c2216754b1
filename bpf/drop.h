/* The filter: which events are given up before anything of them is written. An event is given up if
 * no rule can hold on it (ask.h), and if what it would change of what the agent knows no rule can
 * ever see (known.h). Both are asked only as far as is needed, the cheaper one first; nothing of a
 * call's arguments in user memory is read before that.
 */
#ifndef RULEC_BPF_DROP_H
#define RULEC_BPF_DROP_H

#include "ask.h"
#include "data.h"
#include "held.h"

/* Per call: how many events were seen, and given up (in shadow: would have been). */
struct tally {
    __u64 seen, dropped;
};

struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, MAX_CALLS);
    __type(key, __u32);
    __type(value, struct tally);
} tallies SEC(".maps");

/* Set by the loader. */
const volatile __u32 tally_calls;           /* count them */
const volatile __u8 call_states[MAX_CALLS]; /* enum call_state */
/* The first node of each call's question, by variant; RT_FILTER_DROP: no rule can hold on it, and
 * RT_FILTER_KEEP. */
const volatile __u16 call_starts[MAX_CALLS * RT_FILTER_VARIANTS];

static __always_inline void count_call(__u32 call, bool dropped)
{
    struct tally *tally = tally_calls ? bpf_map_lookup_elem(&tallies, &call) : 0;

    if (!tally)
        return;
    tally->seen += 1;
    tally->dropped += dropped;
}

static __always_inline __u32 start_of(__u32 call, __u32 variant)
{
    __u64 at = (call & (MAX_CALLS - 1)) * RT_FILTER_VARIANTS + (variant & (RT_FILTER_VARIANTS - 1));

    KEEP_IN_REGISTER(at); /* see param_source */
    return call_starts[at & (MAX_CALLS * RT_FILTER_VARIANTS - 1)];
}

/* --- what the agent must be told --- */

#define FCNTL_DUPFD         0
#define FCNTL_SETFD         2
#define FCNTL_DUPFD_CLOEXEC 1030
#define CALL_RECVMSG        47
#define CALL_RECVMMSG       299
#define RANGE_UNSHARE       2
#define RANGE_CLOEXEC       4
#define SOCK_STREAM_TYPE    1

static __always_inline bool is_stream(__s64 fd)
{
    struct sock *sock = sock_of(fd);
    __u32 family = BPF_CORE_READ(sock, __sk_common.skc_family);

    return sock && (family == FAMILY_INET || family == FAMILY_INET6) &&
           BPF_CORE_READ(sock, sk_type) == SOCK_STREAM_TYPE;
}

/* Whether nothing of it needs to be told, by what needs no scratch; opens are asked below. */
static __always_inline bool is_old_news(struct task_struct *task, __u32 state, __s64 fd,
                                        __u64 second, __u64 third, __s64 result)
{
    if (state == STATE_NONE || (result < 0 && result != -ERRNO_INPROGRESS))
        return true;
    if (state == STATE_ALWAYS || state == STATE_TABLE || state == STATE_OPEN)
        return false;
    struct process *process = current_process();
    if (!process)
        return false;
    switch (state) {
    case STATE_CLOSE:
        let_go(process, fd);
        return !is_seen(process, fd);
    case STATE_CLOSE_ALL:
        if (!(third & (RANGE_UNSHARE | RANGE_CLOEXEC)))
            let_go_between(process, fd, second);
        return !(third & RANGE_UNSHARE) && BPF_CORE_READ(task, files, fdt, max_fds) <= KNOWN_FDS &&
               !sees_between(process, fd, second);
    case STATE_FCNTL:
        if ((__u32)second == FCNTL_SETFD)
            return !is_seen(process, fd);
        if ((__u32)second != FCNTL_DUPFD && (__u32)second != FCNTL_DUPFD_CLOEXEC)
            return true;
        return !is_seen(process, fd) && !is_seen(process, result) && !held_of(process, fd);
    case STATE_DUP:
        if (fd != result)
            let_go(process, result);
        return !is_seen(process, fd) && !is_seen(process, result) && !held_of(process, fd);
    case STATE_CLONE:
        return process->told_child == result;
    case STATE_MESSAGE:
        return is_seen(process, fd) && is_stream(fd);
    case STATE_TALK:
        return (is_seen(process, fd) && is_stream(fd)) || (unseen_unix && is_unix(fd));
    case STATE_SOCKET:
        return unseen_unix && fd == FAMILY_UNIX && !is_seen(process, result);
    case STATE_ACCEPT:
        return unseen_unix && is_unix(result) && !is_seen(process, result);
    case STATE_ADDRESS:
        return unseen_unix && is_unix(fd);
    case STATE_REAPER:
        return fd != PRCTL_SET_CHILD_SUBREAPER && fd != PRCTL_GET_CHILD_SUBREAPER;
    }
    return false;
}

/* --- opens --- */

#define CALL_OPEN         2
#define RAW_DIRECTORY     0x10000
#define RAW_PATH          0x200000
#define RAW_TEMPORARY     0x400000
#define NO_DIRECTORY      0x7fffffff
#define CURRENT_DIRECTORY ((__u32)-100)

/* Whether the first size bytes of both names are alike. */
__noinline int same_names(struct scratch *s, __u32 size)
{
    if (!s)
        return 0;
    __u32 i = 0;
    for (; i < RT_FILTER_MAX_PATH && i + 8 <= size; i += 8) {
        if (*(__u64 *)(s->record + i) != *(__u64 *)(s->record + GIVEN_AT + i))
            return 0;
    }
    for (__u32 rest = 0; rest < 8 && i < size && i < RT_FILTER_MAX_PATH; rest++, i++) {
        if (s->record[i] != s->record[GIVEN_AT + i])
            return 0;
    }
    return 1;
}

/* Whether the directory that was opened has the name that was given: see known.h. The names are put
 * where the event will be. */
__noinline int is_called_so(struct scratch *s, __u64 name, __u32 relative_to)
{
    if (!s)
        return 0;
    __u64 at = GIVEN_AT;
    __u32 last_name = 0;

    s->name_size = 0; /* a long path may be where it is */
    s->used = 0;
    put_path(s, (__u64)file_of(s->result));
    __u32 size = s->used;
    if (relative_to != NO_DIRECTORY) {
        struct file *directory = file_of((__s32)relative_to);
        if (!directory || is_seen(current_process(), (__s32)relative_to))
            return 0;
        last_name = BPF_CORE_READ(directory, f_path.dentry, d_name.len);
        s->used = GIVEN_AT;
        put_path(s, (__u64)directory);
        at = s->used - 1;
        KEEP_IN_REGISTER(at);
        if (at <= GIVEN_AT || at > EVENT_MAX)
            return 0;
        s->record[at++] = '/';
    }
    KEEP_IN_REGISTER(at);
    if (at > EVENT_MAX)
        return 0;
    long given = bpf_probe_read_user_str(s->record + at, RT_FILTER_MAX_PATH, (void *)name);
    if (given <= 1 || given >= RT_FILTER_MAX_PATH || size <= 1 || size >= RT_FILTER_MAX_PATH)
        return 0;
    __u32 len = at - GIVEN_AT + given, alike = size;
    if (last_name && given == 3 && s->record[at] == '.' && s->record[at + 1] == '.') {
        /* The directory's own name and its slash are what it has beyond its parent. */
        len = at - 1 - GIVEN_AT + 1 - last_name - 1;
        alike = size - 1;
    }
    return len == size && same_names(s, alike);
}

/* Set by the loader: the node after which, for a name of which no pattern is true, what is asked is
 * not known from the access mode and from whether the call succeeded. */
const volatile __u16 plain_starts[2 * PLAIN_STARTS];

/* Whether no rule can hold on the open in the scratch. */
static __always_inline bool no_rule_opens(struct scratch *s, __u32 first, __u32 variant)
{
    __u32 start = start_of(s->call, variant);

    if (start >= RT_FILTER_DROP)
        return start == RT_FILTER_DROP;
    if (judge_text(s, 0) && !(s->truth[0] | s->truth[1] | s->truth[2] | s->truth[3])) {
        __u64 at = PLAIN_START(first, variant, s->open_flags & 3, s->result >= 0);
        KEEP_IN_REGISTER(at);
        start = plain_starts[at & (2 * PLAIN_STARTS - 1)];
    }
    return no_rule_holds(s, start);
}

/* Whether the open in the scratch is given up. */
static __always_inline bool drops_open(struct scratch *s, __u32 call)
{
    __u32 first = call == CALL_OPEN ? 0 : 1;
    __u32 variant = 0, relative_to = NO_DIRECTORY;
    struct process *process = 0;
    struct file *file = 0;
    bool directory = false;

    s->open_flags = argument(s, first + 1);
    s->open_mode = argument(s, first + 2);
    if (s->open_flags & (RAW_PATH | RAW_TEMPORARY))
        return false;
    if (s->result >= 0) {
        process = current_process();
        if (is_seen(process, s->result) || (hold_files && s->result == 0))
            return false;
        file = file_of(s->result);
        directory = is_directory(file);
        if (directory && !unseen_directories)
            return false;
    }
    long size = read_text(s, argument(s, first));
    if (size <= 0)
        return false;
    s->name_size = size;
    if (s->path[0] != '/') {
        variant |= RT_FILTER_RELATIVE;
        relative_to = first == 1 ? argument(s, 0) : CURRENT_DIRECTORY;
    }
    if (s->open_flags & RAW_DIRECTORY)
        variant |= RT_FILTER_DIRECTORY;
    /* Below a directory that was kept from the agent the whole name is in hand. */
    bool below = variant & RT_FILTER_RELATIVE && relative_to != CURRENT_DIRECTORY && s->result >= 0;
    if (below && is_called_so(s, argument(s, first), relative_to)) {
        s->composed = 1;
        variant &= ~RT_FILTER_RELATIVE;
    } else if (below && (directory || hold_files)) {
        return false;
    }
    if (!no_rule_opens(s, first, variant))
        return false;
    if (directory) {
        let_go(process, s->result);
        return s->composed || is_called_so(s, argument(s, first), relative_to);
    }
    return !hold_files || s->result < 0 || hold_open(s, process, (__u64)file, first);
}

/* --- after an event that was not given up --- */

static __always_inline void note_descriptors(struct scratch *s, __u32 state, bool written)
{
    struct task_struct *task = bpf_get_current_task_btf();

    if (state == STATE_TABLE) {
        forget_process(task);
        forget_held(task);
        return;
    }
    if (s->result < 0)
        return;
    if (!written)
        return;
    struct process *process = current_process();
    if (!process) {
        process_start(s, false);
        return;
    }
    note_made(s);
    __u32 makes = call_makes_fd[s->call & (MAX_CALLS - 1)];
    if (makes == MAKES_RESULT || makes == MAKES_DOUBLE || makes == MAKES_FILE)
        let_go(process, s->result);
    /* Descriptors may have come with a message: the agent may know any that is open. */
    if (s->call == CALL_RECVMMSG ||
        (s->call == CALL_RECVMSG && user_word(s, argument(s, 1), MSG_CONTROL_LENGTH) > 0))
        process_start(s, false);
    if (state == STATE_FCNTL &&
        ((__u32)argument(s, 1) == FCNTL_DUPFD || (__u32)argument(s, 1) == FCNTL_DUPFD_CLOEXEC))
        set_seen(process, s->result, is_seen(process, (__s32)argument(s, 0)));
    else if (state == STATE_CLOSE)
        set_seen(process, (__s32)argument(s, 0), false);
    else if (state == STATE_CLOSE_ALL && argument(s, 2) & RANGE_UNSHARE)
        forget_process(task);
    else if (state == STATE_CLOSE_ALL && !(argument(s, 2) & RANGE_CLOEXEC))
        forget_between(process, argument(s, 0), argument(s, 1));
}

#endif
