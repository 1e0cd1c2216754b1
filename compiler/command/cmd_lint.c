/* rulec lint: what Falco would load without a word, and is not what anybody meant. */
#include "command/command.h"
#include "emit/build.h"

#include <stdio.h>
#include <string.h>

static void print_place(const struct rc_build *build, struct rc_span span)
{
    const struct rc_source_file *file = rc_source(&build->sources, span.file);
    const struct rc_place place = rc_source_place(file, span.off);

    printf("%s:%u:%u: ", file->name, place.line, place.column);
}

/* Each rule with no step in any handler. Returns how many. */
static uint32_t lint_never(struct rc_build *build)
{
    const struct rc_plan *plan = &build->plan;
    bool *fires = rc_arena_array(&build->arena, plan->nrules + 1, sizeof *fires);
    uint32_t n = 0;

    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        for (uint32_t k = 0; k < plan->handlers[i].nsteps; k++)
            fires[plan->handlers[i].steps[k].rule] = true;
    }
    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_rule *rule = plan->rules[i].rule;
        const struct rc_node *node = rc_graph_expr(&build->graph, rule->expr);

        if (fires[i])
            continue;
        print_place(build, rule->span);
        if (node->kind == RC_NODE_FALSE)
            printf("warning: the condition of rule `%s` contradicts itself: it can never fire "
                   "[contradiction]\n",
                   rule->name);
        else
            printf("warning: the condition of rule `%s` holds on none of its events: it can never "
                   "fire [never-fires]\n",
                   rule->name);
        n++;
    }
    return n;
}

/* Of two rules with the same condition, where only the first match counts, the later one is never
 * seen. Conditions are the same if their nodes are. */
static uint32_t lint_same(struct rc_build *build)
{
    const struct rc_plan *plan = &build->plan;
    const uint32_t nnodes = build->graph.nnodes;
    uint32_t *first = rc_arena_array(&build->arena, nnodes + 1, sizeof *first);
    uint32_t n = 0;

    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_rule *rule = plan->rules[i].rule;
        const struct rc_node *node = rc_graph_expr(&build->graph, rule->expr);

        if (node->kind == RC_NODE_FALSE || node->number >= nnodes)
            continue;
        if (first[node->number] == 0) {
            first[node->number] = i + 1;
            continue;
        }
        print_place(build, rule->span);
        printf("warning: rule `%s` asks for the same as rule `%s`, which comes first "
               "[same-condition]\n",
               rule->name, plan->rules[first[node->number] - 1].rule->name);
        n++;
    }
    return n;
}

int rc_cmd_lint(const struct rc_args *args)
{
    struct rc_build build = {0};
    int status = RC_EXIT_RULES;

    if (rc_build_rules(&build, args->operands.items, args->operands.n)) {
        const uint32_t n = lint_never(&build) + lint_same(&build);

        status = rc_finish_output("lint");
        if (n > 0)
            status = RC_EXIT_RULES;
    }
    rc_build_free(&build);
    return status;
}
