/* The engine: what it does with events, matches, ends and errors. */
#include "../support/script_source.h"
#include "../support/tiny_program.h"
#include "engine.h"
#include "loss.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#define SECOND UINT64_C(1000000000)

static const struct rt_options defaults = {.min_priority = 7, .hostname = "vm"};

static struct script_source script(const struct script_step *steps, uint32_t nsteps)
{
    return (struct script_source){.source.ops = &script_ops, .steps = steps, .nsteps = nsteps};
}

/* Runs the script to its end; the engine is closed, its counts are in out. */
static int play(struct script_source *source, const struct rt_options *options, uint64_t counts[3])
{
    struct rt_engine engine;
    const sig_atomic_t stop = 0;
    int error;

    assert_int_equal(rt_engine_open(&engine, &tiny_program, options, &source->source, NULL), 0);
    error = rt_engine_run(&engine, &stop);
    for (uint32_t i = 0; i < 3; i++)
        counts[i] = engine.stats.rule_matches[i];
    rt_engine_close(&engine);
    assert_int_equal(source->closes, 1);
    return error;
}

static const struct script_step closes[] = {
    {0, EV_CLOSE_X, SECOND}, {0, EV_DUP_1_X, 2 * SECOND}, {0, EV_CLOSE_X, 3 * SECOND}};

static void the_first_rule_ends_the_search(void **state)
{
    struct script_source source = script(closes, 3);
    uint64_t counts[3];

    (void)state;
    assert_int_equal(play(&source, &defaults, counts), 0);
    assert_int_equal(counts[TINY_DEBUG], 2);
    assert_int_equal(counts[TINY_WARNING], 0);
    assert_int_equal(counts[TINY_CRITICAL], 1);
}

static void all_rules_are_asked_on_demand(void **state)
{
    struct script_source source = script(closes, 3);
    struct rt_options options = defaults;
    uint64_t counts[3];

    (void)state;
    options.match_all = true;
    assert_int_equal(play(&source, &options, counts), 0);
    assert_int_equal(counts[TINY_DEBUG], 2);
    assert_int_equal(counts[TINY_WARNING], 2);
    assert_int_equal(counts[TINY_CRITICAL], 3);
}

/* A rule of too low a priority must not hide one that counts. */
static void low_priorities_are_as_if_not_there(void **state)
{
    struct script_source source = script(closes, 3);
    struct rt_options options = defaults;
    uint64_t counts[3];

    (void)state;
    options.min_priority = 4;
    assert_int_equal(play(&source, &options, counts), 0);
    assert_int_equal(counts[TINY_DEBUG], 0);
    assert_int_equal(counts[TINY_WARNING], 2);
    assert_int_equal(counts[TINY_CRITICAL], 1);
}

static void counts_and_times_are_kept(void **state)
{
    static const struct script_step steps[] = {
        {0, EV_CLOSE_X, SECOND},
        {RT_SOURCE_AGAIN, 0, 0},
        {0, EV_OPENAT_2_X, 2 * SECOND},
        {0, EV_DUP_1_X, 3 * SECOND},
    };
    struct script_source source = script(steps, 4);
    struct rt_engine engine;
    const sig_atomic_t stop = 0;

    (void)state;
    assert_int_equal(rt_engine_open(&engine, &tiny_program, &defaults, &source.source, NULL), 0);
    assert_int_equal(rt_engine_run(&engine, &stop), 0);
    assert_int_equal(engine.stats.events, 3);
    assert_int_equal(engine.stats.evaluated, 2);
    assert_int_equal(engine.stats.matches, 2);
    assert_int_equal(engine.first_event_ns, SECOND);
    assert_int_equal(engine.previous_event_ns, 3 * SECOND);
    assert_int_equal(source.starts, 1);
    rt_engine_close(&engine);
}

static void a_broken_source_says_why(void **state)
{
    static const struct script_step steps[] = {{0, EV_CLOSE_X, SECOND}, {-EBADMSG, 0, 0}};
    struct script_source source = script(steps, 2);
    struct rt_engine engine;
    const sig_atomic_t stop = 0;

    (void)state;
    assert_int_equal(rt_engine_open(&engine, &tiny_program, &defaults, &source.source, NULL), 0);
    assert_int_equal(rt_engine_run(&engine, &stop), -EBADMSG);
    assert_string_equal(engine.error, "broken at step 2");
    assert_int_equal(engine.stats.matches, 1); /* what came before counts */
    rt_engine_close(&engine);
}

static void opening_fails_with_a_reason(void **state)
{
    struct script_source source = script(closes, 3);
    struct rt_program other = tiny_program;
    struct rt_engine engine;

    (void)state;
    source.start_result = -EIO;
    assert_int_equal(rt_engine_open(&engine, &tiny_program, &defaults, &source.source, NULL), -EIO);
    assert_string_equal(engine.error, "no start state");
    rt_engine_close(&engine);
    assert_int_equal(source.closes, 1);

    other.abi++;
    assert_int_equal(rt_engine_open(&engine, &other, &defaults, &source.source, NULL), -EPROTO);
    rt_engine_close(&engine);
    assert_int_equal(source.closes, 2);
}

static volatile sig_atomic_t stop_now;

static void stop_at_second(struct script_source *source)
{
    if (source->step == 1)
        stop_now = 1;
}

static void a_capture_stops_at_once(void **state)
{
    struct script_source source = script(closes, 3);
    struct rt_engine engine;

    (void)state;
    source.on_next = stop_at_second;
    stop_now = 0;
    assert_int_equal(rt_engine_open(&engine, &tiny_program, &defaults, &source.source, NULL), 0);
    assert_int_equal(rt_engine_run(&engine, &stop_now), 0);
    assert_int_equal(engine.stats.events, 2);
    rt_engine_close(&engine);
}

/* Events of the time before the stop come still, up to the first that is later. */
static void a_live_source_is_drained(void **state)
{
    struct timespec now;
    uint64_t now_ns;

    (void)state;
    clock_gettime(CLOCK_REALTIME, &now);
    now_ns = (uint64_t)now.tv_sec * SECOND;

    const struct script_step steps[] = {
        {0, EV_CLOSE_X, now_ns - SECOND},        {0, EV_CLOSE_X, now_ns - SECOND},
        {0, EV_CLOSE_X, now_ns - SECOND},        {0, EV_CLOSE_X, now_ns + 3600 * SECOND},
        {0, EV_CLOSE_X, now_ns + 3601 * SECOND},
    };
    struct script_source source = script(steps, 5);
    struct rt_engine engine;

    source.source.ops = &script_live_ops;
    source.on_next = stop_at_second;
    stop_now = 0;
    assert_int_equal(rt_engine_open(&engine, &tiny_program, &defaults, &source.source, NULL), 0);
    assert_int_equal(rt_engine_run(&engine, &stop_now), 0);
    assert_int_equal(engine.stats.events, 4);
    rt_engine_close(&engine);
}

/* Each cause has its line once it grew, and none before. */
static void losses_are_told_when_they_grow(void **state)
{
    struct script_source source = script(closes, 3);
    struct rt_engine engine;
    const struct rt_loss none = {0};
    struct rt_alert_stats alerts = {.failed = 2, .last_error = ENOSPC};
    struct rt_loss loss, later;
    char *text;
    size_t len;
    FILE *out = open_memstream(&text, &len);

    (void)state;
    assert_non_null(out);
    assert_int_equal(rt_engine_open(&engine, &tiny_program, &defaults, &source.source, NULL), 0);
    rt_loss_gather(&loss, &engine, &alerts);
    assert_int_equal(rt_loss_report(out, &none, &loss), 2);
    assert_int_equal(rt_loss_report(out, &loss, &loss), 0);
    later = loss;
    later.count[RT_LOSS_CUT] = 1;
    assert_int_equal(rt_loss_report(out, &loss, &later), 1);
    fclose(out);
    assert_string_equal(text, "loss: 5 events lost: no room in the kernel's ring buffer\n"
                              "loss: 2 alerts lost: the output failed: No space left on device\n"
                              "loss: 1 alerts shortened: too long\n");
    free(text);
    rt_engine_close(&engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_rule_ends_the_search),
        cmocka_unit_test(all_rules_are_asked_on_demand),
        cmocka_unit_test(low_priorities_are_as_if_not_there),
        cmocka_unit_test(counts_and_times_are_kept),
        cmocka_unit_test(a_broken_source_says_why),
        cmocka_unit_test(opening_fails_with_a_reason),
        cmocka_unit_test(a_capture_stops_at_once),
        cmocka_unit_test(a_live_source_is_drained),
        cmocka_unit_test(losses_are_told_when_they_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
