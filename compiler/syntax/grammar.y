/* The grammar of conditions, and of a field or transformer in an output. Every action is one call of a
 * constructor of ast_build.h; meaning is none of the grammar's business.
 *
 * `or(` and `and(` are tokens of their own, because behind the bracket of `or(...)` no `and` may follow:
 *     a.b = c or(d.e = f) or g.h = i      is fine
 *     a.b = c or(d.e = f) and g.h = i     is an error, as in Falco
 */
%require "3.8"
%define api.pure full
%define api.prefix {rc_grammar_}
%define api.token.prefix {TOK_}
%define api.value.type union
%define api.location.type {struct rc_range}
%define parse.error custom
%define parse.lac full
%locations
%expect 0
%param {struct rc_parse *parse}

%code requires {
#include "syntax/lexer.h"

struct rc_parse;
}

%code {
#include "syntax/ast_build.h"

static int rc_grammar_lex(RC_GRAMMAR_STYPE *value, RC_GRAMMAR_LTYPE *range, struct rc_parse *parse);
static void rc_grammar_error(RC_GRAMMAR_LTYPE *range, struct rc_parse *parse, const char *message);

#define YYLLOC_DEFAULT(out, parts, n)                                                              \
    do {                                                                                           \
        (out).off = (n) ? YYRHSLOC(parts, 1).off : YYRHSLOC(parts, 0).end;                         \
        (out).end = YYRHSLOC(parts, (n)).end;                                                      \
    } while (0)
}

/* What stands in quotes is how messages name it. */
%token END 0 "the end"
%token BAD
%token CONDITION OPERAND
%token OR "`or`" AND "`and`" NOT "`not`"
%token OR_OPEN "`or(`" AND_OPEN "`and(`" NOT_OPEN "`not(`"
%token OPEN "`(`" CLOSE "`)`" COMMA "`,`"
%token EXISTS "`exists`" VAL "`val(...)`"
%token <struct rc_word> MACRO "a macro"
%token <struct rc_word> FIELD "a field"
%token <struct rc_word> KEY "`[...]`"
%token <struct rc_word> TRANSFORMER "a transformer"
%token <struct rc_word> ORDER "`<`"
%token <struct rc_word> COMPARE "`=`"
%token <struct rc_word> LIST_OPERATOR "`in`"
%token <struct rc_word> MODIFIER "`anyof`"
%token <struct rc_word> VALUE "a value"

%nterm <struct rc_expr *> or and not check test
%nterm <struct rc_exprs *> or_list and_list
%nterm <bool> nots
%nterm <struct rc_operand *> left right argument element
%nterm <struct rc_operands *> arguments elements element_list
%nterm <struct rc_literals *> values value_list
%nterm <const struct rc_word *> key

%%

start:
    CONDITION or END                    { rc_ast_finish(parse, $or); }
|   OPERAND left END                    { rc_ast_finish_operand(parse, $left); }
;

or: or_list                             { $$ = rc_ast_join(parse, RC_EXPR_OR, $or_list, @$); }
;
or_list:
    and                                 { $$ = rc_exprs_add(parse, NULL, $and); }
|   or_list OR and                      { $$ = rc_exprs_add(parse, $1, $and); }
|   or_list OR_OPEN or CLOSE            { $$ = rc_exprs_add(parse, $1, $or); }
;

and: and_list                           { $$ = rc_ast_join(parse, RC_EXPR_AND, $and_list, @$); }
;
and_list:
    not                                 { $$ = rc_exprs_add(parse, NULL, $not); }
|   and_list AND not                    { $$ = rc_exprs_add(parse, $1, $not); }
|   and_list AND_OPEN or CLOSE          { $$ = rc_exprs_add(parse, $1, $or); }
;

not:
    nots check                          { $$ = rc_ast_not(parse, $nots, $check, @$); }
|   nots NOT_OPEN or CLOSE              { $$ = rc_ast_not(parse, !$nots, $or, @$); }
;
nots:
    %empty                              { $$ = false; }
|   nots NOT                            { $$ = !$1; }
;

check:
    OPEN or CLOSE                       { $$ = $or; }
|   MACRO                               { $$ = rc_ast_macro(parse, &$MACRO, @$); }
|   test
;

test:
    left EXISTS                         { $$ = rc_ast_exists(parse, $left, @EXISTS, @$); }
|   left ORDER VALUE                    { $$ = rc_ast_value(parse, $left, &$ORDER, @ORDER, &$VALUE, @VALUE, @$); }
|   left ORDER right                    { $$ = rc_ast_right(parse, $left, &$ORDER, @ORDER, $right, @$); }
|   left COMPARE VALUE                  { $$ = rc_ast_value(parse, $left, &$COMPARE, @COMPARE, &$VALUE, @VALUE, @$); }
|   left COMPARE right                  { $$ = rc_ast_right(parse, $left, &$COMPARE, @COMPARE, $right, @$); }
|   left COMPARE MODIFIER values        { $$ = rc_ast_list(parse, $left, &$COMPARE, @COMPARE, &$MODIFIER, $values, @$); }
|   left LIST_OPERATOR values           { $$ = rc_ast_list(parse, $left, &$LIST_OPERATOR, @LIST_OPERATOR, NULL, $values, @$); }
|   left LIST_OPERATOR right            { $$ = rc_ast_right(parse, $left, &$LIST_OPERATOR, @LIST_OPERATOR, $right, @$); }
;

values:
    VALUE                               { $$ = rc_literals_add(parse, NULL, &$VALUE, @VALUE); }
|   OPEN CLOSE                          { $$ = rc_literals_add(parse, NULL, NULL, @$); }
|   OPEN value_list CLOSE               { $$ = $value_list; }
;
value_list:
    VALUE                               { $$ = rc_literals_add(parse, NULL, &$VALUE, @VALUE); }
|   value_list COMMA VALUE              { $$ = rc_literals_add(parse, $1, &$VALUE, @VALUE); }
;

left:
    FIELD key                           { $$ = rc_ast_field(parse, &$FIELD, $key, @$); }
|   TRANSFORMER arguments CLOSE key     { $$ = rc_ast_transform(parse, $TRANSFORMER.id, $arguments, $key, @$); }
;
right:
    TRANSFORMER arguments CLOSE key     { $$ = rc_ast_transform(parse, $TRANSFORMER.id, $arguments, $key, @$); }
|   VAL argument CLOSE key              { $$ = rc_ast_transform(parse, CAT_TRANSFORM_VAL, rc_operands_add(parse, NULL, $argument), $key, @$); }
;
key:
    %empty                              { $$ = NULL; }
|   KEY                                 { $$ = rc_ast_key(parse, &$KEY); }
;

arguments:
    argument                            { $$ = rc_operands_add(parse, NULL, $argument); }
|   arguments COMMA argument            { $$ = rc_operands_add(parse, $1, $argument); }
;
argument:
    element
|   OPEN elements CLOSE                 { $$ = rc_ast_operand_list(parse, $elements, @$); }
;
elements:
    %empty                              { $$ = NULL; }
|   element_list
;
element_list:
    element                             { $$ = rc_operands_add(parse, NULL, $element); }
|   element_list COMMA element          { $$ = rc_operands_add(parse, $1, $element); }
;
element:
    left
|   VALUE                               { $$ = rc_ast_constant(parse, &$VALUE, @$); }
;

%%

static int rc_grammar_lex(RC_GRAMMAR_STYPE *value, RC_GRAMMAR_LTYPE *range, struct rc_parse *parse)
{
    struct rc_word word;
    int token = rc_parse_start(parse);

    *range = (struct rc_range){0};
    if (token == 0) {
        token = rc_lex(&parse->lexer, &word, range);
        value->TOK_FIELD = word;
    }
    return token;
}

/* Only for what is no matter of syntax: the parser's stack is full. */
static void rc_grammar_error(RC_GRAMMAR_LTYPE *range, struct rc_parse *parse, const char *message)
{
    rc_parse_report(parse, *range, message);
}

#define MOST_EXPECTED 10

static int yyreport_syntax_error(const yypcontext_t *context, struct rc_parse *parse)
{
    yysymbol_kind_t symbols[MOST_EXPECTED];
    const char *names[MOST_EXPECTED];
    const int n = yypcontext_expected_tokens(context, symbols, MOST_EXPECTED);
    int nnames = 0;

    for (int i = 0; i < n; i++) {
        /* The plain word says enough. */
        if (symbols[i] != YYSYMBOL_BAD && symbols[i] != YYSYMBOL_OR_OPEN &&
            symbols[i] != YYSYMBOL_AND_OPEN && symbols[i] != YYSYMBOL_NOT_OPEN)
            names[nnames++] = yysymbol_name(symbols[i]);
    }
    rc_parse_unexpected(parse, *yypcontext_location(context), names, nnames);
    return 0;
}
