/* rulec run: builds the agent into a cache, unless it is there, and becomes it. */
#include "build.h"
#include "commands.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char rc_help_run[] =
    "usage: rulec run -r FILE|DIR... [AGENT OPTION...]\n"
    "\n"
    "Builds the agent for the rules, or takes the one built before, and runs it with the options,\n"
    "`--capture FILE` say. `rulec run -r RULES -- --help` tells the agent's options.\n"
    "\n"
    "  -r, --rules FILE|DIR...   the rules; ends at the next argument that starts with -\n"
    "\n"
    "Agents are kept in $XDG_CACHE_HOME/rulec, else ~/.cache/rulec, by a hash over everything "
    "that\n"
    "they are made from. The directory may be deleted at any time.\n"
    "\n"
    "exit status: the agent's; 1 if the rules have errors, or the agent could not be built; 2 "
    "wrong\n"
    "usage\n";

/* Splits the arguments into rules and what is the agent's. */
static void split(int argc, char **argv, const char **rules, uint32_t *nrules,
                  const char **agent_argv, uint32_t *nagent)
{
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--rules=", 8) == 0) {
            rules[(*nrules)++] = argv[i] + 8;
        } else if (strcmp(argv[i], "-r") == 0 || strcmp(argv[i], "--rules") == 0) {
            while (i + 1 < argc && (argv[i + 1][0] != '-' || argv[i + 1][1] == '\0'))
                rules[(*nrules)++] = argv[++i];
        } else if (strcmp(argv[i], "--") == 0) {
            while (++i < argc)
                agent_argv[(*nagent)++] = argv[i];
        } else {
            agent_argv[(*nagent)++] = argv[i];
        }
    }
}

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

int rc_cmd_run(int argc, char **argv)
{
    const char **rules = calloc((size_t)argc + 1, sizeof *rules);
    const char **agent_argv = calloc((size_t)argc + 2, sizeof *agent_argv);
    uint32_t nrules = 0, nagent = 1;
    struct rc_build build = {0};
    int status = RC_EXIT_RULES;

    if (!rules || !agent_argv)
        return RC_EXIT_BUG;
    split(argc, argv, rules, &nrules, agent_argv, &nagent);
    if (nrules == 0) {
        fputs("rulec run: no rules are given: -r FILE|DIR...\ntry `rulec help run`\n", stderr);
        status = RC_EXIT_USAGE;
    } else if (rc_build_rules(&build, rules, nrules)) {
        agent_argv[0] = cached_agent(&build);
        if (agent_argv[0]) {
            execv(agent_argv[0], (char *const *)agent_argv);
            fprintf(stderr, "rulec run: cannot run %s: %s\n", agent_argv[0], strerror(errno));
        }
    }
    rc_build_free(&build);
    free(rules);
    free(agent_argv);
    return status;
}
