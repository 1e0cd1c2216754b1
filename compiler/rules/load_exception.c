/* The `exceptions` of rules and of items that append to them, as they are read. */
#include "rules/load.h"

#include <string.h>

/* A scalar or a list of such; anything else gives an empty entry. */
static bool load_entry(struct rc_loader *loader, const struct rc_yaml_node *node, const char *key,
                       const struct rc_context *context, struct rc_exception_entry *out)
{
    context = rc_load_within(loader, context, "value for", key, node->span);
    *out = (struct rc_exception_entry){.span = node->span, .text = {.data = ""}};
    if (node->kind == RC_YAML_SCALAR) {
        out->text = node->text;
        if (node->text.len > 0)
            return true;
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE, node->span,
                 "an exception cannot have an empty value");
        return false;
    }
    if (node->kind != RC_YAML_SEQUENCE)
        return true;
    out->is_list = true;
    out->items = rc_arena_array(loader->arena, node->nchildren, sizeof(*out->items));
    out->nitems = node->nchildren;
    bool ok = true;
    for (uint32_t i = 0; i < node->nchildren; i++) {
        const struct rc_yaml_node *child = node->children[i];
        const struct rc_context *inner =
            rc_load_within(loader, context, "exception", "", child->span);
        ok =
            load_entry(loader, child, "", inner, &out->items[i]) && ok; /* depth: RC_YAML_DEEPEST */
    }
    return ok;
}

static bool load_values(struct rc_loader *loader, const struct rc_yaml_node *node,
                        const struct rc_context *context, struct rc_exception *exception)
{
    context = rc_load_within(loader, context, "exception values", "", node->span);
    if (node->kind != RC_YAML_SEQUENCE) {
        rc_error(rc_load_at(loader, context), RC_ERR_YAML_VALIDATE,
                 node->kind == RC_YAML_NULL ? exception->span : node->span,
                 "the values of an exception must be a sequence, not a %s",
                 rc_yaml_kind_name(node->kind));
        return false;
    }
    exception->values = rc_arena_array(loader->arena, node->nchildren, sizeof(*exception->values));
    exception->nvalues = node->nchildren;
    bool ok = true;
    for (uint32_t i = 0; i < node->nchildren; i++) {
        const struct rc_yaml_node *child = node->children[i];
        const struct rc_context *inner =
            rc_load_within(loader, context, "exception value", "", child->span);
        ok = load_entry(loader, child, "", inner, &exception->values[i]) && ok;
    }
    return ok;
}

static bool load_exception(struct rc_loader *loader, const struct rc_yaml_node *node,
                           const struct rc_context *context, const struct rc_context *sequence,
                           bool append, const struct rc_exception *earlier,
                           struct rc_exception *exception)
{
    const struct rc_context *unnamed =
        rc_load_within(loader, sequence, "exception", "", node->span);
    if (node->kind != RC_YAML_MAP) {
        rc_error(rc_load_at(loader, unnamed), RC_ERR_YAML_VALIDATE, node->span,
                 "an exception must be a mapping with `name` and `fields`, not a %s",
                 rc_yaml_kind_name(node->kind));
        return false;
    }
    struct rc_text name;
    if (rc_load_text(loader, node, "name", unnamed, RC_LOAD_REQUIRED, &name) != RC_LOAD_FOUND)
        return false;
    exception->name = rc_load_string(loader, &name);
    exception->span = rc_load_span(&name);
    struct rc_context *named = rc_arena_alloc(loader->arena, sizeof(*named));
    *named = *rc_load_within(loader, context, "exception", exception->name, node->span);
    named->shown = exception->span;
    exception->context = named;
    for (; earlier; earlier = earlier->next) {
        if (strcmp(earlier->name, exception->name) != 0)
            continue;
        struct rc_diag *diag =
            rc_warning(rc_load_at(loader, named), RC_WARN_EXCEPTION_NAME_NOT_UNIQUE,
                       exception->span, "exception `%s` is defined twice", exception->name);
        rc_note(loader->diags, diag, earlier->span, "defined here first");
        break;
    }

    bool ok = true;
    const struct rc_yaml_node *fields = rc_yaml_get(node, "fields", NULL);
    if (fields) {
        ok = load_entry(loader, fields, "fields", named, &exception->fields);
    } else if (!append) {
        rc_error(rc_load_at(loader, named), RC_ERR_YAML_VALIDATE, exception->span,
                 "exception `%s` lacks `fields`", exception->name);
        ok = false;
    }
    const struct rc_yaml_node *comps = rc_yaml_get(node, "comps", NULL);
    if (comps)
        ok = load_entry(loader, comps, "comps", named, &exception->comps) && ok;
    const struct rc_yaml_node *values = rc_yaml_get(node, "values", NULL);
    if (values)
        ok = load_values(loader, values, named, exception) && ok;
    else if (append)
        rc_warning(rc_load_at(loader, named), RC_WARN_APPEND_NO_VALUES, exception->span,
                   "exception `%s` is appended to without values", exception->name);
    return ok;
}

bool rc_load_exceptions(struct rc_loader *loader, const struct rc_yaml_node *item,
                        const struct rc_context *context, bool append, struct rc_exception **out)
{
    *out = NULL;
    const struct rc_yaml_node *node = rc_yaml_get(item, "exceptions", NULL);
    if (!node || node->kind == RC_YAML_NULL)
        return true;
    const struct rc_context *sequence =
        rc_load_within(loader, context, "exceptions", "", node->span);
    if (node->kind != RC_YAML_SEQUENCE) {
        rc_error(rc_load_at(loader, sequence), RC_ERR_YAML_VALIDATE, node->span,
                 "`exceptions` must be a sequence, not a %s", rc_yaml_kind_name(node->kind));
        return false;
    }
    bool ok = true;
    struct rc_exception *last = NULL;
    for (uint32_t i = 0; i < node->nchildren; i++) {
        struct rc_exception *exception = rc_arena_alloc(loader->arena, sizeof(*exception));
        if (!load_exception(loader, node->children[i], context, sequence, append, *out,
                            exception)) {
            ok = false;
            continue;
        }
        if (last)
            last->next = exception;
        else
            *out = exception;
        last = exception;
    }
    return ok;
}

static void append_values(struct rc_loader *loader, struct rc_exception *to,
                          const struct rc_exception *from)
{
    size_t count = (size_t)to->nvalues + from->nvalues;
    struct rc_exception_entry *all = rc_arena_array(loader->arena, count, sizeof(*all));
    if (to->nvalues > 0)
        memcpy(all, to->values, to->nvalues * sizeof(*all));
    if (from->nvalues > 0)
        memcpy(all + to->nvalues, from->values, from->nvalues * sizeof(*all));
    to->values = all;
    to->nvalues = (uint32_t)count;
}

static bool append_exception(struct rc_loader *loader, struct rc_loaded_rule *rule,
                             struct rc_exception *exception)
{
    struct rc_exception *earlier = NULL, **link = &rule->exceptions;
    for (; *link; link = &(*link)->next) {
        if (!earlier && strcmp((*link)->name, exception->name) == 0)
            earlier = *link;
    }
    struct rc_diags *diags = rc_load_at(loader, exception->context);
    if (!earlier) {
        if (!rc_load_is_given(&exception->fields)) {
            rc_error(diags, RC_ERR_VALIDATE, exception->span,
                     "the rule has no exception `%s` yet, so `fields` must be given",
                     exception->name);
            return false;
        }
        if (exception->nvalues == 0) {
            rc_error(diags, RC_ERR_VALIDATE, exception->span,
                     "the rule has no exception `%s` yet, so `values` must be given",
                     exception->name);
            return false;
        }
        *link = exception;
        return rc_load_check_exception(loader, exception, !rule->unknown_source);
    }
    const struct rc_exception_entry *odd = rc_load_is_given(&exception->fields) ? &exception->fields
                                           : rc_load_is_given(&exception->comps) ? &exception->comps
                                                                                 : NULL;
    if (odd) {
        struct rc_diag *diag =
            rc_error(diags, RC_ERR_VALIDATE, odd->span,
                     "exception `%s` exists: only values can be appended", exception->name);
        rc_note(loader->diags, diag, earlier->span, "defined here");
        return false;
    }
    append_values(loader, earlier, exception);
    return true;
}

bool rc_load_append_exceptions(struct rc_loader *loader, struct rc_loaded_rule *rule,
                               struct rc_exception *exceptions)
{
    bool ok = true;
    for (struct rc_exception *exception = exceptions, *next; exception; exception = next) {
        next = exception->next;
        exception->next = NULL;
        ok = append_exception(loader, rule, exception) && ok;
    }
    return ok;
}
