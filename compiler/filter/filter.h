/* Lowering: from the conditions of all rules to the question that the kernel decides (runtime:
 * filter.h). For each kind of open event it is "can any rule hold on this?", made from the plan's
 * bodies in three values. A test is either a fact of the kernel's, exactly, or unknown; unknown is
 * possible both as it stands and negated. So negations are pushed down to the tests, what is
 * unknown becomes true, and what is left is a plain condition over facts.
 *
 * A file whose opening is dropped stays unknown. So the question also asks whether any rule could
 * tell, on a later event, the file from a descriptor that is not known:
 *   - what rules say of the descriptors of later events is asked of the file as well: if a rule may
 *     hold on it, its opening is kept;
 *   - where a rule may hold on a descriptor that is not known, all openings are kept.
 * Most events that are about a descriptor need neither: before these the kernel side tells the
 * agent of it, if it was kept back (bpf/held.h).
 *
 * In the same way it is found out which other kinds of descriptors (pipes, timers, ...) no rule can
 * tell from unknown ones: the calls that make them are not captured at all.
 */
#ifndef RULEC_COMPILER_FILTER_H
#define RULEC_COMPILER_FILTER_H

#include "emit/emit.h"
#include "graph/plan.h"

#include "../runtime/filter.h"

#include <stdio.h>

#define RC_FILTER_MAX_PATTERNS 8192
#define RC_FILTER_MAX_ATOMS    256 /* that are numbers */
#define RC_FILTER_MAX_NODES    8192

#define RC_FILTER_MAX_STARTS (EV__COUNT + 2 * RT_FILTER_VARIANTS)

struct rc_filter {
    struct rt_filter_pattern *patterns;
    const struct rc_test **pattern_tests; /* npatterns: where each comes from */
    struct rt_filter_atom *atoms;
    struct rt_filter_node *nodes;
    uint32_t npatterns, natoms, nnodes;
    struct rt_filter_start *starts;
    uint32_t nstarts;
    uint16_t unobserved[32];
    uint32_t nunobserved;
    bool forgets_files, holds_files, unseen_files, unseen_directories,
        unseen_unix; /* see struct rt_filter */
    uint16_t *generic_calls;
    uint32_t ngeneric_calls;
    uint32_t nleft_out; /* tests that the kernel could decide, had it room for them: they count as
                           possible */
    bool full;          /* likewise of nodes: questions for which there was no room are not asked */
};

/* In the plan's arena. Always something: a filter that keeps everything in the worst case. */
const struct rc_filter *rc_filter_make(const struct rc_plan *plan);

/* Says, as a note, what there was no room for; nothing if there was room for all. */
void rc_filter_note(const struct rc_filter *filter, FILE *out);

/* Says what the kernel decides of the rule of that number: which calls are sent for it, which of
 * its tests the kernel answers, and what stands in the way of the others, with their places. */
void rc_filter_explain(const struct rc_plan *plan, uint32_t rule, const struct rc_sources *sources,
                       struct rc_strbuf *out);

/* The tables as C, and their names as members of rulec_program: emit_filter.c. */
void rc_emit_filter(const struct rc_plan *plan, const struct rc_filter *filter,
                    struct rc_emit *emit);

#endif
