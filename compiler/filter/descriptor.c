/* Tests on the descriptor that an event is about, by what the kernel knows of it for certain:
 * whether it is a socket, and of which family. What the agent knows of it is never another family,
 * but may be less: so such a test is possible or not, and never certain. See filter.h.
 *
 * The kernel looks where the call returns. If another thread put another file in the descriptor's
 * place meanwhile, the event tells of that one too. */
#include "filter/maker.h"

#include <string.h>

/* Where the number of the descriptor is that fd.* is about: a parameter, or 0, the result; -1: the
 * event is none of these. */
static int descriptor_param(uint32_t event)
{
    switch (event) {
    case EV_DUP_1_X:
    case EV_DUP2_X:
    case EV_DUP3_X:
        return 0;
    case EV_LISTEN_X:
    case EV_SHUTDOWN_X:
    case EV_SETSOCKOPT_X:
    case EV_GETSOCKOPT_X:
        return 1;
    case EV_BIND_X:
    case EV_CONNECT_X:
    case EV_SEND_X:
    case EV_SENDTO_X:
    case EV_SENDMSG_X:
    case EV_WRITE_X:
    case EV_PWRITE_X:
    case EV_WRITEV_X:
    case EV_PWRITEV_X:
    case EV_READ_X:
    case EV_PREAD_X:
    case EV_RECV_X:
        return 2;
    case EV_READV_X:
    case EV_PREADV_X:
    case EV_RECVFROM_X:
        return 3;
    case EV_RECVMSG_X:
        return 5;
    default:
        return -1;
    }
}

/* The kinds of descriptors that could be the type of that name or letter. An IPv6 socket with an
 * IPv4 address counts as an IPv4 one; of others the names are not looked at. */
static uint32_t kinds_of_type(const struct rc_literal *literal, bool letter)
{
    static const struct {
        const char *name, *letter;
        uint32_t kinds;
    } types[] = {
        {"ipv4", "4", RT_KIND_INET | RT_KIND_INET6},
        {"ipv6", "6", RT_KIND_INET | RT_KIND_INET6},
        {"file", "f", RT_KIND_OTHER},
        {"directory", "d", RT_KIND_OTHER},
        {"pipe", "p", RT_KIND_OTHER},
    };

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        const char *text = letter ? types[i].letter : types[i].name;

        if (literal->len == strlen(text) && memcmp(literal->text, text, literal->len) == 0)
            return types[i].kinds;
    }
    return RT_KIND_ALL;
}

/* Kinds with which the test can hold. */
static uint32_t possible_kinds(const struct rc_test *test)
{
    const bool letter = test->left->field == FIELD_FD_TYPECHAR;
    uint32_t kinds = 0;

    switch ((int)test->left->field) {
    case FIELD_FD_TYPE:
    case FIELD_FD_TYPECHAR:
        if (test->op != CAT_OP_EQ && test->op != CAT_OP_IN)
            return RT_KIND_ALL;
        for (uint32_t i = 0; i < test->nliterals; i++)
            kinds |= kinds_of_type(test->literals[i], letter);
        return kinds;
    case FIELD_FD_CIP:
    case FIELD_FD_SIP:
    case FIELD_FD_CPORT:
    case FIELD_FD_SPORT:
    case FIELD_FD_CNET:
    case FIELD_FD_SNET:
        return RT_KIND_INET | RT_KIND_INET6; /* others have no such value */
    default:
        return RT_KIND_ALL;
    }
}

const struct rc_low *rc_filter_descriptor_test(struct rc_filter_maker *m,
                                               const struct rc_test *test)
{
    const int param = descriptor_param(m->event);
    const uint32_t kinds = possible_kinds(test);

    if (param < 0 || kinds == RT_KIND_ALL)
        return NULL;
    m->inexact = true;
    return rc_filter_number_atom(
        m,
        (struct rt_filter_atom){.fact = RT_FACT_FD_KIND, .param = (uint16_t)param, .mask = kinds});
}
