/* Fields about the fd that an event creates, uses or closes (fd.*), but for addresses and ports,
 * which are in fd_address.c. */
#include "fd.h"

#include "fd_facts.h"
#include "names.h"
#include "param_text.h"
#include "path.h"

/* Whether fields of fds have a meaning on this event at all. */
static bool concerns_fd(const struct rt_eval *eval)
{
    return eval->thread &&
           (eval->event->info->flags & (CAT_EF_CREATES_FD | CAT_EF_USES_FD | CAT_EF_DESTROYS_FD));
}

static const struct rt_fd *subject_fd(const struct rt_eval *eval)
{
    if (eval->fd || eval->fd_number == -1)
        return eval->fd;
    return rt_state_fd(eval->engine->state, eval->thread, eval->fd_number);
}

/* What an event says about a type when its fd was not opened, or is not known. */
static char type_of_event(uint16_t type)
{
    switch (type) {
    case EV_OPENAT_2_E:
    case EV_OPENAT_2_X:
    case EV_OPENAT2_E:
    case EV_OPENAT2_X:
    case EV_CREAT_E:
    case EV_CREAT_X:
        return 'f';
    case EV_SOCKET_E:
    case EV_SOCKET_X:
    case EV_ACCEPT_5_E:
    case EV_ACCEPT_5_X:
    case EV_ACCEPT4_6_E:
    case EV_ACCEPT4_6_X:
        return '4';
    case EV_PIPE_E:
    case EV_PIPE_X:
    case EV_PIPE2_E:
    case EV_PIPE2_X:
        return 'p';
    case EV_EVENTFD_E:
    case EV_EVENTFD_X:
    case EV_EVENTFD2_E:
    case EV_EVENTFD2_X:
        return 'e';
    case EV_SIGNALFD_E:
    case EV_SIGNALFD_X:
    case EV_SIGNALFD4_E:
    case EV_SIGNALFD4_X:
        return 's';
    case EV_TIMERFD_CREATE_E:
    case EV_TIMERFD_CREATE_X:
        return 't';
    case EV_INOTIFY_INIT_E:
    case EV_INOTIFY_INIT_X:
    case EV_INOTIFY_INIT1_E:
    case EV_INOTIFY_INIT1_X:
        return 'i';
    default:
        return 'o';
    }
}

/* --- names --- */

/* The name of an fd that is not there (the call failed, or the fd is unknown), from the event's
 * parameters; "" if the event has none. False: no value. */
static bool name_from_event(struct rt_eval *eval, bool raw, struct rt_values *out)
{
    const struct rt_event *event = eval->event;
    struct rt_builder builder;
    const char *name;
    uint32_t len;

    if (event->info->dir == CAT_DIR_ENTER)
        return false;
    switch (event->type) {
    case EV_OPEN_X:
    case EV_ACCEPT_5_X:
    case EV_ACCEPT4_6_X:
    case EV_CREAT_X:
    case EV_CONNECT_X:
        rt_param_give(eval, 1, out);
        break;
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
        name = rt_param_str(event, 2, &len);
        if (event->nparams <= 2 || event->params[2].len == 0)
            return false;
        if (raw) {
            rt_give_text(out, name, len);
            break;
        }
        if (event->params[1].len != 8)
            return false;
        rt_build_begin(&builder, eval);
        rt_path_build(&builder,
                      name[0] == '/' ? rt_dir_text(".")
                                     : rt_dir_at(eval, rt_param_i64(event, 1),
                                                 (struct rt_str){"<UNKNOWN>", 9}),
                      name, len);
        rt_build_give(&builder, out);
        break;
    case EV_OPEN_BY_HANDLE_AT_X:
        if (event->nparams > 3 && event->params[3].len > 0) {
            name = rt_param_str(event, 3, &len);
            rt_give_text(out, name, len);
        } else {
            rt_give_cstr(out, "<NA>");
        }
        break;
    default:
        rt_give_text(out, "", 0);
        break;
    }
    return out->n > 0;
}

static bool give_name(struct rt_eval *eval, const struct rt_fd *fd, struct rt_values *out)
{
    if (!fd)
        return name_from_event(eval, false, out);
    rt_give_str(out, fd->name);
    return true;
}

/* The name without what is behind the last '/', that included; a name that ends in one stays. */
static void cut_to_directory(struct rt_values *out)
{
    struct rt_value *value = rt_give_single(out);
    const char *slash = memrchr(value->str, '/', value->len);

    if (!slash || slash == value->str)
        rt_give_text(out, "/", 1);
    else if (slash < value->str + value->len - 1)
        value->len = (uint32_t)(slash - value->str);
}

static bool give_directory(struct rt_eval *eval, const struct rt_fd *fd, struct rt_values *out)
{
    if (fd && !rt_fd_is_file(fd) && fd->type != RT_FD_DIRECTORY)
        return false;
    if (!give_name(eval, fd, out))
        return false;
    if (!fd || rt_fd_is_file(fd))
        cut_to_directory(out);
    return true;
}

static void give_filename(const struct rt_fd *fd, struct rt_values *out)
{
    if (!fd || !rt_fd_is_file(fd))
        return;
    const char *name = fd->name.data, *end = name + fd->name.len;
    const char *slash = memrchr(name, '/', fd->name.len);

    if (!slash)
        rt_give_text(out, "/", 1);
    else if (slash < end - 1)
        rt_give_text(out, slash + 1, (uint32_t)(end - slash - 1));
    else
        rt_give_str(out, fd->name);
}

/* fd.nameraw: as the program gave it, but for repeated slashes. */
static void give_raw_name(struct rt_eval *eval, const struct rt_fd *fd, struct rt_values *out)
{
    struct rt_builder builder;

    if (fd)
        rt_give_str(out, fd->name_raw);
    else if (!name_from_event(eval, true, out))
        return;

    const struct rt_value name = *rt_give_single(out);
    if ((fd && name.str == fd->name.data) || !memmem(name.str, name.len, "//", 2))
        return;
    out->n = 0;
    rt_build_begin(&builder, eval);
    for (uint32_t i = 0; i < name.len; i++) {
        if (i == 0 || name.str[i] != '/' || name.str[i - 1] != '/')
            rt_build_char(&builder, name.str[i]);
    }
    rt_build_give(&builder, out);
}

/* "0123456789ab:/etc/passwd"; nothing before the colon outside of containers. */
static void put_container_before(struct rt_eval *eval, struct rt_values *out)
{
    const struct rt_value text = *rt_give_single(out);
    struct rt_builder builder;

    out->n = 0;
    rt_build_begin(&builder, eval);
    if (eval->containers)
        rt_build_cstr(&builder, eval->thread->container_id);
    rt_build_char(&builder, ':');
    rt_build_add(&builder, text.str, text.len);
    rt_build_give(&builder, out);
}

/* --- types --- */

struct types {
    struct rt_value *list;
    uint32_t n, room;
};

static void add_type(void *context, const struct rt_fd *fd)
{
    struct types *types = context;
    const char *name = rt_fd_type_name(fd->type);

    for (uint32_t i = 0; i < types->n; i++) {
        if (types->list[i].str == name)
            return;
    }
    if (types->n < types->room)
        types->list[types->n++] = (struct rt_value){.str = name, .len = (uint32_t)strlen(name)};
}

/* fd.types: each type among the process' open fds once, in Falco's order. fd.types[N]: that of one
 * fd. */
static void give_types(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_state *state = eval->engine->state;
    struct types types = {.room = RT_FD_UNINIT + 1};

    if (ref->arg_kind == RT_ARG_INDEX) {
        const struct rt_fd *fd = rt_state_fd(state, eval->thread, ref->index);

        if (fd)
            rt_give_cstr(out, rt_fd_type_name(fd->type));
        return;
    }
    types.list = rt_give_list(eval, out, types.room);
    if (!types.list)
        return;
    rt_state_each_fd_listed(state, eval->thread, add_type, &types);
    out->n = types.n;
    out->empty = types.n == 0;
}

static void give_l4proto(const struct rt_fd *fd, struct rt_values *out)
{
    switch (rt_fd_l4(fd)) {
    case RT_L4_TCP:
        rt_give_text(out, "tcp", 3);
        break;
    case RT_L4_UDP:
        rt_give_text(out, "udp", 3);
        break;
    case RT_L4_ICMP:
        rt_give_text(out, "icmp", 4);
        break;
    case RT_L4_RAW:
        rt_give_text(out, "raw", 3);
        break;
    case RT_L4_UNKNOWN:
    case RT_L4_NA:
        rt_give_text(out, "<NA>", 4);
        break;
    }
}

/* Fields that need an fd that is known. */
static void give_fact(struct rt_eval *eval, const struct rt_fd *fd, const struct rt_field_ref *ref,
                      struct rt_values *out)
{
    switch ((int)ref->field) {
    case FIELD_FD_TYPE:
        rt_give_cstr(out, rt_fd_type_name(fd->type));
        break;
    case FIELD_FD_L4PROTO:
        give_l4proto(fd, out);
        break;
    case FIELD_FD_SOCKFAMILY:
        if (rt_fd_is_inet(fd))
            rt_give_text(out, "ip", 2);
        else if (fd->type == RT_FD_UNIX_SOCK)
            rt_give_text(out, "unix", 4);
        break;
    case FIELD_FD_CONNECTED:
        rt_give_bool(out, fd->flags & RT_FD_CONNECTED);
        break;
    case FIELD_FD_NAME_CHANGED:
        rt_give_bool(out, fd == eval->fd && fd->flags & RT_FD_NAME_CHANGED);
        break;
    case FIELD_FD_DEV:
        rt_give_i64(out, (int32_t)fd->dev);
        break;
    case FIELD_FD_DEV_MAJOR:
        rt_give_u64(out, (fd->dev & 0xfff00) >> 8);
        break;
    case FIELD_FD_DEV_MINOR:
        rt_give_u64(out, (fd->dev & 0xff) | ((fd->dev >> 12) & 0xfff00));
        break;
    case FIELD_FD_INO:
        rt_give_u64(out, fd->ino);
        break;
    case FIELD_FD_IS_UPPER_LAYER:
        rt_give_bool(out, fd->flags & RT_FD_OVERLAY_UPPER);
        break;
    case FIELD_FD_IS_LOWER_LAYER:
        rt_give_bool(out, fd->flags & RT_FD_OVERLAY_LOWER);
        break;
    default:
        rt_extract_fd_address(eval, fd, ref, out);
        break;
    }
}

static void give_uid(struct rt_eval *eval, struct rt_values *out)
{
    struct rt_builder builder;

    rt_build_begin(&builder, eval);
    rt_build_i64(&builder, eval->thread->tid);
    rt_build_i64(&builder, eval->fd_number);
    rt_build_give(&builder, out);
}

void rt_extract_fd(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    if (!concerns_fd(eval))
        return;

    const struct rt_fd *fd = subject_fd(eval);
    switch ((int)ref->field) {
    case FIELD_FD_NAME:
        give_name(eval, fd, out);
        break;
    case FIELD_FD_TYPECHAR:
        rt_give_text(
            out, rt_letter(fd ? rt_fd_type_char(fd->type) : type_of_event(eval->event->type)), 1);
        break;
    case FIELD_FD_DIRECTORY:
        give_directory(eval, fd, out);
        break;
    case FIELD_FD_FILENAME:
        give_filename(fd, out);
        break;
    case FIELD_FD_NUM:
        rt_give_i64(out, eval->fd_number);
        break;
    case FIELD_FD_NAMERAW:
        give_raw_name(eval, fd, out);
        break;
    case FIELD_FD_CONTAINERNAME:
        if (give_name(eval, fd, out))
            put_container_before(eval, out);
        break;
    case FIELD_FD_CONTAINERDIRECTORY:
        if (give_directory(eval, fd, out))
            put_container_before(eval, out);
        break;
    case FIELD_FD_UID:
        give_uid(eval, out);
        break;
    case FIELD_FD_TYPES:
        give_types(eval, ref, out);
        break;
    default:
        if (fd)
            give_fact(eval, fd, ref, out);
        break;
    }
}
