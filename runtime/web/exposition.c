/* The text format of Prometheus. See exposition.h. */
#include "exposition.h"

#include "../manifest.h"
#include "../program.h"

#include <inttypes.h>
#include <string.h>

#define NAME_SIZE  128
#define CAUSE_SIZE 32

/* --- families and samples --- */

static void family(struct rt_text *out, const char *name, const char *type, const char *help)
{
    rt_text_printf(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

/* Bytes of the UTF-8 character that begins there; 0: none does. */
static size_t character(const char *text)
{
    const unsigned char *c = (const unsigned char *)text;
    const size_t len = c[0] < 0x80                   ? 1
                       : c[0] >= 0xc2 && c[0] < 0xe0 ? 2
                       : c[0] >= 0xe0 && c[0] < 0xf0 ? 3
                       : c[0] >= 0xf0 && c[0] < 0xf5 ? 4
                                                     : 0;

    for (size_t i = 1; i < len; i++) {
        if ((c[i] & 0xc0) != 0x80)
            return 0;
    }
    /* Not what a shorter form says, no half of a pair, nothing beyond the last one. */
    if ((c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] >= 0xa0) ||
        (c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] >= 0x90))
        return 0;
    return len;
}

/* name="value" behind a brace or a comma. */
static void label(struct rt_text *out, char before, const char *name, const char *value)
{
    rt_text_printf(out, "%c%s=\"", before, name);
    while (*value) {
        const size_t len = character(value);

        if (len == 0)
            rt_text_puts(out, "\xef\xbf\xbd");
        else if (*value == '\n')
            rt_text_puts(out, "\\n");
        else if (*value == '"' || *value == '\\')
            rt_text_printf(out, "\\%c", *value);
        else
            rt_text_add(out, value, len);
        value += len > 0 ? len : 1;
    }
    rt_text_puts(out, "\"");
}

static void count(struct rt_text *out, uint64_t value)
{
    rt_text_printf(out, " %" PRIu64 "\n", value);
}

/* "BUFFER" as a label has it. */
static const char *in_small(char out[CAUSE_SIZE], const char *id)
{
    size_t len = 0;

    for (; id[len] && len + 1 < CAUSE_SIZE; len++)
        out[len] = (char)(id[len] == '_' ? '_' : id[len] | 0x20);
    out[len] = '\0';
    return out;
}

/* A family of one sample. */
static void single(struct rt_text *out, const char *name, const char *type, const char *help,
                   uint64_t value)
{
    family(out, name, type, help);
    rt_text_puts(out, name);
    count(out, value);
}

/* A sample with one label. */
static void labelled(struct rt_text *out, const char *name, const char *key, const char *text,
                     uint64_t value)
{
    rt_text_puts(out, name);
    label(out, '{', key, text);
    rt_text_puts(out, "}");
    count(out, value);
}

/* --- what the agent is --- */

static void info(struct rt_text *out, const char *name, const char *help, const char *key,
                 const char *text)
{
    family(out, name, "gauge", help);
    labelled(out, name, key, text, 1);
}

static void files(struct rt_text *out, const struct rt_manifest *manifest, const char *kind,
                  const char *name, const char *help)
{
    bool first = true;

    for (uint32_t i = 0; manifest && i < manifest->nfiles; i++) {
        const struct rt_manifest_file *file = &manifest->files[i];
        const char *slash = strrchr(file->name, '/');
        bool again = false;

        /* Files of one name and content in two directories are one sample. */
        for (uint32_t k = 0; k < i && !again; k++) {
            const char *other = strrchr(manifest->files[k].name, '/');

            again = strcmp(manifest->files[k].kind, kind) == 0 &&
                    strcmp(manifest->files[k].sha256, file->sha256) == 0 &&
                    strcmp(other ? other + 1 : manifest->files[k].name,
                           slash ? slash + 1 : file->name) == 0;
        }
        if (again || strcmp(file->kind, kind) != 0)
            continue;
        if (first)
            family(out, name, "gauge", help);
        first = false;
        rt_text_puts(out, name);
        label(out, '{', "file_name", slash ? slash + 1 : file->name);
        label(out, ',', "sha256", file->sha256);
        rt_text_puts(out, "}");
        count(out, 1);
    }
}

static void expose_agent(struct rt_text *out, const struct rt_metrics *metrics)
{
    const struct rt_manifest *manifest = metrics->program->manifest;
    const char *engine = "falcosecurity_scap_engine_name_info";
    uint64_t dropped = 0;

    info(out, "falcosecurity_falco_version_info", "Version of the agent.", "version",
         RULEC_VERSION);
    files(out, manifest, "rules", "falcosecurity_falco_sha256_rules_files_info",
          "Rule files that the agent was made from.");
    files(out, manifest, "site", "falcosecurity_falco_sha256_config_files_info",
          "Site files that the agent was made from.");
    info(out, "falcosecurity_falco_kernel_release_info", "Release of the running kernel.",
         "kernel_release", metrics->kernel_release);
    info(out, "falcosecurity_evt_hostname_info", "Name of the machine.", "hostname",
         metrics->hostname);
    family(out, engine, "gauge", "Where events come from.");
    rt_text_puts(out, engine);
    label(out, '{', "engine_name", metrics->engine);
    label(out, ',', "evt_source", metrics->evt_source);
    rt_text_puts(out, "}");
    count(out, 1);
    for (uint32_t i = 0; i < metrics->nsinks; i++)
        dropped += metrics->sinks[i].lost[RT_SINK_LOSS_QUEUE];
    single(out, "falcosecurity_falco_outputs_queue_num_drops_total", "counter",
           "Alerts lost because the queue of an output was full.", dropped);
    single(out, "falcosecurity_falco_reload_timestamp_nanoseconds", "gauge",
           "When the rules were loaded: at the start.", metrics->start_ns);
    single(out, "falcosecurity_falco_start_timestamp_nanoseconds", "gauge",
           "When the agent was started.", metrics->start_ns);
    single(out, "falcosecurity_falco_duration_seconds_total", "counter",
           "How long the agent has run.", (metrics->now_ns - metrics->start_ns) / 1000000000);
    single(out, "falcosecurity_falco_host_boot_timestamp_nanoseconds", "gauge",
           "When the machine was started; 0 in a replay.", metrics->boot_ns);
    single(out, "falcosecurity_falco_host_num_cpus_total", "untyped",
           "Processors of the machine; 0 in a replay that does not tell.", metrics->ncpus);
}

/* --- rules --- */

/* "tag_" and the tag, as the name of a label may be. */
static void tag_label(char out[NAME_SIZE], const char *tag)
{
    size_t len = strlen(strcpy(out, "tag_"));

    for (; *tag && len + 1 < NAME_SIZE; tag++) {
        const bool plain = (*tag >= 'a' && *tag <= 'z') || (*tag >= 'A' && *tag <= 'Z') ||
                           (*tag >= '0' && *tag <= '9');

        if (plain || out[len - 1] != '_')
            out[len++] = plain ? *tag : '_';
    }
    out[len] = '\0';
}

/* Two tags may make one label, which may be there once. */
static void tag_labels(struct rt_text *out, const struct rt_rule_def *rule)
{
    char name[NAME_SIZE], other[NAME_SIZE];

    for (uint32_t i = 0; i < rule->ntags; i++) {
        bool again = false;

        tag_label(name, rule->tags[i]);
        for (uint32_t k = 0; k < i && !again; k++) {
            tag_label(other, rule->tags[k]);
            again = strcmp(name, other) == 0;
        }
        if (!again)
            label(out, ',', name, "true");
    }
}

static void rule_labels(struct rt_text *out, const struct rt_rule_def *rule)
{
    const char priority[] = {(char)('0' + rule->priority), '\0'};

    label(out, '{', "rule_name", rule->name);
    label(out, ',', "priority", priority);
    label(out, ',', "source", rule->source);
    tag_labels(out, rule);
    rt_text_puts(out, "}");
}

static void expose_rules(struct rt_text *out, const struct rt_metrics *metrics)
{
    static const char name[] = "falcosecurity_falco_rules_matches_total";
    bool first = true;

    for (uint32_t i = 0; i < metrics->program->nrules; i++) {
        if (metrics->rule_matches[i] == 0)
            continue;
        if (first)
            family(out, name, "counter", "Events that a rule held on; no sample: none yet.");
        first = false;
        rt_text_puts(out, name);
        rule_labels(out, &metrics->program->rules[i]);
        count(out, metrics->rule_matches[i]);
    }
    single(out, "rulec_rules", "gauge", "Rules of the agent.", metrics->program->nrules);
}

static void expose_evaluations(struct rt_text *out, const struct rt_metrics *metrics)
{
    static const char asked[] = "rulec_rule_evaluations_total";
    static const char took[] = "rulec_rule_evaluation_seconds_total";

    family(out, asked, "counter", "Times that a rule was asked; no sample: never yet.");
    for (uint32_t i = 0; i < metrics->program->nrules; i++) {
        if (metrics->rule_counts[i].asked == 0)
            continue;
        rt_text_puts(out, asked);
        rule_labels(out, &metrics->program->rules[i]);
        count(out, metrics->rule_counts[i].asked);
    }
    family(out, took, "counter", "What that took, from one in 61 of these times.");
    for (uint32_t i = 0; i < metrics->program->nrules; i++) {
        const struct rt_count *rule = &metrics->rule_counts[i];

        if (rule->timed == 0)
            continue;
        rt_text_puts(out, took);
        rule_labels(out, &metrics->program->rules[i]);
        rt_text_printf(out, " %.9f\n", rt_count_seconds(rule, metrics->program->counts->ns_a_tick));
    }
}

/* --- the table --- */

static void expose_table(struct rt_text *out, const struct rt_metrics *metrics,
                         const struct rt_exposition *wanted)
{
    struct rt_usage usage = {0};

    if (wanted->resources)
        rt_usage_read(&usage);
    for (uint32_t i = 0; i < rt_metric_count; i++) {
        const struct rt_metric *metric = &rt_metric_table[i];
        double value = metric->read(metrics, &usage);

        if ((metric->group == RT_METRIC_RESOURCES && !wanted->resources) ||
            (metric->group == RT_METRIC_STATE && !wanted->state) ||
            (metric->group == RT_METRIC_KERNEL && !wanted->kernel))
            continue;
        family(out, metric->prometheus, metric->type, metric->help);
        if (metric->unit == RT_METRIC_PERCENT) {
            rt_text_printf(out, "%s %.6f\n", metric->prometheus, value / 100);
            continue;
        }
        if (metric->unit == RT_METRIC_KB)
            value *= 1024;
        rt_text_puts(out, metric->prometheus);
        count(out, (uint64_t)value);
    }
    if (wanted->resources) {
        family(out, "rulec_cpu_seconds_total", "counter",
               "Processor time of all threads of the agent.");
        rt_text_printf(out, "rulec_cpu_seconds_total %.2f\n", usage.cpu_seconds);
    }
}

/* --- the kernel --- */

static void expose_buffer_drops(struct rt_text *out, const struct rt_metrics *metrics)
{
    static const char name[] = "falcosecurity_scap_n_drops_buffer_total";
    static const char *const kinds[RT_LOST__COUNT] = {
#define X(id, kind) [RT_LOST_##id] = (kind),
        RT_LOST(X)
#undef X
    };

    family(out, name, "counter", "Events lost because the ring buffer was full, by kind.");
    for (uint32_t i = 0; i < RT_LOST__COUNT; i++) {
        char kind[64];

        /* "open_exit": the direction is a label. */
        rt_text_puts(out, name);
        strncpy(kind, kinds[i], sizeof kind - 1);
        kind[sizeof kind - 1] = '\0';
        kind[strlen(kind) - strlen("_exit")] = '\0';
        label(out, '{', "drop", kind);
        label(out, ',', "dir", "exit");
        rt_text_puts(out, "}");
        count(out, metrics->source.lost_of[i]);
    }
}

/* The kernel side's account. */
static void expose_account(struct rt_text *out, const struct rt_source_account *account)
{
    static const char written[] = "rulec_kernel_written_events_total";
    static const char missing[] = "rulec_kernel_missing_total";
    static const char *const kinds[RT_LOST__COUNT] = {
#define X(id, kind) [RT_LOST_##id] = (kind),
        RT_LOST(X)
#undef X
    };
    static const char *const causes[RT_CAUSE__COUNT] = {
#define X(id, whole, words) [RT_CAUSE_##id] = #id,
        RT_CAUSES(X)
#undef X
    };

    family(out, written, "counter", "Events that the kernel side wrote, or lost, by kind.");
    for (uint32_t i = 0; i < RT_LOST__COUNT; i++)
        labelled(out, written, "kind", kinds[i], account->written[i]);
    family(out, missing, "counter",
           "Events lost (causes buffer and scratch) or with something missing, by kind and cause.");
    for (uint32_t i = 0; i < RT_LOST__COUNT; i++) {
        for (uint32_t k = 0; k < RT_CAUSE__COUNT; k++) {
            char cause[CAUSE_SIZE];

            rt_text_puts(out, missing);
            label(out, '{', "kind", kinds[i]);
            label(out, ',', "cause", in_small(cause, causes[k]));
            rt_text_puts(out, "}");
            count(out, account->missing[k][i]);
        }
    }
}

static void expose_calls(struct rt_text *out, const struct rt_kernel_counts *kernel)
{
    static const char seen[] = "rulec_kernel_events_total";
    static const char dropped[] = "rulec_kernel_filtered_events_total";

    if (kernel->ncalls == 0)
        return;
    family(out, seen, "counter", "Events that the kernel side looked at, by system call.");
    for (uint32_t i = 0; i < kernel->ncalls; i++)
        labelled(out, seen, "call", kernel->calls[i].name, kernel->calls[i].seen);
    family(out, dropped, "counter",
           "Events of these that the filter dropped, because no rule can hold on them.");
    for (uint32_t i = 0; i < kernel->ncalls; i++)
        labelled(out, dropped, "call", kernel->calls[i].name, kernel->calls[i].dropped);
}

static void expose_cpus(struct rt_text *out, const struct rt_kernel_counts *kernel)
{
    static const char events[] = "falcosecurity_scap_n_evts_cpu_total";
    static const char drops[] = "falcosecurity_scap_n_drops_cpu_total";
    char number[16];

    if (kernel->ncpus == 0)
        return;
    family(out, events, "counter", "Events of system calls by processor.");
    for (uint32_t i = 0; i < kernel->ncpus; i++) {
        snprintf(number, sizeof number, "%" PRIu32, i);
        labelled(out, events, "cpu", number, kernel->cpus[i].sent);
    }
    family(out, drops, "counter", "Events lost in the kernel by processor.");
    for (uint32_t i = 0; i < kernel->ncpus; i++) {
        snprintf(number, sizeof number, "%" PRIu32, i);
        labelled(out, drops, "cpu", number, kernel->cpus[i].lost);
    }
}

/* --- what only an agent has --- */

static void expose_losses(struct rt_text *out, const struct rt_loss *loss)
{
    static const char name[] = "rulec_lost_total";
    static const char *const causes[RT_LOSS__COUNT] = {
#define X(id, message) [RT_LOSS_##id] = #id,
        RT_LOSSES(X)
#undef X
    };

    family(out, name, "counter",
           "What did not go as it should between a system call and an alert, by cause.");
    for (uint32_t i = 0; i < RT_LOSS__COUNT; i++) {
        char cause[CAUSE_SIZE];

        labelled(out, name, "cause", in_small(cause, causes[i]), loss->count[i]);
    }
}

static void expose_sinks(struct rt_text *out, const struct rt_metrics *metrics)
{
    static const char lost[] = "rulec_output_lost_total";
    static const char *const causes[RT_SINK_LOSS__COUNT] = {"queue", "spool", "refused", "failed",
                                                            "end"};
    static const struct {
        const char *name, *type, *help;
        size_t at; /* of the count in struct rt_sink_stats */
    } counts[] = {
#define COUNT(name, type, member, help) {name, type, help, offsetof(struct rt_sink_stats, member)}
        COUNT("rulec_output_alerts_total", "counter", produced, "Alerts handed to an output."),
        COUNT("rulec_output_recovered_total", "counter", recovered,
              "Alerts found in the spool of an output at the start."),
        COUNT("rulec_output_delivered_total", "counter", delivered,
              "Alerts that an output delivered."),
        COUNT("rulec_output_spooled", "gauge", spooled, "Alerts of an output that wait on disk."),
        COUNT("rulec_output_errors_total", "counter", errors, "Failed writes of an output."),
#undef COUNT
    };

    if (metrics->nsinks == 0)
        return;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        family(out, counts[i].name, counts[i].type, counts[i].help);
        for (uint32_t k = 0; k < metrics->nsinks; k++) {
            uint64_t value;

            memcpy(&value, (const char *)&metrics->sinks[k] + counts[i].at, sizeof value);
            labelled(out, counts[i].name, "output", metrics->sinks[k].name, value);
        }
    }
    family(out, lost, "counter", "Alerts that an output did not deliver, by cause.");
    for (uint32_t k = 0; k < metrics->nsinks; k++) {
        for (uint32_t i = 0; i < RT_SINK_LOSS__COUNT; i++) {
            rt_text_puts(out, lost);
            label(out, '{', "output", metrics->sinks[k].name);
            label(out, ',', "cause", causes[i]);
            rt_text_puts(out, "}");
            count(out, metrics->sinks[k].lost[i]);
        }
    }
}

static void expose_latency(struct rt_text *out, const struct rt_histogram *latency)
{
    static const char name[] = "rulec_detection_latency_seconds";
    static const char *const ends[] = {
#define X(ns, seconds) seconds,
        RT_HISTOGRAM_BUCKETS(X)
#undef X
    };
    uint64_t sum = 0;

    family(out, name, "histogram",
           "From the end of a system call to the decision that a rule holds on it.");
    for (uint32_t i = 0; i < RT_HISTOGRAM__COUNT; i++) {
        sum += latency->counts[i];
        rt_text_printf(out, "%s_bucket", name);
        labelled(out, "", "le", ends[i], sum);
    }
    sum += latency->counts[RT_HISTOGRAM__COUNT];
    rt_text_printf(out, "%s_bucket{le=\"+Inf\"} %" PRIu64 "\n%s_sum %.9f\n%s_count %" PRIu64 "\n",
                   name, sum, name, (double)latency->sum_ns / 1e9, name, sum);
}

static void expose_own(struct rt_text *out, const struct rt_metrics *metrics)
{
    single(out, "rulec_events_total", "counter", "Events that the agent took in.",
           metrics->source.events);
    single(out, "rulec_event_bytes_total", "counter", "Bytes of these.", metrics->source.bytes);
    single(out, "rulec_events_evaluated_total", "counter",
           "Events on which at least one rule was asked.", metrics->evaluated);
    single(out, "rulec_matches_total", "counter", "Times that a rule held.", metrics->matches);
    single(out, "rulec_shadow_marked_total", "counter",
           "With the filter in shadow: events that it would have dropped.", metrics->marked);
    single(out, "rulec_shadow_matches_total", "counter",
           "With the filter in shadow: times that a rule held on such an event; must be 0.",
           metrics->matches_on_marked);
    family(out, "rulec_deciding_seconds_total", "counter",
           "Processor time of the thread that keeps state and asks the rules.");
    rt_text_printf(out, "rulec_deciding_seconds_total %.9f\n", (double)metrics->deciding_ns / 1e9);
    expose_latency(out, &metrics->latency);
    single(out, "rulec_containers_looked_up_total", "counter",
           "Containers whose metadata was looked up.", metrics->watch.lookups.asked);
    single(out, "rulec_containers_unknown_total", "counter",
           "Containers that nothing was found about in time.", metrics->containers.absent);
    single(out, "rulec_alerts_held_total", "counter",
           "Alerts that waited for the metadata of a container.", metrics->hold.waited);
    expose_losses(out, &metrics->loss);
    expose_sinks(out, metrics);
}

void rt_expose(struct rt_text *out, const struct rt_metrics *metrics,
               const struct rt_exposition *wanted)
{
    expose_agent(out, metrics);
    if (wanted->rules)
        expose_rules(out, metrics);
    if (wanted->rules && metrics->rule_counts)
        expose_evaluations(out, metrics);
    expose_table(out, metrics, wanted);
    if (wanted->kernel) {
        expose_buffer_drops(out, metrics);
        expose_account(out, &metrics->source.account);
        expose_calls(out, &metrics->kernel);
    }
    if (wanted->kernel && wanted->cpus)
        expose_cpus(out, &metrics->kernel);
    expose_own(out, metrics);
}
