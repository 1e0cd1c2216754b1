#include "graph/plan.h"

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
    rc_plan_make_at(&f->plan, &f->graph, &f->tree.set, RC_PLAN_HIGHEST);
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
    rc_plan_make_at(&f->plan, &f->graph, &f->tree.set, RC_PLAN_HIGHEST);
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
    rc_plan_make_at(&f->plan, &f->graph, &f->tree.set, RC_PLAN_SHARED);
    assert_int_equal(f->plan.nfunctions, 1);
    assert_plan_has(&f->plan, "function macro_shells uses 2 cost");
    /* Cheap questions first. */
    assert_plan_has(&f->plan, "body rule_one: (proc_pid_is_1 and macro_shells)\n");
    assert_int_equal(f->plan.nkept, 0);
}

/* What hangs on the process alone is one answer, apart from what hangs on others; and what the
 * rules ask of it at all is known of each handler. */
static void what_hangs_on_the_process_is_kept(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;

    rct_rule(t, "One",
             rct_join(t, RC_EXPR_AND, rct_test(t, "proc.name", CAT_OP_STARTSWITH, "ba"),
                      rct_test(t, "proc.pid", CAT_OP_EQ, "1"),
                      rct_test(t, "proc.pname", CAT_OP_CONTAINS, "sh"),
                      rct_test(t, "proc.vmsize", CAT_OP_GT, "5"), NULL));
    rc_plan_make_at(&f->plan, &f->graph, &f->tree.set, RC_PLAN_HIGHEST);
    assert_plan_has(&f->plan, "function all_proc_pid_is_1 uses 3 cost 2 kept with the thread 0: "
                              "(proc_pid_is_1 and proc_name_startswith_ba)\n");
    assert_plan_has(&f->plan, "body rule_one: (proc_pname_contains_sh and all_proc_pid_is_1 and "
                              "proc_vmsize_above_5)\n");
    assert_plan_has(&f->plan, "  by the thread alone: all_proc_pid_is_1\n");
    assert_int_equal(f->plan.own_words, 1);
    assert_int_equal(f->plan.thread_words, 2);
    assert_int_equal(f->plan.fd_words, 0);
}

/* The table as the agent has it. */
static struct rt_table runtime_table(const struct rc_plan_table *table, uint32_t number)
{
    struct rt_table made = {
        .kind = table->kind,
        .number = number,
        .known = table->known,
        .given = table->given,
        .slot = table->slot,
        .numbers = table->numbers,
        .bytes = table->bytes,
        .lists = table->lists,
        .places = table->places,
        .displacements = table->displacements,
        .nplaces = table->nplaces,
        .ndisplacements = table->ndisplacements,
        .seed = table->seed,
        .lengths = table->lengths,
        .nodes = table->nodes,
        .longest = table->longest,
        .fours = table->fours,
        .four_bits = table->four_bits,
    };

    memcpy(made.firsts, table->firsts, sizeof made.firsts);
    return made;
}

static bool expected(const struct rc_test *test, const struct rt_values *values)
{
    bool holds = false;

    for (uint32_t i = 0; i < test->nliterals; i++) {
        const struct rt_text literal = {test->literals[i]->text, test->literals[i]->len};

        switch ((int)test->op) {
        case CAT_OP_STARTSWITH:
            holds |= rt_str_startswith(values, literal.data, literal.len);
            break;
        case CAT_OP_ENDSWITH:
            holds |= rt_str_endswith(values, literal.data, literal.len);
            break;
        case CAT_OP_CONTAINS:
            holds |= rt_str_contains(values, literal.data, literal.len);
            break;
        case CAT_OP_ICONTAINS:
            holds |= rt_str_icontains(values, literal.data, literal.len);
            break;
        case CAT_OP_PMATCH:
            holds |= rt_str_pmatch(values, &literal, 1);
            break;
        default:
            holds |= rt_str_eq(values, literal.data, literal.len);
            break;
        }
    }
    return test->op == CAT_OP_NE ? values->n > 0 && !holds : holds;
}

static const char *random_word(struct rct_tree *tree, uint32_t longest)
{
    char word[32];
    uint32_t len = (uint32_t)random() % (longest + 1);

    for (uint32_t i = 0; i < len; i++)
        word[i] = "abA/"[random() % 4];
    return rc_arena_strndup(&tree->arena, word, len);
}

/* Many tests on two fields, so that tables have more than one word; every look-up beside asking
 * literal by literal. */
static void tables_agree_with_single_tests(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;
    static const enum cat_operator ops[] = {CAT_OP_EQ,         CAT_OP_NE,       CAT_OP_IN,
                                            CAT_OP_STARTSWITH, CAT_OP_ENDSWITH, CAT_OP_CONTAINS,
                                            CAT_OP_ICONTAINS,  CAT_OP_PMATCH};
    struct rt_value value[2][2];
    struct rt_program program = {0};
    struct rt_eval eval;

    srandom(7);
    for (int i = 0; i < 800; i++) {
        const enum cat_operator op = ops[random() % 8];
        const bool many = op == CAT_OP_IN || op == CAT_OP_PMATCH;
        const char *words = random_word(t, 6);

        for (long more = many ? random() % 4 : 0; more > 0; more--)
            words = rc_arena_printf(&t->arena, "%s|%s", words, random_word(t, 12));
        rct_rule(t, rc_arena_printf(&t->arena, "Rule %d", i),
                 rct_test(t, random() % 3 ? "proc.name" : "proc.aname", op, words));
    }
    rc_plan_make_at(&f->plan, &f->graph, &f->tree.set, RC_PLAN_HIGHEST);
    assert_int_equal(f->plan.ntables, 12);
    program.ntests = f->plan.nbits;
    program.ntables = f->plan.ntables;
    program.nvalues = f->plan.nvalues;
    program.values = rc_arena_array(&t->arena, f->plan.nvalues, sizeof *program.values);
    assert_int_equal(rt_eval_open(&eval, &program, NULL, 64), 0);
    for (int round = 0; round < 2000; round++) {
        rt_eval_reset(&eval);
        for (uint32_t slot = 0; slot < f->plan.nvalues; slot++) {
            const bool several = f->plan.values[slot].value->candidates;
            struct rt_value *own = value[slot % 2];

            assert_true(slot < 2);
            for (int i = 0; i < 2; i++) {
                own[i].str = random_word(t, 14);
                own[i].len = (uint32_t)strlen(own[i].str);
            }
            eval.values[slot] = (struct rt_values){own, (uint32_t)random() % (several ? 3 : 2),
                                                   CAT_TYPE_CHARBUF, false};
            eval.values_known[0] |= UINT64_C(1) << slot;
        }
        for (uint32_t i = 0; i < f->plan.ntests; i++) {
            const struct rc_plan_test *test = &f->plan.tests[i];
            struct rt_table table;

            if (test->how == RC_PLAN_HELPER)
                continue;
            table = runtime_table(&f->plan.tables[test->table], test->table);
            assert_int_equal(test->test->op == CAT_OP_NE ? rt_not_among(&eval, &table, test->bit)
                                                         : rt_among(&eval, &table, test->bit),
                             expected(test->test, &eval.values[test->slot]));
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
        cmocka_unit_test_setup_teardown(what_hangs_on_the_process_is_kept, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(rules_share_what_they_ask, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(tables_agree_with_single_tests, open_fixture,
                                        close_fixture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
