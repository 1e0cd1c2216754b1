/* Literal tables. See set.h. */
#include "set.h"

#define NOT_FOUND UINT32_MAX

static uint32_t find_equal(const struct rt_str_set *set, const struct rt_value *value)
{
    const uint32_t length_bit = value->len < 63 ? value->len : 63;
    uint32_t slot;

    if (!(set->lengths >> length_bit & 1))
        return NOT_FOUND;
    slot = rt_hash(value->str, value->len, set->seed);
    for (;; slot++) {
        const uint32_t entry = set->slots[slot & (set->nslots - 1)];
        const struct rt_text *text;

        if (entry == 0)
            return NOT_FOUND;
        text = &set->texts[entry - 1];
        if (rt_text_eq(value->str, value->len, text->data, text->len))
            return entry - 1;
    }
}

/* Every prefix of the value is, in the order of texts, at or before the last text that is not
 * greater than it, and a prefix of that text if it is not that text itself: so the search ends at
 * the first one up the line of parents that fits. */
static uint32_t find_prefix(const struct rt_str_set *set, const struct rt_value *value)
{
    uint32_t low = 0, high = set->ntexts;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const struct rt_text *text = &set->texts[middle];

        if (rt_text_compare(text->data, text->len, value->str, value->len) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low > 0) {
        const struct rt_text *text = &set->texts[low - 1];

        if (rt_text_startswith(value->str, value->len, text->data, text->len))
            return low - 1;
        low = set->parents[low - 1];
    }
    return NOT_FOUND;
}

static inline void
note_all(struct rt_eval *eval, const struct rt_str_set *set, const struct rt_values *values,
         uint32_t (*find)(const struct rt_str_set *set, const struct rt_value *value))
{
    uint64_t *known = eval->tests_known + set->first_word;
    uint64_t *holds = eval->tests_true + set->first_word;

    for (uint32_t w = 0; w < set->nwords; w++) {
        known[w] |= set->tests[w];
        holds[w] &= ~set->tests[w];
    }
    for (uint32_t i = 0; i < values->n; i++) {
        const uint32_t found = find(set, &values->v[i]);
        const uint64_t *mask = found == NOT_FOUND ? NULL : set->masks + found * set->nwords;

        for (uint32_t w = 0; w < set->nwords; w++)
            holds[w] |= (mask ? mask[w] : 0) ^ set->inverted[w];
    }
}

void rt_str_set_test(struct rt_eval *eval, const struct rt_str_set *set,
                     const struct rt_values *values)
{
    note_all(eval, set, values, find_equal);
}

void rt_prefix_set_test(struct rt_eval *eval, const struct rt_str_set *set,
                        const struct rt_values *values)
{
    note_all(eval, set, values, find_prefix);
}
