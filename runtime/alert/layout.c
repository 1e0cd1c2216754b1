/* Which fields an alert's JSON holds. See layout.h. */
#include "layout.h"

#include "../engine.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A list of fields that grows. */
struct list {
    struct rt_alert_field *fields;
    uint32_t n, size;
    bool failed; /* no memory */
};

static void add(struct list *list, struct rt_alert_field field)
{
    if (list->n == list->size) {
        const uint32_t size = list->size ? 2 * list->size : 64;
        struct rt_alert_field *fields = realloc(list->fields, size * sizeof *fields);

        if (!fields) {
            list->failed = true;
            return;
        }
        list->fields = fields;
        list->size = size;
    }
    list->fields[list->n++] = field;
}

/* The field behind a slot; the fields behind a transformer; nothing for a constant. */
static void add_slot(struct list *list, const struct rt_program *program, uint32_t slot)
{
    const struct rt_value_def *def = &program->values[slot];

    if (def->is_constant)
        return;
    if (def->extract) {
        add(list, (struct rt_alert_field){.name = def->name, .def = def, .slot = slot});
        return;
    }
    for (uint32_t i = 0; i < def->ninputs; i++)
        add_slot(list, program, def->inputs[i]);
}

/* What the rules were built to append. */
static void add_extra(struct list *list, const struct rt_program *program,
                      const struct rt_output_extra *extra)
{
    struct rt_alert_field field = {.name = extra->name, .extra = extra};

    if (extra->raw) {
        field.slot = extra->parts[0].slot;
        field.def = &program->values[field.slot];
    }
    add(list, field);
}

/* Orders list[begin..] by name and drops what is there twice: what is appended counts. */
static int by_name(const void *a, const void *b)
{
    const struct rt_alert_field *one = a, *other = b;
    const int order = strcmp(one->name, other->name);

    return order != 0 ? order : (other->extra != NULL) - (one->extra != NULL);
}

static void settle(struct list *list, uint32_t begin)
{
    struct rt_alert_field *fields = list->fields + begin;
    const uint32_t n = list->n - begin;
    uint32_t kept = 0;

    if (n == 0)
        return;
    qsort(fields, n, sizeof *fields, by_name);
    for (uint32_t i = 1; i < n; i++) {
        if (strcmp(fields[i].name, fields[kept].name) != 0)
            fields[++kept] = fields[i];
    }
    list->n = begin + kept + 1;
}

/* The field of that name: the program's, or else one of the generic event fields, which every event
 * has; .def is NULL if it is neither. */
static struct rt_alert_field find(struct rt_alert_layout *layout, const struct rt_program *program,
                                  const char *name)
{
    const enum cat_field_id id = cat_field_find(name, strlen(name));
    const struct cat_field *field = &cat_fields[id];
    struct rt_value_def *own;

    for (uint32_t i = 0; i < program->nvalues; i++) {
        const struct rt_value_def *def = &program->values[i];

        if (def->extract && !def->ref.candidates && strcmp(def->name, name) == 0)
            return (struct rt_alert_field){.name = def->name, .def = def, .slot = i};
    }
    if (id == FIELD_NONE || field->cls != CAT_CLASS_GEN_EVENT ||
        (field->flags & (CAT_FF_FILTER_ONLY | CAT_FF_TABLE_ONLY | CAT_FF_ARG_REQUIRED)))
        return (struct rt_alert_field){0};
    own = &layout->own[layout->nown++];
    *own = (struct rt_value_def){
        .name = field->name,
        .extract = rt_extract_gen_event,
        .ref = {.field = id, .key = ""},
        .type = field->type,
        .format = field->format,
        .is_list = field->flags & CAT_FF_IS_LIST,
    };
    return (struct rt_alert_field){.name = own->name, .def = own, .slot = RT_ALERT_NO_SLOT};
}

/* The fields of all rules, one after the other. extra: of options, resolved. */
static int lay_out(struct rt_alert_layout *layout, const struct rt_program *program,
                   const struct rt_alert_field *extra, uint32_t nextra)
{
    struct list list = {0};

    for (uint32_t i = 0; i < program->nrules; i++) {
        const struct rt_rule_def *rule = &program->rules[i];

        layout->first[i] = list.n;
        for (uint32_t k = 0; k < rule->nparts; k++) {
            if (!rule->parts[k].text)
                add_slot(&list, program, rule->parts[k].slot);
        }
        add(&list, layout->time);
        for (uint32_t k = 0; k < nextra; k++)
            add(&list, extra[k]);
        for (uint32_t k = 0; k < rule->nextras; k++)
            add_extra(&list, program, &rule->extras[k]);
        if (list.failed)
            break;
        settle(&list, layout->first[i]);
    }
    layout->first[program->nrules] = list.n;
    layout->fields = list.fields;
    return list.failed ? -ENOMEM : 0;
}

int rt_alert_layout_open(struct rt_alert_layout *layout, const struct rt_program *program,
                         const struct rt_options *options, char *error, size_t error_size)
{
    struct rt_alert_field *extra = calloc(options->nextra_fields + 1, sizeof *extra);
    int result = -ENOMEM;

    *layout = (struct rt_alert_layout){
        .own = calloc(options->nextra_fields + 1, sizeof *layout->own),
        .first = calloc(program->nrules + 1, sizeof *layout->first),
    };
    if (!extra || !layout->own || !layout->first)
        goto out;
    layout->time = find(layout, program, options->time_iso8601 ? "evt.time.iso8601" : "evt.time");
    for (uint32_t i = 0; i < options->nextra_fields; i++) {
        extra[i] = find(layout, program, options->extra_fields[i]);
        if (!extra[i].def) {
            snprintf(error, error_size,
                     "%s is neither a field that some rule reads nor a generic field of events",
                     options->extra_fields[i]);
            result = -EINVAL;
            goto out;
        }
    }
    result = lay_out(layout, program, extra, options->nextra_fields);
out:
    free(extra);
    if (result == -ENOMEM)
        snprintf(error, error_size, "no memory for the fields of alerts");
    if (result != 0)
        rt_alert_layout_close(layout);
    return result;
}

void rt_alert_layout_close(struct rt_alert_layout *layout)
{
    free(layout->own);
    free(layout->first);
    free(layout->fields);
    *layout = (struct rt_alert_layout){0};
}

const struct rt_values *rt_alert_field_values(struct rt_eval *eval,
                                              const struct rt_alert_field *field,
                                              struct rt_values *out, struct rt_value *single)
{
    /* Shown in another way than conditions see it. */
    const bool anew = eval->encode_buffers && !eval->is_copy && field->def->extract &&
                      field->def->ref.field == FIELD_EVT_ARG;

    if (field->slot != RT_ALERT_NO_SLOT && !anew)
        return rt_value(eval, field->slot);
    *out = (struct rt_values){.v = single, .type = field->def->type};
    if (field->def->extract)
        field->def->extract(eval, &field->def->ref, out);
    return out;
}
