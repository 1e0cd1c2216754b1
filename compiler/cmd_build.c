/* rulec build: rule files to an agent binary. */
#include "ast_print.h"
#include "build.h"
#include "commands.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char rc_help_build[] =
    "usage: rulec build -r FILE|DIR... [-o AGENT] [--emit-dir DIR] [--emit-only]\n"
    "                   [--no-suggested-output] [-O LEVEL] [--dump=ast|graph|dot|plan|c]\n"
    "\n"
    "Compiles rule files into an agent: one binary that holds the rules as code. Directories "
    "stand\n"
    "for their *.yaml and *.yml files in the order of their names.\n"
    "\n"
    "  -r, --rules FILE|DIR...   the rules, in the order in which they are to be loaded\n"
    "  -o, --output AGENT        where the agent goes\n"
    "      --emit-dir DIR        keep the generated C here, to be read\n"
    "      --emit-only           stop when the sources are written; needs --emit-dir\n"
    "      --no-suggested-output\n"
    "                            leave outputs as they are; without it the fields that tell the\n"
    "                            container are put behind each, as Falco does\n"
    "  -O LEVEL                  0: every rule by itself, nothing shared or remembered; it gives "
    "the\n"
    "                            same alerts as 1, the default, and is there to be compared\n"
    "      --dump=WHAT           print a stage to standard output and stop: the conditions, "
    "the\n"
    "                            predicate graph as text or in the language of dot, the plan, or\n"
    "                            the C\n"
    "\n"
    "The C compiler is $CC, else cc; $CFLAGS and $LDFLAGS are added to the flags. Regular "
    "expressions\n"
    "in rules need re2c.\n"
    "\n"
    "exit status: 0 built; 1 the rules have errors, or the agent could not be built: no agent is\n"
    "written then; 2 wrong usage\n";

struct arguments {
    const char **rules; /* nrules */
    uint32_t nrules;
    const char *output, *emit_dir, *dump;
    bool emit_only, no_suggested_output;
    const char *level; /* "0", "1"; NULL: the highest */
};

static int usage(const char *message, const char *what)
{
    fprintf(stderr, "rulec build: %s%s\n", message, what);
    fputs("try `rulec help build`\n", stderr);
    return RC_EXIT_USAGE;
}

/* The value of option `name`, as `--name=VALUE` or in the next argument; NULL if argv[*i] is
 * another option. *missing: there is no value. */
static const char *option(int argc, char **argv, int *i, const char *name, const char *brief,
                          bool *missing)
{
    const size_t len = strlen(name);

    if (strncmp(argv[*i], name, len) == 0 && argv[*i][len] == '=')
        return argv[*i] + len + 1;
    if (strcmp(argv[*i], name) != 0 && (!brief || strcmp(argv[*i], brief) != 0))
        return NULL;
    if (*i + 1 >= argc) {
        *missing = true;
        return NULL;
    }
    return argv[++*i];
}

static int parse(struct arguments *args, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        bool missing = false;
        const char *value, *name = argv[i];

        if ((value = option(argc, argv, &i, "--rules", "-r", &missing))) {
            args->rules[args->nrules++] = value;
            while (i + 1 < argc && argv[i + 1][0] != '-')
                args->rules[args->nrules++] = argv[++i];
        } else if ((value = option(argc, argv, &i, "--output", "-o", &missing))) {
            args->output = value;
        } else if ((value = option(argc, argv, &i, "--emit-dir", NULL, &missing))) {
            args->emit_dir = value;
        } else if ((value = option(argc, argv, &i, "--dump", NULL, &missing))) {
            args->dump = value;
        } else if (strncmp(argv[i], "-O", 2) == 0) {
            args->level = argv[i][2] ? argv[i] + 2 : i + 1 < argc ? argv[++i] : "";
        } else if (strcmp(argv[i], "--emit-only") == 0) {
            args->emit_only = true;
        } else if (strcmp(argv[i], "--no-suggested-output") == 0) {
            args->no_suggested_output = true;
        } else if (missing) {
            return usage("an argument is missing after ", name);
        } else {
            return usage("unknown argument ", name);
        }
    }
    if (args->nrules == 0)
        return usage("no rules are given: -r FILE|DIR...", "");
    if (args->dump && strcmp(args->dump, "ast") != 0 && strcmp(args->dump, "graph") != 0 &&
        strcmp(args->dump, "dot") != 0 && strcmp(args->dump, "plan") != 0 &&
        strcmp(args->dump, "c") != 0)
        return usage("there is no such stage to dump: ", args->dump);
    if (args->level && (args->level[0] < '0' || args->level[0] > '1' || args->level[1]))
        return usage("there is no such level: -O ", args->level);
    if (args->emit_only && !args->emit_dir)
        return usage("--emit-only needs --emit-dir", "");
    if (!args->output && !args->emit_only && !args->dump)
        return usage("no output is given: -o AGENT", "");
    return RC_EXIT_OK;
}

static int dump(struct rc_build *build, const char *what)
{
    struct rc_strbuf out = {0};
    bool good = true;

    if (strcmp(what, "ast") == 0) {
        for (const struct rc_rule *rule = build->set.rules; rule; rule = rule->next) {
            if (!rule->expr)
                continue;
            rc_strbuf_printf(&out, "%s\n    ", rule->name);
            rc_expr_print(rule->expr, false, &out);
            rc_strbuf_addc(&out, '\n');
        }
        for (const struct rc_macro *macro = build->set.macros; macro; macro = macro->next) {
            if (!macro->expr)
                continue;
            rc_strbuf_printf(&out, "macro %s\n    ", macro->name);
            rc_expr_print(macro->expr, false, &out);
            rc_strbuf_addc(&out, '\n');
        }
    } else if (strcmp(what, "graph") == 0) {
        rc_graph_print(&build->graph, &out);
    } else if (strcmp(what, "dot") == 0) {
        rc_graph_print_dot(&build->graph, &out);
    } else if (strcmp(what, "plan") == 0) {
        rc_plan_print(&build->plan, &out);
    } else {
        good = rc_build_generate(build);
        rc_strbuf_add(&out, build->agent.data, build->agent.len);
    }
    if (good && out.len > 0)
        good = fwrite(out.data, 1, out.len, stdout) == out.len && fflush(stdout) == 0;
    rc_strbuf_free(&out);
    return good ? RC_EXIT_OK : RC_EXIT_RULES;
}

/* Writes and links below dir. */
static int make(struct rc_build *build, const struct arguments *args, const char *dir)
{
    if (rc_build_write(build, dir, !args->emit_only) != 0)
        return RC_EXIT_RULES;
    if (args->emit_only)
        return RC_EXIT_OK;
    return rc_build_link(build, dir, args->output) == 0 ? RC_EXIT_OK : RC_EXIT_RULES;
}

static int make_in_temporary(struct rc_build *build, const struct arguments *args)
{
    const char *base = getenv("TMPDIR");
    char dir[PATH_MAX];
    int status;

    if (snprintf(dir, sizeof dir, "%s/rulec-XXXXXX", base && *base ? base : "/tmp") >=
        (int)sizeof dir)
        return usage("TMPDIR is too long", "");
    if (!mkdtemp(dir)) {
        fprintf(stderr, "rulec: cannot make %s: %s\n", dir, strerror(errno));
        return RC_EXIT_RULES;
    }
    status = make(build, args, dir);
    rc_remove_dir(dir);
    return status;
}

int rc_cmd_build(int argc, char **argv)
{
    struct arguments args = {.rules = calloc((size_t)argc + 1, sizeof(const char *))};
    struct rc_build build = {0};
    int status;

    if (!args.rules)
        return RC_EXIT_BUG;
    status = parse(&args, argc, argv);
    if (status == RC_EXIT_OK) {
        build.set.no_suggested_output = args.no_suggested_output;
        build.lower = args.level != NULL;
        build.level = args.level ? (enum rc_plan_level)(args.level[0] - '0') : RC_PLAN_SHARED;
        if (!rc_build_rules(&build, args.rules, args.nrules))
            status = RC_EXIT_RULES;
        else if (args.dump)
            status = dump(&build, args.dump);
        else if (!rc_build_generate(&build))
            status = RC_EXIT_RULES;
        else
            status = args.emit_dir ? make(&build, &args, args.emit_dir)
                                   : make_in_temporary(&build, &args);
    }
    rc_build_free(&build);
    free(args.rules);
    return status;
}
