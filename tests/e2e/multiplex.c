/* Calls as 32-bit code makes them through socketcall and ipc, one after the other. For each a line
 * of standard output: the name of the call that is made, and what came of it.
 *
 *     multiplex
 *
 * The code has 64 bits, but calls by the interrupt of 32-bit code, with all data below 4 GB. Exit
 * status 77: the kernel does not take such calls.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <unistd.h>

#define CALL_GETPID 20
#define SOCKETCALL  102
#define IPC         117

/* What the calls point to. */
struct data {
    uint32_t args[6];
    struct sockaddr_in server, other;
    uint32_t length, value, pair[2];
    char text[16], taken[16];
    uint32_t parts[2];   /* struct iovec of 32-bit code */
    uint32_t message[7]; /* struct msghdr of 32-bit code */
    struct sembuf operation;
    uint32_t time[2];
};

static uint32_t place(const void *in_data)
{
    return (uint32_t)(uintptr_t)in_data;
}

static int call_32(uint32_t number, uint32_t a, uint32_t b, uint32_t c, uint32_t d, uint32_t e)
{
    int result;

    __asm__ volatile("int $0x80"
                     : "=a"(result)
                     : "a"(number), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
                     : "memory", "r8", "r9", "r10", "r11");
    return result;
}

static int say(const char *name, int result)
{
    printf("%s %d\n", name, result);
    return result;
}

static int on_socket(struct data *data, const char *name, uint32_t which, const uint32_t args[6])
{
    memcpy(data->args, args, sizeof data->args);
    return say(name, call_32(SOCKETCALL, which, place(data->args), 0, 0, 0));
}
#define SOCKET(name, which, ...) on_socket(data, name, which, (const uint32_t[6]){__VA_ARGS__})

static void refuse(int signal_number)
{
    static const char words[] = "the kernel takes no calls of 32-bit code\n";

    (void)signal_number;
    if (write(STDOUT_FILENO, words, sizeof words - 1) > 0)
        _exit(77);
    _exit(77);
}

static void act_sockets(struct data *data)
{
    const uint32_t size = sizeof data->server;

    data->server = (struct sockaddr_in){.sin_family = AF_INET};
    data->server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    data->length = size;
    const int server = SOCKET("socket", 1, AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    data->value = 1;
    SOCKET("setsockopt", 14, (uint32_t)server, SOL_SOCKET, SO_REUSEADDR, place(&data->value), 4);
    SOCKET("bind", 2, (uint32_t)server, place(&data->server), size);
    SOCKET("listen", 4, (uint32_t)server, 5);
    SOCKET("getsockname", 6, (uint32_t)server, place(&data->server), place(&data->length));
    const int client = SOCKET("socket", 1, AF_INET, SOCK_STREAM, 0);
    SOCKET("connect", 3, (uint32_t)client, place(&data->server), size);
    const int taken = SOCKET("accept", 5, (uint32_t)server, 0, 0);
    SOCKET("getpeername", 7, (uint32_t)client, place(&data->other), place(&data->length));
    strcpy(data->text, "hello");
    SOCKET("sendto", 11, (uint32_t)client, place(data->text), 5, 0, 0, 0);
    SOCKET("recvfrom", 12, (uint32_t)taken, place(data->taken), 16, 0, 0, 0);
    strcpy(data->text, "short");
    SOCKET("send", 9, (uint32_t)client, place(data->text), 5, 0);
    SOCKET("recv", 10, (uint32_t)taken, place(data->taken), 16, 0);
    strcpy(data->text, "parts");
    data->parts[0] = place(data->text);
    data->parts[1] = 5;
    data->message[2] = place(data->parts);
    data->message[3] = 1;
    SOCKET("sendmsg", 16, (uint32_t)client, place(data->message), 0);
    data->parts[0] = place(data->taken);
    SOCKET("recvmsg", 17, (uint32_t)taken, place(data->message), 0);
    data->length = 4;
    SOCKET("getsockopt", 15, (uint32_t)client, SOL_SOCKET, SO_TYPE, place(&data->value),
           place(&data->length));
    SOCKET("shutdown", 13, (uint32_t)client, SHUT_WR);
    const int second = SOCKET("socket", 1, AF_INET, SOCK_STREAM, 0);
    SOCKET("connect", 3, (uint32_t)second, place(&data->server), size);
    SOCKET("accept4", 18, (uint32_t)server, 0, 0, SOCK_NONBLOCK);
    SOCKET("socketpair", 8, AF_UNIX, SOCK_STREAM, 0, place(data->pair));
    SOCKET("shutdown", 13, (uint32_t)-1, SHUT_RD);
}

static void act_semaphores(struct data *data)
{
    const int set = say("semget", call_32(IPC, 2, IPC_PRIVATE, 2, IPC_CREAT | 0600, 0));

    data->value = 3;
    say("semctl", call_32(IPC, 3, (uint32_t)set, 1, SETVAL, place(&data->value)));
    data->operation = (struct sembuf){.sem_num = 1, .sem_op = -2, .sem_flg = IPC_NOWAIT};
    say("semop", call_32(IPC, 1, (uint32_t)set, 1, 0, place(&data->operation)));
    say("semtimedop", call_32(IPC, 4, (uint32_t)set, 1, 0, place(&data->operation)));
    say("semctl", call_32(IPC, 3, (uint32_t)set, 0, IPC_RMID, place(&data->value)));
    say("shmget", call_32(IPC, 23, 1, 0, 0, 0));
    say("msgget", call_32(IPC, 13, 0x7fffffff, 0, 0, 0));
}

int main(void)
{
    struct data *data = mmap(NULL, sizeof *data, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);

    signal(SIGSEGV, refuse);
    if (data == MAP_FAILED || call_32(CALL_GETPID, 0, 0, 0, 0, 0) != getpid())
        refuse(0);
    act_sockets(data);
    act_semaphores(data);
    /* Calls that there are not. */
    call_32(SOCKETCALL, 0, 0, 0, 0, 0);
    call_32(SOCKETCALL, 99, place(data->args), 0, 0, 0);
    call_32(IPC, 99, 0, 0, 0, 0);
    return 0;
}
