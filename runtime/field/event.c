/* Fields of events (evt.*): type, category, kind of input and output, errors, opens. Parameters
 * are in event_arg.c, absolute paths in event_path.c, times in event_time.c. */
#include "event.h"

#include "../engine.h"
#include "event_facts.h"
#include "fd_facts.h"
#include "give.h"
#include "names.h"

/* Falco's own values of open flags and mode bits. */
enum {
    O_READ = 1 << 0,
    O_WRITE = 1 << 1,
    O_CREATE = 1 << 2,
    O_TEMPORARY = 1 << 13,
    O_WAS_CREATED = 1 << 14,
    MODE_EXECUTE = 0111
};

static void give_generic_name(const struct rt_event *event, struct rt_values *out)
{
    uint32_t code = (uint32_t)rt_param_u64(event, 0);

    if (code == 0 && event->nparams > 1 && event->params[1].len == 2) {
        const struct cat_syscall *call =
            cat_syscall_by_number((uint32_t)rt_param_u64(event, 1)); /* newer than the capture */

        if (call) {
            rt_give_cstr(out, call->name);
            return;
        }
    }
    rt_give_cstr(out, rt_syscall_name(code));
}

static void give_type(const struct rt_event *event, struct rt_values *out)
{
    if (event->type == EV_GENERIC_X)
        give_generic_name(event, out);
    else if (event->type == EV_ASYNCEVENT_E)
        rt_give_async_name(event, out);
    else
        rt_give_cstr(out, event->info->name);
}

void rt_give_async_name(const struct rt_event *event, struct rt_values *out)
{
    uint32_t len;
    const char *name = rt_param_str(event, 1, &len);

    if (event->nparams > 1 && event->params[1].len == 0)
        rt_give_cstr(out, "<NA>");
    else
        rt_give_text(out, name, len);
}

/* evt.type.is.NAME holds for the first pair of events of that name, evt.type.is.NUMBER for one. */
static void give_type_is(const struct rt_event *event, const struct rt_field_ref *ref,
                         struct rt_values *out)
{
    bool is = false;

    if (ref->arg_kind == RT_ARG_INDEX) {
        is = event->type == ref->index;
    } else if (ref->arg_kind == RT_ARG_KEY) {
        for (int i = 0; i < EV__COUNT; i++) {
            if (strcmp(cat_events[i].name, ref->key) == 0) {
                is = event->type == i || event->type == i + 1;
                break;
            }
        }
    }
    rt_give_bool(out, is);
}

/* Input and output belong to the category of what the fd is. */
static const char *io_category(const struct rt_fd *fd)
{
    if (!fd)
        return "unknown";
    switch (fd->type) {
    case RT_FD_FILE:
    case RT_FD_FILE_V2:
    case RT_FD_DIRECTORY:
        return "file";
    case RT_FD_IPV4_SOCK:
    case RT_FD_IPV6_SOCK:
    case RT_FD_IPV4_SERVSOCK:
    case RT_FD_IPV6_SERVSOCK:
        return "net";
    case RT_FD_FIFO:
    case RT_FD_UNIX_SOCK:
    case RT_FD_EVENTFD:
    case RT_FD_SIGNALFD:
    case RT_FD_INOTIFY:
    case RT_FD_USERFAULTFD:
        return "ipc";
    case RT_FD_UNKNOWN:
    case RT_FD_UNSUPPORTED:
    case RT_FD_EVENTPOLL:
    case RT_FD_TIMERFD:
    case RT_FD_NETLINK:
    case RT_FD_BPF:
    case RT_FD_IOURING:
    case RT_FD_MEMFD:
    case RT_FD_PIDFD:
    case RT_FD_UNINIT:
        break;
    }
    return "unknown";
}

static const char *category(const struct rt_eval *eval)
{
    switch (eval->event->info->category) {
    case CAT_CATEGORY_OTHER:
        return "other";
    case CAT_CATEGORY_FILE:
        return "file";
    case CAT_CATEGORY_NET:
        return "net";
    case CAT_CATEGORY_IPC:
        return "IPC";
    case CAT_CATEGORY_MEMORY:
        return "memory";
    case CAT_CATEGORY_PROCESS:
        return "process";
    case CAT_CATEGORY_SLEEP:
        return "sleep";
    case CAT_CATEGORY_SYSTEM:
        return "system";
    case CAT_CATEGORY_SIGNAL:
        return "signal";
    case CAT_CATEGORY_USER:
        return "user";
    case CAT_CATEGORY_TIME:
        return "time";
    case CAT_CATEGORY_PROCESSING:
        return "processing";
    case CAT_CATEGORY_IO_READ:
    case CAT_CATEGORY_IO_WRITE:
    case CAT_CATEGORY_IO_OTHER:
        return io_category(eval->fd);
    case CAT_CATEGORY_WAIT:
        return "wait";
    case CAT_CATEGORY_SCHEDULER:
        return "scheduler";
    case CAT_CATEGORY_INTERNAL:
        return "internal";
    case CAT_CATEGORY_UNKNOWN:
    case CAT_CATEGORY__COUNT:
        break;
    }
    return "unknown";
}

/* --- results --- */

static void give_error(const struct rt_event *event, struct rt_values *out)
{
    if (rt_event_has_result(event))
        rt_give_bool(out, rt_event_result(event) < 0);
}

static bool concerns_file(const struct rt_eval *eval)
{
    uint16_t type = eval->event->type;

    if (eval->fd)
        return rt_fd_is_file(eval->fd) || eval->fd->type == RT_FD_DIRECTORY;
    return rt_event_is_open(type) || type == EV_CREAT_X;
}

static bool concerns_net(const struct rt_eval *eval)
{
    uint16_t type = eval->event->type;

    if (eval->fd)
        return rt_fd_is_inet(eval->fd) || eval->fd->type == RT_FD_UNIX_SOCK;
    return type == EV_ACCEPT_5_X || type == EV_ACCEPT4_6_X || type == EV_CONNECT_X;
}

static void give_error_kind(const struct rt_eval *eval, enum cat_field_id field,
                            struct rt_values *out)
{
    bool memory = eval->event->info->category == CAT_CATEGORY_MEMORY;
    bool concerned;

    if (field == FIELD_EVT_COUNT_ERROR_FILE)
        concerned = concerns_file(eval);
    else if (field == FIELD_EVT_COUNT_ERROR_NET)
        concerned = concerns_net(eval);
    else if (field == FIELD_EVT_COUNT_ERROR_MEMORY)
        concerned = memory;
    else
        concerned = !concerns_file(eval) && !concerns_net(eval) && (eval->fd || !memory);
    if (concerned)
        give_error(eval->event, out);
}

/* --- input and output --- */

/* evt.buflen.[file|net].[in|out]: bytes moved, if the event is of that kind. */
static bool is_transfer(const struct rt_eval *eval, enum cat_field_id field)
{
    enum cat_category kind = eval->event->info->category;
    const struct rt_fd *fd = eval->fd;
    bool in = kind == CAT_CATEGORY_IO_READ, io_out = kind == CAT_CATEGORY_IO_WRITE;
    bool any = in || io_out || kind == CAT_CATEGORY_IO_OTHER;

    if (!fd)
        return false;
    switch ((int)field) {
    case FIELD_EVT_BUFLEN:
        return any;
    case FIELD_EVT_BUFLEN_IN:
        return in;
    case FIELD_EVT_BUFLEN_OUT:
        return io_out;
    case FIELD_EVT_BUFLEN_FILE:
        return any && rt_fd_is_file(fd);
    case FIELD_EVT_BUFLEN_FILE_IN:
        return in && rt_fd_is_file(fd);
    case FIELD_EVT_BUFLEN_FILE_OUT:
        return io_out && rt_fd_is_file(fd);
    case FIELD_EVT_BUFLEN_NET:
        return any && rt_fd_is_inet(fd);
    case FIELD_EVT_BUFLEN_NET_IN:
        return in && rt_fd_is_inet(fd);
    case FIELD_EVT_BUFLEN_NET_OUT:
        return io_out && rt_fd_is_inet(fd);
    default:
        return false;
    }
}

static void give_transfer(const struct rt_eval *eval, enum cat_field_id field,
                          struct rt_values *out)
{
    if (!is_transfer(eval, field) || !rt_event_has_result(eval->event))
        return;
    int64_t moved = rt_event_result(eval->event);
    if (moved >= 0)
        rt_give_i64(out, moved);
}

static bool writes_to_syslog(const struct rt_eval *eval)
{
    return (eval->event->info->flags & CAT_EF_WRITES_TO_FD) && eval->fd &&
           memmem(eval->fd->name.data, eval->fd->name.len, "/dev/log", strlen("/dev/log"));
}

/* --- opens --- */

static bool opens_for(const struct rt_event *event, enum cat_field_id field)
{
    bool at = event->type == EV_OPENAT_2_X || event->type == EV_OPENAT2_X;

    if (field == FIELD_EVT_IS_OPEN_EXEC && event->type == EV_CREAT_X)
        return rt_event_flags(event, 2) & MODE_EXECUTE;
    if (!rt_event_is_open(event->type))
        return false;

    uint32_t flags = rt_event_flags(event, at ? 3 : 2);
    switch ((int)field) {
    case FIELD_EVT_IS_OPEN_READ:
        return flags & O_READ;
    case FIELD_EVT_IS_OPEN_WRITE:
        return flags & O_WRITE;
    case FIELD_EVT_IS_OPEN_CREATE:
        return (flags & O_WAS_CREATED) ||
               ((flags & O_TEMPORARY) && rt_event_has_result(event) && rt_event_result(event) >= 0);
    case FIELD_EVT_IS_OPEN_EXEC:
        return (flags & (O_TEMPORARY | O_CREATE)) && event->type != EV_OPEN_BY_HANDLE_AT_X &&
               (rt_event_flags(event, at ? 4 : 3) & MODE_EXECUTE);
    default:
        return false;
    }
}

void rt_extract_event(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_event *event = eval->event;
    uint32_t flags = event->info->flags;

    switch ((int)ref->field) {
    case FIELD_EVT_TYPE:
        give_type(event, out);
        break;
    case FIELD_EVT_DIR:
        rt_give_text(out, event->info->dir == CAT_DIR_ENTER ? ">" : "<", 1);
        break;
    case FIELD_EVT_ARG:
    case FIELD_EVT_RAWARG:
    case FIELD_EVT_ARGS:
    case FIELD_EVT_INFO:
    case FIELD_EVT_BUFFER:
    case FIELD_EVT_RES:
        rt_extract_event_arg(eval, ref, out);
        break;
    case FIELD_EVT_IS_OPEN_READ:
    case FIELD_EVT_IS_OPEN_WRITE:
    case FIELD_EVT_IS_OPEN_EXEC:
    case FIELD_EVT_IS_OPEN_CREATE:
        rt_give_bool(out, opens_for(event, ref->field));
        break;
    case FIELD_EVT_TYPE_IS:
        give_type_is(event, ref, out);
        break;
    case FIELD_SYSCALL_TYPE:
        if (event->info->source == CAT_SOURCE_SYSCALL)
            give_type(event, out);
        break;
    case FIELD_EVT_CATEGORY:
        rt_give_cstr(out, category(eval));
        break;
    case FIELD_EVT_CPU:
        rt_give_i64(out, (int16_t)event->cpu);
        break;
    case FIELD_EVT_RAWRES:
        if (rt_event_has_result(event))
            rt_give_i64(out, rt_event_result(event));
        break;
    case FIELD_EVT_FAILED:
    case FIELD_EVT_COUNT_ERROR:
        give_error(event, out);
        break;
    case FIELD_EVT_COUNT_ERROR_FILE:
    case FIELD_EVT_COUNT_ERROR_NET:
    case FIELD_EVT_COUNT_ERROR_MEMORY:
    case FIELD_EVT_COUNT_ERROR_OTHER:
        give_error_kind(eval, ref->field, out);
        break;
    case FIELD_EVT_COUNT:
        rt_give_u64(out, 1);
        break;
    case FIELD_EVT_COUNT_EXIT:
        if (event->info->dir == CAT_DIR_EXIT)
            rt_give_u64(out, 1);
        break;
    case FIELD_EVT_COUNT_PROCINFO:
        rt_give_bool(out, event->type == EV_PROCINFO_E && eval->thread &&
                              eval->thread->tid == eval->thread->pid);
        break;
    case FIELD_EVT_COUNT_THREADINFO:
        rt_give_bool(out, event->type == EV_PROCINFO_E);
        break;
    case FIELD_EVT_IS_IO:
        rt_give_bool(out, flags & (CAT_EF_READS_FROM_FD | CAT_EF_WRITES_TO_FD));
        break;
    case FIELD_EVT_IS_IO_READ:
        rt_give_bool(out, flags & CAT_EF_READS_FROM_FD);
        break;
    case FIELD_EVT_IS_IO_WRITE:
        rt_give_bool(out, flags & CAT_EF_WRITES_TO_FD);
        break;
    case FIELD_EVT_IS_IO_URING:
        rt_give_bool(out, event->by_ring);
        break;
    case FIELD_EVT_IO_DIR:
        if (flags & CAT_EF_WRITES_TO_FD)
            rt_give_cstr(out, "write");
        else if (flags & CAT_EF_READS_FROM_FD)
            rt_give_cstr(out, "read");
        break;
    case FIELD_EVT_IS_WAIT:
        rt_give_bool(out, flags & CAT_EF_WAITS);
        break;
    case FIELD_EVT_IS_SYSLOG:
        rt_give_bool(out, writes_to_syslog(eval));
        break;
    case FIELD_EVT_BUFLEN:
    case FIELD_EVT_BUFLEN_IN:
    case FIELD_EVT_BUFLEN_OUT:
    case FIELD_EVT_BUFLEN_FILE:
    case FIELD_EVT_BUFLEN_FILE_IN:
    case FIELD_EVT_BUFLEN_FILE_OUT:
    case FIELD_EVT_BUFLEN_NET:
    case FIELD_EVT_BUFLEN_NET_IN:
    case FIELD_EVT_BUFLEN_NET_OUT:
        give_transfer(eval, ref->field, out);
        break;
    case FIELD_EVT_ABSPATH:
        rt_extract_event_path(eval, ref, out);
        break;
    case FIELD_EVT_LATENCY:
    case FIELD_EVT_LATENCY_S:
    case FIELD_EVT_LATENCY_NS:
    case FIELD_EVT_LATENCY_QUANTIZED:
    case FIELD_EVT_WAIT_LATENCY:
        /* There are no enter events to measure from any more: Falco gives zero. */
        rt_give_u64(out, 0);
        break;
    case FIELD_EVT_LATENCY_HUMAN:
        rt_give_cstr(out, "0ns");
        break;
    case FIELD_EVT_DELTATIME:
    case FIELD_EVT_DELTATIME_S:
    case FIELD_EVT_DELTATIME_NS:
    case FIELD_EVT_OUTPUTTIME:
    case FIELD_EVT_AROUND:
        rt_extract_event_time(eval, ref, out);
        break;
    case FIELD_EVT_INFRA_DOCKER_NAME:
    case FIELD_EVT_INFRA_DOCKER_CONTAINER_ID:
    case FIELD_EVT_INFRA_DOCKER_CONTAINER_NAME:
    case FIELD_EVT_INFRA_DOCKER_CONTAINER_IMAGE:
        rt_extract_event_infra(eval, ref, out);
        break;
    default:
        break;
    }
}
