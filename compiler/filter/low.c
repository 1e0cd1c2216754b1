/* Lowered conditions. See low.h. */
#include "filter/low.h"

#include "../runtime/filter.h"

#include <string.h>

/* Tests that nothing is known of in a conjunction, as far as they are kept: they can only
 * contradict each other, and everything is compared with everything. */
#define MOST_FREE 32

/* A walk over a path against looking at a number. Texts other than the name of a file come last:
 * they are not cleaned first, and not judged if they are not plain. */
enum { COST_NUMBER = 1, COST_PATH = 20, COST_TEXT = 400 };

static const struct rc_low never = {.kind = RC_LOW_FALSE};
static const struct rc_low always = {.kind = RC_LOW_TRUE};

const struct rc_low *rc_low_false(void)
{
    return &never;
}

const struct rc_low *rc_low_true(void)
{
    return &always;
}

bool rc_low_is_true(const struct rc_low *low)
{
    return low->kind == RC_LOW_TRUE;
}

bool rc_low_is_false(const struct rc_low *low)
{
    return low->kind == RC_LOW_FALSE;
}

const struct rc_low *rc_low_atom(struct rc_low_space *space, uint32_t atom, uint32_t param,
                                 bool negated)
{
    struct rc_low *low = rc_arena_array(space->arena, 1, sizeof *low);

    low->kind = RC_LOW_ATOM;
    low->atom = (uint16_t)atom;
    low->param = (uint16_t)param;
    low->negated = negated;
    low->cost = atom >= RT_FILTER_PATH_ATOMS ? COST_NUMBER : param == 0 ? COST_PATH : COST_TEXT;
    return low;
}

/* A test that nothing is known of. */
static const struct rc_low *free_atom(struct rc_low_space *space, const struct rc_test *test,
                                      bool negated)
{
    struct rc_low *low = rc_arena_array(space->arena, 1, sizeof *low);

    low->kind = RC_LOW_ATOM;
    low->test = test;
    low->negated = negated;
    return low;
}

static bool same(const struct rc_low *a, const struct rc_low *b)
{
    if (a == b)
        return true;
    if (a->kind != b->kind || a->nchildren != b->nchildren)
        return false;
    if (a->kind == RC_LOW_ATOM)
        return a->atom == b->atom && a->param == b->param && a->negated == b->negated &&
               a->test == b->test;
    for (uint32_t i = 0; i < a->nchildren; i++) {
        if (!same(a->children[i], b->children[i]))
            return false;
    }
    return true;
}

/* Whether another test can contradict this one of which nothing else is known. */
static bool may_exclude(const struct rc_test *test)
{
    return (test->op == CAT_OP_EQ || test->op == CAT_OP_NE) && test->nliterals == 1 &&
           test->modifier == CAT_MOD_NONE && test->memory == 0 && !test->left->candidates &&
           !test->left->is_list;
}

/* f = x against f != x: where there is no value, neither holds. */
static bool exclude(const struct rc_test *a, const struct rc_test *b)
{
    return a->left == b->left && a->op == CAT_OP_EQ && b->op == CAT_OP_NE &&
           a->literals[0]->len == b->literals[0]->len &&
           memcmp(a->literals[0]->text, b->literals[0]->text, a->literals[0]->len) == 0;
}

static bool opposite(const struct rc_low *a, const struct rc_low *b)
{
    if (a->kind != RC_LOW_ATOM || b->kind != RC_LOW_ATOM)
        return false;
    if (a->test && b->test && !a->negated && !b->negated)
        return exclude(a->test, b->test) || exclude(b->test, a->test);
    return a->atom == b->atom && a->param == b->param && a->negated != b->negated &&
           a->test == b->test;
}

/* Adds low, or its children if it is of the kind itself, unless it is there. True: low and what is
 * there contradict each other. */
static bool insert(const struct rc_low **list, uint32_t *n, enum rc_low_kind kind,
                   const struct rc_low *low)
{
    uint32_t at;

    if (low->kind == kind) {
        for (uint32_t i = 0; i < low->nchildren; i++) {
            if (insert(list, n, kind, low->children[i]))
                return true;
        }
        return false;
    }
    uint32_t nfree = 0;
    for (uint32_t i = 0; i < *n; i++) {
        if (opposite(list[i], low))
            return true;
        if (same(list[i], low))
            return false;
        nfree += list[i]->test != NULL;
    }
    if (low->test && nfree >= MOST_FREE)
        return false;
    for (at = *n; at > 0 && list[at - 1]->cost > low->cost; at--)
        list[at] = list[at - 1];
    list[at] = low;
    (*n)++;
    return false;
}

static uint32_t count(const struct rc_low *low, enum rc_low_kind kind)
{
    return low->kind == kind ? low->nchildren : 1;
}

static const struct rc_low *combine(struct rc_low_space *space, enum rc_low_kind kind,
                                    const struct rc_low *a, const struct rc_low *b)
{
    const struct rc_low *neutral = kind == RC_LOW_ALL ? &always : &never;
    const struct rc_low *final = kind == RC_LOW_ALL ? &never : &always;
    struct rc_low *low;

    if (a->kind == final->kind || b->kind == final->kind)
        return final;
    if (a->kind == neutral->kind || same(a, b))
        return b;
    if (b->kind == neutral->kind)
        return a;
    low = rc_arena_array(space->arena, 1, sizeof *low);
    low->kind = kind;
    low->children = rc_arena_array(space->arena, count(a, kind) + count(b, kind),
                                   sizeof(const struct rc_low *));
    if (insert(low->children, &low->nchildren, kind, a) ||
        insert(low->children, &low->nchildren, kind, b))
        return final;
    if (low->nchildren == 1)
        return low->children[0];
    for (uint32_t i = 0; i < low->nchildren; i++)
        low->cost += low->children[i]->cost;
    return low;
}

const struct rc_low *rc_low_and(struct rc_low_space *space, const struct rc_low *a,
                                const struct rc_low *b)
{
    return combine(space, RC_LOW_ALL, a, b);
}

const struct rc_low *rc_low_or(struct rc_low_space *space, const struct rc_low *a,
                               const struct rc_low *b)
{
    return combine(space, RC_LOW_ANY, a, b);
}

const struct rc_low *rc_low_not(struct rc_low_space *space, const struct rc_low *low)
{
    const struct rc_low *result;

    switch (low->kind) {
    case RC_LOW_FALSE:
        return &always;
    case RC_LOW_TRUE:
        return &never;
    case RC_LOW_ATOM:
        return rc_low_atom(space, low->atom, low->param, !low->negated);
    case RC_LOW_ALL:
    case RC_LOW_ANY:
        break;
    }
    result = low->kind == RC_LOW_ALL ? &never : &always;
    for (uint32_t i = 0; i < low->nchildren; i++)
        result = combine(space, low->kind == RC_LOW_ALL ? RC_LOW_ANY : RC_LOW_ALL, result,
                         rc_low_not(space, low->children[i]));
    return result;
}

/* What nothing is known of is possible. */
static const struct rc_low *settle(struct rc_low_space *space, const struct rc_low *low)
{
    const struct rc_low *result;

    if (low->kind != RC_LOW_ALL && low->kind != RC_LOW_ANY)
        return low->kind == RC_LOW_ATOM && low->test ? &always : low;
    result = low->kind == RC_LOW_ALL ? &always : &never;
    for (uint32_t i = 0; i < low->nchildren; i++)
        result = combine(space, low->kind, result, settle(space, low->children[i]));
    return result;
}

static const struct rc_low *lower(struct rc_low_space *space, const struct rc_node *node,
                                  bool negated, rc_low_test_fn *test, void *context);

/* Any of the children. A contradiction is found within one of them; where several are left, what
 * nothing is known of is settled. */
static const struct rc_low *lower_any(struct rc_low_space *space, const struct rc_node *node,
                                      bool negated, rc_low_test_fn *test, void *context)
{
    const struct rc_low *low = &never;
    bool several = false;

    for (uint32_t i = 0; i < node->nchildren && low->kind != RC_LOW_TRUE; i++) {
        const struct rc_low *child = lower(space, node->children[i], negated, test, context);

        if (child->kind == RC_LOW_FALSE)
            continue;
        if (low->kind == RC_LOW_FALSE) {
            low = child;
            continue;
        }
        low = combine(space, RC_LOW_ANY, several ? low : settle(space, low), settle(space, child));
        several = true;
    }
    return low;
}

static const struct rc_low *lower(struct rc_low_space *space, const struct rc_node *node,
                                  bool negated, rc_low_test_fn *test, void *context)
{
    const struct rc_low *low;

    if (node->remembers)
        return &always; /* it counts events: none may be missing */
    switch (node->kind) {
    case RC_NODE_FALSE:
        return negated ? &always : &never;
    case RC_NODE_TRUE:
        return negated ? &never : &always;
    case RC_NODE_TEST:
        low = test(context, node->test, negated);
        if (!low && may_exclude(node->test))
            return free_atom(space, node->test, negated);
        return low ? low : &always;
    case RC_NODE_NOT:
        return lower(space, node->children[0], !negated, test, context);
    case RC_NODE_AND:
    case RC_NODE_OR:
        break;
    }
    if ((node->kind == RC_NODE_AND) == negated)
        return lower_any(space, node, negated, test, context);
    low = &always;
    for (uint32_t i = 0; i < node->nchildren && low->kind != RC_LOW_FALSE; i++)
        low = combine(space, RC_LOW_ALL, low,
                      lower(space, node->children[i], negated, test, context));
    return low;
}

const struct rc_low *rc_low_node(struct rc_low_space *space, const struct rc_node *node,
                                 rc_low_test_fn *test, void *context)
{
    return settle(space, lower(space, node, false, test, context));
}
