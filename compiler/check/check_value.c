/* Constants that look like a slip: warnings that Falco gives too. */
#include "check/sema.h"

#include <ctype.h>
#include <string.h>

/* Whether the expression says no more than =, contains, startswith or endswith could. A `.*` at
 * either end counts as nothing. */
static bool is_plain_regex(const struct rc_literal *literal)
{
    const char *text = literal->text;
    const uint32_t len = literal->len;

    for (uint32_t i = 0; i < len; i++) {
        if ((i == 0 && text[i] == '^') || (i == len - 1 && text[i] == '$'))
            continue;
        if (((i == 0 && len > 1) || i + 2 == len) && text[i] == '.' && strchr("+*?", text[i + 1])) {
            i++;
            continue;
        }
        if (strchr(".+*?^$()[]{}|\\", text[i]))
            return false;
    }
    return true;
}

static bool is_transformer(const char *text, uint32_t len)
{
    for (int i = 0; i < CAT_TRANSFORM__COUNT; i++) {
        const size_t name_len = strlen(cat_transformer_names[i]);

        if (len >= name_len + 2 && memcmp(text, cat_transformer_names[i], name_len) == 0 &&
            text[name_len] == '(' && text[len - 1] == ')')
            return true;
    }
    return false;
}

/* The longest name of a field, with room for an argument. */
#define LONGEST_LOOK 256

void rc_check_value(struct rc_arena *arena, const struct rc_expr *test,
                    const struct rc_literal *literal, const struct rc_origin *via,
                    struct rc_findings *findings)
{
    char bare[LONGEST_LOOK];
    const char *message = NULL;
    uint32_t len = 0;

    for (uint32_t i = 0; i < literal->len && len < sizeof bare; i++) {
        if (!isspace((unsigned char)literal->text[i]))
            bare[len++] = literal->text[i];
    }
    if (test->op == CAT_OP_REGEX && is_plain_regex(literal))
        rc_problem_add(arena, &findings->warnings, RC_WARN_COMPILE_CONDITION, literal->span,
                       literal->origin, via,
                       "this needs no regular expression: =, contains, startswith or endswith is "
                       "faster");
    if (len == sizeof bare)
        return;
    if (memchr(bare, '.', len) && rc_condition_field_valid(bare, len))
        message = rc_arena_printf(arena,
                                  "this is a text here, not the value of the field; that would be "
                                  "`val(%.*s)`",
                                  (int)len, bare);
    else if (is_transformer(bare, len))
        message =
            rc_arena_printf(arena,
                            "this is a text here, not what a transformer gives; that would be "
                            "`%.*s` without quotes",
                            (int)len, bare);
    if (message)
        rc_problem_add(arena, &findings->warnings, RC_WARN_COMPILE_CONDITION, literal->span,
                       literal->origin, via, message);
}
