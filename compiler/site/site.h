/* Site files: what `rulec build -c` reads. The keys are those of Falco's falco.yaml that mean
 * something for an agent whose rules are settled, and a few of rulec's own; runtime/catalog has the
 * table of those that the agent itself goes by.
 *
 *     rules_files, rules, append_output, static_fields,    are used while the agent is built
 *     throttle.rules, deduplicate.rules, deduplicate.by
 *     all other settings                                   go into the agent as C data
 *
 * Keys that Falco knows and that have no meaning here give a warning that says why; unknown ones
 * are errors: what a site asks for is not ignored silently.
 */
#ifndef RULEC_SITE_H
#define RULEC_SITE_H

#include "rules/ruleset.h"

#include "catalog/setting.h"

/* `- enable: {rule: NAME}` or `- disable: {tag: TAG}`. In a rule's name * stands for any text. */
struct rc_site_selection {
    bool enable;
    const char *rule, *tag; /* NULL: any; not both */
    struct rc_span span;
};

/* An element of `throttle.rules` or `deduplicate.rules`. rule and tag as above. */
struct rc_site_limit {
    const char *rule, *tag;
    struct rc_span span;
    struct rc_rule_limits limits;
};

struct rc_site {
    uint32_t nfiles;                        /* of the sources; 0: there is no site */
    const char *values[CAT_SETTING__COUNT]; /* as written; NULL: not */
    const char **rules_files;               /* nrules_files, relative to the site file */
    uint32_t nrules_files;
    struct rc_site_selection *selections; /* nselections, in order */
    uint32_t nselections;
    struct rc_append *appends; /* nappends */
    uint32_t nappends;
    bool appends_given;           /* the site has the key append_output */
    struct rc_site_limit *limits; /* nlimits, in order: of two about one rule the last counts */
    uint32_t nlimits;
    struct rc_rule_limits limits_of_all; /* `deduplicate.by`; by is NULL: there is none */
};

/* Reads the files; of two values of a key the last counts, lists of the last file that has them.
 * What is wrong goes to diags. */
void rc_site_load(struct rc_site *site, struct rc_sources *sources, struct rc_diags *diags,
                  const char *const *paths, uint32_t npaths);

/* Switches the rules of a loaded set on and off as the site says. */
void rc_site_select(const struct rc_site *site, struct rc_ruleset *set);

/* Gives the rules of a loaded set the limits that the site has for them. */
void rc_site_limit_rules(const struct rc_site *site, struct rc_ruleset *set);

/* Appends a line KEY: VALUE for each setting that the site has. */
void rc_site_print(const struct rc_site *site, struct rc_strbuf *out);

/* Falco's keys without meaning here: why the key `path` ("engine.kind") is one, or NULL. */
const char *rc_site_meaningless(const char *path);

/* Calls visit with the path of each of them. */
void rc_site_meaningless_each(void (*visit)(void *context, const char *path), void *context);

#endif
