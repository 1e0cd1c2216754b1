/* Lifetimes: what the answer of a test, or of a whole condition, hangs on, from the catalogue's
 * lifetimes of the fields that it reads. What hangs on a process or an fd alone need not be asked
 * on every event: runtime/kept.h.
 */
#ifndef RULEC_LIFE_H
#define RULEC_LIFE_H

#include "graph/graph.h"

/* What an answer is kept with. */
enum rc_life {
    RC_LIFE_EVENT,  /* nothing: it may differ on the next event */
    RC_LIFE_FD,     /* the fd */
    RC_LIFE_OTHERS, /* the thread, until something about others changes */
    RC_LIFE_OWN     /* the thread, until its own facts change */
};

/* Kept with the thread. */
static inline bool rc_life_is_process(enum rc_life life)
{
    return life == RC_LIFE_OWN || life == RC_LIFE_OTHERS;
}

enum rc_life rc_life_of_test(const struct rc_test *test);

/* What is worked out once for each node; opened with zeros and the arena. */
struct rc_lives {
    struct rc_arena *arena;
    struct rc_life_answers {
        uint8_t life;                     /* plus 1; 0: not yet */
        const struct rc_node *grouped[2]; /* without and with fds; NULL: not yet */
        const struct rc_node *bounds[4];
    } * answers;   /* by node number */
    uint32_t size; /* of it */
};

enum rc_life rc_life_of_node(struct rc_lives *lives, const struct rc_node *node);

/* The node with those operands of each `and` and `or` drawn together that are kept with the same
 * thing, so that they are one answer. fds: what is kept with an fd too. */
const struct rc_node *rc_life_regroup(struct rc_lives *lives, struct rc_graph *graph,
                                      const struct rc_node *node, bool fds);

/* What the node asks of the process, taking everything else as possible: where this is false, the
 * node is. own: of the thread's own facts only. */
const struct rc_node *rc_life_bound(struct rc_lives *lives, struct rc_graph *graph,
                                    const struct rc_node *node, bool own);

#endif
