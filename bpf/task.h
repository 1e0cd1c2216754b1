/* What an event says of its subject, the task: identities, memory, credentials, control groups,
 * command line. The subject is the running task, but at a fork it is the child, which has not run
 * yet: its memory then is a copy of the parent's, at the same addresses.
 */
#ifndef RULEC_BPF_TASK_H
#define RULEC_BPF_TASK_H

#include "flags.h"

#define SUBSYSTEM_NAME_MAX 32
#define CGROUP_DEPTH       12 /* names in a control group's path; what is above is left out */
#define MAX_POINTERS       32 /* arguments read of an exec that failed */

/* --- identities --- */

static __always_inline struct pid *task_pid(struct task_struct *task, enum pid_type type)
{
    if (type == PID_OF_TASK)
        return BPF_CORE_READ(task, thread_pid);
    return BPF_CORE_READ(task, signal, pids[type]);
}

static __always_inline struct upid pid_at(struct pid *pid, __u32 level)
{
    struct upid at = {0};
    __u64 place = (__u64)pid + bpf_core_field_offset(struct pid, numbers) +
                  level * bpf_core_type_size(struct upid);

    bpf_probe_read_kernel(&at.nr, sizeof(at.nr),
                          (void *)(place + bpf_core_field_offset(struct upid, nr)));
    bpf_probe_read_kernel(&at.ns, sizeof(at.ns),
                          (void *)(place + bpf_core_field_offset(struct upid, ns)));
    return at;
}

/* The number in the namespace it was made in, the deepest. */
__noinline __s64 own_pid(struct scratch *s, __u32 type)
{
    if (!s)
        return 0;
    struct pid *pid = type == PID_OF_TASK           ? task_pid(s->task, PID_OF_TASK)
                      : type == PID_OF_GROUP_LEADER ? task_pid(s->task, PID_OF_GROUP_LEADER)
                                                    : task_pid(s->task, PID_OF_PROCESS_GROUP);
    return pid_at(pid, BPF_CORE_READ(pid, level)).nr;
}

static __always_inline struct pid_namespace *pid_namespace_of(struct task_struct *task)
{
    struct pid *pid = task_pid(task, PID_OF_TASK);

    return pid_at(pid, BPF_CORE_READ(pid, level)).ns;
}

static __always_inline __s64 process_group(struct task_struct *task)
{
    return pid_at(task_pid(task, PID_OF_PROCESS_GROUP), 0).nr;
}

/* --- memory, in kilobytes --- */

/* The place of each count is a constant, so that it is found in the kernel's own layout. Whether
 * the old layout is there is asked of a field: for a type that the kernel lacks libbpf looks into
 * all modules, which takes more than CAP_BPF. */
enum { RSS_FILE, RSS_ANON, RSS_SWAP, RSS_SHARED };

#define RSS_PAGES(mm, which)                                                                       \
    (bpf_core_field_exists(((struct mm_struct___atomic *)0)->rss_stat.count)                       \
         ? BPF_CORE_READ((struct mm_struct___atomic *)(mm), rss_stat.count[which].counter)         \
         : BPF_CORE_READ(mm, rss_stat[which].count))

static __always_inline __u32 rss_kilobytes(struct task_struct *task)
{
    struct mm_struct *mm = BPF_CORE_READ(task, mm);

    return (RSS_PAGES(mm, RSS_FILE) + RSS_PAGES(mm, RSS_ANON) + RSS_PAGES(mm, RSS_SHARED)) * 4;
}

static __always_inline __u32 swap_kilobytes(struct task_struct *task)
{
    struct mm_struct *mm = BPF_CORE_READ(task, mm);

    return RSS_PAGES(mm, RSS_SWAP) * 4;
}

/* --- credentials --- */

/* A set of capabilities in the kernel's memory. Its one word was two before Linux 6.3. */
static __always_inline __u64 capability_set(const kernel_cap_t *set)
{
    __u64 bits = 0;

    bpf_core_read(&bits, sizeof(bits), set);
    return bits;
}

static __always_inline __u64 capabilities(struct task_struct *task, __u32 which)
{
    const struct cred *cred = BPF_CORE_READ(task, cred);

    switch (which) {
    case 0:
        return capability_set(&cred->cap_inheritable);
    case 1:
        return capability_set(&cred->cap_permitted);
    default:
        return capability_set(&cred->cap_effective);
    }
}

static __always_inline __u32 terminal(struct task_struct *task)
{
    struct tty_struct *tty = BPF_CORE_READ(task, signal, tty);
    struct tty_driver *driver = BPF_CORE_READ(tty, driver);

    if (!tty || !driver)
        return 0;
    __u32 major = BPF_CORE_READ(driver, major);
    __u32 minor = BPF_CORE_READ(driver, minor_start) + BPF_CORE_READ(tty, index);
    return (minor & 0xff) | major << 8 | (minor & ~0xffu) << 12;
}

/* --- clone flags --- */

/* `flags` in Falco's values, and whether the child lives in a pid namespace of its own. */
static __always_inline __u32 with_namespace(struct task_struct *task, __u32 flags)
{
    struct pid_namespace *own = pid_namespace_of(task);

    if (BPF_CORE_READ(own, level) != 0 || BPF_CORE_READ(task, nsproxy, pid_ns_for_children) != own)
        flags |= CHILD_IN_PIDNS;
    return flags;
}

__noinline __u64 subject_clone_flags(struct scratch *s, __u32 source)
{
    __u64 flags = 0;

    if (!s)
        return 0;
    if (source == FLAGS_IN_ARGUMENT)
        flags = (__u32)argument(s, 0);
    else if (source == FLAGS_IN_STRUCT)
        bpf_probe_read_user(&flags, sizeof(flags), (void *)argument(s, 0));
    return with_namespace(s->task, clone_flags(flags));
}

/* --- control groups --- */

static __always_inline struct kernfs_node *kernfs_parent(struct kernfs_node *node)
{
    if (bpf_core_field_exists(node->parent))
        return BPF_CORE_READ(node, parent);
    return BPF_CORE_READ((struct kernfs_node___rcu *)node, __parent);
}

/* "/name"; where more is to follow, the next slash goes where this one's NUL is. */
__noinline int put_directory(struct scratch *s, __u64 name, __u32 more)
{
    if (!s)
        return 0;
    put_8(s, '/');
    put_kernel_text(s, name, NAME_SPAN);
    if (more && s->used > 0)
        s->used -= 1;
    return 0;
}

/* "memory=/a/b" for the subsystem of that number. */
__noinline int put_cgroup(struct scratch *s, __u32 subsystem)
{
    struct cgroup_subsys_state *state;
    __u64 names[CGROUP_DEPTH] = {0};

    if (!s)
        return 0;
    __u64 set = (__u64)BPF_CORE_READ(subject(s), cgroups);
    bpf_probe_read_kernel(
        &state, sizeof(state),
        (void *)(set + bpf_core_field_offset(struct css_set, subsys) + subsystem * sizeof(state)));
    put_kernel_text(s, (__u64)BPF_CORE_READ(state, ss, name), SUBSYSTEM_NAME_MAX);
    __u32 last = s->used - 1;
    if (last > EVENT_MAX)
        return 0;
    s->record[last] = '=';

    /* The root has no name. */
    struct kernfs_node *node = BPF_CORE_READ(state, cgroup, kn);
    struct kernfs_node *parent = kernfs_parent(node);
    for (int i = 0; i < CGROUP_DEPTH && parent; i++) {
        names[i] = (__u64)BPF_CORE_READ(node, name);
        node = parent;
        parent = kernfs_parent(node);
    }
    if (!names[0])
        put_8(s, '/');
    for (int i = CGROUP_DEPTH - 1; i >= 0; i--) {
        if (names[i])
            put_directory(s, names[i], i > 0);
    }
    if (!names[0])
        put_8(s, 0);
    return 0;
}

#define PUT_CGROUP(s, id)                                                                          \
    do {                                                                                           \
        if (bpf_core_enum_value_exists(enum cgroup_subsys_id, id))                                 \
            put_cgroup(s, bpf_core_enum_value(enum cgroup_subsys_id, id));                         \
    } while (0)

/* The subsystems that container ids are read from, in Falco's order. */
__noinline int put_cgroups(struct scratch *s)
{
    if (!s)
        return 0;
    PUT_CGROUP(s, cpuset_cgrp_id);
    PUT_CGROUP(s, cpu_cgrp_id);
    PUT_CGROUP(s, cpuacct_cgrp_id);
    PUT_CGROUP(s, io_cgrp_id);
    PUT_CGROUP(s, memory_cgrp_id);
    return 0;
}

/* --- the command line --- */

__noinline int put_exe(struct scratch *s)
{
    if (!s)
        return 0;
    __u32 before = s->used;
    put_user_text(s, BPF_CORE_READ(subject(s), mm, arg_start), TEXT_MAX);
    s->exe_size = s->used - before;
    return 0;
}

__noinline int put_args(struct scratch *s)
{
    if (!s)
        return 0;
    __u64 start = BPF_CORE_READ(subject(s), mm, arg_start);
    __u64 size = BPF_CORE_READ(subject(s), mm, arg_end) - start;
    __u32 skip = s->exe_size;

    if (skip >= TEXT_MAX || size <= skip)
        return 0;
    size -= skip;
    if (size > TEXT_MAX - skip) {
        size = TEXT_MAX - skip;
        s->cut = 1;
    }
    put_user_texts(s, start + skip, size);
    return 0;
}

__noinline int put_env(struct scratch *s)
{
    if (!s)
        return 0;
    __u64 start = BPF_CORE_READ(subject(s), mm, env_start);
    __u64 size = BPF_CORE_READ(subject(s), mm, env_end) - start;

    if (!start || size == 0)
        return 0;
    s->cut |= size > TEXT_MAX;
    put_user_texts(s, start, size > TEXT_MAX ? TEXT_MAX : size);
    return 0;
}

static __always_inline __u64 user_pointer(const struct scratch *s, __u64 array, __u32 index)
{
    __u64 wide = 0;
    __u32 narrow = 0;

    if (s->compat) {
        bpf_probe_read_user(&narrow, sizeof(narrow), (void *)(array + index * sizeof(narrow)));
        return narrow;
    }
    bpf_probe_read_user(&wide, sizeof(wide), (void *)(array + index * sizeof(wide)));
    return wide;
}

/* argv[0] of an exec that failed. */
__noinline int put_argv_exe(struct scratch *s, __u64 array)
{
    if (!s)
        return 0;
    __u32 before = s->used;
    if (array)
        put_user_text(s, user_pointer(s, array, 0), TEXT_MAX);
    else
        put_8(s, 0);
    s->exe_size = s->used - before;
    return 0;
}

/* One of these, in `room` bytes. False: there is none, or no room. */
__noinline int put_pointed_text(struct scratch *s, __u64 array, __u32 index, __u32 room)
{
    if (!s)
        return 0;
    __u64 text = user_pointer(s, array, index);
    if (!text || room == 0 || room > TEXT_MAX)
        return 0;
    put_user_text(s, text, room);
    return 1;
}

/* The texts that an array of pointers names, from `first` on; `taken` bytes of the limit are used
 * up. */
__noinline int put_pointed_texts(struct scratch *s, __u64 array, __u32 first, __u32 taken)
{
    if (!s || !array || taken >= TEXT_MAX)
        return 0;
    __u32 end = s->used + TEXT_MAX - taken;
    for (__u32 i = 0; i < MAX_POINTERS; i++) {
        if (!put_pointed_text(s, array, first + i, end - s->used))
            break;
    }
    return 0;
}

/* --- the end --- */

#define MAX_THREADS   30
#define MAX_ANCESTORS 60

/* A thread of the group that is not ending; 0: none; -1: too many to tell. */
__noinline __s64 live_thread(__u64 leader)
{
    struct task_struct *task = (struct task_struct *)leader;
    __u64 head = (__u64)BPF_CORE_READ(task, signal) +
                 bpf_core_field_offset(struct signal_struct, thread_head);
    __u64 next = (__u64)BPF_CORE_READ((struct list_head *)head, next);

    for (int i = 0; i < MAX_THREADS; i++) {
        if (next == head || !next)
            return 0;
        task =
            (struct task_struct *)(next - bpf_core_field_offset(struct task_struct, thread_node));
        if (!(BPF_CORE_READ(task, flags) & PF_EXITING))
            return BPF_CORE_READ(task, pid);
        next = (__u64)BPF_CORE_READ((struct list_head *)next, next);
    }
    return -1;
}

/* Whether the task asked for the children of its descendants. */
__noinline int is_subreaper(__u64 address)
{
    struct signal_struct *signal = BPF_CORE_READ((struct task_struct *)address, signal);

    return BPF_CORE_READ_BITFIELD_PROBED(signal, is_child_subreaper);
}

/* The parent, if it is in that pid namespace too and not its init; else 0. */
__noinline __u64 ancestor_below(__u64 address, __u64 init, __u32 level)
{
    struct task_struct *parent = BPF_CORE_READ((struct task_struct *)address, real_parent);

    return (__u64)parent == init || BPF_CORE_READ(parent, thread_pid, level) != level
               ? 0
               : (__u64)parent;
}

/* Who gets the children of the ending task: another thread of its group, the nearest ancestor that
 * asked for them (PR_SET_CHILD_SUBREAPER), or the init of its pid namespace. 0: there are none, or
 * nobody gets them, the namespace ends; -1: too far to tell. */
__noinline __s64 reaper(struct scratch *s)
{
    if (!s)
        return 0;
    struct task_struct *task = s->task;
    __u64 children = (__u64)task + bpf_core_field_offset(struct task_struct, children);
    if ((__u64)BPF_CORE_READ(task, children.next) == children)
        return 0;
    __s64 thread = live_thread((__u64)task);
    if (thread != 0)
        return thread;

    struct task_struct *init = BPF_CORE_READ(pid_namespace_of(task), child_reaper);
    if (init == task)
        return 0;
    struct signal_struct *signal = BPF_CORE_READ(task, signal);
    if (!BPF_CORE_READ_BITFIELD_PROBED(signal, has_child_subreaper))
        return BPF_CORE_READ(init, pid);
    __u32 level = BPF_CORE_READ(task, thread_pid, level);
    __u64 ancestor = (__u64)task;
    for (int i = 0; i < MAX_ANCESTORS; i++) {
        ancestor = ancestor_below(ancestor, (__u64)init, level);
        if (!ancestor)
            return BPF_CORE_READ(init, pid);
        if (!is_subreaper(ancestor))
            continue;
        thread = live_thread(ancestor);
        if (thread != 0)
            return thread;
    }
    return -1;
}

#endif
