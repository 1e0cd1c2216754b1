/* Charts as SVG, for a page of `rulec bench`. They take their colours from the page's style, so
 * that light and dark are its matter; every text is escaped here. */
#ifndef RULEC_BENCH_CHART_H
#define RULEC_BENCH_CHART_H

#include "base/strbuf.h"

#include <stdint.h>

struct rc_chart_bar {
    const char *label;
    const char *value; /* how the length is told */
    double length;
};

/* Bars from left to right below each other, labels before them, values behind. */
void rc_chart_bars(struct rc_strbuf *out, const char *title, const struct rc_chart_bar *bars,
                   uint32_t nbars);

/* Columns that stand beside each other; of two series, the second one may be NULL. labels: below
 * the columns, nlabels of them. */
void rc_chart_columns(struct rc_strbuf *out, const char *title, const char *const *labels,
                      uint32_t nlabels, const double *first, const double *second);

/* Points on a line from 0 to `most`, a row for each of nrows series of n values; and the median of
 * each as a stroke. */
void rc_chart_points(struct rc_strbuf *out, const char *title, const char *const *labels,
                     const double *const *rows, const double *medians, uint32_t nrows, uint32_t n);

/* Text as HTML and SVG take it. */
void rc_chart_escape(struct rc_strbuf *out, const char *text);

#endif
