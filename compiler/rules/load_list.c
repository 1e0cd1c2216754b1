/* Lists and macros. */
#include "rules/load.h"

#include <ctype.h>
#include <string.h>

static bool is_list_name(const struct rc_text *name)
{
    for (uint32_t i = 0; i < name->len; i++) {
        if (strchr("()\"'=,", name->data[i]) || isspace((unsigned char)name->data[i]))
            return false;
    }
    return name->len > 0;
}

static bool is_macro_name(const struct rc_text *name)
{
    if (name->len == 0 || !isalpha((unsigned char)name->data[0]))
        return false;
    for (uint32_t i = 1; i < name->len; i++) {
        if (!isalnum((unsigned char)name->data[i]) && name->data[i] != '_')
            return false;
    }
    return true;
}

/* `append: true` or `override`, which exclude each other; *append: what the item has is added. */
static bool load_change(struct rc_loader *loader, const struct rc_yaml_node *item,
                        enum rc_override_key key, const struct rc_context *context, bool *append)
{
    struct rc_override override = {0};
    uint32_t allowed = UINT32_C(1) << key;
    bool ok = rc_load_append(loader, item, context, append) != RC_LOAD_BAD;
    if (!rc_load_override(loader, item, allowed, allowed, context, &override))
        return false;
    if (*append && (override.append || override.replace)) {
        const struct rc_yaml_node *at = item;
        rc_yaml_get(item, "append", &at);
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, at->span,
                 "`append: true` and `override` cannot be used together");
        return false;
    }
    *append = *append || (override.append & allowed);
    return ok;
}

static struct rc_list *add_list(struct rc_loader *loader, const char *name)
{
    struct rc_list *list = rc_arena_alloc(loader->arena, sizeof(*list));
    list->name = name;
    list->order = loader->order;
    if (loader->last_list)
        loader->last_list->next = list;
    else
        loader->set->lists = list;
    loader->last_list = list;
    loader->set->nlists++;
    rc_name_table_set(&loader->lists, name, list);
    return list;
}

static void append_items(struct rc_loader *loader, struct rc_list *list,
                         const struct rc_text *items, uint32_t count)
{
    struct rc_text *all = rc_arena_array(loader->arena, (size_t)list->nitems + count, sizeof(*all));
    if (list->nitems > 0)
        memcpy(all, list->items, list->nitems * sizeof(*all));
    if (count > 0)
        memcpy(all + list->nitems, items, count * sizeof(*all));
    list->items = all;
    list->nitems += count;
}

void rc_load_list(struct rc_loader *loader, const struct rc_yaml_node *item,
                  const struct rc_context *file)
{
    static const char *const keys[] = {"list", "items", "append", "override"};
    const struct rc_context *context = rc_load_within(loader, file, "list", "", item->span);
    struct rc_text text;
    if (rc_load_text(loader, item, "list", context, RC_LOAD_REQUIRED, &text) != RC_LOAD_FOUND)
        return;
    const char *name = rc_load_string(loader, &text);
    struct rc_context *named = rc_arena_alloc(loader->arena, sizeof(*named));
    *named = *context;
    named->name = name;
    named->shown = rc_load_span(&text);
    if (!is_list_name(&text))
        rc_warning(rc_load_at(loader, named), RC_WARN_INVALID_LIST_NAME, named->shown,
                   "a condition cannot name a list `%s`: spaces, quotes, brackets, commas and = "
                   "end a word there",
                   name);

    struct rc_text *items = NULL;
    uint32_t count = 0;
    bool append = false;
    bool ok = rc_load_strings(loader, item, "items", named, RC_LOAD_REQUIRED, &items, &count) ==
              RC_LOAD_FOUND;
    ok = load_change(loader, item, RC_KEY_ITEMS, named, &append) && ok;

    struct rc_list *list = rc_name_table_get(&loader->lists, name);
    if (ok && append && !list) {
        rc_error(rc_load_at(loader, named), RC_ERR_VALIDATE, named->shown,
                 "there is no list `%s` to append to", name);
        ok = false;
    }
    if (!list)
        list = add_list(loader, name);
    if (append) {
        append_items(loader, list, items, count);
    } else {
        list->items = items;
        list->nitems = count;
        list->span = named->shown;
        list->context = named;
    }
    if (!list->context) {
        list->span = named->shown;
        list->context = named;
    }
    list->visibility = loader->order++;
    if (ok)
        rc_load_warn_keys(loader, item, keys, sizeof(keys) / sizeof(keys[0]), named);
}

static struct rc_macro *add_macro(struct rc_loader *loader, const char *name)
{
    struct rc_macro *macro = rc_arena_alloc(loader->arena, sizeof(*macro));
    macro->name = name;
    macro->order = loader->order;
    if (loader->last_macro)
        loader->last_macro->next = macro;
    else
        loader->set->macros = macro;
    loader->last_macro = macro;
    loader->set->nmacros++;
    rc_name_table_set(&loader->macros, name, macro);
    return macro;
}

void rc_load_macro(struct rc_loader *loader, const struct rc_yaml_node *item,
                   const struct rc_context *file)
{
    static const char *const keys[] = {"macro", "condition", "append", "override"};
    const struct rc_context *context = rc_load_within(loader, file, "macro", "", item->span);
    struct rc_text text;
    if (rc_load_text(loader, item, "macro", context, RC_LOAD_REQUIRED, &text) != RC_LOAD_FOUND)
        return;
    const char *name = rc_load_string(loader, &text);
    struct rc_context *named = rc_arena_alloc(loader->arena, sizeof(*named));
    *named = *context;
    named->name = name;
    named->shown = rc_load_span(&text);
    if (!is_macro_name(&text))
        rc_warning(rc_load_at(loader, named), RC_WARN_INVALID_MACRO_NAME, named->shown,
                   "a condition cannot name a macro `%s`: names begin with a letter and go on with "
                   "letters, digits and _",
                   name);

    struct rc_text condition = {.data = ""};
    bool append = false;
    bool ok = rc_load_text(loader, item, "condition", named, RC_LOAD_REQUIRED, &condition) ==
              RC_LOAD_FOUND;
    ok = load_change(loader, item, RC_KEY_CONDITION, named, &append) && ok;

    struct rc_macro *macro = rc_name_table_get(&loader->macros, name);
    if (ok && append && !macro) {
        rc_error(rc_load_at(loader, named), RC_ERR_VALIDATE, named->shown,
                 "there is no macro `%s` to append to", name);
        ok = false;
    }
    bool is_new = !macro;
    if (is_new)
        macro = add_macro(loader, name);
    if (append && !is_new) {
        macro->condition = rc_load_join(loader, &macro->condition, &condition);
        macro->broken = macro->broken || !ok;
    } else {
        macro->condition = condition;
        macro->broken = !ok;
        macro->span = named->shown;
        macro->context = named;
        macro->condition_context = rc_load_within(loader, named, "macro condition", "",
                                                  ok ? rc_load_span(&condition) : named->span);
    }
    macro->visibility = loader->order++;
    if (ok)
        rc_load_warn_keys(loader, item, keys, sizeof(keys) / sizeof(keys[0]), named);
}
