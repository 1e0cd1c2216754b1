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

static void set(struct rt_draft *draft, const char *name, cJSON *item)
{
    if (!item)
        return;
    if (cJSON_GetObjectItemCaseSensitive(draft->out, name))
        cJSON_ReplaceItemInObjectCaseSensitive(draft->out, name, item);
    else
        cJSON_AddItemToObject(draft->out, name, item);
}

void rt_draft_text(struct rt_draft *draft, const char *name, const char *text)
{
    set(draft, name, cJSON_CreateString(text ? text : ""));
}

void rt_draft_bool(struct rt_draft *draft, const char *name, bool value)
{
    set(draft, name, cJSON_CreateBool(value));
}

void rt_draft_number(struct rt_draft *draft, const char *name, double value)
{
    set(draft, name, cJSON_CreateNumber(value));
}

/* An object or array of the draft, new if need be. */
static cJSON *inner(struct rt_draft *draft, const char *name, bool array)
{
    cJSON *item = cJSON_GetObjectItemCaseSensitive(draft->out, name);

    if (item)
        return item;
    item = array ? cJSON_CreateArray() : cJSON_CreateObject();
    set(draft, name, item);
    return item;
}

/* All members that Falco writes, so that it finds what it expects. */
void rt_draft_begin(struct rt_draft *draft, enum rt_container_type type)
{
    static const char *const texts[] = {"name",      "image",    "imagedigest",   "imageid",
                                        "imagerepo", "imagetag", "User",          "cni_json",
                                        "full_id",   "ip",       "pod_sandbox_id"};
    static const char *const flags[] = {"host_ipc", "host_network", "host_pid", "is_pod_sandbox",
                                        "privileged"};

    cJSON_Delete(draft->out);
    draft->out = cJSON_CreateObject();
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
    cJSON *mount = cJSON_CreateObject();

    cJSON_AddStringToObject(mount, "Source", source);
    cJSON_AddStringToObject(mount, "Destination", dest);
    cJSON_AddStringToObject(mount, "Mode", mode);
    cJSON_AddBoolToObject(mount, "RW", rdwr);
    cJSON_AddStringToObject(mount, "Propagation", propagation);
    if (!cJSON_AddItemToArray(inner(draft, "Mounts", true), mount))
        cJSON_Delete(mount);
}

void rt_draft_label(struct rt_draft *draft, const char *into, const char *key, const char *value)
{
    cJSON *labels = inner(draft, into, false);

    cJSON_DeleteItemFromObjectCaseSensitive(labels, key);
    cJSON_AddStringToObject(labels, key, value);
}

void rt_draft_labels(struct rt_draft *draft, const char *into, const cJSON *labels)
{
    /* As many and as long as Falco's plugin takes by default, and no more than can be meant. */
    enum { VALUE_MAX = 100, LABELS_MAX = 1024 };
    const cJSON *label;
    int n = 0;

    cJSON_ArrayForEach(label, labels)
    {
        if (n < LABELS_MAX && label->string && cJSON_IsString(label) &&
            strlen(label->valuestring) <= VALUE_MAX) {
            rt_draft_label(draft, into, label->string, label->valuestring);
            n++;
        }
    }
}

double rt_draft_time(const char *text)
{
    struct tm tm = {0};
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%S", &tm);

    return end ? (double)timegm(&tm) : 0;
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
static void give_interfaces(struct rt_draft *draft, const cJSON *result)
{
    enum { CNI_MAX = 4096 };
    cJSON *kept = cJSON_CreateArray();
    const cJSON *interface;

    cJSON_ArrayForEach(interface, rt_json_array(result, "interfaces"))
    {
        const char *name = rt_json_text(interface, "name");
        if (strcmp(name, "lo") != 0 && strcmp(name, "veth") != 0)
            cJSON_AddItemToArray(kept, cJSON_Duplicate(interface, true));
    }
    char *text = cJSON_PrintUnformatted(kept);
    if (text && cJSON_GetArraySize(kept) > 0) {
        if (strlen(text) > CNI_MAX)
            text[CNI_MAX] = '\0';
        rt_draft_text(draft, "cni_json", text);
    }
    free(text);
    cJSON_Delete(kept);
}

static bool take_cni(void *context, const char *name)
{
    struct cni_search *search = context;
    bool found = false;

    if (!strstr(name, search->wanted))
        return false;
    cJSON *file = rt_file_json(search->draft->root, "/var/lib/cni/results/%s", name);
    const cJSON *result = rt_json_object(file, "result"), *ip;
    cJSON_ArrayForEach(ip, rt_json_array(result, "ips"))
    {
        found = found || give_ip(search->draft, rt_json_text(ip, "address"));
    }
    if (found)
        give_interfaces(search->draft, result);
    cJSON_Delete(file);
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
    cJSON *document = cJSON_CreateObject();
    int error = -ENOMEM;

    rt_draft_text(draft, "full_id", draft->full_id);
    if (document && cJSON_AddItemToObject(document, "container", draft->out)) {
        draft->out = NULL;
        char *json = cJSON_PrintUnformatted(document);
        if (json)
            error =
                rt_container_parse(out, json, strlen(json), draft->root_path, draft->lookup->pid);
        free(json);
    }
    cJSON_Delete(document);
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
    cJSON_Delete(draft.out);
    return error;
}
