/* Sockets by inode, as /proc/PID/net shows those of the process's network namespace. See live.h. */
#include "live.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LINE_SIZE      1024
#define UNIX_PATH_SIZE 109

/* One socket. */
struct entry {
    uint64_t inode; /* 0: free */
    struct rt_fd fd;
    char path[UNIX_PATH_SIZE]; /* of a Unix socket */
};

struct rt_sockets {
    struct entry *entries; /* hash table, room of them, a power of two */
    uint32_t n, room;
    uint64_t *namespaces; /* inodes of those that were read */
    uint32_t nnamespaces;
};

struct rt_sockets *rt_sockets_create(void)
{
    struct rt_sockets *sockets = calloc(1, sizeof *sockets);

    if (!sockets)
        return NULL;
    sockets->room = 1024;
    sockets->entries = calloc(sockets->room, sizeof *sockets->entries);
    if (!sockets->entries) {
        free(sockets);
        return NULL;
    }
    return sockets;
}

void rt_sockets_destroy(struct rt_sockets *sockets)
{
    if (!sockets)
        return;
    free(sockets->entries);
    free(sockets->namespaces);
    free(sockets);
}

static struct entry *slot(struct entry *entries, uint32_t room, uint64_t inode)
{
    uint64_t at = inode * UINT64_C(0x9e3779b97f4a7c15) >> 32;

    while (entries[at & (room - 1)].inode != 0 && entries[at & (room - 1)].inode != inode)
        at++;
    return &entries[at & (room - 1)];
}

/* A place for the socket; NULL: no memory. */
static struct entry *add(struct rt_sockets *sockets, uint64_t inode)
{
    if (2 * sockets->n >= sockets->room) {
        struct entry *entries = calloc(2 * (size_t)sockets->room, sizeof *entries);
        if (!entries)
            return NULL;
        for (uint32_t i = 0; i < sockets->room; i++) {
            if (sockets->entries[i].inode != 0)
                *slot(entries, 2 * sockets->room, sockets->entries[i].inode) = sockets->entries[i];
        }
        free(sockets->entries);
        sockets->entries = entries;
        sockets->room *= 2;
    }
    struct entry *entry = slot(sockets->entries, sockets->room, inode);
    if (entry->inode == 0)
        sockets->n++;
    entry->inode = inode;
    return entry;
}

/* --- lines --- */

/* Addresses are printed as 32-bit words of the machine's order; memory then holds network order. */
static bool parse_address(const char **at, uint32_t words, uint8_t out[16], uint16_t *port)
{
    for (uint32_t i = 0; i < words; i++) {
        char digits[9] = {0};
        for (int j = 0; j < 8; j++) {
            if (!isxdigit((unsigned char)(*at)[j]))
                return false;
            digits[j] = (*at)[j];
        }
        const uint32_t word = (uint32_t)strtoul(digits, NULL, 16);
        memcpy(out + 4 * (size_t)i, &word, 4);
        *at += 8;
    }
    if (**at != ':')
        return false;
    char *end;
    *port = (uint16_t)strtoul(*at + 1, &end, 16);
    *at = end + strspn(end, " ");
    return true;
}

/* " 0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 INODE ..." */
static void parse_internet(struct rt_sockets *sockets, const char *line, bool six, enum rt_l4 l4)
{
    struct rt_fd fd = {.l4 = l4};
    const char *at = strchr(line, ':');
    unsigned state = 0;
    unsigned long long inode = 0;

    if (!at)
        return;
    at += 1 + strspn(at + 1, " ");
    if (!parse_address(&at, six ? 4 : 1, fd.local_ip, &fd.local_port) ||
        !parse_address(&at, six ? 4 : 1, fd.remote_ip, &fd.remote_port) ||
        sscanf(at, "%x %*s %*s %*s %*s %*s %llu", &state, &inode) != 2 || inode == 0)
        return;
    /* What has no other end is a server; so shows Falco them. */
    const bool server = fd.remote_port == 0;
    fd.type = six ? (server ? RT_FD_IPV6_SERVSOCK : RT_FD_IPV6_SOCK)
                  : (server ? RT_FD_IPV4_SERVSOCK : RT_FD_IPV4_SOCK);
    struct entry *entry = add(sockets, inode);
    if (entry)
        entry->fd = fd;
}

/* "ADDRESS: references protocol flags type state INODE path" */
static void parse_unix(struct rt_sockets *sockets, const char *line)
{
    unsigned long long address = 0, inode = 0;
    int path = 0;

    if (sscanf(line, "%llx: %*s %*s %*s %*s %*s %llu %n", &address, &inode, &path) < 2 ||
        inode == 0)
        return;
    struct entry *entry = add(sockets, inode);
    if (!entry)
        return;
    entry->fd = (struct rt_fd){.type = RT_FD_UNIX_SOCK, .l4 = RT_L4_NA, .unix_source = address};
    snprintf(entry->path, sizeof entry->path, "%s", path > 0 ? line + path : "");
}

/* "sk Eth Pid Groups Rmem Wmem Dump Locks Drops INODE" */
static void parse_netlink(struct rt_sockets *sockets, const char *line)
{
    unsigned long long inode = 0;

    if (sscanf(line, "%*s %*s %*s %*s %*s %*s %*s %*s %*s %llu", &inode) != 1 || inode == 0)
        return;
    struct entry *entry = add(sockets, inode);
    if (entry)
        entry->fd = (struct rt_fd){.type = RT_FD_NETLINK, .l4 = RT_L4_NA};
}

/* --- tables --- */

enum table { TABLE_INTERNET, TABLE_INTERNET6, TABLE_UNIX, TABLE_NETLINK };

static void read_table(struct rt_sockets *sockets, int dir, const char *name, enum table table,
                       enum rt_l4 l4)
{
    const int fd = openat(dir, name, O_RDONLY | O_CLOEXEC);
    FILE *file = fd >= 0 ? fdopen(fd, "r") : NULL;
    char line[LINE_SIZE];
    bool first = true;

    while (file && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (first) {
            first = false;
            continue;
        }
        switch (table) {
        case TABLE_INTERNET:
        case TABLE_INTERNET6:
            parse_internet(sockets, line, table == TABLE_INTERNET6, l4);
            break;
        case TABLE_UNIX:
            parse_unix(sockets, line);
            break;
        case TABLE_NETLINK:
            parse_netlink(sockets, line);
            break;
        }
    }
    if (file)
        fclose(file);
}

/* Reads the tables of the process's namespace, unless they were read. */
static void read_namespace(struct rt_sockets *sockets, int dir)
{
    struct stat ns;

    if (fstatat(dir, "ns/net", &ns, 0) != 0)
        return;
    for (uint32_t i = 0; i < sockets->nnamespaces; i++) {
        if (sockets->namespaces[i] == ns.st_ino)
            return;
    }
    uint64_t *grown =
        realloc(sockets->namespaces, (sockets->nnamespaces + 1) * sizeof *sockets->namespaces);
    if (!grown)
        return;
    sockets->namespaces = grown;
    sockets->namespaces[sockets->nnamespaces++] = ns.st_ino;
    read_table(sockets, dir, "net/tcp", TABLE_INTERNET, RT_L4_TCP);
    read_table(sockets, dir, "net/udp", TABLE_INTERNET, RT_L4_UDP);
    read_table(sockets, dir, "net/raw", TABLE_INTERNET, RT_L4_RAW);
    read_table(sockets, dir, "net/tcp6", TABLE_INTERNET6, RT_L4_TCP);
    read_table(sockets, dir, "net/udp6", TABLE_INTERNET6, RT_L4_UDP);
    read_table(sockets, dir, "net/raw6", TABLE_INTERNET6, RT_L4_RAW);
    read_table(sockets, dir, "net/unix", TABLE_UNIX, RT_L4_NA);
    read_table(sockets, dir, "net/netlink", TABLE_NETLINK, RT_L4_NA);
}

bool rt_sockets_find(struct rt_sockets *sockets, int dir, uint64_t inode, struct rt_fd *fd)
{
    if (inode == 0)
        return false;
    read_namespace(sockets, dir);
    const struct entry *entry = slot(sockets->entries, sockets->room, inode);
    if (entry->inode != inode)
        return false;

    const int64_t number = fd->number;
    const uint32_t flags = fd->flags, dev = fd->dev;
    *fd = entry->fd;
    fd->number = number;
    fd->flags = flags;
    fd->dev = dev;
    fd->ino = inode;
    fd->name = (struct rt_str){.data = entry->path, .len = (uint32_t)strlen(entry->path)};
    fd->name_raw = (struct rt_str){.data = ""};
    return true;
}
