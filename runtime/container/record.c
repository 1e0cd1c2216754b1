/* Records of containers. See record.h.
 *
 * A record is one piece of memory, filled from the front: the struct, its mounts and labels, then
 * the texts. How much is needed follows from the JSON: no text in it becomes longer by decoding,
 * and each is used at most three times (the text itself, what is put together, the JSON).
 */
#include "record.h"

#include "json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define EMPTY                                                                                      \
    {                                                                                              \
        .data = "", .len = 0                                                                       \
    }
#define HOST                                                                                       \
    {                                                                                              \
        .data = "host", .len = 4                                                                   \
    }

const struct rt_container rt_container_host = {
    .id = HOST,
    .full_id = HOST,
    .name = HOST,
    .image = EMPTY,
    .image_id = EMPTY,
    .repository = EMPTY,
    .tag = EMPTY,
    .digest = EMPTY,
    .ip = EMPTY,
    .cni_json = EMPTY,
    .sandbox_id = EMPTY,
    .type = RT_CONTAINER_HOST,
    .mounts_text = EMPTY,
    .labels = {.text = EMPTY},
    .pod_labels = {.text = EMPTY},
    .json = EMPTY,
    .root = {.data = "/", .len = 1},
};

/* A record in the making. */
struct maker {
    struct rt_container *record;
    size_t used, size;
    bool failed; /* a member has the wrong type */
};

static void *take(struct maker *maker, size_t size)
{
    size_t start = (maker->used + 7) & ~(size_t)7;

    if (start > maker->size || size > maker->size - start) {
        maker->failed = true;
        return NULL;
    }
    maker->used = start + size;
    return (char *)maker->record + start;
}

/* Texts lie one after the other, without gaps. */
static struct rt_str put(struct maker *maker, const char *text, size_t len)
{
    struct rt_str empty = EMPTY;

    if (len + 1 > maker->size - maker->used) {
        maker->failed = true;
        return empty;
    }
    char *bytes = (char *)maker->record + maker->used;
    memcpy(bytes, text, len);
    bytes[len] = '\0';
    maker->used += len + 1;
    return (struct rt_str){.data = bytes, .len = (uint32_t)len};
}

static struct rt_str put_member(struct maker *maker, json_t *object, const char *name)
{
    json_t *item = json_object_get(object, name);
    const char *text = rt_json_text(object, name);

    if (item && !json_is_string(item))
        maker->failed = true;
    return put(maker, text, strlen(text));
}

static bool truth(struct maker *maker, json_t *object, const char *name)
{
    json_t *item = json_object_get(object, name);

    if (item && !json_is_boolean(item))
        maker->failed = true;
    return json_is_true(item);
}

/* An object or array that may also be null; NULL if there is none. */
static json_t *group(struct maker *maker, json_t *object, const char *name, bool array)
{
    json_t *item = json_object_get(object, name);

    if (!item || json_is_null(item))
        return NULL;
    if (array ? !json_is_array(item) : !json_is_object(item)) {
        maker->failed = true;
        return NULL;
    }
    return item;
}

/* --- a text that grows at the end of the record --- */

static void grow(struct maker *maker, struct rt_str *text, const char *more, size_t len)
{
    if (len + 1 > maker->size - maker->used) {
        maker->failed = true;
        return;
    }
    memcpy((char *)maker->record + maker->used - 1, more, len);
    maker->used += len;
    ((char *)maker->record)[maker->used - 1] = '\0';
    text->len += (uint32_t)len;
}

static void grow_str(struct maker *maker, struct rt_str *text, struct rt_str more)
{
    grow(maker, text, more.data, more.len);
}

static void fill_mounts(struct maker *maker, json_t *list)
{
    struct rt_container *record = maker->record;
    const uint32_t n = (uint32_t)json_array_size(list);
    struct rt_container_mount *mounts = take(maker, n * sizeof *mounts);
    json_t *item;
    size_t i;

    if (!mounts)
        return;
    json_array_foreach(list, i, item)
    {
        struct rt_container_mount *mount = &mounts[i];
        if (!json_is_object(item))
            maker->failed = true;
        mount->source = put_member(maker, item, "Source");
        mount->dest = put_member(maker, item, "Destination");
        mount->mode = put_member(maker, item, "Mode");
        mount->propagation = put_member(maker, item, "Propagation");
        mount->rdwr = truth(maker, item, "RW");
        mount->text = put(maker, "", 0);
        grow_str(maker, &mount->text, mount->source);
        grow(maker, &mount->text, ":", 1);
        grow_str(maker, &mount->text, mount->dest);
        grow(maker, &mount->text, ":", 1);
        grow_str(maker, &mount->text, mount->mode);
        grow(maker, &mount->text, mount->rdwr ? ":true:" : ":false:", mount->rdwr ? 6 : 7);
        grow_str(maker, &mount->text, mount->propagation);
    }
    record->mounts = mounts;
    record->nmounts = n;
    record->mounts_text = put(maker, "", 0);
    for (i = 0; i < n; i++) {
        if (i > 0)
            grow(maker, &record->mounts_text, ",", 1);
        grow_str(maker, &record->mounts_text, mounts[i].text);
    }
}

static int by_key(const void *a, const void *b)
{
    return strcmp(((const struct rt_container_label *)a)->key.data,
                  ((const struct rt_container_label *)b)->key.data);
}

static bool begins(struct rt_str text, const char *with)
{
    return strncmp(text.data, with, strlen(with)) == 0;
}

static void fill_labels(struct maker *maker, json_t *object, struct rt_container_labels *labels)
{
    const uint32_t n = (uint32_t)json_object_size(object);
    struct rt_container_label *items = take(maker, n * sizeof *items);
    uint32_t i = 0;
    const char *key;
    json_t *item;

    if (!items)
        return;
    json_object_foreach(object, key, item)
    {
        if (!json_is_string(item))
            maker->failed = true;
        const char *string = json_string_value(item), *value = string ? string : "";
        items[i].key = put(maker, key, strlen(key));
        items[i++].value = put(maker, value, strlen(value));
    }
    if (maker->failed)
        return;
    qsort(items, n, sizeof *items, by_key);
    labels->items = items;
    labels->n = n;
    labels->text = put(maker, "", 0);
    for (i = 0; i < n; i++) {
        if (begins(items[i].key, "annotation.") || begins(items[i].key, "io.kubernetes."))
            continue;
        if (labels->text.len > 0)
            grow(maker, &labels->text, ", ", 2);
        grow_str(maker, &labels->text, items[i].key);
        if (items[i].value.len > 0) {
            grow(maker, &labels->text, ":", 1);
            grow_str(maker, &labels->text, items[i].value);
        }
    }
}

static void fill(struct maker *maker, json_t *from)
{
    struct rt_container *record = maker->record;
    json_t *type = json_object_get(from, "type");

    if (type && !json_is_number(type))
        maker->failed = true;
    const double number = type ? json_number_value(type) : -1;
    record->type =
        number >= 0 && number <= RT_CONTAINER_UNKNOWN ? (uint32_t)number : RT_CONTAINER_UNKNOWN;
    record->privileged = truth(maker, from, "privileged");
    record->host_pid = truth(maker, from, "host_pid");
    record->host_network = truth(maker, from, "host_network");
    record->host_ipc = truth(maker, from, "host_ipc");
    record->is_sandbox = truth(maker, from, "is_pod_sandbox");
    fill_mounts(maker, group(maker, from, "Mounts", true));
    fill_labels(maker, group(maker, from, "labels", false), &record->labels);
    fill_labels(maker, group(maker, from, "pod_sandbox_labels", false), &record->pod_labels);
    record->id = put_member(maker, from, "id");
    record->full_id = put_member(maker, from, "full_id");
    record->name = put_member(maker, from, "name");
    record->image = put_member(maker, from, "image");
    record->image_id = put_member(maker, from, "imageid");
    record->repository = put_member(maker, from, "imagerepo");
    record->tag = put_member(maker, from, "imagetag");
    record->digest = put_member(maker, from, "imagedigest");
    record->ip = put_member(maker, from, "ip");
    record->cni_json = put_member(maker, from, "cni_json");
    record->sandbox_id = put_member(maker, from, "pod_sandbox_id");
    if (record->id.len == 0)
        maker->failed = true;
    memcpy(record->key, record->id.data,
           record->id.len < RT_CONTAINER_ID_SIZE ? record->id.len : RT_CONTAINER_ID_SIZE - 1);
}

/* Bytes that the record takes at most. */
static size_t room(json_t *from, size_t len, size_t root_len)
{
    const size_t mounts = json_array_size(json_object_get(from, "Mounts"));
    const size_t labels = json_object_size(json_object_get(from, "labels")) +
                          json_object_size(json_object_get(from, "pod_sandbox_labels"));

    return sizeof(struct rt_container) + mounts * (sizeof(struct rt_container_mount) + 32) +
           labels * (sizeof(struct rt_container_label) + 8) + 5 * len + root_len + 256;
}

static int make(struct rt_container **out, json_t *from, const char *json, size_t len,
                const char *root, int64_t pid)
{
    struct maker maker = {.size = room(from, len, strlen(root)),
                          .used = sizeof(struct rt_container)};

    maker.record = calloc(1, maker.size);
    if (!maker.record)
        return -ENOMEM;
    fill(&maker, from);
    maker.record->json = put(&maker, json, len);
    maker.record->root = put(&maker, root, strlen(root));
    maker.record->pid = pid;
    maker.record->bytes = maker.size;
    if (maker.failed) {
        free(maker.record);
        return -EBADMSG;
    }
    *out = maker.record;
    return 0;
}

int rt_container_parse(struct rt_container **out, const char *json, size_t len, const char *root,
                       int64_t pid)
{
    if (len > RT_CONTAINER_JSON_MAX)
        return -EBADMSG;
    json_t *document = rt_json_parse(json, len);
    /* The events of the oldest captures come without the outer object. */
    json_t *inner = json_object_get(document, "container");
    json_t *from = inner ? inner : document;
    int error = json_is_object(from) ? make(out, from, json, len, root, pid) : -EBADMSG;

    json_decref(document);
    return error;
}

void rt_container_free(struct rt_container *record)
{
    free(record);
}

const char *rt_container_type_name(uint32_t type)
{
    switch (type) {
    case RT_CONTAINER_DOCKER:
        return "docker";
    case RT_CONTAINER_LXC:
        return "lxc";
    case RT_CONTAINER_LIBVIRT_LXC:
        return "libvirt-lxc";
    case RT_CONTAINER_MESOS:
        return "mesos";
    case RT_CONTAINER_RKT:
        return "rkt";
    case RT_CONTAINER_CRI:
        return "cri";
    case RT_CONTAINER_CONTAINERD:
        return "containerd";
    case RT_CONTAINER_CRIO:
        return "cri-o";
    case RT_CONTAINER_BPM:
        return "bpm";
    case RT_CONTAINER_PODMAN:
        return "podman";
    case RT_CONTAINER_HOST:
        return "host";
    default:
        return "";
    }
}

const struct rt_str *rt_container_label(const struct rt_container_labels *labels, const char *key)
{
    uint32_t low = 0, high = labels->n;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const int order = strcmp(key, labels->items[middle].key.data);
        if (order == 0)
            return &labels->items[middle].value;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
