/* Podman and CRI-O, which share the layout of containers/storage. See lookup.h.
 *
 * A bundle is STORE/overlay-containers/ID/userdata. Where the stores are is a matter of
 * configuration, and every user may have one. The monitor of the container, conmon, has the bundle
 * behind -b on its command line: what the engine knew of that is tried first, then the places that
 * are usual, then the ancestors of the container's process in /proc.
 */
#include "lookup_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ANCESTORS 16
#define PROC_MAX  (64u << 10)

/* --- finding the bundle --- */

static bool try_bundle(struct rt_storage *storage, const char *bundle)
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
static void find_store(struct rt_storage *storage)
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

static bool try_store(struct rt_storage *storage, const char *store)
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

static bool try_configured(struct rt_storage *storage)
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
static bool try_user(struct rt_storage *storage)
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
static bool try_monitor(struct rt_storage *storage, const char *command, size_t len)
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

/* What the engine knew of the monitor. */
static bool try_told(struct rt_storage *storage)
{
    const char *bundle = storage->draft->lookup->bundle;

    return strstr(bundle, storage->draft->full_id) && try_bundle(storage, bundle);
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

static bool try_ancestors(struct rt_storage *storage)
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
void rt_storage_image(struct rt_storage *storage, const char *image_id)
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
void rt_storage_image_labels(struct rt_storage *storage, const char *image_id)
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

/* --- the look-up --- */

bool rt_look_storage(struct rt_draft *draft)
{
    struct rt_storage storage = {.draft = draft};

    if (!*draft->full_id)
        return false;
    if (!try_told(&storage) && !try_store(&storage, "/run/containers/storage") &&
        !try_store(&storage, "/var/lib/containers/storage") && !try_configured(&storage) &&
        !try_user(&storage) && !try_ancestors(&storage))
        return false;
    find_store(&storage);
    if (*rt_spec_annotation(storage.spec, RT_CRIO "ContainerType"))
        rt_storage_crio(&storage);
    else
        rt_storage_podman(&storage);
    json_decref(storage.spec);
    return true;
}
