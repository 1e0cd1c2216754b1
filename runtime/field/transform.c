/* Transformers: what toupper(), b64(), len(), join(), ... make of their arguments' values.
 *
 * An argument without a value gives none, and so does a base64 text that is none. Lists among the
 * arguments come flattened: join(S, (A, B)) has the inputs S, A, B, and getopt((A, B), O) the
 * inputs A, B, O.
 */
#include "transform.h"

#include "../alert/alert.h"
#include "build.h"

static bool is_text(enum cat_type type)
{
    return type == CAT_TYPE_CHARBUF || type == CAT_TYPE_FSPATH || type == CAT_TYPE_FSRELPATH;
}

static const struct rt_values *input(const struct rt_eval *eval, const struct rt_value_def *def,
                                     uint32_t i)
{
    return &eval->values[def->inputs[i]];
}

/* --- of one argument --- */

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - ('a' - 'A')) : c;
}

static int base64_digit(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* Decodes text with or without its '=' at the end into out, which has room for len bytes. -1 if it
 * is not base64: other characters, or bits left over that are not zero. */
static int64_t base64_decode(const char *text, uint32_t len, char *out)
{
    uint32_t bits = 0, nbits = 0, n = 0;

    for (int i = 0; i < 2 && len > 0 && text[len - 1] == '='; i++)
        len--;
    for (uint32_t i = 0; i < len; i++) {
        int digit = base64_digit(text[i]);

        if (digit < 0)
            return -1;
        bits = (bits << 6 | (uint32_t)digit) & 0xffff;
        nbits += 6;
        if (nbits >= 8) {
            nbits -= 8;
            out[n++] = (char)(bits >> nbits);
        }
    }
    if (len % 4 == 1 || (bits & ((1u << nbits) - 1)) != 0)
        return -1;
    return n;
}

/* The value as text: without the NULs that a byte buffer may end in. */
static struct rt_value trimmed(struct rt_value value)
{
    while (value.len > 0 && value.str[value.len - 1] == 0)
        value.len--;
    return value;
}

static bool transform_text(struct rt_eval *eval, const struct rt_value_def *def,
                           const struct rt_value *in, struct rt_value *out)
{
    const struct rt_value text = trimmed(*in);
    const char *slash;
    int64_t len;
    char *data;

    if (def->transformer == CAT_TRANSFORM_BASENAME) {
        slash = memrchr(text.str, '/', text.len);
        out->str = slash ? slash + 1 : text.str;
        out->len = text.len - (uint32_t)(out->str - text.str);
        return true;
    }
    data = rt_scratch_alloc(eval, text.len + 1);
    if (!data)
        return false;
    out->str = data;
    out->len = text.len;
    switch ((int)def->transformer) {
    case CAT_TRANSFORM_TOLOWER:
        for (uint32_t i = 0; i < text.len; i++)
            data[i] = lower(text.str[i]);
        return true;
    case CAT_TRANSFORM_TOUPPER:
        for (uint32_t i = 0; i < text.len; i++)
            data[i] = upper(text.str[i]);
        return true;
    case CAT_TRANSFORM_B64:
        len = base64_decode(text.str, text.len, data);
        if (len < 0)
            return false;
        /* Falco ends a decoded buffer with a NUL, which belongs to it from then on. */
        if (def->type == CAT_TYPE_BYTEBUF && (len == 0 || data[len - 1] != 0))
            data[len++] = 0;
        out->len = (uint32_t)len;
        return true;
    default:
        return false;
    }
}

static void transform_each(struct rt_eval *eval, const struct rt_value_def *def,
                           struct rt_values *out)
{
    const struct rt_values *in = input(eval, def, 0);
    struct rt_value *list = rt_give_single(out);

    if (in->n > 1)
        list = rt_give_list(eval, out, in->n);
    if (!list)
        return;
    for (uint32_t i = 0; i < in->n; i++) {
        if (!transform_text(eval, def, &in->v[i], &list[i]))
            return;
    }
    out->n = in->n;
    out->empty = in->empty;
}

/* Number of values of a list; bytes of a text up to its first NUL, or of a buffer. */
static void give_len(struct rt_eval *eval, const struct rt_value_def *def, struct rt_values *out)
{
    const struct rt_values *in = input(eval, def, 0);

    if (!rt_values_exist(in))
        return;
    if (eval->program->values[def->inputs[0]].is_list)
        rt_give_u64(out, in->n);
    else if (is_text(in->type))
        rt_give_u64(out, strnlen(in->v[0].str, in->v[0].len));
    else
        rt_give_u64(out, in->v[0].len);
}

/* --- of several --- */

/* A value inside a longer text: numbers as an output would print them. */
static void add_value(struct rt_builder *builder, const struct rt_value_def *def,
                      const struct rt_values *values, uint32_t i)
{
    const struct rt_values one = {&values->v[i], 1, values->type, false};

    if (is_text(values->type)) {
        rt_build_add(builder, values->v[i].str,
                     (uint32_t)strnlen(values->v[i].str, values->v[i].len));
        return;
    }
    struct rt_value_def single = *def;
    struct rt_line line = {.data = builder->data + builder->len,
                           .size = builder->size - builder->len};
    single.is_list = false;
    rt_value_print(&single, &one, &line);
    builder->len += line.len;
    if (line.cut)
        builder->full = true;
}

/* join(separator, list), concat(...): inputs from `first` on, with the separator between. */
static void give_joined(struct rt_eval *eval, const struct rt_value_def *def, uint32_t first,
                        const struct rt_value *separator, struct rt_values *out)
{
    struct rt_builder builder;
    bool any = false;

    for (uint32_t i = first; i < def->ninputs; i++) {
        if (!rt_values_exist(input(eval, def, i)))
            return;
    }
    rt_build_begin(&builder, eval);
    for (uint32_t i = first; i < def->ninputs; i++) {
        const struct rt_values *values = input(eval, def, i);

        for (uint32_t k = 0; k < values->n; k++) {
            if (any && separator)
                rt_build_add(&builder, separator->str, separator->len);
            add_value(&builder, &eval->program->values[def->inputs[i]], values, k);
            any = true;
        }
    }
    rt_build_give(&builder, out);
}

void rt_transform(struct rt_eval *eval, const struct rt_value_def *def, struct rt_values *out)
{
    const struct rt_values *first;

    if (def->ninputs == 0)
        return;
    first = input(eval, def, 0);
    switch (def->transformer) {
    case CAT_TRANSFORM_VAL:
        *out = *first;
        break;
    case CAT_TRANSFORM_TOLOWER:
    case CAT_TRANSFORM_TOUPPER:
    case CAT_TRANSFORM_B64:
    case CAT_TRANSFORM_BASENAME:
        transform_each(eval, def, out);
        break;
    case CAT_TRANSFORM_LEN:
        give_len(eval, def, out);
        break;
    case CAT_TRANSFORM_JOIN:
        if (first->n > 0)
            give_joined(eval, def, 1, &first->v[0], out);
        break;
    case CAT_TRANSFORM_CONCAT:
        give_joined(eval, def, 0, NULL, out);
        break;
    case CAT_TRANSFORM_GETOPT:
        rt_transform_getopt(eval, def, out);
        break;
    case CAT_TRANSFORM__COUNT:
        break;
    }
}
