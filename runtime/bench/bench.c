/* The main function of agents that are measured. See bench.h. */
#include "bench.h"

#include "../engine.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#define QUEUE_BYTES (8u << 20)
#define CHUNK       (1u << 20)

/* Passes go on until they took so long together; the first one does not count then. */
#define LEAST_NS 200000000

/* Of a counting program one in so many events is timed; no power of two, since programs repeat
 * themselves. */
#define TIMED_ONE_IN 7

struct bench {
    const struct rt_program *program;
    const struct rt_counts *counts; /* NULL: none */
    struct rt_hosts hosts;          /* resolved before the first pass */
    uint8_t *capture;
    size_t len;
    bool timing;
    /* Of all passes that count: */
    uint64_t events, alerts, ns;
    uint32_t passes;
    uint64_t type_events[EV__COUNT], type_timed[EV__COUNT], type_ticks[EV__COUNT];
    double ns_a_tick;
};

static uint64_t now_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

static int fail(const char *self, const char *what, const char *why)
{
    fprintf(stderr, "%s: %s: %s\n", self, what, why);
    return 1;
}

/* The capture, unpacked, in shared memory: so it is told apart from what the agent needs. */
static int load(struct bench *bench, const char *self, const char *path)
{
    const int fd = memfd_create("capture", MFD_CLOEXEC);
    gzFile file = fd < 0 ? NULL : gzopen(path, "re");
    uint8_t *chunk = malloc(CHUNK);
    int n = -1;

    if (!file || !chunk) {
        const int error = errno;

        free(chunk);
        if (file)
            gzclose(file);
        if (fd >= 0)
            close(fd);
        return fail(self, path, strerror(error));
    }
    while ((n = gzread(file, chunk, CHUNK)) > 0 && write(fd, chunk, (size_t)n) == n)
        bench->len += (size_t)n;
    gzclose(file);
    free(chunk);
    if (n == 0 && bench->len > 0)
        bench->capture = mmap(NULL, bench->len, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    if (n != 0 || bench->len == 0 || bench->capture == MAP_FAILED)
        return fail(self, path,
                    n == 0 && bench->len == 0 ? "it is empty" : "it cannot be unpacked");
    return 0;
}

static void note_type(struct bench *bench, uint16_t type, uint64_t ticks)
{
    bench->type_events[type]++;
    if (ticks > rt_counting.longest)
        return;
    bench->type_timed[type]++;
    bench->type_ticks[type] += ticks;
}

/* All events of the source. 0 or negative errno with a message in engine->error. */
static int replay(struct bench *bench, struct rt_engine *engine)
{
    struct rt_source *source = engine->source;
    struct rt_event event;
    uint32_t until_timed = TIMED_ONE_IN;
    int result;

    for (;;) {
        const uint64_t begin = bench->timing ? rt_ticks() : 0;

        result = source->ops->next(source, &event, 0);
        if (result != 0)
            break;
        if (bench->counts) {
            rt_counting.on = --until_timed == 0;
            if (until_timed == 0)
                until_timed = TIMED_ONE_IN;
        }
        rt_engine_event(engine, &event);
        if (bench->timing)
            note_type(bench, event.type, rt_ticks() - begin);
    }
    rt_counting.on = false;
    if (result != RT_SOURCE_END)
        snprintf(engine->error, sizeof engine->error, "%s", source->error);
    return result == RT_SOURCE_END ? 0 : result;
}

/* Once through the capture with a state of its own. 0, or 1 with a message printed. */
static int pass(struct bench *bench, const char *self)
{
    const struct rt_options options = {
        .min_priority = RT_PRIORITY__COUNT - 1, .hostname = "", .hosts = &bench->hosts};
    const struct rt_queue_options queue_options = {.bytes = QUEUE_BYTES, .block = true};
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    struct rt_sink *sink = rt_sink_fd(null, "null");
    struct rt_alert_queue *queue = NULL;
    struct rt_source *source;
    struct rt_engine engine;
    uint64_t begin;
    char error[256];
    int result = rt_capture_open_memory(&source, bench->capture, bench->len, error, sizeof error);

    if (result != 0)
        return fail(self, "the capture", error);
    if (!sink)
        return fail(self, "the alerts", "no memory");
    if (rt_alert_queue_open(&queue, &queue_options, &sink, 1, error, sizeof error) != 0)
        return fail(self, "the alerts", error);
    result = rt_engine_open(&engine, bench->program, &options, source, queue);
    begin = now_ns(CLOCK_PROCESS_CPUTIME_ID);
    if (result == 0)
        result = replay(bench, &engine);
    rt_alert_queue_close(queue, NULL, NULL);
    if (result == 0) {
        bench->ns += now_ns(CLOCK_PROCESS_CPUTIME_ID) - begin;
        bench->events += engine.stats.events;
        bench->alerts += engine.stats.matches;
        bench->passes++;
    } else {
        fail(self, "the capture", engine.error);
    }
    rt_engine_close(&engine);
    close(null);
    return result == 0 ? 0 : 1;
}

static uint64_t resident(void)
{
    FILE *file = fopen("/proc/self/status", "re");
    unsigned long long kib, total = 0;
    char line[256];

    while (file && fgets(line, sizeof line, file)) {
        if (sscanf(line, "RssAnon: %llu", &kib) == 1 || sscanf(line, "RssFile: %llu", &kib) == 1)
            total += kib;
    }
    if (file)
        fclose(file);
    return 1024 * total;
}

static double each(uint64_t sum, uint64_t n)
{
    return n > 0 ? (double)sum / (double)n : 0;
}

/* Event numbers of one name are one entry. What reading the clock takes is taken off. */
static json_t *types(const struct bench *bench)
{
    const double clock = (double)rt_counting.inner / 256;
    json_t *list = json_array();

    for (uint32_t i = 0; i < EV__COUNT; i++) {
        const char *name = cat_events[i].name;
        uint64_t events = 0, timed = 0, ticks = 0;
        uint32_t k = 0;

        while (strcmp(cat_events[k].name, name) != 0)
            k++;
        if (k < i)
            continue;
        for (; k < EV__COUNT; k++) {
            if (strcmp(cat_events[k].name, name) == 0) {
                events += bench->type_events[k];
                timed += bench->type_timed[k];
                ticks += bench->type_ticks[k];
            }
        }
        if (events > 0) {
            const double of_each = each(ticks, timed) - clock;

            json_array_append_new(list, json_pack("{s:s, s:I, s:f}", "name", name, "events",
                                                  (json_int_t)(events / bench->passes), "ns",
                                                  of_each > 0 ? of_each * bench->ns_a_tick : 0.0));
        }
    }
    return list;
}

/* Bytes that are no UTF-8 become question marks. */
static json_t *text(const char *bytes)
{
    json_t *string = json_string(bytes);
    char *copy;

    if (string)
        return string;
    copy = strdup(bytes);
    for (char *c = copy; c && *c; c++) {
        if ((unsigned char)*c >= 0x80)
            *c = '?';
    }
    string = json_string(copy ? copy : "");
    free(copy);
    return string;
}

static json_t *counted(const struct bench *bench, const char *key, const char *name,
                       const struct rt_count *count)
{
    const uint64_t passes = bench->passes;

    return json_pack("{s:o, s:I, s:I, s:I, s:f}", key, text(name), "asked",
                     (json_int_t)(count->asked / passes), "evaluated",
                     (json_int_t)(count->evaluated / passes), "held",
                     (json_int_t)(count->held / passes), "ns",
                     each(count->ticks, count->timed) * bench->ns_a_tick);
}

static void add_counts(const struct bench *bench, json_t *result)
{
    json_t *tests = json_array(), *rules = json_array();

    for (uint32_t i = 0; i < bench->counts->ntests; i++) {
        if (bench->counts->tests[i].asked > 0)
            json_array_append_new(
                tests, counted(bench, "text", bench->counts->texts[i], &bench->counts->tests[i]));
    }
    for (uint32_t i = 0; i < bench->program->nrules; i++) {
        json_t *entry;

        if (bench->counts->rules[i].asked == 0)
            continue;
        entry = counted(bench, "name", bench->program->rules[i].name, &bench->counts->rules[i]);
        json_object_del(entry, "evaluated"); /* no rule's answer is remembered */
        json_array_append_new(rules, entry);
    }
    json_object_set_new(result, "tests", tests);
    json_object_set_new(result, "rules", rules);
}

static int print(const struct bench *bench)
{
    json_t *result = json_pack(
        "{s:I, s:I, s:I, s:f, s:I}", "events", (json_int_t)(bench->events / bench->passes),
        "alerts", (json_int_t)(bench->alerts / bench->passes), "passes", (json_int_t)bench->passes,
        "ns", each(bench->ns, bench->events), "memory", (json_int_t)resident());
    int error;

    if (!result)
        return 1;
    if (bench->timing)
        json_object_set_new(result, "types", types(bench));
    if (bench->counts)
        add_counts(bench, result);
    error = json_dumpf(result, stdout, JSON_COMPACT | JSON_ENSURE_ASCII);
    json_decref(result);
    return error == 0 && fflush(stdout) == 0 ? 0 : 1;
}

/* What the first pass found is forgotten: pages and caches were cold. */
static void forget(struct bench *bench)
{
    const struct rt_counts *counts = bench->counts;

    bench->events = bench->alerts = bench->ns = bench->passes = 0;
    memset(bench->type_events, 0, sizeof bench->type_events);
    memset(bench->type_timed, 0, sizeof bench->type_timed);
    memset(bench->type_ticks, 0, sizeof bench->type_ticks);
    if (!counts)
        return;
    memset(counts->tests, 0, counts->ntests * sizeof *counts->tests);
    memset(counts->rules, 0, bench->program->nrules * sizeof *counts->rules);
}

int rt_bench_main(int argc, char **argv, const struct rt_program *program,
                  const struct rt_counts *counts)
{
    struct bench bench = {.program = program, .counts = counts};
    uint64_t begin_ns, begin_ticks;
    bool warm = false;
    int status;

    if (argc != 3) {
        fprintf(stderr, "usage: %s CAPTURE 0|1\n`rulec bench` runs this\n", argv[0]);
        return 2;
    }
    status = load(&bench, argv[0], argv[1]);
    if (status != 0)
        return status;
    if (rt_hosts_open(&bench.hosts, "", program->hosts, program->nhosts) != 0)
        return fail(argv[0], argv[1], "no memory");
    bench.timing = strcmp(argv[2], "1") == 0;
    begin_ns = now_ns(CLOCK_MONOTONIC);
    begin_ticks = rt_ticks();
    rt_count_calibrate();
    do {
        status = pass(&bench, argv[0]);
        if (!warm)
            forget(&bench);
        warm = true;
    } while (status == 0 && bench.ns < LEAST_NS);
    rt_hosts_close(&bench.hosts);
    if (status != 0)
        return status;
    bench.ns_a_tick =
        (double)(now_ns(CLOCK_MONOTONIC) - begin_ns) / (double)(rt_ticks() - begin_ticks);
    if (bench.events == 0)
        return fail(argv[0], argv[1], "it holds no events");
    return print(&bench);
}
