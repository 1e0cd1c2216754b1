/* Rules of one handler, where there are too many to ask each: those are asked only that look-ups
 * let through.
 *
 * Of most rules rulec knows tests in tables of which one must hold for the rule to hold: its gate.
 * A handler's rules stand in groups; a group has a guard, a cheap test that all of its rules ask
 * for too. If the guard holds, the group's tables are looked up, and every hit names the rules
 * whose gate it opens. These, and the few that have no gate, are asked in load order.
 */
#ifndef RULEC_MATCH_STEPS_H
#define RULEC_MATCH_STEPS_H

#include "table.h"

/* A test opens a gate. Watches of a test stand together, in the order of groups. */
struct rt_watch {
    uint32_t group; /* among all groups of the program */
    uint32_t step;
};

struct rt_group {
    bool (*guard)(struct rt_eval *eval); /* NULL: none */
    uint32_t number;
    uint32_t ntables;
    const struct rt_table *const *tables; /* ntables */
};

struct rt_steps {
    bool (*const *bodies)(
        struct rt_eval *eval); /* nsteps conditions, and the rules that they are of */
    const uint32_t *rules;
    const uint32_t *always;        /* nalways steps without a gate */
    const struct rt_group *groups; /* ngroups */
    const uint32_t *first_watch;   /* by test; and one more: where the watches of the last end */
    const struct rt_watch *watches;
    uint32_t nsteps, nalways, ngroups;
};

/* Asks the rules that may hold; fires those that do. */
void rt_steps_run(struct rt_eval *eval, const struct rt_steps *steps);

#endif
