/* Looking a container up in what the container engines leave on disk:
 *
 *   Docker      DATA/containers/ID/config.v2.json and hostconfig.json,
 * DATA/image/DRIVER/repositories.json containerd
 * /run/containerd/io.containerd.runtime.v2.task/NAMESPACE/ID/config.json, an OCI specification;
 * Kubernetes' facts are in its annotations io.kubernetes.cri.* CRI-O
 * RUN/overlay-containers/ID/userdata/config.json, with annotations io.kubernetes.cri-o.* Podman
 * STORE/overlay-containers/ID/userdata/config.json, STORE/overlay-containers/ containers.json,
 * STORE/overlay-images/images.json, STORE/libpod/bolt_state.db the network
 * /var/lib/cni/results/NETWORK-SANDBOX-INTERFACE
 *
 * No socket is asked, so no engine has to run, answer or trust us. The files are written before a
 * container's first process starts. Everything here may allocate and block: it runs on the
 * resolver's thread (resolver.h).
 */
#ifndef RULEC_CONTAINER_LOOKUP_H
#define RULEC_CONTAINER_LOOKUP_H

#include "record.h"

struct rt_lookup {
    char key[RT_CONTAINER_ID_SIZE]; /* as the state found it in the path of a control group */
    char cgroup[512];               /* that path; of a longer one its end */
    char bundle[512];               /* the directory that its monitor was started with; "": none */
    int64_t pid;                    /* a process of the container */
    enum rt_container_engine engine;
};

/* Looks it up below root (rt_file_root). 0 and *out, a record to be freed; -ENOENT: nothing found,
 * or not yet; -ENOMEM. */
int rt_container_look_up(struct rt_container **out, int root, const struct rt_lookup *lookup);

#endif
