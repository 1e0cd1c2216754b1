/* Tests on paths as patterns. See filter_path.h. */
#include "filter/filter_path.h"

#include <string.h>

#define LONGEST 512 /* bytes of a literal */

/* Room for a literal and what stands around it. */
struct text {
    char bytes[LONGEST + 16];
    uint32_t len;
};

static void put(struct text *text, const char *bytes, size_t len)
{
    memcpy(text->bytes + text->len, bytes, len);
    text->len += (uint32_t)len;
}

static void puts_(struct text *text, const char *bytes)
{
    put(text, bytes, strlen(bytes));
}

/* A wildcard is no literal byte, and a literal byte is no wildcard. */
static bool is_plain(const struct rc_literal *literal)
{
    if (literal->len == 0 || literal->len > LONGEST)
        return false;
    for (uint32_t i = 0; i < literal->len; i++) {
        if ((unsigned char)literal->text[i] <= 3)
            return false;
    }
    return true;
}

/* The literal of a glob, in the filter's wildcards; false: it has more than * and ?. */
static bool put_glob(struct text *text, const struct rc_literal *literal)
{
    for (uint32_t i = 0; i < literal->len; i++) {
        const char c = literal->text[i];

        if (c == '[' || c == '\\')
            return false;
        if (c == '*')
            puts_(text, RT_ANY_TEXT);
        else if (c == '?')
            puts_(text, RT_ANY_BYTE);
        else
            put(text, &c, 1);
    }
    return true;
}

static void add(struct rc_arena *arena, const struct text *text, struct rt_filter_pattern *out,
                int *n)
{
    out[(*n)++] = (struct rt_filter_pattern){
        .len = (uint16_t)text->len, .text = rc_arena_strndup(arena, text->bytes, text->len)};
}

/* One literal, on the whole path. */
static bool put_whole(struct text *text, enum cat_operator op, const struct rc_literal *literal)
{
    if (op == CAT_OP_GLOB)
        return put_glob(text, literal);
    if (op == CAT_OP_ENDSWITH || op == CAT_OP_CONTAINS)
        puts_(text, RT_ANY_TEXT);
    put(text, literal->text, literal->len);
    if (op == CAT_OP_STARTSWITH || op == CAT_OP_CONTAINS)
        puts_(text, RT_ANY_TEXT);
    return true;
}

/* On what is before the last '/', or on "/" where that is the first. *root: the test also holds for
 * files right below the root. False: no path but one of these can pass. */
static bool put_directory(struct text *text, enum cat_operator op, const struct rc_literal *literal,
                          bool *root)
{
    const bool is_root = literal->len == 1 && literal->text[0] == '/';

    *root = is_root;
    if ((op == CAT_OP_EQ || op == CAT_OP_IN || op == CAT_OP_NE) && is_root)
        return false;
    if (op == CAT_OP_ENDSWITH || op == CAT_OP_CONTAINS)
        puts_(text, RT_ANY_TEXT);
    put(text, literal->text, literal->len);
    if (op == CAT_OP_STARTSWITH || op == CAT_OP_CONTAINS)
        puts_(text, RT_ANY_TEXT);
    puts_(text, "/" RT_ANY_NAME);
    return true;
}

/* On what is behind the last '/'. False: no name can pass. */
static bool put_name(struct text *text, enum cat_operator op, const struct rc_literal *literal)
{
    if (memchr(literal->text, '/', literal->len))
        return false;
    puts_(text, RT_ANY_TEXT "/");
    if (op == CAT_OP_ENDSWITH || op == CAT_OP_CONTAINS)
        puts_(text, RT_ANY_NAME);
    put(text, literal->text, literal->len);
    if (op == CAT_OP_STARTSWITH || op == CAT_OP_CONTAINS)
        puts_(text, RT_ANY_NAME);
    return true;
}

int rc_path_patterns(struct rc_arena *arena, const struct rc_test *test, enum rc_path_part part,
                     struct rt_filter_pattern out[RC_PATH_MAX_PATTERNS])
{
    const enum cat_operator op = test->op;
    int n = 0;

    if (op != CAT_OP_EQ && op != CAT_OP_IN && op != CAT_OP_NE && op != CAT_OP_STARTSWITH &&
        op != CAT_OP_ENDSWITH && op != CAT_OP_CONTAINS &&
        (op != CAT_OP_GLOB || part != RC_PATH_WHOLE))
        return -1;
    if (test->nliterals == 0 || 2 * test->nliterals > RC_PATH_MAX_PATTERNS ||
        (test->nliterals > 1 && op != CAT_OP_IN))
        return -1;
    for (uint32_t i = 0; i < test->nliterals; i++) {
        struct text text = {.len = 0};
        bool root = false, any = true;

        if (!is_plain(test->literals[i]))
            return -1;
        switch (part) {
        case RC_PATH_WHOLE:
            if (!put_whole(&text, op, test->literals[i]))
                return -1;
            break;
        case RC_PATH_DIRECTORY:
            any = put_directory(&text, op, test->literals[i], &root);
            break;
        case RC_PATH_NAME:
            any = put_name(&text, op, test->literals[i]);
            break;
        }
        if (any)
            add(arena, &text, out, &n);
        if (root) {
            text.len = 0;
            puts_(&text, "/" RT_ANY_NAME);
            add(arena, &text, out, &n);
        }
    }
    return n;
}
