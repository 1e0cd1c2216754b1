#include "events/safe.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static uint32_t left(size_t len, size_t i)
{
    return len - i > 4 ? 4 : (uint32_t)(len - i);
}

/* Bytes of text[0..size) as they are, or what stands for them. Returns the length. */
static int show(char *piece, size_t room, const char *text, uint32_t size, int32_t code, bool utf8)
{
    if (code < 0)
        return snprintf(piece, room, "\\x%02x", (unsigned char)text[0]);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0))
        return snprintf(piece, room, "\\x%02x", (unsigned)code);
    if (code > 0x7f && (!utf8 || rc_utf8_width(code) == 0 || (code >= 0x2066 && code <= 0x2069) ||
                        (code >= 0xe000 && code <= 0xf8ff) || code >= 0xe0000))
        return snprintf(piece, room, "\\u{%x}", (unsigned)code);
    memcpy(piece, text, size);
    return (int)size;
}

uint32_t rc_safe_add(struct rc_strbuf *out, const char *text, size_t len, uint32_t columns,
                     bool utf8)
{
    const uint32_t dots = 3;
    uint32_t used = 0, used_at_cut = 0;
    size_t cut = out->len;

    for (size_t i = 0; i < len;) {
        char piece[16];
        uint32_t size, width;
        const int32_t code = rc_utf8_decode(text + i, left(len, i), &size);
        const int n = show(piece, sizeof piece, text + i, size, code, utf8);

        width = (uint32_t)n == size && code > 0x7f ? rc_utf8_width(code) : (uint32_t)n;
        if (columns && used + width > columns) {
            if (columns <= dots)
                return used;
            out->len = cut;
            rc_strbuf_adds(out, "...");
            return used_at_cut + dots;
        }
        rc_strbuf_add(out, piece, (size_t)n);
        used += width;
        if (columns > dots && used <= columns - dots) {
            cut = out->len;
            used_at_cut = used;
        }
        i += size;
    }
    return used;
}

void rc_safe_adds(struct rc_strbuf *out, const char *text)
{
    rc_safe_add(out, text, strlen(text), 0, true);
}

void rc_safe_add_json(struct rc_strbuf *out, const char *text, size_t len)
{
    for (size_t i = 0; i < len;) {
        uint32_t size;
        const int32_t code = rc_utf8_decode(text + i, left(len, i), &size);

        if (code >= 0x7f && code < 0xa0)
            rc_strbuf_printf(out, "\\u%04x", (unsigned)code);
        else
            rc_strbuf_add(out, text + i, size);
        i += size;
    }
}

void rc_safe_add_csv(struct rc_strbuf *out, const char *text)
{
    struct rc_strbuf clean = {0};

    rc_safe_adds(&clean, text);
    if (!clean.data || !strpbrk(clean.data, ",\"")) {
        rc_strbuf_add(out, clean.data ? clean.data : "", clean.len);
    } else {
        rc_strbuf_addc(out, '"');
        for (const char *c = clean.data; *c; c++) {
            if (*c == '"')
                rc_strbuf_addc(out, '"');
            rc_strbuf_addc(out, *c);
        }
        rc_strbuf_addc(out, '"');
    }
    rc_strbuf_free(&clean);
}
