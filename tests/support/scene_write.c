/* A part of a scene as a capture. See scene.h. */
#include "scene.h"

#include "source/writer.h"

#include <string.h>

#define START_NS   1700000000000000000ull
#define STEP_NS    1000000ull
#define EVENT_SIZE 65536

static int add_start(const struct scene *scene, struct rt_state *state)
{
    int error = 0;

    for (const struct scene_user *user = scene->users; user && !error; user = user->next) {
        const struct rt_str name = {user->name, (uint32_t)strlen(user->name)}, none = {"", 0};
        if (user->is_group)
            error = rt_state_add_group(state, &(struct rt_group){user->id, name});
        else
            error =
                rt_state_add_user(state, &(struct rt_user){user->id, user->id, name, none, none});
    }
    for (const struct scene_process *p = scene->processes; p && !error; p = p->next)
        error = rt_state_add_thread(state, &p->facts);
    for (const struct scene_fd *fd = scene->fds; fd && !error; fd = fd->next)
        error = rt_state_add_fd(state, fd->tid, &fd->facts);
    rt_state_set_hostname(state, "scene");
    rt_state_set_machine(state, 1, START_NS - 3600 * 1000000000ull);
    rt_state_start_done(state);
    return error;
}

static int write_events(const struct scene_part *part, struct rt_writer *writer)
{
    static uint8_t bytes[EVENT_SIZE];
    uint64_t time_ns = START_NS;
    int error = 0;

    for (const struct scene_event *event = part->events; event && !error; event = event->next) {
        int len = rt_event_encode(bytes, sizeof(bytes), time_ns, event->tid, event->type,
                                  event->params, cat_events[event->type].nparams);
        if (len < 0)
            return len;
        error = rt_writer_event(writer, 0, 0, bytes, (uint32_t)len);
        time_ns += STEP_NS;
    }
    return error;
}

int scene_write(const struct scene *scene, const struct scene_part *part, const char *path)
{
    struct rt_state *state;
    struct rt_writer *writer = NULL;
    int error = rt_state_create(&state, NULL);

    if (error)
        return error;
    error = add_start(scene, state);
    if (!error)
        error = rt_writer_open(&writer, path, state);
    if (!error)
        error = write_events(part, writer);
    int closed = rt_writer_close(writer);
    rt_state_destroy(state);
    return error ? error : closed;
}
