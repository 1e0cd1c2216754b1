/* What an agent says of its counts, in lines for people. Private to agent*.c. */
#ifndef RULEC_AGENT_REPORT_H
#define RULEC_AGENT_REPORT_H

#include "engine.h"

/* What became of the alerts of each of n sinks. */
void rt_agent_report_sinks(FILE *out, const struct rt_sink_stats *sinks, uint32_t n);

/* What became of the alerts of rules that are limited; nothing if none is. */
void rt_agent_report_limits(FILE *out, const struct rt_engine *engine);

/* --stats, on standard error. */
void rt_agent_report_stats(struct rt_engine *engine, const struct rt_alert_stats *alerts,
                           double seconds);

#endif
