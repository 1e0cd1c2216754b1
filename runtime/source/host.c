/* What is known about the machine at the start. See live.h. */
#include "live.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_SECOND UINT64_C(1000000000)
#define LINE_MAX_SIZE 4096

static uint64_t clock_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * NS_PER_SECOND + (uint64_t)now.tv_nsec;
}

uint64_t rt_now_ns(void)
{
    return clock_ns(CLOCK_REALTIME);
}

uint64_t rt_boot_time_ns(void)
{
    return clock_ns(CLOCK_REALTIME) - clock_ns(CLOCK_BOOTTIME);
}

/* --- users and groups, as the files say: no name service is asked --- */

static struct rt_str text(const char *data)
{
    return (struct rt_str){.data = data, .len = (uint32_t)strlen(data)};
}

/* Cuts a line at its colons; missing fields are empty. */
static void split(char *line, char **fields, int count)
{
    line[strcspn(line, "\n")] = '\0';
    for (int i = 0; i < count; i++)
        fields[i] = line ? strsep(&line, ":") : (char *)"";
}

static bool number(const char *digits, uint32_t *out)
{
    char *end;
    unsigned long value = strtoul(digits, &end, 10);

    *out = (uint32_t)value;
    return *digits != '\0' && *end == '\0';
}

static void scan_users(struct rt_state *state)
{
    FILE *file = fopen("/etc/passwd", "re");
    char line[LINE_MAX_SIZE], *f[7];

    while (file && fgets(line, sizeof line, file)) {
        struct rt_user user = {0};
        split(line, f, 7);
        if (!number(f[2], &user.uid) || !number(f[3], &user.gid))
            continue;
        user.name = text(f[0]);
        user.home = text(f[5]);
        user.shell = text(f[6]);
        rt_state_add_user(state, &user);
    }
    if (file)
        fclose(file);
}

static void scan_groups(struct rt_state *state)
{
    FILE *file = fopen("/etc/group", "re");
    char line[LINE_MAX_SIZE], *f[3];

    while (file && fgets(line, sizeof line, file)) {
        struct rt_group group = {0};
        split(line, f, 3);
        if (!number(f[2], &group.gid))
            continue;
        group.name = text(f[0]);
        rt_state_add_group(state, &group);
    }
    if (file)
        fclose(file);
}

/* --- network interfaces --- */

static uint8_t copy_address(uint8_t out[16], const struct sockaddr *address)
{
    if (!address)
        return 0;
    if (address->sa_family == AF_INET) {
        memcpy(out, &((const struct sockaddr_in *)address)->sin_addr, 4);
        return 4;
    }
    if (address->sa_family == AF_INET6) {
        memcpy(out, &((const struct sockaddr_in6 *)address)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

static void scan_interfaces(struct rt_state *state)
{
    struct ifaddrs *list;

    if (getifaddrs(&list) != 0)
        return;
    for (const struct ifaddrs *at = list; at; at = at->ifa_next) {
        struct rt_interface interface = {.name = text(at->ifa_name)};
        interface.address_len = copy_address(interface.address, at->ifa_addr);
        if (interface.address_len == 0)
            continue;
        copy_address(interface.netmask, at->ifa_netmask);
        if (at->ifa_flags & IFF_BROADCAST)
            copy_address(interface.broadcast, at->ifa_broadaddr);
        rt_state_add_interface(state, &interface);
    }
    freeifaddrs(list);
}

void rt_host_scan(struct rt_state *state)
{
    char name[256] = "";

    gethostname(name, sizeof name - 1);
    rt_state_set_hostname(state, name);
    const long ncpus = sysconf(_SC_NPROCESSORS_ONLN);
    rt_state_set_machine(state, ncpus > 0 ? (uint32_t)ncpus : 0, rt_boot_time_ns());
    scan_users(state);
    scan_groups(state);
    scan_interfaces(state);
}
