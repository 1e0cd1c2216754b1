/* libyaml's words for what is wrong with a document, in plain ones. */
#ifndef RULEC_YAML_PROBLEM_H
#define RULEC_YAML_PROBLEM_H

#include <stdbool.h>

struct rc_yaml_problem {
    const char *libyaml; /* its problem */
    const char *message; /* ours */
    bool at_start;       /* the fault is where the thing begins that libyaml was reading, and not
                            where it gave up */
};

/* What libyaml's problem means; for one that is not in the table its own words. NULL is taken. */
struct rc_yaml_problem rc_yaml_problem(const char *libyaml);

#endif
