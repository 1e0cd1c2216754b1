/* Reading literals. See literal.h. */
#include "check/literal.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <inttypes.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Falco keeps a value in a buffer of that size, a text with its NUL. */
#define VALUE_SIZE 256

/* scanf's idea of a number decides: leading space is fine, a sign too, anything behind it is not.
 * What is out of range wraps or sticks at the end of the range as it does there. */
static const char *read_signed(struct rc_arena *arena, struct rc_literal *literal, int bits)
{
    char behind;
    int64_t wide;
    int32_t narrow;

    if (bits == 64) {
        if (sscanf(literal->text, "%" SCNd64 "%c", &wide, &behind) != 1)
            return rc_arena_printf(arena, "`%s` is not a number", literal->text);
        literal->number = wide;
        return NULL;
    }
    if (sscanf(literal->text, "%" SCNd32 "%c", &narrow, &behind) != 1)
        return rc_arena_printf(arena, "`%s` is not a number", literal->text);
    literal->number = bits == 8 ? (int8_t)narrow : bits == 16 ? (int16_t)narrow : narrow;
    return NULL;
}

static const char *read_unsigned(struct rc_arena *arena, struct rc_literal *literal, int bits)
{
    char behind;
    uint64_t wide;
    uint32_t narrow;

    if (bits == 64) {
        if (sscanf(literal->text, "%" SCNu64 "%c", &wide, &behind) != 1)
            return rc_arena_printf(arena, "`%s` is not a number", literal->text);
        literal->number = (int64_t)wide;
        return NULL;
    }
    if (sscanf(literal->text, "%" SCNu32 "%c", &narrow, &behind) != 1)
        return rc_arena_printf(arena, "`%s` is not a number", literal->text);
    literal->number = bits == 8 ? (uint8_t)narrow : bits == 16 ? (uint16_t)narrow : narrow;
    return NULL;
}

static const char *read_port(struct rc_arena *arena, struct rc_literal *literal)
{
    const struct servent *service;

    if (literal->text[strspn(literal->text, "0123456789")] == '\0') {
        const unsigned long number = strtoul(literal->text, NULL, 10);

        if (number > INT32_MAX)
            return rc_arena_printf(arena, "`%s` is no port", literal->text);
        literal->number = (uint16_t)number;
        return NULL;
    }
    service = getservbyname(literal->text, NULL);
    if (!service)
        return rc_arena_printf(arena, "`%s` is neither a port nor the name of a service",
                               literal->text);
    literal->number = ntohs((uint16_t)service->s_port);
    return NULL;
}

static const char *read_bool(struct rc_arena *arena, struct rc_literal *literal)
{
    literal->number = strcmp(literal->text, "true") == 0;
    if (literal->number == 0 && strcmp(literal->text, "false") != 0)
        return rc_arena_printf(arena, "`%s` is neither true nor false", literal->text);
    return NULL;
}

static const char *read_address(struct rc_arena *arena, struct rc_literal *literal,
                                const char *text)
{
    const bool is_v4 = strchr(literal->text, '.') != NULL;

    literal->nbytes = is_v4 ? 4 : 16;
    if (inet_pton(is_v4 ? AF_INET : AF_INET6, text, literal->bytes) != 1)
        return rc_arena_printf(arena, "`%s` is no IP address", text);
    return NULL;
}

static const char *read_net(struct rc_arena *arena, struct rc_literal *literal)
{
    const char *slash = strchr(literal->text, '/'), *error;
    uint32_t bits, most;
    char behind;

    if (!slash)
        return rc_arena_printf(arena, "`%s` is no network: it lacks the number of bits, like /24",
                               literal->text);
    error = read_address(arena, literal,
                         rc_arena_strndup(arena, literal->text, (size_t)(slash - literal->text)));
    if (error)
        return error;
    if (sscanf(slash + 1, "%" SCNu32 "%c", &bits, &behind) != 1)
        return rc_arena_printf(arena, "`%s` is not a number", slash + 1);
    bits = (uint8_t)bits;
    most = literal->nbytes * 8u;
    if (bits > most || (bits == 0 && most == 128))
        return rc_arena_printf(arena, "a network has %s%u bits, not %u",
                               most == 128 ? "1 to " : "at most ", most, bits);
    literal->prefix_bits = (uint8_t)bits;
    return NULL;
}

static int hex_digit(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

/* bcontains, bstartswith: hexadecimal digits stand for bytes. */
static const char *read_hex(struct rc_arena *arena, struct rc_literal *literal)
{
    char *bytes = rc_arena_alloc(arena, literal->len / 2 + 1u);

    for (uint32_t i = 0; i < literal->len; i++) {
        if (!isxdigit((unsigned char)literal->text[i]) || literal->len % 2 != 0)
            return rc_arena_printf(arena, "`%s` is not hexadecimal, two digits a byte",
                                   literal->text);
    }
    for (uint32_t i = 0; i < literal->len / 2; i++)
        bytes[i] =
            (char)(hex_digit(literal->text[2 * i]) << 4 | hex_digit(literal->text[2 * i + 1]));
    literal->text = bytes;
    literal->len /= 2;
    return NULL;
}

static const char *too_long(struct rc_arena *arena, const struct rc_literal *literal)
{
    return rc_arena_printf(arena, "the value is too long: %u bytes, and %u are the most",
                           literal->len, VALUE_SIZE - 1);
}

const char *rc_literal_resolve(struct rc_arena *arena, struct rc_literal *literal,
                               enum cat_type type, enum cat_operator op)
{
    const char *error = NULL;

    literal->type = type;
    if (op == CAT_OP_BCONTAINS || op == CAT_OP_BSTARTSWITH)
        error = read_hex(arena, literal);
    if (error)
        return error;
    if (type == CAT_TYPE_BYTEBUF)
        return literal->len >= VALUE_SIZE ? too_long(arena, literal) : NULL;
    if (memchr(literal->text, '\0', literal->len))
        return "a value cannot hold a NUL";
    switch (type) {
    case CAT_TYPE_INT8:
        return read_signed(arena, literal, 8);
    case CAT_TYPE_INT16:
        return read_signed(arena, literal, 16);
    case CAT_TYPE_INT32:
        return read_signed(arena, literal, 32);
    case CAT_TYPE_INT64:
    case CAT_TYPE_FD:
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_PID:
        return read_signed(arena, literal, 64);
    case CAT_TYPE_L4PROTO:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_UINT8:
    case CAT_TYPE_ENUMFLAGS8:
        return read_unsigned(arena, literal, 8);
    case CAT_TYPE_PORT:
        return read_port(arena, literal);
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_UINT16:
    case CAT_TYPE_ENUMFLAGS16:
        return read_unsigned(arena, literal, 16);
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_UINT32:
    case CAT_TYPE_MODE:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
        return read_unsigned(arena, literal, 32);
    case CAT_TYPE_UINT64:
    case CAT_TYPE_RELTIME:
    case CAT_TYPE_ABSTIME:
        return read_unsigned(arena, literal, 64);
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_SOCKADDR:
    case CAT_TYPE_SOCKTUPLE:
    case CAT_TYPE_SOCKFAMILY:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        return literal->len >= VALUE_SIZE ? too_long(arena, literal) : NULL;
    case CAT_TYPE_BOOL:
        return read_bool(arena, literal);
    case CAT_TYPE_DOUBLE:
        error = read_signed(arena, literal, 32);
        literal->real = (double)literal->number;
        return error;
    case CAT_TYPE_IPADDR:
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_IPV6ADDR:
        return read_address(arena, literal, literal->text);
    case CAT_TYPE_IPNET:
    case CAT_TYPE_IPV4NET:
    case CAT_TYPE_IPV6NET:
        return read_net(arena, literal);
    default:
        return rc_arena_printf(arena, "nothing can be compared with a %s", cat_type_name(type));
    }
}
