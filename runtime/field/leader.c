/* Leaders of sessions and process groups: proc.sid.*, proc.vpgid.*, proc.pgid.*.
 *
 * Sessions and virtual process groups are numbered in the process' own pid namespace. Inside a
 * container the leader can therefore not be looked up by its number: it is the last one on the way
 * up whose parents all have the same number.
 */
#include "ancestors.h"
#include "give.h"
#include "thread.h"

#define CLONE_CHILD_IN_PIDNS (1u << 29) /* Falco's mark in clone flags */

enum group { SESSION, VIRTUAL_GROUP, GROUP };

static int64_t group_id(const struct rt_thread *thread, enum group group)
{
    switch (group) {
    case SESSION:
        return thread->sid;
    case VIRTUAL_GROUP:
        return thread->vpgid;
    case GROUP:
        break;
    }
    return thread->pgid;
}

static bool in_pid_namespace(const struct rt_thread *thread)
{
    return (thread->clone_flags & CLONE_CHILD_IN_PIDNS) ||
           (thread->tid != thread->vtid && thread->vtid >= 0);
}

static const struct rt_thread *find_leader(const struct rt_eval *eval, enum group group)
{
    const struct rt_state *state = eval->engine->state;
    const struct rt_thread *thread = eval->thread, *leader = NULL;
    struct rt_lineage walk;
    int64_t id = group_id(thread, group);

    if (id == -1)
        return NULL;
    if (group == GROUP || !in_pid_namespace(thread)) {
        leader = rt_state_thread(state, id);
        if (leader)
            return leader;
    }
    for (thread = rt_lineage_begin(&walk, state, thread); thread && group_id(thread, group) == id;
         thread = rt_lineage_next(&walk))
        leader = thread;
    return leader;
}

enum fact { NAME, EXE, EXEPATH };

/* The leader's name; empty if it is not known. */
static void give_leader(const struct rt_eval *eval, enum group group, enum fact fact,
                        struct rt_values *out)
{
    const struct rt_thread *leader = find_leader(eval, group);

    if (!leader)
        rt_give_text(out, "", 0);
    else if (fact == NAME)
        rt_give_cstr(out, leader->comm);
    else
        rt_give_str(out, fact == EXE ? leader->exe : leader->exepath);
}

void rt_extract_leader(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_thread *thread = eval->thread;

    switch ((int)ref->field) {
    case FIELD_PROC_SID:
        rt_give_i64(out, thread->sid);
        break;
    case FIELD_PROC_SNAME:
        give_leader(eval, SESSION, NAME, out);
        break;
    case FIELD_PROC_SID_EXE:
        give_leader(eval, SESSION, EXE, out);
        break;
    case FIELD_PROC_SID_EXEPATH:
        give_leader(eval, SESSION, EXEPATH, out);
        break;
    case FIELD_PROC_VPGID:
        rt_give_i64(out, thread->vpgid);
        break;
    case FIELD_PROC_VPGID_NAME:
        give_leader(eval, VIRTUAL_GROUP, NAME, out);
        break;
    case FIELD_PROC_VPGID_EXE:
        give_leader(eval, VIRTUAL_GROUP, EXE, out);
        break;
    case FIELD_PROC_VPGID_EXEPATH:
        give_leader(eval, VIRTUAL_GROUP, EXEPATH, out);
        break;
    case FIELD_PROC_PGID:
        rt_give_i64(out, thread->pgid);
        break;
    case FIELD_PROC_PGID_NAME:
        give_leader(eval, GROUP, NAME, out);
        break;
    case FIELD_PROC_PGID_EXE:
        give_leader(eval, GROUP, EXE, out);
        break;
    case FIELD_PROC_PGID_EXEPATH:
        give_leader(eval, GROUP, EXEPATH, out);
        break;
    case FIELD_PROC_IS_SID_LEADER:
        rt_give_bool(out, thread->sid == thread->vpid);
        break;
    case FIELD_PROC_IS_VPGID_LEADER:
        rt_give_bool(out, thread->vpgid == thread->vpid);
        break;
    case FIELD_PROC_IS_PGID_LEADER:
        rt_give_bool(out, thread->pgid == thread->pid);
        break;
    default:
        break;
    }
}
