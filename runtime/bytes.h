/* Reading and writing little-endian numbers at unaligned addresses. The machines that rulec runs on
 * are little endian, so these are plain loads and stores; memcpy says so to the compiler. */
#ifndef RULEC_BYTES_H
#define RULEC_BYTES_H

#include <assert.h>
#include <stdint.h>
#include <string.h>

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "captures are little endian");

static inline uint16_t rt_load16(const void *p)
{
    uint16_t v;
    memcpy(&v, p, sizeof(v));
    return v;
}

static inline uint32_t rt_load32(const void *p)
{
    uint32_t v;
    memcpy(&v, p, sizeof(v));
    return v;
}

static inline uint64_t rt_load64(const void *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof(v));
    return v;
}

static inline void rt_store16(void *p, uint16_t v)
{
    memcpy(p, &v, sizeof(v));
}

static inline void rt_store32(void *p, uint32_t v)
{
    memcpy(p, &v, sizeof(v));
}

static inline void rt_store64(void *p, uint64_t v)
{
    memcpy(p, &v, sizeof(v));
}

#endif
