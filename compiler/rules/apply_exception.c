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

#include <string.h>

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
    } else if (rc_load_takes_list(&comp->text)) {
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
            ok = rc_load_check_exception(loader, exception, false) && ok;
        if (ok)
            ok = exception->fields.is_list ? add_tuples(loader, &builder, exception)
                                           : add_single(loader, &builder, exception);
    }
    if (ok)
        rule->rule.condition = rc_text_finish(&builder.text);
    return ok;
}
