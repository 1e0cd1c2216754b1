/* Addresses of names. See hosts.h. */
#include "hosts.h"

#include "dns.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LINE_MAX_SIZE 4096
#define BLANKS        " \t\r\n"

static int compare_bytes(const struct rt_host_address *address, const uint8_t *bytes, uint32_t len)
{
    if (address->len != len)
        return address->len < len ? -1 : 1;
    return memcmp(address->bytes, bytes, len);
}

static int compare_addresses(const void *left, const void *right)
{
    const struct rt_host_address *a = left, *b = right;
    const int order = compare_bytes(a, b->bytes, b->len);

    return order != 0 ? order : (a->name > b->name) - (a->name < b->name);
}

bool rt_hosts_add(struct rt_hosts *hosts, uint32_t name, const uint8_t *bytes, uint32_t len)
{
    struct rt_host_address *address;
    uint32_t n = 0;

    for (uint32_t i = 0; i < hosts->naddresses; i++) {
        if (hosts->addresses[i].name != name)
            continue;
        if (compare_bytes(&hosts->addresses[i], bytes, len) == 0 || ++n == RT_HOST_ADDRESSES)
            return true;
    }
    if (hosts->naddresses == hosts->capacity) {
        const uint32_t larger = hosts->capacity > 0 ? 2 * hosts->capacity : 16;
        struct rt_host_address *grown = realloc(hosts->addresses, larger * sizeof *grown);

        if (!grown)
            return false;
        hosts->addresses = grown;
        hosts->capacity = larger;
    }
    address = &hosts->addresses[hosts->naddresses++];
    *address = (struct rt_host_address){.len = len, .name = name};
    memcpy(address->bytes, bytes, len);
    return true;
}

bool rt_hosts_has(const struct rt_hosts *hosts, uint32_t name)
{
    for (uint32_t i = 0; i < hosts->naddresses; i++) {
        if (hosts->addresses[i].name == name)
            return true;
    }
    return false;
}

/* True: the text is an address in digits, now the name's. */
static bool add_digits(struct rt_hosts *hosts, uint32_t name, const char *text, bool *room)
{
    struct in6_addr six;
    struct in_addr four;

    if (!*text || strpbrk(text, BLANKS))
        return false;
    if (inet_aton(text, &four)) {
        *room &= rt_hosts_add(hosts, name, (const uint8_t *)&four, sizeof four);
        return true;
    }
    if (inet_pton(AF_INET6, text, &six) == 1) {
        *room &= rt_hosts_add(hosts, name, (const uint8_t *)&six, sizeof six);
        return true;
    }
    return false;
}

/* A line of etc/hosts: an address, and what it is called. */
static bool add_line(struct rt_hosts *hosts, char *line, bool *room)
{
    char *rest, *address, *word;

    line[strcspn(line, "#")] = '\0';
    address = strtok_r(line, BLANKS, &rest);
    while (address && (word = strtok_r(NULL, BLANKS, &rest))) {
        for (uint32_t i = 0; i < hosts->nnames; i++) {
            if (strcasecmp(word, hosts->names[i]) == 0)
                add_digits(hosts, i, address, room);
        }
    }
    return *room;
}

/* The rest of a line that is too long is left out; without the file nothing is added. */
static void add_file(struct rt_hosts *hosts, const char *root, bool *room)
{
    char path[4096], line[LINE_MAX_SIZE];
    bool begins = true;
    FILE *file;

    if ((size_t)snprintf(path, sizeof path, "%s/etc/hosts", root) >= sizeof path ||
        !(file = fopen(path, "re")))
        return;
    while (*room && fgets(line, sizeof line, file)) {
        const bool ends = strchr(line, '\n') != NULL;

        if (begins)
            add_line(hosts, line, room);
        begins = ends;
    }
    fclose(file);
}

static bool add_localhost(struct rt_hosts *hosts, uint32_t name)
{
    static const uint8_t four[4] = {127, 0, 0, 1}, six[16] = {[15] = 1};

    return rt_hosts_add(hosts, name, four, sizeof four) &&
           rt_hosts_add(hosts, name, six, sizeof six);
}

static int add_all(struct rt_hosts *hosts, const char *root)
{
    struct rt_dns dns;
    bool room = true, missing = false;

    for (uint32_t i = 0; i < hosts->nnames; i++)
        add_digits(hosts, i, hosts->names[i], &room);
    add_file(hosts, root, &room);
    for (uint32_t i = 0; i < hosts->nnames && room; i++) {
        if (rt_hosts_has(hosts, i))
            continue;
        if (strcasecmp(hosts->names[i], "localhost") == 0)
            room = add_localhost(hosts, i);
        else
            missing = true;
    }
    if (!room)
        return -ENOMEM;
    if (!missing)
        return 0;
    rt_dns_configure(&dns, root);
    return rt_dns_ask(&dns, hosts);
}

int rt_hosts_open(struct rt_hosts *hosts, const char *root, const char *const *names,
                  uint32_t nnames)
{
    int error;

    *hosts = (struct rt_hosts){.names = names, .nnames = nnames};
    error = add_all(hosts, root);
    if (error != 0)
        rt_hosts_close(hosts);
    else if (hosts->naddresses > 0)
        qsort(hosts->addresses, hosts->naddresses, sizeof *hosts->addresses, compare_addresses);
    return error;
}

uint32_t rt_hosts_find(const struct rt_hosts *hosts, const uint8_t *bytes, uint32_t len,
                       const struct rt_host_address **first)
{
    uint32_t low = 0, high = hosts->naddresses, end;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;

        if (compare_bytes(&hosts->addresses[middle], bytes, len) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < hosts->naddresses; end++) {
        if (compare_bytes(&hosts->addresses[end], bytes, len) != 0)
            break;
    }
    *first = hosts->addresses + low;
    return end - low;
}

void rt_hosts_close(struct rt_hosts *hosts)
{
    free(hosts->addresses);
    *hosts = (struct rt_hosts){0};
}
