/* The bill of materials of an agent, as SPDX 2.3 in JSON: the agent, the rulec that built it, the
 * libraries in it, and the rule and site files that it was generated from.
 */
#ifndef RULEC_EMIT_SBOM_H
#define RULEC_EMIT_SBOM_H

#include "base/strbuf.h"
#include "emit/linked.h"
#include "emit/manifest.h"

struct rc_sbom {
    const char *agent;        /* its name */
    const char *agent_sha256; /* hexadecimal */
    const char *runtime_sha256;
    const struct rc_manifest *manifest;
    const struct rc_linked_list *linked;
    long long created; /* seconds since 1970 */
};

/* Appends the document. The same input gives the same bytes. */
void rc_sbom_print(const struct rc_sbom *sbom, struct rc_strbuf *out);

#endif
