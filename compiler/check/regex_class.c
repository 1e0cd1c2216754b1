#include "check/regex_class.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

void *rc_regex_fail(struct rc_regex_parser *parser, const char *message)
{
    if (!parser->error)
        parser->error = message;
    return NULL;
}

struct rc_regex *rc_regex_new(struct rc_regex_parser *parser, enum rc_regex_kind kind)
{
    struct rc_regex *regex = rc_arena_alloc(parser->arena, sizeof *regex);

    regex->kind = kind;
    return regex;
}

bool rc_regex_next_is(const struct rc_regex_parser *parser, char c)
{
    return parser->at < parser->end && *parser->at == c;
}

bool rc_regex_take(struct rc_regex_parser *parser, char c)
{
    if (!rc_regex_next_is(parser, c))
        return false;
    parser->at++;
    return true;
}

/* A code point; the pattern was found to be valid. */
uint32_t rc_regex_take_point(struct rc_regex_parser *parser)
{
    uint32_t size;
    const int32_t point = rc_utf8_decode(parser->at, (uint32_t)(parser->end - parser->at), &size);

    parser->at += size;
    return (uint32_t)point;
}

/* --- sets of code points --- */

void rc_regex_add_range(struct rc_regex_parser *parser, struct rc_regex_ranges *ranges,
                        uint32_t first, uint32_t last)
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
static void normalise(struct rc_regex_ranges *ranges)
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

static void negate(struct rc_regex_parser *parser, struct rc_regex_ranges *ranges)
{
    struct rc_regex_ranges others = {0};
    uint32_t first = 0;

    normalise(ranges);
    for (uint32_t i = 0; i < ranges->n; i++) {
        if (ranges->items[i].first > first)
            rc_regex_add_range(parser, &others, first, ranges->items[i].first - 1);
        first = ranges->items[i].last + 1;
    }
    if (first <= RC_REGEX_LAST_POINT)
        rc_regex_add_range(parser, &others, first, RC_REGEX_LAST_POINT);
    *ranges = others;
}

struct rc_regex *rc_regex_class_of(struct rc_regex_parser *parser, struct rc_regex_ranges *ranges)
{
    struct rc_regex *regex = rc_regex_new(parser, RC_REGEX_CLASS);

    normalise(ranges);
    regex->ranges = ranges->items;
    regex->nranges = ranges->n;
    return regex;
}

/* --- escapes and classes --- */

static int hex_digit(const struct rc_regex_parser *parser)
{
    const char c = parser->at < parser->end ? *parser->at : '\0';

    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Behind \x: two digits, or any number in braces. */
static bool take_hex(struct rc_regex_parser *parser, uint32_t *point)
{
    const bool braces = rc_regex_take(parser, '{');
    int n = 0;

    *point = 0;
    while ((braces || n < 2) && hex_digit(parser) >= 0) {
        *point = *point * 16 + (uint32_t)hex_digit(parser);
        parser->at++;
        n++;
        if (*point > RC_REGEX_LAST_POINT)
            break;
    }
    if (n > 0 && *point <= RC_REGEX_LAST_POINT && (braces ? rc_regex_take(parser, '}') : n == 2))
        return true;
    rc_regex_fail(parser, "invalid escape sequence");
    return false;
}

static bool take_octal(struct rc_regex_parser *parser, uint32_t first, uint32_t *point)
{
    *point = first;
    /* A single digit other than 0 would be a reference to a group, which RE2 does not have. */
    if (first != 0 && (parser->at == parser->end || *parser->at < '0' || *parser->at > '7')) {
        rc_regex_fail(parser, "invalid escape sequence");
        return false;
    }
    for (int i = 0; i < 2 && parser->at < parser->end && *parser->at >= '0' && *parser->at <= '7';
         i++)
        *point = *point * 8 + (uint32_t)(*parser->at++ - '0');
    return true;
}

/* Behind a backslash. */
bool rc_regex_take_escape(struct rc_regex_parser *parser, uint32_t *point)
{
    uint32_t c;

    if (parser->at == parser->end) {
        rc_regex_fail(parser, "trailing backslash");
        return false;
    }
    c = rc_regex_take_point(parser);
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
    rc_regex_fail(parser, "invalid escape sequence");
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
static bool take_named(struct rc_regex_parser *parser, struct rc_regex_ranges *ranges)
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
        struct rc_regex_ranges named = {0};

        if (strlen(named_classes[i].name) != (size_t)(close - name) ||
            memcmp(named_classes[i].name, name, (size_t)(close - name)) != 0)
            continue;
        for (int k = 0; k < 4 && named_classes[i].ranges[k].last != 0; k++)
            rc_regex_add_range(parser, &named, named_classes[i].ranges[k].first,
                               named_classes[i].ranges[k].last);
        if (negated)
            negate(parser, &named);
        for (uint32_t k = 0; k < named.n; k++)
            rc_regex_add_range(parser, ranges, named.items[k].first, named.items[k].last);
        parser->at = close + 2;
        return true;
    }
    rc_regex_fail(parser, "invalid character class range");
    return false;
}

static bool take_member(struct rc_regex_parser *parser, uint32_t *point)
{
    if (parser->at == parser->end) {
        rc_regex_fail(parser, "missing ]");
        return false;
    }
    if (rc_regex_take(parser, '\\'))
        return rc_regex_take_escape(parser, point);
    *point = rc_regex_take_point(parser);
    return true;
}

struct rc_regex *rc_regex_parse_class(struct rc_regex_parser *parser)
{
    const bool negated = rc_regex_take(parser, '^');
    struct rc_regex_ranges ranges = {0};

    for (bool first = true; first || !rc_regex_next_is(parser, ']'); first = false) {
        uint32_t low, high;

        if (rc_regex_next_is(parser, '-') && !first &&
            (parser->end - parser->at == 1 || parser->at[1] != ']'))
            return rc_regex_fail(parser, "invalid character class range");
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
                return rc_regex_fail(parser, "invalid character class range");
        }
        rc_regex_add_range(parser, &ranges, low, high);
    }
    parser->at++;
    if (negated)
        negate(parser, &ranges);
    return rc_regex_class_of(parser, &ranges);
}
