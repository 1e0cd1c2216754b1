/* Looking containers up: every engine's files in a root directory made here, and files that lie. */
#include "../support/stage.h"
#include "container/file.h"
#include "container/lookup.h"
#include "state/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define ID      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define SANDBOX "feedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeed"
#define IMAGE   "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static char top[64]; /* the root directory */

static void command(const char *text, const char *path)
{
    char line[4096];

    snprintf(line, sizeof line, text, path);
    assert_int_equal(system(line), 0);
}

static const char *inside(const char *path)
{
    static char full[2048];

    snprintf(full, sizeof full, "%s%s", top, path);
    return full;
}

static void make_parents(const char *path)
{
    char parent[2048];

    snprintf(parent, sizeof parent, "%s", inside(path));
    *strrchr(parent, '/') = '\0';
    command("mkdir -p '%s'", parent);
}

static void put(const char *path, const char *text)
{
    make_parents(path);
    FILE *file = fopen(inside(path), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
    (void)state;
    snprintf(top, sizeof top, "/tmp/rulec-lookup-XXXXXX");
    return mkdtemp(top) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    command("rm -rf '%s'", top);
    return 0;
}

static struct rt_container *look_up(const char *cgroup)
{
    struct rt_lookup lookup = {.pid = 100};
    struct rt_container *record = NULL;
    const int root = rt_file_root(top);

    assert_true(root >= 0);
    snprintf(lookup.cgroup, sizeof lookup.cgroup, "%s", cgroup);
    lookup.engine = rt_container_match(cgroup, (uint32_t)strlen(cgroup), lookup.key);
    assert_int_not_equal(lookup.engine, RT_ENGINE_NONE);
    const int error = rt_container_look_up(&record, root, &lookup);
    assert_true(error == 0 || error == -ENOENT);
    close(root);
    return error == 0 ? record : NULL;
}

#define assert_text(text, expected) assert_string_equal((text).data, expected)

static const char docker_config[] =
    "{\"ID\":\"" ID "\",\"Created\":\"2026-01-02T03:04:05.5Z\",\"Name\":\"/web\",\"Image\":"
    "\"sha256:" IMAGE "\",\"Config\":{\"Image\":\"shop/web\",\"User\":\"www\",\"Labels\":{\"app\":"
    "\"shop\",\"long\":\"0123456789012345678901234567890123456789012345678901234567890123456789"
    "012345678901234567890123456789012345678901234567890123456789\"}},\"NetworkSettings\":{"
    "\"Networks\":{\"back\":{\"IPAddress\":\"10.9.0.2\"},\"bridge\":{\"IPAddress\":\"172.17.0.2\"}}"
    "},"
    "\"MountPoints\":{\"/srv\":{\"Source\":\"/data\",\"Destination\":\"/srv\",\"RW\":true,"
    "\"Propagation\":\"rprivate\",\"Relabel\":\"z\"},\"/etc/x\":{\"Source\":\"/x\","
    "\"Destination\":\"/etc/x\",\"RW\":false,\"Propagation\":\"rslave\"}}}";

static void docker(void **state)
{
    struct rt_container *record;

    (void)state;
    put("/var/lib/docker/containers/" ID "/config.v2.json", docker_config);
    put("/var/lib/docker/containers/" ID "/hostconfig.json",
        "{\"Privileged\":true,\"NetworkMode\":\"bridge\",\"PidMode\":\"host\",\"IpcMode\":"
        "\"private\"}");
    put("/var/lib/docker/image/overlay2/repositories.json",
        "{\"Repositories\":{\"shop/web\":{\"shop/web:2.0\":\"sha256:" IMAGE "\",\"shop/web:1.2\":"
        "\"sha256:" IMAGE
        "\",\"shop/web:0\":\"sha256:other\",\"shop/web@sha256:d1\":\"sha256:" IMAGE "\"}}}");
    record = look_up("/docker/" ID);
    assert_non_null(record);
    assert_text(record->id, "0123456789ab");
    assert_text(record->full_id, ID);
    assert_text(record->name, "web");
    assert_text(record->image, "shop/web");
    assert_text(record->image_id, IMAGE);
    assert_text(record->repository, "shop/web");
    assert_text(record->tag, "1.2");
    assert_text(record->digest, "sha256:d1");
    assert_text(record->ip, "172.17.0.2");
    assert_text(record->labels.text, "app:shop");
    assert_text(record->mounts_text, "/x:/etc/x::false:rslave,/data:/srv:z:true:rprivate");
    assert_true(record->privileged && record->host_pid);
    assert_false(record->host_network || record->host_ipc);
    assert_int_equal(record->type, RT_CONTAINER_DOCKER);
    rt_container_free(record);

    /* Elsewhere, without a list of images, in the network of another container. */
    command("cd '%s' && mkdir big && mv var/lib/docker big/docker", top);
    command("rm -r '%s/big/docker/image'", top);
    put("/etc/docker/daemon.json", "{\"data-root\":\"/big/docker\"}");
    put("/big/docker/containers/" ID "/hostconfig.json",
        "{\"NetworkMode\":\"container:" SANDBOX "\"}");
    put("/big/docker/containers/" SANDBOX "/config.v2.json",
        "{\"ID\":\"" SANDBOX "\",\"NetworkSettings\":{\"IPAddress\":\"10.0.0.9\"}}");
    record = look_up("/system.slice/docker-" ID ".scope");
    assert_non_null(record);
    assert_text(record->repository, "shop/web");
    assert_text(record->tag, "latest");
    assert_text(record->ip, "10.0.0.9");
    rt_container_free(record);
}

#define MOUNT(source, dest, options)                                                               \
    "{\"destination\":\"" dest "\",\"type\":\"bind\",\"source\":\"" source                         \
    "\",\"options\":[\"rbind\"," options "]}"

static void containerd_of_kubernetes(void **state)
{
    static const char bundles[] = "/run/containerd/io.containerd.runtime.v2.task/k8s.io/";
    char path[512];
    struct rt_container *record;

    (void)state;
    snprintf(path, sizeof path, "%s" ID "/config.json", bundles);
    put(path,
        "{\"process\":{\"user\":{\"uid\":33}},\"root\":{\"path\":\"rootfs\"},\"linux\":{"
        "\"maskedPaths\":[\"/proc/"
        "kcore\"],\"namespaces\":[{\"type\":\"pid\"},{\"type\":\"network\","
        "\"path\":\"/proc/77/ns/net\"},{\"type\":\"ipc\",\"path\":\"/proc/77/ns/ipc\"}]},"
        "\"mounts\":[{\"destination\":\"/proc\",\"type\":\"proc\",\"source\":\"proc\"}," MOUNT(
            "/run/containerd/io.containerd.grpc.v1.cri/sandboxes/x/hostname", "/etc/hostname",
            "\"rw\"") "," MOUNT("/var/lib/kubelet/pods/u/volumes/v", "/data",
                                "\"ro\",\"rslave\"") "],"
                                                     "\"annotations\":{\"io.kubernetes.cri."
                                                     "container-name\":\"nginx\","
                                                     "\"io.kubernetes.cri.container-type\":"
                                                     "\"container\",\"io.kubernetes.cri.image-"
                                                     "name\":"
                                                     "\"registry.k8s.io:443/web/"
                                                     "nginx:1.25@sha256:d2\",\"io.kubernetes.cri."
                                                     "sandbox-id\":\"" SANDBOX
                                                     "\",\"io.kubernetes.cri.sandbox-name\":\"web-"
                                                     "0\",\"io.kubernetes.cri.sandbox-namespace\":"
                                                     "\"prod\",\"io.kubernetes.cri.sandbox-uid\":"
                                                     "\"u-1\"}}");
    snprintf(path, sizeof path, "%s" SANDBOX "/config.json", bundles);
    put(path,
        "{\"process\":{},\"linux\":{\"namespaces\":[{\"type\":\"network\"}]},\"annotations\":{"
        "\"io.kubernetes.cri.container-type\":\"sandbox\",\"io.kubernetes.cri.sandbox-id\":"
        "\"" SANDBOX "\",\"io.kubernetes.cri.sandbox-name\":\"web-0\"}}");
    put("/var/lib/cni/results/cbr0-" SANDBOX "-eth0",
        "{\"kind\":\"cniCacheV1\",\"result\":{\"interfaces\":[{\"name\":\"eth0\",\"sandbox\":\"/"
        "x\"},"
        "{\"name\":\"lo\"}],\"ips\":[{\"address\":\"fd00::5/64\"},{\"address\":\"10.244.0.5/"
        "24\"}]}}");
    record = look_up("/kubepods/burstable/podu/" ID);
    assert_non_null(record);
    assert_text(record->id, "0123456789ab");
    assert_text(record->full_id, ID);
    assert_text(record->name, "nginx");
    assert_text(record->repository, "registry.k8s.io:443/web/nginx");
    assert_text(record->tag, "1.25");
    assert_text(record->digest, "sha256:d2");
    assert_text(record->sandbox_id, SANDBOX);
    assert_text(record->ip, "10.244.0.5");
    assert_text(record->cni_json, "[{\"name\":\"eth0\",\"sandbox\":\"/x\"}]");
    assert_text(record->mounts_text, "/var/lib/kubelet/pods/u/volumes/v:/data::false:rslave");
    assert_text(*rt_container_label(&record->labels, "io.kubernetes.pod.name"), "web-0");
    assert_text(*rt_container_label(&record->labels, "io.kubernetes.pod.namespace"), "prod");
    assert_text(*rt_container_label(&record->labels, "io.kubernetes.pod.uid"), "u-1");
    assert_text(*rt_container_label(&record->labels, "io.kubernetes.container.name"), "nginx");
    assert_false(record->privileged || record->host_network || record->is_sandbox);
    assert_int_equal(record->type, RT_CONTAINER_CONTAINERD);
    assert_text(record->root, "/run/containerd/io.containerd.runtime.v2.task/k8s.io/" ID "/rootfs");
    rt_container_free(record);

    record = look_up("/kubepods.slice/cri-containerd-" SANDBOX ".scope");
    assert_non_null(record);
    assert_true(record->is_sandbox && record->host_ipc);
    assert_text(record->name, "feedfeedfeed");
    rt_container_free(record);
}

static void containerd_by_name(void **state)
{
    struct rt_container *record;

    (void)state;
    put("/run/containerd/io.containerd.runtime.v2.task/default/redis-cache-1/config.json",
        "{\"process\":{},\"linux\":{},\"mounts\":[{\"type\":\"sysfs\",\"options\":[\"rw\"]}]}");
    record = look_up("/default/redis-cache-1");
    assert_non_null(record);
    assert_text(record->id, "redis-cache-");
    assert_text(record->full_id, "redis-cache-1");
    assert_true(record->privileged && record->host_network);
    rt_container_free(record);
}

static void crio(void **state)
{
    static const char bundles[] = "/run/containers/storage/overlay-containers/";
    char path[512];
    struct rt_container *record;

    (void)state;
    snprintf(path, sizeof path, "%s" ID "/userdata/config.json", bundles);
    put(path,
        "{\"process\":{},\"root\":{\"path\":\"/m/merged\"},\"linux\":{\"readonlyPaths\":[\"/proc/"
        "sys\"],"
        "\"namespaces\":[{\"type\":\"pid\"},{\"type\":\"ipc\",\"path\":\"/var/run/ipcns/x\"}]},"
        "\"annotations\":{\"io.kubernetes.cri-o.ContainerType\":\"container\","
        "\"io.kubernetes.cri-o.ImageName\":\"quay.io/shop/web:3\",\"io.kubernetes.cri-o.ImageRef\":"
        "\"" IMAGE "\",\"io.kubernetes.cri-o.Labels\":\"{\\\"app\\\":\\\"shop\\\","
        "\\\"io.kubernetes.pod.name\\\":\\\"web-0\\\",\\\"io.kubernetes.pod.namespace\\\":"
        "\\\"prod\\\"}\","
        "\"io.kubernetes.cri-o.Metadata\":\"{\\\"name\\\":\\\"web\\\"}\","
        "\"io.kubernetes.cri-o.SandboxID\":\"" SANDBOX "\",\"io.kubernetes.pod.uid\":\"u-2\","
        "\"io.kubernetes.cri-o.Volumes\":\"[{\\\"container_path\\\":\\\"/"
        "data\\\",\\\"host_path\\\":"
        "\\\"/v\\\",\\\"readonly\\\":true,\\\"propagation\\\":2}]\"}}");
    snprintf(path, sizeof path, "%s" SANDBOX "/userdata/config.json", bundles);
    put(path,
        "{\"annotations\":{\"io.kubernetes.cri-o.ContainerType\":\"sandbox\","
        "\"io.kubernetes.cri-o.IP.0\":\"10.85.0.4\",\"io.kubernetes.cri-o.HostNetwork\":\"true\","
        "\"io.kubernetes.cri-o.CNIResult\":\"{}\",\"io.kubernetes.cri-o.SandboxID\":\"" SANDBOX
        "\",\"io.kubernetes.cri-o.Labels\":\"{\\\"team\\\":\\\"shop\\\"}\"}}");
    put("/var/lib/containers/storage/overlay-images/images.json",
        "[{\"id\":\"other\"},{\"id\":\"" IMAGE "\",\"digest\":\"sha256:d3\",\"names\":[\"n\"]}]");
    record = look_up("/kubepods.slice/crio-" ID ".scope");
    assert_non_null(record);
    assert_text(record->name, "web");
    assert_text(record->image, "quay.io/shop/web:3");
    assert_text(record->image_id, IMAGE);
    assert_text(record->digest, "sha256:d3");
    assert_text(record->ip, "10.85.0.4");
    assert_text(record->cni_json, "{}");
    assert_text(record->labels.text, "app:shop");
    assert_text(record->pod_labels.text, "team:shop");
    assert_text(record->mounts_text, "/v:/data::false:rshared");
    assert_text(record->root, "/m/merged");
    assert_text(*rt_container_label(&record->labels, "io.kubernetes.pod.uid"), "u-2");
    assert_true(record->host_network && !record->privileged);
    assert_int_equal(record->type, RT_CONTAINER_CRIO);
    rt_container_free(record);
}

static const char podman_spec[] =
    "{\"process\":{\"user\":{\"uid\":0}},\"root\":{\"path\":\"/s/"
    "merged\"},\"linux\":{\"namespaces\":["
    "{\"type\":\"pid\"},{\"type\":\"network\"},{\"type\":\"ipc\"}]},\"mounts\":[" MOUNT(
        "/s/overlay-containers/" ID "/userdata/shm", "/dev/shm",
        "\"rprivate\"") "," MOUNT("/data", "/srv",
                                  "\"ro\",\"rprivate\"") "],"
                                                         "\"annotations\":{\"io.container."
                                                         "manager\":\"libpod\",\"io.podman."
                                                         "annotations.privileged\":"
                                                         "\"TRUE\"}}";

static void put_podman(const char *store)
{
    char path[512];

    snprintf(path, sizeof path, "%s/overlay-containers/" ID "/userdata/config.json", store);
    put(path, podman_spec);
    snprintf(path, sizeof path, "%s/overlay-containers/containers.json", store);
    put(path, "[{\"id\":\"" ID "\",\"names\":[\"web\"],\"image\":\"" IMAGE "\",\"metadata\":"
              "\"{\\\"image-name\\\":\\\"localhost:5000/shop/web:1.2\\\"}\"}]");
    snprintf(path, sizeof path, "%s/overlay-images/images.json", store);
    put(path, "[{\"id\":\"" IMAGE "\",\"digest\":\"sha256:d4\"}]");
    /* The name is "sha256:" IMAGE in base64. */
    snprintf(path, sizeof path,
             "%s/overlay-images/" IMAGE "/="
             "c2hhMjU2OmFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYW"
             "FhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=",
             store);
    put(path, "{\"config\":{\"Labels\":{\"from\":\"image\"}}}");
}

static void check_podman(struct rt_container *record)
{
    assert_non_null(record);
    assert_text(record->name, "web");
    assert_text(record->image, "localhost:5000/shop/web:1.2");
    assert_text(record->repository, "localhost:5000/shop/web");
    assert_text(record->tag, "1.2");
    assert_text(record->digest, "sha256:d4");
    assert_text(record->mounts_text, "/data:/srv::false:rprivate");
    assert_text(record->labels.text, "from:image");
    assert_true(record->privileged && !record->host_network);
    assert_int_equal(record->type, RT_CONTAINER_PODMAN);
    rt_container_free(record);
}

/* What Podman's database adds: labels of the user, which mounts are, the address. */
static void podman_with_a_database(void **state)
{
    struct rt_container *record;

    (void)state;
    put_podman("/var/lib/containers/storage");
    command("cp " SOURCE_DIR "/tests/data/container/db.sql '%s/var/lib/containers/storage/db.sql'",
            top);
    record = look_up("/libpod_parent/libpod-" ID);
    assert_non_null(record);
    assert_text(record->name, "shop-db");
    assert_text(record->image, "registry.example/shop/db:14");
    assert_text(record->labels.text, "app:shop, tier:17");
    assert_text(record->mounts_text, ""); /* the one of the specification is not the user's */
    assert_text(record->ip, "10.88.0.17");
    rt_container_free(record);
}

static void podman_wherever_its_store_is(void **state)
{
    char path[512];
    static const char monitor[] =
        "/usr/bin/conmon\0-c\0" ID "\0-b\0/odd/overlay-containers/" ID "/userdata\0-r\0runc";

    (void)state;
    put_podman("/var/lib/containers/storage");
    check_podman(look_up("/libpod_parent/libpod-" ID));
    command("rm -r '%s/var'", top);
    put_podman("/srv/store");
    assert_null(look_up("/libpod_parent/libpod-" ID));
    put("/etc/containers/storage.conf",
        "[storage]\n# graphroot = \"/no\"\n  graphroot=\"/srv/store\"\n");
    check_podman(look_up("/libpod_parent/libpod-" ID));
    command("rm -r '%s/srv'", top);

    put("/etc/passwd", "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n");
    put_podman("/home/ann/.local/share/containers/storage");
    check_podman(look_up("/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-" ID
                         ".scope/container"));
    command("rm -r '%s/home'", top);

    /* The monitor, an ancestor, knows. */
    put_podman("/odd");
    put("/proc/100/status", "Name:\tsh\nPPid:\t50\n");
    put("/proc/100/cmdline", "sh");
    put("/proc/50/status", "Name:\tconmon\nPPid:\t1\n");
    snprintf(path, sizeof path, "%s/proc/50/cmdline", top);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(monitor, sizeof monitor, 1, file), 1);
    fclose(file);
    check_podman(look_up("/libpod_parent/libpod-" ID));
}

static void engines_that_leave_a_name(void **state)
{
    struct rt_container *record = look_up("/lxc.payload.trainer/init.scope");

    (void)state;
    assert_non_null(record);
    assert_text(record->id, "trainer");
    assert_text(record->full_id, "");
    assert_int_equal(record->type, RT_CONTAINER_LXC);
    rt_container_free(record);
}

/* --- lies --- */

#define CONFIG "/var/lib/docker/containers/" ID "/config.v2.json"

static void lies_are_refused_in_time(void **state)
{
    const size_t huge = (size_t)RT_FILE_JSON_MAX + 1;
    char *text = malloc(huge + 1);

    (void)state;
    assert_non_null(text);
    assert_null(look_up("/docker/" ID));

    make_parents(CONFIG);
    assert_int_equal(mkfifo(inside(CONFIG), 0600), 0); /* nobody writes */
    assert_null(look_up("/docker/" ID));
    unlink(inside(CONFIG));

    assert_int_equal(symlink("/dev/zero", inside(CONFIG)), 0);
    assert_null(look_up("/docker/" ID));
    unlink(inside(CONFIG));

    assert_int_equal(symlink("config.v2.json", inside(CONFIG)), 0); /* to itself */
    assert_null(look_up("/docker/" ID));
    unlink(inside(CONFIG));

    assert_int_equal(mkdir(inside(CONFIG), 0700), 0);
    assert_null(look_up("/docker/" ID));
    rmdir(inside(CONFIG));

    memset(text, '[', huge);
    text[huge] = '\0';
    put(CONFIG, text);
    assert_null(look_up("/docker/" ID));
    text[1 << 20] = '\0';
    put(CONFIG, text);
    assert_null(look_up("/docker/" ID));
    free(text);

    put(CONFIG, "{\"ID\":\"" ID "\",\"Name\":7,\"Config\":[],\"MountPoints\":{\"/a\":1,\"/b\":{"
                "\"Source\":[]}},\"NetworkSettings\":\"x\",\"Image\":{},\"Created\":0}");
    put("/var/lib/docker/containers/" ID "/hostconfig.json", "[1,2");
    put("/var/lib/docker/image/overlay2/repositories.json", "{\"Repositories\":[[],1,{\"a\":{}}]}");
    struct rt_container *record = look_up("/docker/" ID); /* what can be believed */
    assert_non_null(record);
    assert_text(record->name, "");
    rt_container_free(record);
}

/* A link that leads out of the root leads to the same place inside of it. */
static void links_stay_inside(void **state)
{
    char outside[128];
    FILE *file;

    (void)state;
    snprintf(outside, sizeof outside, "%s.outside", top);
    file = fopen(outside, "w");
    assert_non_null(file);
    fputs(docker_config, file);
    fclose(file);
    make_parents(CONFIG);
    assert_int_equal(symlink(outside, inside(CONFIG)), 0);
    assert_null(look_up("/docker/" ID));
    unlink(inside(CONFIG));
    char up[256];
    snprintf(up, sizeof up, "../../../../../../../../../../../../..%s", outside);
    assert_int_equal(symlink(up, inside(CONFIG)), 0);
    assert_null(look_up("/docker/" ID));
    unlink(inside(CONFIG));
    put("/elsewhere/config", docker_config);
    assert_int_equal(symlink("/elsewhere/config", inside(CONFIG)), 0);
    struct rt_container *record = look_up("/docker/" ID);
    assert_non_null(record);
    rt_container_free(record);
    unlink(outside);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(docker),
        TEST(containerd_of_kubernetes),
        TEST(containerd_by_name),
        TEST(crio),
        TEST(podman_wherever_its_store_is),
        TEST(podman_with_a_database),
        TEST(engines_that_leave_a_name),
        TEST(lies_are_refused_in_time),
        TEST(links_stay_inside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
