/* Landlock. See landlock.h; numbers of versions are from the kernel's documentation of it. */
#include "landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What headers of older kernels lack. */
#define MAY_REFER     (UINT64_C(1) << 13) /* version 2 */
#define MAY_TRUNCATE  (UINT64_C(1) << 14) /* version 3 */
#define MAY_IOCTL_DEV (UINT64_C(1) << 15) /* version 5 */
#define MAY_BIND_TCP  (UINT64_C(1) << 0)  /* version 4 */

#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define WRITING                                                                                    \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG)
#define OF_FILES                                                                                   \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | MAY_TRUNCATE | MAY_IOCTL_DEV)
#define VERSION_1 ((UINT64_C(1) << 13) - 1)

struct attributes {
    uint64_t files, network;
};

/* A thread binds itself, wherever it was made; a process has one set of rights, as it has one main.
 * One more than the descriptor; 0: no rules. */
static int rules[RT_THREAD_ROLE__COUNT];

int rt_landlock_version(void)
{
    const long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1 /* tell the version */);

    return version < 0 ? -errno : (int)version;
}

static uint64_t known(int version)
{
    return VERSION_1 | (version >= 2 ? MAY_REFER : 0) | (version >= 3 ? MAY_TRUNCATE : 0) |
           (version >= 5 ? MAY_IOCTL_DEV : 0);
}

/* Lets what is below the path be opened. What is not there needs no rule. */
static int add(int fd, uint64_t handled, const struct rt_landlock_path *path)
{
    struct landlock_path_beneath_attr attributes = {
        .allowed_access = READING | (path->writes ? WRITING | MAY_TRUNCATE : 0),
        .parent_fd = open(path->path, O_PATH | O_CLOEXEC)};
    struct stat info;
    int result = 0;

    if (attributes.parent_fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? 0 : -errno;
    if (fstat(attributes.parent_fd, &info) == 0 && !S_ISDIR(info.st_mode))
        attributes.allowed_access &= OF_FILES;
    attributes.allowed_access &= handled;
    if (syscall(SYS_landlock_add_rule, fd, LANDLOCK_RULE_PATH_BENEATH, &attributes, 0) != 0)
        result = -errno;
    close(attributes.parent_fd);
    return result;
}

int rt_landlock_make(enum rt_thread_role role, const struct rt_landlock_path *paths, size_t n)
{
    const int version = rt_landlock_version();
    const struct attributes handled = {.files = version < 0 ? 0 : known(version),
                                       .network = MAY_BIND_TCP};
    int fd, result = 0;

    if (version < 0)
        return version;
    fd = (int)syscall(SYS_landlock_create_ruleset, &handled,
                      version >= 4 ? sizeof handled : sizeof handled.files, 0);
    if (fd < 0)
        return -errno;
    for (size_t i = 0; i < n && result == 0; i++)
        result = add(fd, handled.files, &paths[i]);
    if (result != 0)
        close(fd);
    else
        rules[role] = fd + 1;
    return result;
}

int rt_landlock_enter(enum rt_thread_role role)
{
    if (rules[role] == 0)
        return 0;
    return syscall(SYS_landlock_restrict_self, rules[role] - 1, 0) == 0 ? 0 : -errno;
}

void rt_landlock_close(void)
{
    for (int i = 0; i < RT_THREAD_ROLE__COUNT; i++) {
        if (rules[i] > 0)
            close(rules[i] - 1);
        rules[i] = 0;
    }
}
