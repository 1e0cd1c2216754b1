/* What an OCI specification (config.json of a bundle) tells about a container, whoever wrote it. */
#include "lookup_internal.h"

#include <stdio.h>
#include <string.h>

const char *rt_spec_annotation(json_t *spec, const char *name)
{
    return rt_json_text(rt_json_object(spec, "annotations"), name);
}

bool rt_spec_shares(json_t *spec, const char *namespace)
{
    json_t *item;
    size_t i;

    json_array_foreach(rt_json_array(rt_json_object(spec, "linux"), "namespaces"), i, item)
    {
        if (strcmp(rt_json_text(item, "type"), namespace) == 0)
            return strncmp(rt_json_text(item, "path"), "/proc/1/ns/", 11) == 0;
    }
    return true;
}

static bool has_option(json_t *mount, const char *option)
{
    json_t *item;
    size_t i;

    json_array_foreach(rt_json_array(mount, "options"), i, item)
    {
        if (rt_json_is(item, option))
            return true;
    }
    return false;
}

/* No engine writes down that a container is privileged, but all take the same away from one that is
 * not: paths of /proc are hidden, /sys is read-only, seccomp filters. containerd decides likewise.
 */
static bool is_privileged(json_t *spec)
{
    json_t *linux_part = rt_json_object(spec, "linux");
    json_t *process = rt_json_object(spec, "process"), *mount;
    size_t i;
    const char *profile = rt_json_text(process, "apparmorProfile");

    if (!linux_part || !process || json_array_size(rt_json_array(linux_part, "maskedPaths")) ||
        json_array_size(rt_json_array(linux_part, "readonlyPaths")) ||
        rt_json_object(linux_part, "seccomp") || *rt_json_text(process, "selinuxLabel") ||
        (*profile && strcmp(profile, "unconfined") != 0))
        return false;
    json_array_foreach(rt_json_array(spec, "mounts"), i, mount)
    {
        const char *type = rt_json_text(mount, "type");
        if ((strcmp(type, "sysfs") == 0 || strcmp(type, "cgroup") == 0) && has_option(mount, "ro"))
            return false;
    }
    return true;
}

void rt_draft_spec(struct rt_draft *draft, json_t *spec, const char *bundle)
{
    json_t *uid = json_object_get(rt_json_object(rt_json_object(spec, "process"), "user"), "uid");
    const char *path = rt_json_text(rt_json_object(spec, "root"), "path");
    char user[24] = "";

    if (json_is_number(uid))
        snprintf(user, sizeof user, "%.0f", json_number_value(uid));
    rt_draft_text(draft, "User", user);
    rt_draft_bool(draft, "privileged", is_privileged(spec));
    rt_draft_bool(draft, "host_pid", rt_spec_shares(spec, "pid"));
    rt_draft_bool(draft, "host_network", rt_spec_shares(spec, "network"));
    rt_draft_bool(draft, "host_ipc", rt_spec_shares(spec, "ipc"));
    const int len = *path == '/' ? snprintf(draft->root_path, PATH_MAX, "%s", path)
                                 : snprintf(draft->root_path, PATH_MAX, "%s/%s", bundle, path);
    if (len < 0 || len >= PATH_MAX || !*path)
        draft->root_path[0] = '\0';
}

static bool is_own(const char *source, const char *const *own, uint32_t nown)
{
    for (uint32_t i = 0; i < nown; i++) {
        if (strstr(source, own[i]))
            return true;
    }
    return false;
}

static const char *propagation_of(json_t *mount)
{
    static const char *const kinds[] = {"private", "rprivate", "shared",    "rshared",
                                        "slave",   "rslave",   "unbindable"};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (has_option(mount, kinds[i]))
            return kinds[i];
    }
    return "";
}

/* The names that the Kubernetes interface has for the three that it knows. */
static const char *cri_propagation(const char *propagation)
{
    return strcmp(propagation, "rshared") == 0 || strcmp(propagation, "rslave") == 0 ? propagation
                                                                                     : "private";
}

void rt_draft_spec_mounts(struct rt_draft *draft, json_t *spec, const char *const *own,
                          uint32_t nown, bool cri)
{
    json_t *mount;
    size_t i;

    json_array_foreach(rt_json_array(spec, "mounts"), i, mount)
    {
        const char *source = rt_json_text(mount, "source"), *propagation = propagation_of(mount);
        if ((strcmp(rt_json_text(mount, "type"), "bind") != 0 && !has_option(mount, "bind") &&
             !has_option(mount, "rbind")) ||
            is_own(source, own, nown))
            continue;
        rt_draft_mount(draft, source, rt_json_text(mount, "destination"), "",
                       !has_option(mount, "ro"), cri ? cri_propagation(propagation) : propagation);
    }
}
