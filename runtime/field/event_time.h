/* Times of events as text. */
#ifndef RULEC_FIELD_EVENT_TIME_H
#define RULEC_FIELD_EVENT_TIME_H

#include "build.h"

/* "13:53:31", with the nanoseconds behind a point if fraction, with the date before it if date; in
 * local time. ns: since 1970. */
void rt_build_clock(struct rt_builder *builder, uint64_t ns, bool date, bool fraction);

/* "2026-07-31T13:53:31.726060287+0000" */
void rt_build_iso8601(struct rt_builder *builder, uint64_t ns);

#endif
