/* A storm of system calls: files, pipes and sockets are opened, doubled and closed in no order, and
 * programs run in between. What is open at the end stays so, and so do some children.
 *
 *     storm DIRECTORY SECONDS SEED PROGRAMS
 *
 * Then, for a line of standard input:
 *     flood N   runs N programs more, as fast as can be, and changes what it is itself
 *     probe     a call with the offset PROBE on each open descriptor; so do the children
 *     end       ends
 * each is answered by a line. The first line says how many opens, and programs, there were.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROBE      7777
#define FIRST_FD   10
#define MOST_FDS   90
#define FILES      40
#define NAME       "storm-directory-with-a-name-of-some-length"
#define CHILDREN   3
#define OPS_A_LOOK 64
#define DETOUR     800

static const char *dir;
static char program[4096];
static unsigned long opens, programs;
static char detour[DETOUR + 1]; /* "/././.", so that an event is large, and the ring soon full */
static pid_t children[CHILDREN * 2];
static int nchildren;

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run_program(const char *word)
{
    const pid_t child = vfork();

    if (child == 0) {
        execl(program, program, word, (char *)NULL);
        _exit(1);
    }
    if (child > 0) {
        waitpid(child, NULL, 0);
        programs++;
    }
}

/* A child that executes this program once more, and waits. */
static void leave_child(const char *self)
{
    const pid_t child = fork();

    if (child == 0) {
        if (chdir(dir) != 0)
            _exit(1);
        execl(self, "storm-child", "child", (char *)NULL);
        _exit(1);
    }
    children[nchildren++] = child;
}

static void on_probe(int number)
{
    (void)number;
    lseek(0, PROBE, SEEK_END);
}

static _Noreturn void be_child(void)
{
    signal(SIGUSR1, on_probe);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;)
        pause();
}

static void act(unsigned seed)
{
    const int fd = FIRST_FD + (int)(seed >> 8) % (MOST_FDS - FIRST_FD);
    char path[4096];
    int pair[2], made;

    switch (seed % 16) {
    case 0:
        close(fd);
        break;
    case 1:
        dup2(FIRST_FD + (int)(seed >> 16) % (MOST_FDS - FIRST_FD), fd);
        break;
    case 2:
        if (pipe(pair) == 0) {
            dup2(pair[0], fd);
            close(pair[0]);
            close(pair[1]);
        }
        break;
    case 3:
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0) {
            dup2(pair[0], fd);
            close(pair[0]);
            close(pair[1]);
        }
        break;
    default:
        snprintf(path, sizeof path, "%s%s/" NAME "/file-%u", dir, detour, (seed >> 4) % FILES);
        made = open(path, O_RDWR | O_CREAT, 0600);
        opens++;
        if (made >= 0) {
            dup2(made, fd);
            close(made);
        }
    }
}

static void storm(double seconds, unsigned seed, unsigned wanted)
{
    const double begin = now();
    double at = begin;

    while (at - begin < seconds) {
        for (int i = 0; i < OPS_A_LOOK; i++) {
            seed = seed * 1664525u + 1013904223u;
            act(seed >> 3);
        }
        at = now();
        if ((double)programs < (at - begin) / seconds * wanted)
            run_program("in the storm");
    }
    while (programs < wanted)
        run_program("in the storm");
}

static void probe(void)
{
    for (int fd = 0; fd < MOST_FDS; fd++)
        lseek(fd, PROBE, SEEK_END);
    for (int i = 0; i < nchildren; i++)
        kill(children[i], SIGUSR1);
}

int main(int argc, char **argv)
{
    char path[4096], line[64], self[4096];
    unsigned flood;
    ssize_t len;

    if (argc == 2)
        be_child();
    if (argc < 5 || (len = readlink("/proc/self/exe", self, sizeof self - 1)) <= 0)
        return 2;
    self[len] = '\0';
    dir = argv[1];
    snprintf(program, sizeof program, "%s/program", dir);
    snprintf(path, sizeof path, "%s/" NAME, dir);
    if (chdir(path) != 0)
        return 1;
    for (int i = 0; i < DETOUR; i++)
        detour[i] = "/."[i % 2];
    for (int i = 0; i < CHILDREN; i++)
        leave_child(self);
    storm(atof(argv[2]), (unsigned)atoi(argv[3]), (unsigned)atoi(argv[4]));
    printf("%lu %lu\n", opens, programs);
    fflush(stdout);
    while (fgets(line, sizeof line, stdin) && strncmp(line, "end", 3) != 0) {
        if (sscanf(line, "flood %u", &flood) == 1) {
            for (int i = 0; i < CHILDREN; i++)
                leave_child(self);
            for (unsigned i = 0; i < flood; i++)
                run_program("in the flood");
            if (chdir(dir) != 0)
                return 1;
            kill(children[0], SIGKILL);
            waitpid(children[0], NULL, 0);
            children[0] = children[--nchildren];
        } else {
            probe();
        }
        printf("done\n");
        fflush(stdout);
    }
    for (int i = 0; i < nchildren; i++)
        kill(children[i], SIGKILL);
    return 0;
}
