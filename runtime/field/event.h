/* The pieces of rt_extract_event: each extracts some of the evt.* fields. */
#ifndef RULEC_FIELD_EVENT_H
#define RULEC_FIELD_EVENT_H

#include "../program.h"

rt_extract_fn rt_extract_event_arg;   /* evt.arg.X, evt.rawarg.X, evt.args, evt.info, evt.buffer,
                                         evt.res */
rt_extract_fn rt_extract_event_path;  /* evt.abspath */
rt_extract_fn rt_extract_event_time;  /* evt.deltatime.*, evt.outputtime, evt.around */
rt_extract_fn rt_extract_event_infra; /* evt.infra.docker.* */

/* The name that an asynchronous event carries in itself. */
void rt_give_async_name(const struct rt_event *event, struct rt_values *out);

#endif
