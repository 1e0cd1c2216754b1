#include "match/match.h"

#include <fnmatch.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* One text, or several. */
static struct rt_value texts[4];

static struct rt_values text_values(uint32_t n, ...)
{
    va_list args;

    va_start(args, n);
    for (uint32_t i = 0; i < n; i++) {
        texts[i].str = va_arg(args, const char *);
        texts[i].len = (uint32_t)strlen(texts[i].str);
    }
    va_end(args);
    return (struct rt_values){texts, n, CAT_TYPE_CHARBUF, false};
}

#define TEXT(literal) literal, sizeof(literal) - 1

static void no_value_holds_for_no_operator(void **state)
{
    const struct rt_values none = {texts, 0, CAT_TYPE_CHARBUF, false};
    const struct rt_text list[] = {{TEXT("")}};
    const struct rt_net net = {{10}, 4, 8};

    (void)state;
    assert_false(rt_exists(&none));
    assert_false(rt_str_eq(&none, TEXT("")));
    assert_false(rt_str_ne(&none, TEXT("a")));
    assert_false(rt_str_contains(&none, TEXT("")));
    assert_false(rt_str_all_in(&none, list, 1));
    assert_false(rt_str_pmatch(&none, list, 1));
    assert_false(rt_u64_ne_all(&none, 1));
    assert_false(rt_i64_ne(&none, 1));
    assert_false(rt_net_ne(&none, &net));
    assert_false(rt_net_ne_anyof(&none, &net, 1));
}

static void an_empty_list_exists_and_lies_in_all_lists(void **state)
{
    const struct rt_values empty = {texts, 0, CAT_TYPE_CHARBUF, true};
    const struct rt_text list[] = {{TEXT("")}};

    (void)state;
    assert_true(rt_exists(&empty));
    assert_true(rt_str_all_in(&empty, list, 1));
    assert_false(rt_str_intersects(&empty, list, 1));
    assert_false(rt_str_eq(&empty, TEXT("")));
    assert_true(rt_right(&empty, CAT_OP_IN, CAT_MOD_NONE, true, &empty));
    assert_false(rt_right(&empty, CAT_OP_INTERSECTS, CAT_MOD_NONE, true, &empty));
}

static void text_operators(void **state)
{
    struct rt_values v = text_values(1, "/etc/Shadow");

    (void)state;
    assert_true(rt_str_eq(&v, TEXT("/etc/Shadow")));
    assert_false(rt_str_eq(&v, TEXT("/etc/Shado")));
    assert_true(rt_str_ne(&v, TEXT("/etc/shadow")));
    assert_true(rt_str_startswith(&v, TEXT("/etc/")));
    assert_true(rt_str_startswith(&v, TEXT("")));
    assert_true(rt_str_endswith(&v, TEXT("dow")));
    assert_false(rt_str_endswith(&v, TEXT("//etc/Shadow")));
    assert_true(rt_str_contains(&v, TEXT("c/S")));
    assert_false(rt_str_contains(&v, TEXT("c/s")));
    assert_true(rt_str_icontains(&v, TEXT("C/s")));
    assert_true(rt_str_lt(&v, TEXT("/etc/a")));
    assert_true(rt_str_ge(&v, TEXT("/etc")));
    v = text_values(1, "");
    assert_true(rt_str_eq(&v, TEXT("")));
    assert_true(rt_str_icontains(&v, TEXT("")));
    assert_false(rt_str_icontains(&v, TEXT("a")));
}

static void candidates_hold_if_one_does(void **state)
{
    const struct rt_values v = text_values(3, "bash", "sshd", "systemd");

    (void)state;
    assert_true(rt_str_eq(&v, TEXT("sshd")));
    assert_true(rt_str_ne(&v, TEXT("sshd")));
    assert_false(rt_str_eq(&v, TEXT("zsh")));
}

static void modifiers_count_literals(void **state)
{
    const struct rt_values v = text_values(1, "curl http://a");
    const struct rt_text list[] = {{TEXT("curl")}, {TEXT("http")}, {TEXT("wget")}};

    (void)state;
    assert_true(rt_str_anyof(&v, rt_text_contains, list, 3));
    assert_false(rt_str_allof(&v, rt_text_contains, list, 3));
    assert_true(rt_str_allof(&v, rt_text_contains, list, 2));
    assert_false(rt_str_oneof(&v, rt_text_contains, list, 2));
    assert_true(rt_str_oneof(&v, rt_text_contains, list + 1, 2));
}

static void pmatch_goes_by_components(void **state)
{
    static const struct {
        const char *value, *path;
        bool holds;
    } cases[] = {
        {"/var/run/docker", "/var/run", true},
        {"/var/running", "/var/run", false},
        {"/var", "/var/run", false},
        {"/var//run/x", "/var/run/", true},
        {"/anything", "/", true},
        {"", "/", true},
        {"/home/me/.ssh/id", "/home/*/.ssh", true},
        {"/home/a/b/.ssh/id", "/home/*/.ssh", false},
        {"/proc/12/environ", "/proc/[0-9]?/environ", true},
        {"/a\\b", "/a\\b", true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct rt_values v = text_values(1, cases[i].value);
        const struct rt_text path = {cases[i].path, (uint32_t)strlen(cases[i].path)};

        if (rt_str_pmatch(&v, &path, 1) != cases[i].holds)
            fail_msg("%s pmatch %s", cases[i].value, cases[i].path);
    }
}

/* Random patterns over a small alphabet, beside the C library's own. */
static void globs_agree_with_fnmatch(void **state)
{
    static const char pattern_letters[] = "ab*?[]!-^\\/.A:", text_letters[] = "abA/.-]\\";
    char pattern[16], text[16];

    (void)state;
    srandom(1);
    for (int round = 0; round < 400000; round++) {
        const long pattern_len = random() % 9, text_len = random() % 7;

        for (long i = 0; i < pattern_len; i++)
            pattern[i] = pattern_letters[random() % (long)(sizeof pattern_letters - 1)];
        for (long i = 0; i < text_len; i++)
            text[i] = text_letters[random() % (long)(sizeof text_letters - 1)];
        pattern[pattern_len] = text[text_len] = '\0';
        for (int blind = 0; blind < 2; blind++) {
            rt_text_fn *glob = blind ? rt_text_iglob : rt_text_glob;
            const bool expected = fnmatch(pattern, text, blind ? FNM_CASEFOLD : 0) == 0;

            if (glob(text, (uint32_t)text_len, pattern, (uint32_t)pattern_len) != expected)
                fail_msg("'%s' %s '%s': fnmatch says %d", text, blind ? "iglob" : "glob", pattern,
                         expected);
        }
    }
}

static void globs_know_classes(void **state)
{
    (void)state;
    assert_true(rt_text_glob(TEXT("tty7"), TEXT("tty[[:digit:]]")));
    assert_false(rt_text_glob(TEXT("ttyS"), TEXT("tty[[:digit:]]")));
    assert_true(rt_text_iglob(TEXT("ttyS"), TEXT("TTY[[:lower:]]")));
    /* Many stars over a long text: fnmatch would be at it for hours. */
    assert_false(
        rt_text_glob(TEXT("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
                     TEXT("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")));
}

static void networks_compare_bits(void **state)
{
    struct rt_value address = {.str = "\x0a\x01\x02\x03", .len = 4};
    const struct rt_values v = {&address, 1, CAT_TYPE_IPADDR, false};
    const struct rt_net ten = {{10}, 4, 8}, odd = {{10, 0}, 4, 15}, any = {{0}, 4, 0};
    const struct rt_net six = {{10}, 16, 8}, nets[] = {ten, six};

    (void)state;
    assert_true(rt_net_eq(&v, &ten));
    assert_true(rt_net_eq(&v, &odd));
    assert_true(rt_net_eq(&v, &any));
    assert_false(rt_net_eq(&v, &six));
    assert_true(rt_net_ne(&v, &six));
    assert_true(rt_net_in(&v, nets, 2));
    assert_true(rt_net_eq_oneof(&v, nets, 2));
    assert_false(rt_net_ne_allof(&v, nets, 2));
    assert_true(rt_net_ne_anyof(&v, nets, 2));
}

static void types_decide_how_dynamic_values_compare(void **state)
{
    struct rt_value value = {.i64 = -1};
    struct rt_values v = {&value, 1, CAT_TYPE_INT64, false};
    const struct rt_literal minus = {(uint64_t)-1, 0, {TEXT("-1")}};

    (void)state;
    assert_true(rt_dynamic(&v, CAT_OP_LT, CAT_MOD_NONE, &(struct rt_literal){.number = 0}, 1));
    v.type = CAT_TYPE_UINT16;
    assert_false(rt_dynamic(&v, CAT_OP_LT, CAT_MOD_NONE, &(struct rt_literal){.number = 0}, 1));
    assert_true(rt_dynamic(&v, CAT_OP_EQ, CAT_MOD_NONE, &minus, 1));
    assert_false(rt_dynamic(&v, CAT_OP_IN, CAT_MOD_NONE, &minus, 1));
    v = text_values(1, "-1");
    assert_true(rt_dynamic(&v, CAT_OP_IN, CAT_MOD_NONE, &minus, 1));
}

static void right_sides_are_values(void **state)
{
    struct rt_value two[] = {{.u64 = 1}, {.u64 = 2}}, one = {.u64 = 2};
    const struct rt_values left = {&one, 1, CAT_TYPE_UINT64, false},
                           right = {two, 2, CAT_TYPE_UINT64, false};
    const struct rt_values none = {two, 0, CAT_TYPE_UINT64, false};

    (void)state;
    assert_true(rt_right(&left, CAT_OP_IN, CAT_MOD_NONE, false, &right));
    assert_true(rt_right(&left, CAT_OP_NE, CAT_MOD_NONE, false, &right));
    assert_true(rt_right(&left, CAT_OP_GE, CAT_MOD_ALLOF, false, &right));
    assert_false(rt_right(&right, CAT_OP_IN, CAT_MOD_NONE, true, &left));
    assert_true(rt_right(&right, CAT_OP_INTERSECTS, CAT_MOD_NONE, true, &left));
    assert_false(rt_right(&left, CAT_OP_NE, CAT_MOD_NONE, false, &none));
}

static bool is_abc_or_replacement(const char *text, uint32_t len)
{
    return rt_text_eq(text, len, TEXT("abc")) || rt_text_eq(text, len, TEXT("a\357\277\275c"));
}

static void expressions_see_valid_text(void **state)
{
    static const struct rt_program program = {0};
    struct rt_eval eval;
    struct rt_values v = text_values(1, "abc");

    (void)state;
    assert_int_equal(rt_eval_open(&eval, &program, NULL, 64), 0);
    assert_true(rt_str_regex(&eval, &v, is_abc_or_replacement));
    v = text_values(1, "a\xffzc");
    assert_false(rt_str_regex(&eval, &v, is_abc_or_replacement));
    v = text_values(1, "a\xe2\x82"
                       "c");
    assert_true(rt_str_regex(&eval, &v, is_abc_or_replacement));
    rt_eval_close(&eval);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_value_holds_for_no_operator),
        cmocka_unit_test(an_empty_list_exists_and_lies_in_all_lists),
        cmocka_unit_test(text_operators),
        cmocka_unit_test(candidates_hold_if_one_does),
        cmocka_unit_test(modifiers_count_literals),
        cmocka_unit_test(pmatch_goes_by_components),
        cmocka_unit_test(globs_agree_with_fnmatch),
        cmocka_unit_test(globs_know_classes),
        cmocka_unit_test(networks_compare_bits),
        cmocka_unit_test(types_decide_how_dynamic_values_compare),
        cmocka_unit_test(right_sides_are_values),
        cmocka_unit_test(expressions_see_valid_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
