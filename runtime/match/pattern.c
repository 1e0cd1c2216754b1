/* Regular expressions over values, and the UTF-8 that they need. See pattern.h. */
#include "pattern.h"

#include <string.h>

/* One step over text: the length of the sequence that starts there (Unicode 3.9: a broken one is
 * its longest valid beginning, at least a byte); *broken tells which. */
static uint32_t utf8_step(const uint8_t *p, uint32_t len, bool *broken)
{
    const uint8_t lead = p[0];
    uint8_t low = 0x80, high = 0xbf; /* what the second byte may be */
    uint32_t need;

    *broken = false;
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf) {
        need = 2;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        need = 3;
        low = lead == 0xe0 ? 0xa0 : low;
        high = lead == 0xed ? 0x9f : high;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        need = 4;
        low = lead == 0xf0 ? 0x90 : low;
        high = lead == 0xf4 ? 0x8f : high;
    } else {
        *broken = true;
        return 1;
    }
    for (uint32_t i = 1; i < need; i++) {
        if (i >= len || p[i] < low || p[i] > high) {
            *broken = true;
            return i;
        }
        low = 0x80;
        high = 0xbf;
    }
    return need;
}

/* The value's text, made valid in the scratch if it is not. False if the scratch is full. */
static bool valid_text(struct rt_eval *eval, const struct rt_value *value, struct rt_text *out)
{
    const uint8_t *text = (const uint8_t *)value->str;
    uint32_t at = 0, nbroken = 0, used = 0;
    bool broken;
    char *copy;

    while (at < value->len) {
        at += utf8_step(text + at, value->len - at, &broken);
        nbroken += broken;
    }
    *out = (struct rt_text){value->str, value->len};
    if (nbroken == 0)
        return true;
    copy = rt_scratch_alloc(eval, value->len + 2 * nbroken);
    if (!copy)
        return false;
    for (at = 0; at < value->len;) {
        const uint32_t step = utf8_step(text + at, value->len - at, &broken);
        const char *piece = broken ? "\357\277\275" : value->str + at;
        const uint32_t len = broken ? 3 : step;

        memcpy(copy + used, piece, len);
        used += len;
        at += step;
    }
    *out = (struct rt_text){copy, used};
    return true;
}

/* How many of the expressions match one value; counts no further than limit. */
static uint32_t count(struct rt_eval *eval, const struct rt_value *value,
                      rt_regex_fn *const *matches, uint32_t n, uint32_t limit)
{
    struct rt_text text;
    uint32_t holding = 0;

    if (!valid_text(eval, value, &text))
        return 0;
    for (uint32_t i = 0; i < n && holding < limit; i++)
        holding += matches[i](text.data, text.len);
    return holding;
}

bool rt_str_regex(struct rt_eval *eval, const struct rt_values *values, rt_regex_fn *matches)
{
    return rt_str_regex_anyof(eval, values, &matches, 1);
}

bool rt_str_regex_oneof(struct rt_eval *eval, const struct rt_values *values,
                        rt_regex_fn *const *matches, uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (count(eval, &values->v[i], matches, n, 2) == 1)
            return true;
    }
    return false;
}

bool rt_str_regex_anyof(struct rt_eval *eval, const struct rt_values *values,
                        rt_regex_fn *const *matches, uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (count(eval, &values->v[i], matches, n, 1) == 1)
            return true;
    }
    return false;
}

bool rt_str_regex_allof(struct rt_eval *eval, const struct rt_values *values,
                        rt_regex_fn *const *matches, uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (n > 0 && count(eval, &values->v[i], matches, n, n) == n)
            return true;
    }
    return false;
}
