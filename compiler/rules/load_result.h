/* What came of loading, as one line of JSON in the form of Falco's `-V` with json_output. */
#ifndef RULEC_LOAD_RESULT_H
#define RULEC_LOAD_RESULT_H

#include "base/diag.h"

/* Appends {"falco_load_results":[...]} and a newline: one result per source, in load order.
 *
 * Keys come in the order of the alphabet, as Falco's do. A place within a condition is the place in
 * the file, where Falco counts from the condition's start and calls the file by its first words.
 *
 * Falco stops at the first error of a file. `errors` and `warnings` hold what it would have come to
 * report (and further errors of the same code); what rulec found beyond that is in `more_errors`
 * and `more_warnings`. Lines, columns and offsets count from 0. */
void rc_load_result_json(const struct rc_diags *diags, const struct rc_sources *sources,
                         struct rc_strbuf *out);

#endif
