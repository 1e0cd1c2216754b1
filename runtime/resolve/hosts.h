/* Names of hosts that rules compare connections with (fd.sip.name = example.com), and the addresses
 * that they have.
 *
 * All names are known when the agent starts, and are resolved then, once: what an address is called
 * while events come is a search in a sorted table. In this order:
 *   - an address in digits is its own name; inet_aton(3) says which spellings there are
 *   - etc/hosts
 *   - localhost, where that file does not have it, is 127.0.0.1 and ::1
 *   - the name servers of etc/resolv.conf (dns.h), with its search list, for RT_DNS_BUDGET_MS in
 * all Agents are static programs, so no other name service is asked. A name that changes its
 * address later keeps the old one until the agent is started anew; Falco asks again every now and
 * then.
 */
#ifndef RULEC_RESOLVE_HOSTS_H
#define RULEC_RESOLVE_HOSTS_H

#include <stdbool.h>
#include <stdint.h>

#define RT_HOST_ADDRESSES 64 /* of one name, at most; further ones are left out */

struct rt_host_address {
    uint8_t bytes[16]; /* network order; 4 or 16 of them */
    uint32_t len;      /* 4 or 16 */
    uint32_t name;     /* its number */
};

struct rt_hosts {
    const char *const *names; /* nnames; borrowed */
    uint32_t nnames;
    struct rt_host_address *addresses; /* naddresses, sorted by len, bytes and name, each once */
    uint32_t naddresses, capacity;
};

/* Resolves the names; root is where etc/ is, "" for "/". A name without an address is no error. 0
 * or -ENOMEM. */
int rt_hosts_open(struct rt_hosts *hosts, const char *root, const char *const *names,
                  uint32_t nnames);

/* Adds an address to a name while the table is made; rt_hosts_find does not see it before the table
 * is open. False: no memory. */
bool rt_hosts_add(struct rt_hosts *hosts, uint32_t name, const uint8_t *bytes, uint32_t len);

bool rt_hosts_has(const struct rt_hosts *hosts, uint32_t name);

/* How many names the address has; *first: they stand there, in the order of names. */
uint32_t rt_hosts_find(const struct rt_hosts *hosts, const uint8_t *bytes, uint32_t len,
                       const struct rt_host_address **first);

/* Hosts of zeros are allowed. */
void rt_hosts_close(struct rt_hosts *hosts);

#endif
