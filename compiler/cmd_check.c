/* rulec check: are the rules sound? */
#include "commands.h"
#include "load_result.h"
#include "ruleset.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char rc_help_check[] =
    "usage: rulec check [options] FILE|DIR...\n"
    "\n"
    "Checks rule files: YAML, rules, macros, lists, exceptions, conditions, outputs. The files\n"
    "are loaded in the order given, into one rule set, as Falco loads them; of a directory the\n"
    "files *.yaml and *.yml in the order of their names. - is standard input.\n"
    "\n"
    "  --format text|json   text (default): messages on standard error; json: one line on\n"
    "                       standard output, in the form of Falco's -V\n"
    "  --max-errors N       print at most N errors (default 20; 0: all); text only\n"
    "  --werror             warnings make the exit status 1 too\n"
    "  --quiet              print nothing, just give the exit status\n"
    "\n"
    "Exit status: 0 the rules are clean (warnings do not count), 1 the rules have errors, 2 wrong\n"
    "usage, 70 a bug in rulec.\n";

struct options {
    bool json, quiet, werror;
    uint32_t max_errors;
};

/* 0, or the exit status for a wrong use. */
static int parse_options(int argc, char **argv, struct options *out)
{
    static const struct option longs[] = {
        {"format", required_argument, NULL, 'f'}, {"max-errors", required_argument, NULL, 'm'},
        {"werror", no_argument, NULL, 'w'},       {"quiet", no_argument, NULL, 'q'},
        {NULL, 0, NULL, 0},
    };
    *out = (struct options){.max_errors = 20};
    optind = 1;
    for (int c; (c = getopt_long(argc, argv, "q", longs, NULL)) != -1;) {
        char *end;
        unsigned long number;
        switch (c) {
        case 'f':
            if (strcmp(optarg, "json") != 0 && strcmp(optarg, "text") != 0) {
                fprintf(stderr, "rulec check: unknown format `%s`; known are text and json\n",
                        optarg);
                return RC_EXIT_USAGE;
            }
            out->json = strcmp(optarg, "json") == 0;
            break;
        case 'm':
            number = strtoul(optarg, &end, 10);
            if (*optarg < '0' || *optarg > '9' || *end || number > UINT32_MAX) {
                fprintf(stderr, "rulec check: `%s` is no number of errors\n", optarg);
                return RC_EXIT_USAGE;
            }
            out->max_errors = (uint32_t)number;
            break;
        case 'w':
            out->werror = true;
            break;
        case 'q':
            out->quiet = true;
            break;
        default:
            fputs("try: rulec help check\n", stderr);
            return RC_EXIT_USAGE;
        }
    }
    if (optind == argc) {
        fputs("rulec check: no rule files given\ntry: rulec help check\n", stderr);
        return RC_EXIT_USAGE;
    }
    return 0;
}

static void print_summary(const struct rc_diags *diags)
{
    if (diags->nerrors + diags->nwarnings == 0)
        return;
    fprintf(stderr, "%u error%s, %u warning%s\n", diags->nerrors, diags->nerrors == 1 ? "" : "s",
            diags->nwarnings, diags->nwarnings == 1 ? "" : "s");
}

/* A write that fails (a full disk, a closed pipe) must not look like clean rules. */
static bool write_out(FILE *stream, const struct rc_strbuf *text)
{
    if (text->len > 0)
        fwrite(text->data, 1, text->len, stream);
    if (fflush(stream) == 0 && !ferror(stream))
        return true;
    perror("rulec check: cannot write");
    return false;
}

int rc_cmd_check(int argc, char **argv)
{
    struct options options;
    int status = parse_options(argc, argv, &options);
    if (status)
        return status;

    struct rc_arena arena = {0};
    struct rc_sources sources = {.arena = &arena};
    struct rc_diags diags = {.arena = &arena};
    struct rc_ruleset set = {.arena = &arena, .sources = &sources, .diags = &diags};
    rc_ruleset_load(&set, (const char *const *)(argv + optind), (uint32_t)(argc - optind));
    rc_ruleset_check(&set);

    status = diags.nerrors > 0 || (options.werror && diags.nwarnings > 0) ? RC_EXIT_RULES
                                                                         : RC_EXIT_OK;
    if (!options.quiet) {
        struct rc_strbuf out = {0};
        if (options.json)
            rc_load_result_json(&diags, &sources, &out);
        else
            rc_diags_print(&diags, &sources, options.max_errors, &out);
        if (!write_out(options.json ? stdout : stderr, &out))
            status = RC_EXIT_BUG;
        if (!options.json)
            print_summary(&diags);
        rc_strbuf_free(&out);
    }
    rc_arena_free(&arena);
    return status;
}
