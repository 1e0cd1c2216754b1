/* The sink to Kafka, with librdkafka. See sinks.h. In a library of its own: librt_kafka.a.
 *
 * librdkafka sends in batches and retries by itself, so alerts are handed to it ahead of what is
 * confirmed: `ahead` of those that are offered are with it already, and done[] tells which of them
 * the brokers have. They are taken in order, once all before them are.
 */
#include "../harden/landlock.h"
#include "sinks.h"

#include <librdkafka/rdkafka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define WAIT_MS   100 /* for confirmations, at a time */
#define MOST      256 /* alerts that are ahead */
#define PATIENCE  5   /* waits without a confirmation, until the brokers count as away */
#define NO_RESULT RD_KAFKA_RESP_ERR__STATE

struct sink_kafka {
    struct rt_sink sink;
    rd_kafka_t *kafka;
    rd_kafka_topic_t *topic;
    uint64_t first; /* number of the first alert that is not taken */
    uint32_t ahead;
    uint32_t idle;                     /* waits since the last confirmation */
    rd_kafka_resp_err_t results[MOST]; /* by number modulo MOST; NO_RESULT: not yet known */
};

static void on_delivery(rd_kafka_t *handle, const rd_kafka_message_t *message, void *context)
{
    struct sink_kafka *kafka = context;
    const uint64_t number = (uint64_t)(uintptr_t)message->_private;

    (void)handle;
    if (number >= kafka->first && number < kafka->first + kafka->ahead)
        kafka->results[number % MOST] = message->err;
    kafka->idle = 0;
}

static void on_log(const rd_kafka_t *handle, int level, const char *facility, const char *text)
{
    (void)handle;
    (void)level;
    (void)facility;
    (void)text; /* what matters comes by on_error */
}

static void on_error(rd_kafka_t *handle, int error, const char *reason, void *context)
{
    struct sink_kafka *kafka = context;

    (void)handle;
    (void)error;
    snprintf(kafka->sink.error, sizeof kafka->sink.error, "%s", reason);
}

static const char *const keys[] = {"Emergency", "Alert",  "Critical",      "Error",
                                   "Warning",   "Notice", "Informational", "Debug"};

static int produce(struct sink_kafka *kafka, const struct rt_alert_item *item)
{
    const char *key = keys[item->priority & 7];
    const uint64_t number = kafka->first + kafka->ahead;

    if (rd_kafka_produce(kafka->topic, RD_KAFKA_PARTITION_UA, RD_KAFKA_MSG_F_COPY,
                         (char *)item->line, item->len - 1, key, strlen(key),
                         (void *)(uintptr_t)number) != 0)
        return rd_kafka_last_error();
    kafka->results[number % MOST] = NO_RESULT;
    kafka->ahead++;
    return 0;
}

static bool is_refusal(rd_kafka_resp_err_t error)
{
    return error == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE ||
           error == RD_KAFKA_RESP_ERR_INVALID_MSG || error == RD_KAFKA_RESP_ERR_INVALID_RECORD;
}

/* Takes what is settled, from the first one on. -EIO: one failed, and is to be offered again. */
static int take_settled(struct sink_kafka *kafka, struct rt_sink_result *result)
{
    while (kafka->ahead > 0) {
        const rd_kafka_resp_err_t error = kafka->results[kafka->first % MOST];

        if (error == NO_RESULT)
            return 0;
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            snprintf(kafka->sink.error, sizeof kafka->sink.error, "%s", rd_kafka_err2str(error));
            if (!is_refusal(error))
                return -EIO;
            result->refused++;
        }
        kafka->first++;
        kafka->ahead--;
        result->taken++;
    }
    return 0;
}

/* Whatever is on its way may arrive all the same. */
static void forget(struct rt_sink *sink)
{
    struct sink_kafka *kafka = (struct sink_kafka *)sink;

    rd_kafka_purge(kafka->kafka, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    rd_kafka_flush(kafka->kafka, WAIT_MS);
    kafka->first += kafka->ahead;
    kafka->ahead = 0;
}

static int write_items(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                       struct rt_sink_result *result)
{
    struct sink_kafka *kafka = (struct sink_kafka *)sink;
    int error = 0;

    while (kafka->ahead < n && kafka->ahead < MOST && error == 0) {
        const uint32_t number = kafka->ahead;

        error = produce(kafka, &items[number]);
        if (error == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE) {
            /* Settled without being sent. */
            kafka->results[(kafka->first + kafka->ahead++) % MOST] = error;
            error = 0;
        }
    }
    if (error != 0 && error != RD_KAFKA_RESP_ERR__QUEUE_FULL) {
        snprintf(sink->error, sizeof sink->error, "%s", rd_kafka_err2str(error));
        return -EIO;
    }
    kafka->idle++;
    rd_kafka_poll(kafka->kafka, WAIT_MS);
    error = take_settled(kafka, result);
    if (error != 0) {
        forget(sink);
        return error;
    }
    if (result->taken > 0 || kafka->idle < PATIENCE)
        return 0;
    if (!sink->error[0])
        snprintf(sink->error, sizeof sink->error, "no broker confirms");
    return -EHOSTDOWN; /* what is with librdkafka stays there */
}

static void close_sink(struct rt_sink *sink)
{
    struct sink_kafka *kafka = (struct sink_kafka *)sink;

    if (kafka->kafka && kafka->ahead > 0)
        forget(sink);
    if (kafka->topic)
        rd_kafka_topic_destroy(kafka->topic);
    if (kafka->kafka)
        rd_kafka_destroy(kafka->kafka);
    free(kafka);
}

/* A line NAME=VALUE for each. */
static bool set_properties(rd_kafka_conf_t *conf, const char *properties, char *error, size_t size)
{
    char *copy = strdup(properties), *rest = NULL;
    bool good = copy != NULL;

    for (char *word = good ? strtok_r(copy, "\n", &rest) : NULL; word && good;
         word = strtok_r(NULL, "\n", &rest)) {
        char *equal = strchr(word, '=');

        if (!equal) {
            snprintf(error, size, "`%s` is no property: NAME=VALUE", word);
            good = false;
            break;
        }
        *equal = '\0';
        good = rd_kafka_conf_set(conf, word, equal + 1, error, size) == RD_KAFKA_CONF_OK;
    }
    free(copy);
    return good;
}

static bool set_all(rd_kafka_conf_t *conf, const struct rt_kafka_options *options, char *error,
                    size_t size)
{
    const struct {
        const char *name, *value;
    } wanted[] = {
        {"bootstrap.servers", options->brokers},
        {"acks", "all"},
        {"enable.idempotence", "true"},
        {"linger.ms", "5"},
        {"message.timeout.ms", "0"}, /* when to give up is the queue's decision */
        {"sasl.username", options->username},
        {"sasl.password", options->password},
    };

    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        if (wanted[i].value && *wanted[i].value &&
            rd_kafka_conf_set(conf, wanted[i].name, wanted[i].value, error, size) !=
                RD_KAFKA_CONF_OK)
            return false;
    }
    return set_properties(conf, options->properties, error, size);
}

/* The library's own threads open no more than an output's thread does. */
static rd_kafka_resp_err_t on_thread(rd_kafka_t *kafka, rd_kafka_thread_type_t type,
                                     const char *name, void *context)
{
    (void)kafka, (void)type, (void)name, (void)context;
    return rt_landlock_enter(RT_THREAD_OUTPUT) == 0 ? RD_KAFKA_RESP_ERR_NO_ERROR
                                                    : RD_KAFKA_RESP_ERR__FAIL;
}

static rd_kafka_resp_err_t on_new(rd_kafka_t *kafka, const rd_kafka_conf_t *conf, void *context,
                                  char *error, size_t size)
{
    (void)conf, (void)error, (void)size;
    return rd_kafka_interceptor_add_on_thread_start(kafka, "rulec", on_thread, context);
}

int rt_sink_kafka(struct rt_sink **out, const struct rt_kafka_options *options, char *error,
                  size_t size)
{
    struct sink_kafka *kafka = calloc(1, sizeof *kafka);
    rd_kafka_conf_t *conf = rd_kafka_conf_new();

    snprintf(error, size, "no memory");
    if (!kafka || !conf || !set_all(conf, options, error, size)) {
        rd_kafka_conf_destroy(conf);
        free(kafka);
        return -EINVAL;
    }
    kafka->sink = (struct rt_sink){.name = "kafka",
                                   .write = write_items,
                                   .forget = forget,
                                   .close = close_sink,
                                   .retries = true};
    rd_kafka_conf_set_dr_msg_cb(conf, on_delivery);
    rd_kafka_conf_set_error_cb(conf, on_error);
    rd_kafka_conf_set_log_cb(conf, on_log);
    rd_kafka_conf_set_opaque(conf, kafka);
    rd_kafka_conf_interceptor_add_on_new(conf, "rulec", on_new, kafka);
    kafka->kafka = rd_kafka_new(RD_KAFKA_PRODUCER, conf, error, size);
    if (!kafka->kafka) {
        rd_kafka_conf_destroy(conf);
        free(kafka);
        return -EINVAL;
    }
    kafka->topic = rd_kafka_topic_new(kafka->kafka, options->topic, NULL);
    if (!kafka->topic) {
        snprintf(error, size, "%s", rd_kafka_err2str(rd_kafka_last_error()));
        close_sink(&kafka->sink);
        return -EINVAL;
    }
    *out = &kafka->sink;
    return 0;
}
