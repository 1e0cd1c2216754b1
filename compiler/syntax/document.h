/* YAML documents with the place of every node.
 *
 * libyaml gives events; this turns them into trees. Two things are added that it does not give: the
 * place of each node in bytes (libyaml counts characters), and for each scalar a map from the bytes
 * of its value to the bytes of the file, so that a message about the middle of a folded condition
 * points at the right line.
 *
 * Falco reads with yaml-cpp, which is more lenient than libyaml: bytes that are no UTF-8 and
 * control characters stand for themselves here too, and a quote that is not closed before the end
 * of the file ends there; documents need no `---` between them, and keys no colon. `<<` is a key
 * like any other. Aliases share the node. Within a mapping with a key twice, the first one counts.
 */
#ifndef RULEC_DOCUMENT_H
#define RULEC_DOCUMENT_H

#include "base/diag.h"

/* Deeper documents are refused, as yaml-cpp does. */
#define RC_YAML_DEEPEST 500

enum rc_yaml_kind { RC_YAML_NULL, RC_YAML_SCALAR, RC_YAML_SEQUENCE, RC_YAML_MAP };

struct rc_yaml_node {
    enum rc_yaml_kind kind;
    struct rc_span span; /* as written, quotes and brackets included; NULL: may be a point */
    struct rc_text text; /* SCALAR: the value; NULL: empty */
    struct rc_yaml_node **children; /* nchildren; MAP: key, value, key, value, ... */
    uint32_t nchildren;
    uint32_t capacity; /* of children */
};

struct rc_yaml_file {
    struct rc_yaml_node **documents; /* ndocuments roots, in order */
    uint32_t ndocuments;
    uint32_t capacity;
    struct rc_span unclosed; /* the quote that is never closed; file 0: none */
};

/* Parses a source. False: it is no YAML; one error was added, and out holds nothing to rely on. */
bool rc_yaml_parse(const struct rc_sources *sources, uint32_t file, struct rc_diags *diags,
                   struct rc_yaml_file *out);

/* The value of key in a mapping (and the key's node, if at is not NULL), or NULL if it has none. */
struct rc_yaml_node *rc_yaml_get(const struct rc_yaml_node *map, const char *key,
                                 const struct rc_yaml_node **at);

/* Whether a scalar's value is these characters. */
bool rc_yaml_is(const struct rc_yaml_node *node, const char *text);

/* "null", "scalar", "sequence", "mapping" */
const char *rc_yaml_kind_name(enum rc_yaml_kind kind);

#endif
