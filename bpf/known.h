/* What the agent may know: which descriptors of a process it has been told of, as far as a rule
 * could tell them from unknown ones.
 *
 * For each process there is a bit for each of the first 1024 descriptors: set when an event that
 * tells of it is written, cleared when its closing is. The bits may say too much, never too little:
 * what a rule can see of a descriptor whose bit is not set is the same whether the agent has no
 * entry for it, or an old one. That is so because
 *   - a process starts with the bits of its parent, or with those of all that is open;
 *   - a process without an entry here, whose table is shared with others, or whose table is another
 *     one than the entry was made for, counts as if all bits were set;
 *   - what is opened under a number whose bit is set is always told: the agent's entry for that
 *     number is replaced;
 *   - directories that no rule can see may be needed for the names of what is opened in them. One
 * is kept from the agent only if it is called what it would be called when it is told later: if the
 *     name that was given is the kernel's own, from the root or from a directory that was kept from
 *     the agent itself. It is told before the first event that is about a name in it;
 *   - files whose opening was held back (held.h) are told before the first event that is about
 *     them;
 *   - kinds of descriptors that no rule can see on a later event (runtime/filter.h: unobserved,
 *     unseen) get no bit, and then it does not matter what the agent thinks of them.
 */
#ifndef RULEC_BPF_KNOWN_H
#define RULEC_BPF_KNOWN_H

#include "socket.h"

#define KNOWN_FDS   1024
#define KNOWN_WORDS (KNOWN_FDS / 64)
#define MOST_HELD   8

struct process {
    __u64 files; /* the struct files_struct that the bits are of */
    __u64 seen[KNOWN_WORDS];
    __u32 told_child; /* the thread whose birth was written last */
    __u32 reserved;
    __s32 held[MOST_HELD]; /* descriptors whose opening is held back (held.h); 0: none */
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16384);
    __type(key, __u32); /* number of the process */
    __type(value, struct process);
} processes SEC(".maps");

const volatile __u32 filter_mode; /* enum filter_mode */
const volatile bool unseen_files; /* no rule sees a file's descriptor on a later event */
const volatile bool unseen_directories;
const volatile bool unseen_pipes;
const volatile bool unseen_unix; /* no rule sees a Unix socket */
const volatile bool hold_files;  /* openings are held back: held.h */
/* A bit for each argument that is a descriptor which a rule may look at. */
const volatile __u8 call_descriptors[MAX_CALLS];

/* The entry of the running task's process, if it is of the task's table. */
static __always_inline struct process *current_process(void)
{
    __u32 tgid = bpf_get_current_pid_tgid() >> 32;
    struct process *process = bpf_map_lookup_elem(&processes, &tgid);

    return process && is_current_table(process->files) ? process : 0;
}

/* Whether the descriptor is of a kind that no rule sees. Regular files that were never in a
 * directory are of other kinds: those of memfd_create, pidfds. */
__noinline int is_unseen_kind(__s64 fd)
{
    struct file *file = file_of(fd);

    if (!file)
        return 0;
    __u32 kind = BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT_MASK;
    struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
    if (kind == S_IFREG_TYPE || kind == S_IFCHR_TYPE)
        return unseen_files && !hold_files && BPF_CORE_READ(dentry, d_parent) != dentry;
    if (kind == S_IFIFO_TYPE)
        return unseen_pipes && unseen_files && !hold_files;
    return kind == S_IFSOCK_TYPE && unseen_unix && is_unix(fd);
}

#define SORTED_FDS 64 /* descriptors whose kinds are looked at when an entry begins */

/* What a function of its own returns is any number to the verifier, however it came about: older
 * ones would follow every combination of bits. */
__noinline __u64 without_unseen(__u64 seen, __u64 open, __u32 fd)
{
    return open >> (fd & 63) & 1 && is_unseen_kind(fd) ? seen & ~(1ull << (fd & 63)) : seen;
}

/* Unsets the bits of descriptors that are open and of kinds that no rule sees. */
__noinline __u64 seen_kinds(__u64 seen, __u64 open)
{
    __u64 left = seen;

    for (__u32 fd = 0; fd < SORTED_FDS; fd++)
        left = without_unseen(left, open, fd);
    return left;
}

/* Makes an entry for the task's process, with the bits of all that is open or, at an exec, all
 * bits; but not of what no rule sees. A table that others use as well gets none. */
__noinline int process_start(struct scratch *s, __u32 all)
{
    if (!s)
        return 0;
    struct task_struct *task = s->task;
    struct files_struct *files = BPF_CORE_READ(task, files);
    struct process process = {.files = (__u64)files};
    __u32 tgid = BPF_CORE_READ(task, tgid);
    __u32 bytes = BPF_CORE_READ(files, fdt, max_fds) / 8;

    if (BPF_CORE_READ(files, count.counter) > BPF_CORE_READ(task, signal, nr_threads))
        return 0;
    if (all)
        __builtin_memset(process.seen, 0xff, sizeof(process.seen));
    else if (bytes >= sizeof(process.seen))
        bpf_probe_read_kernel(process.seen, sizeof(process.seen),
                              BPF_CORE_READ(files, fdt, open_fds));
    else
        bpf_probe_read_kernel(process.seen, bytes & (sizeof(process.seen) - 1),
                              BPF_CORE_READ(files, fdt, open_fds));
    if (task == bpf_get_current_task_btf()) {
        __u64 open = 0;
        bpf_probe_read_kernel(&open, sizeof(open), BPF_CORE_READ(files, fdt, open_fds));
        process.seen[0] = seen_kinds(process.seen[0], open);
    }
    bpf_map_update_elem(&processes, &tgid, &process, BPF_ANY);
    return 0;
}

static __always_inline bool is_seen(const struct process *process, __s64 fd)
{
    __u64 number = fd;

    KEEP_IN_REGISTER(number);
    if (!process || number >= KNOWN_FDS)
        return true;
    __u64 word = number / 64;
    KEEP_IN_REGISTER(word);
    return process->seen[word & (KNOWN_WORDS - 1)] >> (number % 64) & 1;
}

static __always_inline void set_seen(struct process *process, __s64 fd, bool is)
{
    __u64 number = fd;

    KEEP_IN_REGISTER(number);
    if (!process || number >= KNOWN_FDS)
        return;
    __u64 place = number / 64;
    KEEP_IN_REGISTER(place);
    __u64 *word = &process->seen[place & (KNOWN_WORDS - 1)];
    if (is)
        __sync_fetch_and_or(word, 1ull << (number % 64));
    else
        __sync_fetch_and_and(word, ~(1ull << (number % 64)));
}

/* The bits of a word that are of descriptors from first to last. */
__noinline __u64 bits_between(__u32 word, __u32 first, __u32 last)
{
    __u32 low = word * 64, high = low + 63;
    __u64 bits = ~0ull;

    if (last < low || first > high)
        return 0;
    if (first > low)
        bits &= ~0ull << (first - low);
    if (last < high)
        bits &= ~0ull >> (high - last);
    return bits;
}

__noinline int sees_between(struct process *process, __u32 first, __u32 last)
{
    if (!process)
        return 1;
    for (__u32 i = 0; i < KNOWN_WORDS; i++) {
        if (process->seen[i] & bits_between(i, first, last))
            return 1;
    }
    return 0;
}

__noinline int forget_between(struct process *process, __u32 first, __u32 last)
{
    if (!process)
        return 0;
    for (__u32 i = 0; i < KNOWN_WORDS; i++)
        __sync_fetch_and_and(&process->seen[i], ~bits_between(i, first, last));
    return 0;
}

static __always_inline void forget_process(struct task_struct *task)
{
    __u32 tgid = task->tgid;

    bpf_map_delete_elem(&processes, &tgid);
}

/* --- from birth to death --- */

/* A new process starts with what is known of its parent's table, a copy of which it has. */
static __always_inline void known_at_birth(struct task_struct *parent, struct task_struct *child)
{
    if (filter_mode == FILTER_OFF || parent->tgid == child->tgid)
        return;
    __u64 files = (__u64)BPF_CORE_READ(child, files);
    if (is_current_table(files)) { /* shared by two processes: nothing is known of either */
        forget_process(parent);
        forget_process(child);
        return;
    }
    struct process *process = current_process();
    if (!process) {
        forget_process(child);
        return;
    }
    __u32 tgid = child->tgid;
    bpf_map_update_elem(&processes, &tgid, process, BPF_ANY);
    process = bpf_map_lookup_elem(&processes, &tgid);
    if (process) {
        process->files = files;
        __builtin_memset(process->held, 0, sizeof(process->held));
    }
}

/* What an exec closed is not known any more. */
__noinline int forget_closed(struct process *process)
{
    struct task_struct *task = bpf_get_current_task_btf();
    __u64 open[KNOWN_WORDS] = {0};
    __u32 bytes = BPF_CORE_READ(task, files, fdt, max_fds) / 8;

    if (!process)
        return 0;
    if (bytes > sizeof(open))
        bytes = sizeof(open);
    if (bytes < sizeof(__u64) ||
        bpf_probe_read_kernel(open, bytes, BPF_CORE_READ(task, files, fdt, open_fds)) != 0)
        return 0;
    for (__u32 i = 0; i < KNOWN_WORDS; i++)
        process->seen[i] &= open[i];
    return 0;
}

static __always_inline void known_at_exec(struct scratch *s, struct task_struct *task)
{
    if (filter_mode == FILTER_OFF)
        return;
    struct process *process = current_process();
    if (!process)
        process_start(s, true);
    else if (hold_files) /* else the agent may have another view of what was to be closed */
        forget_closed(process);
}

/* True: it was the process' last thread. */
static __always_inline bool known_at_exit(struct task_struct *task)
{
    if (filter_mode == FILTER_OFF || BPF_CORE_READ(task, signal, live.counter) != 0)
        return false;
    forget_process(task);
    return true;
}

/* --- after an event was written --- */

const volatile __u8 call_makes_fd[MAX_CALLS]; /* enum makes_fd */

static __always_inline __s64 user_fd(const struct scratch *s, __u64 pair, __u32 index)
{
    __s32 fd = -1;

    if (s->result == 0)
        bpf_probe_read_user(&fd, sizeof(fd), (void *)(pair + index * sizeof(fd)));
    return fd;
}

static __always_inline bool is_directory(struct file *file)
{
    return file && (BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT_MASK) == S_IFDIR_TYPE;
}

/* Which descriptors the agent knows now. */
__noinline int note_made(struct scratch *s)
{
    if (!s || s->result < 0)
        return 0;
    struct process *process = current_process();
    switch (call_makes_fd[s->call & (MAX_CALLS - 1)]) {
    case MAKES_RESULT:
        set_seen(process, s->result, true);
        break;
    case MAKES_DOUBLE:
        set_seen(process, s->result, is_seen(process, (__s32)argument(s, 0)));
        break;
    case MAKES_FILE:
        set_seen(process, s->result,
                 hold_files || !unseen_files || is_directory(file_of(s->result)));
        break;
    case MAKES_FIRST:
        set_seen(process, (__s32)argument(s, 0), true);
        break;
    case MAKES_PAIR_AT_0:
        set_seen(process, user_fd(s, argument(s, 0), 0), true);
        set_seen(process, user_fd(s, argument(s, 0), 1), true);
        break;
    case MAKES_PAIR_AT_3:
        set_seen(process, user_fd(s, argument(s, 3), 0), true);
        set_seen(process, user_fd(s, argument(s, 3), 1), true);
        break;
    }
    return 0;
}

#endif
