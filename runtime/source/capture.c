/* Captures as a source of events: opening, sections, events. The lists of the start state have
 * files of their own (capture_proclist.c, ...); the bytes come from capture_input.c, and old events
 * become new ones in convert.c.
 *
 * What the reader makes of damage:
 *   - a block that lies about its own frame (lengths that differ or go beyond the end, an end in
 * its middle), gzip damage, a failing disk: what came before has been delivered, then next()
 *     returns the error with a text that says where;
 *   - a block whose frame is right but whose contents lie: it is counted as malformed, an event is
 *     skipped, a list is taken as far as it holds;
 *   - blocks and events of kinds that this reader does not know: counted and skipped.
 */
#include "capture.h"

#include "../state/state.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Where things stand in an event's header; version 1 lacks the number of parameters. */
enum { AT_TIME = 0, AT_TID = 8, AT_LEN = 16, AT_TYPE = 20, HEADER_SIZE_V1 = 22 };

static int fail(struct capture *capture, int error, const char *format, ...)
    __attribute__((cold, format(printf, 3, 4)));

static int fail(struct capture *capture, int error, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(capture->source.error, sizeof(capture->source.error), format, args);
    va_end(args);
    capture->broken = error;
    return error;
}

/* Place of the next byte among the uncompressed bytes. */
static uint64_t place(const struct capture *capture)
{
    return capture->input.base + capture->input.pos;
}

/* The next len bytes could not be had. */
static int fail_short(struct capture *capture, int error, uint32_t type)
{
    if (error == -ENODATA)
        return fail(capture, -EBADMSG,
                    "the capture ends in the middle of a block (type 0x%x, at byte %" PRIu64 ")",
                    type, place(capture));
    return fail(capture, error, "%s (at byte %" PRIu64 ")", capture->input.failure_text,
                place(capture));
}

/* Looks at the next block's header. 0; RT_SOURCE_END at the end of the capture; negative errno. */
static inline __attribute__((always_inline)) int peek_block(struct capture *capture, uint32_t *type,
                                                            uint32_t *len)
{
    struct capture_input *in = &capture->input;
    int error = capture_input_need(in, CAPTURE_BLOCK_HEADER_SIZE);
    if (error) {
        if (error == -ENODATA && in->len == in->pos)
            return RT_SOURCE_END;
        if (error == -ENODATA)
            return fail(capture, -EBADMSG,
                        "the capture ends in the middle of a block's header (at byte %" PRIu64 ")",
                        place(capture));
        return fail_short(capture, error, 0);
    }
    *type = rt_load32(in->data + in->pos);
    *len = rt_load32(in->data + in->pos + 4);
    if (*len < CAPTURE_BLOCK_OVERHEAD)
        return fail(capture, -EBADMSG,
                    "a block's length is impossible (type 0x%x, length %u, at byte %" PRIu64 ")",
                    *type, *len, place(capture));
    return 0;
}

static int fail_trailer(struct capture *capture, uint32_t type, uint32_t len, uint32_t trailer)
{
    return fail(capture, -EBADMSG,
                "the two lengths of a block differ: %u and %u (type 0x%x, at byte %" PRIu64 ")",
                len, trailer, type, place(capture));
}

/* Brings the whole of the next block into the window and checks its frame. */
static inline __attribute__((always_inline)) int need_block(struct capture *capture, uint32_t type,
                                                            uint32_t len)
{
    struct capture_input *in = &capture->input;
    int error = capture_input_need(in, len);
    if (error)
        return fail_short(capture, error, type);
    uint32_t trailer = rt_load32(in->data + in->pos + len - 4);
    if (trailer != len)
        return fail_trailer(capture, type, len, trailer);
    return 0;
}

/* Passes over a block of a kind that is not known. */
static int skip_block(struct capture *capture, uint32_t type, uint32_t len)
{
    struct capture_input *in = &capture->input;
    int error = capture_input_skip(in, len - 4);
    if (!error)
        error = capture_input_need(in, 4);
    if (error)
        return fail_short(capture, error, type);
    uint32_t trailer = rt_load32(in->data + in->pos);
    if (trailer != len)
        return fail_trailer(capture, type, len, trailer);
    in->pos += 4;
    capture->stats.skipped_blocks++;
    return 0;
}

static bool is_event_block(uint32_t type)
{
    switch (type) {
    case CAPTURE_EVENT_V1:
    case CAPTURE_EVENT_FLAGS_V1:
    case CAPTURE_UNOFFICIAL_EVENT:
    case CAPTURE_EVENT_V2:
    case CAPTURE_EVENT_FLAGS_V2:
    case CAPTURE_EVENT_LARGE:
    case CAPTURE_EVENT_FLAGS_LARGE:
        return true;
    default:
        return false;
    }
}

static int read_section_header(struct capture *capture, struct capture_cursor body)
{
    uint32_t magic = cursor_u32(&body);
    uint16_t major = cursor_u16(&body);
    uint16_t minor = cursor_u16(&body);
    cursor_u64(&body); /* length of the section; nobody fills it in */

    if (body.failed)
        return fail(capture, -EBADMSG, "a section header is too short (at byte %" PRIu64 ")",
                    place(capture));
    if (magic == __builtin_bswap32(CAPTURE_BYTE_ORDER_MAGIC))
        return fail(capture, -EBADMSG, "the capture is big endian, which is not supported");
    if (magic != CAPTURE_BYTE_ORDER_MAGIC)
        return fail(capture, -EBADMSG, "a section header has a wrong magic number, 0x%x", magic);
    if (major > CAPTURE_MAJOR_VERSION)
        return fail(capture, -EBADMSG, "the capture has version %u.%u; this reads %u.%u and older",
                    major, minor, CAPTURE_MAJOR_VERSION, CAPTURE_MINOR_VERSION);
    return 0;
}

static void read_machine_info(struct rt_state *state, struct capture_cursor body)
{
    uint32_t ncpus = cursor_u32(&body);
    cursor_u64(&body); /* bytes of memory */
    cursor_u64(&body); /* largest pid */
    char hostname[CAPTURE_HOSTNAME_SIZE + 1] = "";
    const uint8_t *text = cursor_take(&body, CAPTURE_HOSTNAME_SIZE);
    if (!text)
        return;
    memcpy(hostname, text, CAPTURE_HOSTNAME_SIZE);
    uint64_t boot_time_ns = cursor_u64(&body);
    rt_state_set_replay(state);
    rt_state_set_machine(state, ncpus, boot_time_ns);
    rt_state_set_hostname(state, hostname);
}

/* Adds one list to the state. Returns false if its type is not known. */
static bool read_list(struct capture *capture, uint32_t type, struct capture_cursor body)
{
    bool good = true;

    switch (type) {
    case CAPTURE_MACHINE_INFO:
    case CAPTURE_UNOFFICIAL_MACHINE_INFO:
        good = body.left >= CAPTURE_MACHINE_INFO_SIZE;
        if (good)
            read_machine_info(capture->state, body);
        break;
    case CAPTURE_PROCLIST_V1:
    case CAPTURE_PROCLIST_V2:
    case CAPTURE_PROCLIST_V3:
    case CAPTURE_PROCLIST_V4:
    case CAPTURE_PROCLIST_V5:
    case CAPTURE_PROCLIST_V6:
    case CAPTURE_PROCLIST_V7:
    case CAPTURE_PROCLIST_V8:
    case CAPTURE_PROCLIST_V9:
    case CAPTURE_UNOFFICIAL_PROCLIST_V1:
    case CAPTURE_UNOFFICIAL_PROCLIST_V2:
    case CAPTURE_UNOFFICIAL_PROCLIST_V3:
        good = capture_read_proclist(capture->state, type, body);
        break;
    case CAPTURE_FDLIST_V1:
    case CAPTURE_FDLIST_V2:
    case CAPTURE_UNOFFICIAL_FDLIST:
        good = capture_read_fdlist(capture->state, type, body);
        break;
    case CAPTURE_USERLIST_V1:
    case CAPTURE_USERLIST_V2:
    case CAPTURE_UNOFFICIAL_USERLIST:
        good = capture_read_userlist(capture->state, type, body);
        break;
    case CAPTURE_IFLIST_V1:
    case CAPTURE_IFLIST_V2:
    case CAPTURE_UNOFFICIAL_IFLIST:
        good = capture_read_iflist(capture->state, type, body);
        break;
    default:
        return false;
    }
    if (!good)
        capture->stats.malformed++;
    return true;
}

/* Reads the blocks before the first event, or to the end of a capture without events. The lists may
 * be large, but they come whole: an entry never spans two blocks. */
static int read_lists(struct capture *capture)
{
    struct capture_input *in = &capture->input;
    uint32_t type = 0, len = 0;
    int error;

    while ((error = peek_block(capture, &type, &len)) == 0) {
        if (is_event_block(type))
            return 0;
        if (type != CAPTURE_SECTION_HEADER && type < 0x80000000u &&
            (type < CAPTURE_MACHINE_INFO || type > CAPTURE_EVENT_FLAGS_LARGE)) {
            error = skip_block(capture, type, len);
            if (error)
                return error;
            continue;
        }
        error = need_block(capture, type, len);
        if (error)
            return error;
        struct capture_cursor body = {in->data + in->pos + CAPTURE_BLOCK_HEADER_SIZE,
                                      len - CAPTURE_BLOCK_OVERHEAD, false};
        if (type == CAPTURE_SECTION_HEADER) {
            /* A section without events; the next one starts over. */
            rt_state_clear(capture->state);
            error = read_section_header(capture, body);
            if (error)
                return error;
        } else if (!read_list(capture, type, body)) {
            capture->stats.skipped_blocks++;
        }
        in->pos += len;
    }
    return error == RT_SOURCE_END ? 0 : error;
}

static int capture_start(struct rt_source *source, struct rt_state *state)
{
    struct capture *capture = (struct capture *)source;
    capture->state = state;
    int error = read_lists(capture);
    rt_state_start_done(state);
    return error;
}

/* Between events stands something else: a new section, or a block to pass over. */
static int between_events(struct capture *capture, uint32_t type, uint32_t len)
{
    if (type != CAPTURE_SECTION_HEADER)
        return skip_block(capture, type, len);
    converter_clear(capture->converter);
    int error = read_lists(capture);
    rt_state_start_done(capture->state);
    return error;
}

/* An event without the number of its parameters. It is found from the catalogue's number down: the
 * first one with which lengths and bytes add up. */
static int decode_v1(struct rt_event *event, const uint8_t *data, size_t avail)
{
    if (avail < HEADER_SIZE_V1)
        return -EBADMSG;
    uint16_t type = rt_load16(data + AT_TYPE);
    size_t len = rt_load32(data + AT_LEN);
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
    event->time_ns = rt_load64(data + AT_TIME);
    event->tid = (int64_t)rt_load64(data + AT_TID);
    event->type = type;
    event->nparams = n;
    event->info = info;
    event->undecoded = NULL;
    return 0;
}

/* An event of today's form that nobody reads stays as it is; what is converted is not. */
static inline int decode(const struct capture *capture, struct rt_event *event, const uint8_t *data,
                         size_t len)
{
    const uint8_t *unread = capture->source.unread;
    const uint16_t type = rt_load16(data + AT_TYPE);
    int error;

    if (!unread || !unread[type] || !capture->passes[type])
        return rt_event_decode(event, data, len);
    error = rt_event_decode_header(event, data, len);
    if (error == 0 && event->info->dir == CAT_DIR_EXIT && event->nparams != event->info->nparams)
        return rt_event_decode(event, data, len);
    return error;
}

/* The event in a block whose frame has been checked. */
static inline __attribute__((always_inline)) enum conversion_result
read_event(struct capture *capture, uint32_t block_type, const uint8_t *body, size_t len,
           struct rt_event *event)
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
    if (rt_load16(data + AT_TYPE) >= EV__COUNT) {
        capture->stats.skipped_blocks++; /* of a newer recorder */
        return CONVERSION_DROP;
    }
    int error;
    if (v1) {
        error = decode_v1(event, data, avail);
    } else {
        size_t event_len = rt_load32(data + AT_LEN);
        error = event_len <= avail ? decode(capture, event, data, event_len) : -EBADMSG;
    }
    if (error)
        return CONVERSION_UNKNOWN;
    if (event->undecoded || event_is_current(event))
        return CONVERSION_DELIVER;
    return converter_apply(capture->converter, event);
}

static int capture_next(struct rt_source *source, struct rt_event *event, int timeout_ms)
{
    struct capture *capture = (struct capture *)source;
    struct capture_input *in = &capture->input;
    (void)timeout_ms; /* a file does not wait */

    while (!capture->broken) {
        uint32_t type = 0, len = 0;
        int error = peek_block(capture, &type, &len);
        if (error == RT_SOURCE_END && !capture->seen_event)
            return fail(capture, -ENODATA, "the capture holds no events");
        if (error)
            return error;
        if (!is_event_block(type)) {
            error = between_events(capture, type, len);
            if (error)
                return error;
            continue;
        }
        error = need_block(capture, type, len);
        if (error)
            return error;
        const uint8_t *body = in->data + in->pos + CAPTURE_BLOCK_HEADER_SIZE;
        in->pos += len;
        capture->seen_event = true;
        switch (read_event(capture, type, body, len - CAPTURE_BLOCK_OVERHEAD, event)) {
        case CONVERSION_DELIVER:
            event->number = ++capture->number;
            capture->stats.events++;
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

static void capture_stats(struct rt_source *source, struct rt_source_stats *stats)
{
    *stats = ((struct capture *)source)->stats;
}

static void capture_close(struct rt_source *source)
{
    struct capture *capture = (struct capture *)source;
    if (!capture)
        return;
    capture_input_close(&capture->input);
    converter_destroy(capture->converter);
    free(capture);
}

static const struct rt_source_ops capture_ops = {
    .name = "capture",
    .start = capture_start,
    .next = capture_next,
    .stats = capture_stats,
    .close = capture_close,
};

/* Checks that it is a capture at all, and reads the header of its first section. */
static int read_beginning(struct capture *capture)
{
    struct capture_input *in = &capture->input;
    uint32_t type = 0, len = 0;

    int error = capture_input_need(in, 4);
    if (error == -ENODATA && in->len == 0)
        return fail(capture, -EBADMSG, "it is empty");
    if (!error && rt_load32(in->data) != CAPTURE_SECTION_HEADER)
        return fail(capture, -EBADMSG,
                    "it is no .scap capture (it begins with %02x %02x %02x %02x)", in->data[0],
                    in->data[1], in->data[2], in->data[3]);
    error = peek_block(capture, &type, &len);
    if (!error)
        error = need_block(capture, type, len);
    if (error)
        return error;
    struct capture_cursor body = {in->data + in->pos + CAPTURE_BLOCK_HEADER_SIZE,
                                  len - CAPTURE_BLOCK_OVERHEAD, false};
    error = read_section_header(capture, body);
    if (!error)
        in->pos += len;
    return error;
}

/* The common end of opening: takes the input over. */
static int open_input(struct rt_source **out, struct capture_input input, char *error_text,
                      size_t error_size)
{
    struct capture *capture = calloc(1, sizeof(*capture));
    if (!capture || converter_create(&capture->converter) < 0) {
        free(capture);
        capture_input_close(&input);
        snprintf(error_text, error_size, "out of memory");
        return -ENOMEM;
    }
    capture->source.ops = &capture_ops;
    capture->input = input;
    for (uint32_t type = 0; type < EV__COUNT; type++)
        capture->passes[type] = converter_passes(capture->converter, (uint16_t)type);
    int error = read_beginning(capture);
    if (error) {
        snprintf(error_text, error_size, "%s", capture->source.error);
        capture_close(&capture->source);
        return error;
    }
    *out = &capture->source;
    return 0;
}

int rt_capture_open(struct rt_source **out, const char *path, char *error, size_t error_size)
{
    struct capture_input input;
    int failure = capture_input_open(&input, path);
    if (failure) {
        snprintf(error, error_size, "%s", strerror(-failure));
        return failure;
    }
    return open_input(out, input, error, error_size);
}

int rt_capture_open_memory(struct rt_source **out, const uint8_t *data, size_t len, char *error,
                           size_t error_size)
{
    struct capture_input input;
    int failure = capture_input_open_memory(&input, data, len);
    if (failure) {
        snprintf(error, error_size, "%s", strerror(-failure));
        return failure;
    }
    return open_input(out, input, error, error_size);
}
