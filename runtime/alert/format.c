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

#include <string.h>

/* What a line is cut to that would not fit: its escapes may need six bytes for one, and JSON may
 * hold it twice. */
#define BRIEF_TEXT (RT_ALERT_MAX / 16)

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

/* Makes what stands behind start exactly so many bytes: `%10proc.name`. */
static void fit(struct rt_line *text, uint32_t start, uint32_t width)
{
    if (text->len - start > width)
        text->len = start + width;
    while (text->len - start < width && !text->cut)
        rt_line_add(text, " ", 1);
}

/* The whole text, unescaped: time, priority, and what the rule says, which begins at the offset
 * returned. */
static uint32_t put_text(struct rt_eval *eval, const struct rt_rule_def *rule, struct rt_line *text)
{
    const struct rt_alert_field *time = &eval->engine->layout.time;
    struct rt_values space;
    struct rt_value single;
    uint32_t begin, start;

    text->len = 0;
    text->cut = false;
    rt_value_print(time->def, rt_alert_field_values(eval, time, &space, &single), text);
    add(text, ": ");
    add(text, rt_priority_names[rule->priority]);
    add(text, " ");
    begin = text->len;
    for (uint32_t i = 0; i < rule->nparts; i++) {
        const struct rt_output_part *part = &rule->parts[i];
        const struct rt_values *values;

        if (part->text) {
            rt_line_add(text, part->text, part->len);
            continue;
        }
        values = rt_value(eval, part->slot);
        start = text->len;
        rt_value_print(&eval->program->values[part->slot], values, text);
        if (part->width > 0)
            fit(text, start, part->width);
    }
    return begin;
}

static void put_fields(struct rt_eval *eval, uint32_t rule, bool brief, struct rt_line *line)
{
    const struct rt_alert_layout *layout = &eval->engine->layout;
    bool first = true;

    add(line, ",\"output_fields\":{");
    for (uint32_t i = layout->first[rule]; i < layout->first[rule + 1]; i++) {
        const struct rt_alert_field *field = &layout->fields[i];
        struct rt_values space;
        struct rt_value single;

        if (brief && field->def != layout->time.def)
            continue;
        if (!first)
            add(line, ",");
        first = false;
        add_string(line, field->def->name, (uint32_t)strlen(field->def->name));
        add(line, ":");
        rt_value_print_json(eval, field->def, rt_alert_field_values(eval, field, &space, &single),
                            line);
    }
    add(line, "}");
}

/* "2026-07-31T13:53:31.726060287Z". The calendar is worked out here (days to year, month and day by
 * eras of 400 years that begin in March), so that no time zone has a say. */
static void put_time(uint64_t time_ns, struct rt_line *line)
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

static void put_json(struct rt_eval *eval, const struct rt_options *options, uint32_t index,
                     const struct rt_line *text, uint32_t message, bool brief, struct rt_line *line)
{
    const struct rt_rule_def *rule = &eval->program->rules[index];

    add(line, "{\"hostname\":");
    add_string(line, options->hostname, (uint32_t)strlen(options->hostname));
    if (options->json_message) {
        add(line, ",\"message\":");
        add_string(line, text->data + message, text->len - message);
    }
    if (options->json_output) {
        add(line, ",\"output\":");
        add_string(line, text->data, text->len);
    }
    if (options->json_output_fields)
        put_fields(eval, index, brief, line);
    add(line, ",\"priority\":\"");
    add(line, rt_priority_names[rule->priority]);
    add(line, "\",\"rule\":");
    add_string(line, rule->name, (uint32_t)strlen(rule->name));
    add(line, ",\"source\":");
    add_string(line, rule->source, (uint32_t)strlen(rule->source));
    if (options->json_tags) {
        add(line, ",\"tags\":[");
        for (uint32_t i = 0; i < rule->ntags; i++) {
            if (i > 0)
                add(line, ",");
            add_string(line, rule->tags[i], (uint32_t)strlen(rule->tags[i]));
        }
        add(line, "]");
    }
    add(line, ",\"time\":\"");
    put_time(eval->event->time_ns, line);
    add(line, "\"}");
}

void rt_alert_format(struct rt_eval *eval, const struct rt_options *options, uint32_t rule,
                     struct rt_line *line)
{
    const uint32_t start = line->len;
    struct rt_line *text = &eval->engine->text;
    const uint32_t message = put_text(eval, &eval->program->rules[rule], text);

    if (!options->json) {
        rt_line_json(line, text->data, text->len);
        line->cut |= text->cut;
        return;
    }
    put_json(eval, options, rule, text, message, false, line);
    if (line->cut) {
        /* Half an object is of no use to anybody: a whole one that says less. */
        line->len = start;
        line->cut = false;
        if (text->len > BRIEF_TEXT)
            text->len = BRIEF_TEXT;
        put_json(eval, options, rule, text, message, true, line);
        line->cut = true;
    }
    line->cut |= text->cut;
}
