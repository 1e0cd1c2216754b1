/* Event parameters as text: what evt.arg.*, evt.args and evt.info show.
 *
 * A parameter has a plain text, its number as the kernel gave it or its string, and often a
 * resolved one that says what the number stands for: "3" and "<f>/etc/passwd" for an fd, "-2" and
 * "ENOENT" for a result, "577" and "O_CREAT|O_TRUNC|O_WRONLY" for flags. evt.args shows both,
 * "fd=3(<f>/etc/passwd)"; evt.arg.fd shows the resolved text if there is one.
 */
#ifndef RULEC_FIELD_PARAM_TEXT_H
#define RULEC_FIELD_PARAM_TEXT_H

#include "../engine.h"
#include "build.h"

/* A parameter with its type resolved: for those whose type is only known with the event (ioctl-like
 * calls), type and data are what the first byte selects. */
struct rt_param_view {
    enum cat_type type;
    enum cat_format format;
    const struct cat_flag_table *flags; /* NULL: none */
    const uint8_t *data;
    uint32_t len;
};

/* False if the event has no such parameter. A text parameter that is missing is "<NA>". */
bool rt_param_look(const struct rt_event *event, uint32_t index, struct rt_param_view *view);

/* The number that the bytes are; 0: none of 1, 2, 4 or 8 bytes. */
uint64_t rt_param_view_number(const struct rt_param_view *view);
int64_t rt_param_view_signed(const struct rt_param_view *view);

/* "<NA>", which a text parameter that is missing points to. */
#define RT_PARAM_NOT_AVAILABLE_SIZE 5
extern const char rt_param_not_available[RT_PARAM_NOT_AVAILABLE_SIZE];

/* Appends the plain text of a parameter. False if its bytes do not fit its type. */
bool rt_param_plain(struct rt_builder *builder, uint32_t index);

/* Appends the resolved text, or nothing if there is none. */
void rt_param_resolved(struct rt_builder *builder, uint32_t index);

/* The text that evt.arg gives, with as little copying as the type allows. */
void rt_param_give(struct rt_eval *eval, uint32_t index, struct rt_values *out);

#endif
