/* The text of a YAML file as libyaml is given it.
 *
 * libyaml refuses characters that yaml-cpp, which reads for Falco, takes, and wants words where
 * yaml-cpp needs none. So it reads a copy of the source in which the former are replaced by letters
 * and the latter inserted; and it counts characters, not bytes. This keeps the account of both, and
 * tells for what libyaml says where that is in the source. */
#ifndef RULEC_YAML_TEXT_H
#define RULEC_YAML_TEXT_H

#include "base/diag.h"

#include <yaml.h>

/* A file in which libyaml stumbles more often than that over what yaml-cpp takes is no YAML. */
#define RC_YAML_MOST_INSERTIONS 64

/* What was put into the text for libyaml, to say in its words what yaml-cpp understands. */
struct rc_yaml_insertion {
    uint32_t off; /* in parsed */
    uint32_t len;
};

struct rc_yaml_text {
    struct rc_arena *arena;
    const struct rc_source_file *source;
    uint32_t file;
    uint32_t bom;          /* bytes of the byte order mark: libyaml does not count it */
    char *parsed;          /* what libyaml reads: the source from behind the mark, cleaned */
    uint32_t parsed_len;   /* bytes; what was inserted and a closing quote more than the source */
    const uint32_t *marks; /* byte offsets in parsed; NULL: all ASCII */
    uint32_t nmarks;
    struct rc_yaml_insertion insertions[RC_YAML_MOST_INSERTIONS]; /* ninsertions, ascending */
    uint32_t ninsertions;
};

/* Copies the source for libyaml, each byte that it would refuse replaced by a letter. The copy is
 * diags' arena's and has room for one byte more, a closing quote. False: there is a NUL, which no
 * YAML has; an error was added. */
bool rc_yaml_text_init(struct rc_yaml_text *text, const struct rc_sources *sources, uint32_t file,
                       struct rc_diags *diags);

/* The byte of parsed at which a character stands. */
uint32_t rc_yaml_text_at(const struct rc_yaml_text *text, yaml_mark_t mark);

/* The place in the source between two marks. */
struct rc_span rc_yaml_text_span(const struct rc_yaml_text *text, yaml_mark_t from, yaml_mark_t to);

/* parsed, moved so that what stands at the mark has the offset that it has in the source. */
const char *rc_yaml_text_beside(const struct rc_yaml_text *text, yaml_mark_t mark);

/* Puts words in front of the byte of parsed. False: there are too many insertions already. */
bool rc_yaml_text_insert(struct rc_yaml_text *text, uint32_t off, const char *words);

#endif
