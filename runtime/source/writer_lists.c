/* The start state of a capture that is written: machine, interfaces, users, groups and threads in
 * the layouts of today, which are those that capture_proclist.c and its like read. */
#include "../state/state.h"
#include "capture_block.h"
#include "capture_text.h"

#define TEXT_OF(chars) ((struct rt_str){(chars), (uint32_t)strlen(chars)})

void block_machine_info(struct capture_block *block, const struct rt_state *state)
{
    char hostname[CAPTURE_HOSTNAME_SIZE] = "";
    const char *name = rt_state_hostname(state);

    memcpy(hostname, name, strnlen(name, sizeof(hostname) - 1));
    block_begin(block, CAPTURE_MACHINE_INFO);
    block_u32(block, rt_state_ncpus(state));
    block_u64(block, 0); /* bytes of memory: nobody reads it */
    block_u64(block, 0); /* largest pid: likewise */
    block_put(block, hostname, sizeof(hostname));
    block_u64(block, rt_state_boot_time(state));
    block_u64(block, 0); /* flags, and two reserved */
    block_u64(block, 0);
    block_u64(block, 0);
}

static void put_interface(void *context, const struct rt_interface *interface)
{
    struct capture_block *block = context;
    bool v4 = interface->address_len == 4;
    uint32_t size = v4 ? 4 : 16;
    uint32_t name_len = interface->name.len < 255 ? interface->name.len : 255;

    size_t entry = block_entry_begin(block);
    block_u16(block, v4 ? CAPTURE_IF_IPV4 : CAPTURE_IF_IPV6);
    block_u16(block, (uint16_t)name_len);
    block_put(block, interface->address, size);
    block_put(block, interface->netmask, size);
    block_put(block, interface->broadcast, size);
    block_u64(block, 0); /* speed of the link: not known */
    block_put(block, interface->name.data, name_len);
    block_entry_end(block, entry, false);
}

void block_iflist(struct capture_block *block, const struct rt_state *state)
{
    block_begin(block, CAPTURE_IFLIST_V2);
    rt_state_each_interface(state, put_interface, block);
}

static void put_user(void *context, const struct rt_user *user)
{
    struct capture_block *block = context;
    size_t entry = block_entry_begin(block);
    block_u8(block, CAPTURE_USER);
    block_u32(block, user->uid);
    block_u32(block, user->gid);
    block_text(block, user->name, CAPTURE_MAX_NAME);
    block_text(block, user->home, CAPTURE_MAX_NAME);
    block_text(block, user->shell, CAPTURE_MAX_NAME);
    block_entry_end(block, entry, true);
}

static void put_group(void *context, const struct rt_group *group)
{
    struct capture_block *block = context;
    size_t entry = block_entry_begin(block);
    block_u8(block, CAPTURE_GROUP);
    block_u32(block, group->gid);
    block_text(block, group->name, CAPTURE_MAX_NAME);
    block_entry_end(block, entry, true);
}

void block_userlist(struct capture_block *block, const struct rt_state *state)
{
    block_begin(block, CAPTURE_USERLIST_V2);
    rt_state_each_user(state, put_user, block);
    rt_state_each_group(state, put_group, block);
}

static void put_thread(void *context, const struct rt_thread *thread)
{
    struct capture_block *block = context;
    if (thread->flags & (RT_THREAD_DEAD | RT_THREAD_INVALID))
        return;
    size_t entry = block_entry_begin(block);
    block_u64(block, (uint64_t)thread->tid);
    block_u64(block, (uint64_t)thread->pid);
    block_u64(block, (uint64_t)thread->ptid);
    block_u64(block, (uint64_t)thread->sid);
    block_u64(block, (uint64_t)thread->vpgid);
    block_text(block, TEXT_OF(thread->comm), CAPTURE_MAX_PATH);
    block_text(block, thread->exe, CAPTURE_MAX_PATH);
    block_text(block, thread->exepath, CAPTURE_MAX_PATH);
    block_text(block, thread->args, CAPTURE_MAX_STRINGS);
    block_text(block, thread->cwd, CAPTURE_MAX_PATH);
    block_u64(block, thread->fd_limit);
    block_u32(block, thread->clone_flags);
    block_u32(block, thread->uid);
    block_u32(block, thread->gid);
    block_u32(block, thread->vm_size_kb);
    block_u32(block, thread->vm_rss_kb);
    block_u32(block, thread->vm_swap_kb);
    block_u64(block, thread->pf_major);
    block_u64(block, thread->pf_minor);
    block_text(block, thread->env, CAPTURE_MAX_STRINGS);
    block_u64(block, (uint64_t)thread->vtid);
    block_u64(block, (uint64_t)thread->vpid);
    block_text(block, thread->cgroups, CAPTURE_MAX_STRINGS);
    block_text(block, thread->root, CAPTURE_MAX_PATH);
    block_u64(block, thread->pidns_start_ns);
    block_u32(block, thread->tty);
    block_u32(block, thread->loginuid);
    block_u8(block, (thread->flags & RT_THREAD_EXE_WRITABLE) != 0);
    block_u64(block, thread->cap_inheritable);
    block_u64(block, thread->cap_permitted);
    block_u64(block, thread->cap_effective);
    block_u8(block, (thread->flags & RT_THREAD_EXE_UPPER_LAYER) != 0);
    block_u64(block, thread->exe_ino);
    block_u64(block, thread->exe_ctime_ns);
    block_u64(block, thread->exe_mtime_ns);
    block_u8(block, (thread->flags & RT_THREAD_EXE_FROM_MEMFD) != 0);
    block_u8(block, (thread->flags & RT_THREAD_EXE_LOWER_LAYER) != 0);
    block_u64(block, (uint64_t)thread->pgid);
    block_entry_end(block, entry, true);
}

void block_proclist(struct capture_block *block, const struct rt_state *state)
{
    block_begin(block, CAPTURE_PROCLIST_V9);
    rt_state_each_thread(state, put_thread, block);
}
