/* Sockets: where they are bound, whom they talk to, and who of the two is the server.
 *
 * An fd's tuple has the client first and the server second, whoever of them this machine is. What
 * is learnt late (the tuple of a datagram, who bound the port) may turn it round.
 */
#include "internal.h"

#include "../bytes.h"
#include "enter.h"
#include "socket.h"
#include "tuple.h"

#include <stdio.h>

enum { EINPROGRESS_RESULT = -115 };

/* --- socket, socketpair --- */

void rt_on_socket(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    int64_t number = rt_param_i64(event, 0);
    if (!turn->thread || number < 0)
        return;
    rt_socket_add(turn, number, (uint32_t)rt_param_u64(event, 1), (uint32_t)rt_param_u64(event, 2),
                  (uint32_t)rt_param_u64(event, 3), (uint32_t)rt_param_u64(event, 4));
}

void rt_on_socketpair(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    if (!turn->thread || rt_param_i64(event, 0) < 0)
        return;
    int64_t numbers[2] = {rt_param_i64(event, 1), rt_param_i64(event, 2)};
    turn->fd = NULL;
    if (numbers[0] == numbers[1])
        return;
    for (int i = 0; i < 2; i++) {
        struct fd *fd = rt_thread_add_fd(turn->state, turn->thread, numbers[i]);
        if (!fd)
            continue;
        fd->f.type = RT_FD_UNIX_SOCK;
        rt_sock_set_unix(fd, rt_param_u64(event, 3), rt_param_u64(event, 4));
        rt_sock_publish(fd);
        if (i == 0)
            turn->fd = fd;
    }
}

/* --- bind, connect, accept --- */

void rt_on_bind(struct turn *turn)
{
    struct fd *fd = turn->fd;
    const struct rt_param *addr = rt_event_param(turn->event, 1);
    if (!fd || rt_param_i64(turn->event, 0) < 0 || !rt_sockaddr_valid(addr))
        return;
    rt_fd_changed(turn->state, fd);
    const uint8_t *data = addr->data;
    if (data[0] == PPM_INET && rt_load16(data + ADDR4_PORT) > 0) {
        rt_sock_set_server4(fd, data + ADDR4_IP, rt_load16(data + ADDR4_PORT),
                            rt_sock_l4(fd, RT_FD_IPV4_SOCK));
        fd->f.type = RT_FD_IPV4_SERVSOCK;
        fd->f.flags |= RT_FD_ROLE_SERVER;
    } else if (data[0] == PPM_INET6 && rt_load16(data + ADDR6_PORT) > 0) {
        enum rt_l4 l4 = rt_sock_l4(fd, RT_FD_IPV6_SOCK);
        uint16_t port = rt_load16(data + ADDR6_PORT);
        if (rt_ip_mapped(data + ADDR6_IP)) {
            fd->f.type = RT_FD_IPV4_SERVSOCK;
            rt_sock_set_server4(fd, data + ADDR6_IP + 12, port, l4);
        } else {
            fd->f.type = RT_FD_IPV6_SERVSOCK;
            rt_sock_set_server6(fd, data + ADDR6_IP, port, l4);
        }
        fd->f.flags |= RT_FD_ROLE_SERVER;
    }
    rt_sock_publish(fd);
    uint32_t len =
        rt_sockaddr_print(addr, turn->state->name_buffer, sizeof(turn->state->name_buffer));
    rt_fd_set_name(turn->state, fd, turn->state->name_buffer, len);
}

/* The address that the enter event has, if it is one of that family. */
static const uint8_t *enter_address(struct turn *turn, struct rt_param *kept, int family)
{
    if (rt_enter_type(turn) != EV_CONNECT_E)
        return NULL;
    *kept = rt_enter_param(turn, 1);
    if (!rt_sockaddr_valid(kept) || (family >= 0 && kept->data[0] != family))
        return NULL;
    return kept->data;
}

/* A connect without a tuple (TCP fast open): what the enter event says must do. */
static void connect_by_address(struct turn *turn)
{
    struct fd *fd = turn->fd;
    struct rt_param kept;
    const uint8_t *addr = enter_address(turn, &kept, -1);
    if (!addr)
        return;
    if (addr[0] == PPM_INET) {
        fd->f.type = RT_FD_IPV4_SOCK;
        rt_sock_set_dest4(fd, addr + ADDR4_IP, rt_load16(addr + ADDR4_PORT));
    } else if (addr[0] == PPM_INET6) {
        uint16_t port = rt_load16(addr + ADDR6_PORT);
        if (rt_ip_mapped(addr + ADDR6_IP)) {
            fd->f.type = RT_FD_IPV4_SOCK;
            rt_sock_set_dest4(fd, addr + ADDR6_IP + 12, port);
        } else {
            fd->f.type = RT_FD_IPV6_SOCK;
            rt_sock_set_dest6(fd, addr + ADDR6_IP, port);
        }
    } else {
        rt_fd_set_name(turn->state, fd, "NULL", 4);
    }
    rt_sock_publish(fd);
}

/* Whose word on the destination counts. Where the exit event's address is the tuple's, the tuple
 * was filled from it, and the enter event's address, which nobody could change any more, is better;
 * else the kernel gave the tuple itself. */
struct dest {
    const uint8_t *ip;
    uint16_t port;
};

static struct dest destination(struct turn *turn, const uint8_t *tuple, int family,
                               struct rt_param *kept)
{
    bool six = family == PPM_INET6;
    uint32_t len = six ? 16 : 4;
    struct dest dest = {tuple + (six ? TUPLE6_DIP : TUPLE4_DIP),
                        rt_load16(tuple + (six ? TUPLE6_DPORT : TUPLE4_DPORT))};
    const struct rt_param *exit = rt_event_param(turn->event, 3);
    const uint8_t *enter = enter_address(turn, kept, family);
    if (!enter || !rt_sockaddr_valid(exit) || exit->data[0] != family)
        return dest;
    uint32_t port_at = six ? ADDR6_PORT : ADDR4_PORT;
    if (rt_load16(exit->data + port_at) != dest.port ||
        memcmp(exit->data + ADDR4_IP, dest.ip, len) != 0)
        return dest;
    return (struct dest){enter + ADDR4_IP, rt_load16(enter + port_at)};
}

static void connect_inet(struct turn *turn, const uint8_t *tuple)
{
    struct fd *fd = turn->fd;
    struct rt_param kept;
    struct dest dest = destination(turn, tuple, tuple[0], &kept);
    bool changed;
    if (tuple[0] == PPM_INET) {
        fd->f.type = RT_FD_IPV4_SOCK;
        changed = rt_sock_set4(fd, tuple + TUPLE4_SIP, rt_load16(tuple + TUPLE4_SPORT), dest.ip,
                               dest.port);
    } else {
        const uint8_t *sip = tuple + TUPLE6_SIP;
        uint16_t sport = rt_load16(tuple + TUPLE6_SPORT);
        if (rt_ip_mapped(sip) && rt_ip_mapped(dest.ip)) {
            fd->f.type = RT_FD_IPV4_SOCK;
            changed = rt_sock_set4(fd, sip + 12, sport, dest.ip + 12, dest.port);
        } else {
            fd->f.type = RT_FD_IPV6_SOCK;
            changed = rt_sock_set6(fd, sip, sport, dest.ip, dest.port);
        }
    }
    if (changed && fd->f.flags & RT_FD_ROLE_SERVER && rt_socket_is_udp4(fd))
        rt_sock_swap(fd);
    rt_socket_name_by_tuple(turn->state, fd);
}

static void connect_unix(struct turn *turn, const struct rt_param *tuple)
{
    struct fd *fd = turn->fd;
    struct rt_state *state = turn->state;
    const char *path = (const char *)tuple->data + TUPLE_UNIX_PATH;
    const struct rt_param *exit = rt_event_param(turn->event, 3);
    struct rt_param kept;
    const uint8_t *enter = enter_address(turn, &kept, PPM_UNIX);
    if (enter && rt_sockaddr_valid(exit) && exit->data[0] == PPM_UNIX &&
        strncmp(path, (const char *)exit->data + ADDR_UNIX_PATH, 108) == 0)
        path = (const char *)enter + ADDR_UNIX_PATH;
    uint64_t source = rt_load64(tuple->data + TUPLE_UNIX_SOURCE);
    uint64_t dest = rt_load64(tuple->data + TUPLE_UNIX_DEST);
    rt_sock_set_unix(fd, source, dest);
    int len = snprintf(state->name_buffer, sizeof(state->name_buffer), "%llx->%llx %s",
                       (unsigned long long)source, (unsigned long long)dest, path);
    if (len >= (int)sizeof(state->name_buffer))
        len = sizeof(state->name_buffer) - 1;
    rt_fd_set_name(state, fd, state->name_buffer, (uint32_t)len);
}

void rt_on_connect(struct turn *turn)
{
    struct fd *fd = turn->fd;
    if (!turn->thread || !fd)
        return;
    int64_t result = rt_param_i64(turn->event, 0);
    if (result < 0 && result != EINPROGRESS_RESULT)
        return;
    rt_fd_changed(turn->state, fd);
    rt_socket_set_connected(fd);
    const struct rt_param *tuple = rt_event_param(turn->event, 1);
    if (tuple->len == 0) {
        connect_by_address(turn);
        return;
    }
    if (!rt_tuple_valid(tuple))
        return;
    if (tuple->data[0] == PPM_INET || tuple->data[0] == PPM_INET6)
        connect_inet(turn, tuple->data);
    else if (fd->f.type == RT_FD_UNIX_SOCK && tuple->data[0] == PPM_UNIX)
        connect_unix(turn, tuple);
    else
        return;
    if (rt_socket_has_no_role(fd))
        fd->f.flags |= RT_FD_ROLE_CLIENT;
    rt_sock_publish(fd);
}

void rt_on_accept(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    int64_t number = rt_param_i64(event, 0);
    if (!turn->thread || number < 0)
        return;
    turn->thread->last_fd = number;
    const struct rt_param *tuple = rt_event_param(event, 1);
    if (!rt_tuple_valid(tuple))
        return;
    const uint8_t *data = tuple->data;
    int family = data[0];
    if (family != PPM_INET && family != PPM_INET6 && family != PPM_UNIX)
        return;
    struct fd *fd = rt_thread_add_fd(turn->state, turn->thread, number);
    turn->fd = fd;
    if (!fd)
        return;
    if (family == PPM_INET) {
        rt_sock_set4(fd, data + TUPLE4_SIP, rt_load16(data + TUPLE4_SPORT), data + TUPLE4_DIP,
                     rt_load16(data + TUPLE4_DPORT));
        fd->f.type = RT_FD_IPV4_SOCK;
    } else if (family == PPM_INET6) {
        const uint8_t *sip = data + TUPLE6_SIP, *dip = data + TUPLE6_DIP;
        uint16_t sport = rt_load16(data + TUPLE6_SPORT), dport = rt_load16(data + TUPLE6_DPORT);
        bool mapped = rt_ip_mapped(sip) && rt_ip_mapped(dip);
        if (mapped)
            rt_sock_set4(fd, sip + 12, sport, dip + 12, dport);
        else
            rt_sock_set6(fd, sip, sport, dip, dport);
        fd->f.type = mapped ? RT_FD_IPV4_SOCK : RT_FD_IPV6_SOCK;
    } else {
        fd->f.type = RT_FD_UNIX_SOCK;
        rt_sock_set_unix(fd, rt_load64(data + TUPLE_UNIX_SOURCE),
                         rt_load64(data + TUPLE_UNIX_DEST));
    }
    rt_sock_set_l4(fd, fd->f.type, RT_L4_TCP);
    if (event->type == EV_ACCEPT4_6_X)
        fd->f.open_flags = (uint32_t)rt_param_u64(event, 5) & O_PPM_CLOEXEC;
    fd->f.flags = RT_FD_ROLE_SERVER | RT_FD_CONNECTED;
    rt_socket_name_by_param(turn->state, fd, tuple);
    rt_sock_publish(fd);
}
