/* Opened files, memory files and pidfds. */
#include "internal.h"

#include "enter.h"
#include "path.h"

#include <stdio.h>
#include <string.h>

/* What one of the open family said. */
struct opening {
    struct rt_str name;
    uint32_t flags, dev;
    uint64_t ino;
    struct rt_dir dir;
};

static void set_dir_cwd(const struct turn *turn, struct opening *o)
{
    static const struct rt_str relative = {.data = "", .len = 0};
    o->dir = rt_dir_of(turn, relative, AT_PPM_FDCWD);
}

/* Flags of the enter event with those that the exit event added. */
static uint32_t merge_flags(uint32_t enter, uint32_t exit)
{
    return enter | (exit & ~((uint32_t)O_PPM_F_CREATED - 1));
}

static void read_open(struct turn *turn, struct opening *o)
{
    o->name = rt_param_text(turn->event, 1);
    o->flags = (uint32_t)rt_param_u64(turn->event, 2);
    o->dev = (uint32_t)rt_param_u64(turn->event, 4);
    o->ino = rt_param_u64(turn->event, 5);
    if (rt_enter_type(turn) == EV_OPEN_E && !rt_is_na(rt_enter_text(turn, 0))) {
        o->name = rt_enter_text(turn, 0);
        o->flags = merge_flags((uint32_t)rt_enter_i64(turn, 1), o->flags);
    }
    set_dir_cwd(turn, o);
}

static void read_creat(struct turn *turn, struct opening *o)
{
    enum { UPPER_LAYER = 1, LOWER_LAYER = 2 };
    o->name = rt_param_text(turn->event, 1);
    o->dev = (uint32_t)rt_param_u64(turn->event, 3);
    o->ino = rt_param_u64(turn->event, 4);
    uint64_t layer = rt_param_u64(turn->event, 5);
    if (layer & UPPER_LAYER)
        o->flags = O_PPM_UPPER_LAYER;
    else if (layer & LOWER_LAYER)
        o->flags = O_PPM_LOWER_LAYER;
    if (rt_enter_type(turn) == EV_CREAT_E && !rt_is_na(rt_enter_text(turn, 0)))
        o->name = rt_enter_text(turn, 0);
    set_dir_cwd(turn, o);
}

/* openat and openat2, whose device and inode lie at dev. */
static void read_openat(struct turn *turn, struct opening *o, uint32_t dev)
{
    bool given = rt_param_given(turn->event, 1);
    int64_t dirfd = rt_param_i64(turn->event, 1);
    o->name = rt_param_text(turn->event, 2);
    o->flags = (uint32_t)rt_param_u64(turn->event, 3);
    if (rt_param_given(turn->event, dev + 1)) {
        o->dev = (uint32_t)rt_param_u64(turn->event, dev);
        o->ino = rt_param_u64(turn->event, dev + 1);
    }
    if (rt_enter_type(turn) != UINT16_MAX && !rt_is_na(rt_enter_text(turn, 1))) {
        o->name = rt_enter_text(turn, 1);
        o->flags = merge_flags((uint32_t)rt_enter_i64(turn, 2), o->flags);
        dirfd = rt_enter_i64(turn, 0);
        given = rt_enter_param(turn, 0).len > 0;
    }
    if (given)
        o->dir = rt_dir_of(turn, o->name, dirfd);
}

static void read_open_by_handle(struct turn *turn, struct opening *o)
{
    o->flags = (uint32_t)rt_param_u64(turn->event, 2);
    o->name = rt_param_text(turn->event, 3); /* absolute: the kernel side asked for it */
    o->dev = (uint32_t)rt_param_u64(turn->event, 4);
    o->ino = rt_param_u64(turn->event, 5);
}

void rt_on_open(struct turn *turn)
{
    int64_t number = rt_param_i64(turn->event, 0);
    if (!turn->thread || number < 0)
        return;
    struct opening o = {.dir.path = rt_share_empty()};
    switch (turn->event->type) {
    case EV_OPEN_X:
        read_open(turn, &o);
        break;
    case EV_CREAT_X:
        read_creat(turn, &o);
        break;
    case EV_OPENAT_2_X:
        read_openat(turn, &o, 5);
        break;
    case EV_OPENAT2_X:
        read_openat(turn, &o, 6);
        break;
    default:
        read_open_by_handle(turn, &o);
        break;
    }

    struct rt_state *state = turn->state;
    char *path = state->name_buffer;
    uint32_t len =
        rt_path_join(path, RT_PATH_SIZE, o.dir.path.data, o.dir.path.len, o.name.data, o.name.len);
    struct fd *fd = rt_thread_add_fd(state, turn->thread, number);
    turn->fd = fd;
    if (!fd)
        return;
    fd->f.type = o.flags & O_PPM_DIRECTORY ? RT_FD_DIRECTORY : RT_FD_FILE_V2;
    fd->f.open_flags = o.flags;
    fd->f.dev = o.dev;
    fd->f.ino = o.ino;
    if (o.flags & O_PPM_UPPER_LAYER)
        fd->f.flags |= RT_FD_OVERLAY_UPPER;
    if (o.flags & O_PPM_LOWER_LAYER)
        fd->f.flags |= RT_FD_OVERLAY_LOWER;
    rt_fd_set_name(state, fd, path, len);
    if (o.name.len == fd->f.name.len && memcmp(o.name.data, fd->f.name.data, o.name.len) == 0)
        rt_share_copy(state->pool, &fd->f.name_raw, &fd->f.name);
    else
        rt_share_set(state->pool, &fd->f.name_raw, o.name.data, o.name.len);
}

void rt_on_memfd(struct turn *turn)
{
    if (!turn->thread)
        return;
    int64_t number = rt_param_i64(turn->event, 0);
    struct rt_str name = rt_param_text(turn->event, 1);
    /* A failure leaves an fd of its errno that says nothing, as in Falco. */
    turn->fd = rt_thread_add_fd(turn->state, turn->thread, number);
    if (!turn->fd || number < 0)
        return;
    turn->fd->f.type = RT_FD_MEMFD;
    turn->fd->f.open_flags = (uint32_t)rt_param_u64(turn->event, 2);
    rt_fd_set_name(turn->state, turn->fd, name.data, name.len);
}

void rt_on_pidfd_open(struct turn *turn)
{
    int64_t number = rt_param_i64(turn->event, 0);
    if (!turn->thread || number < 0)
        return;
    turn->fd = rt_thread_add_fd(turn->state, turn->thread, number);
    if (!turn->fd)
        return;
    char name[40];
    turn->fd->f.type = RT_FD_PIDFD;
    turn->fd->f.pid = rt_param_i64(turn->event, 1);
    turn->fd->f.open_flags = (uint32_t)rt_param_u64(turn->event, 2);
    int len = snprintf(name, sizeof(name), "/proc/%lld", (long long)turn->fd->f.pid);
    rt_fd_set_name(turn->state, turn->fd, name, (uint32_t)len);
}

/* An fd of another process, through its pidfd. */
void rt_on_pidfd_getfd(struct turn *turn)
{
    struct rt_state *state = turn->state;
    if (!turn->thread) /* a failure shows what it was about all the same, as in Falco */
        return;
    const struct fd *pidfd =
        rt_fds_find(state, rt_thread_fds(turn->thread), rt_param_i64(turn->event, 1));
    if (!pidfd || pidfd->f.type != RT_FD_PIDFD)
        return;
    const struct thread *other = rt_thread_find(state, pidfd->f.pid);
    if (!other)
        return;
    const struct fd *target =
        rt_fds_find(state, rt_thread_fds(other), rt_param_i64(turn->event, 2));
    if (target)
        rt_fd_duplicate(turn, target, rt_param_i64(turn->event, 0), true);
}
