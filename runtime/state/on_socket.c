/* Sockets: where they are bound, whom they talk to, and who of the two is the server.
 *
 * An fd's tuple has the client first and the server second, whoever of them this machine is. What
 * is learnt late (the tuple of a datagram, who bound the port) may turn it round.
 */
#include "internal.h"

#include "../bytes.h"
#include "enter.h"
#include "tuple.h"

#include <stdio.h>

enum { SOCK_STREAM_TYPE = 1, SOCK_DGRAM_TYPE = 2, SOCK_RAW_TYPE = 3 };
enum { PROTO_IP = 0, PROTO_ICMP = 1, PROTO_TCP = 6, PROTO_UDP = 17, PROTO_RAW = 255 };
enum { EINPROGRESS_RESULT = -115 };

static const struct rt_param *param_at(const struct rt_event *event, uint32_t index)
{
    static const struct rt_param missing;
    return index < event->nparams ? &event->params[index] : &missing;
}

static bool is_inet(const struct fd *fd)
{
    return fd->f.type == RT_FD_IPV4_SOCK || fd->f.type == RT_FD_IPV6_SOCK;
}

static bool is_tcp4(const struct fd *fd)
{
    return fd->f.type == RT_FD_IPV4_SOCK && rt_sock_l4(fd, RT_FD_IPV4_SOCK) == RT_L4_TCP;
}

static bool is_udp4(const struct fd *fd)
{
    return fd->f.type == RT_FD_IPV4_SOCK && rt_sock_l4(fd, RT_FD_IPV4_SOCK) == RT_L4_UDP;
}

static bool has_no_role(const struct fd *fd)
{
    return !(fd->f.flags & (RT_FD_ROLE_CLIENT | RT_FD_ROLE_SERVER));
}

static bool is_connected(const struct fd *fd)
{
    const uint32_t all = RT_FD_CONNECTED | RT_FD_CONNECTION_PENDING | RT_FD_CONNECTION_FAILED;
    return (fd->f.flags & all) == RT_FD_CONNECTED;
}

static void set_connected(struct fd *fd)
{
    fd->f.flags &= ~(uint32_t)(RT_FD_CONNECTION_PENDING | RT_FD_CONNECTION_FAILED);
    fd->f.flags |= RT_FD_CONNECTED;
}

static void name_by_tuple(struct rt_state *state, struct fd *fd)
{
    uint32_t len = rt_sock_name(fd, state->name_buffer, sizeof(state->name_buffer));
    rt_fd_set_name(state, fd, state->name_buffer, len);
}

static void name_by_param(struct rt_state *state, struct fd *fd, const struct rt_param *tuple)
{
    uint32_t len = rt_tuple_print(tuple, state->name_buffer, sizeof(state->name_buffer));
    rt_fd_set_name(state, fd, state->name_buffer, len);
}

/* --- socket, socketpair --- */

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

static void add_socket(struct turn *turn, int64_t number, uint32_t domain, uint32_t type,
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

void rt_on_socket(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    int64_t number = rt_param_i64(event, 0);
    if (!turn->thread || number < 0)
        return;
    add_socket(turn, number, (uint32_t)rt_param_u64(event, 1), (uint32_t)rt_param_u64(event, 2),
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
    const struct rt_param *addr = param_at(turn->event, 1);
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
    const struct rt_param *exit = param_at(turn->event, 3);
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
    if (changed && fd->f.flags & RT_FD_ROLE_SERVER && is_udp4(fd))
        rt_sock_swap(fd);
    name_by_tuple(turn->state, fd);
}

static void connect_unix(struct turn *turn, const struct rt_param *tuple)
{
    struct fd *fd = turn->fd;
    struct rt_state *state = turn->state;
    const char *path = (const char *)tuple->data + TUPLE_UNIX_PATH;
    const struct rt_param *exit = param_at(turn->event, 3);
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
    set_connected(fd);
    const struct rt_param *tuple = param_at(turn->event, 1);
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
    if (has_no_role(fd))
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
    const struct rt_param *tuple = param_at(event, 1);
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
    name_by_param(turn->state, fd, tuple);
    rt_sock_publish(fd);
}

/* --- reading and writing --- */

/* Takes a tuple over into the fd; false if there is nothing new in it. */
static bool update_by_tuple(struct turn *turn, const struct rt_param *tuple)
{
    struct fd *fd = turn->fd;
    if (!rt_tuple_valid(tuple))
        return false;
    const uint8_t *data = tuple->data;
    if (data[0] == PPM_INET) {
        if (fd->f.type == RT_FD_IPV4_SERVSOCK)
            rt_sock_set_l4(fd, RT_FD_IPV4_SOCK, rt_sock_l4(fd, RT_FD_IPV4_SERVSOCK));
        fd->f.type = RT_FD_IPV4_SOCK;
        if (!rt_sock_set4(fd, data + TUPLE4_SIP, rt_load16(data + TUPLE4_SPORT), data + TUPLE4_DIP,
                          rt_load16(data + TUPLE4_DPORT)))
            return false;
    } else if (data[0] == PPM_INET6) {
        const uint8_t *sip = data + TUPLE6_SIP, *dip = data + TUPLE6_DIP;
        uint16_t sport = rt_load16(data + TUPLE6_SPORT), dport = rt_load16(data + TUPLE6_DPORT);
        if (rt_ip_mapped(sip) && rt_ip_mapped(dip)) {
            fd->f.type = RT_FD_IPV4_SOCK;
            if (!rt_sock_set4(fd, sip + 12, sport, dip + 12, dport))
                return false;
        } else if (!rt_sock_set6(fd, sip, sport, dip, dport)) {
            return false;
        }
    } else if (data[0] == PPM_UNIX) {
        fd->f.type = RT_FD_UNIX_SOCK;
        rt_sock_set_unix(fd, rt_load64(data + TUPLE_UNIX_SOURCE),
                         rt_load64(data + TUPLE_UNIX_DEST));
        return true;
    }
    /* A socket whose protocol is not known and whose peer changes is no TCP. */
    if (is_inet(fd) && rt_sock_l4(fd, fd->f.type) == RT_L4_UNKNOWN)
        rt_sock_set_l4(fd, fd->f.type, RT_L4_UDP);
    rt_interface_patch(turn->state, fd);
    return true;
}

/* A port in either place where an IPv4 socket of the process may have it. */
static bool has_port(const struct turn *turn, uint16_t port, bool bound)
{
    const struct rt_fd_table *table = rt_thread_fds(turn->thread);
    for (uint32_t i = 0; table && i < table->size; i++) {
        if (!table->slots[i])
            continue;
        const struct fd *fd = rt_slab_at(&turn->state->fds, table->slots[i] - 1);
        if (fd->f.type == RT_FD_IPV4_SOCK && rt_sock_port4(fd, bound) == port)
            return true;
        if (bound && fd->f.type == RT_FD_IPV4_SERVSOCK && fd->f.local_port == port)
            return true;
    }
    return false;
}

/* Who has bound the destination's port is the server; if that is not clear, who reads first. */
static void guess_role(struct turn *turn, bool reads)
{
    struct fd *fd = turn->fd;
    bool server;
    if (!has_port(turn, rt_sock_port4(fd, true), true))
        server = false;
    else if (!has_port(turn, rt_sock_port4(fd, false), false))
        server = true;
    else
        server = reads;
    fd->f.flags |= server ? RT_FD_ROLE_SERVER : RT_FD_ROLE_CLIENT;
}

static void on_data(struct turn *turn, int tuple_index, bool reads)
{
    struct fd *fd = turn->fd;
    if (rt_param_i64(turn->event, 0) < 0)
        return;
    if (is_inet(fd) && !is_connected(fd)) {
        set_connected(fd);
        rt_fd_changed(turn->state, fd);
    }
    if (tuple_index < 0 || (fd->f.name.len > 0 && is_tcp4(fd)))
        return;
    rt_fd_changed(turn->state, fd);
    const struct rt_param *tuple = param_at(turn->event, (uint32_t)tuple_index);
    bool changed = update_by_tuple(turn, tuple);
    if (changed && is_inet(fd)) {
        if (has_no_role(fd))
            guess_role(turn, reads);
        if (fd->f.flags & (reads ? RT_FD_ROLE_CLIENT : RT_FD_ROLE_SERVER))
            rt_sock_swap(fd);
        name_by_tuple(turn->state, fd);
    } else if (changed) {
        name_by_param(turn->state, fd, tuple);
    }
    if (tuple->len > 0)
        rt_sock_publish(fd);
}

void rt_on_read(struct turn *turn)
{
    uint16_t type = turn->event->type;
    if (!turn->fd || (type == EV_RECVMMSG_X && !rt_param_given(turn->event, 0)))
        return;
    int tuple = -1;
    if (type == EV_RECVFROM_X)
        tuple = 2;
    else if (type == EV_RECVMSG_X)
        tuple = 3;
    else if (type == EV_RECVMMSG_X || type == EV_RECV_X)
        tuple = 4;
    on_data(turn, tuple, true);
}

/* A socket that nobody saw being made: as it sends to an address, probably UDP. */
static void infer_socket(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    const struct rt_param *tuple = param_at(event, 4);
    if (rt_param_i64(event, 0) < 0 || tuple->len == 0)
        return;
    if (tuple->data[0] == PPM_INET || tuple->data[0] == PPM_INET6)
        add_socket(turn, rt_param_i64(event, 2), tuple->data[0], SOCK_DGRAM_TYPE, PROTO_UDP, 0);
}

void rt_on_write(struct turn *turn)
{
    uint16_t type = turn->event->type;
    if (type == EV_SENDMMSG_X && !rt_param_given(turn->event, 0))
        return;
    bool sends = type == EV_SEND_X || type == EV_SENDTO_X || type == EV_SENDMSG_X;
    if (sends && !turn->fd && turn->thread)
        infer_socket(turn);
    if (!turn->fd)
        return;
    on_data(turn, sends || type == EV_SENDMMSG_X ? 4 : -1, false);
}
