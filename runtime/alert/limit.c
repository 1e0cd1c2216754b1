/* Limits. See limit.h. */
#include "limit.h"

#include "../engine.h"
#include "../settings.h"
#include "digest.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#define NS    UINT64_C(1000000000)
#define PLACE 8    /* windows in one place of the table */
#define TABLE 1024 /* places */

/* What one rule may do; 0 in each: as it likes. */
struct allowed {
    uint64_t throttle_ns, alike_ns;
    uint32_t alerts;
    uint16_t nby;
    const struct rt_output_part *by;
};

/* Time in which alerts are counted; len_ns 0: it is not in use. */
struct window {
    uint64_t digest; /* of alerts that are alike */
    uint64_t begin_ns, len_ns;
    uint64_t held; /* not told of */
    uint32_t rule;
    uint32_t passed;
};

struct rt_limits {
    struct rt_limits_clock clock; /* first */
    struct rt_engine *engine;
    struct allowed *allowed;  /* by rule */
    struct window *throttles; /* by rule */
    struct window *table;     /* TABLE * PLACE of alerts that are alike; NULL: no rule has such */
    uint64_t *held;           /* by rule */
    uint64_t key[2];
    struct rt_limits_stats stats;
};

/* --- what is allowed --- */

static bool is_limited(const struct allowed *allowed)
{
    return allowed->alerts > 0 || allowed->alike_ns > 0;
}

static void take_rule(struct allowed *allowed, const struct rt_rule_limits *rule)
{
    if (rule->alerts != RT_LIMIT_UNSET)
        allowed->alerts = rule->alerts;
    if (rule->seconds != RT_LIMIT_UNSET)
        allowed->throttle_ns = rule->seconds * NS;
    if (rule->alike_seconds != RT_LIMIT_UNSET)
        allowed->alike_ns = rule->alike_seconds * NS;
    allowed->by = rule->by;
    allowed->nby = rule->nby;
}

/* Returns whether any rule is limited; *alike: whether alerts that are alike are held back. */
static bool allow(struct rt_limits *limits, bool *alike)
{
    const struct rt_options *options = &limits->engine->options;
    const uint32_t nrules = limits->engine->program->nrules;
    bool any = false;

    for (uint32_t i = 0; i < nrules; i++)
        limits->allowed[i] = (struct allowed){.alerts = options->throttle_alerts,
                                              .throttle_ns = options->throttle_seconds * NS,
                                              .alike_ns = options->alike_seconds * NS};
    for (uint32_t i = 0; i < options->nlimits; i++) {
        if (options->limits[i].rule < nrules)
            take_rule(&limits->allowed[options->limits[i].rule], &options->limits[i]);
    }
    for (uint32_t i = 0; i < nrules; i++) {
        any |= is_limited(&limits->allowed[i]);
        *alike |= limits->allowed[i].alike_ns > 0;
    }
    return any;
}

int rt_limits_open(struct rt_limits **out, struct rt_engine *engine)
{
    const size_t nrules = engine->program->nrules;
    struct rt_limits *limits = calloc(1, sizeof *limits);
    bool alike = false, any;

    *out = NULL;
    if (!limits)
        return -ENOMEM;
    limits->engine = engine;
    limits->allowed = calloc(nrules + 1, sizeof *limits->allowed);
    any = limits->allowed && allow(limits, &alike);
    if (any) {
        limits->throttles = calloc(nrules + 1, sizeof *limits->throttles);
        limits->held = calloc(nrules + 1, sizeof *limits->held);
        limits->table = alike ? calloc((size_t)TABLE * PLACE, sizeof *limits->table) : NULL;
    }
    if (!limits->allowed ||
        (any && (!limits->throttles || !limits->held || (alike && !limits->table)))) {
        rt_limits_close(limits);
        return -ENOMEM;
    }
    if (!any) {
        rt_limits_close(limits);
        return 0;
    }
    /* A replay has the same key each time. The key is no secret then, but nobody answers it. */
    if (engine->source->ops->is_live &&
        getrandom(limits->key, sizeof limits->key, GRND_NONBLOCK) != sizeof limits->key)
        limits->key[0] ^= (uint64_t)(uintptr_t)limits;
    *out = limits;
    return 0;
}

void rt_limits_close(struct rt_limits *limits)
{
    if (!limits)
        return;
    free(limits->allowed);
    free(limits->throttles);
    free(limits->table);
    free(limits->held);
    free(limits);
}

/* --- telling --- */

static uint64_t end_of(const struct window *window)
{
    return window->begin_ns + window->len_ns;
}

/* "13:53:31.000000000: Warning " */
static void put_prefix(const struct rt_options *options, const struct rt_rule_def *rule,
                       uint64_t time_ns, struct rt_line *line)
{
    const time_t seconds = (time_t)(time_ns / NS);
    char clock[16];
    struct tm tm;

    if (options->time_iso8601)
        rt_line_time(line, time_ns);
    else if (localtime_r(&seconds, &tm) && strftime(clock, sizeof clock, "%H:%M:%S", &tm) > 0)
        rt_line_printf(line, "%s.%09" PRIu64, clock, time_ns % NS);
    rt_line_printf(line, ": %s ", rt_priority_names[rule->priority]);
}

/* The same in text and in JSON. */
static void put_message(const struct rt_rule_def *rule, const struct window *window, bool alike,
                        struct rt_line *line)
{
    rt_line_json(line, rule->name, (uint32_t)strlen(rule->name));
    rt_line_printf(line, ": %" PRIu64 " %s held back in %" PRIu64 " s (rulec.held=%" PRIu64 ")",
                   window->held, alike ? "alike alerts" : "alerts", window->len_ns / NS,
                   window->held);
}

static void put_json(const struct rt_options *options, const struct rt_rule_def *rule,
                     const struct window *window, bool alike, struct rt_line *line)
{
    const uint64_t time_ns = end_of(window);

    rt_line_printf(line, "{\"hostname\":\"");
    rt_line_json(line, options->hostname, (uint32_t)strlen(options->hostname));
    if (options->json_message) {
        rt_line_printf(line, "\",\"message\":\"");
        put_message(rule, window, alike, line);
    }
    if (options->json_output) {
        rt_line_printf(line, "\",\"output\":\"");
        put_prefix(options, rule, time_ns, line);
        put_message(rule, window, alike, line);
    }
    rt_line_printf(line, "\"");
    if (options->json_output_fields)
        rt_line_printf(line,
                       ",\"output_fields\":{\"evt.time%s\":%" PRIu64 ",\"rulec.held\":%" PRIu64
                       ",\"rulec.since\":%" PRIu64 "}",
                       options->time_iso8601 ? ".iso8601" : "", time_ns, window->held,
                       window->begin_ns);
    rt_line_printf(line, ",\"priority\":\"%s\",\"rule\":\"", rt_priority_names[rule->priority]);
    rt_line_json(line, rule->name, (uint32_t)strlen(rule->name));
    rt_line_printf(line, "\",\"source\":\"internal\",\"time\":\"");
    rt_line_time(line, time_ns);
    rt_line_printf(line, "\"}");
}

/* An alert of its own about what the window has held. */
static void tell(struct rt_limits *limits, struct window *window, bool alike)
{
    struct rt_engine *engine = limits->engine;
    const struct rt_rule_def *rule = &engine->program->rules[window->rule];
    struct rt_line *line;

    if (window->held == 0)
        return;
    line = rt_alert_queue_begin(engine->queue);
    if (engine->options.json) {
        put_json(&engine->options, rule, window, alike, line);
    } else {
        put_prefix(&engine->options, rule, end_of(window), line);
        put_message(rule, window, alike, line);
    }
    engine->stats.alerts_cut += line->cut;
    rt_alert_queue_commit(engine->queue, rule->priority);
    limits->stats.told += window->held;
    limits->stats.summaries++;
    window->held = 0;
}

static void end(struct rt_limits *limits, struct window *window, bool alike)
{
    if (window->len_ns == 0)
        return;
    tell(limits, window, alike);
    window->len_ns = 0;
}

/* Ends what has ended by then. */
static void end_until(struct rt_limits *limits, uint64_t now_ns)
{
    for (uint32_t i = 0; i < limits->engine->program->nrules; i++) {
        if (limits->throttles[i].len_ns > 0 && end_of(&limits->throttles[i]) <= now_ns)
            end(limits, &limits->throttles[i], false);
    }
    for (uint32_t i = 0; limits->table && i < TABLE * PLACE; i++) {
        if (limits->table[i].len_ns > 0 && end_of(&limits->table[i]) <= now_ns)
            end(limits, &limits->table[i], true);
    }
}

void rt_limits_look(struct rt_limits *limits, uint64_t now_ns)
{
    end_until(limits, now_ns);
    limits->clock.look_ns = (now_ns / NS + 1) * NS;
}

void rt_limits_flush(struct rt_limits *limits)
{
    if (limits)
        end_until(limits, UINT64_MAX);
}

/* --- holding --- */

static bool has_ended(const struct window *window, uint64_t now_ns)
{
    return window->len_ns == 0 || now_ns >= end_of(window);
}

/* What makes alerts of the rule alike, as a number. */
static uint64_t digest_of(struct rt_limits *limits, struct rt_eval *eval, uint32_t rule)
{
    const struct allowed *allowed = &limits->allowed[rule];
    const struct rt_rule_def *def = &eval->program->rules[rule];
    const struct rt_output_part *parts = allowed->nby > 0 ? allowed->by : def->parts;
    const uint32_t nparts = allowed->nby > 0 ? allowed->nby : def->nparts;
    struct rt_line *text = &limits->engine->text;

    text->len = 0;
    text->cut = false;
    text->base64 = limits->engine->options.buffer_base64;
    rt_line_add(text, (const char *)&rule, sizeof rule);
    for (uint32_t i = 0; i < nparts; i++) {
        rt_alert_put_parts(eval, &parts[i], 1, text);
        rt_line_add(text, "", 1); /* so that `ab c` is not `a bc` */
    }
    return rt_digest(limits->key, text->data, text->len);
}

/* The window of that digest, or the place for one: one that is free or has ended, or else the
 * oldest, which ends now. *is_open: the digest's is open. */
static struct window *find(struct rt_limits *limits, uint64_t digest, uint32_t rule,
                           uint64_t now_ns, bool *is_open)
{
    struct window *place = &limits->table[digest % TABLE * PLACE], *oldest = place;

    *is_open = false;
    for (uint32_t i = 0; i < PLACE; i++) {
        struct window *window = &place[i];

        if (window->len_ns > 0 && window->digest == digest && window->rule == rule) {
            *is_open = !has_ended(window, now_ns);
            return window;
        }
        if (window->len_ns == 0 ? oldest->len_ns > 0
                                : oldest->len_ns > 0 && window->begin_ns < oldest->begin_ns)
            oldest = window;
    }
    if (!has_ended(oldest, now_ns))
        limits->stats.crowded++;
    end(limits, oldest, true);
    return oldest;
}

/* A new window; what the one before it held is taken over by *held. */
static void begin(struct window *window, uint32_t rule, uint64_t now_ns, uint64_t len_ns,
                  uint64_t *held)
{
    *held += window->held;
    window->held = 0;
    window->rule = rule;
    window->begin_ns = now_ns;
    window->len_ns = len_ns;
    window->passed = 1;
}

static bool hold(struct rt_limits *limits, struct window *window, uint64_t *count)
{
    window->held++;
    limits->held[window->rule]++;
    ++*count;
    return true;
}

bool rt_limits_hold(struct rt_limits *limits, struct rt_eval *eval, uint32_t rule, uint64_t *held)
{
    const struct allowed *allowed = &limits->allowed[rule];
    const uint64_t now_ns = eval->event->time_ns;
    struct window *throttle = &limits->throttles[rule], *same = NULL;
    uint64_t digest = 0;
    bool is_open;

    *held = 0;
    if (allowed->alike_ns > 0) {
        digest = digest_of(limits, eval, rule);
        same = find(limits, digest, rule, now_ns, &is_open);
        if (is_open)
            return hold(limits, same, &limits->stats.alike);
    }
    if (allowed->alerts > 0 && !has_ended(throttle, now_ns)) {
        if (throttle->passed >= allowed->alerts)
            return hold(limits, throttle, &limits->stats.throttled);
        throttle->passed++;
    } else if (allowed->alerts > 0) {
        begin(throttle, rule, now_ns, allowed->throttle_ns, held);
    }
    if (same) {
        begin(same, rule, now_ns, allowed->alike_ns, held);
        same->digest = digest;
    }
    limits->stats.told += *held;
    return false;
}

void rt_limits_stats(const struct rt_limits *limits, struct rt_limits_stats *stats)
{
    *stats = limits->stats;
}

uint64_t rt_limits_of_rule(const struct rt_limits *limits, uint32_t rule)
{
    return limits->held[rule];
}
