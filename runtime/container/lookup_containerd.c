/* containerd: a bundle for each task, by namespace. See lookup.h. */
#include "lookup_internal.h"

#include <stdio.h>
#include <string.h>

/* Where containerd keeps its tasks: its own place, and those of the distributions of Kubernetes
 * that bring it along. */
static const char *const places[] = {
    "/run/containerd",
    "/run/k3s/containerd",
    "/run/k0s/containerd",
    "/var/snap/microk8s/common/run/containerd",
};
#define TASKS "io.containerd.runtime.v2.task"

struct containerd {
    struct rt_draft *draft;
    const char *place;
};

/* A container whose pod's sandbox has the machine's network, has that sandbox' network: only the
 * sandbox' own specification tells. */
static void take_sandbox(struct containerd *containerd, const char *namespace, const char *id)
{
    struct rt_draft *draft = containerd->draft;

    if (!*id || strchr(id, '/'))
        return;
    json_t *spec = rt_file_json(draft->root, "%s/" TASKS "/%s/%s/config.json", containerd->place,
                                namespace, id);
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

static bool take(void *context, const char *namespace)
{
    /* What the engine itself puts into a container, and not its user. */
    static const char *const own[] = {"/io.containerd.grpc.v1.cri/sandboxes/"};
    struct containerd *containerd = context;
    struct rt_draft *draft = containerd->draft;
    char bundle[PATH_MAX];

    snprintf(bundle, sizeof bundle, "%s/" TASKS "/%s/%s", containerd->place, namespace,
             draft->full_id);
    json_t *spec = rt_file_json(draft->root, "%s/config.json", bundle);
    const bool found = json_is_object(spec);
    if (found) {
        const bool cri = *rt_spec_annotation(spec, "io.kubernetes.cri.sandbox-id");
        rt_draft_begin(draft, RT_CONTAINER_CONTAINERD);
        rt_draft_text(draft, "name", draft->lookup->key);
        rt_draft_spec(draft, spec, bundle);
        rt_draft_spec_mounts(draft, spec, own, 1, cri);
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
        struct containerd containerd = {.draft = draft, .place = places[i]};
        char path[128];
        snprintf(path, sizeof path, "%s/" TASKS, places[i]);
        if (rt_file_each(draft->root, path, take, &containerd))
            return true;
    }
    return false;
}
