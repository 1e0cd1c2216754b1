/* The outputs of an agent: from its settings to sinks and a queue. Private to agent*.c. */
#ifndef RULEC_AGENT_OUTPUTS_H
#define RULEC_AGENT_OUTPUTS_H

#include "settings.h"

struct rt_agent_outputs {
    struct rt_sink *sinks[RT_ALERT_MAX_SINKS];
    uint32_t nsinks;
    char *token, *password; /* that were read from files; NULL: none */
    const char **headers;   /* of the HTTP sink */
    char *header_text;
};

/* Begins: makes the sink to a program, if it is enabled, whose launcher is a process that keeps all
 * rights that this one has now. 0, or negative errno with a message in error;
 * rt_agent_outputs_close in any case. */
int rt_agent_outputs_launch(struct rt_agent_outputs *outputs, const struct rt_settings *settings,
                            char *error, size_t size);

/* Makes the other sinks that are enabled; the queue's threads do not run yet. Else as above. */
int rt_agent_outputs_open(struct rt_agent_outputs *outputs, const struct rt_settings *settings,
                          const char *hostname, char *error, size_t size);

/* The queue over the sinks, which are its own from then on. block, later: see struct
 * rt_queue_options. */
int rt_agent_outputs_start(struct rt_agent_outputs *outputs, const struct rt_settings *settings,
                           bool block, bool later, struct rt_alert_queue **queue, char *error,
                           size_t size);

/* After the queue is closed, if there is one: it borrows from here. */
void rt_agent_outputs_close(struct rt_agent_outputs *outputs);

#endif
