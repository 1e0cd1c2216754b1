/* The pieces of rt_extract_thread. All but rt_extract_usage's thread.exectime need eval->thread. */
#ifndef RULEC_FIELD_THREAD_H
#define RULEC_FIELD_THREAD_H

#include "path.h"

rt_extract_fn rt_extract_leader; /* proc.sid.*, proc.vpgid.*, proc.pgid.*, proc.is_*_leader */
rt_extract_fn rt_extract_usage;  /* proc.duration, proc.vmsize, proc.nthreads, thread.cpu, ... */

#endif
