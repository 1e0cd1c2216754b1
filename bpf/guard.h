/* Who lays hands on the agent: signals, tracing, writing into its memory, changes of its maps and
 * links. Such calls of other processes are told in records of their own (struct guard_notice),
 * which are no events: rules do not see them.
 */
#ifndef RULEC_BPF_GUARD_H
#define RULEC_BPF_GUARD_H

#include "file.h"
#include "scratch.h"
#include "task.h"

/* What is the agent's own: its threads, maps and links. The agent fills it and freezes it; threads
 * that begin and end later are kept here. */
struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, __u64); /* enum own, and a number */
    __type(value, __u8);
} own SEC(".maps");

/* Set by the loader: enum guard of each call; the agent's process group. */
const volatile __u8 call_guards[MAX_CALLS];
const volatile __u32 agent_group;

#define BPF_CALL_FD       0  /* where a command's attributes have the descriptor */
#define BPF_CALL_BATCH_FD 36 /* the same of commands on many elements */
#define TRACE_ATTACH      16
#define TRACE_SEIZE       0x4206

static __always_inline __u64 own_key(enum own kind, __u32 number)
{
    return (__u64)kind << 32 | number;
}

static __always_inline bool is_own(enum own kind, __u32 number)
{
    __u64 key = own_key(kind, number);

    return bpf_map_lookup_elem(&own, &key) != 0;
}

static __always_inline void own_thread(__u32 tid, bool begins)
{
    __u64 key = own_key(OWN_THREAD, tid);
    __u8 here = 1;

    if (begins)
        bpf_map_update_elem(&own, &key, &here, BPF_ANY);
    else
        bpf_map_delete_elem(&own, &key);
}

static __always_inline void notice(__u32 what, __u32 detail)
{
    struct guard_notice record = {
        .head = {.flags = RECORD_GUARD},
        .time_ns = boot_time_ns + bpf_ktime_get_boot_ns(),
        .tid = (__u32)bpf_get_current_pid_tgid(),
        .what = what,
        .detail = detail,
    };

    bpf_ringbuf_output(&ring, &record, sizeof record, 0);
}

/* The process of a pidfd: its file, or the inode of that, has it. */
static __always_inline bool is_own_pidfd(__s64 fd)
{
    struct file *file = file_of(fd);

    if (!file)
        return false;
    struct pid *in_file = (struct pid *)BPF_CORE_READ(file, private_data);
    struct pid *in_inode = (struct pid *)BPF_CORE_READ(file, f_inode, i_private);
    __u32 first = BPF_CORE_READ(in_file, numbers[0].nr);
    __u32 second = BPF_CORE_READ(in_inode, numbers[0].nr);

    return (first && is_own(OWN_THREAD, first)) || (second && is_own(OWN_THREAD, second));
}

static __always_inline bool is_own_target(__s32 target)
{
    /* Numbers of other namespaces mean other processes. */
    if (BPF_CORE_READ(task_pid(bpf_get_current_task_btf(), PID_OF_TASK), level) != 0)
        return false;
    if (target > 0)
        return is_own(OWN_THREAD, target);
    return target == -1 || (target != 0 && (__u32)-target == agent_group);
}

/* What of the agent a bpf call changes; GUARD_NONE: nothing. */
static __always_inline enum guard guarded_object(__u32 command, __u64 attributes)
{
    bool is_link = command == BPF_LINK_UPDATE || command == BPF_LINK_DETACH;
    bool is_batch = command == BPF_MAP_UPDATE_BATCH || command == BPF_MAP_DELETE_BATCH ||
                    command == BPF_MAP_LOOKUP_AND_DELETE_BATCH;
    __u32 fd = 0;

    if (!is_link && !is_batch && command != BPF_MAP_UPDATE_ELEM && command != BPF_MAP_DELETE_ELEM &&
        command != BPF_MAP_LOOKUP_AND_DELETE_ELEM && command != BPF_MAP_FREEZE)
        return GUARD_NONE;
    if (bpf_probe_read_user(
            &fd, sizeof fd,
            (const void *)(attributes + (is_batch ? BPF_CALL_BATCH_FD : BPF_CALL_FD))) != 0)
        return GUARD_NONE;
    struct file *file = file_of(fd);
    if (!file)
        return GUARD_NONE;
    void *object = BPF_CORE_READ(file, private_data);
    if (is_link)
        return is_own(OWN_LINK, BPF_CORE_READ((struct bpf_link *)object, id)) ? GUARD_LINK
                                                                              : GUARD_NONE;
    return is_own(OWN_MAP, BPF_CORE_READ((struct bpf_map *)object, id)) ? GUARD_MAP : GUARD_NONE;
}

/* Tells of a call that was aimed at the agent. */
__noinline int guard_call(__u32 call, __u64 first, __u64 second, __u64 third)
{
    enum guard what;

    switch (call_guards[call & (MAX_CALLS - 1)]) {
    case GUARD_SIGNAL:
        if ((__u32)second != 0 && is_own_target(first))
            notice(GUARD_SIGNAL, second);
        break;
    case GUARD_SIGNAL_THREAD:
        if ((__u32)third != 0 && is_own_target(first))
            notice(GUARD_SIGNAL, third);
        break;
    case GUARD_SIGNAL_PIDFD:
        if ((__u32)second != 0 && is_own_pidfd((__s32)first))
            notice(GUARD_SIGNAL, second);
        break;
    case GUARD_TRACE:
        if ((first == TRACE_ATTACH || first == TRACE_SEIZE) && is_own_target(second))
            notice(GUARD_TRACE, first);
        break;
    case GUARD_MEMORY:
        if (is_own_target(first))
            notice(GUARD_MEMORY, 0);
        break;
    case GUARD_DESCRIPTOR:
        if (is_own_pidfd((__s32)first))
            notice(GUARD_DESCRIPTOR, second);
        break;
    case GUARD_MAP:
        what = guarded_object(first, second);
        if (what != GUARD_NONE)
            notice(what, first);
        break;
    }
    return 0;
}

#endif
