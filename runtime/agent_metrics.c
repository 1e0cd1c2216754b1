/* From settings to the web server and the metrics. See agent_metrics.h. */
#include "agent_metrics.h"

#include "agent_options.h"
#include "metrics/snapshot.h"
#include "web/web.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <strings.h>

/* The queue of the page's alerts, like that of an output. */
static int open_page(struct rt_agent_metrics *metrics, const struct rt_agent_options *options,
                     char *error, size_t size)
{
    const struct rt_settings *settings = &options->settings;
    const struct rt_queue_options queue = {
        .bytes = (size_t)rt_settings_number(settings, CAT_SETTING_QUEUE_SIZE) << 20,
        .capacity = rt_settings_number(settings, CAT_SETTING_QUEUE_CAPACITY),
        .block = options->capture != NULL,
        .grace_ms = (uint32_t)rt_settings_number(settings, CAT_SETTING_OUTPUT_TIMEOUT),
    };
    struct rt_sink *sink = metrics->web_ops->sink(metrics->web);

    if (!sink) {
        snprintf(error, size, "no memory");
        return -ENOMEM;
    }
    return rt_alert_queue_open(&metrics->alerts, &queue, &sink, 1, error, size);
}

static int open_web(struct rt_agent_metrics *metrics, const struct rt_agent_options *options,
                    const struct rt_program *program, char *error, size_t size)
{
    const struct rt_settings *settings = &options->settings;
    struct rt_web_options web = {
        .program = program,
        .hostname = options->hostname,
        .is_live = !options->capture,
        .address = rt_settings_text(settings, CAT_SETTING_WEB_ADDRESS),
        .port = (uint16_t)rt_settings_number(settings, CAT_SETTING_WEB_PORT),
        .threads = (uint32_t)rt_settings_number(settings, CAT_SETTING_WEB_THREADS),
        .health = rt_settings_text(settings, CAT_SETTING_WEB_HEALTH),
        .metrics = rt_settings_bool(settings, CAT_SETTING_METRICS_ENABLED) &&
                   rt_settings_bool(settings, CAT_SETTING_WEB_METRICS),
        .rules = rt_settings_bool(settings, CAT_SETTING_METRICS_RULES),
        .resources = rt_settings_bool(settings, CAT_SETTING_METRICS_RESOURCES),
        .state = rt_settings_bool(settings, CAT_SETTING_METRICS_STATE),
        .kernel = rt_settings_bool(settings, CAT_SETTING_METRICS_KERNEL),
        .cpus = rt_settings_bool(settings, CAT_SETTING_METRICS_CPUS),
        .database = rt_settings_text(settings, CAT_SETTING_WEB_DATABASE),
        .bytes = rt_settings_number(settings, CAT_SETTING_WEB_SIZE) << 20,
        .age_s = rt_settings_number(settings, CAT_SETTING_WEB_AGE) * 3600,
        .certificate = rt_settings_bool(settings, CAT_SETTING_WEB_TLS)
                           ? rt_settings_text(settings, CAT_SETTING_WEB_CERTIFICATE)
                           : NULL,
    };
    const char *page = rt_settings_text(settings, CAT_SETTING_WEB_PAGE);
    int result;

    metrics->web_ops = settings->site->web;
    if (!metrics->web_ops) {
        snprintf(error, size, "webserver is not in this agent: its site file did not enable it");
        return -ENOTSUP;
    }
    web.page = strcasecmp(page, "off") == 0   ? RT_WEB_PAGE_OFF
               : strcasecmp(page, "all") == 0 ? RT_WEB_PAGE_ALL
                                              : RT_WEB_PAGE_LOCAL;
    result = metrics->web_ops->open(&metrics->web, &web, error, size);
    if (result == 0 && web.page != RT_WEB_PAGE_OFF)
        result = open_page(metrics, options, error, size);
    if (result == 0)
        fprintf(stderr, "%s: the web server is at %s\n", options->self,
                metrics->web_ops->address(metrics->web));
    return result;
}

static int open_snapshot(struct rt_agent_metrics *metrics, const struct rt_settings *settings,
                         const struct rt_program *program, char *error, size_t size)
{
    const struct rt_snapshot_options options = {
        .interval_ms = cat_setting_duration_ms(settings->values[CAT_SETTING_METRICS_INTERVAL]),
        .alert = rt_settings_bool(settings, CAT_SETTING_METRICS_RULE),
        .file = rt_settings_text(settings, CAT_SETTING_METRICS_FILE),
        .rules = rt_settings_bool(settings, CAT_SETTING_METRICS_RULES),
        .resources = rt_settings_bool(settings, CAT_SETTING_METRICS_RESOURCES),
        .state = rt_settings_bool(settings, CAT_SETTING_METRICS_STATE),
        .kernel = rt_settings_bool(settings, CAT_SETTING_METRICS_KERNEL),
        .megabytes = rt_settings_bool(settings, CAT_SETTING_METRICS_MEGABYTES),
        .empty = rt_settings_bool(settings, CAT_SETTING_METRICS_EMPTY),
    };
    char why[256] = "";
    int result;

    if (!options.alert && !*options.file)
        return 0;
    result = rt_snapshot_open(&metrics->snapshot, &options, program, why, sizeof why);
    if (result != 0)
        snprintf(error, size, "metrics.output_file: %s", why);
    return result;
}

int rt_agent_metrics_open(struct rt_agent_metrics *metrics, const struct rt_agent_options *options,
                          const struct rt_program *program, char *error, size_t size)
{
    const struct rt_settings *settings = &options->settings;
    int result = 0;

    *metrics = (struct rt_agent_metrics){0};
    if (rt_settings_bool(settings, CAT_SETTING_WEB_ENABLED))
        result = open_web(metrics, options, program, error, size);
    if (result == 0 && rt_settings_bool(settings, CAT_SETTING_METRICS_ENABLED))
        result = open_snapshot(metrics, settings, program, error, size);
    metrics->wanted = metrics->web || metrics->snapshot;
    if (result != 0 || !metrics->wanted)
        return result;
    result = rt_metrics_open(&metrics->metrics, program, options->hostname, !options->capture);
    if (result != 0)
        snprintf(error, size, "no memory for metrics");
    return result;
}

void rt_agent_metrics_look(struct rt_agent_metrics *metrics, struct rt_engine *engine,
                           const struct rt_loss *loss, const struct rt_sink_stats *sinks,
                           uint32_t nsinks)
{
    struct rt_sink_stats all[RT_ALERT_MAX_SINKS];

    if (!metrics->wanted)
        return;
    memcpy(all, sinks, nsinks * sizeof *sinks);
    if (metrics->alerts && nsinks < RT_ALERT_MAX_SINKS)
        nsinks += rt_alert_queue_stats(metrics->alerts, NULL, &all[nsinks]);
    rt_metrics_gather(&metrics->metrics, engine, loss, all, nsinks);
    if (metrics->web)
        metrics->web_ops->publish(metrics->web, &metrics->metrics);
    if (metrics->snapshot)
        rt_snapshot_look(metrics->snapshot, engine, &metrics->metrics);
}

void rt_agent_metrics_reopen(struct rt_agent_metrics *metrics)
{
    if (metrics->snapshot)
        rt_snapshot_reopen(metrics->snapshot);
}

void rt_agent_metrics_close(struct rt_agent_metrics *metrics, const char *self)
{
    struct rt_sink_stats stats[RT_ALERT_MAX_SINKS];
    const uint64_t lost = rt_snapshot_close(metrics->snapshot);

    if (metrics->alerts) {
        rt_alert_queue_close(metrics->alerts, NULL, stats);
        rt_sink_stats_print(stderr, stats);
    }
    if (lost > 0)
        fprintf(stderr, "%s: %" PRIu64 " lines of metrics.output_file were lost\n", self, lost);
    if (metrics->web)
        metrics->web_ops->close(metrics->web);
    rt_metrics_close(&metrics->metrics);
    *metrics = (struct rt_agent_metrics){0};
}
