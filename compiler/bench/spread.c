/* Numbers of several rounds, and what people are told of them. See bench.h. */
#include "bench/bench.h"

#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

json_t *rc_bench_spread(const double *values, uint32_t n)
{
    double *sorted = malloc((n + 1) * sizeof *sorted);
    json_t *rounds = json_array(), *spread = json_object();

    if (!sorted)
        RC_BUG("out of memory");
    for (uint32_t i = 0; i < n; i++) {
        sorted[i] = values[i];
        json_array_append_new(rounds, json_real(values[i]));
    }
    qsort(sorted, n, sizeof *sorted, ascending);
    if (n > 0) {
        json_object_set_new(spread, "median", json_real((sorted[(n - 1) / 2] + sorted[n / 2]) / 2));
        json_object_set_new(spread, "least", json_real(sorted[0]));
        json_object_set_new(spread, "most", json_real(sorted[n - 1]));
    }
    json_object_set_new(spread, "rounds", rounds);
    free(sorted);
    return spread;
}

/* The smallest value that so many thousandths of all are not above. */
static double percentile(const double *sorted, uint32_t n, uint32_t thousandths)
{
    const uint64_t rank = ((uint64_t)n * thousandths + 999) / 1000;

    return n == 0 ? 0 : sorted[rank > 0 ? rank - 1 : 0];
}

json_t *rc_bench_percentiles(const double *sorted, uint32_t n)
{
    return json_pack("{s:f, s:f, s:f, s:f, s:f}", "p50", percentile(sorted, n, 500), "p90",
                     percentile(sorted, n, 900), "p99", percentile(sorted, n, 990), "p99_9",
                     percentile(sorted, n, 999), "max", n > 0 ? sorted[n - 1] : 0.0);
}

json_t *rc_bench_histogram(const double *sorted, uint32_t n)
{
    static const double steps[] = {2, 2.5, 2};
    json_t *histogram = json_array();
    double limit = 1;
    uint32_t step = 0;

    for (uint32_t i = 0; i < n; limit *= steps[step++ % 3]) {
        uint32_t here = 0;

        for (; i < n && sorted[i] <= limit; i++)
            here++;
        if (here > 0 || json_array_size(histogram) > 0)
            json_array_append_new(
                histogram, json_pack("{s:f, s:I}", "up_to_us", limit, "n", (json_int_t)here));
    }
    return histogram;
}

json_t *rc_bench_string(struct rc_arena *arena, const char *text)
{
    char *copy = rc_arena_strdup(arena, text);
    json_t *string = json_string(copy);

    for (char *c = copy; !string && *c; c++) {
        if ((unsigned char)*c >= 0x80)
            *c = '?';
    }
    return string ? string : json_string(copy);
}

double rc_bench_number(const json_t *report, const char *path)
{
    while (report && *path) {
        const size_t len = strcspn(path, ".");

        report = json_object_getn(report, path, len);
        path += len + (path[len] == '.');
    }
    return json_number_value(report);
}

void rc_bench_count(struct rc_strbuf *out, double number)
{
    char digits[32];
    const int n = snprintf(digits, sizeof digits, "%.0f", number);

    for (int i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0 && digits[i - 1] != '-')
            rc_strbuf_addc(out, ',');
        rc_strbuf_addc(out, digits[i]);
    }
}

void rc_bench_short(struct rc_strbuf *out, double number)
{
    if (number >= 1000)
        rc_bench_count(out, number);
    else
        rc_strbuf_printf(out, "%.*f", number >= 100 ? 0 : number >= 10 ? 1 : 2, number);
}
