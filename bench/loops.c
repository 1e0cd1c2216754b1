/* Tight loops of one system call each, for bench/kernel.py.
 *
 *     loops CPU LOOP TURNS PIECES LINKS
 *
 * The loop is pinned to a CPU and cut into short pieces of so many turns; a line for each piece
 * tells the nanoseconds of processor time of one turn, children included. Of many pieces some are
 * not disturbed by what else runs on the machine. A piece during which not just so many links of
 * BPF programs were there ran beside somebody else's: it does not count, and is repeated for some
 * seconds; with LINKS below 0 all count. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 20 /* seconds for all pieces */

static void turn_getppid(int fd)
{
    (void)fd;
    syscall(SYS_getppid);
}

static void turn_read(int fd)
{
    char byte;

    if (read(fd, &byte, 0) != 0)
        exit(1);
}

static void turn_open(int fd)
{
    (void)fd;
    close(open("/usr/include/stdio.h", O_RDONLY));
}

static void turn_exec(int fd)
{
    pid_t child = vfork();

    (void)fd;
    if (child == 0) {
        execl("/bin/true", "true", (char *)NULL);
        _exit(1);
    }
    waitpid(child, NULL, 0);
}

static const struct loop {
    const char *name;
    void (*turn)(int fd);
} loops[] = {
    {"getppid", turn_getppid},
    {"read", turn_read},
    {"open", turn_open},
    {"vfork+exec", turn_exec},
};

/* Nanoseconds of processor time, of this process and of its children that ended. */
static double spent(void)
{
    struct rusage children;
    struct timespec own;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own);
    getrusage(RUSAGE_CHILDREN, &children);
    return (double)own.tv_sec * 1e9 + (double)own.tv_nsec +
           (double)(children.ru_utime.tv_sec + children.ru_stime.tv_sec) * 1e9 +
           (double)(children.ru_utime.tv_usec + children.ru_stime.tv_usec) * 1e3;
}

/* Links of BPF programs in the machine, whoever made them. */
static long links(void)
{
    union bpf_attr attributes;
    long count = 0;

    memset(&attributes, 0, sizeof(attributes));
    while (syscall(SYS_bpf, BPF_LINK_GET_NEXT_ID, &attributes, sizeof(attributes)) == 0) {
        attributes.start_id = attributes.next_id;
        count++;
    }
    return errno == ENOENT ? count : -1;
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    const int cpu = argc == 6 ? atoi(argv[1]) : -1;
    const long turns = argc == 6 ? atol(argv[3]) : 0, pieces = argc == 6 ? atol(argv[4]) : 0;
    const long own_links = argc == 6 ? atol(argv[5]) : 0;
    const double end = now() + PATIENCE;
    const int fd = open("/dev/null", O_RDONLY);
    cpu_set_t cpus;

    CPU_ZERO(&cpus);
    if (cpu >= 0)
        CPU_SET(cpu, &cpus);
    if (turns <= 0 || pieces <= 0 || sched_setaffinity(0, sizeof(cpus), &cpus) != 0)
        return 2;
    for (size_t of = 0; of < sizeof(loops) / sizeof(loops[0]); of++) {
        if (strcmp(argv[2], loops[of].name) != 0)
            continue;
        for (long piece = 0; piece < pieces && now() < end;) {
            const long links_before = links();
            const double begin = spent();
            for (long i = 0; i < turns; i++)
                loops[of].turn(fd);
            const double took = spent() - begin;
            if (own_links >= 0 && (links_before != own_links || links() != own_links)) {
                usleep(20000);
                continue;
            }
            printf("%.1f\n", took / (double)turns);
            piece++;
        }
        return 0;
    }
    return 2;
}
