/* An event as the runtime sees it: one header and up to CAT_MAX_PARAMS parameters that point into
 * the bytes they came in. Nothing is copied; the event is good until its source is asked for the
 * next one.
 *
 * The encoding is that of a .scap event block (and of the kernel side's ring buffer, see bpf/): a
 * packed header {u64 time, u64 tid, u32 length, u16 type, u32 nparams}, then nparams lengths of 16
 * bits (32 where the event has CAT_EF_LARGE_PAYLOAD), then the parameters' bytes without padding,
 * little endian.
 */
#ifndef RULEC_EVENT_H
#define RULEC_EVENT_H

#include "bytes.h"
#include "catalog/catalog.h"

#define RT_EVENT_HEADER_SIZE 26

struct rt_param {
    const uint8_t
        *data; /* len bytes; unaligned; NULL with len 0: the parameter is missing in this version */
    uint32_t len; /* 0: empty, no value */
};

struct rt_event {
    uint64_t number;  /* evt.num: counts from 1 in the order of the source */
    uint64_t time_ns; /* since 1970 */
    int64_t tid;
    uint16_t type; /* EV_ */
    uint16_t cpu;
    uint32_t block_flags; /* of the capture's event block; 0 else */
    bool marked;          /* the filter, in shadow, would have dropped it */
    bool
        told; /* it says what was kept back when it happened, for the state only: no rule sees it */
    bool by_ring; /* not by a system call, but an operation of an io_uring; captures do not tell */
    /* Of an opening, params[info->nparams] is there too: the path of the file as the kernel
     * resolved it. A parameter of our own, behind those of the table, which others pass over. */
    bool has_resolved;
    /* Of an event that nobody reads a parameter of (rt_source.unread): what rt_event_decode would
     * decode, undecoded_len bytes. NULL: it is decoded. */
    const uint8_t *undecoded;
    uint32_t undecoded_len;
    uint32_t nparams; /* as encoded, but at most info->nparams */
    const struct cat_event *info;
    struct rt_param params[CAT_MAX_PARAMS]; /* those from nparams to info->nparams are missing;
                                               beyond that nothing may be read */
};

/* Decodes len bytes at data into event (number, cpu and block_flags are the caller's). The length
 * in the header must be len. Returns 0, or -EBADMSG if the bytes lie: unknown type, lengths that do
 * not add up, too many parameters. Newer encodings with more parameters than the table knows are
 * accepted, the rest ignored. */
int rt_event_decode(struct rt_event *event, const uint8_t *data, size_t len);

/* Values of parameters that are not there, or have not 8 bytes. */
int64_t rt_param_i64_short(const struct rt_event *event, uint32_t index);
uint64_t rt_param_u64_short(const struct rt_event *event, uint32_t index);

/* Parameter values, by index; a missing or short parameter gives 0 (or -1 for the fd): 8, 4, 2 or 1
 * bytes, sign-extended. */
static inline int64_t rt_param_i64(const struct rt_event *event, uint32_t index)
{
    if (index < event->nparams && event->params[index].len == 8)
        return (int64_t)rt_load64(event->params[index].data);
    return rt_param_i64_short(event, index);
}

/* Likewise, zero-extended. */
static inline uint64_t rt_param_u64(const struct rt_event *event, uint32_t index)
{
    if (index < event->nparams && event->params[index].len == 8)
        return rt_load64(event->params[index].data);
    return rt_param_u64_short(event, index);
}

/* Text of a parameter: never NULL, NUL-terminated within its bytes or else empty; *len without the
 * NUL. */
const char *rt_param_str(const struct rt_event *event, uint32_t index, uint32_t *len);

/* Text of the resolved path, as above; empty if there is none. */
const char *rt_event_resolved(const struct rt_event *event, uint32_t *len);

/* Whether events of that type may have it: those of calls that open files. */
static inline bool rt_event_resolves(uint16_t type)
{
    return type == EV_OPEN_X || type == EV_OPENAT_2_X || type == EV_OPENAT2_X ||
           type == EV_CREAT_X || type == EV_OPEN_BY_HANDLE_AT_X;
}

/* Index of the parameter of that name, or -1. */
int rt_param_find(const struct cat_event *info, const char *name);

#endif
