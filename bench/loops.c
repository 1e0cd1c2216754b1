/* Tight loops of one system call each, for bench/kernel.py: prints nanoseconds of
 * processor time for one turn, children included: what else runs on the machine counts little. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void turn(const char *what, int fd)
{
    if (strcmp(what, "getppid") == 0) {
        syscall(SYS_getppid);
    } else if (strcmp(what, "read") == 0) {
        char byte;
        if (read(fd, &byte, 0) != 0)
            exit(1);
    } else if (strcmp(what, "open") == 0) {
        close(open("/usr/include/stdio.h", O_RDONLY));
    } else {
        pid_t child = vfork();
        if (child == 0) {
            execl("/bin/true", "true", (char *)NULL);
            _exit(1);
        }
        waitpid(child, NULL, 0);
    }
}

static double spent(int who)
{
    struct rusage usage;

    getrusage(who, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e9 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e3;
}

int main(int argc, char **argv)
{
    const long turns = argc > 2 ? atol(argv[2]) : 0;
    const int fd = open("/dev/null", O_RDONLY);

    if (turns <= 0)
        return 2;
    const double begin = spent(RUSAGE_SELF) + spent(RUSAGE_CHILDREN);
    for (long i = 0; i < turns; i++)
        turn(argv[1], fd);
    const double end = spent(RUSAGE_SELF) + spent(RUSAGE_CHILDREN);
    printf("%.1f\n", (end - begin) / (double)turns);
    return 0;
}
