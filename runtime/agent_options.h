/* The command line of an agent. Private to agent*.c. */
#ifndef RULEC_AGENT_OPTIONS_H
#define RULEC_AGENT_OPTIONS_H

#include "engine.h"
#include "harden/harden.h"
#include "settings.h"

#define RT_AGENT_MAX_FIELDS  64
#define RT_CONTAINER_WAIT_MS 500

struct rt_agent_options {
    const char *self; /* the agent's name, for messages */
    struct rt_options engine;
    struct rt_settings settings;
    struct rt_harden harden; /* what the process gave up, live */
    const char *capture;     /* NULL: live */
    const char *record;      /* NULL: do not */
    const char *replace;     /* the socket of the agent that is taken over from; NULL: none */
    int log_level;           /* the least urgent that is told */
    bool stats;              /* counters at the end */
    bool config;             /* print the settings and end */
    bool seccomp_list;       /* print the system calls and end */
    bool json_given;         /* something was asked for that only JSON has */
    enum rt_filtering filtering;
    bool filter_given;
    const char *extra_fields[RT_AGENT_MAX_FIELDS];
    char hostname[256];
};

/* Fills *options. -1: go on; else the process is to end with that exit status (help and version are
 * printed, usage is explained). */
int rt_agent_options_parse(struct rt_agent_options *options, int argc, char **argv,
                           const struct rt_program *program);

#endif
