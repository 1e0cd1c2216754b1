/* The C back end: a large program in several files. See emit_c.h. */
#include "emit/emit_c.h"

#include "filter/filter.h"

/* Tests are short beside a rule with its output. */
#define TESTS_A_RULE 4

static uint32_t chunks(uint32_t n, uint32_t size)
{
    return n / size + (n % size > 0);
}

static struct rc_emit *begin(const struct rc_plan *plan, struct rc_emit_files *files,
                             const char *name, const char *what)
{
    struct rc_emit_file *file = &files->files[files->nfiles++];

    *file =
        (struct rc_emit_file){.name = name, .text = {.shared = true, .purpose = files->purpose}};
    if (!what)
        return &file->text;
    rc_emit_comment(
        &file->text,
        rc_arena_printf(plan->arena, "Made by rulec %s; do not edit.\n\n%s", RULEC_VERSION, what));
    rc_emit_line(&file->text, "#include \"rules.h\"");
    rc_emit_gap(&file->text);
    return &file->text;
}

static void emit_header(const struct rc_plan *plan, struct rc_emit *emit)
{
    rc_emit_comment(emit, "Made by rulec " RULEC_VERSION "; do not edit.\n\nWhat the files of the "
                          "agent's program call in each other.");
    rc_emit_line(emit, "#ifndef RULEC_AGENT_RULES_H");
    rc_emit_line(emit, "#define RULEC_AGENT_RULES_H");
    rc_emit_gap(emit);
    rc_emit_c_includes(plan, emit);
    rc_emit_c_value_enum(plan, emit);
    rc_emit_c_test_enum(plan, emit);
    for (uint32_t i = 0; i < plan->ntables; i++)
        rc_emit_line(emit, "extern const struct rt_table %s;", plan->tables[i].name);
    rc_emit_gap(emit);
    rc_emit_c_counts_elsewhere(plan, emit);
    rc_emit_c_look_ups(plan, emit);
    rc_emit_c_test_prototypes(plan, emit);
    for (uint32_t i = 0; i < plan->nfunctions; i++)
        rc_emit_line(emit, "bool %s(struct rt_eval *eval);", plan->nodes[plan->functions[i]].name);
    rc_emit_gap(emit);
    rc_emit_line(emit, "#endif");
}

static void emit_agent(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit)
{
    rc_emit_c_banner(plan, rules_hash, emit);
    rc_emit_line(emit, "#include \"rules.h\"");
    rc_emit_gap(emit);
    rc_emit_c_rule_enum(plan, emit);
    rc_emit_c_values(plan, emit);
    rc_emit_c_counts(plan, emit);
    for (uint32_t i = 0; i < plan->nbodies; i++)
        rc_emit_line(emit, "bool %s(struct rt_eval *eval);", plan->bodies[i].name);
    rc_emit_gap(emit);
    rc_emit_c_handlers(plan, emit);
    rc_emit_c_rules(plan, emit);
    rc_emit_filter(plan, plan->filter, emit);
    rc_emit_c_hosts(plan, emit);
    rc_emit_c_site(plan, emit);
    rc_emit_c_manifest(plan, emit);
    rc_emit_c_program(plan, rules_hash, emit);
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Bodies stand in the order of their rules: those of rules before `rule`. */
static uint32_t bodies_before(const struct rc_plan *plan, uint32_t rule)
{
    uint32_t n = 0;

    while (n < plan->nbodies && plan->bodies[n].rule < rule)
        n++;
    return n;
}

/* Tests from `first` on of which `most` are functions, at most: where the next ones begin. */
static uint32_t tests_end(const struct rc_plan *plan, uint32_t first, uint32_t most)
{
    while (first < plan->ntests && most > 0)
        most -= rc_emit_c_is_function(&plan->tests[first++]);
    return first;
}

static void emit_tests(const struct rc_plan *plan, uint32_t most, struct rc_emit_files *out)
{
    uint32_t number = 1, end;

    for (uint32_t first = 0; first < plan->ntests; first = end) {
        struct rc_emit *emit =
            begin(plan, out, rc_arena_printf(plan->arena, "tests-%u.c", number++),
                  "Tests that rules ask.");

        end = tests_end(plan, first, most);
        rc_emit_c_tests(plan, first, end, emit);
    }
    for (uint32_t i = 0; i < chunks(plan->nfunctions, most); i++) {
        struct rc_emit *emit = begin(plan, out, rc_arena_printf(plan->arena, "macros-%u.c", i + 1),
                                     "Conditions that several rules share.");

        rc_emit_c_functions(plan, i * most, smaller(plan->nfunctions, (i + 1) * most), emit);
    }
}

void rc_emit_c_files(const struct rc_plan *plan, const char *rules_hash, uint32_t rules_a_file,
                     enum rc_emit_purpose purpose, struct rc_emit_files *out)
{
    const uint32_t size = rules_a_file > 0 ? rules_a_file : UINT32_MAX / TESTS_A_RULE;
    const uint32_t most = TESTS_A_RULE * size, nrules = chunks(plan->nrules, size);
    const uint32_t nfiles = 5 + nrules + plan->ntests / most + plan->nfunctions / most;

    *out = (struct rc_emit_files){.purpose = purpose,
                                  .files = rc_arena_array(plan->arena, nfiles, sizeof *out->files)};
    if (rules_a_file == 0) {
        *out->files = (struct rc_emit_file){.name = "agent.c", .text = {.purpose = purpose}};
        out->nfiles = 1;
        rc_emit_c(plan, rules_hash, &out->files[0].text);
        return;
    }
    emit_header(plan, begin(plan, out, "rules.h", NULL));
    emit_agent(plan, rules_hash, begin(plan, out, "agent.c", NULL));
    if (plan->ntables > 0)
        rc_emit_c_tables(plan,
                         begin(plan, out, "tables.c", "The literals that rules compare with."));
    emit_tests(plan, most, out);
    for (uint32_t i = 0; i < nrules; i++) {
        const uint32_t first = i * size;
        const uint32_t end = smaller(plan->nrules, first + size);
        struct rc_emit *emit = begin(plan, out, rc_arena_printf(plan->arena, "rules-%u.c", i + 1),
                                     "Conditions of rules, and what they put out.");

        rc_emit_c_bodies(plan, bodies_before(plan, first), bodies_before(plan, end), emit);
        rc_emit_table_begin(emit);
        rc_emit_c_outputs(plan, first, end, emit);
        rc_emit_table_end(emit);
    }
}
