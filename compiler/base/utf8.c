#include "base/utf8.h"

#include <stddef.h>

int32_t rc_utf8_decode(const char *text, uint32_t len, uint32_t *size)
{
    const unsigned char *bytes = (const unsigned char *)text;
    *size = 1;
    if (bytes[0] < 0x80)
        return bytes[0];
    uint32_t count;
    int32_t code, least;
    if ((bytes[0] & 0xe0) == 0xc0) {
        count = 2;
        code = bytes[0] & 0x1f;
        least = 0x80;
    } else if ((bytes[0] & 0xf0) == 0xe0) {
        count = 3;
        code = bytes[0] & 0x0f;
        least = 0x800;
    } else if ((bytes[0] & 0xf8) == 0xf0) {
        count = 4;
        code = bytes[0] & 0x07;
        least = 0x10000;
    } else {
        return -1;
    }
    if (count > len)
        return -1;
    for (uint32_t i = 1; i < count; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return -1;
        code = code << 6 | (bytes[i] & 0x3f);
    }
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return -1;
    *size = count;
    return code;
}

struct range {
    int32_t first, last;
};

static const struct range zero_width[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a}, {0x064b, 0x065f},
    {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x2064},
    {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0100, 0xe01ef},
};

static const struct range double_width[] = {
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},
    {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd},
};

static int is_in(const struct range *ranges, size_t count, int32_t code)
{
    for (size_t i = 0; i < count; i++) {
        if (code >= ranges[i].first && code <= ranges[i].last)
            return 1;
    }
    return 0;
}

uint32_t rc_utf8_width(int32_t code)
{
    if (code < 0x300)
        return 1;
    if (is_in(zero_width, sizeof(zero_width) / sizeof(zero_width[0]), code))
        return 0;
    return is_in(double_width, sizeof(double_width) / sizeof(double_width[0]), code) ? 2 : 1;
}
