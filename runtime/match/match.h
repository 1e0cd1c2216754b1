/* The tests that generated code calls: everything that a condition's operators mean, in one place.
 *
 *     values  - what a field gave on this event: none, one, or several
 *     literal - what the rule compares with
 *
 * A test over no value is false, whatever the operator; `not` is plain boolean. Where a field gives
 * several candidates (every ancestor, both ends of a connection) a test holds if it holds for one
 * of them; the helpers called ..._all are for `!=` on both ends of a connection. The meaning is
 * Falco's throughout.
 *
 * Tests whose outcome several rules ask for are remembered for the event, in two bits each.
 */
#ifndef RULEC_MATCH_H
#define RULEC_MATCH_H

#include "address.h"
#include "dynamic.h"
#include "number.h"
#include "pattern.h"
#include "right.h"
#include "steps.h"
#include "table.h"
#include "text.h"

/* A test that so many rules ask that a copy of it in each would only cost time to compile. */
#define RT_ASKED_OFTEN __attribute__((noinline))

/* True if the outcome of the test is known on this event already. */
static inline bool rt_test_known(const struct rt_eval *eval, uint32_t test)
{
    return eval->tests_known[test / 64] >> (test % 64) & 1;
}

/* The outcome of a test that is known. */
static inline bool rt_test_true(const struct rt_eval *eval, uint32_t test)
{
    return eval->tests_true[test / 64] >> (test % 64) & 1;
}

/* Remembers an outcome, and returns it. */
static inline bool rt_test_note(struct rt_eval *eval, uint32_t test, bool holds)
{
    const uint64_t bit = UINT64_C(1) << (test % 64);

    rt_known_note(eval, test);
    if (holds)
        eval->tests_true[test / 64] |= bit;
    else
        eval->tests_true[test / 64] &= ~bit;
    return holds;
}

/* FIELD exists */
static inline bool rt_exists(const struct rt_values *values)
{
    return rt_values_exist(values);
}

/* fd.ip, fd.port, fd.proto, fd.net exists: there is an fd, a socket or not. */
static inline bool rt_fd_exists(const struct rt_eval *eval)
{
    return eval->fd != NULL;
}

#endif
