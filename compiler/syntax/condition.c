/* Parsing conditions: the parser's entry, and what it says when a token does not fit. */
#include "syntax/condition.h"

#include "base/strbuf.h"
#include "grammar.h"
#include "syntax/ast_build.h"

#include <string.h>

void rc_parse_report(struct rc_parse *parse, struct rc_range range, const char *message)
{
    if (parse->problem)
        return;
    parse->problem = rc_arena_strdup(parse->arena, message);
    parse->range = range;
}

/* What the author wrote at range, for a message: `word`, or the end. */
static void describe(const struct rc_parse *parse, struct rc_range range, struct rc_strbuf *out)
{
    const unsigned char *text = parse->lexer.text + range.off;
    const uint32_t len = range.end - range.off;

    if (len == 0) {
        rc_strbuf_adds(out, "the condition ends too early");
        return;
    }
    rc_strbuf_adds(out, "unexpected `");
    for (uint32_t i = 0; i < len && i < 40; i++)
        rc_strbuf_addc(out, text[i] < ' ' ? ' ' : (char)text[i]);
    rc_strbuf_adds(out, len > 40 ? "...`" : "`");
}

/* Every operator, and the one that may be meant. */
static void describe_operators(const struct rc_parse *parse, struct rc_range range,
                               struct rc_strbuf *out)
{
    const char *near = rc_suggest((const char *)parse->lexer.text + range.off,
                                  range.end - range.off, cat_operator_names, CAT_OP__COUNT);

    rc_strbuf_adds(out, "; expected an operator: ");
    for (int op = 0; op < CAT_OP__COUNT; op++)
        rc_strbuf_printf(out, "%s%s", op > 0 ? ", " : "",
                         op == CAT_OP_EQ ? "=" : cat_operator_names[op]);
    if (near)
        rc_strbuf_printf(out, "; did you mean `%s`?", near);
}

/* Where the text ends that is not blank. */
static uint32_t last_word(const struct rc_parse *parse)
{
    uint32_t end = parse->lexer.len;

    while (end > 0 && strchr(" \t\b\r\n", parse->lexer.text[end - 1]))
        end--;
    return end;
}

void rc_parse_unexpected(struct rc_parse *parse, struct rc_range range, const char *const *names,
                         int n)
{
    struct rc_strbuf message = {0};

    if (parse->lexer.problem) {
        rc_parse_report(parse, parse->lexer.problem_at, parse->lexer.problem);
        return;
    }
    describe(parse, range, &message);
    if (parse->lexer.mode == RC_LEX_OPERATOR)
        describe_operators(parse, range, &message);
    else
        for (int i = 0; i < n; i++)
            rc_strbuf_printf(&message, "%s%s",
                             i == 0       ? "; expected "
                             : i == n - 1 ? " or "
                                          : ", ",
                             parse->lexer.mode == RC_LEX_NUMBER && strcmp(names[i], "a value") == 0
                                 ? "a number"
                                 : names[i]);
    if (range.off == range.end && range.off == parse->lexer.len)
        range.off = range.end = last_word(parse);
    rc_parse_report(parse, range, message.data);
    rc_strbuf_free(&message);
}

struct rc_expr *rc_condition_parse(struct rc_arena *arena, struct rc_diags *diags,
                                   const struct rc_text *text)
{
    struct rc_parse parse = {.arena = arena, .text = text, .start = TOK_CONDITION};
    const struct rc_origin *origin;
    struct rc_diag *diag;
    struct rc_span span;

    rc_lexer_init(&parse.lexer, arena, text->data, text->len, false);
    if (text->len == 0)
        rc_parse_report(&parse, (struct rc_range){0}, "the condition is empty");
    else if (rc_grammar_parse(&parse) == 0)
        return parse.expr;
    span = rc_text_span(text, parse.range.off, parse.range.end - parse.range.off, &origin);
    diag = rc_error(diags, RC_ERR_COMPILE_CONDITION, span, "%s",
                    parse.problem ? parse.problem : "the condition is too long to be parsed");
    rc_note_origin(diags, diag, origin);
    return NULL;
}

struct rc_operand *rc_operand_parse(struct rc_arena *arena, const struct rc_text *text,
                                    uint32_t off, uint32_t len, struct rc_range *range,
                                    const char **problem)
{
    struct rc_parse parse = {.arena = arena, .text = text, .base = off, .start = TOK_OPERAND};
    char copy[RC_OPERAND_LONGEST + 1]; /* the lexer wants a NUL at the end */

    memcpy(copy, text->data + off, len);
    copy[len] = '\0';
    rc_lexer_init(&parse.lexer, arena, copy, len, true);
    if (rc_grammar_parse(&parse) == 0) {
        *range = (struct rc_range){0, parse.lexer.at};
        return parse.operand;
    }
    *range = parse.range;
    if (range->end < parse.lexer.at)
        range->end = parse.lexer.at;
    *problem = parse.problem ? parse.problem : "it cannot be parsed";
    return NULL;
}
