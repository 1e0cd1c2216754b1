#include "rules/load.h"

#include <string.h>

const struct rc_context *rc_load_within(struct rc_loader *loader, const struct rc_context *up,
                                        const char *type, const char *name, struct rc_span span)
{
    struct rc_context *context = rc_arena_alloc(loader->arena, sizeof(*context));
    context->type = type;
    context->name = name;
    context->span = span;
    context->up = up;
    return context;
}

struct rc_diags *rc_load_at(struct rc_loader *loader, const struct rc_context *context)
{
    loader->diags->context = context;
    return loader->diags;
}

static void load_item(struct rc_loader *loader, const struct rc_yaml_node *item,
                      const struct rc_context *file)
{
    static const struct {
        const char *key;
        void (*load)(struct rc_loader *loader, const struct rc_yaml_node *item,
                     const struct rc_context *file);
    } kinds[] = {
        {"required_engine_version", rc_load_engine_version},
        {"required_plugin_versions", rc_load_plugin_versions},
        {"list", rc_load_list},
        {"macro", rc_load_macro},
        {"rule", rc_load_rule},
    };
    static const char *const names[] = {"required_engine_version", "required_plugin_versions",
                                        "list", "macro", "rule"};
    const struct rc_context *context =
        rc_load_within(loader, file, "rules content item", "", item->span);
    if (item->kind != RC_YAML_MAP) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, item->span,
                 "an item must be a mapping with a `rule`, a `macro` or a `list`, not a %s",
                 rc_yaml_kind_name(item->kind));
        return;
    }
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (rc_yaml_get(item, kinds[i].key, NULL)) {
            kinds[i].load(loader, item, file);
            return;
        }
    }
    const struct rc_yaml_node *first = item->nchildren > 0 ? item->children[0] : item;
    const char *word = first->kind == RC_YAML_SCALAR ? rc_load_string(loader, &first->text) : "";
    const char *near = rc_suggest(word, strlen(word), names, sizeof(names) / sizeof(names[0]));
    if (near)
        rc_warning(rc_load_at(loader, context), RC_WARN_UNKNOWN_ITEM, first->span,
                   "this item is neither rule, macro nor list and is ignored; did you mean `%s`?",
                   near);
    else
        rc_warning(rc_load_at(loader, context), RC_WARN_UNKNOWN_ITEM, first->span,
                   "this item is neither rule, macro nor list and is ignored");
}

static void load_document(struct rc_loader *loader, const struct rc_yaml_node *root,
                          const struct rc_context *file)
{
    if (root->kind == RC_YAML_NULL)
        return;
    if (root->kind != RC_YAML_SEQUENCE) {
        rc_error(rc_load_at(loader, file), RC_ERR_YAML_VALIDATE, root->span,
                 "a rules file is a sequence of items (`- rule: ...`), not a %s",
                 rc_yaml_kind_name(root->kind));
        return;
    }
    for (uint32_t i = 0; i < root->nchildren; i++) {
        if (root->children[i]->kind != RC_YAML_NULL)
            load_item(loader, root->children[i], file);
    }
}

static struct rc_loader *loader_of(struct rc_ruleset *set)
{
    if (!set->loader) {
        struct rc_loader *loader = rc_arena_alloc(set->arena, sizeof(*loader));
        loader->set = set;
        loader->arena = set->arena;
        loader->diags = set->diags;
        loader->rules.arena = loader->macros.arena = loader->lists.arena = set->arena;
        set->loader = loader;
    }
    return set->loader;
}

void rc_ruleset_load_source(struct rc_ruleset *set, uint32_t number)
{
    struct rc_loader *loader = loader_of(set);
    struct rc_diag *before = set->diags->last;
    struct rc_yaml_file yaml;
    const struct rc_context *file =
        rc_load_within(loader, NULL, "rules content", "", (struct rc_span){.file = number});
    rc_load_at(loader, file);
    if (rc_yaml_parse(set->sources, number, set->diags, &yaml)) {
        for (uint32_t i = 0; i < yaml.ndocuments; i++)
            load_document(loader, yaml.documents[i], file);
    } else {
        set->incomplete = true;
    }
    if (yaml.unclosed.file != 0) {
        for (struct rc_diag *diag = before ? before->next : set->diags->first; diag;
             diag = diag->next) {
            if (diag->severity == RC_ERROR) {
                rc_note(set->diags, diag, yaml.unclosed, "this quote is never closed");
                break;
            }
        }
    }
    rc_load_at(loader, NULL);
}

void rc_ruleset_settle(struct rc_ruleset *set)
{
    struct rc_loader *loader = loader_of(set);
    struct rc_rule *last = NULL;
    set->rules = NULL;
    set->nrules = 0;
    for (struct rc_loaded_rule *loaded = loader->first_rule; loaded; loaded = loaded->next) {
        loaded->rule.written = loaded->rule.condition;
        loaded->rule.exceptions = loaded->exceptions;
        if (loaded->unknown_source || loaded->broken || !rc_load_apply_exceptions(loader, loaded))
            continue;
        if (last)
            last->next = &loaded->rule;
        else
            set->rules = &loaded->rule;
        last = &loaded->rule;
        set->nrules++;
    }
    rc_load_at(loader, NULL);
}

struct rc_list *rc_ruleset_list(const struct rc_ruleset *set, const char *name)
{
    return set->loader ? rc_name_table_get(&set->loader->lists, name) : NULL;
}

struct rc_macro *rc_ruleset_macro(const struct rc_ruleset *set, const char *name)
{
    return set->loader ? rc_name_table_get(&set->loader->macros, name) : NULL;
}

void rc_ruleset_warn_unused(struct rc_ruleset *set)
{
    if (set->diags->nerrors > 0)
        return; /* what an error hides might use it */
    for (const struct rc_macro *macro = set->macros; macro; macro = macro->next) {
        if (macro->used)
            continue;
        set->diags->context = macro->context;
        rc_warning(set->diags, RC_WARN_UNUSED_MACRO, macro->span, "macro `%s` is never used",
                   macro->name);
    }
    for (const struct rc_list *list = set->lists; list; list = list->next) {
        if (list->used)
            continue;
        set->diags->context = list->context;
        rc_warning(set->diags, RC_WARN_UNUSED_LIST, list->span, "list `%s` is never used",
                   list->name);
    }
    set->diags->context = NULL;
}
