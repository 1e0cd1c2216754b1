/* Events for tests of the state: put together parameter by parameter, encoded and decoded as a
 * source's would be, and sent through rt_state_before and rt_state_after.
 *
 *     SEND(&sender, EV_CLOSE_X, 10, I64(0), I64(3));
 *     assert_non_null(sender.subject.fd);
 *     settle(&sender);
 */
#ifndef RULEC_TESTS_STATE_EVENTS_H
#define RULEC_TESTS_STATE_EVENTS_H

#include "event.h"
#include "source/writer.h"
#include "state/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct sender {
    struct rt_state *state;
    uint64_t time_ns; /* of the next event; grows by a microsecond each */
    uint8_t bytes[200000];
    struct rt_event event;
    struct rt_subject subject;
};

struct argument {
    enum { ARG_END, ARG_NUMBER, ARG_BYTES } kind;
    uint32_t len;
    uint64_t number;
    const void *data;
};

#define I64(v)         ((struct argument){ARG_NUMBER, 8, (uint64_t)(int64_t)(v), NULL})
#define U32(v)         ((struct argument){ARG_NUMBER, 4, (uint64_t)(v), NULL})
#define U16(v)         ((struct argument){ARG_NUMBER, 2, (uint64_t)(v), NULL})
#define U8(v)          ((struct argument){ARG_NUMBER, 1, (uint64_t)(v), NULL})
#define TEXT(t)        ((struct argument){ARG_BYTES, (uint32_t)strlen(t) + 1, 0, t})
#define BYTES(p, size) ((struct argument){ARG_BYTES, size, 0, p})
#define NOTHING        ((struct argument){ARG_BYTES, 0, 0, NULL})

static inline void send_arguments(struct sender *sender, uint16_t type, int64_t tid,
                                  const struct argument *arguments)
{
    struct rt_param params[CAT_MAX_PARAMS];
    uint32_t n = 0;
    for (; arguments[n].kind != ARG_END; n++) {
        bool number = arguments[n].kind == ARG_NUMBER;
        params[n].data = number ? (const uint8_t *)&arguments[n].number : arguments[n].data;
        params[n].len = arguments[n].len;
    }
    int len = rt_event_encode(sender->bytes, sizeof(sender->bytes), sender->time_ns, tid, type,
                              params, n);
    assert_true(len > 0);
    assert_int_equal(rt_event_decode(&sender->event, sender->bytes, (size_t)len), 0);
    sender->time_ns += 1000;
    rt_state_before(sender->state, &sender->event, &sender->subject);
}

static inline void settle(struct sender *sender)
{
    rt_state_after(sender->state, &sender->event, &sender->subject);
}

#define LOOK(sender, type, tid, ...)                                                               \
    send_arguments(sender, type, tid, (struct argument[]){__VA_ARGS__, {ARG_END, 0, 0, NULL}})

/* An event that only matters for what it leaves behind. */
#define SEND(sender, type, tid, ...)                                                               \
    do {                                                                                           \
        LOOK(sender, type, tid, __VA_ARGS__);                                                      \
        settle(sender);                                                                            \
    } while (0)

/* A thread of the start state, its own process unless pid says otherwise. */
static inline void add_thread(struct sender *sender, int64_t tid, int64_t pid, int64_t ptid,
                              const char *name)
{
    static const struct rt_str none = {"", 0};
    struct rt_thread thread = {.tid = tid, .pid = pid, .ptid = ptid, .vtid = tid, .vpid = pid};
    thread.clone_time_ns = 1;
    thread.exepath = thread.args = thread.env = thread.cgroups = none;
    thread.exe = (struct rt_str){name, (uint32_t)strlen(name)};
    thread.cwd = (struct rt_str){"/home", 5};
    thread.root = (struct rt_str){"/", 1};
    strncpy(thread.comm, name, RT_COMM_SIZE - 1);
    if (tid != pid)
        thread.clone_flags = 1 | 1 << 13; /* CLONE_FILES, CLONE_THREAD */
    assert_int_equal(rt_state_add_thread(sender->state, &thread), 0);
}

/* What a clone exit tells; flags are Falco's. */
struct clone_facts {
    int64_t result, pid, ptid, vtid, vpid;
    uint32_t flags;
    const char *comm, *cgroups;
};

static inline void send_clone(struct sender *sender, int64_t tid, const struct clone_facts *c)
{
    const char *comm = c->comm ? c->comm : "child";
    struct argument cgroups =
        c->cgroups ? BYTES(c->cgroups, (uint32_t)strlen(c->cgroups) + 1) : NOTHING;
    LOOK(sender, EV_CLONE_20_X, tid, I64(c->result), TEXT("/bin/child"), BYTES("-a\0-b\0", 6),
         I64(tid), I64(c->pid), I64(c->ptid), TEXT(""), I64(1024), I64(1), I64(2), U32(3), U32(4),
         U32(5), TEXT(comm), cgroups, U32(c->flags), U32(1000), U32(1001), I64(c->vtid),
         I64(c->vpid), I64(7));
}

static inline struct sender open_sender(const struct rt_state_limits *limits)
{
    struct sender sender = {.time_ns = 1000000000000};
    assert_int_equal(rt_state_create(&sender.state, limits), 0);
    return sender;
}

#endif
