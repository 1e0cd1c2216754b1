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
#include "capture_event.h"

#include "../state/state.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Of which parameters are read, unless the engine says otherwise. */
static const uint8_t all_read[EV__COUNT];

int capture_fail(struct capture *capture, int error, const char *format, ...)
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
        return capture_fail(capture, -EBADMSG,
                            "the capture ends in the middle of a block (type 0x%x, at byte %" PRIu64
                            ")",
                            type, place(capture));
    return capture_fail(capture, error, "%s (at byte %" PRIu64 ")", capture->input.failure_text,
                        place(capture));
}

int capture_peek_block(struct capture *capture, uint32_t *type, uint32_t *len)
{
    struct capture_input *in = &capture->input;
    int error = capture_input_need(in, CAPTURE_BLOCK_HEADER_SIZE);
    if (error) {
        if (error == -ENODATA && in->len == in->pos)
            return RT_SOURCE_END;
        if (error == -ENODATA)
            return capture_fail(
                capture, -EBADMSG,
                "the capture ends in the middle of a block's header (at byte %" PRIu64 ")",
                place(capture));
        return fail_short(capture, error, 0);
    }
    *type = rt_load32(in->data + in->pos);
    *len = rt_load32(in->data + in->pos + 4);
    if (*len < CAPTURE_BLOCK_OVERHEAD)
        return capture_fail(capture, -EBADMSG,
                            "a block's length is impossible (type 0x%x, length %u, at byte %" PRIu64
                            ")",
                            *type, *len, place(capture));
    return 0;
}

static int fail_trailer(struct capture *capture, uint32_t type, uint32_t len, uint32_t trailer)
{
    return capture_fail(capture, -EBADMSG,
                        "the two lengths of a block differ: %u and %u (type 0x%x, at byte %" PRIu64
                        ")",
                        len, trailer, type, place(capture));
}

int capture_need_block(struct capture *capture, uint32_t type, uint32_t len)
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

bool capture_is_event_block(uint32_t type)
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
        return capture_fail(capture, -EBADMSG,
                            "a section header is too short (at byte %" PRIu64 ")", place(capture));
    if (magic == __builtin_bswap32(CAPTURE_BYTE_ORDER_MAGIC))
        return capture_fail(capture, -EBADMSG, "the capture is big endian, which is not supported");
    if (magic != CAPTURE_BYTE_ORDER_MAGIC)
        return capture_fail(capture, -EBADMSG, "a section header has a wrong magic number, 0x%x",
                            magic);
    if (major > CAPTURE_MAJOR_VERSION)
        return capture_fail(capture, -EBADMSG,
                            "the capture has version %u.%u; this reads %u.%u and older", major,
                            minor, CAPTURE_MAJOR_VERSION, CAPTURE_MINOR_VERSION);
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

    while ((error = capture_peek_block(capture, &type, &len)) == 0) {
        if (capture_is_event_block(type))
            return 0;
        if (type != CAPTURE_SECTION_HEADER && type < 0x80000000u &&
            (type < CAPTURE_MACHINE_INFO || type > CAPTURE_EVENT_FLAGS_LARGE)) {
            error = skip_block(capture, type, len);
            if (error)
                return error;
            continue;
        }
        error = capture_need_block(capture, type, len);
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

int capture_between_events(struct capture *capture, uint32_t type, uint32_t len)
{
    if (type != CAPTURE_SECTION_HEADER)
        return skip_block(capture, type, len);
    converter_clear(capture->converter);
    int error = read_lists(capture);
    rt_state_start_done(capture->state);
    return error;
}

static void capture_stats(struct rt_source *source, struct rt_source_stats *stats)
{
    *stats = ((struct capture *)source)->stats;
    stats->events = ((struct capture *)source)->number;
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
        return capture_fail(capture, -EBADMSG, "it is empty");
    if (!error && rt_load32(in->data) != CAPTURE_SECTION_HEADER)
        return capture_fail(capture, -EBADMSG,
                            "it is no .scap capture (it begins with %02x %02x %02x %02x)",
                            in->data[0], in->data[1], in->data[2], in->data[3]);
    error = capture_peek_block(capture, &type, &len);
    if (!error)
        error = capture_need_block(capture, type, len);
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
    capture->source.unread = all_read;
    capture->input = input;
    for (uint32_t type = 0; type < EV__COUNT; type++)
        capture->plain[type] = converter_passes(capture->converter, (uint16_t)type) &&
                               !(cat_events[type].flags & CAT_EF_LARGE_PAYLOAD);
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
