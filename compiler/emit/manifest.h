/* What an agent is made from, for its manifest and its bill of materials.
 */
#ifndef RULEC_EMIT_MANIFEST_H
#define RULEC_EMIT_MANIFEST_H

#include "base/source.h"

struct rc_manifest_file {
    const struct rc_source_file *file;
    bool is_site;    /* else it holds rules */
    char sha256[65]; /* hexadecimal */
};

struct rc_manifest {
    const char *const *options;     /* noptions, of rulec: "--level=1"; the caller's */
    struct rc_manifest_file *files; /* nfiles, in the arena, in load order, site files first */
    uint32_t noptions, nfiles;
};

/* Takes all the sources, of which the first nsites are site files. options stay as they are. */
void rc_manifest_make(struct rc_manifest *manifest, const struct rc_sources *sources,
                      uint32_t nsites);

#endif
