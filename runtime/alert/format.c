/* A rule that fired, as a line. See alert.h; the shape is Falco's:
 *
 *     text   13:53:31.726060287: Warning Sensitive file opened ... (file=/etc/shadow ...)
 *     JSON   {"hostname":...,"output":"13:53:31...","output_fields":{...},"priority":"Warning",...}
 *
 * Text goes through the same escapes as the inside of a JSON string, so that a file name with a
 * newline cannot forge a line.
 */
#include "alert.h"

#include "../engine.h"

#include <inttypes.h>
#include <string.h>

/* Fields that no rule asks for: how many alerts were held back before this one (limit.h), and that
 * another agent may have told of the same event (handover.h). */
#define HELD    "rulec.held"
#define OVERLAP "rulec.overlap"

/* What a text may take of an object that would be too long, in bytes with its escapes: JSON may
 * hold it twice. */
#define BRIEF_ROOM (RT_ALERT_MAX / 4)

const char *const rt_priority_names[RT_PRIORITY__COUNT] = {
    "Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug",
};

static void add(struct rt_line *line, const char *text)
{
    rt_line_add(line, text, (uint32_t)strlen(text));
}

/* A string with its quotes. */
static void add_string(struct rt_line *line, const char *text, uint32_t len)
{
    rt_line_add(line, "\"", 1);
    rt_line_json(line, text, len);
    rt_line_add(line, "\"", 1);
}

/* Whether another agent watched when the event happened, and this one only took over. */
static bool is_overlap(const struct rt_eval *eval)
{
    return eval->event->time_ns < eval->engine->overlap_ns;
}

/* Makes what stands behind start exactly so many bytes: `%10proc.name`. */
static void fit(struct rt_line *text, uint32_t start, uint32_t width)
{
    if (text->len - start > width)
        text->len = start + width;
    while (text->len - start < width && !text->cut)
        rt_line_add(text, " ", 1);
}

void rt_alert_put_parts(struct rt_eval *eval, const struct rt_output_part *parts, uint32_t nparts,
                        struct rt_line *text)
{
    for (uint32_t i = 0; i < nparts; i++) {
        const struct rt_output_part *part = &parts[i];
        const uint32_t start = text->len;
        struct rt_alert_field field;
        struct rt_values space;
        struct rt_value single;

        if (part->text) {
            rt_line_add(text, part->text, part->len);
            continue;
        }
        field =
            (struct rt_alert_field){.def = &eval->program->values[part->slot], .slot = part->slot};
        rt_value_print(field.def, rt_alert_field_values(eval, &field, &space, &single), text);
        if (part->width > 0)
            fit(text, start, part->width);
    }
}

/* The whole text, unescaped: time, priority, and what the rule says, which begins at the offset
 * returned. */
static uint32_t put_text(struct rt_eval *eval, const struct rt_rule_def *rule, struct rt_line *text)
{
    const struct rt_alert_field *time = &eval->engine->layout.time;
    struct rt_values space;
    struct rt_value single;
    uint32_t begin;

    text->len = 0;
    text->cut = false;
    rt_value_print(time->def, rt_alert_field_values(eval, time, &space, &single), text);
    add(text, ": ");
    add(text, rt_priority_names[rule->priority]);
    add(text, " ");
    begin = text->len;
    rt_alert_put_parts(eval, rule->parts, rule->nparts, text);
    if (eval->held > 0)
        rt_line_printf(text, " (" HELD "=%" PRIu64 ")", eval->held);
    if (is_overlap(eval))
        add(text, " (" OVERLAP "=true)");
    return begin;
}

/* The text of a property, put together behind the alert's own. */
static void put_extra(struct rt_eval *eval, const struct rt_output_extra *extra,
                      struct rt_line *line)
{
    struct rt_line *text = &eval->engine->text;
    const uint32_t start = text->len;

    rt_alert_put_parts(eval, extra->parts, extra->nparts, text);
    add_string(line, text->data + start, text->len - start);
    text->len = start;
}

static void put_field(struct rt_eval *eval, const struct rt_alert_field *field,
                      struct rt_line *line)
{
    struct rt_values space;
    struct rt_value single;

    add(line, "\"");
    rt_line_json_field(line, field->name, (uint32_t)strlen(field->name));
    add(line, "\":");
    if (field->def)
        rt_value_print_json(eval, field->def, rt_alert_field_values(eval, field, &space, &single),
                            line);
    else
        put_extra(eval, field->extra, line);
}

/* What the engine has to say of the alert, at its place among the fields. */
static void put_marks(const struct rt_eval *eval, bool first, struct rt_line *line)
{
    if (eval->held > 0) {
        rt_line_printf(line, "%s\"" HELD "\":%" PRIu64, first ? "" : ",", eval->held);
        first = false;
    }
    if (is_overlap(eval))
        rt_line_printf(line, "%s\"" OVERLAP "\":true", first ? "" : ",");
}

static void put_fields(struct rt_eval *eval, uint32_t rule, bool brief, struct rt_line *line)
{
    const struct rt_alert_layout *layout = &eval->engine->layout;
    const bool marked = eval->held > 0 || is_overlap(eval);
    bool first = true, told = !marked;

    add(line, ",\"output_fields\":{");
    for (uint32_t i = layout->first[rule]; i < layout->first[rule + 1]; i++) {
        const struct rt_alert_field *field = &layout->fields[i];

        if (brief && field->def != layout->time.def)
            continue;
        if (!told && strcmp(field->name, HELD) > 0) {
            put_marks(eval, first, line);
            told = true;
            first = false;
        }
        if (!first)
            add(line, ",");
        first = false;
        put_field(eval, field, line);
    }
    if (!told)
        put_marks(eval, first, line);
    add(line, "}");
}

/* The calendar is worked out here (days to year, month and day by eras of 400 years that begin in
 * March), so that no time zone has a say. */
void rt_line_time(struct rt_line *line, uint64_t time_ns)
{
    const uint64_t seconds = time_ns / 1000000000;
    const uint32_t of_day = (uint32_t)(seconds % 86400);
    const uint64_t days = seconds / 86400 + 719468; /* since 0000-03-01 */
    const uint64_t era = days / 146097;
    const uint32_t of_era = (uint32_t)(days % 146097);
    const uint32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const uint32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    const uint32_t month = (5 * of_year + 2) / 153; /* 0: March */
    const uint32_t day = of_year - (153 * month + 2) / 5 + 1;

    rt_line_printf(line, "%04u-%02u-%02uT%02u:%02u:%02u.%09uZ",
                   (uint32_t)(era * 400 + year + (month >= 10)), month < 10 ? month + 3 : month - 9,
                   day, of_day / 3600, of_day / 60 % 60, of_day % 60,
                   (uint32_t)(time_ns % 1000000000));
}

/* How much of it there is to be in an object. */
enum detail {
    FULL,
    BRIEF, /* the text, which the caller has made shorter, and of the fields the time */
    BARE   /* no text, fields or tags, and of a name as much as there is room for */
};

static void put_json(struct rt_eval *eval, const struct rt_options *options, uint32_t index,
                     const struct rt_line *text, uint32_t message, enum detail detail,
                     struct rt_line *line)
{
    const struct rt_rule_def *rule = &eval->program->rules[index];
    const char *name = rule->name;
    uint32_t name_len = (uint32_t)strlen(name);

    if (detail == BARE)
        name_len = rt_line_json_fit(name, name_len, BRIEF_ROOM);
    add(line, "{\"hostname\":");
    add_string(line, options->hostname, (uint32_t)strlen(options->hostname));
    if (options->json_message && detail != BARE) {
        add(line, ",\"message\":");
        add_string(line, text->data + message, text->len - message);
    }
    if (options->json_output && detail != BARE) {
        add(line, ",\"output\":");
        add_string(line, text->data, text->len);
    }
    if (options->json_output_fields)
        put_fields(eval, index, detail != FULL, line);
    add(line, ",\"priority\":\"");
    add(line, rt_priority_names[rule->priority]);
    add(line, "\",\"rule\":");
    add_string(line, name, name_len);
    add(line, ",\"source\":");
    add_string(line, rule->source, (uint32_t)strlen(rule->source));
    if (options->json_tags && detail != BARE) {
        add(line, ",\"tags\":[");
        for (uint32_t i = 0; i < rule->ntags; i++) {
            if (i > 0)
                add(line, ",");
            add_string(line, rule->tags[i], (uint32_t)strlen(rule->tags[i]));
        }
        add(line, "]");
    }
    add(line, ",\"time\":\"");
    rt_line_time(line, eval->event->time_ns);
    add(line, "\"}");
}

/* One object, as full as there is room for. */
static void format_json(struct rt_eval *eval, const struct rt_options *options, uint32_t rule,
                        struct rt_line *text, uint32_t message, struct rt_line *line)
{
    const uint32_t start = line->len;

    put_json(eval, options, rule, text, message, FULL, line);
    for (enum detail detail = BRIEF; line->cut && detail <= BARE; detail++) {
        /* Half an object is of no use to anybody: a whole one that says less. */
        text->cut = true;
        text->len = rt_line_json_fit(text->data, text->len, BRIEF_ROOM);
        line->len = start;
        line->cut = false;
        put_json(eval, options, rule, text, message < text->len ? message : text->len, detail,
                 line);
    }
}

/* The text itself; if it is too long, as much of it as fits. */
static void format_text(const struct rt_line *text, struct rt_line *line)
{
    const uint32_t start = line->len;

    rt_line_json(line, text->data, text->len);
    if (!line->cut)
        return;
    line->len = start;
    rt_line_json(line, text->data, rt_line_json_fit(text->data, text->len, line->size - line->len));
}

void rt_alert_format(struct rt_eval *eval, const struct rt_options *options, uint32_t rule,
                     struct rt_line *line)
{
    struct rt_line *text = &eval->engine->text;
    uint32_t message;

    eval->encode_buffers = options->buffer_base64;
    line->base64 = text->base64 = options->buffer_base64;
    message = put_text(eval, &eval->program->rules[rule], text);
    if (options->json)
        format_json(eval, options, rule, text, message, line);
    else
        format_text(text, line);
    line->cut |= text->cut;
    eval->encode_buffers = false;
}
