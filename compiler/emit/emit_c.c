/* The C back end: conditions, rules and handlers as functions. See emit_c.h. */
#include "emit/emit_c.h"

#include "filter/filter.h"

#include <ctype.h>
#include <string.h>

static const char *in_capitals(const struct rc_plan *plan, const char *prefix, const char *name)
{
    char *text = rc_arena_printf(plan->arena, "%s%s", prefix, name);

    for (char *c = text; *c; c++)
        *c = (char)toupper((unsigned char)*c);
    return text;
}

const char *rc_emit_c_bit(const struct rc_plan *plan, const char *name)
{
    return in_capitals(plan, "TEST_", name);
}

const char *rc_emit_c_kept_bit(const struct rc_plan *plan, const char *name)
{
    return in_capitals(plan, "KEPT_", name);
}

const char *rc_emit_c_string(const struct rc_plan *plan, const char *bytes, size_t len)
{
    struct rc_strbuf text = {0};
    const char *string;

    rc_emit_cstr(&text, bytes, len);
    string = rc_arena_strndup(plan->arena, text.data, text.len);
    rc_strbuf_free(&text);
    return string;
}

const char *rc_emit_c_position(const struct rc_plan *plan, struct rc_span span)
{
    const struct rc_source_file *file;

    if (span.file == 0)
        return "";
    file = rc_source(plan->sources, span.file);
    return rc_arena_printf(plan->arena, "%s:%u", file->name, rc_source_place(file, span.off).line);
}

static const struct rc_plan_node *planned(const struct rc_plan *plan, const struct rc_node *node)
{
    return &plan->nodes[node->number];
}

/* The name of the function behind a node; NULL if it has none. */
static const char *function(const struct rc_plan *plan, const struct rc_node *node)
{
    return node->kind == RC_NODE_TEST ? rc_plan_test(plan, node)->name : planned(plan, node)->name;
}

const char *rc_emit_c_expression(const struct rc_plan *plan, const struct rc_node *node,
                                 bool negated)
{
    const struct rc_node **children = planned(plan, node)->children;
    const bool both = (node->kind == RC_NODE_AND) != negated;

    if (node->kind == RC_NODE_NOT)
        return rc_emit_c_expression(plan, children[0], !negated);
    if (function(plan, node))
        return rc_arena_printf(plan->arena, "%s%s(eval)", negated ? "!" : "", function(plan, node));
    return rc_arena_printf(plan->arena, "%s %s %s",
                           rc_emit_c_expression(plan, children[0], negated), both ? "&&" : "||",
                           rc_emit_c_expression(plan, children[1], negated));
}

/* A line around an expression: what is too long for one goes on below its beginning. */
static void emit_around(struct rc_emit *emit, const char *lead, const char *expression,
                        const char *tail)
{
    const size_t used = 4 * emit->depth + strlen(lead) + strlen(expression) + strlen(tail);
    const char *both = strstr(expression, " && "), *either = strstr(expression, " || ");
    const char *cut = both ? both : either;

    if (used <= RC_EMIT_WIDTH || !cut) {
        rc_emit_line(emit, "%s%s%s", lead, expression, tail);
        return;
    }
    rc_emit_line(emit, "%s%.*s", lead, (int)(cut + 3 - expression), expression);
    rc_emit_line(emit, "%*s%s%s", (int)strlen(lead), "", cut + 4, tail);
}

/* The statements that decide a node and return. */
static void emit_decision(const struct rc_plan *plan, const struct rc_node *node, bool spell_out,
                          struct rc_emit *emit)
{
    const bool is_and = node->kind == RC_NODE_AND;
    const struct rc_node **children = planned(plan, node)->children;

    if (node->kind == RC_NODE_TRUE || node->kind == RC_NODE_FALSE) {
        rc_emit_line(emit, "(void)eval;");
        rc_emit_line(emit, "return %s;", node->kind == RC_NODE_TRUE ? "true" : "false");
        return;
    }
    if (node->kind == RC_NODE_TEST || node->kind == RC_NODE_NOT ||
        (!spell_out && function(plan, node))) {
        emit_around(emit, "return ", rc_emit_c_expression(plan, node, false), ";");
        return;
    }
    for (uint32_t i = 0; i + 1 < node->nchildren; i++) {
        emit_around(emit, "if (", rc_emit_c_expression(plan, children[i], is_and), ")");
        rc_emit_line(emit, "    return %s;", is_and ? "false" : "true");
    }
    emit_around(emit, "return ", rc_emit_c_expression(plan, children[node->nchildren - 1], false),
                ";");
}

void rc_emit_c_functions(const struct rc_plan *plan, uint32_t first, uint32_t end,
                         struct rc_emit *emit)
{
    for (uint32_t i = first; i < end; i++) {
        const struct rc_plan_node *node = &plan->nodes[plan->functions[i]];
        const bool kept = node->kept.with != RC_LIFE_EVENT;
        const bool anew = kept || node->bit != RC_PLAN_NO_BIT;

        if (node->node->name)
            rc_emit_comment(emit, rc_arena_printf(plan->arena, "macro `%s`%s", node->node->name,
                                                  anew ? ", worked out" : ""));
        rc_emit_function(emit, "%sbool %s%s(struct rt_eval *eval)",
                         anew ? "static " : rc_emit_linkage(emit), node->name, anew ? "_anew" : "");
        emit_decision(plan, node->node, true, emit);
        rc_emit_close(emit, "");
        rc_emit_gap(emit);
        if (kept)
            rc_emit_c_kept(plan, &node->kept, node->name, node->name, emit);
        if (kept || !anew)
            continue;
        rc_emit_function(emit, "%sbool %s(struct rt_eval *eval)", rc_emit_linkage(emit),
                         node->name);
        rc_emit_open(emit, "if (!rt_test_known(eval, %s))", rc_emit_c_bit(plan, node->name));
        rc_emit_line(emit, "const bool holds = %s_anew(eval);", node->name);
        rc_emit_gap(emit);
        rc_emit_line(emit, "rt_test_note(eval, %s, holds);", rc_emit_c_bit(plan, node->name));
        rc_emit_close(emit, "");
        rc_emit_line(emit, "return rt_test_true(eval, %s);", rc_emit_c_bit(plan, node->name));
        rc_emit_close(emit, "");
        rc_emit_gap(emit);
    }
}

/* A condition as one line: the layout that it has in its file does not survive the wrapping of
 * comments. What stands in quotes is left as it is. */
static const char *one_line(const struct rc_plan *plan, const char *condition)
{
    char *line = rc_arena_alloc(plan->arena, strlen(condition) + 1), quote = '\0';
    size_t len = 0;

    for (; *condition; condition++) {
        const char c = *condition;

        if (quote == '\0' && isspace((unsigned char)c)) {
            if (len > 0 && line[len - 1] != ' ' && line[len - 1] != '(')
                line[len++] = ' ';
            continue;
        }
        if (quote == '\0' && c == ')' && len > 0 && line[len - 1] == ' ')
            len--;
        if (quote == c)
            quote = '\0';
        else if (quote == '\0' && (c == '"' || c == '\''))
            quote = c;
        line[len++] = c;
    }
    while (len > 0 && line[len - 1] == ' ')
        len--;
    line[len] = '\0';
    return line;
}

/* Above each rule: where it is, on which events this is its condition, and, the first time, what it
 * says. */
static void emit_body_comment(const struct rc_plan *plan, const struct rc_plan_body *body,
                              bool again, struct rc_emit *emit)
{
    const struct rc_rule *rule = plan->rules[body->rule].rule;
    const char *condition = rule->condition.data ? rule->condition.data : "";
    const char *place =
        rc_arena_printf(plan->arena, "%s \"%s\" on %s", rc_emit_c_position(plan, rule->span),
                        rule->name, rc_emit_c_event_names(plan, body->events, body->nevents));

    if (again)
        rc_emit_comment(emit, rc_arena_printf(plan->arena, "%s.", place));
    else
        rc_emit_comment(emit,
                        rc_arena_printf(plan->arena, "%s:\n%s", place, one_line(plan, condition)));
}

void rc_emit_c_bodies(const struct rc_plan *plan, uint32_t first, uint32_t end,
                      struct rc_emit *emit)
{
    for (uint32_t i = first; i < end; i++) {
        const struct rc_plan_body *body = &plan->bodies[i];

        emit_body_comment(plan, body, i > first && plan->bodies[i - 1].rule == body->rule, emit);
        rc_emit_function(emit, "%sbool %s%s(struct rt_eval *eval)",
                         rc_emit_c_counts_rules(emit) ? "static " : rc_emit_linkage(emit),
                         body->name, rc_emit_c_counts_rules(emit) ? "_itself" : "");
        emit_decision(plan, body->node, false, emit);
        rc_emit_close(emit, "");
        rc_emit_gap(emit);
        rc_emit_c_counted_rule(body->name, body->rule, emit);
    }
}

void rc_emit_c_banner(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit)
{
    struct rc_strbuf text = {0};

    rc_strbuf_printf(&text, "Made by rulec %s; do not edit.\n\n", RULEC_VERSION);
    rc_strbuf_adds(&text, "The detection program of one agent: for each kind of event the rules "
                          "that can fire on it, as functions. Every question that rules ask is "
                          "asked once an event, whoever asks it. Rules from:\n");
    for (uint32_t i = 0; i < plan->sources->nfiles; i++)
        rc_strbuf_printf(&text, "    %s\n", plan->sources->files[i].name);
    rc_strbuf_printf(&text, "SHA-256 of the rules: %s", rules_hash);
    rc_emit_comment(emit, text.data);
    rc_strbuf_free(&text);
}

void rc_emit_c_program(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit)
{
    uint32_t most_steps = 0, nclasses = 0;

    rc_emit_open(emit, "const struct rt_program rulec_program =");
    rc_emit_line(emit, ".abi = RT_PROGRAM_ABI,");
    rc_emit_line(emit, ".rules_hash = \"%s\",", rules_hash);
    if (plan->nvalues > 0)
        rc_emit_line(emit, ".values = values,");
    rc_emit_line(emit, ".nvalues = %u,", plan->nvalues);
    rc_emit_line(emit, ".ntests = %u,", plan->nbits);
    if (plan->graph->nmemories > 0)
        rc_emit_line(emit, ".nmemories = %u,", plan->graph->nmemories);
    if (plan->ntables > 0)
        rc_emit_line(emit, ".ntables = %u,", plan->ntables);
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        if (plan->handlers[i].ngroups > 0 && plan->handlers[i].nsteps > most_steps)
            most_steps = plan->handlers[i].nsteps;
    }
    if (most_steps > 0)
        rc_emit_line(emit, ".most_steps = %u,", most_steps);
    if (plan->nrules > 0)
        rc_emit_line(emit, ".rules = rules,");
    rc_emit_line(emit, ".nrules = %u,", plan->nrules);
    rc_emit_line(emit, ".handlers = handlers,");
    rc_emit_line(emit, ".filter = &filter,");
    if (plan->thread_words > 0) {
        rc_emit_line(emit, ".thread_words = %u,", plan->thread_words);
        rc_emit_line(emit, ".own_words = %u,", plan->own_words);
    }
    if (plan->fd_words > 0)
        rc_emit_line(emit, ".fd_words = %u,", plan->fd_words);
    for (uint32_t i = 0; i < plan->nhandlers; i++)
        nclasses += plan->handlers[i].possible_name != NULL;
    if (nclasses > 0) {
        rc_emit_line(emit, ".classes = classes,");
        rc_emit_line(emit, ".nclasses = %u,", nclasses);
    }
    rc_emit_c_hosts_member(plan, emit);
    if (plan->site)
        rc_emit_line(emit, ".site = &site,");
    if (plan->manifest)
        rc_emit_line(emit, ".manifest = &manifest,");
    if (emit->purpose == RC_EMIT_TELLING)
        rc_emit_line(emit, ".counts = &counts,");
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
    rc_emit_c_count_texts(plan, emit);
    rc_emit_function(emit, "int main(int argc, char **argv)");
    if (emit->purpose == RC_EMIT_TELLING)
        rc_emit_line(emit, "rt_counts_open(&counts);");
    if (emit->purpose == RC_EMIT_AGENT || emit->purpose == RC_EMIT_TELLING)
        rc_emit_line(emit, "return rt_agent_main(argc, argv, &rulec_program);");
    else
        rc_emit_line(emit, "return rt_bench_main(argc, argv, &rulec_program, %s);",
                     emit->purpose == RC_EMIT_COUNTED ? "&counts" : "NULL");
    rc_emit_close(emit, "");
}

void rc_emit_c_includes(const struct rc_plan *plan, struct rc_emit *emit)
{
    rc_emit_line(emit, "#include \"agent.h\"");
    if (emit->purpose == RC_EMIT_TELLING)
        rc_emit_line(emit, "#include \"bench/count.h\"");
    else if (emit->purpose != RC_EMIT_AGENT)
        rc_emit_line(emit, "#include \"bench/bench.h\"");
    rc_emit_line(emit, "#include \"match/match.h\"");
    if (plan->nregexes > 0) {
        rc_emit_gap(emit);
        rc_emit_line(emit, "#include \"regexes.h\"");
    }
    rc_emit_gap(emit);
}

void rc_emit_c(const struct rc_plan *plan, const char *rules_hash, struct rc_emit *emit)
{
    rc_emit_c_banner(plan, rules_hash, emit);
    rc_emit_c_includes(plan, emit);
    rc_emit_c_value_enum(plan, emit);
    rc_emit_c_rule_enum(plan, emit);
    rc_emit_c_test_enum(plan, emit);
    rc_emit_c_values(plan, emit);
    rc_emit_c_tables(plan, emit);
    rc_emit_c_counts(plan, emit);
    rc_emit_c_look_ups(plan, emit);
    rc_emit_c_tests(plan, 0, plan->ntests, emit);
    rc_emit_c_functions(plan, 0, plan->nfunctions, emit);
    rc_emit_c_bodies(plan, 0, plan->nbodies, emit);
    rc_emit_c_handlers(plan, emit);
    rc_emit_c_rules(plan, emit);
    rc_emit_filter(plan, plan->filter, emit);
    rc_emit_c_hosts(plan, emit);
    rc_emit_c_site(plan, emit);
    rc_emit_c_manifest(plan, emit);
    rc_emit_c_program(plan, rules_hash, emit);
}
