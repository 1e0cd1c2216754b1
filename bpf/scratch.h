/* The event being written. An event has texts of unknown length, so it cannot be reserved in the
 * ring buffer at once: it is put together here, in a space of the CPU's own, and then copied.
 *
 * Everything appends: put_64(s, value) writes eight bytes behind what is there. A step of a recipe
 * appends its parameter's bytes, or none if there is no value, and the loop over the recipe notes
 * how many they were. Appending never fails; an event that outgrew the space is given up, and
 * counted, at its end.
 *
 * The functions without `static` are verified by the kernel once, on their own, for any arguments:
 * this is what keeps the whole verifiable, and quick to load. That is why they check the scratch
 * for NULL, and why the body of a loop with more than a few instructions is one of them: a loop is
 * verified for each of its rounds.
 */
#ifndef RULEC_BPF_SCRATCH_H
#define RULEC_BPF_SCRATCH_H

#include "loss.h"

#define EVENT_MAX 32768 /* bytes of an event; an exec needs up to 30 kB */
#define TEXT_MAX  4096  /* bytes of a text with its NUL; of exe and args together; of env */
#define PATH_MAX  4096
#define NAME_SPAN 256 /* a name in a path, with its slash */

/* The header of event.h has this size; fields at these places behind the record's head. */
#define AT_TIME        sizeof(struct record_head)
#define AT_TID         (AT_TIME + 8)
#define AT_LENGTH      (AT_TIME + 16)
#define AT_TYPE        (AT_TIME + 20)
#define AT_PARAM_COUNT (AT_TIME + 22)
#define AT_LENGTHS     (AT_TIME + 26)

/* A text that was judged, and what was true of it: judge.h. A text without bytes: none. */
#define RECALLED_WORDS 8 /* longer ones are not kept */
#define RECALLED_TEXTS 64

struct recalled_text {
    __u64 words[RECALLED_WORDS]; /* zeros follow the text */
    __u64 truth[4];
};

struct scratch {
    /* The subject: who the event is about. */
    struct task_struct *task;
    __s64 result;
    __u64 args[8]; /* six, and zeros */
    __u32 call;    /* number of the system call */
    __u32 compat;  /* the call came from 32-bit code: pointers in structures are 32 bits wide */
    const char *filename; /* exec: the kernel's copy of the path; NULL else */

    __u32 kernel_args; /* bits of those arguments that point into the kernel's memory */
    __u64 ring_file;   /* the registered file that an operation of a ring is about; 0: none */

    __u32 open_flags, open_mode; /* of an open, as the call gave them: set by the filter */
    __u32 marked, flags;         /* see record_head */
    __u32 kind;                  /* of event: enum loss, and perhaps LOSS_OF_STATE */
    __u32 faulted, cut;          /* something of it could not be read, or was too long */
    __u32 busy;                  /* somebody writes here */
    __u32 used;                  /* bytes of record[] */
    __u32 path_start;            /* of the path in path[] */
    __u32 exe_size;              /* bytes of argv[0] with its NUL; the arguments start there */
    __u32 composed;  /* the name that is opened, from the root, is put together: see drops_open */
    __u32 name_size; /* bytes with the NUL of the name that is opened, as given, in path[]; 0: it is
                        not there */
    __u32 judged;    /* by the filter: the parameter whose text it is, plus 1; 0: none */
    __u64 truth[4];  /* what is true of that text: see struct rt_filter_row */
    struct dentry *dentry, *root; /* of the path in the making: see put_path */
    struct mount *mount;
    struct {             /* of a path that is cleaned (judge.h) */
        __u32 at;        /* bytes of it so far */
        __u32 depth;     /* components */
        __u32 len, dots; /* bytes of the present one, and how many are dots */
    } clean;
    __u32 recall_place; /* of the text in hand */
    __u32 reserved;
    struct recalled_text recalled[RECALLED_TEXTS];
    __u8 record[EVENT_MAX + 2 * TEXT_MAX];
    __u8 path[PATH_MAX + NAME_SPAN]; /* a path, written from its end */
};

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1); /* the loader says how many CPUs there are */
    __type(key, __u32);
    __type(value, struct scratch);
} scratches SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 4 << 20); /* the loader chooses the size */
} ring SEC(".maps");

/* Set by the loader. */
const volatile __u64 boot_time_ns; /* since 1970 */
const volatile __u64 common_bytes; /* waiting in the ring: what is left is for processes */

/* User memory that could not be read is a loss unless the call itself said so: it was swapped out
 * or never touched. */
static __always_inline void note_fault(struct scratch *s, __u64 address)
{
    if (address && s->result != -ERRNO_FAULT)
        s->faulted = 1;
}

#define DEFINE_PUT(bits)                                                                           \
    static __always_inline void put_##bits(struct scratch *s, __u##bits value)                     \
    {                                                                                              \
        __u32 at = s->used;                                                                        \
                                                                                                   \
        if (at > EVENT_MAX)                                                                        \
            return;                                                                                \
        *(__u##bits *)(s->record + at) = value;                                                    \
        s->used = at + (bits) / 8;                                                                 \
    }
DEFINE_PUT(8)
DEFINE_PUT(16)
DEFINE_PUT(32)
DEFINE_PUT(64)

/* NUL-terminated text in user memory, cut to size - 1 bytes. */
__noinline int put_user_text(struct scratch *s, __u64 address, __u32 size)
{
    if (!s || !address)
        return 0;
    __u64 at = s->used, room = size;
    KEEP_IN_REGISTER(room);
    if (at > EVENT_MAX || room == 0 || room > TEXT_MAX)
        return 0;
    long written = bpf_probe_read_user_str(s->record + at, room, (const void *)address);
    if (written < 0) {
        note_fault(s, address);
        return 0;
    }
    s->used = at + written;
    s->cut |= written == TEXT_MAX;
    return 0;
}

/* The same in kernel memory. */
__noinline int put_kernel_text(struct scratch *s, __u64 address, __u32 size)
{
    if (!s || !address)
        return 0;
    __u64 at = s->used, room = size;
    KEEP_IN_REGISTER(room);
    if (at > EVENT_MAX || room == 0 || room > TEXT_MAX)
        return 0;
    long written = bpf_probe_read_kernel_str(s->record + at, room, (const void *)address);
    if (written > 0)
        s->used = at + written;
    return 0;
}

/* size bytes of user memory, at most TEXT_MAX. */
__noinline int put_user_bytes(struct scratch *s, __u64 address, __u32 size)
{
    if (!s || !address)
        return 0;
    __u64 at = s->used, bytes = size < TEXT_MAX ? size : TEXT_MAX;
    KEEP_IN_REGISTER(bytes);
    if (at > EVENT_MAX || bytes == 0 || bytes > TEXT_MAX)
        return 0;
    if (bpf_probe_read_user(s->record + at, bytes, (const void *)address) != 0) {
        note_fault(s, address);
        return 0;
    }
    s->used = at + bytes;
    return 0;
}

/* Several texts in a row in user memory (arguments, environment), size bytes in all: a last one
 * that was cut still ends with a NUL. */
static __always_inline void put_user_texts(struct scratch *s, __u64 address, __u32 size)
{
    put_user_bytes(s, address, size);
    __u32 last = s->used - 1;
    if (size > 0 && last < EVENT_MAX + TEXT_MAX)
        s->record[last] = 0;
}

static __always_inline __u64 argument(const struct scratch *s, __u32 index)
{
    return s->args[index & 7];
}

/* Whether argument `index` is in the kernel's memory: of an operation of a ring. */
static __always_inline bool is_kernel_argument(const struct scratch *s, __u32 index)
{
    return s->kernel_args >> (index & 7) & 1;
}

static __always_inline struct task_struct *subject(const struct scratch *s)
{
    return s->task;
}

/* The scratch of this CPU, taken for an event of that kind about the task; NULL if it is taken
 * already. */
static __always_inline struct scratch *scratch_take(struct task_struct *task, __u32 kind)
{
    __u32 cpu = bpf_get_smp_processor_id();
    struct scratch *s = bpf_map_lookup_elem(&scratches, &cpu);

    if (!s || s->busy) {
        count(CAUSE_NONE, kind);
        count_lost(task->tgid, CAUSE_SCRATCH, kind);
        return 0;
    }
    s->busy = 1;
    s->task = task;
    s->kind = kind;
    return s;
}

/* Starts an event with `count` parameters. */
static __always_inline void event_begin(struct scratch *s, __u16 type, __u32 count)
{
    struct record_head *head = (struct record_head *)s->record;

    head->cpu = bpf_get_smp_processor_id();
    head->marked = s->marked;
    head->flags = s->flags;
    *(__u16 *)(s->record + AT_TYPE) = type;
    *(__u32 *)(s->record + AT_PARAM_COUNT) = count;
    s->used = AT_LENGTHS + count * sizeof(__u16);
    s->exe_size = 0;
    s->faulted = s->cut = 0;
}

/* Hands the event over, as one of thread tid. A storm of other events leaves room for those of
 * processes: the order of all is kept, as it would not be with a buffer for each. The time is taken
 * last, so that times in the ring are nearly in order. The kernel wakes the reader if it has read
 * all before; how often it lets itself be woken is its own affair. False: it is lost. */
static __always_inline bool event_end(struct scratch *s, __u64 tid)
{
    __u64 size = s->used;
    __u32 kind = s->kind, cause = CAUSE_RING;
    struct task_struct *task = s->task;

    count(CAUSE_NONE, kind);
    if (s->faulted)
        count(CAUSE_FAULT, kind);
    if (s->cut)
        count(CAUSE_CUT, kind);
    *(__u64 *)(s->record + AT_TID) = tid;
    *(__u32 *)(s->record + AT_LENGTH) = size - sizeof(struct record_head);
    if (size > EVENT_MAX) {
        cause = CAUSE_SCRATCH;
    } else if ((kind & ~LOSS_OF_STATE) >= LOSS_PROCESS ||
               bpf_ringbuf_query(&ring, BPF_RB_AVAIL_DATA) < common_bytes) {
        *(__u64 *)(s->record + AT_TIME) = boot_time_ns + bpf_ktime_get_boot_ns();
        KEEP_IN_REGISTER(size); /* older verifiers forget the bounds of what was spilled */
        if (size <= EVENT_MAX && bpf_ringbuf_output(&ring, s->record, size, 0) == 0)
            return true;
    }
    count_lost(BPF_CORE_READ(task, tgid), cause, kind);
    return false;
}

#endif
