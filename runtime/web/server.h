/* The inside of the web server: what its files share. Private to web/. */
#ifndef RULEC_WEB_SERVER_H
#define RULEC_WEB_SERVER_H

#include "exposition.h"
#include "store.h"
#include "text.h"
#include "web.h"

#include <microhttpd.h>
#include <pthread.h>

#define RT_WEB_WAITERS 16

struct rt_web {
    struct rt_web_options options;
    struct MHD_Daemon *daemon;
    char *certificate;    /* its text; NULL: none */
    char address[128];    /* as a link */
    bool loopback;        /* it listens there only */
    pthread_mutex_t lock; /* of what follows */
    struct rt_metrics metrics;
    uint64_t published_ms;   /* of the monotonic clock; 0: never */
    struct rt_store *store;  /* NULL: no page */
    pthread_mutex_t waiting; /* of what follows */
    bool closing;            /* nobody may wait any more */
    struct rt_waiter {
        struct MHD_Connection *connection; /* suspended; NULL: free */
        uint64_t since_ms;
    } waiters[RT_WEB_WAITERS];
};

/* One answer in the making. */
struct rt_answer {
    unsigned status;
    const char *type; /* Content-Type */
    struct rt_text body;
    const char *fixed; /* in place of body: fixed_len bytes that last; NULL: body counts */
    size_t fixed_len;
    bool cached; /* the browser may keep it, and asks each time whether it is still so */
};

/* The page and what is below /api/; false: there is nothing of that name. It is asked again with
 * `again` when it has returned with *waits. */
bool rt_page_answer(struct rt_web *web, struct MHD_Connection *connection, const char *path,
                    bool again, struct rt_answer *answer, bool *waits);

/* Lets those go on that wait for alerts: all, or who has waited long. */
void rt_page_wake(struct rt_web *web, bool all);

struct rt_sink *rt_page_sink(struct rt_web *web);

uint64_t rt_web_now_ms(void);

/* An error as JSON. */
void rt_answer_error(struct rt_answer *answer, unsigned status, const char *what);

#endif
