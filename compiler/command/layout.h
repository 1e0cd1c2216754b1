/* Rule files in their canonical layout.
 *
 *   - rule: NAME                    items at the margin, a blank line between them; comments stay
 *     desc: >                       with what they stand before, or behind
 *       folded and literal text, as it is
 *     condition: evt.type = open    values on the line of their key where they are one line
 *     tags: [a, b]                  lists in brackets filled to LAYOUT_WIDTH columns
 *     exceptions:
 *       - name: x                   block lists two deeper than their key
 *
 * Only blanks, line ends and the commas of lists change: every scalar is kept as it is written.
 * What is not laid out (anchors, aliases, tags, ? keys) makes its item stay as it stands. The
 * result is parsed again and compared with the original, values and comments.
 */
#ifndef RULEC_LAYOUT_H
#define RULEC_LAYOUT_H

#include "syntax/document.h"

#define LAYOUT_WIDTH 100

/* Appends the source, laid out. NULL, or why the file can only stay as it stands (a constant). The
 * source has been parsed without errors into yaml. */
const char *rc_layout(const struct rc_source_file *source, const struct rc_yaml_file *yaml,
                      struct rc_arena *arena, struct rc_strbuf *out);

#endif
