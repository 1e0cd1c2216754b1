/* Site files: documents to settings. See site.h. */
#include "site/load.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MOST_NAMES 128

/* Keys that are read in a way of their own. */
static const struct {
    const char *path;
    void (*load)(struct rc_site_loader *loader, const struct rc_yaml_node *value);
} own_keys[] = {
    {"rules_files", rc_site_load_rules_files},
    {"rules_file", rc_site_load_rules_files},
    {"rule_files", rc_site_load_rules_files},
    {"rules", rc_site_load_selections},
    {"append_output", rc_site_load_appends},
    {"static_fields", rc_site_load_static_fields},
    {"config_files", rc_site_load_config_files},
    {"throttle.rules", rc_site_load_throttle_rules},
    {"deduplicate.rules", rc_site_load_alike_rules},
    {"deduplicate.by", rc_site_load_alike_by},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

const char *rc_site_text(struct rc_site_loader *loader, const struct rc_yaml_node *node,
                         const char *key)
{
    if (!rc_site_is(loader, node, key, RC_YAML_SCALAR))
        return NULL;
    return rc_arena_strndup(loader->arena, node->text.data, node->text.len);
}

bool rc_site_is(struct rc_site_loader *loader, const struct rc_yaml_node *node, const char *key,
                enum rc_yaml_kind kind)
{
    static const char *const wanted[] = {[RC_YAML_NULL] = "empty",
                                         [RC_YAML_SCALAR] = "a single value",
                                         [RC_YAML_SEQUENCE] = "a sequence",
                                         [RC_YAML_MAP] = "a mapping"};

    if (node->kind == kind)
        return true;
    rc_error(loader->diags, RC_ERR_YAML_VALIDATE, node->span, "`%s` must be %s, not a %s", key,
             wanted[kind], rc_yaml_kind_name(node->kind));
    return false;
}

void rc_site_unknown(struct rc_site_loader *loader, const struct rc_yaml_node *key,
                     const char *path, const char *const *names, size_t n)
{
    const char *dot = strrchr(path, '.');
    const char *word = dot ? dot + 1 : path;
    const char *near = rc_suggest(word, strlen(word), names, n);

    if (near)
        rc_error(loader->diags, RC_ERR_YAML_VALIDATE, key->span,
                 "unknown key `%s`; did you mean `%.*s%s`?", path, (int)(word - path), path, near);
    else
        rc_error(loader->diags, RC_ERR_YAML_VALIDATE, key->span, "unknown key `%s`", path);
}

/* --- settings --- */

/* What a text would give away: a value that is secret. NULL: nothing. */
static const char *given_away(enum cat_setting_id id, const char *text)
{
    const char *scheme = strstr(text, "://");

    if (cat_settings[id].flags & CAT_SETTING_SECRET)
        return "is a secret";
    if (id == CAT_SETTING_HTTP_URL && scheme && memchr(scheme + 3, '@', strcspn(scheme + 3, "/?#")))
        return "holds a password";
    if (id == CAT_SETTING_HTTP_HEADERS && strncasecmp(text, "authorization:", 14) == 0)
        return "holds a secret";
    if (id == CAT_SETTING_KAFKA_PROPERTIES && memmem(text, strcspn(text, "="), "password", 8))
        return "holds a password";
    return NULL;
}

/* One value, or one element of a list, checked. */
static bool is_good(struct rc_site_loader *loader, enum cat_setting_id id,
                    const struct rc_yaml_node *value, const char *text)
{
    const char *key = cat_settings[id].key, *secret = given_away(id, text);
    char expected[160];

    if (secret && *text) {
        struct rc_diag *diag =
            rc_error(loader->diags, RC_ERR_YAML_VALIDATE, value->span,
                     "`%s` %s, which does not belong into a site file", key, secret);
        rc_note(loader->diags, diag, (struct rc_span){0},
                "agents take secrets from files (bearer_token_file, password_file) or from the "
                "environment");
        return false;
    }
    if (strchr(text, '\n') && cat_settings[id].type == CAT_SETTING_LIST) {
        rc_error(loader->diags, RC_ERR_YAML_VALIDATE, value->span, "an element of `%s` is one line",
                 key);
        return false;
    }
    const bool is_list = cat_settings[id].type == CAT_SETTING_LIST;
    if (is_list ? cat_setting_check_item(id, text, expected, sizeof expected)
                : cat_setting_check(id, text, expected, sizeof expected))
        return true;
    rc_error(loader->diags, RC_ERR_YAML_VALIDATE, value->span, "%s`%s` must be %s, not `%s`",
             is_list ? "an element of " : "", key, expected, text);
    return false;
}

static void load_list(struct rc_site_loader *loader, enum cat_setting_id id,
                      const struct rc_yaml_node *value)
{
    struct rc_strbuf lines = {0};

    if (!rc_site_is(loader, value, cat_settings[id].key, RC_YAML_SEQUENCE))
        return;
    for (uint32_t i = 0; i < value->nchildren; i++) {
        const char *text = rc_site_text(loader, value->children[i], cat_settings[id].key);

        if (text && is_good(loader, id, value->children[i], text))
            rc_strbuf_printf(&lines, "%s%s", lines.len > 0 ? "\n" : "", text);
    }
    if (id == CAT_SETTING_DROPS_ACTIONS && lines.data && cat_setting_lists(lines.data, "ignore") &&
        strchr(lines.data, '\n'))
        rc_error(loader->diags, RC_ERR_YAML_VALIDATE, value->span,
                 "`ignore` in `%s` goes with nothing else", cat_settings[id].key);
    loader->site->values[id] = rc_arena_strdup(loader->arena, lines.data ? lines.data : "");
    rc_strbuf_free(&lines);
}

static void load_setting(struct rc_site_loader *loader, enum cat_setting_id id,
                         const struct rc_yaml_node *value)
{
    const char *text;

    if (value->kind == RC_YAML_NULL)
        return;
    if (cat_settings[id].type == CAT_SETTING_LIST) {
        load_list(loader, id, value);
        return;
    }
    text = rc_site_text(loader, value, cat_settings[id].key);
    if (text && is_good(loader, id, value, text))
        loader->site->values[id] = text;
}

/* --- keys --- */

/* The names that may stand below a prefix, each once. */
struct names {
    struct rc_arena *arena;
    const char *prefix; /* "" or "http_output." */
    const char *items[MOST_NAMES];
    size_t n;
};

static void add_name(void *context, const char *path)
{
    struct names *names = context;
    const size_t len = strlen(names->prefix);
    const char *rest = path + len;
    size_t word;

    if (strncmp(path, names->prefix, len) != 0)
        return;
    word = strcspn(rest, ".");
    for (size_t i = 0; i < names->n; i++) {
        if (strlen(names->items[i]) == word && memcmp(names->items[i], rest, word) == 0)
            return;
    }
    if (names->n < MOST_NAMES)
        names->items[names->n++] = rc_arena_strndup(names->arena, rest, word);
}

static void unknown_key(struct rc_site_loader *loader, const struct rc_yaml_node *key,
                        const char *prefix, const char *path)
{
    struct names names = {.arena = loader->arena, .prefix = prefix};

    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++)
        add_name(&names, cat_settings[i].key);
    for (size_t i = 0; i < COUNT(own_keys); i++)
        add_name(&names, own_keys[i].path);
    rc_site_meaningless_each(add_name, &names);
    rc_site_unknown(loader, key, path, names.items, names.n);
}

static bool is_section(const char *path)
{
    const size_t len = strlen(path);

    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        if (strncmp(cat_settings[i].key, path, len) == 0 && cat_settings[i].key[len] == '.')
            return true;
    }
    return false;
}

static void load_map(struct rc_site_loader *loader, const struct rc_yaml_node *map,
                     const char *prefix);

static void load_pair(struct rc_site_loader *loader, const struct rc_yaml_node *key,
                      const struct rc_yaml_node *value, const char *prefix)
{
    const char *name = rc_site_text(loader, key, "a key"), *path, *why;
    enum cat_setting_id id;

    if (!name)
        return;
    path = rc_arena_printf(loader->arena, "%s%s", prefix, name);
    id = cat_setting_find(path, strlen(path));
    why = rc_site_meaningless(path);
    for (size_t i = 0; i < COUNT(own_keys); i++) {
        if (strcmp(own_keys[i].path, path) == 0) {
            if (value->kind != RC_YAML_NULL)
                own_keys[i].load(loader, value);
            return;
        }
    }
    if (id != CAT_SETTING__COUNT) {
        load_setting(loader, id, value);
    } else if (is_section(path)) {
        if (value->kind != RC_YAML_NULL && rc_site_is(loader, value, path, RC_YAML_MAP))
            load_map(loader, value, rc_arena_printf(loader->arena, "%s.", path));
    } else if (why) {
        rc_warning(loader->diags, RC_WARN_UNKNOWN_KEY, key->span, "`%s` has no meaning here: %s",
                   path, why);
    } else {
        unknown_key(loader, key, prefix, path);
    }
}

static void load_map(struct rc_site_loader *loader, const struct rc_yaml_node *map,
                     const char *prefix)
{
    for (uint32_t i = 0; i + 1 < map->nchildren; i += 2) {
        const struct rc_yaml_node *key = map->children[i];
        bool again = false;

        for (uint32_t k = 0; k < i && key->kind == RC_YAML_SCALAR; k += 2) {
            const struct rc_yaml_node *other = map->children[k];
            again = again || (other->kind == RC_YAML_SCALAR && other->text.len == key->text.len &&
                              memcmp(other->text.data, key->text.data, key->text.len) == 0);
        }
        if (again)
            rc_error(loader->diags, RC_ERR_YAML_VALIDATE, key->span, "`%s%.*s` is there twice",
                     prefix, (int)key->text.len, key->text.data);
        else
            load_pair(loader, key, map->children[i + 1], prefix);
    }
}

static const char *dir_of(struct rc_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? rc_arena_strndup(arena, path, (size_t)(slash - path) + 1) : "";
}

/* --- files --- */

/* Of files and directories, the files that follow this one. */
struct further {
    struct rc_site_loader *loader;
    struct rc_span span;
};

static void add_further(void *context, const char *path, const char *error)
{
    struct further *further = context;
    struct rc_site_loader *loader = further->loader;
    const char **more;

    if (!error && access(path, R_OK) != 0)
        error = strerror(errno);
    if (error) {
        rc_warning(loader->diags, RC_WARN_UNKNOWN_ITEM, further->span, "cannot read %s: %s", path,
                   error);
        return;
    }
    more = rc_arena_array(loader->arena, loader->nfurther + 1, sizeof *more);
    if (loader->nfurther > 0)
        memcpy(more, loader->further, loader->nfurther * sizeof *more);
    more[loader->nfurther++] = rc_arena_strdup(loader->arena, path);
    loader->further = more;
}

/* Falco has these in its own file, and reads each after it. */
void rc_site_load_config_files(struct rc_site_loader *loader, const struct rc_yaml_node *value)
{
    if (loader->is_further) {
        rc_error(loader->diags, RC_ERR_YAML_VALIDATE, value->span,
                 "a file that `config_files` names has none of its own");
        return;
    }
    if (!rc_site_is(loader, value, "config_files", RC_YAML_SEQUENCE))
        return;
    for (uint32_t i = 0; i < value->nchildren; i++) {
        struct further further = {.loader = loader, .span = value->children[i]->span};
        const struct rc_yaml_node *item = value->children[i];
        const char *path;

        /* `- path: FILE` with a strategy of merging, or the path alone. */
        if (item->kind == RC_YAML_MAP) {
            rc_error(loader->diags, RC_ERR_YAML_VALIDATE, item->span,
                     "strategies of merging are not known here: of two values the last counts");
            continue;
        }
        path = rc_site_text(loader, item, "an element of config_files");
        if (path && *path != '/')
            path = rc_arena_printf(loader->arena, "%s%s", loader->dir, path);
        if (path)
            rc_rule_files_each(loader->arena, &path, 1, add_further, &further);
    }
}

static void load_file(const struct rc_site_loader *like, struct rc_sources *sources,
                      const char *path)
{
    struct rc_site_loader loader = *like;
    struct rc_yaml_file yaml = {0};
    const char *error;
    uint32_t file = rc_sources_read(sources, path, &error);

    loader.dir = dir_of(sources->arena, path);
    if (file == 0) {
        file = rc_sources_add(sources, path, "", 0);
        rc_error(loader.diags, RC_ERR_FILE_READ, (struct rc_span){.file = file}, "%s", error);
    } else if (rc_yaml_parse(sources, file, loader.diags, &yaml)) {
        for (uint32_t k = 0; k < yaml.ndocuments; k++) {
            const struct rc_yaml_node *root = yaml.documents[k];
            if (root->kind == RC_YAML_MAP)
                load_map(&loader, root, "");
            else if (root->kind != RC_YAML_NULL)
                rc_error(loader.diags, RC_ERR_YAML_VALIDATE, root->span,
                         "a site file is a mapping of settings (`json_output: true`), not a %s",
                         rc_yaml_kind_name(root->kind));
        }
    }
    loader.is_further = true;
    for (uint32_t i = 0; i < loader.nfurther; i++) {
        struct rc_site_loader further = loader;

        further.nfurther = 0;
        load_file(&further, sources, loader.further[i]);
    }
}

void rc_site_load(struct rc_site *site, struct rc_sources *sources, struct rc_diags *diags,
                  const char *const *paths, uint32_t npaths)
{
    const struct rc_site_loader loader = {.site = site, .arena = sources->arena, .diags = diags};

    for (uint32_t i = 0; i < npaths; i++)
        load_file(&loader, sources, paths[i]);
    site->nfiles = sources->nfiles;
}

void rc_site_print(const struct rc_site *site, struct rc_strbuf *out)
{
    for (uint32_t i = 0; i < CAT_SETTING__COUNT; i++) {
        if (site->values[i])
            rc_strbuf_printf(out, "%s: %s\n", cat_settings[i].key, site->values[i]);
    }
    for (uint32_t i = 0; i < site->nrules_files; i++)
        rc_strbuf_printf(out, "rules_files: %s\n", site->rules_files[i]);
}
