#include "state/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void joins_and_cleans(void **context)
{
    (void)context;
    static const struct {
        const char *dir, *path, *joined;
    } cases[] = {
        {"/home/", "a", "/home/a"},
        {"/home/", "./a", "/home/a"},
        {"/home/", "../etc/passwd", "/etc/passwd"},
        {"/home/u/", "..", "/home"},
        {"/home/u/", ".", "/home/u"},
        {"/home/u/", "../../../..", "/"},
        {"/home/", "/etc//shadow", "/etc/shadow"},
        {"/home/", "/etc/./x/../shadow", "/etc/shadow"},
        {"/home/", "/../../x", "/x"},
        {"/home/", "/etc/", "/etc"},
        {"/home/", "/", "/"},
        {"/home/", "", ""},
        {"/", "a/b/", "/a/b"},
        {"/", "..a", "/..a"},
        {"/", "a../b", "/a../b"},
        {"/", ".hidden", "/.hidden"},
        {"/", "a/.../b", "/a/.../b"},
        {"<UNKNOWN>", "a", "<UNKNOWN>a"},
        {"/home/", "<NA>", "/home/<NA>"},
        {".", "/abs/../x", "/x"},
        {"", "a/../b", "b"},
        {"/x/y/", "a//b", "/x/y/a/b"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char out[1024];
        uint32_t len = rt_path_join(out, sizeof(out), cases[i].dir, (uint32_t)strlen(cases[i].dir),
                                    cases[i].path, (uint32_t)strlen(cases[i].path));
        assert_string_equal(out, cases[i].joined);
        assert_int_equal(len, strlen(out));
    }
}

static void keeps_to_the_room_that_there_is(void **context)
{
    (void)context;
    char path[2000];
    memset(path, 'a', sizeof(path));
    char out[1024];
    assert_int_equal(rt_path_join(out, sizeof(out), "/home/", 6, path, 1500), 31);
    assert_string_equal(out, "/DIR_TOO_LONG/FILENAME_TOO_LONG");
    assert_int_equal(rt_path_join(out, sizeof(out), "/home/", 6, path, 1017), 1023);
    assert_int_equal(rt_path_join(out, sizeof(out), "/home/", 6, path, 1018), 31);

    char small[8] = "1234567";
    assert_int_equal(rt_path_join(small, sizeof(small), "/home/", 6, "file", 4), 7);
    assert_string_equal(small, "/home/f");
    assert_int_equal(rt_path_join(small, 3, "/home/", 6, "file", 4), 2);
    assert_string_equal(small, "/h");
    assert_int_equal(rt_path_join(small, 1, "/home/", 6, "file", 4), 0);
    assert_string_equal(small, "");
    assert_int_equal(rt_path_join(small, 0, "/home/", 6, "file", 4), 0);
}

static void takes_any_bytes(void **context)
{
    (void)context;
    char path[64], out[48];
    uint32_t seed = 1;
    for (int round = 0; round < 200000; round++) {
        static const char letters[] = "/./..a";
        uint32_t len = 0;
        while (len < sizeof(path)) {
            seed = seed * 1664525 + 1013904223;
            if (seed >> 28 == 0)
                break;
            path[len++] = letters[(seed >> 16) % (sizeof(letters) - 1)];
        }
        uint32_t n = rt_path_join(out, sizeof(out), "/d/e/", 5, path, len);
        assert_true(n < sizeof(out));
        assert_int_equal(out[n], 0);
        if (n > 0)
            assert_int_equal(out[0], '/');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_and_cleans),
        cmocka_unit_test(keeps_to_the_room_that_there_is),
        cmocka_unit_test(takes_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
