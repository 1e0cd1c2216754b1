/* The live source, inside: see live.c. Only the files of this folder include this. */
#ifndef RULEC_LIVE_H
#define RULEC_LIVE_H

#include "../state/state.h"
#include "source.h"

#include <stdio.h>
#include <sys/types.h>

/* When a thread's facts were read from /proc: what it did before is in them already. */
struct rt_seen {
    int64_t tid;
    uint64_t time_ns; /* since 1970 */
};

struct rt_seen_list {
    struct rt_seen *items; /* n of them, by tid; owned */
    uint32_t n, room;
};

/* Fills state with all threads and their fds, from /proc, and notes in seen when each was read.
 * Threads that end meanwhile are left out. 0 or negative errno (/proc cannot be read at all, or no
 * memory). */
int rt_proc_scan(struct rt_state *state, struct rt_seen_list *seen);

/* Brings a list that threads were noted in into the order that is asked of it. */
void rt_seen_sort(struct rt_seen_list *seen);

/* When the thread was read; 0: it was not there. */
uint64_t rt_seen_time(const struct rt_seen_list *seen, int64_t tid);

/* Reading single processes again, after a loss. */
struct rt_reader;
/* NULL: no memory. Notes in seen what it reads, as above; both are borrowed. */
struct rt_reader *rt_reader_open(struct rt_state *state, struct rt_seen_list *seen);
/* Corrects what the state knows of the process' fds and, with threads, of its threads. One that
 * does not exist is taken out. */
void rt_reader_process(struct rt_reader *reader, int64_t pid, bool threads);
/* The end of a pass: what was read of the network is forgotten. */
void rt_reader_done(struct rt_reader *reader);
void rt_reader_close(struct rt_reader *reader); /* NULL is allowed */

/* The same for the machine: its name, processors, boot time, users and groups, network
 * interfaces. */
void rt_host_scan(struct rt_state *state);

/* Nanoseconds since 1970 of the machine's start, as the clock stands now. */
uint64_t rt_boot_time_ns(void);
uint64_t rt_now_ns(void);

/* --- within the scan --- */

/* Sockets by inode, of all network namespaces that were asked about so far. */
struct rt_sockets;
struct rt_sockets *rt_sockets_create(void); /* NULL: no memory */
void rt_sockets_destroy(struct rt_sockets *sockets);

/* What the namespace of process `dir` (a folder of /proc, open) knows about the socket: fills type,
 * addresses and protocol of fd. False: nothing. */
bool rt_sockets_find(struct rt_sockets *sockets, int dir, uint64_t inode, struct rt_fd *fd);

/* Texts of a thread while it is put together: what read_thread fills in points there. */
struct rt_proc_texts;
struct rt_proc_texts *rt_proc_texts_create(void); /* to be freed; NULL: no memory */
/* Fills thread from its folder, open as dir; what the process' threads have in common from the
 * leader, if it was read just before into the same texts; else NULL. False: it ended. */
bool rt_proc_read_thread(int dir, int64_t tid, const struct rt_thread *leader,
                         struct rt_proc_texts *texts, struct rt_thread *thread);
/* Of the thread that was read last: whether its process has no other, and whether it is the
 * kernel's own. */
bool rt_proc_has_one_thread(const struct rt_proc_texts *texts);
bool rt_proc_is_kernel(const struct rt_proc_texts *texts);

/* Notes that the thread is being read now. 0 or -ENOMEM. */
int rt_seen_note(struct rt_seen_list *seen, int64_t tid);

/* How the state takes an fd: rt_state_add_fd or rt_state_correct_fd. */
typedef int rt_take_fd_fn(struct rt_state *state, int64_t pid, const struct rt_fd *fd);

/* Adds the open files of process pid, whose folder of /proc is open as dir. The lock, which is
 * free, is taken while the state or the sockets are used. */
void rt_proc_scan_fds(struct rt_state *state, int dir, int64_t pid, struct rt_sockets *sockets,
                      pthread_mutex_t *lock);

/* Adds one of them. sockets: NULL if it is none. */
void rt_proc_scan_fd(struct rt_state *state, int dir, int64_t pid, int64_t number,
                     struct rt_sockets *sockets, rt_take_fd_fn *take);
/* Whether the process has a socket of that number. */
bool rt_proc_is_socket(int dir, int64_t number);

/* The target of a link below dir, NUL-terminated; its length, 0 if there is none. */
uint32_t rt_proc_link(int dir, const char *name, char *out, uint32_t size);

/* The text of a file below dir, NUL-terminated, cut to size - 1 bytes; its length. */
uint32_t rt_proc_read(int dir, const char *name, char *out, uint32_t size);

#endif
