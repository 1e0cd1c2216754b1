/* What the agent and its machine use: processor, memory, processes, open files. Read from /proc and
 * the control group when somebody asks; takes some tenths of a millisecond. */
#ifndef RULEC_USAGE_H
#define RULEC_USAGE_H

#include <stdint.h>

/* What cannot be read is 0. */
struct rt_usage {
    double cpu_percent; /* of one processor, mean since the agent's start, as ps has it */
    double cpu_seconds; /* user and system, all threads */
    uint64_t rss_kb, vsz_kb, pss_kb;
    uint64_t container_bytes; /* memory of the agent's control group */
    double host_cpu_percent;  /* of all processors, mean since boot */
    uint64_t host_memory_kb;  /* in use */
    uint64_t host_running;    /* processes that run or could */
    uint64_t host_open_files;
};

void rt_usage_read(struct rt_usage *usage);

#endif
