/* The report as text. See bench.h. */
#include "bench/bench.h"

#include <string.h>

/* Lines of a list; the rest is in the other formats. */
#define MOST_LINES 12
#define TEXT_WIDTH 70

static void count(struct rc_strbuf *out, int width, double number)
{
    struct rc_strbuf text = {0};

    rc_bench_count(&text, number);
    rc_strbuf_printf(out, "%*s", width, text.data);
    rc_strbuf_free(&text);
}

static void brief(struct rc_strbuf *out, int width, double number)
{
    struct rc_strbuf text = {0};

    rc_bench_short(&text, number);
    rc_strbuf_printf(out, "%*s", width, text.data);
    rc_strbuf_free(&text);
}

/* "61.2 ns (60.1 .. 64.0)" */
static void spread(struct rc_strbuf *out, const json_t *json, double unit, const char *name)
{
    rc_bench_short(out, rc_bench_number(json, "median") / unit);
    rc_strbuf_printf(out, " %s (", name);
    rc_bench_short(out, rc_bench_number(json, "least") / unit);
    rc_strbuf_adds(out, " .. ");
    rc_bench_short(out, rc_bench_number(json, "most") / unit);
    rc_strbuf_adds(out, ")");
}

/* The head of a list, a line, and that for each entry: numbers, then text. columns: members, which
 * are counts but for "ns" and "share". */
static void list(struct rc_strbuf *out, const char *title, const json_t *entries,
                 const char *const *columns, const char *text)
{
    const json_t *entry;
    size_t i;

    if (json_array_size(entries) == 0)
        return;
    rc_strbuf_adds(out, "\n");
    for (const char *const *column = columns; *column; column++)
        rc_strbuf_printf(out, "%*s", strcmp(*column, "share") == 0 ? 8 : 12,
                         strcmp(*column, "ns") == 0 ? "ns each" : *column);
    rc_strbuf_printf(out, "  %s\n", title);
    json_array_foreach((json_t *)entries, i, entry)
    {
        const char *name = json_string_value(json_object_get(entry, text));

        if (i == MOST_LINES) {
            rc_strbuf_printf(out, "  ... and %zu more\n", json_array_size(entries) - i);
            return;
        }
        for (const char *const *column = columns; *column; column++) {
            const double number = rc_bench_number(entry, *column);

            if (strcmp(*column, "share") == 0)
                rc_strbuf_printf(out, "%7.1f%%", 100 * number);
            else if (strcmp(*column, "ns") == 0)
                brief(out, 12, number);
            else
                count(out, 12, number);
        }
        rc_strbuf_printf(out, "  %.*s\n", TEXT_WIDTH, name ? name : "");
    }
}

static void latency(struct rc_strbuf *out, const char *name, const json_t *phase)
{
    static const char *const figures[] = {"p50", "p90", "p99", "p99_9", "max"};
    const json_t *of = json_object_get(phase, "microseconds");

    rc_strbuf_printf(out, "  %-12s", name);
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++)
        brief(out, 10, rc_bench_number(of, figures[i]));
    count(out, 12, rc_bench_number(phase, "detections"));
    count(out, 8, rc_bench_number(phase, "lost"));
    rc_strbuf_adds(out, "\n");
}

static void live(struct rc_strbuf *out, const json_t *json)
{
    rc_strbuf_printf(out, "\n  latency, us%10s%10s%10s%10s%10s%12s%8s\n", "p50", "p90", "p99",
                     "p99.9", "max", "detections", "lost");
    latency(out, "idle", json_object_get(json, "idle"));
    latency(out, "under load", json_object_get(json, "load"));
    rc_strbuf_adds(out, "  first detection after ");
    rc_bench_short(out, rc_bench_number(json, "first_detection_ms"));
    rc_strbuf_adds(out, " ms; resident ");
    rc_bench_short(out, rc_bench_number(json, "resident_bytes") / 1e6);
    rc_strbuf_adds(out, " MB, of it its own (PSS) ");
    rc_bench_short(out, rc_bench_number(json, "pss_bytes") / 1e6);
    rc_strbuf_adds(out, " MB\n");
}

static void set(struct rc_strbuf *out, const json_t *json)
{
    static const char *const of_types[] = {"events", "ns", "share", NULL};
    static const char *const of_rules[] = {"asked", "held", "ns", "share", NULL};
    static const char *const of_tests[] = {"asked", "evaluated", "ns", "share", NULL};
    const json_t *ns = json_object_get(json, "ns_per_event");
    const json_t *of_live = json_object_get(json, "live");

    rc_strbuf_printf(out, "\n%s: ", json_string_value(json_object_get(json, "rules")));
    rc_bench_count(out, rc_bench_number(json, "nrules"));
    rc_strbuf_adds(out, " rules; agent of ");
    rc_bench_count(out, rc_bench_number(json, "agent_bytes"));
    rc_strbuf_adds(out, " bytes, built in ");
    rc_bench_short(out, rc_bench_number(json, "build_seconds"));
    rc_strbuf_adds(out, " s\n");
    if (ns) {
        rc_strbuf_adds(out, "  an event ");
        spread(out, ns, 1, "ns");
        rc_strbuf_adds(out, ", that is ");
        rc_bench_short(out, 1e3 / rc_bench_number(ns, "median"));
        rc_strbuf_adds(out, " million a second; ");
        rc_bench_count(out, rc_bench_number(json, "alerts"));
        rc_strbuf_adds(out, " alerts\n  memory ");
        spread(out, json_object_get(json, "memory_bytes"), 1e6, "MB");
        rc_strbuf_adds(out, "\n");
    }
    list(out, "event", json_object_get(json, "types"), of_types, "name");
    list(out, "rule", json_object_get(json, "rules_cost"), of_rules, "name");
    list(out, "test", json_object_get(json, "tests"), of_tests, "text");
    if (of_live)
        live(out, of_live);
}

void rc_bench_text(const json_t *report, struct rc_strbuf *out)
{
    const json_t *capture = json_object_get(report, "capture"), *json;
    const json_t *ratio = json_object_get(report, "ratio");
    const json_t *machine = json_object_get(report, "machine");
    size_t i;

    rc_strbuf_printf(out, "%s, ", json_string_value(json_object_get(machine, "processor")));
    rc_bench_count(out, rc_bench_number(machine, "processors"));
    rc_strbuf_printf(out, " processors, Linux %s\n",
                     json_string_value(json_object_get(machine, "kernel")));
    if (capture) {
        rc_strbuf_printf(out, "%s: ", json_string_value(json_object_get(capture, "file")));
        rc_bench_count(out, rc_bench_number(capture, "events"));
        rc_strbuf_adds(out, " events, ");
        rc_bench_count(out, rc_bench_number(report, "rounds"));
        rc_strbuf_adds(out, " rounds: median (least .. most)\n");
    }
    json_array_foreach(json_object_get(report, "sets"), i, json) set(out, json);
    if (ratio) {
        rc_strbuf_adds(out, "\nan event with the second rules takes ");
        spread(out, ratio, 1, "times as long as with the first");
        rc_strbuf_adds(out, "\n");
    }
}
