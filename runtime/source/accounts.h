/* Users and groups that an agent meets while it runs: a container's own, and the machine's new
 * ones.
 *
 * When a program is executed by a user that nobody knows, /etc/passwd and /etc/group are read: the
 * machine's, or those below the container's root, which is that of the process (/proc/PID/root). A
 * thread of its own does that, so that no event waits for a disk; the engine takes what has been
 * read between events. The files of a container are read without trust: links stay inside its root,
 * nothing but plain files is opened, and both size and number of entries are bounded.
 *
 * A container's first process runs for a moment on the machine's own root. As long as it does,
 * nothing is taken from it, and the next program asks again.
 */
#ifndef RULEC_ACCOUNTS_H
#define RULEC_ACCOUNTS_H

#include "../state/state.h"
#include "recording.h"

#define RT_ACCOUNTS_CONTAINERS 1024       /* whose accounts are kept; the oldest go first */
#define RT_ACCOUNTS_ENTRIES    4096       /* of one file */
#define RT_ACCOUNTS_FILE_MAX   (1u << 20) /* bytes of one file */

struct rt_accounts;

/* root: the machine's root directory as this process sees it, "" for "/". 0 and *out, or negative
 * errno. */
int rt_accounts_open(struct rt_accounts **out, const char *root);

/* Asks for the accounts that this thread's container (or the machine) is not known to have. Never
 * blocks. now_ns: any clock that goes forward; the same question is asked again after a second. */
void rt_accounts_see(struct rt_accounts *accounts, struct rt_state *state,
                     const struct rt_thread *thread, uint64_t now_ns);

/* Puts what has been read since into the state and, as the events that tell of new users and
 * groups, into the recording (NULL: none), at time_ns. Cheap if there is nothing. */
void rt_accounts_turn(struct rt_accounts *accounts, struct rt_state *state,
                      struct rt_recording *recording, uint64_t time_ns);

/* Asks for every container in the state, and waits a moment for the answers, which the first turn
 * takes. For the start. */
void rt_accounts_settle(struct rt_accounts *accounts, struct rt_state *state);

void rt_accounts_close(struct rt_accounts *accounts); /* NULL is allowed */

#endif
