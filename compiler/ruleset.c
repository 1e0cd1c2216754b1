/* From the paths on the command line to sources. */
#include "ruleset.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void report_unreadable(struct rc_ruleset *set, const char *path, const char *message)
{
    uint32_t file = rc_sources_add(set->sources, path, "", 0);
    rc_error(set->diags, RC_ERR_FILE_READ, (struct rc_span){.file = file}, "%s", message);
    set->incomplete = true;
}

static void load_file(struct rc_ruleset *set, const char *path)
{
    const char *error;
    uint32_t file = rc_sources_read(set->sources, path, &error);
    if (file == 0)
        report_unreadable(set, path, error);
    else
        rc_ruleset_load_source(set, file);
}

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

static void load_directory(struct rc_ruleset *set, const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_rule_file, by_name);
    if (count < 0) {
        report_unreadable(set, path,
                          rc_arena_printf(set->arena, "cannot read the directory: %s",
                                          strerror(errno)));
        return;
    }
    if (count == 0)
        report_unreadable(set, path, "the directory holds no rule files (*.yaml, *.yml)");
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    for (int i = 0; i < count; i++) {
        load_file(set, rc_arena_printf(set->arena, "%.*s/%s", (int)len, path, entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
}

void rc_ruleset_load(struct rc_ruleset *set, const char *const *paths, uint32_t npaths)
{
    for (uint32_t i = 0; i < npaths; i++) {
        struct stat info;
        if (strcmp(paths[i], "-") != 0 && stat(paths[i], &info) == 0 && S_ISDIR(info.st_mode))
            load_directory(set, paths[i]);
        else
            load_file(set, paths[i]);
    }
    rc_ruleset_settle(set);
}
