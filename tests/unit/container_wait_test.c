/* Conditions on a container whose files are not read yet when its first event comes: the engine
 * waits for them within bounds, and the event is decided once. */
#include "../support/stage.h"
#include "container/watch.h"

#include <stdlib.h>
#include <time.h>

#define ID   "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define TID  77
#define MS   UINT64_C(1000000)
#define WAIT 2000 /* milliseconds; a slow machine may need some */

/* Rules: the container is named web; the event is a close (asks nothing); a container is told. */
enum { NAMED, CLOSED, TOLD };

static const struct rt_value_def values[] = {{.name = "container.name",
                                              .extract = rt_extract_container,
                                              .ref = {.field = FIELD_CONTAINER_NAME, .key = ""},
                                              .type = CAT_TYPE_CHARBUF}};
static const struct rt_output_part parts[] = {{.text = "x", .len = 1}};
#define RULE(name_)                                                                                \
    {                                                                                              \
        .name = name_, .source = "syscall", .position = "", .parts = parts, .nparts = 1            \
    }
static const struct rt_rule_def rules[] = {
    [NAMED] = RULE("named"), [CLOSED] = RULE("closed"), [TOLD] = RULE("told")};

static uint32_t sequence[8], nfired; /* rules in the order in which they fired */

static void on_exit_event(struct rt_eval *eval)
{
    const struct rt_values *name = rt_value(eval, 0);

    if (name->n == 1 && strncmp(name->v[0].str, "web", name->v[0].len) == 0) {
        if (!eval->trial)
            sequence[nfired++] = NAMED;
        rt_fire(eval, NAMED);
    }
}

static void on_close(struct rt_eval *eval)
{
    if (!eval->trial)
        sequence[nfired++] = CLOSED;
    rt_fire(eval, CLOSED);
}

static void on_told(struct rt_eval *eval)
{
    sequence[nfired++] = TOLD;
    rt_fire(eval, TOLD);
}

static void (*const handlers[EV__COUNT])(struct rt_eval *) = {
    [EV_PROCEXIT_1_E] = on_exit_event, [EV_CLOSE_X] = on_close, [EV_ASYNCEVENT_E] = on_told};
static const struct rt_program program = {.abi = RT_PROGRAM_ABI,
                                          .rules_hash = "0",
                                          .values = values,
                                          .nvalues = 1,
                                          .rules = rules,
                                          .nrules = 3,
                                          .handlers = handlers};

/* --- a live source of nothing --- */

static bool crowded;

static int start(struct rt_source *source, struct rt_state *state)
{
    const struct rt_thread host = {.tid = TID + 1, .pid = TID + 1};

    (void)source;
    assert_int_equal(rt_state_add_thread(state, &host), 0);
    rt_state_start_done(state);
    return 0;
}

static bool is_crowded(const struct rt_source *source)
{
    (void)source;
    return crowded;
}

static void no_close(struct rt_source *source)
{
    (void)source;
}

static const struct rt_source_ops ops = {
    .name = "none", .is_live = true, .start = start, .is_crowded = is_crowded, .close = no_close};

struct scene {
    char root[64];
    struct rt_source source;
    struct rt_engine engine;
    uint8_t bytes[128];
    uint64_t time_ns;
};

static struct scene *open_scene(uint32_t wait_ms)
{
    struct scene *scene = calloc(1, sizeof *scene);

    assert_non_null(scene);
    snprintf(scene->root, sizeof scene->root, "/tmp/rulec-wait-XXXXXX");
    assert_non_null(mkdtemp(scene->root));
    const struct rt_options options = {.min_priority = 7,
                                       .hostname = "vm",
                                       .container_root = scene->root,
                                       .container_wait_ms = wait_ms};
    scene->source.ops = &ops;
    assert_int_equal(rt_engine_open(&scene->engine, &program, &options, &scene->source, NULL), 0);
    nfired = 0;
    crowded = false;
    scene->time_ns = RCT_TIME;
    return scene;
}

static void close_scene(struct scene *scene)
{
    char line[128];

    rt_engine_close(&scene->engine);
    snprintf(line, sizeof line, "rm -rf %s", scene->root);
    assert_int_equal(system(line), 0);
    free(scene);
}

/* A thread of that container comes up. */
static void appear(struct scene *scene, const char *id)
{
    char cgroups[128];
    const int len = snprintf(cgroups, sizeof cgroups, "cpu=/docker/%s", id);
    const struct rt_thread thread = {.tid = TID,
                                     .pid = TID,
                                     .vtid = 1,
                                     .vpid = 1,
                                     .cgroups = {.data = cgroups, .len = (uint32_t)len + 1}};

    assert_int_equal(rt_state_add_thread(scene->engine.state, &thread), 0);
}

static void send(struct scene *scene, uint16_t type, int64_t tid, uint32_t nnumbers)
{
    static const uint8_t zeros[64];
    struct rt_param params[8];
    struct rt_event event;

    for (uint32_t i = 0; i < nnumbers; i++) {
        const enum cat_type kind = cat_events[type].params[i].type;
        params[i] =
            (struct rt_param){zeros, kind == CAT_TYPE_UINT8 || kind == CAT_TYPE_SIGTYPE ? 1 : 8};
    }
    const int len = rt_event_encode(scene->bytes, sizeof scene->bytes, scene->time_ns += 1000, tid,
                                    type, params, nnumbers);
    assert_true(len > 0);
    assert_int_equal(rt_event_decode(&event, scene->bytes, (uint32_t)len), 0);
    rt_engine_event(&scene->engine, &event);
}

static struct rt_watch_stats stats(const struct scene *scene)
{
    struct rt_watch_stats out;

    rt_watch_stats(scene->engine.watch, &out);
    return out;
}

/* The engine's files of a container of that name. */
static void leave_files(const struct scene *scene)
{
    static const char place[] = "/var/lib/docker/containers/" ID;
    char text[256];

    snprintf(text, sizeof text, "mkdir -p %s%s", scene->root, place);
    assert_int_equal(system(text), 0);
    snprintf(text, sizeof text, "%s%s/config.v2.json", scene->root, place);
    FILE *file = fopen(text, "w");
    assert_non_null(file);
    fputs("{\"ID\":\"" ID "\",\"Name\":\"/web\",\"Config\":{}}", file);
    assert_int_equal(fclose(file), 0);
}

/* --- the tests --- */

/* The event that is decided late is the end of its thread, which must outlive the wait. */
static void an_event_waits_for_what_its_rules_ask(void **state)
{
    struct scene *scene = open_scene(WAIT);

    (void)state;
    send(scene, EV_CLOSE_X, TID + 1, 2);
    nfired = 0;
    leave_files(scene);
    appear(scene, ID);               /* the answer may have come by now, but nobody has looked */
    send(scene, EV_CLOSE_X, TID, 2); /* asks nothing, does not wait */
    assert_int_equal(stats(scene).waited, 0);
    send(scene, EV_PROCEXIT_1_E, TID, 5);
    assert_int_equal(stats(scene).waited, 1);
    assert_int_equal(stats(scene).answered, 1);
    assert_int_equal(stats(scene).undecided, 0);
    assert_in_range(stats(scene).waited_ns, 0, WAIT * MS);
    /* The end of its first process is the container's: it is told. */
    assert_int_equal(nfired, 4);
    assert_int_equal(sequence[0], CLOSED);
    assert_int_equal(sequence[1], TOLD);
    assert_int_equal(sequence[2], NAMED);
    assert_int_equal(sequence[3], TOLD);
    assert_int_equal(scene->engine.stats.rule_matches[NAMED], 1);
    assert_null(rt_state_thread(scene->engine.state, TID));
    close_scene(scene);
}

static void what_never_comes_is_counted(void **state)
{
    struct scene *scene = open_scene(20);

    (void)state;
    send(scene, EV_CLOSE_X, TID + 1, 2);
    nfired = 0;
    appear(scene, ID);
    send(scene, EV_PROCEXIT_1_E, TID, 5);
    assert_int_equal(stats(scene).waited, 1);
    assert_int_equal(stats(scene).answered, 0);
    assert_int_equal(stats(scene).undecided, 1);
    assert_int_equal(nfired, 0);
    close_scene(scene);
}

static void a_full_source_is_not_kept_waiting(void **state)
{
    struct scene *scene = open_scene(WAIT);

    (void)state;
    crowded = true;
    appear(scene, ID);
    send(scene, EV_PROCEXIT_1_E, TID, 5);
    assert_int_equal(stats(scene).waited_ns, 0);
    assert_int_equal(stats(scene).undecided, 1);
    close_scene(scene);
}

static void nobody_waits_if_that_is_not_wanted(void **state)
{
    struct scene *scene = open_scene(0);

    (void)state;
    appear(scene, ID);
    send(scene, EV_PROCEXIT_1_E, TID, 5);
    assert_int_equal(stats(scene).waited_ns, 0);
    assert_int_equal(stats(scene).undecided, 1);
    close_scene(scene);
}

/* Containers that somebody makes up cannot stop the engine. */
static void waits_are_a_part_of_the_time(void **state)
{
    enum { MADE_UP = 50, WAIT_MS = 20 };
    struct scene *scene = open_scene(WAIT_MS);
    struct timespec begin, end;
    char id[65];

    (void)state;
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (int i = 0; i < MADE_UP; i++) {
        snprintf(id, sizeof id, "%08x%056x", i + 1, i);
        appear(scene, id);
        send(scene, EV_PROCEXIT_1_E, TID, 5);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    const uint64_t all = (uint64_t)(end.tv_sec - begin.tv_sec) * 1000 * MS + (uint64_t)end.tv_nsec -
                         (uint64_t)begin.tv_nsec;
    assert_int_equal(stats(scene).undecided, MADE_UP);
    /* What is saved up, a tenth, and the last step of each wait, which may oversleep. */
    assert_true(stats(scene).waited_ns <= WAIT_MS * MS + all);
    assert_true(stats(scene).waited_ns < MADE_UP * WAIT_MS * MS);
    close_scene(scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_waits_for_what_its_rules_ask),
        cmocka_unit_test(what_never_comes_is_counted),
        cmocka_unit_test(a_full_source_is_not_kept_waiting),
        cmocka_unit_test(nobody_waits_if_that_is_not_wanted),
        cmocka_unit_test(waits_are_a_part_of_the_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
