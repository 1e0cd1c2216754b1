/* What an agent was made from, as it tells itself: AGENT --manifest.
 */
#ifndef RULEC_MANIFEST_H
#define RULEC_MANIFEST_H

#include "program.h"

#include <stdio.h>

/* The compiler that the agent is being compiled with. */
#ifdef __clang__
#define RT_COMPILER __VERSION__
#else
#define RT_COMPILER "gcc " __VERSION__
#endif

/* Its command line, without names of files and directories; rulec build gives it. "": the generated
 * sources were compiled by somebody else. */
#ifndef RULEC_BUILD_OPTIONS
#define RULEC_BUILD_OPTIONS ""
#endif

struct rt_manifest_file {
    const char *name;   /* as it was given to rulec */
    const char *kind;   /* "rules" or "site" */
    const char *sha256; /* hexadecimal */
};

/* What rulec build emits. */
struct rt_manifest {
    const char *rulec;                    /* its version */
    const char *compiler, *build_options; /* RT_COMPILER, RULEC_BUILD_OPTIONS */
    const char *const *options;           /* noptions, of rulec: "--level=1" */
    const struct rt_manifest_file *files; /* nfiles, in load order, site files first */
    uint32_t noptions, nfiles;
};

/* One JSON object: what is above, the SHA-256 over the rule files in load order, the outputs that
 * the agent is built to write to, and the sources of the events that its rules are about. 0, or
 * -ENOMEM; what cannot be written is left to the caller to find. */
int rt_manifest_print(FILE *out, const struct rt_program *program);

#endif
