/* Metrics in the text format of Prometheus, version 0.0.4: Falco's names, and under rulec_ those
 * that only an agent has. Each family has its HELP and TYPE once; values of labels are escaped;
 * what is no UTF-8 in them becomes U+FFFD. Private to web/. */
#ifndef RULEC_EXPOSITION_H
#define RULEC_EXPOSITION_H

#include "../metrics/metrics.h"
#include "text.h"

/* What of it is wanted: the settings metrics.*_enabled. */
struct rt_exposition {
    bool rules, resources, state, kernel, cpus;
};

void rt_expose(struct rt_text *out, const struct rt_metrics *metrics,
               const struct rt_exposition *wanted);

#endif
