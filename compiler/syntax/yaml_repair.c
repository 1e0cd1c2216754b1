#include "syntax/yaml_repair.h"

#include <string.h>

/* Begins a document at the byte of parsed: before the indentation of its line, if there is nothing
 * else before it. */
static bool insert_start(struct rc_yaml_text *text, uint32_t off)
{
    uint32_t line = off;

    while (line > 0 && strchr(" \t", text->parsed[line - 1]))
        line--;
    if (line == 0 || text->parsed[line - 1] == '\n')
        return rc_yaml_text_insert(text, line, "---\n");
    return rc_yaml_text_insert(text, off, "\n---\n");
}

/* Bytes between the beginning of the line and off. */
static uint32_t column(const char *bytes, uint32_t begin, uint32_t off)
{
    uint32_t line = off;

    while (line > begin && bytes[line - 1] != '\n')
        line--;
    return off - line;
}

/* Whether what stands at the byte of parsed is behind the sequence that the document is: not
 * further to the right than its dashes. */
static bool is_behind_root(const struct rc_yaml_text *text, const struct rc_yaml_place *place,
                           uint32_t off)
{
    return place->depth > 0 && place->root_is_sequence &&
           column(text->parsed, 0, off) <= column(text->source->text, text->bom, place->root.off);
}

/* Whether the line behind the tab at off holds no key and no dash: none may stand behind a tab. */
static bool has_no_key(const struct rc_yaml_text *text, uint32_t off)
{
    const char *bytes = text->parsed;

    while (off < text->parsed_len && strchr(" \t", bytes[off]))
        off++;
    if (off < text->parsed_len && strchr("-?", bytes[off]))
        return false;
    for (; off < text->parsed_len && bytes[off] != '\n'; off++) {
        if (bytes[off] == ':' && (off + 1 == text->parsed_len || strchr(" \t\r\n", bytes[off + 1])))
            return false;
    }
    return true;
}

static bool is_problem(const yaml_parser_t *parser, const char *problem)
{
    return parser->problem && strcmp(parser->problem, problem) == 0;
}

/* Whether the words at off are the last ones in the file. */
static bool is_last(const struct rc_yaml_text *text, uint32_t off, uint32_t end)
{
    const char *bytes = text->parsed;
    if (strchr("\"'[{*", bytes[off]) || end < text->parsed_len)
        return false;
    for (; off < end; off++) {
        if (bytes[off] == '#' && strchr(" \t\r\n", bytes[off - 1]))
            return false;
    }
    return true;
}

bool rc_yaml_is_unclosed(const struct rc_yaml_text *text, const yaml_parser_t *parser)
{
    return parser->error == YAML_SCANNER_ERROR && parser->problem && parser->context &&
           strcmp(parser->problem, "found unexpected end of stream") == 0 &&
           strcmp(parser->context, "while scanning a quoted scalar") == 0 && text->parsed_len > 0 &&
           text->parsed[text->parsed_len - 1] == '\n';
}

bool rc_yaml_repair(struct rc_yaml_text *text, const yaml_parser_t *parser,
                    const struct rc_yaml_place *place)
{
    const bool in_sequence = place->depth > 0 && place->in_sequence;
    const bool in_mapping = place->depth > 0 && !place->in_sequence;
    uint32_t at = rc_yaml_text_at(text, parser->problem_mark);
    uint32_t context = rc_yaml_text_at(text, parser->context_mark);
    char *bytes = text->parsed;

    if (is_problem(parser, "did not find expected <document start>") ||
        (is_problem(parser, "did not find expected '-' indicator") && place->depth == 1 &&
         is_behind_root(text, place, at)))
        return insert_start(text, at);
    if (is_problem(parser, "could not find expected ':'") && is_behind_root(text, place, context))
        return insert_start(text, context);
    if (is_problem(parser, "could not find expected ':'") && in_mapping &&
        is_last(text, context, at))
        return rc_yaml_text_insert(text, context, "? ");
    if (is_problem(parser, "did not find expected key") && at < text->parsed_len &&
        bytes[at] == ':' && in_mapping)
        return rc_yaml_text_insert(text, at, "~");
    if (is_problem(parser, "did not find expected node content") && at < text->parsed_len &&
        (bytes[at] == ':' || (bytes[at] == ',' && in_sequence)))
        return rc_yaml_text_insert(text, at, "~");
    if ((is_problem(parser, "found unknown directive name") ||
         is_problem(parser, "could not find expected directive name") ||
         is_problem(parser, "found unexpected non-alphabetical character")) &&
        bytes[context] == '%') {
        bytes[context] = '#';
        return true;
    }
    if (is_problem(parser, "found undefined tag handle") && bytes[at] == '!') {
        char *handle = memchr(bytes + at + 1, '!', text->parsed_len - at - 1);

        if (handle)
            *handle = 'X';
        return handle != NULL;
    }
    if (is_problem(parser, "did not find expected whitespace or line break") &&
        bytes[context] == '!' && bytes[at] != '!')
        return rc_yaml_text_insert(text, at, " ");
    if (is_problem(parser, "found character that cannot start any token") &&
        at < text->parsed_len && bytes[at] == '\t' && has_no_key(text, at)) {
        bytes[at] = ' ';
        return true;
    }
    return false;
}
