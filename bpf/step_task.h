/* Steps about the subject of an event, a task: identities, memory, what it executes, how it ended.
 * The kinds are described in recipe.h. */
#ifndef RULEC_BPF_STEP_TASK_H
#define RULEC_BPF_STEP_TASK_H

#include "task.h"

/* What an exec that failed was asked for. */
__noinline int put_argv_step(struct scratch *s, __u32 kind, __u32 a)
{
    if (!s)
        return 0;
    switch (kind) {
    case STEP_ARGV_EXE:
        put_argv_exe(s, argument(s, a));
        break;
    case STEP_ARGV_ARGS:
        put_pointed_texts(s, argument(s, a), 1, s->exe_size);
        break;
    case STEP_ARGV_ENV:
        put_pointed_texts(s, argument(s, a), 0, 0);
        break;
    }
    return 0;
}

__noinline int put_task_step(struct scratch *s, __u32 kind, __u32 mask)
{
    if (!s)
        return 0;
    struct task_struct *task = s->task;
    switch (kind) {
    case STEP_TASK_EXE:
        if (s->result >= 0)
            put_exe(s);
        break;
    case STEP_TASK_ARGS:
        if (s->result >= 0)
            put_args(s);
        break;
    case STEP_TASK_ENV:
        put_env(s);
        break;
    case STEP_TASK_TID:
        put_64(s, BPF_CORE_READ(task, pid));
        break;
    case STEP_TASK_PID:
        put_64(s, BPF_CORE_READ(task, tgid));
        break;
    case STEP_TASK_PTID:
        put_64(s, BPF_CORE_READ(task, real_parent, pid));
        break;
    case STEP_TASK_FD_LIMIT:
        put_64(s, BPF_CORE_READ(task, signal, rlim[RLIMIT_NOFILE_IDX].rlim_cur));
        break;
    case STEP_TASK_MAJOR_FAULTS:
        put_64(s, BPF_CORE_READ(task, maj_flt));
        break;
    case STEP_TASK_MINOR_FAULTS:
        put_64(s, BPF_CORE_READ(task, min_flt));
        break;
    case STEP_TASK_VM_SIZE:
        put_32(s, BPF_CORE_READ(task, mm, total_vm) * 4);
        break;
    case STEP_TASK_VM_RSS:
        put_32(s, rss_kilobytes(task));
        break;
    case STEP_TASK_VM_SWAP:
        put_32(s, swap_kilobytes(task));
        break;
    case STEP_TASK_COMM:
        put_kernel_text(s, (__u64)task + bpf_core_field_offset(struct task_struct, comm), 16);
        break;
    case STEP_TASK_CGROUPS:
        put_cgroups(s);
        break;
    case STEP_TASK_CLONE_FLAGS:
        put_32(s, subject_clone_flags(s, mask));
        break;
    case STEP_TASK_UID:
        put_32(s, BPF_CORE_READ(task, cred, euid.val));
        break;
    case STEP_TASK_GID:
        put_32(s, BPF_CORE_READ(task, cred, egid.val));
        break;
    case STEP_TASK_VTID:
        put_64(s, own_pid(s, PID_OF_TASK));
        break;
    case STEP_TASK_VPID:
        put_64(s, own_pid(s, PID_OF_GROUP_LEADER));
        break;
    case STEP_TASK_PIDNS_START:
        put_64(s, s->result == 0 ? BPF_CORE_READ(pid_namespace_of(task), child_reaper, start_time)
                                 : 0);
        break;
    }
    return 0;
}

__noinline int put_exec_step(struct scratch *s, __u32 kind, __u32 a)
{
    if (!s)
        return 0;
    struct task_struct *task = s->task;
    struct inode *inode = BPF_CORE_READ(task, mm, exe_file, f_inode);
    switch (kind) {
    case STEP_TASK_TTY:
        put_32(s, terminal(task));
        break;
    case STEP_TASK_VPGID:
        put_64(s, own_pid(s, PID_OF_PROCESS_GROUP));
        break;
    case STEP_TASK_PGID:
        put_64(s, process_group(task));
        break;
    case STEP_TASK_LOGINUID:
        put_32(s, bpf_core_field_exists(task->loginuid) ? BPF_CORE_READ(task, loginuid.val) : ~0u);
        break;
    case STEP_TASK_CAPS:
        put_64(s, capabilities(task, a));
        break;
    case STEP_EXE_FLAGS:
        put_32(s, exe_flags(s));
        break;
    case STEP_EXE_INO:
        put_64(s, BPF_CORE_READ(inode, i_ino));
        break;
    case STEP_EXE_CTIME:
        put_64(s, change_time(inode));
        break;
    case STEP_EXE_MTIME:
        put_64(s, modify_time(inode));
        break;
    case STEP_EXE_PATH:
        put_path(s, (__u64)exe_file(s));
        break;
    case STEP_EXEC_FILENAME:
        put_kernel_text(s, (__u64)s->filename, TEXT_MAX);
        break;
    }
    return 0;
}

__noinline int put_exit_step(struct scratch *s, __u32 kind)
{
    if (!s)
        return 0;
    __u32 code = BPF_CORE_READ(subject(s), exit_code);
    __u32 signal = code & 0x7f;
    switch (kind) {
    case STEP_EXIT_STATUS:
        put_64(s, (__s64)(__s32)code);
        break;
    case STEP_EXIT_RESULT:
        put_64(s, code >> 8 & 0xff);
        break;
    case STEP_EXIT_SIGNAL:
        put_8(s, signal == 0x7f ? 0 : signal);
        break;
    case STEP_EXIT_CORE:
        put_8(s, code & 0x80 ? 1 : 0);
        break;
    case STEP_EXIT_REAPER:
        put_64(s, reaper(s));
        break;
    }
    return 0;
}

#endif
