/* Enter events that wait for their exits.
 *
 * Where a system call's path or address lies in memory that another thread can write, the exit
 * event may tell another than the one that the kernel used. For some calls captures carry the enter
 * event too, read before the kernel looked; what it says is believed rather than the exit's. A
 * thread keeps the last such event until its next exit.
 */
#ifndef RULEC_ENTER_H
#define RULEC_ENTER_H

#include "internal.h"

/* The type of the kept event if it belongs to the exit event in hand, else UINT16_MAX. */
uint16_t rt_enter_type(struct turn *turn);

/* Its parameters; nothing ({NULL, 0}) beyond the last. */
struct rt_param rt_enter_param(const struct turn *turn, uint32_t index);
struct rt_str rt_enter_text(const struct turn *turn, uint32_t index);
int64_t rt_enter_i64(const struct turn *turn, uint32_t index);

void rt_enter_forget(struct rt_state *state, struct thread *thread);

static inline bool rt_is_na(struct rt_str text)
{
    return text.len == 4 && text.data[0] == '<' && text.data[1] == 'N' && text.data[2] == 'A' &&
           text.data[3] == '>';
}

/* The directory that a path is relative to. */
struct rt_dir {
    struct rt_str path; /* "." if the path is absolute, "<UNKNOWN>" if nobody knows */
    struct fd *fd;      /* that it was taken from, or NULL */
    bool unknown;
};

/* Good until the next call or until the fd or the thread's directory changes. */
struct rt_dir rt_dir_of(const struct turn *turn, struct rt_str path, int64_t dirfd);

#endif
