/* A program that a thread of its own loads, while libbpf loads the others.
 *
 * The kernel's verifier takes as long for the program at the end of system calls as for all others
 * together, and libbpf loads one after the other. So libbpf, which has by then made the program
 * ready in all other respects, is given one that does nothing in its place; when both are done, the
 * true one takes over the descriptor, and is what libbpf attaches and closes.
 */
#ifndef RULEC_ASIDE_H
#define RULEC_ASIDE_H

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct rt_aside {
    pthread_t thread;
    bool running;                /* there is a thread */
    struct bpf_program *program; /* NULL: none; borrowed */
    enum bpf_prog_type type;
    struct bpf_insn *code;             /* ncode; owned */
    size_t ncode;                      /* instructions */
    void *functions, *lines;           /* what the options point to; owned */
    struct bpf_prog_load_opts options; /* as libbpf made them */
    int fd;                            /* or negative errno */
};

/* To be called by the handler that libbpf calls before it loads the program, with its options: as
 * long as that is so, libbpf will load one that does nothing. 0, or negative errno: libbpf is to
 * load it as always. */
int rt_aside_begin(struct rt_aside *aside, struct bpf_program *program, enum bpf_prog_type type,
                   struct bpf_prog_load_opts *options);
/* When libbpf is done: waits for the thread; the program's descriptor is that of the true one then.
 * 0, or negative errno: the kernel refused it; why is in log. Nothing to do if none was begun. */
int rt_aside_end(struct rt_aside *aside, char *log, size_t log_size);
/* Waits for the thread, if need be. All zeros are allowed. */
void rt_aside_close(struct rt_aside *aside);

#endif
