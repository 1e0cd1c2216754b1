/* Regular expressions as automata. See emit_regex.h. */
#include "emit/emit_regex.h"

#include "check/regex.h"

#include <ctype.h>
#include <string.h>

/* A repetition is unrolled by re2c: beyond this many copies of a part the automaton is refused. */
#define MOST_COPIES 20000

struct writer {
    struct rc_strbuf *out;
    const char *problem; /* what cannot be expressed; NULL: nothing so far */
    uint64_t copies;
};

/* Whether the expression matches the empty text. */
static bool is_nullable(const struct rc_regex *regex)
{
    switch (regex->kind) {
    case RC_REGEX_EMPTY:
    case RC_REGEX_BEGIN:
    case RC_REGEX_END:
        return true;
    case RC_REGEX_CLASS:
        return false;
    case RC_REGEX_REPEAT:
        return regex->min == 0 || is_nullable(regex->children[0]);
    case RC_REGEX_CONCAT:
        for (uint32_t i = 0; i < regex->nchildren; i++) {
            if (!is_nullable(regex->children[i]))
                return false;
        }
        return true;
    case RC_REGEX_ALTERNATE:
        for (uint32_t i = 0; i < regex->nchildren; i++) {
            if (is_nullable(regex->children[i]))
                return true;
        }
        return regex->nchildren == 0;
    }
    return false;
}

/* Nothing but the empty text: whether what is beside it is still at the edge. */
static bool is_empty(const struct rc_regex *regex)
{
    if (regex->kind == RC_REGEX_CONCAT || regex->kind == RC_REGEX_ALTERNATE) {
        for (uint32_t i = 0; i < regex->nchildren; i++) {
            if (!is_empty(regex->children[i]))
                return false;
        }
        return true;
    }
    return regex->kind == RC_REGEX_EMPTY || regex->kind == RC_REGEX_BEGIN ||
           regex->kind == RC_REGEX_END;
}

static void write_point(struct rc_strbuf *out, uint32_t point)
{
    if (point < 0x80 && isalnum((int)point))
        rc_strbuf_addc(out, (char)point);
    else if (point < 0x10000)
        rc_strbuf_printf(out, "\\u%04x", point);
    else
        rc_strbuf_printf(out, "\\U%08x", point);
}

/* A letter, a digit or one of the signs that need no care in a quoted word; a star does, for it
 * might end the comment that re2c reads. */
static bool is_plain(const struct rc_regex *regex)
{
    const uint32_t c =
        regex->kind == RC_REGEX_CLASS && regex->nranges == 1 ? regex->ranges[0].first : 0;

    return c >= 0x20 && c < 0x7f && c == regex->ranges[0].last && !strchr("\"\\*", (int)c);
}

/* The plain characters at the beginning of children as a quoted word; returns how many. */
static uint32_t write_word(struct writer *writer, struct rc_regex *const *children, uint32_t n)
{
    uint32_t len = 0;

    rc_strbuf_addc(writer->out, '"');
    for (; len < n && is_plain(children[len]); len++)
        rc_strbuf_addc(writer->out, (char)children[len]->ranges[0].first);
    rc_strbuf_addc(writer->out, '"');
    return len;
}

static void write_class(struct writer *writer, const struct rc_regex *regex)
{
    rc_strbuf_addc(writer->out, '[');
    for (uint32_t i = 0; i < regex->nranges; i++) {
        write_point(writer->out, regex->ranges[i].first);
        if (regex->ranges[i].last > regex->ranges[i].first) {
            rc_strbuf_addc(writer->out, '-');
            write_point(writer->out, regex->ranges[i].last);
        }
    }
    rc_strbuf_addc(writer->out, ']');
}

/* Writes an expression. at_begin, at_end: whether only the empty text can stand before or behind
 * it; there ^ and $ ask for what is so anyhow, as the whole text has to match. */
static void write_regex(struct writer *writer, const struct rc_regex *regex, bool at_begin,
                        bool at_end)
{
    switch (regex->kind) {
    case RC_REGEX_EMPTY:
        rc_strbuf_adds(writer->out, "\"\"");
        return;
    case RC_REGEX_BEGIN:
    case RC_REGEX_END:
        if (!(regex->kind == RC_REGEX_BEGIN ? at_begin : at_end))
            writer->problem = regex->kind == RC_REGEX_BEGIN ? "`^` inside a regular expression"
                                                            : "`$` inside a regular expression";
        rc_strbuf_adds(writer->out, "\"\"");
        return;
    case RC_REGEX_CLASS:
        if (is_plain(regex))
            write_word(writer, &(struct rc_regex *){(struct rc_regex *)regex}, 1);
        else
            write_class(writer, regex);
        return;
    case RC_REGEX_CONCAT:
    case RC_REGEX_ALTERNATE:
        break;
    case RC_REGEX_REPEAT:
        writer->copies += regex->max == RC_REGEX_NO_MAX ? regex->min : regex->max;
        rc_strbuf_addc(writer->out, '(');
        write_regex(writer, regex->children[0], at_begin && regex->max <= 1,
                    at_end && regex->max <= 1);
        rc_strbuf_addc(writer->out, ')');
        if (regex->max == RC_REGEX_NO_MAX)
            rc_strbuf_printf(writer->out, "{%u,}", regex->min);
        else
            rc_strbuf_printf(writer->out, "{%u,%u}", regex->min, regex->max);
        return;
    }
    rc_strbuf_addc(writer->out, '(');
    if (regex->nchildren == 0)
        rc_strbuf_adds(writer->out, "\"\"");
    for (uint32_t i = 0; i < regex->nchildren; i++) {
        const bool concat = regex->kind == RC_REGEX_CONCAT;
        bool begin = at_begin, end = at_end;

        for (uint32_t k = 0; concat && k < regex->nchildren; k++) {
            begin &= k >= i || is_empty(regex->children[k]);
            end &= k <= i || is_empty(regex->children[k]);
        }
        if (i > 0)
            rc_strbuf_adds(writer->out, concat ? " " : " | ");
        if (concat && is_plain(regex->children[i])) {
            i += write_word(writer, &regex->children[i], regex->nchildren - i) - 1;
            continue;
        }
        write_regex(writer, regex->children[i], begin, end);
    }
    rc_strbuf_addc(writer->out, ')');
}

static void emit_function(struct rc_emit *source, const struct rc_plan_regex *regex,
                          const struct rc_regex *tree, const char *automaton)
{
    /* re2c looks into comments: what might open one of its blocks stays out. */
    if (!strstr(regex->pattern->text, "/*"))
        rc_emit_comment(source, regex->pattern->text);
    rc_emit_function(source, "bool %s(const char *text, uint32_t len)", regex->name);
    rc_emit_line(source, "const unsigned char *at = (const unsigned char *)text, *marker = at;");
    rc_emit_line(source, "const unsigned char *const end = at + len;");
    rc_emit_gap(source);
    rc_emit_line(source, "(void)marker;");
    rc_emit_line(source, "/*!re2c");
    rc_emit_line(source, "    re2c:yyfill:enable = 0;");
    rc_emit_line(source, "    re2c:eof = 0;");
    rc_emit_line(source, "    re2c:flags:input = custom;");
    rc_emit_line(source, "    %s { return at == end; }", automaton);
    rc_emit_line(source, "    $ { return %s; }", is_nullable(tree) ? "true" : "false");
    rc_emit_line(source, "    * { return false; }");
    rc_emit_line(source, "*/");
    rc_emit_close(source, "");
    rc_emit_gap(source);
}

static void emit_regex(const struct rc_plan *plan, struct rc_diags *diags,
                       const struct rc_plan_regex *regex, struct rc_emit *source)
{
    struct rc_strbuf automaton = {0};
    struct writer writer = {.out = &automaton};
    const char *error = NULL;
    const struct rc_regex *tree =
        rc_regex_parse(plan->arena, regex->pattern->text, regex->pattern->len, &error);

    if (!tree) {
        rc_error(diags, RC_ERR_COMPILE_CONDITION, regex->span, "invalid regular expression: %s",
                 error ? error : "it does not parse");
        return;
    }
    write_regex(&writer, tree, true, true);
    if (!writer.problem && writer.copies > MOST_COPIES)
        writer.problem = "so many repetitions";
    if (writer.problem)
        rc_error(diags, RC_ERR_COMPILE_CONDITION, regex->span, "%s cannot be compiled",
                 writer.problem);
    else
        emit_function(source, regex, tree, automaton.data);
    rc_strbuf_free(&automaton);
}

void rc_emit_regexes(const struct rc_plan *plan, struct rc_diags *diags, struct rc_emit *source,
                     struct rc_emit *header)
{
    if (plan->nregexes == 0)
        return;
    rc_emit_comment(header, "Made by rulec " RULEC_VERSION "; do not edit.\n\nThe regular "
                            "expressions of the rules, as automata.");
    rc_emit_line(header, "#ifndef RULEC_AGENT_REGEXES_H");
    rc_emit_line(header, "#define RULEC_AGENT_REGEXES_H");
    rc_emit_gap(header);
    rc_emit_line(header, "#include \"match/pattern.h\"");
    rc_emit_gap(header);
    for (uint32_t i = 0; i < plan->nregexes; i++)
        rc_emit_line(header, "rt_regex_fn %s;", plan->regexes[i].name);
    rc_emit_gap(header);
    rc_emit_line(header, "#endif");

    rc_emit_comment(source, "Made by rulec " RULEC_VERSION "; do not edit.");
    rc_emit_line(source, "#include \"regexes.h\"");
    rc_emit_gap(source);
    rc_emit_comment(source,
                    "How re2c reads: a NUL stands for the end, and the end tells the two apart.");
    rc_emit_line(source, "#define YYCTYPE unsigned char");
    rc_emit_line(source, "#define YYPEEK() (at < end ? *at : 0)");
    rc_emit_line(source, "#define YYSKIP() (++at)");
    rc_emit_line(source, "#define YYBACKUP() (marker = at)");
    rc_emit_line(source, "#define YYRESTORE() (at = marker)");
    rc_emit_line(source, "#define YYLESSTHAN(n) (end - at < (n))");
    rc_emit_gap(source);
    for (uint32_t i = 0; i < plan->nregexes; i++)
        emit_regex(plan, diags, &plan->regexes[i], source);
}
