/* Which paths a thread may open: Landlock.
 *
 * Landlock forbids whom it binds to look into other processes, and that is what the deciding thread
 * and the one that reads accounts live on (/proc/PID/fd, /proc/PID/root). So it binds the threads
 * that need no process and have to do with peers: those of outputs, and the one that looks
 * containers up. The others are held to system calls that open nothing to write (syscalls.h).
 */
#ifndef RULEC_LANDLOCK_H
#define RULEC_LANDLOCK_H

#include <stdbool.h>
#include <stddef.h>

/* Threads by what they open. */
enum rt_thread_role {
    RT_THREAD_OUTPUT,     /* reads certificates and names of hosts, writes its files and spool */
    RT_THREAD_CONTAINERS, /* reads, anywhere below the host's root directory */
    RT_THREAD_ROLE__COUNT
};

struct rt_landlock_path {
    const char *path;
    bool writes;
};

/* The version of Landlock that the kernel has, 1 or more; negative errno: none. */
int rt_landlock_version(void);

/* Makes the rules for a role: what is below those of the paths that exist; nothing else can be
 * opened then. 0 or negative errno. A process has one set of them. */
int rt_landlock_make(enum rt_thread_role role, const struct rt_landlock_path *paths, size_t n);

/* Binds the calling thread, and threads that it makes, to the rules of its role; without any it is
 * free. 0 or negative errno. */
int rt_landlock_enter(enum rt_thread_role role);

/* Gives the rules back; bound threads stay bound. */
void rt_landlock_close(void);

#endif
