/* Parameters of requests. See query.h. */
#include "query.h"

#include <string.h>

#define LATEST_S 253402300799 /* the end of the year 9999 */

void rt_query_init(struct rt_query *query)
{
    *query = (struct rt_query){.limit = 100, .priority = 7};
}

/* Digits and nothing else, up to most. */
static bool number(const char *text, uint64_t most, uint64_t *out)
{
    uint64_t value = 0;

    if (!*text)
        return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, (uint64_t)(*text - '0'), &value))
            return false;
    }
    *out = value;
    return value <= most;
}

/* The pattern for texts that contain this one; false: it is too long. */
static bool pattern(char *out, const char *text)
{
    size_t len = 0;

    if (!*text) {
        *out = '\0';
        return true;
    }
    out[len++] = '%';
    for (; *text; text++) {
        if (len + 4 > RT_QUERY_TEXT_MAX)
            return false;
        if (*text == '%' || *text == '_' || *text == '\\')
            out[len++] = '\\';
        out[len++] = *text;
    }
    out[len++] = '%';
    out[len] = '\0';
    return true;
}

bool rt_query_set(struct rt_query *query, const char *name, const char *value, const char **why)
{
    uint64_t small = 0;

    value = value ? value : "";
    *why = "a parameter is not a number in its bounds";
    if (strcmp(name, "limit") == 0) {
        if (!number(value, RT_QUERY_MOST, &small) || small == 0)
            return false;
        query->limit = (uint32_t)small;
        return true;
    }
    if (strcmp(name, "priority") == 0) {
        if (!number(value, 7, &small))
            return false;
        query->priority = (uint8_t)small;
        return true;
    }
    if (strcmp(name, "step") == 0) {
        if (!number(value, 31536000, &small) || small == 0)
            return false;
        query->step_s = (uint32_t)small;
        return true;
    }
    if (strcmp(name, "wait") == 0) {
        if (!number(value, 1, &small))
            return false;
        query->wait = small == 1;
        return true;
    }
    if (strcmp(name, "before") == 0)
        return number(value, INT64_MAX, &query->before);
    if (strcmp(name, "after") == 0)
        return number(value, INT64_MAX, &query->after);
    if (strcmp(name, "from") == 0)
        return number(value, LATEST_S, &query->from_s);
    if (strcmp(name, "to") == 0)
        return number(value, LATEST_S, &query->to_s);
    *why = "a parameter is too long";
    if (strcmp(name, "rule") == 0) {
        if (strlen(value) >= sizeof query->rule)
            return false;
        strcpy(query->rule, value);
        return true;
    }
    if (strcmp(name, "search") == 0)
        return pattern(query->search, value);
    *why = "there is no such parameter";
    return false;
}
