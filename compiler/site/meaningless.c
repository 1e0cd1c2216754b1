/* Keys of falco.yaml that an agent has no use for. See site.h. */
#include "site/site.h"

#include <string.h>

static const struct {
    const char *path; /* and all below it */
    const char *why;
} keys[] = {
    {"watch_config_files", "an agent is built anew when rules or site change"},
    {"engine", "an agent has one engine of its own, or reads the capture given with --capture"},
    {"capture", "an agent records with --record"},
    {"load_plugins", "agents load no plugins; facts of containers are built in"},
    {"plugins", "agents load no plugins; facts of containers are built in"},
    {"plugins_hostinfo", "agents load no plugins"},
    {"buffered_outputs", "alerts go out at once, and together when many wait"},
    {"metrics.libbpf_stats_enabled", "bpftool prog show tells them, where the kernel counts them"},
    {"metrics.kernel_iter_event_counters_enabled", "the start state is read from /proc"},
    {"metrics.plugins_metrics_enabled", "agents load no plugins; containers are among the metrics"},
    {"metrics.jemalloc_stats_enabled", "agents have the allocator of the C library"},
    {"libs_logger",
     "there are no libraries whose messages differ from the agent's own (log_level)"},
    {"syscall_event_timeouts", "an agent waits for events without a limit"},
    {"base_syscalls", "what is captured follows from the rules"},
    {"falco_libs.snaplen", "an agent takes of a call's data what its rules look at"},
    {"falco_libs.thread_table_auto_purging_interval_s",
     "ended threads are looked for once a second"},
    {"falco_libs.thread_table_auto_purging_thread_timeout_s",
     "a thread is forgotten when it has ended, however long it was silent"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

const char *rc_site_meaningless(const char *path)
{
    for (size_t i = 0; i < COUNT(keys); i++) {
        if (strcmp(keys[i].path, path) == 0)
            return keys[i].why;
    }
    return NULL;
}

void rc_site_meaningless_each(void (*visit)(void *context, const char *path), void *context)
{
    for (size_t i = 0; i < COUNT(keys); i++)
        visit(context, keys[i].path);
}
