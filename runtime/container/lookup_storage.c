/* Podman and CRI-O, which share the layout of containers/storage. See lookup.h.
 *
 * A bundle is STORE/overlay-containers/ID/userdata. Where the stores are is a matter of
 * configuration, and every user may have one. The places that are usual are tried first; then the
 * ancestors of the container's process, one of which is its monitor, conmon, whose command line has
 * the bundle behind -b.
 */
#include "lookup_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANCESTORS 16
#define PROC_MAX  (64u << 10)

struct storage {
    struct rt_draft *draft;
    char bundle[PATH_MAX / 2];
    char store[PATH_MAX / 2]; /* the directory that overlay-containers is in */
    char driver[16];          /* "overlay" */
    json_t *spec;             /* config.json of the bundle */
    json_t *config;           /* what Podman's database has; NULL: nothing */
};

/* --- finding the bundle --- */

static bool try_bundle(struct storage *storage, const char *bundle)
{
    if (strlen(bundle) >= sizeof storage->bundle)
        return false;
    storage->spec = rt_file_json(storage->draft->root, "%s/config.json", bundle);
    if (!json_is_object(storage->spec)) {
        json_decref(storage->spec);
        storage->spec = NULL;
        return false;
    }
    memcpy(storage->bundle, bundle, strlen(bundle) + 1);
    return true;
}

/* STORE and the driver's name, from the bundle's path. */
static void find_store(struct storage *storage)
{
    const char *containers = strstr(storage->bundle, "-containers/");
    const char *slash = containers;

    while (slash && slash > storage->bundle && *slash != '/')
        slash--;
    if (!slash || *slash != '/')
        return;
    snprintf(storage->store, sizeof storage->store, "%.*s", (int)(slash - storage->bundle),
             storage->bundle);
    snprintf(storage->driver, sizeof storage->driver, "%.*s", (int)(containers - slash - 1),
             slash + 1);
}

static bool try_store(struct storage *storage, const char *store)
{
    static const char *const drivers[] = {"overlay", "vfs", "btrfs", "zfs"};
    char bundle[PATH_MAX / 2];

    for (size_t i = 0; i < sizeof drivers / sizeof drivers[0]; i++) {
        const int len = snprintf(bundle, sizeof bundle, "%s/%s-containers/%s/userdata", store,
                                 drivers[i], storage->draft->full_id);
        if (len > 0 && (size_t)len < sizeof bundle && try_bundle(storage, bundle))
            return true;
    }
    return false;
}

/* The text between quotes behind `name =` at the beginning of a line; false: there is none. */
static bool find_setting(const char *text, const char *name, char *out, size_t size)
{
    const size_t len = strlen(name);

    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += line[0] == '\n';
        const char *at = line + strspn(line, " \t");
        if (strncmp(at, name, len) != 0)
            continue;
        at += len + strspn(at + len, " \t");
        if (*at != '=')
            continue;
        at += 1 + strspn(at + 1, " \t");
        const char *end = *at == '"' ? strpbrk(at + 1, "\"\n") : NULL;
        if (!end || *end != '"' || (size_t)(end - at) > size)
            continue;
        memcpy(out, at + 1, (size_t)(end - at - 1));
        out[end - at - 1] = '\0';
        return true;
    }
    return false;
}

static bool try_configured(struct storage *storage)
{
    char store[PATH_MAX / 4];
    size_t len;
    char *text = rt_file_read(storage->draft->root, "/etc/containers/storage.conf", PROC_MAX, &len);
    const bool found =
        text &&
        ((find_setting(text, "graphroot", store, sizeof store) && try_store(storage, store)) ||
         (find_setting(text, "runroot", store, sizeof store) && try_store(storage, store)));

    free(text);
    return found;
}

/* A user's own store: the user's number is in the control group's path. */
static bool try_user(struct storage *storage)
{
    static const char slice[] = "/user-";
    const char *at = strstr(storage->draft->lookup->cgroup, slice);
    const unsigned long uid = at ? strtoul(at + sizeof slice - 1, NULL, 10) : 0;
    char store[PATH_MAX / 4], *line, *rest, *field[6];
    bool found = false;
    size_t len;

    if (uid == 0)
        return false;
    char *users = rt_file_read(storage->draft->root, "/etc/passwd", 1 << 20, &len);
    rest = users;
    while (!found && (line = strsep(&rest, "\n"))) {
        int n = 0;
        while (n < 6 && (field[n] = strsep(&line, ":")))
            n++;
        if (n == 6 && strtoul(field[2], NULL, 10) == uid) {
            snprintf(store, sizeof store, "%s/.local/share/containers/storage", field[5]);
            found = try_store(storage, store);
        }
    }
    free(users);
    return found;
}

/* The bundle on the command line of a monitor. */
static bool try_monitor(struct storage *storage, const char *command, size_t len)
{
    const char *at = command, *end = command + len;
    const char *name = strrchr(command, '/');

    if (strcmp(name ? name + 1 : command, "conmon") != 0)
        return false;
    while (at < end) {
        const bool is_bundle = strcmp(at, "-b") == 0 || strcmp(at, "--bundle") == 0;
        at += strlen(at) + 1;
        if (is_bundle && at < end && strstr(at, storage->draft->full_id) && try_bundle(storage, at))
            return true;
    }
    return false;
}

static int64_t parent_of(int root, int64_t pid)
{
    char path[64];
    size_t len;

    snprintf(path, sizeof path, "/proc/%lld/status", (long long)pid);
    char *status = rt_file_read(root, path, PROC_MAX, &len);
    const char *line = status ? strstr(status, "\nPPid:") : NULL;
    const int64_t parent = line ? strtoll(line + strlen("\nPPid:"), NULL, 10) : 0;
    free(status);
    return parent;
}

static bool try_ancestors(struct storage *storage)
{
    int64_t pid = storage->draft->lookup->pid;
    bool found = false;

    for (int i = 0; i < ANCESTORS && pid > 1 && !found; i++) {
        char path[64];
        size_t len;
        snprintf(path, sizeof path, "/proc/%lld/cmdline", (long long)pid);
        char *command = rt_file_read(storage->draft->root, path, PROC_MAX, &len);
        found = command && try_monitor(storage, command, len);
        free(command);
        pid = parent_of(storage->draft->root, pid);
    }
    return found;
}

/* --- images: STORE/DRIVER-images/images.json --- */

/* The digest of an image, and a name if it has none yet. The list is in the permanent store;
 * CRI-O's bundles are in the one that a restart empties. */
static void take_image_list(struct storage *storage, const char *image_id)
{
    struct rt_draft *draft = storage->draft;
    json_t *list =
        rt_file_json(draft->root, "%s/%s-images/images.json", storage->store, storage->driver);
    json_t *image;
    size_t i;

    if (!list)
        list = rt_file_json(draft->root, "/var/lib/containers/storage/%s-images/images.json",
                            storage->driver);
    json_array_foreach(list, i, image)
    {
        if (strcmp(rt_json_text(image, "id"), image_id) != 0)
            continue;
        json_t *name = json_array_get(rt_json_array(image, "names"), 0);
        if (!*rt_json_text(draft->out, "image") && json_is_string(name))
            rt_draft_image(draft, json_string_value(name));
        if (!*rt_json_text(draft->out, "imagedigest"))
            rt_draft_text(draft, "imagedigest", rt_json_text(image, "digest"));
        break;
    }
    json_decref(list);
}

/* Of a file in which the image's own configuration is kept under the name of its digest, in base64
 * with '=' before it, which is how containers/storage writes names that it does not trust. */
static void take_image_labels(struct storage *storage, const char *image_id)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char digest[80], name[128] = "=";
    size_t n = 1;
    const int len = snprintf(digest, sizeof digest, "sha256:%s", image_id);

    if (len != 71)
        return;
    for (int i = 0; i < len; i += 3) {
        const int left = len - i;
        const uint32_t bits = (uint32_t)(uint8_t)digest[i] << 16 |
                              (uint32_t)(left > 1 ? (uint8_t)digest[i + 1] : 0) << 8 |
                              (uint32_t)(left > 2 ? (uint8_t)digest[i + 2] : 0);
        name[n++] = digits[bits >> 18];
        name[n++] = digits[bits >> 12 & 63];
        name[n++] = left > 1 ? digits[bits >> 6 & 63] : '=';
        name[n++] = left > 2 ? digits[bits & 63] : '=';
    }
    name[n] = '\0';
    json_t *image = rt_file_json(storage->draft->root, "%s/%s-images/%s/%s", storage->store,
                                 storage->driver, image_id, name);
    rt_draft_labels(storage->draft, "labels",
                    rt_json_object(rt_json_object(image, "config"), "Labels"));
    json_decref(image);
}

/* --- Podman --- */

/* Name and image from the list of containers. */
static void take_container_list(struct storage *storage)
{
    struct rt_draft *draft = storage->draft;
    json_t *list = rt_file_json(draft->root, "%s/%s-containers/containers.json", storage->store,
                                storage->driver);
    json_t *item;
    size_t i;

    json_array_foreach(list, i, item)
    {
        if (strcmp(rt_json_text(item, "id"), draft->full_id) != 0)
            continue;
        const char *text = rt_json_text(item, "metadata");
        json_t *metadata = rt_json_parse(text, strlen(text));
        json_t *name = json_array_get(rt_json_array(item, "names"), 0);
        rt_draft_text(draft, "name", json_string_value(name));
        rt_draft_text(draft, "imageid", rt_json_text(item, "image"));
        rt_draft_image(draft, rt_json_text(metadata, "image-name"));
        json_decref(metadata);
        break;
    }
    json_decref(list);
}

static bool is_listed(json_t *list, const char *text)
{
    json_t *item;
    size_t i;

    json_array_foreach(list, i, item)
    {
        if (rt_json_is(item, text))
            return true;
    }
    return false;
}

/* What Podman's own database has beyond that: the labels, and which mounts are the user's. */
static void take_config(struct storage *storage)
{
    struct rt_draft *draft = storage->draft;
    json_t *config = storage->config, *volume;
    const char *image = rt_json_text(config, "rootfsImageName");
    size_t i;

    rt_draft_text(draft, "name", rt_json_text(config, "name"));
    rt_draft_text(draft, "imageid", rt_json_text(config, "rootfsImageID"));
    rt_draft_image(draft, *image ? image : rt_json_text(config, "RawImageName"));
    rt_draft_text(draft, "User", rt_json_text(config, "user"));
    rt_draft_bool(draft, "privileged", rt_json_true(config, "privileged"));
    json_object_del(draft->out, "labels");
    rt_draft_labels(draft, "labels", rt_json_object(config, "labels"));
    /* A named volume is in the specification as well, as a bind mount of its directory. */
    json_t *mounts = json_incref(json_object_get(draft->out, "Mounts"));
    json_object_del(draft->out, "Mounts");
    json_array_foreach(mounts, i, volume)
    {
        if (is_listed(rt_json_array(config, "userVolumes"), rt_json_text(volume, "Destination")))
            rt_draft_mount(draft, rt_json_text(volume, "Source"),
                           rt_json_text(volume, "Destination"), rt_json_text(volume, "Mode"),
                           rt_json_true(volume, "RW"), rt_json_text(volume, "Propagation"));
    }
    json_decref(mounts);
}

/* {"networkStatus":{"podman":{"interfaces":{"eth0":{"subnets":[{"ipnet":"10.88.0.2/16"}]}}}}} */
static void take_state(struct rt_draft *draft, json_t *state)
{
    json_t *network, *interface, *subnet;
    const char *name;
    size_t i;
    char ip[16];

    json_object_foreach(rt_json_object(state, "networkStatus"), name, network)
    {
        json_object_foreach(rt_json_object(network, "interfaces"), name, interface)
        {
            json_array_foreach(rt_json_array(interface, "subnets"), i, subnet)
            {
                const char *text = rt_json_text(subnet, "ipnet");
                const size_t len = strcspn(text, "/");
                if (len >= sizeof ip || !memchr(text, '.', len) || *rt_json_text(draft->out, "ip"))
                    continue;
                memcpy(ip, text, len);
                ip[len] = '\0';
                rt_draft_text(draft, "ip", ip);
            }
        }
    }
}

static void take_podman(struct storage *storage)
{
    static const char *const own[] = {"-containers/"}; /* hosts, resolv.conf, shm, secrets */
    struct rt_draft *draft = storage->draft;
    char path[PATH_MAX];
    const char *privileged = rt_spec_annotation(storage->spec, "io.podman.annotations.privileged");

    rt_draft_begin(draft, RT_CONTAINER_PODMAN);
    rt_draft_spec(draft, storage->spec, storage->bundle);
    rt_draft_spec_mounts(draft, storage->spec, own, 1, false);
    if (*privileged)
        rt_draft_bool(draft, "privileged", strcmp(privileged, "TRUE") == 0);
    rt_draft_number(
        draft, "created_time",
        rt_draft_time(rt_spec_annotation(storage->spec, "io.kubernetes.cri-o.Created")));
    take_container_list(storage);
    take_image_labels(storage, rt_json_text(draft->out, "imageid"));
    snprintf(path, sizeof path, "%s/libpod/bolt_state.db", storage->store);
    storage->config = rt_bolt_container(draft->root, path, draft->full_id, "config");
    if (storage->config) {
        json_t *state = rt_bolt_container(draft->root, path, draft->full_id, "state");
        take_config(storage);
        take_state(draft, state);
        json_decref(state);
    }
    take_image_list(storage, rt_json_text(draft->out, "imageid"));
    json_decref(storage->config);
}

/* --- CRI-O --- */

#define CRIO "io.kubernetes.cri-o."

static json_t *annotated(json_t *spec, const char *name)
{
    const char *text = rt_spec_annotation(spec, name);

    return rt_json_parse(text, strlen(text));
}

/* The pod's sandbox is a container beside this one. */
static void take_sandbox(struct storage *storage, const char *id)
{
    struct rt_draft *draft = storage->draft;

    if (!*id || strchr(id, '/'))
        return;
    json_t *spec = rt_file_json(draft->root, "%s/%s-containers/%s/userdata/config.json",
                                storage->store, storage->driver, id);
    json_t *labels = annotated(spec, CRIO "Labels");
    rt_draft_labels(draft, "pod_sandbox_labels", labels);
    rt_draft_text(draft, "ip", rt_spec_annotation(spec, CRIO "IP.0"));
    rt_draft_text(draft, "cni_json", rt_spec_annotation(spec, CRIO "CNIResult"));
    if (strcmp(rt_spec_annotation(spec, CRIO "HostNetwork"), "true") == 0)
        rt_draft_bool(draft, "host_network", true);
    json_decref(labels);
    json_decref(spec);
    if (!*rt_json_text(draft->out, "ip"))
        rt_draft_cni(draft, id);
}

static void take_volumes(struct storage *storage)
{
    static const char *const propagations[] = {"private", "rslave", "rshared"};
    static const char *const own[] = {"-containers/"};
    struct rt_draft *draft = storage->draft;
    json_t *volumes = annotated(storage->spec, CRIO "Volumes");
    json_t *list = json_is_array(volumes) ? volumes : NULL, *volume;
    size_t i;

    if (!list)
        rt_draft_spec_mounts(draft, storage->spec, own, 1, true);
    json_array_foreach(list, i, volume)
    {
        json_t *number = json_object_get(volume, "propagation");
        const double n = json_is_number(number) ? json_number_value(number) : 0;
        rt_draft_mount(draft, rt_json_text(volume, "host_path"),
                       rt_json_text(volume, "container_path"), "",
                       !rt_json_true(volume, "readonly"),
                       n == 1 || n == 2 ? propagations[(int)n] : propagations[0]);
    }
    json_decref(volumes);
}

static void take_crio(struct storage *storage)
{
    struct rt_draft *draft = storage->draft;
    json_t *spec = storage->spec;
    const char *name = rt_spec_annotation(spec, "io.kubernetes.container.name");
    const char *sandbox = rt_spec_annotation(spec, CRIO "SandboxID");
    const char *image = rt_spec_annotation(spec, CRIO "ImageName");
    const char *image_id = rt_spec_annotation(spec, CRIO "ImageRef");
    json_t *labels = annotated(spec, CRIO "Labels"), *metadata = annotated(spec, CRIO "Metadata");

    rt_draft_begin(draft, RT_CONTAINER_CRIO);
    rt_draft_spec(draft, spec, storage->bundle);
    rt_draft_text(draft, "name", *name ? name : rt_json_text(metadata, "name"));
    rt_draft_image(draft, *image ? image : rt_spec_annotation(spec, CRIO "Image"));
    rt_draft_text(draft, "imageid", image_id);
    rt_draft_bool(draft, "is_pod_sandbox",
                  strcmp(rt_spec_annotation(spec, CRIO "ContainerType"), "sandbox") == 0);
    rt_draft_text(draft, "pod_sandbox_id", sandbox);
    rt_draft_number(draft, "created_time", rt_draft_time(rt_spec_annotation(spec, CRIO "Created")));
    rt_draft_labels(draft, "labels", labels);
    if (*sandbox)
        rt_draft_label(draft, "labels", "io.kubernetes.sandbox.id", sandbox);
    static const char *const pod[] = {"io.kubernetes.pod.name", "io.kubernetes.pod.namespace",
                                      "io.kubernetes.pod.uid"};
    for (size_t i = 0; i < sizeof pod / sizeof pod[0]; i++) {
        const char *value = rt_spec_annotation(spec, pod[i]);
        if (*value)
            rt_draft_label(draft, "labels", pod[i], value);
    }
    take_volumes(storage);
    take_sandbox(storage, sandbox);
    take_image_list(storage, image_id);
    json_decref(labels);
    json_decref(metadata);
}

bool rt_look_storage(struct rt_draft *draft)
{
    struct storage storage = {.draft = draft};

    if (!*draft->full_id)
        return false;
    if (!try_store(&storage, "/run/containers/storage") &&
        !try_store(&storage, "/var/lib/containers/storage") && !try_configured(&storage) &&
        !try_user(&storage) && !try_ancestors(&storage))
        return false;
    find_store(&storage);
    if (*rt_spec_annotation(storage.spec, CRIO "ContainerType"))
        take_crio(&storage);
    else
        take_podman(&storage);
    json_decref(storage.spec);
    return true;
}
