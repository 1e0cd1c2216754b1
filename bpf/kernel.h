/* What the capture programs read of the kernel: the structures and fields used, and no others. The
 * loader finds their real offsets in the running kernel's BTF (CO-RE), so order and padding here do
 * not matter and the programs build on any machine. A name after three underscores stands for the
 * same structure in another kernel version.
 */
#ifndef RULEC_BPF_KERNEL_H
#define RULEC_BPF_KERNEL_H

#include <linux/types.h>
#include <stdbool.h>

#include <linux/bpf.h>

#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct pt_regs {
    unsigned long di, si, dx, r10, r8, r9;
    unsigned long bx, cx, bp;
    unsigned long ax, orig_ax;
};

struct list_head {
    struct list_head *next, *prev;
};

typedef struct {
    int counter;
} atomic_t;

/* --- processes --- */

struct pid_namespace;

struct upid {
    int nr;
    struct pid_namespace *ns;
};

struct pid {
    unsigned int level;
    struct upid numbers[1]; /* level + 1 of them; [0] is the outermost namespace */
};

struct pid_namespace {
    struct task_struct *child_reaper;
    unsigned int level;
};

typedef struct {
    unsigned int val;
} kuid_t;

typedef struct {
    unsigned int val;
} kgid_t;

typedef struct {
    __u64 val;
} kernel_cap_t;

struct uid_gid_extent {
    __u32 first, lower_first, count;
};

struct uid_gid_map {
    __u32 nr_extents;
    struct uid_gid_extent extent[5];
};

struct user_namespace {
    struct uid_gid_map uid_map, gid_map;
    int level;
};

struct group_info {
    int ngroups;
    kgid_t gid[1];
};

struct cred {
    kuid_t euid, fsuid;
    kgid_t egid, fsgid;
    kernel_cap_t cap_inheritable, cap_permitted, cap_effective;
    struct user_namespace *user_ns;
    struct group_info *group_info;
};

struct rlimit {
    unsigned long rlim_cur, rlim_max;
};

struct tty_driver {
    int major, minor_start;
};

struct tty_struct {
    struct tty_driver *driver;
    int index;
};

struct signal_struct {
    atomic_t live;
    int nr_threads;
    struct list_head thread_head;
    struct pid *pids[4];
    struct tty_struct *tty;
    struct rlimit rlim[16];
    unsigned int is_child_subreaper : 1;
    unsigned int has_child_subreaper : 1;
};

struct percpu_counter {
    __s64 count;
};

typedef struct {
    __s64 counter;
} atomic_long_t;

struct mm_rss_stat {
    atomic_long_t count[4];
};

struct mm_struct {
    unsigned long total_vm, arg_start, arg_end, env_start, env_end;
    struct percpu_counter rss_stat[4];
    struct file *exe_file;
};

/* Before 6.2. */
struct mm_struct___atomic {
    struct mm_rss_stat rss_stat;
};

struct kernfs_node {
    struct kernfs_node *parent;
    const char *name;
};

/* Since 6.15. */
struct kernfs_node___rcu {
    struct kernfs_node *__parent;
};

struct cgroup {
    struct kernfs_node *kn;
};

struct cgroup_subsys {
    const char *name;
};

struct cgroup_subsys_state {
    struct cgroup *cgroup;
    struct cgroup_subsys *ss;
};

enum cgroup_subsys_id {
    cpuset_cgrp_id = 1000,
    cpu_cgrp_id,
    cpuacct_cgrp_id,
    io_cgrp_id,
    memory_cgrp_id
};

struct css_set {
    struct cgroup_subsys_state *subsys[1]; /* indexed by enum cgroup_subsys_id */
};

struct nsproxy {
    struct pid_namespace *pid_ns_for_children;
};

struct thread_info {
    __u32 status;
};

struct task_struct {
    struct thread_info thread_info;
    unsigned int flags;
    int exit_code;
    int pid, tgid;
    struct task_struct *real_parent;
    struct list_head children, thread_node;
    struct pid *thread_pid;
    __u64 start_time;
    unsigned long min_flt, maj_flt;
    const struct cred *cred;
    char comm[16];
    struct nsproxy *nsproxy;
    struct signal_struct *signal;
    kuid_t loginuid;
    struct css_set *cgroups;
    struct files_struct *files;
    struct mm_struct *mm;
};

struct linux_binprm {
    const char *filename;
};

/* --- files --- */

struct super_block {
    unsigned int s_dev;
    unsigned long s_flags, s_magic;
};

struct timespec64 {
    __s64 tv_sec;
    long tv_nsec;
};

struct inode {
    unsigned short i_mode;
    kuid_t i_uid;
    kgid_t i_gid;
    unsigned int i_flags;
    struct super_block *i_sb;
    void *i_private;
    unsigned long i_ino;
    __s64 i_mtime_sec, i_ctime_sec;
    __u32 i_mtime_nsec, i_ctime_nsec;
};

/* 6.6 to 6.10 hide ctime, 6.7 to 6.10 mtime too. */
struct inode___hidden_ctime {
    struct timespec64 __i_ctime;
};

struct inode___hidden_mtime {
    struct timespec64 __i_mtime;
};

struct inode___timespec {
    struct timespec64 i_mtime, i_ctime;
};

struct qstr {
    __u32 len;
    const unsigned char *name;
};

struct dentry {
    struct dentry *d_parent;
    struct qstr d_name;
    struct inode *d_inode;
    struct super_block *d_sb;
};

struct vfsmount {
    struct dentry *mnt_root;
};

struct mount {
    struct mount *mnt_parent;
    struct dentry *mnt_mountpoint;
    struct vfsmount mnt;
};

struct path {
    struct vfsmount *mnt;
    struct dentry *dentry;
};

struct file {
    unsigned int f_mode;
    void *private_data;
    struct inode *f_inode;
    struct path f_path;
};

/* What descriptors of bpf stand for. */
struct bpf_map {
    unsigned int id;
};

struct bpf_link {
    unsigned int id;
};

struct fdtable {
    unsigned int max_fds;
    struct file **fd;
    unsigned long *open_fds;
};

struct files_struct {
    atomic_t count;
    struct fdtable *fdt;
};

/* --- sockets --- */

struct in6_addr {
    __u8 bytes[16];
};

struct sock_common {
    __be32 skc_daddr, skc_rcv_saddr;
    __be16 skc_dport;
    unsigned short skc_family;
    struct in6_addr skc_v6_daddr, skc_v6_rcv_saddr;
};

struct sock {
    struct sock_common __sk_common;
    __u32 sk_ack_backlog, sk_max_ack_backlog;
    __u16 sk_type;
};

struct inet_sock {
    __be32 inet_saddr;
    __be16 inet_sport;
    struct ipv6_pinfo *pinet6;
};

struct ipv6_pinfo {
    struct in6_addr saddr;
};

struct sockaddr_un {
    unsigned short sun_family;
    char sun_path[108];
};

struct unix_address {
    int len;
    struct sockaddr_un name[1];
};

struct unix_sock {
    struct unix_address *addr;
    struct sock *peer;
};

struct socket {
    struct sock *sk;
};

/* --- rings (io_uring) --- */

struct filename {
    const char *name;
};

struct open_how {
    __u64 flags, mode, resolve;
};

struct io_cqe {
    __s32 res;
    int fd; /* until the operation is done */
};

struct io_kiocb {
    struct file *file; /* the operation's own structure, which follows, begins with it */
    __u8 opcode;
    __u64 flags;
    struct io_cqe cqe;
    void *async_data;
};

struct kiocb {
    __s64 ki_pos;
};

struct io_rw {
    struct kiocb kiocb;
    __u64 addr;
    __u32 len;
};

struct io_open {
    int dfd;
    __u32 file_slot;
    struct filename *filename;
    struct open_how how;
};

struct io_close {
    int fd;
    __u32 file_slot;
};

struct io_rename {
    int old_dfd, new_dfd;
    struct filename *oldpath, *newpath;
    int flags;
};

struct io_unlink {
    int dfd, flags;
    struct filename *filename;
};

struct io_mkdir {
    int dfd;
    __u16 mode;
    struct filename *filename;
};

struct io_link {
    int old_dfd, new_dfd;
    struct filename *oldpath, *newpath;
    int flags;
};

struct io_shutdown {
    int how;
};

struct io_accept {
    int flags;
    __u32 file_slot;
};

struct io_socket {
    int domain, type, protocol, flags;
    __u32 file_slot;
};

struct io_connect {
    void *addr;
    int addr_len;
};

struct io_bind {
    int addr_len;
};

struct io_listen {
    int backlog;
};

struct io_sr_msg {
    void *buf;
    int len;
    unsigned int msg_flags;
};

struct __kernel_sockaddr_storage {
    __u8 bytes[128];
};

struct io_async_msghdr {
    struct __kernel_sockaddr_storage addr;
};

#pragma clang attribute pop

/* Keeps the compiler from testing one copy of a number and using another: the verifier then knows
 * the bounds of the one that is used. */
#define KEEP_IN_REGISTER(number) asm volatile("" : "+r"(number))

/* Fixed parts of the kernel's interface to programs. */
#define O_NONBLOCK_FLAG         0x800
#define O_CLOEXEC_FLAG          0x80000
#define O_CREAT_FLAG            0x40
#define O_TMPFILE_FLAG          0x410000
#define FMODE_CREATED           0x100000
#define PF_EXITING              0x4
#define PF_IO_WORKER            0x10
#define PF_USER_WORKER          0x4000
#define PF_KTHREAD              0x200000
#define TS_COMPAT               0x2
#define S_IFMT_MASK             0170000
#define S_IFSOCK_TYPE           0140000
#define S_IFREG_TYPE            0100000
#define S_IFCHR_TYPE            0020000
#define S_IFIFO_TYPE            0010000
#define S_IFDIR_TYPE            0040000
#define SB_RDONLY_FLAG          1
#define S_IMMUTABLE_FLAG        8
#define OVERLAYFS_MAGIC         0x794c7630
#define FAMILY_UNIX             1
#define FAMILY_INET             2
#define FAMILY_INET6            10
#define ERRNO_PERM              1
#define ERRNO_FAULT             14
#define ERRNO_INPROGRESS        115
#define RLIMIT_NOFILE_IDX       7
#define CAPABILITY_DAC_OVERRIDE 1
#define CAPABILITY_FOWNER       3

/* What prctl's second argument is, by option. */
#define PRCTL_SET_NAME            15
#define PRCTL_GET_NAME            16
#define PRCTL_SET_CHILD_SUBREAPER 36
#define PRCTL_GET_CHILD_SUBREAPER 37

enum pid_type { PID_OF_TASK, PID_OF_GROUP_LEADER, PID_OF_PROCESS_GROUP, PID_OF_SESSION };

#endif
