/* What a file requires of the engine and of plugins.
 *
 * rulec answers as the engine below does. The facts that Falco's container plugin gives are built
 * in, so a requirement of it can be met; other plugins are not there. */
#include "rules/load.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint32_t engine[3] = {0, 63, 0};

static const struct {
    const char *name;
    uint32_t version[3];
} built_in[] = {
    {"container", {0, 7, 0}},
};

/* "x.y.z", whatever follows; blanks and signs are read over as sscanf does, so as Falco does. */
static bool parse_version(const struct rc_text *text, uint32_t out[3])
{
    return sscanf(text->data, "%" SCNu32 ".%" SCNu32 ".%" SCNu32, &out[0], &out[1], &out[2]) == 3;
}

static int compare_versions(const uint32_t a[3], const uint32_t b[3])
{
    for (int i = 0; i < 3; i++) {
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    }
    return 0;
}

/* A newer version does, as long as the first number is the same. */
static bool is_compatible(const uint32_t have[3], const uint32_t need[3])
{
    return have[0] == need[0] && compare_versions(have, need) >= 0;
}

void rc_load_engine_version(struct rc_loader *loader, const struct rc_yaml_node *item,
                            const struct rc_context *file)
{
    static const char *const keys[] = {"required_engine_version"};
    const struct rc_context *context =
        rc_load_within(loader, file, "required_engine_version", "", item->span);
    struct rc_text text;
    if (rc_load_text(loader, item, keys[0], context, RC_LOAD_REQUIRED, &text) != RC_LOAD_FOUND)
        return;
    struct rc_span span = rc_load_span(&text);
    uint32_t version[3] = {0};
    /* A bare number is the second of the three. */
    if (!rc_load_is_u32(&text, &version[1]) && !parse_version(&text, version)) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, span,
                 "`%s` is not a version; it is written x.y.z", rc_load_string(loader, &text));
        return;
    }
    if (!is_compatible(engine, version)) {
        rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, span,
                 "the rules require engine version %u.%u.%u, but this is %u.%u.%u", version[0],
                 version[1], version[2], engine[0], engine[1], engine[2]);
        return;
    }
    if (!loader->set->required_engine_version ||
        compare_versions(loader->engine_required, version) < 0) {
        memcpy(loader->engine_required, version, sizeof(version));
        loader->set->required_engine_version =
            rc_arena_printf(loader->arena, "%u.%u.%u", version[0], version[1], version[2]);
    }
    rc_load_warn_keys(loader, item, keys, 1, context);
}

struct requirement {
    const char *name;
    uint32_t version[3];
    const char *text;    /* the version, as written */
    struct rc_span span; /* of the version */
};

/* `name` and `version` of a plugin. */
static bool load_requirement(struct rc_loader *loader, const struct rc_yaml_node *node,
                             const struct rc_context *context, struct requirement *out,
                             const struct rc_text **bad_version)
{
    struct rc_text name, version;
    if (rc_load_text(loader, node, "name", context, RC_LOAD_REQUIRED, &name) != RC_LOAD_FOUND ||
        rc_load_text(loader, node, "version", context, RC_LOAD_REQUIRED, &version) != RC_LOAD_FOUND)
        return false;
    out->name = rc_load_string(loader, &name);
    out->text = rc_load_string(loader, &version);
    out->span = rc_load_span(&version);
    if (!parse_version(&version, out->version) && !*bad_version) {
        struct rc_text *copy = rc_arena_alloc(loader->arena, sizeof(*copy));
        *copy = version;
        *bad_version = copy;
    }
    return true;
}

static bool is_met(const struct requirement *requirement)
{
    for (size_t i = 0; i < sizeof(built_in) / sizeof(built_in[0]); i++) {
        if (strcmp(built_in[i].name, requirement->name) == 0 &&
            is_compatible(built_in[i].version, requirement->version))
            return true;
    }
    return false;
}

/* Keeps all[0] and its count alternatives behind it. */
static void keep_requirement(struct rc_ruleset *set, const struct requirement *all, uint32_t count)
{
    struct rc_requirement *kept = rc_arena_array(set->arena, count + 1, sizeof *kept);

    for (uint32_t i = 0; i <= count; i++)
        kept[i] = (struct rc_requirement){.name = all[i].name, .version = all[i].text};
    kept[0].alternatives = kept + 1;
    kept[0].nalternatives = count;
    if (set->last_requirement)
        set->last_requirement->next = kept;
    else
        set->requirements = kept;
    set->last_requirement = kept;
}

/* One plugin with its alternatives: one of them must be there. */
static void load_plugin(struct rc_loader *loader, const struct rc_yaml_node *node,
                        const struct rc_context *up)
{
    const struct rc_context *context =
        rc_load_within(loader, up, "required plugin versions entry", "", node->span);
    if (node->kind != RC_YAML_MAP) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, node->span,
                 "a required plugin is a mapping with `name` and `version`, not a %s",
                 rc_yaml_kind_name(node->kind));
        return;
    }
    const struct rc_text *bad_version = NULL;
    struct requirement first = {0};
    if (!load_requirement(loader, node, context, &first, &bad_version))
        return;
    context = rc_load_within(loader, up, "required plugin versions entry", first.name, node->span);

    const struct rc_yaml_node *alternatives = rc_yaml_get(node, "alternatives", NULL);
    if (alternatives && alternatives->kind != RC_YAML_SEQUENCE) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, alternatives->span,
                 "`alternatives` must be a sequence, not a %s",
                 rc_yaml_kind_name(alternatives->kind));
        return;
    }
    uint32_t count = alternatives ? alternatives->nchildren : 0;
    struct requirement *all = rc_arena_array(loader->arena, count + 1, sizeof(*all));
    struct rc_name_table seen = {.arena = loader->arena};
    all[0] = first;
    for (uint32_t i = 0; i < count; i++) {
        const struct rc_yaml_node *child = alternatives->children[i];
        const struct rc_context *inner = rc_load_within(
            loader, context, "required plugin versions alternative", "", child->span);
        if (child->kind != RC_YAML_MAP) {
            rc_error(rc_load_at(loader, inner), RC_ERR_YAML_VALIDATE, child->span,
                     "an alternative is a mapping with `name` and `version`, not a %s",
                     rc_yaml_kind_name(child->kind));
            return;
        }
        if (!load_requirement(loader, child, inner, &all[i + 1], &bad_version))
            return;
    }
    if (bad_version) {
        rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, rc_load_span(bad_version),
                 "`%s` is not a version; it is written x.y.z", rc_load_string(loader, bad_version));
        return;
    }
    bool met = false;
    for (uint32_t i = 0; i <= count; i++) {
        if (rc_name_table_get(&seen, all[i].name)) {
            rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, all[i].span,
                     "plugin `%s` is named twice among the alternatives", all[i].name);
            return;
        }
        rc_name_table_set(&seen, all[i].name, &all[i]);
        met = met || is_met(&all[i]);
    }
    keep_requirement(loader->set, all, count);
    if (!met)
        rc_error(rc_load_at(loader, context), RC_ERR_PLUGIN_REQUIREMENT, first.span,
                 "plugin `%s` %u.%u.%u is required, but not available", first.name,
                 first.version[0], first.version[1], first.version[2]);
}

void rc_load_plugin_versions(struct rc_loader *loader, const struct rc_yaml_node *item,
                             const struct rc_context *file)
{
    static const char *const keys[] = {"required_plugin_versions"};
    const struct rc_yaml_node *at = item;
    const struct rc_yaml_node *value = rc_yaml_get(item, keys[0], &at);
    const struct rc_context *context =
        rc_load_within(loader, file, "required plugin versions", "", value->span);
    if (value->kind != RC_YAML_SEQUENCE) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE,
                 value->kind == RC_YAML_NULL ? at->span : value->span,
                 "`required_plugin_versions` must be a sequence, not a %s",
                 rc_yaml_kind_name(value->kind));
        return;
    }
    for (uint32_t i = 0; i < value->nchildren; i++)
        load_plugin(loader, value->children[i], context);
    rc_load_warn_keys(loader, item, keys, 1, context);
}
