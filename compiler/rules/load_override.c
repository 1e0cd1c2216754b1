/* `override`: per key, whether what the item gives is added to the earlier definition or stands
 * in its place. */
#include "rules/load.h"

#include <string.h>

static const char *const key_names[RC_KEY__COUNT] = {
    [RC_KEY_CONDITION] = "condition",
    [RC_KEY_EXCEPTIONS] = "exceptions",
    [RC_KEY_OUTPUT] = "output",
    [RC_KEY_DESC] = "desc",
    [RC_KEY_TAGS] = "tags",
    [RC_KEY_PRIORITY] = "priority",
    [RC_KEY_CAPTURE] = "capture",
    [RC_KEY_CAPTURE_DURATION] = "capture_duration",
    [RC_KEY_ENABLED] = "enabled",
    [RC_KEY_WARN_EVTTYPES] = "warn_evttypes",
    [RC_KEY_SKIP_IF_UNKNOWN_FILTER] = "skip-if-unknown-filter",
    [RC_KEY_ITEMS] = "items",
};

static const char *suggest_key(const char *name, uint32_t allowed)
{
    const char *names[RC_KEY__COUNT];
    size_t n = 0;
    for (int i = 0; i < RC_KEY__COUNT; i++) {
        if (allowed >> i & 1)
            names[n++] = key_names[i];
    }
    return rc_suggest(name, strlen(name), names, n);
}

/* The operation for a key is not one that it has. */
static void report_operation(struct rc_loader *loader, const struct rc_yaml_node *value,
                             const char *key, bool can_append, bool can_replace,
                             const struct rc_context *context)
{
    context = rc_load_within(loader, context, "value for", key, value->span);
    const char *operation =
        value->kind == RC_YAML_NULL ? "null" : rc_load_string(loader, &value->text);
    if (can_append)
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, value->span,
                 "`%s` cannot be overridden by `%s`; use `append` or `replace`", key, operation);
    else if (can_replace)
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, value->span,
                 "`%s` cannot be overridden by `%s`; use `replace`", key, operation);
    else
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, value->span,
                 "`%s` cannot be overridden", key);
}

/* One pair below `override`. */
static bool load_pair(struct rc_loader *loader, const struct rc_yaml_node *key,
                      const struct rc_yaml_node *value, uint32_t appendable, uint32_t replaceable,
                      const struct rc_context *context, struct rc_override *out)
{
    const struct rc_yaml_node *odd = NULL;
    if (key->kind == RC_YAML_SEQUENCE || key->kind == RC_YAML_MAP)
        odd = key;
    else if (value->kind == RC_YAML_SEQUENCE || value->kind == RC_YAML_MAP)
        odd = value;
    if (odd) {
        rc_error(rc_load_at(loader, NULL), RC_ERR_VALIDATE, odd->span,
                 "`override` pairs a key with `append` or `replace`, not with a %s",
                 rc_yaml_kind_name(odd->kind));
        return false;
    }
    const char *name = key->kind == RC_YAML_NULL ? "null" : rc_load_string(loader, &key->text);
    uint32_t bit = 0;
    for (int i = 0; i < RC_KEY__COUNT; i++) {
        if (strcmp(name, key_names[i]) == 0)
            bit = UINT32_C(1) << i;
    }
    bool can_append = appendable & bit, can_replace = replaceable & bit;
    bool append = rc_yaml_is(value, "append"), replace = rc_yaml_is(value, "replace");
    if ((append && can_append) || (replace && can_replace)) {
        *(append ? &out->append : &out->replace) |= bit;
        return true;
    }
    if (!append && !replace) {
        report_operation(loader, value, name, can_append, can_replace, context);
        return false;
    }
    context = rc_load_within(loader, context, "overrides", name, key->span);
    const char *near = bit ? NULL : suggest_key(name, appendable | replaceable);
    if (near)
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, key->span,
                 "no key `%s` can be overridden; did you mean `%s`?", name, near);
    else if (can_replace)
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, key->span,
                 "`%s` cannot be appended to; use `replace`", name);
    else
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, key->span,
                 "`%s` cannot be overridden", name);
    return false;
}

bool rc_load_override(struct rc_loader *loader, const struct rc_yaml_node *item,
                      uint32_t appendable, uint32_t replaceable, const struct rc_context *context,
                      struct rc_override *out)
{
    const struct rc_yaml_node *value = rc_yaml_get(item, "override", NULL);
    if (!value)
        return true;
    context = rc_load_within(loader, context, "overrides", "", item->span);
    if (value->kind == RC_YAML_SEQUENCE && value->nchildren > 0) {
        rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, value->span,
                 "`override` must be a mapping from keys to `append` or `replace`");
        return false;
    }
    if (value->kind != RC_YAML_MAP)
        return true; /* as in Falco: it says nothing */
    bool ok = true;
    for (uint32_t i = 0; i + 1 < value->nchildren; i += 2)
        ok = load_pair(loader, value->children[i], value->children[i + 1], appendable, replaceable,
                       context, out) &&
             ok;
    return ok;
}

/* Whether the override asks for key; then the item must have it. *ok becomes false if it lacks. */
static bool is_asked(struct rc_loader *loader, const struct rc_yaml_node *item, uint32_t keys,
                     enum rc_override_key key, const char *how, const struct rc_context *context,
                     bool *ok)
{
    if (!(keys >> key & 1))
        return false;
    if (rc_yaml_get(item, key_names[key], NULL))
        return true;
    rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, context->shown,
             "the override is to %s `%s`, but the item has no `%s`", how, key_names[key],
             key_names[key]);
    *ok = false;
    return false;
}

/* What an item changes. */
struct update {
    uint32_t has; /* bits of the keys below that were read */
    struct rc_text condition, output, desc;
    struct rc_text *tags;
    uint32_t ntags;
    struct rc_exception *exceptions;
};

static bool read_update(struct rc_loader *loader, const struct rc_yaml_node *item, uint32_t keys,
                        bool append, const struct rc_context *context, struct update *out)
{
    struct {
        enum rc_override_key key;
        struct rc_text *text;
    } order[] = {
        {RC_KEY_CONDITION, &out->condition},
        {RC_KEY_EXCEPTIONS, NULL},
        {RC_KEY_OUTPUT, &out->output},
        {RC_KEY_DESC, &out->desc},
        {RC_KEY_TAGS, NULL},
    };
    bool ok = true;
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        enum rc_override_key key = order[i].key;
        if (!is_asked(loader, item, keys, key, append ? "append to" : "replace", context, &ok))
            continue;
        bool read;
        if (key == RC_KEY_EXCEPTIONS)
            read = rc_load_exceptions(loader, item, context, append, &out->exceptions);
        else if (key == RC_KEY_TAGS)
            read = rc_load_strings(loader, item, "tags", context, RC_LOAD_OPTIONAL, &out->tags,
                                   &out->ntags) != RC_LOAD_BAD;
        else
            read = rc_load_text(loader, item, key_names[key], context, RC_LOAD_REQUIRED,
                                order[i].text) == RC_LOAD_FOUND;
        if (read)
            out->has |= UINT32_C(1) << key;
        ok = ok && read;
    }
    return ok;
}

static bool has(const struct update *update, enum rc_override_key key)
{
    return update->has >> key & 1;
}

static bool append_update(struct rc_loader *loader, struct rc_loaded_rule *loaded,
                          const struct update *update)
{
    struct rc_rule *rule = &loaded->rule;
    if (has(update, RC_KEY_CONDITION))
        rule->condition = rc_load_join(loader, &rule->condition, &update->condition);
    if (has(update, RC_KEY_OUTPUT))
        rule->output = rc_load_join(loader, &rule->output, &update->output);
    if (has(update, RC_KEY_DESC))
        rule->desc = rc_arena_printf(loader->arena, "%s %s", rule->desc,
                                     rc_load_string(loader, &update->desc));
    if (has(update, RC_KEY_TAGS))
        rc_load_add_tags(loader, rule, update->tags, update->ntags);
    return !has(update, RC_KEY_EXCEPTIONS) ||
           rc_load_append_exceptions(loader, loaded, update->exceptions);
}

static void replace_update(struct rc_loader *loader, struct rc_loaded_rule *loaded,
                           const struct update *update)
{
    struct rc_rule *rule = &loaded->rule;
    if (has(update, RC_KEY_CONDITION)) {
        rule->condition = update->condition;
        rule->condition_span = rc_load_span(&update->condition);
    }
    if (has(update, RC_KEY_OUTPUT)) {
        rule->output = update->output;
        rule->output_span = rc_load_span(&update->output);
    }
    if (has(update, RC_KEY_DESC))
        rule->desc = rc_load_string(loader, &update->desc);
    if (has(update, RC_KEY_TAGS)) {
        rule->ntags = 0;
        rc_load_add_tags(loader, rule, update->tags, update->ntags);
    }
    if (has(update, RC_KEY_EXCEPTIONS))
        loaded->exceptions = update->exceptions;
}

/* The keys that can only be replaced, straight into rule. */
static bool read_settings(struct rc_loader *loader, const struct rc_yaml_node *item, uint32_t keys,
                          const struct rc_context *context, struct rc_rule *rule)
{
    struct {
        enum rc_override_key key;
        bool *flag;
    } order[] = {
        {RC_KEY_PRIORITY, NULL},
        {RC_KEY_CAPTURE, &rule->capture},
        {RC_KEY_CAPTURE_DURATION, NULL},
        {RC_KEY_ENABLED, &rule->enabled},
        {RC_KEY_WARN_EVTTYPES, &rule->warn_evttypes},
        {RC_KEY_SKIP_IF_UNKNOWN_FILTER, &rule->skip_if_unknown_filter},
    };
    bool ok = true;
    for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
        enum rc_override_key key = order[i].key;
        if (!is_asked(loader, item, keys, key, "replace", context, &ok))
            continue;
        bool read;
        if (key == RC_KEY_PRIORITY)
            read = rc_load_priority(loader, item, context, &rule->priority);
        else if (key == RC_KEY_CAPTURE_DURATION)
            read = rc_load_u32(loader, item, key_names[key], context, RC_LOAD_REQUIRED,
                               &rule->capture_duration_ms) == RC_LOAD_FOUND;
        else
            read = rc_load_bool(loader, item, key_names[key], context, RC_LOAD_REQUIRED,
                                order[i].flag) == RC_LOAD_FOUND;
        ok = ok && read;
    }
    return ok;
}

/* Keys that the item has and the override does not name. */
static bool check_unnamed(struct rc_loader *loader, const struct rc_yaml_node *item,
                          const struct rc_override *override, const struct rc_context *context)
{
    bool ok = true;
    for (int key = 0; key < RC_KEY__COUNT; key++) {
        const struct rc_yaml_node *at = item;
        if (key == RC_KEY_ITEMS || (override->append | override->replace) >> key & 1 ||
            !rc_yaml_get(item, key_names[key], &at))
            continue;
        rc_error(rc_load_at(loader,
                            rc_load_within(loader, context, "overrides", key_names[key], at->span)),
                 RC_ERR_YAML_VALIDATE, at->span,
                 "`override` does not say whether `%s` is to append or to replace", key_names[key]);
        ok = false;
    }
    return ok;
}

bool rc_load_overridden_rule(struct rc_loader *loader, const struct rc_yaml_node *item,
                             const char *name, const struct rc_text *source,
                             const struct rc_override *override, const struct rc_context *context)
{
    struct rc_loaded_rule *rule = NULL;
    bool ok = true;
    if (override->append) {
        struct update update = {0};
        ok = read_update(loader, item, override->append, true, context, &update);
        rule = rc_load_find_rule(loader, name, source, context, "append to");
        if (!rule)
            return false;
        ok = append_update(loader, rule, &update) && ok;
        loader->order++;
    }
    if (override->replace) {
        struct update update = {0};
        struct rc_rule settings = {0};
        rule = rc_name_table_get(&loader->rules, name);
        if (rule)
            settings = rule->rule;
        ok = read_update(loader, item, override->replace, false, context, &update) && ok;
        ok = read_settings(loader, item, override->replace, context, &settings) && ok;
        rule = rc_load_find_rule(loader, name, source, context, "replace parts of");
        if (!rule)
            return false;
        rule->rule = settings;
        replace_update(loader, rule, &update);
        loader->order++;
    }
    ok = check_unnamed(loader, item, override, context) && ok;
    if (rule && !ok)
        rule->broken = true;
    return ok;
}
