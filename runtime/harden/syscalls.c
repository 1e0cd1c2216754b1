/* The allowlist of system calls. See syscalls.h. */
#include "syscalls.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <sched.h>
#include <seccomp.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

enum test {
    TEST_ANY,
    TEST_WHEN, /* (argument & mask) is value */
    TEST_SELF  /* argument is the agent */
};

struct line {
    const char *call;
    enum rt_seccomp_part part;
    enum test test;
    unsigned argument; /* from 0 */
    uint64_t mask, value;
    const char *text; /* mask and value as the table has them */
    const char *why;
};

static const struct line lines[] = {
#define ANY(part_, call_, why_)                                                                    \
    {.call = #call_, .part = RT_SECCOMP_##part_, .text = "any arguments", .why = (why_)},
#define WHEN(part_, call_, argument_, mask_, value_, why_)                                         \
    {.call = #call_,                                                                               \
     .part = RT_SECCOMP_##part_,                                                                   \
     .test = TEST_WHEN,                                                                            \
     .argument = (argument_),                                                                      \
     .mask = (uint64_t)(mask_),                                                                    \
     .value = (uint64_t)(value_),                                                                  \
     .text = #mask_ "\0" #value_,                                                                  \
     .why = (why_)},
#define SELF(part_, call_, argument_, why_)                                                        \
    {.call = #call_,                                                                               \
     .part = RT_SECCOMP_##part_,                                                                   \
     .test = TEST_SELF,                                                                            \
     .argument = (argument_),                                                                      \
     .text = "the agent",                                                                          \
     .why = (why_)},
#include "syscalls.def"
#undef ANY
#undef WHEN
#undef SELF
};

#define LINES (sizeof lines / sizeof lines[0])

/* Which settings turn a part on. */
static const struct {
    enum cat_setting_id enabled;
    enum rt_seccomp_part part;
} switches[] = {
    {CAT_SETTING_FILE_ENABLED, RT_SECCOMP_FILES},
    {CAT_SETTING_SYSLOG_ENABLED, RT_SECCOMP_NETWORK},
    {CAT_SETTING_LOG_SYSLOG, RT_SECCOMP_NETWORK},
    {CAT_SETTING_PROGRAM_ENABLED, RT_SECCOMP_PROGRAM},
    {CAT_SETTING_HTTP_ENABLED, RT_SECCOMP_NETWORK},
    {CAT_SETTING_HTTP_ENABLED, RT_SECCOMP_LIBRARIES},
    {CAT_SETTING_KAFKA_ENABLED, RT_SECCOMP_NETWORK},
    {CAT_SETTING_KAFKA_ENABLED, RT_SECCOMP_LIBRARIES},
    {CAT_SETTING_WEB_ENABLED, RT_SECCOMP_WEB},
};

uint32_t rt_seccomp_parts(const struct rt_settings *settings, bool records)
{
    uint32_t parts = 1u << RT_SECCOMP_BASE;

    for (size_t i = 0; i < sizeof switches / sizeof switches[0]; i++) {
        if (rt_settings_bool(settings, switches[i].enabled))
            parts |= 1u << switches[i].part;
    }
    if (records || *rt_settings_text(settings, CAT_SETTING_SPOOL_DIRECTORY) ||
        (rt_settings_bool(settings, CAT_SETTING_METRICS_ENABLED) &&
         *rt_settings_text(settings, CAT_SETTING_METRICS_FILE)))
        parts |= 1u << RT_SECCOMP_FILES;
    if (rt_settings_bool(settings, CAT_SETTING_WEB_ENABLED) &&
        *rt_settings_text(settings, CAT_SETTING_WEB_DATABASE))
        parts |= 1u << RT_SECCOMP_FILES | 1u << RT_SECCOMP_DATABASE;
    if (*rt_settings_text(settings, CAT_SETTING_CONTROL_SOCKET))
        parts |= 1u << RT_SECCOMP_CONTROL;
    return parts;
}

static bool counts(uint32_t parts, const struct line *line)
{
    return parts >> line->part & 1;
}

uint32_t rt_seccomp_count(uint32_t parts)
{
    uint32_t n = 0;

    for (size_t i = 0; i < LINES; i++) {
        bool again = false;

        for (size_t k = 0; k < i; k++)
            again |= counts(parts, &lines[k]) && strcmp(lines[k].call, lines[i].call) == 0;
        n += counts(parts, &lines[i]) && !again;
    }
    return n;
}

/* --- the table --- */

/* "argument 2 & O_CREAT = 0", "argument 0 = F_GETFL" */
static void print_test(char *out, size_t size, const struct line *line)
{
    const char *mask = line->text, *value = line->text + strlen(line->text) + 1;

    if (line->test == TEST_ANY)
        snprintf(out, size, "%s", line->text);
    else if (line->test == TEST_SELF)
        snprintf(out, size, "argument %u = %s", line->argument, line->text);
    else if (strcmp(mask, "~0u") == 0)
        snprintf(out, size, "argument %u = %s", line->argument, value);
    else
        snprintf(out, size, "argument %u & (%s) = %s", line->argument, mask, value);
}

void rt_seccomp_print(FILE *out, uint32_t parts)
{
    static const char *const names[] = {
#define X(id, name) [RT_SECCOMP_##id] = (name),
        RT_SECCOMP_PARTS(X)
#undef X
    };
    char test[128];

    fprintf(out, "%-20s %-52s %-12s %s\n", "CALL", "ARGUMENTS", "PART", "FOR");
    for (size_t i = 0; i < LINES; i++) {
        if (!counts(parts, &lines[i]))
            continue;
        print_test(test, sizeof test, &lines[i]);
        fprintf(out, "%-20s %-52s %-12s %s\n", lines[i].call, test, names[lines[i].part],
                lines[i].why);
    }
}

/* --- the filter --- */

/* Whether an earlier line that counts lets the call pass with any arguments: libseccomp refuses a
 * narrower rule beside it. */
static bool is_free(uint32_t parts, const char *call)
{
    for (size_t i = 0; i < LINES; i++) {
        if (counts(parts, &lines[i]) && lines[i].test == TEST_ANY &&
            strcmp(lines[i].call, call) == 0)
            return true;
    }
    return false;
}

static int add(scmp_filter_ctx filter, const struct line *line)
{
    const int call = seccomp_syscall_resolve_name(line->call);
    struct scmp_arg_cmp compare = {.arg = line->argument,
                                   .op = SCMP_CMP_MASKED_EQ,
                                   .datum_a = line->mask,
                                   .datum_b = line->value};
    int result;

    if (call == __NR_SCMP_ERROR)
        return -ENOSYS;
    if (line->test == TEST_ANY)
        result = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 0, NULL);
    else {
        if (line->test == TEST_SELF)
            compare = (struct scmp_arg_cmp){.arg = line->argument,
                                            .op = SCMP_CMP_MASKED_EQ,
                                            .datum_a = UINT32_MAX,
                                            .datum_b = (uint32_t)getpid()};
        result = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &compare);
    }
    return result == -EEXIST ? 0 : result;
}

/* One call instead of several filters; the binary tree because most calls are not at the front. */
static int fill(scmp_filter_ctx filter, uint32_t parts, const char **call)
{
    int result = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);

    *call = "threads";
    if (result == 0)
        result = seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2);
    /* Its arguments are in memory, where no filter sees them: the C library then makes clone. */
    if (result == 0)
        result = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0, NULL);
    for (size_t i = 0; i < LINES && result == 0; i++) {
        *call = lines[i].call;
        if (!counts(parts, &lines[i]) ||
            (lines[i].test != TEST_ANY && is_free(parts, lines[i].call)))
            continue;
        result = add(filter, &lines[i]);
    }
    return result;
}

int rt_seccomp_install(uint32_t parts, char *error, size_t size)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    const char *call = "";
    int result;

    if (!filter) {
        snprintf(error, size, "no memory for the filter of system calls");
        return -ENOMEM;
    }
    result = fill(filter, parts, &call);
    if (result != 0)
        snprintf(error, size, "seccomp: no rule for %s: %s", call, strerror(-result));
    if (result == 0) {
        result = seccomp_load(filter);
        if (result != 0)
            snprintf(error, size, "the kernel refuses seccomp: %s", strerror(-result));
    }
    seccomp_release(filter);
    return result;
}
