/* Fd lists: the open fds of one thread when recording began. */
#include "capture_text.h"

#include <stdio.h>

/* A connection: both addresses, both ports, the protocol. */
static void read_connection(struct capture_cursor *entry, struct rt_fd *fd, uint32_t size)
{
    memcpy(fd->local_ip, cursor_take(entry, size), size);
    memcpy(fd->remote_ip, cursor_take(entry, size), size);
    fd->local_port = cursor_u16(entry);
    fd->remote_port = cursor_u16(entry);
    fd->l4 = cursor_u8(entry);
}

/* A listening socket: its own address, port and protocol. */
static void read_listener(struct capture_cursor *entry, struct rt_fd *fd, uint32_t size)
{
    memcpy(fd->local_ip, cursor_take(entry, size), size);
    fd->local_port = cursor_u16(entry);
    fd->l4 = cursor_u8(entry);
}

/* One fd; text has room for CAPTURE_MAX_PATH bytes and a NUL. */
static void read_entry(struct capture_cursor *entry, bool sized, struct rt_fd *fd, char *text)
{
    *fd = (struct rt_fd){.flags = RT_FD_FROM_PROC, .name = {"", 0}, .name_raw = {"", 0}};
    fd->number = (int64_t)cursor_u64(entry);
    fd->ino = cursor_u64(entry);
    uint8_t type = cursor_u8(entry);
    fd->type = type;
    switch (fd->type) {
    case RT_FD_IPV4_SOCK:
        read_connection(entry, fd, 4);
        break;
    case RT_FD_IPV6_SOCK:
        read_connection(entry, fd, 16);
        break;
    case RT_FD_IPV4_SERVSOCK:
        read_listener(entry, fd, 4);
        break;
    case RT_FD_IPV6_SERVSOCK:
        read_listener(entry, fd, 16);
        break;
    case RT_FD_UNIX_SOCK:
        fd->unix_source = cursor_u64(entry);
        fd->unix_dest = cursor_u64(entry);
        fd->name = cursor_text(entry, text, CAPTURE_MAX_PATH);
        break;
    case RT_FD_FILE_V2:
        fd->open_flags = cursor_u32(entry);
        fd->name = cursor_text(entry, text, CAPTURE_MAX_PATH);
        if (sized && entry->left >= 4)
            fd->dev = cursor_u32(entry);
        break;
    case RT_FD_FILE:
    case RT_FD_DIRECTORY:
    case RT_FD_FIFO:
    case RT_FD_EVENTFD:
    case RT_FD_UNSUPPORTED:
    case RT_FD_SIGNALFD:
    case RT_FD_EVENTPOLL:
    case RT_FD_INOTIFY:
    case RT_FD_TIMERFD:
    case RT_FD_NETLINK:
    case RT_FD_BPF:
    case RT_FD_USERFAULTFD:
    case RT_FD_IOURING:
    case RT_FD_MEMFD:
    case RT_FD_PIDFD:
        fd->name = cursor_text(entry, text, CAPTURE_MAX_PATH);
        break;
    case RT_FD_UNKNOWN:
        break;
    case RT_FD_UNINIT:
    default: /* of a newer version; its length tells where the next one begins */
        fd->type = RT_FD_UNSUPPORTED;
        fd->name.len = (uint32_t)snprintf(text, CAPTURE_MAX_PATH, "unknown-type:[%d]", type);
        fd->name.data = text;
        break;
    }
}

bool capture_read_fdlist(struct rt_state *state, uint32_t block_type, struct capture_cursor body)
{
    bool sized = block_type == CAPTURE_FDLIST_V2;
    struct rt_fd fd;
    char text[CAPTURE_MAX_PATH + 1];

    int64_t tid = (int64_t)cursor_u64(&body);
    while (body.left >= 4) { /* less is padding */
        if (!sized) {
            read_entry(&body, false, &fd, text);
            if (body.failed)
                return false;
        } else {
            uint32_t size = cursor_u32(&body);
            if (size < 4 || size - 4 > body.left)
                return false;
            struct capture_cursor entry = {cursor_take(&body, size - 4), size - 4, false};
            read_entry(&entry, true, &fd, text);
            if (entry.failed)
                return false;
        }
        if (fd.type != RT_FD_UNKNOWN)
            rt_state_add_fd(state, tid, &fd); /* a full state counts what it refuses */
    }
    return !body.failed;
}
