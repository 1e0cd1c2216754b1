/* What is done about lost events. See drops.h. */
#include "drops.h"

#include "engine.h"
#include "source/live.h"

#include <stdio.h>
#include <time.h>

static uint64_t monotonic_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

void rt_drops_open(struct rt_drops *drops, const struct rt_settings *settings)
{
    const char *actions = rt_settings_text(settings, CAT_SETTING_DROPS_ACTIONS);

    *drops = (struct rt_drops){
        .logs = cat_setting_lists(actions, "log"),
        .alerts = cat_setting_lists(actions, "alert"),
        .exits = cat_setting_lists(actions, "exit"),
        .simulates = rt_settings_bool(settings, CAT_SETTING_DROPS_SIMULATE),
        .threshold = cat_setting_real(rt_settings_text(settings, CAT_SETTING_DROPS_THRESHOLD)),
        .rate = cat_setting_real(rt_settings_text(settings, CAT_SETTING_DROPS_RATE)),
        .max_burst = cat_setting_real(rt_settings_text(settings, CAT_SETTING_DROPS_BURST)),
        .filled_ns = monotonic_ns(),
        .told_ns = rt_now_ns(),
    };
    drops->tokens = drops->max_burst;
    if (drops->simulates)
        drops->threshold = 0;
}

static bool claim(struct rt_drops *drops)
{
    const uint64_t now = monotonic_ns();

    drops->tokens += drops->rate * ((double)(now - drops->filled_ns) / 1e9);
    drops->filled_ns = now;
    if (drops->tokens > drops->max_burst)
        drops->tokens = drops->max_burst;
    if (drops->tokens < 1)
        return false;
    drops->tokens -= 1;
    return true;
}

/* Whether the share of events that were lost since the last look is above the threshold. */
static bool is_too_much(const struct rt_drops *drops, const struct rt_loss *now)
{
    const uint64_t lost = rt_loss_events(&drops->last, now) + (drops->simulates ? 1 : 0);
    const uint64_t all = now->events - drops->last.events + lost;

    return lost > 0 && (double)lost / (double)all > drops->threshold;
}

static void alert(struct rt_drops *drops, struct rt_engine *engine, const struct rt_loss *now)
{
    const uint64_t time_ns = rt_now_ns();

    if (drops->alerts)
        rt_loss_alert(engine, &drops->told, now, drops->simulated, time_ns - drops->told_ns);
    drops->told = *now;
    drops->told_ns = time_ns;
    drops->simulated = 0;
    drops->pending = false;
}

bool rt_drops_look(struct rt_drops *drops, struct rt_engine *engine, const struct rt_loss *now,
                   const struct rt_log *log)
{
    const bool too_much = is_too_much(drops, now);

    drops->last = *now;
    drops->simulated += drops->simulates;
    if (!too_much && !drops->pending) {
        if (rt_loss_events(&drops->told, now) == 0)
            drops->told_ns = rt_now_ns();
        return true;
    }
    drops->pending = true;
    if (!claim(drops))
        return true;
    if (drops->logs)
        rt_loss_report_events(log->warning, &drops->told, now);
    if (drops->exits)
        fprintf(log->error, "%s: events were lost, and syscall_event_drops says to exit then\n",
                log->self);
    alert(drops, engine, now);
    return !drops->exits;
}

void rt_drops_finish(struct rt_drops *drops, struct rt_engine *engine, const struct rt_loss *now)
{
    if (drops->pending || is_too_much(drops, now))
        alert(drops, engine, now);
}
