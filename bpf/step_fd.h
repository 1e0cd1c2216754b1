/* Steps about files, sockets and messages. The kinds are described in recipe.h. */
#ifndef RULEC_BPF_STEP_FD_H
#define RULEC_BPF_STEP_FD_H

#include "known.h"
#include "value.h"

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
    case STEP_FILE_RESOLVED:
        if (file && has_place(file))
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
        put_address(s, argument(s, a), second, is_kernel_argument(s, a));
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

#endif
