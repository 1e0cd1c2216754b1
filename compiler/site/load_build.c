/* The keys of a site file that are used while an agent is built. See site.h. */
#include "site/load.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* --- rules_files --- */

void rc_site_load_rules_files(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    struct rc_site *site = loader->site;
    const char **paths;
    uint32_t n = 0;

    if (!rc_site_is(loader, value, "rules_files", RC_YAML_SEQUENCE))
        return;
    paths = rc_arena_array(loader->arena, value->nchildren + 1, sizeof *paths);
    for (uint32_t i = 0; i < value->nchildren; i++) {
        const char *path = rc_site_text(loader, value->children[i], "rules_files");

        if (path)
            paths[n++] =
                *path == '/' ? path : rc_arena_printf(loader->arena, "%s%s", loader->dir, path);
    }
    site->rules_files = paths;
    site->nrules_files = n;
}

/* --- rules --- */

/* Reads {rule: NAME} or {tag: TAG}. */
static bool load_subject(struct rc_site_loader *loader, const struct rc_yaml_node *node,
                         struct rc_site_selection *selection)
{
    static const char *const names[] = {"rule", "tag"};
    const uint32_t errors = loader->diags->nerrors;

    if (!rc_site_is(loader, node, selection->enable ? "enable" : "disable", RC_YAML_MAP))
        return false;
    for (uint32_t i = 0; i + 1 < node->nchildren; i += 2) {
        const struct rc_yaml_node *key = node->children[i];

        if (rc_yaml_is(key, "rule"))
            selection->rule = rc_site_text(loader, node->children[i + 1], "rule");
        else if (rc_yaml_is(key, "tag"))
            selection->tag = rc_site_text(loader, node->children[i + 1], "tag");
        else
            rc_site_unknown(loader, key,
                            rc_arena_strndup(loader->arena, key->text.data, key->text.len), names,
                            COUNT(names));
        selection->span = node->children[i + 1]->span;
    }
    if (loader->diags->nerrors > errors)
        return false;
    if ((selection->rule == NULL) != (selection->tag == NULL))
        return true;
    rc_error(loader->diags, RC_ERR_YAML_VALIDATE, node->span,
             "this must have either a `rule` or a `tag`");
    return false;
}

void rc_site_load_selections(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    static const char *const names[] = {"enable", "disable"};
    struct rc_site_selection *selections;
    uint32_t n = 0;

    if (!rc_site_is(loader, value, "rules", RC_YAML_SEQUENCE))
        return;
    selections = rc_arena_array(loader->arena, value->nchildren + 1, sizeof *selections);
    for (uint32_t i = 0; i < value->nchildren; i++) {
        const struct rc_yaml_node *item = value->children[i], *key;
        struct rc_site_selection selection = {0};

        if (!rc_site_is(loader, item, "an element of rules", RC_YAML_MAP))
            continue;
        key = item->nchildren > 0 ? item->children[0] : item;
        selection.enable = rc_yaml_is(key, "enable");
        if (item->nchildren != 2)
            rc_error(loader->diags, RC_ERR_YAML_VALIDATE, item->span,
                     "an element of `rules` has one key, `enable` or `disable`");
        else if (!selection.enable && !rc_yaml_is(key, "disable"))
            rc_site_unknown(loader, key,
                            rc_arena_strndup(loader->arena, key->text.data, key->text.len), names,
                            COUNT(names));
        else if (load_subject(loader, item->children[1], &selection))
            selections[n++] = selection;
    }
    loader->site->selections = selections;
    loader->site->nselections = n;
}

/* The name is the pattern; * stands for any text. */
static bool matches(const char *pattern, const char *name)
{
    for (; *pattern && *pattern != '*'; pattern++, name++) {
        if (*pattern != *name)
            return false;
    }
    if (!*pattern)
        return *name == '\0';
    do {
        if (matches(pattern + 1, name))
            return true;
    } while (*name++);
    return false;
}

bool rc_site_means(const char *pattern, const char *tag, const struct rc_rule *rule)
{
    if (pattern)
        return matches(pattern, rule->name);
    for (uint32_t i = 0; i < rule->ntags; i++) {
        if (strcmp(rule->tags[i], tag) == 0)
            return true;
    }
    return false;
}

void rc_site_no_such_rule(struct rc_ruleset *set, const char *pattern, const char *tag,
                          struct rc_span span)
{
    rc_warning(set->diags, RC_WARN_UNKNOWN_ITEM, span,
               pattern ? "no rule is called `%s`" : "no rule has the tag `%s`",
               pattern ? pattern : tag);
}

void rc_site_select(const struct rc_site *site, struct rc_ruleset *set)
{
    for (uint32_t i = 0; i < site->nselections; i++) {
        const struct rc_site_selection *selection = &site->selections[i];
        uint32_t n = 0;

        for (struct rc_rule *rule = set->rules; rule; rule = rule->next) {
            if (!rc_site_means(selection->rule, selection->tag, rule))
                continue;
            rule->enabled = selection->enable;
            n++;
        }
        set->diags->context = NULL;
        if (n == 0)
            rc_site_no_such_rule(set, selection->rule, selection->tag, selection->span);
    }
}

/* --- append_output and static_fields --- */

static struct rc_append *add_append(struct rc_site_loader *loader)
{
    struct rc_site *site = loader->site;
    struct rc_append *more =
        rc_arena_array(loader->arena, site->nappends + 1, sizeof *site->appends);

    if (site->nappends > 0)
        memcpy(more, site->appends, site->nappends * sizeof *more);
    site->appends = more;
    return &site->appends[site->nappends++];
}

static void load_match(struct rc_site_loader *loader, const struct rc_yaml_node *match,
                       struct rc_append *append)
{
    static const char *const names[] = {"rule", "source", "tags"};

    if (!rc_site_is(loader, match, "match", RC_YAML_MAP))
        return;
    for (uint32_t i = 0; i + 1 < match->nchildren; i += 2) {
        const struct rc_yaml_node *key = match->children[i], *value = match->children[i + 1];

        if (rc_yaml_is(key, "rule")) {
            append->rule = rc_site_text(loader, value, "rule");
        } else if (rc_yaml_is(key, "source")) {
            append->source = rc_site_text(loader, value, "source");
        } else if (!rc_yaml_is(key, "tags")) {
            rc_site_unknown(loader, key,
                            rc_arena_strndup(loader->arena, key->text.data, key->text.len), names,
                            COUNT(names));
        } else if (rc_site_is(loader, value, "tags", RC_YAML_SEQUENCE)) {
            const char **tags = rc_arena_array(loader->arena, value->nchildren + 1, sizeof *tags);
            for (uint32_t k = 0; k < value->nchildren; k++) {
                const char *tag = rc_site_text(loader, value->children[k], "tags");
                if (tag)
                    tags[append->ntags++] = tag;
            }
            append->tags = tags;
        }
    }
}

/* `- proc.cmdline` or `- NAME: "%proc.name/%user.name"` */
static void load_extra_fields(struct rc_site_loader *loader, const struct rc_yaml_node *value,
                              struct rc_append *append)
{
    struct rc_append_field *fields;

    if (!rc_site_is(loader, value, "extra_fields", RC_YAML_SEQUENCE))
        return;
    fields = rc_arena_array(loader->arena, value->nchildren + 1, sizeof *fields);
    for (uint32_t i = 0; i < value->nchildren; i++) {
        const struct rc_yaml_node *item = value->children[i];
        struct rc_append_field field = {.span = item->span};

        if (item->kind == RC_YAML_MAP && item->nchildren == 2) {
            field.name = rc_site_text(loader, item->children[0], "extra_fields");
            field.format = rc_site_text(loader, item->children[1], "extra_fields");
            if (!field.name || !field.format)
                continue;
        } else {
            field.name = rc_site_text(loader, item, "an element of extra_fields");
            if (!field.name)
                continue;
        }
        fields[append->nfields++] = field;
    }
    append->fields = fields;
}

static void load_append(struct rc_site_loader *loader, const struct rc_yaml_node *item)
{
    static const char *const names[] = {"match", "extra_output", "extra_fields",
                                        "suggested_output"};
    struct rc_append *append = add_append(loader);

    for (uint32_t i = 0; i + 1 < item->nchildren; i += 2) {
        const struct rc_yaml_node *key = item->children[i], *value = item->children[i + 1];

        if (rc_yaml_is(key, "match")) {
            load_match(loader, value, append);
        } else if (rc_yaml_is(key, "extra_output")) {
            append->output = rc_site_text(loader, value, "extra_output");
            append->span = value->span;
        } else if (rc_yaml_is(key, "extra_fields")) {
            load_extra_fields(loader, value, append);
        } else if (rc_yaml_is(key, "suggested_output")) {
            append->suggested = rc_yaml_is(value, "true");
            if (!append->suggested && !rc_yaml_is(value, "false"))
                rc_error(loader->diags, RC_ERR_YAML_VALIDATE, value->span,
                         "`suggested_output` must be true or false");
        } else {
            rc_site_unknown(loader, key,
                            rc_arena_strndup(loader->arena, key->text.data, key->text.len), names,
                            COUNT(names));
        }
    }
}

void rc_site_load_appends(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    if (!rc_site_is(loader, value, "append_output", RC_YAML_SEQUENCE))
        return;
    loader->site->appends_given = true;
    for (uint32_t i = 0; i < value->nchildren; i++) {
        if (rc_site_is(loader, value->children[i], "an element of append_output", RC_YAML_MAP))
            load_append(loader, value->children[i]);
    }
}

void rc_site_load_static_fields(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    struct rc_append *append;
    struct rc_append_field *fields;

    if (!rc_site_is(loader, value, "static_fields", RC_YAML_MAP))
        return;
    append = add_append(loader);
    fields = rc_arena_array(loader->arena, value->nchildren / 2 + 1, sizeof *fields);
    for (uint32_t i = 0; i + 1 < value->nchildren; i += 2) {
        const char *name = rc_site_text(loader, value->children[i], "static_fields");
        const char *text = rc_site_text(loader, value->children[i + 1], "static_fields");

        if (name && text)
            fields[append->nfields++] = (struct rc_append_field){
                .name = name, .format = text, .literal = true, .span = value->children[i]->span};
    }
    append->fields = fields;
}
