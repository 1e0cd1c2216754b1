/* Conversions of old events, driven by the table in convert.def. See convert.h. */
#include "convert.h"

#include "../bytes.h"
#include "enter_store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum action { ACTION_STORE, ACTION_PASS, ACTION_STORE_AND_PASS, ACTION_CONVERT };

enum run_kind {
    RUN_END,
    RUN_OLD,
    RUN_ENTER,
    RUN_ENTER_OR_EMPTY,
    RUN_DEFAULT,
    RUN_EMPTY,
    RUN_CONTAINER_JSON
};

struct run {
    uint8_t kind;  /* enum run_kind */
    uint8_t first; /* index of the first parameter taken */
    uint8_t count; /* parameters */
};

#define MAX_RUNS 4

struct conversion {
    uint16_t event; /* EV_ */
    uint8_t nparams;
    uint8_t action; /* enum action */
    uint16_t to;    /* EV_; of ACTION_CONVERT */
    struct run runs[MAX_RUNS];
};

static const struct conversion conversions[] = {
#define STORE(event, n)            {EV_##event, n, ACTION_STORE, 0, {{RUN_END, 0, 0}}},
#define PASS(event, n)             {EV_##event, n, ACTION_PASS, 0, {{RUN_END, 0, 0}}},
#define STORE_AND_PASS(event, n)   {EV_##event, n, ACTION_STORE_AND_PASS, 0, {{RUN_END, 0, 0}}},
#define CONVERT(event, n, to, ...) {EV_##event, n, ACTION_CONVERT, EV_##to, {__VA_ARGS__}},
#define OLD(first, count)                                                                          \
    {                                                                                              \
        RUN_OLD, first, count                                                                      \
    }
#define ENTER(first, count)                                                                        \
    {                                                                                              \
        RUN_ENTER, first, count                                                                    \
    }
#define ENTER_OR_EMPTY(first, count)                                                               \
    {                                                                                              \
        RUN_ENTER_OR_EMPTY, first, count                                                           \
    }
#define DEFAULT(count)                                                                             \
    {                                                                                              \
        RUN_DEFAULT, 0, count                                                                      \
    }
#define EMPTY(count)                                                                               \
    {                                                                                              \
        RUN_EMPTY, 0, count                                                                        \
    }
#define NOTHING                                                                                    \
    {                                                                                              \
        RUN_END, 0, 0                                                                              \
    }
#define CONTAINER_JSON                                                                             \
    {                                                                                              \
        RUN_CONTAINER_JSON, 0, 1                                                                   \
    }
#include "convert.def"
#undef STORE
#undef PASS
#undef STORE_AND_PASS
#undef CONVERT
#undef OLD
#undef ENTER
#undef ENTER_OR_EMPTY
#undef DEFAULT
#undef EMPTY
#undef NOTHING
#undef CONTAINER_JSON
};

#define CONVERSION_COUNT (sizeof(conversions) / sizeof(conversions[0]))

/* The longest way up, from an execve of eight parameters, has 16 steps; a table that runs in a
 * circle would end here. */
#define MAX_STEPS 32

#define JSON_SIZE 65536

struct converter {
    uint16_t first[EV__COUNT]; /* of the event's lines in the table; CONVERSION_COUNT: none */
    struct enter_store enters;
    char *json; /* JSON_SIZE bytes, from the first old container event on */
};

int converter_create(struct converter **out)
{
    struct converter *converter = calloc(1, sizeof(*converter));
    if (!converter)
        return -ENOMEM;
    if (enter_store_open(&converter->enters) < 0) {
        free(converter);
        return -ENOMEM;
    }
    for (int i = 0; i < EV__COUNT; i++)
        converter->first[i] = CONVERSION_COUNT;
    for (size_t i = CONVERSION_COUNT; i-- > 0;)
        converter->first[conversions[i].event] = (uint16_t)i;
    *out = converter;
    return 0;
}

void converter_destroy(struct converter *converter)
{
    if (!converter)
        return;
    enter_store_close(&converter->enters);
    free(converter->json);
    free(converter);
}

void converter_clear(struct converter *converter)
{
    enter_store_clear(&converter->enters);
}

/* What stands for a parameter that nobody recorded. */
static struct rt_param default_param(enum cat_type type)
{
    static const uint8_t zeros[16], ones[4] = {0xff, 0xff, 0xff, 0xff};
    bool id = type == CAT_TYPE_UID || type == CAT_TYPE_GID;
    return (struct rt_param){id ? ones : zeros, cat_type_size(type)};
}

/* A parameter that moves to one of another type is cut to the size of that; numbers are little
 * endian, so the low bytes stay. */
static struct rt_param cut(struct rt_param param, enum cat_type type)
{
    uint32_t size = cat_type_size(type);
    if (size > 0 && param.len > size)
        param.len = size;
    return param;
}

/* Appends to the JSON text; -1 once it is full. */
static int json_char(char *json, int len, char c)
{
    if (len < 0 || len >= JSON_SIZE - 1)
        return -1;
    json[len] = c;
    return len + 1;
}

static int json_raw(char *json, int len, const char *text)
{
    for (; *text; text++)
        len = json_char(json, len, *text);
    return len;
}

static int json_string(char *json, int len, const struct rt_event *event, uint32_t index)
{
    uint32_t n;
    const char *text = rt_param_str(event, index, &n);

    len = json_char(json, len, '"');
    for (uint32_t i = 0; i < n; i++) {
        char escape[8];
        if ((uint8_t)text[i] < 0x20) {
            snprintf(escape, sizeof(escape), "\\u%04x", (unsigned)text[i]);
            len = json_raw(json, len, escape);
            continue;
        }
        if (text[i] == '"' || text[i] == '\\')
            len = json_char(json, len, '\\');
        len = json_char(json, len, text[i]);
    }
    return json_char(json, len, '"');
}

/* {"id":"...","type":0,"name":"...","image":"..."} from the parameters of a CONTAINER_E; empty if
 * it does not fit. */
static struct rt_param container_json(struct converter *converter, const struct rt_event *event)
{
    if (!converter->json)
        converter->json = malloc(JSON_SIZE);
    char *json = converter->json;
    if (!json)
        return (struct rt_param){0};

    char type[16];
    snprintf(type, sizeof(type), "%u", (unsigned)rt_param_u64(event, 1));
    int len = json_raw(json, 0, "{\"id\":");
    len = json_string(json, len, event, 0);
    len = json_raw(json, len, ",\"type\":");
    len = json_raw(json, len, type);
    len = json_raw(json, len, ",\"name\":");
    len = json_string(json, len, event, 2);
    len = json_raw(json, len, ",\"image\":");
    len = json_string(json, len, event, 3);
    len = json_char(json, len, '}');
    if (len < 0)
        return (struct rt_param){0};
    json[len++] = '\0';
    return (struct rt_param){(uint8_t *)json, (uint32_t)len};
}

/* The stored enter event as parameters; 0 if the thread has none, or one of another call (then the
 * recorder lost something in between). */
static uint32_t enter_params(struct enter_event *enter, const struct rt_event *exit,
                             struct rt_param *params)
{
    if (!enter || enter->type + 1 != exit->type)
        return 0;
    const uint8_t *next = enter->data;
    for (uint32_t i = 0; i < enter->nparams; i++) {
        params[i] = (struct rt_param){next, enter->lengths[i]};
        next += enter->lengths[i];
    }
    return enter->nparams;
}

static void convert(struct converter *converter, const struct conversion *conversion,
                    struct rt_event *event)
{
    const struct cat_event *to = &cat_events[conversion->to];
    struct rt_param params[CAT_MAX_PARAMS], enter[ENTER_MAX_PARAMS];
    struct enter_event *stored = NULL;
    uint32_t nenter = 0, n = 0;

    for (int r = 0; r < MAX_RUNS && conversion->runs[r].kind != RUN_END; r++) {
        const struct run *run = &conversion->runs[r];
        bool from_enter = run->kind == RUN_ENTER || run->kind == RUN_ENTER_OR_EMPTY;
        if (from_enter && !stored) {
            stored = enter_store_find(&converter->enters, event->tid);
            nenter = enter_params(stored, event, enter);
        }
        for (uint32_t i = run->first; i < (uint32_t)run->first + run->count && n < to->nparams;
             i++, n++) {
            enum cat_type type = to->params[n].type;
            if (run->kind == RUN_OLD)
                params[n] = cut(event->params[i], type);
            else if (from_enter && i < nenter)
                params[n] = cut(enter[i], type);
            else if (run->kind == RUN_CONTAINER_JSON)
                params[n] = container_json(converter, event);
            else if (run->kind == RUN_ENTER || run->kind == RUN_DEFAULT)
                params[n] = default_param(type);
            else
                params[n] = (struct rt_param){0};
        }
    }
    if (nenter > 0)
        stored->live = false;
    event->type = conversion->to;
    event->info = to;
    event->nparams = n;
    memcpy(event->params, params, n * sizeof(params[0]));
    for (uint32_t i = n; i < to->nparams; i++)
        event->params[i] = (struct rt_param){0};
}

static const struct conversion *find_conversion(const struct converter *converter,
                                                const struct rt_event *event)
{
    for (size_t i = converter->first[event->type];
         i < CONVERSION_COUNT && conversions[i].event == event->type; i++) {
        if (conversions[i].nparams == event->nparams)
            return &conversions[i];
    }
    return NULL;
}

bool converter_passes(const struct converter *converter, uint16_t type)
{
    const struct cat_event *info = &cat_events[type];

    return !(info->flags & (CAT_EF_OLD_VERSION | CAT_EF_UNUSED)) &&
           (info->dir == CAT_DIR_EXIT || converter->first[type] == CONVERSION_COUNT);
}

enum conversion_result converter_apply(struct converter *converter, struct rt_event *event)
{
    for (int step = 0; step < MAX_STEPS; step++) {
        if (event->info->flags & CAT_EF_UNUSED)
            return CONVERSION_DROP;
        if (event_is_current(event))
            return CONVERSION_DELIVER;
        bool old = event->info->flags & CAT_EF_OLD_VERSION;
        if (converter->first[event->type] == CONVERSION_COUNT) {
            if (event->info->dir == CAT_DIR_ENTER)
                return old ? CONVERSION_DROP : CONVERSION_DELIVER;
            return old ? CONVERSION_UNKNOWN : CONVERSION_DELIVER;
        }
        const struct conversion *conversion = find_conversion(converter, event);
        if (!conversion) {
            /* A number of parameters that no release wrote. Those of an exit that is still in use
             * are good for what they are; the rest is missing. */
            bool usable = event->info->dir == CAT_DIR_EXIT && !old;
            return usable ? CONVERSION_DELIVER : CONVERSION_UNKNOWN;
        }
        switch (conversion->action) {
        case ACTION_STORE:
            enter_store_put(&converter->enters, event);
            return CONVERSION_DROP;
        case ACTION_STORE_AND_PASS:
            enter_store_put(&converter->enters, event);
            return CONVERSION_DELIVER;
        case ACTION_PASS:
            return CONVERSION_DELIVER;
        default:
            convert(converter, conversion, event);
            break;
        }
    }
    return CONVERSION_UNKNOWN;
}
