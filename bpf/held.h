/* Openings that are held back: what an open said is kept here, not sent, until an event is about
 * the descriptor that it made. Then it is told, just before that event, and the agent knows what it
 * would have known: the name as it was given, the flags, the file. Most files are closed again
 * before that, and cost the agent nothing.
 *
 * A name means what it meant when it was given. So what is held is told before the process changes
 * its directory, and before anything else after which the descriptor would be another one's too: a
 * fork, an exec, a doubled descriptor, one that may come with a message. A name that is relative to
 * a directory that the agent does not know (known.h) is held with that directory's in front.
 */
#ifndef RULEC_BPF_HELD_H
#define RULEC_BPF_HELD_H

#include "ask.h"
#include "known.h"

struct held {
    __u64 file;        /* a descriptor that is of another file by now was closed meanwhile */
    __u32 flags, mode; /* as given */
    char name[RT_FILTER_MAX_PATH];
};

struct held_opens {
    struct held opens[MOST_HELD];
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16384);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __type(key, __u32); /* number of the process */
    __type(value, struct held_opens);
} held_opens SEC(".maps");

/* What entries begin as. Older kernels take the first value of one from a map's memory only. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct held_opens);
} no_opens SEC(".maps");

/* The place of the descriptor among those that the process holds; MOST_HELD: none. */
static __always_inline __u32 held_place(const struct process *process, __s64 fd)
{
    __u32 place = MOST_HELD;

    for (__u32 i = 0; i < MOST_HELD; i++) {
        if (process->held[i] == fd)
            place = i;
    }
    return place;
}

static __always_inline struct held *held_at(struct task_struct *task, __u32 place)
{
    __u32 tgid = task->tgid;
    struct held_opens *opens = bpf_map_lookup_elem(&held_opens, &tgid);

    return opens && place < MOST_HELD ? &opens->opens[place & (MOST_HELD - 1)] : 0;
}

/* What is held of the descriptor, or NULL. */
static __always_inline struct held *held_of(struct process *process, __s64 fd)
{
    if (!hold_files || !process || fd <= 0)
        return 0;
    __u32 place = held_place(process, fd);
    if (place == MOST_HELD)
        return 0;
    struct held *held = held_at(bpf_get_current_task_btf(), place);
    return held && held->file == (__u64)file_of(fd) ? held : 0;
}

/* The descriptor is closed, or another one. */
static __always_inline void let_go(struct process *process, __s64 fd)
{
    if (!hold_files || !process || fd <= 0)
        return;
    for (__u32 i = 0; i < MOST_HELD; i++) {
        if (process->held[i] == fd)
            process->held[i] = 0;
    }
}

static __always_inline void let_go_between(struct process *process, __u32 first, __u32 last)
{
    if (!hold_files || !process)
        return;
    for (__u32 i = 0; i < MOST_HELD; i++) {
        if (process->held[i] > 0 && (__u32)process->held[i] >= first &&
            (__u32)process->held[i] <= last)
            process->held[i] = 0;
    }
}

/* A place for the descriptor; MOST_HELD: all are taken. */
static __always_inline __u32 take_place(struct process *process, __s32 fd)
{
    for (__u32 i = 0; i < MOST_HELD; i++) {
        if (process->held[i] == fd || __sync_val_compare_and_swap(&process->held[i], 0, fd) == 0)
            return i;
    }
    return MOST_HELD;
}

/* The name of the open in the scratch, to `name`: what was judged, if it is still there. */
static __always_inline long copy_name(struct scratch *s, char *name, __u32 name_argument)
{
    __u64 size = s->name_size;

    if (s->composed)
        return bpf_probe_read_kernel_str(name, RT_FILTER_MAX_PATH, s->record + GIVEN_AT);
    if (size == 0)
        return bpf_probe_read_user_str(name, RT_FILTER_MAX_PATH,
                                       (const void *)argument(s, name_argument));
    KEEP_IN_REGISTER(size);
    if (size > RT_FILTER_MAX_PATH || bpf_probe_read_kernel(name, size, s->path) != 0)
        return 0;
    return size;
}

/* Holds the open in the scratch back: of that file, in the running process, with the name in that
 * argument. False: it cannot be held. */
__noinline int hold_open(struct scratch *s, struct process *process, __u64 file,
                         __u32 name_argument)
{
    if (!s || !process)
        return 0;
    __u32 tgid = bpf_get_current_pid_tgid() >> 32;
    __s32 fd = s->result;
    if (fd <= 0)
        return 0;
    struct held_opens *opens = bpf_map_lookup_elem(&held_opens, &tgid);
    if (!opens) {
        const __u32 only = 0;
        struct held_opens *none = bpf_map_lookup_elem(&no_opens, &only);
        if (none)
            bpf_map_update_elem(&held_opens, &tgid, none, BPF_NOEXIST);
        opens = bpf_map_lookup_elem(&held_opens, &tgid);
        if (!opens)
            return 0;
    }
    __u32 place = take_place(process, fd);
    if (place >= MOST_HELD)
        return 0;
    struct held *held = &opens->opens[place & (MOST_HELD - 1)];
    long size = copy_name(s, held->name, name_argument);
    if (size <= 1 || size >= RT_FILTER_MAX_PATH) {
        let_go(process, fd);
        return 0;
    }
    held->flags = s->open_flags;
    held->mode = s->open_mode;
    held->file = file;
    return 1;
}

static __always_inline void forget_held(struct task_struct *task)
{
    __u32 tgid = task->tgid;

    if (hold_files)
        bpf_map_delete_elem(&held_opens, &tgid);
}

#endif
