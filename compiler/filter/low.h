/* Lowered conditions: what is left of a node when every test is either decided by a lower layer or
 * taken as possible. A small tree of atoms, negated atoms, and, or; simplified as it is made.
 */
#ifndef RULEC_LOW_H
#define RULEC_LOW_H

#include "graph/graph.h"

enum rc_low_kind { RC_LOW_FALSE, RC_LOW_TRUE, RC_LOW_ATOM, RC_LOW_ALL, RC_LOW_ANY };

struct rc_low {
    enum rc_low_kind kind;
    uint16_t atom;
    uint16_t param; /* which parameter of the event an atom about text is asked of */
    bool negated;
    const struct rc_test *test; /* of an atom that nothing is known of: either is possible. It is
                                   there only to find what contradicts it */
    uint32_t cost;
    const struct rc_low **children; /* nchildren, cheapest first */
    uint32_t nchildren;
};

struct rc_low_space {
    struct rc_arena *arena;
};

/* What is known of a test: true whenever the test holds or, if negated, whenever it does not. NULL:
 * nothing, either is possible. */
typedef const struct rc_low *rc_low_test_fn(void *context, const struct rc_test *test,
                                            bool negated);

const struct rc_low *rc_low_false(void);
const struct rc_low *rc_low_true(void);
const struct rc_low *rc_low_atom(struct rc_low_space *space, uint32_t atom, uint32_t param,
                                 bool negated);
const struct rc_low *rc_low_not(struct rc_low_space *space, const struct rc_low *low);
const struct rc_low *rc_low_and(struct rc_low_space *space, const struct rc_low *a,
                                const struct rc_low *b);
const struct rc_low *rc_low_or(struct rc_low_space *space, const struct rc_low *a,
                               const struct rc_low *b);
bool rc_low_is_true(const struct rc_low *low);
bool rc_low_is_false(const struct rc_low *low);

/* Whether the node can hold: a condition that is true whenever the node is. Of two tests that
 * nothing is known of, it is known that a value is not both equal to a literal and unequal to it.
 */
const struct rc_low *rc_low_node(struct rc_low_space *space, const struct rc_node *node,
                                 rc_low_test_fn *test, void *context);

#endif
