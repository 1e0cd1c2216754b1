/* The filter's tables as C. See filter.h. */
#include "emit/emit_c.h"
#include "filter/filter.h"

#include <inttypes.h>

static const char *const facts[] = {
    [RT_FACT_SUCCESS] = "RT_FACT_SUCCESS",
    [RT_FACT_FD] = "RT_FACT_FD",
    [RT_FACT_RESULT] = "RT_FACT_RESULT",
    [RT_FACT_FLAGS] = "RT_FACT_FLAGS",
    [RT_FACT_MODE] = "RT_FACT_MODE",
    [RT_FACT_PARAM] = "RT_FACT_PARAM",
    [RT_FACT_PARAM_BITS] = "RT_FACT_PARAM_BITS",
    [RT_FACT_FD_KIND] = "RT_FACT_FD_KIND",
};

static const char *const compares[] = {
    [RT_COMPARE_EQ] = "RT_COMPARE_EQ", [RT_COMPARE_LT] = "RT_COMPARE_LT",
    [RT_COMPARE_LE] = "RT_COMPARE_LE", [RT_COMPARE_GT] = "RT_COMPARE_GT",
    [RT_COMPARE_GE] = "RT_COMPARE_GE",
};

static const char *const variants[RT_FILTER_VARIANTS] = {
    "RT_FILTER_ABSOLUTE",
    "RT_FILTER_RELATIVE",
    "RT_FILTER_DIRECTORY",
    "RT_FILTER_DIRECTORY | RT_FILTER_RELATIVE",
};

static void emit_patterns(const struct rc_plan *plan, const struct rc_filter *filter,
                          struct rc_emit *emit)
{
    const struct rc_test *last = NULL;

    rc_emit_comment(emit, "What paths the kernel looks for: \\1 stands for any text, \\2 for any "
                          "without a slash, \\3 for one byte.");
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const struct rt_filter_pattern filter_patterns[] =");
    for (uint32_t i = 0; i < filter->npatterns; i++) {
        const struct rt_filter_pattern *pattern = &filter->patterns[i];

        if (filter->pattern_tests[i] != last) {
            struct rc_strbuf text = {0};

            last = filter->pattern_tests[i];
            rc_test_print(last, &text);
            rc_emit_comment(emit, text.data);
            rc_strbuf_free(&text);
        }
        rc_emit_line(emit, "{%u, %u, %s},", pattern->atom, pattern->len,
                     rc_emit_c_string(plan, pattern->text, pattern->len));
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

static void emit_atoms(const struct rc_filter *filter, struct rc_emit *emit)
{
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const struct rt_filter_atom filter_atoms[] =");
    for (uint32_t i = 0; i < filter->natoms; i++) {
        const struct rt_filter_atom *atom = &filter->atoms[i];

        rc_emit_line(
            emit,
            "{.fact = %s, .param = %u, .compare = %s, .mask = 0x%x, .value = INT64_C(%" PRId64
            ")},",
            facts[atom->fact], atom->param, compares[atom->compare], atom->mask, atom->value);
    }
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

static const char *target(const struct rc_plan *plan, uint16_t node)
{
    if (node == RT_FILTER_KEEP)
        return "RT_FILTER_KEEP";
    return node == RT_FILTER_DROP ? "RT_FILTER_DROP" : rc_arena_printf(plan->arena, "%u", node);
}

static void emit_nodes(const struct rc_plan *plan, const struct rc_filter *filter,
                       struct rc_emit *emit)
{
    rc_emit_comment(emit,
                    "The question of the kernel, can any rule hold on this: an atom, and the "
                    "nodes to go on to if it is true and if it is not. Atoms below 255 are "
                    "those of the patterns, on the text of the parameter that comes last; number "
                    "256 is the first of filter_atoms.");
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const struct rt_filter_node filter_nodes[] =");
    for (uint32_t i = 0; i < filter->nnodes; i++) {
        const struct rt_filter_node *node = &filter->nodes[i];

        rc_emit_line(emit, "{%u, %s, %s, %u},", node->atom, target(plan, node->yes),
                     target(plan, node->no), node->param);
    }
    rc_emit_close(emit, ";");
    rc_emit_open(emit, "static const struct rt_filter_start filter_starts[] =");
    for (uint32_t i = 0; i < filter->nstarts; i++)
        rc_emit_line(emit, "{EV_%s, %s, %s},", cat_events[filter->starts[i].event].id,
                     variants[filter->starts[i].variant], target(plan, filter->starts[i].node));
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

static void emit_captured(const struct rc_filter *filter, struct rc_emit *emit)
{
    rc_emit_table_begin(emit);
    if (filter->nunobserved > 0) {
        rc_emit_comment(emit, "They make descriptors that no rule can tell from unknown ones.");
        rc_emit_open(emit, "static const uint16_t filter_unobserved[] =");
        for (uint32_t i = 0; i < filter->nunobserved; i++)
            rc_emit_line(emit, "EV_%s,", cat_events[filter->unobserved[i]].id);
        rc_emit_close(emit, ";");
    }
    if (filter->ngeneric_calls > 0) {
        rc_emit_comment(emit, "System calls without an event of their own that a rule can hold "
                              "on.");
        rc_emit_open(emit, "static const uint16_t filter_generic_calls[] =");
        for (uint32_t i = 0; i < filter->ngeneric_calls; i++)
            rc_emit_line(emit, "%u, /* %s */", filter->generic_calls[i],
                         cat_syscall_by_number(filter->generic_calls[i])->name);
        rc_emit_close(emit, ";");
    }
    rc_emit_table_end(emit);
    rc_emit_gap(emit);
}

void rc_emit_filter(const struct rc_plan *plan, const struct rc_filter *filter,
                    struct rc_emit *emit)
{
    if (filter->npatterns > 0)
        emit_patterns(plan, filter, emit);
    if (filter->natoms > 0)
        emit_atoms(filter, emit);
    if (filter->nstarts > 0)
        emit_nodes(plan, filter, emit);
    emit_captured(filter, emit);
    rc_emit_open(emit, "static const struct rt_filter filter =");
    if (filter->npatterns > 0)
        rc_emit_line(emit, ".patterns = filter_patterns,");
    if (filter->natoms > 0)
        rc_emit_line(emit, ".atoms = filter_atoms,");
    if (filter->nstarts > 0) {
        rc_emit_line(emit, ".nodes = filter_nodes,");
        rc_emit_line(emit, ".starts = filter_starts,");
    }
    if (filter->nunobserved > 0)
        rc_emit_line(emit, ".unobserved = filter_unobserved,");
    if (filter->ngeneric_calls > 0)
        rc_emit_line(emit, ".generic_calls = filter_generic_calls,");
    rc_emit_line(emit, ".npatterns = %u,", filter->npatterns);
    rc_emit_line(emit, ".natoms = %u,", filter->natoms);
    rc_emit_line(emit, ".nnodes = %u,", filter->nstarts > 0 ? filter->nnodes : 0);
    rc_emit_line(emit, ".nstarts = %u,", filter->nstarts);
    rc_emit_line(emit, ".nunobserved = %u,", filter->nunobserved);
    rc_emit_line(emit, ".ngeneric_calls = %u,", filter->ngeneric_calls);
    rc_emit_line(emit, ".forgets_files = %s,", filter->forgets_files ? "true" : "false");
    rc_emit_line(emit, ".holds_files = %s,", filter->holds_files ? "true" : "false");
    rc_emit_line(emit, ".unseen_files = %s,", filter->unseen_files ? "true" : "false");
    if (filter->nleft_out > 0)
        rc_emit_line(emit, ".nleft_out = %u,", filter->nleft_out);
    if (filter->full)
        rc_emit_line(emit, ".full = true,");
    rc_emit_line(emit, ".unseen_directories = %s,", filter->unseen_directories ? "true" : "false");
    rc_emit_line(emit, ".unseen_unix = %s,", filter->unseen_unix ? "true" : "false");
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
}
