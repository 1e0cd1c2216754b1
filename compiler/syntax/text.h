/* Text that knows where it came from.
 *
 * What the condition parser reads is seldom a straight piece of a file: YAML folds and unescapes
 * scalars, lists are expanded in place, `append` glues conditions of two files together, exceptions
 * become text of their own. A text is the bytes that are parsed plus a map from every byte back to
 * the file, so that a message can always point at the very token that the author wrote.
 *
 * Example: condition: >          the bytes   "evt.type = open and fd.name in (/etc/a, /etc/b)"
 *            evt.type = open     map to      [0,15) line 2; [15,16) the fold; [16,31) line 3;
 *            and fd.name in (files)          [32,46) list `files`, used at line 3.
 */
#ifndef RULEC_TEXT_H
#define RULEC_TEXT_H

#include "base/source.h"

/* Why a segment's bytes are not where they are used. */
struct rc_origin {
    const char *what;           /* "list", "exception", "macro" */
    const char *name;           /* its name */
    struct rc_span use;         /* where it is used */
    struct rc_span definition;  /* where it is defined */
    const struct rc_origin *up; /* the expansion around this one; NULL: none */
};

struct rc_segment {
    uint32_t start; /* first byte of the segment in the text; segments are sorted and gapless */
    struct rc_span span; /* where the bytes are written */
    bool verbatim; /* byte i of the segment is byte i of the span; else the whole span stands for it
                    */
    const struct rc_origin *origin; /* NULL: written right here */
};

struct rc_text {
    const char *data; /* len bytes, then a NUL; may hold NULs */
    uint32_t len;
    const struct rc_segment *segments;
    uint32_t nsegments; /* 0: the text has no place */
};

/* Where text[off, off + len) is written. A range over several segments gives the join of those in
 * the first one's file. If origin is not NULL it receives the first byte's origin. */
struct rc_span rc_text_span(const struct rc_text *text, uint32_t off, uint32_t len,
                            const struct rc_origin **origin);

/* No text grows beyond this many bytes: pieces that would make it longer are left out, and whoever
 * expands (lists, exceptions) reports it. */
#define RC_TEXT_LIMIT (512u << 20)

/* Builds a text out of pieces. */
struct rc_text_builder {
    struct rc_arena *arena;
    char *data;
    uint32_t len, capacity;
    struct rc_segment *segments;
    uint32_t nsegments, segment_capacity;
};

/* Appends bytes that stand at span. */
void rc_text_add(struct rc_text_builder *builder, const char *bytes, uint32_t len,
                 struct rc_span span, bool verbatim, const struct rc_origin *origin);

/* Appends text[off, off + len) with its map; origin, if not NULL, is put above (outside) each
 * segment's own. */
void rc_text_append(struct rc_text_builder *builder, const struct rc_text *text, uint32_t off,
                    uint32_t len, const struct rc_origin *origin);

/* The finished text; the builder may be used no more. */
struct rc_text rc_text_finish(struct rc_text_builder *builder);

#endif
