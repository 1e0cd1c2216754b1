/* What a thread and its process use and how old they are: proc.duration, proc.fdopencount,
 * proc.vmsize, proc.nthreads, thread.cpu, ... */
#include "ancestors.h"
#include "give.h"
#include "process.h"
#include "thread.h"

static uint64_t open_fds(const struct rt_eval *eval)
{
    return rt_state_fd_count(eval->engine->state, eval->thread);
}

static int64_t fd_limit(const struct rt_eval *eval)
{
    const struct rt_thread *leader = rt_state_main_thread(eval->engine->state, eval->thread);

    return leader ? (int64_t)leader->fd_limit : 0;
}

/* In percent. */
static double fd_usage(const struct rt_eval *eval)
{
    int64_t limit = fd_limit(eval);
    uint64_t open = open_fds(eval);

    if (limit <= 0)
        return 0;
    return open <= (uint64_t)limit ? (double)open * 100 / (double)limit : 100;
}

/* Memory is the process', and shown with its leader only. */
static void give_memory(const struct rt_thread *thread, uint64_t kilobytes, uint64_t unit,
                        struct rt_values *out)
{
    rt_give_u64(out, rt_thread_is_main(thread) ? kilobytes * unit : 0);
}

/* Percent of the last second, which the events of a sampling capture carry. */
static void give_cpu(const struct rt_eval *eval, bool user, bool system, struct rt_values *out)
{
    const struct rt_event *event = eval->event;
    const struct rt_thread *thread = eval->thread;

    if (event->type != EV_PROCINFO_E || event->nparams < 2)
        return;
    uint64_t before = (user ? thread->cpu_user : 0) + (system ? thread->cpu_system : 0);
    uint64_t now = (user ? rt_param_u64(event, 0) : 0) + (system ? rt_param_u64(event, 1) : 0);
    double percent = before != 0 ? (double)(now - before) : 0;
    rt_give_f64(out, percent > 100 ? 100 : percent);
}

/* Falco gives the number of open fds when it does not know when the parent started. */
static void give_parent_duration(const struct rt_eval *eval, struct rt_values *out)
{
    const struct rt_thread *parent = rt_ancestor(eval, 1);

    if (!parent)
        return;
    if (parent->clone_time_ns != 0)
        rt_give_u64(out, eval->event->time_ns - parent->clone_time_ns);
    else
        rt_give_u64(out, open_fds(eval));
}

void rt_extract_usage(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_state *state = eval->engine->state;
    const struct rt_thread *thread = eval->thread;
    const struct rt_thread *parent, *leader;
    uint64_t size;

    if (ref->field == FIELD_THREAD_EXECTIME) {
        rt_give_u64(out, 0); /* nothing measures it between switches of the scheduler */
        return;
    }
    switch ((int)ref->field) {
    case FIELD_PROC_DURATION:
        if (thread->clone_time_ns != 0)
            rt_give_u64(out, eval->event->time_ns - thread->clone_time_ns);
        break;
    case FIELD_PROC_PPID_DURATION:
        give_parent_duration(eval, out);
        break;
    case FIELD_PROC_PID_TS:
        if (thread->clone_time_ns != 0)
            rt_give_u64(out, thread->clone_time_ns);
        break;
    case FIELD_PROC_PPID_TS:
        parent = rt_state_parent(state, thread);
        if (parent)
            rt_give_u64(out, parent->clone_time_ns);
        break;
    case FIELD_PROC_PVPID:
        parent = rt_state_parent(state, thread);
        if (parent)
            rt_give_i64(out, parent->vpid);
        break;
    case FIELD_PROC_FDOPENCOUNT:
        rt_give_u64(out, open_fds(eval));
        break;
    case FIELD_PROC_FDLIMIT:
        rt_give_i64(out, fd_limit(eval));
        break;
    case FIELD_PROC_FDUSAGE:
        rt_give_f64(out, fd_usage(eval));
        break;
    case FIELD_PROC_VMSIZE:
        rt_give_u64(out, thread->vm_size_kb);
        break;
    case FIELD_PROC_VMRSS:
        rt_give_u64(out, thread->vm_rss_kb);
        break;
    case FIELD_PROC_VMSWAP:
        rt_give_u64(out, thread->vm_swap_kb);
        break;
    case FIELD_THREAD_VMSIZE:
        give_memory(thread, thread->vm_size_kb, 1, out);
        break;
    case FIELD_THREAD_VMRSS:
        give_memory(thread, thread->vm_rss_kb, 1, out);
        break;
    case FIELD_THREAD_VMSIZE_B:
        give_memory(thread, thread->vm_size_kb, 1024, out);
        break;
    case FIELD_THREAD_VMRSS_B:
        give_memory(thread, thread->vm_rss_kb, 1024, out);
        break;
    case FIELD_THREAD_PFMAJOR:
        rt_give_u64(out, thread->pf_major);
        break;
    case FIELD_THREAD_PFMINOR:
        rt_give_u64(out, thread->pf_minor);
        break;
    case FIELD_PROC_NTHREADS:
        rt_give_u64(out, rt_state_group_size(state, thread));
        break;
    case FIELD_PROC_NCHILDS:
        /* the group without its leader, who may be gone */
        size = rt_state_group_size(state, thread);
        leader = rt_state_main_thread(state, thread);
        rt_give_u64(out, size > 0 && leader && !(leader->flags & RT_THREAD_DEAD) ? size - 1 : size);
        break;
    case FIELD_THREAD_TOTEXECTIME:
        rt_give_u64(out, 0);
        break;
    case FIELD_THREAD_CPU:
        give_cpu(eval, true, true, out);
        break;
    case FIELD_THREAD_CPU_USER:
        give_cpu(eval, true, false, out);
        break;
    case FIELD_THREAD_CPU_SYSTEM:
        give_cpu(eval, false, true, out);
        break;
    default:
        break;
    }
}
