/* Event parameters as text. See param_text.h. */
#include "param_text.h"

#include "../bytes.h"
#include "base64.h"
#include "names.h"

#include <time.h>

/* Falco's address families in sockaddr and socktuple parameters. */
enum { FAMILY_UNIX = 1, FAMILY_INET = 2, FAMILY_INET6 = 10 };

/* Falco lists the fds of a poll in a buffer of this size, and stops where it ends. */
#define FDLIST_TEXT_SIZE 1024

const char rt_param_not_available[RT_PARAM_NOT_AVAILABLE_SIZE] = "<NA>";

/* Types that the first byte of a dynamic parameter selects. Source: Falco's dynamic parameter
 * tables for sockopt, ptrace, bpf and keyctl. */
static enum cat_type dynamic_type(uint16_t event_type, uint8_t selector)
{
    static const enum cat_type sockopt[] = {CAT_TYPE_BYTEBUF, CAT_TYPE_ERRNO, CAT_TYPE_UINT32,
                                            CAT_TYPE_UINT64, CAT_TYPE_RELTIME};
    static const enum cat_type ptrace[] = {CAT_TYPE_UINT64, CAT_TYPE_SIGTYPE};
    static const enum cat_type bpf[] = {CAT_TYPE_FD, CAT_TYPE_ERRNO};
    static const enum cat_type keyctl[] = {CAT_TYPE_INT64, CAT_TYPE_CHARBUF};

    switch (event_type) {
    case EV_SETSOCKOPT_X:
    case EV_GETSOCKOPT_X:
        return selector < 5 ? sockopt[selector] : CAT_TYPE_DYN;
    case EV_PTRACE_X:
        return selector < 2 ? ptrace[selector] : CAT_TYPE_DYN;
    case EV_BPF_X:
        return selector < 2 ? bpf[selector] : CAT_TYPE_DYN;
    case EV_KEYCTL_X:
        return selector < 2 ? keyctl[selector] : CAT_TYPE_DYN;
    default:
        return CAT_TYPE_DYN;
    }
}

static bool is_text(enum cat_type type)
{
    return type == CAT_TYPE_CHARBUF || type == CAT_TYPE_FSPATH || type == CAT_TYPE_FSRELPATH;
}

bool rt_param_look(const struct rt_event *event, uint32_t index, struct rt_param_view *view)
{
    if (index >= event->nparams)
        return false;
    const struct cat_param *info = &event->info->params[index];
    const struct rt_param *param = &event->params[index];

    *view = (struct rt_param_view){.type = info->type,
                                   .format = info->format,
                                   .flags = info->flags,
                                   .data = param->data,
                                   .len = param->len};
    if (view->type == CAT_TYPE_DYN && view->len > 0) {
        view->type = dynamic_type(event->type, view->data[0]);
        if (view->type != CAT_TYPE_DYN) {
            view->data++;
            view->len--;
        }
    }
    /* Older captures write the text (NULL) for what newer ones leave out. */
    if (is_text(view->type) &&
        (view->len == 0 || (view->len == 7 && memcmp(view->data, "(NULL)", 7) == 0))) {
        view->data = (const uint8_t *)rt_param_not_available;
        view->len = sizeof(rt_param_not_available);
    }
    return true;
}

uint64_t rt_param_view_number(const struct rt_param_view *view)
{
    switch (view->len) {
    case 1:
        return view->data[0];
    case 2:
        return rt_load16(view->data);
    case 4:
        return rt_load32(view->data);
    case 8:
        return rt_load64(view->data);
    default:
        return 0;
    }
}

int64_t rt_param_view_signed(const struct rt_param_view *view)
{
    switch (view->len) {
    case 1:
        return (int8_t)view->data[0];
    case 2:
        return (int16_t)rt_load16(view->data);
    case 4:
        return (int32_t)rt_load32(view->data);
    default:
        return (int64_t)rt_param_view_number(view);
    }
}

/* --- plain numbers --- */

/* Falco prints unsigned numbers of 32 and 64 bits in decimal as if they were signed. */
static int64_t decimal_of(const struct rt_param_view *view)
{
    if (view->type == CAT_TYPE_UINT8 || view->type == CAT_TYPE_UINT16)
        return (int64_t)rt_param_view_number(view);
    return rt_param_view_signed(view);
}

static void add_number(struct rt_builder *builder, const struct rt_param_view *view)
{
    unsigned long long bits = rt_param_view_number(view);

    switch (view->format) {
    case CAT_FORMAT_OCT:
        rt_build_printf(builder, "%#llo", bits);
        break;
    case CAT_FORMAT_HEX:
        /* Negative ones narrower than 32 bits are widened first, as printf does. */
        if (view->type == CAT_TYPE_INT8 || view->type == CAT_TYPE_INT16)
            bits = (uint32_t)rt_param_view_signed(view);
        rt_build_printf(builder, "%llX", bits);
        break;
    case CAT_FORMAT_PADDED_DEC:
        rt_build_printf(builder, "%09lld", (long long)decimal_of(view));
        break;
    case CAT_FORMAT_NA:
    case CAT_FORMAT_DEC:
    case CAT_FORMAT_ID:
    case CAT_FORMAT_DIR:
    case CAT_FORMAT__COUNT:
        rt_build_i64(builder, decimal_of(view));
        break;
    }
}

static void add_time(struct rt_builder *builder, uint64_t ns)
{
    time_t seconds = (time_t)(ns / 1000000000);
    char text[32];
    struct tm tm;

    if (!localtime_r(&seconds, &tm) || !strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S.", &tm))
        return;
    rt_build_printf(builder, "%s%09u", text, (unsigned)(ns % 1000000000));
}

static void add_base64(struct rt_builder *builder, const uint8_t *data, uint32_t len)
{
    char text[64];

    for (uint32_t i = 0; i < len; i += 48) {
        const uint32_t n = len - i < 48 ? len - i : 48;

        rt_base64(text, data + i, n);
        rt_build_add(builder, text, rt_base64_len(n));
    }
}

static void add_dots(struct rt_builder *builder, const uint8_t *data, uint32_t len)
{
    for (uint32_t i = 0; i < len; i++)
        rt_build_char(builder, data[i] >= 0x20 && data[i] < 0x7f ? (char)data[i] : '.');
}

/* --- addresses --- */

static void add_port(struct rt_builder *builder, const uint8_t *port)
{
    rt_build_char(builder, ':');
    rt_build_u64(builder, rt_load16(port));
}

/* address and port, at their places in a sockaddr or a tuple */
static void add_endpoint(struct rt_builder *builder, const uint8_t *address, uint32_t len)
{
    rt_build_address(builder, address, len);
    add_port(builder, address + len);
}

static bool ends_in_nul(const struct rt_param_view *view)
{
    return view->data[view->len - 1] == 0;
}

static void add_sockaddr(struct rt_builder *builder, const struct rt_param_view *view)
{
    const uint8_t *data = view->data;

    switch (data[0]) {
    case FAMILY_UNIX:
        if (view->len >= 2 && ends_in_nul(view))
            rt_build_cstr(builder, (const char *)data + 1);
        else
            rt_build_cstr(builder, "INVALID PATH");
        break;
    case FAMILY_INET:
        if (view->len >= 7)
            add_endpoint(builder, data + 1, 4);
        else
            rt_build_cstr(builder, "INVALID IPv4");
        break;
    case FAMILY_INET6:
        if (view->len >= 19)
            add_endpoint(builder, data + 1, 16);
        else
            rt_build_cstr(builder, "INVALID IPv6");
        break;
    default:
        rt_build_printf(builder, "family %d", data[0]);
        break;
    }
}

/* An IPv4 address inside IPv6; all zeros counts as one too. */
static bool is_mapped(const uint8_t *address)
{
    static const uint8_t zeros[16];

    return memcmp(address, zeros, 10) == 0 &&
           ((address[10] == 0xff && address[11] == 0xff) || memcmp(address, zeros, 16) == 0);
}

static void add_tuple(struct rt_builder *builder, const struct rt_param_view *view)
{
    const uint8_t *data = view->data;

    switch (data[0]) {
    case FAMILY_UNIX:
        if (view->len < 18 || !ends_in_nul(view)) {
            rt_build_cstr(builder, "INVALID PATH");
            break;
        }
        rt_build_printf(builder, "%llx->%llx ", (unsigned long long)rt_load64(data + 1),
                        (unsigned long long)rt_load64(data + 9));
        rt_build_cstr(builder, (const char *)data + 17);
        break;
    case FAMILY_INET:
        if (view->len < 13) {
            rt_build_cstr(builder, "INVALID IPv4");
            break;
        }
        add_endpoint(builder, data + 1, 4);
        rt_build_cstr(builder, "->");
        add_endpoint(builder, data + 7, 4);
        break;
    case FAMILY_INET6:
        if (view->len < 37) {
            rt_build_cstr(builder, "INVALID IPv6");
        } else if (is_mapped(data + 1) && is_mapped(data + 19)) {
            add_endpoint(builder, data + 1 + 12, 4);
            rt_build_cstr(builder, "->");
            add_endpoint(builder, data + 19 + 12, 4);
        } else {
            add_endpoint(builder, data + 1, 16);
            rt_build_cstr(builder, "->");
            add_endpoint(builder, data + 19, 16);
        }
        break;
    default:
        rt_build_printf(builder, "family %d", data[0]);
        break;
    }
}

/* --- lists --- */

/* What poll waits for: "3:f1 7:p1", each fd with its type's letter and its events in hexadecimal.
 */
static bool add_fdlist(struct rt_builder *builder, const struct rt_param_view *view)
{
    const struct rt_eval *eval = builder->eval;
    uint32_t start = builder->len;

    if (view->len < 2)
        return false;
    uint32_t n = rt_load16(view->data);
    if ((view->len - 2) / 10 < n)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        const uint8_t *entry = view->data + 2 + (size_t)i * 10;
        int64_t number = (int64_t)rt_load64(entry);
        const struct rt_fd *fd =
            eval->thread ? rt_state_fd(eval->engine->state, eval->thread, number) : NULL;

        rt_build_printf(builder, "%s%llu:%c%x", i > 0 ? " " : "", (unsigned long long)number,
                        fd ? rt_fd_type_char(fd->type) : '?',
                        (unsigned)(int16_t)rt_load16(entry + 8));
        if (builder->len - start >= FDLIST_TEXT_SIZE - 2) {
            if (builder->len - start > FDLIST_TEXT_SIZE - 1)
                builder->len = start + FDLIST_TEXT_SIZE - 1;
            break;
        }
    }
    return true;
}

static void add_sigset(struct rt_builder *builder, uint32_t set)
{
    bool first = true;

    for (uint32_t i = 0; i < 32; i++) {
        const char *name = set >> i & 1 ? rt_signal_name(i + 1) : NULL;

        if (!name)
            continue;
        if (!first)
            rt_build_char(builder, ' ');
        rt_build_cstr(builder, name);
        first = false;
    }
}

/* --- plain --- */

static bool plain_empty(struct rt_builder *builder, enum cat_type type)
{
    switch ((int)type) {
    case CAT_TYPE_BYTEBUF:
    case CAT_TYPE_SOCKTUPLE:
    case CAT_TYPE_FDLIST:
    case CAT_TYPE_CHARBUFARRAY:
    case CAT_TYPE_CHARBUF_PAIR_ARRAY:
    case CAT_TYPE_DYN:
        rt_build_cstr(builder, "NULL");
        break;
    default:
        rt_build_cstr(builder, rt_param_not_available);
        break;
    }
    return true;
}

static bool plain(struct rt_builder *builder, const struct rt_param_view *view)
{
    if (view->len == 0)
        return plain_empty(builder, view->type);
    if (cat_type_size(view->type) != 0 && cat_type_size(view->type) != view->len)
        return false;

    switch (view->type) {
    case CAT_TYPE_INT8:
    case CAT_TYPE_INT16:
    case CAT_TYPE_INT32:
    case CAT_TYPE_INT64:
    case CAT_TYPE_UINT8:
    case CAT_TYPE_UINT16:
    case CAT_TYPE_UINT32:
    case CAT_TYPE_UINT64:
    case CAT_TYPE_MODE:
        add_number(builder, view);
        return true;
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
        rt_build_i64(builder, rt_param_view_signed(view));
        return true;
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
        rt_build_i64(builder, (int32_t)rt_param_view_number(view));
        return true;
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_SIGTYPE:
        rt_build_u64(builder, rt_param_view_number(view));
        return true;
    case CAT_TYPE_SYSCALLID:
        if (rt_param_view_number(view) > CAT_MAX_SYSCALL_CODE)
            rt_build_cstr(builder, "<unknown syscall>");
        else
            rt_build_u64(builder, rt_param_view_number(view));
        return true;
    case CAT_TYPE_RELTIME:
        if (rt_param_view_number(view) == UINT64_MAX)
            rt_build_cstr(builder, "none");
        else
            rt_build_u64(builder, rt_param_view_number(view));
        return true;
    case CAT_TYPE_ABSTIME:
        add_time(builder, rt_param_view_number(view));
        return true;
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        /* exactly one string */
        if (strnlen((const char *)view->data, view->len) != view->len - 1)
            return false;
        rt_build_add(builder, (const char *)view->data, view->len - 1);
        return true;
    case CAT_TYPE_BYTEBUF:
        if (builder->eval->encode_buffers)
            add_base64(builder, view->data, view->len);
        else
            add_dots(builder, view->data, view->len);
        return true;
    case CAT_TYPE_SOCKADDR:
        add_sockaddr(builder, view);
        return true;
    case CAT_TYPE_SOCKTUPLE:
        add_tuple(builder, view);
        return true;
    case CAT_TYPE_FDLIST:
        return add_fdlist(builder, view);
    case CAT_TYPE_SIGSET:
        add_sigset(builder, (uint32_t)rt_param_view_number(view));
        return true;
    case CAT_TYPE_DYN:
        rt_build_cstr(builder, "INVALID DYNAMIC PARAMETER");
        return true;
    case CAT_TYPE_NONE:
    case CAT_TYPE_PORT:
    case CAT_TYPE_L4PROTO:
    case CAT_TYPE_SOCKFAMILY:
    case CAT_TYPE_BOOL:
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_DOUBLE:
    case CAT_TYPE_CHARBUFARRAY:
    case CAT_TYPE_CHARBUF_PAIR_ARRAY:
    case CAT_TYPE_IPV4NET:
    case CAT_TYPE_IPV6ADDR:
    case CAT_TYPE_IPV6NET:
    case CAT_TYPE_IPADDR:
    case CAT_TYPE_IPNET:
    case CAT_TYPE_FD32:
    case CAT_TYPE_PID32:
    case CAT_TYPE__COUNT:
        break;
    }
    rt_build_cstr(builder, "(n.a.)");
    return true;
}

bool rt_param_plain(struct rt_builder *builder, uint32_t index)
{
    struct rt_param_view view;

    return rt_param_look(builder->eval->event, index, &view) && plain(builder, &view);
}

void rt_param_give(struct rt_eval *eval, uint32_t index, struct rt_values *out)
{
    struct rt_param_view view;
    struct rt_builder builder;

    if (!rt_param_look(eval->event, index, &view))
        return;
    if (view.type == CAT_TYPE_CHARBUF) {
        if (view.len > 0 && strnlen((const char *)view.data, view.len) == view.len - 1)
            rt_give_text(out, (const char *)view.data, view.len - 1);
        return;
    }
    rt_build_begin(&builder, eval);
    rt_param_resolved(&builder, index);
    if (builder.len > 0 || plain(&builder, &view))
        rt_build_give(&builder, out);
}
