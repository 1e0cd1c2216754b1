/* Threads beside the one that decides. Signals are that one's, which waits in system calls that
 * they shall end: no other thread takes any.
 */
#ifndef RULEC_THREAD_H
#define RULEC_THREAD_H

#include <pthread.h>

/* Starts a thread that takes no signals. 0, or negative errno: there is none. */
int rt_thread_start(pthread_t *thread, void *(*run)(void *), void *context);

#endif
