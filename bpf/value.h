/* Values that only some calls have: lists of polled fds, limits, semaphores, socket options, keys,
 * disk quotas. Numbers of the kernel become Falco's as in flags.h. Tables are not static: BTF that
 * clang makes for static ones lacks their places, and without BTF functions are not verified on
 * their own.
 */
#ifndef RULEC_BPF_VALUE_H
#define RULEC_BPF_VALUE_H

#include "data.h"

#define NS_PER_SECOND      1000000000ull
#define NS_PER_MICROSECOND 1000ull

static __always_inline __u32 user_32(__u64 address)
{
    __u32 value = 0;

    bpf_probe_read_user(&value, sizeof(value), (void *)address);
    return value;
}

static __always_inline __u64 user_64(__u64 address)
{
    __u64 value = 0;

    bpf_probe_read_user(&value, sizeof(value), (void *)address);
    return value;
}

/* --- time --- */

/* A struct timespec: seconds and a part of a second, both pointer-sized. */
static __always_inline __u64 user_timespec(const struct scratch *s, __u64 address)
{
    return user_word(s, address, 0) * NS_PER_SECOND + user_word(s, address, 1);
}

/* --- polling --- */

#define MAX_POLLED 16

/* struct pollfd: fd, events, revents. */
static __always_inline __u16 poll_events(__u32 events)
{
    return (events & 0x1) | (events & 0x2) | (events & 0x4) | MAP_FLAG(events, 0x2000, 0x8) |
           MAP_FLAG(events, 0x8, 0x10) | MAP_FLAG(events, 0x10, 0x20) |
           MAP_FLAG(events, 0x20, 0x40) | MAP_FLAG(events, 0x40, 0x80) |
           MAP_FLAG(events, 0x80, 0x100) | MAP_FLAG(events, 0x100, 0x200) |
           MAP_FLAG(events, 0x200, 0x400);
}

__noinline int put_one_polled(struct scratch *s, __u64 at)
{
    if (!s)
        return 0;
    put_64(s, (__s64)(__s32)user_32(at));
    put_16(s, poll_events(user_32(at + 4) >> 16));
    return 0;
}

/* How many, then for each the fd and what happened to it. */
__noinline int put_polled(struct scratch *s, __u64 list, __u32 count)
{
    if (!s)
        return 0;
    __u32 first = 0;
    if (!list || bpf_probe_read_user(&first, sizeof(first), (void *)list) != 0)
        count = 0;
    put_16(s, count < MAX_POLLED ? count : MAX_POLLED);
    for (__u32 i = 0; i < MAX_POLLED && i < count; i++)
        put_one_polled(s, list + 8ull * i);
    return 0;
}

/* --- memory and limits --- */

static __always_inline __u32 prot_flags(__u32 flags)
{
    return (flags & 0xf) | MAP_FLAG(flags, 0x1000000, 0x10) | MAP_FLAG(flags, 0x2000000, 0x20) |
           MAP_FLAG(flags, 0x10, 0x40);
}

/* MAP_RENAME is MAP_ANONYMOUS by another name, and Falco gives both. */
static __always_inline __u32 mmap_flags(__u32 flags)
{
    return (flags & 0x3) | MAP_FLAG(flags, 0x10, 0x4) | MAP_FLAG(flags, 0x20, 0x28) |
           MAP_FLAG(flags, 0x40, 0x10) | MAP_FLAG(flags, 0x4000, 0x40) |
           MAP_FLAG(flags, 0x8000, 0x80) | MAP_FLAG(flags, 0x10000, 0x100) |
           MAP_FLAG(flags, 0x100, 0x200) | MAP_FLAG(flags, 0x800, 0x400) |
           MAP_FLAG(flags, 0x1000, 0x800) | MAP_FLAG(flags, 0x2000, 0x4000);
}

#define RESOURCES        16
#define UNKNOWN_RESOURCE 0xff

/* --- semaphores --- */

const __u16 semctl_commands[32] = {
    [0] = 0x4,   [1] = 0x2,    [2] = 0x1,     [3] = 0x8,    [11] = 0x100, [12] = 0x200, [13] = 0x40,
    [14] = 0x80, [15] = 0x400, [16] = 0x1000, [17] = 0x800, [18] = 0x20,  [19] = 0x10,
};

static __always_inline __u16 semctl_command(__u32 command)
{
    static const __u16 commands[32] = {
        [0] = 0x4,    [1] = 0x2,   [2] = 0x1,   [3] = 0x8,    [11] = 0x100,
        [12] = 0x200, [13] = 0x40, [14] = 0x80, [15] = 0x400, [16] = 0x1000,
        [17] = 0x800, [18] = 0x20, [19] = 0x10,
    };

    return command < 32 ? commands[command & 31] : 0;
}

#define SEMCTL_SETVAL 16

/* struct sembuf: number, operation, flags, 16 bits each. Of an operation that took place. */
static __always_inline __u16 sembuf_word(const struct scratch *s, __u64 array, __u32 count,
                                         __u32 index, __u32 word)
{
    __u16 value = 0;

    if (s->result == 0 && index < count)
        bpf_probe_read_user(&value, sizeof(value), (void *)(array + 6 * index + 2 * word));
    return value;
}

/* --- socket options --- */

#define LEVEL_SOCKET 1
#define LEVEL_TCP    6

enum option_kind { OPTION_BYTES, OPTION_ERRNO, OPTION_32, OPTION_64, OPTION_TIME };

/* enum option_kind by the kernel's number, level SOL_SOCKET; what is not named here is bytes. */
const __u8 option_kinds[64] = {
    [1 ... 3] = OPTION_32,   [4] = OPTION_ERRNO,      [5 ... 12] = OPTION_32,
    [14 ... 16] = OPTION_32, [18 ... 19] = OPTION_32, [20 ... 21] = OPTION_TIME,
    [22 ... 25] = OPTION_32, [27] = OPTION_32,        [29 ... 49] = OPTION_32,
    [57] = OPTION_64,
};

/* Falco numbers the first fifty as the kernel does, and three more. */
static __always_inline __u8 option_name(__u32 level, __u32 name)
{
    if (level != LEVEL_SOCKET)
        return 0;
    return name <= 50 ? name : name == 55 ? 0x34 : name == 57 ? 0x35 : name == 59 ? 0x33 : 0;
}

static __always_inline __u8 option_level(__u32 level)
{
    return level == LEVEL_SOCKET ? 1 : level == LEVEL_TCP ? 2 : 0;
}

/* A byte that says how to read it, then the value. */
__noinline int put_option(struct scratch *s, __u32 level, __u32 name, __u64 value, __u32 size)
{
    if (!s)
        return 0;
    __u32 kind = level == LEVEL_SOCKET && name < 64 ? option_kinds[name & 63] : OPTION_BYTES;

    put_8(s, kind);
    switch (kind) {
    case OPTION_BYTES:
        put_user_bytes(s, value, size);
        break;
    case OPTION_ERRNO:
        put_64(s, -(__s64)(__s32)user_32(value));
        break;
    case OPTION_32:
        put_32(s, user_32(value));
        break;
    case OPTION_64:
        put_64(s, user_64(value));
        break;
    case OPTION_TIME: /* struct timeval */
        put_64(s, user_word(s, value, 0) * NS_PER_SECOND +
                      user_word(s, value, 1) * NS_PER_MICROSECOND);
        break;
    }
    return 0;
}

/* --- keys --- */

/* How the four arguments of a keyctl operation are read, two bits each, the first one lowest:
 * nothing (the number 0), a number, a text. */
enum { KEY_NOTHING, KEY_NUMBER, KEY_TEXT };
#define KEY_ARGUMENTS(a, b, c, d) (KEY_##a | KEY_##b << 2 | KEY_##c << 4 | KEY_##d << 6)

const __u8 key_arguments[64] = {
    [0] = KEY_ARGUMENTS(NUMBER, NUMBER, NOTHING, NOTHING),
    [1] = KEY_ARGUMENTS(TEXT, NOTHING, NOTHING, NOTHING),
    [2] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NOTHING),
    [3] = KEY_ARGUMENTS(NUMBER, NOTHING, NOTHING, NOTHING),
    [4] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NOTHING),
    [5] = KEY_ARGUMENTS(NUMBER, NUMBER, NOTHING, NOTHING),
    [6] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NOTHING),
    [7] = KEY_ARGUMENTS(NUMBER, NOTHING, NOTHING, NOTHING),
    [8] = KEY_ARGUMENTS(NUMBER, NUMBER, NOTHING, NOTHING),
    [9] = KEY_ARGUMENTS(NUMBER, NUMBER, NOTHING, NOTHING),
    [10] = KEY_ARGUMENTS(NUMBER, TEXT, TEXT, NUMBER),
    [11] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NOTHING),
    [12] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NUMBER),
    [13] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NOTHING),
    [14] = KEY_ARGUMENTS(NUMBER, NOTHING, NOTHING, NOTHING),
    [15] = KEY_ARGUMENTS(NUMBER, NUMBER, NOTHING, NOTHING),
    [16] = KEY_ARGUMENTS(NUMBER, NOTHING, NOTHING, NOTHING),
    [17] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NOTHING),
    [19] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NUMBER),
    [20] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NUMBER),
    [21] = KEY_ARGUMENTS(NUMBER, NOTHING, NOTHING, NOTHING),
    [22] = KEY_ARGUMENTS(NUMBER, NUMBER, NOTHING, NOTHING),
    [23] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NUMBER),
    [24] = KEY_ARGUMENTS(NUMBER, NUMBER, TEXT, NOTHING),
    [25] = KEY_ARGUMENTS(NUMBER, TEXT, NUMBER, NUMBER),
    [26] = KEY_ARGUMENTS(NUMBER, TEXT, NUMBER, NUMBER),
    [27] = KEY_ARGUMENTS(NUMBER, TEXT, NUMBER, NUMBER),
    [28] = KEY_ARGUMENTS(NUMBER, TEXT, NUMBER, NUMBER),
    [29] = KEY_ARGUMENTS(NUMBER, TEXT, TEXT, NOTHING),
    [30] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NUMBER),
    [31] = KEY_ARGUMENTS(NUMBER, NUMBER, NOTHING, NOTHING),
    [32] = KEY_ARGUMENTS(NUMBER, NUMBER, NUMBER, NOTHING),
};

/* Argument number `index` (1 to 4) of a keyctl call: a byte that says how to read it, then the
 * value. */
__noinline int put_key_argument(struct scratch *s, __u32 index)
{
    enum { NUMBER_FOLLOWS, TEXT_FOLLOWS };

    if (!s)
        return 0;
    __u32 operation = argument(s, 0);
    __u32 kind = operation < 64 ? key_arguments[operation & 63] >> (2 * ((index - 1) & 3)) & 3 : 0;
    if (kind == KEY_TEXT) {
        put_8(s, TEXT_FOLLOWS);
        put_user_text(s, argument(s, index), TEXT_MAX);
    } else {
        put_8(s, NUMBER_FOLLOWS);
        put_64(s, kind == KEY_NUMBER ? argument(s, index) : 0);
    }
    return 0;
}

/* --- mounting --- */

/* The value of an fsconfig call that succeeded, if its command has one of that kind. */
__noinline int put_mount_value(struct scratch *s, __u32 text)
{
    enum { SET_STRING = 1, SET_BINARY = 2, SET_PATH = 3, SET_PATH_EMPTY = 4 };

    if (!s || s->result < 0)
        return 0;
    __u32 command = argument(s, 1);
    if (text && (command == SET_STRING || command == SET_PATH || command == SET_PATH_EMPTY))
        put_user_text(s, argument(s, 3), TEXT_MAX);
    if (!text && command == SET_BINARY)
        put_user_bytes(s, argument(s, 3), (__u32)argument(s, 4));
    return 0;
}

/* --- disk quotas --- */

#define QUOTA_ON       0x1
#define QUOTA_GETFMT   0x4
#define QUOTA_GETINFO  0x8
#define QUOTA_SETINFO  0x10
#define QUOTA_GETQUOTA 0x20
#define QUOTA_SETQUOTA 0x40
#define QUOTA_XGET     0x400
#define QUOTA_XSET     0x800

/* From Q_SYNC on, and from Q_XQUOTAON on. */
const __u16 quota_commands[16] = {[1] = 0x80, 0x1, 0x2, 0x4, 0x8, 0x10, 0x20, 0x40};
const __u16 xfs_commands[8] = {[1] = 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000, 0x4000};

static __always_inline __u16 quota_command(__u32 command)
{
    __u32 kind = command >> 8;

    if (kind >= 0x800000 && kind < 0x800010)
        return quota_commands[kind & 15];
    return kind >= 0x5800 && kind < 0x5808 ? xfs_commands[kind & 7] : 0;
}

static __always_inline __u8 quota_format(__u32 format)
{
    return format == 1 ? 0x2 : format == 2 ? 0x4 : format == 4 ? 0x8 : 0x1;
}

/* struct if_dqblk: hard and soft limit of blocks, space, hard and soft limit of inodes, inodes,
 * two times, which of these are valid. `word` of it, if that bit says so. */
static __always_inline __u64 quota_word(const struct scratch *s, __u32 word, __u32 valid)
{
    __u16 command = quota_command(argument(s, 0));
    __u64 block = argument(s, 3);

    if (command != QUOTA_GETQUOTA && command != QUOTA_SETQUOTA)
        return 0;
    return user_32(block + 64) & valid ? user_64(block + 8ull * word) : 0;
}

/* struct if_dqinfo: two grace times of 64 bits, flags, which of these are valid. */
static __always_inline __u64 quota_info(const struct scratch *s, __u32 word, __u32 valid)
{
    __u16 command = quota_command(argument(s, 0));
    __u64 info = argument(s, 3);

    if ((command != QUOTA_GETINFO && command != QUOTA_SETINFO) || !(user_32(info + 20) & valid))
        return 0;
    return word < 2 ? user_64(info + 8ull * word) : user_32(info + 16);
}

#endif
