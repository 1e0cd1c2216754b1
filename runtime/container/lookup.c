/* Looking a container up: which engines to ask, and what their answers have in common. See
 * lookup.h. */
#include "lookup.h"

#include "lookup_internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ID_LENGTH = 64 };

/* --- the draft --- */

/* Without memory, or with a text that is no UTF-8, the member stays what it was. */
void rt_draft_text(struct rt_draft *draft, const char *name, const char *text)
{
    json_object_set_new(draft->out, name, json_string(text ? text : ""));
}

void rt_draft_bool(struct rt_draft *draft, const char *name, bool value)
{
    json_object_set_new(draft->out, name, json_boolean(value));
}

void rt_draft_number(struct rt_draft *draft, const char *name, int64_t value)
{
    json_object_set_new(draft->out, name, json_integer(value));
}

/* An object or array of the draft, new if need be. */
static json_t *inner(struct rt_draft *draft, const char *name, bool array)
{
    json_t *item = json_object_get(draft->out, name);

    if (item)
        return item;
    item = array ? json_array() : json_object();
    return json_object_set_new(draft->out, name, item) == 0 ? item : NULL;
}

/* All members that Falco writes, so that it finds what it expects. */
void rt_draft_begin(struct rt_draft *draft, enum rt_container_type type)
{
    static const char *const texts[] = {"name",      "image",    "imagedigest",   "imageid",
                                        "imagerepo", "imagetag", "User",          "cni_json",
                                        "full_id",   "ip",       "pod_sandbox_id"};
    static const char *const flags[] = {"host_ipc", "host_network", "host_pid", "is_pod_sandbox",
                                        "privileged"};

    json_decref(draft->out);
    draft->out = json_object();
    draft->root_path[0] = '\0';
    rt_draft_number(draft, "type", type);
    rt_draft_text(draft, "id", draft->lookup->key);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        rt_draft_text(draft, texts[i], "");
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++)
        rt_draft_bool(draft, flags[i], false);
    inner(draft, "labels", false);
    inner(draft, "pod_sandbox_labels", false);
    inner(draft, "Mounts", true);
    inner(draft, "env", true);
    inner(draft, "port_mappings", true);
}

void rt_draft_image(struct rt_draft *draft, const char *image)
{
    const char *at = strchr(image, '@');
    const size_t len = at ? (size_t)(at - image) : strlen(image);
    char *name = strndup(image, len);

    if (!name)
        return;
    char *slash = strrchr(name, '/'), *colon = strrchr(name, ':');
    if (colon && slash && colon < slash)
        colon = NULL; /* of a registry's port */
    rt_draft_text(draft, "image", image);
    rt_draft_text(draft, "imagetag", colon ? colon + 1 : "");
    if (colon)
        *colon = '\0';
    rt_draft_text(draft, "imagerepo", name);
    if (at)
        rt_draft_text(draft, "imagedigest", at + 1);
    free(name);
}

void rt_draft_mount(struct rt_draft *draft, const char *source, const char *dest, const char *mode,
                    bool rdwr, const char *propagation)
{
    json_array_append_new(inner(draft, "Mounts", true),
                          json_pack("{s:s, s:s, s:s, s:b, s:s}", "Source", source, "Destination",
                                    dest, "Mode", mode, "RW", rdwr, "Propagation", propagation));
}

void rt_draft_label(struct rt_draft *draft, const char *into, const char *key, const char *value)
{
    json_object_set_new(inner(draft, into, false), key, json_string(value));
}

void rt_draft_labels(struct rt_draft *draft, const char *into, json_t *labels)
{
    /* As many and as long as Falco's plugin takes by default, and no more than can be meant. */
    enum { VALUE_MAX = 100, LABELS_MAX = 1024 };
    const char *key;
    json_t *label;
    int n = 0;

    json_object_foreach(labels, key, label)
    {
        if (n < LABELS_MAX && json_is_string(label) && json_string_length(label) <= VALUE_MAX) {
            rt_draft_label(draft, into, key, json_string_value(label));
            n++;
        }
    }
}

int64_t rt_draft_time(const char *text)
{
    struct tm tm = {0};
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%S", &tm);

    return end ? timegm(&tm) : 0;
}

/* --- the network of a pod --- */

struct cni_search {
    struct rt_draft *draft;
    char wanted[RT_FULL_ID_SIZE + 2]; /* "-ID-" */
};

/* "10.1.2.3/24" without its length; false: no IPv4 address. */
static bool give_ip(struct rt_draft *draft, const char *address)
{
    char ip[16];
    const size_t len = strcspn(address, "/");

    if (len == 0 || len >= sizeof ip || !memchr(address, '.', len))
        return false;
    memcpy(ip, address, len);
    ip[len] = '\0';
    rt_draft_text(draft, "ip", ip);
    return true;
}

/* The interfaces but for the ends outside of the pod: those that have a sandbox. */
static void give_interfaces(struct rt_draft *draft, json_t *result)
{
    enum { CNI_MAX = 4096 };
    json_t *kept = json_array(), *interface;
    size_t i;

    json_array_foreach(rt_json_array(result, "interfaces"), i, interface)
    {
        const char *name = rt_json_text(interface, "name");
        if (strcmp(name, "lo") != 0 && strcmp(name, "veth") != 0)
            json_array_append(kept, interface);
    }
    char *text = json_dumps(kept, JSON_COMPACT);
    if (text && json_array_size(kept) > 0) {
        size_t len = strnlen(text, CNI_MAX);
        while (len > 0 && ((uint8_t)text[len] & 0xc0) == 0x80)
            len--; /* not within a character */
        text[len] = '\0';
        rt_draft_text(draft, "cni_json", text);
    }
    free(text);
    json_decref(kept);
}

static bool take_cni(void *context, const char *name)
{
    struct cni_search *search = context;
    bool found = false;

    if (!strstr(name, search->wanted))
        return false;
    json_t *file = rt_file_json(search->draft->root, "/var/lib/cni/results/%s", name);
    json_t *result = rt_json_object(file, "result"), *ip;
    size_t i;
    json_array_foreach(rt_json_array(result, "ips"), i, ip)
    {
        found = found || give_ip(search->draft, rt_json_text(ip, "address"));
    }
    if (found)
        give_interfaces(search->draft, result);
    json_decref(file);
    return found;
}

void rt_draft_cni(struct rt_draft *draft, const char *sandbox_id)
{
    struct cni_search search = {.draft = draft};

    if (strlen(sandbox_id) != ID_LENGTH)
        return;
    snprintf(search.wanted, sizeof search.wanted, "-%s-", sandbox_id);
    rt_file_each(draft->root, "/var/lib/cni/results", take_cni, &search);
}

/* --- the way of a look-up --- */

/* The 64 digits in the path that begin with the key; of a container with a name that. */
static void find_full_id(struct rt_draft *draft)
{
    const char *at = draft->lookup->cgroup;

    while ((at = strstr(at, draft->lookup->key))) {
        const size_t len = strspn(at, "0123456789abcdefABCDEF");
        if (len >= ID_LENGTH) {
            memcpy(draft->full_id, at, ID_LENGTH);
            draft->full_id[ID_LENGTH] = '\0';
            return;
        }
        at++;
    }
    const char *slash = strrchr(draft->lookup->cgroup, '/');
    if (draft->lookup->engine == RT_ENGINE_CONTAINERD && slash)
        snprintf(draft->full_id, sizeof draft->full_id, "%s", slash + 1);
}

/* Engines that leave nothing but a name. */
static bool is_known_by_name(enum rt_container_engine engine, enum rt_container_type *type)
{
    switch (engine) {
    case RT_ENGINE_LXC:
        *type = RT_CONTAINER_LXC;
        return true;
    case RT_ENGINE_LIBVIRT:
        *type = RT_CONTAINER_LIBVIRT_LXC;
        return true;
    case RT_ENGINE_BPM:
        *type = RT_CONTAINER_BPM;
        return true;
    case RT_ENGINE_NONE:
    case RT_ENGINE_PODMAN:
    case RT_ENGINE_DOCKER:
    case RT_ENGINE_CRI:
    case RT_ENGINE_CONTAINERD:
        break;
    }
    return false;
}

/* A path that looks like Docker's may be anybody's, so all are asked, the likely one first. */
static bool ask_engines(struct rt_draft *draft)
{
    switch (draft->lookup->engine) {
    case RT_ENGINE_PODMAN:
        return rt_look_storage(draft);
    case RT_ENGINE_CONTAINERD:
        return rt_look_containerd(draft);
    case RT_ENGINE_CRI:
        return rt_look_containerd(draft) || rt_look_storage(draft);
    default:
        return rt_look_docker(draft) || rt_look_containerd(draft) || rt_look_storage(draft);
    }
}

static int make_record(struct rt_container **out, struct rt_draft *draft)
{
    int error = -ENOMEM;

    rt_draft_text(draft, "full_id", draft->full_id);
    json_t *document = json_pack("{s:O}", "container", draft->out);
    char *json = json_dumps(document, JSON_COMPACT);
    if (json)
        error = rt_container_parse(out, json, strlen(json), draft->root_path, draft->lookup->pid);
    free(json);
    json_decref(document);
    return error == -EBADMSG ? -ENOENT : error;
}

int rt_container_look_up(struct rt_container **out, int root, const struct rt_lookup *lookup)
{
    struct rt_draft draft = {.root = root, .lookup = lookup};
    enum rt_container_type type;
    int error = -ENOENT;

    find_full_id(&draft);
    if (is_known_by_name(lookup->engine, &type)) {
        rt_draft_begin(&draft, type);
        error = make_record(out, &draft);
    } else if (ask_engines(&draft)) {
        error = make_record(out, &draft);
    }
    json_decref(draft.out);
    return error;
}
