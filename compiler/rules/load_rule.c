/* Rules that are new, that are appended to the old way, and that are only switched on or off. */
#include "rules/load.h"

#include <string.h>

static const char *const rule_keys[] = {
    "rule",
    "condition",
    "output",
    "desc",
    "priority",
    "source",
    "enabled",
    "capture",
    "capture_duration",
    "warn_evttypes",
    "skip-if-unknown-filter",
    "tags",
    "exceptions",
    "override",
    "append",
};

static const char *const priority_names[RC_PRIORITY__COUNT] = {
    [RC_PRIORITY_EMERGENCY] = "Emergency",
    [RC_PRIORITY_ALERT] = "Alert",
    [RC_PRIORITY_CRITICAL] = "Critical",
    [RC_PRIORITY_ERROR] = "Error",
    [RC_PRIORITY_WARNING] = "Warning",
    [RC_PRIORITY_NOTICE] = "Notice",
    [RC_PRIORITY_INFORMATIONAL] = "Informational",
    [RC_PRIORITY_DEBUG] = "Debug",
};

const char *rc_priority_name(enum rc_priority priority)
{
    return priority_names[priority];
}

bool rc_load_priority(struct rc_loader *loader, const struct rc_yaml_node *item,
                      const struct rc_context *context, enum rc_priority *out)
{
    struct rc_text text;
    if (rc_load_text(loader, item, "priority", context, RC_LOAD_REQUIRED, &text) != RC_LOAD_FOUND)
        return false;
    const char *word = rc_load_string(loader, &text);
    for (int i = 0; i < RC_PRIORITY__COUNT; i++) {
        if (strcasecmp(word, priority_names[i]) == 0 && strlen(word) == text.len) {
            *out = (enum rc_priority)i;
            return true;
        }
    }
    if (strcasecmp(word, "info") == 0) {
        *out = RC_PRIORITY_INFORMATIONAL;
        return true;
    }
    struct rc_span span = rc_load_span(&text);
    struct rc_diag *diag =
        rc_error(rc_load_at(loader, rc_load_within(loader, context, "rule priority", "", span)),
                 RC_ERR_YAML_VALIDATE, span, "unknown priority `%s`", word);
    rc_note(loader->diags, diag, (struct rc_span){0},
            "priorities are Emergency, Alert, Critical, Error, Warning, Notice, Informational and "
            "Debug");
    return false;
}

void rc_load_add_tags(struct rc_loader *loader, struct rc_rule *rule, const struct rc_text *tags,
                      uint32_t count)
{
    const char **all =
        rc_arena_array(loader->arena, (size_t)rule->ntags + count, sizeof(const char *));
    uint32_t n = rule->ntags;
    if (n > 0)
        memcpy(all, rule->tags, n * sizeof(*all));
    for (uint32_t i = 0; i < count; i++) {
        const char *tag = rc_load_string(loader, &tags[i]);
        uint32_t low = 0, high = n;
        while (low < high) {
            uint32_t middle = low + (high - low) / 2;
            if (strcmp(all[middle], tag) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < n && strcmp(all[low], tag) == 0)
            continue;
        memmove(all + low + 1, all + low, (n - low) * sizeof(*all));
        all[low] = tag;
        n++;
    }
    rule->tags = all;
    rule->ntags = n;
}

bool rc_load_source_differs(struct rc_loader *loader, const struct rc_loaded_rule *rule,
                            const struct rc_text *source, const struct rc_context *context)
{
    if (source->len == 0 || strcmp(rc_load_string(loader, source), rule->rule.source) == 0)
        return false;
    struct rc_diag *diag =
        rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, rc_load_span(source),
                 "rule `%s` has the source `%s` already", rule->rule.name, rule->rule.source);
    rc_note(loader->diags, diag, rule->rule.span, "defined here");
    return true;
}

/* The known rule whose name is nearest, or NULL. */
static const char *suggest_rule(const struct rc_loader *loader, const char *name)
{
    const char **names =
        rc_arena_array(loader->arena, (size_t)loader->set->nrules + 1, sizeof(const char *));
    uint32_t n = 0;
    for (const struct rc_loaded_rule *rule = loader->first_rule; rule; rule = rule->next)
        names[n++] = rule->rule.name;
    return rc_suggest(name, strlen(name), names, n);
}

struct rc_loaded_rule *rc_load_find_rule(struct rc_loader *loader, const char *name,
                                         const struct rc_text *source,
                                         const struct rc_context *context, const char *what)
{
    struct rc_loaded_rule *rule = rc_name_table_get(&loader->rules, name);
    if (rule)
        return rc_load_source_differs(loader, rule, source, context) ? NULL : rule;
    const char *near = suggest_rule(loader, name);
    if (near)
        rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, context->shown,
                 "there is no rule `%s` to %s; did you mean `%s`?", name, what, near);
    else
        rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, context->shown,
                 "there is no rule `%s` to %s", name, what);
    return NULL;
}

/* White space at both ends of an output is not part of it. */
static struct rc_text trimmed(struct rc_loader *loader, const struct rc_text *text)
{
    uint32_t from = 0, to = text->len;
    while (from < to && strchr(" \t\n\r\f\v", text->data[from]))
        from++;
    while (to > from && strchr(" \t\n\r\f\v", text->data[to - 1]))
        to--;
    struct rc_text_builder builder = {.arena = loader->arena};
    rc_text_append(&builder, text, from, to - from, NULL);
    return rc_text_finish(&builder);
}

static bool is_known_source(const char *source)
{
    return strcmp(source, "syscall") == 0;
}

/* Puts a rule into its place: that of the earlier definition, if there is one. */
static void define_rule(struct rc_loader *loader, const struct rc_loaded_rule *rule)
{
    struct rc_loaded_rule *place = rc_name_table_get(&loader->rules, rule->rule.name);
    if (place) {
        uint32_t order = place->rule.order;
        struct rc_loaded_rule *next = place->next;
        *place = *rule;
        place->rule.order = order;
        place->next = next;
    } else {
        place = rc_arena_alloc(loader->arena, sizeof(*place));
        *place = *rule;
        place->rule.order = loader->order;
        if (loader->last_rule)
            loader->last_rule->next = place;
        else
            loader->first_rule = place;
        loader->last_rule = place;
        loader->set->nrules++;
        rc_name_table_set(&loader->rules, rule->rule.name, place);
    }
    loader->order++;
}

static bool load_flags(struct rc_loader *loader, const struct rc_yaml_node *item,
                       const struct rc_context *context, struct rc_rule *rule)
{
    struct {
        const char *key;
        bool *out;
    } flags[] = {
        {"enabled", &rule->enabled},
        {"capture", &rule->capture},
        {NULL, NULL}, /* capture_duration comes here */
        {"warn_evttypes", &rule->warn_evttypes},
        {"skip-if-unknown-filter", &rule->skip_if_unknown_filter},
    };
    bool ok = true;
    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
        enum rc_load_result result =
            flags[i].key
                ? rc_load_bool(loader, item, flags[i].key, context, RC_LOAD_OPTIONAL, flags[i].out)
                : rc_load_u32(loader, item, "capture_duration", context, RC_LOAD_OPTIONAL,
                              &rule->capture_duration_ms);
        ok = ok && result != RC_LOAD_BAD;
    }
    return ok;
}

/* A whole rule. */
static void load_new_rule(struct rc_loader *loader, const struct rc_yaml_node *item,
                          const char *name, const struct rc_context *context)
{
    struct rc_loaded_rule loaded = {0};
    struct rc_rule *rule = &loaded.rule;
    struct rc_text output = {.data = ""}, desc = {.data = ""}, source = {.data = ""};
    struct rc_text *tags = NULL;
    uint32_t ntags = 0;
    rule->name = name;
    rule->span = context->shown;
    rule->context = context;
    rule->condition = (struct rc_text){.data = ""};
    rule->enabled = true;
    rule->warn_evttypes = true;

    bool ok = rc_load_text(loader, item, "condition", context, RC_LOAD_REQUIRED,
                           &rule->condition) == RC_LOAD_FOUND;
    ok =
        rc_load_text(loader, item, "output", context, RC_LOAD_REQUIRED, &output) == RC_LOAD_FOUND &&
        ok;
    ok =
        rc_load_text(loader, item, "desc", context, RC_LOAD_REQUIRED, &desc) == RC_LOAD_FOUND && ok;
    ok = rc_load_priority(loader, item, context, &rule->priority) && ok;
    ok = rc_load_text(loader, item, "source", context, RC_LOAD_OPTIONAL, &source) != RC_LOAD_BAD &&
         ok;
    ok = load_flags(loader, item, context, rule) && ok;
    ok = rc_load_strings(loader, item, "tags", context, RC_LOAD_OPTIONAL, &tags, &ntags) !=
             RC_LOAD_BAD &&
         ok;
    ok = rc_load_exceptions(loader, item, context, false, &loaded.exceptions) && ok;

    rule->condition_span = rc_load_span(&rule->condition);
    rule->condition_context =
        rc_load_within(loader, context, "rule condition", "", rule->condition_span);
    rule->output = trimmed(loader, &output);
    rule->output_span = rc_load_span(&output);
    rule->output_context = rc_load_within(loader, context, "rule output", "", rule->output_span);
    rule->desc = rc_load_string(loader, &desc);
    rule->source = source.len ? rc_load_string(loader, &source) : "syscall";
    rc_load_add_tags(loader, rule, tags, ntags);

    struct rc_loaded_rule *earlier = rc_name_table_get(&loader->rules, name);
    if (earlier && strcmp(earlier->rule.source, rule->source) != 0) {
        struct rc_diag *diag =
            rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, rule->span,
                     "rule `%s` is defined again with the source `%s` instead of `%s`", name,
                     rule->source, earlier->rule.source);
        rc_note(loader->diags, diag, earlier->rule.span, "defined here");
        ok = false;
    }
    if (!is_known_source(rule->source)) {
        loaded.unknown_source = true;
        if (ok)
            rc_warning(rc_load_at(loader, context), RC_WARN_UNKNOWN_SOURCE,
                       source.len ? rc_load_span(&source) : rule->span,
                       "unknown source `%s`: the rule is left out", rule->source);
    }
    for (struct rc_exception *exception = loaded.exceptions; exception; exception = exception->next)
        ok = rc_load_check_exception(loader, exception, !loaded.unknown_source) && ok;
    loaded.broken = !ok;
    define_rule(loader, &loaded);
    if (ok)
        rc_load_warn_keys(loader, item, rule_keys, sizeof(rule_keys) / sizeof(rule_keys[0]),
                          context);
}

/* `append: true`. */
static void append_to_rule(struct rc_loader *loader, const struct rc_yaml_node *item,
                           const char *name, const struct rc_text *source,
                           const struct rc_context *context)
{
    struct rc_text condition = {.data = ""};
    struct rc_exception *exceptions = NULL;
    bool has_condition = rc_yaml_get(item, "condition", NULL);
    bool has_exceptions = rc_yaml_get(item, "exceptions", NULL);
    bool ok = !has_condition || rc_load_text(loader, item, "condition", context, RC_LOAD_REQUIRED,
                                             &condition) == RC_LOAD_FOUND;
    ok = rc_load_exceptions(loader, item, context, true, &exceptions) && ok;
    struct rc_loaded_rule *rule = rc_load_find_rule(loader, name, source, context, "append to");
    if (!rule)
        return;
    if (!has_condition && !has_exceptions) {
        rc_error(rc_load_at(loader, context), RC_ERR_VALIDATE, context->shown,
                 "`append` adds nothing here: give a condition or exceptions");
        ok = false;
    }
    if (condition.len > 0)
        rule->rule.condition = rc_load_join(loader, &rule->rule.condition, &condition);
    ok = rc_load_append_exceptions(loader, rule, exceptions) && ok;
    rule->broken = rule->broken || !ok;
    loader->order++;
    if (ok)
        rc_load_warn_keys(loader, item, rule_keys, sizeof(rule_keys) / sizeof(rule_keys[0]),
                          context);
}

/* An item with `enabled` and nothing that makes a rule: it switches an earlier one. */
static void switch_rule(struct rc_loader *loader, const struct rc_yaml_node *item, const char *name,
                        const struct rc_context *context)
{
    bool enabled = true;
    if (!rc_yaml_get(item, "enabled", NULL)) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, context->shown,
                 "rule `%s` has neither condition, output, desc and priority nor an override",
                 name);
        return;
    }
    if (rc_load_bool(loader, item, "enabled", context, RC_LOAD_REQUIRED, &enabled) != RC_LOAD_FOUND)
        return;
    const struct rc_yaml_node *at = item;
    rc_yaml_get(item, "enabled", &at);
    rc_warning(rc_load_at(loader, context), RC_WARN_DEPRECATED_ITEM, at->span,
               "`enabled` alone is deprecated; add `enabled: replace` under `override`");
    struct rc_text no_source = {.data = ""};
    struct rc_loaded_rule *rule =
        rc_load_find_rule(loader, name, &no_source, context, "switch on or off");
    if (!rule)
        return;
    rule->rule.enabled = enabled;
    rc_load_warn_keys(loader, item, rule_keys, sizeof(rule_keys) / sizeof(rule_keys[0]), context);
}

void rc_load_rule(struct rc_loader *loader, const struct rc_yaml_node *item,
                  const struct rc_context *file)
{
    const struct rc_context *context = rc_load_within(loader, file, "rule", "", item->span);
    struct rc_text text;
    if (rc_load_text(loader, item, "rule", context, RC_LOAD_REQUIRED, &text) != RC_LOAD_FOUND)
        return;
    const char *name = rc_load_string(loader, &text);
    struct rc_context *named = rc_arena_alloc(loader->arena, sizeof(*named));
    *named = *context;
    named->name = name;
    named->shown = rc_load_span(&text);

    struct rc_text source = {.data = ""};
    if (rc_load_text(loader, item, "source", named, RC_LOAD_OPTIONAL_EMPTY, &source) == RC_LOAD_BAD)
        return;
    bool append = false;
    if (rc_load_append(loader, item, named, &append) == RC_LOAD_BAD)
        return;
    uint32_t appendable = 1u << RC_KEY_CONDITION | 1u << RC_KEY_OUTPUT | 1u << RC_KEY_DESC |
                          1u << RC_KEY_TAGS | 1u << RC_KEY_EXCEPTIONS;
    uint32_t replaceable = ((1u << RC_KEY__COUNT) - 1) & ~(1u << RC_KEY_ITEMS);
    struct rc_override override = {0};
    if (!rc_load_override(loader, item, appendable, replaceable, named, &override))
        return;
    bool has_override = override.append || override.replace;
    if (append && has_override) {
        const struct rc_yaml_node *at = item;
        rc_yaml_get(item, "append", &at);
        rc_error(rc_load_at(loader, named), RC_ERR_YAML_VALIDATE, at->span,
                 "`append: true` and `override` cannot be used together");
        return;
    }
    if (has_override) {
        if (rc_load_overridden_rule(loader, item, name, &source, &override, named))
            rc_load_warn_keys(loader, item, rule_keys, sizeof(rule_keys) / sizeof(rule_keys[0]),
                              named);
    } else if (append) {
        append_to_rule(loader, item, name, &source, named);
    } else if (!rc_yaml_get(item, "condition", NULL) && !rc_yaml_get(item, "output", NULL) &&
               !rc_yaml_get(item, "desc", NULL) && !rc_yaml_get(item, "priority", NULL)) {
        switch_rule(loader, item, name, named);
    } else {
        load_new_rule(loader, item, name, named);
    }
}
