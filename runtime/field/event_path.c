/* evt.abspath: the path of a call that takes a directory fd and a name, made absolute. */
#include "event.h"
#include "event_facts.h"
#include "path.h"

enum which { FIRST, SECOND }; /* of the paths of a call that has two */

/* Index of the path parameter; its directory fd is the one before it. 0: the event has none. */
static uint32_t path_param(uint16_t type, enum which which)
{
    switch (type) {
    case EV_RENAMEAT_X:
    case EV_RENAMEAT2_X:
    case EV_LINKAT_2_X:
        return which == SECOND ? 4 : 2;
    case EV_SYMLINKAT_X:
        return 3;
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
    case EV_UNLINKAT_2_X:
    case EV_MKDIRAT_X:
    case EV_FCHMODAT_X:
    case EV_FCHOWNAT_X:
        return 2;
    default:
        return 0;
    }
}

/* Falco puts a '/' between the directory and the name, whether the directory ends in one or not. */
static struct rt_dir directory(const struct rt_eval *eval, int64_t dirfd)
{
    static const struct rt_str unknown = {"<UNKNOWN>/", 10};

    if (dirfd == RT_AT_FDCWD)
        return rt_dir_current(eval);
    const struct rt_fd *fd = rt_state_fd(eval->engine->state, eval->thread, dirfd);
    if (!fd)
        return (struct rt_dir){.text = unknown};
    return (struct rt_dir){.text = fd->name, .slash = true};
}

static void give_joined(struct rt_eval *eval, struct rt_dir dir, const char *path, uint32_t len,
                        struct rt_values *out)
{
    struct rt_builder builder;

    rt_build_begin(&builder, eval);
    rt_path_build(&builder, dir, path, len);
    rt_build_give(&builder, out);
}

void rt_extract_event_path(struct rt_eval *eval, const struct rt_field_ref *ref,
                           struct rt_values *out)
{
    const struct rt_event *event = eval->event;
    enum which which = ref->arg_kind == RT_ARG_KEY && strcmp(ref->key, "dst") == 0 ? SECOND : FIRST;
    uint32_t len;

    if (!eval->thread)
        return;
    if (event->type == EV_OPEN_BY_HANDLE_AT_X) {
        /* The kernel tells the path of a file that could be opened. */
        if (rt_event_has_result(event) && rt_event_result(event) > 0) {
            const char *path = rt_param_str(event, 3, &len);

            give_joined(eval, rt_dir_text(""), len > 0 ? path : "<NA>", len > 0 ? len : 4, out);
        }
        return;
    }

    uint32_t index = path_param(event->type, which);
    if (index == 0 || index >= event->nparams || event->params[index].len == 0 ||
        event->params[index - 1].len != 8)
        return;
    const char *path = rt_param_str(event, index, &len);
    if (path[0] == '/')
        give_joined(eval, rt_dir_text("."), path, len, out);
    else
        give_joined(eval, directory(eval, rt_param_i64(event, index - 1)), path, len, out);
}
