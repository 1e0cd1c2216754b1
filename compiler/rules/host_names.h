/* Names of hosts in conditions (fd.sip.name = example.com): what an agent looks up at its start. */
#ifndef RULEC_RULES_HOST_NAMES_H
#define RULEC_RULES_HOST_NAMES_H

#include "rules/ruleset.h"

/* The literals that the conditions of checked rules compare such fields with for equality, sorted,
 * each once. Their number; *names is in the arena, with a NULL behind the last. */
uint32_t rc_host_names(struct rc_arena *arena, const struct rc_rule *const *rules, uint32_t nrules,
                       const char ***names);

#endif
