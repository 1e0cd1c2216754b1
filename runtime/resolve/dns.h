/* A small client of the domain name system: addresses of a few names, over UDP (RFC 1035, 3596).
 *
 * Only questions of the start: what is not answered within RT_DNS_BUDGET_MS has no address. An
 * answer counts if it comes from the server that was asked, with the number and the question that
 * were sent; of a truncated one what is there.
 */
#ifndef RULEC_RESOLVE_DNS_H
#define RULEC_RESOLVE_DNS_H

#include "hosts.h"

#include <netinet/in.h>
#include <stddef.h>

#define RT_DNS_BUDGET_MS   1000 /* for all names together */
#define RT_DNS_MOST_NAMES  256  /* that are asked for; further ones have no address */
#define RT_DNS_SERVERS     3
#define RT_DNS_SUFFIXES    6
#define RT_DNS_NAME_MAX    254 /* characters of a name, with the NUL */
#define RT_DNS_MESSAGE_MAX 512
#define RT_DNS_A           1 /* types of records */
#define RT_DNS_AAAA        28

struct rt_dns {
    struct sockaddr_in6 servers[RT_DNS_SERVERS]; /* nservers; IPv4 ones mapped into IPv6 */
    uint32_t nservers;
    char suffixes[RT_DNS_SUFFIXES][RT_DNS_NAME_MAX]; /* nsuffixes */
    uint32_t nsuffixes;
    uint32_t ndots; /* a name with so many dots is asked for as it is first */
};

/* What etc/resolv.conf below root says; without it a server on this machine is asked. */
void rt_dns_configure(struct rt_dns *dns, const char *root);

/* Asks for every name of hosts that has no address yet. 0 or -ENOMEM; that nobody answers is no
 * error. */
int rt_dns_ask(const struct rt_dns *dns, struct rt_hosts *hosts);

/* Writes a question for the name into message, RT_DNS_MESSAGE_MAX bytes. Its length, or 0: it is no
 * name that the system can have. */
size_t rt_dns_question(uint8_t *message, uint16_t id, const char *name, uint16_t type);

/* Whether message, of len bytes, answers the question of question_len bytes. If so the addresses
 * are added to hosts under the number of the name, and *nfound tells how many; aliases are followed
 * in the order in which they stand. */
bool rt_dns_answer(const uint8_t *message, size_t len, const uint8_t *question, size_t question_len,
                   struct rt_hosts *hosts, uint32_t name, uint32_t *nfound, bool *room);

#endif
