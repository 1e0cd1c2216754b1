/* rulec build: rule files to an agent binary. */
#include "base/dot.h"
#include "command/command.h"
#include "emit/build.h"
#include "filter/filter.h"
#include "package/package.h"
#include "syntax/ast_print.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* In the order of the choices of --dump. */
enum stage {
    STAGE_AST,
    STAGE_DAG,
    STAGE_PLAN,
    STAGE_C,
    STAGE_AST_DOT,
    STAGE_DAG_DOT,
    STAGE_PLAN_DOT,
    STAGE_SITE
};

/* Each rule with its tree. */
static void dump_trees(const struct rc_ruleset *set, struct rc_strbuf *out)
{
    uint32_t number = 0, nrules = 0;

    rc_strbuf_adds(out, "digraph rules {\n    rankdir=LR;\n    node [shape=box];\n");
    for (const struct rc_rule *rule = set->rules; rule; rule = rule->next) {
        if (!rule->expr)
            continue;
        rc_strbuf_printf(out, "    rule%u [shape=cds, label=", nrules);
        rc_dot_text(out, rule->name, strlen(rule->name));
        rc_strbuf_adds(out, "];\n");
        rc_strbuf_printf(out, "    rule%u -> n%u;\n", nrules++, number);
        rc_expr_print_dot(rule->expr, &number, out);
    }
    rc_strbuf_adds(out, "}\n");
}

static int dump(struct rc_build *build, enum stage stage)
{
    struct rc_strbuf out = {0};
    bool good = true;

    if (stage == STAGE_AST) {
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
    } else if (stage == STAGE_DAG) {
        rc_graph_print(&build->graph, &out);
    } else if (stage == STAGE_DAG_DOT) {
        rc_graph_print_dot(&build->graph, &out);
    } else if (stage == STAGE_PLAN) {
        rc_plan_print(&build->plan, &out);
    } else if (stage == STAGE_PLAN_DOT) {
        rc_plan_print_dot(&build->plan, &out);
    } else if (stage == STAGE_AST_DOT) {
        dump_trees(&build->set, &out);
    } else if (stage == STAGE_SITE) {
        rc_site_print(&build->site, &out);
    } else {
        good = rc_build_generate(build);
        for (uint32_t i = 0; i < build->files.nfiles; i++) {
            const struct rc_strbuf *text = &build->files.files[i].text.out;

            rc_strbuf_add(&out, text->data, text->len);
        }
    }
    if (good && out.len > 0)
        fwrite(out.data, 1, out.len, stdout);
    rc_strbuf_free(&out);
    return good ? rc_finish_output("build") : RC_EXIT_RULES;
}

/* A whole file, owned by the build's arena; NULL with a message printed. */
static const void *read_file(struct rc_build *build, const char *path, size_t *len)
{
    FILE *file = fopen(path, "re");
    struct rc_strbuf data = {0};
    const void *copy = NULL;
    char bytes[65536];
    size_t n;

    while (file && (n = fread(bytes, 1, sizeof bytes, file)) > 0)
        rc_strbuf_add(&data, bytes, n);
    if (!file || ferror(file))
        fprintf(stderr, "rulec: cannot read %s: %s\n", path, strerror(errno));
    else
        copy = rc_arena_strndup(&build->arena, data.data, data.len);
    if (file)
        fclose(file);
    *len = data.len;
    rc_strbuf_free(&data);
    return copy;
}

/* Links the agent into dir, and makes a package of it. */
static int make_package(struct rc_build *build, const struct rc_args *args, const char *dir)
{
    const char *output = rc_args_value(args, RC_OPT_OUTPUT);
    const char *agent = rc_arena_printf(&build->arena, "%s/agent", dir);
    struct rc_package package = {.arena = &build->arena,
                                 .name = rc_package_name(&build->arena, output),
                                 .rules_hash = build->rules_hash,
                                 .site = &build->site,
                                 .names_hosts = rc_plan_names_hosts(&build->plan)};
    int result = rc_build_link(build, dir, agent);

    if (result == 0)
        package.agent = read_file(build, agent, &package.agent_len);
    unlink(agent);
    if (!package.agent)
        return -1;
    rc_package_libraries(&package);
    return rc_args_choice(args, RC_OPT_PACKAGE) == RC_PACKAGE_DEB
               ? rc_package_deb(&package, output)
               : rc_package_oci(&package, output);
}

/* Writes and links below dir. */
static int make(struct rc_build *build, const struct rc_args *args, const char *dir)
{
    const bool emit_only = rc_args_given(args, RC_OPT_EMIT_ONLY);

    if (rc_build_write(build, dir, !emit_only) != 0)
        return RC_EXIT_RULES;
    if (emit_only)
        return RC_EXIT_OK;
    if (rc_args_given(args, RC_OPT_PACKAGE))
        return make_package(build, args, dir) == 0 ? RC_EXIT_OK : RC_EXIT_RULES;
    return rc_build_link(build, dir, rc_args_value(args, RC_OPT_OUTPUT)) == 0 ? RC_EXIT_OK
                                                                              : RC_EXIT_RULES;
}

static int make_in_temporary(struct rc_build *build, const struct rc_args *args)
{
    const char *base = getenv("TMPDIR");
    char dir[PATH_MAX];
    int status;

    if (snprintf(dir, sizeof dir, "%s/rulec-XXXXXX", base && *base ? base : "/tmp") >=
        (int)sizeof dir)
        return rc_usage_error(args->command, "TMPDIR is too long");
    if (!mkdtemp(dir)) {
        fprintf(stderr, "rulec: cannot make %s: %s\n", dir, strerror(errno));
        return RC_EXIT_RULES;
    }
    status = make(build, args, dir);
    rc_remove_dir(dir);
    return status;
}

static bool is_package_name(const char *output)
{
    struct rc_arena arena = {0};
    const bool good = rc_package_name(&arena, output) != NULL;

    rc_arena_free(&arena);
    return good;
}

/* RC_EXIT_OK, or the exit status for options that do not go together. */
static int check_options(const struct rc_args *args)
{
    const char *output = rc_args_value(args, RC_OPT_OUTPUT);
    const bool emit_only = rc_args_given(args, RC_OPT_EMIT_ONLY);

    if (emit_only && !rc_args_given(args, RC_OPT_EMIT_DIR))
        return rc_usage_error(args->command, "--emit-only needs --emit-dir");
    if (!emit_only && !rc_args_given(args, RC_OPT_OUTPUT) && !rc_args_given(args, RC_OPT_DUMP))
        return rc_usage_error(args->command, "no output is given: -o AGENT");
    if (rc_args_given(args, RC_OPT_SBOM) && (emit_only || rc_args_given(args, RC_OPT_DUMP)))
        return rc_usage_error(args->command, "--sbom is about an agent, and none is built");
    if (rc_args_given(args, RC_OPT_PACKAGE) &&
        (emit_only || rc_args_given(args, RC_OPT_SBOM) || rc_args_given(args, RC_OPT_DUMP)))
        return rc_usage_error(args->command,
                              "--package goes with none of --emit-only, --dump and --sbom");
    if (rc_args_given(args, RC_OPT_PACKAGE) && !is_package_name(output))
        return rc_usage_error(args->command,
                              "the name of a package, the last part of -o, is of small letters, "
                              "digits, + - and ., two at least");
    if (!rc_args_given(args, RC_OPT_RULES) && !rc_args_given(args, RC_OPT_SITE))
        return rc_usage_error(args->command, "no rules are given: -r FILE|DIR, or -c SITE");
    return RC_EXIT_OK;
}

/* FIELD or NAME=TEXT; what is in brackets, as in proc.env[A=B], is the field's. */
static struct rc_append_field append_field(struct rc_arena *arena, const char *text)
{
    const char *equal = strchr(text, '=');

    if (!equal || memchr(text, '[', (size_t)(equal - text)))
        return (struct rc_append_field){.name = text};
    return (struct rc_append_field){.name = rc_arena_strndup(arena, text, (size_t)(equal - text)),
                                    .format = equal + 1};
}

/* What the site appends, and behind it what the command line does. */
static void set_appends(struct rc_build *build, const struct rc_args *args)
{
    const struct rc_args_values *values = &args->options[RC_OPT_APPEND_FIELD];
    const struct rc_site *site = &build->site;
    struct rc_append_field *fields = rc_arena_array(&build->arena, values->n + 1, sizeof *fields);
    struct rc_append *appends = rc_arena_array(&build->arena, site->nappends + 1, sizeof *appends);

    if (site->nappends > 0)
        memcpy(appends, site->appends, site->nappends * sizeof *appends);
    for (uint32_t i = 0; i < values->n; i++)
        fields[i] = append_field(&build->arena, values->items[i]);
    appends[site->nappends] =
        (struct rc_append){.output = rc_args_value(args, RC_OPT_APPEND_OUTPUT),
                           .fields = fields,
                           .nfields = values->n};
    build->set.appends = appends;
    build->set.nappends = site->nappends + 1;
    build->set.no_suggested_output =
        site->appends_given || rc_args_given(args, RC_OPT_NO_SUGGESTED_OUTPUT);
}

/* The options that have a say in what the agent does, for its manifest. */
static void note_options(struct rc_build *build, const struct rc_args *args)
{
    static const enum rc_option_id telling[] = {RC_OPT_NO_SUGGESTED_OUTPUT, RC_OPT_APPEND_OUTPUT,
                                                RC_OPT_APPEND_FIELD, RC_OPT_LEVEL};
    const size_t ntelling = sizeof telling / sizeof telling[0];
    const char **options;
    uint32_t n = 0;

    for (size_t i = 0; i < ntelling; i++)
        n += args->options[telling[i]].n;
    options = rc_arena_array(&build->arena, n + 1, sizeof *options);
    build->manifest.options = options;
    build->manifest.noptions = n;
    for (size_t i = 0; i < ntelling; i++) {
        const struct rc_args_values *values = &args->options[telling[i]];
        const char *name = "";

        for (uint32_t k = 0; k < args->command->noptions; k++) {
            if (args->command->options[k].id == telling[i])
                name = args->command->options[k].name;
        }
        for (uint32_t k = 0; k < values->n; k++)
            *options++ = values->items[k]
                             ? rc_arena_printf(&build->arena, "--%s=%s", name, values->items[k])
                             : rc_arena_printf(&build->arena, "--%s", name);
    }
}

/* Reads the rules, of the command line or else those that the site names. */
static bool load(struct rc_build *build, const struct rc_args *args)
{
    const struct rc_args_values *site = &args->options[RC_OPT_SITE];
    const struct rc_args_values *rules = &args->options[RC_OPT_RULES];

    if (!rc_build_site(build, site->items, site->n))
        return false;
    set_appends(build, args);
    note_options(build, args);
    if (rules->n > 0)
        return rc_build_rules(build, rules->items, rules->n);
    if (build->site.nrules_files > 0)
        return rc_build_rules(build, build->site.rules_files, build->site.nrules_files);
    fprintf(stderr, "rulec build: the site file names no rules_files, and there is no -r\n");
    return false;
}

int rc_cmd_build(const struct rc_args *args)
{
    const char *emit_dir = rc_args_value(args, RC_OPT_EMIT_DIR);
    struct rc_build build = {0};
    int status = check_options(args);

    if (status != RC_EXIT_OK)
        return status;
    build.lower = rc_args_given(args, RC_OPT_LEVEL);
    build.level =
        build.lower ? (enum rc_plan_level)rc_args_choice(args, RC_OPT_LEVEL) : RC_PLAN_HIGHEST;
    build.sbom = rc_args_value(args, RC_OPT_SBOM);
    if (!load(&build, args))
        status = RC_EXIT_RULES;
    else if (rc_args_given(args, RC_OPT_DUMP))
        status = dump(&build, rc_args_choice(args, RC_OPT_DUMP));
    else if (!rc_build_generate(&build))
        status = RC_EXIT_RULES;
    else {
        rc_filter_note(build.plan.filter, stderr);
        status = emit_dir ? make(&build, args, emit_dir) : make_in_temporary(&build, args);
    }
    rc_build_free(&build);
    return status;
}
