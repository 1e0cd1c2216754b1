/* Tests on IP addresses and networks. An address is 4 or 16 bytes, big endian; one of the other
 * family is never equal and in no network. */
#ifndef RULEC_MATCH_ADDRESS_H
#define RULEC_MATCH_ADDRESS_H

#include "../value.h"

/* An address, or a network of prefix_bits leading bits. */
struct rt_net {
    uint8_t bytes[16];
    uint8_t nbytes; /* 4 or 16 */
    uint8_t prefix_bits;
};

/* fd.cip = 10.0.0.1, fd.cnet = 10.0.0.0/8: one of the addresses is in the network; an address is a
 * network of all its bits. */
bool rt_net_eq(const struct rt_values *values, const struct rt_net *net);

/* != : there are addresses, and none is in the network. */
bool rt_net_ne(const struct rt_values *values, const struct rt_net *net);

/* in (...): one of the addresses is in one of the networks. */
bool rt_net_in(const struct rt_values *values, const struct rt_net *nets, uint32_t n);

/* LISTFIELD in (...): each of the addresses is in one of the networks. */
bool rt_net_all_in(const struct rt_values *values, const struct rt_net *nets, uint32_t n);

/* = and != with oneof, anyof, allof: for how many of the networks the test must hold. */
bool rt_net_eq_oneof(const struct rt_values *values, const struct rt_net *nets, uint32_t n);
bool rt_net_eq_allof(const struct rt_values *values, const struct rt_net *nets, uint32_t n);
bool rt_net_ne_oneof(const struct rt_values *values, const struct rt_net *nets, uint32_t n);
bool rt_net_ne_anyof(const struct rt_values *values, const struct rt_net *nets, uint32_t n);
bool rt_net_ne_allof(const struct rt_values *values, const struct rt_net *nets, uint32_t n);

#endif
