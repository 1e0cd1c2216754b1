/* Operations of an io_uring, one after the other, by the bare interface of the kernel. For each a
 * line of standard output: its name, and what came of it.
 *
 *     rings DIRECTORY PORT
 *
 * PORT: a TCP server on 127.0.0.1 that accepts. Exit status 77: the kernel has no rings to give.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define ENTRIES      8
#define OP_SOCKET    45 /* newer than some headers */
#define SKIP_SUCCESS (1u << 6)

struct ring {
    int fd;
    struct io_uring_sqe *sqes;
    unsigned *sq_tail, *sq_mask, *sq_array, *cq_head, *cq_tail, *cq_mask;
    struct io_uring_cqe *cqes;
};

static int open_ring(struct ring *ring, unsigned flags)
{
    struct io_uring_params params = {.flags = flags, .sq_thread_idle = 50};
    char *base;

    ring->fd = (int)syscall(SYS_io_uring_setup, ENTRIES, &params);
    if (ring->fd < 0)
        return -errno;
    base = mmap(NULL, params.cq_off.cqes + params.cq_entries * sizeof *ring->cqes + 4096,
                PROT_READ | PROT_WRITE, MAP_SHARED, ring->fd, IORING_OFF_SQ_RING);
    ring->sqes = mmap(NULL, ENTRIES * sizeof *ring->sqes, PROT_READ | PROT_WRITE, MAP_SHARED,
                      ring->fd, IORING_OFF_SQES);
    if (base == MAP_FAILED || ring->sqes == MAP_FAILED)
        return -errno;
    ring->sq_tail = (unsigned *)(base + params.sq_off.tail);
    ring->sq_mask = (unsigned *)(base + params.sq_off.ring_mask);
    ring->sq_array = (unsigned *)(base + params.sq_off.array);
    ring->cq_head = (unsigned *)(base + params.cq_off.head);
    ring->cq_tail = (unsigned *)(base + params.cq_off.tail);
    ring->cq_mask = (unsigned *)(base + params.cq_off.ring_mask);
    ring->cqes = (struct io_uring_cqe *)(base + params.cq_off.cqes);
    return 0;
}

/* Does one operation, and says its result. */
static int act(struct ring *ring, const char *name, struct io_uring_sqe operation)
{
    const unsigned tail = *ring->sq_tail, at = tail & *ring->sq_mask;
    const unsigned wakeup = IORING_ENTER_GETEVENTS | IORING_ENTER_SQ_WAKEUP;
    const unsigned wanted = operation.flags & SKIP_SUCCESS ? 0 : 1;
    int result = 0;

    ring->sqes[at] = operation;
    ring->sq_array[at] = at;
    __atomic_store_n(ring->sq_tail, tail + 1, __ATOMIC_RELEASE);
    while (syscall(SYS_io_uring_enter, ring->fd, 1, wanted, wakeup, NULL, 0) < 0 && errno == EINTR)
        ;
    if (wanted) {
        const unsigned head = *ring->cq_head;
        while (__atomic_load_n(ring->cq_tail, __ATOMIC_ACQUIRE) == head)
            usleep(100);
        result = ring->cqes[head & *ring->cq_mask].res;
        __atomic_store_n(ring->cq_head, head + 1, __ATOMIC_RELEASE);
    }
    printf("%s %d\n", name, result);
    return result;
}

#define OP(code, ...) ((struct io_uring_sqe){.opcode = (code), __VA_ARGS__})
#define AT(pointer)   .addr = (unsigned long)(pointer)
#define AT2(pointer)  .addr2 = (unsigned long)(pointer)

static void act_files(struct ring *ring)
{
    char data[8] = "";
    struct iovec vector = {data, 3};
    struct stat file;
    /* resolve: RESOLVE_NO_SYMLINKS */
    struct {
        unsigned long long flags, mode, resolve;
    } how = {O_RDONLY, 0, 4};
    int fd;

    fd = act(ring, "openat",
             OP(IORING_OP_OPENAT, .fd = AT_FDCWD, AT("made"), .len = 0640,
                .open_flags = O_RDWR | O_CREAT));
    act(ring, "write", OP(IORING_OP_WRITE, .fd = fd, AT("hello"), .len = 5, .off = -1ull));
    act(ring, "pread", OP(IORING_OP_READ, .fd = fd, AT(data), .len = 4, .off = 1));
    act(ring, "preadv", OP(IORING_OP_READV, .fd = fd, AT(&vector), .len = 1, .off = 0));
    act(ring, "close", OP(IORING_OP_CLOSE, .fd = fd));
    fd = act(ring, "openat2",
             OP(IORING_OP_OPENAT2, .fd = AT_FDCWD, AT("made"), AT2(&how), .len = sizeof how));
    close(fd);
    act(ring, "openat", OP(IORING_OP_OPENAT, .fd = AT_FDCWD, AT("/none"), .open_flags = O_RDONLY));
    act(ring, "mkdirat", OP(IORING_OP_MKDIRAT, .fd = AT_FDCWD, AT("folder"), .len = 0700));
    act(ring, "symlinkat", OP(IORING_OP_SYMLINKAT, .fd = AT_FDCWD, AT("made"), AT2("symbolic")));
    act(ring, "linkat",
        OP(IORING_OP_LINKAT, .fd = AT_FDCWD, AT("made"), .len = AT_FDCWD, AT2("hard")));
    act(ring, "renameat2",
        OP(IORING_OP_RENAMEAT, .fd = AT_FDCWD, AT("hard"), .len = AT_FDCWD, AT2("moved")));
    act(ring, "unlinkat", OP(IORING_OP_UNLINKAT, .fd = AT_FDCWD, AT("moved")));
    act(ring, "unlinkat",
        OP(IORING_OP_UNLINKAT, .fd = AT_FDCWD, AT("folder"), .unlink_flags = AT_REMOVEDIR));
    /* By a worker of the kernel's, and without a word when it has worked. */
    fd = act(ring, "openat",
             OP(IORING_OP_OPENAT, .fd = AT_FDCWD, AT("made"), .open_flags = O_RDONLY,
                .flags = IOSQE_ASYNC));
    close(fd);
    act(ring, "unlinkat",
        OP(IORING_OP_UNLINKAT, .fd = AT_FDCWD, AT("symbolic"), .flags = SKIP_SUCCESS));
    for (int i = 0; i < 5000 && lstat("symbolic", &file) == 0; i++)
        usleep(1000);
    usleep(1000);
}

static void act_registered(struct ring *ring)
{
    int slots[4] = {-1, -1, -1, -1};
    char data[8];

    if (syscall(SYS_io_uring_register, ring->fd, IORING_REGISTER_FILES, slots, 4) < 0)
        return;
    act(ring, "openat",
        OP(IORING_OP_OPENAT, .fd = AT_FDCWD, AT("made"), .open_flags = O_RDONLY, .file_index = 2));
    act(ring, "read",
        OP(IORING_OP_READ, .fd = 1, AT(data), .len = 4, .off = -1ull, .flags = IOSQE_FIXED_FILE));
    act(ring, "close", OP(IORING_OP_CLOSE, .file_index = 2));
}

static void act_sockets(struct ring *ring, unsigned short port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    struct iovec vector = {"ring", 4};
    struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1};
    int fd;

    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    fd = act(ring, "socket", OP(OP_SOCKET, .fd = AF_INET, .off = SOCK_STREAM | SOCK_CLOEXEC));
    act(ring, "connect", OP(IORING_OP_CONNECT, .fd = fd, AT(&address), .off = sizeof address));
    act(ring, "sendto", OP(IORING_OP_SEND, .fd = fd, AT("hello"), .len = 5));
    act(ring, "sendmsg", OP(IORING_OP_SENDMSG, .fd = fd, AT(&message), .len = 1));
    act(ring, "shutdown", OP(IORING_OP_SHUTDOWN, .fd = fd, .len = SHUT_WR));
    close(fd);

    fd = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_port = 0;
    socklen_t size = sizeof address;
    if (bind(fd, (struct sockaddr *)&address, size) != 0 || listen(fd, 1) != 0 ||
        getsockname(fd, (struct sockaddr *)&address, &size) != 0)
        return;
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(client, (struct sockaddr *)&address, size) != 0)
        return;
    act(ring, "accept4", OP(IORING_OP_ACCEPT, .fd = fd, .accept_flags = SOCK_CLOEXEC));
}

int main(int argc, char **argv)
{
    struct ring ring;
    int error;

    if (argc < 3 || chdir(argv[1]) != 0)
        return 2;
    error = open_ring(&ring, 0);
    if (error != 0) {
        printf("no io_uring: %s\n", strerror(-error));
        return 77;
    }
    act_files(&ring);
    act_registered(&ring);
    act_sockets(&ring, (unsigned short)atoi(argv[2]));
    printf("thread 0\n"); /* what follows is submitted by a thread of the kernel's */
    if (open_ring(&ring, IORING_SETUP_SQPOLL) == 0)
        act_files(&ring);
    return 0;
}
