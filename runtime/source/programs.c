/* Opens, loads and attaches the capture programs. See programs.h.
 *
 * libbpf would read all of the kernel's types: to find the places of fields, and the number of the
 * type that stands for each tracepoint. Both are found by kernel_types.c in a fraction of the time:
 * libbpf takes the places from the small description in `types`, and the numbers are put in by a
 * handler of the programs' sections, just before each of them is loaded. Where that does not work,
 * libbpf's own way does.
 */
#include "programs.h"

#include "kernel_types.h"

#include <bpf/btf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../../bpf/recipe.h"
#include "capture.skel.h"

#define SECTION "tp_btf" /* a slash and the tracepoint follow */

static const struct rt_tracepoint attached[] = {
    {"sys_exit", 0},
    {"sched_process_exec", 0},
    {"sched_process_fork", 0},
    {"sched_process_exit", 0},
};

#define TRACEPOINTS (sizeof attached / sizeof attached[0])

/* libbpf reads all of the kernel's types for programs of the type that these are, so they are of
 * another until now. */
static int prepare(struct bpf_program *program, struct bpf_prog_load_opts *options, long cookie)
{
    struct rt_programs *programs = (struct rt_programs *)cookie;
    const char *section = bpf_program__section_name(program);

    for (size_t i = 0; i < TRACEPOINTS; i++) {
        const struct rt_tracepoint *at = &programs->tracepoints[i];
        if (strcmp(section + sizeof SECTION, at->name) != 0)
            continue;
        if (at->type == 0)
            return -ESRCH;
        options->attach_btf_id = at->type;
        if (program == programs->skeleton->progs.system_call_exit &&
            rt_aside_begin(&programs->aside, program, BPF_PROG_TYPE_TRACING, options) == 0)
            return 0;
        return bpf_program__set_type(program, BPF_PROG_TYPE_TRACING);
    }
    return -ESRCH;
}

static int open_skeleton(struct rt_programs *programs, const char *types)
{
    LIBBPF_OPTS(bpf_object_open_opts, options, .kernel_log_buf = programs->log,
                .kernel_log_size = RT_VERIFIER_LOG, .btf_custom_path = types);

    programs->skeleton = capture_bpf__open_opts(&options);
    return programs->skeleton ? 0 : errno ? -errno : -ENOMEM;
}

/* Leaves libbpf's own way open. */
static void forget_types(struct rt_programs *programs)
{
    if (programs->handler > 0)
        libbpf_unregister_prog_handler(programs->handler);
    programs->handler = 0;
    if (programs->types >= 0)
        close(programs->types);
    programs->types = -1;
}

/* Opens them with the small description. */
static int open_with_types(struct rt_programs *programs)
{
    LIBBPF_OPTS(libbpf_prog_handler_opts, options, .cookie = (long)programs,
                .prog_prepare_load_fn = prepare);
    char path[64];

    programs->types = memfd_create("types", MFD_CLOEXEC);
    if (programs->types < 0)
        return -errno;
    programs->handler = libbpf_register_prog_handler(SECTION "+", BPF_PROG_TYPE_RAW_TRACEPOINT,
                                                     BPF_TRACE_RAW_TP, &options);
    if (programs->handler < 0)
        return programs->handler;
    snprintf(path, sizeof path, "/proc/self/fd/%d", programs->types);
    int result = open_skeleton(programs, path);
    if (result == 0)
        result = rt_kernel_types_extract(programs->types, bpf_object__btf(programs->skeleton->obj),
                                         programs->tracepoints, TRACEPOINTS);
    if (result != 0) {
        capture_bpf__destroy(programs->skeleton);
        programs->skeleton = NULL;
    }
    return result;
}

int rt_programs_open(struct rt_programs *programs)
{
    *programs = (struct rt_programs){.types = -1};
    programs->log = calloc(1, RT_VERIFIER_LOG);
    programs->tracepoints = malloc(sizeof attached);
    if (!programs->log || !programs->tracepoints)
        return -ENOMEM;
    memcpy(programs->tracepoints, attached, sizeof attached);
    if (open_with_types(programs) == 0)
        return 0;
    forget_types(programs);
    return open_skeleton(programs, NULL);
}

int rt_programs_load(struct rt_programs *programs)
{
    const int result = capture_bpf__load(programs->skeleton);

    forget_types(programs);
    return result;
}

int rt_programs_finish(struct rt_programs *programs)
{
    const int result = rt_aside_end(&programs->aside, programs->log, RT_VERIFIER_LOG);

    if (result == 0) {
        free(programs->log);
        programs->log = NULL;
    }
    return result;
}

static int attach(struct bpf_program *program, struct bpf_link **link)
{
    *link = bpf_program__attach_trace(program);
    return *link ? 0 : -errno;
}

static int attach_raw(struct bpf_program *program, const char *at, struct bpf_link **link)
{
    *link = bpf_program__attach_raw_tracepoint(program, at);
    return *link ? 0 : -errno;
}

/* The programs for rings, if they are loaded; a kernel before 6.4, or without rings, has nothing to
 * attach them to. */
static int attach_rings(struct capture_bpf *skeleton)
{
    const int writer = bpf_program__fd(skeleton->progs.uring_write);
    const uint32_t slot = 0;
    int result;

    if (!bpf_program__autoload(skeleton->progs.uring_write))
        return 0;
    result = bpf_map_update_elem(bpf_map__fd(skeleton->maps.writer), &slot, &writer, BPF_ANY);
    if (result == 0)
        result = attach_raw(skeleton->progs.uring_submit, "io_uring_submit_req",
                            &skeleton->links.uring_submit);
    if (result == 0)
        result = attach_raw(skeleton->progs.uring_complete, "io_uring_complete",
                            &skeleton->links.uring_complete);
    return result == -ENOENT ? 0 : result;
}

int rt_programs_attach(struct rt_programs *programs)
{
    struct capture_bpf *skeleton = programs->skeleton;
    int result = attach(skeleton->progs.process_fork, &skeleton->links.process_fork);

    if (result == 0)
        result = attach(skeleton->progs.process_exec, &skeleton->links.process_exec);
    if (result == 0)
        result = attach(skeleton->progs.process_exit, &skeleton->links.process_exit);
    if (result == 0)
        result = attach_rings(skeleton);
    return result == 0 ? attach(skeleton->progs.system_call_exit, &skeleton->links.system_call_exit)
                       : result;
}

/* The verifier says what it did not like on the line before its summary. */
static const char *verdict(char *log)
{
    char *end = strstr(log, "\nprocessed ");

    if (end)
        *end = '\0';
    char *last = strrchr(log, '\n');
    return last ? last + 1 : log;
}

void rt_programs_refused(struct rt_programs *programs, int error, char *out, size_t size)
{
    if (programs->log && *programs->log)
        snprintf(out, size, "the kernel refused the capture programs: %s (%s)",
                 verdict(programs->log), strerror(-error));
    else if (access("/sys/kernel/btf/vmlinux", R_OK) != 0)
        snprintf(out, size,
                 "the kernel does not describe its types: /sys/kernel/btf/vmlinux is missing "
                 "(CONFIG_DEBUG_INFO_BTF)");
    else if (error == -EPERM || error == -EACCES)
        snprintf(out, size,
                 "the kernel refused to load BPF programs (%s): this needs root, or the "
                 "capabilities CAP_BPF and CAP_PERFMON",
                 strerror(-error));
    else
        snprintf(out, size, "the kernel refused the capture programs: %s", strerror(-error));
}

void rt_programs_close(struct rt_programs *programs)
{
    rt_aside_close(&programs->aside);
    if (programs->tracepoints)
        forget_types(programs);
    capture_bpf__destroy(programs->skeleton);
    free(programs->log);
    free(programs->tracepoints);
    *programs = (struct rt_programs){.types = -1};
}
