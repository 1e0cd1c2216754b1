/* Reading a site file, on the inside. From outside see site.h. */
#ifndef RULEC_SITE_LOAD_H
#define RULEC_SITE_LOAD_H

#include "site/site.h"
#include "syntax/document.h"

struct rc_site_loader {
    struct rc_site *site;
    struct rc_arena *arena;
    struct rc_diags *diags;
    const char *dir;      /* of the file, with a slash at its end; "": the current one */
    const char **further; /* nfurther files, of config_files, that are read after this one */
    uint32_t nfurther;
    bool is_further; /* this is one of them */
};

/* The text of a scalar in the arena; NULL with an error reported if it is something else. */
const char *rc_site_text(struct rc_site_loader *loader, const struct rc_yaml_node *node,
                         const char *key);

/* An element of a sequence, or an error that names the key. */
bool rc_site_is(struct rc_site_loader *loader, const struct rc_yaml_node *node, const char *key,
                enum rc_yaml_kind kind);

/* Reports a key that is none of the n names. */
void rc_site_unknown(struct rc_site_loader *loader, const struct rc_yaml_node *key,
                     const char *path, const char *const *names, size_t n);

/* The keys that are used while building: load_build.c. */
void rc_site_load_rules_files(struct rc_site_loader *loader, const struct rc_yaml_node *value);
void rc_site_load_selections(struct rc_site_loader *loader, const struct rc_yaml_node *value);
void rc_site_load_appends(struct rc_site_loader *loader, const struct rc_yaml_node *value);
void rc_site_load_static_fields(struct rc_site_loader *loader, const struct rc_yaml_node *value);

void rc_site_load_config_files(struct rc_site_loader *loader, const struct rc_yaml_node *value);

/* Likewise: load_limits.c. */
void rc_site_load_throttle_rules(struct rc_site_loader *loader, const struct rc_yaml_node *value);
void rc_site_load_alike_rules(struct rc_site_loader *loader, const struct rc_yaml_node *value);
void rc_site_load_alike_by(struct rc_site_loader *loader, const struct rc_yaml_node *value);

/* Whether an entry means the rule: by its name, in which * stands for any text, or, if pattern is
 * NULL, by a tag. */
bool rc_site_means(const char *pattern, const char *tag, const struct rc_rule *rule);

/* Warns of an entry that means no rule. */
void rc_site_no_such_rule(struct rc_ruleset *set, const char *pattern, const char *tag,
                          struct rc_span span);

#endif
