#include "plan.h"

#include "../support/tree.h"
#include "match/match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

struct fixture {
    struct rct_tree tree;
    struct rc_graph graph;
    struct rc_plan plan;
};

static int open_fixture(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    rct_tree_open(&f->tree);
    *state = f;
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *f = *state;

    rct_tree_close(&f->tree);
    free(f);
    return 0;
}

static void assert_plan_has(const struct rc_plan *plan, const char *line)
{
    struct rc_strbuf text = {0};

    rc_plan_print(plan, &text);
    if (!strstr(text.data, line))
        fail_msg("no line `%s` in:\n%s", line, text.data);
    rc_strbuf_free(&text);
}

static void event_types_fold_away(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;

    rct_rule(t, "Opens",
             rct_join(t, RC_EXPR_AND, rct_test(t, "evt.type", CAT_OP_IN, "open|openat"),
                      rct_test(t, "proc.pid", CAT_OP_EQ, "1"), NULL));
    rct_rule(t, "Any", rct_test(t, "proc.name", CAT_OP_EQ, "nc"));
    rc_plan_make(&f->plan, &f->graph, &f->tree.set);
    assert_plan_has(&f->plan, "body rule_opens_2: proc_pid_is_1\n");
    /* A generic event carries its name inside: there the test stays. */
    assert_plan_has(&f->plan, "body rule_opens: (proc_pid_is_1 and evt_type_in_open)");
    /* One handler for the opening calls, one for the generic events, one for all others. */
    assert_int_equal(f->plan.handler[EV_OPEN_X], f->plan.handler[EV_OPENAT_2_X]);
    assert_int_not_equal(f->plan.handler[EV_OPEN_X], f->plan.handler[EV_CLOSE_X]);
    assert_int_equal(f->plan.handler[EV_CLOSE_X], f->plan.handler[EV_READ_X]);
    assert_true(f->plan.nhandlers <= 4);
}

static void events_without_the_parameter_fold_away(void **state)
{
    struct fixture *f = *state;

    rct_rule(&f->tree, "Flags", rct_test(&f->tree, "evt.arg[flags]", CAT_OP_CONTAINS, "CREAT"));
    rc_plan_make(&f->plan, &f->graph, &f->tree.set);
    assert_int_not_equal(f->plan.handler[EV_OPEN_X], 0);
    assert_int_equal(f->plan.handler[EV_CLOSE_X], 0);
}

static void rules_share_what_they_ask(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;

    for (int i = 0; i < 2; i++) {
        struct rc_expr *shells =
            rct_macro(t, "shells",
                      rct_join(t, RC_EXPR_OR, rct_test(t, "proc.pname", CAT_OP_CONTAINS, "sh"),
                               rct_test(t, "proc.name", CAT_OP_STARTSWITH, "ba"), NULL));

        rct_rule(t, i == 0 ? "One" : "Two",
                 rct_join(t, RC_EXPR_AND, shells,
                          rct_test(t, "proc.pid", CAT_OP_EQ, i == 0 ? "1" : "2"), NULL));
    }
    rc_plan_make(&f->plan, &f->graph, &f->tree.set);
    assert_int_equal(f->plan.nfunctions, 1);
    assert_plan_has(&f->plan, "function macro_shells uses 2 cost");
    /* Cheap questions first. */
    assert_plan_has(&f->plan, "body rule_one: (proc_pid_is_1 and macro_shells)\n");
}

/* The table as the agent has it. */
static struct rt_str_set runtime_set(struct rct_tree *tree, const struct rc_plan_table *table)
{
    struct rt_text *texts = rc_arena_array(&tree->arena, table->ntexts, sizeof *texts);

    for (uint32_t i = 0; i < table->ntexts; i++)
        texts[i] = (struct rt_text){table->texts[i]->text, table->texts[i]->len};
    return (struct rt_str_set){
        .texts = texts,
        .masks = table->masks,
        .slots = table->slots,
        .parents = table->parents,
        .tests = table->tests,
        .inverted = table->inverted,
        .lengths = table->lengths,
        .seed = table->seed,
        .ntexts = table->ntexts,
        .nslots = table->nslots,
        .first_word = table->first_word,
        .nwords = table->nwords,
    };
}

static bool expected(const struct rc_test *test, const struct rt_values *values)
{
    bool holds = false;

    for (uint32_t i = 0; i < test->nliterals; i++) {
        const struct rc_literal *literal = test->literals[i];

        holds |= test->op == CAT_OP_STARTSWITH
                     ? rt_str_startswith(values, literal->text, literal->len)
                     : rt_str_eq(values, literal->text, literal->len);
    }
    return test->op == CAT_OP_NE ? values->n > 0 && !holds : holds;
}

static const char *random_word(struct rct_tree *tree, uint32_t longest)
{
    char word[32];
    uint32_t len = (uint32_t)random() % (longest + 1);

    for (uint32_t i = 0; i < len; i++)
        word[i] = "ab/"[random() % 3];
    return rc_arena_strndup(&tree->arena, word, len);
}

/* Many tests on two fields, so that tables have more than one word; every look-up beside asking
 * literal by literal. */
static void tables_agree_with_single_tests(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;
    static const enum cat_operator ops[] = {CAT_OP_EQ, CAT_OP_NE, CAT_OP_IN, CAT_OP_STARTSWITH};
    struct rt_program program = {0};
    struct rt_eval eval;

    srandom(7);
    for (int i = 0; i < 400; i++) {
        const enum cat_operator op = ops[random() % 4];
        const char *words = random_word(t, 6);

        for (long more = op == CAT_OP_IN ? random() % 4 : 0; more > 0; more--)
            words = rc_arena_printf(&t->arena, "%s|%s", words, random_word(t, 12));
        rct_rule(t, rc_arena_printf(&t->arena, "Rule %d", i),
                 rct_test(t, random() % 3 ? "proc.name" : "proc.aname", op, words));
    }
    rc_plan_make(&f->plan, &f->graph, &f->tree.set);
    assert_int_equal(f->plan.ntables, 4);
    program.ntests = f->plan.nbits;
    assert_int_equal(rt_eval_open(&eval, &program, NULL, 64), 0);
    for (int round = 0; round < 3000; round++) {
        struct rt_value value[2];
        struct rt_values values = {value, 0, CAT_TYPE_CHARBUF};

        for (int i = 0; i < 2; i++) {
            value[i].str = random_word(t, 14);
            value[i].len = (uint32_t)strlen(value[i].str);
        }
        for (uint32_t i = 0; i < f->plan.ntables; i++) {
            const struct rc_plan_table *table = &f->plan.tables[i];
            const struct rt_str_set set = runtime_set(t, table);
            const bool several = f->plan.values[table->slot].value->candidates;

            values.n = (uint32_t)random() % (several ? 3 : 2);
            rt_eval_reset(&eval);
            (table->is_prefix ? rt_prefix_set_test : rt_str_set_test)(&eval, &set, &values);
            for (uint32_t k = 0; k < f->plan.ntests; k++) {
                const struct rc_plan_test *test = &f->plan.tests[k];

                if (test->how == RC_PLAN_HELPER || test->table != i)
                    continue;
                assert_true(rt_test_known(&eval, test->bit));
                assert_int_equal(rt_test_true(&eval, test->bit), expected(test->test, &values));
            }
        }
    }
    rt_eval_close(&eval);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(event_types_fold_away, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(events_without_the_parameter_fold_away, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(rules_share_what_they_ask, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(tables_agree_with_single_tests, open_fixture,
                                        close_fixture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
