/* Decoding and encoding of events; see event.h for the layout. */
#include "event.h"

#include "bytes.h"
#include "source/writer.h"

#include <errno.h>

/* Offsets in the header. */
enum { AT_TIME = 0, AT_TID = 8, AT_LEN = 16, AT_TYPE = 20, AT_NPARAMS = 22 };

static_assert(AT_NPARAMS + 4 == RT_EVENT_HEADER_SIZE, "header");

int rt_event_decode(struct rt_event *event, const uint8_t *data, size_t len)
{
    if (len < RT_EVENT_HEADER_SIZE || rt_load32(data + AT_LEN) != len)
        return -EBADMSG;
    uint16_t type = rt_load16(data + AT_TYPE);
    if (type >= EV__COUNT)
        return -EBADMSG;

    const struct cat_event *info = &cat_events[type];
    event->marked = false;
    event->told = false;
    uint32_t nparams = rt_load32(data + AT_NPARAMS);
    uint32_t width = info->flags & CAT_EF_LARGE_PAYLOAD ? 4 : 2;
    if (nparams > (len - RT_EVENT_HEADER_SIZE) / width)
        return -EBADMSG;

    const uint8_t *lengths = data + RT_EVENT_HEADER_SIZE;
    const uint8_t *next = lengths + (size_t)nparams * width;
    size_t left = len - (size_t)(next - data);
    uint32_t known = nparams < info->nparams ? nparams : info->nparams;
    uint32_t i;
    if (width == 2) {
        for (i = 0; i < known; i++) {
            uint32_t size = rt_load16(lengths + (size_t)i * 2);
            if (size > left)
                return -EBADMSG;
            event->params[i].data = next;
            event->params[i].len = size;
            next += size;
            left -= size;
        }
    } else {
        for (i = 0; i < known; i++) {
            uint32_t size = rt_load32(lengths + (size_t)i * 4);
            if (size > left)
                return -EBADMSG;
            event->params[i].data = next;
            event->params[i].len = size;
            next += size;
            left -= size;
        }
    }
    for (; i < info->nparams; i++)
        event->params[i] = (struct rt_param){0};

    event->time_ns = rt_load64(data + AT_TIME);
    event->tid = (int64_t)rt_load64(data + AT_TID);
    event->type = type;
    event->nparams = known;
    event->info = info;
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
