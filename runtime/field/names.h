/* Names of numbers that outputs spell out. Source of names: Falco 0.44, which names Linux's
 * numbers. */
#ifndef RULEC_FIELD_NAMES_H
#define RULEC_FIELD_NAMES_H

#include "../state/state.h"

/* "ENOENT" for 2; "" for numbers without a name. */
const char *rt_errno_name(uint32_t number);

/* "SIGKILL" for 9; NULL for numbers above 31 and 0. */
const char *rt_signal_name(uint32_t number);

#define RT_CAPABILITIES 41
extern const char *const rt_capability_names[RT_CAPABILITIES]; /* bit i is called names[i] */

/* fd.type ("file", "ipv4", ...; "<NA>" for types without a name) and fd.typechar of a type. */
const char *rt_fd_type_name(enum rt_fd_type type);
char rt_fd_type_char(enum rt_fd_type type);

/* The one-letter text of a character, so that fd.typechar needs no scratch. */
const char *rt_letter(char c);

/* Name of the system call with Falco's code; "unknown" for those that have none. */
const char *rt_syscall_name(uint32_t code);

#endif
