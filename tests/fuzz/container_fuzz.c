/* Fuzzes what reads JSON about containers: the text of an event, and the files of the engines,
 * which all get the same bytes, so that one input passes through each of their readers.
 */
#include "container/bolt.h"
#include "container/file.h"
#include "container/lookup.h"
#include "container/sqlite.h"

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ID "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* In a directory of its own, made once; each file is a link to the one that the bytes are in. */
static const char *const files[] = {
    "var/lib/docker/containers/" ID "/config.v2.json",
    "var/lib/docker/containers/" ID "/hostconfig.json",
    "var/lib/docker/image/overlay2/repositories.json",
    "run/containerd/io.containerd.runtime.v2.task/k8s.io/" ID "/config.json",
    "run/containers/storage/overlay-containers/" ID "/userdata/config.json",
    "run/containers/storage/overlay-containers/containers.json",
    "run/containers/storage/overlay-images/images.json",
    "run/containers/storage/libpod/bolt_state.db",
    "var/lib/cni/results/net-" ID "-eth0",
};

static void make_link(int root, const char *file)
{
    char path[512];

    strncpy(path, file, sizeof path - 1);
    path[sizeof path - 1] = '\0';
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdirat(root, path, 0700);
        *slash = '/';
    }
    if (symlinkat("/input", root, path) != 0)
        abort();
}

static int make_root(void)
{
    const char *temporary = getenv("TMPDIR");
    char top[PATH_MAX];
    int root;

    snprintf(top, sizeof top, "%s/rulec-fuzz-XXXXXX", temporary ? temporary : "/tmp");
    if (!mkdtemp(top))
        abort();
    root = open(top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (size_t i = 0; root >= 0 && i < sizeof files / sizeof files[0]; i++)
        make_link(root, files[i]);
    return root;
}

static void take(void *context, struct rt_piece key, struct rt_piece value)
{
    uint32_t *sum = context;

    for (size_t i = 0; i < key.len; i++)
        *sum += key.at[i];
    for (size_t i = 0; i < value.len; i++)
        *sum += value.at[i];
}

/* As the look-ups do, which come to them only behind a bundle that is JSON. */
static void read_databases(int root)
{
    static const char *const keys[] = {"v1", "default", "containers", ID, "labels"};
    struct rt_sqlite sqlite;
    struct rt_bolt bolt;
    uint32_t sum = 0;

    if (rt_bolt_open(&bolt, root, "input")) {
        for (uint32_t n = 1; n <= 5; n++) {
            take(&sum, rt_bolt_value(&bolt, keys, n), (struct rt_piece){0});
            rt_bolt_each(&bolt, keys, n, take, &sum);
        }
        rt_bolt_each(&bolt, NULL, 0, take, &sum);
        rt_bolt_close(&bolt);
    }
    if (rt_sqlite_open(&sqlite, root, "input")) {
        take(&sum, rt_sqlite_text(&sqlite, "ContainerConfig", ID, 3), (struct rt_piece){0});
        take(&sum, rt_sqlite_text(&sqlite, "ContainerState", ID, 3), (struct rt_piece){0});
        rt_sqlite_close(&sqlite);
    }
    /* So that the bytes are read. */
    if (sum == UINT32_MAX)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct {
        const char *cgroup;
        enum rt_container_engine engine;
    } lookups[] = {
        {"/docker/" ID, RT_ENGINE_DOCKER},
        {"/x/cri-containerd-" ID ".scope", RT_ENGINE_CRI},
        {"/libpod_parent/libpod-" ID, RT_ENGINE_PODMAN},
    };
    static int root = -1;
    struct rt_container *record;

    if (root < 0)
        root = make_root();
    if (rt_container_parse(&record, (const char *)data, size, "", 0) == 0)
        rt_container_free(record);
    const int fd = openat(root, "input", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    close(fd);
    read_databases(root);
    for (size_t i = 0; i < sizeof lookups / sizeof lookups[0]; i++) {
        struct rt_lookup lookup = {.key = "0123456789ab", .engine = lookups[i].engine};
        strncpy(lookup.cgroup, lookups[i].cgroup, sizeof lookup.cgroup - 1);
        if (rt_container_look_up(&record, root, &lookup) == 0)
            rt_container_free(record);
    }
    return 0;
}
