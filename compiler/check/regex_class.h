/* Characters, escapes and classes: the lower half of the parser of regular expressions. */
#ifndef RULEC_REGEX_CLASS_H
#define RULEC_REGEX_CLASS_H

#include "check/regex.h"

#define RC_REGEX_LAST_POINT 0x10ffff

struct rc_regex_parser {
    struct rc_arena *arena;
    const char *at, *end;
    uint32_t depth;
    const char *error; /* NULL: none yet */
};

/* Ranges under construction. */
struct rc_regex_ranges {
    struct rc_regex_range *items;
    uint32_t n, capacity;
};

/* Notes the first error. NULL, always. */
void *rc_regex_fail(struct rc_regex_parser *parser, const char *message);

struct rc_regex *rc_regex_new(struct rc_regex_parser *parser, enum rc_regex_kind kind);

bool rc_regex_next_is(const struct rc_regex_parser *parser, char c);

/* Goes on behind c, if it is next. */
bool rc_regex_take(struct rc_regex_parser *parser, char c);

/* A code point; the pattern was found to be valid. */
uint32_t rc_regex_take_point(struct rc_regex_parser *parser);

/* Behind a backslash. False: the error is set. */
bool rc_regex_take_escape(struct rc_regex_parser *parser, uint32_t *point);

void rc_regex_add_range(struct rc_regex_parser *parser, struct rc_regex_ranges *ranges,
                        uint32_t first, uint32_t last);

/* A class of the ranges, which are sorted and joined. */
struct rc_regex *rc_regex_class_of(struct rc_regex_parser *parser, struct rc_regex_ranges *ranges);

/* Behind `[`. NULL: the error is set. */
struct rc_regex *rc_regex_parse_class(struct rc_regex_parser *parser);

#endif
