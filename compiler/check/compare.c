/* How values of a type are compared. See compare.h. */
#include "check/compare.h"

struct rc_compare rc_compare_of(enum cat_type type)
{
    switch ((int)type) {
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
    case CAT_TYPE_BYTEBUF:
        return (struct rc_compare){RC_COMPARE_TEXT, 0};
    case CAT_TYPE_INT8:
        return (struct rc_compare){RC_COMPARE_SIGNED, 8};
    case CAT_TYPE_INT16:
        return (struct rc_compare){RC_COMPARE_SIGNED, 16};
    case CAT_TYPE_INT32:
    case CAT_TYPE_FD32:
    case CAT_TYPE_PID32:
        return (struct rc_compare){RC_COMPARE_SIGNED, 32};
    case CAT_TYPE_INT64:
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
        return (struct rc_compare){RC_COMPARE_SIGNED, 64};
    case CAT_TYPE_UINT8:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_SIGTYPE:
        return (struct rc_compare){RC_COMPARE_UNSIGNED, 8};
    case CAT_TYPE_UINT16:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_PORT:
    case CAT_TYPE_SYSCALLID:
        return (struct rc_compare){RC_COMPARE_UNSIGNED, 16};
    case CAT_TYPE_UINT32:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_MODE:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
    case CAT_TYPE_BOOL:
        return (struct rc_compare){RC_COMPARE_UNSIGNED, 32};
    case CAT_TYPE_DOUBLE:
        return (struct rc_compare){RC_COMPARE_REAL, 64};
    case CAT_TYPE_IPADDR:
    case CAT_TYPE_IPNET:
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_IPV4NET:
    case CAT_TYPE_IPV6ADDR:
    case CAT_TYPE_IPV6NET:
        return (struct rc_compare){RC_COMPARE_NET, 0};
    case CAT_TYPE_DYN:
        return (struct rc_compare){RC_COMPARE_DYNAMIC, 0};
    default:
        return (struct rc_compare){RC_COMPARE_UNSIGNED, 64};
    }
}

uint64_t rc_compare_number(struct rc_compare compare, const struct rc_literal *literal)
{
    const uint64_t value = (uint64_t)literal->number;
    const uint64_t mask = compare.bits < 64 ? (UINT64_C(1) << compare.bits) - 1 : UINT64_MAX;

    if (compare.kind == RC_COMPARE_SIGNED && value >> (compare.bits - 1) & 1)
        return value | ~mask;
    return value & mask;
}
