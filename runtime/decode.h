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
    event->time_ns = rt_load64(data + RT_EVENT_AT_TIME);
    event->tid = (int64_t)rt_load64(data + RT_EVENT_AT_TID);
    event->type = rt_load16(data + RT_EVENT_AT_TYPE);
    event->nparams = n;
    event->info = info;
}

/* Sum of n lengths of 16 bits. */
static inline uint32_t rt_decode_sum(const uint8_t *lengths, uint32_t n)
{
    const uint64_t even = UINT64_C(0x0000ffff0000ffff);
    uint64_t pairs = 0; /* two sums, in its halves */

    for (; n >= 4; n -= 4, lengths += 8) {
        const uint64_t four = rt_load64(lengths);

        pairs += (four & even) + (four >> 16 & even);
    }
    for (; n > 0; n--, lengths += 2)
        pairs += rt_load16(lengths);
    return (uint32_t)pairs + (uint32_t)(pairs >> 32);
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

/* Decodes an event of that type that has all its parameters, with lengths of 16 bits. unread: they
 * stay where they are (rt_event.undecoded). False: it is not of this kind, or its bytes lie. */
static inline bool rt_decode_plain(struct rt_event *event, const uint8_t *data, uint32_t len,
                                   const struct cat_event *info, bool unread)
{
    const uint32_t n = info->nparams, before = RT_EVENT_HEADER_SIZE + n * 2;
    const uint8_t *lengths = data + RT_EVENT_HEADER_SIZE;

    if (len < before || rt_load32(data + RT_EVENT_AT_NPARAMS) != n)
        return false;
    if (unread) {
        if (rt_decode_sum(lengths, n) > len - before)
            return false;
        event->undecoded = data;
        event->undecoded_len = len;
    } else {
        if (rt_decode_params(event, lengths, data + before, n) > len - before)
            return false;
        event->undecoded = NULL;
    }
    rt_decode_head(event, data, info, n);
    return true;
}

#endif
