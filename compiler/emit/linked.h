/* What the linker put into an agent: read from the map that it writes, with the Debian package that
 * each file comes from.
 */
#ifndef RULEC_EMIT_LINKED_H
#define RULEC_EMIT_LINKED_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* A package of which something is in the agent; or a file that no package owns. Texts are in the
 * arena. */
struct rc_linked {
    const char *name;                  /* "libbpf-dev"; of a file without package its name */
    const char *version;               /* NULL: there is no package */
    const char *architecture, *source; /* of a package: "amd64", "libbpf" */
    bool is_shared;                    /* loaded when the agent starts, else inside it */
};

struct rc_linked_list {
    struct rc_linked *items; /* n, in the order of the linker, each package once */
    uint32_t n;
};

/* Reads the map (of GNU ld); files below a directory of skip (nskip of them) are left out. 0, or
 * negative errno; -EBADMSG: there is nothing in it. */
int rc_linked_read(struct rc_linked_list *list, struct rc_arena *arena, const char *map,
                   const char *const *skip, uint32_t nskip);

#endif
