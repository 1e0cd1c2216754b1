/* rulec run: builds the agent into a cache, unless it is there, and becomes it. */
#include "command/command.h"
#include "emit/build.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The directory of the agent with that hash; NULL if there is no home for it. */
static const char *cache_dir(struct rc_arena *arena, const char *hash)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");

    if (cache && cache[0] == '/')
        return rc_arena_printf(arena, "%s/rulec/%s", cache, hash);
    if (home && home[0] == '/')
        return rc_arena_printf(arena, "%s/.cache/rulec/%s", home, hash);
    fputs("rulec run: neither XDG_CACHE_HOME nor HOME is set\n", stderr);
    return NULL;
}

/* What is run from the cache must be nobody else's. */
static bool is_own(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && info.st_uid == geteuid() && !(info.st_mode & 022);
}

/* The agent's path, built if need be; NULL with a message printed. */
static const char *cached_agent(struct rc_build *build)
{
    char hash[65];
    const char *dir, *agent;

    if (!rc_build_generate(build) || rc_build_hash(build, hash) != 0)
        return NULL;
    dir = cache_dir(&build->arena, hash);
    if (!dir)
        return NULL;
    agent = rc_arena_printf(&build->arena, "%s/agent", dir);
    if (access(agent, X_OK) != 0) {
        const mode_t old = umask(077);
        const bool made =
            rc_build_write(build, dir, true) == 0 && rc_build_link(build, dir, agent) == 0;

        umask(old);
        if (!made)
            return NULL;
    }
    if (is_own(agent) && is_own(dir))
        return agent;
    fprintf(stderr, "rulec run: others may write to %s: not run\n", dir);
    return NULL;
}

int rc_cmd_run(const struct rc_args *args)
{
    const struct rc_args_values *rules = &args->options[RC_OPT_RULES];
    struct rc_build build = {.quick = true};

    if (rc_build_rules(&build, rules->items, rules->n)) {
        const char **argv = rc_arena_array(&build.arena, args->rest.n + 2, sizeof *argv);

        argv[0] = cached_agent(&build);
        for (uint32_t i = 0; i < args->rest.n; i++)
            argv[i + 1] = args->rest.items[i];
        if (argv[0]) {
            execv(argv[0], (char *const *)argv);
            fprintf(stderr, "rulec run: cannot run %s: %s\n", argv[0], strerror(errno));
        }
    }
    rc_build_free(&build);
    return RC_EXIT_RULES;
}
