/* Values of fields. A field gives no value, one, or (for lists) several; a value is a number or
 * some bytes, and its type is the field's (catalog.h). Bytes are borrowed: they live in the event,
 * in the state, or in the scratch space of the evaluation, and are good until the event is done.
 */
#ifndef RULEC_VALUE_H
#define RULEC_VALUE_H

#include "catalog/catalog.h"
#include "catalog/operators.h"

struct rt_value {
    union {
        const char *str; /* text, byte buffers, addresses (4 or 16 bytes, big endian) */
        uint64_t u64;    /* unsigned numbers, booleans (0, 1), ports, times */
        int64_t i64;     /* signed numbers, pids, fds, errno */
        double f64;
    };
    uint32_t len; /* bytes at str, without a NUL; of numbers 0, but of evt.rawarg the enum
                     cat_format that its parameter is printed in */
};

struct rt_values {
    const struct rt_value *v; /* n of them */
    uint32_t n;               /* 0: no value, or no member of a list */
    enum cat_type type;       /* of each; fixed by the field but for evt.rawarg */
    bool empty;               /* n is 0, and the value is there all the same: a list of none */
};

/* Whether the field has a value, be it an empty list. */
static inline bool rt_values_exist(const struct rt_values *values)
{
    return values->n > 0 || values->empty;
}

/* What a rule names: a field with its argument. */
enum rt_arg_kind { RT_ARG_NONE, RT_ARG_INDEX, RT_ARG_KEY };

struct rt_field_ref {
    enum cat_field_id field;
    enum rt_arg_kind arg_kind;
    uint32_t index;  /* RT_ARG_INDEX */
    const char *key; /* RT_ARG_KEY: NUL-terminated; "" else */
    /* Of a key that is a regular expression: whether a text has a part that it matches. NULL: it is
     * none. */
    bool (*matches)(const char *text, uint32_t len);
    bool candidates; /* read by a condition, and the field has CAT_FF_CANDIDATES: give them all */
};

#endif
