/* The events of a capture.
 *
 * What a recorder of today writes, which is nearly every event of nearly every capture, is taken in
 * one go: frame, header and parameters are looked at once, and of an event of which nobody reads a
 * parameter only what its header says is taken. Whatever is not quite so (an older form, an enter
 * event that an exit will need, the end of the window, damage) goes the slow way, which knows all.
 */
#include "capture_event.h"

#include "../decode.h"

#include <errno.h>

/* A header of version 1 lacks the number of parameters. */
enum { HEADER_SIZE_V1 = RT_EVENT_AT_NPARAMS };

/* An event without the number of its parameters. It is found from the catalogue's number down: the
 * first one with which lengths and bytes add up. */
static int decode_v1(struct rt_event *event, const uint8_t *data, size_t avail)
{
    if (avail < HEADER_SIZE_V1)
        return -EBADMSG;
    uint16_t type = rt_load16(data + RT_EVENT_AT_TYPE);
    size_t len = rt_load32(data + RT_EVENT_AT_LEN);
    if (type == EV_NOTIFICATION_E || type == EV_INFRASTRUCTURE_EVENT_E)
        len -= 3; /* these two were recorded with a length too large by that */
    if (len < HEADER_SIZE_V1 || len > avail)
        return -EBADMSG;

    const struct cat_event *info = &cat_events[type];
    const uint8_t *lengths = data + HEADER_SIZE_V1;
    uint32_t n = info->nparams;
    for (;; n--) {
        size_t total = HEADER_SIZE_V1 + (size_t)n * 2;
        for (uint32_t i = 0; i < n && total <= len; i++)
            total += rt_load16(lengths + (size_t)i * 2);
        if (total == len)
            break;
        if (total < len || n == 0)
            return -EBADMSG;
    }

    const uint8_t *next = lengths + (size_t)n * 2;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t size = rt_load16(lengths + (size_t)i * 2);
        event->params[i] = (struct rt_param){next, size};
        next += size;
    }
    for (uint32_t i = n; i < info->nparams; i++)
        event->params[i] = (struct rt_param){0};
    rt_decode_head(event, data, info, n);
    event->undecoded = NULL;
    return 0;
}

/* The event in a block whose frame has been checked. */
static enum conversion_result read_event(struct capture *capture, uint32_t block_type,
                                         const uint8_t *body, size_t len, struct rt_event *event)
{
    bool has_flags = block_type == CAPTURE_EVENT_FLAGS_V2 ||
                     block_type == CAPTURE_EVENT_FLAGS_LARGE ||
                     block_type == CAPTURE_EVENT_FLAGS_V1;
    bool v1 = block_type == CAPTURE_EVENT_V1 || block_type == CAPTURE_EVENT_FLAGS_V1 ||
              block_type == CAPTURE_UNOFFICIAL_EVENT;
    size_t prefix = has_flags ? 6 : 2;
    if (len < prefix + HEADER_SIZE_V1)
        return CONVERSION_UNKNOWN;

    event->cpu = rt_load16(body);
    event->block_flags = has_flags ? rt_load32(body + 2) : 0;
    const uint8_t *data = body + prefix;
    size_t avail = len - prefix;
    if (rt_load16(data + RT_EVENT_AT_TYPE) >= EV__COUNT) {
        capture->stats.skipped_blocks++; /* of a newer recorder */
        return CONVERSION_DROP;
    }
    int error;
    if (v1) {
        error = decode_v1(event, data, avail);
    } else {
        size_t event_len = rt_load32(data + RT_EVENT_AT_LEN);
        error = event_len <= avail ? rt_event_decode(event, data, event_len) : -EBADMSG;
    }
    if (error)
        return CONVERSION_UNKNOWN;
    if (event_is_current(event))
        return CONVERSION_DELIVER;
    return converter_apply(capture->converter, event);
}

/* The next event, whatever it looks like. */
static __attribute__((noinline)) int next_slowly(struct capture *capture, struct rt_event *event)
{
    struct capture_input *in = &capture->input;

    while (!capture->broken) {
        uint32_t type = 0, len = 0;
        int error = capture_peek_block(capture, &type, &len);
        if (error == RT_SOURCE_END && !capture->seen_event)
            return capture_fail(capture, -ENODATA, "the capture holds no events");
        if (error)
            return error;
        if (!capture_is_event_block(type)) {
            error = capture_between_events(capture, type, len);
            if (error)
                return error;
            continue;
        }
        error = capture_need_block(capture, type, len);
        if (error)
            return error;
        const uint8_t *body = in->data + in->pos + CAPTURE_BLOCK_HEADER_SIZE;
        in->pos += len;
        capture->seen_event = true;
        switch (read_event(capture, type, body, len - CAPTURE_BLOCK_OVERHEAD, event)) {
        case CONVERSION_DELIVER:
            event->number = ++capture->number;
            capture->stats.bytes += len - CAPTURE_BLOCK_OVERHEAD;
            return 0;
        case CONVERSION_UNKNOWN:
            capture->stats.malformed++;
            break;
        case CONVERSION_DROP:
            break;
        }
    }
    return capture->broken;
}

/* Where the event begins in the body of a block, by the block's type; 0: no such block. */
static inline uint32_t event_at(uint32_t block_type)
{
    static const uint8_t places[] = {
        [CAPTURE_EVENT_V2 - CAPTURE_EVENT_V2] = 2,
        [CAPTURE_EVENT_FLAGS_V2 - CAPTURE_EVENT_V2] = 6,
        [CAPTURE_EVENT_LARGE - CAPTURE_EVENT_V2] = 2,
        [CAPTURE_EVENT_FLAGS_LARGE - CAPTURE_EVENT_V2] = 6,
    };
    const uint32_t kind = block_type - CAPTURE_EVENT_V2;

    return kind < sizeof places ? places[kind] : 0;
}

/* Takes the next event if it is one of today's form that lies in the window whole; false: nothing
 * is done. */
static inline bool take_current(struct capture *capture, struct rt_event *event)
{
    /* The header may be followed by what is to be eight bytes (rt_decode_unread). */
    enum { LEAST = CAPTURE_BLOCK_OVERHEAD + 6 + RT_EVENT_HEADER_SIZE, AHEAD = LEAST + 8 };
    struct capture_input *in = &capture->input;
    const uint8_t *block = in->data + in->pos;

    if (in->len - in->pos < AHEAD)
        return false;
    const uint32_t len = rt_load32(block + 4), at = event_at(rt_load32(block));
    if (at == 0 || len > in->len - in->pos || len < LEAST || rt_load32(block + len - 4) != len)
        return false;
    const uint8_t *data = block + CAPTURE_BLOCK_HEADER_SIZE + at;
    const uint16_t type = rt_load16(data + RT_EVENT_AT_TYPE);
    if (type >= EV__COUNT || !capture->plain[type])
        return false;
    const uint32_t event_len = rt_load32(data + RT_EVENT_AT_LEN);
    if (event_len > len - CAPTURE_BLOCK_OVERHEAD - at)
        return false;
    if (!(capture->source.unread[type]
              ? rt_decode_unread(event, data, event_len, &cat_events[type])
              : rt_decode_plain(event, data, event_len, &cat_events[type])))
        return false;
    event->cpu = rt_load16(block + CAPTURE_BLOCK_HEADER_SIZE);
    event->block_flags = at == 6 ? rt_load32(block + CAPTURE_BLOCK_HEADER_SIZE + 2) : 0;
    event->number = ++capture->number;
    capture->stats.bytes += len - CAPTURE_BLOCK_OVERHEAD;
    capture->seen_event = true;
    in->pos += len;
    return true;
}

int capture_next(struct rt_source *source, struct rt_event *event, int timeout_ms)
{
    struct capture *capture = (struct capture *)source;
    (void)timeout_ms; /* a file does not wait */

    if (!capture->broken && take_current(capture, event))
        return 0;
    return next_slowly(capture, event);
}
