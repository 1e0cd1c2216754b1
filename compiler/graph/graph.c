/* The predicate graph: nodes, each once, simplified on the way. See graph.h. Values are made in
 * graph_value.c, tests in graph_test.c. */
#include "graph/graph_parts.h"

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

static uint32_t hash_node_content(const struct rc_node *node)
{
    uint32_t hash = rc_graph_hash_word(node->kind, node->test ? node->test->number + 1u : 0);

    for (uint32_t i = 0; i < node->nchildren; i++)
        hash = rc_graph_hash_word(hash, node->children[i]->number);
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

const struct rc_node *rc_graph_intern(struct rc_graph *graph, struct rc_node *node)
{
    const struct rc_graph_lookup lookup = {graph, node, equal_node, hash_node};
    uint32_t *place =
        rc_graph_index_find(graph->arena, &graph->node_index, hash_node_content(node), &lookup);
    struct rc_node *made;

    if (*place != 0)
        return graph->nodes[*place - 1];
    graph->nodes = rc_graph_grow(graph->arena, graph->nodes, graph->nnodes, &graph->nodes_capacity);
    made = rc_arena_alloc(graph->arena, sizeof *made);
    *made = *node;
    made->number = graph->nnodes;
    made->children = rc_arena_array(graph->arena, node->nchildren + 1, sizeof made->children[0]);
    if (node->nchildren > 0)
        memcpy(made->children, node->children, node->nchildren * sizeof made->children[0]);
    made->remembers = node->test && (rc_graph_remembers(node->test->left) ||
                                     rc_graph_remembers(node->test->right));
    for (uint32_t i = 0; i < node->nchildren; i++)
        made->remembers |= node->children[i]->remembers;
    graph->nodes[graph->nnodes++] = made;
    graph->node_index.used++;
    *place = graph->nnodes;
    return made;
}

void rc_graph_init(struct rc_graph *graph, struct rc_arena *arena)
{
    *graph = (struct rc_graph){.arena = arena};
    rc_graph_intern(graph, &(struct rc_node){.kind = RC_NODE_FALSE});
    rc_graph_intern(graph, &(struct rc_node){.kind = RC_NODE_TRUE});
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
    return rc_graph_intern(graph, &negated);
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
        result = node.nchildren == 1 ? node.children[0] : rc_graph_intern(graph, &node);
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
        result = rc_graph_intern(graph, &node);
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

const struct rc_node *rc_graph_group(struct rc_graph *graph, enum rc_node_kind kind,
                                     const struct rc_node *const *nodes, uint32_t n)
{
    const struct rc_node **sorted = malloc((n + 1) * sizeof *sorted), *result;
    uint32_t kept = 0;

    if (!sorted)
        RC_BUG("out of memory");
    if (n > 0)
        memcpy(sorted, nodes, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, compare_nodes);
    for (uint32_t i = 0; i < n; i++) {
        if (kept == 0 || sorted[kept - 1] != sorted[i])
            sorted[kept++] = sorted[i];
    }
    result = combine_plainly(graph, kind, sorted, kept);
    free(sorted);
    return result;
}

void rc_graph_name(struct rc_graph *graph, const struct rc_node *node, const char *name)
{
    if (name && !node->name && node->kind >= RC_NODE_NOT)
        graph->nodes[node->number]->name = name;
}

/* The place of a tree in the table of macros, or the free place for it. */
static uint32_t find_macro(const struct rc_graph_macros *macros, const struct rc_expr *expr)
{
    uint32_t slot = rc_graph_hash_word(0, (uintptr_t)expr);

    while (macros->exprs[slot & (macros->nslots - 1)] &&
           macros->exprs[slot & (macros->nslots - 1)] != expr)
        slot++;
    return slot & (macros->nslots - 1);
}

static void add_macro(struct rc_arena *arena, struct rc_graph_macros *macros,
                      const struct rc_expr *expr, const struct rc_node *node)
{
    uint32_t slot;

    if (2 * (macros->used + 1) > macros->nslots) {
        const struct rc_graph_macros old = *macros;

        macros->nslots = old.nslots > 0 ? old.nslots * 2 : 64;
        macros->exprs = rc_arena_array(arena, macros->nslots, sizeof(const struct rc_expr *));
        macros->nodes = rc_arena_array(arena, macros->nslots, sizeof(const struct rc_node *));
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

static const struct rc_node *known_macro(const struct rc_graph_macros *macros,
                                         const struct rc_expr *expr)
{
    return macros->nslots > 0 ? macros->nodes[find_macro(macros, expr)] : NULL;
}

static const struct rc_node *macro_node(struct rc_graph *graph, const struct rc_expr *expr)
{
    const struct rc_node *node = known_macro(&graph->macros, expr->children[0]);
    struct rc_graph_macros *macros = &graph->macros;

    /* The tests in it that remember are each rule's own. */
    if (node && node->remembers && graph->owner != 0) {
        macros = &graph->own_macros;
        node = known_macro(macros, expr->children[0]);
    }
    if (node)
        return node;
    node = rc_graph_expr(graph, expr->children[0]);
    rc_graph_name(graph, node, expr->name);
    add_macro(graph->arena, macros, expr->children[0], node);
    return node;
}

const struct rc_node *rc_graph_expr(struct rc_graph *graph, const struct rc_expr *expr)
{
    const struct rc_node **children, *node;

    switch (expr->kind) {
    case RC_EXPR_TEST:
        return rc_graph_test(graph, expr);
    case RC_EXPR_NOT:
        return rc_graph_not(graph, rc_graph_expr(graph, expr->children[0]));
    case RC_EXPR_EXPANDED:
        return macro_node(graph, expr);
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

const struct rc_node *rc_graph_rule(struct rc_graph *graph, uint32_t rule,
                                    const struct rc_expr *expr)
{
    const struct rc_node *node = rc_graph_expr(graph, expr);
    const bool plain = graph->plain;

    if (!node->remembers)
        return node;
    graph->own_macros = (struct rc_graph_macros){0};
    graph->owner = rule + 1;
    graph->plain = true;
    node = rc_graph_expr(graph, expr);
    graph->plain = plain;
    graph->owner = 0;
    return node;
}
