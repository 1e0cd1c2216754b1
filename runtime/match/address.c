/* Tests on IP addresses and networks. See address.h. */
#include "address.h"

#include <string.h>

static bool contains(const struct rt_net *net, const struct rt_value *address)
{
    const uint32_t whole = net->prefix_bits / 8, rest = net->prefix_bits % 8;
    const uint8_t *bytes = (const uint8_t *)address->str;

    if (address->len != net->nbytes || memcmp(bytes, net->bytes, whole) != 0)
        return false;
    return rest == 0 || ((bytes[whole] ^ net->bytes[whole]) >> (8 - rest)) == 0;
}

bool rt_net_eq(const struct rt_values *values, const struct rt_net *net)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (contains(net, &values->v[i]))
            return true;
    }
    return false;
}

bool rt_net_ne(const struct rt_values *values, const struct rt_net *net)
{
    return values->n > 0 && !rt_net_eq(values, net);
}

bool rt_net_in(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (rt_net_eq(values, &nets[i]))
            return true;
    }
    return false;
}

bool rt_net_all_in(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        const struct rt_values one = {&values->v[i], 1, values->type, false};

        if (!rt_net_in(&one, nets, n))
            return false;
    }
    return rt_values_exist(values);
}

/* How many of the networks hold the address. */
static uint32_t count(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    uint32_t holding = 0;

    for (uint32_t i = 0; i < n; i++)
        holding += rt_net_eq(values, &nets[i]);
    return holding;
}

bool rt_net_eq_oneof(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    return count(values, nets, n) == 1;
}

bool rt_net_eq_allof(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    return n > 0 && count(values, nets, n) == n;
}

bool rt_net_ne_oneof(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    return values->n > 0 && n > 0 && count(values, nets, n) == n - 1;
}

bool rt_net_ne_anyof(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    return values->n > 0 && count(values, nets, n) < n;
}

bool rt_net_ne_allof(const struct rt_values *values, const struct rt_net *nets, uint32_t n)
{
    return values->n > 0 && n > 0 && count(values, nets, n) == 0;
}
