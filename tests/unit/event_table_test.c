/* Every event of the table, old versions included, with every number of parameters: encoded,
 * decoded, printed, encoded again; and read from a capture, where it becomes an event of today. */
#include "../support/stage.h"

#include "../support/capture_maker.h"

/* How the parameters of an event are filled. */
enum filling {
    FILLING_USUAL,
    FILLING_EMPTY,   /* no parameter has a value */
    FILLING_SHORT,   /* each lacks its last byte */
    FILLING_LONG,    /* each has a byte too many */
    FILLING_ALL_ONES /* each of the usual length, all bits set: texts without an end, -1, ... */
};

#define NUMBER 10 /* of every parameter that is a number */

/* The bytes of a usual parameter; returns how many. */
static uint32_t usual_param(enum cat_type type, uint8_t *out)
{
    static const uint8_t address[] = {10, 0, 0, 1, 80, 0}; /* 10.0.0.1:80 */

    memset(out, 0, 64);
    out[0] = NUMBER;
    if (cat_type_size(type) != 0)
        return cat_type_size(type);
    switch ((int)type) {
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        memcpy(out, "/a/text", 8);
        return 8;
    case CAT_TYPE_BYTEBUF:
        memcpy(out, "bytes", 5);
        return 5;
    case CAT_TYPE_CHARBUFARRAY:
    case CAT_TYPE_CHARBUF_PAIR_ARRAY:
        memcpy(out, "a\0b", 4);
        return 4;
    case CAT_TYPE_SOCKADDR:
        out[0] = 2;
        memcpy(out + 1, address, sizeof address);
        return 7;
    case CAT_TYPE_SOCKTUPLE:
        out[0] = 2;
        memcpy(out + 1, address, sizeof address);
        memcpy(out + 7, address, sizeof address);
        return 13;
    case CAT_TYPE_FDLIST: /* one fd with its events */
        out[0] = 1;
        out[2] = NUMBER;
        return 12;
    case CAT_TYPE_DYN: /* the first kind of value, eight bytes */
        out[0] = 0;
        out[1] = NUMBER;
        return 9;
    default:
        break;
    }
    fail_msg("no event has a parameter of type %s", cat_type_name(type));
    return 0;
}

/* What evt.args shows of a usual parameter behind its name; NULL: not compared. */
static const char *usual_text(const struct cat_param *param)
{
    switch (param->type) {
    case CAT_TYPE_INT8:
    case CAT_TYPE_INT16:
    case CAT_TYPE_INT32:
    case CAT_TYPE_INT64:
    case CAT_TYPE_UINT8:
    case CAT_TYPE_UINT16:
    case CAT_TYPE_UINT32:
    case CAT_TYPE_UINT64:
        return param->format == CAT_FORMAT_HEX          ? "A"
               : param->format == CAT_FORMAT_OCT        ? "012"
               : param->format == CAT_FORMAT_PADDED_DEC ? "000000010"
                                                        : "10";
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
    case CAT_TYPE_ERRNO:
        return "10";
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        return "/a/text";
    case CAT_TYPE_BYTEBUF:
        return "bytes";
    case CAT_TYPE_SOCKADDR:
        return "10.0.0.1:80";
    case CAT_TYPE_SOCKTUPLE:
        return "10.0.0.1:80->10.0.0.1:80";
    default: /* made of several, a time, or of a type that Falco does not print (FD32, PID32) */
        return NULL;
    }
}

/* The first n parameters of an event, into the stage. */
static void fill(struct rct_stage *stage, const struct cat_event *info, uint32_t n,
                 enum filling filling)
{
    uint8_t bytes[64];

    rct_begin(stage);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t len = usual_param(info->params[i].type, bytes);
        switch (filling) {
        case FILLING_USUAL:
            break;
        case FILLING_EMPTY:
            len = 0;
            break;
        case FILLING_SHORT:
            len--;
            break;
        case FILLING_LONG:
            len++;
            break;
        case FILLING_ALL_ONES:
            memset(bytes, 0xff, len);
            break;
        }
        rct_bytes(stage, bytes, len);
    }
}

/* Decoded is what was encoded, and encoding that gives the same bytes. */
static void is_what_was_made(const struct rct_stage *stage, uint16_t type)
{
    static uint8_t again[1 << 16];
    const struct rt_event *event = &stage->event;

    assert_int_equal(event->type, type);
    assert_ptr_equal(event->info, &cat_events[type]);
    assert_int_equal(event->time_ns, RCT_TIME);
    assert_int_equal(event->tid, 100);
    assert_int_equal(event->nparams, stage->nparams);
    for (uint32_t i = 0; i < event->info->nparams; i++) {
        const struct rt_param *made = &stage->params[i];
        assert_int_equal(event->params[i].len, i < stage->nparams ? made->len : 0);
        if (event->params[i].len > 0)
            assert_memory_equal(event->params[i].data, made->data, made->len);
    }
    const int len = rt_event_encode(again, sizeof again, event->time_ns, event->tid, type,
                                    event->params, event->nparams);
    assert_int_equal(len, stage->len);
    assert_memory_equal(again, stage->bytes, stage->len);
}

/* evt.args names each parameter, in order, and shows its value. */
static void shows_its_parameters(struct rct_stage *stage)
{
    const struct rt_event *event = &stage->event;
    const char *text = rct_ask(stage, "evt.args");

    if (event->type == EV_GENERIC_X) { /* the call's name says it */
        assert_string_equal(text, "");
        return;
    }
    for (uint32_t i = 0; i < event->nparams; i++) {
        const struct cat_param *param = &event->info->params[i];
        const char *value = usual_text(param);
        char part[128];
        snprintf(part, sizeof part, "%s%s=%s", i > 0 ? " " : "", param->name, value ? value : "");
        const char *found = strstr(text, part);
        if (!found)
            fail_msg("%s: no \"%s\" in: %s", event->info->id, part, text);
        text = found + strlen(part);
        if (value && *text && *text != ' ' && *text != '(')
            fail_msg("%s: more than \"%s\": %s", event->info->id, part, text);
    }
}

/* Nothing that can be asked of an event may trip over it. */
static void answers_everything(struct rct_stage *stage)
{
    static const char *const fields[] = {
        "evt.args",   "evt.info",     "evt.res",     "evt.rawres", "evt.type",      "evt.buffer",
        "evt.failed", "evt.category", "evt.abspath", "fd.name",    "fd.num",        "fs.path.name",
        "evt.io_dir", "evt.count",    "evt.is_io",   "evt.buflen", "fs.path.target"};

    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        rct_ask(stage, fields[i]);
    for (uint32_t i = 0; i < stage->event.info->nparams; i++) {
        rct_ask_index(stage, "evt.arg", i);
        rct_ask_key(stage, "evt.rawarg", stage->event.info->params[i].name);
    }
}

/* A parameter more than the table has is passed over, but that of an opening with the path of the
 * file: it is text, told by one field and shown nowhere else. */
static void a_resolved_path_comes_with_openings_alone(void **context)
{
    static const struct {
        const char *bytes;
        uint32_t len;
        const char *text;
    } paths[] = {{"/real/file", 11, "/real/file"},
                 {"", 1, ""},
                 {"", 0, ""},
                 {"/no/end", 7, ""},
                 {"/one\0/two", 10, "/one"}};
    struct rct_stage *stage = rct_stage_open();
    (void)context;

    rct_stage_ready(stage);
    for (uint32_t type = 0; type < EV__COUNT; type++) {
        const struct cat_event *info = &cat_events[type];
        uint32_t len;

        if (info->flags & CAT_EF_LARGE_PAYLOAD || info->nparams == CAT_MAX_PARAMS)
            continue;
        for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
            fill(stage, info, info->nparams, FILLING_USUAL);
            rct_bytes(stage, paths[i].bytes, paths[i].len);
            rct_event(stage, (uint16_t)type, 100, -1);
            assert_int_equal(stage->event.nparams, info->nparams);
            const char *text = rt_event_resolves((uint16_t)type) ? paths[i].text : "";
            assert_string_equal(rt_event_resolved(&stage->event, &len), text);
            assert_int_equal(len, strlen(text));
            assert_string_equal(rct_ask(stage, "fs.path.resolved"), text[0] ? text : "<NA>");
            assert_null(strstr(rct_ask(stage, "evt.args"), "/real/file"));
        }
        fill(stage, info, info->nparams, FILLING_USUAL);
        rct_event(stage, (uint16_t)type, 100, -1);
        assert_string_equal(rct_ask(stage, "fs.path.resolved"), "<NA>");
        fill(stage, info, info->nparams > 0 ? info->nparams - 1 : 0, FILLING_USUAL);
        rct_bytes(stage, paths[0].bytes, paths[0].len);
        rct_event(stage, (uint16_t)type, 100, -1);
        assert_string_equal(rct_ask(stage, "fs.path.resolved"), "<NA>");
    }
    rct_stage_close(stage);
}

static void every_event_decodes_prints_and_encodes(void **context)
{
    struct rct_stage *stage = rct_stage_open();
    (void)context;

    rct_stage_ready(stage);
    for (uint32_t type = 0; type < EV__COUNT; type++) {
        const struct cat_event *info = &cat_events[type];
        assert_true(info->nparams <= CAT_MAX_PARAMS);
        for (uint32_t n = 0; n <= info->nparams; n++) {
            for (enum filling filling = FILLING_USUAL; filling <= FILLING_ALL_ONES; filling++) {
                fill(stage, info, n, filling);
                rct_event(stage, (uint16_t)type, 100, -1);
                is_what_was_made(stage, (uint16_t)type);
                if (filling == FILLING_USUAL)
                    shows_its_parameters(stage);
                if (n == info->nparams)
                    answers_everything(stage);
            }
        }
    }
    rct_stage_close(stage);
}

/* Reads a capture of the event in the stage; what of it is delivered must be of today's form. */
static void read_from_a_capture(struct rct_stage *stage, uint16_t type, uint32_t block_type)
{
    struct capture_bytes bytes = {0};
    struct rt_source *source;
    struct rt_source_stats stats;
    struct rt_event event;
    char error[256];
    int result, delivered = 0;
    const struct cat_event *info = &cat_events[type];

    make_section(&bytes);
    make_event(&bytes, block_type, RCT_TIME, 100, type, stage->params, stage->nparams);
    assert_int_equal(rt_capture_open_memory(&source, bytes.data, bytes.len, error, sizeof error),
                     0);
    assert_int_equal(source->ops->start(source, stage->engine.state), 0);
    while ((result = source->ops->next(source, &event, 0)) == 0) {
        delivered++;
        /* Enter events that rules can still see are the exception: today's recorders write none. */
        if (event.info->dir == CAT_DIR_EXIT &&
            (event.info->flags & (CAT_EF_OLD_VERSION | CAT_EF_UNUSED) ||
             event.nparams != event.info->nparams))
            fail_msg("%s was delivered as %s of %u parameters, which is no event of today",
                     info->id, event.info->id, event.nparams);
        stage->event = event;
        stage->engine.eval.event = &stage->event;
        rct_ask(stage, "evt.args");
    }
    assert_int_equal(result, RT_SOURCE_END);
    source->ops->stats(source, &stats);
    if (stats.malformed != 0)
        fail_msg("%s with all its parameters counts as malformed", info->id);
    if (delivered == 0 && info->dir == CAT_DIR_EXIT && !(info->flags & CAT_EF_UNUSED))
        fail_msg("%s was not delivered", info->id);
    source->ops->close(source);
    capture_bytes_free(&bytes);
}

static void every_event_becomes_one_of_today(void **context)
{
    struct rct_stage *stage = rct_stage_open();
    (void)context;

    rct_stage_ready(stage);
    for (uint32_t type = 0; type < EV__COUNT; type++) {
        const struct cat_event *info = &cat_events[type];
        for (enum filling filling = FILLING_USUAL; filling <= FILLING_ALL_ONES; filling++) {
            fill(stage, info, info->nparams, filling);
            read_from_a_capture(stage, (uint16_t)type, CAPTURE_EVENT_V2);
            read_from_a_capture(stage, (uint16_t)type, CAPTURE_EVENT_FLAGS_LARGE);
        }
    }
    rct_stage_close(stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_event_decodes_prints_and_encodes),
        cmocka_unit_test(a_resolved_path_comes_with_openings_alone),
        cmocka_unit_test(every_event_becomes_one_of_today),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
