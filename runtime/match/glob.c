/* Globs, as fnmatch() without flags has them in the C locale: * and ? match any byte, also '/' and
 * a leading dot; [...] is a set with ranges and [:classes:]; a backslash takes the next byte as it
 * is. Written here because fnmatch wants NULs at the end and its time grows without bound. */
#include "text.h"

#include <ctype.h>
#include <string.h>

static unsigned char fold(char c, bool blind)
{
    return (unsigned char)(blind && c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool in_class(const char *name, uint32_t len, unsigned char c, bool blind)
{
    static const struct {
        const char *name;
        int (*has)(int c);
    } classes[] = {
        {"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl},
        {"digit", isdigit}, {"graph", isgraph}, {"lower", islower}, {"print", isprint},
        {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
    };

    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        if (strlen(classes[i].name) == len && memcmp(classes[i].name, name, len) == 0)
            return c < 0x80 && (classes[i].has(c) || (blind && (classes[i].has(toupper(c)))));
    }
    return false;
}

/* A set that opens at pattern[0] == '['. 1: c is in it; 0: it is not; -1: this is no set, the
 * bracket stands for itself. *used receives the length of the set. */
static int match_set(const char *pattern, uint32_t len, char text, bool blind, uint32_t *used)
{
    const unsigned char c = fold(text, blind);
    bool negated = false, found = false;
    uint32_t at = 1;

    if (at < len && (pattern[at] == '!' || pattern[at] == '^')) {
        negated = true;
        at++;
    }
    for (const uint32_t first = at; at < len; at++) {
        unsigned char low, high;

        if (pattern[at] == ']' && at > first) {
            *used = at + 1;
            return found != negated;
        }
        if (pattern[at] == '[' && at + 1 < len && pattern[at + 1] == ':') {
            const char *end = memmem(pattern + at + 2, len - at - 2, ":]", 2);

            if (end) {
                const uint32_t name_len = (uint32_t)(end - (pattern + at + 2));

                found |= in_class(pattern + at + 2, name_len, c, blind);
                at += name_len + 3;
                continue;
            }
        }
        /* [.x.] and [=x=] are x: the C locale has no others. Without their end nothing matches. */
        if (pattern[at] == '[' && at + 1 < len &&
            (pattern[at + 1] == '.' || pattern[at + 1] == '=')) {
            if (at + 4 >= len || pattern[at + 3] != pattern[at + 1] || pattern[at + 4] != ']')
                return 0;
            found |= c == fold(pattern[at + 2], blind);
            at += 4;
            continue;
        }
        if (pattern[at] == '\\' && at + 1 < len)
            at++;
        low = high = fold(pattern[at], blind);
        if (at + 2 < len && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
            at += 2;
            if (pattern[at] == '\\' && at + 1 < len)
                at++;
            high = fold(pattern[at], blind);
        }
        found |= c >= low && c <= high;
    }
    return -1;
}

/* One byte of text against the element of the pattern at its start. *used: its length. */
static bool match_one(const char *pattern, uint32_t len, char text, bool blind, uint32_t *used)
{
    *used = 1;
    if (pattern[0] == '?')
        return true;
    if (pattern[0] == '[') {
        const int in_set = match_set(pattern, len, text, blind, used);

        if (in_set >= 0)
            return in_set;
    } else if (pattern[0] == '\\') {
        if (len == 1)
            return false;
        *used = 2;
        return fold(pattern[1], blind) == fold(text, blind);
    }
    return fold(pattern[0], blind) == fold(text, blind);
}

/* On a mismatch only the last star needs to be tried again: a star before it can do no better. */
static bool match(const char *text, uint32_t text_len, const char *pattern, uint32_t len,
                  bool blind)
{
    uint32_t t = 0, p = 0, retry_t = 0, retry_p = 0, used;
    bool star = false;

    while (t < text_len || p < len) {
        if (p < len && pattern[p] == '*') {
            star = true;
            retry_p = ++p;
            retry_t = t;
        } else if (p < len && t < text_len &&
                   match_one(pattern + p, len - p, text[t], blind, &used)) {
            p += used;
            t++;
        } else if (star && retry_t < text_len) {
            t = ++retry_t;
            p = retry_p;
        } else {
            return false;
        }
    }
    return true;
}

bool rt_text_glob(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return match(text, text_len, literal, len, false);
}

bool rt_text_iglob(const char *text, uint32_t text_len, const char *literal, uint32_t len)
{
    return match(text, text_len, literal, len, true);
}
