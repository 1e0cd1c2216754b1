/* A stage for tests of fields: a state with whatever threads and fds a test puts there, one event
 * made of parameters, and questions: what does this field give, as an output would show it? */
#ifndef RULEC_TESTS_STAGE_H
#define RULEC_TESTS_STAGE_H

#include "bytes.h"
#include "engine.h"
#include "source/writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RCT_TIME UINT64_C(1795485078634137611) /* of the events: 2026-11-24, 01:51:18 */

struct rct_stage {
    struct rt_engine engine;
    struct rt_program program; /* of the one value that is asked for */
    struct rt_value_def def;
    struct rt_event event;
    uint8_t bytes[1 << 16]; /* the event's */
    uint32_t len;
    struct rt_param params[CAT_MAX_PARAMS]; /* of the event in the making */
    uint8_t space[1 << 15];                 /* what they point at */
    uint32_t nparams, used;
    struct rt_thread thread; /* the event's, before rct_stage_ready() */
    char text[1 << 14];      /* the last answer */
};

static inline struct rt_str rct_str(const char *text)
{
    return (struct rt_str){text, (uint32_t)strlen(text)};
}

/* A thread of its own, `bash` of root; tests change what they need, then call rct_stage_ready(). */
static inline struct rct_stage *rct_stage_open(void)
{
    struct rct_stage *stage = calloc(1, sizeof *stage);

    assert_non_null(stage);
    assert_int_equal(rt_state_create(&stage->engine.state, NULL), 0);
    stage->program =
        (struct rt_program){.abi = RT_PROGRAM_ABI, .values = &stage->def, .nvalues = 1};
    stage->thread = (struct rt_thread){.tid = 100,
                                       .pid = 100,
                                       .ptid = 1,
                                       .vtid = 100,
                                       .vpid = 100,
                                       .sid = 50,
                                       .pgid = 60,
                                       .vpgid = 60,
                                       .comm = "bash",
                                       .exe = rct_str("/bin/bash"),
                                       .exepath = rct_str("/usr/bin/bash"),
                                       .args = {"-c\0ls /tmp\0", 11},
                                       .env = {"HOME=/root\0PATH=/bin\0", 21},
                                       .cgroups = rct_str(""),
                                       .cwd = rct_str("/root/"),
                                       .root = rct_str("/"),
                                       .loginuid = UINT32_MAX};
    return stage;
}

static inline void rct_stage_ready(struct rct_stage *stage)
{
    assert_int_equal(rt_state_add_thread(stage->engine.state, &stage->thread), 0);
    assert_int_equal(rt_eval_open(&stage->engine.eval, &stage->program, &stage->engine, 1 << 15),
                     0);
}

static inline void rct_stage_close(struct rct_stage *stage)
{
    rt_eval_close(&stage->engine.eval);
    rt_state_destroy(stage->engine.state);
    free(stage);
}

static inline void rct_fd(struct rct_stage *stage, int64_t number, enum rt_fd_type type,
                          const char *name)
{
    const struct rt_fd fd = {.number = number,
                             .type = type,
                             .name = rct_str(name),
                             .name_raw = rct_str(name),
                             .flags = RT_FD_ROLE_CLIENT};

    assert_int_equal(rt_state_add_fd(stage->engine.state, stage->thread.tid, &fd), 0);
}

/* --- events --- */

static inline void rct_begin(struct rct_stage *stage)
{
    stage->nparams = 0;
    stage->used = 0;
}

static inline void rct_bytes(struct rct_stage *stage, const void *data, uint32_t len)
{
    uint8_t *place = stage->space + stage->used;

    assert_true(stage->used + len <= sizeof stage->space);
    if (len > 0)
        memcpy(place, data, len);
    stage->params[stage->nparams++] = (struct rt_param){place, len};
    stage->used += len;
}

static inline void rct_text(struct rct_stage *stage, const char *text)
{
    rct_bytes(stage, text, (uint32_t)strlen(text) + 1);
}

static inline void rct_number(struct rct_stage *stage, uint64_t number, uint32_t size)
{
    rct_bytes(stage, &number, size);
}

/* The event of those parameters, about the thread of that tid (-1: about no thread) and fd
 * (-1: about none). */
static inline void rct_event(struct rct_stage *stage, uint16_t type, int64_t tid, int64_t fd)
{
    struct rt_eval *eval = &stage->engine.eval;
    int len = rt_event_encode(stage->bytes, sizeof stage->bytes, RCT_TIME, tid, type, stage->params,
                              stage->nparams);

    assert_true(len > 0);
    stage->len = (uint32_t)len;
    assert_int_equal(rt_event_decode(&stage->event, stage->bytes, stage->len), 0);
    stage->event.number = 7;
    eval->event = &stage->event;
    eval->thread = rt_state_thread(stage->engine.state, tid);
    eval->fd_number = fd;
    eval->fd = eval->thread ? rt_state_fd(stage->engine.state, eval->thread, fd) : NULL;
}

/* --- questions --- */

static inline void rct_define(struct rct_stage *stage, const char *name, enum rt_arg_kind kind,
                              uint32_t index, const char *key)
{
    static rt_extract_fn *const extractors[CAT_CLASS__COUNT] = {
        [CAT_CLASS_EVENT] = rt_extract_event,
        [CAT_CLASS_GEN_EVENT] = rt_extract_gen_event,
        [CAT_CLASS_FD] = rt_extract_fd,
        [CAT_CLASS_FDLIST] = rt_extract_fdlist,
        [CAT_CLASS_FSPATH] = rt_extract_fspath,
        [CAT_CLASS_THREAD] = rt_extract_thread,
        [CAT_CLASS_USER] = rt_extract_user,
        [CAT_CLASS_GROUP] = rt_extract_group,
        [CAT_CLASS_CONTAINER] = rt_extract_container,
        [CAT_CLASS_UTILS] = rt_extract_utils};
    enum cat_field_id id = cat_field_find(name, strlen(name));

    assert_int_not_equal(id, FIELD_NONE);
    stage->def = (struct rt_value_def){
        .name = name,
        .extract = extractors[cat_fields[id].cls],
        .ref = {.field = id, .arg_kind = kind, .index = index, .key = key},
        .type = cat_fields[id].type,
        .format = cat_fields[id].format,
        .is_list = cat_fields[id].flags & CAT_FF_IS_LIST && kind == RT_ARG_NONE};
    rt_eval_reset(&stage->engine.eval);
}

static inline const char *rct_answer(struct rct_stage *stage, bool json)
{
    struct rt_line line = {.data = stage->text, .size = sizeof stage->text - 1};
    const struct rt_values *values = rt_value(&stage->engine.eval, 0);

    if (json)
        rt_value_print_json(&stage->engine.eval, &stage->def, values, &line);
    else
        rt_value_print(&stage->def, values, &line);
    assert_false(line.cut);
    stage->text[line.len] = 0;
    return stage->text;
}

static inline const char *rct_ask(struct rct_stage *stage, const char *name)
{
    rct_define(stage, name, RT_ARG_NONE, 0, "");
    return rct_answer(stage, false);
}

static inline const char *rct_ask_json(struct rct_stage *stage, const char *name)
{
    rct_define(stage, name, RT_ARG_NONE, 0, "");
    return rct_answer(stage, true);
}

static inline const char *rct_ask_index(struct rct_stage *stage, const char *name, uint32_t index)
{
    rct_define(stage, name, RT_ARG_INDEX, index, "");
    return rct_answer(stage, false);
}

static inline const char *rct_ask_key(struct rct_stage *stage, const char *name, const char *key)
{
    rct_define(stage, name, RT_ARG_KEY, 0, key);
    return rct_answer(stage, false);
}

#endif
