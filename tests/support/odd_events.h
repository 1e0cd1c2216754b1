/* Parts of events as somebody would make them who wants the state to break: numbers, texts and
 * addresses that are odd, of the length that such a parameter has, now and then of another.
 */
#ifndef RULEC_TESTS_ODD_EVENTS_H
#define RULEC_TESTS_ODD_EVENTS_H

#include "catalog/catalog.h"

#include <string.h>

/* The least room that odd_param needs. */
#define ODD_PARAM_ROOM 600

static uint32_t dice_seed = 12345;

static inline uint32_t dice(uint32_t sides)
{
    dice_seed = dice_seed * 1664525 + 1013904223;
    return (uint32_t)((uint64_t)dice_seed * sides >> 32);
}

/* A number of the kind that such a parameter has, now and then of another. */
static inline int64_t odd_number(void)
{
    static const int64_t numbers[] = {0,         1,          2,         3,   -1,   -2,
                                      -100,      -115,       36,        255, 1000, INT64_MAX,
                                      INT64_MIN, UINT32_MAX, INT32_MIN, 7};
    return dice(3) ? (int64_t)dice(40) : numbers[dice(sizeof(numbers) / sizeof(numbers[0]))];
}

static inline uint32_t odd_text(uint8_t *out, uint32_t size)
{
    static const char *const words[] = {"/",
                                        "..",
                                        "a",
                                        "../",
                                        "/etc/shadow",
                                        "x=y",
                                        "",
                                        "=",
                                        "<NA>",
                                        "(NULL)",
                                        ".",
                                        "//",
                                        "cpu=/docker/0123456789abcdef0123456789abcdef"};
    if (dice(200) == 0) { /* a very long one */
        memset(out, 'A', size);
        out[size - 1] = 0;
        return size;
    }
    uint32_t len = 0;
    for (uint32_t i = dice(6); i > 0; i--) {
        const char *word = words[dice(sizeof(words) / sizeof(words[0]))];
        memcpy(out + len, word, strlen(word));
        len += (uint32_t)strlen(word);
        if (dice(8) == 0)
            out[len++] = 0;
    }
    out[len++] = dice(10) ? 0 : 'x';
    return len;
}

static inline uint32_t odd_address(uint8_t *out)
{
    static const uint8_t families[] = {1, 2, 10, 16, 0, 77};
    out[0] = families[dice(sizeof(families))];
    for (uint32_t i = 1; i < 60; i++)
        out[i] = dice(2) ? (uint8_t)dice(4) : (uint8_t)(dice(256) & (dice(2) ? 0xff : 0));
    out[dice(60)] = 0;
    static const uint32_t lengths[] = {7, 13, 19, 37, 1, 0, 18, 30, 60};
    return lengths[dice(sizeof(lengths) / sizeof(lengths[0]))];
}

static inline uint32_t odd_param(enum cat_type type, uint8_t *out, uint32_t size)
{
    switch ((int)type) {
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
    case CAT_TYPE_BYTEBUF:
        return dice(10) ? odd_text(out, size) : 0;
    case CAT_TYPE_SOCKADDR:
    case CAT_TYPE_SOCKTUPLE:
        return odd_address(out);
    default: {
        static const uint32_t widths[] = {8, 4, 2, 1};
        int64_t number = odd_number();
        memcpy(out, &number, 8);
        if (dice(20) == 0)
            return dice(12);
        switch ((int)type) {
        case CAT_TYPE_UINT8:
        case CAT_TYPE_FLAGS8:
        case CAT_TYPE_ENUMFLAGS8:
            return widths[3];
        case CAT_TYPE_UINT16:
        case CAT_TYPE_FLAGS16:
            return widths[2];
        case CAT_TYPE_UINT32:
        case CAT_TYPE_FLAGS32:
        case CAT_TYPE_ENUMFLAGS32:
        case CAT_TYPE_UID:
        case CAT_TYPE_GID:
            return widths[1];
        default:
            return widths[0];
        }
    }
    }
}

/* Events that change something come more often than the hundreds that do not. */
static inline uint16_t odd_type(void)
{
    static const uint16_t busy[] = {
        EV_CLONE_20_X,   EV_CLONE_20_X,  EV_FORK_20_X,  EV_VFORK_20_X,   EV_CLONE3_X,
        EV_PROCEXIT_1_E, EV_EXECVE_19_X, EV_OPENAT_2_X, EV_OPEN_E,       EV_OPENAT_2_E,
        EV_EXECVEAT_E,   EV_CONNECT_E,   EV_CONNECT_X,  EV_CLOSE_X,      EV_DUP2_X,
        EV_SENDTO_X,     EV_RECVFROM_X,  EV_BIND_X,     EV_ACCEPT4_6_X,  EV_CLOSE_RANGE_X,
        EV_SOCKET_X,     EV_PRCTL_X,     EV_CHDIR_X,    EV_USER_ADDED_E, EV_FCNTL_X};
    return dice(4) ? busy[dice(sizeof(busy) / sizeof(busy[0]))] : (uint16_t)dice(EV__COUNT);
}

#endif
