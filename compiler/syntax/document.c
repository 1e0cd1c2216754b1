#include "syntax/document.h"

#include "base/utf8.h"
#include "syntax/yaml_problem.h"
#include "syntax/yaml_scalar.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* Every CHARS_PER_MARK characters the byte offset is noted. */
#define CHARS_PER_MARK 64

/* A file in which libyaml stumbles more often than that over what yaml-cpp takes is no YAML. */
#define MOST_INSERTIONS 64

/* What was put into the text for libyaml, to say in its words what yaml-cpp understands. */
struct insertion {
    uint32_t off; /* in parsed */
    uint32_t len;
};

struct anchor {
    const char *name;
    struct rc_yaml_node *node;
    bool open; /* its node is not complete yet: an alias to it would be a circle */
    struct anchor *next;
};

struct builder {
    struct rc_arena *arena;
    struct rc_diags *diags;
    struct rc_yaml_file *out;
    const struct rc_source_file *source;
    uint32_t file;
    uint32_t bom;          /* bytes of the byte order mark: libyaml does not count it */
    char *parsed;          /* what libyaml reads: the source from behind the mark, cleaned */
    uint32_t parsed_len;   /* bytes; what was inserted and a closing quote more than the source */
    const uint32_t *marks; /* byte offsets in parsed; NULL: all ASCII */
    uint32_t nmarks;
    struct insertion insertions[MOST_INSERTIONS]; /* ninsertions, ascending */
    uint32_t ninsertions;

    struct rc_yaml_node *stack[RC_YAML_DEEPEST];
    struct anchor *open_anchors[RC_YAML_DEEPEST];
    uint32_t depth;
    struct rc_yaml_node *root;
    struct anchor *anchors; /* of the document, newest first */
};

/* The byte of parsed at which a character stands. */
static uint32_t parsed_offset(const struct builder *builder, size_t character)
{
    if (!builder->marks)
        return character > builder->parsed_len ? builder->parsed_len : (uint32_t)character;
    size_t mark = character / CHARS_PER_MARK;
    if (mark >= builder->nmarks)
        return builder->parsed_len;
    uint32_t off = builder->marks[mark];
    for (size_t n = character % CHARS_PER_MARK; n > 0 && off < builder->parsed_len; n--) {
        uint32_t size;
        rc_utf8_decode(builder->parsed + off, builder->parsed_len - off, &size);
        off += size;
    }
    return off;
}

/* How many of the bytes of parsed before that one are not in the source. */
static uint32_t inserted_before(const struct builder *builder, uint32_t off)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < builder->ninsertions && builder->insertions[i].off < off; i++) {
        const struct insertion *insertion = &builder->insertions[i];
        count += off - insertion->off < insertion->len ? off - insertion->off : insertion->len;
    }
    return count;
}

static uint32_t byte_offset(const struct builder *builder, size_t character)
{
    uint32_t off = parsed_offset(builder, character);
    off += builder->bom - inserted_before(builder, off);
    return off > builder->source->len ? builder->source->len : off;
}

static struct rc_span mark_span(const struct builder *builder, yaml_mark_t from, yaml_mark_t to)
{
    uint32_t start = byte_offset(builder, from.index), end = byte_offset(builder, to.index);
    return (struct rc_span){
        .file = builder->file, .off = start, .len = end > start ? end - start : 0};
}

/* Characters that libyaml refuses and yaml-cpp takes as they are. */
static bool is_refused(int32_t code)
{
    if (code < 0x20)
        return code != '\t' && code != '\n' && code != '\r';
    return (code >= 0x7f && code < 0xa0 && code != 0x85) || code == 0xfffe || code == 0xffff;
}

/* Line ends to libyaml, letters to yaml-cpp: NEL, the separators of lines and paragraphs; and a
 * byte order mark behind the beginning, which libyaml skips. */
static bool is_letter_only(int32_t code)
{
    return code == 0x85 || code == 0x2028 || code == 0x2029 || code == 0xfeff;
}

/* A line `...` ends a document. Where there is none to end, yaml-cpp takes no notice and libyaml
 * stumbles: there the line is made a comment. */
static void drop_idle_ends(struct builder *builder)
{
    char *text = builder->parsed;
    bool in_document = false;
    for (uint32_t off = 0; off < builder->parsed_len;) {
        const char *end = memchr(text + off, '\n', builder->parsed_len - off);
        uint32_t next = end ? (uint32_t)(end - text) + 1 : builder->parsed_len;
        uint32_t first = off;
        while (first < next && strchr(" \t\r\n", text[first]))
            first++;
        bool is_end = next - off >= 3 && memcmp(text + off, "...", 3) == 0 &&
                      (off + 3 == next || strchr(" \t\r\n", text[off + 3]));
        if (is_end) {
            first = off + 3;
            while (first < next && strchr(" \t\r\n", text[first]))
                first++;
        }
        bool is_empty = first == next || text[first] == '#';
        if (is_end && !in_document) {
            text[off] = is_empty ? '#' : ' ';
            if (!is_empty)
                text[off + 1] = text[off + 2] = ' ';
        }
        if (is_end || !is_empty)
            in_document = !is_empty;
        off = next;
    }
}

/* Notes where the characters of parsed are. */
static void index_characters(struct builder *builder)
{
    uint32_t characters = 0;
    uint32_t *marks =
        rc_arena_array(builder->arena, builder->parsed_len / CHARS_PER_MARK + 1, sizeof(*marks));
    for (uint32_t off = 0; off < builder->parsed_len; characters++) {
        uint32_t size;
        if (characters % CHARS_PER_MARK == 0)
            marks[characters / CHARS_PER_MARK] = off;
        rc_utf8_decode(builder->parsed + off, builder->parsed_len - off, &size);
        off += size;
    }
    builder->nmarks = (characters + CHARS_PER_MARK - 1) / CHARS_PER_MARK;
    builder->marks = characters == builder->parsed_len ? NULL : marks;
}

/* Copies the source for libyaml, each byte that it would refuse replaced by a letter. False: there
 * is a NUL, which no YAML has. */
static bool clean(struct builder *builder)
{
    const char *text = builder->source->text;
    uint32_t len = builder->source->len;
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        builder->bom = 3;
    text += builder->bom;
    len -= builder->bom;
    char *parsed = rc_arena_alloc(builder->arena, (size_t)len + 2); /* room for a closing quote */
    builder->parsed = parsed;
    builder->parsed_len = len;

    for (uint32_t off = 0; off < len;) {
        uint32_t size;
        int32_t code = rc_utf8_decode(text + off, len - off, &size);
        if (code == 0) {
            struct rc_span span = {.file = builder->file, .off = off + builder->bom, .len = 1};
            rc_error(builder->diags, RC_ERR_YAML_PARSE, span, "the file holds a NUL byte");
            return false;
        }
        /* A carriage return ends no line by itself. */
        if (is_refused(code) || (code == '\r' && (off + 1 == len || text[off + 1] != '\n'))) {
            size = 1;
            parsed[off] = 'X';
        } else {
            memcpy(parsed + off, text + off, size);
            if (is_letter_only(code))
                parsed[off + size - 1] = '\xa6'; /* another character of that many bytes */
        }
        off += size;
    }
    drop_idle_ends(builder);
    index_characters(builder);
    return true;
}

static void push(struct rc_arena *arena, struct rc_yaml_node ***list, uint32_t *count,
                 uint32_t *capacity, struct rc_yaml_node *node)
{
    if (*count == *capacity) {
        uint32_t larger = *capacity ? *capacity * 2 : 4;
        struct rc_yaml_node **grown = rc_arena_array(arena, larger, sizeof(struct rc_yaml_node *));
        if (*count > 0)
            memcpy(grown, *list, *count * sizeof(struct rc_yaml_node *));
        *list = grown;
        *capacity = larger;
    }
    (*list)[(*count)++] = node;
}

static void attach(struct builder *builder, struct rc_yaml_node *node)
{
    if (builder->depth == 0) {
        builder->root = node;
        return;
    }
    struct rc_yaml_node *parent = builder->stack[builder->depth - 1];
    push(builder->arena, &parent->children, &parent->nchildren, &parent->capacity, node);
}

static struct anchor *add_anchor(struct builder *builder, const yaml_char_t *name,
                                 struct rc_yaml_node *node)
{
    if (!name)
        return NULL;
    struct anchor *anchor = rc_arena_alloc(builder->arena, sizeof(*anchor));
    anchor->name = rc_arena_strdup(builder->arena, (const char *)name);
    anchor->node = node;
    anchor->next = builder->anchors;
    builder->anchors = anchor;
    return anchor;
}

static bool is_null(const char *value, size_t len)
{
    static const char *const words[] = {"", "~", "null", "Null", "NULL"};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strlen(words[i]) == len && memcmp(words[i], value, len) == 0)
            return true;
    }
    return false;
}

static enum rc_scalar_style style_of(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return RC_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return RC_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
        return RC_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return RC_FOLDED;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE:
        break;
    }
    return RC_PLAIN;
}

/* An event's place starts at an anchor or tag before the scalar, and libyaml's block scalars end
 * where the next token starts. */
static struct rc_span scalar_span(const struct builder *builder, const yaml_event_t *event)
{
    const char *text = builder->source->text;
    struct rc_span span = mark_span(builder, event->start_mark, event->end_mark);
    uint32_t end = span.off + span.len;
    while (span.off < end && (text[span.off] == '&' || text[span.off] == '!')) {
        while (span.off < end && !strchr(" \t\r\n", text[span.off]))
            span.off++;
        while (span.off < end && strchr(" \t\r\n", text[span.off]))
            span.off++;
    }
    span.len = end - span.off;
    return span;
}

/* parsed, moved so that what stands at the mark has the offset that it has in the source. */
static const char *parsed_beside(const struct builder *builder, yaml_mark_t mark)
{
    uint32_t off = parsed_offset(builder, mark.index);
    return builder->parsed + inserted_before(builder, off) - builder->bom;
}

static void on_scalar(struct builder *builder, const yaml_event_t *event)
{
    struct rc_yaml_node *node = rc_arena_alloc(builder->arena, sizeof(*node));
    const char *value = (const char *)event->data.scalar.value;
    uint32_t len = (uint32_t)event->data.scalar.length;
    enum rc_scalar_style style = style_of(event->data.scalar.style);
    bool has_tag = event->data.scalar.tag != NULL;
    node->span = has_tag || event->data.scalar.anchor
                     ? scalar_span(builder, event)
                     : mark_span(builder, event->start_mark, event->end_mark);
    if (style == RC_PLAIN && !has_tag && is_null(value, len)) {
        node->kind = RC_YAML_NULL;
    } else {
        node->kind = RC_YAML_SCALAR;
        node->text = rc_scalar_text(builder->arena, parsed_beside(builder, event->start_mark),
                                    builder->source->text, node->span, style, value, len);
        if (style == RC_LITERAL || style == RC_FOLDED) {
            const char *text = builder->source->text + node->span.off;
            while (node->span.len > 1 && strchr(" \t\r\n", text[node->span.len - 1]))
                node->span.len--;
        }
    }
    add_anchor(builder, event->data.scalar.anchor, node);
    attach(builder, node);
}

static bool on_start(struct builder *builder, const yaml_event_t *event, enum rc_yaml_kind kind,
                     const yaml_char_t *anchor)
{
    struct rc_yaml_node *node = rc_arena_alloc(builder->arena, sizeof(*node));
    node->kind = kind;
    node->span = mark_span(builder, event->start_mark, event->end_mark);
    if (builder->depth == RC_YAML_DEEPEST) {
        rc_error(builder->diags, RC_ERR_YAML_PARSE, node->span,
                 "the document is nested more than %d levels deep", RC_YAML_DEEPEST);
        return false;
    }
    attach(builder, node);
    struct anchor *added = add_anchor(builder, anchor, node);
    if (added)
        added->open = true;
    builder->open_anchors[builder->depth] = added;
    builder->stack[builder->depth++] = node;
    return true;
}

static void on_end(struct builder *builder, const yaml_event_t *event)
{
    struct rc_yaml_node *node = builder->stack[--builder->depth];
    if (builder->open_anchors[builder->depth])
        builder->open_anchors[builder->depth]->open = false;
    struct rc_span end = mark_span(builder, event->start_mark, event->end_mark);
    if (end.len > 0) /* a closing bracket */
        node->span = rc_span_join(node->span, end);
    else if (node->nchildren > 0)
        node->span = rc_span_join(node->span, node->children[node->nchildren - 1]->span);
}

static bool on_alias(struct builder *builder, const yaml_event_t *event)
{
    const char *name = (const char *)event->data.alias.anchor;
    struct rc_span span = mark_span(builder, event->start_mark, event->end_mark);
    for (const struct anchor *anchor = builder->anchors; anchor; anchor = anchor->next) {
        if (strcmp(anchor->name, name) != 0)
            continue;
        if (anchor->open) {
            struct rc_diag *diag = rc_error(builder->diags, RC_ERR_YAML_PARSE, span,
                                            "alias `%s` stands inside its own anchor", name);
            rc_note(builder->diags, diag, anchor->node->span, "anchored here");
            return false;
        }
        attach(builder, anchor->node);
        return true;
    }
    rc_error(builder->diags, RC_ERR_YAML_PARSE, span, "no anchor `%s` is defined before this alias",
             name);
    return false;
}

/* One event into the tree; false: an error was added. */
static bool on_event(struct builder *builder, const yaml_event_t *event)
{
    struct rc_yaml_file *out = builder->out;
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        builder->root = NULL;
        builder->anchors = NULL;
        return true;
    case YAML_DOCUMENT_END_EVENT:
        if (builder->root)
            push(builder->arena, &out->documents, &out->ndocuments, &out->capacity, builder->root);
        return true;
    case YAML_ALIAS_EVENT:
        return on_alias(builder, event);
    case YAML_SCALAR_EVENT:
        on_scalar(builder, event);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        return on_start(builder, event, RC_YAML_SEQUENCE, event->data.sequence_start.anchor);
    case YAML_MAPPING_START_EVENT:
        return on_start(builder, event, RC_YAML_MAP, event->data.mapping_start.anchor);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        on_end(builder, event);
        return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
        return true;
    }
    return true;
}

/* What libyaml was reading ends up as a note only where it began on another line. */
static void report(struct builder *builder, const yaml_parser_t *parser)
{
    const struct rc_yaml_problem problem = rc_yaml_problem(parser->problem);
    struct rc_span span = mark_span(builder, parser->problem_mark, parser->problem_mark);
    struct rc_span context = mark_span(builder, parser->context_mark, parser->context_mark);
    if (problem.at_start) {
        const char *text = builder->source->text + context.off;
        context.len = (uint32_t)strcspn(text, "\r\n#");
        while (context.len > 0 && text[context.len - 1] == ' ')
            context.len--;
        span = context;
    }
    struct rc_diag *diag = rc_error(builder->diags, RC_ERR_YAML_PARSE, span, "%s", problem.message);
    if (parser->context && !problem.at_start &&
        parser->context_mark.line != parser->problem_mark.line)
        rc_note(builder->diags, diag, context, "%s", parser->context);
}

/* Whether the parser stopped at the end of the file inside a quoted scalar, where yaml-cpp goes on:
 * it minds the missing quote only if the last line has no line end. */
static bool is_unclosed(const struct builder *builder, const yaml_parser_t *parser)
{
    return parser->error == YAML_SCANNER_ERROR && parser->problem && parser->context &&
           strcmp(parser->problem, "found unexpected end of stream") == 0 &&
           strcmp(parser->context, "while scanning a quoted scalar") == 0 &&
           builder->parsed_len > 0 && builder->parsed[builder->parsed_len - 1] == '\n';
}

/* Puts text in front of the byte of parsed. */
static bool insert(struct builder *builder, uint32_t off, const char *text)
{
    uint32_t len = (uint32_t)strlen(text), i = 0;
    if (builder->ninsertions == MOST_INSERTIONS)
        return false;
    char *longer = rc_arena_alloc(builder->arena, (size_t)builder->parsed_len + len + 2);
    memcpy(longer, builder->parsed, off);
    memcpy(longer + off, text, len);
    memcpy(longer + off + len, builder->parsed + off, builder->parsed_len - off);
    builder->parsed = longer;
    builder->parsed_len += len;
    while (i < builder->ninsertions && builder->insertions[i].off < off)
        i++;
    for (uint32_t k = builder->ninsertions++; k > i; k--) {
        builder->insertions[k] = builder->insertions[k - 1];
        builder->insertions[k].off += len;
    }
    builder->insertions[i] = (struct insertion){off, len};
    index_characters(builder);
    return true;
}

/* Begins a document at the byte of parsed: before the indentation of its line, if there is nothing
 * else before it. */
static bool insert_start(struct builder *builder, uint32_t off)
{
    uint32_t line = off;

    while (line > 0 && strchr(" \t", builder->parsed[line - 1]))
        line--;
    if (line == 0 || builder->parsed[line - 1] == '\n')
        return insert(builder, line, "---\n");
    return insert(builder, off, "\n---\n");
}

/* Bytes between the beginning of the line and off. */
static uint32_t column(const char *text, uint32_t begin, uint32_t off)
{
    uint32_t line = off;

    while (line > begin && text[line - 1] != '\n')
        line--;
    return off - line;
}

/* Whether what stands at the byte of parsed is behind the sequence that the document is: not
 * further to the right than its dashes. */
static bool is_behind_root(const struct builder *builder, uint32_t off)
{
    const struct rc_yaml_node *root = builder->depth > 0 ? builder->stack[0] : NULL;

    return root && root->kind == RC_YAML_SEQUENCE &&
           column(builder->parsed, 0, off) <=
               column(builder->source->text, builder->bom, root->span.off);
}

/* Whether the line behind the tab at off holds no key and no dash: none may stand behind a tab. */
static bool has_no_key(const struct builder *builder, uint32_t off)
{
    const char *text = builder->parsed;

    while (off < builder->parsed_len && strchr(" \t", text[off]))
        off++;
    if (off < builder->parsed_len && strchr("-?", text[off]))
        return false;
    for (; off < builder->parsed_len && text[off] != '\n'; off++) {
        if (text[off] == ':' &&
            (off + 1 == builder->parsed_len || strchr(" \t\r\n", text[off + 1])))
            return false;
    }
    return true;
}

static bool is_problem(const yaml_parser_t *parser, const char *problem)
{
    return parser->problem && strcmp(parser->problem, problem) == 0;
}

/* Whether the words at off are the last ones in the file. */
static bool is_last(const struct builder *builder, uint32_t off, uint32_t end)
{
    const char *text = builder->parsed;
    if (strchr("\"'[{*", text[off]) || end < builder->parsed_len)
        return false;
    for (; off < end; off++) {
        if (text[off] == '#' && strchr(" \t\r\n", text[off - 1]))
            return false;
    }
    return true;
}

/* Says what yaml-cpp understands in the place where libyaml stopped:
 *
 *     - list: l1       behind the last item of a file that is a sequence, and behind `...`, a new
 *     foo: bar         document begins; no `---` is needed
 *
 *     - list: l1       words without a colon at the end of the file are a key without a value
 *       foo
 *
 *       : bar            in front of a colon may stand nothing: a null
 *
 *     [a,, b]          between two commas stands a null
 *     %FOO             a directive that is unknown says nothing, wherever it stands, nor does a
 *                      tab at the beginning of a line without a key
 *     !tag[a]          behind a tag no blank is needed
 *
 * False: yaml-cpp stops there too. */
static bool repair(struct builder *builder, const yaml_parser_t *parser)
{
    const bool in_sequence =
        builder->depth > 0 && builder->stack[builder->depth - 1]->kind == RC_YAML_SEQUENCE;
    uint32_t at = parsed_offset(builder, parser->problem_mark.index);
    uint32_t context = parsed_offset(builder, parser->context_mark.index);
    char *text = builder->parsed;

    if (is_problem(parser, "did not find expected <document start>") ||
        (is_problem(parser, "did not find expected '-' indicator") && builder->depth == 1 &&
         is_behind_root(builder, at)))
        return insert_start(builder, at);
    if (is_problem(parser, "could not find expected ':'") && is_behind_root(builder, context))
        return insert_start(builder, context);
    if (is_problem(parser, "could not find expected ':'") && builder->depth > 0 && !in_sequence &&
        is_last(builder, context, at))
        return insert(builder, context, "? ");
    if (is_problem(parser, "did not find expected key") && at < builder->parsed_len &&
        text[at] == ':' && builder->depth > 0 && !in_sequence)
        return insert(builder, at, "~");
    if (is_problem(parser, "did not find expected node content") && at < builder->parsed_len &&
        (text[at] == ':' || (text[at] == ',' && in_sequence)))
        return insert(builder, at, "~");
    if ((is_problem(parser, "found unknown directive name") ||
         is_problem(parser, "could not find expected directive name") ||
         is_problem(parser, "found unexpected non-alphabetical character")) &&
        text[context] == '%') {
        text[context] = '#';
        return true;
    }
    if (is_problem(parser, "found undefined tag handle") && text[at] == '!') {
        char *handle = memchr(text + at + 1, '!', builder->parsed_len - at - 1);

        if (handle)
            *handle = 'X';
        return handle != NULL;
    }
    if (is_problem(parser, "did not find expected whitespace or line break") &&
        text[context] == '!' && text[at] != '!')
        return insert(builder, at, " ");
    if (is_problem(parser, "found character that cannot start any token") &&
        at < builder->parsed_len && text[at] == '\t' && has_no_key(builder, at)) {
        text[at] = ' ';
        return true;
    }
    return false;
}

enum outcome { PARSED, FAILED, UNCLOSED, REPAIRED };

static enum outcome parse(struct builder *builder)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        rc_error(builder->diags, RC_ERR_YAML_PARSE, (struct rc_span){.file = builder->file},
                 "out of memory");
        return FAILED;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)builder->parsed,
                                 builder->parsed_len);
    enum outcome outcome = PARSED;
    for (bool done = false; !done && outcome == PARSED;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            if (builder->out->unclosed.file == 0 && is_unclosed(builder, &parser)) {
                builder->out->unclosed =
                    mark_span(builder, parser.context_mark, parser.context_mark);
                builder->out->unclosed.len = 1;
                outcome = UNCLOSED;
            } else if (repair(builder, &parser)) {
                outcome = REPAIRED;
            } else {
                report(builder, &parser);
                outcome = FAILED;
            }
            break;
        }
        done = event.type == YAML_STREAM_END_EVENT;
        if (!on_event(builder, &event))
            outcome = FAILED;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return outcome;
}

bool rc_yaml_parse(const struct rc_sources *sources, uint32_t file, struct rc_diags *diags,
                   struct rc_yaml_file *out)
{
    *out = (struct rc_yaml_file){0};
    struct builder *builder = rc_arena_alloc(diags->arena, sizeof(*builder));
    builder->arena = diags->arena;
    builder->diags = diags;
    builder->out = out;
    builder->source = rc_source(sources, file);
    builder->file = file;
    if (!clean(builder))
        return false;
    enum outcome outcome = parse(builder);
    while (outcome == UNCLOSED || outcome == REPAIRED) {
        struct rc_span unclosed = out->unclosed;
        if (outcome == UNCLOSED)
            builder->parsed[builder->parsed_len++] = builder->source->text[unclosed.off];
        builder->depth = 0;
        *out = (struct rc_yaml_file){.unclosed = unclosed};
        outcome = parse(builder);
    }
    return outcome == PARSED;
}

bool rc_yaml_is(const struct rc_yaml_node *node, const char *text)
{
    return node->kind == RC_YAML_SCALAR && node->text.len == strlen(text) &&
           memcmp(node->text.data, text, node->text.len) == 0;
}

struct rc_yaml_node *rc_yaml_get(const struct rc_yaml_node *map, const char *key,
                                 const struct rc_yaml_node **at)
{
    if (map->kind != RC_YAML_MAP)
        return NULL;
    for (uint32_t i = 0; i + 1 < map->nchildren; i += 2) {
        if (rc_yaml_is(map->children[i], key)) {
            if (at)
                *at = map->children[i];
            return map->children[i + 1];
        }
    }
    return NULL;
}

const char *rc_yaml_kind_name(enum rc_yaml_kind kind)
{
    switch (kind) {
    case RC_YAML_NULL:
        return "null";
    case RC_YAML_SCALAR:
        return "scalar";
    case RC_YAML_SEQUENCE:
        return "sequence";
    case RC_YAML_MAP:
        return "mapping";
    }
    return "?";
}
