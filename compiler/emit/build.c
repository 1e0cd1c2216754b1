/* Building an agent. See build.h. */
#include "emit/build.h"

#include "base/sha256.h"
#include "emit/emit_c.h"
#include "emit/emit_regex.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_ERRORS 20
#define MAX_ARGS   64
#define MANY_RULES 500

/* An agent parses what attackers can influence: what the compiler offers against its own mistakes
 * is on. */
static const char *const compiler_flags[] = {
    "-std=gnu17", "-D_GNU_SOURCE", "-D_FORTIFY_SOURCE=2",      "-Wall",
    "-Wextra",    "-fPIE",         "-fstack-protector-strong", "-fstack-clash-protection",
};
static const char *const linker_flags[] = {
    "-Wl,-z,relro",
    "-Wl,-z,now",
    "-Wl,-z,noexecstack",
    "-Wl,--as-needed",
};
/* What the runtime needs. All of it has archives, so that an agent can be static. */
static const char *const libraries[] = {"-lbpf", "-lelf", "-lz", "-ljansson"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

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

bool rc_build_rules(struct rc_build *build, const char *const *paths, uint32_t npaths)
{
    struct rc_sha256 sha;

    build->sources.arena = &build->arena;
    build->diags.arena = &build->arena;
    build->set.arena = &build->arena;
    build->set.sources = &build->sources;
    build->set.diags = &build->diags;
    rc_ruleset_load(&build->set, paths, npaths);
    rc_ruleset_check(&build->set);
    print_diags(build);
    if (build->diags.nerrors > 0)
        return false;
    rc_sha256_init(&sha);
    for (uint32_t i = 0; i < build->sources.nfiles; i++)
        rc_sha256_add(&sha, build->sources.files[i].text, build->sources.files[i].len);
    rc_sha256_hex(&sha, build->rules_hash);
    rc_plan_make_at(&build->plan, &build->graph, &build->set,
                    build->lower ? build->level : RC_PLAN_SHARED);
    return true;
}

bool rc_build_generate(struct rc_build *build)
{
    struct rc_emit agent = {0}, regexes = {0}, header = {0};
    /* What came before is printed already. */
    struct rc_diags diags = {.arena = &build->arena};

    rc_emit_c(&build->plan, build->rules_hash, &agent);
    rc_emit_regexes(&build->plan, &diags, &regexes, &header);
    build->agent = agent.out;
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

/* A file of an earlier build that this one does not have. */
static void remove_file(const char *dir, const char *name)
{
    char path[PATH_MAX];

    if (snprintf(path, sizeof path, "%s/%s", dir, name) < (int)sizeof path)
        unlink(path);
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
    if (write_file(dir, "agent.c", &build->agent) != 0)
        return -1;
    if (build->plan.nregexes == 0) {
        remove_file(dir, "regexes.h");
        remove_file(dir, "regexes.re");
        remove_file(dir, "regexes.c");
        return 0;
    }
    if (write_file(dir, "regexes.h", &build->regexes_header) != 0 ||
        write_file(dir, "regexes.re", &build->regexes) != 0)
        return -1;
    return expressions ? run_re2c(dir) : 0;
}

/* --- from texts to an agent --- */

/* ../lib/rulec beside the directory of the running rulec; "" with a message if it is not there. */
static const char *runtime_dir(struct rc_arena *arena)
{
    char self[PATH_MAX];
    const ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);
    const char *dir;
    char *slash;

    if (len < 0) {
        fprintf(stderr, "rulec: cannot read /proc/self/exe: %s\n", strerror(errno));
        return "";
    }
    self[len] = '\0';
    for (int up = 0; up < 2; up++) {
        slash = strrchr(self, '/');
        if (slash)
            *slash = '\0';
    }
    dir = rc_arena_printf(arena, "%s/lib/rulec", self);
    if (access(rc_arena_printf(arena, "%s/librulec.a", dir), R_OK) != 0) {
        fprintf(stderr, "rulec: the runtime library %s/librulec.a is not there: %s\n", dir,
                strerror(errno));
        return "";
    }
    return dir;
}

struct command {
    const char *argv[MAX_ARGS + 1];
    uint32_t n;
};

static void add(struct command *command, const char *arg)
{
    if (command->n < MAX_ARGS)
        command->argv[command->n++] = arg;
}

/* A variable of the environment as words: CC="ccache gcc", CFLAGS="-g -O3". */
static void add_words(struct rc_arena *arena, struct command *command, const char *variable,
                      const char *otherwise)
{
    const char *set = getenv(variable);
    char *words = rc_arena_strdup(arena, set && *set ? set : otherwise), *rest = NULL;

    for (char *word = strtok_r(words, " \t", &rest); word; word = strtok_r(NULL, " \t", &rest))
        add(command, word);
}

/* An agent is static, so that it needs nothing of the machine that it runs on, unless a library has
 * no archive. The sanitizers of gcc do not work in static programs. Later flags count: LDFLAGS=-pie
 * makes any agent a dynamic one. */
static bool is_static(const struct rc_build *build, const struct command *command)
{
    for (uint32_t i = 0; i < command->n; i++) {
        if (strncmp(command->argv[i], "-fsanitize=", strlen("-fsanitize=")) == 0)
            return false;
    }
    return build->nshared_libraries == 0;
}

/* Of an agent with very many rules each is a few calls, which -O1 compiles as well and twice as
 * fast as -O2; what takes time at run time is in the library. */
static void add_compiler(const struct rc_build *build, struct command *command)
{
    struct rc_arena *arena = build->plan.arena;

    add_words(arena, command, "CC", "cc");
    add(command, build->plan.nrules > MANY_RULES ? "-O1" : "-O2");
    for (size_t i = 0; i < COUNT(compiler_flags); i++)
        add(command, compiler_flags[i]);
    add_words(arena, command, "CFLAGS", "");
    add(command, is_static(build, command) ? "-static-pie" : "-pie");
    for (size_t i = 0; i < COUNT(linker_flags); i++)
        add(command, linker_flags[i]);
    add_words(arena, command, "LDFLAGS", "");
}

int rc_build_link(const struct rc_build *build, const char *dir, const char *output)
{
    struct rc_arena *arena = build->plan.arena;
    const char *runtime = runtime_dir(arena);
    const char *beside = rc_arena_printf(arena, "%s.%d.tmp", output, (int)getpid());
    struct command command = {0};
    int status;

    if (!*runtime)
        return -1;
    add_compiler(build, &command);
    add(&command, rc_arena_printf(arena, "-I%s/include", runtime));
    add(&command, rc_arena_printf(arena, "-ffile-prefix-map=%s/=", dir));
    add(&command, "-o");
    add(&command, beside);
    add(&command, rc_arena_printf(arena, "%s/agent.c", dir));
    if (build->plan.nregexes > 0)
        add(&command, rc_arena_printf(arena, "%s/regexes.c", dir));
    add(&command, rc_arena_printf(arena, "%s/librulec.a", runtime));
    for (uint32_t i = 0; i < build->nshared_libraries; i++)
        add(&command, build->shared_libraries[i]);
    for (size_t i = 0; i < COUNT(libraries); i++)
        add(&command, libraries[i]);
    if (command.n == MAX_ARGS) {
        fprintf(stderr, "rulec: CC, CFLAGS and LDFLAGS have too many words\n");
        return -1;
    }
    status = rc_run_program(command.argv);
    if (status == 0 && rename(beside, output) == 0)
        return 0;
    if (status == 0)
        fprintf(stderr, "rulec: cannot write %s: %s\n", output, strerror(errno));
    else if (status > 0)
        fprintf(stderr, "rulec: %s could not build the agent (status %d)\n", command.argv[0],
                status);
    unlink(beside);
    return -1;
}

/* --- the hash of a build --- */

static int hash_file(struct rc_sha256 *sha, const char *path)
{
    FILE *file = fopen(path, "re");
    char bytes[65536];
    size_t n;
    int error;

    if (!file) {
        fprintf(stderr, "rulec: cannot read %s: %s\n", path, strerror(errno));
        return -1;
    }
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0)
        rc_sha256_add(sha, bytes, n);
    error = ferror(file);
    fclose(file);
    return error ? -1 : 0;
}

static void hash_text(struct rc_sha256 *sha, const struct rc_strbuf *text)
{
    const uint64_t len = text->len;

    rc_sha256_add(sha, &len, sizeof len);
    if (len > 0)
        rc_sha256_add(sha, text->data, text->len);
}

int rc_build_hash(const struct rc_build *build, char out[65])
{
    const char *runtime = runtime_dir(build->plan.arena);
    struct command command = {0};
    struct rc_sha256 sha;

    if (!*runtime)
        return -1;
    rc_sha256_init(&sha);
    hash_text(&sha, &build->agent);
    hash_text(&sha, &build->regexes);
    add_compiler(build, &command);
    for (uint32_t i = 0; i < build->nshared_libraries; i++)
        add(&command, build->shared_libraries[i]);
    for (uint32_t i = 0; i < command.n; i++)
        rc_sha256_add(&sha, command.argv[i], strlen(command.argv[i]) + 1);
    if (hash_file(&sha, rc_arena_printf(build->plan.arena, "%s/librulec.a", runtime)) != 0)
        return -1;
    rc_sha256_hex(&sha, out);
    return 0;
}

void rc_build_free(struct rc_build *build)
{
    rc_strbuf_free(&build->agent);
    rc_strbuf_free(&build->regexes);
    rc_strbuf_free(&build->regexes_header);
    rc_arena_free(&build->arena);
}
