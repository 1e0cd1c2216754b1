/* containerd: a bundle for each task, by namespace. See lookup.h. */
#include "bolt.h"
#include "lookup_internal.h"

#include <stdio.h>
#include <string.h>

/* Where containerd keeps its tasks and what stays: its own places, and those of the distributions
 * of Kubernetes that bring it along. */
static const struct place {
    const char *state, *root;
} places[] = {
    {"/run/containerd", "/var/lib/containerd"},
    {"/run/k3s/containerd", "/var/lib/rancher/k3s/agent/containerd"},
    {"/run/k0s/containerd", "/var/lib/k0s/containerd"},
    {"/var/snap/microk8s/common/run/containerd", "/var/snap/microk8s/common/var/lib/containerd"},
};
#define TASKS "io.containerd.runtime.v2.task"
#define TRIES 3 /* to read a database that is written to */

struct containerd {
    struct rt_draft *draft;
    const struct place *place;
};

/* A container whose pod's sandbox has the machine's network, has that sandbox' network: only the
 * sandbox' own specification tells. */
static void take_sandbox(struct containerd *containerd, const char *namespace, const char *id)
{
    struct rt_draft *draft = containerd->draft;

    if (!*id || strchr(id, '/'))
        return;
    json_t *spec = rt_file_json(draft->root, "%s/" TASKS "/%s/%s/config.json",
                                containerd->place->state, namespace, id);
    if (spec) {
        rt_draft_bool(draft, "host_network", rt_spec_shares(spec, "network"));
        rt_draft_bool(draft, "host_ipc", rt_spec_shares(spec, "ipc"));
    }
    json_decref(spec);
    rt_draft_cni(draft, id);
}

/* The facts that Kubernetes handed over. */
static void take_annotations(struct containerd *containerd, const char *namespace, json_t *spec)
{
    static const struct {
        const char *annotation, *label;
    } labels[] = {
        {"io.kubernetes.cri.container-name", "io.kubernetes.container.name"},
        {"io.kubernetes.cri.sandbox-id", "io.kubernetes.sandbox.id"},
        {"io.kubernetes.cri.sandbox-name", "io.kubernetes.pod.name"},
        {"io.kubernetes.cri.sandbox-namespace", "io.kubernetes.pod.namespace"},
        {"io.kubernetes.cri.sandbox-uid", "io.kubernetes.pod.uid"},
    };
    struct rt_draft *draft = containerd->draft;
    const char *sandbox = rt_spec_annotation(spec, "io.kubernetes.cri.sandbox-id");
    const char *name = rt_spec_annotation(spec, "io.kubernetes.cri.container-name");
    const char *image = rt_spec_annotation(spec, "io.kubernetes.cri.image-name");
    const bool is_sandbox =
        strcmp(rt_spec_annotation(spec, "io.kubernetes.cri.container-type"), "sandbox") == 0;

    if (*name)
        rt_draft_text(draft, "name", name);
    if (*image)
        rt_draft_image(draft, image);
    rt_draft_bool(draft, "is_pod_sandbox", is_sandbox);
    rt_draft_text(draft, "pod_sandbox_id", sandbox);
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        const char *value = rt_spec_annotation(spec, labels[i].annotation);
        if (*value)
            rt_draft_label(draft, "labels", labels[i].label, value);
    }
    take_sandbox(containerd, namespace, sandbox);
}

/* --- the database, ROOT/io.containerd.metadata.v1.bolt/meta.db: images and labels --- */

struct labels {
    struct rt_draft *draft;
    const char *into;
};

static void copy(char *out, size_t size, struct rt_piece from)
{
    const size_t len = from.len < size ? from.len : size - 1;

    if (len > 0)
        memcpy(out, from.at, len);
    out[len] = '\0';
}

static void take_label(void *context, struct rt_piece key, struct rt_piece value)
{
    enum { VALUE_MAX = 100 }; /* as rt_draft_labels */
    const struct labels *labels = context;
    char name[256], text[VALUE_MAX + 1];

    copy(name, sizeof name, key);
    copy(text, sizeof text, value);
    /* What containerd's part for Kubernetes notes for itself is no label of anybody's. */
    if (key.len >= sizeof name || value.len >= sizeof text ||
        strncmp(name, "io.cri-containerd.", strlen("io.cri-containerd.")) == 0)
        return;
    rt_draft_label(labels->draft, labels->into, name, text);
}

/* v1/NAMESPACE/containers/ID/labels */
static void take_labels(struct rt_bolt *bolt, struct rt_draft *draft, const char *namespace,
                        const char *id, const char *into)
{
    const char *const keys[] = {"v1", namespace, "containers", id, "labels"};
    struct labels labels = {draft, into};

    rt_bolt_each(bolt, keys, 5, take_label, &labels);
}

/* v1/NAMESPACE/containers/ID/image, v1/NAMESPACE/images/IMAGE/target/digest */
static void take_image(struct rt_bolt *bolt, struct rt_draft *draft, const char *namespace)
{
    const char *const keys[] = {"v1", namespace, "containers", draft->full_id, "image"};
    char image[512], digest[128];

    copy(image, sizeof image, rt_bolt_value(bolt, keys, 5));
    if (!*image)
        return;
    const char *const target[] = {"v1", namespace, "images", image, "target", "digest"};
    copy(digest, sizeof digest, rt_bolt_value(bolt, target, 6));
    if (!*rt_json_text(draft->out, "image"))
        rt_draft_image(draft, image);
    if (*digest && !*rt_json_text(draft->out, "imagedigest"))
        rt_draft_text(draft, "imagedigest", digest);
}

/* Before what the annotations say, which is more exact for containers of Kubernetes. sandbox: its
 * id; "": it is not one of them. */
static void take_database(struct containerd *containerd, const char *namespace, const char *sandbox)
{
    struct rt_draft *draft = containerd->draft;
    char path[PATH_MAX];
    struct rt_bolt bolt;
    bool whole = false;

    snprintf(path, sizeof path, "%s/io.containerd.metadata.v1.bolt/meta.db",
             containerd->place->root);
    for (int tries = 0; !whole && tries < TRIES; tries++) {
        if (!rt_bolt_open(&bolt, draft->root, path))
            return;
        take_labels(&bolt, draft, namespace, draft->full_id, "labels");
        if (*sandbox)
            take_labels(&bolt, draft, namespace, sandbox, "pod_sandbox_labels");
        take_image(&bolt, draft, namespace);
        whole = rt_bolt_close(&bolt);
    }
}

/* --- the bundle --- */

static bool take(void *context, const char *namespace)
{
    /* What the engine itself puts into a container, and not its user. */
    static const char *const own[] = {"/io.containerd.grpc.v1.cri/sandboxes/"};
    struct containerd *containerd = context;
    struct rt_draft *draft = containerd->draft;
    char bundle[PATH_MAX];

    snprintf(bundle, sizeof bundle, "%s/" TASKS "/%s/%s", containerd->place->state, namespace,
             draft->full_id);
    json_t *spec = rt_file_json(draft->root, "%s/config.json", bundle);
    const bool found = json_is_object(spec);
    if (found) {
        const char *sandbox = rt_spec_annotation(spec, "io.kubernetes.cri.sandbox-id");
        rt_draft_begin(draft, RT_CONTAINER_CONTAINERD);
        rt_draft_text(draft, "name", draft->lookup->key);
        rt_draft_spec(draft, spec, bundle);
        rt_draft_spec_mounts(draft, spec, own, 1, *sandbox);
        take_database(containerd, namespace, sandbox);
        take_annotations(containerd, namespace, spec);
    }
    json_decref(spec);
    return found;
}

bool rt_look_containerd(struct rt_draft *draft)
{
    if (!*draft->full_id)
        return false;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        struct containerd containerd = {.draft = draft, .place = &places[i]};
        char path[128];
        snprintf(path, sizeof path, "%s/" TASKS, places[i].state);
        if (rt_file_each(draft->root, path, take, &containerd))
            return true;
    }
    return false;
}
