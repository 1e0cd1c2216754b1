/* Regular expressions in RE2's POSIX syntax, as trees over code points of UTF-8. */
#ifndef RULEC_REGEX_H
#define RULEC_REGEX_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum rc_regex_kind {
    RC_REGEX_EMPTY,     /* the empty text */
    RC_REGEX_CLASS,     /* one code point out of ranges; a literal is a class of one */
    RC_REGEX_CONCAT,    /* children in turn */
    RC_REGEX_ALTERNATE, /* one of the children */
    RC_REGEX_REPEAT,    /* the child, min to max times */
    RC_REGEX_BEGIN,     /* ^ */
    RC_REGEX_END        /* $ */
};

#define RC_REGEX_NO_MAX UINT32_MAX

struct rc_regex_range {
    uint32_t first, last; /* code points */
};

struct rc_regex {
    enum rc_regex_kind kind;
    struct rc_regex **children; /* CONCAT, ALTERNATE: nchildren; REPEAT: one */
    uint32_t nchildren;
    uint32_t min, max;                   /* REPEAT; RC_REGEX_NO_MAX: without end */
    const struct rc_regex_range *ranges; /* CLASS: sorted, apart; negation and `.` are resolved */
    uint32_t nranges;
};

/* Parses a pattern. The tree lives in the arena. NULL with *error set to a message (RE2's words) if
 * RE2 would refuse it. */
const struct rc_regex *rc_regex_parse(struct rc_arena *arena, const char *pattern, uint32_t len,
                                      const char **error);

#endif
