/* The filter: which events are given up before anything of them is written. What it asks is made by
 * rulec from the rules (runtime/filter.h); here is how it is asked.
 *
 *   opens    the lowered rules over path, flags and result. Only what the kernel says is a file, by
 *            a plain absolute path, is judged.
 *   closes   of a descriptor that the agent cannot know: all that could have told it of it was
 * given up. The same for what doubles such a descriptor or changes its flags.
 *
 * Which descriptors the agent may know is kept by table of descriptors (struct files_struct): a bit
 * for each of the first 1024 numbers, set when an event that tells of it is written, and cleared
 * when its closing is. A table without an entry, and a number beyond, may always be known.
 * Entries are made when a process is born (a copy of the parent's), anew with all bits set at an
 * exec, and when the first close is seen; they go with the process. A table that a thread gets
 * without a birth (unshare) has its entry removed.
 */
#ifndef RULEC_BPF_DROP_H
#define RULEC_BPF_DROP_H

#include "file.h"
#include "filter.h"

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1); /* the loader says how many there are; the next two too */
    __type(key, __u32);
    __type(value, struct rt_filter_row);
} filter_rows SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct rt_filter_node);
} filter_nodes SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct rt_filter_atom);
} filter_atoms SEC(".maps");

#define KNOWN_FDS   1024
#define KNOWN_WORDS (KNOWN_FDS / 64)

struct known {
    __u64 bits[KNOWN_WORDS];
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16384);
    __type(key, __u64); /* the struct files_struct */
    __type(value, struct known);
} known_fds SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 2);
    __type(key, __u32);
    __type(value, struct known);
} known_values SEC(".maps"); /* [0]: all bits set, by the loader */

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
const volatile __u32 filter_mode;             /* FILTER_ */
const volatile __u32 tally_calls;             /* count them */
const volatile __u8 call_filters[MAX_CALLS];  /* enum call_filter */
const volatile __u16 call_starts[MAX_CALLS];  /* FILTER_BY_RULES: the first node */
const volatile __u8 call_makes_fd[MAX_CALLS]; /* enum makes_fd */

static __always_inline void count_call(__u32 call, bool dropped)
{
    struct tally *tally = tally_calls ? bpf_map_lookup_elem(&tallies, &call) : 0;

    if (!tally)
        return;
    tally->seen += 1;
    tally->dropped += dropped;
}

/* --- what the agent may know --- */

static __always_inline __u64 files_of(struct task_struct *task)
{
    return (__u64)BPF_CORE_READ(task, files);
}

static __always_inline struct known *known_of(struct task_struct *task)
{
    __u64 files = files_of(task);

    return bpf_map_lookup_elem(&known_fds, &files);
}

static __always_inline struct known *all_known(void)
{
    __u32 zero = 0;

    return bpf_map_lookup_elem(&known_values, &zero);
}

static __always_inline bool is_known(struct task_struct *task, __s64 fd)
{
    struct known *known = known_of(task);
    __u64 number = fd;

    KEEP_IN_REGISTER(number);
    if (!known || number >= KNOWN_FDS)
        return true;
    __u64 word = number / 64;
    KEEP_IN_REGISTER(word);
    return known->bits[word & (KNOWN_WORDS - 1)] >> (number % 64) & 1;
}

/* The agent is told of the descriptor, or of its end. */
static __always_inline void set_known(struct task_struct *task, __s64 fd, bool is)
{
    struct known *known = known_of(task);
    __u64 number = fd;

    KEEP_IN_REGISTER(number);
    if (number >= KNOWN_FDS)
        return;
    if (!known) {
        __u64 files = files_of(task);
        struct known *all = all_known();
        if (is || !all)
            return;
        bpf_map_update_elem(&known_fds, &files, all, BPF_NOEXIST);
        known = bpf_map_lookup_elem(&known_fds, &files);
        if (!known)
            return;
    }
    __u64 place = number / 64;
    KEEP_IN_REGISTER(place);
    __u64 *word = &known->bits[place & (KNOWN_WORDS - 1)];
    if (is)
        __sync_fetch_and_or(word, 1ull << (number % 64));
    else
        __sync_fetch_and_and(word, ~(1ull << (number % 64)));
}

static __always_inline void forget_table(struct task_struct *task)
{
    __u64 files = files_of(task);

    bpf_map_delete_elem(&known_fds, &files);
}

/* A child with a table of its own starts with what is known of its parent's. */
static __always_inline void known_at_birth(struct task_struct *parent, struct task_struct *child)
{
    __u64 files = files_of(child);

    if (filter_mode == FILTER_OFF || files == files_of(parent))
        return;
    struct known *known = known_of(parent);
    if (known)
        bpf_map_update_elem(&known_fds, &files, known, BPF_ANY);
    else
        bpf_map_delete_elem(&known_fds, &files);
}

static __always_inline void known_at_exec(struct task_struct *task)
{
    __u64 files = files_of(task);
    struct known *all = all_known();

    if (filter_mode != FILTER_OFF && all)
        bpf_map_update_elem(&known_fds, &files, all, BPF_ANY);
}

static __always_inline void known_at_exit(struct task_struct *task)
{
    if (filter_mode != FILTER_OFF && task->files && task->files->count.counter == 1)
        forget_table(task);
}

/* --- opens --- */

#define CALL_OPEN     2
#define RAW_DIRECTORY 0x10000
#define RAW_PATH      0x200000
#define RAW_TEMPORARY 0x400000
#define S_IFDIR_TYPE  0040000

/* The state that the path leads to, plus 1; 0: it is not to be judged. The path is left in
 * s->path. */
__noinline __u32 walk_path(struct scratch *s, __u64 address)
{
    __u32 state = 0;

    if (!s)
        return 0;
    long size = bpf_probe_read_user_str(s->path, RT_FILTER_MAX_PATH, (void *)address);
    if (size <= 1 || size >= RT_FILTER_MAX_PATH || s->path[0] != '/')
        return 0;
    for (__u32 i = 0; i < RT_FILTER_MAX_PATH - 1; i++) {
        __u8 byte = s->path[i];
        if (!byte)
            break;
        struct rt_filter_row *row = bpf_map_lookup_elem(&filter_rows, &state);
        if (!row)
            return 0;
        state = row->next[byte];
    }
    return state + 1;
}

static __always_inline bool compare_numbers(__u32 how, __s64 left, __s64 right)
{
    switch (how) {
    case RT_COMPARE_EQ:
        return left == right;
    case RT_COMPARE_LT:
        return left < right;
    case RT_COMPARE_LE:
        return left <= right;
    case RT_COMPARE_GT:
        return left > right;
    }
    return left >= right;
}

/* 0, 1, or -1: the atom is not there. Flags and mode are as the call gave them. */
__noinline int ask_number(struct scratch *s, __u32 number, __u32 flags, __u32 mode)
{
    struct rt_filter_atom *atom = bpf_map_lookup_elem(&filter_atoms, &number);

    if (!s || !atom)
        return -1;
    __s64 result = s->result;
    switch (atom->fact) {
    case RT_FACT_SUCCESS:
        return result >= 0;
    case RT_FACT_FD:
        return compare_numbers(atom->compare, result >= 0 ? result : -1, atom->value);
    case RT_FACT_RESULT:
        return compare_numbers(atom->compare, result, atom->value);
    case RT_FACT_FLAGS: {
        __u32 falco = open_flags(flags);
        if (atom->mask & (FILE_CREATED | FILE_UPPER_LAYER | FILE_LOWER_LAYER))
            falco |= opened_flags(s);
        return (falco & atom->mask) != 0;
    }
    case RT_FACT_MODE:
        return (open_mode(flags, mode) & atom->mask) != 0;
    }
    return -1;
}

/* Whether no rule can hold on the open in the scratch, by the nodes from `at` on; its arguments
 * path, flags and mode start at `first`. */
__noinline int no_rule_opens(struct scratch *s, __u32 at, __u32 first)
{
    if (!s)
        return 0;
    __u64 path = argument(s, first);
    __u32 flags = argument(s, first + 1), mode = argument(s, first + 2);
    struct rt_filter_row *end = 0;

    for (__u32 steps = 0; steps < RT_FILTER_MAX_STEPS; steps++) {
        struct rt_filter_node *node = bpf_map_lookup_elem(&filter_nodes, &at);
        int yes;
        if (!node)
            break;
        __u32 atom = node->atom;
        if (atom < RT_FILTER_PATH_ATOMS) {
            if (!end) {
                __u32 state = walk_path(s, path) - 1;
                end = bpf_map_lookup_elem(&filter_rows, &state);
                if (!end || end->truth[RT_FILTER_UNCLEAN / 64] >> (RT_FILTER_UNCLEAN % 64) & 1)
                    return 0;
            }
            yes = end->truth[(atom / 64) & 3] >> (atom % 64) & 1;
        } else {
            yes = ask_number(s, atom - RT_FILTER_PATH_ATOMS - 1, flags, mode);
            if (yes < 0)
                return 0;
        }
        at = yes ? node->yes : node->no;
    }
    return at == RT_FILTER_DROP;
}

static __always_inline bool drops_open(struct scratch *s, __u32 call)
{
    __u32 first = call == CALL_OPEN ? 0 : 1;
    __u32 flags = argument(s, first + 1);

    if ((flags & (RAW_DIRECTORY | RAW_PATH | RAW_TEMPORARY)) ||
        !no_rule_opens(s, call_starts[call], first))
        return false;
    struct file *file = s->result >= 0 ? file_of(s->result) : 0;
    if (s->result < 0)
        return true;
    return file && (BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT_MASK) != S_IFDIR_TYPE;
}

/* --- descriptors --- */

#define FCNTL_DUPFD         0
#define FCNTL_SETFD         2
#define FCNTL_DUPFD_CLOEXEC 1030

static __always_inline bool drops_fcntl(struct task_struct *task, __s64 fd, __u32 command)
{
    if (command != FCNTL_DUPFD && command != FCNTL_SETFD && command != FCNTL_DUPFD_CLOEXEC)
        return true;
    return !is_known(task, fd);
}

/* By what needs no scratch. */
static __always_inline bool drops_descriptor(struct task_struct *task, __u32 how, __s64 fd,
                                             __u32 command, __s64 result)
{
    switch (how) {
    case FILTER_CLOSE:
        return !is_known(task, fd);
    case FILTER_DUP:
        return !is_known(task, fd) && !is_known(task, result);
    case FILTER_FCNTL:
        return drops_fcntl(task, fd, command);
    }
    return false;
}

#endif
