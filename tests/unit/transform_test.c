/* Transformers: each over values that a constant slot holds. */
#include "../support/stage.h"

enum { MOST = 8 };

struct bench {
    struct rt_engine engine;
    struct rt_program program;
    struct rt_value_def defs[MOST + 1]; /* constants; the last is the transformer */
    uint16_t inputs[MOST];
    uint32_t n;
    char text[4096];
};

static void add(struct bench *bench, enum cat_type type, const char *text, uint32_t len)
{
    bench->inputs[bench->n] = (uint16_t)bench->n;
    bench->defs[bench->n++] = (struct rt_value_def){
        .type = type, .is_constant = true, .constant = {.str = text, .len = len}};
}

static void add_number(struct bench *bench, uint64_t number)
{
    bench->inputs[bench->n] = (uint16_t)bench->n;
    bench->defs[bench->n++] = (struct rt_value_def){.type = CAT_TYPE_INT64,
                                                    .format = CAT_FORMAT_ID,
                                                    .is_constant = true,
                                                    .constant = {.u64 = number}};
}

/* A slot without a value. */
static void add_nothing(struct bench *bench)
{
    bench->inputs[bench->n] = (uint16_t)bench->n;
    bench->defs[bench->n++] = (struct rt_value_def){
        .type = CAT_TYPE_CHARBUF, .extract = rt_extract_thread, .ref = {.field = FIELD_PROC_NAME}};
}

static const char *apply_keyed(struct bench *bench, enum cat_transformer transformer,
                               enum cat_type type, bool is_list, const char *key)
{
    struct rt_line line = {.data = bench->text, .size = sizeof bench->text - 1};
    const struct rt_event event = {.info = &cat_events[EV_OPEN_X], .type = EV_OPEN_X};

    bench->defs[bench->n] = (struct rt_value_def){.transformer = transformer,
                                                  .type = type,
                                                  .format = CAT_FORMAT_DEC,
                                                  .is_list = is_list,
                                                  .inputs = bench->inputs,
                                                  .ninputs = (uint16_t)bench->n,
                                                  .ref.key = key};
    bench->program = (struct rt_program){.values = bench->defs, .nvalues = bench->n + 1};
    assert_int_equal(rt_eval_open(&bench->engine.eval, &bench->program, &bench->engine, 16384), 0);
    bench->engine.eval.event = &event;
    rt_value_print(&bench->defs[bench->n], rt_value(&bench->engine.eval, bench->n), &line);
    bench->text[line.len] = 0;
    rt_eval_close(&bench->engine.eval);
    bench->n = 0;
    return bench->text;
}

static const char *apply(struct bench *bench, enum cat_transformer transformer, enum cat_type type)
{
    return apply_keyed(bench, transformer, type, false, NULL);
}

static const char *of_text(enum cat_transformer transformer, const char *text)
{
    static struct bench bench;

    add(&bench, CAT_TYPE_CHARBUF, text, (uint32_t)strlen(text));
    return apply(&bench, transformer, CAT_TYPE_CHARBUF);
}

static void letters(void **state)
{
    (void)state;
    assert_string_equal(of_text(CAT_TRANSFORM_TOUPPER, "aZ\xc3\xa4-0"), "AZ\xc3\xa4-0");
    assert_string_equal(of_text(CAT_TRANSFORM_TOLOWER, "AzZ"), "azz");
    assert_string_equal(of_text(CAT_TRANSFORM_VAL, "x"), "x");
    assert_string_equal(of_text(CAT_TRANSFORM_BASENAME, "/usr/bin/ls"), "ls");
    assert_string_equal(of_text(CAT_TRANSFORM_BASENAME, "ls"), "ls");
    assert_string_equal(of_text(CAT_TRANSFORM_BASENAME, "/usr/"), "");
}

static void base64(void **state)
{
    static const struct {
        const char *text, *plain;
    } cases[] = {{"aGVsbG8=", "hello"},
                 {"aGVsbG8", "hello"},
                 {"aGVsbA==", "hell"},
                 {"aGVs", "hel"},
                 {"", ""},
                 {"aGVsbG9", "<NA>"}, /* bits left */
                 {"a", "<NA>"},
                 {"aG Vs", "<NA>"},
                 {"=aGVs", "<NA>"},
                 {"+/+/", "\xfb\xff\xbf"},
                 {"====", "<NA>"},
                 {"=", ""}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(of_text(CAT_TRANSFORM_B64, cases[i].text), cases[i].plain);
}

static void lengths(void **state)
{
    struct bench bench = {0};

    (void)state;
    add(&bench, CAT_TYPE_CHARBUF, "abc", 3);
    assert_string_equal(apply(&bench, CAT_TRANSFORM_LEN, CAT_TYPE_UINT64), "3");
    add(&bench, CAT_TYPE_CHARBUF, "a\0c", 3);
    assert_string_equal(apply(&bench, CAT_TRANSFORM_LEN, CAT_TYPE_UINT64), "1");
    add(&bench, CAT_TYPE_BYTEBUF, "a\0c", 3);
    assert_string_equal(apply(&bench, CAT_TRANSFORM_LEN, CAT_TYPE_UINT64), "3");
    add(&bench, CAT_TYPE_CHARBUF, "abc", 3);
    bench.defs[0].is_list = true;
    assert_string_equal(apply(&bench, CAT_TRANSFORM_LEN, CAT_TYPE_UINT64), "1");
    add_nothing(&bench);
    assert_string_equal(apply(&bench, CAT_TRANSFORM_LEN, CAT_TYPE_UINT64), "<NA>");
}

static void joining(void **state)
{
    struct bench bench = {0};

    (void)state;
    add(&bench, CAT_TYPE_CHARBUF, ", ", 2);
    add(&bench, CAT_TYPE_CHARBUF, "a", 1);
    add_number(&bench, (uint64_t)-7);
    add(&bench, CAT_TYPE_CHARBUF, "", 0);
    assert_string_equal(apply(&bench, CAT_TRANSFORM_JOIN, CAT_TYPE_CHARBUF), "a, -7, ");
    add(&bench, CAT_TYPE_CHARBUF, "a", 1);
    add(&bench, CAT_TYPE_CHARBUF, "b\0c", 3);
    assert_string_equal(apply(&bench, CAT_TRANSFORM_CONCAT, CAT_TYPE_CHARBUF), "ab");
    add(&bench, CAT_TYPE_CHARBUF, "a", 1);
    add_nothing(&bench);
    assert_string_equal(apply(&bench, CAT_TRANSFORM_CONCAT, CAT_TYPE_CHARBUF), "<NA>");
}

static const char *options(struct bench *bench, const char *const *words, const char *optstring,
                           const char *key)
{
    for (; *words; words++)
        add(bench, CAT_TYPE_CHARBUF, *words, (uint32_t)strlen(*words));
    add(bench, CAT_TYPE_CHARBUF, optstring, (uint32_t)strlen(optstring));
    return apply_keyed(bench, CAT_TRANSFORM_GETOPT, CAT_TYPE_CHARBUF, !key, key);
}

#define WORDS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

static void short_options(void **state)
{
    struct bench bench = {0};

    (void)state;
    assert_string_equal(options(&bench, WORDS("-a", "-bfoo", "-b", "bar"), "ab:", NULL),
                        "(a,b,foo,b,bar)");
    assert_string_equal(options(&bench, WORDS("-xa", "--long", "-a"), "a", NULL), "(?,a,a)");
    assert_string_equal(options(&bench, WORDS("-a", "--", "-a"), "a", NULL), "(a)");
    assert_string_equal(options(&bench, WORDS("-a", "file", "-a"), "a", NULL), "(a)");
    assert_string_equal(options(&bench, WORDS("-ab"), "ab:", NULL), "(a,)");
    assert_string_equal(options(&bench, WORDS("-b", "1", "-b2"), "ab:", "b"), "2");
    assert_string_equal(options(&bench, WORDS("-a", "-b", "1"), "ab:", "a"), "a");
    assert_string_equal(options(&bench, WORDS("-x"), "ab:", "a"), "<NA>");
    assert_string_equal(options(&bench, WORDS("-"), "ab:", "a"), "<NA>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters), cmocka_unit_test(base64),        cmocka_unit_test(lengths),
        cmocka_unit_test(joining), cmocka_unit_test(short_options),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
