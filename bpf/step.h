/* One step of a recipe: what each kind appends. The kinds are described in recipe.h. */
#ifndef RULEC_BPF_STEP_H
#define RULEC_BPF_STEP_H

#include "calls.h"
#include "step_fd.h"
#include "step_task.h"
#include "value.h"

/* Falco's code of each system call, set by the loader. */
const volatile __u16 call_codes[MAX_CALLS];

/* struct open_how: flags, mode, resolve. */
static __always_inline __u64 open_how(const struct scratch *s, __u32 a, __u32 index)
{
    __u64 value = 0;

    void *at = (void *)(argument(s, a) + index * sizeof(value));
    if (is_kernel_argument(s, a))
        bpf_probe_read_kernel(&value, sizeof(value), at);
    else
        bpf_probe_read_user(&value, sizeof(value), at);
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
        if (is_kernel_argument(s, a))
            put_kernel_text(s, value, TEXT_MAX);
        else
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

/* Append the parameter that the step of that number in the recipe says. Events that are not of a
 * system call have steps of few kinds: each has a function of its own, so that only these kinds
 * need to be verified for it. */
__noinline int put_told_event_step(struct scratch *s, __u32 recipe, __u32 number)
{
    if (!s || recipe >= MAX_RECIPES || number >= MAX_STEPS)
        return 0;
    const struct step *step = &recipes[recipe].steps[number];
    __u32 kind = step->kind;

    if (kind == STEP_RETURN)
        put_64(s, s->result);
    else if (kind == STEP_CONST32)
        put_32(s, step->mask);
    else if (kind == STEP_INT)
        put_64(s, (__s64)(__s32)argument(s, step->a));
    else if (kind == STEP_EXEC_FILENAME)
        put_kernel_text(s, (__u64)s->filename, TEXT_MAX);
    else if (kind == STEP_OPEN_FLAGS || kind == STEP_OPEN_MODE)
        put_flags_step(s, kind, step->a, step->b, step->mask);
    else
        put_file_step(s, kind, 0);
    return 0;
}

__noinline int put_exec_event_step(struct scratch *s, __u32 recipe, __u32 number)
{
    if (!s || recipe >= MAX_RECIPES || number >= MAX_STEPS)
        return 0;
    const struct step *step = &recipes[recipe].steps[number];
    __u32 kind = step->kind, a = step->a, mask = step->mask;

    if (kind == STEP_RETURN)
        put_64(s, s->result);
    else if (kind < STEP_TASK_TTY)
        put_task_step(s, kind, mask);
    else
        put_exec_step(s, kind, a);
    return 0;
}

__noinline int put_birth_event_step(struct scratch *s, __u32 recipe, __u32 number)
{
    if (!s || recipe >= MAX_RECIPES || number >= MAX_STEPS)
        return 0;
    const struct step *step = &recipes[recipe].steps[number];
    __u32 kind = step->kind, mask = step->mask;

    if (kind == STEP_RETURN)
        put_64(s, s->result);
    else
        put_task_step(s, kind, mask);
    return 0;
}

__noinline int put_exit_event_step(struct scratch *s, __u32 recipe, __u32 number)
{
    if (!s || recipe >= MAX_RECIPES || number >= MAX_STEPS)
        return 0;
    put_exit_step(s, recipes[recipe].steps[number].kind);
    return 0;
}

/* What an operation of a ring does. */
__noinline int put_ring_step(struct scratch *s, __u32 recipe, __u32 number)
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
    else if (kind < STEP_ADDRESS)
        put_file_step(s, kind, a);
    else
        put_socket_step(s, kind, a, b);
    return 0;
}

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
    else if (kind < STEP_ARGV_EXE)
        put_task_step(s, kind, mask);
    else if (kind < STEP_TASK_TID)
        put_argv_step(s, kind, a);
    else if (kind < STEP_TASK_TTY)
        put_task_step(s, kind, mask);
    else if (kind < STEP_EXIT_STATUS)
        put_exec_step(s, kind, a);
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
