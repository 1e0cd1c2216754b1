/* Opens files in all the ways that lead to another path than the one that is given, and tells of
 * each the path that the kernel says in /proc. Then a thread changes the path in memory while it is
 * opened.
 *
 *     resolved DIRECTORY ROUNDS
 *
 * A line for each: what it is, the descriptor, the path; or what it is, -1 and why it does not work
 * here.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PAUSE_US 500
#define DEEP     80 /* directories: more than the kernel side looks at */

static const char *dir;

static const char *in(const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/%s", dir, name);
    return path;
}

static void say(const char *what, int fd, const char *path)
{
    char name[64], text[8192];

    if (fd < 0) {
        printf("%s\t-1\t%s\n", what, strerror(errno));
        return;
    }
    if (!path) {
        snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
        const ssize_t len = readlink(name, text, sizeof text - 1);
        text[len > 0 ? len : 0] = '\0';
        path = text;
    }
    printf("%s\t%d\t%s\n", what, fd, path);
    close(fd);
}

static int open_call(const char *path)
{
    return (int)syscall(SYS_open, path, O_RDONLY);
}

static void by_path(void)
{
    struct open_how how = {.flags = O_RDONLY};
    char name[64];

    say("plain", open_call(in("real/file")), NULL);
    say("a link", open_call(in("link/file")), NULL);
    say("a link to a link", open_call(in("chain/file")), NULL);
    say("relative", openat(AT_FDCWD, "real/file", O_RDONLY), NULL);
    say("dots", openat(AT_FDCWD, "real/../link/./../real//file", O_RDONLY), NULL);
    const int folder = open(in("real"), O_RDONLY | O_DIRECTORY);
    say("below a directory", openat(folder, "file", O_RDONLY), NULL);
    rename("real", "moved");
    say("below one with a new name", openat(folder, "file", O_RDONLY), NULL);
    rename("moved", "real");
    say("the directory", folder, NULL);
    say("creat", (int)syscall(SYS_creat, in("link/made"), 0600), NULL);
    say("openat2", (int)syscall(SYS_openat2, AT_FDCWD, "chain/file", &how, sizeof how), NULL);
    const int file = open_call("link/file");
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    const int again = open_call(name);
    say("for the next", file, NULL);
    say("by its descriptor", again, NULL);
    snprintf(name, sizeof name, "%s", "missing");
    if (open_call(name) >= 0 || open_call("/dev/null") < 0)
        exit(1);
}

static void by_handle(void)
{
    struct {
        struct file_handle head;
        unsigned char bytes[128];
    } handle = {.head.handle_bytes = sizeof handle.bytes};
    int mount;

    if (name_to_handle_at(AT_FDCWD, "real/file", &handle.head, &mount, 0) != 0) {
        say("by its handle", -1, NULL);
        return;
    }
    const int folder = open(".", O_RDONLY | O_DIRECTORY);
    const int fd = open_by_handle_at(folder, &handle.head, O_RDONLY);
    say("the directory of the handle", folder, NULL);
    say("by its handle", fd, NULL);
}

static void deep(void)
{
    const int here = open(".", O_RDONLY | O_DIRECTORY);

    for (int i = 0; i < DEEP; i++) {
        if (mkdir("deep", 0700) != 0 || chdir("deep") != 0)
            exit(1);
    }
    say("very deep", openat(AT_FDCWD, "file", O_RDWR | O_CREAT, 0600), NULL);
    if (fchdir(here) != 0)
        exit(1);
    close(here);
}

/* --- the race --- */

static char path[4096];
static size_t differs; /* where the two paths do */
static atomic_bool done;

static void *change(void *unused)
{
    volatile char *at = path + differs;

    (void)unused;
    while (!atomic_load_explicit(&done, memory_order_relaxed)) {
        *at = 'A';
        *at = 'B';
    }
    return NULL;
}

static void race(int rounds)
{
    pthread_t thread;

    snprintf(path, sizeof path, "%s/real/A", dir);
    differs = strlen(path) - 1;
    for (char name = 'A'; name <= 'B'; name++) {
        path[differs] = name;
        close(open(path, O_RDWR | O_CREAT, 0600));
        printf("before the race\t-2\t%s\n", path);
    }
    if (pthread_create(&thread, NULL, change, NULL) != 0)
        exit(1);
    for (int i = 0; i < rounds; i++) {
        say("race", open_call(path), NULL);
        usleep(PAUSE_US); /* the other thread has to be at work, too */
    }
    atomic_store(&done, true);
    pthread_join(thread, NULL);
}

/* --- mounts --- */

static void mounts(void)
{
    char expected[4096];

    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("real", "mounted", NULL, MS_BIND, NULL) != 0) {
        say("a mount", -1, NULL);
    } else {
        say("a mount", open_call("mounted/file"), NULL);
        say("a mount and dots", open_call("mounted/../link/file"), NULL);
    }
    snprintf(expected, sizeof expected, "%s/real/file", dir);
    if (chroot("real") != 0)
        say("another root", -1, NULL);
    else
        say("another root", open_call("/file"), expected);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    dir = argv[1];
    if (chdir(dir) != 0 || mkdir("real", 0700) != 0 || mkdir("mounted", 0700) != 0 ||
        symlink("real", "link") != 0 || symlink(in("link"), "chain") != 0)
        return 1;
    say("made", openat(AT_FDCWD, "real/file", O_RDWR | O_CREAT, 0600), NULL);
    by_path();
    by_handle();
    deep();
    race(atoi(argv[2]));
    mounts();
    return 0;
}
