/* Rule files in their canonical layout. See layout.h.
 *
 * A cursor goes through the source from scalar to scalar. What lies between two of them, the gap,
 * must be what the layout expects there (a colon, a dash) besides blanks and comments. A line of
 * the output is ended only when the next one begins, so that a comment behind it can still be put
 * there.
 */
#include "command/layout.h"

#include <string.h>

#include "command/layout_text.h"

/* --- values in brackets --- */

static bool is_flow(const struct layout *layout, const struct rc_yaml_node *node)
{
    const char c = node->span.off < layout->len ? layout->text[node->span.off] : '\0';

    return (node->kind == RC_YAML_SEQUENCE && c == '[') || (node->kind == RC_YAML_MAP && c == '{');
}

static uint32_t node_end(const struct rc_yaml_node *node)
{
    return node->span.off + node->span.len;
}

/* Whether a tag or an anchor stands between two values. */
static bool has_property(const struct layout *layout, uint32_t off, uint32_t end)
{
    for (uint32_t i = off; i < end; i++) {
        if (layout->text[i] == '!' || layout->text[i] == '&')
            return true;
    }
    return false;
}

/* A flow value on one line. */
static void put_flow(struct layout *layout, const struct rc_yaml_node *node, struct rc_strbuf *out)
{
    const char *text = layout->text + node->span.off;

    if (node->kind == RC_YAML_SEQUENCE && is_flow(layout, node)) {
        uint32_t at = node->span.off;
        rc_strbuf_addc(out, '[');
        for (uint32_t i = 0; i < node->nchildren; i++) {
            const struct rc_yaml_node *child = node->children[i];
            if (child->span.off < at || node_end(child) > node_end(node) ||
                has_property(layout, at, child->span.off))
                layout->odd = true; /* an alias, or what has a tag or a name for aliases */
            rc_strbuf_adds(out, i > 0 ? ", " : "");
            put_flow(layout, child, out);
            at = node_end(child);
        }
        rc_strbuf_addc(out, ']');
        if (has_property(layout, at, node_end(node)))
            layout->odd = true;
        return;
    }
    if (memchr(text, '\n', node->span.len))
        layout->odd = true;
    rc_strbuf_add(out, text, node->span.len);
}

static void put_flow_sequence(struct layout *layout, const struct rc_yaml_node *node,
                              uint32_t columns, uint32_t used)
{
    struct rc_strbuf line = {0}, item = {0};
    const uint32_t end = node_end(node);

    if (rc_layout_has_comment(layout, node->span.off, end)) {
        rc_layout_put_lines(layout, node->span.off, end, columns + 2);
        layout->cursor = end;
        return;
    }
    put_flow(layout, node, &line);
    if (!layout->odd && used + line.len > LAYOUT_WIDTH && node->nchildren > 0) {
        size_t column = LAYOUT_WIDTH;
        line.len = 0;
        rc_strbuf_addc(&line, '[');
        for (uint32_t i = 0; i < node->nchildren; i++) {
            item.len = 0;
            put_flow(layout, node->children[i], &item);
            if (column + 2 + item.len > LAYOUT_WIDTH) {
                rc_strbuf_printf(&line, "\n%*s", (int)columns + 2, "");
                column = columns + 2;
            } else {
                rc_strbuf_addc(&line, ' ');
                column++;
            }
            rc_strbuf_add(&line, item.data, item.len);
            rc_strbuf_adds(&line, i + 1 < node->nchildren ? "," : "");
            column += item.len + 1;
        }
        rc_strbuf_printf(&line, "\n%*s]", (int)columns, "");
    }
    rc_strbuf_add(layout->out, line.data, line.len);
    rc_strbuf_free(&line);
    rc_strbuf_free(&item);
    layout->cursor = end;
}

/* --- blocks --- */

static void put_map(struct layout *layout, const struct rc_yaml_node *map, uint32_t columns);
static void put_sequence(struct layout *layout, const struct rc_yaml_node *sequence,
                         uint32_t columns);

/* A value that begins on the line of its key or dash. parent: the column in the source of the key
 * or of what stands in its place; columns: in the output. */
static void put_inline(struct layout *layout, const struct rc_yaml_node *node, uint32_t parent,
                       uint32_t columns)
{
    const char first = node->span.off < layout->len ? layout->text[node->span.off] : '\0';
    uint32_t line = (uint32_t)layout->out->len;

    while (line > 0 && layout->out->data[line - 1] != '\n')
        line--;
    if (node->kind == RC_YAML_SCALAR && (first == '|' || first == '>')) {
        rc_layout_put_block_scalar(layout, node->span.off, parent, columns + 2);
    } else if (node->kind == RC_YAML_SEQUENCE) {
        put_flow_sequence(layout, node, columns, (uint32_t)layout->out->len - line);
    } else {
        if (node->kind == RC_YAML_MAP &&
            memchr(layout->text + node->span.off, '\n', node->span.len))
            layout->odd = true;
        rc_layout_put_lines(layout, node->span.off, node_end(node), columns + 2);
        layout->cursor = node_end(node);
    }
}

static void put_value(struct layout *layout, const struct rc_yaml_node *node, uint32_t parent,
                      uint32_t columns)
{
    const bool block =
        (node->kind == RC_YAML_MAP || node->kind == RC_YAML_SEQUENCE) && !is_flow(layout, node);
    const uint32_t colon = layout->cursor;

    if (node->kind == RC_YAML_NULL && node->span.len == 0) {
        /* The place that the parser tells may be behind comments: the colon is all there is. */
        while (layout->cursor < layout->len && rc_layout_is_blank(layout->text[layout->cursor]))
            layout->cursor++;
        if (layout->cursor >= layout->len || layout->text[layout->cursor] != ':')
            layout->odd = true;
        layout->cursor++;
        rc_strbuf_addc(layout->out, ':');
        return;
    }
    rc_strbuf_addc(layout->out, ':');
    if (!block) {
        if (rc_layout_has_comment(layout, colon, node->span.off < colon ? colon : node->span.off))
            layout->odd = true;
        rc_layout_put_gap(layout, node->span.off, ":", columns);
        rc_strbuf_addc(layout->out, ' ');
        if (!layout->odd)
            put_inline(layout, node, parent, columns);
    } else if (node->kind == RC_YAML_MAP) {
        rc_layout_put_gap(layout, node->span.off, ":", columns + 2);
        rc_layout_new_line(layout, columns + 2);
        put_map(layout, node, columns + 2);
    } else {
        /* The colon; the dashes are the sequence's. */
        while (layout->cursor < layout->len && layout->text[layout->cursor] != ':')
            layout->cursor++;
        layout->cursor++;
        put_sequence(layout, node, columns + 2);
    }
}

/* The first key is at the cursor's end, on a line that the caller has begun. */
static void put_map(struct layout *layout, const struct rc_yaml_node *map, uint32_t columns)
{
    for (uint32_t i = 0; i + 1 < map->nchildren && !layout->odd; i += 2) {
        const struct rc_yaml_node *key = map->children[i];

        if (key->kind != RC_YAML_SCALAR ||
            memchr(layout->text + key->span.off, '\n', key->span.len)) {
            layout->odd = true;
            return;
        }
        if (i > 0) {
            rc_layout_put_gap(layout, key->span.off, "", columns);
            rc_layout_new_line(layout, columns);
        }
        if (layout->cursor != key->span.off)
            layout->odd = true;
        rc_strbuf_add(layout->out, layout->text + key->span.off, key->span.len);
        layout->cursor = node_end(key);
        put_value(layout, map->children[i + 1], rc_layout_column(layout, key->span.off), columns);
    }
}

static void put_sequence(struct layout *layout, const struct rc_yaml_node *sequence,
                         uint32_t columns)
{
    for (uint32_t i = 0; i < sequence->nchildren && !layout->odd; i++) {
        const struct rc_yaml_node *child = sequence->children[i];
        const bool flow = is_flow(layout, child);

        if (child->kind == RC_YAML_NULL && child->span.len == 0) {
            layout->odd = true;
            return;
        }
        rc_layout_put_gap(layout, child->span.off, "-", columns);
        rc_layout_new_line(layout, columns);
        rc_strbuf_adds(layout->out, "- ");
        if (layout->odd)
            return;
        if (child->kind == RC_YAML_MAP && !flow)
            put_map(layout, child, columns + 2);
        else if (child->kind == RC_YAML_SEQUENCE && !flow)
            layout->odd = true; /* a block list in a block list */
        else
            put_inline(layout, child, 0, columns);
    }
}

/* --- the file --- */

/* Between items: comments in the paragraphs in which they are written. */
static void put_top_gap(struct layout *layout, const struct gap *gap, bool first, bool last)
{
    bool above = !first; /* still with the item above */
    bool any = !first;

    for (const struct comment *comment = gap->first; comment; comment = comment->next) {
        const bool was_above = above;
        above = above && (comment->behind || (comment->column > 0 && !comment->after_blank));
        if (comment->behind)
            rc_strbuf_adds(layout->out, "  ");
        else if (above)
            rc_layout_new_line(layout, 2);
        else if (any)
            rc_strbuf_adds(layout->out, comment->after_blank || was_above ? "\n\n" : "\n");
        rc_layout_put_comment(layout, comment);
        any = true;
    }
    if (!last && any)
        rc_strbuf_adds(layout->out, above || gap->ends_blank ? "\n\n" : "\n");
}

/* Where an item begins: its dash. UINT32_MAX: it does not begin so. */
static uint32_t dash_of(const struct layout *layout, const struct rc_yaml_node *item)
{
    uint32_t off = item->span.off;

    while (off > 0 && rc_layout_is_blank(layout->text[off - 1]))
        off--;
    return off > 0 && layout->text[off - 1] == '-' ? off - 1 : UINT32_MAX;
}

/* An item as it stands, without the blank lines and comments at its end. */
static void put_as_it_stands(struct layout *layout, uint32_t dash, uint32_t next)
{
    uint32_t end = next;

    for (uint32_t start = next; start > dash;) {
        uint32_t at;

        start--; /* the line end before */
        while (start > dash && layout->text[start - 1] != '\n')
            start--;
        for (at = start; at < end && rc_layout_is_blank(layout->text[at]);)
            at++;
        if (at < end && layout->text[at] != '#' && layout->text[at] != '\n')
            break;
        end = start;
    }
    end = dash + rc_layout_trimmed(layout->text + dash, end - dash);
    rc_strbuf_add(layout->out, layout->text + dash, end - dash);
    layout->cursor = end;
}

static const char *put_items(struct layout *layout, const struct rc_yaml_node *root)
{
    for (uint32_t i = 0; i < root->nchildren; i++) {
        const struct rc_yaml_node *item = root->children[i];
        const uint32_t dash = dash_of(layout, item);
        uint32_t next = layout->len;
        const struct gap *gap;
        size_t mark;

        if (dash == UINT32_MAX || dash < layout->cursor)
            return "an item does not begin with a dash";
        if (i + 1 < root->nchildren)
            next = dash_of(layout, root->children[i + 1]);
        gap = rc_layout_read_gap(layout, dash);
        if (*gap->residue)
            return "it holds directives or several documents";
        put_top_gap(layout, gap, i == 0, false);
        mark = layout->out->len;
        layout->cursor = dash + 1;
        rc_layout_put_gap(layout, item->span.off, "", 2);
        rc_strbuf_adds(layout->out, "- ");
        if (item->kind == RC_YAML_MAP && !is_flow(layout, item))
            put_map(layout, item, 2);
        else
            layout->odd = true;
        if (!layout->odd)
            continue;
        if (next == UINT32_MAX || rc_layout_column(layout, dash) > 0)
            return "it holds what is not laid out (anchors, aliases, tags)";
        layout->odd = false;
        layout->out->len = mark;
        put_as_it_stands(layout, dash, next);
    }
    return NULL;
}

/* --- is it the same? --- */

static bool same_node(const struct rc_yaml_node *a, const struct rc_yaml_node *b)
{
    if (a->kind != b->kind || a->nchildren != b->nchildren || a->text.len != b->text.len ||
        (a->text.len > 0 && memcmp(a->text.data, b->text.data, a->text.len) != 0))
        return false;
    for (uint32_t i = 0; i < a->nchildren; i++) {
        if (!same_node(a->children[i], b->children[i]))
            return false;
    }
    return true;
}

static uint32_t count_hashes(const char *text, size_t len)
{
    uint32_t n = 0;

    for (size_t i = 0; i < len; i++)
        n += text[i] == '#';
    return n;
}

/* Values and comments are what they were. */
static bool is_same(const struct rc_source_file *source, const struct rc_yaml_file *yaml,
                    struct rc_arena *arena, const struct rc_strbuf *out)
{
    struct rc_sources sources = {.arena = arena};
    struct rc_diags diags = {.arena = arena};
    struct rc_yaml_file again = {0};
    const uint32_t file = rc_sources_add(&sources, source->name, out->data, out->len);

    if (!rc_yaml_parse(&sources, file, &diags, &again) || again.ndocuments != yaml->ndocuments ||
        count_hashes(source->text, source->len) != count_hashes(out->data, out->len))
        return false;
    for (uint32_t i = 0; i < yaml->ndocuments; i++) {
        if (!same_node(yaml->documents[i], again.documents[i]))
            return false;
    }
    return true;
}

const char *rc_layout(const struct rc_source_file *source, const struct rc_yaml_file *yaml,
                      struct rc_arena *arena, struct rc_strbuf *out)
{
    struct layout layout = {.arena = arena, .text = source->text, .len = source->len, .out = out};
    const struct rc_yaml_node *root = yaml->ndocuments == 1 ? yaml->documents[0] : NULL;
    const char *why;

    out->len = 0;
    if (!root)
        return "it holds no document, or several";
    if (root->kind != RC_YAML_SEQUENCE || root->nchildren == 0 || is_flow(&layout, root))
        return "it is no sequence of items";
    if (memchr(source->text, '\r', source->len))
        return "its lines end with carriage returns";
    why = put_items(&layout, root);
    if (why)
        return why;
    const struct gap *gap = rc_layout_read_gap(&layout, layout.len);
    if (*gap->residue)
        return "it holds several documents";
    put_top_gap(&layout, gap, false, true);
    rc_strbuf_addc(out, '\n');
    return is_same(source, yaml, arena, out) ? NULL : "it would not say the same";
}
