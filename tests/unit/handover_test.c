/* The words at the control socket, between an agent and its successor. */
#include "handover.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct scene {
    char dir[64], path[96], error[256];
    volatile sig_atomic_t stop;
    struct rt_handover handover;
    struct rt_takeover takeover;
};

static void open_scene(struct scene *scene)
{
    *scene = (struct scene){.dir = "/tmp/rulec-handover-XXXXXX"};
    assert_non_null(mkdtemp(scene->dir));
    snprintf(scene->path, sizeof scene->path, "%s/control", scene->dir);
    assert_int_equal(rt_handover_open(&scene->handover, scene->path, &scene->stop, scene->error,
                                      sizeof scene->error),
                     0);
}

static void close_scene(struct scene *scene)
{
    rt_handover_close(&scene->handover);
    unlink(scene->path);
    rmdir(scene->dir);
}

/* Until the other thread has heard it. */
static void wait_for_stop(const struct scene *scene)
{
    for (int i = 0; i < 5000 && !scene->stop; i++)
        usleep(1000);
    assert_int_equal(scene->stop, 1);
}

static void tells_when_it_stopped_and_when_it_ended(void **context)
{
    struct scene scene;

    (void)context;
    open_scene(&scene);
    rt_handover_watching(&scene.handover);
    assert_int_equal(rt_takeover_probe(scene.path, scene.error, sizeof scene.error), 0);
    assert_int_equal(scene.stop, 0);
    assert_int_equal(rt_takeover_ask(&scene.takeover, scene.path, scene.error, sizeof scene.error),
                     0);
    wait_for_stop(&scene);
    assert_int_equal(rt_takeover_wait(&scene.takeover, 0), 0);
    assert_false(scene.takeover.stopping);
    rt_handover_stopped(&scene.handover);
    assert_int_equal(rt_takeover_wait(&scene.takeover, 5000), 0);
    assert_true(scene.takeover.stopping);
    assert_false(scene.takeover.ended);
    assert_true(scene.takeover.stop_boot_ns > 0);
    close_scene(&scene);
    while (!scene.takeover.ended)
        assert_int_equal(rt_takeover_wait(&scene.takeover, 5000), 0);
    rt_takeover_close(&scene.takeover);
}

static void one_that_does_not_watch_yet_goes_on(void **context)
{
    struct scene scene;

    (void)context;
    open_scene(&scene);
    assert_int_equal(rt_takeover_probe(scene.path, scene.error, sizeof scene.error), -EBUSY);
    assert_int_equal(rt_takeover_ask(&scene.takeover, scene.path, scene.error, sizeof scene.error),
                     0);
    assert_int_equal(rt_takeover_wait(&scene.takeover, 5000), -EPROTO);
    rt_takeover_close(&scene.takeover);
    close_scene(&scene);
    assert_int_equal(scene.stop, 0);
}

static void one_that_dies_saw_things_until_then(void **context)
{
    struct scene scene;

    (void)context;
    open_scene(&scene);
    rt_handover_watching(&scene.handover);
    assert_int_equal(rt_takeover_ask(&scene.takeover, scene.path, scene.error, sizeof scene.error),
                     0);
    wait_for_stop(&scene);
    close_scene(&scene);
    while (!scene.takeover.ended)
        assert_int_equal(rt_takeover_wait(&scene.takeover, 5000), 0);
    assert_true(scene.takeover.stop_boot_ns > 0);
    rt_takeover_close(&scene.takeover);
}

static void the_path_is_taken_from_the_dead_only(void **context)
{
    struct scene scene;
    struct rt_handover second;
    struct stat info;

    (void)context;
    open_scene(&scene);
    assert_int_equal(stat(scene.path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(
        rt_handover_open(&second, scene.path, &scene.stop, scene.error, sizeof scene.error),
        -EADDRINUSE);
    assert_non_null(strstr(scene.error, "another agent answers there"));
    rt_handover_close(&second);
    rt_handover_close(&scene.handover); /* its socket stays behind */
    assert_int_equal(rt_takeover_probe(scene.path, scene.error, sizeof scene.error), -ECONNREFUSED);
    assert_int_equal(
        rt_handover_open(&second, scene.path, &scene.stop, scene.error, sizeof scene.error), 0);
    rt_handover_close(&second);
    assert_int_equal(
        rt_handover_open(&second, scene.dir, &scene.stop, scene.error, sizeof scene.error),
        -EEXIST);
    rt_handover_close(&second);
    close_scene(&scene);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_when_it_stopped_and_when_it_ended),
        cmocka_unit_test(one_that_does_not_watch_yet_goes_on),
        cmocka_unit_test(one_that_dies_saw_things_until_then),
        cmocka_unit_test(the_path_is_taken_from_the_dead_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
