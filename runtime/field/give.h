/* How extractors hand values out.
 *
 * rt_value_extract() points out->v at the slot's own single value, so a field that has one value
 * writes it there and sets n to 1; nothing is copied and nothing allocated. Text that has to be put
 * together goes into the evaluation's scratch (build.h). A field without a value leaves n at 0.
 */
#ifndef RULEC_FIELD_GIVE_H
#define RULEC_FIELD_GIVE_H

#include "../program.h"
#include "../state/state.h"

#include <string.h>

/* The slot's single value. It lasts from one event to the next: fields that count or that look
 * back keep their memory in it. The cast undoes the const that out->v has for its readers. */
static inline struct rt_value *rt_give_single(struct rt_values *out)
{
    return (struct rt_value *)out->v;
}

static inline void rt_give_text(struct rt_values *out, const char *text, uint32_t len)
{
    struct rt_value *value = rt_give_single(out);

    value->str = text;
    value->len = len;
    out->n = 1;
}

static inline void rt_give_str(struct rt_values *out, struct rt_str text)
{
    rt_give_text(out, text.data, text.len);
}

/* text: NUL-terminated, in constant or event memory. */
static inline void rt_give_cstr(struct rt_values *out, const char *text)
{
    rt_give_text(out, text, (uint32_t)strlen(text));
}

static inline void rt_give_u64(struct rt_values *out, uint64_t number)
{
    struct rt_value *value = rt_give_single(out);

    value->u64 = number;
    value->len = 0;
    out->n = 1;
}

static inline void rt_give_i64(struct rt_values *out, int64_t number)
{
    rt_give_u64(out, (uint64_t)number);
}

static inline void rt_give_bool(struct rt_values *out, bool truth)
{
    rt_give_u64(out, truth);
}

static inline void rt_give_f64(struct rt_values *out, double number)
{
    struct rt_value *value = rt_give_single(out);

    value->f64 = number;
    value->len = 0;
    out->n = 1;
}

/* Room for n values of a list, or NULL if the scratch is full; the caller fills them and sets
 * out->n. */
static inline struct rt_value *rt_give_list(struct rt_eval *eval, struct rt_values *out, uint32_t n)
{
    struct rt_value *list = rt_scratch_alloc(eval, n * (uint32_t)sizeof(*list));

    if (list)
        out->v = list;
    return list;
}

#endif
