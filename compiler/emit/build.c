/* Building an agent. See build.h. */
#include "emit/build.h"

#include "base/sha256.h"
#include "emit/emit_regex.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_ERRORS 20
/* --- files and programs --- */

int rc_make_dirs(const char *dir)
{
    char path[PATH_MAX];
    const size_t len = strlen(dir);

    if (len == 0 || len >= sizeof path)
        return len == 0 ? -ENOENT : -ENAMETOOLONG;
    memcpy(path, dir, len + 1);
    for (size_t i = 1; i <= len; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        path[i] = '\0';
        if (mkdir(path, 0777) != 0 && errno != EEXIST)
            return -errno;
        path[i] = dir[i];
    }
    return 0;
}

void rc_remove_dir(const char *dir)
{
    DIR *open_dir = opendir(dir);
    const struct dirent *entry;

    if (!open_dir)
        return;
    while ((entry = readdir(open_dir)))
        unlinkat(dirfd(open_dir), entry->d_name, 0);
    closedir(open_dir);
    rmdir(dir);
}

int rc_run_program(const char *const *argv)
{
    pid_t pid;
    int status, error;

    error = posix_spawnp(&pid, argv[0], NULL, NULL, (char *const *)argv, environ);
    if (error != 0) {
        fprintf(stderr, "rulec: cannot run %s: %s\n", argv[0], strerror(error));
        return -1;
    }
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* --- from rules to texts --- */

static void print_diags(const struct rc_build *build)
{
    struct rc_strbuf out = {0};

    rc_diags_print(&build->diags, &build->sources, MAX_ERRORS, &out);
    if (out.len > 0)
        fwrite(out.data, 1, out.len, stderr);
    rc_strbuf_free(&out);
}

static void set_arena(struct rc_build *build)
{
    build->sources.arena = &build->arena;
    build->diags.arena = &build->arena;
}

bool rc_build_site(struct rc_build *build, const char *const *paths, uint32_t npaths)
{
    set_arena(build);
    rc_site_load(&build->site, &build->sources, &build->diags, paths, npaths);
    if (build->diags.nerrors > 0)
        print_diags(build);
    return build->diags.nerrors == 0;
}

bool rc_build_rules(struct rc_build *build, const char *const *paths, uint32_t npaths)
{
    struct rc_sha256 sha;

    set_arena(build);
    build->set.arena = &build->arena;
    build->set.sources = &build->sources;
    build->set.diags = &build->diags;
    rc_ruleset_load(&build->set, paths, npaths);
    rc_site_select(&build->site, &build->set);
    rc_site_limit_rules(&build->site, &build->set);
    rc_ruleset_check(&build->set);
    print_diags(build);
    if (build->diags.nerrors > 0)
        return false;
    rc_sha256_init(&sha);
    for (uint32_t i = build->site.nfiles; i < build->sources.nfiles; i++)
        rc_sha256_add(&sha, build->sources.files[i].text, build->sources.files[i].len);
    rc_sha256_hex(&sha, build->rules_hash);
    rc_plan_make_at(&build->plan, &build->graph, &build->set,
                    build->lower ? build->level : RC_PLAN_HIGHEST);
    rc_manifest_make(&build->manifest, &build->sources, build->site.nfiles);
    build->plan.manifest = &build->manifest;
    build->plan.site = build->site.nfiles > 0 ? &build->site : NULL;
    return true;
}

/* What an agent is for is the site's say too. */
static enum rc_emit_purpose purpose(const struct rc_build *build)
{
    const bool tells =
        build->plan.site && rc_site_asks_for(build->plan.site, CAT_SETTING_METRICS_EVALUATIONS);

    return build->purpose == RC_EMIT_AGENT && tells ? RC_EMIT_TELLING : build->purpose;
}

bool rc_build_generate(struct rc_build *build)
{
    struct rc_emit regexes = {0}, header = {0};
    /* What came before is printed already. */
    struct rc_diags diags = {.arena = &build->arena};

    rc_emit_c_files(&build->plan, build->rules_hash,
                    build->plan.nrules > RC_BUILD_ONE_FILE ? RC_BUILD_RULES_A_FILE : 0,
                    purpose(build), &build->files);
    rc_emit_regexes(&build->plan, &diags, &regexes, &header);
    build->regexes = regexes.out;
    build->regexes_header = header.out;
    if (diags.nerrors == 0)
        return true;
    build->diags = diags;
    print_diags(build);
    return false;
}

static int write_file(const char *dir, const char *name, const struct rc_strbuf *text)
{
    char path[PATH_MAX];
    int error;

    if (snprintf(path, sizeof path, "%s/%s", dir, name) >= (int)sizeof path)
        error = -ENAMETOOLONG;
    else
        error = rc_write_if_changed(path, text->data ? text->data : "", text->len);
    if (error != 0)
        fprintf(stderr, "rulec: cannot write %s/%s: %s\n", dir, name, strerror(-error));
    return error == 0 ? 0 : -1;
}

/* Whether this build makes a file of that name. */
static bool has_file(const struct rc_build *build, const char *name, bool expressions)
{
    for (uint32_t i = 0; i < build->files.nfiles; i++) {
        if (strcmp(name, build->files.files[i].name) == 0)
            return true;
    }
    return build->plan.nregexes > 0 &&
           (strcmp(name, "regexes.h") == 0 || strcmp(name, "regexes.re") == 0 ||
            (expressions && strcmp(name, "regexes.c") == 0));
}

/* Whether rulec made the file: it says so in its first line, or, of what re2c made, the second. */
static bool is_generated(int dir, const char *name)
{
    char head[160] = "";
    const int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    const ssize_t len = fd < 0 ? -1 : read(fd, head, sizeof head - 1);

    if (fd >= 0)
        close(fd);
    return len > 0 && strstr(head, "/* Made by rulec ") != NULL;
}

/* Generated files of an earlier build that this one does not have. */
static void remove_others(const struct rc_build *build, const char *path, bool expressions)
{
    DIR *dir = opendir(path);
    const struct dirent *entry;

    if (!dir)
        return;
    while ((entry = readdir(dir))) {
        const char *dot = strrchr(entry->d_name, '.');

        if (dot && (strcmp(dot, ".c") == 0 || strcmp(dot, ".h") == 0 || strcmp(dot, ".re") == 0) &&
            !has_file(build, entry->d_name, expressions) && is_generated(dirfd(dir), entry->d_name))
            unlinkat(dirfd(dir), entry->d_name, 0);
    }
    closedir(dir);
}

/* regexes.c from regexes.re, in dir itself so that no path gets into the result. */
static int run_re2c(const char *dir)
{
    static const char script[] =
        "cd \"$0\" && re2c -8 -i --no-generation-date --no-version -o regexes.c regexes.re";
    const char *const argv[] = {"sh", "-c", script, dir, NULL};

    if (rc_run_program(argv) == 0)
        return 0;
    fprintf(stderr, "rulec: re2c could not compile the regular expressions of the rules\n");
    return -1;
}

int rc_build_write(const struct rc_build *build, const char *dir, bool expressions)
{
    const int error = rc_make_dirs(dir);

    if (error != 0) {
        fprintf(stderr, "rulec: cannot make %s: %s\n", dir, strerror(-error));
        return -1;
    }
    remove_others(build, dir, expressions);
    for (uint32_t i = 0; i < build->files.nfiles; i++) {
        const struct rc_emit_file *file = &build->files.files[i];

        if (write_file(dir, file->name, &file->text.out) != 0)
            return -1;
    }
    if (build->plan.nregexes == 0)
        return 0;
    if (write_file(dir, "regexes.h", &build->regexes_header) != 0 ||
        write_file(dir, "regexes.re", &build->regexes) != 0)
        return -1;
    return expressions ? run_re2c(dir) : 0;
}

void rc_build_free(struct rc_build *build)
{
    for (uint32_t i = 0; i < build->files.nfiles; i++)
        rc_strbuf_free(&build->files.files[i].text.out);
    rc_strbuf_free(&build->regexes);
    rc_strbuf_free(&build->regexes_header);
    rc_arena_free(&build->arena);
}
