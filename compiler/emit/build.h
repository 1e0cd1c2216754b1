/* Building an agent: from rule files to generated sources, from those to a binary.
 *
 *     rules --rc_build_rules--> plan --rc_build_generate--> texts --rc_build_write--> files
 *           --rc_build_link--> agent
 *
 * What a build needs beyond rulec itself lies where the rulec binary lies, in the build tree as in
 * an installation: ../lib/rulec/librulec.a and ../lib/rulec/include.
 */
#ifndef RULEC_BUILD_H
#define RULEC_BUILD_H

#include "emit/emit_c.h"
#include "rules/ruleset.h"
#include "site/site.h"

/* A program of up to so many rules is one file; of a larger one a file holds so many. */
#define RC_BUILD_ONE_FILE     500
#define RC_BUILD_RULES_A_FILE 1000

/* One compilation. Zeros to begin with; rc_build_free at the end. */
struct rc_build {
    bool lower; /* plan at `level`; false: at the highest */
    enum rc_plan_level level;
    bool quick; /* the C compiler is to be done soon (-O1): somebody waits for a first run */
    enum rc_emit_purpose purpose;
    struct rc_arena arena;
    struct rc_sources sources;
    struct rc_diags diags;
    struct rc_site site;
    struct rc_manifest manifest; /* the caller sets its options */
    struct rc_ruleset set;
    struct rc_graph graph;
    struct rc_plan plan;
    char rules_hash[65];                      /* SHA-256 over the rule files, hexadecimal */
    struct rc_emit_files files;               /* of the program: emit_c.h */
    struct rc_strbuf regexes, regexes_header; /* regexes.re and regexes.h; empty: no expressions */
    const char *sbom; /* where the bill of materials goes; NULL: there is to be none */
    /* Libraries without an archive that this agent needs beyond those of the runtime, as the linker
     * names them: "-lcurl". With one of them the agent is no static program. Borrowed. */
    const char *const *shared_libraries;
    uint32_t nshared_libraries;
};

/* Reads the site files, before the rules; no files: no site. Prints the diagnostics if there are
 * errors, and returns false then; else they are printed with those of the rules. */
bool rc_build_site(struct rc_build *build, const char *const *paths, uint32_t npaths);

/* Loads, checks and plans. Prints the diagnostics to standard error; false if there are errors. */
bool rc_build_rules(struct rc_build *build, const char *const *paths, uint32_t npaths);

/* Makes the texts. Prints what cannot be built to standard error, and returns false then. */
bool rc_build_generate(struct rc_build *build);

/* Writes the program's files, and with regular expressions regexes.h and regexes.re, into dir,
 * which is made if it is not there; generated files of an earlier build that this one does not have
 * are removed. expressions: what re2c makes of regexes.re too, regexes.c. 0, or -1 with a message
 * printed. */
int rc_build_write(const struct rc_build *build, const char *dir, bool expressions);

/* Compiles the sources in dir, as many at once as there are processors, and links the agent:
 * link.c. output is written whole or not at all. 0, or -1 with a message printed. */
int rc_build_link(const struct rc_build *build, const char *dir, const char *output);

/* A hash over everything that an agent is made from: sources, runtime library, compiler and its
 * flags: link.c. 0, or -1 with a message printed. */
int rc_build_hash(const struct rc_build *build, char out[65]);

void rc_build_free(struct rc_build *build);

/* Makes dir and the ones above it. 0 or negative errno. */
int rc_make_dirs(const char *dir);

/* Removes dir and the files in it (no directories below it). */
void rc_remove_dir(const char *dir);

/* Runs a program and waits; its name is looked up in PATH. Its exit status, 128 + the signal that
 * ended it, or -1 with a message printed. */
int rc_run_program(const char *const *argv);

#endif
