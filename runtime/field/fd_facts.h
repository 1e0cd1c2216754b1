/* Facts about an fd that several fields and the parameter texts share. */
#ifndef RULEC_FIELD_FD_FACTS_H
#define RULEC_FIELD_FD_FACTS_H

#include "../state/state.h"

static inline bool rt_fd_is_file(const struct rt_fd *fd)
{
    return fd->type == RT_FD_FILE || fd->type == RT_FD_FILE_V2;
}

static inline bool rt_fd_is_connection(const struct rt_fd *fd)
{
    return fd->type == RT_FD_IPV4_SOCK || fd->type == RT_FD_IPV6_SOCK;
}

static inline bool rt_fd_is_server(const struct rt_fd *fd)
{
    return fd->type == RT_FD_IPV4_SERVSOCK || fd->type == RT_FD_IPV6_SERVSOCK;
}

static inline bool rt_fd_is_inet(const struct rt_fd *fd)
{
    return rt_fd_is_connection(fd) || rt_fd_is_server(fd);
}

/* Bytes of its addresses; 0: it has none. */
static inline uint32_t rt_fd_address_len(const struct rt_fd *fd)
{
    switch ((int)fd->type) {
    case RT_FD_IPV4_SOCK:
    case RT_FD_IPV4_SERVSOCK:
        return 4;
    case RT_FD_IPV6_SOCK:
    case RT_FD_IPV6_SERVSOCK:
        return 16;
    default:
        return 0;
    }
}

/* Known to be client or server of its connection; before that it has no addresses to speak of. */
static inline bool rt_fd_has_role(const struct rt_fd *fd)
{
    return (fd->flags & (RT_FD_ROLE_CLIENT | RT_FD_ROLE_SERVER)) != 0;
}

/* The transport protocol, as Falco tells it: none for a connection without a role, but for raw
 * sockets. */
static inline enum rt_l4 rt_fd_l4(const struct rt_fd *fd)
{
    if (rt_fd_is_server(fd))
        return fd->l4;
    if (rt_fd_is_connection(fd))
        return fd->l4 == RT_L4_RAW || rt_fd_has_role(fd) ? fd->l4 : RT_L4_NA;
    return RT_L4_NA;
}

#endif
