/* The main function of every agent. See agent.h. */
#include "agent.h"

#include "agent_metrics.h"
#include "agent_options.h"
#include "agent_outputs.h"
#include "agent_report.h"
#include "agent_succeed.h"
#include "drops.h"
#include "engine.h"
#include "handover.h"
#include "harden/guard.h"
#include "kept.h"
#include "log.h"
#include "loss.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A handler can reach nothing else; a process has one set of signals as it has one main. */
static volatile sig_atomic_t stop, reopen, tell;

static void on_signal(int number)
{
    if (number == SIGHUP)
        reopen = 1;
    else if (number == SIGUSR1)
        tell = 1;
    else
        stop = 1;
}

/* The first SIGINT or SIGTERM asks to stop, and interrupts waiting; a second one kills, as it would
 * have without us. */
static void take_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};

    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    action.sa_flags = SA_RESTART;
    sigaction(SIGHUP, &action, NULL);
    sigaction(SIGUSR1, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of writing, no end */
}

static int open_source(struct rt_source **out, const struct rt_agent_options *options,
                       const struct rt_program *program, char *error, size_t error_size)
{
    uint64_t wanted[(EV__COUNT + 63) / 64] = {0};

    if (options->capture)
        return rt_capture_open(out, options->capture, error, error_size);
    for (uint32_t i = 0; i < EV__COUNT; i++) {
        if (program->handlers[i])
            wanted[i / 64] |= UINT64_C(1) << (i % 64);
    }
    return rt_live_open(out, wanted, rt_program_asks(program, FIELD_FS_PATH_RESOLVED),
                        program->filter, options->filtering, error, error_size);
}

/* What an agent is put together from, besides its options. */
struct parts {
    struct rt_source *source;
    struct rt_alert_queue *queue;
    struct rt_agent_outputs outputs;
    struct rt_agent_metrics metrics;
    struct rt_handover handover;
};

/* What is looked after once a second. */
struct care {
    struct rt_loss reported;
    struct rt_drops drops;
    struct rt_guard guard;
    const struct rt_log *log;
    bool gave_up; /* as the site says of losses */
    struct rt_agent_metrics *metrics;
};

/* What signals asked for, and what grew since the last look; called once a second. */
static void look_after(struct rt_engine *engine, void *context)
{
    struct care *care = context;
    struct rt_loss now;
    struct rt_sink_stats sinks[RT_ALERT_MAX_SINKS];
    struct rt_alert_stats alerts;
    uint32_t n;

    if (reopen) {
        reopen = 0;
        rt_alert_queue_reopen(engine->queue);
        rt_agent_metrics_reopen(care->metrics);
    }
    n = rt_alert_queue_stats(engine->queue, &alerts, sinks);
    if (tell) {
        tell = 0;
        rt_agent_report_limits(care->log->info, engine);
        rt_agent_report_sinks(care->log->info, sinks, n);
    }
    rt_loss_gather(&now, engine, &alerts);
    if (!engine->source->ops->is_live) {
        rt_loss_report(care->log->warning, &care->reported, &now);
    } else {
        rt_loss_report_others(care->log->warning, &care->reported, &now);
        if (!care->gave_up && !rt_drops_look(&care->drops, engine, &now, care->log)) {
            care->gave_up = true;
            stop = 1;
        }
    }
    care->reported = now;
    rt_agent_metrics_look(care->metrics, engine, &now, sinks, n);
    rt_guard_turn(&care->guard);
}

static double now_seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Both names lead to one regular file. */
static bool same_file(const char *a, const char *b)
{
    struct stat of_a, of_b;

    return stat(a, &of_a) == 0 && stat(b, &of_b) == 0 && S_ISREG(of_a.st_mode) &&
           of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

static int open_recording(struct rt_engine *engine, const struct rt_agent_options *options,
                          const struct rt_log *log)
{
    const char *path = options->record;

    if (options->capture && same_file(path, options->capture)) {
        fprintf(log->error, "%s: cannot record into %s: it is the capture that is read\n",
                log->self, path);
        return -EINVAL;
    }
    const int error = rt_recording_open(&engine->recording, path, engine->state);
    if (error != 0)
        fprintf(log->error, "%s: cannot record into %s: %s\n", log->self, path, strerror(-error));
    return error;
}

/* Closes the recording; what could not be written to the end is said. */
static int close_recording(struct rt_engine *engine, const char *path, const struct rt_log *log)
{
    const int error = rt_recording_close(engine->recording);

    engine->recording = NULL;
    if (error != 0)
        fprintf(log->error, "%s: recording into %s failed: %s\n", log->self, path,
                strerror(-error));
    return error;
}

/* The end of --check-kept; true: nothing was stale. */
static bool report_kept(const struct rt_engine *engine, const char *self)
{
    struct rt_kept_stats kept;

    rt_kept_stats(&engine->eval, &kept);
    fprintf(stderr,
            "%s: %" PRIu64 " kept answers compared with fresh ones, %" PRIu64 " of them stale\n",
            self, kept.checked, kept.stale);
    return kept.stale == 0;
}

/* Standard output alone needs no account: what it lost is told anyway. */
static bool accounts_matter(const struct rt_agent_options *options)
{
    static const enum cat_setting_id others[] = {
        CAT_SETTING_FILE_ENABLED, CAT_SETTING_SYSLOG_ENABLED, CAT_SETTING_PROGRAM_ENABLED,
        CAT_SETTING_HTTP_ENABLED, CAT_SETTING_KAFKA_ENABLED,
    };

    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (rt_settings_bool(&options->settings, others[i]))
            return true;
    }
    return false;
}

/* When all threads have begun. */
static int finish_hardening(struct rt_agent_options *options, struct rt_engine *engine,
                            struct rt_guard *guard, const char *self)
{
    const int error = rt_settings_bool(&options->settings, CAT_SETTING_HARDEN_TAMPER)
                          ? rt_guard_open(guard, engine)
                          : 0;

    if (error != 0) {
        fprintf(stderr, "%s: cannot watch over itself: %s\n", self, strerror(-error));
        return error;
    }
    return rt_harden_finish(&options->harden);
}

/* Takes over from the agent that options->replace leads to: this one sees everything already. Then
 * opens what both would want. 0, or negative errno, told. */
static int take_over(struct rt_engine *engine, struct parts *parts,
                     const struct rt_agent_options *options, const struct rt_program *program,
                     const struct rt_log *log)
{
    char error[512] = "";
    int result = rt_agent_succeed(engine, options->replace, &stop, error, sizeof error);

    if (result == 0)
        result = rt_alert_queue_start(parts->queue, error, sizeof error);
    if (result == 0)
        result = rt_agent_metrics_open(&parts->metrics, options, program, error, sizeof error);
    if (result != 0)
        fprintf(log->error, "%s: cannot take over: %s\n", log->self, error);
    else
        fprintf(log->info, "%s: has taken over from the agent at %s\n", log->self,
                options->replace);
    return result;
}

/* Lets a successor ask, when the agent that had the socket before has ended. 0, or negative errno,
 * told. */
static int open_handover(struct rt_handover *handover, const struct rt_agent_options *options,
                         const struct rt_log *log)
{
    char error[512] = "";
    const char *path = rt_settings_text(&options->settings, CAT_SETTING_CONTROL_SOCKET);
    const int result = rt_handover_open(handover, path, &stop, error, sizeof error);

    if (result != 0)
        fprintf(log->error, "%s: cannot open the control socket: %s\n", log->self, error);
    return result;
}

static void on_stopped(void *context)
{
    rt_handover_stopped(context);
}

/* From the attached programs to the watching agent. 0, or negative errno, told. */
static int get_ready(struct rt_engine *engine, struct parts *parts, struct care *care,
                     struct rt_agent_options *options, const struct rt_log *log)
{
    int result = 0;

    if (options->replace)
        result = take_over(engine, parts, options, engine->program, log);
    if (result == 0)
        result = open_handover(&parts->handover, options, log);
    if (result == 0)
        result = finish_hardening(options, engine, &care->guard, log->self);
    if (result != 0)
        return result;
    engine->stopped = on_stopped;
    engine->stopped_context = &parts->handover;
    fprintf(log->info, "%s: watching the kernel with %u rules\n", log->self,
            engine->program->nrules);
    return 0;
}

/* Everything between the open queue and the last word. */
static int watch(struct parts *parts, struct rt_agent_options *options,
                 const struct rt_program *program, const struct rt_log *log)
{
    struct rt_alert_queue *queue = parts->queue;
    struct rt_agent_metrics *metrics = &parts->metrics;
    const double begin = now_seconds();
    struct rt_engine engine;
    struct care care = {.log = log, .metrics = metrics};
    struct rt_loss none = {0}, loss;
    struct rt_filter_walk walk = {0};
    struct rt_sink_stats sinks[RT_ALERT_MAX_SINKS];
    struct rt_alert_stats alerts;
    uint32_t nlosses, nsinks;
    int error = rt_engine_open(&engine, program, &options->engine, parts->source, queue);
    const bool opened = error == 0;
    int status = 0;

    if (opened && options->capture && options->filtering == RT_FILTERING_SHADOW &&
        program->filter) {
        error = rt_filter_walk_open(&walk, program->filter);
        engine.shadow = error == 0 ? &walk : NULL;
        if (error != 0)
            snprintf(engine.error, sizeof engine.error, "no memory");
    }
    if (error == 0 && options->record && open_recording(&engine, options, log) != 0) {
        status = 1;
    } else if (error == 0 && !options->capture &&
               get_ready(&engine, parts, &care, options, log) != 0) {
        status = 1;
    } else if (error == 0) {
        if (parts->source->note[0])
            fprintf(log->info, "%s: note: %s\n", log->self, parts->source->note);
        engine.tick = look_after;
        engine.tick_context = &care;
        engine.detailed = metrics->alerts;
        rt_drops_open(&care.drops, &options->settings);
        nsinks = rt_alert_queue_stats(queue, &alerts, sinks);
        rt_loss_gather(&loss, &engine, &alerts);
        rt_agent_metrics_look(metrics, &engine, &loss, sinks, nsinks);
        rt_handover_watching(&parts->handover);
        error = rt_engine_run(&engine, &stop);
        rt_alert_queue_stats(queue, &alerts, sinks);
        rt_loss_gather(&loss, &engine, &alerts);
        if (engine.source->ops->is_live)
            rt_drops_finish(&care.drops, &engine, &loss);
        if (care.gave_up)
            status = 1;
    }
    if (error != 0)
        fprintf(log->error, "%s: %s%s%s\n", log->self, options->capture ? options->capture : "",
                options->capture ? ": " : "", engine.error);
    nsinks = rt_alert_queue_close(queue, &alerts, sinks);
    if (opened) {
        rt_loss_gather(&loss, &engine, &alerts);
        nlosses = rt_loss_report(log->warning, &none, &loss);
        if (engine.recording && close_recording(&engine, options->record, log) != 0)
            status = 1;
        if (options->stats)
            rt_agent_report_stats(&engine, &alerts, now_seconds() - begin);
        if (options->engine.check_kept && !report_kept(&engine, log->self))
            status = 1;
        if (options->stats || accounts_matter(options))
            rt_agent_report_sinks(log->info, sinks, nsinks);
        rt_agent_report_limits(log->info, &engine);
        if (options->filtering == RT_FILTERING_SHADOW)
            fprintf(log->info,
                    "%s: the filter would have dropped %" PRIu64 " of %" PRIu64
                    " events; rules held on %" PRIu64 " of these\n",
                    log->self, engine.stats.marked, engine.stats.events,
                    engine.stats.matches_on_marked);
        if (!options->capture)
            fprintf(log->info, "%s: stopped after %" PRIu64 " events, %" PRIu64 " alerts%s\n",
                    log->self, engine.stats.events, engine.stats.matches,
                    nlosses == 0 ? ", nothing lost" : "");
    }
    rt_engine_close(&engine);
    rt_filter_walk_close(&walk);
    return error == 0 && alerts.failed == 0 ? status : 1;
}

static int fail_outputs(struct rt_agent_outputs *outputs, const char *message,
                        const struct rt_log *log)
{
    fprintf(log->error, "%s: cannot open the outputs: %s\n", log->self, message);
    rt_agent_outputs_close(outputs);
    return 1;
}

/* Names of hosts, before anything is waited for. Those without an address are told: nothing will
 * ever be equal to them. */
static int resolve(struct rt_hosts *hosts, const struct rt_program *program,
                   const struct rt_log *log)
{
    const int error = rt_hosts_open(hosts, "", program->hosts, program->nhosts);

    if (error != 0)
        fprintf(log->error, "%s: no memory for the addresses of hosts\n", log->self);
    for (uint32_t i = 0; i < hosts->nnames; i++) {
        if (!rt_hosts_has(hosts, i))
            fprintf(log->warning,
                    "%s: no address is known of the host `%s`: no connection has it\n", log->self,
                    hosts->names[i]);
    }
    return error;
}

static int begin_hardening(struct rt_agent_options *options, const char *self)
{
    options->harden = (struct rt_harden){.settings = &options->settings,
                                         .container_root = options->engine.container_root,
                                         .self = self,
                                         .records = options->record != NULL};
    return rt_harden_begin(&options->harden);
}

/* Everything between the options and the end. */
static int start(struct rt_agent_options *options, const struct rt_program *program,
                 const struct rt_log *log)
{
    struct parts parts = {.handover = {.listener = -1}};
    char message[512] = "";
    int status, error;

    error = rt_agent_outputs_launch(&parts.outputs, &options->settings, message, sizeof message);
    if (error == 0 && !options->capture && begin_hardening(options, log->self) != 0) {
        rt_agent_outputs_close(&parts.outputs);
        return 1;
    }
    if (error == 0)
        error = rt_agent_outputs_open(&parts.outputs, &options->settings, options->hostname,
                                      message, sizeof message);
    if (error == 0)
        error = open_source(&parts.source, options, program, message, sizeof message);
    else
        return fail_outputs(&parts.outputs, message, log);
    if (error != 0) {
        rt_agent_outputs_close(&parts.outputs);
        fprintf(log->error, "%s: %s%s%s\n", log->self, options->capture ? options->capture : "",
                options->capture ? ": " : "", message[0] ? message : strerror(-error));
        return 1;
    }
    error = rt_agent_outputs_start(&parts.outputs, &options->settings, options->capture != NULL,
                                   options->replace != NULL, &parts.queue, message, sizeof message);
    if (error != 0) {
        parts.source->ops->close(parts.source);
        return fail_outputs(&parts.outputs, message, log);
    }
    if (!options->replace)
        error = rt_agent_metrics_open(&parts.metrics, options, program, message, sizeof message);
    if (error != 0) {
        parts.source->ops->close(parts.source);
        rt_alert_queue_close(parts.queue, NULL, NULL);
        rt_agent_metrics_close(&parts.metrics, log->self);
        return fail_outputs(&parts.outputs, message, log);
    }
    status = watch(&parts, options, program, log);
    rt_agent_metrics_close(&parts.metrics, log->self);
    rt_agent_outputs_close(&parts.outputs);
    rt_handover_close(&parts.handover);
    return status;
}

/* Everything between the open log and its end. */
static int run(struct rt_agent_options *options, const struct rt_program *program,
               const struct rt_log *log)
{
    struct rt_hosts hosts;
    int status;

    take_signals();
    if (options->replace) {
        char error[512];

        if (rt_takeover_probe(options->replace, error, sizeof error) != 0) {
            fprintf(log->error, "%s: %s\n", log->self, error);
            return 1;
        }
    }
    if (resolve(&hosts, program, log) != 0)
        return 1;
    options->engine.hosts = &hosts;
    status = start(options, program, log);
    options->engine.hosts = NULL;
    rt_hosts_close(&hosts);
    return status;
}

int rt_agent_main(int argc, char **argv, const struct rt_program *program)
{
    struct rt_agent_options options;
    struct rt_log log;
    int status = rt_agent_options_parse(&options, argc, argv, program);

    if (status >= 0)
        return status;
    if (rt_log_open(&log, argv[0], rt_settings_bool(&options.settings, CAT_SETTING_LOG_STDERR),
                    rt_settings_bool(&options.settings, CAT_SETTING_LOG_SYSLOG),
                    options.log_level) == 0)
        status = run(&options, program, &log);
    else
        status = 1;
    rt_log_close(&log);
    return status;
}
