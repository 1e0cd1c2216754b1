/* Alerts that are held back: so many of a rule in so many seconds, and those that are alike. At any
 * time held = told of + in open windows. */
#include "../support/no_source.h"
#include "../support/stage.h"
#include "../support/tiny_program.h"
#include "alert/limit.h"
#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define SECOND UINT64_C(1000000000)

struct scene {
    struct rt_source source;
    struct rt_engine engine;
    struct rt_event event;
    struct rt_alert_queue *queue;
    FILE *file;
    uint64_t passed, told; /* alerts that were not held; held ones that these told of */
    char text[1 << 16];
};

static struct scene *open_scene(struct rt_options options)
{
    const struct rt_queue_options queue_options = {.bytes = 8 << 20, .block = true};
    struct scene *scene = calloc(1, sizeof *scene);
    struct rt_sink *sink;
    char error[128];

    assert_non_null(scene);
    options.min_priority = 7;
    options.hostname = "vm";
    scene->source.ops = &no_source_ops;
    scene->file = tmpfile();
    assert_non_null(scene->file);
    sink = rt_sink_fd(fileno(scene->file), "file");
    assert_int_equal(
        rt_alert_queue_open(&scene->queue, &queue_options, &sink, 1, error, sizeof error), 0);
    assert_int_equal(
        rt_engine_open(&scene->engine, &tiny_program, &options, &scene->source, scene->queue), 0);
    tiny_name = "cat";
    return scene;
}

/* Whether an alert of the rule passes so many nanoseconds after the beginning; *held: what it tells
 * of. */
static bool passes(struct scene *scene, uint32_t rule, uint64_t after_ns, uint64_t *held)
{
    struct rt_eval *eval = &scene->engine.eval;
    bool is_held;

    scene->event = (struct rt_event){.number = scene->event.number + 1,
                                     .time_ns = RCT_TIME + after_ns,
                                     .type = EV_CLOSE_X,
                                     .info = &cat_events[EV_CLOSE_X]};
    rt_eval_reset(eval);
    eval->event = &scene->event;
    rt_limits_turn(scene->engine.limits, scene->event.time_ns);
    is_held = rt_limits_hold(scene->engine.limits, eval, rule, held);
    scene->passed += !is_held;
    scene->told += *held;
    return !is_held;
}

/* The alerts that only tell of others; the scene is over, and its account is checked. */
static const char *finish(struct scene *scene, uint64_t asked)
{
    struct rt_limits_stats stats;

    rt_limits_flush(scene->engine.limits);
    rt_limits_stats(scene->engine.limits, &stats);
    assert_int_equal(stats.throttled + stats.alike, asked - scene->passed);
    assert_int_equal(stats.told, asked - scene->passed);
    rt_alert_queue_close(scene->queue, NULL, NULL);
    rt_engine_close(&scene->engine);
    rewind(scene->file);
    scene->text[fread(scene->text, 1, sizeof scene->text - 1, scene->file)] = '\0';
    fclose(scene->file);
    return scene->text;
}

static void a_rule_makes_so_many_alerts_in_its_window(void **state)
{
    struct scene *scene =
        open_scene((struct rt_options){.throttle_alerts = 2, .throttle_seconds = 10});
    uint64_t held;

    (void)state;
    assert_true(passes(scene, TINY_DEBUG, 0, &held));
    assert_true(passes(scene, TINY_DEBUG, 1, &held));
    assert_false(passes(scene, TINY_DEBUG, 2, &held));
    assert_true(passes(scene, TINY_CRITICAL, 3, &held)); /* each rule has its own window */
    assert_false(passes(scene, TINY_DEBUG, 10 * SECOND - 1, &held));
    assert_int_equal(rt_limits_of_rule(scene->engine.limits, TINY_DEBUG), 2);
    assert_int_equal(rt_limits_of_rule(scene->engine.limits, TINY_CRITICAL), 0);
    /* The window is over: an alert of its own has told of them, and the next one passes. */
    assert_true(passes(scene, TINY_DEBUG, 11 * SECOND, &held));
    assert_int_equal(held, 0);
    assert_non_null(
        strstr(finish(scene, 6), "debug rule: 2 alerts held back in 10 s (rulec.held=2)\n"));
    free(scene);
}

/* Where no time has gone by in between, the next alert tells of them itself. */
static void the_next_alert_tells_what_was_held(void **state)
{
    struct scene *scene =
        open_scene((struct rt_options){.throttle_alerts = 1, .throttle_seconds = 1});
    struct rt_eval *eval = &scene->engine.eval;
    uint64_t held;

    (void)state;
    assert_true(passes(scene, TINY_DEBUG, 0, &held));
    assert_false(passes(scene, TINY_DEBUG, 1, &held));
    assert_false(passes(scene, TINY_DEBUG, 2, &held));
    scene->event.time_ns = RCT_TIME + SECOND;
    assert_false(rt_limits_hold(scene->engine.limits, eval, TINY_DEBUG, &held));
    assert_int_equal(held, 2);
    scene->passed++;
    assert_string_equal(finish(scene, 4), ""); /* no alert of its own */
    free(scene);
}

static void alike_alerts_are_held_by_their_text(void **state)
{
    struct scene *scene = open_scene((struct rt_options){.alike_seconds = 5});
    uint64_t held;

    (void)state;
    assert_true(passes(scene, TINY_CRITICAL, 0, &held));
    assert_false(passes(scene, TINY_CRITICAL, 1, &held));
    tiny_name = "dog"; /* another text */
    assert_true(passes(scene, TINY_CRITICAL, 2, &held));
    assert_false(passes(scene, TINY_CRITICAL, 3, &held));
    tiny_name = "cat";
    assert_false(passes(scene, TINY_CRITICAL, 5 * SECOND - 1, &held));
    assert_true(passes(scene, TINY_CRITICAL, 20 * SECOND, &held));
    assert_non_null(
        strstr(finish(scene, 6), "critical rule: 2 alike alerts held back in 5 s (rulec.held=2)"));
    free(scene);
}

/* Chosen values decide, not the text; one rule's limits are no other's. */
static void alike_by_chosen_values(void **state)
{
    static const struct rt_output_part by[] = {{.slot = TINY_NAME}};
    static const struct rt_rule_limits limits[] = {{.rule = TINY_WARNING,
                                                    .alerts = RT_LIMIT_UNSET,
                                                    .seconds = RT_LIMIT_UNSET,
                                                    .alike_seconds = 5,
                                                    .by = by,
                                                    .nby = 1}};
    struct scene *scene = open_scene((struct rt_options){.limits = limits, .nlimits = 1});
    uint64_t held;

    (void)state;
    assert_true(passes(scene, TINY_WARNING, 0, &held));
    /* Its text has the number of the event in it, and so is another each time. */
    assert_false(passes(scene, TINY_WARNING, 1, &held));
    tiny_name = NULL;
    assert_true(passes(scene, TINY_WARNING, 2, &held));
    assert_true(passes(scene, TINY_CRITICAL, 3, &held));
    assert_true(passes(scene, TINY_CRITICAL, 4, &held));
    finish(scene, 5);
    free(scene);
}

/* More kinds than there is room for: windows end early, and what they held is told all the same. */
static void room_is_bounded(void **state)
{
    enum { KINDS = 40000 };
    struct scene *scene = open_scene((struct rt_options){.alike_seconds = 3600});
    struct rt_limits_stats stats;
    char name[32];
    uint64_t held;

    (void)state;
    for (uint64_t i = 0; i < KINDS; i++) {
        snprintf(name, sizeof name, "kind %u", (unsigned)i);
        tiny_name = name;
        assert_true(passes(scene, TINY_CRITICAL, 2 * i, &held));
        assert_false(passes(scene, TINY_CRITICAL, 2 * i + 1, &held));
    }
    rt_limits_stats(scene->engine.limits, &stats);
    assert_int_equal(stats.alike, KINDS);
    assert_int_equal(stats.crowded, stats.summaries);
    assert_in_range(stats.crowded, KINDS - 8192, KINDS - 1);
    assert_int_equal(stats.told, stats.crowded); /* the others are in windows that are open */
    finish(scene, 2 * KINDS);
    free(scene);
}

static void without_limits_there_are_none(void **state)
{
    const struct rt_options options = {.min_priority = 7, .hostname = "vm"};
    struct scene *scene = open_scene(options);

    (void)state;
    assert_null(scene->engine.limits);
    rt_limits_close(NULL);
    rt_alert_queue_close(scene->queue, NULL, NULL);
    rt_engine_close(&scene->engine);
    fclose(scene->file);
    free(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_makes_so_many_alerts_in_its_window),
        cmocka_unit_test(the_next_alert_tells_what_was_held),
        cmocka_unit_test(alike_alerts_are_held_by_their_text),
        cmocka_unit_test(alike_by_chosen_values),
        cmocka_unit_test(room_is_bounded),
        cmocka_unit_test(without_limits_there_are_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
