/* Tests whose right side is computed from the event too: proc.name = val(proc.pname). Both sides
 * have the same type, and are both lists or both not. */
#ifndef RULEC_MATCH_RIGHT_H
#define RULEC_MATCH_RIGHT_H

#include "../value.h"

/* False if either side has no value. Over lists `in` wants every value of the left among those of
 * the right, `intersects` one; a modifier counts the right side's values. */
bool rt_right(const struct rt_values *left, enum cat_operator op, enum cat_modifier modifier,
              bool is_list, const struct rt_values *right);

#endif
