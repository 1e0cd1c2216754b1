/* Data that a call moved: the first bytes of it, from a buffer, an array of buffers or a message.
 * In a call from 32-bit code the structures have 32-bit members.
 */
#ifndef RULEC_BPF_DATA_H
#define RULEC_BPF_DATA_H

#include "socket.h"

#define SNAP        80 /* bytes of data that an event carries, Falco's default */
#define MAX_BUFFERS 32 /* of an array of buffers that are looked at */

/* Bytes of data to carry, of a call that sends (its result, or what it was asked to send). */
static __always_inline __u32 snap_sent(const struct scratch *s, __u64 size)
{
    __u64 sent = s->result > 0 ? (__u64)s->result : size;

    return sent < SNAP ? sent : SNAP;
}

static __always_inline __u32 snap_received(const struct scratch *s)
{
    if (s->result <= 0)
        return 0;
    return s->result < SNAP ? s->result : SNAP;
}

/* Member number `index` of a structure of pointer-sized members in user memory. */
static __always_inline __u64 user_word(const struct scratch *s, __u64 address, __u32 index)
{
    return user_pointer(s, address, index);
}

__noinline __u64 buffer_size(struct scratch *s, __u64 array, __u32 index)
{
    return s ? user_word(s, array, 2 * index + 1) : 0;
}

/* At most limit bytes of one of the buffers; how many these are. */
__noinline __u32 put_buffer(struct scratch *s, __u64 array, __u32 index, __u32 limit)
{
    if (!s)
        return 0;
    __u64 size = buffer_size(s, array, index);
    __u32 part = size < limit ? size : limit;
    put_user_bytes(s, user_word(s, array, 2 * index), part);
    return part;
}

/* The first `limit` bytes that an array of buffers holds. */
__noinline int put_buffers(struct scratch *s, __u64 array, __u64 count, __u32 limit)
{
    if (!s || !array)
        return 0;
    for (__u32 i = 0; i < MAX_BUFFERS; i++) {
        if (i >= count || limit == 0 || limit > SNAP)
            break;
        limit -= put_buffer(s, array, i, limit);
    }
    return 0;
}

__noinline __u32 buffers_size(struct scratch *s, __u64 array, __u64 count)
{
    __u32 size = 0;

    if (!s || !array)
        return 0;
    for (__u32 i = 0; i < MAX_BUFFERS; i++) {
        if (i >= count)
            break;
        size += buffer_size(s, array, i);
    }
    return size;
}

/* struct msghdr: pointer-sized words name, namelen, iov, iovlen, control, controllen, flags. */
enum {
    MSG_NAME,
    MSG_NAME_LENGTH,
    MSG_BUFFERS,
    MSG_BUFFER_COUNT,
    MSG_CONTROL,
    MSG_CONTROL_LENGTH,
    MSG_FLAGS,
    MSG_WORDS
};

/* struct mmsghdr is a msghdr and the number of bytes that were moved. */
static __always_inline __u32 first_message_size(const struct scratch *s, __u64 message)
{
    __u32 size = 0;
    __u64 at = message + MSG_WORDS * (s->compat ? sizeof(__u32) : sizeof(__u64));

    bpf_probe_read_user(&size, sizeof(size), (void *)at);
    return size;
}

#endif
