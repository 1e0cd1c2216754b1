/* Values out of thin air, for tests: what a field gives on an event is drawn from the event's
 * number, so that the generated program and the reference see the same. Only what specialisation
 * knows for sure is true to life: the event's name, parameters that it does not have,
 * evt.is_open_*. */
#ifndef RULEC_TESTS_FAKE_VALUES_H
#define RULEC_TESTS_FAKE_VALUES_H

#include "value.h"

#include <stdlib.h>
#include <string.h>

#define RCT_FAKE_MOST 3

/* Few and short, so that tests hold now and then. */
static const char *const rct_fake_texts[] = {"",   "a",     "b",      "ab",      "abc", "/a",
                                             "/b", "/a/b",  "/a/b/c", "1",       "2",   "A",
                                             "B",  "a b\n", "/a/bc",  "\xff\xfe"};

static inline uint64_t rct_fake_draw(uint64_t *seed)
{
    *seed += UINT64_C(0x9e3779b97f4a7c15);
    return (*seed ^ *seed >> 29) * UINT64_C(0xbf58476d1ce4e5b9) >> 32;
}

static inline bool rct_fake_has_param(uint16_t type, const struct rt_field_ref *ref)
{
    if (ref->field != FIELD_EVT_ARG && ref->field != FIELD_EVT_RAWARG)
        return true;
    if (ref->arg_kind == RT_ARG_INDEX)
        return ref->index < cat_events[type].nparams;
    for (uint32_t i = 0; i < cat_events[type].nparams; i++) {
        if (strcmp(cat_events[type].params[i].name, ref->key) == 0)
            return true;
    }
    return false;
}

/* Fills at most RCT_FAKE_MOST values for the field on event `number` of that type; returns how
 * many. */
static inline uint32_t rct_fake_value(uint64_t number, uint16_t type,
                                      const struct rt_field_ref *ref, struct rt_value *out)
{
    static const char address[][4] = {{10, 0, 0, 1}, {10, 1, 0, 1}, {1, 1, 1, 1}};
    uint64_t seed = number * 7919 + (uint64_t)ref->field * 104729 + ref->index * 31u;
    const bool several = ref->candidates || (cat_fields[ref->field].flags & CAT_FF_IS_LIST);
    uint32_t n;

    for (const char *key = ref->key; *key; key++)
        seed = seed * 33 + (unsigned char)*key;
    if (!rct_fake_has_param(type, ref))
        return 0;
    n = (uint32_t)rct_fake_draw(&seed) % (several ? RCT_FAKE_MOST + 1 : 4);
    if (!several && n > 1)
        n = 1;
    if (ref->field == FIELD_EVT_TYPE) {
        *out = (struct rt_value){.str = cat_events[type].name,
                                 .len = (uint32_t)strlen(cat_events[type].name)};
        return 1;
    }
    for (uint32_t i = 0; i < n; i++) {
        const uint64_t drawn = rct_fake_draw(&seed);

        memset(&out[i], 0, sizeof out[i]);
        switch ((int)cat_fields[ref->field].type) {
        case CAT_TYPE_CHARBUF:
        case CAT_TYPE_BYTEBUF:
            out[i].str = rct_fake_texts[drawn % (sizeof rct_fake_texts / sizeof *rct_fake_texts)];
            out[i].len = (uint32_t)strlen(out[i].str);
            break;
        case CAT_TYPE_IPADDR:
        case CAT_TYPE_IPNET:
            out[i].str = address[drawn % 3];
            out[i].len = 4;
            break;
        case CAT_TYPE_DOUBLE:
            out[i].f64 = (double)(drawn % 4);
            break;
        case CAT_TYPE_BOOL:
            out[i].u64 = drawn % 2;
            break;
        default:
            out[i].u64 = drawn % 4;
            break;
        }
    }
    return n;
}

#endif
