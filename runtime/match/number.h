/* Tests on numbers. The value has its type's width already, and rulec cut the literal to the same.
 * Every helper holds if it holds for one of the values; those called _all need each of them. */
#ifndef RULEC_MATCH_NUMBER_H
#define RULEC_MATCH_NUMBER_H

#include "../value.h"

/* rt_i64_lt(values, 5), rt_u64_eq(values, 80), rt_f64_ge(values, 0.5), ... */
#define RT_NUMBER_TEST(kind, ctype, member, name, operator)                                        \
    static inline bool rt_##kind##_##name(const struct rt_values *values, ctype literal)           \
    {                                                                                              \
        for (uint32_t i = 0; i < values->n; i++) {                                                 \
            if (values->v[i].member operator literal)                                              \
                return true;                                                                       \
        }                                                                                          \
        return false;                                                                              \
    }
#define RT_NUMBER_TESTS(kind, ctype, member)                                                       \
    RT_NUMBER_TEST(kind, ctype, member, eq, ==)                                                    \
    RT_NUMBER_TEST(kind, ctype, member, ne, !=)                                                    \
    RT_NUMBER_TEST(kind, ctype, member, lt, <)                                                     \
    RT_NUMBER_TEST(kind, ctype, member, le, <=)                                                    \
    RT_NUMBER_TEST(kind, ctype, member, gt, >)                                                     \
    RT_NUMBER_TEST(kind, ctype, member, ge, >=)                                                    \
    static inline bool rt_##kind##_in(const struct rt_values *values, const ctype *literals,       \
                                      uint32_t n)                                                  \
    {                                                                                              \
        for (uint32_t i = 0; i < n; i++) {                                                         \
            if (rt_##kind##_eq(values, literals[i]))                                               \
                return true;                                                                       \
        }                                                                                          \
        return false;                                                                              \
    }
RT_NUMBER_TESTS(i64, int64_t, i64)
RT_NUMBER_TESTS(u64, uint64_t, u64)
RT_NUMBER_TESTS(f64, double, f64)
#undef RT_NUMBER_TESTS
#undef RT_NUMBER_TEST

/* fd.port != 80: neither end of the connection is. */
static inline bool rt_u64_ne_all(const struct rt_values *values, uint64_t literal)
{
    return values->n > 0 && !rt_u64_eq(values, literal);
}

/* LISTFIELD in (...): every value is among the literals. */
static inline bool rt_u64_all_in(const struct rt_values *values, const uint64_t *literals,
                                 uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        const struct rt_values one = {&values->v[i], 1, values->type, false};

        if (!rt_u64_in(&one, literals, n))
            return false;
    }
    return rt_values_exist(values);
}

#endif
