/* What an agent takes from itself when it watches a kernel, so that who takes it over gets little:
 *
 *     the launcher of programs is split off
 *     rt_harden_begin   capabilities but four; no new privileges; rules of paths
 *     outputs are opened, capture programs loaded, /proc is read, threads begin
 *     rt_harden_finish  the system calls that it still makes, and no other
 *
 * Each has a switch among the settings (hardening.*), all are on.
 */
#ifndef RULEC_HARDEN_H
#define RULEC_HARDEN_H

#include "../settings.h"
#include "capability.h"

struct rt_harden {
    /* Set by the caller. */
    const struct rt_settings *settings;
    const char *container_root; /* where the host's files are; NULL or "": at / */
    const char *self;           /* the agent's name, for messages */
    bool records;               /* a capture is written */

    bool no_new_privs; /* this and the rest: what is in force */
    int landlock;      /* version; 0: off or not there */
    uint32_t parts;    /* of the system calls; 0: no filter */
    struct rt_capabilities before, after;
};

/* Before any thread begins. Tells on standard error what is missing. 0, or negative errno when the
 * agent cannot go on, which is told too. */
int rt_harden_begin(struct rt_harden *harden);

/* When all is open and attached. 0, or negative errno, told on standard error. Tells, in one line,
 * what is in force. */
int rt_harden_finish(struct rt_harden *harden);

#endif
