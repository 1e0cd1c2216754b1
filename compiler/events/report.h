/* What rulec events prints where there is no terminal to draw on. */
#ifndef RULEC_EVENTS_REPORT_H
#define RULEC_EVENTS_REPORT_H

#include "base/strbuf.h"
#include "events/store.h"

/* "2026-11-24 22:14:25", in UTC; "-" for 0. Into out, 32 bytes. */
const char *rc_report_time(int64_t time, char *out);

/* The counts as text: at most top rows of each kind (0: all). */
void rc_report_text(const struct rc_store *store, uint32_t top, struct rc_strbuf *out);
/* The counts as one JSON object, and as CSV: by,name,alerts,first,last,noise. */
void rc_report_json(const struct rc_store *store, struct rc_strbuf *out);
void rc_report_csv(const struct rc_store *store, struct rc_strbuf *out);

enum rc_report_form { RC_REPORT_TEXT, RC_REPORT_JSON, RC_REPORT_CSV };

/* The alerts of a view, from the oldest: their lines, an object a line, or a table. */
void rc_report_alerts(const struct rc_store *store, const struct rc_store_view *view,
                      enum rc_report_form form, struct rc_strbuf *out);

/* What could not be read, or is not kept; nothing if all is well. */
void rc_report_gaps(const struct rc_store *store, struct rc_strbuf *out);

/* An alert with every field, a line each: what the terminal shows of one. utf8: see rc_safe_add. */
void rc_report_alert(const struct rc_store_alert *alert, bool utf8, struct rc_strbuf *out);

#endif
