/* Tables of literals: which tests go into one, where its bits lie, what it finds. See plan.h and
 * runtime/match/table.h. */
#include "graph/plan_table.h"

#include "base/diag.h"
#include "check/compare.h"

#include <stdlib.h>
#include <string.h>

/* From so many tests, or so many literals, on a look-up costs less than asking one by one. */
static const struct {
    uint32_t tests, literals;
    const char *name;
} worth[RT_TABLE_KINDS] = {
    [RT_TABLE_EQUAL] = {2, 4, "texts_of_"},     [RT_TABLE_PREFIX] = {2, 4, "prefixes_of_"},
    [RT_TABLE_SUFFIX] = {2, 4, "suffixes_of_"}, [RT_TABLE_PATH] = {2, 4, "paths_of_"},
    [RT_TABLE_CONTAINS] = {4, 4, "inside_"},    [RT_TABLE_ICONTAINS] = {4, 4, "inside_any_case_"},
};

/* Numbers and addresses are cheap to compare. */
#define FEWEST_NUMBERS 8

static bool is_number(const struct rc_compare compare)
{
    return compare.kind == RC_COMPARE_SIGNED || compare.kind == RC_COMPARE_UNSIGNED;
}

static bool has_glob(const struct rc_literal *literal)
{
    for (uint32_t i = 0; i < literal->len; i++) {
        if (literal->text[i] != '\0' && strchr("?*[", literal->text[i]))
            return true;
    }
    return false;
}

static bool fits_equal(const struct rc_test *test)
{
    const enum cat_type type = test->left->type;
    const struct rc_compare compare = rc_compare_of(type);
    const bool comparable =
        compare.kind == RC_COMPARE_TEXT || (is_number(compare) && type != CAT_TYPE_BOOL) ||
        type == CAT_TYPE_IPADDR || type == CAT_TYPE_IPV4ADDR || type == CAT_TYPE_IPV6ADDR;

    if (!comparable)
        return false;
    if (test->op == CAT_OP_EQ || test->op == CAT_OP_IN)
        return test->modifier == CAT_MOD_NONE;
    /* Over candidates != asks whether one differs, which no look-up tells; but for both ends of a
     * connection it asks whether each does. */
    return test->op == CAT_OP_NE && (!test->left->candidates || test->all) &&
           (test->modifier == CAT_MOD_NONE || test->modifier == CAT_MOD_ALLOF);
}

/* The kind of the table that the test can go into; RT_TABLE_KINDS: into none. */
static uint32_t kind_of(const struct rc_test *test)
{
    if (test->right || test->left->is_list || test->memory != 0 ||
        test->left->field == FIELD_EVT_RAWARG)
        return RT_TABLE_KINDS;
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (test->literals[i]->len + 2 > RT_TABLE_LONGEST)
            return RT_TABLE_KINDS;
    }
    if (fits_equal(test))
        return RT_TABLE_EQUAL;
    if (rc_compare_of(test->left->type).kind != RC_COMPARE_TEXT)
        return RT_TABLE_KINDS;
    if (test->op == CAT_OP_PMATCH) {
        for (uint32_t i = 0; i < test->nliterals; i++) {
            if (has_glob(test->literals[i]))
                return RT_TABLE_KINDS;
        }
        return RT_TABLE_PATH;
    }
    if (test->modifier != CAT_MOD_NONE && test->modifier != CAT_MOD_ANYOF)
        return RT_TABLE_KINDS;
    switch ((int)test->op) {
    case CAT_OP_STARTSWITH:
        return RT_TABLE_PREFIX;
    case CAT_OP_ENDSWITH:
        return RT_TABLE_SUFFIX;
    case CAT_OP_CONTAINS:
        return RT_TABLE_CONTAINS;
    case CAT_OP_ICONTAINS:
        return RT_TABLE_ICONTAINS;
    default:
        return RT_TABLE_KINDS;
    }
}

/* --- literals as the look-up reads them --- */

static char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static struct rc_plan_key key_of(struct rc_arena *arena, enum rt_table_kind kind,
                                 const struct rc_test *test, const struct rc_literal *literal)
{
    const struct rc_compare compare = rc_compare_of(test->left->type);
    char *text = rc_arena_alloc(arena, literal->len + 20);
    uint32_t len = literal->len;

    if (compare.kind == RC_COMPARE_NET) {
        memcpy(text, literal->bytes, literal->nbytes);
        return (struct rc_plan_key){.text = text, .len = literal->nbytes};
    }
    if (is_number(compare)) {
        const uint64_t number = rc_compare_number(compare, literal);

        memcpy(text, &number, sizeof number);
        return (struct rc_plan_key){.text = text, .len = sizeof number};
    }
    memcpy(text, literal->text, len);
    switch (kind) {
    case RT_TABLE_SUFFIX:
        for (uint32_t i = 0; i < len; i++)
            text[i] = literal->text[len - 1 - i];
        break;
    case RT_TABLE_ICONTAINS:
        for (uint32_t i = 0; i < len; i++)
            text[i] = fold(literal->text[i]);
        break;
    case RT_TABLE_PATH:
        len = 0;
        for (uint32_t i = 0; i < literal->len; i++) {
            if (literal->text[i] != '/' || (len > 0 && text[len - 1] != '/'))
                text[len++] = literal->text[i];
        }
        if (len > 0 && text[len - 1] != '/')
            text[len++] = '/';
        break;
    case RT_TABLE_EQUAL:
    case RT_TABLE_PREFIX:
    case RT_TABLE_CONTAINS:
        break;
    }
    return (struct rc_plan_key){.text = text, .len = len};
}

static int compare_keys(const void *a, const void *b)
{
    const struct rc_plan_key *x = a, *y = b;
    const uint32_t common = x->len < y->len ? x->len : y->len;
    const int order = common > 0 ? memcmp(x->text, y->text, common) : 0;

    if (order != 0)
        return order;
    if (x->len != y->len)
        return x->len > y->len ? 1 : -1;
    return (x->tests > y->tests) - (x->tests < y->tests);
}

/* Sorts the keys, each of one test, and joins equal ones; their bytes and lists go to the table.
 * Returns how many are left. */
static uint32_t settle_keys(struct rc_plan *plan, struct rc_plan_table *table,
                            struct rc_plan_key *keys, uint32_t nkeys)
{
    uint32_t *lists = rc_arena_array(plan->arena, nkeys + 1, sizeof *lists);
    uint32_t *ends = rc_arena_array(plan->arena, nkeys + 1, sizeof *ends);
    struct rc_strbuf bytes = {0};
    uint32_t kept = 0;

    qsort(keys, nkeys, sizeof *keys, compare_keys);
    for (uint32_t i = 0; i < nkeys; i++) {
        const uint32_t test = keys[i].tests;
        struct rc_plan_key *last = kept > 0 ? &keys[kept - 1] : NULL;

        if (last && last->len == keys[i].len &&
            (last->len == 0 || memcmp(last->text, keys[i].text, last->len) == 0)) {
            if (lists[table->nlists - 1] != test) {
                lists[table->nlists++] = test;
                last->ntests++;
            }
            continue;
        }
        keys[kept] = keys[i];
        keys[kept].at = (uint32_t)bytes.len;
        keys[kept].tests = table->nlists;
        keys[kept++].ntests = 1;
        lists[table->nlists++] = test;
        rc_strbuf_add(&bytes, keys[i].text, keys[i].len);
        ends[table->nends++] = (uint32_t)bytes.len;
    }
    table->lists = lists;
    table->ends = ends;
    table->bytes = rc_arena_strndup(plan->arena, bytes.data ? bytes.data : "", bytes.len);
    table->nbytes = (uint32_t)bytes.len;
    rc_strbuf_free(&bytes);
    return kept;
}

static void make_table(struct rc_plan *plan, struct rc_plan_names *names, enum rt_table_kind kind,
                       struct rc_plan_test **members, uint32_t nmembers, uint32_t nliterals)
{
    struct rc_plan_table *table = &plan->tables[plan->ntables];
    const struct rc_value *value = members[0]->test->left;
    struct rc_plan_key *keys = malloc((nliterals + 1) * sizeof *keys);
    uint32_t nkeys = 0;

    if (!keys)
        RC_BUG("out of memory");
    *table = (struct rc_plan_table){
        .kind = kind,
        .slot = members[0]->slot,
        .known = plan->nbits,
        .given = plan->nbits + 1,
        .numbers = is_number(rc_compare_of(value->type)),
        .name = rc_plan_name(names, worth[kind].name, value->name, 40, false),
    };
    plan->nbits += 2;
    for (uint32_t i = 0; i < nmembers; i++) {
        members[i]->how = RC_PLAN_TABLE;
        members[i]->table = plan->ntables;
        members[i]->bit = plan->nbits++;
        members[i]->cost = rc_plan_look_up_cost(members[i]->test, kind);
        for (uint32_t k = 0; k < members[i]->test->nliterals; k++) {
            keys[nkeys] =
                key_of(plan->arena, kind, members[i]->test, members[i]->test->literals[k]);
            keys[nkeys++].tests = members[i]->bit;
        }
    }
    nkeys = settle_keys(plan, table, keys, nkeys);
    if (kind == RT_TABLE_EQUAL)
        rc_plan_hash(plan->arena, table, keys, nkeys);
    else
        rc_plan_trie(plan->arena, table, keys, nkeys);
    free(keys);
    plan->ntables++;
}

/* Tests by slot and kind, in the order of their numbers: heads[slot * RT_TABLE_KINDS + kind] is the
 * index of the first test plus 1, next[test] that of the one behind it. */
static void sort_tests(const struct rc_plan *plan, uint32_t *heads, uint32_t *next)
{
    for (uint32_t i = plan->ntests; i-- > 0;) {
        const uint32_t kind = kind_of(plan->tests[i].test);
        uint32_t *head;

        if (kind == RT_TABLE_KINDS)
            continue;
        head = &heads[plan->tests[i].slot * RT_TABLE_KINDS + kind];
        next[i] = *head;
        *head = i + 1;
    }
}

void rc_plan_tables(struct rc_plan *plan, struct rc_plan_names *names)
{
    const uint32_t nheads = plan->nvalues * RT_TABLE_KINDS;
    struct rc_plan_test **members = malloc((plan->ntests + 1) * sizeof *members);
    uint32_t *heads = calloc(nheads + 1, sizeof *heads);
    uint32_t *next = calloc(plan->ntests + 1, sizeof *next);

    if (!members || !heads || !next)
        RC_BUG("out of memory");
    plan->tables = rc_arena_array(plan->arena, nheads + 1, sizeof *plan->tables);
    sort_tests(plan, heads, next);
    for (uint32_t head = 0; head < nheads; head++) {
        const enum rt_table_kind kind = (enum rt_table_kind)(head % RT_TABLE_KINDS);
        uint32_t nmembers = 0, nliterals = 0, tests = worth[kind].tests,
                 literals = worth[kind].literals;

        for (uint32_t i = heads[head]; i != 0; i = next[i - 1]) {
            members[nmembers++] = &plan->tests[i - 1];
            nliterals += plan->tests[i - 1].test->nliterals;
        }
        if (nmembers > 0 && rc_compare_of(members[0]->test->left->type).kind != RC_COMPARE_TEXT)
            tests = literals = FEWEST_NUMBERS;
        if (nmembers >= tests || nliterals >= literals)
            make_table(plan, names, kind, members, nmembers, nliterals);
    }
    free(members);
    free(heads);
    free(next);
    for (uint32_t i = 0; i < plan->ntests; i++) {
        struct rc_plan_test *test = &plan->tests[i];

        if (test->how == RC_PLAN_HELPER && test->uses > 1 && test->kept.with == RC_LIFE_EVENT)
            test->bit = plan->nbits++;
    }
}
