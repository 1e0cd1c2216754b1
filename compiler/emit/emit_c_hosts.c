/* The C back end: names of hosts, which agents look up when they start. See emit_c.h. */
#include "emit/emit_c.h"

#include "rules/host_names.h"

#include <string.h>

static uint32_t host_names(const struct rc_plan *plan, const char ***names)
{
    const struct rc_rule **rules = rc_arena_array(plan->arena, plan->nrules + 1, sizeof *rules);

    for (uint32_t i = 0; i < plan->nrules; i++)
        rules[i] = plan->rules[i].rule;
    return rc_host_names(plan->arena, rules, plan->nrules, names);
}

bool rc_plan_names_hosts(const struct rc_plan *plan)
{
    const char **names;

    return host_names(plan, &names) > 0;
}

void rc_emit_c_hosts(const struct rc_plan *plan, struct rc_emit *emit)
{
    const char **names;
    const uint32_t n = host_names(plan, &names);

    if (n == 0)
        return;
    rc_emit_comment(emit, "Hosts whose addresses are looked up when the agent starts.");
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const char *const hosts[] =");
    for (uint32_t i = 0; i < n; i++)
        rc_emit_line(emit, "%s,", rc_emit_c_string(plan, names[i], strlen(names[i])));
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

void rc_emit_c_hosts_member(const struct rc_plan *plan, struct rc_emit *emit)
{
    const char **names;
    const uint32_t n = host_names(plan, &names);

    if (n == 0)
        return;
    rc_emit_line(emit, ".hosts = hosts,");
    rc_emit_line(emit, ".nhosts = %u,", n);
}
