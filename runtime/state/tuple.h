/* Addresses of sockets: what events say about them, how an fd keeps them, and what they are called.
 */
#ifndef RULEC_TUPLE_H
#define RULEC_TUPLE_H

#include "internal.h"

/* Is the parameter a whole address (or tuple) of its family? Families that are not known here are
 * taken as they come. */
bool rt_sockaddr_valid(const struct rt_param *param);
bool rt_tuple_valid(const struct rt_param *param);

/* Where things lie in a valid address {u8 family, ip, u16 port} or {u8 family, path}, and in a
 * valid tuple {u8 family, source ip, u16 port, destination ip, u16 port} or {u8 family, u64 source,
 * u64 destination, path}. Ports are in host order. */
enum {
    ADDR4_IP = 1,
    ADDR4_PORT = 5,
    ADDR6_IP = 1,
    ADDR6_PORT = 17,
    ADDR_UNIX_PATH = 1,
    TUPLE4_SIP = 1,
    TUPLE4_SPORT = 5,
    TUPLE4_DIP = 7,
    TUPLE4_DPORT = 11,
    TUPLE6_SIP = 1,
    TUPLE6_SPORT = 17,
    TUPLE6_DIP = 19,
    TUPLE6_DPORT = 35,
    TUPLE_UNIX_SOURCE = 1,
    TUPLE_UNIX_DEST = 9,
    TUPLE_UNIX_PATH = 17
};

/* An IPv4 address in IPv6 clothes, its 4 bytes being the last; all zeros count as one. */
bool rt_ip_mapped(const uint8_t ip[16]);

/* Layer 4 as it lies in an fd of this type. */
enum rt_l4 rt_sock_l4(const struct fd *fd, enum rt_fd_type type);
void rt_sock_set_l4(struct fd *fd, enum rt_fd_type type, enum rt_l4 l4);

/* Both ends of an fd's tuple, in the layout of the IPv4 tuple or the IPv6 one; false if the fd
 * (judged by the type it has) had them already, in this order or the other. */
bool rt_sock_set4(struct fd *fd, const uint8_t *sip, uint16_t sport, const uint8_t *dip,
                  uint16_t dport);
bool rt_sock_set6(struct fd *fd, const uint8_t *sip, uint16_t sport, const uint8_t *dip,
                  uint16_t dport);
/* The destination alone. */
void rt_sock_set_dest4(struct fd *fd, const uint8_t *ip, uint16_t port);
void rt_sock_set_dest6(struct fd *fd, const uint8_t *ip, uint16_t port);
/* The address that a server is bound to. */
void rt_sock_set_server4(struct fd *fd, const uint8_t *ip, uint16_t port, enum rt_l4 l4);
void rt_sock_set_server6(struct fd *fd, const uint8_t *ip, uint16_t port, enum rt_l4 l4);
void rt_sock_set_unix(struct fd *fd, uint64_t source, uint64_t dest);
void rt_sock_swap(struct fd *fd);

/* Ports and addresses as they lie there now, for who must compare. */
uint16_t rt_sock_port4(const struct fd *fd, bool dest);
uint8_t *rt_sock_ip(struct fd *fd, bool dest);
bool rt_sock_ports_equal(const struct fd *fd);

/* Brings what the bytes say into the public part of the fd; and the other way round, for an fd of
 * the start state. */
void rt_sock_publish(struct fd *fd);
void rt_sock_load(struct fd *fd);

/* What a socket with this tuple is called. Returns the length; cut to size. */
uint32_t rt_sock_name(const struct fd *fd, char *out, uint32_t size);
/* Its address or addresses and ports, whatever the protocol: what the start state's are called. */
uint32_t rt_sock_address(const struct fd *fd, char *out, uint32_t size);
/* An address or a tuple of an event, printed. */
uint32_t rt_sockaddr_print(const struct rt_param *param, char *out, uint32_t size);
uint32_t rt_tuple_print(const struct rt_param *param, char *out, uint32_t size);

#endif
