/* What a rule set is made of. See describe.h. */
#include "command/describe.h"

#include "base/json.h"
#include "rules/load.h"

#include <stdio.h>
#include <string.h>

static void put_string(struct rc_json *json, const char *key, const char *value)
{
    rc_json_key(json, key);
    rc_json_cstring(json, value);
}

static void put_text(struct rc_json *json, const char *key, const struct rc_text *text)
{
    rc_json_key(json, key);
    rc_json_string(json, text->data, text->len);
}

static void put_bool(struct rc_json *json, const char *key, bool value)
{
    rc_json_key(json, key);
    rc_json_bool(json, value);
}

static void put_strings(struct rc_json *json, const char *key, const char *const *items, uint32_t n)
{
    rc_json_key(json, key);
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < n; i++)
        rc_json_cstring(json, items[i]);
    rc_json_end(json, ']');
}

static void put_names(struct rc_json *json, const char *key, const struct rc_names *names)
{
    put_strings(json, key, names->items, names->n);
}

static bool too_long(const char *kind, const char *name)
{
    fprintf(stderr, "rulec: the condition of %s `%s` is too long once its macros are put in\n",
            kind, name);
    return false;
}

static void put_comps(struct rc_arena *arena, const struct rc_exception_entry *comps,
                      struct rc_names *operators)
{
    if (!comps->is_list)
        rc_names_add(arena, operators, rc_arena_strndup(arena, comps->text.data, comps->text.len));
    for (uint32_t i = 0; i < comps->nitems; i++)
        put_comps(arena, &comps->items[i], operators);
}

static void put_exceptions(const struct rc_ruleset *set, struct rc_json *json,
                           const struct rc_rule *rule)
{
    struct rc_names fields = {0}, names = {0}, operators = {0};

    for (const struct rc_exception *exception = rule->exceptions; exception;
         exception = exception->next) {
        rc_names_add(set->arena, &names, exception->name);
        put_comps(set->arena, &exception->comps, &operators);
        put_comps(set->arena, &exception->fields, &fields);
    }
    put_names(json, "exception_fields", &fields);
    put_names(json, "exception_names", &names);
    put_names(json, "exception_operators", &operators);
}

/* The only plugin whose facts are built in. */
static void put_plugins(struct rc_json *json, const struct rc_condition_facts *facts,
                        const struct rc_names *output)
{
    bool used = false;

    for (uint32_t i = 0; i < facts->fields.n + output->n; i++) {
        const char *name =
            i < facts->fields.n ? facts->fields.items[i] : output->items[i - facts->fields.n];
        const enum cat_field_id id = cat_field_find(name, strcspn(name, "["));
        used = used || (id != FIELD_NONE && cat_fields[id].cls == CAT_CLASS_CONTAINER);
    }
    for (uint32_t i = 0; i < facts->event_names.n; i++)
        used = used || strcmp(facts->event_names.items[i], "container") == 0 ||
               strcmp(facts->event_names.items[i], "container_removed") == 0;
    rc_json_key(json, "plugins");
    rc_json_begin(json, '[');
    if (used)
        rc_json_cstring(json, "container");
    rc_json_end(json, ']');
}

/* The fields of an output in their order, each time that they stand there. */
static void put_output_fields(const struct rc_ruleset *set, struct rc_json *json,
                              const struct rc_rule *rule, struct rc_names *all)
{
    rc_json_key(json, "output_fields");
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < rule->parsed->nparts; i++) {
        struct rc_names fields = {0};
        if (!rule->parsed->parts[i].value)
            continue;
        rc_names_add_fields(set->arena, rule->parsed->parts[i].value, &fields);
        for (uint32_t k = 0; k < fields.n; k++) {
            rc_json_cstring(json, fields.items[k]);
            rc_names_add(set->arena, all, fields.items[k]);
        }
    }
    rc_json_end(json, ']');
}

static void put_compiled_output(const struct rc_ruleset *set, struct rc_json *json,
                                const struct rc_rule *rule)
{
    struct rc_strbuf text = {0};

    rc_strbuf_add(&text, rule->output_text.data, rule->output_text.len);
    if (!set->no_suggested_output && strcmp(rule->source, "syscall") == 0)
        rc_strbuf_adds(&text, rc_suggested_output);
    rc_json_key(json, "output_compiled");
    rc_json_string(json, text.data, text.len);
    rc_strbuf_free(&text);
}

static bool put_rule(const struct rc_ruleset *set, struct rc_json *json, const struct rc_rule *rule)
{
    struct rc_condition_facts facts;
    struct rc_names output = {0};

    rc_describe_condition(set, &rule->written, rule->expr, &rule->events, &facts);
    if (!facts.compiled)
        return too_long("rule", rule->name);
    rc_json_begin(json, '{');
    rc_json_key(json, "details");
    rc_json_begin(json, '{');
    put_string(json, "condition_compiled", facts.compiled);
    put_names(json, "condition_fields", &facts.fields);
    put_names(json, "condition_operators", &facts.operators);
    put_names(json, "events", &facts.events);
    put_exceptions(set, json, rule);
    put_names(json, "lists", &facts.lists);
    put_names(json, "macros", &facts.macros);
    put_compiled_output(set, json, rule);
    put_output_fields(set, json, rule, &output);
    put_plugins(json, &facts, &output);
    rc_json_end(json, '}');
    rc_json_key(json, "info");
    rc_json_begin(json, '{');
    put_bool(json, "capture", rule->capture);
    rc_json_key(json, "capture_duration");
    rc_json_uint(json, rule->capture_duration_ms);
    put_text(json, "condition", &rule->written);
    put_string(json, "description", rule->desc);
    put_bool(json, "enabled", rule->enabled);
    put_string(json, "name", rule->name);
    put_text(json, "output", &rule->output);
    put_string(json, "priority", rc_priority_name(rule->priority));
    put_string(json, "source", rule->source);
    put_strings(json, "tags", rule->tags, rule->ntags);
    rc_json_end(json, '}');
    rc_json_end(json, '}');
    return true;
}

static bool put_macro(const struct rc_ruleset *set, struct rc_json *json,
                      const struct rc_macro *macro)
{
    struct rc_condition_facts facts;

    rc_describe_condition(set, &macro->condition, macro->expr, &macro->events, &facts);
    if (!facts.compiled)
        return too_long("macro", macro->name);
    rc_json_begin(json, '{');
    rc_json_key(json, "details");
    rc_json_begin(json, '{');
    put_string(json, "condition_compiled", facts.compiled);
    put_names(json, "condition_fields", &facts.fields);
    put_names(json, "condition_operators", &facts.operators);
    put_names(json, "events", &facts.events);
    put_names(json, "lists", &facts.lists);
    put_names(json, "macros", &facts.macros);
    put_strings(json, "plugins", NULL, 0); /* as in Falco: only a rule tells which one is meant */
    put_bool(json, "used", macro->used);
    rc_json_end(json, '}');
    rc_json_key(json, "info");
    rc_json_begin(json, '{');
    put_text(json, "condition", &macro->condition);
    put_string(json, "name", macro->name);
    rc_json_end(json, '}');
    rc_json_end(json, '}');
    return true;
}

static bool has_item(const struct rc_text *items, uint32_t n, const struct rc_text *item)
{
    for (uint32_t i = 0; i < n; i++) {
        if (items[i].len == item->len && memcmp(items[i].data, item->data, item->len) == 0)
            return true;
    }
    return false;
}

/* An item that is not among the compiled ones is a list that was put in. */
static void put_list(const struct rc_ruleset *set, struct rc_json *json, const struct rc_list *list)
{
    struct rc_names lists = {0};

    for (uint32_t i = 0; i < list->nitems; i++) {
        const struct rc_text *item = &list->items[i];
        if (!has_item(list->compiled, list->ncompiled, item))
            rc_names_add(set->arena, &lists, rc_arena_strndup(set->arena, item->data, item->len));
    }
    rc_json_begin(json, '{');
    rc_json_key(json, "details");
    rc_json_begin(json, '{');
    rc_json_key(json, "items_compiled");
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < list->ncompiled; i++)
        rc_json_string(json, list->compiled[i].data, list->compiled[i].len);
    rc_json_end(json, ']');
    put_names(json, "lists", &lists);
    put_strings(json, "plugins", NULL, 0);
    put_bool(json, "used", list->used);
    rc_json_end(json, '}');
    rc_json_key(json, "info");
    rc_json_begin(json, '{');
    rc_json_key(json, "items");
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < list->nitems; i++) {
        if (has_item(list->compiled, list->ncompiled, &list->items[i]))
            rc_json_string(json, list->items[i].data, list->items[i].len);
    }
    rc_json_end(json, ']');
    put_string(json, "name", list->name);
    rc_json_end(json, '}');
    rc_json_end(json, '}');
}

static void put_requirements(const struct rc_ruleset *set, struct rc_json *json)
{
    put_string(json, "required_engine_version",
               set->required_engine_version ? set->required_engine_version : "0.0.0");
    rc_json_key(json, "required_plugin_versions");
    rc_json_begin(json, '[');
    for (const struct rc_requirement *plugin = set->requirements; plugin; plugin = plugin->next) {
        rc_json_begin(json, '{');
        rc_json_key(json, "alternatives");
        rc_json_begin(json, '[');
        for (uint32_t i = 0; i < plugin->nalternatives; i++) {
            rc_json_begin(json, '{');
            put_string(json, "name", plugin->alternatives[i].name);
            put_string(json, "version", plugin->alternatives[i].version);
            rc_json_end(json, '}');
        }
        rc_json_end(json, ']');
        put_string(json, "name", plugin->name);
        put_string(json, "version", plugin->version);
        rc_json_end(json, '}');
    }
    rc_json_end(json, ']');
}

bool rc_describe_json(const struct rc_ruleset *set, unsigned parts, struct rc_strbuf *out)
{
    struct rc_json json = {.out = out};

    rc_json_begin(&json, '{');
    if (parts & RC_DESCRIBE_LISTS) {
        rc_json_key(&json, "lists");
        rc_json_begin(&json, '[');
        for (const struct rc_list *list = set->lists; list; list = list->next)
            put_list(set, &json, list);
        rc_json_end(&json, ']');
    }
    if (parts & RC_DESCRIBE_MACROS) {
        rc_json_key(&json, "macros");
        rc_json_begin(&json, '[');
        for (const struct rc_macro *macro = set->macros; macro; macro = macro->next) {
            if (macro->expr && !put_macro(set, &json, macro))
                return false;
        }
        rc_json_end(&json, ']');
    }
    put_requirements(set, &json);
    if (parts & RC_DESCRIBE_RULES) {
        rc_json_key(&json, "rules");
        rc_json_begin(&json, '[');
        for (const struct rc_rule *rule = set->rules; rule; rule = rule->next) {
            if (rule->expr && !put_rule(set, &json, rule))
                return false;
        }
        rc_json_end(&json, ']');
    }
    rc_json_end(&json, '}');
    rc_strbuf_addc(out, '\n');
    return true;
}
