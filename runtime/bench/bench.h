/* The main function of the agents that `rulec bench` builds and runs: a capture is replayed from
 * memory, and what it took is printed to standard output as one JSON object, which
 * compiler/bench/agent.c reads.
 *
 *     AGENT CAPTURE TIMING     TIMING is 1: then each event is timed, too
 *
 *   events, alerts, passes      of one pass; how often the capture was replayed
 *   ns                          processor time of an event, mean over the passes
 *   memory                      bytes resident at the end, without the capture
 *   types                       with timing, for each name of an event: name, events, ns
 *   tests, rules                of a program that counts, see count.h: text or name, asked,
 *                               evaluated (tests), held, and ns for each time it was asked
 */
#ifndef RULEC_BENCH_BENCH_H
#define RULEC_BENCH_BENCH_H

#include "count.h"

/* counts: NULL if the program has none. The exit status of the process. */
int rt_bench_main(int argc, char **argv, const struct rt_program *program,
                  const struct rt_counts *counts);

#endif
