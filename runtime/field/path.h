/* Paths of an event, made absolute the way Falco does. */
#ifndef RULEC_FIELD_PATH_H
#define RULEC_FIELD_PATH_H

#include "../engine.h"
#include "build.h"

#define RT_AT_FDCWD (-100) /* the dirfd that means the current directory */

/* Longer ones than this, directory and name together, are given up. Source: Falco. */
#define RT_PATH_MAX 1024

/* What a relative path is relative to. */
struct rt_dir {
    struct rt_str text;
    bool slash; /* text lacks its '/' at the end */
};

/* The current directory of the event's thread: that of its process. */
struct rt_dir rt_dir_current(const struct rt_eval *eval);

/* The directory open at dirfd; AT_FDCWD: the current one. For an fd that is not known: unknown. */
struct rt_dir rt_dir_at(const struct rt_eval *eval, int64_t dirfd, struct rt_str unknown);

static inline struct rt_dir rt_dir_text(const char *text)
{
    return (struct rt_dir){.text = {text, (uint32_t)strlen(text)}};
}

/* The directory of a parameter: the fd in the parameter before it if that is one, else the
 * current directory. */
struct rt_dir rt_dir_of_param(const struct rt_eval *eval, uint32_t index);

/* Appends path (len bytes) joined to dir and cleaned of ".", ".." and double slashes. */
void rt_path_build(struct rt_builder *builder, struct rt_dir dir, const char *path, uint32_t len);

#endif
