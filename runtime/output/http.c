/* The sink to an HTTP server, with libcurl. See sinks.h. In a library of its own: librt_http.a. */
#include "sinks.h"

#include <curl/curl.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define CONNECT_MS 5000L

struct sink_http {
    struct rt_sink sink;
    struct rt_http_options options;
    CURL *curl;
    struct curl_slist *headers;
    uint8_t *packed; /* a body, compressed; NULL: they are sent as they are */
    uLong packed_size;
    z_stream deflater;
    uint32_t timeouts; /* in a row */
    char message[CURL_ERROR_SIZE];
};

/* What the server answers is of no use but for its status. */
static size_t swallow(char *data, size_t size, size_t n, void *context)
{
    (void)data;
    (void)context;
    return size * n;
}

static size_t echo(char *data, size_t size, size_t n, void *context)
{
    (void)context;
    return fwrite(data, size, n, stderr);
}

static int compress_body(struct sink_http *http, const struct rt_alert_item *item, long *len)
{
    deflateReset(&http->deflater);
    http->deflater.next_in = (Bytef *)item->line;
    http->deflater.avail_in = item->len - 1;
    http->deflater.next_out = http->packed;
    http->deflater.avail_out = (uInt)http->packed_size;
    if (deflate(&http->deflater, Z_FINISH) != Z_STREAM_END)
        return -EMSGSIZE;
    *len = (long)http->deflater.total_out;
    return 0;
}

/* After several timeouts in a row the connection is taken for dead. */
static void note_timeout(struct sink_http *http)
{
    if (http->options.most_timeouts == 0 || ++http->timeouts < http->options.most_timeouts)
        return;
    http->timeouts = 0;
    curl_easy_setopt(http->curl, CURLOPT_FRESH_CONNECT, 1L);
}

enum answer { TAKEN, REFUSED, AWAY };

static enum answer post(struct sink_http *http, const struct rt_alert_item *item)
{
    const char *body = item->line;
    long len = (long)item->len - 1, status = 0;
    CURLcode code;

    if (http->packed && compress_body(http, item, &len) != 0)
        return REFUSED;
    if (http->packed)
        body = (const char *)http->packed;
    curl_easy_setopt(http->curl, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(http->curl, CURLOPT_POSTFIELDSIZE, len);
    http->message[0] = '\0';
    code = curl_easy_perform(http->curl);
    curl_easy_setopt(http->curl, CURLOPT_FRESH_CONNECT, http->options.keep_alive ? 0L : 1L);
    if (code != CURLE_OK) {
        snprintf(http->sink.error, sizeof http->sink.error, "%.190s",
                 http->message[0] ? http->message : curl_easy_strerror(code));
        if (code == CURLE_OPERATION_TIMEDOUT)
            note_timeout(http);
        return AWAY;
    }
    http->timeouts = 0;
    curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &status);
    if (status >= 200 && status < 300)
        return TAKEN;
    snprintf(http->sink.error, sizeof http->sink.error, "the server answered with status %ld",
             status);
    return status >= 400 && status < 500 && status != 408 && status != 429 ? REFUSED : AWAY;
}

static int write_items(struct rt_sink *sink, const struct rt_alert_item *items, uint32_t n,
                       struct rt_sink_result *result)
{
    struct sink_http *http = (struct sink_http *)sink;

    for (; result->taken < n; result->taken++) {
        const enum answer answer = post(http, &items[result->taken]);

        if (answer == AWAY)
            return -EHOSTDOWN;
        result->refused += answer == REFUSED;
    }
    return 0;
}

static void close_sink(struct rt_sink *sink)
{
    struct sink_http *http = (struct sink_http *)sink;

    if (http->packed)
        deflateEnd(&http->deflater);
    free(http->packed);
    curl_slist_free_all(http->headers);
    curl_easy_cleanup(http->curl);
    free(http);
}

static bool add_header(struct sink_http *http, const char *format, const char *value)
{
    char text[4096];
    struct curl_slist *longer = NULL;

    if (snprintf(text, sizeof text, format, value) < (int)sizeof text)
        longer = curl_slist_append(http->headers, text);
    if (longer)
        http->headers = longer;
    return longer != NULL;
}

static bool add_headers(struct sink_http *http)
{
    const struct rt_http_options *options = &http->options;
    bool good = add_header(http, "Content-Type: %s", options->content_type) &&
                add_header(http, "%s", "Expect:");

    if (options->compress)
        good = good && add_header(http, "%s", "Content-Encoding: gzip");
    if (options->bearer_token)
        good = good && add_header(http, "Authorization: Bearer %s", options->bearer_token);
    for (uint32_t i = 0; i < options->nheaders; i++)
        good = good && add_header(http, "%s", options->headers[i]);
    return good;
}

static bool is_set(const char *text)
{
    return text && *text;
}

static CURLcode set_tls(CURL *curl, const struct rt_http_options *options)
{
    CURLcode code = CURLE_OK;

    if (options->insecure) {
        code = curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        if (code == CURLE_OK)
            code = curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (code == CURLE_OK && is_set(options->ca_cert))
        code = curl_easy_setopt(curl, CURLOPT_CAINFO, options->ca_cert);
    else if (code == CURLE_OK && is_set(options->ca_bundle))
        code = curl_easy_setopt(curl, CURLOPT_CAINFO, options->ca_bundle);
    if (code == CURLE_OK && is_set(options->ca_path))
        code = curl_easy_setopt(curl, CURLOPT_CAPATH, options->ca_path);
    if (code == CURLE_OK && is_set(options->client_cert))
        code = curl_easy_setopt(curl, CURLOPT_SSLCERT, options->client_cert);
    if (code == CURLE_OK && is_set(options->client_key))
        code = curl_easy_setopt(curl, CURLOPT_SSLKEY, options->client_key);
    return code;
}

static CURLcode set_options(struct sink_http *http)
{
    const struct rt_http_options *options = &http->options;
    CURL *curl = http->curl;
    CURLcode code = curl_easy_setopt(curl, CURLOPT_URL, options->url);

    if (code == CURLE_OK)
        code = curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    if (code == CURLE_OK)
        code = set_tls(curl, options);
    if (code != CURLE_OK)
        return code;
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, options->user_agent);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, http->headers);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, http->message);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, options->echo ? echo : swallow);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)options->timeout_ms);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, CONNECT_MS);
    curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, options->keep_alive ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, options->keep_alive ? 0L : 1L);
    return CURLE_OK;
}

static bool open_compression(struct sink_http *http)
{
    http->packed_size = compressBound(RT_ALERT_MAX) + 64;
    http->packed = malloc(http->packed_size);
    /* 16 more bits of window: in the form of gzip. */
    return http->packed && deflateInit2(&http->deflater, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16,
                                        8, Z_DEFAULT_STRATEGY) == Z_OK;
}

int rt_sink_http(struct rt_sink **out, const struct rt_http_options *options, char *error,
                 size_t size)
{
    struct sink_http *http = NULL;
    CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);

    if (code == CURLE_OK)
        http = calloc(1, sizeof *http);
    if (http)
        http->curl = curl_easy_init();
    if (!http || !http->curl) {
        free(http);
        snprintf(error, size, "libcurl cannot be used");
        return -ENOMEM;
    }
    http->sink = (struct rt_sink){
        .name = "http", .write = write_items, .close = close_sink, .retries = true};
    http->options = *options;
    if (!add_headers(http) || (options->compress && !open_compression(http)))
        code = CURLE_OUT_OF_MEMORY;
    else
        code = set_options(http);
    if (code == CURLE_OK) {
        *out = &http->sink;
        return 0;
    }
    snprintf(error, size, "%s", curl_easy_strerror(code));
    close_sink(&http->sink);
    return -EINVAL;
}
