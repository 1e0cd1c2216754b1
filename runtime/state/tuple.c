/* Addresses of sockets; see tuple.h.
 *
 * Why an fd keeps its addresses as plain bytes: Falco's own keeps them in a union, and a socket
 * that turns from IPv6 to IPv4 (a mapped address) or from a server to a connection reads what the
 * other left there. What a rule sees of it (a name "<unknown>", a protocol that became UDP) is
 * decided by where the bytes lie; so they lie in the same places here, and nothing of it needs a
 * special case.
 */
#include "tuple.h"

#include "../bytes.h"

#include <arpa/inet.h>
#include <stdio.h>

/* Offsets in struct fd's sock. */
enum {
    V4_SIP = 0,
    V4_DIP = 4,
    V4_SPORT = 8,
    V4_DPORT = 10,
    V4_L4 = 12,
    V6_SIP = 0,
    V6_DIP = 16,
    V6_SPORT = 32,
    V6_DPORT = 34,
    V6_L4 = 36,
    SERVER4_IP = 0,
    SERVER4_PORT = 4,
    SERVER4_L4 = 6,
    SERVER6_IP = 0,
    SERVER6_PORT = 16,
    SERVER6_L4 = 18,
    UNIX_SOURCE = 0,
    UNIX_DEST = 8
};

bool rt_sockaddr_valid(const struct rt_param *param)
{
    if (param->len == 0)
        return false;
    switch (param->data[0]) {
    case PPM_INET:
        return param->len >= 7;
    case PPM_INET6:
        return param->len >= 19;
    case PPM_UNIX:
        return param->len >= 2 && param->data[param->len - 1] == 0;
    default:
        return true;
    }
}

bool rt_tuple_valid(const struct rt_param *param)
{
    if (param->len == 0)
        return false;
    switch (param->data[0]) {
    case PPM_INET:
        return param->len >= 13;
    case PPM_INET6:
        return param->len >= 37;
    case PPM_UNIX:
        return param->len >= 18 && param->data[param->len - 1] == 0;
    default:
        return true;
    }
}

bool rt_ip_mapped(const uint8_t ip[16])
{
    static const uint8_t zeros[16];
    if (memcmp(ip, zeros, 10) != 0)
        return false;
    return (ip[10] == 0xff && ip[11] == 0xff) || memcmp(ip + 10, zeros, 6) == 0;
}

/* Where the layer 4 byte lies; -1: nowhere. */
static int l4_offset(enum rt_fd_type type)
{
    switch ((int)type) {
    case RT_FD_IPV4_SOCK:
        return V4_L4;
    case RT_FD_IPV6_SOCK:
        return V6_L4;
    case RT_FD_IPV4_SERVSOCK:
        return SERVER4_L4;
    case RT_FD_IPV6_SERVSOCK:
        return SERVER6_L4;
    default:
        return -1;
    }
}

enum rt_l4 rt_sock_l4(const struct fd *fd, enum rt_fd_type type)
{
    int offset = l4_offset(type);
    return offset < 0 ? RT_L4_NA : (enum rt_l4)fd->sock[offset];
}

void rt_sock_set_l4(struct fd *fd, enum rt_fd_type type, enum rt_l4 l4)
{
    int offset = l4_offset(type);
    if (offset >= 0)
        fd->sock[offset] = (uint8_t)l4;
}

/* Where the four parts of a tuple lie, and how long an address is. */
struct layout {
    uint8_t sip, dip, sport, dport, ip_len;
};

static const struct layout layout4 = {V4_SIP, V4_DIP, V4_SPORT, V4_DPORT, 4};
static const struct layout layout6 = {V6_SIP, V6_DIP, V6_SPORT, V6_DPORT, 16};

static bool set_ends(struct fd *fd, const struct layout *at, bool of_this_type, const uint8_t *sip,
                     uint16_t sport, const uint8_t *dip, uint16_t dport)
{
    uint8_t *sock = fd->sock;
    uint32_t len = at->ip_len;
    bool same = memcmp(sock + at->sip, sip, len) == 0 && memcmp(sock + at->dip, dip, len) == 0 &&
                rt_load16(sock + at->sport) == sport && rt_load16(sock + at->dport) == dport;
    bool swapped = memcmp(sock + at->sip, dip, len) == 0 && memcmp(sock + at->dip, sip, len) == 0 &&
                   rt_load16(sock + at->sport) == dport && rt_load16(sock + at->dport) == sport;
    if (of_this_type && swapped)
        return false;
    memcpy(sock + at->sip, sip, len);
    memcpy(sock + at->dip, dip, len);
    rt_store16(sock + at->sport, sport);
    rt_store16(sock + at->dport, dport);
    return !same;
}

bool rt_sock_set4(struct fd *fd, const uint8_t *sip, uint16_t sport, const uint8_t *dip,
                  uint16_t dport)
{
    return set_ends(fd, &layout4, fd->f.type == RT_FD_IPV4_SOCK, sip, sport, dip, dport);
}

bool rt_sock_set6(struct fd *fd, const uint8_t *sip, uint16_t sport, const uint8_t *dip,
                  uint16_t dport)
{
    return set_ends(fd, &layout6, fd->f.type == RT_FD_IPV6_SOCK, sip, sport, dip, dport);
}

void rt_sock_set_dest4(struct fd *fd, const uint8_t *ip, uint16_t port)
{
    memcpy(fd->sock + V4_DIP, ip, 4);
    rt_store16(fd->sock + V4_DPORT, port);
}

void rt_sock_set_dest6(struct fd *fd, const uint8_t *ip, uint16_t port)
{
    memcpy(fd->sock + V6_DIP, ip, 16);
    rt_store16(fd->sock + V6_DPORT, port);
}

void rt_sock_set_server4(struct fd *fd, const uint8_t *ip, uint16_t port, enum rt_l4 l4)
{
    memcpy(fd->sock + SERVER4_IP, ip, 4);
    rt_store16(fd->sock + SERVER4_PORT, port);
    fd->sock[SERVER4_L4] = (uint8_t)l4;
}

void rt_sock_set_server6(struct fd *fd, const uint8_t *ip, uint16_t port, enum rt_l4 l4)
{
    memcpy(fd->sock + SERVER6_IP, ip, 16);
    rt_store16(fd->sock + SERVER6_PORT, port);
    fd->sock[SERVER6_L4] = (uint8_t)l4;
}

void rt_sock_set_unix(struct fd *fd, uint64_t source, uint64_t dest)
{
    rt_store64(fd->sock + UNIX_SOURCE, source);
    rt_store64(fd->sock + UNIX_DEST, dest);
}

void rt_sock_swap(struct fd *fd)
{
    const struct layout *at = fd->f.type == RT_FD_IPV4_SOCK ? &layout4 : &layout6;
    uint8_t ip[16];
    memcpy(ip, fd->sock + at->sip, at->ip_len);
    memcpy(fd->sock + at->sip, fd->sock + at->dip, at->ip_len);
    memcpy(fd->sock + at->dip, ip, at->ip_len);
    uint16_t port = rt_load16(fd->sock + at->sport);
    rt_store16(fd->sock + at->sport, rt_load16(fd->sock + at->dport));
    rt_store16(fd->sock + at->dport, port);
}

uint16_t rt_sock_port4(const struct fd *fd, bool dest)
{
    return rt_load16(fd->sock + (dest ? V4_DPORT : V4_SPORT));
}

uint8_t *rt_sock_ip(struct fd *fd, bool dest)
{
    const struct layout *at = fd->f.type == RT_FD_IPV4_SOCK ? &layout4 : &layout6;
    return fd->sock + (dest ? at->dip : at->sip);
}

bool rt_sock_ports_equal(const struct fd *fd)
{
    const struct layout *at = fd->f.type == RT_FD_IPV4_SOCK ? &layout4 : &layout6;
    return rt_load16(fd->sock + at->sport) == rt_load16(fd->sock + at->dport);
}

static void publish_tuple(struct fd *fd, const struct layout *at)
{
    memcpy(fd->f.local_ip, fd->sock + at->sip, at->ip_len);
    memcpy(fd->f.remote_ip, fd->sock + at->dip, at->ip_len);
    fd->f.local_port = rt_load16(fd->sock + at->sport);
    fd->f.remote_port = rt_load16(fd->sock + at->dport);
}

void rt_sock_publish(struct fd *fd)
{
    memset(fd->f.local_ip, 0, sizeof(fd->f.local_ip));
    memset(fd->f.remote_ip, 0, sizeof(fd->f.remote_ip));
    fd->f.local_port = fd->f.remote_port = 0;
    fd->f.unix_source = fd->f.unix_dest = 0;
    fd->f.l4 = rt_sock_l4(fd, fd->f.type);
    switch ((int)fd->f.type) {
    case RT_FD_IPV4_SOCK:
        publish_tuple(fd, &layout4);
        break;
    case RT_FD_IPV6_SOCK:
        publish_tuple(fd, &layout6);
        break;
    case RT_FD_IPV4_SERVSOCK:
        memcpy(fd->f.local_ip, fd->sock + SERVER4_IP, 4);
        fd->f.local_port = rt_load16(fd->sock + SERVER4_PORT);
        break;
    case RT_FD_IPV6_SERVSOCK:
        memcpy(fd->f.local_ip, fd->sock + SERVER6_IP, 16);
        fd->f.local_port = rt_load16(fd->sock + SERVER6_PORT);
        break;
    case RT_FD_UNIX_SOCK:
        fd->f.unix_source = rt_load64(fd->sock + UNIX_SOURCE);
        fd->f.unix_dest = rt_load64(fd->sock + UNIX_DEST);
        break;
    default:
        break;
    }
}

static void load_tuple(struct fd *fd, const struct layout *at)
{
    memcpy(fd->sock + at->sip, fd->f.local_ip, at->ip_len);
    memcpy(fd->sock + at->dip, fd->f.remote_ip, at->ip_len);
    rt_store16(fd->sock + at->sport, fd->f.local_port);
    rt_store16(fd->sock + at->dport, fd->f.remote_port);
}

void rt_sock_load(struct fd *fd)
{
    switch ((int)fd->f.type) {
    case RT_FD_IPV4_SOCK:
        load_tuple(fd, &layout4);
        break;
    case RT_FD_IPV6_SOCK:
        load_tuple(fd, &layout6);
        break;
    case RT_FD_IPV4_SERVSOCK:
        rt_sock_set_server4(fd, fd->f.local_ip, fd->f.local_port, fd->f.l4);
        break;
    case RT_FD_IPV6_SERVSOCK:
        rt_sock_set_server6(fd, fd->f.local_ip, fd->f.local_port, fd->f.l4);
        break;
    case RT_FD_UNIX_SOCK:
        rt_sock_set_unix(fd, fd->f.unix_source, fd->f.unix_dest);
        break;
    default:
        break;
    }
    rt_sock_set_l4(fd, fd->f.type, fd->f.l4);
}

/* --- names --- */

static uint32_t cut(int written, uint32_t size)
{
    if (written < 0)
        return 0;
    return (uint32_t)written < size ? (uint32_t)written : size - 1;
}

/* Text of addresses is put together here: sockets are named often, and printf costs ten times that.
 * The longest is that of a pair. */
enum { LONGEST4 = sizeof "255.255.255.255:65535->255.255.255.255:65535" };

static char *put_number(char *at, uint32_t number)
{
    char digits[10];
    uint32_t n = 0;
    do {
        digits[n++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (n > 0)
        *at++ = digits[--n];
    return at;
}

static char *put_ip4(char *at, const uint8_t *ip)
{
    for (int i = 0; i < 4; i++) {
        if (i > 0)
            *at++ = '.';
        at = put_number(at, ip[i]);
    }
    return at;
}

static char *put_end4(char *at, const uint8_t *ip, uint16_t port)
{
    at = put_ip4(at, ip);
    *at++ = ':';
    return put_number(at, port);
}

static char *put_arrow(char *at)
{
    *at++ = '-';
    *at++ = '>';
    return at;
}

/* As much of a text as there is room for, and its length. */
static uint32_t give(char *out, uint32_t size, const char *text, const char *end)
{
    const uint32_t len = (uint32_t)(end - text) < size ? (uint32_t)(end - text) : size - 1;
    memcpy(out, text, len);
    out[len] = 0;
    return len;
}

static uint32_t print4(char *out, uint32_t size, const uint8_t *ip, uint16_t port)
{
    char text[LONGEST4];
    return give(out, size, text, put_end4(text, ip, port));
}

static uint32_t print_pair4(char *out, uint32_t size, const uint8_t *s, uint16_t sport,
                            const uint8_t *d, uint16_t dport)
{
    char text[LONGEST4];
    return give(out, size, text, put_end4(put_arrow(put_end4(text, s, sport)), d, dport));
}

static uint32_t print_pair6(char *out, uint32_t size, const uint8_t *s, uint16_t sport,
                            const uint8_t *d, uint16_t dport)
{
    char source[INET6_ADDRSTRLEN], dest[INET6_ADDRSTRLEN];
    inet_ntop(AF_INET6, s, source, sizeof(source));
    inet_ntop(AF_INET6, d, dest, sizeof(dest));
    return cut(snprintf(out, size, "%s:%u->%s:%u", source, sport, dest, dport), size);
}

static uint32_t print_plain_pair4(char *out, uint32_t size, const uint8_t *s, const uint8_t *d)
{
    char text[LONGEST4];
    return give(out, size, text, put_ip4(put_arrow(put_ip4(text, s)), d));
}

static uint32_t name4(const struct fd *fd, char *out, uint32_t size)
{
    const uint8_t *s = fd->sock + V4_SIP, *d = fd->sock + V4_DIP;
    switch (fd->sock[V4_L4]) {
    case RT_L4_TCP:
    case RT_L4_UDP:
        return print_pair4(out, size, s, rt_load16(fd->sock + V4_SPORT), d,
                           rt_load16(fd->sock + V4_DPORT));
    case RT_L4_ICMP:
    case RT_L4_RAW:
        return print_plain_pair4(out, size, s, d);
    default:
        return cut(snprintf(out, size, "<unknown>"), size);
    }
}

static uint32_t name6(const struct fd *fd, char *out, uint32_t size)
{
    const uint8_t *s = fd->sock + V6_SIP, *d = fd->sock + V6_DIP;
    bool mapped = rt_ip_mapped(s) && rt_ip_mapped(d);
    switch (fd->sock[V6_L4]) {
    case RT_L4_TCP:
    case RT_L4_UDP:
        if (mapped) /* with the ports of the other layout, as Falco prints them */
            return print_pair4(out, size, s + 12, rt_load16(fd->sock + V4_SPORT), d + 12,
                               rt_load16(fd->sock + V4_DPORT));
        return print_pair6(out, size, s, rt_load16(fd->sock + V6_SPORT), d,
                           rt_load16(fd->sock + V6_DPORT));
    case RT_L4_ICMP: {
        if (mapped)
            return print_plain_pair4(out, size, s + 12, d + 12);
        char source[INET6_ADDRSTRLEN], dest[INET6_ADDRSTRLEN];
        inet_ntop(AF_INET6, s, source, sizeof(source));
        inet_ntop(AF_INET6, d, dest, sizeof(dest));
        return cut(snprintf(out, size, "%s->%s", source, dest), size);
    }
    default:
        return cut(snprintf(out, size, "<unknown>"), size);
    }
}

uint32_t rt_sock_name(const struct fd *fd, char *out, uint32_t size)
{
    if (fd->f.type == RT_FD_IPV4_SOCK)
        return name4(fd, out, size);
    if (fd->f.type == RT_FD_IPV6_SOCK)
        return name6(fd, out, size);
    out[0] = 0;
    return 0;
}

uint32_t rt_sock_address(const struct fd *fd, char *out, uint32_t size)
{
    const struct rt_fd *f = &fd->f;
    char ip[INET6_ADDRSTRLEN];
    switch ((int)f->type) {
    case RT_FD_IPV4_SOCK:
        return print_pair4(out, size, f->local_ip, f->local_port, f->remote_ip, f->remote_port);
    case RT_FD_IPV6_SOCK:
        return print_pair6(out, size, f->local_ip, f->local_port, f->remote_ip, f->remote_port);
    case RT_FD_IPV4_SERVSOCK:
        return print4(out, size, f->local_ip, f->local_port);
    case RT_FD_IPV6_SERVSOCK:
        inet_ntop(AF_INET6, f->local_ip, ip, sizeof(ip));
        return cut(snprintf(out, size, "%s:%u", ip, f->local_port), size);
    default:
        out[0] = 0;
        return 0;
    }
}

uint32_t rt_sockaddr_print(const struct rt_param *param, char *out, uint32_t size)
{
    const uint8_t *data = param->data;
    if (!rt_sockaddr_valid(param)) {
        out[0] = 0;
        return 0;
    }
    switch (data[0]) {
    case PPM_UNIX:
        return cut(snprintf(out, size, "%s", (const char *)data + ADDR_UNIX_PATH), size);
    case PPM_INET:
        return print4(out, size, data + ADDR4_IP, rt_load16(data + ADDR4_PORT));
    case PPM_INET6: {
        char ip[INET6_ADDRSTRLEN];
        inet_ntop(AF_INET6, data + ADDR6_IP, ip, sizeof(ip));
        return cut(snprintf(out, size, "%s:%u", ip, rt_load16(data + ADDR6_PORT)), size);
    }
    default:
        return cut(snprintf(out, size, "family %u", data[0]), size);
    }
}

uint32_t rt_tuple_print(const struct rt_param *param, char *out, uint32_t size)
{
    const uint8_t *data = param->data;
    if (!rt_tuple_valid(param)) {
        out[0] = 0;
        return 0;
    }
    switch (data[0]) {
    case PPM_UNIX:
        return cut(snprintf(out, size, "%llx->%llx %s",
                            (unsigned long long)rt_load64(data + TUPLE_UNIX_SOURCE),
                            (unsigned long long)rt_load64(data + TUPLE_UNIX_DEST),
                            (const char *)data + TUPLE_UNIX_PATH),
                   size);
    case PPM_INET:
        return print_pair4(out, size, data + TUPLE4_SIP, rt_load16(data + TUPLE4_SPORT),
                           data + TUPLE4_DIP, rt_load16(data + TUPLE4_DPORT));
    case PPM_INET6: {
        const uint8_t *s = data + TUPLE6_SIP, *d = data + TUPLE6_DIP;
        uint16_t sport = rt_load16(data + TUPLE6_SPORT), dport = rt_load16(data + TUPLE6_DPORT);
        if (rt_ip_mapped(s) && rt_ip_mapped(d))
            return print_pair4(out, size, s + 12, sport, d + 12, dport);
        return print_pair6(out, size, s, sport, d, dport);
    }
    default:
        return cut(snprintf(out, size, "family %u", data[0]), size);
    }
}
