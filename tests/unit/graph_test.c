#include "graph/graph.h"

#include "../support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct fixture {
    struct rct_tree tree;
    struct rc_graph graph;
};

static int open_fixture(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);

    rct_tree_open(&f->tree);
    rc_graph_init(&f->graph, &f->tree.arena);
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

static struct rc_expr *name_is(struct fixture *f, const char *name)
{
    return rct_test(&f->tree, "proc.name", CAT_OP_EQ, name);
}

static void assert_text(const struct rc_node *node, const char *expected)
{
    struct rc_strbuf text = {0};

    rc_node_print(node, &text);
    assert_string_equal(text.data, expected);
    rc_strbuf_free(&text);
}

static void equal_conditions_are_one_node(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;
    const struct rc_node *a =
        rc_graph_expr(&f->graph, rct_join(t, RC_EXPR_AND, name_is(f, "sh"),
                                          rct_test(t, "fd.name", CAT_OP_STARTSWITH, "/etc"), NULL));
    const struct rc_node *b = rc_graph_expr(
        &f->graph, rct_join(t, RC_EXPR_AND, rct_test(t, "fd.name", CAT_OP_STARTSWITH, "/etc"),
                            name_is(f, "sh"), name_is(f, "sh"), NULL));

    assert_ptr_equal(a, b);
    assert_int_equal(f->graph.ntests, 2);
}

static void spellings_of_a_test_meet(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;
    const struct rc_node *eq = rc_graph_expr(&f->graph, name_is(f, "sh"));
    const struct rc_node *in = rc_graph_expr(&f->graph, rct_test(t, "proc.name", CAT_OP_IN, "a|b"));

    assert_ptr_equal(eq, rc_graph_expr(&f->graph, rct_test(t, "proc.name", CAT_OP_IN, "sh|sh")));
    assert_ptr_equal(
        in, rc_graph_expr(&f->graph, rct_test(t, "proc.name", CAT_OP_INTERSECTS, "b|a|b")));
    assert_ptr_equal(in, rc_graph_expr(&f->graph, rct_test_of(t, rct_field(t, "proc.name"),
                                                              CAT_OP_EQ, CAT_MOD_ANYOF, "b|a")));
}

static void boolean_structure_is_simplified(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;
    struct rc_expr *a = name_is(f, "a"), *b = name_is(f, "b");
    const struct rc_node *node_a = rc_graph_expr(&f->graph, a);

    /* not not a; a and (a or b); a or (a and b) */
    assert_ptr_equal(
        node_a, rc_graph_expr(&f->graph,
                              rct_join(t, RC_EXPR_NOT, rct_join(t, RC_EXPR_NOT, a, NULL), NULL)));
    assert_ptr_equal(node_a,
                     rc_graph_expr(&f->graph, rct_join(t, RC_EXPR_AND, a,
                                                       rct_join(t, RC_EXPR_OR, b, a, NULL), NULL)));
    assert_ptr_equal(
        node_a, rc_graph_expr(&f->graph, rct_join(t, RC_EXPR_OR, a,
                                                  rct_join(t, RC_EXPR_AND, b, a, NULL), NULL)));
    /* a and not a; a or not a */
    assert_text(rc_graph_expr(&f->graph, rct_join(t, RC_EXPR_AND, a, b,
                                                  rct_join(t, RC_EXPR_NOT, a, NULL), NULL)),
                "false");
    assert_text(rc_graph_expr(&f->graph,
                              rct_join(t, RC_EXPR_OR, a, rct_join(t, RC_EXPR_NOT, a, NULL), NULL)),
                "true");
    assert_text(rc_graph_expr(&f->graph,
                              rct_join(t, RC_EXPR_AND, a,
                                       rct_join(t, RC_EXPR_AND, b, name_is(f, "c"), NULL), NULL)),
                "proc.name = a and proc.name = b and proc.name = c");
}

static void candidates_are_compared_as_falco_does(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;

    /* `in` over pids of ancestors, or over addresses of a connection, never finds anything. */
    assert_text(rc_graph_expr(&f->graph, rct_test(t, "proc.apid", CAT_OP_IN, "1|2")), "false");
    assert_text(rc_graph_expr(&f->graph, rct_test(t, "proc.aname", CAT_OP_IN, "a|b")),
                "proc.aname in (a, b)");
    assert_text(rc_graph_expr(&f->graph, rct_test_of(t, rct_field(t, "proc.aname"),
                                                     CAT_OP_STARTSWITH, CAT_MOD_ANYOF, "a|b")),
                "proc.aname startswith a");
    assert_false(rc_graph_expr(&f->graph, rct_test(t, "proc.aname", CAT_OP_NE, "a"))->test->all);
    assert_true(rc_graph_expr(&f->graph, rct_test(t, "fd.port", CAT_OP_NE, "80"))->test->all);
    /* With an index it is a field like any other. */
    assert_text(rc_graph_expr(&f->graph, rct_test(t, "proc.apid[1]", CAT_OP_IN, "1|2")),
                "proc.apid[1] in (1, 2)");
}

static const struct rc_node *modified(struct fixture *f, const char *field, enum cat_operator op,
                                      enum cat_modifier modifier, const char *literals)
{
    return rc_graph_expr(&f->graph,
                         rct_test_of(&f->tree, rct_field(&f->tree, field), op, modifier, literals));
}

static void lists_are_searched_as_falco_does(void **state)
{
    struct fixture *f = *state;

    /* With nothing in the list the operator never holds. */
    assert_int_equal(modified(f, "proc.name", CAT_OP_NE, CAT_MOD_ALLOF, NULL)->kind, RC_NODE_FALSE);
    assert_int_equal(modified(f, "proc.name", CAT_OP_CONTAINS, CAT_MOD_ALLOF, NULL)->kind,
                     RC_NODE_FALSE);
    /* No network is ever found in a list by its bytes, but for `in`. */
    assert_int_equal(modified(f, "fd.snet", CAT_OP_EQ, CAT_MOD_ANYOF, "10.0.0.0/8")->kind,
                     RC_NODE_FALSE);
    assert_text(modified(f, "fd.snet", CAT_OP_NE, CAT_MOD_ALLOF, "10.0.0.0/8"), "fd.snet exists");
    /* evt.rawarg is found in no list, but for texts. */
    assert_int_equal(modified(f, "evt.rawarg[res]", CAT_OP_IN, CAT_MOD_NONE, "0")->kind,
                     RC_NODE_FALSE);
    /* Names of hosts: all that an address has, the first literal only, but for `in`. */
    assert_text(modified(f, "fd.sip.name", CAT_OP_EQ, CAT_MOD_ANYOF, "a.org|b.org"),
                "fd.sip.name = a.org");
    assert_text(modified(f, "fd.sip.name", CAT_OP_IN, CAT_MOD_NONE, "a.org|b.org"),
                "fd.sip.name in (a.org, b.org)");
    assert_true(modified(f, "fd.sip.name", CAT_OP_NE, CAT_MOD_NONE, "a.org")->test->all);
}

static void tests_that_remember_are_the_rules_own(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;
    struct rc_expr *late =
        rct_join(t, RC_EXPR_AND, name_is(f, "sh"), rct_test(t, "evt.deltatime", CAT_OP_GT, "5"),
                 name_is(f, "sh"), rct_test(t, "evt.deltatime", CAT_OP_GT, "5"), NULL);
    const struct rc_node *plain =
        rc_graph_expr(&f->graph, rct_join(t, RC_EXPR_AND, name_is(f, "sh"), NULL));
    const struct rc_node *first = rc_graph_rule(&f->graph, 0, late);
    const struct rc_node *second = rc_graph_rule(&f->graph, 1, late);

    assert_false(plain->remembers);
    assert_true(first->remembers);
    assert_ptr_not_equal(first, second);
    assert_int_equal(first->nchildren, 4); /* as written: nothing dropped, nothing moved */
    assert_ptr_equal(first->children[0], first->children[2]);
    assert_ptr_not_equal(first->children[1], first->children[3]);
    assert_ptr_equal(first->children[1]->test->left, first->children[3]->test->left);
    assert_ptr_not_equal(first->children[1]->test->left, second->children[1]->test->left);
    assert_int_not_equal(first->children[1]->test->memory, first->children[3]->test->memory);
}

static void macros_name_their_nodes(void **state)
{
    struct fixture *f = *state;
    struct rct_tree *t = &f->tree;
    const struct rc_node *node = rc_graph_expr(
        &f->graph,
        rct_macro(t, "shells", rct_join(t, RC_EXPR_OR, name_is(f, "a"), name_is(f, "b"), NULL)));
    struct rc_strbuf text = {0};

    assert_string_equal(node->name, "shells");
    rc_graph_print(&f->graph, &text);
    assert_non_null(strstr(text.data, "n4 or n2 n3 # shells\n"));
    assert_non_null(strstr(text.data, "t1 v0 proc.name = b\n"));
    text.len = 0;
    rc_graph_print_dot(&f->graph, &text);
    assert_non_null(strstr(text.data, "n4 -> n2;"));
    rc_strbuf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(equal_conditions_are_one_node, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(spellings_of_a_test_meet, open_fixture, close_fixture),
        cmocka_unit_test_setup_teardown(boolean_structure_is_simplified, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(candidates_are_compared_as_falco_does, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(lists_are_searched_as_falco_does, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(tests_that_remember_are_the_rules_own, open_fixture,
                                        close_fixture),
        cmocka_unit_test_setup_teardown(macros_name_their_nodes, open_fixture, close_fixture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
