/* Lifetimes. See life.h. */
#include "graph/life.h"

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

/* What hangs on both. */
static enum rc_life both(enum rc_life a, enum rc_life b)
{
    if (a == b)
        return a;
    if (rc_life_is_process(a) && rc_life_is_process(b))
        return RC_LIFE_OTHERS;
    return RC_LIFE_EVENT;
}

static enum rc_life life_of_field(enum cat_lifetime life)
{
    switch (life) {
    case CAT_LIFE_EVENT:
    case CAT_LIFE__COUNT:
        break;
    case CAT_LIFE_FD:
        return RC_LIFE_FD;
    case CAT_LIFE_THREAD:
        return RC_LIFE_OWN;
    case CAT_LIFE_PROCESS:
    case CAT_LIFE_ANCESTORS:
    case CAT_LIFE_LEADERS:
    case CAT_LIFE_USERS:
    case CAT_LIFE_CONTAINERS:
        return RC_LIFE_OTHERS;
    }
    return RC_LIFE_EVENT;
}

/* Arguments that are constants do not count; of a value made of constants alone nobody keeps
 * anything. */
static enum rc_life life_of_value(const struct rc_value *value)
{
    enum rc_life life = RC_LIFE_EVENT;
    bool any = false;

    if (value->kind == RC_OPERAND_FIELD)
        return life_of_field(cat_fields[value->field].life);
    for (uint32_t i = 0; i < value->nargs; i++) {
        if (value->args[i]->kind == RC_OPERAND_CONSTANT)
            continue;
        life = any ? both(life, life_of_value(value->args[i])) : life_of_value(value->args[i]);
        any = true;
    }
    return life;
}

enum rc_life rc_life_of_test(const struct rc_test *test)
{
    const enum rc_life left = life_of_value(test->left);

    if (!test->right || test->right->kind == RC_OPERAND_CONSTANT)
        return left;
    return both(left, life_of_value(test->right));
}

/* What is known of the node; good until another node is asked for. */
static struct rc_life_answers *answers(struct rc_lives *lives, const struct rc_node *node)
{
    struct rc_life_answers *bigger;
    uint32_t size = lives->size > 0 ? lives->size : 256;

    if (node->number < lives->size)
        return &lives->answers[node->number];
    while (size <= node->number)
        size *= 2;
    bigger = rc_arena_array(lives->arena, size, sizeof *bigger);
    if (lives->size > 0)
        memcpy(bigger, lives->answers, lives->size * sizeof *bigger);
    lives->answers = bigger;
    lives->size = size;
    return &lives->answers[node->number];
}

enum rc_life rc_life_of_node(struct rc_lives *lives, const struct rc_node *node)
{
    enum rc_life life = RC_LIFE_EVENT;

    if (answers(lives, node)->life != 0)
        return (enum rc_life)(answers(lives, node)->life - 1);
    if (node->kind == RC_NODE_TEST)
        life = rc_life_of_test(node->test);
    for (uint32_t i = 0; i < node->nchildren; i++) {
        const enum rc_life child = rc_life_of_node(lives, node->children[i]);

        life = i == 0 ? child : both(life, child);
    }
    answers(lives, node)->life = (uint8_t)(life + 1);
    return life;
}

/* --- drawing together --- */

static const struct rc_node *combine(struct rc_graph *graph, enum rc_node_kind kind,
                                     const struct rc_node *const *nodes, uint32_t n)
{
    return kind == RC_NODE_AND ? rc_graph_all(graph, nodes, n) : rc_graph_any(graph, nodes, n);
}

/* Operands of one life, of which there are two at least, become one; *n goes down. */
static void draw_together(struct rc_lives *lives, struct rc_graph *graph, enum rc_node_kind kind,
                          enum rc_life life, const struct rc_node **nodes, uint32_t *n)
{
    const struct rc_node **alike = malloc((*n + 1) * sizeof *alike);
    uint32_t nalike = 0, kept = 0;

    if (!alike)
        RC_BUG("out of memory");
    for (uint32_t i = 0; i < *n; i++) {
        if (rc_life_of_node(lives, nodes[i]) == life)
            alike[nalike++] = nodes[i];
    }
    if (nalike >= 2 && nalike < *n) {
        for (uint32_t i = 0; i < *n; i++) {
            if (rc_life_of_node(lives, nodes[i]) != life)
                nodes[kept++] = nodes[i];
        }
        nodes[kept++] = combine(graph, kind, alike, nalike);
        *n = kept;
    }
    free(alike);
}

const struct rc_node *rc_life_regroup(struct rc_lives *lives, struct rc_graph *graph,
                                      const struct rc_node *node, bool fds)
{
    const struct rc_node **nodes, *made;
    uint32_t n = node->nchildren;

    if (n == 0)
        return node;
    if (node->kind == RC_NODE_NOT)
        return rc_graph_not(graph, rc_life_regroup(lives, graph, node->children[0], fds));
    if (answers(lives, node)->grouped[fds])
        return answers(lives, node)->grouped[fds];
    nodes = malloc((n + 1) * sizeof *nodes);
    if (!nodes)
        RC_BUG("out of memory");
    for (uint32_t i = 0; i < n; i++)
        nodes[i] = rc_life_regroup(lives, graph, node->children[i], fds);
    draw_together(lives, graph, node->kind, RC_LIFE_OWN, nodes, &n);
    draw_together(lives, graph, node->kind, RC_LIFE_OTHERS, nodes, &n);
    if (fds)
        draw_together(lives, graph, node->kind, RC_LIFE_FD, nodes, &n);
    made = rc_graph_group(graph, node->kind, nodes, n);
    rc_graph_name(graph, made, node->name);
    answers(lives, node)->grouped[fds] = made;
    free(nodes);
    return made;
}

/* --- bounds --- */

static const struct rc_node *bound(struct rc_lives *lives, struct rc_graph *graph,
                                   const struct rc_node *node, bool own, bool negated)
{
    const enum rc_life life = rc_life_of_node(lives, node);
    const uint32_t question = 2u * own + negated;
    const struct rc_node **nodes, *made;

    if (answers(lives, node)->bounds[question])
        return answers(lives, node)->bounds[question];
    if (node->kind == RC_NODE_TRUE || node->kind == RC_NODE_FALSE || life == RC_LIFE_OWN ||
        (life == RC_LIFE_OTHERS && !own))
        return negated ? rc_graph_not(graph, node) : node;
    if (node->kind == RC_NODE_NOT)
        return bound(lives, graph, node->children[0], own, !negated);
    if (node->kind == RC_NODE_TEST)
        return rc_graph_constant(graph, true);
    nodes = malloc((node->nchildren + 1) * sizeof *nodes);
    if (!nodes)
        RC_BUG("out of memory");
    for (uint32_t i = 0; i < node->nchildren; i++)
        nodes[i] = bound(lives, graph, node->children[i], own, negated);
    made = rc_graph_group(graph, (node->kind == RC_NODE_AND) != negated ? RC_NODE_AND : RC_NODE_OR,
                          nodes, node->nchildren);
    answers(lives, node)->bounds[question] = made;
    free(nodes);
    return made;
}

const struct rc_node *rc_life_bound(struct rc_lives *lives, struct rc_graph *graph,
                                    const struct rc_node *node, bool own)
{
    return bound(lives, graph, node, own, false);
}
