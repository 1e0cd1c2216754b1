/* Fields that every event has, whatever its source: number, times, source. */
#include "../engine.h"
#include "event.h"
#include "event_time.h"

#define SECOND UINT64_C(1000000000)

static void give_time(struct rt_eval *eval, enum cat_field_id field, struct rt_values *out)
{
    struct rt_builder builder;
    uint64_t ns = eval->event->time_ns;
    bool date = field == FIELD_EVT_DATETIME || field == FIELD_EVT_DATETIME_S;
    bool fraction = field == FIELD_EVT_TIME || field == FIELD_EVT_DATETIME;

    rt_build_begin(&builder, eval);
    if (field == FIELD_EVT_TIME_ISO8601)
        rt_build_iso8601(&builder, ns);
    else
        rt_build_clock(&builder, ns, date, fraction);
    rt_build_give(&builder, out);
}

void rt_extract_gen_event(struct rt_eval *eval, const struct rt_field_ref *ref,
                          struct rt_values *out)
{
    const struct rt_state *state = eval->engine->state;
    const struct rt_event *event = eval->event;
    uint64_t relative = event->time_ns - eval->engine->first_event_ns;

    switch ((int)ref->field) {
    case FIELD_EVT_NUM:
        rt_give_u64(out, event->number);
        break;
    case FIELD_EVT_TIME:
    case FIELD_EVT_TIME_S:
    case FIELD_EVT_TIME_ISO8601:
    case FIELD_EVT_DATETIME:
    case FIELD_EVT_DATETIME_S:
        give_time(eval, ref->field, out);
        break;
    case FIELD_EVT_RAWTIME:
        rt_give_u64(out, event->time_ns);
        break;
    case FIELD_EVT_RAWTIME_S:
        rt_give_u64(out, event->time_ns / SECOND);
        break;
    case FIELD_EVT_RAWTIME_NS:
        rt_give_u64(out, event->time_ns % SECOND);
        break;
    case FIELD_EVT_RELTIME:
        rt_give_u64(out, relative);
        break;
    case FIELD_EVT_RELTIME_S:
        rt_give_u64(out, relative / SECOND);
        break;
    case FIELD_EVT_RELTIME_NS:
        rt_give_u64(out, relative % SECOND);
        break;
    case FIELD_EVT_SOURCE:
        rt_give_cstr(out, "syscall");
        break;
    case FIELD_EVT_IS_ASYNC:
        rt_give_bool(out, event->info->source == CAT_SOURCE_META);
        break;
    case FIELD_EVT_ASYNCTYPE:
        if (event->type == EV_ASYNCEVENT_E)
            rt_give_async_name(event, out);
        else if (event->info->source == CAT_SOURCE_META)
            rt_give_cstr(out, event->info->name);
        break;
    case FIELD_EVT_HOSTNAME:
        rt_give_cstr(out, rt_state_is_replay(state) ? "" : rt_state_hostname(state));
        break;
    default:
        break; /* evt.plugin*: system calls have no plugin behind them */
    }
}
