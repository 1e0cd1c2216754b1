#include "../support/capture_maker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

struct fixture {
    struct capture_bytes bytes;
    struct rt_state *state;
    struct rt_source *source;
};

static int setup(void **context)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    assert_int_equal(rt_state_create(&f->state, NULL), 0);
    make_section(&f->bytes);
    *context = f;
    return 0;
}

static int teardown(void **context)
{
    struct fixture *f = *context;
    if (f->source)
        f->source->ops->close(f->source);
    rt_state_destroy(f->state);
    capture_bytes_free(&f->bytes);
    free(f);
    return 0;
}

/* Opens what was made and reads the start state. */
static void begin(struct fixture *f)
{
    char error[256] = "";
    assert_int_equal(
        rt_capture_open_memory(&f->source, f->bytes.data, f->bytes.len, error, sizeof(error)), 0);
    assert_int_equal(f->source->ops->start(f->source, f->state), 0);
}

static void next_is(struct fixture *f, struct rt_event *event, uint16_t type, uint64_t number)
{
    assert_int_equal(f->source->ops->next(f->source, event, 0), 0);
    assert_string_equal(event->info->id, cat_events[type].id);
    assert_int_equal(event->type, type);
    assert_int_equal(event->number, number);
    assert_int_equal(event->nparams, event->info->nparams);
}

static void ends(struct fixture *f, uint64_t malformed)
{
    struct rt_event event;
    struct rt_source_stats stats;
    assert_int_equal(f->source->ops->next(f->source, &event, 0), RT_SOURCE_END);
    f->source->ops->stats(f->source, &stats);
    assert_int_equal(stats.malformed, malformed);
}

/* --- enter and exit --- */

static void enter_parameters_join_the_exit(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    int64_t fd = 7, other_fd = 9, result = -9;
    uint32_t size = 4096;
    const struct rt_param enter[] = {PARAM_OF(fd), PARAM_OF(size)};
    const struct rt_param enter_other[] = {PARAM_OF(other_fd), PARAM_OF(size)};
    const struct rt_param exit[] = {PARAM_OF(result), PARAM_TEXT("data")};

    for (int v1 = 0; v1 < 2; v1++) {
        uint32_t block = v1 ? CAPTURE_EVENT_V1 : CAPTURE_EVENT_V2;
        make_event(&f->bytes, block, 100, 11, EV_READ_E, enter, 2);
        make_event(&f->bytes, block, 101, 12, EV_READ_E, enter_other, 2);
        make_event(&f->bytes, block, 102, 11, EV_READ_X, exit, 2);
        make_event(&f->bytes, block, 103, 12, EV_READ_X, exit, 2);
    }
    begin(f);
    for (int v1 = 0; v1 < 2; v1++) {
        next_is(f, &event, EV_READ_X, (uint64_t)v1 * 2 + 1); /* enters are not counted */
        assert_int_equal(event.tid, 11);
        assert_int_equal(event.time_ns, 102);
        assert_int_equal(event.cpu, 3);
        assert_int_equal(rt_param_i64(&event, 0), -9);
        assert_int_equal(event.params[1].len, 5);
        assert_int_equal(rt_param_i64(&event, 2), 7);
        assert_int_equal(rt_param_u64(&event, 3), 4096);
        next_is(f, &event, EV_READ_X, (uint64_t)v1 * 2 + 2);
        assert_int_equal(rt_param_i64(&event, 2), 9);
    }
    ends(f, 0);
}

static void without_its_enter_an_exit_has_defaults(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    int64_t result = 0, fd = 5;
    uint32_t uid = 0;
    const struct rt_param exit[] = {PARAM_OF(result)};
    const struct rt_param close_enter[] = {PARAM_OF(fd)};
    const struct rt_param setuid_enter[] = {PARAM_OF(uid)};

    make_event(&f->bytes, CAPTURE_EVENT_V2, 1, 11, EV_CLOSE_X, exit, 1);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 2, 11, EV_CHDIR_E, NULL, 0);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 3, 11, EV_CLOSE_E, close_enter, 1);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 4, 11, EV_SETUID_X, exit, 1); /* of another call */
    make_event(&f->bytes, CAPTURE_EVENT_V2, 5, 11, EV_CLOSE_X, exit, 1);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 6, 11, EV_CLOSE_X, exit, 1); /* used up */
    make_event(&f->bytes, CAPTURE_EVENT_V2, 7, 11, EV_SETUID_E, setuid_enter, 1);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 8, 11, EV_SETUID_X, exit, 1);
    begin(f);
    next_is(f, &event, EV_CLOSE_X, 1);
    assert_int_equal(event.params[1].len, 8); /* a zero, which Falco takes too */
    assert_int_equal(rt_param_i64(&event, 1), 0);
    next_is(f, &event, EV_SETUID_X, 2);
    assert_int_equal(event.params[1].len, 0);
    next_is(f, &event, EV_CLOSE_X, 3);
    assert_int_equal(rt_param_i64(&event, 1), 5);
    next_is(f, &event, EV_CLOSE_X, 4);
    assert_int_equal(rt_param_i64(&event, 1), 0);
    next_is(f, &event, EV_SETUID_X, 5);
    assert_int_equal(event.params[1].len, 4);
    ends(f, 0);
}

static void some_enter_events_are_delivered(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    int64_t fd = 4, result = 0;
    const uint8_t address[] = {2, 127, 0, 0, 1, 80, 0};
    const struct rt_param enter[] = {PARAM_OF(fd), PARAM_OF(address)};
    const struct rt_param exit[] = {PARAM_OF(result), PARAM_EMPTY};

    make_event(&f->bytes, CAPTURE_EVENT_V2, 1, 11, EV_OPEN_E, NULL, 0);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 2, 11, EV_CONNECT_E, enter, 2);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 3, 11, EV_CONNECT_X, exit, 2);
    begin(f);
    next_is(f, &event, EV_OPEN_E, 1);
    next_is(f, &event, EV_CONNECT_E, 2);
    next_is(f, &event, EV_CONNECT_X, 3);
    assert_int_equal(rt_param_i64(&event, 2), 4);
    ends(f, 0);
}

/* --- versions --- */

static void an_execve_of_eight_parameters_becomes_todays(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    int64_t result = 0, tid = 11, pid = 10, ptid = 9;
    uint64_t fdlimit = 1024;
    uint32_t len;
    const struct rt_param exit[] = {PARAM_OF(result), PARAM_TEXT("/bin/ls"), PARAM_TEXT("-l"),
                                    PARAM_OF(tid),    PARAM_OF(pid),         PARAM_OF(ptid),
                                    PARAM_TEXT("/x"), PARAM_OF(fdlimit)};

    make_event(&f->bytes, CAPTURE_EVENT_V1, 1, 11, EV_EXECVE_8_E, NULL, 0);
    make_event(&f->bytes, CAPTURE_EVENT_V1, 2, 11, EV_EXECVE_8_X, exit, 8);
    begin(f);
    next_is(f, &event, EV_EXECVE_19_E, 1);
    next_is(f, &event, EV_EXECVE_19_X, 2);
    assert_string_equal(rt_param_str(&event, (uint32_t)rt_param_find(event.info, "exe"), &len),
                        "/bin/ls");
    assert_int_equal(rt_param_i64(&event, (uint32_t)rt_param_find(event.info, "ptid")), 9);
    assert_string_equal(rt_param_str(&event, (uint32_t)rt_param_find(event.info, "cwd"), &len),
                        "/x");
    assert_int_equal(rt_param_u64(&event, (uint32_t)rt_param_find(event.info, "fdlimit")), 1024);
    assert_int_equal(event.params[rt_param_find(event.info, "comm")].len, 0);
    assert_int_equal(event.params[rt_param_find(event.info, "uid")].len, 0);
    ends(f, 0);
}

static void parameters_in_the_middle_keep_their_names(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    int64_t number[8] = {0, 0, 0, 21, 20, 19, 0, 1024};
    uint32_t flags = 0x10, uid = 1000, gid = 100, len;
    const struct rt_param exit[] = {PARAM_OF(number[0]), PARAM_TEXT("sh"),    PARAM_TEXT("-c"),
                                    PARAM_OF(number[3]), PARAM_OF(number[4]), PARAM_OF(number[5]),
                                    PARAM_TEXT("/"),     PARAM_OF(number[7]), PARAM_OF(flags),
                                    PARAM_OF(uid),       PARAM_OF(gid)};

    make_event(&f->bytes, CAPTURE_EVENT_V1, 1, 21, EV_CLONE_11_X, exit, 11);
    begin(f);
    next_is(f, &event, EV_CLONE_20_X, 1);
    assert_int_equal(rt_param_u64(&event, (uint32_t)rt_param_find(event.info, "flags")), 0x10);
    assert_int_equal(rt_param_u64(&event, (uint32_t)rt_param_find(event.info, "uid")), 1000);
    assert_int_equal(rt_param_u64(&event, (uint32_t)rt_param_find(event.info, "gid")), 100);
    assert_string_equal(rt_param_str(&event, (uint32_t)rt_param_find(event.info, "args"), &len),
                        "-c");
    assert_int_equal(event.params[rt_param_find(event.info, "vpid")].len, 0);
    ends(f, 0);
}

static void numbers_are_cut_to_the_new_type(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    int64_t command = 0x100000005, result = 3;
    const struct rt_param enter[] = {PARAM_OF(command)}, exit[] = {PARAM_OF(result)};

    make_event(&f->bytes, CAPTURE_EVENT_V2, 1, 11, EV_BPF_E, enter, 1);
    make_event(&f->bytes, CAPTURE_EVENT_V2, 2, 11, EV_BPF_X, exit, 1);
    begin(f);
    next_is(f, &event, EV_BPF_2_X, 1);
    assert_int_equal(event.params[1].len, 4);
    assert_int_equal(rt_param_u64(&event, 1), 5);
    ends(f, 0);
}

static void old_container_events_become_json(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    uint32_t type = 0, len;
    const struct rt_param params[] = {PARAM_TEXT("0123456789ab"), PARAM_OF(type),
                                      PARAM_TEXT("a \"b\" \\c"), PARAM_TEXT("img\n")};

    make_event(&f->bytes, CAPTURE_EVENT_V2, 1, 1, EV_CONTAINER_E, params, 4);
    begin(f);
    next_is(f, &event, EV_CONTAINER_JSON_2_E, 1);
    assert_string_equal(rt_param_str(&event, 0, &len),
                        "{\"id\":\"0123456789ab\",\"type\":0,\"name\":\"a \\\"b\\\" \\\\c\","
                        "\"image\":\"img\\u000a\"}");
    ends(f, 0);
}

static void forms_that_never_were_are_counted(void **context)
{
    struct fixture *f = *context;
    struct rt_event event;
    int64_t fd = 3;
    const struct rt_param one[] = {PARAM_OF(fd)};

    make_event(&f->bytes, CAPTURE_EVENT_V2, 1, 1, EV_READ_E, one, 1);      /* dropped */
    make_event(&f->bytes, CAPTURE_EVENT_V2, 2, 1, EV_EXECVE_8_X, one, 1);  /* dropped */
    make_event(&f->bytes, CAPTURE_EVENT_V2, 3, 1, EV_CHDIR_X, one, 1);     /* good for its result */
    make_event(&f->bytes, CAPTURE_EVENT_V2, 4, 1, EV_CHDIR_E, NULL, 0);    /* old enter: dropped */
    make_event(&f->bytes, CAPTURE_EVENT_V2, 5, 1, EV_PROCEXIT_E, NULL, 0); /* still has a meaning */
    begin(f);
    assert_int_equal(f->source->ops->next(f->source, &event, 0), 0);
    assert_int_equal(event.type, EV_CHDIR_X);
    assert_int_equal(event.nparams, 1);
    assert_int_equal(rt_param_i64(&event, 0), 3);
    next_is(f, &event, EV_PROCEXIT_1_E, 2);
    ends(f, 2);
}

/* Every line of the table gives an event that decodes as one of today's, whatever is in it. */
static void the_table_leads_to_todays_events(void **context)
{
    struct converter *converter;
    int delivered = 0;
    (void)context;

    assert_int_equal(converter_create(&converter), 0);
    for (uint16_t type = 0; type < EV__COUNT; type++) {
        for (uint32_t n = 0; n <= cat_events[type].nparams; n++) {
            struct rt_event event = {.type = type, .info = &cat_events[type], .nparams = n};
            static const uint8_t bytes[16] = {1};
            for (uint32_t i = 0; i < event.info->nparams; i++)
                event.params[i] = i < n ? (struct rt_param){bytes, 16} : PARAM_EMPTY;
            if (converter_apply(converter, &event) != CONVERSION_DELIVER)
                continue;
            delivered++;
            assert_false(event.info->flags & CAT_EF_UNUSED);
            if (event.info->dir == CAT_DIR_EXIT)
                assert_false(event.info->flags & CAT_EF_OLD_VERSION);
            bool json = event.type == EV_CONTAINER_JSON_2_E; /* made here, of four texts */
            for (uint32_t i = 0; i < event.nparams && !json; i++)
                assert_true(event.params[i].len <= 16);
        }
    }
    assert_true(delivered > 500);
    converter_destroy(converter);
}

static void many_threads_do_not_lose_each_others_enters(void **context)
{
    struct converter *converter;
    struct rt_event event;
    const int64_t nthreads = 50000;
    int64_t result = 0;
    (void)context;

    assert_int_equal(converter_create(&converter), 0);
    for (int64_t tid = 0; tid < nthreads; tid++) {
        event = (struct rt_event){.type = EV_CLOSE_E, .info = &cat_events[EV_CLOSE_E]};
        event.tid = tid;
        event.nparams = 1;
        event.params[0] = PARAM_OF(tid);
        assert_int_equal(converter_apply(converter, &event), CONVERSION_DROP);
    }
    for (int64_t tid = 0; tid < nthreads; tid++) {
        event = (struct rt_event){.type = EV_CLOSE_X, .info = &cat_events[EV_CLOSE_X]};
        event.tid = tid;
        event.nparams = 1;
        event.params[0] = PARAM_OF(result);
        assert_int_equal(converter_apply(converter, &event), CONVERSION_DELIVER);
        assert_int_equal(rt_param_i64(&event, 1), tid);
    }
    for (int64_t tid = 0; tid < 300000; tid++) { /* bounded, whatever comes */
        event = (struct rt_event){.type = EV_CLOSE_E, .info = &cat_events[EV_CLOSE_E]};
        event.tid = tid * 7919;
        event.nparams = 1;
        event.params[0] = PARAM_OF(tid);
        assert_int_equal(converter_apply(converter, &event), CONVERSION_DROP);
    }
    converter_destroy(converter);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(enter_parameters_join_the_exit),
        TEST(without_its_enter_an_exit_has_defaults),
        TEST(some_enter_events_are_delivered),
        TEST(an_execve_of_eight_parameters_becomes_todays),
        TEST(parameters_in_the_middle_keep_their_names),
        TEST(numbers_are_cut_to_the_new_type),
        TEST(old_container_events_become_json),
        TEST(forms_that_never_were_are_counted),
        cmocka_unit_test(the_table_leads_to_todays_events),
        cmocka_unit_test(many_threads_do_not_lose_each_others_enters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
