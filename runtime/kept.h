/* Kept answers: what a condition asks about a process, or about an fd, is asked once, and the
 * answer stays with it as a bit until the facts change.
 *
 * rulec finds the parts of conditions that hang on nothing but such facts (the catalogue tells, by
 * cat_lifetime) and numbers them. Each thread and each fd has a record here, with two bits for each
 * number: known, and true. An event loads the bits; what is not known yet is worked out when it is
 * first asked for.
 *
 *   of a thread  - first, in words of their own, the answers that hang on the thread's own facts:
 *                  void when rt_thread.changed has moved. Then those that hang on others
 * (ancestors, leaders of sessions and groups, the process' main thread, users, containers): void
 * too when anything of that kind has changed anywhere, which one counter tells. That is seldom: a
 * program starts, a thread begins or ends. of an fd     - void when rt_fd.changed has moved.
 *
 * Records lie beside the state's tables, at the places of the threads and fds. `changed` never has
 * the same value twice, so a place that is used again, or a thread under a tid that is used again,
 * needs no care.
 *
 * With rt_kept.check every answer is worked out afresh on each event and compared with the one that
 * is kept; one that differs is counted as stale. There must be none.
 */
#ifndef RULEC_KEPT_H
#define RULEC_KEPT_H

#include "program.h"

struct rt_state;

/* How many records there are at most, by bytes; the address space is reserved, and costs memory
 * only where it is touched. */
struct rt_kept_stats {
    uint32_t thread_bytes, fd_bytes; /* of one record; 0: there are none */
    uint64_t stale;                  /* with check: kept answers that were not true any more */
    uint64_t checked;                /* kept answers that were compared */
};

/* Records for all threads and fds of the state, as its limits say. 0 or -ENOMEM. */
int rt_kept_open(struct rt_eval *eval, const struct rt_state *state);
void rt_kept_close(struct rt_eval *eval);

/* Every kept answer is compared with a fresh one from now on. */
void rt_kept_check(struct rt_eval *eval);

/* For each event, after rt_eval_reset and with thread, fd and event set: the records of both are
 * brought up to date, and eval asks them. Without this call all answers are worked out afresh. */
void rt_kept_begin(struct rt_eval *eval);

void rt_kept_stats(const struct rt_eval *eval, struct rt_kept_stats *stats);

/* --- classes: which events of a thread can matter at all ---
 *
 * For each handler rulec has also worked out what its rules ask of the process alone: as long as
 * that is false of a thread, no rule can hold on any of its events of these types. Two questions,
 * both kept as bits like all others:
 *
 *   possible        by all that is known of the process. For the agent, which knows when it
 * changes. possible_alone  by the thread's own facts only (CAT_LIFE_THREAD). For the kernel: these
 * change only with system calls of the thread itself (execve, set*id, capset, setns, unshare,
 * setsid), so a filter that forgets a thread's class on these calls never acts on an old one. */

/* Bit i: some rule may hold on events of program->classes[i] by that thread. Only the thread's own
 * facts count; a thread of which nothing is known has all bits. */
uint64_t rt_kept_classes(struct rt_eval *eval, struct rt_thread *thread);

/* Whether the thread's own facts have changed since this was last true of it; then its classes. To
 * be asked after an event by that thread; unsets what eval knew of the event. Threads of which
 * nothing is known, or that ended, are never told of. */
bool rt_kept_tell(struct rt_eval *eval, struct rt_thread *thread, uint64_t *classes);

#endif
