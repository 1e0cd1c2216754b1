/* CRI-O: all is in the annotations of the bundle, and of its sandbox'. See lookup.h. */
#include "lookup_internal.h"

#include <string.h>

static json_t *annotated(json_t *spec, const char *name)
{
    const char *text = rt_spec_annotation(spec, name);

    return rt_json_parse(text, strlen(text));
}

/* The pod's sandbox is a container beside this one. */
static void take_sandbox(struct rt_storage *storage, const char *id)
{
    struct rt_draft *draft = storage->draft;

    if (!*id || strchr(id, '/'))
        return;
    json_t *spec = rt_file_json(draft->root, "%s/%s-containers/%s/userdata/config.json",
                                storage->store, storage->driver, id);
    json_t *labels = annotated(spec, RT_CRIO "Labels");
    rt_draft_labels(draft, "pod_sandbox_labels", labels);
    rt_draft_text(draft, "ip", rt_spec_annotation(spec, RT_CRIO "IP.0"));
    rt_draft_text(draft, "cni_json", rt_spec_annotation(spec, RT_CRIO "CNIResult"));
    if (strcmp(rt_spec_annotation(spec, RT_CRIO "HostNetwork"), "true") == 0)
        rt_draft_bool(draft, "host_network", true);
    json_decref(labels);
    json_decref(spec);
    if (!*rt_json_text(draft->out, "ip"))
        rt_draft_cni(draft, id);
}

static void take_volumes(struct rt_storage *storage)
{
    static const char *const propagations[] = {"private", "rslave", "rshared"};
    static const char *const own[] = {"-containers/"};
    struct rt_draft *draft = storage->draft;
    json_t *volumes = annotated(storage->spec, RT_CRIO "Volumes");
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

void rt_storage_crio(struct rt_storage *storage)
{
    struct rt_draft *draft = storage->draft;
    json_t *spec = storage->spec;
    const char *name = rt_spec_annotation(spec, "io.kubernetes.container.name");
    const char *sandbox = rt_spec_annotation(spec, RT_CRIO "SandboxID");
    const char *image = rt_spec_annotation(spec, RT_CRIO "ImageName");
    const char *image_id = rt_spec_annotation(spec, RT_CRIO "ImageRef");
    json_t *labels = annotated(spec, RT_CRIO "Labels"),
           *metadata = annotated(spec, RT_CRIO "Metadata");

    rt_draft_begin(draft, RT_CONTAINER_CRIO);
    rt_draft_spec(draft, spec, storage->bundle);
    rt_draft_text(draft, "name", *name ? name : rt_json_text(metadata, "name"));
    rt_draft_image(draft, *image ? image : rt_spec_annotation(spec, RT_CRIO "Image"));
    rt_draft_text(draft, "imageid", image_id);
    rt_draft_bool(draft, "is_pod_sandbox",
                  strcmp(rt_spec_annotation(spec, RT_CRIO "ContainerType"), "sandbox") == 0);
    rt_draft_text(draft, "pod_sandbox_id", sandbox);
    rt_draft_number(draft, "created_time",
                    rt_draft_time(rt_spec_annotation(spec, RT_CRIO "Created")));
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
    rt_storage_image(storage, image_id);
    json_decref(labels);
    json_decref(metadata);
}
