/* The report as a page: one file, nothing from elsewhere. See bench.h. */
#include "bench/bench.h"
#include "bench/chart.h"

#include <stdlib.h>
#include <string.h>

#define MOST_BARS 16

static const char style[] =
    ":root{--page:#fbfbfa;--card:#fff;--text:#1f2328;--dim:#656d76;--line:#d8dee4;--a:#2f6fb3;"
    "--b:#c2611f;--mark:#1f2328}\n"
    "@media(prefers-color-scheme:dark){:root{--page:#0f1318;--card:#171c23;--text:#e6edf3;"
    "--dim:#9aa5b1;--line:#303842;--a:#6aa9e9;--b:#e8935a;--mark:#e6edf3}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,sans-serif}\n"
    "main{max-width:1080px;margin:0 auto;padding:24px 20px 60px}\n"
    "h1{font-size:1.5rem;margin:0 0 4px}h2{font-size:1.15rem;margin:36px 0 12px;"
    "overflow-wrap:anywhere}\n"
    "h3{font-size:.95rem;margin:0 0 10px}p{margin:0 0 12px}.dim{color:var(--dim);"
    "overflow-wrap:anywhere}\n"
    ".card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:16px;"
    "margin:0 0 16px}\n"
    ".figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;"
    "margin:0 0 16px}\n"
    ".figures div{background:var(--card);border:1px solid var(--line);border-radius:8px;"
    "padding:12px 14px}\n"
    ".figures b{display:block;font-size:1.4rem;line-height:1.3;font-weight:600}\n"
    ".figures span{color:var(--dim);font-size:.83rem}\n"
    ".chart{overflow-x:auto}svg{display:block;width:100%;min-width:620px;max-width:1000px;height:"
    "auto}\n"
    "svg text{font:13px system-ui,sans-serif;fill:var(--text)}svg .small{font-size:11px;"
    "fill:var(--dim)}\n"
    ".a{fill:var(--a)}.b{fill:var(--b)}circle.a,circle.b{fill-opacity:.75}\n"
    ".axis{stroke:var(--dim)}.grid{stroke:var(--line)}.median{stroke:var(--mark);"
    "stroke-width:2}\n"
    ".key i{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin:0 .4em 0 0}\n"
    ".key span{margin-right:1.4em}\n"
    ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.87rem}\n"
    "th,td{padding:5px 10px;text-align:right;white-space:nowrap;border-bottom:1px solid "
    "var(--line);font-variant-numeric:tabular-nums}\n"
    "th{color:var(--dim);font-weight:500}td:first-child,th:first-child{text-align:left;"
    "white-space:normal;overflow-wrap:anywhere;min-width:16em}\n"
    "details summary{cursor:pointer;color:var(--dim)}\n";

static const char *string(const json_t *json, const char *key)
{
    const char *text = json_string_value(json_object_get(json, key));

    return text ? text : "";
}

/* Kept until the page is done. */
struct texts {
    struct rc_strbuf *items;
    uint32_t n;
};

static struct rc_strbuf *new_text(struct texts *texts)
{
    struct rc_strbuf *items = realloc(texts->items, (texts->n + 1) * sizeof *items);

    if (!items)
        abort();
    texts->items = items;
    items[texts->n] = (struct rc_strbuf){0};
    return &items[texts->n++];
}

static void free_texts(struct texts *texts)
{
    for (uint32_t i = 0; i < texts->n; i++)
        rc_strbuf_free(&texts->items[i]);
    free(texts->items);
}

/* --- figures --- */

static void figure(struct rc_strbuf *out, double number, const char *unit, const char *what)
{
    rc_strbuf_adds(out, "<div><b>");
    rc_bench_short(out, number);
    rc_strbuf_printf(out, " %s</b><span>%s</span></div>\n", unit, what);
}

static void figures(struct rc_strbuf *out, const json_t *set)
{
    const double ns = rc_bench_number(set, "ns_per_event.median");

    rc_strbuf_adds(out, "<div class=\"figures\">\n");
    if (ns > 0) {
        figure(out, ns, "ns", "processor time of an event, median");
        figure(out, 1e3 / ns, "million", "events a second on one processor");
        figure(out, rc_bench_number(set, "memory_bytes.median") / 1e6, "MB", "resident memory");
    }
    figure(out, rc_bench_number(set, "build_seconds"), "s", "to build the agent");
    figure(out, rc_bench_number(set, "agent_bytes") / 1e6, "MB", "the agent&#39;s file");
    if (json_object_get(set, "live")) {
        figure(out, rc_bench_number(set, "live.idle.microseconds.p99"), "&#181;s",
               "to a detection, idle, p99");
        figure(out, rc_bench_number(set, "live.load.microseconds.p99"), "&#181;s",
               "to a detection, under load, p99");
        figure(out, rc_bench_number(set, "live.first_detection_ms"), "ms",
               "from start to the first detection");
    }
    rc_strbuf_adds(out, "</div>\n");
}

/* --- lists --- */

struct column {
    const char *key, *name;
};

static void table(struct rc_strbuf *out, const json_t *entries, const char *key, const char *name,
                  const struct column *columns)
{
    const json_t *entry;
    size_t i;

    rc_strbuf_printf(out,
                     "<details><summary>all %zu</summary><div class=\"scroll\"><table><thead><tr>"
                     "<th>%s</th>",
                     json_array_size(entries), name);
    for (const struct column *column = columns; column->key; column++)
        rc_strbuf_printf(out, "<th>%s</th>", column->name);
    rc_strbuf_adds(out, "</tr></thead><tbody>\n");
    json_array_foreach((json_t *)entries, i, entry)
    {
        rc_strbuf_adds(out, "<tr><td>");
        rc_chart_escape(out, string(entry, key));
        rc_strbuf_adds(out, "</td>");
        for (const struct column *column = columns; column->key; column++) {
            const double number = rc_bench_number(entry, column->key);

            rc_strbuf_adds(out, "<td>");
            if (strcmp(column->key, "share") == 0)
                rc_strbuf_printf(out, "%.2f%%", 100 * number);
            else if (strcmp(column->key, "ns") == 0)
                rc_bench_short(out, number);
            else
                rc_bench_count(out, number);
            rc_strbuf_adds(out, "</td>");
        }
        rc_strbuf_adds(out, "</tr>\n");
    }
    rc_strbuf_adds(out, "</tbody></table></div></details>\n");
}

/* The entries that take most, as bars of their share. */
static void list(struct rc_strbuf *out, const char *title, const json_t *entries, const char *key,
                 const struct column *columns)
{
    struct rc_chart_bar bars[MOST_BARS];
    char values[MOST_BARS][64];
    uint32_t n = 0;
    const json_t *entry;
    size_t i;

    if (json_array_size(entries) == 0)
        return;
    json_array_foreach((json_t *)entries, i, entry)
    {
        struct rc_strbuf ns = {0};

        if (n == MOST_BARS)
            break;
        rc_bench_short(&ns, rc_bench_number(entry, "ns"));
        snprintf(values[n], sizeof values[n], "%.1f%%, %s ns",
                 100 * rc_bench_number(entry, "share"), ns.data);
        rc_strbuf_free(&ns);
        bars[n] =
            (struct rc_chart_bar){string(entry, key), values[n], rc_bench_number(entry, "share")};
        n++;
    }
    rc_strbuf_printf(out, "<div class=\"card\"><h3>%s</h3><div class=\"chart\">", title);
    rc_chart_bars(out, title, bars, n);
    rc_strbuf_adds(out, "</div>\n");
    table(out, entries, key, columns[0].name, columns + 1);
    rc_strbuf_adds(out, "</div>\n");
}

/* --- live --- */

static void percentiles(struct rc_strbuf *out, const char *name, const json_t *phase)
{
    static const char *const keys[] = {"p50", "p90", "p99", "p99_9", "max"};

    rc_strbuf_printf(out, "<tr><td>%s</td>", name);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        rc_strbuf_adds(out, "<td>");
        rc_bench_short(out, rc_bench_number(json_object_get(phase, "microseconds"), keys[i]));
        rc_strbuf_adds(out, "</td>");
    }
    rc_strbuf_adds(out, "<td>");
    rc_bench_count(out, rc_bench_number(phase, "detections"));
    rc_strbuf_adds(out, "</td><td>");
    rc_bench_count(out, rc_bench_number(phase, "lost"));
    rc_strbuf_adds(out, "</td></tr>\n");
}

static double histogram_at(const json_t *histogram, double limit)
{
    const json_t *entry;
    size_t i;

    json_array_foreach((json_t *)histogram, i, entry)
    {
        if (rc_bench_number(entry, "up_to_us") == limit)
            return rc_bench_number(entry, "n");
    }
    return 0;
}

/* Both histograms over the same limits. */
static void histogram(struct rc_strbuf *out, const json_t *idle, const json_t *load)
{
    static const double steps[] = {2, 2.5, 2};
    double first[40], second[40], limit = 1;
    struct texts texts = {0};
    const char *labels[40];
    uint32_t n = 0;

    for (uint32_t step = 0; step < 24; limit *= steps[step++ % 3]) {
        const double of_idle = histogram_at(idle, limit), of_load = histogram_at(load, limit);
        struct rc_strbuf *label;

        if (n == 0 && of_idle == 0 && of_load == 0)
            continue;
        label = new_text(&texts);
        rc_strbuf_printf(label,
                         limit < 1000 ? "\xe2\x89\xa4 %.0f \xc2\xb5s" : "\xe2\x89\xa4 %.0f ms",
                         limit < 1000 ? limit : limit / 1000);
        first[n] = of_idle;
        second[n++] = of_load;
    }
    while (n > 0 && first[n - 1] == 0 && second[n - 1] == 0)
        n--;
    for (uint32_t i = 0; i < n; i++)
        labels[i] = texts.items[i].data;
    rc_chart_columns(out, "Detections by latency", labels, n, first, second);
    free_texts(&texts);
}

static void live(struct rc_strbuf *out, const json_t *json)
{
    const json_t *idle = json_object_get(json, "idle"), *load = json_object_get(json, "load");

    rc_strbuf_adds(out,
                   "<div class=\"card\"><h3>Detection latency</h3><p class=\"dim\">From the end of "
                   "the system call, by the event&#39;s time in the kernel, to the alert read from "
                   "a pipe. Detections up to each limit; under load, a loop on another processor "
                   "opens and closes files as fast as it can.</p>"
                   "<p class=\"key\"><span><i class=\"a\" style=\"background:var(--a)\"></i>idle"
                   "</span><span><i class=\"b\" style=\"background:var(--b)\"></i>under load"
                   "</span></p><div class=\"chart\">");
    histogram(out, json_object_get(idle, "histogram"), json_object_get(load, "histogram"));
    rc_strbuf_adds(out, "</div><div class=\"scroll\"><table><thead><tr><th>&#181;s</th><th>p50</th>"
                        "<th>p90</th><th>p99</th><th>p99.9</th><th>max</th><th>detections</th>"
                        "<th>lost</th></tr></thead><tbody>\n");
    percentiles(out, "idle", idle);
    percentiles(out, "under load", load);
    rc_strbuf_adds(out, "</tbody></table></div><p class=\"dim\">Resident ");
    rc_bench_short(out, rc_bench_number(json, "resident_bytes") / 1e6);
    rc_strbuf_adds(out, " MB, its own share (PSS) ");
    rc_bench_short(out, rc_bench_number(json, "pss_bytes") / 1e6);
    rc_strbuf_adds(out, " MB.</p></div>\n");
}

/* --- the page --- */

static void set(struct rc_strbuf *out, const json_t *json)
{
    static const struct column of_types[] = {
        {"", "event"}, {"events", "events"}, {"ns", "ns each"}, {"share", "share"}, {NULL, NULL}};
    static const struct column of_rules[] = {{"", "rule"},       {"asked", "asked"},
                                             {"held", "held"},   {"ns", "ns each"},
                                             {"share", "share"}, {NULL, NULL}};
    static const struct column of_tests[] = {
        {"", "test"},     {"asked", "asked"}, {"evaluated", "evaluated"},
        {"held", "held"}, {"ns", "ns each"},  {"share", "share"},
        {NULL, NULL}};

    rc_strbuf_adds(out, "<h2>");
    rc_chart_escape(out, string(json, "rules"));
    rc_strbuf_adds(out, "</h2>\n<p class=\"dim\">");
    rc_bench_count(out, rc_bench_number(json, "nrules"));
    rc_strbuf_adds(out, " rules");
    if (json_object_get(json, "alerts")) {
        rc_strbuf_adds(out, ", ");
        rc_bench_count(out, rc_bench_number(json, "alerts"));
        rc_strbuf_adds(out, " alerts");
    }
    rc_strbuf_printf(out, "; SHA-256 %.16s&#8230;</p>\n", string(json, "rules_hash"));
    figures(out, json);
    list(out, "Event types, by their share of all time", json_object_get(json, "types"), "name",
         of_types);
    list(out, "Rules, by their share of all time", json_object_get(json, "rules_cost"), "name",
         of_rules);
    list(out, "Tests, by their share of all time", json_object_get(json, "tests"), "text",
         of_tests);
    if (json_object_get(json, "live"))
        live(out, json_object_get(json, "live"));
}

/* Each round of each set as a point. */
static void rounds(struct rc_strbuf *out, const json_t *report)
{
    const json_t *sets = json_object_get(report, "sets"), *ratio = json_object_get(report, "ratio");
    const uint32_t n = (uint32_t)rc_bench_number(report, "rounds");
    double *values[2] = {calloc(n + 1, sizeof(double)), calloc(n + 1, sizeof(double))};
    const double *rows[2] = {values[0], values[1]};
    double medians[2] = {0};
    const char *labels[2] = {"", ""};
    const json_t *json;
    size_t i;

    json_array_foreach((json_t *)sets, i, json)
    {
        const json_t *all = json_object_get(json_object_get(json, "ns_per_event"), "rounds");

        labels[i] = string(json, "rules");
        medians[i] = rc_bench_number(json, "ns_per_event.median");
        for (uint32_t k = 0; values[i] && k < n; k++)
            values[i][k] = json_number_value(json_array_get(all, k));
    }
    rc_strbuf_adds(out, "<div class=\"card\"><h3>Nanoseconds an event, each round</h3>"
                        "<div class=\"chart\">");
    if (values[0] && values[1])
        rc_chart_points(out, "Nanoseconds an event", labels, rows, medians,
                        (uint32_t)json_array_size(sets), n);
    rc_strbuf_adds(out, "</div>");
    if (ratio) {
        rc_strbuf_adds(out, "<p>With the second rules an event takes <b>");
        rc_bench_short(out, rc_bench_number(ratio, "median"));
        rc_strbuf_adds(out, "</b> times as long as with the first (");
        rc_bench_short(out, rc_bench_number(ratio, "least"));
        rc_strbuf_adds(out, " to ");
        rc_bench_short(out, rc_bench_number(ratio, "most"));
        rc_strbuf_adds(out, " within a round).</p>");
    }
    rc_strbuf_adds(out, "</div>\n");
    free(values[0]);
    free(values[1]);
}

void rc_bench_html(const json_t *report, struct rc_strbuf *out)
{
    const json_t *machine = json_object_get(report, "machine"), *json;
    const json_t *capture = json_object_get(report, "capture");
    size_t i;

    rc_strbuf_printf(out,
                     "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
                     "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>"
                     "<title>What the rules cost</title><style>\n%s</style></head>\n<body><main>\n"
                     "<h1>What the rules cost</h1>\n<p class=\"dim\">",
                     style);
    if (capture) {
        rc_chart_escape(out, string(capture, "file"));
        rc_strbuf_adds(out, ", ");
        rc_bench_count(out, rc_bench_number(capture, "events"));
        rc_strbuf_adds(out, " events, ");
        rc_bench_count(out, rc_bench_number(report, "rounds"));
        rc_strbuf_adds(out, " rounds. ");
    }
    rc_chart_escape(out, string(machine, "processor"));
    rc_strbuf_adds(out, ", ");
    rc_bench_count(out, rc_bench_number(machine, "processors"));
    rc_strbuf_adds(out, " processors, Linux ");
    rc_chart_escape(out, string(machine, "kernel"));
    rc_strbuf_adds(out, ".</p>\n");
    if (capture)
        rounds(out, report);
    json_array_foreach(json_object_get(report, "sets"), i, json) set(out, json);
    rc_strbuf_printf(out,
                     "<p class=\"dim\">Made by rulec %s. A test that is answered from memory "
                     "counts as asked, not as evaluated; the time of a rule holds that of its "
                     "tests.</p>\n</main></body></html>\n",
                     string(report, "rulec"));
}
