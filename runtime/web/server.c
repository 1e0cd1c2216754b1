/* The web server: connections, and who may ask for what. See web.h. */
#include "server.h"

#include "../program.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define THREADS          2
#define MOST_CONNECTIONS 64          /* at once */
#define TIMEOUT_S        30          /* of a connection on which nothing happens */
#define MEMORY           (32u << 10) /* of a connection, for the request's line and headers */
#define STALLED_MS       60000
#define LARGEST_FILE     (1 << 20) /* of certificates */

/* What rules and outputs of an agent agree with. */
#define FALCO_VERSION        "0.44.0"
#define ENGINE_VERSION       "0.63.0"
#define ENGINE_VERSION_MINOR "63"
#define SCHEMA_VERSION       "4.5.1" /* of events */
#define CONTAINER_VERSION    "0.7.0" /* of the plugin whose facts are built in */

uint64_t rt_web_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* --- answers --- */

void rt_answer_error(struct rt_answer *answer, unsigned status, const char *what)
{
    answer->status = status;
    answer->type = "application/json";
    answer->body.len = 0;
    rt_text_puts(&answer->body, "{\"error\": ");
    rt_text_json(&answer->body, what, strlen(what));
    rt_text_puts(&answer->body, "}\n");
}

static void answer_health(struct rt_web *web, struct rt_answer *answer)
{
    uint64_t published;

    pthread_mutex_lock(&web->lock);
    published = web->published_ms;
    pthread_mutex_unlock(&web->lock);
    answer->type = "application/json";
    if (published > 0 && rt_web_now_ms() - published < STALLED_MS) {
        rt_text_puts(&answer->body, "{\"status\": \"ok\"}");
        return;
    }
    answer->status = MHD_HTTP_SERVICE_UNAVAILABLE;
    rt_text_puts(&answer->body,
                 published == 0 ? "{\"status\": \"starting\"}" : "{\"status\": \"stalled\"}");
}

static void answer_versions(struct rt_web *web, struct rt_answer *answer)
{
    answer->type = "application/json";
    rt_text_printf(&answer->body,
                   "{\"default_driver_version\":\"\",\"driver_api_version\":\"\","
                   "\"driver_schema_version\":\"" SCHEMA_VERSION
                   "\",\"engine_version\":\"" ENGINE_VERSION_MINOR
                   "\",\"engine_version_semver\":\"" ENGINE_VERSION
                   "\",\"falco_version\":\"" FALCO_VERSION
                   "\",\"libs_version\":\"\",\"plugin_api_version\":\"\","
                   "\"plugin_versions\":{\"container\":\"" CONTAINER_VERSION "\"},"
                   "\"rulec_version\":\"" RULEC_VERSION "\",\"rules_sha256\":\"%s\"}",
                   web->options.program->rules_hash);
}

static void answer_metrics(struct rt_web *web, struct rt_answer *answer)
{
    const struct rt_web_options *options = &web->options;
    const struct rt_exposition wanted = {.rules = options->rules,
                                         .resources = options->resources,
                                         .state = options->state,
                                         .kernel = options->kernel,
                                         .cpus = options->cpus};
    struct rt_metrics *copy = malloc(sizeof *copy);
    const bool opened =
        copy && rt_metrics_open(copy, options->program, options->hostname, options->is_live) == 0;

    answer->type = "text/plain; version=0.0.4; charset=utf-8";
    if (opened) {
        pthread_mutex_lock(&web->lock);
        rt_metrics_copy(copy, &web->metrics);
        pthread_mutex_unlock(&web->lock);
        if (copy->now_ns > 0)
            rt_expose(&answer->body, copy, &wanted);
        else
            rt_answer_error(answer, MHD_HTTP_SERVICE_UNAVAILABLE, "the agent is starting");
        rt_metrics_close(copy);
    } else {
        answer->body.failed = true;
    }
    free(copy);
}

/* Whether the page may be shown to whom the connection leads to. */
static bool may_see_page(const struct rt_web *web, struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *peer = info ? info->client_addr : NULL;

    if (web->options.page == RT_WEB_PAGE_ALL)
        return true;
    if (!peer || web->options.page == RT_WEB_PAGE_OFF)
        return false;
    if (peer->sa_family == AF_INET)
        return ntohl(((const struct sockaddr_in *)peer)->sin_addr.s_addr) >> 24 == 127;
    return peer->sa_family == AF_INET6 &&
           IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)peer)->sin6_addr);
}

static void route(struct rt_web *web, struct MHD_Connection *connection, const char *path,
                  bool again, struct rt_answer *answer, bool *waits)
{
    if (strcmp(path, web->options.health) == 0)
        answer_health(web, answer);
    else if (strcmp(path, "/versions") == 0)
        answer_versions(web, answer);
    else if (strcmp(path, "/metrics") == 0 && web->options.metrics)
        answer_metrics(web, answer);
    else if (!web->store || !may_see_page(web, connection) ||
             !rt_page_answer(web, connection, path, again, answer, waits))
        rt_answer_error(answer, MHD_HTTP_NOT_FOUND, "there is no such page");
}

/* --- requests --- */

/* A page of somewhere else can make a browser ask a server of the machine that it runs on, under a
 * name of its own that leads there. Who really talks to a loopback address says so. */
static bool is_own_host(const char *host)
{
    char name[INET6_ADDRSTRLEN + 1];
    const char *end = *host == '[' ? strchr(host, ']') : strchr(host, ':');
    const char *begin = *host == '[' ? host + 1 : host;
    const size_t len = end ? (size_t)(end - begin) : strlen(begin);
    struct in6_addr address;

    if (len >= sizeof name)
        return false;
    memcpy(name, begin, len);
    name[len] = '\0';
    return strcasecmp(name, "localhost") == 0 || inet_pton(AF_INET, name, &address) == 1 ||
           inet_pton(AF_INET6, name, &address) == 1;
}

static enum MHD_Result send_answer(struct MHD_Connection *connection, struct rt_answer *answer)
{
    static const char *const headers[][2] = {
        {"X-Content-Type-Options", "nosniff"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Referrer-Policy", "no-referrer"},
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
         "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    };
    struct MHD_Response *response;
    enum MHD_Result result;

    if (answer->body.failed) {
        answer->body.failed = false;
        rt_answer_error(answer, MHD_HTTP_INTERNAL_SERVER_ERROR, "no memory");
    }
    response = answer->fixed ? MHD_create_response_from_buffer(answer->fixed_len,
                                                               (void *)(uintptr_t)answer->fixed,
                                                               MHD_RESPMEM_PERSISTENT)
                             : MHD_create_response_from_buffer(answer->body.len, answer->body.data,
                                                               MHD_RESPMEM_MUST_FREE);
    if (!response) {
        rt_text_free(&answer->body);
        return MHD_NO;
    }
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        MHD_add_response_header(response, headers[i][0], headers[i][1]);
    MHD_add_response_header(response, "Content-Type", answer->type);
    MHD_add_response_header(response, "Cache-Control", answer->cached ? "no-cache" : "no-store");
    if (answer->status == MHD_HTTP_METHOD_NOT_ALLOWED)
        MHD_add_response_header(response, "Allow", "GET, HEAD");
    result = MHD_queue_response(connection, answer->status, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result on_request(void *context, struct MHD_Connection *connection,
                                  const char *path, const char *method, const char *version,
                                  const char *upload, size_t *upload_size, void **state)
{
    static char seen, waited;
    struct rt_web *web = context;
    struct rt_answer answer = {.status = MHD_HTTP_OK, .type = "application/json"};
    bool waits = false;
    const char *host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host");

    (void)version;
    (void)upload;
    if (!*state) {
        *state = &seen; /* the headers are there; a body may follow */
        return MHD_YES;
    }
    if (*upload_size > 0) {
        *upload_size = 0;
        return MHD_YES;
    }
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        rt_answer_error(&answer, MHD_HTTP_METHOD_NOT_ALLOWED, "this can only be read");
    else if (web->loopback && host && !is_own_host(host))
        rt_answer_error(&answer, MHD_HTTP_FORBIDDEN, "the server is asked under a foreign name");
    else
        route(web, connection, path, *state == &waited, &answer, &waits);
    if (waits) {
        *state = &waited;
        return MHD_YES;
    }
    return send_answer(connection, &answer);
}

/* --- opening and closing --- */

static int fail(char *out, size_t size, int error, const char *what)
{
    snprintf(out, size, "%s", what);
    return error;
}

/* Where it is to listen, as MHD takes it; the text of it as it stands in a link. */
static int find_address(struct rt_web *web, struct sockaddr_storage *storage, char *error,
                        size_t size)
{
    const struct rt_web_options *options = &web->options;
    struct sockaddr_in *v4 = (struct sockaddr_in *)storage;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)storage;

    *storage = (struct sockaddr_storage){0};
    if (inet_pton(AF_INET, options->address, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(options->port);
        web->loopback = ntohl(v4->sin_addr.s_addr) >> 24 == 127;
        return 0;
    }
    if (inet_pton(AF_INET6, options->address, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(options->port);
        web->loopback = IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr);
        return 0;
    }
    snprintf(error, size, "webserver.listen_address: `%s` is no IPv4 or IPv6 address",
             options->address);
    return -EINVAL;
}

static int read_certificate(struct rt_web *web, char *error, size_t size)
{
    const int fd = open(web->options.certificate, O_RDONLY | O_CLOEXEC);
    struct stat info;
    ssize_t len = -1;

    if (fd >= 0 && fstat(fd, &info) == 0 && info.st_size < LARGEST_FILE)
        web->certificate = calloc(1, (size_t)info.st_size + 1);
    if (web->certificate)
        len = read(fd, web->certificate, (size_t)info.st_size);
    if (len < 0)
        snprintf(error, size, "webserver.ssl_certificate: cannot read %s: %s",
                 web->options.certificate, strerror(errno));
    if (fd >= 0)
        close(fd);
    return len < 0 ? -EIO : 0;
}

/* The daemon's threads inherit that no signal is theirs. */
static struct MHD_Daemon *start(struct rt_web *web, const struct sockaddr_storage *where)
{
    const bool v6 = where->ss_family == AF_INET6;
    const unsigned flags = MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME |
                           (v6 ? (unsigned)MHD_USE_IPv6 : 0) |
                           (web->certificate ? (unsigned)MHD_USE_TLS : 0);
    const unsigned threads = web->options.threads > 0 ? web->options.threads : THREADS;
    struct MHD_OptionItem options[] = {
        {MHD_OPTION_SOCK_ADDR, 0, (void *)(uintptr_t)where},
        {MHD_OPTION_CONNECTION_LIMIT, MOST_CONNECTIONS, NULL},
        {MHD_OPTION_CONNECTION_TIMEOUT, TIMEOUT_S, NULL},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, MEMORY, NULL},
        {MHD_OPTION_LISTENING_ADDRESS_REUSE, 1, NULL},
        {threads > 1 ? MHD_OPTION_THREAD_POOL_SIZE : MHD_OPTION_END, threads, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_KEY, 0, web->certificate},
        {MHD_OPTION_HTTPS_MEM_CERT, 0, web->certificate},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_Daemon *daemon;
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    daemon = web->certificate ? MHD_start_daemon(flags, web->options.port, NULL, NULL, on_request,
                                                 web, MHD_OPTION_ARRAY, tls, MHD_OPTION_ARRAY,
                                                 options, MHD_OPTION_END)
                              : MHD_start_daemon(flags, web->options.port, NULL, NULL, on_request,
                                                 web, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return daemon;
}

/* The address with the port that it became. */
static void spell_address(struct rt_web *web)
{
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(web->daemon, MHD_DAEMON_INFO_LISTEN_FD);
    struct sockaddr_storage bound = {0};
    socklen_t len = sizeof bound;
    const bool v6 = strchr(web->options.address, ':') != NULL;

    if (!info || getsockname(info->listen_fd, (struct sockaddr *)&bound, &len) != 0)
        return;
    snprintf(web->address, sizeof web->address, "http%s://%s%s%s:%u/", web->certificate ? "s" : "",
             v6 ? "[" : "", web->options.address, v6 ? "]" : "",
             ntohs(v6 ? ((struct sockaddr_in6 *)&bound)->sin6_port
                      : ((struct sockaddr_in *)&bound)->sin_port));
}

static void web_close(struct rt_web *web)
{
    if (!web)
        return;
    pthread_mutex_lock(&web->waiting);
    web->closing = true;
    pthread_mutex_unlock(&web->waiting);
    rt_page_wake(web, true);
    if (web->daemon)
        MHD_stop_daemon(web->daemon);
    rt_store_close(web->store);
    if (web->certificate)
        explicit_bzero(web->certificate, strlen(web->certificate));
    free(web->certificate);
    rt_metrics_close(&web->metrics);
    pthread_mutex_destroy(&web->lock);
    pthread_mutex_destroy(&web->waiting);
    free(web);
}

static int web_open(struct rt_web **out, const struct rt_web_options *options, char *error,
                    size_t size)
{
    struct rt_web *web = calloc(1, sizeof *web);
    struct sockaddr_storage where;
    char why[256];
    int result;

    if (!web)
        return fail(error, size, -ENOMEM, "no memory");
    web->options = *options;
    pthread_mutex_init(&web->lock, NULL);
    pthread_mutex_init(&web->waiting, NULL);
    result = rt_metrics_open(&web->metrics, options->program, options->hostname, options->is_live);
    if (result != 0)
        fail(error, size, result, "no memory");
    if (result == 0 && *options->health != '/')
        result = fail(error, size, -EINVAL,
                      "webserver.k8s_healthz_endpoint is a path, and begins with /");
    if (result == 0)
        result = find_address(web, &where, error, size);
    if (result == 0 && options->certificate)
        result = read_certificate(web, error, size);
    if (result == 0 && options->page != RT_WEB_PAGE_OFF) {
        result = rt_store_open(&web->store, options->database, options->bytes, options->age_s, why,
                               sizeof why);
        if (result != 0)
            snprintf(error, size, "webserver.alerts_database: %s", why);
    }
    if (result == 0) {
        errno = 0;
        web->daemon = start(web, &where);
        result = web->daemon ? 0 : errno != 0 ? -errno : -EINVAL;
        if (result != 0)
            snprintf(error, size, "webserver: cannot listen on %s, port %u: %s", options->address,
                     options->port,
                     errno != 0                 ? strerror(errno)
                     : web->certificate != NULL ? "the certificate or its key is not right"
                                                : "libmicrohttpd refuses");
    }
    if (result != 0) {
        web_close(web);
        return result;
    }
    spell_address(web);
    *out = web;
    return 0;
}

static const char *web_address(const struct rt_web *web)
{
    return web->address;
}

static void web_publish(struct rt_web *web, const struct rt_metrics *metrics)
{
    if (pthread_mutex_trylock(&web->lock) != 0)
        return;
    rt_metrics_copy(&web->metrics, metrics);
    web->published_ms = rt_web_now_ms();
    pthread_mutex_unlock(&web->lock);
    rt_page_wake(web, false);
}

const struct rt_web_ops rt_web_ops = {
    .open = web_open,
    .sink = rt_page_sink,
    .address = web_address,
    .publish = web_publish,
    .close = web_close,
};
