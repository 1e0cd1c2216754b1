/* The inside of the web server: what its files share. Private to web/. */
#ifndef RULEC_WEB_SERVER_H
#define RULEC_WEB_SERVER_H

#include "exposition.h"
#include "text.h"
#include "web.h"

#include <microhttpd.h>
#include <pthread.h>

struct rt_web {
    struct rt_web_options options;
    struct MHD_Daemon *daemon;
    char *certificate;    /* its text; NULL: none */
    char address[128];    /* as a link */
    bool loopback;        /* it listens there only */
    pthread_mutex_t lock; /* of what follows */
    struct rt_metrics metrics;
    uint64_t published_ms; /* of the monotonic clock; 0: never */
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

/* An error as JSON. */
void rt_answer_error(struct rt_answer *answer, unsigned status, const char *what);

#endif
