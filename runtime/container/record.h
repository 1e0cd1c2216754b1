/* What is known about one container: a record that never changes once it is made.
 *
 * A record is made from the JSON text that Falco's container plugin puts into a capture's events
 * ({"container":{"id":...,"image":...}}), in a replay and live alike: live, the look-up writes that
 * text first (lookup.h). So a recording replays with the very same values.
 */
#ifndef RULEC_CONTAINER_RECORD_H
#define RULEC_CONTAINER_RECORD_H

#include "../state/state.h"

/* Falco's numbers, as the JSON holds them. */
enum rt_container_type {
    RT_CONTAINER_DOCKER = 0,
    RT_CONTAINER_LXC = 1,
    RT_CONTAINER_LIBVIRT_LXC = 2,
    RT_CONTAINER_MESOS = 3,
    RT_CONTAINER_RKT = 4,
    RT_CONTAINER_CUSTOM = 5,
    RT_CONTAINER_CRI = 6,
    RT_CONTAINER_CONTAINERD = 7,
    RT_CONTAINER_CRIO = 8,
    RT_CONTAINER_BPM = 9,
    RT_CONTAINER_STATIC = 10,
    RT_CONTAINER_PODMAN = 11,
    RT_CONTAINER_HOST = 0xfffe,
    RT_CONTAINER_UNKNOWN = 0xffff
};

struct rt_container_mount {
    struct rt_str source, dest, mode, propagation;
    struct rt_str text; /* "source:dest:mode:true:propagation" */
    bool rdwr;
};

struct rt_container_label {
    struct rt_str key, value;
};

struct rt_container_labels {
    const struct rt_container_label *items; /* n of them, by key */
    uint32_t n;
    struct rt_str text; /* "a:b, c:d": without those of Kubernetes itself */
};

struct rt_container {
    char key[RT_CONTAINER_ID_SIZE]; /* as threads carry it: id, cut to fit */
    struct rt_str id, full_id, name;
    struct rt_str image, image_id, repository, tag, digest;
    struct rt_str ip, cni_json;
    struct rt_str sandbox_id; /* in full; "": none */
    uint32_t type;            /* enum rt_container_type, or a number that is none of them */
    bool privileged, host_pid, host_network, host_ipc, is_sandbox;
    const struct rt_container_mount *mounts; /* nmounts */
    uint32_t nmounts;
    struct rt_str mounts_text; /* all, with commas */
    struct rt_container_labels labels, pod_labels;
    struct rt_str json; /* the text that it was made from */
    struct rt_str root; /* live: the directory that is the container's root, as the host names it;
                           "": not known, as in a replay */
    int64_t pid;        /* live: a process of the container, so that /proc/PID/root is its root
                           while that lives; 0: none known */
    size_t bytes;       /* of the whole record, which is one piece */
};

#define RT_CONTAINER_JSON_MAX (4u << 20) /* bytes; a longer text is refused */

/* Makes a record from JSON text of len bytes. root may be "". 0 and *out, to be freed with
 * rt_container_free; -EBADMSG if it is no JSON or no container, or a member has a type that it must
 * not have, which Falco refuses too; -ENOMEM. */
int rt_container_parse(struct rt_container **out, const char *json, size_t len, const char *root,
                       int64_t pid);
void rt_container_free(struct rt_container *record); /* NULL is allowed */

/* "docker", "cri-o", ...; "" for a number without a name. */
const char *rt_container_type_name(uint32_t type);

/* The value of that label; NULL: none. */
const struct rt_str *rt_container_label(const struct rt_container_labels *labels, const char *key);

/* The record of processes outside of containers. */
extern const struct rt_container rt_container_host;

#endif
