/* Made by rulec 0.1.0; do not edit.
 *
 * The regular expressions of the rules, as automata. */
#ifndef RULEC_AGENT_REGEXES_H
#define RULEC_AGENT_REGEXES_H

#include "match/pattern.h"

rt_regex_fn regex_1;
rt_regex_fn regex_2;

#endif
