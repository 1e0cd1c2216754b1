/* Every field on events that lie: too few parameters, wrong widths, texts without an end, lists
 * that promise more than there is. What comes out is of no matter; that nothing breaks is (the
 * sanitizers look on), and that what comes out can be printed as text and as JSON. */
#include "../support/stage.h"

static uint64_t draw(uint64_t *seed)
{
    *seed += UINT64_C(0x9e3779b97f4a7c15);
    return (*seed ^ *seed >> 29) * UINT64_C(0xbf58476d1ce4e5b9) >> 16;
}

static void random_param(struct rct_stage *stage, uint64_t *seed)
{
    static const uint32_t widths[] = {0, 1, 2, 4, 8, 8, 3, 7, 13, 19, 37, 40};
    static const char *const texts[] = {"",  "/",    "..",    "../..//x", "/etc/passwd",
                                        "a", "<NA>", "(NULL)"};
    uint8_t bytes[64];
    uint32_t len = widths[draw(seed) % 12];

    if (draw(seed) % 4 == 0) {
        rct_text(stage, texts[draw(seed) % 8]);
        return;
    }
    for (uint32_t i = 0; i < len; i++)
        bytes[i] = draw(seed) % 3 == 0 ? (uint8_t)draw(seed) : (uint8_t)(draw(seed) % 4);
    if (len > 0 && draw(seed) % 3 == 0)
        bytes[0] = draw(seed) % 2 ? 10 : 2; /* a family of addresses */
    rct_bytes(stage, bytes, len);
}

static void ask_all(struct rct_stage *stage)
{
    static const char *const keys[] = {"", "HOME", "name", "fd", "dst", "openat", "memory"};

    for (int id = FIELD_NONE + 1; id < FIELD__COUNT; id++) {
        for (int form = 0; form < 4; form++) {
            if (form == 0)
                rct_define(stage, cat_fields[id].name, RT_ARG_NONE, 0, "");
            else if (form == 1)
                rct_define(stage, cat_fields[id].name, RT_ARG_INDEX, (uint32_t)id % 5, "");
            else if (form == 2)
                rct_define(stage, cat_fields[id].name, RT_ARG_KEY, 0, keys[id % 7]);
            else
                rct_define(stage, cat_fields[id].name, RT_ARG_NONE, 0, "");
            stage->def.ref.candidates = form == 3 && (cat_fields[id].flags & CAT_FF_CANDIDATES);
            rct_answer(stage, false);
            rct_answer(stage, true);
        }
    }
}

static void every_field_on_every_event(void **state)
{
    (void)state;
    struct rct_stage *stage = rct_stage_open();
    uint64_t seed = 1;

    stage->thread.cgroups = (struct rt_str){"memory=/a\0x\0cpu=", 16};
    stage->thread.args = (struct rt_str){"\0a\0", 3};
    stage->thread.env = (struct rt_str){"HOME\0HOME=\0=x", 13};
    rct_stage_ready(stage);
    rct_fd(stage, 0, RT_FD_FILE_V2, "");
    rct_fd(stage, 1, RT_FD_DIRECTORY, "/");
    rct_fd(stage, 2, RT_FD_IPV4_SOCK, "x");
    rct_fd(stage, 3, RT_FD_IPV6_SERVSOCK, "//x//");
    for (uint16_t type = 0; type < EV__COUNT; type++) {
        for (int round = 0; round < 4; round++) {
            uint32_t nparams = cat_events[type].nparams;

            if (round == 3 && nparams > 0)
                nparams = (uint32_t)draw(&seed) % nparams;
            rct_begin(stage);
            for (uint32_t i = 0; i < nparams; i++)
                random_param(stage, &seed);
            rct_event(stage, type, draw(&seed) % 5 ? 100 : 4711, (int64_t)(draw(&seed) % 5) - 1);
            ask_all(stage);
        }
    }
    rct_stage_close(stage);
}

/* A scratch that is full gives no value, and counts it. */
static void without_room(void **state)
{
    (void)state;
    struct rct_stage *stage = rct_stage_open();

    rct_stage_ready(stage);
    rct_begin(stage);
    rct_text(stage, "name");
    rct_event(stage, EV_OPEN_X, 100, -1);
    rct_define(stage, "proc.cmdline", RT_ARG_NONE, 0, "");
    stage->engine.eval.scratch.size = 8;
    assert_string_equal(rct_answer(stage, false), "<NA>");
    assert_int_equal(stage->engine.eval.scratch.overflows, 1);
    for (uint32_t size = 0; size < 64; size++) {
        stage->engine.eval.scratch.size = size;
        ask_all(stage);
    }
    rct_stage_close(stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_on_every_event),
        cmocka_unit_test(without_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
