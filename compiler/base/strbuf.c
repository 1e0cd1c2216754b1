#include "base/strbuf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for extra bytes and a NUL. */
static void reserve(struct rc_strbuf *buf, size_t extra)
{
    if (extra < buf->capacity - buf->len)
        return;
    size_t capacity = buf->capacity ? buf->capacity : 64;
    while (capacity - buf->len <= extra) {
        if (capacity > SIZE_MAX / 2) {
            fputs("rulec: out of memory\n", stderr);
            exit(70);
        }
        capacity *= 2;
    }
    char *data = realloc(buf->data, capacity);
    if (!data) {
        fputs("rulec: out of memory\n", stderr);
        exit(70);
    }
    buf->data = data;
    buf->capacity = capacity;
}

void rc_strbuf_add(struct rc_strbuf *buf, const void *bytes, size_t len)
{
    reserve(buf, len);
    if (len > 0)
        memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void rc_strbuf_adds(struct rc_strbuf *buf, const char *text)
{
    rc_strbuf_add(buf, text, strlen(text));
}

void rc_strbuf_addc(struct rc_strbuf *buf, char c)
{
    rc_strbuf_add(buf, &c, 1);
}

void rc_strbuf_printf(struct rc_strbuf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        return;
    reserve(buf, (size_t)len);
    va_start(args, format);
    vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
    va_end(args);
    buf->len += (size_t)len;
}

void rc_strbuf_free(struct rc_strbuf *buf)
{
    free(buf->data);
    *buf = (struct rc_strbuf){0};
}
