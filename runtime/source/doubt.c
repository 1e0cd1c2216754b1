/* Reading again what is in doubt. See doubt.h. */
#include "doubt.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../bpf/recipe.h"
#include "capture.skel.h"

#define SLICE_NS 1000000

int rt_doubt_open(struct rt_doubt *doubt, struct capture_bpf *programs, struct rt_state *state,
                  struct rt_seen_list *seen)
{
    *doubt = (struct rt_doubt){
        .programs = programs, .state = state, .reader = rt_reader_open(state, seen)};
    return doubt->reader ? 0 : -ENOMEM;
}

void rt_doubt_close(struct rt_doubt *doubt)
{
    rt_reader_close(doubt->reader);
    free(doubt->items);
    *doubt = (struct rt_doubt){0};
}

static void add(struct rt_doubt *doubt, uint32_t pid, uint32_t what)
{
    if (doubt->n == doubt->room) {
        const uint32_t room = doubt->room ? 2 * doubt->room : 1024;
        struct rt_doubted *items = realloc(doubt->items, room * sizeof *items);
        if (!items)
            return;
        doubt->items = items;
        doubt->room = room;
    }
    doubt->items[doubt->n++] = (struct rt_doubted){.pid = pid, .what = what};
}

/* Takes over the kernel side's list. What is doubted between the two steps is read in any case. */
static void take_list(struct rt_doubt *doubt)
{
    const int map = bpf_map__fd(doubt->programs->maps.doubts);
    const uint32_t first = doubt->n;
    uint32_t pid, what, *before = NULL;

    while (bpf_map_get_next_key(map, before, &pid) == 0) {
        if (bpf_map_lookup_elem(map, &pid, &what) == 0)
            add(doubt, pid, what);
        before = &pid;
    }
    for (uint32_t i = first; i < doubt->n; i++)
        bpf_map_delete_elem(map, &doubt->items[i].pid);
}

static void add_known(void *context, const struct rt_thread *thread)
{
    if (thread->tid == thread->pid)
        add(context, (uint32_t)thread->pid, DOUBT_FDS | DOUBT_FACTS);
}

static void take_all(struct rt_doubt *doubt)
{
    DIR *proc = opendir("/proc");
    const struct dirent *entry;

    rt_state_each_thread(doubt->state, add_known, doubt);
    while (proc && (entry = readdir(proc))) {
        const long pid = strtol(entry->d_name, NULL, 10);
        if (pid > 0 && !rt_state_thread(doubt->state, pid))
            add(doubt, (uint32_t)pid, DOUBT_FDS | DOUBT_FACTS);
    }
    if (proc)
        closedir(proc);
}

static uint64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

static void read_some(struct rt_doubt *doubt)
{
    const int known = bpf_map__fd(doubt->programs->maps.processes);
    const uint64_t begin = now_ns();

    do {
        const struct rt_doubted *item = &doubt->items[doubt->at++];
        /* The kernel side is to tell everything of it, until it knows once more what is known here:
         * what is read now may be what it believes to have kept to itself. */
        bpf_map_delete_elem(known, &item->pid);
        rt_reader_process(doubt->reader, item->pid, item->what & DOUBT_FACTS);
        doubt->reread++;
    } while (doubt->at < doubt->n && now_ns() - begin < SLICE_NS);
}

bool rt_doubt_turn(struct rt_doubt *doubt)
{
    const struct capture_bpf__bss *kernel = doubt->programs->bss;
    const uint64_t turns = __atomic_load_n(&kernel->doubt_turns, __ATOMIC_ACQUIRE);
    const uint64_t overflows = __atomic_load_n(&kernel->doubt_overflows, __ATOMIC_ACQUIRE);

    if (doubt->at == doubt->n) {
        if (turns == doubt->turns)
            return false;
        doubt->n = doubt->at = 0;
        doubt->turns = turns;
        take_list(doubt);
        if (overflows != doubt->overflows)
            take_all(doubt);
        doubt->overflows = overflows;
    }
    if (doubt->at < doubt->n)
        read_some(doubt);
    if (doubt->at == doubt->n)
        rt_reader_done(doubt->reader);
    return true;
}
