/* Questions to name servers. See dns.h. */
#include "dns.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define PORT          53
#define TRY_MS        330 /* before the next server is asked */
#define LINE_MAX_SIZE 1024
#define BLANKS        " \t\r\n"

/* One name, one type. */
struct question {
    uint32_t name; /* its number */
    size_t len;
    bool answered;
    uint8_t message[RT_DNS_MESSAGE_MAX];
};

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- etc/resolv.conf --- */

static void add_server(struct rt_dns *dns, const char *text)
{
    struct sockaddr_in6 *server = &dns->servers[dns->nservers];
    char mapped[64];

    if (dns->nservers == RT_DNS_SERVERS)
        return;
    *server = (struct sockaddr_in6){.sin6_family = AF_INET6, .sin6_port = htons(PORT)};
    snprintf(mapped, sizeof mapped, "::ffff:%s", text);
    if (inet_pton(AF_INET6, strchr(text, ':') ? text : mapped, &server->sin6_addr) == 1)
        dns->nservers++;
}

static void read_line(struct rt_dns *dns, char *line)
{
    char *rest, *key = strtok_r(line, BLANKS, &rest), *word;

    if (!key || strchr("#;", *key))
        return;
    if (strcmp(key, "search") == 0 || strcmp(key, "domain") == 0)
        dns->nsuffixes = 0; /* the last such line counts */
    while ((word = strtok_r(NULL, BLANKS, &rest))) {
        if (strcmp(key, "nameserver") == 0)
            add_server(dns, word);
        else if ((strcmp(key, "search") == 0 || strcmp(key, "domain") == 0) &&
                 dns->nsuffixes < RT_DNS_SUFFIXES && strlen(word) < RT_DNS_NAME_MAX)
            strcpy(dns->suffixes[dns->nsuffixes++], word);
        else if (strcmp(key, "options") == 0 && strncmp(word, "ndots:", 6) == 0)
            dns->ndots = (uint32_t)strtoul(word + 6, NULL, 10);
    }
}

void rt_dns_configure(struct rt_dns *dns, const char *root)
{
    char path[4096], line[LINE_MAX_SIZE];
    FILE *file = NULL;

    *dns = (struct rt_dns){.ndots = 1};
    if ((size_t)snprintf(path, sizeof path, "%s/etc/resolv.conf", root) < sizeof path)
        file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        read_line(dns, line);
    if (file)
        fclose(file);
    if (dns->nservers == 0)
        add_server(dns, "127.0.0.1");
}

/* --- messages --- */

static void put16(uint8_t *p, uint32_t v)
{
    p[0] = (uint8_t)(v >> 8);
    p[1] = (uint8_t)v;
}

static uint32_t get16(const uint8_t *p)
{
    return (uint32_t)p[0] << 8 | p[1];
}

size_t rt_dns_question(uint8_t *message, uint16_t id, const char *name, uint16_t type)
{
    size_t at = 12;

    if (!*name || strlen(name) >= RT_DNS_NAME_MAX)
        return 0;
    memset(message, 0, at);
    put16(message, id);
    put16(message + 2, 0x0100); /* recursion desired */
    put16(message + 4, 1);
    while (*name) {
        const size_t len = strcspn(name, ".");

        if (len == 0 || len > 63)
            return 0;
        message[at++] = (uint8_t)len;
        memcpy(message + at, name, len);
        at += len;
        name += len + (name[len] == '.');
    }
    message[at++] = 0;
    put16(message + at, type);
    put16(message + at + 2, 1); /* the internet's class */
    return at + 4;
}

/* The name at *at, as labels with their lengths, into name; *at goes behind it. Pointers go back
 * only, so that there is an end. 0: malformed; else the bytes in name. */
static size_t read_name(const uint8_t *message, size_t len, size_t *at, uint8_t name[256])
{
    size_t from = *at, bound = len, used = 0;
    bool jumped = false;

    for (;;) {
        if (from >= bound)
            return 0;
        const size_t label = message[from];

        if ((label & 0xc0) == 0xc0) {
            if (from + 1 >= bound)
                return 0;
            const size_t target = get16(message + from) & 0x3fff;

            if (!jumped)
                *at = from + 2;
            if (target >= from)
                return 0;
            jumped = true;
            bound = from;
            from = target;
            continue;
        }
        if (label > 63 || from + 1 + label > bound || used + 1 + label > 255)
            return 0;
        memcpy(name + used, message + from, label + 1);
        used += label + 1;
        from += label + 1;
        if (label == 0)
            break;
    }
    if (!jumped)
        *at = from;
    return used;
}

static uint8_t lower(uint8_t c)
{
    return c >= 'A' && c <= 'Z' ? (uint8_t)(c | 0x20) : c;
}

/* Lengths of labels are below 64, so they are no letters. */
static bool same_name(const uint8_t *a, size_t alen, const uint8_t *b, size_t blen)
{
    if (alen != blen)
        return false;
    for (size_t i = 0; i < alen; i++) {
        if (lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

bool rt_dns_answer(const uint8_t *message, size_t len, const uint8_t *question, size_t question_len,
                   struct rt_hosts *hosts, uint32_t name, uint32_t *nfound, bool *room)
{
    const uint32_t type = get16(question + question_len - 4);
    const uint32_t size = type == RT_DNS_A ? 4 : 16;
    uint8_t wanted[256], owner[256];
    size_t at = question_len, wanted_len = question_len - 16, owner_len;

    *nfound = 0;
    /* The same number, an answer, to that one question. */
    if (len < question_len || memcmp(message, question, 2) != 0 || !(message[2] & 0x80) ||
        get16(message + 4) != 1 ||
        memcmp(message + question_len - 4, question + question_len - 4, 4) != 0 ||
        !same_name(message + 12, wanted_len, question + 12, wanted_len))
        return false;
    memcpy(wanted, question + 12, wanted_len);
    for (uint32_t n = get16(message + 6); n > 0; n--) {
        owner_len = read_name(message, len, &at, owner);
        if (owner_len == 0 || at + 10 > len)
            return true;
        const uint32_t is = get16(message + at), class = get16(message + at + 2);
        const size_t data = at + 10, data_len = get16(message + at + 8);

        if (data_len > len - data)
            return true;
        at = data + data_len;
        if (class != 1 || !same_name(owner, owner_len, wanted, wanted_len))
            continue;
        if (is == 5) { /* an alias: what follows is about that name */
            size_t target = data;
            const size_t target_len = read_name(message, at, &target, owner);

            if (target_len == 0)
                return true;
            memcpy(wanted, owner, target_len);
            wanted_len = target_len;
        } else if (is == type && data_len == size) {
            *room &= rt_hosts_add(hosts, name, message + data, size);
            ++*nfound;
        }
    }
    return true;
}

/* --- asking --- */

/* The name as it is asked for the n-th time: with the suffixes of the search list, and as it is,
 * before them if it has dots enough. False: there is no n-th time. */
static bool candidate(const struct rt_dns *dns, const char *name, uint32_t n,
                      char out[RT_DNS_NAME_MAX])
{
    const size_t len = strlen(name);
    const bool absolute = len > 0 && name[len - 1] == '.';
    uint32_t dots = 0;

    for (const char *c = name; *c; c++)
        dots += *c == '.';
    const uint32_t plain = absolute || dots >= dns->ndots ? 0 : dns->nsuffixes;

    if (n > (absolute ? 0 : dns->nsuffixes))
        return false;
    if (n == plain)
        snprintf(out, RT_DNS_NAME_MAX, "%s", name);
    else if ((size_t)snprintf(out, RT_DNS_NAME_MAX, "%s.%s", name,
                              dns->suffixes[n < plain ? n : n - 1]) >= RT_DNS_NAME_MAX)
        *out = '\0';
    return true;
}

static uint32_t make_questions(const struct rt_dns *dns, const struct rt_hosts *hosts,
                               uint32_t time, struct question *questions)
{
    uint32_t n = 0, names = 0;

    for (uint32_t i = 0; i < hosts->nnames && names < RT_DNS_MOST_NAMES; i++) {
        static const uint16_t types[] = {RT_DNS_A, RT_DNS_AAAA};
        char name[RT_DNS_NAME_MAX];

        if (rt_hosts_has(hosts, i) || strlen(hosts->names[i]) >= RT_DNS_NAME_MAX)
            continue;
        names++;
        if (!candidate(dns, hosts->names[i], time, name))
            continue;
        for (uint32_t k = 0; k < 2; k++) {
            struct question *question = &questions[n];
            uint16_t id = 0;

            if (getrandom(&id, sizeof id, GRND_NONBLOCK) != sizeof id)
                id = (uint16_t)(now_ms() * 31 + n);
            question->name = i;
            question->answered = false;
            question->len = rt_dns_question(question->message, id, name, types[k]);
            n += question->len > 0;
        }
    }
    return n;
}

/* Answers that are there; *left goes down by the questions that they settle. False: no memory. */
static bool take_answers(int fd, struct rt_hosts *hosts, struct question *questions, uint32_t n,
                         uint32_t *left)
{
    uint8_t message[RT_DNS_MESSAGE_MAX];
    bool room = true;
    ssize_t len;

    while (*left > 0 && room && (len = recv(fd, message, sizeof message, MSG_DONTWAIT)) > 0) {
        for (uint32_t i = 0; i < n; i++) {
            uint32_t nfound;
            const uint32_t code = len >= 4 ? message[3] & 0xf : 0;

            if (questions[i].answered ||
                !rt_dns_answer(message, (size_t)len, questions[i].message, questions[i].len, hosts,
                               questions[i].name, &nfound, &room))
                continue;
            /* No error, or no such name; another server may know more than one that failed. */
            questions[i].answered = code == 0 || code == 3;
            *left -= questions[i].answered;
            break;
        }
    }
    return room;
}

/* A socket that is connected, so that nobody else can answer, and that "no such port" comes back as
 * an error. -1: the server cannot be reached. */
static int connect_to(const struct sockaddr_in6 *server)
{
    const bool is_four = IN6_IS_ADDR_V4MAPPED(&server->sin6_addr); /* where there is no IPv6 too */
    struct sockaddr_in four = {.sin_family = AF_INET, .sin_port = server->sin6_port};
    const int fd = socket(is_four ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    int error;

    memcpy(&four.sin_addr, server->sin6_addr.s6_addr + 12, sizeof four.sin_addr);
    if (fd < 0)
        return -1;
    error = is_four ? connect(fd, (const struct sockaddr *)&four, sizeof four)
                    : connect(fd, (const struct sockaddr *)server, sizeof *server);
    if (error == 0)
        return fd;
    close(fd);
    return -1;
}

/* Sends what is not answered to one server, and waits; 0 or -ENOMEM. */
static int try_server(const struct sockaddr_in6 *server, struct rt_hosts *hosts,
                      struct question *questions, uint32_t n, uint32_t *left, int64_t until)
{
    struct pollfd ready = {.fd = connect_to(server), .events = POLLIN};
    bool room = true;

    if (ready.fd < 0)
        return 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!questions[i].answered &&
            send(ready.fd, questions[i].message, questions[i].len, MSG_DONTWAIT | MSG_NOSIGNAL) <
                0 &&
            errno != EAGAIN)
            until = 0; /* unreachable */
    }
    while (*left > 0 && room) {
        const int64_t wait = until - now_ms();

        if (wait <= 0 || poll(&ready, 1, (int)wait) <= 0)
            break;
        if (ready.revents & POLLERR)
            break;
        room = take_answers(ready.fd, hosts, questions, n, left);
    }
    close(ready.fd);
    return room ? 0 : -ENOMEM;
}

int rt_dns_ask(const struct rt_dns *dns, struct rt_hosts *hosts)
{
    const int64_t end = now_ms() + RT_DNS_BUDGET_MS;
    const uint32_t most = hosts->nnames < RT_DNS_MOST_NAMES ? hosts->nnames : RT_DNS_MOST_NAMES;
    struct question *questions = malloc(2 * (size_t)most * sizeof *questions + 1);
    int error = questions ? 0 : -ENOMEM;

    for (uint32_t time = 0; time <= dns->nsuffixes && error == 0; time++) {
        const uint32_t n = make_questions(dns, hosts, time, questions);
        uint32_t left = n;

        for (uint32_t i = 0; i < RT_DNS_SERVERS && left > 0 && error == 0; i++) {
            const int64_t now = now_ms();

            if (now >= end)
                break;
            error = try_server(&dns->servers[i % dns->nservers], hosts, questions, n, &left,
                               now + TRY_MS < end ? now + TRY_MS : end);
        }
    }
    free(questions);
    return error;
}
