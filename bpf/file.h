/* Files: from a descriptor to the file behind it, its inode, its layer and its path. */
#ifndef RULEC_BPF_FILE_H
#define RULEC_BPF_FILE_H

#include "task.h"

#define MAX_NAMES 64 /* of a path, mount points included; a deeper one loses its front */
#define CUT_MARK  3  /* bytes that stand for it */

/* Whether this is the running task's table of descriptors. Wherever a pointer is read straight from
 * a task, the verifier searches all of the kernel's types for what is known of that pointer, which
 * takes it a millisecond; so it is done in one place. */
__noinline int is_current_table(__u64 files)
{
    return files == (__u64)bpf_get_current_task_btf()->files;
}

/* The address of the open file with that number in the running task, or 0. */
__noinline __u64 file_address(__s64 fd)
{
    struct fdtable *table = bpf_get_current_task_btf()->files->fdt;
    __u64 file = 0;

    if (fd < 0 || fd >= table->max_fds)
        return 0;
    bpf_probe_read_kernel(&file, sizeof(file), (void *)((__u64)table->fd + fd * sizeof(file)));
    return file;
}

static __always_inline struct file *file_of(__s64 fd)
{
    return (struct file *)file_address(fd);
}

static __always_inline __u32 device_number(__u32 dev)
{
    __u32 major = dev >> 20, minor = dev & 0xfffff;

    return (minor & 0xff) | major << 8 | (minor & ~0xffu) << 12;
}

enum layer { LAYER_NONE, LAYER_UPPER, LAYER_LOWER };

/* Where in an overlay file system the file is: the upper (writable) layer keeps a dentry behind the
 * inode. */
static __always_inline enum layer overlay_layer(struct file *file)
{
    struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry), *upper = 0;

    if (BPF_CORE_READ(dentry, d_sb, s_magic) != OVERLAYFS_MAGIC)
        return LAYER_NONE;
    __u64 inode = (__u64)BPF_CORE_READ(dentry, d_inode);
    bpf_probe_read_kernel(&upper, sizeof(upper),
                          (void *)(inode + bpf_core_type_size(struct inode)));
    return upper && BPF_CORE_READ(upper, d_inode, i_ino) != 0 ? LAYER_UPPER : LAYER_LOWER;
}

/* What became of the file that the call opened: file_flags. */
__noinline __u32 opened_flags(struct scratch *s)
{
    if (!s || s->result <= 0)
        return 0;
    struct file *file = file_of(s->result);
    if (!file)
        return 0;
    __u32 flags = BPF_CORE_READ(file, f_mode) & FMODE_CREATED ? FILE_CREATED : 0;
    enum layer layer = overlay_layer(file);
    if (layer == LAYER_UPPER)
        flags |= FILE_UPPER_LAYER;
    else if (layer == LAYER_LOWER)
        flags |= FILE_LOWER_LAYER;
    return flags;
}

/* --- times of an inode, in nanoseconds since 1970 --- */

static __always_inline __u64 nanoseconds(__s64 seconds, __u64 rest)
{
    return seconds < 0 ? 0 : (__u64)seconds * 1000000000 + rest;
}

static __always_inline __u64 change_time(struct inode *inode)
{
    if (bpf_core_field_exists(inode->i_ctime_sec))
        return nanoseconds(BPF_CORE_READ(inode, i_ctime_sec), BPF_CORE_READ(inode, i_ctime_nsec));
    struct inode___hidden_ctime *hidden = (void *)inode;
    if (bpf_core_field_exists(hidden->__i_ctime))
        return nanoseconds(BPF_CORE_READ(hidden, __i_ctime.tv_sec),
                           BPF_CORE_READ(hidden, __i_ctime.tv_nsec));
    struct inode___timespec *timespec = (void *)inode;
    return nanoseconds(BPF_CORE_READ(timespec, i_ctime.tv_sec),
                       BPF_CORE_READ(timespec, i_ctime.tv_nsec));
}

static __always_inline __u64 modify_time(struct inode *inode)
{
    if (bpf_core_field_exists(inode->i_mtime_sec))
        return nanoseconds(BPF_CORE_READ(inode, i_mtime_sec), BPF_CORE_READ(inode, i_mtime_nsec));
    struct inode___timespec *timespec = (void *)inode;
    if (bpf_core_field_exists(timespec->i_mtime))
        return nanoseconds(BPF_CORE_READ(timespec, i_mtime.tv_sec),
                           BPF_CORE_READ(timespec, i_mtime.tv_nsec));
    struct inode___hidden_mtime *hidden = (void *)inode;
    return nanoseconds(BPF_CORE_READ(hidden, __i_mtime.tv_sec),
                       BPF_CORE_READ(hidden, __i_mtime.tv_nsec));
}

/* --- paths --- */

/* Writes "/name" in front of what is in s->path. False: no room. */
static __always_inline bool prepend_name(struct scratch *s, struct dentry *dentry)
{
    __u32 start = s->path_start;
    __u32 len = BPF_CORE_READ(dentry, d_name.len) & (NAME_SPAN - 1);
    if (start >= PATH_MAX || len + 1 > start)
        return 0;
    start = (start - len - 1) & (PATH_MAX - 1);
    s->path[start] = '/';
    bpf_probe_read_kernel(s->path + start + 1, len, BPF_CORE_READ(dentry, d_name.name));
    s->path_start = start;
    return true;
}

/* Goes from s->dentry to the directory above, out of its mount if it is the root of one. False:
 * there is none, or no room for the name. */
__noinline int climb(struct scratch *s)
{
    if (!s)
        return 0;
    struct dentry *dentry = s->dentry;
    if (dentry == s->root) {
        struct mount *mount = s->mount, *below = BPF_CORE_READ(mount, mnt_parent);
        if (mount == below)
            return 0;
        s->dentry = BPF_CORE_READ(mount, mnt_mountpoint);
        s->mount = below;
        s->root = BPF_CORE_READ(below, mnt.mnt_root);
        return 1;
    }
    struct dentry *parent = BPF_CORE_READ(dentry, d_parent);
    if (dentry == parent || !prepend_name(s, dentry))
        return 0;
    s->dentry = parent;
    return 1;
}

/* Whether the file can have a path: one that was opened by its handle may be known by its inode
 * alone; its only name then is that of a root, which it is not. */
static __always_inline bool has_place(struct file *file)
{
    struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
    char name[2] = {0};

    if (dentry != BPF_CORE_READ(dentry, d_parent) ||
        dentry == BPF_CORE_READ(file, f_path.mnt, mnt_root))
        return true;
    bpf_probe_read_kernel(name, sizeof(name), BPF_CORE_READ(dentry, d_name.name));
    return name[0] != '/';
}

/* Writes "..." in front of what is in s->path: names are missing there. */
static __always_inline void mark_as_cut(struct scratch *s)
{
    __u32 start = s->path_start;

    start = start < CUT_MARK || start >= PATH_MAX ? 0 : start - CUT_MARK;
    KEEP_IN_REGISTER(start); /* older verifiers do not follow the bounds otherwise */
    start &= PATH_MAX - 1;
    for (int i = 0; i < CUT_MARK; i++)
        s->path[start + i] = '.';
    s->path_start = start;
    s->cut = 1;
}

/* The path of a file, from the root of its mount namespace. Names are found from the last to the
 * first, so it is written backwards; if there are too many, it starts with "..." for the missing
 * ones. A file without a place in a file system (memfd) has only its name. */
__noinline int put_path(struct scratch *s, __u64 address)
{
    if (!s || !address)
        return 0;
    struct file *file = (struct file *)address;
    struct vfsmount *vfsmount = BPF_CORE_READ(file, f_path.mnt);

    s->dentry = BPF_CORE_READ(file, f_path.dentry);
    s->mount = (void *)((__u64)vfsmount - bpf_core_field_offset(struct mount, mnt));
    s->root = BPF_CORE_READ(vfsmount, mnt_root);
    s->path_start = PATH_MAX - 1;
    s->path[PATH_MAX - 1] = 0;
    for (int i = 0; i < MAX_NAMES; i++) {
        if (!climb(s))
            break;
    }

    struct dentry *top = s->dentry;
    struct mount *mount = s->mount;
    bool is_whole = top == s->root ? mount == BPF_CORE_READ(mount, mnt_parent)
                                   : top == BPF_CORE_READ(top, d_parent);
    if (!is_whole)
        mark_as_cut(s);
    __u32 start = s->path_start;
    if (start == PATH_MAX - 1)
        return put_kernel_text(s, (__u64)BPF_CORE_READ(top, d_name.name), TEXT_MAX);
    __u64 at = s->used;
    if (at > EVENT_MAX)
        return 0;
    long written =
        bpf_probe_read_kernel_str(s->record + at, TEXT_MAX, s->path + (start & (PATH_MAX - 1)));
    if (written > 0)
        s->used = at + written;
    return 0;
}

/* --- the executable --- */

static __always_inline struct file *exe_file(const struct scratch *s)
{
    return BPF_CORE_READ(subject(s), mm, exe_file);
}

/* Made by memfd_create: named "memfd:..." and without a parent. */
static __always_inline bool is_memfd(struct file *file)
{
    struct dentry *dentry = BPF_CORE_READ(file, f_path.dentry);
    char name[6] = {0};

    if (BPF_CORE_READ(dentry, d_parent) != dentry)
        return false;
    bpf_probe_read_kernel(name, sizeof(name), BPF_CORE_READ(dentry, d_name.name));
    return name[0] == 'm' && name[1] == 'e' && name[2] == 'm' && name[3] == 'f' && name[4] == 'd' &&
           name[5] == ':';
}

#define MAX_EXTENTS    5
#define GROUPS_DEPTH   16 /* of a binary search in at most 65536 groups */
#define MAY_WRITE_MODE 2

/* Whether the id means anything in that namespace. */
static __always_inline bool id_is_mapped(struct uid_gid_map *map, __u32 id)
{
    __u32 count = BPF_CORE_READ(map, nr_extents);

    for (__u32 i = 0; i < MAX_EXTENTS && i < count; i++) {
        __u32 first = BPF_CORE_READ(map, extent[i].lower_first);
        if (id >= first && id - first < BPF_CORE_READ(map, extent[i].count))
            return true;
    }
    return false;
}

__noinline int is_in_group(struct scratch *s, __u32 gid)
{
    if (!s)
        return 0;
    struct group_info *info = BPF_CORE_READ(subject(s), cred, group_info);
    __u32 left = 0, right = BPF_CORE_READ(info, ngroups);
    __u64 groups = (__u64)info + bpf_core_field_offset(struct group_info, gid);

    for (int i = 0; i < GROUPS_DEPTH && left < right; i++) {
        __u32 middle = (left + right) / 2, group = 0;
        bpf_probe_read_kernel(&group, sizeof(group), (void *)(groups + middle * sizeof(group)));
        if (group == gid)
            return 1;
        if (gid > group)
            left = middle + 1;
        else
            right = middle;
    }
    return 0;
}

/* Whether the task could write its own executable: as owner, by the mode, or by capability. Access
 * lists are not looked at. */
__noinline int exe_is_writable(struct scratch *s)
{
    if (!s)
        return 0;
    struct inode *inode = BPF_CORE_READ(subject(s), mm, exe_file, f_inode);
    const struct cred *cred = BPF_CORE_READ(subject(s), cred);
    __u32 mode = BPF_CORE_READ(inode, i_mode);
    __u32 uid = BPF_CORE_READ(inode, i_uid.val), gid = BPF_CORE_READ(inode, i_gid.val);

    if (BPF_CORE_READ(inode, i_sb, s_flags) & SB_RDONLY_FLAG)
        return 0;
    if (BPF_CORE_READ(inode, i_flags) & S_IMMUTABLE_FLAG || uid == ~0u || gid == ~0u)
        return 0;
    if (BPF_CORE_READ(cred, fsuid.val) == uid)
        return 1;
    if (BPF_CORE_READ(cred, fsgid.val) == gid || is_in_group(s, gid))
        mode >>= 3;
    if (mode & MAY_WRITE_MODE)
        return 1;

    struct user_namespace *ns = BPF_CORE_READ(cred, user_ns);
    __u64 effective = capability_set(&cred->cap_effective);
    if (!ns || !id_is_mapped(&ns->uid_map, uid))
        return 0;
    if (effective >> CAPABILITY_FOWNER & 1)
        return 1;
    return (effective >> CAPABILITY_DAC_OVERRIDE & 1) && id_is_mapped(&ns->gid_map, gid);
}

/* execve_flags */
__noinline __u32 exe_flags(struct scratch *s)
{
    if (!s)
        return 0;
    struct file *file = exe_file(s);
    enum layer layer = overlay_layer(file);
    __u32 flags = exe_is_writable(s) ? 0x1 : 0;

    if (layer == LAYER_UPPER)
        flags |= 0x2;
    else if (layer == LAYER_LOWER)
        flags |= 0x8;
    if (is_memfd(file))
        flags |= 0x4;
    return flags;
}

#endif
