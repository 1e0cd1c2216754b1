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

/* Answers that are kept with the thread or the fd, a bit each. Those of a thread below 128 hang
 * on its own facts alone; fds count from 0 too. */
enum kept {
    KEPT_PROC_EXEPATH_IN_USR_BIN_CHAGE = 52,
    KEPT_PROC_ANAME_IN_PACKAGE_MANAGERS = 128,
    KEPT_PROC_EXEPATH_STARTSWITH_USR = 2,
    KEPT_PROC_EXEPATH_IN_SBIN_APK = 5,
    KEPT_PROC_EXEPATH_IN_PACKAGE_MANAGER_PAT = 1,
    KEPT_PROC_EXEPATH_IN_USR_BIN_SYSTEMCTL = 6,
    KEPT_PROC_EXEPATH_IN_USR_BIN_CHFN = 7,
    KEPT_PROC_EXEPATH_IN_USR_BIN_JOURNALCTL = 8,
    KEPT_PROC_EXEPATH_IN_USR_BIN_RSYNC = 3,
    KEPT_PROC_EXEPATH_IN_SBIN_APK_2 = 54,
    KEPT_PROC_NAME_IN_WEB_SERVERS = 55,
    KEPT_PROC_EXEPATH_IN_SBIN_APK_3 = 9,
    KEPT_PROC_NAME_STARTSWITH_PYTHON = 34,
    KEPT_PROC_ANAME_IN_NETWORKMANAGER = 146,
    KEPT_PROC_EXE_STARTSWITH = 35,
    KEPT_PROC_NAME_IN_SHELLS = 0,
    KEPT_PROC_CMDLINE_CONTAINS_ARCHIVE_COMMA = 56,
    KEPT_PROC_CMDLINE_CONTAINS_PGBACKREST = 57,
    KEPT_PROC_CMDLINE_CONTAINS_WAL_G = 58,
    KEPT_PROC_CMDLINE_CONTAINS_ROTATELOGS = 59,
    KEPT_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C = 37,
    KEPT_PROC_EXEPATH_IN_USR_BIN_CRIU = 38,
    KEPT_PROC_CMDLINE_CONTAINS_STRATUM_TCP = 10,
    KEPT_PROC_CMDLINE_CONTAINS_STRATUM_SSL = 11,
    KEPT_PROC_CMDLINE_CONTAINS_STRATUM2_TCP = 12,
    KEPT_PROC_CMDLINE_CONTAINS_DONATE_LEVEL = 13,
    KEPT_PROC_CMDLINE_CONTAINS_RANDOMX_1GB_P = 14,
    KEPT_PROC_CMDLINE_CONTAINS_COIN_MONERO = 15,
    KEPT_PROC_NAME_IN_CGMINER = 16,
    KEPT_FD_TYPECHAR_IN_4 = 0,
    KEPT_PROC_EXEPATH_IN_USR_LIB_OPENSSH_SSH = 39,
    KEPT_PROC_PEXEPATH_IN_USR_LIB_OPENSSH_SS = 133,
    KEPT_PROC_EXEPATH_IN_USR_BIN_ARPING = 40,
    KEPT_CONTAINER_ID_IS_HOST = 131,
    KEPT_PROC_EXEPATH_IN_USR_BIN_BUILDAH = 62,
    KEPT_PROC_EXEPATH_IN_SBIN_APK_4 = 21,
    KEPT_CONTAINER_ID_IS_NOT_HOST = 130,
    KEPT_PROC_IS_EXE_UPPER_LAYER_IS_TRUE = 22,
    KEPT_PROC_EXEPATH_IS_USR_LIB_SYSTEMD_SYS = 63,
    KEPT_PROC_EXEPATH_IN_USR_BIN_UDEVADM = 65,
    KEPT_PROC_NAME_IS_MODPROBE = 43,
    KEPT_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS = 66,
    KEPT_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS_2 = 67,
    KEPT_PROC_EXEPATH_IN_USR_BIN_VBETOOL = 68,
    KEPT_PROC_PNAME_IN_KDUMP_CONFIG = 136,
    KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS = 145,
    KEPT_ANY_PROC_EXEPATH_STARTSWITH_USR = 53,
    KEPT_ANY_PROC_EXEPATH_STARTSWITH_USR_BIN = 4,
    KEPT_MACRO_BY_PACKAGE_MANAGER = 129,
    KEPT_ANY_PROC_NAME_IN_WEB_SERVERS = 132,
    KEPT_ANY_PROC_EXEPATH_STARTSWITH_TMP = 36,
    KEPT_ANY_PROC_CMDLINE_CONTAINS_STRATUM_T = 60,
    KEPT_ANY_PROC_NAME_IS_AA_TEARDOWN = 17,
    KEPT_ALL_PROC_NAME_IN_NC = 18,
    KEPT_ALL_PROC_NAME_STARTSWITH_SOCAT = 19,
    KEPT_ANY_PROC_NAME_IN_NC = 61,
    KEPT_ALL_CONTAINER_ID_IS_HOST = 147,
    KEPT_MACRO_PROGRAM_IN_PUBLIC_DIRECTORY = 41,
    KEPT_ANY_PROC_NAME_IS_NFT = 20,
    KEPT_ANY_PROC_ARGS_CONTAINS_INSTALL = 42,
    KEPT_ALL_CONTAINER_ID_IS_HOST_2 = 134,
    KEPT_ANY_PROC_NAME_IN_SHELLS = 64,
    KEPT_ALL_CONTAINER_ID_IS_HOST_3 = 135,
    KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_CEPH_OS = 69,
    KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_RSYNC = 44,
    KEPT_ALL_PROC_EXEPATH_IN_ETC_WRITERS = 23,
    KEPT_ALL_PROC_EXEPATH_IN_CONTAINER_RUNTI = 24,
    KEPT_ALL_PROC_IS_EXE_FROM_MEMFD_IS_TRUE = 25,
    KEPT_ANY_PROC_EXEPATH_STARTSWITH_DEV_SHM = 26,
    KEPT_ANY_PROC_EXEPATH_STARTSWITH_DEV_SHM_2 = 148,
    KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_2 = 137,
    KEPT_ALL_PROC_PNAME_IN_NETWORK_SERVICES = 138,
    KEPT_ALL_PROC_NAME_IN_SHELLS = 45,
    KEPT_ALL_PROC_NAME_STARTSWITH_PYTHON_2 = 27,
    KEPT_ALL_PROC_EXE_ENDSWITH = 28,
    KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_3 = 139,
    KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_4 = 140,
    KEPT_ALL_PROC_NAME_IS_SETCAP = 29,
    KEPT_ALL_PROC_NAME_IN_SHELLS_2 = 46,
    KEPT_ALL_CONTAINER_ID_IS_NOT_HOST = 141,
    KEPT_ALL_PROC_NAME_IN_SHELLS_3 = 47,
    KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_5 = 142,
    KEPT_ALL_CONTAINER_ID_IS_NOT_HOST_2 = 143,
    KEPT_ALL_PROC_NAME_IN_ARIA2C = 30,
    KEPT_ALL_PROC_NAME_IS_KEXEC = 31,
    KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_AMAZON = 70,
    KEPT_ALL_FD_SIP_IS_169_254_169_254 = 1,
    KEPT_ALL_FD_TYPECHAR_IN_4 = 2,
    KEPT_ALL_FD_TYPECHAR_IS_U = 3,
    KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_BUILDAH = 48,
    KEPT_ALL_PROC_EXEPATH_STARTSWITH_USR_LIB = 32,
    KEPT_ALL_PROC_EXEPATH_IN_OPT_GOOGLE_CHRO = 49,
    KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_BUILDAH_2 = 50,
    KEPT_ALL_PROC_EXEPATH_IN_PACKAGE_MANAGER = 33,
    KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_CRIU_2 = 51,
    KEPT_ALL_CONTAINER_ID_IS_HOST_5 = 144,
    KEPT_ANY_PROC_CMDLINE_CONTAINS_STRATUM_T_2 = 149,
    KEPT_ANY_PROC_EXE_STARTSWITH = 71,
    KEPT_ANY_PROC_EXEPATH_IN_USR_BIN_JOURNAL = 72,
    KEPT_ALL_CONTAINER_ID_IS_NOT_HOST_3 = 150,
    KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_6 = 151,
};

/* Tests whose outcome is remembered for the event: a bit each. Those of one table of literals
 * are neighbours. */
enum test {
    TEST_EVT_IS_OPEN_READ_IS_TRUE = 310,
    TEST_FD_TYPECHAR_IS_F = 2,
    TEST_FD_NUM_AT_LEAST_0 = 311,
    TEST_FD_NAME_IN_PASSWORD_HASH_FILES = 7,
    TEST_PROC_EXEPATH_IN_USR_BIN_CHAGE = 68,
    TEST_PROC_ANAME_IN_PACKAGE_MANAGERS = 113,
    TEST_PROC_EXEPATH_STARTSWITH_USR = 100,
    TEST_FD_NAME_ENDSWITH_AWS_CREDENTIALS = 33,
    TEST_FD_NAME_ENDSWITH_CONFIG_GCLOUD_CRED = 34,
    TEST_FD_NAME_ENDSWITH_AZURE_ACCESSTOKENS = 35,
    TEST_FD_NAME_ENDSWITH_KUBE_CONFIG = 36,
    TEST_FD_NAME_ENDSWITH_DOCKER_CONFIG_JSON = 37,
    TEST_FD_NAME_ENDSWITH_NETRC = 38,
    TEST_FD_NAME_ENDSWITH_GIT_CREDENTIALS = 39,
    TEST_FD_NAME_ENDSWITH_VAULT_TOKEN = 40,
    TEST_FD_NAME_IS_ETC_KUBERNETES_ADMIN_CON = 8,
    TEST_PROC_NAME_IN_ANSIBLE = 132,
    TEST_PROC_NAME_IN_AWS = 133,
    TEST_PROC_NAME_IN_BUILDAH = 134,
    TEST_EVT_IS_OPEN_WRITE_IS_TRUE = 312,
    TEST_FD_FILENAME_IN_AUTHORIZED_KEYS = 126,
    TEST_EVT_FAILED_IS_FALSE = 313,
    TEST_FS_PATH_TARGET_ENDSWITH_AUTHORIZED = 179,
    TEST_FS_PATH_TARGET_ENDSWITH_AUTHORIZED_2 = 180,
    TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_PYT = 101,
    TEST_PROC_CMDLINE_CONTAINS_USR_BIN_CLOUD = 197,
    TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_GOO = 102,
    TEST_PROC_CMDLINE_CONTAINS_GOOGLE_GUEST = 198,
    TEST_FD_NAME_PMATCH_JOB_FILES = 60,
    TEST_FS_PATH_TARGET_PMATCH_JOB_FILES = 190,
    TEST_PROC_EXEPATH_IN_SBIN_APK = 69,
    TEST_FD_NAME_PMATCH_UNIT_DIRECTORIES = 61,
    TEST_FD_NAME_ENDSWITH_SERVICE = 41,
    TEST_FD_NAME_ENDSWITH_TIMER = 42,
    TEST_FD_NAME_ENDSWITH_SOCKET = 43,
    TEST_FD_NAME_ENDSWITH_PATH = 44,
    TEST_FD_NAME_ENDSWITH_CONF = 45,
    TEST_FS_PATH_TARGET_PMATCH_UNIT_DIRECTOR = 191,
    TEST_FS_PATH_TARGET_ENDSWITH_SERVICE = 181,
    TEST_FS_PATH_TARGET_ENDSWITH_TIMER = 182,
    TEST_FS_PATH_TARGET_ENDSWITH_SOCKET = 183,
    TEST_FS_PATH_TARGET_ENDSWITH_PATH = 184,
    TEST_PROC_EXEPATH_IN_PACKAGE_MANAGER_PAT = 70,
    TEST_PROC_EXEPATH_IN_USR_BIN_SYSTEMCTL = 71,
    TEST_FD_NAME_IS_ETC_LD_SO_PRELOAD = 9,
    TEST_FS_PATH_TARGET_IS_ETC_LD_SO_PRELOAD = 169,
    TEST_FD_FILENAME_IN_SHELL_START_FILES = 127,
    TEST_FS_PATH_TARGET_ENDSWITH_BASHRC = 185,
    TEST_FS_PATH_TARGET_ENDSWITH_PROFILE = 186,
    TEST_FS_PATH_TARGET_ENDSWITH_ZSHRC = 187,
    TEST_FD_NAME_IN_ETC_BASH_BASHRC = 10,
    TEST_FD_NAME_STARTSWITH_ETC_PROFILE_D = 21,
    TEST_PROC_EXEPATH_IN_USR_BIN_CHFN = 72,
    TEST_FS_PATH_NAME_PMATCH_TELLING_LOGS = 238,
    TEST_EVT_ARG_FLAGS_CONTAINS_O_TRUNC = 241,
    TEST_FD_NAME_PMATCH_TELLING_LOGS = 62,
    TEST_PROC_EXEPATH_IN_USR_BIN_JOURNALCTL = 73,
    TEST_FS_PATH_NAME_ENDSWITH_BASH_HISTORY = 231,
    TEST_FS_PATH_NAME_ENDSWITH_ZSH_HISTORY = 232,
    TEST_FS_PATH_NAME_ENDSWITH_ASH_HISTORY = 233,
    TEST_FS_PATH_NAME_ENDSWITH_PYTHON_HISTOR = 234,
    TEST_FS_PATH_NAME_ENDSWITH_MYSQL_HISTORY = 235,
    TEST_FS_PATH_SOURCE_ENDSWITH_BASH_HISTOR = 227,
    TEST_FS_PATH_SOURCE_ENDSWITH_ZSH_HISTORY = 228,
    TEST_FD_FILENAME_IN_ASH_HISTORY = 128,
    TEST_PROC_EXEPATH_IN_SHELL_PATHS = 74,
    TEST_PROC_EXEPATH_IN_USR_BIN_RSYNC = 75,
    TEST_FS_PATH_TARGET_IN_PASSWORD_HASH_FIL = 170,
    TEST_FS_PATH_TARGET_IN_ETC_SUDOERS = 171,
    TEST_FS_PATH_TARGET_STARTSWITH_ETC_SSH_S = 175,
    TEST_PROC_EXEPATH_IN_SBIN_APK_2 = 76,
    TEST_FD_NAME_ENDSWITH_PHP = 46,
    TEST_FD_NAME_ENDSWITH_PHTML = 47,
    TEST_FD_NAME_ENDSWITH_JSP = 48,
    TEST_FD_NAME_ENDSWITH_JSPX = 49,
    TEST_FD_NAME_ENDSWITH_ASPX = 50,
    TEST_FD_NAME_ENDSWITH_CGI = 51,
    TEST_PROC_NAME_IN_WEB_SERVERS = 135,
    TEST_PROC_PNAME_IN_WEB_SERVERS = 247,
    TEST_FD_NAME_STARTSWITH_VAR_CACHE = 22,
    TEST_FD_DIRECTORY_PMATCH_VAR_LIB_PHP_SES = 123,
    TEST_FD_NAME_PMATCH_PROGRAM_DIRECTORIES = 63,
    TEST_FS_PATH_TARGET_PMATCH_PROGRAM_DIREC = 192,
    TEST_PROC_EXEPATH_IN_SBIN_APK_3 = 77,
    TEST_PROC_NAME_STARTSWITH_PYTHON = 157,
    TEST_FD_NAME_STARTSWITH_ETC = 23,
    TEST_FD_NAME_PMATCH_ETC_WITH_OWN_RULE = 64,
    TEST_FS_PATH_TARGET_STARTSWITH_ETC = 176,
    TEST_FS_PATH_TARGET_PMATCH_ETC_WITH_OWN = 193,
    TEST_PROC_EXEPATH_IN_ETC_WRITERS = 78,
    TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_SYS = 103,
    TEST_PROC_ANAME_IN_NETWORKMANAGER = 114,
    TEST_FD_NAME_IN_ETC_HOSTS = 11,
    TEST_PROC_IS_EXE_FROM_MEMFD_IS_TRUE = 314,
    TEST_PROC_EXEPATH_STARTSWITH_DEV_SHM = 104,
    TEST_PROC_EXEPATH_STARTSWITH_RUN_SHM = 105,
    TEST_PROC_EXE_STARTSWITH = 259,
    TEST_PROC_EXEPATH_STARTSWITH_TMP = 106,
    TEST_PROC_EXEPATH_STARTSWITH_VAR_TMP = 107,
    TEST_PROC_ANAME_IN_DRACUT = 115,
    TEST_PROC_ANAME_IN_CARGO = 116,
    TEST_PROC_NAME_IN_SHELLS = 136,
    TEST_PROC_PNAME_IN_NETWORK_SERVICES = 248,
    TEST_PROC_PNAME_IS_POSTGRES = 249,
    TEST_PROC_CMDLINE_CONTAINS_ARCHIVE_COMMA = 199,
    TEST_PROC_CMDLINE_CONTAINS_PGBACKREST = 200,
    TEST_PROC_CMDLINE_CONTAINS_WAL_G = 201,
    TEST_PROC_PNAME_IN_APACHE2 = 250,
    TEST_PROC_CMDLINE_CONTAINS_ROTATELOGS = 202,
    TEST_PROC_NAME_STARTSWITH_PERL = 158,
    TEST_PROC_NAME_STARTSWITH_RUBY = 159,
    TEST_PROC_NAME_STARTSWITH_PHP = 160,
    TEST_PROC_NAME_STARTSWITH_LUA = 161,
    TEST_PROC_NAME_IN_AWK = 137,
    TEST_PROC_CMDLINE_CONTAINS_SOCKET = 203,
    TEST_PROC_CMDLINE_CONTAINS_SOCKET_2 = 204,
    TEST_PROC_CMDLINE_CONTAINS_INET_TCP = 205,
    TEST_PROC_CMDLINE_CONTAINS_FSOCKOPEN = 206,
    TEST_PROC_CMDLINE_CONTAINS_DUP2 = 207,
    TEST_PROC_CMDLINE_CONTAINS_PTY_SPAWN = 208,
    TEST_PROC_CMDLINE_CONTAINS_BIN_SH = 209,
    TEST_PROC_CMDLINE_CONTAINS_BIN_BASH = 210,
    TEST_PROC_CMDLINE_CONTAINS_EXEC = 211,
    TEST_PROC_CMDLINE_CONTAINS_GETLINE = 212,
    TEST_PROC_CMDLINE_CONTAINS_C = 213,
    TEST_PROC_CMDLINE_CONTAINS_E = 214,
    TEST_PROC_CMDLINE_CONTAINS_R = 215,
    TEST_PROC_CMDLINE_CONTAINS_BEGIN = 216,
    TEST_PROC_EXE_STARTSWITH_2 = 260,
    TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C = 79,
    TEST_PROC_EXEPATH_IN_USR_BIN_CRIU = 80,
    TEST_PROC_CMDLINE_CONTAINS_STRATUM_TCP = 217,
    TEST_PROC_CMDLINE_CONTAINS_STRATUM_SSL = 218,
    TEST_PROC_CMDLINE_CONTAINS_STRATUM2_TCP = 219,
    TEST_PROC_CMDLINE_CONTAINS_DONATE_LEVEL = 220,
    TEST_PROC_CMDLINE_CONTAINS_RANDOMX_1GB_P = 221,
    TEST_PROC_CMDLINE_CONTAINS_COIN_MONERO = 222,
    TEST_PROC_NAME_IN_CGMINER = 138,
    TEST_PROC_NAME_IN_INVOKE_RC_D = 139,
    TEST_PROC_ARGS_CONTAINS_STOP = 263,
    TEST_PROC_ARGS_CONTAINS_DISABLE = 264,
    TEST_PROC_ARGS_CONTAINS_MASK = 265,
    TEST_PROC_ARGS_CONTAINS_KILL = 266,
    TEST_PROC_ARGS_CONTAINS_AUDITD = 267,
    TEST_PROC_ARGS_CONTAINS_FALCO = 268,
    TEST_PROC_ARGS_CONTAINS_RSYSLOG = 269,
    TEST_PROC_ARGS_CONTAINS_APPARMOR = 270,
    TEST_PROC_ARGS_CONTAINS_FAIL2BAN = 271,
    TEST_PROC_ARGS_CONTAINS_OSQUERY = 272,
    TEST_PROC_ARGS_CONTAINS_WAZUH = 273,
    TEST_PROC_ARGS_CONTAINS_CLAMAV = 274,
    TEST_PROC_ARGS_CONTAINS_CROWDSTRIKE = 275,
    TEST_PROC_ARGS_CONTAINS_FALCON_SENSOR = 276,
    TEST_PROC_ARGS_CONTAINS_FIREWALLD = 277,
    TEST_PROC_ARGS_CONTAINS_UFW = 278,
    TEST_PROC_NAME_IS_SETENFORCE = 140,
    TEST_PROC_NAME_IS_AUDITCTL = 141,
    TEST_PROC_ARGS_CONTAINS_D = 279,
    TEST_PROC_ARGS_CONTAINS_E_0 = 280,
    TEST_PROC_ARGS_CONTAINS_E0 = 281,
    TEST_PROC_NAME_IS_AA_TEARDOWN = 142,
    TEST_PROC_ANAME_IS_LOGROTATE = 117,
    TEST_FD_TYPECHAR_IN_4 = 3,
    TEST_PROC_EXEPATH_IN_USR_LIB_OPENSSH_SSH = 81,
    TEST_PROC_PEXEPATH_IN_USR_LIB_OPENSSH_SS = 302,
    TEST_PROC_NAME_IN_NC = 143,
    TEST_PROC_NAME_STARTSWITH_SOCAT = 162,
    TEST_PROC_ARGS_CONTAINS_EXEC = 282,
    TEST_PROC_ARGS_CONTAINS_SYSTEM = 283,
    TEST_PROC_ARGS_CONTAINS_EXEC_2 = 284,
    TEST_PROC_ARGS_CONTAINS_SYSTEM_2 = 285,
    TEST_PROC_EXEPATH_IN_USR_BIN_ARPING = 82,
    TEST_PROC_EXEPATH_IN_USR_BIN_AMAZON_SSM = 83,
    TEST_PROC_NAME_IN_CLOUD_INIT = 144,
    TEST_PROC_NAME_IS_PYTHON3 = 145,
    TEST_PROC_CMDLINE_CONTAINS_USR_SBIN_WAAG = 223,
    TEST_FD_SPORT_IN_MINING_PORTS = 305,
    TEST_FD_TYPECHAR_IS_U = 4,
    TEST_FD_NAME_ENDSWITH_DOCKER_SOCK = 52,
    TEST_FD_NAME_ENDSWITH_CONTAINERD_SOCK = 53,
    TEST_FD_NAME_ENDSWITH_CRIO_SOCK = 54,
    TEST_FD_NAME_ENDSWITH_PODMAN_PODMAN_SOCK = 55,
    TEST_FD_NAME_ENDSWITH_CRI_DOCKERD_SOCK = 56,
    TEST_CONTAINER_ID_IS_HOST = 308,
    TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH = 84,
    TEST_PROC_EXEPATH_STARTSWITH_RUN_USER = 108,
    TEST_PROC_NAME_IN_IP6TABLES = 146,
    TEST_PROC_ARGS_CONTAINS_F = 286,
    TEST_PROC_ARGS_CONTAINS_FLUSH = 287,
    TEST_PROC_NAME_IS_NFT = 147,
    TEST_PROC_ARGS_CONTAINS_FLUSH_RULESET = 288,
    TEST_PROC_NAME_IN_PYTHON3 = 148,
    TEST_PROC_CMDLINE_CONTAINS_UFW_DISABLE = 224,
    TEST_PROC_PNAME_IN_CALICO_NODE = 251,
    TEST_PROC_EXEPATH_IN_CONTAINER_RUNTIME_P = 85,
    TEST_PROC_NAME_IS_SETCAP = 149,
    TEST_PROC_ARGS_CONTAINS_CAP = 289,
    TEST_PROC_ARGS_CONTAINS_R = 290,
    TEST_FD_NAME_PMATCH_ETC_SUDOERS = 65,
    TEST_FS_PATH_TARGET_PMATCH_ETC_SUDOERS = 194,
    TEST_PROC_EXEPATH_IN_SBIN_APK_4 = 86,
    TEST_FD_NAME_IN_ETC_GROUP = 12,
    TEST_FS_PATH_TARGET_IN_ETC_GROUP = 172,
    TEST_PROC_EXEPATH_IN_BIN_BUSYBOX = 87,
    TEST_USER_UID_IS_0 = 315,
    TEST_PROC_ANAME_IN_WAYS_TO_ROOT = 118,
    TEST_CONTAINER_ID_IS_NOT_HOST = 309,
    TEST_PROC_ANAME_IN_BUILDAH = 119,
    TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_2 = 88,
    TEST_PROC_EXEPATH_STARTSWITH_OPT_CNI_BIN = 109,
    TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_CNI = 110,
    TEST_EVT_ARG_FLAGS_CONTAINS_CLONE_NEWUSE = 242,
    TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C_2 = 89,
    TEST_PROC_EXEPATH_IN_USR_BIN_CRIU_2 = 90,
    TEST_PROC_NAME_IN_APK = 150,
    TEST_PROC_ARGS_CONTAINS_INSTALL = 291,
    TEST_PROC_ARGS_CONTAINS_ADD = 292,
    TEST_PROC_NAME_STARTSWITH_PIP = 163,
    TEST_PROC_NAME_STARTSWITH_NPM = 164,
    TEST_PROC_ANAME_IN_BUILDAH_2 = 120,
    TEST_PROC_NAME_IN_ARIA2C = 151,
    TEST_PROC_ARGS_CONTAINS_LOCALHOST = 293,
    TEST_PROC_ARGS_CONTAINS_127_0_0_1 = 294,
    TEST_EVT_ARG_FLAGS_CONTAINS_PRIVATE = 243,
    TEST_EVT_ARG_FLAGS_CONTAINS_SLAVE = 244,
    TEST_PROC_NAME_STARTSWITH_RUNC = 165,
    TEST_PROC_NAME_STARTSWITH_CRUN = 166,
    TEST_FD_FILENAME_IS_RELEASE_AGENT = 129,
    TEST_PROC_EXEPATH_IS_USR_LIB_SYSTEMD_SYS = 91,
    TEST_FD_NAME_STARTSWITH_DEV_SD = 24,
    TEST_FD_NAME_STARTSWITH_DEV_VD = 25,
    TEST_FD_NAME_STARTSWITH_DEV_NVME = 26,
    TEST_FD_NAME_STARTSWITH_DEV_XVD = 27,
    TEST_FD_NAME_STARTSWITH_DEV_DM = 28,
    TEST_FD_NAME_STARTSWITH_DEV_MAPPER = 29,
    TEST_FD_NAME_STARTSWITH_DEV_MMCBLK = 30,
    TEST_FD_NAME_IS_DEV_MAPPER_CONTROL = 13,
    TEST_PROC_EXEPATH_IN_USR_BIN_CEPH_OSD = 92,
    TEST_PROC_NAME_IN_AWK_2 = 152,
    TEST_PROC_EXEPATH_IN_USR_BIN_UDEVADM = 93,
    TEST_PROC_NAME_IS_MODPROBE = 153,
    TEST_PROC_PNAME_STARTSWITH_KWORKER = 255,
    TEST_PROC_PNAME_STARTSWITH_KTHREADD = 256,
    TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_3 = 94,
    TEST_FD_NAME_IN_PROC_SYS_FS_BINFMT_MISC = 14,
    TEST_FD_NAME_ENDSWITH_BINFMT_MISC_REGIST = 57,
    TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS = 95,
    TEST_FD_NAME_IN_PROC_SYS_KERNEL_SYSRQ = 15,
    TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS_2 = 96,
    TEST_FD_NAME_IS_PROC_SYS_KERNEL_SYSRQ = 16,
    TEST_FD_NAME_IN_DEV_KMEM = 17,
    TEST_PROC_EXEPATH_IN_USR_BIN_VBETOOL = 97,
    TEST_FD_NAME_IS_DEV_MEM = 18,
    TEST_PROC_NAME_IS_KEXEC = 154,
    TEST_PROC_ARGS_CONTAINS_E = 295,
    TEST_PROC_ARGS_CONTAINS_L = 296,
    TEST_PROC_ARGS_CONTAINS_EXEC_3 = 297,
    TEST_PROC_ARGS_CONTAINS_LOAD = 298,
    TEST_PROC_ARGS_CONTAINS_P = 299,
    TEST_PROC_PNAME_IN_KDUMP_CONFIG = 252,
    TEST_ANY_FD_NAME_ENDSWITH_SERVICE = 316,
    TEST_ANY_FD_FILENAME_IN_SHELL_START_FILE = 317,
    TEST_ANY_FD_NAME_ENDSWITH_PHP = 318,
    TEST_ALL_PROC_NAME_STARTSWITH_PYTHON = 319,
    TEST_ALL_PROC_ANAME_IN_NETWORKMANAGER = 320,
    TEST_ANY_PROC_EXEPATH_CONTAINS_MEMFD_RUN = 321,
    TEST_ALL_PROC_EXE_STARTSWITH = 322,
    TEST_ANY_EVT_FAILED_IS_FALSE = 323,
    TEST_ALL_PROC_NAME_IN_APK = 324,
    TEST_ALL_PROC_NAME_STARTSWITH_PIP = 325,
    TEST_ALL_PROC_NAME_STARTSWITH_NPM = 326,
    TEST_MACRO_BY_CONTAINER_RUNTIME = 327,
    TEST_ANY_FD_NAME_IN_PROC_SYS_FS_BINFMT_M = 328,
    TEST_ALL_PROC_EXEPATH_IN_USR_LIB_SYSTEMD = 329,
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

/* Everything that some rule compares fd.typechar with. */
/* clang-format off */
static const char bytes_texts_of_fd_typechar[] =
    "4" "6" "f" "u";
static const uint32_t lists_texts_of_fd_typechar[] = {
    3, 3, 2, 4,
};
static const uint32_t displacements_texts_of_fd_typechar[] = {
    0, 2,
};
static const struct rt_table_place places_texts_of_fd_typechar[] = {
    {.len = UINT32_MAX}, {0xdbf79f9b, 0, 1, 0, 1}, {0xf32cfb34, 2, 1, 2, 1},
    {0xa595cd4b, 3, 1, 3, 1}, {.len = UINT32_MAX}, {0xbc16086d, 1, 1, 1, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX},
};
static const struct rt_table texts_of_fd_typechar = {
    .kind = RT_TABLE_EQUAL,
    .number = 0,
    .known = 0,
    .given = 1,
    .slot = VALUE_FD_TYPECHAR,
    .bytes = bytes_texts_of_fd_typechar,
    .lists = lists_texts_of_fd_typechar,
    .places = places_texts_of_fd_typechar,
    .nplaces = 8,
    .displacements = displacements_texts_of_fd_typechar,
    .ndisplacements = 2,
    .seed = 1,
    .lengths = UINT64_C(0x2),
};
/* clang-format on */

/* Everything that some rule compares fd.name with. */
/* clang-format off */
static const char bytes_texts_of_fd_name[] =
    "/dev/kmem" "/dev/mapper/control" "/dev/mem" "/dev/port" "/etc/bash.bashrc" "/etc/group"
    "/etc/gshadow" "/etc/gshadow-" "/etc/hosts" "/etc/kubernetes/admin.conf" "/etc/ld.so.preload"
    "/etc/master.passwd" "/etc/passwd" "/etc/profile" "/etc/resolv.conf"
    "/etc/resolv.conf.dhclient-new" "/etc/security/opasswd" "/etc/shadow" "/etc/shadow-"
    "/etc/zsh/zshrc" "/proc/kcore" "/proc/sys/fs/binfmt_misc/register"
    "/proc/sys/kernel/core_pattern" "/proc/sys/kernel/hotplug" "/proc/sys/kernel/modprobe"
    "/proc/sys/kernel/poweroff_cmd" "/proc/sys/kernel/sysrq" "/proc/sysrq-trigger"
    "/sys/kernel/uevent_helper";
static const uint32_t lists_texts_of_fd_name[] = {
    17, 13, 17, 18, 17, 10, 12, 7, 12, 7, 11, 8, 9, 7, 12, 10, 11, 11, 7, 7, 12, 7, 10, 17, 14, 14,
    14, 14, 14, 15, 16, 15, 14,
};
static const uint32_t displacements_texts_of_fd_name[] = {
    3, 0, 0, 3, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0,
};
static const struct rt_table_place places_texts_of_fd_name[] = {
    {0x2ae05fc0, 179, 12, 15, 1}, {0x356debc0, 280, 14, 22, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x8e805e38, 207, 29, 17, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x4257e1ca, 0, 9, 0, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xef04a494, 83, 13, 9, 1}, {.len = UINT32_MAX},
    {0x6afbb1d6, 467, 19, 31, 1}, {0xa379e2d7, 486, 25, 32, 1}, {0xc877b0fe, 9, 19, 1, 1},
    {0x4e5276a4, 367, 24, 26, 1}, {.len = UINT32_MAX}, {0x83d44f5b, 106, 26, 11, 1},
    {0x63ba5c9c, 36, 9, 4, 1}, {0x4d48fc5d, 294, 11, 23, 1}, {.len = UINT32_MAX},
    {0x497f0966, 338, 29, 25, 1}, {.len = UINT32_MAX}, {0x52a47021, 305, 33, 24, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xffc306a7, 268, 12, 21, 1}, {0xea28a128, 96, 10, 10, 1},
    {.len = UINT32_MAX}, {0x8981d43, 150, 18, 13, 1}, {0xa7df656b, 168, 11, 14, 1},
    {0x8bad36c, 445, 22, 29, 2}, {0x1fd78dca, 236, 21, 18, 1}, {.len = UINT32_MAX},
    {0xabb7616f, 45, 16, 5, 1}, {0x6bbd8730, 257, 11, 19, 2}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x943dd734, 191, 16, 16, 1},
    {0xb01d3168, 61, 10, 6, 1}, {0x32a7b9eb, 28, 8, 2, 2}, {0x567f1a37, 132, 18, 12, 1},
    {0xcdd0ef47, 391, 25, 27, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xb1cce6bb, 71, 12, 7, 2}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xc9a33c3e, 416, 29, 28, 1}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_fd_name = {
    .kind = RT_TABLE_EQUAL,
    .number = 1,
    .known = 5,
    .given = 6,
    .slot = VALUE_FD_NAME,
    .bytes = bytes_texts_of_fd_name,
    .lists = lists_texts_of_fd_name,
    .places = places_texts_of_fd_name,
    .nplaces = 64,
    .displacements = displacements_texts_of_fd_name,
    .ndisplacements = 16,
    .seed = 2,
    .lengths = UINT64_C(0x2276d7f00),
};
/* clang-format on */

/* Every text that some rule asks fd.name to start with. */
/* clang-format off */
static const char bytes_prefixes_of_fd_name[] =
    "/dev/dm-" "/dev/mapper/" "/dev/mmcblk" "/dev/nvme" "/dev/sd" "/dev/vd" "/dev/xvd" "/etc/"
    "/etc/profile.d/" "/var/cache/";
static const uint32_t lists_prefixes_of_fd_name[] = {
    28, 29, 30, 26, 24, 25, 27, 23, 21, 22,
};
static const struct rt_table_node nodes_prefixes_of_fd_name[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 0, 1, 3, 47}, {1, 5, 0, 0, 4, 6, 100},
    {63, 13, 7, 1, 4, 1, 101}, {83, 14, 9, 1, 10, 0, 118}, {5, 11, 0, 1, 3, 0, 100},
    {13, 11, 0, 0, 1, 2, 109}, {36, 13, 3, 1, 4, 0, 110}, {45, 13, 4, 1, 2, 0, 115},
    {52, 13, 5, 1, 2, 0, 118}, {59, 13, 6, 1, 3, 0, 120}, {14, 13, 1, 1, 6, 0, 97},
    {26, 13, 2, 1, 5, 0, 109}, {72, 14, 8, 1, 10, 0, 112},
};
static const struct rt_table prefixes_of_fd_name = {
    .kind = RT_TABLE_PREFIX,
    .number = 2,
    .known = 19,
    .given = 20,
    .slot = VALUE_FD_NAME,
    .bytes = bytes_prefixes_of_fd_name,
    .lists = lists_prefixes_of_fd_name,
    .nodes = nodes_prefixes_of_fd_name,
    .longest = 15,
};
/* clang-format on */

/* Every text, backwards, that some rule asks fd.name to end with. */
/* clang-format off */
static const char bytes_suffixes_of_fd_name[] =
    "bd.slaitnederc/duolcg/gifnoc./" "crten./" "ecivres." "fnoc." "gifnoc/ebuk./" "htap." "igc."
    "kcos.drekcod-irc/" "kcos.dreniatnoc/" "kcos.namdop/namdop/" "kcos.oirc/" "kcos.rekcod/"
    "lmthp." "nekot-tluav./" "nosj.gifnoc/rekcod./" "nosj.snekoTssecca/eruza./" "php." "psj."
    "remit." "retsiger/csim_tmfnib/" "slaitnederc-tig./" "slaitnederc/swa./" "tekcos." "xpsa."
    "xpsj.";
static const uint32_t lists_suffixes_of_fd_name[] = {
    34, 38, 41, 45, 36, 44, 51, 56, 53, 55, 54, 52, 47, 40, 37, 35, 46, 48, 42, 57, 39, 33, 43, 50,
    49,
};
static const struct rt_table_node nodes_suffixes_of_fd_name[] = {
    {0, 1, 0, 0, 0, 15, 0}, {0, 16, 0, 1, 30, 0, 98}, {30, 16, 1, 1, 7, 0, 99},
    {37, 16, 2, 1, 8, 0, 101}, {45, 16, 3, 1, 5, 0, 102}, {50, 16, 4, 1, 13, 0, 103},
    {63, 16, 5, 1, 5, 0, 104}, {68, 16, 6, 1, 4, 0, 105}, {72, 16, 0, 0, 5, 4, 107},
    {146, 22, 12, 1, 6, 0, 108}, {152, 22, 0, 0, 1, 2, 110}, {210, 26, 0, 0, 1, 2, 112},
    {218, 28, 0, 0, 2, 2, 114}, {245, 30, 0, 0, 11, 2, 115}, {279, 32, 22, 1, 7, 0, 116},
    {286, 32, 0, 0, 3, 2, 120}, {77, 20, 0, 0, 3, 2, 100}, {110, 22, 9, 1, 14, 0, 110},
    {129, 22, 10, 1, 5, 0, 111}, {139, 22, 11, 1, 7, 0, 114}, {80, 22, 7, 1, 9, 0, 107},
    {97, 22, 8, 1, 8, 0, 110}, {153, 24, 13, 1, 12, 0, 101}, {166, 24, 0, 0, 4, 2, 111},
    {170, 26, 14, 1, 15, 0, 103}, {190, 26, 15, 1, 20, 0, 115}, {211, 28, 16, 1, 3, 0, 104},
    {215, 28, 17, 1, 3, 0, 115}, {220, 30, 18, 1, 4, 0, 109}, {226, 30, 19, 1, 19, 0, 116},
    {256, 32, 20, 1, 6, 0, 45}, {273, 32, 21, 1, 6, 0, 47}, {289, 34, 23, 1, 2, 0, 97},
    {294, 34, 24, 1, 2, 0, 106},
};
static const struct rt_table suffixes_of_fd_name = {
    .kind = RT_TABLE_SUFFIX,
    .number = 3,
    .known = 31,
    .given = 32,
    .slot = VALUE_FD_NAME,
    .bytes = bytes_suffixes_of_fd_name,
    .lists = lists_suffixes_of_fd_name,
    .nodes = nodes_suffixes_of_fd_name,
    .longest = 30,
};
/* clang-format on */

/* Every path that some rule asks fd.name to be below. */
/* clang-format off */
static const char bytes_paths_of_fd_name[] =
    "bin/" "etc/anacrontab/" "etc/bash.bashrc/" "etc/cron.d/" "etc/cron.daily/" "etc/cron.hourly/"
    "etc/cron.monthly/" "etc/cron.weekly/" "etc/crontab/" "etc/group/" "etc/gshadow/"
    "etc/ld.so.preload/" "etc/passwd/" "etc/profile.d/" "etc/profile/" "etc/shadow/"
    "etc/sudoers.d/" "etc/sudoers/" "etc/systemd/system/" "etc/systemd/user/" "etc/zsh/"
    "lib/systemd/system/" "lib/x86_64-linux-gnu/" "lib64/" "sbin/" "usr/bin/"
    "usr/lib/systemd/system/" "usr/lib/systemd/user/" "usr/lib/x86_64-linux-gnu/" "usr/lib64/"
    "usr/local/bin/" "usr/local/lib/systemd/system/" "usr/local/sbin/" "usr/sbin/" "var/log/audit/"
    "var/log/auth.log/" "var/log/btmp/" "var/log/cron.log/" "var/log/cron/" "var/log/faillog/"
    "var/log/journal/" "var/log/kern.log/" "var/log/lastlog/" "var/log/messages/" "var/log/secure/"
    "var/log/sudo.log/" "var/log/syslog/" "var/log/wtmp/" "var/spool/cron/";
static const uint32_t lists_paths_of_fd_name[] = {
    63, 60, 64, 64, 60, 64, 60, 64, 60, 64, 60, 64, 60, 64, 60, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    65, 64, 65, 61, 64, 61, 64, 64, 61, 64, 63, 63, 63, 63, 61, 64, 61, 64, 63, 63, 63, 61, 64, 63,
    63, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 60, 64,
};
static const struct rt_table_node nodes_paths_of_fd_name[] = {
    {0, 1, 0, 0, 0, 6, 0}, {0, 7, 0, 1, 4, 0, 98}, {4, 7, 0, 0, 4, 8, 101},
    {280, 36, 0, 0, 3, 2, 108}, {326, 40, 36, 1, 5, 0, 115}, {331, 40, 0, 0, 4, 3, 117},
    {485, 54, 0, 0, 4, 2, 118}, {8, 15, 1, 2, 11, 0, 97}, {23, 15, 3, 1, 12, 0, 98},
    {39, 15, 0, 0, 4, 2, 99}, {126, 23, 0, 0, 1, 2, 103}, {148, 25, 18, 1, 14, 0, 108},
    {166, 25, 0, 0, 1, 2, 112}, {203, 29, 0, 0, 1, 3, 115}, {276, 36, 31, 1, 4, 0, 122},
    {43, 17, 0, 0, 1, 4, 46}, {118, 23, 14, 2, 4, 0, 116}, {44, 21, 0, 0, 1, 2, 100},
    {70, 23, 8, 2, 7, 0, 104}, {86, 23, 10, 2, 8, 0, 109}, {103, 23, 12, 2, 7, 0, 119},
    {45, 23, 4, 2, 1, 0, 47}, {56, 23, 6, 2, 5, 0, 97}, {127, 25, 16, 1, 5, 0, 114},
    {137, 25, 17, 1, 7, 0, 115}, {167, 27, 19, 1, 6, 0, 97}, {178, 27, 0, 0, 6, 2, 114},
    {184, 29, 20, 1, 3, 0, 46}, {198, 29, 21, 1, 1, 0, 47}, {204, 32, 22, 1, 6, 0, 104},
    {215, 32, 0, 0, 6, 2, 117}, {241, 34, 0, 0, 7, 2, 121}, {221, 34, 23, 2, 3, 0, 46},
    {235, 34, 25, 2, 1, 0, 47}, {248, 36, 27, 2, 7, 0, 115}, {267, 36, 29, 2, 5, 0, 117},
    {283, 38, 0, 0, 1, 2, 47}, {323, 40, 35, 1, 3, 0, 54}, {284, 40, 32, 2, 15, 0, 115},
    {303, 40, 34, 1, 17, 0, 120}, {335, 43, 37, 1, 4, 0, 98}, {343, 43, 0, 0, 1, 2, 108},
    {480, 54, 48, 1, 5, 0, 115}, {344, 45, 0, 0, 2, 2, 105}, {423, 51, 0, 0, 5, 3, 111},
    {346, 47, 0, 0, 1, 2, 47}, {415, 51, 43, 1, 3, 0, 54}, {347, 49, 0, 0, 8, 2, 115},
    {391, 51, 42, 1, 17, 0, 120}, {355, 51, 38, 2, 7, 0, 115}, {378, 51, 40, 2, 5, 0, 117},
    {428, 54, 44, 1, 4, 0, 98}, {442, 54, 45, 2, 19, 0, 108}, {471, 54, 47, 1, 5, 0, 115},
    {489, 56, 0, 0, 4, 10, 108}, {705, 73, 63, 2, 11, 0, 115}, {493, 66, 0, 0, 2, 2, 97},
    {524, 68, 51, 1, 5, 0, 98}, {537, 68, 0, 0, 4, 2, 99}, {567, 70, 54, 1, 8, 0, 102},
    {583, 70, 55, 1, 8, 0, 106}, {599, 70, 56, 1, 9, 0, 107}, {616, 70, 57, 1, 8, 0, 108},
    {632, 70, 58, 1, 9, 0, 109}, {649, 70, 0, 0, 1, 3, 115}, {696, 73, 62, 1, 5, 0, 119},
    {495, 68, 49, 1, 4, 0, 100}, {509, 68, 50, 1, 7, 0, 116}, {541, 70, 52, 1, 5, 0, 46},
    {558, 70, 53, 1, 1, 0, 47}, {650, 73, 59, 1, 6, 0, 101}, {665, 73, 60, 1, 8, 0, 117},
    {682, 73, 61, 1, 6, 0, 121},
};
static const struct rt_table paths_of_fd_name = {
    .kind = RT_TABLE_PATH,
    .number = 4,
    .known = 58,
    .given = 59,
    .slot = VALUE_FD_NAME,
    .bytes = bytes_paths_of_fd_name,
    .lists = lists_paths_of_fd_name,
    .nodes = nodes_paths_of_fd_name,
    .longest = 29,
};
/* clang-format on */

/* Everything that some rule compares proc.exepath with. */
/* clang-format off */
static const char bytes_texts_of_proc_exepath[] =
    "/bin/bash" "/bin/busybox" "/bin/dash" "/bin/sh" "/opt/google/chrome/chrome"
    "/opt/google/chrome/chrome_crashpad_handler" "/sbin/apk" "/usr/bin/amazon-ssm-agent"
    "/usr/bin/apt" "/usr/bin/apt-get" "/usr/bin/arping" "/usr/bin/at" "/usr/bin/bash"
    "/usr/bin/blkid" "/usr/bin/buildah" "/usr/bin/busybox" "/usr/bin/bwrap" "/usr/bin/ceph-osd"
    "/usr/bin/certbot" "/usr/bin/chage" "/usr/bin/chattr" "/usr/bin/chfn" "/usr/bin/chsh"
    "/usr/bin/cilium-agent" "/usr/bin/conmon" "/usr/bin/containerd"
    "/usr/bin/containerd-shim-runc-v2" "/usr/bin/crictl" "/usr/bin/crio" "/usr/bin/criu"
    "/usr/bin/crontab" "/usr/bin/crun" "/usr/bin/ctr" "/usr/bin/dash" "/usr/bin/dnf5"
    "/usr/bin/docker" "/usr/bin/docker-proxy" "/usr/bin/dockerd" "/usr/bin/dpkg"
    "/usr/bin/dpkg-deb" "/usr/bin/dpkg-divert" "/usr/bin/emacs" "/usr/bin/falco"
    "/usr/bin/firecracker" "/usr/bin/fish" "/usr/bin/flatpak" "/usr/bin/gdb" "/usr/bin/gdbserver"
    "/usr/bin/google_guest_agent" "/usr/bin/google_metadata_script_runner"
    "/usr/bin/google_osconfig_agent" "/usr/bin/gpasswd" "/usr/bin/hostnamectl" "/usr/bin/ip"
    "/usr/bin/journalctl" "/usr/bin/kmod" "/usr/bin/ksh" "/usr/bin/kubelet" "/usr/bin/lldb"
    "/usr/bin/localectl" "/usr/bin/login" "/usr/bin/lxc-attach" "/usr/bin/mksh" "/usr/bin/nano"
    "/usr/bin/nerdctl" "/usr/bin/netavark" "/usr/bin/newgrp" "/usr/bin/nvim" "/usr/bin/pacman"
    "/usr/bin/passt.avx2" "/usr/bin/passwd" "/usr/bin/pasta" "/usr/bin/pasta.avx2"
    "/usr/bin/pkexec" "/usr/bin/podman" "/usr/bin/qemu-system-x86_64" "/usr/bin/rootlesskit"
    "/usr/bin/rpm" "/usr/bin/rr" "/usr/bin/rsync" "/usr/bin/runc" "/usr/bin/runuser"
    "/usr/bin/savelog" "/usr/bin/sg" "/usr/bin/sh" "/usr/bin/skopeo" "/usr/bin/slirp4netns"
    "/usr/bin/ssh-keygen" "/usr/bin/su" "/usr/bin/sudo" "/usr/bin/systemctl"
    "/usr/bin/systemd-firstboot" "/usr/bin/systemd-sysusers" "/usr/bin/systemd-tmpfiles"
    "/usr/bin/tcsh" "/usr/bin/timedatectl" "/usr/bin/ucf" "/usr/bin/udevadm"
    "/usr/bin/update-alternatives" "/usr/bin/vbetool" "/usr/bin/vi" "/usr/bin/vim.basic"
    "/usr/bin/vim.tiny" "/usr/bin/zsh" "/usr/bin/zypper" "/usr/lib/accountsservice/accounts-daemon"
    "/usr/lib/chromium/chrome_crashpad_handler" "/usr/lib/chromium/chromium"
    "/usr/lib/firefox-esr/firefox-esr" "/usr/lib/firefox/firefox" "/usr/lib/openssh/sshd-auth"
    "/usr/lib/openssh/sshd-session" "/usr/lib/podman/aardvark-dns" "/usr/lib/podman/netavark"
    "/usr/lib/polkit-1/polkit-agent-helper-1" "/usr/lib/snapd/snapd" "/usr/lib/systemd/systemd"
    "/usr/lib/systemd/systemd-binfmt" "/usr/lib/systemd/systemd-coredump"
    "/usr/lib/systemd/systemd-executor" "/usr/lib/systemd/systemd-journald"
    "/usr/lib/systemd/systemd-modules-load" "/usr/lib/systemd/systemd-networkd"
    "/usr/lib/systemd/systemd-resolved" "/usr/lib/systemd/systemd-sysctl"
    "/usr/lib/systemd/systemd-timesyncd" "/usr/lib/systemd/systemd-udevd"
    "/usr/lib/systemd/systemd-userdbd" "/usr/lib/systemd/systemd-userwork" "/usr/lib/xorg/Xorg"
    "/usr/libexec/accounts-daemon" "/usr/libexec/crio/conmon"
    "/usr/libexec/docker/cli-plugins/docker-compose" "/usr/libexec/drkonqi"
    "/usr/libexec/openssh/sshd-session" "/usr/libexec/podman/conmon" "/usr/libexec/podman/netavark"
    "/usr/libexec/qemu-kvm" "/usr/local/bin/containerd" "/usr/local/bin/containerd-shim-runc-v2"
    "/usr/local/bin/crictl" "/usr/local/bin/k3s" "/usr/local/sbin/runc" "/usr/sbin/NetworkManager"
    "/usr/sbin/anacron" "/usr/sbin/arping" "/usr/sbin/atd" "/usr/sbin/auditd"
    "/usr/sbin/biosdecode" "/usr/sbin/blkid" "/usr/sbin/chgpasswd" "/usr/sbin/chpasswd"
    "/usr/sbin/chronyd" "/usr/sbin/criu" "/usr/sbin/cron" "/usr/sbin/crond" "/usr/sbin/cupsd"
    "/usr/sbin/depmod" "/usr/sbin/dhclient" "/usr/sbin/dhcpcd" "/usr/sbin/dhcpd"
    "/usr/sbin/dmidecode" "/usr/sbin/gdm3" "/usr/sbin/groupadd" "/usr/sbin/groupdel"
    "/usr/sbin/groupmod" "/usr/sbin/grpck" "/usr/sbin/grpconv" "/usr/sbin/hostapd"
    "/usr/sbin/hwclock" "/usr/sbin/inetd" "/usr/sbin/ip" "/usr/sbin/iptables-save"
    "/usr/sbin/keepalived" "/usr/sbin/ldconfig" "/usr/sbin/ldconfig.real" "/usr/sbin/lightdm"
    "/usr/sbin/lldpd" "/usr/sbin/logrotate" "/usr/sbin/lvm" "/usr/sbin/newusers" "/usr/sbin/nscd"
    "/usr/sbin/pppoe" "/usr/sbin/pwck" "/usr/sbin/pwconv" "/usr/sbin/pwunconv"
    "/usr/sbin/resolvconf" "/usr/sbin/rsyslogd" "/usr/sbin/runc" "/usr/sbin/runuser"
    "/usr/sbin/sshd" "/usr/sbin/sssd" "/usr/sbin/sysctl" "/usr/sbin/syslog-ng" "/usr/sbin/tc"
    "/usr/sbin/tcpd" "/usr/sbin/unix_chkpwd" "/usr/sbin/unix_update" "/usr/sbin/update-binfmts"
    "/usr/sbin/update-ca-certificates" "/usr/sbin/useradd" "/usr/sbin/userdel" "/usr/sbin/usermod"
    "/usr/sbin/vipw" "/usr/sbin/visudo" "/usr/sbin/wpa_supplicant" "/usr/sbin/xinetd"
    "/usr/share/apport/apport";
static const uint32_t lists_texts_of_proc_exepath[] = {
    74, 74, 87, 74, 74, 89, 79, 69, 70, 76, 77, 78, 86, 87, 83, 69, 70, 76, 77, 78, 86, 87, 69, 70,
    76, 77, 78, 86, 87, 82, 69, 74, 78, 84, 85, 88, 89, 94, 87, 88, 89, 92, 78, 68, 76, 78, 87, 78,
    68, 72, 76, 78, 87, 68, 72, 76, 78, 87, 94, 84, 85, 88, 89, 94, 84, 85, 88, 89, 94, 84, 85, 88,
    89, 94, 84, 84, 85, 88, 89, 94, 80, 90, 69, 84, 85, 88, 89, 94, 84, 74, 69, 70, 76, 77, 78, 86,
    87, 84, 84, 85, 88, 89, 94, 84, 85, 88, 89, 94, 69, 70, 76, 77, 78, 86, 87, 69, 70, 76, 77, 78,
    86, 87, 69, 70, 76, 77, 78, 86, 87, 72, 94, 90, 74, 89, 80, 80, 83, 83, 83, 68, 72, 76, 78, 87,
    78, 88, 73, 77, 74, 84, 85, 88, 89, 94, 80, 78, 68, 76, 78, 87, 88, 74, 72, 84, 84, 85, 88, 89,
    94, 68, 76, 78, 87, 72, 69, 70, 76, 77, 78, 86, 87, 88, 68, 76, 78, 87, 88, 89, 88, 89, 68, 76,
    78, 87, 84, 85, 88, 89, 94, 90, 89, 69, 70, 76, 77, 78, 86, 87, 80, 75, 84, 85, 88, 89, 94, 68,
    76, 78, 87, 73, 68, 76, 78, 87, 74, 84, 88, 89, 78, 68, 76, 78, 87, 68, 76, 78, 87, 71, 78, 68,
    76, 78, 87, 68, 76, 78, 87, 68, 71, 73, 76, 78, 87, 74, 78, 78, 93, 69, 70, 76, 77, 78, 86, 87,
    97, 72, 72, 72, 74, 69, 70, 76, 77, 78, 86, 87, 68, 76, 78, 87, 79, 89, 89, 89, 68, 76, 78, 87,
    68, 76, 78, 81, 87, 84, 85, 88, 89, 94, 82, 84, 85, 88, 89, 94, 68, 76, 78, 87, 69, 70, 76, 77,
    78, 86, 87, 68, 71, 76, 78, 81, 87, 91, 93, 94, 95, 96, 95, 79, 68, 76, 78, 81, 87, 94, 73, 93,
    82, 94, 83, 95, 96, 83, 93, 68, 76, 78, 87, 68, 76, 78, 87, 97, 68, 76, 78, 87, 84, 85, 88, 89,
    94, 84, 79, 68, 76, 78, 87, 84, 85, 88, 89, 94, 82, 84, 85, 88, 89, 94, 90, 84, 85, 88, 89, 94,
    84, 85, 88, 89, 94, 84, 84, 85, 88, 89, 94, 84, 85, 88, 89, 94, 78, 82, 69, 82, 68, 69, 76, 78,
    87, 73, 97, 92, 68, 72, 76, 78, 87, 68, 72, 76, 78, 87, 83, 80, 90, 68, 69, 76, 78, 87, 68, 69,
    76, 78, 87, 78, 77, 78, 82, 78, 82, 82, 97, 68, 76, 78, 87, 68, 72, 76, 78, 87, 68, 72, 76, 78,
    87, 68, 72, 76, 78, 87, 68, 72, 76, 78, 87, 68, 72, 76, 78, 87, 82, 78, 81, 88, 94, 78, 82, 77,
    78, 77, 78, 68, 76, 78, 87, 82, 73, 78, 92, 68, 72, 76, 78, 87, 68, 76, 78, 87, 82, 68, 72, 76,
    78, 87, 68, 72, 76, 78, 87, 68, 72, 76, 78, 87, 78, 73, 84, 85, 88, 89, 94, 68, 76, 78, 87, 68,
    76, 78, 81, 87, 68, 76, 78, 87, 95, 96, 73, 94, 81, 68, 76, 78, 87, 68, 76, 78, 87, 95, 78, 68,
    72, 76, 78, 87, 68, 72, 75, 76, 78, 87, 68, 72, 76, 78, 87, 68, 72, 76, 78, 87, 86, 82, 81, 79,
};
static const uint32_t displacements_texts_of_proc_exepath[] = {
    0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 3,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 2, 0, 4, 1, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 2,
    5, 0, 0, 0, 0, 0, 2, 2, 2, 2, 0, 0, 2, 3, 1, 2, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 1, 1, 2, 0, 0, 0, 1, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0, 0,
};
static const struct rt_table_place places_texts_of_proc_exepath[] = {
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x32d5b402, 3508, 14, 501, 5}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x8d62a77f, 1173, 19, 188, 2}, {0xfcb08006, 104, 9, 7, 7},
    {.len = UINT32_MAX}, {0x9bf46408, 3669, 19, 538, 1}, {0x56d9a009, 3184, 18, 452, 5},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xf7364607, 1679, 17, 267, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xfd976c10, 1388, 20, 226, 2},
    {0xebed8c58, 3252, 17, 472, 1}, {0x35a77212, 251, 14, 39, 2}, {0x2060ee13, 1097, 13, 173, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x5dae4618, 2276, 33, 338, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x6ebfde1f, 3118, 15, 441, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xc363185, 1222, 27, 199, 1}, {0x256f6425, 1159, 14, 186, 2}, {.len = UINT32_MAX},
    {0xeae61827, 3522, 16, 506, 5}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xa8e63c2e, 972, 18, 155, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xf690948, 481, 16, 82, 1},
    {0x5ee672d0, 1606, 28, 257, 7}, {.len = UINT32_MAX}, {0x14c71c5a, 1351, 11, 220, 4},
    {0x10468435, 1110, 15, 174, 7}, {0xf12cfa13, 2469, 18, 351, 1}, {0x2ad586dd, 3493, 15, 500, 1},
    {.len = UINT32_MAX}, {0x24d13786, 959, 13, 154, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x4cada23f, 2374, 30, 342, 1},
    {0x3f18a240, 2713, 25, 379, 5}, {0x59b49841, 1558, 20, 254, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x5df6ba5c, 2107, 33, 327, 1},
    {0x2d4dc4a, 1495, 25, 243, 4}, {0xa876644b, 1696, 12, 268, 1}, {0xf6274e4c, 2993, 17, 422, 1},
    {.len = UINT32_MAX}, {0x886a27fc, 931, 12, 148, 1}, {.len = UINT32_MAX},
    {0x5c4ae250, 1373, 15, 225, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x1734ea54, 1004, 19, 160, 1}, {0x6bc73455, 21, 9, 3, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x45767ced, 3756, 24, 549, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x35b7d143, 852, 16, 139, 5},
    {0x6287a5e, 3735, 21, 545, 4}, {0x57afce5f, 650, 14, 129, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x5e5c263, 327, 13, 48, 5}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xede43e66, 3688, 12, 539, 1}, {0x6b377e67, 563, 21, 98, 5},
    {0x9c9a8868, 2797, 18, 390, 5}, {.len = UINT32_MAX}, {0x64d4366a, 113, 25, 14, 1},
    {.len = UINT32_MAX}, {0xbdef8d07, 3313, 23, 477, 1}, {0x3ded4db0, 235, 16, 38, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x6e761874, 1545, 13, 253, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x77fb947c, 1427, 11, 229, 4},
    {0x4f714c7d, 1335, 16, 219, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xae349e80, 1723, 40, 276, 4}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xe3ad9483, 888, 11, 145, 1}, {.len = UINT32_MAX}, {0x69f90e85, 2140, 33, 328, 6},
    {.len = UINT32_MAX}, {0x9c4aa487, 3133, 19, 442, 1}, {.len = UINT32_MAX},
    {0x4ff15c89, 282, 16, 42, 1}, {0xe547c6b7, 1438, 13, 233, 4}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x82ff148d, 1207, 15, 194, 5}, {0xea79ea8e, 3220, 15, 462, 5},
    {0x8c18711c, 2052, 24, 315, 11}, {.len = UINT32_MAX}, {0xeb895891, 1036, 13, 162, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xc0d64a97, 2404, 32, 343, 4}, {0x23a78298, 1269, 12, 201, 7},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x578b189b, 353, 21, 58, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xe622929f, 1319, 16, 215, 4},
    {0x37fe22a0, 3625, 14, 527, 5}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x59406aa9, 3414, 15, 487, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x5845ceac, 2585, 20, 362, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x74cc1eb2, 1661, 18, 266, 1}, {.len = UINT32_MAX},
    {0x7c5f20b4, 9, 12, 1, 2}, {0xf651bf44, 3594, 14, 518, 5}, {.len = UINT32_MAX},
    {0xf51acab7, 408, 32, 69, 5}, {.len = UINT32_MAX}, {0x6b5728b9, 918, 13, 147, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xa4743c19, 37, 25, 5, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x61680a97, 1023, 13, 161, 1},
    {0x34dab4c2, 600, 13, 108, 7}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x7d7836c8, 1292, 14, 209, 1},
    {0x161040c9, 630, 20, 122, 7}, {.len = UINT32_MAX}, {0x96aae1e0, 455, 13, 75, 5},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x8e3117c8, 711, 16, 133, 1},
    {0x9513a4cf, 3448, 13, 489, 2}, {.len = UINT32_MAX}, {0xbd6cd2fb, 3068, 16, 436, 1},
    {0xd38b70d2, 2692, 21, 378, 1}, {0xc5b7a551, 2032, 20, 308, 7}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xbab21569, 150, 16, 22, 7}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x9f8e84dd, 2206, 37, 335, 1}, {.len = UINT32_MAX}, {0x96d1dadf, 3336, 20, 478, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x796f9df5, 497, 13, 83, 5},
    {0x32df0e7, 1650, 11, 265, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x135c812d, 1993, 39, 304, 4}, {0xdf4db4bc, 822, 30, 138, 1}, {.len = UINT32_MAX},
    {0xe8cb2f44, 3608, 17, 523, 4}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x5c1ba2f4, 739, 18, 135, 1},
    {.len = UINT32_MAX}, {0x17b43ef6, 868, 20, 144, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x235286fa, 30, 7, 4, 1}, {0x30bfee9a, 2515, 24, 356, 5},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xc158ce32, 2436, 33, 347, 4}, {0x220ce770, 3893, 24, 573, 1}, {0x8bacb02, 3461, 18, 491, 5},
    {.len = UINT32_MAX}, {0x4d174b04, 2941, 15, 411, 1}, {0x64535505, 1281, 11, 208, 1},
    {0xc98b66cb, 943, 16, 149, 5}, {0xcee2eb07, 219, 16, 33, 5}, {0xd13dc508, 3538, 18, 511, 5},
    {0x499fbb09, 2638, 26, 367, 5}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x8593b50d, 1590, 16, 256, 1}, {.len = UINT32_MAX}, {0x6f88310f, 2815, 20, 395, 5},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x64b20d12, 2921, 20, 410, 1},
    {0x5429e38d, 2905, 16, 409, 1}, {0xa68d8914, 3639, 14, 532, 4}, {0xa4e61b15, 899, 19, 146, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xb2a1df19, 138, 12, 15, 7},
    {.len = UINT32_MAX}, {0x2d1ee60d, 2173, 33, 334, 1}, {0xe7d040f5, 510, 12, 88, 1},
    {0x13bfd31d, 1578, 12, 255, 1}, {0x8011b8eb, 3780, 32, 550, 1}, {0x39fc2d38, 0, 9, 0, 1},
    {0x2e888920, 3812, 17, 551, 5}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x8d727d24, 1969, 24, 298, 6}, {0xd8c93f25, 2975, 18, 417, 5}, {0x9f49b90f, 1125, 19, 181, 1},
    {0x568e8119, 2876, 16, 403, 1}, {0xcb601928, 1886, 26, 284, 4}, {.len = UINT32_MAX},
    {0x200a712a, 3933, 24, 575, 1}, {0x5d74b02c, 1804, 26, 281, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xc826212e, 522, 13, 89, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x71061f35, 2076, 31, 326, 1}, {.len = UINT32_MAX}, {0x9cf212aa, 3846, 17, 562, 5},
    {0x7360e112, 374, 15, 59, 5}, {.len = UINT32_MAX}, {0xf8273206, 3356, 18, 479, 2},
    {.len = UINT32_MAX}, {0x905a5fb9, 3653, 16, 536, 2}, {.len = UINT32_MAX},
    {0xb1d9924, 2738, 38, 384, 5}, {0xd21e053f, 1065, 17, 164, 5}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x2fcd2417, 1941, 28, 293, 5}, {0xc1be4943, 1830, 32, 282, 1},
    {0x355344, 2340, 34, 341, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x85ecdbb0, 3038, 15, 430, 5}, {0x9d20b348, 2776, 21, 389, 1}, {0x7e5a034e, 3010, 14, 423, 2},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x5a7d314f, 1306, 13, 210, 5}, {0x7333ef50, 1144, 15, 182, 4},
    {0x54eb979e, 2835, 24, 400, 2}, {0x87f4e752, 664, 14, 130, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x70835955, 3084, 18, 437, 2}, {.len = UINT32_MAX},
    {0x10f6b357, 265, 17, 41, 1}, {0xba49c958, 3576, 18, 517, 1}, {.len = UINT32_MAX},
    {0xe35147fb, 340, 13, 53, 5}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xf5c507e5, 3202, 18, 457, 5}, {0xc6fc3360, 1862, 24, 283, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xd0b8c3dc, 3152, 14, 443, 4}, {.len = UINT32_MAX},
    {0x9906dfe, 1192, 15, 190, 4}, {.len = UINT32_MAX}, {0x32891324, 584, 16, 103, 5},
    {.len = UINT32_MAX}, {0xb805d169, 205, 14, 32, 1}, {0x1683f96a, 3235, 17, 467, 5},
    {0xb1259d6b, 2956, 19, 412, 5}, {0xd0ddd79f, 2243, 33, 336, 2}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x45201170, 3829, 17, 556, 6}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x9818617f, 613, 17, 115, 7}, {0x88fb1780, 1082, 15, 169, 4},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x5b3edf85, 3397, 17, 483, 4}, {.len = UINT32_MAX}, {0x43406387, 3286, 15, 474, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xacae758a, 3053, 15, 435, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x1269118d, 3374, 23, 481, 2}, {.len = UINT32_MAX},
    {0xb834eb8f, 3166, 18, 447, 5}, {0x61e1e790, 3024, 14, 425, 5}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x7bcb7f94, 468, 13, 80, 2},
    {0x7a655b95, 298, 14, 43, 4}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xa7a43798, 1763, 41, 280, 1}, {0xd9d6411b, 3877, 16, 572, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xa9afb480, 1520, 25, 247, 6},
    {0x99f3379f, 3863, 14, 567, 5}, {0x583c79a0, 1362, 11, 224, 1}, {.len = UINT32_MAX},
    {0x33a961a2, 3556, 20, 516, 1}, {0x49b4afa3, 2539, 46, 361, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x64b007a6, 1249, 20, 200, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x395e3f1f, 3102, 16, 439, 2},
    {0x457f49b9, 3269, 17, 473, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x8b04d1b0, 1049, 16, 163, 1}, {0x699765b1, 3714, 21, 541, 4}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x45d2cbb6, 389, 19, 64, 5},
    {0x5a91e7b7, 757, 27, 136, 1}, {0xadf705b8, 312, 15, 47, 1}, {0xbcf81b9, 3301, 12, 475, 2},
    {.len = UINT32_MAX}, {0x382f0b7a, 2664, 28, 372, 6}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x52859a6a, 2487, 28, 352, 4}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x9f44fd3c, 192, 13, 31, 1}, {0xdfdbd485, 2309, 31, 339, 2}, {0xedf6644a, 2859, 17, 402, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x99f929c8, 678, 20, 131, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x7ed5709d, 2605, 33, 363, 4},
    {0x7b9ca5d0, 727, 12, 134, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x435d82d1, 62, 42, 6, 1}, {0x33f86dd5, 181, 11, 30, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x416d0406, 3429, 19, 488, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x59749bdc, 3700, 14, 540, 1}, {.len = UINT32_MAX},
    {0x4762bbde, 1408, 19, 228, 1}, {0x1c6a3bdf, 3479, 14, 496, 4}, {0x6b9d69e0, 1912, 29, 288, 5},
    {0xd2c78de1, 548, 15, 97, 1}, {.len = UINT32_MAX}, {0xa178a7e3, 1708, 15, 269, 7},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xa8a28cd0, 3917, 16, 574, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xba35dbec, 784, 38, 137, 1}, {.len = UINT32_MAX}, {0x3ffef1ee, 440, 15, 74, 1},
    {0x5cbb79ef, 166, 15, 29, 1}, {.len = UINT32_MAX}, {0xaa5a5f1, 1451, 18, 237, 2},
    {.len = UINT32_MAX}, {0x6e3bbd6a, 535, 13, 90, 7}, {.len = UINT32_MAX},
    {0x6a6865f5, 1469, 26, 239, 4}, {0x262771f6, 698, 13, 132, 1}, {.len = UINT32_MAX},
    {0x98aa742, 990, 14, 156, 4}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x2bae35fb, 2892, 13, 404, 5}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xccddc7fe, 1634, 16, 264, 1}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_proc_exepath = {
    .kind = RT_TABLE_EQUAL,
    .number = 5,
    .known = 66,
    .given = 67,
    .slot = VALUE_PROC_EXEPATH,
    .bytes = bytes_texts_of_proc_exepath,
    .lists = lists_texts_of_proc_exepath,
    .places = places_texts_of_proc_exepath,
    .nplaces = 512,
    .displacements = displacements_texts_of_proc_exepath,
    .ndisplacements = 128,
    .seed = 1,
    .lengths = UINT64_C(0x47e7ffbffa80),
};
/* clang-format on */

/* Every text that some rule asks proc.exepath to start with. */
/* clang-format off */
static const char bytes_prefixes_of_proc_exepath[] =
    "/dev/shm/" "/opt/cni/bin/" "/run/shm/" "/run/user/" "/tmp/" "/usr/"
    "/usr/bin/google_guest_agent" "/usr/bin/python3" "/usr/lib/cni/" "/usr/lib/systemd/"
    "/var/tmp/";
static const uint32_t lists_prefixes_of_proc_exepath[] = {
    104, 109, 105, 108, 106, 100, 102, 101, 110, 103, 107,
};
static const struct rt_table_node nodes_prefixes_of_proc_exepath[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 0, 1, 6, 47}, {1, 8, 0, 1, 8, 0, 100},
    {10, 8, 1, 1, 12, 0, 111}, {23, 8, 0, 0, 4, 2, 114}, {42, 10, 4, 1, 4, 0, 116},
    {47, 10, 5, 1, 4, 2, 117}, {125, 16, 10, 1, 8, 0, 118}, {27, 10, 2, 1, 4, 0, 115},
    {36, 10, 3, 1, 5, 0, 117}, {56, 12, 0, 0, 4, 2, 98}, {99, 14, 0, 0, 4, 2, 108},
    {60, 14, 6, 1, 18, 0, 103}, {87, 14, 7, 1, 7, 0, 112}, {103, 16, 8, 1, 4, 0, 99},
    {116, 16, 9, 1, 8, 0, 115},
};
static const struct rt_table prefixes_of_proc_exepath = {
    .kind = RT_TABLE_PREFIX,
    .number = 6,
    .known = 98,
    .given = 99,
    .slot = VALUE_PROC_EXEPATH,
    .bytes = bytes_prefixes_of_proc_exepath,
    .lists = lists_prefixes_of_proc_exepath,
    .nodes = nodes_prefixes_of_proc_exepath,
    .longest = 27,
};
/* clang-format on */

/* Everything that some rule compares proc.aname with. */
/* clang-format off */
static const char bytes_texts_of_proc_aname[] =
    "NetworkManager" "SCREEN" "apk" "apt" "apt-get" "aptitude" "atd" "buildah" "buildctl"
    "buildkitd" "bwrap" "cargo" "cmake" "configure" "conftest" "cron" "crond" "ctest" "dhclient"
    "dhcpcd" "dnf" "dnf5" "doas" "dpkg" "dpkg-preconfigu" "dracut" "fakeroot" "go" "kaniko" "login"
    "logrotate" "lxc-usernsexec" "machinectl" "make" "meson" "microdnf" "mkinitramfs" "newuidmap"
    "ninja" "pacman" "pkexec" "podman" "polkitd" "resolvconf" "rootlesskit" "rpm" "run0" "runuser"
    "rustc" "screen" "slirp4netns" "snapd" "sshd" "sshd-session" "su" "sudo" "systemd-run" "tmux"
    "tmux: server" "unattended-upgr" "unshare" "update-initramfs" "yum" "zypper";
static const uint32_t lists_texts_of_proc_aname[] = {
    114, 118, 113, 113, 113, 113, 118, 119, 120, 120, 120, 119, 116, 116, 116, 116, 118, 118, 116,
    114, 114, 113, 113, 118, 113, 113, 115, 119, 116, 120, 118, 117, 119, 118, 116, 116, 113, 115,
    119, 116, 113, 118, 119, 118, 114, 119, 113, 118, 118, 116, 118, 119, 113, 118, 118, 118, 118,
    118, 118, 118, 113, 119, 115, 113, 113,
};
static const uint32_t displacements_texts_of_proc_aname[] = {
    0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 6, 0, 1,
};
static const struct rt_table_place places_texts_of_proc_aname[] = {
    {0xfebb7b00, 174, 6, 29, 1}, {.len = UINT32_MAX}, {0xf5c2b902, 172, 2, 28, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x45cb6066, 309, 4, 47, 1},
    {0xd014e180, 44, 7, 7, 2}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xc4c6438a, 59, 9, 10, 1}, {0x427fba0b, 260, 6, 40, 1}, {0x4e0e2c8c, 26, 7, 4, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xd456923f, 114, 8, 19, 1}, {0xbcf7ab79, 331, 11, 51, 1},
    {.len = UINT32_MAX}, {0x4dcb49b, 68, 5, 11, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x79b3e99, 83, 9, 14, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x1204381c, 365, 4, 56, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x3e85f71f, 128, 3, 21, 1}, {0x9686c723, 347, 4, 53, 1}, {.len = UINT32_MAX},
    {0xb40d27cb, 313, 7, 48, 1}, {.len = UINT32_MAX}, {0x897e4724, 122, 6, 20, 1},
    {.len = UINT32_MAX}, {0xfa41ef1d, 92, 8, 15, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xc7a0922d, 194, 14, 32, 1}, {0x595cbdf1, 158, 6, 26, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xd296a8a6, 23, 3, 3, 1}, {0x43b5fef4, 222, 5, 35, 1}, {0x7a810363, 351, 12, 54, 1},
    {0x23096a59, 227, 8, 36, 1}, {.len = UINT32_MAX}, {0x5cfef239, 143, 15, 25, 1},
    {0x9db5303a, 411, 7, 61, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xebb7113d, 135, 4, 23, 1}, {0xfcce853e, 33, 8, 5, 1}, {0xa1c2293f, 104, 5, 17, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xbb63e7c3, 208, 10, 33, 1},
    {0x3d855644, 131, 4, 22, 1}, {0x5c970fc5, 78, 5, 13, 1}, {0x6c0d116c, 73, 5, 12, 1},
    {.len = UINT32_MAX}, {0x67fa2048, 325, 6, 50, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xa746d8cb, 139, 4, 24, 1}, {0xe87531cc, 180, 5, 30, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xb538bf9e, 418, 16, 62, 1}, {0x20645a50, 434, 3, 63, 1},
    {0xf634acd1, 384, 12, 59, 1}, {.len = UINT32_MAX}, {0x6f962553, 278, 7, 43, 1},
    {.len = UINT32_MAX}, {0xd32bb1d5, 396, 15, 60, 1}, {0xf54c8656, 20, 3, 2, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xf82dabd9, 51, 8, 9, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x7e694b5c, 41, 3, 6, 1}, {.len = UINT32_MAX},
    {0x6ad0dcde, 266, 6, 41, 1}, {.len = UINT32_MAX}, {0x22f0eb60, 246, 9, 38, 1},
    {0x6cfbd2e1, 255, 5, 39, 1}, {0x1e7e662, 272, 6, 42, 1}, {0x1eaa1e63, 0, 14, 0, 1},
    {0xadd009e4, 342, 5, 52, 1}, {.len = UINT32_MAX}, {0xa60001e6, 185, 9, 31, 1},
    {.len = UINT32_MAX}, {0xbe102a12, 218, 4, 34, 1}, {.len = UINT32_MAX},
    {0x8bb89cea, 164, 8, 27, 1}, {.len = UINT32_MAX}, {0x8847e719, 380, 4, 58, 1},
    {0xe7c987f4, 109, 5, 18, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x6d34480d, 295, 11, 45, 1}, {0xaeb39006, 320, 5, 49, 1}, {0x73862872, 306, 3, 46, 1},
    {.len = UINT32_MAX}, {0xab144874, 369, 11, 57, 1}, {0x3e697df5, 285, 10, 44, 1},
    {.len = UINT32_MAX}, {0x7acad85c, 100, 4, 16, 1}, {0x875b0278, 363, 2, 55, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x8a279dad, 14, 6, 1, 1},
    {0x63271be3, 235, 11, 37, 1}, {0xb388dfe, 437, 6, 64, 1}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_proc_aname = {
    .kind = RT_TABLE_EQUAL,
    .number = 7,
    .known = 111,
    .given = 112,
    .slot = VALUE_ANY_PROC_ANAME,
    .bytes = bytes_texts_of_proc_aname,
    .lists = lists_texts_of_proc_aname,
    .places = places_texts_of_proc_aname,
    .nplaces = 128,
    .displacements = displacements_texts_of_proc_aname,
    .ndisplacements = 32,
    .seed = 1,
    .lengths = UINT64_C(0x1dffc),
};
/* clang-format on */

/* Every path that some rule asks fd.directory to be below. */
/* clang-format off */
static const char bytes_paths_of_fd_directory[] =
    "var/lib/php/sessions/" "var/lib/tomcat10/work/" "var/lib/tomcat9/work/" "var/www/html/cache/"
    "var/www/html/wp-content/cache/";
static const uint32_t lists_paths_of_fd_directory[] = {
    123, 123, 123, 123, 123,
};
static const struct rt_table_node nodes_paths_of_fd_directory[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 0, 4, 2, 118}, {4, 4, 0, 0, 4, 2, 108},
    {68, 8, 0, 0, 9, 2, 119}, {8, 6, 0, 1, 13, 0, 112}, {29, 6, 0, 0, 6, 2, 116},
    {35, 8, 1, 1, 8, 0, 49}, {57, 8, 2, 1, 7, 0, 57}, {77, 10, 3, 1, 6, 0, 99},
    {96, 10, 4, 1, 17, 0, 119},
};
static const struct rt_table paths_of_fd_directory = {
    .kind = RT_TABLE_PATH,
    .number = 8,
    .known = 121,
    .given = 122,
    .slot = VALUE_FD_DIRECTORY,
    .bytes = bytes_paths_of_fd_directory,
    .lists = lists_paths_of_fd_directory,
    .nodes = nodes_paths_of_fd_directory,
    .longest = 30,
};
/* clang-format on */

/* Everything that some rule compares fd.filename with. */
/* clang-format off */
static const char bytes_texts_of_fd_filename[] =
    ".ash_history" ".bash_history" ".bash_login" ".bash_logout" ".bash_profile" ".bashrc" ".cshrc"
    ".kshrc" ".profile" ".tcshrc" ".zlogin" ".zprofile" ".zsh_history" ".zshenv" ".zshrc"
    "authorized_keys" "authorized_keys2" "release_agent";
static const uint32_t lists_texts_of_fd_filename[] = {
    128, 128, 127, 127, 127, 127, 127, 127, 127, 127, 127, 127, 128, 127, 127, 126, 126, 129,
};
static const uint32_t displacements_texts_of_fd_filename[] = {
    0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 6,
};
static const struct rt_table_place places_texts_of_fd_filename[] = {
    {0xea005ae0, 130, 6, 14, 1}, {0xd89670e1, 88, 7, 9, 1}, {0x566d5123, 136, 15, 15, 1},
    {0x26977f9, 74, 6, 7, 1}, {.len = UINT32_MAX}, {0xe2814545, 102, 9, 11, 1},
    {0x79d20de6, 25, 11, 2, 1}, {.len = UINT32_MAX}, {0xcfd47368, 61, 7, 5, 1},
    {0x758d63a9, 80, 8, 8, 1}, {.len = UINT32_MAX}, {0x2efb2b4b, 0, 12, 0, 1},
    {0x36e0ed90, 123, 7, 13, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xbd44c4d9, 111, 12, 12, 1}, {0xa3c29b30, 68, 6, 6, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x41c836b6, 12, 13, 1, 1}, {0xe9c14717, 167, 13, 17, 1}, {0xa30e4d98, 36, 12, 3, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x27b463fc, 151, 16, 16, 1},
    {0x835618dd, 95, 7, 10, 1}, {0xc6ba5e5e, 48, 13, 4, 1}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_fd_filename = {
    .kind = RT_TABLE_EQUAL,
    .number = 9,
    .known = 124,
    .given = 125,
    .slot = VALUE_FD_FILENAME,
    .bytes = bytes_texts_of_fd_filename,
    .lists = lists_texts_of_fd_filename,
    .places = places_texts_of_fd_filename,
    .nplaces = 32,
    .displacements = displacements_texts_of_fd_filename,
    .ndisplacements = 16,
    .seed = 1,
    .lengths = UINT64_C(0x1bbc0),
};
/* clang-format on */

/* Everything that some rule compares proc.name with. */
/* clang-format off */
static const char bytes_texts_of_proc_name[] =
    "aa-teardown" "ansible" "ansible-playbook" "apache2" "apk" "apt" "apt-get" "aria2c" "ash"
    "auditctl" "awk" "aws" "axel" "az" "base64" "bash" "buildah" "caddy" "cat" "catalina" "cgminer"
    "cloud-init" "containerd" "cp" "cpuminer" "csh" "curl" "cut" "dash" "dnf" "dnf5" "docker"
    "dockerd" "ethminer" "fish" "ftp" "gawk" "gcloud" "git" "git-remote-http" "grep" "gunicorn"
    "head" "helm" "httpd" "invoke-rc.d" "ip6tables" "ip6tables-nft" "iptables" "iptables-legacy"
    "iptables-nft" "jq" "k9s" "kexec" "ksh" "kubectl" "kubelet" "less" "lftp" "lighttpd" "lolMiner"
    "mawk" "microdnf" "minerd" "mksh" "modprobe" "more" "nbminer" "nc" "nc.openbsd"
    "nc.traditional" "ncat" "netcat" "nft" "nginx" "node" "nodejs" "od" "php-fpm" "php-fpm7.4"
    "php-fpm8.2" "php-fpm8.3" "podman" "python3" "rclone" "rsync" "scp" "sed" "service" "setcap"
    "setenforce" "sftp" "sh" "skopeo" "ssh" "ssh-add" "ssh-agent" "ssh-copy-id" "ssh-keygen" "sshd"
    "sshd-session" "systemctl" "t-rex" "tail" "tar" "tcsh" "terraform" "tftp" "tomcat" "ufw"
    "uwsgi" "vault" "wget" "xmr-stak" "xmrig" "xtables-legacy-" "xtables-nft-mul" "xxd" "yum" "zsh"
    "zypper";
static const uint32_t lists_texts_of_proc_name[] = {
    142, 132, 132, 135, 150, 150, 150, 151, 136, 141, 137, 152, 133, 151, 133, 152, 136, 134, 135,
    152, 135, 138, 144, 134, 152, 138, 136, 134, 151, 152, 152, 136, 150, 150, 134, 134, 138, 136,
    134, 151, 137, 133, 132, 132, 152, 135, 152, 133, 135, 139, 146, 146, 146, 146, 146, 152, 133,
    154, 136, 133, 134, 152, 151, 135, 138, 137, 150, 138, 136, 153, 152, 138, 143, 143, 143, 143,
    143, 147, 135, 135, 137, 137, 152, 135, 135, 135, 135, 134, 144, 145, 148, 151, 132, 151, 132,
    151, 152, 139, 149, 140, 132, 151, 136, 134, 132, 132, 132, 132, 132, 132, 132, 139, 138, 152,
    152, 136, 133, 151, 135, 148, 135, 133, 134, 151, 152, 138, 138, 146, 146, 152, 150, 136, 150,
};
static const uint32_t displacements_texts_of_proc_name[] = {
    0, 0, 0, 0, 0, 2, 3, 1, 0, 0, 1, 0, 0, 0, 5, 1, 1, 0, 0, 0, 2, 0, 0, 1, 1, 0, 1, 0, 2, 5, 0, 0,
    2, 0, 0, 0, 0, 0, 1, 0, 3, 0, 1, 0, 1, 1, 1, 0, 1, 0, 0, 2, 1, 0, 0, 3, 0, 2, 4, 0, 1, 0, 1, 0,
};
static const struct rt_table_place places_texts_of_proc_name[] = {
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x5430b202, 206, 6, 41, 1},
    {0xd014e180, 93, 7, 17, 1}, {.len = UINT32_MAX}, {0xe7685a05, 643, 4, 113, 1},
    {.len = UINT32_MAX}, {0x337aa207, 255, 11, 49, 1}, {0x4c115b61, 242, 4, 46, 1},
    {0xe066a978, 573, 3, 104, 1}, {0xd9fcf60a, 266, 9, 50, 1}, {.len = UINT32_MAX},
    {0x8713af85, 174, 6, 34, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xe866cf0f, 561, 4, 100, 2}, {.len = UINT32_MAX}, {0x4739de58, 336, 7, 59, 1},
    {.len = UINT32_MAX}, {0x3db50913, 386, 6, 67, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xcd783c16, 404, 4, 70, 1}, {0x926e6d17, 739, 3, 131, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xca61bd1b, 34, 7, 3, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x3e85f71f, 167, 3, 32, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x969e1e1f, 77, 4, 13, 1}, {0x9686c723, 613, 4, 109, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xde12c26, 583, 9, 106, 1},
    {0x64acd327, 551, 10, 99, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x297a6b3a, 11, 7, 1, 1}, {.len = UINT32_MAX}, {0xd296a8a6, 44, 3, 5, 1},
    {0x14fecc21, 83, 6, 15, 1}, {.len = UINT32_MAX}, {0x20f9130, 638, 5, 112, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x4692b833, 325, 3, 56, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xc8d3c836, 343, 7, 60, 1}, {0x466a3b37, 565, 2, 102, 1},
    {0x5c6236c3, 105, 3, 19, 1}, {.len = UINT32_MAX}, {0xce591a3a, 454, 5, 78, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xced2a38f, 296, 15, 53, 1}, {.len = UINT32_MAX},
    {0x5b547448, 202, 4, 40, 1}, {0xb43eb40, 333, 3, 58, 1}, {0xe66c99bc, 60, 3, 8, 1},
    {.len = UINT32_MAX}, {0xe693543, 538, 7, 97, 1}, {0x175a794d, 698, 5, 126, 1},
    {0x646c0f45, 471, 7, 83, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x23096a59, 378, 8, 66, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x304cbf4e, 215, 15, 43, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x67ea4fad, 718, 15, 128, 1}, {.len = UINT32_MAX}, {0x20645a50, 736, 3, 130, 1},
    {0xecfd895e, 374, 4, 65, 1}, {0x974079c, 74, 3, 12, 1}, {0x6d96d653, 350, 4, 61, 1},
    {0x6b6fe858, 187, 8, 36, 1}, {.len = UINT32_MAX}, {0xf54c8656, 41, 3, 4, 1},
    {.len = UINT32_MAX}, {0x442dfa58, 63, 8, 9, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xc564ae5e, 156, 4, 27, 3},
    {0x6af5ec5f, 667, 6, 118, 1}, {.len = UINT32_MAX}, {0x4f73955c, 451, 3, 77, 1},
    {0x1e7e662, 508, 6, 87, 1}, {0x7a810363, 617, 12, 110, 1}, {0x34c9cadd, 650, 4, 115, 1},
    {0x6984b234, 654, 9, 116, 1}, {0x11c3a29, 441, 4, 75, 1}, {0x776ac167, 488, 10, 85, 1},
    {0xd28d4dc3, 230, 4, 44, 1}, {.len = UINT32_MAX}, {0x21bda864, 234, 8, 45, 1},
    {0x7b18806b, 576, 7, 105, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xc9843203, 123, 10, 22, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x22d6be72, 153, 3, 26, 1}, {.len = UINT32_MAX}, {0x9f662e5f, 417, 10, 73, 1},
    {0x2df09b77, 408, 7, 71, 1}, {.len = UINT32_MAX}, {0x8fca6c77, 673, 3, 119, 1},
    {0x59d20078, 145, 8, 25, 1}, {.len = UINT32_MAX}, {0xc878307a, 100, 5, 18, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xf354c26f, 733, 3, 129, 1}, {0xe69bf417, 18, 16, 2, 1},
    {.len = UINT32_MAX}, {0xc03e5c83, 415, 2, 72, 1}, {.len = UINT32_MAX},
    {0xa7a6af85, 463, 6, 81, 1}, {0xe9c59186, 195, 4, 37, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x4e0e2c8c, 47, 7, 6, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x4e4c268f, 163, 4, 31, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x66f6deaa, 686, 4, 122, 3}, {0xb6b31295, 246, 4, 47, 1},
    {0x3fc4dd53, 427, 14, 74, 1}, {0x8fae1f58, 323, 2, 55, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xe47e3d9a, 521, 6, 91, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x6efbc833, 396, 8, 69, 1}, {0x2fe683bd, 358, 8, 63, 1}, {0x7f164572, 676, 5, 120, 1},
    {.len = UINT32_MAX}, {0xb52bc2a1, 647, 3, 114, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x80d42677, 328, 5, 57, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x6c643caa, 527, 5, 92, 2}, {.len = UINT32_MAX},
    {0x2e282ceb, 567, 6, 103, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x553bd4af, 681, 5, 121, 1}, {.len = UINT32_MAX}, {0x21641907, 133, 10, 23, 1},
    {0x88997cd3, 116, 7, 21, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xc1fe57b8, 392, 4, 68, 1}, {.len = UINT32_MAX},
    {0x3d2e517d, 108, 8, 20, 1}, {.len = UINT32_MAX}, {0xdbd90785, 498, 10, 86, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xee1149c1, 0, 11, 0, 1}, {.len = UINT32_MAX}, {0xd19dac3a, 212, 3, 42, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x56cb24c6, 545, 6, 98, 1},
    {0x3edfd6c7, 89, 4, 16, 1}, {0xfc875fc8, 603, 10, 108, 1}, {0xfa75d5c9, 160, 3, 30, 1},
    {0x76bda5ca, 275, 13, 51, 1}, {.len = UINT32_MAX}, {0xa8c12bc3, 703, 15, 127, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x209ad3ac, 469, 2, 82, 1},
    {0xa68841e7, 592, 11, 107, 1}, {0xd5153cd1, 288, 8, 52, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x9255a0ac, 81, 2, 14, 1},
    {0xae0885d6, 663, 4, 117, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0x27f98323, 629, 9, 111, 1}, {0xbff0b6da, 180, 7, 35, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x7557f4c8, 514, 7, 88, 3}, {0x7a2d0ade, 54, 6, 7, 1},
    {0x8b3015c6, 354, 4, 62, 1}, {0xef6c2f65, 459, 4, 79, 2}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x9af96a36, 71, 3, 10, 2}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xa105b9e7, 199, 3, 38, 2}, {0x80f8b9e8, 366, 8, 64, 1},
    {.len = UINT32_MAX}, {0x3d855644, 170, 4, 33, 1}, {.len = UINT32_MAX},
    {0xa46ac7ec, 532, 3, 94, 2}, {0xabc1c9ed, 250, 5, 48, 1}, {.len = UINT32_MAX},
    {0x9febc31b, 690, 8, 125, 1}, {0x9876bf0, 311, 12, 54, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x8b21d83a, 143, 2, 24, 1},
    {.len = UINT32_MAX}, {0xec13caf7, 535, 3, 96, 1}, {.len = UINT32_MAX},
    {0x7e07b2f9, 478, 10, 84, 1}, {.len = UINT32_MAX}, {0x368c2dfb, 445, 6, 76, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xb388dfe, 742, 6, 132, 1}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_proc_name = {
    .kind = RT_TABLE_EQUAL,
    .number = 10,
    .known = 130,
    .given = 131,
    .slot = VALUE_PROC_NAME,
    .bytes = bytes_texts_of_proc_name,
    .lists = lists_texts_of_proc_name,
    .places = places_texts_of_proc_name,
    .nplaces = 256,
    .displacements = displacements_texts_of_proc_name,
    .ndisplacements = 64,
    .seed = 1,
    .lengths = UINT64_C(0x1fffc),
};
/* clang-format on */

/* Every text that some rule asks proc.name to start with. */
/* clang-format off */
static const char bytes_prefixes_of_proc_name[] =
    "crun" "lua" "npm" "perl" "php" "pip" "python" "ruby" "runc:[" "socat";
static const uint32_t lists_prefixes_of_proc_name[] = {
    166, 161, 164, 158, 160, 163, 157, 159, 165, 162,
};
static const struct rt_table_node nodes_prefixes_of_proc_name[] = {
    {0, 1, 0, 0, 0, 6, 0}, {0, 7, 0, 1, 4, 0, 99}, {4, 7, 1, 1, 3, 0, 108},
    {7, 7, 2, 1, 3, 0, 110}, {10, 7, 0, 0, 1, 4, 112}, {26, 11, 0, 0, 2, 2, 114},
    {36, 13, 9, 1, 5, 0, 115}, {11, 11, 3, 1, 3, 0, 101}, {15, 11, 4, 1, 2, 0, 104},
    {18, 11, 5, 1, 2, 0, 105}, {21, 11, 6, 1, 5, 0, 121}, {28, 13, 7, 1, 2, 0, 98},
    {32, 13, 8, 1, 4, 0, 110},
};
static const struct rt_table prefixes_of_proc_name = {
    .kind = RT_TABLE_PREFIX,
    .number = 11,
    .known = 155,
    .given = 156,
    .slot = VALUE_PROC_NAME,
    .bytes = bytes_prefixes_of_proc_name,
    .lists = lists_prefixes_of_proc_name,
    .nodes = nodes_prefixes_of_proc_name,
    .longest = 6,
};
/* clang-format on */

/* Everything that some rule compares fs.path.target with. */
/* clang-format off */
static const char bytes_texts_of_fs_path_target[] =
    "/etc/group" "/etc/gshadow" "/etc/gshadow-" "/etc/ld.so.preload" "/etc/master.passwd"
    "/etc/passwd" "/etc/security/opasswd" "/etc/shadow" "/etc/shadow-" "/etc/sudoers"
    "/root/.ssh/id_ed25519" "/root/.ssh/id_rsa";
static const uint32_t lists_texts_of_fs_path_target[] = {
    172, 170, 172, 170, 169, 170, 172, 170, 170, 172, 170, 171, 171, 171,
};
static const uint32_t displacements_texts_of_fs_path_target[] = {
    0, 0, 1, 1, 0, 1, 0, 1,
};
static const struct rt_table_place places_texts_of_fs_path_target[] = {
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0xe4479ada, 10, 12, 1, 2},
    {0xd57718c4, 71, 11, 6, 1}, {0xbf0a502a, 22, 13, 3, 1}, {0xe9024453, 114, 12, 10, 1},
    {0xd0570f36, 53, 18, 5, 1}, {0xde202428, 35, 18, 4, 1}, {0x3f6d176, 159, 17, 13, 1},
    {0x3f93189a, 0, 10, 0, 1}, {.len = UINT32_MAX}, {0x60f553ec, 103, 11, 8, 2},
    {0x7522740d, 126, 12, 11, 1}, {0x1fc27e1d, 82, 21, 7, 1}, {0xfa5500d8, 138, 21, 12, 1},
};
static const struct rt_table texts_of_fs_path_target = {
    .kind = RT_TABLE_EQUAL,
    .number = 12,
    .known = 167,
    .given = 168,
    .slot = VALUE_FS_PATH_TARGET,
    .bytes = bytes_texts_of_fs_path_target,
    .lists = lists_texts_of_fs_path_target,
    .places = places_texts_of_fs_path_target,
    .nplaces = 16,
    .displacements = displacements_texts_of_fs_path_target,
    .ndisplacements = 8,
    .seed = 1,
    .lengths = UINT64_C(0x263c00),
};
/* clang-format on */

/* Every text that some rule asks fs.path.target to start with. */
/* clang-format off */
static const char bytes_prefixes_of_fs_path_target[] =
    "/etc/" "/etc/ssh/ssh_host_";
static const uint32_t lists_prefixes_of_fs_path_target[] = {
    176, 175,
};
static const struct rt_table_node nodes_prefixes_of_fs_path_target[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 1, 5, 1, 47}, {10, 3, 1, 1, 13, 0, 115},
};
static const struct rt_table prefixes_of_fs_path_target = {
    .kind = RT_TABLE_PREFIX,
    .number = 13,
    .known = 173,
    .given = 174,
    .slot = VALUE_FS_PATH_TARGET,
    .bytes = bytes_prefixes_of_fs_path_target,
    .lists = lists_prefixes_of_fs_path_target,
    .nodes = nodes_prefixes_of_fs_path_target,
    .longest = 18,
};
/* clang-format on */

/* Every text, backwards, that some rule asks fs.path.target to end with. */
/* clang-format off */
static const char bytes_suffixes_of_fs_path_target[] =
    "2syek_dezirohtua/" "crhsab./" "crhsz./" "ecivres." "eliforp./" "htap." "remit."
    "syek_dezirohtua/" "tekcos.";
static const uint32_t lists_suffixes_of_fs_path_target[] = {
    180, 185, 187, 181, 186, 184, 182, 179, 183,
};
static const struct rt_table_node nodes_suffixes_of_fs_path_target[] = {
    {0, 1, 0, 0, 0, 7, 0}, {0, 8, 0, 1, 17, 0, 50}, {17, 8, 0, 0, 4, 2, 99},
    {32, 10, 0, 0, 1, 2, 101}, {49, 12, 5, 1, 5, 0, 104}, {54, 12, 6, 1, 6, 0, 114},
    {60, 12, 7, 1, 16, 0, 115}, {76, 12, 8, 1, 7, 0, 116}, {21, 10, 1, 1, 4, 0, 97},
    {29, 10, 2, 1, 3, 0, 122}, {33, 12, 3, 1, 7, 0, 99}, {41, 12, 4, 1, 8, 0, 108},
};
static const struct rt_table suffixes_of_fs_path_target = {
    .kind = RT_TABLE_SUFFIX,
    .number = 14,
    .known = 177,
    .given = 178,
    .slot = VALUE_FS_PATH_TARGET,
    .bytes = bytes_suffixes_of_fs_path_target,
    .lists = lists_suffixes_of_fs_path_target,
    .nodes = nodes_suffixes_of_fs_path_target,
    .longest = 17,
};
/* clang-format on */

/* Every path that some rule asks fs.path.target to be below. */
/* clang-format off */
static const char bytes_paths_of_fs_path_target[] =
    "bin/" "etc/anacrontab/" "etc/bash.bashrc/" "etc/cron.d/" "etc/cron.daily/" "etc/cron.hourly/"
    "etc/cron.monthly/" "etc/cron.weekly/" "etc/crontab/" "etc/group/" "etc/gshadow/"
    "etc/ld.so.preload/" "etc/passwd/" "etc/profile.d/" "etc/profile/" "etc/shadow/"
    "etc/sudoers.d/" "etc/sudoers/" "etc/systemd/system/" "etc/systemd/user/" "etc/zsh/"
    "lib/systemd/system/" "lib/x86_64-linux-gnu/" "lib64/" "sbin/" "usr/bin/"
    "usr/lib/systemd/system/" "usr/lib/systemd/user/" "usr/lib/x86_64-linux-gnu/" "usr/lib64/"
    "usr/local/bin/" "usr/local/lib/systemd/system/" "usr/local/sbin/" "usr/sbin/"
    "var/spool/cron/";
static const uint32_t lists_paths_of_fs_path_target[] = {
    192, 190, 193, 193, 190, 193, 190, 193, 190, 193, 190, 193, 190, 193, 190, 193, 193, 193, 193,
    193, 193, 193, 193, 193, 194, 193, 194, 191, 193, 191, 193, 193, 191, 193, 192, 192, 192, 192,
    191, 193, 191, 193, 192, 192, 192, 191, 193, 192, 192, 190, 193,
};
static const struct rt_table_node nodes_paths_of_fs_path_target[] = {
    {0, 1, 0, 0, 0, 6, 0}, {0, 7, 0, 1, 4, 0, 98}, {4, 7, 0, 0, 4, 8, 101},
    {280, 36, 0, 0, 3, 2, 108}, {326, 40, 36, 1, 5, 0, 115}, {331, 40, 0, 0, 4, 3, 117},
    {485, 54, 49, 2, 15, 0, 118}, {8, 15, 1, 2, 11, 0, 97}, {23, 15, 3, 1, 12, 0, 98},
    {39, 15, 0, 0, 4, 2, 99}, {126, 23, 0, 0, 1, 2, 103}, {148, 25, 18, 1, 14, 0, 108},
    {166, 25, 0, 0, 1, 2, 112}, {203, 29, 0, 0, 1, 3, 115}, {276, 36, 31, 1, 4, 0, 122},
    {43, 17, 0, 0, 1, 4, 46}, {118, 23, 14, 2, 4, 0, 116}, {44, 21, 0, 0, 1, 2, 100},
    {70, 23, 8, 2, 7, 0, 104}, {86, 23, 10, 2, 8, 0, 109}, {103, 23, 12, 2, 7, 0, 119},
    {45, 23, 4, 2, 1, 0, 47}, {56, 23, 6, 2, 5, 0, 97}, {127, 25, 16, 1, 5, 0, 114},
    {137, 25, 17, 1, 7, 0, 115}, {167, 27, 19, 1, 6, 0, 97}, {178, 27, 0, 0, 6, 2, 114},
    {184, 29, 20, 1, 3, 0, 46}, {198, 29, 21, 1, 1, 0, 47}, {204, 32, 22, 1, 6, 0, 104},
    {215, 32, 0, 0, 6, 2, 117}, {241, 34, 0, 0, 7, 2, 121}, {221, 34, 23, 2, 3, 0, 46},
    {235, 34, 25, 2, 1, 0, 47}, {248, 36, 27, 2, 7, 0, 115}, {267, 36, 29, 2, 5, 0, 117},
    {283, 38, 0, 0, 1, 2, 47}, {323, 40, 35, 1, 3, 0, 54}, {284, 40, 32, 2, 15, 0, 115},
    {303, 40, 34, 1, 17, 0, 120}, {335, 43, 37, 1, 4, 0, 98}, {343, 43, 0, 0, 1, 2, 108},
    {480, 54, 48, 1, 5, 0, 115}, {344, 45, 0, 0, 2, 2, 105}, {423, 51, 0, 0, 5, 3, 111},
    {346, 47, 0, 0, 1, 2, 47}, {415, 51, 43, 1, 3, 0, 54}, {347, 49, 0, 0, 8, 2, 115},
    {391, 51, 42, 1, 17, 0, 120}, {355, 51, 38, 2, 7, 0, 115}, {378, 51, 40, 2, 5, 0, 117},
    {428, 54, 44, 1, 4, 0, 98}, {442, 54, 45, 2, 19, 0, 108}, {471, 54, 47, 1, 5, 0, 115},
};
static const struct rt_table paths_of_fs_path_target = {
    .kind = RT_TABLE_PATH,
    .number = 15,
    .known = 188,
    .given = 189,
    .slot = VALUE_FS_PATH_TARGET,
    .bytes = bytes_paths_of_fs_path_target,
    .lists = lists_paths_of_fs_path_target,
    .nodes = nodes_paths_of_fs_path_target,
    .longest = 29,
};
/* clang-format on */

/* Every text that some rule looks for inside proc.cmdline. */
/* clang-format off */
static const char bytes_inside_proc_cmdline[] =
    " -c" " -e" " -r" "--coin=monero" "--donate-level" "--randomx-1gb-pages" "/bin/bash" "/bin/sh"
    "/inet/tcp/" "/usr/bin/cloud-init" "/usr/sbin/waagent" "BEGIN" "Socket" "archive_command"
    "dup2" "exec" "fsockopen" "getline" "google_guest_agent" "pgbackrest" "pty.spawn" "rotatelogs"
    "socket" "stratum+ssl://" "stratum+tcp://" "stratum2+tcp://" "ufw disable" "wal-g";
static const uint32_t lists_inside_proc_cmdline[] = {
    213, 214, 215, 222, 220, 221, 210, 209, 205, 197, 223, 216, 204, 199, 207, 211, 206, 212, 198,
    200, 208, 202, 203, 218, 217, 219, 224, 201,
};
static const struct rt_table_node nodes_inside_proc_cmdline[] = {
    {0, 1, 0, 0, 0, 15, 0}, {0, 16, 0, 0, 2, 3, 32}, {9, 19, 0, 0, 2, 3, 45},
    {55, 22, 0, 0, 1, 3, 47}, {117, 29, 11, 1, 5, 0, 66}, {122, 29, 12, 1, 6, 0, 83},
    {128, 29, 13, 1, 15, 0, 97}, {143, 29, 14, 1, 4, 0, 100}, {147, 29, 15, 1, 4, 0, 101},
    {151, 29, 16, 1, 9, 0, 102}, {160, 29, 0, 0, 1, 2, 103}, {185, 31, 0, 0, 1, 2, 112},
    {204, 33, 21, 1, 10, 0, 114}, {214, 33, 0, 0, 1, 2, 115}, {263, 39, 26, 1, 11, 0, 117},
    {274, 39, 27, 1, 5, 0, 119}, {2, 19, 0, 1, 1, 0, 99}, {5, 19, 1, 1, 1, 0, 101},
    {8, 19, 2, 1, 1, 0, 114}, {11, 22, 3, 1, 11, 0, 99}, {24, 22, 4, 1, 12, 0, 100},
    {38, 22, 5, 1, 17, 0, 114}, {56, 25, 0, 0, 4, 2, 98}, {72, 27, 8, 1, 9, 0, 105},
    {82, 27, 0, 0, 4, 2, 117}, {60, 27, 6, 1, 4, 0, 98}, {69, 27, 7, 1, 2, 0, 115},
    {86, 29, 9, 1, 14, 0, 98}, {105, 29, 10, 1, 12, 0, 115}, {161, 31, 17, 1, 6, 0, 101},
    {168, 31, 18, 1, 17, 0, 111}, {186, 33, 19, 1, 9, 0, 103}, {196, 33, 20, 1, 8, 0, 116},
    {215, 35, 22, 1, 5, 0, 111}, {221, 35, 0, 0, 6, 2, 116}, {227, 37, 0, 0, 1, 2, 43},
    {255, 39, 25, 1, 8, 0, 50}, {228, 39, 23, 1, 6, 0, 115}, {242, 39, 24, 1, 6, 0, 116},
};
static const uint64_t fours_inside_proc_cmdline[] = {
    0x40000000000240, 0x202400000, 0x2080000000000001, 0x800000000000, 0x2000000000000000,
    0x800210000000, 0x1000800000000, 0x800001000060,
};
static const struct rt_table inside_proc_cmdline = {
    .kind = RT_TABLE_CONTAINS,
    .number = 16,
    .known = 195,
    .given = 196,
    .slot = VALUE_PROC_CMDLINE,
    .bytes = bytes_inside_proc_cmdline,
    .lists = lists_inside_proc_cmdline,
    .nodes = nodes_inside_proc_cmdline,
    .longest = 19,
    .fours = fours_inside_proc_cmdline,
    .four_bits = 9,
    .firsts = {0x100000000, 0x0, 0x0, 0x0},
};
/* clang-format on */

/* Every text, backwards, that some rule asks fs.path.source to end with. */
/* clang-format off */
static const char bytes_suffixes_of_fs_path_source[] =
    "yrotsih_hsab./" "yrotsih_hsz./";
static const uint32_t lists_suffixes_of_fs_path_source[] = {
    227, 228,
};
static const struct rt_table_node nodes_suffixes_of_fs_path_source[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 0, 10, 2, 121}, {10, 4, 0, 1, 4, 0, 97},
    {24, 4, 1, 1, 3, 0, 122},
};
static const struct rt_table suffixes_of_fs_path_source = {
    .kind = RT_TABLE_SUFFIX,
    .number = 17,
    .known = 225,
    .given = 226,
    .slot = VALUE_FS_PATH_SOURCE,
    .bytes = bytes_suffixes_of_fs_path_source,
    .lists = lists_suffixes_of_fs_path_source,
    .nodes = nodes_suffixes_of_fs_path_source,
    .longest = 14,
};
/* clang-format on */

/* Every text, backwards, that some rule asks fs.path.name to end with. */
/* clang-format off */
static const char bytes_suffixes_of_fs_path_name[] =
    "yrotsih_hsa./" "yrotsih_hsab./" "yrotsih_hsz./" "yrotsih_lqsym./" "yrotsih_nohtyp./";
static const uint32_t lists_suffixes_of_fs_path_name[] = {
    233, 231, 232, 235, 234,
};
static const struct rt_table_node nodes_suffixes_of_fs_path_name[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 0, 8, 3, 121}, {8, 5, 0, 0, 2, 2, 104},
    {48, 9, 3, 1, 7, 0, 108}, {63, 9, 4, 1, 8, 0, 110}, {10, 7, 0, 0, 1, 2, 97},
    {37, 9, 2, 1, 3, 0, 122}, {11, 9, 0, 1, 2, 0, 46}, {24, 9, 1, 1, 3, 0, 98},
};
static const struct rt_table suffixes_of_fs_path_name = {
    .kind = RT_TABLE_SUFFIX,
    .number = 18,
    .known = 229,
    .given = 230,
    .slot = VALUE_FS_PATH_NAME,
    .bytes = bytes_suffixes_of_fs_path_name,
    .lists = lists_suffixes_of_fs_path_name,
    .nodes = nodes_suffixes_of_fs_path_name,
    .longest = 16,
};
/* clang-format on */

/* Every path that some rule asks fs.path.name to be below. */
/* clang-format off */
static const char bytes_paths_of_fs_path_name[] =
    "var/log/audit/" "var/log/auth.log/" "var/log/btmp/" "var/log/cron.log/" "var/log/cron/"
    "var/log/faillog/" "var/log/journal/" "var/log/kern.log/" "var/log/lastlog/"
    "var/log/messages/" "var/log/secure/" "var/log/sudo.log/" "var/log/syslog/" "var/log/wtmp/";
static const uint32_t lists_paths_of_fs_path_name[] = {
    238, 238, 238, 238, 238, 238, 238, 238, 238, 238, 238, 238, 238, 238,
};
static const struct rt_table_node nodes_paths_of_fs_path_name[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 0, 8, 10, 118}, {8, 12, 0, 0, 2, 2, 97},
    {39, 14, 2, 1, 5, 0, 98}, {52, 14, 0, 0, 4, 2, 99}, {82, 16, 5, 1, 8, 0, 102},
    {98, 16, 6, 1, 8, 0, 106}, {114, 16, 7, 1, 9, 0, 107}, {131, 16, 8, 1, 8, 0, 108},
    {147, 16, 9, 1, 9, 0, 109}, {164, 16, 0, 0, 1, 3, 115}, {211, 19, 13, 1, 5, 0, 119},
    {10, 14, 0, 1, 4, 0, 100}, {24, 14, 1, 1, 7, 0, 116}, {56, 16, 3, 1, 5, 0, 46},
    {73, 16, 4, 1, 1, 0, 47}, {165, 19, 10, 1, 6, 0, 101}, {180, 19, 11, 1, 8, 0, 117},
    {197, 19, 12, 1, 6, 0, 121},
};
static const struct rt_table paths_of_fs_path_name = {
    .kind = RT_TABLE_PATH,
    .number = 19,
    .known = 236,
    .given = 237,
    .slot = VALUE_FS_PATH_NAME,
    .bytes = bytes_paths_of_fs_path_name,
    .lists = lists_paths_of_fs_path_name,
    .nodes = nodes_paths_of_fs_path_name,
    .longest = 17,
};
/* clang-format on */

/* Every text that some rule looks for inside evt.arg.flags. */
/* clang-format off */
static const char bytes_inside_evt_arg_flags[] =
    "CLONE_NEWUSER" "O_TRUNC" "PRIVATE" "SLAVE";
static const uint32_t lists_inside_evt_arg_flags[] = {
    242, 241, 243, 244,
};
static const struct rt_table_node nodes_inside_evt_arg_flags[] = {
    {0, 1, 0, 0, 0, 4, 0}, {0, 5, 0, 1, 13, 0, 67}, {13, 5, 1, 1, 7, 0, 79},
    {20, 5, 2, 1, 7, 0, 80}, {27, 5, 3, 1, 5, 0, 83},
};
static const uint64_t fours_inside_evt_arg_flags[] = {
    0x100000200000, 0x110000000000, 0x0, 0x0,
};
static const struct rt_table inside_evt_arg_flags = {
    .kind = RT_TABLE_CONTAINS,
    .number = 20,
    .known = 239,
    .given = 240,
    .slot = VALUE_EVT_ARG_FLAGS,
    .bytes = bytes_inside_evt_arg_flags,
    .lists = lists_inside_evt_arg_flags,
    .nodes = nodes_inside_evt_arg_flags,
    .longest = 13,
    .fours = fours_inside_evt_arg_flags,
    .four_bits = 8,
    .firsts = {0x0, 0x0, 0x0, 0x0},
};
/* clang-format on */

/* Everything that some rule compares proc.pname with. */
/* clang-format off */
static const char bytes_texts_of_proc_pname[] =
    "apache2" "caddy" "calico-node" "catalina" "cilium-agent" "cni" "dnsmasq" "dockerd" "dovecot"
    "elasticsearch" "envoy" "exim4" "firewalld" "gunicorn" "haproxy" "httpd" "kdump-config"
    "kexec-load" "kube-proxy" "lighttpd" "mariadbd" "master" "memcached" "mongod" "mysqld" "named"
    "netavark" "netfilter-persis" "nginx" "node" "php-fpm" "php-fpm7.4" "php-fpm8.2" "php-fpm8.3"
    "postgres" "proftpd" "redis-server" "slapd" "smbd" "squid" "systemd" "tomcat" "unbound" "uwsgi"
    "vsftpd";
static const uint32_t lists_texts_of_proc_pname[] = {
    247, 248, 250, 247, 248, 251, 247, 248, 251, 251, 248, 251, 248, 248, 248, 248, 251, 247, 248,
    248, 247, 248, 250, 252, 252, 251, 247, 248, 248, 248, 248, 248, 248, 248, 251, 251, 247, 248,
    247, 248, 247, 248, 247, 248, 247, 248, 247, 248, 248, 249, 248, 248, 248, 248, 248, 251, 252,
    247, 248, 248, 247, 248, 248,
};
static const uint32_t displacements_texts_of_proc_pname[] = {
    0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0, 2, 0, 1, 1, 1, 0, 1, 2, 0, 0, 2, 0, 0, 0, 3, 17, 0,
    6,
};
static const struct rt_table_place places_texts_of_proc_pname[] = {
    {0xc001b100, 182, 6, 31, 1}, {0x7f164572, 330, 5, 60, 2}, {0x57078902, 107, 7, 19, 1},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {0x144c1a45, 80, 5, 14, 1},
    {0xf0b3e706, 43, 3, 9, 1}, {0x646c0f45, 232, 7, 40, 2}, {0xc878307a, 7, 5, 3, 2},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xfbe27b0, 269, 8, 48, 2}, {0x664c50bd, 284, 12, 51, 1}, {0xa720c82d, 194, 5, 33, 1},
    {0x96dba310, 131, 10, 24, 1}, {.len = UINT32_MAX}, {0x88294a52, 335, 6, 62, 1},
    {0x623c41c5, 167, 6, 29, 1}, {0x771e203e, 31, 12, 8, 1}, {0xcf4413a3, 323, 7, 59, 1},
    {0xe76495b7, 90, 9, 16, 1}, {0x2e37ca75, 301, 4, 53, 1}, {0xd06b9198, 141, 10, 25, 1},
    {.len = UINT32_MAX}, {0xbff0b6da, 53, 7, 11, 1}, {0xca61bd1b, 0, 7, 0, 3}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0x5dbb0627, 85, 5, 15, 1}, {0x6af5ec5f, 317, 6, 57, 2},
    {.len = UINT32_MAX}, {0xfaf665a4, 305, 5, 54, 1}, {.len = UINT32_MAX},
    {0xd8643de3, 67, 13, 13, 1}, {0x21bda864, 99, 8, 17, 2}, {0xef6c2f65, 228, 4, 38, 2},
    {0x6ac1a153, 199, 8, 34, 1}, {0x776ac167, 249, 10, 44, 2}, {.len = UINT32_MAX},
    {0x3ec6fb77, 46, 7, 10, 1}, {.len = UINT32_MAX}, {0x7e07b2f9, 239, 10, 42, 2},
    {0x891a7e5, 207, 16, 35, 1}, {0xabc1c9ed, 114, 5, 20, 3}, {0xec812a75, 310, 7, 55, 2},
    {.len = UINT32_MAX}, {0xf406a732, 60, 7, 12, 1}, {0x3929def1, 296, 5, 52, 1},
    {0xbec47939, 188, 6, 32, 1}, {0xdbd90785, 259, 10, 46, 2}, {0x3d2e517d, 23, 8, 6, 2},
    {.len = UINT32_MAX}, {0xc6be1725, 12, 11, 5, 1}, {.len = UINT32_MAX},
    {0x5c85749e, 277, 7, 50, 1}, {0x2546cc39, 119, 12, 23, 1}, {0xce591a3a, 223, 5, 36, 2},
    {.len = UINT32_MAX}, {0x914b357c, 173, 9, 30, 1}, {0x2fe683bd, 151, 8, 26, 2},
    {0x18ed4be, 159, 8, 28, 1}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_proc_pname = {
    .kind = RT_TABLE_EQUAL,
    .number = 21,
    .known = 245,
    .given = 246,
    .slot = VALUE_PROC_PNAME,
    .bytes = bytes_texts_of_proc_pname,
    .lists = lists_texts_of_proc_pname,
    .places = places_texts_of_proc_pname,
    .nplaces = 64,
    .displacements = displacements_texts_of_proc_pname,
    .ndisplacements = 32,
    .seed = 1,
    .lengths = UINT64_C(0x13ff8),
};
/* clang-format on */

/* Every text that some rule asks proc.pname to start with. */
/* clang-format off */
static const char bytes_prefixes_of_proc_pname[] =
    "kthreadd" "kworker";
static const uint32_t lists_prefixes_of_proc_pname[] = {
    256, 255,
};
static const struct rt_table_node nodes_prefixes_of_proc_pname[] = {
    {0, 1, 0, 0, 0, 1, 0}, {0, 2, 0, 0, 1, 2, 107}, {1, 4, 0, 1, 7, 0, 116},
    {9, 4, 1, 1, 6, 0, 119},
};
static const struct rt_table prefixes_of_proc_pname = {
    .kind = RT_TABLE_PREFIX,
    .number = 22,
    .known = 253,
    .given = 254,
    .slot = VALUE_PROC_PNAME,
    .bytes = bytes_prefixes_of_proc_pname,
    .lists = lists_prefixes_of_proc_pname,
    .nodes = nodes_prefixes_of_proc_pname,
    .longest = 8,
};
/* clang-format on */

/* Every text that some rule asks proc.exe to start with. */
/* clang-format off */
static const char bytes_prefixes_of_proc_exe[] =
    "./" "[";
static const uint32_t lists_prefixes_of_proc_exe[] = {
    259, 260,
};
static const struct rt_table_node nodes_prefixes_of_proc_exe[] = {
    {0, 1, 0, 0, 0, 2, 0}, {0, 3, 0, 1, 2, 0, 46}, {2, 3, 1, 1, 1, 0, 91},
};
static const struct rt_table prefixes_of_proc_exe = {
    .kind = RT_TABLE_PREFIX,
    .number = 23,
    .known = 257,
    .given = 258,
    .slot = VALUE_PROC_EXE,
    .bytes = bytes_prefixes_of_proc_exe,
    .lists = lists_prefixes_of_proc_exe,
    .nodes = nodes_prefixes_of_proc_exe,
    .longest = 2,
};
/* clang-format on */

/* Every text that some rule looks for inside proc.args. */
/* clang-format off */
static const char bytes_inside_proc_args[] =
    "--exec" "--flush" "--load" "-D" "-F" "-e" "-e 0" "-e0" "-l" "-p" "-r " "127.0.0.1" "EXEC:"
    "SYSTEM:" "add" "apparmor" "auditd" "cap_" "clamav" "crowdstrike" "disable" "exec:" "fail2ban"
    "falco" "falcon-sensor" "firewalld" "flush ruleset" "install" "kill" "localhost" "mask"
    "osquery" "rsyslog" "stop" "system:" "ufw" "wazuh";
static const uint32_t lists_inside_proc_args[] = {
    297, 287, 298, 279, 286, 295, 280, 281, 296, 299, 290, 294, 282, 283, 292, 270, 267, 289, 274,
    275, 264, 284, 271, 268, 276, 277, 288, 291, 266, 293, 265, 272, 269, 263, 285, 278, 273,
};
static const struct rt_table_node nodes_inside_proc_args[] = {
    {0, 1, 0, 0, 0, 18, 0}, {0, 19, 0, 0, 1, 7, 45}, {39, 31, 11, 1, 9, 0, 49},
    {48, 31, 12, 1, 5, 0, 69}, {53, 31, 13, 1, 7, 0, 83}, {60, 31, 0, 0, 1, 3, 97},
    {77, 34, 0, 0, 1, 3, 99}, {98, 37, 20, 1, 7, 0, 100}, {105, 37, 21, 1, 5, 0, 101},
    {110, 37, 0, 0, 1, 3, 102}, {158, 43, 27, 1, 7, 0, 105}, {165, 43, 28, 1, 4, 0, 107},
    {169, 43, 29, 1, 9, 0, 108}, {178, 43, 30, 1, 4, 0, 109}, {182, 43, 31, 1, 7, 0, 111},
    {189, 43, 32, 1, 7, 0, 114}, {196, 43, 0, 0, 1, 2, 115}, {207, 45, 35, 1, 3, 0, 117},
    {210, 45, 36, 1, 5, 0, 119}, {1, 26, 0, 0, 1, 3, 45}, {20, 29, 3, 1, 1, 0, 68},
    {22, 29, 4, 1, 1, 0, 70}, {24, 29, 5, 1, 1, 2, 101}, {33, 31, 8, 1, 1, 0, 108},
    {35, 31, 9, 1, 1, 0, 112}, {37, 31, 10, 1, 2, 0, 114}, {2, 29, 0, 1, 4, 0, 101},
    {8, 29, 1, 1, 5, 0, 102}, {15, 29, 2, 1, 4, 0, 108}, {27, 31, 6, 1, 2, 0, 32},
    {31, 31, 7, 1, 1, 0, 48}, {61, 34, 14, 1, 2, 0, 100}, {64, 34, 15, 1, 7, 0, 112},
    {72, 34, 16, 1, 5, 0, 117}, {78, 37, 17, 1, 3, 0, 97}, {82, 37, 18, 1, 5, 0, 108},
    {88, 37, 19, 1, 10, 0, 114}, {111, 40, 0, 0, 1, 2, 97}, {137, 43, 25, 1, 8, 0, 105},
    {146, 43, 26, 1, 12, 0, 108}, {112, 42, 22, 1, 6, 0, 105}, {120, 42, 23, 1, 3, 1, 108},
    {128, 43, 24, 1, 8, 0, 110}, {197, 45, 33, 1, 3, 0, 116}, {201, 45, 34, 1, 6, 0, 121},
};
static const uint64_t fours_inside_proc_args[] = {
    0x2000480010000, 0x80008, 0x100004, 0x10080090000, 0x8001000202000, 0x2000000000a00,
    0x2000200000000, 0x18000220,
};
static const struct rt_table inside_proc_args = {
    .kind = RT_TABLE_CONTAINS,
    .number = 24,
    .known = 261,
    .given = 262,
    .slot = VALUE_PROC_ARGS,
    .bytes = bytes_inside_proc_args,
    .lists = lists_inside_proc_args,
    .nodes = nodes_inside_proc_args,
    .longest = 13,
    .fours = fours_inside_proc_args,
    .four_bits = 9,
    .firsts = {0x200000000000, 0x20000200000000, 0x0, 0x0},
};
/* clang-format on */

/* Everything that some rule compares proc.pexepath with. */
/* clang-format off */
static const char bytes_texts_of_proc_pexepath[] =
    "/usr/lib/openssh/sshd-session" "/usr/sbin/inetd" "/usr/sbin/sshd" "/usr/sbin/xinetd";
static const uint32_t lists_texts_of_proc_pexepath[] = {
    302, 302, 302, 302,
};
static const uint32_t displacements_texts_of_proc_pexepath[] = {
    0, 1,
};
static const struct rt_table_place places_texts_of_proc_pexepath[] = {
    {0x9b66e231, 29, 15, 1, 1}, {0x4e08db9, 44, 14, 2, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {0xd5903504, 0, 29, 0, 1}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xeff81567, 58, 16, 3, 1},
};
static const struct rt_table texts_of_proc_pexepath = {
    .kind = RT_TABLE_EQUAL,
    .number = 25,
    .known = 300,
    .given = 301,
    .slot = VALUE_PROC_PEXEPATH,
    .bytes = bytes_texts_of_proc_pexepath,
    .lists = lists_texts_of_proc_pexepath,
    .places = places_texts_of_proc_pexepath,
    .nplaces = 8,
    .displacements = displacements_texts_of_proc_pexepath,
    .ndisplacements = 2,
    .seed = 2,
    .lengths = UINT64_C(0x2001c000),
};
/* clang-format on */

/* Everything that some rule compares fd.sport with. */
/* clang-format off */
static const char bytes_texts_of_fd_sport[] =
    "\005\015\000\000\000\000\000\000" "\\\021\000\000\000\000\000\000"
    "a\036\000\000\000\000\000\000" "a8\000\000\000\000\000\000" "l8\000\000\000\000\000\000"
    "\204\262\000\000\000\000\000\000" "\263\025\000\000\000\000\000\000"
    "\370\261\000\000\000\000\000\000";
static const uint32_t lists_texts_of_fd_sport[] = {
    305, 305, 305, 305, 305, 305, 305, 305,
};
static const uint32_t displacements_texts_of_fd_sport[] = {
    0, 0, 0, 0,
};
static const struct rt_table_place places_texts_of_fd_sport[] = {
    {0x73d8a360, 40, 8, 5, 1}, {.len = UINT32_MAX}, {0x4daf4cb2, 56, 8, 7, 1}, {.len = UINT32_MAX},
    {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX}, {.len = UINT32_MAX},
    {0xe6abbfb8, 48, 8, 6, 1}, {0x3de4d619, 0, 8, 0, 1}, {0xdd409daa, 16, 8, 2, 1},
    {.len = UINT32_MAX}, {0xc0e23f2c, 8, 8, 1, 1}, {0x61a28a0d, 32, 8, 4, 1},
    {0xbae35b6e, 24, 8, 3, 1}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_fd_sport = {
    .kind = RT_TABLE_EQUAL,
    .number = 26,
    .known = 303,
    .given = 304,
    .slot = VALUE_FD_SPORT,
    .bytes = bytes_texts_of_fd_sport,
    .lists = lists_texts_of_fd_sport,
    .numbers = true,
    .places = places_texts_of_fd_sport,
    .nplaces = 16,
    .displacements = displacements_texts_of_fd_sport,
    .ndisplacements = 4,
    .seed = 1,
    .lengths = UINT64_C(0x100),
};
/* clang-format on */

/* Everything that some rule compares container.id with. */
/* clang-format off */
static const char bytes_texts_of_container_id[] =
    "host";
static const uint32_t lists_texts_of_container_id[] = {
    308, 309,
};
static const uint32_t displacements_texts_of_container_id[] = {
    0,
};
static const struct rt_table_place places_texts_of_container_id[] = {
    {0xd2015f40, 0, 4, 0, 2}, {.len = UINT32_MAX},
};
static const struct rt_table texts_of_container_id = {
    .kind = RT_TABLE_EQUAL,
    .number = 27,
    .known = 306,
    .given = 307,
    .slot = VALUE_CONTAINER_ID,
    .bytes = bytes_texts_of_container_id,
    .lists = lists_texts_of_container_id,
    .places = places_texts_of_container_id,
    .nplaces = 2,
    .displacements = displacements_texts_of_container_id,
    .ndisplacements = 1,
    .seed = 1,
    .lengths = UINT64_C(0x10),
};
/* clang-format on */

/* clang-format off */
/* fd.typechar = f */
#define fd_typechar_is_f(eval) rt_among(eval, &texts_of_fd_typechar, TEST_FD_TYPECHAR_IS_F)
/* fd.name in (/etc/gshadow, /etc/gshadow-, /etc/master.passwd, /etc/security/opasswd,
 * /etc/shadow, /etc/shadow-) */
#define fd_name_in_password_hash_files(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IN_PASSWORD_HASH_FILES)
/* fd.name endswith /.aws/credentials */
#define fd_name_endswith_aws_credentials(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_AWS_CREDENTIALS)
/* fd.name endswith /.config/gcloud/credentials.db */
#define fd_name_endswith_config_gcloud_cred(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_CONFIG_GCLOUD_CRED)
/* fd.name endswith /.azure/accessTokens.json */
#define fd_name_endswith_azure_accesstokens(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_AZURE_ACCESSTOKENS)
/* fd.name endswith /.kube/config */
#define fd_name_endswith_kube_config(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_KUBE_CONFIG)
/* fd.name endswith /.docker/config.json */
#define fd_name_endswith_docker_config_json(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_DOCKER_CONFIG_JSON)
/* fd.name endswith /.netrc */
#define fd_name_endswith_netrc(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_NETRC)
/* fd.name endswith /.git-credentials */
#define fd_name_endswith_git_credentials(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_GIT_CREDENTIALS)
/* fd.name endswith /.vault-token */
#define fd_name_endswith_vault_token(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_VAULT_TOKEN)
/* fd.name = /etc/kubernetes/admin.conf */
#define fd_name_is_etc_kubernetes_admin_con(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IS_ETC_KUBERNETES_ADMIN_CON)
/* proc.name in (ansible, ansible-playbook, git, git-remote-http, rsync, scp, sftp, ssh, ssh-add,
 * ssh-agent, ssh-copy-id, ssh-keygen, sshd, sshd-session) */
#define proc_name_in_ansible(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_ANSIBLE)
/* proc.name in (aws, az, gcloud, helm, k9s, kubectl, terraform, vault) */
#define proc_name_in_aws(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_AWS)
/* proc.name in (buildah, containerd, curl, docker, dockerd, ftp, kubelet, podman, skopeo, wget) */
#define proc_name_in_buildah(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_BUILDAH)
/* fd.filename in (authorized_keys, authorized_keys2) */
#define fd_filename_in_authorized_keys(eval) rt_among(eval, &texts_of_fd_filename, TEST_FD_FILENAME_IN_AUTHORIZED_KEYS)
/* fs.path.target endswith /authorized_keys */
#define fs_path_target_endswith_authorized(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_AUTHORIZED)
/* fs.path.target endswith /authorized_keys2 */
#define fs_path_target_endswith_authorized_2(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_AUTHORIZED_2)
/* proc.exepath startswith /usr/bin/python3 */
#define proc_exepath_startswith_usr_bin_pyt(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_PYT)
/* proc.cmdline contains /usr/bin/cloud-init */
#define proc_cmdline_contains_usr_bin_cloud(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_USR_BIN_CLOUD)
/* proc.exepath startswith /usr/bin/google_guest_agent */
#define proc_exepath_startswith_usr_bin_goo(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_USR_BIN_GOO)
/* proc.cmdline contains google_guest_agent */
#define proc_cmdline_contains_google_guest(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_GOOGLE_GUEST)
/* fd.name pmatch (/etc/anacrontab, /etc/cron.d, /etc/cron.daily, /etc/cron.hourly,
 * /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /var/spool/cron) */
#define fd_name_pmatch_job_files(eval) rt_among(eval, &paths_of_fd_name, TEST_FD_NAME_PMATCH_JOB_FILES)
/* fs.path.target pmatch (/etc/anacrontab, /etc/cron.d, /etc/cron.daily, /etc/cron.hourly,
 * /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /var/spool/cron) */
#define fs_path_target_pmatch_job_files(eval) rt_among(eval, &paths_of_fs_path_target, TEST_FS_PATH_TARGET_PMATCH_JOB_FILES)
/* fd.name pmatch (/etc/systemd/system, /etc/systemd/user, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system) */
#define fd_name_pmatch_unit_directories(eval) rt_among(eval, &paths_of_fd_name, TEST_FD_NAME_PMATCH_UNIT_DIRECTORIES)
/* fd.name endswith .service */
#define fd_name_endswith_service(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_SERVICE)
/* fd.name endswith .timer */
#define fd_name_endswith_timer(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_TIMER)
/* fd.name endswith .socket */
#define fd_name_endswith_socket(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_SOCKET)
/* fd.name endswith .path */
#define fd_name_endswith_path(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_PATH)
/* fd.name endswith .conf */
#define fd_name_endswith_conf(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_CONF)
/* fs.path.target pmatch (/etc/systemd/system, /etc/systemd/user, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system) */
#define fs_path_target_pmatch_unit_director(eval) rt_among(eval, &paths_of_fs_path_target, TEST_FS_PATH_TARGET_PMATCH_UNIT_DIRECTOR)
/* fs.path.target endswith .service */
#define fs_path_target_endswith_service(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_SERVICE)
/* fs.path.target endswith .timer */
#define fs_path_target_endswith_timer(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_TIMER)
/* fs.path.target endswith .socket */
#define fs_path_target_endswith_socket(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_SOCKET)
/* fs.path.target endswith .path */
#define fs_path_target_endswith_path(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_PATH)
/* fd.name = /etc/ld.so.preload */
#define fd_name_is_etc_ld_so_preload(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IS_ETC_LD_SO_PRELOAD)
/* fs.path.target = /etc/ld.so.preload */
#define fs_path_target_is_etc_ld_so_preload(eval) rt_among(eval, &texts_of_fs_path_target, TEST_FS_PATH_TARGET_IS_ETC_LD_SO_PRELOAD)
/* fd.filename in (.bash_login, .bash_logout, .bash_profile, .bashrc, .cshrc, .kshrc, .profile,
 * .tcshrc, .zlogin, .zprofile, .zshenv, .zshrc) */
#define fd_filename_in_shell_start_files(eval) rt_among(eval, &texts_of_fd_filename, TEST_FD_FILENAME_IN_SHELL_START_FILES)
/* fs.path.target endswith /.bashrc */
#define fs_path_target_endswith_bashrc(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_BASHRC)
/* fs.path.target endswith /.profile */
#define fs_path_target_endswith_profile(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_PROFILE)
/* fs.path.target endswith /.zshrc */
#define fs_path_target_endswith_zshrc(eval) rt_among(eval, &suffixes_of_fs_path_target, TEST_FS_PATH_TARGET_ENDSWITH_ZSHRC)
/* fd.name in (/etc/bash.bashrc, /etc/profile, /etc/zsh/zshrc) */
#define fd_name_in_etc_bash_bashrc(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IN_ETC_BASH_BASHRC)
/* fd.name startswith /etc/profile.d/ */
#define fd_name_startswith_etc_profile_d(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_ETC_PROFILE_D)
/* fs.path.name pmatch (/var/log/audit, /var/log/auth.log, /var/log/btmp, /var/log/cron,
 * /var/log/cron.log, /var/log/faillog, /var/log/journal, /var/log/kern.log, /var/log/lastlog,
 * /var/log/messages, /var/log/secure, /var/log/sudo.log, /var/log/syslog, /var/log/wtmp) */
#define fs_path_name_pmatch_telling_logs(eval) rt_among(eval, &paths_of_fs_path_name, TEST_FS_PATH_NAME_PMATCH_TELLING_LOGS)
/* evt.arg.flags contains O_TRUNC */
#define evt_arg_flags_contains_o_trunc(eval) rt_among(eval, &inside_evt_arg_flags, TEST_EVT_ARG_FLAGS_CONTAINS_O_TRUNC)
/* fd.name pmatch (/var/log/audit, /var/log/auth.log, /var/log/btmp, /var/log/cron,
 * /var/log/cron.log, /var/log/faillog, /var/log/journal, /var/log/kern.log, /var/log/lastlog,
 * /var/log/messages, /var/log/secure, /var/log/sudo.log, /var/log/syslog, /var/log/wtmp) */
#define fd_name_pmatch_telling_logs(eval) rt_among(eval, &paths_of_fd_name, TEST_FD_NAME_PMATCH_TELLING_LOGS)
/* fs.path.name endswith /.bash_history */
#define fs_path_name_endswith_bash_history(eval) rt_among(eval, &suffixes_of_fs_path_name, TEST_FS_PATH_NAME_ENDSWITH_BASH_HISTORY)
/* fs.path.name endswith /.zsh_history */
#define fs_path_name_endswith_zsh_history(eval) rt_among(eval, &suffixes_of_fs_path_name, TEST_FS_PATH_NAME_ENDSWITH_ZSH_HISTORY)
/* fs.path.name endswith /.ash_history */
#define fs_path_name_endswith_ash_history(eval) rt_among(eval, &suffixes_of_fs_path_name, TEST_FS_PATH_NAME_ENDSWITH_ASH_HISTORY)
/* fs.path.name endswith /.python_history */
#define fs_path_name_endswith_python_histor(eval) rt_among(eval, &suffixes_of_fs_path_name, TEST_FS_PATH_NAME_ENDSWITH_PYTHON_HISTOR)
/* fs.path.name endswith /.mysql_history */
#define fs_path_name_endswith_mysql_history(eval) rt_among(eval, &suffixes_of_fs_path_name, TEST_FS_PATH_NAME_ENDSWITH_MYSQL_HISTORY)
/* fs.path.source endswith /.bash_history */
#define fs_path_source_endswith_bash_histor(eval) rt_among(eval, &suffixes_of_fs_path_source, TEST_FS_PATH_SOURCE_ENDSWITH_BASH_HISTOR)
/* fs.path.source endswith /.zsh_history */
#define fs_path_source_endswith_zsh_history(eval) rt_among(eval, &suffixes_of_fs_path_source, TEST_FS_PATH_SOURCE_ENDSWITH_ZSH_HISTORY)
/* fd.filename in (.ash_history, .bash_history, .zsh_history) */
#define fd_filename_in_ash_history(eval) rt_among(eval, &texts_of_fd_filename, TEST_FD_FILENAME_IN_ASH_HISTORY)
/* proc.exepath in (/bin/bash, /bin/busybox, /bin/dash, /bin/sh, /usr/bin/bash, /usr/bin/dash,
 * /usr/bin/fish, /usr/bin/ksh, /usr/bin/mksh, /usr/bin/sh, /usr/bin/tcsh, /usr/bin/zsh) */
#define proc_exepath_in_shell_paths(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_SHELL_PATHS)
/* fs.path.target in (/etc/gshadow, /etc/gshadow-, /etc/master.passwd, /etc/security/opasswd,
 * /etc/shadow, /etc/shadow-) */
#define fs_path_target_in_password_hash_fil(eval) rt_among(eval, &texts_of_fs_path_target, TEST_FS_PATH_TARGET_IN_PASSWORD_HASH_FIL)
/* fs.path.target in (/etc/sudoers, /root/.ssh/id_ed25519, /root/.ssh/id_rsa) */
#define fs_path_target_in_etc_sudoers(eval) rt_among(eval, &texts_of_fs_path_target, TEST_FS_PATH_TARGET_IN_ETC_SUDOERS)
/* fs.path.target startswith /etc/ssh/ssh_host_ */
#define fs_path_target_startswith_etc_ssh_s(eval) rt_among(eval, &prefixes_of_fs_path_target, TEST_FS_PATH_TARGET_STARTSWITH_ETC_SSH_S)
/* fd.name endswith .php */
#define fd_name_endswith_php(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_PHP)
/* fd.name endswith .phtml */
#define fd_name_endswith_phtml(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_PHTML)
/* fd.name endswith .jsp */
#define fd_name_endswith_jsp(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_JSP)
/* fd.name endswith .jspx */
#define fd_name_endswith_jspx(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_JSPX)
/* fd.name endswith .aspx */
#define fd_name_endswith_aspx(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_ASPX)
/* fd.name endswith .cgi */
#define fd_name_endswith_cgi(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_CGI)
/* proc.pname in (apache2, caddy, catalina, gunicorn, httpd, lighttpd, nginx, node, php-fpm,
 * php-fpm7.4, php-fpm8.2, php-fpm8.3, tomcat, uwsgi) */
#define proc_pname_in_web_servers(eval) rt_among(eval, &texts_of_proc_pname, TEST_PROC_PNAME_IN_WEB_SERVERS)
/* fd.name startswith /var/cache/ */
#define fd_name_startswith_var_cache(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_VAR_CACHE)
/* fd.directory pmatch (/var/lib/php/sessions, /var/lib/tomcat10/work, /var/lib/tomcat9/work,
 * /var/www/html/cache, /var/www/html/wp-content/cache) */
#define fd_directory_pmatch_var_lib_php_ses(eval) rt_among(eval, &paths_of_fd_directory, TEST_FD_DIRECTORY_PMATCH_VAR_LIB_PHP_SES)
/* fd.name pmatch (/bin, /lib/x86_64-linux-gnu, /lib64, /sbin, /usr/bin,
 * /usr/lib/x86_64-linux-gnu, /usr/lib64, /usr/local/bin, /usr/local/sbin, /usr/sbin) */
#define fd_name_pmatch_program_directories(eval) rt_among(eval, &paths_of_fd_name, TEST_FD_NAME_PMATCH_PROGRAM_DIRECTORIES)
/* fs.path.target pmatch (/bin, /lib/x86_64-linux-gnu, /lib64, /sbin, /usr/bin,
 * /usr/lib/x86_64-linux-gnu, /usr/lib64, /usr/local/bin, /usr/local/sbin, /usr/sbin) */
#define fs_path_target_pmatch_program_direc(eval) rt_among(eval, &paths_of_fs_path_target, TEST_FS_PATH_TARGET_PMATCH_PROGRAM_DIREC)
/* fd.name startswith /etc/ */
#define fd_name_startswith_etc(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_ETC)
/* fd.name pmatch (/etc/anacrontab, /etc/bash.bashrc, /etc/cron.d, /etc/cron.daily,
 * /etc/cron.hourly, /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /etc/group, /etc/gshadow,
 * /etc/ld.so.preload, /etc/passwd, /etc/profile, /etc/profile.d, /etc/shadow, /etc/sudoers,
 * /etc/sudoers.d, /etc/systemd/system, /etc/systemd/user, /etc/zsh, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system,
 * /var/spool/cron) */
#define fd_name_pmatch_etc_with_own_rule(eval) rt_among(eval, &paths_of_fd_name, TEST_FD_NAME_PMATCH_ETC_WITH_OWN_RULE)
/* fs.path.target startswith /etc/ */
#define fs_path_target_startswith_etc(eval) rt_among(eval, &prefixes_of_fs_path_target, TEST_FS_PATH_TARGET_STARTSWITH_ETC)
/* fs.path.target pmatch (/etc/anacrontab, /etc/bash.bashrc, /etc/cron.d, /etc/cron.daily,
 * /etc/cron.hourly, /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /etc/group, /etc/gshadow,
 * /etc/ld.so.preload, /etc/passwd, /etc/profile, /etc/profile.d, /etc/shadow, /etc/sudoers,
 * /etc/sudoers.d, /etc/systemd/system, /etc/systemd/user, /etc/zsh, /lib/systemd/system,
 * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system,
 * /var/spool/cron) */
#define fs_path_target_pmatch_etc_with_own(eval) rt_among(eval, &paths_of_fs_path_target, TEST_FS_PATH_TARGET_PMATCH_ETC_WITH_OWN)
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
#define proc_exepath_in_etc_writers(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_ETC_WRITERS)
/* proc.exepath startswith /usr/lib/systemd/ */
#define proc_exepath_startswith_usr_lib_sys(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_SYS)
/* fd.name in (/etc/hosts, /etc/resolv.conf, /etc/resolv.conf.dhclient-new) */
#define fd_name_in_etc_hosts(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IN_ETC_HOSTS)
/* proc.exepath startswith /dev/shm/ */
#define proc_exepath_startswith_dev_shm(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_DEV_SHM)
/* proc.exepath startswith /run/shm/ */
#define proc_exepath_startswith_run_shm(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_RUN_SHM)
/* proc.exepath startswith /tmp/ */
#define proc_exepath_startswith_tmp(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_TMP)
/* proc.exepath startswith /var/tmp/ */
#define proc_exepath_startswith_var_tmp(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_VAR_TMP)
/* proc.aname in (dracut, mkinitramfs, update-initramfs) */
#define proc_aname_in_dracut(eval) rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IN_DRACUT)
/* proc.aname in (cargo, cmake, configure, conftest, ctest, go, make, meson, ninja, rustc) */
#define proc_aname_in_cargo(eval) rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IN_CARGO)
/* proc.pname in (apache2, caddy, catalina, dnsmasq, dovecot, elasticsearch, envoy, exim4,
 * gunicorn, haproxy, httpd, lighttpd, mariadbd, master, memcached, mongod, mysqld, named, nginx,
 * node, php-fpm, php-fpm7.4, php-fpm8.2, php-fpm8.3, postgres, proftpd, redis-server, slapd,
 * smbd, squid, tomcat, unbound, uwsgi, vsftpd) */
#define proc_pname_in_network_services(eval) rt_among(eval, &texts_of_proc_pname, TEST_PROC_PNAME_IN_NETWORK_SERVICES)
/* proc.pname = postgres */
#define proc_pname_is_postgres(eval) rt_among(eval, &texts_of_proc_pname, TEST_PROC_PNAME_IS_POSTGRES)
/* proc.pname in (apache2, httpd) */
#define proc_pname_in_apache2(eval) rt_among(eval, &texts_of_proc_pname, TEST_PROC_PNAME_IN_APACHE2)
/* proc.name startswith perl */
#define proc_name_startswith_perl(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_PERL)
/* proc.name startswith ruby */
#define proc_name_startswith_ruby(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_RUBY)
/* proc.name startswith php */
#define proc_name_startswith_php(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_PHP)
/* proc.name startswith lua */
#define proc_name_startswith_lua(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_LUA)
/* proc.name in (awk, gawk, mawk, node, nodejs) */
#define proc_name_in_awk(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_AWK)
/* proc.cmdline contains socket */
#define proc_cmdline_contains_socket(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_SOCKET)
/* proc.cmdline contains Socket */
#define proc_cmdline_contains_socket_2(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_SOCKET_2)
/* proc.cmdline contains /inet/tcp/ */
#define proc_cmdline_contains_inet_tcp(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_INET_TCP)
/* proc.cmdline contains fsockopen */
#define proc_cmdline_contains_fsockopen(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_FSOCKOPEN)
/* proc.cmdline contains dup2 */
#define proc_cmdline_contains_dup2(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_DUP2)
/* proc.cmdline contains pty.spawn */
#define proc_cmdline_contains_pty_spawn(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_PTY_SPAWN)
/* proc.cmdline contains /bin/sh */
#define proc_cmdline_contains_bin_sh(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_BIN_SH)
/* proc.cmdline contains /bin/bash */
#define proc_cmdline_contains_bin_bash(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_BIN_BASH)
/* proc.cmdline contains exec */
#define proc_cmdline_contains_exec(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_EXEC)
/* proc.cmdline contains getline */
#define proc_cmdline_contains_getline(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_GETLINE)
/* proc.cmdline contains " -c" */
#define proc_cmdline_contains_c(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_C)
/* proc.cmdline contains " -e" */
#define proc_cmdline_contains_e(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_E)
/* proc.cmdline contains " -r" */
#define proc_cmdline_contains_r(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_R)
/* proc.cmdline contains BEGIN */
#define proc_cmdline_contains_begin(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_BEGIN)
/* proc.exe startswith "[" */
#define proc_exe_startswith_2(eval) rt_among(eval, &prefixes_of_proc_exe, TEST_PROC_EXE_STARTSWITH_2)
/* proc.name in (invoke-rc.d, service, systemctl) */
#define proc_name_in_invoke_rc_d(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_INVOKE_RC_D)
/* proc.args contains stop */
#define proc_args_contains_stop(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_STOP)
/* proc.args contains disable */
#define proc_args_contains_disable(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_DISABLE)
/* proc.args contains mask */
#define proc_args_contains_mask(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_MASK)
/* proc.args contains kill */
#define proc_args_contains_kill(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_KILL)
/* proc.args contains auditd */
#define proc_args_contains_auditd(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_AUDITD)
/* proc.args contains falco */
#define proc_args_contains_falco(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_FALCO)
/* proc.args contains rsyslog */
#define proc_args_contains_rsyslog(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_RSYSLOG)
/* proc.args contains apparmor */
#define proc_args_contains_apparmor(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_APPARMOR)
/* proc.args contains fail2ban */
#define proc_args_contains_fail2ban(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_FAIL2BAN)
/* proc.args contains osquery */
#define proc_args_contains_osquery(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_OSQUERY)
/* proc.args contains wazuh */
#define proc_args_contains_wazuh(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_WAZUH)
/* proc.args contains clamav */
#define proc_args_contains_clamav(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_CLAMAV)
/* proc.args contains crowdstrike */
#define proc_args_contains_crowdstrike(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_CROWDSTRIKE)
/* proc.args contains falcon-sensor */
#define proc_args_contains_falcon_sensor(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_FALCON_SENSOR)
/* proc.args contains firewalld */
#define proc_args_contains_firewalld(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_FIREWALLD)
/* proc.args contains ufw */
#define proc_args_contains_ufw(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_UFW)
/* proc.name = setenforce */
#define proc_name_is_setenforce(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_SETENFORCE)
/* proc.name = auditctl */
#define proc_name_is_auditctl(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_AUDITCTL)
/* proc.args contains -D */
#define proc_args_contains_d(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_D)
/* proc.args contains "-e 0" */
#define proc_args_contains_e_0(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_E_0)
/* proc.args contains -e0 */
#define proc_args_contains_e0(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_E0)
/* proc.name = aa-teardown */
#define proc_name_is_aa_teardown(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_AA_TEARDOWN)
/* proc.aname = logrotate */
#define proc_aname_is_logrotate(eval) rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IS_LOGROTATE)
/* proc.name in (nc, nc.openbsd, nc.traditional, ncat, netcat) */
#define proc_name_in_nc(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_NC)
/* proc.name startswith socat */
#define proc_name_startswith_socat(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_SOCAT)
/* proc.args contains EXEC: */
#define proc_args_contains_exec(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_EXEC)
/* proc.args contains SYSTEM: */
#define proc_args_contains_system(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_SYSTEM)
/* proc.args contains exec: */
#define proc_args_contains_exec_2(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_EXEC_2)
/* proc.args contains system: */
#define proc_args_contains_system_2(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_SYSTEM_2)
/* proc.exepath in (/usr/bin/amazon-ssm-agent, /usr/bin/google_guest_agent,
 * /usr/bin/google_metadata_script_runner, /usr/bin/google_osconfig_agent,
 * /usr/lib/systemd/systemd-resolved, /usr/lib/systemd/systemd-timesyncd, /usr/sbin/chronyd) */
#define proc_exepath_in_usr_bin_amazon_ssm(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_AMAZON_SSM)
/* proc.name in (cloud-init, python3) */
#define proc_name_in_cloud_init(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_CLOUD_INIT)
/* proc.name = python3 */
#define proc_name_is_python3(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_PYTHON3)
/* proc.cmdline contains /usr/sbin/waagent */
#define proc_cmdline_contains_usr_sbin_waag(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_USR_SBIN_WAAG)
/* fd.sport in (14433, 14444, 3333, 4444, 45560, 45700, 5555, 7777) */
#define fd_sport_in_mining_ports(eval) rt_among(eval, &texts_of_fd_sport, TEST_FD_SPORT_IN_MINING_PORTS)
/* fd.typechar = u */
#define fd_typechar_is_u(eval) rt_among(eval, &texts_of_fd_typechar, TEST_FD_TYPECHAR_IS_U)
/* fd.name endswith /docker.sock */
#define fd_name_endswith_docker_sock(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_DOCKER_SOCK)
/* fd.name endswith /containerd.sock */
#define fd_name_endswith_containerd_sock(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_CONTAINERD_SOCK)
/* fd.name endswith /crio.sock */
#define fd_name_endswith_crio_sock(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_CRIO_SOCK)
/* fd.name endswith /podman/podman.sock */
#define fd_name_endswith_podman_podman_sock(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_PODMAN_PODMAN_SOCK)
/* fd.name endswith /cri-dockerd.sock */
#define fd_name_endswith_cri_dockerd_sock(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_CRI_DOCKERD_SOCK)
/* proc.exepath startswith /run/user/ */
#define proc_exepath_startswith_run_user(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_RUN_USER)
/* proc.name in (ip6tables, ip6tables-nft, iptables, iptables-legacy, iptables-nft,
 * xtables-legacy-, xtables-nft-mul) */
#define proc_name_in_ip6tables(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_IP6TABLES)
/* proc.args contains -F */
#define proc_args_contains_f(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_F)
/* proc.args contains --flush */
#define proc_args_contains_flush(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_FLUSH)
/* proc.name = nft */
#define proc_name_is_nft(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_NFT)
/* proc.args contains "flush ruleset" */
#define proc_args_contains_flush_ruleset(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_FLUSH_RULESET)
/* proc.name in (python3, ufw) */
#define proc_name_in_python3(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_PYTHON3)
/* proc.cmdline contains "ufw disable" */
#define proc_cmdline_contains_ufw_disable(eval) rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_UFW_DISABLE)
/* proc.pname in (calico-node, cilium-agent, cni, dockerd, firewalld, kube-proxy, netavark,
 * netfilter-persis, systemd) */
#define proc_pname_in_calico_node(eval) rt_among(eval, &texts_of_proc_pname, TEST_PROC_PNAME_IN_CALICO_NODE)
/* proc.exepath in (/usr/bin/buildah, /usr/bin/conmon, /usr/bin/containerd,
 * /usr/bin/containerd-shim-runc-v2, /usr/bin/crio, /usr/bin/crun, /usr/bin/docker-proxy,
 * /usr/bin/dockerd, /usr/bin/kubelet, /usr/bin/netavark, /usr/bin/podman, /usr/bin/runc,
 * /usr/lib/podman/aardvark-dns, /usr/lib/podman/netavark, /usr/libexec/crio/conmon,
 * /usr/libexec/podman/conmon, /usr/libexec/podman/netavark, /usr/local/bin/containerd,
 * /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/k3s, /usr/local/sbin/runc,
 * /usr/sbin/runc) */
#define proc_exepath_in_container_runtime_p(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_CONTAINER_RUNTIME_P)
/* proc.name = setcap */
#define proc_name_is_setcap(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_SETCAP)
/* proc.args contains cap_ */
#define proc_args_contains_cap(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_CAP)
/* proc.args contains "-r " */
#define proc_args_contains_r(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_R)
/* fd.name pmatch (/etc/sudoers, /etc/sudoers.d) */
#define fd_name_pmatch_etc_sudoers(eval) rt_among(eval, &paths_of_fd_name, TEST_FD_NAME_PMATCH_ETC_SUDOERS)
/* fs.path.target pmatch (/etc/sudoers, /etc/sudoers.d) */
#define fs_path_target_pmatch_etc_sudoers(eval) rt_among(eval, &paths_of_fs_path_target, TEST_FS_PATH_TARGET_PMATCH_ETC_SUDOERS)
/* fd.name in (/etc/group, /etc/gshadow, /etc/passwd, /etc/shadow) */
#define fd_name_in_etc_group(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IN_ETC_GROUP)
/* fs.path.target in (/etc/group, /etc/gshadow, /etc/passwd, /etc/shadow) */
#define fs_path_target_in_etc_group(eval) rt_among(eval, &texts_of_fs_path_target, TEST_FS_PATH_TARGET_IN_ETC_GROUP)
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
#define proc_exepath_in_bin_busybox(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_BIN_BUSYBOX)
/* proc.aname in (SCREEN, atd, cron, crond, doas, login, machinectl, pkexec, polkitd, run0,
 * runuser, screen, sshd, sshd-session, su, sudo, systemd-run, tmux, "tmux: server") */
#define proc_aname_in_ways_to_root(eval) rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IN_WAYS_TO_ROOT)
/* proc.aname in (buildah, bwrap, fakeroot, lxc-usernsexec, newuidmap, podman, rootlesskit,
 * slirp4netns, unshare) */
#define proc_aname_in_buildah(eval) rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IN_BUILDAH)
/* proc.exepath in (/usr/bin/buildah, /usr/bin/bwrap, /usr/bin/conmon, /usr/bin/containerd,
 * /usr/bin/containerd-shim-runc-v2, /usr/bin/crio, /usr/bin/crun, /usr/bin/docker-proxy,
 * /usr/bin/dockerd, /usr/bin/ip, /usr/bin/kubelet, /usr/bin/lxc-attach, /usr/bin/netavark,
 * /usr/bin/passt.avx2, /usr/bin/pasta, /usr/bin/pasta.avx2, /usr/bin/podman, /usr/bin/runc,
 * /usr/bin/slirp4netns, /usr/lib/podman/aardvark-dns, /usr/lib/podman/netavark,
 * /usr/libexec/crio/conmon, /usr/libexec/podman/conmon, /usr/libexec/podman/netavark,
 * /usr/local/bin/containerd, /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/k3s,
 * /usr/local/sbin/runc, /usr/sbin/ip, /usr/sbin/runc) */
#define proc_exepath_in_usr_bin_buildah_2(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_2)
/* proc.exepath startswith /opt/cni/bin/ */
#define proc_exepath_startswith_opt_cni_bin(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_OPT_CNI_BIN)
/* proc.exepath startswith /usr/lib/cni/ */
#define proc_exepath_startswith_usr_lib_cni(eval) rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_USR_LIB_CNI)
/* evt.arg.flags contains CLONE_NEWUSER */
#define evt_arg_flags_contains_clone_newuse(eval) rt_among(eval, &inside_evt_arg_flags, TEST_EVT_ARG_FLAGS_CONTAINS_CLONE_NEWUSE)
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
#define proc_exepath_in_opt_google_chrome_c_2(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C_2)
/* proc.exepath in (/usr/bin/criu, /usr/bin/firecracker, /usr/bin/qemu-system-x86_64,
 * /usr/libexec/qemu-kvm, /usr/sbin/criu) */
#define proc_exepath_in_usr_bin_criu_2(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_CRIU_2)
/* proc.name in (apk, apt, apt-get, dnf, dnf5, microdnf, yum, zypper) */
#define proc_name_in_apk(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_APK)
/* proc.args contains install */
#define proc_args_contains_install(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_INSTALL)
/* proc.args contains add */
#define proc_args_contains_add(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_ADD)
/* proc.name startswith pip */
#define proc_name_startswith_pip(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_PIP)
/* proc.name startswith npm */
#define proc_name_startswith_npm(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_NPM)
/* proc.aname in (buildah, buildctl, buildkitd, kaniko) */
#define proc_aname_in_buildah_2(eval) rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IN_BUILDAH_2)
/* proc.name in (aria2c, axel, curl, ftp, lftp, rclone, rsync, scp, sftp, tftp, wget) */
#define proc_name_in_aria2c(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_ARIA2C)
/* proc.args contains localhost */
#define proc_args_contains_localhost(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_LOCALHOST)
/* proc.args contains 127.0.0.1 */
#define proc_args_contains_127_0_0_1(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_127_0_0_1)
/* evt.arg.flags contains PRIVATE */
#define evt_arg_flags_contains_private(eval) rt_among(eval, &inside_evt_arg_flags, TEST_EVT_ARG_FLAGS_CONTAINS_PRIVATE)
/* evt.arg.flags contains SLAVE */
#define evt_arg_flags_contains_slave(eval) rt_among(eval, &inside_evt_arg_flags, TEST_EVT_ARG_FLAGS_CONTAINS_SLAVE)
/* proc.name startswith "runc:[" */
#define proc_name_startswith_runc(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_RUNC)
/* proc.name startswith crun */
#define proc_name_startswith_crun(eval) rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_CRUN)
/* fd.filename = release_agent */
#define fd_filename_is_release_agent(eval) rt_among(eval, &texts_of_fd_filename, TEST_FD_FILENAME_IS_RELEASE_AGENT)
/* fd.name startswith /dev/sd */
#define fd_name_startswith_dev_sd(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_DEV_SD)
/* fd.name startswith /dev/vd */
#define fd_name_startswith_dev_vd(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_DEV_VD)
/* fd.name startswith /dev/nvme */
#define fd_name_startswith_dev_nvme(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_DEV_NVME)
/* fd.name startswith /dev/xvd */
#define fd_name_startswith_dev_xvd(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_DEV_XVD)
/* fd.name startswith /dev/dm- */
#define fd_name_startswith_dev_dm(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_DEV_DM)
/* fd.name startswith /dev/mapper/ */
#define fd_name_startswith_dev_mapper(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_DEV_MAPPER)
/* fd.name startswith /dev/mmcblk */
#define fd_name_startswith_dev_mmcblk(eval) rt_among(eval, &prefixes_of_fd_name, TEST_FD_NAME_STARTSWITH_DEV_MMCBLK)
/* fd.name = /dev/mapper/control */
#define fd_name_is_dev_mapper_control(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IS_DEV_MAPPER_CONTROL)
/* proc.exepath in (/usr/bin/ceph-osd, /usr/sbin/blkid, /usr/sbin/lvm) */
#define proc_exepath_in_usr_bin_ceph_osd(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_CEPH_OSD)
/* proc.name in (awk, base64, cat, cp, curl, cut, grep, head, jq, less, more, od, sed, tail, tar,
 * wget, xxd) */
#define proc_name_in_awk_2(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_AWK_2)
/* proc.pname startswith kworker */
#define proc_pname_startswith_kworker(eval) rt_among(eval, &prefixes_of_proc_pname, TEST_PROC_PNAME_STARTSWITH_KWORKER)
/* proc.pname startswith kthreadd */
#define proc_pname_startswith_kthreadd(eval) rt_among(eval, &prefixes_of_proc_pname, TEST_PROC_PNAME_STARTSWITH_KTHREADD)
/* proc.exepath in (/usr/bin/buildah, /usr/bin/cilium-agent, /usr/bin/conmon,
 * /usr/bin/containerd, /usr/bin/containerd-shim-runc-v2, /usr/bin/crio, /usr/bin/crun,
 * /usr/bin/docker-proxy, /usr/bin/dockerd, /usr/bin/falco, /usr/bin/kubelet, /usr/bin/netavark,
 * /usr/bin/podman, /usr/bin/runc, /usr/lib/podman/aardvark-dns, /usr/lib/podman/netavark,
 * /usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor,
 * /usr/lib/systemd/systemd-networkd, /usr/libexec/crio/conmon, /usr/libexec/podman/conmon,
 * /usr/libexec/podman/netavark, /usr/local/bin/containerd,
 * /usr/local/bin/containerd-shim-runc-v2, /usr/local/bin/k3s, /usr/local/sbin/runc,
 * /usr/sbin/ip, /usr/sbin/runc, /usr/sbin/tc) */
#define proc_exepath_in_usr_bin_buildah_3(eval) rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH_3)
/* fd.name in (/proc/sys/fs/binfmt_misc/register, /proc/sys/kernel/core_pattern,
 * /proc/sys/kernel/hotplug, /proc/sys/kernel/modprobe, /proc/sys/kernel/poweroff_cmd,
 * /sys/kernel/uevent_helper) */
#define fd_name_in_proc_sys_fs_binfmt_misc(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IN_PROC_SYS_FS_BINFMT_MISC)
/* fd.name endswith /binfmt_misc/register */
#define fd_name_endswith_binfmt_misc_regist(eval) rt_among(eval, &suffixes_of_fd_name, TEST_FD_NAME_ENDSWITH_BINFMT_MISC_REGIST)
/* fd.name in (/proc/sys/kernel/sysrq, /proc/sysrq-trigger) */
#define fd_name_in_proc_sys_kernel_sysrq(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IN_PROC_SYS_KERNEL_SYSRQ)
/* fd.name = /proc/sys/kernel/sysrq */
#define fd_name_is_proc_sys_kernel_sysrq(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IS_PROC_SYS_KERNEL_SYSRQ)
/* fd.name in (/dev/kmem, /dev/mem, /dev/port, /proc/kcore) */
#define fd_name_in_dev_kmem(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IN_DEV_KMEM)
/* fd.name = /dev/mem */
#define fd_name_is_dev_mem(eval) rt_among(eval, &texts_of_fd_name, TEST_FD_NAME_IS_DEV_MEM)
/* proc.name = kexec */
#define proc_name_is_kexec(eval) rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_KEXEC)
/* proc.args contains -e */
#define proc_args_contains_e(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_E)
/* proc.args contains -l */
#define proc_args_contains_l(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_L)
/* proc.args contains --exec */
#define proc_args_contains_exec_3(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_EXEC_3)
/* proc.args contains --load */
#define proc_args_contains_load(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_LOAD)
/* proc.args contains -p */
#define proc_args_contains_p(eval) rt_among(eval, &inside_proc_args, TEST_PROC_ARGS_CONTAINS_P)
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
static bool proc_exepath_in_usr_bin_chage_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_CHAGE);
}

static bool proc_exepath_in_usr_bin_chage(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_CHAGE,
                          proc_exepath_in_usr_bin_chage_anew);
}

/* proc.aname in (apk, apt, apt-get, aptitude, dnf, dnf5, dpkg, dpkg-preconfigu, microdnf,
 * pacman, rpm, snapd, unattended-upgr, yum, zypper) */
static bool proc_aname_in_package_managers_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IN_PACKAGE_MANAGERS);
}

static bool proc_aname_in_package_managers(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_ANAME_IN_PACKAGE_MANAGERS,
                          proc_aname_in_package_managers_anew);
}

/* proc.exepath startswith /usr/ */
static bool proc_exepath_startswith_usr_anew(struct rt_eval *eval)
{
    return rt_among(eval, &prefixes_of_proc_exepath, TEST_PROC_EXEPATH_STARTSWITH_USR);
}

static bool proc_exepath_startswith_usr(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_STARTSWITH_USR, proc_exepath_startswith_usr_anew);
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

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/at, /usr/bin/crontab,
 * /usr/bin/dnf5, /usr/bin/dpkg, /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/pacman,
 * /usr/bin/rpm, /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd,
 * /usr/sbin/anacron, /usr/sbin/atd, /usr/sbin/cron, /usr/sbin/crond) */
static bool proc_exepath_in_sbin_apk_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_SBIN_APK);
}

static bool proc_exepath_in_sbin_apk(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_SBIN_APK, proc_exepath_in_sbin_apk_anew);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/dnf5, /usr/bin/dpkg,
 * /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/pacman, /usr/bin/rpm,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd) */
static bool proc_exepath_in_package_manager_pat_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_PACKAGE_MANAGER_PAT);
}

static bool proc_exepath_in_package_manager_pat(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_PACKAGE_MANAGER_PAT,
                          proc_exepath_in_package_manager_pat_anew);
}

/* proc.exepath in (/usr/bin/systemctl, /usr/bin/systemd-tmpfiles, /usr/lib/systemd/systemd) */
static bool proc_exepath_in_usr_bin_systemctl_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_SYSTEMCTL);
}

static bool proc_exepath_in_usr_bin_systemctl(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_SYSTEMCTL,
                          proc_exepath_in_usr_bin_systemctl_anew);
}

/* fs.path.source = /etc/ld.so.preload */
static bool fs_path_source_is_etc_ld_so_preload(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FS_PATH_SOURCE);

    return rt_str_eq(value, "/etc/ld.so.preload", 18);
}

/* proc.exepath in (/usr/bin/chfn, /usr/bin/chsh, /usr/bin/emacs, /usr/bin/gpasswd,
 * /usr/bin/nano, /usr/bin/nvim, /usr/bin/vi, /usr/bin/vim.basic, /usr/bin/vim.tiny,
 * /usr/sbin/chgpasswd, /usr/sbin/chpasswd, /usr/sbin/groupadd, /usr/sbin/groupdel,
 * /usr/sbin/groupmod, /usr/sbin/grpck, /usr/sbin/grpconv, /usr/sbin/newusers, /usr/sbin/pwck,
 * /usr/sbin/pwconv, /usr/sbin/pwunconv, /usr/sbin/useradd, /usr/sbin/userdel, /usr/sbin/usermod,
 * /usr/sbin/vipw) */
static bool proc_exepath_in_usr_bin_chfn_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_CHFN);
}

static bool proc_exepath_in_usr_bin_chfn(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_CHFN,
                          proc_exepath_in_usr_bin_chfn_anew);
}

/* evt.is_open_create = false */
static bool evt_is_open_create_is_false(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_IS_OPEN_CREATE);

    return rt_u64_eq(value, 0);
}

/* proc.exepath in (/usr/bin/journalctl, /usr/bin/savelog, /usr/bin/systemd-tmpfiles,
 * /usr/lib/systemd/systemd-journald, /usr/sbin/auditd, /usr/sbin/logrotate, /usr/sbin/rsyslogd,
 * /usr/sbin/syslog-ng) */
static bool proc_exepath_in_usr_bin_journalctl_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_JOURNALCTL);
}

static bool proc_exepath_in_usr_bin_journalctl(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_JOURNALCTL,
                          proc_exepath_in_usr_bin_journalctl_anew);
}

/* proc.exepath in (/usr/bin/rsync, /usr/sbin/userdel) */
static bool proc_exepath_in_usr_bin_rsync_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_RSYNC);
}

static bool proc_exepath_in_usr_bin_rsync(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_RSYNC,
                          proc_exepath_in_usr_bin_rsync_anew);
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
static bool proc_exepath_in_sbin_apk_2_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_SBIN_APK_2);
}

static bool proc_exepath_in_sbin_apk_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_SBIN_APK_2, proc_exepath_in_sbin_apk_2_anew);
}

/* proc.name in (apache2, caddy, catalina, gunicorn, httpd, lighttpd, nginx, node, php-fpm,
 * php-fpm7.4, php-fpm8.2, php-fpm8.3, tomcat, uwsgi) */
static bool proc_name_in_web_servers_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_WEB_SERVERS);
}

static bool proc_name_in_web_servers(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_NAME_IN_WEB_SERVERS, proc_name_in_web_servers_anew);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/dnf5, /usr/bin/dpkg,
 * /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/kmod, /usr/bin/pacman, /usr/bin/rpm,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd, /usr/sbin/depmod,
 * /usr/sbin/ldconfig, /usr/sbin/ldconfig.real) */
static bool proc_exepath_in_sbin_apk_3_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_SBIN_APK_3);
}

static bool proc_exepath_in_sbin_apk_3(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_SBIN_APK_3, proc_exepath_in_sbin_apk_3_anew);
}

/* proc.name startswith python */
static bool proc_name_startswith_python_anew(struct rt_eval *eval)
{
    return rt_among(eval, &prefixes_of_proc_name, TEST_PROC_NAME_STARTSWITH_PYTHON);
}

static bool proc_name_startswith_python(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_NAME_STARTSWITH_PYTHON, proc_name_startswith_python_anew);
}

/* fd.filename glob *.pyc* */
static bool fd_filename_glob_pyc(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_FD_FILENAME);

    return rt_str_glob(value, "*.pyc*", 6);
}

/* proc.aname in (NetworkManager, dhclient, dhcpcd, resolvconf) */
static bool proc_aname_in_networkmanager_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_aname, TEST_PROC_ANAME_IN_NETWORKMANAGER);
}

static bool proc_aname_in_networkmanager(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_ANAME_IN_NETWORKMANAGER,
                          proc_aname_in_networkmanager_anew);
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

/* proc.cwd startswith /dev/shm/ */
static bool proc_cwd_startswith_dev_shm(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CWD);

    return rt_str_startswith(value, "/dev/shm/", 9);
}

/* proc.exe startswith ./ */
static bool proc_exe_startswith_anew(struct rt_eval *eval)
{
    return rt_among(eval, &prefixes_of_proc_exe, TEST_PROC_EXE_STARTSWITH);
}

static bool proc_exe_startswith(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXE_STARTSWITH, proc_exe_startswith_anew);
}

/* proc.name in (ash, bash, csh, dash, fish, ksh, mksh, sh, tcsh, zsh) */
static bool proc_name_in_shells_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_SHELLS);
}

static bool proc_name_in_shells(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_NAME_IN_SHELLS, proc_name_in_shells_anew);
}

/* proc.cmdline contains archive_command */
static bool proc_cmdline_contains_archive_comma_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_ARCHIVE_COMMA);
}

static bool proc_cmdline_contains_archive_comma(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_ARCHIVE_COMMA,
                          proc_cmdline_contains_archive_comma_anew);
}

/* proc.cmdline contains pgbackrest */
static bool proc_cmdline_contains_pgbackrest_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_PGBACKREST);
}

static bool proc_cmdline_contains_pgbackrest(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_PGBACKREST,
                          proc_cmdline_contains_pgbackrest_anew);
}

/* proc.cmdline contains wal-g */
static bool proc_cmdline_contains_wal_g_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_WAL_G);
}

static bool proc_cmdline_contains_wal_g(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_WAL_G, proc_cmdline_contains_wal_g_anew);
}

/* proc.cmdline contains rotatelogs */
static bool proc_cmdline_contains_rotatelogs_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_ROTATELOGS);
}

static bool proc_cmdline_contains_rotatelogs(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_ROTATELOGS,
                          proc_cmdline_contains_rotatelogs_anew);
}

// proc.cmdline regex ".*(base64 +(-d|--decode|-D)|base32 +-d|xxd +-r|openssl +(base64|enc)
// .*-d).*[|] *(/[a-z/]*/)?(ba|da|z|k|a)?sh( .*|$)"
static bool proc_cmdline_regex_base64_d_decode(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_CMDLINE);

    return rt_str_regex(eval, value, regex_1);
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
static bool proc_exepath_in_opt_google_chrome_c_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C);
}

static bool proc_exepath_in_opt_google_chrome_c(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_OPT_GOOGLE_CHROME_C,
                          proc_exepath_in_opt_google_chrome_c_anew);
}

/* evt.rawres > 0 */
static bool evt_rawres_above_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_RAWRES);

    return rt_i64_gt(value, 0);
}

/* proc.exepath in (/usr/bin/criu, /usr/bin/gdb, /usr/bin/gdbserver, /usr/bin/lldb, /usr/bin/rr,
 * /usr/sbin/criu) */
static bool proc_exepath_in_usr_bin_criu_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_CRIU);
}

static bool proc_exepath_in_usr_bin_criu(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_CRIU,
                          proc_exepath_in_usr_bin_criu_anew);
}

/* proc.cmdline contains "stratum+tcp://" */
static bool proc_cmdline_contains_stratum_tcp_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_STRATUM_TCP);
}

static bool proc_cmdline_contains_stratum_tcp(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_STRATUM_TCP,
                          proc_cmdline_contains_stratum_tcp_anew);
}

/* proc.cmdline contains "stratum+ssl://" */
static bool proc_cmdline_contains_stratum_ssl_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_STRATUM_SSL);
}

static bool proc_cmdline_contains_stratum_ssl(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_STRATUM_SSL,
                          proc_cmdline_contains_stratum_ssl_anew);
}

/* proc.cmdline contains "stratum2+tcp://" */
static bool proc_cmdline_contains_stratum2_tcp_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_STRATUM2_TCP);
}

static bool proc_cmdline_contains_stratum2_tcp(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_STRATUM2_TCP,
                          proc_cmdline_contains_stratum2_tcp_anew);
}

/* proc.cmdline contains --donate-level */
static bool proc_cmdline_contains_donate_level_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_DONATE_LEVEL);
}

static bool proc_cmdline_contains_donate_level(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_DONATE_LEVEL,
                          proc_cmdline_contains_donate_level_anew);
}

/* proc.cmdline contains --randomx-1gb-pages */
static bool proc_cmdline_contains_randomx_1gb_p_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_RANDOMX_1GB_P);
}

static bool proc_cmdline_contains_randomx_1gb_p(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_RANDOMX_1GB_P,
                          proc_cmdline_contains_randomx_1gb_p_anew);
}

/* proc.cmdline contains "--coin=monero" */
static bool proc_cmdline_contains_coin_monero_anew(struct rt_eval *eval)
{
    return rt_among(eval, &inside_proc_cmdline, TEST_PROC_CMDLINE_CONTAINS_COIN_MONERO);
}

static bool proc_cmdline_contains_coin_monero(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_CMDLINE_CONTAINS_COIN_MONERO,
                          proc_cmdline_contains_coin_monero_anew);
}

/* proc.name in (cgminer, cpuminer, ethminer, lolMiner, minerd, nbminer, t-rex, xmr-stak, xmrig) */
static bool proc_name_in_cgminer_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IN_CGMINER);
}

static bool proc_name_in_cgminer(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_NAME_IN_CGMINER, proc_name_in_cgminer_anew);
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
static bool fd_typechar_in_4_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_fd_typechar, TEST_FD_TYPECHAR_IN_4);
}

static bool fd_typechar_in_4(struct rt_eval *eval)
{
    return rt_kept_fd(eval, KEPT_FD_TYPECHAR_IN_4, fd_typechar_in_4_anew);
}

/* proc.exepath in (/usr/lib/openssh/sshd-session, /usr/lib/systemd/systemd,
 * /usr/lib/systemd/systemd-executor, /usr/sbin/inetd, /usr/sbin/sshd, /usr/sbin/tcpd,
 * /usr/sbin/xinetd) */
static bool proc_exepath_in_usr_lib_openssh_ssh_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_LIB_OPENSSH_SSH);
}

static bool proc_exepath_in_usr_lib_openssh_ssh(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_LIB_OPENSSH_SSH,
                          proc_exepath_in_usr_lib_openssh_ssh_anew);
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
static bool proc_pexepath_in_usr_lib_openssh_ss_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_pexepath, TEST_PROC_PEXEPATH_IN_USR_LIB_OPENSSH_SS);
}

static bool proc_pexepath_in_usr_lib_openssh_ss(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_PEXEPATH_IN_USR_LIB_OPENSSH_SS,
                          proc_pexepath_in_usr_lib_openssh_ss_anew);
}

/* proc.args regex "(.* )?(-[a-zA-Z]*[ec]|--exec|--sh-exec|--lua-exec)( .*|=.*|$)" */
static bool proc_args_regex_a_za_z_ec_exec_sh_e(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_ARGS);

    return rt_str_regex(eval, value, regex_2);
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
static bool proc_exepath_in_usr_bin_arping_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_ARPING);
}

static bool proc_exepath_in_usr_bin_arping(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_ARPING,
                          proc_exepath_in_usr_bin_arping_anew);
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

/* container.id = host */
static bool container_id_is_host_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_container_id, TEST_CONTAINER_ID_IS_HOST);
}

static bool container_id_is_host(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_CONTAINER_ID_IS_HOST, container_id_is_host_anew);
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
static bool proc_exepath_in_usr_bin_buildah_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_BUILDAH);
}

static bool proc_exepath_in_usr_bin_buildah(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_BUILDAH,
                          proc_exepath_in_usr_bin_buildah_anew);
}

/* evt.arg.mode contains S_ISUID */
static bool evt_arg_mode_contains_s_isuid(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_MODE);

    return rt_str_contains(value, "S_ISUID", 7);
}

/* proc.exepath in (/sbin/apk, /usr/bin/apt, /usr/bin/apt-get, /usr/bin/dnf5, /usr/bin/dpkg,
 * /usr/bin/dpkg-deb, /usr/bin/dpkg-divert, /usr/bin/pacman, /usr/bin/rpm,
 * /usr/bin/update-alternatives, /usr/bin/zypper, /usr/lib/snapd/snapd, /usr/sbin/visudo) */
static bool proc_exepath_in_sbin_apk_4_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_SBIN_APK_4);
}

static bool proc_exepath_in_sbin_apk_4(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_SBIN_APK_4, proc_exepath_in_sbin_apk_4_anew);
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

/* container.id != host */
static bool container_id_is_not_host_anew(struct rt_eval *eval)
{
    return rt_not_among(eval, &texts_of_container_id, TEST_CONTAINER_ID_IS_NOT_HOST);
}

static bool container_id_is_not_host(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_CONTAINER_ID_IS_NOT_HOST, container_id_is_not_host_anew);
}

/* proc.tty = 0 */
static bool proc_tty_is_0(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_TTY);

    return rt_u64_eq(value, 0);
}

/* proc.is_exe_upper_layer = true */
static bool proc_is_exe_upper_layer_is_true_anew(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_PROC_IS_EXE_UPPER_LAYER);

    return rt_u64_eq(value, 1);
}

static bool proc_is_exe_upper_layer_is_true(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_IS_EXE_UPPER_LAYER_IS_TRUE,
                          proc_is_exe_upper_layer_is_true_anew);
}

/* proc.exepath = /usr/lib/systemd/systemd */
static bool proc_exepath_is_usr_lib_systemd_sys_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IS_USR_LIB_SYSTEMD_SYS);
}

static bool proc_exepath_is_usr_lib_systemd_sys(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IS_USR_LIB_SYSTEMD_SYS,
                          proc_exepath_is_usr_lib_systemd_sys_anew);
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

/* proc.exepath in (/usr/bin/udevadm, /usr/lib/systemd/systemd,
 * /usr/lib/systemd/systemd-modules-load, /usr/lib/systemd/systemd-udevd) */
static bool proc_exepath_in_usr_bin_udevadm_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_UDEVADM);
}

static bool proc_exepath_in_usr_bin_udevadm(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_UDEVADM,
                          proc_exepath_in_usr_bin_udevadm_anew);
}

/* proc.name = modprobe */
static bool proc_name_is_modprobe_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_name, TEST_PROC_NAME_IS_MODPROBE);
}

static bool proc_name_is_modprobe(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_NAME_IS_MODPROBE, proc_name_is_modprobe_anew);
}

/* evt.arg.cmd = BPF_PROG_LOAD */
static bool evt_arg_cmd_is_bpf_prog_load(struct rt_eval *eval)
{
    const struct rt_values *value = rt_value(eval, VALUE_EVT_ARG_CMD);

    return rt_str_eq(value, "BPF_PROG_LOAD", 13);
}

/* proc.exepath in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-binfmt,
 * /usr/lib/systemd/systemd-sysctl, /usr/sbin/sysctl, /usr/sbin/update-binfmts) */
static bool proc_exepath_in_usr_lib_systemd_sys_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS);
}

static bool proc_exepath_in_usr_lib_systemd_sys(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS,
                          proc_exepath_in_usr_lib_systemd_sys_anew);
}

/* proc.exepath in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-sysctl, /usr/sbin/sysctl) */
static bool proc_exepath_in_usr_lib_systemd_sys_2_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS_2);
}

static bool proc_exepath_in_usr_lib_systemd_sys_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_LIB_SYSTEMD_SYS_2,
                          proc_exepath_in_usr_lib_systemd_sys_2_anew);
}

/* proc.exepath in (/usr/bin/vbetool, /usr/lib/xorg/Xorg, /usr/sbin/biosdecode,
 * /usr/sbin/dmidecode) */
static bool proc_exepath_in_usr_bin_vbetool_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_exepath, TEST_PROC_EXEPATH_IN_USR_BIN_VBETOOL);
}

static bool proc_exepath_in_usr_bin_vbetool(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_EXEPATH_IN_USR_BIN_VBETOOL,
                          proc_exepath_in_usr_bin_vbetool_anew);
}

/* proc.pname in (kdump-config, kexec-load, systemd) */
static bool proc_pname_in_kdump_config_anew(struct rt_eval *eval)
{
    return rt_among(eval, &texts_of_proc_pname, TEST_PROC_PNAME_IN_KDUMP_CONFIG);
}

static bool proc_pname_in_kdump_config(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_PROC_PNAME_IN_KDUMP_CONFIG, proc_pname_in_kdump_config_anew);
}

static bool all_proc_aname_in_package_managers_anew(struct rt_eval *eval)
{
    if (!proc_aname_in_package_managers(eval))
        return false;
    return proc_exepath_startswith_usr(eval);
}

static bool all_proc_aname_in_package_managers(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS,
                          all_proc_aname_in_package_managers_anew);
}

static bool all_fd_directory_endswith_ssh(struct rt_eval *eval)
{
    if (!fd_directory_endswith_ssh(eval))
        return false;
    if (!fd_filename_startswith_id(eval))
        return false;
    return !fd_filename_endswith_pub(eval);
}

static bool any_fd_name_is_etc_kubernetes_admin(struct rt_eval *eval)
{
    if (fd_name_is_etc_kubernetes_admin_con(eval))
        return true;
    if (all_fd_directory_endswith_ssh(eval))
        return true;
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
    return fd_name_endswith_vault_token(eval);
}

static bool any_proc_exepath_startswith_usr_anew(struct rt_eval *eval)
{
    if (proc_exepath_startswith_usr(eval) && proc_name_in_ansible(eval))
        return true;
    if (proc_exepath_startswith_usr(eval) && proc_name_in_aws(eval))
        return true;
    return proc_exepath_startswith_usr(eval) && proc_name_in_buildah(eval);
}

static bool any_proc_exepath_startswith_usr(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_EXEPATH_STARTSWITH_USR,
                          any_proc_exepath_startswith_usr_anew);
}

static bool any_proc_exepath_startswith_usr_bin_anew(struct rt_eval *eval)
{
    if (proc_exepath_startswith_usr_bin_pyt(eval) && proc_cmdline_contains_usr_bin_cloud(eval))
        return true;
    return proc_exepath_startswith_usr_bin_goo(eval) && proc_cmdline_contains_google_guest(eval);
}

static bool any_proc_exepath_startswith_usr_bin(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_EXEPATH_STARTSWITH_USR_BIN,
                          any_proc_exepath_startswith_usr_bin_anew);
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
    if (proc_aname_in_package_managers(eval))
        return true;
    return proc_exepath_in_package_manager_pat(eval);
}

static bool macro_by_package_manager(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_MACRO_BY_PACKAGE_MANAGER, macro_by_package_manager_anew);
}

static bool any_fd_filename_in_shell_start_file_anew(struct rt_eval *eval)
{
    if (fd_filename_in_shell_start_files(eval))
        return true;
    if (fd_name_in_etc_bash_bashrc(eval))
        return true;
    if (fd_name_startswith_etc_profile_d(eval))
        return true;
    if (fs_path_target_endswith_bashrc(eval))
        return true;
    if (fs_path_target_endswith_profile(eval))
        return true;
    return fs_path_target_endswith_zshrc(eval);
}

static bool any_fd_filename_in_shell_start_file(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_FD_FILENAME_IN_SHELL_START_FILE)) {
        const bool holds = any_fd_filename_in_shell_start_file_anew(eval);

        rt_test_note(eval, TEST_ANY_FD_FILENAME_IN_SHELL_START_FILE, holds);
    }
    return rt_test_true(eval, TEST_ANY_FD_FILENAME_IN_SHELL_START_FILE);
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

static bool any_fs_path_target_in_password_hash(struct rt_eval *eval)
{
    if (fs_path_target_in_password_hash_fil(eval))
        return true;
    if (fs_path_target_in_etc_sudoers(eval))
        return true;
    return fs_path_target_startswith_etc_ssh_s(eval);
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
    return rt_kept_thread(eval, KEPT_ANY_PROC_NAME_IN_WEB_SERVERS,
                          any_proc_name_in_web_servers_anew);
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

static bool all_proc_aname_in_networkmanager_anew(struct rt_eval *eval)
{
    if (!proc_aname_in_networkmanager(eval))
        return false;
    return fd_name_in_etc_hosts(eval);
}

static bool all_proc_aname_in_networkmanager(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_PROC_ANAME_IN_NETWORKMANAGER)) {
        const bool holds = all_proc_aname_in_networkmanager_anew(eval);

        rt_test_note(eval, TEST_ALL_PROC_ANAME_IN_NETWORKMANAGER, holds);
    }
    return rt_test_true(eval, TEST_ALL_PROC_ANAME_IN_NETWORKMANAGER);
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

static bool all_proc_exe_startswith_anew(struct rt_eval *eval)
{
    if (!proc_exe_startswith(eval))
        return false;
    return proc_cwd_startswith_dev_shm(eval);
}

static bool all_proc_exe_startswith(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_PROC_EXE_STARTSWITH)) {
        const bool holds = all_proc_exe_startswith_anew(eval);

        rt_test_note(eval, TEST_ALL_PROC_EXE_STARTSWITH, holds);
    }
    return rt_test_true(eval, TEST_ALL_PROC_EXE_STARTSWITH);
}

static bool any_proc_exepath_startswith_tmp_anew(struct rt_eval *eval)
{
    if (proc_exepath_startswith_tmp(eval))
        return true;
    return proc_exepath_startswith_var_tmp(eval);
}

static bool any_proc_exepath_startswith_tmp(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_EXEPATH_STARTSWITH_TMP,
                          any_proc_exepath_startswith_tmp_anew);
}

static bool any_proc_pname_is_postgres(struct rt_eval *eval)
{
    if (proc_cmdline_contains_archive_comma(eval) && proc_pname_is_postgres(eval))
        return true;
    if (proc_cmdline_contains_pgbackrest(eval) && proc_pname_is_postgres(eval))
        return true;
    if (proc_cmdline_contains_wal_g(eval) && proc_pname_is_postgres(eval))
        return true;
    return proc_cmdline_contains_rotatelogs(eval) && proc_pname_in_apache2(eval);
}

static bool any_proc_name_startswith_python(struct rt_eval *eval)
{
    if (proc_name_startswith_python(eval))
        return true;
    if (proc_name_in_awk(eval))
        return true;
    if (proc_name_startswith_perl(eval))
        return true;
    if (proc_name_startswith_ruby(eval))
        return true;
    if (proc_name_startswith_php(eval))
        return true;
    return proc_name_startswith_lua(eval);
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

static bool any_proc_cmdline_contains_stratum_t_anew(struct rt_eval *eval)
{
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
    if (proc_cmdline_contains_coin_monero(eval))
        return true;
    return proc_name_in_cgminer(eval);
}

static bool any_proc_cmdline_contains_stratum_t(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_CMDLINE_CONTAINS_STRATUM_T,
                          any_proc_cmdline_contains_stratum_t_anew);
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

static bool any_proc_name_is_aa_teardown_anew(struct rt_eval *eval)
{
    if (proc_name_is_aa_teardown(eval))
        return true;
    if (proc_name_is_setenforce(eval) && proc_args_in_0(eval))
        return true;
    if (proc_name_is_auditctl(eval) && any_proc_args_contains_d(eval))
        return true;
    return all_proc_name_in_invoke_rc_d(eval);
}

static bool any_proc_name_is_aa_teardown(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_NAME_IS_AA_TEARDOWN,
                          any_proc_name_is_aa_teardown_anew);
}

static bool all_proc_name_in_nc_anew(struct rt_eval *eval)
{
    if (!proc_name_in_nc(eval))
        return false;
    return proc_args_regex_a_za_z_ec_exec_sh_e(eval);
}

static bool all_proc_name_in_nc(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_IN_NC, all_proc_name_in_nc_anew);
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

static bool all_proc_name_startswith_socat_anew(struct rt_eval *eval)
{
    if (!proc_name_startswith_socat(eval))
        return false;
    return any_proc_args_contains_exec(eval);
}

static bool all_proc_name_startswith_socat(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_STARTSWITH_SOCAT,
                          all_proc_name_startswith_socat_anew);
}

static bool any_proc_name_in_nc_anew(struct rt_eval *eval)
{
    if (all_proc_name_in_nc(eval))
        return true;
    return all_proc_name_startswith_socat(eval);
}

static bool any_proc_name_in_nc(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_NAME_IN_NC, any_proc_name_in_nc_anew);
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

static bool any_proc_cmdline_contains_usr_bin_c(struct rt_eval *eval)
{
    if (proc_name_in_cloud_init(eval) && proc_cmdline_contains_usr_bin_cloud(eval))
        return true;
    return proc_name_is_python3(eval) && proc_cmdline_contains_usr_sbin_waag(eval);
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

static bool all_container_id_is_host_anew(struct rt_eval *eval)
{
    if (!container_id_is_host(eval))
        return false;
    return proc_exepath_in_usr_bin_buildah(eval);
}

static bool all_container_id_is_host(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_CONTAINER_ID_IS_HOST, all_container_id_is_host_anew);
}

/* macro `program_in_public_directory`, worked out */
static bool macro_program_in_public_directory_anew(struct rt_eval *eval)
{
    if (proc_exepath_startswith_dev_shm(eval))
        return true;
    if (proc_exepath_startswith_tmp(eval))
        return true;
    if (proc_exepath_startswith_var_tmp(eval))
        return true;
    return proc_exepath_startswith_run_user(eval);
}

static bool macro_program_in_public_directory(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_MACRO_PROGRAM_IN_PUBLIC_DIRECTORY,
                          macro_program_in_public_directory_anew);
}

static bool all_proc_name_in_ip6tables(struct rt_eval *eval)
{
    if (!proc_name_in_ip6tables(eval))
        return false;
    return proc_args_contains_f(eval) || proc_args_contains_flush(eval);
}

static bool any_proc_name_is_nft_anew(struct rt_eval *eval)
{
    if (proc_name_is_nft(eval) && proc_args_contains_flush_ruleset(eval))
        return true;
    if (proc_name_in_python3(eval) && proc_cmdline_contains_ufw_disable(eval))
        return true;
    return all_proc_name_in_ip6tables(eval);
}

static bool any_proc_name_is_nft(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_NAME_IS_NFT, any_proc_name_is_nft_anew);
}

static bool all_proc_name_in_apk_anew(struct rt_eval *eval)
{
    if (!proc_name_in_apk(eval))
        return false;
    return proc_args_contains_install(eval) || proc_args_contains_add(eval);
}

static bool all_proc_name_in_apk(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_PROC_NAME_IN_APK)) {
        const bool holds = all_proc_name_in_apk_anew(eval);

        rt_test_note(eval, TEST_ALL_PROC_NAME_IN_APK, holds);
    }
    return rt_test_true(eval, TEST_ALL_PROC_NAME_IN_APK);
}

static bool all_proc_name_startswith_pip_anew(struct rt_eval *eval)
{
    if (!proc_name_startswith_pip(eval))
        return false;
    return proc_args_contains_install(eval);
}

static bool all_proc_name_startswith_pip(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_PROC_NAME_STARTSWITH_PIP)) {
        const bool holds = all_proc_name_startswith_pip_anew(eval);

        rt_test_note(eval, TEST_ALL_PROC_NAME_STARTSWITH_PIP, holds);
    }
    return rt_test_true(eval, TEST_ALL_PROC_NAME_STARTSWITH_PIP);
}

static bool all_proc_name_startswith_npm_anew(struct rt_eval *eval)
{
    if (!proc_name_startswith_npm(eval))
        return false;
    return proc_args_contains_install(eval);
}

static bool all_proc_name_startswith_npm(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_PROC_NAME_STARTSWITH_NPM)) {
        const bool holds = all_proc_name_startswith_npm_anew(eval);

        rt_test_note(eval, TEST_ALL_PROC_NAME_STARTSWITH_NPM, holds);
    }
    return rt_test_true(eval, TEST_ALL_PROC_NAME_STARTSWITH_NPM);
}

static bool any_proc_args_contains_install_anew(struct rt_eval *eval)
{
    if (all_proc_name_startswith_pip(eval))
        return true;
    if (all_proc_name_startswith_npm(eval))
        return true;
    return all_proc_name_in_apk(eval);
}

static bool any_proc_args_contains_install(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_ARGS_CONTAINS_INSTALL,
                          any_proc_args_contains_install_anew);
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

static bool all_container_id_is_host_2_anew(struct rt_eval *eval)
{
    if (!container_id_is_host(eval))
        return false;
    return proc_exepath_is_usr_lib_systemd_sys(eval);
}

static bool all_container_id_is_host_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_CONTAINER_ID_IS_HOST_2, all_container_id_is_host_2_anew);
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

static bool any_proc_name_in_shells_anew(struct rt_eval *eval)
{
    if (proc_name_in_shells(eval))
        return true;
    return proc_name_in_awk_2(eval);
}

static bool any_proc_name_in_shells(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_NAME_IN_SHELLS, any_proc_name_in_shells_anew);
}

static bool any_proc_name_is_modprobe(struct rt_eval *eval)
{
    if (proc_name_is_modprobe(eval) && proc_pname_startswith_kworker(eval))
        return true;
    return proc_name_is_modprobe(eval) && proc_pname_startswith_kthreadd(eval);
}

static bool any_fd_name_in_proc_sys_fs_binfmt_m_anew(struct rt_eval *eval)
{
    if (fd_name_in_proc_sys_fs_binfmt_misc(eval))
        return true;
    return fd_name_endswith_binfmt_misc_regist(eval);
}

static bool any_fd_name_in_proc_sys_fs_binfmt_m(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ANY_FD_NAME_IN_PROC_SYS_FS_BINFMT_M)) {
        const bool holds = any_fd_name_in_proc_sys_fs_binfmt_m_anew(eval);

        rt_test_note(eval, TEST_ANY_FD_NAME_IN_PROC_SYS_FS_BINFMT_M, holds);
    }
    return rt_test_true(eval, TEST_ANY_FD_NAME_IN_PROC_SYS_FS_BINFMT_M);
}

static bool all_container_id_is_host_3_anew(struct rt_eval *eval)
{
    if (!container_id_is_host(eval))
        return false;
    return proc_exepath_in_usr_lib_systemd_sys(eval);
}

static bool all_container_id_is_host_3(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_CONTAINER_ID_IS_HOST_3, all_container_id_is_host_3_anew);
}

static bool all_proc_exepath_in_usr_lib_systemd_anew(struct rt_eval *eval)
{
    if (!proc_exepath_in_usr_lib_systemd_sys_2(eval))
        return false;
    return fd_name_is_proc_sys_kernel_sysrq(eval);
}

static bool all_proc_exepath_in_usr_lib_systemd(struct rt_eval *eval)
{
    if (!rt_test_known(eval, TEST_ALL_PROC_EXEPATH_IN_USR_LIB_SYSTEMD)) {
        const bool holds = all_proc_exepath_in_usr_lib_systemd_anew(eval);

        rt_test_note(eval, TEST_ALL_PROC_EXEPATH_IN_USR_LIB_SYSTEMD, holds);
    }
    return rt_test_true(eval, TEST_ALL_PROC_EXEPATH_IN_USR_LIB_SYSTEMD);
}

static bool all_container_id_is_host_4(struct rt_eval *eval)
{
    if (!container_id_is_host(eval))
        return false;
    if (!proc_exepath_in_usr_bin_vbetool(eval))
        return false;
    return fd_name_is_dev_mem(eval);
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

static bool all_proc_exepath_in_usr_bin_ceph_os_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_ceph_osd(eval))
        return false;
    return !macro_by_container_runtime(eval);
}

static bool all_proc_exepath_in_usr_bin_ceph_os(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_CEPH_OS,
                          all_proc_exepath_in_usr_bin_ceph_os_anew);
}

static bool all_proc_exepath_in_usr_bin_rsync_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_rsync(eval))
        return false;
    return !proc_exepath_in_shell_paths(eval);
}

static bool all_proc_exepath_in_usr_bin_rsync(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_RSYNC,
                          all_proc_exepath_in_usr_bin_rsync_anew);
}

static bool all_proc_exepath_in_etc_writers_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_etc_writers(eval))
        return false;
    return !proc_exepath_startswith_usr_lib_sys(eval);
}

static bool all_proc_exepath_in_etc_writers(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_ETC_WRITERS,
                          all_proc_exepath_in_etc_writers_anew);
}

static bool all_proc_exepath_in_container_runti_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_container_runtime_p(eval))
        return false;
    return !proc_exepath_in_bin_busybox(eval);
}

static bool all_proc_exepath_in_container_runti(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_CONTAINER_RUNTI,
                          all_proc_exepath_in_container_runti_anew);
}

static bool all_proc_is_exe_from_memfd_is_true_anew(struct rt_eval *eval)
{
    if (!proc_is_exe_from_memfd_is_true(eval))
        return false;
    return !any_proc_exepath_contains_memfd_run(eval);
}

static bool all_proc_is_exe_from_memfd_is_true(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_IS_EXE_FROM_MEMFD_IS_TRUE,
                          all_proc_is_exe_from_memfd_is_true_anew);
}

static bool any_proc_exepath_startswith_dev_shm_anew(struct rt_eval *eval)
{
    if (proc_exepath_startswith_dev_shm(eval))
        return true;
    return proc_exepath_startswith_run_shm(eval);
}

static bool any_proc_exepath_startswith_dev_shm(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_EXEPATH_STARTSWITH_DEV_SHM,
                          any_proc_exepath_startswith_dev_shm_anew);
}

static bool any_proc_exepath_startswith_dev_shm_2_anew(struct rt_eval *eval)
{
    if (any_proc_exepath_startswith_dev_shm(eval))
        return true;
    return all_proc_exe_startswith(eval);
}

static bool any_proc_exepath_startswith_dev_shm_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_EXEPATH_STARTSWITH_DEV_SHM_2,
                          any_proc_exepath_startswith_dev_shm_2_anew);
}

static bool all_proc_aname_in_package_managers_2_anew(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_aname_in_dracut(eval))
        return false;
    return !proc_aname_in_cargo(eval);
}

static bool all_proc_aname_in_package_managers_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_2,
                          all_proc_aname_in_package_managers_2_anew);
}

static bool all_proc_pname_in_network_services_anew(struct rt_eval *eval)
{
    if (!proc_pname_in_network_services(eval))
        return false;
    return !any_proc_pname_is_postgres(eval);
}

static bool all_proc_pname_in_network_services(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_PNAME_IN_NETWORK_SERVICES,
                          all_proc_pname_in_network_services_anew);
}

static bool all_proc_name_in_shells_anew(struct rt_eval *eval)
{
    if (!proc_name_in_shells(eval))
        return false;
    return proc_cmdline_regex_base64_d_decode(eval);
}

static bool all_proc_name_in_shells(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_IN_SHELLS, all_proc_name_in_shells_anew);
}

static bool all_proc_name_startswith_python_2_anew(struct rt_eval *eval)
{
    if (!any_proc_name_startswith_python(eval))
        return false;
    if (!any_proc_cmdline_contains_socket(eval))
        return false;
    if (!any_proc_cmdline_contains_c(eval))
        return false;
    return any_proc_cmdline_contains_dup2(eval);
}

static bool all_proc_name_startswith_python_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_STARTSWITH_PYTHON_2,
                          all_proc_name_startswith_python_2_anew);
}

static bool all_proc_exe_endswith_anew(struct rt_eval *eval)
{
    if (!proc_exe_endswith(eval))
        return false;
    return proc_exe_startswith_2(eval);
}

static bool all_proc_exe_endswith(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXE_ENDSWITH, all_proc_exe_endswith_anew);
}

static bool all_proc_aname_in_package_managers_3_anew(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    return !proc_aname_is_logrotate(eval);
}

static bool all_proc_aname_in_package_managers_3(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_3,
                          all_proc_aname_in_package_managers_3_anew);
}

static bool all_proc_aname_in_package_managers_4_anew(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    return !proc_pname_in_calico_node(eval);
}

static bool all_proc_aname_in_package_managers_4(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_4,
                          all_proc_aname_in_package_managers_4_anew);
}

static bool all_proc_name_is_setcap_anew(struct rt_eval *eval)
{
    if (!proc_name_is_setcap(eval))
        return false;
    if (!proc_args_contains_cap(eval))
        return false;
    return !proc_args_contains_r(eval);
}

static bool all_proc_name_is_setcap(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_IS_SETCAP, all_proc_name_is_setcap_anew);
}

static bool all_proc_name_in_shells_2_anew(struct rt_eval *eval)
{
    if (!proc_name_in_shells(eval))
        return false;
    if (!user_uid_is_0(eval))
        return false;
    if (!user_loginuid_above_0(eval))
        return false;
    return user_loginuid_below_4294967295(eval);
}

static bool all_proc_name_in_shells_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_IN_SHELLS_2, all_proc_name_in_shells_2_anew);
}

static bool all_container_id_is_not_host_anew(struct rt_eval *eval)
{
    if (container_id_is_not_host(eval))
        return false;
    if (proc_aname_in_ways_to_root(eval))
        return false;
    return !proc_aname_in_buildah(eval);
}

static bool all_container_id_is_not_host(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_CONTAINER_ID_IS_NOT_HOST,
                          all_container_id_is_not_host_anew);
}

static bool all_proc_name_in_shells_3_anew(struct rt_eval *eval)
{
    if (!proc_name_in_shells(eval))
        return false;
    return !proc_tty_is_0(eval);
}

static bool all_proc_name_in_shells_3(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_IN_SHELLS_3, all_proc_name_in_shells_3_anew);
}

static bool all_proc_aname_in_package_managers_5_anew(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    return container_id_is_not_host(eval);
}

static bool all_proc_aname_in_package_managers_5(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_5,
                          all_proc_aname_in_package_managers_5_anew);
}

static bool all_container_id_is_not_host_2_anew(struct rt_eval *eval)
{
    if (!container_id_is_not_host(eval))
        return false;
    return !proc_aname_in_buildah_2(eval);
}

static bool all_container_id_is_not_host_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_CONTAINER_ID_IS_NOT_HOST_2,
                          all_container_id_is_not_host_2_anew);
}

static bool all_proc_name_in_aria2c_anew(struct rt_eval *eval)
{
    if (!proc_name_in_aria2c(eval))
        return false;
    if (proc_args_contains_localhost(eval))
        return false;
    return !proc_args_contains_127_0_0_1(eval);
}

static bool all_proc_name_in_aria2c(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_IN_ARIA2C, all_proc_name_in_aria2c_anew);
}

static bool all_proc_name_is_kexec_anew(struct rt_eval *eval)
{
    if (!proc_name_is_kexec(eval))
        return false;
    if (proc_args_contains_p(eval))
        return false;
    return any_proc_args_contains_e(eval);
}

static bool all_proc_name_is_kexec(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_NAME_IS_KEXEC, all_proc_name_is_kexec_anew);
}

static bool all_proc_exepath_in_usr_bin_amazon_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_amazon_ssm(eval))
        return false;
    return !any_proc_cmdline_contains_usr_bin_c(eval);
}

static bool all_proc_exepath_in_usr_bin_amazon(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_AMAZON,
                          all_proc_exepath_in_usr_bin_amazon_anew);
}

static bool all_fd_sip_is_169_254_169_254_anew(struct rt_eval *eval)
{
    if (!any_fd_sip_is_169_254_169_254(eval))
        return false;
    return fd_typechar_in_4(eval);
}

static bool all_fd_sip_is_169_254_169_254(struct rt_eval *eval)
{
    return rt_kept_fd(eval, KEPT_ALL_FD_SIP_IS_169_254_169_254, all_fd_sip_is_169_254_169_254_anew);
}

static bool all_fd_typechar_in_4_anew(struct rt_eval *eval)
{
    if (!fd_typechar_in_4(eval))
        return false;
    if (!fd_sport_in_mining_ports(eval))
        return false;
    return !fd_snet_in_private_networks(eval);
}

static bool all_fd_typechar_in_4(struct rt_eval *eval)
{
    return rt_kept_fd(eval, KEPT_ALL_FD_TYPECHAR_IN_4, all_fd_typechar_in_4_anew);
}

static bool all_fd_typechar_is_u_anew(struct rt_eval *eval)
{
    if (!fd_typechar_is_u(eval))
        return false;
    return any_fd_name_endswith_docker_sock(eval);
}

static bool all_fd_typechar_is_u(struct rt_eval *eval)
{
    return rt_kept_fd(eval, KEPT_ALL_FD_TYPECHAR_IS_U, all_fd_typechar_is_u_anew);
}

static bool all_proc_exepath_in_usr_bin_buildah_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_buildah_2(eval))
        return false;
    if (proc_exepath_startswith_usr_lib_sys(eval))
        return false;
    if (proc_exepath_startswith_opt_cni_bin(eval) || proc_exepath_startswith_usr_lib_cni(eval))
        return false;
    return !any_proc_exepath_contains_memfd_run(eval);
}

static bool all_proc_exepath_in_usr_bin_buildah(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_BUILDAH,
                          all_proc_exepath_in_usr_bin_buildah_anew);
}

static bool all_proc_exepath_startswith_usr_lib_anew(struct rt_eval *eval)
{
    if (proc_exepath_startswith_usr_lib_sys(eval))
        return false;
    if (proc_name_startswith_runc(eval) || proc_name_startswith_crun(eval))
        return false;
    return !macro_by_container_runtime(eval);
}

static bool all_proc_exepath_startswith_usr_lib(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_STARTSWITH_USR_LIB,
                          all_proc_exepath_startswith_usr_lib_anew);
}

static bool all_proc_exepath_in_opt_google_chro_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_opt_google_chrome_c_2(eval))
        return false;
    return !user_uid_is_0(eval);
}

static bool all_proc_exepath_in_opt_google_chro(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_OPT_GOOGLE_CHRO,
                          all_proc_exepath_in_opt_google_chro_anew);
}

static bool all_proc_exepath_in_usr_bin_buildah_2_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_buildah_3(eval))
        return false;
    return !any_proc_exepath_contains_memfd_run(eval);
}

static bool all_proc_exepath_in_usr_bin_buildah_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_BUILDAH_2,
                          all_proc_exepath_in_usr_bin_buildah_2_anew);
}

static bool all_proc_exepath_in_package_manager_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_package_manager_pat(eval))
        return false;
    return !proc_exepath_in_container_runtime_p(eval);
}

static bool all_proc_exepath_in_package_manager(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_PACKAGE_MANAGER,
                          all_proc_exepath_in_package_manager_anew);
}

static bool all_proc_exepath_in_usr_bin_criu_2_anew(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_criu_2(eval))
        return false;
    return !user_uid_is_0(eval);
}

static bool all_proc_exepath_in_usr_bin_criu_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_EXEPATH_IN_USR_BIN_CRIU_2,
                          all_proc_exepath_in_usr_bin_criu_2_anew);
}

static bool all_container_id_is_host_5_anew(struct rt_eval *eval)
{
    if (container_id_is_host(eval) && proc_exepath_in_usr_bin_udevadm(eval))
        return false;
    return !any_proc_name_is_modprobe(eval);
}

static bool all_container_id_is_host_5(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_CONTAINER_ID_IS_HOST_5, all_container_id_is_host_5_anew);
}

static bool any_proc_cmdline_contains_stratum_t_2_anew(struct rt_eval *eval)
{
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
    if (proc_cmdline_contains_coin_monero(eval))
        return true;
    if (proc_name_in_cgminer(eval))
        return true;
    if (all_proc_name_in_nc(eval))
        return true;
    if (all_proc_name_startswith_socat(eval))
        return true;
    if (all_proc_is_exe_from_memfd_is_true(eval))
        return true;
    if (any_proc_exepath_startswith_dev_shm(eval))
        return true;
    if (all_proc_name_in_shells(eval))
        return true;
    if (all_proc_name_startswith_python_2(eval))
        return true;
    if (all_proc_exe_endswith(eval))
        return true;
    if (any_proc_exepath_startswith_tmp(eval) && all_proc_aname_in_package_managers_2(eval))
        return true;
    if (proc_name_in_shells(eval) && all_proc_pname_in_network_services(eval))
        return true;
    if (any_proc_name_is_aa_teardown(eval) && all_proc_aname_in_package_managers_3(eval))
        return true;
    if (proc_name_in_shells(eval) && !proc_pexepath_in_usr_lib_openssh_ss(eval))
        return true;
    if (any_proc_name_is_nft(eval) && all_proc_aname_in_package_managers_4(eval))
        return true;
    if (!macro_by_package_manager(eval) && all_proc_name_is_setcap(eval))
        return true;
    if (all_proc_name_in_shells_2(eval) && all_container_id_is_not_host(eval))
        return true;
    if (container_id_is_not_host(eval) && all_proc_name_in_shells_3(eval))
        return true;
    if (proc_is_exe_upper_layer_is_true(eval) && all_proc_aname_in_package_managers_5(eval))
        return true;
    if (any_proc_args_contains_install(eval) && all_container_id_is_not_host_2(eval))
        return true;
    if (container_id_is_not_host(eval) && all_proc_name_in_aria2c(eval))
        return true;
    if (!proc_pname_in_kdump_config(eval) && all_proc_name_is_kexec(eval))
        return true;
    return all_proc_exe_startswith(eval);
}

static bool any_proc_cmdline_contains_stratum_t_2(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_CMDLINE_CONTAINS_STRATUM_T_2,
                          any_proc_cmdline_contains_stratum_t_2_anew);
}

static bool any_proc_exe_startswith_anew(struct rt_eval *eval)
{
    if (proc_exe_startswith(eval))
        return true;
    if (proc_name_in_shells(eval))
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
    if (proc_cmdline_contains_coin_monero(eval))
        return true;
    if (proc_name_in_cgminer(eval))
        return true;
    if (all_proc_name_in_nc(eval))
        return true;
    if (all_proc_name_startswith_socat(eval))
        return true;
    if (proc_is_exe_upper_layer_is_true(eval))
        return true;
    if (all_proc_is_exe_from_memfd_is_true(eval))
        return true;
    if (any_proc_exepath_startswith_dev_shm(eval))
        return true;
    if (all_proc_name_startswith_python_2(eval))
        return true;
    if (all_proc_exe_endswith(eval))
        return true;
    if (all_proc_name_in_aria2c(eval))
        return true;
    if (all_proc_name_is_kexec(eval))
        return true;
    if (any_proc_name_is_aa_teardown(eval) && !proc_exepath_in_package_manager_pat(eval))
        return true;
    if (any_proc_name_is_nft(eval) && !proc_exepath_in_package_manager_pat(eval))
        return true;
    if (!proc_exepath_in_package_manager_pat(eval) && all_proc_name_is_setcap(eval))
        return true;
    if (proc_exepath_startswith_tmp(eval))
        return true;
    if (proc_exepath_startswith_var_tmp(eval))
        return true;
    if (all_proc_name_startswith_pip(eval))
        return true;
    if (all_proc_name_startswith_npm(eval))
        return true;
    return all_proc_name_in_apk(eval);
}

static bool any_proc_exe_startswith(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_EXE_STARTSWITH, any_proc_exe_startswith_anew);
}

static bool any_proc_exepath_in_usr_bin_journal_anew(struct rt_eval *eval)
{
    if (!proc_exepath_in_usr_bin_journalctl(eval))
        return true;
    return !proc_exepath_in_usr_bin_rsync(eval);
}

static bool any_proc_exepath_in_usr_bin_journal(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ANY_PROC_EXEPATH_IN_USR_BIN_JOURNAL,
                          any_proc_exepath_in_usr_bin_journal_anew);
}

static bool all_container_id_is_not_host_3_anew(struct rt_eval *eval)
{
    if (!container_id_is_not_host(eval))
        return false;
    return all_proc_exepath_startswith_usr_lib(eval);
}

static bool all_container_id_is_not_host_3(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_CONTAINER_ID_IS_NOT_HOST_3,
                          all_container_id_is_not_host_3_anew);
}

static bool all_proc_aname_in_package_managers_6_anew(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    return all_proc_exepath_in_package_manager(eval);
}

static bool all_proc_aname_in_package_managers_6(struct rt_eval *eval)
{
    return rt_kept_thread(eval, KEPT_ALL_PROC_ANAME_IN_PACKAGE_MANAGERS_6,
                          all_proc_aname_in_package_managers_6_anew);
}

/* rules/10-files.yaml:20 "Password hashes read" on open, openat, openat2, open_by_handle_at:
 * (opened_for_reading and fd.name in (password_hash_files)) and not ((proc.exepath in
 * (login_programs, account_programs))) and not ((proc.aname in (package_managers) and
 * proc.exepath startswith /usr/)) */
static bool rule_password_hashes_read(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_chage(eval))
        return false;
    if (all_proc_aname_in_package_managers(eval))
        return false;
    if (!evt_is_open_read_is_true(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_in_password_hash_files(eval);
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
    if (any_proc_exepath_startswith_usr(eval))
        return false;
    if (!evt_is_open_read_is_true(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return any_fd_name_is_etc_kubernetes_admin(eval);
}

/* rules/10-files.yaml:72 "SSH login keys changed" on open, openat, openat2, open_by_handle_at:
 * ((opened_for_writing and fd.filename in (authorized_keys, authorized_keys2)) or (renamed and
 * (fs.path.target endswith /authorized_keys or fs.path.target endswith /authorized_keys2))) and
 * not ((proc.exepath startswith /usr/bin/python3 and proc.cmdline contains /usr/bin/cloud-init)
 * or (proc.exepath startswith /usr/bin/google_guest_agent and proc.cmdline contains
 * google_guest_agent)) */
static bool rule_ssh_login_keys_changed(struct rt_eval *eval)
{
    if (any_proc_exepath_startswith_usr_bin(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_filename_in_authorized_keys(eval);
}

/* rules/10-files.yaml:72 "SSH login keys changed" on creat. */
static bool rule_ssh_login_keys_changed_2(struct rt_eval *eval)
{
    if (any_proc_exepath_startswith_usr_bin(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_filename_in_authorized_keys(eval);
}

/* rules/10-files.yaml:72 "SSH login keys changed" on rename, renameat, renameat2. */
static bool rule_ssh_login_keys_changed_3(struct rt_eval *eval)
{
    if (any_proc_exepath_startswith_usr_bin(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return fs_path_target_endswith_authorized(eval) || fs_path_target_endswith_authorized_2(eval);
}

/* rules/10-files.yaml:96 "Scheduled job planted" on open, openat, openat2, open_by_handle_at:
 * ((opened_for_writing and fd.name pmatch (job_files)) or (renamed and fs.path.target pmatch
 * (job_files))) and not ((proc.exepath in (package_manager_paths, /usr/bin/crontab,
 * /usr/sbin/cron, /usr/sbin/crond, /usr/bin/at, /usr/sbin/atd, /usr/sbin/anacron))) and not
 * ((proc.aname in (package_managers))) */
static bool rule_scheduled_job_planted(struct rt_eval *eval)
{
    if (proc_exepath_in_sbin_apk(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_pmatch_job_files(eval);
}

/* rules/10-files.yaml:96 "Scheduled job planted" on creat. */
static bool rule_scheduled_job_planted_2(struct rt_eval *eval)
{
    if (proc_exepath_in_sbin_apk(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_pmatch_job_files(eval);
}

/* rules/10-files.yaml:96 "Scheduled job planted" on rename, renameat, renameat2. */
static bool rule_scheduled_job_planted_3(struct rt_eval *eval)
{
    if (proc_exepath_in_sbin_apk(eval))
        return false;
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!evt_failed_is_false(eval))
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
    if (macro_by_package_manager(eval))
        return false;
    if (proc_exepath_in_usr_bin_systemctl(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!any_fd_name_endswith_service(eval))
        return false;
    return fd_name_pmatch_unit_directories(eval);
}

/* rules/10-files.yaml:124 "Service unit planted" on creat. */
static bool rule_service_unit_planted_2(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    if (proc_exepath_in_usr_bin_systemctl(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!any_fd_name_endswith_service(eval))
        return false;
    return fd_name_pmatch_unit_directories(eval);
}

/* rules/10-files.yaml:124 "Service unit planted" on rename, renameat, renameat2. */
static bool rule_service_unit_planted_3(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    if (proc_exepath_in_usr_bin_systemctl(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    if (!fs_path_target_pmatch_unit_director(eval))
        return false;
    return any_fs_path_target_endswith_service(eval);
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
    if (macro_by_package_manager(eval))
        return false;
    if (proc_exepath_in_usr_bin_chfn(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return any_fd_filename_in_shell_start_file(eval);
}

/* rules/10-files.yaml:164 "Shell start file changed" on creat. */
static bool rule_shell_start_file_changed_2(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    if (proc_exepath_in_usr_bin_chfn(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return any_fd_filename_in_shell_start_file(eval);
}

/* rules/10-files.yaml:164 "Shell start file changed" on rename, renameat, renameat2. */
static bool rule_shell_start_file_changed_3(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    if (proc_exepath_in_usr_bin_chfn(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return any_fd_filename_in_shell_start_file(eval);
}

/* rules/10-files.yaml:190 "Log erased" on open, openat, openat2, open_by_handle_at:
 * ((removed and fs.path.name pmatch (telling_logs)) or (opened_for_writing and evt.arg.flags
 * contains O_TRUNC and evt.is_open_create = false and fd.name pmatch (telling_logs))) and not
 * ((proc.exepath in (/usr/sbin/logrotate, /usr/bin/savelog, /usr/lib/systemd/systemd-journald,
 * /usr/bin/journalctl, /usr/sbin/rsyslogd, /usr/sbin/syslog-ng, /usr/sbin/auditd,
 * /usr/bin/systemd-tmpfiles))) */
static bool rule_log_erased(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_journalctl(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!evt_is_open_create_is_false(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_pmatch_telling_logs(eval))
        return false;
    return evt_arg_flags_contains_o_trunc(eval);
}

/* rules/10-files.yaml:190 "Log erased" on unlink, unlinkat. */
static bool rule_log_erased_2(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_journalctl(eval))
        return false;
    if (!evt_failed_is_false(eval))
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
    if (!all_proc_exepath_in_usr_bin_rsync(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_filename_in_ash_history(eval);
}

/* rules/10-files.yaml:210 "Shell history destroyed" on creat. */
static bool rule_shell_history_destroyed_2(struct rt_eval *eval)
{
    if (!all_proc_exepath_in_usr_bin_rsync(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_filename_in_ash_history(eval);
}

/* rules/10-files.yaml:210 "Shell history destroyed" on link, linkat, symlink, symlinkat. */
static bool rule_shell_history_destroyed_3(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_rsync(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return fs_path_source_endswith_bash_histor(eval) || fs_path_source_endswith_zsh_history(eval);
}

/* rules/10-files.yaml:210 "Shell history destroyed" on unlink, unlinkat. */
static bool rule_shell_history_destroyed_4(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_rsync(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return any_fs_path_name_endswith_bash_hist(eval);
}

/* rules/10-files.yaml:233 "Link made to a secret" on link, linkat, symlink, symlinkat:
 * (linked and (fs.path.target in (password_hash_files) or fs.path.target in (/etc/sudoers,
 * /root/.ssh/id_rsa, /root/.ssh/id_ed25519) or fs.path.target startswith /etc/ssh/ssh_host_))
 * and not ((proc.exepath in (login_programs, account_programs, package_manager_paths))) */
static bool rule_link_made_to_a_secret(struct rt_eval *eval)
{
    if (proc_exepath_in_sbin_apk_2(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return any_fs_path_target_in_password_hash(eval);
}

/* rules/10-files.yaml:255 "Web shell dropped" on open, openat, openat2, open_by_handle_at:
 * (opened_for_writing and (fd.name endswith .php or fd.name endswith .phtml or fd.name endswith
 * .jsp or fd.name endswith .jspx or fd.name endswith .aspx or fd.name endswith .cgi) and
 * (proc.name in (web_servers) or proc.pname in (web_servers)) and not fd.name startswith
 * /var/cache/) and not ((fd.directory pmatch (/var/lib/php/sessions, /var/www/html/cache,
 * /var/www/html/wp-content/cache, /var/lib/tomcat9/work, /var/lib/tomcat10/work))) */
static bool rule_web_shell_dropped(struct rt_eval *eval)
{
    if (!any_proc_name_in_web_servers(eval))
        return false;
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
    return !fd_directory_pmatch_var_lib_php_ses(eval);
}

/* rules/10-files.yaml:255 "Web shell dropped" on creat. */
static bool rule_web_shell_dropped_2(struct rt_eval *eval)
{
    if (!any_proc_name_in_web_servers(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (fd_name_startswith_var_cache(eval))
        return false;
    if (!any_fd_name_endswith_php(eval))
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
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_exepath_in_sbin_apk_3(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (all_proc_name_startswith_python(eval))
        return false;
    return fd_name_pmatch_program_directories(eval);
}

/* rules/10-files.yaml:281 "System program overwritten" on creat. */
static bool rule_system_program_overwritten_2(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_exepath_in_sbin_apk_3(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (all_proc_name_startswith_python(eval))
        return false;
    return fd_name_pmatch_program_directories(eval);
}

/* rules/10-files.yaml:281 "System program overwritten" on rename, renameat, renameat2. */
static bool rule_system_program_overwritten_3(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_exepath_in_sbin_apk_3(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    if (all_proc_name_startswith_python(eval))
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
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!all_proc_exepath_in_etc_writers(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (all_proc_aname_in_networkmanager(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_startswith_etc(eval))
        return false;
    return !fd_name_pmatch_etc_with_own_rule(eval);
}

/* rules/10-files.yaml:321 "Configuration below /etc written" on creat. */
static bool rule_configuration_below_etc_written_2(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!all_proc_exepath_in_etc_writers(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (all_proc_aname_in_networkmanager(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    if (!fd_name_startswith_etc(eval))
        return false;
    return !fd_name_pmatch_etc_with_own_rule(eval);
}

/* rules/10-files.yaml:321 "Configuration below /etc written" on rename, renameat, renameat2. */
static bool rule_configuration_below_etc_written_3(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!all_proc_exepath_in_etc_writers(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    if (all_proc_aname_in_networkmanager(eval))
        return false;
    if (!fs_path_target_startswith_etc(eval))
        return false;
    return !fs_path_target_pmatch_etc_with_own(eval);
}

/* rules/20-process.yaml:3 "Program run from memory only" on execve, execveat:
 * (program_started and proc.is_exe_from_memfd = true) and not ((proc.exepath contains
 * memfd:runc_cloned) or (proc.exepath contains memfd:crun_cloned)) */
static bool rule_program_run_from_memory_only(struct rt_eval *eval)
{
    if (!all_proc_is_exe_from_memfd_is_true(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/20-process.yaml:23 "Program run from shared memory" on execve, execveat:
 * program_started and (proc.exepath startswith /dev/shm/ or proc.exepath startswith /run/shm/ or
 * (proc.cwd startswith /dev/shm/ and proc.exe startswith "./")) */
static bool rule_program_run_from_shared_memory(struct rt_eval *eval)
{
    if (!any_proc_exepath_startswith_dev_shm_2(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/20-process.yaml:36 "Program run from a temporary directory" on execve, execveat:
 * (program_started and (proc.exepath startswith /tmp/ or proc.exepath startswith /var/tmp/)) and
 * not ((proc.aname in (package_managers))) and not ((proc.aname in (mkinitramfs,
 * update-initramfs, dracut))) and not ((proc.aname in (go, cargo, rustc, make, ninja, cmake,
 * ctest, configure, meson, conftest))) */
static bool rule_program_run_from_a_temporary_directory(struct rt_eval *eval)
{
    if (!any_proc_exepath_startswith_tmp(eval))
        return false;
    if (!all_proc_aname_in_package_managers_2(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/20-process.yaml:69 "Shell started by a network service" on execve, execveat:
 * (shell_started and proc.pname in (network_services)) and not ((proc.pname in (postgres) and
 * proc.cmdline contains archive_command) or (proc.pname in (postgres) and proc.cmdline contains
 * pgbackrest) or (proc.pname in (postgres) and proc.cmdline contains wal-g) or (proc.pname in
 * (apache2, httpd) and proc.cmdline contains rotatelogs)) */
static bool rule_shell_started_by_a_network_service(struct rt_eval *eval)
{
    if (!proc_name_in_shells(eval))
        return false;
    if (!all_proc_pname_in_network_services(eval))
        return false;
    return evt_failed_is_false(eval);
}

// rules/20-process.yaml:91 "Decoded text run by a shell" on execve, execveat:
// program_started and proc.name in (shells) and proc.cmdline regex '.*(base64
// +(-d|--decode|-D)|base32 +-d|xxd +-r|openssl +(base64|enc) .*-d).*[|]
// *(/[a-z/]*/)?(ba|da|z|k|a)?sh( .*|$)'
static bool rule_decoded_text_run_by_a_shell(struct rt_eval *eval)
{
    if (!all_proc_name_in_shells(eval))
        return false;
    return evt_failed_is_false(eval);
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
    if (!all_proc_name_startswith_python_2(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/20-process.yaml:122 "Program poses as a kernel thread" on execve, execveat:
 * program_started and proc.exe startswith "[" and proc.exe endswith "]" */
static bool rule_program_poses_as_a_kernel_thread(struct rt_eval *eval)
{
    if (!all_proc_exe_endswith(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/20-process.yaml:133 "Another process attached by a debugger" on ptrace:
 * (evt.type = ptrace and evt.failed = false and (evt.arg.request contains PTRACE_ATTACH or
 * evt.arg.request contains PTRACE_SEIZE)) and not ((proc.exepath in
 * (/usr/lib/systemd/systemd-coredump, /usr/share/apport/apport, /usr/libexec/drkonqi,
 * /usr/lib/chromium/chrome_crashpad_handler, /opt/google/chrome/chrome_crashpad_handler))) */
static bool rule_another_process_attached_by_a_debugger(struct rt_eval *eval)
{
    if (proc_exepath_in_opt_google_chrome_c(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return evt_arg_request_contains_ptrace_att(eval) || evt_arg_request_contains_ptrace_sei(eval);
}

/* rules/20-process.yaml:154 "Memory of another process written" on process_vm_writev:
 * (evt.type = process_vm_writev and evt.rawres > 0) and not ((proc.exepath in (/usr/bin/gdb,
 * /usr/bin/gdbserver, /usr/bin/lldb, /usr/bin/rr, /usr/bin/criu, /usr/sbin/criu))) */
static bool rule_memory_of_another_process_written(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_criu(eval))
        return false;
    return evt_rawres_above_0(eval);
}

/* rules/20-process.yaml:171 "Cryptocurrency miner started" on execve, execveat:
 * program_started and (proc.cmdline contains "stratum+tcp://" or proc.cmdline contains
 * "stratum+ssl://" or proc.cmdline contains "stratum2+tcp://" or proc.cmdline contains
 * "--donate-level" or proc.cmdline contains "--randomx-1gb-pages" or proc.cmdline contains
 * "--coin=monero" or proc.name in (xmrig, minerd, cpuminer, ethminer, nbminer, t-rex, lolMiner,
 * cgminer, xmr-stak)) */
static bool rule_cryptocurrency_miner_started(struct rt_eval *eval)
{
    if (!any_proc_cmdline_contains_stratum_t(eval))
        return false;
    return evt_failed_is_false(eval);
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
    if (!any_proc_name_is_aa_teardown(eval))
        return false;
    if (!all_proc_aname_in_package_managers_3(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/30-network.yaml:3 "Standard stream tied to a network connection" on dup, dup2, dup3:
 * (evt.type in (dup, dup2, dup3) and evt.rawres in (0, 1, 2) and fd.typechar in (4, 6)) and not
 * ((proc.exepath in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor,
 * /usr/sbin/inetd, /usr/sbin/xinetd, /usr/sbin/tcpd, /usr/sbin/sshd,
 * /usr/lib/openssh/sshd-session))) */
static bool rule_standard_stream_tied_to_a_network_connection(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_lib_openssh_ssh(eval))
        return false;
    if (!fd_typechar_in_4(eval))
        return false;
    return evt_rawres_in_0(eval);
}

/* rules/30-network.yaml:24 "Shell works over a network connection" on execve, execveat:
 * (shell_started and proc.stdin.type in (ipv4, ipv6)) and not ((proc.pexepath in
 * (/usr/sbin/sshd, /usr/lib/openssh/sshd-session, /usr/sbin/inetd, /usr/sbin/xinetd))) */
static bool rule_shell_works_over_a_network_connection(struct rt_eval *eval)
{
    if (!proc_name_in_shells(eval))
        return false;
    if (proc_pexepath_in_usr_lib_openssh_ss(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return proc_stdin_type_in_ipv4(eval);
}

/* rules/30-network.yaml:42 "Netcat runs a program" on execve, execveat:
 * program_started and ((proc.name in (nc, ncat, netcat, nc.traditional, nc.openbsd) and
 * proc.args regex '(.* )?(-[a-zA-Z]*[ec]|--exec|--sh-exec|--lua-exec)( .*|=.*|$)') or (proc.name
 * startswith socat and (proc.args contains "EXEC:" or proc.args contains "SYSTEM:" or proc.args
 * contains "exec:" or proc.args contains "system:"))) */
static bool rule_netcat_runs_a_program(struct rt_eval *eval)
{
    if (!any_proc_name_in_nc(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/30-network.yaml:57 "Packet socket opened" on socket:
 * (evt.type = socket and evt.failed = false and evt.arg.domain contains AF_PACKET) and not
 * ((proc.exepath in (/usr/sbin/dhclient, /usr/sbin/dhcpcd, /usr/sbin/NetworkManager,
 * /usr/lib/systemd/systemd-networkd, /usr/sbin/lldpd, /usr/sbin/wpa_supplicant,
 * /usr/sbin/hostapd, /usr/sbin/arping, /usr/bin/arping, /usr/sbin/keepalived, /usr/sbin/dhcpd,
 * /usr/sbin/pppoe, /usr/libexec/podman/netavark, /usr/lib/podman/netavark))) */
static bool rule_packet_socket_opened(struct rt_eval *eval)
{
    if (proc_exepath_in_usr_bin_arping(eval))
        return false;
    if (!evt_failed_is_false(eval))
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
    if (!all_proc_exepath_in_usr_bin_amazon(eval))
        return false;
    if (!any_evt_failed_is_false(eval))
        return false;
    return all_fd_sip_is_169_254_169_254(eval);
}

/* rules/30-network.yaml:107 "Mining pool contacted" on connect:
 * connected and fd.sport in (mining_ports) and not fd.snet in (private_networks) */
static bool rule_mining_pool_contacted(struct rt_eval *eval)
{
    if (!any_evt_failed_is_false(eval))
        return false;
    return all_fd_typechar_in_4(eval);
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
    if (all_container_id_is_host(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return all_fd_typechar_is_u(eval);
}

/* rules/30-network.yaml:139 "Server started from a public directory" on listen:
 * evt.type = listen and evt.failed = false and fd.typechar in (4, 6) and
 * program_in_public_directory */
static bool rule_server_started_from_a_public_directory(struct rt_eval *eval)
{
    if (!macro_program_in_public_directory(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return fd_typechar_in_4(eval);
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
    if (!any_proc_name_is_nft(eval))
        return false;
    if (!all_proc_aname_in_package_managers_4(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/40-privilege.yaml:3 "Setuid bit set" on fchmodat, chmod, fchmod:
 * (mode_changed and evt.arg.mode contains S_ISUID) and not ((proc.exepath in
 * (package_manager_paths))) and not ((proc.aname in (package_managers))) and not ((proc.exepath
 * in (container_runtime_paths))) */
static bool rule_setuid_bit_set(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!all_proc_exepath_in_package_manager(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return evt_arg_mode_contains_s_isuid(eval);
}

/* rules/40-privilege.yaml:31 "File capability given" on execve, execveat:
 * program_started and proc.name = setcap and proc.args contains cap_ and not proc.args contains
 * "-r " and not by_package_manager */
static bool rule_file_capability_given(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    if (!all_proc_name_is_setcap(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/40-privilege.yaml:44 "Rights of sudo changed" on open, openat, openat2,
 * open_by_handle_at:
 * ((opened_for_writing and fd.name pmatch (/etc/sudoers, /etc/sudoers.d)) or (renamed and
 * fs.path.target pmatch (/etc/sudoers, /etc/sudoers.d))) and not ((proc.exepath in
 * (/usr/sbin/visudo, package_manager_paths))) and not ((proc.aname in (package_managers))) */
static bool rule_rights_of_sudo_changed(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_exepath_in_sbin_apk_4(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_pmatch_etc_sudoers(eval);
}

/* rules/40-privilege.yaml:44 "Rights of sudo changed" on creat. */
static bool rule_rights_of_sudo_changed_2(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_exepath_in_sbin_apk_4(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_pmatch_etc_sudoers(eval);
}

/* rules/40-privilege.yaml:44 "Rights of sudo changed" on rename, renameat, renameat2. */
static bool rule_rights_of_sudo_changed_3(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (proc_exepath_in_sbin_apk_4(eval))
        return false;
    if (!evt_failed_is_false(eval))
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
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!all_proc_exepath_in_container_runti(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_in_etc_group(eval);
}

/* rules/40-privilege.yaml:67 "User database changed by hand" on creat. */
static bool rule_user_database_changed_by_hand_2(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!all_proc_exepath_in_container_runti(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_in_etc_group(eval);
}

/* rules/40-privilege.yaml:67 "User database changed by hand" on rename, renameat, renameat2. */
static bool rule_user_database_changed_by_hand_3(struct rt_eval *eval)
{
    if (proc_aname_in_package_managers(eval))
        return false;
    if (!all_proc_exepath_in_container_runti(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return fs_path_target_in_etc_group(eval);
}

/* rules/40-privilege.yaml:103 "Login user became root without asking" on execve, execveat:
 * (shell_started and user.uid = 0 and user.loginuid > 0 and user.loginuid < 4294967295 and not
 * proc.aname in (ways_to_root)) and not ((container.id != host)) and not ((proc.aname in
 * (podman, buildah, bwrap, unshare, fakeroot, rootlesskit, newuidmap, slirp4netns,
 * lxc-usernsexec))) */
static bool rule_login_user_became_root_without_asking(struct rt_eval *eval)
{
    if (!all_proc_name_in_shells_2(eval))
        return false;
    if (!all_container_id_is_not_host(eval))
        return false;
    return evt_failed_is_false(eval);
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
    if (!all_proc_exepath_in_usr_bin_buildah(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/40-privilege.yaml:165 "User namespace made without rights" on unshare:
 * (evt.type = unshare and evt.failed = false and evt.arg.flags contains CLONE_NEWUSER and not
 * user.uid = 0) and not ((proc.exepath in (container_runtime_paths, /usr/bin/bwrap,
 * /usr/bin/flatpak, /usr/bin/rootlesskit, /usr/bin/slirp4netns, /usr/bin/pasta,
 * /usr/bin/pasta.avx2, /usr/lib/chromium/chromium, /opt/google/chrome/chrome,
 * /usr/lib/firefox/firefox, /usr/lib/firefox-esr/firefox-esr))) */
static bool rule_user_namespace_made_without_rights(struct rt_eval *eval)
{
    if (!all_proc_exepath_in_opt_google_chro(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return evt_arg_flags_contains_clone_newuse(eval);
}

/* rules/40-privilege.yaml:185 "Page faults handed to a user" on userfaultfd:
 * (evt.type = userfaultfd and evt.failed = false and not user.uid = 0) and not ((proc.exepath in
 * (/usr/bin/qemu-system-x86_64, /usr/libexec/qemu-kvm, /usr/bin/criu, /usr/sbin/criu,
 * /usr/bin/firecracker))) */
static bool rule_page_faults_handed_to_a_user(struct rt_eval *eval)
{
    if (!all_proc_exepath_in_usr_bin_criu_2(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/50-container.yaml:3 "Terminal in a container" on execve, execveat:
 * shell_started and in_container and not proc.tty = 0 */
static bool rule_terminal_in_a_container(struct rt_eval *eval)
{
    if (!container_id_is_not_host(eval))
        return false;
    if (!all_proc_name_in_shells_3(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/50-container.yaml:15 "Program not of the image run in a container" on execve, execveat:
 * (program_started and in_container and proc.is_exe_upper_layer = true) and not ((proc.aname in
 * (package_managers))) */
static bool rule_program_not_of_the_image_run_in_a_container(struct rt_eval *eval)
{
    if (!proc_is_exe_upper_layer_is_true(eval))
        return false;
    if (!all_proc_aname_in_package_managers_5(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/50-container.yaml:33 "Package installed in a container" on execve, execveat:
 * (program_started and in_container and ((proc.name in (apt, apt-get, dnf, dnf5, yum, microdnf,
 * zypper, apk) and (proc.args contains install or proc.args contains add)) or (proc.name
 * startswith pip and proc.args contains install) or (proc.name startswith npm and proc.args
 * contains install))) and not ((proc.aname in (buildkitd, buildah, kaniko, buildctl))) */
static bool rule_package_installed_in_a_container(struct rt_eval *eval)
{
    if (!any_proc_args_contains_install(eval))
        return false;
    if (!all_container_id_is_not_host_2(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/50-container.yaml:56 "Download tool run in a container" on execve, execveat:
 * (program_started and in_container and proc.name in (wget, curl, scp, sftp, rsync, ftp, tftp,
 * lftp, aria2c, axel, rclone) and not proc.args contains localhost and not proc.args contains
 * "127.0.0.1") */
static bool rule_download_tool_run_in_a_container(struct rt_eval *eval)
{
    if (!container_id_is_not_host(eval))
        return false;
    if (!all_proc_name_in_aria2c(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/50-container.yaml:79 "File system mounted in a container" on mount:
 * (evt.type = mount and evt.failed = false and in_container and not by_container_runtime and not
 * mount_only_shared_otherwise) and not ((proc.name startswith runc:[) or (proc.name startswith
 * crun)) and not ((proc.exepath startswith /usr/lib/systemd/)) */
static bool rule_file_system_mounted_in_a_container(struct rt_eval *eval)
{
    if (!container_id_is_not_host(eval))
        return false;
    if (!all_proc_exepath_startswith_usr_lib(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return !evt_arg_flags_contains_private(eval) && !evt_arg_flags_contains_slave(eval);
}

/* rules/50-container.yaml:106 "Release agent written" on open, openat, openat2,
 * open_by_handle_at:
 * (opened_for_writing and fd.filename = release_agent) and not ((container.id = host and
 * proc.exepath in (/usr/lib/systemd/systemd))) */
static bool rule_release_agent_written(struct rt_eval *eval)
{
    if (all_container_id_is_host_2(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_filename_is_release_agent(eval);
}

/* rules/50-container.yaml:106 "Release agent written" on creat. */
static bool rule_release_agent_written_2(struct rt_eval *eval)
{
    if (all_container_id_is_host_2(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_filename_is_release_agent(eval);
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
    if (!container_id_is_not_host(eval))
        return false;
    if (!all_proc_exepath_in_usr_bin_ceph_os(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (fd_name_is_dev_mapper_control(eval))
        return false;
    return any_fd_name_startswith_dev_sd(eval);
}

// rules/50-container.yaml:145 "Service account token read by a tool" on open, openat, openat2,
// open_by_handle_at:
// opened_for_reading and fd.name glob "*/secrets/kubernetes.io/serviceaccount*/token" and
// (proc.name in (shells) or proc.name in (cat, head, tail, less, more, grep, sed, awk, cut,
// base64, cp, tar, curl, wget, jq, xxd, od))
static bool rule_service_account_token_read_by_a_tool(struct rt_eval *eval)
{
    if (!any_proc_name_in_shells(eval))
        return false;
    if (!evt_is_open_read_is_true(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
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
    if (!all_container_id_is_host_5(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/60-kernel.yaml:28 "Kernel module removed" on delete_module:
 * evt.type = delete_module and evt.failed = false and not by_package_manager */
static bool rule_kernel_module_removed(struct rt_eval *eval)
{
    if (macro_by_package_manager(eval))
        return false;
    return evt_failed_is_false(eval);
}

/* rules/60-kernel.yaml:39 "Program loaded into the kernel" on bpf:
 * (evt.type = bpf and evt.failed = false and evt.arg.cmd = BPF_PROG_LOAD) and not ((proc.exepath
 * in (/usr/lib/systemd/systemd, /usr/lib/systemd/systemd-executor,
 * /usr/lib/systemd/systemd-networkd, container_runtime_paths, /usr/bin/cilium-agent,
 * /usr/sbin/ip, /usr/sbin/tc, /usr/bin/falco))) and not ((proc.exepath contains
 * memfd:runc_cloned) or (proc.exepath contains memfd:crun_cloned)) */
static bool rule_program_loaded_into_the_kernel(struct rt_eval *eval)
{
    if (!all_proc_exepath_in_usr_bin_buildah_2(eval))
        return false;
    if (!evt_failed_is_false(eval))
        return false;
    return evt_arg_cmd_is_bpf_prog_load(eval);
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
    if (all_container_id_is_host_3(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!evt_is_open_write_is_true(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return any_fd_name_in_proc_sys_fs_binfmt_m(eval);
}

/* rules/60-kernel.yaml:65 "Kernel told to run a program" on creat. */
static bool rule_kernel_told_to_run_a_program_2(struct rt_eval *eval)
{
    if (all_container_id_is_host_3(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return any_fd_name_in_proc_sys_fs_binfmt_m(eval);
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
    if (all_proc_exepath_in_usr_lib_systemd(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_in_proc_sys_kernel_sysrq(eval);
}

/* rules/60-kernel.yaml:87 "Magic system request written" on creat. */
static bool rule_magic_system_request_written_2(struct rt_eval *eval)
{
    if (!fd_num_at_least_0(eval))
        return false;
    if (all_proc_exepath_in_usr_lib_systemd(eval))
        return false;
    if (!fd_typechar_is_f(eval))
        return false;
    return fd_name_in_proc_sys_kernel_sysrq(eval);
}

/* rules/60-kernel.yaml:104 "Memory of the machine read" on open, openat, openat2:
 * (evt.type in (open, openat, openat2) and fd.num >= 0 and fd.name in (/dev/mem, /dev/kmem,
 * /dev/port, /proc/kcore)) and not ((container.id = host and proc.exepath in
 * (/usr/sbin/dmidecode, /usr/lib/xorg/Xorg, /usr/bin/vbetool, /usr/sbin/biosdecode) and fd.name
 * = /dev/mem)) */
static bool rule_memory_of_the_machine_read(struct rt_eval *eval)
{
    if (all_container_id_is_host_4(eval))
        return false;
    if (!fd_num_at_least_0(eval))
        return false;
    return fd_name_in_dev_kmem(eval);
}

/* rules/60-kernel.yaml:122 "Kernel replaced at run time" on execve, execveat:
 * (program_started and proc.name = kexec and (proc.args contains "-e" or proc.args contains "-l"
 * or proc.args contains "--exec" or proc.args contains "--load") and not proc.args contains
 * "-p") and not ((proc.pname in (systemd, kexec-load, kdump-config))) */
static bool rule_kernel_replaced_at_run_time(struct rt_eval *eval)
{
    if (proc_pname_in_kdump_config(eval))
        return false;
    if (!all_proc_name_is_kexec(eval))
        return false;
    return evt_failed_is_false(eval);
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

/* Where this is false of a process, no rule below can hold. */
static bool execve_is_possible(struct rt_eval *eval)
{
    return any_proc_cmdline_contains_stratum_t_2(eval);
}

/* The same by the thread's own facts. */
static bool execve_is_possible_alone(struct rt_eval *eval)
{
    return any_proc_exe_startswith(eval);
}

/* Events: execve, execveat. */
static void on_execve(struct rt_eval *eval)
{
    if (!execve_is_possible(eval))
        return;
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

/* Where this is false of a process, no rule below can hold. */
static bool socket_is_possible(struct rt_eval *eval)
{
    return !proc_exepath_in_usr_bin_arping(eval);
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

/* Where this is false of a process, no rule below can hold. */
static bool listen_is_possible(struct rt_eval *eval)
{
    return macro_program_in_public_directory(eval);
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

/* Where this is false of a process, no rule below can hold. */
static bool unlink_is_possible(struct rt_eval *eval)
{
    return any_proc_exepath_in_usr_bin_journal(eval);
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

/* Where this is false of a process, no rule below can hold. */
static bool dup_is_possible(struct rt_eval *eval)
{
    return !proc_exepath_in_usr_lib_openssh_ssh(eval);
}

/* Events: dup, dup2, dup3. */
static void on_dup(struct rt_eval *eval)
{
    if (rule_standard_stream_tied_to_a_network_connection(eval))
        rt_fire(eval, RULE_STANDARD_STREAM_TIED_TO_A_NETWORK_CONNECTION);
}

/* Where this is false of a process, no rule below can hold. */
static bool ptrace_is_possible(struct rt_eval *eval)
{
    return !proc_exepath_in_opt_google_chrome_c(eval);
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

/* Where this is false of a process, no rule below can hold. */
static bool setns_is_possible(struct rt_eval *eval)
{
    return all_proc_exepath_in_usr_bin_buildah(eval);
}

/* Events: setns. */
static void on_setns(struct rt_eval *eval)
{
    if (rule_namespace_of_another_process_entered(eval))
        rt_fire(eval, RULE_NAMESPACE_OF_ANOTHER_PROCESS_ENTERED);
}

/* Where this is false of a process, no rule below can hold. */
static bool mount_is_possible(struct rt_eval *eval)
{
    return all_container_id_is_not_host_3(eval);
}

/* The same by the thread's own facts. */
static bool mount_is_possible_alone(struct rt_eval *eval)
{
    return all_proc_exepath_startswith_usr_lib(eval);
}

/* Events: mount. */
static void on_mount(struct rt_eval *eval)
{
    if (rule_file_system_mounted_in_a_container(eval))
        rt_fire(eval, RULE_FILE_SYSTEM_MOUNTED_IN_A_CONTAINER);
}

/* Where this is false of a process, no rule below can hold. */
static bool unshare_is_possible(struct rt_eval *eval)
{
    return all_proc_exepath_in_opt_google_chro(eval);
}

/* Events: unshare. */
static void on_unshare(struct rt_eval *eval)
{
    if (rule_user_namespace_made_without_rights(eval))
        rt_fire(eval, RULE_USER_NAMESPACE_MADE_WITHOUT_RIGHTS);
}

/* Where this is false of a process, no rule below can hold. */
static bool bpf_is_possible(struct rt_eval *eval)
{
    return all_proc_exepath_in_usr_bin_buildah_2(eval);
}

/* Events: bpf. */
static void on_bpf(struct rt_eval *eval)
{
    if (rule_program_loaded_into_the_kernel(eval))
        rt_fire(eval, RULE_PROGRAM_LOADED_INTO_THE_KERNEL);
}

/* Where this is false of a process, no rule below can hold. */
static bool fchmodat_is_possible(struct rt_eval *eval)
{
    return all_proc_aname_in_package_managers_6(eval);
}

/* The same by the thread's own facts. */
static bool fchmodat_is_possible_alone(struct rt_eval *eval)
{
    return all_proc_exepath_in_package_manager(eval);
}

/* Events: fchmodat, chmod, fchmod. */
static void on_fchmodat(struct rt_eval *eval)
{
    if (rule_setuid_bit_set(eval))
        rt_fire(eval, RULE_SETUID_BIT_SET);
}

/* Where this is false of a process, no rule below can hold. */
static bool userfaultfd_is_possible(struct rt_eval *eval)
{
    return all_proc_exepath_in_usr_bin_criu_2(eval);
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

/* Where this is false of a process, no rule below can hold. */
static bool init_module_is_possible(struct rt_eval *eval)
{
    return all_container_id_is_host_5(eval);
}

/* Events: init_module, finit_module. */
static void on_init_module(struct rt_eval *eval)
{
    if (rule_kernel_module_loaded(eval))
        rt_fire(eval, RULE_KERNEL_MODULE_LOADED);
}

/* Where this is false of a process, no rule below can hold. */
static bool process_vm_writev_is_possible(struct rt_eval *eval)
{
    return !proc_exepath_in_usr_bin_criu(eval);
}

/* Events: process_vm_writev. */
static void on_process_vm_writev(struct rt_eval *eval)
{
    if (rule_memory_of_another_process_written(eval))
        rt_fire(eval, RULE_MEMORY_OF_ANOTHER_PROCESS_WRITTEN);
}

/* Where this is false of a process, no rule below can hold. */
static bool delete_module_is_possible(struct rt_eval *eval)
{
    return !macro_by_package_manager(eval);
}

/* The same by the thread's own facts. */
static bool delete_module_is_possible_alone(struct rt_eval *eval)
{
    return !proc_exepath_in_package_manager_pat(eval);
}

/* Events: delete_module. */
static void on_delete_module(struct rt_eval *eval)
{
    if (rule_kernel_module_removed(eval))
        rt_fire(eval, RULE_KERNEL_MODULE_REMOVED);
}

/* clang-format off */
static const uint16_t events_of_on_execve[] = {
    EV_EXECVE_8_E,
    EV_EXECVE_8_X,
    EV_EXECVE_13_E,
    EV_EXECVE_13_X,
    EV_EXECVE_14_E,
    EV_EXECVE_14_X,
    EV_EXECVE_15_E,
    EV_EXECVE_15_X,
    EV_EXECVE_16_E,
    EV_EXECVE_16_X,
    EV_EXECVE_17_E,
    EV_EXECVE_17_X,
    EV_EXECVE_18_E,
    EV_EXECVE_18_X,
    EV_EXECVE_19_E,
    EV_EXECVE_19_X,
    EV_EXECVEAT_E,
    EV_EXECVEAT_X,
};
static const uint16_t events_of_on_socket[] = {
    EV_SOCKET_E,
    EV_SOCKET_X,
};
static const uint16_t events_of_on_listen[] = {
    EV_LISTEN_E,
    EV_LISTEN_X,
};
static const uint16_t events_of_on_unlink[] = {
    EV_UNLINK_E,
    EV_UNLINK_X,
    EV_UNLINKAT_E,
    EV_UNLINKAT_X,
    EV_UNLINK_2_E,
    EV_UNLINK_2_X,
    EV_UNLINKAT_2_E,
    EV_UNLINKAT_2_X,
};
static const uint16_t events_of_on_dup[] = {
    EV_DUP_E,
    EV_DUP_X,
    EV_DUP2_E,
    EV_DUP2_X,
    EV_DUP3_E,
    EV_DUP3_X,
    EV_DUP_1_E,
    EV_DUP_1_X,
};
static const uint16_t events_of_on_ptrace[] = {
    EV_PTRACE_E,
    EV_PTRACE_X,
};
static const uint16_t events_of_on_setns[] = {
    EV_SETNS_E,
    EV_SETNS_X,
};
static const uint16_t events_of_on_mount[] = {
    EV_MOUNT_E,
    EV_MOUNT_X,
};
static const uint16_t events_of_on_unshare[] = {
    EV_UNSHARE_E,
    EV_UNSHARE_X,
};
static const uint16_t events_of_on_bpf[] = {
    EV_BPF_E,
    EV_BPF_2_E,
    EV_BPF_2_X,
};
static const uint16_t events_of_on_fchmodat[] = {
    EV_FCHMODAT_X,
    EV_CHMOD_X,
    EV_FCHMOD_X,
};
static const uint16_t events_of_on_userfaultfd[] = {
    EV_USERFAULTFD_E,
    EV_USERFAULTFD_X,
};
static const uint16_t events_of_on_init_module[] = {
    EV_INIT_MODULE_E,
    EV_INIT_MODULE_X,
    EV_FINIT_MODULE_E,
    EV_FINIT_MODULE_X,
};
static const uint16_t events_of_on_process_vm_writev[] = {
    EV_PROCESS_VM_WRITEV_E,
    EV_PROCESS_VM_WRITEV_X,
};
static const uint16_t events_of_on_delete_module[] = {
    EV_DELETE_MODULE_E,
    EV_DELETE_MODULE_X,
};
static const struct rt_class classes[] = {
    {"on_execve", events_of_on_execve, 18, execve_is_possible, execve_is_possible_alone},
    {"on_socket", events_of_on_socket, 2, socket_is_possible, socket_is_possible},
    {"on_listen", events_of_on_listen, 2, listen_is_possible, listen_is_possible},
    {"on_unlink", events_of_on_unlink, 8, unlink_is_possible, unlink_is_possible},
    {"on_dup", events_of_on_dup, 8, dup_is_possible, dup_is_possible},
    {"on_ptrace", events_of_on_ptrace, 2, ptrace_is_possible, ptrace_is_possible},
    {"on_setns", events_of_on_setns, 2, setns_is_possible, setns_is_possible},
    {"on_mount", events_of_on_mount, 2, mount_is_possible, mount_is_possible_alone},
    {"on_unshare", events_of_on_unshare, 2, unshare_is_possible, unshare_is_possible},
    {"on_bpf", events_of_on_bpf, 3, bpf_is_possible, bpf_is_possible},
    {"on_fchmodat", events_of_on_fchmodat, 3, fchmodat_is_possible, fchmodat_is_possible_alone},
    {"on_userfaultfd", events_of_on_userfaultfd, 2, userfaultfd_is_possible, userfaultfd_is_possible},
    {"on_init_module", events_of_on_init_module, 4, init_module_is_possible, NULL},
    {"on_process_vm_writev", events_of_on_process_vm_writev, 2, process_vm_writev_is_possible, process_vm_writev_is_possible},
    {"on_delete_module", events_of_on_delete_module, 2, delete_module_is_possible, delete_module_is_possible_alone},
};
/* clang-format on */

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

/* What paths the kernel looks for: \1 stands for any text, \2 for any without a slash, \3 for
 * one byte. */
/* clang-format off */
static const struct rt_filter_pattern filter_patterns[] = {
    /* fd.name in (/etc/gshadow, /etc/gshadow-, /etc/master.passwd, /etc/security/opasswd,
     * /etc/shadow, /etc/shadow-) */
    {0, 12, "/etc/gshadow"},
    {0, 13, "/etc/gshadow-"},
    {0, 18, "/etc/master.passwd"},
    {0, 21, "/etc/security/opasswd"},
    {0, 11, "/etc/shadow"},
    {0, 12, "/etc/shadow-"},
    /* fd.directory endswith /.ssh */
    {1, 8, "\001/.ssh/\002"},
    /* fd.filename startswith id_ */
    {2, 6, "\001/id_\002"},
    /* fd.filename endswith .pub */
    {3, 7, "\001/\002.pub"},
    /* fd.name endswith /.aws/credentials */
    {4, 18, "\001/.aws/credentials"},
    /* fd.name endswith /.config/gcloud/credentials.db */
    {5, 31, "\001/.config/gcloud/credentials.db"},
    /* fd.name endswith /.azure/accessTokens.json */
    {6, 26, "\001/.azure/accessTokens.json"},
    /* fd.name endswith /.kube/config */
    {7, 14, "\001/.kube/config"},
    /* fd.name endswith /.docker/config.json */
    {8, 21, "\001/.docker/config.json"},
    /* fd.name endswith /.netrc */
    {9, 8, "\001/.netrc"},
    /* fd.name endswith /.git-credentials */
    {10, 18, "\001/.git-credentials"},
    /* fd.name endswith /.vault-token */
    {11, 14, "\001/.vault-token"},
    /* fd.name = /etc/kubernetes/admin.conf */
    {12, 26, "/etc/kubernetes/admin.conf"},
    /* fd.filename in (authorized_keys, authorized_keys2) */
    {13, 17, "\001/authorized_keys"},
    {13, 18, "\001/authorized_keys2"},
    /* fd.name pmatch (/etc/anacrontab, /etc/cron.d, /etc/cron.daily, /etc/cron.hourly,
     * /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /var/spool/cron) */
    {14, 15, "/etc/anacrontab"},
    {14, 17, "/etc/anacrontab/\001"},
    {14, 14, "etc/anacrontab"},
    {14, 16, "etc/anacrontab/\001"},
    {14, 11, "/etc/cron.d"},
    {14, 13, "/etc/cron.d/\001"},
    {14, 10, "etc/cron.d"},
    {14, 12, "etc/cron.d/\001"},
    {14, 15, "/etc/cron.daily"},
    {14, 17, "/etc/cron.daily/\001"},
    {14, 14, "etc/cron.daily"},
    {14, 16, "etc/cron.daily/\001"},
    {14, 16, "/etc/cron.hourly"},
    {14, 18, "/etc/cron.hourly/\001"},
    {14, 15, "etc/cron.hourly"},
    {14, 17, "etc/cron.hourly/\001"},
    {14, 17, "/etc/cron.monthly"},
    {14, 19, "/etc/cron.monthly/\001"},
    {14, 16, "etc/cron.monthly"},
    {14, 18, "etc/cron.monthly/\001"},
    {14, 16, "/etc/cron.weekly"},
    {14, 18, "/etc/cron.weekly/\001"},
    {14, 15, "etc/cron.weekly"},
    {14, 17, "etc/cron.weekly/\001"},
    {14, 12, "/etc/crontab"},
    {14, 14, "/etc/crontab/\001"},
    {14, 11, "etc/crontab"},
    {14, 13, "etc/crontab/\001"},
    {14, 15, "/var/spool/cron"},
    {14, 17, "/var/spool/cron/\001"},
    {14, 14, "var/spool/cron"},
    {14, 16, "var/spool/cron/\001"},
    /* fd.name pmatch (/etc/systemd/system, /etc/systemd/user, /lib/systemd/system,
     * /usr/lib/systemd/system, /usr/lib/systemd/user, /usr/local/lib/systemd/system) */
    {15, 19, "/etc/systemd/system"},
    {15, 21, "/etc/systemd/system/\001"},
    {15, 18, "etc/systemd/system"},
    {15, 20, "etc/systemd/system/\001"},
    {15, 17, "/etc/systemd/user"},
    {15, 19, "/etc/systemd/user/\001"},
    {15, 16, "etc/systemd/user"},
    {15, 18, "etc/systemd/user/\001"},
    {15, 19, "/lib/systemd/system"},
    {15, 21, "/lib/systemd/system/\001"},
    {15, 18, "lib/systemd/system"},
    {15, 20, "lib/systemd/system/\001"},
    {15, 23, "/usr/lib/systemd/system"},
    {15, 25, "/usr/lib/systemd/system/\001"},
    {15, 22, "usr/lib/systemd/system"},
    {15, 24, "usr/lib/systemd/system/\001"},
    {15, 21, "/usr/lib/systemd/user"},
    {15, 23, "/usr/lib/systemd/user/\001"},
    {15, 20, "usr/lib/systemd/user"},
    {15, 22, "usr/lib/systemd/user/\001"},
    {15, 29, "/usr/local/lib/systemd/system"},
    {15, 31, "/usr/local/lib/systemd/system/\001"},
    {15, 28, "usr/local/lib/systemd/system"},
    {15, 30, "usr/local/lib/systemd/system/\001"},
    /* fd.name endswith .service */
    {16, 9, "\001.service"},
    /* fd.name endswith .timer */
    {17, 7, "\001.timer"},
    /* fd.name endswith .socket */
    {18, 8, "\001.socket"},
    /* fd.name endswith .path */
    {19, 6, "\001.path"},
    /* fd.name endswith .conf */
    {20, 6, "\001.conf"},
    /* fd.name = /etc/ld.so.preload */
    {21, 18, "/etc/ld.so.preload"},
    /* fd.filename in (.bash_login, .bash_logout, .bash_profile, .bashrc, .cshrc, .kshrc,
     * .profile, .tcshrc, .zlogin, .zprofile, .zshenv, .zshrc) */
    {22, 13, "\001/.bash_login"},
    {22, 14, "\001/.bash_logout"},
    {22, 15, "\001/.bash_profile"},
    {22, 9, "\001/.bashrc"},
    {22, 8, "\001/.cshrc"},
    {22, 8, "\001/.kshrc"},
    {22, 10, "\001/.profile"},
    {22, 9, "\001/.tcshrc"},
    {22, 9, "\001/.zlogin"},
    {22, 11, "\001/.zprofile"},
    {22, 9, "\001/.zshenv"},
    {22, 8, "\001/.zshrc"},
    /* fd.name pmatch (/var/log/audit, /var/log/auth.log, /var/log/btmp, /var/log/cron,
     * /var/log/cron.log, /var/log/faillog, /var/log/journal, /var/log/kern.log,
     * /var/log/lastlog, /var/log/messages, /var/log/secure, /var/log/sudo.log, /var/log/syslog,
     * /var/log/wtmp) */
    {23, 14, "/var/log/audit"},
    {23, 16, "/var/log/audit/\001"},
    {23, 13, "var/log/audit"},
    {23, 15, "var/log/audit/\001"},
    {23, 17, "/var/log/auth.log"},
    {23, 19, "/var/log/auth.log/\001"},
    {23, 16, "var/log/auth.log"},
    {23, 18, "var/log/auth.log/\001"},
    {23, 13, "/var/log/btmp"},
    {23, 15, "/var/log/btmp/\001"},
    {23, 12, "var/log/btmp"},
    {23, 14, "var/log/btmp/\001"},
    {23, 13, "/var/log/cron"},
    {23, 15, "/var/log/cron/\001"},
    {23, 12, "var/log/cron"},
    {23, 14, "var/log/cron/\001"},
    {23, 17, "/var/log/cron.log"},
    {23, 19, "/var/log/cron.log/\001"},
    {23, 16, "var/log/cron.log"},
    {23, 18, "var/log/cron.log/\001"},
    {23, 16, "/var/log/faillog"},
    {23, 18, "/var/log/faillog/\001"},
    {23, 15, "var/log/faillog"},
    {23, 17, "var/log/faillog/\001"},
    {23, 16, "/var/log/journal"},
    {23, 18, "/var/log/journal/\001"},
    {23, 15, "var/log/journal"},
    {23, 17, "var/log/journal/\001"},
    {23, 17, "/var/log/kern.log"},
    {23, 19, "/var/log/kern.log/\001"},
    {23, 16, "var/log/kern.log"},
    {23, 18, "var/log/kern.log/\001"},
    {23, 16, "/var/log/lastlog"},
    {23, 18, "/var/log/lastlog/\001"},
    {23, 15, "var/log/lastlog"},
    {23, 17, "var/log/lastlog/\001"},
    {23, 17, "/var/log/messages"},
    {23, 19, "/var/log/messages/\001"},
    {23, 16, "var/log/messages"},
    {23, 18, "var/log/messages/\001"},
    {23, 15, "/var/log/secure"},
    {23, 17, "/var/log/secure/\001"},
    {23, 14, "var/log/secure"},
    {23, 16, "var/log/secure/\001"},
    {23, 17, "/var/log/sudo.log"},
    {23, 19, "/var/log/sudo.log/\001"},
    {23, 16, "var/log/sudo.log"},
    {23, 18, "var/log/sudo.log/\001"},
    {23, 15, "/var/log/syslog"},
    {23, 17, "/var/log/syslog/\001"},
    {23, 14, "var/log/syslog"},
    {23, 16, "var/log/syslog/\001"},
    {23, 13, "/var/log/wtmp"},
    {23, 15, "/var/log/wtmp/\001"},
    {23, 12, "var/log/wtmp"},
    {23, 14, "var/log/wtmp/\001"},
    /* fd.filename in (.ash_history, .bash_history, .zsh_history) */
    {24, 14, "\001/.ash_history"},
    {24, 15, "\001/.bash_history"},
    {24, 14, "\001/.zsh_history"},
    /* fd.name endswith .php */
    {25, 5, "\001.php"},
    /* fd.name endswith .phtml */
    {26, 7, "\001.phtml"},
    /* fd.name endswith .jsp */
    {27, 5, "\001.jsp"},
    /* fd.name endswith .jspx */
    {28, 6, "\001.jspx"},
    /* fd.name endswith .aspx */
    {29, 6, "\001.aspx"},
    /* fd.name endswith .cgi */
    {30, 5, "\001.cgi"},
    /* fd.name startswith /var/cache/ */
    {31, 12, "/var/cache/\001"},
    /* fd.directory pmatch (/var/lib/php/sessions, /var/lib/tomcat10/work, /var/lib/tomcat9/work,
     * /var/www/html/cache, /var/www/html/wp-content/cache) */
    {32, 23, "/var/lib/php/sessions/\001"},
    {32, 22, "var/lib/php/sessions/\001"},
    {32, 24, "/var/lib/tomcat10/work/\001"},
    {32, 23, "var/lib/tomcat10/work/\001"},
    {32, 23, "/var/lib/tomcat9/work/\001"},
    {32, 22, "var/lib/tomcat9/work/\001"},
    {32, 21, "/var/www/html/cache/\001"},
    {32, 20, "var/www/html/cache/\001"},
    {32, 32, "/var/www/html/wp-content/cache/\001"},
    {32, 31, "var/www/html/wp-content/cache/\001"},
    /* fd.name pmatch (/bin, /lib/x86_64-linux-gnu, /lib64, /sbin, /usr/bin,
     * /usr/lib/x86_64-linux-gnu, /usr/lib64, /usr/local/bin, /usr/local/sbin, /usr/sbin) */
    {33, 4, "/bin"},
    {33, 6, "/bin/\001"},
    {33, 3, "bin"},
    {33, 5, "bin/\001"},
    {33, 21, "/lib/x86_64-linux-gnu"},
    {33, 23, "/lib/x86_64-linux-gnu/\001"},
    {33, 20, "lib/x86_64-linux-gnu"},
    {33, 22, "lib/x86_64-linux-gnu/\001"},
    {33, 6, "/lib64"},
    {33, 8, "/lib64/\001"},
    {33, 5, "lib64"},
    {33, 7, "lib64/\001"},
    {33, 5, "/sbin"},
    {33, 7, "/sbin/\001"},
    {33, 4, "sbin"},
    {33, 6, "sbin/\001"},
    {33, 8, "/usr/bin"},
    {33, 10, "/usr/bin/\001"},
    {33, 7, "usr/bin"},
    {33, 9, "usr/bin/\001"},
    {33, 25, "/usr/lib/x86_64-linux-gnu"},
    {33, 27, "/usr/lib/x86_64-linux-gnu/\001"},
    {33, 24, "usr/lib/x86_64-linux-gnu"},
    {33, 26, "usr/lib/x86_64-linux-gnu/\001"},
    {33, 10, "/usr/lib64"},
    {33, 12, "/usr/lib64/\001"},
    {33, 9, "usr/lib64"},
    {33, 11, "usr/lib64/\001"},
    {33, 14, "/usr/local/bin"},
    {33, 16, "/usr/local/bin/\001"},
    {33, 13, "usr/local/bin"},
    {33, 15, "usr/local/bin/\001"},
    {33, 15, "/usr/local/sbin"},
    {33, 17, "/usr/local/sbin/\001"},
    {33, 14, "usr/local/sbin"},
    {33, 16, "usr/local/sbin/\001"},
    {33, 9, "/usr/sbin"},
    {33, 11, "/usr/sbin/\001"},
    {33, 8, "usr/sbin"},
    {33, 10, "usr/sbin/\001"},
    /* fd.name startswith /etc/ */
    {34, 6, "/etc/\001"},
    /* fd.name pmatch (/etc/anacrontab, /etc/bash.bashrc, /etc/cron.d, /etc/cron.daily,
     * /etc/cron.hourly, /etc/cron.monthly, /etc/cron.weekly, /etc/crontab, /etc/group,
     * /etc/gshadow, /etc/ld.so.preload, /etc/passwd, /etc/profile, /etc/profile.d, /etc/shadow,
     * /etc/sudoers, /etc/sudoers.d, /etc/systemd/system, /etc/systemd/user, /etc/zsh,
     * /lib/systemd/system, /usr/lib/systemd/system, /usr/lib/systemd/user,
     * /usr/local/lib/systemd/system, /var/spool/cron) */
    {35, 15, "/etc/anacrontab"},
    {35, 17, "/etc/anacrontab/\001"},
    {35, 14, "etc/anacrontab"},
    {35, 16, "etc/anacrontab/\001"},
    {35, 16, "/etc/bash.bashrc"},
    {35, 18, "/etc/bash.bashrc/\001"},
    {35, 15, "etc/bash.bashrc"},
    {35, 17, "etc/bash.bashrc/\001"},
    {35, 11, "/etc/cron.d"},
    {35, 13, "/etc/cron.d/\001"},
    {35, 10, "etc/cron.d"},
    {35, 12, "etc/cron.d/\001"},
    {35, 15, "/etc/cron.daily"},
    {35, 17, "/etc/cron.daily/\001"},
    {35, 14, "etc/cron.daily"},
    {35, 16, "etc/cron.daily/\001"},
    {35, 16, "/etc/cron.hourly"},
    {35, 18, "/etc/cron.hourly/\001"},
    {35, 15, "etc/cron.hourly"},
    {35, 17, "etc/cron.hourly/\001"},
    {35, 17, "/etc/cron.monthly"},
    {35, 19, "/etc/cron.monthly/\001"},
    {35, 16, "etc/cron.monthly"},
    {35, 18, "etc/cron.monthly/\001"},
    {35, 16, "/etc/cron.weekly"},
    {35, 18, "/etc/cron.weekly/\001"},
    {35, 15, "etc/cron.weekly"},
    {35, 17, "etc/cron.weekly/\001"},
    {35, 12, "/etc/crontab"},
    {35, 14, "/etc/crontab/\001"},
    {35, 11, "etc/crontab"},
    {35, 13, "etc/crontab/\001"},
    {35, 10, "/etc/group"},
    {35, 12, "/etc/group/\001"},
    {35, 9, "etc/group"},
    {35, 11, "etc/group/\001"},
    {35, 12, "/etc/gshadow"},
    {35, 14, "/etc/gshadow/\001"},
    {35, 11, "etc/gshadow"},
    {35, 13, "etc/gshadow/\001"},
    {35, 18, "/etc/ld.so.preload"},
    {35, 20, "/etc/ld.so.preload/\001"},
    {35, 17, "etc/ld.so.preload"},
    {35, 19, "etc/ld.so.preload/\001"},
    {35, 11, "/etc/passwd"},
    {35, 13, "/etc/passwd/\001"},
    {35, 10, "etc/passwd"},
    {35, 12, "etc/passwd/\001"},
    {35, 12, "/etc/profile"},
    {35, 14, "/etc/profile/\001"},
    {35, 11, "etc/profile"},
    {35, 13, "etc/profile/\001"},
    {35, 14, "/etc/profile.d"},
    {35, 16, "/etc/profile.d/\001"},
    {35, 13, "etc/profile.d"},
    {35, 15, "etc/profile.d/\001"},
    {35, 11, "/etc/shadow"},
    {35, 13, "/etc/shadow/\001"},
    {35, 10, "etc/shadow"},
    {35, 12, "etc/shadow/\001"},
    {35, 12, "/etc/sudoers"},
    {35, 14, "/etc/sudoers/\001"},
    {35, 11, "etc/sudoers"},
    {35, 13, "etc/sudoers/\001"},
    {35, 14, "/etc/sudoers.d"},
    {35, 16, "/etc/sudoers.d/\001"},
    {35, 13, "etc/sudoers.d"},
    {35, 15, "etc/sudoers.d/\001"},
    {35, 19, "/etc/systemd/system"},
    {35, 21, "/etc/systemd/system/\001"},
    {35, 18, "etc/systemd/system"},
    {35, 20, "etc/systemd/system/\001"},
    {35, 17, "/etc/systemd/user"},
    {35, 19, "/etc/systemd/user/\001"},
    {35, 16, "etc/systemd/user"},
    {35, 18, "etc/systemd/user/\001"},
    {35, 8, "/etc/zsh"},
    {35, 10, "/etc/zsh/\001"},
    {35, 7, "etc/zsh"},
    {35, 9, "etc/zsh/\001"},
    {35, 19, "/lib/systemd/system"},
    {35, 21, "/lib/systemd/system/\001"},
    {35, 18, "lib/systemd/system"},
    {35, 20, "lib/systemd/system/\001"},
    {35, 23, "/usr/lib/systemd/system"},
    {35, 25, "/usr/lib/systemd/system/\001"},
    {35, 22, "usr/lib/systemd/system"},
    {35, 24, "usr/lib/systemd/system/\001"},
    {35, 21, "/usr/lib/systemd/user"},
    {35, 23, "/usr/lib/systemd/user/\001"},
    {35, 20, "usr/lib/systemd/user"},
    {35, 22, "usr/lib/systemd/user/\001"},
    {35, 29, "/usr/local/lib/systemd/system"},
    {35, 31, "/usr/local/lib/systemd/system/\001"},
    {35, 28, "usr/local/lib/systemd/system"},
    {35, 30, "usr/local/lib/systemd/system/\001"},
    {35, 15, "/var/spool/cron"},
    {35, 17, "/var/spool/cron/\001"},
    {35, 14, "var/spool/cron"},
    {35, 16, "var/spool/cron/\001"},
    /* fd.name pmatch (/etc/sudoers, /etc/sudoers.d) */
    {36, 12, "/etc/sudoers"},
    {36, 14, "/etc/sudoers/\001"},
    {36, 11, "etc/sudoers"},
    {36, 13, "etc/sudoers/\001"},
    {36, 14, "/etc/sudoers.d"},
    {36, 16, "/etc/sudoers.d/\001"},
    {36, 13, "etc/sudoers.d"},
    {36, 15, "etc/sudoers.d/\001"},
    /* fd.name in (/etc/group, /etc/gshadow, /etc/passwd, /etc/shadow) */
    {37, 10, "/etc/group"},
    {37, 12, "/etc/gshadow"},
    {37, 11, "/etc/passwd"},
    {37, 11, "/etc/shadow"},
    /* fd.filename = release_agent */
    {38, 15, "\001/release_agent"},
    /* fd.name startswith /dev/sd */
    {39, 8, "/dev/sd\001"},
    /* fd.name startswith /dev/vd */
    {40, 8, "/dev/vd\001"},
    /* fd.name startswith /dev/nvme */
    {41, 10, "/dev/nvme\001"},
    /* fd.name startswith /dev/xvd */
    {42, 9, "/dev/xvd\001"},
    /* fd.name startswith /dev/dm- */
    {43, 9, "/dev/dm-\001"},
    /* fd.name startswith /dev/mapper/ */
    {44, 13, "/dev/mapper/\001"},
    /* fd.name startswith /dev/mmcblk */
    {45, 12, "/dev/mmcblk\001"},
    /* fd.name = /dev/mapper/control */
    {46, 19, "/dev/mapper/control"},
    // fd.name glob */secrets/kubernetes.io/serviceaccount*/token
    {47, 45, "\001/secrets/kubernetes.io/serviceaccount\001/token"},
    /* fd.name in (/proc/sys/fs/binfmt_misc/register, /proc/sys/kernel/core_pattern,
     * /proc/sys/kernel/hotplug, /proc/sys/kernel/modprobe, /proc/sys/kernel/poweroff_cmd,
     * /sys/kernel/uevent_helper) */
    {48, 33, "/proc/sys/fs/binfmt_misc/register"},
    {48, 29, "/proc/sys/kernel/core_pattern"},
    {48, 24, "/proc/sys/kernel/hotplug"},
    {48, 25, "/proc/sys/kernel/modprobe"},
    {48, 29, "/proc/sys/kernel/poweroff_cmd"},
    {48, 25, "/sys/kernel/uevent_helper"},
    /* fd.name endswith /binfmt_misc/register */
    {49, 22, "\001/binfmt_misc/register"},
    /* fd.name in (/proc/sys/kernel/sysrq, /proc/sysrq-trigger) */
    {50, 22, "/proc/sys/kernel/sysrq"},
    {50, 19, "/proc/sysrq-trigger"},
    /* fd.name in (/dev/kmem, /dev/mem, /dev/port, /proc/kcore) */
    {51, 9, "/dev/kmem"},
    {51, 8, "/dev/mem"},
    {51, 9, "/dev/port"},
    {51, 11, "/proc/kcore"},
    /* fd.name in (/etc/gshadow, /etc/gshadow-, /etc/master.passwd, /etc/security/opasswd,
     * /etc/shadow, /etc/shadow-) */
    {52, 11, "etc/gshadow"},
    {52, 7, "gshadow"},
    {52, 12, "etc/gshadow-"},
    {52, 8, "gshadow-"},
    {52, 17, "etc/master.passwd"},
    {52, 13, "master.passwd"},
    {52, 20, "etc/security/opasswd"},
    {52, 16, "security/opasswd"},
    {52, 7, "opasswd"},
    {52, 10, "etc/shadow"},
    {52, 6, "shadow"},
    {52, 11, "etc/shadow-"},
    {52, 7, "shadow-"},
    /* fd.filename startswith id_ */
    {53, 6, "\001/id_\002"},
    {53, 4, "id_\002"},
    /* fd.filename endswith .pub */
    {54, 7, "\001/\002.pub"},
    {54, 5, "\002.pub"},
    /* fd.name endswith /.aws/credentials */
    {55, 18, "\001/.aws/credentials"},
    {55, 16, ".aws/credentials"},
    {55, 11, "credentials"},
    /* fd.name endswith /.config/gcloud/credentials.db */
    {56, 31, "\001/.config/gcloud/credentials.db"},
    {56, 29, ".config/gcloud/credentials.db"},
    {56, 21, "gcloud/credentials.db"},
    {56, 14, "credentials.db"},
    /* fd.name endswith /.azure/accessTokens.json */
    {57, 26, "\001/.azure/accessTokens.json"},
    {57, 24, ".azure/accessTokens.json"},
    {57, 17, "accessTokens.json"},
    /* fd.name endswith /.kube/config */
    {58, 14, "\001/.kube/config"},
    {58, 12, ".kube/config"},
    {58, 6, "config"},
    /* fd.name endswith /.docker/config.json */
    {59, 21, "\001/.docker/config.json"},
    {59, 19, ".docker/config.json"},
    {59, 11, "config.json"},
    /* fd.name endswith /.netrc */
    {60, 8, "\001/.netrc"},
    {60, 6, ".netrc"},
    /* fd.name endswith /.git-credentials */
    {61, 18, "\001/.git-credentials"},
    {61, 16, ".git-credentials"},
    /* fd.name endswith /.vault-token */
    {62, 14, "\001/.vault-token"},
    {62, 12, ".vault-token"},
    /* fd.name = /etc/kubernetes/admin.conf */
    {63, 25, "etc/kubernetes/admin.conf"},
    {63, 21, "kubernetes/admin.conf"},
    {63, 10, "admin.conf"},
    /* fd.filename in (authorized_keys, authorized_keys2) */
    {64, 17, "\001/authorized_keys"},
    {64, 15, "authorized_keys"},
    {64, 18, "\001/authorized_keys2"},
    {64, 16, "authorized_keys2"},
    /* fd.name endswith .service */
    {65, 9, "\001.service"},
    /* fd.name endswith .timer */
    {66, 7, "\001.timer"},
    /* fd.name endswith .socket */
    {67, 8, "\001.socket"},
    /* fd.name endswith .path */
    {68, 6, "\001.path"},
    /* fd.name endswith .conf */
    {69, 6, "\001.conf"},
    /* fd.name = /etc/ld.so.preload */
    {70, 17, "etc/ld.so.preload"},
    {70, 13, "ld.so.preload"},
    /* fd.filename in (.bash_login, .bash_logout, .bash_profile, .bashrc, .cshrc, .kshrc,
     * .profile, .tcshrc, .zlogin, .zprofile, .zshenv, .zshrc) */
    {71, 13, "\001/.bash_login"},
    {71, 11, ".bash_login"},
    {71, 14, "\001/.bash_logout"},
    {71, 12, ".bash_logout"},
    {71, 15, "\001/.bash_profile"},
    {71, 13, ".bash_profile"},
    {71, 9, "\001/.bashrc"},
    {71, 7, ".bashrc"},
    {71, 8, "\001/.cshrc"},
    {71, 6, ".cshrc"},
    {71, 8, "\001/.kshrc"},
    {71, 6, ".kshrc"},
    {71, 10, "\001/.profile"},
    {71, 8, ".profile"},
    {71, 9, "\001/.tcshrc"},
    {71, 7, ".tcshrc"},
    {71, 9, "\001/.zlogin"},
    {71, 7, ".zlogin"},
    {71, 11, "\001/.zprofile"},
    {71, 9, ".zprofile"},
    {71, 9, "\001/.zshenv"},
    {71, 7, ".zshenv"},
    {71, 8, "\001/.zshrc"},
    {71, 6, ".zshrc"},
    /* fd.filename in (.ash_history, .bash_history, .zsh_history) */
    {72, 14, "\001/.ash_history"},
    {72, 12, ".ash_history"},
    {72, 15, "\001/.bash_history"},
    {72, 13, ".bash_history"},
    {72, 14, "\001/.zsh_history"},
    {72, 12, ".zsh_history"},
    /* fd.name endswith .php */
    {73, 5, "\001.php"},
    /* fd.name endswith .phtml */
    {74, 7, "\001.phtml"},
    /* fd.name endswith .jsp */
    {75, 5, "\001.jsp"},
    /* fd.name endswith .jspx */
    {76, 6, "\001.jspx"},
    /* fd.name endswith .aspx */
    {77, 6, "\001.aspx"},
    /* fd.name endswith .cgi */
    {78, 5, "\001.cgi"},
    /* fd.name in (/etc/group, /etc/gshadow, /etc/passwd, /etc/shadow) */
    {79, 9, "etc/group"},
    {79, 5, "group"},
    {79, 11, "etc/gshadow"},
    {79, 7, "gshadow"},
    {79, 10, "etc/passwd"},
    {79, 6, "passwd"},
    {79, 10, "etc/shadow"},
    {79, 6, "shadow"},
    /* fd.filename = release_agent */
    {80, 15, "\001/release_agent"},
    {80, 13, "release_agent"},
    /* fd.name = /dev/mapper/control */
    {81, 18, "dev/mapper/control"},
    {81, 14, "mapper/control"},
    {81, 7, "control"},
    /* fd.name in (/proc/sys/fs/binfmt_misc/register, /proc/sys/kernel/core_pattern,
     * /proc/sys/kernel/hotplug, /proc/sys/kernel/modprobe, /proc/sys/kernel/poweroff_cmd,
     * /sys/kernel/uevent_helper) */
    {82, 32, "proc/sys/fs/binfmt_misc/register"},
    {82, 27, "sys/fs/binfmt_misc/register"},
    {82, 23, "fs/binfmt_misc/register"},
    {82, 20, "binfmt_misc/register"},
    {82, 8, "register"},
    {82, 28, "proc/sys/kernel/core_pattern"},
    {82, 23, "sys/kernel/core_pattern"},
    {82, 19, "kernel/core_pattern"},
    {82, 12, "core_pattern"},
    {82, 23, "proc/sys/kernel/hotplug"},
    {82, 18, "sys/kernel/hotplug"},
    {82, 14, "kernel/hotplug"},
    {82, 7, "hotplug"},
    {82, 24, "proc/sys/kernel/modprobe"},
    {82, 19, "sys/kernel/modprobe"},
    {82, 15, "kernel/modprobe"},
    {82, 8, "modprobe"},
    {82, 28, "proc/sys/kernel/poweroff_cmd"},
    {82, 23, "sys/kernel/poweroff_cmd"},
    {82, 19, "kernel/poweroff_cmd"},
    {82, 12, "poweroff_cmd"},
    {82, 24, "sys/kernel/uevent_helper"},
    {82, 20, "kernel/uevent_helper"},
    {82, 13, "uevent_helper"},
    /* fd.name endswith /binfmt_misc/register */
    {83, 22, "\001/binfmt_misc/register"},
    {83, 20, "binfmt_misc/register"},
    {83, 8, "register"},
    /* fd.name in (/proc/sys/kernel/sysrq, /proc/sysrq-trigger) */
    {84, 21, "proc/sys/kernel/sysrq"},
    {84, 16, "sys/kernel/sysrq"},
    {84, 12, "kernel/sysrq"},
    {84, 5, "sysrq"},
    {84, 18, "proc/sysrq-trigger"},
    {84, 13, "sysrq-trigger"},
    /* fd.name in (/dev/kmem, /dev/mem, /dev/port, /proc/kcore) */
    {85, 8, "dev/kmem"},
    {85, 4, "kmem"},
    {85, 7, "dev/mem"},
    {85, 3, "mem"},
    {85, 8, "dev/port"},
    {85, 4, "port"},
    {85, 10, "proc/kcore"},
    {85, 5, "kcore"},
};
/* clang-format on */

/* clang-format off */
static const struct rt_filter_atom filter_atoms[] = {
    {.fact = RT_FACT_SUCCESS, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(0)},
    {.fact = RT_FACT_PARAM, .param = 1, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(17)},
    {.fact = RT_FACT_RESULT, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(-115)},
    {.fact = RT_FACT_FD_KIND, .param = 2, .compare = RT_COMPARE_EQ, .mask = 0x6, .value = INT64_C(0)},
    {.fact = RT_FACT_FD_KIND, .param = 1, .compare = RT_COMPARE_EQ, .mask = 0x6, .value = INT64_C(0)},
    {.fact = RT_FACT_RESULT, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(0)},
    {.fact = RT_FACT_RESULT, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(1)},
    {.fact = RT_FACT_RESULT, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(2)},
    {.fact = RT_FACT_PARAM, .param = 3, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(11)},
    {.fact = RT_FACT_PARAM, .param = 3, .compare = RT_COMPARE_EQ, .mask = 0x0, .value = INT64_C(20)},
    {.fact = RT_FACT_PARAM_BITS, .param = 4, .compare = RT_COMPARE_EQ, .mask = 0x40000, .value = INT64_C(0)},
    {.fact = RT_FACT_PARAM_BITS, .param = 4, .compare = RT_COMPARE_EQ, .mask = 0x80000, .value = INT64_C(0)},
    {.fact = RT_FACT_PARAM_BITS, .param = 1, .compare = RT_COMPARE_EQ, .mask = 0x100000, .value = INT64_C(0)},
    {.fact = RT_FACT_FD_KIND, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x6, .value = INT64_C(0)},
    {.fact = RT_FACT_RESULT, .param = 0, .compare = RT_COMPARE_GT, .mask = 0x0, .value = INT64_C(0)},
    {.fact = RT_FACT_FLAGS, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x1, .value = INT64_C(0)},
    {.fact = RT_FACT_FD, .param = 0, .compare = RT_COMPARE_GE, .mask = 0x0, .value = INT64_C(0)},
    {.fact = RT_FACT_FLAGS, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x2, .value = INT64_C(0)},
    {.fact = RT_FACT_FLAGS, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x100, .value = INT64_C(0)},
    {.fact = RT_FACT_FLAGS, .param = 0, .compare = RT_COMPARE_EQ, .mask = 0x4000, .value = INT64_C(0)},
};
/* clang-format on */

/* The question of the kernel, can any rule hold on this: an atom, and the nodes to go on to if
 * it is true and if it is not. Atoms below 255 are those of the patterns, on the text of the
 * parameter that comes last; number 256 is the first of filter_atoms. */
/* clang-format off */
static const struct rt_filter_node filter_nodes[] = {
    {256, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {257, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {256, 1, RT_FILTER_DROP, 0},
    {258, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {256, RT_FILTER_KEEP, 3, 0},
    {259, 4, RT_FILTER_DROP, 0},
    {256, RT_FILTER_KEEP, 5, 0},
    {260, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {256, 7, RT_FILTER_DROP, 0},
    {263, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {262, RT_FILTER_KEEP, 9, 0},
    {261, RT_FILTER_KEEP, 10, 0},
    {265, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {264, RT_FILTER_KEEP, 12, 0},
    {256, 13, RT_FILTER_DROP, 0},
    {267, RT_FILTER_DROP, RT_FILTER_KEEP, 0},
    {266, RT_FILTER_DROP, 15, 0},
    {256, 16, RT_FILTER_DROP, 0},
    {268, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {256, 18, RT_FILTER_DROP, 0},
    {269, 11, RT_FILTER_DROP, 0},
    {270, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {3, RT_FILTER_DROP, RT_FILTER_KEEP, 0},
    {256, 22, RT_FILTER_KEEP, 0},
    {2, 23, RT_FILTER_DROP, 0},
    {1, 24, RT_FILTER_DROP, 0},
    {256, 25, RT_FILTER_DROP, 0},
    {12, RT_FILTER_KEEP, 26, 0},
    {11, RT_FILTER_KEEP, 27, 0},
    {10, RT_FILTER_KEEP, 28, 0},
    {9, RT_FILTER_KEEP, 29, 0},
    {8, RT_FILTER_KEEP, 30, 0},
    {7, RT_FILTER_KEEP, 31, 0},
    {6, RT_FILTER_KEEP, 32, 0},
    {5, RT_FILTER_KEEP, 33, 0},
    {4, RT_FILTER_KEEP, 34, 0},
    {272, 35, RT_FILTER_DROP, 0},
    {256, 36, RT_FILTER_DROP, 0},
    {271, 37, RT_FILTER_DROP, 0},
    {30, RT_FILTER_KEEP, 38, 0},
    {29, RT_FILTER_KEEP, 39, 0},
    {28, RT_FILTER_KEEP, 40, 0},
    {27, RT_FILTER_KEEP, 41, 0},
    {26, RT_FILTER_KEEP, 42, 0},
    {25, RT_FILTER_KEEP, 43, 0},
    {32, 38, 44, 0},
    {31, 38, 45, 0},
    {273, 46, 38, 0},
    {272, 47, 38, 0},
    {256, 48, 38, 0},
    {45, RT_FILTER_KEEP, 49, 0},
    {44, RT_FILTER_KEEP, 50, 0},
    {43, RT_FILTER_KEEP, 51, 0},
    {42, RT_FILTER_KEEP, 52, 0},
    {41, RT_FILTER_KEEP, 53, 0},
    {40, RT_FILTER_KEEP, 54, 0},
    {39, RT_FILTER_KEEP, 55, 0},
    {46, 49, 56, 0},
    {272, 57, 49, 0},
    {20, RT_FILTER_KEEP, 58, 0},
    {19, RT_FILTER_KEEP, 59, 0},
    {18, RT_FILTER_KEEP, 60, 0},
    {17, RT_FILTER_KEEP, 61, 0},
    {16, RT_FILTER_KEEP, 62, 0},
    {15, 63, 58, 0},
    {273, 64, 58, 0},
    {272, 65, 58, 0},
    {256, 66, 58, 0},
    {49, RT_FILTER_KEEP, 67, 0},
    {48, RT_FILTER_KEEP, 68, 0},
    {273, 69, 67, 0},
    {272, 70, 67, 0},
    {256, 71, 67, 0},
    {35, 72, RT_FILTER_KEEP, 0},
    {34, 73, 72, 0},
    {273, 74, 72, 0},
    {272, 75, 72, 0},
    {256, 76, 72, 0},
    {23, RT_FILTER_KEEP, 77, 0},
    {275, 77, 78, 0},
    {274, 79, 77, 0},
    {273, 80, 77, 0},
    {272, 81, 77, 0},
    {256, 82, 77, 0},
    {50, RT_FILTER_KEEP, 83, 0},
    {273, 84, 83, 0},
    {272, 85, 83, 0},
    {256, 86, 83, 0},
    {47, RT_FILTER_KEEP, 87, 0},
    {272, 88, 87, 0},
    {256, 89, 87, 0},
    {271, 90, 87, 0},
    {38, RT_FILTER_KEEP, 91, 0},
    {273, 92, 91, 0},
    {272, 93, 91, 0},
    {256, 94, 91, 0},
    {37, RT_FILTER_KEEP, 95, 0},
    {273, 96, 95, 0},
    {272, 97, 95, 0},
    {256, 98, 95, 0},
    {36, RT_FILTER_KEEP, 99, 0},
    {273, 100, 99, 0},
    {272, 101, 99, 0},
    {256, 102, 99, 0},
    {33, RT_FILTER_KEEP, 103, 0},
    {273, 104, 103, 0},
    {272, 105, 103, 0},
    {256, 106, 103, 0},
    {24, RT_FILTER_KEEP, 107, 0},
    {273, 108, 107, 0},
    {272, 109, 107, 0},
    {256, 110, 107, 0},
    {21, RT_FILTER_KEEP, 111, 0},
    {273, 112, 111, 0},
    {272, 113, 111, 0},
    {256, 114, 111, 0},
    {14, RT_FILTER_KEEP, 115, 0},
    {273, 116, 115, 0},
    {272, 117, 115, 0},
    {256, 118, 115, 0},
    {13, RT_FILTER_KEEP, 119, 0},
    {273, 120, 119, 0},
    {272, 121, 119, 0},
    {256, 122, 119, 0},
    {0, RT_FILTER_KEEP, 123, 0},
    {272, 124, 123, 0},
    {256, 125, 123, 0},
    {271, 126, 123, 0},
    {51, RT_FILTER_KEEP, 127, 0},
    {272, 128, 127, 0},
    {273, RT_FILTER_KEEP, 129, 0},
    {272, 130, 129, 0},
    {256, 131, 129, 0},
    {271, 36, RT_FILTER_DROP, 0},
    {30, RT_FILTER_KEEP, 133, 0},
    {29, RT_FILTER_KEEP, 134, 0},
    {28, RT_FILTER_KEEP, 135, 0},
    {27, RT_FILTER_KEEP, 136, 0},
    {26, RT_FILTER_KEEP, 137, 0},
    {25, RT_FILTER_KEEP, 138, 0},
    {32, 133, 139, 0},
    {31, 133, 140, 0},
    {273, 141, 133, 0},
    {272, 142, 133, 0},
    {45, RT_FILTER_KEEP, 143, 0},
    {44, RT_FILTER_KEEP, 144, 0},
    {43, RT_FILTER_KEEP, 145, 0},
    {42, RT_FILTER_KEEP, 146, 0},
    {41, RT_FILTER_KEEP, 147, 0},
    {40, RT_FILTER_KEEP, 148, 0},
    {39, RT_FILTER_KEEP, 149, 0},
    {46, 143, 150, 0},
    {272, 151, 143, 0},
    {20, RT_FILTER_KEEP, 152, 0},
    {19, RT_FILTER_KEEP, 153, 0},
    {18, RT_FILTER_KEEP, 154, 0},
    {17, RT_FILTER_KEEP, 155, 0},
    {16, RT_FILTER_KEEP, 156, 0},
    {15, 157, 152, 0},
    {273, 158, 152, 0},
    {272, 159, 152, 0},
    {49, RT_FILTER_KEEP, 160, 0},
    {48, RT_FILTER_KEEP, 161, 0},
    {273, 162, 160, 0},
    {272, 163, 160, 0},
    {35, 164, RT_FILTER_KEEP, 0},
    {34, 165, 164, 0},
    {273, 166, 164, 0},
    {272, 167, 164, 0},
    {23, RT_FILTER_KEEP, 168, 0},
    {275, 168, 169, 0},
    {274, 170, 168, 0},
    {273, 171, 168, 0},
    {272, 172, 168, 0},
    {38, RT_FILTER_KEEP, 173, 0},
    {256, 174, 173, 0},
    {273, 175, 173, 0},
    {272, 176, 173, 0},
    {24, RT_FILTER_KEEP, 177, 0},
    {256, 178, 177, 0},
    {273, 179, 177, 0},
    {272, 180, 177, 0},
    {13, RT_FILTER_KEEP, 181, 0},
    {256, 182, 181, 0},
    {273, 183, 181, 0},
    {272, 184, 181, 0},
    {50, RT_FILTER_KEEP, 185, 0},
    {273, 186, 185, 0},
    {272, 187, 185, 0},
    {47, RT_FILTER_KEEP, 188, 0},
    {272, 189, 188, 0},
    {271, 190, 188, 0},
    {37, RT_FILTER_KEEP, 191, 0},
    {273, 192, 191, 0},
    {272, 193, 191, 0},
    {36, RT_FILTER_KEEP, 194, 0},
    {273, 195, 194, 0},
    {272, 196, 194, 0},
    {33, RT_FILTER_KEEP, 197, 0},
    {273, 198, 197, 0},
    {272, 199, 197, 0},
    {21, RT_FILTER_KEEP, 200, 0},
    {273, 201, 200, 0},
    {272, 202, 200, 0},
    {14, RT_FILTER_KEEP, 203, 0},
    {273, 204, 203, 0},
    {272, 205, 203, 0},
    {0, RT_FILTER_KEEP, 206, 0},
    {272, 207, 206, 0},
    {271, 208, 206, 0},
    {51, RT_FILTER_KEEP, 209, 0},
    {272, 210, 209, 0},
    {273, RT_FILTER_KEEP, 211, 0},
    {272, 212, 211, 0},
    {53, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {256, 214, RT_FILTER_DROP, 0},
    {63, RT_FILTER_KEEP, 215, 0},
    {62, RT_FILTER_KEEP, 216, 0},
    {61, RT_FILTER_KEEP, 217, 0},
    {60, RT_FILTER_KEEP, 218, 0},
    {59, RT_FILTER_KEEP, 219, 0},
    {58, RT_FILTER_KEEP, 220, 0},
    {57, RT_FILTER_KEEP, 221, 0},
    {56, RT_FILTER_KEEP, 222, 0},
    {55, RT_FILTER_KEEP, 223, 0},
    {272, 224, RT_FILTER_DROP, 0},
    {256, 225, RT_FILTER_DROP, 0},
    {271, 226, RT_FILTER_DROP, 0},
    {78, RT_FILTER_KEEP, 227, 0},
    {77, RT_FILTER_KEEP, 228, 0},
    {76, RT_FILTER_KEEP, 229, 0},
    {75, RT_FILTER_KEEP, 230, 0},
    {74, RT_FILTER_KEEP, 231, 0},
    {73, RT_FILTER_KEEP, 232, 0},
    {273, 233, 227, 0},
    {272, 234, 227, 0},
    {256, 235, 227, 0},
    {69, RT_FILTER_KEEP, 236, 0},
    {68, RT_FILTER_KEEP, 237, 0},
    {67, RT_FILTER_KEEP, 238, 0},
    {66, RT_FILTER_KEEP, 239, 0},
    {65, RT_FILTER_KEEP, 240, 0},
    {273, 241, 236, 0},
    {272, 242, 236, 0},
    {256, 243, 236, 0},
    {83, RT_FILTER_KEEP, 244, 0},
    {82, RT_FILTER_KEEP, 245, 0},
    {273, 246, 244, 0},
    {272, 247, 244, 0},
    {256, 248, 244, 0},
    {84, RT_FILTER_KEEP, 249, 0},
    {273, 250, 249, 0},
    {272, 251, 249, 0},
    {256, 252, 249, 0},
    {80, RT_FILTER_KEEP, 253, 0},
    {273, 254, 253, 0},
    {272, 255, 253, 0},
    {256, 256, 253, 0},
    {79, RT_FILTER_KEEP, 257, 0},
    {273, 258, 257, 0},
    {272, 259, 257, 0},
    {256, 260, 257, 0},
    {72, RT_FILTER_KEEP, 261, 0},
    {273, 262, 261, 0},
    {272, 263, 261, 0},
    {256, 264, 261, 0},
    {70, RT_FILTER_KEEP, 265, 0},
    {273, 266, 265, 0},
    {272, 267, 265, 0},
    {256, 268, 265, 0},
    {64, RT_FILTER_KEEP, 269, 0},
    {273, 270, 269, 0},
    {272, 271, 269, 0},
    {256, 272, 269, 0},
    {52, RT_FILTER_KEEP, 273, 0},
    {272, 274, 273, 0},
    {256, 275, 273, 0},
    {271, 276, 273, 0},
    {85, RT_FILTER_KEEP, 277, 0},
    {272, 278, 277, 0},
    {275, 279, RT_FILTER_KEEP, 0},
    {274, 280, 279, 0},
    {273, 281, 279, 0},
    {272, 282, 279, 0},
    {256, 283, 279, 0},
    {272, RT_FILTER_KEEP, 284, 0},
    {256, 285, 284, 0},
    {271, 286, 284, 0},
    {273, RT_FILTER_KEEP, 287, 0},
    {272, 288, 287, 0},
    {256, 289, 287, 0},
    {272, RT_FILTER_KEEP, 290, 0},
    {271, 225, RT_FILTER_DROP, 0},
    {78, RT_FILTER_KEEP, 292, 0},
    {77, RT_FILTER_KEEP, 293, 0},
    {76, RT_FILTER_KEEP, 294, 0},
    {75, RT_FILTER_KEEP, 295, 0},
    {74, RT_FILTER_KEEP, 296, 0},
    {73, RT_FILTER_KEEP, 297, 0},
    {273, 298, 292, 0},
    {272, 299, 292, 0},
    {69, RT_FILTER_KEEP, 300, 0},
    {68, RT_FILTER_KEEP, 301, 0},
    {67, RT_FILTER_KEEP, 302, 0},
    {66, RT_FILTER_KEEP, 303, 0},
    {65, RT_FILTER_KEEP, 304, 0},
    {273, 305, 300, 0},
    {272, 306, 300, 0},
    {83, RT_FILTER_KEEP, 307, 0},
    {82, RT_FILTER_KEEP, 308, 0},
    {273, 309, 307, 0},
    {272, 310, 307, 0},
    {80, RT_FILTER_KEEP, 311, 0},
    {256, 312, 311, 0},
    {273, 313, 311, 0},
    {272, 314, 311, 0},
    {72, RT_FILTER_KEEP, 315, 0},
    {256, 316, 315, 0},
    {273, 317, 315, 0},
    {272, 318, 315, 0},
    {64, RT_FILTER_KEEP, 319, 0},
    {256, 320, 319, 0},
    {273, 321, 319, 0},
    {272, 322, 319, 0},
    {84, RT_FILTER_KEEP, 323, 0},
    {273, 324, 323, 0},
    {272, 325, 323, 0},
    {79, RT_FILTER_KEEP, 326, 0},
    {273, 327, 326, 0},
    {272, 328, 326, 0},
    {70, RT_FILTER_KEEP, 329, 0},
    {273, 330, 329, 0},
    {272, 331, 329, 0},
    {52, RT_FILTER_KEEP, 332, 0},
    {272, 333, 332, 0},
    {271, 334, 332, 0},
    {85, RT_FILTER_KEEP, 335, 0},
    {272, 336, 335, 0},
    {275, 337, RT_FILTER_KEEP, 0},
    {274, 338, 337, 0},
    {273, 339, 337, 0},
    {272, 340, 337, 0},
    {272, RT_FILTER_KEEP, 341, 0},
    {271, 342, 341, 0},
    {273, RT_FILTER_KEEP, 343, 0},
    {272, 344, 343, 0},
    {272, RT_FILTER_KEEP, 345, 0},
    {45, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {44, RT_FILTER_KEEP, 347, 0},
    {43, RT_FILTER_KEEP, 348, 0},
    {42, RT_FILTER_KEEP, 349, 0},
    {41, RT_FILTER_KEEP, 350, 0},
    {40, RT_FILTER_KEEP, 351, 0},
    {39, RT_FILTER_KEEP, 352, 0},
    {46, RT_FILTER_DROP, 353, 0},
    {272, 354, RT_FILTER_DROP, 0},
    {51, RT_FILTER_KEEP, 355, 0},
    {272, 356, 355, 0},
    {12, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {11, RT_FILTER_KEEP, 358, 0},
    {10, RT_FILTER_KEEP, 359, 0},
    {9, RT_FILTER_KEEP, 360, 0},
    {8, RT_FILTER_KEEP, 361, 0},
    {7, RT_FILTER_KEEP, 362, 0},
    {6, RT_FILTER_KEEP, 363, 0},
    {5, RT_FILTER_KEEP, 364, 0},
    {4, RT_FILTER_KEEP, 365, 0},
    {272, 366, RT_FILTER_DROP, 0},
    {256, RT_FILTER_DROP, 367, 0},
    {271, 368, RT_FILTER_DROP, 0},
    {45, RT_FILTER_KEEP, 369, 0},
    {44, RT_FILTER_KEEP, 370, 0},
    {43, RT_FILTER_KEEP, 371, 0},
    {42, RT_FILTER_KEEP, 372, 0},
    {41, RT_FILTER_KEEP, 373, 0},
    {40, RT_FILTER_KEEP, 374, 0},
    {39, RT_FILTER_KEEP, 375, 0},
    {46, 369, 376, 0},
    {272, 377, 369, 0},
    {30, RT_FILTER_KEEP, 378, 0},
    {29, RT_FILTER_KEEP, 379, 0},
    {28, RT_FILTER_KEEP, 380, 0},
    {27, RT_FILTER_KEEP, 381, 0},
    {26, RT_FILTER_KEEP, 382, 0},
    {25, RT_FILTER_KEEP, 383, 0},
    {31, 378, 384, 0},
    {273, 385, 378, 0},
    {272, 386, 378, 0},
    {256, 378, 387, 0},
    {20, RT_FILTER_KEEP, 388, 0},
    {19, RT_FILTER_KEEP, 389, 0},
    {18, RT_FILTER_KEEP, 390, 0},
    {17, RT_FILTER_KEEP, 391, 0},
    {16, RT_FILTER_KEEP, 392, 0},
    {15, 393, 388, 0},
    {273, 394, 388, 0},
    {272, 395, 388, 0},
    {256, 388, 396, 0},
    {49, RT_FILTER_KEEP, 397, 0},
    {48, RT_FILTER_KEEP, 398, 0},
    {273, 399, 397, 0},
    {272, 400, 397, 0},
    {256, 397, 401, 0},
    {35, 402, RT_FILTER_KEEP, 0},
    {34, 403, 402, 0},
    {273, 404, 402, 0},
    {272, 405, 402, 0},
    {256, 402, 406, 0},
    {23, RT_FILTER_KEEP, 407, 0},
    {274, 408, 407, 0},
    {273, 409, 407, 0},
    {272, 410, 407, 0},
    {256, 407, 411, 0},
    {50, RT_FILTER_KEEP, 412, 0},
    {273, 413, 412, 0},
    {272, 414, 412, 0},
    {256, 412, 415, 0},
    {47, RT_FILTER_KEEP, 416, 0},
    {272, 417, 416, 0},
    {256, 416, 418, 0},
    {271, 419, 416, 0},
    {37, RT_FILTER_KEEP, 420, 0},
    {273, 421, 420, 0},
    {272, 422, 420, 0},
    {256, 420, 423, 0},
    {36, RT_FILTER_KEEP, 424, 0},
    {273, 425, 424, 0},
    {272, 426, 424, 0},
    {256, 424, 427, 0},
    {33, RT_FILTER_KEEP, 428, 0},
    {273, 429, 428, 0},
    {272, 430, 428, 0},
    {256, 428, 431, 0},
    {21, RT_FILTER_KEEP, 432, 0},
    {273, 433, 432, 0},
    {272, 434, 432, 0},
    {256, 432, 435, 0},
    {14, RT_FILTER_KEEP, 436, 0},
    {273, 437, 436, 0},
    {272, 438, 436, 0},
    {256, 436, 439, 0},
    {0, RT_FILTER_KEEP, 440, 0},
    {272, 441, 440, 0},
    {256, 440, 442, 0},
    {271, 443, 440, 0},
    {51, RT_FILTER_KEEP, 444, 0},
    {272, 445, 444, 0},
    {273, RT_FILTER_KEEP, 446, 0},
    {272, 447, 446, 0},
    {256, 446, 448, 0},
    {85, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {272, 450, RT_FILTER_DROP, 0},
    {272, RT_FILTER_KEEP, 451, 0},
    {63, RT_FILTER_KEEP, RT_FILTER_DROP, 0},
    {62, RT_FILTER_KEEP, 453, 0},
    {61, RT_FILTER_KEEP, 454, 0},
    {60, RT_FILTER_KEEP, 455, 0},
    {59, RT_FILTER_KEEP, 456, 0},
    {58, RT_FILTER_KEEP, 457, 0},
    {57, RT_FILTER_KEEP, 458, 0},
    {56, RT_FILTER_KEEP, 459, 0},
    {55, RT_FILTER_KEEP, 460, 0},
    {272, 461, RT_FILTER_DROP, 0},
    {256, RT_FILTER_DROP, 462, 0},
    {271, 463, RT_FILTER_DROP, 0},
    {78, RT_FILTER_KEEP, 464, 0},
    {77, RT_FILTER_KEEP, 465, 0},
    {76, RT_FILTER_KEEP, 466, 0},
    {75, RT_FILTER_KEEP, 467, 0},
    {74, RT_FILTER_KEEP, 468, 0},
    {73, RT_FILTER_KEEP, 469, 0},
    {273, 470, 464, 0},
    {272, 471, 464, 0},
    {256, 464, 472, 0},
    {69, RT_FILTER_KEEP, 473, 0},
    {68, RT_FILTER_KEEP, 474, 0},
    {67, RT_FILTER_KEEP, 475, 0},
    {66, RT_FILTER_KEEP, 476, 0},
    {65, RT_FILTER_KEEP, 477, 0},
    {273, 478, 473, 0},
    {272, 479, 473, 0},
    {256, 473, 480, 0},
    {83, RT_FILTER_KEEP, 481, 0},
    {82, RT_FILTER_KEEP, 482, 0},
    {273, 483, 481, 0},
    {272, 484, 481, 0},
    {256, 481, 485, 0},
    {84, RT_FILTER_KEEP, 486, 0},
    {273, 487, 486, 0},
    {272, 488, 486, 0},
    {256, 486, 489, 0},
    {79, RT_FILTER_KEEP, 490, 0},
    {273, 491, 490, 0},
    {272, 492, 490, 0},
    {256, 490, 493, 0},
    {70, RT_FILTER_KEEP, 494, 0},
    {273, 495, 494, 0},
    {272, 496, 494, 0},
    {256, 494, 497, 0},
    {52, RT_FILTER_KEEP, 498, 0},
    {272, 499, 498, 0},
    {256, 498, 500, 0},
    {271, 501, 498, 0},
    {85, RT_FILTER_KEEP, 502, 0},
    {272, 503, 502, 0},
    {274, RT_FILTER_KEEP, 504, 0},
    {273, 505, 504, 0},
    {272, 506, 504, 0},
    {256, 504, 507, 0},
    {272, RT_FILTER_KEEP, 508, 0},
    {256, 508, 509, 0},
    {271, 510, 508, 0},
    {273, RT_FILTER_KEEP, 511, 0},
    {272, 512, 511, 0},
    {256, 511, 513, 0},
    {272, RT_FILTER_KEEP, 514, 0},
};
static const struct rt_filter_start filter_starts[] = {
    {EV_EXECVE_8_X, RT_FILTER_ABSOLUTE, 0},
    {EV_SOCKET_X, RT_FILTER_ABSOLUTE, 2},
    {EV_CONNECT_X, RT_FILTER_ABSOLUTE, 6},
    {EV_LISTEN_X, RT_FILTER_ABSOLUTE, 8},
    {EV_LINK_X, RT_FILTER_ABSOLUTE, 0},
    {EV_LINKAT_X, RT_FILTER_ABSOLUTE, 0},
    {EV_UNLINK_X, RT_FILTER_ABSOLUTE, 0},
    {EV_UNLINKAT_X, RT_FILTER_ABSOLUTE, 0},
    {EV_DUP_X, RT_FILTER_ABSOLUTE, 11},
    {EV_EXECVE_13_X, RT_FILTER_ABSOLUTE, 0},
    {EV_PTRACE_X, RT_FILTER_ABSOLUTE, 14},
    {EV_EXECVE_14_X, RT_FILTER_ABSOLUTE, 0},
    {EV_RENAME_X, RT_FILTER_ABSOLUTE, 0},
    {EV_RENAMEAT_X, RT_FILTER_ABSOLUTE, 0},
    {EV_SYMLINK_X, RT_FILTER_ABSOLUTE, 0},
    {EV_SYMLINKAT_X, RT_FILTER_ABSOLUTE, 0},
    {EV_EXECVE_15_X, RT_FILTER_ABSOLUTE, 0},
    {EV_EXECVE_16_X, RT_FILTER_ABSOLUTE, 0},
    {EV_SETNS_X, RT_FILTER_ABSOLUTE, 0},
    {EV_MOUNT_X, RT_FILTER_ABSOLUTE, 17},
    {EV_EXECVE_17_X, RT_FILTER_ABSOLUTE, 0},
    {EV_UNSHARE_X, RT_FILTER_ABSOLUTE, 19},
    {EV_EXECVE_18_X, RT_FILTER_ABSOLUTE, 0},
    {EV_EXECVE_19_X, RT_FILTER_ABSOLUTE, 0},
    {EV_UNLINK_2_X, RT_FILTER_ABSOLUTE, 0},
    {EV_UNLINKAT_2_X, RT_FILTER_ABSOLUTE, 0},
    {EV_LINK_2_X, RT_FILTER_ABSOLUTE, 0},
    {EV_LINKAT_2_X, RT_FILTER_ABSOLUTE, 0},
    {EV_FCHMODAT_X, RT_FILTER_ABSOLUTE, 0},
    {EV_CHMOD_X, RT_FILTER_ABSOLUTE, 0},
    {EV_FCHMOD_X, RT_FILTER_ABSOLUTE, 0},
    {EV_RENAMEAT2_X, RT_FILTER_ABSOLUTE, 0},
    {EV_USERFAULTFD_X, RT_FILTER_ABSOLUTE, 0},
    {EV_EXECVEAT_X, RT_FILTER_ABSOLUTE, 0},
    {EV_DUP2_X, RT_FILTER_ABSOLUTE, 20},
    {EV_DUP3_X, RT_FILTER_ABSOLUTE, 20},
    {EV_DUP_1_X, RT_FILTER_ABSOLUTE, 20},
    {EV_BPF_2_X, RT_FILTER_ABSOLUTE, 0},
    {EV_INIT_MODULE_X, RT_FILTER_ABSOLUTE, 0},
    {EV_FINIT_MODULE_X, RT_FILTER_ABSOLUTE, 0},
    {EV_PROCESS_VM_WRITEV_X, RT_FILTER_ABSOLUTE, 21},
    {EV_DELETE_MODULE_X, RT_FILTER_ABSOLUTE, 0},
    {EV_OPEN_X, RT_FILTER_ABSOLUTE, 132},
    {EV_OPENAT_2_X, RT_FILTER_ABSOLUTE, 213},
    {EV_OPEN_X, RT_FILTER_RELATIVE, 291},
    {EV_OPENAT_2_X, RT_FILTER_RELATIVE, 346},
    {EV_OPEN_X, RT_FILTER_DIRECTORY, 357},
    {EV_OPENAT_2_X, RT_FILTER_DIRECTORY, 449},
    {EV_OPEN_X, RT_FILTER_DIRECTORY | RT_FILTER_RELATIVE, 452},
    {EV_OPENAT_2_X, RT_FILTER_DIRECTORY | RT_FILTER_RELATIVE, 515},
};
/* clang-format on */

/* clang-format off */
/* clang-format on */

static const struct rt_filter filter = {
    .patterns = filter_patterns,
    .atoms = filter_atoms,
    .nodes = filter_nodes,
    .starts = filter_starts,
    .npatterns = 489,
    .natoms = 20,
    .nnodes = 516,
    .nstarts = 50,
    .nunobserved = 0,
    .ngeneric_calls = 0,
    .forgets_files = true,
    .holds_files = true,
    .unseen_files = true,
    .unseen_directories = true,
    .unseen_unix = false,
};

/* What the agent was made from. */
/* clang-format off */
static const struct rt_manifest_file manifest_files[] = {
    {"rules/00-common.yaml", "rules",
     "4f72fcff32fa8def86d978f8a637d12ac45a3871e12b90fe2bf92c85379ba703"},
    {"rules/10-files.yaml", "rules",
     "75b36468f962868eb9a6ea55692592e69dc14bddfb5a8dd8c8ee4e6225847d8a"},
    {"rules/20-process.yaml", "rules",
     "a111c7e01b84abe42b12ec92fcdd280fae53a29f3d9c177ad9a2d449a52b2ce9"},
    {"rules/30-network.yaml", "rules",
     "4dcf1287466042f1c08bd6fdabba5717ba924c0b343421d7525e09a1d038ec8d"},
    {"rules/40-privilege.yaml", "rules",
     "6d682016b85500592f67013e6f148112fc14cd17bf669ce7dc1091df3b6daa6c"},
    {"rules/50-container.yaml", "rules",
     "9b9d98e01be7cf5b79c29e40080c5af0d4fd705f18a8c5c7b6956db8d57a1080"},
    {"rules/60-kernel.yaml", "rules",
     "a351225bb24b9d012a88a828ec2037b6be3535845c3dd32e1f67355e45d997c2"},
};
/* clang-format on */

static const struct rt_manifest manifest = {
    .rulec = "0.1.0",
    .compiler = RT_COMPILER,
    .build_options = RULEC_BUILD_OPTIONS,
    .files = manifest_files,
    .nfiles = 7,
};

const struct rt_program rulec_program = {
    .abi = RT_PROGRAM_ABI,
    .rules_hash = "bc4f0d0871f3da43ba507b6a6ed550488b2f156883fc725d87bc98e76a38cb0f",
    .values = values,
    .nvalues = 60,
    .ntests = 330,
    .ntables = 28,
    .rules = rules,
    .nrules = 56,
    .handlers = handlers,
    .filter = &filter,
    .thread_words = 3,
    .own_words = 2,
    .fd_words = 1,
    .classes = classes,
    .nclasses = 15,
    .manifest = &manifest,
};

int main(int argc, char **argv)
{
    return rt_agent_main(argc, argv, &rulec_program);
}
