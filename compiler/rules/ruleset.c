/* From the paths on the command line to sources. */
#include "rules/ruleset.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int is_rule_file(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && dot &&
           (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void each_of_directory(struct rc_arena *arena, const char *path, rc_rule_file_fn *visit,
                              void *context)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_rule_file, by_name);
    if (count < 0) {
        visit(context, path,
              rc_arena_printf(arena, "cannot read the directory: %s", strerror(errno)));
        return;
    }
    if (count == 0)
        visit(context, path, "the directory holds no rule files (*.yaml, *.yml)");
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    for (int i = 0; i < count; i++) {
        visit(context, rc_arena_printf(arena, "%.*s/%s", (int)len, path, entries[i]->d_name), NULL);
        free(entries[i]);
    }
    free(entries);
}

void rc_rule_files_each(struct rc_arena *arena, const char *const *paths, uint32_t npaths,
                        rc_rule_file_fn *visit, void *context)
{
    for (uint32_t i = 0; i < npaths; i++) {
        struct stat info;
        if (strcmp(paths[i], "-") != 0 && stat(paths[i], &info) == 0 && S_ISDIR(info.st_mode))
            each_of_directory(arena, paths[i], visit, context);
        else
            visit(context, paths[i], NULL);
    }
}

static void load_file(void *context, const char *path, const char *error)
{
    struct rc_ruleset *set = context;
    uint32_t file = error ? 0 : rc_sources_read(set->sources, path, &error);
    if (file != 0) {
        rc_ruleset_load_source(set, file);
        return;
    }
    file = rc_sources_add(set->sources, path, "", 0);
    rc_error(set->diags, RC_ERR_FILE_READ, (struct rc_span){.file = file}, "%s", error);
    set->incomplete = true;
}

void rc_ruleset_load(struct rc_ruleset *set, const char *const *paths, uint32_t npaths)
{
    rc_rule_files_each(set->arena, paths, npaths, load_file, set);
    rc_ruleset_settle(set);
}
