/* rulec events on a terminal. */
#ifndef RULEC_EVENTS_SCREEN_H
#define RULEC_EVENTS_SCREEN_H

#include "events/input.h"
#include "events/store.h"

/* Draws until the user leaves, while the input is read. source: what is read, for the heading.
 * -ENOTTY: the terminal cannot be drawn on, and nothing was read. 0, or another negative errno of
 * the input. */
int rc_screen_run(struct rc_store *store, struct rc_input *input, const char *source);

#endif
