/* The parts of the web server that take what comes from outside: parameters of requests, names in
 * labels, the store of alerts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/exposition.h"
#include "web/query.h"
#include "web/store.h"

#include "manifest.h"
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool set(struct rt_query *query, const char *name, const char *value)
{
    const char *why = NULL;
    const bool good = rt_query_set(query, name, value, &why);

    assert_true(good || (why && *why));
    return good;
}

static void test_parameters(void **state)
{
    struct rt_query query;
    char longest[RT_QUERY_TEXT_MAX + 8];

    (void)state;
    rt_query_init(&query);
    assert_true(set(&query, "limit", "7") && query.limit == 7);
    assert_false(set(&query, "limit", "0"));
    assert_false(set(&query, "limit", "501"));
    assert_false(set(&query, "limit", "-1"));
    assert_false(set(&query, "limit", " 1"));
    assert_false(set(&query, "limit", ""));
    assert_false(set(&query, "limit", NULL));
    assert_true(set(&query, "before", "9223372036854775807"));
    assert_false(set(&query, "before", "9223372036854775808"));
    assert_false(set(&query, "after", "99999999999999999999999999"));
    assert_false(set(&query, "priority", "8"));
    assert_false(set(&query, "wait", "2"));
    assert_false(set(&query, "nothing", "1"));
    assert_true(set(&query, "search", "50%_\\") && strcmp(query.search, "%50\\%\\_\\\\%") == 0);
    assert_true(set(&query, "search", "") && query.search[0] == '\0');
    memset(longest, '%', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_false(set(&query, "search", longest));
    assert_false(set(&query, "rule", longest));
    longest[RT_QUERY_TEXT_MAX - 1] = '\0';
    assert_true(set(&query, "rule", longest));
}

/* Bytes of all kinds; the sanitizers watch. */
static void test_random_parameters(void **state)
{
    static const char *const names[] = {"limit", "before",   "after", "from", "to",
                                        "step",  "priority", "wait",  "rule", "search"};
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char value[RT_QUERY_TEXT_MAX + 64];
        struct rt_query query;
        size_t len;

        seed = seed * 1664525 + 1013904223;
        len = (seed >> 8) % (sizeof value - 1);
        for (size_t i = 0; i < len; i++) {
            seed = seed * 1664525 + 1013904223;
            value[i] = (char)(round % 2 ? (int)(1 + (seed >> 24) % 255)
                                        : "0123456789%_\\'\""[(seed >> 24) % 15]);
        }
        value[len] = '\0';
        rt_query_init(&query);
        set(&query, names[(seed >> 16) % 10], value);
        assert_true(query.limit >= 1 && query.limit <= RT_QUERY_MOST && query.priority <= 7);
        assert_true(strlen(query.search) < sizeof query.search);
    }
}

static void add(struct rt_store *store, const char *rule, int priority, const char *time)
{
    char line[512], error[256];
    const int len =
        snprintf(line, sizeof line, "{\"rule\":\"%s\",\"output\":\"a 100%% %s\",\"time\":\"%s\"}\n",
                 rule, rule, time);
    const struct rt_alert_item item = {
        .line = line, .len = (uint32_t)len, .priority = (uint8_t)priority};

    assert_int_equal(rt_store_add(store, &item, 1, error, sizeof error), 0);
}

static uint32_t read_count(struct rt_store *store, const struct rt_query *query)
{
    struct rt_text text = {0};
    uint32_t n = 0;

    assert_true(rt_store_read(store, query, &text));
    for (const char *at = text.data; (at = strstr(at, "{\"id\":")); at++)
        n++;
    rt_text_free(&text);
    return n;
}

static void test_store(void **state)
{
    struct rt_store *store;
    struct rt_query query;
    struct rt_text text = {0};
    char error[256] = "";
    struct rt_alert_item broken = {.line = "no JSON\n", .len = 8};

    (void)state;
    assert_int_equal(rt_store_open(&store, "", 1 << 20, UINT32_MAX, error, sizeof error), 0);
    add(store, "one", 4, "2026-07-31T13:53:31.726060287Z");
    add(store, "'; DROP TABLE alerts; --", 2, "2026-07-31T13:54:31.726060287Z");
    assert_int_equal(rt_store_newest(store), 2);
    assert_int_not_equal(rt_store_add(store, &broken, 1, error, sizeof error), 0);
    assert_int_equal(rt_store_newest(store), 2);
    rt_query_init(&query);
    assert_int_equal(read_count(store, &query), 2);
    query.priority = 3;
    assert_int_equal(read_count(store, &query), 1);
    rt_query_init(&query);
    assert_true(set(&query, "rule", "'; DROP TABLE alerts; --"));
    assert_int_equal(read_count(store, &query), 1);
    rt_query_init(&query);
    assert_true(set(&query, "search", "100% o"));
    assert_int_equal(read_count(store, &query), 1);
    assert_true(set(&query, "search", "1%0"));
    assert_int_equal(read_count(store, &query), 0);
    rt_query_init(&query);
    query.after = 1;
    assert_int_equal(read_count(store, &query), 1);
    query.from_s = 4000000000;
    assert_int_equal(read_count(store, &query), 0);
    rt_query_init(&query);
    query.step_s = 60;
    assert_true(rt_store_count(store, &query, &text));
    assert_non_null(strstr(text.data, "[\"one\",4,1,1785506011]"));
    assert_non_null(strstr(text.data, "\"total\":2"));
    rt_text_free(&text);
    rt_store_close(store);
}

/* The oldest go when there is no more room. */
static void test_bounds(void **state)
{
    struct rt_store *store;
    struct rt_query query;
    char error[256] = "", rule[400];

    (void)state;
    memset(rule, 'r', sizeof rule);
    rule[180] = '\0';
    assert_int_equal(rt_store_open(&store, "", 1 << 20, UINT32_MAX, error, sizeof error), 0);
    for (int i = 0; i < 6000; i++)
        add(store, rule, 4, "2026-07-31T13:53:31.726060287Z");
    rt_query_init(&query);
    query.before = 2;
    assert_int_equal(read_count(store, &query), 0);
    rt_query_init(&query);
    query.limit = RT_QUERY_MOST;
    assert_int_equal(read_count(store, &query), RT_QUERY_MOST);
    rt_store_close(store);
    /* And those that are too old, at once. */
    assert_int_equal(rt_store_open(&store, "", 1 << 20, 1, error, sizeof error), 0);
    add(store, "old", 4, "2001-07-31T13:53:31.726060287Z");
    assert_int_equal(read_count(store, &query), 0);
    rt_store_close(store);
}

static void test_labels(void **state)
{
    static const char *const tags[] = {"a-b", "a_b", "caf\xc3\xa9"};
    static const struct rt_rule_def rules[] = {{.name = "a \"b\" \\ \n \xff \xc3\xa9",
                                                .source = "syscall",
                                                .priority = 3,
                                                .tags = tags,
                                                .ntags = 3}};
    static const struct rt_program program = {.rules = rules, .nrules = 1};
    const struct rt_exposition wanted = {.rules = true};
    struct rt_metrics metrics;
    struct rt_text text = {0};

    (void)state;
    assert_int_equal(rt_metrics_open(&metrics, &program, "host", false), 0);
    metrics.rule_matches[0] = 5;
    rt_expose(&text, &metrics, &wanted);
    assert_non_null(strstr(text.data,
                           "falcosecurity_falco_rules_matches_total{rule_name=\"a \\\"b\\\" "
                           "\\\\ \\n \xef\xbf\xbd \xc3\xa9\",priority=\"3\",source=\"syscall\","
                           "tag_a_b=\"true\",tag_caf_=\"true\"} 5\n"));
    assert_null(strchr(text.data, '\xff'));
    rt_text_free(&text);
    rt_metrics_close(&metrics);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parameters), cmocka_unit_test(test_random_parameters),
        cmocka_unit_test(test_store),      cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_labels),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
