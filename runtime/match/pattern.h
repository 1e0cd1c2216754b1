/* Regular expressions: rulec compiles each to a function at build time; this calls it. */
#ifndef RULEC_MATCH_PATTERN_H
#define RULEC_MATCH_PATTERN_H

#include "../program.h"
#include "text.h"

/* True if the whole text, which is valid UTF-8, is in the language of the expression. */
typedef bool rt_regex_fn(const char *text, uint32_t len);

/* FIELD regex PATTERN. Bytes that are not UTF-8 count as U+FFFD, one for each broken sequence; the
 * copy that this takes comes from the scratch. */
bool rt_str_regex(struct rt_eval *eval, const struct rt_values *values, rt_regex_fn *matches);

/* FIELD regex oneof|anyof|allof (PATTERN, ...). */
bool rt_str_regex_oneof(struct rt_eval *eval, const struct rt_values *values,
                        rt_regex_fn *const *matches, uint32_t n);
bool rt_str_regex_anyof(struct rt_eval *eval, const struct rt_values *values,
                        rt_regex_fn *const *matches, uint32_t n);
bool rt_str_regex_allof(struct rt_eval *eval, const struct rt_values *values,
                        rt_regex_fn *const *matches, uint32_t n);

#endif
