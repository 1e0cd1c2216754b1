/* Made by rulec 0.1.0; do not edit.
 *
 * The detection program of one agent: for each kind of event the rules that can fire on it, as
 * functions. Every question that rules ask is asked once an event, whoever asks it. Rules from:
 *     rules/00-common.yaml
 *     rules/10-files.yaml
 *     rules/20-process.yaml
 *     rules/30-network.yaml
 *     rules/40-privilege.yaml
 *     rules/50-container.yaml
 *     rules/60-kernel.yaml
 * SHA-256 of the rules: bc4f0d0871f3da43ba507b6a6ed550488b2f156883fc725d87bc98e76a38cb0f */
#include "agent.h"
#include "match/match.h"

#include "regexes.h"

/* What conditions and outputs read. */
enum value {
    VALUE_EVT_IS_OPEN_READ,
    VALUE_FD_TYPECHAR,
    VALUE_FD_NUM,
    VALUE_FD_NAME,
    VALUE_PROC_EXEPATH,
    VALUE_ANY_PROC_ANAME,
    VALUE_FD_DIRECTORY,
    VALUE_FD_FILENAME,
    VALUE_PROC_NAME,
    VALUE_EVT_IS_OPEN_WRITE,
    VALUE_EVT_FAILED,
    VALUE_FS_PATH_TARGET,
    VALUE_PROC_CMDLINE,
    VALUE_FS_PATH_SOURCE,
    VALUE_FS_PATH_NAME,
    VALUE_EVT_ARG_FLAGS,
    VALUE_EVT_IS_OPEN_CREATE,
    VALUE_PROC_PNAME,
    VALUE_PROC_IS_EXE_FROM_MEMFD,
    VALUE_PROC_CWD,
    VALUE_PROC_EXE,
    VALUE_EVT_ARG_REQUEST,
    VALUE_EVT_RAWRES,
    VALUE_PROC_ARGS,
    VALUE_PROC_STDIN_TYPE,
    VALUE_PROC_PEXEPATH,
    VALUE_EVT_ARG_DOMAIN,
    VALUE_EVT_RES,
    VALUE_FD_SIP,
    VALUE_FD_SPORT,
    VALUE_FD_SNET,
    VALUE_CONTAINER_ID,
    VALUE_EVT_ARG_MODE,
    VALUE_USER_UID,
    VALUE_USER_LOGINUID,
    VALUE_PROC_TTY,
    VALUE_PROC_IS_EXE_UPPER_LAYER,
    VALUE_EVT_ARG_CMD,
    VALUE_PROC_ANAME_2,
    VALUE_USER_NAME,
    VALUE_PROC_PID,
    VALUE_CONTAINER_NAME,
    VALUE_CONTAINER_IMAGE_REPOSITORY,
    VALUE_CONTAINER_IMAGE_TAG,
    VALUE_K8S_POD_NAME,
    VALUE_K8S_NS_NAME,
    VALUE_PROC_PCMDLINE,
    VALUE_EVT_ARG_PID,
    VALUE_FD_L4PROTO,
    VALUE_PROC_STDIN_NAME,
    VALUE_EVT_ARG_TYPE,
    VALUE_EVT_ARG_PROTO,
    VALUE_USER_LOGINNAME,
    VALUE_EVT_ARG_NSTYPE,
    VALUE_PROC_EXE_INO_CTIME,
    VALUE_EVT_ARG_DEV,
    VALUE_EVT_ARG_DIR,
    VALUE_EVT_TYPE,
    VALUE_EVT_ARG_UARGS,
    VALUE_EVT_ARG_NAME,
};

enum rule {
    RULE_PASSWORD_HASHES_READ,
    RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ,
    RULE_SSH_LOGIN_KEYS_CHANGED,
    RULE_SCHEDULED_JOB_PLANTED,
    RULE_SERVICE_UNIT_PLANTED,
    RULE_LIBRARY_PRELOAD_CHANGED,
    RULE_SHELL_START_FILE_CHANGED,
    RULE_LOG_ERASED,
    RULE_SHELL_HISTORY_DESTROYED,
    RULE_LINK_MADE_TO_A_SECRET,
    RULE_WEB_SHELL_DROPPED,
    RULE_SYSTEM_PROGRAM_OVERWRITTEN,
    RULE_CONFIGURATION_BELOW_ETC_WRITTEN,
    RULE_PROGRAM_RUN_FROM_MEMORY_ONLY,
    RULE_PROGRAM_RUN_FROM_SHARED_MEMORY,
    RULE_PROGRAM_RUN_FROM_A_TEMPORARY_DIRECTORY,
    RULE_SHELL_STARTED_BY_A_NETWORK_SERVICE,
    RULE_DECODED_TEXT_RUN_BY_A_SHELL,
    RULE_INTERPRETER_OPENS_A_SHELL_OVER_THE_NETWORK,
    RULE_PROGRAM_POSES_AS_A_KERNEL_THREAD,
    RULE_ANOTHER_PROCESS_ATTACHED_BY_A_DEBUGGER,
    RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN,
    RULE_CRYPTOCURRENCY_MINER_STARTED,
    RULE_SECURITY_SERVICE_STOPPED,
    RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION,
    RULE_SHELL_WORKS_OVER_A_NETWORK_CONNECTION,
    RULE_NETCAT_RUNS_A_PROGRAM,
    RULE_PACKET_SOCKET_OPENED,
    RULE_CLOUD_METADATA_SERVICE_CONTACTED,
    RULE_MINING_POOL_CONTACTED,
    RULE_CONTAINER_RUNTIME_SOCKET_CONTACTED,
    RULE_SERVER_STARTED_FROM_A_PUBLIC_DIRECTORY,
    RULE_FIREWALL_EMPTIED,
    RULE_SETUID_BIT_SET,
    RULE_FILE_CAPABILITY_GIVEN,
    RULE_RIGHTS_OF_SUDO_CHANGED,
    RULE_USER_DATABASE_CHANGED_BY_HAND,
    RULE_LOGIN_USER_BECAME_ROOT_WITHOUT_ASKING,
    RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED,
    RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS,
    RULE_PAGE_FAULTS_HANDED_TO_A_USER,
    RULE_TERMINAL_IN_A_CONTAINER,
    RULE_PROGRAM_NOT_OF_THE_IMAGE_RUN_IN_A_CONTAINER,
    RULE_PACKAGE_INSTALLED_IN_A_CONTAINER,
    RULE_DOWNLOAD_TOOL_RUN_IN_A_CONTAINER,
    RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER,
    RULE_RELEASE_AGENT_WRITTEN,
    RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER,
    RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL,
    RULE_KERNEL_MODULE_LOADED,
    RULE_KERNEL_MODULE_REMOVED,
    RULE_PROGRAM_LOADED_INTO_THE_KERNEL,
    RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM,
    RULE_MAGIC_SYSTEM_REQUEST_WRITTEN,
    RULE_MEMORY_OF_THE_MACHINE_READ,
    RULE_KERNEL_REPLACED_AT_RUN_TIME,
};

/* Tests whose outcome is remembered for the event: a bit each. Those of one table of literals
 * are neighbours. */
enum test {
    TEST_EVT_IS_OPEN_READ_IS_TRUE = 141,
    TEST_FD_TYPECHAR_IS_F = 0,
    TEST_FD_NUM_AT_LEAST_0 = 142,
    TEST_FD_NAME_IN_PASSWORD_HASH_FILES = 3,
    TEST_PROC_EXEPATH_IN_USR_BIN_CHAGE = 25,
    TEST_PROC_ANAME_IN_PACKAGE_MANAGERS = 75,
    TEST_PROC_EXEPATH_STARTSWITH_USR = 64,
    TEST_FD_NAME_IS_ETC_KUBERNETES_ADMIN_CON = 4,
    TEST_PROC_NAME_IN_ANSIBLE = 87,
    TEST_PROC_NAME_IN_AWS = 88,
    TEST_PROC_NAME_IN_BUILDAH = 89,
    TEST_EVT_IS_OPEN_WRITE_IS_TRUE = 143,
    TEST_FD_FILENAME_IN_AUTHORIZED_KEYS = 83,
    TEST_EVT_FAILED_IS_FALSE = 144,
    TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_PYT = 65,
    TEST_PROC_CMDLINE_CONTAINS_USR_BIN_CLOUD = 145,
    TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_GOO = 66,
    TEST_FD_NAME_PMATCH_JOB_FILES = 146,
    TEST_PROC_EXEPATH_IN_SBIN_APK = 26,
    TEST_FD_NAME_PMATCH_UNIT_DIRECTORIES = 147,
    TEST_PROC_EXEPATH_IN_PACKAGE_MANAGER_PAT = 27,
    TEST_PROC_EXEPATH_IN_USR_BIN_SYSTEMCTL = 28,
    TEST_FD_NAME_IS_ETC_LD_SO_PRELOAD = 5,
    TEST_FS_PATH_TARGET_IS_ETC_LD_SO_PRELOAD = 120,
    TEST_FD_FILENAME_IN_SHELL_START_FILES = 84,
    TEST_FD_NAME_IN_ETC_BASH_BASHRC = 6,
    TEST_FD_NAME_STARTSWITH_ETC_PROFILE_D = 15,
    TEST_PROC_EXEPATH_IN_USR_BIN_CHFN = 29,
    TEST_PROC_EXEPATH_IN_USR_BIN_JOURNALCTL = 30,
    TEST_FD_FILENAME_IN_ASH_HISTORY = 85,
    TEST_PROC_EXEPATH_IN_SHELL_PATHS = 31,
    TEST_PROC_EXEPATH_IN_USR_BIN_RSYNC = 32,
    TEST_FS_PATH_TARGET_IN_PASSWORD_HASH_FIL = 121,
    TEST_FS_PATH_TARGET_IN_ETC_SUDOERS = 122,
    TEST_FS_PATH_TARGET_STARTSWITH_ETC_SSH_S = 124,
    TEST_PROC_EXEPATH_IN_SBIN_APK_2 = 33,
    TEST_PROC_NAME_IN_WEB_SERVERS = 90,
    TEST_PROC_PNAME_IN_WEB_SERVERS = 128,
    TEST_FD_NAME_STARTSWITH_VAR_CACHE = 16,
    TEST_FD_DIRECTORY_PMATCH_VAR_LIB_PHP_SES = 148,
    TEST_FD_NAME_PMATCH_PROGRAM_DIRECTORIES = 149,
    TEST_PROC_EXEPATH_IN_SBIN_APK_3 = 34,
    TEST_PROC_NAME_STARTSWITH_PYTHON = 110,
    TEST_FD_NAME_STARTSWITH_ETC = 17,
    TEST_FD_NAME_PMATCH_ETC_WITH_OWN_RULE = 150,
    TEST_FS_PATH_TARGET_STARTSWITH_ETC = 125,
    TEST_PROC_EXEPATH_IN_ETC_WRITERS = 35,
    TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_SYS = 67,
    TEST_PROC_ANAME_IN_NETWORKMANAGER = 76,
    TEST_FD_NAME_IN_ETC_HOSTS = 7,
    TEST_PROC_IS_EXE_FROM_MEMFD_IS_TRUE = 151,
    TEST_PROC_EXEPATH_STARTSWITH_DEV_SHM = 68,
    TEST_PROC_EXEPATH_STARTSWITH_RUN_SHM = 69,
    TEST_PROC_EXE_STARTSWITH = 136,
    TEST_PROC_EXEPATH_STARTSWITH_TMP = 70,
    TEST_PROC_EXEPATH_STARTSWITH_VAR_TMP = 71,
    TEST_PROC_ANAME_IN_DRACUT = 77,
    TEST_PROC_ANAME_IN_CARGO = 78,
    TEST_PROC_NAME_IN_SHELLS = 91,
    TEST_PROC_PNAME_IN_NETWORK_SERVICES = 129,
    TEST_PROC_PNAME_IS_POSTGRES = 130,
    TEST_PROC_PNAME_IN_APACHE2 = 131,
    TEST_PROC_NAME_STARTSWITH_PERL = 111,
    TEST_PROC_NAME_STARTSWITH_RUBY = 112,
    TEST_PROC_NAME_STARTSWITH_PHP = 113,
    TEST_PROC_NAME_STARTSWITH_LUA = 114,
    TEST_PROC_NAME_IN_AWK = 92,
    TEST_PROC_EXE_STARTSWITH_2 = 137,
    TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C = 36,
    TEST_PROC_EXEPATH_IN_USR_BIN_CRIU = 37,
    TEST_PROC_NAME_IN_CGMINER = 93,
    TEST_PROC_NAME_IN_INVOKE_RC_D = 94,
    TEST_PROC_NAME_IS_SETENFORCE = 95,
    TEST_PROC_NAME_IS_AUDITCTL = 96,
    TEST_PROC_NAME_IS_AA_TEARDOWN = 97,
    TEST_PROC_ANAME_IS_LOGROTATE = 79,
    TEST_FD_TYPECHAR_IN_4 = 1,
    TEST_PROC_EXEPATH_IN_USR_LIB_OPENSSH_SSH = 38,
    TEST_PROC_PEXEPATH_IN_USR_LIB_OPENSSH_SS = 138,
    TEST_PROC_NAME_IN_NC = 98,
    TEST_PROC_NAME_STARTSWITH_SOCAT = 115,
    TEST_PROC_EXEPATH_IN_USR_BIN_ARPING = 39,
    TEST_PROC_EXEPATH_IN_USR_BIN_AMAZON_SSM = 40,
    TEST_PROC_NAME_IN_CLOUD_INIT = 99,
    TEST_PROC_NAME_IS_PYTHON3 = 100,
    TEST_FD_TYPECHAR_IS_U = 2,
    TEST_CONTAINER_ID_IS_HOST = 139,
    TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH = 41,
    TEST_PROC_EXEPATH_STARTSWITH_RUN_USER = 72,
    TEST_PROC_NAME_IN_IP6TABLES = 101,
    TEST_PROC_NAME_IS_NFT = 102,
    TEST_PROC_NAME_IN_PYTHON3 = 103,
    TEST_PROC_PNAME_IN_CALICO_NODE = 132,
    TEST_PROC_EXEPATH_IN_CONTAINER_RUNTIME_P = 42,
    TEST_PROC_NAME_IS_SETCAP = 104,
    TEST_FD_NAME_PMATCH_ETC_SUDOERS = 152,
    TEST_PROC_EXEPATH_IN_SBIN_APK_4 = 43,
    TEST_FD_NAME_IN_ETC_GROUP = 8,
    TEST_FS_PATH_TARGET_IN_ETC_GROUP = 123,
    TEST_PROC_EXEPATH_IN_BIN_BUSYBOX = 44,
    TEST_USER_UID_IS_0 = 153,
    TEST_PROC_ANAME_IN_WAYS_TO_ROOT = 80,
    TEST_CONTAINER_ID_IS_NOT_HOST = 140,
    TEST_PROC_ANAME_IN_BUILDAH = 81,
    TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_2 = 45,
    TEST_PROC_EXEPATH_STARTSWITH_OPT_CNI_BIN = 73,
    TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_CNI = 74,
    TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C_2 = 46,
    TEST_PROC_EXEPATH_IN_USR_BIN_CRIU_2 = 47,
    TEST_PROC_NAME_IN_APK = 105,
    TEST_PROC_ARGS_CONTAINS_INSTALL = 154,
    TEST_PROC_NAME_STARTSWITH_PIP = 116,
    TEST_PROC_NAME_STARTSWITH_NPM = 117,
    TEST_PROC_ANAME_IN_BUILDAH_2 = 82,
    TEST_PROC_NAME_IN_ARIA2C = 106,
    TEST_PROC_NAME_STARTSWITH_RUNC = 118,
    TEST_PROC_NAME_STARTSWITH_CRUN = 119,
    TEST_FD_FILENAME_IS_RELEASE_AGENT = 86,
    TEST_PROC_EXEPATH_IS_USR_LIB_SYSTEMD_SYS = 48,
    TEST_FD_NAME_STARTSWITH_DEV_SD = 18,
    TEST_FD_NAME_STARTSWITH_DEV_VD = 19,
    TEST_FD_NAME_STARTSWITH_DEV_NVME = 20,
    TEST_FD_NAME_STARTSWITH_DEV_XVD = 21,
    TEST_FD_NAME_STARTSWITH_DEV_DM = 22,
    TEST_FD_NAME_STARTSWITH_DEV_MAPPER = 23,
    TEST_FD_NAME_STARTSWITH_DEV_MMCBLK = 24,
    TEST_FD_NAME_IS_DEV_MAPPER_CONTROL = 9,
    TEST_PROC_EXEPATH_IN_USR_BIN_CEPH_OSD = 49,
    TEST_PROC_NAME_IN_AWK_2 = 107,
    TEST_PROC_EXEPATH_IN_USR_BIN_UDEVADM = 50,
    TEST_PROC_NAME_IS_MODPROBE = 108,
    TEST_PROC_PNAME_STARTSWITH_KWORKER = 134,
    TEST_PROC_PNAME_STARTSWITH_KTHREADD = 135,
    TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_3 = 51,
    TEST_FD_NAME_IN_PROC_SYS_FS_BINFMT_MISC = 10,
    TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS = 52,
    TEST_FD_NAME_IN_PROC_SYS_KERNEL_SYSRQ = 11,
    TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS_2 = 53,
    TEST_FD_NAME_IS_PROC_SYS_KERNEL_SYSRQ = 12,
    TEST_FD_NAME_IN_DEV_KMEM = 13,
    TEST_PROC_EXEPATH_IN_USR_BIN_VBETOOL = 54,
    TEST_FD_NAME_IS_DEV_MEM = 14,
    TEST_PROC_NAME_IS_KEXEC = 109,
    TEST_PROC_PNAME_IN_KDUMP_CONFIG = 133,
    TEST_ANY_PROC_EXEPATH_STARTSWITH_USR_BIN = 155,
    TEST_ANY_FD_NAME_ENDSWITH_SERVICE = 156,
    TEST_MACRO_BY_PACKAGE_MANAGER = 157,
    TEST_ANY_FD_NAME_STARTSWITH_ETC_PROFILE = 158,
    TEST_ANY_FD_NAME_ENDSWITH_PHP = 159,
    TEST_ANY_PROC_NAME_IN_WEB_SERVERS = 160,
    TEST_ALL_PROC_NAME_STARTSWITH_PYTHON = 161,
    TEST_ALL_FD_NAME_IN_ETC_HOSTS = 162,
    TEST_ANY_PROC_EXEPATH_CONTAINS_MEMFD_RUN = 163,
    TEST_ANY_EVT_FAILED_IS_FALSE = 164,
    TEST_MACRO_BY_CONTAINER_RUNTIME = 165,
    TEST_ALL_CONTAINER_ID_IS_HOST = 166,
    TEST_ANY_FD_NAME_ENDSWITH_BINFMT_MISC_RE = 167,
    TEST_ALL_CONTAINER_ID_IS_HOST_2 = 168,
    TEST_ALL_FD_NAME_IS_PROC_SYS_KERNEL_SYSR = 169,
};

/* clang-format off */
static const struct rt_value_def values[] = {
    [VALUE_EVT_IS_OPEN_READ] = {
        .name = "evt.is_open_read", .type = CAT_TYPE_BOOL,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_IS_OPEN_READ, .key = ""},
    },
    [VALUE_FD_TYPECHAR] = {
        .name = "fd.typechar", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fd, .format = CAT_FORMAT_DEC,
        .ref = {.field = FIELD_FD_TYPECHAR, .key = ""},
    },
    [VALUE_FD_NUM] = {
        .name = "fd.num", .type = CAT_TYPE_INT64,
        .extract = rt_extract_fd, .format = CAT_FORMAT_ID,
        .ref = {.field = FIELD_FD_NUM, .key = ""},
    },
    [VALUE_FD_NAME] = {
        .name = "fd.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fd, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FD_NAME, .key = ""},
    },
    [VALUE_PROC_EXEPATH] = {
        .name = "proc.exepath", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_EXEPATH, .key = ""},
    },
    [VALUE_ANY_PROC_ANAME] = {
        .name = "proc.aname", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_ANAME, .key = "", .candidates = true},
    },
    [VALUE_FD_DIRECTORY] = {
        .name = "fd.directory", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fd, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FD_DIRECTORY, .key = ""},
    },
    [VALUE_FD_FILENAME] = {
        .name = "fd.filename", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fd, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FD_FILENAME, .key = ""},
    },
    [VALUE_PROC_NAME] = {
        .name = "proc.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_NAME, .key = ""},
    },
    [VALUE_EVT_IS_OPEN_WRITE] = {
        .name = "evt.is_open_write", .type = CAT_TYPE_BOOL,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_IS_OPEN_WRITE, .key = ""},
    },
    [VALUE_EVT_FAILED] = {
        .name = "evt.failed", .type = CAT_TYPE_BOOL,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_FAILED, .key = ""},
    },
    [VALUE_FS_PATH_TARGET] = {
        .name = "fs.path.target", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fspath, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FS_PATH_TARGET, .key = ""},
    },
    [VALUE_PROC_CMDLINE] = {
        .name = "proc.cmdline", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_CMDLINE, .key = ""},
    },
    [VALUE_FS_PATH_SOURCE] = {
        .name = "fs.path.source", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fspath, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FS_PATH_SOURCE, .key = ""},
    },
    [VALUE_FS_PATH_NAME] = {
        .name = "fs.path.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fspath, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FS_PATH_NAME, .key = ""},
    },
    [VALUE_EVT_ARG_FLAGS] = {
        .name = "evt.arg.flags", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "flags"},
    },
    [VALUE_EVT_IS_OPEN_CREATE] = {
        .name = "evt.is_open_create", .type = CAT_TYPE_BOOL,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_IS_OPEN_CREATE, .key = ""},
    },
    [VALUE_PROC_PNAME] = {
        .name = "proc.pname", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_PNAME, .key = ""},
    },
    [VALUE_PROC_IS_EXE_FROM_MEMFD] = {
        .name = "proc.is_exe_from_memfd", .type = CAT_TYPE_BOOL,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_IS_EXE_FROM_MEMFD, .key = ""},
    },
    [VALUE_PROC_CWD] = {
        .name = "proc.cwd", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_CWD, .key = ""},
    },
    [VALUE_PROC_EXE] = {
        .name = "proc.exe", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_EXE, .key = ""},
    },
    [VALUE_EVT_ARG_REQUEST] = {
        .name = "evt.arg.request", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "request"},
    },
    [VALUE_EVT_RAWRES] = {
        .name = "evt.rawres", .type = CAT_TYPE_INT64,
        .extract = rt_extract_event, .format = CAT_FORMAT_DEC,
        .ref = {.field = FIELD_EVT_RAWRES, .key = ""},
    },
    [VALUE_PROC_ARGS] = {
        .name = "proc.args", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_ARGS, .key = ""},
    },
    [VALUE_PROC_STDIN_TYPE] = {
        .name = "proc.stdin.type", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_STDIN_TYPE, .key = ""},
    },
    [VALUE_PROC_PEXEPATH] = {
        .name = "proc.pexepath", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_PEXEPATH, .key = ""},
    },
    [VALUE_EVT_ARG_DOMAIN] = {
        .name = "evt.arg.domain", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "domain"},
    },
    [VALUE_EVT_RES] = {
        .name = "evt.res", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_DEC,
        .ref = {.field = FIELD_EVT_RES, .key = ""},
    },
    [VALUE_FD_SIP] = {
        .name = "fd.sip", .type = CAT_TYPE_IPADDR,
        .extract = rt_extract_fd, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FD_SIP, .key = ""},
    },
    [VALUE_FD_SPORT] = {
        .name = "fd.sport", .type = CAT_TYPE_PORT,
        .extract = rt_extract_fd, .format = CAT_FORMAT_DEC,
        .ref = {.field = FIELD_FD_SPORT, .key = ""},
    },
    [VALUE_FD_SNET] = {
        .name = "fd.snet", .type = CAT_TYPE_IPNET,
        .extract = rt_extract_fd, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FD_SNET, .key = ""},
    },
    [VALUE_CONTAINER_ID] = {
        .name = "container.id", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_container, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_CONTAINER_ID, .key = ""},
    },
    [VALUE_EVT_ARG_MODE] = {
        .name = "evt.arg.mode", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "mode"},
    },
    [VALUE_USER_UID] = {
        .name = "user.uid", .type = CAT_TYPE_UINT32,
        .extract = rt_extract_user, .format = CAT_FORMAT_ID,
        .ref = {.field = FIELD_USER_UID, .key = ""},
    },
    [VALUE_USER_LOGINUID] = {
        .name = "user.loginuid", .type = CAT_TYPE_INT64,
        .extract = rt_extract_user, .format = CAT_FORMAT_ID,
        .ref = {.field = FIELD_USER_LOGINUID, .key = ""},
    },
    [VALUE_PROC_TTY] = {
        .name = "proc.tty", .type = CAT_TYPE_UINT32,
        .extract = rt_extract_thread, .format = CAT_FORMAT_ID,
        .ref = {.field = FIELD_PROC_TTY, .key = ""},
    },
    [VALUE_PROC_IS_EXE_UPPER_LAYER] = {
        .name = "proc.is_exe_upper_layer", .type = CAT_TYPE_BOOL,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_IS_EXE_UPPER_LAYER, .key = ""},
    },
    [VALUE_EVT_ARG_CMD] = {
        .name = "evt.arg.cmd", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "cmd"},
    },
    [VALUE_PROC_ANAME_2] = {
        .name = "proc.aname[2]", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_ANAME, .arg_kind = RT_ARG_INDEX, .index = 2, .key = ""},
    },
    [VALUE_USER_NAME] = {
        .name = "user.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_user, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_USER_NAME, .key = ""},
    },
    [VALUE_PROC_PID] = {
        .name = "proc.pid", .type = CAT_TYPE_INT64,
        .extract = rt_extract_thread, .format = CAT_FORMAT_ID,
        .ref = {.field = FIELD_PROC_PID, .key = ""},
    },
    [VALUE_CONTAINER_NAME] = {
        .name = "container.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_container, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_CONTAINER_NAME, .key = ""},
    },
    [VALUE_CONTAINER_IMAGE_REPOSITORY] = {
        .name = "container.image.repository", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_container, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_CONTAINER_IMAGE_REPOSITORY, .key = ""},
    },
    [VALUE_CONTAINER_IMAGE_TAG] = {
        .name = "container.image.tag", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_container, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_CONTAINER_IMAGE_TAG, .key = ""},
    },
    [VALUE_K8S_POD_NAME] = {
        .name = "k8s.pod.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_container, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_K8S_POD_NAME, .key = ""},
    },
    [VALUE_K8S_NS_NAME] = {
        .name = "k8s.ns.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_container, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_K8S_NS_NAME, .key = ""},
    },
    [VALUE_PROC_PCMDLINE] = {
        .name = "proc.pcmdline", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_PCMDLINE, .key = ""},
    },
    [VALUE_EVT_ARG_PID] = {
        .name = "evt.arg.pid", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "pid"},
    },
    [VALUE_FD_L4PROTO] = {
        .name = "fd.l4proto", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_fd, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_FD_L4PROTO, .key = ""},
    },
    [VALUE_PROC_STDIN_NAME] = {
        .name = "proc.stdin.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_thread, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_PROC_STDIN_NAME, .key = ""},
    },
    [VALUE_EVT_ARG_TYPE] = {
        .name = "evt.arg.type", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "type"},
    },
    [VALUE_EVT_ARG_PROTO] = {
        .name = "evt.arg.proto", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "proto"},
    },
    [VALUE_USER_LOGINNAME] = {
        .name = "user.loginname", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_user, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_USER_LOGINNAME, .key = ""},
    },
    [VALUE_EVT_ARG_NSTYPE] = {
        .name = "evt.arg.nstype", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "nstype"},
    },
    [VALUE_PROC_EXE_INO_CTIME] = {
        .name = "proc.exe_ino.ctime", .type = CAT_TYPE_ABSTIME,
        .extract = rt_extract_thread, .format = CAT_FORMAT_DEC,
        .ref = {.field = FIELD_PROC_EXE_INO_CTIME, .key = ""},
    },
    [VALUE_EVT_ARG_DEV] = {
        .name = "evt.arg.dev", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "dev"},
    },
    [VALUE_EVT_ARG_DIR] = {
        .name = "evt.arg.dir", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "dir"},
    },
    [VALUE_EVT_TYPE] = {
        .name = "evt.type", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_TYPE, .key = ""},
    },
    [VALUE_EVT_ARG_UARGS] = {
        .name = "evt.arg.uargs", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "uargs"},
    },
    [VALUE_EVT_ARG_NAME] = {
        .name = "evt.arg.name", .type = CAT_TYPE_CHARBUF,
        .extract = rt_extract_event, .format = CAT_FORMAT_NA,
        .ref = {.field = FIELD_EVT_ARG, .arg_kind = RT_ARG_KEY, .key = "name"},
    },
};
/* clang-format on */

/* Every text that some rule compares fd.typechar with. */
/* clang-format off */
static const struct rt_text literals_texts_of_fd_typechar[] = {
    {"4", 1},
    {"6", 1},
    {"f", 1},
    {"u", 1},
};
static const uint64_t masks_texts_of_fd_typechar[] = {
    0x2, 0x2, 0x1, 0x4,
};
static const uint64_t tests_texts_of_fd_typechar[] = {
    0x7,
};
static const uint64_t inverted_texts_of_fd_typechar[] = {
    0x0,
};
static const uint32_t slots_texts_of_fd_typechar[] = {
    0, 0, 0, 1, 4, 0, 2, 3,
};
static const struct rt_str_set texts_of_fd_typechar = {
    .texts = literals_texts_of_fd_typechar,
    .ntexts = 4,
    .masks = masks_texts_of_fd_typechar,
    .tests = tests_texts_of_fd_typechar,
    .inverted = inverted_texts_of_fd_typechar,
    .first_word = 0,
    .nwords = 1,
    .slots = slots_texts_of_fd_typechar,
    .nslots = 8,
    .seed = 2,
    .lengths = UINT64_C(0x2),
};
/* clang-format on */

/* Every text that some rule compares fd.name with. */
/* clang-format off */
static const struct rt_text literals_texts_of_fd_name[] = {
    {"/dev/kmem", 9},
    {"/dev/mapper/control", 19},
    {"/dev/mem", 8},
    {"/dev/port", 9},
    {"/etc/bash.bashrc", 16},
    {"/etc/group", 10},
    {"/etc/gshadow", 12},
    {"/etc/gshadow-", 13},
    {"/etc/hosts", 10},
    {"/etc/kubernetes/admin.conf", 26},
    {"/etc/ld.so.preload", 18},
    {"/etc/master.passwd", 18},
    {"/etc/passwd", 11},
    {"/etc/profile", 12},
    {"/etc/resolv.conf", 16},
    {"/etc/resolv.conf.dhclient-new", 29},
    {"/etc/security/opasswd", 21},
    {"/etc/shadow", 11},
    {"/etc/shadow-", 12},
    {"/etc/zsh/zshrc", 14},
    {"/proc/kcore", 11},
    {"/proc/sys/fs/binfmt_misc/register", 33},
    {"/proc/sys/kernel/core_pattern", 29},
    {"/proc/sys/kernel/hotplug", 24},
    {"/proc/sys/kernel/modprobe", 25},
    {"/proc/sys/kernel/poweroff_cmd", 29},
    {"/proc/sys/kernel/sysrq", 22},
    {"/proc/sysrq-trigger", 19},
    {"/sys/kernel/uevent_helper", 25},
};
static const uint64_t masks_texts_of_fd_name[] = {
    0x2000, 0x200, 0x6000, 0x2000, 0x40, 0x100, 0x108, 0x8,
    0x80, 0x10, 0x20, 0x8, 0x100, 0x40, 0x80, 0x80,
    0x8, 0x108, 0x8, 0x40, 0x2000, 0x400, 0x400, 0x400,
    0x400, 0x400, 0x1800, 0x800, 0x400,
};
static const uint64_t tests_texts_of_fd_name[] = {
    0x7ff8,
};
static const uint64_t inverted_texts_of_fd_name[] = {
    0x0,
};
static const uint32_t slots_texts_of_fd_name[] = {
    16, 9, 0, 0, 29, 0, 22, 5, 21, 28, 0, 0, 0, 12, 0, 0, 0, 17, 0, 0, 0, 8, 14, 0, 11, 7, 24,
    0, 26, 1, 0, 0, 0, 2, 4, 0, 0, 23, 0, 0, 0, 10, 15, 19, 0, 0, 18, 0, 27, 25, 0, 0, 3, 0, 0,
    13, 6, 20, 0, 0, 0, 0, 0, 0,
};
static const struct rt_str_set texts_of_fd_name = {
    .texts = literals_texts_of_fd_name,
    .ntexts = 29,
    .masks = masks_texts_of_fd_name,
    .tests = tests_texts_of_fd_name,
    .inverted = inverted_texts_of_fd_name,
    .first_word = 0,
    .nwords = 1,
    .slots = slots_texts_of_fd_name,
    .nslots = 64,
    .seed = 7,
    .lengths = UINT64_C(0x2276d7f00),
};
/* clang-format on */

/* Every text that some rule asks fd.name to start with. */
/* clang-format off */
static const struct rt_text literals_prefixes_of_fd_name[] = {
    {"/dev/dm-", 8},
    {"/dev/mapper/", 12},
    {"/dev/mmcblk", 11},
    {"/dev/nvme", 9},
    {"/dev/sd", 7},
    {"/dev/vd", 7},
    {"/dev/xvd", 8},
    {"/etc/", 5},
    {"/etc/profile.d/", 15},
    {"/var/cache/", 11},
};
static const uint64_t masks_prefixes_of_fd_name[] = {
    0x400000, 0x800000, 0x1000000, 0x100000, 0x40000, 0x80000, 0x200000, 0x20000,
    0x28000, 0x10000,
};
static const uint64_t tests_prefixes_of_fd_name[] = {
    0x1ff8000,
};
static const uint64_t inverted_prefixes_of_fd_name[] = {
    0x0,
};
static const uint32_t parents_prefixes_of_fd_name[] = {
    0, 0, 0, 0, 0, 0, 0, 0, 8, 0,
};
static const struct rt_str_set prefixes_of_fd_name = {
    .texts = literals_prefixes_of_fd_name,
    .ntexts = 10,
    .masks = masks_prefixes_of_fd_name,
    .tests = tests_prefixes_of_fd_name,
    .inverted = inverted_prefixes_of_fd_name,
    .first_word = 0,
    .nwords = 1,
    .parents = parents_prefixes_of_fd_name,
};
/* clang-format on */

/* Every text that some rule compares proc.exepath with. */
/* clang-format off */
static const struct rt_text literals_texts_of_proc_exepath[] = {
    {"/bin/bash", 9},
    {"/bin/busybox", 12},
    {"/bin/dash", 9},
    {"/bin/sh", 7},
    {"/opt/google/chrome/chrome", 25},
    {"/opt/google/chrome/chrome_crashpad_handler", 42},
    {"/sbin/apk", 9},
    {"/usr/bin/amazon-ssm-agent", 25},
    {"/usr/bin/apt", 12},
    {"/usr/bin/apt-get", 16},
    {"/usr/bin/arping", 15},
    {"/usr/bin/at", 11},
    {"/usr/bin/bash", 13},
    {"/usr/bin/blkid", 14},
    {"/usr/bin/buildah", 16},
    {"/usr/bin/busybox", 16},
    {"/usr/bin/bwrap", 14},
    {"/usr/bin/ceph-osd", 17},
    {"/usr/bin/certbot", 16},
    {"/usr/bin/chage", 14},
    {"/usr/bin/chattr", 15},
    {"/usr/bin/chfn", 13},
    {"/usr/bin/chsh", 13},
    {"/usr/bin/cilium-agent", 21},
    {"/usr/bin/conmon", 15},
    {"/usr/bin/containerd", 19},
    {"/usr/bin/containerd-shim-runc-v2", 32},
    {"/usr/bin/crictl", 15},
    {"/usr/bin/crio", 13},
    {"/usr/bin/criu", 13},
    {"/usr/bin/crontab", 16},
    {"/usr/bin/crun", 13},
    {"/usr/bin/ctr", 12},
    {"/usr/bin/dash", 13},
    {"/usr/bin/dnf5", 13},
    {"/usr/bin/docker", 15},
    {"/usr/bin/docker-proxy", 21},
    {"/usr/bin/dockerd", 16},
    {"/usr/bin/dpkg", 13},
    {"/usr/bin/dpkg-deb", 17},
    {"/usr/bin/dpkg-divert", 20},
    {"/usr/bin/emacs", 14},
    {"/usr/bin/falco", 14},
    {"/usr/bin/firecracker", 20},
    {"/usr/bin/fish", 13},
    {"/usr/bin/flatpak", 16},
    {"/usr/bin/gdb", 12},
    {"/usr/bin/gdbserver", 18},
    {"/usr/bin/google_guest_agent", 27},
    {"/usr/bin/google_metadata_script_runner", 38},
    {"/usr/bin/google_osconfig_agent", 30},
    {"/usr/bin/gpasswd", 16},
    {"/usr/bin/hostnamectl", 20},
    {"/usr/bin/ip", 11},
    {"/usr/bin/journalctl", 19},
    {"/usr/bin/kmod", 13},
    {"/usr/bin/ksh", 12},
    {"/usr/bin/kubelet", 16},
    {"/usr/bin/lldb", 13},
    {"/usr/bin/localectl", 18},
    {"/usr/bin/login", 14},
    {"/usr/bin/lxc-attach", 19},
    {"/usr/bin/mksh", 13},
    {"/usr/bin/nano", 13},
    {"/usr/bin/nerdctl", 16},
    {"/usr/bin/netavark", 17},
    {"/usr/bin/newgrp", 15},
    {"/usr/bin/nvim", 13},
    {"/usr/bin/pacman", 15},
    {"/usr/bin/passt.avx2", 19},
    {"/usr/bin/passwd", 15},
    {"/usr/bin/pasta", 14},
    {"/usr/bin/pasta.avx2", 19},
    {"/usr/bin/pkexec", 15},
    {"/usr/bin/podman", 15},
    {"/usr/bin/qemu-system-x86_64", 27},
    {"/usr/bin/rootlesskit", 20},
    {"/usr/bin/rpm", 12},
    {"/usr/bin/rr", 11},
    {"/usr/bin/rsync", 14},
    {"/usr/bin/runc", 13},
    {"/usr/bin/runuser", 16},
    {"/usr/bin/savelog", 16},
    {"/usr/bin/sg", 11},
    {"/usr/bin/sh", 11},
    {"/usr/bin/skopeo", 15},
    {"/usr/bin/slirp4netns", 20},
    {"/usr/bin/ssh-keygen", 19},
    {"/usr/bin/su", 11},
    {"/usr/bin/sudo", 13},
    {"/usr/bin/systemctl", 18},
    {"/usr/bin/systemd-firstboot", 26},
    {"/usr/bin/systemd-sysusers", 25},
    {"/usr/bin/systemd-tmpfiles", 25},
    {"/usr/bin/tcsh", 13},
    {"/usr/bin/timedatectl", 20},
    {"/usr/bin/ucf", 12},
    {"/usr/bin/udevadm", 16},
    {"/usr/bin/update-alternatives", 28},
    {"/usr/bin/vbetool", 16},
    {"/usr/bin/vi", 11},
    {"/usr/bin/vim.basic", 18},
    {"/usr/bin/vim.tiny", 17},
    {"/usr/bin/zsh", 12},
    {"/usr/bin/zypper", 15},
    {"/usr/lib/accountsservice/accounts-daemon", 40},
    {"/usr/lib/chromium/chrome_crashpad_handler", 41},
    {"/usr/lib/chromium/chromium", 26},
    {"/usr/lib/firefox-esr/firefox-esr", 32},
    {"/usr/lib/firefox/firefox", 24},
    {"/usr/lib/openssh/sshd-auth", 26},
    {"/usr/lib/openssh/sshd-session", 29},
    {"/usr/lib/podman/aardvark-dns", 28},
    {"/usr/lib/podman/netavark", 24},
    {"/usr/lib/polkit-1/polkit-agent-helper-1", 39},
    {"/usr/lib/snapd/snapd", 20},
    {"/usr/lib/systemd/systemd", 24},
    {"/usr/lib/systemd/systemd-binfmt", 31},
    {"/usr/lib/systemd/systemd-coredump", 33},
    {"/usr/lib/systemd/systemd-executor", 33},
    {"/usr/lib/systemd/systemd-journald", 33},
    {"/usr/lib/systemd/systemd-modules-load", 37},
    {"/usr/lib/systemd/systemd-networkd", 33},
    {"/usr/lib/systemd/systemd-resolved", 33},
    {"/usr/lib/systemd/systemd-sysctl", 31},
    {"/usr/lib/systemd/systemd-timesyncd", 34},
    {"/usr/lib/systemd/systemd-udevd", 30},
    {"/usr/lib/systemd/systemd-userdbd", 32},
    {"/usr/lib/systemd/systemd-userwork", 33},
    {"/usr/lib/xorg/Xorg", 18},
    {"/usr/libexec/accounts-daemon", 28},
    {"/usr/libexec/crio/conmon", 24},
    {"/usr/libexec/docker/cli-plugins/docker-compose", 46},
    {"/usr/libexec/drkonqi", 20},
    {"/usr/libexec/openssh/sshd-session", 33},
    {"/usr/libexec/podman/conmon", 26},
    {"/usr/libexec/podman/netavark", 28},
    {"/usr/libexec/qemu-kvm", 21},
    {"/usr/local/bin/containerd", 25},
    {"/usr/local/bin/containerd-shim-runc-v2", 38},
    {"/usr/local/bin/crictl", 21},
    {"/usr/local/bin/k3s", 18},
    {"/usr/local/sbin/runc", 20},
    {"/usr/sbin/NetworkManager", 24},
    {"/usr/sbin/anacron", 17},
    {"/usr/sbin/arping", 16},
    {"/usr/sbin/atd", 13},
    {"/usr/sbin/auditd", 16},
    {"/usr/sbin/biosdecode", 20},
    {"/usr/sbin/blkid", 15},
    {"/usr/sbin/chgpasswd", 19},
    {"/usr/sbin/chpasswd", 18},
    {"/usr/sbin/chronyd", 17},
    {"/usr/sbin/criu", 14},
    {"/usr/sbin/cron", 14},
    {"/usr/sbin/crond", 15},
    {"/usr/sbin/cupsd", 15},
    {"/usr/sbin/depmod", 16},
    {"/usr/sbin/dhclient", 18},
    {"/usr/sbin/dhcpcd", 16},
    {"/usr/sbin/dhcpd", 15},
    {"/usr/sbin/dmidecode", 19},
    {"/usr/sbin/gdm3", 14},
    {"/usr/sbin/groupadd", 18},
    {"/usr/sbin/groupdel", 18},
    {"/usr/sbin/groupmod", 18},
    {"/usr/sbin/grpck", 15},
    {"/usr/sbin/grpconv", 17},
    {"/usr/sbin/hostapd", 17},
    {"/usr/sbin/hwclock", 17},
    {"/usr/sbin/inetd", 15},
    {"/usr/sbin/ip", 12},
    {"/usr/sbin/iptables-save", 23},
    {"/usr/sbin/keepalived", 20},
    {"/usr/sbin/ldconfig", 18},
    {"/usr/sbin/ldconfig.real", 23},
    {"/usr/sbin/lightdm", 17},
    {"/usr/sbin/lldpd", 15},
    {"/usr/sbin/logrotate", 19},
    {"/usr/sbin/lvm", 13},
    {"/usr/sbin/newusers", 18},
    {"/usr/sbin/nscd", 14},
    {"/usr/sbin/pppoe", 15},
    {"/usr/sbin/pwck", 14},
    {"/usr/sbin/pwconv", 16},
    {"/usr/sbin/pwunconv", 18},
    {"/usr/sbin/resolvconf", 20},
    {"/usr/sbin/rsyslogd", 18},
    {"/usr/sbin/runc", 14},
    {"/usr/sbin/runuser", 17},
    {"/usr/sbin/sshd", 14},
    {"/usr/sbin/sssd", 14},
    {"/usr/sbin/sysctl", 16},
    {"/usr/sbin/syslog-ng", 19},
    {"/usr/sbin/tc", 12},
    {"/usr/sbin/tcpd", 14},
    {"/usr/sbin/unix_chkpwd", 21},
    {"/usr/sbin/unix_update", 21},
    {"/usr/sbin/update-binfmts", 24},
    {"/usr/sbin/update-ca-certificates", 32},
    {"/usr/sbin/useradd", 17},
    {"/usr/sbin/userdel", 17},
    {"/usr/sbin/usermod", 17},
    {"/usr/sbin/vipw", 14},
    {"/usr/sbin/visudo", 16},
    {"/usr/sbin/wpa_supplicant", 24},
    {"/usr/sbin/xinetd", 16},
    {"/usr/share/apport/apport", 24},
};
static const uint64_t masks_texts_of_proc_exepath[] = {
    0x80000000, 0x100080000000, 0x80000000, 0x80000000, 0x400000000000, 0x1000000000, 0x180e0c000000, 0x10000000000,
    0x180e0c000000, 0x180e0c000000, 0x8000000000, 0x4000000, 0x80000000, 0x800000000, 0x8660000000000, 0x100000000000,
    0x600000000000, 0x2000000000000, 0x800000000, 0x100a02000000, 0x800000000, 0x100a22000000, 0x100a22000000, 0x8000000000000,
    0x8660000000000, 0x8660000000000, 0x8660000000000, 0x20000000000, 0x8660000000000, 0x802000000000, 0x4000000, 0x8660000000000,
    0x20000000000, 0x80000000, 0x180e0c000000, 0x20000000000, 0x8660000000000, 0x8660000000000, 0x180e0c000000, 0x180e0c000000,
    0x180e0c000000, 0x20000000, 0x8000000000000, 0x800000000000, 0x80000000, 0x400000000000, 0x2000000000, 0x2000000000,
    0x10000000000, 0x10000000000, 0x10000000000, 0x100a22000000, 0x800000000, 0x200000000000, 0x40000000, 0x400000000,
    0x80000000, 0x8660000000000, 0x2000000000, 0x800000000, 0x100a02000000, 0x200000000000, 0x80000000, 0x20000000,
    0x20000000000, 0x8660000000000, 0x100a02000000, 0x20000000, 0x180e0c000000, 0x200000000000, 0x100a02000000, 0x600000000000,
    0x600000000000, 0x100a02000000, 0x8660000000000, 0x800000000000, 0x400000000000, 0x180e0c000000, 0x2000000000, 0x100000000,
    0x8660000000000, 0x100a02000000, 0x40000000, 0x100a02000000, 0x80000000, 0x20000000000, 0x600000000000, 0x800000000,
    0x100a02000000, 0x100a02000000, 0x810000000, 0x100a02000000, 0x100a02000000, 0x100a52000000, 0x80000000, 0x800000000,
    0x800000000, 0x4000000000000, 0x180e0c000000, 0x40000000000000, 0x20000000, 0x20000000, 0x20000000, 0x80000000,
    0x180e0c000000, 0x100a02000000, 0x1000000000, 0x400000000000, 0x400000000000, 0x400000000000, 0x100a02000000, 0x104a02000000,
    0x8660000000000, 0x8668000000000, 0x100a02000000, 0x180e0c000000, 0x3d104a12000000, 0x10000000000000, 0x1000000000, 0x8104a02000000,
    0x40000000, 0x4000000000000, 0x8008000000000, 0x10000000000, 0x30000000000000, 0x10000000000, 0x4000000000000, 0x100a02000000,
    0x100a02000000, 0x40000000000000, 0x100a02000000, 0x8660000000000, 0x20000000000, 0x1000000000, 0x100a02000000, 0x8660000000000,
    0x8668000000000, 0x800000000000, 0x8660000000000, 0x8660000000000, 0x20000000000, 0x8660000000000, 0x8660000000000, 0x8800000000,
    0x4000000, 0x8000000000, 0x100a06000000, 0x40000000, 0x40000000000000, 0x2000000000000, 0x100a22000000, 0x100a22000000,
    0x10000000000, 0x802000000000, 0x100a06000000, 0x100a06000000, 0x800000000, 0x400000000, 0x8800000000, 0x8800000000,
    0x8000000000, 0x40000000000000, 0x100a02000000, 0x100a22000000, 0x100a22000000, 0x100a22000000, 0x100a22000000, 0x100a22000000,
    0x8000000000, 0x800000000, 0x4000000000, 0x8200000000000, 0x800000000, 0x8000000000, 0xc00000000, 0xc00000000,
    0x100a02000000, 0x8000000000, 0x40000000, 0x2000800000000, 0x100a22000000, 0x100a02000000, 0x8000000000, 0x100a22000000,
    0x100a22000000, 0x100a22000000, 0x800000000, 0x40000000, 0x8660000000000, 0x100a02000000, 0x104a02000000, 0x100a02000000,
    0x30000000000000, 0x40000000, 0x8000000000000, 0x4000000000, 0x100a02000000, 0x100a02000000, 0x10000000000000, 0x800000000,
    0x100a22000000, 0x100b22000000, 0x100a22000000, 0x100a22000000, 0x80000000000, 0x8000000000, 0x4000000000, 0x1000000000,
};
static const uint64_t tests_texts_of_proc_exepath[] = {
    0x7ffffffe000000,
};
static const uint64_t inverted_texts_of_proc_exepath[] = {
    0x0,
};
static const uint32_t slots_texts_of_proc_exepath[] = {
    0, 0, 0, 74, 13, 0, 0, 0, 0, 0, 66, 0, 118, 142, 173, 0, 129, 0, 0, 174, 11, 186, 0, 0, 25,
    65, 78, 104, 88, 175, 0, 123, 0, 0, 0, 0, 0, 0, 0, 98, 0, 0, 200, 0, 0, 0, 0, 0, 37, 106,
    111, 44, 158, 0, 12, 54, 79, 84, 85, 89, 101, 0, 107, 0, 121, 0, 69, 0, 0, 63, 0, 0, 0, 7,
    125, 31, 0, 0, 0, 0, 87, 119, 42, 0, 183, 3, 0, 0, 156, 0, 80, 0, 0, 0, 0, 128, 184, 0, 76,
    0, 0, 0, 149, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 43, 134, 0, 185, 0, 181, 0, 0, 0, 0, 67, 110,
    172, 195, 4, 169, 182, 0, 180, 0, 91, 0, 0, 0, 0, 115, 0, 0, 197, 0, 0, 207, 71, 0, 124, 0,
    0, 0, 0, 0, 0, 0, 28, 116, 0, 90, 122, 0, 0, 0, 0, 187, 0, 0, 68, 0, 0, 70, 73, 161, 0, 10,
    51, 202, 0, 99, 8, 81, 162, 0, 72, 198, 0, 0, 0, 18, 0, 171, 0, 0, 0, 0, 0, 41, 38, 190, 0,
    0, 0, 49, 0, 126, 0, 0, 45, 0, 0, 0, 0, 102, 140, 0, 0, 21, 127, 0, 0, 0, 0, 131, 0, 5, 0,
    0, 0, 0, 105, 0, 52, 143, 201, 170, 86, 0, 0, 24, 16, 0, 0, 15, 0, 0, 0, 0, 0, 0, 34, 138,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 148, 165, 168, 0, 0, 2, 0, 0, 0, 136, 163, 113,
    0, 0, 0, 9, 33, 47, 57, 97, 152, 0, 27, 0, 14, 0, 0, 120, 0, 53, 0, 0, 95, 132, 159, 0, 6,
    0, 0, 0, 0, 208, 0, 203, 0, 0, 0, 150, 0, 0, 0, 0, 55, 194, 0, 0, 0, 0, 0, 145, 0, 0, 0, 0,
    96, 36, 103, 0, 0, 157, 0, 0, 59, 0, 19, 176, 0, 0, 0, 0, 0, 151, 0, 0, 160, 0, 0, 0, 146,
    48, 153, 0, 0, 26, 0, 0, 0, 167, 0, 0, 0, 22, 23, 29, 30, 32, 133, 20, 141, 112, 0, 0, 0,
    0, 1, 40, 0, 0, 0, 0, 0, 117, 147, 93, 189, 0, 164, 0, 0, 0, 0, 144, 83, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 139, 0, 0, 193, 0, 0, 58, 100, 0, 0, 92, 0, 0, 0, 0, 0, 64, 188, 0, 0, 62, 0, 0,
    0, 191, 17, 192, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 109, 154, 155, 61, 179, 0, 0, 56,
    0, 114, 0, 0, 0, 199, 205, 46, 0, 0, 0, 0, 0, 0, 0, 0, 0, 204, 0, 0, 0, 0, 94, 137, 206, 0,
    0, 0, 75, 0, 0, 0, 0, 0, 0, 60, 177, 0, 82, 108, 77, 166, 130, 178, 196, 0, 0, 0, 0, 0, 35,
    39, 0, 135, 50, 0,
};
static const struct rt_str_set texts_of_proc_exepath = {
    .texts = literals_texts_of_proc_exepath,
    .ntexts = 208,
    .masks = masks_texts_of_proc_exepath,
    .tests = tests_texts_of_proc_exepath,
    .inverted = inverted_texts_of_proc_exepath,
    .first_word = 0,
    .nwords = 1,
    .slots = slots_texts_of_proc_exepath,
    .nslots = 512,
    .seed = 22,
    .lengths = UINT64_C(0x47e7ffbffa80),
};
/* clang-format on */

/* Every text that some rule asks proc.exepath to start with. */
/* clang-format off */
static const struct rt_text literals_prefixes_of_proc_exepath[] = {
    {"/dev/shm/", 9},
    {"/opt/cni/bin/", 13},
    {"/run/shm/", 9},
    {"/run/user/", 10},
    {"/tmp/", 5},
    {"/usr/", 5},
    {"/usr/bin/google_guest_agent", 27},
    {"/usr/bin/python3", 16},
    {"/usr/lib/cni/", 13},
    {"/usr/lib/systemd/", 17},
    {"/var/tmp/", 9},
};
static const uint64_t masks_prefixes_of_proc_exepath[] = {
    0x10, 0x200, 0x20, 0x100, 0x40, 0x1, 0x5, 0x3,
    0x401, 0x9, 0x80,
};
static const uint64_t tests_prefixes_of_proc_exepath[] = {
    0x7ff,
};
static const uint64_t inverted_prefixes_of_proc_exepath[] = {
    0x0,
};
static const uint32_t parents_prefixes_of_proc_exepath[] = {
    0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 0,
};
static const struct rt_str_set prefixes_of_proc_exepath = {
    .texts = literals_prefixes_of_proc_exepath,
    .ntexts = 11,
    .masks = masks_prefixes_of_proc_exepath,
    .tests = tests_prefixes_of_proc_exepath,
    .inverted = inverted_prefixes_of_proc_exepath,
    .first_word = 1,
    .nwords = 1,
    .parents = parents_prefixes_of_proc_exepath,
};
/* clang-format on */

/* Every text that some rule compares proc.aname with. */
/* clang-format off */
static const struct rt_text literals_texts_of_proc_aname[] = {
    {"NetworkManager", 14},
    {"SCREEN", 6},
    {"apk", 3},
    {"apt", 3},
    {"apt-get", 7},
    {"aptitude", 8},
    {"atd", 3},
    {"buildah", 7},
    {"buildctl", 8},
    {"buildkitd", 9},
    {"bwrap", 5},
    {"cargo", 5},
    {"cmake", 5},
    {"configure", 9},
    {"conftest", 8},
    {"cron", 4},
    {"crond", 5},
    {"ctest", 5},
    {"dhclient", 8},
    {"dhcpcd", 6},
    {"dnf", 3},
    {"dnf5", 4},
    {"doas", 4},
    {"dpkg", 4},
    {"dpkg-preconfigu", 15},
    {"dracut", 6},
    {"fakeroot", 8},
    {"go", 2},
    {"kaniko", 6},
    {"login", 5},
    {"logrotate", 9},
    {"lxc-usernsexec", 14},
    {"machinectl", 10},
    {"make", 4},
    {"meson", 5},
    {"microdnf", 8},
    {"mkinitramfs", 11},
    {"newuidmap", 9},
    {"ninja", 5},
    {"pacman", 6},
    {"pkexec", 6},
    {"podman", 6},
    {"polkitd", 7},
    {"resolvconf", 10},
    {"rootlesskit", 11},
    {"rpm", 3},
    {"run0", 4},
    {"runuser", 7},
    {"rustc", 5},
    {"screen", 6},
    {"slirp4netns", 11},
    {"snapd", 5},
    {"sshd", 4},
    {"sshd-session", 12},
    {"su", 2},
    {"sudo", 4},
    {"systemd-run", 11},
    {"tmux", 4},
    {"tmux: server", 12},
    {"unattended-upgr", 15},
    {"unshare", 7},
    {"update-initramfs", 16},
    {"yum", 3},
    {"zypper", 6},
};
static const uint64_t masks_texts_of_proc_aname[] = {
    0x1000, 0x10000, 0x800, 0x800, 0x800, 0x800, 0x10000, 0x60000,
    0x40000, 0x40000, 0x20000, 0x4000, 0x4000, 0x4000, 0x4000, 0x10000,
    0x10000, 0x4000, 0x1000, 0x1000, 0x800, 0x800, 0x10000, 0x800,
    0x800, 0x2000, 0x20000, 0x4000, 0x40000, 0x10000, 0x8000, 0x20000,
    0x10000, 0x4000, 0x4000, 0x800, 0x2000, 0x20000, 0x4000, 0x800,
    0x10000, 0x20000, 0x10000, 0x1000, 0x20000, 0x800, 0x10000, 0x10000,
    0x4000, 0x10000, 0x20000, 0x800, 0x10000, 0x10000, 0x10000, 0x10000,
    0x10000, 0x10000, 0x10000, 0x800, 0x20000, 0x2000, 0x800, 0x800,
};
static const uint64_t tests_texts_of_proc_aname[] = {
    0x7f800,
};
static const uint64_t inverted_texts_of_proc_aname[] = {
    0x0,
};
static const uint32_t slots_texts_of_proc_aname[] = {
    22, 0, 0, 0, 32, 4, 0, 0, 29, 42, 31, 0, 0, 10, 0, 0, 26, 53, 14, 19, 0, 5, 0, 0, 0, 61, 0,
    43, 60, 0, 63, 25, 0, 2, 0, 58, 38, 0, 0, 27, 33, 57, 0, 55, 46, 0, 0, 8, 0, 0, 64, 47, 0,
    0, 0, 0, 56, 0, 1, 15, 39, 0, 0, 49, 62, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 40, 0, 17, 0, 0, 0,
    54, 13, 24, 0, 0, 0, 20, 37, 0, 0, 51, 0, 30, 0, 21, 0, 35, 0, 44, 3, 0, 45, 0, 7, 11, 16,
    36, 9, 28, 48, 0, 0, 12, 59, 0, 6, 0, 0, 0, 23, 0, 41, 0, 0, 52, 34, 18,
};
static const struct rt_str_set texts_of_proc_aname = {
    .texts = literals_texts_of_proc_aname,
    .ntexts = 64,
    .masks = masks_texts_of_proc_aname,
    .tests = tests_texts_of_proc_aname,
    .inverted = inverted_texts_of_proc_aname,
    .first_word = 1,
    .nwords = 1,
    .slots = slots_texts_of_proc_aname,
    .nslots = 128,
    .seed = 14,
    .lengths = UINT64_C(0x1dffc),
};
/* clang-format on */

/* Every text that some rule compares fd.filename with. */
/* clang-format off */
static const struct rt_text literals_texts_of_fd_filename[] = {
    {".ash_history", 12},
    {".bash_history", 13},
    {".bash_login", 11},
    {".bash_logout", 12},
    {".bash_profile", 13},
    {".bashrc", 7},
    {".cshrc", 6},
    {".kshrc", 6},
    {".profile", 8},
    {".tcshrc", 7},
    {".zlogin", 7},
    {".zprofile", 9},
    {".zsh_history", 12},
    {".zshenv", 7},
    {".zshrc", 6},
    {"authorized_keys", 15},
    {"authorized_keys2", 16},
    {"release_agent", 13},
};
static const uint64_t masks_texts_of_fd_filename[] = {
    0x200000, 0x200000, 0x100000, 0x100000, 0x100000, 0x100000, 0x100000, 0x100000,
    0x100000, 0x100000, 0x100000, 0x100000, 0x200000, 0x100000, 0x100000, 0x80000,
    0x80000, 0x400000,
};
static const uint64_t tests_texts_of_fd_filename[] = {
    0x780000,
};
static const uint64_t inverted_texts_of_fd_filename[] = {
    0x0,
};
static const uint32_t slots_texts_of_fd_filename[] = {
    4, 0, 5, 0, 9, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 18,
    0, 0, 3, 0, 0, 10, 0, 0, 0, 0, 14, 0, 6, 15, 0, 12, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7,
    0, 0, 8, 2, 1, 0,
};
static const struct rt_str_set texts_of_fd_filename = {
    .texts = literals_texts_of_fd_filename,
    .ntexts = 18,
    .masks = masks_texts_of_fd_filename,
    .tests = tests_texts_of_fd_filename,
    .inverted = inverted_texts_of_fd_filename,
    .first_word = 1,
    .nwords = 1,
    .slots = slots_texts_of_fd_filename,
    .nslots = 64,
    .seed = 18,
    .lengths = UINT64_C(0x1bbc0),
};
/* clang-format on */

/* Every text that some rule compares proc.name with. */
/* clang-format off */
static const struct rt_text literals_texts_of_proc_name[] = {
    {"aa-teardown", 11},
    {"ansible", 7},
    {"ansible-playbook", 16},
    {"apache2", 7},
    {"apk", 3},
    {"apt", 3},
    {"apt-get", 7},
    {"aria2c", 6},
    {"ash", 3},
    {"auditctl", 8},
    {"awk", 3},
    {"aws", 3},
    {"axel", 4},
    {"az", 2},
    {"base64", 6},
    {"bash", 4},
    {"buildah", 7},
    {"caddy", 5},
    {"cat", 3},
    {"catalina", 8},
    {"cgminer", 7},
    {"cloud-init", 10},
    {"containerd", 10},
    {"cp", 2},
    {"cpuminer", 8},
    {"csh", 3},
    {"curl", 4},
    {"cut", 3},
    {"dash", 4},
    {"dnf", 3},
    {"dnf5", 4},
    {"docker", 6},
    {"dockerd", 7},
    {"ethminer", 8},
    {"fish", 4},
    {"ftp", 3},
    {"gawk", 4},
    {"gcloud", 6},
    {"git", 3},
    {"git-remote-http", 15},
    {"grep", 4},
    {"gunicorn", 8},
    {"head", 4},
    {"helm", 4},
    {"httpd", 5},
    {"invoke-rc.d", 11},
    {"ip6tables", 9},
    {"ip6tables-nft", 13},
    {"iptables", 8},
    {"iptables-legacy", 15},
    {"iptables-nft", 12},
    {"jq", 2},
    {"k9s", 3},
    {"kexec", 5},
    {"ksh", 3},
    {"kubectl", 7},
    {"kubelet", 7},
    {"less", 4},
    {"lftp", 4},
    {"lighttpd", 8},
    {"lolMiner", 8},
    {"mawk", 4},
    {"microdnf", 8},
    {"minerd", 6},
    {"mksh", 4},
    {"modprobe", 8},
    {"more", 4},
    {"nbminer", 7},
    {"nc", 2},
    {"nc.openbsd", 10},
    {"nc.traditional", 14},
    {"ncat", 4},
    {"netcat", 6},
    {"nft", 3},
    {"nginx", 5},
    {"node", 4},
    {"nodejs", 6},
    {"od", 2},
    {"php-fpm", 7},
    {"php-fpm7.4", 10},
    {"php-fpm8.2", 10},
    {"php-fpm8.3", 10},
    {"podman", 6},
    {"python3", 7},
    {"rclone", 6},
    {"rsync", 5},
    {"scp", 3},
    {"sed", 3},
    {"service", 7},
    {"setcap", 6},
    {"setenforce", 10},
    {"sftp", 4},
    {"sh", 2},
    {"skopeo", 6},
    {"ssh", 3},
    {"ssh-add", 7},
    {"ssh-agent", 9},
    {"ssh-copy-id", 11},
    {"ssh-keygen", 10},
    {"sshd", 4},
    {"sshd-session", 12},
    {"systemctl", 9},
    {"t-rex", 5},
    {"tail", 4},
    {"tar", 3},
    {"tcsh", 4},
    {"terraform", 9},
    {"tftp", 4},
    {"tomcat", 6},
    {"ufw", 3},
    {"uwsgi", 5},
    {"vault", 5},
    {"wget", 4},
    {"xmr-stak", 8},
    {"xmrig", 5},
    {"xtables-legacy-", 15},
    {"xtables-nft-mul", 15},
    {"xxd", 3},
    {"yum", 3},
    {"zsh", 3},
    {"zypper", 6},
};
static const uint64_t masks_texts_of_proc_name[] = {
    0x200000000, 0x800000, 0x800000, 0x4000000, 0x20000000000, 0x20000000000, 0x20000000000, 0x40000000000,
    0x8000000, 0x100000000, 0x80010000000, 0x1000000, 0x40000000000, 0x1000000, 0x80000000000, 0x8000000,
    0x2000000, 0x4000000, 0x80000000000, 0x4000000, 0x20000000, 0x800000000, 0x2000000, 0x80000000000,
    0x20000000, 0x8000000, 0xc0002000000, 0x80000000000, 0x8000000, 0x20000000000, 0x20000000000, 0x2000000,
    0x2000000, 0x20000000, 0x8000000, 0x40002000000, 0x10000000, 0x1000000, 0x800000, 0x800000,
    0x80000000000, 0x4000000, 0x80000000000, 0x1000000, 0x4000000, 0x40000000, 0x2000000000, 0x2000000000,
    0x2000000000, 0x2000000000, 0x2000000000, 0x80000000000, 0x1000000, 0x200000000000, 0x8000000, 0x1000000,
    0x2000000, 0x80000000000, 0x40000000000, 0x4000000, 0x20000000, 0x10000000, 0x20000000000, 0x20000000,
    0x8000000, 0x100000000000, 0x80000000000, 0x20000000, 0x400000000, 0x400000000, 0x400000000, 0x400000000,
    0x400000000, 0x4000000000, 0x4000000, 0x14000000, 0x10000000, 0x80000000000, 0x4000000, 0x4000000,
    0x4000000, 0x4000000, 0x2000000, 0x9800000000, 0x40000000000, 0x40000800000, 0x40000800000, 0x80000000000,
    0x40000000, 0x10000000000, 0x80000000, 0x40000800000, 0x8000000, 0x2000000, 0x800000, 0x800000,
    0x800000, 0x800000, 0x800000, 0x800000, 0x800000, 0x40000000, 0x20000000, 0x80000000000,
    0x80000000000, 0x8000000, 0x1000000, 0x40000000000, 0x4000000, 0x8000000000, 0x4000000, 0x1000000,
    0xc0002000000, 0x20000000, 0x20000000, 0x2000000000, 0x2000000000, 0x80000000000, 0x20000000000, 0x8000000,
    0x20000000000,
};
static const uint64_t tests_texts_of_proc_name[] = {
    0x3fffff800000,
};
static const uint64_t inverted_texts_of_proc_name[] = {
    0x0,
};
static const uint32_t slots_texts_of_proc_name[] = {
    0, 0, 31, 0, 53, 0, 0, 0, 105, 0, 0, 0, 120, 0, 0, 0, 40, 100, 0, 0, 6, 9, 24, 115, 29, 111,
    0, 0, 0, 22, 0, 114, 27, 0, 39, 13, 62, 68, 0, 0, 0, 0, 91, 102, 0, 1, 0, 112, 56, 119, 0,
    17, 18, 103, 0, 0, 14, 98, 58, 70, 0, 0, 0, 60, 0, 0, 116, 0, 0, 12, 99, 0, 0, 65, 0, 90,
    97, 110, 44, 0, 34, 0, 0, 0, 0, 48, 0, 36, 0, 0, 0, 46, 0, 0, 72, 79, 0, 0, 0, 88, 0, 4, 23,
    117, 80, 51, 32, 0, 0, 0, 0, 45, 0, 0, 96, 0, 78, 0, 0, 0, 77, 0, 5, 26, 0, 0, 52, 3, 89,
    64, 50, 95, 75, 7, 121, 33, 0, 0, 0, 67, 59, 85, 0, 0, 47, 0, 0, 0, 0, 0, 63, 38, 108, 0,
    81, 49, 82, 0, 0, 42, 25, 107, 118, 57, 41, 84, 0, 0, 0, 0, 0, 0, 54, 0, 0, 15, 0, 0, 0, 69,
    93, 113, 0, 73, 0, 0, 86, 21, 35, 66, 2, 10, 76, 106, 0, 0, 0, 0, 0, 28, 0, 37, 0, 94, 0,
    0, 0, 30, 0, 0, 0, 0, 0, 101, 0, 0, 0, 0, 0, 0, 61, 0, 83, 109, 0, 0, 87, 0, 0, 0, 0, 55,
    8, 74, 71, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 0, 19, 16, 92, 104, 0, 0, 0, 0, 43, 20,
};
static const struct rt_str_set texts_of_proc_name = {
    .texts = literals_texts_of_proc_name,
    .ntexts = 121,
    .masks = masks_texts_of_proc_name,
    .tests = tests_texts_of_proc_name,
    .inverted = inverted_texts_of_proc_name,
    .first_word = 1,
    .nwords = 1,
    .slots = slots_texts_of_proc_name,
    .nslots = 256,
    .seed = 27,
    .lengths = UINT64_C(0x1fffc),
};
/* clang-format on */

/* Every text that some rule asks proc.name to start with. */
/* clang-format off */
static const struct rt_text literals_prefixes_of_proc_name[] = {
    {"crun", 4},
    {"lua", 3},
    {"npm", 3},
    {"perl", 4},
    {"php", 3},
    {"pip", 3},
    {"python", 6},
    {"ruby", 4},
    {"runc:[", 6},
    {"socat", 5},
};
static const uint64_t masks_prefixes_of_proc_name[] = {
    0x80000000000000, 0x4000000000000, 0x20000000000000, 0x800000000000, 0x2000000000000, 0x10000000000000, 0x400000000000, 0x1000000000000,
    0x40000000000000, 0x8000000000000,
};
static const uint64_t tests_prefixes_of_proc_name[] = {
    0xffc00000000000,
};
static const uint64_t inverted_prefixes_of_proc_name[] = {
    0x0,
};
static const uint32_t parents_prefixes_of_proc_name[] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};
static const struct rt_str_set prefixes_of_proc_name = {
    .texts = literals_prefixes_of_proc_name,
    .ntexts = 10,
    .masks = masks_prefixes_of_proc_name,
    .tests = tests_prefixes_of_proc_name,
    .inverted = inverted_prefixes_of_proc_name,
    .first_word = 1,
    .nwords = 1,
    .parents = parents_prefixes_of_proc_name,
};
/* clang-format on */

/* Every text that some rule compares fs.path.target with. */
/* clang-format off */
static const struct rt_text literals_texts_of_fs_path_target[] = {
    {"/etc/group", 10},
    {"/etc/gshadow", 12},
    {"/etc/gshadow-", 13},
    {"/etc/ld.so.preload", 18},
    {"/etc/master.passwd", 18},
    {"/etc/passwd", 11},
    {"/etc/security/opasswd", 21},
    {"/etc/shadow", 11},
    {"/etc/shadow-", 12},
    {"/etc/sudoers", 12},
    {"/root/.ssh/id_ed25519", 21},
    {"/root/.ssh/id_rsa", 17},
};
static const uint64_t masks_texts_of_fs_path_target[] = {
    0x800000000000000, 0xa00000000000000, 0x200000000000000, 0x100000000000000, 0x200000000000000, 0x800000000000000, 0x200000000000000, 0xa00000000000000,
    0x200000000000000, 0x400000000000000, 0x400000000000000, 0x400000000000000,
};
static const uint64_t tests_texts_of_fs_path_target[] = {
    0xf00000000000000,
};
static const uint64_t inverted_texts_of_fs_path_target[] = {
    0x0,
};
static const uint32_t slots_texts_of_fs_path_target[] = {
    0, 0, 0, 3, 0, 0, 12, 7, 0, 0, 0, 5, 0, 4, 0, 0, 6, 9, 0, 0, 0, 0, 11, 2, 0, 10, 0, 0, 1,
    0, 0, 8,
};
static const struct rt_str_set texts_of_fs_path_target = {
    .texts = literals_texts_of_fs_path_target,
    .ntexts = 12,
    .masks = masks_texts_of_fs_path_target,
    .tests = tests_texts_of_fs_path_target,
    .inverted = inverted_texts_of_fs_path_target,
    .first_word = 1,
    .nwords = 1,
    .slots = slots_texts_of_fs_path_target,
    .nslots = 32,
    .seed = 2,
    .lengths = UINT64_C(0x263c00),
};
/* clang-format on */

/* Every text that some rule asks fs.path.target to start with. */
/* clang-format off */
static const struct rt_text literals_prefixes_of_fs_path_target[] = {
    {"/etc/", 5},
    {"/etc/ssh/ssh_host_", 18},
};
static const uint64_t masks_prefixes_of_fs_path_target[] = {
    0x2000000000000000, 0x3000000000000000,
};
static const uint64_t tests_prefixes_of_fs_path_target[] = {
    0x3000000000000000,
};
static const uint64_t inverted_prefixes_of_fs_path_target[] = {
    0x0,
};
static const uint32_t parents_prefixes_of_fs_path_target[] = {
    0, 1,
};
static const struct rt_str_set prefixes_of_fs_path_target = {
    .texts = literals_prefixes_of_fs_path_target,
    .ntexts = 2,
    .masks = masks_prefixes_of_fs_path_target,
    .tests = tests_prefixes_of_fs_path_target,
    .inverted = inverted_prefixes_of_fs_path_target,
    .first_word = 1,
    .nwords = 1,
    .parents = parents_prefixes_of_fs_path_target,
};
/* clang-format on */

/* Every text that some rule compares proc.pname with. */
/* clang-format off */
static const struct rt_text literals_texts_of_proc_pname[] = {
    {"apache2", 7},
    {"caddy", 5},
    {"calico-node", 11},
    {"catalina", 8},
    {"cilium-agent", 12},
    {"cni", 3},
    {"dnsmasq", 7},
    {"dockerd", 7},
    {"dovecot", 7},
    {"elasticsearch", 13},
    {"envoy", 5},
    {"exim4", 5},
    {"firewalld", 9},
    {"gunicorn", 8},
    {"haproxy", 7},
    {"httpd", 5},
    {"kdump-config", 12},
    {"kexec-load", 10},
    {"kube-proxy", 10},
    {"lighttpd", 8},
    {"mariadbd", 8},
    {"master", 6},
    {"memcached", 9},
    {"mongod", 6},
    {"mysqld", 6},
    {"named", 5},
    {"netavark", 8},
    {"netfilter-persis", 16},
    {"nginx", 5},
    {"node", 4},
    {"php-fpm", 7},
    {"php-fpm7.4", 10},
    {"php-fpm8.2", 10},
    {"php-fpm8.3", 10},
    {"postgres", 8},
    {"proftpd", 7},
    {"redis-server", 12},
    {"slapd", 5},
    {"smbd", 4},
    {"squid", 5},
    {"systemd", 7},
    {"tomcat", 6},
    {"unbound", 7},
    {"uwsgi", 5},
    {"vsftpd", 6},
};
static const uint64_t masks_texts_of_proc_pname[] = {
    0xb, 0x3, 0x10, 0x3, 0x10, 0x10, 0x2, 0x10,
    0x2, 0x2, 0x2, 0x2, 0x10, 0x3, 0x2, 0xb,
    0x20, 0x20, 0x10, 0x3, 0x2, 0x2, 0x2, 0x2,
    0x2, 0x2, 0x10, 0x10, 0x3, 0x3, 0x3, 0x3,
    0x3, 0x3, 0x6, 0x2, 0x2, 0x2, 0x2, 0x2,
    0x30, 0x3, 0x2, 0x3, 0x2,
};
static const uint64_t tests_texts_of_proc_pname[] = {
    0x3f,
};
static const uint64_t inverted_texts_of_proc_pname[] = {
    0x0,
};
static const uint32_t slots_texts_of_proc_pname[] = {
    22, 0, 19, 0, 0, 0, 28, 0, 0, 36, 42, 0, 44, 0, 0, 0, 33, 34, 0, 41, 0, 6, 0, 0, 0, 5, 0,
    23, 43, 0, 0, 0, 0, 0, 37, 20, 27, 0, 0, 0, 29, 35, 0, 9, 15, 17, 11, 2, 26, 0, 0, 0, 0, 25,
    0, 0, 0, 0, 0, 45, 12, 0, 32, 0, 0, 1, 0, 40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18, 0, 0, 31,
    0, 0, 10, 0, 7, 3, 0, 38, 16, 0, 0, 24, 0, 0, 0, 21, 8, 14, 30, 0, 0, 0, 0, 0, 4, 0, 0, 0,
    0, 0, 0, 39, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13, 0, 0, 0,
};
static const struct rt_str_set texts_of_proc_pname = {
    .texts = literals_texts_of_proc_pname,
    .ntexts = 45,
    .masks = masks_texts_of_proc_pname,
    .tests = tests_texts_of_proc_pname,
    .inverted = inverted_texts_of_proc_pname,
    .first_word = 2,
    .nwords = 1,
    .slots = slots_texts_of_proc_pname,
    .nslots = 128,
    .seed = 19,
    .lengths = UINT64_C(0x13ff8),
};
/* clang-format on */

/* Every text that some rule asks proc.pname to start with. */
/* clang-format off */
static const struct rt_text literals_prefixes_of_proc_pname[] = {
    {"kthreadd", 8},
    {"kworker", 7},
};
static const uint64_t masks_prefixes_of_proc_pname[] = {
    0x80, 0x40,
};
static const uint64_t tests_prefixes_of_proc_pname[] = {
    0xc0,
};
static const uint64_t inverted_prefixes_of_proc_pname[] = {
    0x0,
};
static const uint32_t parents_prefixes_of_proc_pname[] = {
    0, 0,
};
static const struct rt_str_set prefixes_of_proc_pname = {
    .texts = literals_prefixes_of_proc_pname,
    .ntexts = 2,
    .masks = masks_prefixes_of_proc_pname,
    .tests = tests_prefixes_of_proc_pname,
    .inverted = inverted_prefixes_of_proc_pname,
    .first_word = 2,
    .nwords = 1,
    .parents = parents_prefixes_of_proc_pname,
};
/* clang-format on */

/* Every text that some rule asks proc.exe to start with. */
/* clang-format off */
static const struct rt_text literals_prefixes_of_proc_exe[] = {
    {"./", 2},
    {"[", 1},
};
static const uint64_t masks_prefixes_of_proc_exe[] = {
    0x100, 0x200,
};
static const uint64_t tests_prefixes_of_proc_exe[] = {
    0x300,
};
static const uint64_t inverted_prefixes_of_proc_exe[] = {
    0x0,
};
static const uint32_t parents_prefixes_of_proc_exe[] = {
    0, 0,
};
static const struct rt_str_set prefixes_of_proc_exe = {
    .texts = literals_prefixes_of_proc_exe,
    .ntexts = 2,
    .masks = masks_prefixes_of_proc_exe,
    .tests = tests_prefixes_of_proc_exe,
    .inverted = inverted_prefixes_of_proc_exe,
    .first_word = 2,
    .nwords = 1,
    .parents = parents_prefixes_of_proc_exe,
};
/* clang-format on */

/* Every text that some rule compares proc.pexepath with. */
/* clang-format off */
static const struct rt_text literals_texts_of_proc_pexepath[] = {
    {"/usr/lib/openssh/sshd-session", 29},
    {"/usr/sbin/inetd", 15},
    {"/usr/sbin/sshd", 14},
    {"/usr/sbin/xinetd", 16},
};
static const uint64_t masks_texts_of_proc_pexepath[] = {
    0x400, 0x400, 0x400, 0x400,
};
static const uint64_t tests_texts_of_proc_pexepath[] = {
    0x400,
};
static const uint64_t inverted_texts_of_proc_pexepath[] = {
    0x0,
};
static const uint32_t slots_texts_of_proc_pexepath[] = {
    3, 0, 4, 0, 1, 2, 0, 0,
};
static const struct rt_str_set texts_of_proc_pexepath = {
    .texts = literals_texts_of_proc_pexepath,
    .ntexts = 4,
    .masks = masks_texts_of_proc_pexepath,
    .tests = tests_texts_of_proc_pexepath,
    .inverted = inverted_texts_of_proc_pexepath,
    .first_word = 2,
    .nwords = 1,
    .slots = slots_texts_of_proc_pexepath,
    .nslots = 8,
    .seed = 1,
    .lengths = UINT64_C(0x2001c000),
};
/* clang-format on */

/* Every text that some rule compares container.id with. */
/* clang-format off */
static const struct rt_text literals_texts_of_container_id[] = {
    {"host", 4},
};
static const uint64_t masks_texts_of_container_id[] = {
    0x1800,
};
static const uint64_t tests_texts_of_container_id[] = {
    0x1800,
};
static const uint64_t inverted_texts_of_container_id[] = {
    0x1000,
};
static const uint32_t slots_texts_of_container_id[] = {
    1, 0, 0, 0,
};
static const struct rt_str_set texts_of_container_id = {
    .texts = literals_texts_of_container_id,
    .ntexts = 1,
    .masks = masks_texts_of_container_id,
    .tests = tests_texts_of_container_id,
    .inverted = inverted_texts_of_container_id,
    .first_word = 2,
    .nwords = 1,
    .slots = slots_texts_of_container_id,
    .nslots = 4,
    .seed = 1,
    .lengths = UINT64_C(0x10),
};
/* clang-format on */

/* evt.is_open_read = true */
static bool evt_is_open_read_is_true(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_EVT_IS_OPEN_READ_IS_TRUE)) {
        const struct rt_values *value = rt_value(eval, VALUE_EVT_IS_OPEN_READ);
        const bool holds = rt_u64_eq(value, 1);

        rt_test_note(eval, TEST_EVT_IS_OPEN_READ_IS_TRUE, holds);
    }
    return rt_test_true(eval, TEST_EVT_IS_OPEN_READ_IS_TRUE);
}

/* fd.typechar = f */
static bool fd_typechar_is_f(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_TYPECHAR_IS_F, &texts_of_fd_typechar, VALUE_FD_TYPECHAR);
}

/* fd.num >= 0 */
static bool fd_num_at_least_0(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_FD_NUM_AT_LEAST_0)) {
        const struct rt_values *value = rt_value(eval, VALUE_FD_NUM);
        const bool holds = rt_i64_ge(value, 0);

        rt_test_note(eval, TEST_FD_NUM_AT_LEAST_0, holds);
    }
    return rt_test_true(eval, TEST_FD_NUM_AT_LEAST_0);
}

/* fd.name in (/etc/gshadow, /etc/gshadow-, /etc/master.passwd, /etc/security/opasswd,
 * /etc/shadow, /etc/shadow-) */
static bool fd_name_in_password_hash_files(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IN_PASSWORD_HASH_FILES, &texts_of_fd_name, VALUE_FD_NAME);
}

/* proc.exepath in (/usr/bin/chage, /usr/bin/chfn, /usr/bin/chsh, /usr/bin/gpasswd,
 * /usr/bin/login, /usr/bin/newgrp, /usr/bin/passwd, /usr/bin/pkexec, /usr/bin/runuser,
 * /usr/bin/sg, /usr/bin/su, /usr/bin/sudo, /usr/bin/systemd-firstboot,
 * /usr/bin/systemd-sysusers, /usr/bin/systemd-tmpfiles,
 * /usr/lib/accountsservice/accounts-daemon, /usr/lib/openssh/sshd-auth,
 * /usr/lib/openssh/sshd-session, /usr/lib/polkit-1/polkit-agent-helper-1,
 * /usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor, /usr/lib/systemd/systemd-userdbd,
 * /usr/lib/systemd/systemd-userwork, /usr/libexec/accounts-daemon,
 * /usr/libexec/openssh/sshd-session, /usr/sbin/atd, /usr/sbin/chgpasswd, /usr/sbin/chpasswd,
 * /usr/sbin/cron, /usr/sbin/crond, /usr/sbin/gdm3, /usr/sbin/groupadd, /usr/sbin/groupdel,
 * /usr/sbin/groupmod, /usr/sbin/grpck, /usr/sbin/grpconv, /usr/sbin/lightdm, /usr/sbin/newusers,
 * /usr/sbin/nscd, /usr/sbin/pwck, /usr/sbin/pwconv, /usr/sbin/pwunconv, /usr/sbin/runuser,
 * /usr/sbin/sshd, /usr/sbin/sssd, /usr/sbin/unix_chkpwd, /usr/sbin/unix_update,
 * /usr/sbin/useradd, /usr/sbin/userdel, /usr/sbin/usermod, /usr/sbin/vipw) */
static bool proc_exepath_in_usr_bin_chage(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_CHAGE, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.aname in (apk, apt, apt-get, aptitude, dnf, dnf5, dpkg, dpkg-preconfigu, microdnf,
 * pacman, rpm, snapd, unattended-upgr, yum, zypper) */
static bool proc_aname_in_package_managers(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IN_PACKAGE_MANAGERS, &texts_of_proc_aname,
                     VALUE_ANY_PROC_ANAME);
}

/* proc.exepath startswith /usr/ */
static bool proc_exepath_startswith_usr(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_USR, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* fd.directory endswith /.ssh */
static bool fd_directory_endswith_ssh(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_DIRECTORY);

    return rt_str_endswith(value, "/.ssh", 5);
}

/* fd.filename startswith id_ */
static bool fd_filename_startswith_id(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_FILENAME);

    return rt_str_startswith(value, "id_", 3);
}

/* fd.filename endswith .pub */
static bool fd_filename_endswith_pub(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_FILENAME);

    return rt_str_endswith(value, ".pub", 4);
}

/* fd.name endswith /.aws/credentials */
static bool fd_name_endswith_aws_credentials(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/.aws/credentials", 17);
}

/* clang-format off */
static const struct rt_text of_fd_name_endswith_config_gcloud_cred[] = {
    {"/.config/gcloud/credentials.db", 30},
};
/* clang-format on */

/* fd.name endswith /.config/gcloud/credentials.db */
static bool fd_name_endswith_config_gcloud_cred(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_anyof(value, rt_text_endswith, of_fd_name_endswith_config_gcloud_cred, 1);
}

/* clang-format off */
static const struct rt_text of_fd_name_endswith_azure_accesstokens[] = {
    {"/.azure/accessTokens.json", 25},
};
/* clang-format on */

/* fd.name endswith /.azure/accessTokens.json */
static bool fd_name_endswith_azure_accesstokens(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_anyof(value, rt_text_endswith, of_fd_name_endswith_azure_accesstokens, 1);
}

/* fd.name endswith /.kube/config */
static bool fd_name_endswith_kube_config(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/.kube/config", 13);
}

/* fd.name endswith /.docker/config.json */
static bool fd_name_endswith_docker_config_json(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/.docker/config.json", 20);
}

/* fd.name endswith /.netrc */
static bool fd_name_endswith_netrc(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/.netrc", 7);
}

/* fd.name endswith /.git-credentials */
static bool fd_name_endswith_git_credentials(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/.git-credentials", 17);
}

/* fd.name endswith /.vault-token */
static bool fd_name_endswith_vault_token(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/.vault-token", 13);
}

/* fd.name = /etc/kubernetes/admin.conf */
static bool fd_name_is_etc_kubernetes_admin_con(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IS_ETC_KUBERNETES_ADMIN_CON, &texts_of_fd_name,
                     VALUE_FD_NAME);
}

/* proc.name in (ansible, ansible-playbook, git, git-remote-http, rsync, scp, sftp, ssh, ssh-add,
 * ssh-agent, ssh-copy-id, ssh-keygen, sshd, sshd-session) */
static bool proc_name_in_ansible(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_ANSIBLE, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.name in (aws, az, gcloud, helm, k9s, kubectl, terraform, vault) */
static bool proc_name_in_aws(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_AWS, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.name in (buildah, containerd, curl, docker, dockerd, ftp, kubelet, podman, skopeo, wget) */
static bool proc_name_in_buildah(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_BUILDAH, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* evt.is_open_write = true */
static bool evt_is_open_write_is_true(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_EVT_IS_OPEN_WRITE_IS_TRUE)) {
        const struct rt_values *value = rt_value(eval, VALUE_EVT_IS_OPEN_WRITE);
        const bool holds = rt_u64_eq(value, 1);

        rt_test_note(eval, TEST_EVT_IS_OPEN_WRITE_IS_TRUE, holds);
    }
    return rt_test_true(eval, TEST_EVT_IS_OPEN_WRITE_IS_TRUE);
}

/* fd.filename in (authorized_keys, authorized_keys2) */
static bool fd_filename_in_authorized_keys(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_FILENAME_IN_AUTHORIZED_KEYS, &texts_of_fd_filename,
                     VALUE_FD_FILENAME);
}

/* evt.failed = false */
static bool evt_failed_is_false(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_EVT_FAILED_IS_FALSE)) {
        const struct rt_values *value = rt_value(eval, VALUE_EVT_FAILED);
        const bool holds = rt_u64_eq(value, 0);

        rt_test_note(eval, TEST_EVT_FAILED_IS_FALSE, holds);
    }
    return rt_test_true(eval, TEST_EVT_FAILED_IS_FALSE);
}

/* fs.path.target endswith /authorized_keys */
static bool fs_path_target_endswith_authorized(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, "/authorized_keys", 16);
}

/* fs.path.target endswith /authorized_keys2 */
static bool fs_path_target_endswith_authorized_2(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, "/authorized_keys2", 17);
}

/* proc.exepath startswith /usr/bin/python3 */
static bool proc_exepath_startswith_usr_bin_pyt(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_PYT, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.cmdline contains /usr/bin/cloud-init */
static bool proc_cmdline_contains_usr_bin_cloud(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_PROC_CMDLINE_CONTAINS_USR_BIN_CLOUD)) {
        const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);
        const bool holds = rt_str_contains(value, "/usr/bin/cloud-init", 19);

        rt_test_note(eval, TEST_PROC_CMDLINE_CONTAINS_USR_BIN_CLOUD, holds);
    }
    return rt_test_true(eval, TEST_PROC_CMDLINE_CONTAINS_USR_BIN_CLOUD);
}

/* proc.exepath startswith /usr/bin/google_guest_agent */
static bool proc_exepath_startswith_usr_bin_goo(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_GOO, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.cmdline contains google_guest_agent */
static bool proc_cmdline_contains_google_guest(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "google_guest_agent", 18);
}

/* clang-format off */
static const struct rt_text of_fd_name_pmatch_job_files[] = {
    {"/etc/anacrontab", 15},
    {"/etc/cron.d", 11},
    {"/etc/cron.daily", 15},
    {"/etc/cron.hourly", 16},
    {"/etc/cron.monthly", 17},
    {"/etc/cron.weekly", 16},
    {"/etc/crontab", 12},
    {"/var/spool/cron", 15},
};
/* clang-format on */

/* fd.name pmatch (/etc/anacrontab, /etc/cron.d, /etc/cron.daily, /etc/cron.hourly,
 * /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /var/spool/cron) */
static bool fd_name_pmatch_job_files(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_FD_NAME_PMATCH_JOB_FILES)) {
        const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);
        const bool holds = rt_str_pmatch(value, of_fd_name_pmatch_job_files, 8);

        rt_test_note(eval, TEST_FD_NAME_PMATCH_JOB_FILES, holds);
    }
    return rt_test_true(eval, TEST_FD_NAME_PMATCH_JOB_FILES);
}

/* clang-format off */
static const struct rt_text of_fs_path_target_pmatch_job_files[] = {
    {"/etc/anacrontab", 15},
    {"/etc/cron.d", 11},
    {"/etc/cron.daily", 15},
    {"/etc/cron.hourly", 16},
    {"/etc/cron.monthly", 17},
    {"/etc/cron.weekly", 16},
    {"/etc/crontab", 12},
    {"/var/spool/cron", 15},
};
/* clang-format on */

/* fs.path.target pmatch (/etc/anacrontab, /etc/cron.d, /etc/cron.daily, /etc/cron.hourly,
 * /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /var/spool/cron) */
static bool fs_path_target_pmatch_job_files(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_pmatch(value, of_fs_path_target_pmatch_job_files, 8);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/at, /usr/bin/crontab,
 * /usr/bin/dnf5, /usr/bin/dpkg, /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/pacman,
 * /usr/bin/rpm, /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd,
 * /usr/sbin/anacron, /usr/sbin/atd, /usr/sbin/cron, /usr/sbin/crond) */
static bool proc_exepath_in_sbin_apk(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_SBIN_APK, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* clang-format off */
static const struct rt_text of_fd_name_pmatch_unit_directories[] = {
    {"/etc/systemd/system", 19},
    {"/etc/systemd/user", 17},
    {"/lib/systemd/system", 19},
    {"/usr/lib/systemd/system", 23},
    {"/usr/lib/systemd/user", 21},
    {"/usr/local/lib/systemd/system", 29},
};
/* clang-format on */

/* fd.name pmatch (/etc/systemd/system, /etc/systemd/user, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system) */
static bool fd_name_pmatch_unit_directories(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_FD_NAME_PMATCH_UNIT_DIRECTORIES)) {
        const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);
        const bool holds = rt_str_pmatch(value, of_fd_name_pmatch_unit_directories, 6);

        rt_test_note(eval, TEST_FD_NAME_PMATCH_UNIT_DIRECTORIES, holds);
    }
    return rt_test_true(eval, TEST_FD_NAME_PMATCH_UNIT_DIRECTORIES);
}

/* fd.name endswith .service */
static bool fd_name_endswith_service(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".service", 8);
}

/* fd.name endswith .timer */
static bool fd_name_endswith_timer(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".timer", 6);
}

/* fd.name endswith .socket */
static bool fd_name_endswith_socket(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".socket", 7);
}

/* fd.name endswith .path */
static bool fd_name_endswith_path(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".path", 5);
}

/* fd.name endswith .conf */
static bool fd_name_endswith_conf(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".conf", 5);
}

/* clang-format off */
static const struct rt_text of_fs_path_target_pmatch_unit_director[] = {
    {"/etc/systemd/system", 19},
    {"/etc/systemd/user", 17},
    {"/lib/systemd/system", 19},
    {"/usr/lib/systemd/system", 23},
    {"/usr/lib/systemd/user", 21},
    {"/usr/local/lib/systemd/system", 29},
};
/* clang-format on */

/* fs.path.target pmatch (/etc/systemd/system, /etc/systemd/user, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system) */
static bool fs_path_target_pmatch_unit_director(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_pmatch(value, of_fs_path_target_pmatch_unit_director, 6);
}

/* fs.path.target endswith .service */
static bool fs_path_target_endswith_service(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, ".service", 8);
}

/* fs.path.target endswith .timer */
static bool fs_path_target_endswith_timer(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, ".timer", 6);
}

/* fs.path.target endswith .socket */
static bool fs_path_target_endswith_socket(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, ".socket", 7);
}

/* fs.path.target endswith .path */
static bool fs_path_target_endswith_path(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, ".path", 5);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/dnf5, /usr/bin/dpkg,
 * /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/pacman, /usr/bin/rpm,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd) */
static bool proc_exepath_in_package_manager_pat(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_PACKAGE_MANAGER_PAT, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.exepath in (/usr/bin/systemctl, /usr/bin/systemd-tmpfiles, /usr/lib/systemd/systemd) */
static bool proc_exepath_in_usr_bin_systemctl(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_SYSTEMCTL, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name = /etc/ld.so.preload */
static bool fd_name_is_etc_ld_so_preload(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IS_ETC_LD_SO_PRELOAD, &texts_of_fd_name, VALUE_FD_NAME);
}

/* fs.path.target = /etc/ld.so.preload */
static bool fs_path_target_is_etc_ld_so_preload(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FS_PATH_TARGET_IS_ETC_LD_SO_PRELOAD, &texts_of_fs_path_target,
                     VALUE_FS_PATH_TARGET);
}

/* fs.path.source = /etc/ld.so.preload */
static bool fs_path_source_is_etc_ld_so_preload(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_SOURCE);

    return rt_str_eq(value, "/etc/ld.so.preload", 18);
}

/* fd.filename in (.bash_login, .bash_logout, .bash_profile, .bashrc, .cshrc, .kshrc, .profile,
 * .tcshrc, .zlogin, .zprofile, .zshenv, .zshrc) */
static bool fd_filename_in_shell_start_files(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_FILENAME_IN_SHELL_START_FILES, &texts_of_fd_filename,
                     VALUE_FD_FILENAME);
}

/* fs.path.target endswith /.bashrc */
static bool fs_path_target_endswith_bashrc(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, "/.bashrc", 8);
}

/* fs.path.target endswith /.profile */
static bool fs_path_target_endswith_profile(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, "/.profile", 9);
}

/* fs.path.target endswith /.zshrc */
static bool fs_path_target_endswith_zshrc(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_endswith(value, "/.zshrc", 7);
}

/* fd.name in (/etc/bash.bashrc, /etc/profile, /etc/zsh/zshrc) */
static bool fd_name_in_etc_bash_bashrc(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IN_ETC_BASH_BASHRC, &texts_of_fd_name, VALUE_FD_NAME);
}

/* fd.name startswith /etc/profile.d/ */
static bool fd_name_startswith_etc_profile_d(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_ETC_PROFILE_D, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* proc.exepath in (/usr/bin/chfn, /usr/bin/chsh, /usr/bin/emacs, /usr/bin/gpasswd,
 * /usr/bin/nano, /usr/bin/nvim, /usr/bin/vi, /usr/bin/vim.basic, /usr/bin/vim.tiny,
 * /usr/sbin/chgpasswd, /usr/sbin/chpasswd, /usr/sbin/groupadd, /usr/sbin/groupdel,
 * /usr/sbin/groupmod, /usr/sbin/grpck, /usr/sbin/grpconv, /usr/sbin/newusers, /usr/sbin/pwck,
 * /usr/sbin/pwconv, /usr/sbin/pwunconv, /usr/sbin/useradd, /usr/sbin/userdel, /usr/sbin/usermod,
 * /usr/sbin/vipw) */
static bool proc_exepath_in_usr_bin_chfn(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_CHFN, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* clang-format off */
static const struct rt_text of_fs_path_name_pmatch_telling_logs[] = {
    {"/var/log/audit", 14},
    {"/var/log/auth.log", 17},
    {"/var/log/btmp", 13},
    {"/var/log/cron", 13},
    {"/var/log/cron.log", 17},
    {"/var/log/faillog", 16},
    {"/var/log/journal", 16},
    {"/var/log/kern.log", 17},
    {"/var/log/lastlog", 16},
    {"/var/log/messages", 17},
    {"/var/log/secure", 15},
    {"/var/log/sudo.log", 17},
    {"/var/log/syslog", 15},
    {"/var/log/wtmp", 13},
};
/* clang-format on */

/* fs.path.name pmatch (/var/log/audit, /var/log/auth.log, /var/log/btmp, /var/log/cron,
 * /var/log/cron.log, /var/log/faillog, /var/log/journal, /var/log/kern.log, /var/log/lastlog,
 * /var/log/messages, /var/log/secure, /var/log/sudo.log, /var/log/syslog, /var/log/wtmp) */
static bool fs_path_name_pmatch_telling_logs(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_NAME);

    return rt_str_pmatch(value, of_fs_path_name_pmatch_telling_logs, 14);
}

/* evt.arg.flags contains O_TRUNC */
static bool evt_arg_flags_contains_o_trunc(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_FLAGS);

    return rt_str_contains(value, "O_TRUNC", 7);
}

/* evt.is_open_create = false */
static bool evt_is_open_create_is_false(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_IS_OPEN_CREATE);

    return rt_u64_eq(value, 0);
}

/* clang-format off */
static const struct rt_text of_fd_name_pmatch_telling_logs[] = {
    {"/var/log/audit", 14},
    {"/var/log/auth.log", 17},
    {"/var/log/btmp", 13},
    {"/var/log/cron", 13},
    {"/var/log/cron.log", 17},
    {"/var/log/faillog", 16},
    {"/var/log/journal", 16},
    {"/var/log/kern.log", 17},
    {"/var/log/lastlog", 16},
    {"/var/log/messages", 17},
    {"/var/log/secure", 15},
    {"/var/log/sudo.log", 17},
    {"/var/log/syslog", 15},
    {"/var/log/wtmp", 13},
};
/* clang-format on */

/* fd.name pmatch (/var/log/audit, /var/log/auth.log, /var/log/btmp, /var/log/cron,
 * /var/log/cron.log, /var/log/faillog, /var/log/journal, /var/log/kern.log, /var/log/lastlog,
 * /var/log/messages, /var/log/secure, /var/log/sudo.log, /var/log/syslog, /var/log/wtmp) */
static bool fd_name_pmatch_telling_logs(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_pmatch(value, of_fd_name_pmatch_telling_logs, 14);
}

/* proc.exepath in (/usr/bin/journalctl, /usr/bin/savelog, /usr/bin/systemd-tmpfiles,
 * /usr/lib/systemd/systemd-journald, /usr/sbin/auditd, /usr/sbin/logrotate, /usr/sbin/rsyslogd,
 * /usr/sbin/syslog-ng) */
static bool proc_exepath_in_usr_bin_journalctl(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_JOURNALCTL, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fs.path.name endswith /.bash_history */
static bool fs_path_name_endswith_bash_history(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_NAME);

    return rt_str_endswith(value, "/.bash_history", 14);
}

/* fs.path.name endswith /.zsh_history */
static bool fs_path_name_endswith_zsh_history(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_NAME);

    return rt_str_endswith(value, "/.zsh_history", 13);
}

/* fs.path.name endswith /.ash_history */
static bool fs_path_name_endswith_ash_history(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_NAME);

    return rt_str_endswith(value, "/.ash_history", 13);
}

/* fs.path.name endswith /.python_history */
static bool fs_path_name_endswith_python_histor(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_NAME);

    return rt_str_endswith(value, "/.python_history", 16);
}

/* fs.path.name endswith /.mysql_history */
static bool fs_path_name_endswith_mysql_history(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_NAME);

    return rt_str_endswith(value, "/.mysql_history", 15);
}

/* fs.path.source endswith /.bash_history */
static bool fs_path_source_endswith_bash_histor(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_SOURCE);

    return rt_str_endswith(value, "/.bash_history", 14);
}

/* fs.path.source endswith /.zsh_history */
static bool fs_path_source_endswith_zsh_history(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_SOURCE);

    return rt_str_endswith(value, "/.zsh_history", 13);
}

/* fd.filename in (.ash_history, .bash_history, .zsh_history) */
static bool fd_filename_in_ash_history(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_FILENAME_IN_ASH_HISTORY, &texts_of_fd_filename,
                     VALUE_FD_FILENAME);
}

/* proc.exepath in (/bin/bash, /bin/busybox, /bin/dash, /bin/sh, /usr/bin/bash, /usr/bin/dash,
 * /usr/bin/fish, /usr/bin/ksh, /usr/bin/mksh, /usr/bin/sh, /usr/bin/tcsh, /usr/bin/zsh) */
static bool proc_exepath_in_shell_paths(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_SHELL_PATHS, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.exepath in (/usr/bin/rsync, /usr/sbin/userdel) */
static bool proc_exepath_in_usr_bin_rsync(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_RSYNC, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fs.path.target in (/etc/gshadow, /etc/gshadow-, /etc/master.passwd, /etc/security/opasswd,
 * /etc/shadow, /etc/shadow-) */
static bool fs_path_target_in_password_hash_fil(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FS_PATH_TARGET_IN_PASSWORD_HASH_FIL, &texts_of_fs_path_target,
                     VALUE_FS_PATH_TARGET);
}

/* fs.path.target in (/etc/sudoers, /root/.ssh/id_ed25519, /root/.ssh/id_rsa) */
static bool fs_path_target_in_etc_sudoers(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FS_PATH_TARGET_IN_ETC_SUDOERS, &texts_of_fs_path_target,
                     VALUE_FS_PATH_TARGET);
}

/* fs.path.target startswith /etc/ssh/ssh_host_ */
static bool fs_path_target_startswith_etc_ssh_s(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FS_PATH_TARGET_STARTSWITH_ETC_SSH_S,
                          &prefixes_of_fs_path_target, VALUE_FS_PATH_TARGET);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/chage, /usr/bin/chfn,
 * /usr/bin/chsh, /usr/bin/dnf5, /usr/bin/dpkg, /usr/bin/dpkg-deb, /usr/bin/dpkg-divert,
 * /usr/bin/gpasswd, /usr/bin/login, /usr/bin/newgrp, /usr/bin/pacman, /usr/bin/passwd,
 * /usr/bin/pkexec, /usr/bin/rpm, /usr/bin/runuser, /usr/bin/sg, /usr/bin/su, /usr/bin/sudo,
 * /usr/bin/systemd-firstboot, /usr/bin/systemd-sysusers, /usr/bin/systemd-tmpfiles,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/accountsservice/accounts-daemon,
 * /usr/lib/openssh/sshd-auth, /usr/lib/openssh/sshd-session,
 * /usr/lib/polkit-1/polkit-agent-helper-1, /usr/lib/snapd/snapd, /usr/lib/systemd/systemd,
 * /usr/lib/systemd/systemd-executor, /usr/lib/systemd/systemd-userdbd,
 * /usr/lib/systemd/systemd-userwork, /usr/libexec/accounts-daemon,
 * /usr/libexec/openssh/sshd-session, /usr/sbin/atd, /usr/sbin/chgpasswd, /usr/sbin/chpasswd,
 * /usr/sbin/cron, /usr/sbin/crond, /usr/sbin/gdm3, /usr/sbin/groupadd, /usr/sbin/groupdel,
 * /usr/sbin/groupmod, /usr/sbin/grpck, /usr/sbin/grpconv, /usr/sbin/lightdm, /usr/sbin/newusers,
 * /usr/sbin/nscd, /usr/sbin/pwck, /usr/sbin/pwconv, /usr/sbin/pwunconv, /usr/sbin/runuser,
 * /usr/sbin/sshd, /usr/sbin/sssd, /usr/sbin/unix_chkpwd, /usr/sbin/unix_update,
 * /usr/sbin/useradd, /usr/sbin/userdel, /usr/sbin/usermod, /usr/sbin/vipw) */
static bool proc_exepath_in_sbin_apk_2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_SBIN_APK_2, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name endswith .php */
static bool fd_name_endswith_php(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".php", 4);
}

/* fd.name endswith .phtml */
static bool fd_name_endswith_phtml(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".phtml", 6);
}

/* fd.name endswith .jsp */
static bool fd_name_endswith_jsp(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".jsp", 4);
}

/* fd.name endswith .jspx */
static bool fd_name_endswith_jspx(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".jspx", 5);
}

/* fd.name endswith .aspx */
static bool fd_name_endswith_aspx(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".aspx", 5);
}

/* fd.name endswith .cgi */
static bool fd_name_endswith_cgi(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, ".cgi", 4);
}

/* proc.name in (apache2, caddy, catalina, gunicorn, httpd, lighttpd, nginx, node, php-fpm,
 * php-fpm7.4, php-fpm8.2, php-fpm8.3, tomcat, uwsgi) */
static bool proc_name_in_web_servers(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_WEB_SERVERS, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.pname in (apache2, caddy, catalina, gunicorn, httpd, lighttpd, nginx, node, php-fpm,
 * php-fpm7.4, php-fpm8.2, php-fpm8.3, tomcat, uwsgi) */
static bool proc_pname_in_web_servers(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_PNAME_IN_WEB_SERVERS, &texts_of_proc_pname, VALUE_PROC_PNAME);
}

/* fd.name startswith /var/cache/ */
static bool fd_name_startswith_var_cache(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_VAR_CACHE, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* clang-format off */
static const struct rt_text of_fd_directory_pmatch_var_lib_php_ses[] = {
    {"/var/lib/php/sessions", 21},
    {"/var/lib/tomcat10/work", 22},
    {"/var/lib/tomcat9/work", 21},
    {"/var/www/html/cache", 19},
    {"/var/www/html/wp-content/cache", 30},
};
/* clang-format on */

/* fd.directory pmatch (/var/lib/php/sessions, /var/lib/tomcat10/work, /var/lib/tomcat9/work,
 * /var/www/html/cache, /var/www/html/wp-content/cache) */
static bool fd_directory_pmatch_var_lib_php_ses(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_FD_DIRECTORY_PMATCH_VAR_LIB_PHP_SES)) {
        const struct rt_values *value = rt_value(eval, VALUE_FD_DIRECTORY);
        const bool holds = rt_str_pmatch(value, of_fd_directory_pmatch_var_lib_php_ses, 5);

        rt_test_note(eval, TEST_FD_DIRECTORY_PMATCH_VAR_LIB_PHP_SES, holds);
    }
    return rt_test_true(eval, TEST_FD_DIRECTORY_PMATCH_VAR_LIB_PHP_SES);
}

/* clang-format off */
static const struct rt_text of_fd_name_pmatch_program_directories[] = {
    {"/bin", 4},
    {"/lib/x86_64-linux-gnu", 21},
    {"/lib64", 6},
    {"/sbin", 5},
    {"/usr/bin", 8},
    {"/usr/lib/x86_64-linux-gnu", 25},
    {"/usr/lib64", 10},
    {"/usr/local/bin", 14},
    {"/usr/local/sbin", 15},
    {"/usr/sbin", 9},
};
/* clang-format on */

/* fd.name pmatch (/bin, /lib/x86_64-linux-gnu, /lib64, /sbin, /usr/bin,
 * /usr/lib/x86_64-linux-gnu, /usr/lib64, /usr/local/bin, /usr/local/sbin, /usr/sbin) */
static bool fd_name_pmatch_program_directories(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_FD_NAME_PMATCH_PROGRAM_DIRECTORIES)) {
        const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);
        const bool holds = rt_str_pmatch(value, of_fd_name_pmatch_program_directories, 10);

        rt_test_note(eval, TEST_FD_NAME_PMATCH_PROGRAM_DIRECTORIES, holds);
    }
    return rt_test_true(eval, TEST_FD_NAME_PMATCH_PROGRAM_DIRECTORIES);
}

/* clang-format off */
static const struct rt_text of_fs_path_target_pmatch_program_direc[] = {
    {"/bin", 4},
    {"/lib/x86_64-linux-gnu", 21},
    {"/lib64", 6},
    {"/sbin", 5},
    {"/usr/bin", 8},
    {"/usr/lib/x86_64-linux-gnu", 25},
    {"/usr/lib64", 10},
    {"/usr/local/bin", 14},
    {"/usr/local/sbin", 15},
    {"/usr/sbin", 9},
};
/* clang-format on */

/* fs.path.target pmatch (/bin, /lib/x86_64-linux-gnu, /lib64, /sbin, /usr/bin,
 * /usr/lib/x86_64-linux-gnu, /usr/lib64, /usr/local/bin, /usr/local/sbin, /usr/sbin) */
static bool fs_path_target_pmatch_program_direc(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_pmatch(value, of_fs_path_target_pmatch_program_direc, 10);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/dnf5, /usr/bin/dpkg,
 * /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/kmod, /usr/bin/pacman, /usr/bin/rpm,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd, /usr/sbin/depmod,
 * /usr/sbin/ldconfig, /usr/sbin/ldconfig.real) */
static bool proc_exepath_in_sbin_apk_3(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_SBIN_APK_3, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.name startswith python */
static bool proc_name_startswith_python(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_PYTHON, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* fd.filename glob *.pyc* */
static bool fd_filename_glob_pyc(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_FILENAME);

    return rt_str_glob(value, "*.pyc*", 6);
}

/* fd.name startswith /etc/ */
static bool fd_name_startswith_etc(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_ETC, &prefixes_of_fd_name, VALUE_FD_NAME);
}

/* clang-format off */
static const struct rt_text of_fd_name_pmatch_etc_with_own_rule[] = {
    {"/etc/anacrontab", 15},
    {"/etc/bash.bashrc", 16},
    {"/etc/cron.d", 11},
    {"/etc/cron.daily", 15},
    {"/etc/cron.hourly", 16},
    {"/etc/cron.monthly", 17},
    {"/etc/cron.weekly", 16},
    {"/etc/crontab", 12},
    {"/etc/group", 10},
    {"/etc/gshadow", 12},
    {"/etc/ld.so.preload", 18},
    {"/etc/passwd", 11},
    {"/etc/profile", 12},
    {"/etc/profile.d", 14},
    {"/etc/shadow", 11},
    {"/etc/sudoers", 12},
    {"/etc/sudoers.d", 14},
    {"/etc/systemd/system", 19},
    {"/etc/systemd/user", 17},
    {"/etc/zsh", 8},
    {"/lib/systemd/system", 19},
    {"/usr/lib/systemd/system", 23},
    {"/usr/lib/systemd/user", 21},
    {"/usr/local/lib/systemd/system", 29},
    {"/var/spool/cron", 15},
};
/* clang-format on */

/* fd.name pmatch (/etc/anacrontab, /etc/bash.bashrc, /etc/cron.d, /etc/cron.daily,
 * /etc/cron.hourly, /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /etc/group, /etc/gshadow,
 * /etc/ld.so.preload, /etc/passwd, /etc/profile, /etc/profile.d, /etc/shadow, /etc/sudoers,
 * /etc/sudoers.d, /etc/systemd/system, /etc/systemd/user, /etc/zsh, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system,
 * /var/spool/cron) */
static bool fd_name_pmatch_etc_with_own_rule(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_FD_NAME_PMATCH_ETC_WITH_OWN_RULE)) {
        const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);
        const bool holds = rt_str_pmatch(value, of_fd_name_pmatch_etc_with_own_rule, 25);

        rt_test_note(eval, TEST_FD_NAME_PMATCH_ETC_WITH_OWN_RULE, holds);
    }
    return rt_test_true(eval, TEST_FD_NAME_PMATCH_ETC_WITH_OWN_RULE);
}

/* fs.path.target startswith /etc/ */
static bool fs_path_target_startswith_etc(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FS_PATH_TARGET_STARTSWITH_ETC, &prefixes_of_fs_path_target,
                          VALUE_FS_PATH_TARGET);
}

/* clang-format off */
static const struct rt_text of_fs_path_target_pmatch_etc_with_own[] = {
    {"/etc/anacrontab", 15},
    {"/etc/bash.bashrc", 16},
    {"/etc/cron.d", 11},
    {"/etc/cron.daily", 15},
    {"/etc/cron.hourly", 16},
    {"/etc/cron.monthly", 17},
    {"/etc/cron.weekly", 16},
    {"/etc/crontab", 12},
    {"/etc/group", 10},
    {"/etc/gshadow", 12},
    {"/etc/ld.so.preload", 18},
    {"/etc/passwd", 11},
    {"/etc/profile", 12},
    {"/etc/profile.d", 14},
    {"/etc/shadow", 11},
    {"/etc/sudoers", 12},
    {"/etc/sudoers.d", 14},
    {"/etc/systemd/system", 19},
    {"/etc/systemd/user", 17},
    {"/etc/zsh", 8},
    {"/lib/systemd/system", 19},
    {"/usr/lib/systemd/system", 23},
    {"/usr/lib/systemd/user", 21},
    {"/usr/local/lib/systemd/system", 29},
    {"/var/spool/cron", 15},
};
/* clang-format on */

/* fs.path.target pmatch (/etc/anacrontab, /etc/bash.bashrc, /etc/cron.d, /etc/cron.daily,
 * /etc/cron.hourly, /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /etc/group, /etc/gshadow,
 * /etc/ld.so.preload, /etc/passwd, /etc/profile, /etc/profile.d, /etc/shadow, /etc/sudoers,
 * /etc/sudoers.d, /etc/systemd/system, /etc/systemd/user, /etc/zsh, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system,
 * /var/spool/cron) */
static bool fs_path_target_pmatch_etc_with_own(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_pmatch(value, of_fs_path_target_pmatch_etc_with_own, 25);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/blkid, /usr/bin/certbot,
 * /usr/bin/chage, /usr/bin/chattr, /usr/bin/chfn, /usr/bin/chsh, /usr/bin/dnf5, /usr/bin/dpkg,
 * /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/gpasswd, /usr/bin/hostnamectl,
 * /usr/bin/localectl, /usr/bin/login, /usr/bin/newgrp, /usr/bin/pacman, /usr/bin/passwd,
 * /usr/bin/pkexec, /usr/bin/rpm, /usr/bin/runuser, /usr/bin/sg, /usr/bin/ssh-keygen,
 * /usr/bin/su, /usr/bin/sudo, /usr/bin/systemctl, /usr/bin/systemd-firstboot,
 * /usr/bin/systemd-sysusers, /usr/bin/systemd-tmpfiles, /usr/bin/timedatectl, /usr/bin/ucf,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/accountsservice/accounts-daemon,
 * /usr/lib/openssh/sshd-auth, /usr/lib/openssh/sshd-session,
 * /usr/lib/polkit-1/polkit-agent-helper-1, /usr/lib/snapd/snapd, /usr/lib/systemd/systemd,
 * /usr/lib/systemd/systemd-executor, /usr/lib/systemd/systemd-userdbd,
 * /usr/lib/systemd/systemd-userwork, /usr/libexec/accounts-daemon,
 * /usr/libexec/openssh/sshd-session, /usr/sbin/NetworkManager, /usr/sbin/atd,
 * /usr/sbin/chgpasswd, /usr/sbin/chpasswd, /usr/sbin/cron, /usr/sbin/crond, /usr/sbin/cupsd,
 * /usr/sbin/dhclient, /usr/sbin/dhcpcd, /usr/sbin/gdm3, /usr/sbin/groupadd, /usr/sbin/groupdel,
 * /usr/sbin/groupmod, /usr/sbin/grpck, /usr/sbin/grpconv, /usr/sbin/hwclock,
 * /usr/sbin/iptables-save, /usr/sbin/ldconfig, /usr/sbin/ldconfig.real, /usr/sbin/lightdm,
 * /usr/sbin/lvm, /usr/sbin/newusers, /usr/sbin/nscd, /usr/sbin/pwck, /usr/sbin/pwconv,
 * /usr/sbin/pwunconv, /usr/sbin/resolvconf, /usr/sbin/runuser, /usr/sbin/sshd, /usr/sbin/sssd,
 * /usr/sbin/unix_chkpwd, /usr/sbin/unix_update, /usr/sbin/update-ca-certificates,
 * /usr/sbin/useradd, /usr/sbin/userdel, /usr/sbin/usermod, /usr/sbin/vipw) */
static bool proc_exepath_in_etc_writers(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_ETC_WRITERS, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.exepath startswith /usr/lib/systemd/ */
static bool proc_exepath_startswith_usr_lib_sys(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_SYS, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.aname in (NetworkManager, dhclient, dhcpcd, resolvconf) */
static bool proc_aname_in_networkmanager(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IN_NETWORKMANAGER, &texts_of_proc_aname,
                     VALUE_ANY_PROC_ANAME);
}

/* fd.name in (/etc/hosts, /etc/resolv.conf, /etc/resolv.conf.dhclient-new) */
static bool fd_name_in_etc_hosts(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IN_ETC_HOSTS, &texts_of_fd_name, VALUE_FD_NAME);
}

/* proc.is_exe_from_memfd = true */
static bool proc_is_exe_from_memfd_is_true(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_PROC_IS_EXE_FROM_MEMFD_IS_TRUE)) {
        const struct rt_values *value = rt_value(eval, VALUE_PROC_IS_EXE_FROM_MEMFD);
        const bool holds = rt_u64_eq(value, 1);

        rt_test_note(eval, TEST_PROC_IS_EXE_FROM_MEMFD_IS_TRUE, holds);
    }
    return rt_test_true(eval, TEST_PROC_IS_EXE_FROM_MEMFD_IS_TRUE);
}

/* proc.exepath contains memfd:runc_cloned */
static bool proc_exepath_contains_memfd_runc_cl(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_EXEPATH);

    return rt_str_contains(value, "memfd:runc_cloned", 17);
}

/* proc.exepath contains memfd:crun_cloned */
static bool proc_exepath_contains_memfd_crun_cl(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_EXEPATH);

    return rt_str_contains(value, "memfd:crun_cloned", 17);
}

/* proc.exepath startswith /dev/shm/ */
static bool proc_exepath_startswith_dev_shm(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_DEV_SHM, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.exepath startswith /run/shm/ */
static bool proc_exepath_startswith_run_shm(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_RUN_SHM, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.cwd startswith /dev/shm/ */
static bool proc_cwd_startswith_dev_shm(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CWD);

    return rt_str_startswith(value, "/dev/shm/", 9);
}

/* proc.exe startswith ./ */
static bool proc_exe_startswith(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXE_STARTSWITH, &prefixes_of_proc_exe, VALUE_PROC_EXE);
}

/* proc.exepath startswith /tmp/ */
static bool proc_exepath_startswith_tmp(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_TMP, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.exepath startswith /var/tmp/ */
static bool proc_exepath_startswith_var_tmp(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_VAR_TMP, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.aname in (dracut, mkinitramfs, update-initramfs) */
static bool proc_aname_in_dracut(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IN_DRACUT, &texts_of_proc_aname, VALUE_ANY_PROC_ANAME);
}

/* proc.aname in (cargo, cmake, configure, conftest, ctest, go, make, meson, ninja, rustc) */
static bool proc_aname_in_cargo(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IN_CARGO, &texts_of_proc_aname, VALUE_ANY_PROC_ANAME);
}

/* proc.name in (ash, bash, csh, dash, fish, ksh, mksh, sh, tcsh, zsh) */
static bool proc_name_in_shells(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_SHELLS, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.pname in (apache2, caddy, catalina, dnsmasq, dovecot, elasticsearch, envoy, exim4,
 * gunicorn, haproxy, httpd, lighttpd, mariadbd, master, memcached, mongod, mysqld, named, nginx,
 * node, php-fpm, php-fpm7.4, php-fpm8.2, php-fpm8.3, postgres, proftpd, redis-server, slapd,
 * smbd, squid, tomcat, unbound, uwsgi, vsftpd) */
static bool proc_pname_in_network_services(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_PNAME_IN_NETWORK_SERVICES, &texts_of_proc_pname,
                     VALUE_PROC_PNAME);
}

/* proc.pname = postgres */
static bool proc_pname_is_postgres(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_PNAME_IS_POSTGRES, &texts_of_proc_pname, VALUE_PROC_PNAME);
}

/* proc.cmdline contains archive_command */
static bool proc_cmdline_contains_archive_comma(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "archive_command", 15);
}

/* proc.cmdline contains pgbackrest */
static bool proc_cmdline_contains_pgbackrest(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "pgbackrest", 10);
}

/* proc.cmdline contains wal-g */
static bool proc_cmdline_contains_wal_g(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "wal-g", 5);
}

/* proc.pname in (apache2, httpd) */
static bool proc_pname_in_apache2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_PNAME_IN_APACHE2, &texts_of_proc_pname, VALUE_PROC_PNAME);
}

/* proc.cmdline contains rotatelogs */
static bool proc_cmdline_contains_rotatelogs(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "rotatelogs", 10);
}

// proc.cmdline regex ".*(base64 +(-d|--decode|-D)|base32 +-d|xxd +-r|openssl +(base64|enc)
// .*-d).*[|] *(/[a-z/]*/)?(ba|da|z|k|a)?sh( .*|$)"
static bool proc_cmdline_regex_base64_d_decode(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_regex(eval, value, regex_1);
}

/* proc.name startswith perl */
static bool proc_name_startswith_perl(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_PERL, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.name startswith ruby */
static bool proc_name_startswith_ruby(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_RUBY, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.name startswith php */
static bool proc_name_startswith_php(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_PHP, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.name startswith lua */
static bool proc_name_startswith_lua(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_LUA, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.name in (awk, gawk, mawk, node, nodejs) */
static bool proc_name_in_awk(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_AWK, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.cmdline contains socket */
static bool proc_cmdline_contains_socket(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "socket", 6);
}

/* proc.cmdline contains Socket */
static bool proc_cmdline_contains_socket_2(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "Socket", 6);
}

/* proc.cmdline contains /inet/tcp/ */
static bool proc_cmdline_contains_inet_tcp(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "/inet/tcp/", 10);
}

/* proc.cmdline contains fsockopen */
static bool proc_cmdline_contains_fsockopen(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "fsockopen", 9);
}

/* proc.cmdline contains dup2 */
static bool proc_cmdline_contains_dup2(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "dup2", 4);
}

/* proc.cmdline contains pty.spawn */
static bool proc_cmdline_contains_pty_spawn(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "pty.spawn", 9);
}

/* proc.cmdline contains /bin/sh */
static bool proc_cmdline_contains_bin_sh(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "/bin/sh", 7);
}

/* proc.cmdline contains /bin/bash */
static bool proc_cmdline_contains_bin_bash(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "/bin/bash", 9);
}

/* proc.cmdline contains exec */
static bool proc_cmdline_contains_exec(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "exec", 4);
}

/* proc.cmdline contains getline */
static bool proc_cmdline_contains_getline(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "getline", 7);
}

/* proc.cmdline contains " -c" */
static bool proc_cmdline_contains_c(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, " -c", 3);
}

/* proc.cmdline contains " -e" */
static bool proc_cmdline_contains_e(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, " -e", 3);
}

/* proc.cmdline contains " -r" */
static bool proc_cmdline_contains_r(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, " -r", 3);
}

/* proc.cmdline contains BEGIN */
static bool proc_cmdline_contains_begin(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "BEGIN", 5);
}

/* proc.exe startswith "[" */
static bool proc_exe_startswith_2(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXE_STARTSWITH_2, &prefixes_of_proc_exe, VALUE_PROC_EXE);
}

/* proc.exe endswith "]" */
static bool proc_exe_endswith(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_EXE);

    return rt_str_endswith(value, "]", 1);
}

/* evt.arg.request contains PTRACE_ATTACH */
static bool evt_arg_request_contains_ptrace_att(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_REQUEST);

    return rt_str_contains(value, "PTRACE_ATTACH", 13);
}

/* evt.arg.request contains PTRACE_SEIZE */
static bool evt_arg_request_contains_ptrace_sei(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_REQUEST);

    return rt_str_contains(value, "PTRACE_SEIZE", 12);
}

/* proc.exepath in (/opt/google/chrome/chrome_crashpad_handler,
 * /usr/lib/chromium/chrome_crashpad_handler, /usr/lib/systemd/systemd-coredump,
 * /usr/libexec/drkonqi, /usr/share/apport/apport) */
static bool proc_exepath_in_opt_google_chrome_c(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* evt.rawres > 0 */
static bool evt_rawres_above_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_RAWRES);

    return rt_i64_gt(value, 0);
}

/* proc.exepath in (/usr/bin/criu, /usr/bin/gdb, /usr/bin/gdbserver, /usr/bin/lldb, /usr/bin/rr,
 * /usr/sbin/criu) */
static bool proc_exepath_in_usr_bin_criu(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_CRIU, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.cmdline contains "stratum+tcp://" */
static bool proc_cmdline_contains_stratum_tcp(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "stratum+tcp://", 14);
}

/* proc.cmdline contains "stratum+ssl://" */
static bool proc_cmdline_contains_stratum_ssl(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "stratum+ssl://", 14);
}

/* proc.cmdline contains "stratum2+tcp://" */
static bool proc_cmdline_contains_stratum2_tcp(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "stratum2+tcp://", 15);
}

/* proc.cmdline contains --donate-level */
static bool proc_cmdline_contains_donate_level(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "--donate-level", 14);
}

/* proc.cmdline contains --randomx-1gb-pages */
static bool proc_cmdline_contains_randomx_1gb_p(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "--randomx-1gb-pages", 19);
}

/* proc.cmdline contains "--coin=monero" */
static bool proc_cmdline_contains_coin_monero(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "--coin=monero", 13);
}

/* proc.name in (cgminer, cpuminer, ethminer, lolMiner, minerd, nbminer, t-rex, xmr-stak, xmrig) */
static bool proc_name_in_cgminer(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_CGMINER, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.name in (invoke-rc.d, service, systemctl) */
static bool proc_name_in_invoke_rc_d(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_INVOKE_RC_D, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains stop */
static bool proc_args_contains_stop(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "stop", 4);
}

/* proc.args contains disable */
static bool proc_args_contains_disable(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "disable", 7);
}

/* proc.args contains mask */
static bool proc_args_contains_mask(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "mask", 4);
}

/* proc.args contains kill */
static bool proc_args_contains_kill(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "kill", 4);
}

/* proc.args contains auditd */
static bool proc_args_contains_auditd(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "auditd", 6);
}

/* proc.args contains falco */
static bool proc_args_contains_falco(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "falco", 5);
}

/* proc.args contains rsyslog */
static bool proc_args_contains_rsyslog(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "rsyslog", 7);
}

/* proc.args contains apparmor */
static bool proc_args_contains_apparmor(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "apparmor", 8);
}

/* proc.args contains fail2ban */
static bool proc_args_contains_fail2ban(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "fail2ban", 8);
}

/* proc.args contains osquery */
static bool proc_args_contains_osquery(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "osquery", 7);
}

/* proc.args contains wazuh */
static bool proc_args_contains_wazuh(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "wazuh", 5);
}

/* proc.args contains clamav */
static bool proc_args_contains_clamav(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "clamav", 6);
}

/* proc.args contains crowdstrike */
static bool proc_args_contains_crowdstrike(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "crowdstrike", 11);
}

/* proc.args contains falcon-sensor */
static bool proc_args_contains_falcon_sensor(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "falcon-sensor", 13);
}

/* proc.args contains firewalld */
static bool proc_args_contains_firewalld(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "firewalld", 9);
}

/* proc.args contains ufw */
static bool proc_args_contains_ufw(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "ufw", 3);
}

/* proc.name = setenforce */
static bool proc_name_is_setenforce(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_SETENFORCE, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* clang-format off */
static const struct rt_text of_proc_args_in_0[] = {
    {"0", 1},
    {"Permissive", 10},
};
/* clang-format on */

/* proc.args in (0, Permissive) */
static bool proc_args_in_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_intersects(value, of_proc_args_in_0, 2);
}

/* proc.name = auditctl */
static bool proc_name_is_auditctl(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_AUDITCTL, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains -D */
static bool proc_args_contains_d(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-D", 2);
}

/* proc.args contains "-e 0" */
static bool proc_args_contains_e_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-e 0", 4);
}

/* proc.args contains -e0 */
static bool proc_args_contains_e0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-e0", 3);
}

/* proc.name = aa-teardown */
static bool proc_name_is_aa_teardown(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_AA_TEARDOWN, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.aname = logrotate */
static bool proc_aname_is_logrotate(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IS_LOGROTATE, &texts_of_proc_aname,
                     VALUE_ANY_PROC_ANAME);
}

/* clang-format off */
static const int64_t of_evt_rawres_in_0[] = {
    0,
    1,
    2,
};
/* clang-format on */

/* evt.rawres in (0, 1, 2) */
static bool evt_rawres_in_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_RAWRES);

    return rt_i64_in(value, of_evt_rawres_in_0, 3);
}

/* fd.typechar in (4, 6) */
static bool fd_typechar_in_4(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_TYPECHAR_IN_4, &texts_of_fd_typechar, VALUE_FD_TYPECHAR);
}

/* proc.exepath in (/usr/lib/openssh/sshd-session, /usr/lib/systemd/systemd,
 * /usr/lib/systemd/systemd-executor, /usr/sbin/inetd, /usr/sbin/sshd, /usr/sbin/tcpd,
 * /usr/sbin/xinetd) */
static bool proc_exepath_in_usr_lib_openssh_ssh(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_LIB_OPENSSH_SSH, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* clang-format off */
static const struct rt_text of_proc_stdin_type_in_ipv4[] = {
    {"ipv4", 4},
    {"ipv6", 4},
};
/* clang-format on */

/* proc.stdin.type in (ipv4, ipv6) */
static bool proc_stdin_type_in_ipv4(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_STDIN_TYPE);

    return rt_str_intersects(value, of_proc_stdin_type_in_ipv4, 2);
}

/* proc.pexepath in (/usr/lib/openssh/sshd-session, /usr/sbin/inetd, /usr/sbin/sshd,
 * /usr/sbin/xinetd) */
static bool proc_pexepath_in_usr_lib_openssh_ss(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_PEXEPATH_IN_USR_LIB_OPENSSH_SS, &texts_of_proc_pexepath,
                     VALUE_PROC_PEXEPATH);
}

/* proc.name in (nc, nc.openbsd, nc.traditional, ncat, netcat) */
static bool proc_name_in_nc(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_NC, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args regex "(.* )?(-[a-zA-Z]*[ec]|--exec|--sh-exec|--lua-exec)( .*|=.*|$)" */
static bool proc_args_regex_a_za_z_ec_exec_sh_e(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_regex(eval, value, regex_2);
}

/* proc.name startswith socat */
static bool proc_name_startswith_socat(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_SOCAT, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.args contains EXEC: */
static bool proc_args_contains_exec(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "EXEC:", 5);
}

/* proc.args contains SYSTEM: */
static bool proc_args_contains_system(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "SYSTEM:", 7);
}

/* proc.args contains exec: */
static bool proc_args_contains_exec_2(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "exec:", 5);
}

/* proc.args contains system: */
static bool proc_args_contains_system_2(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "system:", 7);
}

/* evt.arg.domain contains AF_PACKET */
static bool evt_arg_domain_contains_af_packet(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_DOMAIN);

    return rt_str_contains(value, "AF_PACKET", 9);
}

/* proc.exepath in (/usr/bin/arping, /usr/lib/podman/netavark, /usr/lib/systemd/systemd-networkd,
 * /usr/libexec/podman/netavark, /usr/sbin/NetworkManager, /usr/sbin/arping, /usr/sbin/dhclient,
 * /usr/sbin/dhcpcd, /usr/sbin/dhcpd, /usr/sbin/hostapd, /usr/sbin/keepalived, /usr/sbin/lldpd,
 * /usr/sbin/pppoe, /usr/sbin/wpa_supplicant) */
static bool proc_exepath_in_usr_bin_arping(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_ARPING, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* evt.res = EINPROGRESS */
static bool evt_res_is_einprogress(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_RES);

    return rt_str_eq(value, "EINPROGRESS", 11);
}

/* clang-format off */
static const struct rt_net of_fd_sip_is_169_254_169_254[] = {
    {{169, 254, 169, 254}, 4, 32},
};
/* clang-format on */

/* fd.sip = 169.254.169.254 */
static bool fd_sip_is_169_254_169_254(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_SIP);

    return rt_net_eq(value, of_fd_sip_is_169_254_169_254);
}

/* clang-format off */
static const struct rt_net of_fd_sip_is_169_254_170_2[] = {
    {{169, 254, 170, 2}, 4, 32},
};
/* clang-format on */

/* fd.sip = 169.254.170.2 */
static bool fd_sip_is_169_254_170_2(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_SIP);

    return rt_net_eq(value, of_fd_sip_is_169_254_170_2);
}

/* clang-format off */
static const struct rt_net of_fd_sip_is_100_100_100_200[] = {
    {{100, 100, 100, 200}, 4, 32},
};
/* clang-format on */

/* fd.sip = 100.100.100.200 */
static bool fd_sip_is_100_100_100_200(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_SIP);

    return rt_net_eq(value, of_fd_sip_is_100_100_100_200);
}

/* clang-format off */
static const struct rt_net of_fd_sip_is_fd00_ec2_254[] = {
    {{253, 0, 14, 194, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 84}, 16, 128},
};
/* clang-format on */

/* fd.sip = fd00:ec2::254 */
static bool fd_sip_is_fd00_ec2_254(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_SIP);

    return rt_net_eq(value, of_fd_sip_is_fd00_ec2_254);
}

/* proc.exepath in (/usr/bin/amazon-ssm-agent, /usr/bin/google_guest_agent,
 * /usr/bin/google_metadata_script_runner, /usr/bin/google_osconfig_agent,
 * /usr/lib/systemd/systemd-resolved, /usr/lib/systemd/systemd-timesyncd, /usr/sbin/chronyd) */
static bool proc_exepath_in_usr_bin_amazon_ssm(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_AMAZON_SSM, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.name in (cloud-init, python3) */
static bool proc_name_in_cloud_init(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_CLOUD_INIT, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.name = python3 */
static bool proc_name_is_python3(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_PYTHON3, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.cmdline contains /usr/sbin/waagent */
static bool proc_cmdline_contains_usr_sbin_waag(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "/usr/sbin/waagent", 17);
}

/* clang-format off */
static const uint64_t of_fd_sport_in_mining_ports[] = {
    14433,
    14444,
    3333,
    4444,
    45560,
    45700,
    5555,
    7777,
};
/* clang-format on */

/* fd.sport in (14433, 14444, 3333, 4444, 45560, 45700, 5555, 7777) */
static bool fd_sport_in_mining_ports(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_SPORT);

    return rt_u64_in(value, of_fd_sport_in_mining_ports, 8);
}

/* clang-format off */
static const struct rt_net of_fd_snet_in_private_networks[] = {
    {{10, 0, 0, 0}, 4, 8},
    {{100, 64, 0, 0}, 4, 10},
    {{127, 0, 0, 0}, 4, 8},
    {{169, 254, 0, 0}, 4, 16},
    {{172, 16, 0, 0}, 4, 12},
    {{192, 168, 0, 0}, 4, 16},
};
/* clang-format on */

/* fd.snet in (10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12,
 * 192.168.0.0/16) */
static bool fd_snet_in_private_networks(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_SNET);

    return rt_net_in(value, of_fd_snet_in_private_networks, 6);
}

/* fd.typechar = u */
static bool fd_typechar_is_u(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_TYPECHAR_IS_U, &texts_of_fd_typechar, VALUE_FD_TYPECHAR);
}

/* fd.name endswith /docker.sock */
static bool fd_name_endswith_docker_sock(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/docker.sock", 12);
}

/* fd.name endswith /containerd.sock */
static bool fd_name_endswith_containerd_sock(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/containerd.sock", 16);
}

/* fd.name endswith /crio.sock */
static bool fd_name_endswith_crio_sock(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/crio.sock", 10);
}

/* fd.name endswith /podman/podman.sock */
static bool fd_name_endswith_podman_podman_sock(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/podman/podman.sock", 19);
}

/* fd.name endswith /cri-dockerd.sock */
static bool fd_name_endswith_cri_dockerd_sock(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/cri-dockerd.sock", 17);
}

/* container.id = host */
static bool container_id_is_host(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_CONTAINER_ID_IS_HOST, &texts_of_container_id, VALUE_CONTAINER_ID);
}

/* proc.exepath in (/usr/bin/buildah, /usr/bin/conmon, /usr/bin/containerd,
 * /usr/bin/containerd-shim-runc-v2, /usr/bin/crictl, /usr/bin/crio, /usr/bin/crun, /usr/bin/ctr,
 * /usr/bin/docker, /usr/bin/docker-proxy, /usr/bin/dockerd, /usr/bin/kubelet, /usr/bin/nerdctl,
 * /usr/bin/netavark, /usr/bin/podman, /usr/bin/runc, /usr/bin/skopeo,
 * /usr/lib/podman/aardvark-dns, /usr/lib/podman/netavark, /usr/libexec/crio/conmon,
 * /usr/libexec/docker/cli-plugins/docker-compose, /usr/libexec/podman/conmon,
 * /usr/libexec/podman/netavark, /usr/local/bin/containerd,
 * /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/crictl, /usr/local/bin/k3s,
 * /usr/local/sbin/runc, /usr/sbin/runc) */
static bool proc_exepath_in_usr_bin_buildah(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.exepath startswith /run/user/ */
static bool proc_exepath_startswith_run_user(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_RUN_USER, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.name in (ip6tables, ip6tables-nft, iptables, iptables-legacy, iptables-nft,
 * xtables-legacy-, xtables-nft-mul) */
static bool proc_name_in_ip6tables(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_IP6TABLES, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains -F */
static bool proc_args_contains_f(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-F", 2);
}

/* proc.args contains --flush */
static bool proc_args_contains_flush(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "--flush", 7);
}

/* proc.name = nft */
static bool proc_name_is_nft(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_NFT, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains "flush ruleset" */
static bool proc_args_contains_flush_ruleset(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "flush ruleset", 13);
}

/* proc.name in (python3, ufw) */
static bool proc_name_in_python3(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_PYTHON3, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.cmdline contains "ufw disable" */
static bool proc_cmdline_contains_ufw_disable(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_contains(value, "ufw disable", 11);
}

/* proc.pname in (calico-node, cilium-agent, cni, dockerd, firewalld, kube-proxy, netavark,
 * netfilter-persis, systemd) */
static bool proc_pname_in_calico_node(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_PNAME_IN_CALICO_NODE, &texts_of_proc_pname, VALUE_PROC_PNAME);
}

/* evt.arg.mode contains S_ISUID */
static bool evt_arg_mode_contains_s_isuid(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_MODE);

    return rt_str_contains(value, "S_ISUID", 7);
}

/* proc.exepath in (/usr/bin/buildah, /usr/bin/conmon, /usr/bin/containerd,
 * /usr/bin/containerd-shim-runc-v2, /usr/bin/crio, /usr/bin/crun, /usr/bin/docker-proxy,
 * /usr/bin/dockerd, /usr/bin/kubelet, /usr/bin/netavark, /usr/bin/podman, /usr/bin/runc,
 * /usr/lib/podman/aardvark-dns, /usr/lib/podman/netavark, /usr/libexec/crio/conmon,
 * /usr/libexec/podman/conmon, /usr/libexec/podman/netavark, /usr/local/bin/containerd,
 * /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/k3s, /usr/local/sbin/runc,
 * /usr/sbin/runc) */
static bool proc_exepath_in_container_runtime_p(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_CONTAINER_RUNTIME_P, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.name = setcap */
static bool proc_name_is_setcap(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_SETCAP, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains cap_ */
static bool proc_args_contains_cap(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "cap_", 4);
}

/* proc.args contains "-r " */
static bool proc_args_contains_r(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-r ", 3);
}

/* clang-format off */
static const struct rt_text of_fd_name_pmatch_etc_sudoers[] = {
    {"/etc/sudoers", 12},
    {"/etc/sudoers.d", 14},
};
/* clang-format on */

/* fd.name pmatch (/etc/sudoers, /etc/sudoers.d) */
static bool fd_name_pmatch_etc_sudoers(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_FD_NAME_PMATCH_ETC_SUDOERS)) {
        const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);
        const bool holds = rt_str_pmatch(value, of_fd_name_pmatch_etc_sudoers, 2);

        rt_test_note(eval, TEST_FD_NAME_PMATCH_ETC_SUDOERS, holds);
    }
    return rt_test_true(eval, TEST_FD_NAME_PMATCH_ETC_SUDOERS);
}

/* clang-format off */
static const struct rt_text of_fs_path_target_pmatch_etc_sudoers[] = {
    {"/etc/sudoers", 12},
    {"/etc/sudoers.d", 14},
};
/* clang-format on */

/* fs.path.target pmatch (/etc/sudoers, /etc/sudoers.d) */
static bool fs_path_target_pmatch_etc_sudoers(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_TARGET);

    return rt_str_pmatch(value, of_fs_path_target_pmatch_etc_sudoers, 2);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/dnf5, /usr/bin/dpkg,
 * /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/pacman, /usr/bin/rpm,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd, /usr/sbin/visudo) */
static bool proc_exepath_in_sbin_apk_4(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_SBIN_APK_4, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name in (/etc/group, /etc/gshadow, /etc/passwd, /etc/shadow) */
static bool fd_name_in_etc_group(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IN_ETC_GROUP, &texts_of_fd_name, VALUE_FD_NAME);
}

/* fs.path.target in (/etc/group, /etc/gshadow, /etc/passwd, /etc/shadow) */
static bool fs_path_target_in_etc_group(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FS_PATH_TARGET_IN_ETC_GROUP, &texts_of_fs_path_target,
                     VALUE_FS_PATH_TARGET);
}

/* proc.exepath in (/bin/busybox, /sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/busybox,
 * /usr/bin/chage, /usr/bin/chfn, /usr/bin/chsh, /usr/bin/dnf5, /usr/bin/dpkg, /usr/bin/dpkg-deb,
 * /usr/bin/dpkg-divert, /usr/bin/gpasswd, /usr/bin/login, /usr/bin/newgrp, /usr/bin/pacman,
 * /usr/bin/passwd, /usr/bin/pkexec, /usr/bin/rpm, /usr/bin/runuser, /usr/bin/sg, /usr/bin/su,
 * /usr/bin/sudo, /usr/bin/systemd-firstboot, /usr/bin/systemd-sysusers,
 * /usr/bin/systemd-tmpfiles, /usr/bin/update-alternatives, /usr/bin/zypper,
 * /usr/lib/accountsservice/accounts-daemon, /usr/lib/openssh/sshd-auth,
 * /usr/lib/openssh/sshd-session, /usr/lib/polkit-1/polkit-agent-helper-1, /usr/lib/snapd/snapd,
 * /usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor, /usr/lib/systemd/systemd-userdbd,
 * /usr/lib/systemd/systemd-userwork, /usr/libexec/accounts-daemon,
 * /usr/libexec/openssh/sshd-session, /usr/sbin/atd, /usr/sbin/chgpasswd, /usr/sbin/chpasswd,
 * /usr/sbin/cron, /usr/sbin/crond, /usr/sbin/gdm3, /usr/sbin/groupadd, /usr/sbin/groupdel,
 * /usr/sbin/groupmod, /usr/sbin/grpck, /usr/sbin/grpconv, /usr/sbin/lightdm, /usr/sbin/newusers,
 * /usr/sbin/nscd, /usr/sbin/pwck, /usr/sbin/pwconv, /usr/sbin/pwunconv, /usr/sbin/runuser,
 * /usr/sbin/sshd, /usr/sbin/sssd, /usr/sbin/unix_chkpwd, /usr/sbin/unix_update,
 * /usr/sbin/useradd, /usr/sbin/userdel, /usr/sbin/usermod, /usr/sbin/vipw) */
static bool proc_exepath_in_bin_busybox(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_BIN_BUSYBOX, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* user.uid = 0 */
static bool user_uid_is_0(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_USER_UID_IS_0)) {
        const struct rt_values *value = rt_value(eval, VALUE_USER_UID);
        const bool holds = rt_u64_eq(value, 0);

        rt_test_note(eval, TEST_USER_UID_IS_0, holds);
    }
    return rt_test_true(eval, TEST_USER_UID_IS_0);
}

/* user.loginuid > 0 */
static bool user_loginuid_above_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_USER_LOGINUID);

    return rt_i64_gt(value, 0);
}

/* user.loginuid < 4294967295 */
static bool user_loginuid_below_4294967295(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_USER_LOGINUID);

    return rt_i64_lt(value, INT64_C(4294967295));
}

/* proc.aname in (SCREEN, atd, cron, crond, doas, login, machinectl, pkexec, polkitd, run0,
 * runuser, screen, sshd, sshd-session, su, sudo, systemd-run, tmux, "tmux: server") */
static bool proc_aname_in_ways_to_root(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IN_WAYS_TO_ROOT, &texts_of_proc_aname,
                     VALUE_ANY_PROC_ANAME);
}

/* container.id != host */
static bool container_id_is_not_host(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_CONTAINER_ID_IS_NOT_HOST, &texts_of_container_id,
                     VALUE_CONTAINER_ID);
}

/* proc.aname in (buildah, bwrap, fakeroot, lxc-usernsexec, newuidmap, podman, rootlesskit,
 * slirp4netns, unshare) */
static bool proc_aname_in_buildah(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IN_BUILDAH, &texts_of_proc_aname, VALUE_ANY_PROC_ANAME);
}

/* proc.exepath in (/usr/bin/buildah, /usr/bin/bwrap, /usr/bin/conmon, /usr/bin/containerd,
 * /usr/bin/containerd-shim-runc-v2, /usr/bin/crio, /usr/bin/crun, /usr/bin/docker-proxy,
 * /usr/bin/dockerd, /usr/bin/ip, /usr/bin/kubelet, /usr/bin/lxc-attach, /usr/bin/netavark,
 * /usr/bin/passt.avx2, /usr/bin/pasta, /usr/bin/pasta.avx2, /usr/bin/podman, /usr/bin/runc,
 * /usr/bin/slirp4netns, /usr/lib/podman/aardvark-dns, /usr/lib/podman/netavark,
 * /usr/libexec/crio/conmon, /usr/libexec/podman/conmon, /usr/libexec/podman/netavark,
 * /usr/local/bin/containerd, /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/k3s,
 * /usr/local/sbin/runc, /usr/sbin/ip, /usr/sbin/runc) */
static bool proc_exepath_in_usr_bin_buildah_2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_2, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.exepath startswith /opt/cni/bin/ */
static bool proc_exepath_startswith_opt_cni_bin(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_OPT_CNI_BIN, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* proc.exepath startswith /usr/lib/cni/ */
static bool proc_exepath_startswith_usr_lib_cni(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_CNI, &prefixes_of_proc_exepath,
                          VALUE_PROC_EXEPATH);
}

/* evt.arg.flags contains CLONE_NEWUSER */
static bool evt_arg_flags_contains_clone_newuse(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_FLAGS);

    return rt_str_contains(value, "CLONE_NEWUSER", 13);
}

/* proc.exepath in (/opt/google/chrome/chrome, /usr/bin/buildah, /usr/bin/bwrap, /usr/bin/conmon,
 * /usr/bin/containerd, /usr/bin/containerd-shim-runc-v2, /usr/bin/crio, /usr/bin/crun,
 * /usr/bin/docker-proxy, /usr/bin/dockerd, /usr/bin/flatpak, /usr/bin/kubelet,
 * /usr/bin/netavark, /usr/bin/pasta, /usr/bin/pasta.avx2, /usr/bin/podman, /usr/bin/rootlesskit,
 * /usr/bin/runc, /usr/bin/slirp4netns, /usr/lib/chromium/chromium,
 * /usr/lib/firefox-esr/firefox-esr, /usr/lib/firefox/firefox, /usr/lib/podman/aardvark-dns,
 * /usr/lib/podman/netavark, /usr/libexec/crio/conmon, /usr/libexec/podman/conmon,
 * /usr/libexec/podman/netavark, /usr/local/bin/containerd,
 * /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/k3s, /usr/local/sbin/runc,
 * /usr/sbin/runc) */
static bool proc_exepath_in_opt_google_chrome_c_2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C_2, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.exepath in (/usr/bin/criu, /usr/bin/firecracker, /usr/bin/qemu-system-x86_64,
 * /usr/libexec/qemu-kvm, /usr/sbin/criu) */
static bool proc_exepath_in_usr_bin_criu_2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_CRIU_2, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.tty = 0 */
static bool proc_tty_is_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_TTY);

    return rt_u64_eq(value, 0);
}

/* proc.is_exe_upper_layer = true */
static bool proc_is_exe_upper_layer_is_true(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_IS_EXE_UPPER_LAYER);

    return rt_u64_eq(value, 1);
}

/* proc.name in (apk, apt, apt-get, dnf, dnf5, microdnf, yum, zypper) */
static bool proc_name_in_apk(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_APK, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains install */
static bool proc_args_contains_install(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_PROC_ARGS_CONTAINS_INSTALL)) {
        const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);
        const bool holds = rt_str_contains(value, "install", 7);

        rt_test_note(eval, TEST_PROC_ARGS_CONTAINS_INSTALL, holds);
    }
    return rt_test_true(eval, TEST_PROC_ARGS_CONTAINS_INSTALL);
}

/* proc.args contains add */
static bool proc_args_contains_add(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "add", 3);
}

/* proc.name startswith pip */
static bool proc_name_startswith_pip(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_PIP, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.name startswith npm */
static bool proc_name_startswith_npm(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_NPM, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.aname in (buildah, buildctl, buildkitd, kaniko) */
static bool proc_aname_in_buildah_2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_ANAME_IN_BUILDAH_2, &texts_of_proc_aname,
                     VALUE_ANY_PROC_ANAME);
}

/* proc.name in (aria2c, axel, curl, ftp, lftp, rclone, rsync, scp, sftp, tftp, wget) */
static bool proc_name_in_aria2c(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_ARIA2C, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains localhost */
static bool proc_args_contains_localhost(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "localhost", 9);
}

/* proc.args contains 127.0.0.1 */
static bool proc_args_contains_127_0_0_1(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "127.0.0.1", 9);
}

/* evt.arg.flags contains PRIVATE */
static bool evt_arg_flags_contains_private(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_FLAGS);

    return rt_str_contains(value, "PRIVATE", 7);
}

/* evt.arg.flags contains SLAVE */
static bool evt_arg_flags_contains_slave(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_FLAGS);

    return rt_str_contains(value, "SLAVE", 5);
}

/* proc.name startswith "runc:[" */
static bool proc_name_startswith_runc(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_RUNC, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* proc.name startswith crun */
static bool proc_name_startswith_crun(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_NAME_STARTSWITH_CRUN, &prefixes_of_proc_name,
                          VALUE_PROC_NAME);
}

/* fd.filename = release_agent */
static bool fd_filename_is_release_agent(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_FILENAME_IS_RELEASE_AGENT, &texts_of_fd_filename,
                     VALUE_FD_FILENAME);
}

/* proc.exepath = /usr/lib/systemd/systemd */
static bool proc_exepath_is_usr_lib_systemd_sys(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IS_USR_LIB_SYSTEMD_SYS, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name startswith /dev/sd */
static bool fd_name_startswith_dev_sd(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_DEV_SD, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* fd.name startswith /dev/vd */
static bool fd_name_startswith_dev_vd(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_DEV_VD, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* fd.name startswith /dev/nvme */
static bool fd_name_startswith_dev_nvme(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_DEV_NVME, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* fd.name startswith /dev/xvd */
static bool fd_name_startswith_dev_xvd(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_DEV_XVD, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* fd.name startswith /dev/dm- */
static bool fd_name_startswith_dev_dm(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_DEV_DM, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* fd.name startswith /dev/mapper/ */
static bool fd_name_startswith_dev_mapper(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_DEV_MAPPER, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* fd.name startswith /dev/mmcblk */
static bool fd_name_startswith_dev_mmcblk(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_FD_NAME_STARTSWITH_DEV_MMCBLK, &prefixes_of_fd_name,
                          VALUE_FD_NAME);
}

/* fd.name = /dev/mapper/control */
static bool fd_name_is_dev_mapper_control(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IS_DEV_MAPPER_CONTROL, &texts_of_fd_name, VALUE_FD_NAME);
}

/* proc.exepath in (/usr/bin/ceph-osd, /usr/sbin/blkid, /usr/sbin/lvm) */
static bool proc_exepath_in_usr_bin_ceph_osd(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_CEPH_OSD, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* clang-format off */
static const struct rt_text of_fd_name_glob_secrets_kubernetes_io[] = {
    {"*/secrets/kubernetes.io/serviceaccount*/token", 45},
};
/* clang-format on */

// fd.name glob */secrets/kubernetes.io/serviceaccount*/token
static bool fd_name_glob_secrets_kubernetes_io(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_anyof(value, rt_text_glob, of_fd_name_glob_secrets_kubernetes_io, 1);
}

/* proc.name in (awk, base64, cat, cp, curl, cut, grep, head, jq, less, more, od, sed, tail, tar,
 * wget, xxd) */
static bool proc_name_in_awk_2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IN_AWK_2, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.exepath in (/usr/bin/udevadm, /usr/lib/systemd/systemd,
 * /usr/lib/systemd/systemd-modules-load, /usr/lib/systemd/systemd-udevd) */
static bool proc_exepath_in_usr_bin_udevadm(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_UDEVADM, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* proc.name = modprobe */
static bool proc_name_is_modprobe(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_MODPROBE, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.pname startswith kworker */
static bool proc_pname_startswith_kworker(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_PNAME_STARTSWITH_KWORKER, &prefixes_of_proc_pname,
                          VALUE_PROC_PNAME);
}

/* proc.pname startswith kthreadd */
static bool proc_pname_startswith_kthreadd(struct rt_eval *eval)
{
    return rt_in_prefixes(eval, TEST_PROC_PNAME_STARTSWITH_KTHREADD, &prefixes_of_proc_pname,
                          VALUE_PROC_PNAME);
}

/* evt.arg.cmd = BPF_PROG_LOAD */
static bool evt_arg_cmd_is_bpf_prog_load(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_CMD);

    return rt_str_eq(value, "BPF_PROG_LOAD", 13);
}

/* proc.exepath in (/usr/bin/buildah, /usr/bin/cilium-agent, /usr/bin/conmon,
 * /usr/bin/containerd, /usr/bin/containerd-shim-runc-v2, /usr/bin/crio, /usr/bin/crun,
 * /usr/bin/docker-proxy, /usr/bin/dockerd, /usr/bin/falco, /usr/bin/kubelet, /usr/bin/netavark,
 * /usr/bin/podman, /usr/bin/runc, /usr/lib/podman/aardvark-dns, /usr/lib/podman/netavark,
 * /usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor,
 * /usr/lib/systemd/systemd-networkd, /usr/libexec/crio/conmon, /usr/libexec/podman/conmon,
 * /usr/libexec/podman/netavark, /usr/local/bin/containerd,
 * /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/k3s, /usr/local/sbin/runc,
 * /usr/sbin/ip, /usr/sbin/runc, /usr/sbin/tc) */
static bool proc_exepath_in_usr_bin_buildah_3(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_3, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name in (/proc/sys/fs/binfmt_misc/register, /proc/sys/kernel/core_pattern,
 * /proc/sys/kernel/hotplug, /proc/sys/kernel/modprobe, /proc/sys/kernel/poweroff_cmd,
 * /sys/kernel/uevent_helper) */
static bool fd_name_in_proc_sys_fs_binfmt_misc(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IN_PROC_SYS_FS_BINFMT_MISC, &texts_of_fd_name,
                     VALUE_FD_NAME);
}

/* fd.name endswith /binfmt_misc/register */
static bool fd_name_endswith_binfmt_misc_regist(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_NAME);

    return rt_str_endswith(value, "/binfmt_misc/register", 21);
}

/* proc.exepath in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-binfmt,
 * /usr/lib/systemd/systemd-sysctl, /usr/sbin/sysctl, /usr/sbin/update-binfmts) */
static bool proc_exepath_in_usr_lib_systemd_sys(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name in (/proc/sys/kernel/sysrq, /proc/sysrq-trigger) */
static bool fd_name_in_proc_sys_kernel_sysrq(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IN_PROC_SYS_KERNEL_SYSRQ, &texts_of_fd_name, VALUE_FD_NAME);
}

/* proc.exepath in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-sysctl, /usr/sbin/sysctl) */
static bool proc_exepath_in_usr_lib_systemd_sys_2(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS_2, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name = /proc/sys/kernel/sysrq */
static bool fd_name_is_proc_sys_kernel_sysrq(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IS_PROC_SYS_KERNEL_SYSRQ, &texts_of_fd_name, VALUE_FD_NAME);
}

/* fd.name in (/dev/kmem, /dev/mem, /dev/port, /proc/kcore) */
static bool fd_name_in_dev_kmem(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IN_DEV_KMEM, &texts_of_fd_name, VALUE_FD_NAME);
}

/* proc.exepath in (/usr/bin/vbetool, /usr/lib/xorg/Xorg, /usr/sbin/biosdecode,
 * /usr/sbin/dmidecode) */
static bool proc_exepath_in_usr_bin_vbetool(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_EXEPATH_IN_USR_BIN_VBETOOL, &texts_of_proc_exepath,
                     VALUE_PROC_EXEPATH);
}

/* fd.name = /dev/mem */
static bool fd_name_is_dev_mem(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_FD_NAME_IS_DEV_MEM, &texts_of_fd_name, VALUE_FD_NAME);
}

/* proc.name = kexec */
static bool proc_name_is_kexec(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_NAME_IS_KEXEC, &texts_of_proc_name, VALUE_PROC_NAME);
}

/* proc.args contains -e */
static bool proc_args_contains_e(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-e", 2);
}

/* proc.args contains -l */
static bool proc_args_contains_l(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-l", 2);
}

/* proc.args contains --exec */
static bool proc_args_contains_exec_3(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "--exec", 6);
}

/* proc.args contains --load */
static bool proc_args_contains_load(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "--load", 6);
}

/* proc.args contains -p */
static bool proc_args_contains_p(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_contains(value, "-p", 2);
}

/* proc.pname in (kdump-config, kexec-load, systemd) */
static bool proc_pname_in_kdump_config(struct rt_eval *eval)
{
    return rt_in_set(eval, TEST_PROC_PNAME_IN_KDUMP_CONFIG, &texts_of_proc_pname, VALUE_PROC_PNAME);
}

static bool all_fd_directory_endswith_ssh(struct rt_eval *eval)
{
    if (!fd_directory_endswith_ssh(eval))
        return false;
    if (!fd_filename_startswith_id(eval))
        return false;
    return !fd_filename_endswith_pub(eval);
}

static bool any_fd_name_endswith_aws_credential(struct rt_eval *eval)
{
    if (fd_name_endswith_aws_credentials(eval))
        return true;
    if (fd_name_endswith_config_gcloud_cred(eval))
        return true;
    if (fd_name_endswith_azure_accesstokens(eval))
        return true;
    if (fd_name_endswith_kube_config(eval))
        return true;
    if (fd_name_endswith_docker_config_json(eval))
        return true;
    if (fd_name_endswith_netrc(eval))
        return true;
    if (fd_name_endswith_git_credentials(eval))
        return true;
    if (fd_name_endswith_vault_token(eval))
        return true;
    if (fd_name_is_etc_kubernetes_admin_con(eval))
        return true;
    return all_fd_directory_endswith_ssh(eval);
}

static bool any_proc_exepath_startswith_usr(struct rt_eval *eval)
{
    if (proc_exepath_startswith_usr(eval) && proc_name_in_ansible(eval))
        return true;
    if (proc_exepath_startswith_usr(eval) && proc_name_in_aws(eval))
        return true;
    return proc_exepath_startswith_usr(eval) && proc_name_in_buildah(eval);
}

static bool any_proc_exepath_startswith_usr_bin_anew(struct rt_eval *eval)
{
    if (proc_exepath_startswith_usr_bin_pyt(eval) && proc_cmdline_contains_usr_bin_cloud(eval))
        return true;
    return proc_exepath_startswith_usr_bin_goo(eval) && proc_cmdline_contains_google_guest(eval);
}

static bool any_proc_exepath_startswith_usr_bin(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_PROC_EXEPATH_STARTSWITH_USR_BIN)) {
        const bool holds = any_proc_exepath_startswith_usr_bin_anew(eval);

        rt_test_note(eval, TEST_ANY_PROC_EXEPATH_STARTSWITH_USR_BIN, holds);
    }
    return rt_test_true(eval, TEST_ANY_PROC_EXEPATH_STARTSWITH_USR_BIN);
}

static bool any_fd_name_endswith_service_anew(struct rt_eval *eval)
{
    if (fd_name_endswith_service(eval))
        return true;
    if (fd_name_endswith_timer(eval))
        return true;
    if (fd_name_endswith_socket(eval))
        return true;
    if (fd_name_endswith_path(eval))
        return true;
    return fd_name_endswith_conf(eval);
}

static bool any_fd_name_endswith_service(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_FD_NAME_ENDSWITH_SERVICE)) {
        const bool holds = any_fd_name_endswith_service_anew(eval);

        rt_test_note(eval, TEST_ANY_FD_NAME_ENDSWITH_SERVICE, holds);
    }
    return rt_test_true(eval, TEST_ANY_FD_NAME_ENDSWITH_SERVICE);
}

static bool any_fs_path_target_endswith_service(struct rt_eval *eval)
{
    if (fs_path_target_endswith_service(eval))
        return true;
    if (fs_path_target_endswith_timer(eval))
        return true;
    if (fs_path_target_endswith_socket(eval))
        return true;
    return fs_path_target_endswith_path(eval);
}

/* macro `by_package_manager`, worked out */
static bool macro_by_package_manager_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_package_manager_pat(eval))
        return true;
    return proc_aname_in_package_managers(eval);
}

static bool macro_by_package_manager(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_MACRO_BY_PACKAGE_MANAGER)) {
        const bool holds = macro_by_package_manager_anew(eval);

        rt_test_note(eval, TEST_MACRO_BY_PACKAGE_MANAGER, holds);
    }
    return rt_test_true(eval, TEST_MACRO_BY_PACKAGE_MANAGER);
}

static bool any_fd_name_startswith_etc_profile_anew(struct rt_eval *eval)
{
    if (fd_name_startswith_etc_profile_d(eval))
        return true;
    if (fd_filename_in_shell_start_files(eval))
        return true;
    if (fd_name_in_etc_bash_bashrc(eval))
        return true;
    if (fs_path_target_endswith_bashrc(eval))
        return true;
    if (fs_path_target_endswith_profile(eval))
        return true;
    return fs_path_target_endswith_zshrc(eval);
}

static bool any_fd_name_startswith_etc_profile(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_FD_NAME_STARTSWITH_ETC_PROFILE)) {
        const bool holds = any_fd_name_startswith_etc_profile_anew(eval);

        rt_test_note(eval, TEST_ANY_FD_NAME_STARTSWITH_ETC_PROFILE, holds);
    }
    return rt_test_true(eval, TEST_ANY_FD_NAME_STARTSWITH_ETC_PROFILE);
}

static bool any_fs_path_name_endswith_bash_hist(struct rt_eval *eval)
{
    if (fs_path_name_endswith_bash_history(eval))
        return true;
    if (fs_path_name_endswith_zsh_history(eval))
        return true;
    if (fs_path_name_endswith_ash_history(eval))
        return true;
    if (fs_path_name_endswith_python_histor(eval))
        return true;
    return fs_path_name_endswith_mysql_history(eval);
}

static bool any_fs_path_target_startswith_etc_s(struct rt_eval *eval)
{
    if (fs_path_target_startswith_etc_ssh_s(eval))
        return true;
    if (fs_path_target_in_password_hash_fil(eval))
        return true;
    return fs_path_target_in_etc_sudoers(eval);
}

static bool any_fd_name_endswith_php_anew(struct rt_eval *eval)
{
    if (fd_name_endswith_php(eval))
        return true;
    if (fd_name_endswith_phtml(eval))
        return true;
    if (fd_name_endswith_jsp(eval))
        return true;
    if (fd_name_endswith_jspx(eval))
        return true;
    if (fd_name_endswith_aspx(eval))
        return true;
    return fd_name_endswith_cgi(eval);
}

static bool any_fd_name_endswith_php(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_FD_NAME_ENDSWITH_PHP)) {
        const bool holds = any_fd_name_endswith_php_anew(eval);

        rt_test_note(eval, TEST_ANY_FD_NAME_ENDSWITH_PHP, holds);
    }
    return rt_test_true(eval, TEST_ANY_FD_NAME_ENDSWITH_PHP);
}

static bool any_proc_name_in_web_servers_anew(struct rt_eval *eval)
{
    if (proc_name_in_web_servers(eval))
        return true;
    return proc_pname_in_web_servers(eval);
}

static bool any_proc_name_in_web_servers(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_PROC_NAME_IN_WEB_SERVERS)) {
        const bool holds = any_proc_name_in_web_servers_anew(eval);

        rt_test_note(eval, TEST_ANY_PROC_NAME_IN_WEB_SERVERS, holds);
    }
    return rt_test_true(eval, TEST_ANY_PROC_NAME_IN_WEB_SERVERS);
}

static bool all_proc_name_startswith_python_anew(struct rt_eval *eval)
{
    if (!proc_name_startswith_python(eval))
        return false;
    return fd_filename_glob_pyc(eval);
}

static bool all_proc_name_startswith_python(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_PROC_NAME_STARTSWITH_PYTHON)) {
        const bool holds = all_proc_name_startswith_python_anew(eval);

        rt_test_note(eval, TEST_ALL_PROC_NAME_STARTSWITH_PYTHON, holds);
    }
    return rt_test_true(eval, TEST_ALL_PROC_NAME_STARTSWITH_PYTHON);
}

static bool all_fd_name_in_etc_hosts_anew(struct rt_eval *eval)
{
    if (!fd_name_in_etc_hosts(eval))
        return false;
    return proc_aname_in_networkmanager(eval);
}

static bool all_fd_name_in_etc_hosts(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_FD_NAME_IN_ETC_HOSTS)) {
        const bool holds = all_fd_name_in_etc_hosts_anew(eval);

        rt_test_note(eval, TEST_ALL_FD_NAME_IN_ETC_HOSTS, holds);
    }
    return rt_test_true(eval, TEST_ALL_FD_NAME_IN_ETC_HOSTS);
}

static bool any_proc_exepath_contains_memfd_run_anew(struct rt_eval *eval)
{
    if (proc_exepath_contains_memfd_runc_cl(eval))
        return true;
    return proc_exepath_contains_memfd_crun_cl(eval);
}

static bool any_proc_exepath_contains_memfd_run(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_PROC_EXEPATH_CONTAINS_MEMFD_RUN)) {
        const bool holds = any_proc_exepath_contains_memfd_run_anew(eval);

        rt_test_note(eval, TEST_ANY_PROC_EXEPATH_CONTAINS_MEMFD_RUN, holds);
    }
    return rt_test_true(eval, TEST_ANY_PROC_EXEPATH_CONTAINS_MEMFD_RUN);
}

static bool any_proc_exepath_startswith_dev_shm(struct rt_eval *eval)
{
    if (proc_exepath_startswith_dev_shm(eval))
        return true;
    if (proc_exepath_startswith_run_shm(eval))
        return true;
    return proc_cwd_startswith_dev_shm(eval) && proc_exe_startswith(eval);
}

static bool any_proc_pname_is_postgres(struct rt_eval *eval)
{
    if (proc_pname_is_postgres(eval) && proc_cmdline_contains_archive_comma(eval))
        return true;
    if (proc_pname_is_postgres(eval) && proc_cmdline_contains_pgbackrest(eval))
        return true;
    if (proc_pname_is_postgres(eval) && proc_cmdline_contains_wal_g(eval))
        return true;
    return proc_pname_in_apache2(eval) && proc_cmdline_contains_rotatelogs(eval);
}

static bool any_proc_name_startswith_python(struct rt_eval *eval)
{
    if (proc_name_startswith_python(eval))
        return true;
    if (proc_name_startswith_perl(eval))
        return true;
    if (proc_name_startswith_ruby(eval))
        return true;
    if (proc_name_startswith_php(eval))
        return true;
    if (proc_name_startswith_lua(eval))
        return true;
    return proc_name_in_awk(eval);
}

static bool any_proc_cmdline_contains_socket(struct rt_eval *eval)
{
    if (proc_cmdline_contains_socket(eval))
        return true;
    if (proc_cmdline_contains_socket_2(eval))
        return true;
    if (proc_cmdline_contains_inet_tcp(eval))
        return true;
    return proc_cmdline_contains_fsockopen(eval);
}

static bool any_proc_cmdline_contains_dup2(struct rt_eval *eval)
{
    if (proc_cmdline_contains_dup2(eval))
        return true;
    if (proc_cmdline_contains_pty_spawn(eval))
        return true;
    if (proc_cmdline_contains_bin_sh(eval))
        return true;
    if (proc_cmdline_contains_bin_bash(eval))
        return true;
    if (proc_cmdline_contains_exec(eval))
        return true;
    return proc_cmdline_contains_getline(eval);
}

static bool any_proc_cmdline_contains_c(struct rt_eval *eval)
{
    if (proc_cmdline_contains_c(eval))
        return true;
    if (proc_cmdline_contains_e(eval))
        return true;
    if (proc_cmdline_contains_r(eval))
        return true;
    return proc_cmdline_contains_begin(eval);
}

static bool any_proc_name_in_cgminer(struct rt_eval *eval)
{
    if (proc_name_in_cgminer(eval))
        return true;
    if (proc_cmdline_contains_stratum_tcp(eval))
        return true;
    if (proc_cmdline_contains_stratum_ssl(eval))
        return true;
    if (proc_cmdline_contains_stratum2_tcp(eval))
        return true;
    if (proc_cmdline_contains_donate_level(eval))
        return true;
    if (proc_cmdline_contains_randomx_1gb_p(eval))
        return true;
    return proc_cmdline_contains_coin_monero(eval);
}

static bool any_proc_args_contains_stop(struct rt_eval *eval)
{
    if (proc_args_contains_stop(eval))
        return true;
    if (proc_args_contains_disable(eval))
        return true;
    if (proc_args_contains_mask(eval))
        return true;
    return proc_args_contains_kill(eval);
}

static bool any_proc_args_contains_auditd(struct rt_eval *eval)
{
    if (proc_args_contains_auditd(eval))
        return true;
    if (proc_args_contains_falco(eval))
        return true;
    if (proc_args_contains_rsyslog(eval))
        return true;
    if (proc_args_contains_apparmor(eval))
        return true;
    if (proc_args_contains_fail2ban(eval))
        return true;
    if (proc_args_contains_osquery(eval))
        return true;
    if (proc_args_contains_wazuh(eval))
        return true;
    if (proc_args_contains_clamav(eval))
        return true;
    if (proc_args_contains_crowdstrike(eval))
        return true;
    if (proc_args_contains_falcon_sensor(eval))
        return true;
    if (proc_args_contains_firewalld(eval))
        return true;
    return proc_args_contains_ufw(eval);
}

static bool all_proc_name_in_invoke_rc_d(struct rt_eval *eval)
{
    if (!proc_name_in_invoke_rc_d(eval))
        return false;
    if (!any_proc_args_contains_stop(eval))
        return false;
    return any_proc_args_contains_auditd(eval);
}

static bool any_proc_args_contains_d(struct rt_eval *eval)
{
    if (proc_args_contains_d(eval))
        return true;
    if (proc_args_contains_e_0(eval))
        return true;
    return proc_args_contains_e0(eval);
}

static bool any_proc_name_is_aa_teardown(struct rt_eval *eval)
{
    if (proc_name_is_aa_teardown(eval))
        return true;
    if (proc_name_is_setenforce(eval) && proc_args_in_0(eval))
        return true;
    if (proc_name_is_auditctl(eval) && any_proc_args_contains_d(eval))
        return true;
    return all_proc_name_in_invoke_rc_d(eval);
}

static bool any_proc_args_contains_exec(struct rt_eval *eval)
{
    if (proc_args_contains_exec(eval))
        return true;
    if (proc_args_contains_system(eval))
        return true;
    if (proc_args_contains_exec_2(eval))
        return true;
    return proc_args_contains_system_2(eval);
}

static bool any_proc_name_in_nc(struct rt_eval *eval)
{
    if (proc_name_in_nc(eval) && proc_args_regex_a_za_z_ec_exec_sh_e(eval))
        return true;
    return proc_name_startswith_socat(eval) && any_proc_args_contains_exec(eval);
}

static bool any_evt_failed_is_false_anew(struct rt_eval *eval)
{
    if (evt_failed_is_false(eval))
        return true;
    return evt_res_is_einprogress(eval);
}

static bool any_evt_failed_is_false(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_EVT_FAILED_IS_FALSE)) {
        const bool holds = any_evt_failed_is_false_anew(eval);

        rt_test_note(eval, TEST_ANY_EVT_FAILED_IS_FALSE, holds);
    }
    return rt_test_true(eval, TEST_ANY_EVT_FAILED_IS_FALSE);
}

static bool any_fd_sip_is_169_254_169_254(struct rt_eval *eval)
{
    if (fd_sip_is_169_254_169_254(eval))
        return true;
    if (fd_sip_is_169_254_170_2(eval))
        return true;
    if (fd_sip_is_100_100_100_200(eval))
        return true;
    return fd_sip_is_fd00_ec2_254(eval);
}

static bool any_proc_name_is_python3(struct rt_eval *eval)
{
    if (proc_name_is_python3(eval) && proc_cmdline_contains_usr_sbin_waag(eval))
        return true;
    return proc_name_in_cloud_init(eval) && proc_cmdline_contains_usr_bin_cloud(eval);
}

static bool any_fd_name_endswith_docker_sock(struct rt_eval *eval)
{
    if (fd_name_endswith_docker_sock(eval))
        return true;
    if (fd_name_endswith_containerd_sock(eval))
        return true;
    if (fd_name_endswith_crio_sock(eval))
        return true;
    if (fd_name_endswith_podman_podman_sock(eval))
        return true;
    return fd_name_endswith_cri_dockerd_sock(eval);
}

/* macro `program_in_public_directory` */
static bool macro_program_in_public_directory(struct rt_eval *eval)
{
    if (proc_exepath_startswith_dev_shm(eval))
        return true;
    if (proc_exepath_startswith_tmp(eval))
        return true;
    if (proc_exepath_startswith_var_tmp(eval))
        return true;
    return proc_exepath_startswith_run_user(eval);
}

static bool all_proc_name_in_ip6tables(struct rt_eval *eval)
{
    if (!proc_name_in_ip6tables(eval))
        return false;
    return proc_args_contains_f(eval) || proc_args_contains_flush(eval);
}

static bool any_proc_name_is_nft(struct rt_eval *eval)
{
    if (proc_name_is_nft(eval) && proc_args_contains_flush_ruleset(eval))
        return true;
    if (proc_name_in_python3(eval) && proc_cmdline_contains_ufw_disable(eval))
        return true;
    return all_proc_name_in_ip6tables(eval);
}

static bool all_proc_name_in_apk(struct rt_eval *eval)
{
    if (!proc_name_in_apk(eval))
        return false;
    return proc_args_contains_install(eval) || proc_args_contains_add(eval);
}

static bool any_proc_args_contains_install(struct rt_eval *eval)
{
    if (proc_name_startswith_pip(eval) && proc_args_contains_install(eval))
        return true;
    if (proc_name_startswith_npm(eval) && proc_args_contains_install(eval))
        return true;
    return all_proc_name_in_apk(eval);
}

/* macro `by_container_runtime`, worked out */
static bool macro_by_container_runtime_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_container_runtime_p(eval))
        return true;
    return proc_is_exe_from_memfd_is_true(eval) && any_proc_exepath_contains_memfd_run(eval);
}

static bool macro_by_container_runtime(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_MACRO_BY_CONTAINER_RUNTIME)) {
        const bool holds = macro_by_container_runtime_anew(eval);

        rt_test_note(eval, TEST_MACRO_BY_CONTAINER_RUNTIME, holds);
    }
    return rt_test_true(eval, TEST_MACRO_BY_CONTAINER_RUNTIME);
}

static bool all_container_id_is_host_anew(struct rt_eval *eval)
{
    if (!container_id_is_host(eval))
        return false;
    return proc_exepath_is_usr_lib_systemd_sys(eval);
}

static bool all_container_id_is_host(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_CONTAINER_ID_IS_HOST)) {
        const bool holds = all_container_id_is_host_anew(eval);

        rt_test_note(eval, TEST_ALL_CONTAINER_ID_IS_HOST, holds);
    }
    return rt_test_true(eval, TEST_ALL_CONTAINER_ID_IS_HOST);
}

static bool any_fd_name_startswith_dev_sd(struct rt_eval *eval)
{
    if (fd_name_startswith_dev_sd(eval))
        return true;
    if (fd_name_startswith_dev_vd(eval))
        return true;
    if (fd_name_startswith_dev_nvme(eval))
        return true;
    if (fd_name_startswith_dev_xvd(eval))
        return true;
    if (fd_name_startswith_dev_dm(eval))
        return true;
    if (fd_name_startswith_dev_mapper(eval))
        return true;
    return fd_name_startswith_dev_mmcblk(eval);
}

static bool any_proc_name_is_modprobe(struct rt_eval *eval)
{
    if (proc_name_is_modprobe(eval) && proc_pname_startswith_kworker(eval))
        return true;
    return proc_name_is_modprobe(eval) && proc_pname_startswith_kthreadd(eval);
}

static bool any_fd_name_endswith_binfmt_misc_re_anew(struct rt_eval *eval)
{
    if (fd_name_endswith_binfmt_misc_regist(eval))
        return true;
    return fd_name_in_proc_sys_fs_binfmt_misc(eval);
}

static bool any_fd_name_endswith_binfmt_misc_re(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_FD_NAME_ENDSWITH_BINFMT_MISC_RE)) {
        const bool holds = any_fd_name_endswith_binfmt_misc_re_anew(eval);

        rt_test_note(eval, TEST_ANY_FD_NAME_ENDSWITH_BINFMT_MISC_RE, holds);
    }
    return rt_test_true(eval, TEST_ANY_FD_NAME_ENDSWITH_BINFMT_MISC_RE);
}

static bool all_container_id_is_host_2_anew(struct rt_eval *eval)
{
    if (!container_id_is_host(eval))
        return false;
    return proc_exepath_in_usr_lib_systemd_sys(eval);
}

static bool all_container_id_is_host_2(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_CONTAINER_ID_IS_HOST_2)) {
        const bool holds = all_container_id_is_host_2_anew(eval);

        rt_test_note(eval, TEST_ALL_CONTAINER_ID_IS_HOST_2, holds);
    }
    return rt_test_true(eval, TEST_ALL_CONTAINER_ID_IS_HOST_2);
}

static bool all_fd_name_is_proc_sys_kernel_sysr_anew(struct rt_eval *eval)
{
    if (!fd_name_is_proc_sys_kernel_sysrq(eval))
        return false;
    return proc_exepath_in_usr_lib_systemd_sys_2(eval);
}

static bool all_fd_name_is_proc_sys_kernel_sysr(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_FD_NAME_IS_PROC_SYS_KERNEL_SYSR)) {
        const bool holds = all_fd_name_is_proc_sys_kernel_sysr_anew(eval);

        rt_test_note(eval, TEST_ALL_FD_NAME_IS_PROC_SYS_KERNEL_SYSR, holds);
    }
    return rt_test_true(eval, TEST_ALL_FD_NAME_IS_PROC_SYS_KERNEL_SYSR);
}

static bool all_fd_name_is_dev_mem(struct rt_eval *eval)
{
    if (!fd_name_is_dev_mem(eval))
        return false;
    if (!container_id_is_host(eval))
        return false;
    return proc_exepath_in_usr_bin_vbetool(eval);
}

static bool any_proc_args_contains_e(struct rt_eval *eval)
{
    if (proc_args_contains_e(eval))
        return true;
    if (proc_args_contains_l(eval))
        return true;
    if (proc_args_contains_exec_3(eval))
        return true;
    return proc_args_contains_load(eval);
}

/* rules/10-files.yaml:20 "Password hashes read" on open, openat, openat2, open_by_handle_at:
 * (opened_for_reading and fd.name in (password_hash_files)) and not ((proc.exepath in
 * (login_programs, account_programs))) and not ((proc.aname in (package_managers) and
 * proc.exepath startswith /usr/)) */
static bool rule_password_hashes_read(struct rt_eval *eval)
{
    if (!evt_is_open_read_is_true(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_in_password_hash_files(eval))
        return false;
    if (proc_exepath_in_usr_bin_chage(eval))
        return false;
    return !proc_exepath_startswith_usr(eval) || !proc_aname_in_package_managers(eval);
}

/* rules/10-files.yaml:42 "Private key or cloud credential read" on open, openat, openat2,
 * open_by_handle_at:
 * (opened_for_reading and ((fd.directory endswith /.ssh and fd.filename startswith id_ and not
 * fd.filename endswith .pub) or fd.name endswith /.aws/credentials or fd.name endswith
 * /.config/gcloud/credentials.db or fd.name endswith /.azure/accessTokens.json or fd.name
 * endswith /.kube/config or fd.name endswith /.docker/config.json or fd.name endswith /.netrc or
 * fd.name endswith /.git-credentials or fd.name endswith /.vault-token or fd.name =
 * /etc/kubernetes/admin.conf)) and not ((proc.name in (ssh, ssh-add, ssh-agent, ssh-keygen,
 * ssh-copy-id, scp, sftp, sshd, sshd-session, git, git-remote-http, rsync, ansible,
 * ansible-playbook) and proc.exepath startswith /usr/) or (proc.name in (aws, gcloud, az,
 * kubectl, helm, k9s, terraform, vault) and proc.exepath startswith /usr/) or (proc.name in
 * (docker, dockerd, containerd, podman, buildah, skopeo, kubelet, curl, wget, ftp) and
 * proc.exepath startswith /usr/)) */
static bool rule_private_key_or_cloud_credential_read(struct rt_eval *eval)
{
    if (!evt_is_open_read_is_true(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!any_fd_name_endswith_aws_credential(eval))
        return false;
    return !any_proc_exepath_startswith_usr(eval);
}

/* rules/10-files.yaml:72 "SSH login keys changed" on open, openat, openat2, open_by_handle_at:
 * ((opened_for_writing and fd.filename in (authorized_keys, authorized_keys2)) or (renamed and
 * (fs.path.target endswith /authorized_keys or fs.path.target endswith /authorized_keys2))) and
 * not ((proc.exepath startswith /usr/bin/python3 and proc.cmdline contains /usr/bin/cloud-init)
 * or (proc.exepath startswith /usr/bin/google_guest_agent and proc.cmdline contains
 * google_guest_agent)) */
static bool rule_ssh_login_keys_changed(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_filename_in_authorized_keys(eval))
        return false;
    return !any_proc_exepath_startswith_usr_bin(eval);
}

/* rules/10-files.yaml:72 "SSH login keys changed" on creat. */
static bool rule_ssh_login_keys_changed_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_filename_in_authorized_keys(eval))
        return false;
    return !any_proc_exepath_startswith_usr_bin(eval);
}

/* rules/10-files.yaml:72 "SSH login keys changed" on rename, renameat, renameat2. */
static bool rule_ssh_login_keys_changed_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!fs_path_target_endswith_authorized(eval) && !fs_path_target_endswith_authorized_2(eval))
        return false;
    return !any_proc_exepath_startswith_usr_bin(eval);
}

/* rules/10-files.yaml:96 "Scheduled job planted" on open, openat, openat2, open_by_handle_at:
 * ((opened_for_writing and fd.name pmatch (job_files)) or (renamed and fs.path.target pmatch
 * (job_files))) and not ((proc.exepath in (package_manager_paths, /usr/bin/crontab,
 * /usr/sbin/cron, /usr/sbin/crond, /usr/bin/at, /usr/sbin/atd, /usr/sbin/anacron))) and not
 * ((proc.aname in (package_managers))) */
static bool rule_scheduled_job_planted(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_sbin_apk(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return fd_name_pmatch_job_files(eval);
}

/* rules/10-files.yaml:96 "Scheduled job planted" on creat. */
static bool rule_scheduled_job_planted_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_sbin_apk(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return fd_name_pmatch_job_files(eval);
}

/* rules/10-files.yaml:96 "Scheduled job planted" on rename, renameat, renameat2. */
static bool rule_scheduled_job_planted_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_sbin_apk(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return fs_path_target_pmatch_job_files(eval);
}

/* rules/10-files.yaml:124 "Service unit planted" on open, openat, openat2, open_by_handle_at:
 * (((opened_for_writing and fd.name pmatch (unit_directories) and (fd.name endswith .service or
 * fd.name endswith .timer or fd.name endswith .socket or fd.name endswith .path or fd.name
 * endswith .conf)) or (renamed and fs.path.target pmatch (unit_directories) and (fs.path.target
 * endswith .service or fs.path.target endswith .timer or fs.path.target endswith .socket or
 * fs.path.target endswith .path))) and not by_package_manager) and not ((proc.exepath in
 * (/usr/lib/systemd/systemd, /usr/bin/systemctl, /usr/bin/systemd-tmpfiles))) */
static bool rule_service_unit_planted(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!any_fd_name_endswith_service(eval))
        return false;
    if (proc_exepath_in_usr_bin_systemctl(eval))
        return false;
    if (macro_by_package_manager(eval))
        return false;
    return fd_name_pmatch_unit_directories(eval);
}

/* rules/10-files.yaml:124 "Service unit planted" on creat. */
static bool rule_service_unit_planted_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!any_fd_name_endswith_service(eval))
        return false;
    if (proc_exepath_in_usr_bin_systemctl(eval))
        return false;
    if (macro_by_package_manager(eval))
        return false;
    return fd_name_pmatch_unit_directories(eval);
}

/* rules/10-files.yaml:124 "Service unit planted" on rename, renameat, renameat2. */
static bool rule_service_unit_planted_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_systemctl(eval))
        return false;
    if (macro_by_package_manager(eval))
        return false;
    if (!any_fs_path_target_endswith_service(eval))
        return false;
    return fs_path_target_pmatch_unit_director(eval);
}

/* rules/10-files.yaml:147 "Library preload changed" on open, openat, openat2, open_by_handle_at:
 * (opened_for_writing and fd.name in (/etc/ld.so.preload)) or (renamed and fs.path.target in
 * (/etc/ld.so.preload)) or (linked and fs.path.source in (/etc/ld.so.preload)) */
static bool rule_library_preload_changed(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_is_etc_ld_so_preload(eval);
}

/* rules/10-files.yaml:147 "Library preload changed" on creat. */
static bool rule_library_preload_changed_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_is_etc_ld_so_preload(eval);
}

/* rules/10-files.yaml:147 "Library preload changed" on link, linkat, symlink, symlinkat. */
static bool rule_library_preload_changed_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    return fs_path_source_is_etc_ld_so_preload(eval);
}

/* rules/10-files.yaml:147 "Library preload changed" on rename, renameat, renameat2. */
static bool rule_library_preload_changed_4(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    return fs_path_target_is_etc_ld_so_preload(eval);
}

/* rules/10-files.yaml:164 "Shell start file changed" on open, openat, openat2,
 * open_by_handle_at:
 * ((opened_for_writing or renamed) and (fd.filename in (shell_start_files) or fs.path.target
 * endswith /.bashrc or fs.path.target endswith /.profile or fs.path.target endswith /.zshrc or
 * fd.name in (/etc/profile, /etc/bash.bashrc, /etc/zsh/zshrc) or fd.name startswith
 * /etc/profile.d/) and not by_package_manager) and not ((proc.exepath in (/usr/bin/vim.basic,
 * /usr/bin/vim.tiny, /usr/bin/vi, /usr/bin/nvim, /usr/bin/nano, /usr/bin/emacs,
 * account_programs))) */
static bool rule_shell_start_file_changed(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_usr_bin_chfn(eval))
        return false;
    if (!any_fd_name_startswith_etc_profile(eval))
        return false;
    return !macro_by_package_manager(eval);
}

/* rules/10-files.yaml:164 "Shell start file changed" on creat. */
static bool rule_shell_start_file_changed_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_usr_bin_chfn(eval))
        return false;
    if (!any_fd_name_startswith_etc_profile(eval))
        return false;
    return !macro_by_package_manager(eval);
}

/* rules/10-files.yaml:164 "Shell start file changed" on rename, renameat, renameat2. */
static bool rule_shell_start_file_changed_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_chfn(eval))
        return false;
    if (!any_fd_name_startswith_etc_profile(eval))
        return false;
    return !macro_by_package_manager(eval);
}

/* rules/10-files.yaml:190 "Log erased" on open, openat, openat2, open_by_handle_at:
 * ((removed and fs.path.name pmatch (telling_logs)) or (opened_for_writing and evt.arg.flags
 * contains O_TRUNC and evt.is_open_create = false and fd.name pmatch (telling_logs))) and not
 * ((proc.exepath in (/usr/sbin/logrotate, /usr/bin/savelog, /usr/lib/systemd/systemd-journald,
 * /usr/bin/journalctl, /usr/sbin/rsyslogd, /usr/sbin/syslog-ng, /usr/sbin/auditd,
 * /usr/bin/systemd-tmpfiles))) */
static bool rule_log_erased(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!evt_is_open_create_is_false(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_usr_bin_journalctl(eval))
        return false;
    if (!evt_arg_flags_contains_o_trunc(eval))
        return false;
    return fd_name_pmatch_telling_logs(eval);
}

/* rules/10-files.yaml:190 "Log erased" on unlink, unlinkat. */
static bool rule_log_erased_2(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_journalctl(eval))
        return false;
    return fs_path_name_pmatch_telling_logs(eval);
}

/* rules/10-files.yaml:210 "Shell history destroyed" on open, openat, openat2, open_by_handle_at:
 * ((removed and (fs.path.name endswith /.bash_history or fs.path.name endswith /.zsh_history or
 * fs.path.name endswith /.ash_history or fs.path.name endswith /.python_history or fs.path.name
 * endswith /.mysql_history)) or (linked and (fs.path.source endswith /.bash_history or
 * fs.path.source endswith /.zsh_history)) or (opened_for_writing and fd.filename in
 * (.bash_history, .zsh_history, .ash_history) and not proc.exepath in (shell_paths))) and not
 * ((proc.exepath in (/usr/sbin/userdel, /usr/bin/rsync))) */
static bool rule_shell_history_destroyed(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_filename_in_ash_history(eval))
        return false;
    if (proc_exepath_in_shell_paths(eval))
        return false;
    return !proc_exepath_in_usr_bin_rsync(eval);
}

/* rules/10-files.yaml:210 "Shell history destroyed" on creat. */
static bool rule_shell_history_destroyed_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_filename_in_ash_history(eval))
        return false;
    if (proc_exepath_in_shell_paths(eval))
        return false;
    return !proc_exepath_in_usr_bin_rsync(eval);
}

/* rules/10-files.yaml:210 "Shell history destroyed" on link, linkat, symlink, symlinkat. */
static bool rule_shell_history_destroyed_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_rsync(eval))
        return false;
    return fs_path_source_endswith_bash_histor(eval) || fs_path_source_endswith_zsh_history(eval);
}

/* rules/10-files.yaml:210 "Shell history destroyed" on unlink, unlinkat. */
static bool rule_shell_history_destroyed_4(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_rsync(eval))
        return false;
    return any_fs_path_name_endswith_bash_hist(eval);
}

/* rules/10-files.yaml:233 "Link made to a secret" on link, linkat, symlink, symlinkat:
 * (linked and (fs.path.target in (password_hash_files) or fs.path.target in (/etc/sudoers,
 * /root/.ssh/id_rsa, /root/.ssh/id_ed25519) or fs.path.target startswith /etc/ssh/ssh_host_))
 * and not ((proc.exepath in (login_programs, account_programs, package_manager_paths))) */
static bool rule_link_made_to_a_secret(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_sbin_apk_2(eval))
        return false;
    return any_fs_path_target_startswith_etc_s(eval);
}

/* rules/10-files.yaml:255 "Web shell dropped" on open, openat, openat2, open_by_handle_at:
 * (opened_for_writing and (fd.name endswith .php or fd.name endswith .phtml or fd.name endswith
 * .jsp or fd.name endswith .jspx or fd.name endswith .aspx or fd.name endswith .cgi) and
 * (proc.name in (web_servers) or proc.pname in (web_servers)) and not fd.name startswith
 * /var/cache/) and not ((fd.directory pmatch (/var/lib/php/sessions, /var/www/html/cache,
 * /var/www/html/wp-content/cache, /var/lib/tomcat9/work, /var/lib/tomcat10/work))) */
static bool rule_web_shell_dropped(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (fd_name_startswith_var_cache(eval))
        return false;
    if (!any_fd_name_endswith_php(eval))
        return false;
    if (!any_proc_name_in_web_servers(eval))
        return false;
    return !fd_directory_pmatch_var_lib_php_ses(eval);
}

/* rules/10-files.yaml:255 "Web shell dropped" on creat. */
static bool rule_web_shell_dropped_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (fd_name_startswith_var_cache(eval))
        return false;
    if (!any_fd_name_endswith_php(eval))
        return false;
    if (!any_proc_name_in_web_servers(eval))
        return false;
    return !fd_directory_pmatch_var_lib_php_ses(eval);
}

/* rules/10-files.yaml:281 "System program overwritten" on open, openat, openat2,
 * open_by_handle_at:
 * ((opened_for_writing and fd.name pmatch (program_directories)) or (renamed and fs.path.target
 * pmatch (program_directories))) and not ((proc.exepath in (package_manager_paths,
 * /usr/sbin/ldconfig, /usr/sbin/ldconfig.real, /usr/sbin/depmod, /usr/bin/kmod))) and not
 * ((proc.aname in (package_managers))) and not ((proc.name startswith python and fd.filename
 * glob *.pyc*)) */
static bool rule_system_program_overwritten(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_sbin_apk_3(eval))
        return false;
    if (all_proc_name_startswith_python(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return fd_name_pmatch_program_directories(eval);
}

/* rules/10-files.yaml:281 "System program overwritten" on creat. */
static bool rule_system_program_overwritten_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_sbin_apk_3(eval))
        return false;
    if (all_proc_name_startswith_python(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return fd_name_pmatch_program_directories(eval);
}

/* rules/10-files.yaml:281 "System program overwritten" on rename, renameat, renameat2. */
static bool rule_system_program_overwritten_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_sbin_apk_3(eval))
        return false;
    if (all_proc_name_startswith_python(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return fs_path_target_pmatch_program_direc(eval);
}

/* rules/10-files.yaml:321 "Configuration below /etc written" on open, openat, openat2,
 * open_by_handle_at:
 * ((opened_for_writing and fd.name startswith /etc/ and not fd.name pmatch (etc_with_own_rule))
 * or (renamed and fs.path.target startswith /etc/ and not fs.path.target pmatch
 * (etc_with_own_rule))) and not ((proc.exepath in (etc_writers))) and not ((proc.exepath
 * startswith /usr/lib/systemd/)) and not ((proc.aname in (package_managers))) and not
 * ((proc.aname in (dhclient, dhcpcd, NetworkManager, resolvconf) and fd.name in
 * (/etc/resolv.conf, /etc/hosts, /etc/resolv.conf.dhclient-new))) */
static bool rule_configuration_below_etc_written(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_startswith_etc(eval))
        return false;
    if (proc_exepath_startswith_usr_lib_sys(eval))
        return false;
    if (proc_exepath_in_etc_writers(eval))
        return false;
    if (all_fd_name_in_etc_hosts(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return !fd_name_pmatch_etc_with_own_rule(eval);
}

/* rules/10-files.yaml:321 "Configuration below /etc written" on creat. */
static bool rule_configuration_below_etc_written_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_startswith_etc(eval))
        return false;
    if (proc_exepath_startswith_usr_lib_sys(eval))
        return false;
    if (proc_exepath_in_etc_writers(eval))
        return false;
    if (all_fd_name_in_etc_hosts(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return !fd_name_pmatch_etc_with_own_rule(eval);
}

/* rules/10-files.yaml:321 "Configuration below /etc written" on rename, renameat, renameat2. */
static bool rule_configuration_below_etc_written_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_startswith_usr_lib_sys(eval))
        return false;
    if (proc_exepath_in_etc_writers(eval))
        return false;
    if (all_fd_name_in_etc_hosts(eval))
        return false;
    if (!fs_path_target_startswith_etc(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return !fs_path_target_pmatch_etc_with_own(eval);
}

/* rules/20-process.yaml:3 "Program run from memory only" on execve, execveat:
 * (program_started and proc.is_exe_from_memfd = true) and not ((proc.exepath contains
 * memfd:runc_cloned) or (proc.exepath contains memfd:crun_cloned)) */
static bool rule_program_run_from_memory_only(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_is_exe_from_memfd_is_true(eval))
        return false;
    return !any_proc_exepath_contains_memfd_run(eval);
}

/* rules/20-process.yaml:23 "Program run from shared memory" on execve, execveat:
 * program_started and (proc.exepath startswith /dev/shm/ or proc.exepath startswith /run/shm/ or
 * (proc.cwd startswith /dev/shm/ and proc.exe startswith "./")) */
static bool rule_program_run_from_shared_memory(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    return any_proc_exepath_startswith_dev_shm(eval);
}

/* rules/20-process.yaml:36 "Program run from a temporary directory" on execve, execveat:
 * (program_started and (proc.exepath startswith /tmp/ or proc.exepath startswith /var/tmp/)) and
 * not ((proc.aname in (package_managers))) and not ((proc.aname in (mkinitramfs,
 * update-initramfs, dracut))) and not ((proc.aname in (go, cargo, rustc, make, ninja, cmake,
 * ctest, configure, meson, conftest))) */
static bool rule_program_run_from_a_temporary_directory(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_exepath_startswith_tmp(eval) && !proc_exepath_startswith_var_tmp(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_aname_in_dracut(eval))
        return false;
    return !proc_aname_in_cargo(eval);
}

/* rules/20-process.yaml:69 "Shell started by a network service" on execve, execveat:
 * (shell_started and proc.pname in (network_services)) and not ((proc.pname in (postgres) and
 * proc.cmdline contains archive_command) or (proc.pname in (postgres) and proc.cmdline contains
 * pgbackrest) or (proc.pname in (postgres) and proc.cmdline contains wal-g) or (proc.pname in
 * (apache2, httpd) and proc.cmdline contains rotatelogs)) */
static bool rule_shell_started_by_a_network_service(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_name_in_shells(eval))
        return false;
    if (!proc_pname_in_network_services(eval))
        return false;
    return !any_proc_pname_is_postgres(eval);
}

// rules/20-process.yaml:91 "Decoded text run by a shell" on execve, execveat:
// program_started and proc.name in (shells) and proc.cmdline regex '.*(base64
// +(-d|--decode|-D)|base32 +-d|xxd +-r|openssl +(base64|enc) .*-d).*[|]
// *(/[a-z/]*/)?(ba|da|z|k|a)?sh( .*|$)'
static bool rule_decoded_text_run_by_a_shell(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_name_in_shells(eval))
        return false;
    return proc_cmdline_regex_base64_d_decode(eval);
}

/* rules/20-process.yaml:104 "Interpreter opens a shell over the network" on execve, execveat:
 * program_started and (proc.name startswith python or proc.name startswith perl or proc.name
 * startswith ruby or proc.name startswith php or proc.name startswith lua or proc.name in (node,
 * nodejs, gawk, awk, mawk)) and (proc.cmdline contains socket or proc.cmdline contains Socket or
 * proc.cmdline contains /inet/tcp/ or proc.cmdline contains fsockopen) and (proc.cmdline
 * contains dup2 or proc.cmdline contains pty.spawn or proc.cmdline contains /bin/sh or
 * proc.cmdline contains /bin/bash or proc.cmdline contains exec or proc.cmdline contains
 * getline) and (proc.cmdline contains " -c" or proc.cmdline contains " -e" or proc.cmdline
 * contains " -r" or proc.cmdline contains BEGIN) */
static bool rule_interpreter_opens_a_shell_over_the_network(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!any_proc_name_startswith_python(eval))
        return false;
    if (!any_proc_cmdline_contains_socket(eval))
        return false;
    if (!any_proc_cmdline_contains_c(eval))
        return false;
    return any_proc_cmdline_contains_dup2(eval);
}

/* rules/20-process.yaml:122 "Program poses as a kernel thread" on execve, execveat:
 * program_started and proc.exe startswith "[" and proc.exe endswith "]" */
static bool rule_program_poses_as_a_kernel_thread(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_exe_startswith_2(eval))
        return false;
    return proc_exe_endswith(eval);
}

/* rules/20-process.yaml:133 "Another process attached by a debugger" on ptrace:
 * (evt.type = ptrace and evt.failed = false and (evt.arg.request contains PTRACE_ATTACH or
 * evt.arg.request contains PTRACE_SEIZE)) and not ((proc.exepath in
 * (/usr/lib/systemd/systemd-coredump, /usr/share/apport/apport, /usr/libexec/drkonqi,
 * /usr/lib/chromium/chrome_crashpad_handler, /opt/google/chrome/chrome_crashpad_handler))) */
static bool rule_another_process_attached_by_a_debugger(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_opt_google_chrome_c(eval))
        return false;
    return evt_arg_request_contains_ptrace_att(eval) || evt_arg_request_contains_ptrace_sei(eval);
}

/* rules/20-process.yaml:154 "Memory of another process written" on process_vm_writev:
 * (evt.type = process_vm_writev and evt.rawres > 0) and not ((proc.exepath in (/usr/bin/gdb,
 * /usr/bin/gdbserver, /usr/bin/lldb, /usr/bin/rr, /usr/bin/criu, /usr/sbin/criu))) */
static bool rule_memory_of_another_process_written(struct rt_eval *eval)
{
    if (!evt_rawres_above_0(eval))
        return false;
    return !proc_exepath_in_usr_bin_criu(eval);
}

/* rules/20-process.yaml:171 "Cryptocurrency miner started" on execve, execveat:
 * program_started and (proc.cmdline contains "stratum+tcp://" or proc.cmdline contains
 * "stratum+ssl://" or proc.cmdline contains "stratum2+tcp://" or proc.cmdline contains
 * "--donate-level" or proc.cmdline contains "--randomx-1gb-pages" or proc.cmdline contains
 * "--coin=monero" or proc.name in (xmrig, minerd, cpuminer, ethminer, nbminer, t-rex, lolMiner,
 * cgminer, xmr-stak)) */
static bool rule_cryptocurrency_miner_started(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    return any_proc_name_in_cgminer(eval);
}

/* rules/20-process.yaml:186 "Security service stopped" on execve, execveat:
 * (program_started and ((proc.name in (systemctl, service, invoke-rc.d) and (proc.args contains
 * stop or proc.args contains disable or proc.args contains mask or proc.args contains kill) and
 * (proc.args contains auditd or proc.args contains falco or proc.args contains rsyslog or
 * proc.args contains apparmor or proc.args contains fail2ban or proc.args contains osquery or
 * proc.args contains wazuh or proc.args contains clamav or proc.args contains crowdstrike or
 * proc.args contains falcon-sensor or proc.args contains firewalld or proc.args contains ufw))
 * or (proc.name = setenforce and proc.args in (0, Permissive)) or (proc.name = auditctl and
 * (proc.args contains "-D" or proc.args contains "-e 0" or proc.args contains "-e0")) or
 * (proc.name = aa-teardown)) and not by_package_manager) and not ((proc.aname in (logrotate))) */
static bool rule_security_service_stopped(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (macro_by_package_manager(eval))
        return false;
    if (proc_aname_is_logrotate(eval))
        return false;
    return any_proc_name_is_aa_teardown(eval);
}

/* rules/30-network.yaml:3 "Standard stream tied to a network connection" on dup, dup2, dup3:
 * (evt.type in (dup, dup2, dup3) and evt.rawres in (0, 1, 2) and fd.typechar in (4, 6)) and not
 * ((proc.exepath in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor,
 * /usr/sbin/inetd, /usr/sbin/xinetd, /usr/sbin/tcpd, /usr/sbin/sshd,
 * /usr/lib/openssh/sshd-session))) */
static bool rule_standard_stream_tied_to_a_network_connection(struct rt_eval *eval)
{
    if (!evt_rawres_in_0(eval))
        return false;
    if (!fd_typechar_in_4(eval))
        return false;
    return !proc_exepath_in_usr_lib_openssh_ssh(eval);
}

/* rules/30-network.yaml:24 "Shell works over a network connection" on execve, execveat:
 * (shell_started and proc.stdin.type in (ipv4, ipv6)) and not ((proc.pexepath in
 * (/usr/sbin/sshd, /usr/lib/openssh/sshd-session, /usr/sbin/inetd, /usr/sbin/xinetd))) */
static bool rule_shell_works_over_a_network_connection(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_name_in_shells(eval))
        return false;
    if (!proc_stdin_type_in_ipv4(eval))
        return false;
    return !proc_pexepath_in_usr_lib_openssh_ss(eval);
}

/* rules/30-network.yaml:42 "Netcat runs a program" on execve, execveat:
 * program_started and ((proc.name in (nc, ncat, netcat, nc.traditional, nc.openbsd) and
 * proc.args regex '(.* )?(-[a-zA-Z]*[ec]|--exec|--sh-exec|--lua-exec)( .*|=.*|$)') or (proc.name
 * startswith socat and (proc.args contains "EXEC:" or proc.args contains "SYSTEM:" or proc.args
 * contains "exec:" or proc.args contains "system:"))) */
static bool rule_netcat_runs_a_program(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    return any_proc_name_in_nc(eval);
}

/* rules/30-network.yaml:57 "Packet socket opened" on socket:
 * (evt.type = socket and evt.failed = false and evt.arg.domain contains AF_PACKET) and not
 * ((proc.exepath in (/usr/sbin/dhclient, /usr/sbin/dhcpcd, /usr/sbin/NetworkManager,
 * /usr/lib/systemd/systemd-networkd, /usr/sbin/lldpd, /usr/sbin/wpa_supplicant,
 * /usr/sbin/hostapd, /usr/sbin/arping, /usr/bin/arping, /usr/sbin/keepalived, /usr/sbin/dhcpd,
 * /usr/sbin/pppoe, /usr/libexec/podman/netavark, /usr/lib/podman/netavark))) */
static bool rule_packet_socket_opened(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_arping(eval))
        return false;
    return evt_arg_domain_contains_af_packet(eval);
}

/* rules/30-network.yaml:79 "Cloud metadata service contacted" on connect:
 * (connected and (fd.sip = "169.254.169.254" or fd.sip = "169.254.170.2" or fd.sip =
 * "100.100.100.200" or fd.sip = "fd00:ec2::254")) and not ((proc.exepath in
 * (/usr/bin/google_guest_agent, /usr/bin/google_osconfig_agent,
 * /usr/bin/google_metadata_script_runner, /usr/bin/amazon-ssm-agent, /usr/sbin/chronyd,
 * /usr/lib/systemd/systemd-timesyncd, /usr/lib/systemd/systemd-resolved))) and not ((proc.name
 * in (cloud-init, python3) and proc.cmdline contains /usr/bin/cloud-init) or (proc.name in
 * (python3) and proc.cmdline contains /usr/sbin/waagent)) */
static bool rule_cloud_metadata_service_contacted(struct rt_eval *eval)
{
    if (!any_evt_failed_is_false(eval))
        return false;
    if (!any_fd_sip_is_169_254_169_254(eval))
        return false;
    if (!fd_typechar_in_4(eval))
        return false;
    if (proc_exepath_in_usr_bin_amazon_ssm(eval))
        return false;
    return !any_proc_name_is_python3(eval);
}

/* rules/30-network.yaml:107 "Mining pool contacted" on connect:
 * connected and fd.sport in (mining_ports) and not fd.snet in (private_networks) */
static bool rule_mining_pool_contacted(struct rt_eval *eval)
{
    if (!any_evt_failed_is_false(eval))
        return false;
    if (!fd_typechar_in_4(eval))
        return false;
    if (!fd_sport_in_mining_ports(eval))
        return false;
    return !fd_snet_in_private_networks(eval);
}

/* rules/30-network.yaml:118 "Container runtime socket contacted" on connect:
 * (evt.type = connect and evt.failed = false and fd.typechar = 'u' and (fd.name endswith
 * /docker.sock or fd.name endswith /containerd.sock or fd.name endswith /crio.sock or fd.name
 * endswith /podman/podman.sock or fd.name endswith /cri-dockerd.sock)) and not ((container.id =
 * host and proc.exepath in (container_runtime_paths, /usr/bin/docker, /usr/bin/ctr,
 * /usr/bin/nerdctl, /usr/local/bin/crictl, /usr/bin/crictl, /usr/bin/skopeo,
 * /usr/libexec/docker/cli-plugins/docker-compose))) */
static bool rule_container_runtime_socket_contacted(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!fd_typechar_is_u(eval))
        return false;
    if (!any_fd_name_endswith_docker_sock(eval))
        return false;
    return !container_id_is_host(eval) || !proc_exepath_in_usr_bin_buildah(eval);
}

/* rules/30-network.yaml:139 "Server started from a public directory" on listen:
 * evt.type = listen and evt.failed = false and fd.typechar in (4, 6) and
 * program_in_public_directory */
static bool rule_server_started_from_a_public_directory(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!fd_typechar_in_4(eval))
        return false;
    return macro_program_in_public_directory(eval);
}

/* rules/30-network.yaml:151 "Firewall emptied" on execve, execveat:
 * (program_started and ((proc.name in (iptables, ip6tables, iptables-nft, ip6tables-nft,
 * iptables-legacy, xtables-nft-mul, xtables-legacy-) and (proc.args contains "-F" or proc.args
 * contains "--flush")) or (proc.name = nft and proc.args contains "flush ruleset") or (proc.name
 * in (ufw, python3) and proc.cmdline contains "ufw disable")) and not by_package_manager) and
 * not ((proc.pname in (kube-proxy, dockerd, firewalld, netavark, cni, calico-node, cilium-agent,
 * systemd, netfilter-persis))) */
static bool rule_firewall_emptied(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_pname_in_calico_node(eval))
        return false;
    if (macro_by_package_manager(eval))
        return false;
    return any_proc_name_is_nft(eval);
}

/* rules/40-privilege.yaml:3 "Setuid bit set" on fchmodat, chmod, fchmod:
 * (mode_changed and evt.arg.mode contains S_ISUID) and not ((proc.exepath in
 * (package_manager_paths))) and not ((proc.aname in (package_managers))) and not ((proc.exepath
 * in (container_runtime_paths))) */
static bool rule_setuid_bit_set(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_package_manager_pat(eval))
        return false;
    if (proc_exepath_in_container_runtime_p(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return evt_arg_mode_contains_s_isuid(eval);
}

/* rules/40-privilege.yaml:31 "File capability given" on execve, execveat:
 * program_started and proc.name = setcap and proc.args contains cap_ and not proc.args contains
 * "-r " and not by_package_manager */
static bool rule_file_capability_given(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_name_is_setcap(eval))
        return false;
    if (macro_by_package_manager(eval))
        return false;
    if (!proc_args_contains_cap(eval))
        return false;
    return !proc_args_contains_r(eval);
}

/* rules/40-privilege.yaml:44 "Rights of sudo changed" on open, openat, openat2,
 * open_by_handle_at:
 * ((opened_for_writing and fd.name pmatch (/etc/sudoers, /etc/sudoers.d)) or (renamed and
 * fs.path.target pmatch (/etc/sudoers, /etc/sudoers.d))) and not ((proc.exepath in
 * (/usr/sbin/visudo, package_manager_paths))) and not ((proc.aname in (package_managers))) */
static bool rule_rights_of_sudo_changed(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_sbin_apk_4(eval))
        return false;
    if (!fd_name_pmatch_etc_sudoers(eval))
        return false;
    return !proc_aname_in_package_managers(eval);
}

/* rules/40-privilege.yaml:44 "Rights of sudo changed" on creat. */
static bool rule_rights_of_sudo_changed_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (proc_exepath_in_sbin_apk_4(eval))
        return false;
    if (!fd_name_pmatch_etc_sudoers(eval))
        return false;
    return !proc_aname_in_package_managers(eval);
}

/* rules/40-privilege.yaml:44 "Rights of sudo changed" on rename, renameat, renameat2. */
static bool rule_rights_of_sudo_changed_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_sbin_apk_4(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    return fs_path_target_pmatch_etc_sudoers(eval);
}

/* rules/40-privilege.yaml:67 "User database changed by hand" on open, openat, openat2,
 * open_by_handle_at:
 * ((opened_for_writing and fd.name in (/etc/passwd, /etc/shadow, /etc/group, /etc/gshadow)) or
 * (renamed and fs.path.target in (/etc/passwd, /etc/shadow, /etc/group, /etc/gshadow))) and not
 * ((proc.exepath in (account_programs, login_programs, package_manager_paths, /usr/bin/busybox,
 * /bin/busybox))) and not ((proc.aname in (package_managers))) and not ((proc.exepath in
 * (container_runtime_paths))) */
static bool rule_user_database_changed_by_hand(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_in_etc_group(eval))
        return false;
    if (proc_exepath_in_container_runtime_p(eval))
        return false;
    if (proc_exepath_in_bin_busybox(eval))
        return false;
    return !proc_aname_in_package_managers(eval);
}

/* rules/40-privilege.yaml:67 "User database changed by hand" on creat. */
static bool rule_user_database_changed_by_hand_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_in_etc_group(eval))
        return false;
    if (proc_exepath_in_container_runtime_p(eval))
        return false;
    if (proc_exepath_in_bin_busybox(eval))
        return false;
    return !proc_aname_in_package_managers(eval);
}

/* rules/40-privilege.yaml:67 "User database changed by hand" on rename, renameat, renameat2. */
static bool rule_user_database_changed_by_hand_3(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_container_runtime_p(eval))
        return false;
    if (proc_exepath_in_bin_busybox(eval))
        return false;
    if (!fs_path_target_in_etc_group(eval))
        return false;
    return !proc_aname_in_package_managers(eval);
}

/* rules/40-privilege.yaml:103 "Login user became root without asking" on execve, execveat:
 * (shell_started and user.uid = 0 and user.loginuid > 0 and user.loginuid < 4294967295 and not
 * proc.aname in (ways_to_root)) and not ((container.id != host)) and not ((proc.aname in
 * (podman, buildah, bwrap, unshare, fakeroot, rootlesskit, newuidmap, slirp4netns,
 * lxc-usernsexec))) */
static bool rule_login_user_became_root_without_asking(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (container_id_is_not_host(eval))
        return false;
    if (!proc_name_in_shells(eval))
        return false;
    if (!user_uid_is_0(eval))
        return false;
    if (!user_loginuid_above_0(eval))
        return false;
    if (!user_loginuid_below_4294967295(eval))
        return false;
    if (proc_aname_in_ways_to_root(eval))
        return false;
    return !proc_aname_in_buildah(eval);
}

/* rules/40-privilege.yaml:129 "Namespace of another process entered" on setns:
 * (evt.type = setns and evt.failed = false) and not ((proc.exepath in (container_runtime_paths,
 * /usr/bin/lxc-attach, /usr/sbin/ip, /usr/bin/ip, /usr/bin/slirp4netns, /usr/bin/pasta,
 * /usr/bin/pasta.avx2, /usr/bin/passt.avx2, /usr/bin/bwrap))) and not ((proc.exepath contains
 * memfd:runc_cloned) or (proc.exepath contains memfd:crun_cloned)) and not ((proc.exepath
 * startswith /opt/cni/bin/) or (proc.exepath startswith /usr/lib/cni/)) and not ((proc.exepath
 * startswith /usr/lib/systemd/)) */
static bool rule_namespace_of_another_process_entered(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_startswith_usr_lib_sys(eval))
        return false;
    if (proc_exepath_in_usr_bin_buildah_2(eval))
        return false;
    if (proc_exepath_startswith_opt_cni_bin(eval) || proc_exepath_startswith_usr_lib_cni(eval))
        return false;
    return !any_proc_exepath_contains_memfd_run(eval);
}

/* rules/40-privilege.yaml:165 "User namespace made without rights" on unshare:
 * (evt.type = unshare and evt.failed = false and evt.arg.flags contains CLONE_NEWUSER and not
 * user.uid = 0) and not ((proc.exepath in (container_runtime_paths, /usr/bin/bwrap,
 * /usr/bin/flatpak, /usr/bin/rootlesskit, /usr/bin/slirp4netns, /usr/bin/pasta,
 * /usr/bin/pasta.avx2, /usr/lib/chromium/chromium, /opt/google/chrome/chrome,
 * /usr/lib/firefox/firefox, /usr/lib/firefox-esr/firefox-esr))) */
static bool rule_user_namespace_made_without_rights(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_opt_google_chrome_c_2(eval))
        return false;
    if (user_uid_is_0(eval))
        return false;
    return evt_arg_flags_contains_clone_newuse(eval);
}

/* rules/40-privilege.yaml:185 "Page faults handed to a user" on userfaultfd:
 * (evt.type = userfaultfd and evt.failed = false and not user.uid = 0) and not ((proc.exepath in
 * (/usr/bin/qemu-system-x86_64, /usr/libexec/qemu-kvm, /usr/bin/criu, /usr/sbin/criu,
 * /usr/bin/firecracker))) */
static bool rule_page_faults_handed_to_a_user(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_criu_2(eval))
        return false;
    return !user_uid_is_0(eval);
}

/* rules/50-container.yaml:3 "Terminal in a container" on execve, execveat:
 * shell_started and in_container and not proc.tty = 0 */
static bool rule_terminal_in_a_container(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_tty_is_0(eval))
        return false;
    if (!container_id_is_not_host(eval))
        return false;
    return proc_name_in_shells(eval);
}

/* rules/50-container.yaml:15 "Program not of the image run in a container" on execve, execveat:
 * (program_started and in_container and proc.is_exe_upper_layer = true) and not ((proc.aname in
 * (package_managers))) */
static bool rule_program_not_of_the_image_run_in_a_container(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_is_exe_upper_layer_is_true(eval))
        return false;
    if (!container_id_is_not_host(eval))
        return false;
    return !proc_aname_in_package_managers(eval);
}

/* rules/50-container.yaml:33 "Package installed in a container" on execve, execveat:
 * (program_started and in_container and ((proc.name in (apt, apt-get, dnf, dnf5, yum, microdnf,
 * zypper, apk) and (proc.args contains install or proc.args contains add)) or (proc.name
 * startswith pip and proc.args contains install) or (proc.name startswith npm and proc.args
 * contains install))) and not ((proc.aname in (buildkitd, buildah, kaniko, buildctl))) */
static bool rule_package_installed_in_a_container(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!container_id_is_not_host(eval))
        return false;
    if (proc_aname_in_buildah_2(eval))
        return false;
    return any_proc_args_contains_install(eval);
}

/* rules/50-container.yaml:56 "Download tool run in a container" on execve, execveat:
 * (program_started and in_container and proc.name in (wget, curl, scp, sftp, rsync, ftp, tftp,
 * lftp, aria2c, axel, rclone) and not proc.args contains localhost and not proc.args contains
 * "127.0.0.1") */
static bool rule_download_tool_run_in_a_container(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!container_id_is_not_host(eval))
        return false;
    if (!proc_name_in_aria2c(eval))
        return false;
    if (proc_args_contains_localhost(eval))
        return false;
    return !proc_args_contains_127_0_0_1(eval);
}

/* rules/50-container.yaml:79 "File system mounted in a container" on mount:
 * (evt.type = mount and evt.failed = false and in_container and not by_container_runtime and not
 * mount_only_shared_otherwise) and not ((proc.name startswith runc:[) or (proc.name startswith
 * crun)) and not ((proc.exepath startswith /usr/lib/systemd/)) */
static bool rule_file_system_mounted_in_a_container(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_startswith_usr_lib_sys(eval))
        return false;
    if (!container_id_is_not_host(eval))
        return false;
    if (proc_name_startswith_runc(eval) || proc_name_startswith_crun(eval))
        return false;
    if (macro_by_container_runtime(eval))
        return false;
    return !evt_arg_flags_contains_private(eval) && !evt_arg_flags_contains_slave(eval);
}

/* rules/50-container.yaml:106 "Release agent written" on open, openat, openat2,
 * open_by_handle_at:
 * (opened_for_writing and fd.filename = release_agent) and not ((container.id = host and
 * proc.exepath in (/usr/lib/systemd/systemd))) */
static bool rule_release_agent_written(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_filename_is_release_agent(eval))
        return false;
    return !all_container_id_is_host(eval);
}

/* rules/50-container.yaml:106 "Release agent written" on creat. */
static bool rule_release_agent_written_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_filename_is_release_agent(eval))
        return false;
    return !all_container_id_is_host(eval);
}

/* rules/50-container.yaml:123 "Disk of the host opened in a container" on open, openat, openat2:
 * (evt.type in (open, openat, openat2) and fd.num >= 0 and in_container and not
 * by_container_runtime and (fd.name startswith /dev/sd or fd.name startswith /dev/vd or fd.name
 * startswith /dev/nvme or fd.name startswith /dev/xvd or fd.name startswith /dev/dm- or fd.name
 * startswith /dev/mapper/ or fd.name startswith /dev/mmcblk) and not fd.name =
 * /dev/mapper/control) and not ((proc.exepath in (/usr/sbin/lvm, /usr/bin/ceph-osd,
 * /usr/sbin/blkid))) */
static bool rule_disk_of_the_host_opened_in_a_container(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (fd_name_is_dev_mapper_control(eval))
        return false;
    if (!container_id_is_not_host(eval))
        return false;
    if (!any_fd_name_startswith_dev_sd(eval))
        return false;
    if (proc_exepath_in_usr_bin_ceph_osd(eval))
        return false;
    return !macro_by_container_runtime(eval);
}

// rules/50-container.yaml:145 "Service account token read by a tool" on open, openat, openat2,
// open_by_handle_at:
// opened_for_reading and fd.name glob "*/secrets/kubernetes.io/serviceaccount*/token" and
// (proc.name in (shells) or proc.name in (cat, head, tail, less, more, grep, sed, awk, cut,
// base64, cp, tar, curl, wget, jq, xxd, od))
static bool rule_service_account_token_read_by_a_tool(struct rt_eval *eval)
{
    if (!evt_is_open_read_is_true(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!proc_name_in_shells(eval) && !proc_name_in_awk_2(eval))
        return false;
    return fd_name_glob_secrets_kubernetes_io(eval);
}

/* rules/60-kernel.yaml:3 "Kernel module loaded" on init_module, finit_module:
 * (evt.type in (init_module, finit_module) and evt.failed = false) and not ((container.id = host
 * and proc.exepath in (/usr/lib/systemd/systemd-udevd, /usr/bin/udevadm,
 * /usr/lib/systemd/systemd-modules-load, /usr/lib/systemd/systemd))) and not ((proc.name =
 * modprobe and proc.pname startswith kworker) or (proc.name = modprobe and proc.pname startswith
 * kthreadd)) */
static bool rule_kernel_module_loaded(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (container_id_is_host(eval) && proc_exepath_in_usr_bin_udevadm(eval))
        return false;
    return !any_proc_name_is_modprobe(eval);
}

/* rules/60-kernel.yaml:28 "Kernel module removed" on delete_module:
 * evt.type = delete_module and evt.failed = false and not by_package_manager */
static bool rule_kernel_module_removed(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    return !macro_by_package_manager(eval);
}

/* rules/60-kernel.yaml:39 "Program loaded into the kernel" on bpf:
 * (evt.type = bpf and evt.failed = false and evt.arg.cmd = BPF_PROG_LOAD) and not ((proc.exepath
 * in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor,
 * /usr/lib/systemd/systemd-networkd, container_runtime_paths, /usr/bin/cilium-agent,
 * /usr/sbin/ip, /usr/sbin/tc, /usr/bin/falco))) and not ((proc.exepath contains
 * memfd:runc_cloned) or (proc.exepath contains memfd:crun_cloned)) */
static bool rule_program_loaded_into_the_kernel(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (proc_exepath_in_usr_bin_buildah_3(eval))
        return false;
    if (!evt_arg_cmd_is_bpf_prog_load(eval))
        return false;
    return !any_proc_exepath_contains_memfd_run(eval);
}

/* rules/60-kernel.yaml:65 "Kernel told to run a program" on open, openat, openat2,
 * open_by_handle_at:
 * (opened_for_writing and (fd.name in (/proc/sys/kernel/core_pattern, /proc/sys/kernel/modprobe,
 * /proc/sys/kernel/hotplug, /proc/sys/kernel/poweroff_cmd, /sys/kernel/uevent_helper,
 * /proc/sys/fs/binfmt_misc/register) or fd.name endswith /binfmt_misc/register)) and not
 * ((container.id = host and proc.exepath in (/usr/lib/systemd/systemd,
 * /usr/lib/systemd/systemd-sysctl, /usr/lib/systemd/systemd-binfmt, /usr/sbin/sysctl,
 * /usr/sbin/update-binfmts))) */
static bool rule_kernel_told_to_run_a_program(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!any_fd_name_endswith_binfmt_misc_re(eval))
        return false;
    return !all_container_id_is_host_2(eval);
}

/* rules/60-kernel.yaml:65 "Kernel told to run a program" on creat. */
static bool rule_kernel_told_to_run_a_program_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!any_fd_name_endswith_binfmt_misc_re(eval))
        return false;
    return !all_container_id_is_host_2(eval);
}

/* rules/60-kernel.yaml:87 "Magic system request written" on open, openat, openat2,
 * open_by_handle_at:
 * (opened_for_writing and fd.name in (/proc/sysrq-trigger, /proc/sys/kernel/sysrq)) and not
 * ((proc.exepath in (/usr/lib/systemd/systemd-sysctl, /usr/sbin/sysctl,
 * /usr/lib/systemd/systemd) and fd.name = /proc/sys/kernel/sysrq)) */
static bool rule_magic_system_request_written(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_in_proc_sys_kernel_sysrq(eval))
        return false;
    return !all_fd_name_is_proc_sys_kernel_sysr(eval);
}

/* rules/60-kernel.yaml:87 "Magic system request written" on creat. */
static bool rule_magic_system_request_written_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_in_proc_sys_kernel_sysrq(eval))
        return false;
    return !all_fd_name_is_proc_sys_kernel_sysr(eval);
}

/* rules/60-kernel.yaml:104 "Memory of the machine read" on open, openat, openat2:
 * (evt.type in (open, openat, openat2) and fd.num >= 0 and fd.name in (/dev/mem, /dev/kmem,
 * /dev/port, /proc/kcore)) and not ((container.id = host and proc.exepath in
 * (/usr/sbin/dmidecode, /usr/lib/xorg/Xorg, /usr/bin/vbetool, /usr/sbin/biosdecode) and fd.name
 * = /dev/mem)) */
static bool rule_memory_of_the_machine_read(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_name_in_dev_kmem(eval))
        return false;
    return !all_fd_name_is_dev_mem(eval);
}

/* rules/60-kernel.yaml:122 "Kernel replaced at run time" on execve, execveat:
 * (program_started and proc.name = kexec and (proc.args contains "-e" or proc.args contains "-l"
 * or proc.args contains "--exec" or proc.args contains "--load") and not proc.args contains
 * "-p") and not ((proc.pname in (systemd, kexec-load, kdump-config))) */
static bool rule_kernel_replaced_at_run_time(struct rt_eval *eval)
{
    if (!evt_failed_is_false(eval))
        return false;
    if (!proc_name_is_kexec(eval))
        return false;
    if (proc_pname_in_kdump_config(eval))
        return false;
    if (proc_args_contains_p(eval))
        return false;
    return any_proc_args_contains_e(eval);
}

/* Events: open, openat, openat2. */
static void on_open(struct rt_eval *eval)
{
    if (rule_disk_of_the_host_opened_in_a_container(eval)) {
        rt_fire(eval, RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER);
        if (eval->stop)
            return;
    }
    if (rule_memory_of_the_machine_read(eval))
        rt_fire(eval, RULE_MEMORY_OF_THE_MACHINE_READ);
}

/* Events: open, openat, openat2. */
static void on_open_2(struct rt_eval *eval)
{
    if (rule_password_hashes_read(eval)) {
        rt_fire(eval, RULE_PASSWORD_HASHES_READ);
        if (eval->stop)
            return;
    }
    if (rule_private_key_or_cloud_credential_read(eval)) {
        rt_fire(eval, RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ);
        if (eval->stop)
            return;
    }
    if (rule_ssh_login_keys_changed(eval)) {
        rt_fire(eval, RULE_SSH_LOGIN_KEYS_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_scheduled_job_planted(eval)) {
        rt_fire(eval, RULE_SCHEDULED_JOB_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_service_unit_planted(eval)) {
        rt_fire(eval, RULE_SERVICE_UNIT_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_library_preload_changed(eval)) {
        rt_fire(eval, RULE_LIBRARY_PRELOAD_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_shell_start_file_changed(eval)) {
        rt_fire(eval, RULE_SHELL_START_FILE_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_log_erased(eval)) {
        rt_fire(eval, RULE_LOG_ERASED);
        if (eval->stop)
            return;
    }
    if (rule_shell_history_destroyed(eval)) {
        rt_fire(eval, RULE_SHELL_HISTORY_DESTROYED);
        if (eval->stop)
            return;
    }
    if (rule_web_shell_dropped(eval)) {
        rt_fire(eval, RULE_WEB_SHELL_DROPPED);
        if (eval->stop)
            return;
    }
    if (rule_system_program_overwritten(eval)) {
        rt_fire(eval, RULE_SYSTEM_PROGRAM_OVERWRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_configuration_below_etc_written(eval)) {
        rt_fire(eval, RULE_CONFIGURATION_BELOW_ETC_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_rights_of_sudo_changed(eval)) {
        rt_fire(eval, RULE_RIGHTS_OF_SUDO_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_user_database_changed_by_hand(eval)) {
        rt_fire(eval, RULE_USER_DATABASE_CHANGED_BY_HAND);
        if (eval->stop)
            return;
    }
    if (rule_release_agent_written(eval)) {
        rt_fire(eval, RULE_RELEASE_AGENT_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_disk_of_the_host_opened_in_a_container(eval)) {
        rt_fire(eval, RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER);
        if (eval->stop)
            return;
    }
    if (rule_service_account_token_read_by_a_tool(eval)) {
        rt_fire(eval, RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL);
        if (eval->stop)
            return;
    }
    if (rule_kernel_told_to_run_a_program(eval)) {
        rt_fire(eval, RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM);
        if (eval->stop)
            return;
    }
    if (rule_magic_system_request_written(eval)) {
        rt_fire(eval, RULE_MAGIC_SYSTEM_REQUEST_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_memory_of_the_machine_read(eval))
        rt_fire(eval, RULE_MEMORY_OF_THE_MACHINE_READ);
}

/* Events: execve, execveat. */
static void on_execve(struct rt_eval *eval)
{
    if (rule_program_run_from_memory_only(eval)) {
        rt_fire(eval, RULE_PROGRAM_RUN_FROM_MEMORY_ONLY);
        if (eval->stop)
            return;
    }
    if (rule_program_run_from_shared_memory(eval)) {
        rt_fire(eval, RULE_PROGRAM_RUN_FROM_SHARED_MEMORY);
        if (eval->stop)
            return;
    }
    if (rule_program_run_from_a_temporary_directory(eval)) {
        rt_fire(eval, RULE_PROGRAM_RUN_FROM_A_TEMPORARY_DIRECTORY);
        if (eval->stop)
            return;
    }
    if (rule_shell_started_by_a_network_service(eval)) {
        rt_fire(eval, RULE_SHELL_STARTED_BY_A_NETWORK_SERVICE);
        if (eval->stop)
            return;
    }
    if (rule_decoded_text_run_by_a_shell(eval)) {
        rt_fire(eval, RULE_DECODED_TEXT_RUN_BY_A_SHELL);
        if (eval->stop)
            return;
    }
    if (rule_interpreter_opens_a_shell_over_the_network(eval)) {
        rt_fire(eval, RULE_INTERPRETER_OPENS_A_SHELL_OVER_THE_NETWORK);
        if (eval->stop)
            return;
    }
    if (rule_program_poses_as_a_kernel_thread(eval)) {
        rt_fire(eval, RULE_PROGRAM_POSES_AS_A_KERNEL_THREAD);
        if (eval->stop)
            return;
    }
    if (rule_cryptocurrency_miner_started(eval)) {
        rt_fire(eval, RULE_CRYPTOCURRENCY_MINER_STARTED);
        if (eval->stop)
            return;
    }
    if (rule_security_service_stopped(eval)) {
        rt_fire(eval, RULE_SECURITY_SERVICE_STOPPED);
        if (eval->stop)
            return;
    }
    if (rule_shell_works_over_a_network_connection(eval)) {
        rt_fire(eval, RULE_SHELL_WORKS_OVER_A_NETWORK_CONNECTION);
        if (eval->stop)
            return;
    }
    if (rule_netcat_runs_a_program(eval)) {
        rt_fire(eval, RULE_NETCAT_RUNS_A_PROGRAM);
        if (eval->stop)
            return;
    }
    if (rule_firewall_emptied(eval)) {
        rt_fire(eval, RULE_FIREWALL_EMPTIED);
        if (eval->stop)
            return;
    }
    if (rule_file_capability_given(eval)) {
        rt_fire(eval, RULE_FILE_CAPABILITY_GIVEN);
        if (eval->stop)
            return;
    }
    if (rule_login_user_became_root_without_asking(eval)) {
        rt_fire(eval, RULE_LOGIN_USER_BECAME_ROOT_WITHOUT_ASKING);
        if (eval->stop)
            return;
    }
    if (rule_terminal_in_a_container(eval)) {
        rt_fire(eval, RULE_TERMINAL_IN_A_CONTAINER);
        if (eval->stop)
            return;
    }
    if (rule_program_not_of_the_image_run_in_a_container(eval)) {
        rt_fire(eval, RULE_PROGRAM_NOT_OF_THE_IMAGE_RUN_IN_A_CONTAINER);
        if (eval->stop)
            return;
    }
    if (rule_package_installed_in_a_container(eval)) {
        rt_fire(eval, RULE_PACKAGE_INSTALLED_IN_A_CONTAINER);
        if (eval->stop)
            return;
    }
    if (rule_download_tool_run_in_a_container(eval)) {
        rt_fire(eval, RULE_DOWNLOAD_TOOL_RUN_IN_A_CONTAINER);
        if (eval->stop)
            return;
    }
    if (rule_kernel_replaced_at_run_time(eval))
        rt_fire(eval, RULE_KERNEL_REPLACED_AT_RUN_TIME);
}

/* Events: socket. */
static void on_socket(struct rt_eval *eval)
{
    if (rule_packet_socket_opened(eval))
        rt_fire(eval, RULE_PACKET_SOCKET_OPENED);
}

/* Events: connect. */
static void on_connect(struct rt_eval *eval)
{
    if (rule_cloud_metadata_service_contacted(eval)) {
        rt_fire(eval, RULE_CLOUD_METADATA_SERVICE_CONTACTED);
        if (eval->stop)
            return;
    }
    if (rule_mining_pool_contacted(eval)) {
        rt_fire(eval, RULE_MINING_POOL_CONTACTED);
        if (eval->stop)
            return;
    }
    if (rule_container_runtime_socket_contacted(eval))
        rt_fire(eval, RULE_CONTAINER_RUNTIME_SOCKET_CONTACTED);
}

/* Events: listen. */
static void on_listen(struct rt_eval *eval)
{
    if (rule_server_started_from_a_public_directory(eval))
        rt_fire(eval, RULE_SERVER_STARTED_FROM_A_PUBLIC_DIRECTORY);
}

/* Events: creat. */
static void on_creat(struct rt_eval *eval)
{
    if (rule_ssh_login_keys_changed_2(eval)) {
        rt_fire(eval, RULE_SSH_LOGIN_KEYS_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_scheduled_job_planted_2(eval)) {
        rt_fire(eval, RULE_SCHEDULED_JOB_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_service_unit_planted_2(eval)) {
        rt_fire(eval, RULE_SERVICE_UNIT_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_library_preload_changed_2(eval)) {
        rt_fire(eval, RULE_LIBRARY_PRELOAD_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_shell_start_file_changed_2(eval)) {
        rt_fire(eval, RULE_SHELL_START_FILE_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_shell_history_destroyed_2(eval)) {
        rt_fire(eval, RULE_SHELL_HISTORY_DESTROYED);
        if (eval->stop)
            return;
    }
    if (rule_web_shell_dropped_2(eval)) {
        rt_fire(eval, RULE_WEB_SHELL_DROPPED);
        if (eval->stop)
            return;
    }
    if (rule_system_program_overwritten_2(eval)) {
        rt_fire(eval, RULE_SYSTEM_PROGRAM_OVERWRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_configuration_below_etc_written_2(eval)) {
        rt_fire(eval, RULE_CONFIGURATION_BELOW_ETC_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_rights_of_sudo_changed_2(eval)) {
        rt_fire(eval, RULE_RIGHTS_OF_SUDO_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_user_database_changed_by_hand_2(eval)) {
        rt_fire(eval, RULE_USER_DATABASE_CHANGED_BY_HAND);
        if (eval->stop)
            return;
    }
    if (rule_release_agent_written_2(eval)) {
        rt_fire(eval, RULE_RELEASE_AGENT_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_kernel_told_to_run_a_program_2(eval)) {
        rt_fire(eval, RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM);
        if (eval->stop)
            return;
    }
    if (rule_magic_system_request_written_2(eval))
        rt_fire(eval, RULE_MAGIC_SYSTEM_REQUEST_WRITTEN);
}

/* Events: link, linkat, symlink, symlinkat. */
static void on_link(struct rt_eval *eval)
{
    if (rule_library_preload_changed_3(eval)) {
        rt_fire(eval, RULE_LIBRARY_PRELOAD_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_shell_history_destroyed_3(eval)) {
        rt_fire(eval, RULE_SHELL_HISTORY_DESTROYED);
        if (eval->stop)
            return;
    }
    if (rule_link_made_to_a_secret(eval))
        rt_fire(eval, RULE_LINK_MADE_TO_A_SECRET);
}

/* Events: unlink, unlinkat. */
static void on_unlink(struct rt_eval *eval)
{
    if (rule_log_erased_2(eval)) {
        rt_fire(eval, RULE_LOG_ERASED);
        if (eval->stop)
            return;
    }
    if (rule_shell_history_destroyed_4(eval))
        rt_fire(eval, RULE_SHELL_HISTORY_DESTROYED);
}

/* Events: dup, dup2, dup3. */
static void on_dup(struct rt_eval *eval)
{
    if (rule_standard_stream_tied_to_a_network_connection(eval))
        rt_fire(eval, RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION);
}

/* Events: ptrace. */
static void on_ptrace(struct rt_eval *eval)
{
    if (rule_another_process_attached_by_a_debugger(eval))
        rt_fire(eval, RULE_ANOTHER_PROCESS_ATTACHED_BY_A_DEBUGGER);
}

/* Events: rename, renameat, renameat2. */
static void on_rename(struct rt_eval *eval)
{
    if (rule_ssh_login_keys_changed_3(eval)) {
        rt_fire(eval, RULE_SSH_LOGIN_KEYS_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_scheduled_job_planted_3(eval)) {
        rt_fire(eval, RULE_SCHEDULED_JOB_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_service_unit_planted_3(eval)) {
        rt_fire(eval, RULE_SERVICE_UNIT_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_library_preload_changed_4(eval)) {
        rt_fire(eval, RULE_LIBRARY_PRELOAD_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_shell_start_file_changed_3(eval)) {
        rt_fire(eval, RULE_SHELL_START_FILE_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_system_program_overwritten_3(eval)) {
        rt_fire(eval, RULE_SYSTEM_PROGRAM_OVERWRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_configuration_below_etc_written_3(eval)) {
        rt_fire(eval, RULE_CONFIGURATION_BELOW_ETC_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_rights_of_sudo_changed_3(eval)) {
        rt_fire(eval, RULE_RIGHTS_OF_SUDO_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_user_database_changed_by_hand_3(eval))
        rt_fire(eval, RULE_USER_DATABASE_CHANGED_BY_HAND);
}

/* Events: setns. */
static void on_setns(struct rt_eval *eval)
{
    if (rule_namespace_of_another_process_entered(eval))
        rt_fire(eval, RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED);
}

/* Events: mount. */
static void on_mount(struct rt_eval *eval)
{
    if (rule_file_system_mounted_in_a_container(eval))
        rt_fire(eval, RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER);
}

/* Events: unshare. */
static void on_unshare(struct rt_eval *eval)
{
    if (rule_user_namespace_made_without_rights(eval))
        rt_fire(eval, RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS);
}

/* Events: bpf. */
static void on_bpf(struct rt_eval *eval)
{
    if (rule_program_loaded_into_the_kernel(eval))
        rt_fire(eval, RULE_PROGRAM_LOADED_INTO_THE_KERNEL);
}

/* Events: fchmodat, chmod, fchmod. */
static void on_fchmodat(struct rt_eval *eval)
{
    if (rule_setuid_bit_set(eval))
        rt_fire(eval, RULE_SETUID_BIT_SET);
}

/* Events: userfaultfd. */
static void on_userfaultfd(struct rt_eval *eval)
{
    if (rule_page_faults_handed_to_a_user(eval))
        rt_fire(eval, RULE_PAGE_FAULTS_HANDED_TO_A_USER);
}

/* Events: open_by_handle_at. */
static void on_open_by_handle_at(struct rt_eval *eval)
{
    if (rule_password_hashes_read(eval)) {
        rt_fire(eval, RULE_PASSWORD_HASHES_READ);
        if (eval->stop)
            return;
    }
    if (rule_private_key_or_cloud_credential_read(eval)) {
        rt_fire(eval, RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ);
        if (eval->stop)
            return;
    }
    if (rule_ssh_login_keys_changed(eval)) {
        rt_fire(eval, RULE_SSH_LOGIN_KEYS_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_scheduled_job_planted(eval)) {
        rt_fire(eval, RULE_SCHEDULED_JOB_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_service_unit_planted(eval)) {
        rt_fire(eval, RULE_SERVICE_UNIT_PLANTED);
        if (eval->stop)
            return;
    }
    if (rule_library_preload_changed(eval)) {
        rt_fire(eval, RULE_LIBRARY_PRELOAD_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_shell_start_file_changed(eval)) {
        rt_fire(eval, RULE_SHELL_START_FILE_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_log_erased(eval)) {
        rt_fire(eval, RULE_LOG_ERASED);
        if (eval->stop)
            return;
    }
    if (rule_shell_history_destroyed(eval)) {
        rt_fire(eval, RULE_SHELL_HISTORY_DESTROYED);
        if (eval->stop)
            return;
    }
    if (rule_web_shell_dropped(eval)) {
        rt_fire(eval, RULE_WEB_SHELL_DROPPED);
        if (eval->stop)
            return;
    }
    if (rule_system_program_overwritten(eval)) {
        rt_fire(eval, RULE_SYSTEM_PROGRAM_OVERWRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_configuration_below_etc_written(eval)) {
        rt_fire(eval, RULE_CONFIGURATION_BELOW_ETC_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_rights_of_sudo_changed(eval)) {
        rt_fire(eval, RULE_RIGHTS_OF_SUDO_CHANGED);
        if (eval->stop)
            return;
    }
    if (rule_user_database_changed_by_hand(eval)) {
        rt_fire(eval, RULE_USER_DATABASE_CHANGED_BY_HAND);
        if (eval->stop)
            return;
    }
    if (rule_release_agent_written(eval)) {
        rt_fire(eval, RULE_RELEASE_AGENT_WRITTEN);
        if (eval->stop)
            return;
    }
    if (rule_service_account_token_read_by_a_tool(eval)) {
        rt_fire(eval, RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL);
        if (eval->stop)
            return;
    }
    if (rule_kernel_told_to_run_a_program(eval)) {
        rt_fire(eval, RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM);
        if (eval->stop)
            return;
    }
    if (rule_magic_system_request_written(eval))
        rt_fire(eval, RULE_MAGIC_SYSTEM_REQUEST_WRITTEN);
}

/* Events: init_module, finit_module. */
static void on_init_module(struct rt_eval *eval)
{
    if (rule_kernel_module_loaded(eval))
        rt_fire(eval, RULE_KERNEL_MODULE_LOADED);
}

/* Events: process_vm_writev. */
static void on_process_vm_writev(struct rt_eval *eval)
{
    if (rule_memory_of_another_process_written(eval))
        rt_fire(eval, RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN);
}

/* Events: delete_module. */
static void on_delete_module(struct rt_eval *eval)
{
    if (rule_kernel_module_removed(eval))
        rt_fire(eval, RULE_KERNEL_MODULE_REMOVED);
}

/* clang-format off */
static void (*const handlers[EV__COUNT])(struct rt_eval *eval) = {
    [EV_OPEN_E] = on_open,
    [EV_OPEN_X] = on_open_2,
    [EV_EXECVE_8_E] = on_execve,
    [EV_EXECVE_8_X] = on_execve,
    [EV_SOCKET_E] = on_socket,
    [EV_SOCKET_X] = on_socket,
    [EV_CONNECT_E] = on_connect,
    [EV_CONNECT_X] = on_connect,
    [EV_LISTEN_E] = on_listen,
    [EV_LISTEN_X] = on_listen,
    [EV_CREAT_E] = on_creat,
    [EV_CREAT_X] = on_creat,
    [EV_OPENAT_E] = on_open,
    [EV_OPENAT_X] = on_open,
    [EV_LINK_E] = on_link,
    [EV_LINK_X] = on_link,
    [EV_LINKAT_E] = on_link,
    [EV_LINKAT_X] = on_link,
    [EV_UNLINK_E] = on_unlink,
    [EV_UNLINK_X] = on_unlink,
    [EV_UNLINKAT_E] = on_unlink,
    [EV_UNLINKAT_X] = on_unlink,
    [EV_DUP_E] = on_dup,
    [EV_DUP_X] = on_dup,
    [EV_EXECVE_13_E] = on_execve,
    [EV_EXECVE_13_X] = on_execve,
    [EV_PTRACE_E] = on_ptrace,
    [EV_PTRACE_X] = on_ptrace,
    [EV_EXECVE_14_E] = on_execve,
    [EV_EXECVE_14_X] = on_execve,
    [EV_RENAME_E] = on_rename,
    [EV_RENAME_X] = on_rename,
    [EV_RENAMEAT_E] = on_rename,
    [EV_RENAMEAT_X] = on_rename,
    [EV_SYMLINK_E] = on_link,
    [EV_SYMLINK_X] = on_link,
    [EV_SYMLINKAT_E] = on_link,
    [EV_SYMLINKAT_X] = on_link,
    [EV_EXECVE_15_E] = on_execve,
    [EV_EXECVE_15_X] = on_execve,
    [EV_EXECVE_16_E] = on_execve,
    [EV_EXECVE_16_X] = on_execve,
    [EV_SETNS_E] = on_setns,
    [EV_SETNS_X] = on_setns,
    [EV_MOUNT_E] = on_mount,
    [EV_MOUNT_X] = on_mount,
    [EV_EXECVE_17_E] = on_execve,
    [EV_EXECVE_17_X] = on_execve,
    [EV_UNSHARE_E] = on_unshare,
    [EV_UNSHARE_X] = on_unshare,
    [EV_EXECVE_18_E] = on_execve,
    [EV_EXECVE_18_X] = on_execve,
    [EV_EXECVE_19_E] = on_execve,
    [EV_EXECVE_19_X] = on_execve,
    [EV_BPF_E] = on_bpf,
    [EV_UNLINK_2_E] = on_unlink,
    [EV_UNLINK_2_X] = on_unlink,
    [EV_UNLINKAT_2_E] = on_unlink,
    [EV_UNLINKAT_2_X] = on_unlink,
    [EV_OPENAT_2_E] = on_open,
    [EV_OPENAT_2_X] = on_open_2,
    [EV_LINK_2_E] = on_link,
    [EV_LINK_2_X] = on_link,
    [EV_LINKAT_2_E] = on_link,
    [EV_LINKAT_2_X] = on_link,
    [EV_FCHMODAT_X] = on_fchmodat,
    [EV_CHMOD_X] = on_fchmodat,
    [EV_FCHMOD_X] = on_fchmodat,
    [EV_RENAMEAT2_E] = on_rename,
    [EV_RENAMEAT2_X] = on_rename,
    [EV_USERFAULTFD_E] = on_userfaultfd,
    [EV_USERFAULTFD_X] = on_userfaultfd,
    [EV_OPENAT2_E] = on_open,
    [EV_OPENAT2_X] = on_open_2,
    [EV_EXECVEAT_E] = on_execve,
    [EV_EXECVEAT_X] = on_execve,
    [EV_OPEN_BY_HANDLE_AT_X] = on_open_by_handle_at,
    [EV_DUP2_E] = on_dup,
    [EV_DUP2_X] = on_dup,
    [EV_DUP3_E] = on_dup,
    [EV_DUP3_X] = on_dup,
    [EV_DUP_1_E] = on_dup,
    [EV_DUP_1_X] = on_dup,
    [EV_BPF_2_E] = on_bpf,
    [EV_BPF_2_X] = on_bpf,
    [EV_INIT_MODULE_E] = on_init_module,
    [EV_INIT_MODULE_X] = on_init_module,
    [EV_FINIT_MODULE_E] = on_init_module,
    [EV_FINIT_MODULE_X] = on_init_module,
    [EV_PROCESS_VM_WRITEV_E] = on_process_vm_writev,
    [EV_PROCESS_VM_WRITEV_X] = on_process_vm_writev,
    [EV_DELETE_MODULE_E] = on_delete_module,
    [EV_DELETE_MODULE_X] = on_delete_module,
};
/* clang-format on */

/* clang-format off */
static const struct rt_output_part output_of_RULE_PASSWORD_HASHES_READ[] = {
    {.text = "Password hashes read (file=", .len = 27}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PASSWORD_HASHES_READ[] = {
    "T1003.008", "container", "file", "host", "mitre_credential_access",
};
static const struct rt_output_part output_of_RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ[] = {
    {.text = "Private key or cloud credential read (file=", .len = 43}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ[] = {
    "T1552.001", "T1552.004", "container", "file", "host", "mitre_credential_access",
};
static const struct rt_output_part output_of_RULE_SSH_LOGIN_KEYS_CHANGED[] = {
    {.text = "SSH login keys changed (file=", .len = 29}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SSH_LOGIN_KEYS_CHANGED[] = {
    "T1098.004", "container", "file", "host", "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_SCHEDULED_JOB_PLANTED[] = {
    {.text = "Scheduled job planted (file=", .len = 28}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SCHEDULED_JOB_PLANTED[] = {
    "T1053.003", "container", "file", "host", "mitre_execution", "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_SERVICE_UNIT_PLANTED[] = {
    {.text = "Service unit planted (file=", .len = 27}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SERVICE_UNIT_PLANTED[] = {
    "T1543.002", "file", "host", "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_LIBRARY_PRELOAD_CHANGED[] = {
    {.text = "Library preload changed (file=", .len = 30}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_LIBRARY_PRELOAD_CHANGED[] = {
    "T1574.006", "container", "file", "host", "mitre_defense_evasion", "mitre_persistence",
    "mitre_privilege_escalation",
};
static const struct rt_output_part output_of_RULE_SHELL_START_FILE_CHANGED[] = {
    {.text = "Shell start file changed (file=", .len = 31}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SHELL_START_FILE_CHANGED[] = {
    "T1546.004", "container", "file", "host", "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_LOG_ERASED[] = {
    {.text = "Log erased (file=", .len = 17}, {.slot = VALUE_FD_NAME},
    {.text = " removed=", .len = 9}, {.slot = VALUE_FS_PATH_NAME},
    {.text = " flags=", .len = 7}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_LOG_ERASED[] = {
    "T1070.002", "file", "host", "mitre_defense_evasion",
};
static const struct rt_output_part output_of_RULE_SHELL_HISTORY_DESTROYED[] = {
    {.text = "Shell history destroyed (removed=", .len = 33}, {.slot = VALUE_FS_PATH_NAME},
    {.text = " link=", .len = 6}, {.slot = VALUE_FS_PATH_SOURCE},
    {.text = " written=", .len = 9}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SHELL_HISTORY_DESTROYED[] = {
    "T1070.003", "container", "file", "host", "mitre_defense_evasion",
};
static const struct rt_output_part output_of_RULE_LINK_MADE_TO_A_SECRET[] = {
    {.text = "Link made to a secret (secret=", .len = 30}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " link=", .len = 6}, {.slot = VALUE_FS_PATH_SOURCE},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_LINK_MADE_TO_A_SECRET[] = {
    "T1555", "container", "file", "host", "mitre_credential_access", "mitre_privilege_escalation",
};
static const struct rt_output_part output_of_RULE_WEB_SHELL_DROPPED[] = {
    {.text = "Web shell dropped (file=", .len = 24}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_WEB_SHELL_DROPPED[] = {
    "T1505.003", "container", "file", "host", "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_SYSTEM_PROGRAM_OVERWRITTEN[] = {
    {.text = "System program overwritten (file=", .len = 33}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SYSTEM_PROGRAM_OVERWRITTEN[] = {
    "T1036.005", "T1554", "container", "file", "host", "mitre_defense_evasion",
    "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_CONFIGURATION_BELOW_ETC_WRITTEN[] = {
    {.text = "Configuration below /etc written (file=", .len = 39}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_CONFIGURATION_BELOW_ETC_WRITTEN[] = {
    "T1098", "T1562.001", "container", "file", "host", "mitre_defense_evasion",
    "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_PROGRAM_RUN_FROM_MEMORY_ONLY[] = {
    {.text = "Program run from memory only (process=", .len = 38}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " parent_exe=", .len = 12}, {.slot = VALUE_PROC_PEXEPATH},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " flags=", .len = 7}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PROGRAM_RUN_FROM_MEMORY_ONLY[] = {
    "T1620", "container", "host", "mitre_defense_evasion", "process",
};
static const struct rt_output_part output_of_RULE_PROGRAM_RUN_FROM_SHARED_MEMORY[] = {
    {.text = "Program run from shared memory (process=", .len = 40}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " directory=", .len = 11}, {.slot = VALUE_PROC_CWD},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PROGRAM_RUN_FROM_SHARED_MEMORY[] = {
    "T1059.004", "T1564", "container", "host", "mitre_defense_evasion", "mitre_execution",
    "process",
};
static const struct rt_output_part output_of_RULE_PROGRAM_RUN_FROM_A_TEMPORARY_DIRECTORY[] = {
    {.text = "Program run from a temporary directory (process=", .len = 48}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PROGRAM_RUN_FROM_A_TEMPORARY_DIRECTORY[] = {
    "T1059.004", "T1204.002", "container", "host", "mitre_execution", "process",
};
static const struct rt_output_part output_of_RULE_SHELL_STARTED_BY_A_NETWORK_SERVICE[] = {
    {.text = "Shell started by a network service (service=", .len = 44}, {.slot = VALUE_PROC_PNAME},
    {.text = " service_exe=", .len = 13}, {.slot = VALUE_PROC_PEXEPATH},
    {.text = " service_command=", .len = 17}, {.slot = VALUE_PROC_PCMDLINE},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SHELL_STARTED_BY_A_NETWORK_SERVICE[] = {
    "T1059.004", "T1190", "container", "host", "mitre_execution", "mitre_initial_access",
    "process",
};
static const struct rt_output_part output_of_RULE_DECODED_TEXT_RUN_BY_A_SHELL[] = {
    {.text = "Decoded text run by a shell (process=", .len = 37}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " parent_command=", .len = 16}, {.slot = VALUE_PROC_PCMDLINE},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_DECODED_TEXT_RUN_BY_A_SHELL[] = {
    "T1027", "T1059.004", "T1140", "container", "host", "mitre_defense_evasion",
    "mitre_execution", "process",
};
static const struct rt_output_part output_of_RULE_INTERPRETER_OPENS_A_SHELL_OVER_THE_NETWORK[] = {
    {.text = "Interpreter opens a shell over the network (process=", .len = 52}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_INTERPRETER_OPENS_A_SHELL_OVER_THE_NETWORK[] = {
    "T1059.006", "T1071", "container", "host", "mitre_command_and_control", "mitre_execution",
    "network", "process",
};
static const struct rt_output_part output_of_RULE_PROGRAM_POSES_AS_A_KERNEL_THREAD[] = {
    {.text = "Program poses as a kernel thread (name=", .len = 39}, {.slot = VALUE_PROC_EXE},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PROGRAM_POSES_AS_A_KERNEL_THREAD[] = {
    "T1036.004", "container", "host", "mitre_defense_evasion", "process",
};
static const struct rt_output_part output_of_RULE_ANOTHER_PROCESS_ATTACHED_BY_A_DEBUGGER[] = {
    {.text = "Another process attached by a debugger (request=", .len = 48}, {.slot = VALUE_EVT_ARG_REQUEST},
    {.text = " target=", .len = 8}, {.slot = VALUE_EVT_ARG_PID},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_ANOTHER_PROCESS_ATTACHED_BY_A_DEBUGGER[] = {
    "T1055.008", "container", "host", "mitre_credential_access", "mitre_privilege_escalation",
    "process",
};
static const struct rt_output_part output_of_RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN[] = {
    {.text = "Memory of another process written (target=", .len = 42}, {.slot = VALUE_EVT_ARG_PID},
    {.text = " bytes=", .len = 7}, {.slot = VALUE_EVT_RAWRES},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN[] = {
    "T1055", "container", "host", "mitre_defense_evasion", "mitre_privilege_escalation",
    "process",
};
static const struct rt_output_part output_of_RULE_CRYPTOCURRENCY_MINER_STARTED[] = {
    {.text = "Cryptocurrency miner started (process=", .len = 38}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_CRYPTOCURRENCY_MINER_STARTED[] = {
    "T1496", "container", "host", "mitre_impact", "process",
};
static const struct rt_output_part output_of_RULE_SECURITY_SERVICE_STOPPED[] = {
    {.text = "Security service stopped (process=", .len = 34}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SECURITY_SERVICE_STOPPED[] = {
    "T1562.001", "host", "mitre_defense_evasion", "process",
};
static const struct rt_output_part output_of_RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION[] = {
    {.text = "Standard stream tied to a network connection (connection=", .len = 57}, {.slot = VALUE_FD_NAME},
    {.text = " protocol=", .len = 10}, {.slot = VALUE_FD_L4PROTO},
    {.text = " stream=", .len = 8}, {.slot = VALUE_EVT_RAWRES},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION[] = {
    "T1059", "T1071", "container", "host", "mitre_command_and_control", "mitre_execution",
    "network", "process",
};
static const struct rt_output_part output_of_RULE_SHELL_WORKS_OVER_A_NETWORK_CONNECTION[] = {
    {.text = "Shell works over a network connection (connection=", .len = 50}, {.slot = VALUE_PROC_STDIN_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " parent_exe=", .len = 12}, {.slot = VALUE_PROC_PEXEPATH},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SHELL_WORKS_OVER_A_NETWORK_CONNECTION[] = {
    "T1059.004", "container", "host", "mitre_command_and_control", "mitre_execution",
    "network", "process",
};
static const struct rt_output_part output_of_RULE_NETCAT_RUNS_A_PROGRAM[] = {
    {.text = "Netcat runs a program (process=", .len = 31}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_NETCAT_RUNS_A_PROGRAM[] = {
    "T1059.004", "T1095", "container", "host", "mitre_command_and_control", "mitre_execution",
    "network", "process",
};
static const struct rt_output_part output_of_RULE_PACKET_SOCKET_OPENED[] = {
    {.text = "Packet socket opened (domain=", .len = 29}, {.slot = VALUE_EVT_ARG_DOMAIN},
    {.text = " type=", .len = 6}, {.slot = VALUE_EVT_ARG_TYPE},
    {.text = " protocol=", .len = 10}, {.slot = VALUE_EVT_ARG_PROTO},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PACKET_SOCKET_OPENED[] = {
    "T1040", "container", "host", "mitre_credential_access", "mitre_discovery",
    "network",
};
static const struct rt_output_part output_of_RULE_CLOUD_METADATA_SERVICE_CONTACTED[] = {
    {.text = "Cloud metadata service contacted (connection=", .len = 45}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_CLOUD_METADATA_SERVICE_CONTACTED[] = {
    "T1552.005", "container", "host", "mitre_credential_access", "mitre_discovery",
    "network",
};
static const struct rt_output_part output_of_RULE_MINING_POOL_CONTACTED[] = {
    {.text = "Mining pool contacted (connection=", .len = 34}, {.slot = VALUE_FD_NAME},
    {.text = " port=", .len = 6}, {.slot = VALUE_FD_SPORT},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_MINING_POOL_CONTACTED[] = {
    "T1496", "container", "host", "mitre_impact", "network",
};
static const struct rt_output_part output_of_RULE_CONTAINER_RUNTIME_SOCKET_CONTACTED[] = {
    {.text = "Container runtime socket contacted (socket=", .len = 43}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_CONTAINER_RUNTIME_SOCKET_CONTACTED[] = {
    "T1610", "T1611", "container", "host", "mitre_execution", "mitre_privilege_escalation",
    "network",
};
static const struct rt_output_part output_of_RULE_SERVER_STARTED_FROM_A_PUBLIC_DIRECTORY[] = {
    {.text = "Server started from a public directory (listens=", .len = 48}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SERVER_STARTED_FROM_A_PUBLIC_DIRECTORY[] = {
    "T1205", "T1571", "container", "host", "mitre_command_and_control", "mitre_persistence",
    "network",
};
static const struct rt_output_part output_of_RULE_FIREWALL_EMPTIED[] = {
    {.text = "Firewall emptied (process=", .len = 26}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_FIREWALL_EMPTIED[] = {
    "T1562.004", "host", "mitre_defense_evasion", "network", "process",
};
static const struct rt_output_part output_of_RULE_SETUID_BIT_SET[] = {
    {.text = "Setuid bit set (file=", .len = 21}, {.slot = VALUE_FS_PATH_NAME},
    {.text = " mode=", .len = 6}, {.slot = VALUE_EVT_ARG_MODE},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SETUID_BIT_SET[] = {
    "T1548.001", "container", "file", "host", "mitre_persistence", "mitre_privilege_escalation",
    "privilege",
};
static const struct rt_output_part output_of_RULE_FILE_CAPABILITY_GIVEN[] = {
    {.text = "File capability given (process=", .len = 31}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_FILE_CAPABILITY_GIVEN[] = {
    "T1548", "container", "host", "mitre_persistence", "mitre_privilege_escalation",
    "privilege", "process",
};
static const struct rt_output_part output_of_RULE_RIGHTS_OF_SUDO_CHANGED[] = {
    {.text = "Rights of sudo changed (file=", .len = 29}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_RIGHTS_OF_SUDO_CHANGED[] = {
    "T1548.003", "container", "file", "host", "mitre_persistence", "mitre_privilege_escalation",
    "privilege",
};
static const struct rt_output_part output_of_RULE_USER_DATABASE_CHANGED_BY_HAND[] = {
    {.text = "User database changed by hand (file=", .len = 36}, {.slot = VALUE_FD_NAME},
    {.text = " renamed_to=", .len = 12}, {.slot = VALUE_FS_PATH_TARGET},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_USER_DATABASE_CHANGED_BY_HAND[] = {
    "T1098", "T1136.001", "container", "file", "host", "mitre_persistence", "privilege",
};
static const struct rt_output_part output_of_RULE_LOGIN_USER_BECAME_ROOT_WITHOUT_ASKING[] = {
    {.text = "Login user became root without asking (login=", .len = 45}, {.slot = VALUE_USER_LOGINUID},
    {.text = " login_name=", .len = 12}, {.slot = VALUE_USER_LOGINNAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " parent_exe=", .len = 12}, {.slot = VALUE_PROC_PEXEPATH},
    {.text = " parent_command=", .len = 16}, {.slot = VALUE_PROC_PCMDLINE},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_LOGIN_USER_BECAME_ROOT_WITHOUT_ASKING[] = {
    "T1068", "T1548", "host", "mitre_privilege_escalation", "privilege", "process",
};
static const struct rt_output_part output_of_RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED[] = {
    {.text = "Namespace of another process entered (namespace=", .len = 48}, {.slot = VALUE_FD_NAME},
    {.text = " kind=", .len = 6}, {.slot = VALUE_EVT_ARG_NSTYPE},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED[] = {
    "T1611", "container", "host", "mitre_privilege_escalation", "privilege",
};
static const struct rt_output_part output_of_RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS[] = {
    {.text = "User namespace made without rights (flags=", .len = 42}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS[] = {
    "T1068", "T1611", "container", "host", "mitre_privilege_escalation", "privilege",
};
static const struct rt_output_part output_of_RULE_PAGE_FAULTS_HANDED_TO_A_USER[] = {
    {.text = "Page faults handed to a user (flags=", .len = 36}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PAGE_FAULTS_HANDED_TO_A_USER[] = {
    "T1068", "container", "host", "kernel", "mitre_privilege_escalation", "privilege",
};
static const struct rt_output_part output_of_RULE_TERMINAL_IN_A_CONTAINER[] = {
    {.text = "Terminal in a container (process=", .len = 33}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " parent_exe=", .len = 12}, {.slot = VALUE_PROC_PEXEPATH},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_TERMINAL_IN_A_CONTAINER[] = {
    "T1059.004", "T1609", "container", "mitre_execution", "process",
};
static const struct rt_output_part output_of_RULE_PROGRAM_NOT_OF_THE_IMAGE_RUN_IN_A_CONTAINER[] = {
    {.text = "Program not of the image run in a container (process=", .len = 53}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " flags=", .len = 7}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " inode_changed=", .len = 15}, {.slot = VALUE_PROC_EXE_INO_CTIME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PROGRAM_NOT_OF_THE_IMAGE_RUN_IN_A_CONTAINER[] = {
    "T1204.003", "T1525", "container", "mitre_defense_evasion", "mitre_persistence",
    "process",
};
static const struct rt_output_part output_of_RULE_PACKAGE_INSTALLED_IN_A_CONTAINER[] = {
    {.text = "Package installed in a container (process=", .len = 42}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PACKAGE_INSTALLED_IN_A_CONTAINER[] = {
    "T1072", "T1505", "container", "mitre_execution", "mitre_persistence", "process",
};
static const struct rt_output_part output_of_RULE_DOWNLOAD_TOOL_RUN_IN_A_CONTAINER[] = {
    {.text = "Download tool run in a container (process=", .len = 42}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_DOWNLOAD_TOOL_RUN_IN_A_CONTAINER[] = {
    "T1105", "T1567", "container", "mitre_command_and_control", "mitre_exfiltration",
    "network", "process",
};
static const struct rt_output_part output_of_RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER[] = {
    {.text = "File system mounted in a container (device=", .len = 43}, {.slot = VALUE_EVT_ARG_DEV},
    {.text = " directory=", .len = 11}, {.slot = VALUE_EVT_ARG_DIR},
    {.text = " type=", .len = 6}, {.slot = VALUE_EVT_ARG_TYPE},
    {.text = " flags=", .len = 7}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER[] = {
    "T1611", "container", "mitre_privilege_escalation",
};
static const struct rt_output_part output_of_RULE_RELEASE_AGENT_WRITTEN[] = {
    {.text = "Release agent written (file=", .len = 28}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_RELEASE_AGENT_WRITTEN[] = {
    "T1611", "container", "file", "mitre_privilege_escalation",
};
static const struct rt_output_part output_of_RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER[] = {
    {.text = "Disk of the host opened in a container (device=", .len = 47}, {.slot = VALUE_FD_NAME},
    {.text = " flags=", .len = 7}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER[] = {
    "T1006", "T1611", "container", "file", "mitre_credential_access", "mitre_privilege_escalation",
};
static const struct rt_output_part output_of_RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL[] = {
    {.text = "Service account token read by a tool (file=", .len = 43}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = " name=", .len = 6}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " image=", .len = 7}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL[] = {
    "T1528", "T1552.001", "container", "file", "mitre_credential_access",
};
static const struct rt_output_part output_of_RULE_KERNEL_MODULE_LOADED[] = {
    {.text = "Kernel module loaded (call=", .len = 27}, {.slot = VALUE_EVT_TYPE},
    {.text = " module=", .len = 8}, {.slot = VALUE_FD_NAME},
    {.text = " parameters=", .len = 12}, {.slot = VALUE_EVT_ARG_UARGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_KERNEL_MODULE_LOADED[] = {
    "T1014", "T1547.006", "container", "host", "kernel", "mitre_defense_evasion",
    "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_KERNEL_MODULE_REMOVED[] = {
    {.text = "Kernel module removed (module=", .len = 30}, {.slot = VALUE_EVT_ARG_NAME},
    {.text = " flags=", .len = 7}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_KERNEL_MODULE_REMOVED[] = {
    "T1562.001", "container", "host", "kernel", "mitre_defense_evasion",
};
static const struct rt_output_part output_of_RULE_PROGRAM_LOADED_INTO_THE_KERNEL[] = {
    {.text = "Program loaded into the kernel (process=", .len = 40}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " grandparent=", .len = 13}, {.slot = VALUE_PROC_ANAME_2},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_PROGRAM_LOADED_INTO_THE_KERNEL[] = {
    "T1014", "T1205.002", "container", "host", "kernel", "mitre_defense_evasion",
    "mitre_persistence",
};
static const struct rt_output_part output_of_RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM[] = {
    {.text = "Kernel told to run a program (setting=", .len = 38}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM[] = {
    "T1546", "T1611", "container", "file", "host", "kernel", "mitre_persistence",
    "mitre_privilege_escalation",
};
static const struct rt_output_part output_of_RULE_MAGIC_SYSTEM_REQUEST_WRITTEN[] = {
    {.text = "Magic system request written (file=", .len = 35}, {.slot = VALUE_FD_NAME},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_MAGIC_SYSTEM_REQUEST_WRITTEN[] = {
    "T1529", "container", "file", "host", "kernel", "mitre_impact",
};
static const struct rt_output_part output_of_RULE_MEMORY_OF_THE_MACHINE_READ[] = {
    {.text = "Memory of the machine read (file=", .len = 33}, {.slot = VALUE_FD_NAME},
    {.text = " flags=", .len = 7}, {.slot = VALUE_EVT_ARG_FLAGS},
    {.text = " process=", .len = 9}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_MEMORY_OF_THE_MACHINE_READ[] = {
    "T1003", "T1006", "container", "file", "host", "kernel", "mitre_credential_access",
};
static const struct rt_output_part output_of_RULE_KERNEL_REPLACED_AT_RUN_TIME[] = {
    {.text = "Kernel replaced at run time (process=", .len = 37}, {.slot = VALUE_PROC_NAME},
    {.text = " exe=", .len = 5}, {.slot = VALUE_PROC_EXEPATH},
    {.text = " command=", .len = 9}, {.slot = VALUE_PROC_CMDLINE},
    {.text = " parent=", .len = 8}, {.slot = VALUE_PROC_PNAME},
    {.text = " user=", .len = 6}, {.slot = VALUE_USER_NAME},
    {.text = " uid=", .len = 5}, {.slot = VALUE_USER_UID},
    {.text = " login=", .len = 7}, {.slot = VALUE_USER_LOGINUID},
    {.text = " terminal=", .len = 10}, {.slot = VALUE_PROC_TTY},
    {.text = " pid=", .len = 5}, {.slot = VALUE_PROC_PID},
    {.text = " container=", .len = 11}, {.slot = VALUE_CONTAINER_ID},
    {.text = ")", .len = 1},
    {.text = " container_id=", .len = 14}, {.slot = VALUE_CONTAINER_ID},
    {.text = " container_name=", .len = 16}, {.slot = VALUE_CONTAINER_NAME},
    {.text = " container_image_repository=", .len = 28}, {.slot = VALUE_CONTAINER_IMAGE_REPOSITORY},
    {.text = " container_image_tag=", .len = 21}, {.slot = VALUE_CONTAINER_IMAGE_TAG},
    {.text = " k8s_pod_name=", .len = 14}, {.slot = VALUE_K8S_POD_NAME},
    {.text = " k8s_ns_name=", .len = 13}, {.slot = VALUE_K8S_NS_NAME},
    {.text = ""},
};
static const char *const tags_of_RULE_KERNEL_REPLACED_AT_RUN_TIME[] = {
    "T1542", "T1601", "host", "kernel", "mitre_defense_evasion", "mitre_persistence",
    "process",
};
static const struct rt_rule_def rules[] = {
    [RULE_PASSWORD_HASHES_READ] = {
        .name = "Password hashes read",
        .source = "syscall", .position = "rules/10-files.yaml:20", .priority = 4,
        .tags = tags_of_RULE_PASSWORD_HASHES_READ, .ntags = 5,
        .parts = output_of_RULE_PASSWORD_HASHES_READ, .nparts = 37,
    },
    [RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ] = {
        .name = "Private key or cloud credential read",
        .source = "syscall", .position = "rules/10-files.yaml:42", .priority = 4,
        .tags = tags_of_RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ, .ntags = 6,
        .parts = output_of_RULE_PRIVATE_KEY_OR_CLOUD_CREDENTIAL_READ, .nparts = 35,
    },
    [RULE_SSH_LOGIN_KEYS_CHANGED] = {
        .name = "SSH login keys changed",
        .source = "syscall", .position = "rules/10-files.yaml:72", .priority = 4,
        .tags = tags_of_RULE_SSH_LOGIN_KEYS_CHANGED, .ntags = 5,
        .parts = output_of_RULE_SSH_LOGIN_KEYS_CHANGED, .nparts = 37,
    },
    [RULE_SCHEDULED_JOB_PLANTED] = {
        .name = "Scheduled job planted",
        .source = "syscall", .position = "rules/10-files.yaml:96", .priority = 4,
        .tags = tags_of_RULE_SCHEDULED_JOB_PLANTED, .ntags = 6,
        .parts = output_of_RULE_SCHEDULED_JOB_PLANTED, .nparts = 35,
    },
    [RULE_SERVICE_UNIT_PLANTED] = {
        .name = "Service unit planted",
        .source = "syscall", .position = "rules/10-files.yaml:124", .priority = 5,
        .tags = tags_of_RULE_SERVICE_UNIT_PLANTED, .ntags = 4,
        .parts = output_of_RULE_SERVICE_UNIT_PLANTED, .nparts = 35,
    },
    [RULE_LIBRARY_PRELOAD_CHANGED] = {
        .name = "Library preload changed",
        .source = "syscall", .position = "rules/10-files.yaml:147", .priority = 2,
        .tags = tags_of_RULE_LIBRARY_PRELOAD_CHANGED, .ntags = 7,
        .parts = output_of_RULE_LIBRARY_PRELOAD_CHANGED, .nparts = 35,
    },
    [RULE_SHELL_START_FILE_CHANGED] = {
        .name = "Shell start file changed",
        .source = "syscall", .position = "rules/10-files.yaml:164", .priority = 5,
        .tags = tags_of_RULE_SHELL_START_FILE_CHANGED, .ntags = 5,
        .parts = output_of_RULE_SHELL_START_FILE_CHANGED, .nparts = 37,
    },
    [RULE_LOG_ERASED] = {
        .name = "Log erased",
        .source = "syscall", .position = "rules/10-files.yaml:190", .priority = 4,
        .tags = tags_of_RULE_LOG_ERASED, .ntags = 4,
        .parts = output_of_RULE_LOG_ERASED, .nparts = 39,
    },
    [RULE_SHELL_HISTORY_DESTROYED] = {
        .name = "Shell history destroyed",
        .source = "syscall", .position = "rules/10-files.yaml:210", .priority = 4,
        .tags = tags_of_RULE_SHELL_HISTORY_DESTROYED, .ntags = 5,
        .parts = output_of_RULE_SHELL_HISTORY_DESTROYED, .nparts = 39,
    },
    [RULE_LINK_MADE_TO_A_SECRET] = {
        .name = "Link made to a secret",
        .source = "syscall", .position = "rules/10-files.yaml:233", .priority = 4,
        .tags = tags_of_RULE_LINK_MADE_TO_A_SECRET, .ntags = 6,
        .parts = output_of_RULE_LINK_MADE_TO_A_SECRET, .nparts = 37,
    },
    [RULE_WEB_SHELL_DROPPED] = {
        .name = "Web shell dropped",
        .source = "syscall", .position = "rules/10-files.yaml:255", .priority = 2,
        .tags = tags_of_RULE_WEB_SHELL_DROPPED, .ntags = 5,
        .parts = output_of_RULE_WEB_SHELL_DROPPED, .nparts = 31,
    },
    [RULE_SYSTEM_PROGRAM_OVERWRITTEN] = {
        .name = "System program overwritten",
        .source = "syscall", .position = "rules/10-files.yaml:281", .priority = 3,
        .tags = tags_of_RULE_SYSTEM_PROGRAM_OVERWRITTEN, .ntags = 7,
        .parts = output_of_RULE_SYSTEM_PROGRAM_OVERWRITTEN, .nparts = 37,
    },
    [RULE_CONFIGURATION_BELOW_ETC_WRITTEN] = {
        .name = "Configuration below /etc written",
        .source = "syscall", .position = "rules/10-files.yaml:321", .priority = 5,
        .tags = tags_of_RULE_CONFIGURATION_BELOW_ETC_WRITTEN, .ntags = 7,
        .parts = output_of_RULE_CONFIGURATION_BELOW_ETC_WRITTEN, .nparts = 39,
    },
    [RULE_PROGRAM_RUN_FROM_MEMORY_ONLY] = {
        .name = "Program run from memory only",
        .source = "syscall", .position = "rules/20-process.yaml:3", .priority = 2,
        .tags = tags_of_RULE_PROGRAM_RUN_FROM_MEMORY_ONLY, .ntags = 5,
        .parts = output_of_RULE_PROGRAM_RUN_FROM_MEMORY_ONLY, .nparts = 39,
    },
    [RULE_PROGRAM_RUN_FROM_SHARED_MEMORY] = {
        .name = "Program run from shared memory",
        .source = "syscall", .position = "rules/20-process.yaml:23", .priority = 4,
        .tags = tags_of_RULE_PROGRAM_RUN_FROM_SHARED_MEMORY, .ntags = 7,
        .parts = output_of_RULE_PROGRAM_RUN_FROM_SHARED_MEMORY, .nparts = 35,
    },
    [RULE_PROGRAM_RUN_FROM_A_TEMPORARY_DIRECTORY] = {
        .name = "Program run from a temporary directory",
        .source = "syscall", .position = "rules/20-process.yaml:36", .priority = 5,
        .tags = tags_of_RULE_PROGRAM_RUN_FROM_A_TEMPORARY_DIRECTORY, .ntags = 6,
        .parts = output_of_RULE_PROGRAM_RUN_FROM_A_TEMPORARY_DIRECTORY, .nparts = 35,
    },
    [RULE_SHELL_STARTED_BY_A_NETWORK_SERVICE] = {
        .name = "Shell started by a network service",
        .source = "syscall", .position = "rules/20-process.yaml:69", .priority = 4,
        .tags = tags_of_RULE_SHELL_STARTED_BY_A_NETWORK_SERVICE, .ntags = 7,
        .parts = output_of_RULE_SHELL_STARTED_BY_A_NETWORK_SERVICE, .nparts = 35,
    },
    [RULE_DECODED_TEXT_RUN_BY_A_SHELL] = {
        .name = "Decoded text run by a shell",
        .source = "syscall", .position = "rules/20-process.yaml:91", .priority = 4,
        .tags = tags_of_RULE_DECODED_TEXT_RUN_BY_A_SHELL, .ntags = 8,
        .parts = output_of_RULE_DECODED_TEXT_RUN_BY_A_SHELL, .nparts = 35,
    },
    [RULE_INTERPRETER_OPENS_A_SHELL_OVER_THE_NETWORK] = {
        .name = "Interpreter opens a shell over the network",
        .source = "syscall", .position = "rules/20-process.yaml:104", .priority = 2,
        .tags = tags_of_RULE_INTERPRETER_OPENS_A_SHELL_OVER_THE_NETWORK, .ntags = 8,
        .parts = output_of_RULE_INTERPRETER_OPENS_A_SHELL_OVER_THE_NETWORK, .nparts = 35,
    },
    [RULE_PROGRAM_POSES_AS_A_KERNEL_THREAD] = {
        .name = "Program poses as a kernel thread",
        .source = "syscall", .position = "rules/20-process.yaml:122", .priority = 2,
        .tags = tags_of_RULE_PROGRAM_POSES_AS_A_KERNEL_THREAD, .ntags = 5,
        .parts = output_of_RULE_PROGRAM_POSES_AS_A_KERNEL_THREAD, .nparts = 33,
    },
    [RULE_ANOTHER_PROCESS_ATTACHED_BY_A_DEBUGGER] = {
        .name = "Another process attached by a debugger",
        .source = "syscall", .position = "rules/20-process.yaml:133", .priority = 4,
        .tags = tags_of_RULE_ANOTHER_PROCESS_ATTACHED_BY_A_DEBUGGER, .ntags = 6,
        .parts = output_of_RULE_ANOTHER_PROCESS_ATTACHED_BY_A_DEBUGGER, .nparts = 37,
    },
    [RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN] = {
        .name = "Memory of another process written",
        .source = "syscall", .position = "rules/20-process.yaml:154", .priority = 4,
        .tags = tags_of_RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN, .ntags = 6,
        .parts = output_of_RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN, .nparts = 35,
    },
    [RULE_CRYPTOCURRENCY_MINER_STARTED] = {
        .name = "Cryptocurrency miner started",
        .source = "syscall", .position = "rules/20-process.yaml:171", .priority = 2,
        .tags = tags_of_RULE_CRYPTOCURRENCY_MINER_STARTED, .ntags = 5,
        .parts = output_of_RULE_CRYPTOCURRENCY_MINER_STARTED, .nparts = 33,
    },
    [RULE_SECURITY_SERVICE_STOPPED] = {
        .name = "Security service stopped",
        .source = "syscall", .position = "rules/20-process.yaml:186", .priority = 4,
        .tags = tags_of_RULE_SECURITY_SERVICE_STOPPED, .ntags = 4,
        .parts = output_of_RULE_SECURITY_SERVICE_STOPPED, .nparts = 35,
    },
    [RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION] = {
        .name = "Standard stream tied to a network connection",
        .source = "syscall", .position = "rules/30-network.yaml:3", .priority = 4,
        .tags = tags_of_RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION, .ntags = 8,
        .parts = output_of_RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION, .nparts = 41,
    },
    [RULE_SHELL_WORKS_OVER_A_NETWORK_CONNECTION] = {
        .name = "Shell works over a network connection",
        .source = "syscall", .position = "rules/30-network.yaml:24", .priority = 2,
        .tags = tags_of_RULE_SHELL_WORKS_OVER_A_NETWORK_CONNECTION, .ntags = 7,
        .parts = output_of_RULE_SHELL_WORKS_OVER_A_NETWORK_CONNECTION, .nparts = 37,
    },
    [RULE_NETCAT_RUNS_A_PROGRAM] = {
        .name = "Netcat runs a program",
        .source = "syscall", .position = "rules/30-network.yaml:42", .priority = 2,
        .tags = tags_of_RULE_NETCAT_RUNS_A_PROGRAM, .ntags = 8,
        .parts = output_of_RULE_NETCAT_RUNS_A_PROGRAM, .nparts = 35,
    },
    [RULE_PACKET_SOCKET_OPENED] = {
        .name = "Packet socket opened",
        .source = "syscall", .position = "rules/30-network.yaml:57", .priority = 5,
        .tags = tags_of_RULE_PACKET_SOCKET_OPENED, .ntags = 6,
        .parts = output_of_RULE_PACKET_SOCKET_OPENED, .nparts = 39,
    },
    [RULE_CLOUD_METADATA_SERVICE_CONTACTED] = {
        .name = "Cloud metadata service contacted",
        .source = "syscall", .position = "rules/30-network.yaml:79", .priority = 4,
        .tags = tags_of_RULE_CLOUD_METADATA_SERVICE_CONTACTED, .ntags = 6,
        .parts = output_of_RULE_CLOUD_METADATA_SERVICE_CONTACTED, .nparts = 33,
    },
    [RULE_MINING_POOL_CONTACTED] = {
        .name = "Mining pool contacted",
        .source = "syscall", .position = "rules/30-network.yaml:107", .priority = 4,
        .tags = tags_of_RULE_MINING_POOL_CONTACTED, .ntags = 5,
        .parts = output_of_RULE_MINING_POOL_CONTACTED, .nparts = 35,
    },
    [RULE_CONTAINER_RUNTIME_SOCKET_CONTACTED] = {
        .name = "Container runtime socket contacted",
        .source = "syscall", .position = "rules/30-network.yaml:118", .priority = 5,
        .tags = tags_of_RULE_CONTAINER_RUNTIME_SOCKET_CONTACTED, .ntags = 7,
        .parts = output_of_RULE_CONTAINER_RUNTIME_SOCKET_CONTACTED, .nparts = 35,
    },
    [RULE_SERVER_STARTED_FROM_A_PUBLIC_DIRECTORY] = {
        .name = "Server started from a public directory",
        .source = "syscall", .position = "rules/30-network.yaml:139", .priority = 4,
        .tags = tags_of_RULE_SERVER_STARTED_FROM_A_PUBLIC_DIRECTORY, .ntags = 7,
        .parts = output_of_RULE_SERVER_STARTED_FROM_A_PUBLIC_DIRECTORY, .nparts = 33,
    },
    [RULE_FIREWALL_EMPTIED] = {
        .name = "Firewall emptied",
        .source = "syscall", .position = "rules/30-network.yaml:151", .priority = 4,
        .tags = tags_of_RULE_FIREWALL_EMPTIED, .ntags = 5,
        .parts = output_of_RULE_FIREWALL_EMPTIED, .nparts = 35,
    },
    [RULE_SETUID_BIT_SET] = {
        .name = "Setuid bit set",
        .source = "syscall", .position = "rules/40-privilege.yaml:3", .priority = 4,
        .tags = tags_of_RULE_SETUID_BIT_SET, .ntags = 7,
        .parts = output_of_RULE_SETUID_BIT_SET, .nparts = 37,
    },
    [RULE_FILE_CAPABILITY_GIVEN] = {
        .name = "File capability given",
        .source = "syscall", .position = "rules/40-privilege.yaml:31", .priority = 5,
        .tags = tags_of_RULE_FILE_CAPABILITY_GIVEN, .ntags = 7,
        .parts = output_of_RULE_FILE_CAPABILITY_GIVEN, .nparts = 35,
    },
    [RULE_RIGHTS_OF_SUDO_CHANGED] = {
        .name = "Rights of sudo changed",
        .source = "syscall", .position = "rules/40-privilege.yaml:44", .priority = 4,
        .tags = tags_of_RULE_RIGHTS_OF_SUDO_CHANGED, .ntags = 7,
        .parts = output_of_RULE_RIGHTS_OF_SUDO_CHANGED, .nparts = 37,
    },
    [RULE_USER_DATABASE_CHANGED_BY_HAND] = {
        .name = "User database changed by hand",
        .source = "syscall", .position = "rules/40-privilege.yaml:67", .priority = 3,
        .tags = tags_of_RULE_USER_DATABASE_CHANGED_BY_HAND, .ntags = 7,
        .parts = output_of_RULE_USER_DATABASE_CHANGED_BY_HAND, .nparts = 37,
    },
    [RULE_LOGIN_USER_BECAME_ROOT_WITHOUT_ASKING] = {
        .name = "Login user became root without asking",
        .source = "syscall", .position = "rules/40-privilege.yaml:103", .priority = 2,
        .tags = tags_of_RULE_LOGIN_USER_BECAME_ROOT_WITHOUT_ASKING, .ntags = 6,
        .parts = output_of_RULE_LOGIN_USER_BECAME_ROOT_WITHOUT_ASKING, .nparts = 37,
    },
    [RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED] = {
        .name = "Namespace of another process entered",
        .source = "syscall", .position = "rules/40-privilege.yaml:129", .priority = 5,
        .tags = tags_of_RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED, .ntags = 5,
        .parts = output_of_RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED, .nparts = 39,
    },
    [RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS] = {
        .name = "User namespace made without rights",
        .source = "syscall", .position = "rules/40-privilege.yaml:165", .priority = 5,
        .tags = tags_of_RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS, .ntags = 6,
        .parts = output_of_RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS, .nparts = 35,
    },
    [RULE_PAGE_FAULTS_HANDED_TO_A_USER] = {
        .name = "Page faults handed to a user",
        .source = "syscall", .position = "rules/40-privilege.yaml:185", .priority = 4,
        .tags = tags_of_RULE_PAGE_FAULTS_HANDED_TO_A_USER, .ntags = 6,
        .parts = output_of_RULE_PAGE_FAULTS_HANDED_TO_A_USER, .nparts = 33,
    },
    [RULE_TERMINAL_IN_A_CONTAINER] = {
        .name = "Terminal in a container",
        .source = "syscall", .position = "rules/50-container.yaml:3", .priority = 5,
        .tags = tags_of_RULE_TERMINAL_IN_A_CONTAINER, .ntags = 5,
        .parts = output_of_RULE_TERMINAL_IN_A_CONTAINER, .nparts = 37,
    },
    [RULE_PROGRAM_NOT_OF_THE_IMAGE_RUN_IN_A_CONTAINER] = {
        .name = "Program not of the image run in a container",
        .source = "syscall", .position = "rules/50-container.yaml:15", .priority = 2,
        .tags = tags_of_RULE_PROGRAM_NOT_OF_THE_IMAGE_RUN_IN_A_CONTAINER, .ntags = 6,
        .parts = output_of_RULE_PROGRAM_NOT_OF_THE_IMAGE_RUN_IN_A_CONTAINER, .nparts = 37,
    },
    [RULE_PACKAGE_INSTALLED_IN_A_CONTAINER] = {
        .name = "Package installed in a container",
        .source = "syscall", .position = "rules/50-container.yaml:33", .priority = 5,
        .tags = tags_of_RULE_PACKAGE_INSTALLED_IN_A_CONTAINER, .ntags = 6,
        .parts = output_of_RULE_PACKAGE_INSTALLED_IN_A_CONTAINER, .nparts = 37,
    },
    [RULE_DOWNLOAD_TOOL_RUN_IN_A_CONTAINER] = {
        .name = "Download tool run in a container",
        .source = "syscall", .position = "rules/50-container.yaml:56", .priority = 5,
        .tags = tags_of_RULE_DOWNLOAD_TOOL_RUN_IN_A_CONTAINER, .ntags = 7,
        .parts = output_of_RULE_DOWNLOAD_TOOL_RUN_IN_A_CONTAINER, .nparts = 37,
    },
    [RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER] = {
        .name = "File system mounted in a container",
        .source = "syscall", .position = "rules/50-container.yaml:79", .priority = 4,
        .tags = tags_of_RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER, .ntags = 3,
        .parts = output_of_RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER, .nparts = 41,
    },
    [RULE_RELEASE_AGENT_WRITTEN] = {
        .name = "Release agent written",
        .source = "syscall", .position = "rules/50-container.yaml:106", .priority = 2,
        .tags = tags_of_RULE_RELEASE_AGENT_WRITTEN, .ntags = 4,
        .parts = output_of_RULE_RELEASE_AGENT_WRITTEN, .nparts = 35,
    },
    [RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER] = {
        .name = "Disk of the host opened in a container",
        .source = "syscall", .position = "rules/50-container.yaml:123", .priority = 2,
        .tags = tags_of_RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER, .ntags = 6,
        .parts = output_of_RULE_DISK_OF_THE_HOST_OPENED_IN_A_CONTAINER, .nparts = 37,
    },
    [RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL] = {
        .name = "Service account token read by a tool",
        .source = "syscall", .position = "rules/50-container.yaml:145", .priority = 4,
        .tags = tags_of_RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL, .ntags = 5,
        .parts = output_of_RULE_SERVICE_ACCOUNT_TOKEN_READ_BY_A_TOOL, .nparts = 37,
    },
    [RULE_KERNEL_MODULE_LOADED] = {
        .name = "Kernel module loaded",
        .source = "syscall", .position = "rules/60-kernel.yaml:3", .priority = 2,
        .tags = tags_of_RULE_KERNEL_MODULE_LOADED, .ntags = 7,
        .parts = output_of_RULE_KERNEL_MODULE_LOADED, .nparts = 41,
    },
    [RULE_KERNEL_MODULE_REMOVED] = {
        .name = "Kernel module removed",
        .source = "syscall", .position = "rules/60-kernel.yaml:28", .priority = 4,
        .tags = tags_of_RULE_KERNEL_MODULE_REMOVED, .ntags = 5,
        .parts = output_of_RULE_KERNEL_MODULE_REMOVED, .nparts = 37,
    },
    [RULE_PROGRAM_LOADED_INTO_THE_KERNEL] = {
        .name = "Program loaded into the kernel",
        .source = "syscall", .position = "rules/60-kernel.yaml:39", .priority = 5,
        .tags = tags_of_RULE_PROGRAM_LOADED_INTO_THE_KERNEL, .ntags = 7,
        .parts = output_of_RULE_PROGRAM_LOADED_INTO_THE_KERNEL, .nparts = 35,
    },
    [RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM] = {
        .name = "Kernel told to run a program",
        .source = "syscall", .position = "rules/60-kernel.yaml:65", .priority = 2,
        .tags = tags_of_RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM, .ntags = 8,
        .parts = output_of_RULE_KERNEL_TOLD_TO_RUN_A_PROGRAM, .nparts = 35,
    },
    [RULE_MAGIC_SYSTEM_REQUEST_WRITTEN] = {
        .name = "Magic system request written",
        .source = "syscall", .position = "rules/60-kernel.yaml:87", .priority = 2,
        .tags = tags_of_RULE_MAGIC_SYSTEM_REQUEST_WRITTEN, .ntags = 6,
        .parts = output_of_RULE_MAGIC_SYSTEM_REQUEST_WRITTEN, .nparts = 35,
    },
    [RULE_MEMORY_OF_THE_MACHINE_READ] = {
        .name = "Memory of the machine read",
        .source = "syscall", .position = "rules/60-kernel.yaml:104", .priority = 2,
        .tags = tags_of_RULE_MEMORY_OF_THE_MACHINE_READ, .ntags = 7,
        .parts = output_of_RULE_MEMORY_OF_THE_MACHINE_READ, .nparts = 37,
    },
    [RULE_KERNEL_REPLACED_AT_RUN_TIME] = {
        .name = "Kernel replaced at run time",
        .source = "syscall", .position = "rules/60-kernel.yaml:122", .priority = 2,
        .tags = tags_of_RULE_KERNEL_REPLACED_AT_RUN_TIME, .ntags = 7,
        .parts = output_of_RULE_KERNEL_REPLACED_AT_RUN_TIME, .nparts = 33,
    },
};
/* clang-format on */

const struct rt_program rulec_program = {
    .abi = RT_PROGRAM_ABI,
    .rules_hash = "bc4f0d0871f3da43ba507b6a6ed550488b2f156883fc725d87bc98e76a38cb0f",
    .values = values,
    .nvalues = 60,
    .ntests = 170,
    .rules = rules,
    .nrules = 56,
    .handlers = handlers,
};

int main(int argc, char **argv)
{
    return rt_agent_main(argc, argv, &rulec_program);
}
