/* What a request asks of the alerts that are kept: the parameters of its address. Everything in
 * them is from outside. Private to web/. */
#ifndef RULEC_WEB_QUERY_H
#define RULEC_WEB_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RT_QUERY_TEXT_MAX 512 /* bytes of a text with its NUL */
#define RT_QUERY_MOST     500 /* alerts at once */

struct rt_query {
    uint32_t limit;                 /* 1 to RT_QUERY_MOST */
    uint64_t before, after;         /* numbers of alerts; 0: any */
    uint64_t from_s, to_s;          /* seconds since 1970; 0: any */
    uint32_t step_s;                /* of counts by time; 0: none */
    uint8_t priority;               /* this one or a more urgent one; 7: any */
    bool wait;                      /* for an alert behind `after`, for some seconds */
    char rule[RT_QUERY_TEXT_MAX];   /* its name; "": any */
    char search[RT_QUERY_TEXT_MAX]; /* what its text contains, as a pattern of LIKE with \ before
                                       what is to be taken as it is; "": anything */
};

void rt_query_init(struct rt_query *query);

/* One parameter; value NULL: it has none. False with a sentence in *why (which lasts): it is
 * wrong. */
bool rt_query_set(struct rt_query *query, const char *name, const char *value, const char **why);

#endif
