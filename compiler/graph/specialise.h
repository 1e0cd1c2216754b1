/* Conditions, one event at a time: what cannot hold for an event type folds away.
 *
 * Folded is only what the event's number decides by itself, and exactly to what evaluating would
 * give:
 *   evt.type                is the event's name. Generic events (0, 1) and asynchronous ones carry
 *                           theirs inside, so there it stays a test.
 *   evt.arg.X, evt.rawarg.X has no value if no parameter of the event is called X: every test on it
 *                           is false. Likewise evt.arg[N] beyond the last parameter.
 *   evt.is_open_read, ...   is false, and a value, on all but the opening calls.
 */
#ifndef RULEC_SPECIALISE_H
#define RULEC_SPECIALISE_H

#include "graph/graph.h"

enum rc_fact { RC_FACT_UNKNOWN, RC_FACT_FALSE, RC_FACT_TRUE };

/* What is known of a test on an event with that number. */
enum rc_fact rc_test_fact(const struct rc_test *test, uint32_t event);

/* Specialises nodes for one event after another; what is alike for two events is worked out once.
 */
struct rc_specialiser {
    struct rc_graph *graph;
    uint32_t ntests;   /* of the graph when it was opened: later ones are none of ours */
    uint32_t *folding; /* nfolding: the tests of which some event knows something */
    uint32_t nfolding;
    struct rc_event_class *classes; /* NULL: none yet. Events on which all facts agree */
    struct rc_event_class *current;
};

void rc_specialiser_open(struct rc_specialiser *specialiser, struct rc_graph *graph);

/* Chooses the event; returns the number of its class: events of one class have the same answers. */
uint32_t rc_specialiser_event(struct rc_specialiser *specialiser, uint32_t event);

/* The node with the chosen event's facts folded in. */
const struct rc_node *rc_specialise(struct rc_specialiser *specialiser, const struct rc_node *node);

#endif
