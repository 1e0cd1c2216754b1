/* Capabilities of the process. An agent needs four of them; what else it was started with it gives
 * up, for good.
 */
#ifndef RULEC_CAPABILITY_H
#define RULEC_CAPABILITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets are masks, bit N for capability N. */
struct rt_capabilities {
    uint64_t effective, permitted, inheritable, bounding, ambient;
};

/* What an agent goes on with: CAP_BPF, CAP_PERFMON, CAP_SYS_PTRACE, CAP_DAC_READ_SEARCH. */
extern const uint64_t rt_capabilities_needed;

/* Those of the calling thread. 0 or negative errno. */
int rt_capabilities_get(struct rt_capabilities *sets);

/* Keeps of the calling thread's, and of those it may ever have again, what is in `keep`. The
 * bounding set stays as it is without CAP_SETPCAP. 0 or negative errno. */
int rt_capabilities_keep(uint64_t keep);

/* "CAP_BPF, CAP_PERFMON" into out, in the order of their numbers; "none" for an empty set. Those
 * without a known name are told by number. */
void rt_capabilities_name(uint64_t set, char *out, size_t size);

/* Whether the set is enough to load the capture programs: CAP_BPF and CAP_PERFMON. *missing: what
 * of them it lacks. */
bool rt_capabilities_suffice(uint64_t set, uint64_t *missing);

/* What an agent misses without a capability, as the end of a sentence; "" for those that are not
 * needed. */
const char *rt_capability_use(unsigned capability);

#endif
