/* Fields about the fds that poll and ppoll wait for (fdlist.*), joined with commas. */
#include "../bytes.h"
#include "../engine.h"
#include "build.h"
#include "fd_facts.h"

#define ENTRY 10 /* bytes of an fd in the list: its number (8), its events (2) */

static void add_comma(struct rt_builder *builder)
{
    if (builder->len > 0)
        rt_build_char(builder, ',');
}

static void add_address(struct rt_builder *builder, const uint8_t *address, uint32_t len)
{
    add_comma(builder);
    rt_build_address(builder, address, len);
}

static void add_port(struct rt_builder *builder, uint16_t port)
{
    add_comma(builder);
    rt_build_u64(builder, port);
}

static void add_name(struct rt_builder *builder, const struct rt_fd *fd)
{
    add_comma(builder);
    if (fd && fd->name.len > 0)
        rt_build_add(builder, fd->name.data, fd->name.len);
    else
        rt_build_cstr(builder, "<NA>");
}

/* Adds what is to be said of one fd; NULL: the fd is not known. */
static void add_fact(struct rt_builder *builder, enum cat_field_id field, const struct rt_fd *fd)
{
    bool connection = fd && rt_fd_is_connection(fd);

    switch ((int)field) {
    case FIELD_FDLIST_NAMES:
        add_name(builder, fd);
        break;
    case FIELD_FDLIST_CIPS:
        if (connection)
            add_address(builder, fd->local_ip, rt_fd_address_len(fd));
        break;
    case FIELD_FDLIST_SIPS:
        if (connection)
            add_address(builder, fd->remote_ip, rt_fd_address_len(fd));
        else if (fd && rt_fd_is_server(fd))
            add_address(builder, fd->local_ip, rt_fd_address_len(fd));
        break;
    case FIELD_FDLIST_CPORTS:
        if (connection)
            add_port(builder, fd->local_port);
        break;
    case FIELD_FDLIST_SPORTS:
        if (connection)
            add_port(builder, fd->remote_port);
        break;
    default:
        break;
    }
}

void rt_extract_fdlist(struct rt_eval *eval, const struct rt_field_ref *ref, struct rt_values *out)
{
    const struct rt_event *event = eval->event;
    struct rt_builder builder;

    if ((event->type != EV_POLL_X && event->type != EV_PPOLL_X) || !eval->thread ||
        event->nparams < 2 || event->params[1].len < 2)
        return;
    uint32_t n = rt_load16(event->params[1].data);
    if ((event->params[1].len - 2) / ENTRY < n)
        return;
    rt_build_begin(&builder, eval);
    for (uint32_t i = 0; i < n; i++) {
        int64_t number = (int64_t)rt_load64(event->params[1].data + 2 + (size_t)i * ENTRY);

        if (ref->field == FIELD_FDLIST_NUMS) {
            add_comma(&builder);
            rt_build_i64(&builder, number);
        } else {
            add_fact(&builder, ref->field, rt_state_fd(eval->engine->state, eval->thread, number));
        }
    }
    if (builder.len > 0)
        rt_build_give(&builder, out);
}
