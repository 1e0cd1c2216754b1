/* Conditions to tokens. See lexer.h. */
#include "syntax/lexer.h"

#include "syntax/ast.h"
#include "grammar.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

void rc_lexer_init(struct rc_lexer *lexer, struct rc_arena *arena, const char *text, uint32_t len,
                   bool operand)
{
    *lexer = (struct rc_lexer){
        .arena = arena,
        .text = (const unsigned char *)text,
        .len = len,
        .mode = operand ? RC_LEX_OPERAND : RC_LEX_TEST,
        .behind = operand ? RC_LEX_DONE : RC_LEX_OPERATOR,
        .deepest = operand ? RC_LEX_DEEPEST_OUTPUT : RC_LEX_DEEPEST_CONDITION,
    };
}

static bool is_blank(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\b' || c == '\r' || c == '\n';
}

static int hex_digit(unsigned char c)
{
    return isdigit(c) ? c - '0' : tolower(c) - 'a' + 10;
}

static int bad(struct rc_lexer *lexer, const char *problem, uint32_t off, uint32_t end)
{
    lexer->problem = problem;
    lexer->problem_at = (struct rc_range){off, end};
    return TOK_BAD;
}

/* The text between quotes with its escapes resolved. NULL with *error if one is unknown; *at is where
 * it stands. */
static const char *unescape(struct rc_lexer *lexer, uint32_t off, uint32_t end, uint32_t *len,
                            uint32_t *at, const char **error)
{
    const unsigned char *text = lexer->text;
    const unsigned char quote = text[off - 1];
    char *out = rc_arena_alloc(lexer->arena, (size_t)(end - off) + 1);

    *len = 0;
    for (uint32_t i = off; i < end; i++) {
        if (text[i] != '\\') {
            out[(*len)++] = (char)text[i];
            continue;
        }
        *at = i++;
        switch (text[i]) {
        case 'b':
            out[(*len)++] = '\b';
            break;
        case 'f':
            out[(*len)++] = '\f';
            break;
        case 'n':
            out[(*len)++] = '\n';
            break;
        case 'r':
            out[(*len)++] = '\r';
            break;
        case 't':
            out[(*len)++] = '\t';
            break;
        case ' ': /* the backslash stands, the space is lost: rules rely on it */
        case '\\':
            out[(*len)++] = '\\';
            break;
        case '/':
            out[(*len)++] = '/';
            break;
        case '"':
        case '\'':
            if (text[i] != quote) {
                *error = "only the quote that encloses a string is escaped with \\";
                return NULL;
            }
            out[(*len)++] = (char)quote;
            break;
        case 'x':
            if (end - i < 3 || !isxdigit(text[i + 1]) || !isxdigit(text[i + 2])) {
                *error = "\\x wants two hexadecimal digits";
                return NULL;
            }
            out[(*len)++] = (char)(hex_digit(text[i + 1]) << 4 | hex_digit(text[i + 2]));
            i += 2;
            break;
        default:
            *error = "unknown escape; a backslash itself is written \\\\";
            return NULL;
        }
    }
    return out;
}

/* A quoted string from the quote at lexer->at. False: a BAD token is prepared. */
static bool read_quoted(struct rc_lexer *lexer, struct rc_word *word)
{
    const uint32_t start = lexer->at;
    const unsigned char quote = lexer->text[start];
    unsigned char before = quote;
    const char *error = NULL;
    uint32_t end = start + 1, at = start;

    for (; end < lexer->len && lexer->text[end] != '\0'; end++) {
        if (lexer->text[end] == quote && (before != '\\'))
            break;
        before = lexer->text[end];
    }
    if (end == lexer->len || lexer->text[end] == '\0') {
        bad(lexer, "the string is not closed", start, end);
        return false;
    }
    lexer->at = end + 1;
    word->quoted = true;
    word->text = unescape(lexer, start + 1, end, &word->len, &at, &error);
    if (!word->text)
        bad(lexer, error, at, at + 2 < end ? at + 2 : end);
    return word->text != NULL;
}

/* Where a value without quotes ends that was read up to `end`: at the first byte that is no UTF-8. */
static uint32_t valid_end(const struct rc_lexer *lexer, uint32_t start, uint32_t end)
{
    uint32_t size;

    for (uint32_t i = start; i < end; i += size) {
        if (rc_utf8_decode((const char *)lexer->text + i, end - i, &size) < 0)
            return i;
    }
    return end;
}

/* A value without quotes. */
static void take(struct rc_lexer *lexer, struct rc_word *word, uint32_t start, uint32_t end)
{
    word->text = rc_arena_strndup(lexer->arena, (const char *)lexer->text + start, end - start);
    word->len = end - start;
}

/* Whether what is behind a modifier is a list, or the name of a list, as opposed to the value being
 * called `oneof` itself. */
static bool list_follows(const struct rc_lexer *lexer, uint32_t at)
{
    static const char *const words[] = {"and", "or", "not"};

    while (at < lexer->len && is_blank(lexer->text[at]))
        at++;
    if (at < lexer->len && lexer->text[at] == '(')
        return true;
    if (at == lexer->len || !isalpha(lexer->text[at]))
        return false;
    for (int i = 0; i < 3; i++) {
        const uint32_t len = (uint32_t)strlen(words[i]);

        if (lexer->len - at >= len && memcmp(lexer->text + at, words[i], len) == 0 &&
            (lexer->len - at == len || !isalnum(lexer->text[at + len])))
            return false;
    }
    return true;
}

/* Opens a bracket around tests that costs so many levels. */
static bool open_bracket(struct rc_lexer *lexer, uint8_t cost)
{
    lexer->mode = RC_LEX_TEST;
    if (lexer->depth + cost + 4 >= lexer->deepest)
        return false;
    lexer->costs[lexer->nopen++] = cost;
    lexer->depth += cost;
    return true;
}

/* Opens a bracket inside a transformer's. */
static bool open_argument(struct rc_lexer *lexer, bool is_list)
{
    lexer->mode = is_list ? RC_LEX_FIRST_ELEMENT : RC_LEX_ARGUMENT;
    if (lexer->depth + 2 * (lexer->nargs + 1) + 4 >= lexer->deepest)
        return false;
    lexer->is_list[lexer->nargs++] = is_list;
    return true;
}

static int too_deep(struct rc_lexer *lexer, const struct rc_range *range)
{
    return bad(lexer, "brackets are nested too deeply here", range->off, range->end);
}

/* Behind an argument of a transformer, or behind a whole operand. */
static enum rc_lex_mode behind_operand(const struct rc_lexer *lexer)
{
    return lexer->nargs > 0 ? RC_LEX_ARGUMENT_NEXT : lexer->behind;
}

static enum rc_lex_mode behind_comma(const struct rc_lexer *lexer)
{
    return lexer->is_list[lexer->nargs - 1] ? RC_LEX_ELEMENT : RC_LEX_ARGUMENT;
}

/* `[key]` at lexer->at. */
static int read_key(struct rc_lexer *lexer, struct rc_word *word, struct rc_range *range)
{
    const uint32_t start = lexer->at++;
    uint32_t end = lexer->at;

    if (end < lexer->len && (lexer->text[end] == '"' || lexer->text[end] == '\'')) {
        if (!read_quoted(lexer, word))
            return TOK_BAD;
    } else {
        while (end < lexer->len && !strchr("[]\"' \t\n\v\f\r", lexer->text[end]))
            end++;
        take(lexer, word, lexer->at, end);
        if (end == lexer->at)
            return bad(lexer, "an argument is missing between the brackets", start, end + 1);
        lexer->at = end;
    }
    if (lexer->at == lexer->len || lexer->text[lexer->at] != ']')
        return bad(lexer, "the bracket of the argument is not closed", start, lexer->at);
    range->end = ++lexer->at;
    lexer->mode = behind_operand(lexer);
    return TOK_KEY;
}

static uint32_t find_word(const char *const *names, uint32_t n, const unsigned char *text,
                          uint32_t len)
{
    uint32_t i = 0;

    while (i < n && (strlen(names[i]) != len || memcmp(names[i], text, len) != 0))
        i++;
    return i;
}

/* What stands at the place of a token that does not fit: a word, or a single character. */
static int misfit(struct rc_lexer *lexer, struct rc_range *range)
{
    uint32_t end = range->off;

    while (end < lexer->len && (isalnum(lexer->text[end]) || strchr("._", lexer->text[end])) &&
           lexer->text[end] != '\0')
        end++;
    if (end == range->off && end < lexer->len) {
        end++;
        while (end < lexer->len && (lexer->text[end] & 0xc0) == 0x80)
            end++;
    }
    range->end = end;
    return bad(lexer, NULL, range->off, end);
}

#define RETURN(token, next)                                                                        \
    do {                                                                                           \
        lexer->mode = (next);                                                                      \
        return (token);                                                                            \
    } while (0)

int rc_lex(struct rc_lexer *lexer, struct rc_word *word, struct rc_range *range)
{
    const unsigned char *YYCURSOR, *YYMARKER, *start;
    const unsigned char *const YYLIMIT = lexer->text + lexer->len;

    *word = (struct rc_word){0};
again:
    if (lexer->mode == RC_LEX_FIELD_END) {
        *range = (struct rc_range){lexer->at, lexer->at};
        if (lexer->at < lexer->len && lexer->text[lexer->at] == '[')
            return read_key(lexer, word, range);
        lexer->mode = behind_operand(lexer);
    }
    YYCURSOR = YYMARKER = start = lexer->text + lexer->at;
    range->off = range->end = lexer->at;
    if (lexer->mode == RC_LEX_DONE)
        return TOK_END;
#define ACCEPT()                                                                                   \
    do {                                                                                           \
        lexer->at = range->end = (uint32_t)(YYCURSOR - lexer->text);                               \
        word->text = (const char *)start;                                                          \
        word->len = (uint32_t)(YYCURSOR - start);                                                  \
    } while (0)
    /*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:yyfill:enable = 0;
    re2c:eof = 0;
    re2c:define:YYGETCONDITION = "(int)lexer->mode";
    re2c:define:YYGETCONDITION:naked = 1;
    re2c:condenumprefix = RC_LEX_;

    blank = [ \t\b\r\n];
    ident = [a-zA-Z][a-zA-Z0-9_]*;
    field = ident ("." ident)+;
    number = "0" [xX] [0-9a-fA-F]+ | [+-]? [0-9]+ "."? [0-9]* ([eE] [+-] [0-9]+)?;
    bare = [^()"' \t\n\v\f\r=,\b] [^()"' \t\n\v\f\r=,]*; /* a \b is blank in front of it only */
    transformer = ("tolower" | "toupper" | "b64" | "basename" | "len" | "join" | "concat" | "getopt") "(";
    worded = "glob" | "iglob" | "contains" | "icontains" | "bcontains" | "startswith" | "bstartswith"
           | "endswith" | "regex";

    <TEST, OPERATOR, NUMBER, VALUE, PLAIN, LIST, MODIFIED, FIRST, ITEM, NEXT, AFTER, ARGUMENT, ELEMENT, FIRST_ELEMENT, ARGUMENT_NEXT, VAL, VAL_END> blank+ {
        lexer->at = (uint32_t)(YYCURSOR - lexer->text);
        goto again;
    }
    <*> * { return misfit(lexer, range); }
    <*> $ { return TOK_END; }

    <TEST> "not" [ \t\n\v\f\r]+ {
        YYCURSOR = start + 3;
        ACCEPT();
        return TOK_NOT;
    }
    <TEST> "not(" {
        ACCEPT();
        return open_bracket(lexer, 4) ? TOK_NOT_OPEN : too_deep(lexer, range);
    }
    <TEST> "(" {
        ACCEPT();
        return open_bracket(lexer, 5) ? TOK_OPEN : too_deep(lexer, range);
    }
    <TEST> ident {
        ACCEPT();
        RETURN(TOK_MACRO, RC_LEX_AFTER);
    }
    <TEST, ARGUMENT, ELEMENT, FIRST_ELEMENT, OPERAND> field {
        ACCEPT();
        if (lexer->mode == RC_LEX_TEST) {
            lexer->behind = RC_LEX_OPERATOR;
            if (lexer->depth + 7 >= lexer->deepest)
                return too_deep(lexer, range);
        }
        RETURN(TOK_FIELD, RC_LEX_FIELD_END);
    }
    <TEST, NUMBER, VALUE, PLAIN, LIST, ARGUMENT, ELEMENT, FIRST_ELEMENT, OPERAND> transformer {
        ACCEPT();
        if (lexer->mode == RC_LEX_TEST)
            lexer->behind = RC_LEX_OPERATOR;
        else if (lexer->nargs == 0 && lexer->mode != RC_LEX_OPERAND)
            lexer->behind = RC_LEX_AFTER;
        word->id = find_word(cat_transformer_names, CAT_TRANSFORM__COUNT, start, word->len - 1);
        return open_argument(lexer, false) ? TOK_TRANSFORMER : too_deep(lexer, range);
    }
    <NUMBER, VALUE, PLAIN, LIST> "val(" {
        ACCEPT();
        lexer->behind = RC_LEX_AFTER;
        RETURN(TOK_VAL, RC_LEX_VAL);
    }
    <VAL> field {
        ACCEPT();
        lexer->behind = RC_LEX_VAL_END;
        RETURN(TOK_FIELD, RC_LEX_FIELD_END);
    }
    <VAL_END> ")" {
        ACCEPT();
        lexer->behind = RC_LEX_AFTER;
        RETURN(TOK_CLOSE, RC_LEX_FIELD_END);
    }

    <OPERATOR> "exists" {
        ACCEPT();
        RETURN(TOK_EXISTS, RC_LEX_AFTER);
    }
    <OPERATOR> "<=" | "<" | ">=" | ">" {
        ACCEPT();
        word->id = find_word(cat_operator_names, CAT_OP__COUNT, start, word->len);
        RETURN(TOK_ORDER, RC_LEX_NUMBER);
    }
    <OPERATOR> "==" | "=" | "!=" {
        ACCEPT();
        word->id = start[0] == '!' ? CAT_OP_NE : CAT_OP_EQ;
        RETURN(TOK_COMPARE, YYCURSOR < YYLIMIT && is_blank(*YYCURSOR) ? RC_LEX_VALUE : RC_LEX_PLAIN);
    }
    <OPERATOR> worded / blank {
        ACCEPT();
        word->id = find_word(cat_operator_names, CAT_OP__COUNT, start, word->len);
        RETURN(TOK_COMPARE, RC_LEX_VALUE);
    }
    <OPERATOR> "in" | "intersects" | "pmatch" {
        ACCEPT();
        word->id = find_word(cat_operator_names, CAT_OP__COUNT, start, word->len);
        RETURN(TOK_LIST_OPERATOR, RC_LEX_LIST);
    }

    <NUMBER> number {
        ACCEPT();
        take(lexer, word, range->off, range->end);
        RETURN(TOK_VALUE, RC_LEX_AFTER);
    }
    <VALUE> ("oneof" | "anyof" | "allof") / blank {
        if (!list_follows(lexer, (uint32_t)(YYCURSOR - lexer->text))) {
            lexer->mode = RC_LEX_PLAIN;
            goto again;
        }
        ACCEPT();
        word->id = find_word(cat_modifier_names, CAT_MOD__COUNT, start, word->len);
        RETURN(TOK_MODIFIER, RC_LEX_MODIFIED);
    }
    <VALUE, PLAIN> bare {
        YYCURSOR = lexer->text + valid_end(lexer, lexer->at, (uint32_t)(YYCURSOR - lexer->text));
        if (YYCURSOR == start)
            return misfit(lexer, range);
        ACCEPT();
        take(lexer, word, range->off, range->end);
        RETURN(TOK_VALUE, RC_LEX_AFTER);
    }
    <FIRST, ITEM> bare {
        YYCURSOR = lexer->text + valid_end(lexer, lexer->at, (uint32_t)(YYCURSOR - lexer->text));
        if (YYCURSOR == start)
            return misfit(lexer, range);
        ACCEPT();
        take(lexer, word, range->off, range->end);
        RETURN(TOK_VALUE, RC_LEX_NEXT);
    }
    <LIST, MODIFIED> ident {
        ACCEPT();
        take(lexer, word, range->off, range->end);
        RETURN(TOK_VALUE, RC_LEX_AFTER);
    }
    <LIST, MODIFIED> "(" {
        ACCEPT();
        RETURN(TOK_OPEN, RC_LEX_FIRST);
    }
    <VALUE, PLAIN, FIRST, ITEM, ARGUMENT, ELEMENT, FIRST_ELEMENT> ["'] {
        const enum rc_lex_mode mode = lexer->mode;

        if (!read_quoted(lexer, word)) {
            /* Falco goes on as if nothing stood there if it is the first of a list and only an escape is
             * wrong: if the bracket closes at once, the list is empty, and the rule loads. */
            if (mode == RC_LEX_FIRST && lexer->at > range->off && lexer->at < lexer->len &&
                lexer->text[lexer->at] == ')') {
                lexer->problem = NULL;
                *word = (struct rc_word){0};
                goto again;
            }
            range->end = lexer->problem_at.end;
            return TOK_BAD;
        }
        range->end = lexer->at;
        if (mode == RC_LEX_VALUE || mode == RC_LEX_PLAIN)
            RETURN(TOK_VALUE, RC_LEX_AFTER);
        RETURN(TOK_VALUE, mode == RC_LEX_FIRST || mode == RC_LEX_ITEM ? RC_LEX_NEXT
                                                                      : RC_LEX_ARGUMENT_NEXT);
    }
    <NEXT> "," {
        ACCEPT();
        RETURN(TOK_COMMA, RC_LEX_ITEM);
    }
    <FIRST, NEXT> ")" {
        ACCEPT();
        RETURN(TOK_CLOSE, RC_LEX_AFTER);
    }

    <ARGUMENT, ELEMENT, FIRST_ELEMENT> number {
        ACCEPT();
        take(lexer, word, range->off, range->end);
        RETURN(TOK_VALUE, RC_LEX_ARGUMENT_NEXT);
    }
    <ARGUMENT> "(" {
        ACCEPT();
        return open_argument(lexer, true) ? TOK_OPEN : too_deep(lexer, range);
    }
    <ARGUMENT_NEXT> "," {
        ACCEPT();
        RETURN(TOK_COMMA, behind_comma(lexer));
    }
    <FIRST_ELEMENT, ARGUMENT_NEXT> ")" {
        ACCEPT();
        if (lexer->is_list[--lexer->nargs])
            RETURN(TOK_CLOSE, RC_LEX_ARGUMENT_NEXT);
        RETURN(TOK_CLOSE, RC_LEX_FIELD_END);
    }

    <AFTER> "or" / blank {
        ACCEPT();
        RETURN(TOK_OR, RC_LEX_TEST);
    }
    <AFTER> "and" / blank {
        ACCEPT();
        RETURN(TOK_AND, RC_LEX_TEST);
    }
    <AFTER> "or(" {
        ACCEPT();
        return open_bracket(lexer, 2) ? TOK_OR_OPEN : too_deep(lexer, range);
    }
    <AFTER> "and(" {
        ACCEPT();
        return open_bracket(lexer, 3) ? TOK_AND_OPEN : too_deep(lexer, range);
    }
    <AFTER> ")" {
        ACCEPT();
        if (lexer->nopen > 0)
            lexer->depth -= lexer->costs[--lexer->nopen];
        return TOK_CLOSE;
    }
    */
#undef ACCEPT
}
