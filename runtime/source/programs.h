/* The capture programs on their way into the kernel, inside the live source: see live.c. */
#ifndef RULEC_PROGRAMS_H
#define RULEC_PROGRAMS_H

#include "aside.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct capture_bpf; /* the skeleton that bpftool writes */

/* Why the kernel does not take them: text of the verifier. */
#define RT_VERIFIER_LOG (256 * 1024)

struct rt_programs {
    struct capture_bpf *skeleton;      /* NULL: not open */
    char *log;                         /* RT_VERIFIER_LOG bytes while they are loaded; owned */
    int types;                         /* fd with the types that they need; -1: none */
    int handler;                       /* in libbpf, of their sections; 0: none */
    struct rt_tracepoint *tracepoints; /* RT_TRACEPOINTS; owned */
    struct rt_aside aside;             /* the one that takes the verifier longest */
};

/* Open, then choose sizes and constants by way of the skeleton, then load, then finish, then
 * attach. After load the maps can be filled: the verifier may still be at work until finish. All: 0
 * or negative errno. */
int rt_programs_open(struct rt_programs *programs);
int rt_programs_load(struct rt_programs *programs);
int rt_programs_finish(struct rt_programs *programs);
int rt_programs_attach(struct rt_programs *programs);
/* After an error of the first three: says in `out` what is wrong. */
void rt_programs_refused(struct rt_programs *programs, int error, char *out, size_t size);
/* All zeros are allowed. */
void rt_programs_close(struct rt_programs *programs);

#endif
