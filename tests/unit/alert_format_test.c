/* Lines of alerts: text and JSON as Falco prints them, and what does not fit. */
#include "../support/json_check.h"
#include "../support/script_source.h"
#include "../support/tiny_program.h"
#include "engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

/* 2026-11-24T01:51:18.634137611Z */
#define TIME_NS UINT64_C(1795485078634137611)

static char line_data[RT_ALERT_MAX];

/* The line for a rule of a program, in at most so many bytes, as text that ends in a NUL. */
static const char *format_with(const struct rt_program *program, uint32_t size,
                               const struct rt_options *options, uint32_t rule, uint64_t time_ns,
                               bool *cut)
{
    struct script_source source = {.source.ops = &script_ops};
    const struct rt_event event = {.number = 1632,
                                   .time_ns = time_ns,
                                   .tid = 1,
                                   .type = EV_CLOSE_X,
                                   .info = &cat_events[EV_CLOSE_X]};
    struct rt_line line = {.data = line_data, .size = size};
    struct rt_engine engine;

    assert_int_equal(rt_engine_open(&engine, program, options, &source.source, NULL), 0);
    rt_eval_reset(&engine.eval);
    engine.eval.event = &event;
    rt_alert_format(&engine.eval, &engine.options, rule, &line);
    rt_engine_close(&engine);
    line_data[line.len] = '\0';
    if (cut)
        *cut = line.cut;
    else
        assert_false(line.cut);
    return line_data;
}

static const char *format(const struct rt_options *options, uint32_t rule, uint64_t time_ns,
                          bool *cut)
{
    return format_with(&tiny_program, sizeof line_data - 1, options, rule, time_ns, cut);
}

static const struct rt_options text_options = {.min_priority = 7, .hostname = "vm"};
static const struct rt_options json_options = {.min_priority = 7,
                                               .hostname = "v\"m",
                                               .json = true,
                                               .json_output = true,
                                               .json_tags = true,
                                               .json_output_fields = true};

static void text(void **state)
{
    struct rt_options options = text_options;

    (void)state;
    tiny_name = "cat";
    assert_string_equal(format(&options, TINY_WARNING, TIME_NS, NULL),
                        "01:51:18.634137611: Warning name=cat number=-1632 parent=<NA> narrow=<NA "
                        "name=cat");
    assert_string_equal(format(&options, TINY_CRITICAL, TIME_NS, NULL),
                        "01:51:18.634137611: Critical CAT");
    options.time_iso8601 = true;
    assert_string_equal(format(&options, TINY_DEBUG, TIME_NS, NULL),
                        "2026-11-24T01:51:18.634137611+0000: Debug seen");
}

/* A file name must not be able to make a line of its own, or to break a terminal. */
static void text_is_escaped(void **state)
{
    (void)state;
    tiny_name = "a\n\"b\" \x1b[31m \\ \xff \xc3\xa9";
    assert_string_equal(format(&text_options, TINY_WARNING, TIME_NS, NULL),
                        "01:51:18.634137611: Warning name=a\\n\\\"b\\\" \\u001b[31m \\\\ "
                        "\xef\xbf\xbd \xc3\xa9 number=-1632 parent=<NA> narrow=<NA "
                        "name=a\\n\\\"b\\\" \\u001b[31m \\\\ \xef\xbf\xbd \xc3\xa9");
    tiny_name = "cat";
}

static void json(void **state)
{
    (void)state;
    assert_string_equal(
        format(&json_options, TINY_WARNING, TIME_NS, NULL),
        "{\"hostname\":\"v\\\"m\",\"output\":\"01:51:18.634137611: Warning name=cat number=-1632 "
        "parent=<NA> narrow=<NA name=cat\",\"output_fields\":{\"evt.time\":1795485078634137611,"
        "\"fd.num\":-1632,\"proc.name\":\"cat\",\"proc.pname\":null},\"priority\":\"Warning\","
        "\"rule\":\"warning \\\"rule\\\"\",\"source\":\"syscall\",\"tags\":[\"T1059\","
        "\"a \\\"tag\\\"\"],\"time\":\"2026-11-24T01:51:18.634137611Z\"}");
}

/* A transformer is not among the fields, what it is made from is; no tags are an empty list. */
static void json_of_transformers(void **state)
{
    (void)state;
    assert_string_equal(
        format(&json_options, TINY_CRITICAL, TIME_NS, NULL),
        "{\"hostname\":\"v\\\"m\",\"output\":\"01:51:18.634137611: Critical CAT\","
        "\"output_fields\":{\"evt.time\":1795485078634137611,\"proc.name\":\"cat\"},"
        "\"priority\":\"Critical\",\"rule\":\"critical rule\",\"source\":\"syscall\",\"tags\":[],"
        "\"time\":\"2026-11-24T01:51:18.634137611Z\"}");
}

static void json_with_less_and_more(void **state)
{
    const char *const extra[] = {"evt.num", "proc.name", "evt.source"};
    struct rt_options options = json_options;

    (void)state;
    options.json_output = options.json_tags = options.json_output_fields = false;
    assert_string_equal(format(&options, TINY_DEBUG, TIME_NS, NULL),
                        "{\"hostname\":\"v\\\"m\",\"priority\":\"Debug\",\"rule\":\"debug rule\","
                        "\"source\":\"syscall\",\"time\":\"2026-11-24T01:51:18.634137611Z\"}");
    options.json_output_fields = options.json_message = options.time_iso8601 = true;
    options.extra_fields = extra;
    options.nextra_fields = 3;
    assert_string_equal(
        format(&options, TINY_DEBUG, TIME_NS, NULL),
        "{\"hostname\":\"v\\\"m\",\"message\":\"seen\",\"output_fields\":{\"evt.num\":1632,"
        "\"evt.source\":\"syscall\",\"evt.time.iso8601\":1795485078634137611,\"proc.name\":\"cat\"}"
        ",\"priority\":\"Debug\",\"rule\":\"debug rule\",\"source\":\"syscall\","
        "\"time\":\"2026-11-24T01:51:18.634137611Z\"}");
}

static void an_unknown_extra_field_is_refused(void **state)
{
    const char *const extra[] = {"proc.exepath"};
    struct script_source source = {.source.ops = &script_ops};
    struct rt_options options = json_options;
    struct rt_engine engine;

    (void)state;
    options.extra_fields = extra;
    options.nextra_fields = 1;
    assert_int_equal(rt_engine_open(&engine, &tiny_program, &options, &source.source, NULL),
                     -EINVAL);
    assert_non_null(strstr(engine.error, "proc.exepath"));
    rt_engine_close(&engine);
}

/* What rules are built to append: a text, a value as it is, and one that takes another's place. */
static void json_with_what_is_appended(void **state)
{
    static const struct rt_output_part who[] = {
        {.slot = TINY_NAME}, {.text = "/\"", .len = 2}, {.slot = TINY_NOTHING}};
    static const struct rt_output_part number[] = {{.slot = TINY_NUMBER}};
    static const struct rt_output_part name[] = {{.text = "other", .len = 5}};
    static const struct rt_output_extra extras[] = {
        {.name = "who", .parts = who, .nparts = 3},
        {.name = "fd.num", .parts = number, .nparts = 1, .raw = true},
        {.name = "proc.name", .parts = name, .nparts = 1},
    };
    struct rt_rule_def rules[3];
    struct rt_program program = tiny_program;
    struct rt_options options = json_options;

    (void)state;
    memcpy(rules, tiny_rules, sizeof rules);
    rules[TINY_CRITICAL].extras = extras;
    rules[TINY_CRITICAL].nextras = 3;
    program.rules = rules;
    options.json_output = options.json_tags = false;
    assert_string_equal(
        format_with(&program, sizeof line_data - 1, &options, TINY_CRITICAL, TIME_NS, NULL),
        "{\"hostname\":\"v\\\"m\",\"output_fields\":{\"evt.time\":1795485078634137611,"
        "\"fd.num\":-1632,\"proc.name\":\"other\",\"who\":\"cat/\\\"<NA>\"},"
        "\"priority\":\"Critical\",\"rule\":\"critical rule\",\"source\":\"syscall\","
        "\"time\":\"2026-11-24T01:51:18.634137611Z\"}");
}

static void the_calendar(void **state)
{
    static const struct {
        uint64_t seconds;
        const char *date;
    } days[] = {
        {0, "1970-01-01T00:00:00"},          {951782399, "2000-02-28T23:59:59"},
        {951782400, "2000-02-29T00:00:00"},  {951868800, "2000-03-01T00:00:00"},
        {1709164800, "2024-02-29T00:00:00"}, {1735689599, "2024-12-31T23:59:59"},
        {4107542400, "2100-03-01T00:00:00"}, {4107456000, "2100-02-28T00:00:00"},
    };
    struct rt_options options = json_options;

    (void)state;
    options.json_output = options.json_tags = options.json_output_fields = false;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        char expected[64];

        snprintf(expected, sizeof expected, "\"time\":\"%s.000000007Z\"}", days[i].date);
        assert_non_null(
            strstr(format(&options, TINY_DEBUG, days[i].seconds * 1000000000 + 7, NULL), expected));
    }
}

/* A text of 200,000 bytes that take six each when escaped: a shorter object, but an object. */
static void too_long_is_cut_and_said(void **state)
{
    char *name = malloc(200001);
    const char *got;
    bool cut;

    (void)state;
    assert_non_null(name);
    memset(name, '\x01', 200000);
    name[200000] = '\0';
    tiny_name = name;
    got = format(&json_options, TINY_WARNING, TIME_NS, &cut);
    assert_true(cut);
    assert_memory_equal(got, "{\"hostname\":", 12);
    assert_non_null(strstr(got, "\",\"output_fields\":{\"evt.time\":1795485078634137611},"));
    assert_non_null(strstr(got, "\"time\":\"2026-11-24T01:51:18.634137611Z\"}"));
    assert_true(strlen(got) > 10000);

    got = format(&text_options, TINY_WARNING, TIME_NS, &cut);
    assert_true(cut);
    assert_memory_equal(got, "01:51:18.634137611: Warning name=\\u0001", 39);
    assert_true(strlen(got) > RT_ALERT_MAX - 10);
    tiny_name = "cat";
    free(name);
}

/* Whatever a process is called: a line is one line, JSON is JSON, in any room for it. */
static void any_bytes_make_a_sound_line(void **state)
{
    static const char *const pieces[] = {"\xc3",         "\xc3\xa9",
                                         "\xe2\x82",     "\xf0\x9f\x98\x80",
                                         "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                         "\xff",         "\"",
                                         "\\",           "\n",
                                         "\x1b[2J",      "\x7f",
                                         "ab",           "}"};
    const struct rt_options *both[] = {&text_options, &json_options};
    uint32_t random = 2463534242;
    char name[400];

    (void)state;
    tiny_name = name;
    for (int round = 0; round < 3000; round++) {
        const struct rt_options *options = both[round & 1];
        uint32_t size = round % 3 ? sizeof line_data - 1 : 300 + random % 1700;
        const char *got;
        bool cut, sound;

        name[0] = '\0';
        while (strlen(name) + 5 < sizeof name && (random & 63) != 0) {
            random ^= random << 13;
            random ^= random >> 17;
            random ^= random << 5;
            const char one[] = {(char)(random >> 24), '\0'};

            strcat(name, random & 0x100
                             ? pieces[(random >> 16) % (sizeof pieces / sizeof pieces[0])]
                             : one);
        }
        random += 7;
        got = format_with(&tiny_program, size, options, TINY_WARNING, TIME_NS, &cut);
        sound = options->json ? rct_is_json(got, strlen(got)) : rct_is_escaped(got, strlen(got));
        if (!sound)
            fail_msg("round %d, %u bytes: %s", round, size, got);
        assert_true(size > 6000 ? !cut : true);
    }
    tiny_name = "cat";
}

/* Rules with a name that is longer than a line, too. */
static void a_name_that_is_too_long_is_cut(void **state)
{
    char *name = malloc(300001);
    struct rt_rule_def rules[3];
    struct rt_program program = tiny_program;
    const char *got;
    bool cut;

    (void)state;
    assert_non_null(name);
    memset(name, '"', 300000);
    name[300000] = '\0';
    memcpy(rules, tiny_rules, sizeof rules);
    rules[TINY_WARNING].name = name;
    program.rules = rules;
    got = format_with(&program, sizeof line_data - 1, &json_options, TINY_WARNING, TIME_NS, &cut);
    assert_true(cut);
    assert_true(rct_is_json(got, strlen(got)));
    assert_non_null(strstr(got, "\"output_fields\":{\"evt.time\":1795485078634137611}"));
    free(name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text),
        cmocka_unit_test(text_is_escaped),
        cmocka_unit_test(json),
        cmocka_unit_test(json_of_transformers),
        cmocka_unit_test(json_with_less_and_more),
        cmocka_unit_test(an_unknown_extra_field_is_refused),
        cmocka_unit_test(json_with_what_is_appended),
        cmocka_unit_test(the_calendar),
        cmocka_unit_test(too_long_is_cut_and_said),
        cmocka_unit_test(any_bytes_make_a_sound_line),
        cmocka_unit_test(a_name_that_is_too_long_is_cut),
    };
    setenv("TZ", "UTC", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
