/* Addresses of hosts: files below a root that the test makes, and answers of name servers, of which
 * one is played here. */
#include "resolve/dns.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char root[] = "/tmp/rulec-hosts-XXXXXX";

static void write_file(const char *path, const char *text)
{
    char full[512];
    FILE *file;

    snprintf(full, sizeof full, "%s/%s", root, path);
    file = fopen(full, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int make_root(void **state)
{
    char path[512];

    (void)state;
    if (!mkdtemp(root))
        return -1;
    snprintf(path, sizeof path, "%s/etc", root);
    return mkdir(path, 0700);
}

static int remove_root(void **state)
{
    static const char *const names[] = {"etc/hosts", "etc/resolv.conf", "etc", ""};
    char path[512];

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", root, names[i]);
        if (remove(path) != 0)
            return -1;
    }
    return 0;
}

/* The numbers of the names that the address has, as text. */
static const char *names_of(const struct rt_hosts *hosts, const char *address)
{
    static char text[256];
    const int family = strchr(address, ':') ? AF_INET6 : AF_INET;
    const struct rt_host_address *first;
    uint8_t bytes[16];
    uint32_t n;

    assert_int_equal(inet_pton(family, address, bytes), 1);
    n = rt_hosts_find(hosts, bytes, family == AF_INET ? 4 : 16, &first);
    text[0] = '\0';
    for (uint32_t i = 0; i < n; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%u ", first[i].name);
    return text;
}

static void digits_and_the_file(void **state)
{
    static const char *const names[] = {"10.0.0.1", "localhost", "Db.example", "127.1",
                                        "::1",      "gone..",    "",           "1.2.3.4 "};
    struct rt_hosts hosts;

    (void)state;
    write_file("etc/hosts", "# 10.0.0.9 db.example\n"
                            "10.0.0.1\tdb.example db # also 10.0.0.1\n"
                            "fe80::1 DB.EXAMPLE\n"
                            "nonsense db.example\n"
                            "10.0.0.2");
    write_file("etc/resolv.conf", "nameserver 127.0.0.1\n");
    assert_int_equal(rt_hosts_open(&hosts, root, names, 8), 0);
    assert_string_equal(names_of(&hosts, "10.0.0.1"), "0 2 ");
    assert_string_equal(names_of(&hosts, "127.0.0.1"), "1 3 ");
    assert_string_equal(names_of(&hosts, "::1"), "1 4 ");
    assert_string_equal(names_of(&hosts, "fe80::1"), "2 ");
    assert_string_equal(names_of(&hosts, "10.0.0.2"), "");
    assert_string_equal(names_of(&hosts, "10.0.0.9"), "");
    for (uint32_t i = 5; i < 8; i++)
        assert_false(rt_hosts_has(&hosts, i));
    rt_hosts_close(&hosts);
}

static void servers_and_suffixes(void **state)
{
    struct rt_dns dns;

    (void)state;
    write_file("etc/resolv.conf", "; none\nsearch old.example\nnameserver 10.0.0.53\n"
                                  "nameserver fe80::1%eth0\nnameserver 2001:db8::53\n"
                                  "options rotate ndots:2\nsearch a.example b.example\n");
    rt_dns_configure(&dns, root);
    assert_int_equal(dns.nservers, 2);
    assert_int_equal(dns.servers[0].sin6_addr.s6_addr[15], 53);
    assert_int_equal(dns.nsuffixes, 2);
    assert_string_equal(dns.suffixes[1], "b.example");
    assert_int_equal(dns.ndots, 2);
    rt_dns_configure(&dns, "/nowhere");
    assert_int_equal(dns.nservers, 1);
    assert_int_equal(dns.nsuffixes, 0);
}

/* --- answers --- */

/* An answer to the question: an alias at www.example, and the address of what it leads to, as
 * pointers into what stands before. Its length. */
static size_t answer(uint8_t *message, const uint8_t *question, size_t len, uint8_t last)
{
    static const uint8_t alias[] = {0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 9, 0, 4, 1, 'w', 0xc0, 12};
    const uint8_t address[] = {0xc0, (uint8_t)(len + 12), 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 192, 0, 2,
                               last};
    const uint8_t other[] = {0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 203, 0, 113, last};

    memcpy(message, question, len);
    message[2] = 0x81;
    message[3] = 0x80;
    message[7] = 3;
    memcpy(message + len, alias, sizeof alias);
    memcpy(message + len + sizeof alias, address, sizeof address);
    memcpy(message + len + sizeof alias + sizeof address, other, sizeof other);
    return len + sizeof alias + sizeof address + sizeof other;
}

static void aliases_are_followed(void **state)
{
    static const char *const names[] = {"www.example"};
    uint8_t question[RT_DNS_MESSAGE_MAX], message[RT_DNS_MESSAGE_MAX];
    struct rt_hosts hosts = {.names = names, .nnames = 1};
    size_t len, question_len;
    uint32_t nfound;
    bool room = true;

    (void)state;
    question_len = rt_dns_question(question, 0x1234, "www.example", RT_DNS_A);
    assert_int_equal(question_len, 12 + 13 + 4);
    len = answer(message, question, question_len, 7);
    assert_true(rt_dns_answer(message, len, question, question_len, &hosts, 0, &nfound, &room));
    assert_int_equal(nfound, 1); /* what www.example has beside the alias is nobody's */
    assert_string_equal(names_of(&hosts, "192.0.2.7"), "0 ");
    message[1] ^= 1;
    assert_false(rt_dns_answer(message, len, question, question_len, &hosts, 0, &nfound, &room));
    message[1] ^= 1;
    message[13] = 'W'; /* case does not matter */
    assert_true(rt_dns_answer(message, len, question, question_len, &hosts, 0, &nfound, &room));
    message[14] = 'x';
    assert_false(rt_dns_answer(message, len, question, question_len, &hosts, 0, &nfound, &room));
    assert_true(room);
    rt_hosts_close(&hosts);
}

/* Whatever a byte is, and wherever the message ends: nothing outside of it is read. */
static void malformed_answers_are_survived(void **state)
{
    static const char *const names[] = {"www.example"};
    uint8_t question[RT_DNS_MESSAGE_MAX], message[RT_DNS_MESSAGE_MAX];
    struct rt_hosts hosts = {.names = names, .nnames = 1};
    const size_t question_len = rt_dns_question(question, 1, "www.example", RT_DNS_A);
    const size_t len = answer(message, question, question_len, 7);
    uint32_t nfound;
    bool room = true;

    (void)state;
    for (size_t end = 0; end <= len; end++) {
        for (size_t at = 0; at <= end; at++) {
            for (uint32_t value = 0; value < 256; value += 15) {
                uint8_t *copy = malloc(end + 1);

                assert_non_null(copy);
                memcpy(copy, message, end);
                if (at < end)
                    copy[at] = (uint8_t)value;
                uint8_t *exact = end > 0 ? realloc(copy, end) : copy;
                rt_dns_answer(exact, end, question, question_len, &hosts, 0, &nfound, &room);
                free(exact);
            }
        }
    }
    assert_true(room);
    rt_hosts_close(&hosts);
}

static void names_that_cannot_be_asked_for(void **state)
{
    uint8_t message[RT_DNS_MESSAGE_MAX];
    char longest[300];

    (void)state;
    assert_int_equal(rt_dns_question(message, 1, "", RT_DNS_A), 0);
    assert_int_equal(rt_dns_question(message, 1, "a..b", RT_DNS_A), 0);
    assert_int_equal(rt_dns_question(message, 1, ".", RT_DNS_A), 0);
    assert_int_not_equal(rt_dns_question(message, 1, "a.b.", RT_DNS_A), 0);
    memset(longest, 'a', sizeof longest);
    longest[64] = '\0';
    assert_int_equal(rt_dns_question(message, 1, longest, RT_DNS_A), 0);
    for (size_t i = 0; i < sizeof longest; i += 2)
        longest[i] = '.';
    longest[0] = 'a';
    longest[sizeof longest - 1] = '\0';
    assert_int_equal(rt_dns_question(message, 1, longest, RT_DNS_A), 0);
}

/* --- a server --- */

struct server {
    int fd;
    uint32_t nasked;
};

/* Knows www.example.test only, and that it is an alias of an address; is silent about others' IPv6
 * addresses. */
static void *serve(void *argument)
{
    struct server *server = argument;

    for (;;) {
        uint8_t question[RT_DNS_MESSAGE_MAX], message[RT_DNS_MESSAGE_MAX];
        struct sockaddr_in from;
        socklen_t from_len = sizeof from;
        const ssize_t len =
            recvfrom(server->fd, question, sizeof question, 0, (struct sockaddr *)&from, &from_len);
        size_t answer_len = (size_t)len;

        if (len < 17)
            return NULL;
        server->nasked++;
        memcpy(message, question, (size_t)len);
        message[2] = 0x81;
        message[3] = 0x83;
        if (len == 12 + 18 + 4 && question[len - 3] == RT_DNS_A)
            answer_len = answer(message, question, (size_t)len, 9);
        sendto(server->fd, message, answer_len, 0, (struct sockaddr *)&from, from_len);
    }
}

static void a_server_is_asked(void **state)
{
    static const char *const names[] = {"10.0.0.1", "www", "other"};
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t address_len = sizeof address;
    struct server server = {.fd = socket(AF_INET, SOCK_DGRAM, 0)};
    struct rt_hosts hosts = {.names = names, .nnames = 3};
    struct rt_dns dns;
    pthread_t thread;

    (void)state;
    assert_true(server.fd >= 0);
    assert_int_equal(bind(server.fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(getsockname(server.fd, (struct sockaddr *)&address, &address_len), 0);
    assert_int_equal(pthread_create(&thread, NULL, serve, &server), 0);
    write_file("etc/resolv.conf", "nameserver 127.0.0.1\nsearch example.test\n");
    rt_dns_configure(&dns, root);
    dns.servers[0].sin6_port = address.sin_port;
    assert_true(rt_hosts_add(&hosts, 0, (const uint8_t[]){10, 0, 0, 1}, 4));
    assert_int_equal(rt_dns_ask(&dns, &hosts), 0);
    assert_true(rt_hosts_has(&hosts, 1));
    assert_false(rt_hosts_has(&hosts, 2));
    assert_int_equal(hosts.naddresses, 2);
    assert_memory_equal(hosts.addresses[1].bytes, ((const uint8_t[]){192, 0, 2, 9}), 4);
    /* Two names with the suffix, and then the one that it did not help. */
    assert_int_equal(server.nasked, 6);
    sendto(server.fd, "", 0, 0, (struct sockaddr *)&address, sizeof address); /* the end */
    pthread_join(thread, NULL);
    close(server.fd);
    rt_hosts_close(&hosts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_and_the_file),
        cmocka_unit_test(servers_and_suffixes),
        cmocka_unit_test(aliases_are_followed),
        cmocka_unit_test(malformed_answers_are_survived),
        cmocka_unit_test(names_that_cannot_be_asked_for),
        cmocka_unit_test(a_server_is_asked),
    };

    return cmocka_run_group_tests(tests, make_root, remove_root);
}
