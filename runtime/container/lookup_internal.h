/* What the files of the look-up share: each engine's file fills the JSON object of a container, as
 * Falco's plugin would write it. Only lookup*.c include this. */
#ifndef RULEC_CONTAINER_LOOKUP_INTERNAL_H
#define RULEC_CONTAINER_LOOKUP_INTERNAL_H

#include "file.h"
#include "lookup.h"

#include <limits.h>

#define RT_FULL_ID_SIZE 80 /* 64 digits; containerd's names have at most 76 bytes */

/* A container in the making. */
struct rt_draft {
    int root;                       /* descriptor of the host's root */
    const struct rt_lookup *lookup; /* what is looked for */
    char full_id[RT_FULL_ID_SIZE];  /* 64 digits or containerd's name; "": neither */
    json_t *out;                    /* the object that is filled */
    char root_path[PATH_MAX];       /* of the container, as the host names it; "" unknown */
};

/* Each tries one engine: true if it has filled draft->out. */
bool rt_look_docker(struct rt_draft *draft);
bool rt_look_containerd(struct rt_draft *draft);
bool rt_look_storage(struct rt_draft *draft); /* Podman and CRI-O */

/* Sets a member, in place of an earlier value. NULL text: "". */
void rt_draft_text(struct rt_draft *draft, const char *name, const char *text);
void rt_draft_bool(struct rt_draft *draft, const char *name, bool value);
void rt_draft_number(struct rt_draft *draft, const char *name, int64_t value);
/* Begins an object of that type, with the id that threads show and all else empty. */
void rt_draft_begin(struct rt_draft *draft, enum rt_container_type type);
/* image, imagerepo, imagetag and (if the name has one) imagedigest from the name of an image. */
void rt_draft_image(struct rt_draft *draft, const char *image);
/* Adds a mount. */
void rt_draft_mount(struct rt_draft *draft, const char *source, const char *dest, const char *mode,
                    bool rdwr, const char *propagation);
/* Adds the strings of an object as labels; NULL is allowed. into: "labels" or another. */
void rt_draft_labels(struct rt_draft *draft, const char *into, json_t *labels);
void rt_draft_label(struct rt_draft *draft, const char *into, const char *key, const char *value);
/* ip and cni_json of a pod's sandbox, from the result that the network's plugins left. */
void rt_draft_cni(struct rt_draft *draft, const char *sandbox_id);
/* Seconds since 1970 of "2026-11-24T23:55:54.1Z"; 0: it is no such time. */
int64_t rt_draft_time(const char *text);

/* --- of an OCI specification (lookup_oci.c) --- */

/* privileged, host_pid, host_network, host_ipc, User, and root_path; bundle: where the
 * specification lies. */
void rt_draft_spec(struct rt_draft *draft, json_t *spec, const char *bundle);
/* Whether the container has no namespace of that type, or the machine's. */
bool rt_spec_shares(json_t *spec, const char *namespace);
/* The bind mounts whose source is not below one of the engine's own directories. */
void rt_draft_spec_mounts(struct rt_draft *draft, json_t *spec, const char *const *own,
                          uint32_t nown, bool cri);
/* Value of an annotation; "". */
const char *rt_spec_annotation(json_t *spec, const char *name);

/* --- of containers/storage (lookup_storage.c) --- */

/* A container of Podman's or CRI-O's. */
struct rt_storage {
    struct rt_draft *draft;
    char bundle[PATH_MAX / 2];
    char store[PATH_MAX / 2]; /* the directory that overlay-containers is in */
    char driver[16];          /* "overlay" */
    json_t *spec;             /* config.json of the bundle */
};

#define RT_CRIO "io.kubernetes.cri-o." /* what names of its annotations begin with */

/* Each fills the draft from what that engine leaves. */
void rt_storage_podman(struct rt_storage *storage);
void rt_storage_crio(struct rt_storage *storage);

/* The digest of an image, and a name if the draft has none yet. */
void rt_storage_image(struct rt_storage *storage, const char *image_id);
/* The labels of an image. */
void rt_storage_image_labels(struct rt_storage *storage, const char *image_id);

#endif
