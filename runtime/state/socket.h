/* File descriptors that are sockets, as the handlers of events see them. Private to state/. */
#ifndef RULEC_STATE_SOCKET_H
#define RULEC_STATE_SOCKET_H

#include "internal.h"

/* Values of socket(2). */
enum { SOCK_STREAM_TYPE = 1, SOCK_DGRAM_TYPE = 2, SOCK_RAW_TYPE = 3 };
enum { PROTO_IP = 0, PROTO_ICMP = 1, PROTO_TCP = 6, PROTO_UDP = 17, PROTO_RAW = 255 };

/* A parameter, an empty one if the event has none of that index. */
const struct rt_param *rt_event_param(const struct rt_event *event, uint32_t index);

bool rt_socket_is_inet(const struct fd *fd);
bool rt_socket_is_tcp4(const struct fd *fd);
bool rt_socket_is_udp4(const struct fd *fd);
bool rt_socket_has_no_role(const struct fd *fd);
bool rt_socket_is_connected(const struct fd *fd);
void rt_socket_set_connected(struct fd *fd);

/* Names the fd after what it knows of its tuple, or after a tuple of an event. */
void rt_socket_name_by_tuple(struct rt_state *state, struct fd *fd);
void rt_socket_name_by_param(struct rt_state *state, struct fd *fd, const struct rt_param *tuple);

/* Gives the event's thread a socket, which becomes the event's fd. */
void rt_socket_add(struct turn *turn, int64_t number, uint32_t domain, uint32_t type,
                   uint32_t protocol, uint32_t flags);

#endif
