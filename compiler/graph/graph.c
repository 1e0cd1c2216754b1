/* The predicate graph: making values, tests and nodes, each once. See graph.h. */
#include "graph/graph.h"

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

/* --- tables by content --- */

static uint32_t hash_word(uint32_t hash, uint64_t word)
{
    const uint64_t mixed = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);

    return (uint32_t)(mixed >> 32);
}

static uint32_t hash_text(uint32_t hash, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        hash = hash_word(hash, (unsigned char)text[i]);
    return hash_word(hash, len);
}

/* The place of the thing that `equal` says is the same as key, or the free place for it. The hash
 * of an entry is asked for again when the table grows. */
struct lookup {
    const struct rc_graph *graph;
    const void *key;
    bool (*equal)(const struct rc_graph *graph, uint32_t number, const void *key);
    uint32_t (*rehash)(const struct rc_graph *graph, uint32_t number);
};

static void index_grow(struct rc_arena *arena, struct rc_graph_index *index,
                       const struct lookup *lookup)
{
    const struct rc_graph_index old = *index;

    index->nslots = old.nslots > 0 ? old.nslots * 2 : 64;
    index->slots = rc_arena_array(arena, index->nslots, sizeof *index->slots);
    for (uint32_t i = 0; i < old.nslots; i++) {
        uint32_t slot;

        if (old.slots[i] == 0)
            continue;
        slot = lookup->rehash(lookup->graph, old.slots[i] - 1);
        while (index->slots[slot & (index->nslots - 1)] != 0)
            slot++;
        index->slots[slot & (index->nslots - 1)] = old.slots[i];
    }
}

static uint32_t *index_find(struct rc_arena *arena, struct rc_graph_index *index, uint32_t hash,
                            const struct lookup *lookup)
{
    if (2 * (index->used + 1) > index->nslots)
        index_grow(arena, index, lookup);
    for (uint32_t slot = hash;; slot++) {
        uint32_t *place = &index->slots[slot & (index->nslots - 1)];

        if (*place == 0 || lookup->equal(lookup->graph, *place - 1, lookup->key))
            return place;
    }
}

/* Room for one more pointer at the end of an array in the arena. */
static void *grow(struct rc_arena *arena, void *array, uint32_t n, uint32_t *capacity)
{
    void **bigger;

    if (n < *capacity)
        return array;
    *capacity = *capacity > 0 ? 2 * *capacity : 64;
    bigger = rc_arena_array(arena, *capacity, sizeof *bigger);
    if (n > 0)
        memcpy(bigger, array, n * sizeof *bigger);
    return bigger;
}

/* --- values --- */

static uint32_t hash_value(const struct rc_graph *graph, uint32_t number)
{
    const struct rc_value *value = graph->values[number];

    /* The name tells everything but how the value is read. */
    return hash_word(hash_text(0, value->name, strlen(value->name)), value->candidates);
}

static bool same_literal(const struct rc_literal *a, const struct rc_literal *b)
{
    return a->type == b->type && a->len == b->len && memcmp(a->text, b->text, a->len) == 0 &&
           a->number == b->number && a->real == b->real && a->nbytes == b->nbytes &&
           a->prefix_bits == b->prefix_bits && memcmp(a->bytes, b->bytes, sizeof a->bytes) == 0;
}

static bool equal_value(const struct rc_graph *graph, uint32_t number, const void *key)
{
    const struct rc_value *a = graph->values[number], *b = key;

    if (a->kind != b->kind || a->field != b->field || a->arg_kind != b->arg_kind ||
        a->index != b->index || strcmp(a->key, b->key) != 0 || a->candidates != b->candidates ||
        a->transformer != b->transformer || a->nargs != b->nargs)
        return false;
    for (uint32_t i = 0; i < a->nargs; i++) {
        if (a->args[i] != b->args[i])
            return false;
    }
    return a->kind != RC_OPERAND_CONSTANT || same_literal(a->constant, b->constant);
}

static const struct rc_value *intern_value(struct rc_graph *graph, const struct rc_value *value)
{
    const struct lookup lookup = {graph, value, equal_value, hash_value};
    const uint32_t hash =
        hash_word(hash_text(0, value->name, strlen(value->name)), value->candidates);
    uint32_t *place = index_find(graph->arena, &graph->value_index, hash, &lookup);
    struct rc_value *made;

    if (*place != 0)
        return graph->values[*place - 1];
    graph->values = grow(graph->arena, graph->values, graph->nvalues, &graph->values_capacity);
    made = rc_arena_alloc(graph->arena, sizeof *made);
    *made = *value;
    made->number = graph->nvalues;
    graph->values[graph->nvalues++] = made;
    graph->value_index.used++;
    *place = graph->nvalues;
    return made;
}

static const char *value_name(struct rc_arena *arena, const struct rc_value *value)
{
    struct rc_strbuf text = {0};
    const char *name;

    switch (value->kind) {
    case RC_OPERAND_FIELD:
        name = cat_fields[value->field].name;
        if (value->arg_kind == RC_ARG_INDEX)
            return rc_arena_printf(arena, "%s[%u]", name, value->index);
        /* evt.arg.flags keeps its own spelling; every other key stands in brackets. */
        if (value->arg_kind == RC_ARG_KEY)
            return rc_arena_printf(arena,
                                   value->field == FIELD_EVT_ARG || value->field == FIELD_EVT_RAWARG
                                       ? "%s.%s"
                                       : "%s[%s]",
                                   name, value->key);
        return name;
    case RC_OPERAND_CONSTANT:
        return rc_arena_strndup(arena, value->constant->text, value->constant->len);
    case RC_OPERAND_TRANSFORM:
        rc_strbuf_adds(&text, cat_transformer_names[value->transformer]);
        break;
    case RC_OPERAND_LIST:
        break;
    }
    rc_strbuf_addc(&text, '(');
    for (uint32_t i = 0; i < value->nargs; i++)
        rc_strbuf_printf(&text, "%s%s", i > 0 ? ", " : "", value->args[i]->name);
    rc_strbuf_addc(&text, ')');
    if (value->arg_kind == RC_ARG_KEY)
        rc_strbuf_printf(&text, "[%s]", value->key);
    name = rc_arena_strndup(arena, text.data, text.len);
    rc_strbuf_free(&text);
    return name;
}

const struct rc_value *rc_graph_value(struct rc_graph *graph, const struct rc_operand *operand,
                                      bool in_condition)
{
    struct rc_value value = {
        .kind = operand->kind,
        .key = "",
        .type = operand->type,
        .is_list = operand->is_list,
    };

    /* val() only marks a right side. */
    if (operand->kind == RC_OPERAND_TRANSFORM && operand->transformer == CAT_TRANSFORM_VAL &&
        operand->nargs == 1)
        return rc_graph_value(graph, operand->args[0], in_condition);
    switch (operand->kind) {
    case RC_OPERAND_FIELD:
        value.field = operand->field;
        value.arg_kind = operand->arg_kind;
        if (operand->arg_kind == RC_ARG_INDEX)
            value.index = operand->index;
        if (operand->arg_kind == RC_ARG_KEY)
            value.key = operand->key;
        /* proc.aenv[1] in a condition asks all ancestors as well, as in Falco. */
        value.candidates =
            in_condition &&
            (operand->arg_kind == RC_ARG_NONE ||
             (operand->arg_kind == RC_ARG_INDEX && operand->field == FIELD_PROC_AENV)) &&
            (cat_fields[operand->field].flags & CAT_FF_CANDIDATES);
        break;
    case RC_OPERAND_TRANSFORM:
        value.transformer = operand->transformer;
        if (operand->arg) { /* getopt(...)[x] */
            value.arg_kind = RC_ARG_KEY;
            value.key = rc_arena_strndup(graph->arena, operand->arg, operand->arg_len);
        }
        break;
    case RC_OPERAND_LIST:
        break;
    case RC_OPERAND_CONSTANT:
        value.constant = operand->constant;
        break;
    }
    value.nargs = operand->kind == RC_OPERAND_TRANSFORM || operand->kind == RC_OPERAND_LIST
                      ? operand->nargs
                      : 0;
    value.args = rc_arena_array(graph->arena, value.nargs + 1, sizeof(const struct rc_value *));
    for (uint32_t i = 0; i < value.nargs; i++)
        value.args[i] = rc_graph_value(graph, operand->args[i], in_condition);
    value.name = value_name(graph->arena, &value);
    return intern_value(graph, &value);
}

/* --- tests --- */

static uint32_t hash_test_content(const struct rc_test *test)
{
    uint32_t hash = hash_word(test->left->number, (uint64_t)test->op << 8 | test->modifier);

    for (uint32_t i = 0; i < test->nliterals; i++)
        hash = hash_text(hash, test->literals[i]->text, test->literals[i]->len);
    return hash_word(hash, test->right ? test->right->number + 1u : 0);
}

static uint32_t hash_test(const struct rc_graph *graph, uint32_t number)
{
    return hash_test_content(graph->tests[number]);
}

static bool equal_test(const struct rc_graph *graph, uint32_t number, const void *key)
{
    const struct rc_test *a = graph->tests[number], *b = key;

    if (a->left != b->left || a->op != b->op || a->modifier != b->modifier || a->all != b->all ||
        a->right != b->right || a->nliterals != b->nliterals)
        return false;
    for (uint32_t i = 0; i < a->nliterals; i++) {
        if (!same_literal(a->literals[i], b->literals[i]))
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
        if (kept == 0 || !same_literal(test->literals[kept - 1], test->literals[i]))
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

static const struct rc_node *intern_node(struct rc_graph *graph, struct rc_node *node);

static const struct rc_node *intern_test(struct rc_graph *graph, const struct rc_test *test)
{
    const struct lookup lookup = {graph, test, equal_test, hash_test};
    struct rc_node node = {.kind = RC_NODE_TEST};
    uint32_t *place =
        index_find(graph->arena, &graph->test_index, hash_test_content(test), &lookup);
    struct rc_test *made;

    if (*place == 0) {
        graph->tests = grow(graph->arena, graph->tests, graph->ntests, &graph->tests_capacity);
        made = rc_arena_alloc(graph->arena, sizeof *made);
        *made = *test;
        made->number = graph->ntests;
        graph->tests[graph->ntests++] = made;
        graph->test_index.used++;
        *place = graph->ntests;
    }
    node.test = graph->tests[*place - 1];
    return intern_node(graph, &node);
}

/* Whether an fd has the name of a host at one end, Falco does not ask: it asks whether there is an
 * fd that is known. So does the kind of it. */
static bool is_host_name(enum cat_field_id field)
{
    return field == FIELD_FD_CIP_NAME || field == FIELD_FD_SIP_NAME || field == FIELD_FD_LIP_NAME ||
           field == FIELD_FD_RIP_NAME;
}

static const struct rc_operand kind_of_fd = {
    .kind = RC_OPERAND_FIELD, .name = "fd.type", .field = FIELD_FD_TYPE, .type = CAT_TYPE_CHARBUF};

static const struct rc_node *test_node(struct rc_graph *graph, const struct rc_expr *expr)
{
    struct rc_test test = {
        .left = rc_graph_value(graph, expr->left, true),
        .op = expr->op,
        .modifier = expr->modifier,
        .right = expr->right ? rc_graph_value(graph, expr->right, true) : NULL,
        .list = common_list(expr),
        .span = expr->span,
    };

    if (test.op == CAT_OP_EXISTS && is_host_name(test.left->field))
        test.left = rc_graph_value(graph, &kind_of_fd, true);
    test.nliterals = test.op == CAT_OP_EXISTS ? 0 : expr->nliterals;
    test.literals =
        rc_arena_array(graph->arena, test.nliterals + 1, sizeof(const struct rc_literal *));
    for (uint32_t i = 0; i < test.nliterals; i++)
        test.literals[i] = &expr->literals[i];
    if (!as_falco_compares(&test))
        return rc_graph_constant(graph, false);
    normalise(&test);
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

/* --- nodes --- */

static uint32_t hash_node_content(const struct rc_node *node)
{
    uint32_t hash = hash_word(node->kind, node->test ? node->test->number + 1u : 0);

    for (uint32_t i = 0; i < node->nchildren; i++)
        hash = hash_word(hash, node->children[i]->number);
    return hash;
}

static uint32_t hash_node(const struct rc_graph *graph, uint32_t number)
{
    return hash_node_content(graph->nodes[number]);
}

static bool equal_node(const struct rc_graph *graph, uint32_t number, const void *key)
{
    const struct rc_node *a = graph->nodes[number], *b = key;

    return a->kind == b->kind && a->test == b->test && a->nchildren == b->nchildren &&
           (a->nchildren == 0 ||
            memcmp(a->children, b->children, a->nchildren * sizeof a->children[0]) == 0);
}

static const struct rc_node *intern_node(struct rc_graph *graph, struct rc_node *node)
{
    const struct lookup lookup = {graph, node, equal_node, hash_node};
    uint32_t *place =
        index_find(graph->arena, &graph->node_index, hash_node_content(node), &lookup);
    struct rc_node *made;

    if (*place != 0)
        return graph->nodes[*place - 1];
    graph->nodes = grow(graph->arena, graph->nodes, graph->nnodes, &graph->nodes_capacity);
    made = rc_arena_alloc(graph->arena, sizeof *made);
    *made = *node;
    made->number = graph->nnodes;
    made->children = rc_arena_array(graph->arena, node->nchildren + 1, sizeof made->children[0]);
    if (node->nchildren > 0)
        memcpy(made->children, node->children, node->nchildren * sizeof made->children[0]);
    graph->nodes[graph->nnodes++] = made;
    graph->node_index.used++;
    *place = graph->nnodes;
    return made;
}

void rc_graph_init(struct rc_graph *graph, struct rc_arena *arena)
{
    *graph = (struct rc_graph){.arena = arena};
    intern_node(graph, &(struct rc_node){.kind = RC_NODE_FALSE});
    intern_node(graph, &(struct rc_node){.kind = RC_NODE_TRUE});
}

const struct rc_node *rc_graph_constant(struct rc_graph *graph, bool holds)
{
    return graph->nodes[holds];
}

const struct rc_node *rc_graph_not(struct rc_graph *graph, const struct rc_node *node)
{
    struct rc_node negated = {.kind = RC_NODE_NOT, .children = &node, .nchildren = 1};

    switch (node->kind) {
    case RC_NODE_FALSE:
    case RC_NODE_TRUE:
        return rc_graph_constant(graph, node->kind == RC_NODE_FALSE);
    case RC_NODE_NOT:
        return node->children[0];
    case RC_NODE_TEST:
    case RC_NODE_AND:
    case RC_NODE_OR:
        break;
    }
    return intern_node(graph, &negated);
}

static int compare_nodes(const void *a, const void *b)
{
    const uint32_t x = (*(const struct rc_node *const *)a)->number;
    const uint32_t y = (*(const struct rc_node *const *)b)->number;

    return (x > y) - (x < y);
}

static bool has(const struct rc_node *const *nodes, uint32_t n, const struct rc_node *node)
{
    return bsearch(&node, nodes, n, sizeof *nodes, compare_nodes) != NULL;
}

/* x and not x among the operands. */
static bool contradicts(const struct rc_node *const *nodes, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (nodes[i]->kind == RC_NODE_NOT && has(nodes, n, nodes[i]->children[0]))
            return true;
    }
    return false;
}

/* In `a and (a or b)` the bracket adds nothing; likewise in `a or (a and b)`. other is the kind of
 * the bracket. */
static bool absorbed(const struct rc_node *const *nodes, uint32_t n, const struct rc_node *node,
                     enum rc_node_kind other)
{
    if (node->kind != other)
        return false;
    for (uint32_t i = 0; i < node->nchildren; i++) {
        if (has(nodes, n, node->children[i]))
            return true;
    }
    return false;
}

/* Nothing is flattened, dropped or sorted; only constants are no operands. */
static const struct rc_node *combine_plainly(struct rc_graph *graph, enum rc_node_kind kind,
                                             const struct rc_node *const *nodes, uint32_t n)
{
    const struct rc_node *neutral = rc_graph_constant(graph, kind == RC_NODE_AND);
    const struct rc_node *decisive = rc_graph_constant(graph, kind == RC_NODE_OR), *result;
    struct rc_node node = {.kind = kind, .children = malloc((n + 1) * sizeof *node.children)};

    if (!node.children)
        RC_BUG("out of memory");
    result = neutral;
    for (uint32_t i = 0; i < n && result != decisive; i++) {
        if (nodes[i] == decisive)
            result = decisive;
        else if (nodes[i] != neutral)
            node.children[node.nchildren++] = nodes[i];
    }
    if (result != decisive && node.nchildren > 0)
        result = node.nchildren == 1 ? node.children[0] : intern_node(graph, &node);
    free(node.children);
    return result;
}

static const struct rc_node *combine(struct rc_graph *graph, enum rc_node_kind kind,
                                     const struct rc_node *const *nodes, uint32_t n)
{
    const bool is_and = kind == RC_NODE_AND;
    const enum rc_node_kind other = is_and ? RC_NODE_OR : RC_NODE_AND;
    const struct rc_node **flat, *result;
    uint32_t nflat = 0, kept = 0, total = 0;
    struct rc_node node = {.kind = kind};

    if (graph->plain)
        return combine_plainly(graph, kind, nodes, n);
    for (uint32_t i = 0; i < n; i++)
        total += nodes[i]->kind == kind ? nodes[i]->nchildren : 1;
    flat = malloc((total + 1) * sizeof *flat);
    if (!flat)
        RC_BUG("out of memory");
    for (uint32_t i = 0; i < n; i++) {
        if (nodes[i]->kind == kind) {
            memcpy(flat + nflat, nodes[i]->children, nodes[i]->nchildren * sizeof *flat);
            nflat += nodes[i]->nchildren;
        } else if (nodes[i]->kind != (is_and ? RC_NODE_TRUE : RC_NODE_FALSE)) {
            flat[nflat++] = nodes[i];
        }
    }
    qsort(flat, nflat, sizeof *flat, compare_nodes);
    for (uint32_t i = 0; i < nflat; i++) {
        if (kept == 0 || flat[kept - 1] != flat[i])
            flat[kept++] = flat[i];
    }
    nflat = kept;
    if ((nflat > 0 && flat[0]->kind == (is_and ? RC_NODE_FALSE : RC_NODE_TRUE)) ||
        contradicts(flat, nflat)) {
        free(flat);
        return rc_graph_constant(graph, !is_and);
    }
    /* What absorbs is never itself absorbed away wrongly: it is no bracket of that kind. */
    node.children = malloc((nflat + 1) * sizeof *flat);
    if (!node.children)
        RC_BUG("out of memory");
    for (uint32_t i = 0; i < nflat; i++) {
        if (!absorbed(flat, nflat, flat[i], other))
            node.children[node.nchildren++] = flat[i];
    }
    if (node.nchildren == 0)
        result = rc_graph_constant(graph, is_and);
    else if (node.nchildren == 1)
        result = node.children[0];
    else
        result = intern_node(graph, &node);
    free(node.children);
    free(flat);
    return result;
}

const struct rc_node *rc_graph_all(struct rc_graph *graph, const struct rc_node *const *nodes,
                                   uint32_t n)
{
    return combine(graph, RC_NODE_AND, nodes, n);
}

const struct rc_node *rc_graph_any(struct rc_graph *graph, const struct rc_node *const *nodes,
                                   uint32_t n)
{
    return combine(graph, RC_NODE_OR, nodes, n);
}

void rc_graph_name(struct rc_graph *graph, const struct rc_node *node, const char *name)
{
    if (name && !node->name && node->kind >= RC_NODE_NOT)
        graph->nodes[node->number]->name = name;
}

/* The place of a tree in the table of macros, or the free place for it. */
static uint32_t find_macro(const struct rc_graph_macros *macros, const struct rc_expr *expr)
{
    uint32_t slot = hash_word(0, (uintptr_t)expr);

    while (macros->exprs[slot & (macros->nslots - 1)] &&
           macros->exprs[slot & (macros->nslots - 1)] != expr)
        slot++;
    return slot & (macros->nslots - 1);
}

static void add_macro(struct rc_graph *graph, const struct rc_expr *expr,
                      const struct rc_node *node)
{
    struct rc_graph_macros *macros = &graph->macros;
    uint32_t slot;

    if (2 * (macros->used + 1) > macros->nslots) {
        const struct rc_graph_macros old = *macros;

        macros->nslots = old.nslots > 0 ? old.nslots * 2 : 64;
        macros->exprs =
            rc_arena_array(graph->arena, macros->nslots, sizeof(const struct rc_expr *));
        macros->nodes =
            rc_arena_array(graph->arena, macros->nslots, sizeof(const struct rc_node *));
        for (uint32_t i = 0; i < old.nslots; i++) {
            if (!old.exprs[i])
                continue;
            slot = find_macro(macros, old.exprs[i]);
            macros->exprs[slot] = old.exprs[i];
            macros->nodes[slot] = old.nodes[i];
        }
    }
    slot = find_macro(macros, expr);
    macros->exprs[slot] = expr;
    macros->nodes[slot] = node;
    macros->used++;
}

const struct rc_node *rc_graph_expr(struct rc_graph *graph, const struct rc_expr *expr)
{
    const struct rc_node **children, *node = NULL;

    switch (expr->kind) {
    case RC_EXPR_TEST:
        return test_node(graph, expr);
    case RC_EXPR_NOT:
        return rc_graph_not(graph, rc_graph_expr(graph, expr->children[0]));
    case RC_EXPR_EXPANDED:
        if (graph->macros.nslots > 0)
            node = graph->macros.nodes[find_macro(&graph->macros, expr->children[0])];
        if (node)
            return node;
        node = rc_graph_expr(graph, expr->children[0]);
        rc_graph_name(graph, node, expr->name);
        add_macro(graph, expr->children[0], node);
        return node;
    case RC_EXPR_AND:
    case RC_EXPR_OR:
        children = malloc(expr->nchildren * sizeof *children);
        if (!children)
            RC_BUG("out of memory");
        for (uint32_t i = 0; i < expr->nchildren; i++)
            children[i] = rc_graph_expr(graph, expr->children[i]);
        node = combine(graph, expr->kind == RC_EXPR_AND ? RC_NODE_AND : RC_NODE_OR, children,
                       expr->nchildren);
        free(children);
        return node;
    case RC_EXPR_MACRO:
        break;
    }
    RC_BUG("macro `%s` is left after sema", expr->name ? expr->name : "?");
}
