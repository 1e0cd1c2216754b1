/* Capabilities. See capability.h. The system calls are made as they are: libcap would be one more
 * library for four of them. */
#include "capability.h"

#include <errno.h>
#include <linux/capability.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BIT(capability) (UINT64_C(1) << (capability))

static const struct {
    unsigned capability;
    const char *use;
} needed[] = {
    {CAP_DAC_READ_SEARCH, "files of containers and of other users cannot be read"},
    {CAP_SYS_PTRACE, "the programs and files of processes of other users are not known"},
    {CAP_PERFMON, "the capture programs cannot be loaded"},
    {CAP_BPF, "the capture programs cannot be loaded"},
};

const uint64_t rt_capabilities_needed =
    BIT(CAP_BPF) | BIT(CAP_PERFMON) | BIT(CAP_SYS_PTRACE) | BIT(CAP_DAC_READ_SEARCH);

static const char *const names[] = {
    "CHOWN",
    "DAC_OVERRIDE",
    "DAC_READ_SEARCH",
    "FOWNER",
    "FSETID",
    "KILL",
    "SETGID",
    "SETUID",
    "SETPCAP",
    "LINUX_IMMUTABLE",
    "NET_BIND_SERVICE",
    "NET_BROADCAST",
    "NET_ADMIN",
    "NET_RAW",
    "IPC_LOCK",
    "IPC_OWNER",
    "SYS_MODULE",
    "SYS_RAWIO",
    "SYS_CHROOT",
    "SYS_PTRACE",
    "SYS_PACCT",
    "SYS_ADMIN",
    "SYS_BOOT",
    "SYS_NICE",
    "SYS_RESOURCE",
    "SYS_TIME",
    "SYS_TTY_CONFIG",
    "MKNOD",
    "LEASE",
    "AUDIT_WRITE",
    "AUDIT_CONTROL",
    "SETFCAP",
    "MAC_OVERRIDE",
    "MAC_ADMIN",
    "SYSLOG",
    "WAKE_ALARM",
    "BLOCK_SUSPEND",
    "AUDIT_READ",
    "PERFMON",
    "BPF",
    "CHECKPOINT_RESTORE",
};

#define NAMES (sizeof names / sizeof names[0])

int rt_capabilities_get(struct rt_capabilities *sets)
{
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct data[2] = {{0}, {0}};

    if (syscall(SYS_capget, &head, data) != 0)
        return -errno;
    *sets = (struct rt_capabilities){
        .effective = data[0].effective | (uint64_t)data[1].effective << 32,
        .permitted = data[0].permitted | (uint64_t)data[1].permitted << 32,
        .inheritable = data[0].inheritable | (uint64_t)data[1].inheritable << 32,
    };
    for (unsigned i = 0; i < 64; i++) {
        const int bound = prctl(PR_CAPBSET_READ, i, 0, 0, 0);

        if (bound < 0) /* the kernel knows no more */
            break;
        if (bound > 0)
            sets->bounding |= BIT(i);
        if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_IS_SET, i, 0, 0) > 0)
            sets->ambient |= BIT(i);
    }
    return 0;
}

int rt_capabilities_keep(uint64_t keep)
{
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct data[2] = {{0}, {0}};
    struct rt_capabilities now = {0};
    const int result = rt_capabilities_get(&now);

    if (result != 0)
        return result;
    for (unsigned i = 0; i < 64; i++) {
        if (now.bounding & ~keep & BIT(i) && prctl(PR_CAPBSET_DROP, i, 0, 0, 0) != 0 &&
            errno != EPERM)
            return -errno;
    }
    if (now.ambient && prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0)
        return -errno;
    for (unsigned i = 0; i < 2; i++)
        data[i].permitted = data[i].effective = (uint32_t)((now.permitted & keep) >> (32 * i));
    return syscall(SYS_capset, &head, data) == 0 ? 0 : -errno;
}

void rt_capabilities_name(uint64_t set, char *out, size_t size)
{
    size_t len = (size_t)snprintf(out, size, "%s", set ? "" : "none");

    for (unsigned i = 0; i < 64; i++) {
        const char *comma = len > 0 ? ", " : "";

        if (!(set & BIT(i)) || len >= size)
            continue;
        if (i < NAMES)
            len += (size_t)snprintf(out + len, size - len, "%sCAP_%s", comma, names[i]);
        else
            len += (size_t)snprintf(out + len, size - len, "%scapability %u", comma, i);
    }
}

bool rt_capabilities_suffice(uint64_t set, uint64_t *missing)
{
    *missing = (BIT(CAP_BPF) | BIT(CAP_PERFMON)) & ~set;
    return *missing == 0;
}

const char *rt_capability_use(unsigned capability)
{
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        if (needed[i].capability == capability)
            return needed[i].use;
    }
    return "";
}
