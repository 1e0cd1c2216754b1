/* Lines of alerts: text and JSON as Falco prints them, and what does not fit. */
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

/* The line for a rule, as text that ends in a NUL. */
static const char *format(const struct rt_options *options, uint32_t rule, uint64_t time_ns,
                          bool *cut)
{
    struct script_source source = {.source.ops = &script_ops};
    const struct rt_event event = {.number = 1632,
                                   .time_ns = time_ns,
                                   .tid = 1,
                                   .type = EV_CLOSE_X,
                                   .info = &cat_events[EV_CLOSE_X]};
    struct rt_line line = {.data = line_data, .size = sizeof line_data - 1};
    struct rt_engine engine;

    assert_int_equal(rt_engine_open(&engine, &tiny_program, options, &source.source, NULL), 0);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text),
        cmocka_unit_test(text_is_escaped),
        cmocka_unit_test(json),
        cmocka_unit_test(json_of_transformers),
        cmocka_unit_test(json_with_less_and_more),
        cmocka_unit_test(an_unknown_extra_field_is_refused),
        cmocka_unit_test(the_calendar),
        cmocka_unit_test(too_long_is_cut_and_said),
    };
    setenv("TZ", "UTC", 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
