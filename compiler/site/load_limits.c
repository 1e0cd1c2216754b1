/* Limits of rules that alert too often, in a site file. See site.h and runtime/alert/limit.h.
 *
 *     throttle:
 *       alerts: 10            # of each rule
 *       seconds: 60
 *       rules:
 *         - {rule: "Sensitive file*", alerts: 1, seconds: 300}
 *         - {tag: noisy, alerts: 5}
 *     deduplicate:
 *       seconds: 60
 *       by: [proc.name, fd.name]
 *       rules:
 *         - {rule: Terminal shell, seconds: 600, by: [proc.tty]}
 */
#include "site/load.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct rc_site_limit *add_limit(struct rc_site_loader *loader, struct rc_span span)
{
    struct rc_site *site = loader->site;
    struct rc_site_limit *more =
        rc_arena_array(loader->arena, site->nlimits + 1, sizeof *site->limits);

    if (site->nlimits > 0)
        memcpy(more, site->limits, site->nlimits * sizeof *more);
    site->limits = more;
    more[site->nlimits] = (struct rc_site_limit){.span = span, .limits = RC_NO_LIMITS};
    return &more[site->nlimits++];
}

/* A number of alerts or of seconds, by the bounds of the setting for all rules. */
static uint32_t load_number(struct rc_site_loader *loader, const struct rc_yaml_node *node,
                            enum cat_setting_id id)
{
    const char *key = cat_settings[id].key;
    const char *text = rc_site_text(loader, node, key);
    char expected[160];

    if (!text)
        return RC_LIMIT_UNSET;
    if (cat_setting_check(id, text, expected, sizeof expected))
        return (uint32_t)cat_setting_number(text);
    rc_error(loader->diags, RC_ERR_YAML_VALIDATE, node->span, "`%s` must be %s, not `%s`", key,
             expected, text);
    return RC_LIMIT_UNSET;
}

static void load_fields(struct rc_site_loader *loader, const struct rc_yaml_node *value,
                        struct rc_rule_limits *limits)
{
    const char **by;

    if (!rc_site_is(loader, value, "by", RC_YAML_SEQUENCE))
        return;
    by = rc_arena_array(loader->arena, value->nchildren + 1, sizeof *by);
    limits->nby = 0;
    for (uint32_t i = 0; i < value->nchildren; i++) {
        const char *name = rc_site_text(loader, value->children[i], "an element of by");

        if (name)
            by[limits->nby++] = name;
    }
    limits->by = by;
    limits->by_span = value->span;
}

/* Which list is read. */
struct kind {
    const char *name;
    const char *const *keys;
    size_t nkeys;
    bool throttles;
};

static void load_key(struct rc_site_loader *loader, const struct kind *kind,
                     const struct rc_yaml_node *key, const struct rc_yaml_node *value,
                     struct rc_site_limit *limit)
{
    if (rc_yaml_is(key, "rule"))
        limit->rule = rc_site_text(loader, value, "rule");
    else if (rc_yaml_is(key, "tag"))
        limit->tag = rc_site_text(loader, value, "tag");
    else if (rc_yaml_is(key, "seconds") && kind->throttles)
        limit->limits.seconds = load_number(loader, value, CAT_SETTING_THROTTLE_SECONDS);
    else if (rc_yaml_is(key, "seconds"))
        limit->limits.alike_seconds = load_number(loader, value, CAT_SETTING_ALIKE_SECONDS);
    else if (rc_yaml_is(key, "alerts") && kind->throttles)
        limit->limits.alerts = load_number(loader, value, CAT_SETTING_THROTTLE_ALERTS);
    else if (rc_yaml_is(key, "by") && !kind->throttles)
        load_fields(loader, value, &limit->limits);
    else
        rc_site_unknown(loader, key, rc_arena_strndup(loader->arena, key->text.data, key->text.len),
                        kind->keys, kind->nkeys);
}

static void load_rules(struct rc_site_loader *loader, const struct kind *kind,
                       const struct rc_yaml_node *value)
{
    if (!rc_site_is(loader, value, kind->name, RC_YAML_SEQUENCE))
        return;
    for (uint32_t i = 0; i < value->nchildren; i++) {
        const struct rc_yaml_node *item = value->children[i];
        struct rc_site_limit *limit;

        if (!rc_site_is(loader, item, "an element of rules", RC_YAML_MAP))
            continue;
        limit = add_limit(loader, item->span);
        for (uint32_t k = 0; k + 1 < item->nchildren; k += 2)
            load_key(loader, kind, item->children[k], item->children[k + 1], limit);
        if ((limit->rule == NULL) == (limit->tag == NULL))
            rc_error(loader->diags, RC_ERR_YAML_VALIDATE, item->span,
                     "this must have either a `rule` or a `tag`");
    }
}

void rc_site_load_throttle_rules(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    static const char *const keys[] = {"rule", "tag", "alerts", "seconds"};
    const struct kind kind = {"throttle.rules", keys, COUNT(keys), true};

    load_rules(loader, &kind, value);
}

void rc_site_load_alike_rules(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    static const char *const keys[] = {"rule", "tag", "seconds", "by"};
    const struct kind kind = {"deduplicate.rules", keys, COUNT(keys), false};

    load_rules(loader, &kind, value);
}

void rc_site_load_alike_by(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    loader->site->limits_of_all = RC_NO_LIMITS;
    load_fields(loader, value, &loader->site->limits_of_all);
}

/* What the entry says over what was said before. */
static void put_over(struct rc_rule_limits *limits, const struct rc_rule_limits *more)
{
    if (more->alerts != RC_LIMIT_UNSET)
        limits->alerts = more->alerts;
    if (more->seconds != RC_LIMIT_UNSET)
        limits->seconds = more->seconds;
    if (more->alike_seconds != RC_LIMIT_UNSET)
        limits->alike_seconds = more->alike_seconds;
    if (more->by) {
        limits->by = more->by;
        limits->nby = more->nby;
        limits->by_span = more->by_span;
    }
}

static void limit_rule(struct rc_rule *rule, const struct rc_rule_limits *limits,
                       struct rc_arena *arena)
{
    if (!rule->limits) {
        rule->limits = rc_arena_alloc(arena, sizeof *rule->limits);
        *rule->limits = RC_NO_LIMITS;
    }
    put_over(rule->limits, limits);
}

void rc_site_limit_rules(const struct rc_site *site, struct rc_ruleset *set)
{
    for (struct rc_rule *rule = set->rules; rule && site->limits_of_all.by; rule = rule->next)
        limit_rule(rule, &site->limits_of_all, set->arena);
    for (uint32_t i = 0; i < site->nlimits; i++) {
        const struct rc_site_limit *limit = &site->limits[i];
        uint32_t n = 0;

        for (struct rc_rule *rule = set->rules; rule; rule = rule->next) {
            if (!rc_site_means(limit->rule, limit->tag, rule))
                continue;
            limit_rule(rule, &limit->limits, set->arena);
            n++;
        }
        set->diags->context = NULL;
        if (n == 0)
            rc_site_no_such_rule(set, limit->rule, limit->tag, limit->span);
    }
}
