/* The unit that systemd runs an agent by. See package.h. */
#include "base/strbuf.h"
#include "package/package.h"

#include "catalog/setting.h"

#include <string.h>

/* What the agent cannot take from itself, systemd does: the file system is read-only but for what
 * outputs write, devices and modules are away. Namespaces of the network and of processes stay the
 * machine's: they are what the agent watches. */
static const char fixed[] =
    "CapabilityBoundingSet=CAP_BPF CAP_PERFMON CAP_SYS_PTRACE CAP_DAC_READ_SEARCH\n"
    "NoNewPrivileges=yes\n"
    "ProtectSystem=strict\n"
    "ProtectHome=read-only\n"
    "PrivateTmp=yes\n"
    "PrivateDevices=yes\n"
    "ProtectKernelTunables=yes\n"
    "ProtectKernelModules=yes\n"
    "ProtectKernelLogs=yes\n"
    "ProtectControlGroups=yes\n"
    "ProtectClock=yes\n"
    "ProtectHostname=yes\n"
    "RestrictNamespaces=yes\n"
    "RestrictRealtime=yes\n"
    "RestrictSUIDSGID=yes\n"
    "LockPersonality=yes\n"
    "MemoryDenyWriteExecute=yes\n"
    "RemoveIPC=yes\n"
    "KeyringMode=private\n"
    "UMask=0077\n"
    "LimitMEMLOCK=infinity\n"
    "SystemCallArchitectures=native\n"
    "SystemCallFilter=@system-service\n"
    "SystemCallFilter=~@resources @privileged\n"
    "SystemCallFilter=bpf capset landlock_add_rule landlock_create_ruleset landlock_restrict_self "
    "prlimit64 sched_setscheduler seccomp setrlimit\n";

static bool is_on(const struct rc_site *site, enum cat_setting_id id)
{
    const char *value = site->values[id] ? site->values[id] : cat_settings[id].otherwise;

    return cat_setting_bool(value);
}

static void put_directory_of(struct rc_strbuf *out, const char *file)
{
    const char *slash = file ? strrchr(file, '/') : NULL;

    if (slash && slash > file && strncmp(file, "/dev/", 5) != 0)
        rc_strbuf_printf(out, "ReadWritePaths=-%.*s\n", (int)(slash - file), file);
}

void rc_package_unit(const struct rc_package *package, struct rc_strbuf *out)
{
    const struct rc_site *site = package->site;
    const bool has_network = package->names_hosts || is_on(site, CAT_SETTING_HTTP_ENABLED) ||
                             is_on(site, CAT_SETTING_WEB_ENABLED) ||
                             is_on(site, CAT_SETTING_KAFKA_ENABLED) ||
                             is_on(site, CAT_SETTING_SYSLOG_ENABLED);
    const char *spool = site->values[CAT_SETTING_SPOOL_DIRECTORY];

    rc_strbuf_printf(out,
                     "[Unit]\n"
                     "Description=Detection of what rules describe (%s)\n"
                     "Documentation=man:rulec(1)\n"
                     "After=local-fs.target%s\n"
                     "\n"
                     "[Service]\n"
                     "Type=exec\n"
                     "ExecStart=/usr/bin/%s\n"
                     "ExecReload=/bin/kill -HUP $MAINPID\n"
                     "Restart=always\n"
                     "RestartSec=1\n"
                     "StateDirectory=%s\n"
                     "LogsDirectory=%s\n",
                     package->name, has_network ? " network-online.target" : "", package->name,
                     package->name, package->name);
    rc_strbuf_adds(out, fixed);
    if (has_network)
        rc_strbuf_adds(out, "RestrictAddressFamilies=AF_UNIX AF_NETLINK AF_INET AF_INET6\n");
    else
        rc_strbuf_adds(out, "RestrictAddressFamilies=AF_UNIX AF_NETLINK\nIPAddressDeny=any\n");
    if (is_on(site, CAT_SETTING_FILE_ENABLED))
        put_directory_of(out, site->values[CAT_SETTING_FILE_NAME]);
    if (spool && *spool)
        rc_strbuf_printf(out, "ReadWritePaths=-%s\n", spool);
    rc_strbuf_adds(out, "\n[Install]\nWantedBy=multi-user.target\n");
}
