/* Events of a capture, one after the other; see capture.h for the format. capture.c opens, and has
 * the frames of blocks and what stands between events. */
#ifndef RULEC_CAPTURE_EVENT_H
#define RULEC_CAPTURE_EVENT_H

#include "capture.h"

/* rt_source_ops.next of a capture. */
int capture_next(struct rt_source *source, struct rt_event *event, int timeout_ms);

/* --- by capture.c --- */

/* Nothing can be read from here on; returns error. */
int capture_fail(struct capture *capture, int error, const char *format, ...)
    __attribute__((cold, format(printf, 3, 4)));

/* Looks at the next block's header. 0; RT_SOURCE_END at the end of the capture; negative errno. */
int capture_peek_block(struct capture *capture, uint32_t *type, uint32_t *len);

/* Brings the whole of the next block into the window and checks its frame. */
int capture_need_block(struct capture *capture, uint32_t type, uint32_t len);

bool capture_is_event_block(uint32_t type);

/* Between events stands something else: a new section, or a block to pass over. */
int capture_between_events(struct capture *capture, uint32_t type, uint32_t len);

#endif
