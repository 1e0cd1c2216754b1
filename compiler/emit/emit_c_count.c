/* The C back end: programs that count what their tests and rules cost. See emit_c.h, and
 * runtime/bench/count.h. */
#include "emit/emit_c.h"

#include <string.h>

/* Tests with many literals are named by the first of them. */
#define LONGEST_TEXT 160

void rc_emit_c_counts(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (emit->purpose != RC_EMIT_COUNTED)
        return;
    rc_emit_comment(emit, "How often tests and rules are asked, and what it takes.");
    rc_emit_line(emit, "%sstruct rt_count count_of_tests[%u];", rc_emit_linkage(emit),
                 plan->ntests + 1);
    rc_emit_line(emit, "%sstruct rt_count count_of_rules[%u];", rc_emit_linkage(emit),
                 plan->nrules + 1);
    rc_emit_gap(emit);
}

void rc_emit_c_counts_elsewhere(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (emit->purpose != RC_EMIT_COUNTED)
        return;
    rc_emit_line(emit, "extern struct rt_count count_of_tests[%u];", plan->ntests + 1);
    rc_emit_line(emit, "extern struct rt_count count_of_rules[%u];", plan->nrules + 1);
    rc_emit_gap(emit);
}

void rc_emit_c_count_texts(const struct rc_plan *plan, struct rc_emit *emit)
{
    struct rc_strbuf text = {0};

    if (emit->purpose != RC_EMIT_COUNTED)
        return;
    rc_emit_table_begin(emit);
    rc_emit_open(emit, "static const char *const texts_of_tests[] =");
    for (uint32_t i = 0; i < plan->ntests; i++) {
        text.len = 0;
        rc_test_print(plan->tests[i].test, &text);
        if (text.len > LONGEST_TEXT) {
            text.len = LONGEST_TEXT;
            /* No half of a character. */
            while (((unsigned char)text.data[text.len] & 0xc0) == 0x80)
                text.len--;
            rc_strbuf_adds(&text, "...");
        }
        rc_emit_line(emit, "%s,", rc_emit_c_string(plan, text.data, text.len));
    }
    rc_emit_line(emit, "\"\",");
    rc_emit_close(emit, ";");
    rc_emit_table_end(emit);
    rc_strbuf_free(&text);
    rc_emit_open(emit, "static const struct rt_counts counts =");
    rc_emit_line(emit, ".tests = count_of_tests,");
    rc_emit_line(emit, ".texts = texts_of_tests,");
    rc_emit_line(emit, ".ntests = %u,", plan->ntests);
    rc_emit_line(emit, ".rules = count_of_rules,");
    rc_emit_close(emit, ";");
    rc_emit_gap(emit);
}

const char *rc_emit_c_counted_name(const struct rc_plan *plan, const struct rc_emit *emit,
                                   const char *name)
{
    return emit->purpose == RC_EMIT_COUNTED ? rc_arena_printf(plan->arena, "%s_itself", name)
                                            : name;
}

void rc_emit_c_evaluated(uint32_t test, struct rc_emit *emit)
{
    if (emit->purpose == RC_EMIT_COUNTED)
        rc_emit_line(emit, "count_of_tests[%u].evaluated++;", test);
}

void rc_emit_c_counted(const struct rc_plan *plan, const char *name, const char *array,
                       uint32_t index, struct rc_emit *emit)
{
    if (emit->purpose != RC_EMIT_COUNTED)
        return;
    rc_emit_function(emit, "%sbool %s(struct rt_eval *eval)", rc_emit_linkage(emit), name);
    rc_emit_line(emit, "struct rt_count *count = &%s[%u];", array, index);
    rc_emit_line(emit, "const struct rt_count_mark mark = rt_count_begin(count);");
    rc_emit_line(emit, "const bool holds = %s(eval);", rc_emit_c_counted_name(plan, emit, name));
    rc_emit_gap(emit);
    rc_emit_line(emit, "rt_count_end(count, mark, holds);");
    rc_emit_line(emit, "return holds;");
    rc_emit_close(emit, "");
    rc_emit_gap(emit);
}
