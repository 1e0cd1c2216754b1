/* From the bytes of a scalar's value back to the file. */
#ifndef RULEC_YAML_SCALAR_H
#define RULEC_YAML_SCALAR_H

#include "syntax/text.h"

enum rc_scalar_style { RC_PLAIN, RC_SINGLE_QUOTED, RC_DOUBLE_QUOTED, RC_LITERAL, RC_FOLDED };

/* A value that libyaml read at span, as text with its places. `parsed` is what libyaml was given
 * (the file's text with unreadable bytes replaced, offset by offset); bytes that stand verbatim in
 * the file are taken from `written`, the file itself. Should value and file not fit together, the
 * whole value stands for the whole span. */
struct rc_text rc_scalar_text(struct rc_arena *arena, const char *parsed, const char *written,
                              struct rc_span span, enum rc_scalar_style style, const char *value,
                              uint32_t len);

#endif
