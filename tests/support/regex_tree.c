/* How rulec reads regular expressions, for tests/e2e/regex.py: reads lines `PATTERN\tSUBJECT...` in
 * hexadecimal; answers each with `no`, or with `yes` and a 0 or 1 for each subject. */
#include "reference_regex.h"

#include "base/arena.h"

#include <ctype.h>
#include <stdio.h>

/* The bytes that hexadecimal digits up to a tab or the end of the line stand for, over themselves.
 */
static char *take(char **line, uint32_t *len)
{
    char *begin = *line, *out = begin, *at = begin;

    for (; isxdigit((unsigned char)at[0]) && isxdigit((unsigned char)at[1]); at += 2) {
        const char digits[] = {at[0], at[1], '\0'};

        *out++ = (char)strtoul(digits, NULL, 16);
    }
    *line = *at == '\t' ? at + 1 : NULL;
    *len = (uint32_t)(out - begin);
    return begin;
}

int main(void)
{
    char *line = NULL;
    size_t size = 0;

    while (getline(&line, &size, stdin) > 0) {
        struct rc_arena arena = {0};
        const char *error = NULL;
        uint32_t len;
        char *at = line, *pattern = take(&at, &len);
        const struct rc_regex *regex =
            rc_regex_parse(&arena, rc_arena_strndup(&arena, pattern, len), len, &error);

        fputs(regex ? "yes" : "no", stdout);
        while (regex && at) {
            const char *subject = take(&at, &len);

            fputs(rct_regex_matches(regex, subject, len) ? " 1" : " 0", stdout);
        }
        putchar('\n');
        rc_arena_free(&arena);
    }
    free(line);
    return 0;
}
