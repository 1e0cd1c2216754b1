/* Whether bytes are one JSON value of valid UTF-8, and nothing else: RFC 8259, by hand. */
#ifndef RULEC_TESTS_JSON_CHECK_H
#define RULEC_TESTS_JSON_CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static bool rct_json_value(const uint8_t **at, const uint8_t *end);

/* One character of UTF-8; false: there is none. */
static inline bool rct_utf8(const uint8_t **at, const uint8_t *end)
{
    const uint8_t *p = *at;
    const uint32_t len = p[0] < 0x80 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    uint32_t character = len == 1 ? p[0] : p[0] & (0xffu >> (len + 1));
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

    if (p[0] >= 0xf8 || (size_t)(end - p) < len)
        return false;
    for (uint32_t i = 1; i < len; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return false;
        character = character << 6 | (p[i] & 0x3f);
    }
    *at += len;
    return character >= least[len] && character <= 0x10ffff &&
           (character < 0xd800 || character > 0xdfff);
}

/* The inside of a string, up to its end or the quote: whole escapes and characters, nothing that a
 * terminal would act on. */
static inline bool rct_json_text(const uint8_t **at, const uint8_t *end)
{
    while (*at < end && **at != '"') {
        if (**at < 0x20)
            return false;
        if (**at != '\\') {
            if (!rct_utf8(at, end))
                return false;
            continue;
        }
        if (end - *at < 2 || !(*at)[1] || !strchr("\"\\/bfnrtu", (*at)[1]))
            return false;
        if ((*at)[1] == 'u') {
            if (end - *at < 6 || strspn((const char *)*at + 2, "0123456789abcdefABCDEF") < 4)
                return false;
            *at += 4;
        }
        *at += 2;
    }
    return true;
}

static inline bool rct_json_char(const uint8_t **at, const uint8_t *end, char c)
{
    return *at < end && *(*at)++ == (uint8_t)c;
}

static inline bool rct_json_string(const uint8_t **at, const uint8_t *end)
{
    return rct_json_char(at, end, '"') && rct_json_text(at, end) && rct_json_char(at, end, '"');
}

/* Members or elements up to the closing bracket, which is not read yet. */
static inline bool rct_json_members(const uint8_t **at, const uint8_t *end, char close)
{
    if (*at < end && **at == (uint8_t)close)
        return true;
    for (;;) {
        if (close == '}' && !(rct_json_string(at, end) && rct_json_char(at, end, ':')))
            return false;
        if (!rct_json_value(at, end))
            return false;
        if (*at == end || **at != ',')
            return true;
        ++*at;
    }
}

static bool rct_json_value(const uint8_t **at, const uint8_t *end)
{
    static const char *const words[] = {"true", "false", "null"};

    if (*at == end)
        return false;
    if (**at == '"')
        return rct_json_string(at, end);
    if (**at == '{' || **at == '[') {
        const char close = *(*at)++ == '{' ? '}' : ']';

        return rct_json_members(at, end, close) && rct_json_char(at, end, close);
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const size_t len = strlen(words[i]);

        if ((size_t)(end - *at) >= len && memcmp(*at, words[i], len) == 0) {
            *at += len;
            return true;
        }
    }
    const size_t len = strspn((const char *)*at, "-+.eE0123456789");
    *at += len;
    return len > 0 && *at <= end;
}

/* text has a NUL behind its len bytes. */
static inline bool rct_is_json(const char *text, size_t len)
{
    const uint8_t *at = (const uint8_t *)text, *end = at + len;

    return rct_json_value(&at, end) && at == end;
}

/* Whether a line of text is one that could stand inside a JSON string. */
static inline bool rct_is_escaped(const char *text, size_t len)
{
    const uint8_t *at = (const uint8_t *)text, *end = at + len;

    return rct_json_text(&at, end) && at == end;
}

#endif
