/* The .scap format, as far as reader and writer share it, and the reader's own state.
 *
 * A capture is a row of blocks: {u32 type, u32 length} body {u32 length}, the length counting all
 * of it and padded to 4 bytes. A section header comes first; then the state of the machine when
 * recording began (machine, interfaces, users, processes, fds); then the events. Captures may be
 * appended to one another: a new section header starts over. Everything is little endian.
 *
 * Numbers and layouts: libs 0.26, userspace/libscap/scap_savefile.h and its savefile engine, and
 * captures recorded with it.
 */
#ifndef RULEC_CAPTURE_H
#define RULEC_CAPTURE_H

#include "../bytes.h"
#include "capture_input.h"
#include "convert.h"
#include "source.h"

/* Block types. The versions before the format was published ("unofficial") differ in number only.
 */
enum capture_block_type {
    CAPTURE_SECTION_HEADER = 0x0a0d0d0a,
    CAPTURE_MACHINE_INFO = 0x201,
    CAPTURE_PROCLIST_V1 = 0x202,
    CAPTURE_FDLIST_V1 = 0x203,
    CAPTURE_EVENT_V1 = 0x204, /* no parameter count in the event's header */
    CAPTURE_IFLIST_V1 = 0x205,
    CAPTURE_USERLIST_V1 = 0x206,
    CAPTURE_PROCLIST_V2 = 0x207,
    CAPTURE_EVENT_FLAGS_V1 = 0x208,
    CAPTURE_PROCLIST_V3 = 0x209,
    CAPTURE_PROCLIST_V4 = 0x210,
    CAPTURE_PROCLIST_V5 = 0x211,
    CAPTURE_PROCLIST_V6 = 0x212,
    CAPTURE_PROCLIST_V7 = 0x213,
    CAPTURE_PROCLIST_V8 = 0x214,
    CAPTURE_PROCLIST_V9 = 0x215, /* from here on each entry says its length */
    CAPTURE_EVENT_V2 = 0x216,
    CAPTURE_EVENT_FLAGS_V2 = 0x217,
    CAPTURE_FDLIST_V2 = 0x218,
    CAPTURE_IFLIST_V2 = 0x219,
    CAPTURE_USERLIST_V2 = 0x220,
    CAPTURE_EVENT_LARGE = 0x221, /* the event may exceed 64 KiB */
    CAPTURE_EVENT_FLAGS_LARGE = 0x222
};

#define CAPTURE_UNOFFICIAL_PROCLIST_V1  0x8000abcdu
#define CAPTURE_UNOFFICIAL_FDLIST       0x8001abcdu
#define CAPTURE_UNOFFICIAL_MACHINE_INFO 0x8002abcdu
#define CAPTURE_UNOFFICIAL_EVENT        0x8010abcdu
#define CAPTURE_UNOFFICIAL_IFLIST       0x8011abcdu
#define CAPTURE_UNOFFICIAL_USERLIST     0x8012abcdu
#define CAPTURE_UNOFFICIAL_PROCLIST_V2  0x8013abcdu
#define CAPTURE_UNOFFICIAL_PROCLIST_V3  0x8014abcdu

#define CAPTURE_BYTE_ORDER_MAGIC  0x1a2b3c4du
#define CAPTURE_MAJOR_VERSION     1
#define CAPTURE_MINOR_VERSION     2
#define CAPTURE_BLOCK_HEADER_SIZE 8
#define CAPTURE_BLOCK_OVERHEAD    12 /* header and trailer */
#define CAPTURE_HOSTNAME_SIZE     128
#define CAPTURE_MACHINE_INFO_SIZE (4 + 8 + 8 + CAPTURE_HOSTNAME_SIZE + 8 + 8 + 8 + 8)

/* The address families of an interface list. */
enum capture_iftype {
    CAPTURE_IF_IPV4 = 1,
    CAPTURE_IF_IPV6 = 2,
    CAPTURE_IF_IPV4_NO_SPEED = 3, /* older: without the link's speed */
    CAPTURE_IF_IPV6_NO_SPEED = 4
};

/* Entries of a user list. */
enum capture_usertype { CAPTURE_USER = 0, CAPTURE_GROUP = 1 };

struct capture {
    struct rt_source source;
    struct capture_input input;
    struct rt_state *state; /* borrowed from start() on */
    struct converter *converter;
    uint64_t number; /* of the last event delivered; they count from 1 */
    bool seen_event; /* delivered or not */
    int broken;      /* negative errno: nothing can be read beyond; source.error tells */
    struct rt_source_stats stats; /* but for the events, which number counts */
    /* By event number: 1 for those that converter_passes(), with lengths of 16 bits. */
    uint8_t plain[EV__COUNT];
};

/* Part of a block, read from the front. Reading beyond the end gives zeros and empty texts and sets
 * failed, so that a row of reads is checked once behind it. */
struct capture_cursor {
    const uint8_t *data; /* left bytes */
    size_t left;
    bool failed;
};

static inline const uint8_t *cursor_take(struct capture_cursor *cursor, size_t n)
{
    static const uint8_t zeros[64];
    if (n > cursor->left) {
        cursor->failed = true;
        cursor->left = 0;
        return n <= sizeof(zeros) ? zeros : NULL;
    }
    const uint8_t *data = cursor->data;
    cursor->data += n;
    cursor->left -= n;
    return data;
}

static inline uint8_t cursor_u8(struct capture_cursor *cursor)
{
    return *cursor_take(cursor, 1);
}

static inline uint16_t cursor_u16(struct capture_cursor *cursor)
{
    return rt_load16(cursor_take(cursor, 2));
}

static inline uint32_t cursor_u32(struct capture_cursor *cursor)
{
    return rt_load32(cursor_take(cursor, 4));
}

static inline uint64_t cursor_u64(struct capture_cursor *cursor)
{
    return rt_load64(cursor_take(cursor, 8));
}

/* Each body reader takes the body of one block and adds what it holds to the state. It stops at the
 * first entry that does not fit and returns false; what came before has been added. */
bool capture_read_proclist(struct rt_state *state, uint32_t block_type, struct capture_cursor body);
bool capture_read_fdlist(struct rt_state *state, uint32_t block_type, struct capture_cursor body);
bool capture_read_userlist(struct rt_state *state, uint32_t block_type, struct capture_cursor body);
bool capture_read_iflist(struct rt_state *state, uint32_t block_type, struct capture_cursor body);

#endif
