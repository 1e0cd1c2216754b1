/* The line of parents of a thread. */
#ifndef RULEC_FIELD_ANCESTORS_H
#define RULEC_FIELD_ANCESTORS_H

#include "../engine.h"

/* Ancestor n of the thread's process: 0 the process itself, 1 its parent; NULL: not known. */
const struct rt_thread *rt_ancestor(const struct rt_eval *eval, uint32_t n);

/* Walks all ancestors, the parent first, and stops before going round in a loop:
 *     for (a = rt_lineage_begin(&walk, state, thread); a; a = rt_lineage_next(&walk)) */
struct rt_lineage {
    const struct rt_state *state;
    const struct rt_thread *at;
    const struct rt_thread *ahead; /* two steps for each of at's: meets it in a loop */
};

const struct rt_thread *rt_lineage_begin(struct rt_lineage *walk, const struct rt_state *state,
                                         const struct rt_thread *thread);
const struct rt_thread *rt_lineage_next(struct rt_lineage *walk);

/* proc.aname and its kin: proc.NAME of ancestor ref->index, or without an index all ancestors' as
 * candidates for a condition, joined with blanks for an output. */
void rt_extract_ancestor(struct rt_eval *eval, const struct rt_field_ref *ref,
                         struct rt_values *out);

#endif
