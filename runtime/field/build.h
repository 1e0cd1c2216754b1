/* Text put together in the scratch of an evaluation: command lines, paths, rendered parameters.
 *
 * Only one builder can be at work at a time, since it owns all room that is left until it is done.
 */
#ifndef RULEC_FIELD_BUILD_H
#define RULEC_FIELD_BUILD_H

#include "give.h"

struct rt_builder {
    struct rt_eval *eval;
    char *data;
    uint32_t len, size; /* bytes used, bytes there are */
    bool full;          /* something did not fit */
};

void rt_build_begin(struct rt_builder *builder, struct rt_eval *eval);
void rt_build_add(struct rt_builder *builder, const char *text, uint32_t len);
void rt_build_cstr(struct rt_builder *builder, const char *text);
void rt_build_char(struct rt_builder *builder, char c);
void rt_build_i64(struct rt_builder *builder, int64_t number);
void rt_build_u64(struct rt_builder *builder, uint64_t number);
void rt_build_printf(struct rt_builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* "1.2.3.4" or an IPv6 address as inet_ntop writes it; len is 4 or 16. */
void rt_build_address(struct rt_builder *builder, const uint8_t *address, uint32_t len);

/* Keeps the text. False, and an overflow counted, if not all of it fitted. */
bool rt_build_end(struct rt_builder *builder);

/* rt_build_end, and the text is the value; no value if it did not fit. */
void rt_build_give(struct rt_builder *builder, struct rt_values *out);

#endif
