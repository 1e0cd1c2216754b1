/* Values as text and as JSON: every shape, and the inside of JSON strings. */
#include "../support/stage.h"

#include <math.h>

static char text[8192];

static const char *print(enum cat_type type, enum cat_format format, struct rt_value value)
{
    const struct rt_value_def def = {.type = type, .format = format};
    const struct rt_values values = {&value, 1, type, false};
    struct rt_line line = {.data = text, .size = sizeof text - 1};

    rt_value_print(&def, &values, &line);
    text[line.len] = 0;
    return text;
}

static const char *print_json(enum cat_type type, enum cat_format format, struct rt_value value)
{
    const struct rt_value_def def = {.type = type, .format = format};
    const struct rt_values values = {&value, 1, type, false};
    struct rt_line line = {.data = text, .size = sizeof text - 1};

    rt_value_print_json(NULL, &def, &values, &line);
    text[line.len] = 0;
    return text;
}

#define NUMBER(n) ((struct rt_value){.u64 = (uint64_t)(n)})
#define REAL(x)   ((struct rt_value){.f64 = (x)})
#define TEXT(s)   ((struct rt_value){.str = (s), .len = sizeof(s) - 1})

static void numbers(void **state)
{
    (void)state;
    assert_string_equal(print(CAT_TYPE_INT64, CAT_FORMAT_ID, NUMBER(-1)), "-1");
    assert_string_equal(print(CAT_TYPE_UINT64, CAT_FORMAT_DEC, NUMBER(-1)), "18446744073709551615");
    assert_string_equal(print(CAT_TYPE_INT32, CAT_FORMAT_HEX, NUMBER(0xfe00)), "FE00");
    assert_string_equal(print(CAT_TYPE_INT32, CAT_FORMAT_HEX, NUMBER(-1)), "FFFFFFFF");
    assert_string_equal(print(CAT_TYPE_INT64, CAT_FORMAT_HEX, NUMBER(-1)), "FFFFFFFFFFFFFFFF");
    assert_string_equal(print(CAT_TYPE_UINT32, CAT_FORMAT_OCT, NUMBER(0644)), "644");
    assert_string_equal(print(CAT_TYPE_RELTIME, CAT_FORMAT_PADDED_DEC, NUMBER(42)), "000000042");
    assert_string_equal(print(CAT_TYPE_PORT, CAT_FORMAT_DEC, NUMBER(443)), "443");
    assert_string_equal(print(CAT_TYPE_BOOL, CAT_FORMAT_NA, NUMBER(1)), "true");
    assert_string_equal(print(CAT_TYPE_BOOL, CAT_FORMAT_NA, NUMBER(0)), "false");
    assert_string_equal(print(CAT_TYPE_DOUBLE, CAT_FORMAT_NA, REAL(2.25)), "2.2");

    assert_string_equal(print_json(CAT_TYPE_INT64, CAT_FORMAT_ID, NUMBER(-1)), "-1");
    assert_string_equal(print_json(CAT_TYPE_INT32, CAT_FORMAT_HEX, NUMBER(0xfe00)), "\"FE00\"");
    assert_string_equal(print_json(CAT_TYPE_UINT32, CAT_FORMAT_OCT, NUMBER(0644)), "\"644\"");
    assert_string_equal(print_json(CAT_TYPE_ABSTIME, CAT_FORMAT_PADDED_DEC, NUMBER(42)), "42");
    assert_string_equal(print_json(CAT_TYPE_BOOL, CAT_FORMAT_NA, NUMBER(1)), "true");
}

/* The shortest text that reads back as the same number, and never an integer's. */
static void doubles(void **state)
{
    static const struct {
        double number;
        const char *json;
    } cases[] = {
        {0, "0.0"},
        {-0.0, "-0.0"},
        {1, "1.0"},
        {100, "100.0"},
        {0.005054473876953125, "0.005054473876953125"},
        {0.1, "0.1"},
        {1.0 / 3, "0.3333333333333333"},
        {0.09765625, "0.09765625"},
        {123456.75, "123456.75"},
        {999999999999999, "999999999999999.0"},
        {1e15, "1e+15"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {1.5e300, "1.5e+300"},
        {-12.5, "-12.5"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(print_json(CAT_TYPE_DOUBLE, CAT_FORMAT_NA, REAL(cases[i].number)),
                            cases[i].json);
    assert_string_equal(print_json(CAT_TYPE_DOUBLE, CAT_FORMAT_NA, REAL((double)NAN)), "null");
}

static void addresses(void **state)
{
    (void)state;
    assert_string_equal(print(CAT_TYPE_IPADDR, CAT_FORMAT_NA, TEXT("\x0a\0\0\1")), "10.0.0.1");
    assert_string_equal(
        print(CAT_TYPE_IPADDR, CAT_FORMAT_NA, TEXT("\x20\1\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\1")),
        "2001:db8::1");
    assert_string_equal(print_json(CAT_TYPE_IPADDR, CAT_FORMAT_NA, TEXT("\x0a\0\0\1")),
                        "\"10.0.0.1\"");
    assert_string_equal(print(CAT_TYPE_IPADDR, CAT_FORMAT_NA, TEXT("\1\2\3")), "<NA>");
    assert_string_equal(print(CAT_TYPE_IPNET, CAT_FORMAT_NA, TEXT("\x0a\0\0\1")), "<IPNET>");
}

static void buffers(void **state)
{
    static char data[2000];

    (void)state;
    memset(data, 'x', sizeof data);
    assert_string_equal(print(CAT_TYPE_BYTEBUF, CAT_FORMAT_NA, TEXT("a\0\xff~\n")), "a..~.");
    assert_string_equal(print_json(CAT_TYPE_BYTEBUF, CAT_FORMAT_NA, TEXT("\"\\\0")),
                        "\"\\\"\\\\.\"");
    assert_int_equal(
        strlen(print(CAT_TYPE_BYTEBUF, CAT_FORMAT_NA, (struct rt_value){.str = data, .len = 1022})),
        1022);
    assert_int_equal(
        strlen(print(CAT_TYPE_BYTEBUF, CAT_FORMAT_NA, (struct rt_value){.str = data, .len = 1023})),
        1021);
}

static void lists(void **state)
{
    const struct rt_value_def def = {.type = CAT_TYPE_CHARBUF, .is_list = true};
    const struct rt_value two[] = {TEXT("file"), TEXT("pi\"pe")};
    const struct rt_value_def *const nothing = &def;
    struct rt_values values = {two, 2, CAT_TYPE_CHARBUF, false};
    struct rt_line line = {.data = text, .size = sizeof text - 1};

    (void)state;
    rt_value_print(&def, &values, &line);
    rt_value_print_json(NULL, &def, &values, &line);
    text[line.len] = 0;
    assert_string_equal(text, "(file,pi\"pe)[\"file\",\"pi\\\"pe\"]");

    values.n = 0;
    line.len = 0;
    rt_value_print(nothing, &values, &line);
    rt_value_print_json(NULL, nothing, &values, &line);
    text[line.len] = 0;
    assert_string_equal(text, "<NA>null");
}

/* Times of the event are numbers in JSON, of its own clock. */
static void times(void **state)
{
    struct rct_stage *stage = rct_stage_open();

    (void)state;
    rct_stage_ready(stage);
    rct_begin(stage);
    rct_event(stage, EV_SCHEDSWITCH_6_E, 100, -1);
    setenv("TZ", "UTC", 1);
    assert_string_equal(rct_ask(stage, "evt.time"), "01:51:18.634137611");
    assert_string_equal(rct_ask(stage, "evt.time.s"), "01:51:18");
    assert_string_equal(rct_ask(stage, "evt.datetime"), "2026-11-24 01:51:18.634137611");
    assert_string_equal(rct_ask(stage, "evt.datetime.s"), "2026-11-24 01:51:18");
    assert_string_equal(rct_ask(stage, "evt.time.iso8601"), "2026-11-24T01:51:18.634137611+0000");
    assert_string_equal(rct_ask(stage, "evt.rawtime.ns"), "634137611");
    assert_string_equal(rct_ask_json(stage, "evt.time"), "1795485078634137611");
    assert_string_equal(rct_ask_json(stage, "evt.datetime.s"), "1795485078634137611");
    assert_string_equal(rct_ask_json(stage, "evt.rawtime.s"), "1795485078");
    assert_string_equal(rct_ask_json(stage, "evt.deltatime"), "0");
    rct_stage_close(stage);
}

static const char *escape(const char *string, uint32_t len)
{
    struct rt_line line = {.data = text, .size = sizeof text - 1};

    rt_line_json(&line, string, len);
    text[line.len] = 0;
    return text;
}

#define ESCAPE(s) escape(s, sizeof(s) - 1)

static void strings_of_json(void **state)
{
    (void)state;
    assert_string_equal(ESCAPE("a/\"b\"\\"), "a/\\\"b\\\"\\\\");
    assert_string_equal(ESCAPE("\b\f\n\r\t\1\x1f\0\x7f"),
                        "\\b\\f\\n\\r\\t\\u0001\\u001f\\u0000\x7f");
    assert_string_equal(ESCAPE("\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80"),
                        "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    /* one replacement for each longest start of a character, as browsers do it too */
    assert_string_equal(ESCAPE("\xff"
                               "a\xc3"),
                        "\xef\xbf\xbd"
                        "a\xef\xbf\xbd");
    assert_string_equal(ESCAPE("\xe2\x82"
                               "a"),
                        "\xef\xbf\xbd"
                        "a");
    assert_string_equal(ESCAPE("\xc0\xaf"), "\xef\xbf\xbd\xef\xbf\xbd");
    assert_string_equal(ESCAPE("\xed\xa0\x80"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    assert_string_equal(ESCAPE("\xf4\x90\x80\x80"),
                        "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    assert_string_equal(ESCAPE("\xc3\""), "\xef\xbf\xbd\\\"");
}

/* output_fields has names and values by Falco's other library, which believes a first byte. */
static const char *escape_field(const char *string, uint32_t len)
{
    struct rt_line line = {.data = text, .size = sizeof text - 1};

    rt_line_json_field(&line, string, len);
    text[line.len] = 0;
    return text;
}

#define ESCAPE_FIELD(s) escape_field(s, sizeof(s) - 1)

static void strings_of_fields(void **state)
{
    (void)state;
    assert_string_equal(ESCAPE_FIELD("a/\"b\"\\\n\1\x7f"), "a/\\\"b\\\"\\\\\\n\\u0001\x7f");
    assert_string_equal(ESCAPE_FIELD("\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80"),
                        "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    assert_string_equal(ESCAPE_FIELD("\xc3"
                                     "ab"),
                        "\xc3\xa1"
                        "b");
    assert_string_equal(ESCAPE_FIELD("\x80\"\""), "\xef\xbf\xbd\\\"");
    assert_string_equal(ESCAPE_FIELD("\xe2\x82"), "\xef\xbf\xbd\xef\xbf\xbd");
    assert_string_equal(ESCAPE_FIELD("\xed\xa0\x80."), "\xef\xbf\xbd.");
    assert_string_equal(ESCAPE_FIELD("\xf4\x90\x80\x80"), "\xf0\x90\x80\x80");
    assert_string_equal(ESCAPE_FIELD("\xff."), "\xef\xbf\xbd.");
}

static void buffers_in_base64(void **state)
{
    const struct rt_value value = TEXT("a\0\xff");
    const struct rt_values values = {&value, 1, CAT_TYPE_BYTEBUF, false};
    struct rt_value_def def = {.type = CAT_TYPE_BYTEBUF};
    struct rt_line line = {.data = text, .size = sizeof text - 1, .base64 = true};

    (void)state;
    rt_value_print(&def, &values, &line);
    rt_value_print_json(NULL, &def, &values, &line);
    def.ref.field = FIELD_EVT_BUFFER; /* encoded twice, as Falco has it */
    rt_value_print(&def, &values, &line);
    text[line.len] = 0;
    assert_string_equal(text, "YQD/\"YQD/\"WVFELw==");
}

static void some_fields_are_for_conditions(void **state)
{
    static const struct {
        const char *field;
        uint64_t number;
    } cases[] = {{"fd.port", 443}, {"fd.proto", 443}, {"evt.type.is", 1}, {"evt.around", 7}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const enum cat_field_id id = cat_field_find(cases[i].field, strlen(cases[i].field));
        const struct rt_value_def def = {.extract = rt_extract_fd,
                                         .ref = {.field = id, .key = ""},
                                         .type = cat_fields[id].type,
                                         .format = cat_fields[id].format};
        const struct rt_value value = NUMBER(cases[i].number);
        const struct rt_values values = {&value, 1, def.type, false};
        struct rt_line line = {.data = text, .size = sizeof text - 1};

        rt_value_print(&def, &values, &line);
        rt_value_print_json(NULL, &def, &values, &line);
        text[line.len] = 0;
        assert_string_equal(text, "<NA>null");
    }
}

static void what_fits(void **state)
{
    (void)state;
    assert_int_equal(rt_line_json_fit("abc", 3, 2), 2);
    assert_int_equal(rt_line_json_fit("abc", 3, 3), 3);
    assert_int_equal(rt_line_json_fit("a\1", 2, 6), 1);
    assert_int_equal(rt_line_json_fit("a\1", 2, 7), 2);
    assert_int_equal(rt_line_json_fit("\xc3\xa4", 2, 1), 0);
    assert_int_equal(rt_line_json_fit("\xff\xff", 2, 5), 1);
}

static void what_does_not_fit_is_cut(void **state)
{
    struct rt_line line = {.data = text, .size = 5};

    (void)state;
    rt_line_add(&line, "abc", 3);
    assert_false(line.cut);
    rt_line_printf(&line, "%d", 12345);
    assert_true(line.cut);
    assert_int_equal(line.len, 5);
    assert_memory_equal(text, "abc12", 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(doubles),
        cmocka_unit_test(addresses),
        cmocka_unit_test(buffers),
        cmocka_unit_test(lists),
        cmocka_unit_test(times),
        cmocka_unit_test(strings_of_json),
        cmocka_unit_test(what_does_not_fit_is_cut),
        cmocka_unit_test(some_fields_are_for_conditions),
        cmocka_unit_test(strings_of_fields),
        cmocka_unit_test(buffers_in_base64),
        cmocka_unit_test(what_fits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
