/* What the numbers of event parameters stand for, as text. See param_text.h. */
#include "fd_facts.h"
#include "names.h"
#include "param_text.h"
#include "path.h"
#include "user.h"

static void resolve_errno(struct rt_builder *builder, int64_t result)
{
    if (result < 0)
        rt_build_cstr(builder, rt_errno_name(-(uint32_t)result));
}

/* "<f>/etc/passwd", "<4t>10.0.0.1:1234->10.0.0.2:80", "AT_FDCWD", "EBADF" */
static void resolve_fd(struct rt_builder *builder, int64_t number)
{
    const struct rt_eval *eval = builder->eval;
    static const char protocols[] = {
        [RT_L4_TCP] = 't', [RT_L4_UDP] = 'u', [RT_L4_ICMP] = 'i', [RT_L4_RAW] = 'r'};

    if (!eval->thread)
        return;
    if (number == RT_AT_FDCWD) {
        rt_build_cstr(builder, "AT_FDCWD");
        return;
    }
    if (number < 0) {
        resolve_errno(builder, (int32_t)number);
        return;
    }
    const struct rt_fd *fd = rt_state_fd(eval->engine->state, eval->thread, number);
    if (!fd)
        return;
    rt_build_char(builder, '<');
    rt_build_char(builder, rt_fd_type_char(fd->type));
    enum rt_l4 l4 = rt_fd_l4(fd);
    if (l4 < sizeof(protocols) && protocols[l4])
        rt_build_char(builder, protocols[l4]);
    rt_build_char(builder, '>');
    rt_build_add(builder, fd->name.data, fd->name.len);
}

static void resolve_pid(struct rt_builder *builder, int64_t pid)
{
    const struct rt_thread *thread = rt_state_thread(builder->eval->engine->state, pid);

    if (thread)
        rt_build_cstr(builder, thread->comm);
}

static void resolve_user(struct rt_builder *builder, uint32_t uid)
{
    const struct rt_eval *eval = builder->eval;
    const struct rt_user *user =
        eval->thread ? rt_state_user(eval->engine->state, rt_user_scope(eval), uid) : NULL;

    if (uid == UINT32_MAX)
        rt_build_cstr(builder, "<NONE>");
    else if (user && user->name.len > 0)
        rt_build_add(builder, user->name.data, user->name.len);
    else
        rt_build_cstr(builder, rt_param_not_available);
}

static void resolve_group(struct rt_builder *builder, uint32_t gid)
{
    const struct rt_eval *eval = builder->eval;
    const struct rt_group *group =
        eval->thread ? rt_state_group(eval->engine->state, rt_user_scope(eval), gid) : NULL;

    if (gid == UINT32_MAX)
        rt_build_cstr(builder, "<NONE>");
    else if (group && group->name.len > 0)
        rt_build_add(builder, group->name.data, group->name.len);
    else
        rt_build_cstr(builder, rt_param_not_available);
}

static void add_flag(struct rt_builder *builder, uint32_t start, const char *name)
{
    if (builder->len > start)
        rt_build_char(builder, '|');
    rt_build_cstr(builder, name);
}

/* Names in the table's order; a flag takes its bits away, so that O_RDWR is not O_RDONLY too. */
static void resolve_flags(struct rt_builder *builder, const struct cat_flag_table *table,
                          uint32_t flags)
{
    uint32_t start = builder->len;
    uint32_t left = flags;

    for (uint32_t i = 0; i < table->nflags; i++) {
        uint32_t value = table->flags[i].value;
        bool match = value == 0 ? flags == 0 : (left & value) == value;

        if (!match)
            continue;
        left &= ~value;
        add_flag(builder, start, table->flags[i].name);
        if (value == flags)
            break;
    }
}

/* Every name of the value: some have several. */
static void resolve_enum(struct rt_builder *builder, const struct cat_flag_table *table,
                         uint32_t value)
{
    uint32_t start = builder->len;

    for (uint32_t i = 0; i < table->nflags; i++) {
        if (table->flags[i].value == value)
            add_flag(builder, start, table->flags[i].name);
    }
}

/* Permission bits, up to the entry that is the whole value. */
static void resolve_mode(struct rt_builder *builder, const struct cat_flag_table *table,
                         uint32_t mode)
{
    uint32_t start = builder->len;
    uint32_t left = mode;

    for (uint32_t i = 0; i < table->nflags; i++) {
        uint32_t value = table->flags[i].value;

        if (value == mode) {
            add_flag(builder, start, table->flags[i].name);
            break;
        }
        if (value != 0 && (left & value) == value) {
            add_flag(builder, start, table->flags[i].name);
            left &= ~value;
        }
    }
}

static void resolve_path(struct rt_builder *builder, const struct rt_param_view *view,
                         uint32_t index)
{
    const struct rt_eval *eval = builder->eval;
    uint32_t len = (uint32_t)strnlen((const char *)view->data, view->len);

    if (!eval->thread || len == 0 || len != view->len - 1 || view->data[0] == '/' ||
        (const char *)view->data == rt_param_not_available)
        return;
    rt_path_build(builder, rt_dir_of_param(eval, index), (const char *)view->data, len);
}

static void resolve(struct rt_builder *builder, const struct rt_param_view *view, uint32_t index)
{
    if (view->len == 0 ||
        (cat_type_size(view->type) != 0 && cat_type_size(view->type) != view->len))
        return;

    switch ((int)view->type) {
    case CAT_TYPE_ERRNO:
        resolve_errno(builder, rt_param_view_signed(view));
        break;
    case CAT_TYPE_FD:
        resolve_fd(builder, rt_param_view_signed(view));
        break;
    case CAT_TYPE_PID:
        resolve_pid(builder, rt_param_view_signed(view));
        break;
    case CAT_TYPE_UID:
        resolve_user(builder, (uint32_t)rt_param_view_number(view));
        break;
    case CAT_TYPE_GID:
        resolve_group(builder, (uint32_t)rt_param_view_number(view));
        break;
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_FLAGS32:
        if (view->flags)
            resolve_flags(builder, view->flags, (uint32_t)rt_param_view_number(view));
        break;
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_ENUMFLAGS32:
        if (view->flags)
            resolve_enum(builder, view->flags, (uint32_t)rt_param_view_number(view));
        break;
    case CAT_TYPE_MODE:
        if (view->flags)
            resolve_mode(builder, view->flags, (uint32_t)rt_param_view_number(view));
        break;
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        resolve_path(builder, view, index);
        break;
    case CAT_TYPE_SYSCALLID:
        if (rt_param_view_number(view) <= CAT_MAX_SYSCALL_CODE)
            rt_build_cstr(builder, rt_syscall_name((uint32_t)rt_param_view_number(view)));
        break;
    case CAT_TYPE_SIGTYPE:
        if (rt_signal_name((uint32_t)rt_param_view_number(view)))
            rt_build_cstr(builder, rt_signal_name((uint32_t)rt_param_view_number(view)));
        break;
    case CAT_TYPE_RELTIME:
        if (rt_param_view_number(view) != UINT64_MAX)
            rt_build_printf(builder, "%gs", (double)rt_param_view_number(view) / 1e9);
        break;
    default:
        break;
    }
}

void rt_param_resolved(struct rt_builder *builder, uint32_t index)
{
    struct rt_param_view view;

    if (rt_param_look(builder->eval->event, index, &view))
        resolve(builder, &view, index);
}
