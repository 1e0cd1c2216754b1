/* Writing graphs in the language of Graphviz. */
#ifndef RULEC_DOT_H
#define RULEC_DOT_H

#include "base/strbuf.h"

/* Appends text as an attribute's value, quotes included; control characters become blanks, and of a
 * long text the beginning stands. */
void rc_dot_text(struct rc_strbuf *out, const char *text, size_t len);

#endif
