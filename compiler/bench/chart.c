/* Charts as SVG. See chart.h. */
#include "bench/chart.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define WIDTH      900
#define ROW        26
#define LABEL      400 /* columns of a bar chart: labels, bars, values */
#define VALUE      124
#define HEIGHT     220 /* of columns, without their labels */
#define LABEL_LEN  52  /* characters of a label that fit */
#define AXIS_SPACE 24

void rc_chart_escape(struct rc_strbuf *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&':
            rc_strbuf_adds(out, "&amp;");
            break;
        case '<':
            rc_strbuf_adds(out, "&lt;");
            break;
        case '>':
            rc_strbuf_adds(out, "&gt;");
            break;
        case '"':
            rc_strbuf_adds(out, "&quot;");
            break;
        case '\'':
            rc_strbuf_adds(out, "&#39;");
            break;
        default:
            /* Control characters have no place in a page. */
            rc_strbuf_addc(out, (unsigned char)*text < 0x20 || *text == 0x7f ? ' ' : *text);
        }
    }
}

static void begin(struct rc_strbuf *out, const char *title, double height)
{
    rc_strbuf_printf(out, "<svg viewBox=\"0 0 %d %.0f\" role=\"img\" aria-label=\"", WIDTH, height);
    rc_chart_escape(out, title);
    rc_strbuf_adds(out, "\">\n");
}

/* As much of a label as fits, all of it in its tooltip: of a path its end, which tells it from
 * others, else its beginning. */
static void label(struct rc_strbuf *out, double x, double y, const char *anchor, const char *text)
{
    char cut[4 * LABEL_LEN + 1];
    const char *from = text;
    size_t len = 0, characters = 0, all = 0;
    const bool is_path = text[0] == '/';

    for (const char *at = text; *at; at++)
        all += ((unsigned char)*at & 0xc0) != 0x80;
    for (size_t left = all; is_path && left > LABEL_LEN; left--) {
        do
            from++;
        while (((unsigned char)*from & 0xc0) == 0x80);
    }
    while (from[len] && characters < LABEL_LEN && len < sizeof cut - 4) {
        do
            len++;
        while (((unsigned char)from[len] & 0xc0) == 0x80 && len < sizeof cut - 4);
        characters++;
    }
    memcpy(cut, from, len);
    cut[len] = '\0';
    rc_strbuf_printf(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", x, y, anchor);
    if (all > characters) {
        rc_strbuf_adds(out, "<title>");
        rc_chart_escape(out, text);
        rc_strbuf_adds(out, "</title>");
    }
    if (from > text)
        rc_strbuf_adds(out, "\xe2\x80\xa6");
    rc_chart_escape(out, cut);
    if (from[len])
        rc_strbuf_adds(out, "\xe2\x80\xa6");
    rc_strbuf_adds(out, "</text>\n");
}

void rc_chart_bars(struct rc_strbuf *out, const char *title, const struct rc_chart_bar *bars,
                   uint32_t nbars)
{
    double most = 0;

    for (uint32_t i = 0; i < nbars; i++)
        most = fmax(most, bars[i].length);
    begin(out, title, ROW * nbars);
    for (uint32_t i = 0; i < nbars; i++) {
        const double y = ROW * i;
        const double length = most > 0 ? bars[i].length / most * (WIDTH - LABEL - VALUE) : 0;

        label(out, LABEL - 10, y + 17, "end", bars[i].label);
        rc_strbuf_printf(out,
                         "<rect class=\"a\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"16\" "
                         "rx=\"2\"/>\n",
                         LABEL, y + 4, fmax(length, 1));
        label(out, LABEL + length + 8, y + 17, "start", bars[i].value);
    }
    rc_strbuf_adds(out, "</svg>\n");
}

void rc_chart_columns(struct rc_strbuf *out, const char *title, const char *const *labels,
                      uint32_t nlabels, const double *first, const double *second)
{
    const double step = nlabels > 0 ? (double)WIDTH / nlabels : WIDTH;
    const double width = fmin(step * (second ? 0.38 : 0.7), 44);
    double most = 0;

    for (uint32_t i = 0; i < nlabels; i++)
        most = fmax(most, fmax(first[i], second ? second[i] : 0));
    begin(out, title, HEIGHT + AXIS_SPACE);
    rc_strbuf_printf(out, "<line class=\"axis\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>\n", WIDTH,
                     HEIGHT, HEIGHT);
    for (uint32_t i = 0; i < nlabels; i++) {
        const double *const series[] = {first, second};
        const double middle = step * (i + 0.5);

        for (int k = 0; k < (second ? 2 : 1); k++) {
            const double height = most > 0 ? series[k][i] / most * (HEIGHT - 24) : 0;
            const double x = second ? middle + (k == 0 ? -width - 1 : 1) : middle - width / 2;
            char count[32];

            if (series[k][i] <= 0)
                continue;
            rc_strbuf_printf(out,
                             "<rect class=\"%c\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
                             "height=\"%.1f\" rx=\"2\"/>\n",
                             'a' + k, x, HEIGHT - fmax(height, 1), width, fmax(height, 1));
            snprintf(count, sizeof count, "%.0f", series[k][i]);
            rc_strbuf_printf(out,
                             "<text class=\"small\" x=\"%.1f\" y=\"%.1f\" "
                             "text-anchor=\"middle\">%s</text>\n",
                             x + width / 2, HEIGHT - height - 5, count);
        }
        label(out, middle, HEIGHT + 17, "middle", labels[i]);
    }
    rc_strbuf_adds(out, "</svg>\n");
}

/* A round number of which some make up `most`. */
static double axis_step(double most)
{
    const double power = pow(10, floor(log10(most / 4)));
    const double part = most / 4 / power;

    return power * (part > 5 ? 10 : part > 2 ? 5 : part > 1 ? 2 : 1);
}

void rc_chart_points(struct rc_strbuf *out, const char *title, const char *const *labels,
                     const double *const *rows, const double *medians, uint32_t nrows, uint32_t n)
{
    const double left = LABEL, right = WIDTH - 30, height = 34.0 * nrows;
    double most = 0, step;

    for (uint32_t i = 0; i < nrows; i++) {
        for (uint32_t k = 0; k < n; k++)
            most = fmax(most, rows[i][k]);
    }
    if (most <= 0)
        return;
    step = axis_step(most);
    most = ceil(most / step) * step;
    begin(out, title, height + AXIS_SPACE);
    for (double at = 0; at <= most + step / 2; at += step) {
        const double x = left + at / most * (right - left);

        rc_strbuf_printf(out,
                         "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%.1f\"/>\n"
                         "<text class=\"small\" x=\"%.1f\" y=\"%.1f\" "
                         "text-anchor=\"middle\">%g</text>\n",
                         x, x, height, x, height + 16, at);
    }
    for (uint32_t i = 0; i < nrows; i++) {
        const double y = 34.0 * i + 17, median = left + medians[i] / most * (right - left);

        label(out, LABEL - 10, y + 5, "end", labels[i]);
        for (uint32_t k = 0; k < n; k++)
            rc_strbuf_printf(out, "<circle class=\"%c\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"/>\n",
                             'a' + (int)(i % 2), left + rows[i][k] / most * (right - left), y);
        rc_strbuf_printf(out,
                         "<line class=\"median\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" "
                         "y2=\"%.1f\"/>\n",
                         median, median, y - 12, y + 12);
    }
    rc_strbuf_adds(out, "</svg>\n");
}
