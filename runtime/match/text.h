/* Tests on text and on byte buffers. Bytes are compared as they are (no locale); the case-blind
 * operators fold ASCII letters only. */
#ifndef RULEC_MATCH_TEXT_H
#define RULEC_MATCH_TEXT_H

#include "../value.h"

struct rt_text {
    const char *data; /* len bytes */
    uint32_t len;
};

/* One string against one literal. */
typedef bool rt_text_fn(const char *text, uint32_t text_len, const char *literal, uint32_t len);

rt_text_fn rt_text_eq, rt_text_ne, rt_text_lt, rt_text_le, rt_text_gt, rt_text_ge;
rt_text_fn rt_text_contains, rt_text_icontains, rt_text_startswith, rt_text_endswith;
rt_text_fn rt_text_glob, rt_text_iglob; /* pattern.c */

/* The order of bytes, as strcmp has it for text without NULs: negative, 0 or positive. */
int rt_text_compare(const char *a, uint32_t a_len, const char *b, uint32_t b_len);

/* True if the test holds for one of the values: FIELD OPERATOR LITERAL. */
bool rt_str_holds(const struct rt_values *values, rt_text_fn *test, const char *literal,
                  uint32_t len);

/* FIELD OPERATOR oneof|anyof|allof (LITERAL, ...): for exactly one, at least one, each of them. */
bool rt_str_oneof(const struct rt_values *values, rt_text_fn *test, const struct rt_text *literals,
                  uint32_t n);
bool rt_str_anyof(const struct rt_values *values, rt_text_fn *test, const struct rt_text *literals,
                  uint32_t n);
bool rt_str_allof(const struct rt_values *values, rt_text_fn *test, const struct rt_text *literals,
                  uint32_t n);

/* LISTFIELD in (...): every value is among the literals; intersects: one is. */
bool rt_str_all_in(const struct rt_values *values, const struct rt_text *literals, uint32_t n);
bool rt_str_intersects(const struct rt_values *values, const struct rt_text *literals, uint32_t n);

/* FIELD pmatch (PATH, ...): the value is one of the paths or lies below one. Paths are compared
 * component by component; components of a literal with ?, * or [ are globs. */
bool rt_str_pmatch(const struct rt_values *values, const struct rt_text *paths, uint32_t n);

/* The names that generated code reads well with: rt_str_eq(values, "sh", 2). */
#define RT_STR_TEST(name)                                                                          \
    static inline bool rt_str_##name(const struct rt_values *values, const char *literal,          \
                                     uint32_t len)                                                 \
    {                                                                                              \
        return rt_str_holds(values, rt_text_##name, literal, len);                                 \
    }
RT_STR_TEST(eq)
RT_STR_TEST(ne)
RT_STR_TEST(lt)
RT_STR_TEST(le)
RT_STR_TEST(gt)
RT_STR_TEST(ge)
RT_STR_TEST(contains)
RT_STR_TEST(icontains)
RT_STR_TEST(startswith)
RT_STR_TEST(endswith)
RT_STR_TEST(glob)
RT_STR_TEST(iglob)
#undef RT_STR_TEST

#endif
