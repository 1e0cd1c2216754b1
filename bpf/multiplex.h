/* The two calls of 32-bit code that make others: socketcall, whose arguments are in the process'
 * memory, and ipc, which has them in another order. Each becomes the call that it makes. (The
 * numbers are those of linux/net.h and linux/ipc.h.)
 *
 * The arguments of a socketcall are read when it has returned, as all that is in the process'
 * memory.
 */
#ifndef RULEC_BPF_MULTIPLEX_H
#define RULEC_BPF_MULTIPLEX_H

#include "kernel.h"
#include "recipe.h"

#define COMPAT_SOCKETCALL 102
#define COMPAT_IPC        117
#define SOCKET_CALLS      32 /* more than there are */

enum ipc_call {
    IPC_SEMOP = 1,
    IPC_SEMGET,
    IPC_SEMCTL,
    IPC_SEMTIMEDOP,
    IPC_MSGSND = 11,
    IPC_MSGRCV,
    IPC_MSGGET,
    IPC_MSGCTL,
    IPC_SHMAT = 21,
    IPC_SHMDT,
    IPC_SHMGET,
    IPC_SHMCTL
};

/* The call that a socketcall makes; 0: there is none. And how many arguments it has. */
const __u16 socket_calls[SOCKET_CALLS] = {
    [1] = 41,         [2] = 49,        [3] = 42,  [4] = 50,   [5] = 43,   [6] = 51,  [7] = 52,
    [8] = 53,         [9] = CALL_SEND, [11] = 44, [12] = 45,  [13] = 48,  [14] = 54, [15] = 55,
    [10] = CALL_RECV, [16] = 46,       [17] = 47, [18] = 288, [19] = 299, [20] = 307};
const __u8 socket_arguments[SOCKET_CALLS] = {0, 3, 3, 3, 2, 3, 3, 3, 4, 4, 4,
                                             6, 6, 2, 5, 5, 3, 3, 4, 5, 4};

struct made_call {
    __u32 call;    /* MAX_CALLS: none */
    __u32 unread;  /* its arguments could not be read, and are zeros */
    __u32 args[6]; /* at first those of the multiplexer */
};

struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct made_call);
} made_calls SEC(".maps");

static __always_inline void set_call(struct made_call *made, __u32 call, __u32 first, __u32 second,
                                     __u32 third, __u32 fourth)
{
    made->call = call;
    made->args[0] = first;
    made->args[1] = second;
    made->args[2] = third;
    made->args[3] = fourth;
    made->args[4] = made->args[5] = 0;
}

__noinline int take_socketcall(struct made_call *made)
{
    if (!made)
        return 0;
    __u64 which = made->args[0], from = made->args[1], size = 0;

    set_call(made, MAX_CALLS, 0, 0, 0, 0);
    KEEP_IN_REGISTER(which);
    if (which >= SOCKET_CALLS || socket_calls[which] == 0)
        return 0;
    made->call = socket_calls[which];
    size = socket_arguments[which] * sizeof(made->args[0]);
    KEEP_IN_REGISTER(size);
    if (size == 0 || size > sizeof(made->args))
        return 0;
    made->unread = bpf_probe_read_user(made->args, size, (void *)from) != 0;
    return 0;
}

/* Of messages and shared memory the events have no arguments. */
__noinline int take_ipc(struct made_call *made)
{
    if (!made)
        return 0;
    __u32 first = made->args[1], second = made->args[2], third = made->args[3];
    __u32 pointer = made->args[4], fifth = made->args[5], value = 0;

    switch (made->args[0] & 0xffff) {
    case IPC_SEMOP:
        set_call(made, 65, first, pointer, second, 0);
        break;
    case IPC_SEMTIMEDOP:
        set_call(made, 220, first, pointer, second, fifth);
        break;
    case IPC_SEMGET:
        set_call(made, 64, first, second, third, 0);
        break;
    case IPC_SEMCTL:
        made->unread = bpf_probe_read_user(&value, sizeof(value), (void *)(__u64)pointer) != 0;
        set_call(made, 66, first, second, third, value);
        break;
    case IPC_MSGSND:
        set_call(made, 69, first, pointer, second, third);
        break;
    case IPC_MSGRCV:
        set_call(made, 70, first, pointer, second, fifth);
        break;
    case IPC_MSGGET:
        set_call(made, 68, first, second, 0, 0);
        break;
    case IPC_MSGCTL:
        set_call(made, 71, first, second, pointer, 0);
        break;
    case IPC_SHMAT:
        set_call(made, 30, first, pointer, second, 0);
        break;
    case IPC_SHMDT:
        set_call(made, 67, pointer, 0, 0, 0);
        break;
    case IPC_SHMGET:
        set_call(made, 29, first, second, third, 0);
        break;
    case IPC_SHMCTL:
        set_call(made, 31, first, second, pointer, 0);
        break;
    default:
        made->call = MAX_CALLS;
    }
    return 0;
}

static __always_inline bool is_multiplexer(__u32 compat_call)
{
    return compat_call == COMPAT_SOCKETCALL || compat_call == COMPAT_IPC;
}

/* The call that a multiplexer made. */
static __always_inline struct made_call *made_call(const struct pt_regs *regs, __u32 multiplexer)
{
    __u32 key = 0;
    struct made_call *made = bpf_map_lookup_elem(&made_calls, &key);

    if (!made)
        return 0;
    made->unread = 0;
    made->args[0] = regs->bx;
    made->args[1] = regs->cx;
    made->args[2] = regs->dx;
    made->args[3] = regs->si;
    made->args[4] = regs->di;
    made->args[5] = regs->bp;
    if (multiplexer == COMPAT_SOCKETCALL)
        take_socketcall(made);
    else
        take_ipc(made);
    return made;
}

#endif
