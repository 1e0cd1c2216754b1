/* Fields about the container of the thread (container.*, k8s.*).
 *
 * A container's id comes from the cgroup paths, so it is always there, and a container is as old as
 * its pid namespace, which the kernel tells. The rest is in the container's record
 * (container/store.h); as long as there is none, those fields have no value. What a record does not
 * tell is an empty text, as in Falco. A process outside of containers is said to be in the
 * container `host`. An event that brings a container is about that one, whatever its thread.
 *
 * Falco's plugin has given up the fields of health checks and of Kubernetes objects other than
 * pods: they exist and never have a value.
 */
#include "../container/store.h"
#include "../engine.h"
#include "give.h"

#define ID_SHOWN 12

/* The record of that container; NULL: none. If the answer is still to come, that is noted. */
static const struct rt_container *find_by_key(struct rt_eval *eval, const char *key)
{
    const struct rt_containers *store = eval->engine->containers;
    const struct rt_container *record = store ? rt_containers_find(store, key) : NULL;

    if (store && !record && rt_containers_state(store, key) == RT_CONTAINER_PENDING)
        eval->asked_pending = true;
    return record;
}

/* The record that the event is about; NULL: none (yet). */
static const struct rt_container *find_record(struct rt_eval *eval)
{
    const struct rt_engine *engine = eval->engine;

    if (engine->arrived && engine->arrived_number == eval->event->number)
        return engine->arrived;
    if (!eval->thread)
        return NULL;
    if (eval->thread->container_id[0] == 0)
        return &rt_container_host;
    return find_by_key(eval, eval->thread->container_id);
}

/* --- mounts --- */

/* The mount that a field's argument names: by its place in the list, or by a part of the source
 * (of container.mount.source: of the destination), which may be given as a regular expression.
 * NULL: there is none. */
static const struct rt_container_mount *find_mount(const struct rt_container *record,
                                                   const struct rt_field_ref *ref)
{
    const bool by_dest = ref->field == FIELD_CONTAINER_MOUNT_SOURCE;

    if (ref->arg_kind == RT_ARG_INDEX)
        return ref->index < record->nmounts ? &record->mounts[ref->index] : NULL;
    for (uint32_t i = 0; i < record->nmounts; i++) {
        const struct rt_container_mount *mount = &record->mounts[i];
        const struct rt_str path = by_dest ? mount->dest : mount->source;

        if (ref->matches ? ref->matches(path.data, path.len)
                         : memmem(path.data, path.len, ref->key, strlen(ref->key)) != NULL)
            return mount;
    }
    return NULL;
}

static void give_mount(const struct rt_container *record, const struct rt_field_ref *ref,
                       struct rt_values *out)
{
    const struct rt_container_mount *mount = find_mount(record, ref);

    if (!mount)
        return;
    switch ((int)ref->field) {
    case FIELD_CONTAINER_MOUNT:
        rt_give_str(out, mount->text);
        break;
    case FIELD_CONTAINER_MOUNT_SOURCE:
        rt_give_str(out, mount->source);
        break;
    case FIELD_CONTAINER_MOUNT_DEST:
        rt_give_str(out, mount->dest);
        break;
    case FIELD_CONTAINER_MOUNT_MODE:
        rt_give_str(out, mount->mode);
        break;
    case FIELD_CONTAINER_MOUNT_RDWR:
        rt_give_cstr(out, mount->rdwr ? "true" : "false");
        break;
    case FIELD_CONTAINER_MOUNT_PROPAGATION:
        rt_give_str(out, mount->propagation);
        break;
    default:
        break;
    }
}

/* --- labels and pods --- */

static void give_label(const struct rt_container_labels *labels, const char *key,
                       struct rt_values *out)
{
    const struct rt_str *value = rt_container_label(labels, key);

    if (value)
        rt_give_str(out, *value);
}

static struct rt_str shortened(struct rt_str id)
{
    if (id.len > ID_SHOWN)
        id.len = ID_SHOWN;
    return id;
}

/* What tells about the pod: the container itself if it carries the result of the network's set-up,
 * else the pod's sandbox, which is a container too. NULL: that is not known. */
static const struct rt_container *find_pod(struct rt_eval *eval, const struct rt_container *record)
{
    const struct rt_str id = shortened(record->sandbox_id);
    char key[ID_SHOWN + 1];

    if (record->cni_json.len > 0)
        return record;
    memcpy(key, id.data, id.len);
    key[id.len] = '\0';
    if (id.len == 0)
        return &rt_container_host; /* as in Falco: the empty id is the host's */
    return find_by_key(eval, key);
}

static void give_pod(struct rt_eval *eval, const struct rt_field_ref *ref,
                     const struct rt_container *record, struct rt_values *out)
{
    const struct rt_container *pod = find_pod(eval, record);

    switch ((int)ref->field) {
    case FIELD_K8S_POD_LABEL:
        if (pod)
            give_label(&pod->pod_labels, ref->key, out);
        if (out->n == 0)
            give_label(&record->pod_labels, ref->key, out);
        break;
    case FIELD_K8S_POD_LABELS:
        rt_give_str(out, (pod ? pod : record)->pod_labels.text);
        break;
    case FIELD_K8S_POD_IP:
        if (pod)
            rt_give_str(out, pod->ip);
        break;
    case FIELD_K8S_POD_CNI_JSON:
        if (pod)
            rt_give_str(out, pod->cni_json);
        break;
    default:
        break;
    }
}

/* Fields that the record holds; false: it is another one. */
static bool give_text(const struct rt_container *record, enum cat_field_id field,
                      struct rt_values *out)
{
    const struct rt_str *text;

    switch ((int)field) {
    case FIELD_CONTAINER_FULL_ID:
        text = &record->full_id;
        break;
    case FIELD_CONTAINER_NAME:
        text = &record->name;
        break;
    case FIELD_CONTAINER_IMAGE:
        text = &record->image;
        break;
    case FIELD_CONTAINER_IMAGE_ID:
        text = &record->image_id;
        break;
    case FIELD_CONTAINER_IMAGE_REPOSITORY:
        text = &record->repository;
        break;
    case FIELD_CONTAINER_IMAGE_TAG:
        text = &record->tag;
        break;
    case FIELD_CONTAINER_IMAGE_DIGEST:
        text = &record->digest;
        break;
    case FIELD_CONTAINER_IP:
        text = &record->ip;
        break;
    case FIELD_CONTAINER_CNI_JSON:
        text = &record->cni_json;
        break;
    case FIELD_CONTAINER_MOUNTS:
        text = &record->mounts_text;
        break;
    case FIELD_CONTAINER_LABELS:
        text = &record->labels.text;
        break;
    case FIELD_K8S_POD_FULL_SANDBOX_ID:
        text = &record->sandbox_id;
        break;
    default:
        return false;
    }
    rt_give_str(out, *text);
    return true;
}

static void extract_record(struct rt_eval *eval, const struct rt_field_ref *ref,
                           const struct rt_container *record, struct rt_values *out)
{
    if (give_text(record, ref->field, out))
        return;
    switch ((int)ref->field) {
    case FIELD_CONTAINER_TYPE:
        rt_give_cstr(out, rt_container_type_name(record->type));
        break;
    case FIELD_CONTAINER_PRIVILEGED:
        rt_give_bool(out, record->privileged);
        break;
    case FIELD_CONTAINER_HOST_PID:
        rt_give_bool(out, record->host_pid);
        break;
    case FIELD_CONTAINER_HOST_NETWORK:
        rt_give_bool(out, record->host_network);
        break;
    case FIELD_CONTAINER_HOST_IPC:
        rt_give_bool(out, record->host_ipc);
        break;
    case FIELD_CONTAINER_MOUNT:
    case FIELD_CONTAINER_MOUNT_SOURCE:
    case FIELD_CONTAINER_MOUNT_DEST:
    case FIELD_CONTAINER_MOUNT_MODE:
    case FIELD_CONTAINER_MOUNT_RDWR:
    case FIELD_CONTAINER_MOUNT_PROPAGATION:
        give_mount(record, ref, out);
        break;
    case FIELD_CONTAINER_LABEL:
        give_label(&record->labels, ref->key, out);
        break;
    case FIELD_K8S_POD_NAME:
        give_label(&record->labels, "io.kubernetes.pod.name", out);
        break;
    case FIELD_K8S_NS_NAME:
        give_label(&record->labels, "io.kubernetes.pod.namespace", out);
        break;
    case FIELD_K8S_POD_ID:
    case FIELD_K8S_POD_UID:
        give_label(&record->labels, "io.kubernetes.pod.uid", out);
        break;
    case FIELD_K8S_POD_SANDBOX_ID:
        rt_give_str(out, shortened(record->sandbox_id));
        break;
    default:
        give_pod(eval, ref, record, out);
        break;
    }
}

void rt_extract_container(struct rt_eval *eval, const struct rt_field_ref *ref,
                          struct rt_values *out)
{
    const struct rt_container *record = find_record(eval);
    const struct rt_thread *thread = eval->thread;

    switch ((int)ref->field) {
    case FIELD_CONTAINER_ID:
        if (record)
            rt_give_str(out, record->id);
        else if (thread)
            rt_give_cstr(out, thread->container_id);
        break;
    case FIELD_CONTAINER_START_TS:
        if (thread && thread->pidns_start_ns != 0)
            rt_give_u64(out, thread->pidns_start_ns);
        break;
    case FIELD_CONTAINER_DURATION:
        if (thread && thread->pidns_start_ns != 0)
            rt_give_u64(out, eval->event->time_ns - thread->pidns_start_ns);
        break;
    default:
        if (record)
            extract_record(eval, ref, record, out);
        break;
    }
}
