/* The system calls: for each its event, and where every parameter of the event comes from, in the
 * order of the event table. R is the result; the numbers are those of the call's arguments.
 */
#ifndef RULEC_BPF_CALLS_H
#define RULEC_BPF_CALLS_H

#include "catalog/catalog.h"
#include "recipe.h"

#define CALL(number, event_id, ...)                                                                \
    {                                                                                              \
        .call = (number), .event = (event_id), .steps = {__VA_ARGS__},                             \
        .count = sizeof((struct step[]){__VA_ARGS__}) / sizeof(struct step)                        \
    }
#define STEP(step_kind, ...)                                                                       \
    {                                                                                              \
        STEP_##step_kind, __VA_ARGS__                                                              \
    }

#define R            STEP(RETURN, 0, 0, 0)
#define R_INT        STEP(RETURN_INT, 0, 0, 0)
#define INT(a)       STEP(INT, a, 0, 0)
#define U8(a)        STEP(U8, a, 0, 0)
#define U16(a)       STEP(U16, a, 0, 0)
#define U32(a)       STEP(U32, a, 0, 0)
#define BITS(a, m)   STEP(U32, a, 0, m)
#define U64(a)       STEP(U64, a, 0, 0)
#define TEXT(a)      STEP(TEXT, a, 0, 0)
#define MODE(a)      BITS(a, 07777)
#define OFLAGS(a, m) STEP(OPEN_FLAGS_32, a, 0, m)

#define CLOEXEC  0x80000
#define NONBLOCK 0x800
#define DIRECT   0x4000

/* What an exec says of the process; exe, args and env come from the process or, when the exec
 * failed, from the arguments. */
#define TASK_NUMBERS                                                                               \
    STEP(TASK_TID, 0, 0, 0), STEP(TASK_PID, 0, 0, 0), STEP(TASK_PTID, 0, 0, 0),                    \
        STEP(EMPTY, 0, 0, 0), STEP(TASK_FD_LIMIT, 0, 0, 0), STEP(TASK_MAJOR_FAULTS, 0, 0, 0),      \
        STEP(TASK_MINOR_FAULTS, 0, 0, 0), STEP(TASK_VM_SIZE, 0, 0, 0), STEP(TASK_VM_RSS, 0, 0, 0), \
        STEP(TASK_VM_SWAP, 0, 0, 0), STEP(TASK_COMM, 0, 0, 0), STEP(TASK_CGROUPS, 0, 0, 0)
#define EXEC_FACTS                                                                                 \
    STEP(TASK_TTY, 0, 0, 0), STEP(TASK_VPGID, 0, 0, 0), STEP(TASK_LOGINUID, 0, 0, 0),              \
        STEP(EXE_FLAGS, 0, 0, 0), STEP(TASK_CAPS, 0, 0, 0), STEP(TASK_CAPS, 1, 0, 0),              \
        STEP(TASK_CAPS, 2, 0, 0), STEP(EXE_INO, 0, 0, 0), STEP(EXE_CTIME, 0, 0, 0),                \
        STEP(EXE_MTIME, 0, 0, 0), STEP(TASK_UID, 0, 0, 0), STEP(EXE_PATH, 0, 0, 0),                \
        STEP(TASK_PGID, 0, 0, 0), STEP(TASK_GID, 0, 0, 0)
#define EXEC_FAILED(argv, envp)                                                                    \
    R, STEP(ARGV_EXE, argv, 0, 0), STEP(ARGV_ARGS, argv, 0, 0), TASK_NUMBERS,                      \
        STEP(ARGV_ENV, envp, 0, 0), EXEC_FACTS
#define CLONED(in_struct)                                                                          \
    R, STEP(TASK_EXE, 0, 0, 0), STEP(TASK_ARGS, 0, 0, 0), TASK_NUMBERS,                            \
        STEP(TASK_CLONE_FLAGS, 0, 0, in_struct), STEP(TASK_UID, 0, 0, 0), STEP(TASK_GID, 0, 0, 0), \
        STEP(TASK_VTID, 0, 0, 0), STEP(TASK_VPID, 0, 0, 0), STEP(TASK_PIDNS_START, 0, 0, 0)

#define MEMORY            STEP(TASK_VM_SIZE, 0, 0, 0), STEP(TASK_VM_RSS, 0, 0, 0), STEP(TASK_VM_SWAP, 0, 0, 0)
#define LIMIT(a, word)    STEP(LIMIT, a, word, 0)
#define LIMIT_64(a, word) STEP(LIMIT_64, a, word, 0)
#define SEMOP(number)                                                                              \
    STEP(SEMOP, number, 0, 0), STEP(SEMOP, number, 1, 0), STEP(SEMOP_FLAGS, number, 0, 0)
#define OPTION(size_is_argument)                                                                   \
    STEP(OPTION_LEVEL, 0, 0, 0), STEP(OPTION_NAME, 0, 0, 0),                                       \
        STEP(OPTION_VALUE, 0, size_is_argument, 0), STEP(OPTION_SIZE, 0, size_is_argument, 0)
#define KEY(a) STEP(KEY, a, 0, 0)

#define FILE_IDS STEP(FILE_DEV, 0, 0, 0), STEP(FILE_INO, 0, 0, 0)
#define FD_PAIR  STEP(PAIR_FIRST, 0, 0, 0), STEP(PAIR_SECOND, 0, 0, 0), STEP(PAIR_INO, 0, 0, 0)
#define QUEUE    STEP(QUEUE_PERCENT, 0, 0, 0), STEP(QUEUE_LENGTH, 0, 0, 0), STEP(QUEUE_MAX, 0, 0, 0)

/* Of a message call: fd, struct msghdr; of the first message of a call that moves several. */
#define MSG(what)  STEP(MSG_##what, 0, 1, 0)
#define MMSG(what) STEP(MSG_##what, 0, 1, 1)

/* Of the struct io_uring_params that the kernel filled, at its offset. */
#define RING(offset)            STEP(RING_PARAM, 1, offset, 0)
#define RING_BITS(offset, bits) STEP(RING_PARAM, 1, offset, bits)

const struct recipe recipes[MAX_RECIPES] = {
    [RECIPE_GENERIC] =
        CALL(MAX_CALLS, EV_GENERIC_X, STEP(CALL_CODE, 0, 0, 0), STEP(CALL_NUMBER, 0, 0, 0)),
    [RECIPE_EXEC] =
        CALL(MAX_CALLS, EV_EXECVE_19_X, R, STEP(TASK_EXE, 0, 0, 0), STEP(TASK_ARGS, 0, 0, 0),
             TASK_NUMBERS, STEP(TASK_ENV, 0, 0, 0), EXEC_FACTS, STEP(EXEC_FILENAME, 0, 0, 0)),
    [RECIPE_EXIT] =
        CALL(MAX_CALLS, EV_PROCEXIT_1_E, STEP(EXIT_STATUS, 0, 0, 0), STEP(EXIT_RESULT, 0, 0, 0),
             STEP(EXIT_SIGNAL, 0, 0, 0), STEP(EXIT_CORE, 0, 0, 0), STEP(EXIT_REAPER, 0, 0, 0)),

    [RECIPE_TOLD] =
        CALL(MAX_CALLS, EV_OPENAT_2_X, R, STEP(EMPTY, 0, 0, 0), STEP(FILE_PATH, 0, 0, 0),
             STEP(CONST32, 0, 0, 0x401), STEP(CONST32, 0, 0, 0), FILE_IDS),

    [RECIPE_HELD] = CALL(MAX_CALLS, EV_OPENAT_2_X, R, INT(0), STEP(EXEC_FILENAME, 0, 0, 0),
                         STEP(OPEN_FLAGS, 2, 0, 0), STEP(OPEN_MODE, 2, 3, 0), FILE_IDS),

    /* processes */
    [RECIPE_FIRST_CALL] = CALL(59, EV_EXECVE_19_X, EXEC_FAILED(1, 2), TEXT(0)),
    CALL(322, EV_EXECVEAT_X, EXEC_FAILED(2, 3)),
    CALL(56, EV_CLONE_20_X, CLONED(FLAGS_IN_ARGUMENT)),
    CALL(57, EV_FORK_20_X, CLONED(FLAGS_NONE)),
    CALL(58, EV_VFORK_20_X, CLONED(FLAGS_NONE)),
    CALL(435, EV_CLONE3_X, CLONED(FLAGS_IN_STRUCT)),
    CALL(62, EV_KILL_X, R, INT(0), U8(1)),
    CALL(200, EV_TKILL_X, R, INT(0), U8(1)),
    CALL(234, EV_TGKILL_X, R, INT(0), INT(1), U8(2)),
    CALL(101, EV_PTRACE_X, R, STEP(PTRACE_ADDRESS, 0, 2, 0), STEP(PTRACE_DATA, 0, 3, 0),
         STEP(PTRACE_REQUEST, 0, 0, 0), INT(1)),
    CALL(157, EV_PRCTL_X, R, U32(0), STEP(PRCTL_TEXT, 0, 1, 0), STEP(PRCTL_NUMBER, 0, 1, 0)),
    CALL(112, EV_SETSID_X, R),
    CALL(109, EV_SETPGID_X, R, INT(0), INT(1)),
    CALL(272, EV_UNSHARE_X, R, STEP(CLONE_FLAGS, 0, 0, 0)),
    CALL(308, EV_SETNS_X, R, INT(0), STEP(CLONE_FLAGS, 1, 0, 0)),
    CALL(317, EV_SECCOMP_X, R, U64(0), U64(1)),
    CALL(126, EV_CAPSET_X, R, STEP(TASK_CAPS, 0, 0, 0), STEP(TASK_CAPS, 1, 0, 0),
         STEP(TASK_CAPS, 2, 0, 0)),
    CALL(310, EV_PROCESS_VM_READV_X, R, INT(0), STEP(IOV_IN, 1, 2, 0)),
    CALL(311, EV_PROCESS_VM_WRITEV_X, R, INT(0), STEP(IOV_OUT, 1, 2, 0)),

    /* users */
    CALL(102, EV_GETUID_X, STEP(RETURN_32, 0, 0, 0)),
    CALL(104, EV_GETGID_X, STEP(RETURN_32, 0, 0, 0)),
    CALL(107, EV_GETEUID_X, STEP(RETURN_32, 0, 0, 0)),
    CALL(108, EV_GETEGID_X, STEP(RETURN_32, 0, 0, 0)),
    CALL(118, EV_GETRESUID_X, R, STEP(INT_IN, 0, 0, 0), STEP(INT_IN, 1, 0, 0),
         STEP(INT_IN, 2, 0, 0)),
    CALL(120, EV_GETRESGID_X, R, STEP(INT_IN, 0, 0, 0), STEP(INT_IN, 1, 0, 0),
         STEP(INT_IN, 2, 0, 0)),
    CALL(105, EV_SETUID_X, R, U32(0)),
    CALL(106, EV_SETGID_X, R, U32(0)),
    CALL(113, EV_SETREUID_X, R, U32(0), U32(1)),
    CALL(114, EV_SETREGID_X, R, U32(0), U32(1)),
    CALL(117, EV_SETRESUID_X, R, U32(0), U32(1), U32(2)),
    CALL(119, EV_SETRESGID_X, R, U32(0), U32(1), U32(2)),

    /* opening and closing */
    CALL(2, EV_OPEN_X, R, TEXT(0), STEP(OPEN_FLAGS, 1, 0, 0), STEP(OPEN_MODE, 1, 2, 0), FILE_IDS),
    CALL(257, EV_OPENAT_2_X, R, INT(0), TEXT(1), STEP(OPEN_FLAGS, 2, 0, 0),
         STEP(OPEN_MODE, 2, 3, 0), FILE_IDS),
    CALL(437, EV_OPENAT2_X, R, INT(0), TEXT(1), STEP(HOW_FLAGS, 2, 0, 0), STEP(HOW_MODE, 2, 0, 0),
         STEP(HOW_RESOLVE, 2, 0, 0), FILE_IDS),
    CALL(85, EV_CREAT_X, R, TEXT(0), MODE(1), FILE_IDS, STEP(CREAT_FLAGS, 0, 0, 0)),
    CALL(304, EV_OPEN_BY_HANDLE_AT_X, R, INT(0), STEP(OPEN_FLAGS, 2, 0, 0),
         STEP(FILE_PATH, 0, 0, 0), FILE_IDS),
    CALL(3, EV_CLOSE_X, R, INT(0)),
    CALL(436, EV_CLOSE_RANGE_X, R, U32(0), U32(1), BITS(2, 6)),
    CALL(32, EV_DUP_1_X, R_INT, INT(0)),
    CALL(33, EV_DUP2_X, R_INT, INT(0), INT(1)),
    CALL(292, EV_DUP3_X, R_INT, INT(0), INT(1), OFLAGS(2, CLOEXEC)),
    CALL(72, EV_FCNTL_X, R, INT(0), STEP(FCNTL_COMMAND, 1, 0, 0), U64(2)),
    CALL(16, EV_IOCTL_3_X, R, INT(0), U64(1), U64(2)),
    CALL(22, EV_PIPE_X, R, FD_PAIR),
    CALL(293, EV_PIPE2_X, R, FD_PAIR, OFLAGS(1, CLOEXEC | DIRECT | NONBLOCK)),
    CALL(284, EV_EVENTFD_X, R, U64(0), STEP(CONST32, 0, 0, 0)),
    CALL(290, EV_EVENTFD2_X, R, STEP(OPEN_FLAGS_16, 1, 0, CLOEXEC | NONBLOCK), U64(0)),
    CALL(282, EV_SIGNALFD_X, R, INT(0), STEP(CONST32, 0, 0, 0), STEP(U8, 5, 0, 1)),
    CALL(289, EV_SIGNALFD4_X, R, STEP(OPEN_FLAGS_16, 3, 0, CLOEXEC | NONBLOCK), INT(0),
         STEP(CONST32, 0, 0, 0)),
    CALL(283, EV_TIMERFD_CREATE_X, R, STEP(U8, 0, 0, 1), STEP(U8, 0, 0, 1)),
    CALL(253, EV_INOTIFY_INIT_X, R, STEP(U8, 0, 0, 1)),
    CALL(294, EV_INOTIFY_INIT1_X, R, STEP(OPEN_FLAGS_16, 0, 0, CLOEXEC | NONBLOCK)),
    CALL(213, EV_EPOLL_CREATE_X, R, U32(0)),
    CALL(291, EV_EPOLL_CREATE1_X, R, STEP(OPEN_FLAGS_32, 0, 1, CLOEXEC)),
    CALL(323, EV_USERFAULTFD_X, R, U32(0)),
    CALL(319, EV_MEMFD_CREATE_X, R, TEXT(0), BITS(1, 7)),
    CALL(434, EV_PIDFD_OPEN_X, R, INT(0), STEP(OPEN_FLAGS_32, 1, 1, NONBLOCK)),
    CALL(438, EV_PIDFD_GETFD_X, R, INT(0), INT(1), U32(2)),

    /* reading and writing */
    CALL(0, EV_READ_X, R, STEP(DATA_IN, 1, 0, 0), INT(0), U32(2)),
    CALL(1, EV_WRITE_X, R, STEP(DATA_OUT, 1, 2, 0), INT(0), U32(2)),
    CALL(17, EV_PREAD_X, R, STEP(DATA_IN, 1, 0, 0), INT(0), U32(2), U64(3)),
    CALL(18, EV_PWRITE_X, R, STEP(DATA_OUT, 1, 2, 0), INT(0), U32(2), U64(3)),
    CALL(19, EV_READV_X, R, STEP(IOV_SIZE, 1, 2, 0), STEP(IOV_IN, 1, 2, 0), INT(0)),
    CALL(20, EV_WRITEV_X, R, STEP(IOV_OUT, 1, 2, 0), INT(0), STEP(IOV_SIZE, 1, 2, 0)),
    CALL(295, EV_PREADV_X, R, STEP(IOV_SIZE, 1, 2, 0), STEP(IOV_IN, 1, 2, 0), INT(0), U64(3)),
    CALL(296, EV_PWRITEV_X, R, STEP(IOV_OUT, 1, 2, 0), INT(0), STEP(IOV_SIZE, 1, 2, 0), U64(3)),
    CALL(40, EV_SENDFILE_X, R, U64(2), INT(0), INT(1), U64(3)),
    CALL(275, EV_SPLICE_X, R, INT(0), INT(2), U64(4), BITS(5, 15)),
    CALL(326, EV_COPY_FILE_RANGE_X, R, INT(2), U64(3), INT(0), U64(1), U64(4)),
    CALL(8, EV_LSEEK_X, R, INT(0), U64(1), STEP(WHENCE, 2, 0, 0)),
    CALL(73, EV_FLOCK_X, R, INT(0), BITS(1, 15)),
    CALL(78, EV_GETDENTS_X, R, INT(0)),
    CALL(217, EV_GETDENTS64_X, R, INT(0)),
    CALL(4, EV_STAT_X, R, TEXT(0)),
    CALL(6, EV_LSTAT_X, R, TEXT(0)),
    CALL(5, EV_FSTAT_X, R, INT(0)),
    CALL(262, EV_NEWFSTATAT_X, R, INT(0), TEXT(1), BITS(3, 0x1900)),
    CALL(21, EV_ACCESS_X, R, TEXT(0), BITS(1, 7)),

    /* names of files and directories */
    CALL(79, EV_GETCWD_X, R, STEP(TEXT_IF_OK, 0, 0, 0)),
    CALL(80, EV_CHDIR_X, R, TEXT(0)),
    CALL(81, EV_FCHDIR_X, R, INT(0)),
    CALL(161, EV_CHROOT_X, R, TEXT(0)),
    CALL(82, EV_RENAME_X, R, TEXT(0), TEXT(1)),
    CALL(264, EV_RENAMEAT_X, R, INT(0), TEXT(1), INT(2), TEXT(3)),
    CALL(316, EV_RENAMEAT2_X, R, INT(0), TEXT(1), INT(2), TEXT(3), BITS(4, 7)),
    CALL(83, EV_MKDIR_2_X, R, TEXT(0), U32(1)),
    CALL(258, EV_MKDIRAT_X, R, INT(0), TEXT(1), U32(2)),
    CALL(84, EV_RMDIR_2_X, R, TEXT(0)),
    CALL(86, EV_LINK_2_X, R, TEXT(0), TEXT(1)),
    CALL(265, EV_LINKAT_2_X, R, INT(0), TEXT(1), INT(2), TEXT(3), STEP(LINK_FLAGS, 4, 0, 0x1400)),
    CALL(88, EV_SYMLINK_X, R, TEXT(0), TEXT(1)),
    CALL(266, EV_SYMLINKAT_X, R, TEXT(0), INT(1), TEXT(2)),
    CALL(87, EV_UNLINK_2_X, R, TEXT(0)),
    CALL(263, EV_UNLINKAT_2_X, R, INT(0), TEXT(1), BITS(2, 0x200)),
    CALL(133, EV_MKNOD_X, R, TEXT(0), STEP(MKNOD_MODE, 1, 0, 0), U32(2)),
    CALL(259, EV_MKNODAT_X, R, INT(0), TEXT(1), STEP(MKNOD_MODE, 2, 0, 0), U32(3)),

    /* owners and modes */
    CALL(90, EV_CHMOD_X, R, TEXT(0), MODE(1)),
    CALL(91, EV_FCHMOD_X, R, INT(0), MODE(1)),
    CALL(268, EV_FCHMODAT_X, R, INT(0), TEXT(1), MODE(2)),
    CALL(92, EV_CHOWN_X, R, TEXT(0), U32(1), U32(2)),
    CALL(94, EV_LCHOWN_X, R, TEXT(0), U32(1), U32(2)),
    CALL(93, EV_FCHOWN_X, R, INT(0), U32(1), U32(2)),
    CALL(260, EV_FCHOWNAT_X, R, INT(0), TEXT(1), U32(2), U32(3), STEP(LINK_FLAGS, 4, 0, 0x1400)),

    /* mounts, modules, the kernel itself */
    CALL(165, EV_MOUNT_X, R, TEXT(0), TEXT(1), TEXT(2), STEP(MOUNT_FLAGS, 3, 0, 0)),
    CALL(166, EV_UMOUNT2_X, R, TEXT(0), BITS(1, 15)),
    CALL(175, EV_INIT_MODULE_X, R, STEP(BYTES, 0, 1, 4095), U64(1), TEXT(2)),
    CALL(313, EV_FINIT_MODULE_X, R, INT(0), TEXT(1), BITS(2, 7)),
    CALL(176, EV_DELETE_MODULE_X, R, TEXT(0), STEP(OPEN_FLAGS_32, 1, 2, NONBLOCK | 0x200)),
    CALL(321, EV_BPF_2_X, R, U32(0)),
    CALL(425, EV_IO_URING_SETUP_X, R, U32(0), RING(0), RING(4), STEP(RING_FLAGS, 1, 0, 0), RING(12),
         RING(16), RING_BITS(20, 0x7ff)),
    CALL(426, EV_IO_URING_ENTER_X, R, INT(0), U32(1), U32(2), U32(3), U32(4)),
    CALL(427, EV_IO_URING_REGISTER_X, R, INT(0), U16(1), U64(2), U32(3)),
    CALL(431, EV_FSCONFIG_X, R, INT(0), U32(1), TEXT(2), STEP(MOUNT_BYTES, 0, 0, 0),
         STEP(MOUNT_TEXT, 0, 0, 0), U32(4)),
    CALL(179, EV_QUOTACTL_X, R, TEXT(1), STEP(QUOTA_PATH, 0, 0, 0), STEP(QUOTA_WORD, 0, 0, 0x1),
         STEP(QUOTA_WORD, 1, 0, 0x1), STEP(QUOTA_WORD, 2, 0, 0x2), STEP(QUOTA_WORD, 3, 0, 0x4),
         STEP(QUOTA_WORD, 4, 0, 0x4), STEP(QUOTA_WORD, 6, 0, 0x10), STEP(QUOTA_WORD, 7, 0, 0x20),
         STEP(QUOTA_INFO, 0, 0, 0x1), STEP(QUOTA_INFO, 1, 0, 0x2), STEP(QUOTA_INFO, 2, 0, 0x4),
         STEP(QUOTA_FORMAT_FOUND, 0, 0, 0), STEP(QUOTA_COMMAND, 0, 0, 0), STEP(QUOTA_TYPE, 0, 0, 0),
         STEP(QUOTA_ID, 0, 0, 0), STEP(QUOTA_FORMAT, 0, 0, 0)),
    CALL(250, EV_KEYCTL_X, R, U32(0), KEY(1), KEY(2), KEY(3), KEY(4)),

    /* memory, limits, waiting */
    CALL(9, EV_MMAP_X, R, MEMORY, U64(0), U64(1), STEP(PROT, 2, 0, 0), STEP(MMAP_FLAGS, 3, 0, 0),
         INT(4), U64(5)),
    CALL(11, EV_MUNMAP_X, R, MEMORY, U64(0), U64(1)),
    CALL(12, EV_BRK_4_X, R, MEMORY, U64(0)),
    CALL(10, EV_MPROTECT_X, R, U64(0), U64(1), STEP(PROT, 2, 0, 0)),
    CALL(149, EV_MLOCK_X, R, U64(0), U64(1)),
    CALL(325, EV_MLOCK2_X, R, U64(0), U64(1), BITS(2, 1)),
    CALL(150, EV_MUNLOCK_X, R, U64(0), U64(1)),
    CALL(151, EV_MLOCKALL_X, R, BITS(0, 7)),
    CALL(152, EV_MUNLOCKALL_X, R),
    CALL(97, EV_GETRLIMIT_X, R, LIMIT(1, 0), LIMIT(1, 1), STEP(RESOURCE, 0, 0, 0)),
    CALL(160, EV_SETRLIMIT_X, R, STEP(LIMIT, 1, 0, 1), STEP(LIMIT, 1, 1, 1),
         STEP(RESOURCE, 0, 0, 0)),
    CALL(302, EV_PRLIMIT_X, R, STEP(LIMIT_64, 2, 0, 1), STEP(LIMIT_64, 2, 1, 1), LIMIT_64(3, 0),
         LIMIT_64(3, 1), INT(0), STEP(RESOURCE, 1, 0, 0)),
    CALL(202, EV_FUTEX_X, R, U64(0), STEP(FUTEX, 1, 0, 0), U64(2)),
    CALL(64, EV_SEMGET_X, R, U32(0), U32(1), STEP(SEMGET, 2, 0, 0)),
    CALL(65, EV_SEMOP_X, R, U32(2), SEMOP(0), SEMOP(1), U32(0)),
    CALL(66, EV_SEMCTL_X, R, U32(0), U32(1), STEP(SEMCTL, 2, 0, 0), STEP(SEMCTL_VALUE, 0, 0, 0)),
    CALL(35, EV_NANOSLEEP_X, R, STEP(TIMESPEC, 0, 0, 0)),
    CALL(7, EV_POLL_X, R, STEP(POLLED, 0, 1, 0), STEP(U64, 2, 0, 1)),
    CALL(271, EV_PPOLL_X, R, STEP(POLLED, 0, 1, 0), STEP(TIMESPEC, 2, 0, 0),
         STEP(SIGNALS, 3, 0, 0)),
    CALL(23, EV_SELECT_X, R),
    CALL(232, EV_EPOLLWAIT_X, R, INT(2)),

    /* sockets */
    CALL(41, EV_SOCKET_X, R, STEP(FAMILY, 0, 0, 0), U32(1), U32(2), OFLAGS(1, CLOEXEC | NONBLOCK)),
    CALL(53, EV_SOCKETPAIR_X, R, STEP(PAIR_FIRST, 3, 0, 0), STEP(PAIR_SECOND, 3, 0, 0),
         STEP(PAIR_SOURCE, 3, 0, 0), STEP(PAIR_PEER, 3, 0, 0), STEP(FAMILY, 0, 0, 0), U32(1),
         U32(2)),
    CALL(49, EV_BIND_X, R, STEP(ADDRESS, 1, 2, 0), INT(0)),
    CALL(42, EV_CONNECT_X, R, STEP(TUPLE_CONNECT, 0, 1, 0), INT(0), STEP(ADDRESS, 1, 2, 0)),
    CALL(50, EV_LISTEN_X, R, INT(0), U32(1)),
    CALL(43, EV_ACCEPT_5_X, R, STEP(TUPLE_ACCEPTED, 0, 0, 0), QUEUE),
    CALL(288, EV_ACCEPT4_6_X, R, STEP(TUPLE_ACCEPTED, 0, 0, 0), QUEUE,
         OFLAGS(3, CLOEXEC | NONBLOCK)),
    CALL(44, EV_SENDTO_X, R, STEP(DATA_OUT, 1, 2, 0), INT(0), U32(2), STEP(TUPLE_OUT, 0, 4, 0)),
    CALL(45, EV_RECVFROM_X, R, STEP(DATA_IN, 1, 0, 0), STEP(TUPLE_IN, 0, 4, 0), INT(0), U32(2)),
    CALL(CALL_SEND, EV_SEND_X, R, STEP(DATA_OUT, 1, 2, 0), INT(0), U32(2),
         STEP(TUPLE_OUT, 0, 6, 0)),
    CALL(CALL_RECV, EV_RECV_X, R, STEP(DATA_IN, 1, 0, 0), INT(0), U32(2), STEP(TUPLE_IN, 0, 6, 0)),
    CALL(46, EV_SENDMSG_X, R, MSG(OUT), INT(0), MSG(SIZE), MSG(TUPLE_OUT)),
    CALL(47, EV_RECVMSG_X, R, STEP(RETURN_32, 0, 0, 0), MSG(IN), MSG(TUPLE_IN), MSG(CONTROL),
         INT(0)),
    CALL(307, EV_SENDMMSG_X, STEP(MMSG_RESULT, 0, 1, 1), INT(0), MMSG(SIZE), MMSG(OUT),
         MMSG(TUPLE_OUT)),
    CALL(299, EV_RECVMMSG_X, STEP(MMSG_RESULT, 0, 1, 1), INT(0), STEP(MMSG_SIZE, 0, 1, 1), MMSG(IN),
         MMSG(TUPLE_IN), MMSG(CONTROL)),
    CALL(48, EV_SHUTDOWN_X, R, INT(0), U8(1)),
    CALL(51, EV_GETSOCKNAME_X),
    CALL(52, EV_GETPEERNAME_X),
    CALL(54, EV_SETSOCKOPT_X, R, INT(0), OPTION(1)),
    CALL(55, EV_GETSOCKOPT_X, R, INT(0), OPTION(0)),
};

#endif
