/* From settings to sinks. See agent_outputs.h. */
#include "agent_outputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LONGEST_SECRET 8192

/* One setup: what all openers need. */
struct setup {
    struct rt_agent_outputs *outputs;
    const struct rt_settings *settings;
    const char *hostname;
    char *error;
    size_t size;
};

static bool on(const struct setup *setup, enum cat_setting_id id)
{
    return rt_settings_bool(setup->settings, id);
}

static const char *text(const struct setup *setup, enum cat_setting_id id)
{
    return rt_settings_text(setup->settings, id);
}

static uint64_t number(const struct setup *setup, enum cat_setting_id id)
{
    return rt_settings_number(setup->settings, id);
}

static int fail(const struct setup *setup, int result, const char *key, const char *what)
{
    snprintf(setup->error, setup->size, "%s %s", key, what);
    return result;
}

static int needs(const struct setup *setup, enum cat_setting_id id)
{
    return fail(setup, -EINVAL, cat_settings[id].key, "is not set");
}

/* A secret from the environment, or else the first line of a file; NULL in *out: there is none. */
static int read_secret(const struct setup *setup, enum cat_setting_id id,
                       enum cat_setting_id file_id, char **out)
{
    const char *path = text(setup, file_id);
    FILE *file;
    char line[LONGEST_SECRET];
    bool got;

    if (*text(setup, id)) {
        *out = strdup(text(setup, id));
        return *out ? 0 : fail(setup, -ENOMEM, "no", "memory");
    }
    if (!*path)
        return 0;
    file = fopen(path, "re");
    got = file && fgets(line, sizeof line, file);
    if (file)
        fclose(file);
    if (!got) {
        snprintf(setup->error, setup->size, "cannot read %s", path);
        return -EIO;
    }
    line[strcspn(line, "\r\n")] = '\0';
    *out = strdup(line);
    explicit_bzero(line, sizeof line);
    return *out ? 0 : fail(setup, -ENOMEM, "no", "memory");
}

/* --- one function a sink --- */

static int open_stdout(const struct setup *setup, struct rt_sink **out)
{
    *out = rt_sink_fd(STDOUT_FILENO, "stdout");
    return *out ? 0 : fail(setup, -ENOMEM, "no", "memory");
}

static int open_file(const struct setup *setup, struct rt_sink **out)
{
    const struct rt_file_options options = {
        .path = text(setup, CAT_SETTING_FILE_NAME),
        .follow = !on(setup, CAT_SETTING_FILE_KEEP_ALIVE),
        .most_bytes = number(setup, CAT_SETTING_FILE_SIZE) << 20,
        .most_age_s = number(setup, CAT_SETTING_FILE_AGE),
        .keep = (uint32_t)number(setup, CAT_SETTING_FILE_KEEP),
    };

    if (!*options.path)
        return needs(setup, CAT_SETTING_FILE_NAME);
    return rt_sink_file(out, &options, setup->error, setup->size);
}

static int open_syslog(const struct setup *setup, struct rt_sink **out)
{
    const struct rt_syslog_options options = {.address = text(setup, CAT_SETTING_SYSLOG_ADDRESS),
                                              .hostname = setup->hostname,
                                              .app_name = "rulec"};

    return rt_sink_syslog(out, &options, setup->error, setup->size);
}

static int open_program(const struct setup *setup, struct rt_sink **out)
{
    const struct rt_program_options options = {
        .command = text(setup, CAT_SETTING_PROGRAM_COMMAND),
        .keep_alive = on(setup, CAT_SETTING_PROGRAM_KEEP_ALIVE),
    };

    if (!*options.command)
        return needs(setup, CAT_SETTING_PROGRAM_COMMAND);
    return rt_sink_program(out, &options, setup->error, setup->size);
}

/* The lines of a list. */
static int split_headers(const struct setup *setup, struct rt_http_options *options)
{
    struct rt_agent_outputs *outputs = setup->outputs;
    const char *list = text(setup, CAT_SETTING_HTTP_HEADERS);
    uint32_t most = 1;
    char *rest = NULL;

    for (const char *c = list; *c; c++)
        most += *c == '\n';
    outputs->header_text = strdup(list);
    outputs->headers = calloc(most, sizeof *outputs->headers);
    if (!outputs->header_text || !outputs->headers)
        return fail(setup, -ENOMEM, "no", "memory");
    for (char *line = strtok_r(outputs->header_text, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest))
        outputs->headers[options->nheaders++] = line;
    options->headers = outputs->headers;
    return 0;
}

static int open_http(const struct setup *setup, struct rt_sink **out)
{
    const bool mtls = on(setup, CAT_SETTING_HTTP_MTLS);
    struct rt_http_options options = {
        .url = text(setup, CAT_SETTING_HTTP_URL),
        .user_agent = text(setup, CAT_SETTING_HTTP_USER_AGENT),
        .content_type =
            on(setup, CAT_SETTING_JSON_OUTPUT) ? "application/json" : "text/plain; charset=utf-8",
        .ca_cert = text(setup, CAT_SETTING_HTTP_CA_CERT),
        .ca_bundle = text(setup, CAT_SETTING_HTTP_CA_BUNDLE),
        .ca_path = text(setup, CAT_SETTING_HTTP_CA_PATH),
        .client_cert = mtls ? text(setup, CAT_SETTING_HTTP_CLIENT_CERT) : NULL,
        .client_key = mtls ? text(setup, CAT_SETTING_HTTP_CLIENT_KEY) : NULL,
        .insecure = on(setup, CAT_SETTING_HTTP_INSECURE),
        .compress = on(setup, CAT_SETTING_HTTP_COMPRESS),
        .keep_alive = on(setup, CAT_SETTING_HTTP_KEEP_ALIVE),
        .echo = on(setup, CAT_SETTING_HTTP_ECHO),
        .timeout_ms = (uint32_t)number(setup, CAT_SETTING_OUTPUT_TIMEOUT),
        .most_timeouts = (uint32_t)number(setup, CAT_SETTING_HTTP_TIMEOUTS),
    };
    int result;

    if (!setup->settings->site->http)
        return fail(setup, -ENOTSUP, "http_output",
                    "is not in this agent: its site file did not enable it");
    if (!*options.url)
        return needs(setup, CAT_SETTING_HTTP_URL);
    result = read_secret(setup, CAT_SETTING_HTTP_TOKEN, CAT_SETTING_HTTP_TOKEN_FILE,
                         &setup->outputs->token);
    options.bearer_token = setup->outputs->token;
    if (result == 0)
        result = split_headers(setup, &options);
    return result == 0 ? setup->settings->site->http(out, &options, setup->error, setup->size)
                       : result;
}

static int open_kafka(const struct setup *setup, struct rt_sink **out)
{
    struct rt_kafka_options options = {
        .brokers = text(setup, CAT_SETTING_KAFKA_BROKERS),
        .topic = text(setup, CAT_SETTING_KAFKA_TOPIC),
        .username = text(setup, CAT_SETTING_KAFKA_USERNAME),
    };
    int result;

    if (!setup->settings->site->kafka)
        return fail(setup, -ENOTSUP, "kafka_output",
                    "is not in this agent: its site file did not enable it");
    if (!*options.topic)
        return needs(setup, CAT_SETTING_KAFKA_TOPIC);
    result = read_secret(setup, CAT_SETTING_KAFKA_PASSWORD, CAT_SETTING_KAFKA_PASSWORD_FILE,
                         &setup->outputs->password);
    options.password = setup->outputs->password;
    options.properties = text(setup, CAT_SETTING_KAFKA_PROPERTIES);
    if (!*options.brokers && !strstr(options.properties, "test.mock.num.brokers"))
        return needs(setup, CAT_SETTING_KAFKA_BROKERS);
    return result == 0 ? setup->settings->site->kafka(out, &options, setup->error, setup->size)
                       : result;
}

struct opener {
    enum cat_setting_id enabled;
    int (*open)(const struct setup *setup, struct rt_sink **out);
};

static const struct opener openers[] = {
    {CAT_SETTING_STDOUT_ENABLED, open_stdout}, {CAT_SETTING_FILE_ENABLED, open_file},
    {CAT_SETTING_SYSLOG_ENABLED, open_syslog}, {CAT_SETTING_HTTP_ENABLED, open_http},
    {CAT_SETTING_KAFKA_ENABLED, open_kafka},
};

static int open_one(const struct setup *setup, const struct opener *opener)
{
    struct rt_agent_outputs *outputs = setup->outputs;
    int result = 0;

    if (!on(setup, opener->enabled))
        return 0;
    result = opener->open(setup, &outputs->sinks[outputs->nsinks]);
    outputs->nsinks += result == 0;
    return result;
}

int rt_agent_outputs_launch(struct rt_agent_outputs *outputs, const struct rt_settings *settings,
                            char *error, size_t size)
{
    const struct opener program = {CAT_SETTING_PROGRAM_ENABLED, open_program};
    const struct setup setup = {
        .outputs = outputs, .settings = settings, .error = error, .size = size};

    *outputs = (struct rt_agent_outputs){0};
    return open_one(&setup, &program);
}

int rt_agent_outputs_open(struct rt_agent_outputs *outputs, const struct rt_settings *settings,
                          const char *hostname, char *error, size_t size)
{
    const struct setup setup = {.outputs = outputs,
                                .settings = settings,
                                .hostname = hostname,
                                .error = error,
                                .size = size};
    int result = 0;

    for (size_t i = 0; i < sizeof openers / sizeof openers[0] && result == 0; i++)
        result = open_one(&setup, &openers[i]);
    return result;
}

int rt_agent_outputs_start(struct rt_agent_outputs *outputs, const struct rt_settings *settings,
                           bool block, bool later, struct rt_alert_queue **queue, char *error,
                           size_t size)
{
    const char *dir = rt_settings_text(settings, CAT_SETTING_SPOOL_DIRECTORY);
    const struct rt_queue_options options = {
        .bytes = (size_t)rt_settings_number(settings, CAT_SETTING_QUEUE_SIZE) << 20,
        .capacity = rt_settings_number(settings, CAT_SETTING_QUEUE_CAPACITY),
        .block = block,
        .later = later,
        .grace_ms = (uint32_t)rt_settings_number(settings, CAT_SETTING_OUTPUT_TIMEOUT),
        .spool_dir = dir,
        .spool_bytes = rt_settings_number(settings, CAT_SETTING_SPOOL_SIZE) << 20,
    };
    const uint32_t nsinks = outputs->nsinks;

    if (*dir && mkdir(dir, 0700) != 0 && errno != EEXIST) {
        snprintf(error, size, "cannot make %s: %s", dir, strerror(errno));
        return -errno;
    }
    outputs->nsinks = 0;
    return rt_alert_queue_open(queue, &options, outputs->sinks, nsinks, error, size);
}

void rt_agent_outputs_close(struct rt_agent_outputs *outputs)
{
    for (uint32_t i = 0; i < outputs->nsinks; i++)
        outputs->sinks[i]->close(outputs->sinks[i]);
    if (outputs->token)
        explicit_bzero(outputs->token, strlen(outputs->token));
    if (outputs->password)
        explicit_bzero(outputs->password, strlen(outputs->password));
    free(outputs->token);
    free(outputs->password);
    free(outputs->headers);
    free(outputs->header_text);
    *outputs = (struct rt_agent_outputs){0};
}
