/* Tests on text and on byte buffers. See text.h. */
#include "text.h"

#include <string.h>

int rt_text_compare(const char *a, uint32_t a_len, const char *b, uint32_t b_len)
{
    const uint32_t common = a_len < b_len ? a_len : b_len;
    const int order = common > 0 ? memcmp(a, b, common) : 0;

    return order != 0 ? order : (a_len > b_len) - (a_len < b_len);
}

bool rt_text_eq(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return text_len == len && (len == 0 || memcmp(text, literal, len) == 0);
}

bool rt_text_ne(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return !rt_text_eq(text, text_len, literal, len);
}

bool rt_text_lt(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return rt_text_compare(text, text_len, literal, len) < 0;
}

bool rt_text_le(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return rt_text_compare(text, text_len, literal, len) <= 0;
}

bool rt_text_gt(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return rt_text_compare(text, text_len, literal, len) > 0;
}

bool rt_text_ge(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return rt_text_compare(text, text_len, literal, len) >= 0;
}

bool rt_text_contains(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    const char *last;

    if (len == 0 || text_len < len)
        return len == 0;
    last = text + text_len - len; /* where it can begin */
    /* Faster than memmem on texts of this size, which first makes a table of the literal. */
    for (const char *at = text; at <= last; at++) {
        at = memchr(at, literal[0], (size_t)(last - at) + 1);
        if (!at)
            return false;
        if (memcmp(at + 1, literal + 1, len - 1) == 0)
            return true;
    }
    return false;
}

static char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool rt_text_icontains(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    for (uint32_t at = 0; at + len <= text_len; at++) {
        uint32_t same = 0;

        while (same < len && fold(text[at + same]) == fold(literal[same]))
            same++;
        if (same == len)
            return true;
    }
    return false;
}

bool rt_text_startswith(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return len == 0 || (text_len >= len && memcmp(text, literal, len) == 0);
}

bool rt_text_endswith(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return len == 0 || (text_len >= len && memcmp(text + text_len - len, literal, len) == 0);
}

bool rt_str_holds(const struct rt_values *values, rt_text_fn *test, const char *literal,
                  uint32_t len)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (test(values->v[i].str, values->v[i].len, literal, len))
            return true;
    }
    return false;
}

/* For how many of the literals the test holds on one value; counts no further than limit. */
static uint32_t count(const struct rt_value *value, rt_text_fn *test,
                      const struct rt_text *literals, uint32_t n, uint32_t limit)
{
    uint32_t holding = 0;

    for (uint32_t i = 0; i < n && holding < limit; i++)
        holding += test(value->str, value->len, literals[i].data, literals[i].len);
    return holding;
}

bool rt_str_oneof(const struct rt_values *values, rt_text_fn *test, const struct rt_text *literals,
                  uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (count(&values->v[i], test, literals, n, 2) == 1)
            return true;
    }
    return false;
}

bool rt_str_anyof(const struct rt_values *values, rt_text_fn *test, const struct rt_text *literals,
                  uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (count(&values->v[i], test, literals, n, 1) == 1)
            return true;
    }
    return false;
}

bool rt_str_allof(const struct rt_values *values, rt_text_fn *test, const struct rt_text *literals,
                  uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (n > 0 && count(&values->v[i], test, literals, n, n) == n)
            return true;
    }
    return false;
}

bool rt_str_all_in(const struct rt_values *values, const struct rt_text *literals, uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        if (count(&values->v[i], rt_text_eq, literals, n, 1) == 0)
            return false;
    }
    return rt_values_exist(values);
}

bool rt_str_intersects(const struct rt_values *values, const struct rt_text *literals, uint32_t n)
{
    return rt_str_anyof(values, rt_text_eq, literals, n);
}

/* The next component of a path, without its slashes; advances *rest behind it. False: no more. */
static bool next_component(struct rt_text *rest, struct rt_text *component)
{
    while (rest->len > 0 && rest->data[0] == '/') {
        rest->data++;
        rest->len--;
    }
    component->data = rest->data;
    component->len = 0;
    while (rest->len > 0 && rest->data[0] != '/') {
        rest->data++;
        rest->len--;
        component->len++;
    }
    return component->len > 0;
}

static bool is_glob(const struct rt_text *component)
{
    for (uint32_t i = 0; i < component->len; i++) {
        if (strchr("?*[", component->data[i]) && component->data[i] != '\0')
            return true;
    }
    return false;
}

static bool below(struct rt_text value, struct rt_text path)
{
    struct rt_text have, want;

    while (next_component(&path, &want)) {
        if (!next_component(&value, &have))
            return false;
        if (is_glob(&want) ? !rt_text_glob(have.data, have.len, want.data, want.len)
                           : !rt_text_eq(have.data, have.len, want.data, want.len))
            return false;
    }
    return true;
}

bool rt_str_pmatch(const struct rt_values *values, const struct rt_text *paths, uint32_t n)
{
    for (uint32_t i = 0; i < values->n; i++) {
        const struct rt_text value = {values->v[i].str, values->v[i].len};

        for (uint32_t k = 0; k < n; k++) {
            if (below(value, paths[k]))
                return true;
        }
    }
    return false;
}
