#include "enter.h"

#include "../bytes.h"

/* A kept event: how many parameters, their lengths, their bytes. Longer ones are not kept. */
enum { MOST_PARAMS = 6, MOST_BYTES = 4096 };

struct kept {
    uint32_t nparams;
    uint32_t len[MOST_PARAMS];
};

void rt_enter_forget(struct rt_state *state, struct thread *thread)
{
    rt_pool_free(state->pool, thread->enter, thread->enter_len);
    thread->enter = NULL;
    thread->enter_len = 0;
}

void rt_on_enter(struct turn *turn)
{
    const struct rt_event *event = turn->event;
    struct thread *thread = turn->thread;
    /* An event without its first parameter has none of them, but for the two where that says
     * something. */
    if (!thread ||
        (!rt_param_given(event, 0) && event->type != EV_EXECVEAT_E && event->type != EV_CONNECT_E))
        return;
    struct kept kept = {.nparams = event->nparams < MOST_PARAMS ? event->nparams : MOST_PARAMS};
    uint32_t size = sizeof(kept);
    for (uint32_t i = 0; i < kept.nparams; i++) {
        kept.len[i] = event->params[i].len;
        size += kept.len[i];
        if (size > MOST_BYTES)
            return;
    }
    rt_enter_forget(turn->state, thread);
    uint8_t *bytes = rt_pool_alloc(turn->state->pool, size);
    if (!bytes)
        return;
    memcpy(bytes, &kept, sizeof(kept));
    uint8_t *next = bytes + sizeof(kept);
    for (uint32_t i = 0; i < kept.nparams; i++) {
        if (kept.len[i] > 0)
            memcpy(next, event->params[i].data, kept.len[i]);
        next += kept.len[i];
    }
    thread->enter = bytes;
    thread->enter_len = size;
    thread->enter_type = event->type;
}

uint16_t rt_enter_type(struct turn *turn)
{
    struct thread *thread = turn->thread;
    if (!thread || !thread->enter_valid || !thread->enter)
        return UINT16_MAX;
    uint16_t exit = turn->event->type;
    if (thread->enter_type + 1 == exit ||
        (exit == EV_EXECVE_19_X && thread->enter_type == EV_EXECVEAT_E))
        return thread->enter_type;
    return UINT16_MAX;
}

struct rt_param rt_enter_param(const struct turn *turn, uint32_t index)
{
    struct kept kept;
    memcpy(&kept, turn->thread->enter, sizeof(kept));
    if (index >= kept.nparams)
        return (struct rt_param){0};
    const uint8_t *data = turn->thread->enter + sizeof(kept);
    for (uint32_t i = 0; i < index; i++)
        data += kept.len[i];
    return (struct rt_param){.data = data, .len = kept.len[index]};
}

struct rt_str rt_enter_text(const struct turn *turn, uint32_t index)
{
    struct rt_param param = rt_enter_param(turn, index);
    return rt_text_of(&param);
}

int64_t rt_enter_i64(const struct turn *turn, uint32_t index)
{
    struct rt_param param = rt_enter_param(turn, index);
    if (param.len == 8)
        return (int64_t)rt_load64(param.data);
    if (param.len == 4)
        return (int32_t)rt_load32(param.data);
    return 0;
}

struct rt_dir rt_dir_of(const struct turn *turn, struct rt_str path, int64_t dirfd)
{
    struct rt_state *state = turn->state;
    if (path.len > 0 && path.data[0] == '/')
        return (struct rt_dir){.path = {".", 1}};
    if (dirfd == AT_PPM_FDCWD)
        return (struct rt_dir){.path = rt_thread_cwd(turn->thread)};
    struct fd *fd = rt_fds_find(state, rt_thread_fds(turn->thread), dirfd);
    if (!fd)
        return (struct rt_dir){.path = {"<UNKNOWN>", 9}, .unknown = true};
    struct rt_str name = fd->f.name;
    if (name.len > 0 && name.data[name.len - 1] != '/' && name.len < sizeof(state->dir_buffer)) {
        memcpy(state->dir_buffer, name.data, name.len);
        state->dir_buffer[name.len] = '/';
        name = (struct rt_str){state->dir_buffer, name.len + 1};
    }
    return (struct rt_dir){.path = name, .fd = fd};
}
