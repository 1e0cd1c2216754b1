/* A text that grows. See text.h. */
#include "text.h"

#include "../alert/alert.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_ESCAPE 6 /* bytes that one byte becomes, at most */

/* Room for more bytes and a NUL. */
static bool grow(struct rt_text *text, size_t more)
{
    size_t size = text->size > 0 ? text->size : 1024;
    char *data;

    if (text->failed || more >= SIZE_MAX / 2 - text->len) {
        text->failed = true;
        return false;
    }
    while (size < text->len + more + 1)
        size *= 2;
    if (size == text->size)
        return true;
    data = realloc(text->data, size);
    if (!data) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->size = size;
    return true;
}

void rt_text_add(struct rt_text *text, const char *bytes, size_t len)
{
    if (!grow(text, len))
        return;
    if (len > 0)
        memcpy(text->data + text->len, bytes, len);
    text->len += len;
    text->data[text->len] = '\0';
}

void rt_text_puts(struct rt_text *text, const char *string)
{
    rt_text_add(text, string, strlen(string));
}

void rt_text_printf(struct rt_text *text, const char *format, ...)
{
    char small[512];
    va_list args;
    int len;

    va_start(args, format);
    len = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (len < 0)
        return;
    if ((size_t)len < sizeof small) {
        rt_text_add(text, small, (size_t)len);
        return;
    }
    if (!grow(text, (size_t)len))
        return;
    va_start(args, format);
    vsnprintf(text->data + text->len, (size_t)len + 1, format, args);
    va_end(args);
    text->len += (size_t)len;
}

void rt_text_json(struct rt_text *text, const char *string, size_t len)
{
    struct rt_line line;

    if (len > UINT32_MAX / LONGEST_ESCAPE - 2 || !grow(text, LONGEST_ESCAPE * len + 2))
        return;
    text->data[text->len++] = '"';
    line =
        (struct rt_line){.data = text->data + text->len, .size = (uint32_t)(LONGEST_ESCAPE * len)};
    rt_line_json(&line, string, (uint32_t)len);
    text->len += line.len;
    text->data[text->len++] = '"';
    text->data[text->len] = '\0';
}

void rt_text_free(struct rt_text *text)
{
    free(text->data);
    *text = (struct rt_text){0};
}
