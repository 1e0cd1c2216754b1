/* The web server of an agent: its health, its versions, its metrics, and a page with its alerts.
 *
 *     deciding thread --publish, once a second--> a copy of the metrics --> /metrics, /healthz
 *
 *     /healthz    200 {"status": "ok"}; 503 before the agent runs, and if it has not come round to
 *                 publish for a minute
 *     /versions   versions, as JSON with Falco's keys
 *     /metrics    for Prometheus
 *     /           a page for people, and below /api/ what it asks for:
 *     /api/alerts alerts, the newest first; with wait=1 it answers when there is one behind `after`
 *     /api/counts how many, by rule and by time
 *     /api/rules  what rules there are, with their conditions
 *     /api/status what the agent is, and what it has lost
 *
 * It can only be read. On a loopback address it answers to no foreign name, so that pages of
 * elsewhere cannot ask it by way of a browser. The page takes nothing from anywhere else, and puts
 * what comes from events into it as text.
 *
 * It lies in a library of its own, librt_web.a, with libmicrohttpd and SQLite: only agents whose
 * site asks for it are linked with that.
 *
 * What it needs of the system once it is open: harden/syscalls.def has the calls, part WEB. Threads
 * are made, the socket is bound and the certificate read when it is opened. It reads
 * /proc/self/{stat,status,smaps_rollup}, /proc/{stat,meminfo,loadavg}, /proc/sys/fs/file-nr and
 * /sys/fs/cgroup/memory.current for each answer of /metrics.
 */
#ifndef RULEC_WEB_H
#define RULEC_WEB_H

#include "../metrics/metrics.h"

struct rt_program;
struct rt_sink;
struct rt_web;

struct rt_web_options {
    const struct rt_program *program;
    const char *hostname;
    bool is_live;
    const char *address; /* IPv4 or IPv6 */
    uint16_t port;       /* 0: any that is free */
    uint32_t threads;    /* 0: a default */
    const char *health;  /* path */
    bool metrics;        /* /metrics is there, with: */
    bool rules, resources, state, kernel, cpus;
    enum rt_web_page { RT_WEB_PAGE_OFF, RT_WEB_PAGE_LOCAL, RT_WEB_PAGE_ALL } page;
    const char *database; /* of its alerts; "": in memory */
    uint64_t bytes, age_s;
    const char *certificate; /* a file of PEM with certificate and key; NULL: plain HTTP */
};

struct rt_web_ops {
    /* Listens and answers; strings are borrowed. The threads take no signals. 0 and *out, or
     * negative errno with a message in error. */
    int (*open)(struct rt_web **out, const struct rt_web_options *options, char *error,
                size_t size);
    /* Takes alerts with all details (rt_alert_detail), and is to be closed before the server; NULL:
     * there is no page, or no memory. */
    struct rt_sink *(*sink)(struct rt_web *web);
    /* "http://127.0.0.1:8765/" */
    const char *(*address)(const struct rt_web *web);
    /* Takes a copy of the metrics; never waits: while they are being looked at, it leaves them. */
    void (*publish)(struct rt_web *web, const struct rt_metrics *metrics);
    void (*close)(struct rt_web *web); /* NULL is allowed */
};

extern const struct rt_web_ops rt_web_ops;

#endif
