/* Network interfaces: whose address a socket may have that does not say. */
#include "internal.h"

#include "../bytes.h"
#include "tuple.h"

#include <errno.h>
#include <string.h>

enum { MOST = 1024 };

int rt_state_add_interface(struct rt_state *state, const struct rt_interface *interface)
{
    if (interface->address_len != 4 && interface->address_len != 16)
        return 0;
    struct interface **end = &state->interfaces;
    uint32_t count = 0;
    for (; *end; end = &(*end)->next)
        count++;
    struct interface *added =
        count < MOST ? rt_pool_alloc(state->pool, sizeof(struct interface)) : NULL;
    if (!added)
        return -ENOSPC;
    *added = (struct interface){.i = *interface};
    added->i.name = rt_share_empty();
    *end = added;
    return rt_share_set(state->pool, &added->i.name, interface->name.data, interface->name.len)
               ? 0
               : -ENOSPC;
}

void rt_interfaces_clear(struct rt_state *state)
{
    while (state->interfaces) {
        struct interface *interface = state->interfaces;
        state->interfaces = interface->next;
        rt_share_drop(state->pool, &interface->i.name);
        rt_pool_free(state->pool, interface, sizeof(*interface));
    }
}

void rt_state_each_interface(const struct rt_state *state,
                             void (*fn)(void *context, const struct rt_interface *interface),
                             void *context)
{
    for (const struct interface *i = state->interfaces; i; i = i->next)
        fn(context, &i->i);
}

static bool same_subnet(const struct rt_interface *i, const uint8_t *ip)
{
    if (i->address_len == 16)
        return memcmp(i->address, ip, 8) == 0; /* the first 64 bits, whatever the mask says */
    uint32_t mask = rt_load32(i->netmask);
    return (rt_load32(i->address) & mask) == (rt_load32(ip) & mask);
}

static bool is_loopback(const struct rt_interface *i)
{
    static const uint8_t four[4] = {127, 0, 0, 1}, six[16] = {[15] = 1};
    return memcmp(i->address, i->address_len == 4 ? four : six, i->address_len) == 0;
}

/* The address that this machine has probably used towards that peer: the peer's own if it is one of
 * ours, else one of the same subnet, else the first that is no loopback, else zeros. */
static const uint8_t *own_address(const struct rt_state *state, const uint8_t *peer, uint8_t len)
{
    static const uint8_t none[16];
    for (const struct interface *i = state->interfaces; i; i = i->next) {
        if (i->i.address_len == len && memcmp(i->i.address, peer, len) == 0)
            return i->i.address;
    }
    for (const struct interface *i = state->interfaces; i; i = i->next) {
        if (i->i.address_len == len && same_subnet(&i->i, peer))
            return i->i.address;
    }
    for (const struct interface *i = state->interfaces; i; i = i->next) {
        if (i->i.address_len == len && !is_loopback(&i->i))
            return i->i.address;
    }
    return none;
}

bool rt_interface_patch(const struct rt_state *state, struct fd *fd)
{
    static const uint8_t none[16];
    if (fd->f.type != RT_FD_IPV4_SOCK && fd->f.type != RT_FD_IPV6_SOCK)
        return false;
    uint8_t len = fd->f.type == RT_FD_IPV4_SOCK ? 4 : 16;
    uint8_t *source = rt_sock_ip(fd, false), *dest = rt_sock_ip(fd, true);
    bool no_source = memcmp(source, none, len) == 0;
    if (!no_source && memcmp(dest, none, len) != 0)
        return false;
    uint8_t *missing = no_source ? source : dest;
    const uint8_t *peer = no_source ? dest : source;
    const uint8_t *own = own_address(state, peer, len);
    if (memcmp(own, peer, len) == 0 && rt_sock_ports_equal(fd))
        return false; /* it would be the peer itself */
    memcpy(missing, own, len);
    return true;
}
