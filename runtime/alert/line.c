/* The bounded line, and strings of JSON in it. See alert.h. */
#include "alert.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* --- lines --- */

void rt_line_add(struct rt_line *line, const char *text, uint32_t len)
{
    if (len > line->size - line->len) {
        line->cut = true;
        len = line->size - line->len;
    }
    if (len > 0)
        memcpy(line->data + line->len, text, len);
    line->len += len;
}

static void add(struct rt_line *line, const char *text)
{
    rt_line_add(line, text, (uint32_t)strlen(text));
}

void rt_line_printf(struct rt_line *line, const char *format, ...)
{
    char text[512];
    va_list args;

    va_start(args, format);
    /* NOLINTNEXTLINE(clang-analyzer-valist.*): wrong where several files are checked at once */
    int len = vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    if (len < 0)
        return;
    if ((size_t)len >= sizeof(text)) {
        line->cut = true;
        len = sizeof(text) - 1;
    }
    rt_line_add(line, text, (uint32_t)len);
}

/* --- strings of JSON --- */

#define REPLACEMENT 0xfffd /* stands for what is no character */

/* Bytes of the UTF-8 character at text, or 0 if it is none; then *bad is how many bytes could have
 * been the start of one. */
static uint32_t utf8_len(const uint8_t *text, uint32_t left, uint32_t *bad)
{
    uint8_t first = text[0], low = 0x80, high = 0xbf; /* range of the second byte */
    uint32_t len;

    *bad = 1;
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf) {
        len = 2;
    } else if (first >= 0xe0 && first <= 0xef) {
        len = 3;
        low = first == 0xe0 ? 0xa0 : 0x80;
        high = first == 0xed ? 0x9f : 0xbf;
    } else if (first >= 0xf0 && first <= 0xf4) {
        len = 4;
        low = first == 0xf0 ? 0x90 : 0x80;
        high = first == 0xf4 ? 0x8f : 0xbf;
    } else {
        return 0;
    }
    for (uint32_t i = 1; i < len; i++) {
        if (i >= left || text[i] < low || text[i] > high) {
            *bad = i;
            return 0;
        }
        low = 0x80;
        high = 0xbf;
    }
    return len;
}

static void add_escape(struct rt_line *line, uint8_t c)
{
    switch (c) {
    case '"':
        add(line, "\\\"");
        break;
    case '\\':
        add(line, "\\\\");
        break;
    case '\b':
        add(line, "\\b");
        break;
    case '\f':
        add(line, "\\f");
        break;
    case '\n':
        add(line, "\\n");
        break;
    case '\r':
        add(line, "\\r");
        break;
    case '\t':
        add(line, "\\t");
        break;
    default:
        rt_line_printf(line, "\\u%04x", c);
        break;
    }
}

void rt_line_json(struct rt_line *line, const char *text, uint32_t len)
{
    const uint8_t *bytes = (const uint8_t *)text;
    uint32_t start = 0; /* of what is not written yet and needs no escape */
    uint32_t i = 0;

    while (i < len) {
        uint32_t bad, n = utf8_len(bytes + i, len - i, &bad);

        if (n > 0 && bytes[i] >= 0x20 && bytes[i] != '"' && bytes[i] != '\\') {
            i += n;
            continue;
        }
        rt_line_add(line, text + start, i - start);
        if (n == 0)
            add(line, "\xef\xbf\xbd");
        else
            add_escape(line, bytes[i]);
        i += n == 0 ? bad : 1;
        start = i;
    }
    rt_line_add(line, text + start, len - start);
}

uint32_t rt_line_json_fit(const char *text, uint32_t len, uint32_t room)
{
    const uint8_t *bytes = (const uint8_t *)text;
    char space[8]; /* for the escape of one character */
    uint32_t i = 0;

    while (i < len) {
        struct rt_line escape = {.data = space, .size = sizeof space};
        uint32_t bad, n = utf8_len(bytes + i, len - i, &bad);

        if (n == 0)
            n = bad;
        rt_line_json(&escape, text + i, n);
        if (escape.len > room)
            break;
        room -= escape.len;
        i += n;
    }
    return i;
}

/* What Falco takes for the character at text, which has left bytes; *used is how many of them. It
 * looks at the first byte alone to tell how long a character is, and believes that the rest belong
 * to it: "\xc3a" is one character. */
static uint32_t believed_character(const uint8_t *text, uint32_t left, uint32_t *used)
{
    const uint8_t first = text[0];
    uint32_t len = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    uint32_t character = len == 1 ? first : first & (0xffu >> (len + 1));
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

    if (first >= 0xf8 || len > left) {
        *used = 1;
        return REPLACEMENT;
    }
    *used = len;
    for (uint32_t i = 1; i < len; i++)
        character = character << 6 | (text[i] & 0x3f);
    if (character < least[len] || (character >= 0xd800 && character <= 0xdfff))
        return REPLACEMENT;
    if (character > 0x10ffff) /* as the twenty bits of two surrogates hold it */
        character = 0x10000 + ((character - 0x10000) & 0xfffff);
    return character;
}

static void add_character(struct rt_line *line, uint32_t character)
{
    char text[4];

    if (character < 0x800) {
        text[0] = (char)(0xc0 | character >> 6);
        text[1] = (char)(0x80 | (character & 0x3f));
        rt_line_add(line, text, 2);
    } else if (character < 0x10000) {
        text[0] = (char)(0xe0 | character >> 12);
        text[1] = (char)(0x80 | (character >> 6 & 0x3f));
        text[2] = (char)(0x80 | (character & 0x3f));
        rt_line_add(line, text, 3);
    } else {
        text[0] = (char)(0xf0 | character >> 18);
        text[1] = (char)(0x80 | (character >> 12 & 0x3f));
        text[2] = (char)(0x80 | (character >> 6 & 0x3f));
        text[3] = (char)(0x80 | (character & 0x3f));
        rt_line_add(line, text, 4);
    }
}

void rt_line_json_field(struct rt_line *line, const char *text, uint32_t len)
{
    const uint8_t *bytes = (const uint8_t *)text;
    uint32_t start = 0; /* of what is not written yet and needs no escape */
    uint32_t i = 0, used;

    while (i < len) {
        if (bytes[i] >= 0x20 && bytes[i] < 0x80 && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
            continue;
        }
        rt_line_add(line, text + start, i - start);
        if (bytes[i] < 0x80) {
            add_escape(line, bytes[i]);
            i++;
        } else {
            add_character(line, believed_character(bytes + i, len - i, &used));
            i += used;
        }
        start = i;
    }
    rt_line_add(line, text + start, len - start);
}
