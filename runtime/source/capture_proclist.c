/* Process lists: the threads that ran when recording began.
 *
 * Nine versions exist. Each up to V8 added fields in the middle of the entry; V9 gave the entry a
 * length, and since then fields are only added at its end and a reader takes those that are there.
 * One exception: release 0.10 of libs put two fields in the middle after all. Entries from before
 * it hold at most 29 bytes behind `root` (loginuid, exe_writable and three capability sets), so
 * the size of that rest tells them apart.
 */
#include "capture_text.h"

/* Bytes behind `root` in a V9 entry of libs before 0.10. */
#define TAIL_BEFORE_0_10 29

struct thread_texts {
    char comm[CAPTURE_MAX_PATH + 1];
    char exe[CAPTURE_MAX_PATH + 1];
    char exepath[CAPTURE_MAX_PATH + 1];
    char cwd[CAPTURE_MAX_PATH + 1];
    char root[CAPTURE_MAX_PATH + 1];
    char args[CAPTURE_MAX_STRINGS + 1];
    char env[CAPTURE_MAX_STRINGS + 1];
    char cgroups[CAPTURE_MAX_STRINGS + 1];
};

/* The version's number, 1 to 9. */
static int proclist_version(uint32_t block_type)
{
    switch (block_type) {
    case CAPTURE_PROCLIST_V1:
    case CAPTURE_UNOFFICIAL_PROCLIST_V1:
        return 1;
    case CAPTURE_PROCLIST_V2:
    case CAPTURE_UNOFFICIAL_PROCLIST_V2:
        return 2;
    case CAPTURE_PROCLIST_V3:
    case CAPTURE_UNOFFICIAL_PROCLIST_V3:
        return 3;
    default:
        return (int)(block_type - CAPTURE_PROCLIST_V4) + 4;
    }
}

/* Values behind the fixed part: those that the entry has, else nothing. */
static bool tail_u8(struct capture_cursor *entry, uint8_t *out)
{
    if (entry->left < 1)
        return false;
    *out = cursor_u8(entry);
    return true;
}

static void tail_flag(struct capture_cursor *entry, uint32_t *flags, uint32_t flag)
{
    uint8_t value = 0;
    if (tail_u8(entry, &value) && value)
        *flags |= flag;
}

static void tail_u32(struct capture_cursor *entry, uint32_t *out)
{
    if (entry->left >= 4)
        *out = cursor_u32(entry);
}

static void tail_u64(struct capture_cursor *entry, uint64_t *out)
{
    if (entry->left >= 8)
        *out = cursor_u64(entry);
}

static void read_tail(struct capture_cursor *entry, struct rt_thread *thread)
{
    if (entry->left > TAIL_BEFORE_0_10) {
        tail_u64(entry, &thread->pidns_start_ns);
        tail_u32(entry, &thread->tty);
    }
    tail_u32(entry, &thread->loginuid);
    tail_flag(entry, &thread->flags, RT_THREAD_EXE_WRITABLE);
    tail_u64(entry, &thread->cap_inheritable);
    tail_u64(entry, &thread->cap_permitted);
    tail_u64(entry, &thread->cap_effective);
    tail_flag(entry, &thread->flags, RT_THREAD_EXE_UPPER_LAYER);
    tail_u64(entry, &thread->exe_ino);
    tail_u64(entry, &thread->exe_ctime_ns);
    tail_u64(entry, &thread->exe_mtime_ns);
    tail_flag(entry, &thread->flags, RT_THREAD_EXE_FROM_MEMFD);
    tail_flag(entry, &thread->flags, RT_THREAD_EXE_LOWER_LAYER);
    tail_u64(entry, (uint64_t *)&thread->pgid);
}

static void read_entry(struct capture_cursor *entry, int version, struct rt_thread *thread,
                       struct thread_texts *texts)
{
    *thread = (struct rt_thread){
        .vtid = -1,
        .vpid = -1,
        .sid = -1,
        .pgid = -1,
        .vpgid = -1,
        .loginuid = UINT32_MAX,
        .exe_ctime_to_clone_ns = RT_UNTOLD,
        .pidns_to_exe_ctime_ns = RT_UNTOLD,
        .exepath = {"", 0},
        .env = {"", 0},
        .cgroups = {"", 0},
        .root = {"", 0},
    };
    thread->tid = (int64_t)cursor_u64(entry);
    thread->pid = (int64_t)cursor_u64(entry);
    thread->ptid = (int64_t)cursor_u64(entry);
    if (version >= 6)
        thread->sid = (int64_t)cursor_u64(entry);
    if (version >= 8)
        thread->vpgid = (int64_t)cursor_u64(entry);
    struct rt_str comm = cursor_text(entry, texts->comm, CAPTURE_MAX_PATH);
    memcpy(thread->comm, comm.data, comm.len < RT_COMM_SIZE ? comm.len : RT_COMM_SIZE - 1);
    thread->exe = cursor_text(entry, texts->exe, CAPTURE_MAX_PATH);
    if (version >= 7)
        thread->exepath = cursor_text(entry, texts->exepath, CAPTURE_MAX_PATH);
    thread->args = cursor_strings(entry, texts->args, CAPTURE_MAX_STRINGS);
    thread->cwd = cursor_text(entry, texts->cwd, CAPTURE_MAX_PATH);
    thread->fd_limit = cursor_u64(entry);
    thread->clone_flags = cursor_u32(entry);
    thread->uid = cursor_u32(entry);
    thread->gid = cursor_u32(entry);
    if (version >= 2) {
        thread->vm_size_kb = cursor_u32(entry);
        thread->vm_rss_kb = cursor_u32(entry);
        thread->vm_swap_kb = cursor_u32(entry);
        thread->pf_major = cursor_u64(entry);
        thread->pf_minor = cursor_u64(entry);
    }
    if (version >= 3)
        thread->env = cursor_strings(entry, texts->env, CAPTURE_MAX_STRINGS);
    if (version >= 4) {
        thread->vtid = (int64_t)cursor_u64(entry);
        thread->vpid = (int64_t)cursor_u64(entry);
        thread->cgroups = cursor_strings(entry, texts->cgroups, CAPTURE_MAX_STRINGS);
    }
    if (version >= 5)
        thread->root = cursor_text(entry, texts->root, CAPTURE_MAX_PATH);
}

bool capture_read_proclist(struct rt_state *state, uint32_t block_type, struct capture_cursor body)
{
    int version = proclist_version(block_type);
    struct rt_thread thread;
    struct thread_texts texts;

    while (body.left >= 4) { /* less is padding */
        if (version < 9) {
            read_entry(&body, version, &thread, &texts);
            if (body.failed)
                return false;
        } else {
            uint32_t size = cursor_u32(&body);
            if (size < 4 || size - 4 > body.left)
                return false;
            struct capture_cursor entry = {cursor_take(&body, size - 4), size - 4, false};
            read_entry(&entry, version, &thread, &texts);
            if (entry.failed)
                return false;
            read_tail(&entry, &thread);
        }
        rt_state_add_thread(state, &thread); /* a full state counts what it refuses */
    }
    return true;
}
