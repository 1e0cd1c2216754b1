/* The system calls that an agent may make (syscalls.def), and the filter in the kernel that holds
 * it to them: seccomp, over all threads, for good.
 */
#ifndef RULEC_SYSCALLS_H
#define RULEC_SYSCALLS_H

#include "../settings.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* X(ID, name): what must be on for lines of syscalls.def to count. */
#define RT_SECCOMP_PARTS(X)                                                                        \
    X(BASE, "always")                                                                              \
    X(FILES, "files")                                                                              \
    X(PROGRAM, "program")                                                                          \
    X(NETWORK, "network")                                                                          \
    X(LIBRARIES, "http, kafka")                                                                    \
    X(WEB, "webserver")                                                                            \
    X(DATABASE, "alerts_database")                                                                 \
    X(CONTROL, "control_socket")

enum rt_seccomp_part {
#define X(id, name) RT_SECCOMP_##id,
    RT_SECCOMP_PARTS(X)
#undef X
        RT_SECCOMP__COUNT
};

/* Which parts the settings turn on, one bit each. records: a capture is written. */
uint32_t rt_seccomp_parts(const struct rt_settings *settings, bool records);

/* How many calls they let pass. */
uint32_t rt_seccomp_count(uint32_t parts);

/* The lines that count, as a table: call, arguments, part, why. */
void rt_seccomp_print(FILE *out, uint32_t parts);

/* Holds all threads to the lines that count. no_new_privileges must be set. 0, or negative errno
 * with a message for people in error. */
int rt_seccomp_install(uint32_t parts, char *error, size_t size);

#endif
