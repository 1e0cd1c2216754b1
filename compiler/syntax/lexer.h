/* The lexer of conditions: text to tokens.
 *
 * The language has no reserved words: what `in`, `contains` or `10` is depends on where it stands
 * (`proc.name in (in, contains)` is a sound test). So the lexer follows the structure of a test by
 * itself and always knows what may come next: a test, an operator, a number, a value, an argument
 * of a transformer. Each of these is a mode, and each mode a start condition of re2c (lexer.re).
 * The modes change with the tokens alone; the parser never talks back, so a token of look-ahead
 * does no harm.
 *
 * What the rules for each token are is Falco's choice (libsinsp, filter/parser.cpp) down to its
 * oddities: `or(a.b=c)` needs no space, `in` none behind it, a backslash before a closing quote
 * keeps the string open even if it is escaped itself.
 */
#ifndef RULEC_LEXER_H
#define RULEC_LEXER_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* A token's text: a name, a value (unquoted, unescaped), or an operator by its number. */
struct rc_word {
    const char *text; /* len bytes; values end with a NUL besides */
    uint32_t len;
    bool quoted;
    uint32_t id; /* enum cat_operator, cat_modifier or cat_transformer */
};

/* Where a token stands in the text: bytes [off, end). */
struct rc_range {
    uint32_t off, end;
};

enum rc_lex_mode {
    RC_LEX_TEST,          /* a test, a bracket, `not`, a macro */
    RC_LEX_OPERATOR,      /* behind the left side */
    RC_LEX_NUMBER,        /* the right side of <, <=, >, >= */
    RC_LEX_VALUE,         /* the right side of =, contains, ... */
    RC_LEX_PLAIN,         /* the same when no modifier can come any more */
    RC_LEX_LIST,          /* the right side of in, intersects, pmatch */
    RC_LEX_MODIFIED,      /* the right side behind a modifier */
    RC_LEX_FIRST,         /* in the brackets of a list: a value, or its end */
    RC_LEX_ITEM,          /* behind a comma in it */
    RC_LEX_NEXT,          /* behind a value in it */
    RC_LEX_AFTER,         /* behind a test */
    RC_LEX_ARGUMENT,      /* in the brackets of a transformer */
    RC_LEX_ELEMENT,       /* in a list in them, behind a comma */
    RC_LEX_FIRST_ELEMENT, /* in a list in them */
    RC_LEX_ARGUMENT_NEXT, /* behind an argument or element */
    RC_LEX_VAL,           /* in the brackets of val */
    RC_LEX_VAL_END,
    RC_LEX_FIELD_END, /* right behind a field or a transformer: perhaps [...] */
    RC_LEX_OPERAND,   /* a field or transformer in an output */
    RC_LEX_DONE       /* behind it */
};

/* How deep brackets and transformers may nest. Falco counts the calls of its parser, up to 1000 in
 * a condition and 100 in an output: `(` takes 5 of them, `not(` 4, `and(` 3, `or(` 2, an argument
 * of a transformer 2. */
#define RC_LEX_DEEPEST_CONDITION 1000
#define RC_LEX_DEEPEST_OUTPUT    100

struct rc_lexer {
    struct rc_arena *arena;
    const unsigned char *text; /* len bytes and a NUL behind them */
    uint32_t len, at;
    enum rc_lex_mode mode;
    enum rc_lex_mode behind;                 /* the mode behind the operand that is being read */
    uint32_t depth, deepest;                 /* Falco's count, and its limit */
    uint32_t nopen;                          /* open brackets around tests */
    uint8_t costs[RC_LEX_DEEPEST_CONDITION]; /* of each */
    uint32_t nargs;                          /* open brackets inside transformers */
    bool is_list[RC_LEX_DEEPEST_CONDITION];  /* each: of a list, not of a transformer */
    const char *problem;                     /* of a BAD token: why; NULL: nothing that fits here */
    struct rc_range problem_at;
};

/* Ready to read a condition, or an operand of an output. text must have a NUL at text[len]. */
void rc_lexer_init(struct rc_lexer *lexer, struct rc_arena *arena, const char *text, uint32_t len,
                   bool operand);

/* The next token's number (grammar.h), with its word and range. At the end 0, again and again. */
int rc_lex(struct rc_lexer *lexer, struct rc_word *word, struct rc_range *range);

#endif
