/* evt.infra.docker.*: parts of the description that an infrastructure event carries, a list
 * "Event: start; ID: 0123...; name: web; Image: nginx@sha256:...". */
#include "event.h"
#include "give.h"

struct piece {
    const char *data;
    uint32_t len;
};

static struct piece trim(struct piece piece)
{
    while (piece.len > 0 && strchr(" \t\n\r\f\v", piece.data[0])) {
        piece.data++;
        piece.len--;
    }
    while (piece.len > 0 && strchr(" \t\n\r\f\v", piece.data[piece.len - 1]))
        piece.len--;
    return piece;
}

/* Up to the first c, or all of it. */
static struct piece until(struct piece piece, char c)
{
    const char *end = memchr(piece.data, c, piece.len);

    if (end)
        piece.len = (uint32_t)(end - piece.data);
    return piece;
}

static struct piece after(struct piece piece, uint32_t n)
{
    n = n < piece.len ? n : piece.len;
    return (struct piece){piece.data + n, piece.len - n};
}

static void give_element(enum cat_field_id field, struct piece element, struct rt_values *out)
{
    struct piece rest = after(element, until(element, ':').len + 1); /* behind the first colon */
    struct piece value = until(rest, ':');

    switch ((int)field) {
    case FIELD_EVT_INFRA_DOCKER_CONTAINER_ID:
        value = trim(value);
        value.len = value.len > 12 ? 12 : value.len;
        break;
    case FIELD_EVT_INFRA_DOCKER_CONTAINER_IMAGE:
        if (!memchr(value.data, '@', value.len) && memmem(value.data, value.len, "sha256", 6))
            value = rest;
        else
            value = until(value, '@');
        break;
    default:
        break;
    }
    value = trim(value);
    rt_give_text(out, value.data, value.len);
}

void rt_extract_event_infra(struct rt_eval *eval, const struct rt_field_ref *ref,
                            struct rt_values *out)
{
    const char *key = ref->field == FIELD_EVT_INFRA_DOCKER_NAME             ? "Event"
                      : ref->field == FIELD_EVT_INFRA_DOCKER_CONTAINER_ID   ? "ID"
                      : ref->field == FIELD_EVT_INFRA_DOCKER_CONTAINER_NAME ? "name"
                                                                            : "Image";
    struct piece left;

    if (eval->event->type != EV_INFRASTRUCTURE_EVENT_E)
        return;
    left.data = rt_param_str(eval->event, 2, &left.len);
    while (left.len > 0) {
        struct piece element = until(left, ';');

        left = after(left, element.len + 1);
        element = trim(element);
        if (element.len >= strlen(key) && memcmp(element.data, key, strlen(key)) == 0) {
            give_element(ref->field, element, out);
            return;
        }
    }
}
