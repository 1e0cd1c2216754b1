/* Times as text and the fields of class EVENT that look at them: evt.deltatime, evt.outputtime,
 * evt.around. */
#include "event_time.h"

#include "event.h"

#include <stdlib.h>
#include <time.h>

#define SECOND UINT64_C(1000000000)

/* Seconds that local time is ahead of UTC. As in Falco it is today's difference, whatever the
 * date of the event. */
static int64_t zone_offset(void)
{
    time_t now = time(NULL);
    struct tm tm;

    return localtime_r(&now, &tm) ? tm.tm_gmtoff : 0;
}

void rt_build_clock(struct rt_builder *builder, uint64_t ns, bool date, bool fraction)
{
    int64_t seconds = (int64_t)(ns / SECOND) + zone_offset();
    time_t moment = (time_t)seconds;
    struct tm tm;

    if (!gmtime_r(&moment, &tm))
        return;
    if (date)
        rt_build_printf(builder, "%04d-%02d-%02d ", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
    rt_build_printf(builder, "%02d:%02d:%02d", tm.tm_hour, tm.tm_min, tm.tm_sec);
    if (fraction)
        rt_build_printf(builder, ".%09u", (unsigned)(ns % SECOND));
}

void rt_build_iso8601(struct rt_builder *builder, uint64_t ns)
{
    time_t moment = (time_t)(ns / SECOND);
    struct tm tm;

    if (!gmtime_r(&moment, &tm))
        return;
    rt_build_printf(builder, "%04d-%02d-%02dT%02d:%02d:%02d.%09u+0000", tm.tm_year + 1900,
                    tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec,
                    (unsigned)(ns % SECOND));
}

/* Time since the field was looked at last: by the test that asks, or by the output, for which the
 * slot's own value keeps that time from one event to the next. So what is given lies in the
 * scratch. */
static void give_delta(struct rt_eval *eval, enum cat_field_id field, struct rt_values *out)
{
    uint64_t *last = eval->memory != 0 ? &eval->memories[eval->memory] : &rt_give_single(out)->u64;
    struct rt_value *delta = rt_give_list(eval, out, 1);
    uint64_t now = eval->event->time_ns;

    if (!delta)
        return;
    uint64_t ns = *last == 0 ? 0 : now - *last;
    *last = now;
    if (field == FIELD_EVT_DELTATIME_S)
        ns /= SECOND;
    else if (field == FIELD_EVT_DELTATIME_NS)
        ns %= SECOND;
    *delta = (struct rt_value){.u64 = ns};
    out->n = 1;
}

/* evt.around[T] = MS holds within MS milliseconds of T: the value is the distance, rounded up. */
static void give_distance(const struct rt_eval *eval, const struct rt_field_ref *ref,
                          struct rt_values *out)
{
    uint64_t center = ref->arg_kind == RT_ARG_KEY ? strtoull(ref->key, NULL, 10) : ref->index;
    uint64_t now = eval->event->time_ns;
    uint64_t ns = now > center ? now - center : center - now;

    rt_give_u64(out, ns / 1000000 + (ns % 1000000 != 0));
}

void rt_extract_event_time(struct rt_eval *eval, const struct rt_field_ref *ref,
                           struct rt_values *out)
{
    struct rt_builder builder;

    switch ((int)ref->field) {
    case FIELD_EVT_DELTATIME:
    case FIELD_EVT_DELTATIME_S:
    case FIELD_EVT_DELTATIME_NS:
        give_delta(eval, ref->field, out);
        break;
    case FIELD_EVT_OUTPUTTIME:
        rt_build_begin(&builder, eval);
        rt_build_clock(&builder, eval->event->time_ns, false, true);
        rt_build_give(&builder, out);
        break;
    case FIELD_EVT_AROUND:
        give_distance(eval, ref, out);
        break;
    default:
        break;
    }
}
