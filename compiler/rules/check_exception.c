/* Whether an exception's fields and operators fit together. */
#include "rules/load.h"

#include "syntax/condition.h"

#include <string.h>

/* Text that stands nowhere: an operator that was left out. */
static struct rc_text constant(const char *text)
{
    return (struct rc_text){.data = text, .len = (uint32_t)strlen(text)};
}

bool rc_load_is_given(const struct rc_exception_entry *entry)
{
    return entry->is_list ? entry->nitems > 0 : entry->text.len > 0;
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
    return len > 0 && strlen(word) == len && memcmp(text, word, len) == 0;
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
    const char *space = text->len > 0 ? memchr(text->data, ' ', text->len) : NULL;
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

bool rc_load_takes_list(const struct rc_text *text)
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
    if (!rc_load_is_given(comps)) {
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
    if (!rc_load_is_given(comps)) {
        *comps = (struct rc_exception_entry){.span = exception->fields.span};
        comps->text = constant("in");
    }
    if (comps->is_list) {
        rc_error(rc_load_at(loader, exception->context), RC_ERR_VALIDATE, comps->span,
                 "`fields` is a single field, so `comps` must be a single operator");
        return false;
    }
    comps->text = stripped(loader, &comps->text);
    if (!rc_load_takes_list(&comps->text)) {
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
    if (!rc_load_is_given(&exception->fields))
        rc_error(rc_load_at(loader, exception->context), RC_ERR_VALIDATE, exception->span,
                 "exception `%s` lacks `fields`", exception->name);
    else if (exception->fields.is_list)
        ok = check_tuple(loader, exception, check_fields);
    else
        ok = check_single(loader, exception, check_fields);
    exception->broken = !ok;
    return ok;
}
