/* From generated sources to an agent: the C compiler and the linker. See build.h. */
#include "base/sha256.h"
#include "emit/build.h"
#include "emit/emit_c.h"
#include "emit/sbom.h"

#include <errno.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* An agent parses what attackers can influence: what the compiler offers against its own mistakes
 * is on. The warning about misleading indentation is off: it looks each line up in the file, and
 * takes longer on a large one than all the rest. */
static const char *const compiler_flags[] = {
    "-std=gnu17",
    "-D_GNU_SOURCE",
    "-D_FORTIFY_SOURCE=3",
    "-Wall",
    "-Wextra",
    "-Wno-misleading-indentation",
    "-fPIE",
    "-fstack-protector-strong",
    "-fstack-clash-protection",
    "-fcf-protection=full",
};
static const char *const linker_flags[] = {
    "-Wl,-z,relro",
    "-Wl,-z,now",
    "-Wl,-z,noexecstack",
    "-Wl,--as-needed",
};
/* What the runtime needs. All of it has archives, so that an agent can be static. */
static const char *const libraries[] = {"-lbpf", "-lelf", "-lz", "-ljansson", "-lseccomp"};

/* Outputs, and the web server, in archives of their own. What they need has none, so an agent with
 * one is dynamic. */
static const struct {
    enum cat_setting_id enabled;
    const char *archive, *libraries[2];
} parts[] = {
    {CAT_SETTING_HTTP_ENABLED, "librt_http.a", {"-lcurl"}},
    {CAT_SETTING_KAFKA_ENABLED, "librt_kafka.a", {"-lrdkafka"}},
    {CAT_SETTING_WEB_ENABLED, "librt_web.a", {"-lmicrohttpd", "-lsqlite3"}},
};

/* Of the linker, in the directory of the objects. */
#define MAP "agent.map"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

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

/* --- command lines --- */

struct command {
    struct rc_arena *arena;
    const char **argv; /* n words, and NULL */
    uint32_t n, size;
};

static void add(struct command *command, const char *arg)
{
    if (command->n + 2 > command->size) {
        const uint32_t size = command->size > 0 ? 2 * command->size : 64;
        const char **argv = rc_arena_array(command->arena, size, sizeof *argv);

        for (uint32_t i = 0; i < command->n; i++)
            argv[i] = command->argv[i];
        command->argv = argv;
        command->size = size;
    }
    command->argv[command->n++] = arg;
    command->argv[command->n] = NULL;
}

/* A variable of the environment as words: CC="ccache gcc", CFLAGS="-g -O3". */
static void add_words(struct command *command, const char *variable, const char *otherwise)
{
    const char *set = getenv(variable);
    char *words = rc_arena_strdup(command->arena, set && *set ? set : otherwise), *rest = NULL;

    for (char *word = strtok_r(words, " \t", &rest); word; word = strtok_r(NULL, " \t", &rest))
        add(command, word);
}

/* Of an agent with very many rules each is a few calls, which -O1 compiles as well and twice as
 * fast as -O2; what takes time at run time is in the library. */
static void add_compiler(const struct rc_build *build, struct command *command)
{
    add_words(command, "CC", "cc");
    add(command, build->quick || build->files.nfiles > 1 ? "-O1" : "-O2");
    for (size_t i = 0; i < COUNT(compiler_flags); i++)
        add(command, compiler_flags[i]);
    add_words(command, "CFLAGS", "");
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
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (rc_site_asks_for(&build->site, parts[i].enabled))
            return false;
    }
    return build->nshared_libraries == 0;
}

/* To a command that has the compiler's words. */
static void add_linker(const struct rc_build *build, struct command *command)
{
    add(command, is_static(build, command) ? "-static-pie" : "-pie");
    for (size_t i = 0; i < COUNT(linker_flags); i++)
        add(command, linker_flags[i]);
    add_words(command, "LDFLAGS", "");
}

/* --- compiling --- */

/* Sources that are compiled to objects beside them, "agent" for agent.c. */
struct units {
    const char **names;
    uint32_t n;
};

static struct units find_units(const struct rc_build *build)
{
    struct units units = {
        .names = rc_arena_array(build->plan.arena, build->files.nfiles + 1, sizeof *units.names)};

    /* The expressions' automata take long for their size: they come first. */
    if (build->plan.nregexes > 0)
        units.names[units.n++] = "regexes";
    for (uint32_t i = 0; i < build->files.nfiles; i++) {
        const char *name = build->files.files[i].name;
        const size_t len = strlen(name);

        if (len > 2 && strcmp(name + len - 2, ".c") == 0)
            units.names[units.n++] = rc_arena_strndup(build->plan.arena, name, len - 2);
    }
    return units;
}

/* What the agent tells of how it was built: the command line but for names of files, as one C
 * string for the preprocessor. */
static const char *options_definition(const struct rc_build *build)
{
    struct command command = {.arena = build->plan.arena};
    struct rc_strbuf words = {0}, definition = {0};
    const char *text;

    add_compiler(build, &command);
    add_linker(build, &command);
    for (uint32_t i = 0; i < command.n; i++)
        rc_strbuf_printf(&words, "%s%s", i > 0 ? " " : "", command.argv[i]);
    rc_strbuf_adds(&definition, "-DRULEC_BUILD_OPTIONS=");
    rc_emit_cstr(&definition, words.data, words.len);
    text = rc_arena_strdup(build->plan.arena, definition.data);
    rc_strbuf_free(&words);
    rc_strbuf_free(&definition);
    return text;
}

static struct command compile_command(const struct rc_build *build, const char *runtime,
                                      const char *dir, const char *unit)
{
    struct command command = {.arena = build->plan.arena};
    char here[PATH_MAX];

    add_compiler(build, &command);
    add(&command, rc_arena_printf(build->plan.arena, "-I%s/include", runtime));
    /* Of the maps that fit a path the last counts: from the widest directory to the narrowest. */
    if (getcwd(here, sizeof here) && strcmp(here, "/") != 0)
        add(&command, rc_arena_printf(build->plan.arena, "-fdebug-prefix-map=%s=.", here));
    add(&command, rc_arena_printf(build->plan.arena, "-ffile-prefix-map=%s/=rulec/", runtime));
    add(&command, rc_arena_printf(build->plan.arena, "-ffile-prefix-map=%s/=", dir));
    if (strcmp(unit, "agent") == 0)
        add(&command, options_definition(build));
    add(&command, "-c");
    add(&command, "-o");
    add(&command, rc_arena_printf(build->plan.arena, "%s/%s.o", dir, unit));
    add(&command, rc_arena_printf(build->plan.arena, "%s/%s.c", dir, unit));
    return command;
}

/* Waits for any child. Whether it did well; what did not is said. */
static bool wait_for_one(const char *program)
{
    int status;

    while (waitpid(-1, &status, 0) < 0) {
        if (errno != EINTR)
            return false;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    fprintf(stderr, "rulec: %s could not build the agent (status %d)\n", program,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return false;
}

/* All units, as many at once as there are processors; after a failure no more are begun. */
static bool compile(const struct rc_build *build, const char *runtime, const char *dir,
                    const struct units *units)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    uint32_t running = 0;
    const char *program = "";
    bool good = true;

    for (uint32_t i = 0; good && i < units->n; i++) {
        const struct command command = compile_command(build, runtime, dir, units->names[i]);
        pid_t pid;
        int error;

        program = command.argv[0];
        if ((long)running >= processors && running > 0) {
            good = wait_for_one(program);
            running--;
        }
        if (!good)
            break;
        error = posix_spawnp(&pid, program, NULL, NULL, (char *const *)command.argv, environ);
        if (error != 0) {
            fprintf(stderr, "rulec: cannot run %s: %s\n", program, strerror(error));
            good = false;
        } else {
            running++;
        }
    }
    for (; running > 0; running--)
        good &= wait_for_one(program);
    return good;
}

/* --- linking --- */

static bool link_agent(const struct rc_build *build, const char *runtime, const char *dir,
                       const struct units *units, const char *output)
{
    struct command command = {.arena = build->plan.arena};
    int status;

    add_compiler(build, &command);
    add_linker(build, &command);
    if (build->sbom)
        add(&command, rc_arena_printf(build->plan.arena, "-Wl,-Map=%s/" MAP, dir));
    add(&command, "-o");
    add(&command, output);
    for (uint32_t i = 0; i < units->n; i++)
        add(&command, rc_arena_printf(build->plan.arena, "%s/%s.o", dir, units->names[i]));
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (rc_site_asks_for(&build->site, parts[i].enabled))
            add(&command, rc_arena_printf(build->plan.arena, "%s/%s", runtime, parts[i].archive));
    }
    add(&command, rc_arena_printf(build->plan.arena, "%s/librulec.a", runtime));
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!rc_site_asks_for(&build->site, parts[i].enabled))
            continue;
        for (size_t k = 0; k < COUNT(parts[i].libraries) && parts[i].libraries[k]; k++)
            add(&command, parts[i].libraries[k]);
    }
    for (uint32_t i = 0; i < build->nshared_libraries; i++)
        add(&command, build->shared_libraries[i]);
    for (size_t i = 0; i < COUNT(libraries); i++)
        add(&command, libraries[i]);
    status = rc_run_program(command.argv);
    if (status > 0)
        fprintf(stderr, "rulec: %s could not link the agent (status %d)\n", command.argv[0],
                status);
    return status == 0;
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
    struct command command = {.arena = build->plan.arena};
    struct rc_sha256 sha;

    if (!*runtime)
        return -1;
    rc_sha256_init(&sha);
    for (uint32_t i = 0; i < build->files.nfiles; i++)
        hash_text(&sha, &build->files.files[i].text.out);
    hash_text(&sha, &build->regexes);
    add_compiler(build, &command);
    add_linker(build, &command);
    for (uint32_t i = 0; i < build->nshared_libraries; i++)
        add(&command, build->shared_libraries[i]);
    for (uint32_t i = 0; i < command.n; i++)
        rc_sha256_add(&sha, command.argv[i], strlen(command.argv[i]) + 1);
    if (hash_file(&sha, rc_arena_printf(build->plan.arena, "%s/librulec.a", runtime)) != 0)
        return -1;
    rc_sha256_hex(&sha, out);
    return 0;
}

/* --- the bill of materials --- */

/* When it was made: SOURCE_DATE_EPOCH where somebody wants the same bytes again, else now. */
static long long creation_time(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");

    return epoch && *epoch ? strtoll(epoch, NULL, 10) : (long long)time(NULL);
}

static bool hash_of_file(const char *path, char out[65])
{
    struct rc_sha256 sha;

    rc_sha256_init(&sha);
    if (hash_file(&sha, path) != 0)
        return false;
    rc_sha256_hex(&sha, out);
    return true;
}

/* Of the agent that lies at `beside` yet, and will be `output`. */
static bool write_sbom(const struct rc_build *build, const char *runtime, const char *dir,
                       const char *beside, const char *output)
{
    struct rc_arena *arena = build->plan.arena;
    const char *slash = strrchr(output, '/');
    const char *const skip[] = {dir, runtime};
    char agent_hash[65], runtime_hash[65];
    struct rc_linked_list linked;
    const struct rc_sbom sbom = {.agent = slash ? slash + 1 : output,
                                 .agent_sha256 = agent_hash,
                                 .runtime_sha256 = runtime_hash,
                                 .manifest = &build->manifest,
                                 .linked = &linked,
                                 .created = creation_time()};
    struct rc_strbuf text = {0};
    int error;

    if (!hash_of_file(beside, agent_hash) ||
        !hash_of_file(rc_arena_printf(arena, "%s/librulec.a", runtime), runtime_hash))
        return false;
    error =
        rc_linked_read(&linked, arena, rc_arena_printf(arena, "%s/" MAP, dir), skip, COUNT(skip));
    if (error != 0) {
        fprintf(stderr, "rulec: cannot tell what is linked into the agent: %s\n",
                error == -EBADMSG ? "the map of the linker is not that of GNU ld"
                                  : strerror(-error));
        return false;
    }
    rc_sbom_print(&sbom, &text);
    error = rc_write_if_changed(build->sbom, text.data, text.len);
    rc_strbuf_free(&text);
    if (error != 0)
        fprintf(stderr, "rulec: cannot write %s: %s\n", build->sbom, strerror(-error));
    return error == 0;
}

int rc_build_link(const struct rc_build *build, const char *dir, const char *output)
{
    struct rc_arena *arena = build->plan.arena;
    const char *runtime = runtime_dir(arena);
    const char *beside = rc_arena_printf(arena, "%s.%d.tmp", output, (int)getpid());
    const struct units units = find_units(build);
    bool good;

    if (!*runtime)
        return -1;
    good = compile(build, runtime, dir, &units) &&
           link_agent(build, runtime, dir, &units, beside) &&
           (!build->sbom || write_sbom(build, runtime, dir, beside, output));
    for (uint32_t i = 0; i < units.n; i++)
        unlink(rc_arena_printf(arena, "%s/%s.o", dir, units.names[i]));
    unlink(rc_arena_printf(arena, "%s/" MAP, dir));
    if (good && rename(beside, output) == 0)
        return 0;
    if (good)
        fprintf(stderr, "rulec: cannot write %s: %s\n", output, strerror(errno));
    unlink(beside);
    return -1;
}
