/* Decoding and encoding of events; see event.h for the layout. */
#include "event.h"

#include "bytes.h"
#include "source/writer.h"

#include <errno.h>

/* Offsets in the header. */
enum { AT_TIME = 0, AT_TID = 8, AT_LEN = 16, AT_TYPE = 20, AT_NPARAMS = 22 };

static_assert(AT_NPARAMS + 4 == RT_EVENT_HEADER_SIZE, "header");

/* What the header says. */
struct head {
    const struct cat_event *info;
    const uint8_t *lengths; /* of the parameters, in `width` bytes each */
    uint32_t nparams, known, width;
    size_t left; /* bytes behind the lengths */
};

static inline int read_head(struct head *head, const uint8_t *data, size_t len)
{
    uint16_t type;

    if (len < RT_EVENT_HEADER_SIZE || rt_load32(data + AT_LEN) != len)
        return -EBADMSG;
    type = rt_load16(data + AT_TYPE);
    if (type >= EV__COUNT)
        return -EBADMSG;
    head->info = &cat_events[type];
    head->nparams = rt_load32(data + AT_NPARAMS);
    head->width = head->info->flags & CAT_EF_LARGE_PAYLOAD ? 4 : 2;
    if (head->nparams > (len - RT_EVENT_HEADER_SIZE) / head->width)
        return -EBADMSG;
    head->lengths = data + RT_EVENT_HEADER_SIZE;
    head->left = len - RT_EVENT_HEADER_SIZE - (size_t)head->nparams * head->width;
    head->known = head->nparams < head->info->nparams ? head->nparams : head->info->nparams;
    return 0;
}

static inline void take_head(struct rt_event *event, const struct head *head, const uint8_t *data)
{
    event->marked = false;
    event->told = false;
    event->time_ns = rt_load64(data + AT_TIME);
    event->tid = (int64_t)rt_load64(data + AT_TID);
    event->type = rt_load16(data + AT_TYPE);
    event->nparams = head->known;
    event->info = head->info;
}

static inline uint32_t length_at(const struct head *head, uint32_t i)
{
    return head->width == 2 ? rt_load16(head->lengths + (size_t)i * 2)
                            : rt_load32(head->lengths + (size_t)i * 4);
}

/* Whether all parameters that are known lie within the event. */
static inline bool fits(const struct head *head)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < head->known; i++)
        sum += length_at(head, i);
    return sum <= head->left;
}

int rt_event_decode_header(struct rt_event *event, const uint8_t *data, size_t len)
{
    struct head head;

    if (read_head(&head, data, len) != 0 || !fits(&head))
        return -EBADMSG;
    take_head(event, &head, data);
    event->undecoded = data;
    event->undecoded_len = (uint32_t)len;
    return 0;
}

int rt_event_decode(struct rt_event *event, const uint8_t *data, size_t len)
{
    const uint8_t *first;
    struct head head;
    uint64_t at = 0;
    uint32_t i;

    if (read_head(&head, data, len) != 0)
        return -EBADMSG;
    first = data + (len - head.left);
    for (i = 0; i < head.known; i++) {
        const uint32_t size = length_at(&head, i);

        event->params[i].data = first + at;
        event->params[i].len = size;
        at += size;
    }
    if (at > head.left)
        return -EBADMSG;
    for (; i < head.info->nparams; i++)
        event->params[i] = (struct rt_param){0};
    take_head(event, &head, data);
    event->undecoded = NULL;
    return 0;
}

int rt_event_encode(uint8_t *out, uint32_t size, uint64_t time_ns, int64_t tid, uint16_t type,
                    const struct rt_param *params, uint32_t nparams)
{
    uint32_t width = cat_events[type].flags & CAT_EF_LARGE_PAYLOAD ? 4 : 2;
    uint64_t len = RT_EVENT_HEADER_SIZE + (uint64_t)nparams * width;
    for (uint32_t i = 0; i < nparams; i++) {
        if (width == 2 && params[i].len > UINT16_MAX)
            return -ENOSPC;
        len += params[i].len;
    }
    if (len > size || len > INT32_MAX)
        return -ENOSPC;

    rt_store64(out + AT_TIME, time_ns);
    rt_store64(out + AT_TID, (uint64_t)tid);
    rt_store32(out + AT_LEN, (uint32_t)len);
    rt_store16(out + AT_TYPE, type);
    rt_store32(out + AT_NPARAMS, nparams);
    uint8_t *lengths = out + RT_EVENT_HEADER_SIZE;
    uint8_t *next = lengths + (size_t)nparams * width;
    for (uint32_t i = 0; i < nparams; i++) {
        if (width == 2)
            rt_store16(lengths + (size_t)i * 2, (uint16_t)params[i].len);
        else
            rt_store32(lengths + (size_t)i * 4, params[i].len);
        if (params[i].len > 0)
            memcpy(next, params[i].data, params[i].len);
        next += params[i].len;
    }
    return (int)len;
}

/* What stands for a number that is not there. */
static int64_t no_number(const struct rt_event *event, uint32_t index)
{
    if (index >= event->info->nparams)
        return 0;
    enum cat_type type = event->info->params[index].type;
    return type == CAT_TYPE_FD || type == CAT_TYPE_FD32 ? -1 : 0;
}

int64_t rt_param_i64(const struct rt_event *event, uint32_t index)
{
    if (index >= event->nparams)
        return no_number(event, index);
    const struct rt_param *param = &event->params[index];
    switch (param->len) {
    case 1:
        return (int8_t)param->data[0];
    case 2:
        return (int16_t)rt_load16(param->data);
    case 4:
        return (int32_t)rt_load32(param->data);
    case 8:
        return (int64_t)rt_load64(param->data);
    default:
        return no_number(event, index);
    }
}

uint64_t rt_param_u64(const struct rt_event *event, uint32_t index)
{
    if (index >= event->nparams)
        return 0;
    const struct rt_param *param = &event->params[index];
    switch (param->len) {
    case 1:
        return param->data[0];
    case 2:
        return rt_load16(param->data);
    case 4:
        return rt_load32(param->data);
    case 8:
        return rt_load64(param->data);
    default:
        return 0;
    }
}

const char *rt_param_str(const struct rt_event *event, uint32_t index, uint32_t *len)
{
    if (index < event->nparams && event->params[index].len > 0) {
        const struct rt_param *param = &event->params[index];
        const uint8_t *end = memchr(param->data, 0, param->len);
        if (end) {
            *len = (uint32_t)(end - param->data);
            return (const char *)param->data;
        }
    }
    *len = 0;
    return "";
}

int rt_param_find(const struct cat_event *info, const char *name)
{
    for (uint32_t i = 0; i < info->nparams; i++) {
        if (strcmp(info->params[i].name, name) == 0)
            return (int)i;
    }
    return -1;
}
