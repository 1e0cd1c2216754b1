/* Fields about the container of the thread (container.*, k8s.*).
 *
 * A container's id comes from the cgroup paths, so it is always there. What else there is to know
 * about a container, the container engine has to tell; without one, those fields have no value,
 * as in Falco when it cannot reach an engine. A process outside of containers is said to be in
 * the container `host`. A container is as old as its pid namespace, which the kernel tells.
 */
#include "../engine.h"
#include "give.h"

void rt_extract_container(struct rt_eval *eval, const struct rt_field_ref *ref,
                          struct rt_values *out)
{
    const struct rt_thread *thread = eval->thread;

    if (!thread)
        return;
    bool host = thread->container_id[0] == 0;
    switch ((int)ref->field) {
    case FIELD_CONTAINER_ID:
        rt_give_cstr(out, host ? "host" : thread->container_id);
        break;
    case FIELD_CONTAINER_FULL_ID:
    case FIELD_CONTAINER_NAME:
    case FIELD_CONTAINER_TYPE:
        if (host)
            rt_give_cstr(out, "host");
        break;
    case FIELD_CONTAINER_START_TS:
        if (thread->pidns_start_ns != 0)
            rt_give_u64(out, thread->pidns_start_ns);
        break;
    case FIELD_CONTAINER_DURATION:
        if (thread->pidns_start_ns != 0)
            rt_give_u64(out, eval->event->time_ns - thread->pidns_start_ns);
        break;
    default:
        break;
    }
}
