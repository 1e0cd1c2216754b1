/* Decoding and encoding of events; see event.h for the layout. */
#include "event.h"

#include "decode.h"
#include "source/writer.h"

#include <errno.h>

static inline uint32_t length_at(const uint8_t *lengths, uint32_t width, uint32_t i)
{
    return width == 2 ? rt_load16(lengths + (size_t)i * 2) : rt_load32(lengths + (size_t)i * 4);
}

/* An event with fewer or more parameters than the table knows, or with long ones. */
static int decode_other(struct rt_event *event, const uint8_t *data, size_t len,
                        const struct cat_event *info)
{
    const uint8_t *lengths = data + RT_EVENT_HEADER_SIZE, *first;
    const uint32_t n = rt_load32(data + RT_EVENT_AT_NPARAMS);
    const uint32_t width = info->flags & CAT_EF_LARGE_PAYLOAD ? 4 : 2;
    const uint32_t known = n < info->nparams ? n : info->nparams;
    uint64_t at = 0;

    if (n > (len - RT_EVENT_HEADER_SIZE) / width)
        return -EBADMSG;
    first = lengths + (size_t)n * width;
    const bool has_resolved =
        n == info->nparams + 1 && rt_event_resolves(rt_load16(data + RT_EVENT_AT_TYPE));
    for (uint32_t i = 0; i < known + has_resolved; i++) {
        const uint32_t size = length_at(lengths, width, i);

        event->params[i] = (struct rt_param){first + at, size};
        at += size;
    }
    if (at > len - RT_EVENT_HEADER_SIZE - (size_t)n * width)
        return -EBADMSG;
    for (uint32_t i = known; i < info->nparams; i++)
        event->params[i] = (struct rt_param){0};
    event->undecoded = NULL;
    rt_decode_head(event, data, info, known);
    event->has_resolved = has_resolved;
    return 0;
}

int rt_event_decode(struct rt_event *event, const uint8_t *data, size_t len)
{
    const struct cat_event *info;
    uint16_t type;

    if (len < RT_EVENT_HEADER_SIZE || rt_load32(data + RT_EVENT_AT_LEN) != len)
        return -EBADMSG;
    type = rt_load16(data + RT_EVENT_AT_TYPE);
    if (type >= EV__COUNT)
        return -EBADMSG;
    info = &cat_events[type];
    if (!(info->flags & CAT_EF_LARGE_PAYLOAD) && rt_decode_plain(event, data, (uint32_t)len, info))
        return 0;
    return decode_other(event, data, len, info);
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

    rt_store64(out + RT_EVENT_AT_TIME, time_ns);
    rt_store64(out + RT_EVENT_AT_TID, (uint64_t)tid);
    rt_store32(out + RT_EVENT_AT_LEN, (uint32_t)len);
    rt_store16(out + RT_EVENT_AT_TYPE, type);
    rt_store32(out + RT_EVENT_AT_NPARAMS, nparams);
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

int64_t rt_param_i64_short(const struct rt_event *event, uint32_t index)
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
    default:
        return no_number(event, index);
    }
}

uint64_t rt_param_u64_short(const struct rt_event *event, uint32_t index)
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
    default:
        return 0;
    }
}

static const struct rt_param none = {0};

static const char *text_of(const struct rt_param *param, uint32_t *len)
{
    const uint8_t *end = param->len > 0 ? memchr(param->data, 0, param->len) : NULL;

    *len = end ? (uint32_t)(end - param->data) : 0;
    return end ? (const char *)param->data : "";
}

const char *rt_param_str(const struct rt_event *event, uint32_t index, uint32_t *len)
{
    return text_of(index < event->nparams ? &event->params[index] : &none, len);
}

const char *rt_event_resolved(const struct rt_event *event, uint32_t *len)
{
    return text_of(event->has_resolved ? &event->params[event->info->nparams] : &none, len);
}

int rt_param_find(const struct cat_event *info, const char *name)
{
    for (uint32_t i = 0; i < info->nparams; i++) {
        if (strcmp(info->params[i].name, name) == 0)
            return (int)i;
    }
    return -1;
}
