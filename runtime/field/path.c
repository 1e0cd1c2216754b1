/* Paths of an event. See path.h. */
#include "path.h"

#include "param_text.h"

static const struct rt_str nothing = {"", 0};

struct rt_dir rt_dir_current(const struct rt_eval *eval)
{
    const struct rt_thread *leader =
        eval->thread ? rt_state_main_thread(eval->engine->state, eval->thread) : NULL;

    return leader ? (struct rt_dir){.text = leader->cwd} : rt_dir_text("./");
}

struct rt_dir rt_dir_at(const struct rt_eval *eval, int64_t dirfd, struct rt_str unknown)
{
    if (dirfd == RT_AT_FDCWD)
        return rt_dir_current(eval);

    const struct rt_fd *fd =
        eval->thread ? rt_state_fd(eval->engine->state, eval->thread, dirfd) : NULL;
    if (!fd || fd->name.len == 0)
        return (struct rt_dir){.text = unknown};
    return (struct rt_dir){.text = fd->name, .slash = fd->name.data[fd->name.len - 1] != '/'};
}

struct rt_dir rt_dir_of_param(const struct rt_eval *eval, uint32_t index)
{
    const struct rt_event *event = eval->event;

    if (event->info->params[index].type != CAT_TYPE_FSRELPATH || index == 0 ||
        event->info->params[index - 1].type != CAT_TYPE_FD)
        return rt_dir_current(eval);
    return rt_dir_at(eval, rt_param_i64(event, index - 1), nothing);
}

void rt_path_build(struct rt_builder *builder, struct rt_dir dir, const char *path, uint32_t len)
{
    char base[RT_PATH_MAX + 1];
    char joined[RT_PATH_MAX + 1];
    uint32_t base_len = dir.text.len + dir.slash;

    if (base_len + len + 1 > RT_PATH_MAX) {
        rt_build_cstr(builder, "/DIR_TOO_LONG/FILENAME_TOO_LONG");
        return;
    }
    memcpy(base, dir.text.data, dir.text.len);
    if (dir.slash)
        base[dir.text.len] = '/';
    rt_build_add(builder, joined, rt_path_join(joined, sizeof(joined), base, base_len, path, len));
}
