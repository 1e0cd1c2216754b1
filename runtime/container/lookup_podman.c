/* Podman: beside the bundle, its list of containers and its database, which is a SQLite file since
 * Podman 5 and a bolt file before. See lookup.h. */
#include "bolt.h"
#include "lookup_internal.h"
#include "sqlite.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define TRIES 3

/* Name and image from the list of containers. */
static void take_container_list(struct rt_storage *storage)
{
    struct rt_draft *draft = storage->draft;
    json_t *list = rt_file_json(draft->root, "%s/%s-containers/containers.json", storage->store,
                                storage->driver);
    json_t *item;
    size_t i;

    json_array_foreach(list, i, item)
    {
        if (strcmp(rt_json_text(item, "id"), draft->full_id) != 0)
            continue;
        const char *text = rt_json_text(item, "metadata");
        json_t *metadata = rt_json_parse(text, strlen(text));
        json_t *name = json_array_get(rt_json_array(item, "names"), 0);
        rt_draft_text(draft, "name", json_string_value(name));
        rt_draft_text(draft, "imageid", rt_json_text(item, "image"));
        rt_draft_image(draft, rt_json_text(metadata, "image-name"));
        json_decref(metadata);
        break;
    }
    json_decref(list);
}

static bool is_listed(json_t *list, const char *text)
{
    json_t *item;
    size_t i;

    json_array_foreach(list, i, item)
    {
        if (rt_json_is(item, text))
            return true;
    }
    return false;
}

/* What Podman's own database has beyond that: the labels, and which mounts are the user's. */
static void take_config(struct rt_draft *draft, json_t *config)
{
    json_t *volume;
    const char *image = rt_json_text(config, "rootfsImageName");
    size_t i;

    rt_draft_text(draft, "name", rt_json_text(config, "name"));
    rt_draft_text(draft, "imageid", rt_json_text(config, "rootfsImageID"));
    rt_draft_image(draft, *image ? image : rt_json_text(config, "RawImageName"));
    rt_draft_text(draft, "User", rt_json_text(config, "user"));
    rt_draft_bool(draft, "privileged", rt_json_true(config, "privileged"));
    json_object_del(draft->out, "labels");
    rt_draft_labels(draft, "labels", rt_json_object(config, "labels"));
    /* A named volume is in the specification as well, as a bind mount of its directory. */
    json_t *mounts = json_incref(json_object_get(draft->out, "Mounts"));
    json_object_del(draft->out, "Mounts");
    json_array_foreach(mounts, i, volume)
    {
        if (is_listed(rt_json_array(config, "userVolumes"), rt_json_text(volume, "Destination")))
            rt_draft_mount(draft, rt_json_text(volume, "Source"),
                           rt_json_text(volume, "Destination"), rt_json_text(volume, "Mode"),
                           rt_json_true(volume, "RW"), rt_json_text(volume, "Propagation"));
    }
    json_decref(mounts);
}

/* {"networkStatus":{"podman":{"interfaces":{"eth0":{"subnets":[{"ipnet":"10.88.0.2/16"}]}}}}} */
static void take_state(struct rt_draft *draft, json_t *state)
{
    json_t *network, *interface, *subnet;
    const char *network_name, *name;
    size_t i;
    char ip[16];

    json_object_foreach(rt_json_object(state, "networkStatus"), network_name, network)
    {
        json_object_foreach(rt_json_object(network, "interfaces"), name, interface)
        {
            json_array_foreach(rt_json_array(interface, "subnets"), i, subnet)
            {
                const char *text = rt_json_text(subnet, "ipnet");
                const size_t len = strcspn(text, "/");
                if (len >= sizeof ip || !memchr(text, '.', len) || *rt_json_text(draft->out, "ip"))
                    continue;
                memcpy(ip, text, len);
                ip[len] = '\0';
                rt_draft_text(draft, "ip", ip);
            }
        }
    }
}

/* --- the database: JSON of the configuration and of the state of each container --- */

struct database {
    json_t *config, *state; /* NULL: not there */
};

static json_t *parse(struct rt_piece text)
{
    return text.at ? rt_json_parse((const char *)text.at, text.len) : NULL;
}

/* Podman before 5 by default: each container is a bucket in the bucket "ctr". */
static bool read_bolt(struct rt_storage *storage, struct database *out)
{
    const char *const config[] = {"ctr", storage->draft->full_id, "config"};
    const char *const state[] = {"ctr", storage->draft->full_id, "state"};
    struct rt_bolt bolt;
    char path[PATH_MAX];

    snprintf(path, sizeof path, "%s/libpod/bolt_state.db", storage->store);
    if (!rt_bolt_open(&bolt, storage->draft->root, path))
        return true;
    out->config = parse(rt_bolt_value(&bolt, config, 3));
    out->state = parse(rt_bolt_value(&bolt, state, 3));
    return rt_bolt_close(&bolt);
}

/* Podman since 5: ContainerConfig(ID, Name, PodID, JSON), ContainerState(ID, State, ExitCode,
 * JSON). */
static bool read_sqlite(struct rt_storage *storage, struct database *out)
{
    enum { JSON = 3 };
    const char *id = storage->draft->full_id;
    struct rt_sqlite sqlite;
    char path[PATH_MAX];

    snprintf(path, sizeof path, "%s/db.sql", storage->store);
    if (!rt_sqlite_open(&sqlite, storage->draft->root, path))
        return true;
    out->config = parse(rt_sqlite_text(&sqlite, "ContainerConfig", id, JSON));
    out->state = parse(rt_sqlite_text(&sqlite, "ContainerState", id, JSON));
    return rt_sqlite_close(&sqlite);
}

/* Reads again what was written to meanwhile; after some times, what parses has to do. */
static void take_database(struct rt_storage *storage)
{
    static bool (*const readers[])(struct rt_storage *, struct database *) = {read_sqlite,
                                                                              read_bolt};
    const struct timespec moment = {.tv_nsec = 1000000};

    for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
        struct database database = {0};
        for (int tries = 1; !readers[i](storage, &database) && tries < TRIES; tries++) {
            json_decref(database.config);
            json_decref(database.state);
            database = (struct database){0};
            nanosleep(&moment, NULL);
        }
        const bool found = database.config != NULL;
        if (found) {
            take_config(storage->draft, database.config);
            take_state(storage->draft, database.state);
        }
        json_decref(database.config);
        json_decref(database.state);
        if (found)
            return;
    }
}

void rt_storage_podman(struct rt_storage *storage)
{
    static const char *const own[] = {"-containers/"}; /* hosts, resolv.conf, shm, secrets */
    struct rt_draft *draft = storage->draft;
    const char *privileged = rt_spec_annotation(storage->spec, "io.podman.annotations.privileged");

    rt_draft_begin(draft, RT_CONTAINER_PODMAN);
    rt_draft_spec(draft, storage->spec, storage->bundle);
    rt_draft_spec_mounts(draft, storage->spec, own, 1, false);
    if (*privileged)
        rt_draft_bool(draft, "privileged", strcmp(privileged, "TRUE") == 0);
    rt_draft_number(
        draft, "created_time",
        rt_draft_time(rt_spec_annotation(storage->spec, "io.kubernetes.cri-o.Created")));
    take_container_list(storage);
    rt_storage_image_labels(storage, rt_json_text(draft->out, "imageid"));
    take_database(storage);
    rt_storage_image(storage, rt_json_text(draft->out, "imageid"));
}
