/* Addresses and ports of sockets.
 *
 * A connection has a client and a server end (fd.cip, fd.sip): its tuple runs from client to
 * server. It has a local and a remote end (fd.lip, fd.rip) too: the client's end is the local one
 * if its address is one of the machine's. As long as nobody knows who is the server, a connection
 * has no ends to tell. A listening socket has the server end only.
 */
#include "build.h"
#include "fd.h"
#include "fd_facts.h"

enum end { CLIENT, SERVER };

/* What a connection whose end has no name stands for in a condition: no literal holds such a byte,
 * so that it differs from all. */
#define NAMELESS "", 1

static const uint8_t *address_at(const struct rt_fd *fd, enum end end)
{
    return end == CLIENT || rt_fd_is_server(fd) ? fd->local_ip : fd->remote_ip;
}

static uint16_t port_at(const struct rt_fd *fd, enum end end)
{
    return end == CLIENT || rt_fd_is_server(fd) ? fd->local_port : fd->remote_port;
}

struct search {
    const uint8_t *address;
    uint32_t len;
    bool found;
};

/* IPv4 addresses are equal; of IPv6 ones the first 64 bits are, the subnet. */
static void compare_interface(void *context, const struct rt_interface *interface)
{
    struct search *search = context;

    if (interface->address_len == search->len &&
        memcmp(interface->address, search->address, search->len == 4 ? 4 : 8) == 0)
        search->found = true;
}

static bool is_local(const struct rt_eval *eval, const struct rt_fd *fd, enum end end)
{
    struct search search = {address_at(fd, end), rt_fd_address_len(fd), false};

    /* A container's addresses are not known, and the machine's are not its own. */
    if (eval->containers && eval->thread->container_id[0])
        return false;
    rt_state_each_interface(eval->engine->state, compare_interface, &search);
    return search.found;
}

/* Which end a field is about. False: this socket does not have it. */
static bool find_end(const struct rt_eval *eval, const struct rt_fd *fd, enum cat_field_id field,
                     enum end *end)
{
    switch ((int)field) {
    case FIELD_FD_CIP:
    case FIELD_FD_CIP_NAME:
    case FIELD_FD_CNET:
    case FIELD_FD_CPORT:
    case FIELD_FD_CPROTO:
        *end = CLIENT;
        return rt_fd_is_connection(fd) && rt_fd_has_role(fd);
    case FIELD_FD_SIP:
    case FIELD_FD_SIP_NAME:
    case FIELD_FD_SNET:
        *end = SERVER;
        return rt_fd_is_inet(fd) && rt_fd_has_role(fd);
    case FIELD_FD_SPORT:
    case FIELD_FD_SPROTO:
        *end = SERVER;
        return rt_fd_is_server(fd) || (rt_fd_is_connection(fd) && rt_fd_has_role(fd));
    case FIELD_FD_LIP:
    case FIELD_FD_LIP_NAME:
    case FIELD_FD_LNET:
    case FIELD_FD_LPORT:
    case FIELD_FD_LPROTO:
        if (!rt_fd_is_connection(fd) || !rt_fd_has_role(fd))
            return false;
        *end = is_local(eval, fd, CLIENT) ? CLIENT : SERVER;
        return true;
    case FIELD_FD_RIP:
    case FIELD_FD_RIP_NAME:
    case FIELD_FD_RNET:
    case FIELD_FD_RPORT:
    case FIELD_FD_RPROTO:
        if (!rt_fd_is_connection(fd) || !rt_fd_has_role(fd))
            return false;
        *end = is_local(eval, fd, CLIENT) ? SERVER : CLIENT;
        return true;
    default:
        return false;
    }
}

static void give_address(const struct rt_fd *fd, enum end end, struct rt_values *out)
{
    rt_give_text(out, (const char *)address_at(fd, end), rt_fd_address_len(fd));
}

/* fd.sip.name and its like: among the names that rules ask for those with the end's address. An
 * output shows the first. Falco asks the other way round, whether the address is the literal's, so
 * that `!=` holds on every connection without a name; on a listening socket only on one with a
 * name. */
static void give_host(struct rt_eval *eval, const struct rt_fd *fd, enum end end, bool candidates,
                      struct rt_values *out)
{
    const struct rt_hosts *hosts = eval->engine->options.hosts;
    const struct rt_host_address *first = NULL;
    const uint32_t n =
        hosts ? rt_hosts_find(hosts, address_at(fd, end), rt_fd_address_len(fd), &first) : 0;
    struct rt_value *list;

    if (n == 0 && candidates && rt_fd_is_connection(fd))
        rt_give_text(out, NAMELESS);
    if (n == 0)
        return;
    if (!candidates) {
        rt_give_cstr(out, hosts->names[first->name]);
        return;
    }
    list = rt_give_list(eval, out, n);
    if (!list)
        return;
    for (uint32_t i = 0; i < n; i++) {
        const char *name = hosts->names[first[i].name];

        list[i] = (struct rt_value){.str = name, .len = (uint32_t)strlen(name)};
    }
    out->n = n;
}

/* Ports by name would need a database; Falco prints numbers unless told otherwise. */
static void give_port_text(struct rt_eval *eval, uint16_t port, struct rt_values *out)
{
    struct rt_builder builder;

    rt_build_begin(&builder, eval);
    rt_build_u64(&builder, port);
    rt_build_give(&builder, out);
}

/* fd.ip, fd.net, fd.port, fd.proto: both ends. */
static void give_candidates(struct rt_eval *eval, const struct rt_fd *fd, bool address,
                            struct rt_values *out)
{
    uint32_t n = rt_fd_is_connection(fd) ? 2 : 1;
    struct rt_value *list;

    if (!rt_fd_is_inet(fd) || !(list = rt_give_list(eval, out, n)))
        return;
    for (uint32_t i = 0; i < n; i++) {
        enum end end = i == 0 ? CLIENT : SERVER;

        if (address)
            list[i] = (struct rt_value){.str = (const char *)address_at(fd, end),
                                        .len = rt_fd_address_len(fd)};
        else
            list[i] = (struct rt_value){.u64 = port_at(fd, end)};
    }
    out->n = n;
}

void rt_extract_fd_address(struct rt_eval *eval, const struct rt_fd *fd,
                           const struct rt_field_ref *ref, struct rt_values *out)
{
    const enum cat_field_id field = ref->field;
    enum end end;

    switch ((int)field) {
    case FIELD_FD_IP:
    case FIELD_FD_NET:
        give_candidates(eval, fd, true, out);
        return;
    case FIELD_FD_PORT:
    case FIELD_FD_PROTO:
        give_candidates(eval, fd, false, out);
        return;
    case FIELD_FD_IS_SERVER:
        rt_give_bool(out, rt_fd_is_server(fd) ||
                              (rt_fd_is_connection(fd) && is_local(eval, fd, SERVER)));
        return;
    default:
        break;
    }
    if (field == FIELD_FD_CPROTO && rt_fd_has_role(fd) && !rt_fd_is_connection(fd)) {
        rt_give_text(out, "", 0); /* a socket of another kind that has a role */
        return;
    }
    if (!find_end(eval, fd, field, &end))
        return;
    switch ((int)field) {
    case FIELD_FD_CPORT:
    case FIELD_FD_SPORT:
    case FIELD_FD_LPORT:
    case FIELD_FD_RPORT:
        rt_give_u64(out, port_at(fd, end));
        break;
    case FIELD_FD_CPROTO:
    case FIELD_FD_LPROTO:
    case FIELD_FD_RPROTO:
        give_port_text(eval, port_at(fd, end), out);
        break;
    case FIELD_FD_SPROTO:
        if (rt_fd_is_server(fd))
            rt_give_text(out, "", 0);
        else
            give_port_text(eval, port_at(fd, end), out);
        break;
    case FIELD_FD_CIP_NAME:
    case FIELD_FD_SIP_NAME:
    case FIELD_FD_LIP_NAME:
    case FIELD_FD_RIP_NAME:
        give_host(eval, fd, end, ref->candidates, out);
        break;
    default:
        give_address(fd, end, out);
        break;
    }
}
