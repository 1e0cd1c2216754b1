/* The hand-over of a running agent to its successor, over a unix socket:
 *
 *     successor                                old agent
 *     loads, attaches, reads /proc             watches
 *     "stop"                          ->       takes its programs off
 *                                     <-       "stopping BOOT_NS"
 *     waits                                    reads what it still has, delivers its alerts,
 *                                              closes outputs, spools, web server
 *                                     <-       "ended"
 *     opens what both would want, makes the socket anew, watches
 *
 * Both see what happens between the successor's attaching and BOOT_NS; the successor marks its
 * alerts of that time (rulec.overlap). Events that come while it waits stay in the source, and are
 * decided when the old agent has ended; if the source gets crowded they are decided at once, and
 * their alerts wait in the queue, whose outputs begin then.
 *
 * Who may connect: processes of the agent's user, and root; the socket's mode is 0600. It is left
 * behind at the end: the next agent to use its path replaces it.
 *
 * Besides there is "status", answered by "watching PID", or by "starting" while the agent is not
 * ready; then it cannot be replaced either.
 */
#ifndef RULEC_HANDOVER_H
#define RULEC_HANDOVER_H

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* --- who can be replaced --- */

struct rt_handover {
    int listener; /* -1: nobody can ask */
    pthread_t thread;
    bool running;
    atomic_bool watching;
    atomic_int peer;             /* who asked to stop; -1: nobody */
    volatile sig_atomic_t *stop; /* set when somebody does; the caller's */
};

/* Listens at path on a thread of its own; "" opens nothing, and then the others do nothing. 0, or
 * negative errno with a message in error; another agent that answers there is -EADDRINUSE.
 * rt_handover_close in any case. */
int rt_handover_open(struct rt_handover *handover, const char *path, volatile sig_atomic_t *stop,
                     char *error, size_t size);

/* All is ready: from now on it can be replaced. */
void rt_handover_watching(struct rt_handover *handover);

/* The source has been stopped: who asked for it learns when. */
void rt_handover_stopped(struct rt_handover *handover);

/* Everything is closed that a successor may want: who asked learns it. */
void rt_handover_close(struct rt_handover *handover);

/* --- the successor --- */

struct rt_takeover {
    int fd;         /* to the old agent */
    char text[128]; /* len bytes of its answers */
    size_t len;
    bool stopping, ended;
    uint64_t stop_boot_ns; /* stopping: since when it sees nothing, by CLOCK_BOOTTIME */
};

/* Whether an agent watches there that could be replaced. 0, or negative errno with a message in
 * error. */
int rt_takeover_probe(const char *path, char *error, size_t size);

/* Asks it to stop. 0, or negative errno with a message in error; rt_takeover_close in any case. */
int rt_takeover_ask(struct rt_takeover *takeover, const char *path, char *error, size_t size);

/* Waits for its next answer, timeout_ms at most, and sets the fields. One that ends without an
 * answer saw things until then. 0, or negative errno: -EINTR, a signal came; -EPROTO, it answers
 * something else: it does not stop. */
int rt_takeover_wait(struct rt_takeover *takeover, int timeout_ms);

void rt_takeover_close(struct rt_takeover *takeover);

#endif
