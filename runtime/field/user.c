/* Fields about the user of the thread (user.*). */
#include "user.h"
#include "../engine.h"

static void give_name(const struct rt_user *user, uint32_t uid, struct rt_values *out)
{
    if (user)
        rt_give_str(out, user->name);
    else
        rt_give_cstr(out, uid == 0 ? "root" : "<NA>");
}

void rt_extract_user(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_state *state = eval->engine->state;
    const struct rt_thread *thread = eval->thread;
    const struct rt_thread *scope = rt_user_scope(eval);
    const struct rt_user *user;

    if (!thread)
        return;
    switch ((int)ref->field) {
    case FIELD_USER_UID:
        rt_give_u64(out, thread->uid);
        break;
    case FIELD_USER_NAME:
        give_name(rt_state_user(state, scope, thread->uid), thread->uid, out);
        break;
    case FIELD_USER_LOGINUID:
        rt_give_i64(out, thread->loginuid == UINT32_MAX ? -1 : (int64_t)thread->loginuid);
        break;
    case FIELD_USER_LOGINNAME:
        give_name(rt_state_user(state, scope, thread->loginuid), thread->loginuid, out);
        break;
    case FIELD_USER_HOMEDIR:
        user = rt_state_user(state, scope, thread->uid);
        if (user)
            rt_give_str(out, user->home);
        else
            rt_give_cstr(out, thread->uid == 0 ? "/root" : "<NA>");
        break;
    case FIELD_USER_SHELL:
        user = rt_state_user(state, scope, thread->uid);
        if (user)
            rt_give_str(out, user->shell);
        else
            rt_give_cstr(out, "<NA>");
        break;
    default:
        break;
    }
}
