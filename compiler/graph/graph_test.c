/* The predicate graph: tests, each once and spelled one way. See graph.h. */
#include "graph/graph_parts.h"

#include <stdlib.h>
#include <string.h>

static uint32_t hash_test_content(const struct rc_test *test)
{
    uint32_t hash =
        rc_graph_hash_word(test->left->number, (uint64_t)test->op << 8 | test->modifier);

    hash = rc_graph_hash_word(hash, test->memory);
    for (uint32_t i = 0; i < test->nliterals; i++)
        hash = rc_graph_hash_text(hash, test->literals[i]->text, test->literals[i]->len);
    return rc_graph_hash_word(hash, test->right ? test->right->number + 1u : 0);
}

static uint32_t hash_test(const struct rc_graph *graph, uint32_t number)
{
    return hash_test_content(graph->tests[number]);
}

static bool equal_test(const struct rc_graph *graph, uint32_t number, const void *key)
{
    const struct rc_test *a = graph->tests[number], *b = key;

    if (a->left != b->left || a->op != b->op || a->modifier != b->modifier || a->all != b->all ||
        a->right != b->right || a->memory != b->memory || a->nliterals != b->nliterals)
        return false;
    for (uint32_t i = 0; i < a->nliterals; i++) {
        if (!rc_graph_same_literal(a->literals[i], b->literals[i]))
            return false;
    }
    return true;
}

static int compare_literals(const void *a, const void *b)
{
    const struct rc_literal *x = *(const struct rc_literal *const *)a;
    const struct rc_literal *y = *(const struct rc_literal *const *)b;
    const uint32_t common = x->len < y->len ? x->len : y->len;
    const int order = memcmp(x->text, y->text, common);

    return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

/* Sorts the literals and drops the second of equal ones. */
static void sort_literals(struct rc_test *test)
{
    uint32_t kept = 0;

    qsort(test->literals, test->nliterals, sizeof(const struct rc_literal *), compare_literals);
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (kept == 0 || !rc_graph_same_literal(test->literals[kept - 1], test->literals[i]))
            test->literals[kept++] = test->literals[i];
    }
    test->nliterals = kept;
}

/* The list that all literals came from, if it is one. */
static const char *common_list(const struct rc_expr *expr)
{
    const char *name = NULL;

    for (uint32_t i = 0; i < expr->nliterals; i++) {
        const struct rc_origin *origin = expr->literals[i].origin;

        if (!origin || strcmp(origin->what, "list") != 0)
            return NULL;
        if (name && strcmp(name, origin->name) != 0)
            return NULL;
        name = origin->name;
    }
    return name;
}

static bool is_text(enum cat_type type)
{
    return type == CAT_TYPE_CHARBUF || type == CAT_TYPE_FSPATH || type == CAT_TYPE_FSRELPATH;
}

static bool is_net(enum cat_type type)
{
    return type == CAT_TYPE_IPNET || type == CAT_TYPE_IPV4NET || type == CAT_TYPE_IPV6NET;
}

/* Falco compares candidates and evt.rawarg one by one without their length and without the
 * modifier: only the first literal counts, except for `in` and `pmatch`; and `in` finds nothing
 * where a value is no text, but for ports. fd.net knows the first network only, even in `in`. An
 * operator with a modifier and an empty list never holds; networks are sought by their bytes in the
 * lists of `= anyof` and `!= allof`, where no address is ever found.
 * Returns false if the test can never hold. */
static bool as_falco_compares(struct rc_test *test)
{
    const bool in_set = test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS;
    const enum cat_field_id field = test->left->field;
    const bool one_by_one = test->left->candidates || field == FIELD_EVT_RAWARG;

    if (test->op == CAT_OP_EXISTS)
        return true;
    if (!one_by_one) {
        if (test->modifier == CAT_MOD_NONE)
            return true;
        if (test->nliterals == 0)
            return false;
        if (is_net(test->left->type) && test->op == CAT_OP_EQ && test->modifier == CAT_MOD_ANYOF)
            return false;
        if (is_net(test->left->type) && test->op == CAT_OP_NE && test->modifier == CAT_MOD_ALLOF) {
            test->op = CAT_OP_EXISTS;
            test->modifier = CAT_MOD_NONE;
            test->nliterals = 0;
        }
        return true;
    }
    test->modifier = CAT_MOD_NONE;
    test->all = test->op == CAT_OP_NE && cat_fields[field].cls == CAT_CLASS_FD;
    if (field == FIELD_FD_NET && in_set)
        test->op = CAT_OP_EQ;
    else if (in_set)
        return is_text(test->left->type) || test->left->type == CAT_TYPE_PORT;
    if (test->op != CAT_OP_PMATCH && test->nliterals > 1)
        test->nliterals = 1;
    return true;
}

/* Spells a test the one way, so that spellings of the same question meet. */
static void normalise(struct rc_test *test)
{
    const bool scalar = !test->left->is_list && !test->right;
    const bool plain = scalar && test->left->field != FIELD_EVT_RAWARG;

    if (plain && test->op == CAT_OP_INTERSECTS)
        test->op = CAT_OP_IN;
    if (plain && test->op == CAT_OP_EQ && test->modifier == CAT_MOD_ANYOF) {
        test->op = CAT_OP_IN;
        test->modifier = CAT_MOD_NONE;
    }
    if (test->op == CAT_OP_IN || test->op == CAT_OP_INTERSECTS || test->op == CAT_OP_PMATCH ||
        test->modifier == CAT_MOD_ANYOF || test->modifier == CAT_MOD_ALLOF)
        sort_literals(test);
    if (plain && test->op == CAT_OP_IN && test->nliterals == 1)
        test->op = CAT_OP_EQ;
    if (plain && test->nliterals == 1 && test->modifier != CAT_MOD_NONE)
        test->modifier = CAT_MOD_NONE;
    if (test->op == CAT_OP_BCONTAINS)
        test->op = CAT_OP_CONTAINS;
    if (test->op == CAT_OP_BSTARTSWITH)
        test->op = CAT_OP_STARTSWITH;
}

static const struct rc_node *intern_test(struct rc_graph *graph, const struct rc_test *test)
{
    const struct rc_graph_lookup lookup = {graph, test, equal_test, hash_test};
    struct rc_node node = {.kind = RC_NODE_TEST};
    uint32_t *place =
        rc_graph_index_find(graph->arena, &graph->test_index, hash_test_content(test), &lookup);
    struct rc_test *made;

    if (*place == 0) {
        graph->tests =
            rc_graph_grow(graph->arena, graph->tests, graph->ntests, &graph->tests_capacity);
        made = rc_arena_alloc(graph->arena, sizeof *made);
        *made = *test;
        made->number = graph->ntests;
        graph->tests[graph->ntests++] = made;
        graph->test_index.used++;
        *place = graph->ntests;
    }
    node.test = graph->tests[*place - 1];
    return rc_graph_intern(graph, &node);
}

const struct rc_node *rc_graph_test(struct rc_graph *graph, const struct rc_expr *expr)
{
    struct rc_test test = {
        .left = rc_graph_value(graph, expr->left, true),
        .op = expr->op,
        .modifier = expr->modifier,
        .right = expr->right ? rc_graph_value(graph, expr->right, true) : NULL,
        .list = common_list(expr),
        .span = expr->span,
    };

    test.nliterals = test.op == CAT_OP_EXISTS ? 0 : expr->nliterals;
    test.literals =
        rc_arena_array(graph->arena, test.nliterals + 1, sizeof(const struct rc_literal *));
    for (uint32_t i = 0; i < test.nliterals; i++)
        test.literals[i] = &expr->literals[i];
    if (!as_falco_compares(&test))
        return rc_graph_constant(graph, false);
    normalise(&test);
    if (graph->owner != 0 && (rc_graph_remembers(test.left) || rc_graph_remembers(test.right))) {
        test.memory = graph->nmemories + 1;
        graph->nmemories += 2;
    }
    return intern_test(graph, &test);
}

const struct rc_node *rc_graph_contains(struct rc_graph *graph, const struct rc_value *value,
                                        const char *text, uint32_t len)
{
    struct rc_literal *literal = rc_arena_alloc(graph->arena, sizeof *literal);
    struct rc_test test = {.left = value, .op = CAT_OP_CONTAINS, .nliterals = 1};

    *literal = (struct rc_literal){
        .text = rc_arena_strndup(graph->arena, text, len), .len = len, .type = value->type};
    test.literals = rc_arena_array(graph->arena, 1, sizeof(const struct rc_literal *));
    test.literals[0] = literal;
    return intern_test(graph, &test);
}
