/* One step of a recipe: what each kind appends. The kinds are described in recipe.h. */
#ifndef RULEC_BPF_STEP_H
#define RULEC_BPF_STEP_H

#include "calls.h"
#include "value.h"

/* Falco's code of each system call, set by the loader. */
const volatile __u16 call_codes[MAX_CALLS];

/* struct open_how: flags, mode, resolve. */
static __always_inline __u64 open_how(const struct scratch *s, __u32 a, __u32 index)
{
    __u64 value = 0;

    bpf_probe_read_user(&value, sizeof(value), (void *)(argument(s, a) + index * sizeof(value)));
    return value;
}

__noinline int put_number_step(struct scratch *s, __u32 kind, __u32 a, __u32 b, __u32 mask)
{
    if (!s)
        return 0;
    __u64 value = argument(s, a);
    switch (kind) {
    case STEP_RETURN:
        put_64(s, s->result);
        break;
    case STEP_RETURN_32:
        put_32(s, s->result > 0 ? s->result : 0);
        break;
    case STEP_RETURN_INT:
        put_64(s, (__s64)(__s32)s->result);
        break;
    case STEP_INT:
        put_64(s, (__s64)(__s32)value);
        break;
    case STEP_U8:
        put_8(s, mask == 1 ? 0 : value);
        break;
    case STEP_U16:
        put_16(s, value);
        break;
    case STEP_U32:
        put_32(s, mask ? value & mask : value);
        break;
    case STEP_U64:
        put_64(s, mask == 1 ? (__u32)value : value);
        break;
    case STEP_CONST32:
        put_32(s, mask);
        break;
    case STEP_CALL_CODE:
        put_16(s, call_codes[s->call & (MAX_CALLS - 1)]);
        break;
    case STEP_CALL_NUMBER:
        put_16(s, s->call);
        break;
    case STEP_RING_PARAM: {
        __u32 number = 0;
        bpf_probe_read_user(&number, sizeof(number), (void *)(value + b));
        put_32(s, mask ? number & mask : number);
        break;
    }
    }
    return 0;
}

__noinline int put_flags_step(struct scratch *s, __u32 kind, __u32 a, __u32 b, __u32 mask)
{
    if (!s)
        return 0;
    __u64 value = argument(s, a);
    switch (kind) {
    case STEP_OPEN_FLAGS:
        put_32(s, open_flags(value) | opened_flags(s));
        break;
    case STEP_OPEN_FLAGS_16:
        put_16(s, (__s32)value < 0 ? 0 : descriptor_flags(value & mask));
        break;
    case STEP_OPEN_FLAGS_32:
        put_32(s, descriptor_flags(value & mask));
        break;
    case STEP_OPEN_MODE:
        put_32(s, open_mode(value, argument(s, b)));
        break;
    case STEP_CREAT_FLAGS: {
        __u32 flags = opened_flags(s);
        put_16(s, flags & FILE_UPPER_LAYER ? 1 : flags & FILE_LOWER_LAYER ? 2 : 0);
        break;
    }
    case STEP_HOW_FLAGS:
        put_32(s, open_flags(open_how(s, a, 0)) | opened_flags(s));
        break;
    case STEP_HOW_MODE:
        put_32(s, open_mode(open_how(s, a, 0), open_how(s, a, 1)));
        break;
    case STEP_HOW_RESOLVE:
        put_32(s, resolve_flags(open_how(s, a, 2)));
        break;
    case STEP_CLONE_FLAGS:
        put_32(s, clone_flags(value));
        break;
    case STEP_LINK_FLAGS:
        put_32(s, value & mask);
        break;
    case STEP_MKNOD_MODE:
        put_32(s, mknod_mode(value));
        break;
    case STEP_MOUNT_FLAGS:
        put_32(s, mount_flags(value));
        break;
    case STEP_FCNTL_COMMAND:
        put_8(s, fcntl_command(value));
        break;
    case STEP_PTRACE_REQUEST:
        put_16(s, ptrace_request(value));
        break;
    case STEP_FAMILY:
        put_32(s, value & 0xff);
        break;
    case STEP_RING_FLAGS: {
        __u32 flags = 0;
        bpf_probe_read_user(&flags, sizeof(flags), (void *)(value + 8));
        put_32(s, ring_flags(flags));
        break;
    }
    }
    return 0;
}

/* The address or data of a ptrace request: a byte that says how to read it, then the value. */
__noinline int put_ptrace_step(struct scratch *s, __u32 kind, __u32 a, __u32 b)
{
    if (!s)
        return 0;
    __u32 request = ptrace_request(argument(s, a));
    __u64 value = s->result < 0 ? 0 : argument(s, b);
    if (kind == STEP_PTRACE_DATA && s->result >= 0) {
        switch (request) {
        case FALCO_PTRACE_CONT:
        case FALCO_PTRACE_SINGLESTEP:
        case FALCO_PTRACE_DETACH:
        case FALCO_PTRACE_SYSCALL:
            put_8(s, PTRACE_VALUE_SIGNAL);
            put_8(s, value);
            return 0;
        case FALCO_PTRACE_PEEKTEXT:
        case FALCO_PTRACE_PEEKDATA:
        case FALCO_PTRACE_PEEKUSR: {
            __u64 read = 0;
            bpf_probe_read_user(&read, sizeof(read), (void *)value);
            value = read;
        }
        }
    }
    put_8(s, PTRACE_VALUE_NUMBER);
    put_64(s, value);
    return 0;
}

/* The second argument of prctl: a text, the number that a pointer names, or a number. */
__noinline int put_prctl_step(struct scratch *s, __u32 kind, __u32 a, __u32 b)
{
    if (!s)
        return 0;
    __u32 option = argument(s, a);
    __u64 value = argument(s, b);
    bool is_text = option == PRCTL_SET_NAME || option == PRCTL_GET_NAME;
    if (kind == STEP_PRCTL_TEXT)
        return is_text ? put_user_text(s, value, TEXT_MAX) : 0;
    if (option == PRCTL_GET_CHILD_SUBREAPER) {
        __s32 number = 0;
        bpf_probe_read_user(&number, sizeof(number), (void *)value);
        value = (__s64)number;
    }
    put_64(s, is_text ? 0 : value);
    return 0;
}

__noinline int put_data_step(struct scratch *s, __u32 kind, __u32 a, __u32 b, __u32 mask)
{
    if (!s)
        return 0;
    __u64 value = argument(s, a), size = argument(s, b);
    switch (kind) {
    case STEP_TEXT:
        put_user_text(s, value, TEXT_MAX);
        break;
    case STEP_TEXT_IF_OK:
        if (s->result >= 0)
            put_user_text(s, value, TEXT_MAX);
        break;
    case STEP_BYTES:
        put_user_bytes(s, value, size < mask ? size : mask);
        break;
    case STEP_DATA_OUT:
        put_user_bytes(s, value, snap_sent(s, size));
        break;
    case STEP_DATA_IN:
        put_user_bytes(s, value, snap_received(s));
        break;
    case STEP_IOV_OUT:
        put_buffers(s, value, size, SNAP);
        break;
    case STEP_IOV_IN:
        put_buffers(s, value, size, snap_received(s));
        break;
    case STEP_IOV_SIZE:
        put_32(s, buffers_size(s, value, size));
        break;
    }
    return 0;
}

/* Steps on the message at argument b; for some mmsghdr calls, mask is set: the first message, if
 * there was one. */
__noinline int put_message_step(struct scratch *s, __u32 kind, __u32 a, __u32 b, __u32 mask)
{
    if (!s)
        return 0;
    __u64 message = argument(s, b);
    bool any = mask ? s->result > 0 : s->result >= 0;
    __u64 buffers = user_word(s, message, MSG_BUFFERS);
    __u64 count = user_word(s, message, MSG_BUFFER_COUNT);
    switch (kind) {
    case STEP_MSG_OUT:
        if (any || !mask)
            put_buffers(s, buffers, count, SNAP);
        break;
    case STEP_MSG_IN:
        if (mask)
            put_buffers(s, buffers, any ? count : 0, SNAP);
        else
            put_buffers(s, buffers, count, snap_received(s));
        break;
    case STEP_MSG_SIZE:
        put_32(s, any || !mask ? buffers_size(s, buffers, count) : 0);
        break;
    case STEP_MSG_CONTROL:
        if (any)
            put_user_bytes(s, user_word(s, message, MSG_CONTROL),
                           (__u32)user_word(s, message, MSG_CONTROL_LENGTH));
        break;
    case STEP_MSG_TUPLE_OUT:
    case STEP_MSG_TUPLE_IN:
        if (any)
            put_tuple(s, (__s32)argument(s, a), kind == STEP_MSG_TUPLE_IN,
                      user_word(s, message, MSG_NAME));
        break;
    case STEP_MMSG_RESULT:
        put_64(s, any ? first_message_size(s, message) : s->result);
        break;
    case STEP_MMSG_SIZE:
        put_32(s, any ? first_message_size(s, message) : 0);
        break;
    }
    return 0;
}

__noinline int put_file_step(struct scratch *s, __u32 kind, __u32 a)
{
    if (!s)
        return 0;
    struct file *file = s->result > 0 ? file_of(s->result) : 0;
    __u64 pair = argument(s, a);
    switch (kind) {
    case STEP_FILE_DEV:
        put_32(s, file ? device_number(BPF_CORE_READ(file, f_inode, i_sb, s_dev)) : 0);
        break;
    case STEP_FILE_INO:
        put_64(s, file ? BPF_CORE_READ(file, f_inode, i_ino) : 0);
        break;
    case STEP_FILE_PATH:
        put_path(s, (__u64)file);
        break;
    case STEP_PAIR_FIRST:
        put_64(s, user_fd(s, pair, 0));
        break;
    case STEP_PAIR_SECOND:
        put_64(s, user_fd(s, pair, 1));
        break;
    case STEP_PAIR_INO:
        file = file_of(user_fd(s, pair, 0));
        put_64(s, file ? BPF_CORE_READ(file, f_inode, i_ino) : 0);
        break;
    case STEP_PAIR_SOURCE:
        put_64(s, (__u64)sock_of(user_fd(s, pair, 0)));
        break;
    case STEP_PAIR_PEER: {
        struct unix_sock *source = (struct unix_sock *)sock_of(user_fd(s, pair, 0));
        put_64(s, source ? (__u64)BPF_CORE_READ(source, peer) : 0);
        break;
    }
    }
    return 0;
}

__noinline int put_socket_step(struct scratch *s, __u32 kind, __u32 a, __u32 b)
{
    if (!s)
        return 0;
    __s64 result = s->result;
    __s64 fd = (__s32)argument(s, a);
    __u64 second = argument(s, b);
    struct queue queue = {0};
    if (kind >= STEP_QUEUE_PERCENT && result >= 0)
        queue = accept_queue(fd);
    switch (kind) {
    case STEP_ADDRESS:
        put_address(s, argument(s, a), second);
        break;
    case STEP_TUPLE_CONNECT:
        if (result == 0 || result == -ERRNO_INPROGRESS)
            put_tuple(s, fd, 0, second);
        break;
    case STEP_TUPLE_OUT:
        if (result >= 0)
            put_tuple(s, fd, 0, second);
        break;
    case STEP_TUPLE_IN:
        if (result >= 0)
            put_tuple(s, fd, INBOUND, second);
        break;
    case STEP_TUPLE_ACCEPTED:
        if (result >= 0)
            put_tuple(s, result, INBOUND, 0);
        break;
    case STEP_QUEUE_PERCENT:
        put_8(s, queue.max ? (__u64)queue.length * 100 / queue.max : 0);
        break;
    case STEP_QUEUE_LENGTH:
        put_32(s, queue.length);
        break;
    case STEP_QUEUE_MAX:
        put_32(s, queue.max);
        break;
    }
    return 0;
}

__noinline int put_task_step(struct scratch *s, __u32 kind, __u32 a, __u32 mask)
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
    case STEP_ARGV_EXE:
        put_argv_exe(s, argument(s, a));
        break;
    case STEP_ARGV_ARGS:
        put_pointed_texts(s, argument(s, a), 1, s->exe_size);
        break;
    case STEP_ARGV_ENV:
        put_pointed_texts(s, argument(s, a), 0, 0);
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

__noinline int put_value_step(struct scratch *s, __u32 kind, __u32 a, __u32 b, __u32 mask)
{
    if (!s)
        return 0;
    __u64 value = argument(s, a);
    switch (kind) {
    case STEP_WHENCE:
        put_8(s, value <= 2 ? value : 0);
        break;
    case STEP_PROT:
        put_32(s, prot_flags(value));
        break;
    case STEP_MMAP_FLAGS:
        put_32(s, mmap_flags(value));
        break;
    case STEP_FUTEX:
        put_16(s, ((value & 127) <= 12 ? value & 127 : 0) | (value & 0x180));
        break;
    case STEP_SEMGET:
        put_32(s, MAP_FLAG(value, 01000, 0x2000) | MAP_FLAG(value, 02000, 0x4000));
        break;
    case STEP_SEMCTL:
        put_16(s, semctl_command(value & 0xffff));
        break;
    case STEP_SEMCTL_VALUE:
        put_32(s, (argument(s, 2) & 0xffff) == SEMCTL_SETVAL ? argument(s, 3) : 0);
        break;
    case STEP_SEMOP:
        put_16(s, sembuf_word(s, argument(s, 1), argument(s, 2), a, b));
        break;
    case STEP_SEMOP_FLAGS: {
        __u16 flags = sembuf_word(s, argument(s, 1), argument(s, 2), a, 2);
        put_16(s, MAP_FLAG(flags, 0x800, 0x1) | MAP_FLAG(flags, 0x1000, 0x2));
        break;
    }
    case STEP_RESOURCE:
        put_8(s, (__u32)value < RESOURCES ? value : UNKNOWN_RESOURCE);
        break;
    case STEP_LIMIT:
        put_64(s, s->result == 0 || mask ? user_word(s, value, b) : ~0ull);
        break;
    case STEP_LIMIT_64:
        put_64(s, s->result == 0 || mask ? user_64(value + 8 * b) : ~0ull);
        break;
    case STEP_TIMESPEC:
        put_64(s, user_timespec(s, value));
        break;
    case STEP_INT_IN:
        put_32(s, user_32(value));
        break;
    case STEP_POLLED:
        put_polled(s, value, argument(s, b));
        break;
    case STEP_SIGNALS:
        put_32(s, user_32(value));
        break;
    }
    return 0;
}

__noinline int put_option_step(struct scratch *s, __u32 kind, __u32 b)
{
    if (!s)
        return 0;
    __u32 level = argument(s, 1), name = argument(s, 2);
    __u32 size = b ? (__u16)argument(s, 4) : user_32(argument(s, 4));
    switch (kind) {
    case STEP_OPTION_LEVEL:
        put_8(s, option_level(level));
        break;
    case STEP_OPTION_NAME:
        put_8(s, option_name(level, name));
        break;
    case STEP_OPTION_VALUE:
        put_option(s, level, name, argument(s, 3), size);
        break;
    case STEP_OPTION_SIZE:
        put_32(s, size);
        break;
    }
    return 0;
}

__noinline int put_quota_step(struct scratch *s, __u32 kind, __u32 a, __u32 mask)
{
    if (!s)
        return 0;
    __u32 command = quota_command(argument(s, 0)), type = argument(s, 0) & 0xff;
    switch (kind) {
    case STEP_QUOTA_PATH:
        if (command == QUOTA_ON)
            put_user_text(s, argument(s, 3), TEXT_MAX);
        break;
    case STEP_QUOTA_WORD:
        put_64(s, quota_word(s, a, mask));
        break;
    case STEP_QUOTA_INFO: {
        __u64 word = quota_info(s, a, mask);
        if (a < 2)
            put_64(s, word);
        else
            put_8(s, word);
        break;
    }
    case STEP_QUOTA_FORMAT_FOUND:
        put_8(s, quota_format(command == QUOTA_GETFMT ? user_32(argument(s, 3)) : 0));
        break;
    case STEP_QUOTA_COMMAND:
        put_16(s, command);
        break;
    case STEP_QUOTA_TYPE:
        put_8(s, type < 2 ? type + 1 : 0);
        break;
    case STEP_QUOTA_ID:
        put_32(s, command & (QUOTA_GETQUOTA | QUOTA_SETQUOTA | QUOTA_XGET | QUOTA_XSET)
                      ? argument(s, 2)
                      : 0);
        break;
    case STEP_QUOTA_FORMAT:
        put_8(s, quota_format(command == QUOTA_ON ? argument(s, 2) : 0));
        break;
    }
    return 0;
}

/* Appends the parameter that the step of that number in the recipe says. */
__noinline int put_step(struct scratch *s, __u32 recipe, __u32 number)
{
    if (!s || recipe >= MAX_RECIPES || number >= MAX_STEPS)
        return 0;
    const struct step *step = &recipes[recipe].steps[number];
    __u32 kind = step->kind, a = step->a, b = step->b, mask = step->mask;

    if (kind == STEP_EMPTY)
        return 0;
    if (kind < STEP_TEXT)
        put_number_step(s, kind, a, b, mask);
    else if (kind < STEP_MSG_OUT)
        put_data_step(s, kind, a, b, mask);
    else if (kind < STEP_OPEN_FLAGS)
        put_message_step(s, kind, a, b, mask);
    else if (kind < STEP_PTRACE_ADDRESS)
        put_flags_step(s, kind, a, b, mask);
    else if (kind < STEP_PRCTL_TEXT)
        put_ptrace_step(s, kind, a, b);
    else if (kind < STEP_FILE_DEV)
        put_prctl_step(s, kind, a, b);
    else if (kind < STEP_ADDRESS)
        put_file_step(s, kind, a);
    else if (kind < STEP_TASK_EXE)
        put_socket_step(s, kind, a, b);
    else if (kind < STEP_TASK_TTY)
        put_task_step(s, kind, a, mask);
    else if (kind < STEP_EXIT_STATUS)
        put_exec_step(s, kind, a);
    else if (kind < STEP_WHENCE)
        put_exit_step(s, kind);
    else if (kind < STEP_OPTION_LEVEL)
        put_value_step(s, kind, a, b, mask);
    else if (kind < STEP_KEY)
        put_option_step(s, kind, b);
    else if (kind == STEP_KEY)
        put_key_argument(s, a);
    else if (kind < STEP_QUOTA_PATH)
        put_mount_value(s, kind == STEP_MOUNT_TEXT);
    else
        put_quota_step(s, kind, a, mask);
    return 0;
}

#endif
