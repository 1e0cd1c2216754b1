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
static void take_names(struct docker *docker, json_t *repositories)
{
    const char *tag = NULL, *digest = NULL, *key, *name;
    json_t *repository, *id;

    json_object_foreach(repositories, key, repository)
    {
        json_object_foreach(repository, name, id)
        {
            if (!rt_json_is(id, docker->image_id))
                continue;
            const char **kept = strchr(name, '@') ? &digest : &tag;
            if (!*kept || strcmp(name, *kept) < 0)
                *kept = name;
        }
    }
    if (!tag && !digest)
        return;
    docker->found = true;
    json_t *image = json_incref(json_object_get(docker->draft->out, "image"));
    rt_draft_image(docker->draft, tag ? tag : digest);
    if (digest)
        rt_draft_text(docker->draft, "imagedigest", strchr(digest, '@') + 1);
    rt_draft_text(docker->draft, "image", json_string_value(image)); /* as it was asked for */
    json_decref(image);
}

static bool take_driver(void *context, const char *driver)
{
    struct docker *docker = context;
    json_t *file =
        rt_file_json(docker->draft->root, "%s/image/%s/repositories.json", docker->data, driver);

    take_names(docker, rt_json_object(file, "Repositories"));
    json_decref(file);
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
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void take_mounts(struct rt_draft *draft, json_t *points)
{
    const size_t n = json_object_size(points);
    const char **names = calloc(n + 1, sizeof *names), *name;
    json_t *point;
    size_t i = 0;

    if (!names)
        return;
    json_object_foreach(points, name, point)
    {
        names[i++] = name;
    }
    qsort(names, n, sizeof *names, by_name);
    for (i = 0; i < n; i++) {
        point = json_object_get(points, names[i]);
        rt_draft_mount(draft, rt_json_text(point, "Source"), rt_json_text(point, "Destination"),
                       rt_json_text(point, "Relabel"), rt_json_true(point, "RW"),
                       rt_json_text(point, "Propagation"));
    }
    free(names);
}

/* The address on the default network, else on the first that has one. */
static void take_ip(struct rt_draft *draft, json_t *settings)
{
    json_t *networks = rt_json_object(settings, "Networks"), *network;
    const char *name;
    const char *ip = rt_json_text(rt_json_object(networks, "bridge"), "IPAddress");

    if (!*ip)
        ip = rt_json_text(settings, "IPAddress");
    json_object_foreach(networks, name, network)
    {
        if (!*ip)
            ip = rt_json_text(network, "IPAddress");
    }
    rt_draft_text(draft, "ip", ip);
}

static void take_host_config(struct docker *docker, json_t *host)
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
    json_t *config = rt_file_json(draft->root, "%s/containers/%s/config.v2.json", docker->data,
                                  network + sizeof other - 1);
    take_ip(draft, rt_json_object(config, "NetworkSettings"));
    json_decref(config);
}

static bool take(struct docker *docker)
{
    struct rt_draft *draft = docker->draft;
    json_t *config =
        rt_file_json(draft->root, "%s/containers/%s/config.v2.json", docker->data, draft->full_id);
    json_t *inside = rt_json_object(config, "Config");
    const char *name = rt_json_text(config, "Name");
    const bool found = strcmp(rt_json_text(config, "ID"), draft->full_id) == 0;

    if (found) {
        json_t *host = rt_file_json(draft->root, "%s/containers/%s/hostconfig.json", docker->data,
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
        json_decref(host);
    }
    json_decref(config);
    return found;
}

bool rt_look_docker(struct rt_draft *draft)
{
    struct docker docker = {.draft = draft, .data = "/var/lib/docker"};

    if (!*draft->full_id)
        return false;
    if (take(&docker))
        return true;
    json_t *daemon = rt_file_json(draft->root, "/etc/docker/daemon.json");
    const char *data = rt_json_text(daemon, "data-root");
    const bool set = *data == '/' && strlen(data) < sizeof docker.data;
    if (set)
        memcpy(docker.data, data, strlen(data) + 1);
    json_decref(daemon);
    return set && take(&docker);
}
