/* Parsing conditions: the parser's entry, and what it says when a token does not fit. */
#include "condition.h"

#include "ast_build.h"
#include "grammar.h"
#include "strbuf.h"

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
        rc_strbuf_adds(out, range.off >= parse->lexer.len ? "the condition ends too early"
                                                          : "something is missing here");
        return;
    }
    rc_strbuf_adds(out, "unexpected `");
    for (uint32_t i = 0; i < len && i < 40; i++)
        rc_strbuf_addc(out, text[i] < ' ' ? ' ' : (char)text[i]);
    rc_strbuf_adds(out, len > 40 ? "...`" : "`");
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
    for (int i = 0; i < n; i++)
        rc_strbuf_printf(&message, "%s%s",
                         i == 0       ? "; expected "
                         : i == n - 1 ? " or "
                                      : ", ",
                         names[i]);
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
                                    uint32_t off, uint32_t len, uint32_t *used,
                                    const char **problem)
{
    struct rc_parse parse = {.arena = arena, .text = text, .base = off, .start = TOK_OPERAND};
    char copy[RC_OPERAND_LONGEST + 1]; /* the lexer wants a NUL at the end */

    memcpy(copy, text->data + off, len);
    copy[len] = '\0';
    rc_lexer_init(&parse.lexer, arena, copy, len, true);
    if (rc_grammar_parse(&parse) == 0) {
        *used = parse.lexer.at;
        return parse.operand;
    }
    *used = parse.range.end > parse.lexer.at ? parse.range.end : parse.lexer.at;
    *problem = parse.problem ? parse.problem : "it cannot be parsed";
    return NULL;
}
