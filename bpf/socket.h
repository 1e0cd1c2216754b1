/* Sockets: addresses that calls carry, and the pair of addresses that a socket connects. Layouts
 * are those of .scap parameters: a family byte, then IPv4 or IPv6 address (network order) and port
 * (host order), or kernel addresses and path of a Unix socket.
 */
#ifndef RULEC_BPF_SOCKET_H
#define RULEC_BPF_SOCKET_H

#include "file.h"

#define UNIX_PATH_MAX 108
#define INBOUND       1

static __always_inline struct sock *sock_in(struct file *file)
{
    if (!file || (BPF_CORE_READ(file, f_inode, i_mode) & S_IFMT_MASK) != S_IFSOCK_TYPE)
        return 0;
    struct socket *socket = BPF_CORE_READ(file, private_data);
    return BPF_CORE_READ(socket, sk);
}

static __always_inline struct sock *sock_of(__s64 fd)
{
    return sock_in(file_of(fd));
}

static __always_inline bool is_unix(__s64 fd)
{
    struct sock *sock = sock_of(fd);

    return sock && BPF_CORE_READ(sock, __sk_common.skc_family) == FAMILY_UNIX;
}

struct endpoint {
    __u8 address[16]; /* 4 or 16 bytes, network order */
    __be16 port;
};

static __always_inline void put_endpoint(struct scratch *s, const struct endpoint *end, bool six)
{
    put_32(s, *(const __u32 *)end->address);
    if (six) {
        put_32(s, *(const __u32 *)(end->address + 4));
        put_32(s, *(const __u32 *)(end->address + 8));
        put_32(s, *(const __u32 *)(end->address + 12));
    }
    put_16(s, bpf_ntohs(end->port));
}

/* Bytes of a struct sockaddr, which is in the process' memory or was copied from there. */
static __always_inline long read_address(void *to, __u32 size, __u64 from, bool in_kernel)
{
    return in_kernel ? bpf_probe_read_kernel(to, size, (void *)from)
                     : bpf_probe_read_user(to, size, (void *)from);
}

/* The end that a struct sockaddr_in or sockaddr_in6 names. */
static __always_inline void user_endpoint(struct endpoint *end, __u64 address, bool six,
                                          bool in_kernel)
{
    read_address(&end->port, sizeof(end->port), address + 2, in_kernel);
    if (six)
        read_address(end->address, 16, address + 8, in_kernel);
    else
        read_address(end->address, 4, address + 4, in_kernel);
}

/* The path at a sockaddr_un's sun_path; an abstract one starts behind its NUL. */
static __always_inline void put_user_unix_path(struct scratch *s, __u64 path, bool in_kernel)
{
    char first = 0;

    read_address(&first, sizeof(first), path, in_kernel);
    if (!first)
        path++;
    if (in_kernel)
        put_kernel_text(s, path, UNIX_PATH_MAX);
    else
        put_user_text(s, path, UNIX_PATH_MAX);
}

static __always_inline void put_kernel_unix_path(struct scratch *s, struct unix_sock *sock)
{
    struct unix_address *name = BPF_CORE_READ(sock, addr);
    __u64 path = (__u64)name + bpf_core_field_offset(struct unix_address, name) + 2;
    char first = 0;

    if (!name)
        return;
    bpf_probe_read_kernel(&first, sizeof(first), (void *)path);
    put_kernel_text(s, first ? path : path + 1, UNIX_PATH_MAX);
}

/* A struct sockaddr of that length. */
__noinline int put_address(struct scratch *s, __u64 address, __u32 length, __u32 in_kernel)
{
    struct endpoint end = {0};
    __u16 family = 0;

    if (!s || !address || length == 0)
        return 0;
    if (read_address(&family, sizeof(family), address, in_kernel) != 0) {
        note_fault(s, address);
        return 0;
    }
    switch (family) {
    case FAMILY_INET:
    case FAMILY_INET6:
        user_endpoint(&end, address, family == FAMILY_INET6, in_kernel);
        put_8(s, family);
        put_endpoint(s, &end, family == FAMILY_INET6);
        break;
    case FAMILY_UNIX:
        put_8(s, family);
        put_user_unix_path(s, address + 2, in_kernel);
        break;
    }
    return 0;
}

/* Both ends of an internet socket, sender first. UDP sockets that are not connected have no far
 * end; the call names it. */
__noinline int put_internet_tuple(struct scratch *s, __u64 sock, __u32 inbound, __u64 named)
{
    struct inet_sock *inet = (struct inet_sock *)sock;
    struct sock *sk = (struct sock *)sock;
    struct endpoint local = {0}, remote = {0};

    if (!s)
        return 0;
    __u16 family = BPF_CORE_READ(sk, __sk_common.skc_family);
    bool six = family == FAMILY_INET6;
    if (six) {
        struct ipv6_pinfo *info = BPF_CORE_READ(inet, pinet6);
        bpf_core_read(local.address, 16, &info->saddr);
        bpf_core_read(remote.address, 16, &sk->__sk_common.skc_v6_daddr);
    } else {
        bpf_core_read(local.address, 4, &inet->inet_saddr);
        bpf_core_read(remote.address, 4, &sk->__sk_common.skc_daddr);
    }
    local.port = BPF_CORE_READ(inet, inet_sport);
    remote.port = BPF_CORE_READ(sk, __sk_common.skc_dport);
    if (remote.port == 0 && named)
        user_endpoint(&remote, named, six, is_kernel_argument(s, 1));

    put_8(s, family);
    put_endpoint(s, inbound ? &remote : &local, six);
    put_endpoint(s, inbound ? &local : &remote, six);
    return 0;
}

/* A Unix socket's: receiver, sender, path of the receiver. */
static __always_inline void put_unix_tuple(struct scratch *s, struct sock *sk, bool inbound,
                                           __u64 named)
{
    struct unix_sock *local = (struct unix_sock *)sk;
    struct sock *peer = BPF_CORE_READ(local, peer);

    put_8(s, FAMILY_UNIX);
    if (inbound) {
        put_64(s, (__u64)sk);
        put_64(s, (__u64)peer);
        put_kernel_unix_path(s, local);
        return;
    }
    put_64(s, (__u64)peer);
    put_64(s, (__u64)sk);
    if (peer)
        put_kernel_unix_path(s, (struct unix_sock *)peer);
    else if (named)
        put_user_unix_path(s, named + 2, is_kernel_argument(s, 1));
}

/* The tuple of socket fd; `named` is a struct sockaddr of the call, or 0. */
__noinline int put_tuple(struct scratch *s, __s64 fd, __u32 inbound, __u64 named)
{
    if (!s)
        return 0;
    struct sock *sk = s->ring_file ? sock_in((struct file *)s->ring_file) : sock_of(fd);
    if (!sk)
        return 0;
    switch (BPF_CORE_READ(sk, __sk_common.skc_family)) {
    case FAMILY_INET:
    case FAMILY_INET6:
        return put_internet_tuple(s, (__u64)sk, inbound, named);
    case FAMILY_UNIX:
        put_unix_tuple(s, sk, inbound, named);
        break;
    }
    return 0;
}

/* How full the queue of a listening socket is. */
struct queue {
    __u32 length, max;
};

static __always_inline struct queue accept_queue(__s64 fd)
{
    struct sock *sk = sock_of(fd);
    struct queue queue = {0};

    if (sk) {
        queue.length = BPF_CORE_READ(sk, sk_ack_backlog);
        queue.max = BPF_CORE_READ(sk, sk_max_ack_backlog);
    }
    return queue;
}

#endif
