/* Regular expressions by sets of positions, over the parsed tree: what the automata that re2c makes
 * are compared with. From a set of places where a part may begin follows the set of places where it
 * may end. */
#ifndef RULEC_TESTS_REFERENCE_REGEX_H
#define RULEC_TESTS_REFERENCE_REGEX_H

#include "check/regex.h"

#include <stdlib.h>
#include <string.h>

/* The text as code points; a broken sequence counts as U+FFFD, one for its longest valid beginning.
 * out has room for len of them. */
static inline uint32_t rct_code_points(const uint8_t *text, uint32_t len, uint32_t *out)
{
    uint32_t n = 0;

    for (uint32_t at = 0; at < len;) {
        const uint8_t lead = text[at++];
        uint32_t point = lead, more = 0;

        if (lead >= 0xc2 && lead <= 0xf4) {
            more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
            point = lead & (0x3f >> more);
        } else if (lead >= 0x80) {
            point = 0xfffd;
        }
        for (uint32_t i = 0; i < more; i++) {
            const uint8_t next = at < len ? text[at] : 0;
            const bool too_low =
                i == 0 && ((lead == 0xe0 && next < 0xa0) || (lead == 0xf0 && next < 0x90));
            const bool too_high =
                i == 0 && ((lead == 0xed && next > 0x9f) || (lead == 0xf4 && next > 0x8f));

            if (next < 0x80 || next > 0xbf || too_low || too_high) {
                point = 0xfffd;
                break;
            }
            point = point << 6 | (next & 0x3f);
            at++;
        }
        out[n++] = point;
    }
    return n;
}

struct rct_regex_text {
    const uint32_t *points;
    uint32_t n;
};

static inline void rct_regex_step(const struct rc_regex *regex, const struct rct_regex_text *text,
                                  const bool *from, bool *to);

static inline bool rct_in_class(const struct rc_regex *regex, uint32_t point)
{
    for (uint32_t i = 0; i < regex->nranges; i++) {
        if (point >= regex->ranges[i].first && point <= regex->ranges[i].last)
            return true;
    }
    return false;
}

/* Again and again, until nothing new comes. */
static inline void rct_regex_repeat(const struct rc_regex *regex, const struct rct_regex_text *text,
                                    const bool *from, bool *to)
{
    const size_t size = text->n + 1;
    bool *at = malloc(size), *next = malloc(size);
    bool grown = true;

    memcpy(at, from, size);
    memset(to, 0, size);
    for (uint32_t times = 0; times <= regex->max && grown; times++) {
        grown = times <= regex->min;
        for (size_t i = 0; i < size && times >= regex->min; i++) {
            grown |= at[i] && !to[i];
            to[i] |= at[i];
        }
        rct_regex_step(regex->children[0], text, at, next);
        memcpy(at, next, size);
    }
    free(at);
    free(next);
}

static inline void rct_regex_step(const struct rc_regex *regex, const struct rct_regex_text *text,
                                  const bool *from, bool *to)
{
    const size_t size = text->n + 1;
    bool *part;

    memset(to, 0, size);
    switch (regex->kind) {
    case RC_REGEX_EMPTY:
        memcpy(to, from, size);
        return;
    case RC_REGEX_BEGIN:
        to[0] = from[0];
        return;
    case RC_REGEX_END:
        to[text->n] = from[text->n];
        return;
    case RC_REGEX_CLASS:
        for (uint32_t i = 0; i < text->n; i++)
            to[i + 1] = from[i] && rct_in_class(regex, text->points[i]);
        return;
    case RC_REGEX_REPEAT:
        rct_regex_repeat(regex, text, from, to);
        return;
    case RC_REGEX_CONCAT:
    case RC_REGEX_ALTERNATE:
        break;
    }
    part = malloc(size);
    if (regex->kind == RC_REGEX_CONCAT)
        memcpy(to, from, size);
    for (uint32_t i = 0; i < regex->nchildren; i++) {
        rct_regex_step(regex->children[i], text, regex->kind == RC_REGEX_CONCAT ? to : from, part);
        for (size_t k = 0; k < size; k++)
            to[k] = part[k] || (regex->kind == RC_REGEX_ALTERNATE && to[k]);
    }
    free(part);
}

/* Whether the whole text matches. */
static inline bool rct_regex_matches(const struct rc_regex *regex, const char *text, uint32_t len)
{
    uint32_t *points = malloc((len + 1) * sizeof *points);
    const struct rct_regex_text decoded = {points,
                                           rct_code_points((const uint8_t *)text, len, points)};
    bool *from = calloc(len + 1, 1), *to = calloc(len + 1, 1), holds;

    from[0] = true;
    rct_regex_step(regex, &decoded, from, to);
    holds = to[decoded.n];
    free(points);
    free(from);
    free(to);
    return holds;
}

#endif
