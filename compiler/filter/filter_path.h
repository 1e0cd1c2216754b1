/* Tests on paths as patterns of the filter (runtime: filter.h): for plain absolute paths of files,
 * a path matches one of the patterns exactly if the test holds, but for `!=`, whose patterns are
 * those of `=`.
 */
#ifndef RULEC_FILTER_PATH_H
#define RULEC_FILTER_PATH_H

#include "graph/graph.h"

#include "../runtime/filter.h"

#define RC_PATH_MAX_PATTERNS 1024

/* Which part of the path the test is about. */
enum rc_path_part { RC_PATH_WHOLE, RC_PATH_DIRECTORY, RC_PATH_NAME };

/* Fills out, and returns how many; -1: the test is none that patterns can say. */
int rc_path_patterns(struct rc_arena *arena, const struct rc_test *test, enum rc_path_part part,
                     struct rt_filter_pattern out[RC_PATH_MAX_PATTERNS]);

/* The same for the name as it was given, relative to a directory that is not known: one of the
 * patterns matches whenever the test can hold. */
int rc_path_relative_patterns(struct rc_arena *arena, const struct rc_test *test,
                              enum rc_path_part part,
                              struct rt_filter_pattern out[RC_PATH_MAX_PATTERNS]);

#endif
