/* /etc/passwd and /etc/group as data. See accounts_file.h. */
#include "accounts_file.h"

#include "accounts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A plain file below root, whatever links the container has laid; negative errno. */
static int open_inside(int root, const char *path)
{
    struct open_how how = {.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
                           .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS};
    struct stat info;
    const int file = (int)syscall(SYS_openat2, root, path, &how, sizeof how);

    if (file < 0)
        return -errno;
    if (fstat(file, &info) == 0 && S_ISREG(info.st_mode))
        return file;
    close(file);
    return -EINVAL;
}

/* The file's bytes with a NUL behind them, at most RT_ACCOUNTS_FILE_MAX; NULL: not to be had. */
static char *read_inside(int root, const char *path)
{
    const int file = open_inside(root, path);
    char *text = file >= 0 ? malloc(RT_ACCOUNTS_FILE_MAX + 1) : NULL;
    size_t len = 0;
    ssize_t n = 0;

    while (text && len < RT_ACCOUNTS_FILE_MAX &&
           (n = read(file, text + len, RT_ACCOUNTS_FILE_MAX - len)) > 0)
        len += (size_t)n;
    if (file >= 0)
        close(file);
    if (!text || n < 0) {
        free(text);
        return NULL;
    }
    text[len] = '\0';
    char *fit = realloc(text, len + 1);
    return fit ? fit : text;
}

static uint32_t count_lines(const char *text)
{
    uint32_t n = 0;

    for (const char *at = text; at && *at && n < RT_ACCOUNTS_ENTRIES; n++) {
        at = strchr(at, '\n');
        at = at ? at + 1 : NULL;
    }
    return n;
}

/* Cuts the line at *text up at its colons into n fields, and goes on to the next. False: the line
 * has fewer. */
static bool cut_line(char **text, char **fields, int n)
{
    char *line = strsep(text, "\n");
    int found = 0;

    while (line && found < n)
        fields[found++] = strsep(&line, ":");
    return found == n;
}

static bool read_number(const char *digits, uint32_t *out)
{
    char *end;
    const unsigned long number = strtoul(digits, &end, 10);

    *out = (uint32_t)number;
    return digits[0] >= '0' && digits[0] <= '9' && *end == '\0' && number <= UINT32_MAX;
}

static struct rt_str text_of(const char *data)
{
    return (struct rt_str){.data = data, .len = (uint32_t)strlen(data)};
}

static void cut_users(struct rt_account_list *list, uint32_t lines)
{
    char *text = list->passwd, *f[7];

    while (text && lines-- > 0) {
        struct rt_user user;

        if (!cut_line(&text, f, 7) || !read_number(f[2], &user.uid) ||
            !read_number(f[3], &user.gid))
            continue;
        user.name = text_of(f[0]);
        user.home = text_of(f[5]);
        user.shell = text_of(f[6]);
        list->users[list->nusers++] = user;
    }
}

static void cut_groups(struct rt_account_list *list, uint32_t lines)
{
    char *text = list->group, *f[3];

    while (text && lines-- > 0) {
        struct rt_group group;

        if (!cut_line(&text, f, 3) || !read_number(f[2], &group.gid))
            continue;
        group.name = text_of(f[0]);
        list->groups[list->ngroups++] = group;
    }
}

int rt_account_list_read(struct rt_account_list *list, int root)
{
    uint32_t users, groups;

    *list = (struct rt_account_list){.passwd = read_inside(root, "etc/passwd"),
                                     .group = read_inside(root, "etc/group")};
    if (!list->passwd && !list->group)
        return -ENOENT;
    users = count_lines(list->passwd);
    groups = count_lines(list->group);
    list->users = calloc(users + 1, sizeof *list->users);
    list->groups = calloc(groups + 1, sizeof *list->groups);
    if (!list->users || !list->groups) {
        rt_account_list_free(list);
        return -ENOMEM;
    }
    cut_users(list, users);
    cut_groups(list, groups);
    return 0;
}

void rt_account_list_free(struct rt_account_list *list)
{
    free(list->users);
    free(list->groups);
    free(list->passwd);
    free(list->group);
    *list = (struct rt_account_list){0};
}
