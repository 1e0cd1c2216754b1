/* Alerts with all details, for the web server's page. See alert.h. */
#include "alert.h"

#include "../engine.h"
#include "../settings.h"

#include <string.h>

/* One value, with its name before it. */
static void put_asked(struct rt_eval *eval, uint32_t slot, bool first, struct rt_line *line)
{
    const struct rt_value_def *def = &eval->program->values[slot];

    rt_line_add(line, first ? "\"" : ",\"", first ? 1 : 2);
    rt_line_json_field(line, def->name, (uint32_t)strlen(def->name));
    rt_line_add(line, "\":", 2);
    rt_value_print_json(eval, def, rt_value(eval, slot), line);
}

/* Into the object that is there, before its closing brace. */
static void put_all_asked(struct rt_eval *eval, const struct rt_rule_note *note,
                          struct rt_line *line)
{
    static const char begin[] = ",\"asked\":{";
    bool first = true;

    line->len--;
    rt_line_add(line, begin, sizeof begin - 1);
    for (uint32_t i = 0; i < note->nslots; i++) {
        const uint32_t slot = note->slots[i];

        if (eval->program->values[slot].is_constant)
            continue;
        put_asked(eval, slot, first, line);
        first = false;
    }
    rt_line_add(line, "}}", 2);
}

void rt_alert_detail(struct rt_eval *eval, uint32_t rule)
{
    struct rt_engine *engine = eval->engine;
    const struct rt_site *site = eval->program->site;
    struct rt_options options = engine->options;
    struct rt_line *line = rt_alert_queue_begin(engine->detailed);
    const bool asked_pending = eval->asked_pending; /* by conditions */
    uint32_t len;

    options.json = options.json_output = options.json_tags = options.json_output_fields = true;
    options.json_message = false;
    rt_alert_format(eval, &options, rule, line);
    len = line->len;
    if (site && site->notes && !line->cut)
        put_all_asked(eval, &site->notes[rule], line);
    if (line->cut && len > 0) {
        /* Without it there was room. */
        line->len = len;
        line->data[len - 1] = '}';
    }
    eval->asked_pending = asked_pending;
    rt_alert_queue_commit(engine->detailed, eval->program->rules[rule].priority);
}
