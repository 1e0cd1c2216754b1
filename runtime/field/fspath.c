/* Fields about the paths of calls that act on paths (fs.path.*).
 *
 * Which parameter is the path, which is source and which is target is a table of Falco's, and so
 * are its oddities: an open counts unless it returned -1, of a hard link the new name is the
 * source, and a relative path of mkdirat below the current directory starts with <UNKNOWN>.
 */
#include "event_facts.h"
#include "fd_facts.h"
#include "path.h"

enum { NONE = -1, FD_NAME = -2 }; /* no such path; the name of the fd is the path */

struct paths {
    int8_t path, source, target; /* indexes of parameters, or the above */
};

static struct paths paths_of(uint16_t type)
{
    switch (type) {
    case EV_MKDIR_2_X:
    case EV_RMDIR_2_X:
    case EV_UNLINK_2_X:
    case EV_CHMOD_X:
    case EV_CHOWN_X:
    case EV_LCHOWN_X:
    case EV_OPEN_X:
    case EV_UMOUNT_1_X:
    case EV_UMOUNT2_X:
    case EV_QUOTACTL_X:
        return (struct paths){1, NONE, NONE};
    case EV_MKDIRAT_X:
    case EV_UNLINKAT_2_X:
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
    case EV_FCHMODAT_X:
    case EV_FCHOWNAT_X:
        return (struct paths){2, NONE, NONE};
    case EV_FCHMOD_X:
    case EV_FCHOWN_X:
        return (struct paths){FD_NAME, NONE, NONE};
    case EV_RENAME_X:
    case EV_MOUNT_X:
        return (struct paths){NONE, 1, 2};
    case EV_RENAMEAT_X:
    case EV_RENAMEAT2_X:
        return (struct paths){NONE, 2, 4};
    case EV_LINK_2_X:
    case EV_SYMLINK_X:
        return (struct paths){NONE, 2, 1};
    case EV_LINKAT_2_X:
        return (struct paths){NONE, 4, 2};
    case EV_SYMLINKAT_X:
        return (struct paths){NONE, 3, 1};
    default:
        return (struct paths){NONE, NONE, NONE};
    }
}

static bool succeeded(const struct rt_event *event)
{
    if (event->nparams == 0 || event->params[0].len != 8)
        return false;
    int64_t result = rt_param_i64(event, 0);
    return rt_event_is_open(event->type) ? result != -1 : result == 0;
}

/* The raw path; a missing one is "<NA>". False: the bytes are no text. */
static bool raw_path(const struct rt_eval *eval, int8_t which, struct rt_str *path)
{
    const struct rt_event *event = eval->event;

    if (which == FD_NAME) {
        *path = eval->fd ? eval->fd->name : (struct rt_str){"", 0};
        return true;
    }
    if (which >= (int)event->nparams)
        return false;
    if (event->params[which].len == 0) {
        *path = (struct rt_str){"<NA>", 4};
        return true;
    }
    path->data = rt_param_str(event, (uint32_t)which, &path->len);
    return event->params[which].data == (const uint8_t *)path->data;
}

static const struct rt_str unknown = {"<UNKNOWN>", 9};

/* The directory fd that the event is about. */
static struct rt_dir subject_directory(const struct rt_eval *eval)
{
    const struct rt_fd *fd = eval->fd;

    if (!fd || fd->type != RT_FD_DIRECTORY)
        return (struct rt_dir){.text = unknown};
    return (struct rt_dir){.text = fd->name,
                           .slash = fd->name.len > 0 && fd->name.data[fd->name.len - 1] != '/'};
}

static void build_absolute(struct rt_builder *builder, enum cat_field_id field, struct rt_str path)
{
    const struct rt_eval *eval = builder->eval;
    struct rt_dir dir = rt_dir_text("");

    if (path.len > 0 && path.data[0] == '/') {
        rt_path_build(builder, dir, path.data, path.len);
        return;
    }
    switch (eval->event->type) {
    case EV_OPENAT_2_X:
    case EV_OPENAT2_X:
        path = eval->fd ? eval->fd->name : unknown;
        break;
    case EV_FCHOWNAT_X:
    case EV_FCHMODAT_X:
    case EV_MKDIRAT_X:
    case EV_UNLINKAT_2_X:
        dir = subject_directory(eval);
        break;
    case EV_SYMLINKAT_X:
        dir = field == FIELD_FS_PATH_SOURCE ? subject_directory(eval)
                                            : (struct rt_dir){.text = unknown};
        break;
    case EV_RENAMEAT2_X:
        dir = rt_dir_at(eval, rt_param_i64(eval->event, field == FIELD_FS_PATH_TARGET ? 3 : 1),
                        unknown);
        break;
    default:
        dir = rt_dir_current(eval);
        break;
    }
    rt_path_build(builder, dir, path.data, path.len);
}

/* As the kernel resolved it: through links, mounts and "..", whatever the process' memory says. */
static void give_resolved(const struct rt_event *event, struct rt_values *out)
{
    struct rt_str path;

    path.data = rt_event_resolved(event, &path.len);
    if (path.len > 0)
        rt_give_str(out, path);
}

void rt_extract_fspath(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    if (ref->field == FIELD_FS_PATH_RESOLVED) {
        give_resolved(eval->event, out);
        return;
    }
    const struct paths paths = paths_of(eval->event->type);
    struct rt_builder builder;
    struct rt_str path;
    bool raw = false;
    int8_t which;

    switch ((int)ref->field) {
    case FIELD_FS_PATH_NAMERAW:
        raw = true;
        /* fall through */
    case FIELD_FS_PATH_NAME:
        which = paths.path;
        break;
    case FIELD_FS_PATH_SOURCERAW:
        raw = true;
        /* fall through */
    case FIELD_FS_PATH_SOURCE:
        which = paths.source;
        break;
    case FIELD_FS_PATH_TARGETRAW:
        raw = true;
        /* fall through */
    case FIELD_FS_PATH_TARGET:
        which = paths.target;
        break;
    default:
        return;
    }
    if (which == NONE || !succeeded(eval->event) || !raw_path(eval, which, &path))
        return;
    if (raw) {
        rt_give_str(out, path);
    } else if (eval->thread) {
        rt_build_begin(&builder, eval);
        build_absolute(&builder, ref->field, path);
        rt_build_give(&builder, out);
    }
}
