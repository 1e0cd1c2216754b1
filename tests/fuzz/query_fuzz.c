/* Fuzzes the parameters of requests to the web server: names and values as they stand in an
 * address, NAME=VALUE&NAME=VALUE. Whatever they are, what comes out is in its bounds.
 */
#include "web/query.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* A pattern of LIKE: % at both ends, and \ before each of %, _ and \ between them. */
static void check_pattern(const char *pattern)
{
    const size_t len = strlen(pattern);

    if (len == 0)
        return;
    check(len >= 3 && pattern[0] == '%' && pattern[len - 1] == '%');
    for (size_t i = 1; i + 1 < len; i++) {
        if (pattern[i] == '\\')
            check(++i + 1 < len && strchr("%_\\", pattern[i]));
        else
            check(pattern[i] != '%' && pattern[i] != '_');
    }
}

static void check_query(const struct rt_query *query)
{
    check(query->limit >= 1 && query->limit <= RT_QUERY_MOST);
    check(query->priority <= 7);
    check(query->before <= INT64_MAX && query->after <= INT64_MAX);
    check(query->from_s <= INT64_MAX && query->to_s <= INT64_MAX);
    check(memchr(query->rule, '\0', sizeof query->rule));
    check(memchr(query->search, '\0', sizeof query->search));
    check_pattern(query->search);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1), *rest = NULL;
    struct rt_query query;

    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = '\0';
    rt_query_init(&query);
    check_query(&query);
    for (char *word = strtok_r(text, "&", &rest); word; word = strtok_r(NULL, "&", &rest)) {
        char *equal = strchr(word, '=');
        const struct rt_query before = query;
        const char *why = NULL;

        if (equal)
            *equal++ = '\0';
        if (!rt_query_set(&query, word, equal, &why)) {
            check(why && *why);
            /* The server answers with that sentence, and asks nothing of what was set. */
            query = before;
        }
        check_query(&query);
    }
    free(text);
    return 0;
}
