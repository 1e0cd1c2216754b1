/* Tables of literals: which tests go into one, in what order its texts stand, where its bits lie.
 * See plan.h and runtime/match/set.h. */
#include "plan.h"

#include "../runtime/match/hash.h"

#include <stdlib.h>
#include <string.h>

/* A table pays from so many tests, or so many literals, on. */
#define FEWEST_TESTS    2
#define FEWEST_LITERALS 4
#define SEEDS_TRIED     32

static bool is_text(const struct rc_test *test)
{
    const enum cat_type type = test->left->type;

    return !test->right && !test->left->is_list &&
           (type == CAT_TYPE_CHARBUF || type == CAT_TYPE_FSPATH || type == CAT_TYPE_FSRELPATH);
}

static bool fits_set(const struct rc_test *test)
{
    if (!is_text(test))
        return false;
    if (test->op == CAT_OP_EQ || test->op == CAT_OP_IN)
        return test->modifier == CAT_MOD_NONE;
    /* Over candidates != asks whether one differs, which no look-up tells. */
    return test->op == CAT_OP_NE && !test->left->candidates &&
           (test->modifier == CAT_MOD_NONE || test->modifier == CAT_MOD_ALLOF);
}

static bool fits_prefix(const struct rc_test *test)
{
    return is_text(test) && test->op == CAT_OP_STARTSWITH &&
           (test->modifier == CAT_MOD_NONE || test->modifier == CAT_MOD_ANYOF);
}

/* A literal and the test (counted within its table) that names it. */
struct entry {
    const struct rc_literal *literal;
    uint32_t test;
};

static int compare_text(const struct rc_literal *a, const struct rc_literal *b)
{
    const uint32_t common = a->len < b->len ? a->len : b->len;
    const int order = memcmp(a->text, b->text, common);

    return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    const int order = compare_text(x->literal, y->literal);

    return order != 0 ? order : (x->test > y->test) - (x->test < y->test);
}

static bool is_prefix(const struct rc_literal *prefix, const struct rc_literal *text)
{
    return prefix->len < text->len && memcmp(prefix->text, text->text, prefix->len) == 0;
}

/* For each text the longest other one that it starts with; and what holds for that one, holds. */
static void link_parents(struct rc_arena *arena, struct rc_plan_table *table, uint64_t *masks)
{
    uint32_t *parents = rc_arena_array(arena, table->ntexts + 1, sizeof *parents);

    for (uint32_t i = 0; i < table->ntexts; i++) {
        uint32_t up = i;

        while (up > 0 && !is_prefix(table->texts[up - 1], table->texts[i]))
            up = parents[up - 1];
        parents[i] = up;
        for (uint32_t w = 0; up > 0 && w < table->nwords; w++)
            masks[i * table->nwords + w] |= masks[(up - 1) * table->nwords + w];
    }
    table->parents = parents;
}

/* Fills the hash table; returns how far the texts stand from their places, all in all. */
static uint64_t place_texts(const struct rc_plan_table *table, uint32_t seed, uint32_t *slots)
{
    uint64_t distance = 0;

    memset(slots, 0, table->nslots * sizeof *slots);
    for (uint32_t i = 0; i < table->ntexts; i++) {
        uint32_t slot = rt_hash(table->texts[i]->text, table->texts[i]->len, seed);

        for (; slots[slot & (table->nslots - 1)] != 0; slot++)
            distance++;
        slots[slot & (table->nslots - 1)] = i + 1;
    }
    return distance;
}

static void hash_texts(struct rc_arena *arena, struct rc_plan_table *table)
{
    uint64_t best = UINT64_MAX;
    uint32_t *slots;

    for (table->nslots = 4; table->nslots < 2 * table->ntexts;)
        table->nslots *= 2;
    slots = rc_arena_array(arena, table->nslots, sizeof *slots);
    for (uint32_t seed = 1; seed <= SEEDS_TRIED && best > 0; seed++) {
        const uint64_t distance = place_texts(table, seed, slots);

        if (distance < best) {
            best = distance;
            table->seed = seed;
        }
    }
    place_texts(table, table->seed, slots);
    table->slots = slots;
    for (uint32_t i = 0; i < table->ntexts; i++) {
        const uint32_t len = table->texts[i]->len;

        table->lengths |= UINT64_C(1) << (len < 63 ? len : 63);
    }
}

/* Neighbouring bits; a table of up to 64 tests lies within one word. */
static uint32_t take_bits(struct rc_plan *plan, uint32_t n)
{
    uint32_t first = plan->nbits;

    if (first % 64 + n > 64)
        first = (first + 63) / 64 * 64;
    plan->nbits = first + n;
    return first;
}

static void make_table(struct rc_plan *plan, struct rc_plan_names *names, bool prefix,
                       struct rc_plan_test **members, uint32_t nmembers, uint32_t nliterals)
{
    struct rc_plan_table *table = &plan->tables[plan->ntables];
    const char *field = members[0]->test->left->name;
    const uint32_t first_bit = take_bits(plan, nmembers);
    uint64_t *tests, *inverted, *masks;
    struct entry *entries = malloc((nliterals + 1) * sizeof *entries);
    uint32_t nentries = 0;

    if (!entries)
        RC_BUG("out of memory");
    *table = (struct rc_plan_table){
        .is_prefix = prefix,
        .slot = members[0]->slot,
        .name = rc_plan_name(names, prefix ? "prefixes_of_" : "texts_of_", field, 40, false),
        .first_word = first_bit / 64,
        .nwords = (first_bit % 64 + nmembers + 63) / 64,
        .texts = rc_arena_array(plan->arena, nliterals + 1, sizeof(const struct rc_literal *)),
    };
    tests = rc_arena_array(plan->arena, table->nwords, sizeof *tests);
    inverted = rc_arena_array(plan->arena, table->nwords, sizeof *inverted);
    for (uint32_t i = 0; i < nmembers; i++) {
        const uint32_t bit = first_bit + i, word = bit / 64 - table->first_word;

        members[i]->how = prefix ? RC_PLAN_PREFIX : RC_PLAN_SET;
        members[i]->table = plan->ntables;
        members[i]->bit = bit;
        tests[word] |= UINT64_C(1) << (bit % 64);
        if (members[i]->test->op == CAT_OP_NE)
            inverted[word] |= UINT64_C(1) << (bit % 64);
        for (uint32_t k = 0; k < members[i]->test->nliterals; k++)
            entries[nentries++] = (struct entry){members[i]->test->literals[k], bit};
    }
    qsort(entries, nentries, sizeof *entries, compare_entries);
    masks = rc_arena_array(plan->arena, (size_t)nentries * table->nwords + 1, sizeof *masks);
    for (uint32_t i = 0; i < nentries; i++) {
        const uint32_t bit = entries[i].test, word = bit / 64 - table->first_word;

        if (table->ntexts == 0 ||
            compare_text(table->texts[table->ntexts - 1], entries[i].literal) != 0)
            table->texts[table->ntexts++] = entries[i].literal;
        masks[(size_t)(table->ntexts - 1) * table->nwords + word] |= UINT64_C(1) << (bit % 64);
    }
    free(entries);
    if (prefix)
        link_parents(plan->arena, table, masks);
    else
        hash_texts(plan->arena, table);
    table->tests = tests;
    table->inverted = inverted;
    table->masks = masks;
    plan->ntables++;
}

void rc_plan_tables(struct rc_plan *plan, struct rc_plan_names *names)
{
    struct rc_plan_test **members = malloc((plan->ntests + 1) * sizeof *members);

    if (!members)
        RC_BUG("out of memory");
    plan->tables = rc_arena_array(plan->arena, 2 * (size_t)plan->nvalues + 1, sizeof *plan->tables);
    for (uint32_t slot = 0; slot < plan->nvalues; slot++) {
        for (int prefix = 0; prefix < 2; prefix++) {
            uint32_t nmembers = 0, nliterals = 0;

            for (uint32_t i = 0; i < plan->ntests; i++) {
                struct rc_plan_test *test = &plan->tests[i];

                if (test->slot != slot)
                    continue;
                if (prefix ? fits_prefix(test->test) : fits_set(test->test)) {
                    members[nmembers++] = test;
                    nliterals += test->test->nliterals;
                }
            }
            if (nmembers >= FEWEST_TESTS || nliterals >= FEWEST_LITERALS)
                make_table(plan, names, prefix, members, nmembers, nliterals);
        }
    }
    free(members);
    for (uint32_t i = 0; i < plan->ntests; i++) {
        struct rc_plan_test *test = &plan->tests[i];

        if (test->how == RC_PLAN_HELPER && test->uses > 1)
            test->bit = take_bits(plan, 1);
    }
}
