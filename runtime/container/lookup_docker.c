/* Docker: one directory a container, with the daemon's own notes. See lookup.h. */
#include "lookup_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct docker {
    struct rt_draft *draft;
    char data[PATH_MAX / 2]; /* the daemon's directory */
    const char *image_id;    /* "sha256:..." */
    bool found;              /* a name of the image */
};

/* --- names of images: image/DRIVER/repositories.json --- */

/* {"shop/web":{"shop/web:1.2":"sha256:...","shop/web@sha256:...":"sha256:..."}}: of the names of
 * this image, the first tag and the first digest in the order of bytes, as the daemon lists them.
 */
static void take_names(struct docker *docker, const cJSON *repositories)
{
    const char *tag = NULL, *digest = NULL;
    const cJSON *repository, *name;

    cJSON_ArrayForEach(repository, repositories)
    {
        cJSON_ArrayForEach(name, repository)
        {
            if (!name->string || !rt_json_is(name, docker->image_id))
                continue;
            const char **kept = strchr(name->string, '@') ? &digest : &tag;
            if (!*kept || strcmp(name->string, *kept) < 0)
                *kept = name->string;
        }
    }
    if (!tag && !digest)
        return;
    docker->found = true;
    cJSON *image =
        cJSON_Duplicate(cJSON_GetObjectItemCaseSensitive(docker->draft->out, "image"), false);
    rt_draft_image(docker->draft, tag ? tag : digest);
    if (digest)
        rt_draft_text(docker->draft, "imagedigest", strchr(digest, '@') + 1);
    rt_draft_text(docker->draft, "image", cJSON_GetStringValue(image)); /* as it was asked for */
    cJSON_Delete(image);
}

static bool take_driver(void *context, const char *driver)
{
    struct docker *docker = context;
    cJSON *file =
        rt_file_json(docker->draft->root, "%s/image/%s/repositories.json", docker->data, driver);

    take_names(docker, rt_json_object(file, "Repositories"));
    cJSON_Delete(file);
    return docker->found;
}

/* Without a list of names, what the container was started with: "web", "shop/web:1.2", an id. */
static void take_image(struct docker *docker, const char *asked)
{
    char path[PATH_MAX];
    const bool is_id = strncmp(asked, "sha256:", 7) == 0;

    rt_draft_image(docker->draft, is_id ? "" : asked);
    rt_draft_text(docker->draft, "image", asked);
    if (!is_id && *asked && !strchr(asked, '@') && !*rt_json_text(docker->draft->out, "imagetag"))
        rt_draft_text(docker->draft, "imagetag", "latest"); /* what the daemon takes it for */
    snprintf(path, sizeof path, "%s/image", docker->data);
    rt_file_each(docker->draft->root, path, take_driver, docker);
}

/* --- the container --- */

static int by_name(const void *a, const void *b)
{
    return strcmp((*(const cJSON *const *)a)->string, (*(const cJSON *const *)b)->string);
}

static void take_mounts(struct rt_draft *draft, const cJSON *points)
{
    const int n = cJSON_GetArraySize(points);
    const cJSON **list = calloc((size_t)n + 1, sizeof *list), *point;
    int i = 0;

    if (!list)
        return;
    cJSON_ArrayForEach(point, points)
    {
        list[i++] = point;
    }
    qsort(list, (size_t)n, sizeof *list, by_name);
    for (i = 0; i < n; i++)
        rt_draft_mount(draft, rt_json_text(list[i], "Source"), rt_json_text(list[i], "Destination"),
                       rt_json_text(list[i], "Relabel"), rt_json_true(list[i], "RW"),
                       rt_json_text(list[i], "Propagation"));
    free(list);
}

/* The address on the default network, else on the first that has one. */
static void take_ip(struct rt_draft *draft, const cJSON *settings)
{
    const cJSON *networks = rt_json_object(settings, "Networks"), *network;
    const char *ip = rt_json_text(rt_json_object(networks, "bridge"), "IPAddress");

    if (!*ip)
        ip = rt_json_text(settings, "IPAddress");
    cJSON_ArrayForEach(network, networks)
    {
        if (!*ip)
            ip = rt_json_text(network, "IPAddress");
    }
    rt_draft_text(draft, "ip", ip);
}

static void take_host_config(struct docker *docker, const cJSON *host)
{
    static const char other[] = "container:";
    struct rt_draft *draft = docker->draft;
    const char *network = rt_json_text(host, "NetworkMode");

    rt_draft_bool(draft, "privileged", rt_json_true(host, "Privileged"));
    rt_draft_bool(draft, "host_network", strcmp(network, "host") == 0);
    rt_draft_bool(draft, "host_pid", strcmp(rt_json_text(host, "PidMode"), "host") == 0);
    rt_draft_bool(draft, "host_ipc", strcmp(rt_json_text(host, "IpcMode"), "host") == 0);
    if (strncmp(network, other, sizeof other - 1) != 0 || strchr(network, '/'))
        return;
    cJSON *config = rt_file_json(draft->root, "%s/containers/%s/config.v2.json", docker->data,
                                 network + sizeof other - 1);
    take_ip(draft, rt_json_object(config, "NetworkSettings"));
    cJSON_Delete(config);
}

static bool take(struct docker *docker)
{
    struct rt_draft *draft = docker->draft;
    cJSON *config =
        rt_file_json(draft->root, "%s/containers/%s/config.v2.json", docker->data, draft->full_id);
    const cJSON *inside = rt_json_object(config, "Config");
    const char *name = rt_json_text(config, "Name");
    const bool found = strcmp(rt_json_text(config, "ID"), draft->full_id) == 0;

    if (found) {
        cJSON *host = rt_file_json(draft->root, "%s/containers/%s/hostconfig.json", docker->data,
                                   draft->full_id);
        rt_draft_begin(draft, RT_CONTAINER_DOCKER);
        rt_draft_text(draft, "name", name + (*name == '/'));
        rt_draft_bool(draft, "is_pod_sandbox", strstr(name, "k8s_POD") != NULL);
        docker->image_id = rt_json_text(config, "Image");
        rt_draft_text(draft, "imageid",
                      docker->image_id + (strncmp(docker->image_id, "sha256:", 7) == 0 ? 7 : 0));
        take_image(docker, rt_json_text(inside, "Image"));
        rt_draft_text(draft, "User", rt_json_text(inside, "User"));
        rt_draft_labels(draft, "labels", rt_json_object(inside, "Labels"));
        take_mounts(draft, rt_json_object(config, "MountPoints"));
        take_ip(draft, rt_json_object(config, "NetworkSettings"));
        take_host_config(docker, host);
        rt_draft_number(draft, "created_time", rt_draft_time(rt_json_text(config, "Created")));
        cJSON_Delete(host);
    }
    cJSON_Delete(config);
    return found;
}

bool rt_look_docker(struct rt_draft *draft)
{
    struct docker docker = {.draft = draft, .data = "/var/lib/docker"};

    if (!*draft->full_id)
        return false;
    if (take(&docker))
        return true;
    cJSON *daemon = rt_file_json(draft->root, "/etc/docker/daemon.json");
    const char *data = rt_json_text(daemon, "data-root");
    const bool set = *data == '/' && strlen(data) < sizeof docker.data;
    if (set)
        memcpy(docker.data, data, strlen(data) + 1);
    cJSON_Delete(daemon);
    return set && take(&docker);
}
