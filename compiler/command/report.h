/* What rulec check found, in the forms that other programs read.
 *
 * Each function appends a whole document to out. Like the text (rc_diags_print) they tell every
 * fault once, in the order of places. werror: warnings are failures.
 */
#ifndef RULEC_REPORT_H
#define RULEC_REPORT_H

#include "rules/ruleset.h"

struct rc_report {
    const struct rc_ruleset *set; /* checked */
    bool werror;
};

/* SARIF 2.1.0: for code scanning. Columns count code points. */
void rc_report_sarif(const struct rc_report *report, struct rc_strbuf *out);

/* JUnit's XML: a suite per file, a case per rule, macro and list in it. */
void rc_report_junit(const struct rc_report *report, struct rc_strbuf *out);

/* Workflow commands of GitHub Actions, ::error file=...::, a line each. */
void rc_report_github(const struct rc_report *report, struct rc_strbuf *out);

#endif
