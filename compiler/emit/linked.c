/* The linker's map. See linked.h. Of it three kinds of lines are read:
 *
 *     /usr/lib/.../libz.a(inflate.o)         at the start: a member that was taken from an archive
 *     libcurl.so.4        agent.o (...)      then: a shared library that was needed
 *     LOAD /usr/lib/.../libz.a               every file that the linker opened
 */
#include "emit/linked.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct reader {
    struct rc_linked_list *list;
    struct rc_arena *arena;
    uint32_t size; /* of the list */
    /* Archives with a member in the agent, and names of shared libraries. */
    const char **used;
    uint32_t nused, used_size;
};

static bool is_used(const struct reader *reader, const char *name, size_t len)
{
    for (uint32_t i = 0; i < reader->nused; i++) {
        if (strlen(reader->used[i]) == len && memcmp(reader->used[i], name, len) == 0)
            return true;
    }
    return false;
}

static void note_used(struct reader *reader, const char *name, size_t len)
{
    if (len == 0 || is_used(reader, name, len))
        return;
    if (reader->nused == reader->used_size) {
        const uint32_t size = reader->used_size > 0 ? 2 * reader->used_size : 32;
        const char **more = rc_arena_array(reader->arena, size, sizeof *more);

        if (reader->nused > 0)
            memcpy(more, reader->used, reader->nused * sizeof *more);
        reader->used = more;
        reader->used_size = size;
    }
    reader->used[reader->nused++] = rc_arena_strndup(reader->arena, name, len);
}

/* --- packages --- */

/* The first line that a program prints, without its newline; what it says against that is dropped.
 * False: there is no such program, or it failed. */
static bool ask(const char *const *argv, char *line, size_t size)
{
    posix_spawn_file_actions_t actions;
    int pipe_ends[2], status, error;
    size_t len = 0;
    ssize_t n;
    pid_t pid;

    if (pipe2(pipe_ends, 0) != 0)
        return false;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addclose(&actions, pipe_ends[0]);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    error = posix_spawnp(&pid, argv[0], &actions, NULL, (char *const *)argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(pipe_ends[1]);
    while (error == 0 && (n = read(pipe_ends[0], line + len, size - 1 - len)) > 0)
        len += (size_t)n;
    close(pipe_ends[0]);
    line[len] = '\0';
    line[strcspn(line, "\n")] = '\0';
    if (error != 0)
        return false;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            return false;
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 && line[0];
}

/* The package that owns a file, "libbpf-dev:amd64". A package may have it below /lib, which is
 * /usr/lib today. */
static bool find_owner(const char *path, char *owner, size_t size)
{
    const char *const argv[] = {"dpkg-query", "-S", path, NULL};
    const bool good = ask(argv, owner, size);

    if (!good)
        return strncmp(path, "/usr/", 5) == 0 && find_owner(path + 4, owner, size);
    owner[strcspn(owner, " ,")] = '\0';
    if (owner[0] && owner[strlen(owner) - 1] == ':')
        owner[strlen(owner) - 1] = '\0';
    return true;
}

static void add(struct reader *reader, struct rc_linked linked)
{
    struct rc_linked_list *list = reader->list;

    for (uint32_t i = 0; i < list->n; i++) {
        if (strcmp(list->items[i].name, linked.name) == 0)
            return;
    }
    if (list->n == reader->size) {
        const uint32_t size = reader->size > 0 ? 2 * reader->size : 16;
        struct rc_linked *more = rc_arena_array(reader->arena, size, sizeof *more);

        if (list->n > 0)
            memcpy(more, list->items, list->n * sizeof *more);
        list->items = more;
        reader->size = size;
    }
    list->items[list->n++] = linked;
}

/* A file that is in the agent. */
static void add_file(struct reader *reader, const char *path, bool is_shared)
{
    char owner[256], line[512], *rest = NULL;
    const char *const argv[] = {
        "dpkg-query", "-W", "-f", "${Package} ${Version} ${Architecture} ${source:Package}\n",
        owner,        NULL};
    const char *slash = strrchr(path, '/');
    struct rc_linked linked = {.name = rc_arena_strdup(reader->arena, slash ? slash + 1 : path),
                               .is_shared = is_shared};

    if (find_owner(path, owner, sizeof owner) && ask(argv, line, sizeof line)) {
        const char *words[4] = {"", "", "", ""};
        char *word = strtok_r(rc_arena_strdup(reader->arena, line), " ", &rest);

        for (int i = 0; i < 4 && word; i++, word = strtok_r(NULL, " ", &rest))
            words[i] = word;
        linked.name = words[0];
        linked.version = words[1];
        linked.architecture = words[2];
        linked.source = words[3];
    }
    add(reader, linked);
}

/* --- lines --- */

static bool is_below(const char *path, const char *dir)
{
    char real[PATH_MAX];
    const size_t len = realpath(dir, real) ? strlen(real) : 0;

    return len > 0 && strncmp(path, real, len) == 0 && path[len] == '/';
}

static bool ends_in(const char *text, const char *tail)
{
    const size_t len = strlen(text), n = strlen(tail);

    return len >= n && strcmp(text + len - n, tail) == 0;
}

/* Whether one of the names of shared libraries is that of the file: libz.so.1 of libz.so.1.2.13. */
static bool is_needed(const struct reader *reader, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

    for (uint32_t i = 0; i < reader->nused; i++) {
        const size_t len = strlen(reader->used[i]);

        if (strncmp(name, reader->used[i], len) == 0 && (name[len] == '\0' || name[len] == '.'))
            return true;
    }
    return false;
}

static void take_load(struct reader *reader, const char *name, const char *const *skip,
                      uint32_t nskip)
{
    const bool is_archive = ends_in(name, ".a");
    const bool is_shared = !is_archive && !ends_in(name, ".o");
    char path[PATH_MAX];

    if (!realpath(name, path))
        return;
    for (uint32_t i = 0; i < nskip; i++) {
        if (is_below(path, skip[i]))
            return;
    }
    if ((is_archive && !is_used(reader, name, strlen(name))) ||
        (is_shared && !is_needed(reader, path)))
        return;
    add_file(reader, path, is_shared);
}

static void take_line(struct reader *reader, const char *line, const char *const *skip,
                      uint32_t nskip)
{
    const char *bracket = strchr(line, '('), *so = strstr(line, ".so");
    const size_t word = strcspn(line, " \t");

    if (strncmp(line, "LOAD ", 5) == 0)
        take_load(reader, line + 5, skip, nskip);
    else if (line[0] == '/' && bracket && bracket - line > 2 && strncmp(bracket - 2, ".a", 2) == 0)
        note_used(reader, line, (size_t)(bracket - line));
    else if (strncmp(line, "lib", 3) == 0 && so && so < line + word)
        note_used(reader, line, word);
}

int rc_linked_read(struct rc_linked_list *list, struct rc_arena *arena, const char *map,
                   const char *const *skip, uint32_t nskip)
{
    struct reader reader = {.list = list, .arena = arena};
    FILE *file = fopen(map, "re");
    char *line = NULL;
    size_t size = 0;
    int error;

    *list = (struct rc_linked_list){0};
    if (!file)
        return -errno;
    while (getline(&line, &size, file) > 0) {
        line[strcspn(line, "\n")] = '\0';
        take_line(&reader, line, skip, nskip);
    }
    error = ferror(file) ? -EIO : 0;
    free(line);
    fclose(file);
    return error == 0 && list->n == 0 ? -EBADMSG : error;
}
