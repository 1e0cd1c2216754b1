/* From the kernel's numbers to Falco's, where they differ: the values of the flag tables in
 * runtime/catalog/flags.def. Facts about which kernel flag becomes which are Falco's own
 * (driver/ppm_flag_helpers.h of its libs, 0.44).
 */
#ifndef RULEC_BPF_FLAGS_H
#define RULEC_BPF_FLAGS_H

#include "scratch.h"

struct flag_pair {
    __u32 kernel, falco;
};

/* Any bit of the kernel's mask sets Falco's: O_TMPFILE and O_SYNC have several, so that O_DIRECTORY
 * alone says O_TMPFILE too, as Falco does. */
#define MAP_FLAG(value, kernel, falco) ((value) & (kernel) ? (falco) : 0)

/* file_flags: what open(2) was asked for. */
static __always_inline __u32 open_flags(__u32 flags)
{
    __u32 access = flags & 3;

    return (access == 3 ? 1 : access + 1) | MAP_FLAG(flags, 0x40, 0x4) |
           MAP_FLAG(flags, 0x410000, 0x2000) | MAP_FLAG(flags, 0x400, 0x8) |
           MAP_FLAG(flags, 0x1000, 0x10) | MAP_FLAG(flags, 0x80, 0x20) |
           MAP_FLAG(flags, 0x800, 0x40) | MAP_FLAG(flags, 0x101000, 0x80) |
           MAP_FLAG(flags, 0x200, 0x100) | MAP_FLAG(flags, 0x4000, 0x200) |
           MAP_FLAG(flags, 0x10000, 0x400) | MAP_FLAG(flags, 0x8000, 0x800) |
           MAP_FLAG(flags, 0x80000, 0x1000);
}

/* The same bits where the access mode has no meaning: dup3, pipe2, socket and others. */
static __always_inline __u32 descriptor_flags(__u32 flags)
{
    return open_flags(flags & ~3u) & ~1u;
}

/* What became of the file: file_flags beyond those of open(2). */
#define FILE_CREATED     0x4000
#define FILE_UPPER_LAYER 0x8000
#define FILE_LOWER_LAYER 0x10000

static __always_inline __u32 open_mode(__u32 flags, __u32 mode)
{
    return flags & (O_CREAT_FLAG | O_TMPFILE_FLAG) ? mode & 07777 : 0;
}

/* openat2_flags */
static __always_inline __u32 resolve_flags(__u64 flags)
{
    return MAP_FLAG(flags, 0x8, 0x1) | MAP_FLAG(flags, 0x10, 0x2) | MAP_FLAG(flags, 0x2, 0x4) |
           MAP_FLAG(flags, 0x4, 0x8) | MAP_FLAG(flags, 0x1, 0x10) | MAP_FLAG(flags, 0x20, 0x20);
}

/* clone_flags */
#define CLONE_FILES_FALCO 0x1
#define CHILD_IN_PIDNS    0x20000000

static __always_inline __u32 clone_flags(__u64 flags)
{
    return MAP_FLAG(flags, 0x400, 0x1) | MAP_FLAG(flags, 0x200, 0x2) |
           MAP_FLAG(flags, 0x80000000, 0x4) | MAP_FLAG(flags, 0x08000000, 0x8) |
           MAP_FLAG(flags, 0x40000000, 0x10) | MAP_FLAG(flags, 0x20000, 0x20) |
           MAP_FLAG(flags, 0x20000000, 0x40) | MAP_FLAG(flags, 0x04000000, 0x80) |
           MAP_FLAG(flags, 0x8000, 0x100) | MAP_FLAG(flags, 0x100000, 0x200) |
           MAP_FLAG(flags, 0x2000, 0x400) | MAP_FLAG(flags, 0x800, 0x800) |
           MAP_FLAG(flags, 0x40000, 0x1000) | MAP_FLAG(flags, 0x10000, 0x2000) |
           MAP_FLAG(flags, 0x800000, 0x4000) | MAP_FLAG(flags, 0x100, 0x8000) |
           MAP_FLAG(flags, 0x10000000, 0x100000) | MAP_FLAG(flags, 0x200000, 0x800000) |
           MAP_FLAG(flags, 0x1000000, 0x1000000) | MAP_FLAG(flags, 0x80000, 0x2000000) |
           MAP_FLAG(flags, 0x4000, 0x8000000) | MAP_FLAG(flags, 0x02000000, 0x10000000);
}

/* linkat_flags: AT_SYMLINK_FOLLOW has the kernel's value, AT_EMPTY_PATH too. */

/* mknod_mode: no type means a regular file. */
static __always_inline __u32 mknod_mode(__u32 mode)
{
    __u32 type = mode & S_IFMT_MASK;

    return (mode & 07777) | (type ? type : 0100000);
}

/* mount_flags: as given, without the magic number of old times. */
static __always_inline __u32 mount_flags(__u32 flags)
{
    return (flags & 0xffff0000) == 0xc0ed0000 ? flags & 0xffff : flags;
}

/* fcntl_commands: by the kernel's number; those from F_SETLEASE on start at 1024. */
static __always_inline __u8 fcntl_command(__u32 command)
{
    static const __u8 low[64] = {
        [0] = 0x1,   [1] = 0x2,   [2] = 0x3,   [3] = 0x4,   [4] = 0x5,   [5] = 0x6,
        [6] = 0x8,   [7] = 0x9,   [8] = 0xa,   [9] = 0xc,   [10] = 0xd,  [11] = 0xf,
        [15] = 0x15, [16] = 0x16, [36] = 0x1e, [37] = 0x1f, [38] = 0x20,
    };
    static const __u8 high[64] = {
        [0] = 0x17, [1] = 0x18, [2] = 0x1b, [5] = 0x19, [6] = 0x1a, [7] = 0x1c, [8] = 0x1d,
    };

    if (command < 64)
        return low[command & 63];
    return command >= 1024 && command < 1088 ? high[command & 63] : 0;
}

/* Of ptrace_requests: those whose data is not a plain number. */
#define FALCO_PTRACE_PEEKTEXT   0x2
#define FALCO_PTRACE_PEEKDATA   0x3
#define FALCO_PTRACE_PEEKUSR    0x4
#define FALCO_PTRACE_CONT       0x8
#define FALCO_PTRACE_SINGLESTEP 0xa
#define FALCO_PTRACE_DETACH     0xc
#define FALCO_PTRACE_SYSCALL    0xd
/* How to read a ptrace parameter. */
#define PTRACE_VALUE_NUMBER     0
#define PTRACE_VALUE_SIGNAL     1

/* ptrace_requests: by the kernel's number; those from PTRACE_SETOPTIONS on start at 0x4200. */
static __always_inline __u16 ptrace_request(__u64 request)
{
    static const __u8 low[64] = {
        [0] = 0x1,   [1] = 0x2,   [2] = 0x3,   [3] = 0x4,   [4] = 0x5,   [5] = 0x6,   [6] = 0x7,
        [7] = 0x8,   [8] = 0x9,   [9] = 0xa,   [12] = 0x1a, [13] = 0x1b, [14] = 0x1c, [15] = 0x1d,
        [16] = 0xb,  [17] = 0xc,  [18] = 0x1e, [19] = 0x1f, [21] = 0x20, [24] = 0xd,  [25] = 0x21,
        [26] = 0x22, [30] = 0x23, [31] = 0x24, [32] = 0x25, [33] = 0x26,
    };
    static const __u8 high[64] = {
        [0x0] = 0xe,  [0x1] = 0xf,  [0x2] = 0x10, [0x3] = 0x11, [0x4] = 0x12, [0x5] = 0x13,
        [0x6] = 0x14, [0x7] = 0x15, [0x8] = 0x16, [0x9] = 0x17, [0xa] = 0x18, [0xb] = 0x19,
    };

    if (request < 64)
        return low[request & 63];
    return request >= 0x4200 && request < 0x4240 ? high[request & 63] : 0;
}

/* io_uring_setup_flags. Falco's third bit repeats the first. */
static __always_inline __u32 ring_flags(__u32 flags)
{
    return (flags & 0x3) | MAP_FLAG(flags, 0x1, 0x4) | (flags & 0x7c) << 1;
}

#endif
