#include "syntax/document.h"

#include "syntax/yaml_problem.h"
#include "syntax/yaml_repair.h"
#include "syntax/yaml_scalar.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

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
    struct rc_yaml_text text;

    struct rc_yaml_node *stack[RC_YAML_DEEPEST];
    struct anchor *open_anchors[RC_YAML_DEEPEST];
    uint32_t depth;
    struct rc_yaml_node *root;
    struct anchor *anchors; /* of the document, newest first */
};

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
    const char *text = builder->text.source->text;
    struct rc_span span = rc_yaml_text_span(&builder->text, event->start_mark, event->end_mark);
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

static void on_scalar(struct builder *builder, const yaml_event_t *event)
{
    struct rc_yaml_node *node = rc_arena_alloc(builder->arena, sizeof(*node));
    const char *value = (const char *)event->data.scalar.value;
    uint32_t len = (uint32_t)event->data.scalar.length;
    enum rc_scalar_style style = style_of(event->data.scalar.style);
    bool has_tag = event->data.scalar.tag != NULL;
    node->span = has_tag || event->data.scalar.anchor
                     ? scalar_span(builder, event)
                     : rc_yaml_text_span(&builder->text, event->start_mark, event->end_mark);
    if (style == RC_PLAIN && !has_tag && is_null(value, len)) {
        node->kind = RC_YAML_NULL;
    } else {
        node->kind = RC_YAML_SCALAR;
        node->text =
            rc_scalar_text(builder->arena, rc_yaml_text_beside(&builder->text, event->start_mark),
                           builder->text.source->text, node->span, style, value, len);
        if (style == RC_LITERAL || style == RC_FOLDED) {
            const char *text = builder->text.source->text + node->span.off;
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
    node->span = rc_yaml_text_span(&builder->text, event->start_mark, event->end_mark);
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
    struct rc_span end = rc_yaml_text_span(&builder->text, event->start_mark, event->end_mark);
    if (end.len > 0) /* a closing bracket */
        node->span = rc_span_join(node->span, end);
    else if (node->nchildren > 0)
        node->span = rc_span_join(node->span, node->children[node->nchildren - 1]->span);
}

static bool on_alias(struct builder *builder, const yaml_event_t *event)
{
    const char *name = (const char *)event->data.alias.anchor;
    struct rc_span span = rc_yaml_text_span(&builder->text, event->start_mark, event->end_mark);
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
    struct rc_span span =
        rc_yaml_text_span(&builder->text, parser->problem_mark, parser->problem_mark);
    struct rc_span context =
        rc_yaml_text_span(&builder->text, parser->context_mark, parser->context_mark);
    if (problem.at_start) {
        const char *text = builder->text.source->text + context.off;
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

static bool repair(struct builder *builder, const yaml_parser_t *parser)
{
    struct rc_yaml_place place = {.depth = builder->depth};
    if (place.depth > 0) {
        place.in_sequence = builder->stack[place.depth - 1]->kind == RC_YAML_SEQUENCE;
        place.root_is_sequence = builder->stack[0]->kind == RC_YAML_SEQUENCE;
        place.root = builder->stack[0]->span;
    }
    return rc_yaml_repair(&builder->text, parser, &place);
}

enum outcome { PARSED, FAILED, UNCLOSED, REPAIRED };

static enum outcome parse(struct builder *builder)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        rc_error(builder->diags, RC_ERR_YAML_PARSE, (struct rc_span){.file = builder->text.file},
                 "out of memory");
        return FAILED;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)builder->text.parsed,
                                 builder->text.parsed_len);
    enum outcome outcome = PARSED;
    for (bool done = false; !done && outcome == PARSED;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            if (builder->out->unclosed.file == 0 && rc_yaml_is_unclosed(&builder->text, &parser)) {
                builder->out->unclosed =
                    rc_yaml_text_span(&builder->text, parser.context_mark, parser.context_mark);
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
    if (!rc_yaml_text_init(&builder->text, sources, file, diags))
        return false;
    enum outcome outcome = parse(builder);
    while (outcome == UNCLOSED || outcome == REPAIRED) {
        struct rc_span unclosed = out->unclosed;
        if (outcome == UNCLOSED)
            builder->text.parsed[builder->text.parsed_len++] =
                builder->text.source->text[unclosed.off];
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
