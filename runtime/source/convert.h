/* Old events become today's: the parameters of an enter event join its exit, narrower versions of
 * an event are widened to the current one. So one engine sees one form, whatever the capture's age.
 *
 * An event is converted by moving pointers: its parameters still point into the capture's bytes or
 * into the stored enter event. Nothing is copied but enter events, once, when they are stored.
 */
#ifndef RULEC_CONVERT_H
#define RULEC_CONVERT_H

#include "../event.h"

struct converter;

enum conversion_result {
    CONVERSION_DELIVER, /* the event is of today's form now */
    CONVERSION_DROP,    /* an enter event, or one that is no longer used; not to be seen */
    CONVERSION_UNKNOWN  /* no version of this event ever looked so */
};

/* 0 and *out, or -ENOMEM. */
int converter_create(struct converter **out);
void converter_destroy(struct converter *converter); /* NULL is allowed */

/* Forgets all stored enter events: another section of the capture begins. */
void converter_clear(struct converter *converter);

/* Changes event to today's form. Its parameters are good until the next call. */
enum conversion_result converter_apply(struct converter *converter, struct rt_event *event);

/* Whether events of that number are delivered as they are: exits if they have all parameters,
 * others in any case. */
bool converter_passes(const struct converter *converter, uint16_t type);

/* True for what a recorder of today writes: nothing to convert. (Enter events that are still in
 * use go through converter_apply, because exits of old captures may need them.) */
static inline bool event_is_current(const struct rt_event *event)
{
    return event->info->dir == CAT_DIR_EXIT && event->nparams == event->info->nparams &&
           !(event->info->flags & (CAT_EF_OLD_VERSION | CAT_EF_UNUSED));
}

#endif
