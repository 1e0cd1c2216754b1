/* libyaml gives a scalar's value and where it starts and ends. Value and file are walked side by
 * side here, undoing what YAML did on the way: folded line ends, removed indentation, escapes.
 *
 *     file    "    evt.type = open\n    and fd.num > 3\n"
 *     value       "evt.type = open" " " "and fd.num > 3" "\n"
 */
#include "syntax/yaml_scalar.h"

#include "base/utf8.h"

#include <string.h>

struct walk {
    struct rc_text_builder out;
    const char *parsed, *written;
    const char *value;
    uint32_t len;
    uint32_t v;        /* bytes of value that have been placed */
    uint32_t pos, end; /* in the file */
    uint32_t file;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* count bytes of the value stand at pos as they are. */
static bool place_verbatim(struct walk *walk, uint32_t count)
{
    if (count > walk->len - walk->v || count > walk->end - walk->pos ||
        memcmp(walk->value + walk->v, walk->parsed + walk->pos, count) != 0)
        return false;
    struct rc_span span = {.file = walk->file, .off = walk->pos, .len = count};
    rc_text_add(&walk->out, walk->written + walk->pos, count, span, true, NULL);
    walk->v += count;
    walk->pos += count;
    return true;
}

/* count bytes of the value come from size bytes of the file. */
static bool place_changed(struct walk *walk, uint32_t count, uint32_t size)
{
    if (count > walk->len - walk->v || size > walk->end - walk->pos)
        return false;
    struct rc_span span = {.file = walk->file, .off = walk->pos, .len = size};
    rc_text_add(&walk->out, walk->value + walk->v, count, span, false, NULL);
    walk->v += count;
    walk->pos += size;
    return true;
}

/* White space with a line end in it: one line end gives a space, more give one less. escaped: the
 * run begins with a backslash, and its first line end gives nothing. */
static bool place_fold(struct walk *walk, bool escaped)
{
    uint32_t stop = walk->pos + escaped, breaks = 0;
    while (stop < walk->end && (is_blank(walk->parsed[stop]) || is_break(walk->parsed[stop]))) {
        if (is_break(walk->parsed[stop])) {
            breaks++;
            if (walk->parsed[stop] == '\r' && stop + 1 < walk->end &&
                walk->parsed[stop + 1] == '\n')
                stop++;
        }
        stop++;
    }
    if (breaks == 0)
        return false;
    uint32_t count = breaks > 1 || escaped ? breaks - 1 : 1;
    if (count == 0) {
        walk->pos = stop;
        return true;
    }
    return place_changed(walk, count, stop - walk->pos);
}

static bool has_break(const struct walk *walk)
{
    uint32_t pos = walk->pos;
    while (pos < walk->end && is_blank(walk->parsed[pos]))
        pos++;
    return pos < walk->end && is_break(walk->parsed[pos]);
}

/* Bytes of the value that an escape gives. */
static uint32_t utf8_size(const struct walk *walk)
{
    uint32_t size;
    rc_utf8_decode(walk->value + walk->v, walk->len - walk->v, &size);
    return size;
}

static bool place_escape(struct walk *walk)
{
    if (walk->end - walk->pos < 2 || walk->v >= walk->len)
        return false;
    switch (walk->parsed[walk->pos + 1]) {
    case '\n':
    case '\r':
        return place_fold(walk, true);
    case 'x':
        return place_changed(walk, utf8_size(walk), 4);
    case 'u':
        return place_changed(walk, utf8_size(walk), 6);
    case 'U':
        return place_changed(walk, utf8_size(walk), 10);
    default:
        return place_changed(walk, utf8_size(walk), 2);
    }
}

static bool walk_flow(struct walk *walk, enum rc_scalar_style style)
{
    if (style != RC_PLAIN) {
        if (walk->end - walk->pos < 2)
            return false;
        walk->pos++;
        walk->end--;
    }
    while (walk->v < walk->len) {
        if (walk->pos >= walk->end)
            return false;
        char c = walk->parsed[walk->pos];
        bool ok;
        if ((is_blank(c) || is_break(c)) && has_break(walk))
            ok = place_fold(walk, false);
        else if (style == RC_DOUBLE_QUOTED && c == '\\')
            ok = place_escape(walk);
        else if (style == RC_SINGLE_QUOTED && c == '\'')
            ok = place_changed(walk, 1, 2);
        else
            ok = place_verbatim(walk, 1);
        if (!ok)
            return false;
    }
    return true;
}

/* The end of the line that pos is in: at its break. */
static uint32_t line_end(const struct walk *walk, uint32_t pos)
{
    while (pos < walk->end && !is_break(walk->parsed[pos]))
        pos++;
    return pos;
}

static uint32_t next_line(const struct walk *walk, uint32_t at_break)
{
    if (at_break + 1 < walk->end && walk->parsed[at_break] == '\r' &&
        walk->parsed[at_break + 1] == '\n')
        return at_break + 2;
    return at_break < walk->end ? at_break + 1 : at_break;
}

static uint32_t leading_spaces(const char *text, uint32_t from, uint32_t end)
{
    uint32_t n = 0;
    while (from + n < end && text[from + n] == ' ')
        n++;
    return n;
}

/* The indentation that YAML took off: what the first line that is not blank has more than the
 * value's first one. */
static uint32_t block_indent(const struct walk *walk, uint32_t pos)
{
    while (pos < walk->end) {
        uint32_t spaces = leading_spaces(walk->parsed, pos, walk->end);
        uint32_t end = line_end(walk, pos);
        if (pos + spaces < end) {
            uint32_t v = 0;
            while (v < walk->len && walk->value[v] == '\n')
                v++;
            uint32_t kept = leading_spaces(walk->value, v, walk->len);
            return spaces > kept ? spaces - kept : 0;
        }
        pos = next_line(walk, end);
    }
    return 0;
}

static bool walk_block(struct walk *walk, enum rc_scalar_style style)
{
    walk->pos = next_line(walk, line_end(walk, walk->pos));
    uint32_t indent = block_indent(walk, walk->pos);
    while (walk->v < walk->len) {
        if (walk->pos >= walk->end)
            return false;
        uint32_t spaces = leading_spaces(walk->parsed, walk->pos, walk->end);
        uint32_t end = line_end(walk, walk->pos);
        walk->pos += spaces < indent ? spaces : indent;
        if (end - walk->pos > 0 && walk->value[walk->v] != '\n' &&
            !place_verbatim(walk, end - walk->pos))
            return false;
        walk->pos = end;
        uint32_t next = next_line(walk, end);
        uint32_t count = 0;
        if (style == RC_LITERAL) {
            count = walk->v < walk->len && walk->value[walk->v] == '\n';
        } else if (walk->v < walk->len && walk->value[walk->v] == ' ') {
            count = next < walk->end && line_end(walk, next) > next;
        } else {
            while (walk->v + count < walk->len && walk->value[walk->v + count] == '\n')
                count++;
        }
        if (count > 0) {
            /* The last line of a file may lack its end. */
            uint32_t size = next - end;
            if (!place_changed(walk, count, size))
                return false;
        }
        walk->pos = next;
    }
    return true;
}

struct rc_text rc_scalar_text(struct rc_arena *arena, const char *parsed, const char *written,
                              struct rc_span span, enum rc_scalar_style style, const char *value,
                              uint32_t len)
{
    struct walk walk = {
        .out = {.arena = arena},
        .parsed = parsed,
        .written = written,
        .value = value,
        .len = len,
        .pos = span.off,
        .end = span.off + span.len,
        .file = span.file,
    };
    bool is_block = style == RC_LITERAL || style == RC_FOLDED;
    bool fits = is_block ? walk_block(&walk, style) : walk_flow(&walk, style);
    if (!fits) {
        walk.out = (struct rc_text_builder){.arena = arena};
        rc_text_add(&walk.out, value, len, span, false, NULL);
    }
    struct rc_text text = rc_text_finish(&walk.out);
    if (text.nsegments == 0) {
        /* An empty value has a place too. */
        struct rc_segment *segment = rc_arena_alloc(arena, sizeof(*segment));
        segment->span = span;
        text.segments = segment;
        text.nsegments = 1;
    }
    return text;
}
