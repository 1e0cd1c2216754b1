/* The capture programs: what they see of the kernel becomes events in a ring buffer.
 *
 * There is one hook for system calls, where they return: there all arguments are still in the
 * registers, the result is known, and what the call made (a file, a socket) can be looked at. A
 * table by the call's number says which recipe describes its event, or that nobody wants it; then
 * the hook costs a look-up. A recipe (calls.h) is a list of steps, one for each parameter of the
 * event; write_event runs them. So a system call is a line in a table and not a program.
 *
 * Three things are not taken from the return of a call:
 *   - an exec that succeeded, from sched_process_exec: the new program is there, the thread that
 *     called may not be. It is an execve, as in Falco, whichever call it was;
 *   - the child's side of a clone, from sched_process_fork: before the child runs, so that its
 *     event comes before all others of the child, even if it dies at once;
 *   - the end of a thread, from sched_process_exit.
 *
 * Where things are:
 *   kernel.h   the kernel's structures, as far as they are read
 *   recipe.h   kinds of steps;  calls.h  the recipes;  step.h  what each kind does
 *   scratch.h  the event under way: appending, handing over;  loss.h  counting what is lost
 *   multiplex.h   calls of 32-bit code that make others
 *   task.h file.h socket.h data.h value.h flags.h   reading tasks, files, sockets, moved data,
 *              values of single calls; flag values
 *   drop.h     the filter: what is given up before it is written;  ask.h  by the rules;
 *              judge.h  what patterns are true of a text;  known.h  by what the agent knows
 *
 * Events of the agent itself are left out: an agent whose alerts raise events raises alerts without
 * end.
 */
#include "drop.h"
#include "guard.h"
#include "multiplex.h"
#include "step.h"

char LICENSE[] SEC("license") = CAPTURE_LICENSE;

/* Set by the loader: the recipe of each system call, or RECIPE_NONE; whether its failures are
 * wanted; one more than the 64-bit number of each 32-bit call, 0: none; the agent. */
const volatile __u8 call_recipes[MAX_CALLS];
const volatile __u8 call_failures[MAX_CALLS];
const volatile __u8 call_kinds[MAX_CALLS]; /* enum loss, and perhaps LOSS_OF_STATE */
const volatile __u16 compat_calls[MAX_CALLS];
const volatile __u32 agent_tgid;

#define CALL_EXECVE   59
#define CALL_EXECVEAT 322
#define CALL_CLONE    56
#define CALL_FORK     57
#define CALL_VFORK    58
#define CALL_CLONE3   435
#define CALL_BPF      321
#define X32_BIT       0x40000000

/* Whether the running task is one of the agent's. */
static __always_inline bool is_agent(const struct task_struct *current)
{
    return (__u32)current->tgid == agent_tgid;
}

/* Whether a call was made by 32-bit code. An exec from 64-bit to 32-bit code returns as such but
 * was not. */
static __always_inline bool is_compat(struct task_struct *task, __u32 call)
{
    return task->thread_info.status & TS_COMPAT && call != CALL_EXECVE && call != CALL_EXECVEAT;
}

/* Calls that return 0 in a new process or a new program: these have hooks of their own. */
static __always_inline bool is_process_call(__u32 call)
{
    return call == CALL_CLONE || call == CALL_FORK || call == CALL_VFORK || call == CALL_CLONE3 ||
           call == CALL_EXECVE || call == CALL_EXECVEAT;
}

/* Writes and hands over the event of a recipe, its parameters by that function; the subject's facts
 * are in the scratch. False: it is lost. */
static __always_inline bool write_event(struct scratch *s, __u32 number, __u64 tid,
                                        int (*put)(struct scratch *, __u32, __u32))
{
    if (number >= MAX_RECIPES)
        return false;
    const struct recipe *recipe = &recipes[number];
    __u32 count = recipe->count;

    if (count > MAX_STEPS)
        return false;
    event_begin(s, recipe->event, count);
    for (__u32 i = 0; i < MAX_STEPS && i < count; i++) {
        __u32 before = s->used;
        put(s, number, i);
        *(__u16 *)(s->record + AT_LENGTHS + i * sizeof(__u16)) = s->used - before;
    }
    return event_end(s, tid);
}

/* Tells of a descriptor that was kept from the agent: a directory, or a file whose opening was held
 * back. What is in the scratch of the event to come stays. */
__noinline int tell_descriptor(struct scratch *s, __s32 fd)
{
    if (!s)
        return 0;
    struct process *process = current_process();
    if (fd <= 0 || is_seen(process, fd))
        return 0;
    struct held *held = held_of(process, fd);
    if (!held && !is_directory(file_of(fd)))
        return 0;
    __s64 result = s->result;
    __u32 kind = s->kind;
    __u64 args[3] = {s->args[0], s->args[2], s->args[3]};
    s->kind = LOSS_OPEN | LOSS_OF_STATE;
    s->marked = 0;
    s->flags = RECORD_TOLD;
    s->result = fd;
    if (held) {
        s->args[0] = CURRENT_DIRECTORY;
        s->args[2] = held->flags;
        s->args[3] = held->mode;
        s->filename = held->name;
    }
    if (write_event(s, held ? RECIPE_HELD : RECIPE_TOLD, (__u32)bpf_get_current_pid_tgid(),
                    put_told_event_step))
        set_seen(process, fd, true);
    let_go(process, fd);
    s->kind = kind;
    s->result = result;
    s->args[0] = args[0];
    s->args[2] = args[1];
    s->args[3] = args[2];
    return 0;
}

__noinline int tell_argument(struct scratch *s, __u32 index)
{
    return s ? tell_descriptor(s, argument(s, index)) : 0;
}

/* Tells of everything that is held back in the running process. */
__noinline int tell_held(struct scratch *s)
{
    if (!s || !hold_files)
        return 0;
    struct process *process = current_process();
    for (__u32 i = 0; process && i < MOST_HELD; i++) {
        __s32 fd = process->held[i];
        if (fd > 0)
            tell_descriptor(s, fd);
        process->held[i] = 0;
    }
    return 0;
}

/* What the event to come needs of the descriptors that it is about. */
static __always_inline void tell_descriptors(struct scratch *s, __u32 state)
{
    __u32 which = call_descriptors[s->call & (MAX_CALLS - 1)];

    for (__u32 i = 0; which && i < 6; i++) {
        if (which >> i & 1)
            tell_argument(s, i);
    }
    if (hold_files && (state == STATE_MOVE || state == STATE_TABLE || s->call == CALL_RECVMSG ||
                       s->call == CALL_RECVMMSG))
        tell_held(s);
}

/* True: the event is for the guard alone. A call of 32-bit code has its arguments elsewhere. What
 * was refused is told only of bpf: who got that far has more rights than to ask. */
static __always_inline bool look_after_agent(struct task_struct *task, struct pt_regs *regs,
                                             __u32 call, bool compat, long result)
{
    if (is_agent(task)) {
        if (result == 0 && call_guards[call & (MAX_CALLS - 1)] == GUARD_SIGNAL)
            notice(GUARD_BEAT, 0);
    } else if (result >= 0 || (result == -ERRNO_PERM && call == CALL_BPF)) {
        if (compat)
            guard_call(call, (__u32)regs->bx, (__u32)regs->cx, (__u32)regs->dx);
        else
            guard_call(call, regs->di, regs->si, regs->dx);
    }
    return call_recipes[call & (MAX_CALLS - 1)] == RECIPE_GUARDED;
}

SEC("tp_btf/sys_exit")
int BPF_PROG(system_call_exit, struct pt_regs *regs, long result)
{
    __u64 call = (__u32)regs->orig_ax & ~X32_BIT;
    KEEP_IN_REGISTER(call);
    if (call >= MAX_CALLS)
        return 0;
    struct task_struct *task = bpf_get_current_task_btf();
    bool compat = is_compat(task, call);
    struct made_call *made = 0;
    if (compat) {
        if (is_multiplexer(call)) {
            made = made_call(regs, call);
            call = made ? made->call : MAX_CALLS;
        } else {
            call = (__u32)compat_calls[call] - 1;
        }
        KEEP_IN_REGISTER(call);
        if (call >= MAX_CALLS)
            return 0;
    }
    __u32 recipe = call_recipes[call];
    if (recipe == RECIPE_NONE)
        return 0;
    if (call_guards[call] && look_after_agent(task, regs, call, compat, result))
        return 0;
    if (is_agent(task))
        return 0;
    if (result < 0 && !call_failures[call] && result != -ERRNO_INPROGRESS)
        return 0;
    if (result == 0 && is_process_call(call))
        return 0;

    __u32 state = call_states[call], start = start_of(call, 0);
    bool dropped = false;
    if (made && made->unread)
        start = RT_FILTER_KEEP;
    if (filter_mode && state != STATE_OPEN && start != RT_FILTER_KEEP) {
        __u64 fd = compat ? regs->bx : regs->di, second = compat ? regs->cx : regs->si;
        __u64 third = regs->dx;
        if (made) {
            fd = made->args[0];
            second = made->args[1];
            third = made->args[2];
        }
        dropped = is_old_news(task, state, (__s32)fd, second, third, result);
        if (dropped && start == RT_FILTER_DROP && filter_mode == FILTER_ON) {
            count_call(call, true);
            return 0;
        }
    }

    struct scratch *s = scratch_take(task, call_kinds[call]);
    if (!s)
        return 0;
    s->result = result;
    s->call = call;
    s->composed = 0;
    s->judged = 0;
    s->name_size = 0;
    s->compat = compat;
    if (made) {
        for (int i = 0; i < 6; i++)
            s->args[i] = made->args[i];
        if (made->unread && result != -ERRNO_FAULT)
            count(CAUSE_FAULT, s->kind);
    } else if (compat) {
        s->args[0] = (__u32)regs->bx;
        s->args[1] = (__u32)regs->cx;
        s->args[2] = (__u32)regs->dx;
        s->args[3] = (__u32)regs->si;
        s->args[4] = (__u32)regs->di;
        s->args[5] = (__u32)regs->bp;
    } else {
        s->args[0] = regs->di;
        s->args[1] = regs->si;
        s->args[2] = regs->dx;
        s->args[3] = regs->r10;
        s->args[4] = regs->r8;
        s->args[5] = regs->r9;
    }
    if (filter_mode && state == STATE_OPEN)
        dropped = drops_open(s, call);
    else if (dropped && start != RT_FILTER_DROP)
        dropped = no_rule_holds(s, start);
    count_call(call, dropped);
    if (!dropped || filter_mode != FILTER_ON) {
        if (filter_mode && !dropped && (unseen_directories || hold_files))
            tell_descriptors(s, state);
        s->marked = dropped;
        s->flags = 0;
        bool written = write_event(s, recipe, (__u32)bpf_get_current_pid_tgid(), put_step);
        if (filter_mode && !dropped)
            note_descriptors(s, state, written);
    }
    s->busy = 0;
    return 0;
}

/* The number of the call that the running task is in, as of 64-bit code, and its first
 * argument. */
static __always_inline __u32 current_call(__u64 *argument_0)
{
    struct task_struct *task = bpf_get_current_task_btf();
    struct pt_regs *regs = (struct pt_regs *)bpf_task_pt_regs(task);
    __u64 call = (__u32)regs->orig_ax & ~X32_BIT;

    KEEP_IN_REGISTER(call);
    if (call >= MAX_CALLS)
        return MAX_CALLS;
    if (!is_compat(task, call)) {
        *argument_0 = regs->di;
        return call;
    }
    *argument_0 = (__u32)regs->bx;
    return (__u32)compat_calls[call] - 1;
}

SEC("tp_btf/sched_process_exec")
int BPF_PROG(process_exec, struct task_struct *task, int old_pid, struct linux_binprm *binprm)
{
    if (is_agent(task))
        return 0;
    struct scratch *s = scratch_take(task, LOSS_EXECVE | LOSS_OF_STATE);
    if (!s)
        return 0;
    s->result = 0;
    tell_held(s);
    s->filename = binprm->filename;
    s->marked = s->flags = 0;
    known_at_exec(s, task);
    write_event(s, RECIPE_EXEC, task->pid, put_exec_event_step);
    s->busy = 0;
    return 0;
}

/* The child has what the parent holds. */
static __always_inline void tell_before_birth(void)
{
    struct process *process = current_process();
    bool any = false;

    for (__u32 i = 0; process && i < MOST_HELD; i++)
        any |= process->held[i] != 0;
    struct scratch *s =
        any ? scratch_take(bpf_get_current_task_btf(), LOSS_OPEN | LOSS_OF_STATE) : 0;
    if (!s)
        return;
    tell_held(s);
    s->busy = 0;
}

SEC("tp_btf/sched_process_fork")
int BPF_PROG(process_fork, struct task_struct *parent, struct task_struct *child)
{
    __u64 argument_0 = 0;

    if (hold_files && parent->tgid != child->tgid)
        tell_before_birth();
    known_at_birth(parent, child);
    if (is_agent(parent) && child->tgid == parent->tgid)
        own_thread(child->pid, true);
    if (parent->flags & PF_KTHREAD || is_agent(parent))
        return 0;
    __u64 call = current_call(&argument_0);
    KEEP_IN_REGISTER(call);
    if (call >= MAX_CALLS)
        return 0;
    __u32 recipe = call_recipes[call];
    if (recipe == RECIPE_NONE || !is_process_call(call))
        return 0;
    struct scratch *s = scratch_take(child, LOSS_CLONE_FORK | LOSS_OF_STATE);
    if (!s)
        return 0;
    s->result = 0;
    s->args[0] = argument_0;
    s->marked = s->flags = 0;
    bool written = write_event(s, recipe, child->pid, put_birth_event_step);
    struct process *process = filter_mode && written ? current_process() : 0;
    if (process)
        process->told_child = child->pid;
    s->busy = 0;
    return 0;
}

SEC("tp_btf/sched_process_exit")
int BPF_PROG(process_exit, struct task_struct *task)
{
    if (is_agent(task))
        own_thread(task->pid, false);
    if (task->flags & (PF_KTHREAD | PF_IO_WORKER | PF_USER_WORKER) || is_agent(task))
        return 0;
    struct scratch *s = scratch_take(task, LOSS_PROC_EXIT | LOSS_OF_STATE);
    if (!s)
        return 0;
    s->result = 0;
    s->marked = s->flags = 0;
    if (known_at_exit(task))
        forget_held(task);
    write_event(s, RECIPE_EXIT, task->pid, put_exit_event_step);
    s->busy = 0;
    return 0;
}

#include "uring.h"
