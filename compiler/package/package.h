/* An agent as something to install: a Debian package with a unit for systemd, or an image for
 * container runtimes. Nothing is asked of the machine that makes it, and the same agent gives the
 * same bytes.
 */
#ifndef RULEC_PACKAGE_H
#define RULEC_PACKAGE_H

#include "base/arena.h"
#include "site/site.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the choices of --package. */
enum rc_package_kind { RC_PACKAGE_DEB, RC_PACKAGE_OCI };

struct rc_package {
    struct rc_arena *arena;
    const char *name;       /* of the agent, the package and its unit: "web-agent" */
    const char *rules_hash; /* hexadecimal */
    const struct rc_site *site;
    const void *agent; /* the program, agent_len bytes */
    size_t agent_len;
    bool names_hosts; /* the rules do, whose addresses are asked for at the start */
    bool is_static;   /* the program needs no libraries */
    /* Debian packages of the libraries that it needs otherwise, "libcurl4, librdkafka1"; "" */
    const char *depends;
};

/* The name of a package from that of its file, "out/web-agent.deb" or "out/web-agent": small
 * letters, digits, + - . and at least two of them. NULL: it is none. */
const char *rc_package_name(struct rc_arena *arena, const char *output);

/* Fills is_static and depends from the agent itself and the site. */
void rc_package_libraries(struct rc_package *package);

/* Writes a .deb. 0, or -1 with a message printed. */
int rc_package_deb(const struct rc_package *package, const char *output);

/* Writes the directory of an OCI image layout with one image, of the tag latest. 0, or -1 with a
 * message printed. */
int rc_package_oci(const struct rc_package *package, const char *output);

/* The unit for systemd. */
void rc_package_unit(const struct rc_package *package, struct rc_strbuf *out);

#endif
