/* Snapshots of metrics. See snapshot.h. */
#include "snapshot.h"

#include "../engine.h"
#include "../manifest.h"
#include "../output/sinks.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NAME_SIZE     256
#define VALUE_SIZE    300
#define OTHERS        64 /* fields besides rules and files */
#define FILE_BYTES    (1u << 20)
#define INFORMATIONAL 6

static const char rule_name[] = "Falco internal: metrics snapshot";
static const char message[] = "Falco metrics snapshot";

struct field {
    char name[NAME_SIZE];
    char value[VALUE_SIZE]; /* JSON */
};

struct rt_snapshot {
    struct rt_snapshot_options options;
    const struct rt_program *program;
    struct rt_alert_queue *file; /* NULL: none */
    uint64_t due_ms;             /* of the monotonic clock */
    struct field *fields;        /* room for size of them */
    uint32_t n, size;
    uint64_t samples;
    uint64_t last_ns, last_events, last_sent, last_drops; /* of the one before; 0: there is none */
};

static uint64_t monotonic_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static int open_file(struct rt_snapshot *snapshot, char *error, size_t size)
{
    const struct rt_file_options file = {.path = snapshot->options.file, .follow = true};
    const struct rt_queue_options queue = {.bytes = FILE_BYTES, .grace_ms = 2000};
    struct rt_sink *sink;
    int result = rt_sink_file(&sink, &file, error, size);

    if (result == 0)
        result = rt_alert_queue_open(&snapshot->file, &queue, &sink, 1, error, size);
    return result;
}

int rt_snapshot_open(struct rt_snapshot **out, const struct rt_snapshot_options *options,
                     const struct rt_program *program, char *error, size_t size)
{
    struct rt_snapshot *snapshot = calloc(1, sizeof *snapshot);
    int result = -ENOMEM;

    snprintf(error, size, "no memory");
    if (!snapshot)
        return result;
    *snapshot = (struct rt_snapshot){
        .options = *options,
        .program = program,
        .due_ms = monotonic_ms() + options->interval_ms,
        .size = OTHERS + program->nrules + (program->manifest ? program->manifest->nfiles : 0),
    };
    snapshot->fields = calloc(snapshot->size, sizeof *snapshot->fields);
    if (snapshot->fields)
        result = *options->file ? open_file(snapshot, error, size) : 0;
    if (result != 0) {
        rt_snapshot_close(snapshot);
        return result;
    }
    *out = snapshot;
    return 0;
}

void rt_snapshot_reopen(struct rt_snapshot *snapshot)
{
    if (snapshot->file)
        rt_alert_queue_reopen(snapshot->file);
}

uint64_t rt_snapshot_close(struct rt_snapshot *snapshot)
{
    struct rt_alert_stats stats = {0};

    if (!snapshot)
        return 0;
    rt_alert_queue_close(snapshot->file, &stats, NULL);
    free(snapshot->fields);
    free(snapshot);
    return stats.dropped + stats.failed;
}

/* --- fields --- */

static struct field *add(struct rt_snapshot *snapshot, const char *name)
{
    struct field *field = &snapshot->fields[snapshot->n < snapshot->size ? snapshot->n++ : 0];

    snprintf(field->name, sizeof field->name, "%s", name);
    return field;
}

static void put_number(struct rt_snapshot *snapshot, const char *name, uint64_t number)
{
    struct field *field = add(snapshot, name);

    snprintf(field->value, sizeof field->value, "%" PRIu64, number);
}

/* To one decimal, as Falco rounds. */
static void put_decimal(struct rt_snapshot *snapshot, const char *name, double number)
{
    struct field *field = add(snapshot, name);

    snprintf(field->value, sizeof field->value, "%.1f", number);
}

static void put_text(struct rt_snapshot *snapshot, const char *name, const char *text)
{
    struct field *field = add(snapshot, name);
    struct rt_line line = {.data = field->value, .size = sizeof field->value - 3};

    rt_line_add(&line, "\"", 1);
    rt_line_json(&line, text, rt_line_json_fit(text, (uint32_t)strlen(text), line.size - 1));
    line.size += 2;
    rt_line_add(&line, "\"", 1);
    field->value[line.len] = '\0';
}

/* "Read sensitive file (x)" as Falco makes a name of it: Read_sensitive_file_x */
static const char *sanitized(char *out, size_t size, const char *prefix, const char *name)
{
    size_t len = (size_t)snprintf(out, size, "%s", prefix);
    const size_t begin = len;

    for (; *name && len + 1 < size; name++) {
        const bool plain = (*name >= 'a' && *name <= 'z') || (*name >= 'A' && *name <= 'Z') ||
                           (*name >= '0' && *name <= '9') || *name == ':';

        if (plain || len == begin || out[len - 1] != '_')
            out[len++] = plain ? *name : '_';
    }
    if (len > begin && out[len - 1] == '_')
        len--;
    out[len] = '\0';
    return out;
}

static void put_files(struct rt_snapshot *snapshot)
{
    const struct rt_manifest *manifest = snapshot->program->manifest;
    char name[NAME_SIZE];

    for (uint32_t i = 0; manifest && i < manifest->nfiles; i++) {
        const struct rt_manifest_file *file = &manifest->files[i];
        const char *slash = strrchr(file->name, '/');

        put_text(snapshot,
                 sanitized(name, sizeof name,
                           strcmp(file->kind, "site") == 0 ? "falco.sha256_config_file."
                                                           : "falco.sha256_rules_file.",
                           slash ? slash + 1 : file->name),
                 file->sha256);
    }
}

static void put_rules(struct rt_snapshot *snapshot, const struct rt_metrics *metrics)
{
    char name[NAME_SIZE];

    put_number(snapshot, "falco.rules.matches_total", metrics->matches);
    for (uint32_t i = 0; i < snapshot->program->nrules; i++) {
        if (metrics->rule_matches[i] == 0 && !snapshot->options.empty)
            continue;
        put_number(snapshot,
                   sanitized(name, sizeof name, "falco.rules.", snapshot->program->rules[i].name),
                   metrics->rule_matches[i]);
    }
}

static void put_metric(struct rt_snapshot *snapshot, const struct rt_metric *metric, double value)
{
    const bool memory = metric->unit == RT_METRIC_KB || metric->unit == RT_METRIC_BYTES;
    char name[NAME_SIZE];
    size_t len = strlen(metric->name);

    if (value == 0 && !snapshot->options.empty && metric->group != RT_METRIC_KERNEL)
        return;
    if (memory && snapshot->options.megabytes) {
        value /= metric->unit == RT_METRIC_KB ? 1024 : 1024 * 1024;
        len = (size_t)(strrchr(metric->name, '_') - metric->name);
        snprintf(name, sizeof name, "%.*s_mb", (int)len, metric->name);
        put_decimal(snapshot, name, value);
    } else if (metric->unit == RT_METRIC_PERCENT) {
        put_decimal(snapshot, metric->name, value);
    } else {
        put_number(snapshot, metric->name, (uint64_t)value);
    }
}

static double rate(uint64_t now, uint64_t before, double seconds)
{
    return seconds > 0 && now > before ? (double)(now - before) / seconds : 0;
}

/* Falco's n_evts and n_drops, and what it derives from them. */
static void put_rates(struct rt_snapshot *snapshot, const struct rt_metrics *metrics,
                      double seconds)
{
    const struct rt_source_stats *source = &metrics->source;
    const uint64_t drops = source->lost_buffer + source->lost_scratch;
    const uint64_t sent = source->events + drops;

    put_number(snapshot, "scap.n_evts_prev", snapshot->last_sent);
    put_number(snapshot, "scap.n_drops_prev", snapshot->last_drops);
    put_decimal(snapshot, "scap.evts_rate_sec", rate(sent, snapshot->last_sent, seconds));
    put_decimal(snapshot, "scap.evts_drop_rate_sec", rate(drops, snapshot->last_drops, seconds));
    put_decimal(snapshot, "scap.n_drops_perc",
                sent > snapshot->last_sent ? 100.0 * (double)(drops - snapshot->last_drops) /
                                                 (double)(sent - snapshot->last_sent)
                                           : 0);
    for (uint32_t i = 0; i < RT_LOST__COUNT; i++) {
        static const char *const names[] = {
#define X(id, name) "scap.n_drops_buffer_" name,
            RT_LOST(X)
#undef X
        };

        if (source->lost_of[i] > 0 || snapshot->options.empty)
            put_number(snapshot, names[i], source->lost_of[i]);
    }
    if (source->lost_buffer > 0 || snapshot->options.empty)
        put_number(snapshot, "scap.n_drops_buffer_total", source->lost_buffer);
    snapshot->last_sent = sent;
    snapshot->last_drops = drops;
}

static uint64_t lost_in_queues(const struct rt_metrics *metrics)
{
    uint64_t lost = 0;

    for (uint32_t i = 0; i < metrics->nsinks; i++)
        lost += metrics->sinks[i].lost[RT_SINK_LOSS_QUEUE];
    return lost;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct field *)a)->name, ((const struct field *)b)->name);
}

static void collect(struct rt_snapshot *snapshot, const struct rt_metrics *metrics)
{
    const struct rt_snapshot_options *options = &snapshot->options;
    const double seconds =
        snapshot->last_ns > 0 ? (double)(metrics->now_ns - snapshot->last_ns) / 1e9 : 0;
    struct rt_usage usage = {0};

    snapshot->n = 0;
    put_number(snapshot, "evt.time", metrics->now_ns);
    put_text(snapshot, "evt.hostname", metrics->hostname);
    put_text(snapshot, "evt.source", metrics->evt_source);
    put_text(snapshot, "falco.version", RULEC_VERSION);
    put_number(snapshot, "falco.start_ts", metrics->start_ns);
    put_number(snapshot, "falco.reload_ts", metrics->start_ns);
    put_number(snapshot, "falco.duration_sec", (metrics->now_ns - metrics->start_ns) / 1000000000);
    put_text(snapshot, "falco.kernel_release", metrics->kernel_release);
    put_number(snapshot, "falco.host_boot_ts", metrics->boot_ns);
    put_number(snapshot, "falco.host_num_cpus", metrics->ncpus);
    put_number(snapshot, "falco.outputs_queue_num_drops", lost_in_queues(metrics));
    put_text(snapshot, "scap.engine_name", metrics->engine);
    if (seconds > 0)
        put_decimal(snapshot, "falco.evts_rate_sec",
                    rate(metrics->source.events, snapshot->last_events, seconds));
    put_number(snapshot, "falco.num_evts", metrics->source.events);
    put_number(snapshot, "falco.num_evts_prev", snapshot->last_events);
    put_files(snapshot);
    if (options->rules)
        put_rules(snapshot, metrics);
    if (options->resources)
        rt_usage_read(&usage);
    for (uint32_t i = 0; i < rt_metric_count; i++) {
        const struct rt_metric *metric = &rt_metric_table[i];

        if ((metric->group == RT_METRIC_RESOURCES && options->resources) ||
            (metric->group == RT_METRIC_STATE && options->state) ||
            (metric->group == RT_METRIC_KERNEL && options->kernel))
            put_metric(snapshot, metric, metric->read(metrics, &usage));
    }
    if (options->kernel)
        put_rates(snapshot, metrics, seconds);
    snapshot->last_events = metrics->source.events;
    snapshot->last_ns = metrics->now_ns;
    qsort(snapshot->fields, snapshot->n, sizeof *snapshot->fields, by_name);
}

/* --- lines --- */

static void put(struct rt_line *line, const char *text)
{
    rt_line_add(line, text, (uint32_t)strlen(text));
}

/* brief: without the rules, of which there are too many. */
static void put_object(struct rt_line *line, const struct rt_snapshot *snapshot, bool brief)
{
    bool first = true;

    put(line, "\"output_fields\":{");
    for (uint32_t i = 0; i < snapshot->n; i++) {
        const struct field *field = &snapshot->fields[i];

        if (brief && strncmp(field->name, "falco.rules.", strlen("falco.rules.")) == 0)
            continue;
        put(line, first ? "\"" : ",\"");
        rt_line_json(line, field->name, (uint32_t)strlen(field->name));
        put(line, "\":");
        put(line, field->value);
        first = false;
    }
    put(line, "}");
}

static void put_sample(struct rt_line *line, const struct rt_snapshot *snapshot, bool brief)
{
    put(line, "{");
    put_object(line, snapshot, brief);
    rt_line_printf(line, ",\"sample\":%" PRIu64 "}", snapshot->samples);
}

static void put_alert(struct rt_line *line, const struct rt_snapshot *snapshot,
                      const struct rt_options *options, const char *text, bool brief)
{
    if (!options->json) {
        put(line, text);
        return;
    }
    put(line, "{\"hostname\":\"");
    rt_line_json(line, options->hostname, (uint32_t)strlen(options->hostname));
    put(line, "\",");
    if (options->json_message)
        rt_line_printf(line, "\"message\":\"%s\",", message);
    if (options->json_output)
        rt_line_printf(line, "\"output\":\"%s\",", text);
    if (options->json_output_fields) {
        put_object(line, snapshot, brief);
        put(line, ",");
    }
    rt_line_printf(line, "\"priority\":\"%s\",\"rule\":\"%s\",\"source\":\"internal\",\"time\":\"",
                   rt_priority_names[INFORMATIONAL], rule_name);
    rt_line_time(line, snapshot->last_ns);
    put(line, "\"}");
}

static void tell_alerts(const struct rt_snapshot *snapshot, struct rt_engine *engine)
{
    const struct rt_options *options = &engine->options;
    const time_t seconds = (time_t)(snapshot->last_ns / 1000000000);
    char text[160], clock[32];
    struct rt_line *line;
    struct tm tm;

    if (options->min_priority < INFORMATIONAL || !engine->queue || !localtime_r(&seconds, &tm) ||
        strftime(clock, sizeof clock, "%H:%M:%S", &tm) == 0)
        return;
    snprintf(text, sizeof text, "%s.%09" PRIu64 ": %s %s", clock, snapshot->last_ns % 1000000000,
             rt_priority_names[INFORMATIONAL], message);
    line = rt_alert_queue_begin(engine->queue);
    put_alert(line, snapshot, options, text, false);
    if (line->cut) {
        engine->stats.alerts_cut++;
        line = rt_alert_queue_begin(engine->queue);
        put_alert(line, snapshot, options, text, true);
    }
    rt_alert_queue_commit(engine->queue, INFORMATIONAL);
}

static void tell_file(struct rt_snapshot *snapshot)
{
    struct rt_line *line = rt_alert_queue_begin(snapshot->file);

    put_sample(line, snapshot, false);
    if (line->cut) {
        line = rt_alert_queue_begin(snapshot->file);
        put_sample(line, snapshot, true);
    }
    rt_alert_queue_commit(snapshot->file, INFORMATIONAL);
}

void rt_snapshot_look(struct rt_snapshot *snapshot, struct rt_engine *engine,
                      const struct rt_metrics *metrics)
{
    const uint64_t now = monotonic_ms();

    if (now < snapshot->due_ms)
        return;
    /* One that was missed is not made up for. */
    while (snapshot->due_ms <= now)
        snapshot->due_ms += snapshot->options.interval_ms;
    snapshot->samples++;
    collect(snapshot, metrics);
    if (snapshot->options.alert)
        tell_alerts(snapshot, engine);
    if (snapshot->file)
        tell_file(snapshot);
}
