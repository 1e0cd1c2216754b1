/* The agent: what a generated program becomes when it is linked. This is what generated code
 * includes first. */
#ifndef RULEC_AGENT_H
#define RULEC_AGENT_H

#include "manifest.h"
#include "program.h"
#include "settings.h"

/* The main function of every agent: options, source, engine, sinks, signals. Returns the exit
 * status: 0 it ended or was stopped, all alerts delivered; 1 something failed, with a message on
 * standard error; 2 wrong usage. To be called once in a process: it takes over SIGINT, SIGTERM and
 * SIGPIPE. */
int rt_agent_main(int argc, char **argv, const struct rt_program *program);

#endif
