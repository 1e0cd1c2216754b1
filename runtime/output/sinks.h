/* The sinks that agents can have. Each is made from the settings of its section (`file_output`,
 * `http_output`, ...); strings are borrowed and must outlive the sink. All return 0 and *out, or
 * negative errno with a message in error.
 *
 * rt_sink_http and rt_sink_kafka lie in libraries of their own, with libcurl and librdkafka: only
 * agents whose site asks for them are linked with these.
 */
#ifndef RULEC_SINKS_H
#define RULEC_SINKS_H

#include "output.h"

/* Lines into a file that is appended to. It is opened anew on rt_alert_queue_reopen, and, if
 * follow, when its name leads to another file. A full file is renamed to NAME.1, that one to NAME.2
 * and so on, up to NAME.keep. */
struct rt_file_options {
    const char *path;
    bool follow;
    uint64_t most_bytes; /* 0: of any size */
    uint64_t most_age_s; /* since it was opened; 0: of any age */
    uint32_t keep;       /* older files that stay; at least 1 where files are ever full */
};
int rt_sink_file(struct rt_sink **out, const struct rt_file_options *options, char *error,
                 size_t size);

/* To a syslog daemon. address: "" for the local one at /dev/log, "unix:PATH" for another socket,
 * both in the form that syslog(3) has; "udp://IP[:514]", "tcp://IP[:601]" or
 * "unix+rfc5424:PATH" in that of RFC 5424, over TCP framed by counts of bytes (RFC 6587). Syslog
 * does not confirm: an alert counts as delivered when the kernel has taken it. */
struct rt_syslog_options {
    const char *address;
    const char *hostname; /* for RFC 5424 */
    const char *app_name;
};
int rt_sink_syslog(struct rt_sink **out, const struct rt_syslog_options *options, char *error,
                   size_t size);

/* To the standard input of a program, a command for sh. keep_alive: one process gets all, and is
 * started again when it ends; else one process for each alert. An alert counts as delivered when
 * the program has read it. To be opened before other threads run and before rights are given up: a
 * process that starts the program is split off then. */
struct rt_program_options {
    const char *command;
    bool keep_alive;
};
int rt_sink_program(struct rt_sink **out, const struct rt_program_options *options, char *error,
                    size_t size);

/* Each alert in a POST. 2xx: it is delivered; 4xx but 408 and 429: it is refused; all else: the
 * peer is away. */
struct rt_http_options {
    const char *url, *user_agent, *content_type;
    const char *ca_cert, *ca_bundle, *ca_path; /* "" or NULL: libcurl's */
    const char *client_cert, *client_key;      /* mutual TLS; NULL: none */
    const char *bearer_token;                  /* NULL: none */
    const char *const *headers;                /* nheaders, "NAME: VALUE" */
    uint32_t nheaders;
    bool insecure, compress, keep_alive, echo;
    uint32_t timeout_ms;
    uint32_t most_timeouts; /* in a row; after them connections are made anew */
};
typedef int rt_sink_http_fn(struct rt_sink **out, const struct rt_http_options *options,
                            char *error, size_t size);
rt_sink_http_fn rt_sink_http;

/* To a topic of Kafka; the name of a priority is the key. An alert counts as delivered when the
 * brokers have confirmed it. */
struct rt_kafka_options {
    const char *brokers, *topic;
    const char *properties;          /* of librdkafka, a line NAME=VALUE for each; "": none */
    const char *username, *password; /* SASL; NULL: none */
    uint32_t timeout_ms;
};
typedef int rt_sink_kafka_fn(struct rt_sink **out, const struct rt_kafka_options *options,
                             char *error, size_t size);
rt_sink_kafka_fn rt_sink_kafka;

#endif
