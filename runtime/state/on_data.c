/* Reading and writing: what a message tells about the two ends of its socket, and descriptors that
 * come with it. */
#include "internal.h"

#include "../bytes.h"
#include "socket.h"
#include "tuple.h"

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
    if (rt_socket_is_inet(fd) && rt_sock_l4(fd, fd->f.type) == RT_L4_UNKNOWN)
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
    if (rt_socket_is_inet(fd) && !rt_socket_is_connected(fd)) {
        rt_socket_set_connected(fd);
        rt_fd_changed(turn->state, fd);
    }
    if (tuple_index < 0 || (fd->f.name.len > 0 && rt_socket_is_tcp4(fd)))
        return;
    rt_fd_changed(turn->state, fd);
    const struct rt_param *tuple = rt_event_param(turn->event, (uint32_t)tuple_index);
    bool changed = update_by_tuple(turn, tuple);
    if (changed && rt_socket_is_inet(fd)) {
        if (rt_socket_has_no_role(fd))
            guess_role(turn, reads);
        if (fd->f.flags & (reads ? RT_FD_ROLE_CLIENT : RT_FD_ROLE_SERVER))
            rt_sock_swap(fd);
        rt_socket_name_by_tuple(turn->state, fd);
    } else if (changed) {
        rt_socket_name_by_param(turn->state, fd, tuple);
    }
    if (tuple->len > 0)
        rt_sock_publish(fd);
}

/* --- descriptors passed over unix sockets --- */

enum { HEADER = 16, LEVEL_AT = 8, TYPE_AT = 12 }; /* struct cmsghdr of 64-bit programs */
enum { LEVEL_SOCKET = 1, SCM_RIGHTS_TYPE = 1 };
enum { PASSED_MAX = 253 }; /* by the kernel, in one message */

/* Tells the watcher of each descriptor in the control part of a message. */
static void take_passed(struct turn *turn, const struct rt_param *control)
{
    struct rt_state *state = turn->state;
    const uint8_t *at = control->data;
    uint32_t left = control->len, passed = 0;

    while (left >= HEADER) {
        const uint64_t len = rt_load64(at);
        if (len < HEADER || len > left)
            return;
        if (rt_load32(at + LEVEL_AT) == LEVEL_SOCKET &&
            rt_load32(at + TYPE_AT) == SCM_RIGHTS_TYPE) {
            for (uint32_t i = HEADER; i + 4 <= len && passed < PASSED_MAX; i += 4, passed++)
                state->fd_passed(state->fd_passed_context, &turn->thread->t,
                                 (int32_t)rt_load32(at + i));
        }
        const uint64_t padded = (len + 7) & ~UINT64_C(7);
        if (padded >= left)
            return;
        at += padded;
        left -= (uint32_t)padded;
    }
}

/* Adding descriptors may move what turn->fd is in: it comes last. */
static void on_control(struct turn *turn)
{
    const uint16_t type = turn->event->type;
    const uint32_t index = type == EV_RECVMSG_X ? 4 : 5;

    if ((type != EV_RECVMSG_X && type != EV_RECVMMSG_X) || !turn->state->fd_passed ||
        turn->fd->f.type != RT_FD_UNIX_SOCK || rt_param_i64(turn->event, 0) < 0)
        return;
    take_passed(turn, rt_event_param(turn->event, index));
    turn->fd = rt_fds_find(turn->state, rt_thread_fds(turn->thread), turn->thread->last_fd);
}

void rt_state_watch_passed_fds(struct rt_state *state, rt_fd_passed_fn *passed, void *context)
{
    state->fd_passed = passed;
    state->fd_passed_context = context;
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
    on_control(turn);
}

/* A socket that nobody saw being made: as it sends to an address, probably UDP. */
static void infer_socket(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    const struct rt_param *tuple = rt_event_param(event, 4);
    if (rt_param_i64(event, 0) < 0 || tuple->len == 0)
        return;
    if (tuple->data[0] == PPM_INET || tuple->data[0] == PPM_INET6)
        rt_socket_add(turn, rt_param_i64(event, 2), tuple->data[0], SOCK_DGRAM_TYPE, PROTO_UDP, 0);
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
