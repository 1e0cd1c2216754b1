/* The source under a layout's cursor: the gaps between scalars, with their comments, and the
 * scalars themselves, put out with their lines at another column. Part of layout.c.
 */
#ifndef RULEC_LAYOUT_TEXT_H
#define RULEC_LAYOUT_TEXT_H

#include "syntax/document.h"

struct layout {
    struct rc_arena *arena;
    const char *text; /* len bytes of source */
    uint32_t len;
    uint32_t cursor;
    struct rc_strbuf *out;
    bool odd; /* something that is not laid out */
};

struct comment {
    const char *text;
    uint32_t len;
    uint32_t column;
    bool behind;      /* on the line of what stands before */
    bool after_blank; /* a blank line is above it */
    struct comment *next;
};

struct gap {
    struct comment *first, **last;
    char residue[8]; /* what else there is, without blanks */
    bool broken;     /* the line ends in it */
    bool ends_blank; /* a blank line at its end */
};

static inline bool rc_layout_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Ends the line that is under way, and begins one at that column. */
void rc_layout_new_line(struct layout *layout, uint32_t columns);

/* The column of a byte of the source, in bytes. */
uint32_t rc_layout_column(const struct layout *layout, uint32_t off);

/* The length without blanks and line ends at the end. */
uint32_t rc_layout_trimmed(const char *text, uint32_t len);

/* Whether a comment begins in that part of the source. */
bool rc_layout_has_comment(const struct layout *layout, uint32_t off, uint32_t end);

/* Reads from the cursor up to `end`, and moves the cursor there. In the arena. */
struct gap *rc_layout_read_gap(struct layout *layout, uint32_t end);

void rc_layout_put_comment(struct layout *layout, const struct comment *comment);

/* Within an item: the gap before something at that column; its comments go to the line before or
 * onto lines of their own. What is in it besides must be as expected. */
void rc_layout_put_gap(struct layout *layout, uint32_t end, const char *expected, uint32_t columns);

/* Lines from off to end: the first as it is; of the others the leftmost at that column. */
void rc_layout_put_lines(struct layout *layout, uint32_t off, uint32_t end, uint32_t columns);

/* The header, then the lines with their own indentation replaced. Where they end is found here: the
 * parser counts what is behind them, too. parent: the column of the key. */
void rc_layout_put_block_scalar(struct layout *layout, uint32_t off, uint32_t parent,
                                uint32_t columns);

#endif
