/* Sockets: their tuples, names and roles. */
#include "../support/state_events.h"

#include "bytes.h"

enum { INET = 2, INET6 = 10, UNIX = 1, STREAM = 1, DGRAM = 2 };

static struct sender started(void)
{
    struct sender sender = open_sender(NULL);
    struct rt_interface eth = {.name = {"eth0", 4},
                               .address_len = 4,
                               .address = {10, 0, 0, 5},
                               .netmask = {255, 255, 255, 0}};
    add_thread(&sender, 10, 10, 0, "server");
    assert_int_equal(rt_state_add_interface(sender.state, &eth), 0);
    rt_state_start_done(sender.state);
    return sender;
}

static struct rt_fd *fd_of(struct sender *sender, int64_t number)
{
    return rt_state_fd(sender->state, rt_state_thread(sender->state, 10), number);
}

/* Addresses and tuples as events carry them; text of an IPv4 address is four numbers. */
struct packed {
    uint8_t bytes[64];
    uint32_t len;
};

#define ARG(packed) BYTES((packed).bytes, (packed).len)

static struct packed address4(const uint8_t ip[4], uint16_t port)
{
    struct packed p = {.bytes = {INET}, .len = 7};
    memcpy(p.bytes + 1, ip, 4);
    rt_store16(p.bytes + 5, port);
    return p;
}

static struct packed tuple4(const uint8_t s[4], uint16_t sport, const uint8_t d[4], uint16_t dport)
{
    struct packed p = {.bytes = {INET}, .len = 13};
    memcpy(p.bytes + 1, s, 4);
    rt_store16(p.bytes + 5, sport);
    memcpy(p.bytes + 7, d, 4);
    rt_store16(p.bytes + 11, dport);
    return p;
}

static struct packed tuple6(const uint8_t s[16], uint16_t sport, const uint8_t d[16],
                            uint16_t dport)
{
    struct packed p = {.bytes = {INET6}, .len = 37};
    memcpy(p.bytes + 1, s, 16);
    rt_store16(p.bytes + 17, sport);
    memcpy(p.bytes + 19, d, 16);
    rt_store16(p.bytes + 35, dport);
    return p;
}

static const uint8_t here[4] = {10, 0, 0, 5}, there[4] = {8, 8, 8, 8}, nowhere[4] = {0};

static void make_socket(struct sender *sender, int64_t number, uint32_t domain, uint32_t type)
{
    SEND(sender, EV_SOCKET_X, 10, I64(number), U32(domain), U32(type), U32(0), U32(0));
}

static void a_client_connects(void **context)
{
    (void)context;
    struct sender sender = started();
    make_socket(&sender, 3, INET, STREAM | 0x80000);
    assert_int_equal(fd_of(&sender, 3)->type, RT_FD_IPV4_SOCK);
    assert_int_equal(fd_of(&sender, 3)->l4, RT_L4_TCP);
    assert_int_equal(fd_of(&sender, 3)->name.len, 0);

    struct packed tuple = tuple4(here, 40000, there, 443), addr = address4(there, 443);
    LOOK(&sender, EV_CONNECT_X, 10, I64(-115), ARG(tuple), I64(3), ARG(addr));
    struct rt_fd *fd = sender.subject.fd;
    assert_string_equal(fd->name.data, "10.0.0.5:40000->8.8.8.8:443");
    assert_true(fd->flags & RT_FD_NAME_CHANGED);
    assert_true(fd->flags & RT_FD_ROLE_CLIENT);
    assert_true(fd->flags & RT_FD_CONNECTED);
    assert_memory_equal(fd->local_ip, here, 4);
    assert_memory_equal(fd->remote_ip, there, 4);
    assert_int_equal(fd->local_port, 40000);
    assert_int_equal(fd->remote_port, 443);
    settle(&sender);

    /* A failure changes nothing. */
    struct packed other = tuple4(here, 40000, here, 1);
    SEND(&sender, EV_CONNECT_X, 10, I64(-111), ARG(other), I64(3), NOTHING);
    assert_string_equal(fd_of(&sender, 3)->name.data, "10.0.0.5:40000->8.8.8.8:443");
    rt_state_destroy(sender.state);
}

/* The exit event's address was written over after the kernel had read it. */
static void the_address_before_the_call_counts(void **context)
{
    (void)context;
    struct sender sender = started();
    make_socket(&sender, 3, INET, STREAM);
    struct packed before = address4((const uint8_t[]){6, 6, 6, 6}, 666);
    struct packed after = address4(there, 443), tuple = tuple4(here, 40000, there, 443);
    SEND(&sender, EV_CONNECT_E, 10, I64(3), ARG(before));
    SEND(&sender, EV_CONNECT_X, 10, I64(-115), ARG(tuple), I64(3), ARG(after));
    assert_string_equal(fd_of(&sender, 3)->name.data, "10.0.0.5:40000->6.6.6.6:666");

    /* Where the tuple differs from the exit's address, the kernel gave it. */
    make_socket(&sender, 4, INET, STREAM);
    struct packed kernel = tuple4(here, 40001, (const uint8_t[]){7, 7, 7, 7}, 777);
    SEND(&sender, EV_CONNECT_E, 10, I64(4), ARG(before));
    SEND(&sender, EV_CONNECT_X, 10, I64(0), ARG(kernel), I64(4), ARG(after));
    assert_string_equal(fd_of(&sender, 4)->name.data, "10.0.0.5:40001->7.7.7.7:777");

    /* Without a tuple there is only that address, and no name. */
    make_socket(&sender, 5, INET, STREAM);
    SEND(&sender, EV_CONNECT_E, 10, I64(5), ARG(before));
    SEND(&sender, EV_CONNECT_X, 10, I64(0), NOTHING, I64(5), NOTHING);
    assert_int_equal(fd_of(&sender, 5)->remote_port, 666);
    assert_int_equal(fd_of(&sender, 5)->name.len, 0);
    rt_state_destroy(sender.state);
}

static void a_server_binds_and_accepts(void **context)
{
    (void)context;
    struct sender sender = started();
    make_socket(&sender, 3, INET, STREAM);
    struct packed addr = address4(nowhere, 80);
    SEND(&sender, EV_BIND_X, 10, I64(0), ARG(addr), I64(3));
    struct rt_fd *fd = fd_of(&sender, 3);
    assert_int_equal(fd->type, RT_FD_IPV4_SERVSOCK);
    assert_string_equal(fd->name.data, "0.0.0.0:80");
    assert_int_equal(fd->local_port, 80);
    assert_int_equal(fd->l4, RT_L4_TCP);
    assert_true(fd->flags & RT_FD_ROLE_SERVER);
    LOOK(&sender, EV_LISTEN_X, 10, I64(0), I64(3), U32(5));
    assert_ptr_equal(sender.subject.fd, fd);
    settle(&sender);

    struct packed tuple = tuple4(there, 5555, here, 80);
    LOOK(&sender, EV_ACCEPT4_6_X, 10, I64(4), ARG(tuple), U8(0), U32(0), U32(0), U32(0x1000));
    fd = sender.subject.fd;
    assert_string_equal(fd->name.data, "8.8.8.8:5555->10.0.0.5:80");
    assert_int_equal(sender.subject.fd_number, 4);
    assert_int_equal(fd->open_flags, 0x1000);
    assert_true(fd->flags & RT_FD_ROLE_SERVER);
    settle(&sender);
    rt_state_destroy(sender.state);
}

static void mapped_addresses_are_ipv4(void **context)
{
    (void)context;
    struct sender sender = started();
    uint8_t s[16] = {0}, d[16] = {0};
    s[10] = s[11] = d[10] = d[11] = 0xff;
    memcpy(s + 12, there, 4);
    memcpy(d + 12, here, 4);
    struct packed tuple = tuple6(s, 5555, d, 80);
    SEND(&sender, EV_ACCEPT_5_X, 10, I64(4), ARG(tuple), U8(0), U32(0), U32(0));
    assert_int_equal(fd_of(&sender, 4)->type, RT_FD_IPV4_SOCK);
    assert_string_equal(fd_of(&sender, 4)->name.data, "8.8.8.8:5555->10.0.0.5:80");

    uint8_t real[16] = {0x20, 0x01, 0x0d, 0xb8, [15] = 1};
    tuple = tuple6(real, 1, real, 2);
    SEND(&sender, EV_ACCEPT_5_X, 10, I64(5), ARG(tuple), U8(0), U32(0), U32(0));
    assert_int_equal(fd_of(&sender, 5)->type, RT_FD_IPV6_SOCK);
    assert_string_equal(fd_of(&sender, 5)->name.data, "2001:db8::1:1->2001:db8::1:2");

    /* A socket made for IPv6 has its protocol elsewhere: connected to such an address, Falco does
     * not know what it is. */
    make_socket(&sender, 6, INET6, STREAM);
    tuple = tuple6(s, 5555, d, 80);
    SEND(&sender, EV_CONNECT_X, 10, I64(0), ARG(tuple), I64(6), NOTHING);
    assert_int_equal(fd_of(&sender, 6)->type, RT_FD_IPV4_SOCK);
    assert_string_equal(fd_of(&sender, 6)->name.data, "<unknown>");
    rt_state_destroy(sender.state);
}

static void datagrams_tell_their_peer(void **context)
{
    (void)context;
    struct sender sender = started();
    make_socket(&sender, 3, INET, DGRAM);
    struct packed tuple = tuple4(nowhere, 40000, there, 53);
    LOOK(&sender, EV_SENDTO_X, 10, I64(5), NOTHING, I64(3), U32(5), ARG(tuple));
    /* The source was not known, but the machine's interface is. */
    assert_string_equal(sender.subject.fd->name.data, "10.0.0.5:40000->8.8.8.8:53");
    assert_true(sender.subject.fd->flags & RT_FD_ROLE_CLIENT);
    settle(&sender);
    /* The answer comes from there to here, and the client stays first. */
    struct packed back = tuple4(there, 53, here, 40000);
    SEND(&sender, EV_RECVFROM_X, 10, I64(5), NOTHING, ARG(back), I64(3), U32(5));
    assert_string_equal(fd_of(&sender, 3)->name.data, "10.0.0.5:40000->8.8.8.8:53");
    /* Another peer. */
    struct packed other = tuple4(here, 40000, (const uint8_t[]){9, 9, 9, 9}, 53);
    SEND(&sender, EV_SENDTO_X, 10, I64(5), NOTHING, I64(3), U32(5), ARG(other));
    assert_string_equal(fd_of(&sender, 3)->name.data, "10.0.0.5:40000->9.9.9.9:53");

    /* A server is who bound the port. */
    make_socket(&sender, 4, INET, DGRAM);
    struct packed addr = address4(nowhere, 53);
    SEND(&sender, EV_BIND_X, 10, I64(0), ARG(addr), I64(4));
    struct packed query = tuple4(there, 7777, here, 53);
    SEND(&sender, EV_RECVFROM_X, 10, I64(5), NOTHING, ARG(query), I64(4), U32(5));
    assert_string_equal(fd_of(&sender, 4)->name.data, "8.8.8.8:7777->10.0.0.5:53");
    struct packed answer = tuple4(here, 53, there, 7778);
    SEND(&sender, EV_SENDTO_X, 10, I64(5), NOTHING, I64(4), U32(5), ARG(answer));
    assert_string_equal(fd_of(&sender, 4)->name.data, "8.8.8.8:7778->10.0.0.5:53");

    /* A socket that nobody saw being made. */
    LOOK(&sender, EV_SENDTO_X, 10, I64(5), NOTHING, I64(77), U32(5), ARG(tuple));
    assert_non_null(sender.subject.fd);
    assert_int_equal(sender.subject.fd->l4, RT_L4_UDP);
    settle(&sender);
    rt_state_destroy(sender.state);
}

static void unix_sockets_have_addresses_and_a_path(void **context)
{
    (void)context;
    struct sender sender = started();
    make_socket(&sender, 3, UNIX, STREAM);
    struct packed tuple = {.bytes = {UNIX}, .len = 17 + 9};
    rt_store64(tuple.bytes + 1, 0xabc);
    rt_store64(tuple.bytes + 9, 0xdef);
    memcpy(tuple.bytes + 17, "/run/x.s", 9);
    SEND(&sender, EV_CONNECT_X, 10, I64(0), ARG(tuple), I64(3), NOTHING);
    struct rt_fd *fd = fd_of(&sender, 3);
    assert_string_equal(fd->name.data, "abc->def /run/x.s");
    assert_int_equal(fd->unix_source, 0xabc);
    assert_int_equal(fd->unix_dest, 0xdef);
    SEND(&sender, EV_ACCEPT4_6_X, 10, I64(4), ARG(tuple), U8(0), U32(0), U32(0), U32(0));
    assert_string_equal(fd_of(&sender, 4)->name.data, "abc->def /run/x.s");
    SEND(&sender, EV_SOCKETPAIR_X, 10, I64(0), I64(5), I64(6), I64(1), I64(2), U32(1), U32(1),
         U32(0));
    assert_int_equal(fd_of(&sender, 5)->type, RT_FD_UNIX_SOCK);
    assert_int_equal(fd_of(&sender, 6)->unix_dest, 2);
    struct packed addr = {.bytes = {UNIX, '/', 's', 0}, .len = 4};
    SEND(&sender, EV_BIND_X, 10, I64(0), ARG(addr), I64(5));
    assert_string_equal(fd_of(&sender, 5)->name.data, "/s");
    rt_state_destroy(sender.state);
}

static void start_state_sockets_are_turned(void **context)
{
    (void)context;
    struct sender sender = open_sender(NULL);
    add_thread(&sender, 10, 10, 0, "server");
    const struct rt_str none = {"", 0};
    struct rt_fd fd = {.number = 3,
                       .type = RT_FD_IPV4_SERVSOCK,
                       .local_port = 80,
                       .l4 = RT_L4_TCP,
                       .name = none,
                       .name_raw = none};
    assert_int_equal(rt_state_add_fd(sender.state, 10, &fd), 0);
    fd.number = 4;
    fd.type = RT_FD_IPV4_SOCK;
    memcpy(fd.local_ip, here, 4);
    memcpy(fd.remote_ip, there, 4);
    fd.remote_port = 5555;
    assert_int_equal(rt_state_add_fd(sender.state, 10, &fd), 0);
    fd.number = 5;
    fd.local_port = 40000;
    fd.remote_port = 443;
    assert_int_equal(rt_state_add_fd(sender.state, 10, &fd), 0);
    fd.number = 6;
    fd.type = RT_FD_UNIX_SOCK;
    fd.name = (struct rt_str){"/run/s", 6};
    assert_int_equal(rt_state_add_fd(sender.state, 10, &fd), 0);
    rt_state_start_done(sender.state);
    assert_string_equal(fd_of(&sender, 3)->name.data, "0.0.0.0:80");
    assert_string_equal(fd_of(&sender, 4)->name.data, "8.8.8.8:5555->10.0.0.5:80");
    assert_true(fd_of(&sender, 4)->flags & RT_FD_ROLE_SERVER);
    assert_true(fd_of(&sender, 4)->flags & RT_FD_CONNECTED);
    assert_int_equal(fd_of(&sender, 4)->local_port, 5555);
    assert_string_equal(fd_of(&sender, 5)->name.data, "10.0.0.5:40000->8.8.8.8:443");
    assert_true(fd_of(&sender, 5)->flags & RT_FD_ROLE_CLIENT);
    assert_true(fd_of(&sender, 6)->flags & RT_FD_ROLE_SERVER);
    assert_true(fd_of(&sender, 6)->flags & RT_FD_FROM_PROC);
    rt_state_destroy(sender.state);
}

/* A connection found open whose own end is not known: as with one seen later. */
static void start_sockets_are_completed(void **context)
{
    (void)context;
    struct sender sender = open_sender(NULL);
    struct rt_interface eth = {.name = {"eth0", 4},
                               .address_len = 4,
                               .address = {10, 0, 0, 5},
                               .netmask = {255, 255, 255, 0}};
    struct rt_fd fd = {.number = 3, .type = RT_FD_IPV4_SOCK, .l4 = RT_L4_UDP};
    fd.name = fd.name_raw = (struct rt_str){"", 0};
    memcpy(fd.remote_ip, (uint8_t[]){10, 0, 0, 9}, 4);
    fd.local_port = 1000;
    fd.remote_port = 53;
    add_thread(&sender, 10, 10, 0, "client");
    assert_int_equal(rt_state_add_fd(sender.state, 10, &fd), 0);
    assert_int_equal(rt_state_add_interface(sender.state, &eth), 0);
    rt_state_start_done(sender.state);
    assert_string_equal(fd_of(&sender, 3)->name.data, "10.0.0.5:1000->10.0.0.9:53");
    assert_true(fd_of(&sender, 3)->flags & RT_FD_ROLE_CLIENT);
    rt_state_destroy(sender.state);
}

/* --- descriptors passed over unix sockets --- */

struct passed {
    struct rt_state *state;
    int64_t numbers[8];
    uint32_t n;
};

static void on_passed(void *context, const struct rt_thread *thread, int64_t number)
{
    struct passed *passed = context;
    const struct rt_fd fd = {
        .number = number, .type = RT_FD_FILE_V2, .name = {"/etc/passed", 11}, .name_raw = {"", 0}};

    assert_int_equal(thread->tid, 10);
    if (passed->n < 8)
        passed->numbers[passed->n] = number;
    passed->n++;
    assert_int_equal(rt_state_add_fd(passed->state, thread->pid, &fd), 0);
}

static uint32_t put_control(uint8_t *at, uint64_t len, uint32_t level, uint32_t type)
{
    rt_store64(at, len);
    rt_store32(at + 8, level);
    rt_store32(at + 12, type);
    return (uint32_t)((len + 7) & ~UINT64_C(7));
}

static void passed_descriptors_are_looked_at(void **state)
{
    struct sender sender = started();
    struct passed passed = {.state = sender.state};
    uint8_t control[96] = {0};
    uint32_t len;

    (void)state;
    rt_state_watch_passed_fds(sender.state, on_passed, &passed);
    SEND(&sender, EV_SOCKETPAIR_X, 10, I64(0), I64(3), I64(4), I64(1), I64(2));
    len = put_control(control, 16 + 12, 1, 2); /* credentials */
    rt_store32(control + len + 16, 20);
    rt_store32(control + len + 20, 21);
    len += put_control(control + len, 16 + 8, 1, 1);
    LOOK(&sender, EV_RECVMSG_X, 10, I64(1), U32(1), BYTES("x", 1), NOTHING, BYTES(control, len),
         I64(3));
    assert_int_equal(passed.n, 2);
    assert_int_equal(passed.numbers[0], 20);
    assert_int_equal(passed.numbers[1], 21);
    assert_int_equal(sender.subject.fd->number, 3);
    settle(&sender);
    assert_string_equal(fd_of(&sender, 21)->name.data, "/etc/passed");

    /* A socket that is none of unix, a failure, and lengths that lie. */
    SEND(&sender, EV_SOCKET_X, 10, I64(5), U32(INET), U32(STREAM), U32(0), U32(0));
    SEND(&sender, EV_RECVMSG_X, 10, I64(1), U32(1), BYTES("x", 1), NOTHING, BYTES(control, len),
         I64(5));
    SEND(&sender, EV_RECVMSG_X, 10, I64(-11), U32(0), NOTHING, NOTHING, BYTES(control, len),
         I64(3));
    assert_int_equal(passed.n, 2);
    static const uint64_t lies[] = {0, 15, 16, 17, 19, 97, UINT64_MAX, UINT64_MAX - 6};
    for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
        put_control(control, lies[i], 1, 1);
        SEND(&sender, EV_RECVMSG_X, 10, I64(1), U32(1), BYTES("x", 1), NOTHING,
             BYTES(control, i % 2 ? 24 : 18), I64(3));
    }
    assert_int_equal(passed.n, 2);
    rt_state_destroy(sender.state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_client_connects),
        cmocka_unit_test(the_address_before_the_call_counts),
        cmocka_unit_test(a_server_binds_and_accepts),
        cmocka_unit_test(mapped_addresses_are_ipv4),
        cmocka_unit_test(datagrams_tell_their_peer),
        cmocka_unit_test(unix_sockets_have_addresses_and_a_path),
        cmocka_unit_test(start_state_sockets_are_turned),
        cmocka_unit_test(start_sockets_are_completed),
        cmocka_unit_test(passed_descriptors_are_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
