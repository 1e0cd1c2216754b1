/* A report beside an earlier one: a gate. See bench.h. */
#include "bench/bench.h"

#include <stdio.h>
#include <string.h>

/* What may not grow. */
static const struct {
    const char *path, *name, *unit;
} figures[] = {
    {"ns_per_event.median", "processor time of an event", "ns"},
    {"memory_bytes.median", "resident memory", "bytes"},
    {"live.idle.microseconds.p50", "detection latency, idle", "us"},
};

static const json_t *first_set(const json_t *report)
{
    return json_array_get(json_object_get(report, "sets"), 0);
}

int rc_bench_gate(const json_t *report, const json_t *earlier, double percent,
                  struct rc_strbuf *out)
{
    const char *format = json_string_value(json_object_get(earlier, "format"));
    const double events = rc_bench_number(report, "capture.events");
    int status = 0;
    uint32_t compared = 0;

    if (!format || strcmp(format, RC_BENCH_FORMAT) != 0) {
        fputs("rulec bench: the baseline is no report of `rulec bench --format json`\n", stderr);
        return -1;
    }
    if (events > 0 && rc_bench_number(earlier, "capture.events") > 0 &&
        events != rc_bench_number(earlier, "capture.events")) {
        fprintf(stderr, "rulec bench: the baseline is of another capture: %.0f events, here %.0f\n",
                rc_bench_number(earlier, "capture.events"), events);
        return -1;
    }
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        const double now = rc_bench_number(first_set(report), figures[i].path);
        const double then = rc_bench_number(first_set(earlier), figures[i].path);
        const bool above = now > then * (1 + percent / 100);

        if (now <= 0 || then <= 0)
            continue;
        compared++;
        rc_strbuf_printf(out, "baseline: %s ", figures[i].name);
        rc_bench_short(out, then);
        rc_strbuf_printf(out, " %s, now ", figures[i].unit);
        rc_bench_short(out, now);
        rc_strbuf_printf(out, " %s: %+.1f%%%s\n", figures[i].unit, 100 * (now / then - 1),
                         above ? ", above the limit" : "");
        if (above)
            status = 1;
    }
    if (compared > 0)
        return status;
    fputs("rulec bench: the baseline has nothing that was measured now\n", stderr);
    return -1;
}
