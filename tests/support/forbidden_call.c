/* forbidden_call PID: the process makes a system call that it does not make by itself (socket), as
 * if it had been taken over: ptrace stops it in a call that it waits in, and the same `syscall`
 * instruction is used once more. For machines without Python; the others have inject.py. Prints
 * what became of it. Only x86-64. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#define SYSCALL_INSTRUCTION 0x050f

/* True once the process stands behind the instruction of a call, stopped. */
static int stop_in_a_call(pid_t pid, struct user_regs_struct *at)
{
    for (int tries = 0; tries < 200; tries++) {
        int status;

        if (ptrace(PTRACE_ATTACH, pid, NULL, NULL) != 0 || waitpid(pid, &status, __WALL) != pid ||
            !WIFSTOPPED(status))
            return 0;
        if (ptrace(PTRACE_GETREGS, pid, NULL, at) == 0 &&
            (ptrace(PTRACE_PEEKTEXT, pid, at->rip - 2, NULL) & 0xffff) == SYSCALL_INSTRUCTION)
            return 1;
        ptrace(PTRACE_DETACH, pid, NULL, NULL);
        usleep(5000);
    }
    return 0;
}

int main(int argc, char **argv)
{
    const pid_t pid = argc == 2 ? (pid_t)atoi(argv[1]) : 0;
    struct user_regs_struct regs;
    int status = 0;

    if (pid <= 0 || !stop_in_a_call(pid, &regs)) {
        printf("the call could not be made: %s\n", strerror(errno));
        return 1;
    }
    regs.rip -= 2;
    regs.rax = SYS_socket;
    regs.orig_rax = -1ULL;
    regs.rdi = 2;
    regs.rsi = 1;
    regs.rdx = 0;
    if (ptrace(PTRACE_SETREGS, pid, NULL, &regs) != 0 ||
        ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL) != 0 || waitpid(pid, &status, __WALL) != pid) {
        printf("the call could not be made: %s\n", strerror(errno));
        return 1;
    }
    if (WIFSTOPPED(status) && WSTOPSIG(status) == SIGTRAP) {
        printf("the call is not forbidden\n");
        return 1;
    }
    if (WIFSTOPPED(status)) {
        printf("stopped by signal %d\n", WSTOPSIG(status));
        ptrace(PTRACE_DETACH, pid, NULL, (void *)(long)WSTOPSIG(status));
    } else {
        printf("ended by signal %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    }
    return 0;
}
