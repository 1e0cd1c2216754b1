/* Text put together in the scratch. See build.h. */
#include "build.h"

#include <arpa/inet.h>
#include <stdarg.h>
#include <stdio.h>

void rt_build_begin(struct rt_builder *builder, struct rt_eval *eval)
{
    struct rt_scratch *scratch = &eval->scratch;
    uint32_t start = (scratch->used + 7) & ~UINT32_C(7);

    if (start > scratch->size)
        start = scratch->size;
    *builder = (struct rt_builder){
        .eval = eval,
        .data = (char *)scratch->base + start,
        .size = scratch->size - start,
    };
}

void rt_build_add(struct rt_builder *builder, const char *text, uint32_t len)
{
    if (len > builder->size - builder->len) {
        builder->full = true;
        len = builder->size - builder->len;
    }
    if (len > 0)
        memcpy(builder->data + builder->len, text, len);
    builder->len += len;
}

void rt_build_cstr(struct rt_builder *builder, const char *text)
{
    rt_build_add(builder, text, (uint32_t)strlen(text));
}

void rt_build_char(struct rt_builder *builder, char c)
{
    rt_build_add(builder, &c, 1);
}

void rt_build_u64(struct rt_builder *builder, uint64_t number)
{
    char digits[20];
    uint32_t at = sizeof(digits);

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    rt_build_add(builder, digits + at, (uint32_t)sizeof(digits) - at);
}

void rt_build_i64(struct rt_builder *builder, int64_t number)
{
    if (number < 0)
        rt_build_char(builder, '-');
    rt_build_u64(builder, number < 0 ? -(uint64_t)number : (uint64_t)number);
}

void rt_build_printf(struct rt_builder *builder, const char *format, ...)
{
    char text[256];
    va_list args;

    va_start(args, format);
    int len = vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    if (len < 0)
        return;
    if ((size_t)len >= sizeof(text)) {
        builder->full = true;
        len = sizeof(text) - 1;
    }
    rt_build_add(builder, text, (uint32_t)len);
}

void rt_build_address(struct rt_builder *builder, const uint8_t *address, uint32_t len)
{
    char text[INET6_ADDRSTRLEN];

    if (inet_ntop(len == 4 ? AF_INET : AF_INET6, address, text, sizeof(text)))
        rt_build_cstr(builder, text);
}

bool rt_build_end(struct rt_builder *builder)
{
    struct rt_scratch *scratch = &builder->eval->scratch;

    if (builder->full) {
        scratch->overflows++;
        return false;
    }
    scratch->used = (uint32_t)((uint8_t *)builder->data - scratch->base) + builder->len;
    return true;
}

void rt_build_give(struct rt_builder *builder, struct rt_values *out)
{
    if (rt_build_end(builder))
        rt_give_text(out, builder->data, builder->len);
}
