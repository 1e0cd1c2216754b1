/* Files, read without trust. See file.h. */
#include "file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define NAMES_MAX 65536u
#define FIRST     4096u

int rt_file_root(const char *path)
{
    const int fd = open(*path ? path : "/", O_PATH | O_DIRECTORY | O_CLOEXEC);

    return fd < 0 ? -errno : fd;
}

/* Opens what the path leads to, without reading it: that has no effect whatever it is. */
static int open_path(int root, const char *path)
{
    struct open_how how = {.flags = O_PATH | O_CLOEXEC,
                           .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS};

    return (int)syscall(SYS_openat2, root, path, &how, sizeof how);
}

static int open_type(int root, const char *path, mode_t type)
{
    const int handle = open_path(root, path);
    char name[64];
    struct stat file;
    int fd = -1;

    if (handle < 0)
        return -1;
    if (fstat(handle, &file) == 0 && (file.st_mode & S_IFMT) == type) {
        snprintf(name, sizeof name, "/proc/self/fd/%d", handle);
        fd = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    }
    close(handle);
    return fd;
}

int rt_file_open(int root, const char *path)
{
    return open_type(root, path, S_IFREG);
}

char *rt_file_read(int root, const char *path, size_t max, size_t *len)
{
    const int fd = rt_file_open(root, path);
    size_t size = FIRST, done = 0;
    char *data = fd < 0 ? NULL : malloc(size);

    while (data) {
        const ssize_t n = read(fd, data + done, size - done - 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            break;
        done += n > 0 ? (size_t)n : 0;
        char *more = n < 0 || done > max ? NULL : data;
        if (more && done == size - 1) {
            size *= 2;
            more = realloc(data, size);
        }
        if (!more)
            free(data);
        data = more;
    }
    if (fd >= 0)
        close(fd);
    if (!data)
        return NULL;
    data[done] = '\0';
    *len = done;
    return data;
}

json_t *rt_file_json(int root, const char *format, ...)
{
    char path[PATH_MAX];
    va_list args;
    size_t len;

    va_start(args, format);
    const int n = vsnprintf(path, sizeof path, format, args);
    va_end(args);
    if (n < 0 || (size_t)n >= sizeof path)
        return NULL;
    char *text = rt_file_read(root, path, RT_FILE_JSON_MAX, &len);
    json_t *json = text ? rt_json_parse(text, len) : NULL;
    free(text);
    return json;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static uint32_t read_names(DIR *dir, char **names)
{
    uint32_t n = 0;
    const struct dirent *entry;

    while (n < NAMES_MAX && (entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        names[n] = strdup(entry->d_name);
        if (!names[n])
            break;
        n++;
    }
    return n;
}

bool rt_file_each(int root, const char *path, bool (*each)(void *context, const char *name),
                  void *context)
{
    const int fd = open_type(root, path, S_IFDIR);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    char **names = dir ? calloc(NAMES_MAX, sizeof *names) : NULL;
    bool done = false;

    if (fd >= 0 && !dir)
        close(fd);
    if (names) {
        const uint32_t n = read_names(dir, names);
        qsort(names, n, sizeof *names, by_bytes);
        for (uint32_t i = 0; i < n; i++) {
            done = done || each(context, names[i]);
            free(names[i]);
        }
    }
    free(names);
    if (dir)
        closedir(dir);
    return done;
}
