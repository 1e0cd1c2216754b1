/* Texts about one process that several fields show: of the thread itself, of its parent, of any
 * ancestor. */
#ifndef RULEC_FIELD_PROCESS_H
#define RULEC_FIELD_PROCESS_H

#include "build.h"

/* Walks strings that lie behind each other, each ended by a NUL; the last may lack it. Empty ones
 * in between count. False at the end. */
bool rt_strings_next(struct rt_str *left, struct rt_str *string);

/* The strings of a list as a walk starts. */
struct rt_str rt_strings(struct rt_str list);

/* "-c ls /tmp" */
void rt_process_args(struct rt_builder *builder, const struct rt_thread *thread);
/* "sh -c ls /tmp", with the command's name as it was when the arguments were set */
void rt_process_cmdline(struct rt_builder *builder, const struct rt_thread *thread);
/* "HOME=/root PATH=/bin" of the process: that of its leader */
void rt_process_env(struct rt_builder *builder, const struct rt_state *state,
                    const struct rt_thread *thread);
/* The value of one environment variable without blanks around it; "" if it is not set. */
struct rt_str rt_process_env_value(const struct rt_state *state, const struct rt_thread *thread,
                                   const char *name);

/* Leads its process: the leader itself or, in old captures, marked so. */
bool rt_thread_is_main(const struct rt_thread *thread);

#endif
