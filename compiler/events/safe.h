/* Text of unknown origin, made safe for a terminal: what would move the cursor, change colours or
 * turn the direction of writing is written out instead. */
#ifndef RULEC_EVENTS_SAFE_H
#define RULEC_EVENTS_SAFE_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

/* Adds text with control characters, and bytes that are no UTF-8, as \xNN, and invisible ones and
 * those that turn the direction as \u{NNNN}. columns: at most so many on the screen, with ... for
 * what is left out; 0: all. utf8: the reader takes UTF-8, else all but ASCII is written out too.
 * Returns the columns used. */
uint32_t rc_safe_add(struct rc_strbuf *out, const char *text, size_t len, uint32_t columns,
                     bool utf8);

/* The same for a C string, all of it, for a reader that takes UTF-8. */
void rc_safe_adds(struct rc_strbuf *out, const char *text);

/* Adds the text of a JSON document: DEL and the control characters above ASCII, which JSON allows,
 * as escapes of JSON. The document stays the same. */
void rc_safe_add_json(struct rc_strbuf *out, const char *text, size_t len);

/* Adds a cell of CSV, in quotes where it needs them; control characters as \xNN. */
void rc_safe_add_csv(struct rc_strbuf *out, const char *text);

#endif
