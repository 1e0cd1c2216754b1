#include "events/report.h"

#include "base/json.h"
#include "events/noise.h"
#include "events/safe.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

const char *rc_report_time(int64_t time, char *out)
{
    const time_t seconds = time / 1000000000;
    struct tm tm;

    if (time <= 0 || !gmtime_r(&seconds, &tm) || strftime(out, 32, "%Y-%m-%d %H:%M:%S", &tm) == 0)
        strcpy(out, "-");
    return out;
}

static const char *name_of(const struct rc_store *store, enum rc_store_by by, uint32_t number)
{
    return store->names[by].texts[number];
}

/* --- counts --- */

/* The rules that are noise, by number of name. */
struct noise {
    struct rc_noise *rules; /* nrules */
    uint32_t nrules;
    bool *is_noise; /* by name */
};

static void find_noise(const struct rc_store *store, struct noise *noise)
{
    noise->nrules = rc_noise_find(store, &rc_store_everything, &noise->rules);
    noise->is_noise = calloc(store->names[RC_BY_RULE].n, sizeof *noise->is_noise);
    for (uint32_t i = 0; noise->is_noise && i < noise->nrules; i++)
        noise->is_noise[noise->rules[i].rule] = true;
}

static void free_noise(struct noise *noise)
{
    free(noise->rules);
    free(noise->is_noise);
}

static bool is_noise(const struct noise *noise, enum rc_store_by by, uint32_t name)
{
    return by == RC_BY_RULE && noise->is_noise && noise->is_noise[name];
}

/* The numbers of the names that have counts, in order: *order, the caller's, free. */
static uint32_t order_of(const struct rc_store *store, enum rc_store_by by, uint32_t **order)
{
    *order = calloc(store->names[by].n, sizeof **order);
    return *order ? rc_store_order(store, by, store->names[by].counts, *order) : 0;
}

static void text_of_kind(const struct rc_store *store, enum rc_store_by by, uint32_t top,
                         const struct noise *noise, struct rc_strbuf *out)
{
    uint32_t *order;
    const uint32_t n = order_of(store, by, &order);
    const uint32_t shown = top > 0 && n > top ? top : n;

    rc_strbuf_printf(out, "\n%10s %7s  %-19s  by %s\n", "alerts", "share", "last",
                     rc_store_by_names[by]);
    for (uint32_t i = 0; i < shown; i++) {
        const struct rc_store_count *count = &store->names[by].counts[order[i]];
        char last[32];

        rc_strbuf_printf(out, "%10" PRIu64 " %6.1f%%  %-19s  ", count->n,
                         100.0 * (double)count->n / (double)store->alerts,
                         rc_report_time(count->last, last));
        rc_safe_adds(out, name_of(store, by, order[i]));
        rc_strbuf_adds(out, is_noise(noise, by, order[i]) ? "  [noise]\n" : "\n");
    }
    if (shown < n)
        rc_strbuf_printf(out, "%10s %u more\n", "...", n - shown);
    free(order);
}

static void text_of_noise(const struct rc_store *store, const struct noise *noise,
                          struct rc_strbuf *out)
{
    if (noise->nrules > 0)
        rc_strbuf_adds(out, "\nNoise: rules of which nine in ten alerts are of a few kinds. "
                            "`--draft` with the same filters drafts an exception.\n");
    for (uint32_t i = 0; i < noise->nrules; i++) {
        const struct rc_noise *rule = &noise->rules[i];

        rc_strbuf_adds(out, "  ");
        rc_safe_adds(out, name_of(store, RC_BY_RULE, rule->rule));
        rc_strbuf_printf(out, ": %" PRIu64 " of %" PRIu64 " alerts\n", rule->of_kinds, rule->n);
        for (uint32_t k = 0; k < rule->nkinds; k++) {
            rc_strbuf_printf(out, "%10" PRIu64 "  process ", rule->kinds[k].n);
            rc_safe_adds(out, name_of(store, RC_BY_PROCESS, rule->kinds[k].process));
            rc_strbuf_adds(out, ", container ");
            rc_safe_adds(out, name_of(store, RC_BY_CONTAINER, rule->kinds[k].container));
            rc_strbuf_addc(out, '\n');
        }
    }
}

void rc_report_gaps(const struct rc_store *store, struct rc_strbuf *out)
{
    if (store->malformed > 0)
        rc_strbuf_printf(out, "%" PRIu64 " malformed line%s left out\n", store->malformed,
                         store->malformed == 1 ? " was" : "s were");
    if (store->kept < store->alerts)
        rc_strbuf_printf(out,
                         "only the newest %" PRIu64 " of %" PRIu64
                         " alerts are kept (see --keep): the others are counted, not shown\n",
                         store->kept, store->alerts);
}

void rc_report_text(const struct rc_store *store, uint32_t top, struct rc_strbuf *out)
{
    struct noise noise;
    char first[32], last[32];

    rc_strbuf_printf(out, "%" PRIu64 " alert%s", store->alerts, store->alerts == 1 ? "" : "s");
    if (store->first > 0)
        rc_strbuf_printf(out, " from %s to %s UTC", rc_report_time(store->first, first),
                         rc_report_time(store->last, last));
    rc_strbuf_printf(out,
                     "; %" PRIu64 " lines, %" PRIu64 " without an alert, %" PRIu64 " malformed",
                     store->lines, store->other, store->malformed);
    if (store->filtered > 0)
        rc_strbuf_printf(out, "; %" PRIu64 " alerts held back by the filters", store->filtered);
    rc_strbuf_addc(out, '\n');
    if (store->alerts == 0)
        return;
    find_noise(store, &noise);
    for (int by = 0; by < RC_BY__COUNT; by++)
        text_of_kind(store, (enum rc_store_by)by, top, &noise, out);
    text_of_noise(store, &noise, out);
    free_noise(&noise);
}

static void json_of_kind(const struct rc_store *store, enum rc_store_by by,
                         const struct noise *noise, struct rc_json *json)
{
    uint32_t *order;
    const uint32_t n = order_of(store, by, &order);
    char key[32], time[32];

    snprintf(key, sizeof key, "by_%s", rc_store_by_names[by]);
    rc_json_key(json, key);
    rc_json_begin(json, '[');
    for (uint32_t i = 0; i < n; i++) {
        const struct rc_store_count *count = &store->names[by].counts[order[i]];

        rc_json_begin(json, '{');
        rc_json_key(json, "name");
        rc_json_cstring(json, name_of(store, by, order[i]));
        rc_json_key(json, "alerts");
        rc_json_uint(json, count->n);
        rc_json_key(json, "first");
        rc_json_cstring(json, rc_report_time(count->first, time));
        rc_json_key(json, "last");
        rc_json_cstring(json, rc_report_time(count->last, time));
        if (by == RC_BY_RULE) {
            rc_json_key(json, "noise");
            rc_json_bool(json, is_noise(noise, by, order[i]));
        }
        rc_json_end(json, '}');
    }
    rc_json_end(json, ']');
    free(order);
}

void rc_report_json(const struct rc_store *store, struct rc_strbuf *out)
{
    struct rc_strbuf text = {0};
    struct rc_json json = {.out = &text};
    struct noise noise;
    const struct {
        const char *name;
        uint64_t value;
    } totals[] = {
        {"alerts", store->alerts},       {"lines", store->lines},
        {"without_alert", store->other}, {"malformed", store->malformed},
        {"filtered", store->filtered},   {"kept", store->kept},
    };

    find_noise(store, &noise);
    rc_json_begin(&json, '{');
    for (size_t i = 0; i < sizeof totals / sizeof totals[0]; i++) {
        rc_json_key(&json, totals[i].name);
        rc_json_uint(&json, totals[i].value);
    }
    for (int by = 0; by < RC_BY__COUNT; by++)
        json_of_kind(store, (enum rc_store_by)by, &noise, &json);
    rc_json_end(&json, '}');
    rc_strbuf_addc(&text, '\n');
    rc_safe_add_json(out, text.data, text.len);
    rc_strbuf_free(&text);
    free_noise(&noise);
}

void rc_report_csv(const struct rc_store *store, struct rc_strbuf *out)
{
    struct noise noise;

    find_noise(store, &noise);
    rc_strbuf_adds(out, "by,name,alerts,first,last,noise\n");
    for (int by = 0; by < RC_BY__COUNT; by++) {
        uint32_t *order;
        const uint32_t n = order_of(store, (enum rc_store_by)by, &order);

        for (uint32_t i = 0; i < n; i++) {
            const struct rc_store_count *count = &store->names[by].counts[order[i]];
            char first[32], last[32];

            rc_strbuf_printf(out, "%s,", rc_store_by_names[by]);
            rc_safe_add_csv(out, name_of(store, (enum rc_store_by)by, order[i]));
            rc_strbuf_printf(out, ",%" PRIu64 ",%s,%s,%s\n", count->n,
                             rc_report_time(count->first, first), rc_report_time(count->last, last),
                             is_noise(&noise, (enum rc_store_by)by, order[i]) ? "noise" : "");
        }
        free(order);
    }
    free_noise(&noise);
}

/* --- alerts --- */

static const char *output_of(const json_t *root)
{
    const char *output = json_string_value(json_object_get(root, "output"));

    if (!output)
        output = json_string_value(json_object_get(root, "message"));
    return output ? output : "";
}

static void add_alert(const struct rc_store *store, const struct rc_store_alert *alert,
                      enum rc_report_form form, struct rc_strbuf *out)
{
    json_t *root;
    char time[32];

    if (form == RC_REPORT_JSON) {
        rc_safe_add_json(out, alert->line, alert->len);
        rc_strbuf_addc(out, '\n');
        return;
    }
    root = rc_line_parse(alert->line, alert->len);
    rc_strbuf_adds(out, rc_report_time(alert->time, time));
    for (int by = 0; by < RC_BY__COUNT; by++) {
        const char *name = name_of(store, (enum rc_store_by)by, alert->names[by]);

        rc_strbuf_adds(out, form == RC_REPORT_CSV ? "," : "  ");
        if (form == RC_REPORT_CSV)
            rc_safe_add_csv(out, name);
        else
            rc_safe_adds(out, name);
    }
    if (form == RC_REPORT_CSV) {
        rc_strbuf_addc(out, ',');
        rc_safe_add_csv(out, output_of(root));
    } else {
        rc_strbuf_adds(out, "\n    ");
        rc_safe_adds(out, output_of(root));
    }
    rc_strbuf_addc(out, '\n');
    json_decref(root);
}

void rc_report_alerts(const struct rc_store *store, const struct rc_store_view *view,
                      enum rc_report_form form, struct rc_strbuf *out)
{
    if (form == RC_REPORT_CSV)
        rc_strbuf_adds(out, "time,rule,priority,process,container,output\n");
    for (size_t i = 0; i < store->ring_count; i++) {
        const struct rc_store_alert *alert = rc_store_at(store, i);

        if (rc_store_in_view(view, alert))
            add_alert(store, alert, form, out);
    }
}

static void add_value(struct rc_strbuf *out, const json_t *value, bool utf8)
{
    char *text;

    if (json_is_string(value)) {
        rc_safe_add(out, json_string_value(value), json_string_length(value), 0, utf8);
        return;
    }
    text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    if (text)
        rc_safe_add(out, text, strlen(text), 0, utf8);
    free(text);
}

static void add_members(struct rc_strbuf *out, json_t *object, bool utf8)
{
    const char *key;
    json_t *value;

    json_object_foreach(object, key, value)
    {
        if (strcmp(key, "output_fields") == 0 && json_is_object(value))
            continue;
        rc_safe_add(out, key, strlen(key), 0, utf8);
        rc_strbuf_adds(out, " = ");
        add_value(out, value, utf8);
        rc_strbuf_addc(out, '\n');
    }
}

void rc_report_alert(const struct rc_store_alert *alert, bool utf8, struct rc_strbuf *out)
{
    json_t *root = rc_line_parse(alert->line, alert->len);
    json_t *fields = json_object_get(root, "output_fields");

    add_members(out, root, utf8);
    if (json_is_object(fields)) {
        rc_strbuf_addc(out, '\n');
        add_members(out, fields, utf8);
    }
    json_decref(root);
}
