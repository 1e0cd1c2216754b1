/* One value as text or JSON. See alert.h.
 *
 * The forms are those of Falco's formatter: numbers in the field's print format, lists as "(a,b)",
 * byte buffers with dots for what cannot be printed. Falco has values cut to the size of a buffer
 * in two places; they are kept, since alerts are compared as text.
 */
#include "alert.h"

#include "../field/base64.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIST_MAX   1023 /* bytes of a list's text */
#define BUFFER_MAX 1022 /* bytes of a buffer; of a longer one, one less is shown */

static const char not_available[] = "<NA>";

static void add(struct rt_line *line, const char *text)
{
    rt_line_add(line, text, (uint32_t)strlen(text));
}

/* --- what a value is --- */

enum shape { TEXT, BYTES, SIGNED, UNSIGNED, TRUTH, REAL, ADDRESS, NETWORK };

static enum shape shape_of(enum cat_type type)
{
    switch (type) {
    case CAT_TYPE_CHARBUF:
    case CAT_TYPE_FSPATH:
    case CAT_TYPE_FSRELPATH:
        return TEXT;
    case CAT_TYPE_INT8:
    case CAT_TYPE_INT16:
    case CAT_TYPE_INT32:
    case CAT_TYPE_INT64:
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
    case CAT_TYPE_FD32:
    case CAT_TYPE_PID32:
        return SIGNED;
    case CAT_TYPE_UINT8:
    case CAT_TYPE_UINT16:
    case CAT_TYPE_UINT32:
    case CAT_TYPE_UINT64:
    case CAT_TYPE_SYSCALLID:
    case CAT_TYPE_SIGTYPE:
    case CAT_TYPE_RELTIME:
    case CAT_TYPE_ABSTIME:
    case CAT_TYPE_PORT:
    case CAT_TYPE_L4PROTO:
    case CAT_TYPE_SOCKFAMILY:
    case CAT_TYPE_FLAGS8:
    case CAT_TYPE_FLAGS16:
    case CAT_TYPE_FLAGS32:
    case CAT_TYPE_ENUMFLAGS8:
    case CAT_TYPE_ENUMFLAGS16:
    case CAT_TYPE_ENUMFLAGS32:
    case CAT_TYPE_UID:
    case CAT_TYPE_GID:
    case CAT_TYPE_SIGSET:
    case CAT_TYPE_MODE:
        return UNSIGNED;
    case CAT_TYPE_BOOL:
        return TRUTH;
    case CAT_TYPE_DOUBLE:
        return REAL;
    case CAT_TYPE_IPV4ADDR:
    case CAT_TYPE_IPV6ADDR:
    case CAT_TYPE_IPADDR:
        return ADDRESS;
    case CAT_TYPE_IPV4NET:
    case CAT_TYPE_IPV6NET:
    case CAT_TYPE_IPNET:
        return NETWORK;
    case CAT_TYPE_NONE:
    case CAT_TYPE_BYTEBUF:
    case CAT_TYPE_SOCKADDR:
    case CAT_TYPE_SOCKTUPLE:
    case CAT_TYPE_FDLIST:
    case CAT_TYPE_DYN:
    case CAT_TYPE_CHARBUFARRAY:
    case CAT_TYPE_CHARBUF_PAIR_ARRAY:
    case CAT_TYPE__COUNT:
        break;
    }
    return BYTES;
}

/* Bits of a number's type that hexadecimal and octal show: negative ones are as wide as an int. */
static uint64_t visible_bits(enum cat_type type, uint64_t bits)
{
    switch ((int)type) {
    case CAT_TYPE_INT64:
    case CAT_TYPE_UINT64:
    case CAT_TYPE_ERRNO:
    case CAT_TYPE_FD:
    case CAT_TYPE_PID:
    case CAT_TYPE_RELTIME:
    case CAT_TYPE_ABSTIME:
        return bits;
    default:
        return (uint32_t)bits;
    }
}

static void print_number(enum cat_type type, enum cat_format format, bool is_signed, uint64_t bits,
                         struct rt_line *line)
{
    switch (format) {
    case CAT_FORMAT_HEX:
        rt_line_printf(line, "%" PRIX64, visible_bits(type, bits));
        return;
    case CAT_FORMAT_OCT:
        rt_line_printf(line, "%" PRIo64, visible_bits(type, bits));
        return;
    case CAT_FORMAT_PADDED_DEC:
        if (is_signed)
            rt_line_printf(line, "%09" PRId64, (int64_t)bits);
        else
            rt_line_printf(line, "%09" PRIu64, bits);
        return;
    case CAT_FORMAT_NA:
    case CAT_FORMAT_DEC:
    case CAT_FORMAT_ID:
    case CAT_FORMAT_DIR:
    case CAT_FORMAT__COUNT:
        break;
    }
    if (is_signed)
        rt_line_printf(line, "%" PRId64, (int64_t)bits);
    else
        rt_line_printf(line, "%" PRIu64, bits);
}

/* The bytes with dots for what cannot be printed. */
static uint32_t dotted(const struct rt_value *value, char text[BUFFER_MAX])
{
    uint32_t len = value->len > BUFFER_MAX ? BUFFER_MAX - 1 : value->len;

    for (uint32_t i = 0; i < len; i++)
        text[i] = value->str[i] >= 0x20 && value->str[i] < 0x7f ? value->str[i] : '.';
    return len;
}

/* Falco encodes evt.buffer twice. */
static void print_base64(const struct rt_value *value, bool twice, struct rt_line *line)
{
    char text[12], again[16];

    for (uint32_t i = 0; i < value->len; i += 9) {
        const uint32_t n = value->len - i < 9 ? value->len - i : 9;

        rt_base64(text, (const uint8_t *)value->str + i, n);
        if (twice)
            rt_base64(again, (const uint8_t *)text, rt_base64_len(n));
        rt_line_add(line, twice ? again : text,
                    twice ? rt_base64_len(rt_base64_len(n)) : rt_base64_len(n));
    }
}

static void print_bytes(const struct rt_value_def *def, const struct rt_value *value,
                        struct rt_line *line)
{
    char text[BUFFER_MAX];

    if (line->base64)
        print_base64(value, def->ref.field == FIELD_EVT_BUFFER, line);
    else
        rt_line_add(line, text, dotted(value, text));
}

/* Fields that Falco only compares: an output may name them, and has no value for them. evt.type.is
 * is a number without a print format. */
static bool is_for_conditions(const struct rt_value_def *def)
{
    if (!def->extract)
        return false;
    switch ((int)def->ref.field) {
    case FIELD_EVT_TYPE_IS:
    case FIELD_EVT_AROUND:
    case FIELD_FD_IP:
    case FIELD_FD_NET:
    case FIELD_FD_PORT:
    case FIELD_FD_PROTO:
        return true;
    default:
        return false;
    }
}

/* The definition with the print format that the value has: that of evt.rawarg is the parameter's.
 * NULL: there is nothing to print. */
static const struct rt_value_def *printable(const struct rt_value_def *def,
                                            const struct rt_values *values,
                                            struct rt_value_def *space)
{
    if (!rt_values_exist(values) || is_for_conditions(def))
        return NULL;
    if (def->type != CAT_TYPE_DYN)
        return def;
    *space = *def;
    if (shape_of(values->type) == SIGNED || shape_of(values->type) == UNSIGNED)
        space->format = (enum cat_format)values->v[0].len;
    return space;
}

static void print_address(const struct rt_value *value, struct rt_line *line)
{
    char text[INET6_ADDRSTRLEN];

    if ((value->len == 4 || value->len == 16) &&
        inet_ntop(value->len == 4 ? AF_INET : AF_INET6, value->str, text, sizeof(text)))
        add(line, text);
    else
        add(line, not_available);
}

static void print_one(const struct rt_value_def *def, enum cat_type type,
                      const struct rt_value *value, struct rt_line *line)
{
    enum shape shape = shape_of(type);

    switch (shape) {
    case TEXT:
        rt_line_add(line, value->str, (uint32_t)strnlen(value->str, value->len));
        break;
    case BYTES:
        print_bytes(def, value, line);
        break;
    case SIGNED:
    case UNSIGNED:
        print_number(type, def->format, shape == SIGNED, value->u64, line);
        break;
    case TRUTH:
        add(line, value->u64 ? "true" : "false");
        break;
    case REAL:
        rt_line_printf(line, "%.1f", value->f64);
        break;
    case ADDRESS:
        print_address(value, line);
        break;
    case NETWORK:
        add(line, "<IPNET>");
        break;
    }
}

void rt_value_print(const struct rt_value_def *def, const struct rt_values *values,
                    struct rt_line *line)
{
    uint32_t start = line->len;
    struct rt_value_def space;

    def = printable(def, values, &space);
    if (!def) {
        add(line, not_available);
        return;
    }
    if (!def->is_list) {
        print_one(def, values->type, &values->v[0], line);
        return;
    }
    add(line, "(");
    for (uint32_t i = 0; i < values->n; i++) {
        if (i > 0)
            add(line, ",");
        print_one(def, values->type, &values->v[i], line);
    }
    add(line, ")");
    if (line->len - start > LIST_MAX)
        line->len = start + LIST_MAX;
}

/* --- JSON --- */

/* The shortest decimal number that reads back as the same double. */
static void print_double(double number, struct rt_line *line)
{
    char text[32], digits[24] = "";
    int precision = 0, n = 0;

    if (!isfinite(number)) {
        add(line, "null");
        return;
    }
    do
        snprintf(text, sizeof(text), "%.*e", precision, number);
    while (strtod(text, NULL) != number && ++precision < 17);

    const char *exponent = strchr(text, 'e');
    int point = atoi(exponent + 1) + 1; /* place of the decimal point among the digits */
    for (const char *c = text; c < exponent; c++) {
        if (*c >= '0' && *c <= '9')
            digits[n++] = *c;
    }
    while (n > 1 && digits[n - 1] == '0')
        n--;
    if (text[0] == '-')
        add(line, "-");
    if (point > 15 || point <= -4) {
        rt_line_printf(line, "%c%s%.*se%+03d", digits[0], n > 1 ? "." : "", n - 1, digits + 1,
                       point - 1);
    } else if (point <= 0) {
        rt_line_printf(line, "0.%.*s%.*s", -point, "000", n, digits);
    } else if (n <= point) {
        rt_line_printf(line, "%.*s%.*s.0", n, digits, point - n, "000000000000000");
    } else {
        rt_line_printf(line, "%.*s.%.*s", point, digits, n - point, digits + point);
    }
}

static void print_string(const struct rt_value_def *def, enum cat_type type,
                         const struct rt_value *value, struct rt_line *line)
{
    char text[BUFFER_MAX];

    add(line, "\"");
    switch ((int)shape_of(type)) {
    case TEXT:
        rt_line_json_field(line, value->str, (uint32_t)strnlen(value->str, value->len));
        break;
    case BYTES:
        if (line->base64)
            print_bytes(def, value, line);
        else
            rt_line_json(line, text, dotted(value, text));
        break;
    default:
        print_one(def, type, value, line); /* nothing in it needs an escape */
        break;
    }
    add(line, "\"");
}

static void print_one_json(const struct rt_value_def *def, enum cat_type type,
                           const struct rt_value *value, struct rt_line *line)
{
    enum shape shape = shape_of(type);

    switch (shape) {
    case SIGNED:
    case UNSIGNED:
        if (def->format == CAT_FORMAT_HEX || def->format == CAT_FORMAT_OCT)
            print_string(def, type, value, line);
        else
            print_number(type, CAT_FORMAT_DEC, shape == SIGNED, value->u64, line);
        break;
    case TRUTH:
        add(line, value->u64 ? "true" : "false");
        break;
    case REAL:
        print_double(value->f64, line);
        break;
    case TEXT:
    case BYTES:
    case ADDRESS:
    case NETWORK:
        print_string(def, type, value, line);
        break;
    }
}

/* Fields whose JSON is not their value's. True: written. */
static bool print_special_json(const struct rt_eval *eval, enum cat_field_id field,
                               struct rt_line *line)
{
    switch ((int)field) {
    case FIELD_EVT_TIME:
    case FIELD_EVT_TIME_S:
    case FIELD_EVT_TIME_ISO8601:
    case FIELD_EVT_DATETIME:
    case FIELD_EVT_DATETIME_S:
    case FIELD_EVT_OUTPUTTIME:
        rt_line_printf(line, "%" PRIu64, eval->event->time_ns);
        return true;
    /* Falco asks a field twice to make JSON of it, and these say how much has changed since they
     * were asked last. */
    case FIELD_EVT_DELTATIME:
    case FIELD_EVT_DELTATIME_S:
    case FIELD_EVT_DELTATIME_NS:
        add(line, "0");
        return true;
    case FIELD_THREAD_CPU:
    case FIELD_THREAD_CPU_USER:
    case FIELD_THREAD_CPU_SYSTEM:
        add(line, "0.0");
        return true;
    default:
        return false;
    }
}

void rt_value_print_json(const struct rt_eval *eval, const struct rt_value_def *def,
                         const struct rt_values *values, struct rt_line *line)
{
    struct rt_value_def space;

    def = printable(def, values, &space);
    if (!def || values->n == 0) { /* an empty list too is null in Falco's JSON */
        add(line, "null");
        return;
    }
    if (def->extract && print_special_json(eval, def->ref.field, line))
        return;
    if (!def->is_list) {
        print_one_json(def, values->type, &values->v[0], line);
        return;
    }
    for (uint32_t i = 0; i < values->n; i++) {
        add(line, i == 0 ? "[" : ",");
        print_one_json(def, values->type, &values->v[i], line);
    }
    add(line, "]");
}
