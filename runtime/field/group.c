/* Fields about the group of the thread (group.*). */
#include "../engine.h"
#include "user.h"

void rt_extract_group(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_thread *thread = eval->thread;

    if (!thread)
        return;
    if (ref->field == FIELD_GROUP_GID) {
        rt_give_u64(out, thread->gid);
    } else if (ref->field == FIELD_GROUP_NAME) {
        const struct rt_group *group =
            rt_state_group(eval->engine->state, rt_user_scope(eval), thread->gid);

        if (group)
            rt_give_str(out, group->name);
        else
            rt_give_cstr(out, thread->gid == 0 ? "root" : "<NA>");
    }
}
