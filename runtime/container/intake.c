/* Containers out of events. See intake.h. */
#include "intake.h"

#include <string.h>

static bool is_named(const struct rt_event *event, const char *name)
{
    uint32_t len;

    return strcmp(rt_param_str(event, 1, &len), name) == 0;
}

bool rt_container_intake_wants(const struct rt_event *event)
{
    if (event->type == EV_ASYNCEVENT_E)
        return is_named(event, RT_CONTAINER_EVENT) || is_named(event, RT_CONTAINER_REMOVED_EVENT);
    return event->type == EV_CONTAINER_JSON_2_E;
}

const struct rt_container *rt_container_intake(struct rt_containers *store,
                                               const struct rt_event *event)
{
    const bool async = event->type == EV_ASYNCEVENT_E;
    const uint32_t index = async ? 2 : 0;
    struct rt_container *record;

    if (index >= event->nparams || event->params[index].len == 0) {
        rt_containers_note_malformed(store);
        return NULL;
    }
    const char *json = (const char *)event->params[index].data;
    const size_t len = strnlen(json, event->params[index].len);
    if (rt_container_parse(&record, json, len, "", 0) != 0) {
        rt_containers_note_malformed(store);
        return NULL;
    }
    if (async && is_named(event, RT_CONTAINER_REMOVED_EVENT)) {
        /* What was known stays until it is needed no more; the event itself tells the same. */
        if (!rt_containers_find_past(store, record->key))
            rt_containers_put(store, record);
        rt_containers_end(store, record->key);
        const struct rt_container *past = rt_containers_find_past(store, record->key);
        if (past != record)
            rt_container_free(record);
        return past;
    }
    rt_containers_put(store, record);
    return record;
}
