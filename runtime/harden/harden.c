/* Giving up what an agent does not need. See harden.h. */
#include "harden.h"

#include "landlock.h"
#include "syscalls.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define MOST_PATHS 32

/* The sanitizers make system calls of their own, and end processes that may not. */
#if defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZERS true
#else
#define HAS_SANITIZERS false
#endif

static bool on(const struct rt_harden *harden, enum cat_setting_id id)
{
    return rt_settings_bool(harden->settings, id);
}

/* --- capabilities --- */

/* Says what is missing, and what follows. False: the agent cannot go on. */
static bool has_enough(const struct rt_harden *harden, uint64_t permitted)
{
    const uint64_t missing = rt_capabilities_needed & ~permitted;
    uint64_t fatal;
    char names[256];

    for (unsigned i = 0; i < 64; i++) {
        if (!(missing >> i & 1))
            continue;
        rt_capabilities_name(UINT64_C(1) << i, names, sizeof names);
        fprintf(stderr, "%s: %s is missing: %s\n", harden->self, names, rt_capability_use(i));
    }
    return rt_capabilities_suffice(permitted, &fatal);
}

static int drop_capabilities(struct rt_harden *harden)
{
    int result = rt_capabilities_get(&harden->before);

    harden->after = harden->before;
    if (result == 0 && !has_enough(harden, harden->before.permitted))
        return -EPERM;
    if (result == 0 && on(harden, CAT_SETTING_HARDEN_CAPABILITIES)) {
        /* Kernels before 5.11 count maps as locked memory; later nobody may raise the limit. */
        setrlimit(RLIMIT_MEMLOCK, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
        result = rt_capabilities_keep(rt_capabilities_needed);
        if (result == 0)
            result = rt_capabilities_get(&harden->after);
    }
    if (result != 0)
        fprintf(stderr, "%s: cannot give up capabilities: %s\n", harden->self, strerror(-result));
    return result;
}

/* --- paths --- */

struct paths {
    struct rt_landlock_path items[MOST_PATHS];
    char texts[MOST_PATHS][PATH_MAX];
    size_t n;
};

static void add_path(struct paths *paths, const char *path, bool writes)
{
    if (!*path || paths->n == MOST_PATHS)
        return;
    snprintf(paths->texts[paths->n], PATH_MAX, "%s", path);
    paths->items[paths->n] = (struct rt_landlock_path){paths->texts[paths->n], writes};
    paths->n++;
}

static void add_directory_of(struct paths *paths, const char *file)
{
    char dir[PATH_MAX];
    char *slash;

    snprintf(dir, sizeof dir, "%s", file);
    slash = strrchr(dir, '/');
    if (slash)
        slash[slash == dir] = '\0';
    add_path(paths, slash ? dir : ".", true);
}

/* A file that is written, renamed and made anew, and what it is if its name leads elsewhere. */
static void add_file(struct paths *paths, const char *file)
{
    char real[PATH_MAX];

    add_directory_of(paths, file);
    if (realpath(file, real))
        add_directory_of(paths, real);
}

static int make_output_rules(const struct rt_harden *harden)
{
    static const char *const read[] = {"/etc", "/usr", "/lib", "/lib64", "/run"};
    static const enum cat_setting_id certificates[] = {
        CAT_SETTING_HTTP_CA_CERT,     CAT_SETTING_HTTP_CA_BUNDLE,  CAT_SETTING_HTTP_CA_PATH,
        CAT_SETTING_HTTP_CLIENT_CERT, CAT_SETTING_HTTP_CLIENT_KEY,
    };
    struct paths *paths = calloc(1, sizeof *paths);
    const char *spool = rt_settings_text(harden->settings, CAT_SETTING_SPOOL_DIRECTORY);
    int result;

    if (!paths)
        return -ENOMEM;
    for (size_t i = 0; i < sizeof read / sizeof read[0]; i++)
        add_path(paths, read[i], false);
    if (on(harden, CAT_SETTING_HTTP_ENABLED)) {
        for (size_t i = 0; i < sizeof certificates / sizeof certificates[0]; i++)
            add_path(paths, rt_settings_text(harden->settings, certificates[i]), false);
    }
    if (on(harden, CAT_SETTING_FILE_ENABLED))
        add_file(paths, rt_settings_text(harden->settings, CAT_SETTING_FILE_NAME));
    add_path(paths, spool, true);
    if (on(harden, CAT_SETTING_METRICS_ENABLED) &&
        *rt_settings_text(harden->settings, CAT_SETTING_METRICS_FILE))
        add_file(paths, rt_settings_text(harden->settings, CAT_SETTING_METRICS_FILE));
    if (on(harden, CAT_SETTING_WEB_ENABLED) &&
        *rt_settings_text(harden->settings, CAT_SETTING_WEB_DATABASE))
        add_file(paths, rt_settings_text(harden->settings, CAT_SETTING_WEB_DATABASE));
    result = rt_landlock_make(RT_THREAD_OUTPUT, paths->items, paths->n);
    free(paths);
    return result;
}

static int make_rules(struct rt_harden *harden)
{
    const char *root = harden->container_root;
    const struct rt_landlock_path host = {.path = root && *root ? root : "/"};
    const int version = rt_landlock_version();
    int result;

    if (!on(harden, CAT_SETTING_HARDEN_LANDLOCK))
        return 0;
    if (version < 0) {
        fprintf(stderr, "%s: this kernel has no Landlock (%s): outputs may open any path\n",
                harden->self, strerror(-version));
        return 0;
    }
    result = make_output_rules(harden);
    if (result == 0)
        result = rt_landlock_make(RT_THREAD_CONTAINERS, &host, 1);
    if (result == 0)
        harden->landlock = version;
    else
        fprintf(stderr, "%s: cannot make rules for Landlock: %s\n", harden->self,
                strerror(-result));
    return result;
}

/* --- the order of things --- */

int rt_harden_begin(struct rt_harden *harden)
{
    const int result = drop_capabilities(harden);

    if (result != 0)
        return result;
    /* Without it, neither Landlock nor seccomp can be had. */
    if (on(harden, CAT_SETTING_HARDEN_NO_NEW_PRIVS) || on(harden, CAT_SETTING_HARDEN_LANDLOCK) ||
        on(harden, CAT_SETTING_HARDEN_SECCOMP)) {
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
            fprintf(stderr, "%s: cannot give up new privileges: %s\n", harden->self,
                    strerror(errno));
            return -errno;
        }
        harden->no_new_privs = true;
    }
    return make_rules(harden);
}

static void tell(const struct rt_harden *harden)
{
    char names[1024];

    rt_capabilities_name(harden->after.permitted, names, sizeof names);
    fprintf(stderr, "%s: goes on with %s", harden->self, names);
    if (harden->no_new_privs)
        fprintf(stderr, "; no new privileges");
    if (harden->landlock > 0)
        fprintf(stderr, "; Landlock %d", harden->landlock);
    if (harden->parts != 0)
        fprintf(stderr, "; %u system calls", rt_seccomp_count(harden->parts));
    fputc('\n', stderr);
}

int rt_harden_finish(struct rt_harden *harden)
{
    const uint32_t parts = rt_seccomp_parts(harden->settings, harden->records);
    char error[256];
    int result = 0;

    rt_landlock_close();
    if (on(harden, CAT_SETTING_HARDEN_SECCOMP) && !HAS_SANITIZERS) {
        result = rt_seccomp_install(parts, error, sizeof error);
        if (result == 0)
            harden->parts = parts;
        else
            fprintf(stderr, "%s: %s\n", harden->self, error);
    }
    if (result == 0)
        tell(harden);
    return result;
}
