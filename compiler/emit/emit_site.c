/* A site file as C data. See emit_c.h. */
#include "emit/emit_c.h"

#include <string.h>

static const char *const names[CAT_SETTING__COUNT] = {
#define X(id, key, type, otherwise, flags, low, high, choices, help) [CAT_SETTING_##id] = #id,
#include "catalog/settings.def"
#undef X
};

bool rc_site_asks_for(const struct rc_site *site, enum cat_setting_id enabled)
{
    return site->values[enabled] && cat_setting_bool(site->values[enabled]);
}

static bool has_limits(const struct rc_rule *rule)
{
    const struct rc_rule_limits *limits = rule->limits;

    return limits && (limits->alerts != RC_LIMIT_UNSET || limits->seconds != RC_LIMIT_UNSET ||
                      limits->alike_seconds != RC_LIMIT_UNSET || rule->parsed->nby > 0);
}

static void emit_number(struct rc_emit *emit, const char *member, uint32_t number)
{
    if (number == RC_LIMIT_UNSET)
        rc_emit_line(emit, ".%s = RT_LIMIT_UNSET,", member);
    else
        rc_emit_line(emit, ".%s = %u,", member, number);
}

/* Limits of single rules. Returns how many have some. */
static uint32_t emit_limits(const struct rc_plan *plan, struct rc_emit *emit)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_plan_rule *planned = &plan->rules[i];
        const struct rc_rule *rule = planned->rule;

        if (!has_limits(rule))
            continue;
        if (n++ == 0)
            rc_emit_open(emit, "static const struct rt_rule_limits limits[] =");
        rc_emit_open(emit, "[%u] =", n - 1);
        rc_emit_line(emit, ".rule = %s,", planned->name);
        emit_number(emit, "alerts", rule->limits->alerts);
        emit_number(emit, "seconds", rule->limits->seconds);
        emit_number(emit, "alike_seconds", rule->limits->alike_seconds);
        if (rule->parsed->nby > 0)
            rc_emit_line(emit, ".by = &output_of_%s[%u], .nby = %u,", planned->name,
                         rule->parsed->first_by, rule->parsed->nby);
        rc_emit_close(emit, ",");
    }
    if (n > 0)
        rc_emit_close(emit, ";");
    return n;
}

/* Marks the slots that a condition asks. */
static void mark_slots(const struct rc_plan *plan, const struct rc_node *node, bool *asked)
{
    const struct rc_plan_test *test;

    for (uint32_t i = 0; i < node->nchildren; i++)
        mark_slots(plan, node->children[i], asked);
    if (node->kind != RC_NODE_TEST)
        return;
    test = rc_plan_test(plan, node);
    asked[test->slot] = true;
    if (test->right_slot != RC_PLAN_NO_SLOT)
        asked[test->right_slot] = true;
}

/* Of each rule, on whatever event it can fire. */
static void emit_slots(const struct rc_plan *plan, uint32_t rule, struct rc_emit *emit)
{
    bool *asked = rc_arena_array(plan->arena, plan->nvalues + 1, sizeof *asked);

    memset(asked, 0, plan->nvalues * sizeof *asked);
    for (uint32_t i = 0; i < plan->nhandlers; i++) {
        for (uint32_t k = 0; k < plan->handlers[i].nsteps; k++) {
            const struct rc_plan_step *step = &plan->handlers[i].steps[k];

            if (step->rule == rule)
                mark_slots(plan, plan->bodies[step->body].node, asked);
        }
    }
    rc_emit_open(emit, "static const uint16_t asked_by_%s[] =", plan->rules[rule].name);
    for (uint32_t i = 0; i < plan->nvalues; i++) {
        if (asked[i])
            rc_emit_line(emit, "%s,", plan->values[i].name);
    }
    rc_emit_line(emit, "UINT16_MAX,");
    rc_emit_close(emit, ";");
}

/* What the web server's page tells of rules. */
static void emit_notes(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (plan->nrules == 0)
        return;
    rc_emit_comment(emit, "What the page of the web server tells of rules.");
    rc_emit_table_begin(emit);
    for (uint32_t i = 0; i < plan->nrules; i++)
        emit_slots(plan, i, emit);
    rc_emit_open(emit, "static const struct rt_rule_note notes[] =");
    for (uint32_t i = 0; i < plan->nrules; i++) {
        const struct rc_rule *rule = plan->rules[i].rule;
        const char *desc = rule->desc ? rule->desc : "";
        const char *condition = rule->written.data ? rule->written.data : "";

        rc_emit_open(emit, "[%s] =", plan->rules[i].name);
        rc_emit_line(emit, ".desc = %s,", rc_emit_c_string(plan, desc, strlen(desc)));
        rc_emit_line(emit, ".condition = %s,",
                     rc_emit_c_string(plan, condition, strlen(condition)));
        rc_emit_line(emit, ".slots = asked_by_%s,", plan->rules[i].name);
        rc_emit_line(emit, ".nslots = sizeof asked_by_%s / sizeof(uint16_t) - 1,",
                     plan->rules[i].name);
        rc_emit_close(emit, ",");
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

void rc_emit_c_site(const struct rc_plan *plan, struct rc_emit *emit)
{
    const struct rc_site *site = plan->site;
    uint32_t n = 0, nlimits;

    if (!site)
        return;
    if (rc_site_asks_for(site, CAT_SETTING_WEB_ENABLED)) {
        emit_notes(plan, emit);
        rc_emit_line(emit, "extern const struct rt_web_ops rt_web_ops;");
        rc_emit_gap(emit);
    }
    rc_emit_comment(emit, "What the site file says; the other settings have their defaults.");
    rc_emit_table_begin(emit);
    nlimits = emit_limits(plan, emit);
    rc_emit_open(emit, "static const struct rt_site site =");
    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        const char *value = site->values[i];

        if (!value)
            continue;
        if (n++ == 0)
            rc_emit_open(emit, ".values =");
        rc_emit_line(emit, "[CAT_SETTING_%s] = %s,", names[i],
                     rc_emit_c_string(plan, value, strlen(value)));
    }
    if (n > 0)
        rc_emit_close(emit, ",");
    if (rc_site_asks_for(site, CAT_SETTING_HTTP_ENABLED))
        rc_emit_line(emit, ".http = rt_sink_http,");
    if (rc_site_asks_for(site, CAT_SETTING_KAFKA_ENABLED))
        rc_emit_line(emit, ".kafka = rt_sink_kafka,");
    if (rc_site_asks_for(site, CAT_SETTING_WEB_ENABLED))
        rc_emit_line(emit, ".web = &rt_web_ops,%s", plan->nrules > 0 ? " .notes = notes," : "");
    if (nlimits > 0)
        rc_emit_line(emit, ".limits = limits, .nlimits = %u,", nlimits);
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}
