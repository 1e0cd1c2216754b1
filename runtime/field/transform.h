/* getopt(), the transformer that takes a command line apart. */
#ifndef RULEC_FIELD_TRANSFORM_H
#define RULEC_FIELD_TRANSFORM_H

#include "../program.h"

/* The short options among the inputs, of which the last is an option string as getopt(3) takes it:
 * a list of letters, each followed by its argument if it takes one, "?" for unknown ones. With a
 * letter in def->ref.key: the argument (or, without one, the letter) of its last occurrence. */
void rt_transform_getopt(struct rt_eval *eval, const struct rt_value_def *def,
                         struct rt_values *out);

#endif
