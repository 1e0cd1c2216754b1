/* Conditions, one event at a time. See specialise.h. */
#include "graph/specialise.h"

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

/* Events with the same fact for every test. */
struct rc_event_class {
    uint32_t number;
    uint8_t *facts;              /* a byte for each of the specialiser's folding tests */
    uint8_t *by_test;            /* a byte for each test: its fact */
    const struct rc_node **done; /* by node number; NULL: not yet */
    uint32_t ndone;              /* size of it */
    struct rc_event_class *next;
};

static bool literal_is(const struct rc_literal *literal, const char *text)
{
    return strlen(text) == literal->len && memcmp(text, literal->text, literal->len) == 0;
}

/* evt.type is name: only for equality, which is what rules ask; the rest stays a test. */
static enum rc_fact name_fact(const struct rc_test *test, const char *name)
{
    bool among = false;

    if (test->op == CAT_OP_EXISTS)
        return RC_FACT_TRUE;
    if (test->right || test->modifier != CAT_MOD_NONE)
        return RC_FACT_UNKNOWN;
    if (test->op != CAT_OP_EQ && test->op != CAT_OP_IN && test->op != CAT_OP_NE)
        return RC_FACT_UNKNOWN;
    for (uint32_t i = 0; i < test->nliterals; i++)
        among |= literal_is(test->literals[i], name);
    return among == (test->op != CAT_OP_NE) ? RC_FACT_TRUE : RC_FACT_FALSE;
}

static bool has_param(const struct cat_event *info, const struct rc_value *value)
{
    if (value->arg_kind == RC_ARG_INDEX)
        return value->index < info->nparams;
    for (uint32_t i = 0; i < info->nparams; i++) {
        if (strcmp(info->params[i].name, value->key) == 0)
            return true;
    }
    return false;
}

/* evt.is_open_X is 0. */
static enum rc_fact zero_fact(const struct rc_test *test)
{
    bool among = false;

    if (test->op == CAT_OP_EXISTS)
        return RC_FACT_TRUE;
    if (test->right || test->modifier != CAT_MOD_NONE)
        return RC_FACT_UNKNOWN;
    if (test->op != CAT_OP_EQ && test->op != CAT_OP_IN && test->op != CAT_OP_NE)
        return RC_FACT_UNKNOWN;
    for (uint32_t i = 0; i < test->nliterals; i++)
        among |= test->literals[i]->number == 0;
    return among == (test->op != CAT_OP_NE) ? RC_FACT_TRUE : RC_FACT_FALSE;
}

static bool is_opening(uint32_t event)
{
    return event == EV_OPEN_X || event == EV_OPENAT_2_X || event == EV_OPENAT2_X ||
           event == EV_OPEN_BY_HANDLE_AT_X || event == EV_CREAT_X;
}

enum rc_fact rc_test_fact(const struct rc_test *test, uint32_t event)
{
    const struct cat_event *info = &cat_events[event];

    if (test->left->kind != RC_OPERAND_FIELD)
        return RC_FACT_UNKNOWN;
    switch ((int)test->left->field) {
    case FIELD_EVT_TYPE:
        if (event == EV_GENERIC_E || event == EV_GENERIC_X || event == EV_ASYNCEVENT_E)
            return RC_FACT_UNKNOWN;
        return name_fact(test, info->name);
    case FIELD_EVT_ARG:
    case FIELD_EVT_RAWARG:
        return has_param(info, test->left) ? RC_FACT_UNKNOWN : RC_FACT_FALSE;
    case FIELD_FS_PATH_RESOLVED:
        return is_opening(event) ? RC_FACT_UNKNOWN : RC_FACT_FALSE;
    case FIELD_EVT_IS_OPEN_READ:
    case FIELD_EVT_IS_OPEN_WRITE:
    case FIELD_EVT_IS_OPEN_EXEC:
    case FIELD_EVT_IS_OPEN_CREATE:
        return is_opening(event) ? RC_FACT_UNKNOWN : zero_fact(test);
    default:
        return RC_FACT_UNKNOWN;
    }
}

void rc_specialiser_open(struct rc_specialiser *specialiser, struct rc_graph *graph)
{
    *specialiser = (struct rc_specialiser){.graph = graph, .ntests = graph->ntests};
    specialiser->folding = rc_arena_array(graph->arena, graph->ntests + 1, sizeof(uint32_t));
    for (uint32_t i = 0; i < graph->ntests; i++) {
        for (uint32_t event = 0; event < EV__COUNT; event++) {
            if (rc_test_fact(graph->tests[i], event) != RC_FACT_UNKNOWN) {
                specialiser->folding[specialiser->nfolding++] = i;
                break;
            }
        }
    }
}

uint32_t rc_specialiser_event(struct rc_specialiser *specialiser, uint32_t event)
{
    struct rc_arena *arena = specialiser->graph->arena;
    struct rc_event_class **link = &specialiser->classes, *made;
    uint8_t *facts = rc_arena_alloc(arena, specialiser->nfolding + 1);
    uint32_t number = 0;

    for (uint32_t i = 0; i < specialiser->nfolding; i++)
        facts[i] = rc_test_fact(specialiser->graph->tests[specialiser->folding[i]], event);
    for (; *link; link = &(*link)->next, number++) {
        if (memcmp((*link)->facts, facts, specialiser->nfolding) == 0) {
            specialiser->current = *link;
            return number;
        }
    }
    made = rc_arena_alloc(arena, sizeof *made);
    made->number = number;
    made->facts = facts;
    made->by_test = rc_arena_alloc(arena, specialiser->ntests + 1);
    for (uint32_t i = 0; i < specialiser->nfolding; i++)
        made->by_test[specialiser->folding[i]] = facts[i];
    made->ndone = specialiser->graph->nnodes;
    made->done = rc_arena_array(arena, made->ndone, sizeof(const struct rc_node *));
    *link = made;
    specialiser->current = made;
    return number;
}

static const struct rc_node *fold(struct rc_specialiser *specialiser, const struct rc_node *node)
{
    struct rc_graph *graph = specialiser->graph;
    const struct rc_node **children, *folded = node;
    enum rc_fact fact;

    switch (node->kind) {
    case RC_NODE_FALSE:
    case RC_NODE_TRUE:
        return node;
    case RC_NODE_TEST:
        fact = (enum rc_fact)specialiser->current->by_test[node->test->number];
        return fact == RC_FACT_UNKNOWN ? node : rc_graph_constant(graph, fact == RC_FACT_TRUE);
    case RC_NODE_NOT:
        folded = rc_graph_not(graph, rc_specialise(specialiser, node->children[0]));
        break;
    case RC_NODE_AND:
    case RC_NODE_OR:
        children = malloc(node->nchildren * sizeof *children);
        if (!children)
            RC_BUG("out of memory");
        for (uint32_t i = 0; i < node->nchildren; i++)
            children[i] = rc_specialise(specialiser, node->children[i]);
        folded = node->kind == RC_NODE_AND ? rc_graph_all(graph, children, node->nchildren)
                                           : rc_graph_any(graph, children, node->nchildren);
        free(children);
        break;
    }
    rc_graph_name(graph, folded, node->name);
    return folded;
}

const struct rc_node *rc_specialise(struct rc_specialiser *specialiser, const struct rc_node *node)
{
    const struct rc_node **done = node->number < specialiser->current->ndone
                                      ? &specialiser->current->done[node->number]
                                      : NULL;
    const struct rc_node *folded;

    if (done && *done)
        return *done;
    folded = fold(specialiser, node);
    if (done)
        *done = folded;
    return folded;
}
