/* Decoding, as far as a call for each event would cost more than the work; see event.h for the
 * layout. */
#ifndef RULEC_DECODE_H
#define RULEC_DECODE_H

#include "bytes.h"
#include "event.h"

#include <assert.h>

/* Offsets in the header. */
enum {
    RT_EVENT_AT_TIME = 0,
    RT_EVENT_AT_TID = 8,
    RT_EVENT_AT_LEN = 16,
    RT_EVENT_AT_TYPE = 20,
    RT_EVENT_AT_NPARAMS = 22
};

static_assert(RT_EVENT_AT_NPARAMS + 4 == RT_EVENT_HEADER_SIZE, "header");

/* What the header says, but for the length; n parameters are in use. */
static inline void rt_decode_head(struct rt_event *event, const uint8_t *data,
                                  const struct cat_event *info, uint32_t n)
{
    event->marked = false;
    event->told = false;
    event->by_ring = false;
    event->has_resolved = false;
    event->time_ns = rt_load64(data + RT_EVENT_AT_TIME);
    event->tid = (int64_t)rt_load64(data + RT_EVENT_AT_TID);
    event->type = rt_load16(data + RT_EVENT_AT_TYPE);
    event->nparams = n;
    event->info = info;
}

/* Sum of n lengths of 16 bits. Eight bytes can be read at them, whatever n is. */
static inline uint32_t rt_decode_sum(const uint8_t *lengths, uint32_t n)
{
    const uint64_t even = UINT64_C(0x0000ffff0000ffff);
    uint64_t four = rt_load64(lengths);
    uint32_t sum;

    if (n < 4)
        four &= (UINT64_C(1) << 16 * n) - 1;
    four = (four & even) + (four >> 16 & even); /* two sums, in its halves */
    sum = (uint32_t)four + (uint32_t)(four >> 32);
    for (uint32_t i = 4; i < n; i++)
        sum += rt_load16(lengths + (size_t)i * 2);
    return sum;
}

/* n parameters from first on, with lengths of 16 bits; the bytes that they take. */
static inline uint32_t rt_decode_params(struct rt_event *event, const uint8_t *lengths,
                                        const uint8_t *first, uint32_t n)
{
    const uint8_t *next = first;

    for (uint32_t i = 0; i < n; i++) {
        const uint32_t size = rt_load16(lengths + (size_t)i * 2);

        event->params[i] = (struct rt_param){next, size};
        next += size;
    }
    return (uint32_t)(next - first);
}

/* Decodes an event of that type that has all its parameters, with lengths of 16 bits. False: it is
 * not of this kind, or its bytes lie. */
static inline bool rt_decode_plain(struct rt_event *event, const uint8_t *data, uint32_t len,
                                   const struct cat_event *info)
{
    const uint32_t n = info->nparams, before = RT_EVENT_HEADER_SIZE + n * 2;

    if (len < before || rt_load32(data + RT_EVENT_AT_NPARAMS) != n)
        return false;
    rt_decode_head(event, data, info, n);
    event->undecoded = NULL;
    return rt_decode_params(event, data + RT_EVENT_HEADER_SIZE, data + before, n) <= len - before;
}

/* The same, but the parameters stay where they are (rt_event.undecoded). Eight bytes can be read
 * behind the header, be they the event's or not. */
static inline bool rt_decode_unread(struct rt_event *event, const uint8_t *data, uint32_t len,
                                    const struct cat_event *info)
{
    const uint32_t n = info->nparams, before = RT_EVENT_HEADER_SIZE + n * 2;

    if (len < before || rt_load32(data + RT_EVENT_AT_NPARAMS) != n)
        return false;
    rt_decode_head(event, data, info, n);
    event->undecoded = data;
    event->undecoded_len = len;
    return rt_decode_sum(data + RT_EVENT_HEADER_SIZE, n) <= len - before;
}

#endif
