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

/* pmatch: the path that the literal says or any below it (which is any whose directory is the one
 * or below it), with a slash in front or, as components are compared, without. False: it is no
 * plain path. */
static bool add_paths(struct rc_arena *arena, const struct rc_literal *literal,
                      enum rc_path_part part, struct rt_filter_pattern *out, int *n)
{
    struct text text = {.len = 0};

    if (literal->text[0] != '/' || literal->len < 2 || literal->text[literal->len - 1] == '/' ||
        memmem(literal->text, literal->len, "//", 2) || part == RC_PATH_NAME)
        return false;
    for (uint32_t i = 0; i < literal->len; i++) {
        if (strchr("?*[", literal->text[i]))
            return false;
    }
    for (uint32_t from = 0; from < 2; from++) {
        text.len = 0;
        put(&text, literal->text + from, literal->len - from);
        if (part == RC_PATH_WHOLE)
            add(arena, &text, out, n);
        puts_(&text, "/" RT_ANY_TEXT);
        add(arena, &text, out, n);
    }
    return true;
}

static int pmatch_patterns(struct rc_arena *arena, const struct rc_test *test,
                           enum rc_path_part part,
                           struct rt_filter_pattern out[RC_PATH_MAX_PATTERNS])
{
    int n = 0;

    if (test->nliterals == 0 || 4 * test->nliterals > RC_PATH_MAX_PATTERNS)
        return -1;
    for (uint32_t i = 0; i < test->nliterals; i++) {
        if (!is_plain(test->literals[i]) || !add_paths(arena, test->literals[i], part, out, &n))
            return -1;
    }
    return n;
}

int rc_path_patterns(struct rc_arena *arena, const struct rc_test *test, enum rc_path_part part,
                     struct rt_filter_pattern out[RC_PATH_MAX_PATTERNS])
{
    const enum cat_operator op = test->op;
    int n = 0;

    if (op == CAT_OP_PMATCH)
        return pmatch_patterns(arena, test, part, out);
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

/* --- names relative to an unknown directory ---
 * The path is some text that ends with a slash, or "<UNKNOWN>", and the name behind it; or, of a
 * directory that is too deep, what stands for such paths. Names are clean. */

static const char too_deep[] = "/DIR_TOO_LONG/FILENAME_TOO_LONG";

static bool is_ordinary(const struct rc_literal *literal)
{
    return is_plain(literal) && !memchr(literal->text, '<', literal->len) &&
           !memchr(literal->text, '>', literal->len) &&
           !memmem(too_deep, sizeof too_deep - 1, literal->text, literal->len);
}

/* What is behind each slash of the literal, which the directory may have begun; tail stands behind
 * it. False: too many. */
static bool add_ends(struct rc_arena *arena, const struct rc_literal *literal, const char *tail,
                     struct rt_filter_pattern *out, int *n)
{
    for (uint32_t i = 0; i < literal->len; i++) {
        struct text text = {.len = 0};

        if (literal->text[i] != '/')
            continue;
        if (*n + 2 >= RC_PATH_MAX_PATTERNS)
            return false;
        put(&text, literal->text + i + 1, literal->len - i - 1);
        puts_(&text, tail);
        if (text.len > 0)
            add(arena, &text, out, n);
    }
    return true;
}

static bool add_relative_whole(struct rc_arena *arena, enum cat_operator op,
                               const struct rc_literal *literal, struct rt_filter_pattern *out,
                               int *n)
{
    struct text text = {.len = 0};

    if (op != CAT_OP_EQ && op != CAT_OP_IN && op != CAT_OP_ENDSWITH)
        return false;
    if (op == CAT_OP_ENDSWITH) {
        puts_(&text, RT_ANY_TEXT);
        put(&text, literal->text, literal->len);
        add(arena, &text, out, n);
    }
    return add_ends(arena, literal, "", out, n);
}

/* The directory may have all of the literal, or a part of it. */
static bool add_relative_directory(struct rc_arena *arena, enum cat_operator op,
                                   const struct rc_literal *literal, struct rt_filter_pattern *out,
                                   int *n)
{
    struct text text = {.len = 0};

    if (op != CAT_OP_EQ && op != CAT_OP_IN)
        return false;
    puts_(&text, RT_ANY_NAME);
    add(arena, &text, out, n);
    return literal->text[literal->len - 1] != '/' &&
           add_ends(arena, literal, "/" RT_ANY_NAME, out, n);
}

/* The name is all there, behind a slash or alone. */
static bool add_relative_name(struct rc_arena *arena, enum cat_operator op,
                              const struct rc_literal *literal, struct rt_filter_pattern *out,
                              int *n)
{
    struct text text = {.len = 0}, alone = {.len = 0};

    if (!put_name(&text, op, literal))
        return false; /* "/" is what a path without a slash has as its name */
    add(arena, &text, out, n);
    put(&alone, text.bytes + 2, text.len - 2);
    add(arena, &alone, out, n);
    return true;
}

int rc_path_relative_patterns(struct rc_arena *arena, const struct rc_test *test,
                              enum rc_path_part part,
                              struct rt_filter_pattern out[RC_PATH_MAX_PATTERNS])
{
    const enum cat_operator op = test->op;
    int n = 0;

    if (op != CAT_OP_EQ && op != CAT_OP_IN && op != CAT_OP_STARTSWITH && op != CAT_OP_ENDSWITH &&
        op != CAT_OP_CONTAINS)
        return -1;
    if (test->nliterals == 0 || (test->nliterals > 1 && op != CAT_OP_IN))
        return -1;
    for (uint32_t i = 0; i < test->nliterals; i++) {
        const struct rc_literal *literal = test->literals[i];

        if (!is_ordinary(literal) || n + 2 >= RC_PATH_MAX_PATTERNS)
            return -1;
        if (part == RC_PATH_WHOLE && !add_relative_whole(arena, op, literal, out, &n))
            return -1;
        if (part == RC_PATH_DIRECTORY && !add_relative_directory(arena, op, literal, out, &n))
            return -1;
        if (part == RC_PATH_NAME && !add_relative_name(arena, op, literal, out, &n))
            return -1;
    }
    return n;
}
