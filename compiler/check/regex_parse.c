/* The parser of regular expressions.
 *
 * What it accepts is what RE2 accepts with its POSIX options, which is how Falco calls it:
 *   - operators * + ? {n} {n,} {n,m} | () [] . ^ $, all greedy; of repetitions in a row the outer
 * wins
 *   - classes with ranges, negation and [:alpha:] names; a `-` that is neither first nor last nor a
 * range is an error
 *   - escapes \n \t \r \f \v \a \123 \x7f \x{10ffff} and those of punctuation; no \d, \w, \b, no
 * (?...)
 *   - `.` is everything but a newline, a negated class may hold one
 *   - a `{` that begins no repetition stands for itself
 * The text is UTF-8; both pattern and classes are code points.
 */
#include "check/regex.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define MOST_REPEATS    1000 /* RE2's limit, for nested repetitions multiplied */
/* A number that goes on behind that is none to RE2, and its brace stands for itself. */
#define TOO_MANY_DIGITS 100000000
#define DEEPEST         1000 /* RE2's limit on nesting */
#define LAST_POINT      0x10ffff

struct parser {
    struct rc_arena *arena;
    const char *at, *end;
    uint32_t depth;
    const char *error; /* NULL: none yet */
};

/* Ranges under construction. */
struct ranges {
    struct rc_regex_range *items;
    uint32_t n, capacity;
};

static struct rc_regex *parse_alternatives(struct parser *parser);

static void *fail(struct parser *parser, const char *message)
{
    if (!parser->error)
        parser->error = message;
    return NULL;
}

static struct rc_regex *new_regex(struct parser *parser, enum rc_regex_kind kind)
{
    struct rc_regex *regex = rc_arena_alloc(parser->arena, sizeof *regex);

    regex->kind = kind;
    return regex;
}

static bool next_is(const struct parser *parser, char c)
{
    return parser->at < parser->end && *parser->at == c;
}

static bool take(struct parser *parser, char c)
{
    if (!next_is(parser, c))
        return false;
    parser->at++;
    return true;
}

/* A code point; the pattern was found to be valid. */
static uint32_t take_point(struct parser *parser)
{
    uint32_t size;
    const int32_t point = rc_utf8_decode(parser->at, (uint32_t)(parser->end - parser->at), &size);

    parser->at += size;
    return (uint32_t)point;
}

/* --- sets of code points --- */

static void add_range(struct parser *parser, struct ranges *ranges, uint32_t first, uint32_t last)
{
    if (ranges->n == ranges->capacity) {
        struct rc_regex_range *larger;

        ranges->capacity = ranges->capacity > 0 ? 2 * ranges->capacity : 8;
        larger = rc_arena_array(parser->arena, ranges->capacity, sizeof *larger);
        if (ranges->n > 0)
            memcpy(larger, ranges->items, ranges->n * sizeof *larger);
        ranges->items = larger;
    }
    ranges->items[ranges->n++] = (struct rc_regex_range){first, last};
}

static int compare_ranges(const void *a, const void *b)
{
    const struct rc_regex_range *x = a, *y = b;

    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->last > y->last) - (x->last < y->last);
}

/* Sorts, and joins what overlaps or touches. */
static void normalise(struct ranges *ranges)
{
    uint32_t n = 0;

    if (ranges->n == 0)
        return;
    qsort(ranges->items, ranges->n, sizeof *ranges->items, compare_ranges);
    for (uint32_t i = 1; i < ranges->n; i++) {
        if (ranges->items[i].first <= ranges->items[n].last + 1) {
            if (ranges->items[i].last > ranges->items[n].last)
                ranges->items[n].last = ranges->items[i].last;
        } else {
            ranges->items[++n] = ranges->items[i];
        }
    }
    ranges->n = n + 1;
}

static void negate(struct parser *parser, struct ranges *ranges)
{
    struct ranges others = {0};
    uint32_t first = 0;

    normalise(ranges);
    for (uint32_t i = 0; i < ranges->n; i++) {
        if (ranges->items[i].first > first)
            add_range(parser, &others, first, ranges->items[i].first - 1);
        first = ranges->items[i].last + 1;
    }
    if (first <= LAST_POINT)
        add_range(parser, &others, first, LAST_POINT);
    *ranges = others;
}

static struct rc_regex *class_of(struct parser *parser, struct ranges *ranges)
{
    struct rc_regex *regex = new_regex(parser, RC_REGEX_CLASS);

    normalise(ranges);
    regex->ranges = ranges->items;
    regex->nranges = ranges->n;
    return regex;
}

static struct rc_regex *literal(struct parser *parser, uint32_t point)
{
    struct ranges ranges = {0};

    add_range(parser, &ranges, point, point);
    return class_of(parser, &ranges);
}

/* --- escapes and classes --- */

static int hex_digit(const struct parser *parser)
{
    const char c = parser->at < parser->end ? *parser->at : '\0';

    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Behind \x: two digits, or any number in braces. */
static bool take_hex(struct parser *parser, uint32_t *point)
{
    const bool braces = take(parser, '{');
    int n = 0;

    *point = 0;
    while ((braces || n < 2) && hex_digit(parser) >= 0) {
        *point = *point * 16 + (uint32_t)hex_digit(parser);
        parser->at++;
        n++;
        if (*point > LAST_POINT)
            break;
    }
    if (n > 0 && *point <= LAST_POINT && (braces ? take(parser, '}') : n == 2))
        return true;
    fail(parser, "invalid escape sequence");
    return false;
}

static bool take_octal(struct parser *parser, uint32_t first, uint32_t *point)
{
    *point = first;
    /* A single digit other than 0 would be a reference to a group, which RE2 does not have. */
    if (first != 0 && (parser->at == parser->end || *parser->at < '0' || *parser->at > '7')) {
        fail(parser, "invalid escape sequence");
        return false;
    }
    for (int i = 0; i < 2 && parser->at < parser->end && *parser->at >= '0' && *parser->at <= '7';
         i++)
        *point = *point * 8 + (uint32_t)(*parser->at++ - '0');
    return true;
}

/* Behind a backslash. */
static bool take_escape(struct parser *parser, uint32_t *point)
{
    uint32_t c;

    if (parser->at == parser->end) {
        fail(parser, "trailing backslash");
        return false;
    }
    c = take_point(parser);
    switch (c) {
    case 'n':
        *point = '\n';
        return true;
    case 't':
        *point = '\t';
        return true;
    case 'r':
        *point = '\r';
        return true;
    case 'f':
        *point = '\f';
        return true;
    case 'v':
        *point = '\v';
        return true;
    case 'a':
        *point = '\a';
        return true;
    case 'x':
        return take_hex(parser, point);
    default:
        break;
    }
    if (c >= '0' && c <= '7')
        return take_octal(parser, c - '0', point);
    *point = c;
    if (c < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z'))
        return true;
    fail(parser, "invalid escape sequence");
    return false;
}

static const struct {
    const char *name;
    struct rc_regex_range ranges[4]; /* up to one whose last is 0 */
} named_classes[] = {
    {"alnum", {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
    {"alpha", {{'A', 'Z'}, {'a', 'z'}}},
    {"ascii", {{0, 0x7f}}},
    {"blank", {{'\t', '\t'}, {' ', ' '}}},
    {"cntrl", {{0, 0x1f}, {0x7f, 0x7f}}},
    {"digit", {{'0', '9'}}},
    {"graph", {{'!', '~'}}},
    {"lower", {{'a', 'z'}}},
    {"print", {{' ', '~'}}},
    {"punct", {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}},
    {"space", {{'\t', '\r'}, {' ', ' '}}},
    {"upper", {{'A', 'Z'}}},
    {"word", {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
    {"xdigit", {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
};

/* [:name:] or [:^name:] in a class. False: what is there is none; the error is set if it tries. */
static bool take_named(struct parser *parser, struct ranges *ranges)
{
    const size_t left = (size_t)(parser->end - parser->at);
    const char *name = parser->at + 2, *close;
    bool negated;

    if (left < 3 || parser->at[0] != '[' || parser->at[1] != ':')
        return false;
    close = memmem(name, left - 2, ":]", 2);
    if (!close)
        return false;
    negated = *name == '^';
    name += negated;
    for (size_t i = 0; i < sizeof named_classes / sizeof named_classes[0]; i++) {
        struct ranges named = {0};

        if (strlen(named_classes[i].name) != (size_t)(close - name) ||
            memcmp(named_classes[i].name, name, (size_t)(close - name)) != 0)
            continue;
        for (int k = 0; k < 4 && named_classes[i].ranges[k].last != 0; k++)
            add_range(parser, &named, named_classes[i].ranges[k].first,
                      named_classes[i].ranges[k].last);
        if (negated)
            negate(parser, &named);
        for (uint32_t k = 0; k < named.n; k++)
            add_range(parser, ranges, named.items[k].first, named.items[k].last);
        parser->at = close + 2;
        return true;
    }
    fail(parser, "invalid character class range");
    return false;
}

static bool take_member(struct parser *parser, uint32_t *point)
{
    if (parser->at == parser->end) {
        fail(parser, "missing ]");
        return false;
    }
    if (take(parser, '\\'))
        return take_escape(parser, point);
    *point = take_point(parser);
    return true;
}

static struct rc_regex *parse_class(struct parser *parser)
{
    const bool negated = take(parser, '^');
    struct ranges ranges = {0};

    for (bool first = true; first || !next_is(parser, ']'); first = false) {
        uint32_t low, high;

        if (next_is(parser, '-') && !first &&
            (parser->end - parser->at == 1 || parser->at[1] != ']'))
            return fail(parser, "invalid character class range");
        if (take_named(parser, &ranges))
            continue;
        if (parser->error || !take_member(parser, &low))
            return NULL;
        high = low;
        if (parser->end - parser->at >= 2 && parser->at[0] == '-' && parser->at[1] != ']') {
            parser->at++;
            if (!take_member(parser, &high))
                return NULL;
            if (high < low)
                return fail(parser, "invalid character class range");
        }
        add_range(parser, &ranges, low, high);
    }
    parser->at++;
    if (negated)
        negate(parser, &ranges);
    return class_of(parser, &ranges);
}

/* --- expressions --- */

/* {n}, {n,} or {n,m} at the parser's place; false: it is something else. */
static bool take_bounds(struct parser *parser, uint32_t *min, uint32_t *max)
{
    const char *at = parser->at + 1;
    uint32_t bounds[2] = {0, 0};

    for (int i = 0; i < 2; i++) {
        const char *start = at;

        while (at < parser->end && *at >= '0' && *at <= '9') {
            if (bounds[i] >= TOO_MANY_DIGITS)
                return false;
            bounds[i] = bounds[i] * 10 + (uint32_t)(*at++ - '0');
        }
        if (at == parser->end || (at - start > 1 && *start == '0'))
            return false;
        if (i == 0 && at == start)
            return false;
        if (i == 1 && at == start)
            bounds[1] = RC_REGEX_NO_MAX;
        if (i == 0 && *at == '}') {
            bounds[1] = bounds[0];
            break;
        }
        if (i == 0 && *at++ != ',')
            return false;
    }
    if (*at != '}')
        return false;
    parser->at = at + 1;
    *min = bounds[0];
    *max = bounds[1];
    return true;
}

/* How often the innermost is repeated at most by what repeats in it; more than the limit is told as
 * the limit and one. */
static uint32_t repeats(const struct rc_regex *regex)
{
    uint32_t most = 1, factor = 1;

    for (uint32_t i = 0; i < regex->nchildren; i++) {
        const uint32_t n = repeats(regex->children[i]);

        if (n > most)
            most = n;
    }
    if (regex->kind == RC_REGEX_REPEAT)
        factor = regex->max == RC_REGEX_NO_MAX ? regex->min : regex->max;
    if (factor == 0)
        factor = 1;
    return most * factor > MOST_REPEATS ? MOST_REPEATS + 1 : most * factor;
}

static struct rc_regex *repeat(struct parser *parser, struct rc_regex *child, uint32_t min,
                               uint32_t max)
{
    struct rc_regex *regex;

    /* x*+ and the like: one repetition says it. */
    if (child->kind == RC_REGEX_REPEAT && child->min <= 1 && min <= 1 &&
        (child->max == RC_REGEX_NO_MAX || child->max == 1) &&
        (max == RC_REGEX_NO_MAX || max == 1)) {
        child->max = child->max == 1 && max == 1 ? 1 : RC_REGEX_NO_MAX;
        child->min = child->min * min;
        return child;
    }
    if (min > MOST_REPEATS || (max != RC_REGEX_NO_MAX && (max > MOST_REPEATS || max < min)))
        return fail(parser, "invalid repetition size");
    regex = new_regex(parser, RC_REGEX_REPEAT);
    regex->children = rc_arena_array(parser->arena, 1, sizeof(struct rc_regex *));
    regex->children[0] = child;
    regex->nchildren = 1;
    regex->min = min;
    regex->max = max;
    if ((min >= 2 || (max >= 2 && max != RC_REGEX_NO_MAX)) && repeats(regex) > MOST_REPEATS)
        return fail(parser, "invalid repetition size");
    return regex;
}

static struct rc_regex *parse_atom(struct parser *parser)
{
    struct rc_regex *regex;
    struct ranges ranges = {0};
    uint32_t point;

    switch (*parser->at) {
    case '(':
        parser->at++;
        if (++parser->depth > DEEPEST)
            return fail(parser, "expression nests too deeply");
        regex = parse_alternatives(parser);
        if (regex && !take(parser, ')'))
            return fail(parser, "missing closing )");
        parser->depth--;
        return regex;
    case '[':
        parser->at++;
        return parse_class(parser);
    case '.':
        parser->at++;
        add_range(parser, &ranges, 0, '\n' - 1);
        add_range(parser, &ranges, '\n' + 1, LAST_POINT);
        return class_of(parser, &ranges);
    case '^':
        parser->at++;
        return new_regex(parser, RC_REGEX_BEGIN);
    case '$':
        parser->at++;
        return new_regex(parser, RC_REGEX_END);
    case '*':
    case '+':
    case '?':
        return fail(parser, "no argument for repetition operator");
    case '\\':
        parser->at++;
        return take_escape(parser, &point) ? literal(parser, point) : NULL;
    default:
        return literal(parser, take_point(parser));
    }
}

static struct rc_regex *parse_repeated(struct parser *parser)
{
    struct rc_regex *regex;
    uint32_t min, max, n = 0;

    if (next_is(parser, '{') && take_bounds(parser, &min, &max))
        return fail(parser, "no argument for repetition operator");
    regex = parse_atom(parser);
    while (regex && parser->at < parser->end) {
        if (take(parser, '*'))
            regex = repeat(parser, regex, 0, RC_REGEX_NO_MAX);
        else if (take(parser, '+'))
            regex = repeat(parser, regex, 1, RC_REGEX_NO_MAX);
        else if (take(parser, '?'))
            regex = repeat(parser, regex, 0, 1);
        else if (next_is(parser, '{') && take_bounds(parser, &min, &max))
            regex = repeat(parser, regex, min, max);
        else
            break;
        if (++n > DEEPEST)
            return fail(parser, "expression nests too deeply");
    }
    return regex;
}

/* Children under construction. */
struct children {
    struct rc_regex **items;
    uint32_t n, capacity;
};

static void add_child(struct parser *parser, struct children *children, struct rc_regex *child)
{
    if (children->n == children->capacity) {
        struct rc_regex **larger;

        children->capacity = children->capacity > 0 ? 2 * children->capacity : 4;
        larger = rc_arena_array(parser->arena, children->capacity, sizeof(struct rc_regex *));
        if (children->n > 0)
            memcpy(larger, children->items, children->n * sizeof(struct rc_regex *));
        children->items = larger;
    }
    children->items[children->n++] = child;
}

static struct rc_regex *join(struct parser *parser, enum rc_regex_kind kind,
                             const struct children *children)
{
    struct rc_regex *regex;

    if (children->n == 0)
        return new_regex(parser, RC_REGEX_EMPTY);
    if (children->n == 1)
        return children->items[0];
    regex = new_regex(parser, kind);
    regex->children = children->items;
    regex->nchildren = children->n;
    return regex;
}

static struct rc_regex *parse_sequence(struct parser *parser)
{
    struct children children = {0};

    while (parser->at < parser->end && *parser->at != '|' && *parser->at != ')') {
        struct rc_regex *child = parse_repeated(parser);

        if (!child)
            return NULL;
        add_child(parser, &children, child);
    }
    return join(parser, RC_REGEX_CONCAT, &children);
}

static struct rc_regex *parse_alternatives(struct parser *parser)
{
    struct children children = {0};

    do {
        struct rc_regex *child = parse_sequence(parser);

        if (!child)
            return NULL;
        add_child(parser, &children, child);
    } while (take(parser, '|'));
    return join(parser, RC_REGEX_ALTERNATE, &children);
}

static bool is_utf8(const char *text, uint32_t len)
{
    uint32_t size;

    for (uint32_t i = 0; i < len; i += size) {
        if (rc_utf8_decode(text + i, len - i, &size) < 0)
            return false;
    }
    return true;
}

const struct rc_regex *rc_regex_parse(struct rc_arena *arena, const char *pattern, uint32_t len,
                                      const char **error)
{
    struct parser parser = {.arena = arena, .at = pattern, .end = pattern + len};
    const struct rc_regex *regex = NULL;

    if (!is_utf8(pattern, len))
        fail(&parser, "invalid UTF-8");
    else
        regex = parse_alternatives(&parser);
    if (regex && parser.at < parser.end)
        regex = fail(&parser, "unexpected )");
    *error = parser.error;
    return regex;
}
