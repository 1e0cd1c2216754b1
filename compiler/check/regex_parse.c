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
#include "check/regex_class.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define MOST_REPEATS    1000 /* RE2's limit, for nested repetitions multiplied */
/* A number that goes on behind that is none to RE2, and its brace stands for itself. */
#define TOO_MANY_DIGITS 100000000
#define DEEPEST         1000 /* RE2's limit on nesting */

static struct rc_regex *parse_alternatives(struct rc_regex_parser *parser);

/* {n}, {n,} or {n,m} at the parser's place; false: it is something else. */
static bool take_bounds(struct rc_regex_parser *parser, uint32_t *min, uint32_t *max)
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

static struct rc_regex *repeat(struct rc_regex_parser *parser, struct rc_regex *child, uint32_t min,
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
        return rc_regex_fail(parser, "invalid repetition size");
    regex = rc_regex_new(parser, RC_REGEX_REPEAT);
    regex->children = rc_arena_array(parser->arena, 1, sizeof(struct rc_regex *));
    regex->children[0] = child;
    regex->nchildren = 1;
    regex->min = min;
    regex->max = max;
    if ((min >= 2 || (max >= 2 && max != RC_REGEX_NO_MAX)) && repeats(regex) > MOST_REPEATS)
        return rc_regex_fail(parser, "invalid repetition size");
    return regex;
}

static struct rc_regex *literal(struct rc_regex_parser *parser, uint32_t point)
{
    struct rc_regex_ranges ranges = {0};

    rc_regex_add_range(parser, &ranges, point, point);
    return rc_regex_class_of(parser, &ranges);
}

static struct rc_regex *parse_atom(struct rc_regex_parser *parser)
{
    struct rc_regex *regex;
    struct rc_regex_ranges ranges = {0};
    uint32_t point;

    switch (*parser->at) {
    case '(':
        parser->at++;
        if (++parser->depth > DEEPEST)
            return rc_regex_fail(parser, "expression nests too deeply");
        regex = parse_alternatives(parser);
        if (regex && !rc_regex_take(parser, ')'))
            return rc_regex_fail(parser, "missing closing )");
        parser->depth--;
        return regex;
    case '[':
        parser->at++;
        return rc_regex_parse_class(parser);
    case '.':
        parser->at++;
        rc_regex_add_range(parser, &ranges, 0, '\n' - 1);
        rc_regex_add_range(parser, &ranges, '\n' + 1, RC_REGEX_LAST_POINT);
        return rc_regex_class_of(parser, &ranges);
    case '^':
        parser->at++;
        return rc_regex_new(parser, RC_REGEX_BEGIN);
    case '$':
        parser->at++;
        return rc_regex_new(parser, RC_REGEX_END);
    case '*':
    case '+':
    case '?':
        return rc_regex_fail(parser, "no argument for repetition operator");
    case '\\':
        parser->at++;
        return rc_regex_take_escape(parser, &point) ? literal(parser, point) : NULL;
    default:
        return literal(parser, rc_regex_take_point(parser));
    }
}

static struct rc_regex *parse_repeated(struct rc_regex_parser *parser)
{
    struct rc_regex *regex;
    uint32_t min, max, n = 0;

    if (rc_regex_next_is(parser, '{') && take_bounds(parser, &min, &max))
        return rc_regex_fail(parser, "no argument for repetition operator");
    regex = parse_atom(parser);
    while (regex && parser->at < parser->end) {
        if (rc_regex_take(parser, '*'))
            regex = repeat(parser, regex, 0, RC_REGEX_NO_MAX);
        else if (rc_regex_take(parser, '+'))
            regex = repeat(parser, regex, 1, RC_REGEX_NO_MAX);
        else if (rc_regex_take(parser, '?'))
            regex = repeat(parser, regex, 0, 1);
        else if (rc_regex_next_is(parser, '{') && take_bounds(parser, &min, &max))
            regex = repeat(parser, regex, min, max);
        else
            break;
        if (++n > DEEPEST)
            return rc_regex_fail(parser, "expression nests too deeply");
    }
    return regex;
}

/* Children under construction. */
struct children {
    struct rc_regex **items;
    uint32_t n, capacity;
};

static void add_child(struct rc_regex_parser *parser, struct children *children,
                      struct rc_regex *child)
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

static struct rc_regex *join(struct rc_regex_parser *parser, enum rc_regex_kind kind,
                             const struct children *children)
{
    struct rc_regex *regex;

    if (children->n == 0)
        return rc_regex_new(parser, RC_REGEX_EMPTY);
    if (children->n == 1)
        return children->items[0];
    regex = rc_regex_new(parser, kind);
    regex->children = children->items;
    regex->nchildren = children->n;
    return regex;
}

static struct rc_regex *parse_sequence(struct rc_regex_parser *parser)
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

static struct rc_regex *parse_alternatives(struct rc_regex_parser *parser)
{
    struct children children = {0};

    do {
        struct rc_regex *child = parse_sequence(parser);

        if (!child)
            return NULL;
        add_child(parser, &children, child);
    } while (rc_regex_take(parser, '|'));
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
    struct rc_regex_parser parser = {.arena = arena, .at = pattern, .end = pattern + len};
    const struct rc_regex *regex = NULL;

    if (!is_utf8(pattern, len))
        rc_regex_fail(&parser, "invalid UTF-8");
    else
        regex = parse_alternatives(&parser);
    if (regex && parser.at < parser.end)
        regex = rc_regex_fail(&parser, "unexpected )");
    *error = parser.error;
    return regex;
}
