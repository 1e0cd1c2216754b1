/* The text between and of scalars. See layout_text.h. */
#include "command/layout_text.h"

#include <string.h>

static void indent(struct layout *layout, uint32_t columns)
{
    for (uint32_t i = 0; i < columns; i++)
        rc_strbuf_addc(layout->out, ' ');
}

void rc_layout_new_line(struct layout *layout, uint32_t columns)
{
    rc_strbuf_addc(layout->out, '\n');
    indent(layout, columns);
}

static uint32_t line_end(const struct layout *layout, uint32_t off)
{
    const char *end = memchr(layout->text + off, '\n', layout->len - off);

    return end ? (uint32_t)(end - layout->text) : layout->len;
}

uint32_t rc_layout_column(const struct layout *layout, uint32_t off)
{
    uint32_t start = off;

    while (start > 0 && layout->text[start - 1] != '\n')
        start--;
    return off - start;
}

uint32_t rc_layout_trimmed(const char *text, uint32_t len)
{
    while (len > 0 && (rc_layout_is_blank(text[len - 1]) || text[len - 1] == '\n'))
        len--;
    return len;
}

/* --- gaps --- */

struct gap *rc_layout_read_gap(struct layout *layout, uint32_t end)
{
    struct gap *gap = rc_arena_alloc(layout->arena, sizeof *gap);
    uint32_t at = layout->cursor, breaks = 0;
    size_t nresidue = 0;

    gap->last = &gap->first;
    if (end < at) { /* an alias */
        layout->odd = true;
        return gap;
    }
    while (at < end) {
        const char c = layout->text[at];
        if (c == '\n') {
            breaks++;
            at++;
        } else if (rc_layout_is_blank(c)) {
            at++;
        } else if (c == '#' && (at == 0 || rc_layout_is_blank(layout->text[at - 1]) ||
                                layout->text[at - 1] == '\n')) {
            struct comment *comment = rc_arena_alloc(layout->arena, sizeof *comment);
            const uint32_t stop = line_end(layout, at);
            comment->text = layout->text + at;
            comment->len = rc_layout_trimmed(comment->text, stop - at);
            comment->column = rc_layout_column(layout, at);
            comment->behind = !gap->broken && breaks == 0 && layout->cursor > 0;
            comment->after_blank = breaks > 1;
            *gap->last = comment;
            gap->last = &comment->next;
            gap->broken = gap->broken || breaks > 0;
            breaks = 0;
            at = stop;
        } else {
            if (nresidue + 1 < sizeof gap->residue)
                gap->residue[nresidue] = c;
            if (nresidue + 2 < sizeof gap->residue)
                nresidue++;
            at++;
        }
    }
    gap->broken = gap->broken || breaks > 0;
    gap->ends_blank = breaks > 1;
    layout->cursor = end;
    return gap;
}

void rc_layout_put_comment(struct layout *layout, const struct comment *comment)
{
    rc_strbuf_add(layout->out, comment->text, comment->len);
}

void rc_layout_put_gap(struct layout *layout, uint32_t end, const char *expected, uint32_t columns)
{
    const struct gap *gap = rc_layout_read_gap(layout, end);

    if (strcmp(gap->residue, expected) != 0)
        layout->odd = true;
    for (const struct comment *comment = gap->first; comment; comment = comment->next) {
        if (comment->behind)
            rc_strbuf_adds(layout->out, "  ");
        else
            rc_layout_new_line(layout, columns);
        rc_layout_put_comment(layout, comment);
    }
}

/* --- scalars --- */

/* Blanks at the start of a line. */
static uint32_t blanks_at(const struct layout *layout, uint32_t off, uint32_t stop)
{
    uint32_t n = 0;

    while (off + n < stop && rc_layout_is_blank(layout->text[off + n]))
        n++;
    return n;
}

void rc_layout_put_lines(struct layout *layout, uint32_t off, uint32_t end, uint32_t columns)
{
    uint32_t least = UINT32_MAX, stop = line_end(layout, off);

    stop = stop > end ? end : stop;
    for (uint32_t at = stop + 1; at < end; at = line_end(layout, at) + 1) {
        const uint32_t blanks = blanks_at(layout, at, end);
        if (layout->text[at + blanks] != '\n' && blanks < least)
            least = blanks;
    }
    rc_strbuf_add(layout->out, layout->text + off,
                  stop == end ? stop - off : rc_layout_trimmed(layout->text + off, stop - off));
    while (stop < end) {
        off = stop + 1;
        stop = line_end(layout, off);
        stop = stop > end ? end : stop;
        const uint32_t len =
            stop == end ? stop - off : rc_layout_trimmed(layout->text + off, stop - off);
        if (len == 0) {
            rc_strbuf_addc(layout->out, '\n');
            continue;
        }
        rc_layout_new_line(layout, columns);
        rc_strbuf_add(layout->out, layout->text + off + least, len - least);
    }
}

void rc_layout_put_block_scalar(struct layout *layout, uint32_t off, uint32_t parent,
                                uint32_t columns)
{
    const uint32_t header = line_end(layout, off);
    uint32_t at = header + 1, width = 0, end = header, blank = 0;

    for (uint32_t i = off; i < header && layout->text[i] != '#'; i++) {
        if (layout->text[i] >= '0' && layout->text[i] <= '9')
            layout->odd = true; /* it counts blanks from here */
        if (layout->text[i] == '+')
            layout->odd = true; /* the blank lines behind it belong to it */
    }
    rc_strbuf_add(layout->out, layout->text + off,
                  rc_layout_trimmed(layout->text + off, header - off));
    while (at < layout->len) {
        const uint32_t stop = line_end(layout, at);
        uint32_t own = 0;

        while (at + own < stop && layout->text[at + own] == ' ')
            own++;
        if (at + own == stop && (width == 0 || own <= width)) {
            blank++;
            at = stop + 1;
            continue;
        }
        if (width == 0) {
            if (own <= parent)
                break;
            width = own;
        }
        if (own < width)
            break;
        for (; blank > 0; blank--)
            rc_strbuf_addc(layout->out, '\n');
        rc_layout_new_line(layout, columns);
        rc_strbuf_add(layout->out, layout->text + at + width, stop - at - width);
        end = stop;
        at = stop + 1;
    }
    layout->cursor = end;
}

bool rc_layout_has_comment(const struct layout *layout, uint32_t off, uint32_t end)
{
    for (uint32_t i = off; i < end; i++) {
        if (layout->text[i] == '#' &&
            (i == 0 || rc_layout_is_blank(layout->text[i - 1]) || layout->text[i - 1] == '\n'))
            return true;
    }
    return false;
}
