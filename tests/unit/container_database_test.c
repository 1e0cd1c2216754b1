/* The databases of the engines: bolt files written here, a SQLite file of Podman's tables, and both
 * with lies in them. */
#include "container/bolt.h"
#include "container/file.h"
#include "container/sqlite.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define ID    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define PAGE  1024
#define PAGES 16

static char top[64];
static int root;

static int set_up(void **state)
{
    (void)state;
    snprintf(top, sizeof top, "/tmp/rulec-database-XXXXXX");
    if (!mkdtemp(top))
        return -1;
    root = rt_file_root(top);
    return root < 0;
}

static int tear_down(void **state)
{
    char line[128];

    (void)state;
    close(root);
    snprintf(line, sizeof line, "rm -rf %s", top);
    return system(line);
}

static void put(const char *name, const void *data, size_t len)
{
    char path[128];

    snprintf(path, sizeof path, "%s/%s", top, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(data, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

/* --- a writer of bolt files --- */

static uint8_t image[PAGE * PAGES];

static void put32(uint8_t *at, uint32_t value)
{
    memcpy(at, &value, sizeof value);
}

static void put64(uint8_t *at, uint64_t value)
{
    memcpy(at, &value, sizeof value);
}

/* A key with a value, with a bucket of its own page (page > 0), or with a bucket in place (bucket
 * bytes in value). */
struct entry {
    const char *key;
    const void *value;
    uint32_t len;
    uint32_t page;
    bool in_place;
};

/* Writes a leaf page to `at`; returns its bytes. */
static uint32_t leaf(uint8_t *at, uint64_t number, const struct entry *entries, uint16_t n)
{
    uint32_t end = 16 + 16u * n;

    put64(at, number);
    at[8] = 2;
    memcpy(at + 10, &n, sizeof n);
    for (uint16_t i = 0; i < n; i++) {
        const struct entry *entry = &entries[i];
        const bool is_bucket = entry->page || entry->in_place;
        uint8_t *element = at + 16 + 16u * i;
        const uint32_t key_len = (uint32_t)strlen(entry->key);
        const uint32_t value_len = is_bucket ? 16 + entry->len : entry->len;
        put32(element, is_bucket);
        put32(element + 4, end - (16 + 16u * i));
        put32(element + 8, key_len);
        put32(element + 12, value_len);
        memcpy(at + end, entry->key, key_len);
        uint8_t *value = at + end + key_len;
        if (is_bucket)
            put64(value, entry->page);
        if (entry->len > 0)
            memcpy(value + (is_bucket ? 16 : 0), entry->value, entry->len);
        end += key_len + value_len;
    }
    return end;
}

static void leaf_page(uint32_t number, const struct entry *entries, uint16_t n)
{
    assert_true(leaf(image + number * PAGE, number, entries, n) <= PAGE);
}

static void branch_page(uint32_t number, const char *const *keys, const uint32_t *pages, uint16_t n)
{
    uint8_t *at = image + number * PAGE;
    uint32_t end = 16 + 16u * n;

    put64(at, number);
    at[8] = 1;
    memcpy(at + 10, &n, sizeof n);
    for (uint16_t i = 0; i < n; i++) {
        uint8_t *element = at + 16 + 16u * i;
        put32(element, end - (16 + 16u * i));
        put32(element + 4, (uint32_t)strlen(keys[i]));
        put64(element + 8, pages[i]);
        memcpy(at + end, keys[i], strlen(keys[i]));
        end += (uint32_t)strlen(keys[i]);
    }
}

static void meta_page(uint32_t number, uint64_t transaction, uint64_t root_page)
{
    uint8_t *at = image + number * PAGE, *meta = at + 16;
    uint64_t sum = UINT64_C(0xcbf29ce484222325);

    put64(at, number);
    at[8] = 4;
    put32(meta, 0xED0CDAED);
    put32(meta + 4, 2);
    put32(meta + 8, PAGE);
    put64(meta + 16, root_page);
    put64(meta + 48, transaction);
    for (int i = 0; i < 56; i++)
        sum = (sum ^ meta[i]) * UINT64_C(0x100000001b3);
    put64(meta + 56, sum);
}

/* "top" (page 4): a branch over two leaves; "small": a bucket in place; transaction 8 is older. */
static void make_image(void)
{
    static uint8_t small[256];
    static const char *const keys[] = {"a", "m"};
    static const uint32_t below[] = {5, 6};
    uint32_t len;

    memset(image, 0, sizeof image);
    memset(small, 0, sizeof small);
    len =
        leaf(small, 0,
             (const struct entry[]){{"app", "shop", 4, 0, false}, {"tier", "db", 2, 0, false}}, 2);
    leaf_page(3, (const struct entry[]){{"small", small, len, 0, true}, {"top", "", 0, 4, false}},
              2);
    branch_page(4, keys, below, 2);
    leaf_page(5, (const struct entry[]){{"a", "first", 5, 0, false}, {"l", "", 0, 0, false}}, 2);
    leaf_page(6, (const struct entry[]){{"m", "fifth", 5, 0, false}, {"z", "last", 4, 0, false}},
              2);
    leaf_page(7, (const struct entry[]){{"top", "", 0, 5, false}}, 1);
    meta_page(0, 8, 7);
    meta_page(1, 9, 3);
}

static bool has(const char *const *keys, uint32_t n, const char *expected)
{
    struct rt_bolt bolt;
    bool same = false;

    if (!rt_bolt_open(&bolt, root, "bolt"))
        return false;
    const struct rt_piece value = rt_bolt_value(&bolt, keys, n);
    if (value.at)
        same = value.len == strlen(expected) && memcmp(value.at, expected, value.len) == 0;
    assert_true(rt_bolt_close(&bolt));
    return same;
}

#define HAS(expected, ...)                                                                         \
    has((const char *const[]){__VA_ARGS__},                                                        \
        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), expected)

static void bolt_values(void **state)
{
    (void)state;
    make_image();
    put("bolt", image, sizeof image);
    assert_true(HAS("first", "top", "a"));
    assert_true(HAS("", "top", "l"));
    assert_true(HAS("fifth", "top", "m"));
    assert_true(HAS("last", "top", "z"));
    assert_true(HAS("shop", "small", "app"));
    assert_true(HAS("db", "small", "tier"));
    assert_false(HAS("", "top", "k"));
    assert_false(HAS("", "top", "zz"));
    assert_false(HAS("", "none", "a"));
    assert_false(HAS("", "small")); /* a bucket */
    assert_false(HAS("", "top", "a", "b"));
    /* Without the later transaction, the one before counts. */
    image[PAGE + 20]++;
    put("bolt", image, sizeof image);
    assert_true(HAS("first", "top", "a"));
    assert_false(HAS("shop", "small", "app"));
    image[20]++;
    put("bolt", image, sizeof image);
    assert_false(HAS("first", "top", "a"));
}

static void join(void *context, struct rt_piece key, struct rt_piece value)
{
    char *text = context;

    snprintf(text + strlen(text), 64, "%.*s=%.*s ", (int)key.len, (const char *)key.at,
             (int)value.len, (const char *)value.at);
}

static void bolt_loops(void **state)
{
    static const char *const small[] = {"small"}, *const big[] = {"top"};
    struct rt_bolt bolt;
    char text[256] = "";

    (void)state;
    make_image();
    put("bolt", image, sizeof image);
    assert_true(rt_bolt_open(&bolt, root, "bolt"));
    rt_bolt_each(&bolt, small, 1, join, text);
    rt_bolt_each(&bolt, big, 1, join, text);
    rt_bolt_each(&bolt, NULL, 0, join, text); /* only buckets */
    assert_string_equal(text, "app=shop tier=db a=first l= m=fifth z=last ");
    /* Somebody commits. */
    meta_page(0, 10, 7);
    put("bolt", image, sizeof image);
    assert_false(rt_bolt_close(&bolt));
}

/* Any byte may lie: nothing is read outside, and no circle is endless. */
static void bolt_lies(void **state)
{
    static const uint8_t lies[] = {0, 1, 2, 4, 0x7f, 0xff};
    static const char *const big[] = {"top"};

    (void)state;
    for (uint32_t at = 0; at < 7 * PAGE; at++) {
        if (at % PAGE > 200)
            continue;
        make_image();
        image[at] = lies[at % sizeof lies];
        put("bolt", image, sizeof image);
        struct rt_bolt bolt;
        char text[4096] = "";
        if (!rt_bolt_open(&bolt, root, "bolt"))
            continue;
        HAS("last", "top", "z");
        HAS("shop", "small", "app");
        if (at / PAGE != 4)
            rt_bolt_each(&bolt, big, 1, join, text);
        rt_bolt_close(&bolt);
    }
    /* A branch that leads to itself. */
    make_image();
    branch_page(4, (const char *const[]){"a", "b"}, (const uint32_t[]){4, 4}, 2);
    put("bolt", image, sizeof image);
    assert_false(HAS("first", "top", "a"));
    for (size_t len = 0; len < sizeof image; len += 100) {
        put("bolt", image, len);
        HAS("first", "top", "a");
    }
}

/* --- SQLite --- */

static uint8_t database[65536];

static size_t read_database(void)
{
    FILE *file = fopen(SOURCE_DIR "/tests/data/container/db.sql", "rb");

    assert_non_null(file);
    const size_t len = fread(database, 1, sizeof database, file);
    fclose(file);
    assert_in_range(len, 1024, sizeof database - 1);
    return len;
}

static bool sqlite_has(const char *table, const char *key, uint32_t column, const char *begin)
{
    struct rt_sqlite sqlite;
    bool same = false;

    if (!rt_sqlite_open(&sqlite, root, "db.sql"))
        return false;
    const struct rt_piece text = rt_sqlite_text(&sqlite, table, key, column);
    if (text.at)
        same = text.len >= strlen(begin) && memcmp(text.at, begin, strlen(begin)) == 0;
    rt_sqlite_close(&sqlite);
    return same;
}

static void sqlite_rows(void **state)
{
    struct rt_sqlite sqlite;

    (void)state;
    put("db.sql", database, read_database());
    assert_true(sqlite_has("ContainerConfig", ID, 3, "{\"id\": \"" ID "\", \"name\": \"shop-db\""));
    assert_true(sqlite_has("ContainerConfig", ID, 1, "shop-db"));
    assert_true(sqlite_has("ContainerState", ID, 3, "{\"state\": 3, "));
    assert_true(sqlite_has("IDNamespace", ID, 0, ID));
    assert_false(sqlite_has("ContainerConfig", ID, 2, "")); /* NULL */
    assert_false(sqlite_has("ContainerConfig", ID, 4, ""));
    assert_false(sqlite_has("ContainerState", ID, 1, "")); /* a number */
    assert_false(sqlite_has("ContainerConfig", "0123", 3, ""));
    assert_false(sqlite_has("NoTable", ID, 0, ""));
    /* A row of several pages is whole. */
    assert_true(rt_sqlite_open(&sqlite, root, "db.sql"));
    const struct rt_piece text = rt_sqlite_text(&sqlite, "ContainerConfig", ID, 3);
    assert_true(text.len > 1000);
    assert_int_equal(text.at[text.len - 1], '}');
    assert_true(rt_sqlite_close(&sqlite));
}

static void sqlite_is_told_of_writers(void **state)
{
    struct rt_sqlite sqlite;
    const size_t len = read_database();

    (void)state;
    put("db.sql", database, len);
    assert_true(rt_sqlite_open(&sqlite, root, "db.sql"));
    database[27]++; /* the counter */
    put("db.sql", database, len);
    assert_false(rt_sqlite_close(&sqlite));
    put("db.sql-journal", "x", 1);
    assert_true(rt_sqlite_open(&sqlite, root, "db.sql"));
    assert_false(rt_sqlite_close(&sqlite));
    put("db.sql-journal", "", 0);
    assert_true(rt_sqlite_open(&sqlite, root, "db.sql"));
    assert_true(rt_sqlite_close(&sqlite));
}

static void sqlite_lies(void **state)
{
    static const uint8_t lies[] = {0, 1, 5, 13, 0x7f, 0x80, 0xff};
    const size_t len = read_database();

    (void)state;
    for (size_t at = 0; at < len; at += 1 + at % 7 + (at % 512 > 40 ? 60 : 0)) {
        const uint8_t before = database[at];
        database[at] = lies[at % sizeof lies];
        put("db.sql", database, len);
        sqlite_has("ContainerConfig", ID, 3, "{");
        database[at] = before;
    }
    for (size_t cut = 0; cut < len; cut += 999) {
        put("db.sql", database, cut);
        sqlite_has("ContainerConfig", ID, 3, "{");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bolt_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bolt_loops, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bolt_lies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sqlite_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sqlite_is_told_of_writers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sqlite_lies, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
