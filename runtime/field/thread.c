/* Fields about the thread of the event and its process (proc.*, thread.*). Ancestors are in
 * ancestors.c, sessions and process groups in leader.c, resources and times in usage.c. */
#include "thread.h"

#include "ancestors.h"
#include "build.h"
#include "names.h"
#include "process.h"

/* Ids beyond 32 bits are invented, for threads that a source could not match to real ones. */
static void give_id(int64_t id, struct rt_values *out)
{
    if (id >= -1 && id <= UINT32_MAX)
        rt_give_i64(out, id);
}

static void give_unless(uint64_t number, uint64_t none, struct rt_values *out)
{
    if (number != none)
        rt_give_u64(out, number);
}

/* --- arguments and environment --- */

/* proc.args[N] beyond the last is empty. */
static void give_arg(const struct rt_thread *thread, uint32_t index, struct rt_values *out)
{
    struct rt_str left = rt_strings(thread->args), string;

    for (uint32_t i = 0; rt_strings_next(&left, &string); i++) {
        if (i == index) {
            rt_give_str(out, string);
            return;
        }
    }
    rt_give_text(out, "", 0);
}

static void give_text(struct rt_eval *eval, const struct rt_field_ref *ref,
                      const struct rt_thread *thread, struct rt_values *out)
{
    struct rt_builder builder;

    rt_build_begin(&builder, eval);
    switch ((int)ref->field) {
    case FIELD_PROC_ARGS:
        rt_process_args(&builder, thread);
        break;
    case FIELD_PROC_CMDLINE:
    case FIELD_PROC_PCMDLINE:
        rt_process_cmdline(&builder, thread);
        break;
    case FIELD_PROC_EXELINE:
        rt_build_add(&builder, thread->exe.data, thread->exe.len);
        rt_build_char(&builder, ' ');
        rt_process_args(&builder, thread);
        break;
    case FIELD_PROC_ENV:
        rt_process_env(&builder, eval->engine->state, thread);
        break;
    case FIELD_THREAD_NAMETID:
        rt_build_cstr(&builder, thread->comm);
        rt_build_i64(&builder, eval->event->tid);
        break;
    default:
        break;
    }
    rt_build_give(&builder, out);
}

static void give_arg_count(const struct rt_thread *thread, bool bytes, struct rt_values *out)
{
    struct rt_str left = rt_strings(thread->args), string;
    uint64_t count = 0;

    while (rt_strings_next(&left, &string))
        count += bytes ? string.len : 1;
    rt_give_u64(out, count);
}

/* --- cgroups --- */

/* The subsystem as Falco calls it: "memory" for mem_cgroup, "blkio" for io. Appends its name. */
static void add_subsystem(struct rt_builder *builder, struct rt_str name)
{
    static const struct {
        const char *kernel, *falco;
    } renamed[] = {{"perf", "perf_event"}, {"mem", "memory"}, {"io", "blkio"}};
    const char *suffix = memmem(name.data, name.len, "_cgroup", strlen("_cgroup"));
    uint32_t len = suffix ? (uint32_t)(suffix - name.data) : name.len;

    for (size_t i = 0; i < sizeof(renamed) / sizeof(renamed[0]); i++) {
        if (len == strlen(renamed[i].kernel) && memcmp(name.data, renamed[i].kernel, len) == 0) {
            rt_build_cstr(builder, renamed[i].falco);
            return;
        }
    }
    rt_build_add(builder, name.data, len);
}

/* Walks "subsystem=path"; a string without '=' ends it. */
static bool next_cgroup(struct rt_str *left, struct rt_str *subsystem, struct rt_str *path)
{
    struct rt_str string;
    const char *equal;

    if (!rt_strings_next(left, &string) || !(equal = memchr(string.data, '=', string.len)))
        return false;
    *subsystem = (struct rt_str){string.data, (uint32_t)(equal - string.data)};
    *path = (struct rt_str){equal + 1, string.len - subsystem->len - 1};
    return true;
}

static void give_cgroups(struct rt_eval *eval, struct rt_values *out)
{
    struct rt_str left = rt_strings(eval->thread->cgroups), subsystem, path;
    struct rt_builder builder;

    rt_build_begin(&builder, eval);
    while (next_cgroup(&left, &subsystem, &path)) {
        if (builder.len > 0)
            rt_build_char(&builder, ' ');
        add_subsystem(&builder, subsystem);
        rt_build_char(&builder, '=');
        rt_build_add(&builder, path.data, path.len);
    }
    if (builder.len > 0)
        rt_build_give(&builder, out);
}

static void give_cgroup(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    struct rt_str left = rt_strings(eval->thread->cgroups), subsystem, path;
    uint32_t len = (uint32_t)strlen(ref->key);
    struct rt_builder builder;

    while (next_cgroup(&left, &subsystem, &path)) {
        rt_build_begin(&builder, eval); /* never kept: only to compare the name */
        add_subsystem(&builder, subsystem);
        if (builder.len == len && memcmp(builder.data, ref->key, len) == 0) {
            rt_give_str(out, path);
            return;
        }
    }
}

/* --- capabilities --- */

static void give_capabilities(struct rt_eval *eval, uint64_t set, struct rt_values *out)
{
    struct rt_builder builder;

    rt_build_begin(&builder, eval);
    for (uint32_t i = 0; i < RT_CAPABILITIES; i++) {
        if (!(set >> i & 1))
            continue;
        if (builder.len > 0)
            rt_build_char(&builder, ' ');
        rt_build_cstr(&builder, rt_capability_names[i]);
    }
    rt_build_give(&builder, out);
}

/* --- standard streams --- */

static void give_stream(const struct rt_eval *eval, int64_t number, bool name,
                        struct rt_values *out)
{
    const struct rt_fd *fd = rt_state_fd(eval->engine->state, eval->thread, number);

    if (!fd)
        return;
    if (name)
        rt_give_str(out, fd->name);
    else
        rt_give_cstr(out, rt_fd_type_name(fd->type));
}

/* --- parent --- */

static void extract_parent(struct rt_eval *eval, const struct rt_field_ref *ref,
                           struct rt_values *out)
{
    const struct rt_thread *parent = rt_ancestor(eval, 1);

    if (!parent)
        return;
    switch ((int)ref->field) {
    case FIELD_PROC_PNAME:
        rt_give_cstr(out, parent->comm);
        break;
    case FIELD_PROC_PPID:
        give_id(parent->pid, out);
        break;
    case FIELD_PROC_PEXE:
        rt_give_str(out, parent->exe);
        break;
    case FIELD_PROC_PEXEPATH:
        rt_give_str(out, parent->exepath);
        break;
    case FIELD_PROC_PCMDLINE:
        give_text(eval, ref, parent, out);
        break;
    default:
        break;
    }
}

/* The last shell on the way up to init, the process itself included: where the user logged in. */
static void give_login_shell(const struct rt_eval *eval, struct rt_values *out)
{
    const struct rt_state *state = eval->engine->state;
    const struct rt_thread *thread = eval->thread;
    struct rt_lineage walk;
    bool first = true;

    if (!rt_thread_is_main(thread))
        thread = rt_state_main_thread(state, thread);
    while (thread) {
        size_t len = strlen(thread->comm);

        if (len >= 2 && memcmp(thread->comm + len - 2, "sh", 2) == 0)
            rt_give_i64(out, thread->pid);
        thread = first ? rt_lineage_begin(&walk, state, thread) : rt_lineage_next(&walk);
        first = false;
    }
}

void rt_extract_thread(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_thread *thread = eval->thread;

    if (!thread) {
        if (ref->field == FIELD_THREAD_TID)
            give_id(eval->event->tid, out);
        else if (ref->field == FIELD_THREAD_EXECTIME)
            rt_extract_usage(eval, ref, out);
        return;
    }
    switch ((int)ref->field) {
    case FIELD_PROC_NAME:
        rt_give_cstr(out, thread->comm);
        break;
    case FIELD_PROC_EXE:
        rt_give_str(out, thread->exe);
        break;
    case FIELD_PROC_EXEPATH:
        rt_give_str(out, thread->exepath);
        break;
    case FIELD_PROC_PNAME:
    case FIELD_PROC_PPID:
    case FIELD_PROC_PEXE:
    case FIELD_PROC_PEXEPATH:
    case FIELD_PROC_PCMDLINE:
        extract_parent(eval, ref, out);
        break;
    case FIELD_PROC_ANAME:
    case FIELD_PROC_APID:
    case FIELD_PROC_AEXE:
    case FIELD_PROC_AEXEPATH:
    case FIELD_PROC_AARGS:
    case FIELD_PROC_ACMDLINE:
    case FIELD_PROC_AENV:
        rt_extract_ancestor(eval, ref, out);
        break;
    case FIELD_PROC_ARGS:
        if (ref->arg_kind == RT_ARG_INDEX)
            give_arg(thread, ref->index, out);
        else
            give_text(eval, ref, thread, out);
        break;
    case FIELD_PROC_ENV:
        if (ref->arg_kind == RT_ARG_KEY)
            rt_give_str(out, rt_process_env_value(eval->engine->state, thread, ref->key));
        else
            give_text(eval, ref, thread, out);
        break;
    case FIELD_PROC_CMDLINE:
    case FIELD_PROC_EXELINE:
    case FIELD_THREAD_NAMETID:
        give_text(eval, ref, thread, out);
        break;
    case FIELD_PROC_CMDNARGS:
    case FIELD_PROC_CMDLENARGS:
        give_arg_count(thread, ref->field == FIELD_PROC_CMDLENARGS, out);
        break;
    case FIELD_PROC_CWD:
        rt_give_str(out, rt_dir_current(eval).text);
        break;
    case FIELD_PROC_LOGINSHELLID:
        give_login_shell(eval, out);
        break;
    case FIELD_PROC_TTY:
        rt_give_u64(out, thread->tty);
        break;
    case FIELD_PROC_PID:
        give_id(thread->pid, out);
        break;
    case FIELD_PROC_VPID:
        give_unless((uint64_t)thread->vpid, (uint64_t)-1, out);
        break;
    case FIELD_THREAD_TID:
        give_id(eval->event->tid, out);
        break;
    case FIELD_THREAD_VTID:
        give_unless((uint64_t)thread->vtid, (uint64_t)-1, out);
        break;
    case FIELD_THREAD_ISMAIN:
        rt_give_bool(out, rt_thread_is_main(thread));
        break;
    case FIELD_PROC_IS_EXE_WRITABLE:
        rt_give_bool(out, thread->flags & RT_THREAD_EXE_WRITABLE);
        break;
    case FIELD_PROC_IS_EXE_UPPER_LAYER:
        rt_give_bool(out, thread->flags & RT_THREAD_EXE_UPPER_LAYER);
        break;
    case FIELD_PROC_IS_EXE_LOWER_LAYER:
        rt_give_bool(out, thread->flags & RT_THREAD_EXE_LOWER_LAYER);
        break;
    case FIELD_PROC_IS_EXE_FROM_MEMFD:
        rt_give_bool(out, thread->flags & RT_THREAD_EXE_FROM_MEMFD);
        break;
    case FIELD_PROC_EXE_INO:
        give_unless(thread->exe_ino, 0, out);
        break;
    case FIELD_PROC_EXE_INO_CTIME:
        give_unless(thread->exe_ctime_ns, 0, out);
        break;
    case FIELD_PROC_EXE_INO_MTIME:
        give_unless(thread->exe_mtime_ns, 0, out);
        break;
    case FIELD_PROC_EXE_INO_CTIME_DURATION_PROC_START:
        give_unless(thread->exe_ctime_to_clone_ns, 0, out);
        break;
    case FIELD_PROC_EXE_INO_CTIME_DURATION_PIDNS_START:
        give_unless(thread->pidns_to_exe_ctime_ns, 0, out);
        break;
    case FIELD_PROC_PIDNS_INIT_START_TS:
        give_unless(thread->pidns_start_ns, 0, out);
        break;
    case FIELD_THREAD_CAP_PERMITTED:
        give_capabilities(eval, thread->cap_permitted, out);
        break;
    case FIELD_THREAD_CAP_INHERITABLE:
        give_capabilities(eval, thread->cap_inheritable, out);
        break;
    case FIELD_THREAD_CAP_EFFECTIVE:
        give_capabilities(eval, thread->cap_effective, out);
        break;
    case FIELD_THREAD_CGROUPS:
        give_cgroups(eval, out);
        break;
    case FIELD_THREAD_CGROUP:
        give_cgroup(eval, ref, out);
        break;
    case FIELD_PROC_STDIN_TYPE:
        give_stream(eval, 0, false, out);
        break;
    case FIELD_PROC_STDOUT_TYPE:
        give_stream(eval, 1, false, out);
        break;
    case FIELD_PROC_STDERR_TYPE:
        give_stream(eval, 2, false, out);
        break;
    case FIELD_PROC_STDIN_NAME:
        give_stream(eval, 0, true, out);
        break;
    case FIELD_PROC_STDOUT_NAME:
        give_stream(eval, 1, true, out);
        break;
    case FIELD_PROC_STDERR_NAME:
        give_stream(eval, 2, true, out);
        break;
    case FIELD_PROC_SID:
    case FIELD_PROC_SNAME:
    case FIELD_PROC_SID_EXE:
    case FIELD_PROC_SID_EXEPATH:
    case FIELD_PROC_VPGID:
    case FIELD_PROC_VPGID_NAME:
    case FIELD_PROC_VPGID_EXE:
    case FIELD_PROC_VPGID_EXEPATH:
    case FIELD_PROC_PGID:
    case FIELD_PROC_PGID_NAME:
    case FIELD_PROC_PGID_EXE:
    case FIELD_PROC_PGID_EXEPATH:
    case FIELD_PROC_IS_SID_LEADER:
    case FIELD_PROC_IS_VPGID_LEADER:
    case FIELD_PROC_IS_PGID_LEADER:
        rt_extract_leader(eval, ref, out);
        break;
    default:
        rt_extract_usage(eval, ref, out);
        break;
    }
}
