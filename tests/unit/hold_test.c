/* Alerts that wait for the metadata of their container: filled in order, or sent when time is up.
 */
#include "../support/no_source.h"
#include "../support/stage.h"
#include "../support/tiny_program.h"
#include "alert/hold.h"

#include <errno.h>
#include <unistd.h>

/* Two rules: one that says proc.name and container.name, one that says proc.name only. */
enum { NAME, CONTAINER, BOTH };
enum { WITH, WITHOUT };

static const uint16_t both_inputs[] = {CONTAINER};
static const struct rt_value_def values[] = {
    [NAME] = {.name = "proc.name",
              .extract = tiny_extract_name,
              .ref = {.field = FIELD_PROC_NAME, .key = ""},
              .type = CAT_TYPE_CHARBUF},
    [CONTAINER] = {.name = "container.name",
                   .extract = rt_extract_container,
                   .ref = {.field = FIELD_CONTAINER_NAME, .key = ""},
                   .type = CAT_TYPE_CHARBUF},
    [BOTH] = {.name = "toupper(container.name)",
              .type = CAT_TYPE_CHARBUF,
              .transformer = CAT_TRANSFORM_TOUPPER,
              .inputs = both_inputs,
              .ninputs = 1},
};
static const struct rt_output_part with[] = {{.slot = NAME},
                                             {.text = " ", .len = 1},
                                             {.slot = CONTAINER},
                                             {.text = " ", .len = 1},
                                             {.slot = BOTH}};
static const struct rt_output_part without[] = {{.slot = NAME}};
static const struct rt_rule_def rules[] = {
    [WITH] = {.name = "with", .source = "syscall", .position = "", TINY_PARTS(with)},
    [WITHOUT] = {.name = "without", .source = "syscall", .position = "", TINY_PARTS(without)},
};
static void (*const handlers[EV__COUNT])(struct rt_eval *);
static const struct rt_program program = {.abi = RT_PROGRAM_ABI,
                                          .rules_hash = "0",
                                          .values = values,
                                          .nvalues = 3,
                                          .rules = rules,
                                          .nrules = 2,
                                          .handlers = handlers};

struct scene {
    struct rt_source source;
    struct rt_engine engine;
    struct rt_event event;
    struct rt_thread thread;
    struct rt_alert_queue *queue;
    FILE *file;
    char text[1 << 21];
};

static struct scene *open_scene(void)
{
    const struct rt_options options = {
        .min_priority = 7, .hostname = "vm", .container_wait_ms = 500};
    const struct rt_queue_options queue_options = {.bytes = 8 << 20, .block = true};
    struct scene *scene = calloc(1, sizeof *scene);
    struct rt_sink *sink;
    char error[128];

    assert_non_null(scene);
    scene->source.ops = &no_source_ops;
    scene->file = tmpfile();
    assert_non_null(scene->file);
    sink = rt_sink_fd(fileno(scene->file), "file");
    assert_int_equal(
        rt_alert_queue_open(&scene->queue, &queue_options, &sink, 1, error, sizeof error), 0);
    assert_int_equal(
        rt_engine_open(&scene->engine, &program, &options, &scene->source, scene->queue), 0);
    assert_non_null(scene->engine.hold);
    scene->engine.previous_event_ns = RCT_TIME;
    return scene;
}

/* An event of a process of that name, in that container ("": none), for which the rule holds. */
static void fire(struct scene *scene, uint32_t rule, const char *name, const char *container)
{
    struct rt_eval *eval = &scene->engine.eval;

    tiny_name = name;
    scene->event = (struct rt_event){.number = ++scene->event.number,
                                     .time_ns = RCT_TIME,
                                     .type = EV_CLOSE_X,
                                     .info = &cat_events[EV_CLOSE_X]};
    snprintf(scene->thread.container_id, sizeof scene->thread.container_id, "%s", container);
    rt_eval_reset(eval);
    eval->event = &scene->event;
    eval->thread = &scene->thread;
    rt_fire(eval, rule);
    tiny_name = "somebody else"; /* the event is gone */
    scene->event.time_ns = 0;
}

static void know(struct scene *scene, const char *id, const char *name)
{
    struct rt_container *record;
    char json[128];

    snprintf(json, sizeof json, "{\"id\":\"%s\",\"name\":\"%s\"}", id, name);
    assert_int_equal(rt_container_parse(&record, json, strlen(json), "", 0), 0);
    rt_containers_put(scene->engine.containers, record);
}

/* What came out, without the times in front; the scene is over. */
static const char *finish(struct scene *scene)
{
    char *out = scene->text, *in;

    rt_hold_flush(scene->engine.hold);
    rt_alert_queue_close(scene->queue, NULL, NULL);
    rt_engine_close(&scene->engine);
    rewind(scene->file);
    scene->text[fread(scene->text, 1, sizeof scene->text - 1, scene->file)] = '\0';
    fclose(scene->file);
    in = scene->text;
    while (*in) {
        const size_t head = strlen("01:51:18.634137611: Emergency ");
        const size_t line = strcspn(in, "\n") + 1;
        memmove(out, in + head, line - head);
        out += line - head;
        in += line;
    }
    *out = '\0';
    return scene->text;
}

static void an_alert_is_filled_when_the_answer_comes(void **state)
{
    struct scene *scene = open_scene();
    struct rt_hold_stats stats;

    (void)state;
    rt_containers_await(scene->engine.containers, "a");
    fire(scene, WITH, "one", "a");
    rt_hold_turn(scene->engine.hold);
    assert_int_not_equal(scene->engine.held, 0);
    know(scene, "a", "web");
    rt_hold_turn(scene->engine.hold);
    assert_int_equal(scene->engine.held, 0);
    rt_hold_stats(scene->engine.hold, &stats);
    assert_int_equal(stats.waited, 1);
    assert_int_equal(stats.timed_out, 0);
    assert_string_equal(finish(scene), "one web WEB\n");
    free(scene);
}

static void order_is_kept(void **state)
{
    struct scene *scene = open_scene();

    (void)state;
    rt_containers_await(scene->engine.containers, "a");
    rt_containers_await(scene->engine.containers, "b");
    fire(scene, WITH, "zero", ""); /* nothing to wait for */
    fire(scene, WITH, "one", "a");
    fire(scene, WITHOUT, "two", "a"); /* needs no metadata, but waits behind */
    fire(scene, WITH, "three", "b");
    fire(scene, WITH, "four", "");
    know(scene, "b", "db");
    rt_hold_turn(scene->engine.hold);
    assert_int_not_equal(scene->engine.held, 0);
    know(scene, "a", "web");
    rt_hold_turn(scene->engine.hold);
    fire(scene, WITH, "five", "a");
    assert_int_equal(scene->engine.held, 0);
    assert_string_equal(finish(scene), "zero host HOST\none web WEB\ntwo\nthree db DB\n"
                                       "four host HOST\nfive web WEB\n");
    free(scene);
}

static void the_wait_is_bounded(void **state)
{
    struct scene *scene = open_scene();
    struct rt_hold_stats stats;

    (void)state;
    rt_containers_await(scene->engine.containers, "a");
    fire(scene, WITH, "one", "a");
    scene->engine.previous_event_ns = RCT_TIME + UINT64_C(499000000);
    rt_hold_turn(scene->engine.hold);
    assert_int_not_equal(scene->engine.held, 0);
    scene->engine.previous_event_ns = RCT_TIME + UINT64_C(501000000);
    rt_hold_turn(scene->engine.hold);
    assert_int_equal(scene->engine.held, 0);
    fire(scene, WITH, "two", "a"); /* nobody waits for it any more */
    assert_int_equal(scene->engine.held, 0);
    rt_hold_stats(scene->engine.hold, &stats);
    assert_int_equal(stats.timed_out, 1);
    assert_string_equal(finish(scene), "one <NA> <NA>\ntwo <NA> <NA>\n");
    free(scene);
}

/* A container that has ended by the time that the answer is used. */
static void the_past_counts(void **state)
{
    struct scene *scene = open_scene();

    (void)state;
    rt_containers_await(scene->engine.containers, "a");
    fire(scene, WITH, "one", "a");
    rt_containers_end(scene->engine.containers, "a"); /* goes on being looked up */
    know(scene, "a", "brief");
    rt_containers_end(scene->engine.containers, "a");
    rt_hold_turn(scene->engine.hold);
    fire(scene, WITH, "two", "a");
    assert_string_equal(finish(scene), "one brief BRIEF\ntwo <NA> <NA>\n");
    free(scene);
}

/* More than there is room for: the first go out as they are, and nothing is lost. */
static void room_is_bounded(void **state)
{
    enum { ALERTS = 20000 };
    struct scene *scene = open_scene();
    struct rt_hold_stats stats;
    static char name[100001];
    uint32_t lines = 0;

    (void)state;
    memset(name, 'x', sizeof name - 1);
    for (int i = 0; i < ALERTS; i++) {
        rt_containers_await(scene->engine.containers, "a");
        fire(scene, i % 2 ? WITH : WITHOUT, i == 5001 ? name : "short", i % 2 ? "a" : "");
    }
    rt_hold_stats(scene->engine.hold, &stats);
    assert_int_equal(stats.waited, ALERTS / 2);
    assert_in_range(stats.timed_out, 1, ALERTS / 2 - 1);
    for (const char *at = finish(scene); (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, ALERTS);
    free(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_alert_is_filled_when_the_answer_comes),
        cmocka_unit_test(order_is_kept),
        cmocka_unit_test(the_wait_is_bounded),
        cmocka_unit_test(the_past_counts),
        cmocka_unit_test(room_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
