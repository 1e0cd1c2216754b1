/* The kernel's types, as far as the capture programs need them. */
#ifndef RULEC_KERNEL_TYPES_H
#define RULEC_KERNEL_TYPES_H

#include <stdint.h>

struct btf;

/* The tracepoints that the programs attach to; the kernel has a type for each. */
struct rt_tracepoint {
    const char *name; /* as in /sys/kernel/tracing/events */
    uint32_t type;    /* its number among the kernel's types; 0: there is none */
};

/* Writes to fd a description, in BTF, of those of the kernel's types that have the name of one of
 * `needed`, and finds the tracepoints, n of them. 0 or negative errno: -ENOTSUP if the kernel's
 * description has something in it that is not known here. */
int rt_kernel_types_extract(int fd, const struct btf *needed, struct rt_tracepoint *tracepoints,
                            uint32_t n);

#endif
