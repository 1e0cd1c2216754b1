/* File descriptors that are sockets. See socket.h. */
#include "socket.h"

#include "tuple.h"

const struct rt_param *rt_event_param(const struct rt_event *event, uint32_t index)
{
    static const struct rt_param missing;
    return index < event->nparams ? &event->params[index] : &missing;
}

bool rt_socket_is_inet(const struct fd *fd)
{
    return fd->f.type == RT_FD_IPV4_SOCK || fd->f.type == RT_FD_IPV6_SOCK;
}

bool rt_socket_is_tcp4(const struct fd *fd)
{
    return fd->f.type == RT_FD_IPV4_SOCK && rt_sock_l4(fd, RT_FD_IPV4_SOCK) == RT_L4_TCP;
}

bool rt_socket_is_udp4(const struct fd *fd)
{
    return fd->f.type == RT_FD_IPV4_SOCK && rt_sock_l4(fd, RT_FD_IPV4_SOCK) == RT_L4_UDP;
}

bool rt_socket_has_no_role(const struct fd *fd)
{
    return !(fd->f.flags & (RT_FD_ROLE_CLIENT | RT_FD_ROLE_SERVER));
}

bool rt_socket_is_connected(const struct fd *fd)
{
    const uint32_t all = RT_FD_CONNECTED | RT_FD_CONNECTION_PENDING | RT_FD_CONNECTION_FAILED;
    return (fd->f.flags & all) == RT_FD_CONNECTED;
}

void rt_socket_set_connected(struct fd *fd)
{
    fd->f.flags &= ~(uint32_t)(RT_FD_CONNECTION_PENDING | RT_FD_CONNECTION_FAILED);
    fd->f.flags |= RT_FD_CONNECTED;
}

void rt_socket_name_by_tuple(struct rt_state *state, struct fd *fd)
{
    uint32_t len = rt_sock_name(fd, state->name_buffer, sizeof(state->name_buffer));
    rt_fd_set_name(state, fd, state->name_buffer, len);
}

void rt_socket_name_by_param(struct rt_state *state, struct fd *fd, const struct rt_param *tuple)
{
    uint32_t len = rt_tuple_print(tuple, state->name_buffer, sizeof(state->name_buffer));
    rt_fd_set_name(state, fd, state->name_buffer, len);
}

static enum rt_l4 layer4(uint32_t type, uint32_t protocol)
{
    enum rt_l4 raw = type == SOCK_RAW_TYPE ? RT_L4_RAW : RT_L4_UNKNOWN;
    switch (protocol) {
    case PROTO_TCP:
        return raw ? raw : RT_L4_TCP;
    case PROTO_UDP:
        return raw ? raw : RT_L4_UDP;
    case PROTO_ICMP:
        return raw ? raw : RT_L4_ICMP;
    case PROTO_RAW:
        return RT_L4_RAW;
    case PROTO_IP: /* whatever goes with the type, beside which flags may stand */
        if ((type & 0xff) == SOCK_STREAM_TYPE)
            return RT_L4_TCP;
        return (type & 0xff) == SOCK_DGRAM_TYPE ? RT_L4_UDP : RT_L4_UNKNOWN;
    default:
        return RT_L4_UNKNOWN;
    }
}

void rt_socket_add(struct turn *turn, int64_t number, uint32_t domain, uint32_t type,
                   uint32_t protocol, uint32_t flags)
{
    struct fd *fd = rt_thread_add_fd(turn->state, turn->thread, number);
    turn->fd = fd;
    if (!fd)
        return;
    fd->f.type = RT_FD_UNKNOWN;
    fd->f.open_flags = flags;
    switch (domain) {
    case PPM_UNIX:
        fd->f.type = RT_FD_UNIX_SOCK;
        break;
    case PPM_INET:
        fd->f.type = RT_FD_IPV4_SOCK;
        break;
    case PPM_INET6:
        fd->f.type = RT_FD_IPV6_SOCK;
        break;
    case PPM_NETLINK:
        fd->f.type = RT_FD_NETLINK;
        break;
    default:
        break;
    }
    rt_sock_set_l4(fd, fd->f.type, layer4(type, protocol));
    rt_sock_publish(fd);
}
