#include "syntax/yaml_text.h"

#include "base/utf8.h"

#include <string.h>

/* Every CHARS_PER_MARK characters the byte offset is noted. */
#define CHARS_PER_MARK 64

uint32_t rc_yaml_text_at(const struct rc_yaml_text *text, yaml_mark_t mark)
{
    size_t character = mark.index;
    if (!text->marks)
        return character > text->parsed_len ? text->parsed_len : (uint32_t)character;
    size_t noted = character / CHARS_PER_MARK;
    if (noted >= text->nmarks)
        return text->parsed_len;
    uint32_t off = text->marks[noted];
    for (size_t n = character % CHARS_PER_MARK; n > 0 && off < text->parsed_len; n--) {
        uint32_t size;
        rc_utf8_decode(text->parsed + off, text->parsed_len - off, &size);
        off += size;
    }
    return off;
}

/* How many of the bytes of parsed before that one are not in the source. */
static uint32_t inserted_before(const struct rc_yaml_text *text, uint32_t off)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < text->ninsertions && text->insertions[i].off < off; i++) {
        const struct rc_yaml_insertion *insertion = &text->insertions[i];
        count += off - insertion->off < insertion->len ? off - insertion->off : insertion->len;
    }
    return count;
}

static uint32_t source_offset(const struct rc_yaml_text *text, yaml_mark_t mark)
{
    uint32_t off = rc_yaml_text_at(text, mark);
    off += text->bom - inserted_before(text, off);
    return off > text->source->len ? text->source->len : off;
}

struct rc_span rc_yaml_text_span(const struct rc_yaml_text *text, yaml_mark_t from, yaml_mark_t to)
{
    uint32_t start = source_offset(text, from), end = source_offset(text, to);
    return (struct rc_span){.file = text->file, .off = start, .len = end > start ? end - start : 0};
}

const char *rc_yaml_text_beside(const struct rc_yaml_text *text, yaml_mark_t mark)
{
    return text->parsed + inserted_before(text, rc_yaml_text_at(text, mark)) - text->bom;
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
static void drop_idle_ends(char *bytes, uint32_t len)
{
    bool in_document = false;
    for (uint32_t off = 0; off < len;) {
        const char *end = memchr(bytes + off, '\n', len - off);
        uint32_t next = end ? (uint32_t)(end - bytes) + 1 : len;
        uint32_t first = off;
        while (first < next && strchr(" \t\r\n", bytes[first]))
            first++;
        bool is_end = next - off >= 3 && memcmp(bytes + off, "...", 3) == 0 &&
                      (off + 3 == next || strchr(" \t\r\n", bytes[off + 3]));
        if (is_end) {
            first = off + 3;
            while (first < next && strchr(" \t\r\n", bytes[first]))
                first++;
        }
        bool is_empty = first == next || bytes[first] == '#';
        if (is_end && !in_document) {
            bytes[off] = is_empty ? '#' : ' ';
            if (!is_empty)
                bytes[off + 1] = bytes[off + 2] = ' ';
        }
        if (is_end || !is_empty)
            in_document = !is_empty;
        off = next;
    }
}

/* Notes where the characters of parsed are. */
static void index_characters(struct rc_yaml_text *text)
{
    uint32_t characters = 0;
    uint32_t *marks =
        rc_arena_array(text->arena, text->parsed_len / CHARS_PER_MARK + 1, sizeof(*marks));
    for (uint32_t off = 0; off < text->parsed_len; characters++) {
        uint32_t size;
        if (characters % CHARS_PER_MARK == 0)
            marks[characters / CHARS_PER_MARK] = off;
        rc_utf8_decode(text->parsed + off, text->parsed_len - off, &size);
        off += size;
    }
    text->nmarks = (characters + CHARS_PER_MARK - 1) / CHARS_PER_MARK;
    text->marks = characters == text->parsed_len ? NULL : marks;
}

bool rc_yaml_text_init(struct rc_yaml_text *text, const struct rc_sources *sources, uint32_t file,
                       struct rc_diags *diags)
{
    *text = (struct rc_yaml_text){
        .arena = diags->arena, .source = rc_source(sources, file), .file = file};
    const char *bytes = text->source->text;
    uint32_t len = text->source->len;
    if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        text->bom = 3;
    bytes += text->bom;
    len -= text->bom;
    char *parsed = rc_arena_alloc(text->arena, (size_t)len + 2); /* room for a closing quote */
    text->parsed = parsed;
    text->parsed_len = len;

    for (uint32_t off = 0; off < len;) {
        uint32_t size;
        int32_t code = rc_utf8_decode(bytes + off, len - off, &size);
        if (code == 0) {
            struct rc_span span = {.file = file, .off = off + text->bom, .len = 1};
            rc_error(diags, RC_ERR_YAML_PARSE, span, "the file holds a NUL byte");
            return false;
        }
        /* A carriage return ends no line by itself. */
        if (is_refused(code) || (code == '\r' && (off + 1 == len || bytes[off + 1] != '\n'))) {
            size = 1;
            parsed[off] = 'X';
        } else {
            memcpy(parsed + off, bytes + off, size);
            if (is_letter_only(code))
                parsed[off + size - 1] = '\xa6'; /* another character of that many bytes */
        }
        off += size;
    }
    drop_idle_ends(parsed, len);
    index_characters(text);
    return true;
}

bool rc_yaml_text_insert(struct rc_yaml_text *text, uint32_t off, const char *words)
{
    uint32_t len = (uint32_t)strlen(words), i = 0;
    if (text->ninsertions == RC_YAML_MOST_INSERTIONS)
        return false;
    char *longer = rc_arena_alloc(text->arena, (size_t)text->parsed_len + len + 2);
    memcpy(longer, text->parsed, off);
    for (uint32_t k = 0; k < len; k++)
        longer[off + k] = words[k];
    memcpy(longer + off + len, text->parsed + off, text->parsed_len - off);
    text->parsed = longer;
    text->parsed_len += len;
    while (i < text->ninsertions && text->insertions[i].off < off)
        i++;
    for (uint32_t k = text->ninsertions++; k > i; k--) {
        text->insertions[k] = text->insertions[k - 1];
        text->insertions[k].off += len;
    }
    text->insertions[i] = (struct rc_yaml_insertion){off, len};
    index_characters(text);
    return true;
}
