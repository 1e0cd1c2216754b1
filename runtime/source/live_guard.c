/* The live source looks after itself. See live_guard.h. */
#include "live_guard.h"

#include <assert.h>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../bpf/recipe.h"
#include "capture.skel.h"

static const struct {
    const char *call;
    enum guard guard;
} guarded[] = {
    {"kill", GUARD_SIGNAL},
    {"tkill", GUARD_SIGNAL},
    {"tgkill", GUARD_SIGNAL_THREAD},
    {"rt_sigqueueinfo", GUARD_SIGNAL},
    {"rt_tgsigqueueinfo", GUARD_SIGNAL_THREAD},
    {"pidfd_send_signal", GUARD_SIGNAL_PIDFD},
    {"ptrace", GUARD_TRACE},
    {"process_vm_writev", GUARD_MEMORY},
    {"pidfd_getfd", GUARD_DESCRIPTOR},
    {"bpf", GUARD_MAP},
};

void rt_live_guard_choose(struct capture_bpf__rodata *table)
{
    table->agent_group = (uint32_t)getpgrp();
    for (size_t i = 0; i < sizeof guarded / sizeof guarded[0]; i++) {
        const struct cat_syscall *call =
            cat_syscall_by_name(guarded[i].call, strlen(guarded[i].call));

        assert(call);
        table->call_guards[call->number] = (uint8_t)guarded[i].guard;
        if (table->call_recipes[call->number] == RECIPE_NONE)
            table->call_recipes[call->number] = RECIPE_GUARDED;
    }
}

int rt_live_guard_freeze(struct capture_bpf *programs)
{
    struct bpf_map *const filled[] = {programs->maps.filter_rows, programs->maps.filter_nodes,
                                      programs->maps.filter_atoms};

    for (size_t i = 0; i < sizeof filled / sizeof filled[0]; i++) {
        if (bpf_map_freeze(bpf_map__fd(filled[i])) != 0)
            return -errno;
    }
    return 0;
}

/* --- what is the agent's own --- */

static int add(int own, enum own kind, uint32_t number)
{
    const uint64_t key = (uint64_t)kind << 32 | number;
    const uint8_t here = 1;

    return bpf_map_update_elem(own, &key, &here, BPF_ANY) == 0 ? 0 : -errno;
}

static int add_threads(int own)
{
    DIR *dir = opendir("/proc/self/task");
    const struct dirent *entry;
    int result = 0;

    if (!dir)
        return -errno;
    while (result == 0 && (entry = readdir(dir))) {
        if (entry->d_name[0] != '.')
            result = add(own, OWN_THREAD, (uint32_t)strtoul(entry->d_name, NULL, 10));
    }
    closedir(dir);
    return result;
}

/* The numbers by which others reach it; 0: it is not there any more. */
static uint32_t number_of_map(const struct bpf_map *map)
{
    struct bpf_map_info info = {0};
    uint32_t len = sizeof info;

    return bpf_obj_get_info_by_fd(bpf_map__fd(map), &info, &len) == 0 ? info.id : 0;
}

static uint32_t number_of_link(const struct bpf_link *link)
{
    struct bpf_link_info info = {0};
    uint32_t len = sizeof info;

    return bpf_obj_get_info_by_fd(bpf_link__fd(link), &info, &len) == 0 ? info.id : 0;
}

static bool is_own(int own, enum own kind, uint32_t number)
{
    const uint64_t key = (uint64_t)kind << 32 | number;
    uint8_t here;

    return number != 0 && bpf_map_lookup_elem(own, &key, &here) == 0;
}

int rt_live_guard_open(struct capture_bpf *programs)
{
    const struct bpf_object_skeleton *skeleton = programs->skeleton;
    const int own = bpf_map__fd(programs->maps.own);
    int result = add_threads(own);

    for (int i = 0; i < skeleton->map_cnt && result == 0; i++)
        result = add(own, OWN_MAP, number_of_map(*skeleton->maps[i].map));
    for (int i = 0; i < skeleton->prog_cnt && result == 0; i++) {
        if (*skeleton->progs[i].link)
            result = add(own, OWN_LINK, number_of_link(*skeleton->progs[i].link));
    }
    if (result == 0 && bpf_map_freeze(own) != 0)
        result = -errno;
    return result;
}

bool rt_live_guard_intact(struct capture_bpf *programs, char *what, size_t size)
{
    const struct bpf_object_skeleton *skeleton = programs->skeleton;
    const int own = bpf_map__fd(programs->maps.own);

    for (int i = 0; i < skeleton->map_cnt; i++) {
        if (!is_own(own, OWN_MAP, number_of_map(*skeleton->maps[i].map))) {
            snprintf(what, size, "map %s", skeleton->maps[i].name);
            return false;
        }
    }
    for (int i = 0; i < skeleton->prog_cnt; i++) {
        if (*skeleton->progs[i].link &&
            !is_own(own, OWN_LINK, number_of_link(*skeleton->progs[i].link))) {
            snprintf(what, size, "link of %s", skeleton->progs[i].name);
            return false;
        }
    }
    return true;
}

/* --- notices --- */

static enum rt_notice_what what_of(uint32_t guard)
{
    switch (guard) {
    case GUARD_SIGNAL:
        return RT_NOTICE_SIGNAL;
    case GUARD_TRACE:
        return RT_NOTICE_TRACE;
    case GUARD_MEMORY:
        return RT_NOTICE_MEMORY;
    case GUARD_DESCRIPTOR:
        return RT_NOTICE_DESCRIPTOR;
    case GUARD_MAP:
        return RT_NOTICE_MAP;
    case GUARD_LINK:
        return RT_NOTICE_LINK;
    case GUARD_BEAT:
        return RT_NOTICE_BEAT;
    default:
        return RT_NOTICE__COUNT;
    }
}

bool rt_live_guard_read(const uint8_t *record, uint32_t len, struct rt_notice *notice)
{
    struct guard_notice told;

    if (len < sizeof told || !(((const struct record_head *)record)->flags & RECORD_GUARD))
        return false;
    memcpy(&told, record, sizeof told);
    *notice = (struct rt_notice){.what = what_of(told.what),
                                 .detail = told.detail,
                                 .tid = told.tid,
                                 .time_ns = told.time_ns};
    return notice->what != RT_NOTICE__COUNT;
}
