/* What yaml-cpp understands where libyaml stops.
 *
 *     - list: l1       behind the last item of a file that is a sequence, and behind `...`, a new
 *     foo: bar         document begins; no `---` is needed
 *
 *     - list: l1       words without a colon at the end of the file are a key without a value
 *       foo
 *
 *       : bar            in front of a colon may stand nothing: a null
 *
 *     [a,, b]          between two commas stands a null
 *     %FOO             a directive that is unknown says nothing, wherever it stands, nor does a
 *                      tab at the beginning of a line without a key
 *     !tag[a]          behind a tag no blank is needed */
#ifndef RULEC_YAML_REPAIR_H
#define RULEC_YAML_REPAIR_H

#include "syntax/yaml_text.h"

/* Where in a document libyaml stopped. */
struct rc_yaml_place {
    uint32_t depth;        /* open sequences and mappings */
    bool in_sequence;      /* the innermost of them is a sequence */
    bool root_is_sequence; /* so is the outermost */
    struct rc_span root;   /* of the outermost; no meaning at depth 0 */
};

/* Says in libyaml's words what the text means where the parser stopped, so that it may be parsed
 * once more. False: yaml-cpp stops there too, or there were too many repairs already. */
bool rc_yaml_repair(struct rc_yaml_text *text, const yaml_parser_t *parser,
                    const struct rc_yaml_place *place);

/* Whether the parser stopped at the end of the file inside a quoted scalar, where yaml-cpp goes on:
 * it minds the missing quote only if the last line has no line end. */
bool rc_yaml_is_unclosed(const struct rc_yaml_text *text, const yaml_parser_t *parser);

#endif
