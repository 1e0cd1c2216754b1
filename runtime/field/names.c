/* Names of numbers. See names.h. */
#include "names.h"

static const char *const errno_names[] = {
    [1] = "EPERM",
    [2] = "ENOENT",
    [3] = "ESRCH",
    [4] = "EINTR",
    [5] = "EIO",
    [6] = "ENXIO",
    [7] = "E2BIG",
    [8] = "ENOEXEC",
    [9] = "EBADF",
    [10] = "ECHILD",
    [11] = "EAGAIN",
    [12] = "ENOMEM",
    [13] = "EACCES",
    [14] = "EFAULT",
    [15] = "ENOTBLK",
    [16] = "EBUSY",
    [17] = "EEXIST",
    [18] = "EXDEV",
    [19] = "ENODEV",
    [20] = "ENOTDIR",
    [21] = "EISDIR",
    [22] = "EINVAL",
    [23] = "ENFILE",
    [24] = "EMFILE",
    [25] = "ENOTTY",
    [26] = "ETXTBSY",
    [27] = "EFBIG",
    [28] = "ENOSPC",
    [29] = "ESPIPE",
    [30] = "EROFS",
    [31] = "EMLINK",
    [32] = "EPIPE",
    [33] = "EDOM",
    [34] = "ERANGE",
    [35] = "EDEADLK",
    [36] = "ENAMETOOLONG",
    [37] = "ENOLCK",
    [38] = "ENOSYS",
    [39] = "ENOTEMPTY",
    [40] = "ELOOP",
    [42] = "ENOMSG",
    [43] = "EIDRM",
    [44] = "ECHRNG",
    [45] = "EL2NSYNC",
    [46] = "EL3HLT",
    [47] = "EL3RST",
    [48] = "ELNRNG",
    [49] = "EUNATCH",
    [50] = "ENOCSI",
    [51] = "EL2HLT",
    [52] = "EBADE",
    [53] = "EBADR",
    [54] = "EXFULL",
    [55] = "ENOANO",
    [56] = "EBADRQC",
    [57] = "EBADSLT",
    [59] = "EBFONT",
    [60] = "ENOSTR",
    [61] = "ENODATA",
    [62] = "ETIME",
    [63] = "ENOSR",
    [64] = "ENONET",
    [65] = "ENOPKG",
    [66] = "EREMOTE",
    [67] = "ENOLINK",
    [68] = "EADV",
    [69] = "ESRMNT",
    [70] = "ECOMM",
    [71] = "EPROTO",
    [72] = "EMULTIHOP",
    [73] = "EDOTDOT",
    [74] = "EBADMSG",
    [75] = "EOVERFLOW",
    [76] = "ENOTUNIQ",
    [77] = "EBADFD",
    [78] = "EREMCHG",
    [79] = "ELIBACC",
    [80] = "ELIBBAD",
    [81] = "ELIBSCN",
    [82] = "ELIBMAX",
    [83] = "ELIBEXEC",
    [84] = "EILSEQ",
    [85] = "ERESTART",
    [86] = "ESTRPIPE",
    [87] = "EUSERS",
    [88] = "ENOTSOCK",
    [89] = "EDESTADDRREQ",
    [90] = "EMSGSIZE",
    [91] = "EPROTOTYPE",
    [92] = "ENOPROTOOPT",
    [93] = "EPROTONOSUPPORT",
    [94] = "ESOCKTNOSUPPORT",
    [95] = "EOPNOTSUPP",
    [96] = "EPFNOSUPPORT",
    [97] = "EAFNOSUPPORT",
    [98] = "EADDRINUSE",
    [99] = "EADDRNOTAVAIL",
    [100] = "ENETDOWN",
    [101] = "ENETUNREACH",
    [102] = "ENETRESET",
    [103] = "ECONNABORTED",
    [104] = "ECONNRESET",
    [105] = "ENOBUFS",
    [106] = "EISCONN",
    [107] = "ENOTCONN",
    [108] = "ESHUTDOWN",
    [109] = "ETOOMANYREFS",
    [110] = "ETIMEDOUT",
    [111] = "ECONNREFUSED",
    [112] = "EHOSTDOWN",
    [113] = "EHOSTUNREACH",
    [114] = "EALREADY",
    [115] = "EINPROGRESS",
    [116] = "ESTALE",
    [117] = "EUCLEAN",
    [118] = "ENOTNAM",
    [119] = "ENAVAIL",
    [120] = "EISNAM",
    [121] = "EREMOTEIO",
    [122] = "EDQUOT",
    [123] = "ENOMEDIUM",
    [124] = "EMEDIUMTYPE",
    [125] = "ECANCELED",
};

/* The kernel's own numbers, that programs never see, but tracepoints do. */
#define FIRST_INTERNAL 512
static const char *const internal_errno_names[] = {
    [0] = "ERESTARTSYS", [1] = "ERESTARTNOINTR",        [2] = "ERESTARTNOHAND",
    [3] = "ENOIOCTLCMD", [4] = "ERESTART_RESTARTBLOCK", [9] = "EBADHANDLE",
    [10] = "ENOTSYNC",   [11] = "EBADCOOKIE",           [12] = "ENOTSUPP",
    [13] = "ETOOSMALL",  [14] = "ESERVERFAULT",         [15] = "EBADTYPE",
    [16] = "EJUKEBOX",   [17] = "EIOCBQUEUED",          [18] = "EIOCBRETRY",
};

static const char *const signal_names[] = {
    [1] = "SIGHUP",     [2] = "SIGINT",   [3] = "SIGQUIT",   [4] = "SIGILL",   [5] = "SIGTRAP",
    [6] = "SIGABRT",    [7] = "SIGBUS",   [8] = "SIGFPE",    [9] = "SIGKILL",  [10] = "SIGUSR1",
    [11] = "SIGSEGV",   [12] = "SIGUSR2", [13] = "SIGPIPE",  [14] = "SIGALRM", [15] = "SIGTERM",
    [16] = "SIGSTKFLT", [17] = "SIGCHLD", [18] = "SIGCONT",  [19] = "SIGSTOP", [20] = "SIGTSTP",
    [21] = "SIGTTIN",   [22] = "SIGTTOU", [23] = "SIGURG",   [24] = "SIGXCPU", [25] = "SIGXFSZ",
    [26] = "SIGVTALRM", [27] = "SIGPROF", [28] = "SIGWINCH", [29] = "SIGIO",   [30] = "SIGPWR",
    [31] = "SIGSYS",
};

const char *const rt_capability_names[RT_CAPABILITIES] = {
    "CAP_CHOWN",
    "CAP_DAC_OVERRIDE",
    "CAP_DAC_READ_SEARCH",
    "CAP_FOWNER",
    "CAP_FSETID",
    "CAP_KILL",
    "CAP_SETGID",
    "CAP_SETUID",
    "CAP_SETPCAP",
    "CAP_LINUX_IMMUTABLE",
    "CAP_NET_BIND_SERVICE",
    "CAP_NET_BROADCAST",
    "CAP_NET_ADMIN",
    "CAP_NET_RAW",
    "CAP_IPC_LOCK",
    "CAP_IPC_OWNER",
    "CAP_SYS_MODULE",
    "CAP_SYS_RAWIO",
    "CAP_SYS_CHROOT",
    "CAP_SYS_PTRACE",
    "CAP_SYS_PACCT",
    "CAP_SYS_ADMIN",
    "CAP_SYS_BOOT",
    "CAP_SYS_NICE",
    "CAP_SYS_RESOURCE",
    "CAP_SYS_TIME",
    "CAP_SYS_TTY_CONFIG",
    "CAP_MKNOD",
    "CAP_LEASE",
    "CAP_AUDIT_WRITE",
    "CAP_AUDIT_CONTROL",
    "CAP_SETFCAP",
    "CAP_MAC_OVERRIDE",
    "CAP_MAC_ADMIN",
    "CAP_SYSLOG",
    "CAP_WAKE_ALARM",
    "CAP_BLOCK_SUSPEND",
    "CAP_AUDIT_READ",
    "CAP_PERFMON",
    "CAP_BPF",
    "CAP_CHECKPOINT_RESTORE",
};

static const struct {
    const char *name;
    char letter;
} fd_types[] = {
    [RT_FD_UNKNOWN] = {"<NA>", 'o'},
    [RT_FD_FILE] = {"file", 'f'},
    [RT_FD_FILE_V2] = {"file", 'f'},
    [RT_FD_DIRECTORY] = {"directory", 'd'},
    [RT_FD_IPV4_SOCK] = {"ipv4", '4'},
    [RT_FD_IPV6_SOCK] = {"ipv6", '6'},
    [RT_FD_IPV4_SERVSOCK] = {"ipv4", '4'},
    [RT_FD_IPV6_SERVSOCK] = {"ipv6", '6'},
    [RT_FD_FIFO] = {"pipe", 'p'},
    [RT_FD_UNIX_SOCK] = {"unix", 'u'},
    [RT_FD_EVENTFD] = {"event", 'e'},
    [RT_FD_UNSUPPORTED] = {"<NA>", 'X'},
    [RT_FD_SIGNALFD] = {"signalfd", 's'},
    [RT_FD_EVENTPOLL] = {"eventpoll", 'l'},
    [RT_FD_INOTIFY] = {"inotify", 'i'},
    [RT_FD_TIMERFD] = {"timerfd", 't'},
    [RT_FD_NETLINK] = {"netlink", 'n'},
    [RT_FD_BPF] = {"bpf", 'b'},
    [RT_FD_USERFAULTFD] = {"userfaultfd", 'u'},
    [RT_FD_IOURING] = {"io_uring", 'r'},
    [RT_FD_MEMFD] = {"memfd", 'm'},
    [RT_FD_PIDFD] = {"pidfd", 'P'},
    [RT_FD_UNINIT] = {"<NA>", '?'},
};

static const char *const syscall_names[CAT_MAX_SYSCALL_CODE + 1] = {
#define SYSCALL(number, name, code, enter, exit) [code] = #name,
#include "../catalog/syscalls.def"
#undef SYSCALL
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

const char *rt_errno_name(uint32_t number)
{
    const char *name = NULL;

    if (number < COUNT(errno_names))
        name = errno_names[number];
    else if (number >= FIRST_INTERNAL && number - FIRST_INTERNAL < COUNT(internal_errno_names))
        name = internal_errno_names[number - FIRST_INTERNAL];
    return name ? name : "";
}

const char *rt_signal_name(uint32_t number)
{
    return number < COUNT(signal_names) ? signal_names[number] : NULL;
}

const char *rt_fd_type_name(enum rt_fd_type type)
{
    return type < COUNT(fd_types) ? fd_types[type].name : "<NA>";
}

char rt_fd_type_char(enum rt_fd_type type)
{
    return type < COUNT(fd_types) ? fd_types[type].letter : '?';
}

const char *rt_letter(char c)
{
    static const char letters[] = "f\0"
                                  "4\0"
                                  "6\0"
                                  "d\0"
                                  "p\0"
                                  "u\0"
                                  "e\0"
                                  "o\0"
                                  "X\0"
                                  "s\0"
                                  "l\0"
                                  "i\0"
                                  "t\0"
                                  "n\0"
                                  "b\0"
                                  "r\0"
                                  "m\0"
                                  "P";

    for (size_t i = 0; i < sizeof(letters); i += 2) {
        if (letters[i] == c)
            return &letters[i];
    }
    return "?";
}

const char *rt_syscall_name(uint32_t code)
{
    const char *name = code < COUNT(syscall_names) ? syscall_names[code] : NULL;

    return name ? name : "unknown";
}
