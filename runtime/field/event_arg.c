/* Fields that show an event's parameters: evt.arg, evt.rawarg, evt.args, evt.info, evt.buffer,
 * evt.res. Their texts are made in param_text.c. */
#include "../bytes.h"
#include "event.h"
#include "event_facts.h"
#include "param_text.h"

/* Index of the parameter that an argument names, or -1; those that this version of the event lacks
 * do not count. */
static int find_param(const struct rt_event *event, const struct rt_field_ref *ref)
{
    int index = -1;

    if (ref->arg_kind == RT_ARG_INDEX)
        index = ref->index < event->nparams ? (int)ref->index : -1;
    else if (ref->arg_kind == RT_ARG_KEY)
        index = rt_param_find(event->info, ref->key);
    return index < (int)event->nparams ? index : -1;
}

/* --- evt.rawarg --- */

static void give_bits(const struct rt_param_view *view, uint32_t size, bool is_signed,
                      struct rt_values *out)
{
    switch (size) {
    case 1:
        rt_give_i64(out, is_signed ? (int8_t)view->data[0] : view->data[0]);
        break;
    case 2:
        rt_give_i64(out, is_signed ? (int16_t)rt_load16(view->data) : rt_load16(view->data));
        break;
    case 4:
        if (is_signed)
            rt_give_i64(out, (int32_t)rt_load32(view->data));
        else
            rt_give_u64(out, rt_load32(view->data));
        break;
    default:
        rt_give_u64(out, rt_load64(view->data));
        break;
    }
}

static void give_number(const struct rt_param_view *view, uint32_t size, bool is_signed,
                        struct rt_values *out)
{
    if (view->len != size)
        return;
    give_bits(view, size, is_signed, out);
    rt_give_single(out)->len = view->format;
}

static void give_raw(const struct rt_event *event, uint32_t index, struct rt_values *out)
{
    struct rt_param_view view;

    if (!rt_param_look(event, index, &view) || view.len == 0)
        return;
    out->type = view.type;
    switch (view.type) {
    case CAT_TYPE_INT8:
        give_number(&view, 1, true, out);
        break;
    case CAT_TYPE_INT16:
        give_number(&view, 2, true, out);
        break;
    case CAT_TYPE_INT32:
        give_number(&view, 4, true, out);
        break;
    case CAT_TYPE_UINT8:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_L4PROTO:
    case CAT_TYPE_SIGTYPE:
    case CAT_TYPE_SOCKFAMILY:
        give_number(&view, 1, false, out);
        break;
    case CAT_TYPE_UINT16:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_PORT:
    case CAT_TYPE_SYSCALLID:
        give_number(&view, 2, false, out);
        break;
    case CAT_TYPE_UINT32:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
    case CAT_TYPE_MODE:
    case CAT_TYPE_SIGSET:
    case CAT_TYPE_BOOL:
        give_number(&view, 4, false, out);
        break;
    case CAT_TYPE_FD32:
    case CAT_TYPE_PID32:
        give_number(&view, 4, true, out);
        break;
    case CAT_TYPE_INT64:
    case CAT_TYPE_UINT64:
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
    case CAT_TYPE_RELTIME:
    case CAT_TYPE_ABSTIME:
    case CAT_TYPE_DOUBLE:
        give_number(&view, 8, false, out);
        break;
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        if (view.data[view.len - 1] == 0)
            rt_give_cstr(out, (const char *)view.data);
        break;
    case CAT_TYPE_NONE:
    case CAT_TYPE_BYTEBUF:
    case CAT_TYPE_SOCKADDR:
    case CAT_TYPE_SOCKTUPLE:
    case CAT_TYPE_FDLIST:
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_DYN:
    case CAT_TYPE_CHARBUFARRAY:
    case CAT_TYPE_CHARBUF_PAIR_ARRAY:
    case CAT_TYPE_IPV4NET:
    case CAT_TYPE_IPV6ADDR:
    case CAT_TYPE_IPV6NET:
    case CAT_TYPE_IPADDR:
    case CAT_TYPE_IPNET:
    case CAT_TYPE__COUNT:
        rt_give_text(out, (const char *)view.data, view.len);
        break;
    }
}

/* --- evt.args --- */

/* "fd=3(<f>/etc/passwd) size=10" */
static void give_args(struct rt_eval *eval, struct rt_values *out)
{
    const struct rt_event *event = eval->event;
    struct rt_builder builder;

    if (event->type == EV_GENERIC_X) {
        rt_give_text(out, "", 0); /* its parameters only say which call it is */
        return;
    }
    rt_build_begin(&builder, eval);
    for (uint32_t i = 0; i < event->nparams; i++) {
        const bool encode = eval->encode_buffers;
        bool good;

        if (i > 0)
            rt_build_char(&builder, ' ');
        rt_build_cstr(&builder, event->info->params[i].name);
        rt_build_char(&builder, '=');
        eval->encode_buffers = eval->engine->options.buffer_base64;
        good = rt_param_plain(&builder, i);
        eval->encode_buffers = encode;
        if (!good)
            return;

        uint32_t mark = builder.len;
        rt_build_char(&builder, '(');
        rt_param_resolved(&builder, i);
        if (builder.len == mark + 1)
            builder.len = mark;
        else
            rt_build_char(&builder, ')');
    }
    rt_build_give(&builder, out);
}

static void give_res(struct rt_eval *eval, struct rt_values *out)
{
    if (!rt_event_has_result(eval->event))
        return;
    if (rt_event_result(eval->event) >= 0)
        rt_give_cstr(out, "SUCCESS");
    else
        rt_param_give(eval, 0, out);
}

static void give_buffer(const struct rt_event *event, struct rt_values *out)
{
    int index = rt_param_find(event->info, "data");

    if (index >= 0 && index < (int)event->nparams)
        rt_give_text(out, (const char *)event->params[index].data, event->params[index].len);
}

void rt_extract_event_arg(struct rt_eval *eval, const struct rt_field_ref *ref,
                          struct rt_values *out)
{
    int index;

    switch ((int)ref->field) {
    case FIELD_EVT_ARG:
        index = find_param(eval->event, ref);
        if (index >= 0)
            rt_param_give(eval, (uint32_t)index, out);
        break;
    case FIELD_EVT_RAWARG:
        index = find_param(eval->event, ref);
        if (index >= 0)
            give_raw(eval->event, (uint32_t)index, out);
        break;
    case FIELD_EVT_ARGS:
    case FIELD_EVT_INFO:
        give_args(eval, out);
        break;
    case FIELD_EVT_RES:
        give_res(eval, out);
        break;
    case FIELD_EVT_BUFFER:
        give_buffer(eval->event, out);
        break;
    default:
        break;
    }
}
