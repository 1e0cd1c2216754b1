/* Operations that a process has the kernel do through a ring (io_uring) without a system call for
 * each: they become the events of the system calls that do the same, so that rules hold on them.
 *
 * What is asked for is taken from the kernel's own copy when an operation is submitted, where names
 * are no longer the process' to change; it is kept until the operation completes, which gives the
 * result. Data that was moved (the buffers of read and write) and the address given to a connect
 * are read in the process' memory then; whom a socket is connected to, the socket says. An
 * operation that shall not tell its success (IOSQE_CQE_SKIP_SUCCESS) is taken as done when it is
 * submitted; should it fail, that comes as a second event.
 *
 * Not seen are: the completions of an operation that has several (multishot), but for its last one;
 * and one that finds the queue of completions full.
 *
 * A file that is registered with the ring in place of a descriptor has the descriptor's number from
 * URING_FILES on, where no process has any.
 */
#ifndef RULEC_BPF_URING_H
#define RULEC_BPF_URING_H

#include "drop.h"
#include "step.h"

#define URING_FILES   (1 << 30)
#define URING_UNKNOWN 0x7fffffff     /* what was opened, and nobody tells */
#define URING_TEXTS   (2 * TEXT_MAX) /* bytes of the texts of an operation */
#define URING_MOST    4096           /* operations under way that are remembered */
#define URING_FIXED   1              /* of io_kiocb.flags: the file is a registered one */
#define URING_SKIP    (1 << 6)
#define ANY_SLOT      0xffffffff /* a free one, and the result says which */
#define LARGEFILE     0x8000     /* always set by the kernel */
#define ADDRESS_SIZE  128

struct request {
    __u64 args[6]; /* as of the system call; of texts and structures in[] the place */
    __u32 call;
    __u32 inside; /* bits of those arguments */
    __u32 opens;  /* what comes of it is a registered file: its slot, plus 1; or ANY_SLOT */
    __u32 used;   /* bytes of in[] */
    __u64 file;   /* the registered one that it is about; 0: none */
    __u8 in[URING_TEXTS + ADDRESS_SIZE];
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, URING_MOST);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __type(key, __u64); /* address of the kernel's request */
    __type(value, struct request);
} requests SEC(".maps");

/* Where a request is put together. */
struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct request);
} new_request SEC(".maps");

/* What the hooks hand over to the program that writes events: there is one for both, so that it is
 * verified once. */
struct done {
    __u64 address; /* of the kernel's request */
    __s64 result;
    __u32 ends; /* and nothing more comes of it */
};

struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, struct done);
} done SEC(".maps");

/* The loader puts that program there. */
struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, 1);
    __uint(key_size, sizeof(__u32));
    __uint(value_size, sizeof(__u32));
} writer SEC(".maps");

/* The kernel's copy of a path becomes argument `index`. */
__noinline int take_name(struct request *r, __u64 filename, __u32 index)
{
    if (!r)
        return 0;
    __u64 at = r->used;
    KEEP_IN_REGISTER(at);
    if (at > TEXT_MAX)
        return 0;
    long size = bpf_probe_read_kernel_str(r->in + at, TEXT_MAX,
                                          BPF_CORE_READ((struct filename *)filename, name));
    if (size <= 0)
        return 0;
    r->args[index & 3] = at;
    r->inside |= 1u << (index & 3);
    r->used = at + size;
    return 0;
}

/* The socket address that the kernel copied. (That of a connect it copies later.) */
static __always_inline void take_address(struct request *r, struct io_kiocb *req)
{
    struct io_async_msghdr *message = BPF_CORE_READ(req, async_data);

    if (!message)
        return;
    bpf_probe_read_kernel(r->in, ADDRESS_SIZE, &message->addr);
    r->args[1] = 0;
    r->inside = 1u << 1;
}

static __always_inline void take_data(struct request *r, struct io_rw *rw, __u32 without,
                                      __u32 with)
{
    __s64 position = BPF_CORE_READ(rw, kiocb.ki_pos);

    r->call = position == -1 ? without : with;
    r->args[1] = BPF_CORE_READ(rw, addr);
    r->args[2] = BPF_CORE_READ(rw, len);
    r->args[3] = position;
}

static __always_inline void take_message(struct request *r, struct io_sr_msg *message, __u32 call)
{
    r->call = call;
    r->args[1] = (__u64)BPF_CORE_READ(message, buf);
    r->args[2] = BPF_CORE_READ(message, len);
    r->args[3] = BPF_CORE_READ(message, msg_flags);
}

/* Operations on files by name. */
__noinline int take_named(struct request *r, __u64 address, __u32 operation)
{
    if (!r)
        return 0;
    void *cmd = (void *)address;
    switch (operation) {
    case URING_OPENAT:
    case URING_OPENAT2: {
        struct io_open *open = cmd;
        r->args[0] = BPF_CORE_READ(open, dfd);
        take_name(r, (__u64)BPF_CORE_READ(open, filename), 1);
        r->opens = BPF_CORE_READ(open, file_slot);
        if (operation == URING_OPENAT) {
            r->call = 257;
            r->args[2] = BPF_CORE_READ(open, how.flags) & ~LARGEFILE;
            r->args[3] = BPF_CORE_READ(open, how.mode);
            break;
        }
        struct open_how *how = (struct open_how *)(r->in + URING_TEXTS);
        how->flags = BPF_CORE_READ(open, how.flags) & ~LARGEFILE;
        how->mode = BPF_CORE_READ(open, how.mode);
        how->resolve = BPF_CORE_READ(open, how.resolve);
        r->call = 437;
        r->args[2] = URING_TEXTS;
        r->inside |= 1u << 2;
        break;
    }
    case URING_UNLINKAT: {
        struct io_unlink *unlink = cmd;
        r->call = 263;
        r->args[0] = BPF_CORE_READ(unlink, dfd);
        take_name(r, (__u64)BPF_CORE_READ(unlink, filename), 1);
        r->args[2] = BPF_CORE_READ(unlink, flags);
        break;
    }
    case URING_MKDIRAT: {
        struct io_mkdir *mkdir = cmd;
        r->call = 258;
        r->args[0] = BPF_CORE_READ(mkdir, dfd);
        take_name(r, (__u64)BPF_CORE_READ(mkdir, filename), 1);
        r->args[2] = BPF_CORE_READ(mkdir, mode);
        break;
    }
    case URING_RENAMEAT: {
        struct io_rename *rename = cmd;
        r->call = 316;
        r->args[0] = BPF_CORE_READ(rename, old_dfd);
        take_name(r, (__u64)BPF_CORE_READ(rename, oldpath), 1);
        r->args[2] = BPF_CORE_READ(rename, new_dfd);
        take_name(r, (__u64)BPF_CORE_READ(rename, newpath), 3);
        r->args[4] = BPF_CORE_READ(rename, flags);
        break;
    }
    case URING_LINKAT: {
        struct io_link *link = cmd;
        r->call = 265;
        r->args[0] = BPF_CORE_READ(link, old_dfd);
        take_name(r, (__u64)BPF_CORE_READ(link, oldpath), 1);
        r->args[2] = BPF_CORE_READ(link, new_dfd);
        take_name(r, (__u64)BPF_CORE_READ(link, newpath), 3);
        r->args[4] = BPF_CORE_READ(link, flags);
        break;
    }
    case URING_SYMLINKAT: {
        struct io_link *link = cmd;
        r->call = 266;
        take_name(r, (__u64)BPF_CORE_READ(link, oldpath), 0);
        r->args[1] = BPF_CORE_READ(link, new_dfd);
        take_name(r, (__u64)BPF_CORE_READ(link, newpath), 2);
        break;
    }
    }
    return 0;
}

/* Operations on descriptors; their number is argument 0 already. */
__noinline int take_descriptor(struct request *r, __u64 address, __u32 operation)
{
    if (!r)
        return 0;
    struct io_kiocb *req = (struct io_kiocb *)address;
    void *cmd = (void *)address;
    switch (operation) {
    case URING_READ:
    case URING_READ_FIXED:
        take_data(r, cmd, 0, 17);
        break;
    case URING_READV:
        take_data(r, cmd, 19, 295);
        break;
    case URING_WRITE:
    case URING_WRITE_FIXED:
        take_data(r, cmd, 1, 18);
        break;
    case URING_WRITEV:
        take_data(r, cmd, 20, 296);
        break;
    case URING_SENDMSG:
    case URING_SENDMSG_ZC:
        take_message(r, cmd, 46);
        break;
    case URING_RECVMSG:
        take_message(r, cmd, 47);
        break;
    case URING_SEND:
    case URING_SEND_ZC:
        take_message(r, cmd, 44);
        break;
    case URING_RECV:
        take_message(r, cmd, 45);
        break;
    case URING_CLOSE: {
        struct io_close *close = cmd;
        __u32 slot = BPF_CORE_READ(close, file_slot);
        r->call = 3;
        r->args[0] = slot ? URING_FILES + slot - 1 : (__u32)BPF_CORE_READ(close, fd);
        break;
    }
    case URING_ACCEPT: {
        struct io_accept *accept = cmd;
        r->call = 288;
        r->args[3] = BPF_CORE_READ(accept, flags);
        r->opens = BPF_CORE_READ(accept, file_slot);
        break;
    }
    case URING_CONNECT: {
        struct io_connect *connect = cmd;
        r->call = 42;
        r->args[1] = (__u64)BPF_CORE_READ(connect, addr);
        r->args[2] = BPF_CORE_READ(connect, addr_len);
        break;
    }
    case URING_BIND: {
        struct io_bind *bind = cmd;
        if (!bpf_core_type_exists(struct io_bind))
            break;
        r->call = 49;
        r->args[2] = BPF_CORE_READ(bind, addr_len);
        take_address(r, req);
        break;
    }
    case URING_LISTEN: {
        struct io_listen *listen = cmd;
        if (!bpf_core_type_exists(struct io_listen))
            break;
        r->call = 50;
        r->args[1] = BPF_CORE_READ(listen, backlog);
        break;
    }
    case URING_SHUTDOWN: {
        struct io_shutdown *shutdown = cmd;
        r->call = 48;
        r->args[1] = BPF_CORE_READ(shutdown, how);
        break;
    }
    case URING_SOCKET: {
        struct io_socket *socket = cmd;
        r->call = 41;
        r->args[0] = BPF_CORE_READ(socket, domain);
        r->args[1] = BPF_CORE_READ(socket, type) | BPF_CORE_READ(socket, flags);
        r->args[2] = BPF_CORE_READ(socket, protocol);
        r->opens = BPF_CORE_READ(socket, file_slot);
        break;
    }
    }
    return 0;
}

/* Set by the loader: whether the event of the call that such an operation stands for is wanted. */
const volatile __u8 uring_wanted[URING__COUNT];

static __always_inline bool is_accept(__u32 call)
{
    return call == 288;
}

/* Puts the event of the request into the ring buffer. */
static __always_inline void write_request(struct request *r, __s64 result)
{
    __u32 call = r->call & (MAX_CALLS - 1), recipe = call_recipes[call];
    struct task_struct *task = bpf_get_current_task_btf();
    __u64 ids = bpf_get_current_pid_tgid();

    if (result < 0 && !call_failures[call] && result != -ERRNO_INPROGRESS)
        return;
    struct scratch *s = scratch_take(task, call_kinds[call]);
    if (!s)
        return;
    s->result = result;
    if (result >= 0 && r->opens)
        s->result = URING_FILES + (r->opens == ANY_SLOT ? result : r->opens - 1);
    s->call = call;
    s->compat = 0;
    for (int i = 0; i < 6; i++)
        s->args[i] =
            r->inside >> i & 1 ? (__u64)r->in + (r->args[i] & (2 * URING_TEXTS - 1)) : r->args[i];
    s->composed = 0;
    if (filter_mode && (unseen_directories || hold_files))
        tell_descriptors(s, call_states[call]);
    s->kernel_args = r->inside;
    s->ring_file = is_accept(call) ? 0 : r->file; /* which is not the socket that came of it */
    s->marked = 0;
    s->flags = RECORD_URING;
    /* The kernel's own threads do some of it for the process. */
    bool written = write_event(
        s, recipe, task->flags & (PF_IO_WORKER | PF_USER_WORKER) ? ids >> 32 : (__u32)ids,
        put_ring_step);
    if (filter_mode)
        note_descriptors(s, call_states[call], written);
    s->kernel_args = 0;
    s->ring_file = 0;
    s->busy = 0;
}

static __always_inline bool is_named(__u32 operation)
{
    return operation == URING_OPENAT || operation == URING_OPENAT2 ||
           (operation >= URING_RENAMEAT && operation <= URING_LINKAT);
}

static __always_inline bool is_opening(__u32 operation)
{
    return operation == URING_OPENAT || operation == URING_OPENAT2 || operation == URING_ACCEPT ||
           operation == URING_SOCKET;
}

SEC("raw_tp")
int uring_write(void *ctx)
{
    __u32 key = 0;
    struct done *what = bpf_map_lookup_elem(&done, &key);
    struct request *r = what ? bpf_map_lookup_elem(&requests, &what->address) : 0;

    if (!r)
        return 0;
    write_request(r, what->result);
    if (what->ends)
        bpf_map_delete_elem(&requests, &what->address);
    else
        r->opens = 0; /* should it fail after all, that is told as usual */
    return 0;
}

static __always_inline void hand_over(void *ctx, __u64 address, __s64 result, bool ends)
{
    __u32 key = 0;
    struct done *what = bpf_map_lookup_elem(&done, &key);

    if (!what)
        return;
    *what = (struct done){.address = address, .result = result, .ends = ends};
    bpf_tail_call(ctx, &writer, 0);
}

SEC("raw_tp/io_uring_submit_req")
int uring_submit(struct bpf_raw_tracepoint_args *ctx)
{
    __u64 address = ctx->args[0];
    struct io_kiocb *req = (struct io_kiocb *)address;
    __u32 operation = BPF_CORE_READ(req, opcode), key = 0;

    if (operation >= URING__COUNT || !uring_wanted[operation] ||
        is_agent(bpf_get_current_task_btf()))
        return 0;
    struct request *r = bpf_map_lookup_elem(&new_request, &key);
    if (!r)
        return 0;
    __u64 flags = BPF_CORE_READ(req, flags);
    __u32 fd = BPF_CORE_READ(req, cqe.fd);
    r->args[0] = flags & URING_FIXED ? URING_FILES + fd : fd;
    r->args[1] = r->args[2] = r->args[3] = r->args[4] = r->args[5] = 0;
    r->call = r->inside = r->opens = r->used = 0;
    r->file = flags & URING_FIXED ? (__u64)BPF_CORE_READ(req, file) : 0;
    if (is_named(operation))
        take_named(r, address, operation);
    else
        take_descriptor(r, address, operation);
    if (bpf_map_update_elem(&requests, &address, r, BPF_ANY) != 0)
        count_lost(bpf_get_current_pid_tgid() >> 32, CAUSE_SCRATCH,
                   call_kinds[r->call & (MAX_CALLS - 1)]);
    else if (flags & URING_SKIP)
        hand_over(ctx, address, is_opening(operation) && !r->opens ? URING_UNKNOWN : 0, false);
    return 0;
}

SEC("raw_tp/io_uring_complete")
int uring_complete(struct bpf_raw_tracepoint_args *ctx)
{
    struct task_struct *task = bpf_get_current_task_btf();
    __u64 address = ctx->args[1];

    if (!bpf_map_lookup_elem(&requests, &address))
        return 0;
    if (task->flags & PF_KTHREAD) { /* its process is gone */
        bpf_map_delete_elem(&requests, &address);
        return 0;
    }
    struct io_kiocb *req = (struct io_kiocb *)address;
    hand_over(ctx, address, (__s32)BPF_CORE_READ(req, cqe.res), true);
    return 0;
}

#endif
