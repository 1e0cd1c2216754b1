/* One line of a log, and the alert in it.
 *
 * Lines come as an agent or Falco wrote them, or as something on the way wrapped them up:
 *
 *     {"rule":"...","priority":"...","output_fields":{...},...}             the alert itself
 *     Nov 25 03:33:02 host falco[123]: {"rule":...}                         journalctl -o short,
 * syslog
 *     {"MESSAGE":"{\"rule\":...}","SYSLOG_IDENTIFIER":"falco",...}          journalctl -o json
 *     {"log":"{\"rule\":...}\n","stream":"stdout",...}                      a container's log
 *
 * A line without an alert is nothing wrong: a journal is full of them. A line that opens an object
 * and does not hold up is malformed.
 */
#ifndef RULEC_EVENTS_LINE_H
#define RULEC_EVENTS_LINE_H

#include <jansson.h>
#include <stdint.h>

enum rc_line_kind { RC_LINE_ALERT, RC_LINE_OTHER, RC_LINE_MALFORMED };

/* An alert. Texts are borrowed from root. */
struct rc_line_alert {
    json_t *root;         /* the object; the caller's, json_decref */
    const json_t *fields; /* output_fields; NULL: there are none */
    const char *rule;
    const char *priority; /* as written; "" if there is none */
    int64_t time;         /* ns since 1970; 0: unknown */
};

/* Reads a line without its newline. *out is set for RC_LINE_ALERT only. */
enum rc_line_kind rc_line_read(const char *line, size_t len, struct rc_line_alert *out);

/* Parses JSON text: any value, integers too big for 64 bits as floating point. NULL: it is none. */
json_t *rc_line_parse(const char *text, size_t len);

/* The text of a field, or NULL if the alert does not have it as a text. */
const char *rc_line_field(const struct rc_line_alert *alert, const char *name);

/* How urgent a priority is: 0 Emergency to 7 Debug, in any case, "info" too; -1: no priority. */
int rc_line_severity(const char *priority);

#endif
