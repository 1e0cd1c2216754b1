/* Exceptions: for tuples of values in which a rule is not to fire. They become text behind the
 * rule's condition, every byte of which knows where in the YAML it comes from:
 *
 *     - name: known_writers             (CONDITION) and not (( proc.name = rpm and
 *       fields: [proc.name, fd.name]     fd.name startswith /var/lib/rpm) or ( proc.name = dpkg
 *       comps: [=, startswith]           and fd.name startswith /var/lib/dpkg))
 *       values:
 *         - [rpm, /var/lib/rpm]
 *         - [dpkg, /var/lib/dpkg]
 */
#include "rules/load.h"

#include "syntax/condition.h"

#include <string.h>

/* Text that stands nowhere: an operator that was left out. */
static struct rc_text constant(const char *text)
{
    return (struct rc_text){.data = text, .len = (uint32_t)strlen(text)};
}

/* Whether an entry says anything. */
static bool is_given(const struct rc_exception_entry *entry)
{
    return entry->is_list ? entry->nitems > 0 : entry->text.len > 0;
}

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

static struct rc_text stripped(struct rc_loader *loader, const struct rc_text *text)
{
    uint32_t from = 0, to = text->len;
    while (from < to && strchr(" \t\r\n", text->data[from]))
        from++;
    while (to > from && strchr(" \t\r\n", text->data[to - 1]))
        to--;
    if (from == 0 && to == text->len)
        return *text;
    struct rc_text_builder builder = {.arena = loader->arena};
    rc_text_append(&builder, text, from, to - from, NULL);
    return rc_text_finish(&builder);
}

static bool is_word(const char *text, size_t len, const char *word)
{
    return strlen(word) == len && memcmp(text, word, len) == 0;
}

/* The operator of that spelling, or CAT_OP__COUNT. */
static enum cat_operator find_operator(const char *text, size_t len)
{
    if (is_word(text, len, "="))
        return CAT_OP_EQ;
    for (int i = 0; i < CAT_OP__COUNT; i++) {
        if (is_word(text, len, cat_operator_names[i]))
            return (enum cat_operator)i;
    }
    return CAT_OP__COUNT;
}

static bool takes_modifier(enum cat_operator op)
{
    switch (op) {
    case CAT_OP_EQ:
    case CAT_OP_NE:
    case CAT_OP_CONTAINS:
    case CAT_OP_ICONTAINS:
    case CAT_OP_BCONTAINS:
    case CAT_OP_STARTSWITH:
    case CAT_OP_BSTARTSWITH:
    case CAT_OP_ENDSWITH:
    case CAT_OP_GLOB:
    case CAT_OP_IGLOB:
    case CAT_OP_REGEX:
        return true;
    case CAT_OP_EXISTS:
    case CAT_OP_LT:
    case CAT_OP_LE:
    case CAT_OP_GT:
    case CAT_OP_GE:
    case CAT_OP_IN:
    case CAT_OP_INTERSECTS:
    case CAT_OP_PMATCH:
    case CAT_OP__COUNT:
        break;
    }
    return false;
}

/* "startswith oneof", "= anyof": one space between them. */
static bool is_modified_operator(const struct rc_text *text)
{
    const char *space = memchr(text->data, ' ', text->len);
    if (!space || !takes_modifier(find_operator(text->data, (size_t)(space - text->data))))
        return false;
    const char *modifier = space + 1;
    size_t len = (size_t)(text->data + text->len - modifier);
    for (int i = CAT_MOD_NONE + 1; i < CAT_MOD__COUNT; i++) {
        if (is_word(modifier, len, cat_modifier_names[i]))
            return true;
    }
    return false;
}

/* Operators that take a list on the right. */
static bool is_list_operator(const struct rc_text *text)
{
    switch (find_operator(text->data, text->len)) {
    case CAT_OP_IN:
    case CAT_OP_INTERSECTS:
    case CAT_OP_PMATCH:
        return true;
    default:
        return is_modified_operator(text);
    }
}

static bool check_operator(struct rc_loader *loader, const struct rc_exception *exception,
                           const struct rc_exception_entry *comp)
{
    const struct rc_text *text = &comp->text;
    if (find_operator(text->data, text->len) != CAT_OP__COUNT || is_modified_operator(text))
        return true;
    const char *near = rc_suggest(text->data, text->len, cat_operator_names, CAT_OP__COUNT);
    struct rc_diags *diags = rc_load_at(loader, exception->context);
    if (near)
        rc_error(diags, RC_ERR_VALIDATE, comp->span, "unknown operator `%s`; did you mean `%s`?",
                 rc_load_string(loader, text), near);
    else
        rc_error(diags, RC_ERR_VALIDATE, comp->span, "unknown operator `%s`",
                 rc_load_string(loader, text));
    return false;
}

static bool check_field(struct rc_loader *loader, const struct rc_exception *exception,
                        const struct rc_exception_entry *field)
{
    if (!field->is_list && rc_condition_field_valid(field->text.data, field->text.len))
        return true;
    rc_error(rc_load_at(loader, exception->context), RC_ERR_VALIDATE, field->span,
             "unknown field `%s`", field->is_list ? "" : rc_load_string(loader, &field->text));
    return false;
}

/* `fields` is a list: so must be `comps`, one operator each; all `=` if left out. */
static bool check_tuple(struct rc_loader *loader, struct rc_exception *exception, bool check_fields)
{
    struct rc_exception_entry *fields = &exception->fields, *comps = &exception->comps;
    if (!is_given(comps)) {
        comps->is_list = true;
        comps->nitems = fields->nitems;
        comps->items = rc_arena_array(loader->arena, fields->nitems, sizeof(*comps->items));
        for (uint32_t i = 0; i < fields->nitems; i++) {
            comps->items[i].text = constant("=");
            comps->items[i].span = fields->items[i].span;
        }
    }
    uint32_t ncomps = comps->is_list ? comps->nitems : 0;
    if (ncomps != fields->nitems) {
        struct rc_diag *diag = rc_error(
            rc_load_at(loader, exception->context), RC_ERR_VALIDATE, comps->span,
            "exception `%s` has %u field%s and %u operator%s in `comps`", exception->name,
            fields->nitems, fields->nitems == 1 ? "" : "s", ncomps, ncomps == 1 ? "" : "s");
        rc_note(loader->diags, diag, fields->span, "the fields");
        return false;
    }
    bool ok = true;
    for (uint32_t i = 0; i < comps->nitems; i++) {
        comps->items[i].text = stripped(loader, &comps->items[i].text);
        ok = check_operator(loader, exception, &comps->items[i]) && ok;
    }
    for (uint32_t i = 0; check_fields && i < fields->nitems; i++)
        ok = check_field(loader, exception, &fields->items[i]) && ok;
    return ok;
}

/* `fields` is one field: the values are a list on the right of one operator. */
static bool check_single(struct rc_loader *loader, struct rc_exception *exception,
                         bool check_fields)
{
    struct rc_exception_entry *comps = &exception->comps;
    if (!is_given(comps)) {
        *comps = (struct rc_exception_entry){.span = exception->fields.span};
        comps->text = constant("in");
    }
    if (comps->is_list) {
        rc_error(rc_load_at(loader, exception->context), RC_ERR_VALIDATE, comps->span,
                 "`fields` is a single field, so `comps` must be a single operator");
        return false;
    }
    comps->text = stripped(loader, &comps->text);
    if (!is_list_operator(&comps->text)) {
        rc_error(rc_load_at(loader, exception->context), RC_ERR_VALIDATE, comps->span,
                 "`%s` does not take a list; with a single field `comps` must be in, pmatch, "
                 "intersects, or an operator with oneof, anyof or allof",
                 rc_load_string(loader, &comps->text));
        return false;
    }
    return !check_fields || check_field(loader, exception, &exception->fields);
}

bool rc_load_check_exception(struct rc_loader *loader, struct rc_exception *exception,
                             bool check_fields)
{
    bool ok = false;
    if (!is_given(&exception->fields))
        rc_error(rc_load_at(loader, exception->context), RC_ERR_VALIDATE, exception->span,
                 "exception `%s` lacks `fields`", exception->name);
    else if (exception->fields.is_list)
        ok = check_tuple(loader, exception, check_fields);
    else
        ok = check_single(loader, exception, check_fields);
    exception->broken = !ok;
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
        if (!is_given(&exception->fields)) {
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
    const struct rc_exception_entry *odd = is_given(&exception->fields)  ? &exception->fields
                                           : is_given(&exception->comps) ? &exception->comps
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

/* The condition under construction, and what the glue around values counts as. */
struct builder {
    struct rc_text_builder text;
    const struct rc_origin *origin;
    struct rc_span place;
};

static void glue(struct builder *builder, const char *text)
{
    rc_text_add(&builder->text, text, (uint32_t)strlen(text), builder->place, false,
                builder->origin);
}

static void add_text(struct builder *builder, const struct rc_text *text, struct rc_span span)
{
    if (text->nsegments == 0) /* a constant: an operator that was left out */
        rc_text_add(&builder->text, text->data, text->len, span, false, builder->origin);
    else
        rc_text_append(&builder->text, text, 0, text->len, builder->origin);
}

/* A value with spaces is put into quotes unless it has some. */
static void add_value(struct builder *builder, const struct rc_exception_entry *value)
{
    const struct rc_text *text = &value->text;
    bool quote =
        memchr(text->data, ' ', text->len) && text->data[0] != '"' && text->data[0] != '\'';
    if (quote)
        glue(builder, "\"");
    add_text(builder, text, value->span);
    if (quote)
        glue(builder, "\"");
}

static bool add_single(struct rc_loader *loader, struct builder *builder,
                       const struct rc_exception *exception)
{
    for (uint32_t i = 0; i < exception->nvalues; i++) {
        const struct rc_exception_entry *value = &exception->values[i];
        if (value->is_list) {
            rc_error(rc_load_at(loader, exception->context), RC_ERR_VALIDATE, value->span,
                     "exception `%s` has a single field, so each value is a single one",
                     exception->name);
            return false;
        }
        if (i == 0) {
            glue(builder, " and not (");
            add_text(builder, &exception->fields.text, exception->fields.span);
            glue(builder, " ");
            add_text(builder, &exception->comps.text, exception->comps.span);
            glue(builder, " (");
        } else {
            glue(builder, ", ");
        }
        add_value(builder, value);
    }
    if (exception->nvalues > 0)
        glue(builder, "))");
    return true;
}

/* The right side for one field of a tuple. */
static void add_tuple_value(struct builder *builder, const struct rc_exception_entry *value,
                            const struct rc_exception_entry *comp)
{
    if (value->is_list) {
        glue(builder, "(");
        for (uint32_t i = 0; i < value->nitems; i++) {
            if (i > 0)
                glue(builder, ", ");
            add_value(builder, &value->items[i]);
        }
        glue(builder, ")");
    } else if (is_list_operator(&comp->text)) {
        bool open = value->text.len > 0 && value->text.data[0] == '(';
        if (!open)
            glue(builder, "(");
        add_text(builder, &value->text, value->span);
        if (!open)
            glue(builder, ")");
    } else {
        add_value(builder, value);
    }
}

static bool add_tuples(struct rc_loader *loader, struct builder *builder,
                       const struct rc_exception *exception)
{
    const struct rc_exception_entry *fields = &exception->fields, *comps = &exception->comps;
    for (uint32_t i = 0; i < exception->nvalues; i++) {
        const struct rc_exception_entry *values = &exception->values[i];
        uint32_t nvalues = values->is_list ? values->nitems : 0;
        if (nvalues != fields->nitems) {
            struct rc_diag *diag = rc_error(
                rc_load_at(loader, exception->context), RC_ERR_VALIDATE, values->span,
                "exception `%s` has %u field%s, so each of its values is a list of as many",
                exception->name, fields->nitems, fields->nitems == 1 ? "" : "s");
            rc_note(loader->diags, diag, fields->span, "the fields");
            return false;
        }
        glue(builder, i == 0 ? " and not ((" : " or (");
        for (uint32_t k = 0; k < fields->nitems; k++) {
            glue(builder, k == 0 ? " " : " and  ");
            add_text(builder, &fields->items[k].text, fields->items[k].span);
            glue(builder, " ");
            add_text(builder, &comps->items[k].text, comps->items[k].span);
            glue(builder, " ");
            add_tuple_value(builder, &values->items[k], &comps->items[k]);
        }
        glue(builder, ")");
    }
    if (exception->nvalues > 0)
        glue(builder, ")");
    return true;
}

bool rc_load_apply_exceptions(struct rc_loader *loader, struct rc_loaded_rule *rule)
{
    if (!rule->exceptions)
        return true;
    struct builder builder = {.text = {.arena = loader->arena},
                              .place = rc_text_span(&rule->rule.condition, 0, 0, NULL)};
    glue(&builder, "(");
    rc_text_append(&builder.text, &rule->rule.condition, 0, rule->rule.condition.len, NULL);
    builder.place = rc_text_span(&rule->rule.condition, rule->rule.condition.len, 0, NULL);
    glue(&builder, ")");
    bool ok = true;
    for (struct rc_exception *exception = rule->exceptions; exception;
         exception = exception->next) {
        struct rc_origin *origin = rc_arena_alloc(loader->arena, sizeof(*origin));
        *origin = (struct rc_origin){.what = "exception",
                                     .name = exception->name,
                                     .use = rule->rule.condition_span,
                                     .definition = exception->span};
        builder.origin = origin;
        builder.place = exception->span;
        if (exception->fields.is_list && !exception->comps.is_list)
            ok = check_tuple(loader, exception, false) && ok;
        if (ok)
            ok = exception->fields.is_list ? add_tuples(loader, &builder, exception)
                                           : add_single(loader, &builder, exception);
    }
    if (ok)
        rule->rule.condition = rc_text_finish(&builder.text);
    return ok;
}
