/* The C back end: programs that count what their tests and rules cost. See emit_c.h, and
 * runtime/bench/count.h. */
#include "emit/emit_c.h"

#include <string.h>

/* Tests with many literals are named by the first of them. */
#define LONGEST_TEXT 160

bool rc_emit_c_counts_rules(const struct rc_emit *emit)
{
    return emit->purpose == RC_EMIT_COUNTED || emit->purpose == RC_EMIT_TELLING;
}

void rc_emit_c_counts(const struct rc_plan *plan, struct rc_emit *emit)
{
    if (emit->purpose == RC_EMIT_TELLING) {
        rc_emit_comment(emit, "How often rules are asked, and what it takes.");
        rc_emit_line(emit, "%sstruct rt_count count_of_rules[%u];", rc_emit_linkage(emit),
                     plan->nrules + 1);
        rc_emit_line(emit, "static struct rt_counts counts = {.rules = count_of_rules};");
        rc_emit_gap(emit);
    }
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
    if (!rc_emit_c_counts_rules(emit))
        return;
    if (emit->purpose == RC_EMIT_COUNTED)
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

/* NAME, which calls NAME_itself between the two functions of runtime/bench/count.h. */
static void emit_counted(const char *name, const char *array, uint32_t index, const char *before,
                         const char *after, struct rc_emit *emit)
{
    rc_emit_function(emit, "%sbool %s(struct rt_eval *eval)", rc_emit_linkage(emit), name);
    rc_emit_line(emit, "struct rt_count *count = &%s[%u];", array, index);
    rc_emit_line(emit, "const struct rt_count_mark mark = %s(count);", before);
    rc_emit_line(emit, "const bool holds = %s_itself(eval);", name);
    rc_emit_gap(emit);
    rc_emit_line(emit, "%s(count, mark, holds);", after);
    rc_emit_line(emit, "return holds;");
    rc_emit_close(emit, "");
    rc_emit_gap(emit);
}

void rc_emit_c_counted(const char *name, const char *array, uint32_t index, struct rc_emit *emit)
{
    if (emit->purpose == RC_EMIT_COUNTED)
        emit_counted(name, array, index, "rt_count_begin", "rt_count_end", emit);
}

void rc_emit_c_counted_rule(const char *name, uint32_t rule, struct rc_emit *emit)
{
    if (emit->purpose == RC_EMIT_TELLING)
        emit_counted(name, "count_of_rules", rule, "rt_count_ask", "rt_count_answer", emit);
    else
        rc_emit_c_counted(name, "count_of_rules", rule, emit);
}
